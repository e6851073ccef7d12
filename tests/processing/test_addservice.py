"""Any service by its address: recognised, listed as a catalogue, and clipped from it; real servers where there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback, QgsProcessingException

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.catalogue.remote.capabilities import discover
from data_territoires_plugin.errors import CatalogueError, NetworkError
from tests.accounts import account
from tests.clip.files import perimeter_file, read_gpkg
from tests.network.server import Server, reply
from tests.servers.ogc import Served
from tests.sources.ogc_clip import assert_same, natively, quarter, real_data

if TYPE_CHECKING:
    from collections.abc import Iterator

_GUARDED = """location /prive/ {{ auth_basic "sig"; auth_basic_user_file {folder}/editors;
  proxy_pass {target}/; proxy_set_header Host $http_host; }}"""


@pytest.fixture(scope="module")
def redon(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return real_data(shared, tmp_path_factory.mktemp("redon"), "EPSG:2154")


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def added(run: Any, tmp_path: Path, url: str, **more: Any) -> tuple[dict[str, Any], Any]:
    """What the algorithm gives, and the catalogue it wrote."""
    result = run("addservice", URL=url, OUTPUT=str(tmp_path / "service.yaml"), **more)
    return result, load_catalogue(Path(result["OUTPUT"]))


@pytest.mark.parametrize("version", ["", "?service=WFS&version=1.1.0&request=GetCapabilities"])
def test_a_wfs_of_mapserver_becomes_a_catalogue_that_is_clipped(version, mapserver, redon, run, tmp_path):
    url = mapserver.serve({"surface": Served(redon, "surface", "POLYGON", 2154, "cle")})
    result, catalogue = added(run, tmp_path, url + version)
    assert (result["COUNT"], result["LEFT_OUT"]) == (1, 0)
    entry = next(each for each in catalogue.entries if each.id.endswith("surface"))
    perimeter = quarter(redon, "surface", tmp_path, "EPSG:2154")
    run("clip", PERIMETER=perimeter, LAYERS=entry.id, CATALOGUE=result["OUTPUT"], CUT="cut", CRS="EPSG:2154")
    theirs = natively(run, redon, "surface", perimeter, tmp_path)
    assert_same(read_gpkg(tmp_path / "result.gpkg", entry.id), theirs, "EPSG:2154")


@pytest.mark.parametrize("end", ["", "/collections", "/collections/parcelle"])
def test_an_ogc_api_is_recognised_from_any_of_its_pages(end, pygeoapi, run, tmp_path):
    result, catalogue = added(run, tmp_path, pygeoapi.url + end)
    assert result["COUNT"] == (1 if end.endswith("parcelle") else 3)
    layer = next(each for each in catalogue.entries if each.layer.endswith("/collections/parcelle"))
    square = "POLYGON((349000 6789000, 351000 6789000, 351000 6791000, 349000 6791000, 349000 6789000))"
    perimeter = perimeter_file(tmp_path / "p.gpkg", square)
    run("clip", PERIMETER=perimeter, LAYERS=layer.id, CATALOGUE=result["OUTPUT"], CRS="EPSG:2154")
    assert len(read_gpkg(tmp_path / "result.gpkg", layer.id)) == 10


def test_qgis_server_is_recognised_by_its_wfs_and_by_its_api(qgis_server):
    for url in (f"{qgis_server.url}?service=WFS", qgis_server.api):
        found = discover(url, QgsFeedback())
        assert {each.id for each in found} == {"arbre", "arbre_texte", "parcelle"}
        assert all(each.best for each in found)


def test_a_wms_is_listed_as_backgrounds_and_not_clipped(qgis_server, run, tmp_path):
    found = discover(f"{qgis_server.url}?service=WMS", QgsFeedback())
    assert {"arbre", "parcelle"} <= {each.id for each in found}
    assert not any(each.best for each in found)
    with pytest.raises(QgsProcessingException, match=r"background|fond"):
        added(run, tmp_path, f"{qgis_server.url}?service=WMS")


def test_an_arcgis_server_becomes_a_catalogue_with_the_licence_it_tells(arcgis, redon, run, tmp_path):
    layers = {name: (redon, name, "cle", 2154, "geom") for name in ("point", "surface")}
    result, catalogue = added(run, tmp_path, arcgis(layers).url)
    assert result["COUNT"] == 2
    entry = next(each for each in catalogue.entries if each.layer.endswith("FeatureServer/1"))
    assert entry.licence.id == "lov2"
    perimeter = quarter(redon, "surface", tmp_path, "EPSG:2154")
    run("clip", PERIMETER=perimeter, LAYERS=entry.id, CATALOGUE=result["OUTPUT"], CUT="cut", CRS="EPSG:2154")
    assert_same(
        read_gpkg(tmp_path / "result.gpkg", entry.id), natively(run, redon, "surface", perimeter, tmp_path), "EPSG:2154"
    )


def test_a_catalogue_of_records_says_to_search_it(pycsw):
    for url in (pycsw.csw, f"{pycsw.url}/collections/metadata:main"):
        (found,) = discover(url, QgsFeedback())
        assert found.best is None
        assert found.resources[0].unreadable


def test_the_filter_keeps_the_layers_named(qgis_server, run, tmp_path):
    result, _ = added(run, tmp_path, qgis_server.api, FILTER="arbre*")
    assert result["COUNT"] == 2
    with pytest.raises(QgsProcessingException, match="parcelle"):
        added(run, tmp_path, qgis_server.api, FILTER="haie")


@pytest.mark.parametrize(
    ("body", "kind", "error"),
    [
        (b"<html><body>Bonjour</body></html>", "text/html", NetworkError),
        (b"{}", "application/json", CatalogueError),
        (b"", "text/plain", NetworkError),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><WFS_Capabilities>&b;</WFS_Capabilities>', "text/xml",
         NetworkError),
    ],
    ids=["a page", "any JSON", "nothing", "an entity"],
)  # fmt: skip
def test_what_is_no_service_is_told(body, kind, error, server):
    server.always("/x", reply(200, body, Content_Type=kind))
    with pytest.raises((error, CatalogueError)):
        discover(server.url("/x"), QgsFeedback())


# ---------------------------------------------------------------- secured
@pytest.fixture
def authcfg(qgis_app: Any, front: Any) -> Iterator[str]:
    """An authentication configuration with the editor's name and password."""
    with account("Basic", username=front.user, password=front.password) as authcfg:
        yield authcfg


