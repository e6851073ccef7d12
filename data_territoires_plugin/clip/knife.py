"""The exact half of the cut: what a perimeter does to one geometry. GEOS cuts; the CRS is the perimeter's own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from qgis.core import Qgis, QgsCsException, QgsGeometry, QgsRectangle, QgsWkbTypes

from ..catalogue.entry import CutMode
from .grid import Grid

SLIVER_AREA = 1e-4  # m²: 1 cm²
SLIVER_LENGTH = 1e-3  # m
_SAME = 1e-3  # m: a feature that stays within this of itself is not cut
_DEPTH = 7
_AREA_KEPT = 0.001  # a repair that changes the area more than this is not a repair
_METRES_PER_DEGREE = 111_320.0


class Fate(Enum):
    """What becomes of a feature."""

    OUTSIDE = "outside"
    INSIDE = "inside"  # copied untouched, dt_cut = 0
    CUT = "cut"  # dt_cut = 1
    WHOLE = "whole"  # crosses the border and is kept whole, dt_cut = 2
    LEFT_OUT = "left_out"  # crosses the border and is left out (within)
    SLIVER = "sliver"  # what remains is too small to mean anything


@dataclass(frozen=True)
class Outcome:
    """The fate of one geometry; `geometry` only where it differs from the source's."""

    fate: Fate
    geometry: QgsGeometry | None = None
    repaired: bool = False
    invalid: bool = False  # could not be repaired or cut safely: kept whole


