"""Text files as layers: each row compared with what `csv`, OGR and PROJ make of the same file."""

from __future__ import annotations

import csv
import json
import math
import sqlite3
import struct
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.errors import Cancelled, SourceError

pytestmark = pytest.mark.usefixtures("qgis_app")

CENTIMETRE = 0.01
FRANCE = "POLYGON((-700000 5800000, 1600000 5800000, 1600000 7500000, -700000 7500000, -700000 5800000))"
HEADER = """
licence: lov2
producer: Essai
attribution: Essai
theme: equipements
cut: whole
cut_reason: Un point ne se découpe pas.
"""


@pytest.fixture(autouse=True)
def _cache(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def entry_of(tmp_path):
    """The entry of a file, from a catalogue written for it."""

    def entry(path, geometry="point", **more):
        lines = [f"    {key}: {json.dumps(value)}" for key, value in more.items()]
        text = f"{HEADER}\nservice: local\nentries:\n  essai_couche:\n    title: Essai\n    abstract: Essai.\n"
        text += f"    layer: {json.dumps(str(path))}\n    geometry: {geometry}\n" + "\n".join(lines) + "\n"
        catalogue = tmp_path / "catalogue.yaml"
        catalogue.write_text(text, encoding="utf-8")
        return load_catalogue(catalogue).entry("essai_couche")

    return entry


@pytest.fixture
def read(entry_of, tmp_path):
    """Plan and rows of a file, in a CRS: `read(path, codes={…}, wkt=…, crs=…, **keys of the entry)`."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

    from data_territoires_plugin.sources import Area, Stage, source_of

    def reading(path, geometry="point", codes=None, wkt=FRANCE, crs="EPSG:2154", feedback=None, loaded=True, **more):
        entry = entry_of(path, geometry, **more)
        area = Area(QgsGeometry.fromWkt(wkt) if wkt else None, QgsCoordinateReferenceSystem(crs), codes or {})
        source, entry = source_of(entry, None, training=False)
        feedback = feedback or QgsFeedback()
        plan = source.plan(entry, area, feedback)
        (batch,) = source.fetch(entry, area, plan, Stage(tmp_path / "stage", dict(plan.detail)), feedback)
        return plan, rows_of(batch.path, batch.table) if loaded else range(count_of(batch.path))

    return reading


def rows_of(path, table):
    """The rows of a GeoPackage, without our code: values by name, and the point or the shape."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        found = [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]
    for row in found:
        blob = row.pop("geom", None)
        row.pop("dt_fid")
        row["at"] = None if blob is None else ogr.CreateGeometryFromWkb(blob[8 + (0, 32)[blob[3] >> 1 & 1] :])
    return found


def count_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM rows").fetchone()[0]


def lambert(lon, lat, crs=2154):
    from_, to = osr.SpatialReference(), osr.SpatialReference()
    from_.ImportFromEPSG(4326)
    to.ImportFromEPSG(crs)
    for each in (from_, to):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(from_, to).TransformPoint(float(lon), float(lat))[:2]


def near(point, place):
    return math.dist((point.GetX(), point.GetY()), place) < CENTIMETRE


REAL = [
    ("exemples_schemas/ban_import_test_data.csv", ";", "lon", "lat"),
    ("exemples_schemas/bal_sample.csv", ";", "long", "lat"),
    ("exemples_schemas/bal_1.4_valid.csv", ";", "long", "lat"),
    ("exemples_schemas/lieux_covoiturage_exemple-valide.csv", ",", "Xlong", "Ylat"),
    ("exemples_schemas/equipements_velo_geobretagne_exemple-valide.csv", ",", "long ", "lat"),
    ("transport/gtfs_bibus_brest_stops_2022.csv", ",", "stop_lon", "stop_lat"),
]


@pytest.mark.parametrize(("name", "separator", "east", "north"), REAL, ids=[name for name, *_ in REAL])
@pytest.mark.parametrize("encoding", ["as it is", "cp1252"])
def test_real_files_come_row_by_row_as_csv_reads_them(read, shared, tmp_path, name, separator, east, north, encoding):
    path = shared / "data" / name
    text = path.read_text(encoding="utf-8-sig")
    expected = list(csv.DictReader(text.splitlines(keepends=True), delimiter=separator))
    if encoding != "as it is":
        path = tmp_path / "windows.csv"
        path.write_bytes(text.encode(encoding, "replace"))
        expected = list(csv.DictReader(path.read_text(encoding).splitlines(keepends=True), delimiter=separator))
    plan, rows = read(path)
    assert len(rows) == len(expected)
    for ours, theirs in zip(rows, expected, strict=True):
        assert near(ours["at"], lambert(theirs[east], theirs[north]))
        for column in (name for name in theirs if name):
            assert same(ours[column.strip()], theirs[column]), column
    assert len(plan.columns) == len(expected[0])


def same(ours, theirs):
    """Whether a value says what was written."""
    if ours is None:
        return theirs.strip() == ""
    if isinstance(ours, (int, float)) and theirs.strip().lower() in ("true", "false"):
        return bool(ours) == (theirs.strip().lower() == "true")
    if isinstance(ours, (int, float)):
        return float(ours) == float(theirs)
    return ours == theirs


def test_the_stops_of_brest_are_those_that_a_gis_made_of_the_same_file(read, shared):
    plan, rows = read(shared / "data/transport/gtfs_bibus_brest_stops_2022.csv")
    with gdal.ExceptionMgr(useExceptions=True):
        source = gdal.OpenEx(str(shared / "data/transport/arrets_bus_bretagne.gpkg"))
        layer = source.GetLayerByName("bibus_brest_2022")
        made = {each["stop_id"]: (each.geometry().GetX(), each.geometry().GetY()) for each in layer}
    assert len(rows) == len(made) == 1046
    assert all(near(row["at"], made[row["stop_id"]]) for row in rows)
    assert plan.announced is None


def test_a_row_with_latitude_and_longitude_exchanged_is_put_right_and_said(read, shared):
    plan, rows = read(shared / "data/exemples_schemas/lieux_covoiturage_exemple-invalide.csv")
    assert near(rows[0]["at"], lambert(1.081183, 49.921823))
    assert near(rows[1]["at"], lambert(1.065656, 49.921921))  # written the other way round there
    assert "exchanged, put right: 1" in plan.reason
    assert (rows[1]["Xlong"], rows[1]["Ylat"]) == (49.921921, 1.065656)  # the fields stay as the producer wrote them


def test_metres_in_columns_called_lon_and_lat_are_recognised_and_said(read, tmp_path):
    places = [(-1.68, 48.11), (-4.49, 48.39), (7.75, 48.58)]
    path = tmp_path / "metres.csv"
    lines = ["nom;lon;lat", *(";".join(["x", *map(str, lambert(*place))]) for place in places)]
    path.write_text("\n".join(lines), encoding="utf-8")
    plan, rows = read(path)
    assert all(near(row["at"], lambert(*place)) for row, place in zip(rows, places, strict=True))
    assert "rows in EPSG:2154, recognised by their values: 3" in plan.reason


def test_metres_of_la_reunion_are_delivered_in_its_projection(read, tmp_path):
    path = tmp_path / "reunion.csv"
    x, y = lambert(55.45, -20.88, 2975)
    path.write_text(f"nom,x,y\nSaint-Denis,{x},{y}\n", encoding="utf-8")
    box = "POLYGON((300000 7600000, 400000 7600000, 400000 7750000, 300000 7750000, 300000 7600000))"
    plan, rows = read(path, wkt=box, crs="EPSG:2975")
    assert near(rows[0]["at"], (x, y))
    assert "EPSG:2975" in plan.reason


def test_the_decimal_comma_of_a_spreadsheet_is_read_in_coordinates_and_in_figures(read, tmp_path):
    path = tmp_path / "tableur.csv"
    path.write_bytes("Nom;Longitude;Latitude;Surface\nÉcole;-1,68;48,11;12,5\nGare;-1,67;48,10;3\n".encode("cp1252"))
    plan, rows = read(path)
    assert [row["Surface"] for row in rows] == [12.5, 3.0]
    assert rows[0]["Nom"] == "École"
    assert near(rows[0]["at"], lambert(-1.68, 48.11))
    assert "decimal comma" in plan.reason
    assert "Windows-1252" in plan.reason


def test_nothing_is_dropped_without_a_count(read, tmp_path):
    path = tmp_path / "trous.csv"
    path.write_text(
        "id,insee,lon,lat\n1,1001,5.4,46.15\n2,1001,,\n3,1001,0,0\n4,1002,abc,46\n5,1001,5.41,46.16,de trop\n6,1001\n"
        "7,1001,720,46\n",
        encoding="utf-8",
    )
    plan, rows = read(path)
    assert [row["id"] for row in rows] == ["1", "5"]
    assert "rows without usable coordinates: 5 of 7" in plan.reason
    assert "more or fewer values than the header: 2 of 7" in plan.reason
    assert "codes of insee that got their leading zero back: 7" in plan.reason
    by_code, chosen = read(path, codes={"commune": ("01001",)}, code_fields={"commune": "insee"})
    assert by_code.exact
    assert by_code.announced == len(chosen) == 6
    assert sum(row["at"] is None for row in chosen) == 4  # handed over, to be counted where they are cut
    assert {row["insee"] for row in chosen} == {"01001"}


def test_codes_that_no_row_has_leave_it_to_the_perimeter(read, tmp_path):
    path = tmp_path / "noms.csv"
    path.write_text("nom,insee,lon,lat\nx,Ambérieu,5.4,46.15\n", encoding="utf-8")
    plan, rows = read(path, codes={"commune": ("01004",)}, code_fields={"commune": "insee"})
    assert not plan.exact
    assert len(rows) == 1


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:2154"])
def test_geometries_as_text_come_as_ogr_reads_them(read, tmp_path, crs):
    shapes = [
        "MULTIPOLYGON(((-1.7 48.1,-1.6 48.1,-1.6 48.2,-1.7 48.1)))",
        "POLYGON((-1.7 48.1,-1.6 48.1,-1.6 48.2,-1.7 48.1),(-1.65 48.12,-1.62 48.12,-1.62 48.13,-1.65 48.12))",
        "POINT(-1.7 48.1)",  # a building known by a point only
        "",
    ]
    path = tmp_path / "rnb.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["rnb_id", "point", "shape", "addresses"])
        for at, shape in enumerate(shapes):
            point, text = "SRID=4326;POINT(-1.7 48.1)", shape and f"SRID=4326;{shape}"
            writer.writerow([f"ID{at}", point, text, '[{"id": "35;1"}]'])
    box = FRANCE if crs == "EPSG:2154" else "POLYGON((-6 41, 10 41, 10 52, -6 52, -6 41))"
    plan, rows = read(path, "polygon", crs=crs, wkt=box, geometry_column="shape")
    assert [row["rnb_id"] for row in rows] == ["ID0", "ID1"]
    assert "another kind, left out: 1 of 4" in plan.reason
    assert "without usable coordinates: 1 of 4" in plan.reason
    assert "shape" not in {column.name for column in plan.columns}
    to = osr.SpatialReference()
    to.SetFromUserInput(crs)
    to.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    wgs = osr.SpatialReference()
    wgs.ImportFromEPSG(4326)
    wgs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    for row, shape in zip(rows, shapes, strict=False):
        expected = ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkt(shape))
        expected.Transform(osr.CoordinateTransformation(wgs, to))
        assert row["at"].GetGeometryName() == "MULTIPOLYGON"
        assert row["at"].Equals(expected)


