"""The record of a layer: its metadata, its extent, its recipe, the template of the authority."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsAbstractMetadataBase, QgsFeature, QgsGeometry, QgsLayerMetadata, QgsVectorLayer

from data_territoires_plugin.errors import SourceError
from data_territoires_plugin.geopackage import connect
from data_territoires_plugin.metadata.describe import conformity, describe, recipe_of
from data_territoires_plugin.metadata.form import form, label_of, missing
from data_territoires_plugin.metadata.identity import identifier_of, keep
from data_territoires_plugin.metadata.inspire import THEMES, theme_of, topic_of
from data_territoires_plugin.metadata.record import INSPIRE_THEMES, Contact, Keywords, Verdict
from data_territoires_plugin.metadata.template import Template, read_template
from tests.metadata.records import FULL, record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TODAY = date(2026, 11, 22)
CORNERS = (-1.7068965, 48.1164744, -1.6926817, 48.1259921)


@pytest.fixture
def gpkg(qgis_app: Any, tmp_path: Path) -> Callable[..., Path]:
    """A GeoPackage with one table of two points in Lambert-93."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    def made(name: str = "haies.gpkg") -> Path:
        layer = QgsVectorLayer("Point?crs=EPSG:2154&field=nom:string", "haies", "memory")
        for x, y in ((350000, 6790000), (351000, 6791000)):
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromWkt(f"POINT({x} {y})"))
            layer.dataProvider().addFeature(feature)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = "haies"
        path = tmp_path / name
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
        return path

    return made


