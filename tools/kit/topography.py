"""Roads, railway, water, places and names, as BD TOPO tells them."""

from __future__ import annotations



import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from . import plan
from .fabric import Leaf
from .land import Land, height
from .names import UNINHABITED
from .network import Road, Settlement, estates, power_lines
from .shapes import Dice, blob, box_sides, lines, on_grid, polygons, rectangle
from .writer import Kit, cleabs

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
            if bridge and road.importance <= 3 and line.distance(river) < 5:  # noqa: PLR2004
                width = LANES[road.importance][1] + 3
                kit.add("bdtopo_construction_surfacique", line.buffer(width / 2, cap_style="flat"), nature="Pont", importance="5",
                        toponyme={"D1": "Pont de la Grande Carte", "N900": "Viaduc des Deux Rives"}.get(road.name),
                        nature_detaillee="Viaduc" if road.importance == 1 else None)
        if road.name[:1] in "ND" and road.name[1:].isdigit():
            numbered.setdefault(road.name, []).append(road.line)
        elif road.name:
            named.setdefault((_commune(road.line, communes), road.name), []).append(road.line)
    for name, parts in sorted(numbered.items()):
        kit.add("bdtopo_route_numerotee_ou_nommee", shapely.union_all(parts), numero=name,
                type_de_route="Nationale" if name[0] == "N" else "Départementale",
                gestionnaire="État (formation)" if name[0] == "N" else plan.DEPARTEMENT)
    for (number, name), parts in sorted(named.items()):
        kit.add("bdtopo_voie_nommee", shapely.union_all(parts), nom_voie_ban=name, insee_commune=f"{number:05d}",
                nom_commune=COMMUNES[number].name, type_voie=name.split()[0], source_voie_ban="commune",
                nom_normalise=name.upper())


def _bridges(road: Road, streams: BaseGeometry) -> list[tuple[LineString, bool]]:
    crossings = [Point(place.coords[0]) for place in getattr(road.line.intersection(streams), "geoms", [road.line.intersection(streams)])
                 if isinstance(place, Point) and not place.is_empty]
    half = 45 if road.importance == 1 else 18
    marks = sorted(road.line.project(place) for place in crossings)
    marks = [mark for mark in marks if half + 5 < mark < road.line.length - half - 5]
    if road.importance == 6 or not marks:  # noqa: PLR2004
        return [(road.line, False)]
    pieces, start = [], 0.0
    for mark in marks:
        if mark - half - start < 5:  # noqa: PLR2004
            continue
        pieces += [(substring(road.line, start, mark - half), False), (substring(road.line, mark - half, mark + half), True)]
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
    kit.add("bdtopo_troncon_de_route", line, nature=road.nature, importance=str(road.importance), fictif=False,
            position_par_rapport_au_sol="1" if bridge else "0", nombre_de_voies=lanes, largeur_de_chaussee=width,
            nom_collaboratif_gauche=street, nom_collaboratif_droite=street, itineraire_vert=False, prive=False,
            sens_de_circulation="Sans objet" if road.importance == 6 else "Double sens", urbain=bool(street),  # noqa: PLR2004
            vitesse_moyenne_vl=SPEEDS[road.importance], acces_vehicule_leger="Libre", insee_commune_gauche=f"{number:05d}",
            insee_commune_droite=f"{number:05d}", cpx_numero=road.name if is_numbered else None,
            cpx_classement_administratif=("Nationale" if road.name[0] == "N" else "Départementale") if is_numbered else None,
            cpx_gestionnaire=plan.DEPARTEMENT if is_numbered else None, nom_voie_ban_gauche=street, nom_voie_ban_droite=street)


