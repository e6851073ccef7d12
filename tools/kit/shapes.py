"""Chance with a fixed seed, and the few ways a line or a polygon is drawn. Metres, EPSG:2154."""

from __future__ import annotations

import itertools
import math
import random
from typing import TYPE_CHECKING, TypeVar

import shapely
from shapely import LineString, MultiPolygon, Point, Polygon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

GRID = 0.1  # every coordinate of the kit is a multiple of it, in metres
XY = tuple[float, float]
T = TypeVar("T")


class Dice:
    """Chance that is the same at each run: one seed per subject, and only `random()`, whose stream never changes."""

    def __init__(self, subject: str) -> None:
        """Starts the stream of a subject."""
        self._stream = random.Random("estran " + subject)  # noqa: S311 - a drawing, not a secret

    def between(self, low: float, high: float) -> float:
        """A number of the interval."""
        return low + (high - low) * self._stream.random()

    def whole(self, low: int, high: int) -> int:
        """A whole number, bounds included."""
        return low + int((high - low + 1) * self._stream.random())

    def chance(self, share: float) -> bool:
        """True that often."""
        return self._stream.random() < share

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[int(len(choices) * self._stream.random())]


def rough(points: Sequence[XY], dice: Dice, roughness: float, step: float) -> list[XY]:
    """The same path, broken until no segment is longer than `step`; `roughness` is the shift over the length."""
    path = list(points)
    while max(math.dist(a, b) for a, b in itertools.pairwise(path)) > step:
        finer = [path[0]]
        for (xa, ya), (xb, yb) in itertools.pairwise(path):
            shift = dice.between(-roughness, roughness)
            if math.dist((xa, ya), (xb, yb)) > step:
                finer.append(((xa + xb) / 2 - (yb - ya) * shift, (ya + yb) / 2 + (xb - xa) * shift))
            finer.append((xb, yb))
        path = finer
    return path


def smooth(points: Sequence[XY], times: int) -> list[XY]:
    """The path with its corners cut (Chaikin); both ends stay."""
    path = list(points)
    for _ in range(times):
        cut = [path[0]]
        for (xa, ya), (xb, yb) in itertools.pairwise(path):
            cut += [(0.75 * xa + 0.25 * xb, 0.75 * ya + 0.25 * yb), (0.25 * xa + 0.75 * xb, 0.25 * ya + 0.75 * yb)]
        path = [*cut, path[-1]]
    return path


def blob(centre: XY, radius: float, dice: Dice, corners: int = 24, wave: float = 0.18) -> Polygon:
    """A round place whose outline wavers."""
    phases = [dice.between(0, 2 * math.pi) for _ in range(3)]
    outline = []
    for number in range(corners):
        angle = 2 * math.pi * number / corners
        stretch = 1 + wave * sum(math.sin((k + 2) * angle + phases[k]) / (k + 1) for k in range(3))
        outline.append((centre[0] + radius * stretch * math.cos(angle), centre[1] + radius * stretch * math.sin(angle)))
    return Polygon(outline)


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of any geometry."""
    return [part for part in _parts(geometry) if isinstance(part, Polygon) and not part.is_empty]


def lines(geometry: BaseGeometry) -> list[LineString]:
    """The lines of any geometry."""
    return [part for part in _parts(geometry) if isinstance(part, LineString) and not part.is_empty]


def _parts(geometry: BaseGeometry) -> Iterable[BaseGeometry]:
    if hasattr(geometry, "geoms"):
        for part in geometry.geoms:
            yield from _parts(part)
    else:
        yield geometry


def node(all_lines: Sequence[BaseGeometry]) -> BaseGeometry:
    """Every line cut where it meets another, on the grid of coordinates."""
    return shapely.unary_union(all_lines, grid_size=GRID)


def faces(noded: BaseGeometry) -> list[Polygon]:
    """The faces that noded lines enclose, in a stable order."""
    found = polygons(shapely.polygonize(lines(noded)))
    return sorted(found, key=lambda face: (round(face.centroid.x, 1), round(face.centroid.y, 1), face.area))


def on_grid(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry with its coordinates on the grid."""
    return shapely.set_precision(geometry, GRID)


def box_sides(polygon: Polygon) -> tuple[XY, XY, float, float]:
    """Centre, direction of the long side, long and short side of the smallest box around a polygon."""
    box = polygon.minimum_rotated_rectangle
    ring = list(box.exterior.coords) if isinstance(box, Polygon) else []
    if len(ring) < 5:
        return (polygon.centroid.x, polygon.centroid.y), (1.0, 0.0), 0.0, 0.0
    first, second = math.dist(ring[0], ring[1]), math.dist(ring[1], ring[2])
    start, end, long_side, short_side = (
        (ring[0], ring[1], first, second) if first >= second else (ring[1], ring[2], second, first)
    )
    centre = ((ring[0][0] + ring[2][0]) / 2, (ring[0][1] + ring[2][1]) / 2)
    return centre, ((end[0] - start[0]) / long_side, (end[1] - start[1]) / long_side), long_side, short_side


def halve(polygon: Polygon, dice: Dice, skew: float) -> tuple[list[Polygon], list[LineString]]:
    """The polygon cut once across its long side, about its middle: the pieces and the cut. `skew` in radians."""
    centre, (ux, uy), long_side, _ = box_sides(polygon)
    shift = dice.between(-0.12, 0.12) * long_side
    angle = math.atan2(uy, ux) + math.pi / 2 + dice.between(-skew, skew)
    x, y = centre[0] + ux * shift, centre[1] + uy * shift
    far = 4 * long_side
    dx, dy = math.cos(angle) * far, math.sin(angle) * far
    knife = LineString([(x - dx, y - dy), (x + dx, y + dy)])
    half = Polygon([(x - dx, y - dy), (x + dx, y + dy), (x + dx + dy, y + dy - dx), (x - dx + dy, y - dy - dx)])
    pieces = polygons(polygon.intersection(half)) + polygons(polygon.difference(half))
    return pieces, lines(polygon.intersection(knife))


def rectangle(centre: XY, direction: XY, length: float, width: float) -> Polygon:
    """A rectangle whose length follows the direction."""
    (ux, uy), half, side = direction, length / 2, width / 2
    return Polygon(
        [
            (centre[0] + ux * a - uy * b, centre[1] + uy * a + ux * b)
            for a, b in ((-half, -side), (half, -side), (half, side), (-half, side))
        ]
    )


def multi(geometry: BaseGeometry) -> MultiPolygon:
    """The polygons of a geometry as one."""
    return MultiPolygon(polygons(geometry))


def towards(line: LineString, place: Point) -> tuple[XY, XY, XY]:
    """The point of the line nearest a place, the direction of the line there, and the direction to the place."""
    along = line.project(place)
    foot = line.interpolate(along)
    before, after = line.interpolate(max(0.0, along - 2)), line.interpolate(min(line.length, along + 2))
    span = math.dist((before.x, before.y), (after.x, after.y)) or 1.0
    ux, uy = (after.x - before.x) / span, (after.y - before.y) / span
    side = 1.0 if ux * (place.y - foot.y) - uy * (place.x - foot.x) >= 0 else -1.0
    return (foot.x, foot.y), (ux, uy), (-uy * side, ux * side)
