"""Run by `qgis --code` on a virtual screen: opens the dock, clips the training EPCI through it, photographs, tells what it saw.

DATA_TERRITOIRES_SAW names the JSON of what was seen, DATA_TERRITOIRES_PICTURES the folder of the pictures.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QElapsedTimer, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins

SAW = Path(os.environ["DATA_TERRITOIRES_SAW"])
PICTURES = Path(os.environ["DATA_TERRITOIRES_PICTURES"])
OUTPUT = Path(os.environ["DATA_TERRITOIRES_OUTPUT"])
TICK = 10  # milliseconds
PATIENCE = 25  # seconds for one step


class Pulse:
    """A clock on the main thread: the longest time it was not served is the longest stall."""

    def __init__(self) -> None:
        self.worst: dict[str, int] = {}
        self.step = "start"
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._beat)
        self._clock.start()
        self._timer.start()

    def forgive(self) -> None:
        """What took time since the last beat was this script's own doing."""
        self._clock.restart()

    def _beat(self) -> None:
        late = self._clock.restart() - TICK
        self.worst[self.step] = max(self.worst.get(self.step, 0), late)


def picture(name: str) -> None:
    """The whole screen: menus and lists that are windows of their own are on it."""
    QApplication.primaryScreen().grabWindow(0).save(str(PICTURES / f"{name}.png"))
    PULSE.forgive()


def _watch_the_project() -> None:
    """The layers come into the project on the main thread, in one go: that stall is told apart."""
    from data_territoires_plugin.clip import project

    plain = project.add_to_project

    def watched(*arguments: object, **options: object) -> object:
        PULSE.step = "project"
        return plain(*arguments, **options)

    project.add_to_project = watched


def scenario(saw: dict[str, object]) -> Iterator[Callable[[], bool] | float]:
    """Each `yield` waits: for a number of seconds, or until a question is answered yes."""
    window = iface.mainWindow()
    window.setGeometry(0, 0, 1366, 768)
    yield 0.3
    PULSE.step = "open"
    started = time.perf_counter()
    dock = plugins["data_territoires_plugin"].show_dock()
    saw["open_seconds"] = time.perf_counter() - started
    tab, header = dock.clip_tab, dock.header
    yield lambda: tab.catalogue.model is not None
    saw["reason_without_territory"] = tab.output.reason.text()
    PULSE.step = "search"
    header.search.setFocus()
    QTest.keyClicks(header.search, "rennes m")
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
    tab.catalogue.model.tick([entry.id for entry in tab.catalogue.ticked()], on=False)
    tab.catalogue.model.tick(os.environ["DATA_TERRITOIRES_LAYERS"].split(","))
    tab.output.file.setFilePath(str(OUTPUT))
    yield 0.8
    saw["ticked"] = [entry.id for entry in tab.catalogue.ticked()]
    saw["button"] = [tab.output.button.isEnabled(), tab.output.reason.text()]
    picture("catalogue")
    PULSE.step = "clip"
    QTest.mouseClick(tab.output.button, Qt.MouseButton.LeftButton)
    yield lambda: any(line.status != "waiting" for line in tab.running.lines.values()) or tab._run is None
    picture("en_cours")
    _watch_the_project()
    yield lambda: tab._run is None
    PULSE.step = "after"
    saw["message"] = dock.messages.text()
    saw["lines"] = {line.entry.id: [line.status, line.count] for line in tab.running.lines.values()}
    yield 2.5
    picture("resultat")
    project = QgsProject.instance()
    saw["layers"] = sorted(layer.name() for layer in project.mapLayers().values())
    saw["groups"] = [group.name() for group in project.layerTreeRoot().findGroups()]
    saw["renderers"] = sorted({layer.renderer().type() for layer in project.mapLayers().values() if layer.isSpatial()})
    PULSE.step = "again"
    QTest.mouseClick(tab.running.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(tab.output.button, Qt.MouseButton.LeftButton)
    yield 0.3
    saw["message_when_open"] = dock.messages.text()
    picture("fichier_ouvert")
    PULSE.step = "unload"
    plugins["data_territoires_plugin"].unload()
    yield 0.2


def run() -> None:
    """Plays the scenario step by step, without ever holding the main thread."""
    saw: dict[str, object] = {}
    steps = scenario(saw)
    until: list[object] = [0.0, time.monotonic()]

    def end(code: int) -> None:
        saw["stalls"] = PULSE.worst
        SAW.write_text(json.dumps(saw, ensure_ascii=False, indent=1), encoding="utf-8")
        picture("fin")
        sys.stdout.flush()
        os._exit(code)  # no question about the project, no crash of the teardown

    def turn() -> None:
        waited, since = until
        try:
            passed = time.monotonic() - since
            if callable(waited) and not waited():
                if passed < PATIENCE:
                    return
                raise TimeoutError(f"{PULSE.step}: nothing came in {PATIENCE} s")
            if isinstance(waited, float) and passed < waited:
                return
            until[:] = [next(steps), time.monotonic()]
        except StopIteration:
            end(0)
        except BaseException:
            saw["error"] = traceback.format_exc()
            end(1)

    timer.timeout.connect(turn)
    timer.start(20)


PULSE = Pulse()
timer = QTimer()
QTimer.singleShot(1200, run)
