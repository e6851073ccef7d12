"""`dataterritoires:repair`, run by QGIS, checked by `dataterritoires:validate`."""

from __future__ import annotations

import csv
import json
import random
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
        {"name": "pose", "type": "date"},
        {"name": "hauteur", "type": "number"},
        {"name": "code", "type": "string", "constraints": {"minLength": 5, "maxLength": 5}},
        {"name": "matiere", "type": "string", "constraints": {"enum": ["bois", "pierre", "métal"]}},
        {"name": "couvert", "type": "boolean", "trueValues": ["1"], "falseValues": ["0"]},
        {"name": "photo", "type": "string"},
    ],
}
ROWS = [
    {"code": "01004", "matiere": "bois", "id_banc": "b1 ", "pose": "31/01/2026", "hauteur": "0,45", "couvert": "oui"},
    {"code": "1004", "matiere": "Metal", "id_banc": "b2", "pose": "2026-01-31", "hauteur": "1.5", "couvert": "0"},
    {"code": "abc", "matiere": "fer", "id_banc": "b3", "pose": "hier", "hauteur": "haut", "couvert": "1"},
]


@pytest.fixture
def schema(tmp_path: Path) -> str:
    path = tmp_path / "bancs.json"
    path.write_text(json.dumps(SCHEMA), encoding="utf-8")
    return str(path)


def findings_of(result: dict) -> list[tuple]:
    document = json.loads(Path(result["JSON"]).read_text(encoding="utf-8"))
    return [(one["rule"], one["feature"], one["field"]) for one in document["findings"]]


def rows_of(path: str) -> list[dict]:
    file = gdal.OpenEx(path, gdal.OF_VECTOR)
    return [row.items() for row in file.GetLayer(0)]


def test_what_is_mended_is_gone_at_the_next_check_nothing_is_new_and_each_change_is_written(
    run, geopackage, schema, tmp_path
):
    benches = geopackage(ROWS)
    before = findings_of(run("validate", INPUT=benches, STANDARD=schema))
    log = tmp_path / "log.csv"
    result = run("repair", INPUT=benches, STANDARD=schema, LOG=str(log), OUTPUT=str(tmp_path / "mended.gpkg"))
    after = findings_of(run("validate", INPUT=result["OUTPUT"], STANDARD=schema, OUTPUT="memory:"))
    assert set(after) <= set(before)
    assert result["FIXED"] == len(before) - len(after) == 5
    assert result["LEFT"] == len(after)
    assert {feature for _rule, feature, _field in after} == {"3"}
    mended = rows_of(result["OUTPUT"])
    assert [row["id_banc"] for row in mended] == ["b1", "b2", "b3"]
    assert mended[0] | {"fid": 1} == {
        **{"id_banc": "b1", "pose": "2026-01-31", "hauteur": "0.45", "code": "01004", "matiere": "bois"},
        **{"couvert": "1", "photo": None, "fid": 1},
    }
    with log.open(encoding="utf-8-sig", newline="") as file:
        record = list(csv.reader(file, delimiter=";"))[1:]
    told = {(row[1], row[2], row[3], row[4]) for row in record if row[1] and not row[6]}
    assert told == {
        ("1", "id_banc", "b1 ", "b1"),
        ("1", "pose", "31/01/2026", "2026-01-31"),
        ("1", "hauteur", "0,45", "0.45"),
        ("1", "couvert", "oui", "1"),
        ("2", "code", "1004", "01004"),
        ("2", "matiere", "Metal", "métal"),
    }
    assert result["CHANGES"] == len(told) + 2  # the column photo, the order of the columns


def test_the_columns_are_in_the_order_and_width_of_the_standard(run, geopackage, schema):
    result = run("repair", INPUT=geopackage(ROWS), STANDARD=schema)
    file = gdal.OpenEx(result["OUTPUT"], gdal.OF_VECTOR)
    described = file.GetLayer(0).GetLayerDefn()
    columns = [(described.GetFieldDefn(at).GetName(), described.GetFieldDefn(at).GetWidth()) for at in range(6)]
    assert [name for name, _width in columns] == ["id_banc", "pose", "hauteur", "code", "matiere", "couvert"]
    assert dict(columns)["code"] == 5


def test_the_input_and_its_edits_are_left_as_they_were(run, geopackage, schema):
    benches = geopackage(ROWS)
    benches.startEditing()
    benches.changeAttributeValue(2, benches.fields().lookupField("matiere"), "bois ")
    result = run("repair", INPUT=benches, STANDARD=schema, FIXES=["trim"])
    assert [row["matiere"] for row in rows_of(result["OUTPUT"])] == ["bois", "bois", "fer"]
    assert benches.getFeature(2)["matiere"] == "bois "
    assert not benches.undoStack().isClean()


