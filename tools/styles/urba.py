"""Zoning, prescriptions, informations and easements: the colours of the CNIG, patterns light enough to overlap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .cnig import (
    EASEMENTS,
    INFORMATIONS,
    PRESCRIPTIONS,
    PRESCRIPTIONS_LIN,
    PRESCRIPTIONS_PCT,
    SECTORS,
    ZONES,
    Code,
    Zone,
)
from .labels import Label, Place
from .model import AREA, LINE, OTHERS, POINT, Style, by_value
from .palette import GREY, INK, colour
from .symbols import Shape, area, beads, beyond, dots, hatch, mark, near, path, point, polygon, shown, stroke

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from qgis.core import QgsFeatureRenderer, QgsFillSymbol, QgsLineSymbol, QgsMarkerSymbol, QgsSymbol, QgsSymbolLayer

    Draw = Callable[[int, str], QgsSymbol]

LIMIT = "#343434"
# The CNIG fills zones with 40 % of transparency, up to 1:2 500; nearer, it draws a band inside the limit.
OPACITY = 153
# A legend has no scale: it shows the fill.
FILL = beyond(2_500)
BAND = f"NOT ({FILL})"
SHAPES = (Shape.Circle, Shape.Square, Shape.Diamond, Shape.Triangle, Shape.Pentagon, Shape.Hexagon)


def _zone(zone: Zone) -> QgsFillSymbol:
    return polygon(
        shown(area(zone.fill, OPACITY), FILL),
        shown(area(zone.fill, 30), BAND),
        shown(stroke(zone.band, 2.4, inside=1.2, alpha=190), BAND),
        shown(stroke(LIMIT, 0.28), FILL),
        shown(stroke(LIMIT, 0.7), BAND),
    )


def _zones(name: str, field: str, zones: Sequence[Zone], others: str) -> Style:
    rest = Zone("", others, "#b9b4ab", GREY)
    # Editions before 2017 have Ah and Nh: small built sectors inside A and N.
    made = [([zone.code, f"{zone.code}h"] if zone.code in {"A", "N"} else zone.code, zone) for zone in zones]
    return Style(
        name,
        AREA,
        by_value(field, [*((value, zone.legend, _zone(zone)) for value, zone in made), (OTHERS, others, _zone(rest))]),
        [field, "libelle"],
        [Label('"libelle"', 40_000, 0, 9, LIMIT, bold=True, halo=0.9, least=4, priority=7)],
        500_000,
        multiply=True,
    )


def _surface(rank: int, code: str) -> QgsFillSymbol:
    """A pattern by rank: what often overlaps has other angles or marks, not only another colour."""
    angle = (45, 135, 0, 90, 22, 112)[rank % 6]
    pattern: QgsSymbolLayer = hatch(code, angle, 2.2, 0.22, alpha=190)
    if rank % 4 == 3:
        pattern = dots(code, 3.0, 1.0, SHAPES[rank % len(SHAPES)], alpha=200)
    return polygon(area(code, 20), shown(pattern, near(60000)), stroke(code, 0.35))


def _perimeter(rank: int, code: str) -> QgsFillSymbol:
    """Lighter: an information often covers a whole town."""
    angle = (45, 135, 0, 90, 22, 112)[rank % 6]
    pattern = hatch(code, angle, 4.0, 0.14, alpha=140)
    return polygon(
        area(code, 12), shown(pattern, beyond(5_000)), stroke(code, 1.0, alpha=60, inside=0.5), stroke(code, 0.3)
    )


def _line(rank: int, code: str) -> QgsLineSymbol:
    dash = ((), (3, 1), (1.2, 0.8), (4, 1, 0.8, 1))[rank % 4]
    marks = shown(beads(code, 6, 1.5, SHAPES[rank % len(SHAPES)]), near(10000))
    return path(stroke("#ffffff", 1.0, alpha=140), stroke(code, 0.55, dash), marks)


def _point(rank: int, code: str) -> QgsMarkerSymbol:
    return point(mark(code, 2.4, SHAPES[rank % len(SHAPES)], "#ffffff", 0.3))


# How the three geometries of a theme are called, labelled, and from what length on the label is worth its place.
FORMS = {"surf": (AREA, Place.Horizontal, 10), "lin": (LINE, Place.Curved, 10), "pct": (POINT, Place.OverPoint, 0)}


def _theme(name: str, renderer: QgsFeatureRenderer, fields: Sequence[str], label: Label, smallest: float) -> Style:
    geometry, place, least = FORMS[name.rpartition("_")[2]]
    label = replace(label, text=f'"{fields[1]}"', place=place, merge=geometry == LINE, least=least)
    return Style(name, geometry, renderer, fields, [label], smallest)


def _coded(name: str, field: str, codes: Sequence[Code], draw: Draw, others: str) -> Style:
    made = [(code.code, f"{code.code} : {code.legend}", draw(rank, code.colour)) for rank, code in enumerate(codes)]
    renderer = by_value(field, [*made, (OTHERS, others, draw(0, GREY))])
    return _theme(name, renderer, [field, "libelle"], Label("", 4_000, 0, 7, INK), 80_000)


def _easements(name: str, draw: Draw) -> Style:
    made = [(list(family.codes), family.legend, draw(rank, family.colour)) for rank, family in enumerate(EASEMENTS)]
    # The codes are in capitals or not, from one document to the next.
    renderer = by_value('upper("suptype")', [*made, (OTHERS, "Autre servitude", draw(0, GREY))])
    return _theme(name, renderer, ["suptype", "nomsuplitt"], Label("", 10_000, 0, 7, "#55463a", italic=True), 250_000)


def _easement(rank: int, code: str) -> QgsFillSymbol:
    """A thin dashed outline and a sparse hatch: easements lie over everything else."""
    dash = ((), (3, 1), (1.2, 0.8), (4, 1, 0.8, 1))[rank % 4]
    angle = (135, 45, 90, 22, 158)[rank % 5]
    dark = colour(code).darker(110).name()
    return polygon(area(code, 16), hatch(code, angle, 3.4, 0.16, alpha=150), stroke(dark, 0.45, dash))


def styles() -> Iterator[Style]:
    """What the Géoportail de l’urbanisme serves."""
    yield _zones("zone_urba", "typezone", ZONES, "Autre zone")
    yield _zones("secteur_cc", "typesect", SECTORS, "Hors carte communale")
    lines = [code for code in PRESCRIPTIONS if code.code in PRESCRIPTIONS_LIN.split()]
    points = [code for code in PRESCRIPTIONS if code.code in PRESCRIPTIONS_PCT.split()]
    other = "Autre prescription"
    yield _coded("prescription_surf", "typepsc", PRESCRIPTIONS, _surface, other)
    yield _coded("prescription_lin", "typepsc", lines, _line, other)
    yield _coded("prescription_pct", "typepsc", points, _point, other)
    for kind, draw in (("surf", _perimeter), ("lin", _line), ("pct", _point)):
        yield _coded(f"info_{kind}", "typeinf", INFORMATIONS, draw, "Autre information")
    for kind, draw in (("surf", _easement), ("lin", _line), ("pct", _point)):
        yield _easements(f"sup_{kind}", draw)
