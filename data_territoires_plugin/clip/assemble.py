"""Putting the layers together in one GeoPackage: the largest part becomes the result, the others are copied into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsRectangle

from ..geopackage import connect, scalar, sql
from ..i18n import tr
from ..metadata import attribution
from ..metadata.layer import layer_metadata
from ..metadata.layer import write as write_metadata
from ..paths import resources
from ..sources import interruptible
from . import recipe
from .merge import merge
from .table import fast

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from qgis.core import QgsFeedback, QgsLayerMetadata

    from ..catalogue.entry import Entry
    from .request import ClipRequest, LayerResult

_STYLES = """CREATE TABLE IF NOT EXISTS layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))"""


def assemble(
    request: ClipRequest, layers: list[LayerResult], target: Path, seconds: float, feedback: QgsFeedback
) -> None:
    """Writes `target` from the parts of the layers (which are used up)."""
    parts = sorted(
        ((layer, layer.part) for layer in layers if layer.part is not None), key=lambda pair: -pair[1].stat().st_size
    )
    made = [layer for layer, _ in parts]
    (_, largest), *others = parts
    target.unlink(missing_ok=True)
    largest.replace(target)
    connection = connect(target)
    try:
        fast(connection)
        with interruptible(connection, feedback):
            for layer, part in others:
                merge(connection, part, layer.entry.id)
                part.unlink()
            connection.execute("BEGIN")
            _describe(connection, made)
            write_styles(connection, [(layer.entry.id, layer.entry.style) for layer in made])
            for layer in made:
                write_metadata(connection, layer.entry.id, metadata_of(connection, request, layer))
            recipe.write(connection, request, layers, seconds)
            connection.execute("COMMIT")
    finally:
        connection.close()


def _describe(connection: sqlite3.Connection, layers: list[LayerResult]) -> None:
    for layer in layers:
        connection.execute(
            "UPDATE gpkg_contents SET identifier = ?, description = ? WHERE table_name = ?",
            (f"{layer.entry.title} ({layer.entry.id})", layer.entry.abstract, layer.entry.id),
        )


def write_styles(connection: sqlite3.Connection, styles: Iterable[tuple[str, str]]) -> None:
    """One default style per table (table, name of the style), in the table that QGIS reads them from."""
    connection.execute(_STYLES)
    connection.execute(
        "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
        " VALUES ('layer_styles', 'attributes', 'layer_styles', '', 0)"
    )
    for table, name in styles:
        style = style_of(name)
        if style is not None:
            geometry = scalar(
                connection, "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,)
            )
            connection.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
                " styleQML, styleSLD, useAsDefault, description, owner)"
                " VALUES ('', '', ?, ?, ?, ?, '', 1, 'Data Territoires', '')",
                (table, geometry or "", name, style.read_text(encoding="utf-8")),
            )


def style_of(name: str) -> Path | None:
    """The QML of a style, None where there is none."""
    path = resources() / "styles" / f"{name}.qml"
    return path if name and path.is_file() else None


def metadata_of(connection: sqlite3.Connection, request: ClipRequest, layer: LayerResult) -> QgsLayerMetadata:
    """What a layer of the result says of itself; its extent is the one that the GeoPackage says."""
    entry = layer.entry
    return layer_metadata(
        entry,
        request.themes.get(entry.theme, entry.theme),
        request.crs_of(entry),
        _extent_of(connection, entry.id),
        edition=layer.edition,
        attribution=attribution(entry, layer.edition, layer.fetched),
        lineage=_lineage(request, layer),
        fetched=layer.fetched,
    )


def latest_of(connection: sqlite3.Connection, entry: Entry, columns: Iterable[str]) -> str:
    """The edition of an entry that a field tells: its most recent date, "" where the table has none."""
    field = entry.edition.removeprefix("field:")
    if field not in columns:
        return ""
    latest = scalar(connection, sql("SELECT max({field}) FROM main.{table}", field=field, table=entry.id))
    return str(latest)[:10] if latest else ""


def _extent_of(connection: sqlite3.Connection, table: str) -> QgsRectangle:
    """The extent that the GeoPackage says of a table."""
    row = connection.execute(
        "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", (table,)
    ).fetchone()
    return QgsRectangle(*row) if row and None not in row else QgsRectangle()


def _lineage(request: ClipRequest, layer: LayerResult) -> str:
    """How a layer was made, in one sentence."""
    return tr(
        "Fetched on {date} from {source} ({way}), clipped to {territory} ({mode}). Features received: {received};"
        " written: {written}; cut: {cut}."
    ).format(
        date=layer.fetched.strftime("%d/%m/%Y"),
        source=f"{layer.entry.service}:{layer.entry.layer}",
        way=layer.plan.reason if layer.plan else "",
        territory=request.perimeter.name,
        mode=request.mode(layer.entry).value,
        received=layer.tally.received,
        written=layer.tally.written,
        cut=layer.tally.cut,
    )
