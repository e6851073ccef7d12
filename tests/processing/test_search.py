"""From words to a GeoPackage: search, then clip what was found, on real files, counted again by OGR."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from typing import Any

import pytest
from osgeo import gdal, ogr, osr

from tests.accounts import account
from tests.clip.files import perimeter_file, read_gpkg
from tests.standins.datagouv import Dataset, File

pytestmark = pytest.mark.usefixtures("qgis_app")

IRVE_SCHEMA = "etalab/schema-irve-statique"
BNLC_SCHEMA = "etalab/schema-lieux-covoiturage"


@pytest.fixture
def land(shared, tmp_path):
    """Brittany, as a polygon in Lambert-93, and the same for OGR."""
    path = tmp_path / "bretagne.gpkg"
    source = f"/vsigzip/{shared}/data/admin/departements_bretagne_2021_region-bretagne.geojson.gz"
    with gdal.ExceptionMgr(useExceptions=True):
        made = gdal.VectorTranslate(str(path), source, format="GPKG", dstSRS="EPSG:2154", layerName="bretagne")
        del made
    dataset = ogr.Open(str(path))
    shape = ogr.Geometry(ogr.wkbMultiPolygon)
    for feature in dataset.GetLayer(0):
        shape = shape.Union(feature.GetGeometryRef().SimplifyPreserveTopology(200))
    del dataset
    with gdal.ExceptionMgr(useExceptions=True):
        path.unlink()
        made = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(2154)
        layer = made.CreateLayer("bretagne", reference, ogr.wkbUnknown)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(shape)
        layer.CreateFeature(feature)
        del feature, layer, made
    return f"{path}|layername=bretagne", shape


def inside(points, shape):
    """How many (lon, lat) lie in a shape in Lambert-93, by OGR."""
    from_, to = osr.SpatialReference(), osr.SpatialReference()
    from_.ImportFromEPSG(4326)
    to.ImportFromEPSG(2154)
    for each in (from_, to):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    move = osr.CoordinateTransformation(from_, to)
    prepared, count = shape.CreatePreparedGeometry(), 0
    for lon, lat in points:
        x, y, _ = move.TransformPoint(float(lon), float(lat))
        count += prepared.Intersects(ogr.CreateGeometryFromWkt(f"POINT({x} {y})"))
    return count


def sea(folder):
    """The bay of Concarneau, as a polygon in Lambert-93."""
    return perimeter_file(
        folder / "sea.gpkg",
        "MULTIPOLYGON(((150000 6740000,220000 6740000,220000 6790000,150000 6790000,150000 6740000)))",
    )


def stops_of(path):
    with zipfile.ZipFile(path) as archive:
        text = archive.read("stops.txt").decode("utf-8-sig")
    return [(row["stop_lon"].strip(), row["stop_lat"].strip()) for row in csv.DictReader(io.StringIO(text))]


def rows_of(path, layer=None):
    dataset = ogr.Open(str(path))
    found = dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0)
    return [feature.items() for feature in found]


def recipe_of(path):
    with closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        return [dict(row) for row in base.execute("SELECT * FROM dt_recipe")]


@pytest.fixture
def real(shared, tmp_path):
    """The files that the stand-in publishes: real data, rewritten as producers write them."""
    stops = list(csv.DictReader((shared / "data/transport/gtfs_bibus_brest_stops_2022.csv").open(encoding="utf-8")))
    latin = tmp_path / "arrets_brest.csv"
    with latin.open("w", encoding="latin-1", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Libellé", "c_long_coor1", "c_lat_coor1"])
        for row in stops:
            writer.writerow([row["stop_name"], row["stop_lon"].replace(".", ","), row["stop_lat"].replace(".", ",")])
    shapes = tmp_path / "communes.zip"
    with gdal.ExceptionMgr(useExceptions=True):
        source = f"{shared}/data/admin/rennes_metropole_communes.gpkg"
        folder = tmp_path / "shp"
        folder.mkdir()
        made = gdal.VectorTranslate(
            str(folder / "communes.shp"), source, layers=["communes_et_emprise"], dstSRS="EPSG:2154",
            layerCreationOptions=["ENCODING=UTF-8"],
        )  # fmt: skip
        del made
    with zipfile.ZipFile(shapes, "w") as archive:
        for part in sorted(folder.iterdir()):
            archive.write(part, f"limites/{part.name}")
        archive.writestr("notice.pdf", b"%PDF-1.4")
    irve = tmp_path / "irve.csv"
    with irve.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id_pdc_itinerance", "coordonneesXY", "code_insee_commune", "date_maj"])
        for at, row in enumerate(stops[:300]):
            writer.writerow([f"FRBRSE{at:05d}", f"[{row['stop_lon']},{row['stop_lat']}]", "29019", "2026-05-01"])
    return {"stops": stops, "latin": latin, "shapes": shapes, "irve": irve}


@pytest.fixture
def country(catalogues, endpoints, shared, real):
    """data.gouv.fr, transport.data.gouv.fr and the schemas, on the real files."""
    gtfs = shared / "data/transport/gtfs_star_rennes_20120618.zip"
    boat = shared / "data/transport/gtfs_sailcoop_concarneau_glenan_2025.zip"
    datasets = [
        Dataset(
            "a" * 24,
            "Réseau urbain STAR : horaires théoriques",
            (
                File("11111111-0000-4000-8000-000000000001", "GTFS été 2012", "gtfs", str(gtfs)),
                File("11111111-0000-4000-8000-000000000002", "Plan du réseau", "pdf", url="https://star.fr/plan.pdf"),
            ),
            licence="odc-odbl",
            zones=("fr:epci:243500139",),
        ),
        Dataset(
            "b" * 24,
            "Arrêts de bus de Brest",
            (File("22222222-0000-4000-8000-000000000001", "arrets_brest.csv", "csv", str(real["latin"])),),
            organization="Brest métropole",
            zones=("fr:epci:242900314",),
        ),
        Dataset(
            "c" * 24,
            "Communes de la métropole",
            (File("33333333-0000-4000-8000-000000000001", "Contours", "shp", str(real["shapes"])),),
        ),
        Dataset(
            "d" * 24,
            "Bornes de recharge de Brest",
            (File("44444444-0000-4000-8000-000000000001", "irve", "csv", str(real["irve"]), schema=IRVE_SCHEMA),),
        ),
    ]
    datagouv = catalogues("datagouv", datasets)
    transport = catalogues(
        "transport",
        [
            {
                "datagouv_id": "e" * 24, "id": "e" * 24, "title": "Bateau des Glénan", "type": "public-transit",
                "licence": "lov2", "publisher": {"name": "Sailcoop"}, "updated": "2025-09-25T00:00:00Z",
                "page_url": "https://transport.data.gouv.fr/datasets/glenan", "covered_area": [],
                "resources": [
                    {"id": 81234, "title": "latest.zip", "format": "GTFS", "is_available": True, "path": str(boat),
                     "updated": "2025-09-25T00:00:00Z"},
                ],
            },
        ],
    )  # fmt: skip
    bnlc = bnlc_of(shared, real)
    layered = catalogues("transport", [], layers={"bnlc": str(bnlc)})
    schemas = catalogues("schema_datagouv", [{"name": IRVE_SCHEMA, "title": "IRVE statique"}])
    endpoints(
        datagouv=datagouv.url, transport=transport.url, schema_datagouv=schemas.url, datagouv_tabular=datagouv.url
    )
    return {"datagouv": datagouv, "transport": transport, "layers": layered, "schemas": schemas, "endpoints": endpoints}


def bnlc_of(shared, real):
    """The national layer of car pooling places: the example of the schema, and places at real stops."""
    with (shared / "data/exemples_schemas/lieux_covoiturage_exemple-valide.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    points = [(row["Xlong"], row["Ylat"], row["nom_lieu"]) for row in rows]
    points += [(row["stop_lon"], row["stop_lat"], row["stop_name"]) for row in real["stops"][:40]]
    path = real["latin"].parent / "bnlc.geojson"
    features = [
        {"type": "Feature", "properties": {"nom_lieu": name},
         "geometry": {"type": "Point", "coordinates": [float(lon), float(lat)]}}
        for lon, lat, name in points
    ]  # fmt: skip
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def found_by(run, **parameters: Any):
    result = run("search", OUTPUT=str(parameters.pop("table")), **parameters)
    return result, rows_of(result["OUTPUT"])


def test_a_gtfs_is_found_and_its_stops_are_clipped(run, country, shared, land, tmp_path):
    result, rows = found_by(run, table=tmp_path / "t.gpkg", QUERY="reseau star", SOURCE="datagouv")
    assert result["DATASETS"] == 1
    stops = next(row for row in rows if row["id"] and not row["id"].endswith("-lignes"))
    assert stops["licence"].startswith("Open Database License")
    output = tmp_path / "star.gpkg"
    clipped = run("clip", PERIMETER=land[0], LAYERS=stops["id"], OUTPUT=str(output))
    expected = inside(stops_of(shared / "data/transport/gtfs_star_rennes_20120618.zip"), land[1])
    assert clipped["FEATURES"] == expected > 1000
    (line,) = recipe_of(output)
    assert line["written"] == expected
    assert line["licence"].startswith("Open Database License")
    assert line["edition"] == "2026-09-15"
    assert "Ville de Rennes" in line["attribution"]


def test_a_latin_1_csv_whose_columns_are_odd_keeps_its_accents(run, country, real, land, tmp_path):
    _, rows = found_by(run, table=tmp_path / "t.gpkg", QUERY="arrets brest", SOURCE="datagouv")
    output = tmp_path / "brest.gpkg"
    clipped = run("clip", PERIMETER=land[0], LAYERS=rows[0]["id"], OUTPUT=str(output))
    assert clipped["FEATURES"] == inside([(row["stop_lon"], row["stop_lat"]) for row in real["stops"]], land[1]) > 900
    names = {row["Libellé"] for row in rows_of(output)}
    assert names <= {row["stop_name"] for row in real["stops"]}
    assert any("é" in name for name in names)


def test_a_zipped_shapefile_in_a_folder_is_read(run, country, shared, land, tmp_path):
    _, rows = found_by(run, table=tmp_path / "t.gpkg", QUERY="communes métropole", SOURCE="datagouv")
    output = tmp_path / "communes.gpkg"
    clipped = run("clip", PERIMETER=land[0], LAYERS=rows[0]["id"], OUTPUT=str(output))
    assert clipped["FEATURES"] == 43
    ours = {row["code_insee"] for row in rows_of(output)}
    theirs = {row["code_insee"] for row in rows_of(shared / "data/admin/rennes_metropole_communes.gpkg")}
    assert ours == theirs


def test_charging_stations_are_found_by_their_schema(run, country, real, land, tmp_path):
    result, rows = found_by(run, table=tmp_path / "t.gpkg", SCHEMA=IRVE_SCHEMA, SOURCE="schema")
    assert [row["source"] for row in rows] == ["schema"]
    assert rows[0]["schema"] == IRVE_SCHEMA
    output = tmp_path / "irve.gpkg"
    clipped = run("clip", PERIMETER=land[0], LAYERS=rows[0]["id"], OUTPUT=str(output))
    points = [(row["stop_lon"], row["stop_lat"]) for row in real["stops"][:300]]
    assert clipped["FEATURES"] == inside(points, land[1]) > 250
    assert result["COUNT"] == 1


def test_a_boat_line_and_its_piers_come_from_transport(run, country, shared, land, tmp_path):
    _, rows = found_by(run, table=tmp_path / "t.gpkg", QUERY="glenan", SOURCE="transport")
    assert [row["id"] for row in rows] == ["transport:81234", "transport:81234-lignes"]
    output = tmp_path / "boat.gpkg"
    run("clip", PERIMETER=sea(tmp_path), LAYERS=",".join(row["id"] for row in rows), OUTPUT=str(output))
    assert len(rows_of(output, "transport__81234")) == 3
    made = ogr.Open(str(output))
    lines = made.GetLayerByName("transport__81234-lignes")
    gtfs = gdal.OpenEx(f"GTFS:{shared}/data/transport/gtfs_sailcoop_concarneau_glenan_2025.zip")
    assert lines.GetFeatureCount() == gtfs.GetLayerByName("shapes_geom").GetFeatureCount() > 0
    assert ogr.GT_Flatten(lines.GetGeomType()) == ogr.wkbMultiLineString


def test_car_pooling_places_come_from_the_national_layer(run, country, real, land, tmp_path):
    country["endpoints"](transport=country["layers"].url)
    _, rows = found_by(run, table=tmp_path / "t.gpkg", QUERY="covoiturage", SOURCE="transport")
    output = tmp_path / "bnlc.gpkg"
    clipped = run("clip", PERIMETER=land[0], LAYERS=rows[0]["id"], OUTPUT=str(output))
    points = [(row["stop_lon"], row["stop_lat"]) for row in real["stops"][:40]]
    assert clipped["FEATURES"] == inside(points, land[1])
    assert recipe_of(output)[0]["licence"] == "Licence Ouverte 2.0"


@pytest.fixture
def communes(shared, geopf, country, tmp_path):
    """The contours of Rennes Métropole and its communes, by a stand-in of the WFS of the Géoplateforme."""
    path = tmp_path / "communes.gpkg"
    with gdal.ExceptionMgr(useExceptions=True):
        options = gdal.VectorTranslateOptions(
            format="GPKG", layerName="commune", geometryType="PROMOTE_TO_MULTI",
            SQLStatement="SELECT code AS cleabs, code AS code_insee, geom FROM commune_2026 WHERE epci = '243500139'",
            layerCreationOptions=["GEOMETRY_NAME=geometrie"],
        )  # fmt: skip
        made = gdal.VectorTranslate(str(path), str(shared / "data/admin/bretagne_admin.gpkg"), options=options)
        del made
    server = geopf({"ADMINEXPRESS-COG.LATEST:commune": (path, "commune", "cleabs", "EPSG:2154", "geometrie")})
    country["endpoints"](geopf_wfs=server.url)
    return path


def test_a_large_table_is_asked_by_the_codes_of_the_territory(run, country, communes, real, catalogues, tmp_path):
    table = tmp_path / "bornes.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "code_insee_commune", "lon", "lat"])
        for at in range(3000):
            writer.writerow([at, "35238" if at < 120 else "29019", -1.68 if at < 120 else -4.49, 48.11 + at / 1e6])
    resource = "77777777-0000-4000-8000-000000000001"
    large = Dataset("7" * 24, "Grande table", (File(resource, "bornes", "csv", str(table), size=156_000_000),))
    site = catalogues("datagouv", [large])
    api = catalogues("tabular", {resource: (str(table), {"code_insee_commune": "code_commune_insee"})})
    country["endpoints"](datagouv=site.url, datagouv_tabular=api.url)
    output = tmp_path / "bornes.gpkg"
    clipped = run("clip", TERRITORY="commune:35238", LAYERS=f"datagouv:{resource}", OUTPUT=str(output))
    assert clipped["FEATURES"] == 120
    (line,) = recipe_of(output)
    assert "tabular API" in line["why"]
    assert line["announced"] == 120
    assert not [each for each in site.log() if each.path.startswith("/static/")]


def test_vacant_housing_is_drawn_by_the_contours_of_the_communes(run, country, communes, catalogues, tmp_path):
    from data_territoires_plugin.catalogue import load_catalogue

    resource = load_catalogue().entry("foncier_logements_vacants").options["resource"]
    table = tmp_path / "lovac.csv"
    header = ("CODGEO_25", "LIBGEO_25", "pp_vacant_25")
    rows = [("35238", "Rennes", "7000"), ("35047", "Bruz", "s"), *((f"29{at:03d}", "Loin", "12") for at in range(9))]
    table.write_text("\n".join([";".join(row) for row in (header, *rows)]), encoding="utf-8")
    site = catalogues("datagouv", [Dataset("8" * 24, "LOVAC", (File(resource, "lovac", "csv", str(table)),))])
    api = catalogues("tabular", {resource: (str(table), {})})
    country["endpoints"](datagouv=site.url, datagouv_site=site.root(), datagouv_tabular=api.url)
    output = tmp_path / "lovac.gpkg"
    result = run(
        "clip", TERRITORY="commune:35238,commune:35047", LAYERS="foncier_logements_vacants", OUTPUT=str(output)
    )
    assert (result["LAYERS_DONE"], result["FEATURES"]) == (1, 2)
    found = {row.values["CODGEO_25"]: row for row in read_gpkg(output, "foncier_logements_vacants")}
    assert {code: str(row.values["pp_vacant_25"]) for code, row in found.items()} == {"35238": "7000", "35047": "s"}
    theirs = {row.values["code_insee"]: row.geometry for row in read_gpkg(communes, "commune")}
    for code, row in found.items():  # the service gives its contours in degrees
        assert row.geometry.symmetric_difference(theirs[code]).area < 1e-6 * theirs[code].area
    (line,) = recipe_of(output)
    assert "contours of the communes" in line["why"]
    assert "LOVAC" in line["attribution"]


def test_layers_of_the_catalogue_and_of_a_search_come_together(run, country, communes, tmp_path):
    output = tmp_path / "both.gpkg"
    layers = "admin_commune,datagouv:33333333-0000-4000-8000-000000000001"
    clipped = run("clip", TERRITORY="commune:35238", LAYERS=layers, OUTPUT=str(output))
    assert clipped["LAYERS_DONE"] == 2
    assert {line["entry"] for line in recipe_of(output)} == {
        "admin_commune",
        "datagouv__33333333-0000-4000-8000-000000000001",
    }


# ---------------------------------------------------------------- what does not go well
def test_a_catalogue_that_fails_is_said_and_does_not_stop_the_others(run, country, tmp_path):
    country["transport"].fault("status", times=-1, status=500)
    result, rows = found_by(run, table=tmp_path / "t.gpkg", QUERY="star", SOURCE="datagouv,transport,catalogue")
    assert result["FAILED"] == 1
    assert "transport.data.gouv.fr:" in run.log
    assert {row["source"] for row in rows} >= {"datagouv"}


def test_a_search_that_nobody_answers_fails(run, country, tmp_path):
    from qgis.core import QgsProcessingException

    country["datagouv"].fault("status", times=-1, status=500)
    with pytest.raises(QgsProcessingException):
        run("search", QUERY="star", SOURCE="datagouv", OUTPUT=str(tmp_path / "t.gpkg"))


def test_the_last_good_answers_serve_offline_and_are_said_to_be_so(run, country, tmp_path, monkeypatch):
    _, online = found_by(run, table=tmp_path / "online.gpkg", QUERY="star", SOURCE="datagouv,transport")
    asked = len(country["datagouv"].log())
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    result, offline = found_by(run, table=tmp_path / "offline.gpkg", QUERY="star", SOURCE="datagouv,transport")
    assert offline == online
    assert "these are its answers of" in run.log
    assert len(country["datagouv"].log()) == asked
    assert result["FAILED"] == 0


def test_a_search_never_made_can_not_be_answered_offline(run, country, tmp_path, monkeypatch):
    from qgis.core import QgsProcessingException

    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    with pytest.raises(QgsProcessingException, match="never made online"):
        run("search", QUERY="star", SOURCE="datagouv", OUTPUT=str(tmp_path / "t.gpkg"))


def test_what_can_not_be_clipped_says_why(run, country, tmp_path, catalogues):
    plan = File("55555555-0000-4000-8000-000000000001", "Plan", "pdf", url="https://example.org/plan.pdf")
    gone = File(
        "55555555-0000-4000-8000-000000000002", "Zones", "geojson", url="https://example.org/z", available=False
    )
    server = catalogues("datagouv", [Dataset("1" * 24, "Un plan", (plan,)), Dataset("2" * 24, "Un mort", (gone,))])
    country["endpoints"](datagouv=server.url)
    _, rows = found_by(run, table=tmp_path / "t.gpkg", QUERY="un", SOURCE="datagouv")
    assert [row["id"] for row in rows] == [None, None] or [row["id"] for row in rows] == ["", ""]
    assert "a document" in rows[0]["unreadable"]
    assert "did not answer" in rows[1]["unreadable"]


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"SOURCE": "datagov", "QUERY": "x"}, "datagouv"),
        ({"SOURCE": "datagouv"}, "Nothing is looked for"),
        ({"SOURCE": "datagouv", "TERRITORY": "epci:1"}, "1"),
    ],
)
def test_a_search_that_makes_no_sense_is_refused_before_anything_is_sent(run, country, tmp_path, parameters, said):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=said):
        run("search", OUTPUT=str(tmp_path / "t.gpkg"), **parameters)
    assert not country["datagouv"].log()


@pytest.mark.parametrize(
    ("layers", "said"),
    [("datagov:1234", "no catalogue is called"), ("datagouv:", "does not say which layer")],
)
def test_a_layer_that_no_catalogue_can_know_is_refused_at_once(run, country, land, tmp_path, layers, said):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=said):
        run("clip", PERIMETER=land[0], LAYERS=layers, OUTPUT=str(tmp_path / "a.gpkg"))
    assert not country["datagouv"].log()


def test_a_layer_that_is_no_more_fails_alone(run, country, land, tmp_path):
    layers = "datagouv:99999999-0000-4000-8000-000000000001,datagouv:33333333-0000-4000-8000-000000000001"
    clipped = run("clip", PERIMETER=land[0], LAYERS=layers, OUTPUT=str(tmp_path / "a.gpkg"))
    assert (clipped["LAYERS_DONE"], clipped["LAYERS_FAILED"]) == (1, 1)
    assert "has no resource" in run.log


def test_a_layer_found_by_a_search_is_refreshed_by_its_recipe(run, country, real, land, tmp_path):
    output = tmp_path / "irve.gpkg"
    run("clip", PERIMETER=land[0], LAYERS="datagouv:44444444-0000-4000-8000-000000000001", OUTPUT=str(output))
    lines = real["irve"].read_text(encoding="utf-8").splitlines(keepends=True)
    real["irve"].write_text("".join(lines[:-10]), encoding="utf-8")
    result = run("refresh", INPUT=str(output), OUTPUT=str(output), THOROUGH=True)
    assert result["LAYERS_FAILED"] == 0
    assert result["REMOVED"] == 10


# ---------------------------------------------------------------- restricted data
@pytest.fixture
def agent(qgis_app):
    """The key of an agent, in QGIS's authentication manager."""
    with account("APIHeader", **{"X-API-KEY": "cle-de-l-agent"}) as authcfg:
        yield authcfg


