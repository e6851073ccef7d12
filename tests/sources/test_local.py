"""Any file or folder that OGR reads, clipped by `cliplayers` and by an entry of one's own catalogue."""

from __future__ import annotations

import os
import shutil
import sqlite3

import pytest
import shapely
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from data_territoires_plugin.paths import resources
from tests.clip.files import perimeter_file, read_gpkg, recipe_of, tables_of, write_gpkg

SQUARE = "MULTIPOLYGON(((350000 6790000,350100 6790000,350100 6790100,350000 6790100,350000 6790000)))"
ROWS = [
    ("POLYGON((350010 6790010,350020 6790010,350020 6790020,350010 6790010))", "inside", 1),
    ("POLYGON((350090 6790010,350120 6790010,350120 6790020,350090 6790020,350090 6790010))", "across", 2),
    ("POLYGON((350210 6790010,350220 6790010,350220 6790020,350210 6790010))", "outside", 3),
]
COLUMNS = {"name": str, "number": int}


@pytest.fixture
def square(tmp_path):
    return perimeter_file(tmp_path / "square.gpkg", SQUARE)


def names(path, table) -> dict[str, int]:
    return {row.values["name"]: row.mark for row in read_gpkg(path, table)}


@pytest.mark.parametrize(
    ("driver", "file"),
    [
        ("GPKG", "parcelles.gpkg"), ("ESRI Shapefile", "parcelles.shp"), ("GeoJSON", "parcelles.geojson"),
        ("FlatGeobuf", "parcelles.fgb"), ("SQLite", "parcelles.sqlite"), ("GML", "parcelles.gml"), ("CSV", None),
        ("Parquet", "parcelles.parquet"), ("MapInfo File", "parcelles.tab"),
    ],
)  # fmt: skip
def test_a_file_of_any_format_is_clipped(run, square, tmp_path, driver, file):
    if file is None or ogr.GetDriverByName(driver) is None:
        pytest.skip(f"no driver {driver} here" if file else "needs a geometry")
    path = write_gpkg(tmp_path / file, "parcelles", ROWS, COLUMNS, kind=ogr.wkbPolygon, driver=driver)
    result = run("cliplayers", INPUTS=[str(path)], PERIMETER=square, CUT="cut")
    assert names(result["OUTPUT"], "parcelles") == {"inside": 0, "across": 1}
    area = {row.values["name"]: row.geometry.area for row in read_gpkg(result["OUTPUT"], "parcelles")}
    assert area == pytest.approx({"inside": 50, "across": 100}, abs=0.5)  # MapInfo rounds to 5 cm


def test_a_folder_of_shapefiles_and_an_archive_are_read_by_an_entry(run, square, tmp_path, endpoints):
    folder = tmp_path / "plan"
    folder.mkdir()
    for name in ("zones", "autres"):
        write_gpkg(folder / f"{name}.shp", name, ROWS, COLUMNS, kind=ogr.wkbPolygon, driver="ESRI Shapefile")
    archive = shutil.make_archive(str(tmp_path / "plan_archive"), "zip", folder)
    for number, path in enumerate((folder, archive)):
        mine = tmp_path / f"mine{number}.yaml"
        mine.write_text(f"""entries:
  mes_zones: {{title: Zones, abstract: x, theme: bati, producer: moi, service: local, layer: "{path}|layername=zones",
    geometry: polygon, licence: interne, attribution: moi, cut: cut, cut_reason: x, crs: "EPSG:2154"}}
""")
        result = run("clip", PERIMETER=square, LAYERS="mes_zones", CATALOGUE=str(mine))
        assert names(result["OUTPUT"], "mes_zones") == {"inside": 0, "across": 1}


