"""The menu [⋮]: ready selections, services by their address, kits, tests, update, cards, a perimeter around a place."""

from __future__ import annotations

import pytest
from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.catalogue.selections import selections
from data_territoires_plugin.gui.choice import Polygons
from tests.clip.files import write_gpkg
from tests.kits.conftest import services
from tests.offline.conftest import tripwire

__all__ = ["services", "tripwire"]


@pytest.fixture
def more(dock):
    return dock.clip_tab.more


@pytest.fixture
def done(wait_until):
    """Waits for the end of what a page runs."""

    def wait(page):
        wait_until(lambda: not page.busy)

    return wait


def labels(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_ready_selections_name_layers_of_the_catalogue():
    known = {entry.id for entry in load_catalogue().entries}
    for selection in selections():
        assert selection.layers
        assert set(selection.layers) <= known, selection.id
        assert len(set(selection.layers)) == len(selection.layers)


def test_a_ready_selection_ticks_its_layers_besides_the_others(dock, model, more):
    model.tick([entry.id for entry in model.ticked()], on=False)
    model.tick(["bdtopo_cimetiere", "cadastre_parcelle"])
    panel = dock.clip_tab.catalogue
    panel.more.menu().aboutToShow.emit()
    ready = next(action for action in panel.more.menu().actions() if action.menu() is not None)
    [action] = [each for each in ready.menu().actions() if "débroussaillement" in each.text()]
    action.trigger()
    [selection] = [each for each in selections() if each.id == "debroussaillement"]
    assert {entry.id for entry in model.ticked()} == {"bdtopo_cimetiere", *selection.layers}
    assert f"{len(selection.layers) - 1} layers ticked" in dock.messages.text()


def test_the_menu_names_every_page_and_every_platform_without_a_service(dock, more):
    from data_territoires_plugin.catalogue.remote.cards import cards

    menu = dock.clip_tab.catalogue.more.menu()
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()
    assert len(labels(menu)) == 7, "filled anew, not twice"
    of_cards = next(action.menu() for action in menu.actions() if "without an open service" in action.text())
    assert labels(of_cards) == [card.title for card in cards()]
    more.show_card("madada")
    assert dock.clip_tab.pages.currentWidget() is more.pages["cards"]
    assert "madada.fr" in more.pages["cards"].result.toHtml()


@pytest.fixture
def lamps(arcgis, tmp_path):
    """An ArcGIS server of three lamps."""
    file = tmp_path / "lamps.gpkg"
    rows = [(f"POINT({x} 6791000)", n) for n, x in enumerate((350_500, 351_500, 390_000), 1)]
    write_gpkg(file, "lampadaires", rows, {"cle": int}, kind=ogr.wkbPoint)
    return arcgis({"lampadaires": (file, "lampadaires", "cle", 2154, "geom")}).url


def test_a_service_added_by_its_address_is_in_the_catalogue_ticked_and_clipped(
    dock, more, done, wait_until, lamps, monkeypatch, tmp_path
):
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "0")
    page = more.show("service")
    page.address.setText(lamps)
    page.button.click()
    done(page)
    panel = dock.clip_tab.catalogue
    wait_until(lambda: any("lampadaires" in entry.title for entry in panel.ticked()))
    assert dock.messages.text().startswith("1 layer added"), dock.messages.text()
    [own] = [entry for entry in panel.ticked() if "lampadaires" in entry.title]
    panel.model.tick([entry.id for entry in panel.ticked() if entry is not own], on=False)
    square = QgsGeometry.fromWkt(
        "Polygon((350000 6790000, 352000 6790000, 352000 6792000, 350000 6792000, 350000 6790000))"
    )
    dock.header.choose_polygons(Polygons("Square", QgsCoordinateReferenceSystem("EPSG:2154"), (square,)))
    wait_until(lambda: dock.header.outline is not None)
    tab = dock.clip_tab
    tab.output.file.setFilePath(str(tmp_path / "out.gpkg"))
    tab.output.button.click()
    wait_until(lambda: not tab.busy)
    assert tab.running.lines[own.id].status == "done", tab.running.lines[own.id]._reason.text()
    assert tab.running.lines[own.id].count == 2


def test_the_layers_added_are_there_in_the_next_session(plugin, new_dock, more, done, wait_until, lamps, monkeypatch):
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "0")
    page = more.show("service")
    page.address.setText(lamps)
    page.button.click()
    done(page)
    plain = load_catalogue().entries
    plugin.unload()
    plugin.initGui()
    again = new_dock().clip_tab.catalogue.model.catalogue.entries
    assert len(again) == len(plain) + 1


OSM = """<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="essai">
 <node id="1" version="1" timestamp="2026-01-01T00:00:00Z" changeset="1" lat="48.10" lon="-1.70"/>
 <node id="2" version="1" timestamp="2026-01-01T00:00:00Z" changeset="1" lat="48.11" lon="-1.69"/>
 <node id="3" version="1" timestamp="2026-01-01T00:00:00Z" changeset="1" lat="48.105" lon="-1.695">
  <tag k="shop" v="bakery"/></node>
 <way id="4" version="1" timestamp="2026-01-01T00:00:00Z" changeset="1"><nd ref="1"/><nd ref="2"/>
  <tag k="highway" v="residential"/></way>
</osm>"""


def test_an_extract_of_openstreetmap_is_chosen_on_the_disk_and_its_themes_are_ticked_offline_too(
    dock, more, done, wait_until, tmp_path
):
    path = tmp_path / "quartier.osm"
    path.write_text(OSM, encoding="utf-8")
    page, panel = more.show("service"), dock.clip_tab.catalogue
    page.file.setFilePath(str(path))
    page.button.click()
    done(page)
    wait_until(lambda: any("quartier.osm" in entry.title for entry in panel.ticked()))
    own = {entry.layer: entry for entry in panel.ticked() if "quartier.osm" in entry.title}
    assert {"routes", "commerces", "batiments"} <= own.keys()
    keep = own["routes"]
    panel.model.tick([entry.id for entry in panel.ticked() if entry is not keep], on=False)
    square = QgsGeometry.fromWkt("Polygon((-1.8 48, -1.6 48, -1.6 48.2, -1.8 48.2, -1.8 48))")
    dock.header.choose_polygons(Polygons("Square", QgsCoordinateReferenceSystem("EPSG:4326"), (square,)))
    wait_until(lambda: dock.header.outline is not None)
    tab = dock.clip_tab
    tab.output.file.setFilePath(str(tmp_path / "out.gpkg"))
    tab.output.button.click()
    wait_until(lambda: not tab.busy)
    assert tab.running.lines[keep.id].status == "done", tab.running.lines[keep.id]._reason.text()
    assert tab.running.lines[keep.id].count == 1


def test_an_address_or_a_file_but_not_both(dock, more):
    page = more.show("service")
    page.button.click()
    assert "one of the two" in dock.messages.text()
    assert not page.busy


def test_an_address_that_is_no_service_says_what_to_do_and_leaves_the_page(dock, more, done, monkeypatch):
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "0")
    page = more.show("service")
    page.address.setText("pas une adresse")
    page.button.click()
    done(page)
    assert "It begins with https://" in dock.messages.text()
    assert page.button.isEnabled()


@pytest.mark.usefixtures("services")
def test_a_kit_is_made_of_what_is_ticked_and_opened_again(dock, more, done, choose, model, monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "0")
    choose("commune:35238")
    model.tick([entry.id for entry in model.ticked()], on=False)
    page = more.show("new_kit")
    page.button.click()
    assert "Tick at least one layer" in dock.messages.text()
    model.tick(["admin_commune", "bdtopo_batiment", "fond_ortho"])
    page.folder.setFilePath(str(tmp_path / "kit"))
    page.button.click()
    done(page)
    assert dock.messages.text().startswith("Kit made: 2 layers"), dock.messages.text()
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    opening = more.show("kit")
    opening.folder.setFilePath(str(tmp_path / "kit"))
    opening.open()
    done(opening)
    assert "open: commune:35238" in dock.messages.text()
    assert "2 layers" in dock.messages.text()
    assert opening.closing.isEnabled()
    opening.closing.click()
    done(opening)
    assert not opening.closing.isEnabled()


def test_a_folder_that_is_no_kit_is_refused_in_words(dock, more, done, tmp_path):
    page = more.show("kit")
    page.folder.setFilePath(str(tmp_path))
    page.open()
    done(page)
    assert "kit" in dock.messages.text()
    assert "kit.json" in dock.messages.text()


def test_the_file_of_a_platform_becomes_a_layer(dock, more, wait_until, tmp_path):
    file = tmp_path / "etablissements.csv"
    file.write_text("siret,code_commune,nom\n123,35238,Un\n", encoding="utf-8")
    more.show_card("deveco")
    page = more.pages["cards"]
    page.file.setFilePath(str(file))
    page.add()
    panel = dock.clip_tab.catalogue
    wait_until(lambda: any(entry.id == "deveco" for entry in panel.ticked()))
    [entry] = [entry for entry in panel.ticked() if entry.id == "deveco"]
    assert entry.code_fields["commune"] == "code_commune"
    page.file.setFilePath(str(tmp_path / "nothing.csv"))
    page.add()
    assert "can't be read" in dock.messages.text()


def test_an_update_without_an_address_says_so_and_there_is_nothing_to_go_back_to(dock, more, done):
    page = more.show("update")
    assert not page.apply.isEnabled()
    assert not page.back.isEnabled()
    page.compare.click()
    done(page)
    assert "No address is known" in dock.messages.text()


def test_offline_the_services_are_not_asked_and_that_is_said(dock, more, done):
    page = more.show("test")
    page.button.click()
    done(page)
    assert dock.messages.text()
    assert page.button.isEnabled()


def test_around_an_address_offline_says_so(dock, more, done):
    dock.header.around_asked.emit()
    page = more.pages["around"]
    assert dock.clip_tab.pages.currentWidget() is page
    page.address.setText("1 place de la Mairie, Rennes")
    page.reach()
    done(page)
    assert "offline" in dock.messages.text()
    page.back_asked.emit()
    assert dock.clip_tab.pages.currentIndex() == 0


def test_offline_every_button_of_the_pages_says_why_it_can_not_and_sends_nothing(
    dock, more, done, choose, model, tripwire, wait_until, tmp_path
):
    choose("commune:35238", outline=False)
    model.tick(["bdtopo_batiment"])
    said = {}

    def press(name, button):
        dock.messages.clearWidgets()
        getattr(more.pages[name], button).click() if isinstance(button, str) else button()
        done(more.pages[name])
        wait_until(lambda: bool(dock.messages.text()))
        said[name] = dock.messages.text()

    more.show("service").address.setText("https://www.example.org/wfs")
    press("service", "button")
    more.show("test")
    press("test", "button")
    more.show("update").address.setText("https://www.example.org/catalogue.yaml")
    press("update", "compare")
    more.show("new_kit").folder.setFilePath(str(tmp_path / "kit"))
    press("new_kit", "button")
    page = more.show("around")
    page.address.setText("1 rue de la Monnaie, Rennes")
    press("around", page.reach)
    assert [name for name, text in said.items() if "offline" not in text] == []
    assert tripwire.touched == []
