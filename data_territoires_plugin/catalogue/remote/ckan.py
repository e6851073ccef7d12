"""A catalogue by the API of CKAN (package_search, package_show), as Data Sud has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...errors import NetworkError, ServerError
from ...i18n import tr
from .csw import gone
from .found import Found, Query, Results
from .kept import Answer, ask
from .links import Link, chosen, is_restricted, licence_told, record_of, resources_of
from .places import ignored

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ..entry import Entry
    from .platforms import Platform

_MOST = 100  # datasets asked at once


class Ckan:
    """The catalogue of a platform, by CKAN. It can't search by place: the territory is told as ignored."""

    def __init__(self, platform: Platform) -> None:
        self.name, self.title = platform.name, platform.title
        self._platform = platform

    def search(self, query: Query, feedback: QgsFeedback) -> Results:
        """The datasets that hold the words. Raises NetworkError, OfflineError."""
        rows = str(min(max(1, query.limit), _MOST))
        answer = self._ask("package_search", {"q": query.words, "rows": rows, "start": str(query.start)}, feedback)
        result = answer.document["result"]
        found = tuple(self._found(each) for each in result.get("results") or [])
        count = result.get("count")
        told = ignored(query) if not query.territory else (tr("the territory"), *_without_place(query))
        return Results(found, count if isinstance(count, int) else None, told, answer.day)

    def entry(self, resource_id: str, feedback: QgsFeedback) -> Entry:
        """The entry that clips a file or a link of a dataset. Raises CatalogueError, NetworkError, OfflineError."""
        try:
            answer = self._ask("package_show", {"id": record_of(resource_id)}, feedback)
        except ServerError as error:
            raise gone(self.title, resource_id) from error
        found = self._found(answer.document["result"])
        resource = chosen(found, resource_id)
        if resource is None:
            raise gone(self.title, resource_id)
        return self._platform.entry(found, resource)

    def _ask(self, action: str, parameters: dict[str, str], feedback: QgsFeedback) -> Answer:
        answer = ask(f"{self._platform.address('ckan')}/action/{action}", parameters, feedback)
        document = answer.document
        if (
            not isinstance(document, dict)
            or not document.get("success")
            or not isinstance(document.get("result"), dict)
        ):
            raise NetworkError(
                tr("{title}: the catalogue did not answer with records.").format(title=self.title),
                detail=str(document)[:300],
                hint=tr("Check the address of the catalogue of this platform."),
            )
        return answer

    def _found(self, row: dict[str, Any]) -> Found:
        name = str(row.get("name") or row.get("id"))
        page = self._platform.page(name)
        links = [
            Link(_text(r.get("url")), _text(r.get("format")), "", _text(r.get("name")), _text(r.get("mimetype")))
            for r in row.get("resources") or []
        ]
        rights = [_text(row.get(key)) for key in ("license_id", "license_title", "license_url") if row.get(key)]
        return Found(
            self.name,
            name,
            _text(row.get("title")) or name,
            _text(row.get("notes")),
            _text((row.get("organization") or {}).get("title")) or _text(row.get("author")) or self.title,
            licence_told(rights, self._platform.licence, page),
            page,
            _text(row.get("metadata_modified"))[:10],
            keywords=tuple(_text(each.get("name")) for each in row.get("tags") or []),
            resources=resources_of(name, links),
            restricted=tr("private dataset of the platform") if row.get("private") is True else is_restricted(rights),
        )


def _without_place(query: Query) -> tuple[str, ...]:
    return tuple(words for words in ignored(query) if words != tr("the territory (its contour could not be had)"))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
