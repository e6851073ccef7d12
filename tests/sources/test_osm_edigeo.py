"""Extracts of OpenStreetMap by themes, land registers in EDIGEO, the file of addresses of a commune: on real data."""

from __future__ import annotations

import gzip
import io
import tarfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import shapely
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry, QgsProcessingException, QgsRectangle

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.network import Pool
from data_territoires_plugin.sources import Area, source_of
from data_territoires_plugin.sources.edigeo import _from_tar
from data_territoires_plugin.sources.osm import THEMES
from tests.clip.files import perimeter_file, read_gpkg, recipe_of
from tests.network.server import Server, reply
from tests.standins.coordinates import project

gdal.UseExceptions()


def _box(dataset, layer, epsg):
    """The extent of a layer, as a perimeter in Lambert-93."""
    west, east, south, north = dataset.GetLayerByName(layer).GetExtent()
    return project([shapely.box(west, south, east, north)], epsg, 2154)[0].buffer(200)


def _own_entries(tmp_path, layers):
    """A catalogue of files: id → layer."""
    mine = tmp_path / "mine.yaml"
    lines = ["entries:"]
    for name, layer in layers.items():
        keys = {"title": "Essai", "abstract": "Essai", "theme": "bati", "producer": "Essai", "service": "local",
                "layer": f'"{layer}"', "geometry": "polygon", "licence": "lov2", "attribution": "Essai", "cut": "whole",
                "cut_reason": "Essai"}  # fmt: skip
        lines += [f"  {name}:", *(f"    {key}: {value}" for key, value in keys.items())]
    mine.write_text("\n".join(lines), encoding="utf-8")
    return str(mine)


class TestOpenStreetMap:
    @pytest.fixture
    def redon(self, shared, monkeypatch, tmp_path):
        """Redon, the extract as the service gave it; and what another run of GDAL made of the same, as a GeoPackage."""
        folder = shared / "data/osm"
        monkeypatch.setenv("DATA_TERRITOIRES_OSM", str(folder / "redon_centre_20190909.osm.gz"))
        dataset = gdal.OpenEx(str(folder / "redon_centre_osm_20190909.gpkg"))
        land = perimeter_file(tmp_path / "land.gpkg", _box(dataset, "multipolygons", 4326).buffer(5000).wkt)
        return land, dataset

    @pytest.mark.parametrize(
        ("theme", "layers", "tag"),
        [
            ("routes", ("lines",), "highway IS NOT NULL"),
            ("cours_d_eau", ("lines",), "waterway IS NOT NULL"),
            ("batiments", ("multipolygons",), "building IS NOT NULL"),
            ("commerces", ("points", "multipolygons"), "other_tags LIKE '%\"shop\"=>%'"),
        ],
    )
    def test_a_theme_has_what_gdal_finds(self, theme, layers, tag, redon, run):
        land, dataset = redon
        result = run("clip", PERIMETER=land, LAYERS=f"osm_{theme}", CUT="whole")
        ours = {
            row.values["osm_id"] or f"w{row.values.get('osm_way_id')}"
            for row in read_gpkg(result["OUTPUT"], f"osm_{theme}")
        }
        theirs = set()
        for name in layers:
            layer = dataset.GetLayerByName(name)
            where = tag
            if theme == "commerces":
                shop = name == "multipolygons"
                where = "shop IS NOT NULL OR craft IS NOT NULL" if shop else f"{tag} OR other_tags LIKE '%\"craft\"=>%'"
            layer.SetAttributeFilter(where)
            for feature in layer:
                way = feature.GetField("osm_way_id") if name == "multipolygons" else None
                theirs.add(feature.GetField("osm_id") or f"w{way}")
        assert theirs
        assert theirs <= ours
        assert len(ours - theirs) <= max(
            3, 0.01 * len(theirs)
        )  # areas that the default settings of GDAL leave as lines
        assert "ODbL" in recipe_of(result["OUTPUT"])[f"osm_{theme}"]["attribution"]

    def test_shops_are_points_be_they_drawn_as_buildings(self, redon, run):
        land, _dataset = redon
        result = run("clip", PERIMETER=land, LAYERS="osm_commerces")
        kinds = {row.geometry.geom_type for row in read_gpkg(result["OUTPUT"], "osm_commerces")}
        assert kinds <= {"Point", "MultiPoint"}

    def test_a_geopackage_made_elsewhere_is_an_extract_too(self, redon, run, shared, monkeypatch):
        land, dataset = redon
        monkeypatch.setenv("DATA_TERRITOIRES_OSM", str(shared / "data/osm/redon_centre_osm_20190909.gpkg"))
        result = run("clip", PERIMETER=land, LAYERS="osm_batiments", CUT="whole")
        layer = dataset.GetLayerByName("multipolygons")
        layer.SetAttributeFilter("building IS NOT NULL")
        assert len(read_gpkg(result["OUTPUT"], "osm_batiments")) == layer.GetFeatureCount()

    def test_every_theme_of_the_catalogue_is_read_offline_too(self, redon, run, monkeypatch):
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        names = ",".join(f"osm_{theme}" for theme in THEMES)
        result = run("clip", PERIMETER=redon[0], LAYERS=names)
        assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (len(THEMES), 0)

    def test_without_an_extract_it_says_where_to_find_one(self, run, land, monkeypatch):
        monkeypatch.setenv("DATA_TERRITOIRES_OSM", "")
        with pytest.raises(QgsProcessingException, match=r"osm\.pbf"):
            run("clip", PERIMETER=land, LAYERS="osm_routes")

    def test_a_file_that_is_not_one_is_refused(self, run, land, monkeypatch, tmp_path):
        (tmp_path / "extract.osm.pbf").write_bytes(b"\x00\x00\x00\x0d nothing of it")
        monkeypatch.setenv("DATA_TERRITOIRES_OSM", str(tmp_path / "extract.osm.pbf"))
        with pytest.raises(QgsProcessingException, match="can't be read"):
            run("clip", PERIMETER=land, LAYERS="osm_routes")


