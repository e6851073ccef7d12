"""The APIs of JSON on a real commune: its contour, real buildings, and companies placed on them."""

from __future__ import annotations

from importlib import import_module

import pytest
import shapely
from osgeo import gdal, ogr

from tests.clip.files import read_gpkg, recipe_of
from tests.sources import json_rows

COMMUNE = "56260"  # Vannes
CONTOURS = "ADMINEXPRESS-COG.LATEST:commune"


@pytest.fixture(scope="module")
def contours(shared, tmp_path_factory):
    """The communes of Bretagne as Admin Express names them."""
    path = tmp_path_factory.mktemp("communes") / "communes.gpkg"
    statement = "SELECT geom, 'COMMUNE_' || code AS cleabs, nom AS nom_officiel, code AS code_insee FROM commune_2026"
    options = gdal.VectorTranslateOptions(
        format="GPKG", SQLStatement=statement, layerName="commune", geometryType="PROMOTE_TO_MULTI",
        layerCreationOptions=["GEOMETRY_NAME=geometrie"],
    )  # fmt: skip
    made = gdal.VectorTranslate(str(path), str(shared / "data/admin/bretagne_admin.gpkg"), options=options)
    del made
    return path


@pytest.fixture(scope="module")
def houses(shared):
    """Buildings in Vannes and around, in longitude and latitude."""
    dataset = ogr.Open(str(shared / "data/osm/vannes_geoclimate_osm.gpkg"))
    layer = dataset.GetLayerByName("building")
    return [json_rows.degrees(shapely.from_wkb(bytes(each.geometry().ExportToWkb()))) for each in layer][::40]


@pytest.fixture
def world(geopf, json_api, endpoints, contours, houses, monkeypatch):
    """The contours, and the APIs with rows on the houses; gives what the APIs hold."""
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)
    monkeypatch.setattr(import_module("data_territoires_plugin.network.endpoints"), "_rates", lambda _path: {})
    wfs = geopf({CONTOURS: (contours, "commune", "cleabs", "EPSG:2154", "geometrie")}, rate=0)
    buildings = [
        {
            "rnb_id": f"R{at:05d}", "status": "constructed", "point": json_rows.geojson(house.representative_point()),
            "shape": json_rows.geojson(house), "addresses": [], "ext_ids": [], "plots": [], "is_active": True,
        }
        for at, house in enumerate(houses)
    ]  # fmt: skip
    units = json_rows.units(40, COMMUNE)
    rnb, companies = json_api("rnb", buildings), json_api("recherche_entreprises", units)
    endpoints(geopf_wfs=wfs.url, rnb=rnb.url, recherche_entreprises=companies.url)
    return buildings, units, companies


def test_a_commune_is_clipped_out_of_both(world, run, contours, houses):
    buildings, units, companies = world
    result = run("clip", TERRITORY=f"commune:{COMMUNE}", LAYERS="rnb_emprises,sirene_etablissements")
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (2, 0)
    (known,) = [row.geometry for row in read_gpkg(contours, "commune") if row.values["code_insee"] == COMMUNE]
    contour = json_rows.degrees(known)
    wanted = {row["rnb_id"] for row, house in zip(buildings, houses, strict=True) if contour.intersects(house)}
    assert 0 < len(wanted) < len(buildings)
    rows = read_gpkg(result["OUTPUT"], "rnb_emprises")
    assert {row.values["rnb_id"] for row in rows} == wanted
    # By its code: those that the commune has, wherever they are placed; those without a place are only counted.
    rows = read_gpkg(result["OUTPUT"], "sirene_etablissements")
    here = [each for unit in units for each in unit["etablissements"] if each["commune"] == COMMUNE]
    assert {row.values["siret"] for row in rows} == {each["siret"] for each in here if each["latitude"]}
    assert {exchange.params["code_commune"] for exchange in companies.log()} == {COMMUNE}
    recipe = recipe_of(result["OUTPUT"])
    assert (recipe["sirene_etablissements"]["way"], recipe["rnb_emprises"]["way"]) == ("attribute", "bbox")
    assert recipe["sirene_etablissements"]["received"] == len(here)
