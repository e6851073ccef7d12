"""Files of the web: from a strict file server to the layer, compared with what other readers make of the same files."""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import sqlite3
import zipfile
from contextlib import closing

import pytest
from osgeo import gdal, ogr

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.errors import Cancelled, CatalogueError, NetworkError, SourceError
from tests.sources.web_reading import (
    BRUZ,
    CENTIMETRE,
    CESSON,
    RENNES,
    _world,
    catalogue,
    lambert,
    parcels,
    read,
    server,
    zip_of,
)

pytestmark = pytest.mark.usefixtures("qgis_app")

__all__ = ["_world", "catalogue", "read", "server"]

# ---------------------------------------------------------------- one file per commune
PARCELS = "{cadastre_etalab}/latest/geojson/communes/{dep}/{insee}/cadastre-{insee}-parcelles.json.gz"


def test_the_files_of_the_communes_are_put_together_and_an_absent_one_is_said(read, server, shared):
    for commune in (RENNES, BRUZ):
        path = f"/cadastre/latest/geojson/communes/35/{commune}/cadastre-{commune}-parcelles.json.gz"
        server.files[path] = parcels(shared, commune)
    plan, rows = read(PARCELS, "polygon", codes={"epci": ("243500139",), "commune": (RENNES, BRUZ, CESSON)}, key="id")
    expected = json.loads(gzip.decompress(parcels(shared, RENNES)))["features"]
    assert sorted(row["id"] for row in rows) == sorted(
        feature["properties"]["id"].replace(RENNES, code) for feature in expected for code in (RENNES, BRUZ)
    )
    assert plan.exact
    assert "no file for 1 of them: 35051" in plan.reason
    assert "files of the communes of the territory: 2" in plan.reason
    assert plan.edition == "2026-06-01"
    assert read.bytes == sum(map(len, server.files.values()))
    by_id = {row["id"]: row["at"] for row in rows}
    for feature in expected:
        exact = ogr.ForceToMultiPolygon(ogr.CreateGeometryFromJson(json.dumps(feature["geometry"])))
        ours = by_id[feature["properties"]["id"]]
        x, y = lambert(*feature["geometry"]["coordinates"][0][0])
        assert math.dist(ours.GetGeometryRef(0).GetGeometryRef(0).GetPoint(0)[:2], (x, y)) < CENTIMETRE
        assert ours.GetGeometryRef(0).GetGeometryRef(0).GetPointCount() == (
            exact.GetGeometryRef(0).GetGeometryRef(0).GetPointCount()
        )


def test_paris_is_asked_for_by_arrondissement(read, server, shared):
    path = "/cadastre/latest/geojson/communes/75/75104/cadastre-75104-parcelles.json.gz"
    server.files[path] = parcels(shared, "75104")
    codes = ("75056", *(str(75101 + number) for number in range(20)))
    plan, rows = read(PARCELS, "polygon", codes={"commune": codes})
    asked = {path.split("/")[6] for path, _ in server.asked}
    assert asked == {str(75101 + number) for number in range(20)}
    assert "no file for 19 of them" in plan.reason
    assert len(rows) == 3


def test_overseas_departements_have_three_figures(read, server):
    with pytest.raises(SourceError):
        read(PARCELS, "polygon", codes={"commune": ("97411",)})
    assert server.asked[0][0].startswith("/cadastre/latest/geojson/communes/974/97411/")


def test_a_territory_without_any_file_is_refused_never_an_empty_layer(read):
    with pytest.raises(SourceError, match=r"no file for this territory \(2 asked for: 57001, 57002\)"):
        read(PARCELS, "polygon", codes={"commune": ("57001", "57002")})


def test_a_file_cut_on_the_way_is_asked_for_again(read, server, shared):
    path = f"/cadastre/latest/geojson/communes/35/{RENNES}/cadastre-{RENNES}-parcelles.json.gz"
    server.files[path] = parcels(shared, RENNES)
    server.faults[path] = 1
    _, rows = read(PARCELS, "polygon", codes={"commune": (RENNES,)})
    assert len(rows) == 3
    assert server.statuses(path) == [200, 200]


