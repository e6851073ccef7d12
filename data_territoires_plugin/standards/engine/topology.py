"""What the shapes of a table must be to one another: no overlap, no gap, inside, on a line, connected.

The standards of urbanism allow no overlap and no gap between zones (CNIG, standard PLU 2024 revised in June 2025,
p. 43-46), which the national validator doesn't look at. Only usable shapes are compared: an invalid one is left out,
and said to be. Tolerances are square metres for surfaces, metres for lines and points, also in a geographic CRS.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry, QgsWkbTypes

from ...sources.base import stop_if_cancelled
from . import topology_words as _words  # noqa: F401 - registers them
from .memory import judged
from .topology_findings import Scale, finding, left_out, not_possible
from .topology_network import connected, no_dangle, on_line
from .topology_overlap import overlaps, usable_rows
from .topology_union import union_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy import ndarray
    from qgis.core import QgsFeedback

    from ..findings import Finding
    from ..model import Topology
    from .options import Options
    from .shapes import Shapes

    Rule = Callable[[Shapes, Topology, Options, QgsFeedback], Iterator[Finding]]

SLIVER_WIDTH = 1.0  # m: a hole narrower than this on average is a fault of drawing, not a forgotten zone
_OUTLINE = 10.0  # m around the document's outline, as the national validator does


def no_overlap(shapes: Shapes, rule: Topology, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """Each pair of shapes that share more than the tolerance, and what they share. Raises Cancelled."""
    scale = Scale.of(shapes)
    least = _tolerance(rule, options) / scale.square
    for one in overlaps(shapes, least, feedback, options.memory):
        geometry = QgsGeometry()
        geometry.fromWkb(one.wkb)
        yield finding(rule, shapes, one.first, other=one.second, shape=_surface(geometry), size=scale.area(one.area))
    yield from left_out(shapes, rule)


def no_gap(shapes: Shapes, rule: Topology, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """The holes of the union larger than the tolerance, slivers told from real holes.

    With a perimeter, what of a hole is outside it is an enclave of a neighbour: no fault. Raises Cancelled.
    """
    scale = Scale.of(shapes)
    least = _tolerance(rule, options) / scale.square
    union = _union(shapes, options, feedback)
    perimeter = options.perimeter_in(shapes.crs)
    for hole in _holes(union):
        stop_if_cancelled(feedback)
        for part in _polygons(hole.intersection(perimeter)) if perimeter is not None else (hole,):
            if part.area() > least:
                yield _gap(shapes, rule, part, scale, feedback)
    yield from left_out(shapes, rule)


def covers(shapes: Shapes, rule: Topology, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """The parts of the perimeter that no shape covers, holes of the coverage excepted (they are `no_gap`).

    Raises Cancelled.
    """
    perimeter = options.perimeter_in(shapes.crs)
    if perimeter is None:
        yield not_possible(rule, shapes, "perimeter")
        return
    scale = Scale.of(shapes)
    least = _tolerance(rule, options) / scale.square
    filled = _filled(_union(shapes, options, feedback))
    for part in _polygons(perimeter.difference(filled) if not filled.isEmpty() else perimeter):
        if part.area() > least:
            yield finding(rule, shapes, None, shape=part, size=scale.area(part.area()))
    yield from left_out(shapes, rule)


def inside(shapes: Shapes, rule: Topology, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """The shapes that go out of the other table's outline, or of the perimeter, by more than the tolerance (metres).

    Raises Cancelled.
    """
    scale = Scale.of(shapes)
    other = shapes.other(rule.other) if rule.other else None
    if rule.other and (other is None or not len(other)):
        yield not_possible(rule, shapes, rule.other)
        return
    outline = options.perimeter_in(shapes.crs) if other is None else _filled(_union(other, options, feedback))
    if outline is None or outline.isEmpty():
        yield not_possible(rule, shapes, rule.other or "perimeter")
        return
    if other is not None and other.crs != shapes.crs:
        outline = _moved(outline, other.crs, shapes.crs)
    wide = outline.buffer((rule.tolerance or _OUTLINE) / scale.metre, 8)
    rows = usable_rows(shapes)

    def judge(asked: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        found = _going_out(shapes, [rows[at] for at in asked], wide, feedback)
        yield from ((asked[at], wkb) for at, wkb in found)

    def marks() -> ndarray:  # of a shape in this outline
        within: ndarray = shapes.marks[rows] ^ hash(bytes(wide.asWkb()))
        return within

    for at, wkb in judged(options.memory, ("inside", shapes.table, rule.other), marks, len(rows), judge).items():
        beyond = QgsGeometry()
        beyond.fromWkb(wkb)
        size = scale.size(beyond)
        out_of = rule.other or "perimeter"
        yield finding(rule, shapes, rows[at], shape=beyond, size=size, expected=out_of, words="outside")
    yield from left_out(shapes, rule)


def _going_out(
    shapes: Shapes, rows: Sequence[int], wide: QgsGeometry, feedback: QgsFeedback
) -> Iterator[tuple[int, bytes]]:
    """What of these shapes is out of an outline, as WKB. Raises Cancelled."""
    engine = QgsGeometry.createGeometryEngine(wide.constGet())
    engine.prepareGeometry()
    for count, at in enumerate(rows):
        if count % 500 == 0:
            stop_if_cancelled(feedback)
        geometry = shapes.geometry(at)
        if geometry.isEmpty() or engine.contains(geometry.constGet()) or wide.contains(geometry):
            continue
        beyond = geometry.difference(wide)
        if not beyond.isEmpty():
            yield count, bytes(beyond.asWkb())


def no_duplicate(shapes: Shapes, rule: Topology, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """The shapes that are the same, whatever their first vertex and their direction. Raises Cancelled."""
    del options
    first: dict[bytes, int] = {}  # the first row of each drawing
    for count, at in enumerate(usable_rows(shapes)):
        if count % 5000 == 0:
            stop_if_cancelled(feedback)
        geometry = shapes.geometry(at)
        if geometry.isEmpty():
            continue
        known = first.setdefault(_drawing(geometry), at)
        if known != at:
            yield finding(rule, shapes, at, other=known, shape=geometry, size=(None, ""))
    yield from left_out(shapes, rule)


TOPOLOGY: dict[str, Rule] = {
    "no_overlap": no_overlap,
    "no_gap": no_gap,
    "covers": covers,
    "inside": inside,
    "no_duplicate": no_duplicate,
    "on_line": on_line,
    "no_dangle": no_dangle,
    "connected": connected,
}


def _drawing(geometry: QgsGeometry) -> bytes:
    """What is drawn: the segments, without their direction and their order; of points, the points."""
    segments = []
    for part in geometry.constGet().coordinateSequence():
        for ring in part:
            points = [(point.x(), point.y()) for point in ring]
            pairs = pairwise(points) if len(points) > 1 else ((points[0], points[0]),)
            segments += [min((one, other), (other, one)) for one, other in pairs]
    return np.array(sorted(segments)).tobytes()


def _tolerance(rule: Topology, options: Options) -> float:
    """Square metres."""
    return rule.tolerance if options.tolerance is None else options.tolerance


# ------------------------------------------------------------------------------------------------------- surfaces
def width(hole: QgsGeometry) -> float:
    """The average width of a surface: that of the rectangle of the same area and perimeter, about, if it is long."""
    length = hole.length()
    return 2 * hole.area() / length if length else 0.0


def is_sliver(hole: QgsGeometry, metre: float = 1.0) -> bool:
    """Whether a hole is a fault of drawing between two outlines; `metre`: metres in a unit of its CRS."""
    length = hole.length()
    compact = 4 * math.pi * hole.area() / (length * length) if length else 0.0
    return width(hole) * metre < SLIVER_WIDTH and compact < 0.4


def _gap(shapes: Shapes, rule: Topology, hole: QgsGeometry, scale: Scale, feedback: QgsFeedback) -> Finding:
    stop_if_cancelled(feedback)
    thin = is_sliver(hole, scale.metre)
    size = scale.strip(hole.area(), width(hole)) if thin else scale.area(hole.area())
    return finding(rule, shapes, None, shape=hole, size=size, words="sliver" if thin else "no_gap")


def _union(shapes: Shapes, options: Options, feedback: QgsFeedback) -> QgsGeometry:
    """The union of the usable shapes: several rules of a run ask for it."""
    usable = shapes.usable.tobytes()
    if shapes.union is None or shapes.union[0] != usable:
        shapes.union = usable, union_of(shapes, feedback, options.memory)
    return shapes.union[1]


def _polygons(geometry: QgsGeometry) -> Iterator[QgsGeometry]:
    """The polygons of a geometry, one by one."""
    for part in geometry.asGeometryCollection():
        if part.type() == Qgis.GeometryType.Polygon and not part.isEmpty():
            yield part


def _holes(union: QgsGeometry) -> Iterator[QgsGeometry]:
    """The holes of a union, those that another part of it fills taken off."""
    for part in _polygons(union):
        for ring in part.asPolygon()[1:] if not QgsWkbTypes.isMultiType(part.wkbType()) else ():
            hole = QgsGeometry.fromPolygonXY([ring])
            left = hole.difference(union) if union.isMultipart() else hole
            yield from _polygons(left)


def _filled(union: QgsGeometry) -> QgsGeometry:
    """A union without its holes."""
    outer = [QgsGeometry.fromPolygonXY([part.asPolygon()[0]]) for part in _polygons(union)]
    return QgsGeometry.unaryUnion(outer) if outer else QgsGeometry()


def _surface(geometry: QgsGeometry) -> QgsGeometry:
    """The surfaces of an intersection, without the lines and points along which shapes only touch."""
    parts = list(_polygons(geometry))
    return geometry if len(parts) == 1 and not geometry.isMultipart() else QgsGeometry.collectGeometry(parts)


def _moved(geometry: QgsGeometry, source: str, target: str) -> QgsGeometry:
    from ...sources.outline import transformed

    return transformed(geometry, QgsCoordinateReferenceSystem(source), QgsCoordinateReferenceSystem(target))
