"""A layer of the Géoplateforme, on a strict stand-in of its Entrepôt; what its WFS shows is read by GDAL alone."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsFeedback

from data_territoires_plugin.errors import Cancelled, DataTerritoiresError, ServerError
from data_territoires_plugin.publish.deposits import gpf
from data_territoires_plugin.publish.plan import Mode
from data_territoires_plugin.publish.publication import Order, go_on, prepare, publish, take_back
from data_territoires_plugin.publish.sending import Interrupted
from tests.standins.entrepot import EntrepotApi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TOKEN, LAYER = "jeton-invente-456", "arbres_rennes"
FIELDS = "id_public:string(40), essence:string(40), hauteur:double, plante:date"
OAK, BEECH = ("A1", 350000.5, "chêne", 12.5, "2020-02-29"), ("A2", 350010.25, "hêtre", None, None)
ASH = ("A1", 350000.5, "frêne", 1.0, None)


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gpf, "FIRST_WAIT", 0.001)
    monkeypatch.setattr(gpf, "LONGEST_WAIT", 0.002)


@pytest.fixture
def api() -> Iterator[EntrepotApi]:
    made = EntrepotApi(TOKEN)
    yield made
    made.stop()


@pytest.fixture
def order(api: EntrepotApi, header: Callable[[str, str], str]) -> Callable[..., Order]:
    def made(layer: Any, collection: str = LAYER, token: str = TOKEN, **more: Any) -> Order:
        authcfg = header("Authorization", f"Bearer {token}")
        return Order(layer, "entrepot", api.url, collection, "id_public", authcfg=authcfg, **more)

    return made


def trees(layer: Any, *rows: tuple, title: str = "Arbres de Rennes") -> Any:
    made = [(f"POINT({x} 6789000.125)", key, kind, height, day) for key, x, kind, height, day in rows]
    vector = layer("Point", "EPSG:2154", FIELDS, made)
    metadata = vector.metadata()
    metadata.setTitle(title)
    vector.setMetadata(metadata)
    return vector


def shown(api: EntrepotApi) -> list[tuple]:
    found = api.shown(f"{LAYER}:{LAYER}") or []
    return sorted((one["properties"]["id_public"], one["properties"]["essence"]) for one in found)


def published(order: Order, folder: Path) -> tuple[Any, Path]:
    return publish(prepare(order, QgsFeedback()), folder, QgsFeedback())


@pytest.fixture
def before(order: Any, layer: Any, tmp_path: Path) -> None:
    folder = tmp_path / "first"
    folder.mkdir()
    published(order(trees(layer, OAK, BEECH)), folder)


def test_a_first_publication_is_a_wfs_layer(api: EntrepotApi, order: Any, layer: Any, tmp_path: Path) -> None:
    result, journal = published(order(trees(layer, OAK, BEECH)), tmp_path)
    assert (result.created, result.failed, result.there, result.verified) == (2, (), 2, True)
    first = (api.shown(f"{LAYER}:{LAYER}") or [])[0]
    assert first["geometry"]["coordinates"] == [350000.5, 6789000.125]
    assert (first["properties"]["hauteur"], first["properties"]["plante"]) == (12.5, "2020-02-29Z")
    (configuration,) = api.things["configurations"].values()
    assert configuration["type_infos"]["used_data"][0]["relations"][0]["title"] == "Arbres de Rennes"
    assert api.things["uploads"] == {}  # it served, it takes no room any more
    assert take_back(journal, QgsFeedback()).verified
    assert {kind: len(found) for kind, found in api.things.items() if kind != "executions"} == {
        "uploads": 0, "stored_data": 0, "configurations": 0, "offerings": 0,
    }  # fmt: skip


def test_the_difference_is_told_the_former_data_stay_and_come_back(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, before: None
) -> None:
    (former,) = api.stored()
    (configuration,) = api.things["configurations"]
    elm = ("A3", 350020.0, "orme", 3.0, None)
    result, journal = published(order(trees(layer, ASH, elm)), tmp_path)
    assert (result.created, result.replaced, result.deleted, result.there) == (1, 1, 0, 3)
    assert shown(api) == [("A1", "frêne"), ("A2", "hêtre"), ("A3", "orme")]
    assert (list(api.things["configurations"]), len(api.stored()), former in api.stored()) == ([configuration], 2, True)
    assert take_back(journal, QgsFeedback()).verified
    assert (shown(api), api.stored()) == ([("A1", "chêne"), ("A2", "hêtre")], [former])


def test_only_the_data_that_serve_undo_are_kept(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, before: None
) -> None:
    for number, kind in enumerate(("frêne", "orme")):
        folder = tmp_path / str(number)
        folder.mkdir()
        published(order(trees(layer, ("A1", 350000.5, kind, 1.0, None))), folder)
    assert len(api.stored()) == 2


@pytest.mark.parametrize("first", [True, False], ids=["new layer", "layer replaced"])
def test_a_publication_whose_answer_is_lost_at_any_writing_is_resumed_and_undone(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, request: pytest.FixtureRequest, first: bool
) -> None:
    """A third of the writings for each: a new layer and a layer replaced share the first ones."""
    if not first:
        request.getfixturevalue("before")
    was = shown(api)
    number, stopped = (0, True) if first else (1, True)
    while stopped and number < 20:
        number += 3
        folder = tmp_path / str(number)
        folder.mkdir()
        prepared = prepare(order(trees(layer, ASH)), QgsFeedback())
        api.cut_at(number, after=True)
        stopped = False
        try:
            publish(prepared, folder, QgsFeedback())
        except Interrupted:
            stopped = True
        kept = len(api.stored())
        api.cut_at(0, after=True)
        (journal,) = folder.glob("*.journal")
        assert go_on(journal, QgsFeedback()).verified, number
        assert shown(api) == [("A1", "frêne"), *was[1:]]
        assert (len(api.things["configurations"]), len(api.things["offerings"])) == (1, 1)
        assert len(api.stored()) <= max(kept, 1 + (not first))  # nothing twice
        assert api.things["uploads"] == {}
        assert take_back(journal, QgsFeedback()).verified, number
        assert shown(api) == was
    assert number > 10


def test_what_somebody_published_since_the_plan_is_not_written_over(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, before: None
) -> None:
    prepared = prepare(order(trees(layer, ASH)), QgsFeedback())
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    published(order(trees(layer, ("A2", 350010.25, "tilleul", 4.0, None))), theirs)
    with pytest.raises(DataTerritoiresError, match="somebody else"):
        publish(prepared, tmp_path, QgsFeedback())
    assert shown(api) == [("A1", "chêne"), ("A2", "tilleul")]


@pytest.mark.parametrize(("fault", "said"), [("refused", "refuses the file"), ("failing", "could not store")])
def test_what_fails_there_is_told_and_nothing_published_is_touched(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, before: None, fault: str, said: str
) -> None:
    api.fault(fault)
    with pytest.raises(DataTerritoiresError, match=said):
        published(order(trees(layer, ASH)), tmp_path)
    assert shown(api) == [("A1", "chêne"), ("A2", "hêtre")]


@pytest.mark.parametrize("fault", ["lossy", "asleep"])
def test_a_success_that_shows_something_else_is_seen_and_undone(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, before: None, fault: str
) -> None:
    api.fault(fault, times=1 if fault == "lossy" else 2)
    result, journal = published(order(trees(layer, ASH, ("A3", 350020.0, "orme", 3.0, None))), tmp_path)
    assert (result.verified, bool(result.failed)) == (False, True)
    api.mend()
    take_back(journal, QgsFeedback())
    assert shown(api) == [("A1", "chêne"), ("A2", "hêtre")]


def test_a_cancelled_processing_goes_on_there_and_is_taken_up(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = prepare(order(trees(layer, OAK)), QgsFeedback())
    feedback = QgsFeedback()

    def cancel(self: Any, seconds: float) -> None:
        feedback.cancel()
        raise Cancelled("cancelled")

    with monkeypatch.context() as patch:
        patch.setattr(gpf.Gpf, "_sleep", cancel)
        with pytest.raises(Cancelled):
            publish(prepared, tmp_path, feedback)
    (journal,) = tmp_path.glob("*.journal")
    assert go_on(journal, QgsFeedback()).verified
    assert [len(api.things[kind]) for kind in ("stored_data", "executions")] == [1, 1]


def test_a_service_that_never_ends_is_left_with_a_word(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    api._polls = 10_000
    monkeypatch.setattr(gpf, "LONGEST", 0.0)
    with pytest.raises(Interrupted, match="not done"):
        published(order(trees(layer, OAK)), tmp_path)


def test_what_can_not_be_published_there_is_told_before_anything_is_sent(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path
) -> None:
    with pytest.raises(ServerError, match="credentials"):
        prepare(order(trees(layer, OAK), token="perdu"), QgsFeedback())
    bad = layer("Point", "EPSG:2154", "id_public:string, Planté:date", [("POINT(1 2)", "A1", None)])
    with pytest.raises(DataTerritoiresError, match="names of columns: Planté"):
        prepare(order(bad), QgsFeedback())
    with pytest.raises(DataTerritoiresError, match="name of a layer"):
        prepare(order(trees(layer, OAK), "arbres de Rennes"), QgsFeedback())
    api.quota = 0
    with pytest.raises(DataTerritoiresError, match="no WFS service left"):
        published(order(trees(layer, OAK)), tmp_path)
    assert not any(each.path == "/wfs/ows" for each in api.log())


def test_an_account_with_several_datastores_says_which(order: Any, layer: Any, header: Any, tmp_path: Path) -> None:
    api = EntrepotApi(TOKEN, ("ds-1", "ds-2"))
    authcfg = header("Authorization", f"Bearer {TOKEN}")
    try:
        with pytest.raises(DataTerritoiresError, match="ds-2"):
            prepare(Order(trees(layer, OAK), "entrepot", api.url, LAYER, "id_public", authcfg=authcfg), QgsFeedback())
        wanted = Order(trees(layer, OAK), "entrepot", api.url, f"ds-2/{LAYER}", "id_public", authcfg=authcfg)
        assert published(wanted, tmp_path)[0].verified
        assert all("/ds-1/" not in each.path for each in api.log())
    finally:
        api.stop()


def test_a_new_title_alone_is_sent_alone(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, before: None
) -> None:
    stored = api.stored()
    result, _ = published(order(trees(layer, OAK, BEECH, title="Les arbres"), mode=Mode.MIRROR), tmp_path)
    assert (result.unchanged, result.verified, api.stored()) == (2, True, stored)
    (configuration,) = api.things["configurations"].values()
    assert configuration["type_infos"]["used_data"][0]["relations"][0]["title"] == "Les arbres"


def test_the_account_goes_to_the_entrepot_alone_and_is_written_nowhere(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path
) -> None:
    published(order(trees(layer, OAK)), tmp_path)
    assert all("authorization" not in each.headers for each in api.log() if each.path == "/wfs/ows")
    assert all(TOKEN.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.fixture
def theirs(api: EntrepotApi, before: None) -> dict[str, Any]:
    """The configuration of a layer that was made by other means: its table has another name."""
    (ours,), (configuration,) = api.stored(), api.things["configurations"].values()
    gdal.FileFromMemBuffer("/vsimem/theirs.gpkg", api.content[ours])
    data = ogr.Open("/vsimem/theirs.gpkg", update=1)
    data.ExecuteSQL(f"ALTER TABLE {LAYER} RENAME TO releve_2023")
    del data
    file = gdal.VSIFOpenL("/vsimem/theirs.gpkg", "rb")
    api.content["theirs"] = bytes(gdal.VSIFReadL(1, gdal.VSIStatL("/vsimem/theirs.gpkg").size, file))
    gdal.VSIFCloseL(file)
    gdal.Unlink("/vsimem/theirs.gpkg")
    stored = deepcopy(api.things["stored_data"].pop(ours)) | {"_id": "theirs", "name": "releve", "tags": {}}
    stored["type_infos"]["relations"][0]["name"] = "releve_2023"
    api.things["stored_data"]["theirs"] = stored
    said = {"title": "Relevé", "abstract": "De la ville", "keywords": ["arbre"], "ttl": 12}
    relation = {"native_name": "releve_2023", "public_name": LAYER, **said}
    configuration |= {"name": "fait à la main", "type_infos": {
        "bbox": {"west": -2.0, "south": 48.0, "east": -1.0, "north": 49.0},
        "used_data": [{"stored_data": "theirs", "relations": [relation]}],
    }}  # fmt: skip
    api._synced[configuration["_id"]] = "theirs"
    return configuration


@pytest.mark.parametrize("rows", [(ASH,), (OAK,)], ids=["other rows", "another title alone"])
def test_undo_gives_back_all_that_a_layer_made_by_other_means_said(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, theirs: dict[str, Any], rows: tuple
) -> None:
    was = deepcopy(theirs["type_infos"])
    result, journal = published(order(trees(layer, *rows)), tmp_path)
    assert (result.verified, theirs["type_infos"]["used_data"][0]["relations"][0]["title"]) == (
        True,
        "Arbres de Rennes",
    )
    assert take_back(journal, QgsFeedback()).verified
    assert (theirs["type_infos"], api.stored()) == (was, ["theirs"])
    assert shown(api) == [("A1", "chêne"), ("A2", "hêtre")]


def test_a_configuration_of_somebody_else_that_is_not_shown_outlives_undo(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, theirs: dict[str, Any]
) -> None:
    was = deepcopy(theirs["type_infos"])
    api.things["offerings"].clear()
    api._synced.clear()
    result, journal = published(order(trees(layer, ASH)), tmp_path)
    assert (result.verified, shown(api)) == (True, [("A1", "frêne")])
    assert take_back(journal, QgsFeedback()).verified
    assert list(api.things["configurations"].values()) == [theirs]
    assert (theirs["type_infos"], api.things["offerings"], api.stored()) == (was, {}, ["theirs"])


def test_a_configuration_that_somebody_made_meanwhile_is_not_deleted(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path
) -> None:
    _, journal = published(order(trees(layer, OAK)), tmp_path)
    (configuration,) = api.things["configurations"].values()
    configuration["name"] = "refaite à la main"
    with pytest.raises(DataTerritoiresError, match="no longer published from"):
        take_back(journal, QgsFeedback())
    assert shown(api) == [("A1", "chêne")]


@pytest.mark.parametrize("first", [True, False], ids=["new layer", "layer replaced"])
def test_a_publication_cut_at_any_writing_is_undone_without_a_trace(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, request: pytest.FixtureRequest, first: bool
) -> None:
    if not first:
        request.getfixturevalue("before")
    was, stored = shown(api), api.stored()
    stopped, number = True, 0
    while stopped:
        number += 2
        folder = tmp_path / str(number)
        folder.mkdir()
        prepared = prepare(order(trees(layer, ASH)), QgsFeedback())
        api.cut_at(number, after=True)
        stopped = False
        try:
            publish(prepared, folder, QgsFeedback())
        except Interrupted:
            stopped = True
        api.cut_at(0, after=True)
        assert take_back(next(folder.glob("*.journal")), QgsFeedback()).verified, number
        assert (shown(api), api.stored(), api.things["uploads"]) == (was, stored, {}), number
        assert (len(api.things["configurations"]), len(api.things["offerings"])) == (int(not first),) * 2
        assert not list(folder.glob("*.avant/*+*")), number
    assert number > 8


def test_an_undo_whose_answer_is_lost_says_that_it_can_be_done_again(
    api: EntrepotApi, order: Any, layer: Any, tmp_path: Path, before: None
) -> None:
    _, journal = published(order(trees(layer, ASH)), tmp_path)
    api.cut_at(1, after=True)
    with pytest.raises(Interrupted, match="stopped"):
        take_back(journal, QgsFeedback())
    api.cut_at(0, after=True)
    assert take_back(journal, QgsFeedback()).verified
    assert (shown(api), len(api.stored())) == ([("A1", "chêne"), ("A2", "hêtre")], 1)