def test_a_file_always_cut_stops_the_layer(read, server, shared):
    path = f"/cadastre/latest/geojson/communes/35/{RENNES}/cadastre-{RENNES}-parcelles.json.gz"
    server.files[path] = parcels(shared, RENNES)
    server.faults[path] = 99
    with pytest.raises(NetworkError):
        read(PARCELS, "polygon", codes={"commune": (RENNES,)})


def test_a_gzip_without_its_end_stops_the_layer_and_is_not_kept(read, server, shared):
    path = f"/cadastre/latest/geojson/communes/35/{RENNES}/cadastre-{RENNES}-parcelles.json.gz"
    server.files[path] = parcels(shared, RENNES)[:-40]
    with pytest.raises(SourceError, match="not whole"):
        read(PARCELS, "polygon", codes={"commune": (RENNES,)})
    server.files[path] = parcels(shared, RENNES)
    _, rows = read(PARCELS, "polygon", codes={"commune": (RENNES,)})
    assert len(rows) == 3
    assert server.statuses(path) == [200, 200]


def test_what_was_fetched_serves_again_unless_it_changed(read, server, shared):
    path = f"/cadastre/latest/geojson/communes/35/{RENNES}/cadastre-{RENNES}-parcelles.json.gz"
    server.files[path] = parcels(shared, RENNES)
    for _ in range(2):
        read(PARCELS, "polygon", codes={"commune": (RENNES,)})
    assert server.statuses(path) == [200, 304]
    server.files[path] = gzip.compress(gzip.decompress(parcels(shared, RENNES)).replace(b"000A0001", b"000Z0001"))
    _, rows = read(PARCELS, "polygon", codes={"commune": (RENNES,)})
    assert server.statuses(path) == [200, 304, 200]
    assert f"{RENNES}000Z0001" in {row["id"] for row in rows}


def test_an_interruption_keeps_the_files_that_came(read, server, shared):
    for commune in (RENNES, BRUZ):
        path = f"/cadastre/latest/geojson/communes/35/{commune}/cadastre-{commune}-parcelles.json.gz"
        server.files[path] = parcels(shared, commune)
    last = f"/cadastre/latest/geojson/communes/35/{BRUZ}/cadastre-{BRUZ}-parcelles.json.gz"
    server.faults[last] = 99
    with pytest.raises(NetworkError):
        read(PARCELS, "polygon", codes={"commune": (RENNES, BRUZ)})
    server.faults.clear()
    read(PARCELS, "polygon", codes={"commune": (RENNES, BRUZ)})
    first = last.replace(BRUZ, RENNES)
    assert server.statuses(first) == [200, 304]


def test_too_many_communes_are_read_from_the_files_of_their_departements(read, server, shared, monkeypatch):
    from data_territoires_plugin.sources import web_files

    monkeypatch.setattr(web_files, "MOST_FILES", 2)
    document = [json.loads(gzip.decompress(parcels(shared, code))) for code in (RENNES, BRUZ, "35001")]
    document[0]["features"] += document[1]["features"] + document[2]["features"]
    server.files["/cadastre/departements/35.json.gz"] = gzip.compress(json.dumps(document[0]).encode())
    plan, rows = read(
        PARCELS, "polygon", codes={"commune": (RENNES, BRUZ, CESSON)}, code_fields={"commune": "commune"},
        options={"bulk": "{cadastre_etalab}/departements/{dep}.json.gz"},
    )  # fmt: skip
    assert {row["commune"] for row in rows} == {RENNES, BRUZ}
    assert plan.exact
    assert "files of a wider territory" in plan.reason


# ---------------------------------------------------------------- text files
DVF = "id_mutation,date_mutation,valeur_fonciere,code_commune,code_departement,longitude,latitude\n"


