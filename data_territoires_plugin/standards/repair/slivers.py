"""Between shapes: slivers of overlap cut, small gaps filled; whose they become may be chosen."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
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
from .shape_changes import of_wkb
from .work import is_feature

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..findings import Finding
    from .work import Work

_TOUCHING = 1e-6  # metres


def sliver_proposals(work: Work, fixes: set[str]) -> Iterator[Proposal]:
    """Slivers of overlap cut off the larger feature, small gaps given to a neighbour: the one that was chosen, if any.

    Raises SourceError, Cancelled.
    """
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
    """What two features share, left to the smaller, or to the one that was chosen."""
    first, second = int(finding.feature), int(finding.other)
    larger = first if shapes[first].area() > shapes[second].area() else second
    owners = (second, first) if larger == first else (first, second)
    kept = work.asked.owner(finding, owners)
    cut = first if kept == second else second
    words = tr("{area} m² taken off feature {cut} and left to {kept}, as chosen; {width} m wide on average.")
    if kept == owners[0]:
        words = tr("{area} m² taken off feature {cut}, the larger, and left to {kept}; {width} m wide on average.")
    return _sliver(Change.CUT, finding, cut, words, scale, work, owners=owners, kept=kept)


def _filled(
    finding: Finding, shapes: dict[int, QgsGeometry], index: QgsSpatialIndex, scale: Scale, work: Work
) -> Iterator[Proposal]:
    """A gap joined to the neighbour of the longest side, or to the one that was chosen."""
    owners = _neighbours(of_wkb(finding.shape), shapes, index, scale)
    if owners:
        kept = work.asked.owner(finding, owners)
        words = tr("Gap of {area} m² joined to feature {kept}, as chosen; {width} m wide on average.")
        if kept == owners[0]:
            words = tr("Gap of {area} m² joined to feature {kept}, its longest neighbour; {width} m wide on average.")
        yield _sliver(Change.FILL, finding, kept, words, scale, work, owners=owners, kept=kept)


def _sliver(
    change: Change,
    finding: Finding,
    feature: int,
    words: str,
    scale: Scale,
    work: Work,
    *,
    owners: Sequence[int],
    kept: int,
) -> Proposal:
    shape = of_wkb(finding.shape)
    wide = width(shape) * scale.metre
    area = measure(shape.area() * scale.square)
    return Proposal(
        "overlap" if change is Change.CUT else "gap",
        change,
        feature,
        before=tr("{area} m²").format(area=area),
        after=tr("{area} m²").format(area=0),
        words=words.format(area=area, width=measure(wide), cut=feature, kept=kept),
        measure=wide,
        refused="" if work.asked.decided(finding) in owners else _too_wide(shape, scale, work),
        findings=(finding,),
        shape=finding.shape,
        place=finding.place,
        crs=finding.crs,
        owners=tuple(owners),
        owner=kept,
    )


def _neighbours(
    hole: QgsGeometry, shapes: dict[int, QgsGeometry], index: QgsSpatialIndex, scale: Scale
) -> tuple[int, ...]:
    """The features that share a side with a hole, the longest side first; the first of those that share as much."""
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
    return tuple(sorted((key for key in lengths if lengths[key] > 0), key=lambda key: (-lengths[key], key)))


def _sides(hole: QgsGeometry) -> list[tuple[QgsPointXY, QgsPointXY]]:
    ring = [QgsPointXY(point) for point in hole.vertices()]
    return list(pairwise(ring))


def _middle(start: QgsPointXY, end: QgsPointXY) -> QgsPointXY:
    return QgsPointXY((start.x() + end.x()) / 2, (start.y() + end.y()) / 2)
