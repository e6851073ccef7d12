"""The WFS of the Géoplateforme: whatever goes wrong, the layer is complete, or has failed and says so."""

from __future__ import annotations

import json
import time
from pathlib import Path
from threading import Event
from urllib.parse import parse_qs

import pytest
import shapely
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from tests.clip.files import MILLIMETRE, distance, perimeter_file, read_gpkg, recipe_of, write_gpkg
from tests.sources import settlement
from tests.sources.settlement import TYPE

LAYER = "bdtopo_batiment"


@pytest.fixture
def clipped(run, land):
    """`clipped()` clips the buildings to the land, and gives back the rows by key."""

    def clips(**parameters):
        result = run("clip", **{"PERIMETER": land, "LAYERS": LAYER, "CUT": "cut", **parameters})
        clips.result = result
        return {feature.values["cleabs"]: feature for feature in read_gpkg(result["OUTPUT"], LAYER)}

    return clips


def is_complete(rows) -> None:
    expected = settlement.expected(settlement.polygon())
    assert rows.keys() == expected.keys()
    for name, shape in expected.items():
        assert distance(rows[name].geometry, shape) < MILLIMETRE


class TestComplete:
    def test_when_all_goes_well(self, serve, clipped):
        serve()
        is_complete(clipped())

    @pytest.mark.parametrize("cap", [700, 1000, 5000])
    def test_whatever_the_number_of_features_that_the_service_gives_at_a_time(self, serve, clipped, cap):
        serve(cap=cap)
        is_complete(clipped())

    @pytest.mark.parametrize(
        ("fault", "times", "options"),
        [
            ("shrink", 1, {"by": 3}),
            ("truncate", 1, {"share": 0.6}),
            ("truncate", 2, {"share": 0.99}),
            ("html", 1, {}),
            ("exception", 2, {}),
            ("status", 2, {"status": 502}),
            ("status", 1, {"status": 429, "retry_after": 1}),
            ("reset", 1, {}),
            ("duplicate", 1, {}),
        ],
        ids=["shrink", "truncated", "truncated at the end", "html", "exceptions", "502", "429", "reset", "duplicate"],
    )
    def test_when_a_page_goes_wrong(self, serve, clipped, fault, times, options):
        server = serve(cap=1000)
        server.fault(fault, times=times, when={"startindex": "2000" if fault == "duplicate" else "0"}, **options)
        is_complete(clipped())

    @pytest.mark.parametrize("fault", ["html", "exception", "truncate", "reset"])
    def test_when_the_first_answers_go_wrong(self, serve, clipped, fault):
        server = serve()
        for what in ({"request": "DescribeFeatureType"}, {"resulttype": "hits"}):
            server.fault(fault, when=what)
        is_complete(clipped())

    @pytest.mark.parametrize("cap", [1000, 5000])
    def test_when_the_service_does_not_say_how_many_there_are(self, serve, clipped, cap):
        server = serve(cap=cap)
        server.fault("unknown", times=-1)
        is_complete(clipped())

    def test_when_the_answers_are_slow_and_come_in_any_order(self, serve, clipped):
        server = serve(cap=1000)
        server.fault("delay", times=2, when={"startindex": "0"}, seconds=0.4)
        is_complete(clipped())

    def test_when_features_leave_while_the_pages_are_read(self, serve, clipped, run):
        server = serve(cap=1000)
        server.fault("delay", times=1, when={"startindex": "3000"}, seconds=1.5)
        dropped = [name for name in settlement.expected(settlement.polygon())][:3]

        class Watching(QgsProcessingFeedback):
            done = False

            def isCanceled(self):  # asked all along: the moment to change the data
                if not self.done and any(e.params.get("startindex") == "1000" for e in server.log()):
                    self.done = True
                    server.drop(TYPE, *dropped)
                return False

        feedback = Watching(False)
        rows = clipped(feedback=feedback)
        assert feedback.done
        assert rows.keys() == settlement.expected(settlement.polygon()).keys() - set(dropped)

    def test_when_nothing_is_there(self, serve, clipped, tmp_path):
        serve()
        far = perimeter_file(
            tmp_path / "far.gpkg", "MULTIPOLYGON(((400000 6790000,401000 6790000,401000 6791000,400000 6790000)))"
        )
        assert clipped(PERIMETER=far) == {}
        assert clipped.result["LAYERS_DONE"] == 1


