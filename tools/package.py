"""Builds dist/data_territoires_plugin.zip, ready for plugins.qgis.org: the same sources always give the same bytes.

In the zip, one folder: the package's code, metadata.txt, LICENSE, resources/ and the compiled translations.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
NAME = "data_territoires_plugin"
ZIP = PROJECT / "dist" / f"{NAME}.zip"

DATE = (2026, 1, 1, 0, 0, 0)  # of every file: the date of a copy says nothing of its content
READABLE = 0o100644 << 16  # a regular file, not executable
LEFT_OUT = ("__pycache__", "tests")
LEFT_OUT_ENDINGS = (".pyc", ".ts", ".gpkg-shm", ".gpkg-wal", "~")


def members(compiled: Path) -> dict[str, Path]:
    """What goes into the zip: name in the zip → file; `compiled` holds the .qm files."""
    found = {path.relative_to(PROJECT / NAME).as_posix(): path for path in _files(PROJECT / NAME)}
    found |= {path.relative_to(PROJECT).as_posix(): path for path in _files(PROJECT / "resources")}
    found |= {f"i18n/{path.name}": path for path in compiled.glob("*.qm")}
    found |= {name: PROJECT / name for name in ("metadata.txt", "LICENSE")}
    return {f"{NAME}/{name}": found[name] for name in sorted(found)}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and _wanted(path)]


def _wanted(path: Path) -> bool:
    parts = path.relative_to(PROJECT).parts
    return not (path.name.endswith(LEFT_OUT_ENDINGS) or any(part in LEFT_OUT or part.startswith(".") for part in parts))


def compile_translations(folder: Path) -> None:
    """One .qm per .ts of i18n/, by lrelease."""
    lrelease = shutil.which("lrelease")
    if not lrelease:
        raise FileNotFoundError("lrelease is missing: run this through tools/qgis run (make package)")
    for source in sorted((PROJECT / "i18n").glob("*.ts")):
        subprocess.run([lrelease, "-silent", source, "-qm", folder / f"{source.stem}.qm"], check=True)


def build(target: Path = ZIP) -> int:
    """Writes the zip and returns how many files it holds."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    with tempfile.TemporaryDirectory() as folder:
        compile_translations(Path(folder))
        inside = members(Path(folder))
        with zipfile.ZipFile(partial, "w") as archive:
            for name, path in inside.items():
                entry = zipfile.ZipInfo(name, DATE)
                entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, READABLE, 3
                archive.writestr(entry, path.read_bytes(), compresslevel=9)
    partial.replace(target)
    return len(inside)


def main() -> int:
    """The command line."""
    count = build()
    print(f"{ZIP.relative_to(PROJECT)}: {count} files, {ZIP.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
