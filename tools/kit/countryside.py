"""Fields and crops, woods, hedges, and the protected areas."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import shapely
from shapely import LineString, Polygon

from . import plan
from .names import CROPS
from .shapes import Dice, blob, on_grid, polygons, rectangle

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from .fabric import Fabric
    from .land import Land
    from .writer import Kit

FORESTS = {  # nature of BD TOPO: code, name, group and species of BD Forêt
    "Forêt fermée de feuillus": (
        "FF1-00-00",
        "Forêt fermée à mélange de feuillus",
        "Forêt fermée feuillus",
        "Feuillus",
    ),
    "Bois": ("FF1-49-49", "Forêt fermée d’un autre feuillu pur", "Forêt fermée feuillus", "Feuillus"),
    "Forêt fermée de conifères": (
        "FF2-51-51",
        "Forêt fermée de pin maritime pur",
        "Forêt fermée conifères",
        "Pin maritime",
    ),
    "Forêt fermée mixte": (
        "FF31",
        "Forêt fermée à mélange de feuillus prépondérants et conifères",
        "Forêt fermée mixte",
        "Mixte",
    ),
    "Forêt ouverte": ("FO1", "Forêt ouverte de feuillus purs", "Forêt ouverte feuillus", "Feuillus"),
    "Peupleraie": ("FP", "Peupleraie", "Peupleraie", "Peuplier"),
    "Lande ligneuse": ("LA4", "Lande", "Lande", "NC"),
}


def give_uses(fabric: Fabric, land: Land) -> None:
    """Wood, heath or a crop for each field."""
    shore = land.shore
    streams = shapely.union_all([stream.line for stream in land.streams])
    crops = [crop for crop in CROPS for _ in range(crop[4])]
    for leaf in fabric.leaves:
        if leaf.kind != "field" or leaf.use:
            continue
        x, y = leaf.centre
        dice = Dice(f"use {x:.0f} {y:.0f}")
        wild = (
            0.62 * math.sin(x / 830 + 1.3) * math.sin(y / 970 + 0.5)
            + 0.38 * math.sin((x + y) / 410)
            + dice.between(-0.25, 0.25)
        )
        by_sea = leaf.area.distance(shore) < 25
        by_stream = leaf.area.distance(streams) < 12
        if by_sea and (dice.chance(0.62) or leaf.area.area < 4_000):
            leaf.use = "lande"
        elif wild > (0.36 if by_stream else 0.62) or leaf.area.area < 1_500:
            leaf.use = "bois"
        elif by_stream and dice.chance(0.6):
            leaf.use = dice.pick(("PPH", "PPH", "PPH", "pre"))
        else:
            leaf.use = dice.pick(crops)[0] if dice.chance(0.93) else "friche"


def tell(kit: Kit, fabric: Fabric, land: Land, communes: dict[int, BaseGeometry]) -> None:
    """All the tables of the countryside."""
    woods = _tell_vegetation(kit, fabric, land)
    _tell_crops(kit, fabric, communes)
    _tell_hedges(kit, fabric, woods)
    _tell_protected(kit, land)
    _tell_flaws(kit, communes)


def _tell_vegetation(kit: Kit, fabric: Fabric, land: Land) -> BaseGeometry:
    dice, kept = Dice("vegetation"), []
    for use in ("bois", "lande"):
        ground = shapely.union_all(
            [leaf.parcel.buffer(5, join_style="mitre") for leaf in fabric.leaves if leaf.use == use]
        )
        ground = ground.intersection(land.ground).difference(land.estuary)
        ground = ground.buffer(-14, quad_segs=2).buffer(18, quad_segs=2).buffer(-8, quad_segs=2).simplify(1.5)
        for part in sorted(polygons(on_grid(ground)), key=lambda part: (part.centroid.x, part.centroid.y)):
            if part.area < 900:
                continue
            nature = "Lande ligneuse" if use == "lande" else _nature(part, dice)
            kit.add("bdtopo_zone_de_vegetation", part, nature=nature)
            kept.append(part)
            if part.area > 5_000:
                code, name, group, species = FORESTS[nature]
                outline = on_grid(part.buffer(-3, quad_segs=1).simplify(2.5))
                kit.add(
                    "foret_formation_vegetale",
                    outline,
                    id=f"FORMVEGE{9_000_000_000 + len(kept):016d}",
                    code_tfv=code,
                    tfv=name,
                    tfv_g11=group,
                    essence=species,
                )
    for leaf in fabric.leaves:
        if leaf.use == "VRG":
            kit.add("bdtopo_zone_de_vegetation", on_grid(leaf.parcel.buffer(-4, join_style="mitre")), nature="Verger")
    return shapely.union_all(kept)


def _nature(part: Polygon, dice: Dice) -> str:
    if part.area < 8_000:
        return "Bois"
    return dice.pick(
        (
            "Forêt fermée de feuillus",
            "Forêt fermée de feuillus",
            "Forêt fermée de feuillus",
            "Forêt fermée mixte",
            "Forêt fermée de conifères",
            "Forêt ouverte",
            "Peupleraie",
        )
    )


def _tell_crops(kit: Kit, fabric: Fabric, communes: dict[int, BaseGeometry]) -> None:
    """Declared fields: a little inside the parcels; across a border of communes now and then, as farms are."""
    borders = shapely.union_all([area.boundary for area in communes.values()])
    groups = {code: group for code, _, group, _, _ in CROPS}
    shapely.prepare(borders)
    dice, taken = Dice("crops"), set()
    leaves = [leaf for leaf in fabric.leaves if leaf.use in groups and leaf.parcel.area > 3_000]
    tree = shapely.STRtree([leaf.parcel for leaf in leaves])
    for number, leaf in enumerate(leaves):
        if number in taken:
            continue
        area: BaseGeometry = leaf.parcel
        if borders.intersects(area) and dice.chance(0.6):
            mates = [int(k) for k in tree.query(area.buffer(0.5), predicate="intersects")]
            mates = sorted(k for k in mates if k > number and k not in taken and leaves[k].commune != leaf.commune)
            if mates and area.buffer(0.5).intersection(leaves[mates[0]].parcel).area > 20:
                area = area.union(leaves[mates[0]].parcel)
                taken.add(mates[0])
        field = area.buffer(-2.5, join_style="mitre").simplify(0.5)
        for part in polygons(on_grid(field)):
            if part.area > 1_500:
                kit.add(
                    "rpg_parcelles",
                    part,
                    culture_d1=None,
                    code_cultu=leaf.use,
                    code_group=groups[leaf.use],
                    culture_d2=None,
                    surf_parc=round(part.area / 10_000, 2),
                    id_parcel=str(9_000_001 + len(kit.rows.get("rpg_parcelles", []))),
                )
    for code, label, group, group_label, _ in CROPS:
        kit.add("rpg_codes_cultures", None, code=code, libelle=label, code_groupe=group, libelle_groupe=group_label)


def _tell_hedges(kit: Kit, fabric: Fabric, woods: BaseGeometry) -> None:
    shapely.prepare(woods)
    for line in fabric.hedgerows:
        x, y = line.centroid.x, line.centroid.y
        dice = Dice(f"hedge {x:.0f} {y:.0f}")
        bocage = 0.5 - 0.38 * math.sin(x / 2100 + 1) * math.sin(y / 1700)
        if line.length < 45 or not dice.chance(bocage) or woods.intersects(line.centroid):
            continue
        hedge = on_grid(LineString([line.interpolate(4), line.interpolate(line.length - dice.between(4, 20))]))
        size = {"hauteur": dice.whole(2, 12), "largeur": dice.whole(2, 8), "precision_planimetrique": 3.0}
        kit.add("bdtopo_haie", hedge, **size)
        kit.add("haies_haie", hedge, sources="Dispositif de suivi des bocages", **size)


def _tell_protected(kit: Kit, land: Land) -> None:
    """ZNIEFF of both types and Natura 2000 sites: shore, river, island, a part at sea."""
    river = land.streams[0].line
    valley = river.buffer(130, quad_segs=3).simplify(6)
    wet = {
        name: on_grid(blob(plan.place(place), plan.size(radius), Dice("site " + name), 26, 0.22))
        for name, place, radius in (
            ("estuary", (9.9, 12.4), 1000.0),
            ("cape", (3.7, 15.4), 720.0),
            ("marsh", (5.1, 16.8), 520.0),
            ("island", (1.5, 11.7), 1150.0),
            ("bay", (5.6, 12.0), 2700.0),
            ("south", (15.6, 4.4), 900.0),
            ("pond", (17.6, 17.4), 420.0),
        )
    }
    sites = (
        ("inpn_znieff1", "000000011", "Marais des Sables et ses abords", wet["marsh"]),
        ("inpn_znieff1", "000000012", "Pointe de l'Ulmer", wet["cape"]),
        ("inpn_znieff1", "000000013", "Étang de la Trame", wet["pond"]),
        ("inpn_znieff1", "000000014", "Falaises des Arrondis", wet["south"]),
        ("inpn_znieff2", "000000021", "Vallée de la Sinuelle", valley),
        ("inpn_znieff2", "000000022", "Estuaire de la Sinuelle", wet["estuary"]),
        (
            "inpn_sic",
            "FR0000001",
            "Île de l'Échelle et estuaire de la Sinuelle",
            wet["island"].union(wet["estuary"]).union(wet["cape"]),
        ),
        ("inpn_zps", "FR0000002", "Baie de l'Estrelle", wet["bay"]),
    )
    for table, code, name, area in sites:
        kit.add(
            table,
            on_grid(area),
            id_local=code,
            nom_site=name,
            date_crea="2004-04-01",
            modif_adm="2024-01-15",
            modif_geo="2019-06-03",
            surf_off=round(area.area / 10_000, 1),
            gest_site="Site inventé (formation)",
            operateur="Formation",
            precision="01",
            src_geom="SCAN25",
            src_annee="2019",
            marin="M" if area.difference(land.ground).area > 10 else "T",
            id_mnhn=code,
            area_sig=round(area.area / 10_000, 2),
        )


def _tell_flaws(kit: Kit, communes: dict[int, BaseGeometry]) -> None:
    """What trainers show: three bow-ties, two slivers and two fields that reach 0.3 m over a border. See the README."""
    epci = shapely.union_all([area for number, area in communes.items() if number < 7])
    neighbour = communes[7]
    for place, width, tall in (((20.62, 15.0), 90, 60), ((9.9, 17.4), 70, 80), ((13.0, 20.55), 110, 50)):
        x, y = plan.place(place)
        bow = Polygon([(x - width, y - tall), (x + width, y + tall), (x + width, y - tall), (x - width, y + tall)])
        kit.add("bdtopo_zone_de_vegetation", bow, nature="Bois")
    for place in ((12.1, 9.5), (15.2, 11.0)):
        x, y = plan.place(place)
        kit.add(
            "bdtopo_zone_de_vegetation", Polygon([(x, y), (x + 80, y + 20), (x + 80, y + 20.3)]), nature="Forêt ouverte"
        )
    line = epci.intersection(neighbour)
    for share in (0.23, 0.71):
        spot = shapely.line_merge(line)
        longest = max(getattr(spot, "geoms", [spot]), key=lambda part: part.length)
        _overhang(kit, longest, share, neighbour)


def straddling(communes: dict[int, BaseGeometry]) -> list[tuple[Polygon, int]]:
    """Eight sheds across a border of communes, four of them across that of the EPCI, with the commune of each."""
    found = []
    for pair, shares in (
        ((2, 7), (0.4,)),
        ((4, 7), (0.3, 0.62)),
        ((5, 7), (0.5,)),
        ((2, 4), (0.5,)),
        ((1, 5), (0.45,)),
        ((5, 6), (0.35,)),
        ((3, 6), (0.6,)),
    ):
        border = shapely.line_merge(communes[pair[0]].intersection(communes[pair[1]]))
        longest = max(getattr(border, "geoms", [border]), key=lambda part: part.length)
        for share in shares:
            spot, ahead = (longest.interpolate(longest.length * share + more) for more in (0, 3))
            span = math.dist((spot.x, spot.y), (ahead.x, ahead.y))
            across = ((spot.y - ahead.y) / span, (ahead.x - spot.x) / span)
            found.append((polygons(on_grid(rectangle((spot.x, spot.y), across, 26, 13)))[0], pair[0]))
    return found


def _overhang(kit: Kit, border: LineString, share: float, neighbour: BaseGeometry) -> None:
    """A field of the neighbour whose long side lies 0.3 m inside the EPCI."""
    points = list(border.coords)
    steps = sorted(range(len(points) - 1), key=lambda k: abs(k / len(points) - share))
    step = next(k for k in steps if math.dist(points[k], points[k + 1]) > 60)
    (xa, ya), (xb, yb) = points[step], points[step + 1]
    length = math.dist((xa, ya), (xb, yb))
    nx, ny = (yb - ya) / length, -(xb - xa) / length
    if not neighbour.contains(shapely.Point((xa + xb) / 2 + nx * 5, (ya + yb) / 2 + ny * 5)):
        nx, ny = -nx, -ny
    field = Polygon(
        [
            (xa - nx * 0.3, ya - ny * 0.3),
            (xb - nx * 0.3, yb - ny * 0.3),
            (xb + nx * 40, yb + ny * 40),
            (xa + nx * 40, ya + ny * 40),
        ]
    )
    kit.add(
        "rpg_parcelles",
        field,
        code_cultu="MIS",
        code_group="2",
        surf_parc=round(field.area / 10_000, 2),
        id_parcel=str(9_000_001 + len(kit.rows["rpg_parcelles"])),
    )
