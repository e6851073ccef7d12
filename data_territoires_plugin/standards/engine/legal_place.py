"""Where a place in degrees is, among the French territories and their legal projections."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

# Legal projections, and where they hold in degrees (west, south, east, north).
_PROJECTIONS = (
    (2154, -9.86, 41.15, 10.38, 51.56),
    (5490, -63.66, 14.08, -57.52, 18.54),
    (2972, -54.6, 2.11, -49.46, 8.88),
    (2975, 51.83, -24.72, 58.24, -18.28),
    (4471, 43.68, -14.49, 46.7, -11.33),
    (4467, -57.1, 43.41, -55.9, 47.37),
    (3163, 163.55, -22.75, 168.2, -19.54),
    (3296, -155.0, -24.0, -150.0, -9.0),
    (3297, -150.0, -29.0, -144.0, -13.0),
    (3298, -144.0, -29.0, -138.0, -7.0),
    (3299, -138.0, -25.0, -132.0, -18.0),
    (2988, -177.0, -14.0, -176.0, -13.0),
)


def projection_of(long: object, lat: object) -> int | None:
    """The legal projection (EPSG) of a place in degrees, None outside the French territories."""
    if not isinstance(long, float) or not isinstance(lat, float):
        return None
    return next(
        (epsg for epsg, west, south, east, north in _PROJECTIONS if west <= long <= east and south <= lat <= north),
        None,
    )


def projected(epsg: int, long: object, lat: object) -> tuple[float, float]:
    """A place in degrees, in metres in a projection."""
    x, y, *_ = _transformation(epsg).TransformPoint(long, lat)
    return x, y


@lru_cache(maxsize=len(_PROJECTIONS))
def _transformation(epsg: int) -> Any:  # of GDAL, which has no types
    from osgeo import osr

    ends = []
    for code in (4326, epsg):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(code)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        ends.append(reference)
    return osr.CoordinateTransformation(*ends)
