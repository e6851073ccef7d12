"""The GeoPackage that comes out, read by QGIS, by GDAL and by SQL of our own: the standard, the styles, the recipe."""

from __future__ import annotations

import json
import sqlite3
import struct
import subprocess
from datetime import datetime

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr
from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer

from data_territoires_plugin.paths import resources
from tests.clip.files import read_gpkg, tables_of

gdal.UseExceptions()
SPECIFIED = {
    "gpkg_contents": {"table_name", "data_type", "identifier", "description", "last_change", "min_x", "min_y", "max_x",
                      "max_y", "srs_id"},
    "gpkg_geometry_columns": {"table_name", "column_name", "geometry_type_name", "srs_id", "z", "m"},
    "gpkg_spatial_ref_sys": {"srs_name", "srs_id", "organization", "organization_coordsys_id", "definition",
                             "description"},
    "gpkg_extensions": {"table_name", "column_name", "extension_name", "definition", "scope"},
    "gpkg_metadata": {"id", "md_scope", "md_standard_uri", "mime_type", "metadata"},
    "gpkg_metadata_reference": {"reference_scope", "table_name", "column_name", "row_id_value", "timestamp",
                                "md_file_id", "md_parent_id"},
}  # fmt: skip


@pytest.fixture(scope="module")
def clipped(tmp_path_factory, provider):
    """The training territory, all its layers: a GeoPackage of many tables, made once."""
    import processing

    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("kit")
        patch.setenv("DATA_TERRITOIRES_CACHE", str(folder / "cache"))
        patch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        result = processing.run(
            "dataterritoires:clip",
            {"TERRITORY": "commune:00002", "LAYERS": "recommended", "CUT": "cut", "OUTPUT": str(folder / "kit.gpkg")},
        )
    assert result["LAYERS_FAILED"] == 0
    return folder / "kit.gpkg", result


