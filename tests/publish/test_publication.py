"""Publishing to the real QGIS Server, pygeoapi and PostGIS; the database is the independent reader."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.publish.plan import Action, Mode, TooManyDeletions
from data_territoires_plugin.publish.publication import Order, prepare, publish, take_back
from data_territoires_plugin.publish.targets.base import TargetError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.servers.database import Postgis
    from tests.servers.ogc import PyGeoApi, QgisServer

TREES = "id_public:string(40), essence:string(40), hauteur:double"
PARCELS = "id_public:string(40), nom:string(60), surface:double"
SQUARE = (
    "POLYGON((350000.125 6790000.5, 350012.25 6790000.5, 350012.25 6790011, 350000.125 6790011, 350000.125 6790000.5))"
)


@pytest.fixture(params=["qgis_server", "wfst", "pygeoapi", "postgis"])
def platform(request: pytest.FixtureRequest, postgis: Postgis) -> Iterator[tuple[str, str]]:
    """The kind and the address of each real platform, its tables as they were at first."""
    postgis.reset()
    if request.param == "postgis":
        yield "postgis", f"postgresql://{postgis.host}:{postgis.port}/{postgis.database}"
    elif request.param == "wfst":
        yield "wfst", request.getfixturevalue("qgis_server").url
    else:
        server: QgisServer | PyGeoApi = request.getfixturevalue(request.param)
        yield "ogcapi", server.api if request.param == "qgis_server" else server.url
    postgis.reset()  # other files share the database


@pytest.fixture
def order(platform: tuple[str, str], editor: str, owner: str) -> Callable[..., Order]:
    def made(layer: Any, collection: str, **more: Any) -> Order:
        type_, address = platform
        authcfg = owner if type_ == "postgis" else editor
        return Order(layer, type_, address, collection, "id_public", authcfg=authcfg, **more)

    return made


def as_it_was(postgis: Postgis, n: int, **changed: Any) -> tuple:
    """A tree of the platform, as a row of a layer."""
    values = {"essence": "tilleul", "hauteur": float(n), "x": -1.7 + n / 1000, "y": 48.1, **changed}
    return (f"POINT({values['x']} {values['y']})", f"A{n}", values["essence"], values["hauteur"])


def test_only_the_difference_is_planned(order: Any, layer: Any, postgis: Postgis) -> None:
    rows = [as_it_was(postgis, n) for n in range(1, 25)]
    rows[2] = as_it_was(postgis, 3, essence="hêtre")
    rows.append(("POINT(-1.6 48.2)", "B1", "chêne", 12.5))
    prepared = prepare(order(layer("Point", "EPSG:4326", TREES, rows), "arbre", mode=Mode.MIRROR), QgsFeedback())
    plan = prepared.plan
    assert {action: plan.count(action) for action in Action} == {Action.CREATE: 1, Action.REPLACE: 1, Action.DELETE: 1}
    assert plan.unchanged == 23
    assert next(step for step in plan.steps if step.action is Action.REPLACE).changed == ("essence",)
    assert postgis.rows("SELECT count(*) FROM arbre") == [(25,)]


def test_what_is_published_is_in_the_database_and_only_that(
    order: Any, layer: Any, postgis: Postgis, tmp_path: Path
) -> None:
    rows = [as_it_was(postgis, n) for n in range(1, 25)]
    rows[2] = as_it_was(postgis, 3, essence="hêtre", hauteur=7.25)
    rows.append(("POINT(-1.6123456 48.2123456)", "B1", "chêne", 12.5))
    prepared = prepare(order(layer("Point", "EPSG:4326", TREES, rows), "arbre", mode=Mode.MIRROR), QgsFeedback())
    result, _journal = publish(prepared, tmp_path, QgsFeedback())
    assert not [entry.message for entry in result.failed]
    assert (result.created, result.replaced, result.deleted, result.unchanged) == (1, 1, 1, 23)
    assert (result.failed, result.verified, result.there) == ((), True, 25)
    told = dict(postgis.rows("SELECT id_public, essence || ' ' || hauteur FROM arbre"))
    assert (told["A3"], told["B1"], "A25" in told, told["A4"]) == ("hêtre 7.25", "chêne 12.5", False, "tilleul 4")
    assert postgis.rows(
        "SELECT count(*) FROM arbre WHERE id_public = 'B1' AND ST_Distance(geom::geography,"
        " ST_SetSRID(ST_MakePoint(-1.6123456, 48.2123456), 4326)::geography) < 0.02"
    ) == [(1,)]


def test_parcels_in_lambert_93_arrive_at_their_place(order: Any, layer: Any, postgis: Postgis, tmp_path: Path) -> None:
    rows = [(SQUARE, "N1", "Nouvelle", 127.31), (SQUARE.replace("350000.125", "350001.5"), "P1", "Parcelle 1", 100.0)]
    prepared = prepare(order(layer("Polygon", "EPSG:2154", PARCELS, rows), "parcelle"), QgsFeedback())
    result, _journal = publish(prepared, tmp_path, QgsFeedback())
    assert not [entry.message for entry in result.failed]
    assert (result.created, result.replaced, result.failed) == (1, 1, ())
    far = postgis.rows(
        f"SELECT ST_HausdorffDistance(geom, ST_GeomFromText('{SQUARE}', 2154)) FROM parcelle WHERE id_public = 'N1'"
    )
    assert far[0][0] < 0.01
    assert postgis.rows("SELECT count(*) FROM parcelle") == [(11,)]


def test_a_value_that_is_emptied_and_a_shape_that_moves_really_do(
    order: Any, layer: Any, postgis: Postgis, tmp_path: Path
) -> None:
    # QGIS Server keeps the old value and the old shape of a layer in degrees, and answers 200.
    rows = [as_it_was(postgis, 1, essence=None), as_it_was(postgis, 2, x=-1.5)]
    prepared = prepare(order(layer("Point", "EPSG:4326", TREES, rows), "arbre"), QgsFeedback())
    result, _journal = publish(prepared, tmp_path, QgsFeedback())
    assert (result.replaced, result.failed, result.verified) == (2, (), True)
    told = postgis.rows(
        "SELECT essence, round(ST_X(geom)::numeric, 5) FROM arbre WHERE id_public IN ('A1', 'A2') ORDER BY id_public"
    )
    assert [(essence, float(x)) for essence, x in told] == [(None, -1.699), ("tilleul", -1.5)]
    assert postgis.rows("SELECT count(*) FROM arbre") == [(25,)]


def test_published_again_nothing_moves(order: Any, layer: Any, postgis: Postgis, tmp_path: Path) -> None:
    rows = [("POINT(-1.61 48.21)", f"C{n}", "if", n / 3) for n in range(20)]
    made = layer("Point", "EPSG:4326", TREES, rows)
    publish(prepare(order(made, "arbre"), QgsFeedback()), tmp_path, QgsFeedback())
    again = prepare(order(made, "arbre"), QgsFeedback())
    assert (again.plan.steps, again.plan.unchanged, again.plan.kept) == ((), 20, 25)


def test_numbers_that_the_layer_holds_as_text_are_numbers_on_the_platform(
    order: Any, layer: Any, postgis: Postgis, tmp_path: Path, platform: tuple[str, str]
) -> None:
    # As a CSV file gives them.
    fields = "id_public:string(40), essence:string(40), hauteur:string(20)"
    rows = [("POINT(-1.699 48.1)", "A1", "tilleul", "1"), ("POINT(-1.698 48.1)", "A2", "tilleul", "2.50")]
    result, _ = publish(prepare(order(layer("Point", "EPSG:4326", fields, rows), "arbre"), QgsFeedback()), tmp_path,
                        QgsFeedback())  # fmt: skip
    assert not [entry.message for entry in result.failed]
    assert postgis.rows("SELECT hauteur FROM arbre WHERE id_public IN ('A1', 'A2') ORDER BY 1") == [(1.0,), (2.5,)]


def test_a_table_does_not_empty_the_shapes_of_the_platform(order: Any, layer: Any, postgis: Postgis) -> None:
    made = layer("NoGeometry", "EPSG:4326", TREES, [("", "A1", "hêtre", 1.0)])
    with pytest.raises(TargetError):
        prepare(order(made, "arbre"), QgsFeedback())


def test_undo_puts_back_what_was(order: Any, layer: Any, postgis: Postgis, tmp_path: Path) -> None:
    before = postgis.rows("SELECT id_public, essence, hauteur, ST_AsText(geom, 6) FROM arbre ORDER BY 1")
    rows = [as_it_was(postgis, n, essence="hêtre" if n % 2 else "tilleul") for n in range(3, 20)]
    rows.append(("POINT(-1.6 48.2)", "B1", "chêne", 12.5))
    made = order(layer("Point", "EPSG:4326", TREES, rows), "arbre", mode=Mode.MIRROR, most_deleted=50)
    _result, journal = publish(prepare(made, QgsFeedback()), tmp_path, QgsFeedback())
    assert postgis.rows("SELECT count(*) FROM arbre") == [(18,)]
    undone = take_back(journal, QgsFeedback())
    assert undone.verified, undone.failed
    assert postgis.rows("SELECT id_public, essence, hauteur, ST_AsText(geom, 6) FROM arbre ORDER BY 1") == before


def test_an_empty_layer_does_not_empty_the_platform(order: Any, layer: Any, postgis: Postgis, tmp_path: Path) -> None:
    prepared = prepare(order(layer("Point", "EPSG:4326", TREES, []), "arbre", mode=Mode.MIRROR), QgsFeedback())
    with pytest.raises(TooManyDeletions):
        publish(prepared, tmp_path, QgsFeedback())
    assert postgis.rows("SELECT count(*) FROM arbre") == [(25,)]


def test_what_the_platform_would_refuse_is_not_sent(order: Any, layer: Any, postgis: Postgis, tmp_path: Path) -> None:
    crossing = "POLYGON((350000 6790000, 350010 6790010, 350010 6790000, 350000 6790010, 350000 6790000))"
    rows = [(crossing, "N1", "croisée", 1.0), (SQUARE, "N2", "bonne", 2.0)]
    prepared = prepare(order(layer("Polygon", "EPSG:2154", PARCELS, rows), "parcelle"), QgsFeedback())
    assert [refusal.key for refusal in prepared.plan.refused] == ["N1"]
    result, _journal = publish(prepared, tmp_path, QgsFeedback())
    assert result.created == 1
    assert postgis.rows("SELECT id_public FROM parcelle WHERE id_public LIKE 'N%'") == [("N2",)]


def test_a_column_that_the_platform_does_not_have_is_left_out_and_told(
    order: Any, layer: Any, postgis: Postgis, tmp_path: Path
) -> None:
    made = layer("Point", "EPSG:4326", f"{TREES}, secret:string", [("POINT(-1.6 48.2)", "B1", "chêne", 1.0, "x")])
    prepared = prepare(order(made, "arbre"), QgsFeedback())
    assert prepared.left_out == ("secret",)
    assert publish(prepared, tmp_path, QgsFeedback())[0].verified


def test_a_refusal_of_the_server_is_a_failure_and_the_others_go_on(
    order: Any, layer: Any, postgis: Postgis, tmp_path: Path
) -> None:
    rows = [("POINT(-1.6 48.2)", "B1", "chêne", -3.0), ("POINT(-1.6 48.2)", "B2", "chêne", 3.0)]  # hauteur >= 0
    result, _journal = publish(
        prepare(order(layer("Point", "EPSG:4326", TREES, rows), "arbre"), QgsFeedback()), tmp_path, QgsFeedback()
    )
    assert ([entry.key for entry in result.failed], result.created, result.verified) == (["B1"], 1, False)


def test_data_for_internal_use_are_not_published_by_mistake(
    order: Any, layer: Any, postgis: Postgis, tmp_path: Path, run: Any
) -> None:
    from dataclasses import replace
    from datetime import date

    from qgis.core import QgsProcessingException, QgsProject, QgsRectangle

    from data_territoires_plugin.catalogue import load_catalogue
    from data_territoires_plugin.metadata.layer import layer_metadata

    made = layer("Point", "EPSG:4326", TREES, [("POINT(-1.6 48.2)", "B1", "chêne", 12.5)])
    known = load_catalogue()
    for licence, refused in (("lov2", False), ("interne", True)):
        entry = replace(known.entry("ban_adresses"), licence=known.licences[licence])
        made.setMetadata(
            layer_metadata(entry, "t", made.crs(), QgsRectangle(), edition="", attribution="a", lineage="l",
                           fetched=date(2026, 11, 22))
        )  # fmt: skip
        QgsProject.instance().addMapLayer(made)
        asked = order(made, "arbre")
        parameters = {"INPUT": made.id(), "TARGET": asked.target, "TYPE": asked.type, "COLLECTION": "arbre",
                      "KEY": "id_public", "AUTHCFG": asked.authcfg, "DRY_RUN": True}  # fmt: skip
        if refused:
            with pytest.raises(QgsProcessingException, match=r"internal use|Usage interne"):
                run("publish", **parameters | {"DRY_RUN": False})
            assert run("publish", **parameters)["CREATED"] == 1
            assert "“layer” may not be published" in run.log
            assert run("publish", **parameters, RESERVED=True)["CREATED"] == 1
        else:
            assert run("publish", **parameters)["CREATED"] == 1
        QgsProject.instance().takeMapLayer(made)


def test_the_algorithms_publish_and_take_back_and_nothing_secret_is_written(
    order: Any, layer: Any, postgis: Postgis, tmp_path: Path, run: Any
) -> None:
    from qgis.core import QgsProject

    made = layer("Point", "EPSG:4326", TREES, [("POINT(-1.6 48.2)", "B1", "chêne", 12.5)])
    QgsProject.instance().addMapLayer(made)
    asked = order(made, "arbre")
    report = tmp_path / "report.json"
    parameters = {
        "INPUT": made.id(), "TARGET": asked.target, "COLLECTION": "arbre", "KEY": "id_public", "AUTHCFG": asked.authcfg,
        "JOURNALS": str(tmp_path), "REPORT": str(report),
    }  # fmt: skip
    planned = run("publish", **parameters, DRY_RUN=True)
    assert (planned["CREATED"], postgis.rows("SELECT count(*) FROM arbre")) == (1, [(25,)])
    done = run("publish", **parameters)
    assert (done["CREATED"], done["VERIFIED"], postgis.rows("SELECT count(*) FROM arbre")) == (1, 1, [(26,)])
    told = json.loads(report.read_text(encoding="utf-8"))
    assert (told["plan"]["create"], told["there"], told["verified"]) == (1, 26, True)
    assert run("resume", JOURNAL=done["JOURNAL"])["CREATED"] == 1
    assert postgis.rows("SELECT count(*) FROM arbre") == [(26,)]
    assert run("undo", JOURNAL=done["JOURNAL"])["VERIFIED"] == 1
    assert postgis.rows("SELECT count(*) FROM arbre") == [(25,)]
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert not any(secret in written for secret in (b"secret", b"password", f":{postgis.password}@".encode()))
    QgsProject.instance().removeMapLayer(made.id())
