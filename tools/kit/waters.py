"""Streams, ponds and shore, as BD TOPO tells them."""

from __future__ import annotations

import itertools

from shapely import Point
from shapely.ops import substring

from . import plan
from .land import Land, height
from .shapes import Dice, blob, on_grid
from .writer import Kit, cleabs


def tell_water(kit: Kit, land: Land) -> None:
    """Streams cut at their meetings, from source to sea; the wide river, the ponds, the shore."""
    for rank, stream in enumerate(land.streams, 1):
        link = cleabs("bdtopo_cours_d_eau", rank)
        code = f"0{rank}C{9_000_000_000 + rank:016d}"
        kit.add(
            "bdtopo_cours_d_eau",
            stream.line,
            code_hydrographique=code,
            toponyme=stream.name,
            importance=str(stream.rank + 2),
            influence_de_la_maree=False,
            caractere_permanent=stream.rank < 3,
        )
        meetings = sorted(
            stream.line.project(Point(other.line.coords[-1]))
            for other in land.streams
            if other is not stream and stream.line.distance(Point(other.line.coords[-1])) < 0.2
        )
        marks = [0.0, *(mark for mark in meetings if 1 < mark < stream.line.length - 1), stream.line.length]
        for start, end in itertools.pairwise(marks):
            wide = stream.rank == 1
            kit.add(
                "bdtopo_troncon_hydrographique",
                substring(stream.line, start, end),
                nature="Ecoulement naturel",
                fictif=wide,
                position_par_rapport_au_sol="0",
                persistance="Permanent" if stream.rank < 3 else "Intermittent",
                fosse=False,
                navigabilite=False,
                salinite=False,
                numero_d_ordre=str(4 - stream.rank),
                origine="Naturelle non aménagée",
                sens_de_l_ecoulement="Sens direct",
                reseau_principal_coulant=wide,
                trace_connu=True,
                classe_de_largeur="De 15 à 50 m" if wide else "De 0 à 5 m",
                liens_vers_cours_d_eau=link,
                cpx_toponyme_de_cours_d_eau=stream.name,
                code_hydrographique=code.replace("C", "T"),
            )
    kit.add(
        "bdtopo_surface_hydrographique",
        land.estuary,
        z=1.0,
        nature="Ecoulement naturel",
        position_par_rapport_au_sol="0",
        persistance="Permanent",
        salinite=False,
        origine="Naturelle non aménagée",
        cpx_toponyme_de_cours_d_eau=plan.MAIN_RIVER,
        liens_vers_cours_d_eau=cleabs("bdtopo_cours_d_eau", 1),
    )
    for rank, pond in enumerate(land.ponds, 1):
        x, y = pond.area.centroid.x, pond.area.centroid.y
        kit.add(
            "bdtopo_plan_d_eau",
            pond.area,
            z=height(x, y),
            nature=pond.nature,
            toponyme=pond.name,
            importance="5",
            influence_de_la_maree=pond.nature == "Lagune",
            caractere_permanent=pond.nature != "Marais",
            altitude_moyenne=height(x, y),
        )
        kit.add(
            "bdtopo_surface_hydrographique",
            pond.area,
            z=height(x, y),
            nature=pond.nature,
            position_par_rapport_au_sol="0",
            persistance="Permanent",
            salinite=pond.nature == "Lagune",
            origine="Artificielle" if pond.nature == "Retenue" else "Naturelle non aménagée",
            cpx_toponyme_de_plan_d_eau=pond.name,
            liens_vers_plan_d_eau=cleabs("bdtopo_plan_d_eau", rank),
        )
    _tell_shore(kit, land)


def _tell_shore(kit: Kit, land: Land) -> None:
    for line in [*(land.edges[name] for name in plan.COAST), land.island.exterior]:
        kit.add(
            "bdtopo_limite_terre_mer",
            line,
            z=0.0,
            type_de_limite="Limite terre-mer",
            niveau="Niveau des plus hautes mers",
            origine="Naturelle non aménagée",
        )
    for nature, place, radius in (
        ("Sable", (5.2, 13.9), 620.0),
        ("Sable", (6.3, 7.6), 520.0),
        ("Vase", (9.7, 12.3), 1150.0),
        ("Sable", (12.4, 5.4), 640.0),
        ("Rocher", (3.1, 15.4), 420.0),
        ("Rocher", (15.6, 4.2), 430.0),
        ("Sable", (4.2, 17.0), 430.0),
        ("Rocher", (0.9, 12.2), 400.0),
        ("Sable", (19.2, 4.6), 500.0),
    ):
        wet = blob(plan.place(place), plan.size(radius), Dice(f"estran {place}"), 20).difference(land.ground)
        near = wet.intersection(land.ground.buffer(230, quad_segs=2)).simplify(2)
        kit.add("bdtopo_zone_d_estran", on_grid(near), nature=nature)