class TestFailed:
    @pytest.mark.parametrize(
        ("fault", "options", "said"),
        [
            ("shrink", {"by": 2000}, "features came"),
            ("truncate", {"share": 0.5}, "did not come whole"),
            ("html", {}, "web page"),
            ("exception", {}, "refused"),
            ("status", {"status": 407}, "proxy"),
            ("status", {"status": 500}, "failing"),
        ],
    )
    def test_a_fault_that_lasts_is_told_and_the_previous_result_is_intact(
        self, serve, clipped, run, tmp_path, fault, options, said
    ):
        server = serve(cap=1000)
        clipped()
        before = (tmp_path / "result.gpkg").read_bytes()
        server.fault(fault, times=-1, when={"startindex": "1000" if fault == "shrink" else "0"}, **options)
        with pytest.raises(QgsProcessingException) as raised:
            clipped()
        assert said in str(raised.value)
        assert (tmp_path / "result.gpkg").read_bytes() == before

    def test_a_layer_that_fails_does_not_stop_the_others(self, serve, clipped, buildings):
        server = serve(layers={
            TYPE: (buildings, "batiment", "cleabs", 4326, "geometrie"),
            "BDTOPO_V3:cimetiere": (buildings, "batiment", "cleabs", 4326, "geometrie"),
        })  # fmt: skip
        server.fault("html", times=-1, when={"typenames": "BDTOPO_V3:cimetiere"})
        is_complete(clipped(LAYERS=f"{LAYER},bdtopo_cimetiere"))
        recipe = recipe_of(clipped.result["OUTPUT"])
        assert (clipped.result["LAYERS_DONE"], clipped.result["LAYERS_FAILED"]) == (1, 1)
        assert recipe["bdtopo_cimetiere"]["status"] == "failed"
        assert "web page" in recipe["bdtopo_cimetiere"]["message"]

    def test_a_layer_that_the_service_does_not_have_is_said_by_name(self, serve, clipped):
        serve()
        with pytest.raises(QgsProcessingException, match="BDTOPO_V3:cimetiere"):
            clipped(LAYERS="bdtopo_cimetiere")


class TestRequests:
    def test_are_those_that_the_service_wants(self, serve, clipped):
        server = serve(cap=1000, latency_ms=60)
        clipped()
        asked = [exchange for exchange in server.log() if exchange.params.get("request") == "GetFeature"]
        pages = [exchange for exchange in asked if "startindex" in exchange.params]
        assert len(pages) >= 6
        for exchange in asked:
            assert exchange.method == "POST"
            assert exchange.params["srsname"] == "EPSG:2154"
            assert exchange.params["typenames"] == TYPE
            assert list(parse_qs(exchange.body.decode())) == ["cql_filter"]
            assert "gzip" in exchange.headers["accept-encoding"]
            assert "SRID=4326;" in exchange.params["cql_filter"]
        for exchange in pages:
            assert exchange.params["sortby"] == "cleabs A"
            assert int(exchange.params["count"]) <= 5000
        hits = [n for n, exchange in enumerate(asked) if exchange.params.get("resulttype") == "hits"]
        assert hits == [0]
        assert max(exchange.together for exchange in pages) > 1

    def test_a_crs_that_the_service_may_not_know_is_made_here(self, serve, clipped):
        server = serve()
        rows = clipped(CRS="EPSG:3948")
        assert {e.params["srsname"] for e in server.log() if "srsname" in e.params} == {"EPSG:4326"}
        moved = shapely.transform(settlement.polygon(), lambda xy: xy)
        assert rows.keys() >= {name for name, left in settlement.expected(moved).items() if left.area > 1}
        x, y, *_ = next(iter(rows.values())).geometry.bounds
        assert 1_300_000 < x < 1_400_000
        assert 7_200_000 < y < 7_300_000

    def test_the_filter_never_loses_a_feature_that_the_perimeter_has(self, serve, clipped):
        server = serve()
        clipped()
        (announced,) = {row["announced"] for row in recipe_of(clipped.result["OUTPUT"]).values()}
        (written,) = {row["written"] for row in recipe_of(clipped.result["OUTPUT"]).values()}
        assert written == len(settlement.expected(settlement.polygon()))
        assert written <= announced < settlement.SIDE**2
        cql = next(e.params["cql_filter"] for e in server.log() if "cql_filter" in e.params)
        assert shapely.from_wkt(cql.partition(";")[2].removesuffix(")")).is_valid


