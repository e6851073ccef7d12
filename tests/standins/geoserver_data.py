"""What a GeoServer reads in its GeoPackages: tables, attributes, extents, and WFS 2.0 out of them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from osgeo import ogr, osr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ogr.UseExceptions()
BINDINGS = {
    (ogr.OFTInteger, ogr.OFSTBoolean): "java.lang.Boolean", (ogr.OFTInteger, ogr.OFSTNone): "java.lang.Integer",
    (ogr.OFTInteger64, ogr.OFSTNone): "java.lang.Long", (ogr.OFTReal, ogr.OFSTNone): "java.lang.Double",
    (ogr.OFTDate, ogr.OFSTNone): "java.sql.Date", (ogr.OFTDateTime, ogr.OFSTNone): "java.sql.Timestamp",
}  # fmt: skip
_ROUND = 8  # decimals, where the feature type says 0


def is_geopackage(path: Path) -> bool:
    """Whether a file can be opened as one."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT table_name FROM gpkg_contents").fetchall()
    except sqlite3.DatabaseError:
        return False
    return True


def tables(path: Path) -> list[str]:
    """The tables of a GeoPackage, in the order of its contents."""
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents ORDER BY rowid")]


def attributes(path: Path, table: str) -> list[dict[str, Any]]:
    """The attributes as GeoServer tells them, shape included, primary key left out."""
    dataset, layer = _layer(path, table)
    defn = layer.GetLayerDefn()
    found = []
    if layer.GetGeometryColumn():
        kind = ogr.GeometryTypeToName(ogr.GT_Flatten(layer.GetGeomType())).replace(" ", "")
        found.append((layer.GetGeometryColumn(), f"org.locationtech.jts.geom.{kind}"))
    for at in range(defn.GetFieldCount()):
        field = defn.GetFieldDefn(at)
        found.append((field.GetName(), BINDINGS.get((field.GetType(), field.GetSubType()), "java.lang.String")))
    del layer, dataset
    usual = {"minOccurs": 0, "maxOccurs": 1, "nillable": True}
    return [{"name": name, **usual, "binding": binding} for name, binding in found]


def srs_of(path: Path, table: str) -> str:
    """`EPSG:2154`, "" where the table has no shape."""
    dataset, layer = _layer(path, table)
    reference = layer.GetSpatialRef()
    code = f"{reference.GetAuthorityName(None)}:{reference.GetAuthorityCode(None)}" if reference else ""
    del layer, dataset
    return code


def kind_of(path: Path, table: str) -> str:
    """The name of the style that a new layer takes."""
    dataset, layer = _layer(path, table)
    flat = ogr.GT_Flatten(layer.GetGeomType())
    del layer, dataset
    name = ogr.GeometryTypeToName(flat).lower().replace(" ", "").removeprefix("multi")
    return {"point": "point", "linestring": "line", "polygon": "polygon"}.get(name, "generic")


def box(path: Path, table: str, srs: str) -> dict[str, Any]:
    """The extent of the data in a CRS; GeoTools says 0 -1 for nothing."""
    dataset, layer = _layer(path, table)
    corners = [0.0, -1.0, 0.0, -1.0]
    if layer.GetGeometryColumn() and layer.GetFeatureCount():
        corners = list(layer.GetExtent(force=1))
        native = srs_of(path, table)
        if srs and native and srs != native:
            ring = ogr.CreateGeometryFromWkt("MULTIPOINT({0} {2},{0} {3},{1} {2},{1} {3})".format(*corners))
            ring.Transform(osr.CoordinateTransformation(_reference(native), _reference(srs)))
            corners = list(ring.GetEnvelope())
    del layer, dataset
    return dict(zip(("minx", "maxx", "miny", "maxy"), corners, strict=True), crs=srs)


def create(path: Path, table: str, described: list[Mapping[str, Any]]) -> None:
    """A feature type that names a table that is not there makes an empty one."""
    dataset = ogr.Open(str(path), update=1)
    layer = dataset.CreateLayer(table, None, ogr.wkbNone)
    for one in described:
        layer.CreateField(ogr.FieldDefn(str(one["name"]), ogr.OFTString))
    del layer, dataset