def opened(path: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername=haies", "haies")
    assert layer.isValid()
    return layer


def told(layer: QgsVectorLayer) -> QgsVectorLayer:
    """The layer, with metadata as a user fills them in QGIS."""
    metadata = QgsLayerMetadata()
    metadata.setTitle("Haies du pays")
    metadata.setAbstract("Relevé.")
    metadata.setKeywords({"gmd:topicCategory": ["environment"], "": ["bocage"], "GEMET": ["haie"]})
    metadata.setCategories(["sites protégés"])
    metadata.setLicenses(["Licence Ouverte 2.0 https://www.etalab.gouv.fr/lo"])
    metadata.setRights(["© Agglo"])
    metadata.setHistory(["Découpé.", "Mis au standard."])
    contact = QgsAbstractMetadataBase.Contact("Service SIG")
    contact.organization, contact.email, contact.role = "Agglo", "sig@example.org", "owner"
    metadata.setContacts([contact])
    link = QgsAbstractMetadataBase.Link("Haies", "WFS", "https://example.org/wfs")
    metadata.setLinks([link])
    layer.setMetadata(metadata)
    return layer


def test_what_a_layer_says_of_itself_is_in_its_record(gpkg):
    made = describe(told(opened(gpkg())), Template(), TODAY)
    assert (made.title, made.abstract, made.lineage) == ("Haies du pays", "Relevé.", "Découpé. Mis au standard.")
    assert (made.licence, made.licence_url) == ("Licence Ouverte 2.0", "https://www.etalab.gouv.fr/lo")
    assert made.contacts == (Contact("Agglo", "sig@example.org", "owner", "Service SIG"),)
    assert (made.crs, made.topics, made.stamp) == ("EPSG:2154", ("environment",), "2026-11-22")
    assert Keywords((THEMES["ps"],), INSPIRE_THEMES, "2008-06-01") in made.keywords
    assert Keywords(("haie",), "GEMET") in made.keywords
    assert [(one.protocol, one.url) for one in made.links] == [("OGC:WFS", "https://example.org/wfs")]
    assert made.conditions == ("Mention obligatoire : © Agglo",)


def test_the_extent_is_that_of_the_features_in_degrees(gpkg):
    # gdaltransform -s_srs EPSG:2154 -t_srs OGC:CRS84, of the four corners of the two points.
    made = describe(opened(gpkg()), Template(), TODAY)
    assert made.extent == pytest.approx(CORNERS, abs=2e-5)


def test_the_template_of_an_authority_fills_what_the_layer_does_not_say(gpkg, tmp_path):
    path = tmp_path / "fiche.yaml"
    path.write_text(
        "organisation: Agglo\ncourriel: sig@example.org\nlicence: ODbL\ntheme: ps\nechelle: 5000\nfrequence: annually\n"
        "mots_cles: [bocage]\ncouches:\n  haies: {titre: Haies, resume: Tout}\n",
        encoding="utf-8",
    )
    made = describe(opened(gpkg()), read_template(path), TODAY)
    assert (made.title, made.abstract, made.licence, made.scale) == ("Haies", "Tout", "ODbL", 5000)
    assert (made.topics, made.frequency) == (("environment",), "annually")
    assert made.contacts == (Contact("Agglo", "sig@example.org", "owner"),)
    assert made.record_contact == Contact("Agglo", "sig@example.org", "pointOfContact")


@pytest.mark.parametrize(
    "said", ["[1, 2]", "cle: 1", "theme: rien", "echelle: grande", "frequence: parfois", "a: [", "couches: {x: {y: 1}}"]
)
def test_a_template_that_says_nonsense_is_refused_with_its_name(said, tmp_path):
    path = tmp_path / "modele.yaml"
    path.write_text(said, encoding="utf-8")
    with pytest.raises(SourceError, match=r"modele\.yaml"):
        read_template(path)


def test_a_clipped_layer_tells_where_it_comes_from(gpkg):
    path = gpkg()
    connection = connect(path)
    connection.execute(
        "CREATE TABLE dt_recipe (fid INTEGER PRIMARY KEY, entry TEXT, title TEXT, source TEXT, edition TEXT,"
        " licence TEXT, attribution TEXT, date TEXT, cut TEXT, document TEXT)"
    )
    connection.execute(
        "INSERT INTO dt_recipe VALUES (1, 'haies', 'Haies linéaires', 'geopf_wfs:BDTOPO_V3:haie', '2026-03',"
        " 'Licence Ouverte 2.0', '© IGN', '2026-05-04', 'cut', ?)",
        (json.dumps({"name": "Redon Agglomération"}),),
    )
    connection.close()
    layer = opened(path)
    recipe = recipe_of(layer)
    assert recipe is not None
    made = describe(layer, Template(), TODAY)
    assert (made.title, made.edition, made.licence) == ("Haies linéaires", "2026-03", "Licence Ouverte 2.0")
    for word in ("BDTOPO_V3", "2026-03", "Redon Agglomération", "2026-05-04"):
        assert word in made.lineage


# ------------------------------------------------------------------------------------------------------ identifier
def test_the_identifier_stays_when_the_file_moves(gpkg, tmp_path):
    path = gpkg()
    layer = opened(path)
    first = identifier_of(layer)
    assert first == identifier_of(opened(path))
    assert keep(layer, first)
    (tmp_path / "ailleurs").mkdir()
    moved = tmp_path / "ailleurs" / "autre.gpkg"
    shutil.copy(path, moved)
    assert identifier_of(opened(moved)) == first
    assert opened(moved).metadata().identifier() == first


def test_the_source_of_a_clip_stays_named_and_is_not_taken_for_an_identifier(gpkg):
    one, two = opened(gpkg("un.gpkg")), opened(gpkg("deux.gpkg"))
    for layer in (one, two):
        metadata = told(layer).metadata()
        metadata.setIdentifier("geopf_wfs:BDTOPO_V3:haie")
        layer.setMetadata(metadata)
    assert identifier_of(one) != identifier_of(two)
    found = identifier_of(one)
    assert keep(one, found)
    again = opened(one.source().partition("|")[0])
    assert (again.metadata().identifier(), identifier_of(again)) == ("geopf_wfs:BDTOPO_V3:haie", found)
    assert all(found not in group.words for group in describe(again, Template(), TODAY).keywords)


def test_an_identifier_given_by_hand_is_kept(gpkg):
    layer = opened(gpkg())
    metadata = layer.metadata()
    metadata.setIdentifier("fr-243500139-haies")
    layer.setMetadata(metadata)
    assert identifier_of(layer) == "fr-243500139-haies"


# ------------------------------------------------------------------------------------------------------------- form
def test_the_form_names_what_is_missing_and_why(gpkg):
    bare = describe(opened(gpkg()), Template(), TODAY)
    absent = {one.name for one in missing(bare)}
    assert {"abstract", "links", "keywords", "lineage", "licence", "contacts", "scale", "conformities"} <= absent
    assert not absent & {"title", "extent", "crs", "language", "resource"}
    assert all(one.why for one in missing(bare))
    assert missing(FULL) == ()


def test_every_field_of_a_record_that_is_compared_has_a_name():
    assert {one.name for one in form(FULL)} >= set(FULL.__dataclass_fields__) - {"identifier", "stamp"}
    assert label_of("lineage") != "lineage"


def test_what_the_national_validator_misses_is_missing_in_the_form_too(tmp_path):
    """Its own rules are the judge: a record without an element is told by both."""
    from data_territoires_plugin.metadata.iso19139 import write
    from data_territoires_plugin.standards.engine.metadata_xml import check_metadata
    from data_territoires_plugin.standards.engine.metadata_xml_reading import read_record

    path = tmp_path / "fiche.xml"
    whole = record(conformities=FULL.conformities[:1])
    for name, empty in (
        ("abstract", ""), ("resource", ""), ("links", ()), ("topics", ()), ("extent", None), ("lineage", ""),
        ("conformities", ()), ("contacts", ()), ("record_contact", None), ("formats", ()), ("scale", 0),
    ):  # fmt: skip
        path.write_bytes(write(record(conformities=whole.conformities) if not name else _without(whole, name, empty)))
        assert check_metadata(read_record(path, path.name), path.name), name
        assert name in {one.name for one in missing(_without(whole, name, empty))}


def _without(whole: Any, name: str, empty: Any) -> Any:
    from dataclasses import replace

    return replace(whole, **{name: empty})


def test_a_verdict_is_written_as_it_is():
    assert conformity("CNIG PLU v2024", "2024-10-01", 0).verdict is Verdict.CONFORMING
    knowingly = conformity("CNIG PLU v2024", "2024-10-01", 3)
    assert (knowingly.verdict, "3" in knowingly.explanation, "connaissance de cause" in knowingly.explanation) == (
        Verdict.NOT_CONFORMING, True, True,
    )  # fmt: skip
    assert conformity("X", "", None).verdict is Verdict.NOT_EVALUATED


def test_the_34_themes_of_inspire_are_known_by_code_and_by_name():
    assert len(THEMES) == 34
    assert theme_of("PS") == theme_of("sites protégés") == "Sites protégés"
    assert (theme_of("Batiments"), theme_of("sources d’energie")) == ("Bâtiments", "Sources d'énergie")
    assert theme_of("Énergie nucléaire") == ""
    assert topic_of(THEMES["lu"]) == "planningCadastre"