def test_only_the_findings_that_are_given_are_mended(run, geopackage, schema, tmp_path):
    from qgis.core import QgsVectorLayer

    benches = geopackage(ROWS)
    findings = run("validate", INPUT=benches, STANDARD=schema, OUTPUT=str(tmp_path / "findings.gpkg"))["OUTPUT"]
    chosen = QgsVectorLayer(f"{findings}|subset=\"field\" = 'pose'", "findings", "ogr")
    result = run("repair", INPUT=benches, STANDARD=schema, FINDINGS=chosen, FIXES="date,number")
    assert (result["FIXED"], result["LEFT"]) == (1, 1)
    assert [row["hauteur"] for row in rows_of(result["OUTPUT"])] == ["0,45", "1.5", "haut"]
    assert [row["pose"] for row in rows_of(result["OUTPUT"])] == ["2026-01-31", "2026-01-31", "hier"]


def test_the_codes_of_communes_come_from_a_layer_of_communes(run, layer, geopackage, tmp_path):
    path = tmp_path / "adresses.json"
    constraints = {"required": True, "pattern": "^([013-9]\\d|2[AB1-9])\\d{3}$"}
    fields = [{"name": "code_insee", "type": "string", "constraints": constraints}]
    path.write_text(json.dumps({"name": "a", "fields": fields}), encoding="utf-8")
    square = "POLYGON(({0} 6700000,{1} 6700000,{1} 6700100,{0} 6700100,{0} 6700000))"
    communes = layer(
        [{"insee": "35238"}, {"insee": "35047"}],
        shapes=[square.format(350000, 350100), square.format(350100, 350200)],
        kind="Polygon",
    )
    points = geopackage(
        [{"code_insee": None}] * 2,
        {"code_insee": ""},
        shapes=["POINT(350050 6700050)", "POINT(350150 6700050)"],
        kind="Point",
    )
    result = run("repair", INPUT=points, STANDARD=str(path), COMMUNES=communes, FIXES=["insee"])
    assert [row["code_insee"] for row in rows_of(result["OUTPUT"])] == ["35238", "35047"]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"STANDARD": "plu_1789"}, "plu_1789"),
        ({"STANDARD": "bal_1.4", "FIXES": ["magic"]}, "magic"),
        ({"STANDARD": "bal_1.4", "INPUT": "absent.gpkg"}, "INPUT"),
        ({"STANDARD": "bal_1.4", "KEEP": "41, la zone"}, "la zone"),
    ],
)
def test_what_can_not_be_mended_is_refused_in_words(run, geopackage, parameters, words):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=words):
        run("repair", **{"INPUT": geopackage(ROWS), **parameters})


def box(x: float, y: float, wide: float, high: float) -> str:
    """A rectangle of metres from a place in Brittany."""
    x, y = 350000 + x, 6700000 + y
    return f"POLYGON(({x} {y},{x + wide} {y},{x + wide} {y + high},{x} {y + high},{x} {y}))"


def areas_of(path: str) -> list[float]:
    file = gdal.OpenEx(path, gdal.OF_VECTOR)
    return [row.GetGeometryRef().GetArea() for row in file.GetLayer(0)]


@pytest.mark.parametrize(("keep", "area"), [("", 10_020), ("2", 10_000), ("9;2,1", 10_000), ("1", 10_020)])
def test_the_slivers_go_to_the_features_that_are_named(run, geopackage, keep, area):
    zones = [box(0, 0, 100.2, 100), box(100, 0, 200, 100)]
    layer = geopackage([{"LIBELLE": "U"}] * 2, shapes=zones, kind="Polygon", name="ZONE_URBA")
    result = run("repair", INPUT=layer, STANDARD="plu_2024", TABLE="ZONE_URBA", FIXES=["overlap"], KEEP=keep)
    assert areas_of(result["OUTPUT"])[0] == pytest.approx(area)
    assert result["FIXED"] == 1


def test_the_vertices_are_snapped_to_the_parcels_that_are_given(run, geopackage):
    plots = [box(x, y, 50, 50) for x in range(0, 200, 50) for y in range(0, 100, 50)]
    parcels = geopackage([{"idu": str(at)} for at in range(8)], shapes=plots, kind="Polygon", name="parcelles")
    zones = [one.replace("350100 6700100", "350100.4 6700099.7")
             for one in (box(0, 0, 100, 100), box(100, 0, 100, 100))]  # fmt: skip
    zoning = geopackage([{"LIBELLE": "U"}] * 2, shapes=zones, kind="Polygon", name="ZONE_URBA")
    parameters = {"INPUT": zoning, "STANDARD": "plu_2024", "TABLE": "ZONE_URBA", "FIXES": ["snap"]}
    assert run("repair", **parameters)["CHANGES"] == 0
    result = run("repair", **parameters, PARCELS=parcels)
    assert areas_of(result["OUTPUT"]) == pytest.approx([10_000, 10_000])
    assert (result["CHANGES"], result["FIXED"]) == (2, 1)


