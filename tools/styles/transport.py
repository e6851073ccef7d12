"""Roads by importance, railways, power lines. Road widths follow the ground, between what can be read and a limit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from qgis.PyQt.QtCore import Qt

from .labels import Label, Place
from .model import LINE, OTHERS, POINT, Rule, Style, by_rule, by_value, single
from .palette import ELECTRIC, INK
from .symbols import Shape, at_level, beads, far, mark, near, path, point, shown, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsLineSymbol

ROUND = Qt.PenCapStyle.RoundCap
BORDER = 0.32


class Road(NamedTuple):
    """A class of importance of the BD TOPO: its legend, colours, metres on the ground, least and most millimetres."""

    importance: str
    legend: str
    fill: str
    casing: str
    ground: float
    least: float
    most: float
    smallest: float


ROADS = [
    Road("1", "Liaison entre métropoles", "#eea063", "#b5682d", 15.0, 0.9, 5.0, 0),
    Road("2", "Liaison entre départements", "#f6c277", "#bb8434", 12.0, 0.75, 4.5, 0),
    Road("3", "Liaison entre communes", "#fae394", "#b89b45", 9.5, 0.6, 4.0, 600_000),
    Road("4", "Liaison à l’intérieur d’une commune", "#fff6cd", "#aba287", 8.0, 0.42, 3.6, 250_000),
    Road("5", "Desserte locale", "#ffffff", "#b5aea4", 6.0, 0.28, 3.0, 120_000),
]
PATHS = "('Chemin', 'Sentier', 'Escalier', 'Route empierrée', 'Piste cyclable')"
_REAL = 'NOT coalesce("fictif", false)'
_UNDER = "coalesce(left(\"position_par_rapport_au_sol\", 1), '0') = '-'"


def _road(road: Road, level: int) -> QgsLineSymbol:
    casing = stroke(road.casing, 1, cap=ROUND, metres=(road.ground * 1.25, road.least + BORDER, road.most + 2 * BORDER))
    fill = stroke(road.fill, 1, cap=ROUND, metres=(road.ground, road.least, road.most))
    return path(at_level(casing, 0), at_level(fill, level))


def _tunnel() -> QgsLineSymbol:
    casing = stroke("#a79f94", 1, (1.4, 0.8), metres=(9.0, 0.8, 4.2))
    return path(at_level(casing, 0), at_level(stroke("#f6f2ec", 1, metres=(7.0, 0.5, 3.6)), 1))


def _roads() -> Style:
    paths = f'"nature" IN {PATHS}'
    rules = [Rule(f"{_REAL} AND {_UNDER}", "Tunnel", _tunnel(), 120_000)]
    rules += [
        Rule(
            f"{_REAL} AND NOT {_UNDER} AND NOT {paths} AND \"importance\" = '{road.importance}'",
            road.legend,
            _road(road, 2 + len(ROADS) - rank),
            road.smallest,
        )
        for rank, road in enumerate(ROADS)
    ]
    stony = path(
        at_level(stroke("#ab9f8d", 1, cap=ROUND, metres=(4.6, 0.42, 2.6)), 0),
        at_level(stroke("#f4eee2", 1, (3, 0.7), metres=(3.6, 0.24, 2.1)), 1),
    )
    track = path(at_level(stroke("#9b8b73", 1, (2.2, 0.8), metres=(1.6, 0.26, 0.6)), 1))
    foot = path(at_level(stroke("#9b8b73", 1, (0.7, 0.7), metres=(1.0, 0.22, 0.5)), 1))
    cycle = path(at_level(stroke("#6f8fbf", 1, (1.6, 0.6), metres=(2.0, 0.3, 0.8)), 1))
    ferry = path(at_level(stroke("#5b8fb8", 0.35, (2.5, 1.2)), 1))
    small = Road("6", "", "#ffffff", "#c4beb5", 4.5, 0.24, 2.6, 60_000)
    here = f"{_REAL} AND NOT {_UNDER} AND "
    rules += [
        Rule(here + "\"nature\" = 'Route empierrée'", "Route empierrée", stony, 60_000),
        Rule(here + "\"nature\" = 'Chemin'", "Chemin", track, 40_000),
        Rule(here + "\"nature\" IN ('Sentier', 'Escalier')", "Sentier, escalier", foot, 30_000),
        Rule(here + "\"nature\" = 'Piste cyclable'", "Piste cyclable", cycle, 40_000),
        Rule("\"nature\" = 'Bac ou liaison maritime'", "Bac ou liaison maritime", ferry, 250_000),
        Rule("ELSE", "Autre voie", _road(small, 2), small.smallest),
    ]
    fields = ["nature", "importance", "fictif", "position_par_rapport_au_sol", "cpx_numero", "nom_collaboratif_gauche"]
    return Style("route", LINE, by_rule(rules, levels=True), fields, _road_labels())


def _signs(field: str) -> list[Label]:
    """The number of a road on a plate, red for the main ones, yellow for the others; the first of several numbers."""
    number = f"array_first(string_to_array(\"{field}\", '/'))"
    main = f"left(\"{field}\", 1) IN ('A', 'N', 'E')"
    there = f"\"{field}\" <> '' AND "
    sign = Label(number, 250_000, 3_000, 6.5, "#ffffff", bold=True, plate="#b8483a", merge=True, least=10, priority=6)
    return [
        replace(sign, when=f"{there}{main}", legend="Numéro d’autoroute ou de nationale"),
        replace(
            sign,
            smallest=80_000,
            ink=INK,
            plate="#f5d66b",
            when=f"{there}NOT {main}",
            legend="Numéro de départementale ou autre",
        ),
    ]


def _road_labels() -> list[Label]:
    street = Label(
        '"nom_collaboratif_gauche"', 7_500, 0, 7, "#5c554c", place=Place.Curved, merge=True, least=12, halo=0.7
    )
    return [*_signs("cpx_numero"), replace(street, when="\"nom_collaboratif_gauche\" <> ''", legend="Nom de la voie")]


def _rail(width: float, colour: str, inner: float) -> QgsLineSymbol:
    sleepers = stroke("#ffffff", inner, (1.6, 1.6))
    return path(
        shown(stroke(colour, width), near(60_000)),
        shown(sleepers, near(60_000)),
        shown(stroke(colour, width / 2), far(60_000)),
    )


def _railways() -> Style:
    town = path(stroke("#8d5a94", 0.45), shown(beads("#8d5a94", 4, 1.0, Shape.Line, 0.25), near(15000)))
    return Style(
        "voie_ferree",
        LINE,
        by_value(
            "nature",
            [
                ("LGV", "Ligne à grande vitesse", _rail(1.1, "#4d4a55", 0.6)),
                ("Voie ferrée principale", "Voie ferrée principale", _rail(0.85, "#5f5a58", 0.45)),
                ("Voie de service", "Voie de service", path(stroke("#8b8683", 0.3))),
                (["Tramway", "Métro"], "Tramway, métro", town),
                ("Funiculaire ou crémaillère", "Funiculaire ou crémaillère", _rail(0.7, "#8d5a94", 0.35)),
                (OTHERS, "Autre voie ferrée", path(stroke("#8b8683", 0.35, (2, 0.8)))),
            ],
        ),
        ["nature"],
    )


def _power(width: float, every: float) -> QgsLineSymbol:
    return path(stroke(ELECTRIC, width), shown(beads(ELECTRIC, every, 1.5, Shape.Line, 0.2), near(30000)))


def _power_lines() -> Style:
    return Style(
        "ligne_electrique",
        LINE,
        by_value(
            "voltage",
            [
                ("400 kV", "400 kV", _power(0.5, 14)),
                (["225 kV", "150 kV"], "150 à 225 kV", _power(0.38, 12)),
                (["90 kV", "63 kV", "45 kV"], "45 à 90 kV", _power(0.28, 10)),
                ("Hors tension", "Hors tension", path(stroke(ELECTRIC, 0.2, (1, 1)))),
                (OTHERS, "Autre tension ou inconnue", _power(0.22, 10)),
            ],
        ),
        ["voltage"],
        [Label('"voltage"', 25_000, 0, 6.5, ELECTRIC, place=Place.Line, merge=True, least=25)],
        300_000,
    )


def _named() -> Iterator[Style]:
    """Whole roads and railways, which hold only a name: a band under the segments."""
    yield Style(
        "route_nommee",
        LINE,
        single(path(stroke("#d9a441", 1.6, alpha=110, cap=ROUND))),
        ["numero"],
        _signs("numero"),
        600_000,
    )
    name = Label('"nom_voie_ban"', 10_000, 0, 7, "#5c554c", place=Place.Curved, merge=True, least=12, halo=0.7)
    yield Style(
        "voie_nommee",
        LINE,
        single(path(stroke("#a99b86", 0.9, alpha=110, cap=ROUND))),
        ["nom_voie_ban"],
        [name],
        40_000,
    )
    rail = Label('"toponyme"', 60_000, 0, 7, "#5f5a58", italic=True, place=Place.Curved, merge=True, least=25)
    yield Style("voie_ferree_nommee", LINE, single(_rail(0.85, "#5f5a58", 0.45)), ["toponyme"], [rail])


def styles() -> Iterator[Style]:
    """Roads, railways, power lines."""
    yield from _named()
    yield _roads()
    yield _railways()
    yield _power_lines()
    yield Style("pylone", POINT, single(point(mark(ELECTRIC, 1.2, Shape.Square))), smallest=40_000)
