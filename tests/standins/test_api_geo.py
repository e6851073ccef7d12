"""The stand-in of API Géo answers and refuses as the API's own source does."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from tests.standins.conftest import ask
from tests.standins.coordinates import project

ogr = pytest.importorskip("osgeo.ogr")
CENTRE = (350000.0, 6790000.0)


@pytest.fixture(scope="module")
def cog(tmp_path_factory) -> dict:
    """Four round communes of 500 m in two EPCI, in EPSG:2154, with a vertex at each metre or so."""
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(2154)
    path = tmp_path_factory.mktemp("cog") / "cog.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    shape = shapely.Point(CENTRE).buffer(500, quad_segs=800)
    communes = [
        ("35001", "Acigné", "243500139", "35690", 6800),
        ("35024", "Betton", "243500139", "35830", 12700),
        ("35210", "Pacé", "243500139", "35740", 12000),
        ("35115", "Fougères", "200072452", "35300,35301", 20500),
    ]
    tables = {
        "communes": (("insee", "nom", "epci", "postal", "habitants", "departement"), communes),
        "epcis": (
            ("siren", "nom", "departements"),
            [("243500139", "Rennes Métropole", "35"), ("200072452", "Fougères Agglomération", "35,53")],
        ),
        "departements": (("insee", "nom"), [("35", "Ille-et-Vilaine")]),
    }
    for table, (names, rows) in tables.items():
        layer = source.CreateLayer(table, reference, ogr.wkbPolygon)
        for name in names:
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTInteger if name == "habitants" else ogr.OFTString))
        for number, row in enumerate(rows):
            feature = ogr.Feature(layer.GetLayerDefn())
            for name, value in zip(names, [*row, "35"], strict=False):
                feature[name] = value
            moved = shapely.affinity.translate(shape, 1000.0 * number)
            feature.SetGeometry(ogr.CreateGeometryFromWkb(moved.wkb))
            layer.CreateFeature(feature)
    source = None
    communes_of = {
        "code": "insee", "nom": "nom", "codeEpci": "epci", "codesPostaux": "postal", "population": "habitants",
        "codeDepartement": "departement",
    }  # fmt: skip
    return {
        "communes": (path, "communes", communes_of),
        "epcis": (path, "epcis", {"code": "siren", "nom": "nom", "codesDepartements": "departements"}),
        "departements": (path, "departements", {"code": "insee", "nom": "nom"}),
    }


@pytest.fixture
def api(api_geo, cog):
    server = api_geo(cog, rate=0)
    return lambda path, **params: ask(server.url + path, **params)


def test_communes_of_an_epci_are_an_array(api):
    found = api("/communes", codeEpci="243500139", fields="nom,code,population").json
    assert found[0] == {"nom": "Acigné", "code": "35001", "population": 6800}
    assert [place["code"] for place in found] == ["35001", "35024", "35210"]
    assert found == api("/epcis/243500139/communes", fields="population").json


def test_name_and_code_are_always_there(api):
    assert api("/communes", code="35024", fields="population").json == [
        {"nom": "Betton", "code": "35024", "population": 12700}
    ]


def test_an_unknown_format_is_json(api):
    assert isinstance(api("/communes", codeEpci="243500139", format="shp").json, list)


def test_one_place_is_an_object_and_lists_are_lists(api):
    assert api("/communes/35115", fields="codesPostaux").json == {
        "nom": "Fougères",
        "code": "35115",
        "codesPostaux": ["35300", "35301"],
    }
    assert [place["code"] for place in api("/communes", codePostal="35301").json] == ["35115"]
    assert [place["code"] for place in api("/epcis", codeDepartement="53").json] == ["200072452"]


@pytest.mark.parametrize("path", ["/communes/99999", "/epcis/1", "/epcis/1/communes", "/rien", "/communes/35001/rues"])
def test_unknown_is_404_in_plain_text(api, path):
    reply = api(path)
    assert (reply.status, reply.text, reply.headers["content-type"][:10]) == (404, "Not Found", "text/plain")


@pytest.mark.parametrize("params", [{"format": "geojson", "geometry": "contour"}, {"fields": "nom,contour"}])
def test_geometry_without_a_filter_is_refused_in_plain_text(api, params):
    reply = api("/communes", **params)
    assert (reply.status, reply.headers["content-type"][:10]) == (400, "text/plain")
    assert api("/communes", codeEpci="243500139", **params).status == 200


def test_contours_are_simplified_by_five_metres_and_in_degrees(api):
    feature = api("/epcis/243500139", format="geojson", geometry="contour").json
    assert feature["type"] == "Feature"
    assert feature["properties"] == {"code": "243500139", "nom": "Rennes Métropole", "codesDepartements": ["35"]}
    contour = project(np.array([shapely.geometry.shape(feature["geometry"])]), 4326, 2154)[0]
    exact = shapely.Point(CENTRE).buffer(500, quad_segs=800)
    assert shapely.get_num_coordinates(contour) < shapely.get_num_coordinates(exact) / 10
    assert 0.5 < shapely.hausdorff_distance(contour, exact) < 6


def test_the_centre_is_the_default_geometry(api):
    features = api("/communes", codeEpci="243500139", format="geojson").json["features"]
    assert [feature["geometry"]["type"] for feature in features] == ["Point"] * 3
    boxes = api("/communes", code="35001", format="geojson", geometry="bbox").json["features"]
    assert boxes[0]["geometry"]["type"] == "Polygon"


def test_departements_have_no_geometry(api):
    assert api("/departements/35", format="geojson", geometry="contour", fields="contour").json == {
        "nom": "Ille-et-Vilaine",
        "code": "35",
    }


def test_a_name_is_searched_loosely_with_a_score(api):
    found = api("/communes", nom="fougere", limit=2).json
    assert found[0]["code"] == "35115"
    assert 0 < found[0]["_score"] <= 1
    assert "_score" not in api("/communes", code="35115").json[0]


def test_the_commune_of_a_place(api):
    place = project(np.array([shapely.Point(CENTRE[0] + 1000, CENTRE[1])]), 2154, 4326)[0]
    assert [found["code"] for found in api("/communes", lon=place.x, lat=place.y).json] == ["35024"]


def test_over_ten_requests_per_second_a_client_waits(api_geo, cog):
    server = api_geo(cog)
    statuses = [ask(f"{server.url}/regions").status for _ in range(12)]
    assert statuses == [200] * 10 + [429] * 2


def test_a_fault_concerns_one_path(api_geo, cog):
    server = api_geo(cog, rate=0)
    server.fault("status", status=502, when={"path": "/epcis/243500139"})
    assert ask(f"{server.url}/departements").status == 200
    assert [ask(f"{server.url}/epcis/243500139").status for _ in range(2)] == [502, 200]


def test_the_endpoints_of_the_plugin_are_replaced(endpoints, monkeypatch):
    import json
    import os
    from pathlib import Path

    endpoints(api_geo="http://127.0.0.1:1")
    endpoints(geopf_wfs="http://127.0.0.1:2/wfs")
    assert json.loads(Path(os.environ["DATA_TERRITOIRES_ENDPOINTS"]).read_text()) == {
        "api_geo": "http://127.0.0.1:1",
        "geopf_wfs": "http://127.0.0.1:2/wfs",
    }
