"""Whether a layer was edited since it was last looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject

if TYPE_CHECKING:
    from qgis.PyQt.QtCore import pyqtBoundSignal


class Edits(QObject):
    """Watches the layers that were asked about. Main thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = 0
        self._watched: dict[str, tuple[QgsVectorLayer, int]] = {}  # id → the layer, the number of its last edit

    def of(self, layer: QgsVectorLayer) -> int:
        """A number that changes whenever the layer is edited, saved, rolled back or read again."""
        if layer.id() not in self._watched:
            self._mark(layer)
            for signal in _signals(layer):
                signal.connect(self._edited)
            layer.willBeDeleted.connect(self._gone)
        return self._watched[layer.id()][1]

    def stop(self) -> None:
        """Nothing of ours may be called back afterwards."""
        for layer, _ in self._watched.values():
            for signal in _signals(layer):
                signal.disconnect(self._edited)
            layer.willBeDeleted.disconnect(self._gone)
        self._watched.clear()

    def _mark(self, layer: QgsVectorLayer) -> None:
        self._last += 1
        self._watched[layer.id()] = layer, self._last

    def _edited(self, *_what: object) -> None:
        layer = self.sender()
        if isinstance(layer, QgsVectorLayer):
            self._mark(layer)

    def _gone(self) -> None:
        """Another layer may take its id: the same project, opened again."""
        layer = self.sender()
        if isinstance(layer, QgsVectorLayer):
            self._watched.pop(layer.id(), None)


def _signals(layer: QgsVectorLayer) -> tuple[pyqtBoundSignal, ...]:
    return layer.layerModified, layer.dataChanged, layer.afterCommitChanges, layer.afterRollBack