class TestCodes:
    """A territory whose codes the layer has."""

    @pytest.fixture
    def town(self, serve, buildings, tmp_path, run):
        """`town(territory, field=…)`: the buildings clipped by an entry of our own, kept whole."""
        half = settlement.SIDE // 2 * settlement.STEP
        west = shapely.box(
            settlement.WEST - 50, settlement.SOUTH - 50, settlement.WEST + half - 5, settlement.SOUTH + 5000
        )
        contour = (shapely.MultiPolygon([west]).wkt, "COMMUNE1")
        admin = tmp_path / "admin.gpkg"
        write_gpkg(
            admin,
            "commune",
            [(*contour, code) for code in ("35238", "75056")],
            {"cleabs": str, "code_insee": str},
            kind=6,
        )

        def clips(territory, field="code_insee", rows=(buildings, "batiment"), **more):
            server = serve(layers={
                "ADMINEXPRESS-COG.LATEST:commune": (admin, "commune", "cleabs", 4326, "geometrie"),
                "TEST:bati": (*rows, "cleabs", 4326, "geometrie"),
            })  # fmt: skip
            keys = {"title": "Bâti", "abstract": "Bâti", "theme": "bati", "producer": "IGN", "service": "geopf_wfs",
                    "layer": "TEST:bati", "geometry": "polygon", "licence": "lov2", "attribution": "IGN {date}",
                    "cut": "whole", "cut_reason": "entier", "key": "cleabs",
                    "code_fields": f"{{commune: {field}}}", **more}  # fmt: skip
            lines = ["entries:", "  mes_batiments:", *(f"    {name}: {value}" for name, value in keys.items())]
            mine = tmp_path / "mine.yaml"
            mine.write_text("\n".join(lines), encoding="utf-8")
            result = run("clip", TERRITORY=territory, LAYERS="mes_batiments", CATALOGUE=str(mine))
            asked = [
                e.params.get("cql_filter", "") for e in server.log() if e.params.get("typenames", "") == "TEST:bati"
            ]
            return read_gpkg(result["OUTPUT"], "mes_batiments"), recipe_of(result["OUTPUT"])["mes_batiments"], asked

        return clips

    def test_it_is_selected_by_them_and_no_neighbour_that_touches_comes(self, town):
        rows, recipe, asked = town("commune:35238")
        assert {row.values["code_insee"] for row in rows} == {"35238"}
        assert len(rows) == settlement.SIDE**2 // 2
        assert recipe["way"] == "attribute"
        assert any("35238" in cql and "INTERSECTS" not in cql for cql in asked)
        assert not any("INTERSECTS" in cql for cql in asked)

    def test_whose_layer_writes_them_otherwise_it_is_selected_by_its_perimeter(self, town):
        rows, recipe, asked = town("commune:35238", field="cleabs")
        assert recipe["way"] == "spatial"
        assert {row.values["code_insee"] for row in rows} == {"35238"}
        assert any("INTERSECTS" in cql for cql in asked)

    def test_that_is_paris_has_the_codes_of_its_arrondissements(self, town, tmp_path):
        box = shapely.MultiPolygon([shapely.box(350_010, 6_790_010, 350_020, 6_790_020)]).wkt
        rows = [(box, f"K{code}", str(code)) for code in (75101, 75120, 75056, 92012)]
        path = write_gpkg(tmp_path / "paris.gpkg", "bati", rows, {"cleabs": str, "code_insee": str}, kind=6)
        found, _, _ = town("commune:75056", rows=(path, "bati"))
        assert {row.values["code_insee"] for row in found} == {"75101", "75120", "75056"}

    def test_whose_layer_has_changed_its_name_is_found_under_a_former_one(self, town):
        rows, recipe, _ = town(
            "commune:35238", layer="TEST:batiments_2026", former_layers='["TEST:autre", "TEST:bati"]'
        )
        assert len(rows) == settlement.SIDE**2 // 2
        assert recipe["status"] == "done"


