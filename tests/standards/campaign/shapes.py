"""The shapes of a valid document: zones side by side, lines in a loop, points where the lines meet."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import Kind

if TYPE_CHECKING:
    from data_territoires_plugin.standards.model import Geometry, Standard, Table

ROWS = 4
_SIDE = 100  # units

Point = tuple[float, float]


@dataclass(frozen=True)
class Ground:
    """Where shapes are drawn: a CRS, an origin, and how many metres there are in a unit."""

    crs: str
    x: float
    y: float
    unit: float  # of the CRS, in a metre

    def at(self, x: float, y: float) -> Point:
        """A place, in metres from the origin."""
        return round(self.x + x * self.unit, 7), round(self.y + y * self.unit, 7)

    @property
    def strip(self) -> str:
        """The perimeter: all the zones together, as WKT."""
        return box(self, 0, 0, ROWS * _SIDE, _SIDE)


PLANE = Ground("EPSG:2154", 350_000.0, 6_789_000.0, 1.0)
DEGREES = Ground("EPSG:4326", -1.68, 48.11, 1e-5)


def ground_of(standard: Standard, table: Table | None = None) -> Ground:
    """The ground of a table: the plane, unless only degrees are allowed."""
    geometry = table.geometry if table else None
    allowed = (geometry.crs if geometry else ()) or standard.crs
    return PLANE if not allowed or PLANE.crs in allowed else DEGREES


def kind_of(geometry: Geometry) -> Kind:
    """The kind that is drawn for a table."""
    kinds = [kind for kind in geometry.kinds if kind is not Kind.ANY]
    return kinds[0] if kinds else Kind.POLYGON


def shape(ground: Ground, kind: Kind, row: int) -> str:
    """The shape of a row, as WKT."""
    if kind is Kind.POINT:
        return point(corner(ground, row))
    if kind is Kind.LINE:
        return line([corner(ground, row), corner(ground, row + 1)])
    return box(ground, row * _SIDE, 0, (row + 1) * _SIDE, _SIDE)


def corner(ground: Ground, row: int, away: float = 0.0) -> Point:
    """A corner of the loop, `away` metres nearer its middle."""
    angle = 2 * math.pi * (row % ROWS) / ROWS + 0.3
    wide, high = 160.0 - away, 35.0 - away
    return ground.at(round(200 + wide * math.cos(angle)), round(50 + high * math.sin(angle)))


def box(ground: Ground, left: float, low: float, right: float, high: float) -> str:
    """A rectangle, in metres from the origin."""
    return polygon([ground.at(left, low), ground.at(right, low), ground.at(right, high), ground.at(left, high)])


def point(place: Point) -> str:
    """A point as WKT."""
    return f"POINT ({place[0]!r} {place[1]!r})"


def line(places: list[Point]) -> str:
    """A line as WKT."""
    return f"LINESTRING ({_listed(places)})"


def polygon(*rings: list[Point]) -> str:
    """A polygon as WKT, its rings closed."""
    return f"POLYGON ({', '.join(f'({_listed([*ring, ring[0]])})' for ring in rings)})"


def _listed(places: list[Point]) -> str:
    return ", ".join(f"{x!r} {y!r}" for x, y in places)
