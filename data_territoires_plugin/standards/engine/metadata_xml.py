"""Is a metadata record complete? The profile of INSPIRE, then what the CNIG asks of documents of urbanism and SUP.

Codes and levels are those of the national validator (IGNF/validator, error-code.json). Keywords by thesaurus: CNIG,
« Consignes de saisie des métadonnées » DU, SUP and SCoT, March 2019.
"""

from __future__ import annotations

import math
import re
from datetime import datetime
from typing import TYPE_CHECKING

from . import metadata_xml_words as words
from .encodings import CHARSETS
from .metadata_xml_words import Part, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Finding
    from ..model import Standard
    from .document_name import DocumentName
    from .metadata_xml_reading import Party, Record


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_LANGUAGES = _set("bul ita cze lav dan lit dut mlt eng pol est por fin rum fre slo ger slv gre spa hun swe gle hrv")
_SCOPES = _set(
    "attribute attributeType collectionHardware collectionSession dataset series nonGeographicDataset dimensionGroup"
    " feature featureType propertyType fieldSession software service model tile metadata initiative sample document"
    " repository aggregate product collection coverage application"
)
_TOPICS = _set(
    "farming biota boundaries climatologyMeteorologyAtmosphere economy elevation environment geoscientificInformation"
    " health imageryBaseMapsEarthCover intelligenceMilitary inlandWaters location oceans planningCadastre society"
    " structure transportation utilitiesCommunication extraTerrestrial disaster"
)
_REPRESENTATIONS = _set("vector grid textTable tin stereoModel video")
_IDENTIFIER = re.compile(r"[\w\s\-.:/\[\]]+", re.ASCII)
_MAIL = re.compile(r".+@.+\..+")
_NO_MAIL = "non_renseigne@exemple.fr"
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?)?)?)?(?:Z|[+-]\d\d:\d\d)?")
_SPECIFICATION = re.compile(r"CNIG\s(?:PLU|PLUi|POS|CC|PSMV|SUP|SCoT)\sv\d{4}", re.IGNORECASE)
_URI = re.compile(r"https?://www\.opengis\.net/def/crs/EPSG/0/(\d+)")
_EPSG = _set("4326 2154 32620 4559 5490 2972 2975 4471 4467 3942 3943 3944 3945 3946 3947 3948 3949 3950")
_IGNF_URI = re.compile(r"https?://registre\.ign\.fr/ign/IGNF/crs/IGNF/(\w+)")
_IGNF = _set("WGS84 RGF93LAMB93 WGS84UTM20 RGFG95UTM22 RGR92UTM40S RGM04UTM38S RGSPM06U21")
_CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_TYPES = "Types de documents d’urbanisme"
_SUP = "nomenclature nationale des SUP"
_SIRENE = "Répertoire SIRENE"
_COG = "Code officiel géographique au 1er janvier 20[0-9]{2}"
_PARTS = "Sous-code de documents d’urbanisme"


def check_metadata(
    record: Record, file: str, standard: Standard | None = None, name: DocumentName | None = None
) -> list[Finding]:
    """What is wrong in a record; with a standard of the CNIG, what the GPU asks too, `name` being its folder's."""
    found = [*_identification(record, file), *_distribution(record, file), *_quality(record, file)]
    found += [*_dates(record, file), *_contacts(record, file)]
    if standard is not None and standard.document is not None and standard.document.family:
        found += _cnig(record, file)
        if name is not None:
            found += _keywords(record, file, name)
    return found


def _identification(record: Record, file: str) -> Iterator[Finding]:
    if not record.identifier:
        yield told("METADATA_FILEIDENTIFIER_NOT_FOUND", file, Part.IDENTIFIER)
    elif not _IDENTIFIER.fullmatch(record.identifier):
        yield told("METADATA_FILEIDENTIFIER_INVALID", file, Part.IDENTIFIER, record.identifier)
    if not record.title:
        yield told("METADATA_TITLE_NOT_FOUND", file, Part.TITLE)
    if not record.abstract:
        yield told("METADATA_ABSTRACT_NOT_FOUND", file, Part.ABSTRACT)
    yield from _of_list("TYPE", file, Part.TYPE, record.type, _SCOPES)
    if not any(record.resource_identifiers):
        yield told("METADATA_IDENTIFIER_NOT_FOUND", file, Part.RESOURCE_IDENTIFIER)
    yield from _of_list("LANGUAGE", file, Part.LANGUAGE, record.language, _LANGUAGES)
    yield from _of_list("TOPICCATEGORY", file, Part.TOPIC, record.topic, _TOPICS)
    charset = record.charset if record.has_charset else None
    yield from _of_list("CHARACTERSET", file, Part.CHARSET, charset, frozenset(CHARSETS))
    yield from _of_list("SPATIALREPRESENTATIONTYPE", file, Part.REPRESENTATION, record.representation, _REPRESENTATIONS)
    yield from _extents(record, file)


