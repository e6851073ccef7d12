"""The check through the dock: recognised, run, looked at, ticked, run again and compared, mended."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from data_territoires_plugin.gui.conformity_options import CheckOptions
from data_territoires_plugin.standards.model import Level
from tests.gui.conformity import EMPTY, OVERLAP, SPACED, STANDARD, UNKNOWN, zoning


@pytest.fixture
def tab(dock, qgis_iface):
    qgis_iface.mainWindow().show()
    dock.show()
    dock.tabs.setCurrentWidget(dock.conformity_tab)
    yield dock.conformity_tab
    qgis_iface.mainWindow().hide()


@pytest.fixture
def zones(tmp_path):
    def make(*, faults=True):
        layer = QgsVectorLayer(f"{zoning(tmp_path, faults=faults)}|layername=ZONE_URBA", "ZONE_URBA", "ogr")
        assert layer.isValid()
        QgsProject.instance().addMapLayer(layer)
        return layer

    return make


@pytest.fixture
def check(tab, wait_until):
    """Chooses a layer and the standard, presses the button, waits for the findings."""

    def run(layer, named=STANDARD):
        tab.subject.layers.setLayer(layer)
        wait_until(lambda: tab.subject._recognising is None)
        box = tab.subject.standards
        box.setCurrentIndex(box.findData(named))
        tab.subject.changed.emit()
        again()

    def again():
        assert tab.run_row.button.isEnabled(), tab.run_row.last.text()
        tab.run_row.button.click()
        wait_until(lambda: not tab.busy)
        return tab.findings

    run.again = again
    return run


def rule_index(tab, rule):
    """The heading of a rule in the tree."""
    return next(
        index for index in tab.panel._rules()
        if tab.findings.all[int(tab.panel.model.group_at(index).positions[0])].rule == rule
    )  # fmt: skip


def look_at(tab, rule, row=0):
    index = rule_index(tab, rule)
    tab.panel.tree.setExpanded(index, True)
    found = tab.panel.model.index(row, 0, index)
    tab.panel.tree.setCurrentIndex(found)
    tab.panel.tree.looked_at.emit(found)
    return tab.panel.model.finding_at(found)


def choose(options, text):
    """The entry of the menu that begins so, as the menu is when it opens."""
    options.fill()
    parcels = options.menu.actions()[0].menu()
    [entry] = [one for one in (*parcels.actions(), *options.menu.actions()) if one.text().startswith(text)]
    entry.trigger()


def test_the_button_says_what_is_missing_one_thing_after_the_other(tab, zones, wait_until):
    assert not tab.run_row.button.isEnabled()
    assert "Choose a layer" in tab.run_row.last.text()
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=zzz:string", "nothing known", "memory")
    QgsProject.instance().addMapLayer(layer)
    tab.subject.layers.setLayer(layer)
    wait_until(lambda: tab.subject._recognising is None)
    assert "No standard was recognised" in tab.subject.reason.text()
    assert "Choose the standard" in tab.run_row.last.text()
    assert not tab.run_row.button.isEnabled()


def test_the_standard_recognised_comes_first_and_says_why(tab, zones, wait_until):
    layer = zones()
    tab.subject.layers.setLayer(layer)
    wait_until(lambda: tab.subject._recognising is None)
    box = tab.subject.standards
    assert box.currentIndex() == 0
    assert "(recognised)" in box.currentText()
    assert "LIBELONG" in tab.subject.reason.text()
    assert "ZONE_URBA" in tab.subject.reason.text()
    assert box.count() > 190, "all the standards can still be chosen"
    assert tab.subject.parameters()["TABLE"] == "ZONE_URBA"
    box.setEditText("bal_1.4")
    assert tab.subject.standards.chosen() == "bal_1.4"
    assert "TABLE" not in tab.subject.parameters()


def test_a_standard_known_in_part_says_so_in_the_list_and_why(tab, zones, wait_until):
    zones()
    wait_until(lambda: tab.subject._recognising is None)
    box = tab.subject.standards
    at = box.findData("eclairage_exterieur_1.1")
    assert "partial" in box.itemText(at)
    box.setCurrentIndex(at)
    tab.subject._standard_chosen()
    assert "PDF" in tab.subject.reason.text()
    assert box.chosen() == "eclairage_exterieur_1.1"


def test_the_faults_planted_are_the_errors_found_each_where_it_is(tab, zones, check, dock):
    layer = zones()
    check(layer)
    errors = [one for one in tab.findings.now if one.level is Level.ERROR]
    assert {(one.rule, one.feature) for one in errors if one.rule != "no_overlap"} == {
        ("required", str(EMPTY)),
        ("codes", str(UNKNOWN)),
        ("codes", str(SPACED)),
    }
    pairs = [{one.feature, one.other} for one in errors if one.rule == "no_overlap"]
    assert pairs
    assert all(str(OVERLAP) in pair for pair in pairs)
    for one in errors:
        x, y = one.place
        assert layer.extent().buffered(10).contains(x, y)
    assert f"{len(errors)} errors" in dock.messages.text()
    assert tab.panel.levels[Level.ERROR].text() == f"{len(errors)} errors"
    assert not layer.isEditable()


def test_a_click_goes_there_and_says_what_is_wrong_found_expected_and_to_do(tab, zones, check, qgis_iface):
    check(zones())
    canvas = qgis_iface.mapCanvas()
    finding = look_at(tab, "codes")
    centre = canvas.extent().center()
    feature = QgsProject.instance().mapLayersByName("ZONE_URBA")[0].getFeature(int(finding.feature))
    assert feature.geometry().boundingBox().contains(centre)
    said = tab.panel.detail.toPlainText()
    for part in (finding.message, "Found:", finding.value, "Expected:", finding.help, finding.code):
        assert part in said
    assert tab.on_map._band is not None


def test_a_double_click_or_enter_opens_the_form_of_the_feature(tab, zones, check, monkeypatch):
    opened = []
    monkeypatch.setattr(tab._iface, "openFeatureForm", lambda *what: opened.append(what), raising=False)
    layer = zones()
    check(layer)
    look_at(tab, "required")
    QTest.keyClick(tab.panel.tree, Qt.Key.Key_Return)
    [(of, feature, update_only, modal)] = opened
    assert (of.id(), feature.id(), update_only, modal) == (layer.id(), EMPTY, False, False)
    assert not layer.isEditable()


def test_the_keyboard_alone_goes_from_a_level_to_a_finding_on_the_map(tab, zones, check):
    check(zones())
    tree = tab.panel.tree
    tree.setFocus()
    tree.setCurrentIndex(tab.panel.model.index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(tree, key)
    finding = tab.panel.current()
    assert finding is not None
    assert finding.message in tab.panel.detail.toPlainText()
    assert tab.on_map._band is not None
    for widget in (
        tab.run_row.button,
        tab.panel.words,
        tab.panel.in_view,
        tab.actions_bar.report,
        tab.actions_bar.repair,
    ):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


def test_the_features_of_a_rule_are_selected_in_the_layer(tab, zones, check, monkeypatch):
    shown = []
    monkeypatch.setattr(tab._iface, "setActiveLayer", lambda _layer: None, raising=False)
    monkeypatch.setattr(tab._iface, "showAttributeTable", lambda *what: shown.append(what), raising=False)
    layer = zones()
    check(layer)
    tab.panel.tree.setCurrentIndex(rule_index(tab, "codes"))
    tab.panel.select_asked.emit(True)
    assert set(layer.selectedFeatureIds()) == {UNKNOWN, SPACED}
    assert shown[0][1] == "is_selected()"


def test_what_is_copied_is_a_table(tab, zones, check):
    check(zones())
    tab.panel.tree.setCurrentIndex(rule_index(tab, "codes"))
    QTest.keyClick(tab.panel.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = [row.split("\t") for row in QApplication.clipboard().text().splitlines()]
    assert [row[1] for row in rows] == [str(UNKNOWN), str(SPACED)]
    assert {len(row) for row in rows} == {7}


def test_what_is_ticked_as_treated_stays_so_in_the_project_and_never_in_the_layer(
    tab, zones, check, wait_until, tmp_path
):
    layer = zones()
    path = Path(layer.source().partition("|")[0])
    before = path.read_bytes()
    check(layer)
    look_at(tab, "required")
    QTest.keyClick(tab.panel.tree, Qt.Key.Key_Space)
    assert [one.rule for one, on in zip(tab.findings.now, tab.findings.treated, strict=True) if on] == ["required"]
    tab.panel.untreated.setChecked(True)
    assert "required" not in {tab.findings.all[at].rule for at in tab.panel.shown()}
    project = QgsProject.instance()
    project.write(str(tmp_path / "controle.qgz"))
    project.read(str(tmp_path / "controle.qgz"))
    assert tab.findings is None, "another project: other findings"
    check(project.mapLayersByName("ZONE_URBA")[0])
    assert [one.rule for one, on in zip(tab.findings.now, tab.findings.treated, strict=True) if on] == ["required"]
    assert path.read_bytes() == before


def test_a_second_run_tells_what_was_mended_and_what_is_new(tab, zones, check, dock):
    layer = zones()
    check(layer)
    assert not tab.actions_bar.compare.isEnabled()
    layer.startEditing()
    at = layer.fields().lookupField
    layer.changeAttributeValue(EMPTY, at("LIBELLE"), "N")
    layer.changeAttributeValue(UNKNOWN, at("TYPEZONE"), "N")
    layer.changeAttributeValue(50, at("LIBELLE"), None)
    check.again()
    changes = tab.findings.changes
    assert {(one.rule, one.feature) for one in changes.mended} == {("required", str(EMPTY)), ("codes", str(UNKNOWN))}
    assert [(one.rule, one.feature) for one in changes.new] == [("required", "50")]
    assert "2 mended, 1 new" in dock.messages.text()
    tab.actions_bar.compare.click()
    titles = [branch.title for branch in tab.panel.model.branches]
    assert titles[:2] == ["New (1)", "Mended (2)"]
    assert len(tab.panel.shown()) == len(tab.findings.all)
    layer.rollBack()


def test_filters_by_words_level_and_view_add_up(tab, zones, check, qgis_iface, wait_until):
    check(zones())
    tab.panel.words.setText("typezone z9")
    wait_until(lambda: len(tab.panel.shown()) == 1)
    tab.panel.words.setText("")
    wait_until(lambda: len(tab.panel.shown()) > 1)
    tab.panel.levels[Level.INFO].click()
    assert {tab.findings.all[at].level for at in tab.panel.shown()} == {Level.ERROR}
    finding = look_at(tab, "required")
    tab.panel.in_view.setChecked(True)
    seen = [tab.findings.all[at] for at in tab.panel.shown()]
    assert finding in seen
    view = qgis_iface.mapCanvas().extent()
    assert all(view.contains(*one.place) for one in seen)
    assert tab.panel.current() == finding, "what is looked at stays so"
    tab.panel.levels[Level.ERROR].click()
    assert "No finding answers the filters" in tab.panel.detail.toPlainText()


def test_the_layer_removed_meanwhile_is_survived_with_a_message(tab, zones, check, dock, wait_until):
    layer = zones()
    check(layer)
    before = len(tab.findings.now)
    tab.run_row.button.click()
    QgsProject.instance().removeMapLayer(layer.id())
    wait_until(lambda: not tab.busy)
    assert len(tab.findings.now) == before, "the run read its own snapshot"
    look_at(tab, "required")
    assert tab.on_map._band is not None, "the place is still shown"
    QTest.keyClick(tab.panel.tree, Qt.Key.Key_Return)
    assert "no longer in the project" in dock.messages.text()
    tab.actions_bar.repair.click()
    assert "A repair works on a layer of the project" in dock.messages.text()
    assert not tab.run_row.button.isEnabled()


def test_cancelling_keeps_the_findings_of_the_last_run(tab, zones, check, dock, wait_until):
    check(zones())
    shown = tab.findings
    tab.run_row.button.click()
    tab.run_row.cancel.click()
    wait_until(lambda: not tab.busy)
    assert tab.findings is shown or "Stopped at your request" not in dock.messages.text()
    assert tab.run_row.button.isEnabled()


def test_a_layer_without_fault_says_so(tab, zones, check, dock):
    check(zones(faults=False))
    assert tab.findings.count(Level.ERROR) == 0
    assert "0 error" in dock.messages.text()


def test_the_report_is_opened_and_is_about_this_run(tab, zones, check, monkeypatch):
    opened = []
    monkeypatch.setattr("data_territoires_plugin.gui.conformity_tab.QDesktopServices.openUrl", opened.append)
    check(zones())
    tab.actions_bar.report.click()
    page = Path(opened[0].toLocalFile())
    assert "TYPEZONE" in page.read_text(encoding="utf-8")
    counts = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["counts"]
    assert counts == {level.value: tab.findings.count(level) for level in Level}


def test_the_findings_become_a_layer_when_asked(tab, zones, check):
    check(zones())
    tab.actions_bar.layer.trigger()
    [layer] = [one for one in QgsProject.instance().mapLayers().values() if one.name().startswith("Findings")]
    assert layer.featureCount() == len(tab.findings.now)


def test_a_repair_is_looked_at_then_applied_then_undone_and_the_check_tells_it(tab, zones, check, dock, wait_until):
    layer = zones()
    path = layer.source().partition("|")[0]
    check(layer)
    tab.actions_bar.repair.click()
    page = tab.repair_page
    wait_until(lambda: not page.busy)
    assert tab.pages.currentWidget() is page
    assert not layer.isEditable(), "looked at first"
    [spaced] = [one for one in page.model.chosen() if one.feature == SPACED]
    assert (spaced.before, spaced.after) == (f" {spaced.after}", spaced.before.strip())
    page.apply_button.click()
    assert layer.getFeature(SPACED)["TYPEZONE"] == spaced.after
    wait_until(lambda: not tab.busy)
    assert ("codes", str(SPACED)) in {(one.rule, one.feature) for one in tab.findings.changes.mended}
    assert tab.findings.changes.new == ()
    assert "Ctrl+Z" in dock.messages.text()
    assert "mended, 0 new" in dock.messages.text()
    layer.undoStack().undo()
    assert layer.getFeature(SPACED)["TYPEZONE"] == spaced.before
    assert not layer.isModified()
    with sqlite3.connect(path) as file:
        [(stored,)] = file.execute('SELECT "TYPEZONE" FROM "ZONE_URBA" WHERE fid = ?', (SPACED,)).fetchall()
    assert stored == spaced.before, "nothing is saved by us"
    layer.rollBack()


def test_whose_an_overlap_becomes_is_chosen_seen_on_the_map_then_applied(tab, zones, check, wait_until):
    layer = zones()
    check(layer)
    look_at(tab, "no_overlap")
    tab.actions_bar.repair.click()
    page = tab.repair_page
    wait_until(lambda: not page.busy)
    [wide] = page.model.found
    assert "decide" in wide.refused, "4 m wide: nobody decides for the user"
    assert not page.apply_button.isEnabled()
    page.list.setCurrentIndex(page.model.index(0, 1))
    assert page.choice.isVisibleTo(page)
    assert [page.owner.itemData(at) for at in range(page.owner.count())] == list(wide.owners)
    other = wide.owners[1]
    page.owner.setCurrentIndex(1)
    page.owner.activated.emit(1)
    wait_until(lambda: not page.busy)
    [chosen] = page.model.found
    assert (chosen.owner, chosen.refused, chosen.shape) == (other, "", wide.shape)
    assert page.owner.currentData() == other
    assert tab.on_map._after is not None, "what the feature would become is drawn"
    before = layer.getFeature(chosen.feature).geometry().area()
    page.apply_button.click()
    assert layer.getFeature(chosen.feature).geometry().area() < before
    wait_until(lambda: not tab.busy)
    assert [(one.rule, {one.feature, one.other}) for one in tab.findings.changes.mended] == [
        ("no_overlap", {str(one) for one in wide.owners})
    ]
    assert tab.findings.changes.new == ()
    layer.rollBack()


def test_a_second_check_says_how_many_features_had_changed(tab, zones, check, dock):
    layer = zones()
    check(layer)
    layer.startEditing()
    layer.changeAttributeValue(EMPTY, layer.fields().lookupField("LIBELLE"), "Ua")
    check.again()
    assert "1 feature had changed" in dock.messages.text()
    assert "1 mended, 0 new" in dock.messages.text()
    layer.rollBack()


def test_the_parcels_chosen_in_the_menu_are_those_of_the_check_and_of_its_repair(tab, zones, check, wait_until):
    layer, options = zones(faults=False), tab.run_row.options
    parcels = QgsVectorLayer("Polygon?crs=EPSG:2154", "Parcelles 2024-07", "memory")
    shapes = [(one, one.geometry()) for one in layer.getFeatures()]
    for one, shape in shapes:
        shape.translate(3, 0)
        one.setGeometry(shape)
    parcels.dataProvider().addFeatures([one for one, _shape in shapes])
    QgsProject.instance().addMapLayer(parcels)
    check(layer)
    assert not [one for one in tab.findings.now if one.rule.startswith("cadastre")], "off by default"
    choose(options, "Parcelles 2024-07")
    check.again()
    [shift] = [one for one in tab.findings.now if one.rule == "cadastre_shift"]
    assert "Parcelles 2024-07" in shift.message + shift.expected + shift.help, "the edition is named"
    assert abs(shift.measure - 3) < 0.05
    assert "Parcelles 2024-07" in options.button.toolTip()
    assert CheckOptions().parameters() == {"PARCELS": parcels.id()}, "remembered in the project"
    tab.actions_bar.repair.click()
    wait_until(lambda: not tab.repair_page.busy)
    assert tab.repair_page._parcels.edition == "Parcelles 2024-07"
    tab.repair_page.back.click()
    QgsProject.instance().removeMapLayer(parcels)
    check.again()
    assert not [one for one in tab.findings.now if one.rule.startswith("cadastre")], "gone with their layer"


def test_the_ban_is_asked_when_it_is_chosen_and_the_choice_is_kept(tab, zones):
    options = tab.run_row.options
    assert "ASK_BAN" not in options.parameters(), "nothing is sent by default"
    choose(options, "Base Adresse Nationale")
    try:
        assert CheckOptions().parameters() == {"ASK_BAN": True}
        assert "Base Adresse Nationale" in options.words()[0]
    finally:
        choose(options, "Base Adresse Nationale")
    assert CheckOptions().parameters() == {}


def test_a_document_is_checked_in_its_folder_and_its_layer_is_added_when_wanted(
    tab, tmp_path, dock, wait_until, monkeypatch
):
    from osgeo import gdal

    monkeypatch.setattr(tab._iface, "openFeatureForm", lambda *_what: None, raising=False)
    folder = tmp_path / "00001_PLU_20240312" / "Donnees_geographiques"
    folder.mkdir(parents=True)
    gdal.VectorTranslate(
        str(folder / "00001_ZONE_URBA_20240312.shp"), str(zoning(tmp_path)), layerCreationOptions=["ENCODING=UTF-8"]
    )
    tab.subject.choose_document(folder.parent)
    wait_until(lambda: tab.subject._recognising is None)
    assert tab.subject.standards.chosen().startswith("plu_")
    tab.run_row.button.click()
    wait_until(lambda: not tab.busy)
    finding = next(one for one in tab.findings.now if one.rule == "codes" and one.value == "Z9")
    tab.open_form(finding)
    [button] = dock.messages.findChildren(QPushButton)
    button.click()
    [layer] = QgsProject.instance().mapLayers().values()
    assert layer.getFeature(int(finding.feature))["TYPEZONE"] == "Z9"


def test_unload_takes_the_findings_off_the_map(tab, zones, check, plugin, qgis_iface, wait_until):
    canvas = qgis_iface.mapCanvas()
    before = len(canvas.scene().items())
    check(zones())
    look_at(tab, "required")
    assert len(canvas.scene().items()) > before
    plugin.unload()
    wait_until(lambda: len(canvas.scene().items()) <= before)  # the flash of QGIS ends by itself


def test_a_verdict_does_not_outlive_an_edit_of_its_layer(tab, dock, zones, check, wait_until):
    layer = zones()
    check(layer)
    standard, verdict, errors = tab.verdict_of(layer.id())
    assert Path(verdict).is_file()
    assert errors
    layer.startEditing()
    assert tab.verdict_of(layer.id())[1] == verdict, "nothing was changed yet"
    layer.changeAttributeValue(1, layer.fields().lookupField("LIBELLE"), "Autre")
    assert tab.verdict_of(layer.id()) == (standard, "", errors)
    what = dock.publication_tab.what
    what.layers.setLayer(layer)
    wait_until(lambda: what.look is not None)
    assert "edited or read again since" in what.verdict.text()
    assert "VERDICT" not in what.parameters()
    assert layer.commitChanges()
    assert tab.verdict_of(layer.id())[1] == ""
    check.again()
    assert tab.verdict_of(layer.id())[1]


def test_unloading_forgets_the_memories_of_the_checks(tab, zones, check, plugin):
    from data_territoires_plugin.processing import check_memories

    check(zones())
    assert check_memories._held
    plugin.unload()
    assert not check_memories._held
    plugin.initGui()
