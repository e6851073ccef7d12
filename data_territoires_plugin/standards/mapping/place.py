"""The geometry of a row: where it is read, what fields take from it, and the shape that the standard wants."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsWkbTypes,
)

from ...errors import StandardError
from ...i18n import tr
from ..engine.legal_place import projection_of
from ..engine.types import number
from ..model import Kind
from .locate import pair
from .model import Place, Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsCoordinateTransformContext, QgsFeature

    from .model import Located

DEGREES = "EPSG:4326"
_KINDS = {
    Qgis.GeometryType.Point: Kind.POINT,
    Qgis.GeometryType.Line: Kind.LINE,
    Qgis.GeometryType.Polygon: Kind.POLYGON,
    Qgis.GeometryType.Unknown: Kind.ANY,
}
_DEGREE_DIGITS, _METRE_DIGITS = 7, 2  # about a centimetre


class Placed:
    """The geometry of one row, and its point in degrees, computed once."""

    def __init__(self, placer: Placer, geometry: QgsGeometry) -> None:
        self.geometry = geometry
        self._placer = placer

    @property
    def is_empty(self) -> bool:
        """Whether there is no place."""
        return bool(self.geometry.isNull() or self.geometry.isEmpty())

    @cached_property
    def lonlat(self) -> tuple[float, float] | None:
        """A point of the geometry, in degrees: its own, or one that lies on the line or the surface."""
        return None if self.is_empty else self._placer.lonlat(self.geometry)


class Placer:
    """Reads the geometries of the rows, and moves them."""

    def __init__(
        self,
        located: Located,
        crs: QgsCoordinateReferenceSystem,
        transforms: QgsCoordinateTransformContext,
        text_of: Callable[[QgsFeature, str], str | None],
    ) -> None:
        self.located = located
        own = located.place in (Place.LAYER, Place.NONE)
        self.crs = (
            crs
            if own
            else QgsCoordinateReferenceSystem(located.crs if located.place in (Place.COLUMNS, Place.WKT) else DEGREES)
        )
        if not own and not self.crs.isValid():
            raise StandardError(
                tr("“{crs}” is not a coordinate reference system.").format(crs=located.crs),
                hint=tr("Write it as EPSG:2154 in the mapping."),
            )
        self._transforms = transforms
        self._text_of = text_of
        self._moves: dict[str, QgsCoordinateTransform] = {}
        self._measure: QgsDistanceArea | None = None

    def geometry(self, feature: QgsFeature) -> QgsGeometry:
        """The geometry of a row, null where it has none or where its columns can't be read."""
        place, names = self.located.place, self.located.columns
        if place is Place.LAYER:
            return QgsGeometry(feature.geometry())
        texts = [self._text_of(feature, name) or "" for name in names]
        if place is Place.COLUMNS:
            east, north = (number(text.strip().replace(",", ".")) for text in texts)
            return _point((east, north) if east is not None and north is not None else None)
        if place in (Place.LATLON, Place.LONLAT):
            both = pair(texts[0])
            return _point((both[1], both[0]) if both and place is Place.LATLON else both)
        if place is Place.WKT:
            return QgsGeometry.fromWkt(texts[0].rpartition(";")[2].strip())
        return _of_json(texts[0]) if place is Place.GEOJSON else QgsGeometry()

    def moved(self, geometry: QgsGeometry, crs: str) -> QgsGeometry | None:
        """The geometry in another CRS; None where it has none there. Raises StandardError for a layer without CRS."""
        if not self.crs.isValid():
            raise StandardError(
                tr("The layer has no coordinate reference system: its coordinates can't be written in degrees."),
                hint=tr("Set its CRS in its properties, then start again."),
            )
        if self.crs.authid() == crs:
            return QgsGeometry(geometry)
        if crs not in self._moves:
            target = QgsCoordinateReferenceSystem(crs)
            self._moves[crs] = QgsCoordinateTransform(self.crs, target, self._transforms)
        other = QgsGeometry(geometry)
        try:
            done = other.transform(self._moves[crs]) == Qgis.GeometryOperationResult.Success
        except QgsCsException:
            return None
        return other if done else None

    def lonlat(self, geometry: QgsGeometry) -> tuple[float, float] | None:
        """A point of the geometry, in degrees: its own, or one that lies on the line or the surface."""
        point = as_point(geometry)
        moved = None if point.isNull() else self.moved(point, DEGREES)
        if moved is None:
            return None
        there = moved.asPoint()
        return there.x(), there.y()

    def text(self, placed: Placed, shape: Shape) -> str | None:
        """What a field takes from the geometry, as text; None where there is none."""
        if placed.is_empty:
            return None
        geometry = placed.geometry
        if shape in (Shape.AREA, Shape.LENGTH):
            return self._measured(geometry, shape)
        if shape is Shape.WKT:
            moved = self.moved(geometry, DEGREES)
            return moved.asWkt(_DEGREE_DIGITS) if moved is not None else None
        there = placed.lonlat
        if there is None:
            return None
        longitude, latitude = (_written(one, _DEGREE_DIGITS) for one in there)
        if shape in (Shape.X, Shape.Y):
            return self._projected(geometry, there, shape)
        return {
            Shape.LONGITUDE: longitude,
            Shape.LATITUDE: latitude,
            Shape.LONLAT: f"[{longitude},{latitude}]",
            Shape.POINT: f"POINT({longitude} {latitude})",
        }[shape]

    def _projected(self, geometry: QgsGeometry, there: tuple[float, float], shape: Shape) -> str | None:
        legal = projection_of(*there)
        moved = self.moved(as_point(geometry), f"EPSG:{legal}") if legal else None
        if moved is None:
            return None
        point = moved.asPoint()
        return _written(point.x() if shape is Shape.X else point.y(), _METRE_DIGITS)

    def _measured(self, geometry: QgsGeometry, shape: Shape) -> str:
        if self._measure is None:
            self._measure = QgsDistanceArea()
            self._measure.setSourceCrs(self.crs, self._transforms)
            self._measure.setEllipsoid("EPSG:7019")  # GRS 80, that of RGF93
        measured = self._measure.measureArea(geometry) if shape is Shape.AREA else self._measure.measureLength(geometry)
        return _written(measured, _METRE_DIGITS)


def kind_of(wkb_type: Qgis.WkbType) -> Kind | None:
    """The geometry of a layer, in the words of the standards; None where it has none."""
    return _KINDS.get(QgsWkbTypes.geometryType(wkb_type))


def as_point(geometry: QgsGeometry) -> QgsGeometry:
    """A point for a geometry: its own, or one that lies on it."""
    if geometry.isNull() or geometry.isEmpty():
        return QgsGeometry()
    flat = QgsWkbTypes.flatType(geometry.wkbType())
    if flat == Qgis.WkbType.Point:
        return QgsGeometry(geometry)
    if flat == Qgis.WkbType.MultiPoint:
        return QgsGeometry.fromPointXY(geometry.asMultiPoint()[0])
    return geometry.pointOnSurface()


def _point(both: tuple[float, float] | None) -> QgsGeometry:
    return QgsGeometry.fromPointXY(QgsPointXY(*both)) if both else QgsGeometry()


def _of_json(text: str) -> QgsGeometry:
    from osgeo import ogr

    try:
        json.loads(text)
    except ValueError:
        return QgsGeometry()
    with ogr.ExceptionMgr(useExceptions=False):
        made = ogr.CreateGeometryFromJson(text)
    geometry = QgsGeometry()
    if made is not None:
        geometry.fromWkb(bytes(made.ExportToWkb()))
    return geometry


def _written(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")
