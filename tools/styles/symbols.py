"""The few symbol layers that every style is made of. Sizes are millimetres on paper unless they say metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapUnitScale,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPointPatternFillSymbolLayer,
    QgsProperty,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import Qt

from .palette import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

Shape = Qgis.MarkerShape


def polygon(*layers: QgsSymbolLayer) -> QgsFillSymbol:
    """A polygon symbol, its layers from bottom to top."""
    return QgsFillSymbol(list(layers))


def path(*layers: QgsSymbolLayer) -> QgsLineSymbol:
    """A line symbol, its layers from bottom to top."""
    return QgsLineSymbol(list(layers))


def point(*layers: QgsSymbolLayer) -> QgsMarkerSymbol:
    """A point symbol, its layers from bottom to top."""
    return QgsMarkerSymbol(list(layers))


def area(code: str, alpha: int = 255) -> QgsSymbolLayer:
    """A plain fill without outline."""
    layer = QgsSimpleFillSymbolLayer(colour(code, alpha))
    layer.setStrokeStyle(Qt.PenStyle.NoPen)
    return layer


def stroke(
    code: str,
    width: float,
    dash: Sequence[float] = (),
    *,
    alpha: int = 255,
    cap: Qt.PenCapStyle = Qt.PenCapStyle.FlatCap,
    metres: tuple[float, float, float] | None = None,
    inside: float = 0.0,
) -> QgsSymbolLayer:
    """A line, or the outline of a polygon.

    `dash` is drawn and empty lengths by turns. `metres` replaces the width by (metres on the ground, at least, at
    most millimetres on paper), so that a line grows with the scale and stays readable. `inside` moves an outline
    towards the inside of its polygon.
    """
    layer = QgsSimpleLineSymbolLayer(colour(code, alpha), width)
    layer.setPenCapStyle(cap)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setOffset(inside)
    if dash:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(dash))
    if metres is not None:
        ground, least, most = metres
        layer.setWidth(ground)
        layer.setWidthUnit(Qgis.RenderUnit.MetersInMapUnits)
        layer.setWidthMapUnitScale(_between(least, most))
    return layer


def _between(least: float, most: float) -> QgsMapUnitScale:
    scale = QgsMapUnitScale()
    scale.minSizeMMEnabled = scale.maxSizeMMEnabled = True
    scale.minSizeMM, scale.maxSizeMM = least, most
    return scale


def hatch(code: str, angle: float, distance: float, width: float = 0.2, *, alpha: int = 255) -> QgsSymbolLayer:
    """Parallel lines, `distance` millimetres apart, at `angle` degrees."""
    layer = QgsLinePatternFillSymbolLayer()
    layer.setLineAngle(angle)
    layer.setDistance(distance)
    layer.setSubSymbol(path(stroke(code, width, alpha=alpha)))
    return layer


def dots(code: str, distance: float, size: float, shape: Shape = Shape.Circle, *, alpha: int = 255) -> QgsSymbolLayer:
    """Small marks in quincunx, `distance` millimetres apart."""
    layer = QgsPointPatternFillSymbolLayer()
    layer.setDistanceX(distance)
    layer.setDistanceY(distance * 0.87)
    layer.setDisplacementX(distance / 2)
    layer.setSubSymbol(point(mark(code, size, shape, alpha=alpha)))
    return layer


def mark(
    code: str, size: float, shape: Shape = Shape.Circle, edge: str = "", edge_width: float = 0.2, *, alpha: int = 255
) -> QgsSymbolLayer:
    """A simple mark; without `edge`, crosses and lines take the mark's own colour."""
    layer = QgsSimpleMarkerSymbolLayer(shape, size)
    layer.setColor(colour(code, alpha))
    layer.setStrokeWidth(edge_width)
    layer.setStrokeColor(colour(edge or code, alpha))
    if not edge and QgsSimpleMarkerSymbolLayer.shapeIsFilled(shape):
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    return layer


def beads(code: str, every: float, size: float, shape: Shape = Shape.Circle, width: float = 0.2) -> QgsSymbolLayer:
    """Marks along a line, `every` so many millimetres."""
    layer = QgsMarkerLineSymbolLayer(True, every)
    layer.setSubSymbol(point(mark(code, size, shape, edge_width=width)))
    return layer


def near(scale: int) -> str:
    """An expression: true from 1:`scale` down to the ground, and in a legend, which has no scale."""
    return f"coalesce(@map_scale, 0) <= {scale}"


def far(scale: int) -> str:
    """The contrary of `near`."""
    return f"coalesce(@map_scale, 0) > {scale}"


def beyond(scale: int) -> str:
    """An expression: true further than 1:`scale`, and in a legend too."""
    return f"NOT coalesce(@map_scale <= {scale}, false)"


def shown(layer: QgsSymbolLayer, when: str) -> QgsSymbolLayer:
    """The layer, drawn only where the expression `when` is true (often a condition on `@map_scale`)."""
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.LayerEnabled, QgsProperty.fromExpression(when))
    return layer


def at_level(layer: QgsSymbolLayer, level: int) -> QgsSymbolLayer:
    """The layer, drawn at that level when the renderer uses symbol levels (0 is drawn first)."""
    layer.setRenderingPass(level)
    return layer