def _extents(record: Record, file: str) -> Iterator[Finding]:
    if not record.extents:
        yield told("METADATA_EXTENTS_EMPTY", file, Part.EXTENT)
    for at, box in enumerate(record.extents, 1):
        if not all(_is_number(bound or "") for bound in box):
            said = ", ".join(bound or "" for bound in box)
            yield told("METADATA_EXTENT_INVALID", file, Part.EXTENT, said, number=at, count=len(record.extents))


def _distribution(record: Record, file: str) -> Iterator[Finding]:
    if not record.locators:
        yield told("METADATA_LOCATORS_EMPTY", file, Part.LOCATOR)
    for at, one in enumerate(record.locators, 1):
        for value, part in ((one.name, "NAME"), (one.protocol, "PROTOCOL"), (one.url, "URL")):
            if not value:
                code = f"METADATA_LOCATOR_{part}_NOT_FOUND"
                yield told(code, file, Part[f"LOCATOR_{part}"], number=at, count=len(record.locators))
    if not record.formats:
        yield told("METADATA_DISTRIBUTIONFORMATS_EMPTY", file, Part.FORMAT)
    for at, name in enumerate(record.formats, 1):
        if not name:
            code = "METADATA_DISTRIBUTIONFORMAT_NAME_NOT_FOUND"
            yield told(code, file, Part.FORMAT, number=at, count=len(record.formats))


def _quality(record: Record, file: str) -> Iterator[Finding]:
    if not record.lineage:
        yield told("METADATA_LINEAGE_NOT_FOUND", file, Part.LINEAGE)
    count = len(record.resolutions)
    if not count:
        yield told("METADATA_SPATIALRESOLUTIONS_EMPTY", file, Part.RESOLUTION)
    for at, (denominator, distance) in enumerate(record.resolutions, 1):
        if denominator is not None and not re.fullmatch(r"[+-]?\d{1,10}", denominator):
            code = "METADATA_SPATIALRESOLUTION_INVALID_DENOMINATOR"
            yield told(code, file, Part.RESOLUTION, denominator, number=at, count=count)
        if distance is not None and not _is_number(distance):
            code = "METADATA_SPATIALRESOLUTION_INVALID_DISTANCE"
            yield told(code, file, Part.RESOLUTION, distance, number=at, count=count)
    yield from _specifications(record, file)


def _specifications(record: Record, file: str) -> Iterator[Finding]:
    count = len(record.specifications)
    if not count:
        yield told("METADATA_SPECIFICATIONS_EMPTY", file, Part.SPECIFICATION)
    for at, one in enumerate(record.specifications, 1):
        if not one.title:
            yield told("METADATA_SPECIFICATION_TITLE_NOT_FOUND", file, Part.SPECIFICATION, number=at, count=count)
        if one.date is None:
            yield told("METADATA_SPECIFICATION_DATE_NOT_FOUND", file, Part.SPECIFICATION_DATE, number=at, count=count)
        elif not is_date(one.date):
            code = "METADATA_SPECIFICATION_DATE_INVALID"
            yield told(code, file, Part.SPECIFICATION_DATE, one.date, number=at, count=count)
        if one.degree and one.degree not in ("true", "false"):
            code = "METADATA_SPECIFICATION_DEGREE_INVALID"
            yield told(code, file, Part.SPECIFICATION, one.degree, number=at, count=count)


def _dates(record: Record, file: str) -> Iterator[Finding]:
    dates = (
        (record.published, "PUBLICATION", Part.PUBLISHED),
        (record.revised, "LASTREVISION", Part.REVISED),
        (record.created, "CREATION", Part.CREATED),
    )
    if all(value is None for value, _, _ in dates):
        yield told("METADATA_DATES_NOT_FOUND", file, Part.DATES)
    for value, name, part in dates:
        if value is not None and not is_date(value):
            yield told(f"METADATA_DATEOF{name}_INVALID", file, part, value)
    if not record.metadata_date:
        yield told("METADATA_METADATADATE_NOT_FOUND", file, Part.METADATA_DATE)
    elif not is_date(record.metadata_date):
        yield told("METADATA_METADATADATE_INVALID", file, Part.METADATA_DATE, record.metadata_date)
    yield from _of_list("METADATALANGUAGE", file, Part.METADATA_LANGUAGE, record.metadata_language, _LANGUAGES)


