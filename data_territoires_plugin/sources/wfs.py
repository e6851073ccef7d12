"""Any WFS 1.0.0, 1.1.0 or 2.0.0 (MapServer, QGIS Server, deegree, GeoServer), by what its capabilities declare.

`layer` of the entry is a type of a service, or the address of one (https://…?typename=x). GeoJSON where it is offered,
else GML. Pages where the service has them; where it hasn't, the box is cut in four until each answer is whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from weakref import WeakKeyDictionary

from qgis.core import QgsRectangle

from ..catalogue.entry import GeometryKind
from ..errors import IncompleteError, NetworkError, ServerError, SourceError
from ..i18n import tr
from ..network import checked, endpoint, session, xml_answer
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .bounds import LONGITUDE_LATITUDE, box_of, crs_of, is_plain, named_crs, written
from .codes import selection
from .complete import Following, Overlapping, UnknownColumnError, adopt, aside, batches
from .page import Page, columns_of
from .received import Receiver, Wanted, count_of
from .wfs_capabilities import OLDEST, VERSIONS, Capabilities, TypeDescription, capabilities, description

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

    import requests
    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry
    from ..network import Pool

TIMEOUT = (15.0, 120.0)  # seconds: to answer at all, without a byte
PAGE = 5000  # features asked at once
MOST_TRUSTED = 100  # no service is set to give fewer at once
AHEAD = 3  # pages on the wire at once
LARGEST = 256_000_000  # bytes of an answer
TRIES = 3  # of a page that comes broken
DEEPEST = 14  # times a box is cut in four: 1 km becomes 6 cm
MOST_PARTS = 5000
_LOCK = Lock()
_KNOWN: WeakKeyDictionary[Pool, dict[str, tuple[Lock, list[requests.Response]]]] = WeakKeyDictionary()
_OURS = frozenset(
    {"service", "request", "version", "typename", "typenames", "outputformat", "srsname", "bbox", "count",
     "maxfeatures", "startindex", "resulttype", "acceptversions"}
)  # fmt: skip


@dataclass(frozen=True)
class Address:
    """Where a type is: the base address (with what the service needs in it: `map=…`), its name, a version imposed."""

    url: str
    layer: str
    version: str = ""

    @classmethod
    def of(cls, entry: Entry) -> Address:
        """The address of an entry: written whole in `layer`, or the name of a type of the service."""
        if not entry.layer.startswith(("https://", "http://")):
            return cls(endpoint(entry.service), entry.layer)
        parts = urlsplit(entry.layer)
        given = {name.lower(): value for name, value in parse_qsl(parts.query)}
        kept = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() not in _OURS]
        url = urlunsplit(parts._replace(query=urlencode(kept, safe="/:"), fragment=""))
        version = given.get("version", "")
        layer = given.get("typenames") or given.get("typename") or ""
        return cls(url, layer, version if version in VERSIONS else "")


@dataclass(frozen=True)
class _Part:
    """A part of the box. `idle`: how many sizes in a row have brought nothing new."""

    name: str
    box: list[float]
    depth: int = 0
    idle: int = 0

    def quarters(self, idle: int) -> list[_Part]:
        """Its four quarters."""
        west, south, east, north = self.box
        x, y = (west + east) / 2, (south + north) / 2
        boxes = [[west, south, x, y], [x, south, east, y], [west, y, x, north], [x, y, east, north]]
        stem = self.name.removesuffix(".gpkg") if self.depth else "part-"
        return [_Part(f"{stem}{number}.gpkg", box, self.depth + 1, idle) for number, box in enumerate(boxes)]


class Wfs:
    """Reads a type of a WFS."""

    def __init__(self, pool: Pool, authcfg: str = "") -> None:
        self._pool = pool
        self._authcfg = authcfg
        self._must_read_first = False  # the service's description of the columns has proved wrong
        self._must_cut = False  # pages have proved unstable

    # ------------------------------------------------------------------------------------------------ plan
    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Reads the capabilities and the columns, and asks how many features are in the box."""
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        address = Address.of(entry)
        about = self._capabilities(entry, address, feedback)
        described = self._description(address, about, feedback)
        detail, announced = self._request(entry, area, address, about, feedback)
        detail |= {"schema": described.schema, "key": entry.key}
        columns = described.columns
        if not columns or self._must_read_first:
            columns = self._columns_of_all(entry, area, detail, announced, feedback)
        selected = selection(entry, area) if entry.geometry is GeometryKind.NONE else None
        if selected is not None and selected.field in {column.name for column in columns}:
            detail |= {"field": selected.field, "values": list(selected.values)}
        way, reason = Way.BBOX, tr("by the bounding box, page after page")
        if not detail["pages"] or detail["parts"]:
            reason = tr("by the bounding box, cut in four where the service does not give everything at once")
        if entry.geometry is GeometryKind.NONE:
            way, reason = Way.ALL, tr("a table without geometry: read whole")
        return Plan(
            way,
            reason,
            f"{address.url}{'&' if '?' in address.url else '?'}{urlencode(detail['parameters'], safe=':/,')}",
            announced,
            columns,
            edition="" if entry.edition.startswith("field:") else entry.edition,
            detail=detail,
        )

    def _capabilities(self, entry: Entry, address: Address, feedback: QgsFeedback) -> Capabilities:
        asked = {"service": "WFS", "request": "GetCapabilities", "version": address.version or VERSIONS[0]}
        document = xml_answer(self._once(address.url, asked, feedback))
        refusals: list[SourceError] = []
        for layer in (address.layer, *entry.former_layers):
            try:
                return capabilities(document, layer, entry.title)
            except SourceError as error:
                refusals.append(error)
        raise refusals[0]

    def _description(self, address: Address, about: Capabilities, feedback: QgsFeedback) -> TypeDescription:
        """The columns of the type; none where the service can't describe it: they are then those of the features."""
        asked = {"service": "WFS", "version": about.version, "request": "DescribeFeatureType", **_type_name(about)}
        try:
            return description(xml_answer(self._get(address.url, asked, feedback)), about.name)
        except ServerError:
            return TypeDescription((), "")

    def _request(
        self, entry: Entry, area: Area, address: Address, about: Capabilities, feedback: QgsFeedback
    ) -> tuple[dict[str, Any], int | None]:
        """The request that gives the features of the area, and how many they are."""
        srs = about.asked_in(area.crs)
        parameters = {"service": "WFS", "version": about.version, "request": "GetFeature", **_type_name(about)}
        if about.version != OLDEST:
            parameters["srsName"] = srs
        if about.json:
            parameters["outputFormat"] = about.json
        detail: dict[str, Any] = {
            "url": address.url,
            "parameters": parameters,
            "asked": named_crs(srs),
            "target": area.crs.authid() or area.crs.toWkt(),
            "box": [],
            "swapped": False,
            "pages": about.pages,
            "parts": self._must_cut and entry.geometry is not GeometryKind.NONE,
            "most": about.most,
            "size": min(PAGE, about.most or PAGE),
        }
        if entry.geometry is not GeometryKind.NONE:
            if area.perimeter is None:
                raise SourceError(tr("A perimeter is needed."))
            native = named_crs(about.crs[0]) if about.crs else ""
            box = box_of(area, named_crs(srs), native if is_plain(native) else area.crs.authid())
            detail["box"] = [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]
            # Written as a URN or an address, a CRS has its own order of axes; written short, x then y.
            written_long = not srs.upper().startswith("EPSG:") and about.version != OLDEST
            detail["swapped"] = not is_plain(named_crs(srs)) and written_long
        announced = self._hits(detail, detail["box"], feedback) if about.version != OLDEST else None
        if announced == 0 and detail["box"] and not is_plain(named_crs(srs)):
            other = {**detail, "swapped": not detail["swapped"]}  # there are services that understand the contrary
            detail, announced = other, self._hits(other, other["box"], feedback)
        if announced is not None and announced == about.most:
            announced = None  # it has stopped counting there, perhaps
        if detail["box"]:
            detail["parameters"] = parameters | {"bbox": _bbox(detail, detail["box"])}
        return detail, announced

    def _hits(self, detail: dict[str, Any], box: list[float], feedback: QgsFeedback) -> int | None:
        asked = detail["parameters"] | {"resultType": "hits"}
        asked.pop("outputFormat", None)  # some services count in GML alone
        if box:
            asked["bbox"] = _bbox(detail, box)
        return count_of(checked(self._get(detail["url"], asked, feedback)).content)

    def _columns_of_all(
        self, entry: Entry, area: Area, detail: dict[str, Any], announced: int | None, feedback: QgsFeedback
    ) -> tuple[Column, ...]:
        """The columns of features that nobody describes: all the pages are read first; `fetch` finds them there."""
        stage = Stage(aside(detail), {**detail, "day": date.today().isoformat()})
        pages, counter = self._way(self._receiver(entry, area, detail, stage, feedback), detail, announced)
        found = []
        for page in pages:
            found.append(page)
            if page.rows:
                counter.add(page)
        counter.close()
        return columns_of(found)

    # ------------------------------------------------------------------------------------------------ fetch
    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """Pages or parts of the box; raises IncompleteError in the end where some features are missing."""
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        detail = dict(plan.detail)
        adopt(aside(detail), stage)
        receiver = self._receiver(entry, area, detail, stage, feedback)
        pages, counter = self._way(receiver, detail, plan.announced)
        try:
            yield from batches(entry.title, pages, plan, counter)
        except UnknownColumnError:
            self._must_read_first = True
            raise
        except IncompleteError:
            self._must_cut = True  # its pages are not stable: the parts of the box do not need them to be
            raise

    def _receiver(
        self, entry: Entry, area: Area, detail: dict[str, Any], stage: Stage, feedback: QgsFeedback
    ) -> Receiver:
        box = box_of(area, LONGITUDE_LATITUDE) if detail["box"] else None
        layer = str(detail["parameters"].get("typeNames") or detail["parameters"].get("typeName")).rpartition(":")[2]
        wanted = Wanted(entry.title, detail["target"], box, detail["key"], layer, detail["schema"])
        return Receiver(wanted, stage, feedback)

    def _way(
        self, receiver: Receiver, detail: dict[str, Any], announced: int | None
    ) -> tuple[Iterator[Page], Following | Overlapping]:
        """Pages where the service has them, else parts of the box.

        Many that do not declare pages have them: the second one tells, by not being the first again.
        """
        if not detail["parts"] and (detail["pages"] or self._pages_work(receiver, detail, announced)):
            return self._spans(receiver, detail, announced), Following()
        if not detail["box"]:
            raise self._too_many(receiver, None)
        counter = Overlapping()
        return self._parts(receiver, detail, counter), counter

    def _pages_work(self, receiver: Receiver, detail: dict[str, Any], announced: int | None) -> bool:
        first = self._page(receiver, detail, _span_name(0), _span(detail, 0))
        if _is_all(first.rows, detail, announced):
            return True
        try:
            second = self._page(receiver, detail, _span_name(first.rows), _span(detail, first.rows))
        except ServerError:
            return False
        return not second.same_as(first) if second.rows else announced is None or first.rows >= announced

    # ------------------------------------------------------------------------------------------------ pages
    def _spans(self, receiver: Receiver, detail: dict[str, Any], announced: int | None) -> Iterator[Page]:
        """Page after page until the last one, some on the wire ahead."""
        size, start = detail["size"], 0
        coming: dict[int, Future[requests.Response]] = {}
        try:
            while start == 0 or not _is_all(start, detail, announced):
                for ahead in range(start, min(start + AHEAD * size, announced or 0), size):
                    if ahead not in coming and not receiver.stage.has(_span_name(ahead)):
                        asked = _span(detail, ahead)
                        coming[ahead] = self._pool.submit(self._get, detail["url"], asked, receiver.feedback)
                asked = _span(detail, start)
                page = self._page(receiver, detail, _span_name(start), asked, coming.pop(start, None))
                if not page.rows:
                    break
                yield page
                start += page.rows
        finally:
            for future in coming.values():
                future.cancel()

    # ------------------------------------------------------------------------------------------------ parts
    def _parts(self, receiver: Receiver, detail: dict[str, Any], counter: Overlapping) -> Iterator[Page]:
        """The answers for the box, for its quarters where it is not given whole, and so on."""
        most, asked_for = detail["most"], 0
        todo: list[_Part] = [_Part(_span_name(0), detail["box"])]
        coming: dict[str, Future[requests.Response]] = {}
        try:
            while todo:
                part = todo.pop()
                asked_for, known = asked_for + 1, counter.count
                asked = _span(detail, 0, part.box)
                page = self._page(receiver, detail, part.name, asked, coming.pop(part.name, None))
                yield page
                if page.rows < (most or MOST_TRUSTED):
                    continue
                most = min(most or page.rows, page.rows)
                # A service that does not tell its limit: two sizes of box that bring nothing new are enough.
                idle = part.idle + 1 if counter.count == known else 0
                if detail["most"] is None and idle > 1:
                    continue
                if part.depth >= DEEPEST or asked_for > MOST_PARTS:
                    raise self._too_many(receiver, most)
                quarters = part.quarters(idle)
                todo += quarters
                for quarter in quarters:
                    if not receiver.stage.has(quarter.name):
                        asked = _span(detail, 0, quarter.box)
                        coming[quarter.name] = self._pool.submit(self._get, detail["url"], asked, receiver.feedback)
        finally:
            for future in coming.values():
                future.cancel()

    @staticmethod
    def _too_many(receiver: Receiver, most: int | None) -> SourceError:
        return SourceError(
            tr("“{title}”: the service gives at most {count} features at once, and there are more.").format(
                title=receiver.wanted.title, count=most or "?"
            ),
            hint=tr("Ask the administrator of the service to raise this limit, or to allow pages."),
        )

    # ------------------------------------------------------------------------------------------------ requests
    def _page(
        self,
        receiver: Receiver,
        detail: dict[str, Any],
        name: str,
        asked: dict[str, str],
        coming: Future[requests.Response] | None = None,
    ) -> Page:
        """A page put in the stage; one that comes broken is asked for again."""
        if receiver.stage.has(name):
            return receiver.kept(name)
        for left in range(TRIES - 1, -1, -1):
            answer = coming.result() if coming else self._get(detail["url"], asked, receiver.feedback)
            coming = None
            try:
                opened = receiver.opened(name, checked(answer).content, [detail["asked"]])
                return receiver.keep(name, opened)
            except NetworkError:
                if not left or answer.status_code >= 400:
                    raise
        raise receiver.broken(name)

    def _once(self, url: str, parameters: dict[str, str], feedback: QgsFeedback) -> requests.Response:
        """The answer to what all the layers of a clip ask of a service: asked by the first of them."""
        with _LOCK:
            known = _KNOWN.setdefault(self._pool, {})
            lock, answers = known.setdefault(f"{self._authcfg} {url} {parameters}", (Lock(), []))
        with lock:
            if not answers:
                answers.append(checked(self._get(url, parameters, feedback)))
            return answers[0]

    def _get(self, url: str, parameters: dict[str, str], feedback: QgsFeedback) -> requests.Response:
        stop_if_cancelled(feedback)
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            return web.request("GET", url, parameters, timeout=TIMEOUT, size_limit=LARGEST)


