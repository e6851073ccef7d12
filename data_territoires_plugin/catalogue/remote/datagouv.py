"""The 70,000 datasets of data.gouv.fr, searched; its resources as layers.

Contract (udata): GET /api/2/datasets/search/ (q, page, page_size ≤ 100 and page × page_size ≤ 10 000, tag, format,
schema, license, organization, geozone), GET /api/2/datasets/{id}/resources/, GET /api/2/datasets/resources/{id}/,
GET /api/1/datasets/{id}/; always with their final slash.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...errors import CatalogueError, NetworkError, ServerError
from ...i18n import tr
from .entries import entry_of
from .found import Found, Query, Resource, Results
from .judging import format_of, judged, rank
from .kept import Answer, ask
from .licences import licence
from .zones import zones_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsFeedback

    from ..entry import Entry

_PAGE = 50  # datasets asked for at once
_WINDOW = 10_000  # the search shows no dataset beyond
_RESOURCES = 50  # of a page of resources
_MOST_RESOURCES = 500  # of a dataset: beyond, they are the files of a series
_AT_ONCE = 4
LINES = "-lignes"  # after the id of a GTFS: its lines, not its stops
_PRODUCER = re.compile(r"[0-9a-f]{24}")


class DataGouv:
    """data.gouv.fr."""

    name = "datagouv"

    @property
    def title(self) -> str:
        """Its name for people."""
        return "data.gouv.fr"

    def search(self, query: Query, feedback: QgsFeedback) -> Results:
        """The datasets that hold the words and pass the filters; those of the territory first, then around it.

        Raises NetworkError, OfflineError, CatalogueError (further than the search shows).
        """
        from ...network import Pool

        if query.start + query.limit > _WINDOW:
            raise CatalogueError(
                tr("{site} only shows the first {count} datasets of a search.").format(site=self.title, count=_WINDOW),
                hint=tr("Make the search narrower: more words, a territory, a format."),
            )
        rows, total, days = self._rows(query, feedback)
        with Pool(_AT_ONCE) as pool:
            futures = [pool.submit(self._found, row, feedback) for row in rows]
            found = [future.result() for future in futures]
        days += [day for _, day in found if day]
        return Results(tuple(each for each, _ in found), total, _ignored(query), min(days, default=""))

    def _rows(self, query: Query, feedback: QgsFeedback) -> tuple[list[dict[str, Any]], int, list[str]]:
        """The datasets of a page, how many there are in all, and the days of the kept answers used.

        One search per zone, one after the other: the page may begin in any of them.
        """
        zones = zones_of(query.territory) if query.territory else ("",)
        rows: dict[str, dict[str, Any]] = {}
        total, skip, days = 0, query.start, []
        for zone in zones:
            wanted = query.limit - len(rows)
            page, count, kept = self._window(_parameters(query, zone), skip, wanted, feedback)
            skip = max(0, skip - count)
            total += count - sum(str(row["id"]) in rows for row in page)
            rows |= {str(row["id"]): row for row in page if str(row["id"]) not in rows}
            days += kept
        return list(rows.values()), total, days

    def _window(
        self, parameters: Mapping[str, str], start: int, count: int, feedback: QgsFeedback
    ) -> tuple[list[dict[str, Any]], int, list[str]]:
        """`count` datasets of a search from `start`, and how many it has."""
        size = max(1, min(_PAGE, count))
        rows: list[dict[str, Any]] = []
        page, days = start // size + 1, []
        while True:
            asked = {**parameters, "page": str(page), "page_size": str(size)}
            answer = ask(f"{_base()}/2/datasets/search/", asked, feedback)
            days += [answer.day] if answer.day else []
            data, total = _listed(answer)
            rows += data[max(0, start - (page - 1) * size) :] if len(rows) < count else []
            if len(rows) >= count or not data or page * size >= min(total, _WINDOW):
                return rows[:count], total, days
            page += 1

    def _found(self, row: dict[str, Any], feedback: QgsFeedback) -> tuple[Found, str]:
        """A dataset with its resources, and the day of a kept answer."""
        resources = row.get("resources")
        if isinstance(resources, list):
            return found_of(row, resources), ""
        gathered: list[dict[str, Any]] = []
        day = ""
        for page in range(1, _MOST_RESOURCES // _RESOURCES + 1):
            asked = {"page": str(page), "page_size": str(_RESOURCES)}
            answer = ask(f"{_base()}/2/datasets/{row['id']}/resources/", asked, feedback)
            day = answer.day or day
            data, total = _listed(answer)
            gathered += data
            if not data or len(gathered) >= total:
                break
        return found_of(row, gathered), day

    def dataset(self, dataset_id: str, feedback: QgsFeedback) -> Found:
        """A dataset by its id or its slug, with its resources. Raises NetworkError."""
        document = ask(f"{_base()}/1/datasets/{dataset_id}/", {}, feedback).document
        if not isinstance(document, dict):
            raise _not_promised(str(document))
        return found_of(document, document.get("resources") or [])

    def entry(self, resource_id: str, feedback: QgsFeedback) -> Entry:
        """The entry that clips a resource.

        Raises CatalogueError where it is no more, can't be clipped, or no key is set for it; NetworkError.
        """
        asked = resource_id.removesuffix(LINES)
        try:
            document = ask(f"{_base()}/2/datasets/resources/{asked}/", {}, feedback).document
            described, dataset_id = document["resource"], document["dataset_id"]
            dataset = ask(f"{_base()}/1/datasets/{dataset_id}/", {}, feedback).document
        except ServerError as error:
            raise _gone(self.title, resource_id, error) from error
        except (KeyError, TypeError) as error:
            raise _not_promised(str(error)) from error
        found = found_of(dataset, [described])
        chosen = next((each for each in found.resources if each.id == resource_id), None)
        if chosen is None:
            raise _gone(self.title, resource_id, None)
        return with_tabular(entry_of(found, chosen), chosen)


def with_tabular(entry: Entry, resource: Resource) -> Entry:
    """The entry of a table that the tabular API may have indexed: asked by the codes of a territory, where it has."""
    if resource.format not in ("csv", "xlsx", "xls", "ods") or resource.restricted or entry.options:
        return entry
    return replace(
        entry, service="datagouv_tabular", options={"resource": resource.id}, megabytes=(resource.size or 0) / 1e6
    )


def found_of(row: Mapping[str, Any], resources: list[dict[str, Any]]) -> Found:
    """A dataset as udata describes it (API 1 or 2)."""
    organization = row.get("organization") or {}
    owner = row.get("owner") or {}
    producer = str(organization.get("name") or f"{owner.get('first_name', '')} {owner.get('last_name', '')}".strip())
    page = str(row.get("page") or "")
    restricted = _restriction(row)
    made = [one for each in resources for one in _resources(each, restricted)]
    return Found(
        source=DataGouv.name,
        id=str(row.get("id") or ""),
        title=str(row.get("title") or row.get("slug") or ""),
        abstract=str(row.get("description") or ""),
        producer=producer,
        licence=licence(str(row.get("license") or ""), page),
        page=page,
        updated=str(row.get("last_update") or row.get("last_modified") or "")[:10],
        coverage=", ".join((row.get("spatial") or {}).get("zones") or ()),
        keywords=tuple(str(tag) for tag in row.get("tags") or ()),
        resources=tuple(sorted(made, key=rank)),
        restricted=restricted,
        warning=_conditions(str(row.get("slug") or "")),
    )


def _conditions(slug: str) -> str:
    """What the producers of some data demand beyond the licence, by the name of the dataset in its address."""
    known = (
        (
            r"valeurs-foncieres|\bdvf\b",
            tr("Personal data: it is forbidden to re-identify persons, and to let search engines index the data."),
        ),
        (
            r"\bsirene\b",
            tr("Some companies have asked not to be disclosed: their names and addresses must not be republished."),
        ),
        (
            r"repertoire-national-des-elus",
            tr("Personal data of elected persons: do not republish their dates of birth."),
        ),
    )
    return next((said for pattern, said in known if re.search(pattern, slug)), "")


def _resources(row: Mapping[str, Any], restricted: str) -> list[Resource]:
    """A resource; two for a GTFS: its stops and its lines."""
    schema, checksum, extras = row.get("schema") or {}, row.get("checksum") or {}, row.get("extras") or {}
    url = str((row.get("latest") if row.get("filetype") == "file" else "") or row.get("url") or "")
    size = row.get("filesize") or extras.get("analysis:content-length")
    resource = Resource(
        id=str(row.get("id") or ""),
        title=str(row.get("title") or ""),
        url=url,
        format=format_of(str(row.get("format") or ""), str(row.get("url") or ""), str(row.get("mime") or "")),
        size=int(size) if isinstance(size, (int, float)) else None,
        updated=str(row.get("last_modified") or row.get("created_at") or "")[:10],
        schema=str(schema.get("name") or ""),
        checksum=f"{checksum.get('type')}:{checksum.get('value')}" if checksum.get("value") else "",
        restricted=restricted,
    )
    if row.get("type") in ("documentation", "code"):
        return [replace(resource, unreadable=tr("documentation, not data"))]
    resource = judged(resource, available=extras.get("check:available") is not False)
    return gtfs(resource) if resource.format == "gtfs" and resource.service else [resource]


def gtfs(resource: Resource) -> list[Resource]:
    """The two layers of a transport network: its stops, and the lines drawn by its shapes."""
    stops = tr("{title} (stops)").format(title=resource.title)
    lines = tr("{title} (lines)").format(title=resource.title)
    return [
        replace(resource, title=stops, layer="member=stops.txt", geometry="point"),
        replace(resource, id=resource.id + LINES, title=lines, layer="layername=shapes_geom", geometry="line"),
    ]


def _restriction(row: Mapping[str, Any]) -> str:
    """Why a dataset is not open, in words: udata's access_type is open, open_with_account or restricted."""
    access = str(row.get("access_type") or "open")
    if row.get("private"):
        return tr("a draft of its producer, not published yet")
    if access == "open":
        return ""
    reason = str(row.get("access_type_reason") or "").strip()
    if access == "open_with_account":
        return tr("an account is needed") + (f" ({reason})" if reason else "")
    return tr("restricted access: agents who are entitled to it") + (f" ({reason})" if reason else "")


