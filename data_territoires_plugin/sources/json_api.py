"""Any API that answers pages of JSON, as `resources/apis.yaml` describes it: RNB, Géorisques, Panoramax, API Carto.

`layer` of the entry is the name of a list of its service. The territory is asked for by its codes where the API takes
them, else by its box, a circle or its outline; what an API caps is asked for again in parts. Each part is compared with
what the API announces: the layer is whole, or it fails.
"""

from __future__ import annotations

import hashlib
import json
import math
import shutil
from collections import Counter as Tally
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry, QgsRectangle

from ..catalogue.entry import GeometryKind
from ..errors import IncompleteError, SourceError
from ..i18n import tr
from ..network import Pool, endpoint
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .bounds import LONGITUDE_LATITUDE, box_of, written
from .complete import Following, adopt, aside, batches
from .json_apis import Api, Codes, api_of
from .json_paging import Part, PartReader, Result
from .outline import outline
from .page import Page, columns_of
from .places import communes_of
from .received import Receiver, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry

SMALLEST = 1e-5  # degrees: about a metre; what is capped in so small a box can't be parted
MOST_PARTS = 20_000
_METRES = 111_320.0  # of a degree of latitude
# From the fewest codes to the most.
_KINDS = ("region", "departement", "epci", "commune")


class JsonApi:
    """Reads a list of an API."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    # ------------------------------------------------------------------------------------------------ plan
    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Reads the rows: they say what columns there are, and `fetch` finds them again.

        Raises CatalogueError (no such list), SourceError (a place that is capped and can't be parted, too many rows),
        NetworkError, IncompleteError.
        """
        api = api_of(entry.service, entry.layer)
        parts, exact, how = self._parts(api, entry, area, feedback)
        detail: dict[str, Any] = {
            "url": f"{endpoint(api.service)}{api.path}",
            "list": [api.name, dict(api.ask), api.paging.most],
            "parts": [[part.name, dict(part.asked), list(part.codes), _digest(part.body)] for part in parts],
            "target": area.crs.authid() or area.crs.toWkt(),
            "exact": exact,
        }
        stage = Stage(aside(detail), {**detail, "day": date.today().isoformat()})
        reader = self._reader(api, entry, area, detail, stage, feedback)
        try:
            results = self._read(api, area, reader, parts, feedback)
        except IncompleteError:
            shutil.rmtree(stage.folder, ignore_errors=True)  # read anew at the next try
            raise
        pages = [page for result in results for page in result.pages]
        announced, repeated = _announced(api, reader, pages)
        return Plan(
            Way.ATTRIBUTE if exact else Way.ALL if entry.geometry is GeometryKind.NONE else Way.BBOX,
            "; ".join([how, *_told(results, repeated)]),
            _request(detail["url"], api, parts),
            announced,
            columns_of(pages) or tuple(Column(name) for name in api.fields) or (Column(api.key or "id"),),
            edition="" if entry.edition.startswith("field:") else entry.edition,
            exact=exact,
            detail={**detail, "pages": [page.path.name for page in pages]},
        )

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The rows that the plan has read, each once."""
        api = api_of(entry.service, entry.layer)
        detail = dict(plan.detail)
        names = detail.pop("pages")
        adopt(aside(detail), stage)
        reader = self._reader(api, entry, area, detail, stage, feedback)
        if not all(stage.has(name) for name in names):  # another process has tidied the cache
            parts, _, _ = self._parts(api, entry, area, feedback)
            self._read(api, area, reader, parts, feedback)
        pages = (replace(reader.receiver.kept(name), key=api.key) for name in names if stage.has(name))
        yield from batches(entry.title, pages, plan, _Once())

    @staticmethod
    def _reader(
        api: Api, entry: Entry, area: Area, detail: dict[str, Any], stage: Stage, feedback: QgsFeedback
    ) -> PartReader:
        # GeoJSON of a service that is asked by place: where it lies is checked. Two columns say which is which.
        placed = api.spot is not None and not detail["exact"] and not api.coordinates.x and area.perimeter is not None
        box = box_of(area, LONGITUDE_LATITUDE) if placed else None
        return PartReader(api, Receiver(Wanted(entry.title, detail["target"], box, api.key), stage, feedback))

    # ------------------------------------------------------------------------------------------------ parts
    def _parts(self, api: Api, entry: Entry, area: Area, feedback: QgsFeedback) -> tuple[list[Part], bool, str]:
        """The first requests, whether all that they give is the territory's, and how it is asked for, in words."""
        known = {codes.kind: codes for codes in api.codes}
        for kind in _KINDS:
            if kind in known and kind != "commune" and area.codes.get(kind):
                return _by_codes(known[kind], tuple(area.codes[kind])), True, tr("by the codes of the territory")
        told = area.codes.get("commune") or area.codes.get("arrondissement_municipal")
        if "commune" in known and (told or api.spot is None or entry.geometry is GeometryKind.NONE):
            communes = communes_of(area, entry.title, self._pool, feedback)
            how = tr("by the codes of the communes: {count}").format(count=len(communes.codes))
            return _by_codes(known["commune"], communes.codes), communes.exact, how
        if area.perimeter is None or api.spot is None:
            raise SourceError(tr("A perimeter is needed."))
        first = Part("p", {}, box_of(area, LONGITUDE_LATITUDE))
        how = {
            "box": tr("by the bounding box"),
            "circle": tr("by circles around the perimeter"),
            "outline": tr("by the outline of the perimeter"),
        }[api.spot.way]
        return [each for part in _small_enough(api, first) if (each := _placed(api, area, part))], False, how

    def _read(self, api: Api, area: Area, reader: PartReader, parts: list[Part], feedback: QgsFeedback) -> list[Result]:
        """The results of the parts, those that are capped asked for again in smaller ones."""
        whole: list[Result] = []
        capped: list[Result] = []
        asked = len(parts)
        while parts:
            results = self._all(reader, parts, feedback)
            whole += [result for result in results if not result.too_large]
            capped += [result for result in results if result.too_large]
            parts = [
                each
                for result in results
                if result.too_large
                for part in _halved(api, result, reader.receiver.wanted.title)
                if (each := _placed(api, area, part))
            ]
            asked += len(parts)
            if asked > MOST_PARTS:
                raise SourceError(
                    tr("“{title}”: too many requests would be needed.").format(title=reader.receiver.wanted.title),
                    hint=tr("Clip a smaller territory, or the same layer of another source."),
                )
        _check(api, capped, whole, reader)
        return whole

    def _all(self, reader: PartReader, parts: list[Part], feedback: QgsFeedback) -> list[Result]:
        """The results of parts read side by side, in their order."""
        futures = [self._pool.submit(reader.read, part) for part in parts]
        try:
            for future in Pool.completed(futures):
                future.result()
                stop_if_cancelled(feedback)
        finally:
            for future in futures:
                future.cancel()
            for _ in Pool.completed(future for future in futures if not future.cancelled()):
                continue
        return [future.result() for future in futures]


