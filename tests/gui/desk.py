"""Run by `qgis --code` on a virtual screen: opens the dock, clips the training EPCI through it, tells what it saw.

DATA_TERRITOIRES_SAW names the JSON of what was seen, DATA_TERRITOIRES_PICTURES the folder of the pictures.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins

from tests.gui.player import PULSE, picture, play

if TYPE_CHECKING:
    from data_territoires_plugin.gui.dock import Dock
    from tests.gui.player import Steps


OUTPUT = Path(os.environ["DATA_TERRITOIRES_OUTPUT"])


def _watch_the_project() -> None:
    """The layers come into the project on the main thread, one at a time: those stalls are told apart."""
    from data_territoires_plugin.clip import project

    plain = project.adding

    def watched(*arguments: object) -> object:
        PULSE.step = "project"
        yield from plain(*arguments)

    project.adding = watched


def scenario(saw: dict[str, object]) -> Steps:
    """Each `yield` waits: for a number of seconds, or until a question is answered yes."""
    iface.mainWindow().setGeometry(0, 0, 1366, 768)
    yield 0.3
    PULSE.step = "open"
    started = time.perf_counter()
    dock = plugins["data_territoires_plugin"].show_dock()
    saw["open_seconds"] = time.perf_counter() - started
    yield lambda: dock.clip_tab.catalogue.model is not None
    saw["reason_without_territory"] = dock.clip_tab.output.reason.text()
    yield from choose(dock, saw)
    yield from clip(dock, saw)
    yield from look(saw)
    yield from explore(dock, saw)
    PULSE.step = "again"
    QTest.mouseClick(dock.clip_tab.running.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dock.clip_tab.output.button, Qt.MouseButton.LeftButton)
    yield 0.3
    saw["message_when_open"] = dock.messages.text()
    picture("fichier_ouvert")
    PULSE.step = "unload"
    before = ways_in()
    plugins["data_territoires_plugin"].unload()
    yield 0.2
    saw["ways_in"] = [before, ways_in()]
    started = time.perf_counter()
    plugins["data_territoires_plugin"].initGui()
    saw["load_seconds"] = time.perf_counter() - started
    saw["ways_in"].append(ways_in())
    plugins["data_territoires_plugin"].unload()
    yield 0.2


def ways_in() -> list[int]:
    """How many of what the plugin puts into QGIS are there: nodes of the browser, buttons, docks."""
    nodes = [each.name() for each in QgsApplication.dataItemProviderRegistry().providers()]
    docks = [each for each in iface.mainWindow().findChildren(QDockWidget) if "Territoires" in each.objectName()]
    buttons = [each for each in iface.pluginToolBar().actions() if each.text() == "Data Territoires"]
    return [nodes.count("DataTerritoires"), len(buttons), len(docks)]


def choose(dock: Dock, saw: dict[str, object]) -> Steps:
    """A territory typed, layers ticked."""
    header, tab = dock.header, dock.clip_tab
    PULSE.step = "search"
    header.search.setFocus()
    QTest.keyClicks(header.search, "rennes")
    yield lambda: bool(header.search.answers.territories)
    yield 0.3
    saw["answers"] = [territory.name for territory in header.search.answers.territories]
    picture("recherche")
    header.search.clear()
    QTest.keyClicks(header.search, "epci:000000001")
    QTest.keyClick(header.search, Qt.Key.Key_Return)
    PULSE.step = "territory"
    yield lambda: header.outline is not None or bool(dock.messages.text())
    saw["card"] = header.card.text()
    saw["message_of_territory"] = dock.messages.text()
    saw["recommended"] = [entry.id for entry in tab.catalogue.ticked()]
    tab.catalogue.model.tick(saw["recommended"], on=False)
    tab.catalogue.model.tick(os.environ["DATA_TERRITOIRES_LAYERS"].split(","))
    tab.output.file.setFilePath(str(OUTPUT))
    yield 0.8
    saw["button"] = [tab.output.button.isEnabled(), tab.output.reason.text()]
    picture("catalogue")


def clip(dock: Dock, saw: dict[str, object]) -> Steps:
    """The button, and the wait."""
    tab = dock.clip_tab
    PULSE.step = "clip"
    _watch_the_project()
    QTest.mouseClick(tab.output.button, Qt.MouseButton.LeftButton)
    yield lambda: any(line.status == "done" for line in tab.running.lines.values()) or not tab.busy
    picture("en_cours")
    yield lambda: not tab.busy
    saw["message"] = dock.messages.text()
    saw["lines"] = {line.entry.id: [line.status, line.count] for line in tab.running.lines.values()}
    yield 2.5
    picture("resultat")


def explore(dock: Dock, saw: dict[str, object]) -> Steps:
    """The other catalogues of the country, and the pages of the menu."""
    tab = dock.clip_tab
    PULSE.step = "searching"
    QTest.mouseClick(tab.running.back, Qt.MouseButton.LeftButton)
    QTest.keyClicks(tab.catalogue.search, "arbres")
    yield 0.9
    yield lambda: not tab.catalogue.searching.busy
    yield 0.3
    saw["branches"] = [branch.heading for branch in tab.catalogue.searching.branches.values()]
    picture("autres_catalogues")
    tab.catalogue.search.clear()
    yield 0.5
    PULSE.step = "pages"
    for name in ("service", "kit", "new_kit", "test", "update", "cards", "around"):
        tab.more.show(name)
        yield 0.3
        picture(f"page_{name}")
    tab.pages.setCurrentIndex(0)
    tab.catalogue.more.menu().popup(tab.catalogue.more.mapToGlobal(tab.catalogue.more.rect().bottomLeft()))
    yield 0.4
    picture("menu")
    tab.catalogue.more.menu().hide()
    yield 0.2
    tab.pages.setCurrentWidget(tab.running)


def look(saw: dict[str, object]) -> Steps:
    """What is in the project."""
    project = QgsProject.instance()
    layers = project.mapLayers().values()
    saw["layers"] = {layer.source().rpartition("=")[2]: layer.featureCount() for layer in layers}
    saw["groups"] = [group.name() for group in project.layerTreeRoot().findGroups()]
    saw["renderers"] = sorted({layer.renderer().type() for layer in layers if layer.isSpatial()})
    yield 0.0


play(scenario, "fin")
