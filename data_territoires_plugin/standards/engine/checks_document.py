"""The checks that a document of urbanism brings to its tables: how complex a shape may be.

The thresholds are those of a portal, not of a standard: a standard that has none doesn't carry this check. What is
counted is what the national validator counts (IGNF/validator, plugin CNIG): vertices, parts, holes, and vertices per
metre of the rings that have many.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsAbstractGeometry,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsCurve,
    QgsCurvePolygon,
    QgsDistanceArea,
    QgsGeometry,
)

from ...i18n import tr
from ..explain import add, explain
from ..findings import Finding
from ..model import Level
from .checks import table_check
from .memory import judged
from .reporter import placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Check
    from .loaded import Loaded
    from .options import Options

add(
    "complexity",
    lambda: (
        tr("The shape is too complex: {value}."),
        tr("Simplify it, or cut it into several features: it would be slow, or refused. Expected: {expected}."),
    ),
)


# Bytes of WKB: a vertex in two dimensions, a point of a multipoint, a ring of four vertices.
_VERTEX, _PART, _HOLE = 16, 21, 68


@dataclass(frozen=True)
class Thresholds:
    """The most that a shape may have; a negative number sets no limit."""

    points: int
    parts: int
    holes: int
    density: float  # vertices per metre of a ring…
    ring_points: int  # …that has at least this many vertices

    @property
    def lightest(self) -> int:
        """Bytes of WKB that a shape beyond one of the thresholds has at least: a lighter one needs no second look."""
        weights = ((self.points, _VERTEX), (self.parts, _PART), (self.holes, _HOLE), (self.ring_points - 1, _VERTEX))
        return min((most * weight for most, weight in weights if most >= 0), default=0)

    @classmethod
    def read(cls, text: str) -> Thresholds:
        """From five numbers: "5000,4,4,0.1,5000"."""
        points, parts, holes, density, ring_points = text.split(",")
        return cls(int(points), int(parts), int(holes), float(density), int(ring_points))


@table_check("complexity")
def complexity(loaded: Loaded, check: Check, options: Options) -> Iterator[Finding]:
    """Shapes beyond the thresholds: parameters `error` and `warning`, each as Thresholds.read reads it."""
    if loaded.shapes is None:
        return
    levels = [
        (level, Thresholds.read(check.parameters[level.value]))
        for level in (Level.ERROR, Level.WARNING)
        if level.value in check.parameters
    ]
    shapes = loaded.shapes
    metres = _measure(shapes.crs)
    least = min((most.lightest for _, most in levels), default=0)

    def judge(rows: Sequence[int]) -> Iterator[tuple[int, Finding]]:
        for at in rows:
            wkb = shapes.wkb[at]
            if wkb is not None and len(wkb) >= least:
                found = _beyond(shapes.geometry(at), levels, metres, loaded.table.name)
                if found is not None:
                    yield at, found

    name = "complexity", loaded.table.name, shapes.crs
    for at, found in judged(options.memory, name, lambda: shapes.marks, len(shapes), judge).items():
        yield placed(found, str(loaded.ids[at]))


def _beyond(
    geometry: QgsGeometry, levels: Sequence[tuple[Level, Thresholds]], metres: QgsDistanceArea, table: str
) -> Finding | None:
    """The gravest threshold that a shape passes; what only the run knows is added there."""
    for level, most in levels:
        excess = _excess(geometry, most, metres)
        if excess is not None:
            value, expected = excess
            told = explain("complexity", table=table, value=value, expected=expected)
            place = geometry.centroid().asPoint()
            return Finding(
                "complexity",
                level,
                told.message,
                f"CNIG_GEOMETRY_COMPLEXITY_{level.name}",
                value=value,
                expected=expected,
                help=told.help,
                place=(place.x(), place.y()),
            )
    return None


def _measure(crs: str) -> QgsDistanceArea:
    measure = QgsDistanceArea()
    reference = QgsCoordinateReferenceSystem(crs)
    if reference.isGeographic():
        measure.setSourceCrs(reference, QgsCoordinateTransformContext())
        measure.setEllipsoid("GRS80")
    return measure


def _excess(geometry: QgsGeometry, most: Thresholds, metres: QgsDistanceArea) -> tuple[str, str] | None:
    """The first threshold that is passed: what was counted and the most allowed, in words."""
    shape = geometry.constGet()
    points, parts = shape.nCoordinates(), shape.partCount()
    rings = sum(shape.ringCount(part) for part in range(parts))
    holes = rings - parts if geometry.type() == Qgis.GeometryType.Polygon else 0
    for counted, allowed, words in (
        (points, most.points, tr("{count} vertices")),
        (parts, most.parts, tr("{count} parts")),
        (holes, most.holes, tr("{count} holes")),
    ):
        if 0 <= allowed < counted:
            return words.format(count=counted), words.format(count=allowed)
    for line in _lines(shape):
        count = line.nCoordinates()
        if count < most.ring_points:
            continue
        length = metres.measureLength(QgsGeometry(line.clone()))
        if length and count / length > most.density:
            words = tr("{count} vertices per metre")
            return words.format(count=f"{count / length:.3g}"), words.format(count=most.density)
    return None


def _lines(shape: QgsAbstractGeometry) -> Iterator[QgsCurve]:
    """Each ring of a surface, each line, as QGIS holds it: their vertices never pass through Python."""
    for part in shape.parts():
        if isinstance(part, QgsCurvePolygon):
            yield part.exteriorRing()
            yield from (part.interiorRing(at) for at in range(part.numInteriorRings()))
        elif isinstance(part, QgsCurve):
            yield part