def _digest(body: Mapping[str, Any] | None) -> str:
    """What tells the body of a request from others."""
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:16] if body is not None else ""


class _Once(Following):
    """Rows that several parts hold come once: that is no sign that others are missing."""

    def add(self, page: Page) -> None:
        super().add(page)
        self.repeated = 0


def _by_codes(codes: Codes, values: tuple[str, ...]) -> list[Part]:
    groups = [values[start : start + codes.at_once] for start in range(0, len(values), codes.at_once)]
    return [
        Part(f"c{number:05d}", {codes.parameter: ",".join(group)}, codes=tuple(group))
        for number, group in enumerate(groups)
    ]


def _small_enough(api: Api, part: Part) -> list[Part]:
    """The part in as many boxes as the API wants; at least one."""
    box, spot = part.box, api.spot
    if box is None or spot is None or not spot.largest:
        return [part]
    size = box.width() * box.height() if spot.way == "box" else _radius(box)
    if size <= spot.largest:
        return [part]
    return [small for quarter in _quarters(part) for small in _small_enough(api, quarter)]


def _quarters(part: Part) -> list[Part]:
    box = part.box
    if box is None:
        return []
    x, y = box.center().x(), box.center().y()
    corners = [
        (box.xMinimum(), box.yMinimum(), x, y),
        (x, box.yMinimum(), box.xMaximum(), y),
        (box.xMinimum(), y, x, box.yMaximum()),
        (x, y, box.xMaximum(), box.yMaximum()),
    ]
    return [replace(part, name=f"{part.name}{at}", box=QgsRectangle(*each)) for at, each in enumerate(corners)]