@pytest.mark.parametrize("behind", ["pygeoapi", "mapserver", "arcgis"])
def test_a_secured_service_is_listed_and_clipped_with_its_configuration_and_refused_without(
    behind, front, authcfg, request, redon, run, tmp_path
):
    path, target = "", ""
    server = request.getfixturevalue(behind)
    if behind == "arcgis":
        standin = server({"surface": (redon, "surface", "cle", 2154, "geom")})
        target, path = standin.root(), standin.url.removeprefix(standin.root())
    elif behind == "mapserver":
        url = server.serve({"surface": Served(redon, "surface", "POLYGON", 2154, "cle")})
        target, path = front.url, url.removeprefix(front.url)
    else:
        target = server.url
    front._add("prive", _GUARDED.format(folder=front.folder, target=target))
    url = f"{front.url}/prive{path}"
    with pytest.raises(QgsProcessingException):
        added(run, tmp_path, url)
    result, catalogue = added(run, tmp_path, url, AUTHCFG=authcfg)
    name = "parcelle" if behind == "pygeoapi" else "surface" if behind == "mapserver" else "0"
    entry = next(each for each in catalogue.entries if each.options.get("authcfg") and each.id.endswith(name))
    assert front.password not in Path(result["OUTPUT"]).read_text(encoding="utf-8")
    perimeter = quarter(redon, "surface", tmp_path, "EPSG:2154")
    if behind == "pygeoapi":
        square = "POLYGON((349000 6789000, 351000 6789000, 351000 6791000, 349000 6791000, 349000 6789000))"
        perimeter = perimeter_file(tmp_path / "p.gpkg", square)
    done = run("clip", PERIMETER=perimeter, LAYERS=entry.id, CATALOGUE=result["OUTPUT"], CRS="EPSG:2154")
    assert done["LAYERS_FAILED"] == 0, run.log
    assert done["FEATURES"] > 5
