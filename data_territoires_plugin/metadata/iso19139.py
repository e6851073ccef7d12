"""A record written in ISO 19139, in the profile of INSPIRE and the CNIG.

Paths and values: INSPIRE technical guidelines for ISO/TS 19139 (2.0.1, 2017), TG Requirements 1.x; order of elements:
the gmd schema. What isn't known is left out: the completeness of the record tells it (form.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .iso_words import GCO, GMD, GMX, LISTS, XLINK, tag, text_of, xml
from .record import NO_LIMITATION, Verdict

if TYPE_CHECKING:
    from .record import Conformity, Contact, Keywords, Link, Record

SEE = "Voir la spécification citée."
STANDARD = ("ISO 19115:2003/19139", "1.0")
_NO_LIMIT = "Pas de restriction d’accès public"
_LIMITS = "http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/"


def write(record: Record) -> bytes:
    """The record, in UTF-8."""
    return text_of(element_of(record))


def element_of(record: Record) -> Any:
    """The record as a gmd:MD_Metadata."""
    root = xml().Element(tag("MD_Metadata"), nsmap={"gmd": GMD, "gco": GCO, "gmx": GMX, "xlink": XLINK})
    _text(root, "fileIdentifier", record.identifier)
    _code(root, "language", "LanguageCode", "fre")
    _code(root, "characterSet", "MD_CharacterSetCode", "utf8")
    _code(root, "hierarchyLevel", "MD_ScopeCode", "dataset")
    if record.record_contact is not None:
        _party(root, "contact", record.record_contact)
    else:
        _nothing(root, "contact")
    _value(_into(root, "dateStamp"), "Date", record.stamp)
    _text(root, "metadataStandardName", STANDARD[0])
    _text(root, "metadataStandardVersion", STANDARD[1])
    _system(root, record.crs)
    _identification(_into(root, "identificationInfo/MD_DataIdentification"), record)
    _distribution(root, record)
    _quality(_into(root, "dataQualityInfo/DQ_DataQuality"), record)
    return root


def _system(root: Any, crs: str) -> None:
    authority, _, number = crs.partition(":")
    if authority == "EPSG" and number:
        code = _into(root, "referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/RS_Identifier/code")
        _anchor(code, f"http://www.opengis.net/def/crs/EPSG/0/{number}", crs)


def _identification(about: Any, record: Record) -> None:
    citation = _into(about, "citation/CI_Citation")
    _text(citation, "title", record.title)
    for day, kind in ((record.created, "creation"), (record.published, "publication"), (record.revised, "revision")):
        _date(citation, day, kind)
    if not (record.created or record.published or record.revised):
        _nothing(citation, "date")
    _text(citation, "edition", record.edition)
    if record.resource:
        _text(_into(citation, "identifier/MD_Identifier"), "code", record.resource)
    _text(about, "abstract", record.abstract)
    if not record.abstract:
        _nothing(about, "abstract")
    for contact in record.contacts:
        _party(about, "pointOfContact", contact)
    if record.frequency:
        path = "resourceMaintenance/MD_MaintenanceInformation"
        _code(_into(about, path), "maintenanceAndUpdateFrequency", "MD_MaintenanceFrequencyCode", record.frequency)
    for keywords in record.keywords:
        _keywords(about, keywords)
    _constraints(about, record)
    _code(about, "spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector")
    _resolution(about, record)
    _code(about, "language", "LanguageCode", record.language)
    _code(about, "characterSet", "MD_CharacterSetCode", "utf8")
    for topic in record.topics:
        _child(_into(about, "topicCategory"), GMD, "MD_TopicCategoryCode", topic)
    if record.extent is not None:
        _box(_into(about, "extent/EX_Extent/geographicElement/EX_GeographicBoundingBox"), record.extent)


def _constraints(about: Any, record: Record) -> None:
    """Use, then access: one block each, as the guidelines want them (TG Requirements C.17 and C.18)."""
    if record.licence or record.conditions:
        use = _into(about, "resourceConstraints/MD_LegalConstraints")
        _code(use, "useConstraints", "MD_RestrictionCode", "otherRestrictions")
        if record.licence_url:
            _anchor(_into(use, "otherConstraints"), record.licence_url, record.licence)
        else:
            _text(use, "otherConstraints", record.licence)
        for condition in record.conditions:
            _text(use, "otherConstraints", condition)
    access = _into(about, "resourceConstraints/MD_LegalConstraints")
    _code(access, "accessConstraints", "MD_RestrictionCode", "otherRestrictions")
    if not record.access:
        _anchor(_into(access, "otherConstraints"), NO_LIMITATION, _NO_LIMIT)
    for limit in record.access:
        if limit.startswith(_LIMITS):
            _anchor(_into(access, "otherConstraints"), limit, limit)
        else:
            _text(access, "otherConstraints", limit)


def _resolution(about: Any, record: Record) -> None:
    if record.scale:
        path = "spatialResolution/MD_Resolution/equivalentScale/MD_RepresentativeFraction/denominator"
        _value(_into(about, path), "Integer", str(record.scale))
    if record.resolution:
        distance = _into(about, "spatialResolution/MD_Resolution/distance")
        _child(distance, GCO, "Distance", f"{record.resolution:g}").set("uom", "m")


def _distribution(root: Any, record: Record) -> None:
    if not record.formats and not record.links:
        return
    distribution = _into(root, "distributionInfo/MD_Distribution")
    for name in record.formats:
        form = _into(distribution, "distributionFormat/MD_Format")
        _text(form, "name", name)
        _nothing(form, "version", "unknown")
    if record.links:
        options = _into(distribution, "transferOptions/MD_DigitalTransferOptions")
        for link in record.links:
            _link(options, link)


def _link(options: Any, link: Link) -> None:
    online = _into(options, "onLine/CI_OnlineResource")
    _child(_into(online, "linkage"), GMD, "URL", link.url)
    _text(online, "protocol", link.protocol)
    _text(online, "name", link.name)
    _text(online, "description", link.description)


def _quality(quality: Any, record: Record) -> None:
    _code(_into(quality, "scope/DQ_Scope"), "level", "MD_ScopeCode", "dataset")
    for conformity in record.conformities:
        _conformity(quality, conformity)
    if record.lineage:
        _text(_into(quality, "lineage/LI_Lineage"), "statement", record.lineage)


def _conformity(quality: Any, conformity: Conformity) -> None:
    result = _into(quality, "report/DQ_DomainConsistency/result/DQ_ConformanceResult")
    cited = _into(result, "specification/CI_Citation")
    _text(cited, "title", conformity.title)
    _date(cited, conformity.date, "publication")
    if not conformity.date:
        _nothing(cited, "date", "unknown")
    _text(result, "explanation", conformity.explanation or SEE)
    if conformity.verdict is Verdict.NOT_EVALUATED:
        _nothing(result, "pass", "unknown")
    else:
        _value(_into(result, "pass"), "Boolean", conformity.verdict.value)


def _keywords(about: Any, keywords: Keywords) -> None:
    group = _into(about, "descriptiveKeywords/MD_Keywords")
    for word in keywords.words:
        _text(group, "keyword", word)
    _code(group, "type", "MD_KeywordTypeCode", "theme")
    if keywords.thesaurus:
        cited = _into(group, "thesaurusName/CI_Citation")
        _text(cited, "title", keywords.thesaurus)
        _date(cited, keywords.date, "publication")
        if not keywords.date:
            _nothing(cited, "date", "unknown")


def _party(parent: Any, name: str, contact: Contact) -> None:
    party = _into(parent, f"{name}/CI_ResponsibleParty")
    _text(party, "individualName", contact.name)
    _text(party, "organisationName", contact.organisation)
    if contact.phone or contact.mail:
        info = _into(party, "contactInfo/CI_Contact")
        if contact.phone:
            _text(_into(info, "phone/CI_Telephone"), "voice", contact.phone)
        if contact.mail:
            _text(_into(info, "address/CI_Address"), "electronicMailAddress", contact.mail)
    _code(party, "role", "CI_RoleCode", contact.role)


def _box(box: Any, extent: tuple[float, float, float, float]) -> None:
    west, south, east, north = extent
    for name, value in (
        ("westBoundLongitude", west),
        ("eastBoundLongitude", east),
        ("southBoundLatitude", south),
        ("northBoundLatitude", north),
    ):
        _value(_into(box, name), "Decimal", f"{value:.6f}")


# ---------------------------------------------------------------------------------------------------------- XML
def _into(parent: Any, path: str) -> Any:
    """New elements, one inside the other; the innermost."""
    for step in path.split("/"):
        parent = xml().SubElement(parent, tag(step))
    return parent


def _child(parent: Any, space: str, name: str, text: str) -> Any:
    child = xml().SubElement(parent, f"{{{space}}}{name}")
    child.text = _clean(text)
    return child


def _nothing(parent: Any, name: str, reason: str = "missing") -> None:
    """An element that the schema wants and of which nothing is known: said as such."""
    _into(parent, name).set(f"{{{GCO}}}nilReason", reason)


def _value(parent: Any, name: str, text: str) -> None:
    _child(parent, GCO, name, text)


def _text(parent: Any, name: str, text: str) -> None:
    if text:
        _value(_into(parent, name), "CharacterString", text)


def _anchor(parent: Any, address: str, text: str) -> None:
    _child(parent, GMX, "Anchor", text).set(f"{{{XLINK}}}href", address)


def _code(parent: Any, name: str, code_list: str, value: str) -> None:
    element = _child(_into(parent, name), GMD, code_list, "")
    element.set("codeList", f"{LISTS}{code_list}")
    element.set("codeListValue", value)


def _date(parent: Any, day: str, kind: str) -> None:
    if day:
        dated = _into(parent, "date/CI_Date")
        _value(_into(dated, "date"), "Date", day[:10])
        _code(dated, "dateType", "CI_DateTypeCode", kind)


def _clean(text: str) -> str:
    """Without the control characters that XML 1.0 forbids."""
    return "".join(sign for sign in text if sign in "\t\n\r" or sign >= " ")
