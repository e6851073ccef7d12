"""The tab "Recipes" on files clipped from a service: what is out of date, and one button that refreshes all."""

from __future__ import annotations

import sqlite3
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
