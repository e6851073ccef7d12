"""Putting the layers together in one GeoPackage: the largest part becomes the result, the others are copied into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsRectangle

from ..geopackage import attach, connect, scalar, sql
from ..metadata import attribution
from ..metadata.layer import layer_metadata
from ..metadata.layer import save as save_metadata
from ..paths import resources
from . import recipe

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from .request import ClipRequest, LayerResult

_STYLES = """CREATE TABLE IF NOT EXISTS layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))"""


def assemble(request: ClipRequest, layers: list[LayerResult], target: Path, seconds: float) -> list[str]:
    """Writes `target` from the parts of the layers (which are used up); gives back warnings for the report."""
    made = sorted(
        (layer for layer in layers if layer.part), key=lambda layer: -layer.part.stat().st_size if layer.part else 0
    )
    target.unlink(missing_ok=True)
    first, *others = made
    if first.part is None:  # pragma: no cover - `made` holds only layers that have a part
        return []
    first.part.replace(target)
    connection = connect(target)
    try:
        for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "cache_size=-32000"):
            connection.execute("PRAGMA " + pragma)
        for layer in others:
            if layer.part is not None:
                merge(connection, layer.part, layer.entry.id)
                layer.part.unlink()
        connection.execute("BEGIN")
        _describe(connection, request, made)
        _write_styles(connection, made)
        recipe.write(connection, request, layers, seconds)
        connection.execute("COMMIT")
    finally:
        connection.close()
    return _write_metadata(target, request, made)


def merge(connection: sqlite3.Connection, part: Path, table: str) -> None:
    """Copies one table of another GeoPackage with all that belongs to it, its spatial index as it is."""
    attach(connection, part, "part")
    try:
        connection.execute("BEGIN")
        statement = scalar(connection, "SELECT sql FROM part.sqlite_master WHERE type = 'table' AND name = ?", (table,))
        connection.execute(statement)
        connection.execute(sql("INSERT INTO main.{table} SELECT * FROM part.{table}", table=table))
        connection.execute("INSERT OR IGNORE INTO main.gpkg_spatial_ref_sys SELECT * FROM part.gpkg_spatial_ref_sys")
        for register in ("gpkg_contents", "gpkg_geometry_columns", "gpkg_ogr_contents"):
            copy = sql(
                "INSERT INTO main.{register} SELECT * FROM part.{register} WHERE table_name = ?", register=register
            )
            connection.execute(copy, (table,))
        _copy_index(connection, table)
        triggers = connection.execute(
            "SELECT sql FROM part.sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
        for (trigger,) in triggers:
            connection.execute(trigger)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("DETACH part")


def _copy_index(connection: sqlite3.Connection, table: str) -> None:
    """An R-tree is three plain tables behind a virtual one: copied row by row, it need not be built again."""
    index = f"rtree_{table}_geom"
    statement = scalar(connection, "SELECT sql FROM part.sqlite_master WHERE name = ?", (index,))
    if statement is None:
        return
    connection.execute(statement)
    for shadow in ("node", "rowid", "parent"):
        names = {"shadow": f"{index}_{shadow}"}
        connection.execute(sql("DELETE FROM main.{shadow}", **names))
        connection.execute(sql("INSERT INTO main.{shadow} SELECT * FROM part.{shadow}", **names))
    connection.execute(_EXTENSIONS)
    connection.execute(
        "INSERT INTO main.gpkg_extensions SELECT * FROM part.gpkg_extensions WHERE table_name = ?", (table,)
    )


_EXTENSIONS = """CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))"""


def _describe(connection: sqlite3.Connection, request: ClipRequest, layers: list[LayerResult]) -> None:
    for layer in layers:
        connection.execute(
            "UPDATE gpkg_contents SET identifier = ?, description = ? WHERE table_name = ?",
            (f"{layer.entry.title} ({layer.entry.id})", layer.entry.abstract, layer.entry.id),
        )


def _write_styles(connection: sqlite3.Connection, layers: list[LayerResult]) -> None:
    """One default style per table, in the table that QGIS reads them from."""
    connection.execute(_STYLES)
    connection.execute(
        "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
        " VALUES ('layer_styles', 'attributes', 'layer_styles', '', 0)"
    )
    for layer in layers:
        style = style_of(layer.entry.style)
        if style is not None:
            geometry = scalar(
                connection, "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (layer.entry.id,)
            )
            connection.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,"
                " styleSLD, useAsDefault, description, owner) VALUES ('', '', ?, ?, ?, ?, '', 1, 'Data Territoires', '')",
                (layer.entry.id, geometry or "", layer.entry.style, style.read_text(encoding="utf-8")),
            )


def style_of(name: str) -> Path | None:
    """The QML of a style, None where there is none."""
    path = resources() / "styles" / f"{name}.qml"
    return path if name and path.is_file() else None


def _write_metadata(target: Path, request: ClipRequest, layers: list[LayerResult]) -> list[str]:
    warnings = []
    for layer in layers:
        entry = layer.entry
        metadata = layer_metadata(
            entry,
            request.themes.get(entry.theme, entry.theme),
            request.crs_of(entry),
            _extent(target, entry.id),
            edition=layer.edition,
            attribution=attribution(entry, layer.edition, layer.fetched),
            lineage=lineage(request, layer),
            fetched=layer.fetched,
        )
        problem = save_metadata(str(target), entry.id, metadata)
        if problem:
            warnings.append(f"{entry.id}: {problem}")
    return warnings


def _extent(target: Path, table: str) -> QgsRectangle:
    connection = connect(target, read_only=True)
    try:
        row = connection.execute(
            "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", (table,)
        ).fetchone()
    finally:
        connection.close()
    return QgsRectangle(*row) if row and None not in row else QgsRectangle()


def lineage(request: ClipRequest, layer: LayerResult) -> str:
    """How a layer was made, in one sentence."""
    from ..i18n import tr

    return tr(
        "Fetched on {date} from {source} ({way}), clipped to {territory} ({mode}): {received} features received, {written} written,"
        " of which {cut} cut."
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
