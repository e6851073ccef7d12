"""Run by `qgis --code` on a virtual screen: checks layers and a document through the dock, tells what it saw.

DATA_TERRITOIRES_SAW names the JSON of what was seen, DATA_TERRITOIRES_PICTURES the folder of the pictures,
DATA_TERRITOIRES_ZONES a GeoPackage to check, DATA_TERRITOIRES_DOCUMENT a real document ("": none).
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface, plugins

from tests.gui.player import PULSE, picture, play

if TYPE_CHECKING:
    from data_territoires_plugin.gui.conformity_tab import ConformityTab
    from tests.gui.player import Steps


def scenario(saw: dict[str, object]) -> Steps:
    """Each `yield` waits: for a number of seconds, or until a question is answered yes."""
    iface.mainWindow().setGeometry(0, 0, 1366, 768)
    dock = plugins["data_territoires_plugin"].show_dock()
    layer = QgsVectorLayer(f"{os.environ['DATA_TERRITOIRES_ZONES']}|layername=ZONE_URBA", "ZONE_URBA", "ogr")
    layer.loadNamedStyle(os.environ["DATA_TERRITOIRES_STYLE"])
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    yield 0.5
    tab: ConformityTab = dock.conformity_tab
    PULSE.step = "recognise"
    dock.tabs.setCurrentWidget(tab)
    yield lambda: tab.subject.standards.chosen() != ""
    saw["recognised"] = tab.subject.standards.chosen()
    box = tab.subject.standards
    box.setCurrentIndex(box.findData("plu_2024"))
    tab.subject.changed.emit()
    yield from checked(tab, saw, "generated")
    dock.messages.clearWidgets()
    look(tab, "codes")
    iface.mapCanvas().zoomByFactor(6)
    tab.panel.tree.setFocus()
    yield 1.5
    saw["detail"] = tab.panel.detail.toPlainText()
    saw["fits"] = [dock.width() <= 480, dock.height() <= 768]
    picture("conformite")
    look(tab, "no_overlap")
    yield from chosen(tab, saw, "conformite_choix")
    if os.environ["DATA_TERRITOIRES_DOCUMENT"]:
        yield from real(tab, dock, saw)
    PULSE.step = "unload"
    plugins["data_territoires_plugin"].unload()
    yield 0.2


def checked(tab: ConformityTab, saw: dict[str, object], name: str) -> Steps:
    """The button, and the wait."""
    PULSE.step = name
    QTest.mouseClick(tab.run_row.button, Qt.MouseButton.LeftButton)
    yield 0.1
    yield lambda: not tab.busy
    saw[name] = {level.value: tab.findings.count(level) for level in tab.panel.levels} if tab.findings else None
    yield 0.5


def look(tab: ConformityTab, rule: str) -> None:
    """A finding of that rule, with the mouse."""
    PULSE.step = "map"  # QGIS draws it again, labels too
    tree, model = tab.panel.tree, tab.panel.model
    for index in tab.panel._rules():
        if tab.findings.all[int(model.group_at(index).positions[0])].rule == rule:
            tree.setExpanded(index, True)
            row = model.index(0, 0, index)
            tree.scrollTo(row)
            tree.setCurrentIndex(row)
            QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(row).center())
            return


def real(tab: ConformityTab, dock: object, saw: dict[str, object]) -> Steps:
    """A real PLU: its zoning first, then the whole document."""
    document = Path(os.environ["DATA_TERRITOIRES_DOCUMENT"])
    zones = next(document.rglob("*ZONE_URBA*.shp"))
    layer = QgsVectorLayer(str(zones), "ZONE_URBA 41175", "ogr")
    layer.loadNamedStyle(os.environ["DATA_TERRITOIRES_STYLE"])
    QgsProject.instance().removeAllMapLayers()
    QgsProject.instance().addMapLayer(layer)
    tab.subject.layers.setLayer(layer)
    yield lambda: tab.subject._recognising is None
    box = tab.subject.standards
    box.setCurrentIndex(box.findData("plu_2024"))
    tab.subject.changed.emit()
    yield from checked(tab, saw, "real_layer")
    saw["real_rules"] = dict(Counter(one.rule for one in tab.findings.now))
    look(tab, "no_overlap")
    yield 1.5
    picture("conformite_plu_reel")
    yield from chosen(tab, saw, "conformite_choix_reel")
    tab.subject.choose_document(document)
    yield lambda: tab.subject._recognising is None
    yield from checked(tab, saw, "real_document")
    picture("conformite_document_reel")


def chosen(tab: ConformityTab, saw: dict[str, object], name: str) -> Steps:
    """Whose an overlap becomes: the other feature than the one proposed."""
    PULSE.step = "repair"
    tab.actions_bar.repair.click()
    page = tab.repair_page
    yield lambda: not page.busy
    page.list.setCurrentIndex(page.model.index(0, 1))
    page.owner.setCurrentIndex(1)
    page.owner.activated.emit(1)
    yield 0.1
    yield lambda: not page.busy
    PULSE.step = "map"
    yield 1.5
    first = page.model.found[0]
    saw[name] = [list(first.owners), first.owner, first.refused]
    picture(name)
    page.back.click()
    yield 0.2


play(scenario, "conformite_fin")
