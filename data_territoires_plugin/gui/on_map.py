"""The perimeter on the map canvas, and the tool that draws one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
    from qgis.PyQt.QtGui import QKeyEvent

    from .choice import Outline

_LINE = QColor(190, 30, 45)  # read on a plan as on a photograph, with its white edge
_EDGE = QColor(255, 255, 255, 200)
_MARGIN = 1.05
_CORNERS = 3


class PerimeterBand:
    """The perimeter drawn over the map, without a fill: the map stays readable."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._band: QgsRubberBand | None = None
        self._outline: Outline | None = None
        canvas.destinationCrsChanged.connect(self._redraw)

    def show(self, outline: Outline) -> None:
        """Draws an outline in the place of the previous one."""
        self._outline = outline
        if self._band is None:
            self._band = QgsRubberBand(self._canvas, Qgis.GeometryType.Polygon)
            self._band.setStrokeColor(_LINE)
            self._band.setSecondaryStrokeColor(_EDGE)
            self._band.setFillColor(QColor(0, 0, 0, 0))
            self._band.setWidth(2)
        self._redraw()
        self._band.show()

    def _redraw(self) -> None:
        """A rubber band keeps the coordinates of the map: another CRS of the map, other coordinates."""
        if self._band is not None and self._outline is not None:
            self._band.setToGeometry(self._outline.geometry, self._outline.crs)

    def remove(self) -> None:
        """Leaves the canvas for good."""
        self._canvas.destinationCrsChanged.disconnect(self._redraw)
        self.clear()

    def clear(self) -> None:
        """Takes the drawing off the canvas."""
        self._outline = None
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None

    def set_visible(self, visible: bool) -> None:
        """Hides it with the dock."""
        if self._band is not None:
            self._band.setVisible(visible)

    def zoom(self) -> bool:
        """Brings the canvas to the perimeter; False where there is none, or its CRS can't be brought to the map's."""
        if self._outline is None:
            return False
        target = self._canvas.mapSettings().destinationCrs()
        box = self._outline.geometry.boundingBox()
        if target.isValid() and target != self._outline.crs:
            try:
                box = QgsCoordinateTransform(self._outline.crs, target, QgsProject.instance()).transformBoundingBox(box)
            except QgsCsException:
                return False
        box.scale(_MARGIN)
        self._canvas.setExtent(box)
        self._canvas.refresh()
        return True


class DrawPolygonTool(QgsMapTool):
    """A click adds a corner, a right click ends, Backspace takes the last corner back, Esc cancels."""

    drawn = pyqtSignal(object)  # QgsGeometry in the CRS of the canvas
    ended = pyqtSignal()  # whether drawn or not

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._corners: list[QgsPointXY] = []
        self._band = QgsRubberBand(canvas, Qgis.GeometryType.Polygon)
        self._band.setStrokeColor(_LINE)
        self._band.setFillColor(QColor(_LINE.red(), _LINE.green(), _LINE.blue(), 40))
        self._band.setWidth(2)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent | None) -> None:
        """A corner, or the end."""
        if event is None:
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self._corners.append(event.mapPoint())
            self._redraw(event.mapPoint())
        elif event.button() == Qt.MouseButton.RightButton:
            self._finish()

    def canvasMoveEvent(self, event: QgsMapMouseEvent | None) -> None:
        """The side being drawn follows the pointer."""
        if event is not None and self._corners:
            self._redraw(event.mapPoint())

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Esc and Backspace."""
        if event is None:
            return
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.give_up()
        elif event.key() == Qt.Key.Key_Backspace and self._corners:
            event.accept()
            self._corners.pop()
            self._redraw(self._corners[-1] if self._corners else None)

    def give_up(self) -> None:
        """Ends without a polygon."""
        self._clear()
        self.ended.emit()

    def deactivate(self) -> None:
        """Another tool was taken: the drawing is dropped."""
        self._clear()
        super().deactivate()

    def remove(self) -> None:
        """Takes its drawing off the canvas for good."""
        self.canvas().scene().removeItem(self._band)

    def _finish(self) -> None:
        corners = list(self._corners)
        if len(corners) < _CORNERS:
            self.give_up()
            return
        self._clear()
        self.ended.emit()
        self.drawn.emit(QgsGeometry.fromPolygonXY([[*corners, corners[0]]]))

    def _redraw(self, pointer: QgsPointXY | None) -> None:
        self._band.reset(Qgis.GeometryType.Polygon)
        for point in [*self._corners, pointer] if pointer is not None else []:
            self._band.addPoint(point)

    def _clear(self) -> None:
        self._corners = []
        self._band.reset(Qgis.GeometryType.Polygon)
