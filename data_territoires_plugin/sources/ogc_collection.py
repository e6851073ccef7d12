"""What an OGC API – Features server says of a collection: its CRS, its links, its columns (Parts 1, 2, 3 and 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from ..errors import SourceError
from ..i18n import tr
from .base import Column
from .bounds import LONGITUDE_LATITUDE, is_plain, named_crs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsCoordinateReferenceSystem

_RELATIONS = "http://www.opengis.net/def/rel/ogc/1.0/"
_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN", "string": "TEXT"}
_FORMATS = {"date": "DATE", "date-time": "DATETIME"}
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Collection:
    """A collection: `crs` is the address of each CRS that it can be asked in, by its short name."""

    url: str
    items: str
    crs: Mapping[str, str]
    storage: str  # short name of the CRS of its storage, "" where the server doesn't tell
    schema: str  # address of the description of its columns, "" where there is none
    queryables: str

    def asked_in(self, delivery: QgsCoordinateReferenceSystem) -> str:
        """The CRS to ask for: that of delivery, else that of the storage, else longitude and latitude.

        Never one whose axes are northing, easting: longitude and latitude say the same without doubt.
        """
        for name in (delivery.authid(), self.storage):
            if name in self.crs and is_plain(name):
                return name
        return LONGITUDE_LATITUDE


def collection_of(url: str, document: Any, everywhere: list[str]) -> Collection:
    """The collection described by a document; `everywhere` are the CRS of the whole service (`#/crs`)."""
    if not isinstance(document, dict) or not isinstance(document.get("links"), list):
        raise SourceError(
            tr("{url} does not describe a collection of features.").format(url=url),
            detail=str(document)[:500],
            hint=tr("The address of a collection ends with /collections/name; check it in a browser."),
        )
    listed = [each for each in document.get("crs") or [] if isinstance(each, str)]
    offered = [crs for each in listed for crs in (everywhere if each == "#/crs" else [each])]
    links = [link for link in document["links"] if isinstance(link, dict) and isinstance(link.get("href"), str)]
    items = _link(links, url, "items", "geo+json") or f"{url}/items"
    names: dict[str, str] = {}
    for crs in offered:
        names.setdefault(named_crs(crs), crs)
    return Collection(
        url,
        items,
        {name: crs for name, crs in names.items() if name},
        named_crs(str(document.get("storageCrs") or "")),
        _link(links, url, "schema", "json"),
        _link(links, url, "queryables", "json"),
    )


def columns_of_schema(document: Any) -> tuple[tuple[Column, ...], str]:
    """The columns of a JSON schema, and the one that holds the identifier of the feature ("" for none)."""
    properties = document.get("properties") if isinstance(document, dict) else None
    if not isinstance(properties, dict):
        return (), ""
    columns, key = [], ""
    for name, about in properties.items():
        if not isinstance(about, dict) or _is_geometry(about):
            continue
        if about.get("x-ogc-role") == "id":
            key = name
        columns.append(Column(name, _type(about)))
    return tuple(columns), key


def _is_geometry(about: Mapping[str, Any]) -> bool:
    format_ = str(about.get("format", ""))
    reference = str(about.get("$ref", ""))
    return (
        "geometry" in str(about.get("x-ogc-role", ""))
        or format_.startswith("geometry")
        or "geojson.org" in reference
        or "geometry" in reference.lower()
    )


def _type(about: Mapping[str, Any]) -> str:
    said = about.get("type")
    types = [each for each in (said if isinstance(said, list) else [said]) if each != "null"]
    if len(types) != 1:
        return "TEXT"
    return _FORMATS.get(str(about.get("format")), "TEXT") if types[0] == "string" else _TYPES.get(str(types[0]), "TEXT")


def _link(links: list[dict[str, Any]], base: str, relation: str, kind: str) -> str:
    """The address of a relation within the same server, "" where there is none."""
    wanted = {relation, _RELATIONS + relation, f"[ogc-rel:{relation}]"}
    found = [link for link in links if link.get("rel") in wanted and kind in str(link.get("type", kind))]
    addresses = [within(base, str(link["href"])) for link in found]
    return next(filter(None, addresses), "")


def within(base: str, address: str) -> str:
    """The absolute address of a link, "" where it leaves the server.

    A server behind a proxy often writes http:// where it is reached by https://: it is the same one.
    """
    target, home = urlsplit(urljoin(base, address)), urlsplit(base)
    if target.scheme == "http" and home.scheme == "https" and target.hostname == home.hostname and not target.port:
        target = target._replace(scheme="https", netloc=home.netloc)
    same = (target.scheme, target.hostname, target.port or _PORTS.get(target.scheme)) == (
        home.scheme,
        home.hostname,
        home.port or _PORTS.get(home.scheme),
    )
    return urlunsplit(target) if same else ""


def largest_limit(openapi: Any, collection: str) -> int | None:
    """The largest `limit` that the description of the service (OpenAPI) allows for the items of a collection."""
    paths = openapi.get("paths") if isinstance(openapi, dict) else None
    for path, operations in (paths or {}).items():
        if not path.endswith(("/items", "/items/")) or not (f"/{collection}/" in path or "{collectionId}" in path):
            continue
        for said in (operations.get("get") or {}).get("parameters") or []:
            parameter = _resolved(openapi, said)
            if parameter.get("name") == "limit":
                maximum = _resolved(openapi, parameter.get("schema") or {}).get("maximum")
                return int(maximum) if isinstance(maximum, (int, float)) and maximum > 0 else None
    return None


def _resolved(document: Any, part: Any) -> Mapping[str, Any]:
    """A part of an OpenAPI document, or what it refers to within the document."""
    reference = str(part.get("$ref", "")) if isinstance(part, dict) else ""
    if reference.startswith("#/"):
        part = document
        for step in reference[2:].split("/"):
            part = part.get(step.replace("~1", "/").replace("~0", "~")) if isinstance(part, dict) else None
    return part if isinstance(part, dict) else {}
