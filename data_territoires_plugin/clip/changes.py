"""What differs between a table and its new state, by SQL between two GeoPackages: no Python object per unchanged row.

`main` holds the table as it was, `new` (attached) as its source gives it now. The rows are paired by their stable key,
or by their content where there is none; what comes of it stands in temporary tables that `clip.renewal` and
`clip.evolutions` read:

- `dt_local(old)`: rows that are not the source's; they take no part;
- `dt_pair(old, new)`: the rows that are the same feature;
- `dt_added(new, old)`: `old` is the row id that it will have; `dt_removed(old, kept)`;
- `dt_changed(old, new, attributes, geometry, metres, kept)`: pairs to be written again, what has changed in them;
- `dt_field(old, field, before, after)`: each value that has changed.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry

from ..geopackage import is_empty, quoted, sql, types_of, wkb_offset
from ..sources import stop_if_cancelled
from .part import CUT_COLUMN
from .state import canonical, digest_of, register_digest

if TYPE_CHECKING:
    import sqlite3

    from qgis.core import QgsFeedback

    from ..geopackage import Table

MILLIMETRE = 1e-3  # below, in the units of the CRS, a geometry that was cut anew has not moved
_BATCH = 500
_TABLES = {
    "dt_pair": "old INTEGER PRIMARY KEY, new INTEGER UNIQUE",
    "dt_added": "new INTEGER PRIMARY KEY, old INTEGER UNIQUE",
    "dt_removed": "old INTEGER PRIMARY KEY, kept INTEGER DEFAULT 0",
    "dt_changed": "old INTEGER PRIMARY KEY, new INTEGER, attributes INTEGER DEFAULT 0, geometry INTEGER DEFAULT 0,"
    " metres REAL, kept INTEGER DEFAULT 0",
    "dt_field": "old INTEGER, field TEXT, before, after",
}


@dataclass(frozen=True)
class Changes:
    """Counts of what the source has changed. `modified`: features, in attributes, in geometry or in both."""

    added: int = 0
    removed: int = 0
    modified: int = 0
    attributes: int = 0
    geometry: int = 0
    fields: dict[str, int] = field(default_factory=dict)  # field → features in which its value has changed

    @property
    def total(self) -> int:
        """Features added, removed or modified."""
        return self.added + self.removed + self.modified


@dataclass(frozen=True)
class Sides:
    """The two states of a table, and the columns of the source that both have: name → type, as declared in `old`."""

    old: Table
    new: Table
    columns: dict[str, str]
    key: str = ""  # the stable key of a feature; "" where nothing tells but the content


def register(connection: sqlite3.Connection) -> None:
    """The functions that the comparison and the triggers of a spatial index (GeoPackage 1.3, F.3) call for."""
    register_digest(connection)
    connection.create_function("ST_IsEmpty", 1, lambda blob: None if blob is None else int(is_empty(blob)))
    for position, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        connection.create_function(name, 1, lambda blob, at=position: None if blob is None else bounds_of(blob)[at])


def sides_of(connection: sqlite3.Connection, old: Table, new: Table, key: str) -> Sides:
    """The two states of a table; `key` is kept only where both have it."""
    there = {name.lower(): name for name in old.columns}
    types = types_of(connection, "main", old.name)
    columns = {
        there[name.lower()]: types[there[name.lower()]]
        for name in new.columns
        if name.lower() in there and name.lower() != CUT_COLUMN
    }
    return Sides(old, new, columns, key if key in columns else "")


def compare(connection: sqlite3.Connection, sides: Sides, feedback: QgsFeedback) -> None:
    """Fills the temporary tables. `dt_local` holds already the rows of `main` that are not the source's.

    The connection has the functions of `register`. Raises Cancelled.
    """
    for name, columns in _TABLES.items():
        connection.execute(sql("DROP TABLE IF EXISTS temp.{name}", name=name))
        connection.execute(sql("CREATE TEMP TABLE {name} ", name=name) + f"({columns})")
    if not sides.key or not _pair_by_key(connection, sides):
        _pair_by_content(connection, sides)
    statement = "INSERT INTO dt_added (new) SELECT {key} FROM new.{table} WHERE {key} NOT IN (SELECT new FROM dt_pair)"
    connection.execute(sql(statement, key=sides.new.key, table=sides.new.name))
    statement = (
        "INSERT INTO dt_removed (old) SELECT {key} FROM main.{table}"
        " WHERE {key} NOT IN (SELECT old FROM dt_pair) AND {key} NOT IN (SELECT old FROM dt_local)"
    )
    connection.execute(sql(statement, key=sides.old.key, table=sides.old.name))
    stop_if_cancelled(feedback)
    _compare_attributes(connection, sides)
    stop_if_cancelled(feedback)
    _compare_geometries(connection, sides, feedback)


def local_rows(connection: sqlite3.Connection) -> None:
    """An empty `dt_local`, to be filled before `compare`."""
    connection.execute("DROP TABLE IF EXISTS temp.dt_local")
    connection.execute("CREATE TEMP TABLE dt_local (old INTEGER PRIMARY KEY)")


# ------------------------------------------------------------------------------------------------ pairs
def _pair_by_key(connection: sqlite3.Connection, sides: Sides) -> bool:
    """Pairs the rows of the same key; False where the key does not tell the features of the source apart."""
    for name in ("dt_old_key", "dt_new_key"):
        connection.execute(sql("DROP TABLE IF EXISTS temp.{name}", name=name))
        connection.execute(sql("CREATE TEMP TABLE {name} (key TEXT PRIMARY KEY, row INTEGER) WITHOUT ROWID", name=name))
    rows = connection.execute(sql("SELECT count(*) FROM new.{table}", table=sides.new.name)).fetchone()[0]
    statement = "INSERT OR IGNORE INTO dt_new_key SELECT CAST({key} AS TEXT), {row} FROM new.{table}"
    given = sql(statement + " WHERE {key} IS NOT NULL", key=sides.key, row=sides.new.key, table=sides.new.name)
    if connection.execute(given).rowcount != rows:
        return False
    statement = (
        "INSERT OR IGNORE INTO dt_old_key SELECT CAST({key} AS TEXT), {row} FROM main.{table}"
        " WHERE {key} IS NOT NULL AND {row} NOT IN (SELECT old FROM dt_local) ORDER BY {row}"
    )
    names = {"key": sides.key, "row": sides.old.key, "table": sides.old.name}
    connection.execute(sql(statement, **names))
    # A key that comes twice, or not at all, in a layer whose source gives each its own: copied or drawn by hand.
    statement = (
        "INSERT OR IGNORE INTO dt_local SELECT {row} FROM main.{table} WHERE {row} NOT IN (SELECT row FROM dt_old_key)"
    )
    connection.execute(sql(statement, **names))
    connection.execute("INSERT INTO dt_pair SELECT o.row, n.row FROM dt_old_key o JOIN dt_new_key n ON n.key = o.key")
    return True


def _pair_by_content(connection: sqlite3.Connection, sides: Sides) -> None:
    """Pairs the rows that say the same; of several like ones, as many as there are on both sides."""
    for name, schema, table in (("dt_old_row", "main", sides.old), ("dt_new_row", "new", sides.new)):
        connection.execute(sql("DROP TABLE IF EXISTS temp.{name}", name=name))
        head = sql("CREATE TEMP TABLE {name} AS SELECT {row} AS row, ", name=name, row=table.key)
        digest = digest_of("t", sides.columns, table.geometry)
        tail = sql(" AS digest, 0 AS nth FROM {schema}.{table} t", schema=schema, table=table.name)
        if schema == "main":
            tail += sql(" WHERE {row} NOT IN (SELECT old FROM dt_local)", row=table.key)
        connection.execute(head + digest + tail)
        numbered = (
            "UPDATE {name} AS r SET nth = n.nth FROM (SELECT row, row_number() OVER (PARTITION BY digest ORDER BY row)"
            " AS nth FROM {name}) n WHERE n.row = r.row"
        )
        connection.execute(sql("CREATE INDEX temp.{index} ON {name} (row)", index=f"{name}_row", name=name))
        connection.execute(sql(numbered, name=name))
    connection.execute("CREATE INDEX temp.dt_new_row_digest ON dt_new_row (digest, nth)")
    connection.execute(
        "INSERT INTO dt_pair SELECT o.row, n.row FROM dt_old_row o JOIN dt_new_row n"
        " ON n.digest = o.digest AND n.nth = o.nth"
    )


# ------------------------------------------------------------------------------------------------ differences
def _both(sides: Sides, through: str) -> str:
    """FROM …: the rows of a temporary table, with both states of each."""
    return sql(
        " FROM temp.{through} p JOIN main.{old} o ON o.{old_key} = p.old JOIN new.{new} n ON n.{new_key} = p.new",
        through=through,
        old=sides.old.name,
        old_key=sides.old.key,
        new=sides.new.name,
        new_key=sides.new.key,
    )


def _compare_attributes(connection: sqlite3.Connection, sides: Sides) -> None:
    differ = {
        name: canonical("o", name, type_) + " IS NOT " + canonical("n", name, type_)
        for name, type_ in sides.columns.items()
    }
    if not differ:
        return
    connection.execute(
        "INSERT INTO dt_changed (old, new, attributes) SELECT p.old, p.new, 1"
        + _both(sides, "dt_pair")
        + " WHERE "
        + " OR ".join(differ.values())
    )
    for name, condition in differ.items():
        values = ", ".join(side + "." + quoted(name) for side in ("o", "n"))
        head = "INSERT INTO dt_field SELECT p.old, ?, " + values
        connection.execute(head + _both(sides, "dt_changed") + " WHERE " + condition, (name,))


def _compare_geometries(connection: sqlite3.Connection, sides: Sides, feedback: QgsFeedback) -> None:
    """Blobs first; those that differ without their headers; those that still do as geometries. Also the dt_cut."""
    if not (sides.old.geometry and sides.new.geometry):
        return
    names = {"old": sides.old.geometry, "new": sides.new.geometry}
    cut = "0"
    if CUT_COLUMN in sides.old.columns:
        connection.execute(
            "INSERT OR IGNORE INTO dt_changed (old, new) SELECT p.old, p.new"
            + _both(sides, "dt_pair")
            + sql(" WHERE o.{cut} IS NOT n.{cut}", cut=CUT_COLUMN)
        )
        cut = sql("o.{cut} = 1 OR n.{cut} = 1", cut=CUT_COLUMN)
    rows = connection.cursor().execute(
        sql("SELECT p.old, p.new, o.{old}, n.{new}, ", **names)
        + cut
        + _both(sides, "dt_pair")
        + sql(" WHERE o.{old} IS NOT n.{new}", **names)
    )
    while batch := rows.fetchmany(_BATCH):
        stop_if_cancelled(feedback)
        connection.executemany("INSERT OR IGNORE INTO dt_changed (old, new) VALUES (?, ?)", [row[:2] for row in batch])
        moved = [
            (metres, old)
            for old, _, before, after, cut_anew in batch
            if (metres := moved_by(before, after, tolerance=MILLIMETRE if cut_anew else 0.0)) is not None
        ]
        connection.executemany("UPDATE dt_changed SET geometry = 1, metres = ? WHERE old = ?", moved)


def moved_by(before: bytes | None, after: bytes | None, *, tolerance: float = 0.0) -> float | None:
    """How far a geometry has moved (Hausdorff distance, units of the CRS); None where it is the same one.

    The same one: the same vertices, whatever the header of the blob, the ring's first vertex or the order of the parts;
    or within `tolerance`. 0.0 where only altitudes have changed, -1.0 where one of the two is missing.
    """
    if not before or not after:
        return None if before == after else -1.0
    if before[wkb_offset(before) :] == after[wkb_offset(after) :]:
        return None
    one, other = _geometry(before), _geometry(after)
    if one.isEmpty() or other.isEmpty():
        return None if one.isEmpty() and other.isEmpty() else -1.0
    if _normal(one) == _normal(other):
        return None
    metres = max(float(one.hausdorffDistance(other)), 0.0)
    return None if 0.0 < metres <= tolerance else metres


def _geometry(blob: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(blob[wkb_offset(blob) :])
    return geometry


def _normal(geometry: QgsGeometry) -> bytes:
    same = QgsGeometry(geometry)
    same.normalize()
    return bytes(same.asWkb().data())


# ------------------------------------------------------------------------------------------------ counts
def counted(connection: sqlite3.Connection) -> Changes:
    """What the source has changed; rows kept as the technician left them are not changes."""
    added = connection.execute("SELECT count(*) FROM dt_added").fetchone()[0]
    removed = connection.execute("SELECT count(*) FROM dt_removed WHERE NOT kept").fetchone()[0]
    statement = (
        "SELECT coalesce(sum(attributes OR geometry), 0), coalesce(sum(attributes), 0), coalesce(sum(geometry), 0)"
        " FROM dt_changed WHERE NOT kept"
    )
    modified, attributes, geometry = connection.execute(statement).fetchone()
    fields = dict(
        connection.execute(
            "SELECT field, count(*) FROM dt_field WHERE old NOT IN (SELECT old FROM dt_changed WHERE kept)"
            " GROUP BY field ORDER BY 2 DESC, 1"
        )
    )
    return Changes(added, removed, modified, attributes, geometry, fields)


@lru_cache(maxsize=4)  # the triggers ask for each side of the same blob
def bounds_of(blob: bytes) -> tuple[float | None, ...]:
    """The bounds (min x, max x, min y, max y) of a blob: from its header where that says, None where it is empty."""
    if is_empty(blob):
        return (None, None, None, None)
    if (blob[3] >> 1) & 7:
        return struct.unpack_from("<4d" if blob[3] & 1 else ">4d", blob, 8)
    box = _geometry(blob).boundingBox()
    return (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
