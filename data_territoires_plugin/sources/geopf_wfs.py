"""The WFS of the Géoplateforme, as IGN's own clients use it (a GeoServer: `docs/sources.md` says what was learnt of it).

POST with the filter in the body, `srsName` always, one type per request, a sort on the stable key, pages in parallel.
Every page is counted, and the sum compared with what the service announced: complete or failed, never silently short.
"""

from __future__ import annotations

import re
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..catalogue.entry import Entry, GeometryKind
from ..errors import IncompleteError, NetworkError, ServerError, SourceError
from ..i18n import tr
from ..network import checked, endpoint, json_answer, session
from .base import Area, Batch, Column, Plan, Stage, Way, stop_if_cancelled
from .codes import selection
from .convert import convert, count
from .distinct import Distinct
from .outline import cql_polygon, outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    import requests
    from qgis.core import QgsFeedback

    from ..network import Pool

PAGE = 5000  # the most that the service gives; asked for, never assumed
TIMEOUT = (15.0, 90.0)  # seconds: to answer at all, without a byte
_MATCHED = re.compile(rb"numberMatched\W{1,3}(\d+|unknown)")
_RETURNED = re.compile(rb'"numberReturned"\s*:\s*(\d+)')
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
        layer, described = self._found(entry, feedback)
        way, reason, cql = self._filter(entry, area, described)
        key = entry.key if any(column.name == entry.key for column in described.columns) else ""
        sort = key or (described.columns[0].name if described.columns else "")
        query = {
            "typeNames": layer,
            "srsName": self._srs(area),
            "cql": cql,
            "sortBy": f"{sort} A" if sort else "",
            "key": key,
        }
        stop_if_cancelled(feedback)
        announced = self._hits(entry, query, feedback)
        if announced == 0 and way is Way.ATTRIBUTE and area.perimeter is not None and described.geometry:
            # No feature has these codes: written otherwise there, perhaps. The perimeter tells for sure.
            way, reason, query["cql"] = self._spatial(area, described)
            announced = self._hits(entry, query, feedback)
        request = f"{endpoint(entry.service)}?service=WFS&request=GetFeature&typeNames={layer}&srsName={query['srsName']} — {query['cql'] or '*'}"
        return Plan(
            way,
            reason,
            request,
            announced,
            described.columns,
            edition="" if entry.edition.startswith("field:") else entry.edition,
            exact=way is Way.ATTRIBUTE,
            detail=query,
        )

    def _found(self, entry: Entry, feedback: QgsFeedback) -> tuple[str, FeatureType]:
        """The type name in force and its description: names move at the Géoplateforme (services2.md §1d)."""
        for layer in (entry.layer, *entry.former_layers):
            try:
                return layer, self.describe(entry, layer, feedback)
            except SourceError as error:
                missing = error
        raise missing

    def describe(self, entry: Entry, layer: str, feedback: QgsFeedback) -> FeatureType:
        """The columns of a type. Raises SourceError where the service no longer has it."""
        parameters = {"service": "WFS", "version": "2.0.0", "request": "DescribeFeatureType", "typeNames": layer}
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            answer = web.get(
                endpoint(entry.service), params={**parameters, "outputFormat": "application/json"}, timeout=TIMEOUT
            )
        if answer.status_code == 400:
            raise SourceError(
                tr("The service no longer has the layer “{layer}” of “{title}”.").format(
                    layer=layer, title=entry.title
                ),
                detail=answer.text[:500],
                hint=tr("Its name may have changed: update the extension or its catalogue."),
            )
        document = json_answer(answer)
        try:
            properties = document["featureTypes"][0]["properties"]
            pairs = [(str(item["name"]), str(item["type"])) for item in properties]
        except (KeyError, IndexError, TypeError) as error:
            raise ServerError(
                tr("The description of “{title}” can't be understood.").format(title=entry.title),
                detail=answer.text[:500],
            ) from error
        geometry = next((name for name, type_ in pairs if type_.startswith("gml:")), "")
        if entry.geometry is GeometryKind.NONE:
            geometry = ""
        columns = tuple(
            Column(name, _TYPES.get(type_.split(":")[-1], "TEXT"))
            for name, type_ in pairs
            if not type_.startswith("gml:")
        )
        return FeatureType(columns, geometry)

    def _filter(self, entry: Entry, area: Area, described: FeatureType) -> tuple[Way, str, str]:
        known = {column.name for column in described.columns}
        selected = selection(entry, area)
        if selected is not None and selected.field in known:
            values = ",".join("'" + value.replace("'", "''") + "'" for value in selected.values)
            cql = f"{selected.field}={values}" if len(selected.values) == 1 else f"{selected.field} IN ({values})"
            return Way.ATTRIBUTE, tr("by the codes of the territory, field {field}").format(field=selected.field), cql
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
    def _srs(area: Area) -> str:
        name = area.crs.authid()
        return name if name.startswith("EPSG:") else "EPSG:4326"

    def _hits(self, entry: Entry, query: dict[str, str], feedback: QgsFeedback) -> int | None:
        answer = checked(self._post(entry, query, {"resultType": "hits"}, feedback))
        found = _MATCHED.search(answer.content)
        return int(found[1]) if found and found[1] != b"unknown" else None

    def _post(
        self, entry: Entry, query: dict[str, str], more: dict[str, str], feedback: QgsFeedback
    ) -> requests.Response:
        parameters = {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": query["typeNames"],
            "outputFormat": "application/json",
            "exceptions": "application/json",
            "srsName": query["srsName"],
            **more,
        }
        if query["sortBy"] and "count" in more:
            parameters["sortBy"] = query["sortBy"]
        body = {"cql_filter": query["cql"]} if query["cql"] else {}
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            return web.post(
                endpoint(entry.service), params=parameters, data=body, headers=_DATED, timeout=TIMEOUT, idempotent=True
            )

    # ------------------------------------------------------------------------------------------------ fetch
    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """Pages as they arrive, in parallel; raises IncompleteError in the end where some features are missing."""
        query = dict(plan.detail)
        distinct = Distinct(query["key"])
        try:
            for batch in self._pages(entry, area, plan, stage, feedback):
                distinct.add(batch.path, batch.table)
                yield batch
            if plan.announced is not None and distinct.count != plan.announced:
                now = self._hits(entry, query, feedback)
                if now != distinct.count:
                    raise IncompleteError(
                        tr("“{title}”: {received} features came, the service announced {announced}.").format(
                            title=entry.title, received=distinct.count, announced=plan.announced
                        ),
                        hint=tr("The data may be changing on the server: try again in a few minutes."),
                    )
        finally:
            distinct.close()

    def _pages(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        if plan.announced is None:
            yield from self._one_by_one(entry, area, plan, stage, feedback)
            return
        starts = range(0, plan.announced, PAGE)
        waiting: set[Future[list[Batch]]] = {
            self._pool.submit(self._span, entry, area, plan, stage, start, min(PAGE, plan.announced - start), feedback)
            for start in starts
        }
        try:
            while waiting:
                stop_if_cancelled(feedback)
                done, waiting = wait(waiting, timeout=0.1, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from future.result()
        finally:
            for future in waiting:
                future.cancel()
            wait(waiting)

    def _span(
        self, entry: Entry, area: Area, plan: Plan, stage: Stage, start: int, wanted: int, feedback: QgsFeedback
    ) -> list[Batch]:
        """`wanted` features from `start` on: one page, or several where the service gives fewer at a time than asked."""
        batches, got = [], 0
        while got < wanted:
            batch, received = self._page(entry, area, plan, stage, start + got, wanted - got, feedback)
            if not received:
                break
            batches.append(batch)
            got += received
        return batches

    def _one_by_one(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The service doesn't say how many: pages in turn, until an empty one."""
        start = 0
        while True:
            stop_if_cancelled(feedback)
            batch, received = self._page(entry, area, plan, stage, start, PAGE, feedback)
            if not received:
                return
            yield batch
            start += received

    def _page(
        self, entry: Entry, area: Area, plan: Plan, stage: Stage, start: int, wanted: int, feedback: QgsFeedback
    ) -> tuple[Batch, int]:
        name = f"page-{start:09d}-{wanted}.gpkg"
        received = 0  # bytes: an earlier try may have fetched this page
        if not stage.has(name):
            stop_if_cancelled(feedback)
            more = {"count": str(wanted), "startIndex": str(start)}
            body = checked(self._post(entry, dict(plan.detail), more, feedback)).content
            self._keep(entry, area, plan, stage, name, body)
            received = len(body)
        path = stage.path(name)
        return Batch(path, "rows", received), count(path, "rows")

    @staticmethod
    def _keep(entry: Entry, area: Area, plan: Plan, stage: Stage, name: str, body: bytes) -> None:
        """Turns a page into rows, in the stage. A page that isn't what it says is refused."""
        returned = _RETURNED.search(body, max(0, body.rfind(b'"numberReturned"')))
        if not body.rstrip().endswith(b"}") or returned is None:
            raise NetworkError(
                tr("“{title}”: a page did not come whole.").format(title=entry.title),
                detail=repr(body[:200] + b" ... " + body[-200:]),
                hint=tr("The network or the service is struggling: try again in a few minutes."),
            )
        page = stage.draft(name).with_suffix(".json")
        page.write_bytes(body)
        srs, target = plan.detail["srsName"], area.crs.authid() or area.crs.toWkt()
        try:
            rows = convert(
                str(page), stage.draft(name), "rows", from_crs=srs, to_crs=target, open_options=("DATE_AS_STRING=YES",)
            )
        finally:
            page.unlink(missing_ok=True)
        if rows != int(returned[1]):
            raise NetworkError(
                tr("“{title}”: a page holds {rows} features and says {returned}.").format(
                    title=entry.title, rows=rows, returned=int(returned[1])
                )
            )
        stage.keep(name)