def _pbf(source, target):
    """The same extract as a PBF, written by libosmium."""
    osmium = pytest.importorskip("osmium")
    writer = osmium.SimpleWriter(str(target), overwrite=True)
    for each in osmium.FileProcessor(str(source)):
        writer.add(each)
    writer.close()
    return target


def _unzipped(source, target):
    target.write_bytes(gzip.decompress(source.read_bytes()))
    return target


class TestFormsOfExtracts:
    """The extract of Redon in every form, on this disk or on the web: the same features as those of the .osm.gz."""

    THEMES = "osm_routes,osm_commerces"

    @pytest.fixture
    def redon(self, shared):
        return shared / "data/osm/redon_centre_20190909.osm.gz"

    @pytest.fixture
    def ground(self, shared, tmp_path):
        dataset = gdal.OpenEx(str(shared / "data/osm/redon_centre_osm_20190909.gpkg"))
        return perimeter_file(tmp_path / "land.gpkg", _box(dataset, "multipolygons", 4326).wkt)

    @staticmethod
    def features(run, ground, tmp_path, **more):
        result = run("clip", PERIMETER=ground, CUT="whole", OUTPUT=str(tmp_path / "osm.gpkg"), **more)
        tables = more["LAYERS"].split(",")
        told = {}
        for table in tables:
            for row in read_gpkg(result["OUTPUT"], table):
                key = row.values["osm_id"] or f"w{row.values.get('osm_way_id')}"
                told[(table.rpartition("_")[2], key)] = (*row.geometry.bounds, row.geometry.length)
        return told

    @pytest.mark.parametrize(
        ("name", "make", "remote"), [("redon.osm.pbf", _pbf, True), ("redon.osm", _unzipped, False)]
    )
    def test_each_form_gives_the_same_features(self, name, make, remote, redon, ground, run, tmp_path, monkeypatch):
        monkeypatch.setenv("DATA_TERRITOIRES_OSM", str(redon))
        theirs = self.features(run, ground, tmp_path, LAYERS=self.THEMES)
        assert {theme for theme, _ in theirs} == {"routes", "commerces"}
        path = make(redon, tmp_path / name)
        monkeypatch.setenv("DATA_TERRITOIRES_OSM", "")
        server = Server()
        try:
            server.always(f"/{name}", reply(200, path.read_bytes(), Content_Type="application/octet-stream"))
            mine = str(tmp_path / "mine.yaml")
            added = run("addservice", URL=server.url(f"/{name}") if remote else str(path), OUTPUT=mine)
            assert (added["COUNT"], added["LEFT_OUT"]) == (len(THEMES), 0)
            layers = self.THEMES.replace("osm_", "osm_redon_")
            ours = self.features(run, ground, tmp_path, LAYERS=layers, CATALOGUE=mine)
            assert ours.keys() == theirs.keys()
            assert all(ours[key] == pytest.approx(theirs[key], abs=0.02) for key in theirs)  # metres: 1e-7 degree
            assert len([each for each in server.received if each.path == f"/{name}"]) == remote  # fetched once
        finally:
            server.close()

    def test_a_geopackage_gives_the_themes_that_it_has(self, shared, run, tmp_path):
        path = tmp_path / "voies.gpkg"
        source = str(shared / "data/osm/redon_centre_osm_20190909.gpkg")
        gdal.VectorTranslate(str(path), source, format="GPKG", layers=["lines"]).Close()
        mine = str(tmp_path / "mine.yaml")
        run("addservice", URL=str(path), OUTPUT=mine)
        ids = {each.id for each in load_catalogue(Path(mine)).entries if each.options.get("path") == str(path)}
        assert {"osm_voies_routes", "osm_voies_cours_d_eau"} <= ids
        assert "osm_voies_batiments" not in ids

    def test_a_geopackage_of_something_else_is_refused(self, run, tmp_path):
        path = tmp_path / "autre.gpkg"
        perimeter_file(path, shapely.box(0, 0, 1, 1).wkt)
        with pytest.raises(QgsProcessingException, match="can't be read"):
            run("addservice", URL=str(path), OUTPUT=str(tmp_path / "mine.yaml"))

    def test_a_file_that_is_not_there_is_said(self, run, tmp_path):
        with pytest.raises(QgsProcessingException, match="does not exist"):
            run("addservice", URL=str(tmp_path / "absent.osm.pbf"), OUTPUT=str(tmp_path / "mine.yaml"))