class TestWhatQgisShows:
    """A layer is clipped as QGIS shows it, not as its file is."""

    @pytest.fixture
    def layer(self, tmp_path):
        path = write_gpkg(tmp_path / "file.gpkg", "parcelles", ROWS, COLUMNS, kind=ogr.wkbPolygon)
        return QgsVectorLayer(f"{path}|layername=parcelles", "Mes parcelles", "ogr")

    def test_its_filter_is_heeded(self, run, square, layer):
        layer.setSubsetString("number = 2")
        result = run("cliplayers", INPUTS=[layer], PERIMETER=square)
        assert names(result["OUTPUT"], "mes_parcelles") == {"across": 1}

    def test_its_edits_are_there(self, run, square, layer):
        layer.startEditing()
        layer.deleteFeature(next(f.id() for f in layer.getFeatures() if f["name"] == "inside"))
        result = run("cliplayers", INPUTS=[layer], PERIMETER=square)
        layer.rollBack()
        assert names(result["OUTPUT"], "mes_parcelles") == {"across": 1}

    def test_its_virtual_fields_are_there(self, run, square, layer):
        layer.addExpressionField("number * 10", QgsField("tenfold", QMetaType.Type.Int))
        result = run("cliplayers", INPUTS=[layer], PERIMETER=square)
        assert {row.values["tenfold"] for row in read_gpkg(result["OUTPUT"], "mes_parcelles")} == {10, 20}

    def test_the_crs_that_it_was_given_counts(self, run, tmp_path, layer, square):
        layer.setCrs(QgsCoordinateReferenceSystem("EPSG:3948"))  # wrong, but the user's
        with pytest.raises(AssertionError):
            assert names(run("cliplayers", INPUTS=[layer], PERIMETER=square)["OUTPUT"], "mes_parcelles")

    def test_a_layer_in_memory_is_clipped(self, run, square):
        layer = QgsVectorLayer("Point?crs=EPSG:2154&field=name:string", "Points épars", "memory")
        features = []
        for x in (350_050, 350_500):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([str(x)])
            feature.setGeometry(QgsGeometry.fromWkt(f"Point({x} 6790050)"))
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        result = run("cliplayers", INPUTS=[layer], PERIMETER=square)
        assert names(result["OUTPUT"], "points_epars") == {"350050": 0}

    def test_a_geojson_whose_layer_is_not_named_as_its_file_is_clipped(self, run, square, tmp_path):
        path = write_gpkg(tmp_path / "tout.geojson", "Geojson complet", ROWS, COLUMNS, driver="GeoJSON")
        result = run("cliplayers", INPUTS=[str(path)], PERIMETER=square)
        (table,) = tables_of(result["OUTPUT"])
        assert names(result["OUTPUT"], table) == {"inside": 0, "across": 1}


def test_the_tables_of_one_file_are_named_by_their_own_names(run, square, tmp_path):
    path = tmp_path / "plusieurs.gpkg"
    for name in ("Bâti léger", "2 routes", "dt_recipe"):
        write_gpkg(path, name, ROWS, COLUMNS, kind=ogr.wkbPolygon)
    inputs = [f"{path}|layername={name}" for name in ("Bâti léger", "2 routes", "dt_recipe")]
    result = run("cliplayers", INPUTS=inputs, PERIMETER=square)
    assert tables_of(result["OUTPUT"]) == ["bati_leger", "couche_2_routes", "dt_recipe_2"]


def test_a_table_without_geometry_is_copied_whole(run, square, tmp_path):
    path = write_gpkg(tmp_path / "codes.gpkg", "codes", [(None, "a", 1), (None, "b", 2)], COLUMNS, kind=ogr.wkbNone)
    result = run("cliplayers", INPUTS=[f"{path}|layername=codes"], PERIMETER=square)
    assert names(result["OUTPUT"], "codes") == {"a": 0, "b": 0}
    with sqlite3.connect(result["OUTPUT"]) as base:
        kinds = dict(base.execute("SELECT table_name, data_type FROM gpkg_contents"))
    base.close()
    assert kinds["codes"] == "attributes"


def test_a_clipped_layer_can_be_clipped_again(run, square, tmp_path):
    path = write_gpkg(tmp_path / "first.gpkg", "parcelles", ROWS, COLUMNS, kind=ogr.wkbPolygon)
    first = run("cliplayers", INPUTS=[str(path)], PERIMETER=square, OUTPUT=str(tmp_path / "once.gpkg"))
    smaller = perimeter_file(tmp_path / "smaller.gpkg", SQUARE.replace("350100", "350095"))
    again = run("cliplayers", INPUTS=[f"{first['OUTPUT']}|layername=parcelles"], PERIMETER=smaller)
    assert names(again["OUTPUT"], "parcelles") == {"inside": 0, "across": 1}
    assert read_gpkg(again["OUTPUT"], "parcelles")[1].geometry.area == pytest.approx(50)


MIXED = (
    (f"GEOMETRYCOLLECTION({ROWS[0][0]},POINT(350001 6790001))", "collection", 1),
    (ROWS[1][0], "polygon", 2),
    ("POINT(350050 6790050)", "point", 3),
    ("LINESTRING(350050 6790050,350060 6790060)", "line", 4),
    (None, "nothing", 5),
    ("POLYGON EMPTY", "empty", 6),
)


