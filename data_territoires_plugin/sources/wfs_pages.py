"""The pages of a WFS: several on the wire while others become rows, each kept in the stage as soon as it is whole."""

from __future__ import annotations

import os
import re
import time
from concurrent.futures import Future, wait
from dataclasses import asdict, dataclass, replace
from itertools import accumulate
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Event
from typing import TYPE_CHECKING, Any

from ..errors import NetworkError, SourceError
from ..geopackage import connect, scalar
from ..i18n import tr
from ..network import Pool
from .base import Batch, Stage, stop_if_cancelled
from .convert import Reading, convert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from qgis.core import QgsFeedback

MANY = 6  # pages: from there on, the first and the last ones are small
PAGE = 5000  # the most that the service gives; asked for, never assumed
CONVERTERS = 2  # pages that become rows at the same time, of a layer
_CONVERTING = BoundedSemaphore(max(CONVERTERS, os.cpu_count() or 1))  # of all of them: some tens of megabytes each
TRIES = 2  # more, for a page whose rows are not what it says
RETURNED = re.compile(rb'"numberReturned"\s*:\s*(\d+)')
_AS_TEXT = ("DATE_AS_STRING=YES",)  # days come as 2022-01-01Z: `clip.part` reads them by their declared type


@dataclass(frozen=True)
class Query:
    """What is asked of a feature type."""

    layer: str
    srs: str
    cql: str  # "": everything
    sort: str
    key: str  # "": none

    def note(self) -> dict[str, Any]:
        """As a plan keeps it."""
        return asdict(self)

    @classmethod
    def of(cls, note: Mapping[str, Any]) -> Query:
        """The query that a plan keeps."""
        return cls(**note)


@dataclass(frozen=True)
class Span:
    """`wanted` features from `start` on. `open_end`: the service doesn't say how many there are."""

    start: int
    wanted: int
    open_end: bool = False
    tries: int = 0

    @property
    def name(self) -> str:
        """The file of its rows in the stage."""
        return f"page-{self.start:09d}-{self.wanted}.gpkg"

    @property
    def answer(self) -> str:
        """The file of the answer, until it has become rows."""
        return f"page-{self.start:09d}-{self.wanted}.json"


@dataclass(frozen=True)
class Page:
    """What a span has given, and what is left to ask for."""

    batch: Batch | None
    left: Span | None


