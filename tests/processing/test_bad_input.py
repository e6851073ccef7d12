"""What a user may get wrong, and what a network or a disk does: a message that helps, an exit code, nothing lost."""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import sqlite3
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from osgeo import ogr, osr

from tests.clip.files import perimeter_file, read_gpkg, write_gpkg
from tests.processing.batch import batch
from tests.sources import settlement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("qgis_process") is None, reason="needs qgis_process")
OFFLINE = {"DATA_TERRITOIRES_OFFLINE": "1"}
FULL = ("is full", "est plein", "saturé")
SQUARE = "((350000 6790000,350100 6790000,350100 6790100,350000 6790100,350000 6790000))"
KIT = {"TERRITORY": "commune:00002", "LAYERS": "bdtopo_batiment"}


@pytest.fixture
def output(tmp_path):
    """A result of an earlier clip: it must be there, the same, after whatever happens."""
    path = tmp_path / "result.gpkg"
    write_gpkg(path, "before", [("POINT(1 2)", "kept")])
    before = path.read_bytes()
    yield path
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".*draft"))


def refused(algorithm: str, output: Path, *said: str, environment: dict[str, str] | None = None, **parameters) -> str:
    """Runs it: it must fail, and say one of the texts (English, or its French translation)."""
    done = batch(algorithm, {**OFFLINE, **(environment or {})}, **parameters, OUTPUT=output)
    assert done.code != 0, done.said
    assert any(text in done.said for text in said), done.said
    assert "Traceback" not in done.said
    return done.said


class TestTerritory:
    @pytest.mark.parametrize(
        ("territory", "said"),
        [
            ("commune:35938", ("35238",)),  # one digit wrong
            ("Renes", ("Rennes",)),
            ("epci:200012060", ("Petite Montagne",)),  # dissolved since 2019
            ("commune:35238@1989", ("1989",)),
            ("qpv:QN03501M", ("qpv", "QPV")),
            ("", ("territor", "périmètre")),
        ],
    )
    def test_that_is_unknown_is_refused_with_the_nearest(self, output, territory, said):
        refused("clip", output, *said, TERRITORY=territory, LAYERS="bdtopo_batiment")

    def test_and_perimeter_together_are_refused(self, output, tmp_path):
        source = perimeter_file(tmp_path / "p.gpkg", f"MULTIPOLYGON({SQUARE})")
        both = {"TERRITORY": "commune:00002", "PERIMETER": source, "LAYERS": "bdtopo_batiment"}
        refused("clip", output, "one of the two", "l’un des deux", "un seul", **both)

    def test_not_seen_yet_is_refused_offline(self, output):
        refused("clip", output, "is not in the cache", "cache", TERRITORY="commune:35238", LAYERS="bdtopo_batiment")


class TestPerimeter:
    def refused(self, output, tmp_path, *said, wkts=(f"MULTIPOLYGON({SQUARE})",), epsg=2154, kind=ogr.wkbMultiPolygon):
        rows = [(wkt, "x") for wkt in wkts]
        path = write_gpkg(tmp_path / "perimeter.gpkg", "perimeter", rows, epsg=epsg, kind=kind)
        refused("clip", output, *said, PERIMETER=f"{path}|layername=perimeter", LAYERS="bdtopo_batiment")

    def test_empty(self, output, tmp_path):
        self.refused(output, tmp_path, "is empty", "est vide", wkts=())

    def test_without_geometry(self, output, tmp_path):
        self.refused(output, tmp_path, "is empty", "est vide", wkts=(None,))

    def test_in_degrees_with_a_crs_in_metres(self, output, tmp_path):
        wkt = "MULTIPOLYGON(((-1.7 48.1,-1.6 48.1,-1.6 48.2,-1.7 48.1)))"
        self.refused(output, tmp_path, "are not those of its CRS", "SCR", wkts=(wkt,))

    def test_in_metres_with_a_crs_in_degrees(self, output, tmp_path):
        self.refused(output, tmp_path, "are not those of its CRS", "SCR", epsg=4326)

    def test_that_crosses_itself(self, output, tmp_path):
        wkt = "MULTIPOLYGON(((350000 6790000,350100 6790100,350100 6790000,350000 6790100,350000 6790000)))"
        self.refused(output, tmp_path, "crosses itself near 350050", "350050", wkts=(wkt,))

    def test_in_two_hemispheres(self, output, tmp_path):
        wkts = (
            "MULTIPOLYGON(((55.4 -21,55.5 -21,55.5 -20.9,55.4 -21)))",
            "MULTIPOLYGON(((-1.7 48.1,-1.6 48.1,-1.6 48.2,-1.7 48.1)))",
        )
        self.refused(output, tmp_path, "different parts of the world", "2000 km", wkts=wkts, epsg=4326)

    def test_abroad(self, output, tmp_path):
        wkt = "MULTIPOLYGON(((139.6 35.6,139.8 35.6,139.8 35.8,139.6 35.6)))"
        self.refused(
            output, tmp_path, "outside France", "hors de France", "en dehors de la France", wkts=(wkt,), epsg=4326
        )

    def test_without_crs(self, output, tmp_path):
        path = tmp_path / "perimeter.shp"
        source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
        layer = source.CreateLayer("perimeter", osr.SpatialReference(), ogr.wkbPolygon)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON{SQUARE}"))
        layer.CreateFeature(feature)
        del layer, source
        (tmp_path / "perimeter.prj").unlink(missing_ok=True)
        refused(
            "clip",
            output,
            "no coordinate reference system",
            "système de coordonnées",
            "SCR",
            PERIMETER=path,
            LAYERS="bdtopo_batiment",
        )

    def test_that_does_not_exist(self, output, tmp_path):
        refused(
            "clip",
            output,
            "PERIMETER",
            "can't be read",
            "ne peut pas être lu",
            PERIMETER=tmp_path / "absent.gpkg",
            LAYERS="bdtopo_batiment",
        )


