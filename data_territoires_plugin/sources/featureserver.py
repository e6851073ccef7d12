"""Any layer of an ArcGIS server (FeatureServer, MapServer): the query operation of Esri's REST API.

`layer` of the entry is the address of a layer (https://…/FeatureServer/0). The server counts first; then pages where it
has them (`resultOffset`), else the objects by their numbers (`returnIdsOnly`, then `objectIds`). Its errors come with
HTTP 200. Source of the contract: Esri's public reference of the REST API, "Query (Feature Service/Layer)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from ..catalogue.entry import GeometryKind
from ..errors import NetworkError, ServerError, SourceError
from ..i18n import tr
from ..network import checked, json_answer, session
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .bounds import LONGITUDE_LATITUDE, box_of, is_plain, written
from .codes import selection
from .complete import Following, UnknownColumnError, adopt, aside, batches
from .page import Page, columns_of
from .received import Receiver, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from concurrent.futures import Future

    import requests
    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry
    from ..network import Pool

TIMEOUT = (15.0, 120.0)  # seconds: to answer at all, without a byte
PAGE = 2000  # objects asked at once, where the server allows as many
SMALLEST = 1000  # of a server that does not tell its limit
LARGEST = 256_000_000  # bytes of an answer
TRIES = 3  # of a page that comes broken
_TYPES = {
    "esriFieldTypeOID": "INTEGER",
    "esriFieldTypeInteger": "INTEGER",
    "esriFieldTypeSmallInteger": "INTEGER",
    "esriFieldTypeBigInteger": "INTEGER",
    "esriFieldTypeSingle": "REAL",
    "esriFieldTypeDouble": "REAL",
    "esriFieldTypeDate": "DATETIME",
    "esriFieldTypeDateOnly": "DATE",
}
_WITHOUT_VALUE = ("esriFieldTypeGeometry", "esriFieldTypeRaster", "esriFieldTypeBlob")
_NEEDS_TOKEN = (403, 498, 499)  # codes of errors that come with HTTP 200
_MORE = re.compile(rb'"exceededTransferLimit"\s*:\s*true')
KINDS = {
    "esriGeometryPoint": GeometryKind.POINT,
    "esriGeometryMultipoint": GeometryKind.POINT,
    "esriGeometryPolyline": GeometryKind.LINE,
    "esriGeometryPolygon": GeometryKind.POLYGON,
}


@dataclass(frozen=True)
class LayerInfo:
    """What the server says of a layer."""

    url: str
    title: str
    kind: GeometryKind  # NONE: a table
    crs: str  # its own, "EPSG:2154"; "" where it is of no authority
    columns: tuple[Column, ...]
    key: str  # field of the object's number
    most: int | None  # objects given at once
    pages: bool
    json: str  # the format asked for: json, geojson
    rights: str = ""  # copyrightText
    abstract: str = ""


def address_of(layer: str) -> str:
    """The address of a layer, without `/query` nor parameters."""
    return layer.partition("?")[0].partition("#")[0].rstrip("/").removesuffix("/query")


def layer_info(url: str, document: Any) -> LayerInfo:
    """The layer described by the document at `url?f=json`. Raises SourceError where it is no layer with rows."""
    if not isinstance(document, dict) or not isinstance(document.get("fields"), list):
        raise SourceError(
            tr("{url} does not describe a layer of an ArcGIS server.").format(url=url),
            detail=str(document)[:500],
            hint=tr("The address of a layer ends with its number: …/FeatureServer/0."),
        )
    if "query" not in str(document.get("capabilities", "Query")).lower():
        raise SourceError(
            tr("{url}: the server shows this layer but does not give its features.").format(url=url),
            hint=tr("Ask its administrator to allow queries."),
        )
    fields = [each for each in document["fields"] if each.get("type") not in _WITHOUT_VALUE]
    numbers = [str(each["name"]) for each in fields if each.get("type") == "esriFieldTypeOID"]
    key = str(document.get("objectIdField") or (numbers or [""])[0])
    most = document.get("maxRecordCount")
    advanced = document.get("advancedQueryCapabilities") or {}
    formats = [each.strip().lower() for each in str(document.get("supportedQueryFormats", "JSON")).split(",")]
    table = document.get("type") == "Table" or not document.get("geometryType")
    return LayerInfo(
        url,
        str(document.get("name") or ""),
        GeometryKind.NONE if table else KINDS.get(str(document["geometryType"]), GeometryKind.POLYGON),
        _crs(document),
        tuple(Column(str(each["name"]), _TYPES.get(str(each.get("type")), "TEXT")) for each in fields),
        key,
        most if isinstance(most, int) and most > 0 else None,
        bool(advanced.get("supportsPagination") or document.get("supportsPagination")),
        "geojson" if "json" not in formats and "geojson" in formats else "json",
        str(document.get("copyrightText") or "").strip(),
        str(document.get("description") or "").strip(),
    )


def _crs(document: Mapping[str, Any]) -> str:
    """The CRS of the data. Esri has numbers of its own (102110): the latest one is that of EPSG where there is one."""
    source = document.get("sourceSpatialReference") or (document.get("extent") or {}).get("spatialReference") or {}
    number = source.get("latestWkid") or source.get("wkid")
    for name in (f"EPSG:{number}", f"ESRI:{number}"):
        if number and QgsCoordinateReferenceSystem(name).isValid():
            return name
    return ""


class FeatureServer:
    """Reads a layer of an ArcGIS server."""

    def __init__(self, pool: Pool, authcfg: str = "") -> None:
        self._pool = pool
        self._authcfg = authcfg
        self._must_read_first = False  # the server's description of the columns has proved wrong

    # ------------------------------------------------------------------------------------------------ plan
    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Reads the description of the layer, and asks how many objects are in the box. Raises SourceError."""
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        url = address_of(entry.layer)
        layer = layer_info(url, self._json(url, {"f": "json"}, feedback))
        detail = self._detail(entry, area, layer)
        announced = self._count(detail, feedback)
        columns = layer.columns
        if self._must_read_first:
            columns = self._columns_of_all(entry, area, detail, announced, feedback)
        selected = selection(entry, area) if layer.kind is GeometryKind.NONE else None
        if selected is not None and selected.field in {column.name for column in columns}:
            detail |= {"field": selected.field, "values": list(selected.values)}
        way, reason = Way.BBOX, tr("by the bounding box, page after page")
        if not detail["pages"]:
            reason = tr("by the bounding box, the objects by their numbers")
        if layer.kind is GeometryKind.NONE:
            way, reason = Way.ALL, tr("a table without geometry: read whole")
        asked = "&".join(f"{name}={value}" for name, value in detail["parameters"].items())
        return Plan(
            way,
            reason,
            f"{url}/query?{asked}",
            announced,
            columns,
            edition="" if entry.edition.startswith("field:") else entry.edition,
            detail=detail,
        )

    @staticmethod
    def _detail(entry: Entry, area: Area, layer: LayerInfo) -> dict[str, Any]:
        parameters = {"where": "1=1", "outFields": "*", "f": layer.json}
        # In its own CRS the data come as they are; GeoJSON is in longitude and latitude.
        asked = layer.crs if layer.json == "json" and layer.crs else "EPSG:4326"
        if layer.kind is not GeometryKind.NONE:
            if area.perimeter is None:
                raise SourceError(tr("A perimeter is needed."))
            plain = layer.crs if layer.crs.startswith("EPSG:") and is_plain(layer.crs) else ""
            box = box_of(area, plain or LONGITUDE_LATITUDE)
            parameters |= {
                "geometry": written(box, geographic=not plain),
                "geometryType": "esriGeometryEnvelope",
                "inSR": plain.partition(":")[2] or "4326",
                "spatialRel": "esriSpatialRelIntersects",
                "outSR": asked.partition(":")[2],
                "returnGeometry": "true",
            }
        if layer.pages and layer.key:
            parameters["orderByFields"] = layer.key  # pages without an order may overlap
        size = min(PAGE, layer.most or SMALLEST)
        return {
            "url": layer.url,
            "parameters": parameters,
            "asked": "CRS84" if asked == "EPSG:4326" else asked,
            "target": area.crs.authid() or area.crs.toWkt(),
            "key": layer.key or entry.key,
            "pages": layer.pages,
            "size": size,
        }

    def _count(self, detail: dict[str, Any], feedback: QgsFeedback) -> int:
        """How many objects answer the request."""
        asked = {name: value for name, value in detail["parameters"].items() if name not in _OF_ANSWERS}
        answer = self._json(f"{detail['url']}/query", asked | {"returnCountOnly": "true", "f": "json"}, feedback)
        count = answer.get("count")
        if not isinstance(count, int):
            raise SourceError(
                tr("{url}: the server does not count its features.").format(url=detail["url"]),
                detail=str(answer)[:500],
                hint=tr("Without a count, nothing tells that a layer is whole: tell the administrator of the service."),
            )
        return count

    def _columns_of_all(
        self, entry: Entry, area: Area, detail: dict[str, Any], announced: int, feedback: QgsFeedback
    ) -> tuple[Column, ...]:
        """The columns of features that the server describes badly: all the pages are read first."""
        stage = Stage(aside(detail), {**detail, "day": date.today().isoformat()})
        return columns_of(list(self._pages(self._receiver(entry, area, detail, stage, feedback), detail, announced)))

    # ------------------------------------------------------------------------------------------------ fetch
    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """Page after page; raises IncompleteError in the end where some objects are missing."""
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        detail = dict(plan.detail)
        adopt(aside(detail), stage)
        receiver = self._receiver(entry, area, detail, stage, feedback)
        try:
            yield from batches(entry.title, self._pages(receiver, detail, plan.announced or 0), plan, Following())
        except UnknownColumnError:
            self._must_read_first = True
            raise

    @staticmethod
    def _receiver(entry: Entry, area: Area, detail: dict[str, Any], stage: Stage, feedback: QgsFeedback) -> Receiver:
        box = box_of(area, LONGITUDE_LATITUDE) if "geometry" in detail["parameters"] else None
        return Receiver(Wanted(entry.title, detail["target"], box, detail["key"]), stage, feedback)

    def _pages(self, receiver: Receiver, detail: dict[str, Any], announced: int) -> Iterator[Page]:
        if not announced:
            return
        if detail["pages"]:
            yield from self._by_offset(receiver, detail)
        else:
            yield from self._by_number(receiver, detail)

    def _by_offset(self, receiver: Receiver, detail: dict[str, Any]) -> Iterator[Page]:
        """Pages until one is empty, or is not full and the server doesn't say that there is more."""
        start = 0
        while True:
            asked = detail["parameters"] | {"resultOffset": str(start), "resultRecordCount": str(detail["size"])}
            page, more = self._page(receiver, detail, f"page-{start:09d}.gpkg", asked)
            if not page.rows:
                return
            yield page
            start += page.rows
            if not more and page.rows < detail["size"]:
                return

    def _by_number(self, receiver: Receiver, detail: dict[str, Any]) -> Iterator[Page]:
        """The numbers of the objects, which have no limit, then the objects of so many numbers; one page ahead."""
        asked = {name: value for name, value in detail["parameters"].items() if name not in _OF_ANSWERS}
        answer = self._json(f"{detail['url']}/query", asked | {"returnIdsOnly": "true", "f": "json"}, receiver.feedback)
        numbers = sorted(answer.get("objectIds") or [])
        size = detail["size"]
        groups = [numbers[at : at + size] for at in range(0, len(numbers), size)]
        requests_ = [{**_plain(detail["parameters"]), "objectIds": ",".join(map(str, group))} for group in groups]
        coming: Future[requests.Response] | None = None
        for at, asked_ in enumerate(requests_):
            current, coming = coming, None
            if at + 1 < len(requests_):
                coming = self._pool.submit(self._post, f"{detail['url']}/query", requests_[at + 1], receiver.feedback)
            page, more = self._page(receiver, detail, f"page-{at:09d}.gpkg", asked_, current)
            if more or page.rows < len(groups[at]):
                raise receiver.broken(f"{page.rows} objects of {len(groups[at])}, exceededTransferLimit {more}")
            yield page

    # ------------------------------------------------------------------------------------------------ requests
    def _page(
        self,
        receiver: Receiver,
        detail: dict[str, Any],
        name: str,
        asked: dict[str, str],
        coming: Future[requests.Response] | None = None,
    ) -> tuple[Page, bool]:
        """A page put in the stage, and whether the server says that there is more."""
        if receiver.stage.has(name):
            page = receiver.kept(name)
            return page, bool(page.next)
        for left in range(TRIES - 1, -1, -1):
            answer = coming.result() if coming else self._post(f"{detail['url']}/query", asked, receiver.feedback)
            coming = None
            try:
                body = _without_error(checked(answer)).content
                opened = receiver.opened(name, body, [detail["asked"]])
                more = bool(_MORE.search(body))
                return receiver.keep(name, _noted(opened, more=more)), more
            except NetworkError:
                if not left or answer.status_code >= 400:
                    raise
        raise receiver.broken(name)

    def _json(self, url: str, asked: dict[str, str], feedback: QgsFeedback) -> dict[str, Any]:
        answer = self._post(url, asked, feedback) if url.endswith("/query") else self._get(url, asked, feedback)
        document = json_answer(_without_error(checked(answer)))
        return document if isinstance(document, dict) else {}

    def _get(self, url: str, asked: dict[str, str], feedback: QgsFeedback) -> requests.Response:
        stop_if_cancelled(feedback)
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            return web.get(url, params=asked, timeout=TIMEOUT)

    def _post(self, url: str, asked: dict[str, str], feedback: QgsFeedback) -> requests.Response:
        """A query by POST: the numbers of a thousand objects do not fit in an address."""
        stop_if_cancelled(feedback)
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            return web.request("POST", url, data=asked, timeout=TIMEOUT, idempotent=True, size_limit=LARGEST)


