"""A record as OGC API – Records writes it: a GeoJSON feature (OGC 20-004r1, requirements class « record core »).

What the standard has no word for (lineage, conformity, conditions) stands under `additional`, in our own words, and
comes back with it.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from ..errors import SourceError
from ..i18n import tr
from .record import Conformity, Contact, Keywords, Link, Record, Verdict, completed

CONFORMS = "http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core"
TOPICS = "https://standards.iso.org/iso/19139/resources/gmxCodelists.xml#MD_TopicCategoryCode"
_LANGUAGES = {"fre": "fr", "eng": "en", "ger": "de", "spa": "es", "ita": "it"}
_OWN = "data_territoires"  # the property that holds what has no word
_EXTRA = (
    "resource", "edition", "licence_url", "conditions", "access", "crs", "lineage", "scale", "resolution", "frequency",
    "published", "revised",
)  # fmt: skip
_MEDIA = {
    "OGC:WFS": "application/xml",
    "OGC:WMS": "application/xml",
    "OGC API - FEATURES": "application/json",
    "WWW:LINK-1.0-HTTP--LINK": "text/html",
}
# Links that a server adds by itself.
_SERVER = frozenset({"self", "collection", "alternate", "root", "parent", "prev", "next"})


def write(record: Record) -> bytes:
    """The record, in UTF-8."""
    return _bytes(document_of(record))


def document_of(record: Record) -> dict[str, Any]:
    """The record as a GeoJSON feature; what isn't known is left out."""
    properties: dict[str, Any] = {
        "type": "dataset",
        "title": record.title,
        "description": record.abstract,
        "language": {"code": _LANGUAGES.get(record.language, record.language)},
        "created": record.created,
        "updated": record.stamp,
        "keywords": [word for group in record.keywords if not group.thesaurus for word in group.words],
        "themes": _themes(record),
        "license": record.licence,
        "rights": "; ".join(record.conditions),
        "formats": [{"name": name} for name in record.formats],
        "contacts": [_contact(one) for one in record.contacts],
        "externalIds": [{"value": record.resource}] if record.resource else [],
        _OWN: _own(record),
    }
    return {
        "type": "Feature",
        "id": record.identifier,
        "conformsTo": [CONFORMS],
        "time": {"date": record.revised} if record.revised else None,
        "geometry": _geometry(record.extent),
        "properties": {key: value for key, value in properties.items() if value or key in ("title", "description")},
        "links": [_link(one) for one in record.links],
    }


def read(content: bytes) -> Record:
    """The record of a document. Raises SourceError: no record."""
    document = _document(content)
    properties = document["properties"]
    own = properties.get(_OWN) if isinstance(properties.get(_OWN), dict) else {}
    code = properties.get("language")
    code = code.get("code", "") if isinstance(code, dict) else str(code or "")
    topics, groups = _read_themes(properties.get("themes"))
    free = tuple(str(one) for one in properties.get("keywords") or () if isinstance(one, str))
    return Record(
        identifier=str(document.get("id") or ""),
        title=_text(properties.get("title")),
        abstract=_text(properties.get("description")),
        created=_text(properties.get("created"))[:10],
        language=next((long for long, short in _LANGUAGES.items() if short == code), code),
        topics=topics,
        keywords=(*groups, *((Keywords(free),) if free else ())),
        contacts=tuple(_read_contact(one) for one in properties.get("contacts") or () if isinstance(one, dict)),
        record_contact=Contact(**own["record_contact"]) if own.get("record_contact") else None,
        licence=_text(properties.get("license")),
        extent=_extent(document.get("geometry")),
        conformities=tuple(
            Conformity(one["title"], one["date"], Verdict(one["verdict"]), one["explanation"])
            for one in own.get("conformities") or ()
        ),
        links=tuple(_read_link(one) for one in document.get("links") or () if _is_ours(one)),
        formats=tuple(_text(one.get("name")) for one in properties.get("formats") or () if isinstance(one, dict)),
        stamp=_text(properties.get("updated"))[:10],
        **{name: _typed(own[name]) for name in _EXTRA if name in own},
    )


def merged(theirs: bytes, ours: Record) -> bytes:
    """Their document, with the members that our record knows in place of theirs."""
    document, known = _document(theirs), read(theirs)
    new = document_of(completed(ours, known))
    properties = {**document["properties"], **new["properties"]}
    words = [*new["properties"].get("keywords", []), *(document["properties"].get("keywords") or [])]
    properties["keywords"] = list(dict.fromkeys(words))
    mine = {one["href"] for one in new["links"]}
    roles = {one.role for one in ours.contacts}
    others = [
        one for one in document["properties"].get("contacts") or () if not roles & set(one.get("roles") or ())
    ]  # fmt: skip
    properties["contacts"] = [*(_contact(one) for one in ours.contacts), *others]
    links = [one for one in document.get("links") or () if one.get("href") not in mine]
    return _bytes({**document, **new, "properties": properties, "links": [*new["links"], *links]})


