"""A document as it comes: a folder, or a zip, opened without believing what it says of itself."""

from __future__ import annotations

import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import SourceError
from ...i18n import tr
from ...sources.whole_archive import MOST_FILES, unpack
from .document_name import parse

if TYPE_CHECKING:
    from collections.abc import Callable


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
        unpack(path, path.name, Path(keeper.name), turn)
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
