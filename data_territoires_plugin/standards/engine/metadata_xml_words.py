"""The words of the rules of a metadata record: a part of the record, and what is wrong with it."""

from __future__ import annotations

from enum import Enum

from ...i18n import tr
from ..findings import Finding
from ..model import Level

_WARNINGS = frozenset(
    {
        "METADATA_IDENTIFIER_NOT_FOUND",
        "METADATA_LOCATOR_NAME_NOT_FOUND",
        "METADATA_LOCATOR_PROTOCOL_NOT_FOUND",
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_NOT_FOUND",
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_INVALID",
        "CNIG_METADATA_KEYWORD_NOT_FOUND",
        "CNIG_METADATA_KEYWORD_INVALID",
    }
)


class Part(Enum):
    """A part of the record."""

    IDENTIFIER = "identifier"
    TITLE = "title"
    ABSTRACT = "abstract"
    TYPE = "type"
    LOCATOR = "locator"
    LOCATOR_NAME = "locator_name"
    LOCATOR_PROTOCOL = "locator_protocol"
    LOCATOR_URL = "locator_url"
    RESOURCE_IDENTIFIER = "resource_identifier"
    LANGUAGE = "language"
    TOPIC = "topic"
    KEYWORD = "keyword"
    EXTENT = "extent"
    CRS = "crs"
    DATES = "dates"
    PUBLISHED = "published"
    REVISED = "revised"
    CREATED = "created"
    CHARSET = "charset"
    FORMAT = "format"
    REPRESENTATION = "representation"
    LINEAGE = "lineage"
    RESOLUTION = "resolution"
    SPECIFICATION = "specification"
    SPECIFICATION_DATE = "specification_date"
    CONTACT = "contact"
    METADATA_CONTACT = "metadata_contact"
    METADATA_DATE = "metadata_date"
    METADATA_LANGUAGE = "metadata_language"


def told(
    code: str, file: str, part: Part, value: str = "", expected: str = "", *, number: int = 0, count: int = 0
) -> Finding:
    """A finding about a part of the record (the `number`th of `count` where there may be several)."""
    label = _labels()[part]
    if number:
        label = tr("{part} ({number}/{count})").format(part=label, number=number, count=count)
    message, help_ = _words(code, value)
    return Finding(
        rule=code.removeprefix("CNIG_").lower(),
        level=Level.WARNING if code in _WARNINGS else Level.ERROR,
        message=message.format(part=label, value=value, expected=expected),
        code=code,
        layer=file,
        field=label,
        value=value,
        expected=expected,
        help=help_.format(part=label, value=value, expected=expected),
    )


def year() -> str:
    """How the year of an edition is written in the name of a thesaurus."""
    return tr("20YY")


def _words(code: str, value: str) -> tuple[str, str]:
    own = _own()
    if code in own:
        return own[code]
    if code.endswith("_MAILINVALID"):
        return (
            tr("Metadata: the e-mail address of the {part} is missing or wrong: “{value}”."),
            tr("Write the address of the service, not of a person."),
        )
    if code.endswith("_NAMEABSENT"):
        return tr("Metadata: the {part} has no name."), tr("Write the name of the organisation.")
    if value and value_is_wrong(code):
        return (
            tr("Metadata, {part}: “{value}” is not allowed."),
            tr("Correct it in the catalogue and export the record again. Expected: {expected}.")
            if code in _WITH_LIST
            else tr("Correct it in the catalogue and export the record again."),
        )
    return (
        tr("Metadata: “{part}” is missing or empty."),
        tr("Fill it in the catalogue and export the record again."),
    )


def value_is_wrong(code: str) -> bool:
    """Whether a code speaks of a value that is there, rather than of one that is not."""
    return "INVALID" in code or "UNEXPECTED" in code


