"""The written pieces (PDF) of a document: where each goes in its folder, and under which name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ...errors import SourceError
from ...i18n import tr
from ..model import PieceKind
from ..slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..model import Piece, Standard
    from .names import Naming

_KINDS = {".pdf": PieceKind.PDF, ".xml": PieceKind.METADATA, ".csv": PieceKind.TABLE}
# Parts of layers: they are delivered from the layers themselves.
_LAYERS = frozenset((".shp", ".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix", ".qmd", ".qml", ".sbn", ".sbx", ".gpkg"))
_MOST = 20_000  # files: beyond, it is not the folder of the pieces
_ANY = "[^/]*"


@dataclass(frozen=True)
class Placed:
    """A piece, and its place in the folder of the document."""

    source: Path
    target: str  # relative, with its extension
    piece: str


@dataclass(frozen=True)
class Placing:
    """What was placed, and what could not be."""

    placed: tuple[Placed, ...]
    left: tuple[str, ...]  # relative names
    records: tuple[Path, ...]  # XML files at the top: metadata


def place_pieces(folder: Path | None, standard: Standard, naming: Naming, cited: Iterable[str]) -> Placing:
    """Places the files of a folder of pieces. `cited`: names that the tables give (NOMFIC): those are kept as they are.

    A file keeps its path where the standard knows it there; else the piece whose name it bears says where it goes; else
    what it is called (“Règlement.pdf”) says which piece it is, and it is named as the standard wants. SourceError.
    """
    if folder is None or standard.document is None:
        return Placing((), (), ())
    kept = {name.casefold() for name in cited}
    placed: dict[str, Placed] = {}
    left: list[str] = []
    records: list[Path] = []
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if path.suffix.casefold() == ".xml" and "/" not in name:
            records.append(path)
            continue
        found = _place(name, standard.document.pieces, naming, path.name.casefold() in kept)
        if found is None or found[1].casefold() in placed:
            left.append(name)
        else:
            placed[found[1].casefold()] = Placed(path, found[1], found[0].name)
    return Placing(tuple(placed.values()), tuple(left), tuple(records))


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise SourceError(
            tr("The folder of the pieces “{path}” does not exist.").format(path=folder),
            hint=tr("Choose the folder that holds the PDF files, or leave it empty."),
        )
    files = []
    for path in sorted(folder.rglob("*")):
        hidden = path.name.startswith(".") or path.suffix.casefold() in _LAYERS or path.is_symlink()
        if path.is_file() and not hidden:
            files.append(path)
        if len(files) > _MOST:
            raise SourceError(
                tr("The folder of the pieces “{path}” holds too many files.").format(path=folder),
                hint=tr("Choose the folder that holds only the pieces of this document."),
            )
    return files


def _place(name: str, pieces: tuple[Piece, ...], naming: Naming, cited: bool) -> tuple[Piece, str] | None:
    """The piece that a file is and its target."""
    path = PurePosixPath(name)
    fitting = [one for one in pieces if one.kind is _KINDS.get(path.suffix.casefold())]
    stem = path.with_suffix("").as_posix()
    for one in _precise_first(fitting):
        if (inside := re.search(f"(?:^|/)({one.path})$", stem, re.IGNORECASE)) is not None:
            return one, f"{_cased(inside[1], one)}{path.suffix}"
    for one in _precise_first(fitting):
        folder, last = _split(one.path)
        if last != _ANY and not _is_pattern(folder) and _fits(last, path.stem):
            return one, f"{folder}/{path.name}" if folder else path.name
    likely = _by_words(path, fitting, naming)
    if likely is None:
        return None
    folder = _split(likely.path)[0]
    made = naming.path_of(likely)
    if made and not cited:
        return likely, f"{made}{path.suffix.lower()}"
    return (likely, f"{folder}/{path.name}") if not _is_pattern(folder) else None


def _precise_first(pieces: Iterable[Piece]) -> list[Piece]:
    """The longest pattern says the most."""
    return sorted(pieces, key=lambda one: (one.path.endswith(_ANY), -len(one.path)))


def _by_words(path: PurePosixPath, pieces: list[Piece], naming: Naming) -> Piece | None:
    """The piece whose own words a file's name holds: “Règlement écrit 2024” is the règlement; annexes by folder."""
    words = set(slug(path.stem).split("_"))
    best: tuple[int, Piece] | None = None
    for one in pieces:
        made = naming.path_of(one)
        own = [word for word in slug(PurePosixPath(made or one.name).name).split("_") if word.isalpha()]
        if made and own and set(own) <= words and (best is None or len(own) > best[0]):
            best = (len(own), one)
    if best is not None:
        return best[1]
    folders = {re.sub(r"^\d+_", "", slug(part)).rstrip("s") for part in path.parts[:-1]}
    for one in pieces:
        parent = _split(one.path)[0].rpartition("/")[2]
        if one.path.endswith(_ANY) and (folders | words) & {re.sub(r"^\d+_", "", slug(parent)).rstrip("s")}:
            return one
    return None


def _cased(path: str, piece: Piece) -> str:
    """The path with the folders spelt as the standard does."""
    folder = _split(piece.path)[0]
    last = path.rpartition("/")[2]
    return path if _is_pattern(folder) else f"{folder}/{last}" if folder else last


def _split(pattern: str) -> tuple[str, str]:
    """The folder and the name in a pattern, whose name may be anything: [^/]*."""
    if pattern.endswith(_ANY):
        return pattern.removesuffix(_ANY).rstrip("/"), _ANY
    folder, _, last = pattern.rpartition("/")
    return folder, last


def _is_pattern(text: str) -> bool:
    return any(sign in text for sign in "[](){}*+?|\\")


def _fits(pattern: str, stem: str) -> bool:
    try:
        return re.fullmatch(pattern, stem, re.IGNORECASE) is not None
    except re.error:
        return False
