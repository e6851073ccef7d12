"""What is shipped against the models it was compiled from: nothing lost, nothing changed."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from data_territoires_plugin.standards import shelf
from data_territoires_plugin.standards.model import FieldType, PieceKind, Presence

PROJECT = Path(__file__).resolve().parent.parent.parent
SHAPES = re.compile(r"(Multi)?(Point|LineString|Polygon)|Geometry.*")
# The tables and columns that the CNIG counts in its models: facts of the published models.
COUNTS = {
    "plu": {2013: (13, 88), 2014: (13, 102), 2017: (14, 113), 2022: (14, 127), 2024: (14, 127), 2025: (14, 129)},
    "cc": {2013: (10, 64), 2014: (10, 67), 2017: (11, 90), 2022: (11, 97), 2024: (11, 97), 2025: (11, 99)},
    "psmv": {2014: (13, 102), 2017: (13, 100), 2019: (13, 101), 2022: (13, 115), 2025: (14, 129)},
    "scot": {2013: (1, 4), 2018: (3, 21), 2021: (3, 21), 2024: (3, 21)},
    "mec": {2025: (2, 8)},
}


@pytest.mark.parametrize("family", COUNTS)
def test_the_tables_and_columns_are_those_of_the_model(family):
    held = {year: shelf.standard(f"{family}_{year}") for year in COUNTS[family]}
    assert {year: (len(one.tables), one.columns) for year, one in held.items()} == COUNTS[family]


def test_the_same_models_give_the_files_that_are_shipped(shared):
    sys.path.insert(0, str(PROJECT))
    from tools.build_standards import compiled, texts

    rebuilt = texts(compiled(shared / "standards"))
    folder = PROJECT / "resources" / "standards"
    assert set(rebuilt) == {path.name for path in folder.glob("*.json")}
    assert [name for name, text in rebuilt.items() if (folder / name).read_text(encoding="utf-8") != text] == []


@pytest.fixture(scope="session")
def models(shared, tmp_path_factory) -> dict[str, Path]:
    """The folder of each model of the national validator, by the id that its standard has here."""
    folder = tmp_path_factory.mktemp("sup")
    with tarfile.open(shared / "standards" / "sup-cnig" / "models-sup-all.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    paths = [*folder.glob("*/files.json"), *(shared / "standards/urbanisme-cnig/models-gpu").glob("*/files.json")]
    return {shelf.standard(path.parent.name).id: path.parent for path in paths}


def _columns(folder: Path, file: dict) -> dict[str, dict]:
    path = folder / (file.get("tableModel") or f"types/{file['name']}.json")
    return {one["name"]: one for one in json.loads(path.read_text(encoding="utf-8"))["columns"]}


def _files(folder: Path) -> list[dict]:
    return json.loads((folder / "files.json").read_text(encoding="utf-8"))["files"]


def test_the_categories_and_hazards_of_the_easements_bear_the_words_of_the_published_tables(shared):
    """No category and no hazard is without its label, but those of which no table says anything."""
    template = next((shared / "standards" / "sup-cnig" / "cnig-gabarit" / "gpkg").glob("*.gpkg"))
    with closing(sqlite3.connect(f"file:{template}?mode=ro", uri=True)) as database:
        said = dict(database.execute("SELECT cat, nom FROM categoriesup"))
    codes = shelf.standard("sup_2016_pm1").code_list("ListeCategorieSUP").codes
    assert {code.values[0]: code.label for code in codes if code.label} == {
        code.values[0]: " ".join(said[code.values[0]].split()) for code in codes if code.values[0] in said
    }
    assert {code.values[0] for code in codes if not code.label} == {"EL1", "EL2", "EL12", "I1bis", "I8", "PT4", "T8"}
    hazards = {
        code.values[0]: code.label
        for id_ in ("sup_2016_pm1", "sup_2016_pm3")
        for code in shelf.standard(id_).code_list("ListeCodeAleaSUP").codes
    }
    assert (hazards["11"], hazards["13"], hazards["24"]) == (
        "Inondation",
        "Séisme",
        "Transport de marchandises dangereuses",
    )
    assert {code for code, label in hazards.items() if not label} == {"10", "20", "30", "99"}


def test_every_model_has_its_standard(models):
    assert len(models) == 158
    assert set(models) == {one.id for one in shelf.summaries() if one.family in ("urbanisme", "sup")}


def test_every_column_has_its_constraints(models):
    for id_, folder in models.items():
        standard = shelf.standard(id_)
        for file in _files(folder):
            if file["type"] != "table":
                continue
            table, columns = standard.table(file["name"]), _columns(folder, file)
            shapes = {name for name, one in columns.items() if SHAPES.fullmatch(one["type"])}
            assert {one.name for one in table.fields} == set(columns) - shapes
            for field in table.fields:
                _same(field, columns[field.name])
            for name in shapes:
                asked, shape = columns[name]["constraints"], table.geometry
                assert (shape.column, shape.required, shape.unique) == (name, asked["required"], asked["unique"])


def _same(field, column) -> None:
    asked = column["constraints"]
    assert field.required == asked["required"]
    assert field.unique == asked["unique"]
    assert (field.presence is Presence.MANDATORY) == asked.get("presenceRequired", True)
    assert (field.min_length, field.max_length) == (asked.get("minLength"), asked.get("maxLength"))
    assert bool(field.pattern) == bool(asked.get("pattern"))
    assert field.values == tuple(str(one) for one in asked.get("enum") or ())
    assert (field.type is FieldType.FILENAME) == (column["type"] == "Filename")


def test_every_condition_and_list_of_codes_is_kept(models):
    for id_, folder in models.items():
        standard = shelf.standard(id_)
        for file in (one for one in _files(folder) if one["type"] == "table"):
            path = folder / (file.get("tableModel") or f"types/{file['name']}.json")
            asked = json.loads(path.read_text(encoding="utf-8")).get("constraints") or {}
            table = standard.table(file["name"])
            assert {one.predicate for one in table.conditions} == set(asked.get("conditions") or ())
            keys = {
                f"({', '.join(one.fields)}) REFERENCES {one.target}({', '.join(one.target_fields)})"
                for one in table.references
                if one.is_code_list
            }
            assert keys == set(asked.get("foreignKeys") or ())
        for held in standard.code_lists:
            with (folder / "codes" / f"{held.id}.csv").open(encoding="utf-8", newline="") as file:
                rows = [row for row in csv.DictReader(file) if any(row.values())]
            expected = {tuple(row[name].strip() for name in held.columns) for row in rows}
            assert {one.values for one in held.codes} == expected


def test_every_piece_of_the_folder_is_kept(models):
    kinds = {"directory": "folder"}
    for id_, folder in models.items():
        pieces = {(one.name, one.path): one for one in shelf.standard(id_).document.pieces}
        files = _files(folder)
        assert len(pieces) == len(files)
        for file in files:
            piece = pieces[file["name"], file["path"].replace(r"\/", "/")]
            assert piece.kind.value == kinds.get(file["type"], file["type"])
            assert (piece.presence is Presence.MANDATORY) == (file["mandatory"] == "ERROR")
            assert (piece.table == file["name"]) == (piece.kind is PieceKind.TABLE)


SAMPLES = (
    "20140603", "2014060", "201406031", "2\N{ARABIC-INDIC DIGIT ZERO}140603", "", " ",
    "35238_PLU_20250101_ZO1", "2A004_PLU_20250101_ZO12",
    "200011781_PLUI_20250101_PS3", "35238_reglement_20250101.pdf", "35238_reglement_20250101_B.pdf",
    "PSC-S_05-08_001",
    "ZONE_AUc_001", "10-22", "10--22", "-10-99", "99-", "E", "MJ12", "MS", "HS12", "HS", "2A004", "3523",
    "130007669-35-1", "AC1-130007669-1-2-3", "AC1-130007669-1-2", "AC1_Eglise_de_Bruz_act",
    "AC1_Eglise_20010101_reg.pdf",
    "AC1_x_gen3", "AC1_x_ass", "255-000-010", "0-0-0", "200011781", "01 02", "é", "a\nb", "SECT_01_001", "123456789",
)  # fmt: skip


def test_the_patterns_take_and_refuse_what_the_published_ones_do(models):
    """Against PCRE in Java's manner: the whole value, and digits of ASCII alone."""
    from qgis.PyQt.QtCore import QRegularExpression

    published = {
        (id_, file["name"], name): one["constraints"]["pattern"]
        for id_, folder in models.items()
        for file in _files(folder)
        if file["type"] == "table"
        for name, one in _columns(folder, file).items()
        if one["constraints"].get("pattern")
    }
    compared = set()
    for (id_, table, name), pattern in published.items():
        ours = shelf.standard(id_).table(table).field(name).pattern
        if "<YYY" in pattern or (pattern, ours) in compared:
            continue
        compared.add((pattern, ours))
        theirs = QRegularExpression(rf"\A(?:{pattern})\z")
        assert theirs.isValid(), pattern
        taken = [one for one in SAMPLES if theirs.match(one).hasMatch()]
        assert [one for one in SAMPLES if re.fullmatch(ours, one)] == taken, (id_, table, name)
    assert len(compared) > 100


