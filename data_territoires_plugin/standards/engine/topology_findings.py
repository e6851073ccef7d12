"""A fault between shapes, as a finding: its place, its shape, its measure in the user's units."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ...i18n import number, tr
from ..explain import explain
from ..findings import Finding
from ..model import Level

if TYPE_CHECKING:
    from qgis.core import QgsGeometry

    from ..model import Topology
    from .shapes import Shapes

_METRES_PER_DEGREE = 111_320.0
_NAMED = 20  # identifiers written in a message


@dataclass(frozen=True)
class Scale:
    """How many metres, and square metres, are in a unit of the CRS, about where the shapes are."""

    metre: float = 1.0
    square: float = 1.0

    @classmethod
    def of(cls, shapes: Shapes) -> Scale:
        """Exact for a projected CRS in metres; that of the middle latitude for a geographic one."""
        if not shapes.crs or not QgsCoordinateReferenceSystem(shapes.crs).isGeographic():
            return cls()
        bounds = shapes.bounds[shapes.usable]
        latitude = float(np.nanmean(bounds[:, [1, 3]])) if len(bounds) else 46.5
        narrow = max(0.05, math.cos(math.radians(latitude)))
        return cls(_METRES_PER_DEGREE * math.sqrt(narrow), _METRES_PER_DEGREE**2 * narrow)

    def area(self, units: float) -> tuple[float, str]:
        """An area in square metres, and in words."""
        return units * self.square, tr("{area} m²").format(area=measure(units * self.square))

    def strip(self, units: float, wide: float) -> tuple[float, str]:
        """The area of a long and narrow surface, and in words, with its width."""
        area, width = units * self.square, wide * self.metre
        return area, tr("{area} m², {width} m wide on average").format(area=measure(area), width=measure(width))

    def distance(self, units: float) -> tuple[float, str]:
        """A distance in metres, and in words."""
        return units * self.metre, tr("{distance} m").format(distance=measure(units * self.metre))

    def size(self, geometry: QgsGeometry) -> tuple[float | None, str]:
        """What a geometry measures, in metres or square metres, and in words; a point measures nothing."""
        kind = geometry.type()
        if kind == Qgis.GeometryType.Polygon:
            return self.area(geometry.area())
        if kind == Qgis.GeometryType.Line:
            return self.distance(geometry.length())
        return None, tr("a point")


def measure(value: float) -> str:
    """A measure with the digits that mean something."""
    decimals = 0 if value >= 100 else 2 if value >= 1 else 4
    return number(round(value, decimals), decimals)


def finding(
    rule: Topology,
    shapes: Shapes,
    at: int | None,
    *,
    shape: QgsGeometry,
    size: tuple[float | None, str],
    expected: str = "",
    other: int | str | None = None,
    words: str = "",
) -> Finding:
    """A fault of the feature in the row `at` (None: of the table), its place inside `shape`; `size`: also in words."""
    measure, value = size
    feature = "" if at is None else str(shapes.ids[at])
    second = str(shapes.ids[other]) if isinstance(other, (int, np.integer)) else other or ""
    pair = tr("{first} and {second}").format(first=feature, second=second) if second else feature
    told = explain(words or rule.name, table=shapes.table, field=pair, value=value, expected=_named(expected))
    place = shape.pointOnSurface() if not shape.isEmpty() else shape
    point = place.asPoint() if not place.isEmpty() else None
    return Finding(
        rule=rule.name,
        level=rule.level,
        message=told.message,
        code=rule.code,
        table=shapes.table,
        layer=shapes.layer,
        feature=feature,
        value=value,
        expected=_named(expected),
        help=told.help,
        section=rule.section,
        place=(point.x(), point.y()) if point is not None else None,
        crs=shapes.crs,
        shape=bytes(shape.asWkb()),
        other=second,
        measure=measure,
    )


def left_out(shapes: Shapes, rule: Topology) -> tuple[Finding, ...]:
    """An information where some shapes could not be compared; nothing where all could."""
    missing = np.flatnonzero(~np.asarray(shapes.usable, bool))
    if not len(missing):
        return ()
    named = ", ".join(str(shapes.ids[at]) for at in missing[:_NAMED])
    return (_about(rule, shapes, "left_out", f"{named}…" if len(missing) > _NAMED else named, "", len(missing)),)


def not_possible(rule: Topology, shapes: Shapes, needed: str, *, apart: bool = False) -> Finding:
    """An information: the rule needs another table or the perimeter, not given, or (`apart`) in another CRS."""
    words = tr("“{name}” is in another coordinate reference system") if apart else tr("There is no “{name}”")
    lacking = words.format(name=_named(needed))
    return _about(rule, shapes, "not_possible", lacking, _looked_at(rule.name), 0)


def _about(rule: Topology, shapes: Shapes, words: str, value: str, expected: str, count: int) -> Finding:
    told = explain(words, table=shapes.table, value=value, expected=expected, count=str(count))
    return Finding(
        rule=f"{rule.name}_{words}",
        level=Level.INFO,
        message=told.message,
        table=shapes.table,
        layer=shapes.layer,
        value=value,
        help=told.help,
        crs=shapes.crs,
        measure=float(count) or None,
    )


def _looked_at(rule: str) -> str:
    """What a rule looks at, in words."""
    return {
        "covers": tr("coverage of the perimeter"),
        "inside": tr("features inside the document"),
        "on_line": tr("elements on their lines"),
    }.get(rule, tr("connections of the network"))


def _named(expected: str) -> str:
    return tr("the perimeter") if expected == "perimeter" else expected
