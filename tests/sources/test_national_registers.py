"""The national registers that come as files, as the catalogue names them: GéoDAE, IRVE, QPV; compared by shapely."""

from __future__ import annotations

import csv
import json
import zipfile

import pytest
import shapely

from data_territoires_plugin.catalogue import load_catalogue
from tests.clip.files import perimeter_file, read_gpkg, recipe_of
from tests.sources import json_rows
from tests.standins.datagouv import Dataset, File

PERIMETER = "POLYGON((350103 6790105, 350890 6790033, 351011 6790820, 350410 6791140, 350095 6790700, 350103 6790105))"
COUNT = 2000
DAE = ("gid", "c_nom", "c_lat_coor1", "c_long_coor1", "c_com_nom", "c_acc", "c_disp_j")
IRVE = ("id_pdc_itinerance", "nom_station", "code_insee_commune", "consolidated_longitude", "consolidated_latitude")


@pytest.fixture(autouse=True)
def _connected(monkeypatch):
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)


@pytest.fixture
def clip(run, tmp_path, catalogues, endpoints):
    """`clip("sante_dae", path)`: the file behind data.gouv.fr, under the identifier that the catalogue gives."""

    def clipped(entry, path):
        identifier = load_catalogue().entry(entry).layer.partition("|")[0].rpartition("/")[2]
        kind = path.suffix.removeprefix(".")
        server = catalogues("datagouv", [Dataset("registre", entry, (File(identifier, path.name, kind, str(path)),))])
        endpoints(datagouv=server.url, datagouv_site=server.root())
        result = run("clip", PERIMETER=perimeter_file(tmp_path / "p.gpkg", PERIMETER), LAYERS=entry, CRS="EPSG:2154")
        return read_gpkg(result["OUTPUT"], entry), recipe_of(result["OUTPUT"])[entry]

    return clipped


def centre(number):
    return json_rows.square(number).centroid


def inside():
    wanted = shapely.from_wkt(PERIMETER)
    return {number for number in range(COUNT) if wanted.intersects(centre(number))}


def test_the_defibrillators_of_a_perimeter(clip, tmp_path):
    path = tmp_path / "geodae.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(DAE)
        for number in range(COUNT):
            at = json_rows.degrees(centre(number))
            writer.writerow([number, f"Mairie nº {number}", at.y, at.x, "RENNES", "intérieur", "{lundi,mardi}"])
    rows, recipe = clip("sante_dae", path)
    assert {int(row.values["gid"]) for row in rows} == inside()
    assert all(row.geometry.distance(centre(int(row.values["gid"]))) < 0.1 for row in rows)
    assert rows[0].values["c_disp_j"] == "{lundi,mardi}"
    assert recipe["licence"] == "Licence Ouverte 2.0"


def test_the_charging_points_of_a_perimeter(clip, tmp_path):
    path = tmp_path / "irve.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(IRVE)
        for number in range(COUNT):
            at = json_rows.degrees(centre(number))
            writer.writerow([f"FRE{number:05d}", "Station", "01004" if number % 2 else "35238", at.x, at.y])
    rows, _ = clip("transport_irve", path)
    assert {int(row.values["id_pdc_itinerance"][3:]) for row in rows} == inside()
    assert {row.values["code_insee_commune"] for row in rows} == {"01004", "35238"}


def test_the_priority_districts_of_2024_come_from_the_right_file_of_the_archive(clip, tmp_path):
    corners = {f"QN0350{x}{y}M": (350_000 + 400 * x, 6_790_000 + 400 * y) for x in range(4) for y in range(4)}
    rings = {code: shapely.box(x, y, x + 300, y + 300) for code, (x, y) in corners.items()}
    features = [
        {
            "type": "Feature", "geometry": json_rows.geojson(json_rows.degrees(ring)),
            "properties": {"code_qp": code, "lib_qp": "Quartier", "insee_com": "35238, 35047"},
        }
        for code, ring in rings.items()
    ]  # fmt: skip
    path = tmp_path / "qpv.zip"
    body = json.dumps({"type": "FeatureCollection", "features": features})
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("GEOJSON/QP2024_France_Hexagonale_LB93.geojson", "{}")
        archive.writestr("GEOJSON/QP2024_France_Hexagonale_Outre_Mer_WGS84.geojson", body)
    rows, recipe = clip("social_qpv", path)
    wanted = shapely.from_wkt(PERIMETER)
    assert {row.values["code_qp"] for row in rows} == {code for code, ring in rings.items() if wanted.intersects(ring)}
    assert recipe["edition"] == "2024"