def _parameters(query: Query, zone: str) -> dict[str, str]:
    """The search as udata takes it. A producer that is no identifier is looked for among the words."""
    by_id = bool(_PRODUCER.fullmatch(query.producer))
    given = {
        "q": " ".join(part for part in (query.words, "" if by_id else query.producer) if part),
        "geozone": zone,
        "tag": query.theme,
        "format": query.format,
        "schema": query.schema,
        "license": query.licence,
        "organization": query.producer if by_id else "",
    }
    return {name: value for name, value in given.items() if value}


def _ignored(query: Query) -> tuple[str, ...]:
    said = []
    if query.bbox and not query.territory:
        said.append(tr("the bounding box: only a territory is known there"))
    if query.producer and not _PRODUCER.fullmatch(query.producer):
        said.append(tr("the producer: looked for among the words"))
    return tuple(said)


def _listed(answer: Answer) -> tuple[list[dict[str, Any]], int]:
    """The rows of a page and the total that it announces."""
    document = answer.document
    try:
        return list(document["data"]), int(document["total"])
    except (KeyError, TypeError, ValueError) as error:
        raise _not_promised(str(document)[:300]) from error


def _base() -> str:
    from ...network import endpoint

    return endpoint("datagouv")


def _not_promised(detail: str) -> NetworkError:
    return ServerError(
        tr("{site}: the answer is not what the service promises.").format(site="data.gouv.fr"),
        detail=detail,
        hint=tr("Try again later; if it lasts, tell us."),
    )


def _gone(site: str, resource_id: str, error: ServerError | None) -> CatalogueError:
    return CatalogueError(
        tr("{site} has no resource “{id}”, or not any more.").format(site=site, id=resource_id),
        detail=error.detail if error else "",
        hint=tr("Search again: files that are made anew get a new identifier."),
    )
