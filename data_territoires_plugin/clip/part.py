"""One layer of the result, written as its batches arrive, in a GeoPackage of its own until all are put together.

Rows of features that are wholly inside are copied from file to file by SQLite, without being decoded; only those that
the grid can't settle are read as geometries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

from ..catalogue.entry import CutMode, GeometryKind
from ..geopackage import (
    Table,
    attach,
    bounds_of_heads,
    connect,
    gpkg_blob,
    head_bytes,
    is_empty,
    promoted,
    quoted,
    read_table,
    scalar,
    sql,
    types_of,
    wkb_offset,
)
from ..sources import Batch, Column, interruptible, stop_if_cancelled
from .grid import ACROSS, INSIDE, OUTSIDE
from .knife import Fate, Knife, Outcome, of_kind
from .reading import condition, converted, lean, reading
from .rtree import Builder, readable, within
from .state import STATE, create_state, digest_of, register_digest
from .table import TABLE, bounds_of_rows, create_table, drop_triggers, fast, set_dimensions, several
from .tally import Tally

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

CUT_COLUMN = "dt_cut"
_CHUNK = 50_000  # rows classified at once
_COPIED = 50_000  # rows copied by one statement
_INDEXED = 30_000  # rows put into the spatial index at once
_NAMED = 20  # features named in the report, at most
_KINDS: dict[GeometryKind | None, tuple[Qgis.GeometryType, int]] = {
    GeometryKind.POINT: (Qgis.GeometryType.Point, 4),
    GeometryKind.LINE: (Qgis.GeometryType.Line, 5),
    GeometryKind.POLYGON: (Qgis.GeometryType.Polygon, 6),
}
_MARKS = {Fate.INSIDE: 0, Fate.CUT: 1, Fate.WHOLE: 2}


class Part:
    """A table being written. `close` makes it whole; until then the file is a draft that nobody reads.

    `noted`: what each row says is noted, for the refresh to come (`clip.state`).
    `kind` is what the layer is made of; None: whatever its source says. A column dt_cut that comes with the source (a
    layer clipped before) gives way to the new one.
    """

    def __init__(
        self,
        path: Path,
        table: str,
        crs: QgsCoordinateReferenceSystem,
        columns: Sequence[Column],
        kind: GeometryKind | None = None,
        *,
        noted: bool = False,
    ) -> None:
        self.path, self.table = path, table
        self.columns = tuple(column for column in columns if column.name.lower() != CUT_COLUMN)
        self.tally = Tally()
        self._type, self._several = _KINDS.get(kind, (Qgis.GeometryType.Unknown, 0))
        self._crs = crs
        self._connection: sqlite3.Connection | None = None
        self._triggers: list[str] = []
        self._builder: Builder | None = None
        self._noted = noted
        self._numbered = True  # the rows have the numbers that SQLite gives: each new one is the last
        self._indexed, self._last = 0, None  # features in the index, the row of the last one
        self._last_noted: int | None = None
        self._told: tuple[Table | None, Mapping[str, str]] = (None, {})  # the types that a source declares
        self._bounds: np.ndarray | None = None
        self._dimensions: set[int] = set()
        self._wkb_type, self._geometry, self._key, self._srs_id = 0, "", "fid", 0

    @classmethod
    def within(
        cls,
        connection: sqlite3.Connection,
        told: Table,
        crs: QgsCoordinateReferenceSystem,
        columns: Sequence[Column],
        kind: GeometryKind | None = None,
        *,
        noted: bool = False,
    ) -> Part:
        """A table that is there already, empty, in a file whose connection and transaction are another's.

        Its rows come by `take`; `finish` ends it. The connection has the temporary table `chosen` (id).
        """
        part = cls(told.path, told.name, crs, columns, kind, noted=noted)
        part._connection = connection
        part._wkb_type, part._geometry, part._key, part._srs_id = told.wkb_type, told.geometry, told.key, told.srs_id
        part._promoting()
        return part

    # ------------------------------------------------------------------------------------------------ adding
    def add(self, batch: Batch, knife: Knife | None, mode: CutMode, feedback: QgsFeedback, *, exact: bool) -> None:
        """Cuts a batch into the table. `exact`: every row belongs to the territory, whatever its geometry."""
        source = read_table(batch.path, batch.table)
        if self._connection is None:
            self._create(source)
        connection = self._open()
        self._note_dimensions(source)
        attach(connection, batch.path, "batch")
        try:
            with reading(batch), interruptible(connection, feedback):
                connection.execute("BEGIN")
                self.take(source, batch, knife, mode, feedback, exact=exact)
                connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            connection.execute("DETACH batch")
        self._follow()

    def take(
        self, source: Table, batch: Batch, knife: Knife | None, mode: CutMode, feedback: QgsFeedback, *, exact: bool
    ) -> None:
        """Cuts the rows of a file that is attached as `batch`, in the transaction of the connection."""
        if knife is None or not source.geometry or not self._geometry:
            self._copy_all(source, batch)
        else:
            self._cut(source, batch, knife, mode, feedback, exact=exact)

    def _cut(
        self, source: Table, batch: Batch, knife: Knife, mode: CutMode, feedback: QgsFeedback, *, exact: bool
    ) -> None:
        kept: dict[int, list[np.ndarray]] = {0: [], 2: []}
        for ids, bounds in self.tally.each("classify", self._candidates(source, batch, knife)):
            stop_if_cancelled(feedback)
            for mark, rows in self._sort(source, ids, bounds, knife, mode, exact=exact).items():
                kept[mark].append(lean(rows))
        with self.tally.timed("write"):
            for mark, chosen in kept.items():
                rows = np.concatenate([np.empty(0, np.uint32), *chosen])
                chosen.clear()
                self._copy(source, rows, mark, feedback)

    def _copy_all(self, source: Table, batch: Batch) -> None:
        clause, values = condition(batch)
        statement = self._insertion(source, "NULL" if self._geometry else None, "?") + clause
        copied = self._open().execute(statement, (0, *values)).rowcount
        self.tally.received += copied
        self.tally.inside += copied

    def _candidates(self, source: Table, batch: Batch, knife: Knife) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Row ids and bounds (NaN: unknown), by chunks; through the spatial index where it is the only filter."""
        connection = self._open()
        index = f"rtree_{source.name}_{source.geometry}"
        if source.indexed and not batch.values and readable(connection, "batch", index):
            box = knife.bounds
            limits = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
            yield from within(connection, "batch", index, limits)
            return
        clause, values = condition(batch)
        head = head_bytes(source.wkb_type)
        statement = sql(
            "SELECT {key}, substr({geometry}, 1, ?) FROM batch.{table}",
            key=source.key,
            geometry=source.geometry,
            table=source.name,
        )
        rows = connection.execute(statement + clause, (head, *values))
        while chunk := rows.fetchmany(_CHUNK):
            keys, blobs = zip(*chunk, strict=True)
            if None in blobs:
                kept = [(key, blob) for key, blob in chunk if blob is not None]
                self.tally.without_geometry += len(chunk) - len(kept)
                self.tally.received += len(chunk) - len(kept)
                if not kept:
                    continue
                keys, blobs = zip(*kept, strict=True)
            bounds, known = bounds_of_heads(blobs)
            bounds[~known] = np.nan
            yield np.array(keys, np.int64), bounds

    def _sort(
        self, source: Table, ids: np.ndarray, bounds: np.ndarray, knife: Knife, mode: CutMode, *, exact: bool
    ) -> dict[int, np.ndarray]:
        """The ids of the rows to copy as they are, by value of dt_cut."""
        with self.tally.timed("classify"):
            known = np.isfinite(bounds).all(1)
            place = np.full(len(ids), ACROSS, np.uint8)
            place[known] = knife.grid.classify(bounds[known])
        self.tally.received += len(ids)
        # A column of any geometry: each one is looked at, to be reduced to the kind of the layer.
        inside = (place == INSIDE) & (not self._is_mixed(source))
        doubtful = ids[~inside] if exact else ids[~inside & (place != OUTSIDE)]
        self.tally.outside += int((~inside).sum()) - len(doubtful)
        self._grow(bounds[inside])
        with self.tally.timed("cut"):
            fates = self._settle(source, doubtful, knife, mode, exact=exact)
        self.tally.inside += int(inside.sum())
        return {0: np.concatenate([ids[inside], fates[Fate.INSIDE]]), 2: fates[Fate.WHOLE]}

    def _settle(
        self, source: Table, ids: np.ndarray, knife: Knife, mode: CutMode, *, exact: bool
    ) -> dict[Fate, np.ndarray]:
        """The exact test of the doubtful rows: the changed ones are written, the ids of those to copy come back."""
        copied: dict[Fate, list[int]] = {Fate.INSIDE: [], Fate.WHOLE: []}
        changed: list[tuple[bytes, int, int]] = []
        for key, blob in self._geometries(source, ids):
            geometry = QgsGeometry()
            if is_empty(blob):
                self.tally.without_geometry += 1
                continue
            geometry.fromWkb(blob[wkb_offset(blob) :])
            reduced = of_kind(geometry, self._type)
            if reduced is None:
                self.tally.other_kind += 1
                continue
            outcome = knife.apply(reduced, mode)
            fate = self._tallied(outcome, belongs=exact and mode is CutMode.WHOLE)
            if outcome.invalid:
                self._note_invalid(source, key)
            result = outcome.geometry if outcome.geometry is not None else reduced
            if fate in _MARKS and (outcome.geometry is not None or reduced is not geometry):
                changed.append((self._blob(result), _MARKS[fate], key))
            elif fate in copied:
                copied[fate].append(key)
                self._grow_by(geometry)
        statement = self._insertion(source, "?", "?") + sql(" WHERE {key} = ?", key=source.key)
        self._open().executemany(statement, changed)
        return {fate: np.array(keys, np.int64) for fate, keys in copied.items()}

    def _tallied(self, outcome: Outcome, *, belongs: bool) -> Fate:
        """Counts an outcome. `belongs`: its code says that the feature belongs here, wherever it lies."""
        fate = outcome.fate
        if belongs and fate in (Fate.OUTSIDE, Fate.SLIVER):
            fate = Fate.WHOLE
        tally = self.tally
        tally.repaired += outcome.repaired
        tally.inside += fate is Fate.INSIDE
        tally.cut += fate is Fate.CUT
        tally.whole += fate is Fate.WHOLE
        tally.outside += fate is Fate.OUTSIDE
        tally.slivers += fate is Fate.SLIVER
        tally.left_out += fate is Fate.LEFT_OUT
        return fate

    def _is_mixed(self, source: Table) -> bool:
        """Whether the rows may hold geometries of another kind than the table's."""
        return self._type != Qgis.GeometryType.Unknown and source.wkb_type % 1000 in (0, 7)

    def _geometries(self, source: Table, ids: np.ndarray) -> Iterator[tuple[int, bytes]]:
        connection = self._open()
        self._choose(ids)
        statement = sql(
            "SELECT {key}, {geometry} FROM batch.{table}", key=source.key, geometry=source.geometry, table=source.name
        )
        return iter(
            connection.execute(
                statement + sql(" WHERE {key} IN (SELECT id FROM temp.chosen)", key=source.key)
            ).fetchall()
        )

    def _copy(self, source: Table, ids: np.ndarray, mark: int, feedback: QgsFeedback) -> None:
        """Copies rows as they are, in the order of their keys: both files are read and written from front to back."""
        ids.sort()
        geometry = quoted(source.geometry)
        if source.wkb_type % 1000 in (2, 3) or source.srs_id != self._srs_id or source.wkb_type % 1000 == 0:
            geometry = f"dt_promoted({geometry})"
        statement = self._insertion(source, geometry, "?") + sql(
            " WHERE {key} IN (SELECT id FROM temp.chosen)", key=source.key
        )
        for start in range(0, len(ids), _COPIED):
            stop_if_cancelled(feedback)
            self._choose(ids[start : start + _COPIED])
            self._open().execute(statement, (mark,))

    def _choose(self, ids: np.ndarray) -> None:
        connection = self._open()
        connection.execute("DELETE FROM temp.chosen")
        connection.executemany("INSERT INTO temp.chosen VALUES (?)", ((key,) for key in np.sort(ids).tolist()))

    def _insertion(self, source: Table, geometry: str | None, mark: str) -> str:
        """INSERT … SELECT from the batch: `geometry` and `mark` are SQL; columns that the batch lacks stay null."""
        there = {name.lower(): name for name in source.columns}
        if self._told[0] is not source:
            self._told = source, types_of(self._open(), "batch", source.name)
        told = self._told[1]
        pairs = [
            (column.name, converted(there[column.name.lower()], column.type, told))
            for column in self.columns
            if column.name.lower() in there
        ]
        names = [name for name, _ in pairs] + ([self._geometry] if geometry else []) + [CUT_COLUMN]
        values = [value for _, value in pairs] + ([geometry] if geometry else []) + [mark]
        if source.key.lower() == self._key.lower() and source.key != "dt_fid":
            names, values = [self._key, *names], [quoted(source.key), *values]
            self._numbered = False
        head = sql("INSERT INTO main.{table} ({names}) SELECT ", table=self.table, names=names)
        return head + ", ".join(values) + sql(" FROM batch.{table}", table=source.name)

    # ------------------------------------------------------------------------------------------------ the table itself
    def _create(self, source: Table) -> None:
        self.path.unlink(missing_ok=True)
        self._wkb_type = TABLE
        if source.geometry:
            flat = self._several if source.wkb_type % 1000 in (0, 7) else several(source.wkb_type % 1000)
            self._wkb_type = source.wkb_type // 1000 * 1000 + flat
        self._geometry = "geom" if source.geometry else ""
        taken = {column.name.lower() for column in self.columns}
        wanted = source.key if source.key and source.key != "dt_fid" else "fid"
        self._key = wanted if wanted.lower() not in taken | {"geom", CUT_COLUMN} else "dt_fid"
        create_table(
            self.path,
            self.table,
            self._wkb_type,
            self._crs,
            self._key,
            (*self.columns, Column(CUT_COLUMN, "MEDIUMINT")),
            indexed=bool(self._geometry),
        )
        self._connection = connection = connect(self.path)
        fast(connection)
        self._triggers = drop_triggers(connection, self.table)
        self._srs_id = scalar(connection, "SELECT srs_id FROM gpkg_contents WHERE table_name = ?", (self.table,)) or 0
        if self._geometry:
            self._builder = Builder(connection, f"rtree_{self.table}_{self._geometry}")
        self._promoting()
        connection.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)")

    def _promoting(self) -> None:
        """The function that `_copy` calls for."""
        points = self._wkb_type % 1000 == 4
        self._open().create_function("dt_promoted", 1, lambda blob: promoted(blob, self._srs_id, points=points))

    def _note_dimensions(self, source: Table) -> None:
        """Altitudes that some batches have and others not are optional; so are measures, which GEOS loses in a cut."""
        if source.geometry and self._geometry:
            self._dimensions.add(source.wkb_type // 1000)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise RuntimeError("the part has no table yet")
        return self._connection

    def _blob(self, geometry: QgsGeometry) -> bytes:
        geometry.convertToMultiType()
        self._grow_by(geometry)
        box = geometry.boundingBox()
        bounds = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
        return gpkg_blob(bytes(geometry.asWkb().data()), self._srs_id, bounds)

    def _note_invalid(self, source: Table, key: int) -> None:
        self.tally.invalid += 1
        if len(self.tally.invalid_features) < _NAMED:
            name = source.columns[0] if source.columns else source.key
            statement = sql(
                "SELECT {name} FROM batch.{table} WHERE {key} = ?", name=name, table=source.name, key=source.key
            )
            self.tally.invalid_features.append(str(scalar(self._open(), statement, (key,))))

    def _grow(self, bounds: np.ndarray) -> None:
        if len(bounds):
            low, high = bounds.min(0), bounds.max(0)
            box = np.array([low[0], high[1], low[2], high[3]])
            self._bounds = (
                box
                if self._bounds is None
                else np.where([1, 0, 1, 0], np.minimum(self._bounds, box), np.maximum(self._bounds, box))
            )

    def _grow_by(self, geometry: QgsGeometry) -> None:
        box = geometry.boundingBox()
        self._grow(np.array([[box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()]]))

    def close(self, *, is_table: bool = False) -> Tally:
        """Makes the table whole: counts, extent, spatial index. `is_table`: no geometry, if no batch came to tell."""
        if self._connection is None:
            self._create(Table(self.path, self.table, "fid", "" if is_table else "geom", 0, 0, 0, (), indexed=False))
        connection = self._open()
        self._tell(connection)
        self._follow(last=True)
        for trigger in self._triggers:
            connection.execute(trigger)
        connection.close()
        self._connection = None
        if any(number // 2 % 2 for number in self._dimensions) or len(self._dimensions) > 1:
            optional = [2 if any(number >> bit & 1 for number in self._dimensions) else 0 for bit in (0, 1)]
            set_dimensions(self.path, self.table, *optional)
        return self.tally

    def finish(self, *, index: bool) -> None:
        """Counts, extent, notes of a table of another's file; `index`: its triggers have not kept the spatial index."""
        connection = self._open()
        self._tell(connection)
        if index and self._geometry:
            self._builder = Builder(connection, f"rtree_{self.table}_{self._geometry}")
        self._index(connection, last=True)
        self._note(connection)

    def _tell(self, connection: sqlite3.Connection) -> None:
        """What the GeoPackage says of the table: how many features, their extent."""
        connection.execute(
            "UPDATE main.gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (self.tally.written, self.table)
        )
        if self._bounds is not None:
            west, east, south, north = (float(value) for value in self._bounds)
            connection.execute(
                "UPDATE main.gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                (west, south, east, north, self.table),
            )

    def _follow(self, *, last: bool = False) -> None:
        """Brings the notes up to the last row, and the spatial index now and then, while the next batch comes."""
        if not (last or self._numbered):
            return
        connection, written = self._open(), self.tally.written
        end = scalar(connection, sql("SELECT max({key}) FROM main.{table}", key=self._key, table=self.table))
        connection.execute("BEGIN")
        self._note(connection)
        if last or written - self._indexed >= _INDEXED:
            self._index(connection, last=last)
            self._indexed, self._last = written, end
        self._last_noted = end
        connection.execute("COMMIT")

    def _index(self, connection: sqlite3.Connection, *, last: bool) -> None:
        """The spatial index of the rows beyond the last one that it holds."""
        if self._builder is not None:
            with self.tally.timed("index"):
                rows = bounds_of_rows(connection, self.table, self._geometry, self._key, self._last)
                self._builder.add(rows)
                self._builder.finish() if last else self._builder.flush()

    def _note(self, connection: sqlite3.Connection) -> None:
        """What the rows beyond the last one that was noted say."""
        if self._noted:
            with self.tally.timed("note"):
                self._digest(connection, self._last_noted)

    def _digest(self, connection: sqlite3.Connection, after: int | None) -> None:
        if after is None:
            register_digest(connection)
            create_state(connection)
        types = types_of(connection, "main", self.table)
        for name in (self._key, self._geometry, CUT_COLUMN):
            types.pop(name, None)
        head = sql("INSERT OR REPLACE INTO main.{state} SELECT ?, t.{key}, ", state=STATE, key=self._key)
        tail = sql(" FROM main.{table} t", table=self.table)
        beyond = "" if after is None else sql(" WHERE t.{key} > ?", key=self._key)
        values = (self.table,) if after is None else (self.table, after)
        connection.execute(head + digest_of("t", types, self._geometry) + tail + beyond, values)

    def abandon(self) -> None:
        """Forgets the table: nothing of it stays."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self.path.unlink(missing_ok=True)
