"""Zoning, prescriptions, informations and easements: the colours of the CNIG, patterns light enough to overlap."""

from __future__ import annotations

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
from .symbols import Shape, area, beads, dots, hatch, mark, near, path, point, polygon, shown, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsFillSymbol, QgsLineSymbol, QgsMarkerSymbol, QgsSymbolLayer

LIMIT = "#343434"
# The CNIG fills zones with 40 % of transparency, up to 1:2 500; nearer, it draws a band inside the limit.
OPACITY = 153
# A legend has no scale: it shows the fill.
BAND = "coalesce(@map_scale <= 2500, false)"
FILL = f"NOT {BAND}"
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


def _line(rank: int, code: str) -> QgsLineSymbol:
    dash = ((), (3, 1), (1.2, 0.8), (4, 1, 0.8, 1))[rank % 4]
    marks = shown(beads(code, 6, 1.5, SHAPES[rank % len(SHAPES)]), near(10000))
    return path(stroke("#ffffff", 1.0, alpha=140), stroke(code, 0.55, dash), marks)


def _point(rank: int, code: str) -> QgsMarkerSymbol:
    return point(mark(code, 2.4, SHAPES[rank % len(SHAPES)], "#ffffff", 0.3))


def _coded(style: str, field: str, codes: Sequence[Code], others: str) -> Style:
    geometry, draw = {"surf": (AREA, _surface), "lin": (LINE, _line), "pct": (POINT, _point)}[style.rpartition("_")[2]]
    made = [(code.code, f"{code.code} : {code.legend}", draw(rank, code.colour)) for rank, code in enumerate(codes)]
    place = {AREA: Place.Horizontal, LINE: Place.Curved, POINT: Place.OverPoint}[geometry]
    least = 0 if geometry == POINT else 10
    label = Label('"libelle"', 4_000, 0, 7, INK, place=place, merge=geometry == LINE, least=least)
    renderer = by_value(field, [*made, (OTHERS, others, draw(0, GREY))])
    return Style(style, geometry, renderer, [field, "libelle"], [label], 150_000)


def _easements(style: str) -> Style:
    geometry, draw = {"surf": (AREA, _easement), "lin": (LINE, _line), "pct": (POINT, _point)}[style.rpartition("_")[2]]
    made = [(list(family.codes), family.legend, draw(rank, family.colour)) for rank, family in enumerate(EASEMENTS)]
    place = {AREA: Place.Horizontal, LINE: Place.Curved, POINT: Place.OverPoint}[geometry]
    least = 0 if geometry == POINT else 12
    name = '"nomsuplitt"'
    label = Label(name, 10_000, 0, 7, "#55463a", italic=True, place=place, merge=geometry == LINE, least=least)
    renderer = by_value('upper("suptype")', [*made, (OTHERS, "Autre servitude", draw(0, GREY))])
    return Style(style, geometry, renderer, ["suptype", "nomsuplitt"], [label])


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
    yield _coded("prescription_surf", "typepsc", PRESCRIPTIONS, "Autre prescription")
    yield _coded("prescription_lin", "typepsc", lines, "Autre prescription")
    yield _coded("prescription_pct", "typepsc", points, "Autre prescription")
    yield _coded("info_surf", "typeinf", INFORMATIONS, "Autre information")
    yield _coded("info_lin", "typeinf", INFORMATIONS, "Autre information")
    yield _coded("info_pct", "typeinf", INFORMATIONS, "Autre information")
    for kind in ("surf", "lin", "pct"):
        yield _easements(f"sup_{kind}")
