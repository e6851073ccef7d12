"""The items of a STAC that lie in a box: by the search of an API, by the items of a collection, or by walking links."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from qgis.core import QgsRectangle

from ..errors import NetworkError, SourceError
from ..i18n import tr
from ..network import json_answer, session
from .base import stop_if_cancelled
from .bounds import written
from .ogc_collection import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qgis.core import QgsFeedback

TIMEOUT = (15.0, 120.0)  # seconds: to answer at all, without a byte
LIMIT = 250  # items asked at once: a STAC API may allow fewer, its links tell
MOST_DOCUMENTS = 5000  # of a static catalogue
_JSON = {"Accept": "application/geo+json, application/json;q=0.9"}
_DATES = ("datetime", "start_datetime", "end_datetime", "created", "updated")


class Items:
    """The items in a box (longitude, latitude), each once. What was met is told while they are read."""

    def __init__(self, url: str, box: QgsRectangle, authcfg: str, feedback: QgsFeedback) -> None:
        self._url, self._box = url, box
        self._authcfg, self._feedback = authcfg, feedback
        self.walked = False  # a static catalogue: no server has searched it
        self.read = self.kept = 0
        self.announced: int | None = None  # once all are read
        self._matched: int | None = None  # as the API says
        self.edition = ""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Raises NetworkError; SourceError where it is no STAC, or where an API gives fewer than it announced."""
        document = self._document(self._url)
        kind = document.get("type")
        if kind not in ("Catalog", "Collection", "Feature", "FeatureCollection") and "stac_version" not in document:
            raise SourceError(
                tr("{url} is not a STAC.").format(url=self._url),
                detail=json.dumps(document)[:500],
                hint=tr("Give the address of a catalogue (catalog.json), a collection or a STAC API."),
            )
        found = self._found(document)
        seen: set[tuple[str, str]] = set()
        for item in found:
            self.read += 1
            mark = (str(item.get("collection") or ""), str(item.get("id")))
            if mark in seen:
                continue
            seen.add(mark)
            if not self._in_box(item):
                continue
            self.kept += 1
            self.edition = max(self.edition, _day(item))
            yield item
        if self._matched is not None and len(seen) < self._matched:
            raise NetworkError(
                tr("The STAC announced {announced} items, and gave {received}.").format(
                    announced=self._matched, received=len(seen)
                ),
                hint=tr("The data may be changing on the server: try again in a few minutes."),
            )
        self.announced = self.kept

    def assets(self, item: Mapping[str, Any]) -> dict[str, str]:
        """Name → address of the files of an item."""
        base = str(item.get("_at") or self._url)
        given = item.get("assets") or {}
        return {
            str(name): urljoin(base, str(about["href"]))
            for name, about in given.items()
            if isinstance(about, dict) and about.get("href")
        }

    # ------------------------------------------------------------------------------------------------ three ways
    def _found(self, document: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if document.get("type") == "FeatureCollection":
            return self._followed(self._with_box(self._url))
        items = _link(document, "items")
        if items:
            return self._followed(self._with_box(self._inside(self._url, items)))
        search = _link(document, "search")
        if search and document.get("type") == "Catalog":
            return self._followed(self._with_box(self._inside(self._url, search)))
        self.walked = True
        return self._walk(document, self._url)

    def _with_box(self, url: str) -> str:
        """The address with our box and limit; what the entry's own address asks beside them is kept."""
        parts = urlsplit(url)
        own = [(name, value) for name, value in parse_qsl(urlsplit(self._url).query) if name in ("collections", "ids")]
        asked = dict([*own, *((name, value) for name, value in parse_qsl(parts.query))])
        asked |= {"bbox": written(self._box, geographic=True), "limit": str(LIMIT)}
        return urlunsplit(parts._replace(query=urlencode(asked, safe=",:/")))

    def _followed(self, url: str) -> Iterator[dict[str, Any]]:
        """The items of an API, page after page by its links; a page may ask for a POST."""
        body: dict[str, Any] | None = None
        followed: set[str] = set()
        while url:
            mark = f"{url} {json.dumps(body, sort_keys=True)}"
            if mark in followed:
                raise SourceError(tr("The links of the STAC turn round."), detail=url)
            followed.add(mark)
            page = self._document(url, body)
            features = page.get("features")
            if not isinstance(features, list):
                raise SourceError(tr("{url} is not a page of items.").format(url=url), detail=json.dumps(page)[:500])
            matched = page.get("numberMatched", (page.get("context") or {}).get("matched"))
            if isinstance(matched, int) and self._matched is None:
                self._matched = matched
            yield from ({**item, "_at": url} for item in features)
            # The last page of some servers has a link to an empty one.
            url, body = self._next(page, url, body) if features else ("", None)

    def _next(self, page: dict[str, Any], url: str, body: dict[str, Any] | None) -> tuple[str, dict[str, Any] | None]:
        link = next((each for each in page.get("links") or [] if each.get("rel") == "next" and each.get("href")), None)
        if link is None:
            return "", None
        address = self._inside(url, str(link["href"]))
        if str(link.get("method", "GET")).upper() != "POST":
            return address, None
        own = link.get("body") or {}
        return address, {**(body or {}), **own} if link.get("merge") else own

    def _walk(self, root: dict[str, Any], url: str) -> Iterator[dict[str, Any]]:
        """The items of a static catalogue, by its links `child` and `item`."""
        todo: list[tuple[str, dict[str, Any] | None]] = [(url, root)]
        known = {_plain(url)}
        while todo:
            address, document = todo.pop()
            document = document if document is not None else self._document(address)
            if document.get("type") == "Feature":
                yield {**document, "_at": address}
                continue
            if document.get("type") == "FeatureCollection":
                yield from ({**item, "_at": address} for item in document.get("features") or [])
                continue
            if document.get("type") == "Collection" and not self._meets_extent(document):
                continue
            for link in _below(document):
                target = urljoin(address, str(link.get("href")))
                if _plain(target) not in known and len(known) < MOST_DOCUMENTS:
                    known.add(_plain(target))
                    todo.append((target, None))
                elif len(known) >= MOST_DOCUMENTS:
                    raise SourceError(
                        tr("This static STAC has more than {count} documents: it can't be walked.").format(
                            count=MOST_DOCUMENTS
                        ),
                        hint=tr("Give the address of one of its collections, or of a STAC API."),
                    )

    # ------------------------------------------------------------------------------------------------ places
    def _meets_extent(self, collection: dict[str, Any]) -> bool:
        """Whether a collection may have items here; the first box is that of the whole, where it is right."""
        boxes = ((collection.get("extent") or {}).get("spatial") or {}).get("bbox") or []
        return not boxes or any(self._meets(box) for box in boxes)

    def _in_box(self, item: Mapping[str, Any]) -> bool:
        box = item.get("bbox")
        return self._meets(box) if box else True  # without a box, the cut tells

    def _meets(self, box: list[float]) -> bool:
        half = len(box) // 2  # six numbers where there are heights
        try:
            west, south, east, north = (float(box[at]) for at in (0, 1, half, half + 1))
        except (IndexError, TypeError, ValueError):
            return True
        if west > east:  # across the 180th meridian
            return True
        return self._box.intersects(QgsRectangle(west, south, east, north))

    # ------------------------------------------------------------------------------------------------ requests
    def _inside(self, base: str, address: str) -> str:
        """The address of a link. Raises SourceError where it leaves the server: a key must not follow."""
        target = within(base, address)
        if not target:
            raise SourceError(
                tr("The STAC sends to another server; it was not followed."),
                detail=address,
                hint=tr("The service does not know its own address: tell its administrator."),
            )
        return target

    def _document(self, url: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        stop_if_cancelled(self._feedback)
        # Static catalogues may send to another server, for what anyone may read.
        authcfg = self._authcfg if within(self._url, url) else ""
        with session(authcfg=authcfg, feedback=self._feedback) as web:
            if body is None:
                answer = web.get(url, headers=_JSON, timeout=TIMEOUT)
            else:
                answer = web.post(url, json=body, headers=_JSON, timeout=TIMEOUT, idempotent=True)  # type: ignore[call-arg]
        document = json_answer(answer)
        return document if isinstance(document, dict) else {}


def footprint(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item as a plain feature: its simple properties, and its assets as JSON text."""
    properties: dict[str, Any] = {"id": str(item.get("id"))}
    if item.get("collection"):
        properties["collection"] = str(item["collection"])
    for name, value in (item.get("properties") or {}).items():
        if name.lower() in ("id", "collection", "assets"):
            continue
        properties[name] = value if value is None or isinstance(value, (str, int, float, bool)) else _text(value)
    base = str(item.get("_at") or "")
    assets = {
        str(name): urljoin(base, str(about["href"]))
        for name, about in (item.get("assets") or {}).items()
        if isinstance(about, dict) and about.get("href")
    }
    properties["assets"] = _text(assets)
    return {"type": "Feature", "geometry": item.get("geometry") or _shape(item.get("bbox")), "properties": properties}


def _shape(box: Any) -> dict[str, Any] | None:
    """The polygon of the box of an item that has no footprint."""
    if not isinstance(box, list) or len(box) not in (4, 6):
        return None
    half = len(box) // 2
    west, south, east, north = box[0], box[1], box[half], box[half + 1]
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def _day(item: Mapping[str, Any]) -> str:
    properties = item.get("properties") or {}
    return next((str(properties[name])[:10] for name in _DATES if properties.get(name)), "")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(url: str) -> str:
    return url.partition("#")[0]


def _below(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The links to what a catalogue holds; to the pages for people only where there are no others."""
    links = [each for each in document.get("links") or [] if each.get("rel") in ("child", "item", "items")]
    return [each for each in links if "html" not in str(each.get("type", ""))] or links


def _link(document: Mapping[str, Any], relation: str) -> str:
    found = [each for each in document.get("links") or [] if each.get("rel") == relation and each.get("href")]
    found.sort(key=lambda each: "html" in str(each.get("type", "")))
    return str(found[0]["href"]) if found else ""
