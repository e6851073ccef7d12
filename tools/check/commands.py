"""The checks that known programs do: ruff, mypy, import-linter, flake8-qgis. Their settings: pyproject.toml."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from . import BUILD, PACKAGE, PROJECT, shown
from .stubs import write_stubs

if TYPE_CHECKING:
    from pathlib import Path

_FRAME = " -=╔╗╚╝║═╦╩╣╠╬╞╡▶◀▲▼─│┌┐└┘"


def run(*command: str, folder: Path = PROJECT) -> tuple[int, str]:
    """The exit code of a command and what it said."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr).strip()


def findings(*command: str, folder: Path = PROJECT) -> list[str]:
    """What a command says when it fails; a failure that says nothing is a finding too."""
    code, said = run(*command, folder=folder)
    return [] if code == 0 else said.splitlines() or [f"{command[0]} failed with exit code {code} and said nothing"]


def lint(*paths: Path) -> list[str]:
    """The rules of ruff chosen in pyproject.toml."""
    return findings("ruff", "check", "--quiet", "--output-format=concise", *map(shown, paths))


def layout(*paths: Path) -> list[str]:
    """The layout of the code: `ruff format` does it."""
    return findings("ruff", "format", "--check", "--quiet", "--output-format=concise", *map(shown, paths))


def architecture(folder: Path = PROJECT) -> list[str]:
    """The arrows of the house, in [tool.importlinter]."""
    said = findings("lint-imports", "--no-cache", folder=folder)
    start = next((number for number, line in enumerate(said) if line.startswith("Broken contracts")), -1)
    return [line for line in said[start + 1 :] if line.strip(_FRAME)]


def qgis_names(*paths: Path) -> list[str]:
    """flake8-qgis: imports from qgis.PyQt, not from PyQt5; exec(), not exec_().

    Left out: its experimental rules, and QGS105, since QGIS itself gives the plugin its iface (None in a batch).
    """
    return findings(
        "flake8", "--isolated", "--select=QGS1,QGS4", "--extend-ignore=QGS105", *map(shown, paths or (PACKAGE,))
    )


def types(*paths: Path) -> list[str]:
    """mypy, with the stubs of QGIS."""
    write_stubs(BUILD / "stubs")
    return findings("mypy", "--no-error-summary", "--no-pretty", *map(shown, paths))
