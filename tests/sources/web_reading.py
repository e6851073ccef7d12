"""A strict file server, and what a source reads from it."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import sqlite3
import threading
import zipfile
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from osgeo import ogr, osr

from data_territoires_plugin.catalogue import load_catalogue

CENTIMETRE = 0.01
HEADER = """
service: file
licence: lov2
producer: Essai
attribution: Essai
theme: equipements
cut: whole
cut_reason: Un point ne se découpe pas.
entries:
"""
RENNES, BRUZ, CESSON = "35238", "35047", "35051"


# ---------------------------------------------------------------- a strict file server
class Files:
    """Serves bytes by path: ETag and 304, 404 for the rest, no range, no encoding; says what was asked."""

    def __init__(self):
        self.files, self.faults, self.moved, self.asked = {}, {}, {}, []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_args):
                """Quiet."""

            def do_GET(self):
                server.answer(self)

        self.listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.listener.daemon_threads = True
        threading.Thread(target=self.listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.listener.server_address[1]}"

    def answer(self, handler):
        path = handler.path
        tag = handler.headers.get("If-None-Match", "")
        body = self.files.get(path)
        if path in self.moved:
            status, headers, body = 302, {"Location": self.moved[path]}, b""
        elif body is None:
            status, headers, body = 404, {"Content-Type": "text/plain"}, b"absent"
        elif tag == self.tag(body):
            status, headers, body = 304, {"ETag": tag}, b""
        else:
            status = 200
            headers = {
                "Content-Type": "application/octet-stream",
                "ETag": self.tag(body),
                "Last-Modified": "Mon, 01 Jun 2026 08:00:00 GMT",
            }
        self.asked.append((path, status))
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        if status != 304:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        lost = self.faults.get(path, 0)
        if lost and status == 200:
            self.faults[path] = lost - 1
            handler.wfile.write(body[: len(body) // 2])
            handler.close_connection = True
        else:
            handler.wfile.write(body)

    @staticmethod
    def tag(body):
        return f'"{hashlib.sha256(body).hexdigest()[:16]}"'

    def statuses(self, path):
        return [status for asked, status in self.asked if asked == path]


@pytest.fixture
def server():
    files = Files()
    yield files
    files.listener.shutdown()
    files.listener.server_close()


@pytest.fixture(autouse=True)
def _world(tmp_path, monkeypatch, server, endpoints):
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)
    endpoints(cadastre_etalab=server.url + "/cadastre", dvf=server.url + "/dvf", datagouv=server.url + "/api")


@pytest.fixture
def catalogue(tmp_path):
    """Writes a catalogue of one entry, `essai_couche`, and gives its path."""

    def write(layer, geometry="point", **more):
        values = {"title": "Essai", "abstract": "Essai.", "layer": layer, "geometry": geometry, **more}
        path = tmp_path / "catalogue.yaml"
        lines = [f"    {key}: {json.dumps(value)}\n" for key, value in values.items()]
        path.write_text(HEADER + "  essai_couche:\n" + "".join(lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def read(catalogue, tmp_path):
    """`read(layer, geometry, codes=…, wkt=…)`: the plan, and the rows of its batches by name."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

    from data_territoires_plugin.network import Pool
    from data_territoires_plugin.sources import Area, Stage, source_of

    def reading(layer, geometry="point", codes=None, wkt=None, feedback=None, stop_at_plan=False, **more):
        entry = load_catalogue(catalogue(layer, geometry, **more)).entry("essai_couche")
        shape = QgsGeometry.fromWkt(wkt or "POLYGON((0 5900000,1400000 5900000,1400000 7300000,0 7300000,0 5900000))")
        area = Area(shape, QgsCoordinateReferenceSystem("EPSG:2154"), codes or {})
        feedback = feedback or QgsFeedback()
        with Pool(4) as pool:
            source, entry = source_of(entry, pool, training=False)
            plan = source.plan(entry, area, feedback)
            if stop_at_plan:
                return plan, []
            batches = list(source.fetch(entry, area, plan, Stage(tmp_path / "stage", dict(plan.detail)), feedback))
        reading.bytes = sum(batch.bytes for batch in batches)
        return plan, [row for batch in batches for row in rows_of(batch)]

    return reading


def rows_of(batch):
    with closing(sqlite3.connect(f"file:{batch.path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        found = [dict(row) for row in connection.execute(f'SELECT * FROM "{batch.table}"')]
    for row in found:
        blob = row.pop("geom", None)
        row["at"] = None if blob is None else ogr.CreateGeometryFromWkb(blob[8 + (0, 32)[blob[3] >> 1 & 1] :])
    return found


def lambert(lon, lat):
    from_, to = osr.SpatialReference(), osr.SpatialReference()
    from_.ImportFromEPSG(4326)
    to.ImportFromEPSG(2154)
    for each in (from_, to):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(from_, to).TransformPoint(float(lon), float(lat))[:2]


def zip_of(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name.replace("__", "/").replace("DOT", "."), body)
    return buffer.getvalue()


def parcels(shared, commune):
    """The real extract of the land register, as the file of a commune: gzip as a file."""
    document = json.loads((shared / "data/exemples_schemas/cadastre_etalab_extract_38001.geojson").read_text("utf-8"))
    for number, feature in enumerate(document["features"]):
        feature["properties"].update(commune=commune, id=f"{commune}000A{number:04d}")
    return gzip.compress(json.dumps(document).encode())
