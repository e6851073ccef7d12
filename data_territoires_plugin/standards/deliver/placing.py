"""Where a delivery goes, and how it gets there: in one move, what was there before set aside."""

from __future__ import annotations

import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from ...errors import OutputError
from ...i18n import tr
from .files import told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ..engine.subject import Subject

_ZIP = ".zip"


def target_of(output: Path, name: str, subjects: Sequence[Subject], pieces: Path | None, *, alone: bool) -> Path:
    """The zip, or the folder named as the document: `output` itself where it bears the name, else inside it.

    `alone`: files without a folder, in `output`. OutputError where it would replace what is being delivered.
    """
    output = output.resolve()
    itself = output.suffix.lower() == _ZIP or (output.name == name and not alone)
    target = output if itself else output / name
    if output.exists() and output.is_dir() == (output.suffix.lower() == _ZIP):
        raise OutputError(
            tr("“{path}” is not what is expected: a folder, or a zip to make.").format(path=output),
            hint=tr("Choose another place."),
        )
    sources = [subject.path for subject in subjects if subject.path is not None]
    for source in (*sources, *([pieces] if pieces else [])):
        real = source.resolve()
        if real == target or real.is_relative_to(target) or (alone and real.with_suffix("") == target):
            raise OutputError(
                tr("“{name}” is in the folder that would be replaced: {path}.").format(name=source.name, path=target),
                hint=tr("Choose another folder for the delivery."),
            )
    return target


def put_in_place(made: Path, target: Path, *, alone: bool) -> tuple[Path, Path | None]:
    """Moves what was made to its place; where it is, and where what was there before is now.

    `alone`: files without a folder, which are put beside those of `target`'s folder when there is only one.
    Raises OutputError: what was there before is intact.
    """
    files = sorted(one for one in made.iterdir() if one.is_file()) if alone else []
    if target.suffix.lower() == _ZIP:
        ready = made.with_suffix(_ZIP)
        _zip(made, ready, within=not alone)
    elif len(files) == 1:
        ready, target = files[0], target.parent / files[0].name
    else:
        ready = made
    with told(target):
        aside = _set_aside(target)
        try:
            ready.rename(target)
        except OSError:
            if aside is not None:
                aside.rename(target)
            raise
    return target, aside


def _set_aside(target: Path) -> Path | None:
    if not target.exists():
        return None
    stamp = f"{datetime.now():%Y%m%d-%H%M%S-%f}"
    aside = target.with_name(f"{target.stem}_avant_{stamp}{target.suffix}")
    target.rename(aside)
    return aside


def _zip(folder: Path, target: Path, *, within: bool) -> None:
    """A zip of a folder, which is in it too; empty folders included."""
    root = folder.parent if within else folder
    with told(target), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        if within:
            archive.write(folder, folder.name)
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(root).as_posix())
