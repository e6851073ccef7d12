"""The reference validators, run as programs: nothing of them is in the product.

They are installed by `tools/qgis setup` (tools/environment/oracles.txt and npm.txt).
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent
_LIMIT = 900  # seconds
_AT_ONCE = 1000  # jobs in a run of the program: its memory and its time are bounded


def home() -> Path:
    """Where the reference validators are."""
    return Path(os.environ.get("DT_TOOLS", "/opt")) / "oracles"


def validateur_bal(files: Iterable[Path]) -> dict[str, Any]:
    """The verdict of validateur-bal on each file, by its path."""
    return _run([str(home() / "bin" / "node"), str(HERE / "bal.cjs"), str(home() / "npm")], [str(one) for one in files])


def tables(jobs: Iterable[tuple[Path, Path]]) -> dict[str, Any]:
    """The verdict of frictionless (CSV) or jsonschema (GeoJSON) on each (file, schema), by "file|schema"."""
    named = [(str(file), str(schema)) for file, schema in jobs]
    return _run([str(home() / "bin" / "python"), str(HERE / "tables.py")], named)


def _run(command: list[str], jobs: list[Any]) -> dict[str, Any]:
    verdicts: dict[str, Any] = {}
    for at in range(0, len(jobs), _AT_ONCE):
        verdicts |= _run_once(command, jobs[at : at + _AT_ONCE])
    return verdicts


def _run_once(command: list[str], jobs: list[Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder) / "jobs.json", Path(folder) / "verdicts.json"
        asked.write_text(json.dumps(jobs), encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        done = subprocess.run(
            [*command, str(asked), str(answered)],
            capture_output=True,
            text=True,
            timeout=_LIMIT,
            env=environment,
            check=False,
        )
        if not answered.is_file():
            raise RuntimeError(f"{command[0]}: {done.stderr[-2000:]}")
        verdicts: dict[str, Any] = json.loads(answered.read_text(encoding="utf-8"))
        return verdicts
