"""A metadata record in ISO 19139 read as values: only what the profile of the CNIG and INSPIRE look at.

None: the element is not there; "": it is there and empty. Paths: INSPIRE technical guidelines for ISO/TS 19139 (2017),
CNIG « Consignes de saisie des métadonnées » for documents of urbanism, SUP and SCoT (March 2019).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtXml import QDomDocument

from ...metadata.iso_words import has_doctype
from .document_words import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qgis.PyQt.QtXml import QDomElement

    from ..findings import Finding

_XLINK = "http://www.w3.org/1999/xlink"
_MOST_BYTES = 20_000_000  # a record is some tens of kilobytes
_IDENTIFICATION = "identificationInfo/*"
_CITATION = f"{_IDENTIFICATION}/citation/*"


@dataclass(frozen=True)
class Locator:
    """Where the resource is."""

    url: str | None
    name: str | None
    protocol: str | None


@dataclass(frozen=True)
class Keyword:
    """Keywords of one thesaurus."""

    words: tuple[str, ...]
    thesaurus: str | None


@dataclass(frozen=True)
class Specification:
    """What the data conform to."""

    title: str | None
    date: str | None
    date_type: str | None
    degree: str | None


@dataclass(frozen=True)
class Party:
    """An organisation and its address."""

    name: str | None
    mail: str | None


@dataclass(frozen=True)
class Record:
    """A metadata record."""

    identifier: str | None
    title: str | None
    abstract: str | None
    type: str | None
    locators: tuple[Locator, ...]
    resource_identifiers: tuple[str, ...]
    language: str | None
    topic: str | None
    keywords: tuple[Keyword, ...]
    extents: tuple[tuple[str | None, str | None, str | None, str | None], ...]  # west, south, east, north
    has_crs: bool
    crs_code: str | None
    crs_uri: str | None
    published: str | None
    revised: str | None
    created: str | None
    charset: str
    has_charset: bool
    formats: tuple[str | None, ...]
    representation: str | None
    lineage: str | None
    resolutions: tuple[tuple[str | None, str | None], ...]  # denominator, distance
    specifications: tuple[Specification, ...]
    contact: Party | None
    metadata_contact: Party | None
    metadata_date: str | None
    metadata_language: str | None


def read_record(path: Path, name: str) -> Record | Finding:
    """The record of a file; the finding that says why where it is none."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= _MOST_BYTES else b""
    except OSError:
        return said("METADATA_INVALID_FILE", value=name, layer=name)
    if size > _MOST_BYTES:
        return said("METADATA_INVALID_FILE", value=name, layer=name)
    if has_doctype(content):
        return said("metadata_doctype", value=name, layer=name)
    document = QDomDocument()
    parsed: Any = document.setContent(content, True)
    ok = parsed[0] if isinstance(parsed, tuple) else bool(parsed)  # Qt 5; Qt 6
    root = document.documentElement()
    if not ok or root.localName() != "MD_Metadata":
        return said("METADATA_IGNORED_FILE", value=name, layer=name)
    return _record(root)


