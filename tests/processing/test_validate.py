"""`dataterritoires:validate`, run by QGIS on layers and folders as technicians have them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import gdal

from data_territoires_plugin.standards.shelf import standard
from tests.standards.checking import geopackage, layer

__all__ = ["geopackage", "layer"]

SCHEMA = {
    "name": "bancs",
    "title": "Bancs publics",
    "version": "1.0.0",
    "fields": [
        {"name": "id_banc", "type": "string", "constraints": {"required": True, "unique": True}},
        {"name": "places", "type": "integer", "constraints": {"required": True, "minimum": 1}},
        {"name": "matiere", "type": "string", "constraints": {"enum": ["bois", "pierre"]}},
    ],
}
ROWS = [
    {"id_banc": "b1", "places": "2", "matiere": "bois"},
    {"id_banc": "b1", "places": "deux", "matiere": "bois"},
    {"id_banc": None, "places": "0", "matiere": "fer"},
]
POINTS = ["POINT(350000 6700000)", "POINT(350001 6700001)", "POINT(350002 6700002)"]
EXPECTED = [
    ("unique", "1", "id_banc"),
    ("required", "3", "id_banc"),
    ("type", "2", "places"),
    ("minimum", "3", "places"),
    ("values", "3", "matiere"),
]


@pytest.fixture
def schema(tmp_path: Path) -> str:
    path = tmp_path / "bancs.json"
    path.write_text(json.dumps(SCHEMA), encoding="utf-8")
    return str(path)


@pytest.fixture
def benches(geopackage):
    return geopackage(ROWS, shapes=POINTS, kind="Point")


def test_the_findings_are_a_layer_a_json_and_counts_that_agree(run, benches, schema, tmp_path):
    result = run("validate", INPUT=benches, STANDARD=schema, REPORT=str(tmp_path / "report.html"))
    assert (result["ERRORS"], result["WARNINGS"], result["INFOS"], result["VALID"]) == (5, 0, 0, False)
    document = json.loads(Path(result["JSON"]).read_text(encoding="utf-8"))
    assert set(document) == {"standard", "version", "valid", "counts", "findings", "not_checked"}
    assert document["not_checked"] == []
    assert document["counts"] == {"error": 5, "warning": 0, "info": 0}
    assert sorted((one["rule"], one["feature"], one["field"]) for one in document["findings"]) == sorted(EXPECTED)
    assert set(document["findings"][0]) == {
        *("code", "rule", "level", "table", "feature", "field", "value", "expected", "place", "crs", "message", "help")
    }
    file = gdal.OpenEx(result["OUTPUT"], gdal.OF_VECTOR)
    rows = list(file.GetLayer(0))
    assert sorted((row["rule"], row["feature"], row["field"]) for row in rows) == sorted(EXPECTED)
    places = {row["feature"]: row.GetGeometryRef().ExportToWkt() for row in rows}
    assert places == {"1": "POINT (350000 6700000)", "2": "POINT (350001 6700001)", "3": "POINT (350002 6700002)"}
    assert file.GetLayer(0).GetSpatialRef().GetAuthorityCode(None) == "2154"
    page = Path(result["REPORT"]).read_text(encoding="utf-8")
    assert "id_banc" in page
    assert "Conforms" not in page
    beside = gdal.OpenEx(str(tmp_path / "report_anomalies.gpkg"), gdal.OF_VECTOR)
    assert sorted((row["rule"], row["feature"], row["field"]) for row in beside.GetLayer(0)) == sorted(EXPECTED)
    table = (tmp_path / "report_anomalies.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(table) == len(EXPECTED) + 1


def test_the_report_beside_a_schema_of_its_name_leaves_the_schema(run, benches, schema):
    before = Path(schema).read_bytes()
    result = run("validate", INPUT=benches, STANDARD=schema, REPORT=str(Path(schema).with_suffix(".html")))
    assert Path(schema).read_bytes() == before
    assert len(json.loads(Path(result["JSON"]).read_text(encoding="utf-8"))["findings"]) == len(EXPECTED)


def test_a_right_layer_is_valid_and_its_report_says_so(run, geopackage, schema, tmp_path):
    right = geopackage(ROWS[:1], shapes=POINTS[:1], kind="Point")
    result = run("validate", INPUT=right, STANDARD=schema, REPORT=str(tmp_path / "report.html"))
    assert (result["ERRORS"], result["VALID"]) == (0, True)
    assert "Conforms" in Path(result["REPORT"]).read_text(encoding="utf-8")


def test_the_edits_of_an_open_layer_are_checked_and_the_layer_is_untouched(run, benches, schema):
    benches.startEditing()
    benches.changeAttributeValue(2, benches.fields().lookupField("places"), "3")
    benches.deleteFeature(3)
    result = run("validate", INPUT=benches, STANDARD=schema)
    assert result["ERRORS"] == 1
    assert benches.editBuffer().isModified()
    assert len(benches.editBuffer().deletedFeatureIds()) == 1


def test_a_standard_of_several_tables_takes_the_layer_by_its_name(run, layer):
    zones = layer([{"LIBELLE": "Ub", "TYPEZONE": "U"}], shapes=["POLYGON((0 0,1 0,1 1,0 0))"], kind="Polygon")
    zones.setName("35238_ZONE_URBA_20240101")
    result = run("validate", INPUT=zones, STANDARD="plu_2024")
    findings = json.loads(Path(result["JSON"]).read_text(encoding="utf-8"))["findings"]
    assert {one["table"] for one in findings} == {"ZONE_URBA"}
    codes = {one["code"] for one in findings}
    assert {"TABLE_MISSING_ATTRIBUTE", "ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT"} <= codes


def test_a_standard_is_recognised_and_the_log_says_why(run, layer):
    rows = [{"LIBELLE": "Ub", "LIBELONG": "Zone urbaine", "TYPEZONE": "U", "IDURBA": "x", "DATVALID": "20240101"}]
    zones = layer(
        rows, shapes=["POLYGON((350000 6700000,350010 6700000,350010 6700010,350000 6700000))"], kind="Polygon"
    )
    zones.setName("ZONE_URBA")
    recognised = standard(run("validate", INPUT=zones)["STANDARD"])
    assert recognised.table("ZONE_URBA") is not None
    assert "Recognised by" in run.log
    assert "ZONE_URBA" in run.log


def test_a_stop_asked_from_the_window_is_obeyed(run, geopackage, schema):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    many = geopackage([{**ROWS[0], "id_banc": str(at)} for at in range(20_000)])
    feedback = QgsProcessingFeedback(logFeedback=False)
    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 0 else None)
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run("validate", feedback, INPUT=many, STANDARD=schema)


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, "one of the two"),
        ({"INPUT": "absent.gpkg", "FOLDER": "x"}, "one of the two"),
        ({"FOLDER": "/nowhere/35238_PLU_20240101", "STANDARD": "plu_2024"}, "35238_PLU_20240101"),
        ({"FOLDER": "/nowhere", "STANDARD": "plu_1789"}, "plu_1789"),
    ],
)
def test_what_cannot_be_checked_is_refused_in_words(run, parameters, words):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=words):
        run("validate", **parameters)


def test_a_layer_that_is_no_table_of_the_standard_is_refused_with_the_tables(run, layer):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="ZONE_URBA"):
        run("validate", INPUT=layer([{"a": 1}], name="divers"), STANDARD="plu_2024")


def test_a_folder_gives_the_codes_of_the_national_validator(run, shared):
    """The validator's own regression document: one date that is none, with its model of 2013."""
    folder = shared / "standards" / "urbanisme-cnig" / "documents" / "41175_PLU_20140603"
    result = run("validate", FOLDER=str(folder), STANDARD="plu_2013")
    document = json.loads(Path(result["JSON"]).read_text(encoding="utf-8"))
    found = [(one["code"], one["field"], one["value"]) for one in document["findings"]]
    assert ("ATTRIBUTE_INVALID_REGEXP", "DATEREF", "2011") in found
    assert result["STANDARD"] == "plu_2013"
    assert document["counts"]["error"] == result["ERRORS"]


def test_checked_again_in_the_session_only_what_changed_is_judged_and_the_findings_are_the_same(run, schema, layer):
    from qgis.core import QgsProject

    benches = layer(ROWS, shapes=POINTS, kind="Point", name="bancs")
    QgsProject.instance().addMapLayer(benches)
    try:
        first = run("validate", INPUT=benches, STANDARD=schema, CHANGES_ONLY=True)
        benches.dataProvider().changeAttributeValues({2: {1: "2"}})
        again = run("validate", INPUT=benches, STANDARD=schema, CHANGES_ONLY=True)
        whole = run("validate", INPUT=benches, STANDARD=schema)
    finally:
        QgsProject.instance().removeMapLayer(benches.id())
    assert (first["CHANGED"], again["CHANGED"], whole["CHANGED"]) == (None, 1, None)
    assert first["ERRORS"] == 5
    assert Path(again["JSON"]).read_text(encoding="utf-8") == Path(whole["JSON"]).read_text(encoding="utf-8")
    assert (again["ERRORS"], whole["ERRORS"]) == (4, 4)
