"""A connection tried against the real platforms: what is wrong is told in words, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback

from data_territoires_plugin.errors import DataTerritoiresError
from data_territoires_plugin.publish.content import Column
from data_territoires_plugin.publish.places import Place
from data_territoires_plugin.publish.trial import try_place
from tests.accounts import account

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = (Column("id_public"), Column("essence"), Column("hauteur", "number"))
WGS84 = "EPSG:4326"


@pytest.fixture
def intruder(qgis_app: Any, front: Any) -> Iterator[str]:
    """The id of a configuration with the right name and a wrong password."""
    with account("Basic", username=front.user, password="faux") as authcfg:
        yield authcfg


def tried(place: Place) -> Any:
    return try_place(place, "id_public", COLUMNS, QgsCoordinateReferenceSystem(WGS84), QgsFeedback())


@pytest.mark.parametrize("name", ["qgis_server", "pygeoapi"])
def test_a_wrong_password_is_told_before_anything_is_sent(
    name: str, request: Any, intruder: str, editor: str, postgis: Any
) -> None:
    server = request.getfixturevalue(name)
    address = server.api if name == "qgis_server" else server.url
    with pytest.raises(DataTerritoiresError, match="refuses the name or the password"):
        tried(Place(address, "ogcapi", "arbre", intruder))
    with pytest.raises(DataTerritoiresError, match="asks for an account"):
        tried(Place(address, "ogcapi", "arbre"))
    trial = tried(Place(address, "auto", "arbre", editor))
    assert trial.place.type == ("wfst" if name == "qgis_server" else "ogcapi")
    assert "arbre" in trial.words
    if name == "qgis_server":
        with pytest.raises(DataTerritoiresError, match="refuses the name or the password"):
            tried(Place(address, "wfst", "arbre", intruder))
    else:
        assert {"arbre", "parcelle"} <= set(trial.collections)
    assert postgis.rows("SELECT count(*) FROM arbre") == [(25,)]


def test_a_layer_that_is_not_there_is_told_with_those_that_are(qgis_server: Any, editor: str) -> None:
    with pytest.raises(DataTerritoiresError, match=r"has no layer “abre”.*arbre_texte"):
        tried(Place(qgis_server.api, "ogcapi", "abre", editor))
    assert "Choose one of its 3 layers" in tried(Place(qgis_server.api, "ogcapi", "", editor)).words


def test_a_database_with_a_wrong_password_and_a_folder_that_is_not_there_are_told(
    postgis: Any, intruder: str, owner: str, tmp_path: Any
) -> None:
    address = f"postgresql://{postgis.host}:{postgis.port}/{postgis.database}"
    with pytest.raises(DataTerritoiresError, match="database can't be reached"):
        tried(Place(address, "postgis", "arbre", intruder))
    assert "“arbre” is there" in tried(Place(address, "postgis", "arbre", owner)).words
    with pytest.raises(DataTerritoiresError):
        tried(Place(str(tmp_path / "absent"), "folder", "arbres"))
    assert tried(Place(str(tmp_path), "auto", "arbres")).words.startswith("It answers.")
    assert list(tmp_path.iterdir()) == []


def test_nobody_at_the_address_is_told(qgis_app: Any) -> None:
    with pytest.raises(DataTerritoiresError, match=r"(?i)refused|answer"):
        tried(Place("http://127.0.0.1:9/oapif", "ogcapi", "arbre"))
