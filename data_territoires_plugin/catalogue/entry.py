"""The entry of the catalogue: one layer that can be clipped, or one background."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class CutMode(Enum):
    """What is done with the features that cross the perimeter."""

    CUT = "cut"  # cut at the perimeter
    WHOLE = "whole"  # kept whole
    WITHIN = "within"  # left out: only what is entirely inside


class GeometryKind(Enum):
    """The geometry of an entry, as the styles and the cut need to know it."""

    POINT = "point"
    LINE = "line"
    POLYGON = "polygon"
    NONE = "none"  # a table
    RASTER = "raster"  # a background: shown, not clipped
    ANY = "any"  # whatever the source holds: a file or a layer found by a search, that nobody has described


_CLOSED = frozenset(("interne", "ign_scan", "restricted"))


@dataclass(frozen=True)
class Licence:
    """A licence of reuse."""

    id: str
    title: str
    url: str

    @property
    def is_open(self) -> bool:
        """Whether data under it may be published again."""
        return self.id not in _CLOSED


@dataclass(frozen=True)
class Entry:
    """One layer of the catalogue. `docs/catalogue.md` documents each key of the YAML form."""

    id: str
    title: str
    abstract: str
    theme: str
    producer: str
    service: str  # short name of the service (resources/endpoints.json), or "local"
    layer: str  # type name of the WFS, layer of a WMTS, path[|layername=…] of a local source
    geometry: GeometryKind
    licence: Licence
    attribution: str  # what the producer demands on a map; {edition}, {month} and {date} are filled in
    cut: CutMode
    cut_reason: str
    geometry_column: str = ""  # "" : read from the service
    key: str = ""  # stable identifier of a feature, also the order of the pages
    code_fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    # kind of territory → field that holds its code: {"commune": "code_insee", "departement": "code_dep"}
    crs: str = "EPSG:4326"  # native CRS of the source
    edition: str = ""  # fixed edition, or the field whose maximum dates the layer ("field:date_modification"), or ""
    style: str = ""  # name of a QML of resources/styles, without its extension
    recommended: tuple[str, ...] = ()  # kinds of territory for which it is recommended
    min_scale: int = 0  # denominator: not drawn when the map is smaller than 1:min_scale; 0 = always
    verified: bool = True  # False: not in the recorded lists of the service, discovered when it is read
    keywords: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    # of a background: format, style, matrix_set
    product: str = ""  # the product the layer belongs to, as its producer names it: "BD TOPO"
    former_layers: tuple[str, ...] = ()  # names the service gave this layer before: tried when it does not know `layer`
    conditions: str = ""  # what the producer demands of who uses the data, beyond the licence
    megabytes: float = 0.0  # what one file of the source weighs, for the choice between the ways; 0 = not known
    ways: tuple[Entry, ...] = ()  # the same layer read otherwise: by another service, from files, in bulk
