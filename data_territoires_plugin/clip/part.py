"""One layer of the result, written as its batches arrive, in a GeoPackage of its own until all layers are put together.

Rows of features that are wholly inside are copied from file to file by SQLite, without being decoded; only those that the
grid can't settle are read as geometries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

from ..catalogue.entry import CutMode
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
    wkb_offset,
)
from ..sources.base import Batch, Column, stop_if_cancelled
from .grid import ACROSS, INSIDE
from .knife import Fate, Knife

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

CUT_COLUMN = "dt_cut"
_CHUNK = 50_000  # rows classified at once
_COPIED = 100_000  # rows copied by one statement
_TABLE = 100  # wkbNone: a table without geometry
_NAMED = 20  # features named in the report, at most
_OGR = {
    "INTEGER": (ogr.OFTInteger64, ogr.OFSTNone),
    "MEDIUMINT": (ogr.OFTInteger, ogr.OFSTNone),
    "SMALLINT": (ogr.OFTInteger, ogr.OFSTInt16),
    "TINYINT": (ogr.OFTInteger, ogr.OFSTNone),
    "INT": (ogr.OFTInteger64, ogr.OFSTNone),
    "REAL": (ogr.OFTReal, ogr.OFSTNone),
    "DOUBLE": (ogr.OFTReal, ogr.OFSTNone),
    "FLOAT": (ogr.OFTReal, ogr.OFSTFloat32),
    "BOOLEAN": (ogr.OFTInteger, ogr.OFSTBoolean),
    "DATE": (ogr.OFTDate, ogr.OFSTNone),
    "DATETIME": (ogr.OFTDateTime, ogr.OFSTNone),
    "BLOB": (ogr.OFTBinary, ogr.OFSTNone),
}


@dataclass
class Tally:
    """What became of the features of a layer."""

    received: int = 0
    inside: int = 0
    cut: int = 0
    whole: int = 0
    left_out: int = 0
    outside: int = 0
    slivers: int = 0
    without_geometry: int = 0
    repaired: int = 0
    invalid: int = 0
    invalid_features: list[str] = field(default_factory=list)

    @property
    def written(self) -> int:
        """Features in the result."""
        return self.inside + self.cut + self.whole


class Part:
    """A table being written. `close` makes it whole; until then the file is a draft that nobody reads."""

    def __init__(self, path: Path, table: str, crs: QgsCoordinateReferenceSystem, columns: Sequence[Column]) -> None:
        self.path, self.table, self.columns = path, table, tuple(columns)
        self.tally = Tally()
        self._crs = crs
        self._connection: sqlite3.Connection | None = None
        self._triggers: list[str] = []
        self._bounds: np.ndarray | None = None
        self._wkb_type, self._geometry, self._key, self._srs_id = 0, "", "fid", 0

    # ------------------------------------------------------------------------------------------------ adding
    def add(self, batch: Batch, knife: Knife | None, mode: CutMode, feedback: QgsFeedback, *, exact: bool) -> None:
        """Cuts a batch into the table. `exact`: every row belongs to the territory, whatever its geometry."""
        source = read_table(batch.path, batch.table)
        if self._connection is None:
            self._create(source)
        connection = self._open()
        self._allow_z(source)
        attach(connection, batch.path, "batch")
        try:
            connection.execute("BEGIN")
            if knife is None or not source.geometry or not self._geometry:
                self._copy_all(source, batch)
            else:
                kept: dict[int, list[np.ndarray]] = {0: [], 2: []}
                for ids, bounds in self._candidates(source, batch, knife):
                    stop_if_cancelled(feedback)
                    for mark, rows in self._sort(source, ids, bounds, knife, mode, exact=exact).items():
                        kept[mark].append(rows)
                for mark, rows in kept.items():
                    self._copy(source, np.concatenate([np.empty(0, np.int64), *rows]), mark, feedback)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            connection.execute("DETACH batch")

    def _copy_all(self, source: Table, batch: Batch) -> None:
        clause, values = _condition(batch)
        statement = self._insertion(source, "NULL" if self._geometry else None, "?") + clause
        copied = self._open().execute(statement, (0, *values)).rowcount
        self.tally.received += copied
        self.tally.inside += copied

    def _candidates(self, source: Table, batch: Batch, knife: Knife) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Row ids and bounds (NaN: unknown), by chunks: through the spatial index where there is one and no other filter."""
        connection = self._open()
        if source.indexed and not batch.values:
            box = knife.bounds
            rows = connection.execute(
                sql(
                    "SELECT id, minx, maxx, miny, maxy FROM batch.{index} WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?",
                    index=f"rtree_{source.name}_{source.geometry}",
                ),
                (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()),
            )
            while chunk := rows.fetchmany(_CHUNK):
                table = np.array(chunk)
                yield table[:, 0].astype(np.int64), table[:, 1:]
            return
        clause, values = _condition(batch)
        head = head_bytes(source.wkb_type)
        statement = sql(
            "SELECT {key}, substr({geometry}, 1, ?) FROM batch.{table}",
            key=source.key,
            geometry=source.geometry,
            table=source.name,
        )
        rows = connection.execute(statement + clause, (head, *values))
        while chunk := rows.fetchmany(_CHUNK):
            kept = [(key, blob) for key, blob in chunk if blob is not None]
            self.tally.without_geometry += len(chunk) - len(kept)
            self.tally.received += len(chunk) - len(kept)
            if kept:
                bounds, known = bounds_of_heads([blob for _, blob in kept])
                bounds[~known] = np.nan
                yield np.array([key for key, _ in kept], np.int64), bounds

    def _sort(
        self, source: Table, ids: np.ndarray, bounds: np.ndarray, knife: Knife, mode: CutMode, *, exact: bool
    ) -> dict[int, np.ndarray]:
        """The ids of the rows to copy as they are, by value of dt_cut."""
        known = np.isfinite(bounds).all(1)
        place = np.full(len(ids), ACROSS, np.uint8)
        place[known] = knife.grid.classify(bounds[known])
        self.tally.received += len(ids)
        inside = place == INSIDE
        doubtful = ids[~inside] if exact else ids[place == ACROSS]
        self.tally.outside += int((~inside).sum()) - len(doubtful)
        self._grow(bounds[inside])
        fates = self._settle(source, doubtful, knife, mode, exact=exact)
        self.tally.inside += int(inside.sum()) + len(fates[Fate.INSIDE])
        self.tally.whole += len(fates[Fate.WHOLE])
        return {0: np.concatenate([ids[inside], fates[Fate.INSIDE]]), 2: fates[Fate.WHOLE]}

    def _settle(
        self, source: Table, ids: np.ndarray, knife: Knife, mode: CutMode, *, exact: bool
    ) -> dict[Fate, np.ndarray]:
        """The exact test of the doubtful rows: the changed ones are written, the ids of those to copy as they are come back."""
        copied: dict[Fate, list[int]] = {Fate.INSIDE: [], Fate.WHOLE: []}
        changed: list[tuple[bytes, int, int]] = []
        for key, blob in self._geometries(source, ids):
            geometry = QgsGeometry()
            if is_empty(blob):
                self.tally.without_geometry += 1
                continue
            geometry.fromWkb(blob[wkb_offset(blob) :])
            outcome = knife.apply(geometry, mode)
            fate = outcome.fate
            if exact and mode is CutMode.WHOLE and fate in (Fate.OUTSIDE, Fate.SLIVER):
                fate = Fate.WHOLE  # its code says that it belongs here
            self.tally.repaired += outcome.repaired
            if outcome.invalid:
                self._note_invalid(source, key)
            if outcome.geometry is not None and fate in (Fate.CUT, Fate.WHOLE):
                changed.append((self._blob(outcome.geometry), 1 if fate is Fate.CUT else 2, key))
                self.tally.cut += fate is Fate.CUT
                self.tally.whole += fate is Fate.WHOLE
            elif fate in copied:
                copied[fate].append(key)
                self._grow_by(geometry)
            self.tally.outside += fate is Fate.OUTSIDE
            self.tally.slivers += fate is Fate.SLIVER
            self.tally.left_out += fate is Fate.LEFT_OUT
        statement = self._insertion(source, "?", "?") + sql(" WHERE {key} = ?", key=source.key)
        self._open().executemany(statement, changed)
        return {fate: np.array(keys, np.int64) for fate, keys in copied.items()}

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
        """Copies rows as they are, in the order of their keys: both files are then read and written from front to back."""
        ids = np.sort(ids)
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
        """INSERT … SELECT from the batch: `geometry` and `mark` are SQL expressions; columns that the batch lacks are left null."""
        there = {name.lower(): name for name in source.columns}
        pairs = [
            (column.name, _converted(there[column.name.lower()], column.type))
            for column in self.columns
            if column.name.lower() in there
        ]
        names = [name for name, _ in pairs] + ([self._geometry] if geometry else []) + [CUT_COLUMN]
        values = [value for _, value in pairs] + ([geometry] if geometry else []) + [mark]
        if source.key.lower() == self._key.lower() and source.key != "dt_fid":
            names, values = [self._key, *names], [quoted(source.key), *values]
        head = sql("INSERT INTO main.{table} ({names}) SELECT ", table=self.table, names=names)
        return head + ", ".join(values) + sql(" FROM batch.{table}", table=source.name)

    # ------------------------------------------------------------------------------------------------ the table itself
    def _create(self, source: Table) -> None:
        self.path.unlink(missing_ok=True)
        self._wkb_type = _multi(source.wkb_type) if source.geometry else _TABLE
        self._geometry = "geom" if source.geometry else ""
        taken = {column.name.lower() for column in self.columns}
        wanted = source.key if source.key and source.key != "dt_fid" else "fid"
        self._key = wanted if wanted.lower() not in taken else "dt_fid"
        create_table(
            self.path,
            self.table,
            self._wkb_type,
            self._crs,
            self._key,
            (*self.columns, Column(CUT_COLUMN, "MEDIUMINT")),
        )
        self._connection = connection = connect(self.path)
        for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "temp_store=MEMORY", "cache_size=-32000"):
            connection.execute("PRAGMA " + pragma)
        self._triggers = drop_triggers(connection, self.table)
        self._srs_id = scalar(connection, "SELECT srs_id FROM gpkg_contents WHERE table_name = ?", (self.table,)) or 0
        connection.create_function("dt_promoted", 1, lambda blob: promoted(blob, self._srs_id), deterministic=True)
        connection.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)")

    def _allow_z(self, source: Table) -> None:
        """A batch with altitudes where the first one had none: the table then says that altitudes are optional."""
        if source.wkb_type // 1000 % 2 and not self._wkb_type // 1000 % 2:
            self._open().execute("UPDATE gpkg_geometry_columns SET z = 2 WHERE table_name = ?", (self.table,))

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

    def close(self, empty: int = 0) -> Tally:
        """Makes the table whole: counts, extent, spatial index. `empty` is the WKB type of the table where no batch came."""
        if self._connection is None:
            self._create(
                Table(self.path, self.table, "fid", "" if empty == _TABLE else "geom", empty, 0, 0, (), indexed=False)
            )
        connection = self._open()
        connection.execute(
            "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (self.tally.written, self.table)
        )
        if self._bounds is not None:
            west, east, south, north = (float(value) for value in self._bounds)
            connection.execute(
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                (west, south, east, north, self.table),
            )
        for trigger in self._triggers:
            connection.execute(trigger)
        connection.close()
        self._connection = None
        if self._geometry:
            add_spatial_index(self.path, self.table, self._geometry)
        return self.tally

    def abandon(self) -> None:
        """Forgets the table: nothing of it stays."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self.path.unlink(missing_ok=True)


def create_table(
    path: Path, table: str, wkb_type: int, crs: QgsCoordinateReferenceSystem, key: str, columns: Sequence[Column]
) -> None:
    """A new GeoPackage with one empty table, without spatial index. `wkb_type` 100: no geometry."""
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        srs = osr.SpatialReference()
        if crs.isValid():
            srs.SetFromUserInput(crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt())
        options = ["SPATIAL_INDEX=NO", f"FID={key}", "GEOMETRY_NAME=geom"]
        layer = dataset.CreateLayer(table, srs if wkb_type != _TABLE else None, _ogr_type(wkb_type), options)
        for column in columns:
            type_, subtype = _OGR.get(column.type.upper().split("(")[0], (ogr.OFTString, ogr.OFSTNone))
            definition = ogr.FieldDefn(column.name, type_)
            definition.SetSubType(subtype)
            layer.CreateField(definition)
        del layer, dataset


def add_spatial_index(path: Path, table: str, geometry: str) -> None:
    """The R-tree of a table, built at once by GDAL."""
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_VECTOR)
        literal = ", ".join("'" + name.replace("'", "''") + "'" for name in (table, geometry))
        dataset.ExecuteSQL(f"SELECT CreateSpatialIndex({literal})")
        del dataset


def drop_triggers(connection: sqlite3.Connection, table: str) -> list[str]:
    """Takes away the triggers of a table (they count each row inserted) and gives back the statements that restore them."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    for name, _ in rows:
        connection.execute(sql("DROP TRIGGER {name}", name=name))
    return [statement for _, statement in rows]


def _multi(wkb_type: int) -> int:
    return wkb_type + 3 if wkb_type % 1000 in (1, 2, 3) and wkb_type % 1000 != 1 else wkb_type


def _ogr_type(wkb_type: int) -> int:
    if wkb_type == _TABLE:
        return int(ogr.wkbNone)
    flat, dimensions = wkb_type % 1000, wkb_type // 1000
    type_ = ogr.GT_SetZ(flat) if dimensions in (1, 3) else flat
    return int(ogr.GT_SetM(type_) if dimensions in (2, 3) else type_)


def _converted(name: str, type_: str) -> str:
    """The expression that reads a column as its declared type: services write days as 2022-01-01Z."""
    column = quoted(name)
    if type_ == "DATE":
        return f"substr({column}, 1, 10)"
    if type_ == "DATETIME":
        return f"coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', {column}), {column})"
    return column


def _condition(batch: Batch) -> tuple[str, tuple[str, ...]]:
    if not batch.values:
        return "", ()
    marks = ", ".join("?" * len(batch.values))
    return sql(" WHERE {field} IN ", field=batch.field) + f"({marks})", batch.values
