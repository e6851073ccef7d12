"""The job of `deliver`: layers and pieces become the folder, the zip or the file that the standard asks for.

Everything is made beside its place, checked there, then moved: what was there before is set aside, never lost.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import OutputError, StandardError
from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..engine.choose import table_for
from ..model import FieldType, PieceKind, Presence
from .crs import delivery_crs
from .files import told, write_csv, write_geojson, write_geopackage, write_shapefile
from .names import naming, table_pieces
from .pieces import place_pieces
from .placing import put_in_place, target_of
from .rows import read_rows
from .sheet import write_sheet
from .verdict import check_document, check_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from qgis.core import QgsFeedback

    from ..engine.subject import Subject
    from ..model import Standard, Table
    from ..validation import Checked
    from .known import Known
    from .names import Naming
    from .pieces import Placing
    from .rows import Rows

_SEMICOLON = ("adresses",)  # families whose files are read with a semicolon: the BAL
_RESERVED = 30  # percent of the progress kept for the check


@dataclass(frozen=True)
class Request:
    """What is to be delivered."""

    subjects: tuple[Subject, ...]
    standard: Standard
    document: str  # name of the document, or of the file
    pieces: Path | None
    known: Known
    output: Path  # folder in which it is made, or the zip
    today: date


@dataclass(frozen=True)
class Delivery:
    """What was delivered, what lacks, and the verdict."""

    output: Path
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    checked: Checked


def deliver(request: Request, feedback: QgsFeedback) -> Delivery:
    """Makes the delivery and checks it. Raises StandardError, SourceError, OutputError, Cancelled: nothing is left."""
    names = naming(request.standard, request.document)
    alone = request.standard.document is None
    target = target_of(request.output, names.folder, request.subjects, request.pieces, alone=alone)
    tables = _read(request, names, feedback)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{names.folder}.", dir=target.parent))
    except OSError as error:
        raise OutputError(
            tr("Nothing can be written in “{folder}”.").format(folder=target.parent),
            detail=str(error),
            hint=tr("Choose another folder."),
        ) from error
    try:
        made = draft / names.folder
        made.mkdir()
        if not alone:
            missing, notes = _document(request, names, tables, made)
            checked = check_document(made, request.standard, request.today, feedback)
        else:
            files = _files(request.standard, names, tables, made)
            missing, notes = tuple(_columns_missing(tables)), ()
            checked = check_files(files, request.standard, request.today, feedback)
        stop_if_cancelled(feedback)
        placed, aside = put_in_place(made, target, alone=alone)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    told_aside = (tr("What was there before is kept: {path}.").format(path=aside),) if aside else ()
    return Delivery(placed, missing, (*notes, *_left_out(tables), *told_aside), checked)


# -------------------------------------------------------------------------------------------------------- reading
def _read(request: Request, names: Naming, feedback: QgsFeedback) -> list[Rows]:
    """Each layer as the table that it is; empty ones are left aside."""
    chosen: dict[str, tuple[Subject, Table]] = {}
    for subject in request.subjects:
        table = table_for(request.standard, subject)
        if table.name in chosen:
            raise StandardError(
                tr("Two layers are the table “{table}”: {first} and {second}.").format(
                    table=table.name, first=chosen[table.name][0].name, second=subject.name
                ),
                hint=tr("Keep one of them, or merge them first."),
            )
        chosen[table.name] = subject, table
    crs = delivery_crs(request.standard, [subject for subject, _ in chosen.values()], names)
    kind = kind_of(request.standard)
    rows = []
    for done, (subject, table) in enumerate(chosen.values()):
        stop_if_cancelled(feedback)
        text = kind in ("csv", "geojson")
        read = read_rows(subject, table, crs, feedback, all_columns=request.standard.document is None, text=text)
        if read.values:
            rows.append(read)
        feedback.setProgress((100 - _RESERVED) * (done + 1) / len(chosen))
    if not rows:
        raise StandardError(
            tr("There is nothing to deliver: the layers are empty."), hint=tr("Choose layers that hold features.")
        )
    return rows


def kind_of(standard: Standard) -> str:
    """The format of a standard: "document", "csv", "geojson" or "gpkg"."""
    if standard.document is not None:
        return "document"
    shapes = [table.geometry for table in standard.tables if table.geometry is not None and table.geometry.required]
    if not shapes:
        return "csv"
    return "geojson" if standard.crs == ("EPSG:4326",) and len(standard.tables) == 1 else "gpkg"


# -------------------------------------------------------------------------------------------------------- writing
def _document(
    request: Request, names: Naming, tables: list[Rows], folder: Path
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Writes the folder of a document; what lacks, and what the user should know."""
    standard = request.standard
    if standard.document is None:
        return (), ()
    for one in standard.document.pieces:
        path = names.path_of(one) if one.kind is PieceKind.FOLDER else ""
        if path and one.presence is Presence.MANDATORY:
            (folder / path).mkdir(parents=True, exist_ok=True)
    files = table_pieces(standard)
    for rows in tables:
        piece = files.get(rows.table.name)
        path = (names.path_of(piece) if piece else "") or f"Donnees_geographiques/{rows.table.name}"
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        suffix = ".shp" if rows.table.geometry is not None else ".dbf"
        write_shapefile(rows, folder / f"{path}{suffix}")
    placing = place_pieces(request.pieces, standard, names, _cited(tables))
    for placed in placing.placed:
        target = folder / placed.target
        if target.exists():  # a table that a layer gives already
            continue
        with told(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(placed.source, target)
    lacking = write_sheet(request, names, tables, placing.records, folder)
    return (*_missing(request, names, tables, placing), *lacking), tuple(_renamed(placing))


def _files(standard: Standard, names: Naming, tables: list[Rows], folder: Path) -> list[tuple[Path, str, Table]]:
    """Writes the files of a standard without a folder: path, layer in it, table."""
    kind = kind_of(standard)
    if kind == "gpkg":
        path = folder / f"{names.folder}.gpkg"
        write_geopackage(tables, path)
        return [(path, rows.table.name, rows.table) for rows in tables]
    written = []
    for rows in tables:
        name = names.folder if len(standard.tables) == 1 else f"{names.folder}_{rows.table.name}"
        path = folder / f"{name}.{kind}"
        if kind == "geojson":
            write_geojson(rows, path)
        else:
            write_csv(rows, path, ";" if standard.family in _SEMICOLON else ",")
        written.append((path, "", rows.table))
    return written


def _cited(tables: list[Rows]) -> Iterator[str]:
    """The names of files that the tables give."""
    for rows in tables:
        for at, one in enumerate(rows.fields):
            if one.type is FieldType.FILENAME or one.name.upper() in ("NOMREG", "NOMPLAN", "NOMFIC", "FICHIER"):
                yield from (row[at] or "" for row in rows.values)


# ---------------------------------------------------------------------------------------------------- what lacks
def _missing(request: Request, names: Naming, tables: list[Rows], placing: Placing) -> Iterator[str]:
    there = {rows.table.name for rows in tables} | {one.piece for one in placing.placed}
    for one in request.standard.document.pieces if request.standard.document else ():
        if one.presence is not Presence.MANDATORY or one.name in there or (one.table or one.name) in there:
            continue
        if one.kind is PieceKind.TABLE:
            yield tr("Table {name}: no layer, or an empty one.").format(name=one.name)
        elif one.kind is PieceKind.PDF:
            path = names.path_of(one) or one.path.replace("[^/]*", "…")
            yield tr("Piece {name} (PDF): expected as {path}.").format(name=one.name, path=f"{path}.pdf")
    yield from _columns_missing(tables)
    for name in placing.left:
        yield tr("“{name}” was not placed: the standard knows no piece of that name.").format(name=name)


def _columns_missing(tables: list[Rows]) -> Iterator[str]:
    for rows in tables:
        for name in rows.missing:
            one = rows.table.field(name)
            if one is not None and one.presence is Presence.MANDATORY:
                yield tr("{table}: the column {field} lacks in “{layer}”; it is delivered empty.").format(
                    table=rows.table.name, field=name, layer=rows.layer
                )


def _renamed(placing: Placing) -> Iterator[str]:
    for one in placing.placed:
        if one.source.name != one.target.rpartition("/")[2]:
            yield tr("“{name}” is delivered as {target}.").format(name=one.source.name, target=one.target)


def _left_out(tables: list[Rows]) -> Iterator[str]:
    for rows in tables:
        if rows.left_out:
            yield tr("{layer}: columns that the standard does not know, left out: {names}.").format(
                layer=rows.layer, names=", ".join(rows.left_out)
            )
        if rows.filled:
            yield tr("{layer}: coordinates written from the points: {names}.").format(
                layer=rows.layer, names=", ".join(rows.filled)
            )
