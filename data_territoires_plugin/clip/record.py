"""What the recipe inside a clipped GeoPackage says: which request it answers, and how each layer was then."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from ..catalogue.entry import CutMode
from ..errors import CatalogueError, SourceError
from ..geopackage import connect, scalar, sql
from ..i18n import tr
from ..territory.perimeter import Perimeter, of_polygons, of_territories
from .recipe import TABLE
from .request import ClipRequest, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..network import Pool

_ROW = ("entry", "title", "request", "edition", "announced", "written", "status", "source")


@dataclass(frozen=True)
class LayerRecord:
    """A layer, as its last clip or refresh left it."""

    entry: str
    title: str
    request: str
    edition: str
    announced: int | None
    written: int
    status: str
    source: str
    columns: tuple[str, ...] = ()  # those of the source
    latest: str = ""  # the most recent date of modification that the service told, from the first refresh on
    asked: str = ""  # when the source was asked (ISO, UTC), likewise
    dropped: tuple[str, ...] = ()  # columns of the table that the source had once, likewise


@dataclass(frozen=True)
class Record:
    """The recipe of a file."""

    document: Mapping[str, Any]
    layers: tuple[LayerRecord, ...]

    def asked(self, layer: LayerRecord) -> datetime:
        """When the source of a layer was read or asked, for the last time that it answered. ValueError: not said."""
        if layer.asked:
            return datetime.fromisoformat(layer.asked)
        made = datetime.fromisoformat(str(self.document.get("made", "")))
        return made - timedelta(seconds=float(self.document.get("seconds", 0)))


def read(path: Path) -> Record:
    """The recipe of a clipped GeoPackage. Raises SourceError where there is none, or one of a later version."""
    connection = connect(path, read_only=True)
    try:
        rows = connection.execute(sql("SELECT {names} FROM {table} ORDER BY fid", names=_ROW, table=TABLE)).fetchall()
        text = scalar(connection, sql("SELECT document FROM {table} WHERE document IS NOT NULL", table=TABLE))
        document = json.loads(text or "")
        more = {layer["entry"]: layer for layer in document["layers"]}
        _check(document, more)
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise SourceError(
            tr("“{name}” holds no recipe that can be read: it can't be refreshed.").format(name=path.name),
            detail=f"{path}: {error}",
            hint=tr("Choose a GeoPackage made by “{algorithm}”.").format(
                algorithm=tr("Clip reference layers to a territory")
            ),
        ) from error
    finally:
        connection.close()
    return Record(document, tuple(_layer(row, more.get(row[0], {})) for row in rows))


def _check(document: Mapping[str, Any], layers: Mapping[Any, Any]) -> None:
    """Raises ValueError or TypeError where another program has written in the recipe what it can't hold."""
    float(document.get("seconds", 0))
    float(document.get("buffer", 0))
    if document.get("cut", "entry") != "entry":
        CutMode(document["cut"])
    if not all(isinstance(entry, str) for entry in layers):
        raise TypeError(layers)


def moved(record: Record, territory: str) -> Record:
    """The same recipe for another territory: every layer will be read again."""
    return replace(record, document={**record.document, "territory": territory, "area": None})


def _layer(row: tuple[Any, ...], more: Mapping[str, Any]) -> LayerRecord:
    entry, title, request, edition, announced, written, status, source = row
    return LayerRecord(
        entry,
        title or entry,
        request or "",
        edition or "",
        announced,
        written or 0,
        status or "",
        source or "",
        tuple(more.get("columns", ())),
        str(more.get("latest", "")),
        str(more.get("asked", "")),
        tuple(more.get("dropped", ())),
    )


def request_of(record: Record, catalogue: Catalogue, output: Path, pool: Pool, feedback: QgsFeedback) -> ClipRequest:
    """The request that the file answers, to be done again, without backgrounds and entries gone from the catalogue.

    Raises SourceError (the file was clipped from layers of a project), TerritoryError, NetworkError.
    """
    document = record.document
    cut, buffer = document.get("cut", "entry"), float(document.get("buffer", 0))
    perimeter = _perimeter(document, buffer, pool, feedback)
    return ClipRequest(
        perimeter,
        perimeter.crs,
        tuple(_known(record.layers, catalogue)),
        output,
        None if cut == "entry" else CutMode(cut),
        buffer,
        dict(catalogue.themes),
    )


