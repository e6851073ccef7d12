"""A real QGIS on a virtual screen: trees published on the real QGIS Server through the assistant, then taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import ogr, osr

from data_territoires_plugin.paths import resources
from tests.gui.screen import PICTURES, needs_a_screen, seen_by

DESK = Path(__file__).with_name("desk_publication.py")
WORK = 250  # milliseconds of the main thread in one go: what a hand notices

pytestmark = needs_a_screen


def trees(folder):
    """24 trees of the platform, three of them changed, four new ones; one that the platform would refuse."""
    path = folder / "arbres.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer = source.CreateLayer("arbres", system, ogr.wkbPoint)
    for name, kind in (("id_public", ogr.OFTString), ("essence", ogr.OFTString), ("hauteur", ogr.OFTReal),
                       ("nom_proprietaire", ogr.OFTString)):  # fmt: skip
        layer.CreateField(ogr.FieldDefn(name, kind))
    for n in [*range(1, 25), *range(101, 105)]:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["id_public"], feature["nom_proprietaire"] = f"A{n}", f"Personne Inventée {n}"
        feature["essence"] = "hêtre" if n in (3, 7) else "tilleul"
        feature["hauteur"] = 12.5 if n == 11 else float(n)
        x = -1.7 + n / 1000 if n < 100 else -1.7 + (n - 90) / 1200
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({x} {48.1 if n < 100 else 48.104})"))
        layer.CreateFeature(feature)
    return path


@pytest.fixture(scope="module")
def saw(tmp_path_factory, front, qgis_server, postgis):
    """What the script saw in QGIS; the database before, and after."""
    postgis.reset()
    folder = tmp_path_factory.mktemp("desk")
    query = "SELECT id_public, essence, hauteur, ST_AsText(geom, 6) FROM arbre ORDER BY 1"
    before = postgis.rows(query)
    seen = seen_by(
        DESK, folder, offline="0", trees=str(trees(folder)), address=qgis_server.api,
        style=str(resources() / "styles" / "generique_pct.qml"), editor=f"{front.user}:{front.password}",
    )  # fmt: skip
    seen["before"], seen["after"] = before, postgis.rows(query)
    postgis.reset()
    return seen


def test_the_key_is_proposed_and_the_owners_are_left_out(saw):
    assert saw["key"][0] == "id_public"
    assert saw["personal"] == "nom_proprietaire:drop"


def test_a_wrong_password_is_told_in_words_and_the_right_one_too(saw):
    assert saw["wrong"].startswith("La plateforme refuse le nom ou le mot de passe.")
    assert saw["right"].startswith("Elle répond, et « arbre » s’y trouve.")


def test_the_plan_is_that_of_the_layer_and_the_platform(saw):
    assert {key: saw["plan"][key] for key in ("create", "replace", "delete", "unchanged")} == {
        "create": 4, "replace": 3, "delete": 1, "unchanged": 21,
    }  # fmt: skip
    assert saw["rows"] == 8
    assert saw["fits"] == [True, True]


def test_it_is_published_told_and_taken_back_from_its_card(saw):
    assert "Tout a été relu, et est exact." in saw["result"]
    assert saw["message"].startswith("Publié et vérifié")
    assert saw["card"].startswith("à jour")
    assert saw["undone"].startswith("Annulée")
    assert saw["after"] == saw["before"]


def test_qgis_stays_alive_all_along(saw):
    assert {step: work for step, work in saw["work"].items() if step != "start" and work > WORK} == {}


def test_the_pictures_are_taken(saw):
    for name in ("plan", "envoi", "rapport"):
        assert (PICTURES / f"publication_{name}.png").stat().st_size > 10_000
