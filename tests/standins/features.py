"""The features that a stand-in serves, read from GeoPackages with sqlite3 and the R-tree; exact tests by GEOS."""

from __future__ import annotations

import contextlib
import functools
import sqlite3
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from tests.standins.coordinates import box_around, is_geographic, project, swapped
from tests.standins.cql import Condition, Group, Spatial, Where, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Bounds = tuple[float, float, float, float]
_CHUNK = 20_000
_ENVELOPES = (0, 32, 48, 48, 64)  # bytes of a GeoPackage header's envelope, by its indicator
_KINDS = (
    ("BOOL", "boolean"),
    ("DATETIME", "dateTime"),
    ("DATE", "date"),
    ("BIGINT", "long"),
    ("INT", "int"),
    ("REAL", "double"),
    ("DOUB", "double"),
    ("FLO", "double"),
)


@dataclass(frozen=True)
class Layer:
    """A feature type and where its features are.

    Attributes:
        name: type name with its namespace, e.g. `BDTOPO_V3:batiment`.
        path: the GeoPackage.
        table: the table in it.
        key: the unique property; empty for a layer without primary key, whose feature ids then change at each request.
        crs: EPSG code of the native CRS that the service announces (the table may be in another).
        geometry: name of the geometry property, whatever the table calls it.
        title: title in the capabilities.
    """

    name: str
    path: Path
    table: str
    key: str = "cleabs"
    crs: int = 4326
    geometry: str = "geometrie"
    title: str = ""

    @property
    def local(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition(":")[2]

    @property
    def namespace(self) -> str:
        """The namespace's prefix."""
        return self.name.rpartition(":")[0]


@dataclass(frozen=True)
class Column:
    """A property: its name and its XSD type without prefix."""

    name: str
    kind: str


@dataclass(frozen=True)
class Sort:
    """One property to sort by."""

    name: str
    descending: bool = False


def geometries(blobs: Sequence[bytes | None]) -> np.ndarray:
    """The geometries of GeoPackage blobs."""
    return shapely.from_wkb(np.array([b and b[8 + _ENVELOPES[b[3] >> 1 & 7] :] for b in blobs], dtype=object))


class FeatureTable:
    """The features of one layer."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self.dropped: frozenset[int] = frozenset()
        self._connections = threading.local()
        self._lock = threading.Lock()
        self._read_schema()

    # ------------------------------------------------------------ schema
    def _connection(self) -> sqlite3.Connection:
        connection = getattr(self._connections, "value", None)
        if connection is None:
            address = f"file:{self.layer.path}?mode=ro"
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            try:
                connection.execute("SELECT count(*) FROM gpkg_contents")
            except sqlite3.OperationalError:  # a write-ahead log that can't be opened in a read-only folder
                connection = sqlite3.connect(address + "&immutable=1", uri=True, check_same_thread=False)
            self._connections.value = connection
        return connection

    def _query(self, sql: str, values: Iterable = ()) -> sqlite3.Cursor:
        return self._connection().execute(sql, tuple(values))

    def _read_schema(self) -> None:
        table = self.layer.table
        info = self._query(f"PRAGMA table_info({quoted(table)})").fetchall()
        if not info:
            raise ValueError(f"{self.layer.path} has no table {table}")
        row = self._query(
            "SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", [table]
        ).fetchone()
        self.geometry_column, self.geometry_kind, self.crs = row or ("", "", self.layer.crs)
        self.row_id = next((name for _, name, _, _, _, primary in info if primary), "rowid")
        hidden = {self.geometry_column, self.row_id} - {self.layer.key}
        self.columns = tuple(Column(name, _kind(declared)) for _, name, declared, *_ in info if name not in hidden)
        self.by_name = {column.name: column.name for column in self.columns}
        if self.layer.key and self.layer.key not in self.by_name:
            raise ValueError(f"{table} has no column {self.layer.key}")
        rtree = f"rtree_{table}_{self.geometry_column}"
        known = self._query("SELECT 1 FROM sqlite_master WHERE name = ?", [rtree]).fetchone()
        self.rtree = rtree if known else ""

    @property
    def has_geometry(self) -> bool:
        """Whether the type has a geometry (tables of codes have none)."""
        return bool(self.geometry_column)

    @functools.cached_property
    def bounds(self) -> Bounds:
        """The extent, in the table's CRS."""
        if not self.has_geometry:
            return (0.0, 0.0, 0.0, 0.0)
        if self.rtree:
            row = self._query(f"SELECT min(minx), min(miny), max(maxx), max(maxy) FROM {quoted(self.rtree)}").fetchone()
            return tuple(row) if row[0] is not None else (0.0, 0.0, 0.0, 0.0)
        return tuple(shapely.total_bounds(self._all_shapes[1]))

    # ------------------------------------------------------------ choosing
    @functools.cached_property
    def _all(self) -> np.ndarray:
        return self._ids(f"SELECT {quoted(self.row_id)} FROM {quoted(self.layer.table)}")

    @functools.cached_property
    def _all_shapes(self) -> tuple[np.ndarray, np.ndarray]:
        rows = self._query(
            f"SELECT {quoted(self.row_id)}, {quoted(self.geometry_column)} FROM {quoted(self.layer.table)}"
        ).fetchall()
        return np.array([row[0] for row in rows], dtype=np.int64), geometries([row[1] for row in rows])

    def _ids(self, sql: str, values: Iterable = ()) -> np.ndarray:
        return np.unique(np.fromiter((row[0] for row in self._query(sql, values)), dtype=np.int64))

    def chosen(self, condition: Condition | None, box: Spatial | None = None) -> np.ndarray:
        """The row ids that meet the condition and the box, ascending."""
        ids = self._all if condition is None else self._evaluate(condition)
        if box is not None:
            ids = np.intersect1d(ids, self._evaluate(box), assume_unique=True)
        if self.dropped:
            ids = np.setdiff1d(ids, np.fromiter(self.dropped, dtype=np.int64), assume_unique=True)
        return ids

    def with_key(self, keys: Iterable[str]) -> np.ndarray:
        """The row ids of features by their key."""
        keys = list(keys)
        marks = ",".join("?" * len(keys))
        return self._ids(
            f"SELECT {quoted(self.row_id)} FROM {quoted(self.layer.table)} "
            f"WHERE CAST({quoted(self.layer.key)} AS TEXT) IN ({marks})",
            keys,
        )

    def _evaluate(self, condition: Condition) -> np.ndarray:
        if isinstance(condition, Where):
            sql = f"SELECT {quoted(self.row_id)} FROM {quoted(self.layer.table)} WHERE {condition.sql}"
            return self._ids(sql, condition.values)
        if isinstance(condition, Spatial):
            return self._touching(condition)
        return self._combine(condition)

    def _combine(self, group: Group) -> np.ndarray:
        parts = [self._evaluate(member) for member in group.members]
        if group.operator == "NOT":
            return np.setdiff1d(self._all, parts[0], assume_unique=True)
        merge = np.intersect1d if group.operator == "AND" else np.union1d
        return functools.reduce(merge, parts)

    def _touching(self, condition: Spatial) -> np.ndarray:
        """The rows whose geometry, in the native CRS, meets the predicate."""
        native = self.layer.crs
        # Metres are counted in metres, also on a layer in degrees.
        frame = 2154 if condition.predicate == "DWITHIN" and is_geographic(native) else native
        shape = np.array([condition.geometry], dtype=object)
        if condition.srid is None:
            # The axes of the CRS itself: degrees are then read latitude first.
            shape = swapped(shape) if native == 4326 else shape
        else:
            shape = project(shape, condition.srid, native)
        mask = project(shape, native, frame)[0]
        reach = mask.buffer(condition.distance) if condition.predicate == "DWITHIN" else mask
        ids, shapes = self._candidates(box_around(reach.bounds, frame, self.crs))
        if not len(ids):
            return ids
        shapes = project(shapes, self.crs, frame)
        if condition.predicate == "DISJOINT":
            return np.setdiff1d(self._all, ids[_meets("INTERSECTS", mask, shapes, 0)], assume_unique=True)
        return np.unique(ids[_meets(condition.predicate, mask, shapes, condition.distance)])

    def _candidates(self, box: tuple[float, ...]) -> tuple[np.ndarray, np.ndarray]:
        west, south, east, north = box
        if not self.rtree:
            ids, shapes = self._all_shapes
            bounds = shapely.bounds(shapes)
            near = (bounds[:, 0] <= east) & (bounds[:, 2] >= west) & (bounds[:, 1] <= north) & (bounds[:, 3] >= south)
            return ids[near], shapes[near]
        rows = self._query(
            f"SELECT t.{quoted(self.row_id)}, t.{quoted(self.geometry_column)} FROM {quoted(self.rtree)} AS r "
            f"JOIN {quoted(self.layer.table)} AS t ON t.{quoted(self.row_id)} = r.id "
            "WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?",
            (west, east, south, north),
        ).fetchall()
        return np.array([row[0] for row in rows], dtype=np.int64), geometries([row[1] for row in rows])

    # ------------------------------------------------------------ order
    def ordered(self, ids: np.ndarray, sorts: Sequence[Sort]) -> np.ndarray:
        """The row ids in the order of `sorts`; nulls last, as PostgreSQL does."""
        keys: list[np.ndarray] = [ids]
        for sort in reversed(sorts):
            rank = self._ranks(sort.name)[ids]
            keys.append(-rank if sort.descending else rank)
        return ids[np.lexsort(keys)]

    @functools.cache  # noqa: B019 (one table lives as long as its server)
    def _ranks(self, name: str) -> np.ndarray:
        """The place of each row id in the order of one property; equal values share a place."""
        with self._lock:
            column, table = quoted(name), quoted(self.layer.table)
            rows = self._query(
                f"SELECT {quoted(self.row_id)}, {column} FROM {table} ORDER BY {column} IS NULL, {column}"
            ).fetchall()
        ranks = np.zeros(max((row[0] for row in rows), default=0) + 1, dtype=np.int64)
        place, previous = 0, None
        for row_id, value in rows:
            if value != previous:
                place, previous = place + 1, value
            ranks[row_id] = place
        return ranks

    # ------------------------------------------------------------ reading
    def rows(self, ids: np.ndarray, names: Sequence[str]) -> tuple[list[tuple], np.ndarray]:
        """The values of `names` and the geometries (table's CRS) of the rows, in the order of `ids`."""
        shape = quoted(self.geometry_column) if self.has_geometry else "NULL"
        wanted = ", ".join([quoted(self.row_id), shape, *(quoted(name) for name in names)])
        found = {}
        for start in range(0, len(ids), _CHUNK):
            part = ids[start : start + _CHUNK].tolist()
            sql = f"SELECT {wanted} FROM {quoted(self.layer.table)} WHERE {quoted(self.row_id)} IN "
            for row in self._query(f"{sql} ({','.join('?' * len(part))})", part):
                found[row[0]] = row
        rows = [found[row_id] for row_id in ids.tolist()]
        return [row[2:] for row in rows], geometries([row[1] for row in rows])

    def drop(self, keys: Iterable[str]) -> int:
        """Forget features by their key, as an update of the source would; how many."""
        ids = self.with_key(str(key) for key in keys)
        self.dropped |= set(ids.tolist())
        return len(ids)

    def close(self) -> None:
        """Close this thread's connection."""
        connection = getattr(self._connections, "value", None)
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()
            self._connections.value = None


def _kind(declared: str) -> str:
    upper = (declared or "").upper()
    return next((kind for start, kind in _KINDS if start in upper), "string")


def _meets(predicate: str, mask: shapely.Geometry, shapes: np.ndarray, distance: float) -> np.ndarray:
    """Which shapes meet `predicate` with `mask` (the shape comes first, as in ECQL)."""
    if predicate == "BBOX":
        west, south, east, north = mask.bounds
        box = shapely.bounds(shapes)
        return (box[:, 0] <= east) & (box[:, 2] >= west) & (box[:, 1] <= north) & (box[:, 3] >= south)
    shapely.prepare(mask)
    tests = {
        "INTERSECTS": lambda: shapely.intersects(mask, shapes),
        "WITHIN": lambda: shapely.contains(mask, shapes),
        "CONTAINS": lambda: shapely.within(mask, shapes),
        "TOUCHES": lambda: shapely.touches(mask, shapes),
        "CROSSES": lambda: shapely.crosses(mask, shapes),
        "OVERLAPS": lambda: shapely.overlaps(mask, shapes),
        "EQUALS": lambda: shapely.equals(mask, shapes),
        "DWITHIN": lambda: shapely.dwithin(shapes, mask, distance),
    }
    return tests[predicate]()