@pytest.fixture
def base(clipped):
    connection = sqlite3.connect(f"file:{clipped[0]}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture
def copy(clipped, tmp_path):
    """A copy that may be spoiled."""
    path = tmp_path / "copy.gpkg"
    path.write_bytes(clipped[0].read_bytes())
    return path


def spatial(base) -> list[tuple[str, str, str, int, int, int]]:
    return base.execute(
        "SELECT table_name, column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns"
    ).fetchall()


class TestTheStandard:
    def test_the_file_is_whole_and_says_that_it_is_a_geopackage(self, clipped, base):
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert clipped[0].read_bytes()[68:72] == b"GPKG"
        assert base.execute("PRAGMA user_version").fetchone()[0] >= 10200
        assert base.execute("PRAGMA journal_mode").fetchone()[0] == "delete"

    def test_its_registers_have_their_columns(self, base):
        for table, columns in SPECIFIED.items():
            assert {row[1] for row in base.execute(f"PRAGMA table_info({table})")} >= columns, table

    def test_each_table_is_registered_once_and_nothing_else_is(self, base):
        there = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        contents = dict(base.execute("SELECT table_name, data_type FROM gpkg_contents"))
        own = {name for name in there if not name.startswith(("gpkg_", "rtree_", "sqlite_"))}
        # The marks of the rows are the plugin's own business: a program that opens the file must not offer them.
        assert own - {"dt_state"} == set(contents)
        assert {name for name, *_ in spatial(base)} == {name for name, kind in contents.items() if kind == "features"}
        identifiers = [name for (name,) in base.execute("SELECT identifier FROM gpkg_contents")]
        assert len(set(identifiers)) == len(identifiers)

    def test_each_crs_is_known(self, base):
        known = {number for (number,) in base.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")}
        assert known >= {-1, 0, 4326, 2154}
        assert {srs for _, _, _, srs, _, _ in spatial(base)} == {2154}

    def test_each_geometry_is_what_its_table_declares(self, base):
        for table, column, kind, srs, z, _m in spatial(base):
            assert column == "geom"
            for (blob,) in base.execute(f'SELECT geom FROM "{table}" WHERE geom IS NOT NULL'):
                assert blob[:3] == b"GP\x00"
                assert struct.unpack_from("<i", blob, 4)[0] == srs
                envelope = blob[3] >> 1 & 7
                wkb = blob[8 + (0, 32, 48, 48, 64)[envelope] :]
                geometry = shapely.from_wkb(wkb)
                assert geometry.geom_type.upper() == kind
                assert z == 2 or geometry.has_z == bool(z)
                if envelope:
                    west, east, south, north = struct.unpack_from("<4d", blob, 8)
                    assert (west, south, east, north) == pytest.approx(geometry.bounds, abs=1e-9)

    def test_the_extent_of_each_table_holds_its_features(self, base, clipped):
        for table, *_ in spatial(base):
            rows = read_gpkg(clipped[0], table)
            said = base.execute(
                "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", (table,)
            ).fetchone()
            if rows:
                west, south, east, north = shapely.total_bounds([row.geometry for row in rows])
                assert said[0] <= west
                assert said[1] <= south
                assert said[2] >= east
                assert said[3] >= north
                assert max(abs(np.array(said) - (west, south, east, north))) < 1
            else:
                assert said == (None, None, None, None)

    def test_the_spatial_index_holds_the_box_of_each_feature(self, base, clipped):
        for table, column, *_ in spatial(base):
            extension = base.execute(
                "SELECT extension_name FROM gpkg_extensions WHERE table_name = ? AND column_name = ?", (table, column)
            ).fetchall()
            assert ("gpkg_rtree_index",) in extension
            index = {
                row[0]: row[1:] for row in base.execute(f'SELECT id, minx, miny, maxx, maxy FROM "rtree_{table}_geom"')
            }
            key = next(name for _, name, _, _, _, primary in base.execute(f'PRAGMA table_info("{table}")') if primary)
            rows = {row.values[key]: row.geometry for row in read_gpkg(clipped[0], table) if row.geometry is not None}
            assert index.keys() == rows.keys()
            for number, (west, south, east, north) in index.items():
                bounds = rows[number].bounds
                assert west <= bounds[0] <= west + 1
                assert south <= bounds[1] <= south + 1
                assert east >= bounds[2] >= east - 1
                assert north >= bounds[3] >= north - 1
            assert base.execute("SELECT rtreecheck(?)", (f"rtree_{table}_geom",)).fetchone() == ("ok",)

    def test_the_count_of_each_table_is_right(self, base):
        for table, said in base.execute("SELECT table_name, feature_count FROM gpkg_ogr_contents").fetchall():
            assert base.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (said,)


class TestAfterwards:
    """The file lives on: its triggers keep the index and the counts right."""

    def test_features_can_be_added_changed_and_taken_out(self, copy):
        for table in ("bdtopo_batiment", "cadastre_parcelle"):
            dataset = gdal.OpenEx(str(copy), gdal.OF_UPDATE)
            layer = dataset.GetLayerByName(table)
            before = layer.GetFeatureCount()
            feature = ogr.Feature(layer.GetLayerDefn())
            z = " Z" if layer.GetGeomType() != 6 else ""
            feature.SetGeometry(
                ogr.CreateGeometryFromWkt(
                    f"MULTIPOLYGON{z}(((0 0{z and ' 1'},9 0{z and ' 1'},9 9{z and ' 1'},0 0{z and ' 1'})))"
                )
            )
            layer.CreateFeature(feature)
            layer.DeleteFeature(next(f.GetFID() for f in layer))
            del layer, dataset
            base = sqlite3.connect(copy)
            count = base.execute(f'SELECT count(*) FROM "{table}"').fetchone()
            assert count == (before,)
            assert (
                base.execute("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?", (table,)).fetchone()
                == count
            )
            assert base.execute(f'SELECT count(*) FROM "rtree_{table}_geom"').fetchone() == count
            assert base.execute(f'SELECT count(*) FROM "rtree_{table}_geom" WHERE minx < 10').fetchone() == (1,)
            assert base.execute("SELECT rtreecheck(?)", (f"rtree_{table}_geom",)).fetchone() == ("ok",)
            base.close()

    def test_a_layer_is_edited_in_qgis(self, copy):
        layer = QgsVectorLayer(f"{copy}|layername=cadastre_parcelle", "x", "ogr")
        number = layer.featureCount()
        layer.startEditing()
        layer.deleteFeature(next(layer.getFeatures()).id())
        assert layer.commitChanges(), layer.commitErrors()
        assert layer.featureCount() == number - 1


class TestQgis:
    def test_opens_each_table_with_its_style_and_metadata(self, clipped, base):
        styles = dict(base.execute("SELECT f_table_name, styleName FROM layer_styles WHERE useAsDefault"))
        for table in tables_of(clipped[0]):
            uri = f"{clipped[0]}|layername={table}"
            layer = QgsVectorLayer(uri, table, "ogr")
            assert layer.isValid()
            _message, loaded = layer.loadDefaultStyle()
            assert loaded or table not in styles
            metadata = layer.metadata()
            assert metadata.title()
            assert metadata.abstract()
            assert metadata.licenses()[0]
            assert metadata.rights()[0]
            assert metadata.crs().authid() == "EPSG:2154"
            assert metadata.contacts()[0].organization
            (lineage,) = metadata.history()
            assert str(layer.featureCount()) in lineage

    def test_finds_features_through_the_spatial_index(self, clipped, base):
        for table, *_ in spatial(base):
            rows = [row.geometry for row in read_gpkg(clipped[0], table) if row.geometry is not None]
            if not rows:
                continue
            x, y = rows[len(rows) // 2].centroid.coords[0][:2]
            box = shapely.box(x - 60, y - 60, x + 60, y + 60)
            layer = QgsVectorLayer(f"{clipped[0]}|layername={table}", table, "ogr")
            request = QgsFeatureRequest().setFilterRect(QgsRectangle(*box.bounds))
            request.setFlags(QgsFeatureRequest.Flag.ExactIntersect)
            assert sum(1 for _ in layer.getFeatures(request)) == sum(shape.intersects(box) for shape in rows)

    def test_no_style_is_there_twice(self, base):
        assert base.execute("SELECT f_table_name FROM layer_styles GROUP BY 1 HAVING count(*) > 1").fetchall() == []
        for style, qml in base.execute("SELECT styleName, styleQML FROM layer_styles").fetchall():
            assert qml.lstrip().startswith(("<!DOCTYPE qgis", "<qgis")), style


def test_ogrinfo_has_nothing_to_say_against_it(clipped):
    said = subprocess.run(["ogrinfo", "-al", "-so", str(clipped[0])], capture_output=True, text=True, check=True)
    assert "ERROR" not in said.stderr
    assert "Warning" not in said.stderr


class TestTheRecipe:
    def test_has_one_row_per_layer_and_one_document(self, base, clipped):
        rows = base.execute(
            "SELECT entry, status, written, licence, attribution, date, document FROM dt_recipe"
        ).fetchall()
        tables = set(tables_of(clipped[0]))
        assert {row[0] for row in rows if row[1] == "done"} == tables
        assert len(rows) == len({row[0] for row in rows})
        for entry, status, written, licence, attribution, date, _ in rows:
            if status == "done":
                assert base.execute(f'SELECT count(*) FROM "{entry}"').fetchone() == (written,)
                assert licence
                assert attribution
                assert "{" not in attribution
                assert datetime.fromisoformat(date).year >= 2024
        documents = [row[6] for row in rows if row[6]]
        assert len(documents) == 1
        document = json.loads(documents[0])
        assert document["territory"] == "commune:00002"
        assert {layer["entry"] for layer in document["layers"]} == {row[0] for row in rows}

    def test_says_what_the_algorithm_gives_back(self, base, clipped):
        written, received = base.execute("SELECT sum(written), sum(bytes) FROM dt_recipe").fetchone()
        assert clipped[1]["FEATURES"] == written
        assert clipped[1]["BYTES"] == received
        assert clipped[1]["LAYERS_DONE"] == len(tables_of(clipped[0]))

    def test_is_a_table_that_qgis_opens(self, clipped):
        layer = QgsVectorLayer(f"{clipped[0]}|layername=dt_recipe", "x", "ogr")
        assert layer.isValid()
        assert layer.featureCount() == clipped[1]["LAYERS_DONE"] + clipped[1]["LAYERS_FAILED"] + sum(
            feature["status"] == "background" for feature in layer.getFeatures()
        )


def test_dt_cut_tells_the_features_inside_from_those_across(clipped, base):
    (commune,) = [
        row.geometry
        for row in read_gpkg(resources() / "training" / "kit.gpkg", "admin_commune")
        if row.values["code_insee"] == "00002"
    ]
    whole = {row.values["cleabs"]: row for row in read_gpkg(resources() / "training" / "kit.gpkg", "bdtopo_batiment")}
    ours = {row.values["cleabs"]: row for row in read_gpkg(clipped[0], "bdtopo_batiment")}
    assert {name for name, row in whole.items() if commune.contains_properly(row.geometry)} <= ours.keys()
    for name, row in ours.items():
        assert row.mark == (0 if commune.buffer(1e-3).covers(whole[name].geometry) else 1)
