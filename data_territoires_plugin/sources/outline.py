"""The perimeter as a service can bear it: few vertices, and never smaller than the exact one."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
)

from ..errors import TerritoryError
from ..i18n import tr

MOST_VERTICES = 500
_FIRST_TOLERANCE = 30.0  # metres of EPSG:3857, about 20 m on the ground in mainland France
_LAST_TOLERANCE = 100_000.0  # beyond, the bounding box does as well
_LONGEST_EDGE = 5000.0  # a longer straight edge would bend between two projections by more than the tolerance allows


def outline(perimeter: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
    """A polygon in EPSG:4326 (longitude, latitude) that contains `perimeter` (in `crs`), of at most 500 vertices or so.

    Raises TerritoryError where the perimeter can't be brought to longitude and latitude.
    """
    plane = QgsCoordinateReferenceSystem("EPSG:3857")
    dense = perimeter.densifyByDistance(_LONGEST_EDGE if not crs.isGeographic() else _LONGEST_EDGE / 111_320)
    exact = transformed(dense, crs, plane)
    tolerance = _FIRST_TOLERANCE
    while True:
        # Simplified before it is widened too: the buffer of a coast of 80,000 vertices takes a minute.
        simple = exact.simplify(tolerance / 2).buffer(2 * tolerance, 2).simplify(tolerance)
        few = simple.constGet().nCoordinates() <= MOST_VERTICES
        if few and simple.contains(exact):
            break
        if tolerance > _LAST_TOLERANCE:
            simple = QgsGeometry.fromRect(exact.boundingBox().buffered(_FIRST_TOLERANCE))
            break
        tolerance *= 2
    return transformed(simple.densifyByDistance(_LONGEST_EDGE), plane, QgsCoordinateReferenceSystem("EPSG:4326"))


def transformed(
    geometry: QgsGeometry, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsGeometry:
    """A copy of a geometry in another CRS. Raises TerritoryError where it lies outside what the CRS can express."""
    result = QgsGeometry(geometry)
    if source == target:
        return result
    transform = QgsCoordinateTransform(source, target, QgsCoordinateTransformContext())
    if result.transform(transform) != Qgis.GeometryOperationResult.Success:
        raise TerritoryError(
            tr("The perimeter can't be brought from {source} to {target}.").format(
                source=source.authid(), target=target.authid()
            ),
            hint=tr("Check its coordinate reference system: does it lie where it should?"),
        )
    return result


def cql_polygon(geometry: QgsGeometry) -> str:
    """The polygon as CQL reads it whatever the native CRS of the layer: SRID=4326, longitude first (services.md §1)."""
    return "SRID=4326;" + geometry.asWkt(6).replace(" (", "(").replace(", ", ",").replace(
        "MultiPolygon", "MULTIPOLYGON"
    ).replace("Polygon", "POLYGON")
