"""Metadata records: the verdicts of the national validator on its own samples, and faults planted one by one."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# The faults that the regression tests of IGNF/validator (MetadataValidatorRegressTest, 6f80308) expect.
EXPECTED = {
    "01": {},
    "02": {
        "METADATA_FILEIDENTIFIER_NOT_FOUND": 1,
        "METADATA_LOCATOR_PROTOCOL_NOT_FOUND": 5,
        "METADATA_LOCATOR_URL_NOT_FOUND": 4,
        "METADATA_IDENTIFIER_NOT_FOUND": 1,
        "METADATA_CHARACTERSET_NOT_FOUND": 1,
        "METADATA_SPATIALREPRESENTATIONTYPE_NOT_FOUND": 1,
        "METADATA_SPECIFICATIONS_EMPTY": 1,
    },
    "03": {
        "METADATA_IDENTIFIER_NOT_FOUND": 1,
        "METADATA_SPATIALRESOLUTIONS_EMPTY": 1,
        "METADATA_SPECIFICATIONS_EMPTY": 1,
    },
    "05": {"METADATA_SPATIALREPRESENTATIONTYPE_NOT_FOUND": 1, "METADATA_SPATIALRESOLUTIONS_EMPTY": 1},
}
GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco"
  xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:xlink="http://www.w3.org/1999/xlink">
<gmd:fileIdentifier><gco:CharacterString>fr-35238-plu20240101</gco:CharacterString></gmd:fileIdentifier>
<gmd:language><gmd:LanguageCode codeListValue="fre"/></gmd:language>
<gmd:hierarchyLevel><gmd:MD_ScopeCode codeListValue="dataset"/></gmd:hierarchyLevel>
<gmd:contact>{party}</gmd:contact>
<gmd:dateStamp><gco:Date>2024-02-01</gco:Date></gmd:dateStamp>
<gmd:referenceSystemInfo><gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier><gmd:code>
<gmx:Anchor xlink:href="http://www.opengis.net/def/crs/EPSG/0/2154">EPSG:2154</gmx:Anchor>
</gmd:code></gmd:RS_Identifier></gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem></gmd:referenceSystemInfo>
<gmd:identificationInfo><gmd:MD_DataIdentification>
<gmd:citation><gmd:CI_Citation><gmd:title><gco:CharacterString>PLU de Rennes</gco:CharacterString></gmd:title>
<gmd:date><gmd:CI_Date><gmd:date><gco:Date>2024-01-01</gco:Date></gmd:date>
<gmd:dateType><gmd:CI_DateTypeCode codeListValue="revision"/></gmd:dateType></gmd:CI_Date></gmd:date>
<gmd:identifier><gmd:MD_Identifier><gmd:code><gco:CharacterString>35238_PLU_20240101</gco:CharacterString></gmd:code>
</gmd:MD_Identifier></gmd:identifier></gmd:CI_Citation></gmd:citation>
<gmd:abstract><gco:CharacterString>Le plan local</gco:CharacterString></gmd:abstract>
<gmd:pointOfContact>{party}</gmd:pointOfContact>
{types}{emprise}
<gmd:spatialRepresentationType><gmd:MD_SpatialRepresentationTypeCode codeListValue="vector"/>
</gmd:spatialRepresentationType>
<gmd:spatialResolution><gmd:MD_Resolution><gmd:equivalentScale><gmd:MD_RepresentativeFraction><gmd:denominator>
<gco:Integer>5000</gco:Integer></gmd:denominator></gmd:MD_RepresentativeFraction></gmd:equivalentScale>
</gmd:MD_Resolution></gmd:spatialResolution>
<gmd:language><gmd:LanguageCode codeListValue="fre"/></gmd:language>
<gmd:characterSet><gmd:MD_CharacterSetCode codeListValue="utf8"/></gmd:characterSet>
<gmd:topicCategory><gmd:MD_TopicCategoryCode>planningCadastre</gmd:MD_TopicCategoryCode></gmd:topicCategory>
<gmd:extent><gmd:EX_Extent><gmd:geographicElement><gmd:EX_GeographicBoundingBox>
<gmd:westBoundLongitude><gco:Decimal>-1.75</gco:Decimal></gmd:westBoundLongitude>
<gmd:eastBoundLongitude><gco:Decimal>-1.62</gco:Decimal></gmd:eastBoundLongitude>
<gmd:southBoundLatitude><gco:Decimal>48.07</gco:Decimal></gmd:southBoundLatitude>
<gmd:northBoundLatitude><gco:Decimal>48.15</gco:Decimal></gmd:northBoundLatitude>
</gmd:EX_GeographicBoundingBox></gmd:geographicElement></gmd:EX_Extent></gmd:extent>
</gmd:MD_DataIdentification></gmd:identificationInfo>
<gmd:distributionInfo><gmd:MD_Distribution><gmd:distributionFormat><gmd:MD_Format><gmd:name>
<gco:CharacterString>ESRI Shapefile</gco:CharacterString></gmd:name></gmd:MD_Format></gmd:distributionFormat>
<gmd:transferOptions><gmd:MD_DigitalTransferOptions><gmd:onLine><gmd:CI_OnlineResource>
<gmd:linkage><gmd:URL>https://exemple.fr/plu</gmd:URL></gmd:linkage>
<gmd:protocol><gco:CharacterString>WWW:LINK</gco:CharacterString></gmd:protocol>
<gmd:name><gco:CharacterString>Le PLU</gco:CharacterString></gmd:name></gmd:CI_OnlineResource></gmd:onLine>
</gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>
<gmd:dataQualityInfo><gmd:DQ_DataQuality>
<gmd:report><gmd:DQ_DomainConsistency><gmd:result><gmd:DQ_ConformanceResult><gmd:specification><gmd:CI_Citation>
<gmd:title><gco:CharacterString>CNIG PLU v2024</gco:CharacterString></gmd:title>
<gmd:date><gmd:CI_Date><gmd:date><gco:Date>2024-01-15</gco:Date></gmd:date>
<gmd:dateType><gmd:CI_DateTypeCode codeListValue="publication"/></gmd:dateType></gmd:CI_Date></gmd:date>
</gmd:CI_Citation></gmd:specification><gmd:pass><gco:Boolean>true</gco:Boolean></gmd:pass>
</gmd:DQ_ConformanceResult></gmd:result></gmd:DQ_DomainConsistency></gmd:report>
<gmd:lineage><gmd:LI_Lineage><gmd:statement><gco:CharacterString>Levé sur le cadastre 2023</gco:CharacterString>
</gmd:statement></gmd:LI_Lineage></gmd:lineage></gmd:DQ_DataQuality></gmd:dataQualityInfo>
</gmd:MD_Metadata>"""
PARTY = (
    "<gmd:CI_ResponsibleParty><gmd:organisationName><gco:CharacterString>Ville</gco:CharacterString>"
    "</gmd:organisationName><gmd:contactInfo><gmd:CI_Contact><gmd:address><gmd:CI_Address>"
    "<gmd:electronicMailAddress><gco:CharacterString>sig@exemple.fr</gco:CharacterString></gmd:electronicMailAddress>"
    "</gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo></gmd:CI_ResponsibleParty>"
)