def tell_railway_and_power(kit: Kit, rail: LineString, land: Land, communes: dict[int, BaseGeometry]) -> None:
    """The single track in five sections, and the power lines with a pylon every 300 m."""
    for number in range(5):
        part = substring(rail, number / 5, (number + 1) / 5, normalized=True)
        kit.add("bdtopo_troncon_de_voie_ferree", part, nature="Voie ferrée principale", position_par_rapport_au_sol="0",
                electrifie=False, largeur="Normale", nombre_de_voies=1, usage="Voyageurs", vitesse_maximale=120,
                cpx_toponyme="Ligne de l'Estran")
    for voltage, line in power_lines(land):
        kit.add("bdtopo_ligne_electrique", line, z=60.0, voltage=f"{voltage} kV", gestionnaire="Réseau imaginaire")
        steps = round(line.length / 300)
        for step in range(steps + 1):
            spot = line.interpolate(step / steps, normalized=True)
            kit.add("bdtopo_pylone", spot, numero=str(step + 1), hauteur=42.0 if voltage > 100 else 26.0)  # noqa: PLR2004
    for number, place in ((1, (13.0, 10.3)), (4, (14.1, 17.8)), (6, (15.2, 6.6)), (2, (7.1, 17.2))):
        x, y = plan.place(place)
        kit.add("bdtopo_reservoir", on_grid(Point(x, y).buffer(6, quad_segs=3)), z=height(x, y) + 32, nature="Château d'eau",
                hauteur=32.0, altitude_minimale_sol=height(x, y), origine_du_batiment="Imagerie aérienne", volume=400.0 + 50 * number)


def tell_water(kit: Kit, land: Land) -> None:
    """Streams cut at their meetings, from source to sea; the wide river, the ponds, the shore."""
    for rank, stream in enumerate(land.streams, 1):
        link = cleabs("bdtopo_cours_d_eau", rank)
        code = f"0{rank}C{9_000_000_000 + rank:016d}"
        kit.add("bdtopo_cours_d_eau", stream.line, code_hydrographique=code, toponyme=stream.name, importance=str(stream.rank + 2),
                influence_de_la_maree=False, caractere_permanent=stream.rank < 3)  # noqa: PLR2004
        meetings = sorted(stream.line.project(Point(other.line.coords[-1])) for other in land.streams
                          if other is not stream and stream.line.distance(Point(other.line.coords[-1])) < 0.2)  # noqa: PLR2004
        marks = [0.0, *(mark for mark in meetings if 1 < mark < stream.line.length - 1), stream.line.length]
        for start, end in zip(marks, marks[1:], strict=False):
            wide = stream.rank == 1
            kit.add("bdtopo_troncon_hydrographique", substring(stream.line, start, end), nature="Ecoulement naturel", fictif=wide,
                    position_par_rapport_au_sol="0", persistance="Permanent" if stream.rank < 3 else "Intermittent", fosse=False,  # noqa: PLR2004
                    navigabilite=False, salinite=False, numero_d_ordre=str(4 - stream.rank), origine="Naturelle non aménagée",
                    sens_de_l_ecoulement="Sens direct", reseau_principal_coulant=wide, trace_connu=True,
                    classe_de_largeur="De 15 à 50 m" if wide else "De 0 à 5 m", liens_vers_cours_d_eau=link,
                    cpx_toponyme_de_cours_d_eau=stream.name, code_hydrographique=code.replace("C", "T"))
    kit.add("bdtopo_surface_hydrographique", land.estuary, z=1.0, nature="Ecoulement naturel", position_par_rapport_au_sol="0",
            persistance="Permanent", salinite=False, origine="Naturelle non aménagée", cpx_toponyme_de_cours_d_eau=plan.MAIN_RIVER,
            liens_vers_cours_d_eau=cleabs("bdtopo_cours_d_eau", 1))
    for rank, pond in enumerate(land.ponds, 1):
        x, y = pond.area.centroid.x, pond.area.centroid.y
        kit.add("bdtopo_plan_d_eau", pond.area, z=height(x, y), nature=pond.nature, toponyme=pond.name, importance="5",
                influence_de_la_maree=pond.nature == "Lagune", caractere_permanent=pond.nature != "Marais", altitude_moyenne=height(x, y))
        kit.add("bdtopo_surface_hydrographique", pond.area, z=height(x, y), nature=pond.nature, position_par_rapport_au_sol="0",
                persistance="Permanent", salinite=pond.nature == "Lagune", origine="Artificielle" if pond.nature == "Retenue" else "Naturelle non aménagée",
                cpx_toponyme_de_plan_d_eau=pond.name, liens_vers_plan_d_eau=cleabs("bdtopo_plan_d_eau", rank))
    _tell_shore(kit, land)


