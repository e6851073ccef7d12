"""`make check`: runs every check and lists at the end what failed.

python3 -m tools.check [CHECK]…    all of them, or those named
"""

from __future__ import annotations

import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from tools import translations

from . import PACKAGE, PROJECT, commands, enums, gate, manifest, python_files

if TYPE_CHECKING:
    from collections.abc import Callable


def _qt6() -> list[str]:
    return enums.qt6(*python_files(PACKAGE, PROJECT / "tools"))


CHECKS: dict[str, tuple[str, Callable[[], list[str]]]] = {
    "lint": ("ruff", commands.lint),
    "layout": ("ruff format", commands.layout),
    "types": ("mypy", commands.types),
    "architecture": ("import-linter", commands.architecture),
    "names": ("flake8-qgis", commands.qgis_names),
    "qt6": ("scoped enums, names that exist", _qt6),
    "metadata": ("metadata.txt", manifest.manifest),
    "translations": ("every text in French", translations.check),
    "gate": ("plugins.qgis.org: zip, bandit, detect-secrets", gate.gate),
}


def run_check(name: str) -> tuple[list[str], float]:
    """The findings of a check and its seconds; a check that breaks down has a finding: why."""
    start = time.monotonic()
    try:
        found = CHECKS[name][1]()
    except Exception:
        found = traceback.format_exc().splitlines()
    return found, time.monotonic() - start


def main(names: list[str]) -> int:
    """Runs the checks, two at a time, and says each one's verdict in order."""
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}. Checks: {', '.join(CHECKS)}", file=sys.stderr)
        return 2
    failed: list[str] = []
    chosen = names or list(CHECKS)
    with ThreadPoolExecutor(2) as pool:
        for name, (found, seconds) in zip(chosen, pool.map(run_check, chosen), strict=True):
            verdict = f"{len(found)} lines" if found else "fine"
            print(f"{name:13} {verdict} ({CHECKS[name][0]}, {seconds:.1f} s)", flush=True)
            for line in found:
                print(f"    {line}", flush=True)
            if found:
                failed.append(name)
    print(f"make check: failed: {', '.join(failed)}" if failed else f"make check: {len(chosen)} checks, all fine")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