def _type_name(about: Capabilities) -> dict[str, str]:
    return {"typeNames" if about.version == "2.0.0" else "typeName": about.name}


def _span(detail: dict[str, Any], start: int, box: list[float] | None = None) -> dict[str, str]:
    """The request of a page, or of a part of the box."""
    asked = dict(detail["parameters"])
    if box:
        asked["bbox"] = _bbox(detail, box)
    asked["count" if "typeNames" in asked else "maxFeatures"] = str(detail["size"])
    return asked | {"startIndex": str(start)} if start else asked


def _is_all(received: int, detail: dict[str, Any], announced: int | None) -> bool:
    """Whether so many features are all of them, for sure: some services count no further than their limit."""
    if announced is None or received < announced:
        return False
    if detail["pages"]:
        return announced != detail["most"]
    return announced < MOST_TRUSTED


def _bbox(detail: dict[str, Any], box: list[float]) -> str:
    """The KVP of a box: its numbers in the order that the CRS wants as it is written, and the CRS."""
    geographic = crs_of(detail["asked"]).isGeographic()
    numbers = written(QgsRectangle(*box), geographic=geographic, swapped=detail["swapped"])
    crs = detail["parameters"].get("srsName")
    return f"{numbers},{crs}" if crs else numbers


def _span_name(start: int) -> str:
    return f"page-{start:09d}.gpkg"
