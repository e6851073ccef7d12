"""What SLD can't say is told before anything is sent; what it says is the same text each time."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFeedback,
    QgsFontMarkerSymbolLayer,
    QgsHeatmapRenderer,
    QgsInvertedPolygonRenderer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointClusterRenderer,
    QgsProperty,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsSymbolLayer,
    QgsTextBackgroundSettings,
    QgsTextFormat,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtXml import QDomDocument

from data_territoires_plugin.publish.publication import Order, prepare, publish
from data_territoires_plugin.publish.report import of_plan
from data_territoires_plugin.publish.style import canonical, exported
from tests.accounts import opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def points(layer: Callable[..., Any]) -> Any:
    return layer("Point", "EPSG:2154", "id:string, angle:double", [("POINT(1 1)", "A1", 10.0)])


def single(points: Any, symbol_layer: Any) -> Any:
    points.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol([symbol_layer])))
    return points


def labelled(points: Any, text: str, *, computed: bool) -> Any:
    settings = QgsPalLayerSettings()
    settings.fieldName, settings.isExpression = text, computed
    background, words = QgsTextBackgroundSettings(), QgsTextFormat()
    background.setEnabled(True)
    words.setBackground(background)
    settings.setFormat(words)
    points.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    points.setLabelsEnabled(True)
    return points


def test_a_plain_style_loses_nothing(points: Any) -> None:
    points.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "18,52,86"})))
    found = exported(points)
    assert found.losses == ()
    assert "#123456" in found.sld


def test_a_heat_map_is_told_and_no_empty_style_is_sent(points: Any) -> None:
    points.setRenderer(QgsHeatmapRenderer())
    found = exported(points)
    assert found.sld == ""  # QGIS writes a style without any rule
    assert "Heat map" in found.losses[0]


def test_what_is_drawn_otherwise_is_told(points: Any, layer: Any) -> None:
    points.setRenderer(QgsPointClusterRenderer())
    points.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    points.setOpacity(0.5)
    told = " ".join(exported(points).losses)
    assert all(word in told for word in ("Grouping", "Blending", "Opacity"))
    polygons = layer("Polygon", "EPSG:2154", "id:string", [("POLYGON((0 0,1 0,1 1,0 0))", "P")])
    polygons.setRenderer(QgsInvertedPolygonRenderer())
    assert any("Inverted" in one for one in exported(polygons).losses)


def test_fonts_and_values_set_by_data_are_told(points: Any) -> None:
    sign = QgsFontMarkerSymbolLayer("DejaVu Sans", "A", 6)
    sign.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyAngle, QgsProperty.fromField("angle"))
    told = " ".join(exported(single(points, sign)).losses)
    assert "DejaVu Sans" in told
    assert "Rotation angle" in told


def test_labels_that_are_computed_never_read_placeholder(points: Any) -> None:
    found = exported(labelled(points, 'upper("id")', computed=True))
    assert "Placeholder" not in found.sld
    assert "TextSymbolizer" not in found.sld
    assert any("computed" in one for one in found.losses)
    plain = exported(labelled(points, "id", computed=False))
    assert "TextSymbolizer" in plain.sld
    assert any("background" in one for one in plain.losses)


def test_a_picture_of_the_disk_goes_inside_the_style_with_its_colours(points: Any) -> None:
    picture = QgsSvgMarkerSymbolLayer(f"{QgsApplication.svgPaths()[0]}/accommodation/accommodation_camping.svg", 6)
    picture.setFillColor(QgsMarkerSymbol.createSimple({"color": "18,52,86"}).color())
    found = exported(single(points, picture))
    inside = re.search(r'<se:InlineContent encoding="base64">([^<]*)<', found.sld)
    assert inside is not None
    content = base64.b64decode(inside[1]).decode()
    assert content.startswith("<?xml")
    assert "#123456" in content
    assert "param(" not in content
    assert QgsApplication.svgPaths()[0] not in found.sld
    assert found.losses == ()


def test_a_picture_that_is_nowhere_is_told(points: Any) -> None:
    found = exported(single(points, QgsSvgMarkerSymbolLayer("/nowhere/arbre.png", 6)))
    assert any("arbre.png" in one for one in found.losses)


def test_the_same_document_is_always_the_same_text() -> None:
    one, other = QDomDocument(), QDomDocument()
    one.setContent('<a y="1" x="&lt;2"><b>t &amp; u</b></a>')
    other.setContent('<!DOCTYPE a><a x="&lt;2" y="1"><!-- said --><b>t &amp; u</b></a>')
    assert canonical(one) == canonical(other)
    again = QDomDocument()
    again.setContent(canonical(one))
    assert again.documentElement().attribute("x") == "<2"
    assert again.documentElement().text() == "t & u"


PEOPLE = "id:string, abonne:string, essence:string"


def people(layer: Callable[..., Any]) -> Any:
    return layer("Point", "EPSG:2154", PEOPLE, [("POINT(350000 6789000)", "A1", "Jeanne Martin", "chêne")])


def by_category(vector: Any, field: str, *values: str) -> Any:
    symbol = QgsMarkerSymbol.createSimple({"color": "18,52,86"})
    categories = [QgsRendererCategory(value, symbol.clone(), value) for value in values]
    vector.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    return vector


def sleeping_rule(vector: Any) -> Any:
    """A rule that is switched off, and that names a person all the same."""
    root = QgsRuleBasedRenderer.Rule(None)
    rule = QgsRuleBasedRenderer.Rule(QgsMarkerSymbol.createSimple({}), filterExp="abonne='Jeanne Martin'")
    rule.setActive(False)
    root.appendChild(rule)
    root.appendChild(QgsRuleBasedRenderer.Rule(QgsMarkerSymbol.createSimple({})))
    vector.setRenderer(QgsRuleBasedRenderer(root))
    return vector


@pytest.mark.parametrize("choice", ["drop", "pseudonym"])
@pytest.mark.parametrize("drawn", ["categories", "sleeping rule", "labels"])
def test_a_style_never_shows_the_values_of_a_column_that_personal_data_kept_back(
    layer: Callable[..., Any], tmp_path: Path, choice: str, drawn: str
) -> None:
    opened()  # it keeps the key of the pseudonyms
    vector = people(layer)
    if drawn == "categories":
        by_category(vector, "abonne", "Jeanne Martin")
    elif drawn == "sleeping rule":
        sleeping_rule(vector)
    else:
        labelled(vector, "if(\"abonne\" = 'Jeanne Martin', 'elle', '')", computed=True)
    order = Order(vector, "folder", str(tmp_path / "la"), "arbres", "id", personal=f"abonne:{choice}")
    (tmp_path / "la").mkdir()
    prepared = prepare(order, QgsFeedback())
    told = of_plan(prepared)["style"]
    assert (told["sent"], any("abonne" in loss for loss in told["losses"])) == (False, True)
    publish(prepared, tmp_path, QgsFeedback())
    there = [path for path in (tmp_path / "la").rglob("*") if path.is_file()]
    assert {path.suffix for path in there} == {".gpkg", ".md"}
    assert not [path for path in there if b"Jeanne" in path.read_bytes()]


def test_a_style_of_a_column_that_is_not_published_does_not_go_either(
    layer: Callable[..., Any], tmp_path: Path
) -> None:
    vector = by_category(people(layer), "essence", "chêne")
    order = Order(vector, "folder", str(tmp_path), "arbres", "id", fields=("id",))
    assert prepare(order, QgsFeedback()).style.qml == ""
    whole = Order(vector, "folder", str(tmp_path), "arbres", "id", personal="abonne:drop")
    found = prepare(whole, QgsFeedback()).style
    assert ("chêne" in found.sld, "chêne" in found.qml, found.losses) == (True, True, ())
