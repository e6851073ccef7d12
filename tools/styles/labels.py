"""Labels: one font, a light halo, and the scales between which they are readable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsAbstractVectorLayerLabeling,
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsTextBackgroundSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QFont

from .palette import INK, colour, families

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = Qgis.LabelPlacement


@dataclass(frozen=True)
class Label:
    """A label: what it says (a QGIS expression), how it looks, from which scale to which.

    `smallest` and `largest` are denominators: 25000 and 0 mean from 1:25 000 down to the ground. `plate` is the
    colour of a road sign behind the text. `when` limits it to some features (then `legend` names the rule).
    """

    text: str
    smallest: float
    largest: float = 0.0
    size: float = 8.0
    ink: str = INK
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    spacing: float = 0.0
    place: Place = Place.Horizontal
    halo: float = 0.8
    plate: str = ""
    merge: bool = False
    least: float = 0.0
    priority: int = 5
    when: str = ""
    legend: str = ""

    def settings(self) -> QgsPalLayerSettings:
        """The same thing in QGIS's words."""
        made = QgsPalLayerSettings()
        made.fieldName, made.isExpression = self.text, True
        made.setFormat(self._format())
        made.placement = self.place
        made.scaleVisibility = True
        made.minimumScale, made.maximumScale = self.smallest, self.largest
        made.priority = self.priority
        made.centroidInside = True
        made.multilineAlign = Qgis.LabelMultiLineAlignment.Center
        self._place(made)
        return made

    def _place(self, made: QgsPalLayerSettings) -> None:
        lines = made.lineSettings()
        lines.setMergeLines(self.merge)
        lines.setPlacementFlags(Qgis.LabelLinePlacementFlag.OnLine)
        made.setLineSettings(lines)
        thinning = made.thinningSettings()
        thinning.setMinimumFeatureSize(self.least)
        made.setThinningSettings(thinning)
        if self.place == Place.OverPoint:
            made.quadOffset = Qgis.LabelQuadrantPosition.AboveRight
            made.dist = 0.4
        if self.place == Place.Curved:
            made.repeatDistance, made.repeatDistanceUnit = 90.0, Qgis.RenderUnit.Millimeters

    def _format(self) -> QgsTextFormat:
        font = QFont(families()[0])
        font.setBold(self.bold)
        font.setItalic(self.italic)
        if self.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.spacing)
        made = QgsTextFormat()
        made.setFont(font)
        made.setFamilies(list(families()))
        made.setSize(self.size)
        made.setColor(colour(self.ink))
        if self.capitals:
            made.setCapitalization(Qgis.Capitalization.AllUppercase)
        if self.plate:
            made.setBackground(_plate(self.plate))
        else:
            made.setBuffer(_halo(self.halo))
        return made


def _halo(width: float) -> QgsTextBufferSettings:
    made = QgsTextBufferSettings()
    made.setEnabled(width > 0)
    made.setSize(width)
    made.setColor(colour("#ffffff", 215))
    return made


def _plate(code: str) -> QgsTextBackgroundSettings:
    made = QgsTextBackgroundSettings()
    made.setEnabled(True)
    made.setType(QgsTextBackgroundSettings.ShapeType.ShapeRectangle)
    made.setSizeType(QgsTextBackgroundSettings.SizeType.SizeBuffer)
    made.setSize(QSizeF(0.7, 0.3))
    made.setRadii(QSizeF(0.5, 0.5))
    made.setFillColor(colour(code))
    made.setStrokeColor(colour("#ffffff"))
    made.setStrokeWidth(0.2)
    return made


def labelling(labels: Sequence[Label]) -> QgsAbstractVectorLayerLabeling | None:
    """The labelling of a layer: none, one for all features, or rules when there are several."""
    if not labels:
        return None
    if len(labels) == 1 and not labels[0].when:
        return QgsVectorLayerSimpleLabeling(labels[0].settings())
    root = QgsRuleBasedLabeling.Rule(None)
    for label in labels:
        # The scales are those of the settings; the rule has its own, which the interface shows.
        rule = QgsRuleBasedLabeling.Rule(label.settings(), label.largest, label.smallest, label.when)
        rule.setDescription(label.legend)
        root.appendChild(rule)
    return QgsRuleBasedLabeling(root)
