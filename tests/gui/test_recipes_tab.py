"""The tab "Recipes" on files clipped from a service: what is out of date, and one button that refreshes all."""

from __future__ import annotations

import sqlite3
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFillSymbol, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer, QgsVectorLayerJoinInfo

from tests.clip.refreshing import BUILDING, DISTRICT, NEW, World, world
from tests.processing.running import provider, run

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["provider", "run", "world"]


@pytest.fixture
def online(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)


@pytest.fixture
def tab(dock: Any, online: None, world: World, wait_until: Any, monkeypatch: pytest.MonkeyPatch):
    """The tab shown, the buildings and the districts of the file in the project."""
    monkeypatch.setattr("data_territoires_plugin.gui.recipes_tab.own_file", lambda: world.catalogue)
    for name in (BUILDING, DISTRICT):
        QgsProject.instance().addMapLayer(QgsVectorLayer(f"{world.file}|layername={name}", name, "ogr"))
    dock.tabs.setCurrentWidget(dock.recipes_tab)
    dock.recipes_tab.look()  # as when it is shown: the window of these tests never is
    wait_until(lambda: not dock.recipes_tab.busy and bool(dock.recipes_tab.states))
    return dock.recipes_tab


def states(tab: Any) -> dict[str, str]:
    return {row["entry"]: row["state"] for rows in tab.states.values() for row in rows}


def test_it_says_of_each_layer_whether_it_is_out_of_date(tab: Any, world: World, wait_until: Any):
    assert states(tab)[BUILDING] == "current"
    assert states(tab)[DISTRICT] == "unknown"
    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.publish()
    tab.ask_button.click()
    wait_until(lambda: not tab.busy)
    assert states(tab)[BUILDING] == "outdated"
    item = tab.tree.topLevelItem(0)
    assert item.text(0) == world.file.name
    assert "▲" in item.child(0).text(1)
    assert tab.refresh_button.isEnabled()
    assert not world.file.with_name("socle_evolutions.gpkg").exists(), "asking writes nothing"


def test_one_button_refreshes_and_the_project_goes_on_with_its_layers(
    tab: Any, world: World, dock: Any, wait_until: Any
):
    project = QgsProject.instance()
    layer = next(each for each in project.mapLayers().values() if each.name() == BUILDING)
    other = next(each for each in project.mapLayers().values() if each.name() == DISTRICT)
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#123456"})))
    layer.setSubsetString("hauteur > 4")
    layer.setFieldAlias(layer.fields().lookupField("nature"), "Nature du bâti")
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(other)
    join.setJoinFieldName("nom")
    join.setTargetFieldName("nature")
    layer.addJoin(join)
    layer_id, [(count,)] = layer.id(), world.sql(f"SELECT count(*) FROM {BUILDING} WHERE hauteur > 4")
    world.buildings["BATIMENT5000"] = [world.buildings["BATIMENT0010"][0], "Serre", 9.0, NEW]
    world.publish()
    tab.ask_button.click()
    wait_until(lambda: not tab.busy)
    tab.refresh_button.click()
    wait_until(lambda: not tab.busy)
    assert project.mapLayer(layer_id) is layer
    assert layer.isValid()
    assert layer.source() == f"{world.file}|layername={BUILDING}|subset=hauteur > 4"
    assert layer.featureCount() == count + 1
    assert layer.renderer().symbol().color().name() == "#123456"
    assert layer.attributeAlias(layer.fields().lookupField("nature")) == "Nature du bâti"
    assert [each.joinLayerId() for each in layer.vectorJoins()] == [other.id()]
    assert "1" in dock.messages.text()
    wait_until(lambda: not tab.busy and states(tab).get(BUILDING) == "current")
    with sqlite3.connect(world.file) as base:
        assert base.execute(f"SELECT count(*) FROM {BUILDING} WHERE nature = 'Serre'").fetchone() == (1,)
    base.close()
    assert world.file.with_name("socle.avant.gpkg").is_file()


def test_a_layer_that_is_being_edited_is_not_taken_away(tab: Any, world: World, dock: Any, wait_until: Any):
    layer = next(each for each in QgsProject.instance().mapLayers().values() if each.name() == BUILDING)
    layer.startEditing()
    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.publish()
    tab.ask_button.click()
    wait_until(lambda: not tab.busy)
    tab.refresh_button.click()
    assert not tab.busy
    assert BUILDING in dock.messages.text()
    layer.rollBack()


def test_a_source_that_fails_leaves_the_layers_where_they_were(tab: Any, world: World, dock: Any, wait_until: Any):
    before = world.file.read_bytes()
    world.server.fault("status", times=-1, status=500)
    tab.refresh_button.click()
    wait_until(lambda: not tab.busy)
    assert world.file.read_bytes() == before
    layers = QgsProject.instance().mapLayers().values()
    assert all(layer.isValid() and layer.providerType() == "ogr" for layer in layers)
    assert world.file.name in dock.messages.text()