def keyword(thesaurus: str, word: str) -> str:
    return (
        f"<gmd:descriptiveKeywords><gmd:MD_Keywords><gmd:keyword><gco:CharacterString>{word}</gco:CharacterString>"
        f"</gmd:keyword><gmd:thesaurusName><gmd:CI_Citation><gmd:title><gco:CharacterString>{thesaurus}"
        "</gco:CharacterString></gmd:title></gmd:CI_Citation></gmd:thesaurusName></gmd:MD_Keywords>"
        "</gmd:descriptiveKeywords>"
    )


RECORD = GOOD.format(
    party=PARTY,
    types=keyword("Types de documents d’urbanisme", "PLU"),
    emprise=keyword("Code officiel géographique au 1er janvier 2024", "35238"),
)


@pytest.fixture
def faults(tmp_path: Path, qgis_app: Any) -> Callable[..., list[str]]:
    """`faults(xml)`: the codes of what is wrong, for a PLU named 35238_PLU_20240101."""
    from data_territoires_plugin.standards.engine.document_name import parse
    from data_territoires_plugin.standards.engine.metadata_xml import check_metadata
    from data_territoires_plugin.standards.engine.metadata_xml_reading import read_record
    from data_territoires_plugin.standards.findings import Finding
    from data_territoires_plugin.standards.model import Document, Standard

    standard = Standard("plu", "PLU", "2024", "", "", "urbanisme", (), document=Document("", (), "PLU"))

    def check(content: str | bytes) -> list[str]:
        path = tmp_path / "fiche.xml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        record = read_record(path, "fiche.xml")
        if isinstance(record, Finding):
            return [record.code or record.rule]
        return [one.code for one in check_metadata(record, "fiche.xml", standard, parse("35238_PLU_20240101"))]

    return check


@pytest.mark.parametrize("name", EXPECTED)
def test_the_samples_have_the_faults_that_the_national_validator_finds(shared: Path, qgis_app: Any, name: str) -> None:
    from data_territoires_plugin.standards.engine.metadata_xml import check_metadata
    from data_territoires_plugin.standards.engine.metadata_xml_reading import read_record

    record = read_record(shared / "standards" / "metadata-inspire-cnig" / f"{name}.xml", name)
    assert Counter(one.code for one in check_metadata(record, name)) == EXPECTED[name]


def test_every_sample_of_an_identifier_is_taken(shared: Path, qgis_app: Any) -> None:
    from data_territoires_plugin.standards.engine.metadata_xml import _IDENTIFIER

    lines = (shared / "standards" / "metadata-inspire-cnig" / "sample-fileidentifiers-valid.txt").read_text("utf-8")
    refused = [line for line in lines.split("\n") if line.strip() and not _IDENTIFIER.fullmatch(line.strip())]
    assert refused == []