_WITH_LIST = frozenset(
    {
        "METADATA_TYPE_INVALID",
        "METADATA_LANGUAGE_INVALID",
        "METADATA_TOPICCATEGORY_INVALID",
        "METADATA_CHARACTERSET_INVALID",
        "METADATA_SPATIALREPRESENTATIONTYPE_INVALID",
        "METADATA_METADATALANGUAGE_INVALID",
        "CNIG_METADATA_TYPE_INVALID",
    }
)


def _own() -> dict[str, tuple[str, str]]:
    """The words that no pattern gives."""
    return {
        "METADATA_DATES_NOT_FOUND": (
            tr("Metadata: no date of publication, of revision or of creation of the data."),
            tr("Write at least the date of the last revision, with its type."),
        ),
        "CNIG_METADATA_SPECIFICATION_NOT_FOUND": (
            tr("Metadata: the standard that the data conform to is not named as the CNIG wants."),
            tr("In the conformity, write for example “CNIG PLU v2024”, with the date of publication of the standard."),
        ),
        "CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND": (
            tr("Metadata: the date of the last revision is missing; documents of urbanism and easements need it."),
            tr("Write the date of approval as the date of revision."),
        ),
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_NOT_FOUND": (
            tr("Metadata: the coordinate reference system is named without its address."),
            tr("Write it as a link, for example http://www.opengis.net/def/crs/EPSG/0/2154 with the text EPSG:2154."),
        ),
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_UNEXPECTED": (
            tr("Metadata: the address of the coordinate reference system is not one that the GPU takes: “{value}”."),
            tr("Write for example http://www.opengis.net/def/crs/EPSG/0/2154."),
        ),
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_INVALID": (
            tr("Metadata: the code “{value}” does not go with the address of the coordinate reference system."),
            tr("Write {expected}."),
        ),
        "CNIG_METADATA_KEYWORD_NOT_FOUND": (
            tr("Metadata: the keyword “{expected}” of the thesaurus “{value}” is missing."),
            tr("Add this keyword, with exactly this name of thesaurus: the GPU finds the document by it."),
        ),
        "CNIG_METADATA_KEYWORD_INVALID": (
            tr("Metadata: the keyword “{value}” does not agree with the name of the folder."),
            tr("Write “{expected}”, or correct the name of the folder."),
        ),
    }


def _labels() -> dict[Part, str]:
    return {
        Part.IDENTIFIER: tr("identifier of the record"),
        Part.TITLE: tr("title of the resource"),
        Part.ABSTRACT: tr("abstract of the resource"),
        Part.TYPE: tr("type of the resource"),
        Part.LOCATOR: tr("locator of the resource"),
        Part.LOCATOR_NAME: tr("name of the locator"),
        Part.LOCATOR_PROTOCOL: tr("protocol of the locator"),
        Part.LOCATOR_URL: tr("address of the locator"),
        Part.RESOURCE_IDENTIFIER: tr("unique identifier of the resource"),
        Part.LANGUAGE: tr("language of the resource"),
        Part.TOPIC: tr("topic category"),
        Part.KEYWORD: tr("keyword"),
        Part.EXTENT: tr("geographic bounding box"),
        Part.CRS: tr("coordinate reference system"),
        Part.DATES: tr("dates of the resource"),
        Part.PUBLISHED: tr("date of publication"),
        Part.REVISED: tr("date of the last revision"),
        Part.CREATED: tr("date of creation"),
        Part.CHARSET: tr("character set"),
        Part.FORMAT: tr("distribution format"),
        Part.REPRESENTATION: tr("type of spatial representation"),
        Part.LINEAGE: tr("lineage"),
        Part.RESOLUTION: tr("spatial resolution"),
        Part.SPECIFICATION: tr("specification"),
        Part.SPECIFICATION_DATE: tr("date of the specification"),
        Part.CONTACT: tr("organisation responsible for the resource"),
        Part.METADATA_CONTACT: tr("point of contact of the metadata"),
        Part.METADATA_DATE: tr("date of the metadata"),
        Part.METADATA_LANGUAGE: tr("language of the metadata"),
    }