def test_a_project_saved_during_a_refresh_keeps_its_layers(tab: Any, world: World, wait_until: Any, tmp_path: Path):
    project, saved = QgsProject.instance(), tmp_path / "plans" / "projet.qgz"
    saved.parent.mkdir()
    layer = next(each for each in project.mapLayers().values() if each.name() == BUILDING)
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#123456"})))
    layer.setSubsetString("hauteur > 4")
    layer.setFieldAlias(layer.fields().lookupField("nature"), "Nature du bâti")
    sources = {each.id(): each.source() for each in project.mapLayers().values()}
    tab.refresh_button.click()
    assert tab._held is not None
    assert not layer.startEditing(), "what is written into a layer that stands in would be lost"
    assert project.write(str(saved))
    wait_until(lambda: not tab.busy)
    assert not layer.readOnly()
    other = QgsProject()
    assert other.read(str(saved))
    assert {id_: each.source() for id_, each in other.mapLayers().items()} == sources
    read = other.mapLayer(layer.id())
    assert read.isValid()
    assert read.featureCount() == layer.featureCount() > 0
    assert not read.readOnly()
    assert read.renderer().symbol().color().name() == "#123456"
    assert read.attributeAlias(read.fields().lookupField("nature")) == "Nature du bâti"
    with zipfile.ZipFile(saved) as archive:
        text = archive.read("projet.qgs").decode()
    assert "memory" not in text
    assert "../socle.gpkg|layername=" in text, "as the project writes paths: from where it is"


def test_what_was_not_asked_is_not_said_to_be_up_to_date(tab: Any, world: World, dock: Any, wait_until: Any):
    tab.ask_button.click()
    wait_until(lambda: tab._run is not None)
    tab.cancel_button.click()
    wait_until(lambda: not tab.busy)
    assert tab.states[world.file] == []
    assert "up to date" not in tab.summary.text()
    assert "not asked" in tab.summary.text()


def test_what_was_refreshed_before_a_failure_is_told_with_it(
    tab: Any, world: World, dock: Any, wait_until: Any, tmp_path: Path
):
    second = tmp_path / "second.gpkg"
    second.write_bytes(world.file.read_bytes())
    world.buildings["BATIMENT5000"] = [world.buildings["BATIMENT0010"][0], "Serre", 9.0, NEW]
    world.publish()
    QgsProject.instance().addMapLayer(QgsVectorLayer(f"{second}|layername={BUILDING}", "bis", "ogr"))
    tab.look(again=True)
    wait_until(lambda: not tab.busy and len(tab.to_refresh()) == 2)
    tab.refresh_button.click()
    with sqlite3.connect(second) as base:  # the second file is damaged while the first one is refreshed
        base.execute("DROP TABLE dt_recipe")
    base.close()
    wait_until(lambda: "second.gpkg" in dock.messages.text() or not tab.busy)
    said = dock.messages.text()
    assert said.startswith("second.gpkg")
    assert "Features added: 1" in said
    wait_until(lambda: not tab.busy)


def test_layers_that_were_left_are_counted_in_the_message(
    tab: Any, world: World, dock: Any, wait_until: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    fewer = tmp_path / "moins.yaml"
    text = (tmp_path / "catalogue.yaml").read_text(encoding="utf-8")
    fewer.write_text(text[: text.index(f"  {DISTRICT}:")], encoding="utf-8")
    monkeypatch.setattr("data_territoires_plugin.gui.recipes_tab.own_file", lambda: fewer)
    tab.refresh_button.click()
    wait_until(lambda: not tab.busy)
    assert "Layers left as they were: 1" in dock.messages.text()


def test_a_layer_edited_since_the_button_was_pressed_is_not_taken_away(
    tab: Any, world: World, dock: Any, wait_until: Any, tmp_path: Path
):
    second = tmp_path / "second.gpkg"
    second.write_bytes(world.file.read_bytes())
    layer = QgsProject.instance().addMapLayer(QgsVectorLayer(f"{second}|layername={BUILDING}", "bis", "ogr"))
    tab.look(again=True)
    wait_until(lambda: not tab.busy and len(tab.to_refresh()) == 2)
    tab.refresh_button.click()
    assert layer.startEditing()
    wait_until(lambda: not tab.busy)
    assert layer.isEditable()
    assert layer.providerType() == "ogr"
    assert "being edited: bis" in dock.messages.text()
    layer.rollBack()


def test_a_file_that_qgis_is_opening_at_that_very_instant_is_not_taken_for_one_without_a_recipe(world, monkeypatch):
    import sqlite3

    from data_territoires_plugin.errors import SourceError
    from data_territoires_plugin.gui import recipes_files

    real, refused = recipes_files.connect, [sqlite3.OperationalError("database is locked")] * 2

    def connect(path, **options):
        if refused:
            raise SourceError("refused") from refused.pop()
        return real(path, **options)

    monkeypatch.setattr(recipes_files, "connect", connect)
    assert recipes_files.with_recipe([world.file]) == [world.file]
    assert not refused
    other = world.folder / "notes.gpkg"
    other.write_text("not a GeoPackage")
    assert recipes_files.with_recipe([other]) == []
