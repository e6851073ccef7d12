"""From the roads to the parcels: blocks, lots and fields, cut again and again across their long side.

One rule draws the streets of a town, the lots of a block and the hedges of the fields. At the end every line is cut
where it meets another, once, on one grid: communes, zones, sections and parcels are sums of the same faces, so that
they fit exactly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy
import shapely
from shapely import LineString, MultiPolygon, Polygon

from .names import STREET_KINDS, STREETS
from .network import WIDTHS, Road, Settlement, estates
from .plan import COMMUNES
from .shapes import Dice, box_sides, faces, halve, multi, node, on_grid

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from .land import Land

NARROW = 13.0  # metres: nothing is cut whose short side is less than twice that


@dataclass
class Leaf:
    """A piece of ground that is not cut any more, up to the middle of the roads around it."""

    area: Polygon
    kind: str  # lot, block, field, estate, water, yard
    place: int = -1  # number of the settlement
    reach: float = 0.0  # distance to its centre, 1 at its rim
    commune: int = 0
    ground: MultiPolygon = field(default_factory=MultiPolygon)  # its faces, roads included
    parcel: MultiPolygon = field(default_factory=MultiPolygon)  # without the public ground
    section: str = ""  # of the cadastre
    idu: str = ""  # identifier of the parcel
    use: str = ""  # what it serves: wood, heath, crop code, school…

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.area.centroid.x, self.area.centroid.y


@dataclass
class Fabric:
    """What the cutting gives."""

    leaves: list[Leaf]
    cuts: list[LineString]  # between lots
    streets: list[Road]
    paths: list[Road]
    hedgerows: list[LineString]  # limits between fields
    named: dict[int, int] = field(default_factory=dict)  # streets named so far, by settlement


def cut_up(land: Land, roads: list[Road], rail: LineString, places: list[Settlement], blobs: list[Polygon]) -> Fabric:
    """The ground of the whole kit, cut down to lots and fields."""
    fabric = Fabric([], [], [], [], [])
    works, ponds = estates(), [pond.area for pond in land.ponds]
    streams = [stream.line for stream in land.streams if stream.rank < 3]
    frame = [*land.edges.values(), land.island.exterior, rail, *streams, *(road.line for road in roads)]
    frame += [blob.exterior for blob in blobs] + [work.exterior for work in works] + [pond.exterior for pond in ponds]
    for cell in faces(node(frame)):
        point = cell.representative_point()
        if not land.ground.contains(point):
            continue
        number = next((k for k, blob in enumerate(blobs) if blob.contains(point)), -1)
        dice = Dice(f"cell {point.x:.0f} {point.y:.0f}")
        if any(pond.contains(point) for pond in ponds):
            fabric.leaves.append(Leaf(cell, "water"))
        elif any(work.contains(point) for work in works):
            _estate(cell, fabric, dice)
        elif number < 0:
            _country(cell, 3.0 if land.communes[7].contains(point) else 1.0, fabric, dice)
        elif places[number].town:
            _town(cell, places[number], number, fabric, dice)
        else:
            _lots(cell, dice.between(1500, 2900), Leaf(cell, "lot", number, 1.0), fabric, dice)
    return fabric


def _town(cell: Polygon, town: Settlement, number: int, fabric: Fabric, dice: Dice) -> None:
    reach = min(1.0, math.dist((cell.centroid.x, cell.centroid.y), town.centre) / town.radius)
    if cell.area > 1.5 * (5_000 + 8_000 * reach) and box_sides(cell)[3] > 4 * NARROW:
        pieces, cuts = halve(cell, dice, 0.12)
        fabric.streets += [Road(_street_name(number, fabric), 5, cut) for cut in cuts]
        for piece in pieces:
            _town(piece, town, number, fabric, dice)
    elif cell.area > 3_000 and dice.chance(0.1 + 0.13 * reach):
        fabric.leaves.append(Leaf(cell, "block", number, reach))
    else:
        _lots(cell, 430 + 1150 * reach, Leaf(cell, "lot", number, reach), fabric, dice)


def _street_name(number: int, fabric: Fabric) -> str:
    """A name that no other street of the commune has: second towns begin further in the list."""
    known = fabric.named.get(number, 0)
    fabric.named[number] = known + 1
    rank = known + (3 * len(STREETS) if number >= len(COMMUNES) - 1 else 0)
    return (
        f"{STREET_KINDS[rank // len(STREETS) % len(STREET_KINDS)]} {STREETS[(29 * rank + 11 * number) % len(STREETS)]}"
    )


def _lots(cell: Polygon, target: float, model: Leaf, fabric: Fabric, dice: Dice) -> None:
    if cell.area > 1.5 * target and box_sides(cell)[2] > 2 * NARROW:
        pieces, cuts = halve(cell, dice, 0.06)
        fabric.cuts += cuts
        for piece in pieces:
            _lots(piece, target, model, fabric, dice)
    else:
        fabric.leaves.append(Leaf(cell, model.kind, model.place, model.reach))


def _estate(cell: Polygon, fabric: Fabric, dice: Dice) -> None:
    if cell.area > 70_000:
        pieces, cuts = halve(cell, dice, 0.0)
        fabric.streets += [Road("Rue de l'Industrie Cartographique", 5, cut) for cut in cuts]
        for piece in pieces:
            _estate(piece, fabric, dice)
    else:
        _lots(cell, 5_500, Leaf(cell, "estate"), fabric, dice)


def _country(cell: Polygon, coarse: float, fabric: Fabric, dice: Dice) -> None:
    """Fields; larger beyond the border of the EPCI, where nobody looks closely."""
    x, y = cell.centroid.x, cell.centroid.y
    openness = 1 + 0.75 * math.sin(x / 2100 + 1) * math.sin(y / 1700)  # from bocage to open fields
    if cell.area > 125_000 * coarse * openness * dice.between(0.8, 1.4) and box_sides(cell)[3] > 5 * NARROW:
        pieces, cuts = halve(cell, dice, 0.22)
        if cell.area > 400_000 and dice.chance(0.4):
            fabric.paths += [Road("", 6, cut, "Chemin") for cut in cuts]
        else:
            fabric.cuts += cuts
            fabric.hedgerows += cuts
        for piece in pieces:
            _country(piece, coarse, fabric, dice)
    else:
        fabric.leaves.append(Leaf(cell, "field"))


def public_ground(roads: list[Road], rail: LineString, land: Land) -> BaseGeometry:
    """Roads, streets, paths and railway with the ground they stand on."""
    stripes = [
        road.line.buffer(WIDTHS[road.importance] / 2, cap_style="flat", join_style="mitre", mitre_limit=2)
        for road in roads
    ]
    stripes.append(rail.buffer(8, cap_style="flat", join_style="mitre"))
    return on_grid(shapely.union_all(stripes).simplify(0.4).intersection(land.ground))


def assemble(fabric: Fabric, land: Land, roads: list[Road], rail: LineString, blobs: list[Polygon]) -> None:
    """Gives each leaf its ground and its parcel, from faces that all fit."""
    public = public_ground([*roads, *fabric.streets, *fabric.paths], rail, land)
    wet = land.estuary
    streams = [stream.line for stream in land.streams if stream.rank < 3]
    frame = [*land.edges.values(), land.island.exterior, rail, *streams, *(road.line for road in roads)]
    frame += [blob.exterior for blob in blobs] + [work.exterior for work in estates()]
    frame += [pond.area.exterior for pond in land.ponds] + [road.line for road in fabric.streets + fabric.paths]
    frame += [*fabric.cuts, public.boundary, wet.boundary]
    everything = numpy.array(faces(node(frame)))
    shore = land.ground.buffer(0.2)
    shapely.prepare(shore)
    pieces = everything[shapely.contains(shore, shapely.point_on_surface(everything))]
    points = shapely.point_on_surface(pieces)
    owner = shapely.STRtree([leaf.area for leaf in fabric.leaves]).nearest(points)
    shapely.prepare(public)
    shapely.prepare(wet)
    taken = shapely.contains(public, points) | shapely.contains(wet, points)
    by_leaf: dict[int, list[int]] = {}
    for number, leaf in enumerate(owner):
        by_leaf.setdefault(int(leaf), []).append(number)
    for number, mine in by_leaf.items():
        leaf = fabric.leaves[number]
        leaf.ground = multi(shapely.union_all([pieces[k] for k in mine]))
        free = shapely.union_all([pieces[k] for k in mine if not taken[k]])
        leaf.parcel = MultiPolygon([part for part in multi(free).geoms if part.area > 12 and _broad(part)])
        inside = leaf.ground.representative_point()
        leaf.commune = min(land.communes, key=lambda code: (land.communes[code].distance(inside), code))
    fabric.leaves = [leaf for leaf in fabric.leaves if not leaf.ground.is_empty]


def _broad(part: Polygon) -> bool:
    """Not a mere sliver beside a road."""
    return bool(4 * math.pi * part.area / part.length**2 > 0.06)
