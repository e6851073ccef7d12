"""One request of an API, page after page into the stage: complete, told to be too large, or failed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..errors import IncompleteError, NetworkError, ServerError, SourceError
from ..geopackage import connect, sql
from ..i18n import tr
from ..network import checked, endpoint, json_answer, session
from ..network.answers import said
from .base import stop_if_cancelled
from .convert import KEY, table_columns
from .json_rows import at, features
from .ogc_collection import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import requests
    from qgis.core import QgsRectangle

    from .json_apis import Api
    from .page import Page
    from .received import Receiver

TIMEOUT = (15.0, 120.0)  # seconds: to answer at all, without a byte
LARGEST = 256_000_000  # bytes of a page
TRIES = 3  # of a page that comes broken


@dataclass(frozen=True)
class Part:
    """A part of what is wanted, that one request, or one series of pages, asks for.

    `asked` are its own parameters; `body` what a POST holds; `box` its place, in longitude and latitude; `codes` the
    codes it asks for; `depth` how many of the splits of the API it has been through.
    """

    name: str
    asked: Mapping[str, str]
    box: QgsRectangle | None = None
    codes: tuple[str, ...] = ()
    body: Mapping[str, Any] | None = None
    depth: int = 0


@dataclass
class Result:
    """What a part gave: its pages, its rows as the API counts them; `too_large` where it must be asked for in parts."""

    part: Part
    pages: list[Page] = field(default_factory=list)
    count: int = 0
    total: int | None = None
    too_large: bool = False


@dataclass(frozen=True)
class _Said:
    """What an answer says beside its rows, noted with its page."""

    count: int
    total: int | None
    next: str

    def text(self) -> str:
        return json.dumps([self.count, self.total, self.next])

    @classmethod
    def of(cls, page: Page) -> _Said:
        return cls(*json.loads(page.next))


@dataclass(frozen=True)
class PartReader:
    """Reads the parts of a layer. One may be used by several threads."""

    api: Api
    receiver: Receiver

    def read(self, part: Part) -> Result:
        """All the pages of a part. Raises NetworkError; IncompleteError where fewer rows came than were announced."""
        result, seen = Result(part), set()
        for page, about in self._pages(part, result):
            result.pages.append(page)
            seen |= self.keys(page)
            result.count += about.count
        if result.too_large:
            return result
        # A row that comes again has taken the place of another.
        repeated = sum(page.rows for page in result.pages) - len(seen) if self.api.key and not self.api.unfold else 0
        received = result.count - max(0, repeated)
        if result.total is not None and received < result.total:
            raise IncompleteError(
                tr("“{title}”: {received} features came, the service announced {announced}.").format(
                    title=self.receiver.wanted.title, received=received, announced=result.total
                ),
                detail=str(dict(part.asked)),
                hint=tr("The data may be changing on the server: try again in a few minutes."),
            )
        return result

    def keys(self, page: Page) -> set[str]:
        """The keys of the rows of a page."""
        if not page.rows or not self.api.key:
            return set()
        names = {name.lower(): name for name in table_columns(page.path, "rows")}
        if self.api.key.lower() not in names:
            return set()
        connection = connect(page.path, read_only=True)
        try:
            statement = sql("SELECT {number}, {key} FROM rows", number=KEY, key=names[self.api.key.lower()])
            # Without a key, a row is like no other.
            rows = connection.execute(statement)
            return {f"{page.path.name} {number}" if key is None else str(key) for number, key in rows}
        finally:
            connection.close()

    # ------------------------------------------------------------------------------------------------ pages
    def _pages(self, part: Part, result: Result) -> Iterator[tuple[Page, _Said]]:
        number, passed, link = 0, 0, ""
        followed: set[str] = set()
        while True:
            page, about = self._page(part, number, passed, link)
            if number == 0:
                result.total = about.total
                result.too_large = self._is_too_large(about)
            yield page, about
            passed += about.count
            if result.too_large or not self._goes_on(about, passed, result.total):
                return
            link, number = about.next, number + 1
            if link and link in followed:
                raise self.receiver.broken(f"the links turn round: {link}")
            followed.add(link)

    def _is_too_large(self, first: _Said) -> bool:
        api = self.api
        if api.largest and (first.total or 0) > api.largest:
            raise SourceError(
                tr("“{title}”: {count} features are too many for this service.").format(
                    title=self.receiver.wanted.title, count=first.total
                ),
                hint=tr("Clip a smaller territory, or the same layer of another source."),
            )
        if api.paging.way == "none":
            return first.count >= api.paging.most or (first.total or 0) > first.count
        return bool(api.deepest) and (first.total or 0) >= api.deepest

    def _goes_on(self, about: _Said, passed: int, total: int | None) -> bool:
        """Whether there is another page."""
        way = self.api.paging.way
        if way == "none" or not about.count:
            return False
        if way == "next":
            return bool(about.next)
        return passed < total if total is not None else about.count >= self.api.paging.most

    def _page(self, part: Part, number: int, passed: int, link: str) -> tuple[Page, _Said]:
        name = f"{part.name}-{number:06d}.gpkg"
        if self.receiver.stage.has(name):
            page = self.receiver.kept(name)
            return page, _Said.of(page)
        document, url, size = self._document(part, number, passed, link)
        rows = [] if document is None else at(document, self.api.rows)
        rows = [] if rows is None and self._says_none(document) else rows
        if not isinstance(rows, list):
            raise ServerError(
                tr("“{title}”: the service answered something else than a list.").format(
                    title=self.receiver.wanted.title
                ),
                detail=f"{url}\n{said(json.dumps(document).encode())}",
                hint=tr("Try again later; if it lasts, the service may have changed: update the extension."),
            )
        following = at(document, self.api.paging.name) if self.api.paging.way == "next" else None
        about = _Said(len(rows), self._total(document), self._inside(url, str(following)) if following else "")
        whole = [row for row in (*rows, *self._long_lists(part, number, rows)) if isinstance(row, dict)]
        content: dict[str, Any] = {
            "type": "FeatureCollection",
            "features": features(self.api, whole, part.codes),
        }
        crs = document.get("crs") if isinstance(document, dict) else None
        if isinstance(crs, dict):
            content["crs"] = crs
        body = json.dumps(content, ensure_ascii=False).encode()
        opened = self.receiver.opened(name, body, [self.api.coordinates.crs])
        opened = replace(opened, bytes=size, returned=None, matched=None, next=about.text())
        return self.receiver.keep(name, opened), about

    def _long_lists(self, part: Part, number: int, rows: list[Any]) -> list[Any]:
        """The rows again, with what their lists hold beyond their first page."""
        api, found, turn = self.api, [], 1
        while api.unfold_page and any(len(at(row, api.unfold) or []) >= api.unfold_most for row in rows):
            turn += 1
            document, _, _ = self._document(part, number, 0, "", {api.unfold_page: str(turn)})
            following = at(document, api.rows)
            if not isinstance(following, list) or following == rows:
                raise self.receiver.broken(f"{api.unfold_page}={turn} {dict(part.asked)}")
            rows = following
            found += rows
        return found

    def _total(self, document: Any) -> int | None:
        total = at(document, self.api.total) if self.api.total and document is not None else None
        return total if isinstance(total, int) and not isinstance(total, bool) else None

    def _says_none(self, document: Any) -> bool:
        """Whether an answer without a list says that there is nothing: a list that is null, and a total of 0."""
        return isinstance(document, dict) and self.api.rows in document and self._total(document) in (0, None)

    # ------------------------------------------------------------------------------------------------ requests
    def _document(
        self, part: Part, number: int, passed: int, link: str, more: Mapping[str, str] | None = None
    ) -> tuple[Any, str, int]:
        """The JSON of a page, None for an answer without a byte; the address, and the bytes that came."""
        for left in range(TRIES - 1, -1, -1):
            answer = self._answer(part, number, passed, link, more or {})
            if self.api.silent and answer.status_code == 200 and not answer.content:
                return None, answer.url or "", 0
            try:
                return json_answer(checked(answer)), answer.url or "", len(answer.content)
            except NetworkError:
                if not left or answer.status_code >= 400:
                    raise
        raise self.receiver.broken(part.name)

    def _answer(self, part: Part, number: int, passed: int, link: str, more: Mapping[str, str]) -> requests.Response:
        stop_if_cancelled(self.receiver.feedback)
        paging = self.api.paging
        asked: dict[str, str] = {**self.api.ask, **part.asked, **more}
        if paging.size:
            asked[paging.size] = str(paging.most)
        if paging.way == "page":
            asked[paging.name] = str(number + 1)
        elif paging.way == "offset":
            asked[paging.name] = str(passed)
        url = f"{endpoint(self.api.service)}{self.api.path}"
        with session(feedback=self.receiver.feedback) as web:
            if part.body is not None:
                content = {**asked, **part.body}
                return web.request("POST", url, json=content, timeout=TIMEOUT, idempotent=True, size_limit=LARGEST)
            if link:
                return web.request("GET", link, timeout=TIMEOUT, size_limit=LARGEST)
            return web.request("GET", url, params=asked, timeout=TIMEOUT, size_limit=LARGEST)

    def _inside(self, url: str, link: str) -> str:
        """The address of the next page. Raises SourceError where the service sends elsewhere."""
        address = within(url, link)
        if not address:
            raise SourceError(
                tr("“{title}”: the link to the next page leads to another server; it was not followed.").format(
                    title=self.receiver.wanted.title
                ),
                detail=link,
                hint=tr("The service does not know its own address: tell its administrator."),
            )
        return address
