"""The tabular API: the rows of a territory, compared with those of the file itself; and rows drawn by their commune."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing

import pytest
from osgeo import gdal, ogr

from data_territoires_plugin.catalogue import CutMode, Entry, GeometryKind, Licence
from tests.standins.datagouv import Dataset, File

pytestmark = pytest.mark.usefixtures("qgis_app")

RESOURCE = "eb76d20a-8501-400e-b336-d85724de5435"
RENNES, BRUZ, ABROAD = "35238", "35047", "75056"
WIDE = "POLYGON((0 5900000,1400000 5900000,1400000 7300000,0 7300000,0 5900000))"


@pytest.fixture(autouse=True)
def _world(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE", raising=False)


@pytest.fixture
def table(tmp_path):
    """A file of 2 000 rows, 260 of Rennes, 7 of Bruz, with the places of some of them."""
    path = tmp_path / "bornes.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        places = ["consolidated_longitude", "consolidated_latitude"]
        writer.writerow(["id_pdc", "nom", "code_insee_commune", *places, "puissance"])
        for at in range(2000):
            code = RENNES if at < 260 else BRUZ if at < 267 else ABROAD
            writer.writerow([f"P{at:05d}", f"Borne é {at}", code, -1.68 + at / 1e5, 48.11, 22.5 if at % 2 else ""])
    return path


@pytest.fixture
def served(catalogues, endpoints, table):
    """`served()`: data.gouv.fr with the file, and the tabular API with its rows; gives both."""

    def start(path=None):
        parsed, path = path is None, path or table
        file = File(RESOURCE, "bornes.csv", "csv", str(path), size=156_000_000)
        datagouv = catalogues("datagouv", [Dataset("5448d3e0c751df01f85d0572", "IRVE", (file,))])
        known = {RESOURCE: (str(path), {"code_insee_commune": "code_commune_insee"})}
        api = catalogues("tabular", known if parsed else {})
        endpoints(datagouv=datagouv.url, datagouv_tabular=api.url)
        return datagouv, api

    return start


@pytest.fixture
def read(tmp_path):
    """`read(url, codes=…)`: the plan, and the rows of its batches."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

    from data_territoires_plugin.network import Pool
    from data_territoires_plugin.sources import Area, Stage, source_of

    def reading(datagouv, codes=None, wkt=WIDE, megabytes=156.0):
        entry = Entry(
            id="datagouv__essai", title="Essai", abstract="", theme="voies", producer="Essai",
            service="datagouv_tabular", layer=f"{datagouv.root()}/fr/datasets/r/{RESOURCE}",
            geometry=GeometryKind.ANY, licence=Licence("lov2", "", ""), attribution="", cut=CutMode.WHOLE,
            cut_reason="", options={"resource": RESOURCE}, megabytes=megabytes,
        )  # fmt: skip
        shape = QgsGeometry.fromWkt(wkt)
        area = Area(shape, QgsCoordinateReferenceSystem("EPSG:2154"), codes or {})
        with Pool(4) as pool:
            source, entry = source_of(entry, pool, training=False)
            plan = source.plan(entry, area, QgsFeedback())
            stage = Stage(tmp_path / "stage", dict(plan.detail))
            batches = list(source.fetch(entry, area, plan, stage, QgsFeedback()))
        return plan, [row for batch in batches for row in rows_of(batch)]

    return reading