def _perimeter(document: Mapping[str, Any], buffer: float, pool: Pool, feedback: QgsFeedback) -> Perimeter:
    crs = QgsCoordinateReferenceSystem(str(document.get("crs", "")))
    if not crs.isValid():
        raise SourceError(
            tr("This GeoPackage was clipped from layers of a project: it has no source to be asked again."),
            hint=tr("Clip the layers again with “{algorithm}”.").format(
                algorithm=tr("Clip several layers to a perimeter")
            ),
        )
    if document.get("territory"):
        return of_territories(str(document["territory"]), pool, feedback, crs).buffered(buffer)
    geometry = QgsGeometry.fromWkt(str(document.get("perimeter") or ""))
    return of_polygons([geometry], crs, str(document.get("name", "")))


def _known(layers: Iterable[LayerRecord], catalogue: Catalogue) -> Iterable[Entry]:
    for layer in layers:
        if layer.status == Status.BACKGROUND.value:
            continue
        try:
            yield _as_read(catalogue.entry(layer.entry), layer.source)
        except CatalogueError:  # told by the refresh, layer by layer
            continue


def _as_read(entry: Entry, source: str) -> Entry:
    """The entry by the way that the recipe tells, and no other: two sources would differ in more than their date."""
    ways = (entry, *entry.ways)
    known = next((each for each in ways if source == f"{each.service}:{each.layer}"), entry)
    return replace(known, ways=())


def same_perimeter(record: Record, perimeter: Perimeter) -> bool:
    """Whether the perimeter is the one of the recipe; a territory's contour may have changed since."""
    return not record.document.get("territory") or record.document.get("area") == round(perimeter.area)


def update(
    connection: sqlite3.Connection, record: Record, fresh: Mapping[str, Any], done: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Writes the recipe of the refreshed file (`main`); gives back its document.

    `fresh`: the document of the new clip, empty where no layer was read again; `done`: what to note of a layer, by
    entry, with the key "applied" where its rows are those of the new clip (attached as `new`).
    """
    columns = [
        name
        for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (TABLE,))
        if name not in ("fid", "entry", "document")
    ]
    applied = [entry for entry, note in done.items() if note.get("applied")]
    for entry in applied:
        row = connection.execute(
            sql("SELECT {names} FROM new.{table} WHERE entry = ?", names=columns, table=TABLE), (entry,)
        ).fetchone()
        for name, value in zip(columns, row, strict=True):
            statement = sql("UPDATE main.{table} SET {name} = ? WHERE entry = ?", table=TABLE, name=name)
            connection.execute(statement, (value, entry))
    new = {layer["entry"]: layer for layer in fresh.get("layers", ()) if layer["entry"] in applied}
    document = {**record.document, **{name: value for name, value in fresh.items() if name != "layers"}}
    document["layers"] = [
        {**new.get(layer["entry"], layer), **_kept(layer), **done.get(layer["entry"], {})}
        for layer in record.document["layers"]
    ]
    text = json.dumps(document, ensure_ascii=False)
    connection.execute(sql("UPDATE main.{table} SET document = NULL", table=TABLE))
    connection.execute(
        sql("UPDATE main.{table} SET document = ? WHERE fid = (SELECT min(fid) FROM main.{table})", table=TABLE),
        (text,),
    )
    return document


def _kept(layer: Mapping[str, Any]) -> dict[str, Any]:
    return {name: layer[name] for name in ("latest", "columns", "asked", "dropped") if name in layer}


_METADATA = (
    " FROM {schema}.gpkg_metadata m JOIN {schema}.gpkg_metadata_reference r ON r.md_file_id = m.id"
    " WHERE r.table_name = ? AND m.md_standard_uri LIKE '%qgis%'"
)


def copy_metadata(connection: sqlite3.Connection, table: str) -> None:
    """What the new clip (attached as `new`) says of a table: source, edition, date, lineage."""
    fresh = scalar(connection, sql("SELECT m.metadata" + _METADATA, schema="new"), (table,))
    number = scalar(connection, sql("SELECT m.id" + _METADATA, schema="main"), (table,))
    if fresh is None:
        return
    if number is not None:
        connection.execute("UPDATE main.gpkg_metadata SET metadata = ? WHERE id = ?", (fresh, number))
        return
    number = connection.execute(
        "INSERT INTO main.gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)"
        " SELECT m.md_scope, m.md_standard_uri, m.mime_type, m.metadata FROM new.gpkg_metadata m"
        " JOIN new.gpkg_metadata_reference r ON r.md_file_id = m.id WHERE r.table_name = ?",
        (table,),
    ).lastrowid
    connection.execute(
        "INSERT INTO main.gpkg_metadata_reference (reference_scope, table_name, md_file_id) VALUES ('table', ?, ?)",
        (table, number),
    )