class Knife:
    """A perimeter made ready to cut many geometries: `perimeter` is a valid (multi)polygon."""

    def __init__(self, perimeter: QgsGeometry, *, geographic: bool = False) -> None:
        self.perimeter = perimeter
        self.bounds = perimeter.boundingBox()
        self._engine = QgsGeometry.createGeometryEngine(perimeter.constGet())
        self._engine.prepareGeometry()
        self._grid: Grid | None = None
        self._pieces: dict[tuple[int, int, int], QgsGeometry] = {}
        self._unit = unit = 1 / _METRES_PER_DEGREE if geographic else 1.0
        self._least = {
            Qgis.GeometryType.Polygon: SLIVER_AREA * unit * unit,
            Qgis.GeometryType.Line: SLIVER_LENGTH * unit,
        }

    @property
    def grid(self) -> Grid:
        """The grid of the perimeter, made at the first use."""
        if self._grid is None:
            self._grid = Grid(_rings(self.perimeter))
        return self._grid

    def apply(self, geometry: QgsGeometry, mode: CutMode) -> Outcome:
        """What becomes of a geometry under a cut mode."""
        shape = geometry.constGet()
        if not self._engine.intersects(shape):
            return Outcome(Fate.OUTSIDE)
        if self._engine.contains(shape):
            return Outcome(Fate.INSIDE)
        whole, repaired = geometry, False
        if not geometry.isGeosValid():
            mended = _mended(geometry)
            if mended is None:
                return Outcome(Fate.LEFT_OUT if mode is CutMode.WITHIN else Fate.WHOLE, invalid=True)
            whole, repaired = mended, True
        return self._across(whole, mode, repaired=repaired)

    def _across(self, whole: QgsGeometry, mode: CutMode, *, repaired: bool) -> Outcome:
        raw = self._piece(whole.boundingBox()).intersection(whole)
        if raw.isNull():  # GEOS gave up
            return Outcome(Fate.LEFT_OUT if mode is CutMode.WITHIN else Fate.WHOLE, invalid=True)
        cut = of_kind(raw, whole.type())
        least = self._least.get(whole.type(), 0.0)
        if cut is None or measure(cut) <= least:
            # Touches the perimeter, or overlaps it by less than the precision of any source.
            return Outcome(Fate.SLIVER if cut is not None else Fate.OUTSIDE)
        if self._unchanged(whole, cut, least):
            return Outcome(Fate.INSIDE)
        if mode is CutMode.WITHIN:
            return Outcome(Fate.LEFT_OUT)
        if mode is CutMode.WHOLE:
            return Outcome(Fate.WHOLE, whole if repaired else None, repaired=repaired)
        return Outcome(Fate.CUT, self._without_slivers(cut), repaired=repaired)

    def _unchanged(self, whole: QgsGeometry, cut: QgsGeometry, least: float) -> bool:
        """Whether the cut takes nothing away: a line along the border, a shared border that rounding has moved."""
        if measure(whole) - measure(cut) > least:
            return False
        if whole.type() == Qgis.GeometryType.Point:
            return True
        return bool(0 <= whole.hausdorffDistance(cut) <= _SAME * self._unit)

    def _without_slivers(self, geometry: QgsGeometry) -> QgsGeometry:
        """The parts large enough to be kept; at least one is."""
        least = self._least.get(geometry.type(), 0.0)
        if not geometry.isMultipart() or geometry.type() == Qgis.GeometryType.Point:
            return geometry
        parts = geometry.asGeometryCollection()
        kept = [part for part in parts if measure(part) > least]
        if len(kept) == len(parts) or not kept:
            return geometry
        result = QgsGeometry.collectGeometry(kept)
        result.convertToMultiType()
        return result

    def _piece(self, bounds: QgsRectangle) -> QgsGeometry:
        """A part of the perimeter that is the whole of it as far as `bounds` can see: far fewer vertices."""
        size = max(bounds.width() / self.bounds.width(), bounds.height() / self.bounds.height(), 2.0**-_DEPTH / 2)
        depth = min(_DEPTH, int(-np.log2(size)) - 1)
        if depth <= 0 or not self.bounds.intersects(bounds):
            return self.perimeter
        centre = bounds.center()
        side = 2**depth
        column = min(max(int((centre.x() - self.bounds.xMinimum()) / self.bounds.width() * side), 0), side - 1)
        row = min(max(int((centre.y() - self.bounds.yMinimum()) / self.bounds.height() * side), 0), side - 1)
        rectangle = self._window(depth, column, row)
        return self._node(depth, column, row) if rectangle.contains(bounds) else self.perimeter

    def _window(self, depth: int, column: int, row: int) -> QgsRectangle:
        """A cell of the quadtree with a margin of half a cell, so that a feature at its edge still fits."""
        width, height = self.bounds.width() / 2**depth, self.bounds.height() / 2**depth
        x, y = self.bounds.xMinimum() + column * width, self.bounds.yMinimum() + row * height
        return QgsRectangle(x - width / 2, y - height / 2, x + 1.5 * width, y + 1.5 * height)

    def _node(self, depth: int, column: int, row: int) -> QgsGeometry:
        key = (depth, column, row)
        if key not in self._pieces:
            parent = self._node(depth - 1, column // 2, row // 2) if depth > 1 else self.perimeter
            piece = parent.intersection(QgsGeometry.fromRect(self._window(depth, column, row)))
            self._pieces[key] = self.perimeter if piece.isNull() else piece
        return self._pieces[key]


def measure(geometry: QgsGeometry) -> float:
    """The area of polygons, the length of lines, the number of points, in the plane of the CRS."""
    if geometry.isEmpty():
        return 0.0
    if geometry.type() == Qgis.GeometryType.Polygon:
        return float(geometry.area())
    if geometry.type() == Qgis.GeometryType.Line:
        return float(geometry.length())
    return float(geometry.constGet().nCoordinates())


def of_kind(geometry: QgsGeometry, kind: Qgis.GeometryType) -> QgsGeometry | None:
    """`geometry` reduced to a kind (no line out of a polygon layer), None where nothing of it remains.

    Qgis.GeometryType.Unknown, a layer of anything, takes it as it is.
    """
    if geometry.isNull() or geometry.isEmpty():
        return None
    if kind == Qgis.GeometryType.Unknown or geometry.type() == kind:
        return geometry
    if QgsWkbTypes.flatType(geometry.wkbType()) != Qgis.WkbType.GeometryCollection:
        return None
    reduced = QgsGeometry(geometry)
    reduced.convertGeometryCollectionToSubclass(kind)
    return None if reduced.isEmpty() or reduced.type() != kind else reduced


def _mended(geometry: QgsGeometry) -> QgsGeometry | None:
    """The repaired geometry where the repair keeps its area (its length for a line) within 0.1 %, else None."""
    try:
        mended = of_kind(geometry.makeValid(), geometry.type())
    except QgsCsException:
        return None
    if mended is None or not mended.isGeosValid():
        return None
    before, after = measure(geometry), measure(mended)
    return mended if abs(after - before) <= _AREA_KEPT * abs(before) else None


def _rings(perimeter: QgsGeometry) -> list[np.ndarray]:
    polygons = perimeter.asMultiPolygon() if perimeter.isMultipart() else [perimeter.asPolygon()]
    return [np.array([(point.x(), point.y()) for point in ring]) for polygon in polygons for ring in polygon]
