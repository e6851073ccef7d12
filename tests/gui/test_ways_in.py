"""The locator bar and the browser: what they find, and what choosing does."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsFeedback, QgsLocatorContext
from qgis.PyQt.QtCore import QModelIndex


@pytest.fixture
def locator(plugin):
    return plugin._locator


@pytest.fixture
def ask(locator):
    """What the filter gives for words, as QGIS asks: by a clone."""

    def find(text):
        clone, found = locator.clone(), []
        clone.resultFetched.connect(found.append)
        clone.prepare(text, QgsLocatorContext())
        clone.fetchResults(text, QgsLocatorContext(), QgsFeedback())
        return found

    return find


@pytest.fixture
def root():
    """The node of the browser, made by QGIS's registry."""
    [provider] = [each for each in QgsApplication.dataItemProviderRegistry().providers() if each.name() == NAME]
    return provider.createDataItem("", None)


NAME = "DataTerritoires"


def test_the_locator_finds_territories_and_layers(ask):
    named = [result.displayString for result in ask("rennes metro")]
    assert named[0] == "Rennes Métropole"
    assert "Bâtiments" in [result.displayString for result in ask("batiments")]
    assert ask("r") == []
    assert ask("zzqqxx") == []


def test_a_territory_chosen_in_the_locator_is_that_of_the_dock(plugin, locator, ask):
    locator.triggerResult(ask("rennes metropole")[0])
    assert plugin._dock.header.choice.territory.id == "epci:243500139"


def test_a_layer_chosen_in_the_locator_is_ticked_and_shown(plugin, locator, ask, wait_until):
    result = next(each for each in ask("cimetières") if each.displayString == "Cimetières")
    locator.triggerResult(result)
    panel = plugin._dock.clip_tab.catalogue
    wait_until(lambda: panel.model is not None and panel.model.is_ticked("bdtopo_cimetiere"))
    wait_until(lambda: panel.tree.currentIndex().isValid())
    assert panel.tree.currentIndex().data() == "Cimetières"


def test_the_browser_has_the_themes_and_their_layers(plugin, root):
    from data_territoires_plugin.catalogue import load_catalogue

    catalogue = load_catalogue()
    nodes = root.createChildren()
    assert [node.name() for node in nodes[1:]] == [
        title for theme, title in catalogue.themes.items() if catalogue.of_theme(theme)
    ]
    water = next(node for node in nodes if node.name() == catalogue.themes["eau"])
    assert [leaf.name() for leaf in water.createChildren()] == [entry.title for entry in catalogue.of_theme("eau")]


def test_a_double_click_in_the_browser_opens_the_dock_on_it(plugin, root, new_dock, wait_until):
    from data_territoires_plugin.territory import territory

    dock = new_dock()
    dock.header.choose(territory("epci:243500139"))
    dock.header.choose(territory("commune:35238"))
    recent = root.createChildren()[0]
    leaves = recent.createChildren()
    assert [leaf.name() for leaf in leaves] == ["Rennes · commune 35238", "Rennes Métropole · EPCI 243500139"]
    assert leaves[1].handleDoubleClick()
    assert dock.header.choice.territory.id == "epci:243500139"


def test_the_panel_of_the_browser_shows_the_tree_and_opens_it(plugin, wait_until):
    """By the model of the panel: nodes are filled in threads, as QGIS does when they are opened."""
    from qgis.core import QgsBrowserModel, QgsDataItem

    model = QgsBrowserModel()
    model.initialize()

    def child(parent, name):
        for row in range(model.rowCount(parent)):
            if model.data(model.index(row, 0, parent)) == name:
                return model.index(row, 0, parent)
        return QModelIndex()

    def opened(parent, name):
        index = child(parent, name)
        assert index.isValid(), name
        model.fetchMore(index)
        wait_until(lambda: model.rowCount(child(parent, name)) > 0)
        return child(parent, name)

    water = opened(opened(QModelIndex(), "Data Territoires"), "Eau")
    wait_until(lambda: child(water, "Plans d'eau").isValid())
    item = model.dataItem(child(water, "Plans d'eau"))
    assert isinstance(item, QgsDataItem)
    assert item.handleDoubleClick()
    panel = plugin._dock.clip_tab.catalogue
    wait_until(lambda: panel.model is not None and panel.model.is_ticked("bdtopo_plan_d_eau"))


def test_unload_takes_both_away_and_loading_again_puts_one_of_each(plugin, qgis_iface, monkeypatch):
    gone, added = [], []
    monkeypatch.setattr(qgis_iface, "deregisterLocatorFilter", gone.append, raising=False)
    monkeypatch.setattr(qgis_iface, "registerLocatorFilter", added.append, raising=False)

    def nodes():
        return [each.name() for each in QgsApplication.dataItemProviderRegistry().providers()].count(NAME)

    ours = plugin._locator
    assert nodes() == 1
    plugin.unload()
    assert (nodes(), gone) == (0, [ours])
    plugin.initGui()
    assert (nodes(), len(added)) == (1, 1)
