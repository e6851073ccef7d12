"""Plays a scenario in a real QGIS, step by step, and writes down what it saw: for the scripts of `qgis --code`.

DATA_TERRITOIRES_SAW names the JSON of what was seen, DATA_TERRITOIRES_PICTURES the folder of the pictures.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QRect, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from qgis.PyQt.QtWidgets import QWidget

    Saw = dict[str, object]
    Steps = Iterator[Callable[[], bool] | float]  # what each `yield` waits for: seconds, or a question answered yes

SAW = Path(os.environ["DATA_TERRITOIRES_SAW"])
PICTURES = Path(os.environ["DATA_TERRITOIRES_PICTURES"])
BEAT, TICK, STARTED = 10, 20, 1200  # milliseconds
PATIENCE = 40  # seconds for one step


class Pulse:
    """A beat on the main thread: the longest time without one is the longest stall.

    Told twice: by the clock, which other programs of the machine lengthen too, and by what the thread itself computed.
    """

    def __init__(self) -> None:
        self.worst: dict[str, int] = {}
        self.worst_work: dict[str, int] = {}
        self.step = "start"
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self.forgive()
        self._timer.start()

    def forgive(self) -> None:
        """What took time since the last beat was the script's own doing."""
        self._last, self._last_work = time.monotonic(), time.thread_time()

    def _beat(self) -> None:
        late = round(1000 * (time.monotonic() - self._last)) - BEAT
        work = round(1000 * (time.thread_time() - self._last_work))
        self.worst[self.step] = max(self.worst.get(self.step, 0), late)
        self.worst_work[self.step] = max(self.worst_work.get(self.step, 0), work)
        self.forgive()


PULSE = Pulse()
_clock = QTimer()


def picture(name: str, of: QWidget | None = None) -> None:
    """The whole screen (menus and lists that are windows of their own are on it), or a widget alone."""
    whole = QApplication.primaryScreen().grabWindow(0)
    if of is not None:
        whole = whole.copy(QRect(of.mapToGlobal(of.rect().topLeft()), of.size()))
    whole.save(str(PICTURES / f"{name}.png"))
    PULSE.forgive()


def play(scenario: Callable[[Saw], Steps], last: str) -> None:
    """Plays the scenario once QGIS has started, without ever holding the main thread; `last`: its last picture."""
    QTimer.singleShot(STARTED, lambda: _run(scenario, last))


def _run(scenario: Callable[[Saw], Steps], last: str) -> None:
    saw: Saw = {}
    steps = scenario(saw)
    until: list[object] = [0.0, time.monotonic()]

    def end(code: int) -> None:
        saw["stalls"], saw["work"] = PULSE.worst, PULSE.worst_work
        SAW.write_text(json.dumps(saw, ensure_ascii=False, indent=1), encoding="utf-8")
        picture(last)
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

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        saw["error"] = "".join(traceback.format_exception(kind, error, trace))
        end(1)  # QGIS would open a window and wait for somebody

    sys.excepthook = hook
    _clock.timeout.connect(turn)
    _clock.start(TICK)
