"""A catalogue of metadata by CSW 2.0.2, or 3.0 where it is all that the server speaks; ISO 19139 records.

OWSLib reads the records; the documents were fetched, and freed of DOCTYPE, by `network`. Sources: OGC 07-006r1 (CSW
2.0.2), OGC 12-176r7 (CSW 3.0), ISO/TS 19139.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from ...errors import CatalogueError, ServerError
from ...i18n import tr
from .found import Found, Query, Results
from .links import Link, chosen, is_restricted, licence_told, record_of, resources_of
from .places import ignored, located

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsFeedback

    from ..entry import Entry
    from .platforms import Platform

TIMEOUT = (15.0, 60.0)  # seconds: to connect, without a byte
_GMD = "http://www.isotc211.org/2005/gmd"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><csw:GetRecords xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"'
    ' xmlns:ogc="http://www.opengis.net/ogc" xmlns:gml="http://www.opengis.net/gml"'
    ' xmlns:ows="http://www.opengis.net/ows" service="CSW" version="2.0.2" resultType="results"'
    ' outputFormat="application/xml" outputSchema="{schema}" startPosition="{start}" maxRecords="{limit}">'
    '<csw:Query typeNames="csw:Record"><csw:ElementSetName>full</csw:ElementSetName>{constraint}</csw:Query>'
    "</csw:GetRecords>"
)
_LIKE = (
    '<ogc:PropertyIsLike matchCase="false" wildCard="%" singleChar="_" escapeChar="\\">'
    "<ogc:PropertyName>csw:AnyText</ogc:PropertyName><ogc:Literal>%{word}%</ogc:Literal></ogc:PropertyIsLike>"
)
_BBOX = (
    "<ogc:BBOX><ogc:PropertyName>ows:BoundingBox</ogc:PropertyName>"
    '<gml:Envelope srsName="urn:ogc:def:crs:OGC:1.3:CRS84">'
    "<gml:lowerCorner>{0} {1}</gml:lowerCorner><gml:upperCorner>{2} {3}</gml:upperCorner>"
    "</gml:Envelope></ogc:BBOX>"
)
_MOST = 100  # records asked at once


class Csw:
    """The catalogue of a platform, by CSW."""

    def __init__(self, platform: Platform) -> None:
        self.name, self.title = platform.name, platform.title
        self._platform = platform
        self._version = ""  # that which the server has answered

    def search(self, query: Query, feedback: QgsFeedback) -> Results:
        """The records that hold all the words, around the territory. Raises NetworkError, OfflineError."""
        query = located(query, feedback)
        root = self._records(query, feedback)
        results = next((each for each in root.iter() if _local(each) == "SearchResults"), None)
        if results is None:
            raise ServerError(
                tr("{title}: the catalogue did not answer with records.").format(title=self.title),
                detail=str(root.tag),
                hint=tr("Check the address of the catalogue of this platform."),
            )
        found = tuple(self._found(each) for each in results if _local(each) in ("MD_Metadata", "Record"))
        matched = results.get("numberOfRecordsMatched", "")
        return Results(found, int(matched) if matched.isdigit() else None, ignored(query))

    def entry(self, resource_id: str, feedback: QgsFeedback) -> Entry:
        """The entry that clips a link of a record. Raises CatalogueError, NetworkError."""
        record = record_of(resource_id)
        asked = {
            "service": "CSW", "request": "GetRecordById", "version": self._version or "2.0.2", "id": record,
            "elementSetName": "full", "outputSchema": _GMD, "outputFormat": "application/xml",
        }  # fmt: skip
        try:
            root = self._get(asked, feedback)
        except ServerError as error:  # CSW 3.0: 404
            raise gone(self.title, resource_id) from error
        described = next((each for each in root.iter() if _local(each) in ("MD_Metadata", "Record")), None)
        found = self._found(described) if described is not None else None
        resource = chosen(found, resource_id) if found else None
        if found is None or resource is None:
            raise gone(self.title, resource_id)
        return self._platform.entry(found, resource)

    # ------------------------------------------------------------------------------------------------ requests
    def _records(self, query: Query, feedback: QgsFeedback) -> Any:
        if self._version != "3.0.0":
            try:
                answer = self._post(_request(query), feedback)
            except ServerError as refusal:
                if self._version:
                    raise
                return self._other_version(query, refusal, feedback)
            self._version = "2.0.2"
            return answer
        return self._get(_keys(query), feedback)

    def _other_version(self, query: Query, refusal: ServerError, feedback: QgsFeedback) -> Any:
        """The answer in CSW 3.0 of a server that refuses 2.0.2; its first refusal where it refuses that as well."""
        try:
            answer = self._get(_keys(query), feedback)
        except ServerError:
            raise refusal from None
        self._version = "3.0.0"
        return answer

    def _post(self, body: str, feedback: QgsFeedback) -> Any:
        from ...network import session

        with session(authcfg=self._platform.authcfg, feedback=feedback) as web:
            answer = web.request(
                "POST", self._platform.address("csw"), data=body.encode(), timeout=TIMEOUT, idempotent=True,
                headers={"Content-Type": "application/xml; charset=utf-8", "Accept": "application/xml"},
            )  # fmt: skip
        return _root(answer)

    def _get(self, asked: dict[str, str], feedback: QgsFeedback) -> Any:
        from ...network import session

        with session(authcfg=self._platform.authcfg, feedback=feedback) as web:
            headers = {"Accept": "application/xml"}
            return _root(web.get(self._platform.address("csw"), params=asked, headers=headers, timeout=TIMEOUT))

    # ------------------------------------------------------------------------------------------------ records
    def _found(self, element: Any) -> Found:
        if _local(element) == "Record":
            return _of_dublin_core(element, self._platform)
        return _of_iso(element, self._platform)


def gone(title: str, resource_id: str) -> CatalogueError:
    """The error of a record or a link that is no more."""
    return CatalogueError(
        tr("{title} no longer has “{name}”.").format(title=title, name=resource_id),
        hint=tr("Search again: the record may have been replaced."),
    )


def _root(answer: Any) -> Any:
    """The root of an XML answer, as OWSLib wants it. ServerError: an exception, a DOCTYPE, no XML."""
    from owslib.etree import etree

    from ...network import xml_answer

    xml_answer(answer)
    return etree.fromstring(answer.content)


def _request(query: Query) -> str:
    parts = [_LIKE.format(word=html.escape(_escaped(word))) for word in query.words.split()]
    box = query.bbox
    if box:
        parts.append(_BBOX.format(*(f"{number:.6f}" for number in box)))
    inside = f"<ogc:And>{''.join(parts)}</ogc:And>" if len(parts) > 1 else "".join(parts)
    constraint = ""
    if parts:
        constraint = f'<csw:Constraint version="1.1.0"><ogc:Filter>{inside}</ogc:Filter></csw:Constraint>'
    limit = min(max(1, query.limit), _MOST)
    return _HEAD.format(schema=_GMD, start=query.start + 1, limit=limit, constraint=constraint)


def _escaped(word: str) -> str:
    return "".join("\\" + letter if letter in "%_\\" else letter for letter in word)


def _keys(query: Query) -> dict[str, str]:
    """The request of CSW 3.0, by keys and values: its own words and box (OpenSearch)."""
    asked = {
        "service": "CSW", "version": "3.0.0", "request": "GetRecords", "typeNames": "csw:Record",
        "elementSetName": "full", "outputSchema": _GMD, "startPosition": str(query.start + 1),
        "maxRecords": str(min(max(1, query.limit), _MOST)),
    }  # fmt: skip
    if query.words:
        asked["q"] = query.words
    box = query.bbox
    if box:
        asked["bbox"] = ",".join(f"{number:.6f}" for number in box)
    return asked


def _of_iso(element: Any, platform: Platform) -> Found:
    if "19115/-3" in str(element.tag):
        from owslib.iso3 import MD_Metadata
    else:
        from owslib.iso import MD_Metadata
    read = MD_Metadata(element)
    about = next(iter(read.identification or []), None)
    name = _text(read.identifier)
    page = platform.page(name)
    restrictions = _texts(about, "otherconstraints", "uselimitation")
    links = getattr(read.distribution, "online", None) or []
    given = [Link(_text(o.url), _text(o.protocol), _text(o.name), _text(o.description)) for o in links]
    contacts = [*(getattr(about, "contact", None) or []), *(read.contact or [])]
    return Found(
        platform.name,
        name,
        _text(getattr(about, "title", "")) or name,
        _text(getattr(about, "abstract", "")),
        next((_text(each.organization) for each in contacts if _text(each.organization)), platform.title),
        licence_told([*restrictions, *_texts(about, "otherconstraints_url")], platform.licence, page),
        page,
        _day(about) or _text(read.datestamp)[:10],
        keywords=tuple(_keywords(about)),
        resources=resources_of(name, [_short(link) for link in given]),
        restricted=is_restricted(restrictions, _texts(about, "accessconstraints")),
    )


def _of_dublin_core(element: Any, platform: Platform) -> Found:
    from owslib.catalogue.csw2 import CswRecord

    read = CswRecord(element)
    name = _text(read.identifier)
    page = platform.page(name)
    given = [
        Link(_text(r.get("url")), _text(r.get("protocol") or r.get("scheme")), _text(r.get("name")))
        for r in (*read.references, *read.uris)
    ]
    rights = [_text(each) for each in (read.rights or []) if each]
    return Found(
        platform.name,
        name,
        _text(read.title) or name,
        _text(read.abstract),
        _text(read.publisher) or _text(read.creator) or platform.title,
        licence_told([*rights, _text(read.license)], platform.licence, page),
        page,
        _text(read.modified or read.date)[:10],
        keywords=tuple(_text(each) for each in read.subjects if each),
        resources=resources_of(name, given),
        restricted=is_restricted(rights),
    )


def _short(link: Link) -> Link:
    """A long description of a link is no title."""
    long = len(link.title) > 80
    return Link(link.url, link.protocol, link.name, link.name if long else link.title, link.mime)


def _keywords(about: Any) -> Iterable[str]:
    for group in getattr(about, "keywords", None) or []:
        for each in getattr(group, "keywords", None) or []:
            word = _text(getattr(each, "name", each))
            if word:
                yield word


def _texts(about: Any, *names: str) -> list[str]:
    return [_text(each) for name in names for each in getattr(about, name, None) or [] if _text(each)]


def _day(about: Any) -> str:
    """The day of the last revision, else of the publication or the creation."""
    days = {_text(each.type): _text(each.date)[:10] for each in getattr(about, "date", None) or []}
    return next((days[kind] for kind in ("revision", "publication", "creation") if days.get(kind)), "")


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