def test_the_years_and_the_communes_of_dvf_come_together_with_their_types(read, server):
    from datetime import date

    year = date.today().year
    server.files[f"/dvf/latest/csv/{year}/communes/01/01004.csv"] = (
        DVF + "2026-1,2026-01-05,100000,01004,01,5.36,45.95\n2026-2,2026-01-06,,01004,01,,\n"
    ).encode()
    server.files[f"/dvf/latest/csv/{year - 1}/communes/01/01004.csv"] = (
        DVF + "2025-1,2025-01-05,100000.5,01004,01,5.35,45.96\n"
    ).encode()
    plan, rows = read(
        "{dvf}/latest/csv/{year}/communes/{dep}/{insee}.csv", codes={"commune": ("01004",)}, options={"years": "6"}
    )
    assert sorted(row["id_mutation"] for row in rows) == ["2025-1", "2026-1", "2026-2"]
    types = {column.name: column.type for column in plan.columns}
    assert (types["date_mutation"], types["valeur_fonciere"], types["code_commune"]) == ("DATE", "REAL", "TEXT")
    assert plan.announced == 3
    assert "without usable coordinates: 1 of 3" in plan.reason
    assert f"no file for 4 of them: {year - 2} 01004" in plan.reason


def test_a_file_of_the_departement_gives_the_rows_of_the_communes_whose_zero_it_lost(read, server, shared):
    text = (shared / "data/exemples_schemas/ban_import_test_data.csv").read_text("utf-8")
    lost = text.replace(";04001;", ";4001;")
    server.files["/ban/adresses-04.csv.gz"] = gzip.compress(lost.encode("latin-1", "replace"))
    plan, rows = read(
        server.url + "/ban/adresses-{dep}.csv.gz", codes={"commune": ("04001",)}, code_fields={"commune": "code_insee"}
    )
    expected = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert [row["id"] for row in rows] == [row["id"] for row in expected]
    assert {row["code_insee"] for row in rows} == {"04001"}
    assert plan.exact
    for ours, theirs in zip(rows, expected, strict=True):
        assert math.dist((ours["at"].GetX(), ours["at"].GetY()), lambert(theirs["lon"], theirs["lat"])) < CENTIMETRE
        assert ours["nom_voie"] == theirs["nom_voie"].encode("latin-1", "replace").decode("latin-1")


def test_a_redirect_is_followed_and_its_name_tells_the_date_of_the_file(read, server, shared):
    body = (shared / "data/exemples_schemas/lieux_covoiturage_exemple-valide.csv").read_bytes()
    server.files["/static/20251103-080000/bnlc.csv"] = body
    server.moved["/fr/datasets/r/4fd78dee"] = "/static/20251103-080000/bnlc.csv"
    plan, rows = read(server.url + "/fr/datasets/r/4fd78dee")
    assert plan.edition == "2025-11-03"
    assert [row["id_lieu"] for row in rows] == ["76217-C-001"]


def test_a_page_in_place_of_the_file_is_refused(read, server):
    server.files["/donnees.csv"] = b"<!DOCTYPE html><html><title>Connexion</title></html>"
    with pytest.raises(NetworkError, match="web page"):
        read(server.url + "/donnees.csv")


def test_a_national_file_that_is_gone_is_an_error_of_its_service(read, server):
    with pytest.raises(NetworkError):
        read(server.url + "/donnees.csv")


# ---------------------------------------------------------------- archives
def test_the_stops_of_a_gtfs_are_those_that_a_gis_made_of_it(read, server, shared):
    server.files["/gtfs.zip"] = (shared / "data/transport/gtfs_star_rennes_20120618.zip").read_bytes()
    plan, rows = read(server.url + "/gtfs.zip|member=stops.txt")
    with gdal.ExceptionMgr(useExceptions=True):
        source = gdal.OpenEx(str(shared / "data/transport/arrets_bus_bretagne.gpkg"))
        made = {
            each["stop_id"]: (each.geometry().GetX(), each.geometry().GetY(), each["stop_name"], each["stop_desc"])
            for each in source.GetLayerByName("star_rennes_2012")
        }
    assert len(rows) == len(made) == 1267
    for row in rows:
        *place, name, town = made[row["stop_id"]]
        assert math.dist((row["at"].GetX(), row["at"].GetY()), place) < CENTIMETRE
        assert (row["stop_name"], row["stop_desc"] or "") == (name, town)
    assert "stop_lon, stop_lat" in plan.reason


