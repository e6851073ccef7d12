"""A clip of the same name never takes away what somebody has put into the file since."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing

import pytest
from osgeo import gdal, ogr

from tests.processing.running import provider, run

__all__ = ["provider", "run"]
TABLE = "bdtopo_batiment"
AGAIN = {"TERRITORY": "commune:00002", "LAYERS": TABLE}


@pytest.fixture
def clipped(run, tmp_path, monkeypatch):
    """A clip of the training kit, an hour ago."""
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    path = tmp_path / "result.gpkg"
    run("clip", **AGAIN, OUTPUT=str(path))
    for one in (path, tmp_path / "result_rapport.json"):
        os.utime(one, (time.time() - 3600,) * 2)
    return path


def rewritten(path, statement):
    """By SQLite, without the triggers of GeoPackage that need GDAL's functions."""
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("PRAGMA writable_schema = 1")
        base.execute("DELETE FROM sqlite_master WHERE type = 'trigger'")
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(statement)


def by_gdal(path, change):
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    change(source.GetLayerByName(TABLE))
    del source


def add_row(layer):
    layer.CreateFeature(ogr.Feature(layer.GetLayerDefn()))


def move(layer):
    feature = layer.GetNextFeature()
    shape = feature.GetGeometryRef().Clone()
    shape.CloseRings()
    feature.SetGeometry(shape.Buffer(1))
    layer.SetFeature(feature)


def drop_row(layer):
    layer.DeleteFeature(layer.GetNextFeature().GetFID())


WORK = {
    "a value": lambda path: rewritten(
        path, f"UPDATE {TABLE} SET hauteur = 99 WHERE fid = (SELECT min(fid) FROM {TABLE})"
    ),
    "a shape": lambda path: by_gdal(path, move),
    "a row": lambda path: by_gdal(path, add_row),
    "a row less": lambda path: by_gdal(path, drop_row),
    "a column": lambda path: by_gdal(path, lambda layer: layer.CreateField(ogr.FieldDefn("avis", ogr.OFTString))),
    "a table": lambda path: gdal.VectorTranslate(
        str(path), str(path), accessMode="update", layerName="releves", SQLStatement=f"SELECT * FROM {TABLE} LIMIT 2"
    ),
}


def content(path):
    with closing(sqlite3.connect(path)) as base:
        names = [name for (name,) in base.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")]
        return {name: base.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}


@pytest.mark.parametrize("work", WORK)
def test_what_somebody_did_is_kept_beside_whole_and_told(work, clipped, run, tmp_path):
    WORK[work](clipped)
    before = content(clipped)
    run("clip", **AGAIN, OUTPUT=str(clipped))
    aside = tmp_path / "result.vos_modifications.gpkg"
    assert content(aside) == before
    assert content(clipped)[TABLE] != before[TABLE] or "releves" not in content(clipped)
    assert aside.name in run.log


def test_a_second_work_does_not_take_the_place_of_the_first(clipped, run, tmp_path):
    for name in ("result.vos_modifications.gpkg", "result.vos_modifications-2.gpkg"):
        WORK["a value"](clipped)
        run("clip", **AGAIN, OUTPUT=str(clipped))
        assert (tmp_path / name).is_file()
    assert len(list(tmp_path.glob("*.vos_modifications*"))) == 2


def test_a_geopackage_that_is_no_clip_is_kept(run, clipped, tmp_path):
    WORK["a table"](clipped)
    with closing(sqlite3.connect(clipped)) as base, base:
        base.execute("DROP TABLE dt_recipe")
        base.execute("DELETE FROM gpkg_contents WHERE table_name = 'dt_recipe'")
    before = content(clipped)
    run("clip", **AGAIN, OUTPUT=str(clipped))
    assert content(tmp_path / "result.vos_modifications.gpkg") == before


def test_what_was_only_opened_leaves_nothing_beside(clipped, run, tmp_path):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{clipped}|layername={TABLE}", "b", "ogr")
    assert layer.featureCount() == len(list(layer.getFeatures()))
    del layer
    clipped.touch()
    files = {path.name for path in tmp_path.glob("*")}
    run("clip", **AGAIN, OUTPUT=str(clipped))
    assert {path.name for path in tmp_path.glob("*")} == files
    assert "vos_modifications" not in run.log


def test_a_disk_that_knows_no_links_gets_a_copy(clipped, run, tmp_path, monkeypatch):
    def refused(*_names):
        raise OSError(95, "not supported")

    monkeypatch.setattr(os, "link", refused)
    WORK["a value"](clipped)
    before = content(clipped)
    run("clip", **AGAIN, OUTPUT=str(clipped))
    assert content(tmp_path / "result.vos_modifications.gpkg") == before


def test_a_file_that_cant_be_read_to_its_end_is_kept_for_whoever_can(clipped, run, tmp_path):
    held = bytearray(clipped.read_bytes())
    held[len(held) // 3 : len(held) // 3 + 40_000] = b"\xff" * 40_000
    clipped.write_bytes(held)
    run("clip", **AGAIN, OUTPUT=str(clipped))
    assert (tmp_path / "result.vos_modifications.gpkg").read_bytes() == bytes(held)
    assert content(clipped)[TABLE]


def test_another_file_put_in_its_place_with_its_dates_is_kept(clipped, run, tmp_path):
    other = tmp_path / "elsewhere" / "copy.gpkg"
    other.parent.mkdir()
    shutil.copy(clipped, other)
    WORK["a value"](other)
    os.utime(other, (time.time() - 86_400,) * 2)
    shutil.copy2(other, clipped)
    run("clip", **AGAIN, OUTPUT=str(clipped))
    assert content(tmp_path / "result.vos_modifications.gpkg") == content(other)


def test_a_clip_that_nobody_opened_is_not_read_again(run, tmp_path, monkeypatch):
    from data_territoires_plugin.clip import own_work

    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    read = []
    monkeypatch.setattr(own_work.record, "read", read.append)
    for _ in range(2):
        run("clip", **AGAIN, OUTPUT=str(tmp_path / "again.gpkg"))
    assert read == []
