"""The spatial index of a table, read and built by whole nodes: no row of it passes through Python.

An R-tree of SQLite is three plain tables (`_node`, `_rowid`, `_parent`) behind a virtual one. A node is a blob: the
depth of the tree (root only) and the number of cells, 2 bytes each, then cells of 24 bytes (a row or node number, then
min x, max x, min y, max y as float32), all big-endian; node 1 is the root (https://www.sqlite.org/rtree.html).
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from ..geopackage import sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEAD, _CELL = 4, 24  # bytes
_CELLS = np.dtype([("id", ">i8"), ("bounds", ">f4", 4)])
_FILLED = 0.9  # of the cells of a node: a few rows more find their place without a split
_SORTED = 60_000  # rows put in order at once: as much memory whatever the number of rows
_ASKED = 900  # nodes read by one statement

Rows = tuple[np.ndarray, np.ndarray]  # ids (n), bounds (n, 4: min x, max x, min y, max y)


# ------------------------------------------------------------------------------------------------ reading
def readable(connection: sqlite3.Connection, schema: str, index: str) -> bool:
    """Whether an index has the nodes of two dimensions that a GeoPackage asks for."""
    statement = sql("SELECT length(data) FROM {schema}.{node} WHERE nodeno = 1", schema=schema, node=f"{index}_node")
    size = connection.execute(statement).fetchone()
    return size is not None and size[0] > _HEAD + _CELL and (size[0] - _HEAD) % _CELL < 4


def within(
    connection: sqlite3.Connection, schema: str, index: str, box: tuple[float, float, float, float]
) -> Iterator[Rows]:
    """The rows whose bounds meet `box` (min x, max x, min y, max y), some leaves at a time.

    Bounds are those of the index: a hair wider than the geometries. Raises sqlite3.DatabaseError (damaged).
    """
    root = connection.execute(
        sql("SELECT data FROM {schema}.{node} WHERE nodeno = 1", schema=schema, node=f"{index}_node")
    ).fetchone()[0]
    numbers = np.array([1])
    for _level in range(int.from_bytes(root[:2], "big")):
        numbers = np.concatenate(
            [np.empty(0, np.int64), *(ids for ids, _ in _met(connection, schema, index, numbers, box))]
        )
    yield from _met(connection, schema, index, numbers, box)


def _met(
    connection: sqlite3.Connection,
    schema: str,
    index: str,
    numbers: np.ndarray,
    box: tuple[float, float, float, float],
) -> Iterator[Rows]:
    """The cells of some nodes that meet the box."""
    left = iter(np.sort(numbers).tolist())
    while asked := list(islice(left, _ASKED)):
        statement = sql("SELECT data FROM {schema}.{node} WHERE nodeno IN ", schema=schema, node=f"{index}_node")
        blobs = [blob for (blob,) in connection.execute(statement + f"({','.join('?' * len(asked))})", asked)]
        cells = _cells(blobs)
        bounds = cells["bounds"].astype(np.float64)
        met = (bounds[:, 1] >= box[0]) & (bounds[:, 0] <= box[1]) & (bounds[:, 3] >= box[2]) & (bounds[:, 2] <= box[3])
        yield cells["id"][met].astype(np.int64), bounds[met]


def _cells(blobs: list[Any]) -> np.ndarray:
    if not blobs:
        return np.empty(0, _CELLS)
    size = (len(blobs[0]) - _HEAD) // _CELL
    if any(not isinstance(blob, bytes) or len(blob) != len(blobs[0]) for blob in blobs):
        raise sqlite3.DatabaseError("malformed spatial index")
    raw = np.frombuffer(b"".join(blobs), np.uint8).reshape(len(blobs), -1)
    counts = np.ascontiguousarray(raw[:, 2:_HEAD]).view(">u2")[:, 0]
    if (counts > size).any():
        raise sqlite3.DatabaseError("malformed spatial index")
    cells = np.ascontiguousarray(raw[:, _HEAD : _HEAD + size * _CELL]).view(_CELLS)
    return cells[np.arange(size)[None, :] < counts[:, None]]


# ------------------------------------------------------------------------------------------------ building
@dataclass
class _Level:
    """The nodes of a level: their numbers, and the bounds of each."""

    ids: list[np.ndarray] = field(default_factory=list)
    bounds: list[np.ndarray] = field(default_factory=list)

    def all(self) -> Rows:
        return _joined(list(zip(self.ids, self.bounds, strict=True)))


class Builder:
    """Fills an empty index of `main`, in the transactions of the connection. Rows come by ascending id."""

    def __init__(self, connection: sqlite3.Connection, index: str) -> None:
        self._connection, self._index = connection, index
        statement = sql("SELECT length(data) FROM main.{node} WHERE nodeno = 1", node=f"{index}_node")
        self._size = connection.execute(statement).fetchone()[0]
        self._most = (self._size - _HEAD) // _CELL
        self._next = 2  # node 1 is the root
        self._held: list[Rows] = []
        self._leaves = _Level()
        connection.execute(sql("DELETE FROM main.{node}", node=f"{index}_node"))

    def add(self, rows: Iterable[Rows]) -> None:
        """More rows: packed as soon as there are enough of them to be put in order."""
        for ids, bounds in rows:
            self._held.append((ids, _outward(bounds)))
            if sum(len(held) for held, _ in self._held) >= _SORTED:
                self.flush()

    def flush(self) -> None:
        """Packs the rows that wait into leaves (Sort-Tile-Recursive)."""
        if self._held:
            self._pack(_joined(self._held), self._leaves, leaf=True)
            self._held.clear()

    def finish(self) -> None:
        """Packs what waits, and the leaves into the levels above."""
        ids, bounds = _joined(self._held)
        if len(ids) <= self._most and not self._leaves.ids:  # the root itself is the leaf
            self._write(np.array([1]), ids, bounds, np.array([len(ids)]))
            self._place(ids, np.ones(len(ids), np.int64))
            return
        self.flush()
        (ids, bounds), depth = self._leaves.all(), 1
        while len(ids) > self._most:
            above = _Level()
            self._pack((ids, bounds), above, leaf=False)
            (ids, bounds), depth = above.all(), depth + 1
        self._write(np.array([1]), ids, bounds, np.array([len(ids)]), depth)
        self._adopt(ids, np.ones(len(ids), np.int64))

    def _pack(self, rows: Rows, level: _Level, *, leaf: bool) -> None:
        """Nodes of neighbouring rows; the numbers and bounds of these nodes go to `level`."""
        ids, bounds = rows
        each = max(2, int(self._most * _FILLED))
        nodes = -(-len(ids) // each)
        order = _tiled(bounds, nodes, each)
        ids, bounds = ids[order], bounds[order]
        starts = np.arange(nodes) * each
        numbers = np.arange(self._next, self._next + nodes)
        self._next += nodes
        counts = np.diff(np.append(starts, len(ids)))
        self._write(numbers, ids, bounds, counts)
        owners = np.repeat(numbers, counts)
        self._place(ids, owners) if leaf else self._adopt(ids, owners)
        level.ids.append(numbers)
        low, high = np.minimum.reduceat(bounds, starts), np.maximum.reduceat(bounds, starts)
        level.bounds.append(np.stack([low[:, 0], high[:, 1], low[:, 2], high[:, 3]], -1))

    def _write(
        self, numbers: np.ndarray, ids: np.ndarray, bounds: np.ndarray, counts: np.ndarray, depth: int = 0
    ) -> None:
        raw = np.zeros((len(numbers), self._size), np.uint8)
        raw[:, 1] = depth
        raw[:, 2:_HEAD] = counts.astype(">u2")[:, None].view(np.uint8)
        cells = np.zeros((len(numbers), self._most), _CELLS)
        filled = np.arange(self._most)[None, :] < counts[:, None]
        packed = np.empty(len(ids), _CELLS)
        packed["id"], packed["bounds"] = ids, bounds
        cells[filled] = packed
        raw[:, _HEAD : _HEAD + self._most * _CELL] = cells.view(np.uint8).reshape(len(numbers), -1)
        self._insert("node", zip(numbers.tolist(), map(bytes, raw), strict=True))

    def _place(self, ids: np.ndarray, leaves: np.ndarray) -> None:
        order = np.argsort(ids)
        self._insert("rowid", zip(ids[order].tolist(), leaves[order].tolist(), strict=True))

    def _adopt(self, nodes: np.ndarray, parents: np.ndarray) -> None:
        self._insert("parent", zip(nodes.tolist(), parents.tolist(), strict=True))

    def _insert(self, shadow: str, rows: Iterable[tuple]) -> None:
        statement = sql("INSERT INTO main.{shadow} VALUES (?, ?)", shadow=f"{self._index}_{shadow}")
        self._connection.executemany(statement, rows)


def _joined(held: list[Rows]) -> Rows:
    ids = np.concatenate([np.empty(0, np.int64), *(ids for ids, _ in held)])
    return ids, np.concatenate([np.empty((0, 4), np.float32), *(bounds for _, bounds in held)])


def _outward(bounds: np.ndarray) -> np.ndarray:
    """Bounds as float32, never narrower than they are."""
    if bounds.dtype == np.float32:
        return bounds
    single = bounds.astype(np.float32)
    low, high = np.float32(-np.inf), np.float32(np.inf)
    for column, limit in ((0, low), (1, high), (2, low), (3, high)):
        short = single[:, column] > bounds[:, column] if limit < 0 else single[:, column] < bounds[:, column]
        single[short, column] = np.nextafter(single[short, column], limit)
    return single


def _tiled(bounds: np.ndarray, nodes: int, each: int) -> np.ndarray:
    """The order that puts neighbours together: strips by x, each one by y."""
    x, y = bounds[:, 0] + bounds[:, 1], bounds[:, 2] + bounds[:, 3]
    strip = np.empty(len(x), np.int32)
    strip[np.argsort(x, kind="stable")] = np.arange(len(x)) // (each * max(1, round(nodes**0.5)))
    return np.lexsort((y, strip))