def _contacts(record: Record, file: str) -> Iterator[Finding]:
    yield from _contact(record.contact, "CONTACT", file, Part.CONTACT)
    yield from _contact(record.metadata_contact, "METADATACONTACT", file, Part.METADATA_CONTACT)


def _contact(party: Party | None, name: str, file: str, part: Part) -> Iterator[Finding]:
    if party is None:
        yield told(f"METADATA_{name}_NOT_FOUND", file, part)
        return
    mail = party.mail or ""
    if mail == _NO_MAIL or not _MAIL.search(mail):
        yield told(f"METADATA_{name}_MAILINVALID", file, part, mail)
    if not (party.name or "").strip():
        yield told(f"METADATA_{name}_NAMEABSENT", file, part)


def _cnig(record: Record, file: str) -> Iterator[Finding]:
    if record.revised is None:
        yield told("CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND", file, Part.REVISED)
    if not any(
        one.date_type == "publication" and _SPECIFICATION.fullmatch(one.title or "") for one in record.specifications
    ):
        yield told("CNIG_METADATA_SPECIFICATION_NOT_FOUND", file, Part.SPECIFICATION)
    if record.type is not None and record.type not in ("dataset", "serie"):
        yield told("CNIG_METADATA_TYPE_INVALID", file, Part.TYPE, record.type, "dataset")
    if not record.has_crs:
        yield told("CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_NOT_FOUND", file, Part.CRS)
        return
    prefix = "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER"
    if not record.crs_uri:
        yield told(f"{prefix}_URI_NOT_FOUND", file, Part.CRS)
        return
    expected = crs_code(record.crs_uri)
    if not expected:
        yield told(f"{prefix}_URI_UNEXPECTED", file, Part.CRS, record.crs_uri)
    elif not record.crs_code:
        yield told(f"{prefix}_CODE_NOT_FOUND", file, Part.CRS, "", expected)
    elif record.crs_code != expected:
        yield told(f"{prefix}_CODE_INVALID", file, Part.CRS, record.crs_code, expected)


def _keywords(record: Record, file: str, name: DocumentName) -> Iterator[Finding]:
    for thesaurus, expected in wanted_keywords(name):
        pattern = re.compile(thesaurus, re.IGNORECASE)
        found = next((one for one in record.keywords if one.thesaurus and pattern.fullmatch(one.thesaurus)), None)
        title = thesaurus.replace("20[0-9]{2}", words.year())
        if found is None:
            yield told("CNIG_METADATA_KEYWORD_NOT_FOUND", file, Part.KEYWORD, title, expected)
        else:
            value = found.words[0] if found.words else ""
            if value.casefold() != expected.casefold():
                yield told("CNIG_METADATA_KEYWORD_INVALID", file, Part.KEYWORD, value, expected)


def wanted_keywords(name: DocumentName) -> tuple[tuple[str, str], ...]:
    """The thesaurus (a pattern of its name) and the keyword that say in the record what the folder's name says."""
    wanted = [(_SUP, name.category) if name.family == "SUP" else (_TYPES, name.family)]
    if name.manager:
        wanted.append((_SIRENE, name.manager))
    if name.territory:
        wanted.append((_SIRENE if name.family == "PLUI" else _COG, name.territory))
    if name.part:
        wanted.append((_PARTS, name.part))
    return tuple(wanted)


def crs_code(uri: str) -> str:
    """The code that goes with the address of a CRS that the GPU takes; "" where it is none of them."""
    if found := _URI.fullmatch(uri):
        return f"EPSG:{found[1]}" if found[1] in _EPSG else ""
    if found := _IGNF_URI.fullmatch(uri):
        return f"IGNF:{found[1]}" if found[1] in _IGNF else ""
    return "CRS:84" if uri == _CRS84 else ""


def is_date(text: str) -> bool:
    """A date of XML Schema: year, year and month, date, or date and time, with or without its zone."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    year, month, day, hour, minute, second = (int(part) if part else None for part in found.groups())
    try:
        datetime(year or 1, month or 1, day or 1, hour or 0, minute or 0, second or 0)
    except ValueError:
        return False
    return True


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _of_list(name: str, file: str, part: Part, value: str | None, allowed: frozenset[str]) -> Iterator[Finding]:
    if value is None:
        yield told(f"METADATA_{name}_NOT_FOUND", file, part)
    elif value not in allowed:
        yield told(f"METADATA_{name}_INVALID", file, part, value, ", ".join(sorted(allowed)))
