"""Writes the tables of a delivery: shapefiles and dBASE tables, CSV, GeoJSON, GeoPackage."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from typing import TYPE_CHECKING

from osgeo import gdal, ogr, osr

from ...errors import OutputError, StandardError
from ...geopackage import close, full_disk
from ...i18n import tr
from ..engine.columns import DBF_NAME
from ..template.columns import definition, is_text, shape_type, width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.core import QgsGeometry

    from ..model import Field
    from .rows import Rows

_DBF_TEXT = 254  # bytes: what a column of text may hold (dBASE III)
_ENCODING = "UTF-8"


def write_shapefile(rows: Rows, path: Path) -> None:
    """Writes a shapefile, or a .dbf alone where the table has no shapes, in UTF-8, said in its .cpg.

    Raises StandardError (what dBASE has no room for), OutputError.
    """
    widths = _widths(rows)
    with gdal.ExceptionMgr(useExceptions=True), gdal.config_option("SHAPE_ENCODING", _ENCODING), told(path):
        dataset = gdal.GetDriverByName("ESRI Shapefile").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        layer = dataset.CreateLayer(path.stem, _system(rows), _shapes_of(rows), options=[f"ENCODING={_ENCODING}"])
        for one in rows.fields:
            column = definition(one)
            column.SetName(one.name[:DBF_NAME])
            if one.name in widths:
                column.SetWidth(widths[one.name])
            layer.CreateField(column)
        _fill(layer, rows, simple=True)
        close(dataset)


def write_geopackage(tables: list[Rows], path: Path) -> None:
    """Writes a GeoPackage, one table of the standard each. OutputError."""
    with gdal.ExceptionMgr(useExceptions=True), told(path):
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        for rows in tables:
            layer = dataset.CreateLayer(
                rows.table.name, _system(rows), shape_type(rows.table.geometry), options=["GEOMETRY_NAME=geom"]
            )
            for one in rows.fields:
                layer.CreateField(definition(one))
            _fill(layer, rows, simple=False)
        close(dataset)


def write_geojson(rows: Rows, path: Path) -> None:
    """Writes GeoJSON (RFC 7946): the shapes are in WGS 84 already. OutputError."""
    with gdal.ExceptionMgr(useExceptions=True), told(path):
        dataset = gdal.GetDriverByName("GeoJSON").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        options = ["RFC7946=YES", "WRITE_NAME=NO", "COORDINATE_PRECISION=7"]
        layer = dataset.CreateLayer(path.stem, _system(rows), ogr.wkbUnknown, options=options)
        for one in rows.fields:
            layer.CreateField(definition(one))
        _fill(layer, rows, simple=False)
        close(dataset)


def write_csv(rows: Rows, path: Path, separator: str) -> None:
    """Writes CSV in UTF-8, without byte order mark, one line per row, the columns of the standard in its order."""
    with told(path), path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=separator, lineterminator="\n")
        writer.writerow([one.name for one in rows.fields])
        writer.writerows([["" if value is None else value for value in row] for row in rows.values])


# ----------------------------------------------------------------------------------------------------------- OGR
def _fill(layer: ogr.Layer, rows: Rows, *, simple: bool) -> None:
    """The features; `simple`: the format knows neither curves nor empty shapes."""
    defined = layer.GetLayerDefn()
    layer.StartTransaction()
    for values, shape in zip(rows.values, rows.shapes, strict=True):
        feature = ogr.Feature(defined)
        for at, (one, value) in enumerate(zip(rows.fields, values, strict=True)):
            if value is not None:
                feature.SetField(at, _stored(one, value))
        if shape is not None and not shape.isNull() and rows.table.geometry is not None:
            feature.SetGeometry(_geometry(shape, defined.GetGeomType(), simple=simple))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _stored(one: Field, value: str) -> str | int | float:
    """A text as the column holds it; what is no number is left as it is for OGR, and told by the validation."""
    if is_text(one):
        return value
    if one.type.value == "boolean":
        return int(value.casefold() in ("1", "t", "true", "vrai", "oui", "o", "y", "yes"))
    return value


def _geometry(shape: QgsGeometry, type_: int, *, simple: bool) -> ogr.Geometry:
    """A shape for OGR, multipart where the layer is, without curves where the format knows none."""
    if ogr.GT_Flatten(type_) in (ogr.wkbMultiPoint, ogr.wkbMultiLineString, ogr.wkbMultiPolygon):
        shape.convertToMultiType()
    made = ogr.CreateGeometryFromWkb(bytes(shape.asWkb()))
    return made.GetLinearGeometry() if simple and made.HasCurveGeometry() else made


def _shapes_of(rows: Rows) -> int:
    """The type of shapes: that of the standard, with Z where the shapes have one that the standard does not refuse."""
    type_ = shape_type(rows.table.geometry)
    geometry = rows.table.geometry
    if geometry is not None and geometry.z is None:
        first = next((shape for shape in rows.shapes if shape is not None and not shape.isNull()), None)
        if first is not None and first.constGet().is3D():
            return int(ogr.GT_SetZ(type_))
    return type_


def _system(rows: Rows) -> osr.SpatialReference | None:
    if rows.table.geometry is None or not rows.crs:
        return None
    system = osr.SpatialReference()
    system.SetFromUserInput(rows.crs)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _widths(rows: Rows) -> dict[str, int]:
    """The widths of the columns of text, in bytes: a letter with an accent takes two. Refuses what has no room."""
    widths: dict[str, int] = {}
    for at, one in enumerate(rows.fields):
        if not is_text(one):
            continue
        longest = max((len((row[at] or "").encode()) for row in rows.values), default=0)
        if longest > _DBF_TEXT:
            raise StandardError(
                tr("{table}, {field}: a value of {count} bytes has no room in a dBASE table (254).").format(
                    table=rows.table.name, field=one.name, count=longest
                ),
                hint=tr("Shorten it in the layer, then deliver again: nothing was written."),
            )
        widths[one.name] = min(_DBF_TEXT, max(width(one) or _DBF_TEXT, longest))
    return widths


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what the system and GDAL say of a write into our error."""
    try:
        yield
    except (RuntimeError, OSError) as error:
        if full_disk(error):
            raise OutputError(
                tr("The disk of “{folder}” is full.").format(folder=path.parent),
                hint=tr("Make room or choose another disk: nothing was delivered."),
            ) from error
        raise OutputError(
            tr("“{name}” can't be written.").format(name=path.name),
            detail=f"{path}: {error}",
            hint=tr("Choose another folder, and check that you may write there."),
        ) from error