class TestEdigeo:
    @pytest.fixture
    def town(self, shared, tmp_path):
        """A zip of the eight sheets of 25354, and the GeoPackage that another program made of them."""
        source = shared / "data/cadastre/edigeo_25354_13029_3liz.zip"
        path = tmp_path / "edigeo-25354.zip"
        with zipfile.ZipFile(source) as there, zipfile.ZipFile(path, "w") as here:
            for name in there.namelist():
                if "/25354/" in name and name.endswith(".bz2"):
                    here.writestr(name, there.read(name))
        converted = gdal.OpenEx(str(shared / "data/cadastre/commune_25354_edigeo_converti.gpkg"))
        return path, converted

    def test_the_sheets_together_have_all_that_they_hold_and_are_clipped_as_shapely_clips(self, town, run, tmp_path):
        path, converted = town
        land = _box(converted, "parcelle", 2154)
        west, south, east, north = land.bounds
        tables = ("parcelle", "section", "batiment")
        mine = _own_entries(tmp_path, {table: f"{path}|layername={table}" for table in tables})
        result = run("clip", PERIMETER=perimeter_file(tmp_path / "land.gpkg", land.wkt), LAYERS=",".join(tables),
                     CATALOGUE=mine)  # fmt: skip
        for table in tables:
            rows, layer = read_gpkg(result["OUTPUT"], table), converted.GetLayerByName(table)
            assert len(rows) == layer.GetFeatureCount() > 0
            theirs = sorted(feature.GetGeometryRef().GetArea() for feature in layer)
            assert sorted(row.geometry.area for row in rows) == pytest.approx(theirs, rel=1e-6)
        parcels = converted.GetLayerByName("parcelle")
        ours = {row.values["IDU"] for row in read_gpkg(result["OUTPUT"], "parcelle")}
        assert ours == {feature.GetField("IDU") for feature in parcels}

        half = shapely.box(west, south, (west + east) / 2, north)
        result = run("clip", PERIMETER=perimeter_file(tmp_path / "half.gpkg", half.wkt), LAYERS="parcelle", CUT="cut",
                     CATALOGUE=mine, OUTPUT=str(tmp_path / "half_result.gpkg"))  # fmt: skip
        area = sum(row.geometry.area for row in read_gpkg(result["OUTPUT"], "parcelle"))
        shapes = [shapely.from_wkb(bytes(one.GetGeometryRef().ExportToWkb())) for one in parcels]
        assert area == pytest.approx(sum(shape.intersection(half).area for shape in shapes), rel=1e-5)

    def test_an_archive_cut_short_is_said(self, town, run, tmp_path, land):
        path, _converted = town
        body = io.BytesIO()
        with zipfile.ZipFile(path) as there, zipfile.ZipFile(body, "w") as here:
            name = there.namelist()[0]
            here.writestr(name, there.read(name)[:5000])
        path.write_bytes(body.getvalue())
        with pytest.raises(QgsProcessingException, match="EDIGEO"):
            run("clip", PERIMETER=land, LAYERS="parcelle",
                CATALOGUE=_own_entries(tmp_path, {"parcelle": f"{path}|layername=parcelle"}))  # fmt: skip

    def test_nothing_leaves_the_folder_where_it_is_unpacked(self, town, tmp_path):
        body = io.BytesIO()
        with tarfile.open(fileobj=body, mode="w") as made:
            for name, kind in (("../../away.thf", tarfile.REGTYPE), ("link.thf", tarfile.SYMTYPE)):
                member = tarfile.TarInfo(name)
                member.type, member.size, member.linkname = kind, 3 if kind == tarfile.REGTYPE else 0, "/etc/passwd"
                made.addfile(member, io.BytesIO(b"abc"))
        body.seek(0)
        _from_tar(body, tmp_path / "in" / "here", lambda: None)
        assert list(tmp_path.rglob("*.thf")) == [tmp_path / "in/here/away.thf"]


