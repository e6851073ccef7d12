"""Run by `qgis --code` on a virtual screen: the dock clips 25 layers of a WFS while the main thread's beat is taken."""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path
from types import SimpleNamespace

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.utils import iface, plugins

SAW = Path(os.environ["DATA_TERRITOIRES_SAW"])
TICK = 10  # milliseconds
PATIENCE = 80  # seconds


class Pulse:
    """A beat on the main thread: the longest time without one, by the clock and by what the thread itself computed."""

    def __init__(self) -> None:
        self.beats = self.worst = self.worst_work = 0
        self._last, self._last_work = time.monotonic(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(TICK)

    def _beat(self) -> None:
        now, work = time.monotonic(), time.thread_time()
        self.worst = max(self.worst, round(1000 * (now - self._last)) - TICK)
        self.worst_work = max(self.worst_work, round(1000 * (work - self._last_work)))
        self.beats += 1
        self._last, self._last_work = now, work

    def stop(self) -> None:
        """No beat any more."""
        self._timer.stop()


def end(saw: dict[str, object]) -> None:
    """Writes down what was seen, and leaves without a question."""
    SAW.write_text(json.dumps(saw), encoding="utf-8")
    sys.stdout.flush()
    os._exit(1 if "error" in saw else 0)


def begin() -> None:
    """Opens the dock; the clip comes once it has settled."""
    dock = plugins["data_territoires_plugin"].show_dock()
    iface.mainWindow().setGeometry(0, 0, 1366, 768)
    QTimer.singleShot(4000, lambda: clip(dock))


def clip(dock: object) -> None:
    """What the button does: the same run, shown by the same panel."""
    try:
        from data_territoires_plugin.catalogue import load_catalogue
        from data_territoires_plugin.gui.tasks import AlgorithmRun

        tab, names = dock.clip_tab, os.environ["DATA_TERRITOIRES_LAYERS"]
        catalogue = os.environ["DATA_TERRITOIRES_CATALOGUE"]
        tab._entries = load_catalogue(Path(catalogue)).select(names, "epci")
        asked = {
            "PERIMETER": os.environ["DATA_TERRITOIRES_PERIMETER"], "LAYERS": names, "CATALOGUE": catalogue,
            "CUT": "entry", "OUTPUT": os.environ["DATA_TERRITOIRES_OUTPUT"],
        }  # fmt: skip
        run = AlgorithmRun("dataterritoires:clip", asked)
        started, pulse = time.monotonic(), Pulse()

        def ended(results: object) -> None:
            pulse.stop()
            saw = {
                "work": {"clip": pulse.worst_work}, "stalls": {"clip": pulse.worst}, "beats": pulse.beats,
                "seconds": time.monotonic() - started,
            }  # fmt: skip
            end(saw if results is not None else saw | {"error": run.error})

        run.ended.connect(ended)
        tab._start(run, SimpleNamespace(name="EPCI"))
    except BaseException:
        end({"error": traceback.format_exc()})


QTimer.singleShot(1200, begin)
QTimer.singleShot(1000 * PATIENCE, lambda: end({"error": "nothing came"}))