@pytest.fixture
def reserved(catalogues, country, real):
    file = File("66666666-0000-4000-8000-000000000001", "Contours", "shp", str(real["shapes"]))
    away = File("66666666-0000-4000-8000-000000000002", "Ailleurs", "geojson", url="https://example.org/a.geojson")
    dataset = Dataset("6" * 24, "Données réservées", (file, away), access_type="restricted", reason="secret fiscal")
    server = catalogues("datagouv", [dataset], key="cle-de-l-agent")
    country["endpoints"](datagouv=server.url)
    return server


def test_restricted_data_is_shown_as_such_and_not_fetched_without_a_key(run, reserved, land, tmp_path):
    from qgis.core import QgsProcessingException

    _, rows = found_by(run, table=tmp_path / "t.gpkg", QUERY="reservees", SOURCE="datagouv")
    assert "secret fiscal" in rows[0]["restricted"]
    with pytest.raises(QgsProcessingException, match="not open data"):
        run("clip", PERIMETER=land[0], LAYERS=rows[0]["id"], OUTPUT=str(tmp_path / "a.gpkg"))
    assert not [each for each in reserved.log() if "/static/" in each.path or "/datasets/r/" in each.path]


def test_restricted_data_is_fetched_with_the_agents_key_and_said_to_be_so(
    run, reserved, agent, land, tmp_path, monkeypatch
):
    monkeypatch.setenv("DATA_TERRITOIRES_DATAGOUV_AUTHCFG", agent)
    output = tmp_path / "a.gpkg"
    clipped = run("clip", PERIMETER=land[0], LAYERS="datagouv:66666666-0000-4000-8000-000000000001", OUTPUT=str(output))
    assert clipped["FEATURES"] == 43
    assert "don't republish" in run.log
    assert recipe_of(output)[0]["licence"].startswith("Restricted access")
    with_key = [each.path for each in reserved.log() if each.headers.get("x-api-key")]
    assert with_key
    assert not [path for path in with_key if path.startswith("/api/")]


def test_an_agents_key_never_goes_to_another_site(run, reserved, agent, land, tmp_path, monkeypatch):
    from qgis.core import QgsProcessingException

    monkeypatch.setenv("DATA_TERRITOIRES_DATAGOUV_AUTHCFG", agent)
    with pytest.raises(QgsProcessingException, match=r"not sent to example\.org"):
        run(
            "clip", PERIMETER=land[0], LAYERS="datagouv:66666666-0000-4000-8000-000000000002",
            OUTPUT=str(tmp_path / "a.gpkg"),
        )  # fmt: skip