def test_the_mark_left_in_the_names_of_files_is_read_as_a_date():
    arrete = shelf.standard("mec_2025").table("MEC").field("NOMARR")
    assert re.fullmatch(arrete.pattern, "35238_20250101_arrete_MEC1_20250202.pdf")


def test_the_networks_of_water_have_every_column_of_the_templates(shared):
    standard, counted = shelf.standard("star_eau_2024"), 0
    for name in ("eau_potable_no_style.gpkg", "assainissement_no_style.gpkg"):
        with closing(sqlite3.connect(f"file:{shared / 'standards' / 'star-eau' / name}?mode=ro", uri=True)) as database:
            for (table,) in database.execute("SELECT table_name FROM gpkg_contents").fetchall():
                columns = {row[0] for row in database.execute("SELECT name FROM pragma_table_info(?)", (table,))}
                ours = {one.name for one in standard.table(table).fields}
                assert columns - {"fid", "geom"} == ours
                counted += 1
    assert counted == len(standard.tables) == 52


def test_the_plans_of_risks_have_their_tables_and_codes(shared):
    standard = shelf.standard("ppr_1.0.2")
    with (shared / "standards/risques/ppr_tables.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["champ"].startswith("->")]
    with (shared / "standards/risques/ppr_codes.csv").open(encoding="utf-8", newline="") as file:
        codes = list(csv.reader(file))[1:]
    tables = {row["table"] for row in rows} - {row[0] for row in codes}
    assert {one.name for one in standard.tables} == tables
    assert standard.columns == sum(row["table"] in tables for row in rows)
    assert sum(len(one.codes) for one in standard.code_lists) == len(codes)
    zone = standard.table("typeppr_codegaspar_zonealeareference_codealea_s")
    assert re.fullmatch(zone.layer, "pprn_35ddt20100001_zonealeareference_111_s")


@pytest.mark.parametrize(
    ("id_", "sample", "tables"),
    [
        ("pcrs_2.0", "pcrs/exemples/20200716.RIL_L260_C340_P0.gml", 3),
        ("star_dt_1.0", "star-dt/GRDF.gml", 6),
        ("star_dt_1.0", "star-dt/GRT.gml", 1),
    ],
)
def test_real_files_have_the_columns_of_the_standard(shared, tmp_path, id_, sample, tables):
    """GDAL reads what the networks' operators and a metropolis publish; its own columns apart."""
    from osgeo import ogr

    ogr.UseExceptions()
    source = tmp_path / Path(sample).name
    source.write_bytes((shared / "standards" / sample).read_bytes())
    dataset, standard, met = ogr.Open(str(source)), shelf.standard(id_), 0
    for rank in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(rank)
        definition = layer.GetLayerDefn()
        names = {definition.GetFieldDefn(each).GetName() for each in range(definition.GetFieldCount())}
        table = standard.table(layer.GetName())
        assert table is not None, layer.GetName()
        known = {one.name for one in table.fields}
        assert {one for one in names if not one.endswith(("_uom", "gml_id")) and "_" not in one} <= known
        met += 1
    assert met >= tables
