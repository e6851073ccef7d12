"""Any OGC API – Features server: Part 1 (core), Part 2 (CRS), the columns of Parts 3 and 5 where they are there.

`layer` of the entry is the id of a collection of a service, or the address of one (https://…/collections/x).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode

from ..catalogue.entry import GeometryKind
from ..errors import NetworkError, ServerError, SourceError
from ..i18n import tr
from ..network import checked, endpoint, json_answer, session
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .bounds import LONGITUDE_LATITUDE, box_of, written
from .codes import selection
from .complete import Following, UnknownColumnError, adopt, aside, batches
from .ogc_collection import Collection, collection_of, columns_of_schema, largest_limit, within
from .page import Page, columns_of
from .received import Receiver, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

    import requests
    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry
    from ..network import Pool

TIMEOUT = (15.0, 120.0)  # seconds: to answer at all, without a byte
LIMIT = 5000  # features asked at once; the standard says that a server gives fewer where it wants to
LARGEST = 256_000_000  # bytes of a page
TRIES = 3  # of a page that comes broken
_JSON = {"Accept": "application/json"}
_SCHEMA = {"Accept": "application/schema+json, application/json;q=0.9"}
_FEATURES = {"Accept": "application/geo+json, application/json;q=0.9"}


class OgcFeatures:
    """Reads a collection page after page, by the links that the server gives."""

    def __init__(self, pool: Pool, authcfg: str = "") -> None:
        self._pool = pool
        self._authcfg = authcfg
        self._must_read_first = False  # the server's description of the columns has proved wrong

    # ------------------------------------------------------------------------------------------------ plan
    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Reads the collection, its columns and how many features are in the box."""
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        collection = self._collection(entry, feedback)
        columns, key = self._columns(collection, feedback)
        asked = collection.asked_in(area.crs)
        detail = self._detail(entry, area, collection, asked) | {"key": key or entry.key}
        if not columns or self._must_read_first:
            columns = self._columns_of_all(entry, area, detail, feedback)
        announced = self._announced(detail["url"], feedback)
        selected = selection(entry, area) if entry.geometry is GeometryKind.NONE else None
        if selected is not None and selected.field in {column.name for column in columns}:
            detail |= {"field": selected.field, "values": list(selected.values)}
        way, reason = Way.BBOX, tr("by the bounding box, then the links to the following pages")
        if entry.geometry is GeometryKind.NONE:
            way, reason = Way.ALL, tr("a table without geometry: read whole")
        return Plan(
            way,
            reason,
            detail["url"],
            announced,
            columns,
            edition="" if entry.edition.startswith("field:") else entry.edition,
            detail=detail,
        )

    def _collection(self, entry: Entry, feedback: QgsFeedback) -> Collection:
        url = address_of(entry)
        document = self._document(url, feedback)
        crs = document.get("crs") if isinstance(document, dict) else None
        everywhere: list[str] = []
        if "#/crs" in (crs or []):
            everywhere = self._document(url.rpartition("/")[0], feedback).get("crs") or []
        return collection_of(url, document, everywhere)

    def _columns(self, collection: Collection, feedback: QgsFeedback) -> tuple[tuple[Column, ...], str]:
        """The columns that the server declares; none where it doesn't: they are then those of the features."""
        for url in filter(None, (collection.schema, collection.queryables)):
            try:
                columns, key = columns_of_schema(self._document(url, feedback, _SCHEMA))
            except ServerError:
                continue  # a link that leads nowhere: the features themselves will tell
            if columns:
                return columns, key
        return (), ""

    def _detail(self, entry: Entry, area: Area, collection: Collection, asked: str) -> dict[str, Any]:
        """The first request, and what is needed to understand its answer."""
        parameters = {}
        if asked != LONGITUDE_LATITUDE:
            parameters["crs"] = collection.crs[asked]
        if entry.geometry is not GeometryKind.NONE:
            if area.perimeter is None:
                raise SourceError(tr("A perimeter is needed."))
            # In longitude and latitude, which every server must understand: the box is then made by the standard's own
            # default, and `bbox-crs` has its mistakes (pygeoapi 0.24 loses features where the storage is EPSG:3857).
            box = box_of(area, LONGITUDE_LATITUDE, collection.storage or area.crs.authid())
            parameters["bbox"] = written(box, geographic=True)
        return {
            "url": f"{collection.items}{'&' if '?' in collection.items else '?'}{urlencode(parameters, safe=':/,')}",
            "collection": collection.url,
            "asked": asked,
            "target": area.crs.authid() or area.crs.toWkt(),
        }

    def _announced(self, url: str, feedback: QgsFeedback) -> int | None:
        """How many features the server says there are, None where the server doesn't tell."""
        about = self._document(f"{url}&limit=1", feedback, _FEATURES)
        matched = about.get("numberMatched") if isinstance(about, dict) else None
        return matched if isinstance(matched, int) else None

    def _columns_of_all(
        self, entry: Entry, area: Area, detail: dict[str, Any], feedback: QgsFeedback
    ) -> tuple[Column, ...]:
        """The columns of features that nobody describes: all the pages are read first; `fetch` finds them there."""
        stage = Stage(aside(detail), {**detail, "day": date.today().isoformat()})
        return columns_of(list(self._pages(self._receiver(entry, area, detail, stage, feedback), detail)))

    # ------------------------------------------------------------------------------------------------ fetch
    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """Page after page; raises IncompleteError in the end where some features are missing."""
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        detail = dict(plan.detail)
        adopt(aside(detail), stage)
        receiver = self._receiver(entry, area, detail, stage, feedback)
        try:
            yield from batches(entry.title, self._pages(receiver, detail), plan, Following())
        except UnknownColumnError:
            self._must_read_first = True
            raise

    def _receiver(
        self, entry: Entry, area: Area, detail: dict[str, Any], stage: Stage, feedback: QgsFeedback
    ) -> Receiver:
        box = box_of(area, LONGITUDE_LATITUDE) if "bbox=" in detail["url"] else None
        return Receiver(Wanted(entry.title, area.crs.authid() or area.crs.toWkt(), box, detail["key"]), stage, feedback)

    def _pages(self, receiver: Receiver, detail: dict[str, Any]) -> Iterator[Page]:
        """The pages, each as soon as its rows are in the stage; the next is on the wire meanwhile."""
        url, number = detail["url"], 0
        followed: set[str] = set()
        coming: Future[requests.Response] | None = None
        while url:
            if url in followed:
                raise receiver.broken(f"the links turn round: {url}")
            followed.add(url)
            name = f"page-{number:06d}.gpkg"
            if receiver.stage.has(name):
                page = receiver.kept(name)
                url = self._following(receiver, detail, page.next)
            else:
                page, url, coming = self._received(receiver, detail, name, url, coming)
            yield page
            number += 1

    def _received(
        self,
        receiver: Receiver,
        detail: dict[str, Any],
        name: str,
        url: str,
        coming: Future[requests.Response] | None,
    ) -> tuple[Page, str, Future[requests.Response] | None]:
        """A page put in the stage, the address of the next one, and its answer that is on the wire already."""
        for left in range(TRIES - 1, -1, -1):
            answer = coming.result() if coming else self._page(detail, url, receiver.feedback)
            coming = None
            try:
                said = [answer.headers.get("Content-Crs", ""), detail["asked"]]
                opened = receiver.opened(name, checked(answer).content, filter(None, said))
                following = self._following(receiver, detail, opened.next)
                if following:
                    coming = self._pool.submit(self._page, detail, following, receiver.feedback)
                return receiver.keep(name, opened), following, coming
            except NetworkError:
                if not left or answer.status_code >= 400:
                    raise
        raise receiver.broken(url)

    def _following(self, receiver: Receiver, detail: dict[str, Any], link: str) -> str:
        """The address of the next page. Raises SourceError where the server sends elsewhere."""
        address = within(detail["url"], link) if link else ""
        if link and not address:
            raise SourceError(
                tr("“{title}”: the link to the next page leads to another server; it was not followed.").format(
                    title=receiver.wanted.title
                ),
                detail=link,
                hint=tr("The service does not know its own address: tell its administrator."),
            )
        return address

    # ------------------------------------------------------------------------------------------------ requests
    def _page(self, detail: dict[str, Any], url: str, feedback: QgsFeedback) -> requests.Response:
        """The answer for a page. The first one is asked with the largest limit that the server takes."""
        if url != detail["url"]:
            return self._get(url, feedback, _FEATURES)
        answer = self._get(f"{url}&limit={LIMIT}", feedback, _FEATURES)
        if answer.status_code != 400:
            return answer
        largest = self._largest_limit(detail["collection"], feedback)
        return self._get(f"{url}&limit={min(largest, LIMIT)}" if largest else url, feedback, _FEATURES)

    def _largest_limit(self, collection: str, feedback: QgsFeedback) -> int | None:
        base, _, name = collection.rpartition("/collections/")
        try:
            landing = self._document(base or collection, feedback)
            links = landing.get("links") or [] if isinstance(landing, dict) else []
            described = [link["href"] for link in links if link.get("rel") == "service-desc" and link.get("href")]
            addresses = filter(None, (within(collection, href) for href in described))
            return next((largest_limit(self._document(url, feedback), unquote(name)) for url in addresses), None)
        except ServerError:
            return None

    def _document(self, url: str, feedback: QgsFeedback, headers: dict[str, str] = _JSON) -> Any:
        return json_answer(self._get(url, feedback, headers))

    def _get(self, url: str, feedback: QgsFeedback, headers: dict[str, str]) -> requests.Response:
        stop_if_cancelled(feedback)
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            return web.request("GET", url, headers=headers, timeout=TIMEOUT, size_limit=LARGEST)


def address_of(entry: Entry) -> str:
    """The address of the collection of an entry: written whole in `layer`, or its id within the service."""
    if entry.layer.startswith(("https://", "http://")):
        address = entry.layer.partition("?")[0].partition("#")[0].rstrip("/")
        return address.removesuffix("/items")
    return f"{endpoint(entry.service)}/collections/{quote(entry.layer, safe=':')}"