def test_pairs_in_one_column_of_irve_are_points(read, tmp_path):
    path = tmp_path / "irve.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id_pdc_itinerance", "coordonneesXY", "puissance_nominale", "date_maj", "gratuit"])
        writer.writerow(["FRA1", "[-1.68,48.11]", "22.0", "2024-05-01", "true"])
        writer.writerow(["FRA2", "[-1.69, 48.12]", "7", "2024-06-01", "false"])
    plan, rows = read(path)
    assert near(rows[1]["at"], lambert(-1.69, 48.12))
    assert {column.name: column.type for column in plan.columns} == {
        "id_pdc_itinerance": "TEXT",
        "coordonneesXY": "TEXT",
        "puissance_nominale": "REAL",
        "date_maj": "DATE",
        "gratuit": "BOOLEAN",
    }


def test_a_table_without_coordinates_is_read_by_its_codes(read, shared, tmp_path):
    import gzip

    path = shared / "data/cog/communes_2026.csv.gz"
    plan, rows = read(path, "none", codes={"commune": ("35238", "01001")}, code_fields={"commune": "code"})
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        expected = [row for row in csv.DictReader(file) if row["code"] in ("35238", "01001")]
    assert expected
    for ours, theirs in zip(rows, expected, strict=True):
        assert all(same(ours[name], theirs[name]) for name in theirs)
    assert plan.announced == len(expected)


