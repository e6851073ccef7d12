"""The files of a document told from the pieces that its standard expects: names, places, what is missing.

The rules are those of the national validator (IGNF/validator, documentation « principe de fonctionnement »): names are
compared whatever their case; the longest pattern wins; a file whose name alone is right is misplaced; a table is seen
by its .dbf, .tab, .gml, .csv or .gpkg.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..model import Level, PieceKind, Presence
from .document_words import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding
    from ..model import Document, Piece
    from .document_folder import Folder

_SEEN = (".dbf", ".tab", ".pdf", ".xml", ".gml", ".csv", ".gpkg", ".geojson")
_SUFFIX = {
    PieceKind.TABLE: r"\.(?:dbf|tab|gml|csv|gpkg|geojson)",
    PieceKind.TABLES: r"\.(?:gml|gpkg)",
    PieceKind.PDF: r"\.pdf",
    PieceKind.METADATA: r"\.xml",
    PieceKind.FOLDER: "",
}
_MISSING = {
    (True, Presence.MANDATORY): ("FILE_MISSING_MANDATORY_DIRECTORY", Level.ERROR),
    (False, Presence.MANDATORY): ("FILE_MISSING_MANDATORY", Level.ERROR),
    (True, Presence.RECOMMENDED): ("FILE_MISSING_RECOMMANDED_DIRECTORY", Level.INFO),
    (False, Presence.RECOMMENDED): ("FILE_MISSING_RECOMMANDED", Level.INFO),
}
# What may be in a document of urbanism, beside the companions of a shapefile or of a MapInfo table.
_ALLOWED = frozenset({"xml", "pdf", "csv", "map", "mid", "dbf", "shp", "geojson", "gml", "gpkg"})
_WRITTEN = "pieces_ecrites"
_TITLES = "TITRES_PIECES_ECRITES"


@dataclass(frozen=True)
class Placed:
    """A file, or a folder, and the piece of the standard that it is."""

    piece: Piece
    name: str  # relative to the document's folder


def place(folder: Folder, document: Document) -> tuple[tuple[Placed, ...], tuple[Finding, ...]]:
    """The pieces found, and what is wrong with names and places."""
    placed: list[Placed] = []
    findings: list[Finding] = []
    if document.folder and not re.fullmatch(document.folder, folder.name, re.IGNORECASE):
        findings.append(said("DIRECTORY_UNEXPECTED_NAME", value=folder.name, expected=document.folder))
    folders = set(folder.folders)
    for name in sorted((*folder.folders, *_seen(folder.files))):
        is_folder = name in folders
        piece = _longest(one for one in document.pieces if _is_folder(one) == is_folder and _path(one).fullmatch(name))
        if piece is not None:
            placed.append(Placed(piece, name))
            continue
        bare = PurePosixPath(name).name
        if _longest(one for one in document.pieces if _is_folder(one) == is_folder and _name(one).fullmatch(bare)):
            code = "FILE_MISPLACED"
        else:
            code = "DIRECTORY_UNEXPECTED" if is_folder else "FILE_UNEXPECTED"
        findings.append(said(code, value=name, layer=name))
    return tuple(placed), tuple(findings)


def missing(placed: Iterable[Placed], document: Document) -> Iterator[Finding]:
    """The pieces that the standard asks for, or advises, and that are not there."""
    there = {one.piece.name for one in placed}
    for piece in document.pieces:
        known = _MISSING.get((_is_folder(piece), piece.presence))
        if known is not None and piece.name not in there:
            code, level = known
            yield said(code, level=level, value=piece.name, table=piece.table)


def wrong_formats(folder: Folder, placed: Iterable[Placed], document: Document) -> Iterator[Finding]:
    """In a document of urbanism: files that are not allowed, and written pieces that are not PDF."""
    if document.family.upper() in ("SUP", "MEC", ""):
        return
    titles = {one.name for one in placed if one.piece.name.upper() == _TITLES}
    stems = {name.casefold() for name in folder.files}
    for name in folder.files:
        path = PurePosixPath(name)
        extension = path.suffix[1:].casefold()
        stem = path.with_suffix("").as_posix().casefold()
        if extension not in _ALLOWED and not {f"{stem}.shp", f"{stem}.map", f"{stem}.dbf"} & stems:
            yield said("CNIG_FILE_EXTENSION_INVALID", value=name, layer=name)
        if path.parts[0].casefold() == _WRITTEN and extension not in ("pdf", "xml") and name not in titles:
            yield said("CNIG_PIECE_ECRITE_ONLY_PDF", value=name, layer=name)


def none_of(placed: Iterable[Placed], document: Document) -> Iterator[Finding]:
    """What a document can't do without: a PDF; for a SUP a generator and its extent; prescriptions are expected."""
    there = list(placed)
    if not any(one.piece.kind is PieceKind.PDF for one in there):
        yield said("CNIG_DOCUMENT_NO_PDF")
    tables = [one.piece.name.upper() for one in there if one.piece.kind is PieceKind.TABLE]
    known = [one.name.upper() for one in document.pieces]
    if document.family.upper() == "SUP":
        for word, code in (
            ("GENERATEUR", "CNIG_GENERATEUR_SUP_NOT_FOUND"),
            ("ASSIETTE", "CNIG_ASSIETTE_SUP_NOT_FOUND"),
        ):
            if not any(word in table for table in tables):
                yield said(code)
    elif any("PRESCRIPTION" in name for name in known) and not any("PRESCRIPTION" in table for table in tables):
        yield said("CNIG_PRESCRIPTION_NOT_FOUND")


def _seen(files: Iterable[str]) -> list[str]:
    """The files that are pieces; one of a table's several files stands for it."""
    kept = []
    names = {name.casefold() for name in files}
    for name in files:
        path = PurePosixPath(name)
        if path.suffix.casefold() not in _SEEN:
            continue
        stem = path.with_suffix("").as_posix().casefold()
        if path.suffix.casefold() == ".dbf" and f"{stem}.tab" in names:
            continue  # the .dbf of a MapInfo table
        kept.append(name)
    return kept


def _is_folder(piece: Piece) -> bool:
    return piece.kind is PieceKind.FOLDER


@lru_cache(maxsize=4096)
def _path(piece: Piece) -> re.Pattern[str]:
    """Of the whole name, under any folder."""
    return re.compile(f"(?:.*/)?(?:{piece.path}){_SUFFIX[piece.kind]}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _name(piece: Piece) -> re.Pattern[str]:
    """Of the bare name; a pattern whose last slash is inside a group can't be cut: the piece's own name then."""
    last = piece.path.split("/")[-1]
    try:
        return re.compile(f"(?:{last}).*{_SUFFIX[piece.kind]}", re.IGNORECASE)
    except re.error:
        return re.compile(f"{re.escape(piece.name)}.*{_SUFFIX[piece.kind]}", re.IGNORECASE)


def _longest(pieces: Iterable[Piece]) -> Piece | None:
    return max(pieces, key=lambda piece: len(piece.path), default=None)
