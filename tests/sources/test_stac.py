"""STAC: a static catalogue, the API of a real pygeoapi; footprints and vector files; what is missing is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
import shapely
from qgis.core import QgsProcessingException

from tests.clip.files import perimeter_file, read_gpkg, recipe_of
from tests.network.server import Server, reply
from tests.servers.front import Front
from tests.servers.ogc import PyGeoApi, _collection, _postgis_provider
from tests.sources.ogc_clip import assert_same, catalogue, natively, quarter, real_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SQUARE = "POLYGON((-2 47, -1 47, -1 48, -2 48, -2 47))"


def item(name: str, west: float, south: float, **assets: str) -> dict[str, Any]:
    """An item of 0.4 degrees."""
    box = [west, south, west + 0.4, south + 0.4]
    return {
        "type": "Feature", "stac_version": "1.0.0", "id": name, "collection": "ortho", "bbox": box,
        "geometry": json.loads(shapely.to_geojson(shapely.box(*box))),
        "properties": {"datetime": "2024-06-01T10:00:00Z", "gsd": 0.2, "proj:shape": [1, 2]},
        "links": [], "assets": {key: {"href": href, "roles": ["data"]} for key, href in assets.items()},
    }  # fmt: skip


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def put(server: Server, path: str, document: Any) -> None:
    server.always(path, reply(200, json.dumps(document).encode(), Content_Type="application/json"))


def static(server: Server, items: list[dict[str, Any]]) -> str:
    """catalog.json → collection.json → items; and a collection elsewhere, which must not be walked."""
    put(server, "/catalog.json", {
        "type": "Catalog", "stac_version": "1.0.0", "id": "c", "description": "", "links": [
            {"rel": "child", "href": "./ortho/collection.json"}, {"rel": "child", "href": "./far/collection.json"},
            {"rel": "self", "href": "https://www.example.org/catalog.json"},
        ],
    })  # fmt: skip
    for name, box in (("ortho", [-5, 42, 8, 51]), ("far", [50, -22, 56, -20])):
        put(server, f"/{name}/collection.json", {
            "type": "Collection", "stac_version": "1.0.0", "id": name, "license": "etalab-2.0",
            "extent": {"spatial": {"bbox": [box]}},
            "links": [{"rel": "item", "href": f"./{each['id']}.json"} for each in items],
        })  # fmt: skip
    for each in items:
        put(server, f"/ortho/{each['id']}.json", each)
    return server.url("/catalog.json")


def clipped(run: Any, tmp_path: Path, layer: str, perimeter: str = "", kind: str = "polygon", **more: Any) -> Any:
    perimeter = perimeter or perimeter_file(tmp_path / "p.gpkg", SQUARE, epsg=4326)
    text = catalogue(tmp_path / "c.yaml", {"essai": ("stac", layer, kind)}, key="")
    return run("clip", PERIMETER=perimeter, LAYERS="essai", CATALOGUE=text, **{"CRS": "EPSG:4326", **more})


def test_a_static_catalogue_is_walked_and_its_footprints_clipped(server, run, tmp_path):
    url = static(server, [item("a", -1.5, 47.5, visual="./a.tif"), item("b", -1.2, 47.8), item("c", 3.0, 45.0)])
    clipped(run, tmp_path, url)
    rows = {row.values["id"]: row for row in read_gpkg(tmp_path / "result.gpkg", "essai")}
    assert set(rows) == {"a", "b"}
    assert rows["a"].geometry.area == pytest.approx(0.16)
    assert rows["b"].geometry.area == pytest.approx(0.2 * 0.2)
    assert json.loads(rows["a"].values["assets"]) == {"visual": server.url("/ortho/a.tif")}
    assert (rows["a"].values["gsd"], rows["a"].values["proj:shape"]) == (0.2, "[1, 2]")
    assert not [each for each in server.received if "/far/" in each.path and each.path != "/far/collection.json"]
    assert recipe_of(tmp_path / "result.gpkg")["essai"]["edition"] == "2024-06-01"


def test_a_dead_link_of_a_static_catalogue_is_no_success(server, run, tmp_path):
    url = static(server, [item("a", -1.5, 47.5)])
    server.always("/ortho/a.json", reply(404, b"{}", Content_Type="application/json"))
    with pytest.raises(QgsProcessingException):
        clipped(run, tmp_path, url)


def api(server: Server, items: list[dict[str, Any]], matched: int | None = None, size: int = 2) -> str:
    """An API whose search gives `size` items at once, and follows by a POST."""

    def search(handler: Any) -> None:
        asked = parse_qs(urlsplit(handler.received.target).query)
        body = json.loads(handler.received.body or b"{}")
        box = [float(part) for part in asked["bbox"][0].split(",")] if "bbox" in asked else body["bbox"]
        start = int(body.get("token", 0))
        found = [each for each in items if shapely.box(*box).intersects(shapely.box(*each["bbox"]))]
        links = []
        if start + size < len(found):
            body = {"bbox": box, "token": start + size}
            links = [{"rel": "next", "href": server.url("/search"), "method": "POST", "body": body}]
        page = {
            "type": "FeatureCollection", "features": found[start : start + size], "links": links,
            "numberMatched": len(found) if matched is None else matched,
        }  # fmt: skip
        reply(200, json.dumps(page).encode(), Content_Type="application/geo+json")(handler)

    links = [{"rel": "search", "href": server.url("/search"), "type": "application/geo+json"}]
    put(server, "/api", {"type": "Catalog", "stac_version": "1.0.0", "id": "api", "links": links})
    server.always("/search", search)
    return server.url("/api")


def test_an_api_is_asked_by_the_box_and_followed_by_its_posts(server, run, tmp_path):
    items = [item(f"i{n}", -1.9 + n / 10, 47.2) for n in range(5)] + [item("far", 3, 45)]
    clipped(run, tmp_path, api(server, items))
    assert {row.values["id"] for row in read_gpkg(tmp_path / "result.gpkg", "essai")} == {f"i{n}" for n in range(5)}
    assert [each.method for each in server.to("/search")] == ["GET", "POST", "POST"]


def test_fewer_items_than_the_api_announced_are_no_success(server, run, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"\b5 items, and gave 1\b"):
        clipped(run, tmp_path, api(server, [item("a", -1.5, 47.5)], matched=5))


def test_a_link_to_another_server_is_not_followed(server, run, tmp_path):
    put(server, "/api", {"type": "Catalog", "stac_version": "1.0.0", "id": "api", "links": [
        {"rel": "search", "href": "https://elsewhere.example.org/search"}]})  # fmt: skip
    with pytest.raises(QgsProcessingException):
        clipped(run, tmp_path, server.url("/api"))


def test_what_is_no_stac_is_told(server, run, tmp_path):
    put(server, "/api", {"hello": "world"})
    with pytest.raises(QgsProcessingException, match="STAC"):
        clipped(run, tmp_path, server.url("/api"))


@pytest.mark.parametrize("asset", ["data", "parquet", "nothing"])
def test_the_vector_files_of_an_asset_are_clipped(asset, server, shared, run, tmp_path):
    redon = real_data(shared, tmp_path, "EPSG:2154")
    from osgeo import gdal

    gdal.VectorTranslate(str(tmp_path / "surface.fgb"), str(redon), format="FlatGeobuf", layers=["surface"])
    server.always("/surface.fgb", reply(200, (tmp_path / "surface.fgb").read_bytes()))
    files = {"data": "../surface.fgb", "parquet": "../surface.parquet", "visual": "../surface.tif"}
    url = static(server, [item("a", -2.3, 47.5, **files), item("c", 3.0, 45.0, data="../far.fgb")])
    perimeter = quarter(redon, "surface", tmp_path, "EPSG:2154")
    layer = f"{url}|asset={asset}"
    if asset == "data":
        clipped(run, tmp_path, layer, perimeter, CRS="EPSG:2154")
        theirs = natively(run, redon, "surface", perimeter, tmp_path)
        assert_same(read_gpkg(tmp_path / "result.gpkg", "essai"), theirs, "EPSG:2154")
    elif asset == "nothing":
        with pytest.raises(QgsProcessingException, match="data, parquet, visual"):
            clipped(run, tmp_path, layer, perimeter)
    elif gdal.GetDriverByName("Parquet") is None:
        with pytest.raises(QgsProcessingException, match="GeoParquet"):
            clipped(run, tmp_path, layer, perimeter)


# ---------------------------------------------------------------- pygeoapi
class StacPyGeoApi(PyGeoApi):
    """pygeoapi whose trees are the items of a STAC API."""

    def _config(self, port: int, postgis: Any, folder: Path) -> dict:
        config = super()._config(port, postgis, folder)
        made = _collection("Arbres", _postgis_provider(postgis, "arbre_texte", "id_public", "OGC/1.3/CRS84"))
        config["resources"] = {"arbre_texte": {**made, "type": "stac-collection"}}
        return config


def test_the_stac_api_of_pygeoapi_gives_what_its_table_holds(postgis, run, tmp_path, tmp_path_factory):
    postgis.reset()
    front = Front(tmp_path_factory.mktemp("front"))
    try:
        real = StacPyGeoApi(front, postgis, tmp_path_factory.mktemp("pygeoapi"))
        try:
            square = "POLYGON((-1.7 48, -1.6895 48, -1.6895 49, -1.7 49, -1.7 48))"
            perimeter = perimeter_file(tmp_path / "p.gpkg", square, epsg=4326)
            clipped(run, tmp_path, f"{real.url}/stac-api", perimeter, "point")
        finally:
            real.stop()
    finally:
        front.stop()
    rows = read_gpkg(tmp_path / "result.gpkg", "essai")
    theirs = postgis.rows("SELECT id_public FROM arbre_texte WHERE ST_X(geom) BETWEEN -1.7 AND -1.6895")
    assert {row.values["id"] for row in rows} == {name for (name,) in theirs}
    assert len(rows) == 10
