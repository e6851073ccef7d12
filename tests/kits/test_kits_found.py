"""A kit with layers that a search has found: data.gouv.fr (a stand-in) and the CSW of a platform (a real pycsw)."""

from __future__ import annotations

import csv
import json

import pyproj
import pytest
import shapely
from qgis.core import QgsProcessingException

from data_territoires_plugin.catalogue.kits import DATA
from tests.catalogue.remote.iso import Record, load
from tests.clip.files import perimeter_file, read_gpkg, recipe_of
from tests.kits.conftest import TERRITORY
from tests.network.server import Server, reply
from tests.standins.datagouv import Dataset, File

TREES = "datagouv:11111111-0000-4000-8000-00000000000A"
SECRET = "datagouv:22222222-0000-4000-8000-000000000001"
TREE_TABLE = "datagouv__11111111-0000-4000-8000-00000000000A"
WEST, BOTH = shapely.box(350_000, 6_790_000, 352_000, 6_792_000), shapely.box(350_000, 6_790_000, 354_000, 6_792_000)
OUTSIDE = "MULTIPOLYGON(((349000 6790500,349000 6791500,351500 6791500,351500 6790500,349000 6790500)))"


def trees():
    """A tree every 300 m, within the two communes and around them: name → place in Lambert-93."""
    return {
        f"T{x}_{y}": (x, y) for x in range(349_050, 355_000, 300) for y in range(6_789_050, 6_793_000, 300)
    }  # fmt: skip


def lonlat(x, y):
    return pyproj.Transformer.from_crs(2154, 4326, always_xy=True).transform(x, y)


def inside(shape):
    return {name for name, place in trees().items() if shape.contains(shapely.Point(place))}


@pytest.fixture
def site(services, catalogues, endpoints, tmp_path):
    """data.gouv.fr with the trees, and a restricted dataset."""
    path = tmp_path / "arbres.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["nom", "longitude", "latitude"])
        writer.writerows([name, *(f"{each:.8f}" for each in lonlat(*place))] for name, place in trees().items())
    datasets = [
        Dataset("a" * 24, "Arbres remarquables", (File(TREES.partition(":")[2], "arbres.csv", "csv", str(path)),)),
        Dataset(
            "b" * 24, "Réservé", (File(SECRET.partition(":")[2], "r.csv", "csv", str(path)),),
            access_type="restricted", reason="secret fiscal",
        ),
    ]  # fmt: skip
    server = catalogues("datagouv", datasets)
    endpoints(datagouv=server.url, datagouv_tabular=server.url)
    return server


@pytest.fixture
def kit(site, run, tmp_path):
    folder = tmp_path / "cle" / "kit"
    layers = f"bdtopo_batiment,{TREES}"
    result = run("makekit", TERRITORY=TERRITORY, LAYERS=layers, TITLE="Arbres", OUTPUT=str(folder))
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (3, 0)  # and the contours of the communes
    return folder


def names(path):
    return {row.values["nom"] for row in read_gpkg(path, TREE_TABLE)}


def test_a_layer_found_by_a_search_is_in_the_kit_with_its_licence(kit):
    assert names(kit / "kit.gpkg") == inside(BOTH)
    licences = (kit / "LICENCES.md").read_text(encoding="utf-8")
    assert TREE_TABLE in licences
    assert "Ville de Rennes" in licences
    assert TREE_TABLE in [layer["id"] for layer in json.loads((kit / "kit.json").read_text(encoding="utf-8"))["layers"]]


