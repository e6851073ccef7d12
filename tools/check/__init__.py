"""`make check`: each module holds checks, each check is a function that returns its findings, one line each."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
PACKAGE = PROJECT / "data_territoires_plugin"
BUILD = PROJECT / "build"


def shown(path: Path) -> str:
    """A path as a finding shows it: from the project's root where it is inside."""
    return str(path.relative_to(PROJECT)) if path.is_relative_to(PROJECT) else str(path)


def python_files(*folders: Path) -> list[Path]:
    """The Python files below some folders, sorted."""
    return sorted(path for folder in folders for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
