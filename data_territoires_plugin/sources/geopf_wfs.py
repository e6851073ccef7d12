"""The WFS of the Géoplateforme (a GeoServer), as IGN's own clients use it: see docs/sources.md.

POST with the filter in the body, `srsName` always, one type per request, a sort on the stable key, pages in parallel.
Every page is counted, and the sum compared with what the service announced: complete or failed, never silently short.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from ..catalogue.entry import Entry, GeometryKind
from ..errors import IncompleteError, NetworkError, ServerError, SourceError
from ..i18n import tr
from ..network import Pool, checked, endpoint, json_answer, session
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .codes import Selection, selection
from .distinct import Distinct
from .outline import cql_polygon, outline
from .wfs_pages import RETURNED, Query, Reader, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

    import requests
    from qgis.core import QgsFeedback

T = TypeVar("T")
TIMEOUT = (15.0, 90.0)  # seconds: to answer at all, without a byte
PAUSES = (0.5, 2.0)  # seconds before asking again for an answer that is not what it promises
# The CRS that the service serves natively (services2.md §0): any of them can be asked for. Others: EPSG:4326, and GDAL.
SERVED = frozenset(f"EPSG:{code}" for code in (4326, 3857, 2154, 5490, 4471, 2975, 2972, 32620))
MOST_SORTED = 5  # columns that stand for a key in the sort
_MATCHED = re.compile(rb"numberMatched\W{1,3}(\d+|unknown)")
_TYPES = {
    "int": "MEDIUMINT",
    "integer": "INTEGER",
    "long": "INTEGER",
    "short": "MEDIUMINT",
    "byte": "MEDIUMINT",
    "float": "REAL",
    "double": "REAL",
    "decimal": "REAL",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "date-time": "DATETIME",
    "dateTime": "DATETIME",
    "number": "REAL",
}
_DATED = {"cache-control": "no-cache"}


_REFUSALS = (400, 413, 414)
_BEGINNING = 2000  # bytes of an answer, where an exception says its name


class _RefusedError(ServerError):
    """The service understood the request and refused it: asked otherwise, it may answer."""


@dataclass(frozen=True)
class FeatureType:
    """What DescribeFeatureType says of a type."""

    columns: tuple[Column, ...]
    geometry: str  # "" for a table


class GeopfWfs:
    """Reads a feature type of a GeoServer WFS 2.0."""

    def __init__(self, pool: Pool, authcfg: str = "") -> None:
        self._pool = pool
        self._authcfg = authcfg

    # ------------------------------------------------------------------------------------------------ plan
    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Asks for the columns of the type, chooses a filter and asks how many features answer it."""
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        early = self._early(entry, area, feedback)
        layer, described = self._found(entry, feedback)
        way, reason, cql = self._filter(entry, area, described)
        names = [column.name for column in described.columns]
        key = entry.key if entry.key in names else ""
        sort = [key] if key else names[:MOST_SORTED]
        query = Query(layer, self._srs(area), cql, ",".join(f"{name} A" for name in sort), key)
        try:
            announced = self._announced(entry, query, early, feedback)
        except _RefusedError as refusal:
            if way is not Way.SPATIAL:
                raise
            # Too long, too many vertices, a predicate that the service does not bear today: its box says the same, and
            # the cut is made here in any case.
            way, reason, cql = self._boxed(area, described, refusal)
            query = Query(layer, query.srs, cql, query.sort, key)
            announced = self._hits(entry, query, feedback)
        if announced == 0 and way is Way.ATTRIBUTE and area.perimeter is not None and described.geometry:
            # No feature has these codes: written otherwise there, perhaps. The perimeter tells for sure.
            way, reason, cql = self._spatial(area, described)
            query = Query(layer, query.srs, cql, query.sort, key)
            announced = self._hits(entry, query, feedback)
        address = f"{endpoint(entry.service)}?service=WFS&request=GetFeature&typeNames={layer}&srsName={query.srs}"
        return Plan(
            way,
            reason,
            f"{address} — {cql or '*'}",
            announced,
            described.columns,
            edition="" if entry.edition.startswith("field:") else entry.edition,
            exact=way is Way.ATTRIBUTE,
            detail=query.note(),
        )

    def _early(self, entry: Entry, area: Area, feedback: QgsFeedback) -> tuple[Query, Future[int | None]] | None:
        """The number of features, asked while the type is described: from what the catalogue says of the type."""
        if not entry.geometry_column or (area.perimeter is None and selection(entry, area) is None):
            return None
        believed = (*(Column(field) for field in entry.code_fields.values()),)
        _, _, cql = self._filter(entry, area, FeatureType(believed, entry.geometry_column))
        query = Query(entry.layer, self._srs(area), cql, "", "")
        return query, self._pool.submit(self._hits, entry, query, feedback)

    def _announced(
        self, entry: Entry, query: Query, early: tuple[Query, Future[int | None]] | None, feedback: QgsFeedback
    ) -> int | None:
        """The number of features; what was asked early serves where it asked the same, and had its turn."""
        if early is not None:
            guess, answer = early
            same = (guess.layer, guess.srs, guess.cql) == (query.layer, query.srs, query.cql)
            if not answer.cancel() and same:
                with suppress(NetworkError, SourceError):
                    return answer.result()
        return self._hits(entry, query, feedback)

    def _found(self, entry: Entry, feedback: QgsFeedback) -> tuple[str, FeatureType]:
        """The type name in force and its description: names move at the Géoplateforme (services2.md §1d)."""
        refusals: list[SourceError] = []
        for layer in (entry.layer, *entry.former_layers):
            try:
                return layer, self.describe(entry, layer, feedback)
            except SourceError as error:
                refusals.append(error)
        raise refusals[0]

    def describe(self, entry: Entry, layer: str, feedback: QgsFeedback) -> FeatureType:
        """The columns of a type. Raises SourceError where the service no longer has it."""
        parameters = {
            "service": "WFS",
            "version": "2.0.0",
            "request": "DescribeFeatureType",
            "typeNames": layer,
            "outputFormat": "application/json",
        }

        def sent() -> requests.Response:
            with session(authcfg=self._authcfg, feedback=feedback) as web:
                return web.get(endpoint(entry.service), params=parameters, timeout=TIMEOUT)

        def read(answer: requests.Response) -> FeatureType:
            if answer.status_code == 400:
                raise SourceError(
                    tr("The service no longer has the layer “{layer}” of “{title}”.").format(
                        layer=layer, title=entry.title
                    ),
                    detail=answer.text[:500],
                    hint=tr("Its name may have changed: update the extension or its catalogue."),
                )
            return _described(entry, json_answer(answer))

        return self._asked(sent, read, feedback)

    def _filter(self, entry: Entry, area: Area, described: FeatureType) -> tuple[Way, str, str]:
        known = {column.name for column in described.columns}
        selected = selection(entry, area)
        if selected is not None and selected.field in known:
            reason = tr("by the codes of the territory, field {field}").format(field=selected.field)
            return Way.ATTRIBUTE, reason, _cql_codes(selected)
        if area.perimeter is None:
            raise SourceError(tr("“{title}” can't be selected by a code.").format(title=entry.title))
        if not described.geometry:
            return Way.ALL, tr("a table without geometry: read whole"), ""
        return self._spatial(area, described)

    @staticmethod
    def _spatial(area: Area, described: FeatureType) -> tuple[Way, str, str]:
        if area.perimeter is None:
            raise SourceError(tr("A perimeter is needed."))
        simple = outline(area.perimeter, area.crs)
        return (
            Way.SPATIAL,
            tr("by the perimeter, simplified outward"),
            f"INTERSECTS({described.geometry},{cql_polygon(simple)})",
        )

    @staticmethod
    def _boxed(area: Area, described: FeatureType, refusal: _RefusedError) -> tuple[Way, str, str]:
        """By the bounding box: longitude first, since its CRS is given (services.md §1)."""
        if area.perimeter is None:
            raise refusal
        box = outline(area.perimeter, area.crs).boundingBox()
        corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        return (
            Way.BBOX,
            tr("by the bounding box: the service refused the perimeter"),
            f"BBOX({described.geometry},{','.join(f'{value:.6f}' for value in corners)},'EPSG:4326')",
        )

    @staticmethod
    def _srs(area: Area) -> str:
        name = area.crs.authid()
        return name if name in SERVED else "EPSG:4326"

    # ------------------------------------------------------------------------------------------------ requests
    def _hits(self, entry: Entry, query: Query, feedback: QgsFeedback) -> int | None:
        def read(answer: requests.Response) -> int | None:
            try:
                found = _MATCHED.search(checked(answer).content)
            except ServerError as error:
                if answer.status_code in _REFUSALS or b"xception" in answer.content[:_BEGINNING]:
                    raise _RefusedError(error.message, error.detail, error.hint) from error
                raise
            return int(found[1]) if found and found[1] != b"unknown" else None

        return self._asked(lambda: self._post(entry, query, {"resultType": "hits"}, feedback), read, feedback)

    def page(self, entry: Entry, query: Query, span: Span, feedback: QgsFeedback) -> bytes:
        """The answer for a span, as it came, whole."""
        more = {"count": str(span.wanted), "startIndex": str(span.start)}
        if query.sort:
            more["sortBy"] = query.sort

        def read(answer: requests.Response) -> bytes:
            body = checked(answer).content
            if not body.rstrip().endswith(b"}") or not RETURNED.search(body):
                raise NetworkError(
                    tr("“{title}”: a page did not come whole.").format(title=entry.title),
                    detail=repr(body[:200] + b" ... " + body[-200:]),
                    hint=tr("The network or the service is struggling: try again in a few minutes."),
                )
            return body

        return self._asked(lambda: self._post(entry, query, more, feedback), read, feedback)

    @staticmethod
    def _asked(
        send: Callable[[], requests.Response], read: Callable[[requests.Response], T], feedback: QgsFeedback
    ) -> T:
        """What an answer says. One that succeeds and is not what it promises (a page of HTML…) is asked for again."""
        for pause in PAUSES:
            answer = send()
            try:
                return read(answer)
            except NetworkError:
                if answer.status_code >= 400:
                    raise  # a refusal; `network` has insisted where that makes sense
            end = time.monotonic() + pause
            while time.monotonic() < end:
                stop_if_cancelled(feedback)
                time.sleep(0.05)
        return read(send())

    def _post(self, entry: Entry, query: Query, more: dict[str, str], feedback: QgsFeedback) -> requests.Response:
        stop_if_cancelled(feedback)
        parameters = {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": query.layer,
            "outputFormat": "application/json",
            "exceptions": "application/json",
            "srsName": query.srs,
            **more,
        }
        body = {"cql_filter": query.cql} if query.cql else {}
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            return web.request(
                "POST", endpoint(entry.service), parameters, body, _DATED, timeout=TIMEOUT, idempotent=True
            )

    # ------------------------------------------------------------------------------------------------ fetch
    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """Pages as they arrive, in parallel; raises IncompleteError in the end where some features are missing."""
        self._authcfg = entry.options.get("authcfg", self._authcfg)
        query = Query.of(plan.detail)
        target = area.crs.authid() or area.crs.toWkt()
        reader = Reader(
            lambda span: self.page(entry, query, span, feedback), entry.title, query.srs, target, stage, feedback
        )
        distinct = Distinct(query.key)
        try:
            for batch in reader.batches(self._pool, plan.announced):
                distinct.add(batch.path, batch.table)
                yield batch
            if plan.announced is not None and distinct.count != plan.announced:
                # Even if the service announces this number by now: a feature that left while the pages were read has
                # shifted the next ones, and one of them was missed.
                raise IncompleteError(
                    tr("“{title}”: {received} features came, the service announced {announced}.").format(
                        title=entry.title, received=distinct.count, announced=plan.announced
                    ),
                    hint=tr("The data may be changing on the server: try again in a few minutes."),
                )
        finally:
            distinct.close()


def _described(entry: Entry, document: Any) -> FeatureType:
    try:
        properties = document["featureTypes"][0]["properties"]
        pairs = [(str(item["name"]), str(item["type"])) for item in properties]
    except (KeyError, IndexError, TypeError) as error:
        raise ServerError(
            tr("The description of “{title}” can't be understood.").format(title=entry.title),
            detail=str(document)[:500],
        ) from error
    geometry = next((name for name, type_ in pairs if type_.startswith("gml:")), "")
    columns = tuple(
        Column(name, _TYPES.get(type_.split(":")[-1], "TEXT")) for name, type_ in pairs if not type_.startswith("gml:")
    )
    return FeatureType(columns, "" if entry.geometry is GeometryKind.NONE else geometry)


def _cql_codes(selected: Selection) -> str:
    values = ",".join("'" + value.replace("'", "''") + "'" for value in selected.values)
    return f"{selected.field}={values}" if len(selected.values) == 1 else f"{selected.field} IN ({values})"
