"""The file of a package: rows written by OGR, and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osgeo import ogr, osr
from qgis.core import QgsFeedback, QgsVectorLayer

from ...errors import OutputError
from ...geopackage import close
from ...i18n import tr
from ..content import Column, Remote, Row, Value, canonical, read_layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qgis.core import QgsCoordinateReferenceSystem

    from .base import Package

NO_SHAPE = 100  # wkbNone
ROW_ID = "fid_"  # a layer that is published may well have a field `fid`
_TYPES = {
    "integer": (ogr.OFTInteger64, ogr.OFSTNone),
    "number": (ogr.OFTReal, ogr.OFSTNone),
    "boolean": (ogr.OFTInteger, ogr.OFSTBoolean),
    "date": (ogr.OFTDate, ogr.OFSTNone),
    "datetime": (ogr.OFTDateTime, ogr.OFSTNone),
}
_OPTIONS = {
    "GPKG": ["SPATIAL_INDEX=YES", "GEOMETRY_NAME=geom", f"FID={ROW_ID}"],
    "GeoJSON": ["RFC7946=YES", "COORDINATE_PRECISION=9"],
}


def write(package: Package, path: Path, driver: str = "GPKG") -> Path:
    """Writes the rows of a package as one layer of a new file. OutputError: no room, no right."""
    content, about = package.content, package.about
    try:
        with ogr.ExceptionMgr(useExceptions=True):
            path.unlink(missing_ok=True)
            dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
            kind = about.wkb_type or ogr.wkbNone
            layer = dataset.CreateLayer(about.name, _system(content.crs), kind, _OPTIONS[driver])
            for column in content.columns:
                layer.CreateField(_field(column))
            layer.StartTransaction()
            for row in content.rows:
                layer.CreateFeature(_feature(layer.GetLayerDefn(), content.columns, row))
            layer.CommitTransaction()
            layer = None
            close(dataset)
    except (RuntimeError, OSError) as error:
        raise OutputError(
            tr("{path} can't be written.").format(path=path.name),
            detail=str(error),
            hint=tr("Nothing was sent. Make room on the disk, then try again."),
        ) from error
    return path


def read(
    path: Path, key: str, columns: Sequence[Column], crs: QgsCoordinateReferenceSystem, feedback: QgsFeedback
) -> Iterator[Remote]:
    """The rows of such a file, in `crs`; a column that it lacks is empty. OutputError: it can't be read."""
    layer = opened(path)
    known = set(layer.fields().names())
    held = [column.name for column in columns if column.name in known]
    found = read_layer(layer, key, held, crs, feedback)
    place = {name: at for at, name in enumerate(held)}
    for row in found.rows:
        values = tuple(row.values[place[column.name]] if column.name in place else None for column in columns)
        yield Remote(Row(row.key, values, row.shape), row.key)


def opened(path: Path) -> QgsVectorLayer:
    """The layer of a file. OutputError: it can't be read."""
    # A text that looks like a date is a text all the same: GeoJSON has no dates.
    option = "|option:DATE_AS_STRING=YES" if path.suffix == ".geojson" else ""
    layer = QgsVectorLayer(f"{path}{option}", path.stem, "ogr")
    if not layer.isValid():
        raise OutputError(
            tr("{path} is not a file that can be read.").format(path=path.name),
            hint=tr("Somebody may have put something else in its place: look at it before you publish."),
        )
    return layer


def _system(crs: QgsCoordinateReferenceSystem) -> osr.SpatialReference | None:
    if not crs.isValid():
        return None
    system = osr.SpatialReference()
    system.SetFromUserInput(crs.authid() or crs.toWkt())
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _field(column: Column) -> ogr.FieldDefn:
    type_, subtype = _TYPES.get(column.type, (ogr.OFTString, ogr.OFSTNone))
    field = ogr.FieldDefn(column.name, type_)
    field.SetSubType(subtype)
    if column.type == "text" and column.length:
        field.SetWidth(column.length)
    return field


def _feature(defn: ogr.FeatureDefn, columns: Sequence[Column], row: Row) -> ogr.Feature:
    feature = ogr.Feature(defn)
    for at, (column, value) in enumerate(zip(columns, row.values, strict=True)):
        _set(feature, at, column, value)
    if row.shape:
        shape = ogr.CreateGeometryFromWkb(row.shape)
        if defn.GetGeomFieldCount():
            shape = ogr.ForceTo(shape, defn.GetGeomFieldDefn(0).GetType())
        feature.SetGeometryDirectly(shape)
    return feature


def _set(feature: ogr.Feature, at: int, column: Column, value: Value) -> None:
    if value is None:
        feature.SetFieldNull(at)
    elif column.type == "boolean":
        feature.SetField(at, 1 if canonical(value, "boolean") else 0)
    elif column.type == "integer" and not isinstance(value, str):
        feature.SetFieldInteger64(at, int(value))
    elif column.type == "number" and not isinstance(value, str):
        feature.SetField(at, float(value))
    elif column.type == "datetime":
        feature.SetField(at, str(value).replace("Z", "+00:00"))
    else:
        feature.SetField(at, str(value))
