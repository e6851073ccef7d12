"""The clip through the dock, on the training kit: the reason of a greyed button, the run, what is in the project."""

from __future__ import annotations

import json
import os
import sqlite3
import time

import pytest
from qgis.core import QgsProject

KIT = ("admin_commune", "bdtopo_plan_d_eau", "cadastre_parcelle")
NOT_IN_THE_KIT = "bdtopo_canalisation"
FAILING = "osm_routes"  # no extract of OpenStreetMap is named


@pytest.fixture
def ready(dock, choose, model, tmp_path):
    """A territory, ticks and a file: the button can be pressed."""

    def prepare(*ids):
        choose("epci:000000001")
        model.tick([entry.id for entry in model.ticked()], on=False)
        model.tick(ids or KIT)
        dock.clip_tab.output.file.setFilePath(str(tmp_path / "estran.gpkg"))
        return dock.clip_tab

    return prepare


@pytest.fixture
def run(wait_until):
    """Presses the button and waits for the end."""

    def press(tab):
        assert tab.output.button.isEnabled(), tab.output.reason.text()
        tab.output.button.click()
        wait_until(lambda: not tab.busy)

    return press


def test_the_button_says_what_is_missing_one_thing_after_the_other(dock, choose, model):
    output = dock.clip_tab.output
    model.tick(["fond_ortho"])
    assert (output.button.isEnabled(), output.reason.text()) == (False, "Choose a territory first.")
    choose("epci:000000001")
    assert not output.button.isEnabled()
    assert "Backgrounds are not clipped" in output.reason.text()
    model.tick(["fond_ortho"], on=False)
    assert output.reason.text() == "Tick at least one layer."
    model.tick(["bdtopo_batiment"])
    assert output.button.isEnabled()
    output.file.setFilePath("")
    assert output.reason.text() == "Name the file of the result."
    output.file.setFilePath("result.shp")
    assert "GeoPackage" in output.reason.text()


def test_the_file_is_named_after_the_territory_in_the_folder_in_use(dock, choose, tmp_path):
    choose("epci:243500139", outline=False)
    assert dock.clip_tab.output.path().name == "rennes_metropole.gpkg"
    dock.clip_tab.output.file.setFilePath(str(tmp_path / "mine"))
    assert dock.clip_tab.output.path() == tmp_path / "mine.gpkg"
    choose("epci:000000001")
    assert dock.clip_tab.output.path() == tmp_path / "cc_de_l_estran_imaginaire.gpkg"


def test_one_click_clips_and_the_layers_are_in_the_project(dock, ready, run, tmp_path):
    tab = ready()
    run(tab)
    assert {line.status for line in tab.running.lines.values()} == {"done"}
    project = QgsProject.instance()
    found = {layer.source().rpartition("=")[2]: layer.featureCount() for layer in project.mapLayers().values()}
    with sqlite3.connect(tmp_path / "estran.gpkg") as file:
        expected = {name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in KIT}
    assert found == expected
    assert {id_: line.count for id_, line in tab.running.lines.items()} == expected
    groups = {group.name() for group in project.layerTreeRoot().findGroups()}
    assert groups == {"Limites administratives", "Eau", "Cadastre"}
    assert dock.messages.text().startswith("3 layers clipped in")


def test_a_layer_that_fails_says_why_and_the_others_are_made(dock, ready, run):
    tab = ready("admin_commune", FAILING)
    run(tab)
    line = tab.running.lines[FAILING]
    assert line.status == "failed"
    assert "not in the training kit" in line._reason.text()
    assert "try again" in line._reason.text()
    assert tab.running.lines["admin_commune"].status == "done"
    assert "1 layer clipped" in dock.messages.text()
    assert "1 failed" in dock.messages.text()


def test_when_nothing_can_be_made_the_dock_says_so_and_stays_usable(dock, ready, run, tmp_path):
    tab = ready(FAILING)
    run(tab)
    assert "No layer could be clipped" in dock.messages.text()
    assert "not in the training kit" in tab.running.lines[FAILING]._reason.text()
    assert not (tmp_path / "estran.gpkg").exists()
    tab.running.back.click()
    assert tab.output.button.isEnabled()


def test_what_the_kit_does_not_have_is_said_to_be_so_and_is_no_failure(dock, ready, run):
    tab = ready(NOT_IN_THE_KIT, *KIT)
    run(tab)
    line = tab.running.lines[NOT_IN_THE_KIT]
    assert (line.status, line._state.text()) == ("absent", "not in the kit")
    assert not tab.running.any_failed()
    assert dock.messages.text().startswith("3 layers clipped in")
    assert "1 not in the kit" in dock.messages.text()


def test_a_background_is_a_line_of_its_own_and_not_a_table(ready, run, tmp_path):
    tab = ready("admin_commune", "fond_ortho")
    run(tab)
    line = tab.running.lines["fond_ortho"]
    assert line.status == "background"
    assert "Not added" in line._reason.text(), "offline: it must not say that it was added"
    with sqlite3.connect(tmp_path / "estran.gpkg") as file:
        tables = [row[0] for row in file.execute("SELECT table_name FROM gpkg_contents")]
    assert "fond_ortho" not in tables


def test_a_file_that_the_project_has_open_is_replaced_only_when_told_to(dock, ready, run, wait_until):
    from qgis.PyQt.QtWidgets import QPushButton

    tab = ready()
    run(tab)
    before = set(QgsProject.instance().mapLayers())
    tab.running.back.click()
    tab.output.button.click()
    assert not tab.busy
    assert set(QgsProject.instance().mapLayers()) == before
    assert "estran.gpkg is open in this project (3 layers)" in dock.messages.text()
    [button] = [each for each in dock.messages.findChildren(QPushButton) if "Remove these layers" in each.text()]
    button.click()
    wait_until(lambda: not tab.busy)
    after = QgsProject.instance().mapLayers()
    assert len(after) == 3
    assert not before & set(after)


