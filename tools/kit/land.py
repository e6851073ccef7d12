"""Coast, borders, relief and water of the invented territory."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely import LineString, Point, Polygon
from shapely.ops import substring

from . import plan
from .shapes import GRID, Dice, blob, lines, on_grid, polygons, rough, smooth

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Stream:
    """A watercourse, drawn in the direction of its flow."""

    name: str
    line: LineString
    rank: int  # 1 for the river, 2 for what flows into it or into the sea, 3 below


@dataclass(frozen=True)
class Pond:
    """A named stretch of still water."""

    name: str
    nature: str
    area: Polygon


@dataclass(frozen=True)
class Land:
    """The ground on which everything is drawn."""

    edges: dict[str, LineString]  # coast and borders
    mainland: Polygon
    island: Polygon
    communes: dict[int, BaseGeometry]  # first outline of each commune, 7 being the neighbour
    delegated: LineString
    streams: list[Stream]
    ponds: list[Pond]
    estuary: BaseGeometry  # where the river is wide enough to be an area

    @property
    def shore(self) -> BaseGeometry:
        """Where the ground meets the sea."""
        return shapely.union_all([*(self.edges[name] for name in plan.COAST), self.island.exterior])

    @property
    def ground(self) -> BaseGeometry:
        """All that is not sea."""
        return shapely.union_all([self.mainland, self.island])


def draw_land() -> Land:
    """The coast, the six communes and their neighbour, the waters."""
    edges = {name: _edge(name) for name in plan.EDGES}
    outline = [name for name in edges if name.startswith(("coast", "outside"))]
    mainland = polygons(shapely.polygonize([edges[name] for name in outline]))[0]
    island = on_grid(
        Polygon(
            rough(
                list(
                    blob(
                        plan.place(plan.ISLAND), plan.size(plan.ISLAND_RADIUS), Dice("island"), 14, 0.3
                    ).exterior.coords
                ),
                Dice("island coast"),
                0.16,
                50,
            )
        )
    )
    parts = polygons(shapely.polygonize([edges[name] for name in plan.COMMUNE_EDGES]))
    communes: dict[int, BaseGeometry] = {
        commune.number: next(part for part in parts if part.contains(Point(plan.place(commune.inside))))
        for commune in plan.COMMUNES
    }
    communes[3] = shapely.union_all([communes[3], island])
    streams = _streams(edges)
    return Land(
        edges, mainland, island, communes, edges["delegated"], streams, _ponds(), _estuary(streams[0].line, mainland)
    )


def _edge(name: str) -> LineString:
    points, roughness, step = plan.EDGES[name]
    path = [plan.place(plan.NODES[point] if isinstance(point, str) else point) for point in points]
    drawn = LineString([(round(x, 1), round(y, 1)) for x, y in rough(path, Dice(name), roughness, step)])
    if not drawn.is_simple:
        raise ValueError(f"the edge {name} crosses itself")
    return drawn


def _streams(edges: dict[str, LineString]) -> list[Stream]:
    river = [point for name in plan.RIVER for point in edges[name].coords]
    river = [point for number, point in enumerate(river) if number == 0 or point != river[number - 1]]
    streams = [Stream(plan.MAIN_RIVER, LineString(river), 1)]
    shore = [LineString(edges[name]) for name in plan.COAST]
    for name, places in plan.STREAMS:
        path = smooth(rough([plan.place(p) for p in places], Dice(name), 0.2, 180), 1)
        targets = [(stream.line, stream.rank) for stream in streams] + [(line, 0) for line in shore]
        end = Point(path[-1])
        line, rank = min(targets, key=lambda target: target[0].distance(end))
        vertex = min(line.coords, key=lambda point: math.dist(point, path[-1]))
        drawn = _until(LineString([*[(round(x, 1), round(y, 1)) for x, y in path[:-1]], vertex]), line)
        streams.append(Stream(name, drawn, rank + 1 if rank else 2))
    return streams


def _until(stream: LineString, water: LineString) -> LineString:
    """The stream up to where it first meets the water it flows into."""
    met = [stream.project(Point(point)) for part in _points(stream.intersection(water)) for point in part.coords]
    first = min(met)
    if first > stream.length - GRID:
        return stream
    foot = stream.interpolate(first)
    vertex = min(water.coords, key=lambda point: math.dist(point, (foot.x, foot.y)))
    kept = [point for point in stream.coords if stream.project(Point(point)) < first - 15]
    return LineString([*kept, vertex])


def _points(geometry: BaseGeometry) -> list[Point]:
    if isinstance(geometry, Point):
        return [geometry]
    if isinstance(geometry, LineString):
        return [Point(point) for point in geometry.coords]
    return [point for part in getattr(geometry, "geoms", []) for point in _points(part)]


def _ponds() -> list[Pond]:
    return [
        Pond(name, nature, on_grid(blob(plan.place(place), plan.size(radius), Dice(name), 20, 0.25)))
        for name, nature, place, radius in plan.PONDS
    ]


def _estuary(river: LineString, mainland: Polygon) -> BaseGeometry:
    """The river as an area: from 4 m at the border of the kit to 70 m at the sea."""
    length, pieces = river.length, []
    marks = [length * (number / 60) for number in range(61)]
    for start, end in itertools.pairwise(marks):
        width = 8 + 62 * (start / length) ** 3
        pieces.append(lines(substring(river, start, min(end + 3, length)))[0].buffer(width / 2, quad_segs=2))
    wide = shapely.union_all(pieces).simplify(1.0).intersection(mainland)
    return on_grid(max(polygons(wide), key=lambda part: part.area))


def height(x: float, y: float) -> float:
    """Altitude of the ground in metres: gentle hills that rise inland."""
    east, north = (x - plan.ORIGIN[0]) / 1000, (y - plan.ORIGIN[1]) / 1000
    hills = (
        9 * math.sin(1.1 * east + 0.4 * north) + 7 * math.sin(0.5 * east - 1.3 * north + 1) + 4 * math.sin(2.3 * north)
    )
    return round(max(1.5, 2.6 * east + 0.9 * north - 14 + hills), 1)
