"""The map of the report: the layer's outline and the places of the findings, as an SVG inside the page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
)

from ..i18n import tr
from .model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .findings import Finding, Reading, Verdict

WIDE, HIGH = 1600, 1000  # of the drawing; the page shows it at the width it has
_SHAPES = 4000  # shapes drawn at most: one in some, beyond
_FAULTS = 1000  # outlines of overlaps and gaps
_LETTERS = 3_000_000  # characters of outlines
_CELL = 14  # signs nearer than that are one
_FAR = 10  # times the size of where nearly everything lies: beyond, something is lost
_ORDER = (Qgis.GeometryType.Polygon, Qgis.GeometryType.Line, Qgis.GeometryType.Point)
_COLOURS = {Level.ERROR: "#b3261e", Level.WARNING: "#b26a00", Level.INFO: "#2a62a8"}


@dataclass(frozen=True)
class Frame:
    """From coordinates to the drawing."""

    crs: QgsCoordinateReferenceSystem
    left: float
    top: float
    scale: float
    flatten: float  # of x, in degrees
    outside: bool  # whether something lies out of it

    def at(self, x: float, y: float) -> tuple[int, int]:
        """Where a place is in the drawing."""
        return round((x - self.left) * self.flatten * self.scale), round((self.top - y) * self.scale)


def drawn_map(verdict: Verdict) -> tuple[str, str]:
    """The map as SVG, and what it leaves out; both "" where nothing has a place. The same verdict: the same map."""
    readings = [one for one in verdict.readings if one.shapes is not None and len(one.shapes)]
    frame = _frame(readings, verdict)
    if frame is None:
        return "", ""
    moves = _Moves(frame.crs)
    outlines = "".join(_outlines(readings, frame, moves))
    faults = "".join(_faults(verdict, frame, moves))
    signs = "".join(_signs(verdict, frame, moves))
    title = escape(tr("Map of the findings"))
    body = (
        f'<rect width="{WIDE}" height="{HIGH}" fill="#fafbfc" stroke="#c6ccd4"/>'
        f'<g fill="#e6ebf1" fill-rule="evenodd" stroke="#7d8b9c" stroke-width="1.2">{outlines}</g>'
        f'<g fill="#b3261e" fill-opacity=".45" fill-rule="evenodd" stroke="#b3261e">{faults}</g>{signs}'
    )
    svg = f'<svg viewBox="0 0 {WIDE} {HIGH}" role="img" aria-label="{title}"><title>{title}</title>{body}</svg>'
    return svg, _caption(verdict, frame)


def _caption(verdict: Verdict, frame: Frame) -> str:
    shapes = sum(len(one.shapes) for one in verdict.readings if one.shapes is not None)
    placed = sum(one.place is not None for one in verdict.findings)
    words = [tr("Findings that have a place: {count}.").format(count=placed)]
    if shapes > _SHAPES:
        words.append(tr("One feature in {step} is drawn.").format(step=math.ceil(shapes / _SHAPES)))
    if frame.outside:
        words.append(tr("A few features lie far from the others, out of this map: check their coordinates."))
    words.append(tr("Signs that are near one another are drawn as one: the gravest."))
    return " ".join(words)


class _Moves:
    """Brings shapes and places of several CRS to that of the map."""

    def __init__(self, crs: QgsCoordinateReferenceSystem) -> None:
        self._crs = crs
        self._known: dict[str, QgsCoordinateTransform | None] = {}

    def moved(self, geometry: QgsGeometry, crs: str) -> QgsGeometry:
        """The geometry in the CRS of the map; a null one where it can't be."""
        if crs not in self._known:
            source = QgsCoordinateReferenceSystem(crs)
            same = not source.isValid() or source == self._crs
            self._known[crs] = (
                None if same else QgsCoordinateTransform(source, self._crs, QgsCoordinateTransformContext())
            )
        transform = self._known[crs]
        if transform is None:
            return geometry
        try:
            done = geometry.transform(transform) == Qgis.GeometryOperationResult.Success
        except QgsCsException:
            done = False
        return geometry if done else QgsGeometry()


# ---------------------------------------------------------------------------------------------------------- frame
def _frame(readings: list[Reading], verdict: Verdict) -> Frame | None:
    """What the map shows: all of it, or where nearly all of it lies when some coordinates are lost."""
    crs = next((one.crs for one in readings if one.crs), next((one.crs for one in verdict.findings if one.crs), ""))
    target = QgsCoordinateReferenceSystem(crs)
    boxes = [_finite(one.shapes.bounds) for one in readings if one.shapes is not None and one.crs == crs]
    points = [
        (x, y, x, y) for one in verdict.findings if one.place is not None and one.crs == crs for x, y in [one.place]
    ]
    if points:
        boxes.append(_finite(np.array(points)))
    bounds = np.concatenate(boxes) if boxes else np.zeros((0, 4))
    if not len(bounds):
        return None
    low, high = bounds[:, :2].min(0), bounds[:, 2:].max(0)
    near_low, near_high = np.percentile(bounds[:, :2], 5, axis=0), np.percentile(bounds[:, 2:], 95, axis=0)
    with np.errstate(over="ignore"):  # coordinates beyond the world
        outside = bool(((high - low) > _FAR * np.maximum(near_high - near_low, 1e-9)).any() and len(bounds) > 20)
    if outside:
        low, high = near_low, near_high
    size = np.maximum(high - low, 1e-6)
    flatten = max(0.05, math.cos(math.radians(float(low[1] + high[1]) / 2))) if target.isGeographic() else 1.0
    scale = 0.94 * min(WIDE / (size[0] * flatten), HIGH / size[1])
    if not math.isfinite(scale):
        return None
    middle = (low + high) / 2
    left, top = middle[0] - WIDE / (2 * scale * flatten), middle[1] + HIGH / (2 * scale)
    return Frame(target, float(left), float(top), float(scale), float(flatten), outside)


