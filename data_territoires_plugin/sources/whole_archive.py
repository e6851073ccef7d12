"""A zip unpacked whole, without believing what it says: nothing outside its folder, nothing abnormally large."""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..errors import OutputError, SourceError
from ..geopackage import full_disk
from ..i18n import tr
from .unpack import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_FILES = 20_000
_MOST_RATIO = 250  # a shapefile full of the same value shrinks by about 100
_RATIO_COUNTS = 200_000_000  # below, a high ratio hurts nobody
_BLOCK = 1 << 20
_DRIVE = re.compile(r"[A-Za-z]:")


class BrokenArchiveError(SourceError):
    """An archive that is not whole, or that can't be opened."""


def unpack(path: Path, name: str, target: Path, turn: Callable[[], None] = lambda: None) -> list[Path]:
    """The files of a zip, in `target`, under their own folders. `name`: what it is called, for the messages.

    `turn` is called now and then, and may raise. Raises SourceError (it would write elsewhere, too large),
    BrokenArchiveError, OutputError (no room).
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if info.filename.split("/", 1)[0] != "__MACOSX"]
            size = sum(info.file_size for info in members)
            if _is_abnormal(size, path.stat().st_size, len(members)):
                raise _too_large(name)
            places = [(info, target / _place(name, info.filename, info.external_attr)) for info in members]
            if size > shutil.disk_usage(target).free:
                raise _no_room(name, "")
            return [place for info, place in places if _written(archive, info, place, name, turn)]
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise _broken(name, f"{type(error).__name__}: {error}") from error
    except OSError as error:
        if full_disk(error):
            raise _no_room(name, str(error)) from error
        raise _broken(name, str(error)) from error


def _written(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Path, name: str, turn: Callable[[], None]) -> bool:
    """Writes a member; whether it is a file."""
    if info.is_dir():
        place.mkdir(parents=True, exist_ok=True)
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with archive.open(info) as source, place.open("wb") as file:
        while block := source.read(_BLOCK):
            turn()
            size += file.write(block)
            if size > info.file_size:  # the size it announced was a lie
                raise _too_large(name)
    return True


def _is_abnormal(size: int, packed: int, files: int) -> bool:
    bomb = size > _RATIO_COUNTS and size / max(1, packed) > _MOST_RATIO
    return size > MOST_BYTES or files > MOST_FILES or bomb


def _place(name: str, member: str, attributes: int) -> Path:
    """Where a member goes, under the target and nowhere else."""
    written = member.replace("\\", "/")
    parts = PurePosixPath(written).parts
    link = stat.S_ISLNK(attributes >> 16)
    if written.startswith("/") or ".." in parts or any(map(_DRIVE.match, parts)) or link or "\0" in written:
        raise SourceError(
            tr("The archive “{name}” was refused: “{member}” would be written outside its folder.").format(
                name=name, member=member
            ),
            hint=tr("Don't use this archive. Make the zip again from the folder of the document."),
        )
    return Path(*parts)


def _broken(name: str, detail: str) -> BrokenArchiveError:
    return BrokenArchiveError(
        tr("The archive “{name}” is not whole, or can't be opened.").format(name=name),
        detail=detail,
        hint=tr("Make the zip again, without a password."),
    )


def _too_large(name: str) -> SourceError:
    return SourceError(
        tr("The archive “{name}” was refused: unpacked, it would be abnormally large.").format(name=name),
        hint=tr("Check where it comes from, unpack it yourself, and choose the folder."),
    )


def _no_room(name: str, detail: str) -> OutputError:
    return OutputError(
        tr("There is no room left to unpack “{name}”.").format(name=name),
        detail=detail,
        hint=tr("Make room on the disk of temporary files, or unpack it yourself and choose the folder."),
    )
