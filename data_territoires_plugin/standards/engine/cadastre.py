"""Zoning against a named edition of the cadastre: how far it is shifted as a whole, and which vertices miss a corner.

A zoning is drawn on the parcels of its year. When the cadastre moves (a better survey, the plan of the DGFiP made to
agree from one commune to the next), the zoning stays behind, all of it, by up to some tens of metres. The shift is the
displacement that brings the most vertices onto corners of parcels: found by a vote, then refined by a median, it holds
where the nearest corner would be the wrong one. CRS: both in the same projected CRS, in metres.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsGeometry, QgsPoint

from ...errors import SourceError
from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..findings import Finding
from ..model import Level
from .cadastre_corners import Corners
from .topology_findings import measure
from .topology_overlap import usable_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qgis.core import QgsFeedback

    from .shapes import Shapes

TOLERANCE = 1.0  # m: a vertex that near a corner was meant to be on it
ON = 0.02  # m: on the corner, for a coordinate written in centimetres
FARTHEST = 40.0  # m: the largest shift looked for
_BIN = 0.5  # m, of the vote
_VOTERS = 4000
_FEWEST = 8  # vertices that must agree before a shift is believed
_CHANCE = 3.0  # times more votes than the displacements around, or it is chance


@dataclass(frozen=True)
class Shift:
    """How a zoning lies on the parcels; distances in metres."""

    dx: float  # what has to be added to the zoning
    dy: float
    agreeing: int  # vertices, of those looked at, that this displacement brings within the tolerance of a corner
    looked_at: int
    median: float  # distance from a vertex to the nearest corner, as the zoning is
    most: float  # the same for nine vertices of ten

    @property
    def length(self) -> float:
        """Metres."""
        return math.hypot(self.dx, self.dy)


def shift(zones: Shapes, corners: Corners, tolerance: float = TOLERANCE) -> Shift:
    """How a zoning is shifted; (0, 0) where no displacement stands out."""
    vertices = np.unique(vertices_of(zones)[0], axis=0)
    if not len(vertices) or not len(corners):
        return Shift(0.0, 0.0, 0, len(vertices), math.nan, math.nan)
    step = max(1, len(vertices) // _VOTERS)
    voters = vertices[::step]
    dx, dy = _elected(corners.displacements(voters, FARTHEST))
    away = corners.nearest(voters, FARTHEST)[1]
    near = away[np.isfinite(away)]
    agreeing = corners.nearest(voters + np.array([dx, dy]), tolerance)[1]
    return Shift(
        dx,
        dy,
        int(np.isfinite(agreeing).sum()),
        len(voters),
        float(np.median(near)) if len(near) else math.nan,
        float(np.quantile(near, 0.9)) if len(near) else math.nan,
    )


def _elected(displacements: np.ndarray) -> tuple[float, float]:
    """The displacement that most vertices share: the fullest cell of a grid of votes, then the median around it."""
    if len(displacements) < _FEWEST:
        return 0.0, 0.0
    side = int(2 * FARTHEST / _BIN)
    votes, _, _ = np.histogram2d(displacements[:, 0], displacements[:, 1], bins=side, range=[[-FARTHEST, FARTHEST]] * 2)
    wide = np.sum([np.roll(votes, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1)], axis=0)
    best = np.unravel_index(int((wide + votes).argmax()), wide.shape)  # the middle of the heap
    typical = float(np.median(wide[wide > 0]))
    if wide[best] < max(_FEWEST, _CHANCE * typical):
        return 0.0, 0.0
    centre = np.array([(at + 0.5) * _BIN - FARTHEST for at in best])
    for reach in (1.5 * _BIN, _BIN, _BIN / 2):
        around = displacements[np.hypot(*(displacements - centre).T) <= reach]
        if len(around):
            centre = np.median(around, axis=0)
    return (0.0, 0.0) if math.hypot(*centre) <= ON else (float(centre[0]), float(centre[1]))


def cadastre_findings(
    zones: Shapes,
    parcels: Shapes,
    edition: str,
    feedback: QgsFeedback,
    tolerance: float = TOLERANCE,
) -> Iterator[Finding]:
    """The shift as a whole (information), then each vertex that should lie on a corner (warning), its way drawn.

    `edition`: that of the parcels, as the user knows it. Raises SourceError (CRS that differ, or in degrees),
    Cancelled.
    """
    _same_metres(zones, parcels)
    stop_if_cancelled(feedback)
    corners = Corners.of(parcels, feedback)
    whole = shift(zones, corners, tolerance)
    if math.isnan(whole.median):
        yield _far(zones, edition)
        return
    yield _overall(zones, whole, edition)
    move = np.array([whole.dx, whole.dy])
    vertices, rows = vertices_of(zones)
    vertices, first = np.unique(vertices, axis=0, return_index=True)
    rows = rows[first]
    stop_if_cancelled(feedback)
    found, _ = corners.nearest(vertices + move, tolerance)
    for at in map(int, np.flatnonzero(found >= 0)):
        vertex, corner = vertices[at], corners.points[found[at]]
        away = float(np.hypot(*(corner - vertex)))
        if away > ON:
            yield _vertex(zones, int(rows[at]), vertex, corner, away, corners.names[found[at]], edition)


def with_vertices(
    geometry: QgsGeometry, moves: Mapping[tuple[float, float], tuple[float, float]]
) -> QgsGeometry | None:
    """The geometry with these vertices moved: from where they are to where they should be.

    A vertex shared by two zones goes to the same place in both. None where the result would be invalid, or lose a part.
    """
    moved = QgsGeometry(geometry)
    for at, point in enumerate(geometry.vertices()):
        there = moves.get((point.x(), point.y()))
        if there is not None:
            moved.moveVertex(there[0], there[1], at)
    moved.removeDuplicateNodes(1e-6)
    same = moved.constGet().partCount() == geometry.constGet().partCount() and not moved.isEmpty()
    return moved if same and (moved.isGeosValid() or not geometry.isGeosValid()) else None


def vertices_of(shapes: Shapes) -> tuple[np.ndarray, np.ndarray]:
    """The vertices (n, 2) of the usable shapes, and the row of each."""
    points, rows = [], []
    for at in usable_rows(shapes):
        geometry = shapes.geometry(at)  # held: its vertices die with it
        for point in geometry.vertices():
            points.append((point.x(), point.y()))
            rows.append(at)
    return np.array(points).reshape(-1, 2), np.array(rows, int)


def _same_metres(zones: Shapes, parcels: Shapes) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    crs = QgsCoordinateReferenceSystem(zones.crs)
    if zones.crs != parcels.crs or not crs.isValid() or crs.isGeographic():
        raise SourceError(
            tr("The zoning and the parcels must be in the same projected coordinate reference system."),
            detail=f"{zones.crs} / {parcels.crs}",
            hint=tr("Reproject one of them, for example to the legal one of the territory, then check again."),
        )


# ------------------------------------------------------------------------------------------------------- findings
def _overall(zones: Shapes, whole: Shift, edition: str) -> Finding:
    heading = math.degrees(math.atan2(whole.dx, whole.dy)) % 360
    share = round(100 * whole.agreeing / whole.looked_at)
    if whole.length:
        message = tr(
            "On the cadastre “{edition}”, the zoning is shifted as a whole by {distance} m (to be moved towards"
            " {heading}°); {share} % of its vertices then lie on a corner of a parcel."
        )
        help_ = tr("Move the whole layer by this vector ({dx} m, {dy} m), check by eye, then check again.")
    else:
        message = tr(
            "On the cadastre “{edition}”, the zoning is not shifted as a whole: {share} % of its vertices lie on a"
            " corner of a parcel."
        )
        help_ = tr("Look at the vertices told one by one.")
    told = {
        "edition": edition,
        "distance": measure(whole.length),
        "heading": f"{heading:.0f}",
        "share": share,
        "dx": f"{whole.dx:+.2f}",
        "dy": f"{whole.dy:+.2f}",
    }
    spread = tr("median {median} m, nine out of ten under {most} m").format(
        median=measure(whole.median), most=measure(whole.most)
    )
    middle = _middle(zones)
    way = QgsGeometry.fromPolyline([middle, QgsPoint(middle.x() + whole.dx, middle.y() + whole.dy)])
    return Finding(
        "cadastre_shift",
        Level.INFO,
        message.format(**told),
        table=zones.table,
        layer=zones.layer,
        value=spread,
        help=help_.format(**told),
        place=(middle.x(), middle.y()),
        crs=zones.crs,
        shape=bytes(way.asWkb()) if whole.length else b"",
        measure=whole.length,
    )


def _middle(zones: Shapes) -> QgsPoint:
    """The middle of the zoning: where its shift as a whole is drawn."""
    boxes = zones.bounds[zones.usable]
    x, y = (np.nanmin(boxes[:, :2], axis=0) + np.nanmax(boxes[:, 2:], axis=0)) / 2
    return QgsPoint(float(x), float(y))


def _far(zones: Shapes, edition: str) -> Finding:
    return Finding(
        "cadastre_shift",
        Level.INFO,
        tr("No vertex of the zoning is near a parcel of the cadastre “{edition}”.").format(edition=edition),
        table=zones.table,
        layer=zones.layer,
        help=tr("Check that the parcels are those of the commune, then check again."),
        crs=zones.crs,
    )


def _vertex(
    zones: Shapes, row: int, vertex: np.ndarray, corner: np.ndarray, away: float, parcel: str, edition: str
) -> Finding:
    here, there = QgsPoint(float(vertex[0]), float(vertex[1])), QgsPoint(float(corner[0]), float(corner[1]))
    return Finding(
        "cadastre_vertex",
        Level.WARNING,
        tr("This vertex should lie on a corner of the parcel {parcel}: it is {distance} m away.").format(
            parcel=parcel, distance=measure(away)
        ),
        table=zones.table,
        layer=zones.layer,
        feature=str(zones.ids[row]),
        value=tr("{distance} m").format(distance=measure(away)),
        expected=edition,
        help=tr("Snap it to the corner, with snapping on the parcels active; the line shows the way."),
        place=(here.x(), here.y()),
        crs=zones.crs,
        shape=bytes(QgsGeometry.fromPolyline([here, there]).asWkb()),
        other=parcel,
        measure=away,
    )