def test_a_complete_record_has_no_fault(faults: Any) -> None:
    assert faults(RECORD) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("fr-35238-plu20240101", "", "METADATA_FILEIDENTIFIER_NOT_FOUND"),
        ("fr-35238-plu20240101", "fr?35238", "METADATA_FILEIDENTIFIER_INVALID"),
        ("PLU de Rennes", "", "METADATA_TITLE_NOT_FOUND"),
        ("Le plan local", " ", "METADATA_ABSTRACT_NOT_FOUND"),
        (">5000<", ">un cinq-millième<", "METADATA_SPATIALRESOLUTION_INVALID_DENOMINATOR"),
        ("planningCadastre", "urbanisme", "METADATA_TOPICCATEGORY_INVALID"),
        ('codeListValue="utf8"', 'codeListValue="UTF-8"', "METADATA_CHARACTERSET_INVALID"),
        ('codeListValue="vector"', 'codeListValue="vecteur"', "METADATA_SPATIALREPRESENTATIONTYPE_INVALID"),
        ("48.15", "nord", "METADATA_EXTENT_INVALID"),
        ("<gco:Date>2024-02-01</gco:Date>", "<gco:Date>01/02/2024</gco:Date>", "METADATA_METADATADATE_INVALID"),
        ("<gco:Date>2024-01-01</gco:Date>", "<gco:Date>2024-02-31</gco:Date>", "METADATA_DATEOFLASTREVISION_INVALID"),
        ('"revision"', '"creation"', "CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND"),
        ("https://exemple.fr/plu", "", "METADATA_LOCATOR_URL_NOT_FOUND"),
        ("WWW:LINK", "", "METADATA_LOCATOR_PROTOCOL_NOT_FOUND"),
        ("ESRI Shapefile", "", "METADATA_DISTRIBUTIONFORMAT_NAME_NOT_FOUND"),
        ("Levé sur le cadastre 2023", "", "METADATA_LINEAGE_NOT_FOUND"),
        ("CNIG PLU v2024", "Standard PLU", "CNIG_METADATA_SPECIFICATION_NOT_FOUND"),
        (">true<", ">oui<", "METADATA_SPECIFICATION_DEGREE_INVALID"),
        ("EPSG/0/2154", "EPSG/0/27572", "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_UNEXPECTED"),
        (">EPSG:2154<", ">Lambert 93<", "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_INVALID"),
        ("http://www.opengis.net/def/crs/EPSG/0/2154", "", "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_NOT_FOUND"),
        (">35238<", ">35000<", "CNIG_METADATA_KEYWORD_INVALID"),
        ("au 1er janvier 2024", "2024", "CNIG_METADATA_KEYWORD_NOT_FOUND"),
    ],
)  # fmt: skip
def test_a_fault_is_found_and_nothing_else(faults: Any, old: str, new: str, code: str) -> None:
    assert RECORD.count(old) == 1
    assert faults(RECORD.replace(old, new)) == [code]


@pytest.mark.parametrize(
    ("tag", "code"), [("contact", "METADATA_METADATACONTACT"), ("pointOfContact", "METADATA_CONTACT")]
)
def test_each_contact_has_a_name_and_an_address(faults: Any, tag: str, code: str) -> None:
    nobody = re.sub(f"<gmd:{tag}>.*</gmd:{tag}>", "", RECORD)
    assert faults(nobody) == [f"{code}_NOT_FOUND"]
    nameless = re.sub(f"(<gmd:{tag}>.*)>Ville<(.*</gmd:{tag}>)", r"\1> <\2", RECORD)
    assert faults(nameless) == [f"{code}_NAMEABSENT"]
    silent = re.sub(f"(<gmd:{tag}>.*)>sig@exemple.fr<(.*</gmd:{tag}>)", r"\1>non_renseigne@exemple.fr<\2", RECORD)
    assert faults(silent) == [f"{code}_MAILINVALID"]


def test_a_doctype_is_refused_without_being_read(faults: Any) -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "b"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    assert faults(RECORD.replace("<gmd:MD_Metadata", f"{bomb}<gmd:MD_Metadata", 1)) == ["metadata_doctype"]


@pytest.mark.parametrize("content", [b"", b"pas du XML", b"<a/>", b"<gmd:MD_Metadata", b"\xff\xfe\x00"])
def test_what_is_no_record_is_ignored_and_said_to_be(faults: Any, content: bytes) -> None:
    assert faults(content) == ["METADATA_IGNORED_FILE"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2024", True), ("2024-02", True), ("2024-02-29", True), ("2024-02-29T10:11:12.5Z", True),
        ("2004-09-03Z", True), ("2023-02-29", False), ("29/02/2024", False), ("", False), ("2024-13", False),
    ],
)  # fmt: skip
def test_dates_are_those_of_xml_schema(qgis_app: Any, text: str, right: bool) -> None:
    from data_territoires_plugin.standards.engine.metadata_xml import is_date

    assert is_date(text) is right
