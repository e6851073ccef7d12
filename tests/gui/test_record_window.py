"""The form of a metadata record, driven: what it says, keeps, and how complete it finds the record."""

from __future__ import annotations

from datetime import date
from html import escape

import pytest
from qgis.core import QgsAbstractMetadataBase, QgsLayerMetadata, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QDialogButtonBox

from data_territoires_plugin.gui.record_window import RecordWindow, template_path
from data_territoires_plugin.metadata.describe import describe
from data_territoires_plugin.metadata.iso19139 import write
from data_territoires_plugin.metadata.iso19139_reading import read
from data_territoires_plugin.metadata.said import Said, said_of, with_said
from data_territoires_plugin.metadata.template import Template
from tests.gui.screen import PICTURES


@pytest.fixture
def layer(qgis_app):
    made = QgsVectorLayer("Point?crs=EPSG:2154&field=nom:string", "haies", "memory")
    assert made.isValid()
    return made


@pytest.fixture
def window(layer, clean_settings):
    opened = RecordWindow(None, layer)
    yield opened
    opened.reject()


def fill(window):
    window.title.setText("Haies bocagères")
    window.abstract.setPlainText("Les haies relevées en 2025.")
    window.theme.setCurrentIndex(window.theme.findData("Habitats et biotopes"))
    window.day.setText("2025-11-30")
    window.licence.setCurrentText("Licence Ouverte 2.0")
    window.organisation.setText("Agglomération d’essai")
    window.mail.setText("sig@example.org")
    window.lineage.setPlainText("Relevé sur le terrain.")
    window.page.setText("https://example.org/haies")


def test_what_is_missing_is_said_with_its_reason_and_goes_as_it_is_filled_in(window, wait_until):
    before = window.bar.value()
    assert window.lacking.text().count("<li>") == window.bar.maximum() - before > 5
    assert "INSPIRE" in window.lacking.text()
    fill(window)
    wait_until(lambda: window.bar.value() > before + 5)
    assert window.lacking.text().count("<li>") == window.bar.maximum() - window.bar.value()
    PICTURES.mkdir(parents=True, exist_ok=True)
    assert window.grab().save(str(PICTURES / "fiche.png"))


def test_what_is_saved_is_in_the_record_that_another_reader_gets(window, layer):
    fill(window)
    window.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    told = read(write(describe(layer, Template(), date(2026, 11, 22))))
    assert (told.title, told.abstract) == ("Haies bocagères", "Les haies relevées en 2025.")
    assert (told.revised, told.licence, told.lineage) == ("2025-11-30", "Licence Ouverte 2.0", "Relevé sur le terrain.")
    assert [(one.organisation, one.mail, one.role) for one in told.contacts] == [
        ("Agglomération d’essai", "sig@example.org", "owner")
    ]
    assert told.keywords[0].words == ("Habitats et biotopes",)
    assert told.topics == ("biota",)
    assert [one.url for one in told.links] == ["https://example.org/haies"]


def test_a_wrong_date_or_template_is_said_and_nothing_can_be_saved(window, tmp_path, wait_until):
    save = window.buttons.button(QDialogButtonBox.StandardButton.Save)
    for wrong in ("30/11/2025", "20251130", "<b>"):
        window.day.setText(wrong)
        wait_until(lambda wrong=wrong: escape(wrong) in window.lacking.text())
        assert not save.isEnabled()
    window.day.setText("")
    wait_until(save.isEnabled)
    window.day.setText("hier")
    window.accept()
    assert window.result() == 0, "Save pressed before the form was looked at again"
    window.day.setText("")
    wrong = tmp_path / "modele.yaml"
    wrong.write_text("titreee: Haies\n", encoding="utf-8")
    window.template.setFilePath(str(wrong))
    wait_until(lambda: "titreee" in window.lacking.text())
    assert not save.isEnabled()


def test_the_template_of_the_authority_completes_it_and_is_kept_for_the_next_one(window, layer, tmp_path, wait_until):
    before = window.bar.value()
    template = tmp_path / "modele.yaml"
    template.write_text("organisation: Essai\ncourriel: sig@example.org\nechelle: 5000\n", encoding="utf-8")
    window.template.setFilePath(str(template))
    wait_until(lambda: window.bar.value() == before + 3)
    window.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert not window.beside, "a layer in memory keeps nothing: the project does"
    assert template_path() == str(template)
    again = RecordWindow(None, layer)
    assert again.bar.value() == before + 3
    again.reject()


def test_what_the_form_does_not_show_stays_as_it_is(qgis_app):
    metadata = QgsLayerMetadata()
    metadata.setRights(["© Essai"])
    metadata.setCategories(["Environnement"])
    metadata.setKeywords({"": ["bocage"], "autre": ["haie"]})
    metadata.setLicenses(["ODbL 1.0", "une autre"])
    metadata.setHistory(["Relevé.", "Découpé."])
    metadata.setLinks([QgsAbstractMetadataBase.Link("flux", "OGC:WFS", "https://example.org/wfs")])
    contact = QgsAbstractMetadataBase.Contact("Service SIG")
    contact.organization, contact.voice, contact.role = "Essai", "0200000000", "author"
    metadata.setContacts([contact, QgsAbstractMetadataBase.Contact("Un autre service")])
    assert with_said(metadata, said_of(metadata)) == metadata
    made = with_said(
        metadata, Said(title="Haies", licence="ODbL 1.0", organisation="Agglo", lineage="Relevé. Découpé.")
    )
    assert (made.rights(), made.categories(), made.keywords()) == (
        metadata.rights(), metadata.categories(), metadata.keywords(),
    )  # fmt: skip
    assert (made.licenses(), made.history()) == (["ODbL 1.0", "une autre"], ["Relevé.", "Découpé."])
    assert [one.url for one in made.links()] == ["https://example.org/wfs"]
    assert [(one.name, one.organization, one.voice, one.role) for one in made.contacts()] == [
        ("Service SIG", "Agglo", "0200000000", "author"), ("Un autre service", "", "", ""),
    ]  # fmt: skip


def test_the_form_goes_with_its_layer(clean_settings, qgis_new_project, wait_until):
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=nom:string", "haies", "memory")
    QgsProject.instance().addMapLayer(layer)
    window = RecordWindow(None, layer)
    window.show()
    window.title.setText("Haies")
    QgsProject.instance().removeMapLayer(layer.id())
    wait_until(lambda: not window.isVisible())


def test_what_is_said_of_a_file_stays_beside_it_for_another_project(clean_settings, tmp_path):
    path = tmp_path / "haies.geojson"
    path.write_text('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"a"},'
                    '"geometry":{"type":"Point","coordinates":[-1.7,48.1]}}]}', encoding="utf-8")  # fmt: skip
    window = RecordWindow(None, QgsVectorLayer(str(path), "haies", "ogr"))
    fill(window)
    window.accept()
    assert window.beside
    again = QgsVectorLayer(str(path), "encore", "ogr")
    again.loadDefaultMetadata()  # as QGIS does where a user adds it
    assert said_of(again.metadata()) == window.said()
