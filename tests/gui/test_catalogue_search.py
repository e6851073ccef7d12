"""The search of the dock goes to the catalogues of the country: branches, ticks, reasons, nothing in the way."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester

from tests.standins.datagouv import Dataset, File

CHECK, TIP = Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.ToolTipRole
ON = Qt.CheckState.Checked


@pytest.fixture
def panel(dock, wait_until):
    panel = dock.clip_tab.catalogue
    wait_until(lambda: bool(panel.searching.branches))
    return panel


@pytest.fixture
def site(panel, catalogues, endpoints, monkeypatch, tmp_path):
    """A data.gouv.fr with trees of Marseille and Paris; a PDF, a restricted file."""
    trees = tmp_path / "arbres.geojson"
    features = [
        {"type": "Feature", "properties": {"nom": f"arbre {n}"}, "geometry": {"type": "Point", "coordinates": each}}
        for n, each in enumerate([[5.37, 43.29], [2.35, 48.85]])
    ]
    trees.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    made = [
        Dataset("a1", "Arbres remarquables", (File("11111111-1111-4111-8111-111111111111", "arbres", "geojson",
                str(trees), name="arbres.geojson"),), description="Les arbres.", organization="Ville d’Estran"),
        Dataset("a2", "Guide des arbres", (File("22222222-2222-4222-8222-222222222222", "guide", "pdf",
                url="https://example.org/guide.pdf"),)),
        Dataset("a3", "Arbres protégés", (File("33333333-3333-4333-8333-333333333333", "arbres", "geojson",
                str(trees), name="proteges.geojson"),), access_type="restricted", reason="Données d’agents."),
    ]  # fmt: skip
    made += [Dataset(f"s{n}", f"Arbres de la rue {n}", ()) for n in range(30)]
    server = catalogues("datagouv", made)
    endpoints(datagouv=server.url)
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "0")
    # Only this catalogue: the others have no stand-in here.
    panel.searching._catalogues_listed((("datagouv", "data.gouv.fr"),))
    return server


@pytest.fixture
def search(panel, wait_until):
    def type_it(words):
        panel.search.setText(words)
        panel._search_now()
        wait_until(lambda: not panel.searching.busy)

    return type_it


def branch_rows(panel):
    """The index of the branch in the model, and those of its rows."""
    model = panel.model
    row = next(row for row, group in enumerate(model.groups) if group.searched == "datagouv")
    heading = model.index(row, 0)
    return heading, [model.index(child, 0, heading) for child in range(model.rowCount(heading))]


def test_typing_a_word_searches_data_gouv_and_counts_what_it_has(panel, site, search):
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    search("arbres")
    heading, rows = branch_rows(panel)
    assert panel.model.data(heading) == "data.gouv.fr: 33 datasets"
    titles = [panel.model.data(row) for row in rows]
    assert "Arbres remarquables" in titles
    assert titles[-1] == "20 datasets of 33 are shown: double-click for more"
    assert panel.model.data(heading, CHECK) is None, "a whole search is not ticked in one go"
    assert tester


def test_what_can_not_be_clipped_is_greyed_with_its_reason(panel, site, search):
    search("arbres")
    model = panel.model
    _, rows = branch_rows(panel)
    by_title = {model.data(row): row for row in rows}
    guide = by_title["Guide des arbres"]
    assert not model.flags(guide) & Qt.ItemFlag.ItemIsEnabled
    assert "Can't be ticked" in model.data(guide, TIP).replace("&#x27;", "'")
    kept = by_title["Arbres protégés"]
    assert not model.flags(kept) & Qt.ItemFlag.ItemIsEnabled, "no key is set"
    assert "restricted access" in model.data(kept.siblingAtColumn(1))
    assert not model.setData(kept, ON, CHECK)
    assert model.kept() == ()
    card = model.data(by_title["Arbres remarquables"], TIP)
    assert "Ville d’Estran" in card
    assert "Licence Ouverte" in card


def test_the_next_datasets_come_after_those_shown(panel, site, search, wait_until):
    search("arbres")
    _, rows = branch_rows(panel)
    panel._toggle(panel._filter.mapFromSource(rows[-1]))
    wait_until(lambda: not panel.searching.busy)
    _, rows = branch_rows(panel)
    titles = [panel.model.data(row) for row in rows]
    assert len(titles) == len(set(titles)) == 33
    assert "double-click" not in titles[-1]


def test_a_found_layer_stays_ticked_when_something_else_is_searched_and_in_the_next_session(
    plugin, new_dock, panel, site, search, wait_until
):
    search("arbres")
    _, rows = branch_rows(panel)
    tree = next(row for row in rows if panel.model.data(row) == "Arbres remarquables")
    assert panel.model.setData(tree, ON, CHECK)
    [kept] = panel.model.kept()
    search("")
    search("rue")
    assert panel.model.kept() == (kept,)
    assert kept in panel.ticked()
    plugin.unload()
    plugin.initGui()
    again = new_dock().clip_tab.catalogue
    assert [each.title for each in again.ticked() if each.id == kept.id] == ["Arbres remarquables"]
    again.model.tick([kept.id], on=False)
    assert again.model.kept() == ()


def test_a_found_layer_is_clipped_like_the_others(dock, panel, site, search, wait_until, tmp_path):
    from osgeo import ogr

    from data_territoires_plugin.gui.choice import Polygons

    square = QgsGeometry.fromWkt("Polygon((2.3 48.8, 2.4 48.8, 2.4 48.9, 2.3 48.9, 2.3 48.8))")
    dock.header.choose_polygons(Polygons("Paris", QgsCoordinateReferenceSystem("EPSG:4326"), (square,)))
    wait_until(lambda: dock.header.outline is not None and not panel.searching.busy)
    panel.searching._catalogues_listed((("datagouv", "data.gouv.fr"),))
    panel.model.tick([entry.id for entry in panel.ticked()], on=False)
    search("arbres")
    _, rows = branch_rows(panel)
    tree = next(row for row in rows if panel.model.data(row) == "Arbres remarquables")
    panel.model.setData(tree, ON, CHECK)
    tab = dock.clip_tab
    tab.output.file.setFilePath(str(tmp_path / "out.gpkg"))
    tab.output.button.click()
    wait_until(lambda: not tab.busy)
    [(table, line)] = tab.running.lines.items()
    assert line.status == "done", line._reason.text()
    dataset = ogr.Open(str(tmp_path / "out.gpkg"))
    layer = dataset.GetLayerByName(table)
    assert [feature["nom"] for feature in layer] == ["arbre 1"]
    [shown] = QgsProject.instance().mapLayers().values()
    assert shown.featureCount() == 1


def test_a_layer_that_is_there_no_more_says_so_on_its_line(dock, panel, site, search, choose, wait_until, tmp_path):
    from data_territoires_plugin.gui.found import FoundLayer

    choose("epci:000000001")
    panel.model.tick([entry.id for entry in panel.ticked()], on=False)
    panel.model.remember([FoundLayer("datagouv__99999999-9999-4999-8999-999999999999", "Disparue")])
    panel.model.tick(["admin_commune"])
    tab = dock.clip_tab
    tab.output.file.setFilePath(str(tmp_path / "out.gpkg"))
    tab.output.button.click()
    wait_until(lambda: not tab.busy)
    line = tab.running.lines["datagouv__99999999-9999-4999-8999-999999999999"]
    assert line.status == "failed"
    assert "try again" in line._reason.text()
    assert tab.running.lines["admin_commune"].status == "done"
    assert "1 failed" in dock.messages.text()


def test_offline_the_last_good_answer_serves_and_says_its_day(panel, site, search, monkeypatch):
    search("arbres")
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    search("")
    site.stop()
    search("arbres")
    heading, rows = branch_rows(panel)
    assert "33 datasets · answer of " in panel.model.data(heading)
    assert panel.model.data(rows[0]).startswith("No network: last good answer, of ")
    search("jamais cherché")
    heading, rows = branch_rows(panel)
    assert panel.model.data(heading) == "data.gouv.fr: no answer"
    assert "never made online" in panel.model.data(rows[0])


def test_one_request_at_most_is_under_way_in_a_catalogue(panel, site, search, wait_until, monkeypatch):
    from data_territoires_plugin.gui import catalogue_search

    under_way, most = set(), []
    plain = catalogue_search.AlgorithmRun

    class Counted(plain):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            self.ended.connect(lambda _result: under_way.discard(self))

        def start(self):
            under_way.add(self)
            most.append(len(under_way))
            super().start()

    monkeypatch.setattr(catalogue_search, "AlgorithmRun", Counted)
    for words in ("arb", "arbr", "arbres", "rue", "arbres remarquables"):
        panel.searching.set_words(words)
        panel.searching.ask_all()
    wait_until(lambda: not panel.searching.busy)
    assert max(most) == 1
    _, rows = branch_rows(panel)
    assert "Arbres remarquables" in [panel.model.data(row) for row in rows], "the last words are those answered"


def test_the_platforms_of_the_region_are_listed_and_asked_only_when_opened(panel, choose, wait_until):
    choose("epci:243500139", outline=False)
    wait_until(lambda: not panel.searching.busy)
    names = list(panel.searching.branches)
    assert names[:2] == ["datagouv", "transport"]
    assert "geobretagne" in names
    assert not {"datasud", "datagrandest"} & set(names)
    assert {branch.state.value for branch in panel.searching.branches.values()} == {"idle"}
    row = next(row for row, group in enumerate(panel.model.groups) if group.searched == "geobretagne")
    panel.tree.expand(panel._filter.mapFromSource(panel.model.index(row, 0)))
    wait_until(lambda: not panel.searching.busy)
    assert panel.searching.branches["geobretagne"].state.value == "failed", "offline, and never asked before"
    assert panel.searching.branches["datagouv"].state.value == "idle"


def test_unload_in_the_middle_of_a_search_stops_it(plugin, panel, site):
    panel.searching.set_words("arbres")
    panel.searching.ask_all()
    [run] = panel.searching._running.values()
    plugin.unload()
    assert not run.running
