"""A layer published to a table of Grist, on a strict stand-in: what its rows say afterwards is what counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.errors import NetworkError
from data_territoires_plugin.publish import sending
from data_territoires_plugin.publish.opening import opened
from data_territoires_plugin.publish.plan import Action, Mode
from data_territoires_plugin.publish.probing import kind_of
from data_territoires_plugin.publish.publication import Order, go_on, prepare, publish, take_back
from data_territoires_plugin.publish.sending import Interrupted
from data_territoires_plugin.publish.targets.base import Dataset, TargetError
from data_territoires_plugin.publish.targets.grist import api_of
from tests.publish.campaign import cuts
from tests.standins.grist import Grist

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

KEY = "cle-inventee-456"
COLUMNS = {
    "code": "Text", "nom": "Text", "places": "Int", "prix": "Numeric", "vu": "Date", "note": "Text",
    "double": "Numeric = $prix * 2", "mots": "ChoiceList", "lat": "Numeric", "lon": "Numeric",
}  # fmt: skip
FIELDS = "code:string, nom:string, places:integer, prix:double, vu:date"
MIDSUMMER = 1561507200  # 2019-06-26, in seconds since 1970


def bench(code: str, lon: float, **more: Any) -> dict[str, Any]:
    return {"code": code, "nom": "Place", "places": 3, "prix": 10.5, "vu": MIDSUMMER, "note": f"note {code}",
            "double": 21.0, "mots": ["L", "bois", "vert"], "lat": 48.11, "lon": lon, **more}  # fmt: skip


def row(code: str, lon: float, name: str | None = "Place", places: int = 3, price: float = 10.5) -> tuple:
    return (f"POINT({lon} 48.11)", code, name, places, price, "2019-06-26")


THERE = [bench("B1", -1.68), bench("B2", -1.67), bench("B3", -1.66), bench("B4", -1.65)]
# B1 as it is; B2 renamed, moved; B3 gone; B4 without a name; B5 and B6 new.
WANTED = [row("B1", -1.68), row("B2", -1.5, "Quai"), row("B4", -1.65, None), row("B5", -1.4), row("B6", -1.3)]


@pytest.fixture
def grist() -> Iterator[Grist]:
    made = Grist({"Bancs": (COLUMNS, THERE)}, key=KEY)
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "SETTLE", 0.01)


@pytest.fixture
def order(header: Callable[[str, str], str]) -> Callable[..., Order]:
    def made(grist: Grist, layer: Any, key: str = KEY, **more: Any) -> Order:
        options = {"mode": Mode.MIRROR, "most_deleted": 50.0, **more}
        authcfg = header("Authorization", f"Bearer {key}")
        return Order(layer, "grist", grist.url, "docAbC123/Bancs", "code", authcfg=authcfg, **options)

    return made


@pytest.fixture
def benches(layer: Any) -> Any:
    return layer("Point", "EPSG:4326", FIELDS, WANTED)


def published(order: Order, folder: Path) -> tuple[Any, Path]:
    return publish(prepare(order, QgsFeedback()), folder, QgsFeedback())


def held(grist: Grist) -> list[tuple]:
    """What the table says of the published columns."""
    names = ("code", "nom", "places", "prix", "vu", "lon", "lat")
    return sorted((tuple(one[name] for name in names) for one in grist.table("Bancs").values()), key=str)


def wanted() -> list[tuple]:
    places = {"B1": -1.68, "B2": -1.5, "B4": -1.65, "B5": -1.4, "B6": -1.3}
    names = {"B2": "Quai", "B4": None}
    rows = [(code, names.get(code, "Place"), 3, 10.5, MIDSUMMER, lon, 48.11) for code, lon in places.items()]
    return sorted(rows, key=str)


def whole(grist: Grist) -> list[str]:
    """Every column of every row, without its number: Grist gives another one to a row that comes back."""
    return sorted(json.dumps(one, sort_keys=True) for one in grist.table("Bancs").values())


def test_only_the_difference_is_written_and_what_is_not_published_stays(
    grist: Grist, order: Any, benches: Any, tmp_path: Path
) -> None:
    prepared = prepare(order(grist, benches), QgsFeedback())
    assert {one: prepared.plan.count(one) for one in Action} == {
        Action.CREATE: 2, Action.REPLACE: 2, Action.DELETE: 1,
    }  # fmt: skip
    result, journal = publish(prepared, tmp_path, QgsFeedback())
    assert (result.created, result.replaced, result.deleted, result.unchanged) == (2, 2, 1, 1)
    assert (result.failed, result.there, result.verified) == ((), 5, True)
    assert held(grist) == wanted()
    assert [one["note"] for one in grist.table("Bancs").values()][:3] == ["note B1", "note B2", "note B4"]
    writes = [(one.method, one.path.rpartition("Bancs/")[2]) for one in grist.log() if one.method != "GET"]
    assert writes == [("POST", "records"), ("PATCH", "records"), ("POST", "data/delete")]
    assert KEY.encode() not in journal.read_bytes()


def test_published_again_nothing_is_written(grist: Grist, order: Any, benches: Any, tmp_path: Path) -> None:
    published(order(grist, benches), tmp_path)
    grist.clear()
    result, _ = published(order(grist, benches), tmp_path)
    assert (result.created, result.replaced, result.deleted, result.unchanged) == (0, 0, 0, 5)
    assert not [one for one in grist.log() if one.method != "GET"]


def test_undoing_gives_back_every_column_of_every_row(grist: Grist, order: Any, benches: Any, tmp_path: Path) -> None:
    before = whole(grist)
    _, journal = published(order(grist, benches), tmp_path)
    # What a formula gives comes back by itself, in the real one.
    result = take_back(journal, QgsFeedback())
    assert (result.verified, result.failed) == (True, ())
    after = [json.loads(one) for one in whole(grist)]
    assert [one | {"double": 21.0} for one in after] == [json.loads(one) for one in before]


@pytest.mark.parametrize(("at", "when"), cuts(3))
def test_a_publication_that_is_cut_is_gone_on_with_and_undone(
    grist: Grist, order: Any, benches: Any, tmp_path: Path, at: int, when: str
) -> None:
    grist.cut_at(at, after=when == "after")
    with pytest.raises(Interrupted):
        published(order(grist, benches), tmp_path)
    grist.cut_at(0, after=False)
    journal = next(tmp_path.glob("*.journal"))
    result = go_on(journal, QgsFeedback())
    assert (result.verified, result.failed) == (True, ())
    assert held(grist) == wanted()
    take_back(journal, QgsFeedback())
    assert [one[0] for one in held(grist)] == ["B1", "B2", "B3", "B4"]
    assert [one[5] for one in held(grist)] == [-1.68, -1.67, -1.66, -1.65]


@pytest.mark.parametrize(("method", "path", "key"), [("PATCH", "records", "B4"), ("POST", "data/delete", "B3")])
def test_a_row_that_grist_says_it_wrote_and_did_not_is_told(
    grist: Grist, order: Any, benches: Any, tmp_path: Path, method: str, path: str, key: str
) -> None:
    grist.fault("lose", 1, {"method": method, "path": f"/api/docs/docAbC123/tables/Bancs/{path}"})
    result, _ = published(order(grist, benches), tmp_path)
    assert ([entry.key for entry in result.failed], result.verified) == ([key], False)


def test_a_value_that_the_type_of_its_column_changes_is_told(order: Any, layer: Any, tmp_path: Path) -> None:
    # An empty Bool is false there, with a 200.
    grist = Grist({"Bancs": ({"code": "Text", "ok": "Bool"}, [])}, key=KEY)
    vector = layer("None", "", "code:string, ok:boolean", [("", "B1", True), ("", "B2", None)])
    result, _ = published(order(grist, vector), tmp_path)
    grist.stop()
    assert [(entry.key, "ok" in entry.message) for entry in result.failed] == [("B2", True)]


def test_one_row_that_is_refused_does_not_keep_the_others_back(
    grist: Grist, order: Any, layer: Any, tmp_path: Path
) -> None:
    rows = [("MULTIPOINT((-1 48))", "B8", "a", 1, 1.0, None), ("MULTIPOINT((-1 48),(-2 48))", "B9", "b", 1, 1.0, None)]
    vector = layer("MultiPoint", "EPSG:4326", FIELDS, rows)
    result, _ = published(order(grist, vector, mode=Mode.UPSERT), tmp_path)
    assert [entry.key for entry in result.failed] == ["B9"]
    assert [(one["lon"], one["lat"]) for one in grist.table("Bancs").values() if one["code"] == "B8"] == [(-1.0, 48.0)]


def test_a_row_that_disappears_between_the_look_and_the_writing_is_the_only_one_to_fail(
    grist: Grist, header: Any, order: Any, benches: Any
) -> None:
    prepared = prepare(order(grist, benches), QgsFeedback())
    pairs = [(step.before, step.after) for step in prepared.plan.steps if step.action is Action.REPLACE]
    grist.drop("Bancs", "2")
    outcomes = prepared.target.replace(pairs, QgsFeedback())
    assert [(one.key, bool(one.error)) for one in outcomes] == [("B2", True), ("B4", False)]


def test_altitudes_are_left_and_shapes_in_lambert_93_come_in_degrees(
    grist: Grist, order: Any, layer: Any, tmp_path: Path
) -> None:
    from pyproj import Transformer

    rows = [("POINT Z (351000 6789000 42)", "B8", "Place", 3, 10.5, "2019-06-26")]
    vector = layer("PointZ", "EPSG:2154", FIELDS, rows)
    result, _ = published(order(grist, vector, mode=Mode.UPSERT), tmp_path)
    assert (result.created, result.failed, result.verified) == (1, (), True)
    found = next(one for one in grist.table("Bancs").values() if one["code"] == "B8")
    lon, lat = Transformer.from_crs(2154, 4326, always_xy=True).transform(351000, 6789000)
    assert (found["lon"], found["lat"]) == (pytest.approx(lon, abs=1e-8), pytest.approx(lat, abs=1e-8))


def test_any_shape_goes_to_a_column_of_wkt(order: Any, layer: Any, tmp_path: Path) -> None:
    import shapely

    square = "POLYGON((-1.5 48,-1.4 48,-1.4 48.1,-1.5 48.1,-1.5 48))"
    grist = Grist({"Bancs": ({"code": "Text", "wkt": "Text"}, [])}, key=KEY)
    vector = layer("Polygon", "EPSG:4326", "code:string", [(square, "P1")])
    result, _ = published(order(grist, vector), tmp_path)
    again = prepare(order(grist, vector), QgsFeedback())
    grist.stop()
    assert (result.created, result.verified, again.plan.unchanged) == (1, True, 1)
    assert shapely.from_wkt(grist.table("Bancs")[1]["wkt"]).equals(shapely.from_wkt(square))


def test_other_shapes_than_points_are_refused_where_only_points_have_columns(
    grist: Grist, order: Any, layer: Any
) -> None:
    square = "POLYGON((-1.5 48,-1.4 48,-1.4 48.1,-1.5 48.1,-1.5 48))"
    vector = layer("Polygon", "EPSG:4326", "code:string", [(square, "P1")])
    prepared = prepare(order(grist, vector, mode=Mode.UPSERT), QgsFeedback())
    assert ([one.key for one in prepared.plan.refused], prepared.plan.steps) == (["P1"], ())
    assert any("wkt" in note for note in prepared.profile.notes)


def test_a_table_without_columns_for_shapes_is_refused_before_anything(order: Any, benches: Any, layer: Any) -> None:
    grist = Grist({"Bancs": ({"code": "Text", "nom": "Text"}, [])}, key=KEY)
    with pytest.raises(TargetError, match="wkt"):
        prepare(order(grist, benches), QgsFeedback())
    # A layer without shapes has none to lose.
    table = layer("None", "", "code:string, nom:string", [("", "B1", "Place")])
    assert prepare(order(grist, table), QgsFeedback()).plan.count(Action.CREATE) == 1
    grist.stop()


def test_columns_that_the_table_lacks_or_computes_are_told(grist: Grist, order: Any, layer: Any) -> None:
    rows = [("POINT(-1 48)", "B8", "Place", 4.0, "chêne")]
    vector = layer("Point", "EPSG:4326", "code:string, nom:string, double:double, essence:string", rows)
    prepared = prepare(order(grist, vector), QgsFeedback())
    assert prepared.left_out == ("double", "essence")
    assert any("double" in note for note in prepared.profile.notes)


def test_a_key_that_the_table_lacks_stops_it(grist: Grist, order: Any, layer: Any) -> None:
    from dataclasses import replace

    vector = layer("Point", "EPSG:4326", "numero:string", [("POINT(-1 48)", "1")])
    with pytest.raises(TargetError, match="numero"):
        prepare(replace(order(grist, vector), key="numero"), QgsFeedback())


def test_a_wrong_key_and_one_that_may_only_read_are_told_before_anything(
    grist: Grist, order: Any, benches: Any
) -> None:
    with pytest.raises(NetworkError, match=r"identi|credentials"):
        prepare(order(grist, benches, key="une-autre"), QgsFeedback())
    reader = Grist({"Bancs": (COLUMNS, THERE)}, key=KEY, access="viewers")
    with pytest.raises(TargetError):
        prepare(order(reader, benches), QgsFeedback())
    reader.stop()


def test_the_address_of_a_page_of_grist_is_that_of_its_api(grist: Grist, endpoints: Any, qgis_app: Any) -> None:
    assert api_of("https://grist.exemple.fr/o/docs/abc123/Bancs/p/1?utm=1") == "https://grist.exemple.fr/api"
    assert api_of("https://grist.exemple.fr/api/") == "https://grist.exemple.fr/api"
    endpoints(grist=grist.url)
    assert api_of("grist") == grist.url
    assert kind_of(grist.url, "", QgsFeedback()) == "grist"
    assert opened("grist", Dataset(grist.url, "doc/Table", "code", (), benches_crs())) is not None


def test_the_platform_grist_is_published_to_by_its_name(
    grist: Grist, benches: Any, run: Any, endpoints: Any, header: Any
) -> None:
    endpoints(grist=grist.url)
    authcfg = header("Authorization", f"Bearer {KEY}")
    result = run(
        "publish", INPUT=benches, PLATFORM="grist", COLLECTION="docAbC123/Bancs", KEY="code", MODE="mirror",
        MAX_DELETE=50, AUTHCFG=authcfg, DRY_RUN=False,
    )  # fmt: skip
    assert (result["CREATED"], result["REPLACED"], result["DELETED"]) == (2, 2, 1)
    assert held(grist) == wanted()


def benches_crs() -> Any:
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem("EPSG:4326")
