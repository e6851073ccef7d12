"""Buildings and what is built around them: activities, equipment, sports grounds, cemeteries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .labels import Label
from .model import AREA, OTHERS, POINT, Rule, Style, by_rule, by_value, single
from .palette import BUILDING, BUILDING_EDGE, colour
from .symbols import Shape, area, dots, far, hatch, mark, near, point, polygon, shown, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFillSymbol

NEAR, FAR = near(40000), far(40000)
# usage_1 of the BD TOPO, and the accent on the warm grey of all buildings.
USES = [
    ("Résidentiel", "Résidentiel", "#e6cfb8", "#b59575"),
    ("Annexe", "Annexe", "#ece5dc", "#b9afa3"),
    ("Commercial et services", "Commerce et services", "#ebb9a9", "#b97f6c"),
    ("Industriel", "Industriel", "#c9c1d3", "#8f84a0"),
    ("Agricole", "Agricole", "#d6cf9e", "#a0975e"),
    ("Sportif", "Sportif", "#b5d3c1", "#77a28a"),
    ("Religieux", "Religieux", "#c3a6cb", "#8a6796"),
]
# categorie of the zones of activity or interest, and a colour.
ACTIVITIES = [
    ("Administratif ou militaire", "Administratif ou militaire", "#5b7fb5"),
    ("Culture et loisirs", "Culture et loisirs", "#c7762f"),
    ("Gestion des eaux", "Gestion des eaux", "#3f8fb5"),
    ("Industriel et commercial", "Industriel et commercial", "#8a6fa8"),
    ("Religieux", "Religieux", "#94568f"),
    ("Santé", "Santé", "#c9485b"),
    ("Science et enseignement", "Science et enseignement", "#b5942c"),
    ("Sport", "Sport", "#4d9a6a"),
    ("Transport", "Transport", "#6f7780"),
]


def _building(fill: str, edge: str) -> QgsFillSymbol:
    # From afar a building is a speck: it takes the colour of its edge, or it would vanish.
    return polygon(area(fill), shown(stroke(edge, 0.14), NEAR), shown(area(edge, 190), FAR))


def _buildings() -> Style:
    rules = [Rule('coalesce("construction_legere", false)', "Construction légère", _light())]
    rules += [Rule(f"\"usage_1\" = '{use}'", legend, _building(fill, edge)) for use, legend, fill, edge in USES]
    # The first rule and the next ones must not both draw a light building.
    for number, rule in enumerate(rules[1:], 1):
        rules[number] = Rule(f'NOT coalesce("construction_legere", false) AND {rule.when}', rule.legend, rule.symbol)
    rules.append(Rule("ELSE", "Usage indifférencié", _building(BUILDING, BUILDING_EDGE)))
    return Style("bati_batiment", AREA, by_rule(rules), ["construction_legere", "usage_1"], smallest=200_000)


def _light() -> QgsFillSymbol:
    return polygon(area("#f1ece5"), shown(stroke("#b5aa9d", 0.14, (0.9, 0.5)), NEAR))


def _activity(code: str) -> QgsFillSymbol:
    return polygon(area(code, 48), stroke(code, 0.35, (2.2, 0.8), alpha=210))


def styles() -> Iterator[Style]:
    """The built environment."""
    yield _buildings()
    others = (OTHERS, "Autre zone d’intérêt", _activity("#7d7771"))
    yield Style(
        "zone_activite",
        AREA,
        by_value("categorie", [*((value, legend, _activity(code)) for value, legend, code in ACTIVITIES), others]),
        ["categorie", "toponyme"],
        [Label('"toponyme"', 15_000, 0, 7.5, "#574f63", italic=True, least=5)],
        150_000,
    )
    yield from _grounds()
    yield from _equipment()


def _grounds() -> Iterator[Style]:
    green = colour("#5f9e78").name()
    yield Style(
        "terrain_de_sport",
        AREA,
        by_value(
            "nature",
            [
                ("Grand terrain de sport", "Grand terrain de sport", polygon(area("#b9dcae"), stroke(green, 0.25))),
                ("Terrain de tennis", "Terrain de tennis", polygon(area("#e3b795"), stroke("#b67d54", 0.25))),
                (
                    "Petit terrain multi-sports",
                    "Petit terrain multisports",
                    polygon(area("#cfdfae"), stroke(green, 0.25)),
                ),
                ("Bassin de natation", "Bassin de natation", polygon(area("#b5dcee"), stroke("#5aa0c4", 0.25))),
                ("Piste de sport", "Piste de sport", polygon(area("#e9c4a6"), stroke("#b67d54", 0.25))),
                (OTHERS, "Autre terrain de sport", polygon(area("#d3e2c6"), stroke(green, 0.25))),
            ],
        ),
        ["nature"],
        smallest=60_000,
    )
    yield Style(
        "cimetiere",
        AREA,
        single(
            polygon(
                area("#dfe5d4"),
                shown(dots("#75856a", 3.2, 1.3, Shape.Cross), near(10000)),
                stroke("#8b9a80", 0.3),
            )
        ),
        ["toponyme"],
        [Label('"toponyme"', 8_000, 0, 7.5, "#5c6a52", italic=True, least=5)],
        80_000,
    )


def _equipment() -> Iterator[Style]:
    ink = "#5f6b76"
    yield Style(
        "equipement_surf",
        AREA,
        single(
            polygon(area("#c8d0d8", 130), shown(hatch(ink, 45, 2.4, 0.12, alpha=90), near(15000)), stroke(ink, 0.3))
        ),
        smallest=120_000,
    )
    yield Style(
        "equipement_pct",
        POINT,
        single(
            point(
                shown(mark("#2f6f8f", 2.6, Shape.Square, "#ffffff", 0.35), near(25000)),
                shown(mark("#2f6f8f", 1.5, Shape.Square, "#ffffff", 0.2), far(25000)),
            )
        ),
    )