def _halved(api: Api, result: Result, title: str) -> list[Part]:
    """The parts of a part that the API caps: its codes, then the values of the splits, or the quarters of its box.

    Raises SourceError where nothing parts it any more.
    """
    part = result.part
    if len(part.codes) > 1:
        codes = next(codes for codes in api.codes if codes.parameter in part.asked)
        return [
            replace(part, name=f"{part.name}c{at}", asked={**part.asked, codes.parameter: code}, codes=(code,))
            for at, code in enumerate(part.codes)
        ]
    if part.box is not None and max(part.box.width(), part.box.height()) > SMALLEST:
        return _quarters(part)
    if part.box is None and part.depth < len(api.splits):
        name, values = api.splits[part.depth]
        return [
            replace(part, name=f"{part.name}s{at}", asked={**part.asked, name: value}, depth=part.depth + 1)
            for at, value in enumerate(values)
        ]
    raise SourceError(
        tr("“{title}”: the service gives no more than {count} features of one place, and has more.").format(
            title=title, count=result.count if api.paging.way == "none" else api.deepest
        ),
        detail=json.dumps(dict(part.asked)),
        hint=tr("Clip a smaller territory, or the same layer of another source."),
    )


def _check(api: Api, capped: list[Result], whole: list[Result], reader: PartReader) -> None:
    """Raises IncompleteError where the parts of what was capped hold fewer rows than it announced.

    The total of some services stops at their cap: it is then the least that must have come.
    """
    if api.spot is not None and api.spot.way == "circle":
        return  # the circles of the parts hold less than that of the whole
    for result in capped:
        announced = max(result.total or 0, result.count)
        received = sum(each.count for each in whole if each.part.name.startswith(result.part.name))
        if received < announced:
            raise IncompleteError(
                tr("“{title}”: {received} features came, the service announced {announced}.").format(
                    title=reader.receiver.wanted.title, received=received, announced=announced
                ),
                detail=json.dumps(dict(result.part.asked)),
                hint=tr("The data may be changing on the server: try again in a few minutes."),
            )


def _placed(api: Api, area: Area, part: Part) -> Part | None:
    """The part with the parameters of its box; None where the perimeter isn't there."""
    box, spot = part.box, api.spot
    if box is None or spot is None or area.perimeter is None:
        return part
    if spot.way == "box":
        return replace(part, asked={**part.asked, spot.parameter: written(box, geographic=True)})
    if spot.way == "circle":
        middle = f"{box.center().x():.7f},{box.center().y():.7f}"
        radius = {spot.radius: str(math.ceil(_radius(box)))}
        return replace(part, asked={**part.asked, spot.parameter: middle, **radius})
    shape = outline(area.perimeter, area.crs).intersection(QgsGeometry.fromRect(box))
    if shape.isEmpty():
        return None
    return replace(part, body={spot.parameter: json.loads(shape.asJson(7))})


def _radius(box: QgsRectangle) -> float:
    """The metres of a circle that holds a box, a little more than needed."""
    width = box.width() * math.cos(math.radians(min(abs(box.yMinimum()), abs(box.yMaximum()))))
    return 1.01 * math.hypot(width, box.height()) * _METRES / 2 + 1


def _announced(api: Api, reader: PartReader, pages: list[Page]) -> tuple[int, int]:
    """How many rows there are, each once, and how many came again: with the key of another, in another part."""
    rows = sum(page.rows for page in pages)
    if not api.key:
        return rows, 0
    times = Tally(key for page in pages for key in reader.keys(page))
    return (len(times), rows - len(times)) if times else (rows, 0)


def _told(results: list[Result], repeated: int) -> list[str]:
    """What the API announced and in how many requests it was asked, for the report."""
    said = [tr("requests: {count}").format(count=sum(len(result.pages) for result in results))]
    totals = [result.total for result in results]
    if totals and None not in totals:
        said.append(tr("announced by the service: {count}").format(count=sum(total or 0 for total in totals)))
    if repeated:
        said.append(tr("received several times, kept once: {count}").format(count=repeated))
    return said


def _request(url: str, api: Api, parts: list[Part]) -> str:
    """The first request, to be repeated by hand."""
    if not parts:
        return url
    asked = "&".join(f"{name}={value}" for name, value in {**api.ask, **parts[0].asked}.items())
    more = f" ({len(parts)})" if len(parts) > 1 else ""
    return f"{url}?{asked}{more}" if asked else f"{url}{more}"
