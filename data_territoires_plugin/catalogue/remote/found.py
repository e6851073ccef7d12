"""What a search in the catalogues of the country gives, whatever the catalogue: datasets, and what they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ...territory import Territory
    from ..entry import Entry, Licence


@dataclass(frozen=True)
class Query:
    """What is looked for. Everything is optional; what a catalogue can't filter by, it says in `Results.ignored`."""

    words: str = ""
    territory: Territory | None = None
    bbox: tuple[float, float, float, float] | None = None  # west, south, east, north, degrees (WGS 84)
    theme: str = ""
    format: str = ""
    schema: str = ""  # "etalab/schema-irve-statique"
    licence: str = ""
    producer: str = ""
    limit: int = 20
    start: int = 0  # how many of the first ones are skipped


@dataclass(frozen=True)
class Resource:
    """One thing that can be fetched: a file, a layer of a service."""

    id: str  # unique in its catalogue
    title: str
    url: str
    format: str = ""  # lower case: csv, geojson, gpkg, shp, gtfs, wfs, ogcapi, wms…
    service: str = ""  # the protocol that reads it: file, wfs, ogcapi, featureserver, tabular…; "" = nothing here does
    layer: str = ""  # of a service; of a file, what follows its address: member=stops.txt, layername=shapes_geom
    geometry: str = ""  # point, line, polygon, none; "" = as it will be found
    size: int | None = None  # bytes
    updated: str = ""  # ISO
    schema: str = ""
    checksum: str = ""  # "sha256:…"
    restricted: str = ""  # why it is not open, "" where it is
    unreadable: str = ""  # why it can't be clipped, in the user's words, "" where it can


@dataclass(frozen=True)
class Found:
    """A dataset of a catalogue."""

    source: str  # name of the catalogue: datagouv, transport, geobretagne…
    id: str
    title: str
    abstract: str = ""
    producer: str = ""
    licence: Licence | None = None
    page: str = ""  # address for people
    updated: str = ""  # ISO
    coverage: str = ""  # in words
    keywords: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = field(default=())
    restricted: str = ""
    warning: str = ""  # conditions: personal data, no re-identification…

    @property
    def best(self) -> Resource | None:
        """The first resource that can be clipped: the finder puts the best one first."""
        return next((one for one in self.resources if one.service and not one.unreadable), None)


@dataclass(frozen=True)
class Results:
    """A page of results. `total`: as the catalogue says, None where it doesn't."""

    found: tuple[Found, ...]
    total: int | None = None
    ignored: tuple[str, ...] = ()  # the filters that this catalogue can't apply, in words
    kept: str = ""  # the day (ISO) of the last good answer, where it stands for a catalogue that did not answer


class Finder(Protocol):
    """One catalogue that can be searched."""

    name: str  # datagouv, transport, schema, geobretagne…

    @property
    def title(self) -> str:
        """Its name for people."""
        ...

    def search(self, query: Query, feedback: QgsFeedback) -> Results:
        """Raises NetworkError, OfflineError (where no kept answer serves)."""
        ...

    def entry(self, resource_id: str, feedback: QgsFeedback) -> Entry:
        """The entry of the catalogue that clips a resource; its id is `<name>:<resource id>`. Raises CatalogueError."""
        ...


_SAFE = re.compile(r"[^A-Za-z0-9_-]")
_WRITTEN = re.compile(r"~([0-9a-f]{2})")


def table_of(entry_id: str) -> str:
    """The id of a found layer as the name of a table and of a folder on any system: `datagouv__eb76d20a-8501-…`."""
    catalogue, _, rest = entry_id.partition(":")
    safe = _SAFE.sub(lambda sign: "".join(f"~{byte:02x}" for byte in sign[0].encode()), rest)
    return f"{catalogue}__{safe}"


def id_of(table: str) -> str:
    """The id written in LAYERS, from the name of the table; an id, or a name of the shipped catalogue, as it is."""
    catalogue, mark, rest = table.partition("__")
    if ":" in table or not mark or not rest:
        return table
    data = _WRITTEN.sub(lambda code: chr(int(code[1], 16)), rest)
    return f"{catalogue}:{data.encode('latin-1', 'replace').decode('utf-8', 'replace')}"
