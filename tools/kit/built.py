"""Houses, farms, workshops and public buildings, and the addresses along the streets."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from osgeo import osr
from shapely import Point, Polygon

from . import plan
from .land import height
from .names import MAIN_STREETS
from .network import WIDTHS, Road, Settlement
from .shapes import XY, Dice, box_sides, on_grid, polygons, rectangle, towards

if TYPE_CHECKING:
    from collections.abc import Callable

    from .fabric import Fabric, Leaf
    from .writer import Kit

COMMUNES = {commune.number: commune for commune in plan.COMMUNES}
TRADES = ("Commercial et services", "Industriel")


@dataclass
class Building:
    """A building, and the number of the commune that tells it."""

    area: Polygon
    commune: int
    nature: str = "Indifférenciée"
    usage: str = "Résidentiel"
    height: float = 5.0
    light: bool = False
    dwellings: int = 0


@dataclass(frozen=True)
class Door:
    """Where an address is: at the street, before a building."""

    place: XY
    leaf: Leaf
    street: str
    along: tuple[int, float]  # section of the street and metres from its start
    left: bool


class Streets:
    """The streets that serve the buildings."""

    def __init__(self, roads: list[Road]) -> None:
        """Paths and the fast road serve nobody."""
        self.roads = [road for road in roads if 2 <= road.importance <= 5]
        self._tree = shapely.STRtree([road.line for road in self.roads])

    def nearest(self, place: Point) -> tuple[int, Road]:
        """The street nearest a place, with its number."""
        number = int(self._tree.nearest(place))
        return number, self.roads[number]


def build(fabric: Fabric, streets: Streets, places: list[Settlement]) -> tuple[list[Building], list[Door]]:
    """The buildings of every lot, and their doors."""
    buildings: list[Building] = []
    doors: list[Door] = []
    for leaf in fabric.leaves:
        lot = max(leaf.parcel.geoms, key=lambda part: part.area, default=None)
        if lot is None or lot.area < 60 or leaf.use in ("sport", "cimetiere", "parking", "jardin", "reserve"):
            continue
        dice = Dice(f"lot {leaf.centre[0]:.0f} {leaf.centre[1]:.0f}")
        rural = bool(leaf.place >= 0 and not places[leaf.place].town)
        raised = _on_lot(leaf, lot, rural, streets, dice)
        buildings += raised
        if raised and leaf.kind != "field" and raised[0].usage != "Agricole":
            doors.append(_door(raised[0], leaf, streets, places))
    return buildings, doors


def _on_lot(leaf: Leaf, lot: Polygon, rural: bool, streets: Streets, dice: Dice) -> list[Building]:
    if leaf.use in ("mairie", "eglise", "ecole", "college"):
        return _public(leaf, lot, streets, dice)
    if leaf.kind == "estate":
        size = (dice.between(28, 62), dice.between(20, 36))
        shed = _placed(lot, streets, size, 9, dice)
        return (
            [Building(shed, leaf.commune, "Industriel, agricole ou commercial", dice.pick(TRADES), dice.between(6, 11))]
            if shed
            else []
        )
    if leaf.kind == "field":
        shed = (
            _placed(lot, streets, (32, 16), 12, dice) if leaf.use in ("pre", "friche") and dice.chance(0.25) else None
        )
        return [Building(shed, leaf.commune, "Industriel, agricole ou commercial", "Agricole", 7.0)] if shed else []
    if leaf.kind != "lot" or dice.chance(0.05):
        return []
    raised = []
    if rural and dice.chance(0.2):
        barn = _placed(lot, streets, (dice.between(20, 34), dice.between(11, 16)), 5, dice)
        return (
            [Building(barn, leaf.commune, "Industriel, agricole ou commercial", "Agricole", dice.between(6, 8.5))]
            if barn
            else []
        )
    if leaf.reach < 0.3 and not rural:
        wide = box_sides(lot)[3] * dice.between(0.8, 0.96)
        home = _placed(lot, streets, (min(wide, 18), dice.between(9, 12)), dice.between(0, 0.6), dice)
        use = "Commercial et services" if dice.chance(0.2) else "Résidentiel"
        raised.append((home, use, dice.between(6.5, 11.5), dice.whole(1, 6)))
    else:
        home = _placed(lot, streets, (dice.between(9.5, 14.5), dice.between(7.5, 10)), dice.between(3, 8), dice)
        raised.append((home, "Résidentiel", dice.between(4, 7), 1))
    made = [
        Building(area, leaf.commune, usage=use, height=tall, dwellings=homes)
        for area, use, tall, homes in raised
        if area
    ]
    if made and dice.chance(0.3):
        made += _shed(made[0], lot, dice)
    return made


def _shed(home: Building, lot: Polygon, dice: Dice) -> list[Building]:
    centre, direction, *_ = box_sides(lot)
    for _ in range(4):
        spot = (centre[0] + dice.between(-14, 14), centre[1] + dice.between(-14, 14))
        shed = on_grid(rectangle(spot, direction, dice.between(4, 7), dice.between(3, 4.5)))
        if lot.contains(shed) and shed.distance(home.area) > 1:
            return [Building(shed, home.commune, usage="Annexe", height=2.8, light=dice.chance(0.5))]
    return []


def _public(leaf: Leaf, lot: Polygon, streets: Streets, dice: Dice) -> list[Building]:
    _, direction, long_side, short_side = box_sides(lot)
    centre = (lot.representative_point().x, lot.representative_point().y)
    if leaf.use == "eglise":
        for scale in (1.0, 0.8, 0.6):
            nave = rectangle(centre, direction, min(30, long_side * 0.8) * scale, min(10, short_side * 0.4) * scale)
            cross = rectangle(centre, (-direction[1], direction[0]), min(19, short_side * 0.7) * scale, 7 * scale)
            church = polygons(on_grid(nave.union(cross)))[0]
            if lot.contains(church):
                return [Building(church, leaf.commune, "Eglise", "Religieux", 16.5)]
        return []
    size = (
        (min(22, long_side * 0.6), min(12, short_side * 0.5))
        if leaf.use == "mairie"
        else (min(55, long_side * 0.6), min(14, short_side * 0.3))
    )
    hall = _placed(lot, streets, size, 4, dice)
    raised = (
        [
            Building(
                hall,
                leaf.commune,
                usage="Commercial et services" if leaf.use == "mairie" else "Indifférencié",
                height=9.0,
            )
        ]
        if hall
        else []
    )
    if hall and leaf.use != "mairie":
        wing = on_grid(rectangle(centre, direction, min(30, long_side * 0.35), min(12, short_side * 0.25)))
        raised += (
            [Building(wing, leaf.commune, usage="Indifférencié", height=6.0)]
            if lot.contains(wing) and not wing.intersects(hall)
            else []
        )
    return raised


def _placed(lot: Polygon, streets: Streets, size: XY, setback: float, dice: Dice) -> Polygon | None:
    """A building of about that size along the street, or in the middle of the lot; None where there is no room."""
    middle = Point(box_sides(lot)[0])
    _, road = streets.nearest(middle)
    foot, along, inward = towards(road.line, middle)
    edge = WIDTHS[road.importance] / 2
    room = lot.buffer(0.25)
    for scale in (1.0, 0.85, 0.7):
        wide, deep = size[0] * scale, size[1] * scale
        away = edge + setback + deep / 2
        body = rectangle((foot[0] + inward[0] * away, foot[1] + inward[1] * away), along, wide, deep)
        if room.contains(body):
            return _winged(body, room, along, inward, wide, deep, dice)
    centre, direction, long_side, short_side = box_sides(lot)
    for scale in (1.0, 0.75):
        body = rectangle(
            centre, direction, min(size[0], long_side * 0.75) * scale, min(size[1], short_side * 0.7) * scale
        )
        if room.contains(body) and body.area > 25:
            return polygons(on_grid(body))[0]
    return None


def _winged(body: Polygon, room: Polygon, along: XY, inward: XY, wide: float, deep: float, dice: Dice) -> Polygon:
    """The building, with a wing to the garden now and then."""
    if wide > 10 and dice.chance(0.22):
        shift, out = dice.pick((-1, 1)) * wide * 0.28, deep * 0.5 + 2
        spot = (
            body.centroid.x + along[0] * shift + inward[0] * out,
            body.centroid.y + along[1] * shift + inward[1] * out,
        )
        both = body.union(rectangle(spot, along, wide * 0.42, 5))
        if room.contains(both) and isinstance(both, Polygon):
            body = both
    return polygons(on_grid(body))[0]


def _door(building: Building, leaf: Leaf, streets: Streets, places: list[Settlement]) -> Door:
    middle = building.area.centroid
    number, road = streets.nearest(middle)
    foot, along, inward = towards(road.line, middle)
    away = WIDTHS[road.importance] / 2 + 1.5
    place = (round(foot[0] + inward[0] * away, 1), round(foot[1] + inward[1] * away, 1))
    name = MAIN_STREETS.get(road.name, road.name)
    if leaf.place >= 0 and not places[leaf.place].town:
        name = places[leaf.place].name
    left = along[0] * inward[1] - along[1] * inward[0] > 0
    return Door(place, leaf, name or "Route Communale", (number, round(road.line.project(middle), 1)), left)


def number_streets(kit: Kit, doors: list[Door], commune_of: dict[str, str]) -> None:
    """Even numbers on the right, odd ones on the left, from the start of the street; one « bis » now and then."""
    to_degrees = _degrees()
    by_street: dict[tuple[int, str], list[Door]] = {}
    for door in doors:
        by_street.setdefault((door.leaf.commune, door.street), []).append(door)
    codes: dict[int, int] = {}
    for (number, street), mine in sorted(by_street.items()):
        commune = COMMUNES[number]
        codes[number] = codes.get(number, 0) + 10
        fantoir = f"{codes[number]:04d}"
        given = {True: -1, False: 0}
        for rank, door in enumerate(sorted(mine, key=lambda door: (door.along, door.place))):
            again = rank % 29 == 28 and given[door.left] > 0
            given[door.left] += 0 if again else 2
            house, suffix = given[door.left], "bis" if again else ""
            lon, lat = to_degrees(door.place)
            former = door.leaf.section.startswith("008")
            kit.add(
                "ban_adresses",
                Point(door.place),
                id=f"{commune.code}_{fantoir}_{house:05d}{'_' + suffix if suffix else ''}",
                id_fantoir=f"{commune.code}_{fantoir}",
                numero=house,
                rep=suffix or None,
                nom_voie=street,
                code_postal=commune.postcode,
                code_insee=commune.code,
                nom_commune=commune.name,
                x=door.place[0],
                y=door.place[1],
                code_insee_ancienne_commune=plan.DELEGATED_CODE if former else None,
                nom_ancienne_commune=plan.DELEGATED_NAME if former else None,
                lon=lon,
                lat=lat,
                type_position="entrée",
                libelle_acheminement=commune_of[commune.code],
                source_position="commune",
                source_nom_voie="commune",
                certification_commune=1 if rank % 7 else 0,
                cad_parcelles=door.leaf.idu or None,
            )


def _degrees() -> Callable[[XY], XY]:
    """What turns Lambert-93 into longitude and latitude."""
    lambert, world = osr.SpatialReference(), osr.SpatialReference()
    for system, code in ((lambert, 2154), (world, 4326)):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(lambert, world)

    def degrees(place: XY) -> XY:
        lon, lat, _ = change.TransformPoint(*place)
        return round(lon, 6), round(lat, 6)

    return degrees


def sheds(straddling: list[tuple[Polygon, int]]) -> list[Building]:
    """Farm sheds across the borders."""
    return [
        Building(area, number, "Industriel, agricole ou commercial", "Agricole", 7.0) for area, number in straddling
    ]


def tell_buildings(kit: Kit, buildings: list[Building]) -> None:
    """The buildings as BD TOPO and as the cadastre tell them."""
    dice, alphabet = Dice("buildings"), "ABCDEFGHJKMNPQRSTVWXYZ123456789"
    for building in buildings:
        centre = building.area.centroid
        ground, tall = height(centre.x, centre.y), round(building.height, 1)
        year = dice.whole(1890, 2024)
        home = building.usage == "Résidentiel"
        kit.add(
            "bdtopo_batiment",
            building.area,
            z=round(ground + tall, 1),
            nature=building.nature,
            usage_1=building.usage,
            construction_legere=building.light,
            date_d_apparition=f"{year}-01-01" if home else None,
            precision_planimetrique=3.0,
            precision_altimetrique=1.5,
            nombre_de_logements=building.dwellings if home else None,
            nombre_d_etages=max(1, int(tall / 3)) if home else None,
            materiaux_des_murs=dice.pick(("10", "20", "30", "50")) if home else None,
            materiaux_de_la_toiture=dice.pick(("20", "20", "10")) if home else None,
            hauteur=tall,
            altitude_minimale_sol=ground,
            altitude_minimale_toit=round(ground + tall, 1),
            origine_du_batiment="Cadastre",
            identifiants_rnb="".join(dice.pick(alphabet) for _ in range(12)),
        )
        code = f"{building.commune:05d}"
        kit.add(
            "cadastre_batiment",
            building.area,
            gid=len(kit.rows.get("cadastre_batiment", [])) + 1,
            type="02" if building.light else "01",
            code_dep="00",
            code_insee=code,
        )


def give_roles(fabric: Fabric, places: list[Settlement]) -> list[tuple[str, Settlement, Leaf]]:
    """School, town hall, church, sports ground, cemetery… of each town: the leaf of each."""
    given = []
    for number, town in enumerate(places):
        if not town.town:
            continue
        lots = sorted(
            (leaf for leaf in fabric.leaves if leaf.place == number and leaf.kind == "lot" and leaf.parcel.area > 330),
            key=lambda leaf: math.dist(leaf.centre, town.centre),
        )
        blocks = [
            leaf for leaf in fabric.leaves if leaf.place == number and leaf.kind == "block" and leaf.parcel.area > 2_500
        ]
        fields = sorted(
            (
                leaf
                for leaf in fabric.leaves
                if leaf.kind == "field"
                and 4_000 < leaf.parcel.area < 30_000
                and leaf.commune == town.commune
                and math.dist(leaf.centre, town.centre) < town.radius + 420
            ),
            key=lambda leaf: math.dist(leaf.centre, town.centre),
        )
        free = blocks + fields[:6] if town.radius > 160 else []
        roles = [
            "ecole",
            "cimetiere",
            "sport",
            "parking",
            "jardin",
            *(["college", "sport", "parking"] if town.commune == 1 else []),
        ]
        for role, leaf in zip(["mairie", "eglise", *roles], [*lots[:1], *lots[3:4], *free], strict=False):
            leaf.use = role
            given.append((role, town, leaf))
    return given