def test_the_lines_of_a_gtfs_are_drawn(read, server, shared):
    path = shared / "data/transport/gtfs_sailcoop_concarneau_glenan_2025.zip"
    server.files["/gtfs.zip"] = path.read_bytes()
    _, rows = read(server.url + "/gtfs.zip|layername=shapes_geom", "line")
    with zipfile.ZipFile(path) as archive, archive.open("shapes.txt") as file:
        points = list(csv.DictReader(io.TextIOWrapper(file, "utf-8-sig")))
    assert len(rows) == len({point["shape_id"] for point in points})
    drawn = sum(part.GetPointCount() for row in rows for part in (row["at"].GetGeometryRef(0),))
    assert drawn == len(points)


def test_only_the_member_named_leaves_an_archive_and_none_goes_elsewhere(read, server, tmp_path):
    text = "nom,lon,lat\nRennes,-1.68,48.11\n"
    server.files["/a.zip"] = zip_of(**{"../../../../evil.csv": text, "donnees/bon.csv": text, "lisez-moi.txt": "x"})
    _, rows = read(server.url + "/a.zip|member=donnees/*.csv")
    assert len(rows) == 1
    _, hostile = read(server.url + "/a.zip|member=*evil.csv")
    assert len(hostile) == 1
    assert list(tmp_path.rglob("*evil*")) == []
    assert not (tmp_path.parent / "evil.csv").exists()


def test_an_archive_of_several_files_must_be_told_which_one(read, server):
    server.files["/a.zip"] = zip_of(**{"un.csv": "lon,lat\n1,47\n", "deux.csv": "lon,lat\n1,47\n"})
    with pytest.raises(SourceError, match="several files") as refused:
        read(server.url + "/a.zip")
    assert "un.csv, deux.csv" in refused.value.hint
    with pytest.raises(SourceError, match=r"no “trois.csv”"):
        read(server.url + "/a.zip|member=trois.csv")


def test_an_archive_that_swells_beyond_its_limit_is_stopped(read, server, monkeypatch):
    from data_territoires_plugin.sources import unpack

    monkeypatch.setattr(unpack, "MOST_BYTES", 5_000_000)
    server.files["/bombe.zip"] = zip_of(**{"grand.csv": "lon,lat\n" + "1,47\n" * 2_000_000})
    with pytest.raises(SourceError, match="too large"):
        read(server.url + "/bombe.zip")


def test_an_archive_that_is_not_whole_is_refused(read, server):
    server.files["/a.zip"] = zip_of(**{"un.csv": "lon,lat\n1,47\n" * 1000})[:-30]
    with pytest.raises(SourceError, match="not whole"):
        read(server.url + "/a.zip")


@pytest.mark.parametrize(
    ("driver", "name"),
    [("ESRI Shapefile", "stations.shp"), ("GPKG", "stations.gpkg"), ("GeoJSON", "stations.geojson")],
)
def test_zipped_layers_of_a_gis_come_as_ogr_reads_them(read, server, shared, tmp_path, driver, name):
    folder = tmp_path / "made"
    folder.mkdir()
    source = shared / "data/transport/trambus_arrets_rennes.geojson"
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.VectorTranslate(str(folder / name), str(source), options=gdal.VectorTranslateOptions(format=driver))
        moved = tmp_path / "moved.gpkg"
        gdal.VectorTranslate(str(moved), str(folder / name), options=gdal.VectorTranslateOptions(dstSRS="EPSG:2154"))
        opened = gdal.OpenEx(str(moved))
        expected = sorted((each.geometry().GetX(), each.geometry().GetY()) for each in opened.GetLayer(0))
        del opened
    server.files["/a.zip"] = zip_of(**{f"dossier/{path.name}": path.read_bytes() for path in folder.iterdir()})
    _, rows = read(server.url + "/a.zip")
    assert len(rows) == len(expected)
    ours = sorted((row["at"].GetGeometryRef(0) or row["at"]).GetPoint(0)[:2] for row in rows)
    assert all(math.dist(one, other) < CENTIMETRE for one, other in zip(ours, expected, strict=True))


