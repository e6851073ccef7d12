"""A zoning of the training territory with planted faults, made by the tests: no real data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osgeo import ogr

from data_territoires_plugin.paths import resources
from data_territoires_plugin.standards.shelf import standard

if TYPE_CHECKING:
    from pathlib import Path

STANDARD = "plu_2024"
OVERLAP, EMPTY, UNKNOWN, SPACED = 12, 20, 33, 40  # widened over two neighbours, no LIBELLE, TYPEZONE of no list, " U"


def zoning(folder: Path, *, faults: bool = True) -> Path:
    """ZONE_URBA of the training kit with the columns of the standard, as a GeoPackage; with four faults planted."""
    path = folder / "ZONE_URBA.gpkg"
    kit = ogr.Open(str(resources() / "training" / "kit.gpkg"))
    source = kit.GetLayer("urba_zone_urba")
    known = {source.GetLayerDefn().GetFieldDefn(at).GetName() for at in range(source.GetLayerDefn().GetFieldCount())}
    columns = [one.name for one in standard(STANDARD).table("ZONE_URBA").fields]
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = made.CreateLayer("ZONE_URBA", source.GetSpatialRef(), ogr.wkbMultiPolygon)
    for name in columns:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for at, row in enumerate(source, 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        for name in columns:
            if name.lower() in known and row[name.lower()] is not None:
                feature[name] = str(row[name.lower()])
        feature["LIB_IDZONE"] = f"00001_PLU_20240312_ZO{at}"
        shape = row.GetGeometryRef().Clone()
        if faults:
            shape = _plant(at, feature, shape)
        feature.SetGeometry(shape)
        layer.CreateFeature(feature)
    del layer, made
    return path


def _plant(at: int, feature: ogr.Feature, shape: ogr.Geometry) -> ogr.Geometry:
    if at == EMPTY:
        feature["LIBELLE"] = None
    if at == UNKNOWN:
        feature["TYPEZONE"] = "Z9"
    if at == SPACED:
        feature["TYPEZONE"] = f" {feature['TYPEZONE']}"
    return ogr.ForceToMultiPolygon(shape.Buffer(4, 1)) if at == OVERLAP else shape
