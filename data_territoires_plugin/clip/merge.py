"""One table of a GeoPackage into another, with all that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..geopackage import attach, in_reference, quoted, scalar, sql
from .state import STATE, create_state

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

# What the extension "CRS in WKT 2" adds to gpkg_spatial_ref_sys, where a CRS of the file needs it.
_MORE = {"definition_12_063": "TEXT NOT NULL DEFAULT 'undefined'", "epoch": "DOUBLE"}
_EXTENSIONS = """CREATE TABLE IF NOT EXISTS main.gpkg_extensions (table_name TEXT, column_name TEXT,
extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))"""


def merge(connection: sqlite3.Connection, part: Path, table: str) -> None:
    """Copies a table of the GeoPackage `part` into the one of `connection`: rows, spatial index, CRS, triggers."""
    attach(connection, part, "part")
    try:
        connection.execute("BEGIN")
        connection.execute(_EXTENSIONS)
        statement = scalar(connection, "SELECT sql FROM part.sqlite_master WHERE type = 'table' AND name = ?", (table,))
        connection.execute(statement)
        _copy_rows(connection, table)
        _copy_index(connection, table)
        _copy_state(connection, table)
        triggers = connection.execute(
            "SELECT sql FROM part.sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
        for (trigger,) in triggers:
            connection.execute(trigger)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("DETACH part")


def _copy_rows(connection: sqlite3.Connection, table: str) -> None:
    """The rows and what the registers say of them, in the CRS as this file numbers it."""
    theirs = scalar(connection, "SELECT srs_id FROM part.gpkg_contents WHERE table_name = ?", (table,))
    ours = theirs if theirs in (None, 0, -1) else _reference(connection, theirs)
    names = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    values = [quoted(name) for name in names]
    if ours != theirs:
        # Two CRS that no authority numbers had the same number, each in its file.
        connection.create_function("dt_reference", 1, lambda blob: blob and in_reference(blob, ours))
        values = [f"dt_reference({value})" if value == '"geom"' else value for value in values]
    copy = sql("INSERT INTO main.{table} ({names}) SELECT ", table=table, names=names) + ", ".join(values)
    connection.execute(copy + sql(" FROM part.{table}", table=table))
    for register in ("gpkg_contents", "gpkg_geometry_columns", "gpkg_ogr_contents"):
        copy = sql("INSERT INTO main.{register} SELECT * FROM part.{register} WHERE table_name = ?", register=register)
        connection.execute(copy, (table,))
        if ours != theirs and register != "gpkg_ogr_contents":
            correct = sql("UPDATE main.{register} SET srs_id = ? WHERE table_name = ?", register=register)
            connection.execute(correct, (ours, table))


def _reference(connection: sqlite3.Connection, number: int) -> int:
    """The number, in this file, of a CRS of the other one: the same unless it is taken by another CRS."""
    columns = _reference_columns(connection)
    listed = sql("SELECT {names} FROM part.gpkg_spatial_ref_sys WHERE srs_id = ?", names=columns)
    row = dict(zip(columns, connection.execute(listed, (number,)).fetchone(), strict=True))
    known = connection.execute(
        "SELECT organization, organization_coordsys_id, definition FROM main.gpkg_spatial_ref_sys WHERE srs_id = ?",
        (number,),
    ).fetchone()
    authority = str(row["organization"]).upper()
    if known is not None:
        same = known[2] == row["definition"] if authority == "NONE" else str(known[0]).upper() == authority
        if same and (authority == "NONE" or known[1] == row["organization_coordsys_id"]):
            return number
        row["srs_id"] = scalar(connection, "SELECT max(srs_id) + 1 FROM main.gpkg_spatial_ref_sys")
        if authority == "NONE":
            row["organization_coordsys_id"] = row["srs_id"]
    insertion = sql("INSERT INTO main.gpkg_spatial_ref_sys ({names}) VALUES ", names=columns)
    connection.execute(insertion + "(" + ", ".join("?" * len(columns)) + ")", [row[name] for name in columns])
    return int(row["srs_id"])


def _reference_columns(connection: sqlite3.Connection) -> list[str]:
    """The columns of the other file's list of CRS, which this file's has too from now on."""
    columns = "SELECT name FROM pragma_table_info('gpkg_spatial_ref_sys', ?)"
    theirs = [name for (name,) in connection.execute(columns, ("part",))]
    ours = {name for (name,) in connection.execute(columns, ("main",))}
    for name in theirs:
        if name not in ours and name in _MORE:
            connection.execute(sql("ALTER TABLE main.gpkg_spatial_ref_sys ADD COLUMN {name} ", name=name) + _MORE[name])
    connection.execute(
        "INSERT OR IGNORE INTO main.gpkg_extensions SELECT * FROM part.gpkg_extensions"
        " WHERE table_name = 'gpkg_spatial_ref_sys' AND extension_name NOT IN"
        " (SELECT extension_name FROM main.gpkg_extensions WHERE table_name = 'gpkg_spatial_ref_sys')"
    )
    return [name for name in theirs if name in ours or name in _MORE]


def _copy_state(connection: sqlite3.Connection, table: str) -> None:
    """What the rows said when their source gave them, where that was noted."""
    if scalar(connection, "SELECT 1 FROM part.sqlite_master WHERE name = ?", (STATE,)) is not None:
        create_state(connection)
        copy = sql("INSERT OR REPLACE INTO main.{state} SELECT * FROM part.{state} WHERE entry = ?", state=STATE)
        connection.execute(copy, (table,))


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
    connection.execute(
        "INSERT INTO main.gpkg_extensions SELECT * FROM part.gpkg_extensions WHERE table_name = ?", (table,)
    )
