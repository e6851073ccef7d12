"""Any OGC API – Features server: pygeoapi and QGIS Server, real data, several CRS, limits; what goes wrong is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from osgeo import gdal, ogr

from tests.clip.files import MILLIMETRE, distance, perimeter_file, read_gpkg, write_gpkg
from tests.network.server import Server, reply
from tests.servers.front import Front
from tests.servers.ogc import PyGeoApi, _collection, _postgis_provider
from tests.sources.ogc_clip import GEOMETRIES, assert_same, catalogue, natively, quarter, real_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MOST = 120  # features that this pygeoapi gives at once
EPSG = "http://www.opengis.net/def/crs/EPSG/0/"


@pytest.fixture(scope="module")
def redon(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder, made = tmp_path_factory.mktemp("redon"), {}
    return lambda crs: made.get(crs) or made.setdefault(crs, real_data(shared, folder, crs))


class RealPyGeoApi(PyGeoApi):
    """pygeoapi on real data, in the CRS of its storage: point, ligne, surface and a number for each."""

    def _config(self, port: int, postgis: Any, folder: Path) -> dict:
        config = super()._config(port, postgis, folder)
        config["server"]["limits"] = {"default_items": 10, "max_items": MOST, "on_exceed": "throttle"}
        config["resources"] = {}
        for code, storage in (("2154", "EPSG/0/2154"), ("4326", "OGC/1.3/CRS84"), ("3857", "EPSG/0/3857")):
            for name in GEOMETRIES:
                provider = _postgis_provider(postgis, f"{name}_{code}", "cle", storage)
                provider["crs"].append(f"{EPSG}3857")
                config["resources"][f"{name}_{code}"] = _collection(name, provider)
        return config


@pytest.fixture(scope="module")
def real(postgis: Any, redon: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealPyGeoApi]:
    if gdal.GetDriverByName("PostgreSQL") is None:
        pytest.skip("needs GDAL's driver of PostgreSQL")
    where = f"PG:host={postgis.host} port={postgis.port} dbname={postgis.database} user={postgis.user}"
    for code in ("2154", "4326", "3857"):
        for name in GEOMETRIES:
            gdal.VectorTranslate(
                f"{where} password={postgis.password}",
                str(redon(f"EPSG:{code}")),
                options=gdal.VectorTranslateOptions(
                    format="PostgreSQL", layers=[name], layerName=f"{name}_{code}", accessMode="overwrite",
                    layerCreationOptions=["GEOMETRY_NAME=geom", "FID=numero"], geometryType="PROMOTE_TO_MULTI",
                ),
            )  # fmt: skip
            postgis.run(f"ALTER TABLE {name}_{code} DROP COLUMN numero, ADD PRIMARY KEY (cle)")
    front = Front(tmp_path_factory.mktemp("front"))
    server = RealPyGeoApi(front, postgis, tmp_path_factory.mktemp("pygeoapi"))
    yield server
    server.stop()
    front.stop()


@pytest.mark.parametrize(("stored", "crs"), [("2154", "EPSG:2154"), ("4326", "EPSG:4326"), ("3857", "EPSG:3857")])
def test_pygeoapi_gives_what_native_clip_makes_of_the_file(stored, crs, real, redon, run, tmp_path):
    entries = {
        f"essai_{name}": ("ogcapi", f"{real.url}/collections/{name}_{stored}", kind)
        for name, kind in GEOMETRIES.items()
    }
    perimeter = quarter(redon(crs), "surface", tmp_path, crs)
    text = catalogue(tmp_path / "c.yaml", entries)
    result = run("clip", PERIMETER=perimeter, LAYERS=",".join(entries), CATALOGUE=text, CRS=crs)
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (3, 0), run.log
    for name in GEOMETRIES:
        theirs = natively(run, redon(crs), name, perimeter, tmp_path)
        assert len(theirs) > MOST / 2
        assert_same(read_gpkg(tmp_path / "result.gpkg", f"essai_{name}"), theirs, crs)


def test_a_crs_that_the_server_does_not_have_is_made_from_that_of_its_storage(real, redon, run, tmp_path):
    crs = "EPSG:3035"  # northing first, for Europe: nobody is asked for it
    perimeter = quarter(redon(crs), "surface", tmp_path, crs)
    text = catalogue(tmp_path / "c.yaml", {"essai": ("ogcapi", f"{real.url}/collections/surface_2154", "polygon")})
    run("clip", PERIMETER=perimeter, LAYERS="essai", CATALOGUE=text, CRS=crs)
    theirs = natively(run, redon(crs), "surface", perimeter, tmp_path)
    assert_same(read_gpkg(tmp_path / "result.gpkg", "essai"), theirs, crs)


def test_qgis_server_gives_what_native_clip_makes_of_its_tables(qgis_server, postgis, run, tmp_path, endpoints):
    endpoints(agglo_ogcapi=qgis_server.api)
    postgis.reset()
    rows = [
        (wkt, key, name) for key, name, wkt in postgis.rows("SELECT fid, nom, ST_AsText(geom) FROM parcelle ORDER BY 1")
    ]
    path = write_gpkg(tmp_path / "parcelle.gpkg", "parcelle", rows, {"cle": int, "nom": str}, kind=ogr.wkbMultiPolygon)
    perimeter = perimeter_file(
        tmp_path / "p.gpkg", "POLYGON((350023 6789990, 350127 6789990, 350105 6790005, 350023 6790008, 350023 6789990))"
    )
    text = catalogue(tmp_path / "c.yaml", {"parcelle": ("agglo_ogcapi", "parcelle", "polygon")}, key="fid")
    run("clip", PERIMETER=perimeter, LAYERS="parcelle", CATALOGUE=text, CRS="EPSG:2154")
    theirs = natively(run, path, "parcelle", perimeter, tmp_path)
    ours = {row.values["id_public"]: row for row in read_gpkg(tmp_path / "result.gpkg", "parcelle")}
    assert {f"P{key}" for key in theirs} == set(ours)
    for key, row in theirs.items():
        assert distance(ours[f"P{key}"].geometry, row.geometry) < MILLIMETRE
        assert ours[f"P{key}"].values["nom"] == row.values["nom"]


# ---------------------------------------------------------------- a small server, to say what the others don't
SQUARE = "POLYGON((-1.70 48.10, -1.60 48.10, -1.60 48.15, -1.70 48.15, -1.70 48.10))"


class Small:
    """A collection of points whose pages are written by the test. `crs`: what its Content-Crs says."""

    def __init__(self, server: Server) -> None:
        self.server, self.pages, self.crs, self.more, self.about = server, [], "", {}, {}
        server.always("/api/collections/arbre", self._collection)
        server.always("/api/collections/arbre/items", self._items)

    @property
    def layer(self) -> str:
        return self.server.url("/api/collections/arbre")

    def _collection(self, handler: Any) -> None:
        document = {"id": "arbre", "links": [{"rel": "items", "href": "/api/collections/arbre/items"}], **self.about}
        reply(200, json.dumps(document).encode(), Content_Type="application/json")(handler)

    def _items(self, handler: Any) -> None:
        asked = parse_qs(urlsplit(handler.received.target).query)
        number = int(asked.get("page", ["0"])[0])
        page = self.pages[number]
        if callable(page):
            page(handler)
            return
        links = [{"rel": "next", "href": f"?page={number + 1}"}] if number + 1 < len(self.pages) else []
        body = {"type": "FeatureCollection", "features": page, "numberReturned": len(page), "links": links, **self.more}
        if asked.get("limit") == ["1"]:
            body |= {"features": page[:1], "numberReturned": 1}
        headers = {"Content_Crs": f"<{self.crs}>"} if self.crs else {}
        reply(200, json.dumps(body).encode(), Content_Type="application/geo+json", **headers)(handler)


def tree(number: int | str, x: float = -1.65, y: float = 48.12, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature", "id": number, "geometry": {"type": "Point", "coordinates": [x, y]}, "properties": properties
    }  # fmt: skip


@pytest.fixture
def small() -> Iterator[Small]:
    server = Server()
    yield Small(server)
    server.close()


def clipped(run: Any, tmp_path: Path, layer: str, key: str = "", crs: str = "EPSG:4326") -> list[Any]:
    perimeter = perimeter_file(tmp_path / "square.gpkg", SQUARE, epsg=4326)
    text = catalogue(tmp_path / "c.yaml", {"essai": ("ogcapi", layer, "point")}, key=key)
    run("clip", PERIMETER=perimeter, LAYERS="essai", CATALOGUE=text, CRS=crs)
    return read_gpkg(tmp_path / "result.gpkg", "essai")


def told(run: Any, tmp_path: Path, layer: str) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as failure:
        clipped(run, tmp_path, layer)
    assert not (tmp_path / "result.gpkg").exists()
    return str(failure.value)


def test_a_column_that_appears_on_the_last_page_is_kept_with_its_type(small, run, tmp_path):
    small.pages = [[tree("a", nom=None, haut=1)], [tree("b", haut=2.5)], [tree("c", nom="tilleul", neuf=True)]]
    rows = {row.values["id"]: row.values for row in clipped(run, tmp_path, small.layer)}
    assert [rows[key]["haut"] for key in "abc"] == [1, 2.5, None]
    assert [rows[key]["nom"] for key in "abc"] == [None, None, "tilleul"]
    assert [rows[key]["neuf"] for key in "abc"] == [None, None, 1]
    pages = [each.target for each in small.server.received if "limit=1" not in each.target.split("&")]
    assert len([each for each in pages if "page=" in each]) == 2, "a page was asked twice"


def test_a_column_that_the_schema_forgot_is_found_all_the_same(small, run, tmp_path):
    relation = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
    small.about = {"links": [{"rel": relation, "href": "/api/q", "type": "application/schema+json"}]}
    small.server.always("/api/q", reply(200, b'{"properties": {"nom": {"type": "string"}}}', Content_Type="a/json"))
    small.pages = [[tree(1, nom="a")], [tree(2, nom="b", haut=3)]]
    rows = clipped(run, tmp_path, small.layer, key="cle")
    assert {(row.values["cle"], row.values["nom"], row.values["haut"]) for row in rows} == {(1, "a", None), (2, "b", 3)}


@pytest.mark.parametrize("said", [EPSG + "4326", ""], ids=["said by Content-Crs", "not said"])
def test_latitude_first_is_put_back_in_order(small, run, tmp_path, said):
    small.crs = said
    small.pages = [[tree(1, 48.12, -1.65)], [tree(2, 48.13, -1.61)]]
    points = {
        (round(row.geometry.geoms[0].x, 6), round(row.geometry.geoms[0].y, 6))
        for row in clipped(run, tmp_path, small.layer)
    }
    assert points == {(-1.65, 48.12), (-1.61, 48.13)}


def test_a_feature_that_comes_on_two_pages_is_kept_once(small, run, tmp_path):
    small.pages = [[tree(1, nom="a"), tree(2, nom="b")], [tree(2, nom="b"), tree(3, nom="c")]]
    small.more = {"numberMatched": 3}
    assert sorted(row.values["nom"] for row in clipped(run, tmp_path, small.layer)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (reply(500, b"{}"), "failing"),
        (reply(200, b'{"type": "FeatureCollection", "features": [{"type": "Fea'), "whole"),
        (reply(200, b'{"type":"FeatureCollection","features":[],"numberReturned":1}'), "whole"),
        (reply(200, b'{"type":"FeatureCollection","features":[]}'), "announced"),
        (reply(200, json.dumps({"type": "FeatureCollection", "features": [tree(2)], "links": [
            {"rel": "next", "href": "http://127.0.0.1:1/items?page=2"}]}).encode()), "another server"),
        (reply(200, json.dumps({"type": "FeatureCollection", "features": [tree(2)], "links": [
            {"rel": "next", "href": "?page=1"}]}).encode()), "whole"),
        (reply(200, json.dumps({"type": "FeatureCollection", "features": [tree(2, 3.0, 43.0)]}).encode()), "announced"),
    ],
    ids=["500", "cut short", "not what it says", "fewer", "another server", "a link that turns round", "far away"],
)  # fmt: skip
def test_a_server_that_stops_in_the_middle_is_told(small, run, tmp_path, page, words):
    small.pages = [[tree(1)], page]
    small.more = {"numberMatched": 3}
    assert words in told(run, tmp_path, small.layer)


def test_features_that_lie_elsewhere_are_refused(small, run, tmp_path):
    small.pages = [[tree(1, 3.0, 43.0)]]
    assert "elsewhere" in told(run, tmp_path, small.layer)


def test_the_largest_limit_is_read_in_the_description_of_the_service(small, run, tmp_path):
    described = {"paths": {"/collections/{collectionId}/items": {"get": {"parameters": [
        {"$ref": "#/components/parameters/limit"}]}}},
        "components": {"parameters": {"limit": {"name": "limit", "schema": {"maximum": 7}}}}}  # fmt: skip
    small.server.always("/api", reply(200, b'{"links": [{"rel": "service-desc", "href": "/api/open"}]}'))
    small.server.always("/api/open", reply(200, json.dumps(described).encode()))
    usual = small._items

    def strict(handler: Any) -> None:
        limit = int(parse_qs(urlsplit(handler.received.target).query).get("limit", ["1"])[0])
        (reply(400, b"{}") if limit > 7 else usual)(handler)

    small.server.always("/api/collections/arbre/items", strict)
    small.pages = [[tree(1)], [tree(2)]]
    assert len(clipped(run, tmp_path, small.layer)) == 2
    assert any("limit=7" in each.target for each in small.server.received)


def test_a_catalogue_whose_address_is_not_of_a_collection_is_refused_with_an_example(run, tmp_path):
    from qgis.core import QgsProcessingException

    text = catalogue(tmp_path / "c.yaml", {"essai": ("ogcapi", "https://www.example.org/ogcapi", "point")})
    with pytest.raises(QgsProcessingException, match="/collections/"):
        run("clip", TERRITORY="commune:35238", LAYERS="essai", CATALOGUE=text)
