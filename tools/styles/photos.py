"""Photographs taken from the ground: where, which way they look, and the picture itself by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProperty, QgsSimpleMarkerSymbolLayer, QgsSymbolLayer
from qgis.PyQt.QtCore import QPointF

from .model import POINT, Action, Style, single
from .symbols import Shape, far, mark, near, point, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_INK, _WHITE = "#b5521b", "#ffffff"
_AHEAD = 1.875  # millimetres from the place to the head of the arrow


def _arrow() -> QgsSymbolLayer:
    """The head of an arrow, turned by the azimuth: clockwise from the north, as markers turn."""
    head = mark(_INK, 2.2, Shape.Triangle, _WHITE, 0.2)
    if isinstance(head, QgsSimpleMarkerSymbolLayer):
        head.setOffset(QPointF(0, -_AHEAD))
    head.setDataDefinedProperty(QgsSymbolLayer.Property.Angle, QgsProperty.fromExpression('coalesce("azimut", 0)'))
    return shown(head, f'"azimut" IS NOT NULL AND {near(10_000)}')


def styles() -> Iterator[Style]:
    """The photographs."""
    place = shown(mark(_INK, 2.0, edge=_WHITE, edge_width=0.3), near(10_000))
    yield Style(
        "photo",
        POINT,
        single(point(_arrow(), place, shown(mark(_INK, 1.0), far(10_000)))),
        ["azimut", "photo"],
        smallest=50_000,
        actions=[Action("Ouvrir la photo", '[% "photo" %]')],
    )
