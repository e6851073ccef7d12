"""Hydrography: one blue; what dries up is dashed or hatched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt

from .labels import Label, Place
from .model import AREA, LINE, OTHERS, POINT, Rule, Style, by_rule, by_value, single
from .palette import WATER, WATER_EDGE, WATER_TEXT
from .symbols import Shape, area, dots, hatch, mark, near, path, point, polygon, shown, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFillSymbol, QgsLineSymbol

ROUND = Qt.PenCapStyle.RoundCap
LINE_BLUE = "#74aacf"
# importance of the named rivers (1 the largest), legend, width in millimetres, scale beyond which it is not drawn.
RIVERS = [
    ("1", "Fleuve ou rivière d’importance nationale", 1.3, 0),
    ("2", "Rivière d’importance régionale", 1.1, 0),
    ("3", "Rivière importante", 0.85, 2_000_000),
    ("4", "Rivière", 0.6, 800_000),
    ("5", "Ruisseau", 0.4, 300_000),
]


def _name(text: str, smallest: float, place: Place = Place.Horizontal, least: float = 5) -> Label:
    return Label(text, smallest, 0, 8, WATER_TEXT, italic=True, place=place, merge=place == Place.Curved, least=least)


def _river(width: float) -> QgsLineSymbol:
    return path(stroke(LINE_BLUE, width, cap=ROUND))


def _rivers() -> Style:
    rules = [
        Rule(f"\"importance\" = '{rank}'", legend, _river(width), smallest) for rank, legend, width, smallest in RIVERS
    ]
    rules.append(Rule("ELSE", "Autre cours d’eau", _river(0.28), 120_000))
    name = _name('"toponyme"', 150_000, Place.Curved, 15)
    return Style("cours_d_eau", LINE, by_rule(rules), ["importance", "toponyme"], [name])


def _reaches() -> Style:
    below = "coalesce(left(\"position_par_rapport_au_sol\", 1), '0') = '-'"
    rules = [
        Rule(below, "Écoulement souterrain ou busé", path(stroke(LINE_BLUE, 0.3, (0.4, 0.9), cap=ROUND)), 60_000),
        Rule(f"NOT {below} AND \"persistance\" = 'Permanent'", "Écoulement permanent", _river(0.45), 300_000),
        Rule(
            f"NOT {below} AND \"persistance\" = 'Intermittent'",
            "Écoulement intermittent",
            path(stroke(LINE_BLUE, 0.35, (2.6, 0.9))),
            120_000,
        ),
        Rule("ELSE", "Autre écoulement", path(stroke(LINE_BLUE, 0.3)), 120_000),
    ]
    name = _name('"cpx_toponyme_de_cours_d_eau"', 40_000, Place.Curved, 15)
    fields = ["position_par_rapport_au_sol", "persistance", "cpx_toponyme_de_cours_d_eau"]
    return Style("troncon_hydrographique", LINE, by_rule(rules), fields, [name])


def _sheet() -> QgsFillSymbol:
    return polygon(area(WATER), stroke(WATER_EDGE, 0.2))


def _marsh() -> QgsFillSymbol:
    return polygon(area("#e2eff2"), dots(LINE_BLUE, 3.2, 1.5, Shape.Line), stroke(WATER_EDGE, 0.15, (1.2, 0.6)))


def styles() -> Iterator[Style]:
    """Rivers, reaches, water bodies, water surfaces."""
    yield _rivers()
    yield _reaches()
    yield Style(
        "detail_hydrographique",
        POINT,
        single(point(mark("#3f8fb5", 1.7, edge="#ffffff", edge_width=0.25))),
        ["toponyme"],
        [Label('"toponyme"', 25_000, 0, 7.5, WATER_TEXT, italic=True, place=Place.OverPoint)],
        40_000,
    )
    yield Style("limite_terre_mer", LINE, single(path(stroke("#4f8fb8", 0.35))))
    sand = polygon(area("#f1ead6"), shown(dots("#cdbf98", 2.6, 0.6), near(40_000)), stroke("#d8cba6", 0.15))
    yield Style("estran", AREA, single(sand), smallest=400_000)
    yield Style("eau_lin", LINE, single(_river(0.45)), smallest=1_000_000)
    basins = ["Réservoir-bassin", "Réservoir-bassin d'orage", "Réservoir-bassin piscicole"]
    dams = ["Retenue", "Retenue-barrage", "Retenue-bassin portuaire", "Retenue-digue"]
    yield Style(
        "plan_d_eau",
        AREA,
        by_value(
            "nature",
            [
                (["Lac", "Mare", "Lagune"], "Lac, lagune, mare", _sheet()),
                (dams, "Retenue", polygon(area("#c4daea"), stroke("#6b9dc0", 0.25))),
                (basins, "Bassin", polygon(area("#d3e8ee"), stroke("#6fa9b8", 0.25))),
                (["Marais"], "Marais", _marsh()),
                ("Glacier, névé", "Glacier, névé", polygon(area("#eef6fa"), stroke("#a9cbe0", 0.2))),
                (OTHERS, "Autre plan d’eau", _sheet()),
            ],
        ),
        ["nature", "toponyme"],
        [_name('"toponyme"', 60_000)],
        1_000_000,
    )
    dry = polygon(area("#e6f0f5"), hatch(LINE_BLUE, 0, 1.4, 0.16), stroke(WATER_EDGE, 0.2, (1.6, 0.7)))
    yield Style(
        "surface_hydrographique",
        AREA,
        by_value(
            "persistance",
            [
                ("Permanent", "Eau permanente", _sheet()),
                ("Intermittent", "Eau intermittente", dry),
                (OTHERS, "Persistance inconnue", polygon(area("#d9e8f1"), stroke(WATER_EDGE, 0.2))),
            ],
        ),
        ["persistance", "cpx_toponyme_de_plan_d_eau"],
        [_name('"cpx_toponyme_de_plan_d_eau"', 40_000)],
        1_000_000,
    )
