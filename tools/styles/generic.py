"""Place names, and symbols for any other layer of points, lines or areas."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .labels import Label, Place
from .model import AREA, LINE, POINT, Style, single
from .palette import GENERIC, INK, WATER_TEXT
from .symbols import area, far, mark, near, path, point, polygon, shown, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsMarkerSymbol

_CLASS = 'lower("classe_de_l_objet")'


def _names() -> list[Label]:
    water = f"regexp_match({_CLASS}, 'eau|hydro|mer')"
    lived = f"regexp_match({_CLASS}, 'habitation')"
    relief = f"regexp_match({_CLASS}, 'orograph|lieu-dit|lieu_dit|for[eê]t|bois')"
    rest = f"NOT coalesce({water} OR {lived} OR {relief}, false)"
    name = Label('"graphie_du_toponyme"', 15_000, 0, 7, "#5f5a66", place=Place.OverPoint, priority=3)
    return [
        replace(name, smallest=60_000, size=9, ink=INK, bold=True, priority=8, when=lived, legend="Lieu habité"),
        replace(name, smallest=40_000, size=8, ink=WATER_TEXT, italic=True, priority=5, when=water, legend="Eau"),
        replace(name, smallest=25_000, ink="#6b5a3e", italic=True, when=relief, legend="Relief, lieu-dit, bois"),
        replace(name, when=rest, legend="Autre nom"),
    ]


def _dot() -> QgsMarkerSymbol:
    return point(
        shown(mark(GENERIC, 2.0, edge="#ffffff", edge_width=0.3), near(50_000)), shown(mark(GENERIC, 1.0), far(50_000))
    )


def styles() -> Iterator[Style]:
    """Place names and the three generic styles."""
    yield Style(
        "toponyme",
        POINT,
        single(point(mark("#6b665f", 0.7, alpha=170))),
        ["classe_de_l_objet", "graphie_du_toponyme"],
        _names(),
        60_000,
    )
    yield Style(
        "lieu_dit",
        POINT,
        single(point(mark("#6b665f", 0.7, alpha=170))),
        ["toponyme"],
        [Label('"toponyme"', 25_000, 0, 7.5, "#6b5a3e", italic=True, place=Place.OverPoint)],
        40_000,
    )
    yield Style(
        "zone_d_habitation",
        AREA,
        single(polygon(area("#c9b8a3", 45), stroke("#b09a80", 0.25, (1.2, 0.8)))),
        ["toponyme"],
        [Label('"toponyme"', 50_000, 4_000, 8.5, INK, bold=True, least=3, priority=8)],
        150_000,
    )
    yield Style("generique_pct", POINT, single(_dot()))
    yield Style("generique_lin", LINE, single(path(stroke("#ffffff", 0.9, alpha=140), stroke(GENERIC, 0.45))))
    yield Style("generique_surf", AREA, single(polygon(area(GENERIC, 38), stroke(GENERIC, 0.35))))
