"""Roads, railway and power lines of the invented territory."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely import LineString, Point
from shapely.ops import substring

from . import plan
from .names import HAMLETS
from .shapes import GRID, Dice, lines, rough, smooth

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from .land import Land


@dataclass(frozen=True)
class Road:
    """A way as it is laid, before it is cut at the crossings."""

    name: str  # the street's name, or the number of the road
    importance: int  # 1 to 6, as BD TOPO tells it
    line: LineString
    nature: str = "Route à 1 chaussée"


@dataclass(frozen=True)
class Settlement:
    """A town or a hamlet."""

    name: str
    centre: tuple[float, float]
    radius: float
    commune: int
    town: bool


WIDTHS = {1: 24.0, 2: 14.0, 3: 12.0, 4: 9.0, 5: 8.0, 6: 4.0}  # public ground, in metres, by importance


def main_roads(land: Land) -> list[Road]:
    """The roads decided by hand."""
    roads = []
    for name, importance, places in plan.ROADS:
        drawn = smooth(rough([plan.place(point) for point in places], Dice(name), 0.09, 700), 2)
        nature = "Route à 2 chaussées" if importance == 1 else "Route à 1 chaussée"
        for part in lines(LineString(drawn).simplify(2.0).intersection(land.ground)):
            roads.append(Road(name, importance, part, nature))
    return roads


def settlements(land: Land, roads: list[Road]) -> list[Settlement]:
    """The towns decided by hand, and hamlets wherever there is room."""
    found = [Settlement(name, plan.place(place), radius, commune, True) for name, place, radius, commune in plan.TOWNS]
    dice, names = Dice("hamlets"), list(HAMLETS)
    sea = land.mainland.exterior
    keep_out = shapely.union_all([estate.buffer(250) for estate in estates()])
    ways = shapely.union_all([road.line for road in roads if road.importance == 1])
    west, south, east, north = land.mainland.bounds
    for _ in range(4000):
        if not names:
            break
        point = Point(dice.between(west, east), dice.between(south, north))
        radius = dice.between(70, 125)
        free = all(math.dist(s.centre, (point.x, point.y)) > s.radius + radius + 680 for s in found)
        if not free or not land.mainland.contains(point) or sea.distance(point) < radius + 130:
            continue
        if (
            land.streams[0].line.distance(point) < radius + 150
            or keep_out.contains(point)
            or ways.distance(point) < radius + 150
        ):
            continue
        if land.communes[7].contains(point) and dice.chance(0.9):
            continue
        commune = next(number for number, area in land.communes.items() if area.intersects(point))
        found.append(Settlement(names.pop(0), (round(point.x, 1), round(point.y, 1)), radius, commune, False))
    return found


def estates() -> list[BaseGeometry]:
    """The two zones d'activité."""
    drawn = []
    for place, (length, width), turn in (
        (plan.ESTATE, plan.ESTATE_SIZE, plan.ESTATE_TURN),
        (plan.SMALL_ESTATE, plan.SMALL_ESTATE_SIZE, plan.SMALL_ESTATE_TURN),
    ):
        x, y = plan.place(place)
        ux, uy = math.cos(turn), math.sin(turn)
        corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        drawn.append(
            shapely.Polygon(
                [
                    (
                        round(x + a * length / 2 * ux - b * width / 2 * uy, 1),
                        round(y + a * length / 2 * uy + b * width / 2 * ux, 1),
                    )
                    for a, b in corners
                ]
            )
        )
    return drawn


def country_roads(land: Land, places: list[Settlement], roads: list[Road]) -> list[Road]:
    """A road from each hamlet to the nearest one, and to its neighbours where nothing is in the way."""
    laid = [road for road in roads if road.importance > 1]
    sea, river = land.mainland.exterior, land.streams[0].line
    added: list[Road] = []
    hamlets = [place for place in places if not place.town]
    for hamlet in hamlets:
        start = Point(hamlet.centre)
        way = min((road.line for road in laid if road.importance < 5), key=start.distance)
        along = way.interpolate(way.project(start))
        if land.mainland.contains(LineString([start, along])):
            added.append(_lane(hamlet.name, start, along, land))
    for number, hamlet in enumerate(hamlets):
        for other in hamlets[:number]:
            line = LineString([hamlet.centre, other.centre])
            crosses = line.intersects(river) or line.intersects(sea)
            if line.length < 1250 and not crosses and not any(_along(line, road.line) for road in laid + added):
                added.append(_lane(f"{hamlet.name}-{other.name}", Point(hamlet.centre), Point(other.centre), land))
    return added


def _along(line: LineString, other: LineString) -> bool:
    """A new road would double an old one: they meet in the middle third, or run side by side."""
    middle = substring(line, 0.15, 0.85, normalized=True)
    return bool(middle.distance(other) < 60)


def _lane(name: str, start: Point, end: Point, land: Land) -> Road:
    path = smooth(rough([(start.x, start.y), (end.x, end.y)], Dice("lane " + name), 0.1, 260), 1)
    line = LineString(path)
    return Road("", 5, line if land.mainland.contains(line) else LineString([start, end]))


def railway(land: Land) -> LineString:
    """The single track that ends at Port-Estrelle."""
    path = smooth(rough([plan.place(point) for point in plan.RAILWAY], Dice("railway"), 0.04, 1500), 3)
    return lines(LineString(path).simplify(1.5).intersection(land.ground))[0]


def power_lines(land: Land) -> list[tuple[int, LineString]]:
    """The power lines, straight from one angle to the next, by voltage in kV."""
    return [
        (voltage, lines(LineString([plan.place(point) for point in places]).intersection(land.ground))[0])
        for voltage, places in plan.POWER
    ]


def sections(roads: list[Road], noded: BaseGeometry) -> list[Road]:
    """The roads cut at every crossing: one section from one node to the next, with what its road says."""
    merged = lines(shapely.line_merge(noded))
    tree = shapely.STRtree([road.line for road in roads])
    cut = []
    for line in sorted(merged, key=lambda part: (round(part.centroid.x, 1), round(part.centroid.y, 1), part.length)):
        middle = line.interpolate(0.5, normalized=True)
        near = sorted(int(k) for k in tree.query(middle.buffer(1.0), predicate="intersects"))
        if not near or line.length < 2 * GRID:
            continue
        best = min(near, key=lambda k: (round(roads[k].line.distance(middle), 1), roads[k].importance))
        cut.append(Road(roads[best].name, roads[best].importance, line, roads[best].nature))
    return cut