def test_the_values_are_those_of_the_service(serve, clipped):
    serve(cap=1000)
    rows = clipped()
    for name, row in rows.items():
        late = name >= "B05000"
        number = int(name[1:])
        assert row.values["id"] == f"i{name}"
        assert row.values["fid"] == f"f{name}"
        assert row.values["hauteur"] == (3.5 if late else None)
        assert row.values["date_d_apparition"] == ("1790-01-01" if late else None)
        assert row.values["date_creation"] == "2010-07-15T07:31:40.330Z"
        assert row.values["construction_legere"] == int(number % settlement.SIDE < settlement.SIDE // 2)
    assert isinstance(next(iter(rows.values())).values["construction_legere"], int)


def test_cancelling_stops_at_once_and_keeps_what_was_fetched(serve, run, land, tmp_path):
    server = serve(cap=500)
    server.fault("delay", times=-1, when={"startindex": "2500"}, seconds=3)

    class Impatient(QgsProcessingFeedback):
        since = 0.0

        def isCanceled(self):
            if not self.since and sum("startindex" in e.params for e in server.log()) >= 3:
                self.since = time.monotonic()
            return bool(self.since)

    feedback = Impatient(False)
    with pytest.raises(QgsProcessingException):
        run("clip", feedback=feedback, PERIMETER=land, LAYERS=LAYER, CUT="cut")
    assert feedback.since
    assert time.monotonic() - feedback.since < 1
    assert not list(tmp_path.glob("*.gpkg*"))
    assert not list(tmp_path.glob(".*draft"))
    fetched = {e.params["startindex"] for e in server.log() if "startindex" in e.params}
    server.mend()
    server.clear()
    result = run("clip", PERIMETER=land, LAYERS=LAYER, CUT="cut")
    again = {e.params["startindex"] for e in server.log() if "startindex" in e.params}
    assert result["FEATURES"] == len(settlement.expected(settlement.polygon()))
    assert len(again & fetched) < len(fetched)


def test_a_second_try_asks_only_for_the_pages_that_are_missing(serve, run, land):
    server = serve(cap=500)
    server.fault("status", times=-1, when={"startindex": "2500"}, status=500)
    with pytest.raises(QgsProcessingException):
        run("clip", PERIMETER=land, LAYERS=LAYER, CUT="cut")
    good = {e.params["startindex"] for e in server.log() if "startindex" in e.params and e.status == 200}
    server.mend()
    server.clear()
    result = run("clip", PERIMETER=land, LAYERS=LAYER, CUT="cut")
    again = {e.params["startindex"] for e in server.log() if "startindex" in e.params}
    assert result["FEATURES"] == len(settlement.expected(settlement.polygon()))
    assert good
    assert "2500" in again
    assert not again & good


def test_a_layer_that_failed_alone_is_taken_up_where_it_stopped(serve, run, land, buildings):
    source = (buildings, "batiment", "cleabs", 4326, "geometrie")
    server = serve(layers={TYPE: source, "BDTOPO_V3:cimetiere": source}, cap=500)
    server.fault("status", times=-1, when={"typenames": "BDTOPO_V3:cimetiere", "startindex": "1500"}, status=500)
    first = run("clip", PERIMETER=land, LAYERS=f"{LAYER},bdtopo_cimetiere")
    assert first["LAYERS_FAILED"] == 1
    good = {
        e.params["startindex"] for e in server.log()
        if "startindex" in e.params and e.status == 200 and "cimetiere" in e.params["typenames"]
    }  # fmt: skip
    server.mend()
    server.clear()
    second = run("clip", PERIMETER=land, LAYERS=f"{LAYER},bdtopo_cimetiere")
    again = {
        e.params["startindex"]
        for e in server.log()
        if "cimetiere" in e.params.get("typenames", "") and "startindex" in e.params
    }
    assert second["LAYERS_FAILED"] == 0
    assert good
    assert not again & good


def test_a_key_that_is_not_unique_loses_nothing(serve, clipped, tmp_path):
    rows = []
    for number in range(1200):
        x, y = settlement.place(number)
        rows.append((shapely.MultiPolygon([shapely.box(x, y, x + 5, y + 5)]).wkt, f"K{number // 2}", f"n{number}"))
    path = write_gpkg(tmp_path / "twice.gpkg", "batiment", rows, {"cleabs": str, "nature": str}, kind=6)
    serve(layers={TYPE: (path, "batiment", "cleabs", 2154, "geometrie")}, cap=101)
    everywhere = perimeter_file(
        tmp_path / "all.gpkg", shapely.MultiPolygon([shapely.box(349_000, 6_789_000, 353_000, 6_793_000)]).wkt
    )
    clipped(PERIMETER=everywhere)
    found = {feature.values["nature"] for feature in read_gpkg(clipped.result["OUTPUT"], LAYER)}
    assert found == {f"n{number}" for number in range(1200)}


def test_the_report_says_what_the_recipe_says(serve, clipped):
    serve()
    clipped()
    report = json.loads(Path(clipped.result["REPORT"]).read_text(encoding="utf-8"))
    (layer,) = report["layers"]
    row = recipe_of(clipped.result["OUTPUT"])[LAYER]
    for name in (
        "entry",
        "source",
        "way",
        "announced",
        "received",
        "written",
        "bytes",
        "status",
        "licence",
        "attribution",
    ):
        assert layer[name] == row[name]
    assert layer["received"] == layer["announced"]
    assert layer["inside"] + layer["cut_features"] == layer["written"]
    assert clipped.result["BYTES"] == layer["bytes"] > 100_000


@pytest.mark.parametrize("announced", [0, 1, 5000, 5001, 30_000, 30_001, 78_105, 1_000_000])
def test_the_pages_of_a_plan_cover_every_feature_once_and_none_is_too_large(announced: int) -> None:
    from data_territoires_plugin.sources.wfs_pages import PAGE, spans

    asked = spans(announced)
    assert [number for span in asked for number in range(span.start, span.start + span.wanted)] == list(
        range(announced)
    )
    assert all(0 < span.wanted <= PAGE for span in asked)


def test_the_pages_become_rows_whatever_is_being_done_with_the_first(run, tmp_path) -> None:
    from qgis.core import QgsFeedback

    from data_territoires_plugin.network import Pool
    from data_territoires_plugin.sources import Stage
    from data_territoires_plugin.sources.wfs_pages import Reader, Span, spans

    begun = Event()

    def answer(span: Span) -> bytes:
        assert span.start == 0 or begun.wait(30)
        point = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [0, 0]}, "properties": {"n": 1}}
        document = {"type": "FeatureCollection", "features": [point] * span.wanted, "numberReturned": span.wanted}
        return json.dumps(document).encode()

    stage = Stage(tmp_path / "stage", {})
    with Pool(1) as downloads:
        batches = Reader(answer, "Essai", "EPSG:2154", "EPSG:2154", stage, QgsFeedback()).batches(downloads, 12_000)
        next(batches)  # and nothing more is asked of it
        begun.set()
        end = time.monotonic() + 30
        while not all(stage.has(span.name) for span in spans(12_000)) and time.monotonic() < end:
            time.sleep(0.01)
        assert all(stage.has(span.name) for span in spans(12_000))
        assert sum(1 for _ in batches) == 2