class TestCollections:
    def test_are_reduced_to_the_kind_of_the_layer(self, run, square, tmp_path):
        path = write_gpkg(tmp_path / "mixed.gpkg", "mixed", MIXED, COLUMNS, kind=ogr.wkbUnknown)
        mine = tmp_path / "mine.yaml"
        mine.write_text(f"""entries:
  mes_zones: {{title: Zones, abstract: x, theme: bati, producer: moi, service: local, layer: "{path}",
    geometry: polygon, licence: interne, attribution: moi, cut: cut, cut_reason: x, crs: "EPSG:2154"}}
""")
        result = run("clip", PERIMETER=square, LAYERS="mes_zones", CATALOGUE=str(mine))
        rows = {row.values["name"]: row for row in read_gpkg(result["OUTPUT"], "mes_zones")}
        assert {name: row.mark for name, row in rows.items()} == {"collection": 0, "polygon": 1}
        assert {row.geometry.geom_type for row in rows.values()} == {"MultiPolygon"}
        layer = QgsVectorLayer(f"{result['OUTPUT']}|layername=mes_zones", "x", "ogr")
        assert layer.featureCount() == 2
        assert (
            ogr.GeometryTypeToName(ogr.Open(result["OUTPUT"]).GetLayerByName("mes_zones").GetGeomType())
            == "Multi Polygon"
        )

    def test_of_a_layer_of_anything_stay_what_they_are(self, run, square, tmp_path):
        path = write_gpkg(tmp_path / "mixed.gpkg", "mixed", MIXED, COLUMNS, kind=ogr.wkbGeometryCollection)
        result = run("cliplayers", INPUTS=[f"{path}|layername=mixed"], PERIMETER=square)
        kept = {row.values["name"] for row in read_gpkg(result["OUTPUT"], tables_of(result["OUTPUT"])[0])}
        assert kept >= {"collection", "polygon"}


@pytest.mark.parametrize(
    ("kind", "wkt", "expected"),
    [
        (ogr.wkbLineStringZM, "LINESTRING ZM (350050 6790050 1 2,350150 6790050 3 4)", 50),
        (ogr.wkbPolygon25D, "POLYGON Z ((350090 6790010 1,350120 6790010 2,350120 6790020 3,350090 6790020 4,"
         "350090 6790010 1))", 100),
        (ogr.wkbCurvePolygon, "CURVEPOLYGON(CIRCULARSTRING(350090 6790050,350100 6790060,350110 6790050,350100 6790040,"
         "350090 6790050))", 157.1),
        (ogr.wkbCompoundCurve, "COMPOUNDCURVE((350050 6790050,350150 6790050))", 50),
    ],
    ids=["ZM", "Z", "curve polygon", "compound curve"],
)  # fmt: skip
def test_dimensions_and_curves(run, square, tmp_path, kind, wkt, expected):
    path = write_gpkg(tmp_path / "d.gpkg", "d", [(wkt, "across", 1)], COLUMNS, kind=kind)
    result = run("cliplayers", INPUTS=[str(path)], PERIMETER=square)
    dataset = gdal.OpenEx(result["OUTPUT"])
    feature = dataset.GetLayerByName("d").GetNextFeature()
    geometry = feature.GetGeometryRef()
    found = geometry.Area() if geometry.GetDimension() == 2 else geometry.Length()
    assert found == pytest.approx(expected, rel=1e-3)
    assert geometry.Is3D() == ogr.GT_HasZ(kind)


def test_the_key_of_a_table_is_kept_in_another_crs_too(run, tmp_path, square):
    for epsg in (2154, 4326):
        rows = [("POINT(350050 6790050)", "a", 1)] if epsg == 2154 else [("POINT(-1.7 48.1)", "a", 1)]
        path = write_gpkg(tmp_path / f"p{epsg}.gpkg", "p", rows, COLUMNS, epsg, ogr.wkbPoint, options=["FID=gid"])
        mine = tmp_path / "mine.yaml"
        mine.write_text(f"""entries:
  mes_points: {{title: Points, abstract: x, theme: bati, producer: moi, service: local, layer: "{path}|layername=p",
    geometry: point, licence: interne, attribution: moi, cut: cut, cut_reason: x, crs: "EPSG:{epsg}"}}
""")
        around = (
            perimeter_file(tmp_path / f"around{epsg}.gpkg", SQUARE)
            if epsg == 2154
            else perimeter_file(tmp_path / "around.gpkg", "MULTIPOLYGON(((-2 48,-1 48,-1 49,-2 49,-2 48)))", epsg=4326)
        )
        result = run("clip", PERIMETER=around, LAYERS="mes_points", CATALOGUE=str(mine))
        (row,) = read_gpkg(result["OUTPUT"], "mes_points")
        assert row.values["gid"] == 1


