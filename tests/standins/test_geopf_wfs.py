"""The stand-in of the Géoplateforme's WFS does what the facts say, and refuses what they say is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from tests.standins.conftest import SIDE, SOUTH, STEP, WEST, ask

if TYPE_CHECKING:
    from pathlib import Path

BUILDINGS, WOODS = "BDTOPO_V3:batiment", "LANDCOVER.FORESTINVENTORY.V2:formation_vegetale"
ALL = 120
# Covers the first three buildings of the first row, in whole, and half of the fourth.
BOX = (WEST - STEP / 2, SOUTH - STEP / 2, WEST + 3 * STEP + SIDE / 2, SOUTH + STEP / 2)


def contour(order: str = "lon lat", srid: str = "SRID=4326;") -> str:
    west, south, east, north = BOX
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    points = ",".join(f"{x} {y}" if order == "lon lat" else f"{y} {x}" for x, y in ring)
    return f"{srid}POLYGON(({points}))"


def keys(reply) -> list[str]:
    return [feature["properties"]["cleabs"] for feature in reply.json["features"]]


# ---------------------------------------------------------------- shapes, against recorded answers
def members(value: dict) -> list[str]:
    return list(value)


def test_a_feature_collection_has_the_members_of_a_recorded_one_in_their_order(wfs, shared: Path):
    recorded = json.loads((shared / "recorded/geopf-wfs/getfeature-limites-admin-commune-2025-06.json").read_text())
    played = wfs(count=ALL).json
    assert members(played) == members(recorded)
    assert members(played["features"][0]) == members(recorded["features"][0])
    assert played["crs"] == recorded["crs"]
    assert played["timeStamp"][10] == recorded["timeStamp"][10]
    assert len(played["timeStamp"]) == len(recorded["timeStamp"])


def test_an_empty_answer_is_the_recorded_one(wfs, shared: Path):
    recorded = (shared / "recorded/geopf-wfs/getfeature-empty-2025-06.json").read_text()
    played = wfs(cql_filter="nature='Rien'").text
    moment = slice(recorded.index("timeStamp") + 12, recorded.index("timeStamp") + 36)
    assert played[: moment.start] == recorded[: moment.start]
    assert played[moment.stop :] == recorded.rstrip("\n")[moment.stop :]


def test_an_unknown_type_is_answered_as_recorded(wfs, shared: Path):
    recorded = (shared / "recorded/geopf-wfs/describe-badname-400-2025-06.xml").read_bytes()
    headers = json.loads((shared / "recorded/geopf-wfs/describe-badname-400-2025-06.headers.json").read_text())
    reply = wfs(request="DescribeFeatureType", typeNames="badname", exceptions=None, outputFormat=None)
    assert reply.status == headers["status"]
    for name in ("content-type", "content-encoding", "transfer-encoding", "cache-control", "ratelimit-limit"):
        assert reply.headers[name] == headers["headers"][name]
    assert "content-length" not in reply.headers

    def shape(text: bytes) -> list[tuple]:
        return [(element.tag, element.attrib.get("exceptionCode")) for element in ElementTree.fromstring(text).iter()]

    assert shape(reply.body) == shape(recorded)


def test_a_schema_has_the_structure_of_a_recorded_one(wfs, shared: Path):
    recorded = (shared / "recorded/geopf-wfs/describe-limites-admin-commune-2025-06.xml").read_bytes()

    def shape(text: bytes) -> list[tuple]:
        root = ElementTree.fromstring(text)
        tags = [element.tag for element in root.iter()]
        attributes = [set(e.attrib) for e in root.iter("{http://www.w3.org/2001/XMLSchema}element")]
        return list(dict.fromkeys(tags)), attributes[0], attributes[-1]

    assert shape(wfs(request="DescribeFeatureType", outputFormat=None).body) == shape(recorded)


def test_values_are_written_as_on_the_recorded_building(wfs, shared: Path):
    recorded = json.loads((shared / "recorded/geopf-wfs/feature-bdtopo-batiment.json").read_text())
    played = wfs(count=1, sortBy="hauteur D").json["features"][0]
    assert members(played) == members(recorded)
    for name in ("date_d_apparition", "date_creation"):
        assert played["properties"][name] == recorded["properties"][name]
    assert type(played["properties"]["construction_legere"]) is type(recorded["properties"]["construction_legere"])
    assert played["properties"]["hauteur"] == ALL - 1
    assert isinstance(played["properties"]["hauteur"], int), "whole numbers lose their decimals"
    assert played["id"].startswith("batiment.")
    assert played["geometry"]["coordinates"][0][0][0][2] == recorded["geometry"]["coordinates"][0][0][0][2]


def test_the_description_in_json_names_the_geometry_and_its_type(wfs):
    described = wfs(request="DescribeFeatureType").json["featureTypes"][0]
    types = {p["name"]: (p["type"], p["localType"]) for p in described["properties"]}
    assert types["geometrie"] == ("gml:MultiPolygon", "MultiPolygon")
    assert types["date_d_apparition"] == ("xsd:date", "date")
    assert types["construction_legere"] == ("xsd:boolean", "boolean")
    assert "the_shape" not in types


def test_a_table_without_geometry_has_none(wfs):
    features = wfs(typeNames="RPG.LATEST:codes_cultures", sortBy="code").json["features"]
    assert [feature["properties"]["code"] for feature in features] == ["BTH", "MIS"]
    assert all(feature["geometry"] is None for feature in features)


# ---------------------------------------------------------------- counting and paging
def test_hits_are_xml_even_when_json_is_asked(wfs):
    reply = wfs(resultType="hits")
    assert ElementTree.fromstring(reply.body).attrib["numberMatched"] == str(ALL)
    assert ElementTree.fromstring(reply.body).attrib["numberReturned"] == "0"


@pytest.mark.parametrize("count", [None, 50, 20000])
def test_the_count_is_capped_without_a_word(geopf, town, count):
    server = geopf(town, cap=50)
    asked = {} if count is None else {"count": count}
    reply = ask(
        server.url,
        service="WFS",
        version="2.0.0",
        request="GetFeature",
        typeNames=BUILDINGS,
        outputFormat="application/json",
        **asked,
    )
    assert (reply.status, reply.json["numberReturned"], reply.json["numberMatched"]) == (200, 50, ALL)


def test_sorted_pages_are_disjoint_and_complete(wfs):
    pages = [keys(wfs(count=50, startIndex=start, sortBy="cleabs A")) for start in (0, 50, 100)]
    assert [len(page) for page in pages] == [50, 50, 20]
    together = [key for page in pages for key in page]
    assert together == sorted(together)
    assert len(set(together)) == ALL
    assert wfs(count=1, sortBy="cleabs D").json["features"][0]["properties"]["cleabs"] == together[-1]
    assert keys(wfs(count=50, startIndex=ALL, sortBy="cleabs")) == []


def test_without_sort_the_order_changes(wfs):
    assert len({tuple(keys(wfs(count=20))) for _ in range(3)}) == 3


def test_a_layer_without_key_gives_ids_that_never_come_back(wfs):
    ids = [
        {f["id"] for f in wfs(typeNames="AOC-VITICOLES:aire_parcellaire", sortBy="id").json["features"]}
        for _ in range(2)
    ]
    assert len(ids[0]) == len(ids[1]) == 30
    assert not ids[0] & ids[1]


def test_one_feature_by_its_id(wfs):
    wanted = wfs(count=1, sortBy="cleabs").json["features"][0]
    assert wfs(featureID=wanted["id"]).json["features"] == [wanted]


def test_only_the_asked_properties_come(wfs):
    feature = wfs(count=1, propertyName="cleabs,geometrie").json["features"][0]
    assert list(feature["properties"]) == ["cleabs"]
    assert feature["geometry"]
    assert wfs(count=1, propertyName="cleabs").json["features"][0]["geometry"] is None


# ---------------------------------------------------------------- coordinates
def first_point(reply) -> list[float]:
    return reply.json["features"][0]["geometry"]["coordinates"][0][0][0][:2]


def test_without_srsname_the_native_crs_comes_in_its_own_unit(wfs):
    reply = wfs(typeNames=WOODS, sortBy="id", count=1)
    assert reply.json["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::2154"
    assert first_point(reply) == [350000, 6790000]
    assert first_point(wfs(typeNames="patrinat_znieff1:znieff1", sortBy="id", count=1))[0] < -150000


@pytest.mark.parametrize("name", ["EPSG:4326", "urn:ogc:def:crs:EPSG::4326"])
def test_json_in_degrees_is_longitude_first_whatever_the_form(wfs, name):
    reply = wfs(typeNames=WOODS, sortBy="id", count=1, srsName=name)
    expected = Transformer.from_crs(2154, 4326, always_xy=True).transform(350000, 6790000)
    assert first_point(reply) == pytest.approx(expected, abs=1e-9)


def test_coordinates_are_those_of_the_source_within_a_tenth_of_a_millimetre(wfs):
    reply = wfs(typeNames=WOODS, sortBy="id", srsName="EPSG:4326")
    back = Transformer.from_crs(4326, 2154, always_xy=True)
    for number, feature in enumerate(reply.json["features"]):
        east, north = back.transform(*np.array(feature["geometry"]["coordinates"][0][0]).T)
        assert abs(min(east) - (350000 + 200 * number)) < 1e-4
        assert abs(max(north) - 6790100.123) < 1e-4


@pytest.mark.parametrize(
    ("box", "found"),
    [
        (f"{BOX[0]},{BOX[1]},{BOX[2]},{BOX[3]},EPSG:4326", 4),
        (f"{BOX[0]},{BOX[1]},{BOX[2]},{BOX[3]},urn:ogc:def:crs:OGC:1.3:CRS84", 4),
        (f"{BOX[0]},{BOX[1]},{BOX[2]},{BOX[3]},CRS:84", 4),
        (f"{BOX[1]},{BOX[0]},{BOX[3]},{BOX[2]},urn:ogc:def:crs:EPSG::4326", 4),
        (f"{BOX[1]},{BOX[0]},{BOX[3]},{BOX[2]},EPSG:4326", 0),
        (f"{BOX[0]},{BOX[1]},{BOX[2]},{BOX[3]},urn:ogc:def:crs:EPSG::4326", 0),
    ],
)
def test_the_form_of_the_crs_says_the_order_of_a_box(wfs, box, found):
    assert wfs(bbox=box).json["numberMatched"] == found


@pytest.mark.parametrize("crs", ["EPSG:2154", "urn:ogc:def:crs:EPSG::2154"])
def test_a_box_in_lambert_is_easting_first(wfs, crs):
    assert wfs(typeNames=WOODS, bbox=f"349990,6789990,350250,6790010,{crs}").json["numberMatched"] == 2


@pytest.mark.parametrize(
    ("cql", "found"),
    [
        (f"INTERSECTS(geometrie,{contour()})", 4),
        (f"WITHIN(geometrie,{contour()})", 3),
        (f"INTERSECTS(geometrie,{contour('lat lon', '')})", 4),
        (f"INTERSECTS(geometrie,{contour('lon lat', '')})", 0),
        (f"DISJOINT(geometrie,{contour()})", ALL - 4),
        (f"NOT (INTERSECTS(geometrie,{contour()}))", ALL - 4),
        (f"BBOX(geometrie,{BOX[0]},{BOX[1]},{BOX[2]},{BOX[3]},'EPSG:4326')", 4),
        (f"BBOX(geometrie,{BOX[0]},{BOX[1]},{BOX[2]},{BOX[3]})", 0),
        (f"BBOX(geometrie,{BOX[1]},{BOX[0]},{BOX[3]},{BOX[2]})", 4),
        (f"DWITHIN(geometrie,SRID=4326;POINT({WEST} {SOUTH}),80,meters)", 2),
        (f"INTERSECTS(geometrie,{contour()}) AND nature='Église'", 1),
        (f"(INTERSECTS(geometrie,{contour()}) AND hauteur > 1) OR cleabs='BATIMENT0000000000000001'", 3),
        ("nature='Église'", 12),
        ("nature<>'Église'", ALL - 12),
        ("nature IN ('Église','Indifférenciée')", ALL),
        ("nature LIKE 'Égl%'", 12),
        ("nature LIKE 'égl%'", 0),
        ("nature NOT LIKE 'Égl%'", ALL - 12),
        ("nombre_d_etages IS NULL", 40),
        ("nombre_d_etages IS NOT NULL", 80),
        ("hauteur BETWEEN 10 AND 20", 10),
        ("hauteur >= 119", 1),
        ("construction_legere = true", 30),
        ("NOT (nature='Église' OR hauteur > 50)", 45),
    ],
)
def test_cql_counts(wfs, cql, found):
    assert wfs({"cql_filter": cql}).json["numberMatched"] == found
    assert wfs(cql_filter=cql).json["numberMatched"] == found


def test_a_lambert_contour_says_its_srid(wfs):
    box = shapely.box(349990, 6789990, 350250, 6790010).wkt
    assert wfs(typeNames=WOODS, cql_filter=f"INTERSECTS(geom,SRID=2154;{box})").json["numberMatched"] == 2
    assert wfs(typeNames=WOODS, cql_filter=f"INTERSECTS(geom,{box})").json["numberMatched"] == 2
    corner = Transformer.from_crs(2154, 4326, always_xy=True).transform(350010, 6790010)
    degrees = f"INTERSECTS(geom,POINT({corner[0]} {corner[1]}))"
    assert wfs(typeNames=WOODS, cql_filter=degrees).json["numberMatched"] == 0
    assert wfs(typeNames=WOODS, cql_filter=degrees.replace("POINT", "SRID=4326;POINT")).json["numberMatched"] == 1


# ---------------------------------------------------------------- refusals
@pytest.mark.parametrize(
    ("params", "status", "text"),
    [
        ({"typeNames": "BDTOPO_V3:maison"}, 400, "unknown"),
        ({"typeNames": f"{BUILDINGS},{WOODS}"}, 400, "One type"),
        ({"typeNames": f"({BUILDINGS})({WOODS})"}, 400, "One type"),
        ({"cql_filter": f"INTERSECTS(geom,{contour()})"}, 400, "Illegal property name: geom"),
        ({"cql_filter": f"INTERSECTS(the_geom,{contour()})"}, 400, "Illegal property name: the_geom"),
        ({"cql_filter": "maison='x'"}, 400, "Illegal property name: maison"),
        ({"cql_filter": "nature == 'x'"}, 400, "Could not parse"),
        ({"cql_filter": "nature = 'x' garbage"}, 400, "Could not parse"),
        ({"cql_filter": 'nature = "x"'}, 400, "Could not parse"),
        ({"cql_filter": "area(geometrie) > 3"}, 400, "Illegal property name"),
        ({"cql_filter": "INTERSECTS(geometrie,POLYGON((0 0,1 1)))"}, 400, "Could not parse"),
        ({"cql_filter": f"nature='x' AND INTERSECTS(geometrie,{contour()})"}, 400, "come first"),
        ({"cql_filter": "nature='x'", "bbox": "0,0,1,1,EPSG:4326"}, 500, "mutually exclusive"),
        ({"sortBy": "maison"}, 400, "Illegal property name"),
        ({"propertyName": "maison"}, 400, "Illegal property name"),
        ({"count": "beaucoup"}, 400, "count"),
        ({"startIndex": "-1"}, 400, "startindex"),
        ({"srsName": "EPSG:999999"}, 400, "CRS"),
        ({"outputFormat": "shape-zip-of-mine"}, 400, "output format"),
        ({"version": "1.1.0"}, 400, "2.0.0"),
        ({"service": "WMS"}, 400, "service"),
        ({"request": "Transaction"}, 400, "No such operation"),
    ],
)
def test_what_is_refused_and_how(wfs, params, status, text):
    reply = wfs(**params)
    assert reply.status == status
    report = reply.json
    assert report["version"] == "2.0.0"
    assert text in report["exceptions"][0]["text"]
    assert set(report["exceptions"][0]) == {"code", "locator", "text"}
    plain = wfs(**{**params, "exceptions": None})
    assert plain.status == status
    assert text in ElementTree.fromstring(plain.body)[0][0].text


def test_too_long_a_url_or_a_filter_is_refused(wfs):
    long = "nature IN (" + ",".join("'x'" for _ in range(3000)) + ")"
    assert wfs(cql_filter=long).status == 414
    assert wfs({"cql_filter": long}).status == 200
    assert wfs({"cql_filter": long * 90}).status == 413


def test_private_asks_for_a_key_with_a_page(wfs):
    private = wfs.server.root() + "/private/wfs/ows"
    asked = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": BUILDINGS,
        "resultType": "hits",
    }
    refused = ask(private, **asked)
    assert (refused.status, refused.headers["content-type"]) == (401, "text/html")
    assert ask(private, apikey="abc", **asked).status == 200


def test_over_the_rate_a_client_waits(geopf, town):
    server = geopf(town, rate=5, penalty=1.5)
    asked = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": BUILDINGS,
        "resultType": "hits",
    }
    replies = [ask(server.url, **asked) for _ in range(7)]
    assert [reply.status for reply in replies] == [200] * 5 + [429] * 2
    assert int(replies[-1].headers["retry-after"]) >= 1
