"""Each real server starts, and answers what is known; seen by plain HTTP."""

from __future__ import annotations

import base64
import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest

if TYPE_CHECKING:
    from pathlib import Path

GML_MEMBERS = ("{http://www.opengis.net/wfs/2.0}member", "{http://www.opengis.net/gml}featureMember")


def ask(url: str, body: bytes | None = None, headers: dict | None = None, **params: str) -> tuple[int, bytes]:
    if params:
        url += ("&" if "?" in url else "?") + urlencode(params)
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers or {}), timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def basic(server) -> dict[str, str]:
    pair = base64.b64encode(f"{server.user}:{server.password}".encode()).decode()
    return {"Authorization": f"Basic {pair}"}


@pytest.fixture(scope="module")
def trees(tmp_path_factory) -> Path:
    ogr = pytest.importorskip("osgeo.ogr")
    osr = pytest.importorskip("osgeo.osr")
    path = tmp_path_factory.mktemp("trees") / "trees.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(2154)
    layer = source.CreateLayer("arbre", reference, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("essence", ogr.OFTString))
    for number in range(7):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["essence"] = f"tilleul {number}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({350000 + number} 6790000)"))
        layer.CreateFeature(feature)
    source = None
    return path


def test_postgis_knows_its_trees(postgis):
    assert postgis.rows("SELECT count(*), ST_SRID(min(geom::text)::geometry) FROM arbre") == [(25, 4326)]
    assert postgis.rows("SELECT round(sum(ST_Area(geom))) FROM parcelle") == [(1000,)]
    postgis.run("DELETE FROM arbre")
    postgis.reset()
    assert postgis.rows("SELECT count(*) FROM arbre") == [(25,)]


@pytest.fixture
def unread(front, tmp_path):
    """A pycsw of its own: 3.0b2 refuses new records once others were read as OGC API Records."""
    from tests.servers.ogc import PyCsw

    server = PyCsw(front, tmp_path, "pycsw-unread")
    yield server
    server.stop()


def test_the_front_lets_the_editor_write_and_anybody_read(front, unread):
    assert ask(f"{front.url}/alive") == (200, b"alive")
    core = "http://www.opengis.net/spec/ogcapi-records-1/1.0/req/record-core"
    square = {"type": "Polygon", "coordinates": [[[-2, 48], [-1, 48], [-1, 49], [-2, 49], [-2, 48]]]}
    properties = {"title": "Essai", "type": "dataset"}
    record = json.dumps(
        {
            "id": "essai-du-front",
            "conformsTo": [core],
            "type": "Feature",
            "geometry": square,
            "properties": properties,
            "links": [],
        }
    ).encode()
    items, kind = f"{unread.url}/collections/metadata:main/items", {"Content-Type": "application/geo+json"}
    assert ask(items)[0] == 200
    assert ask(items, record, kind)[0] == 401
    status, answer = ask(items, record, {**kind, **basic(front)})
    assert status == 201, answer.decode()
    assert json.loads(ask(f"{items}/essai-du-front", f="json")[1])["properties"]["title"] == "Essai"


def test_mapserver_serves_a_geopackage_in_gml_and_geojson(mapserver, trees):
    from tests.servers.ogc import Served

    url = mapserver.serve({"arbre": Served(trees, "arbre", "POINT", 2154)})
    asked = {"SERVICE": "WFS", "VERSION": "2.0.0", "REQUEST": "GetFeature", "TYPENAMES": "arbre"}
    assert ElementTree.fromstring(ask(url, **asked, RESULTTYPE="hits")[1]).attrib["numberMatched"] == "7"
    assert len(ElementTree.fromstring(ask(url, **asked)[1]).findall(GML_MEMBERS[0])) == 7
    found = json.loads(ask(url, **asked, OUTPUTFORMAT="geojson", SRSNAME="EPSG:2154")[1])["features"]
    assert {tuple(feature["geometry"]["coordinates"]) for feature in found} == {
        (350000.0 + n, 6790000.0) for n in range(7)
    }


def test_qgis_server_speaks_wfs_and_ogc_api_features(qgis_server, postgis):
    postgis.reset()
    asked = {"SERVICE": "WFS", "VERSION": "1.1.0", "REQUEST": "GetFeature", "TYPENAME": "parcelle"}
    root = ElementTree.fromstring(ask(qgis_server.url, **asked)[1])
    assert len(root.findall(GML_MEMBERS[1])) == 10
    collections = json.loads(ask(f"{qgis_server.api}/collections.json")[1])["collections"]
    assert {collection["id"] for collection in collections} == {"arbre", "arbre_texte", "parcelle"}
    status, body = ask(f"{qgis_server.api}/collections/arbre/items.json", limit="100")
    assert (status, len(json.loads(body)["features"])) == (200, 25)


def test_pygeoapi_serves_and_replaces(pygeoapi, postgis, front):
    postgis.reset()
    found = json.loads(ask(f"{pygeoapi.url}/collections/arbre_texte/items", f="json", limit="100")[1])
    assert (found["numberMatched"], len(found["features"])) == (25, 25)
    tree = {
        "type": "Feature",
        "id": "A1",
        "geometry": {"type": "Point", "coordinates": [-1.5, 48.2]},
        "properties": {"essence": "frêne", "hauteur": 3},
    }
    url = f"{pygeoapi.url}/collections/arbre_texte/items/A1"
    request = urllib.request.Request(
        url, json.dumps(tree).encode(), {"Content-Type": "application/geo+json", **basic(front)}, method="PUT"
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        assert answer.status == 204
    assert postgis.rows("SELECT essence, ST_X(geom) FROM arbre_texte WHERE id_public = 'A1'") == [("frêne", -1.5)]


def test_pycsw_answers_in_csw(pycsw):
    status, body = ask(pycsw.csw, service="CSW", version="2.0.2", request="GetCapabilities")
    assert status == 200
    operations = {
        e.attrib.get("name") for e in ElementTree.fromstring(body).iter("{http://www.opengis.net/ows}Operation")
    }
    assert {"GetRecords", "Transaction"} <= operations
