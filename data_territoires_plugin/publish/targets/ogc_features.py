"""OGC API Features Part 4 (create, replace, delete), as QGIS Server and pygeoapi really answer.

What their answers promise is not what they store: null kept, shape kept, CRS ignored, all with a 2xx. So shapes are
written in longitude and latitude, the first one is read back before any other leaves, and replacing falls back on
deleting and creating where the server can't set what was asked.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsJsonUtils,
    QgsProject,
)

from ...errors import DataTerritoiresError, IncompleteError, ServerError
from ...i18n import tr
from ...network import checked, json_answer, session
from ...sources.base import stop_if_cancelled
from ...sources.bounds import LONGITUDE_LATITUDE, is_plain
from ...sources.ogc_collection import Collection, collection_of, columns_of_schema
from ..content import Column, Remote, Row, Value, differences, plain, text_of
from .base import NOT_THE_SERVER, Outcome, Profile, coarse_note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import requests
    from qgis.core import QgsFeedback

    from .base import Dataset

PAGE = 1000
BATCH = 50  # features noted together in the journal: each has its request all the same
DECIMALS = 9  # of a degree: a tenth of a millimetre
METRES, DEGREES = 0.01, 2e-6  # what a vertex may move by, once stored in another CRS, or written with six decimals
_TIMEOUT = (15.0, 60.0)
# What was just written must not come back out of a cache of the network.
_FRESH = {"Accept": "application/json", "Cache-Control": "no-cache"}
_GEOJSON = {"Content-Type": "application/geo+json", "Accept": "application/json"}
_TYPES = {"INTEGER": "integer", "REAL": "number", "BOOLEAN": "boolean", "DATE": "date", "DATETIME": "datetime"}
_DONE, _GONE = frozenset({200, 201, 202, 204}), frozenset({404, 410})
_WGS84 = "EPSG:4326"


class OgcFeatures:
    """A collection of an OGC API Features server. `columns`: those that are published, the key among them."""

    def __init__(self, dataset: Dataset) -> None:
        root = dataset.address.rstrip("/")
        named = not dataset.collection or "/collections/" in root
        self._url = root if named else f"{root}/collections/{dataset.collection}"
        self._key, self._columns, self._crs, self._authcfg = dataset.key, dataset.columns, dataset.crs, dataset.authcfg
        self._published = {dataset.key, *(column.name for column in dataset.columns)}
        self._collection: Collection | None = None
        self._asked_in = LONGITUDE_LATITUDE
        self._key_is_id: bool | None = None  # None: not known yet, the collection being empty
        self._write_in: QgsCoordinateReferenceSystem | None = None  # None: not proved yet
        self._profile: Profile | None = None

    # ------------------------------------------------------------------------------------------------ reading
    def probe(self, feedback: QgsFeedback) -> Profile:
        """The collection, its columns and the CRS in which it can be compared best: that of the layer."""
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            document = json_answer(web.get(self._url, params={"f": "json"}, timeout=_TIMEOUT))
            self._collection = collection = collection_of(self._url, document, [])
            columns = self._described(web, collection)
            name = self._crs.authid()
            if name in collection.crs and is_plain(name):
                self._asked_in = name
            crs = self._crs if self._asked_in == name else QgsCoordinateReferenceSystem(_WGS84)
            sample = (self._page(web, {"limit": "1"}) or {}).get("features") or []
        if not columns and sample:
            columns = tuple(
                Column(name, _type_of(value)) for name, value in (sample[0].get("properties") or {}).items()
            )
        if sample:
            told = text_of((sample[0].get("properties") or {}).get(self._key))
            self._key_is_id = told in ("", text_of(sample[0].get("id")))
            if self._key_is_id and columns and all(column.name != self._key for column in columns):
                columns = (Column(self._key), *columns)
        precision = DEGREES if crs.isGeographic() else METRES
        self._profile = Profile(
            columns,
            crs,
            precision,
            batch=BATCH,
            notes=(coarse_note(),) if crs.isGeographic() else (),
            links=((tr("Collection"), self._url), (tr("Features"), collection.items)),
        )
        return self._profile

    def _described(self, web: requests.Session, collection: Collection) -> tuple[Column, ...]:
        """What the schema says, where there is one: a server may answer 200 with another page (QGIS Server)."""
        for address in (collection.schema, collection.queryables):
            if not address:
                continue
            try:
                found, _ = columns_of_schema(json_answer(web.get(address, params={"f": "json"}, timeout=_TIMEOUT)))
            except DataTerritoiresError:
                continue
            if found:
                return tuple(Column(column.name, _TYPES.get(column.type, "text")) for column in found)
        return ()

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """Page after page until there is nothing more: what a server says of their number may be stale (QGIS Server).

        IncompleteError where it refuses to go on after a full page.
        """
        for page in self._pages(feedback):
            for feature in page:
                yield self._remote(feature)

    def count(self, feedback: QgsFeedback) -> int:
        """The features that really come, counted."""
        return sum(len(page) for page in self._pages(feedback))

    def _pages(self, feedback: QgsFeedback) -> Iterator[list[dict[str, Any]]]:
        seen: set[str] = set()
        size = PAGE
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            while True:
                stop_if_cancelled(feedback)
                document = self._page(web, {"limit": str(PAGE), "offset": str(len(seen))}, after=len(seen))
                if document is None:
                    self._check_ended(size, len(seen))
                    return
                fresh = [one for one in document["features"] if str(one.get("id")) not in seen]
                seen.update(str(feature.get("id")) for feature in fresh)
                yield fresh
                size = len(document["features"])
                if not fresh or (size < PAGE and document.get("numberMatched") == len(seen)):
                    return

    @staticmethod
    def _check_ended(size: int, received: int) -> None:
        if size == PAGE:
            raise IncompleteError(
                tr("The platform gave {received} features and stopped before the end.").format(received=received),
                hint=tr("It counts them wrongly for now: restart its service, or publish by WFS-T."),
            )

    def _page(self, web: requests.Session, more: dict[str, str], after: int = 0) -> dict[str, Any] | None:
        """A page of features; None where the server refuses to go beyond what it believes to be the end."""
        collection = self._known()
        parameters = {"f": "json", **more}
        if self._asked_in != LONGITUDE_LATITUDE:
            parameters["crs"] = collection.crs[self._asked_in]
        answer = web.get(self._items, params=parameters, headers=_FRESH, timeout=_TIMEOUT)
        if after and answer.status_code == 400:
            return None
        document = json_answer(answer)
        if not isinstance(document, dict) or not isinstance(document.get("features"), list):
            raise ServerError(tr("The platform did not answer with features."), detail=str(document)[:300])
        return document

    def _known(self) -> Collection:
        if self._collection is None:
            raise ServerError(tr("The platform has not been looked at yet."))
        return self._collection

    def _remote(self, feature: dict[str, Any]) -> Remote:
        properties = dict(feature.get("properties") or {})
        id_ = text_of(feature.get("id"))
        if text_of(properties.get(self._key)) == "":
            properties[self._key] = id_
        values = tuple(_value(properties.get(column.name)) for column in self._columns)
        shape = feature.get("geometry")
        geometry = QgsJsonUtils.geometryFromGeoJson(json.dumps(shape)) if shape else QgsGeometry()
        wkb = b"" if geometry.isNull() or geometry.isEmpty() else bytes(geometry.asWkb().data())
        others = tuple((name, value) for name, value in properties.items() if name not in self._published)
        row = Row(text_of(properties[self._key]), values, wkb, others)
        return Remote(row, id_, str(feature.get("@etag") or ""))

    def read_some(self, keys: Sequence[str], ids: Sequence[str], feedback: QgsFeedback) -> list[Remote]:
        """By their ids; by their key where an id is not known, or where the server fails on one that is gone."""
        wanted, found = set(keys), []
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            for id_ in ids:
                stop_if_cancelled(feedback)
                remote = self._item(web, id_)
                if remote is not None and remote.row.key in wanted:
                    wanted.discard(remote.row.key)
                    found.append(remote)
            for key in sorted(wanted):
                stop_if_cancelled(feedback)
                found += self._of_key(web, key)
        return found

    def _one(self, key: str, id_: str, feedback: QgsFeedback) -> Remote | None:
        found = self.read_some([key], [id_] if id_ else [], feedback)
        return next((remote for remote in found if remote.id == id_), found[0] if found else None)

    def _item(self, web: requests.Session, id_: str) -> Remote | None:
        parameters = {"f": "json"}
        if self._asked_in != LONGITUDE_LATITUDE:
            parameters["crs"] = self._known().crs[self._asked_in]
        answer = web.get(self._address(id_), params=parameters, headers=_FRESH, timeout=_TIMEOUT)
        if answer.status_code in _GONE or answer.status_code >= 500:
            return None
        if parameters.get("crs", "") not in answer.headers.get("Content-Crs", ""):
            return None  # QGIS Server gives a single feature in longitude and latitude, whatever is asked
        document = json_answer(answer)
        return self._remote(document) if isinstance(document, dict) and document.get("type") == "Feature" else None

    def _of_key(self, web: requests.Session, key: str) -> list[Remote]:
        if self._key_is_id:
            remote = self._item(web, key)
            return [remote] if remote is not None and remote.row.key == key else []
        document = self._page(web, {self._key: key, "limit": "10"})
        remotes = [self._remote(feature) for feature in (document or {}).get("features", [])]
        return [remote for remote in remotes if remote.row.key == key]

    @property
    def _items(self) -> str:
        """The path of the standard: the link of QGIS Server ends with .geojson, and what is PUT below it is ignored."""
        return f"{self._url}/items"

    def _address(self, id_: str) -> str:
        return f"{self._items}/{quote(id_, safe='')}"

    # ------------------------------------------------------------------------------------------------ writing
    def create(self, rows: Sequence[Row], feedback: QgsFeedback) -> list[Outcome]:
        """One request per feature: no server takes several. The first one proves the CRS of writing."""
        outcomes = []
        for row in rows:
            stop_if_cancelled(feedback)
            outcomes.append(self._create(row, feedback))
        return outcomes

    def _create(self, row: Row, feedback: QgsFeedback) -> Outcome:
        outcome = self._posted(row, feedback)
        if outcome.error and row.id and not self._key_is_id:
            row = replace(row, id="")  # a server that wants to name it itself
            outcome = self._posted(row, feedback)
        if outcome.error and self._key_is_id is None:
            if not self.read_some([row.key], [], feedback):
                self._key_is_id = True  # a key that the database doesn't make by itself
                outcome = self._posted(row, feedback)
        elif not outcome.error and self._write_in is None and row.shape:
            outcome = self._proved(row, outcome, feedback)
        return outcome

    def _posted(self, row: Row, feedback: QgsFeedback) -> Outcome:
        body = self._feature(row, row.key if self._key_is_id else row.id, dict(row.others))
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            answer = web.request("POST", self._items, data=body, headers=_GEOJSON, timeout=_TIMEOUT)
        if answer.status_code not in _DONE:
            return Outcome(row.key, error=_refusal(answer))
        location = urljoin(self._items, answer.headers.get("Location", ""))
        id_ = location.rstrip("/").rpartition("/")[2].partition("?")[0] if "Location" in answer.headers else ""
        return Outcome(row.key, row.key if self._key_is_id else id_)

    def _proved(self, row: Row, outcome: Outcome, feedback: QgsFeedback) -> Outcome:
        """Reads the first feature back: where its shape is elsewhere, the server stores numbers of its own CRS."""
        wgs84 = QgsCoordinateReferenceSystem(_WGS84)
        there = self._one(row.key, outcome.id, feedback)
        storage = self._known().storage
        if there is None or "" not in self._differ(row, there) or not storage or storage == _WGS84:
            self._write_in = wgs84
            return outcome
        self.delete([there], feedback)
        self._write_in = QgsCoordinateReferenceSystem(storage)
        return self._posted(row, feedback)

    def _differ(self, row: Row, there: Remote) -> tuple[str, ...]:
        precision = self._profile.precision if self._profile else DEGREES
        return differences(row, there.row, self._columns, precision)

    def replace(self, pairs: Sequence[tuple[Remote, Row]], feedback: QgsFeedback) -> list[Outcome]:
        """PUT with every column, read back; deleted and created again where the server can't set a null or a shape."""
        outcomes = []
        for there, row in pairs:
            stop_if_cancelled(feedback)
            outcomes.append(self._replace(there, row, feedback))
        return outcomes

    def _replace(self, there: Remote, row: Row, feedback: QgsFeedback) -> Outcome:
        refusal = self._put(there, row, feedback)
        if refusal:
            return Outcome(row.key, there.id, refusal)
        now = self._one(row.key, there.id, feedback)
        differ = self._differ(row, now) if now is not None else ()
        storage = self._known().storage
        if "" in differ and row.shape and self._write_in is None and storage and storage != _WGS84:
            # Does the server store the numbers of its own CRS?
            self._write_in = QgsCoordinateReferenceSystem(storage)
            self._put(there, row, feedback)
            now = self._one(row.key, there.id, feedback)
            differ = self._differ(row, now) if now is not None else ()
            if "" in differ:
                self._write_in = None
        cleared = {column.name for column, value in zip(self._columns, row.values, strict=True) if value is None}
        if now is None or not differ or not set(differ) <= {"", *cleared}:
            return Outcome(row.key, there.id)
        return self._again(there, now, row, feedback)

    def _put(self, there: Remote, row: Row, feedback: QgsFeedback) -> str:
        """Why the server refuses, or nothing."""
        headers = {**_GEOJSON, **({"If-Match": there.tag} if there.tag else {})}
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            answer = web.request(
                "PUT", self._address(there.id), data=self._feature(row, there.id), headers=headers, timeout=_TIMEOUT
            )
        return "" if answer.status_code in _DONE else _refusal(answer)

    def _again(self, before: Remote, now: Remote, row: Row, feedback: QgsFeedback) -> Outcome:
        """Deleted, and created again with the columns that are not published; as it was, where that is refused."""
        gone = self.delete([now], feedback)[0]
        if gone.error:
            return gone
        outcome = self._create(replace(row, others=now.row.others, id=now.id), feedback)
        if outcome.error and not self.read_some([row.key], [], feedback):
            self._create(replace(before.row, others=now.row.others, id=now.id), feedback)
        return outcome

    def delete(self, gone: Sequence[Remote], feedback: QgsFeedback) -> list[Outcome]:
        """DELETE, one at a time; one that is gone already is gone."""
        outcomes = []
        with session(authcfg=self._authcfg, feedback=feedback) as web:
            for remote in gone:
                stop_if_cancelled(feedback)
                answer = web.request("DELETE", self._address(remote.id), timeout=_TIMEOUT)
                done = answer.status_code in _DONE | _GONE
                outcomes.append(Outcome(remote.row.key, remote.id, "" if done else _refusal(answer)))
        return outcomes

    def _feature(self, row: Row, id_: str, others: Mapping[str, Value] | None = None) -> bytes:
        """GeoJSON, every column there: what is left out keeps its old value.

        `others`: for a feature that comes back only (QGIS Server crashes where a PUT changes a primary key).
        """
        properties: dict[str, Any] = {
            column.name: value
            for column, value in zip(self._columns, row.values, strict=True)
            if not (self._key_is_id and column.name == self._key and self._hides_key())
        }
        properties |= others or {}
        feature: dict[str, Any] = {"type": "Feature", "properties": properties, "geometry": self._shape(row.shape)}
        if id_:
            feature["id"] = id_
        return json.dumps(feature, ensure_ascii=False).encode()

    def _hides_key(self) -> bool:
        """Whether the key is the id alone, and no column."""
        return self._profile is not None and all(column.name != self._key for column in self._profile.columns)

    def _shape(self, wkb: bytes) -> Any:
        if not wkb:
            return None
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        compared = self._profile.crs if self._profile else self._crs
        wanted = self._write_in or QgsCoordinateReferenceSystem(_WGS84)
        geometry.transform(QgsCoordinateTransform(compared, wanted, QgsProject.instance().transformContext()))
        return json.loads(geometry.asJson(DECIMALS if wanted.isGeographic() else 4))


def _type_of(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, (int, float)) else "text"


def _value(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else plain(value)


def _refusal(answer: requests.Response) -> str:
    """Why a server refuses, in its words where it has any. ServerError: who refuses is not the server itself."""
    from ...network.answers import said

    if answer.status_code in NOT_THE_SERVER:
        checked(answer)

    words = said(answer.content[:2000]) if answer.content else ""
    return tr("refused (HTTP {status}): {words}").format(
        status=answer.status_code, words=words or tr("the platform gives no reason")
    )
