"""Run by `qgis --code` (tools/desktop.sh, `make qgis`): opens the dock; without a screen, photographs it."""

from __future__ import annotations

import os
import sys
import time
import traceback
from typing import Any

from qgis import utils
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication

QGIS: Any = utils.iface
PICTURE = os.environ.get("DATA_TERRITOIRES_PICTURE")
TERRITORY = os.environ.get("DATA_TERRITOIRES_TERRITORY", "epci:000000001")  # that of the training kit
STARTED, STEP, PATIENCE, DRAWN = 1200, 100, 20.0, 1500  # milliseconds; seconds for PATIENCE


def show() -> None:
    """Opens the dock. With somebody in front of the screen, the rest is theirs."""
    try:
        dock = utils.plugins["data_territoires_plugin"].show_dock()
        if PICTURE is None:
            return
        QGIS.mainWindow().setGeometry(QApplication.primaryScreen().geometry())
        QGIS.newProject()  # the map in the place of the welcome page
        from data_territoires_plugin.territory import territory

        dock.header.choose(territory(TERRITORY))
    except Exception:
        traceback.print_exc()
        leave(1)
        return
    wait_for_it(dock, time.monotonic())


def wait_for_it(dock: Any, since: float) -> None:
    """Until the outline is on the map and the catalogue in its tree, or the dock says why not."""
    ready = dock.header.outline is not None and dock.clip_tab.catalogue.model is not None
    if ready or dock.messages.text() or time.monotonic() - since > PATIENCE:
        QTimer.singleShot(DRAWN, take)
    else:
        QTimer.singleShot(STEP, lambda: wait_for_it(dock, since))


def take() -> None:
    """The picture, and the end."""
    QApplication.primaryScreen().grabWindow(0).save(str(PICTURE))  # type: ignore[arg-type]
    leave(0)


def leave(code: int) -> None:
    """Ends QGIS without a question about the project."""
    sys.stdout.flush()
    if PICTURE is not None:
        os._exit(code)


QTimer.singleShot(STARTED, show)
