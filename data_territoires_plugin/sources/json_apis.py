"""The APIs that answer pages of JSON, as `resources/apis.yaml` describes them. Adding one is one block there.

No map here: what is asked, how the pages follow each other, where the rows and their coordinates are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from ..errors import CatalogueError
from ..i18n import tr
from ..paths import resources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FILE = "apis.yaml"


@dataclass(frozen=True)
class Codes:
    """The parameter that takes codes of territories of a kind, and how many at once."""

    kind: str
    parameter: str
    at_once: int = 1


@dataclass(frozen=True)
class Spot:
    """How a place is asked for.

    Attributes:
        way: `box` (longitude and latitude of two corners), `circle` (longitude, latitude and metres) or `outline` (a
            polygon, GeoJSON, in the body of a POST).
        parameter: of the place; `radius` that of the metres of a circle.
        largest: square degrees of a box, metres of a radius that the service takes; 0: no limit.
    """

    way: str
    parameter: str
    radius: str = ""
    largest: float = 0.0


@dataclass(frozen=True)
class Paging:
    """How pages follow each other.

    Attributes:
        way: `page` (numbered from 1), `offset` (rows to pass over), `next` (a link in the answer) or `none` (one
            answer for all: a full one is asked for again in parts).
        size: the parameter of the number of rows of a page, "" where there is none; `most` what the service allows.
        name: the parameter of the page or of the offset; where the link is, for `next`.
    """

    way: str = "none"
    name: str = ""
    size: str = ""
    most: int = 1000


@dataclass(frozen=True)
class Coordinates:
    """Where a row has its place: a GeoJSON geometry, else two columns. Paths as in `fields`; "" where there is none."""

    member: str = ""
    x: str = ""
    y: str = ""
    crs: str = "CRS84"


@dataclass(frozen=True)
class Api:
    """One list of an API.

    Attributes:
        path: what follows the base address of the service.
        ask: the parameters of every request.
        codes, spot: how the territory is asked for: by codes where it has some, else by its place.
        rows, total: where an answer has its rows, and how many there are in all ("" where it doesn't tell).
        deepest: rows that a request can reach, page after page; 0: all. Beyond, it is asked for again in parts.
        largest: rows beyond which this API is not the way for so large a territory; 0: no limit.
        splits: parameters, with the values that part a request where its place can't be.
        unfold: the list of a row whose elements are the rows wanted; `within` their field that must be one of the codes
            asked for; `unfold_page` the parameter of the page of such a list, which holds `unfold_most` elements.
        fields: column → where its value is; empty: every value, under its own name.
        key: the column that tells rows apart.
        silent: an answer without a byte says that there is nothing.
    """

    service: str
    name: str
    path: str
    ask: Mapping[str, str]
    codes: tuple[Codes, ...]
    spot: Spot | None
    paging: Paging
    rows: str
    total: str
    deepest: int
    largest: int
    splits: tuple[tuple[str, tuple[str, ...]], ...]
    unfold: str
    unfold_page: str
    unfold_most: int
    within: str
    fields: Mapping[str, str]
    coordinates: Coordinates
    key: str
    silent: bool


def api_services() -> frozenset[str]:
    """The services that have such lists."""
    return frozenset(_described())


def api_of(service: str, name: str) -> Api:
    """A list of a service. Raises CatalogueError where `resources/apis.yaml` has none of this name."""
    known = _described().get(service, {})
    if name not in known:
        raise CatalogueError(
            tr("The service “{service}” has no list called “{name}”.").format(service=service, name=name),
            hint=tr("Known: {names}.").format(names=", ".join(sorted(known)) or "–"),
        )
    return known[name]


def apis() -> tuple[Api, ...]:
    """All of them."""
    return tuple(api for known in _described().values() for api in known.values())


def _described() -> dict[str, dict[str, Api]]:
    path = resources() / _FILE
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int) -> dict[str, dict[str, Api]]:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        service: {name: _api(service, name, about) for name, about in lists.items()}
        for service, lists in content.items()
    }


def _api(service: str, name: str, about: dict[str, Any]) -> Api:
    spot, codes = about.get("spot"), about.get("codes") or {}
    return Api(
        service=service,
        name=name,
        path=about["path"],
        ask={key: str(value) for key, value in (about.get("ask") or {}).items()},
        codes=tuple(Codes(kind, **each) for kind, each in codes.items()),
        spot=Spot(**spot) if spot else None,
        paging=Paging(**(about.get("paging") or {})),
        rows=about["rows"],
        total=about.get("total", ""),
        deepest=int(about.get("deepest", 0)),
        largest=int(about.get("largest", 0)),
        splits=tuple((key, tuple(str(value) for value in values)) for key, values in about.get("splits", {}).items()),
        unfold=about.get("unfold", ""),
        unfold_page=about.get("unfold_page", ""),
        unfold_most=int(about.get("unfold_most", 0)),
        within=about.get("within", ""),
        fields=about.get("fields") or {},
        coordinates=Coordinates(**(about.get("coordinates") or {})),
        key=about.get("key", ""),
        silent=bool(about.get("silent", False)),
    )