def _finite(bounds: np.ndarray) -> np.ndarray:
    return bounds[np.isfinite(bounds).all(1)]


# --------------------------------------------------------------------------------------------------------- shapes
def _outlines(readings: list[Reading], frame: Frame, moves: _Moves) -> Iterator[str]:
    """The shapes, surfaces first: points and lines would be hidden."""
    total = sum(len(one.shapes) for one in readings if one.shapes is not None)
    step = max(1, math.ceil(total / _SHAPES))
    drawn: list[tuple[int, str]] = []
    for one in readings:
        for at in range(0, len(one.shapes) if one.shapes is not None else 0, step):
            geometry = moves.moved(one.shapes.geometry(at), one.crs) if one.shapes is not None else QgsGeometry()
            path = _path(geometry, frame)
            if path:
                drawn.append((_ORDER.index(geometry.type()) if geometry.type() in _ORDER else 0, path))
    letters = 0
    for _order, path in sorted(drawn, key=lambda pair: pair[0]):
        letters += len(path)
        if letters > _LETTERS:
            return
        yield path


def _path(geometry: QgsGeometry, frame: Frame) -> str:
    if geometry.isNull() or geometry.isEmpty():
        return ""
    kind = geometry.type()
    if kind == Qgis.GeometryType.Point:
        x, y = frame.at(geometry.vertexAt(0).x(), geometry.vertexAt(0).y())
        return f'<circle cx="{x}" cy="{y}" r="3"/>' if _seen(x, y) else ""
    lines = [_line(ring, frame, closed=kind == Qgis.GeometryType.Polygon) for ring in _rings(geometry)]
    drawn = "".join(line for line in lines if line)
    hollow = ' fill="none"' if kind == Qgis.GeometryType.Line else ""
    return f'<path d="{drawn}"{hollow}/>' if drawn else ""


def _rings(geometry: QgsGeometry) -> Iterator[list[tuple[float, float]]]:
    for part in geometry.constGet().coordinateSequence():
        for ring in part:
            yield [(point.x(), point.y()) for point in ring]


def _line(ring: list[tuple[float, float]], frame: Frame, *, closed: bool) -> str:
    """A line of the drawing, each point of it once."""
    points: list[tuple[int, int]] = []
    for x, y in ring:
        if math.isfinite(x) and math.isfinite(y):
            point = frame.at(x, y)
            if not points or points[-1] != point:
                points.append(point)
    if not points or not any(_seen(*point) for point in points):
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in points) + ("Z" if closed else "")


def _seen(x: int, y: int) -> bool:
    return -WIDE <= x <= 2 * WIDE and -HIGH <= y <= 2 * HIGH


# -------------------------------------------------------------------------------------------------------- findings
def _faults(verdict: Verdict, frame: Frame, moves: _Moves) -> Iterator[str]:
    """The overlaps and gaps themselves."""
    shaped = (one for one in verdict.findings if one.shape)
    for _number, one in zip(range(_FAULTS), shaped, strict=False):
        geometry = QgsGeometry()
        geometry.fromWkb(one.shape)
        yield _path(moves.moved(geometry, one.crs), frame)


def _signs(verdict: Verdict, frame: Frame, moves: _Moves) -> Iterator[str]:
    """A sign where there are findings: a circle, a triangle, a square, by level."""
    order = list(Level)
    cells: dict[tuple[int, int], tuple[int, int, int]] = {}
    for one in verdict.findings:
        where = _place(one, frame, moves)
        if where is None:
            continue
        cell = where[0] // _CELL, where[1] // _CELL
        rank = order.index(one.level)
        if cell not in cells or rank < cells[cell][0]:
            cells[cell] = rank, *where
    for rank, x, y in sorted(cells.values(), key=lambda sign: (-sign[0], sign[1], sign[2])):
        yield sign(order[rank], x, y)


def _place(one: Finding, frame: Frame, moves: _Moves) -> tuple[int, int] | None:
    if one.place is None or not all(map(math.isfinite, one.place)):
        return None
    x, y = one.place
    if one.crs and one.crs != frame.crs.authid():
        point = moves.moved(QgsGeometry.fromPointXY(QgsPointXY(x, y)), one.crs)
        if point.isNull():
            return None
        x, y = point.vertexAt(0).x(), point.vertexAt(0).y()
    x, y = frame.at(x, y)
    return (x, y) if 0 <= x <= WIDE and 0 <= y <= HIGH else None


def sign(level: Level, x: int, y: int) -> str:
    """The sign of a level: its form tells it too."""
    colour = f'fill="{_COLOURS[level]}" stroke="#ffffff" stroke-width="2"'
    if level is Level.ERROR:
        return f'<circle cx="{x}" cy="{y}" r="9" {colour}/>'
    if level is Level.WARNING:
        return f'<path d="M{x} {y - 10}L{x + 10} {y + 8}L{x - 10} {y + 8}Z" {colour}/>'
    return f'<rect x="{x - 7}" y="{y - 7}" width="14" height="14" {colour}/>'
