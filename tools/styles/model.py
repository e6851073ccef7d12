"""A style before it is written: its symbols with their legend, its labels, its scales, the fields it reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsAction,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsMapLayer,
    QgsReadWriteContext,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtXml import QDomDocument

from .labels import Label, labelling
from .qml import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

POINT, LINE, AREA = "Point", "LineString", "Polygon"
Category = tuple["str | Sequence[str]", str, QgsSymbol]
OTHERS = ""


# QGIS finds the action of a click on the map by an identifier, which must not change from run to run.
_ACTION = "{{D7A00000-0000-4000-8000-{number:012d}}}"


@dataclass(frozen=True)
class Action:
    """An address that a click on a feature opens; `[% "field" %]` in it is filled in. The first is that of the map."""

    title: str
    address: str


@dataclass(frozen=True)
class Style:
    """What `resources/styles/<name>.qml` is made from. `smallest` is a scale denominator: beyond, nothing is drawn."""

    name: str
    geometry: str
    renderer: QgsFeatureRenderer
    fields: Sequence[str] = ()
    labels: Sequence[Label] = field(default=())
    smallest: float = 0.0
    multiply: bool = False
    actions: Sequence[Action] = field(default=())

    def qml(self) -> str:
        """The text of the QML file: the same from run to run."""
        columns = "".join(f"&field={name}:string" for name in self.fields)
        layer = QgsVectorLayer(f"{self.geometry}?crs=EPSG:2154{columns}", self.name, "memory")
        layer.setRenderer(self.renderer.clone())
        made = labelling(self.labels)
        layer.setLabeling(made)
        layer.setLabelsEnabled(made is not None)
        if self.smallest:
            layer.setScaleBasedVisibility(True)
            layer.setMinimumScale(self.smallest)
        if self.multiply:
            # Zonings tint what lies under them instead of hiding it.
            layer.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
        document = QDomDocument()
        parts = QgsMapLayer.StyleCategory
        wanted = parts.Symbology | parts.Labeling | parts.Rendering
        made_up = self._add_actions(layer)
        if made_up:
            wanted |= parts.Actions
        layer.exportNamedStyle(document, QgsReadWriteContext(), wanted)
        text = document.toString()
        for number, identifier in enumerate(made_up, 1):
            text = text.replace(identifier, _ACTION.format(number=number))
        return tidy(text, self.name)

    def _add_actions(self, layer: QgsVectorLayer) -> list[str]:
        """Gives the layer its actions; their identifiers, drawn at random by QGIS."""
        made_up = []
        for action in self.actions:
            opened = QgsAction(
                Qgis.AttributeActionType.OpenUrl, action.title, action.address, "", False, action.title,
                {"Canvas", "Feature", "Field"},
            )  # fmt: skip
            layer.actions().addAction(opened)
            made_up.append(opened.id().toString())
            if len(made_up) == 1:
                layer.actions().setDefaultAction("Canvas", opened.id())
        return made_up


def single(symbol: QgsSymbol) -> QgsFeatureRenderer:
    """One symbol for all features: the name of the layer is its legend."""
    return QgsSingleSymbolRenderer(symbol)


def by_value(expression: str, categories: Sequence[Category]) -> QgsFeatureRenderer:
    """One symbol per value, or list of values, of a field or expression; `OTHERS` takes the rest.

    A field is named without quotes.
    """
    made = [
        QgsRendererCategory(list(value) if not isinstance(value, str) else value, symbol, legend)
        for value, legend, symbol in categories
    ]
    return QgsCategorizedSymbolRenderer(expression, made)


@dataclass(frozen=True)
class Rule:
    """One line of a legend: the features it takes, and the scale denominator beyond which it is not drawn."""

    when: str
    legend: str
    symbol: QgsSymbol
    smallest: float = 0.0


def by_rule(rules: Sequence[Rule], *, levels: bool = False) -> QgsFeatureRenderer:
    """Rules; with `levels`, the symbol layers of all features are drawn level after level (casings first)."""
    root = QgsRuleBasedRenderer.Rule(None)
    for rule in rules:
        child = QgsRuleBasedRenderer.Rule(rule.symbol, 0, int(rule.smallest), rule.when, rule.legend)
        if rule.when == "ELSE":
            child.setIsElse(True)
        root.appendChild(child)
    renderer = QgsRuleBasedRenderer(root)
    renderer.setUsingSymbolLevels(levels)
    return renderer
