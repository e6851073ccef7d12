"""Roads, railway, places and names, as BD TOPO tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely import LineString, Point, Polygon
from shapely.ops import substring

from . import plan
from .land import Land, height
from .names import UNINHABITED, of
from .network import Road, Settlement, estates, power_lines
from .shapes import Dice, blob, box_sides, lines, on_grid, polygons, rectangle
from .writer import Kit, cleabs

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from .fabric import Leaf

LANES = {1: (4, 14.0), 2: (2, 7.0), 3: (2, 6.0), 4: (2, 5.0), 5: (2, 4.5), 6: (1, 2.5)}
SPEEDS = {1: 105, 2: 75, 3: 65, 4: 50, 5: 30, 6: 10}
COMMUNES = {commune.number: commune for commune in plan.COMMUNES}


def tell_roads(kit: Kit, cut: list[Road], land: Land, communes: dict[int, BaseGeometry]) -> None:
    """Sections from crossing to crossing, a bridge where one crosses a stream; numbered roads and named streets."""
    streams = shapely.union_all([stream.line for stream in land.streams])
    river = land.streams[0].line
    numbered: dict[str, list[LineString]] = {}
    named: dict[tuple[int, str], list[LineString]] = {}
    for road in cut:
        for line, bridge in _bridges(road, streams):
            _section(kit, road, line, bridge, communes)
            if bridge and road.importance <= 3 and line.distance(river) < 5:
                width = LANES[road.importance][1] + 3
                kit.add(
                    "bdtopo_construction_surfacique",
                    line.buffer(width / 2, cap_style="flat"),
                    nature="Pont",
                    importance="5",
                    toponyme={"D1": "Pont de la Grande Carte", "N900": "Viaduc des Deux Rives"}.get(road.name),
                    nature_detaillee="Viaduc" if road.importance == 1 else None,
                )
        if road.name[:1] in "ND" and road.name[1:].isdigit():
            numbered.setdefault(road.name, []).append(road.line)
        elif road.name:
            named.setdefault((_commune(road.line, communes), road.name), []).append(road.line)
    for name, parts in sorted(numbered.items()):
        kit.add(
            "bdtopo_route_numerotee_ou_nommee",
            shapely.union_all(parts),
            numero=name,
            type_de_route="Nationale" if name[0] == "N" else "Départementale",
            gestionnaire="État (formation)" if name[0] == "N" else plan.DEPARTEMENT,
        )
    for (number, name), parts in sorted(named.items()):
        kit.add(
            "bdtopo_voie_nommee",
            shapely.union_all(parts),
            nom_voie_ban=name,
            insee_commune=f"{number:05d}",
            nom_commune=COMMUNES[number].name,
            type_voie=name.split()[0],
            source_voie_ban="commune",
            nom_normalise=name.upper(),
        )


def _bridges(road: Road, streams: BaseGeometry) -> list[tuple[LineString, bool]]:
    crossings = [
        Point(place.coords[0])
        for place in getattr(road.line.intersection(streams), "geoms", [road.line.intersection(streams)])
        if isinstance(place, Point) and not place.is_empty
    ]
    half = 45 if road.importance == 1 else 18
    marks = sorted(road.line.project(place) for place in crossings)
    marks = [mark for mark in marks if half + 5 < mark < road.line.length - half - 5]
    if road.importance == 6 or not marks:
        return [(road.line, False)]
    pieces, start = [], 0.0
    for mark in marks:
        if mark - half - start < 5:
            continue
        pieces += [
            (substring(road.line, start, mark - half), False),
            (substring(road.line, mark - half, mark + half), True),
        ]
        start = mark + half
    return [*pieces, (substring(road.line, start, road.line.length), False)]


def _commune(line: BaseGeometry, communes: dict[int, BaseGeometry]) -> int:
    middle = line.interpolate(0.5, normalized=True)
    return min(communes, key=lambda number: (communes[number].distance(middle), number))


def _section(kit: Kit, road: Road, line: LineString, bridge: bool, communes: dict[int, BaseGeometry]) -> None:
    number = _commune(line, communes)
    lanes, width = LANES[road.importance]
    is_numbered = road.name[:1] in "ND" and road.name[1:].isdigit()
    street = None if is_numbered or not road.name else road.name
    kit.add(
        "bdtopo_troncon_de_route",
        line,
        nature=road.nature,
        importance=str(road.importance),
        fictif=False,
        position_par_rapport_au_sol="1" if bridge else "0",
        nombre_de_voies=lanes,
        largeur_de_chaussee=width,
        nom_collaboratif_gauche=street,
        nom_collaboratif_droite=street,
        itineraire_vert=False,
        prive=False,
        sens_de_circulation="Sans objet" if road.importance == 6 else "Double sens",
        urbain=bool(street),
        vitesse_moyenne_vl=SPEEDS[road.importance],
        acces_vehicule_leger="Libre",
        insee_commune_gauche=f"{number:05d}",
        insee_commune_droite=f"{number:05d}",
        cpx_numero=road.name if is_numbered else None,
        cpx_classement_administratif=("Nationale" if road.name[0] == "N" else "Départementale")
        if is_numbered
        else None,
        cpx_gestionnaire="Estran" if is_numbered else None,
        nom_voie_ban_gauche=street,
        nom_voie_ban_droite=street,
    )


def tell_railway_and_power(kit: Kit, rail: LineString, land: Land, communes: dict[int, BaseGeometry]) -> None:
    """The single track in five sections, and the power lines with a pylon every 300 m."""
    for number in range(5):
        part = substring(rail, number / 5, (number + 1) / 5, normalized=True)
        kit.add(
            "bdtopo_troncon_de_voie_ferree",
            part,
            nature="Voie ferrée principale",
            position_par_rapport_au_sol="0",
            electrifie=False,
            largeur="Normale",
            nombre_de_voies=1,
            usage="Voyageurs",
            vitesse_maximale=120,
            cpx_toponyme="Ligne de l'Estran",
        )
    for voltage, line in power_lines(land):
        kit.add("bdtopo_ligne_electrique", line, z=60.0, voltage=f"{voltage} kV", gestionnaire="Réseau imaginaire")
        steps = round(line.length / 300)
        for step in range(steps + 1):
            spot = line.interpolate(step / steps, normalized=True)
            kit.add("bdtopo_pylone", spot, numero=str(step + 1), hauteur=42.0 if voltage > 100 else 26.0)
    for number, place in ((1, (13.0, 10.3)), (4, (14.1, 17.8)), (6, (15.2, 6.6)), (2, (7.1, 17.2))):
        x, y = plan.place(place)
        kit.add(
            "bdtopo_reservoir",
            on_grid(Point(x, y).buffer(6, quad_segs=3)),
            z=height(x, y) + 32,
            nature="Château d'eau",
            hauteur=32.0,
            altitude_minimale_sol=height(x, y),
            origine_du_batiment="Imagerie aérienne",
            volume=400.0 + 50 * number,
        )


def tell_places(
    kit: Kit, places: list[Settlement], blobs: list[Polygon], roles: list[tuple[str, Settlement, Leaf]], land: Land
) -> None:
    """Towns and hamlets, places without houses, and what serves everybody."""
    for place, area in zip(places, blobs, strict=True):
        rank = "2" if place.radius > 400 else "3" if place.town and place.radius > 185 else "5" if place.town else "6"
        kit.add(
            "bdtopo_zone_d_habitation",
            area,
            nature="Lieu-dit habité",
            toponyme=place.name,
            importance=rank,
            fictif=False,
            nature_detaillee="Chef-lieu de commune" if rank in "23" else "Hameau",
            insee_commune=f"{place.commune:05d}",
            commune=COMMUNES[place.commune].name,
        )
    dice = Dice("names")
    for nature, name in UNINHABITED:
        spot = _somewhere(land, dice)
        kit.add("bdtopo_lieu_dit_non_habite", spot, nature=nature, toponyme=name, importance="6")
    for area, number, name in zip(
        estates(), (4, 1), ("Parc d'activités des Hachures", "Zone artisanale du Canevas"), strict=True
    ):
        _interest(
            kit,
            area,
            "Industriel et commercial",
            "Zone industrielle",
            name,
            COMMUNES[number].name,
            f"{number:05d}",
            "4",
        )
    for role, town, leaf in roles:
        _tell_role(kit, role, town, leaf)
    station = rectangle(plan.place((12.95, 11.5)), (0.93, 0.36), 110, 30)
    kit.add(
        "bdtopo_equipement_de_transport",
        on_grid(station),
        nature="Gare voyageurs uniquement",
        toponyme="Gare de Port-Estrelle",
        importance="4",
        fictif=False,
        insee_commune="00001",
        commune="Port-Estrelle",
    )
    port = blob(plan.place((10.2, 12.1)), 120, Dice("port"), 12).difference(land.mainland)
    kit.add(
        "bdtopo_equipement_de_transport",
        on_grid(max(polygons(port), key=lambda part: part.area)),
        nature="Port",
        toponyme="Port de l'Estrelle",
        importance="4",
        fictif=False,
        insee_commune="00001",
        commune="Port-Estrelle",
    )
    turning = Point(plan.place((11.95, 11.15))).buffer(18, quad_segs=4)
    kit.add(
        "bdtopo_equipement_de_transport",
        on_grid(turning),
        nature="Carrefour",
        nature_detaillee="Rond-point",
        toponyme="Giratoire de la Rose des Vents",
        importance="5",
        fictif=False,
        insee_commune="00001",
        commune="Port-Estrelle",
    )


def tell_constructions(kit: Kit, land: Land) -> None:
    """A lighthouse, wind turbines, an aerial, a wayside cross; the quay of the port."""
    for nature, name, spot, tall in (
        ("Phare", "Phare de l'Échelle", (1.05, 11.95), 38.0),
        ("Eolienne", None, (16.9, 19.6), 120.0),
        ("Eolienne", None, (17.5, 19.9), 120.0),
        ("Eolienne", None, (18.1, 20.1), 120.0),
        ("Antenne", None, (14.9, 12.6), 45.0),
        ("Croix", "Croix du Nord", (9.0, 16.2), 3.0),
        ("Croix", "Croix de la Jointure", (16.3, 10.6), 3.0),
    ):
        kit.add(
            "bdtopo_construction_ponctuelle",
            Point(plan.place(spot)),
            nature=nature,
            toponyme=name,
            importance="4" if nature == "Phare" else "6",
            hauteur=tall,
        )
    shore = land.edges["coast estuary"]
    middle = shore.project(Point(plan.place((10.2, 12.1))))
    quay = on_grid(substring(shore, middle - 90, middle + 90))
    kit.add("bdtopo_construction_lineaire", quay, z=4.0, nature="Quai", toponyme="Quai des Amers", importance="5")


def _somewhere(land: Land, dice: Dice) -> Point:
    west, south, east, north = land.mainland.bounds
    while True:
        spot = Point(dice.between(west, east), dice.between(south, north))
        if land.mainland.contains(spot):
            return spot


def _interest(
    kit: Kit, area: BaseGeometry, category: str, nature: str, name: str, commune: str, code: str, rank: str = "5"
) -> None:
    kit.add(
        "bdtopo_zone_d_activite_ou_d_interet",
        area,
        categorie=category,
        nature=nature,
        toponyme=name,
        importance=rank,
        fictif=False,
        insee_commune=code,
        commune=commune,
    )


def _tell_role(kit: Kit, role: str, town: Settlement, leaf: Leaf) -> None:
    name, code = COMMUNES[town.commune].name, f"{town.commune:05d}"
    told = {
        "mairie": ("Administratif ou militaire", "Mairie", f"Mairie de {name}"),
        "eglise": ("Religieux", "Culte chrétien", f"Église {of(town.name)}"),
        "ecole": ("Science et enseignement", "Enseignement primaire", "École Isabelle Isohypse"),
        "college": ("Science et enseignement", "Collège", "Collège du Grand Théodolite"),
        "sport": ("Sport", "Stade", f"Stade {of(town.name)}"),
        "jardin": ("Culture et loisirs", "Parc", f"Jardin {of(town.name)}"),
    }
    if role == "mairie" and not town.radius > 185:
        return
    if role in told:
        _interest(kit, leaf.parcel, *told[role], name, code)
    if role == "cimetiere":
        kit.add("bdtopo_cimetiere", leaf.parcel, nature="Civil", toponyme=f"Cimetière {of(town.name)}", importance="5")
    if role == "parking":
        kit.add(
            "bdtopo_equipement_de_transport",
            leaf.parcel,
            nature="Parking",
            importance="5",
            fictif=False,
            insee_commune=code,
            commune=name,
        )
    if role == "sport":
        lot = max(leaf.parcel.geoms, key=lambda part: part.area)
        centre, along, long_side, short_side = box_sides(lot)
        scale = min(1.0, long_side * 0.75 / 105, short_side * 0.75 / 65)
        pitch = rectangle(centre, along, 105 * scale, 65 * scale)
        kit.add(
            "bdtopo_terrain_de_sport",
            on_grid(pitch),
            nature="Grand terrain de sport",
            nature_detaillee="Terrain de football",
        )
        away = 65 * scale / 2 + 12
        court = rectangle((centre[0] - along[1] * away, centre[1] + along[0] * away), along, 36 * scale, 18 * scale)
        if lot.contains(court):
            kit.add("bdtopo_terrain_de_sport", on_grid(court), nature="Terrain de tennis")


def tell_names(kit: Kit) -> None:
    """One point of toponymy for each named object."""
    classes = {
        "bdtopo_zone_d_habitation": "Zone d'habitation",
        "bdtopo_lieu_dit_non_habite": "Lieu-dit non habité",
        "bdtopo_plan_d_eau": "Plan d'eau",
        "bdtopo_cours_d_eau": "Cours d'eau",
        "bdtopo_cimetiere": "Cimetière",
        "bdtopo_zone_d_activite_ou_d_interet": "Zone d'activité ou d'intérêt",
    }
    for table, name in classes.items():
        for number, row in enumerate(kit.rows.get(table, []), 1):
            if row.values.get("toponyme") and row.geometry is not None:
                spot = (
                    row.geometry.interpolate(0.5, normalized=True)
                    if lines(row.geometry)
                    else row.geometry.representative_point()
                )
                kit.add(
                    "bdtopo_toponymie",
                    spot,
                    classe_de_l_objet=name,
                    nature_de_l_objet=row.values.get("nature"),
                    graphie_du_toponyme=row.values["toponyme"],
                    source_du_toponyme="Formation",
                    statut_du_toponyme="Validé",
                    date_du_toponyme="2026-01-01",
                    langue_du_toponyme="Français",
                    cleabs_de_l_objet=cleabs(table, number),
                )
