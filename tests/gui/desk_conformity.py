"""Run by `qgis --code` on a virtual screen: checks layers and a document through the dock, tells what it saw.

DATA_TERRITOIRES_SAW names the JSON of what was seen, DATA_TERRITOIRES_PICTURES the folder of the pictures,
DATA_TERRITOIRES_ZONES a GeoPackage to check, DATA_TERRITOIRES_DOCUMENT a real document ("": none).
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QRect, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data_territoires_plugin.gui.conformity_tab import ConformityTab

    Steps = Iterator[Callable[[], bool] | float]

SAW = Path(os.environ["DATA_TERRITOIRES_SAW"])
PICTURES = Path(os.environ["DATA_TERRITOIRES_PICTURES"])
PATIENCE = 40  # seconds for one step
TICK = 20  # milliseconds
WORST: dict[str, int] = {}  # what the main thread computed in one go, in milliseconds, per step


def picture(name: str, area: QRect | None = None) -> None:
    """The whole screen, or a part of it."""
    whole = QApplication.primaryScreen().grabWindow(0)
    (whole.copy(area) if area is not None else whole).save(str(PICTURES / f"{name}.png"))
    STEP[1] = time.thread_time()


STEP: list = ["start", time.thread_time()]


def beat() -> None:
    """The longest work of the main thread without a look at its events."""
    now = time.thread_time()
    WORST[STEP[0]] = max(WORST.get(STEP[0], 0), round(1000 * (now - STEP[1])))
    STEP[1] = now


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
    STEP[0] = "recognise"
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
    STEP[0] = "unload"
    plugins["data_territoires_plugin"].unload()
    yield 0.2


def checked(tab: ConformityTab, saw: dict[str, object], name: str) -> Steps:
    """The button, and the wait."""
    STEP[0] = name
    QTest.mouseClick(tab.run_row.button, Qt.MouseButton.LeftButton)
    yield 0.1
    yield lambda: not tab.busy
    saw[name] = {level.value: tab.findings.count(level) for level in tab.panel.levels} if tab.findings else None
    yield 0.5


def look(tab: ConformityTab, rule: str) -> None:
    """A finding of that rule, with the mouse."""
    STEP[0] = "map"  # QGIS draws it again, labels too
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
    STEP[0] = "repair"
    tab.actions_bar.repair.click()
    page = tab.repair_page
    yield lambda: not page.busy
    page.list.setCurrentIndex(page.model.index(0, 1))
    page.owner.setCurrentIndex(1)
    page.owner.activated.emit(1)
    yield 0.1
    yield lambda: not page.busy
    STEP[0] = "map"
    yield 1.5
    first = page.model.found[0]
    saw[name] = [list(first.owners), first.owner, first.refused]
    picture(name)
    page.back.click()
    yield 0.2


def run() -> None:
    """Plays the scenario step by step, without ever holding the main thread."""
    saw: dict[str, object] = {}
    steps = scenario(saw)
    until: list = [0.0, time.monotonic()]

    def end(code: int) -> None:
        saw["work"] = WORST
        SAW.write_text(json.dumps(saw, ensure_ascii=False, indent=1), encoding="utf-8")
        picture("conformite_fin")
        sys.stdout.flush()
        os._exit(code)  # no question about the project, no crash of the teardown

    def turn() -> None:
        beat()
        waited, since = until
        try:
            passed = time.monotonic() - since
            if callable(waited) and not waited():
                if passed < PATIENCE:
                    return
                raise TimeoutError(f"{STEP[0]}: nothing came in {PATIENCE} s")
            if isinstance(waited, float) and passed < waited:
                return
            until[:] = [next(steps), time.monotonic()]
        except StopIteration:
            end(0)
        except BaseException:
            saw["error"] = traceback.format_exc()
            end(1)

    def hook(kind: type[BaseException], error: BaseException, trace: object) -> None:
        saw["error"] = "".join(traceback.format_exception(kind, error, trace))
        end(1)  # QGIS would open a window and wait for somebody

    sys.excepthook = hook
    timer.timeout.connect(turn)
    timer.start(TICK)


timer = QTimer()
QTimer.singleShot(1200, run)
