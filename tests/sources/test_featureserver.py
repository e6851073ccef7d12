"""A layer of an ArcGIS server, from a strict stand-in: what native:clip makes of the file, whatever the server can."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import ogr
from qgis.core import QgsProcessingException

from tests.clip.files import perimeter_file, read_gpkg, recipe_of, write_gpkg
from tests.network.server import Server, reply
from tests.sources.ogc_clip import GEOMETRIES, assert_same, catalogue, natively, quarter, real_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SQUARE = "POLYGON((0 0, 100000 0, 100000 7000000, 0 7000000, 0 0))"


@pytest.fixture(scope="module")
def redon(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return real_data(shared, tmp_path_factory.mktemp("redon"), "EPSG:2154")


@pytest.fixture
def few(tmp_path: Path) -> tuple[Path, str]:
    """250 points with a date, 200 of them in a perimeter; a table of two rows."""
    rows = [(f"POINT({350000 + 5 * n} 6790000)", n, f"n° {n}") for n in range(1, 251)]
    path = write_gpkg(tmp_path / "few.gpkg", "arbre", rows, {"cle": int, "nom": str}, kind=ogr.wkbPoint)
    write_gpkg(path, "essence", [(None, 1, "frêne"), (None, 2, "tilleul")], {"cle": int, "nom": str}, kind=ogr.wkbNone)
    around = "POLYGON((349990 6789990, 351002 6789990, 351002 6790010, 349990 6790010, 349990 6789990))"
    return path, perimeter_file(tmp_path / "perimeter.gpkg", around)


def clipped(run: Any, tmp_path: Path, server: Any, perimeter: str, number: int = 0, kind: str = "point") -> Any:
    text = catalogue(tmp_path / "c.yaml", {"essai": ("featureserver", f"{server.url}/{number}", kind)})
    return run("clip", PERIMETER=perimeter, LAYERS="essai", CATALOGUE=text, CRS="EPSG:2154")


@pytest.mark.parametrize(
    "server", [{"most": 120}, {"most": 120, "pages": False}, {"most": 120, "esri_json": False}], ids=str
)
def test_every_kind_of_server_gives_what_native_clip_makes_of_the_file(server, arcgis, redon, run, tmp_path):
    layers = {name: (redon, name, "cle", 2154, "geom") for name in GEOMETRIES}
    url = arcgis(layers, **server).url
    entries = {
        f"essai_{name}": ("featureserver", f"{url}/{at}", kind) for at, (name, kind) in enumerate(GEOMETRIES.items())
    }
    perimeter = quarter(redon, "surface", tmp_path, "EPSG:2154")
    text = catalogue(tmp_path / "c.yaml", entries)
    result = run("clip", PERIMETER=perimeter, LAYERS=",".join(entries), CATALOGUE=text, CRS="EPSG:2154")
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (3, 0), run.log
    for name in GEOMETRIES:
        theirs = natively(run, redon, name, perimeter, tmp_path)
        assert len(theirs) > server["most"] / 2
        assert_same(read_gpkg(tmp_path / "result.gpkg", f"essai_{name}"), theirs, "EPSG:2154")


def test_the_server_counts_first_and_the_count_is_in_the_recipe(arcgis, few, run, tmp_path):
    path, perimeter = few
    server = arcgis({"arbre": (path, "arbre", "cle", 2154, "geom")}, most=70)
    clipped(run, tmp_path, server, perimeter)
    queries = [each for each in server.log() if each.path.endswith("/query")]
    assert queries[0].params["returncountonly"] == "true"
    assert [each.params["resultoffset"] for each in queries[1:]] == ["0", "70", "140"]
    row = recipe_of(tmp_path / "result.gpkg")["essai"]
    assert (row["announced"], row["written"]) == (200, 200)


def test_a_table_without_geometry_is_read_whole(arcgis, few, run, tmp_path):
    path, perimeter = few
    server = arcgis({"arbre": (path, "arbre", "cle", 2154, "geom"), "essence": (path, "essence", "cle", 2154, "")})
    clipped(run, tmp_path, server, perimeter, 1, "none")
    assert [row.values["nom"] for row in read_gpkg(tmp_path / "result.gpkg", "essai")] == ["frêne", "tilleul"]


def test_an_error_that_comes_with_200_is_told_with_what_to_do(arcgis, few, run, tmp_path):
    path, perimeter = few
    server = arcgis({"arbre": (path, "arbre", "cle", 2154, "geom")})
    server.fault("token", times=-1)
    with pytest.raises(
        QgsProcessingException, match=r"Token Required.*(authentication configuration|authentification)"
    ):
        clipped(run, tmp_path, server, perimeter)
    assert {each.status for each in server.log()} == {200}


def test_the_address_of_no_layer_is_refused_before_anything_is_sent(run, few, tmp_path):
    text = catalogue(tmp_path / "c.yaml", {"essai": ("featureserver", "https://127.0.0.1/FeatureServer", "point")})
    with pytest.raises(QgsProcessingException, match="FeatureServer/0"):
        run("clip", PERIMETER=few[1], LAYERS="essai", CATALOGUE=text)


def _scripted(count: int, pages: list[list[int]]) -> Callable[[Any], None]:
    """A server that announces `count` points and gives these pages, then empty ones."""
    coming = iter(pages)

    def step(handler: Any) -> None:
        asked = handler.received.body.decode()
        document: dict[str, Any] = {"count": count}
        if "returnCountOnly" not in asked:
            numbers = next(coming, [])
            document = {
                "objectIdFieldName": "cle", "geometryType": "esriGeometryPoint",
                "spatialReference": {"wkid": 102110, "latestWkid": 2154},
                "fields": [{"name": "cle", "type": "esriFieldTypeOID", "alias": "cle"}],
                "features": [{"attributes": {"cle": n}, "geometry": {"x": 350000 + n, "y": 6790000}} for n in numbers],
                "exceededTransferLimit": True,
            }  # fmt: skip
        reply(200, json.dumps(document).encode(), Content_Type="application/json")(handler)

    return step


@pytest.mark.parametrize(
    ("pages", "complete"), [([[1, 2], [3, 4]], True), ([[1, 2], [2, 3]], False), ([[1, 2]], False)], ids=str
)
def test_fewer_objects_than_the_server_counted_are_no_success(pages, complete, few, run, tmp_path):
    server = Server()
    try:
        layer = {
            "type": "Feature Layer", "name": "arbre", "geometryType": "esriGeometryPoint", "maxRecordCount": 2,
            "objectIdField": "cle", "fields": [{"name": "cle", "type": "esriFieldTypeOID"}], "capabilities": "Query",
            "advancedQueryCapabilities": {"supportsPagination": True},
            "extent": {"spatialReference": {"wkid": 102110, "latestWkid": 2154}},
        }  # fmt: skip
        body = json.dumps(layer).encode()
        server.always("/FeatureServer/0", reply(200, body, Content_Type="application/json"))
        server.always("/FeatureServer/0/query", _scripted(4, pages))
        text = catalogue(tmp_path / "c.yaml", {"essai": ("featureserver", server.url("/FeatureServer/0"), "point")})
        if complete:
            run("clip", PERIMETER=few[1], LAYERS="essai", CATALOGUE=text, CRS="EPSG:2154")
            assert len(read_gpkg(tmp_path / "result.gpkg", "essai")) == 4
        else:
            with pytest.raises(QgsProcessingException, match=r"\b4\b"):
                run("clip", PERIMETER=few[1], LAYERS="essai", CATALOGUE=text, CRS="EPSG:2154")
    finally:
        server.close()