def test_a_layer_whose_file_has_no_coordinates_is_refused_with_its_columns(read, tmp_path):
    path = tmp_path / "sans.csv"
    path.write_text("nom;code\nRennes;35238\n", encoding="utf-8")
    with pytest.raises(SourceError) as refused:
        read(path)
    assert "nom, code" in refused.value.detail
    assert "geometry_column" in refused.value.hint


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01\x02\x03" * 100])
def test_what_is_no_table_is_refused_by_name(read, tmp_path, content):
    path = tmp_path / "vide.csv"
    path.write_bytes(content)
    with pytest.raises(SourceError, match="vide"):
        read(path)


def test_columns_with_the_names_of_ours_keep_their_values(read, tmp_path):
    path = tmp_path / "noms.csv"
    path.write_text("fid,geom,dt_cut,Fid,lon,lat\n7,a,b,c,-1.68,48.11\n", encoding="utf-8")
    _, rows = read(path)
    at = rows[0].pop("at")
    assert list(map(str, rows[0].values())) == ["7", "a", "b", "c", "-1.68", "48.11"]
    assert at is not None


def test_a_big_file_does_not_fill_the_memory(read, tmp_path):
    path = tmp_path / "grand.csv"
    count = 80_000
    with path.open("w", encoding="utf-8") as file:
        file.write("id,nom,insee,lon,lat\n")
        file.writelines(f"{at},{'é' * 40},35238,{-1.7 + at * 1e-6:.6f},48.1\n" for at in range(count))
    tracemalloc.start()
    try:
        _, rows = read(path, loaded=False)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(rows) == count
    assert peak < 60e6  # bytes: some chunks, whatever the length of the file