def _record(root: QDomElement) -> Record:
    charset = _code(root, f"{_IDENTIFICATION}/characterSet/*")
    system = next(_elements(root, "referenceSystemInfo/*/referenceSystemIdentifier/*"), None)
    return Record(
        identifier=_text(root, "fileIdentifier/*"),
        title=_text(root, f"{_CITATION}/title/*"),
        abstract=_text(root, f"{_IDENTIFICATION}/abstract/*"),
        type=_code(root, "hierarchyLevel/*"),
        locators=tuple(
            Locator(_text(one, "linkage/URL"), _text(one, "name/*"), _text(one, "protocol/*"))
            for one in _elements(root, "distributionInfo/*/transferOptions/*/onLine/*")
        ),
        resource_identifiers=_texts(root, f"{_CITATION}/identifier/*/code/*"),
        language=_code_or_text(root, f"{_IDENTIFICATION}/language/*"),
        topic=_text(root, f"{_IDENTIFICATION}/topicCategory/*"),
        keywords=tuple(
            Keyword(_texts(one, "keyword/*"), _text(one, "thesaurusName/*/title/*"))
            for one in _elements(root, f"{_IDENTIFICATION}/descriptiveKeywords/*")
        ),
        extents=_extents(root),
        has_crs=system is not None,
        crs_code=_text(system, "code/*") if system is not None else None,
        crs_uri=_link(system, "code/*") if system is not None else None,
        published=_last_date(root, "publication"),
        revised=_last_date(root, "revision"),
        created=_last_date(root, "creation"),
        charset=charset or "",
        has_charset=charset is not None,
        formats=tuple(
            _text(one, "MD_Format/name/CharacterString")
            for one in _elements(root, "distributionInfo/*/distributionFormat")
        ),
        representation=_code(root, f"{_IDENTIFICATION}/spatialRepresentationType/*"),
        lineage=_text(root, "dataQualityInfo/*/lineage/*/statement/*"),
        resolutions=tuple(
            (_text(one, "*/equivalentScale/*/denominator/*"), _text(one, "*/distance/*"))
            for one in _elements(root, f"{_IDENTIFICATION}/spatialResolution")
        ),
        specifications=tuple(
            _specification(one) for one in _elements(root, "dataQualityInfo/*/report/*/result/*/specification")
        ),
        contact=_party(root, f"{_IDENTIFICATION}/pointOfContact"),
        metadata_contact=_party(root, "contact"),
        metadata_date=_text(root, "dateStamp/*"),
        metadata_language=_code_or_text(root, "language/*"),
    )


def _extents(root: QDomElement) -> tuple[tuple[str | None, str | None, str | None, str | None], ...]:
    """The bounding boxes; an extent by a name or a date has none."""
    boxes = []
    for one in _elements(root, f"{_IDENTIFICATION}/extent/*/geographicElement"):
        west, south, east, north = (
            _text(one, f"*/{bound}/*")
            for bound in ("westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude")
        )
        if (west, south, east, north) != (None, None, None, None):
            boxes.append((west, south, east, north))
    return tuple(boxes)


def _last_date(root: QDomElement, kind: str) -> str | None:
    """The latest date of the resource of this kind."""
    dates = [
        _text(one, "*/date/*") for one in _elements(root, f"{_CITATION}/date") if _code(one, "*/dateType/*") == kind
    ]
    return max((date for date in dates if date is not None), default=None)


def _specification(element: QDomElement) -> Specification:
    date = next(_elements(element, "*/date"), None)
    parent = element.parentNode().toElement()
    return Specification(
        _text(element, "*/title/*"),
        _text(date, "*/date/*") if date is not None else None,
        _code(date, "*/dateType/*") if date is not None else None,
        _text(parent, "pass/*"),
    )


def _party(root: QDomElement, path: str) -> Party | None:
    element = next(_elements(root, path), None)
    if element is None:
        return None
    return Party(
        _text(element, "*/organisationName/*"),
        _text(element, "*/contactInfo/*/address/*/electronicMailAddress/*"),
    )


# ---------------------------------------------------------------------------------------------------- small XPath
def _elements(element: QDomElement, path: str) -> Iterator[QDomElement]:
    """The descendants by a path of local names, * for any."""
    step, _, rest = path.partition("/")
    child = element.firstChildElement()
    while not child.isNull():
        if step == "*" or child.localName() == step:
            if rest:
                yield from _elements(child, rest)
            else:
                yield child
        child = child.nextSiblingElement()


def _text(element: QDomElement, path: str) -> str | None:
    """The text of the first, its spaces made single."""
    found = next(_elements(element, path), None)
    return None if found is None else " ".join(found.text().split())


def _texts(element: QDomElement, path: str) -> tuple[str, ...]:
    return tuple(" ".join(one.text().split()) for one in _elements(element, path))


def _code(element: QDomElement, path: str) -> str | None:
    """The codeListValue of the first that has one."""
    return next((one.attribute("codeListValue") for one in _elements(element, path) if _has_code(one)), None)


def _has_code(element: QDomElement) -> bool:
    return bool(element.hasAttribute("codeListValue"))


def _code_or_text(element: QDomElement, path: str) -> str | None:
    code = _code(element, path)
    return code if code is not None else _text(element, path)


def _link(element: QDomElement, path: str) -> str | None:
    found = (one for one in _elements(element, path) if one.hasAttributeNS(_XLINK, "href"))
    return next((one.attributeNS(_XLINK, "href") for one in found), None)
