"""The recipe inside the GeoPackage: what is needed to do the clip again, and what came of it."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from ..geopackage import sql
from ..metadata import attribution

if TYPE_CHECKING:
    import sqlite3

    from .request import ClipRequest, LayerResult

TABLE = "dt_recipe"
VERSION = 1
_COLUMNS = (
    ("entry", "TEXT"),
    ("title", "TEXT"),
    ("source", "TEXT"),
    ("request", "TEXT"),
    ("way", "TEXT"),
    ("why", "TEXT"),
    ("cut", "TEXT"),
    ("crs", "TEXT"),
    ("edition", "TEXT"),
    ("licence", "TEXT"),
    ("attribution", "TEXT"),
    ("date", "TEXT"),
    ("announced", "INTEGER"),
    ("received", "INTEGER"),
    ("written", "INTEGER"),
    ("bytes", "INTEGER"),
    ("seconds", "REAL"),
    ("status", "TEXT"),
    ("message", "TEXT"),
    ("document", "TEXT"),
)


def layer_row(request: ClipRequest, layer: LayerResult) -> dict[str, Any]:
    """One layer, as the recipe and the report tell it."""
    entry, plan, tally = layer.entry, layer.plan, layer.tally
    return {
        "entry": entry.id,
        "title": entry.title,
        "source": f"{entry.service}:{entry.layer}" if entry.service != "local" else entry.layer,
        "request": plan.request if plan else "",
        "way": plan.way.value if plan else "",
        "why": "; ".join(filter(None, (plan.reason if plan else "", *layer.choice))),
        "cut": request.mode(entry).value,
        "crs": request.crs_of(entry).authid() or request.crs_of(entry).toWkt(),
        "edition": layer.edition,
        "licence": entry.licence.title,
        "attribution": attribution(entry, layer.edition, layer.fetched),
        "date": layer.fetched.isoformat(),
        "announced": plan.announced if plan else None,
        "received": tally.received,
        "written": tally.written,
        "bytes": layer.bytes,
        "seconds": round(layer.seconds, 3),
        "status": layer.status.value,
        "message": f"{layer.message} {layer.hint}".strip(),
    }


def layer_details(layer: LayerResult) -> dict[str, Any]:
    """What the report says beside the row of the recipe."""
    tally = layer.tally
    return {
        "inside": tally.inside,
        "cut_features": tally.cut,
        "kept_whole": tally.whole,
        "left_out": tally.left_out,
        "outside": tally.outside,
        "slivers": tally.slivers,
        "other_kind": tally.other_kind,
        "without_geometry": tally.without_geometry,
        "repaired": tally.repaired,
        "invalid": tally.invalid,
        "invalid_features": tally.invalid_features,
        "choice": list(layer.choice),
        "detail": layer.detail,
        "columns": [column.name for column in layer.columns],
        "phases": {phase: round(seconds, 3) for phase, seconds in tally.phases.items()},
    }


def document(request: ClipRequest, layers: list[LayerResult], seconds: float) -> dict[str, Any]:
    """The recipe as one document: the request, and each layer."""
    perimeter = request.perimeter
    return {
        "recipe": VERSION,
        "made": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "territory": perimeter.territory,
        "name": perimeter.name,
        "edition": perimeter.edition,
        "perimeter": None if perimeter.territory and not request.buffer else perimeter.geometry.asWkt(3),
        "crs": (request.crs.authid() or request.crs.toWkt()) if request.crs is not None else "",
        "buffer": request.buffer,
        "cut": request.cut.value if request.cut else "entry",
        "area": round(perimeter.area),
        "seconds": round(seconds, 3),
        "layers": [layer_row(request, layer) | layer_details(layer) for layer in layers],
    }


def write(connection: sqlite3.Connection, request: ClipRequest, layers: list[LayerResult], seconds: float) -> None:
    """Writes the recipe as a table of the GeoPackage, one row per layer; the document stands in the first row."""
    definitions = ", ".join(f"{name} {type_}" for name, type_ in _COLUMNS)
    connection.execute(
        sql("CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ", table=TABLE) + definitions + ")"
    )
    write_rows(connection, request, layers, seconds)
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
        " VALUES (?, 'attributes', ?, ?, 0)",
        (TABLE, TABLE, "Data Territoires"),
    )


def write_rows(connection: sqlite3.Connection, request: ClipRequest, layers: list[LayerResult], seconds: float) -> None:
    """The rows of the recipe, in a table that is there."""
    names = [name for name, _ in _COLUMNS]
    text: str | None = json.dumps(document(request, layers, seconds), ensure_ascii=False)
    for layer in layers:
        row = layer_row(request, layer) | {"document": text}
        marks = ", ".join("?" * len(names))
        insertion = sql("INSERT INTO {table} ({names}) VALUES ", table=TABLE, names=names)
        connection.execute(f"{insertion}({marks})", [row[name] for name in names])
        text = None
