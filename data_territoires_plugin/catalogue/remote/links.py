"""The links of a metadata record as resources: which are layers of services, files, or pages for people. No QGIS."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from ...i18n import tr
from ..entry import Licence
from .found import Found, Resource
from .judging import format_of, judged, layer_named, rank
from .licences import licence

if TYPE_CHECKING:
    from collections.abc import Iterable

# How catalogues write protocols: GeoNetwork's lists, pycsw, the ISO code lists of the INSPIRE guides.
_PROTOCOLS = (
    (r"OGC[ :_-]*API[ :_-]*Features|OAPIF|OAFeat|ogcapi-features", "ogcapi"),
    (r"OGC[ :_-]*API[ :_-]*(Tiles|Maps|Coverages|Processes)", "wms"),
    (r"\bWFS\b", "wfs"),
    (r"\b(WMS|WMTS|WMS-C|TMS|WCS)\b", "wms"),
    (r"\bSTAC\b", "stac"),
    (r"ESRI[: ]*REST|ArcGIS|FeatureServer|MapServer", "featureserver"),
)
_PAGES = r"WWW:LINK(?!.*DOWNLOAD)|http--link|http--related|text/html"
_RESTRICTED = r"acc[eè]s (restreint|limit[ée]|r[ée]serv[ée])|diffusion (restreinte|interne)|confidenti"
_LICENCES = (
    (r"licence ouverte.{0,20}(2\.0|v2)|etalab.?2|lov2", "lov2"),
    (r"licence ouverte|open licen[cs]e|etalab|\blo\b", "fr-lo"),
    (r"odbl|open database", "odbl"),
    (r"(cc|creative.?commons).{0,20}by.?sa|by-sa", "cc-by-sa"),
    (r"\bcc.?0\b|cc-zero|publicdomain/zero", "cc-zero"),
    (r"(cc.?by|creativecommons\.org/licenses/by|creative commons attribution)", "cc-by"),
    (r"licences/mobilit|licence mobilit", "mobility-licence"),
)
_SEPARATOR = "!"  # between the id of a record and its link: `quote` never leaves one


@dataclass(frozen=True)
class Link:
    """A link of a record, as written."""

    url: str
    protocol: str = ""
    name: str = ""
    title: str = ""
    mime: str = ""


def resources_of(record_id: str, links: Iterable[Link]) -> tuple[Resource, ...]:
    """The links of a record, the best first; their ids stay the same from one search to the next."""
    found: dict[str, Resource] = {}
    for link in links:
        if not link.url:
            continue
        resource = _resource(link)
        base = f"{quote(record_id, safe='')}{_SEPARATOR}{quote(_mark(link, resource), safe='')}"
        name, number = base, 2
        while name in found:
            name, number = f"{base}{_SEPARATOR}{number}", number + 1
        found[name] = replace(resource, id=name)
    return tuple(sorted(found.values(), key=rank))


def record_of(resource_id: str) -> str:
    """The id of the record that a resource belongs to."""
    return unquote(resource_id.partition(_SEPARATOR)[0])


def is_restricted(texts: Iterable[str], codes: Iterable[str] = ()) -> str:
    """Why the data is not open, "" where nothing says so. Only what is said plainly counts."""
    said = next((text for text in texts if re.search(_RESTRICTED, text, re.IGNORECASE)), "")
    return said or (tr("restricted access, says its record") if "restricted" in codes else "")


def licence_told(texts: Iterable[str], default: str, page: str) -> Licence:
    """The licence that the constraints of a record name; their own words where it is none that we know."""
    said = [" ".join(text.split()) for text in texts if text and text.strip()]
    for pattern, name in _LICENCES:
        if any(re.search(pattern, text, re.IGNORECASE) for text in said):
            return licence(name, page)
    if said:
        return Licence("told", max(said, key=len)[:300], page)
    return licence(default, page)


def chosen(found: Found, resource_id: str) -> Resource | None:
    """The resource of that id; a lone readable one for the id of its record alone."""
    by_id = next((each for each in found.resources if each.id == resource_id), None)
    return by_id or (found.best if _SEPARATOR not in resource_id else None)


def _resource(link: Link) -> Resource:
    text = f"{link.protocol} {link.mime}".strip()
    kind = next((name for pattern, name in _PROTOCOLS if re.search(pattern, text, re.IGNORECASE)), "")
    kind = kind or format_of("", link.url, link.mime) or format_of(text, link.url, link.mime)
    if not kind or (kind not in ("wfs", "ogcapi", "featureserver") and re.search(_PAGES, text, re.IGNORECASE)):
        kind = kind if kind in ("csv", "geojson", "gpkg", "shp", "zip") else "html"
    title = link.title or link.name or unquote(urlsplit(link.url).path.rpartition("/")[2])
    bare = Resource("", title, link.url, format=kind, layer="" if _is_file(kind) else link.name)
    if kind == "stac":
        return replace(bare, service="stac", layer=link.url)
    if kind == "ogcapi":
        bare = _collection(bare)
    if kind == "featureserver" and link.name.isdigit() and not layer_named(link.url, kind):
        bare = replace(bare, url=f"{link.url.partition('?')[0].rstrip('/')}/{link.name}")
    if kind == "featureserver":
        bare = replace(bare, layer=layer_named(bare.url, kind))  # a name beside it is not its number
    return judged(bare)


def _collection(resource: Resource) -> Resource:
    """A link to an OGC API with the name of a collection beside it: its whole address."""
    if "/collections/" in resource.url or not resource.layer:
        return resource
    base = resource.url.partition("?")[0].rstrip("/").removesuffix("/collections")
    return replace(resource, url=f"{base}/collections/{quote(resource.layer, safe=':')}")


def _is_file(kind: str) -> bool:
    return kind not in ("wfs", "ogcapi", "featureserver", "wms", "stac")


def _mark(link: Link, resource: Resource) -> str:
    """What tells a link of a record apart, and does not change with its place in the list."""
    if resource.service in ("wfs", "ogcapi", "featureserver"):
        return f"{resource.service}.{resource.layer}"
    return unquote(urlsplit(link.url).path.rstrip("/").rpartition("/")[2]) or resource.format