# ---------------------------------------------------------------- data.gouv.fr
def dataset(server, *resources):
    server.files["/api/1/datasets/60a37b7f/"] = json.dumps({"id": "60a37b7f", "resources": list(resources)}).encode()


def test_the_newest_file_of_a_data_set_is_taken(read, server, shared):
    body = (shared / "data/exemples_schemas/amenagements_cyclables_exemple-valide.geojson").read_bytes()
    server.files["/new.geojson"] = body
    common, base = {"type": "main", "format": "geojson"}, server.url
    dataset(
        server,
        {**common, "title": "france-20260501.geojson", "url": f"{server.url}/old", "last_modified": "2026-05-02T00:00"},
        {**common, "title": "france-20260601.geojson", "url": f"{base}/new.geojson", "last_modified": "2026-06-02"},
        {"title": "notice", "url": f"{server.url}/notice", "last_modified": "2026-07-02T00:00:00", "format": "pdf"},
    )
    options = {"dataset": "60a37b7f", "title": "france-*", "format": "geojson"}
    plan, rows = read(server.url + "/fallback.geojson", "line", options=options)
    assert len(rows) == len(json.loads(body)["features"])
    assert plan.edition == "2026-06-02"
    assert "france-20260601.geojson" in plan.reason


def test_the_file_of_the_catalogue_serves_where_the_data_set_does_not_answer(read, server, shared):
    body = (shared / "data/exemples_schemas/amenagements_cyclables_exemple-valide.geojson").read_bytes()
    server.files["/fallback.geojson"] = body
    plan, rows = read(server.url + "/fallback.geojson", "line", options={"dataset": "absent"})
    assert len(rows) == len(json.loads(body)["features"])
    assert "did not tell its newest file" in plan.reason


def test_a_data_set_without_a_file_of_its_own_in_the_catalogue_says_what_happened(read, server):
    options = {"dataset": "60a37b7f", "title": "france-*"}
    with pytest.raises(NetworkError, match="does not exist there"):
        read(server.url + "/datasets/60a37b7f/", "line", options=options)
    dataset(server, {"title": "autre", "url": server.url + "/autre", "format": "geojson"})
    with pytest.raises(SourceError, match="no such file any more"):
        read(server.url + "/datasets/60a37b7f/", "line", options=options)


# ---------------------------------------------------------------- stopping, and what a catalogue may say
def test_the_user_can_stop(read, server, shared):
    from qgis.core import QgsFeedback

    server.files["/donnees.csv"] = b"lon,lat\n1,47\n"
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        read(server.url + "/donnees.csv", feedback=feedback)


@pytest.mark.parametrize(
    ("layer", "options", "said"),
    [
        ("{cadastre}/x.csv", {}, "cadastre_etalab"),
        ("{dvf}/{commune}.csv", {}, "commune"),
        ("x.csv", {}, "x.csv"),
        ("{dvf}/x.zip|membre=a.csv", {}, "member"),
        ("{dvf}/x.csv", {"years": "cinq"}, "whole number"),
        ("{dvf}/x.csv", {"matrix_set": "PM"}, "matrix_set"),
    ],
)
def test_a_badly_written_entry_is_refused_when_the_catalogue_is_loaded(catalogue, layer, options, said):
    with pytest.raises(CatalogueError, match=said):
        load_catalogue(catalogue(layer, options=options))


def test_every_place_of_the_shipped_entries_is_known():
    entries = [entry for entry in load_catalogue().entries if entry.service == "file"]
    assert len(entries) >= 10
    assert all(not entry.verified for entry in entries)
    assert {entry.licence.id for entry in entries if "OpenStreetMap" in entry.producer} == {"odbl"}