def test_the_addresses_that_a_commune_published_are_clipped(shared, endpoints, run, tmp_path, monkeypatch):
    body = (shared / "recorded/bal/1.4-valid.csv").read_bytes()
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_args):
            """Quiet."""

        def do_GET(self):
            asked.append(self.path)
            there = self.path == "/communes/31591/current-revision/files/bal/download"
            self.send_response(200 if there else 404)
            self.send_header("Content-Type", "text/csv")
            self.end_headers()
            self.wfile.write(body if there else b"")

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    endpoints(bal_deposit=f"http://127.0.0.1:{server.server_address[1]}")
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "own"))
    land = QgsGeometry.fromRect(QgsRectangle(530_000, 6_220_000, 545_000, 6_230_000))
    area = Area(land, QgsCoordinateReferenceSystem("EPSG:2154"), {"commune": ("31591", "31001")})
    with Pool(2) as pool:
        source, entry = source_of(load_catalogue().entry("bal_commune"), pool, training=False)
        plan = source.plan(entry, area, QgsFeedback())
    server.shutdown()
    server.server_close()
    assert plan.announced == body.count(b"31591_")
    assert {"voie_nom", "id_ban_adresse"} <= {column.name for column in plan.columns}
    assert "31001" in plan.reason  # no file of that one: named
