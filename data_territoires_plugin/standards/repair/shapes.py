"""The shapes: invalid ones repaired, slivers of overlap cut, small gaps filled."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsSpatialIndex,
)

from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..engine.shapes import Shapes
from ..engine.topology import is_sliver, width
from ..engine.topology_findings import Scale, measure
from .proposal import Change, Proposal
from .shape_changes import is_geographic, of_wkb, settled
from .work import is_feature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Finding
    from .work import Work

MOST_CHANGE = 0.1  # percent of its area that a repaired shape may gain or lose
_INVALID = ("validity", "text_round_trip")
_TOUCHING = 1e-6  # metres


# ------------------------------------------------------------------------------------------------- invalid shapes
def geometry_proposals(work: Work) -> Iterator[Proposal]:
    """The invalid shapes, repaired; refused where the area changes too much. Raises SourceError, Cancelled."""
    faulty: dict[int, list[Finding]] = {}
    for finding in work.findings:
        if finding.rule in _INVALID and is_feature(finding):
            faulty.setdefault(int(finding.feature), []).append(finding)
    if not faulty:
        return
    for keys, chunk in work.subject.geometries(work.feedback, faulty):
        for feature, wkb in zip(keys, chunk, strict=True):
            stop_if_cancelled(work.feedback)
            if wkb is not None:
                yield _repaired(feature, wkb, tuple(faulty[feature]), work)


def _repaired(feature: int, wkb: bytes, findings: tuple[Finding, ...], work: Work) -> Proposal:
    before = of_wkb(wkb)
    text = any(one.rule == "text_round_trip" for one in findings) or _national(work)
    after = (
        None
        if _curved(before)
        else settled(before, work.subject.wkb_type, text=text, degrees=is_geographic(work.subject.crs))
    )
    change = percent(before, after) if after is not None else None
    refused = ""
    if after is None:
        refused = tr("no repair keeps its kind: draw it again")
    elif change is not None and change > MOST_CHANGE:
        refused = tr("its area would change by {percent} %: decide what it should be").format(percent=measure(change))
    words = tr("Geometry of feature {feature} repaired; its area changes by {percent} %.").format(
        feature=feature, percent=measure(change or 0.0)
    )
    first = findings[0]
    return Proposal(
        "geometry",
        Change.SHAPE,
        feature,
        before=first.value,
        after=tr("valid") if after is not None else "",
        words=words,
        measure=change,
        refused=refused,
        findings=findings,
        shape=bytes(after.asWkb()) if after is not None else b"",
        origin=wkb,
        place=first.place,
        crs=first.crs,
    )


def _national(work: Work) -> bool:
    return work.table.geometry is not None and work.table.geometry.text_round_trip


def percent(before: QgsGeometry, after: QgsGeometry) -> float:
    """By how much the area (of a line: the length) changes, in percent of what it was.

    Of a crossed outline, the loops that the signed area takes off one another count as a change: each way of making
    it valid must agree.
    """
    old = before.area() or before.length()
    new = after.area() or after.length()
    other = before.makeValid(Qgis.MakeValidMethod.Linework)
    second = other.area() or other.length()
    if not old:
        return 0.0 if not new else 100.0
    return 100 * max(abs(new - old), abs(new - second)) / old


def _curved(shape: QgsGeometry) -> bool:
    return shape.constGet() is not None and shape.constGet().hasCurvedSegments()


# --------------------------------------------------------------------------------------------------- between shapes
def sliver_proposals(work: Work, fixes: set[str]) -> Iterator[Proposal]:
    """Slivers of overlap cut off the larger feature, small gaps given to a neighbour. Raises SourceError, Cancelled."""
    overlaps = [one for one in work.findings if one.rule == "no_overlap" and one.shape and is_feature(one)]
    gaps = [one for one in work.findings if one.rule == "no_gap" and one.shape]
    overlaps, gaps = overlaps if "overlap" in fixes else [], gaps if "gap" in fixes else []
    if not overlaps and not gaps:
        return
    shapes = {key: of_wkb(wkb) for key, wkb in work.shapes.items() if wkb is not None}
    scale = _scale(work)
    for finding in overlaps:
        stop_if_cancelled(work.feedback)
        if finding.other.isdigit() and {int(finding.feature), int(finding.other)} <= shapes.keys():
            yield _cut(finding, shapes, scale, work)
    if gaps:
        index = _index(shapes)
        for finding in gaps:
            stop_if_cancelled(work.feedback)
            yield from _filled(finding, shapes, index, scale, work)


def _scale(work: Work) -> Scale:
    ids = list(work.shapes)
    return Scale.of(Shapes("", "", work.subject.crs, np.array(ids, np.int64), list(work.shapes.values())))


def _index(shapes: dict[int, QgsGeometry]) -> QgsSpatialIndex:
    index = QgsSpatialIndex()
    for key, shape in shapes.items():
        feature = QgsFeature(key)
        feature.setGeometry(shape)
        index.addFeature(feature)
    return index


def _too_wide(shape: QgsGeometry, scale: Scale, work: Work) -> str:
    """Why a gap or an overlap is not mended by itself: "" where it is only a fault of drawing."""
    wide = width(shape) * scale.metre
    small = is_sliver(shape, scale.metre) or shape.area() * scale.square < work.asked.widest**2
    if wide < work.asked.widest and small:
        return ""
    return tr("{width} m wide on average: decide whose it is").format(width=measure(wide))


def _cut(finding: Finding, shapes: dict[int, QgsGeometry], scale: Scale, work: Work) -> Proposal:
    first, second = int(finding.feature), int(finding.other)
    larger, kept = (first, second) if shapes[first].area() > shapes[second].area() else (second, first)
    words = tr("{area} m² taken off feature {larger}, the larger, and left to {kept}; {width} m wide on average.")
    return _sliver("overlap", Change.CUT, finding, larger, words, scale, work, larger=larger, kept=kept)


def _filled(
    finding: Finding, shapes: dict[int, QgsGeometry], index: QgsSpatialIndex, scale: Scale, work: Work
) -> Iterator[Proposal]:
    neighbour = _neighbour(of_wkb(finding.shape), shapes, index, scale)
    if neighbour is not None:
        words = tr("Gap of {area} m² joined to feature {kept}, its longest neighbour; {width} m wide on average.")
        yield _sliver("gap", Change.FILL, finding, neighbour, words, scale, work, kept=neighbour)


def _sliver(
    fix: str, change: Change, finding: Finding, feature: int, words: str, scale: Scale, work: Work, **named: int
) -> Proposal:
    shape = of_wkb(finding.shape)
    wide = width(shape) * scale.metre
    area = measure(shape.area() * scale.square)
    return Proposal(
        fix,
        change,
        feature,
        before=tr("{area} m²").format(area=area),
        after=tr("{area} m²").format(area=0),
        words=words.format(area=area, width=measure(wide), **named),
        measure=wide,
        refused=_too_wide(shape, scale, work),
        findings=(finding,),
        shape=finding.shape,
        place=finding.place,
        crs=finding.crs,
    )


def _neighbour(hole: QgsGeometry, shapes: dict[int, QgsGeometry], index: QgsSpatialIndex, scale: Scale) -> int | None:
    """The feature that shares the longest side with a hole; the first of them where several do."""
    near = _TOUCHING / scale.metre
    box = QgsRectangle(hole.boundingBox())
    box.grow(near)
    sides = _sides(hole)
    lengths: dict[int, float] = {}
    for key in sorted(index.intersects(box)):
        shape = shapes[key]
        lengths[key] = sum(
            math.hypot(end.x() - start.x(), end.y() - start.y())
            for start, end in sides
            if shape.distance(QgsGeometry.fromPointXY(_middle(start, end))) <= near
        )
    best = max(lengths, key=lambda key: (lengths[key], -key), default=None)
    return best if best is not None and lengths[best] > 0 else None


def _sides(hole: QgsGeometry) -> list[tuple[QgsPointXY, QgsPointXY]]:
    ring = [QgsPointXY(point) for point in hole.vertices()]
    return list(pairwise(ring))


def _middle(start: QgsPointXY, end: QgsPointXY) -> QgsPointXY:
    return QgsPointXY((start.x() + end.x()) / 2, (start.y() + end.y()) / 2)