def test_what_was_saved_in_the_file_is_kept_beside_when_it_is_clipped_again(dock, ready, run, wait_until, tmp_path):
    tab = ready()
    run(tab)
    for path in tmp_path.glob("estran*"):
        os.utime(path, (time.time() - 3600,) * 2)
    layer = next(iter(QgsProject.instance().mapLayers().values()))
    count, name = layer.featureCount(), layer.source().rpartition("=")[2]
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    assert layer.commitChanges()
    del layer
    QgsProject.instance().clear()
    tab.running.back.click()
    assert "if you worked in it" in tab.output.reason.text()
    run(tab)
    assert "estran.vos_modifications.gpkg" in dock.messages.text()
    with sqlite3.connect(tmp_path / "estran.vos_modifications.gpkg") as file:
        assert file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] == count - 1


def test_unsaved_changes_are_never_dropped(dock, ready, run):
    tab = ready()
    run(tab)
    layer = next(iter(QgsProject.instance().mapLayers().values()))
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    tab.running.back.click()
    tab.output.button.click()
    assert layer.name() in dock.messages.text()
    assert "not saved" in dock.messages.text()
    assert layer.isModified()
    layer.rollBack()


def test_cancelling_makes_nothing_and_says_so(dock, ready, wait_until, tmp_path):
    tab = ready()
    tab.output.button.click()
    assert not tab.running.cancel.isHidden()
    tab.running.cancel.click()
    wait_until(lambda: not tab.busy)
    assert "Stopped at your request" in dock.messages.text()
    assert not (tmp_path / "estran.gpkg").exists()
    assert not QgsProject.instance().mapLayers()


def test_the_cut_mode_chosen_is_that_of_the_result(ready, run, tmp_path):
    tab = ready("cadastre_parcelle")
    tab.catalogue.cuts.setCurrentIndex(tab.catalogue.cuts.findData("within"))
    run(tab)
    report = json.loads((tmp_path / "estran_rapport.json").read_text(encoding="utf-8"))
    assert report["cut"] == "within"


def test_the_report_is_a_page_that_names_each_layer_and_its_licence(ready, run, monkeypatch):
    opened = []
    monkeypatch.setattr("data_territoires_plugin.gui.clip_tab.QDesktopServices.openUrl", opened.append)
    tab = ready()
    run(tab)
    tab.running.report.click()
    with open(opened[0].toLocalFile(), encoding="utf-8") as file:
        page = file.read()
    for id_ in KIT:
        entry = tab.catalogue.model.catalogue.entry(id_)
        assert entry.title in page.replace("&#x27;", "'")
        assert entry.licence.title in page


def test_a_perimeter_of_ones_own_clips_too(dock, ready, run, wait_until, tmp_path):
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsVectorLayer

    from data_territoires_plugin.gui.choice import Polygons
    from data_territoires_plugin.paths import resources

    tab = ready("cadastre_parcelle")
    whole = dock.header.outline
    box = whole.geometry.boundingBox()
    box.scale(0.5)
    half = QgsGeometry.fromRect(box)
    dock.header.choose_polygons(Polygons("Half", QgsCoordinateReferenceSystem(whole.crs), (half,)))
    wait_until(lambda: dock.header.choice.name == "Half" and dock.header.outline is not None)
    tab.output.file.setFilePath(str(tmp_path / "half.gpkg"))
    run(tab)
    [layer] = QgsProject.instance().mapLayers().values()
    kit = QgsVectorLayer(f"{resources() / 'training' / 'kit.gpkg'}|layername=cadastre_parcelle", "kit", "ogr")
    assert kit.crs() == whole.crs
    reached = [one.geometry() for one in kit.getFeatures() if one.geometry().intersection(half).area() > 0]
    assert layer.featureCount() == len(reached)
    assert 0 < len(reached) < kit.featureCount()


def test_each_line_says_how_it_was_read_and_a_choice_of_ways_is_shown(qgis_app):
    from data_territoires_plugin.catalogue import load_catalogue
    from data_territoires_plugin.gui.report import Told
    from data_territoires_plugin.gui.run_panel import RunPanel

    panel, catalogue = RunPanel(), load_catalogue()
    entries = tuple(catalogue.entry(name) for name in ("admin_commune", "cadastre_parcelle", "dvf_mutations"))
    panel.start(entries, "…")
    chosen = "by code; way chosen: files of the communes (about 3 MB)"
    panel.show_told({"admin_commune": Told("by code", False, ""), "cadastre_parcelle": Told(chosen, True, "")}, [])
    plain, several, conditions = (panel.lines[entry.id] for entry in entries)
    assert plain._told.isHidden()
    assert "by code" in plain._title.toolTip()
    assert several._told.text() == chosen
    assert not several._told.isHidden()
    assert entries[2].conditions
    assert conditions._told.text() == entries[2].conditions


def test_the_report_of_a_clip_tells_the_way_of_each_layer(ready, run, tmp_path):
    tab = ready()
    run(tab)
    report = json.loads((tmp_path / "estran_rapport.json").read_text(encoding="utf-8"))
    why = {layer["entry"]: layer["why"] for layer in report["layers"]}
    for id_, line in tab.running.lines.items():
        assert why[id_]
        assert why[id_] in line._title.toolTip()