def _tell_shore(kit: Kit, land: Land) -> None:
    for line in [*(land.edges[name] for name in plan.COAST), land.island.exterior]:
        kit.add("bdtopo_limite_terre_mer", line, z=0.0, type_de_limite="Limite terre-mer", niveau="Niveau des plus hautes mers",
                origine="Naturelle non aménagée")
    for nature, place, radius in (("Sable", (5.2, 13.9), 620.0), ("Sable", (6.3, 7.6), 520.0), ("Vase", (9.6, 12.3), 800.0),
                                  ("Sable", (12.4, 5.4), 640.0), ("Rocher", (3.1, 15.4), 420.0), ("Rocher", (15.6, 4.2), 430.0),
                                  ("Sable", (4.2, 17.0), 430.0), ("Rocher", (0.9, 12.2), 400.0), ("Sable", (19.2, 4.6), 500.0)):
        wet = blob(plan.place(place), radius, Dice(f"estran {place}"), 20).difference(land.ground)
        near = wet.intersection(land.ground.buffer(230, quad_segs=2)).simplify(2)
        kit.add("bdtopo_zone_d_estran", on_grid(near), nature=nature)


def tell_places(kit: Kit, places: list[Settlement], blobs: list[Polygon], roles: list[tuple[str, Settlement, Leaf]], land: Land) -> None:
    """Towns and hamlets, places without houses, and what serves everybody."""
    for place, area in zip(places, blobs, strict=True):
        rank = "2" if place.radius > 700 else "3" if place.town and place.radius > 300 else "5" if place.town else "6"  # noqa: PLR2004
        kit.add("bdtopo_zone_d_habitation", area, nature="Lieu-dit habité", toponyme=place.name, importance=rank, fictif=False,
                nature_detaillee="Chef-lieu de commune" if rank in "23" else "Hameau", insee_commune=f"{place.commune:05d}",
                commune=COMMUNES[place.commune].name)
    dice = Dice("names")
    for nature, name in UNINHABITED:
        spot = Point(dice.between(64_000, 79_000), dice.between(6_606_000, 6_619_000))
        while not land.mainland.contains(spot):
            spot = Point(dice.between(64_000, 79_000), dice.between(6_606_000, 6_619_000))
        kit.add("bdtopo_lieu_dit_non_habite", spot, nature=nature, toponyme=name, importance="6")
    for area, number, name in zip(estates(), (4, 1), ("Parc d'activités des Hachures", "Zone artisanale du Canevas"), strict=True):
        _interest(kit, area, "Industriel et commercial", "Zone industrielle", name, COMMUNES[number].name, f"{number:05d}", "4")
    for role, town, leaf in roles:
        _tell_role(kit, role, town, leaf)
    station = rectangle(plan.place((12.95, 11.5)), (0.93, 0.36), 150, 40)
    kit.add("bdtopo_equipement_de_transport", on_grid(station), nature="Gare voyageurs uniquement", toponyme="Gare de Port-Estrelle",
            importance="4", fictif=False, insee_commune="00001", commune="Port-Estrelle")
    port = blob(plan.place((10.2, 12.1)), 160, Dice("port"), 12).difference(land.mainland)
    kit.add("bdtopo_equipement_de_transport", on_grid(max(polygons(port), key=lambda part: part.area)), nature="Port",
            toponyme="Port de l'Estrelle", importance="4", fictif=False, insee_commune="00001", commune="Port-Estrelle")
    turning = Point(plan.place((11.95, 11.15))).buffer(18, quad_segs=4)
    kit.add("bdtopo_equipement_de_transport", on_grid(turning), nature="Carrefour", nature_detaillee="Rond-point",
            toponyme="Giratoire de la Rose des Vents", importance="5", fictif=False, insee_commune="00001", commune="Port-Estrelle")


