"""What SLD can't say of the style of a layer, in words, before it is sent."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFontMarkerSymbolLayer,
    QgsRenderContext,
    QgsRuleBasedLabeling,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QPainter

from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qgis.core import QgsPalLayerSettings, QgsVectorLayer

# Symbol layers that QGIS writes as SLD (its own toSld); the others come out as nothing, or as something else.
_WRITTEN = frozenset(
    {
        "SimpleMarker", "SvgMarker", "FontMarker", "SimpleLine", "MarkerLine", "SimpleFill", "LinePatternFill",
        "PointPatternFill", "SVGFill", "CentroidFill", "RasterMarker", "EllipseMarker",
    }
)  # fmt: skip


def losses(layer: QgsVectorLayer) -> Iterator[str]:
    """What of a style is lost by SLD, each thing once."""
    renderer = layer.renderer()
    if renderer is None:
        return
    kind = _kinds().get(renderer.type())
    if kind:
        yield kind
    over = QPainter.CompositionMode.CompositionMode_SourceOver
    if layer.blendMode() != over or layer.featureBlendMode() != over:
        yield tr("Blending of the layer (multiply, overlay…): it is drawn plainly.")
    effects = [renderer.paintEffect(), *(one.paintEffect() for one in all_symbol_layers(layer))]
    if any(effect is not None and effect.enabled() and not _plain(effect) for effect in effects):
        yield tr("Draw effects (shadow, glow, blur…).")
    if layer.opacity() < 1:
        yield tr("Opacity of the whole layer: set it on the symbols.")
    yield from _of_symbols(layer)
    if layer.labelsEnabled() and layer.labeling() is not None:
        yield from _of_labels(layer)
    if layer.diagramsEnabled():
        yield tr("Diagrams.")


def _kinds() -> dict[str, str]:
    return {
        "heatmapRenderer": tr("Heat map."),
        "pointCluster": tr("Grouping of neighbouring points: each one is drawn."),
        "pointDisplacement": tr("Displacement of neighbouring points: they are drawn where they are."),
        "invertedPolygonRenderer": tr("Inverted polygons: the inside is drawn."),
        "mergedFeatureRenderer": tr("Merged features: each one is drawn."),
        "25dRenderer": tr("2.5D buildings."),
        "embeddedSymbol": tr("Symbols kept in the features."),
    }


def all_symbol_layers(layer: QgsVectorLayer) -> Iterator[QgsSymbolLayer]:
    """Every symbol layer of a style, those of symbols within symbols too."""
    if layer.renderer() is None:
        return
    for symbol in layer.renderer().symbols(QgsRenderContext()):
        yield from _within(symbol)


def _within(symbol: QgsSymbol | None) -> Iterator[QgsSymbolLayer]:
    for one in symbol.symbolLayers() if symbol is not None else ():
        yield one
        yield from _within(one.subSymbol())


def _plain(effect: Any) -> bool:
    """Whether an effect draws the thing itself and nothing more."""
    inside = effect.effectList() if hasattr(effect, "effectList") else [effect]
    return all(one.type() == "drawSource" or not one.enabled() for one in inside)


def _of_symbols(layer: QgsVectorLayer) -> Iterator[str]:
    found = list(all_symbol_layers(layer))
    unknown = sorted({one.layerType() for one in found} - _WRITTEN)
    if unknown:
        yield tr("Kinds of symbols: {names}.").format(names=", ".join(unknown))
    fonts = sorted({one.fontFamily() for one in found if isinstance(one, QgsFontMarkerSymbolLayer)})
    if fonts:
        yield tr("Signs of a font, that the server may not have: {names}.").format(names=", ".join(fonts))
    named: set[str] = set()
    for one in found:
        definitions = one.propertyDefinitions()
        for key in one.dataDefinedProperties().propertyKeys():
            if one.dataDefinedProperties().isActive(key):
                named.add(definitions[key].description())
    if named:
        yield tr("Set by data: {names}. Simple ones may pass, check them.").format(names=", ".join(sorted(named)))


def named_in(qml: str, columns: Iterable[str]) -> set[str]:
    """The columns whose name is found in a style, as a word: rules that are switched off count too."""
    return {
        name for name in columns if re.search(rf'(?<!\w){re.escape(html.escape(name))}(?!\w|=")', qml, re.IGNORECASE)
    }


def columns_of(layer: QgsVectorLayer) -> set[str]:
    """The columns of a layer that its symbols and its labels look at."""
    context = QgsRenderContext()
    used = set(layer.renderer().usedAttributes(context)) if layer.renderer() is not None else set()
    for settings in _labels(layer):
        used |= set(settings.referencedFields(context))
    known = {name.lower() for name in used}
    return {name for name in layer.fields().names() if name.lower() in known}


def _labels(layer: QgsVectorLayer) -> list[QgsPalLayerSettings]:
    labeling = layer.labeling()
    if isinstance(labeling, QgsRuleBasedLabeling):
        return [rule.settings() for rule in labeling.rootRule().descendants() if rule.settings() is not None]
    return [labeling.settings()] if isinstance(labeling, QgsVectorLayerSimpleLabeling) else []


def _of_labels(layer: QgsVectorLayer) -> Iterator[str]:
    advanced = sorted({word for one in _labels(layer) for word in _advanced(one)})
    if advanced:
        yield tr("Advanced settings of the labels: {names}.").format(names=", ".join(advanced))


def _advanced(label: QgsPalLayerSettings) -> Iterator[str]:
    text = label.format()
    if text.shadow().enabled():
        yield tr("shadow")
    if text.background().enabled():
        yield tr("background")
    if text.mask().enabled():
        yield tr("mask")
    if label.callout() is not None and label.callout().enabled():
        yield tr("callouts")
    if label.wrapChar or label.autoWrapLength:
        yield tr("line breaks")
    if label.useSubstitutions:
        yield tr("substitutions")
    set_by_data = label.dataDefinedProperties()
    if any(set_by_data.isActive(key) for key in set_by_data.propertyKeys()):
        yield tr("values set by data")