def forget(path: Path, table: str, count: int) -> None:
    """The last rows of a table are not there: what a server that lies has really kept."""
    dataset = ogr.Open(str(path), update=1)
    layer = dataset.GetLayerByName(table)
    for fid in sorted(feature.GetFID() for feature in layer)[-count:]:
        layer.DeleteFeature(fid)
    del layer, dataset


def alter(path: Path, sql: str) -> None:
    """Somebody writes."""
    dataset = ogr.Open(str(path), update=1)
    dataset.ExecuteSQL(sql)
    del dataset


def rows(path: Path, table: str) -> list[str]:
    """Everything, as text: to be compared."""
    dataset, layer = _layer(path, table)
    found = sorted(feature.ExportToJson() for feature in layer)
    del layer, dataset
    return found


# ---------------------------------------------------------------- WFS
def collection(path: Path, told: Mapping[str, Any], asked: Mapping[str, str], cap: int) -> bytes:
    """A GetFeature in JSON. KeyError: a field to sort by that is not there."""
    table, name = str(told["nativeName"]), str(told["name"])
    srs = asked.get("srsname") or str(told.get("srs") or "")
    features = list(_features(path, table, name, srs, int(told.get("numDecimals") or _ROUND)))
    if asked.get("sortby"):
        field, _, way = asked["sortby"].partition(" ")
        features.sort(key=lambda one: (one["properties"][field] is not None, one["properties"][field]))
        if way.upper().startswith("D"):
            features.reverse()
    start, count = int(asked.get("startindex", 0)), min(int(asked.get("count", cap)), cap)
    given = features[start : start + count]
    code = srs.rpartition(":")[2]
    document = {
        "type": "FeatureCollection", "features": given, "totalFeatures": len(features), "numberMatched": len(features),
        "numberReturned": len(given), "timeStamp": "2026-11-20T10:00:00.000Z",
        "crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}} if given else None,
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False).encode()


def matched(path: Path, told: Mapping[str, Any]) -> int:
    """How many features there are."""
    return len(rows(path, str(told["nativeName"])))


def _features(path: Path, table: str, name: str, srs: str, decimals: int) -> Iterator[dict[str, Any]]:
    dataset, layer = _layer(path, table)
    native = srs_of(path, table)
    move = osr.CoordinateTransformation(_reference(native), _reference(srs)) if srs and native != srs else None
    defn = layer.GetLayerDefn()
    for feature in layer:
        shape = feature.GetGeometryRef()
        geometry = None
        if shape is not None:
            shape = shape.Clone()
            if move:
                shape.Transform(move)
            geometry = json.loads(shape.ExportToJson([f"COORDINATE_PRECISION={decimals}"]))
        fields = [defn.GetFieldDefn(at) for at in range(defn.GetFieldCount())]
        yield {
            "type": "Feature", "id": f"{name}.{feature.GetFID()}", "geometry": geometry,
            "geometry_name": layer.GetGeometryColumn() or None,
            "properties": {field.GetName(): _value(feature, field) for field in fields},
        }  # fmt: skip
    del layer, dataset


def _value(feature: ogr.Feature, field: ogr.FieldDefn) -> Any:
    name, kind = field.GetName(), field.GetType()
    if not feature.IsFieldSetAndNotNull(name):
        return None
    if kind == ogr.OFTDate:
        return str(feature.GetField(name)).replace("/", "-") + "Z"
    if kind == ogr.OFTDateTime:
        return feature.GetFieldAsISO8601DateTime(name).removesuffix("Z").removesuffix("+00") + "Z"
    if field.GetSubType() == ogr.OFSTBoolean:
        return bool(feature.GetField(name))
    return feature.GetField(name)


def _layer(path: Path, table: str) -> tuple[ogr.DataSource, ogr.Layer]:
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayerByName(table)
    if layer is None:
        raise LookupError(table)
    return dataset, layer


def _reference(code: str) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(int(code.rpartition(":")[2]))
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference
