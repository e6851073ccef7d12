"""Layers as they come: without shape, with arcs, of too many columns, badly named. No window stumbles on one."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from data_territoires_plugin.gui.record_window import RecordWindow
from data_territoires_plugin.gui.territory_header import _has_polygons
from tests.processing.hostile import SHAPES, layer_of

MANY = "Point?crs=EPSG:2154" + "".join(f"&field=colonne_numero_{at}:string(254)" for at in range(40))
NAMES = {"markup": "<b>A & B</b> {name} %s", "long": "couche " * 60, "none": ""}
ODD = [*SHAPES, *NAMES, "many columns", "no column", "broken"]


@pytest.fixture(params=ODD)
def odd(request, dock):
    if request.param in SHAPES:
        return layer_of(*SHAPES[request.param])
    if request.param in NAMES:
        return layer_of(*SHAPES["arc"], name=NAMES[request.param])
    source = {"many columns": MANY, "no column": "Polygon?crs=EPSG:2154", "broken": "/nowhere/at/all.gpkg"}
    provider = "ogr" if request.param == "broken" else "memory"
    layer = QgsVectorLayer(source[request.param], request.param, provider)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def shown(dock, qgis_iface):
    qgis_iface.mainWindow().show()
    dock.show()
    yield dock
    qgis_iface.mainWindow().hide()


def test_it_is_checked_or_the_tab_says_why_not(shown, odd, wait_until):
    tab = shown.conformity_tab
    shown.tabs.setCurrentWidget(tab)
    tab.subject.layers.setLayer(odd)
    wait_until(lambda: tab.subject._recognising is None)
    box = tab.subject.standards
    box.setCurrentIndex(box.findData("covoiturage"))
    tab.subject.changed.emit()
    if tab.run_row.button.isEnabled():
        tab.run_row.button.click()
        wait_until(lambda: not tab.busy)
        assert tab.findings is not None, shown.messages.text()
    else:
        assert "can't be read" in tab.run_row.last.text()


def test_it_may_be_published_or_the_page_says_why_not(shown, odd, wait_until):
    tab = shown.publication_tab
    shown.tabs.setCurrentWidget(tab)
    tab.cards.new.click()
    tab.what.layers.setLayer(odd)
    wait_until(lambda: tab.what._looking is None)
    assert tab.what.missing() or tab.what.key
    if odd.isValid():
        window = RecordWindow(shown, odd)
        window.accept()
        assert window.bar.maximum() > 0


def test_its_outline_is_a_territory_or_the_header_says_why_not(shown, odd, wait_until):
    from data_territoires_plugin.gui.choice import Polygons

    header = shown.header
    if not _has_polygons(odd):
        return
    header.choose_polygons(Polygons.of_layer(odd, selected=False))
    wait_until(lambda: header.choice is not None or bool(shown.messages.text()))


def test_it_is_mapped_or_the_window_says_why_not(shown, odd, qgis_iface, wait_until):
    from data_territoires_plugin.gui.mapping import open_mapping

    window = open_mapping(qgis_iface, odd, "covoiturage")
    wait_until(lambda: window.chosen is not None or bool(window.messages.text()))
    if window.run_button.isEnabled():
        window.use()
        wait_until(lambda: window._run is None)
        assert window.messages.text()
    window.close()
