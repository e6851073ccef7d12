"""Any WFS by its capabilities: MapServer and QGIS Server, real data, several CRS, limits; what goes wrong is told."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from osgeo import ogr

from tests.clip.files import MILLIMETRE, distance, perimeter_file, read_gpkg, write_gpkg
from tests.network.server import Server, reply
from tests.servers.ogc import Served
from tests.sources.ogc_clip import GEOMETRIES, KINDS, assert_same, catalogue, natively, quarter, real_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def redon(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder, made = tmp_path_factory.mktemp("redon"), {}
    return lambda crs: made.get(crs) or made.setdefault(crs, real_data(shared, folder, crs))


@pytest.fixture(scope="module")
def served(mapserver: Any, redon: Callable[[str], Path]) -> Callable[..., str]:
    """A WFS of these data in a CRS; `most`: features given at once."""

    def serve(crs: str, most: int = 0, _apart: str = "") -> str:
        from tests.servers import ogc

        layers = {
            name: Served(redon(crs), name, kind, int(crs.rpartition(":")[2]), "cle") for name, kind in KINDS.items()
        }
        plain = ogc._MAP
        try:
            if most:
                ogc._MAP = plain.replace('"ows_srs"', f'"wfs_maxfeatures" "{most}" "ows_srs"')
            return mapserver.serve(layers)
        finally:
            ogc._MAP = plain

    made: dict[Any, str] = {}
    return lambda *key: made.get(key) or made.setdefault(key, serve(*key))


CASES = [
    ("EPSG:2154", "", 0),
    ("EPSG:4326", "", 0),
    ("EPSG:3857", "", 150),  # pages of 150 features
    ("EPSG:2154", "1.1.0", 150),  # pages that are not declared
]


@pytest.mark.parametrize(("crs", "version", "most"), CASES)
def test_mapserver_gives_what_native_clip_makes_of_the_file(crs, version, most, served, redon, run, tmp_path):
    url = served(crs, most)
    more = f"&version={version}" if version else ""
    entries = {f"essai_{name}": ("wfs", f"{url}?typename={name}{more}", kind) for name, kind in GEOMETRIES.items()}
    perimeter = quarter(redon(crs), "surface", tmp_path, crs)
    result = run(
        "clip",
        PERIMETER=perimeter,
        LAYERS=",".join(entries),
        CATALOGUE=catalogue(tmp_path / "c.yaml", entries),
        CRS=crs,
    )
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (3, 0), run.log
    for name in GEOMETRIES:
        theirs = natively(run, redon(crs), name, perimeter, tmp_path)
        assert len(theirs) > 50
        assert_same(read_gpkg(tmp_path / "result.gpkg", f"essai_{name}"), theirs, crs)


def forward(url: str, dropped: tuple[str, ...] = (), changed: Callable[[bytes], bytes] = bytes) -> Any:
    """A step of the scripted server: what another server answers, without some parameters of the request."""

    def step(handler: Any) -> None:
        given = parse_qsl(urlsplit(handler.received.target).query)
        kept = urlencode([(name, value) for name, value in given if name.lower() not in dropped])
        try:
            with urllib.request.urlopen(f"{url}?{kept}", timeout=30) as answer:
                status, kind, body = answer.status, answer.headers["Content-Type"], answer.read()
        except urllib.error.HTTPError as error:
            status, kind, body = error.code, error.headers["Content-Type"], error.read()
        reply(status, changed(body), Content_Type=kind)(handler)

    return step


@pytest.fixture
def between() -> Any:
    """A server that stands before another one."""
    server = Server()
    yield server
    server.close()


def clipped(run: Any, tmp_path: Path, url: str, perimeter: str, crs: str = "EPSG:2154", layer: str = "surface") -> Any:
    entries = {"essai": ("wfs", f"{url}?typename={layer}", GEOMETRIES.get(layer, "polygon"))}
    return run("clip", PERIMETER=perimeter, LAYERS="essai", CATALOGUE=catalogue(tmp_path / "c.yaml", entries), CRS=crs)


def told(run: Any, tmp_path: Path, url: str, perimeter: str, **more: Any) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as failure:
        clipped(run, tmp_path, url, perimeter, **more)
    assert not (tmp_path / "result.gpkg").exists()
    return str(failure.value)


def test_a_server_that_knows_no_pages_and_gives_150_at_most_is_read_whole_by_parts(
    between, served, redon, run, tmp_path
):
    between.anything = forward(served("EPSG:2154", 150), dropped=("startindex",), changed=without_limit)
    perimeter = quarter(redon("EPSG:2154"), "surface", tmp_path, "EPSG:2154")
    clipped(run, tmp_path, between.url("/wfs"), perimeter)
    theirs = natively(run, redon("EPSG:2154"), "surface", perimeter, tmp_path)
    assert len(theirs) > 300
    assert_same(read_gpkg(tmp_path / "result.gpkg", "essai"), theirs, "EPSG:2154")
    assert len({each.target for each in between.received if "bbox" in each.target.lower()}) > 6


def without_limit(body: bytes) -> bytes:
    """A service that says nothing of its limits."""
    return re.sub(rb"CountDefault|ImplementsResultPaging", b"Nothing", body)


def test_gml_is_read_where_there_is_no_geojson(between, served, redon, run, tmp_path):
    between.anything = forward(
        served("EPSG:2154"), changed=lambda body: body.replace(b"<Format>application/json</Format>", b"").replace(
            b"<ows:Value>application/json</ows:Value>", b"")
    )  # fmt: skip
    perimeter = quarter(redon("EPSG:2154"), "surface", tmp_path, "EPSG:2154")
    for layer in ("surface", "ligne"):
        clipped(run, tmp_path, between.url("/wfs"), perimeter, layer=layer)
        theirs = natively(run, redon("EPSG:2154"), layer, perimeter, tmp_path)
        assert_same(read_gpkg(tmp_path / "result.gpkg", "essai"), theirs, "EPSG:2154")
    assert not any("json" in each.target.lower() for each in between.received)


REFUSED = b"""<?xml version="1.0"?><ServiceExceptionReport version="1.2.0"><ServiceException code="InvalidParameter">
not of WFS 1.0.0</ServiceException></ServiceExceptionReport>"""
NOT_OF_1_0 = frozenset(("typenames", "count", "resulttype", "srsname", "startindex"))


def oldest(url: str) -> Any:
    """A step of the scripted server: MapServer in WFS 1.0.0 alone, which refuses what this version does not have."""

    def step(handler: Any) -> None:
        given = {name.lower(): value for name, value in parse_qsl(urlsplit(handler.received.target).query)}
        asks = given.get("request") != "GetCapabilities"
        box = given.get("bbox", "0,0,0,0").split(",")
        if asks and (given.get("version") != "1.0.0" or NOT_OF_1_0 & given.keys() or len(box) != 4):
            reply(200, REFUSED, Content_Type="text/xml")(handler)
            return
        with urllib.request.urlopen(f"{url}?{urlencode(given | {'version': '1.0.0'})}", timeout=30) as answer:
            reply(answer.status, answer.read(), Content_Type=answer.headers["Content-Type"])(handler)

    return step


@pytest.mark.parametrize(("crs", "most", "layers"), [("EPSG:2154", 150, ["surface"]), ("EPSG:4326", 0, ["ligne"])])
def test_mapserver_in_wfs_1_0_is_found_by_its_address_and_gives_what_native_clip_makes(
    crs, most, layers, between, served, redon, run, tmp_path
):
    from tests.servers import ogc

    plain = ogc._MAP
    try:  # its layers are then of the CRS of the file: 1.0 knows one alone
        ogc._MAP = plain.replace("EPSG:4326 EPSG:2154 EPSG:3857", crs)
        between.anything = oldest(served(crs, most, "1.0"))
    finally:
        ogc._MAP = plain
    listed = run("addservice", URL=between.url("/wfs"), OUTPUT=str(tmp_path / "c.yaml"))
    assert (listed["COUNT"], listed["LEFT_OUT"]) == (3, 0)
    perimeter = quarter(redon(crs), "surface", tmp_path, crs)
    for name in layers:
        own = f"service_{name}"
        run("clip", PERIMETER=perimeter, LAYERS=own, CATALOGUE=listed["OUTPUT"], CRS=crs, CUT="cut")
        theirs = natively(run, redon(crs), name, perimeter, tmp_path)
        assert len(theirs) > 50
        # In degrees, its GML 2 has six decimals: a line that is cut at a small angle moves by metres.
        coarse = 5000 if crs == "EPSG:4326" else 1
        assert_same(read_gpkg(tmp_path / "result.gpkg", own), theirs, crs, most=coarse * MILLIMETRE)


@pytest.mark.parametrize("version", ["1.1.0", "2.0.0"])
def test_a_server_that_has_but_longitude_and_latitude_is_read_in_the_right_order(
    between, served, redon, run, tmp_path, version
):
    """MapServer 1.1 writes EPSG:4326 in GML with the latitude first, without saying so."""
    between.anything = forward(
        served("EPSG:4326"),
        changed=lambda body: re.sub(
            rb"<Other[CS]RS>.*?</Other[CS]RS>|<Format>application/json</Format>|<ows:Value>application/json</ows:Value>",
            b"", body.replace(b"urn:ogc:def:crs:EPSG::4326", b"EPSG:4326") if version == "1.1.0" else body),
    )  # fmt: skip
    perimeter = quarter(redon("EPSG:4326"), "surface", tmp_path, "EPSG:4326")
    entries = {"essai": ("wfs", between.url(f"/wfs?typename=surface&version={version}"), "polygon")}
    run("clip", PERIMETER=perimeter, LAYERS="essai", CATALOGUE=catalogue(tmp_path / "c.yaml", entries), CRS="EPSG:4326")
    theirs = natively(run, redon("EPSG:4326"), "surface", perimeter, tmp_path)
    ours = {row.values["cle"]: row for row in read_gpkg(tmp_path / "result.gpkg", "essai")}
    assert len(ours) > 300
    assert set(ours) <= set(theirs)
    # Its GML has six decimals: a decimetre, but the right place.
    whole = [(row.geometry, theirs[key].geometry) for key, row in ours.items() if row.mark == 0]
    assert max(distance(one, other) for one, other in whole) < 1e-6


def test_qgis_server_gives_what_native_clip_makes_of_its_tables(qgis_server, postgis, run, tmp_path):
    postgis.reset()
    rows = [
        (wkt, key, name) for key, name, wkt in postgis.rows("SELECT fid, nom, ST_AsText(geom) FROM parcelle ORDER BY 1")
    ]
    path = write_gpkg(tmp_path / "parcelle.gpkg", "parcelle", rows, {"cle": int, "nom": str}, kind=ogr.wkbMultiPolygon)
    perimeter = perimeter_file(
        tmp_path / "p.gpkg", "POLYGON((350023 6789990, 350127 6789990, 350105 6790005, 350023 6790008, 350023 6789990))"
    )
    entries = {"parcelle": ("wfs", f"{qgis_server.url}?typename=parcelle", "polygon")}
    text = catalogue(tmp_path / "c.yaml", entries, key="fid")
    run("clip", PERIMETER=perimeter, LAYERS="parcelle", CATALOGUE=text, CRS="EPSG:2154")
    theirs = natively(run, path, "parcelle", perimeter, tmp_path)
    ours = {row.values["id_public"]: row for row in read_gpkg(tmp_path / "result.gpkg", "parcelle")}
    assert {f"P{key}" for key in theirs} == set(ours)
    for key, row in theirs.items():
        assert distance(ours[f"P{key}"].geometry, row.geometry) < MILLIMETRE
        assert ours[f"P{key}"].values["nom"] == row.values["nom"]


def test_a_server_named_in_the_addresses_is_read_by_the_end_of_its_name(served, redon, run, tmp_path, endpoints):
    endpoints(agglo_wfs=served("EPSG:2154"))
    perimeter = quarter(redon("EPSG:2154"), "surface", tmp_path, "EPSG:2154")
    text = catalogue(tmp_path / "c.yaml", {"essai": ("agglo_wfs", "ms:ligne", "line")})
    assert run("clip", PERIMETER=perimeter, LAYERS="essai", CATALOGUE=text, CRS="EPSG:2154")["FEATURES"] > 50


# ---------------------------------------------------------------- what goes wrong is told
def test_a_layer_that_is_not_there_is_told_with_those_that_are(served, redon, run, tmp_path):
    perimeter = quarter(redon("EPSG:2154"), "surface", tmp_path, "EPSG:2154")
    message = told(run, tmp_path, served("EPSG:2154"), perimeter, layer="nulle_part")
    assert "nulle_part" in message
    assert "ms:surface" in message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (reply(500, b"", Content_Type="text/plain"), "failing"),
        (
            reply(200, b'<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="x"><ows:Exception><ows:ExceptionText>'
                  b"plus de place</ows:ExceptionText></ows:Exception></ows:ExceptionReport>", Content_Type="text/xml"),
            "plus de place",
        ),
        (reply(200, b'{"type":"FeatureCollection","features":[{"type":"Feature"', Content_Type="text/json"), "whole"),
        (reply(200, b'<!DOCTYPE html><html><title>Connexion</title></html>', Content_Type="text/html"), "Connexion"),
    ],
    ids=["500", "exception", "cut short", "a login page"],
)  # fmt: skip
def test_a_server_that_stops_in_the_middle_is_told(between, served, redon, run, tmp_path, answer, words):
    usual = forward(served("EPSG:3857", 150))
    between.anything = lambda handler: (answer if "startIndex=150" in handler.received.target else usual)(handler)
    perimeter = quarter(redon("EPSG:3857"), "surface", tmp_path, "EPSG:3857")
    assert words in told(run, tmp_path, between.url("/wfs"), perimeter, crs="EPSG:3857")


def test_pages_that_end_before_what_was_announced_are_made_up_for_by_parts(between, served, redon, run, tmp_path):
    url = served("EPSG:3857", 150)
    usual, none = forward(url), reply(200, b'{"type":"FeatureCollection","features":[]}', Content_Type="text/json")
    counted = forward(url, changed=lambda body: body.replace(b'numberMatched="150"', b'numberMatched="300"'))
    between.anything = lambda handler: (
        counted if "hits" in handler.received.target else none if "startIndex" in handler.received.target else usual
    )(handler)
    perimeter = quarter(redon("EPSG:3857"), "surface", tmp_path, "EPSG:3857")
    clipped(run, tmp_path, between.url("/wfs"), perimeter, crs="EPSG:3857")
    theirs = natively(run, redon("EPSG:3857"), "surface", perimeter, tmp_path)
    assert_same(read_gpkg(tmp_path / "result.gpkg", "essai"), theirs, "EPSG:3857")


def test_fewer_features_than_announced_are_no_success(between, served, redon, run, tmp_path):
    url = served("EPSG:3857")
    usual, counted = (
        forward(url),
        forward(url, changed=lambda body: re.sub(rb'Matched="\d+"', b'Matched="99999"', body)),
    )
    between.anything = lambda handler: (counted if "hits" in handler.received.target else usual)(handler)
    perimeter = quarter(redon("EPSG:3857"), "surface", tmp_path, "EPSG:3857", share=0.1)
    assert "announced 99999" in told(run, tmp_path, between.url("/wfs"), perimeter, crs="EPSG:3857")


def test_what_came_before_the_server_stopped_is_not_asked_again(between, served, redon, run, tmp_path):
    usual = forward(served("EPSG:3857", 150))
    failing = reply(400, b"non")
    between.anything = lambda handler: (failing if "startIndex=300" in handler.received.target else usual)(handler)
    perimeter = quarter(redon("EPSG:3857"), "surface", tmp_path, "EPSG:3857")
    told(run, tmp_path, between.url("/wfs"), perimeter, crs="EPSG:3857")
    between.received.clear()
    between.anything = usual
    clipped(run, tmp_path, between.url("/wfs"), perimeter, crs="EPSG:3857")
    asked = [each.target for each in between.received if "count=150" in each.target]
    assert asked
    assert all("startIndex=" in each and "startIndex=150" not in each for each in asked)
    theirs = natively(run, redon("EPSG:3857"), "surface", perimeter, tmp_path)
    assert_same(read_gpkg(tmp_path / "result.gpkg", "essai"), theirs, "EPSG:3857")


def test_a_catalogue_whose_address_names_no_type_is_refused_with_an_example(run, tmp_path):
    from qgis.core import QgsProcessingException

    text = catalogue(tmp_path / "c.yaml", {"essai": ("wfs", "https://www.example.org/wfs", "point")})
    with pytest.raises(QgsProcessingException, match=r"\?typename="):
        run("clip", TERRITORY="commune:35238", LAYERS="essai", CATALOGUE=text)
