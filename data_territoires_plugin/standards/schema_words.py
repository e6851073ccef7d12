"""The findings of the named checks of the national schemas in plain words."""

from __future__ import annotations

from ..i18n import tr
from .explain import add

add(
    "phone",
    lambda: (
        tr("{field}: “{value}” is not a telephone number."),
        tr("Write ten figures (02 99 12 34 56), the international form (+33 2 99 12 34 56) or a short number (3631)."),
    ),
)
add(
    "opening_hours",
    lambda: (
        tr("{field}: “{value}” can’t be read as opening hours."),
        tr("Write them as OpenStreetMap does: Mo-Fr 08:00-18:00; Sa 09:00-12:00."),
    ),
)
add(
    "year_interval",
    lambda: (
        tr("{field}: “{value}” is neither a year nor an interval of years."),
        tr("Write 2026, or 2025/2026 with the first year before the second."),
    ),
)
add(
    "together",
    lambda: (
        tr("{field}: some of these columns are filled in, the others are empty ({value})."),
        tr("Fill in all of them, or none."),
    ),
)
add(
    "one_of_required",
    lambda: (
        tr("{field}: all these columns are empty."),
        tr("Fill in one of them at least."),
    ),
)
add(
    "compare",
    lambda: (
        tr("{field}: the values {value} do not compare as wanted: {expected}."),
        tr("Correct one of the two values."),
    ),
)
add(
    "sum",
    lambda: (
        tr("{field}: the total is not the sum of its parts ({value}): {expected} is expected."),
        tr("Correct the total, or its parts."),
    ),
)
add(
    "nomenclature_actes",
    lambda: (
        tr("{field}: “{value}” does not follow the nomenclature of acts."),
        tr("Write a heading of the nomenclature, then a slash: Urbanisme/Documents d’urbanisme."),
    ),
)
add(
    "french_gps",
    lambda: (
        tr("{field}: “{value}” is not a place in the French territories."),
        tr("Write longitude then latitude, in degrees: [-1.68, 48.11]."),
    ),
)
add(
    "geojson",
    lambda: (
        tr("{field}: the value is not a GeoJSON geometry."),
        tr("Write an object with its type and coordinates, as QGIS exports them."),
    ),
)
add(
    "date_range",
    lambda: (
        tr("{field}: {value} is not within the dates allowed: {expected}."),
        tr("Correct the date."),
    ),
)
