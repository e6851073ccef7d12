"""Which files and links of a catalogue can be clipped, which can't and why, and which one is the best. No QGIS."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from ... import parquet
from ...i18n import tr

if TYPE_CHECKING:
    from .found import Resource

# The best first: layers with their geometry, then tables where it is looked for.
_RANK = (
    "gpkg", "geojson", "shp", "fgb", "ogcapi", "wfs", "featureserver", "gtfs", "parquet", "gml", "kml", "sqlite",
    "tab", "dxf", "csv", "xlsx", "ods", "xls", "zip", "7z", "gz",
)  # fmt: skip
_FILES = frozenset(_RANK) - {"ogcapi", "wfs", "featureserver"}
_NAMES = (
    (r"gpkg|geopackage", "gpkg"),
    (r"geo.?json", "geojson"),
    (r"shp|shape.?file|shape", "shp"),
    (r"flatgeobuf|fgb", "fgb"),
    (r"(geo)?parquet", "parquet"),
    (r"ogc.?api.?features|oapif|ogcapi", "ogcapi"),
    (r"(ogc.?)?wfs", "wfs"),
    (r"(ogc.?)?(wms|wmts|tms)", "wms"),
    (r"arcgis|esri.rest|featureserver", "featureserver"),
    (r"gtfs.?rt", "gtfs-rt"),
    (r"gtfs", "gtfs"),
    (r"(csv|tsv|txt)(\.gz)?|text/csv", "csv"),
    (r"xlsx", "xlsx"),
    (r"(xls|excel)", "xls"),
    (r"(ods|odt)", "ods"),
    (r"kml|kmz", "kml"),
    (r"gml", "gml"),
    (r"mapinfo|tab|mif.*", "tab"),
    (r"dxf", "dxf"),
    (r"sqlite|spatialite", "sqlite"),
    (r"zip", "zip"),
    (r"gz", "gz"),
)
_EXTENSION = re.compile(r"\.([a-z]{2,8})(?:\.(gz|zip))?$")
_DOCUMENTS = frozenset(("pdf", "doc", "docx", "odt", "html", "htm", "www", "web page", "page web", "rtf", "md", "url"))
_PICTURES = frozenset(
    ("tif", "tiff", "geotiff", "ecw", "jp2", "jpg", "jpeg", "png", "svg", "asc", "las", "laz", "copc")
)
_ARCHIVES = frozenset(("rar", "tar", "tgz", "tar.gz"))
_TIMETABLES = ("netex", "siri", "gtfs-rt", "gbfs")
_LAYER_KEYS = ("typenames", "typename", "layers", "layer")


def format_of(written: str, url: str, mime: str = "") -> str:
    """The format of a resource in one word, from what its producer wrote, else from its address."""
    text = written.strip().lower()
    for pattern, name in _NAMES:
        if re.fullmatch(pattern, text) or (len(text) > 6 and re.search(rf"\b(?:{pattern})\b", text)):
            if name in ("zip", "gz") or (name == "csv" and text == "txt"):
                break  # the address may say what it holds
            return name
    found = _EXTENSION.search(urlsplit(url).path.lower())
    if found and found[1] in ("csv", "geojson", "gpkg", "shp", "fgb", "parquet", "kml", "gml", "xlsx", "ods", "xls"):
        return found[1]
    if _asked(url).get("service", "").upper() in ("WFS", "WMS", "WMTS"):
        return "wfs" if _asked(url)["service"].upper() == "WFS" else "wms"
    if "/collections/" in url:
        return "ogcapi"
    if re.search(r"/(Feature|Map)Server\b", url):
        return "featureserver"
    return text or (found[1] if found else "") or mime.rpartition("/")[2].lower()


def judged(resource: Resource, *, available: bool = True) -> Resource:
    """The resource with the protocol that reads it, or the reason why nothing does."""
    kind = resource.format
    why = ""
    if not re.match(r"https?://", resource.url):
        why = tr("its address is not one of the web")
    elif not available:
        why = tr("its address did not answer the last time the catalogue tried it")
    elif kind == "parquet" and not parquet.is_read():
        why = parquet.unread()
    if why:
        return replace(resource, unreadable=why)
    if kind in _FILES:
        return replace(resource, service="file")
    if kind in ("wfs", "ogcapi", "featureserver"):
        layer = resource.layer or layer_named(resource.url, kind)
        if not layer:
            whole = tr("a link to a whole service, which does not name a layer: see its list by its address")
            return replace(resource, unreadable=whole)
        return replace(resource, service=kind, layer=layer)
    return replace(resource, unreadable=_why(kind))


def rank(resource: Resource) -> int:
    """Its place among those of a dataset: the smaller, the better."""
    known = _RANK.index(resource.format) if resource.format in _RANK else len(_RANK)
    return known + (100 if resource.unreadable else 0)


def layer_named(url: str, kind: str) -> str:
    """The layer that a link to a service names, "" where it leads to the whole service."""
    if kind == "ogcapi":
        found = re.search(r"/collections/([^/?#]+)", url)
        return found[1] if found else ""
    if kind == "featureserver":
        found = re.search(r"/(?:Feature|Map)Server/(\d+)", url)
        return found[1] if found else ""
    asked = _asked(url)
    named = next((asked[key] for key in _LAYER_KEYS if asked.get(key)), "")
    return "" if "," in named else named


def _asked(url: str) -> dict[str, str]:
    return {name.lower(): value for name, value in parse_qsl(urlsplit(url).query)}


def _why(kind: str) -> str:
    if not kind:
        return tr("its format is not told")
    reasons = (
        (_DOCUMENTS, tr("a document or a web page, not a layer")),
        (_PICTURES, tr("an image or a point cloud: it is shown, not clipped")),
        (_ARCHIVES, tr("an archive of a kind that can't be opened here: unpack it, then clip the file")),
        (("wms",), tr("a service of images: add it as a background")),
        (_TIMETABLES, tr("timetables or live data: take the GTFS of the same network, where there is one")),
    )
    other = tr("the format “{format}” is not read as a layer").format(format=kind)
    return next((reason for kinds, reason in reasons if kind in kinds), other)
