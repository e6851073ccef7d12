"""The APIs of JSON clipped from end to end: what came is compared with the rows served, by shapely and GDAL."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import import_module

import pytest
import shapely
from qgis.core import QgsProcessingException

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.sources import json_api
from data_territoires_plugin.sources.json_apis import api_of, api_services
from tests.clip.files import perimeter_file, read_gpkg, recipe_of
from tests.sources import json_rows, settlement

TILTED = "POLYGON((350103 6790105, 350890 6790033, 351011 6790820, 350410 6791140, 350095 6790700, 350103 6790105))"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """No limits of speed, but for the test that is about them: the stand-ins of the others have none."""
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)
    monkeypatch.setattr(import_module("data_territoires_plugin.network.endpoints"), "_rates", lambda _path: {})


@pytest.fixture
def serve(json_api, endpoints):
    """`serve("rnb", rows)`: the stand-in, in the place of the service."""

    def start(name, rows, **options):
        server = json_api(name, rows, **options)
        endpoints(**{name: server.url})
        return server

    return start


@pytest.fixture
def smaller(monkeypatch):
    """`smaller(deepest=40)`: the descriptions of the APIs with other limits, for fewer rows."""

    def set_limits(most=None, **limits):
        def changed(service, name):
            api = api_of(service, name)
            paging = replace(api.paging, most=most) if most else api.paging
            return replace(api, paging=paging, **limits)

        monkeypatch.setattr(json_api, "api_of", changed)

    return set_limits


@pytest.fixture
def clip(run, tmp_path):
    """`clip("rnb_emprises")`: the rows of the layer and its line of the recipe, within the tilted perimeter."""

    def clipped(entry, perimeter=TILTED, **more):
        (tmp_path / "p.gpkg").unlink(missing_ok=True)
        source = perimeter_file(tmp_path / "p.gpkg", perimeter)
        result = run("clip", PERIMETER=source, LAYERS=entry, CRS="EPSG:2154", **more)
        return read_gpkg(result["OUTPUT"], entry), recipe_of(result["OUTPUT"])[entry]

    return clipped


def inside(count, perimeter=TILTED, shape=json_rows.square):
    """The numbers of the buildings, or of their centres, that the perimeter meets by more than a corner."""
    wanted = shapely.from_wkt(perimeter)
    met = {number for number in range(count) if wanted.intersects(shape(number))}
    return {number for number in met if not shape(number).area or wanted.intersection(shape(number)).area > 1e-3}


def centre(number):
    return json_rows.square(number).centroid


# ------------------------------------------------------------------------------------------------ RNB: links, boxes
def test_the_buildings_of_the_rnb_come_page_after_page_by_their_links(serve, clip):
    server = serve("rnb", json_rows.buildings(700))
    rows, recipe = clip("rnb_emprises")
    assert {row.values["rnb_id"] for row in rows} == {settlement.key(number) for number in inside(700)}
    for row in rows:
        known = json_rows.square(int(row.values["rnb_id"][1:]))
        assert shapely.hausdorff_distance(row.geometry.boundary, known.boundary) < 0.01
    assert json.loads(rows[0].values["plots"])[0]["id"] == "35238000AB0001"
    assert len(server.log()) > 3
    assert (recipe["status"], recipe["announced"]) == ("done", recipe["received"])


def test_a_building_known_by_a_point_is_drawn_as_a_point_and_only_counted_as_an_area(serve, clip):
    serve("rnb", json_rows.buildings(900, without_shape=50))
    rows, _ = clip("rnb_emprises", json_rows.WIDE)
    assert len(rows) == 900 - 900 // 50
    rows, _ = clip("rnb_points", json_rows.WIDE)
    assert {row.values["rnb_id"] for row in rows} == {settlement.key(number) for number in range(900)}


def test_a_broken_page_is_asked_for_again_and_nothing_comes_twice(serve, clip):
    server = serve("rnb", json_rows.buildings(500))
    server.fault("truncate", when={"cursor": "c2s"})
    rows, _ = clip("rnb_emprises", json_rows.WIDE)
    assert sorted(row.values["rnb_id"] for row in rows) == [settlement.key(number) for number in range(500)]


def test_what_came_before_the_service_failed_is_not_asked_for_again(serve, clip):
    server = serve("rnb", json_rows.buildings(900))
    server.fault("status", times=-1, when={"cursor": "cb4"}, status=500)  # from the 401st on
    with pytest.raises(QgsProcessingException, match="failing"):
        clip("rnb_emprises", json_rows.WIDE)
    server.mend()
    server.clear()
    rows, _ = clip("rnb_emprises", json_rows.WIDE)
    assert len({row.values["rnb_id"] for row in rows}) == len(rows) == 900
    assert len(server.log()) == 5


def test_two_layers_of_one_list_are_read_side_by_side(serve, clip, run, tmp_path):
    serve("rnb", json_rows.buildings(400, without_shape=10))
    perimeter = perimeter_file(tmp_path / "both.gpkg", json_rows.WIDE)
    result = run("clip", PERIMETER=perimeter, LAYERS="rnb_emprises,rnb_points", CRS="EPSG:2154")
    assert len(read_gpkg(result["OUTPUT"], "rnb_emprises")) == 360
    assert len(read_gpkg(result["OUTPUT"], "rnb_points")) == 400


def test_a_link_to_another_server_is_not_followed(serve, clip):
    serve("rnb", json_rows.buildings(500)).fault("elsewhere")
    with pytest.raises(QgsProcessingException, match="another server"):
        clip("rnb_emprises", json_rows.WIDE, CATALOGUE=None)


# ------------------------------------------------------------------------------------------------ Hub'Eau: 206, depth
def test_stations_come_through_partial_answers(serve, clip, smaller):
    smaller(most=50)
    server = serve("hubeau", json_rows.stations(400))
    rows, recipe = clip("hubeau_stations_hydrometrie")
    assert {row.values["code_station"] for row in rows} == {f"J{number:07d}" for number in inside(400, shape=centre)}
    assert {exchange.status for exchange in server.log()} == {200, 206}
    assert all(row.geometry.distance(centre(int(row.values["code_station"][1:]))) < 0.1 for row in rows)
    announced = re.search(r"announced by the service: (\d+)", recipe["why"])
    assert int(announced[1]) >= len(rows)


def test_what_lies_deeper_than_the_api_reaches_is_asked_for_in_parts(serve, clip, smaller):
    smaller(most=20, deepest=60)
    server = serve("hubeau", json_rows.stations(150), deepest=60)
    rows, _ = clip("hubeau_stations_hydrometrie", json_rows.WIDE)
    assert sorted(row.values["code_station"] for row in rows) == [f"J{number:07d}" for number in range(150)]
    assert all(exchange.status < 400 for exchange in server.log())


def test_a_page_that_comes_short_once_is_no_loss(serve, clip, smaller):
    smaller(most=50)
    serve("hubeau", json_rows.stations(130)).fault("short")
    rows, _ = clip("hubeau_stations_hydrometrie", json_rows.WIDE)
    assert len(rows) == 130


def test_pages_that_always_come_short_are_no_success(serve, clip, smaller):
    smaller(most=50)
    serve("hubeau", json_rows.stations(130)).fault("short", times=-1)
    with pytest.raises(QgsProcessingException, match="announced 130"):
        clip("hubeau_stations_hydrometrie", json_rows.WIDE)


def test_more_at_one_place_than_the_api_gives_is_told(serve, clip, smaller):
    smaller(most=5, deepest=10)
    one = json_rows.stations(1)[0]
    serve("hubeau", [{**one, "code_station": f"J{number}"} for number in range(30)], deepest=10)
    with pytest.raises(QgsProcessingException, match="of one place"):
        clip("hubeau_stations_hydrometrie", json_rows.WIDE)


def test_an_answer_that_is_no_list_is_an_error_and_says_why(serve, clip, endpoints, json_api):
    serve("hubeau", [])
    endpoints(hubeau=json_api("georisques", []).url)  # answers, but refuses the parameters
    with pytest.raises(QgsProcessingException, match="unknown parameter"):
        clip("hubeau_stations_hydrometrie", json_rows.WIDE)


def test_nothing_there_is_an_empty_layer_and_no_error(serve, clip):
    serve("hubeau", [])
    rows, recipe = clip("hubeau_piezometres", json_rows.WIDE)
    assert rows == []
    assert recipe["status"] == "done"


# ------------------------------------------------------------------------------------------------ Géorisques: circles
def test_installations_are_asked_for_by_a_circle_and_cut_by_the_perimeter(serve, clip):
    server = serve("georisques", json_rows.hazards(250))
    rows, _ = clip("georisques_icpe")
    wanted = inside(250, shape=centre)
    assert {row.values["codeAIOT"] for row in rows} == {f"{number:010d}" for number in wanted}
    assert all(row.geometry.distance(centre(int(row.values["codeAIOT"]))) < 0.1 for row in rows)
    assert all("latlon" in exchange.params for exchange in server.log())


def test_a_wide_place_takes_several_circles_whose_rows_come_once(serve, clip):
    server = serve("georisques", json_rows.hazards(250))
    around = shapely.Point(350_900, 6_790_900).buffer(12_000).wkt
    rows, _ = clip("georisques_icpe", around)
    assert sorted(row.values["codeAIOT"] for row in rows) == [f"{number:010d}" for number in range(250)]
    circles = {exchange.params["latlon"] for exchange in server.log()}
    assert len(circles) >= 4
    assert max(int(exchange.params["rayon"]) for exchange in server.log()) <= 10_000


# ------------------------------------------------------------------------------------------------ API Carto: outlines
def zones(count, path="gpu/zone-urba", **more):
    return [
        {
            "liste": path, "geometry": json_rows.geojson(json_rows.degrees(json_rows.square(number))),
            "properties": {"gid": number, "libelle": f"U{number}", "typezone": "U", **more},
        }
        for number in range(count)
    ]  # fmt: skip


def test_a_small_outline_is_posted_to_api_carto(serve, clip, smaller):
    smaller(most=200)
    server = serve("apicarto", zones(900, "cadastre/parcelle", code_insee="35238"))
    rows, _ = clip("apicarto_parcelle")
    assert {row.values["gid"] for row in rows} == inside(900)
    posted = [json.loads(exchange.body) for exchange in server.log()]
    assert [body["_start"] for body in posted] == [str(200 * page) for page in range(len(posted))]
    outline = json_rows.metres(shapely.from_geojson(json.dumps(posted[0]["geom"])))
    assert outline.contains(shapely.from_wkt(TILTED))


def test_what_the_urban_planning_portal_caps_in_silence_is_asked_for_in_parts(serve, clip, smaller):
    api = api_of("apicarto", "gpu_zone_urba")
    smaller(most=100, largest=0)
    assert api.paging.way == "none"
    serve("apicarto", zones(500), most=100)
    rows, _ = clip("apicarto_zone_urba")
    assert {row.values["gid"] for row in rows} == inside(500)


def test_a_large_territory_goes_by_the_wfs(serve, clip, smaller, geopf, endpoints, buildings, tmp_path):
    smaller(largest=100)
    serve("apicarto", zones(900))
    from osgeo import gdal

    path = tmp_path / "zones.gpkg"
    statement = "SELECT shape, CAST(substr(cleabs, 2) AS INTEGER) AS gid, 'U' AS typezone FROM batiment"
    options = gdal.VectorTranslateOptions(
        format="GPKG", SQLStatement=statement, layerName="zone_urba", layerCreationOptions=["GEOMETRY_NAME=the_geom"]
    )
    made = gdal.VectorTranslate(str(path), str(buildings), options=options)
    del made
    wfs = geopf({"wfs_du:zone_urba": (path, "zone_urba", "gid", "EPSG:4326", "the_geom")}, rate=0)
    endpoints(geopf_wfs=wfs.url)
    rows, _ = clip("apicarto_zone_urba")
    assert {row.values["gid"] for row in rows} == inside(settlement.SIDE**2)
    assert wfs.log()


def test_two_outlines_of_one_day_are_two_requests(serve, clip):
    serve("apicarto", zones(900))
    first, _ = clip("apicarto_zone_urba")
    rows, _ = clip("apicarto_zone_urba", json_rows.WIDE)
    assert {row.values["gid"] for row in rows} == set(range(900)) > {row.values["gid"] for row in first}


# ------------------------------------------------------------------------------------------------ descriptions
def test_every_entry_names_a_list_that_is_described():
    entries = [entry for entry in load_catalogue().entries if entry.service in api_services()]
    named = {(entry.service, api_of(entry.service, entry.layer).name) for entry in entries}
    assert {service for service, _ in named} == api_services()
    for entry in entries:
        api = api_of(entry.service, entry.layer)
        assert entry.key == api.key
        assert bool(api.coordinates.member or api.coordinates.x) == (entry.geometry.value != "none")


def test_the_registers_with_conditions_say_them():
    said = {entry.id: entry.conditions for entry in load_catalogue().entries}
    assert "diffusion" in said["sirene_etablissements"]
    assert "licence" in said["panoramax_photos"]
    assert "naissance" in said["elus_maires"]
