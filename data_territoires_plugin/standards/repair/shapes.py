"""The shapes: invalid ones repaired, vertices snapped to the corners of parcels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsGeometry

from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..engine.cadastre import ON, with_vertices
from ..engine.topology_findings import measure
from .proposal import Change, Proposal
from .shape_changes import is_geographic, of_wkb, settled
from .work import is_feature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Finding
    from .work import Work

MOST_CHANGE = 0.1  # percent of its area that a repaired shape may gain or lose
_INVALID = ("validity", "text_round_trip")


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


# ----------------------------------------------------------------------------------------------- corners of parcels
def snap_proposals(work: Work) -> Iterator[Proposal]:
    """The vertices that miss the corner of a parcel, moved to it in every feature that has them.

    Refused where the zoning is shifted as a whole: it is to be moved first. Raises SourceError, Cancelled.
    """
    moves: dict[tuple[float, float], tuple[tuple[float, float], Finding]] = {}
    for finding in work.findings:
        if finding.rule == "cadastre_vertex" and finding.shape:
            here, there = of_wkb(finding.shape).asPolyline()
            moves[here.x(), here.y()] = (there.x(), there.y()), finding
    if not moves:
        return
    whole = max((one.measure or 0.0 for one in work.all_findings if one.rule == "cadastre_shift"), default=0.0)
    shifted = tr("the zoning is shifted as a whole by {distance} m: move the whole layer first")
    refused = shifted.format(distance=measure(whole)) if whole > ON else ""
    for feature, wkb in work.shapes.items():
        stop_if_cancelled(work.feedback)
        before = of_wkb(wkb) if wkb is not None else QgsGeometry()
        own = {place: moves[place] for point in before.vertices() if (place := (point.x(), point.y())) in moves}
        if own and wkb is not None:
            yield _snapped(feature, wkb, before, own, refused)


def _snapped(
    feature: int,
    wkb: bytes,
    before: QgsGeometry,
    moves: dict[tuple[float, float], tuple[tuple[float, float], Finding]],
    refused: str,
) -> Proposal:
    after = with_vertices(before, {here: there for here, (there, _finding) in moves.items()})
    findings = tuple(finding for _there, finding in moves.values())
    farthest = max(one.measure or 0.0 for one in findings)
    if after is None:
        refused = refused or tr("its outline would cross itself or lose a part")
    words = tr("Feature {feature}: {count} vertices moved onto corners of parcels, by {distance} m at most.")
    return Proposal(
        "snap",
        Change.SHAPE,
        feature,
        words=words.format(feature=feature, count=len(moves), distance=measure(farthest)),
        measure=farthest,
        refused=refused,
        findings=findings,
        shape=bytes(after.asWkb()) if after is not None else b"",
        origin=wkb,
        place=findings[0].place,
        crs=findings[0].crs,
    )