class TestLayers:
    def test_unknown_are_refused_with_the_nearest(self, output):
        refused("clip", output, "bdtopo_batiment", TERRITORY="commune:00002", LAYERS="bdtopo_batimnet")

    def test_of_a_catalogue_that_is_not_one_are_refused(self, output, tmp_path):
        (tmp_path / "mine.yaml").write_text("entries: [1, 2")
        refused("clip", output, "mine.yaml", **KIT, CATALOGUE=tmp_path / "mine.yaml")

    def test_of_a_file_that_is_gone_are_refused(self, output, tmp_path):
        mine = tmp_path / "mine.yaml"
        mine.write_text("""entries:
  mes_zones: {title: Zones, abstract: x, theme: bati, producer: moi, service: local, layer: "gone.gpkg",
    geometry: polygon, licence: interne, attribution: moi, cut: cut, cut_reason: x, crs: "EPSG:2154"}
""")
        refused("clip", output, "gone.gpkg", TERRITORY="commune:00002", LAYERS="mes_zones", CATALOGUE=mine)


class TestOutput:
    def test_that_is_no_geopackage(self, tmp_path):
        refused("clip", tmp_path / "x.shp", "GeoPackage", **KIT)

    def test_in_a_folder_that_cant_be_one(self, tmp_path):
        (tmp_path / "file").write_text("x")
        refused("clip", tmp_path / "file" / "x.gpkg", "file", **KIT)

    def test_in_a_read_only_folder(self, tmp_path):
        folder = tmp_path / "readonly"
        folder.mkdir()
        path = write_gpkg(folder / "x.gpkg", "before", [("POINT(350050 6790050)", "kept")], kind=ogr.wkbPoint)
        with sqlite3.connect(path) as base:
            base.execute("PRAGMA journal_mode = WAL")  # as a program that was killed leaves it
        base.close()
        content = path.read_bytes()
        with mounted(folder, str(folder), flags=BIND):
            refused("clip", path, "Nothing can be written", "can't be replaced", "Rien ne peut être écrit", **KIT)
            assert path.read_bytes() == content
            square = perimeter_file(tmp_path / "p.gpkg", f"MULTIPOLYGON({SQUARE})")
            done = batch("cliplayers", INPUTS=path, PERIMETER=square, OUTPUT=tmp_path / "o.gpkg")
            assert done.code == 0, done.said  # what lies in such a folder can be read
            assert done.results["FEATURES"] == 1

    def test_on_a_full_disk(self, tmp_path):
        disk = tmp_path / "disk"
        disk.mkdir()
        with mounted(disk, "tmpfs", "tmpfs", options="size=60m"):
            write_gpkg(disk / "x.gpkg", "before", [("POINT(1 2)", "kept")])
            content = (disk / "x.gpkg").read_bytes()
            (disk / "ballast").write_bytes(b"x" * 20_000_000)
            refused("clip", disk / "x.gpkg", *FULL, **KIT)
            assert (disk / "x.gpkg").read_bytes() == content

    @pytest.mark.parametrize("size", ["200k", "500k", "1m", "1500k"])
    def test_when_the_disk_of_the_cache_fills_up(self, output, tmp_path, size):
        disk = tmp_path / "disk"
        disk.mkdir()
        with mounted(disk, "tmpfs", "tmpfs", options=f"size={size}"):
            layers = "bdtopo_batiment,cadastre_parcelle,ban_adresses"
            environment = {"DATA_TERRITOIRES_CACHE": str(disk)}
            refused("clip", output, *FULL, TERRITORY="epci:000000001", LAYERS=layers, environment=environment)

    def test_that_another_program_writes_to(self, output):
        with Holder(output):
            refused("clip", output, "is open in QGIS or in another program", "ouvert", **KIT)


READ_ONLY, REMOUNT, BIND, AT_ONCE = 1, 32, 4096, 2  # of mount(2) and umount2(2)


