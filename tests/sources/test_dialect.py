"""How text files are written and what they hold: recognised, and compared with what Python and PROJ say."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timezone

import pytest
from osgeo import osr

from data_territoires_plugin.sources.coordinates import DEGREES, METRES, kind_of, pair, place_of
from data_territoires_plugin.sources.dialect import header_names, recognise, records
from data_territoires_plugin.sources.values import Watch, day, moment, reader, restore

ROWS = [
    ["code", "nom", "note"],
    ["35238", "Évian-à-l'œuvre", "deux\nlignes; et, des | signes"],
    ["01001", "Çà", '"oui"'],
]


@pytest.fixture
def written(tmp_path):
    """Writes rows as `csv` does, in an encoding, with a separator."""

    def write(rows, encoding="utf-8", separator=",", end="\r\n"):
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
        path = tmp_path / "file.csv"
        path.write_bytes(text.getvalue().encode(encoding))
        return path

    return write


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separator_and_encoding_are_recognised_and_the_rows_come_back_whole(written, separator, encoding, end):
    path = written(ROWS, encoding, separator, end)
    dialect = recognise(path)
    assert (dialect.separator, dialect.encoding) == (separator, encoding)
    assert list(records(path, dialect)) == ROWS


def test_an_accent_after_a_million_lines_still_tells_the_encoding(tmp_path):
    path = tmp_path / "long.csv"
    path.write_bytes(b"nom;code\n" + b"Rennes;35238\n" * 400_000 + "Évran;22056\n".encode("cp1252"))
    assert recognise(path).encoding == "cp1252"


def test_a_sequence_cut_by_the_end_of_a_block_is_no_error(tmp_path):
    path = tmp_path / "cut.csv"
    path.write_bytes(b"nom;code\n" + "é;1\n".encode() * 600_000)  # blocks of 2**20 bytes end anywhere in it
    assert (recognise(path).encoding, recognise(path).unreadable) == ("utf-8", 0)


def test_a_damaged_utf8_file_stays_utf8_and_its_bytes_are_counted(tmp_path):
    path = tmp_path / "damaged.csv"
    path.write_bytes(b"nom;code\n" + "Évran;22056\n".encode() * 50 + b"\xe9vran;22056\n")
    dialect = recognise(path)
    assert (dialect.encoding, dialect.unreadable) == ("utf-8", 1)
    assert sum("\ufffd" in row[0] for row in records(path, dialect)) == 1


def test_bytes_that_windows_does_not_have_are_latin_1(tmp_path):
    path = tmp_path / "latin.csv"
    path.write_bytes(b"nom;code\n\xc9vran\x81;22056\n\xe9;1\n")
    assert recognise(path).encoding == "latin-1"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["48,8566", "2", "-1,5"], True),
        (["48.8566", "2", "-1.5"], False),
        (["75101,75102", "69381,69382"], False),  # two codes, not a figure
        (["1,2,3", "4"], False),
    ],
)
def test_the_decimal_comma_is_told_from_lists_of_codes(written, values, expected):
    path = written([["valeur", "nom"], *([value, "x"] for value in values)], separator=";")
    assert recognise(path).decimal_comma is expected


def test_names_are_kept_and_made_different_whatever_their_case():
    written = ["nom", "Nom", "", " code  insee ", "nom_2"]
    assert header_names(written) == ["nom", "Nom_2", "column_3", "code insee", "nom_2_2"]


def test_a_contour_longer_than_csv_allows_is_read(written):
    contour = "POLYGON((" + ",".join(f"{at} 48" for at in range(60_000)) + "))"
    path = written([["id", "wkt"], ["1", contour]], separator=";")
    assert next(row for row in records(path, recognise(path)) if row[0] == "1")[1] == contour


# ---------------------------------------------------------------- values
@pytest.mark.parametrize("written_day", ["2024-01-31", "2024/01/31", "31/01/2024", "31-01-2024", "31.01.2024"])
def test_days_are_read_as_the_french_write_them(written_day):
    assert day(written_day) == date(2024, 1, 31).isoformat()


@pytest.mark.parametrize("written_day", ["01/31/2024", "2024-02-30", "2024", "31 janvier", "24-01-31"])
def test_what_is_no_day_is_left_alone(written_day):
    assert day(written_day) is None


@pytest.mark.parametrize(
    "text", ["2024-07-01T10:30:15+02:00", "2024-07-01 08:30:15Z", "01/07/2024 08:30:15", "2024-07-01T10:30:15.250+0200"]
)
def test_moments_are_brought_to_universal_time(text):
    said = datetime.fromisoformat(moment(text).replace("Z", "+00:00"))
    assert said.replace(microsecond=0) == datetime(2024, 7, 1, 8, 30, 15, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("capacite", ["1", "20", ""], [1, 20, None]),
        ("prix", ["1.5", "20", "NaN"], [1.5, 20.0, None]),
        ("numero", ["1", "2 bis"], ["1", "2 bis"]),
        ("ouvert", ["true", "FALSE"], [1, 0]),
        ("siret", ["12345678901234", "1"], ["12345678901234", "1"]),  # a code, never a figure
        ("quantite", ["007", "8"], ["007", "8"]),  # the zeros mean something
        ("grand", ["123456789012345678901"], [1.2345678901234568e20]),
        ("date_maj", ["2024-01-31", "01/02/2024"], ["2024-01-31", "2024-02-01"]),
        ("melange", ["2024-01-31", "vers 2020"], ["2024-01-31", "vers 2020"]),
        ("code_insee", ["1001", "35238", "2A004"], ["01001", "35238", "2A004"]),
        ("insee_com", ["1001.0", "35238.0"], ["01001", "35238"]),
        ("code_postal", ["1000", "35000"], ["01000", "35000"]),
        ("code_departement", ["1", "2A", "974"], ["01", "2A", "974"]),
        ("insee", ["1001", "ailleurs"], ["1001", "ailleurs"]),  # not a column of codes: nothing is made up
        ("annee", ["1001", "2024"], [1001, 2024]),
    ],
)
def test_a_column_is_what_all_its_values_are(name, values, expected):
    watch = Watch.of(name, comma=False)
    for value in filter(None, values):
        watch.look(value)
    read = reader(watch.kind, watch.restored)
    assert [read(value) for value in values] == expected


def test_a_code_is_restored_only_where_one_zero_is_missing():
    assert [restore(text, "commune") for text in ("1001", "101", "0101", "35238", "2B033", "abcd")] == [
        "01001", None, None, "35238", "2B033", None,
    ]  # fmt: skip


# ---------------------------------------------------------------- coordinates
NAMES = [
    ("lon", "lat"), ("longitude", "latitude"), ("Xlong", "Ylat"), ("long", "lat"), ("X", "Y"), ("x", "y"),
    ("lng", "lat"), ("c_long_coor1", "c_lat_coor1"), ("consolidated_longitude", "consolidated_latitude"),
    ("stop_lon", "stop_lat"), ("geoloc_4326_long", "geoloc_4326_lat"), ("x_longitude", "y_latitude"),
    ("Longitude (WGS84)", "Latitude (WGS84)"), ("coordX", "coordY"), ("X_L93", "Y_L93"),
    ("coordonnee_cartographique_x_ban", "coordonnee_cartographique_y_ban"),
]  # fmt: skip


@pytest.mark.parametrize(("east", "north"), NAMES)
@pytest.mark.parametrize("reverse", [False, True])
def test_columns_of_coordinates_are_found_by_their_usual_names(east, north, reverse):
    names, row = ["nom", north, "code", east], ["Rennes", "48.11", "35238", "-1.68"]
    place = place_of(names, [row])
    assert (place.columns, place.crs, place.swapped) == ((3, 1), "EPSG:4326", False)
    if reverse:
        exchanged = place_of(names, [["Rennes", "-1.68", "35238", "48.11"]])
        assert (exchanged.columns, exchanged.swapped) == ((3, 1), True)


def test_degrees_are_preferred_to_metres_where_a_file_has_both():
    place = place_of(["x", "y", "lon", "lat"], [["351000", "6790000", "-1.68", "48.11"]])
    assert (place.columns, place.crs) == ((2, 3), "EPSG:4326")


def test_empty_columns_of_degrees_give_way_to_filled_ones_of_metres():
    place = place_of(["x", "y", "lon", "lat"], [["351000", "6790000", "", ""]])
    assert (place.columns, place.crs) == ((0, 1), "EPSG:2154")


@pytest.mark.parametrize(
    ("name", "value", "swapped"),
    [
        ("coordonneesXY", "[-1.68,48.11]", False),
        ("coordonneesXY", "[-1.68, 48.11]", False),
        ("_geopoint", "48.11,-1.68", True),
        ("geo_point_2d", "48.11, -1.68", True),
        ("coordonnees_au_format_wgs84", '{"lon": -1.68, "lat": 48.11}', False),
        ("position", "-1.68;48.11", False),
        ("geo_point_2d", "40.7, -74.0", True),  # New York: the name alone tells
        ("coordonneesXY", "[-74.0,40.7]", False),
    ],
)
def test_both_coordinates_in_one_column_are_read_in_the_order_of_their_values(name, value, swapped):
    place = place_of(["nom", name], [["Rennes", value]])
    assert (place.form, place.columns, place.swapped) == ("pair", (1,), swapped)
    assert sorted(pair(value)) == sorted(pair("[-74.0,40.7]" if "74" in value else "[-1.68,48.11]"))


@pytest.mark.parametrize(
    ("value", "form", "crs"),
    [
        ("POINT (-1.68 48.11)", "wkt", "EPSG:4326"),
        ("SRID=4326;MULTIPOLYGON(((0 0,1 0,1 1,0 0)))", "wkt", "EPSG:4326"),
        ("SRID=2154;POINT(351000 6790000)", "wkt", "EPSG:2154"),
        ("POINT(351000 6790000)", "wkt", "EPSG:2154"),
        ('{"type": "Point", "coordinates": [-1.68, 48.11]}', "geojson", "EPSG:4326"),
    ],
)
def test_geometries_written_as_text_are_found_whatever_their_column_is_called(value, form, crs):
    place = place_of(["id", "truc"], [["1", value]])
    assert (place.form, place.columns, place.crs) == (form, (1,), crs)


@pytest.mark.parametrize("names", [["nom", "code"], ["dx", "dy"], ["prix", "lait"], ["taux", "latence"]])
def test_no_coordinates_are_made_up(names):
    assert place_of(names, [["12.5", "13"]]) is None


def test_two_codes_in_a_list_are_no_coordinates():
    assert place_of(["communes", "nom"], [["35238,35051", "x"]]) is None


def test_each_extent_in_metres_holds_its_part_of_france():
    cities = {  # longitude, latitude (world gazetteers)
        "EPSG:2154": [(-4.49, 48.39), (7.75, 48.58), (9.45, 42.7), (2.35, 48.86), (7.26, 43.7), (2.38, 51.04)],
        "EPSG:5490": [(-61.73, 16.0), (-61.07, 14.6), (-63.05, 18.07), (-62.83, 17.9)],
        "EPSG:2972": [(-52.33, 4.94), (-54.03, 5.5), (-52.5, 2.3)],
        "EPSG:2975": [(55.45, -20.88), (55.48, -21.34)],
        "EPSG:4471": [(45.23, -12.78), (45.07, -12.98)],
        "EPSG:4467": [(-56.18, 46.78)],
        "EPSG:3948": [(-1.68, 48.11), (2.35, 48.86)],
        "EPSG:3944": [(1.44, 43.6), (3.87, 43.61)],
    }
    known = {crs for crs, *_ in METRES}
    for crs, places in cities.items():
        assert crs in known
        references = []
        for code in ("EPSG:4326", crs):
            references.append(osr.SpatialReference())
            references[-1].SetFromUserInput(code)
            references[-1].SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        move = osr.CoordinateTransformation(*references)
        for lon, lat in places:
            assert kind_of(lon, lat) == ("EPSG:4326", False)
            assert kind_of(lat, lon) == ("EPSG:4326", True)
            x, y, _ = move.TransformPoint(lon, lat)
            assert kind_of(x, y) == (crs, False), (crs, lon, lat)
            if crs != "EPSG:2972":  # its extent is square enough to hold its own mirror image: names decide
                assert kind_of(y, x) == (crs, True), (crs, lon, lat)


def test_no_extent_in_degrees_meets_the_mirror_image_of_one():
    for west, south, east, north in DEGREES:
        for left, low, right, top in DEGREES:
            assert west > top or east < low or south > right or north < left