@pytest.mark.parametrize("written", [TREES, TREE_TABLE])
def test_offline_on_another_machine_its_id_gives_the_same_layer(
    written, kit, site, services, elsewhere, run, monkeypatch
):
    run("openkit", INPUT=str(elsewhere(kit)), OUTPUT=None)
    site.clear()
    services.clear()
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    result = run("clip", TERRITORY="commune:35238", LAYERS=f"{written},bdtopo_batiment")
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (2, 0)
    assert names(result["OUTPUT"]) == inside(WEST)
    assert (site.log(), services.log()) == ([], [])
    assert "Ville de Rennes" in recipe_of(result["OUTPUT"])[TREE_TABLE]["attribution"]
    alone = run("clip", TERRITORY="commune:35238", LAYERS=written)
    again = run("refresh", INPUT=alone["OUTPUT"], OUTPUT="")
    assert (again["LAYERS_FAILED"], again["LAYERS_UNCHANGED"]) == (0, 1)


def test_the_kit_closed_still_serves_offline(kit, site, elsewhere, run, monkeypatch):
    run("openkit", INPUT=str(elsewhere(kit)), OUTPUT=None)
    run("openkit", INPUT="", OUTPUT=None)
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    result = run("clip", TERRITORY="commune:35047", LAYERS=TREES)
    assert names(result["OUTPUT"]) == inside(BOTH) - inside(WEST)
    assert run("refresh", INPUT=result["OUTPUT"], OUTPUT="")["LAYERS_FAILED"] == 0


def test_the_search_and_the_catalogue_show_it_once_the_kit_is_open(kit, site, elsewhere, run, monkeypatch, tmp_path):
    from data_territoires_plugin.catalogue import load_catalogue

    run("openkit", INPUT=str(elsewhere(kit)), OUTPUT=None)
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    assert load_catalogue().entry(TREE_TABLE).title == "Arbres remarquables"
    found = run("search", QUERY="arbres remarquables", SOURCE="catalogue", OUTPUT=str(tmp_path / "t.gpkg"))
    rows = read_gpkg(found["OUTPUT"], "t")
    assert TREE_TABLE in {row.values["id"] for row in rows}


def test_beyond_the_kit_its_producer_is_asked_and_offline_it_is_refused_in_words(
    kit, site, services, elsewhere, run, monkeypatch, tmp_path
):
    run("openkit", INPUT=str(elsewhere(kit)), OUTPUT=None)
    site.clear()
    beyond = perimeter_file(tmp_path / "dehors.gpkg", OUTSIDE)
    result = run("clip", PERIMETER=beyond, LAYERS=TREES)
    assert names(result["OUTPUT"]) == inside(shapely.box(349_000, 6_790_500, 351_500, 6_791_500))
    assert site.log()
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "vide"))
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    with pytest.raises(QgsProcessingException, match=r"offline|never made online"):
        run("clip", PERIMETER=beyond, LAYERS=TREES)


def test_a_layer_that_only_the_kit_has_is_not_read_beyond_its_land(kit, elsewhere, run, tmp_path):
    """A layer of the catalogue of the kit's maker: the table of the kit is all there is of it."""
    import yaml

    from tests.kits.test_kits import sign

    folder = elsewhere(kit)
    written = yaml.safe_load((folder / "catalogue.yaml").read_text(encoding="utf-8"))
    written["entries"]["arbres_de_l_agglo"] = written["entries"][TREE_TABLE]
    (folder / "catalogue.yaml").write_text(yaml.safe_dump(written, allow_unicode=True), encoding="utf-8")
    sign(folder, "catalogue.yaml")
    manifest = json.loads((folder / "kit.json").read_text(encoding="utf-8"))
    manifest["layers"].append({"id": "arbres_de_l_agglo", "edition": "", "fetched": "2026-01-01"})
    (folder / "kit.json").write_text(json.dumps(manifest), encoding="utf-8")
    run("openkit", INPUT=str(folder), OUTPUT=None)
    beyond = perimeter_file(tmp_path / "dehors.gpkg", OUTSIDE)
    with pytest.raises(QgsProcessingException, match="“Arbres”, which does not hold this perimeter"):
        run("clip", PERIMETER=beyond, LAYERS="arbres_de_l_agglo")


