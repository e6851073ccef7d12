"""The mapping window, driven: what is proposed, changed, kept, used."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QComboBox

from tests.processing.test_map import OWN, PLACES, SPLIT, SQUARE, mapping_file
from tests.standards.checking import layer

__all__ = ["layer"]


@pytest.fixture
def window(plugin, qgis_iface, layer, wait_until):
    from data_territoires_plugin.gui.mapping import open_mapping

    source = layer(OWN, shapes=PLACES, kind="Point", name="aires")
    QgsProject.instance().addMapLayer(source)
    opened = open_mapping(qgis_iface, source, "covoiturage")
    wait_until(lambda: opened.chosen is not None)
    yield opened
    opened.close()


def row_of(window, field):
    return next(at for at, one in enumerate(window.fields.fields) if one.name == field)


def pick(choice, text):
    """Chooses as a click does."""
    at = choice.findText(text)
    assert at >= 0, [choice.itemText(each) for each in range(choice.count())]
    choice.setCurrentIndex(at)
    choice.activated.emit(at)


def fill(window, field, text):
    pick(window.fields.cellWidget(row_of(window, field), 1), text)


def become(window, local, text):
    at = next(each for each in range(window.values.rowCount()) if window.values.item(each, 0).text() == local)
    pick(window.values.cellWidget(at, 2), text)


def test_the_proposal_is_shown_with_its_confidence_and_what_is_missing(window):
    at = row_of(window, "type")
    assert window.fields.cellWidget(at, 1).currentText() == "NATURE"
    assert window.fields.item(row_of(window, "date_maj"), 2).text().endswith("%")
    assert window.fields.item(row_of(window, "nom_lieu"), 2).text().endswith("to check")
    assert window.fields.item(row_of(window, "ouvert"), 2).text() == "missing"
    assert "ouvert" in window.state.text()
    assert window.run_button.isEnabled()


def test_what_is_chosen_for_fields_and_values_makes_a_layer_that_conforms(window, wait_until):
    fill(window, "ouvert", "ETAT")
    window.fields.setCurrentCell(row_of(window, "type"), 0)
    become(window, "gare", "Parking")
    fill(window, "nbre_pl", "(nothing)")
    assert window.chosen.missing == ()
    window.use()
    wait_until(lambda: bool(window.messages.text()))
    assert "conforms" in window.messages.text()
    made = next(one for one in QgsProject.instance().mapLayers().values() if "(covoiturage)" in one.name())
    assert sorted(row["type"] for row in made.getFeatures()) == ["Aire de covoiturage", "Parking", "Parking relais"]
    assert sorted(row["ouvert"] for row in made.getFeatures()) == ["false", "true", "true"]


def test_the_rows_of_a_second_layer_are_added_to_those_of_the_first(window, qgis_iface, layer, wait_until):
    from data_territoires_plugin.gui.mapping import open_mapping

    assert not window.added_to.isVisible(), "no other layer is of this standard yet"
    window.use()
    wait_until(lambda: bool(window.messages.text()))
    other = layer(OWN[:1], shapes=PLACES[:1], kind="Point", name="parkings")
    QgsProject.instance().addMapLayer(other)
    second = open_mapping(qgis_iface, other, "covoiturage")
    wait_until(lambda: second.chosen is not None)
    assert second.added_to.isVisible()
    names = [second.added_to.itemText(at) for at in range(second.added_to.count())]
    assert names[1:] == ["aires (covoiturage)"], "neither the layers in their own format, nor itself"
    pick(second.added_to, "aires (covoiturage)")
    second.use()
    wait_until(lambda: bool(second.messages.text()))
    (both,) = QgsProject.instance().mapLayersByName("aires + parkings (covoiturage)")
    assert [row["nom_lieu"] for row in both.getFeatures()] == ["Les Landes", "Le Pont", "La Gare", "Les Landes"]
    assert QgsProject.instance().mapLayersByName("aires (covoiturage)")[0].featureCount() == len(OWN)
    second.close()


def test_every_table_of_a_mapping_comes_into_the_project(plugin, qgis_iface, layer, tmp_path, wait_until):
    from data_territoires_plugin.gui.mapping import open_mapping

    rows = [{"nom": f"n{at}", "nature": nature, "doc": "d"} for at, nature in enumerate(["zone", "zone", "ebc"])]
    source = layer(rows, shapes=[SQUARE] * 3, kind="Polygon", name="plan")
    QgsProject.instance().addMapLayer(source)
    window = open_mapping(qgis_iface, source, "plu_2024")
    wait_until(window.open_button.isEnabled)
    window.open_file(tmp_path / mapping_file(tmp_path / "m.json", standard="plu_2024", **SPLIT))
    window.use()
    wait_until(lambda: QgsProject.instance().count() > 1)
    counts = {one.name(): one.featureCount() for one in QgsProject.instance().mapLayers().values()}
    assert counts == {"plan": 3, "plan (DOC_URBA)": 1, "plan (ZONE_URBA)": 2, "plan (PRESCRIPTION_SURF)": 1}
    window.close()


def test_the_mapping_is_kept_and_opened_again(window, tmp_path):
    fill(window, "ouvert", "ETAT")
    window.save_file(tmp_path / "m.json")
    held = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert held["tables"][0]["fields"]["ouvert"]["columns"] == ["ETAT"]
    fill(window, "ouvert", "(nothing)")
    assert window.chosen.missing == ("ouvert",)
    window.open_file(tmp_path / "m.json")
    assert window.chosen.missing == ()


def test_a_constant_is_written_and_a_merge_of_a_file_is_shown(window, tmp_path, monkeypatch):
    from qgis.PyQt.QtWidgets import QInputDialog

    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("true", True))
    fill(window, "ouvert", "constant value…")
    choice = window.fields.cellWidget(row_of(window, "ouvert"), 1)
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "constant: true"
    window.save_file(tmp_path / "m.json")
    held = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    held["tables"][0]["fields"]["ad_lieu"] = {"columns": ["LIBELLE", "COMMUNE"], "separator": ", "}
    (tmp_path / "n.json").write_text(json.dumps(held), encoding="utf-8")
    window.open_file(tmp_path / "n.json")
    assert window.fields.cellWidget(row_of(window, "ad_lieu"), 1).currentText() == "LIBELLE + COMMUNE"


def test_a_wrong_file_and_a_layer_that_has_gone_are_told(window, tmp_path):
    (tmp_path / "m.json").write_text("{", encoding="utf-8")
    window.open_file(tmp_path / "m.json")
    assert "m.json" in window.messages.text()
    QgsProject.instance().clear()
    window.use()
    assert "no longer in the project" in window.messages.text()


def test_without_a_standard_it_says_to_choose_one(plugin, qgis_iface, layer):
    from data_territoires_plugin.gui.mapping import open_mapping

    source = layer(OWN, shapes=PLACES, kind="Point")
    QgsProject.instance().addMapLayer(source)
    opened = open_mapping(qgis_iface, source, "auto")
    assert "Choose it first" in opened.messages.text()
    opened.close()
