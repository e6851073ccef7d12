"""Any service by its address: what it is, and its layers. OWSLib reads the capabilities that `network` fetched.

Tried in this order: what the address itself says (a service named in it, a file), the document found there (JSON of an
OGC API, a STAC, an ArcGIS server), then the capabilities of WFS, WMTS, WMS, CSW.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from ...errors import CatalogueError, NetworkError, OfflineError, ServerError
from ...i18n import tr
from .found import Found, Resource
from .judging import format_of, judged
from .licences import licence
from .links import licence_told

if TYPE_CHECKING:
    from collections.abc import Callable

    import requests
    from qgis.core import QgsFeedback

TIMEOUT = (15.0, 60.0)  # seconds: to connect, without a byte
_FILES = ("csv", "geojson", "gpkg", "shp", "fgb", "parquet", "kml", "gml", "xlsx", "ods", "xls", "zip")
_OGC_KEYS = frozenset(("service", "request", "version", "acceptversions"))
_ASKED = (("WFS", "2.0.0"), ("WMTS", "1.0.0"), ("WMS", "1.3.0"), ("CSW", "2.0.2"))


@dataclass(frozen=True)
class _Talk:
    """The address, and how it is asked."""

    url: str
    authcfg: str
    feedback: QgsFeedback

    def get(self, url: str, **parameters: str) -> requests.Response:
        from ...network import session

        with session(authcfg=self.authcfg, feedback=self.feedback) as web:
            return web.get(url, params=parameters or None, timeout=TIMEOUT, headers={"Accept": "application/json, */*"})

    def json(self, url: str, **parameters: str) -> Any:
        from ...network import json_answer

        return json_answer(self.get(url, **parameters))


def discover(url: str, feedback: QgsFeedback, authcfg: str = "") -> tuple[Found, ...]:
    """The layers of the service at an address, one Found each; what can't be clipped says why.

    Raises CatalogueError where nothing is recognised there, NetworkError, OfflineError, Cancelled.
    """
    address = url.strip()
    if not re.match(r"https?://[^\s/]", address):
        raise CatalogueError(
            tr("“{url}” is not an address of the web.").format(url=address), hint=tr("It begins with https://.")
        )
    talk = _Talk(address, authcfg, feedback)
    if format_of("", address) in _FILES and not re.search(r"(?i)\bservice=", address):
        return (_file(address),)
    refusals: list[NetworkError] = []
    for attempt in (_of_json, *(_by_ows(service, version) for service, version in _order(address))):
        try:
            found = attempt(talk)
        except OfflineError:
            raise
        except ServerError as error:
            refusals.append(error)
            continue
        if found:
            return found
    if len(refusals) > len(_ASKED):  # nothing there answered at all
        raise refusals[0]
    raise CatalogueError(
        tr("No service is recognised at {url}.").format(url=address),
        detail="\n".join(f"{each.message} {each.detail}" for each in refusals),
        hint=tr("Known: OGC API Features and Records, WFS, WMS, WMTS, ArcGIS FeatureServer, STAC, CSW, files."),
    )


def _order(address: str) -> tuple[tuple[str, str], ...]:
    """The services to ask for, the one that the address names first."""
    named = dict((name.lower(), value.upper()) for name, value in parse_qsl(urlsplit(address).query)).get("service", "")
    last = urlsplit(address).path.rstrip("/").rpartition("/")[2].upper()
    return tuple(sorted(_ASKED, key=lambda each: each[0] not in (named, last)))


def _file(url: str) -> Found:
    name = urlsplit(url).path.rpartition("/")[2]
    resource = judged(Resource("1", name, url, format=format_of("", url)))
    return Found("url", url, name, page=url, resources=(resource,), licence=licence(""))


# ---------------------------------------------------------------- JSON
def _of_json(talk: _Talk) -> tuple[Found, ...]:
    """An OGC API, a STAC, an ArcGIS server; nothing where the address does not answer in JSON."""
    from ...network import checked, json_answer

    esri = re.search(r"/(?:Feature|Map)Server(?:/\d+)?/?$", talk.url.partition("?")[0])
    answer = talk.get(talk.url, **({"f": "json"} if esri else {}))
    if answer.status_code in (401, 403):
        checked(answer)
    if not answer.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return ()
    document = json_answer(answer)
    if esri or "currentVersion" in document:
        return _of_esri(talk, document)
    if document.get("type") == "FeatureCollection":
        return (_file(talk.url),)
    if "stac_version" in document:
        return _of_stac(talk, document)
    return _of_ogcapi(talk, document)


def _of_ogcapi(talk: _Talk, document: dict[str, Any]) -> tuple[Found, ...]:
    base = talk.url.partition("?")[0].rstrip("/")
    if "collections" in document:
        listed = document["collections"]
    elif isinstance(document.get("id"), str) and "/collections/" in base:
        listed, base = [document], base.rpartition("/")[0]
    else:
        links = [each for each in document.get("links") or [] if str(each.get("rel", "")).rpartition("/")[2] == "data"]
        if not links:
            return ()
        links.sort(key=lambda each: "json" not in str(each.get("type", "json")))
        # A server behind a gateway may not know its own address: its own name for the path is enough.
        base = _same_server(talk.url, str(links[0]["href"])).partition("?")[0]
        listed = talk.json(base, f="json").get("collections") or []
    title = str(document.get("title") or urlsplit(talk.url).hostname)
    base = base.rstrip("/").removesuffix(".json")
    base = base if base.endswith("/collections") else f"{base}/collections"
    return tuple(_collection(each, base, title) for each in listed if isinstance(each, dict) and each.get("id"))


def _collection(about: dict[str, Any], base: str, service: str) -> Found:
    name = str(about["id"])
    url = f"{base}/{quote(name, safe=':')}"
    kind = str(about.get("itemType", "feature"))
    resource = judged(Resource(name, str(about.get("title") or name), url, format="ogcapi", layer=name))
    if kind == "record":
        resource = replace(resource, service="", unreadable=tr("a catalogue of records: search it as a platform"))
    elif not any(str(each.get("rel", "")).rpartition("/")[2] == "items" for each in about.get("links") or []):
        resource = replace(resource, service="", unreadable=tr("it has no features (maps, tiles or coverages)"))
    rights = [str(each.get("title") or each.get("href")) for each in about.get("links") or [] if _is_licence(each)]
    rights += [str(each.get("href")) for each in about.get("links") or [] if _is_licence(each)]
    words = tuple(str(each) for each in about.get("keywords") or [] if isinstance(each, str))
    return Found(
        "url", name, resource.title, str(about.get("description") or ""), service,
        licence_told([*rights, str(about.get("license") or "")], "", url), url, keywords=words, resources=(resource,),
    )  # fmt: skip


def _is_licence(link: Any) -> bool:
    return isinstance(link, dict) and link.get("rel") == "license"


def _of_stac(talk: _Talk, document: dict[str, Any]) -> tuple[Found, ...]:
    """The collections of a STAC API, else the catalogue itself."""
    links = [each for each in document.get("links") or [] if each.get("rel") == "data"]
    if links and document.get("type") == "Catalog":
        base = _same_server(talk.url, str(links[0]["href"]))
        listed = talk.json(base).get("collections") or []
        address = base.partition("?")[0].rstrip("/")
        return tuple(_stac(each, f"{address}/{quote(str(each['id']), safe=':')}") for each in listed if each.get("id"))
    return (_stac(document, talk.url),)


def _stac(about: dict[str, Any], url: str) -> Found:
    title = str(about.get("title") or about.get("id") or url)
    resource = Resource(str(about.get("id") or "1"), title, url, format="stac", service="stac", layer=url)
    providers = [str(each.get("name")) for each in about.get("providers") or [] if isinstance(each, dict)]
    return Found(
        "url", resource.id, title, str(about.get("description") or ""), ", ".join(providers),
        licence_told([str(about["license"])] if about.get("license") else [], "", url), url,
        keywords=tuple(str(each) for each in about.get("keywords") or []), resources=(resource,),
    )  # fmt: skip


def _of_esri(talk: _Talk, document: dict[str, Any]) -> tuple[Found, ...]:
    if document.get("error"):
        words = str(document["error"].get("message") or document["error"])
        raise ServerError(
            tr("The ArcGIS server refuses the request ({code}): {words}").format(
                code=document["error"].get("code"), words=words
            ),
            detail=talk.url,
            hint=tr("Check the address; a restricted service needs an authentication configuration."),
        )
    base = talk.url.partition("?")[0].rstrip("/")
    if "fields" in document:
        listed, base = [document], base.rpartition("/")[0]
    else:
        listed = [*(document.get("layers") or []), *(document.get("tables") or [])]
    found = []
    for each in listed:
        if each.get("subLayerIds") or each.get("type") in ("Group Layer", "Raster Layer"):
            continue
        url, title = f"{base}/{each['id']}", str(each.get("name") or each["id"])
        resource = judged(Resource(str(each["id"]), title, url, format="featureserver"))
        rights = str(each.get("copyrightText") or document.get("copyrightText") or "")
        abstract = str(each.get("description") or document.get("serviceDescription") or "")
        told = licence_told([rights] if rights else [], "", url)
        found.append(Found("url", resource.id, title, abstract, "", told, url, resources=(resource,)))
    return tuple(found)


# ---------------------------------------------------------------- capabilities
def _by_ows(service: str, version: str) -> Callable[[_Talk], tuple[Found, ...]]:
    def attempt(talk: _Talk) -> tuple[Found, ...]:
        from ...network import xml_answer

        base = _without_ogc(talk.url)
        asked = {"service": service, "request": "GetCapabilities", "version": version}
        answer = talk.get(base, **asked)
        document = xml_answer(answer)
        try:
            return _listed(document, service, base, answer.content)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise ServerError(
                tr("The capabilities of the service {service} can't be read.").format(service=service),
                detail=f"{base}: {type(error).__name__}: {error}",
                hint=tr("They are not as the standard wants them: tell the administrator of the service."),
            ) from error

    return attempt


def _listed(document: Any, service: str, base: str, content: bytes) -> tuple[Found, ...]:
    """The layers of a document of capabilities; nothing where it is of another service."""
    root = document.documentElement()
    name, version = root.tagName().rpartition(":")[2], root.attribute("version")
    if name == "WFS_Capabilities" and version.startswith("1.0"):
        return _of_old_wfs(base, document)
    if name == "WFS_Capabilities":
        return _of_wfs(base, content, version)
    if name in ("WMS_Capabilities", "WMT_MS_Capabilities"):
        return _of_wms(base, content, version)
    if name == "Capabilities" and service == "WMTS":
        return _of_wmts(base, content)
    return (_of_csw(base),) if name == "Capabilities" and service == "CSW" else ()


def _of_wfs(base: str, content: bytes, version: str) -> tuple[Found, ...]:
    from owslib.wfs import WebFeatureService

    read = WebFeatureService(base, version=_version(version, ("1.1.0", "2.0.0")), xml=content)
    rights = _rights(read)
    found = []
    for name, about in read.contents.items():
        url = _typed(base, name)
        resource = judged(Resource(name, str(about.title or name), url, format="wfs", layer=name))
        keywords = tuple(str(each) for each in about.keywords or [] if each)
        found.append(
            Found("url", name, resource.title, str(about.abstract or ""), _provider(read),
                  licence_told(rights, "", base), base, keywords=keywords, resources=(resource,))
        )  # fmt: skip
    return tuple(found)


def _of_old_wfs(base: str, document: Any) -> tuple[Found, ...]:
    """The types of a WFS 1.0.0, whose capabilities OWSLib does not read without keywords."""
    from ...sources.wfs_capabilities import types_listed

    found = []
    for name, title, abstract in types_listed(document):
        url = _typed(base, name)
        resource = judged(Resource(name, title or name, url, format="wfs", layer=name))
        found.append(
            Found("url", name, resource.title, abstract, licence=licence_told([], "", base), page=base,
                  resources=(resource,))
        )  # fmt: skip
    return tuple(found)


def _typed(base: str, name: str) -> str:
    return f"{base}{'&' if '?' in base else '?'}{urlencode({'typename': name}, safe=':')}"


def _of_wms(base: str, content: bytes, version: str) -> tuple[Found, ...]:
    from owslib.wms import WebMapService

    read = WebMapService(base, version=_version(version, ("1.1.1", "1.3.0")), xml=content)
    why = tr("a service of images: add it as a background")
    return _backgrounds(base, read, "wms", why)


def _of_wmts(base: str, content: bytes) -> tuple[Found, ...]:
    from owslib.wmts import WebMapTileService

    return _backgrounds(base, WebMapTileService(base, xml=content), "wmts", tr("tiles: add them as a background"))


def _backgrounds(base: str, read: Any, kind: str, why: str) -> tuple[Found, ...]:
    rights, provider = _rights(read), _provider(read)
    return tuple(
        Found("url", name, str(about.title or name), str(about.abstract or ""), provider,
              licence_told(rights, "", base), base,
              resources=(Resource(name, str(about.title or name), base, kind, layer=name, unreadable=why),))
        for name, about in read.contents.items()
    )  # fmt: skip


def _of_csw(base: str) -> Found:
    why = tr("a catalogue of records: search it as a platform")
    return Found("url", "csw", base, page=base, resources=(Resource("csw", base, base, "csw", unreadable=why),))


def _rights(read: Any) -> list[str]:
    about = read.identification
    said = [getattr(about, "fees", ""), getattr(about, "accessconstraints", "")]
    return [text for text in said if text and text.strip().lower() not in ("none", "aucun", "aucune", "-", "unknown")]


def _provider(read: Any) -> str:
    return str(getattr(getattr(read, "provider", None), "name", "") or "")


def _version(said: str, known: tuple[str, ...]) -> str:
    return next((each for each in known if each[:3] == said[:3]), known[-1])


def _without_ogc(url: str) -> str:
    """The address of the service alone, with what it needs in it (`map=…`)."""
    parts = urlsplit(url)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() not in _OGC_KEYS]
    return urlunsplit(parts._replace(query=urlencode(kept, safe="/:"), fragment=""))


def _same_server(url: str, link: str) -> str:
    """A link of a document on the server that was asked: a key never leaves it, whatever the document says."""
    target, home = urlsplit(urljoin(url, link)), urlsplit(url)
    return urlunsplit(target._replace(scheme=home.scheme, netloc=home.netloc))
