"""What of a table is place: fields taken from a geometry, and a geometry read in the columns of a table without one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ..engine.types import number
from ..model import FieldType
from .model import Located, Place, Shape
from .words import shape_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model import Field
    from .propose import Sample

_LOOKED_AT = 200  # distinct values
_TEXTUAL = {"point": Place.WKT, "wkt": Place.WKT, "geojson": Place.GEOJSON}
_WKT = re.compile(r"(SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\b", re.IGNORECASE)
_DEGREES, _LAMBERT_93 = "EPSG:4326", "EPSG:2154"
_WEST, _EAST, _SOUTH, _NORTH = 0, 1_300_000, 6_000_000, 7_200_000  # metres: metropolitan France in Lambert-93


def shape_of(field: Field) -> Shape | None:
    """What a field takes from the geometry; None for one that is not a place."""
    if field.type is FieldType.GEOPOINT:
        return Shape.LONLAT
    named = shape_named(field.name)
    if named in ("longitude", "latitude", "x", "y"):
        return Shape(named) if field.type in (FieldType.NUMBER, FieldType.TEXT) else None
    if named == "point":
        return Shape.POINT
    return Shape.WKT if named == "wkt" or field.type is FieldType.WKT else None


def located_by(samples: Sequence[Sample]) -> Located:
    """The columns that hold the place of the rows of a table without geometry."""
    named: dict[str, list[Sample]] = {}
    for sample in samples:
        if sample.values:
            named.setdefault(shape_named(sample.name), []).append(sample)
    for east, north in (("longitude", "latitude"), ("x", "y")):
        found = [one[0] for one in (named.get(east), named.get(north)) if one]
        crs = _crs_of(*found) if len(found) == 2 else ""
        if crs:
            return Located(Place.COLUMNS, tuple(one.name for one in found), crs)
    return _in_one_column(named) or Located(Place.NONE)


def _in_one_column(named: Mapping[str, Sequence[Sample]]) -> Located | None:
    for word in ("latlon", "lonlat"):
        for sample in named.get(word, ()):
            place = _order(sample, Place(word))
            if place is not None:
                return Located(place, (sample.name,))
    for word, place in _TEXTUAL.items():
        for sample in named.get(word, ()):
            if all(_is_shape(text, place) for text in sample.values[:_LOOKED_AT]):
                return Located(place, (sample.name,))
    return None


def pair(text: str) -> tuple[float, float] | None:
    """The two numbers of a text: "48.1,-1.6", "[48.1, -1.6]"; None where there are not two."""
    parts = [number(part.strip()) for part in text.strip().strip("[]()").split(",")]
    return (parts[0], parts[1]) if len(parts) == 2 and parts[0] is not None and parts[1] is not None else None


def _crs_of(east: Sample, north: Sample) -> str:
    """Degrees or Lambert-93, by the size of the numbers; "" where they are neither."""
    easts, norths = ([number(text.replace(",", ".")) for text in one.values[:_LOOKED_AT]] for one in (east, north))
    known = [(e, n) for e, n in ((_one(easts), _one(norths)),) if e is not None and n is not None]
    if not known:
        return ""
    if max(abs(e) for e in easts if e is not None) <= 180 and max(abs(n) for n in norths if n is not None) <= 90:
        return _DEGREES
    inside = all(e is None or _WEST <= e <= _EAST for e in easts) and all(
        n is None or _SOUTH <= n <= _NORTH for n in norths
    )
    return _LAMBERT_93 if inside else ""


def _one(numbers: Sequence[float | None]) -> float | None:
    return next((one for one in numbers if one is not None), None)


def _order(sample: Sample, told: Place) -> Place | None:
    """The order of the two numbers of a column: that of metropolitan France where it is, else what its name tells."""
    pairs = [pair(text) for text in sample.values[:_LOOKED_AT]]
    known = [one for one in pairs if one is not None]
    if not known or len(known) < len(pairs):
        return None
    metropole = [all(41 <= one[at] <= 52 and -6 <= one[1 - at] <= 11 for one in known) for at in (0, 1)]
    if metropole[0] != metropole[1]:
        return Place.LATLON if metropole[0] else Place.LONLAT
    return told


def _is_shape(text: str, place: Place) -> bool:
    if place is Place.WKT:
        return _WKT.match(text.strip()) is not None
    try:
        return "coordinates" in json.loads(text)
    except (ValueError, TypeError):
        return False
