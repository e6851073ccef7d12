"""A mapping as a value: how each field of a standard is filled from the columns of a local layer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from ...errors import StandardError
from ...i18n import tr
from ..engine.columns import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Standard

SURE, LIKELY = 0.75, 0.5  # confidence above which a proposal needs no look; below which it isn't made


class Way(Enum):
    """How a field is filled. The values are the keys of the file."""

    COLUMNS = "columns"
    CONSTANT = "constant"
    EXPRESSION = "expression"  # of QGIS, on the features of the source
    GEOMETRY = "geometry"  # see `Shape`


class Shape(Enum):
    """What a field takes from the geometry of a feature. Degrees are those of WGS 84 (EPSG:4326)."""

    LONGITUDE = "longitude"
    LATITUDE = "latitude"
    X = "x"  # in the legal projection of the place
    Y = "y"
    LONLAT = "lonlat"  # "[lon, lat]"
    POINT = "point"  # as WKT, in degrees; a point on the surface of a polygon
    WKT = "wkt"  # the whole geometry as WKT, in degrees
    AREA = "area"  # square metres, on the ellipsoid
    LENGTH = "length"  # metres, on the ellipsoid


class Place(Enum):
    """Where the geometry of a feature is read."""

    LAYER = "layer"  # its own
    COLUMNS = "columns"  # east and north, or longitude and latitude: two columns, and `crs`
    LATLON = "latlon"  # one column, "48.1,-1.6"
    LONLAT = "lonlat"  # one column, "-1.6,48.1"
    WKT = "wkt"  # one column, and `crs`
    GEOJSON = "geojson"
    NONE = "none"


@dataclass(frozen=True)
class Located:
    """The geometry of a table."""

    place: Place = Place.LAYER
    columns: tuple[str, ...] = ()
    crs: str = "EPSG:4326"  # of the columns


@dataclass(frozen=True)
class FieldRule:
    """How one field of the standard is filled."""

    field: str
    way: Way
    columns: tuple[str, ...] = ()  # of the source, joined by `separator` where there are several
    text: str = ""  # the constant, the expression, or the value of a `Shape`
    separator: str = " "
    part: int = 0  # one column cut at `separator`: the rank of the part taken, from 1; 0 = not cut
    values: tuple[tuple[str, str], ...] = ()  # local value → value of the standard
    confidence: float = 1.0  # of the proposal; 1 where someone said so
    reasons: tuple[str, ...] = ()  # in the language of the user; not kept in the file

    @property
    def is_sure(self) -> bool:
        """Whether the proposal needs no look."""
        return self.confidence >= SURE

    def needs(self, names: dict[str, str]) -> FieldRule:
        """The same, its columns by the names that the layer gives them."""
        return replace(self, columns=tuple(names.get(name, name) for name in self.columns))


@dataclass(frozen=True)
class TableRule:
    """How one table of the standard is filled: one layer may fill several."""

    table: str
    fields: tuple[FieldRule, ...]
    located: Located = Located()
    filter: str = ""  # expression of QGIS: the rows that go to this table; "" = all
    once: bool = False  # rows whose values are all the same are written once

    def rule(self, field: str) -> FieldRule | None:
        """The rule of a field, whatever the case."""
        wanted = field.casefold()
        return next((one for one in self.fields if one.field.casefold() == wanted), None)

    @property
    def used(self) -> frozenset[str]:
        """The columns of the source that it reads by name (expressions aside)."""
        named = {column for rule in self.fields for column in rule.columns}
        return frozenset(named | set(self.located.columns))

    def with_rule(self, rule: FieldRule) -> TableRule:
        """The same, with this rule for its field."""
        others = tuple(one for one in self.fields if one.field.casefold() != rule.field.casefold())
        return replace(self, fields=(*others, rule))

    def without(self, field: str) -> TableRule:
        """The same, with nothing for this field."""
        return replace(self, fields=tuple(one for one in self.fields if one.field.casefold() != field.casefold()))


@dataclass(frozen=True)
class Mapping:
    """From a layer to a standard."""

    standard: str  # id, path or address
    standard_version: str
    tables: tuple[TableRule, ...]
    source: str = ""  # name of the layer it was made with
    columns: tuple[str, ...] = ()  # of that layer

    def for_layer(self, standard: Standard, names: Sequence[str], layer: str) -> Mapping:
        """The same, sound for this standard, its columns by the names of this layer (case, accents, cut of DBF).

        Raises StandardError, with everything that doesn't hold, else.
        """
        found = _named(self._columns_read(), names)
        faults = [*_of_standard(self, standard), *_missing(self, found, layer)]
        if faults:
            raise StandardError(
                tr("The mapping can't be used: {faults}").format(faults=" ".join(faults)),
                hint=tr("Correct the mapping, or leave it empty to have one proposed."),
            )
        tables = (
            replace(
                one,
                fields=tuple(rule.needs(found) for rule in one.fields),
                located=replace(one.located, columns=tuple(found.get(name, name) for name in one.located.columns)),
            )
            for one in self.tables
        )
        return replace(self, tables=tuple(tables))

    def _columns_read(self) -> frozenset[str]:
        return frozenset(name for table in self.tables for name in table.used)


def _named(wanted: Iterable[str], names: Sequence[str]) -> dict[str, str]:
    """Column of the mapping → column of the layer: the same name, else whatever the case, accents and cut of DBF."""
    ways = ({name: name for name in names}, {name.casefold(): name for name in names}, {plain(n): n for n in names})
    found = {}
    for name in wanted:
        keys = (name, name.casefold(), plain(name))
        held = next((way[key] for way, key in zip(ways, keys, strict=True) if key in way), None)
        held = held or ways[1].get(name[:10].casefold())
        if held is not None:
            found[name] = held
    return found


def _missing(mapping: Mapping, found: dict[str, str], layer: str) -> Iterator[str]:
    absent = sorted(mapping._columns_read() - found.keys())
    if absent:
        yield tr("the layer “{layer}” has no column {names}.").format(layer=layer, names=", ".join(absent))


def _of_standard(mapping: Mapping, standard: Standard) -> Iterator[str]:
    """What a mapping names that its standard hasn't."""
    for rule in mapping.tables:
        table = standard.table(rule.table)
        if table is None:
            yield tr("the standard “{title}” has no table “{name}”.").format(title=standard.title, name=rule.table)
            continue
        unknown = [one.field for one in rule.fields if table.field(one.field) is None]
        if unknown:
            yield tr("the table {table} has no field {names}.").format(table=table.name, names=", ".join(unknown))
