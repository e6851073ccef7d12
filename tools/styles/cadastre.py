"""Cadastre and addresses: thin brown outlines, readable over an orthophoto; numbers at the scales of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .labels import Label, Place
from .model import AREA, OTHERS, POINT, Style, by_value, single
from .palette import ADDRESS, PARCEL, PARCEL_TEXT, colour
from .symbols import area, far, mark, near, point, polygon, shown, stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFillSymbol


def _building(fill: str, edge: str) -> QgsFillSymbol:
    return polygon(area(fill, 235), shown(stroke(edge, 0.18), near(15000)))


def styles() -> Iterator[Style]:
    """Parcels, sections (sheets), buildings of the cadastre, addresses."""
    outline = polygon(
        shown(stroke("#ffffff", 0.55, alpha=140), near(6_000)),
        shown(stroke(PARCEL, 0.2, alpha=235), near(6_000)),
        # Further, small plots would hide the streets.
        shown(stroke(PARCEL, 0.12, alpha=130), far(6_000)),
    )
    number = "regexp_replace(\"numero\", '^0+', '')"
    yield Style(
        "cadastre_parcelle",
        AREA,
        single(outline),
        ["numero"],
        [Label(number, 3_500, 0, 7, PARCEL_TEXT, least=3.5, priority=4)],
        20_000,
    )
    yield Style(
        "cadastre_section",
        AREA,
        single(polygon(stroke("#ffffff", 1.3, alpha=130), stroke(PARCEL_TEXT, 0.55, (5, 1.2, 1.2, 1.2)))),
        ["section"],
        [Label('"section"', 40_000, 1_000, 14, PARCEL_TEXT, bold=True, halo=1.0, least=6, priority=7)],
        60_000,
    )
    yield Style(
        "cadastre_commune",
        AREA,
        single(polygon(stroke("#ffffff", 1.6, alpha=130), stroke(PARCEL_TEXT, 0.7, (6, 1.2, 1.2, 1.2, 1.2, 1.2)))),
        ["nom_com"],
        [Label('"nom_com"', 60_000, 5_000, 9, PARCEL_TEXT, bold=True, halo=1.0, least=6, priority=7)],
        200_000,
    )
    yield Style(
        "cadastre_batiment",
        AREA,
        by_value(
            "type",
            [
                (["01", "1"], "Bâtiment en dur", _building("#e9cfa8", "#a67a45")),
                (["02", "2"], "Construction légère", _building("#f5e9d3", "#c3a478")),
                (OTHERS, "Autre bâtiment", _building("#eadfd0", "#a99c8b")),
            ],
        ),
        ["type"],
        smallest=60_000,
    )
    house = '"numero" || coalesce(lower("rep"), \'\')'
    yield Style(
        "adresse",
        POINT,
        single(
            point(
                shown(mark(ADDRESS, 1.5, edge="#ffffff", edge_width=0.25), near(5000)),
                shown(mark(ADDRESS, 0.8), far(5000)),
            )
        ),
        ["numero", "rep"],
        [Label(house, 3_000, 0, 7, colour(ADDRESS).darker(120).name(), bold=True, place=Place.OverPoint)],
        20_000,
    )