def rows_of(batch):
    with closing(sqlite3.connect(f"file:{batch.path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{batch.table}"')]


def files_asked(datagouv):
    return [each for each in datagouv.log() if each.path.startswith("/static/")]


def test_the_rows_of_a_territory_are_asked_and_not_the_file(served, read, table):
    datagouv, api = served()
    plan, rows = read(datagouv, {"commune": (RENNES, BRUZ)})
    with table.open(encoding="utf-8") as file:
        wanted = [row for row in csv.DictReader(file) if row["code_insee_commune"] in (RENNES, BRUZ)]
    assert len(rows) == len(wanted) == plan.announced == 267
    assert {row["nom"] for row in rows} == {row["nom"] for row in wanted}
    assert sum(row["puissance"] is None for row in rows) == sum(not row["puissance"] for row in wanted)
    assert not files_asked(datagouv)
    assert plan.exact
    assert len([each for each in api.log() if each.path.endswith("/data/")]) == 6


def test_the_file_is_read_where_the_site_has_not_parsed_the_table(served, read, catalogues, endpoints):
    datagouv, _ = served()
    endpoints(datagouv_tabular=catalogues("tabular", {}).url)
    plan, rows = read(datagouv, {"commune": (RENNES,)})
    assert len(rows) == 2000
    assert len(files_asked(datagouv)) == 1
    assert "did not give the rows" in plan.reason


def test_the_file_is_read_where_a_page_comes_short(served, read):
    datagouv, api = served()
    api.fault("short", times=-1)
    plan, rows = read(datagouv, {"commune": (RENNES,)})
    assert len(rows) == 2000
    assert "received" in plan.reason


@pytest.mark.parametrize(
    ("codes", "megabytes", "said"),
    [
        ({}, 156.0, "no territory"),
        ({"commune": (ABROAD,)}, 156.0, "large part"),
        ({"commune": ("29019",)}, 156.0, "no row bears"),
        ({"commune": (RENNES,)}, 0.4, "small"),
    ],
)
def test_the_file_is_read_where_the_api_gains_nothing(served, read, codes, megabytes, said):
    datagouv, _ = served()
    plan, rows = read(datagouv, codes, megabytes=megabytes)
    assert said in plan.reason
    assert len(rows) == 2000
    assert files_asked(datagouv)


def test_a_table_without_coordinates_gets_the_contours_of_its_communes(
    served, read, shared, geopf, endpoints, tmp_path
):
    communes = tmp_path / "communes.gpkg"
    with gdal.ExceptionMgr(useExceptions=True):
        statement = (
            "SELECT geom, 'COMMUNE_' || code_insee AS cleabs, nom AS nom_officiel, code_insee FROM communes_et_emprise"
            " WHERE code_insee IS NOT NULL"
        )
        source = str(shared / "data/admin/rennes_metropole_communes.gpkg")
        options = gdal.VectorTranslateOptions(
            format="GPKG", dstSRS="EPSG:2154", SQLStatement=statement, layerName="commune", geometryType="MULTIPOLYGON",
            layerCreationOptions=["GEOMETRY_NAME=geometrie"],
        )  # fmt: skip
        made = gdal.VectorTranslate(str(communes), source, options=options)
        del made
    dataset = ogr.Open(str(communes))
    known = {f["code_insee"]: f.GetGeometryRef().Area() for f in dataset.GetLayer(0)}
    path = tmp_path / "elus.csv"
    lines = [f"{code};maire {code}" for code in (RENNES, BRUZ, BRUZ, ABROAD, "", "99999")]
    path.write_text("\n".join(["Code de la commune (INSEE);élu", *lines]), encoding="latin-1")
    datagouv, _ = served(path)
    wfs = geopf({"ADMINEXPRESS-COG.LATEST:commune": (communes, "commune", "cleabs", "EPSG:2154", "geometrie")})
    endpoints(geopf_wfs=wfs.url)
    plan, rows = read(datagouv, {"commune": (RENNES, BRUZ)}, megabytes=0.1)
    assert "contours of the communes" in plan.reason
    drawn = [row for row in rows if row["geom"] is not None]
    assert sorted(row["Code de la commune (INSEE)"] for row in drawn) == [BRUZ, BRUZ, RENNES]
    # Nothing is dropped without a count: a row of no commune comes without geometry; one of another is not asked for.
    assert len(rows) == 5
    for row in drawn:
        area = ogr.CreateGeometryFromWkb(row["geom"][8 + (0, 32)[row["geom"][3] >> 1 & 1] :]).Area()
        assert area == pytest.approx(known[row["Code de la commune (INSEE)"]], rel=1e-6)
