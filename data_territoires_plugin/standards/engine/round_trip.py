"""The text round trip of the national validator: coordinates written with 15 significant digits, and read again.

It reads every table through CSV and WKT (ogr2ogr), whose numbers are cut so ('%.15g'): a geometry that is valid in
QGIS may not be any more. Only shapes that a cut changes are looked at: those drawn to the millimetre are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import ogr

from .arrays import where
from .shapes import from_wkb, shapely_here

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS = 15
_MOST_EXACT = 22  # the largest power of ten that a double holds exactly
_DOUBT = float(np.finfo(np.longdouble).eps) * 10.0**_DIGITS * 2  # of a rounding at half, by the type's precision


def broken_by_text(wkb: Sequence[bytes | None]) -> list[int]:
    """The positions of the shapes, valid as they are, that are not valid once their text is read again."""
    shapely = shapely_here()
    if shapely is None:
        return [at for at, one in enumerate(wkb) if one is not None and _broken(one)]
    shapes = from_wkb(shapely, wkb)
    coordinates, owners = shapely.get_coordinates(shapes, include_z=False, return_index=True)
    cut = cut_15(coordinates)
    changed = np.unique(owners[(cut != coordinates).any(axis=1)])
    if not len(changed):
        return []
    # All coordinates are set, those of the shapes that don't change included: they stay what they are.
    cut_shapes = shapely.set_coordinates(shapely.force_2d(shapes), cut)
    suspects = changed[~shapely.is_valid(cut_shapes[changed])]
    return [int(at) for at in suspects if (one := wkb[at]) is not None and _broken(one)]


def cut_15(values: np.ndarray) -> np.ndarray:
    """The numbers as '%.15g' writes them, exactly.

    Rounding a product may err where it falls at half a unit: those, and numbers of unusual size, go through the text.
    """
    result = np.array(values, dtype=np.float64)
    flat = result.reshape(-1)
    with np.errstate(all="ignore"):
        power = _DIGITS - 1 - np.floor(np.log10(np.abs(flat)))
        usual = np.isfinite(power) & (power >= 0) & (power <= _MOST_EXACT)
        # A number just under a power of ten may be rounded up to it: one digit less, the text tells.
        scale = np.power(10.0, np.where(usual, power, 0)).astype(np.longdouble)
        scaled = flat.astype(np.longdouble) * scale
        doubtful = np.abs(np.abs(scaled - np.floor(scaled)) - 0.5) < max(_DOUBT, 1e-6)
        rounded = (np.rint(scaled).astype(np.float64)) / scale.astype(np.float64)
    by_text = np.isfinite(flat) & (flat != 0) & (~usual | doubtful | (np.abs(rounded) >= 10.0 ** (_DIGITS - power)))
    kept = usual & ~by_text
    flat[kept] = rounded[kept]
    for at in where(by_text):
        flat[at] = float(f"{flat[at]:.15g}")
    return result


def text_again(wkb: bytes) -> bytes | None:
    """The shape once written as WKT by GDAL and read again, as WKB; None where its text can't be read."""
    with ogr.ExceptionMgr(useExceptions=True):
        try:
            again = ogr.CreateGeometryFromWkt(ogr.CreateGeometryFromWkb(wkb).ExportToWkt())
        except RuntimeError:
            return None
        return bytes(again.ExportToWkb())


def _broken(wkb: bytes) -> bool:
    again = text_again(wkb)
    return again is None or not _valid(again)


def _valid(wkb: bytes) -> bool:
    from qgis.core import QgsGeometry

    geometry: Any = QgsGeometry()
    geometry.fromWkb(wkb)
    return bool(geometry.isGeosValid())