@contextmanager
def mounted(folder: Path, source: str, kind: str = "", flags: int = 0, options: str = "") -> Iterator[None]:
    """Something mounted on a folder; the test is skipped where nothing can be."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root mounts")
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(source.encode(), str(folder).encode(), kind.encode(), flags, options.encode()):
        pytest.skip(f"nothing can be mounted here: {os.strerror(ctypes.get_errno())}")
    try:
        if flags & BIND:
            libc.mount(b"", str(folder).encode(), b"", REMOUNT | BIND | READ_ONLY, b"")
        yield
    finally:
        libc.umount2(str(folder).encode(), AT_ONCE)


class Holder:
    """A program that has a GeoPackage open and writes to it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        self.content = self.path.read_bytes()
        self.base = sqlite3.connect(self.path, isolation_level=None)
        self.base.execute("PRAGMA journal_mode = WAL")
        self.base.execute("BEGIN IMMEDIATE")
        self.base.execute("CREATE TABLE z (a)")

    def __exit__(self, *_: object) -> None:
        self.base.execute("ROLLBACK")
        self.base.close()
        self.path.write_bytes(self.content)


class Answering:
    """A server that answers every request the same: a proxy, a login page."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                self.rfile.read(int(self.headers.get("content-length") or 0))
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = answer  # noqa: N815 (names of http.server)

            def log_message(self, *_: object) -> None:
                """Nothing on the screen."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/wfs/ows"


class TestNetwork:
    @pytest.fixture
    def online(self, endpoints, tmp_path):
        """`online(url)`: the parameters of a clip whose services are there."""

        def asked(url):
            endpoints(geopf_wfs=url, api_geo=url)
            source = settlement.perimeter(tmp_path / "land.gpkg")
            return {"environment": {"DATA_TERRITOIRES_OFFLINE": "0"}, "PERIMETER": source, "LAYERS": "bdtopo_batiment"}

        return asked

    def test_that_is_not_there(self, output, online):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        refused("clip", output, "connection is refused", "connexion", **online(f"http://127.0.0.1:{port}/wfs/ows"))

    def test_whose_proxy_asks_for_a_password(self, output, online):
        proxy = Answering(
            407, {"Proxy-Authenticate": 'Basic realm="mairie"', "Content-Type": "text/html"}, b"<html>407</html>"
        )
        refused("clip", output, "proxy", **online(proxy.url))

    def test_that_answers_with_a_page(self, output, online):
        page = Answering(
            200, {"Content-Type": "text/html"}, b"<!DOCTYPE html><html><title>Portail captif</title></html>"
        )
        said = refused("clip", output, "a web page came", "page web", **online(page.url))
        assert "Portail captif" in said

    def test_that_is_not_there_for_a_territory(self, output, online):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        asked = online(f"http://127.0.0.1:{port}/wfs/ows")
        asked.pop("PERIMETER")
        refused("clip", output, "connection is refused", "connexion", **asked, TERRITORY="commune:35238")


def test_a_territory_seen_once_is_usable_offline(serve_admin, tmp_path):
    cache = {"DATA_TERRITOIRES_CACHE": str(tmp_path / "cache")}
    online = batch(
        "territory", {**cache, "DATA_TERRITOIRES_OFFLINE": "0"}, TERRITORY="commune:35238", OUTPUT=tmp_path / "a.gpkg"
    )
    assert online.code == 0, online.said
    offline = batch("territory", {**cache, **OFFLINE}, TERRITORY="commune:35238", OUTPUT=tmp_path / "b.gpkg")
    assert offline.code == 0, offline.said
    first, second = (read_gpkg(tmp_path / name, name[0])[0] for name in ("a.gpkg", "b.gpkg"))
    assert first.geometry.equals_exact(second.geometry, 1e-6)
    # Local layers too; those of a service are refused rather than found empty.
    local = write_gpkg(
        tmp_path / "mine.gpkg", "mine", [(first.geometry.representative_point().wkt, "a")], kind=ogr.wkbPoint
    )
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"""entries:
  mes_points: {{title: Points, abstract: x, theme: bati, producer: moi, service: local, layer: "{local}",
    geometry: point, licence: interne, attribution: moi, cut: cut, cut_reason: x, crs: "EPSG:2154"}}
""")
    asked = {"TERRITORY": "commune:35238", "LAYERS": "mes_points,bdtopo_batiment", "CATALOGUE": mine}
    both = batch("clip", {**cache, **OFFLINE}, **asked, OUTPUT=tmp_path / "c.gpkg")
    assert both.code == 0, both.said
    assert (both.results["LAYERS_DONE"], both.results["LAYERS_FAILED"]) == (1, 1)


@pytest.fixture
def serve_admin(geopf, endpoints, tmp_path):
    """Admin Express with one commune."""
    path = write_gpkg(
        tmp_path / "admin.gpkg",
        "commune",
        [(f"MULTIPOLYGON({SQUARE})", "C1", "35238")],
        {"cleabs": str, "code_insee": str},
        kind=6,
    )
    server = geopf({"ADMINEXPRESS-COG.LATEST:commune": (path, "commune", "cleabs", 4326, "geometrie")}, rate=0)
    endpoints(geopf_wfs=server.url)
    return server
