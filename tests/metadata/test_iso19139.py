"""ISO 19139 as we write it: the XSD, the rules of the national validator and OWSLib are the judges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from data_territoires_plugin.errors import SourceError
from data_territoires_plugin.metadata.iso19139 import write
from data_territoires_plugin.metadata.iso19139_reading import merged, read, same
from data_territoires_plugin.metadata.record import Contact, Link, Record, Verdict, differences
from tests.metadata.records import FULL, record, schema

if TYPE_CHECKING:
    from pathlib import Path

BARE = Record("une-fiche", "Titre", stamp="2026-01-01")
HAND_MADE = (
    "<gmd:purpose><gco:CharacterString>Écrit à la main</gco:CharacterString></gmd:purpose>"
    "<gmd:graphicOverview><gmd:MD_BrowseGraphic><gmd:fileName><gco:CharacterString>https://example.org/vignette.png"
    "</gco:CharacterString></gmd:fileName></gmd:MD_BrowseGraphic></gmd:graphicOverview>"
)


@pytest.fixture(scope="module")
def judged() -> Any:
    """`judged(xml)`: the errors of the XSD."""
    path = schema()
    if path is None:
        pytest.skip("needs the XSD that pycsw carries, absent here")
    from lxml import etree

    xsd = etree.XMLSchema(file=str(path))

    def errors(content: bytes) -> list[str]:
        xsd.validate(etree.fromstring(content))
        return [str(one) for one in xsd.error_log]

    return errors


def completed_by_hand(content: bytes) -> bytes:
    """A record as somebody has completed it on a portal: purpose, thumbnail, link, keyword, another contact."""
    text = content.decode()
    text = text.replace("</gmd:abstract>", "</gmd:abstract>PURPOSE", 1)
    about, after = text.split("PURPOSE")
    purpose, picture = HAND_MADE.split("<gmd:graphicOverview>")
    about += purpose
    at = after.index("<gmd:descriptiveKeywords>")
    distributor = (
        "<gmd:pointOfContact><gmd:CI_ResponsibleParty><gmd:organisationName><gco:CharacterString>Portail"
        '</gco:CharacterString></gmd:organisationName><gmd:role><gmd:CI_RoleCode codeList="x"'
        ' codeListValue="distributor"/></gmd:role></gmd:CI_ResponsibleParty></gmd:pointOfContact>'
    )
    maintenance = after.index("<gmd:resourceMaintenance>")
    after = f"{after[:maintenance]}{distributor}{after[maintenance:at]}<gmd:graphicOverview>{picture}{after[at:]}"
    link = (
        "<gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>https://example.org/carte</gmd:URL></gmd:linkage>"
        "<gmd:protocol><gco:CharacterString>WWW:LINK</gco:CharacterString></gmd:protocol></gmd:CI_OnlineResource>"
        "</gmd:onLine></gmd:MD_DigitalTransferOptions>"
    )
    after = after.replace("</gmd:MD_DigitalTransferOptions>", link)
    word = "<gmd:keyword><gco:CharacterString>talus</gco:CharacterString></gmd:keyword>"
    end = after.index("<gco:CharacterString>haie</gco:CharacterString>")
    end = after.index("</gmd:keyword>", end) + len("</gmd:keyword>")
    return f"{about}{after[:end]}{word}{after[end:]}".encode()


@pytest.mark.parametrize("made", [FULL, BARE, record(extent=None, links=(), formats=(), resolution=0.2, scale=0)])
def test_what_is_written_is_valid_by_the_schema(made, judged):
    assert judged(write(made)) == []


@pytest.mark.parametrize("made", [FULL, BARE, record(access=("Secret des affaires",), licence_url="")])
def test_what_is_written_is_read_back_the_same(made):
    back = read(write(made))
    assert (differences(made, back), back.identifier, back.stamp) == ((), made.identifier, made.stamp)
    assert differences(back, made) == ()


def test_a_full_record_has_no_error_for_the_national_validator(tmp_path):
    from data_territoires_plugin.standards.engine.metadata_xml import check_metadata
    from data_territoires_plugin.standards.engine.metadata_xml_reading import read_record

    path = tmp_path / "fiche.xml"
    path.write_bytes(write(FULL))
    dated = record(conformities=FULL.conformities[:1])
    path.write_bytes(write(dated))
    assert check_metadata(read_record(path, path.name), path.name) == []


def test_owslib_reads_what_is_written():
    from owslib.etree import etree
    from owslib.iso import MD_Metadata

    told = MD_Metadata(etree.fromstring(write(FULL)))
    about = told.identification[0]
    assert (told.identifier, about.title, told.referencesystem.code) == (FULL.identifier, FULL.title, "EPSG:2154")
    box = about.extent.boundingBox
    assert [float(one) for one in (box.minx, box.miny, box.maxx, box.maxy)] == list(FULL.extent)
    assert [(one.type, one.date) for one in about.date] == [
        ("creation", "2020-01-31"), ("publication", "2024-05-06"), ("revision", "2026-03-04"),
    ]  # fmt: skip
    assert [one.url for one in told.distribution.online] == ["https://example.org/wfs"]
    assert about.denominators == ["5000"]
    assert told.dataquality.lineage == FULL.lineage
    assert told.dataquality.conformancedegree[0] == "false"
    assert {word.name for group in about.keywords for word in group.keywords} == {"Sites protégés", "bocage", "haie"}
    assert [one.email for one in about.contact] == ["sig@example.org"]


def test_a_layer_that_is_known_not_to_conform_is_said_so():
    assert b"<gco:Boolean>false</gco:Boolean>" in write(FULL)
    assert read(write(FULL)).conformities[0].verdict is Verdict.NOT_CONFORMING


def test_a_text_that_looks_like_xml_stays_a_text():
    made = record(title="<!DOCTYPE x> & </gmd:title>", abstract="]]> \x00\x0b fin")
    assert read(write(made)).title == "<!DOCTYPE x> & </gmd:title>"
    assert read(write(made)).abstract == "]]> fin"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"rien",
        b"<a/>",
        b'<!DOCTYPE a [<!ENTITY x "y">]><gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"/>',
        b'<mdb:MD_Metadata xmlns:mdb="http://standards.iso.org/iso/19115/-3/mdb/2.0"/>',
    ],
)
def test_what_is_no_iso_19139_is_refused(content):
    with pytest.raises(SourceError):
        read(content)


# ------------------------------------------------------------------------------------------------------- merging
def test_what_others_wrote_on_the_portal_stays(judged):
    there = completed_by_hand(write(FULL))
    assert judged(there) == []
    ours = record(title="Haies, édition 2026", abstract="Nouveau résumé", scale=1000)
    result = merged(there, ours)
    assert judged(result) == []
    back = read(result)
    assert differences(ours, back) == ()
    assert "Écrit à la main" in result.decode()
    assert "vignette.png" in result.decode()
    assert Link("https://example.org/carte", "WWW:LINK", "") in back.links
    assert Contact("Portail", "", "distributor") in back.contacts


def test_words_added_on_the_portal_join_ours(judged):
    there = completed_by_hand(write(FULL))
    ours = record(keywords=(FULL.keywords[0], FULL.keywords[1].__class__(("bocage", "arbre"))))
    result = merged(there, ours)
    assert judged(result) == []
    assert set(read(result).keywords[1].words) == {"bocage", "arbre", "haie", "talus"}


def test_what_a_portal_completed_makes_no_difference():
    assert differences(FULL, read(completed_by_hand(write(FULL)))) == ()


def test_what_we_do_not_know_is_not_emptied(judged):
    ours = Record(FULL.identifier, "Autre titre", licence="ODbL", stamp="2026-06-07")
    back = read(merged(write(FULL), ours))
    assert (back.title, back.licence, back.stamp) == ("Autre titre", "ODbL", "2026-06-07")
    assert (back.abstract, back.lineage, back.conditions) == (
        " ".join(FULL.abstract.split()), FULL.lineage, FULL.conditions,
    )  # fmt: skip
    assert (back.links, back.conformities, back.extent) == (FULL.links, FULL.conformities, FULL.extent)


def test_a_poor_record_receives_all_ours(judged):
    result = merged(write(BARE), record(identifier=BARE.identifier))
    assert judged(result) == []
    assert differences(FULL, read(result)) == ()


@pytest.mark.parametrize("name", ["01", "02", "03", "05", "06"])
def test_the_records_of_the_national_validator_can_be_merged(name, shared: Path, judged):
    there = (shared / "standards" / "metadata-inspire-cnig" / f"{name}.xml").read_bytes()
    result = merged(there, FULL)
    assert differences(FULL, read(result)) == ()
    # Merging adds no fault of form to those that were there.
    assert {one.partition("Element")[2] for one in judged(result)} <= {
        one.partition("Element")[2] for one in judged(there)
    }


def test_a_record_of_a_service_is_left_alone():
    there = write(FULL).replace(b"MD_DataIdentification", b"SV_ServiceIdentification")
    with pytest.raises(SourceError, match="data set"):
        merged(there, FULL)


def test_blanks_and_the_day_of_the_record_make_no_difference():
    one = write(FULL)
    assert same(one, write(record(stamp="2030-01-01")).replace(b">\n", b">"))
    assert not same(one, write(record(scale=4999)))
