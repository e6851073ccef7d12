"""Something to do a little later, if the window is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtCore import QObject


def later(owner: QObject, milliseconds: int, action: Callable[[], object]) -> None:
    """Calls `action` once, unless `owner` has gone by then (QTimer.singleShot would call it all the same)."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(action)
    timer.timeout.connect(timer.deleteLater)
    timer.start(milliseconds)
