"""What a GetFeature asks, and what is refused in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from tests.standins.coordinates import is_known
from tests.standins.cql import Condition, CqlError, IllegalPropertyError, Spatial, parse
from tests.standins.features import Column, FeatureTable, Sort

if TYPE_CHECKING:
    from collections.abc import Mapping

GML = "application/gml+xml; version=3.2"
_CRS_FORMS = (
    (re.compile(r"urn:ogc:def:crs:EPSG:[^:]*:(\d+)", re.IGNORECASE), True),
    (re.compile(r"https?://www\.opengis\.net/def/crs/EPSG/[^/]*/(\d+)", re.IGNORECASE), True),
    (re.compile(r"EPSG:(\d+)", re.IGNORECASE), False),
    (re.compile(r"https?://www\.opengis\.net/gml/srs/epsg\.xml#(\d+)", re.IGNORECASE), False),
)
_CRS84 = ("crs:84", "urn:ogc:def:crs:ogc:1.3:crs84", "http://www.opengis.net/def/crs/ogc/1.3/crs84")


class Refused(Exception):
    """The service refuses: what the exception report says."""

    def __init__(self, text: str, code: str = "InvalidParameterValue", locator: str = "", status: int = 400) -> None:
        super().__init__(text)
        self.text, self.code, self.locator, self.status = text, code, locator, status


@dataclass(frozen=True)
class Crs:
    """A CRS as a request names it: its form says which axis comes first."""

    code: int
    latitude_first: bool

    @classmethod
    def read(cls, text: str, locator: str) -> Crs:
        """The CRS of a parameter."""
        if text.lower() in _CRS84:
            return cls(4326, latitude_first=False)
        for form, latitude_first in _CRS_FORMS:
            match = form.fullmatch(text)
            if match and is_known(int(match[1])):
                return cls(int(match[1]), latitude_first)
        raise Refused(f"Could not decode CRS: {text}", locator=locator)


@dataclass(frozen=True)
class Query:
    """One GetFeature."""

    table: FeatureTable
    columns: tuple[Column, ...]
    with_geometry: bool
    crs: Crs
    sorts: tuple[Sort, ...]
    count: int
    start: int
    as_json: bool


def read_query(table: FeatureTable, params: Mapping[str, str], cap: int, *, natural_order: bool = False) -> Query:
    """The GetFeature that the parameters say, its count capped at `cap`."""
    columns, with_geometry = _properties(table, params.get("propertyname", ""))
    output = params.get("outputformat", GML).lower().replace(" ", "")
    if output not in ("application/json", "json") and "gml" not in output:
        raise Refused(f"Failed to find response for output format {output}", locator="outputFormat")
    crs = Crs(table.layer.crs, latitude_first=True)
    if params.get("srsname"):
        crs = Crs.read(params["srsname"], "srsName")
    sorts = _sorts(table, params.get("sortby", ""))
    count = min(_whole(params, "count", cap), cap)
    start = _whole(params, "startindex", 0)
    if natural_order and "startindex" in params and not sorts and not table.layer.key:
        raise Refused("Cannot do natural order without a primary key, please add it or specify a manual sort")
    return Query(table, columns, with_geometry, crs, sorts, count, start, "json" in output)


def _whole(params: Mapping[str, str], name: str, default: int) -> int:
    text = params.get(name, "")
    if not text:
        return default
    if not text.isdecimal():
        raise Refused(f"Illegal value {text} for {name}", locator=name)
    return int(text)


def _properties(table: FeatureTable, text: str) -> tuple[tuple[Column, ...], bool]:
    if not text:
        return table.columns, table.has_geometry
    names = [name.strip().rpartition(":")[2] for name in text.strip("()").split(",")]
    geometry = table.layer.geometry if table.has_geometry else ""
    for name in names:
        if name not in table.by_name and name != geometry:
            raise Refused(f"Illegal property name: {name} for feature type {table.layer.name}", locator="propertyName")
    return tuple(column for column in table.columns if column.name in names), geometry in names


def _sorts(table: FeatureTable, text: str) -> tuple[Sort, ...]:
    sorts = []
    for part in filter(None, text.split(",")):
        name, _, direction = part.strip().partition(" ")
        name = name.rpartition(":")[2]
        if name not in table.by_name:
            raise Refused(f"Illegal property name: {name} for feature type {table.layer.name}", locator="sortBy")
        if direction.upper() not in ("", "A", "ASC", "D", "DESC"):
            raise Refused(f"Illegal sort order {direction}", locator="sortBy")
        sorts.append(Sort(name, direction.upper().startswith("D")))
    return tuple(sorts)


def condition(table: FeatureTable, text: str) -> Condition:
    """CQL_FILTER."""
    geometry = table.layer.geometry if table.has_geometry else ""
    try:
        return parse(text, table.by_name, geometry)
    except IllegalPropertyError as error:
        raise Refused(
            f"Illegal property name: {error} for feature type {table.layer.name}", locator="GetFeature"
        ) from error
    except CqlError as error:
        raise Refused(f"Could not parse CQL filter list. {error}", locator="CQL_FILTER") from error


def box(table: FeatureTable, text: str) -> Spatial:
    """BBOX: the form of its CRS says the order of the axes; without CRS, the native one in its own order."""
    parts = text.split(",", 4)
    try:
        corners = [float(part) for part in parts[:4]]
        crs = Crs.read(parts[4], "bbox") if len(parts) > 4 else Crs(table.layer.crs, latitude_first=True)
        first, second, third, fourth = corners
    except ValueError as error:
        raise Refused(f"Bounding box parameter '{text}' can't be read", locator="bbox") from error
    if crs.code == 4326 and crs.latitude_first:
        first, second, third, fourth = second, first, fourth, third
    if first > third or second > fourth:
        raise Refused(f"illegal bbox, minimum larger than maximum: {text}", locator="bbox")
    return Spatial("BBOX", shapely.box(first, second, third, fourth), crs.code)
