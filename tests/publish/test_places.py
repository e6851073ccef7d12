"""Where a publication goes: platforms, saved connections, addresses."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from data_territoires_plugin.catalogue.remote.destinations import DATA
from data_territoires_plugin.catalogue.remote.platforms import platforms
from data_territoires_plugin.errors import DataTerritoiresError
from data_territoires_plugin.publish.connections import Connection, connections, forget, save
from data_territoires_plugin.publish.opening import TYPES
from data_territoires_plugin.publish.places import Place, data_destinations, place_of, publishing_platforms
from data_territoires_plugin.publish.targets.base import TargetError

OWN = """
agglo:
  title: SIG de l'agglomération
  naming: {pattern: "[a-z_]+", words: minuscules et _}
  authcfg: abc1234
  targets:
    ogcapi: {address: "https://sig.example.org/oapif", collection: "{layer}", tried: QGIS Server}
    folder: {address: "/diffusion", collection: "{layer}"}
    csw: https://sig.example.org/csw
"""


@pytest.fixture
def own(qgis_app: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plateformes.yaml"
    path.write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("DATA_TERRITOIRES_PLATFORMS", str(path))


@pytest.fixture
def saved(qgis_app: Any) -> Any:
    from qgis.core import QgsSettings

    QgsSettings().remove("data_territoires/connections")
    yield save
    QgsSettings().remove("data_territoires/connections")


def test_a_platform_fills_address_kind_name_and_key(own: None) -> None:
    place = place_of(Place(""), "agglo", "Arbres d'alignement")
    assert (place.target, place.type) == ("https://sig.example.org/oapif", "ogcapi")
    assert (place.collection, place.authcfg) == ("arbres_d_alignement", "abc1234")
    assert place.metadata == ("csw", "https://sig.example.org/csw")
    assert place.notes == ()


def test_what_the_user_gives_is_stronger_than_the_platform(own: None) -> None:
    place = place_of(Place("https://essai.example.org", "ogcapi", "autre", "zzz9999"), "agglo", "x")
    assert (place.target, place.collection, place.authcfg) == ("https://essai.example.org", "autre", "zzz9999")
    assert place_of(Place("", "folder"), "agglo", "x").target == "/diffusion"


def test_what_was_never_tried_is_said(own: None) -> None:
    assert any("Never tried" in note for note in place_of(Place("", "folder"), "agglo", "x").notes)


def test_a_name_that_the_platform_refuses_is_refused_before_anything_is_sent(own: None) -> None:
    with pytest.raises(TargetError, match=r"Arbres 2026.*minuscules et _"):
        place_of(Place("", collection="Arbres 2026"), "agglo", "x")


@pytest.mark.parametrize(
    ("given", "platform", "said"),
    [
        (Place(""), "", "Nothing says where"),
        (Place(""), "aglo", "aglo.*Did you mean agglo"),
        (Place("postgresql://u:motdepasse@h/b", "postgis"), "", "must not hold a password"),
        (Place(""), "qgis_server", "address of .*QGIS Server.*https://"),
    ],
)
def test_what_is_missing_is_told(given: Place, platform: str, said: str, own: None) -> None:
    with pytest.raises(TargetError, match=said):
        place_of(given, platform, "x")


def test_a_saved_connection_is_named_instead_of_its_address(saved: Any) -> None:
    saved(Connection("SIG", "https://sig.example.org/oapif", "ogcapi", "ville:{layer}", "abc1234"))
    place = place_of(Place("SIG"), "", "Bancs publics")
    assert place == Place("https://sig.example.org/oapif", "ogcapi", "ville:bancs_publics", "abc1234")
    forget("SIG")
    assert connections() == {}
    assert place_of(Place("SIG"), "", "x").target == "SIG"  # an address like another, from now on


@pytest.mark.parametrize(
    "address",
    [
        "https://sig:motdepasse@sig.example.org/",
        "dbname='x' user='u' password='motdepasse'",
        "https://sig.example.org/?apikey=motdepasse",
    ],
)
def test_a_connection_never_holds_a_secret(saved: Any, address: str) -> None:
    from qgis.core import QgsSettings

    with pytest.raises(DataTerritoiresError, match="password"):
        saved(Connection("SIG", address, "ogcapi"))
    assert "motdepasse" not in str(QgsSettings().value("data_territoires/connections", ""))


def test_hand_made_settings_that_make_no_sense_are_no_connections(saved: Any) -> None:
    from qgis.core import QgsSettings

    for text in ("[", "[1]", json.dumps({"a": 3}), json.dumps({"a": {"target": "x"}})):
        QgsSettings().setValue("data_territoires/connections", text)
        assert connections() == {}


def test_the_shipped_platforms_only_name_what_can_be_published_to() -> None:
    known = {one.name: one for one in platforms()}
    wanted = {"geobretagne", "datagrandest", "datasud", "rennes_metropole", "georchestra", "qgis_server", "pygeoapi"}
    assert wanted | {"postgis", "data_gouv", "dossier"} <= set(known)
    assert all(known[name].targets for name in wanted)
    assert set(TYPES) <= set(DATA)
    for platform in publishing_platforms():
        for one in data_destinations(platform):
            assert one.address or one.example, f"{platform.name}: {one.type}"
            assert platform.naming.takes(one.named("Arbres d'Été 2026") or "x"), platform.name
            assert not re.search(r"[A-Z ]", one.named("Arbres d'Été 2026").rpartition(":")[2])


def test_the_record_goes_to_the_catalogue_of_the_platform_where_it_is_said_so(own: None, run: Any, layer: Any) -> None:
    from data_territoires_plugin.publish.places import metadata_of

    assert metadata_of("agglo") == ("csw", "https://sig.example.org/csw")
    made = layer("Point", "EPSG:2154", "id_public:string(10)", [("POINT(350000 6790000)", "A1")])
    with pytest.raises(Exception, match="No catalogue of records"):
        run(
            "publish", INPUT=made, KEY="id_public", PLATFORM="dossier", TARGET="/tmp", METADATA="platform", DRY_RUN=True
        )


def test_publish_knows_platforms(own: None, run: Any, tmp_path: Any, layer: Any) -> None:
    made = layer("Point", "EPSG:2154", "id_public:string(10)", [("POINT(350000 6790000)", "A1")])
    made.setName("Bancs publics")
    given = {"INPUT": made, "KEY": "id_public", "REPORT": str(tmp_path / "r.json")}
    result = run("publish", **given, PLATFORM="dossier", TARGET=str(tmp_path))
    assert (result["CREATED"], result["VERIFIED"]) == (1, 1)
    assert (tmp_path / "bancs_publics" / "bancs_publics.gpkg").is_file()
