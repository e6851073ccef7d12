"""`dataterritoires:map`: local layers brought to a standard, no row and no value lost, the result checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

from tests.standards.checking import geopackage, layer

__all__ = ["geopackage", "layer"]

OWN = [
    {
        "IDENT": "AC-01",
        "LIBELLE": "Les Landes",
        "COMMUNE": "Redon",
        "CODE_INSEE": "35236",
        "NATURE": "aire",
        "ETAT": "en service",
        "NB_PLACES": "12",
        "DATE_MAJ": "24/06/2019",
    },
    {
        "IDENT": "AC-02",
        "LIBELLE": "Le Pont",
        "COMMUNE": "Bruz",
        "CODE_INSEE": "35047",
        "NATURE": "P+R",
        "ETAT": "projet",
        "NB_PLACES": "quarante",
        "DATE_MAJ": "01/02/2024",
    },
    {
        "IDENT": "AC-03",
        "LIBELLE": "La Gare",
        "COMMUNE": "Rennes",
        "CODE_INSEE": "35238",
        "NATURE": "gare",
        "ETAT": "en service",
        "NB_PLACES": None,
        "DATE_MAJ": "2024-03-04",
    },
]
PLACES = ["POINT(316123 6741456)", "POINT(348500 6780500)", "POINT(351500 6789500)"]


@pytest.fixture
def own(geopackage):
    return geopackage(OWN, shapes=PLACES, kind="Point")


def rows_of(path, table=""):
    """The rows, by GDAL: values as text, geometry as (x, y)."""
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    read = source.GetLayer(table) if table else source.GetLayer(0)
    definition = read.GetLayerDefn()
    names = [definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount())]
    return [
        {name: row.GetFieldAsString(name) if row.IsFieldSetAndNotNull(name) else None for name in names} for row in read
    ]


def in_degrees(wkt):
    """Longitude and latitude, by GDAL."""
    ends = []
    for code in (2154, 4326):
        ends.append(osr.SpatialReference())
        ends[-1].ImportFromEPSG(code)
        ends[-1].SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    shape = ogr.CreateGeometryFromWkt(wkt)
    shape.Transform(osr.CoordinateTransformation(*ends))
    return shape.GetX(), shape.GetY()


def mapping_file(path, **tables):
    """A mapping written by hand: `mapping_file(path, table={"fields": …})`, or several."""
    content = {
        "version": 1,
        "standard": tables.pop("standard", "covoiturage"),
        "tables": [{"table": name, **said} for name, said in tables.items()],
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


# ---------------------------------------------------------------------------------------------------- proposed
def test_a_layer_is_brought_to_the_standard_and_what_is_missing_is_said(run, own, tmp_path):
    result = run("map", INPUT=own, STANDARD="covoiturage", OUTPUT_MAPPING=str(tmp_path / "m.json"))
    assert (result["FEATURES"], result["WRITTEN"], result["LEFT"]) == (3, 3, 0)
    assert (result["MAPPED_FIELDS"], result["UNMAPPED_FIELDS"]) == (9, 9)
    assert result["MISSING"] == "ouvert"
    assert result["UNMAPPED_VALUES"] == 2  # "gare", "quarante"
    assert not result["VALID"]
    rows = rows_of(result["OUTPUT"])
    assert [row["id_local"] for row in rows] == ["AC-01", "AC-02", "AC-03"], "not the number of the row in its file"
    assert [row["type"] for row in rows] == ["Aire de covoiturage", "Parking relais", "gare"]
    assert [row["date_maj"] for row in rows] == ["2019/06/24", "2024/02/01", "2024/03/04"]
    assert [row["nbre_pl"] for row in rows] == ["12", "quarante", None]  # kept as it is: nothing is lost
    for row, wkt in zip(rows, PLACES, strict=True):
        longitude, latitude = in_degrees(wkt)
        assert float(row["Xlong"]) == pytest.approx(longitude, abs=1e-6)
        assert float(row["Ylat"]) == pytest.approx(latitude, abs=1e-6)
    assert "proposed" in run.log
    assert "gare" in run.log
    assert "ouvert" in run.log


def test_the_mapping_that_was_used_does_the_same_again(run, own, tmp_path):
    first = run("map", INPUT=own, STANDARD="covoiturage", OUTPUT_MAPPING=str(tmp_path / "m.json"))
    again = run(
        "map",
        INPUT=own,
        MAPPING=first["OUTPUT_MAPPING"],
        OUTPUT=str(tmp_path / "b.gpkg"),
        OUTPUT_MAPPING="TEMPORARY_OUTPUT",
    )
    assert rows_of(again["OUTPUT"]) == rows_of(first["OUTPUT"])
    names = ("MAPPED_FIELDS", "UNMAPPED_FIELDS", "UNMAPPED_VALUES", "ERRORS")
    assert [again[name] for name in names] == [first[name] for name in names]
    assert "proposed" not in run.log


def test_a_corrected_mapping_makes_a_result_that_validates(run, own, tmp_path):
    proposed = run("map", INPUT=own, STANDARD="covoiturage", OUTPUT_MAPPING=str(tmp_path / "m.json"))
    content = json.loads(Path(proposed["OUTPUT_MAPPING"]).read_text(encoding="utf-8"))
    fields = content["tables"][0]["fields"]
    fields["ouvert"] = {"columns": ["ETAT"], "values": {"en service": "true", "projet": "false"}}
    fields["type"]["values"]["gare"] = "Parking"
    fields["nbre_pl"]["values"] = {"quarante": "40"}
    path = tmp_path / "corrected.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    result = run("map", INPUT=own, MAPPING=str(path), OUTPUT=str(tmp_path / "b.gpkg"))
    assert (result["UNMAPPED_VALUES"], result["MISSING"], result["ERRORS"], result["VALID"]) == (0, "", 0, True)
    checked = run("validate", INPUT=result["OUTPUT"], STANDARD="covoiturage", OUTPUT=str(tmp_path / "c.gpkg"))
    assert (checked["ERRORS"], checked["VALID"]) == (0, True)
    assert [row["nbre_pl"] for row in rows_of(result["OUTPUT"])] == ["12", "40", None]


def test_a_mapping_made_for_a_standard_of_another_machine_is_used_and_it_is_said(run, own, tmp_path):
    fields = {"id_local": {"columns": ["IDENT"]}}
    path = mapping_file(tmp_path / "m.json", standard="elsewhere/schema.json", covoiturage={"fields": fields})
    result = run("map", INPUT=own, STANDARD="covoiturage", MAPPING=path)
    assert result["MAPPED_FIELDS"] == 1
    assert "elsewhere/schema.json" in run.log


def test_a_mapping_made_for_an_older_version_serves_the_newer_one_and_it_is_said(run, layer, tmp_path):
    source = layer([{"nom": "Ub", "nature": "U"}], shapes=[SQUARE], kind="Polygon")
    fields = {"LIBELLE": {"columns": ["nom"]}, "TYPEZONE": {"columns": ["nature"]}}
    content = {"version": 1, "standard": "plu_2022", "standard_version": "2022"}
    content["tables"] = [{"table": "ZONE_URBA", "fields": fields}]
    path = tmp_path / "m.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    older = run("map", INPUT=source, MAPPING=str(path), OUTPUT_MAPPING=str(tmp_path / "same.json"))
    assert "version 2022" not in run.log
    newer = str(tmp_path / "newer.json")
    result = run("map", INPUT=source, STANDARD="plu_2025", MAPPING=str(path), OUTPUT_MAPPING=newer)
    assert "version 2022 of the standard; version 2025 is used" in run.log
    assert rows_of(result["OUTPUT"])[0]["LIBELLE"] == rows_of(older["OUTPUT"])[0]["LIBELLE"] == "Ub"
    kept = json.loads(Path(newer).read_text(encoding="utf-8"))
    assert kept["tables"][0]["fields"] == fields
    assert (kept["standard"], kept["standard_version"]) == ("plu_2025", "2025"), "alone, it does the same again"


# ------------------------------------------------------------------------------------- constants, expressions, merges
def test_constants_expressions_merges_and_parts_fill_fields(run, layer, tmp_path):
    rows = [{"NUM": "3", "VOIE": "rue de la Gare", "LIEU": "Redon - Les Landes", "A": 4, "B": 5, "VIDE": None}]
    fields = {
        "ad_lieu": {"columns": ["NUM", "VIDE", "VOIE"], "separator": ", "},
        "com_lieu": {"columns": ["LIEU"], "separator": " - ", "part": 1},
        "nom_lieu": {"columns": ["LIEU"], "separator": " - ", "part": 2},
        "horaires": {"columns": ["LIEU"], "separator": " - ", "part": 3},
        "nbre_pl": {"expression": '"A" + "B"'},
        "proprio": {"constant": "Département"},
    }
    path = mapping_file(tmp_path / "m.json", covoiturage={"geometry": {"place": "none"}, "fields": fields})
    result = run("map", INPUT=layer(rows), MAPPING=path)
    row = rows_of(result["OUTPUT"])[0]
    assert row["ad_lieu"] == "3, rue de la Gare"
    assert (row["com_lieu"], row["nom_lieu"], row["horaires"]) == ("Redon", "Les Landes", None)
    assert (row["nbre_pl"], row["proprio"]) == ("9", "Département")
    assert result["MAPPED_FIELDS"] == 6


def test_columns_of_coordinates_become_a_geometry(run, layer, tmp_path):
    rows = [{"id": "1", "lat": "48,1", "lon": "-1,68"}, {"id": "2", "lat": None, "lon": "-1.7"}]
    fields = {"id_local": {"columns": ["id"]}, "Xlong": {"geometry": "longitude"}, "Ylat": {"geometry": "latitude"}}
    place = {"place": "columns", "columns": ["lon", "lat"], "crs": "EPSG:4326"}
    path = mapping_file(tmp_path / "m.json", covoiturage={"geometry": place, "fields": fields})
    result = run("map", INPUT=layer(rows), MAPPING=path)
    file = gdal.OpenEx(result["OUTPUT"], gdal.OF_VECTOR)
    shapes = [row.GetGeometryRef() and row.GetGeometryRef().ExportToWkt() for row in file.GetLayer(0)]
    assert shapes == ["POINT (-1.68 48.1)", "POINT EMPTY"]  # how QGIS writes an absent point
    assert file.GetLayer(0).GetSpatialRef().GetAuthorityCode(None) == "4326"
    assert [row["Xlong"] for row in rows_of(result["OUTPUT"])] == ["-1.68", None]
    assert "without a usable place: 1" in run.log


def test_a_polygon_gives_a_point_that_lies_on_it_and_its_area(run, layer, tmp_path):
    outer = "350000 6790000,350090 6790000,350090 6790010,350010 6790010,350010 6790080"
    horseshoe = f"POLYGON(({outer},350090 6790080,350090 6790090,350000 6790090,350000 6790000))"
    fields = {
        "site_id": {"columns": ["id"]},
        "geompoint": {"geometry": "point"},
        "geomsurf": {"geometry": "wkt"},
        "unite_fonciere_surface": {"expression": "round($area)"},
    }
    path = mapping_file(tmp_path / "m.json", standard="friches", friches={"fields": fields})
    result = run("map", INPUT=layer([{"id": "1"}], shapes=[horseshoe], kind="Polygon"), MAPPING=path)
    row = rows_of(result["OUTPUT"])[0]
    surface = ogr.CreateGeometryFromWkt(row["geomsurf"])
    assert surface.Contains(ogr.CreateGeometryFromWkt(row["geompoint"]))
    assert float(row["unite_fonciere_surface"]) == pytest.approx(90 * 90 - 80 * 70, rel=0.002)


# ------------------------------------------------------------------------------------------------------- splits
SPLIT = {
    "DOC_URBA": {
        "geometry": {"place": "none"},
        "once": True,
        "fields": {"IDURBA": {"columns": ["doc"]}, "TYPEDOC": {"constant": "PLU"}},
    },
    "ZONE_URBA": {
        "filter": "\"nature\" = 'zone'",
        "fields": {"LIBELLE": {"columns": ["nom"]}, "IDURBA": {"columns": ["doc"]}},
    },
    "PRESCRIPTION_SURF": {
        "filter": "\"nature\" = 'ebc'",
        "fields": {"LIBELLE": {"columns": ["nom"]}, "IDURBA": {"columns": ["doc"]}},
    },
}
SQUARE = "POLYGON((350000 6790000,350010 6790000,350010 6790010,350000 6790000))"


def test_one_layer_fills_several_tables_and_every_row_is_accounted_for(run, layer, tmp_path):
    natures = ["zone", "zone", "ebc", "autre"]
    rows = [{"nom": f"n{at}", "nature": nature, "doc": "35238_PLU_20240101"} for at, nature in enumerate(natures)]
    source = layer(rows, shapes=[SQUARE] * 4, kind="Polygon")
    path = mapping_file(tmp_path / "m.json", standard="plu_2024", **SPLIT)
    tables = str(tmp_path / "tables.gpkg")
    result = run("map", INPUT=source, MAPPING=path, OUTPUT_TABLES=tables)
    assert (len(rows_of(result["OUTPUT"])), result["WRITTEN"], result["FEATURES"]) == (1, 4, 4)
    assert [row["LIBELLE"] for row in rows_of(tables, "ZONE_URBA")] == ["n0", "n1"]
    assert [row["LIBELLE"] for row in rows_of(tables, "PRESCRIPTION_SURF")] == ["n2"]
    without = {name: said for name, said in SPLIT.items() if name != "DOC_URBA"}
    path = mapping_file(tmp_path / "n.json", standard="plu_2024", **without)
    result = run("map", INPUT=source, MAPPING=path, OUTPUT=str(tmp_path / "o.gpkg"))
    assert (result["WRITTEN"], result["LEFT"], result["FEATURES"]) == (3, 1, 4)
    assert "out of every table: 1" in run.log
    assert len(rows_of(result["OUTPUT_TABLES"], "PRESCRIPTION_SURF")) == 1


def test_one_table_of_a_mapping_may_be_asked_for(run, layer, tmp_path):
    source = layer([{"nom": "Ub", "nature": "zone", "doc": "d"}], shapes=[SQUARE], kind="Polygon")
    path = mapping_file(tmp_path / "m.json", standard="plu_2024", **SPLIT)
    result = run("map", INPUT=source, MAPPING=path, TABLE="zone_urba")
    assert rows_of(result["OUTPUT"])[0]["LIBELLE"] == "Ub"
    assert result["OUTPUT_TABLES"] == ""


# ------------------------------------------------------------------------------------------------------- merges
def test_two_layers_each_with_its_mapping_make_one_table_that_is_checked_whole(run, own, geopackage, tmp_path):
    first = run("map", INPUT=own, STANDARD="covoiturage", OUTPUT=str(tmp_path / "first.gpkg"))
    other = [{"code": "AC-01", "places": 7, "sorte": "Parking"}, {"code": "AC-04", "places": 9, "sorte": "Parking"}]
    degrees = [in_degrees(PLACES[0]), in_degrees(PLACES[1])]
    shapes = [f"POINT({x} {y})" for x, y in degrees]
    second = geopackage(other, shapes=shapes, kind="Point", crs="EPSG:4326")
    fields = {"id_local": {"columns": ["code"]}, "nbre_pl": {"columns": ["places"]}, "type": {"columns": ["sorte"]}}
    path = mapping_file(tmp_path / "m.json", covoiturage={"fields": fields})
    result = run("map", INPUT=second, MAPPING=path, ADDED_TO=first["OUTPUT"], OUTPUT=str(tmp_path / "both.gpkg"))
    assert (result["FEATURES"], result["WRITTEN"]) == (2, 2)
    rows = rows_of(result["OUTPUT"])
    assert [row["id_local"] for row in rows] == ["AC-01", "AC-02", "AC-03", "AC-01", "AC-04"]
    assert [row["nbre_pl"] for row in rows] == ["12", "quarante", None, "7", "9"], "no value is lost"
    source = gdal.OpenEx(str(result["OUTPUT"]), gdal.OF_VECTOR)
    shapes = [row.GetGeometryRef().Clone() for row in source.GetLayer(0)]
    assert shapes[0].Distance(shapes[3]) < 0.01, "in metres: one CRS"
    assert len(rows_of(first["OUTPUT"])) == 3, "the first is left as it was"
    alone = run("map", INPUT=second, MAPPING=path, OUTPUT=str(tmp_path / "alone.gpkg"))
    assert result["ERRORS"] > alone["ERRORS"], "what the first rows lack, and the identifier that is now there twice"


def test_rows_are_not_added_to_shapes_of_another_kind(run, own, layer, tmp_path):
    zones = layer([{"a": "b"}], shapes=[SQUARE], kind="Polygon")
    with pytest.raises(Exception, match="another kind"):
        run("map", INPUT=own, STANDARD="covoiturage", ADDED_TO=zones, OUTPUT=str(tmp_path / "o.gpkg"))


# ---------------------------------------------------------------------------------------------------- bad input
@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, "Choose a standard"),
        ({"STANDARD": "covoiturages"}, "covoiturages"),
        ({"STANDARD": "plu_2024", "TABLE": "ZONES"}, "ZONES"),
        ({"STANDARD": "friches", "MAPPING": "good"}, "no table “covoiturage”"),
        ({"MAPPING": "absent.json"}, "absent.json"),
        ({"MAPPING": "expression"}, "expression"),
        ({"MAPPING": "column"}, "NOWHERE"),
        ({"MAPPING": "unknown"}, "NOWHERE"),
        ({"MAPPING": "failing"}, "fails on the feature"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(run, own, tmp_path, parameters, words):
    from qgis.core import QgsProcessingException

    written = {
        "good": {"columns": ["IDENT"]},
        "expression": {"expression": '"IDENT" +'},
        "column": {"expression": '"NOWHERE"'},
        "unknown": {"columns": ["NOWHERE"]},
        "failing": {"expression": 'to_real("IDENT")'},
    }
    if parameters.get("MAPPING") in written:
        said = {"fields": {"id_local": written[parameters["MAPPING"]]}}
        parameters = {**parameters, "MAPPING": mapping_file(tmp_path / "m.json", covoiturage=said)}
    with pytest.raises(QgsProcessingException, match=words):
        run("map", INPUT=own, **parameters)
    assert not (tmp_path / "result.gpkg").exists()


def test_a_layer_without_crs_is_refused_where_degrees_are_wanted_with_what_to_do(run, layer, tmp_path):
    from qgis.core import QgsProcessingException

    source = layer(OWN, shapes=PLACES, kind="Point", crs="")
    with pytest.raises(QgsProcessingException, match="Set its CRS"):
        run("map", INPUT=source, STANDARD="covoiturage")


def test_a_layer_that_has_nothing_of_the_standard_is_refused(run, layer):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="looks like a field"):
        run("map", INPUT=layer([{"zzz": "1"}]), STANDARD="covoiturage")


def test_broken_and_absent_geometries_and_an_empty_layer_are_survived(run, layer, tmp_path):
    bow = "POLYGON((350000 6790000,350010 6790010,350010 6790000,350000 6790010,350000 6790000))"
    rows = [{"site_id": "1", "site_nom": "a"}, {"site_id": "2", "site_nom": "b"}]
    result = run("map", INPUT=layer(rows, shapes=[bow, None], kind="Polygon"), STANDARD="friches")
    assert (result["FEATURES"], result["WRITTEN"]) == (2, 2)
    empty = layer([], {"site_id": "", "site_nom": ""}, kind="Point")
    result = run("map", INPUT=empty, STANDARD="friches", OUTPUT=str(tmp_path / "e.gpkg"))
    assert (result["FEATURES"], result["WRITTEN"]) == (0, 0)


def test_a_stop_is_obeyed(run, layer):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    many = layer([{**OWN[0], "IDENT": str(at)} for at in range(5000)])
    feedback = QgsProcessingFeedback(logFeedback=False)
    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 20 else None)
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run("map", feedback, INPUT=many, STANDARD="covoiturage")


@pytest.mark.parametrize("named", ["by its path", "as a layer", "by its id", "one of several"])
@pytest.mark.parametrize("algorithm", ["map", "validate", "repair", "elevation"])
def test_a_result_in_the_place_of_what_it_is_made_from_is_refused_and_nothing_is_lost(
    algorithm, named, own, run, qgis_new_project
):
    path = own if isinstance(own, str) else own.source().partition("|")[0]
    before = rows_of(path)
    opened = QgsVectorLayer(path, "aires", "ogr")
    given = {"by its path": path, "as a layer": opened, "by its id": opened.id()}.get(named, f"{path}|layerid=0")
    if named == "by its id":
        QgsProject.instance().addMapLayer(opened)
    with pytest.raises(QgsProcessingException, match=Path(path).name):
        run(algorithm, INPUT=given, OUTPUT=path, STANDARD="covoiturage")
    assert rows_of(path) == before


@pytest.mark.parametrize("table", ["essai", "ESSAI"])
@pytest.mark.parametrize("named", ["{path}", "{path}|layername=essai", "{path}|layerid=0"])
def test_a_result_in_the_table_that_is_read_is_refused_one_beside_it_is_not(table, named, own, run):
    path = own.source().partition("|")[0]
    before = rows_of(path)
    given = named.format(path=path)
    with pytest.raises(QgsProcessingException, match="essai"):
        run("map", INPUT=given, STANDARD="covoiturage", OUTPUT=f"ogr:dbname='{path}' table=\"{table}\" (geom)")
    assert rows_of(path) == before
    run("map", INPUT=given, STANDARD="covoiturage", OUTPUT=f"ogr:dbname='{path}' table=\"autre\" (geom)")
    assert rows_of(path, "essai") == before
    assert len(rows_of(path, "autre")) == len(before)


def test_a_result_in_the_table_of_a_database_that_is_read_is_refused(postgis, run, qgis_new_project):
    place = f"dbname='territoire' host={{host}} port={postgis.port} user='{postgis.user}' password='{postgis.password}'"
    source = f'{place.format(host="localhost")} key=\'id\' table="public"."arbre" (geom)'
    opened = QgsVectorLayer(source, "arbres", "postgres")
    assert opened.isValid()
    before = postgis.rows("SELECT * FROM arbre ORDER BY 1")
    output = f'postgres:{place.format(host="127.0.0.1")} table="public"."arbre" (geom)'
    with pytest.raises(QgsProcessingException, match=r"“public\.arbre” would be emptied"):
        run("map", INPUT=opened, STANDARD="covoiturage", OUTPUT=output)
    assert postgis.rows("SELECT * FROM arbre ORDER BY 1") == before


def test_rows_are_not_added_to_a_file_that_the_result_would_empty(own, run, tmp_path):
    result = run("map", INPUT=own, STANDARD="covoiturage", OUTPUT=str(tmp_path / "covoiturage.gpkg"))["OUTPUT"]
    before = rows_of(result)
    with pytest.raises(QgsProcessingException, match=r"covoiturage\.gpkg"):
        run("map", INPUT=own, STANDARD="covoiturage", ADDED_TO=result, OUTPUT=result)
    assert len(before) == len(OWN)
    assert rows_of(result) == before
