"""Columns that hold the coordinates of the feature: which of them, and what they hold."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from ..model import FieldType

if TYPE_CHECKING:
    from ..model import Field, Table

DEGREES = 7  # decimals of a longitude: a centimetre
METRES = 2  # decimals of x and y
_LONGITUDES = ("long", "lon", "longitude", "xlong", "long_wgs84", "x_wgs84")
_LATITUDES = ("lat", "latitude", "ylat", "lat_wgs84", "y_wgs84")


class Place(Enum):
    """What of its point a column holds."""

    LONGITUDE = "lon"  # WGS 84
    LATITUDE = "lat"
    X = "x"  # projection of the layer
    Y = "y"
    PAIR = "pair"  # “lon,lat”
    ARRAY = "array"  # “[lon,lat]”


def place_of(one: Field, table: Table) -> Place | None:
    """What of its point a field of a table holds; None where it holds nothing of it."""
    if one.type is FieldType.GEOPOINT:
        return Place.PAIR if one.formats == ("default",) else Place.ARRAY
    if one.type is not FieldType.NUMBER:
        return None
    name = one.name.casefold()
    if name in _LONGITUDES:
        return Place.LONGITUDE
    if name in _LATITUDES:
        return Place.LATITUDE
    names = {other.name.casefold() for other in table.fields}
    return Place(name) if name in ("x", "y") and {"x", "y"} <= names else None
