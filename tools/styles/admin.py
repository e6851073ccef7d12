"""Administrative limits: violet, never filled, heavier from the commune to the région."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .labels import Label
from .model import AREA, LINE, OTHERS, Style, by_value, single
from .palette import ADMIN, colour
from .symbols import area, path, polygon, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsFillSymbol

IRIS = "#a3487f"


def _limit(width: float, dash: Sequence[float], halo: float) -> QgsFillSymbol:
    """A dashed line on a pale band: the band keeps it visible where it follows a road or a river.

    Limits coincide: the core of the band hides the dashes of the level below, which would fill the gaps.
    """
    return polygon(
        stroke(ADMIN, halo, alpha=40), stroke("#f1ecf7", width + 0.25, alpha=240), stroke(ADMIN, width, dash)
    )


def _name(smallest: float, largest: float, size: float, *, capitals: bool = False) -> Label:
    return Label(
        '"nom_officiel"',
        smallest,
        largest,
        size,
        colour(ADMIN).darker(125).name(),
        bold=True,
        capitals=capitals,
        spacing=0.4 if capitals else 0.0,
        halo=1.0,
        least=4.0,
        priority=9,
    )


def styles() -> Iterator[Style]:
    """Commune, EPCI, département, région, IRIS, and limits that are lines."""
    named = ["nom_officiel"]
    yield Style(
        "admin_commune", AREA, single(_limit(0.35, (2.6, 1.0), 1.2)), named, [_name(260_000, 6_000, 9)], 1_500_000
    )
    yield Style(
        "admin_epci",
        AREA,
        single(_limit(0.55, (4.5, 1.2, 0.9, 1.2), 1.6)),
        named,
        [_name(900_000, 60_000, 11)],
        4_000_000,
    )
    yield Style(
        "admin_departement",
        AREA,
        single(_limit(0.75, (6, 1.4, 1.2, 1.4), 2.1)),
        named,
        [_name(4_000_000, 250_000, 12, capitals=True)],
    )
    yield Style(
        "admin_region",
        AREA,
        single(_limit(0.95, (8, 1.6, 1.4, 1.6), 2.6)),
        named,
        [_name(12_000_000, 700_000, 14, capitals=True)],
    )
    yield Style(
        "admin_canton", AREA, single(_limit(0.3, (1.4, 0.8), 1.0)), named, [_name(400_000, 25_000, 9)], 1_500_000
    )
    yield Style("admin_autre", AREA, single(_limit(0.35, (2.6, 1.0), 1.2)), smallest=1_500_000)
    edge = stroke(IRIS, 0.35, (0.4, 0.9), alpha=230)
    yield Style(
        "iris",
        AREA,
        by_value(
            "type_iris",
            [
                ("H", "IRIS d’habitat", polygon(area(IRIS, 18), edge.clone())),
                ("A", "IRIS d’activité", polygon(area("#6a5fa8", 40), edge.clone())),
                ("D", "IRIS divers (bois, parcs…)", polygon(area("#5d9150", 36), edge.clone())),
                ("Z", "Commune non découpée en IRIS", polygon(edge.clone())),
                (OTHERS, "Autre IRIS", polygon(edge.clone())),
            ],
        ),
        ["type_iris", "nom_iris"],
        [Label('"nom_iris"', 40_000, 0, 8, colour(IRIS).darker(125).name(), italic=True, least=8)],
        400_000,
    )
    yield Style(
        "limite_lineaire",
        LINE,
        single(path(stroke("#ffffff", 0.9, alpha=150), stroke(colour(ADMIN).darker(115).name(), 0.4, (3, 1, 0.6, 1)))),
    )