def test_the_user_can_stop_in_the_middle_of_a_file(read, tmp_path):
    from qgis.core import QgsFeedback

    path = tmp_path / "long.csv"
    path.write_text("id,lon,lat\n" + "1,-1.68,48.11\n" * 50_000, encoding="utf-8")
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        read(path, feedback=feedback)


def test_a_sheet_of_a_spreadsheet_is_read_as_its_text(read, shared, tmp_path):
    source = shared / "data/exemples_schemas/ban_import_test_data.csv"
    path = tmp_path / "adresses.xlsx"
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.VectorTranslate(str(path), str(source), options=gdal.VectorTranslateOptions(format="XLSX"))
    _, rows = read(path)
    with source.open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file, delimiter=";"))
    assert [(row["id"], row["nom_voie"], row["code_insee"]) for row in rows] == [
        (row["id"], row["nom_voie"], row["code_insee"]) for row in expected
    ]
    for ours, theirs in zip(rows, expected, strict=True):
        assert near(ours["at"], lambert(theirs["lon"], theirs["lat"]))


def test_points_of_the_staged_file_are_what_the_encoding_standard_says(read, tmp_path):
    path = tmp_path / "un.csv"
    path.write_text("lon,lat\n-1.68,48.11\n", encoding="utf-8")
    read(path)
    staged = next(Path(tmp_path / "stage").glob("*.gpkg"))
    with closing(sqlite3.connect(staged)) as connection:
        blob = connection.execute("SELECT geom FROM rows").fetchone()[0]
    magic, version, flags, srs, order, kind, x, y = struct.unpack("<2sBBiBIdd", blob)
    assert (magic, version, flags, srs, order, kind) == (b"GP", 0, 1, 2154, 1, 1)
    assert math.dist((x, y), lambert(-1.68, 48.11)) < CENTIMETRE
