"""The named checks of the national schemas: the custom checks of Validata, and what a type says beyond its form."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ...territory.names import normalised
from .. import schema_words  # noqa: F401 - the words of its findings
from .checks import Row, row_check
from .legal_place import projection_of
from .opening_hours import is_opening_hours
from .types import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Check
    from .options import Options

    Wrong = Iterator[tuple[int, str, str]]

# National numbering plan (ARCEP): ten figures; short numbers 1x, 10xx, 3xxx, 116xxx, 118xxx. International: E.164.
_PHONE = re.compile(
    r"0[1-9]\d{8}|(?:\+|00)33[1-9]\d{8}|(?:\+|00)(?!33)[1-9]\d{6,13}|1\d|1\d\d|10\d\d|3\d{3}|11[68]\d{3}"
)
_PHONE_SIGNS = re.compile(r"\(0\)|[\s.\-()_/]")
_YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?")
_GEOMETRIES = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
)
# Headings of the nomenclature of acts of the control of legality (@ctes).
_HEADINGS = frozenset(
    normalised(one)
    for one in (
        "Commande publique",
        "Urbanisme",
        "Domaine et patrimoine",
        "Fonction publique",
        "Institutions et vie politique",
        "Libertés publiques et pouvoirs de police",
        "Finances locales",
        "Domaines de compétences par thèmes",
        "Autres domaines de compétences",
    )
)
_COMPARED = {
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "==": lambda one, other: one == other,
    "<=": lambda one, other: one <= other,
    "<": lambda one, other: one < other,
}


@row_check("phone")
def phone(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """French numbers of ten figures, short ones, international ones."""
    for at, (text,) in enumerate(values):
        if text is not None and not _PHONE.fullmatch(_PHONE_SIGNS.sub("", text)):
            yield at, text, ""


@row_check("opening_hours")
def opening_hours(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """Opening hours as OpenStreetMap writes them."""
    for at, (text,) in enumerate(values):
        if text is not None and not is_opening_hours(text):
            yield at, text, "Mo-Fr 08:00-18:00"


@row_check("year_interval")
def year_interval(values: Sequence[Row], check: Check, _options: Options) -> Wrong:
    """Two years, the first before the second; one alone where the schema allows it."""
    alone = check.parameters.get("allow-year-only", check.parameters.get("allow_year_only", "")).lower() == "true"
    for at, (text,) in enumerate(values):
        found = _YEARS.fullmatch(text.strip()) if text is not None else None
        good = found is not None and (found[1] < found[2] if found[2] else alone)
        if text is not None and not good:
            yield at, text, "2025/2026"


@row_check("together")
def together(values: Sequence[Row], check: Check, _options: Options) -> Wrong:
    """Columns that are all filled in, or all empty."""
    for at, row in enumerate(values):
        empty = [name for name, text in zip(check.fields, row, strict=True) if text is None]
        if empty and len(empty) < len(row):
            yield at, " / ".join(text or "" for text in row), ", ".join(empty)


@row_check("one_of_required")
def one_of_required(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """Columns of which one at least is filled in."""
    for at, row in enumerate(values):
        if not any(row):
            yield at, "", ""


@row_check("compare")
def compare(values: Sequence[Row], check: Check, _options: Options) -> Wrong:
    """Two columns compared as numbers, or as texts where they are none: `op` is >, >=, ==, <= or <."""
    sign = check.parameters.get("op", "==")
    test = _COMPARED.get(sign, _COMPARED["=="])
    for at, row in enumerate(values):
        one, other = row[0], row[1] if len(row) > 1 else None
        if one is None or other is None:
            continue
        numbers = number(one), number(other)
        good = test(one, other) if None in numbers else test(*numbers)
        if not good:
            yield at, f"{one} / {other}", f"{check.fields[0]} {sign} {check.fields[1]}"


@row_check("sum")
def total(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """A column that is the sum of the others. What is no number is told by its type."""
    for at, (whole, *parts) in enumerate(values):
        known = [number(one) for one in parts if one is not None]
        if whole is None or number(whole) is None or not known or None in known:
            continue
        expected = sum(one for one in known if one is not None)
        if abs((number(whole) or 0) - expected) > 1e-9 * max(1.0, abs(expected)):
            yield at, whole, f"{expected:.15g}"


@row_check("nomenclature_actes")
def nomenclature_actes(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """A heading of the nomenclature, with or without its number, then a slash."""
    for at, (text,) in enumerate(values):
        if text is None:
            continue
        heading, slash, _rest = text.partition("/")
        bare = re.sub(r"^\s*\d+(\.\d+)*\.?\s*", "", heading)
        if not slash or normalised(bare) not in _HEADINGS:
            yield at, text, ""


@row_check("french_gps")
def french_gps(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """Longitude and latitude, in this order, in the French territories. Other forms are told by the type."""
    for at, (text,) in enumerate(values):
        parts = [number(one.strip()) for one in (text or "").strip().strip("[]").split(",")]
        if len(parts) != 2 or parts[0] is None or parts[1] is None:
            continue
        if projection_of(parts[0], parts[1]) is None:
            swapped = projection_of(parts[1], parts[0]) is not None
            yield at, text or "", f"[{parts[1]:g}, {parts[0]:g}]" if swapped else ""


@row_check("geojson")
def geojson(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """GeoJSON geometries (RFC 7946). What is no JSON is told by the type."""
    for at, (text,) in enumerate(values):
        try:
            held = json.loads(text or "null")
        except ValueError:
            continue
        if text is not None and not _is_geometry(held):
            yield at, text, '{"type": "Point", "coordinates": [-1.68, 48.11]}'


def _is_geometry(held: object) -> bool:
    if not isinstance(held, dict):
        return False
    if held.get("type") == "GeometryCollection":
        parts = held.get("geometries")
        return isinstance(parts, list) and all(map(_is_geometry, parts))
    if held.get("type") in ("Feature", "FeatureCollection"):
        return "geometry" in held or isinstance(held.get("features"), list)
    return held.get("type") in _GEOMETRIES and isinstance(held.get("coordinates"), list)


@row_check("date_range")
def date_range(values: Sequence[Row], check: Check, _options: Options) -> Wrong:
    """Dates between `minimum` and `maximum`, both written as ISO dates."""
    low, high = check.parameters.get("minimum", ""), check.parameters.get("maximum", "9999")
    for at, (text,) in enumerate(values):
        if text is not None and not low <= text <= high:
            yield at, text, f"{low} – {check.parameters.get('maximum', '')}"
