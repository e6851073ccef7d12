"""The plan on the map canvas: a sign where each feature will be created, replaced, deleted, or is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from .conformity_map import SignsOnMap, moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.gui import QgsMapCanvas

    from .publication_model import Line

ACTIONS = ("refused", "delete", "replace", "create")  # the gravest first: it hides the others
_COLORS = {
    "refused": QColor(225, 120, 0), "delete": QColor(200, 20, 30), "replace": QColor(0, 95, 180),
    "create": QColor(20, 130, 60),
}  # fmt: skip
_SIGN = 13  # pixels
_ROOM = 1.1


class PlanOnMap(SignsOnMap):
    """The plan, and how the canvas is brought there."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas, lambda: [sign(action) for action in ACTIONS])
        self._crs = ""
        self._places = np.empty((0, 2))

    def show(self, lines: Sequence[Line], crs: str) -> None:
        """Draws these lines, whose places are in `crs`, and no other."""
        known = [line for line in lines if line.place is not None]
        self._crs = crs
        self._places = np.array([line.place for line in known], float).reshape(-1, 2)
        levels = np.array([ACTIONS.index(line.action) for line in known], np.int8)
        self.show_places(self._places, levels, crs)

    def zoom(self) -> None:
        """Brings the canvas to the whole plan."""
        places = moved(self._places, self._crs, self._canvas)
        if not len(places):
            return
        (left, bottom), (right, top) = places.min(axis=0), places.max(axis=0)
        box = QgsRectangle(float(left), float(bottom), float(right), float(top))
        if box.isEmpty():
            self._canvas.setCenter(box.center())
        else:
            box.scale(_ROOM)
            self._canvas.setExtent(box)
        self._canvas.refresh()

    def look_at(self, line: Line) -> None:
        """Brings the canvas to one feature, and flashes it."""
        if line.place is None:
            return
        point = QgsGeometry.fromPointXY(QgsPointXY(*line.place))
        places = moved(np.array([line.place]), self._crs, self._canvas)
        if len(places):
            self._canvas.setCenter(QgsPointXY(float(places[0, 0]), float(places[0, 1])))
            self._canvas.refresh()
        self._canvas.flashGeometries([point], QgsCoordinateReferenceSystem(self._crs))


def sign(action: str) -> QPixmap:
    """+ what comes, ● what is replaced, × what goes, ▲ what is refused."""
    pixmap = QPixmap(_SIGN, _SIGN)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside, half = QRectF(2, 2, _SIGN - 4, _SIGN - 4), _SIGN / 2
    if action in ("create", "delete"):
        cross = (
            (QPointF(half, 2), QPointF(half, _SIGN - 2), QPointF(2, half), QPointF(_SIGN - 2, half))
            if action == "create"
            else (inside.topLeft(), inside.bottomRight(), inside.topRight(), inside.bottomLeft())
        )
        for pen in (QPen(QColor(255, 255, 255), 5), QPen(_COLORS[action], 3)):
            painter.setPen(pen)
            painter.drawLine(cross[0], cross[1])
            painter.drawLine(cross[2], cross[3])
    else:
        painter.setPen(QPen(QColor(255, 255, 255), 1))
        painter.setBrush(_COLORS[action])
        if action == "replace":
            painter.drawEllipse(inside)
        else:
            painter.drawPolygon(QPolygonF([QPointF(half, 1), inside.bottomRight(), inside.bottomLeft()]))
    painter.end()
    return pixmap