# ---------------------------------------------------------------- from end to end
@pytest.fixture
def communes(shared, geopf, endpoints, tmp_path):
    """A stand-in of the WFS with the real contours of the communes."""
    path = tmp_path / "communes.gpkg"
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.VectorTranslate(
            str(path),
            str(shared / "data/admin/bretagne_admin.gpkg"),
            options=gdal.VectorTranslateOptions(
                format="GPKG",
                layerName="commune",
                geometryType="PROMOTE_TO_MULTI",
                SQLStatement="SELECT code AS cleabs, code AS code_insee, geom FROM commune_2026"
                " WHERE epci = '243500139'",
                layerCreationOptions=["GEOMETRY_NAME=geometrie"],
            ),
        )
    server = geopf({"ADMINEXPRESS-COG.LATEST:commune": (path, "commune", "cleabs", "EPSG:2154", "geometrie")})
    endpoints(geopf_wfs=server.url)
    return path


def test_a_commune_is_clipped_out_of_a_gtfs_by_the_algorithm(run, catalogue, communes, server, shared):
    shapely = pytest.importorskip("shapely")
    server.files["/gtfs.zip"] = (shared / "data/transport/gtfs_star_rennes_20120618.zip").read_bytes()
    result = run(
        "clip",
        TERRITORY="commune:35047",
        LAYERS="essai_couche",
        CATALOGUE=str(catalogue(server.url + "/gtfs.zip|member=stops.txt")),
    )
    with closing(sqlite3.connect(result["OUTPUT"])) as connection:
        ours = {stop for (stop,) in connection.execute("SELECT stop_id FROM essai_couche")}
        why, edition = connection.execute("SELECT why, edition FROM dt_recipe").fetchone()
    with gdal.ExceptionMgr(useExceptions=True):
        source = gdal.OpenEx(str(communes))
        layer = source.GetLayer(0)
        layer.SetAttributeFilter("code_insee = '35047'")
        commune = layer.GetNextFeature()
        contour = shapely.from_wkb(bytes(commune.geometry().ExportToWkb()))
        stops = gdal.OpenEx(str(shared / "data/transport/arrets_bus_bretagne.gpkg"))
        inside = {
            each["stop_id"]
            for each in stops.GetLayerByName("star_rennes_2012")
            if contour.contains(shapely.Point(each.geometry().GetX(), each.geometry().GetY()))
        }
    assert inside
    assert ours == inside
    assert result["LAYERS_DONE"] == 1
    assert "stop_lon, stop_lat" in why
    assert edition == "2026-06-01"


def test_a_drawing_asks_for_the_files_of_the_communes_that_it_meets(read, communes, server, shared):
    for commune in (RENNES, BRUZ, CESSON):
        path = f"/cadastre/latest/geojson/communes/35/{commune}/cadastre-{commune}-parcelles.json.gz"
        server.files[path] = parcels(shared, commune)
    x, y = lambert(-1.68, 48.11)  # the middle of Rennes
    square = f"POLYGON(({x} {y},{x + 200} {y},{x + 200} {y + 200},{x} {y + 200},{x} {y}))"
    plan, _ = read(PARCELS, "polygon", wkt=square)
    assert {path.split("/")[6] for path, _ in server.asked} == {RENNES}
    assert not plan.exact
    assert "those that the perimeter meets" in plan.reason


def test_a_drawing_is_refused_clearly_where_no_contour_can_be_had(read, endpoints):
    endpoints(geopf_wfs="http://127.0.0.1:9/absent")
    with pytest.raises(SourceError, match="one file per commune") as refused:
        read(PARCELS, "polygon")
    assert "Choose a territory" in refused.value.hint


def test_nothing_is_asked_for_offline(read, server, monkeypatch):
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    with pytest.raises(NetworkError, match="offline"):
        read(server.url + "/donnees.csv")
    assert server.asked == []
