"""A catalogue of metadata by OGC API – Records (OGC 20-004r1): a collection of records, its pages by their links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

from ...errors import NetworkError, ServerError
from ...i18n import tr
from ..words import words
from .csw import gone
from .found import Found, Query, Results
from .kept import Answer, ask
from .links import Link, chosen, is_restricted, licence_told, record_of, resources_of
from .places import ignored, located

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsFeedback

    from ..entry import Entry
    from .platforms import Platform

_MOST = 100  # records asked at once
_MOST_PAGES = 200  # followed to reach the last one wanted
_SEVERAL = 2  # words
# Links of a record to itself, to its catalogue: nothing to clip there.
_OF_RECORD = frozenset(("self", "alternate", "collection", "root", "parent", "prev", "next", "canonical", "up"))


class Records:
    """The catalogue of a platform, by OGC API Records. `records` of the platform: the address of its collection."""

    def __init__(self, platform: Platform) -> None:
        self.name, self.title = platform.name, platform.title
        self._platform = platform

    def search(self, query: Query, feedback: QgsFeedback) -> Results:
        """The records that hold the words, around the territory. Raises NetworkError, OfflineError."""
        query = located(query, feedback)
        limit = min(max(1, query.limit), _MOST)
        wanted = words(query.words)
        asked = {"limit": str(limit), "f": "json"}
        if wanted:
            # Several words are a phrase for the standard, any of them for some servers: one is asked, all are checked.
            asked["q"] = max(re.findall(r"\w+", query.words), key=len)
        if query.bbox:
            asked["bbox"] = ",".join(f"{number:.6f}" for number in query.bbox)
        rows, told, more, day = self._followed(asked, wanted, query.start + limit, feedback)
        exact = told if len(wanted) < _SEVERAL else None if more else len(rows)
        return Results(tuple(rows[query.start : query.start + limit]), exact, ignored(query), day)

    def _followed(
        self, asked: dict[str, str], wanted: tuple[str, ...], enough: int, feedback: QgsFeedback
    ) -> tuple[list[Found], int | None, bool, str]:
        """The records that hold all the words, `enough` of them; what the server counts; whether more may follow."""
        rows: list[Found] = []
        address, parameters, total, day = self._items(), asked, None, ""
        for _ in range(_MOST_PAGES):
            answer = self._ask(address, parameters, feedback)
            features, day = _features(answer, self.title), answer.day or day
            matched = answer.document.get("numberMatched")
            total = matched if isinstance(matched, int) else total
            read = (found_of(feature, self._platform) for feature in features)
            rows += [each for each in read if len(wanted) < _SEVERAL or _holds(each, wanted)]
            following = _next(answer.document, address) if features else ""
            if not following or len(rows) >= enough:
                return rows, total, bool(following), day
            address, _, text = following.partition("?")
            parameters = dict(parse_qsl(text))
        return rows, total, True, day

    def entry(self, resource_id: str, feedback: QgsFeedback) -> Entry:
        """The entry that clips a link of a record. Raises CatalogueError, NetworkError, OfflineError."""
        record = record_of(resource_id)
        try:
            answer = self._ask(f"{self._items()}/{quote(record, safe='')}", {"f": "json"}, feedback)
        except ServerError as error:
            raise gone(self.title, resource_id) from error
        found = found_of(answer.document, self._platform)
        resource = chosen(found, resource_id)
        if resource is None:
            raise gone(self.title, resource_id)
        return self._platform.entry(found, resource)

    def _items(self) -> str:
        return f"{self._platform.address('records').rstrip('/').removesuffix('/items')}/items"

    def _ask(self, address: str, parameters: dict[str, str], feedback: QgsFeedback) -> Answer:
        """The kept answers are for what anyone may read: with a key, nothing is kept."""
        if not self._platform.authcfg:
            return ask(address, parameters, feedback)
        from ...network import json_answer, session

        with session(authcfg=self._platform.authcfg, feedback=feedback) as web:
            return Answer(json_answer(web.get(address, params=parameters, headers={"Accept": "application/json"})))


def found_of(record: Any, platform: Platform) -> Found:
    """The dataset that a record (GeoJSON) describes. Raises NetworkError where it is no record."""
    if not isinstance(record, dict) or not isinstance(record.get("properties"), dict):
        raise NetworkError(
            tr("{title}: the catalogue did not answer with records.").format(title=platform.title),
            detail=str(record)[:300],
            hint=tr("Check the address of the catalogue of this platform."),
        )
    about = record["properties"]
    name = str(record.get("id") or about.get("externalId") or about.get("identifier") or "")
    page = platform.page(name)
    links = [each for each in [*(record.get("links") or []), *(about.get("associations") or [])] if _is_data(each)]
    rights = [_text(about.get(key)) for key in ("license", "rights", "accessRights") if about.get(key)]
    return Found(
        platform.name,
        name,
        _text(about.get("title")) or name,
        _text(about.get("description") or about.get("abstract")),
        _producer(about) or platform.title,
        licence_told([*rights, *(_text(x.get("href")) for x in _licences(record))], platform.licence, page),
        page,
        _text(about.get("updated") or about.get("recordUpdated") or about.get("created"))[:10],
        keywords=tuple(_keywords(about)),
        resources=resources_of(name, [_link(each) for each in links]),
        restricted=is_restricted(rights),
    )


def _holds(found: Found, wanted: tuple[str, ...]) -> bool:
    said = words(" ".join((found.title, found.abstract, found.producer, *found.keywords)))
    return all(any(word in each for each in said) for word in wanted)


def _is_data(link: Any) -> bool:
    return isinstance(link, dict) and bool(link.get("href")) and link.get("rel") not in _OF_RECORD | {"license"}


def _licences(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in record.get("links") or [] if isinstance(each, dict) and each.get("rel") == "license"]


def _link(link: dict[str, Any]) -> Link:
    """A link as pycsw (`protocol`, `name`), pygeoapi and GeoNetwork (`rel`, `type`, `title`) write it."""
    relation = _text(link.get("rel"))
    protocol = _text(link.get("protocol")) or _text(link.get("service"))
    if not protocol and relation in ("items", "data", "collection-items") and "/collections/" in str(link["href"]):
        protocol = "OGC API Features"
    title = _text(link.get("title")) or _text(link.get("description"))
    return Link(str(link["href"]), protocol, _text(link.get("name")), title, _text(link.get("type")))


def _features(answer: Answer, title: str) -> list[dict[str, Any]]:
    features = answer.document.get("features") if isinstance(answer.document, dict) else None
    if not isinstance(features, list):
        raise NetworkError(
            tr("{title}: the catalogue did not answer with records.").format(title=title),
            detail=str(answer.document)[:300],
            hint=tr("Check the address of the catalogue of this platform."),
        )
    return features


def _next(document: dict[str, Any], address: str) -> str:
    """The address of the next page, on the same server; "" for none."""
    for link in document.get("links") or []:
        if isinstance(link, dict) and link.get("rel") == "next" and link.get("href"):
            target = urljoin(address, str(link["href"]))
            return target if urlsplit(target).hostname == urlsplit(address).hostname else ""
    return ""


def _producer(about: dict[str, Any]) -> str:
    contacts = [each for each in about.get("contacts") or about.get("providers") or [] if isinstance(each, dict)]
    names = [_text(each.get("organization")) or _text(each.get("name")) for each in contacts]
    return next(filter(None, names), _text(about.get("publisher")) or _text(about.get("creator")))


def _keywords(about: dict[str, Any]) -> Iterable[str]:
    for each in about.get("keywords") or []:
        if isinstance(each, str) and each.strip():
            yield each.strip()
    for theme in about.get("themes") or []:
        for each in theme.get("concepts") or [] if isinstance(theme, dict) else []:
            word = _text(each.get("title") or each.get("id")) if isinstance(each, dict) else _text(each)
            if word:
                yield word


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