def _interest(kit: Kit, area: BaseGeometry, category: str, nature: str, name: str, commune: str, code: str, rank: str = "5") -> None:
    kit.add("bdtopo_zone_d_activite_ou_d_interet", area, categorie=category, nature=nature, toponyme=name, importance=rank, fictif=False,
            insee_commune=code, commune=commune)


def _tell_role(kit: Kit, role: str, town: Settlement, leaf: Leaf) -> None:
    name, code = COMMUNES[town.commune].name, f"{town.commune:05d}"
    told = {
        "mairie": ("Administratif ou militaire", "Mairie", f"Mairie de {name}"),
        "eglise": ("Religieux", "Culte chrétien", f"Église de {town.name}"),
        "ecole": ("Science et enseignement", "Enseignement primaire", "École Isabelle Isohypse"),
        "college": ("Science et enseignement", "Collège", "Collège du Grand Théodolite"),
        "sport": ("Sport", "Stade", f"Stade de {town.name}"),
        "jardin": ("Culture et loisirs", "Parc", f"Jardin de {town.name}"),
    }
    if role == "mairie" and not town.radius > 260:  # noqa: PLR2004
        return
    if role in told:
        _interest(kit, leaf.parcel, *told[role], name, code)
    if role == "cimetiere":
        kit.add("bdtopo_cimetiere", leaf.parcel, nature="Civil", toponyme=f"Cimetière de {town.name}", importance="5")
    if role == "parking":
        kit.add("bdtopo_equipement_de_transport", leaf.parcel, nature="Parking", importance="5", fictif=False, insee_commune=code, commune=name)
    if role == "sport":
        lot = max(leaf.parcel.geoms, key=lambda part: part.area)
        centre, along, long_side, short_side = box_sides(lot)
        scale = min(1.0, long_side * 0.75 / 105, short_side * 0.75 / 65)
        pitch = rectangle(centre, along, 105 * scale, 65 * scale)
        kit.add("bdtopo_terrain_de_sport", on_grid(pitch), nature="Grand terrain de sport", nature_detaillee="Terrain de football")
        away = 65 * scale / 2 + 12
        court = rectangle((centre[0] - along[1] * away, centre[1] + along[0] * away), along, 36 * scale, 18 * scale)
        if lot.contains(court):
            kit.add("bdtopo_terrain_de_sport", on_grid(court), nature="Terrain de tennis")


def tell_names(kit: Kit) -> None:
    """One point of toponymy for each named object."""
    classes = {"bdtopo_zone_d_habitation": "Zone d'habitation", "bdtopo_lieu_dit_non_habite": "Lieu-dit non habité",
               "bdtopo_plan_d_eau": "Plan d'eau", "bdtopo_cours_d_eau": "Cours d'eau", "bdtopo_cimetiere": "Cimetière",
               "bdtopo_zone_d_activite_ou_d_interet": "Zone d'activité ou d'intérêt"}
    for table, name in classes.items():
        for number, row in enumerate(kit.rows.get(table, []), 1):
            if row.values.get("toponyme") and row.geometry is not None:
                spot = row.geometry.interpolate(0.5, normalized=True) if lines(row.geometry) else row.geometry.representative_point()
                kit.add("bdtopo_toponymie", spot, classe_de_l_objet=name, nature_de_l_objet=row.values.get("nature"),
                        graphie_du_toponyme=row.values["toponyme"], source_du_toponyme="Formation", statut_du_toponyme="Validé",
                        date_du_toponyme="2026-01-01", langue_du_toponyme="Français", cleabs_de_l_objet=cleabs(table, number))


