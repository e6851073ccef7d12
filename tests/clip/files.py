"""What the tests of the clip share: small GeoPackages, runs of the algorithms, results read without our own code."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import shapely
from osgeo import gdal, ogr, osr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_ENVELOPES = (0, 32, 48, 48, 64)
MILLIMETRE = 1e-3
_TYPES = {str: ogr.OFTString, int: ogr.OFTInteger64, float: ogr.OFTReal}


@dataclass(frozen=True)
class Feature:
    """One row of a result."""

    geometry: Any  # of shapely, None without
    values: Mapping[str, Any] = field(default_factory=dict)
    blob: bytes | None = None

    @property
    def mark(self) -> int:
        """dt_cut."""
        return self.values["dt_cut"]


def write_gpkg(
    path: Path,
    table: str,
    rows: Iterable[Sequence[Any]],
    columns: Mapping[str, type] | None = None,
    epsg: int = 2154,
    kind: int = ogr.wkbUnknown,
    options: Sequence[str] = (),
    driver: str = "GPKG",
) -> Path:
    """A file of features: each row is a WKT or WKB (None: without geometry), then its values by column."""
    columns = columns or {"name": str}
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    with gdal.ExceptionMgr(useExceptions=True):
        exists = path.exists() and driver == "GPKG"
        source = (
            gdal.OpenEx(str(path), gdal.OF_UPDATE)
            if exists
            else ogr.GetDriverByName(driver).CreateDataSource(str(path))
        )
        layer = source.CreateLayer(table, reference if kind != ogr.wkbNone else None, kind, list(options))
        for name, type_ in columns.items():
            layer.CreateField(ogr.FieldDefn(name, _TYPES[type_]))
        layer.StartTransaction()
        for wkt, *values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for name, value in zip(columns, values, strict=True):
                if value is not None:
                    feature[name] = value
            if wkt is not None:
                read = ogr.CreateGeometryFromWkb if isinstance(wkt, bytes) else ogr.CreateGeometryFromWkt
                feature.SetGeometry(read(wkt))
            layer.CreateFeature(feature)
        layer.CommitTransaction()
        del layer, source
    return path


def read_gpkg(path: Path, table: str) -> list[Feature]:
    """The rows of a table, by sqlite3 and shapely."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        column = base.execute("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,)).fetchone()
        cursor = base.execute(f'SELECT * FROM "{table}"')
        names = [description[0] for description in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
    base.close()
    features = []
    for row in rows:
        blob = row.pop(column[0]) if column else None
        geometry = shapely.from_wkb(blob[8 + _ENVELOPES[blob[3] >> 1 & 7] :]) if blob else None
        features.append(Feature(geometry, row, blob))
    return features


def tables_of(path: Path) -> list[str]:
    """The tables of a result that hold features or a table of the source."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        names = [name for (name,) in base.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")]
    base.close()
    return [name for name in names if name not in ("layer_styles", "dt_recipe")]


def recipe_of(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of dt_recipe, by entry."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        base.row_factory = sqlite3.Row
        rows = {row["entry"]: dict(row) for row in base.execute("SELECT * FROM dt_recipe")}
    base.close()
    return rows


def distance(one: Any, other: Any) -> float:
    """The Hausdorff distance; of polygons, that of their borders (a hole counts)."""
    if one.geom_type.endswith("Polygon"):
        one, other = one.boundary, other.boundary
    return float(shapely.hausdorff_distance(one, other))


def perimeter_file(path: Path, *wkts: str, epsg: int = 2154) -> str:
    """The source of a layer of polygons."""
    write_gpkg(path, "perimeter", [(wkt, "x") for wkt in wkts], epsg=epsg, kind=ogr.wkbMultiPolygon)
    return f"{path}|layername=perimeter"
