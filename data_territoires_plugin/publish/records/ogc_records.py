"""A catalogue by OGC API – Records with transactions (draft part 3, OGC 25-015), as pycsw 3 and pygeoapi answer.

Records travel as GeoJSON: pycsw 3.0 takes ISO 19139 in a POST but not in a PUT (geopython/pycsw#1194). A record that
the catalogue keeps in ISO 19139 is left alone: replaced by JSON, it would lose what JSON can't say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...errors import ServerError
from ...i18n import tr
from ...metadata.record_json import without_links_of
from ...network import checked, json_answer, session
from ...network.answers import said
from ..targets.base import TargetError
from .base import FRESH, JSON, TIMEOUT, Held, Site

if TYPE_CHECKING:
    import requests
    from qgis.core import QgsFeedback

_GEOJSON = {"Content-Type": "application/geo+json", "Accept": "application/json"}
_GONE = frozenset({404, 410})


class OgcRecords:
    """A collection of records. `url`: of the collection, or of the API where it has only one."""

    form = JSON

    def __init__(self, url: str, authcfg: str = "") -> None:
        self._url, self._authcfg = url.partition("?")[0].rstrip("/").removesuffix("/items"), authcfg

    def probe(self, feedback: QgsFeedback) -> Site:
        """The collection, which must be one of records. TargetError where it isn't."""
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            if "/collections/" not in self._url:
                self._url = self._only_collection(web)
            document = json_answer(web.get(self._url, params={"f": "json"}, timeout=TIMEOUT))
        if not isinstance(document, dict) or document.get("itemType") != "record":
            raise TargetError(
                tr("{url} is not a collection of metadata records.").format(url=self._url),
                hint=tr("Give the address of the collection of records: …/collections/NAME."),
            )
        return Site(str(document.get("title") or self._url))

    def _only_collection(self, web: requests.Session) -> str:
        document = json_answer(web.get(f"{self._url}/collections", params={"f": "json"}, timeout=TIMEOUT))
        known = [one for one in document.get("collections") or () if isinstance(one, dict)]
        names = [str(one.get("id")) for one in known if one.get("itemType") == "record"]
        if len(names) != 1:
            raise TargetError(
                tr("This API has {count} collections of records.").format(count=len(names)),
                hint=tr("Give the address of one: {url}/collections/NAME ({names}).").format(
                    url=self._url, names=", ".join(names)
                ),
            )
        return f"{self._url}/collections/{quote(names[0], safe=':')}"

    def read(self, identifier: str, feedback: QgsFeedback) -> Held | None:
        """The record in JSON. TargetError where the catalogue keeps it in ISO 19139."""
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            answer = web.get(self._item(identifier), params={"f": "json"}, headers=FRESH, timeout=TIMEOUT)
            if answer.status_code in _GONE:
                return None
            document = json_answer(answer)
            if not isinstance(document, dict) or str(document.get("id")) != identifier:
                raise ServerError(tr("The catalogue did not answer with the record."), detail=str(document)[:300])
            if self._is_iso(web, identifier):
                raise TargetError(
                    tr("The catalogue keeps this record in ISO 19139: replaced by JSON, it would lose what JSON has no"
                       " word for."),
                    hint=tr("Publish it by the CSW of the same catalogue (TYPE csw)."),
                )  # fmt: skip
        return Held(without_links_of(answer.content, self._url.partition("/collections/")[0]))

    def _is_iso(self, web: requests.Session, identifier: str) -> bool:
        answer = web.get(self._item(identifier), params={"f": "xml"}, headers=FRESH, timeout=TIMEOUT)
        return answer.ok and b"MD_Metadata" in answer.content[:4096]

    def create(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """POST; no Location is needed: the identifier is ours."""
        return self._sent("POST", f"{self._url}/items", feedback, data=body, headers=_GEOJSON)

    def replace(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """PUT."""
        return self._sent("PUT", self._item(identifier), feedback, data=body, headers=_GEOJSON)

    def delete(self, identifier: str, feedback: QgsFeedback) -> str:
        """DELETE; one that is gone already is gone."""
        return self._sent("DELETE", self._item(identifier), feedback)

    def show(self, identifier: str, feedback: QgsFeedback, *, public: bool) -> str:
        """Everybody sees every record."""
        return ""

    def page(self, identifier: str) -> str:
        """The record itself: servers show it as a page to a browser."""
        return self._item(identifier)

    def _item(self, identifier: str) -> str:
        return f"{self._url}/items/{quote(identifier, safe='')}"

    def _sent(self, method: str, url: str, feedback: QgsFeedback, **more: Any) -> str:
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            answer = web.request(method, url, timeout=TIMEOUT, **more)
        if answer.status_code in (401, 403):
            checked(answer)
        done = answer.status_code in (200, 201, 202, 204) or (method == "DELETE" and answer.status_code in _GONE)
        return "" if done else f"HTTP {answer.status_code} {said(answer.content)}".strip()