def spans(announced: int | None) -> list[Span]:
    """The pages of so many features; the first one where the service doesn't tell.

    Of many pages, the first and the last ones are small: rows are made from the first moment on, and little is left
    to do once the last byte has come.
    """
    if announced is None:
        return [Span(0, PAGE, open_end=True)]
    sizes: list[int] = []
    if announced > MANY * PAGE:
        ramp = [PAGE // 4, PAGE // 4, PAGE // 2]
        sizes = ramp + [PAGE] * ((announced - 2 * sum(ramp)) // PAGE) + ramp[::-1]
    left = announced - sum(sizes)
    middle = len(sizes) // 2
    sizes[middle:middle] = [min(PAGE, left - start) for start in range(0, left, PAGE)]
    starts = accumulate(sizes, initial=0)
    return [Span(start, size) for start, size in zip(starts, sizes, strict=False)]


class Reader:
    """Downloads spans and turns them into rows, in the threads of two pools.

    `fetch` gives the answer for a span; `title` names the layer in messages; `srs` is the CRS of the answers, `target`
    that of the rows.
    """

    def __init__(
        self,
        fetch: Callable[[Span], bytes],
        title: str,
        srs: str,
        target: str,
        stage: Stage,
        feedback: QgsFeedback,
    ) -> None:
        self._fetch, self._title, self._srs, self._target = fetch, title, srs, target
        self._stage, self._feedback = stage, feedback

    def batches(self, downloads: Pool, announced: int | None) -> Iterator[Batch]:
        """Pages as they are ready: some are on the wire while others become rows, whatever is done with those given."""
        with Pool(CONVERTERS) as converters:
            ready: SimpleQueue[Future[Any]] = SimpleQueue()
            begun: list[Future[Any]] = []
            ended = Event()

            def converted(download: Future[tuple[Span, int]]) -> None:
                if ended.is_set() or download.cancelled() or download.exception() is not None:
                    ready.put(download)
                    return
                begun.append(conversion := converters.submit(self.convert, *download.result()))
                conversion.add_done_callback(ready.put)

            def begin(span: Span) -> None:
                begun.append(download := downloads.submit(self.download, span))
                download.add_done_callback(converted)

            asked = spans(announced)
            left = len(asked)
            try:
                for span in asked:
                    begin(span)
                while left:
                    stop_if_cancelled(self._feedback)
                    try:
                        page: Page = ready.get(timeout=0.1).result()
                    except Empty:
                        continue
                    left -= page.left is None
                    if page.left is not None:
                        begin(page.left)
                    if page.batch is not None:
                        yield page.batch
            finally:
                ended.set()
                for future in begun:
                    future.cancel()
                wait(begun)

    def download(self, span: Span) -> tuple[Span, int]:
        """Keeps the answer for a span in the stage; gives back its bytes, 0 where an earlier try had left it there."""
        stop_if_cancelled(self._feedback)
        if self._stage.has(span.name) or self._stage.has(span.answer):
            return span, 0
        body = self._fetch(span)
        self._stage.draft(span.answer).write_bytes(body)
        self._stage.keep(span.answer)
        return span, len(body)

    def convert(self, span: Span, received: int) -> Page:
        """The rows of a span; what it lacks is asked for again, a page that came broken a few times."""
        started = time.perf_counter()
        if not self._stage.has(span.name):
            try:
                with _CONVERTING:
                    self._keep(span)
            except (NetworkError, SourceError):
                if span.tries >= TRIES:
                    raise
                return Page(None, replace(span, tries=span.tries + 1))
        rows = _received(self._stage, span)
        if not rows:
            return Page(None, None)
        batch = Batch(self._stage.path(span.name), "rows", received, parsing=time.perf_counter() - started)
        if span.open_end:
            return Page(batch, Span(span.start + rows, PAGE, open_end=True))
        short = span.wanted - rows
        # The service gives fewer at a time than asked: the rest of the span is another page.
        return Page(batch, Span(span.start + rows, short) if short > 0 else None)

    def _keep(self, span: Span) -> None:
        """Turns an answer into rows. One that isn't what it says is refused, and forgotten."""
        answer, draft = self._stage.path(span.answer), self._stage.draft(span.name)
        body = answer.read_bytes()
        returned = RETURNED.search(body, max(0, body.rfind(b'"numberReturned"')))
        said = int(returned[1]) if returned else -1
        reading = Reading(str(answer), from_crs=self._srs, to_crs=self._target, open_options=_AS_TEXT)
        try:
            rows = convert(reading, draft, "rows", self._feedback)
        except SourceError as error:
            answer.unlink()
            raise self._broken(error.detail) from error
        if rows != said:
            answer.unlink()
            raise self._broken(f"{rows} rows, numberReturned {said}")
        _note_received(draft, rows)
        self._stage.keep(span.name)
        answer.unlink()

    def _broken(self, detail: str) -> NetworkError:
        return NetworkError(
            tr("“{title}”: a page did not come whole.").format(title=self._title),
            detail=detail,
            hint=tr("The network or the service is struggling: try again in a few minutes."),
        )


def _note_received(path: Path, rows: int) -> None:
    """Notes in the file how many features came: repeated ones are taken out of it later on."""
    connection = connect(path)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE dt_page (received INTEGER)")
        connection.execute("INSERT INTO dt_page VALUES (?)", (rows,))
    finally:
        connection.close()


def _received(stage: Stage, span: Span) -> int:
    connection = connect(stage.path(span.name), read_only=True)
    try:
        return int(scalar(connection, "SELECT received FROM dt_page") or 0)
    finally:
        connection.close()