def without_links_of(content: bytes, server: str) -> bytes:
    """The document without the links that the server at this address adds to what it stores."""
    document = _document(content)
    links = [one for one in document.get("links") or () if isinstance(one, dict)]
    kept = [one for one in links if one.get("rel") not in _SERVER or not str(one.get("href")).startswith(server)]
    return _bytes({**document, "links": kept})


def same(one: bytes, other: bytes) -> bool:
    """Whether two documents say the same, the day of the record and the server's own links aside."""
    return _canonical(one) == _canonical(other)


def _canonical(content: bytes) -> dict[str, Any]:
    document = _document(content)
    properties = {key: value for key, value in document["properties"].items() if key != "updated" and value}
    links = [one for one in document.get("links") or () if one.get("rel") not in _SERVER]
    rest = {key: document.get(key) for key in ("id", "geometry")}
    return rest | {"properties": properties, "links": links}


def _bytes(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def _document(content: bytes) -> dict[str, Any]:
    try:
        document = json.loads(content)
    except ValueError as error:
        raise SourceError(tr("The record is not JSON."), detail=str(error)) from error
    if not isinstance(document, dict) or not isinstance(document.get("properties"), dict):
        raise SourceError(tr("The catalogue did not answer with a record."), detail=str(document)[:300])
    return document


# ------------------------------------------------------------------------------------------------------------ parts
def _own(record: Record) -> dict[str, Any]:
    told = {name: getattr(record, name) for name in _EXTRA if getattr(record, name)}
    if record.record_contact is not None:
        told["record_contact"] = asdict(record.record_contact)
    if record.conformities:
        told["conformities"] = [asdict(one) | {"verdict": one.verdict.value} for one in record.conformities]
    return told


def _typed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _themes(record: Record) -> list[dict[str, Any]]:
    themes = [
        {"concepts": [{"id": word} for word in group.words], "scheme": group.thesaurus}
        for group in record.keywords
        if group.thesaurus
    ]
    if record.topics:
        themes.insert(0, {"concepts": [{"id": topic} for topic in record.topics], "scheme": TOPICS})
    return themes


def _read_themes(themes: Any) -> tuple[tuple[str, ...], tuple[Keywords, ...]]:
    topics: tuple[str, ...] = ()
    groups = []
    for theme in themes or ():
        if not isinstance(theme, dict):
            continue
        ids = tuple(_text(one.get("id")) for one in theme.get("concepts") or () if isinstance(one, dict))
        if theme.get("scheme") == TOPICS:
            topics = ids
        else:
            groups.append(Keywords(ids, _text(theme.get("scheme"))))
    return topics, tuple(groups)


def _contact(contact: Contact) -> dict[str, Any]:
    told: dict[str, Any] = {"organization": contact.organisation, "roles": [contact.role]}
    if contact.name:
        told["name"] = contact.name
    if contact.mail:
        told["emails"] = [{"value": contact.mail}]
    if contact.phone:
        told["phones"] = [{"value": contact.phone}]
    return told


def _read_contact(told: dict[str, Any]) -> Contact:
    def value(name: str) -> str:
        inside = next((one for one in told.get(name) or () if isinstance(one, dict)), {})
        return _text(inside.get("value"))

    role = next(iter(told.get("roles") or ()), "")
    return Contact(
        _text(told.get("organization")), value("emails"), _text(role), _text(told.get("name")), value("phones")
    )


def _link(link: Link) -> dict[str, Any]:
    media = _MEDIA.get(link.protocol.upper(), "")
    told = {"href": link.url, "rel": "item", "type": media, "title": link.name, "protocol": link.protocol}
    if link.description:
        told["description"] = link.description
    return {key: value for key, value in told.items() if value}


def _read_link(told: dict[str, Any]) -> Link:
    return Link(*(_text(told.get(key)) for key in ("href", "protocol", "title", "description")))


def _is_ours(link: Any) -> bool:
    return isinstance(link, dict) and link.get("rel") not in _SERVER


def _geometry(extent: tuple[float, float, float, float] | None) -> dict[str, Any] | None:
    if extent is None:
        return None
    west, south, east, north = extent
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def _extent(geometry: Any) -> tuple[float, float, float, float] | None:
    try:
        ring = geometry["coordinates"][0]
        xs, ys = [float(one[0]) for one in ring], [float(one[1]) for one in ring]
    except (TypeError, KeyError, IndexError, ValueError):
        return None
    return min(xs), min(ys), max(xs), max(ys)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
