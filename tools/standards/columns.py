"""Columns of SQL as fields: what the templates in GeoPackage and the scripts of the CNIG state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import Field, FieldType, Geometry, Kind, Presence
from tools.standards.labels import field_title

if TYPE_CHECKING:
    import sqlite3

_TYPES = {
    "TEXT": FieldType.TEXT,
    "VARCHAR": FieldType.TEXT,
    "BOOLEAN": FieldType.BOOLEAN,
    "DATE": FieldType.DATE,
    "DATETIME": FieldType.DATETIME,
    "INTEGER": FieldType.INTEGER,
    "MEDIUMINT": FieldType.INTEGER,
    "SMALLINT": FieldType.INTEGER,
    "TINYINT": FieldType.INTEGER,
    "FLOAT": FieldType.NUMBER,
    "DOUBLE": FieldType.NUMBER,
    "REAL": FieldType.NUMBER,
}
_KINDS = {"POINT": Kind.POINT, "LINESTRING": Kind.LINE, "POLYGON": Kind.POLYGON, "GEOMETRY": Kind.ANY}
_SIZED = re.compile(r"(\w+)(?:\s+\w+)?(?:\((\d+)\))?")


@dataclass(frozen=True)
class Column:
    """A column as SQL states it."""

    name: str
    type: str
    required: bool = False
    unique: bool = False
    default: str = ""


def kind_of(type_: str) -> Kind | None:
    """The kind of geometry of a type of SQL, None for a type of value."""
    return _KINDS.get(type_.upper().removeprefix("MULTI"))


def field_of(column: Column) -> Field:
    """The field of a column. A template has every column: all are expected in the table."""
    match = _SIZED.match(column.type.upper())
    assert match, column
    type_ = _TYPES[match[1]]
    return Field(
        name=column.name,
        type=type_,
        title=field_title(column.name),
        presence=Presence.MANDATORY if column.required else Presence.OPTIONAL,
        required=column.required,
        unique=column.unique,
        max_length=int(match[2]) if match[2] and type_ is FieldType.TEXT else None,
        default=column.default.strip("'") if not column.default.startswith("(") else "",
    )


def geometry_of(column: Column, type_: str) -> Geometry:
    """The geometry of a column. A template names a single type where the data is multipart or not: both are taken."""
    kind = kind_of(type_)
    assert kind, type_
    return Geometry((kind,), required=column.required, column=column.name)


def of_table(database: sqlite3.Connection, table: str) -> list[Column]:
    """The columns of a table of a GeoPackage, without its own row number (an integer primary key)."""
    rows = database.execute('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)', (table,))
    alone = _unique(database, table)
    return [
        Column(name, type_, bool(required) or bool(rank), name in alone, default or "")
        for name, type_, required, default, rank in rows.fetchall()
        if not (rank and name == "fid")
    ]


def _unique(database: sqlite3.Connection, table: str) -> set[str]:
    """The columns that are unique by themselves."""
    indexes = database.execute('SELECT name FROM pragma_index_list(?) WHERE "unique"', (table,)).fetchall()
    found = set()
    for (index,) in indexes:
        names = database.execute("SELECT name FROM pragma_index_info(?)", (index,)).fetchall()
        if len(names) == 1:
            found.add(names[0][0])
    return found
