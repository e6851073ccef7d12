"""A table of a GeoPackage: made by GDAL, then filled by SQLite, its spatial index and triggers at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsGeometry

from ..geopackage import bounds_of_heads, close, connect, is_empty, scalar, sql, wkb_offset

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from ..sources import Column
    from .rtree import Rows

_CHUNK = 20_000  # rows read at once
TABLE = 100  # wkbNone: a table without geometry
_OGR = {
    "SMALLINT": (ogr.OFTInteger, ogr.OFSTInt16),
    "MEDIUMINT": (ogr.OFTInteger, ogr.OFSTNone),
    "TINYINT": (ogr.OFTInteger, ogr.OFSTNone),
    "FLOAT": (ogr.OFTReal, ogr.OFSTFloat32),
    "BOOLEAN": (ogr.OFTInteger, ogr.OFSTBoolean),
    "DATE": (ogr.OFTDate, ogr.OFSTNone),
    "DATETIME": (ogr.OFTDateTime, ogr.OFSTNone),
    "BLOB": (ogr.OFTBinary, ogr.OFSTNone),
}
_NUMBERS = ("REAL", "DOUB", "FLO", "NUM", "DEC")


def create_table(
    path: Path,
    table: str,
    wkb_type: int,
    crs: QgsCoordinateReferenceSystem,
    key: str,
    columns: Sequence[Column],
    *,
    indexed: bool = False,
) -> None:
    """A new GeoPackage with one empty table. `wkb_type` TABLE: no geometry. `indexed`: with an empty spatial index.

    Raises RuntimeError.
    """
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        srs = osr.SpatialReference()
        if crs.isValid():
            srs.SetFromUserInput(crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt())
        options = [f"SPATIAL_INDEX={'YES' if indexed else 'NO'}", f"FID={key}", "GEOMETRY_NAME=geom"]
        layer = dataset.CreateLayer(table, srs if wkb_type != TABLE else None, _ogr_type(wkb_type), options)
        for column in columns:
            type_, subtype = _field_type(column.type)
            definition = ogr.FieldDefn(column.name, type_)
            definition.SetSubType(subtype)
            if layer.CreateField(definition):
                raise RuntimeError(gdal.GetLastErrorMsg())
        del layer
        close(dataset)


def _field_type(declared: str) -> tuple[int, int]:
    """The type of OGR for a declared type: by its name, else as SQLite understands it."""
    name = declared.upper().split("(")[0].strip()
    if name in _OGR:
        return _OGR[name]
    if "INT" in name:
        return ogr.OFTInteger64, ogr.OFSTNone
    if name.startswith(_NUMBERS):
        return ogr.OFTReal, ogr.OFSTNone
    return ogr.OFTString, ogr.OFSTNone


def add_spatial_index(path: Path, table: str, geometry: str) -> None:
    """The R-tree of a table, built at once by GDAL."""
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_VECTOR)
        literal = ", ".join("'" + name.replace("'", "''") + "'" for name in (table, geometry))
        dataset.ExecuteSQL("SELECT CreateSpatialIndex(" + literal + ")")
        close(dataset)


def bounds_of_rows(
    connection: sqlite3.Connection, table: str, geometry: str, key: str, after: int | None = None
) -> Iterator[Rows]:
    """Ids and bounds of the rows that have a geometry, in the order of the table; those beyond the row `after`."""
    statement = "SELECT {key}, substr({geometry}, 1, 40) FROM main.{table} WHERE {geometry} IS NOT NULL AND "
    beyond = "1 ORDER BY {key}" if after is None else "{key} > ? ORDER BY {key}"
    names = {"key": key, "geometry": geometry, "table": table}
    rows = connection.execute(sql(statement + beyond, **names), () if after is None else (after,))
    whole = sql("SELECT {geometry} FROM main.{table} WHERE {key} = ?", **names)
    while chunk := rows.fetchmany(_CHUNK):
        ids = np.array([key for key, _ in chunk], np.int64)
        bounds, known = bounds_of_heads([head for _, head in chunk])
        for at in map(int, np.flatnonzero(~known)):
            if is_empty(chunk[at][1]):
                continue
            box = _box(scalar(connection, whole, (chunk[at][0],)))
            bounds[at], known[at] = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()), not box.isNull()
        yield ids[known], bounds[known]


def _box(blob: bytes) -> QgsRectangle:
    shape = QgsGeometry()
    shape.fromWkb(blob[wkb_offset(blob) :])
    return shape.boundingBox()


def fast(connection: sqlite3.Connection) -> None:
    """Settings for a file that is made again if anything happens to it."""
    for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "temp_store=MEMORY", "cache_size=-16000"):
        connection.execute("PRAGMA " + pragma)


def tell_extent(connection: sqlite3.Connection, table: str, geometry: str) -> None:
    """Writes what the GeoPackage says of the extent of a table of `main`, from its spatial index if it has one."""
    index = f"rtree_{table}_{geometry}"
    if scalar(connection, "SELECT 1 FROM main.sqlite_master WHERE name = ?", (index,)) is None:
        return
    extent = sql("SELECT min(minx), min(miny), max(maxx), max(maxy) FROM main.{index}", index=index)
    box = connection.execute(extent).fetchone()
    if None not in box:
        connection.execute(
            "UPDATE main.gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
            (*box, table),
        )


def drop_triggers(connection: sqlite3.Connection, table: str) -> list[str]:
    """Takes away the triggers of a table (they count each row inserted) and gives back what restores them."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    for name, _ in rows:
        connection.execute(sql("DROP TRIGGER {name}", name=name))
    return [statement for _, statement in rows]


def several(wkb_type: int) -> int:
    """The type of several of these: a table of polygons holds multipolygons; points stay points."""
    return wkb_type + 3 if wkb_type % 1000 in (2, 3) else wkb_type


def _ogr_type(wkb_type: int) -> int:
    if wkb_type == TABLE:
        return int(ogr.wkbNone)
    flat, dimensions = wkb_type % 1000, wkb_type // 1000
    type_ = ogr.GT_SetZ(flat) if dimensions in (1, 3) else flat
    return int(ogr.GT_SetM(type_) if dimensions in (2, 3) else type_)


def set_dimensions(path: Path, table: str, z: int, m: int) -> None:
    """Says of altitudes and measures: 0 none, 1 always there, 2 optional (GeoPackage 1.3, table 5)."""
    connection = connect(path)
    try:
        connection.execute("UPDATE gpkg_geometry_columns SET z = ?, m = ? WHERE table_name = ?", (z, m, table))
    finally:
        connection.close()
