"""The bounding box of a perimeter as a service understands it: its CRS, the order of its axes, never too small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from .outline import transformed

if TYPE_CHECKING:
    from .base import Area

LONGITUDE_LATITUDE = "CRS84"  # OGC's name of WGS 84 with the longitude first
_MARGIN = {True: 1e-5, False: 1.0}  # by geographic: degrees, metres. More than what the decimals sent lose
_EDGES = 50  # pieces of an edge of the box: straight in one CRS, it bends in another
_LARGER = 1.02


def named_crs(name: str) -> str:
    """`EPSG:2154` or `CRS84` from any way of writing it: short, URN, address, `[EPSG:2154]`; "" for anything else."""
    text = name.strip("[]<> ")
    if re.search(r"CRS[:/]?84$", text, re.IGNORECASE):
        return LONGITUDE_LATITUDE
    found = re.search(r"EPSG.*?(\d+)$", text, re.IGNORECASE)
    return f"EPSG:{found[1]}" if found else ""


def crs_of(name: str) -> QgsCoordinateReferenceSystem:
    """The CRS of a name given by `named_crs`, longitude or easting first."""
    return QgsCoordinateReferenceSystem("EPSG:4326" if name == LONGITUDE_LATITUDE else name)


def is_plain(name: str) -> bool:
    """Whether the axes of a CRS are easting, northing: nothing to swap, however the service takes its order."""
    crs = crs_of(name) if name else QgsCoordinateReferenceSystem()
    return name == LONGITUDE_LATITUDE or (crs.isValid() and not crs.hasAxisInverted())


def box_of(area: Area, name: str, native: str = "") -> QgsRectangle:
    """The box in the CRS `name` that holds the perimeter.

    `native` is the CRS in which the service searches: some transform two corners and nothing between; the box is made
    large enough for the perimeter to be within these two corners as well.
    """
    box = _box(area, crs_of(name))
    if not native or crs_of(native) == crs_of(name):
        return box
    searched = _box(area, crs_of(native))
    for _ in range(50):
        low = transformed(
            QgsGeometry.fromWkt(f"POINT({box.xMinimum()} {box.yMinimum()})"), crs_of(name), crs_of(native)
        )
        high = transformed(
            QgsGeometry.fromWkt(f"POINT({box.xMaximum()} {box.yMaximum()})"), crs_of(name), crs_of(native)
        )
        first, last = low.asPoint(), high.asPoint()
        if QgsRectangle(first.x(), first.y(), last.x(), last.y(), False).contains(searched):
            break
        box.scale(_LARGER)
    return box


def _box(area: Area, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    if area.perimeter is None:
        raise ValueError("no perimeter, no box")
    around = area.perimeter.boundingBox()
    edge = max(around.width(), around.height(), 1e-9) / _EDGES
    moved = transformed(QgsGeometry.fromRect(around).densifyByDistance(edge), area.crs, crs)
    return moved.boundingBox().buffered(_MARGIN[crs.isGeographic()])


def written(box: QgsRectangle, *, geographic: bool, swapped: bool = False) -> str:
    """`min x,min y,max x,max y`, or `min y,min x,max y,max x`."""
    decimals = 7 if geographic else 2
    low, high = [box.xMinimum(), box.yMinimum()], [box.xMaximum(), box.yMaximum()]
    numbers = low[::-1] + high[::-1] if swapped else low + high
    return ",".join(f"{number:.{decimals}f}" for number in numbers)
