"""The tree of the catalogue: what is ticked, found, remembered."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester

from data_territoires_plugin.catalogue import load_catalogue

CHECK = Qt.ItemDataRole.CheckStateRole
ON, PARTLY, OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


@pytest.fixture
def tree(qgis_app, clean_settings):
    from data_territoires_plugin.gui.catalogue_model import CatalogueFilter, CatalogueModel

    model = CatalogueModel(load_catalogue())
    return model, CatalogueFilter(model)


def shown(proxy) -> list[str]:
    """The ids of the entries that the tree shows."""
    model = proxy.sourceModel()
    groups = [proxy.index(row, 0) for row in range(proxy.rowCount())]
    leaves = [proxy.index(row, 0, group) for group in groups for row in range(proxy.rowCount(group))]
    return [model.entry_at(proxy.mapToSource(leaf)).id for leaf in leaves]


def test_the_model_keeps_the_promises_of_qt(tree):
    model, proxy = tree
    testers = [
        QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Fatal) for each in (model, proxy)
    ]
    for kind in ("region", "commune"):
        model.set_kind(kind)
    proxy.set_words("eau")
    model.tick(["bdtopo_batiment", "unknown"])
    proxy.set_only_ticked(True)
    proxy.set_words("")
    assert shown(proxy) == ["bdtopo_batiment"]
    assert testers


def test_an_entry_in_two_groups_is_ticked_in_both(tree):
    model, _ = tree
    batiment = model.catalogue.entry("bdtopo_batiment")
    assert batiment in model.groups[0].entries, "recommended: the case this test is about"
    row = model.groups[0].entries.index(batiment)
    assert model.setData(model.index(row, 0, model.index(0, 0)), ON, CHECK)
    theme = next(row for row, group in enumerate(model.groups) if group.id == batiment.theme)
    in_theme = model.index(model.groups[theme].entries.index(batiment), 0, model.index(theme, 0))
    assert model.data(in_theme, CHECK) == ON
    assert model.data(model.index(theme, 0), CHECK) == PARTLY
    assert f"1/{len(model.groups[theme].entries)}" in model.data(model.index(theme, 0))


def test_the_tick_of_a_theme_is_that_of_all_its_layers(tree):
    model, _ = tree
    theme = next(row for row, group in enumerate(model.groups) if group.id == "cadastre")
    model.setData(model.index(theme, 0), ON, CHECK)
    assert {entry.id for entry in model.ticked()} == {entry.id for entry in load_catalogue().of_theme("cadastre")}
    assert model.data(model.index(theme, 0), CHECK) == ON
    model.setData(model.index(theme, 0), OFF, CHECK)
    assert model.ticked() == ()


@pytest.mark.parametrize("typed", ["bâtiment", "BATIMENTS", "batim"])
def test_the_search_minds_neither_accents_nor_capitals(tree, typed):
    _, proxy = tree
    proxy.set_words(typed)
    assert "bdtopo_batiment" in shown(proxy)
    assert "bdtopo_plan_d_eau" not in shown(proxy)


def test_the_tick_of_a_theme_under_a_filter_is_for_what_is_shown(tree):
    model, proxy = tree
    proxy.set_words("parcelle")
    proxy.set_theme("cadastre")
    visible = shown(proxy)
    assert 0 < len(visible) < len(model.catalogue.of_theme("cadastre"))
    proxy.setData(proxy.index(0, 0, QModelIndex()), ON, CHECK)
    assert {entry.id for entry in model.ticked()} == set(visible)
    proxy.setData(proxy.index(0, 0, QModelIndex()), ON, CHECK)
    assert model.ticked() == ()


def test_the_recommended_layers_follow_the_kind_of_territory_until_the_user_changes_them(tree):
    model, _ = tree
    model.set_kind("epci")
    model.tick(entry.id for entry in model.groups[0].entries)
    model.set_kind("region")
    region = {entry.id for entry in load_catalogue().recommended("region")}
    assert {entry.id for entry in model.ticked()} == region
    model.tick(["bdtopo_cimetiere"])
    model.set_kind("epci")
    assert {entry.id for entry in model.ticked()} == region | {"bdtopo_cimetiere"}


def test_the_tooltip_says_what_where_from_and_how_it_is_cut(tree):
    model, _ = tree
    entry = model.catalogue.entry("cadastre_parcelle")
    theme = next(row for row, group in enumerate(model.groups) if group.id == entry.theme)
    index = model.index(model.groups[theme].entries.index(entry), 0, model.index(theme, 0))
    text = model.data(index, Qt.ItemDataRole.ToolTipRole)
    for part in (entry.title, entry.producer, entry.licence.title, "keep features whole", entry.id):
        assert part in text


def test_the_first_time_the_recommended_layers_are_ticked(dock, choose):
    choose("epci:243500139", outline=False)
    ticked = {entry.id for entry in dock.clip_tab.catalogue.ticked()}
    assert ticked == {entry.id for entry in load_catalogue().recommended("epci")}


def test_what_was_ticked_and_open_is_found_again_in_the_next_session(plugin, new_dock):
    panel = new_dock().clip_tab.catalogue
    panel.model.tick(["bdtopo_cimetiere", "fond_ortho"])
    themes = [group.id for group in panel.model.groups]
    panel.tree.collapse(panel.tree.model().index(0, 0))
    panel.tree.expand(panel.tree.model().index(themes.index("eau"), 0))
    plugin.unload()
    plugin.initGui()
    again = new_dock().clip_tab.catalogue
    assert [entry.id for entry in again.ticked()] == ["bdtopo_cimetiere", "fond_ortho"]
    open_groups = [id_ for row, id_ in enumerate(themes) if again.tree.isExpanded(again.tree.model().index(row, 0))]
    assert open_groups == ["eau"]


def test_an_emptied_selection_stays_empty_in_the_next_session(plugin, new_dock):
    from data_territoires_plugin.territory import territory

    model = new_dock().clip_tab.catalogue.model
    model.tick(["bdtopo_cimetiere"])
    model.tick(["bdtopo_cimetiere"], on=False)
    plugin.unload()
    plugin.initGui()
    dock = new_dock()
    dock.header.choose(territory("epci:243500139"))
    assert dock.clip_tab.catalogue.ticked() == ()


def test_a_filter_that_finds_nothing_says_so(dock, wait_until):
    panel = dock.clip_tab.catalogue
    wait_until(lambda: bool(panel.searching.branches))
    panel.search.setText("zzzzzz")
    panel._search_now()
    assert "No layer of the catalogue answers" in panel.nothing.text()
    assert not panel.nothing.isHidden()
    panel.only_ticked.setChecked(True)
    assert panel.tree.isHidden()
    assert "No layer answers" in panel.nothing.text()
    panel.only_ticked.setChecked(False)
    panel.search.clear()
    panel._search_now()
    assert not panel.tree.isHidden()
    assert panel.nothing.isHidden()