_OF_ANSWERS = ("outFields", "orderByFields", "outSR", "returnGeometry", "f")


def _plain(parameters: Mapping[str, str]) -> dict[str, str]:
    """The same request without its box nor its filter: the numbers say which objects."""
    kept = ("outFields", "outSR", "returnGeometry", "f")
    return {name: parameters[name] for name in kept if name in parameters}


def _noted(answer: Any, *, more: bool) -> Any:
    """The answer that remembers, in the stage, that there is more after it."""
    from dataclasses import replace

    return replace(answer, next="more") if more else answer


def _without_error(answer: requests.Response) -> requests.Response:
    """The same answer, where it is no error. Raises ServerError: an ArcGIS server sends its errors with HTTP 200."""
    beginning = answer.content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not re.match(rb'\{\s*"error"\s*:', beginning):
        return answer
    error = (json_answer(answer) or {}).get("error") or {}
    code = error.get("code")
    words = " ".join(filter(None, [str(error.get("message") or ""), *map(str, error.get("details") or [])]))
    hint = tr("Check the address of the layer, then try again later.")
    if code in _NEEDS_TOKEN:
        hint = tr("The service asks who you are: give the layer an authentication configuration.")
    raise ServerError(
        tr("The ArcGIS server refuses the request ({code}): {words}").format(code=code, words=words),
        detail=answer.url or "",
        hint=hint,
    )