class TestCodes:
    def entry(self, tmp_path, path, field):
        mine = tmp_path / "mine.yaml"
        mine.write_text(f"""entries:
  mes_zones: {{title: Zones, abstract: x, theme: bati, producer: moi, service: local, layer: "{path}",
    geometry: polygon, licence: interne, attribution: moi, cut: whole, cut_reason: x, crs: "EPSG:2154",
    code_fields: {{commune: {field}}}}}
""")
        return str(mine)

    @pytest.mark.parametrize(
        ("suffix", "driver"), [("gpkg", "GPKG"), ("geojson", "GeoJSON"), ("shp", "ESRI Shapefile")]
    )
    @pytest.mark.parametrize(
        ("field", "type_", "value", "way"),
        [
            ("insee", str, "00001", "attribute"),
            ("insee", int, 1, "attribute"),
            ("insee", str, "autre", "bbox"),
            ("absent", str, "00001", "bbox"),
        ],
        ids=["there", "number without its zeros", "written otherwise", "no such field"],
    )  # fmt: skip
    def test_select_or_the_perimeter_does(self, run, tmp_path, suffix, driver, field, type_, value, way):
        kit = read_gpkg(resources() / "training" / "kit.gpkg", "admin_epci")
        land = next(row for row in kit if row.values["code_siren"] == "000000001")
        rows = [(land.geometry.representative_point().buffer(5).wkt, value)]
        rows += [("POLYGON((950000 6608058,950010 6608058,950010 6608068,950000 6608058))", value)]
        path = write_gpkg(
            tmp_path / f"zones.{suffix}", "zones", rows, {"insee": type_}, kind=ogr.wkbPolygon, driver=driver
        )
        result = run(
            "clip", TERRITORY="epci:000000001", LAYERS="mes_zones", CATALOGUE=self.entry(tmp_path, path, field)
        )
        recipe = recipe_of(result["OUTPUT"])["mes_zones"]
        assert recipe["way"] == way
        assert recipe["written"] == (2 if way == "attribute" else 1)


