"""The photographs of Panoramax: each once whatever the limit, turned by their azimuth, opened by a click."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from qgis.core import QgsProcessingException

from data_territoires_plugin.sources import json_api as source
from data_territoires_plugin.sources.json_apis import api_of
from tests.clip.files import perimeter_file, read_gpkg
from tests.sources import json_rows

PERIMETER = "POLYGON((-1.72 48.08, -1.64 48.085, -1.63 48.12, -1.7 48.13, -1.72 48.08))"


def places(count, seed=7):
    """Places around the perimeter, half of them crowded in one street."""
    numbers = np.random.default_rng(seed)
    wide = numbers.uniform([-1.74, 48.07], [-1.61, 48.14], (count // 2, 2))
    street = numbers.uniform([-1.68, 48.1], [-1.6795, 48.1005], (count - count // 2, 2))
    return [(round(float(x), 7), round(float(y), 7)) for x, y in (*wide, *street)]


@pytest.fixture
def clip(run, tmp_path, json_api, endpoints, monkeypatch):
    """`clip(rows, limit=…)`: the stand-in, and the layer."""
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)

    def clipped(rows, limit=1000):
        api = api_of("panoramax", "photos")
        monkeypatch.setattr(source, "api_of", lambda *_: replace(api, paging=replace(api.paging, most=limit)))
        server = json_api("panoramax", rows)
        endpoints(panoramax=server.url)
        perimeter = perimeter_file(tmp_path / "p.gpkg", PERIMETER, epsg=4326)
        result = run("clip", PERIMETER=perimeter, LAYERS="panoramax_photos", CRS="EPSG:4326")
        return server, result["OUTPUT"]

    return clipped


@pytest.mark.parametrize("limit", [1000, 50])
def test_every_photograph_comes_once_whatever_the_limit(clip, limit):
    rows = json_rows.photos(places(400))
    server, output = clip(rows, limit)
    wanted = shapely.from_wkt(PERIMETER)
    known = {row["id"]: row for row in rows if wanted.intersects(shapely.Point(row["at"]))}
    found = read_gpkg(output, "panoramax_photos")
    assert sorted(row.values["id"] for row in found) == sorted(known)
    for row in found:
        properties = known[row.values["id"]]["properties"]
        assert row.geometry.distance(shapely.Point(known[row.values["id"]]["at"])) < 1e-9
        assert row.values["azimut"] == properties.get("view:azimuth")
        assert (row.values["licence"], row.values["auteur"]) == (properties["license"], "Ville de Rennes")
        assert row.values["photo"] == known[row.values["id"]]["assets"]["hd"]["href"]
    assert (len(server.log()) > 1) == (limit == 50)


def test_more_photographs_of_one_place_than_the_limit_are_told(clip):
    with pytest.raises(QgsProcessingException, match="of one place"):
        clip(json_rows.photos([(-1.68, 48.1)] * 30), 20)


def test_an_arrow_turns_with_the_azimuth_and_a_click_opens_the_photograph(clip):
    from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsRenderContext, QgsVectorLayer

    _, output = clip(json_rows.photos(places(40)))
    layer = QgsVectorLayer(f"{output}|layername=panoramax_photos", "photos", "ogr")
    message, good = layer.loadDefaultStyle()
    assert good, message
    action = layer.actions().defaultAction("Canvas")
    feature = next(each for each in layer.getFeatures() if each["azimut"])
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    from qgis.core import QgsExpression, QgsSymbolLayer

    assert QgsExpression.replaceExpressionText(action.command(), context) == feature["photo"]
    assert action.name() == "Ouvrir la photo"
    arrow = layer.renderer().symbol().symbolLayer(0)
    angle = arrow.dataDefinedProperties().property(QgsSymbolLayer.Property.Angle)
    assert angle.value(context)[0] == feature["azimut"]
    render = QgsRenderContext()
    assert {"azimut"} <= set(layer.renderer().usedAttributes(render))
