"""Properties of pictures: something is drawn, in several colours, and less of it at small scales."""

from __future__ import annotations

import shutil

import pytest

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.paths import resources
from tools.styles.palette import PAPER, colour
from tools.styles.render import drawing_order, render_layers, style_file

pytestmark = pytest.mark.usefixtures("qgis_app")

KIT = resources() / "training" / "kit.gpkg"
HERE = (700_000, 6_600_000)


@pytest.fixture
def layer_of():
    """Builds a styled layer from (WKT, attributes) pairs; coordinates are metres around one place of Lambert-93."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def build(style, geometry, fields, features):
        columns = "".join(f"&field={field}:string" for field in fields)
        layer = QgsVectorLayer(f"{geometry}?crs=EPSG:2154{columns}", style, "memory")
        for wkt, values in features:
            feature = QgsFeature(layer.fields())
            shape = QgsGeometry.fromWkt(wkt)
            shape.translate(*HERE)
            feature.setGeometry(shape)
            feature.setAttributes(list(values))
            layer.dataProvider().addFeature(feature)
        layer.updateExtents()
        assert layer.loadNamedStyle(str(style_file(style)))[1]
        return layer

    return build


@pytest.fixture
def roads(layer_of):
    lines = [(f"LINESTRING(0 {y * 100}, 1000 {y * 100})", ("Route à 1 chaussée", str(y))) for y in range(1, 6)]
    return layer_of("route", "LineString", ["nature", "importance"], lines)


def picture(layers, scale):
    from qgis.core import QgsRectangle

    extent = QgsRectangle(HERE[0], HERE[1], HERE[0] + 1000, HERE[1] + 600)
    return render_layers(layers, extent, "EPSG:2154", scale=scale, size=(300, 200))


def colours(image):
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 4) for y in range(image.height())}


def ink(image):
    paper = colour(PAPER).name()
    places = [(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
    return sum(image.pixelColor(*place).name() != paper for place in places) / len(places)


def test_roads_of_each_importance_have_their_colour(roads):
    drawn = colours(picture([roads], 10_000))
    assert {"#eea063", "#f6c277", "#fae394", "#fff6cd", "#ffffff"} <= drawn


def test_local_roads_disappear_at_small_scales_and_main_roads_stay(roads):
    drawn = colours(picture([roads], 300_000))
    assert "#ffffff" not in drawn
    assert any(name.startswith("#ee") for name in drawn)


def test_zones_are_filled_at_small_scales_and_banded_near_the_ground(layer_of):
    zone = layer_of("zone_urba", "Polygon", ["typezone"], [("POLYGON((0 0, 1000 0, 1000 600, 0 600, 0 0))", ("U",))])
    centre_far, centre_near = (picture([zone], scale).pixelColor(150, 100) for scale in (20_000, 2_000))
    assert centre_far.red() > 200
    assert centre_far.green() < 140
    assert centre_near.green() > 200, "near the ground the map under the zone is left visible"


def test_parcels_are_left_out_where_they_would_be_a_mush(layer_of):
    square = "POLYGON(({0} 0, {0} 600, {1} 600, {1} 0, {0} 0))"
    parcels = layer_of(
        "cadastre_parcelle", "Polygon", ["numero"], [(square.format(x, x + 50), ("0012",)) for x in range(0, 1000, 50)]
    )
    assert ink(picture([parcels], 5_000)) > 0.02
    assert ink(picture([parcels], 100_000)) == 0


def test_a_map_of_several_layers_is_a_picture_of_many_colours(layer_of, roads):
    wood = layer_of("vegetation", "Polygon", ["nature"], [("POLYGON((0 0, 400 0, 400 300, 0 300, 0 0))", ("Bois",))])
    built = layer_of(
        "bati_batiment",
        "Polygon",
        ["usage_1", "construction_legere"],
        [("POLYGON((500 120, 600 120, 600 190, 500 190, 500 120))", ("Résidentiel", None))],
    )
    water = layer_of(
        "plan_d_eau",
        "Polygon",
        ["nature", "toponyme"],
        [("POLYGON((600 300, 900 300, 900 500, 600 300))", ("Lac", "Étang"))],
    )
    order = drawing_order()
    layers = sorted((wood, built, water, roads), key=lambda layer: order.index(layer.name()))
    image = picture(layers, 15_000)
    assert ink(image) > 0.2
    assert len(colours(image)) > 40


@pytest.mark.skipif(not KIT.exists(), reason="the training kit is not built")
@pytest.mark.parametrize("scale", [2_000, 10_000, 25_000, 100_000])
def test_the_training_kit_is_a_map_at_every_scale(scale, tmp_path):
    from qgis.core import QgsVectorLayer

    kit = shutil.copy(KIT, tmp_path / "kit.gpkg")
    shown = {
        "admin_commune",
        "bdtopo_batiment",
        "bdtopo_troncon_de_route",
        "bdtopo_zone_de_vegetation",
        "urba_zone_urba",
    }
    layers = []
    for entry in load_catalogue().entries:
        if entry.id in shown:
            layer = QgsVectorLayer(f"{kit}|layername={entry.id}", entry.style, "ogr")
            assert layer.loadNamedStyle(str(style_file(entry.style)))[1]
            layers.append(layer)
    assert len(layers) == len(shown)
    order = drawing_order()
    layers.sort(key=lambda layer: order.index(layer.name()))
    built = next(layer for layer in layers if layer.name() == "bati_batiment")
    image = render_layers(layers, built.extent(), built.crs(), scale=scale, size=(400, 300))
    assert ink(image) > 0.1
    assert len(colours(image)) > 100


def test_what_cannot_be_written_is_said(roads, tmp_path):
    from qgis.core import QgsRectangle

    with pytest.raises(RuntimeError, match="could not be written"):
        render_layers([roads], QgsRectangle(0, 0, 1, 1), "EPSG:2154", tmp_path / "no" / "map.png", size=(10, 10))