def test_a_layer_that_is_not_one_of_findings_is_refused(run, geopackage, schema):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="findings"):
        run("repair", INPUT=geopackage(ROWS), STANDARD=schema, FINDINGS=geopackage(ROWS))


TEXTS = (
    "",
    " ",
    "U",
    "u ",
    "AUc",
    "auc",
    "N",
    "31/01/2026",
    "2026-01-31",
    "20260131",
    "35238",
    "1004",
    "oui",
    "é",
    "x" * 300,
)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("named", "table"), [("plu_2024", "ZONE_URBA"), ("bal_1.3", "bal"), ("sup_2016_ac1", None)])
def test_a_repair_never_adds_a_finding_on_random_layers(run, geopackage, named, table, seed):
    """A property: whatever the layer holds, the check after finds a part of what the check before did."""
    chance = random.Random(seed)
    model = standard(named)
    known = model.table(table) if table else model.tables[0]
    columns = [one.name for one in known.fields if one.asked and chance.random() < 0.8]
    rows = [{name: chance.choice(TEXTS) for name in columns} for _ in range(12)]
    shapes = [_quadrilateral(chance, at) for at in range(12)]
    kind = "Polygon" if table != "bal" else "Point"
    if kind == "Point":
        shapes = [f"POINT({350000 + at} 6700000)" for at in range(12)]
    random_layer = geopackage(rows, shapes=shapes, kind=kind, name=known.name)
    asked = {"STANDARD": named, "TABLE": known.name, "DOCUMENT": "35238_PLU_20240101"}
    before = findings_of(run("validate", INPUT=random_layer, OUTPUT="memory:", **asked))
    result = run("repair", INPUT=random_layer, **asked)
    again = findings_of(run("validate", INPUT=result["OUTPUT"], OUTPUT="memory:", **asked))
    left, new = list(before), []
    for one in again:
        left.remove(one) if one in left else new.append(one)
    assert len(new) <= result["REVEALED"]
    assert all(rule in ("no_overlap", "no_gap", "inside", "covers", "geometry_unique") for rule, *_ in new)
    assert len(again) == result["LEFT"]


def _quadrilateral(chance: random.Random, at: int) -> str:
    """Four corners near those of a cell: some overlap their neighbours by centimetres, some leave gaps, some cross."""
    x, y = 350000 + 100 * (at % 4), 6700000 + 100 * (at // 4)
    corners = [(x, y), (x + 100, y), (x + 100, y + 100), (x, y + 100)]
    if chance.random() < 0.1:
        corners[0], corners[1] = corners[1], corners[0]
    moved = [(a + chance.choice((0, 0, 0.05, -0.05, 20)), b + chance.choice((0, 0, 0.05, -0.3))) for a, b in corners]
    return "POLYGON((" + ",".join(f"{a} {b}" for a, b in [*moved, moved[0]]) + "))"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_csv_is_written_as_it_was_but_for_what_is_mended(run, schema, tmp_path, encoding, end):
    lines = [
        'id_banc;pose;"hauteur";code;matiere;couvert;photo',
        "b1 ;31/01/2026;0,450;01004;métal;1;",
        '"b2";2026-01-31;1.50;"01004";"Bois";0;"un; ""deux""\n trois"',
        'b3;;2;01005;pierre;;" x"',
    ]
    path = tmp_path / "bancs.csv"
    path.write_bytes(end.join([*lines, ""]).encode(encoding))
    output = tmp_path / "mended.csv"
    result = run(
        "repair", INPUT=str(path), STANDARD=schema, OUTPUT=str(output), FIXES=["trim", "date", "number", "case"]
    )
    wanted = end.join([*lines, ""])
    for before, after in (("b1 ;31/01/2026;0,450", "b1;2026-01-31;0.450"), ('"Bois"', '"bois"'), ('" x"', '"x"')):
        assert before in wanted
        wanted = wanted.replace(before, after)
    assert output.read_bytes() == wanted.encode(encoding)
    assert result["OUTPUT"] == str(output)
    if encoding != "cp1252":  # QGIS opens a CSV as UTF-8
        assert run("validate", INPUT=str(output), STANDARD=schema)["ERRORS"] == 0


def test_a_csv_gets_the_columns_that_lack_and_the_order_of_the_standard(run, schema, tmp_path):
    path, output = tmp_path / "bancs.csv", tmp_path / "mended.csv"
    path.write_text("code;id_banc;Matière;autre\n01004;b1;bois;z\n", encoding="utf-8")
    run("repair", INPUT=str(path), STANDARD=schema, OUTPUT=str(output))
    rows = list(csv.reader(output.open(encoding="utf-8"), delimiter=";"))
    assert rows[0][-1] == "autre"
    assert dict(zip(*rows, strict=True))["matiere"] == "bois"
