"""Coordinates of the stand-ins: inside, always east then north (longitude then latitude), whatever a protocol says."""

from __future__ import annotations

import functools

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

# Decimals that keep a geometry within 0.1 mm of its source.
DEGREE_DECIMALS = 9
METRE_DECIMALS = 4


@functools.lru_cache(maxsize=64)
def is_geographic(code: int) -> bool:
    """Whether EPSG:`code` counts in degrees."""
    return bool(CRS.from_epsg(code).is_geographic)


@functools.lru_cache(maxsize=64)
def is_known(code: int) -> bool:
    """Whether EPSG:`code` exists."""
    try:
        CRS.from_epsg(code)
    except CRSError:
        return False
    return True


@functools.lru_cache(maxsize=64)
def _transformer(source: int, target: int) -> Transformer:
    return Transformer.from_crs(source, target, always_xy=True)


def project(geometries: np.ndarray, source: int, target: int) -> np.ndarray:
    """The geometries in EPSG:`target`, Z untouched, vertex by vertex."""
    if source == target:
        return geometries
    transformer = _transformer(source, target)

    def moved(xy: np.ndarray) -> np.ndarray:
        if len(xy) == 1:  # pyproj takes an array of one for a number, and complains
            return np.array([transformer.transform(*xy[0].tolist())])
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    return _replace(geometries, moved)


def rounded(geometries: np.ndarray, code: int) -> np.ndarray:
    """The geometries with the decimals that a service writes for EPSG:`code`."""
    decimals = DEGREE_DECIMALS if is_geographic(code) else METRE_DECIMALS
    return _replace(geometries, lambda xy: np.round(xy, decimals))


def swapped(geometries: np.ndarray) -> np.ndarray:
    """The geometries with their first two coordinates exchanged."""
    return _replace(geometries, lambda xy: xy[:, ::-1])


def _replace(geometries: np.ndarray, change) -> np.ndarray:
    """A copy of the geometries whose x and y went through `change`."""
    geometries = np.array(geometries, dtype=object, copy=True)
    solid = shapely.has_z(geometries)
    for mask, with_z in ((solid, True), (~solid, False)):
        if mask.any():
            part = geometries[mask]
            coordinates = shapely.get_coordinates(part, include_z=with_z)
            coordinates[:, :2] = change(coordinates[:, :2])
            geometries[mask] = shapely.set_coordinates(part, coordinates)
    return geometries


def box_around(bounds: tuple[float, float, float, float], source: int, target: int) -> tuple[float, ...]:
    """A box of EPSG:`target` that surely holds `bounds` of EPSG:`source` (its sides curve when projected)."""
    if source == target:
        return bounds
    west, south, east, north = bounds
    side = np.linspace(0.0, 1.0, 33)
    grid_x, grid_y = np.meshgrid(west + (east - west) * side, south + (north - south) * side)
    x, y = _transformer(source, target).transform(grid_x.ravel(), grid_y.ravel())
    margin = 0.001 * max(np.ptp(x), np.ptp(y)) + (1e-6 if is_geographic(target) else 0.1)
    return x.min() - margin, y.min() - margin, x.max() + margin, y.max() + margin
