"""The findings on the map canvas: their signs, the one that is looked at. The layers are not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsLineString,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvasItem, QgsRubberBand
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from ..standards.engine.arrays import listed
from ..standards.model import Level
from .conformity_findings import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy import ndarray
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from .conformity_findings import Findings

_COLORS = {Level.ERROR: QColor(200, 20, 30), Level.WARNING: QColor(225, 120, 0), Level.INFO: QColor(0, 95, 180)}
_SIGN, _CELL = 11, 8  # pixels: of a sign; of the squares in which one sign stands for all those that would hide it
_AT_A_POINT, _NEAREST = 1000, 100  # scales: at which a point is looked at; the largest
_ROOM = 3  # how many times what is wrong goes into the view: its neighbours are seen too
_HEADER = 9  # bytes of the WKB of a line before its coordinates


class Signs(QgsMapCanvasItem):
    """A sign per place, the gravest first in `signs`; drawn at once whatever their number."""

    def __init__(self, canvas: QgsMapCanvas, signs: Sequence[QPixmap]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._crs = ""
        self._given = np.empty((0, 2))
        self._levels = np.empty(0, np.int8)
        self._places = self._given
        self._signs = signs
        self.setZValue(90)  # below the rubber bands

    def show_places(self, places: ndarray, levels: ndarray, crs: str) -> None:
        """Draws these places, in `crs`, and no other."""
        there = ~np.isnan(places[:, 0])
        self._given, self._levels, self._crs = places[there], levels[there], crs
        self.to_map()

    def to_map(self) -> None:
        """Brings the places to the CRS of the map."""
        self._places = moved(self._given, self._crs, self._canvas)
        self.updatePosition()

    def boundingRect(self) -> QRectF:
        """The whole canvas."""
        return QRectF(self._canvas.rect())

    def updatePosition(self) -> None:
        """The map has moved."""
        self.prepareGeometryChange()
        self.setPos(0, 0)
        self.update()

    def paint(
        self, painter: QPainter | None, _option: QStyleOptionGraphicsItem | None = None, _widget: QWidget | None = None
    ) -> None:
        """One sign per small square of the screen, the gravest."""
        if painter is None or not len(self._places):
            return
        pixels = self._pixels()
        size = self._canvas.size()
        seen = (pixels > -_SIGN).all(axis=1) & (pixels[:, 0] < size.width()) & (pixels[:, 1] < size.height())
        pixels, levels = pixels[seen], self._levels[seen]
        cells = (pixels // _CELL).astype(np.int64)
        # The gravest first: unique() keeps the first of each square.
        order = np.argsort(levels, kind="stable")
        _, first = np.unique(cells[order] @ np.array([1 << 20, 1]), return_index=True)
        kept = order[first][np.argsort(-levels[order[first]], kind="stable")]
        half = _SIGN / 2
        for at in listed(kept):
            corner = QPointF(float(pixels[at, 0]) - half, float(pixels[at, 1]) - half)
            painter.drawPixmap(corner, self._signs[int(levels[at])])

    def _pixels(self) -> ndarray:
        """The places on the screen; the map may be turned."""
        to_pixel = self._canvas.getCoordinateTransform()
        centre = self._canvas.extent().center()
        unit = to_pixel.mapUnitsPerPixel()
        origin, right, up = (
            to_pixel.transform(QgsPointXY(centre.x() + x * unit, centre.y() + y * unit))
            for x, y in ((0, 0), (1, 0), (0, 1))
        )
        turned = np.array(
            [[right.x() - origin.x(), right.y() - origin.y()], [up.x() - origin.x(), up.y() - origin.y()]]
        )
        pixels: ndarray = (self._places - (centre.x(), centre.y())) / unit @ turned + (origin.x(), origin.y())
        return pixels


class SignsOnMap:
    """What a tab shows on the canvas, as long as it is looked at."""

    def __init__(self, canvas: QgsMapCanvas, pixmaps: Callable[[], Sequence[QPixmap]]) -> None:
        self._canvas = canvas
        self._pixmaps = pixmaps
        self._signs: Signs | None = None
        canvas.destinationCrsChanged.connect(self._crs_changed)

    def show_places(self, places: ndarray, levels: ndarray, crs: str) -> None:
        """Draws these places, in `crs`, and no other."""
        if self._signs is None:
            self._signs = Signs(self._canvas, self._pixmaps())
        self._signs.show_places(places, levels, crs)

    def set_visible(self, visible: bool) -> None:
        """Hides it with the tab."""
        if self._signs is not None:
            self._signs.setVisible(visible)

    def clear(self) -> None:
        """Takes everything off the canvas."""
        if self._signs is not None:
            self._canvas.scene().removeItem(self._signs)
            self._signs = None

    def remove(self) -> None:
        """Leaves the canvas for good."""
        self._canvas.destinationCrsChanged.disconnect(self._crs_changed)
        self.clear()

    def _crs_changed(self) -> None:
        if self._signs is not None:
            self._signs.to_map()


class FindingsOnMap(SignsOnMap):
    """The findings, the one that is looked at, and how the canvas is brought there."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas, lambda: [sign(level) for level in LEVELS])
        self._band: QgsRubberBand | None = None
        self._after: QgsRubberBand | None = None  # what a feature would become
        self._looked_at: tuple[QgsGeometry, str] | None = None

    def show(self, findings: Findings, positions: ndarray) -> None:
        """Draws the findings at these positions, and no other."""
        self.show_places(findings.places[positions], findings.levels[positions], findings.crs)

    def look_at(
        self, geometry: QgsGeometry, crs: str, level: Level, *, go: bool = True, after: QgsGeometry | None = None
    ) -> None:
        """Outlines a geometry; `go`: brings the canvas to it and flashes it; `after`: what a feature would become."""
        self._leave()
        self._looked_at = geometry, crs
        system = QgsCoordinateReferenceSystem(crs)
        self._band = QgsRubberBand(self._canvas, geometry.type())
        self._band.setStrokeColor(_COLORS[level])
        self._band.setSecondaryStrokeColor(QColor(255, 255, 255, 200))
        self._band.setFillColor(QColor(*_COLORS[level].getRgb()[:3], 60))
        self._band.setWidth(2)
        if geometry.type() == Qgis.GeometryType.Point:
            self._band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
            self._band.setIconSize(_SIGN * 2)
        self._band.setToGeometry(geometry, system)
        if after is not None and after.type() == Qgis.GeometryType.Polygon:
            self._after = QgsRubberBand(self._canvas, after.type())
            self._after.setStrokeColor(_COLORS[Level.INFO])
            self._after.setFillColor(QColor(0, 0, 0, 0))
            self._after.setLineStyle(Qt.PenStyle.DashLine)
            self._after.setWidth(2)
            self._after.setToGeometry(after, system)
        if go:
            self._go(geometry, system)
            self._canvas.flashGeometries([geometry], system)

    def clear(self) -> None:
        """Takes everything off the canvas."""
        self._leave()
        super().clear()

    def set_visible(self, visible: bool) -> None:
        """Hides it with the tab."""
        super().set_visible(visible)
        for item in (self._band, self._after):
            if item is not None:
                item.setVisible(visible)

    def view(self, crs: str) -> QgsRectangle | None:
        """What the canvas shows, in `crs`; None where that can't be told."""
        transform = _between(self._canvas.mapSettings().destinationCrs(), QgsCoordinateReferenceSystem(crs))
        try:
            return transform.transformBoundingBox(self._canvas.extent())
        except QgsCsException:
            return None

    def _leave(self) -> None:
        self._looked_at = None
        for band in (self._band, self._after):
            if band is not None:
                self._canvas.scene().removeItem(band)
        self._band = self._after = None

    def _crs_changed(self) -> None:
        super()._crs_changed()
        if self._after is not None:  # looked at again, it will be in the CRS of the map
            self._canvas.scene().removeItem(self._after)
            self._after = None
        if self._band is not None and self._looked_at is not None:
            self._band.setToGeometry(self._looked_at[0], QgsCoordinateReferenceSystem(self._looked_at[1]))

    def _go(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        try:
            target = self._canvas.mapSettings().destinationCrs()
            box = _between(crs, target).transformBoundingBox(geometry.boundingBox())
        except QgsCsException:
            return
        box.scale(_ROOM)
        if box.isEmpty():
            self._canvas.setCenter(box.center())
            self._canvas.zoomScale(_AT_A_POINT)
        else:
            self._canvas.setExtent(box)
        if self._canvas.scale() < _NEAREST:
            self._canvas.zoomScale(_NEAREST)
        self._canvas.refresh()


def moved(places: ndarray, crs: str, canvas: QgsMapCanvas) -> ndarray:
    """Places brought to the CRS of the map; none of them where that can't be done."""
    target = canvas.mapSettings().destinationCrs()
    source = QgsCoordinateReferenceSystem(crs)
    if not len(places) or not source.isValid() or not target.isValid() or source == target:
        return places
    if len(places) == 1:  # a line has two ends
        return moved(np.repeat(places, 2, axis=0), crs, canvas)[:1]
    line = QgsLineString([float(x) for x in places[:, 0]], [float(y) for y in places[:, 1]])
    try:
        line.transform(_between(source, target))
    except QgsCsException:
        return np.empty((0, 2))
    return np.frombuffer(bytes(line.asWkb()), "<f8", offset=_HEADER).reshape(-1, 2)


def _between(source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(source, target, QgsProject.instance())


def sign(level: Level) -> QPixmap:
    """● an error, ▲ a warning, ■ an information."""
    pixmap = QPixmap(_SIGN, _SIGN)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(255, 255, 255), 1))
    painter.setBrush(_COLORS[level])
    inside = QRectF(1, 1, _SIGN - 2, _SIGN - 2)
    if level is Level.ERROR:
        painter.drawEllipse(inside)
    elif level is Level.WARNING:
        painter.drawPolygon(QPolygonF([QPointF(_SIGN / 2, 0.5), inside.bottomRight(), inside.bottomLeft()]))
    else:
        painter.drawRect(inside)
    painter.end()
    return pixmap
