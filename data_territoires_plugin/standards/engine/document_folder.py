"""A document as it comes: a folder, or a zip, opened without believing what it says of itself."""

from __future__ import annotations

import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from ...errors import OutputError, SourceError
from ...geopackage import full_disk
from ...i18n import tr
from .document_name import parse

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_BYTES = 20_000_000_000  # of a document, unpacked
MOST_FILES = 20_000
_MOST_RATIO = 250  # a shapefile full of the same value shrinks by about 100
_RATIO_COUNTS = 200_000_000  # below, a high ratio hurts nobody
_BLOCK = 1 << 20
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True)
class Folder:
    """The folder of a document. What was unpacked goes when the object does, or at `close`."""

    name: str
    path: Path
    files: tuple[str, ...]  # relative names, with slashes, sorted
    folders: tuple[str, ...]
    _keeper: tempfile.TemporaryDirectory[str] | None = field(default=None, compare=False, repr=False)

    def close(self) -> None:
        """Removes what was unpacked."""
        if self._keeper is not None:
            self._keeper.cleanup()

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_folder(path: Path, turn: Callable[[], None] = lambda: None) -> Folder:
    """The folder of a document, from a folder or a zip. `turn` is called now and then, and may raise.

    Raises SourceError: absent, empty, no zip, a zip that would write elsewhere or that is too large; OutputError: no
    room to unpack it.
    """
    if path.is_dir():
        return _folder(path, path.name, None)
    if not path.is_file():
        raise SourceError(
            tr("“{name}” doesn't exist.").format(name=path.name),
            detail=str(path),
            hint=tr("Choose the folder of the document, or its zip."),
        )
    if not zipfile.is_zipfile(path):
        raise SourceError(
            tr("“{name}” is neither a folder nor a zip archive.").format(name=path.name),
            hint=tr("Choose the folder of the document, or its zip."),
        )
    keeper = tempfile.TemporaryDirectory(prefix="data_territoires_", ignore_cleanup_errors=True)
    try:
        _unpack(path, Path(keeper.name), turn)
        return _folder(Path(keeper.name), path.stem, keeper)
    except BaseException:
        keeper.cleanup()
        raise


def _folder(path: Path, name: str, keeper: tempfile.TemporaryDirectory[str] | None) -> Folder:
    """The folder itself; or the only one inside, where that one bears the name of a document."""
    try:
        inside = [one for one in path.iterdir() if not _hidden(one.name)]
        if (
            len(inside) == 1
            and inside[0].is_dir()
            and (keeper is not None or parse(name) is None)
            and parse(inside[0].name)
        ):
            path, name = inside[0], inside[0].name
        found = sorted(one for one in path.rglob("*") if not any(map(_hidden, one.relative_to(path).parts)))
    except OSError as error:
        raise SourceError(
            tr("The folder “{name}” can't be read.").format(name=name),
            detail=str(error),
            hint=tr("Check that you may read it, and that the network drive is connected."),
        ) from error
    files = tuple(one.relative_to(path).as_posix() for one in found if one.is_file())
    if not files:
        raise SourceError(
            tr("The folder “{name}” is empty.").format(name=name),
            hint=tr("Choose the folder that holds the tables and the documents, named as the standard says."),
        )
    if len(files) > MOST_FILES:
        raise SourceError(
            tr("The folder “{name}” holds {count} files: it is not that of a document.").format(
                name=name, count=len(files)
            ),
            hint=tr("Choose the folder that holds the tables and the documents, named as the standard says."),
        )
    folders = tuple(one.relative_to(path).as_posix() for one in found if one.is_dir())
    return Folder(name, path, files, folders, keeper)


def _hidden(name: str) -> bool:
    """What systems leave in folders and archives on their own."""
    return name.startswith(".") or name == "__MACOSX"


def _unpack(path: Path, target: Path, turn: Callable[[], None]) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not _left_by_a_mac(info.filename)]
            _refuse_large(path, members)
            places = [(info, _place(path, info)) for info in members]
            if sum(info.file_size for info in members) > shutil.disk_usage(target).free:
                raise _no_room(path, "")
            for info, place in places:
                _write(archive, info, target / place, path, turn)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise SourceError(
            tr("The archive “{name}” is not whole, or can't be opened.").format(name=path.name),
            detail=f"{type(error).__name__}: {error}",
            hint=tr("Make the zip again, without a password."),
        ) from error
    except OSError as error:
        if full_disk(error):
            raise _no_room(path, str(error)) from error
        raise SourceError(
            tr("The archive “{name}” is not whole, or can't be opened.").format(name=path.name),
            detail=str(error),
            hint=tr("Make the zip again, without a password."),
        ) from error


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Path, path: Path, turn: Callable[[], None]) -> None:
    if info.is_dir():
        place.mkdir(parents=True, exist_ok=True)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(info) as source, place.open("wb") as file:
        _copy(source, file, info.file_size, path, turn)


def _copy(source: IO[bytes], file: IO[bytes], promised: int, path: Path, turn: Callable[[], None]) -> None:
    written = 0
    while block := source.read(_BLOCK):
        turn()
        written += file.write(block)
        if written > promised:  # the size it announced was a lie
            raise _too_large(path)


def _refuse_large(path: Path, members: list[zipfile.ZipInfo]) -> None:
    size = sum(info.file_size for info in members)
    packed = max(1, path.stat().st_size)
    bomb = size > _RATIO_COUNTS and size / packed > _MOST_RATIO
    if size > MOST_BYTES or len(members) > MOST_FILES or bomb:
        raise _too_large(path)


def _place(path: Path, info: zipfile.ZipInfo) -> Path:
    """Where a member goes, under the folder of the document and nowhere else."""
    name = info.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    link = stat.S_ISLNK(info.external_attr >> 16)
    if name.startswith("/") or ".." in parts or any(_DRIVE.match(part) for part in parts) or link or "\0" in name:
        raise SourceError(
            tr("The archive “{name}” was refused: “{member}” would be written outside its folder.").format(
                name=path.name, member=info.filename
            ),
            hint=tr("Don't use this archive. Make the zip again from the folder of the document."),
        )
    return Path(*parts)


def _left_by_a_mac(name: str) -> bool:
    return name.split("/", 1)[0] == "__MACOSX"


def _too_large(path: Path) -> SourceError:
    return SourceError(
        tr("The archive “{name}” was refused: unpacked, it would be abnormally large.").format(name=path.name),
        hint=tr("Check where it comes from, unpack it yourself, and choose the folder."),
    )


def _no_room(path: Path, detail: str) -> OutputError:
    return OutputError(
        tr("There is no room left to unpack “{name}”.").format(name=path.name),
        detail=detail,
        hint=tr("Make room on the disk of temporary files, or unpack it yourself and choose the folder."),
    )
