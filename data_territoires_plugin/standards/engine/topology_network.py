"""What a network must be: equipment on its lines, ends that meet, elements connected to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsGeometry, QgsPointXY, QgsRectangle

from ...sources.base import stop_if_cancelled
from .topology_findings import Scale, finding, left_out, not_possible
from .topology_overlap import index_of, usable_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qgis.core import QgsFeedback, QgsSpatialIndex

    from ..findings import Finding
    from ..model import Topology
    from .options import Options
    from .shapes import Shapes

_FAR = 50.0  # m: beyond, the end of a pipe is an end, not a fault of snapping


def on_line(shapes: Shapes, rule: Topology, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """The features farther than the tolerance (metres) from every line of the other table. Raises Cancelled."""
    yield from _near(shapes, rule, options, feedback, ends=False)


def connected(shapes: Shapes, rule: Topology, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """The features (of lines: each end) farther than the tolerance from every feature of the other table.

    Raises Cancelled.
    """
    yield from _near(shapes, rule, options, feedback, ends=True)


def no_dangle(shapes: Shapes, rule: Topology, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """The ends of lines that meet no other line, nor a feature of the other table where there is one.

    The measure is the distance to the nearest element, where there is one near. Raises Cancelled.
    """
    scale = Scale.of(shapes)
    reach = rule.tolerance / scale.metre
    index, lines = index_of(shapes, feedback)
    other = shapes.other(rule.other) if rule.other else None
    others = index_of(other, feedback) if other is not None and other.crs == shapes.crs else None
    for count, (at, line) in enumerate(lines.items()):
        if count % 500 == 0:
            stop_if_cancelled(feedback)
        for end in _ends(line):
            near = _nearest(end, index, lines, reach, _FAR / scale.metre, at)
            if others is not None and (near is None or near[0] > reach):
                near = _closer(near, _nearest(end, *others, reach, _FAR / scale.metre))
            if near is not None and near[0] <= reach:
                continue
            if near is None:
                point = QgsGeometry.fromPointXY(end)
                yield finding(rule, shapes, at, shape=point, size=(None, ""), words="end_alone")
            else:
                yield _away(rule, shapes, at, end, near, scale)
    yield from left_out(shapes, rule)


def _near(shapes: Shapes, rule: Topology, options: Options, feedback: QgsFeedback, *, ends: bool) -> Iterator[Finding]:
    other = shapes.other(rule.other)
    if other is None or (other.crs and shapes.crs and other.crs != shapes.crs):
        yield not_possible(rule, shapes, rule.other, apart=other is not None)
        return
    scale = Scale.of(shapes)
    reach = rule.tolerance / scale.metre
    index, geometries = index_of(other, feedback)
    for count, at in enumerate(usable_rows(shapes)):
        if count % 500 == 0:
            stop_if_cancelled(feedback)
        geometry = shapes.geometry(at)
        line = geometry.type() == Qgis.GeometryType.Line
        points = list(_ends(geometry)) if ends and line else [QgsPointXY(one) for one in geometry.vertices()][:1]
        for point in points:
            near = _nearest(point, index, geometries, reach, None)
            if near is None:
                lone = QgsGeometry.fromPointXY(point)
                yield finding(rule, shapes, at, shape=lone, size=(None, ""), expected=rule.other, words="not_connected")
            elif near[0] > reach:
                yield _away(rule, shapes, at, point, near, scale)
    yield from left_out(shapes, rule)


def _ends(line: QgsGeometry) -> Iterator[QgsPointXY]:
    """The ends of each part of a line; none of a closed one."""
    for part in line.asMultiPolyline() if line.isMultipart() else [line.asPolyline()]:
        if part and part[0] != part[-1]:
            yield part[0]
            yield part[-1]


Near = tuple[float, QgsPointXY, int]


def _nearest(
    point: QgsPointXY,
    index: QgsSpatialIndex,
    geometries: dict[int, QgsGeometry],
    reach: float,
    far: float | None,
    but: int | None = None,
) -> Near | None:
    """The nearest element: distance (units of the CRS), point on it, row. None: nothing nearer than `far`."""
    box = QgsRectangle(point.x() - reach, point.y() - reach, point.x() + reach, point.y() + reach)
    found = _best(point, (row for row in index.intersects(box) if row != but), geometries)
    if found is not None and found[0] <= reach:
        return found
    if far is not None:
        wide = QgsRectangle(point.x() - far, point.y() - far, point.x() + far, point.y() + far)
        found = _best(point, (row for row in index.intersects(wide) if row != but), geometries)
        return found if found is not None and found[0] <= far else None
    return _best(point, index.nearestNeighbor(point, 8), geometries)


def _best(point: QgsPointXY, rows: Iterable[int], geometries: dict[int, QgsGeometry]) -> Near | None:
    best: Near | None = None
    here = QgsGeometry.fromPointXY(point)
    for row in rows:
        place = geometries[row].nearestPoint(here)
        if place.isEmpty():
            continue
        nearest = place.asPoint()
        away = point.distance(nearest)
        if best is None or (away, row) < (best[0], best[2]):
            best = (away, nearest, row)
    return best


def _closer(one: Near | None, other: Near | None) -> Near | None:
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda near: near[0])


def _away(rule: Topology, shapes: Shapes, at: int, point: QgsPointXY, near: Near, scale: Scale) -> Finding:
    """A fault drawn as the line from where the element is to where it should be."""
    line = QgsGeometry.fromPolylineXY([point, near[1]])
    return finding(rule, shapes, at, shape=line, size=scale.distance(near[0]), expected=rule.other)
