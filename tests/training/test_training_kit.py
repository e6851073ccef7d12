"""The training kit: the same at each build, with the schemas of the services, and geometries that fit."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("osgeo.ogr")
shapely = pytest.importorskip("shapely")
from osgeo import gdal, ogr  # noqa: E402

gdal.UseExceptions()
PROJECT = Path(__file__).resolve().parents[2]
TRAINING = PROJECT / "resources" / "training"
KIT = TRAINING / "kit.gpkg"
INSIDE = [f"{number:05d}" for number in range(1, 7)]
KINDS = {
    "string": "TEXT",
    "integer": "INTEGER",
    "float": "REAL",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "date-time": "DATETIME",
}


class Table:
    """A table of the kit: rows and geometries."""

    def __init__(self, dataset, name):
        layer = dataset.GetLayerByName(name)
        self.kind = ogr.GeometryTypeToName(layer.GetGeomType())
        self.rows, self.geometries = [], []
        while (feature := layer.GetNextFeature()) is not None:
            shape = feature.GetGeometryRef()
            self.rows.append(feature.items())
            self.geometries.append(shapely.from_wkb(bytes(shape.ExportToIsoWkb())) if shape else None)
            del shape, feature  # they must not outlive the dataset

    def where(self, **values):
        pairs = zip(self.rows, self.geometries, strict=True)
        return [shape for row, shape in pairs if all(row[name] == value for name, value in values.items())]


@pytest.fixture(scope="module")
def table():
    dataset = gdal.OpenEx(str(KIT), gdal.OF_VECTOR)
    known = {}

    def read(name):
        if name not in known:
            known[name] = Table(dataset, name)
        return known[name]

    yield read
    dataset.Close()  # before QGIS, where another test has started it, takes GDAL down


@pytest.fixture(scope="module")
def communes(table):
    layer = table("admin_commune")
    return {row["code_insee"]: shape for row, shape in zip(layer.rows, layer.geometries, strict=True)}


def content(path):
    """Every row of every table that holds the data or describes it."""
    with sqlite3.connect(path) as base:
        names = [name for (name,) in base.execute("select table_name from gpkg_contents order by table_name")]
        names += ["gpkg_contents", "gpkg_geometry_columns", "gpkg_extensions"]
        return {name: base.execute(f'select * from "{name}"').fetchall() for name in names}


def names_of(path=KIT):
    with sqlite3.connect(path) as base:
        return [name for (name,) in base.execute("select table_name from gpkg_contents")]


def test_a_new_build_has_the_content_of_the_shipped_kit(tmp_path):
    command = [sys.executable, str(PROJECT / "tools" / "build_kit.py"), "--folder", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    built, shipped = content(tmp_path / "kit.gpkg"), content(KIT)
    assert built.keys() == shipped.keys()
    assert [name for name in built if built[name] != shipped[name]] == []
    assert (tmp_path / "cog.tsv").read_bytes() == (TRAINING / "cog.tsv").read_bytes()


def test_the_kit_weighs_at_most_six_megabytes():
    assert KIT.stat().st_size <= 6_000_000


def test_every_table_with_a_geometry_has_its_spatial_index():
    with sqlite3.connect(KIT) as base:
        spatial = {name for (name,) in base.execute("select table_name from gpkg_geometry_columns")}
        indexed = {name for (name,) in base.execute(
            "select table_name from gpkg_extensions where extension_name = 'gpkg_rtree_index'")}  # fmt: skip
        columns = {name for (name,) in base.execute("select distinct column_name from gpkg_geometry_columns")}
        systems = {code for (code,) in base.execute("select distinct srs_id from gpkg_geometry_columns")}
    assert spatial == indexed
    assert columns == {"geom"}
    assert systems == {2154}


def test_every_table_is_an_entry_of_the_catalogue_read_from_the_same_layer():
    catalogue = pytest.importorskip("data_territoires_plugin.catalogue")
    if not hasattr(catalogue, "load_catalogue"):
        pytest.skip("the catalogue is not there yet")
    entries = {entry.id: entry.layer for entry in catalogue.load_catalogue().entries}
    assert [name for name in names_of() if name not in entries] == []
    declared = dict(line.split("\t")[:2] for line in schema_lines())
    latest = {name: source for name, source in declared.items() if entries[name] != source}
    assert latest == {}


def schema_lines():
    return (PROJECT / "tools" / "kit" / "schema.tsv").read_text(encoding="utf-8").splitlines()[1:]


def columns_of(name):
    with sqlite3.connect(KIT) as base:
        rows = base.execute(f'pragma table_info("{name}")').fetchall()
    return {row[1]: row[2] for row in rows if row[1] not in ("fid", "geom")}


def test_fields_are_those_that_the_services_declared(shared):
    recorded = shared / "recorded" / "geopf-wfs"
    listed = {}
    for line in (recorded / "idg-wfs-fields-2025-01.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        typename, _, _, _, fields, _ = line.split("\t")
        listed[typename] = fields.split(",")
    compared = 0
    for line in schema_lines():
        name, source = line.split("\t")[:2]
        described = recorded / "schemas-2026-08" / Path(*source.split(":")).with_suffix(".json")
        found = columns_of(name)
        if described.is_file():
            properties = json.loads(described.read_text(encoding="utf-8"))["properties"]
            expected = {p["name"]: KINDS[p["type"]] for p in properties if "defaultCrs" not in p}
            assert found == expected, name
            compared += 1
        elif source in listed:
            assert list(found) == listed[source], name
            compared += 1
    assert compared == len(names_of())


def test_communes_share_their_borders_exactly(table, communes):
    whole = shapely.union_all(list(communes.values()))
    assert whole.area == pytest.approx(sum(shape.area for shape in communes.values()), abs=1e-3)
    assert shapely.coverage_is_valid(list(communes.values()))
    epci = table("admin_epci").where(code_siren="000000001")[0]
    assert epci.symmetric_difference(shapely.union_all([communes[code] for code in INSIDE])).area < 1e-3


@pytest.mark.parametrize("code", [*INSIDE, "00007"])
def test_the_zoning_of_a_commune_is_a_partition_of_it(table, communes, code):
    zones = table("urba_zone_urba").where(insee=code)
    assert {row["typezone"] for row in table("urba_zone_urba").rows} == {"U", "AUc", "AUs", "A", "N"}
    assert shapely.coverage_is_valid(zones)
    assert shapely.union_all(zones).symmetric_difference(communes[code]).area < 1e-3


@pytest.mark.parametrize("name", ["cadastre_feuille", "iris_contours", "cadastre_commune"])
def test_other_divisions_are_partitions_of_the_communes_too(table, communes, name):
    shapes = table(name).geometries
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).symmetric_difference(shapely.union_all(list(communes.values()))).area < 1e-3


def test_parcels_do_not_overlap_and_lie_in_their_commune(table, communes):
    layer = table("cadastre_parcelle")
    tree = shapely.STRtree(layer.geometries)
    left, right = tree.query(layer.geometries, predicate="intersects")
    shared_area = [
        layer.geometries[a].intersection(layer.geometries[b]).area for a, b in zip(left, right, strict=True) if a < b
    ]
    assert max(shared_area) < 1e-6
    stray = [row["idu"] for row, shape in zip(layer.rows, layer.geometries, strict=True)
             if shape.difference(communes[row["code_insee"]]).area > 1e-6]  # fmt: skip
    assert stray == []


def test_identifiers_are_unique_and_well_formed(table):
    parcels = [row["idu"] for row in table("cadastre_parcelle").rows]
    assert len(set(parcels)) == len(parcels)
    assert {len(idu) for idu in parcels} == {14}
    assert all(row["idu"] == f"{row['code_dep']}{row['code_com']}{row['com_abs']}{row['section']}{row['numero']}"
               for row in table("cadastre_parcelle").rows)  # fmt: skip
    addresses = table("ban_adresses").rows
    assert len({row["id"] for row in addresses}) == len(addresses)
    assert {row["cad_parcelles"] for row in addresses if row["cad_parcelles"]} <= set(parcels)
    buildings = [row["cleabs"] for row in table("bdtopo_batiment").rows]
    assert len(set(buildings)) == len(buildings)
    assert all(len(cleabs) == 24 for cleabs in buildings)


def test_crops_are_known_to_the_table_of_codes(table):
    known = {row["code"]: row["code_groupe"] for row in table("rpg_codes_cultures").rows}
    assert {known.get(row["code_cultu"]) == row["code_group"] for row in table("rpg_parcelles").rows} == {True}


def test_only_the_three_documented_bow_ties_are_invalid(table):
    invalid = Counter()
    for name in names_of():
        for shape in table(name).geometries:
            if shape is not None and not shape.is_valid:
                invalid[name] += 1
                assert "Self-intersection" in shapely.is_valid_reason(shape)
    assert invalid == {"bdtopo_zone_de_vegetation": 3}


def test_two_vegetation_slivers_and_two_overhanging_fields_are_there(table, communes):
    thin = [shape for shape in table("bdtopo_zone_de_vegetation").geometries if shape.is_valid and shape.area < 50]
    assert len(thin) == 2
    epci = shapely.union_all([communes[code] for code in INSIDE])
    overhanging = [shape.intersection(epci).area for shape in table("rpg_parcelles").geometries if shape.overlaps(epci)]
    assert sum(0 < area < 60 for area in overhanging) == 2


@pytest.mark.parametrize(
    "name",
    ["bdtopo_batiment", "bdtopo_troncon_de_route", "bdtopo_zone_de_vegetation", "rpg_parcelles", "bdtopo_cours_d_eau"],
)
def test_features_lie_inside_across_and_outside_the_epci(table, communes, name):
    epci = shapely.union_all([communes[code] for code in INSIDE])
    valid = [shape for shape in table(name).geometries if shape.is_valid]
    crossing = [shape for shape in valid if shape.intersects(epci) and shape.intersects(communes["00007"])
                and not epci.contains(shape) and not communes["00007"].contains(shape)]  # fmt: skip
    assert sum(epci.contains(shape) for shape in valid) > 0
    assert len(crossing) >= 3
    assert sum(shape.disjoint(epci) for shape in valid) > 0


def test_coordinates_are_round_and_three_dimensional_where_bd_topo_is(table):
    assert table("bdtopo_batiment").kind == "3D Multi Polygon"
    assert table("bdtopo_troncon_de_route").kind == "3D Multi Line String"
    assert table("cadastre_parcelle").kind == "Multi Polygon"
    xyz = shapely.get_coordinates(table("bdtopo_batiment").geometries, include_z=True)
    assert abs(xyz * 10 - (xyz * 10).round()).max() < 1e-4


def test_names_and_codes_exist_nowhere_in_the_real_cog():
    real = [
        line.split("\t")
        for line in (PROJECT / "resources" / "cog" / "cog_2026.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    ours = [line.split("\t") for line in (TRAINING / "cog.tsv").read_text(encoding="utf-8").splitlines()]
    assert ours[0] == [
        "kind",
        "code",
        "name",
        "search",
        "postcodes",
        "departements",
        "regions",
        "epci",
        "parent",
        "population",
    ]
    assert {(row[0], row[1]) for row in ours} & {(row[0], row[1]) for row in real} == set()
    assert {row[2].casefold() for row in ours} & {row[2].casefold() for row in real} == set()
    codes = {row[1]: row for row in ours}
    assert codes["000000001"][0] == "epci"
    assert [row[1] for row in ours if row[0] == "commune" and row[7] == "000000001"] == INSIDE


def test_nothing_lies_on_the_land_of_a_real_commune(shared, table):
    admin = gdal.OpenEx(str(shared / "data" / "admin" / "bretagne_admin.gpkg"), gdal.OF_VECTOR)
    real = Table(admin, "commune_2026").geometries
    admin.Close()
    ours = [shape for name in names_of() for shape in table(name).geometries if shape is not None]
    west, south, east, north = shapely.total_bounds(ours)
    assert 60_000 <= west < east <= 84_000
    assert 6_600_000 <= south < north <= 6_624_000
    assert len(real) > 1000
    assert shapely.STRtree(real).query(shapely.box(west, south, east, north), predicate="intersects").size == 0
