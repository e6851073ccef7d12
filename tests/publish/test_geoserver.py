"""A layer on a stand-in of GeoServer, made from GeoServer's own sources: nothing is lost, nothing is believed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import ogr, osr
from qgis.core import QgsFeedback, QgsMarkerSymbol, QgsSingleSymbolRenderer

from data_territoires_plugin.errors import DataTerritoiresError
from data_territoires_plugin.publish.plan import Action
from data_territoires_plugin.publish.probing import kind_of
from data_territoires_plugin.publish.publication import ColumnsWouldGo, Order, go_on, prepare, publish, take_back
from data_territoires_plugin.publish.sending import Interrupted
from data_territoires_plugin.publish.targets.base import TargetError
from tests import accounts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FIELDS = (
    "id_public:string(40), essence:string(40), hauteur:double, planté:date, vu:datetime, protégé:bool, rang:integer"
)
OAK = ("A1", 350000.5, "chêne", 12.5, "2020-02-29", "2024-05-06T07:08:09Z", True, 3)
BEECH = ("A2", 350010.25, "hêtre", None, None, None, False, None)
ASH = ("A1", 350000.5, "frêne", 1.0, None, None, None, 4)


@pytest.fixture
def account(qgis_app: Any) -> Iterator[str]:
    with accounts.account("Basic", username="editeur", password="secret") as authcfg:
        yield authcfg


@pytest.fixture
def order(geoserver: Any, account: str) -> Callable[..., Order]:
    def made(layer: Any, collection: str = "commune:arbres", **more: Any) -> Order:
        return Order(layer, "geoserver", geoserver.url, collection, "id_public", authcfg=account, **more)

    return made


@pytest.fixture
def theirs(tmp_path: Path) -> Callable[..., str]:
    """The path of a GeoPackage that somebody else made: a table of its own shape."""

    def made(table: str, **values: str) -> str:
        path = tmp_path / f"{table}.gpkg"
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(2154)
        data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        layer = data.CreateLayer(table, reference, ogr.wkbPoint, ["FID=numero"])
        for name in ("id_public", "essence"):
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
        for at, (key, kind) in enumerate(values.items()):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["id_public"], feature["essence"] = key, kind
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({350100 + at} 6789000)"))
            layer.CreateFeature(feature)
        del layer, data
        return str(path)

    return made


@pytest.fixture
def busy(geoserver: Any, theirs: Any) -> Any:
    """The server, where others publish beside us, in our workspace and in another one."""
    geoserver.seed("commune", "voirie", theirs("voirie", V1="rue"))
    geoserver.seed("voisine", "arbres", theirs("arbres", X1="pin"))
    return geoserver


def trees(layer: Any, *rows: tuple) -> Any:
    made = layer("Point", "EPSG:2154", FIELDS, [(f"POINT({x} 6789000.125)", key, *rest) for key, x, *rest in rows])
    metadata = made.metadata()
    metadata.setTitle("Arbres de la commune")
    metadata.setAbstract("Les arbres d’alignement.")
    metadata.setRights(["Commune d’Essai"])
    metadata.addKeywords("gmd:topicCategory", ["arbre", "nature"])
    made.setMetadata(metadata)
    return made


def coloured(made: Any, colour: str) -> Any:
    made.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": colour})))
    return made


def published(order: Order, tmp_path: Path) -> tuple[Any, Path]:
    return publish(prepare(order, QgsFeedback()), tmp_path, QgsFeedback())


def parts(server: Any) -> tuple[dict, dict, dict, dict, dict]:
    """Stores, feature types, layers, styles, rows."""
    return tuple(json.loads(server.state()))


def held(server: Any, name: str = "commune:arbres") -> list[tuple]:
    rows = [json.loads(row) for row in parts(server)[4][name]]
    return sorted((row["properties"]["id_public"], row["properties"]["essence"]) for row in rows)


def test_a_first_publication_makes_a_layer_with_its_style_and_its_description(
    order: Any, layer: Any, busy: Any, tmp_path: Path
) -> None:
    result, _ = published(order(coloured(trees(layer, OAK, BEECH), "18,52,86")), tmp_path)
    assert ([one.message for one in result.failed], result.created, result.there, result.verified) == ([], 2, 2, True)
    stores, types, layers, styles, rows = parts(busy)
    told, drawn = types["commune:arbres"], layers["commune:arbres"]
    assert held(busy) == [("A1", "chêne"), ("A2", "hêtre")]
    assert json.loads(rows["commune:arbres"][0])["properties"]["planté"] == "2020/02/29"
    assert (told["title"], told["abstract"]) == ("Arbres de la commune", "Les arbres d’alignement.")
    assert told["keywords"]["string"] == ["arbre", "nature"]
    assert (told["srs"], told["enabled"]) == ("EPSG:2154", True)
    assert drawn["attribution"]["title"] == "Commune d’Essai"
    style = drawn["defaultStyle"]["name"].removeprefix("commune:")
    assert "#123456" in styles["commune"][style]["text"]
    # One store of ours, without what served to look; the others as they were.
    assert sorted(stores["commune"]) == [told["store"], "voirie"]
    assert set(types) == {"commune:arbres", "commune:voirie", "voisine:arbres"}


def test_the_kind_of_platform_is_found(geoserver: Any, account: str) -> None:
    assert kind_of(geoserver.url, account, QgsFeedback()) == "geoserver"
    assert kind_of(geoserver.url, "", QgsFeedback()) == "geoserver"


def test_the_difference_is_told_and_the_layer_moves_to_its_new_store(
    order: Any, layer: Any, busy: Any, tmp_path: Path
) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    first = parts(busy)[1]["commune:arbres"]
    elm = ("A3", 350900.0, "orme", 3.0, None, None, None, None)
    result, _ = published(order(trees(layer, ASH, elm)), tmp_path)
    assert (result.created, result.replaced, result.unchanged, result.there) == (1, 1, 0, 3)
    assert held(busy) == [("A1", "frêne"), ("A2", "hêtre"), ("A3", "orme")]
    second = parts(busy)[1]["commune:arbres"]
    assert second["store"] != first["store"]
    assert second["nativeBoundingBox"]["maxx"] == 350900.0  # the extent follows
    # The store of before is kept, that of the publication before it is not.
    published(order(trees(layer, OAK, elm)), tmp_path)
    stores, types = parts(busy)[:2]
    assert sorted(stores["commune"]) == sorted([second["store"], types["commune:arbres"]["store"], "voirie"])


def test_undo_gives_back_the_whole_server_as_it_was(order: Any, layer: Any, busy: Any, tmp_path: Path) -> None:
    published(order(coloured(trees(layer, OAK, BEECH), "18,52,86")), tmp_path)
    before = busy.state()
    other = coloured(trees(layer, ASH), "200,0,0")
    metadata = other.metadata()
    metadata.setTitle("Un autre titre")
    metadata.setRights(["Quelqu’un d’autre"])
    other.setMetadata(metadata)
    _, journal = published(order(other), tmp_path)
    assert busy.state() != before
    undone = take_back(journal, QgsFeedback())
    assert (undone.failed, undone.verified) == ((), True)
    assert busy.state() == before


def test_undo_of_a_first_publication_leaves_the_server_as_it_was(
    order: Any, layer: Any, busy: Any, tmp_path: Path
) -> None:
    before = busy.state()
    _, journal = published(order(trees(layer, OAK)), tmp_path)
    assert take_back(journal, QgsFeedback()).verified
    assert busy.state() == before


def test_a_layer_that_somebody_else_made_is_taken_over_then_given_back(
    order: Any, layer: Any, busy: Any, theirs: Any, tmp_path: Path
) -> None:
    about = {"title": "Leur titre", "abstract": "Leur résumé", "numDecimals": 3, "name": "arbres", "nativeName": "tbl"}
    busy.seed("commune", "base", theirs("tbl", A1="if", A9="houx"), about)
    before = busy.state()
    made = trees(layer, ASH)
    prepared = prepare(order(made, columns_may_go=True), QgsFeedback())
    assert any("did not make" in note for note in prepared.profile.notes)
    assert (prepared.plan.count(Action.REPLACE), prepared.plan.kept) == (1, 1)
    result, journal = publish(prepared, tmp_path, QgsFeedback())
    assert (result.verified, held(busy)) == (True, [("A1", "frêne"), ("A9", "houx")])
    assert "base" in parts(busy)[0]["commune"]
    assert take_back(journal, QgsFeedback()).verified
    assert busy.state() == before


def test_a_style_alone_is_sent_alone_and_taken_back(order: Any, layer: Any, busy: Any, tmp_path: Path) -> None:
    made = coloured(trees(layer, OAK), "18,52,86")
    published(order(made), tmp_path)
    before = busy.state()
    result, journal = published(order(coloured(made, "200,0,0")), tmp_path)
    assert (result.unchanged, result.verified) == (1, True)
    assert any("style" in note for note in result.notes)
    after = json.loads(busy.state())
    assert after[1] == json.loads(before)[1]  # the same store, untouched
    assert after[2] != json.loads(before)[2]
    assert take_back(journal, QgsFeedback()).verified
    assert busy.state() == before


def test_the_same_thing_twice_changes_nothing(order: Any, layer: Any, busy: Any, tmp_path: Path) -> None:
    made = trees(layer, OAK, BEECH)
    published(order(made), tmp_path)
    before = busy.state()
    busy.clear()
    result, _ = published(order(made), tmp_path)
    assert (result.unchanged, result.verified, busy.state()) == (2, True, before)
    assert {exchange.method for exchange in busy.log()} == {"GET"}


def _cuts(busy: Any, prepared: Any, folder: Path, at: int, *, after: bool) -> Path | None:
    """The journal of a publication cut at its `at`-th change; None where it has fewer."""
    busy.cut(at, after)
    try:
        publish(prepared, folder, QgsFeedback())
    except Interrupted as stopped:
        return Path(str(stopped.hint).rpartition(" ")[2].rstrip("."))
    finally:
        busy.mend()
    return None


@pytest.mark.parametrize(
    ("first", "after"), [(True, True), (False, False), (False, True)], ids=["first, after", "before", "after"]
)
def test_a_publication_cut_at_any_change_is_resumed_and_undone(
    order: Any, layer: Any, busy: Any, tmp_path: Path, first: bool, after: bool
) -> None:
    if not first:
        published(order(coloured(trees(layer, OAK, BEECH), "18,52,86")), tmp_path)
    before = busy.state()
    new = coloured(trees(layer, ASH), "200,0,0")
    wanted = [("A1", "frêne")] if first else [("A1", "frêne"), ("A2", "hêtre")]
    at = 0
    while (journal := _cuts(busy, prepare(order(new), QgsFeedback()), tmp_path, at, after=after)) is not None:
        # Whatever happens, what is published is whole: the former rows, or the new ones.
        if not first:
            assert held(busy) in (wanted, [("A1", "chêne"), ("A2", "hêtre")]), at
        if at % 2 or not after:  # resumed, then undone
            assert (go_on(journal, QgsFeedback()).verified, held(busy)) == (True, wanted), at
        assert take_back(journal, QgsFeedback()).verified, at
        assert busy.state() == before, at
        at += 1 if after else 2  # before a change, the server is as it was after the one before
    assert at > 6
    assert held(busy) == wanted


def test_what_somebody_changed_since_is_left_by_undo(order: Any, layer: Any, busy: Any, tmp_path: Path) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    yew = ("A2", 350010.25, "if", 2.0, None, None, None, None)
    _, journal = published(order(trees(layer, ASH, yew)), tmp_path)
    busy.alter("commune:arbres", "UPDATE arbres SET essence = 'tilleul' WHERE id_public = 'A2'")
    undone = take_back(journal, QgsFeedback())
    assert [entry.key for entry in undone.failed] == ["A2"]
    assert held(busy) == [("A1", "chêne"), ("A2", "tilleul")]


def test_what_somebody_wrote_elsewhere_in_the_layer_survives_an_undo(
    order: Any, layer: Any, busy: Any, tmp_path: Path
) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    _, journal = published(order(trees(layer, ASH)), tmp_path)
    busy.alter("commune:arbres", "UPDATE arbres SET essence = 'tilleul' WHERE id_public = 'A2'")  # not ours
    assert take_back(journal, QgsFeedback()).verified
    assert held(busy) == [("A1", "chêne"), ("A2", "tilleul")]


def test_what_somebody_changed_since_the_plan_is_not_written_over(
    order: Any, layer: Any, busy: Any, tmp_path: Path
) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    prepared = prepare(order(trees(layer, ASH)), QgsFeedback())
    busy.alter("commune:arbres", "UPDATE arbres SET essence = 'tilleul' WHERE id_public = 'A2'")
    with pytest.raises(DataTerritoiresError, match="somebody else"):
        publish(prepared, tmp_path, QgsFeedback())
    assert held(busy) == [("A1", "chêne"), ("A2", "tilleul")]


@pytest.mark.parametrize("collection", ["absent:arbres", "voisine:arbres"], ids=["not there", "of somebody else"])
def test_a_workspace_is_never_made_nor_another_one_touched(order: Any, layer: Any, busy: Any, collection: str) -> None:
    before = busy.state()
    with pytest.raises(TargetError, match="no workspace"):
        prepare(order(trees(layer, OAK), collection), QgsFeedback())
    assert busy.state() == before
    assert {exchange.method for exchange in busy.log()} == {"GET"}


@pytest.mark.parametrize("collection", ["arbres", "commune:", "commune:mes arbres", "commune:../x", "a:b:c"])
def test_a_name_that_is_not_a_layer_is_refused(order: Any, layer: Any, busy: Any, collection: str) -> None:
    with pytest.raises(TargetError, match="not a layer"):
        prepare(order(trees(layer, OAK), collection), QgsFeedback())
    assert busy.log() == []


def test_wrong_rights_are_said(geoserver: Any, layer: Any, qgis_app: Any) -> None:
    with accounts.account("Basic", username="lecteur", password="lecteur") as account:
        order = Order(trees(layer, OAK), "geoserver", geoserver.url, "commune:arbres", "id_public", authcfg=account)
        with pytest.raises(DataTerritoiresError) as refused:
            prepare(order, QgsFeedback())
        assert refused.value.hint


@pytest.mark.parametrize(
    ("kind", "when", "says"),
    [
        ("lie", {"method": "PUT", "configure": "none"}, "number of features"),
        ("keep", {"method": "PUT"}, "still shows the former"),
    ],
)
def test_a_success_that_is_none_is_found_and_nothing_published_is_touched(
    order: Any, layer: Any, busy: Any, tmp_path: Path, kind: str, when: dict, says: str
) -> None:
    published(order(trees(layer, OAK, BEECH)), tmp_path)
    rows = parts(busy)[4]
    busy.fault(kind, -1, when)
    with pytest.raises(TargetError, match=says):
        published(order(trees(layer, ASH)), tmp_path)
    assert parts(busy)[4]["commune:arbres"] == rows["commune:arbres"]


def test_a_value_that_was_stored_otherwise_is_found(
    order: Any, layer: Any, busy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from data_territoires_plugin.publish.deposits import files

    published(order(trees(layer, OAK)), tmp_path)
    before = busy.state()
    real = files.write

    def corrupt(package: Any, path: Path) -> Path:
        real(package, path)
        data = ogr.Open(str(path), update=1)
        data.ExecuteSQL("UPDATE arbres SET essence = 'fr?ne'")
        del data
        return path

    monkeypatch.setattr(files, "write", corrupt)
    result, _ = published(order(trees(layer, ASH)), tmp_path)
    assert ([entry.key for entry in result.failed], result.verified) == (["A1"], False)
    assert busy.state() == before


def test_a_feature_type_without_layer_is_said(order: Any, layer: Any, busy: Any, theirs: Any) -> None:
    busy.seed("commune", "base", theirs("arbres", A1="if"))
    busy.change("commune:arbres", layer=None)
    with pytest.raises(TargetError, match="without its layer"):
        prepare(order(trees(layer, OAK)), QgsFeedback())


def test_a_view_of_a_database_is_never_replaced_by_a_file(order: Any, layer: Any, busy: Any, theirs: Any) -> None:
    busy.seed("commune", "base", theirs("arbres", A1="if"))
    busy.change("commune:arbres", metadata={"entry": {"@key": "JDBC_VIRTUAL_TABLE", "virtualTable": {}}})
    with pytest.raises(TargetError, match="SQL view"):
        prepare(order(trees(layer, OAK)), QgsFeedback())


@pytest.mark.parametrize("kind", ["no_layer", "done_500"])
def test_an_answer_of_failure_after_which_something_was_made_is_resumed(
    order: Any, layer: Any, busy: Any, tmp_path: Path, kind: str
) -> None:
    before = busy.state()
    busy.fault(kind, 1, {"method": "POST"})
    with pytest.raises(Interrupted) as stopped:
        published(order(trees(layer, OAK)), tmp_path)
    journal = Path(str(stopped.value.hint).rpartition(" ")[2].rstrip("."))
    assert go_on(journal, QgsFeedback()).verified
    assert held(busy) == [("A1", "chêne")]
    assert take_back(journal, QgsFeedback()).verified
    assert busy.state() == before


def test_a_file_that_is_too_large_is_said(order: Any, layer: Any, busy: Any, tmp_path: Path) -> None:
    before = busy.state()
    busy.fault("status", 1, {"method": "PUT"}, status=413)
    with pytest.raises(TargetError, match="larger"):
        published(order(trees(layer, OAK)), tmp_path)
    assert busy.state() == before


def test_columns_that_would_go_need_a_yes(order: Any, layer: Any, busy: Any, tmp_path: Path) -> None:
    published(order(trees(layer, OAK)), tmp_path)
    poorer = layer("Point", "EPSG:2154", "id_public:string(40)", [("POINT(350000.5 6789000.125)", "A1")])
    with pytest.raises(ColumnsWouldGo):
        published(order(poorer), tmp_path)
    result, journal = published(order(poorer, columns_may_go=True), tmp_path)
    assert result.verified
    assert set(json.loads(parts(busy)[4]["commune:arbres"][0])["properties"]) == {"id_public"}
    assert take_back(journal, QgsFeedback()).verified
    assert held(busy) == [("A1", "chêne")]


def test_pages_are_followed_and_a_server_that_stops_short_is_found(
    order: Any, layer: Any, busy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from data_territoires_plugin.publish.deposits.geoserver import wfs

    monkeypatch.setattr(wfs, "PAGE", 2)
    many = [(f"A{at:02}", 350000.0 + at, "chêne", None, None, None, None, at) for at in range(7)]
    result, _ = published(order(trees(layer, *many)), tmp_path)
    assert (result.there, result.verified) == (7, True)


def test_no_secret_is_in_the_journal(order: Any, layer: Any, busy: Any, tmp_path: Path) -> None:
    published(order(trees(layer, OAK)), tmp_path)
    _, journal = published(order(trees(layer, ASH)), tmp_path)
    assert b"secret" not in journal.read_bytes()
    assert b"editeur" not in journal.read_bytes()


def test_the_algorithm_finds_the_platform_and_tells_what_its_style_loses(
    provider: Any, run: Any, geoserver: Any, account: str, layer: Any, tmp_path: Path
) -> None:
    made = trees(layer, OAK, BEECH)
    made.setOpacity(0.5)
    report = tmp_path / "rapport.json"
    asked = {
        "INPUT": made, "TARGET": geoserver.url, "COLLECTION": "commune:arbres", "KEY": "id_public",
        "AUTHCFG": account, "REPORT": str(report), "JOURNALS": str(tmp_path),
    }  # fmt: skip
    results = run("publish", **asked)
    assert (results["CREATED"], results["VERIFIED"]) == (2, 1)
    told = json.loads(report.read_text(encoding="utf-8"))
    assert (told["type"], told["style"]["sent"]) == ("geoserver", True)
    assert any("Opacity" in one for one in told["style"]["losses"])
    assert any("real GeoServer" in note for note in told["notes"])
    assert told["picture"] is None  # this stand-in draws nothing: told, and nothing is spoilt