def test_an_entry_of_the_users_own_on_the_file_of_a_kit_is_a_file_like_any_other(kit, elsewhere, run, tmp_path):
    folder = elsewhere(kit)
    run("openkit", INPUT=str(folder), OUTPUT=None)
    catalogue = tmp_path / "a_moi.yaml"
    catalogue.write_text(
        "entries:\n  mes_arbres:\n    title: Mes arbres\n    abstract: Les arbres du kit.\n    theme: bati\n"
        f"    producer: Moi\n    service: local\n    layer: {folder / DATA}|layername={TREE_TABLE}\n"
        "    geometry: point\n    licence: lov2\n    attribution: Moi\n    cut: within\n    cut_reason: Des points.\n",
        encoding="utf-8",
    )
    beyond = perimeter_file(tmp_path / "dehors.gpkg", OUTSIDE)
    result = run("clip", PERIMETER=beyond, LAYERS="mes_arbres", CATALOGUE=str(catalogue))
    found = {row.values["nom"] for row in read_gpkg(result["OUTPUT"], "mes_arbres")}
    assert found == inside(shapely.box(350_000, 6_790_500, 351_500, 6_791_500))


def test_restricted_data_and_layers_that_are_no_more_are_left_out_and_counted(site, run, tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_TERRITOIRES_DATAGOUV_AUTHCFG", "abc1234")
    gone = "datagouv:99999999-0000-4000-8000-000000000001"
    folder = tmp_path / "kit"
    result = run("makekit", TERRITORY=TERRITORY, LAYERS=f"{TREES},{SECRET},{gone}", OUTPUT=str(folder))
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (2, 2)
    assert "left out of the kit" in run.log
    assert "has no resource" in run.log
    with pytest.raises(QgsProcessingException, match="No layer is left for the kit"):
        run("makekit", TERRITORY=TERRITORY, LAYERS=SECRET, OUTPUT=str(tmp_path / "autre"))
    assert not [each for each in site.log() if each.headers.get("x-api-key")]


def test_a_layer_found_in_the_csw_of_a_platform_is_in_the_kit(
    pycsw, front, services, elsewhere, run, tmp_path, monkeypatch
):
    points = [
        {"type": "Feature", "properties": {"nom": name},
         "geometry": {"type": "Point", "coordinates": list(lonlat(*place))}}
        for name, place in trees().items()
    ]  # fmt: skip
    files = Server()
    try:
        body = json.dumps({"type": "FeatureCollection", "features": points}).encode()
        files.always("/arbres.geojson", reply(200, body, Content_Type="application/geo+json"))
        link = ("WWW:DOWNLOAD-1.0-http--download", files.url("/arbres.geojson"), "arbres.geojson")
        record = Record(
            "kit arbres", "Platanes du kit", box=(-4, 47, 0, 49), licence="Licence Ouverte 2.0", links=(link,)
        )
        load(pycsw.csw, [record], front.user, front.password)
        platforms = tmp_path / "plateformes.yaml"
        platforms.write_text(f"essai:\n  title: Essai\n  regions: ['53']\n  csw: {pycsw.csw}\n", encoding="utf-8")
        monkeypatch.setenv("DATA_TERRITOIRES_PLATFORMS", str(platforms))
        found = run("search", QUERY="platanes kit", SOURCE="essai", OUTPUT=str(tmp_path / "t.gpkg"))
        (layer,) = [row.values["id"] for row in read_gpkg(found["OUTPUT"], "t")]
        run("makekit", TERRITORY=TERRITORY, LAYERS=layer, OUTPUT=str(tmp_path / "kit"))
        run("openkit", INPUT=str(elsewhere(tmp_path / "kit")), OUTPUT=None)
        asked = len(files.received)
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        assert run("clip", TERRITORY=TERRITORY, LAYERS=layer)["FEATURES"] == len(inside(BOTH))
        assert len(files.received) == asked
    finally:
        files.close()