class TestRefused:
    def test_a_damaged_file_is_said_to_be_damaged(self, run, square, tmp_path):
        rows = [(ROWS[0][0], "x" * 3000, number) for number in range(400)]
        path = write_gpkg(tmp_path / "damaged.gpkg", "parcelles", rows, COLUMNS, kind=ogr.wkbPolygon)
        content = bytearray(path.read_bytes())
        content[len(content) // 3 : len(content) // 3 + 200_000] = b"\x17" * 200_000
        good = write_gpkg(tmp_path / "good.gpkg", "good", ROWS, COLUMNS, kind=ogr.wkbPolygon)
        layer = QgsVectorLayer(f"{path}|layername=parcelles", "parcelles", "ogr")
        path.write_bytes(content)
        result = run("cliplayers", INPUTS=[layer, str(good)], PERIMETER=square)
        assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (1, 1)
        message = recipe_of(result["OUTPUT"])["parcelles"]["message"]
        assert "damaged.gpkg" in message
        assert "damaged:" in message or "can't be" in message

    def test_a_layer_without_crs_is_asked_to_have_one(self, run, square):
        layer = QgsVectorLayer("Point?field=name:string", "Sans SCR", "memory")
        layer.setCrs(QgsCoordinateReferenceSystem())
        with pytest.raises(QgsProcessingException):
            run("cliplayers", INPUTS=[layer], PERIMETER=square)
        assert "The layer “Sans SCR” has no coordinate reference system" in run.log

    @pytest.mark.skipif(os.name == "nt", reason="read-only folders are another matter there")
    def test_a_file_left_in_wal_mode_is_read(self, run, square, tmp_path):
        path = write_gpkg(tmp_path / "wal.gpkg", "parcelles", ROWS, COLUMNS, kind=ogr.wkbPolygon)
        with sqlite3.connect(path) as base:
            base.execute("PRAGMA journal_mode = WAL")
        base.close()
        result = run("cliplayers", INPUTS=[str(path)], PERIMETER=square)
        assert names(result["OUTPUT"], "parcelles") == {"inside": 0, "across": 1}


def test_nothing_is_written_beside_the_files_that_are_read(run, square, tmp_path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    path = write_gpkg(folder / "f.gpkg", "parcelles", ROWS, COLUMNS, kind=ogr.wkbPolygon)
    before = path.read_bytes()
    run("cliplayers", INPUTS=[str(path)], PERIMETER=square)
    assert [file.name for file in folder.iterdir() if not file.name.endswith(("-wal", "-shm"))] == ["f.gpkg"]
    assert path.read_bytes() == before


TYPES = {
    "a": "INTEGER", "b": "DOUBLE PRECISION", "c": "VARCHAR(20)", "d": "DATE", "e": "BOOLEAN", "f": "BLOB",
    "g": "NUMERIC(10,2)", "h": "SMALLINT", "à é": "TEXT", 'q"': "TEXT",
}  # fmt: skip


def test_many_columns_of_any_type_arrive(run, square, tmp_path):
    path = write_gpkg(tmp_path / "t.gpkg", "t", [("POINT(350050 6790050)", "a")], {"name": str}, kind=ogr.wkbPoint)
    with sqlite3.connect(path) as base:
        triggers = base.execute("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='t'").fetchall()
        for (name,) in triggers:
            base.execute(f'DROP TRIGGER "{name}"')
        for name, type_ in TYPES.items():
            base.execute('ALTER TABLE t ADD COLUMN "{}" {}'.format(name.replace('"', '""'), type_))
        base.execute(
            "UPDATE t SET a = 9007199254740993, b = 1.5, c = 'é', d = '2020-02-29', e = 1, f = x'00ff',"
            " g = 2.25, h = -3"
        )
        base.execute('UPDATE t SET "à é" = \'x\', "q""" = \'y\'')
    base.close()
    result = run("cliplayers", INPUTS=[str(path)], PERIMETER=square)
    (row,) = read_gpkg(result["OUTPUT"], "t")
    values = {name: row.values[name] for name in ("a", "b", "c", "d", "e", "f", "g", "h", "à é", 'q"')}
    assert values == {"a": 9007199254740993, "b": 1.5, "c": "é", "d": "2020-02-29", "e": 1, "f": b"\x00\xff", "g": 2.25,
                      "h": -3, "à é": "x", 'q"': "y"}  # fmt: skip
    assert shapely.equals(row.geometry, shapely.Point(350050, 6790050))


LAMBERT = "+proj=lcc +lat_1=44 +lat_2=49 +lat_0=46.5 +lon_0=3 +ellps=GRS80 +units=m +no_defs"
LAMBERTS = {  # two projections that no authority numbers
    "centre": f"{LAMBERT} +x_0=700000 +y_0=6600000",
    "decale": f"{LAMBERT} +x_0=800000 +y_0=6500000",
}


def test_layers_of_which_each_has_a_crs_of_its_own_keep_it(run, square, tmp_path):
    inputs = []
    for name, definition in LAMBERTS.items():
        reference = osr.SpatialReference()
        reference.SetFromUserInput(definition)
        path = tmp_path / f"{name}.gpkg"
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        layer = source.CreateLayer(name, reference, ogr.wkbPolygon)
        move = (100_000, -100_000) if name == "decale" else (0, 0)
        for wkt, *_ in ROWS:
            feature = ogr.Feature(layer.GetLayerDefn())
            shape = shapely.affinity.translate(shapely.from_wkt(wkt), *move)
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape.wkt))
            layer.CreateFeature(feature)
        del layer, source
        inputs.append(f"{path}|layername={name}")
    plain = write_gpkg(tmp_path / "plain.gpkg", "plain", ROWS, COLUMNS, kind=ogr.wkbPolygon)
    result = run("cliplayers", INPUTS=[*inputs, str(plain)], PERIMETER=square, CUT="cut")
    assert result["LAYERS_FAILED"] == 0
    dataset = gdal.OpenEx(result["OUTPUT"])
    for name, definition in LAMBERTS.items():
        reference = osr.SpatialReference()
        reference.SetFromUserInput(definition)
        layer = dataset.GetLayerByName(name)
        assert layer.GetSpatialRef().GetProjParm("false_easting") == reference.GetProjParm("false_easting")
        assert sorted(round(feature.GetGeometryRef().Area()) for feature in layer) == [50, 100]
        with sqlite3.connect(result["OUTPUT"]) as base:
            (declared,) = base.execute("SELECT srs_id FROM gpkg_contents WHERE table_name = ?", (name,)).fetchone()
        base.close()
        blobs = [row.blob for row in read_gpkg(result["OUTPUT"], name)]
        assert {int.from_bytes(blob[4:8], "little", signed=True) for blob in blobs} == {declared}
