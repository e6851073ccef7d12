"""The standard of a layer is recognised by its columns, its name, its geometry and its values."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from data_territoires_plugin.standards.model import Kind
from data_territoires_plugin.standards.recognise import recognise, recognise_folder
from data_territoires_plugin.standards.shelf import standard, summaries

if TYPE_CHECKING:
    from pathlib import Path

# One that is known by its geometry alone has no columns to be known by.
_SCHEMAS = sorted(
    one.id for one in summaries() if one.schema and not one.id.startswith("bal_") and one.fields > one.tables
)


@pytest.mark.parametrize("id_", _SCHEMAS)
def test_the_columns_of_a_schema_are_enough(id_: str) -> None:
    for table in standard(id_).tables:
        guess = recognise([one.name for one in table.fields])[0]
        assert (guess.standard, guess.table) == (id_, table.name)
        assert guess.score > 0.9


@pytest.mark.parametrize("id_", ["irve_statique", "friches", "dae", "stationnement_cyclable"])
def test_names_cut_by_dbf_in_capitals_are_recognised(id_: str) -> None:
    table = standard(id_).tables[0]
    cut = dict.fromkeys(one.name[:10].upper() for one in table.fields)
    assert recognise(list(cut))[0].standard == id_


def test_the_reasons_are_told() -> None:
    names = ["LIBELLE", "LIBELONG", "TYPEZONE", "DESTDOMI", "NOMFIC", "IDURBA", "DATVALID"]
    guess = recognise(names, "35238_ZONE_URBA_20240101", Kind.POLYGON)[0]
    assert guess.table == "ZONE_URBA"
    said = " ; ".join(guess.reasons)
    assert "TYPEZONE" in said
    assert "35238_ZONE_URBA_20240101" in said


def test_the_kind_of_geometry_tells_apart() -> None:
    names = [one.name for one in standard("plu_2024").table("PRESCRIPTION_LIN").fields]
    guesses = {kind: recognise(names, kind=kind)[0].table for kind in (Kind.POLYGON, Kind.LINE, Kind.POINT)}
    assert [one.rpartition("_")[2] for one in guesses.values()] == ["SURF", "LIN", "PCT"]


def test_values_tell_two_layers_of_the_same_columns_apart() -> None:
    names = ["LIBELLE", "TYPEZONE", "IDURBA"]
    good = recognise(names, samples={"TYPEZONE": ["U", "AUc"]})[0]
    wrong = recognise(names, samples={"TYPEZONE": ["résidentiel", "commerce"]})
    assert not wrong or wrong[0].score < good.score


@pytest.mark.parametrize(
    "names", [[], ["id"], ["gid", "nom", "surface"], ["fid", "objectid", "shape_leng", "shape_area"]]
)
def test_a_layer_of_no_standard_is_not_given_one(names: list[str]) -> None:
    assert recognise(names) == ()


def test_a_folder_is_recognised_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "35238_PLU_20240101"
    folder.mkdir()
    guess = recognise_folder(folder)[0]
    assert guess.standard == max(one.id for one in summaries() if one.document == "PLU")
    assert "35238_PLU_20240101" in guess.reasons[0]
    (tmp_path / "other").mkdir()
    assert recognise_folder(tmp_path / "other") == ()


def test_a_zip_of_another_name_is_recognised_by_the_folder_inside(tmp_path: Path) -> None:
    archive = tmp_path / "export de la mairie.zip"
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("35238_PLU_20240101/Donnees_geographiques/lisez.txt", "")
    assert "35238_PLU_20240101" in recognise_folder(archive)[0].reasons[0]
    with zipfile.ZipFile(archive, "a") as written:
        written.writestr("autre/lisez.txt", "")
    assert recognise_folder(archive) == ()


@pytest.mark.parametrize(
    ("document", "expected"),
    [("41175_PLU_20140603", "plu_2013"), ("200011781_PLUi_20180101", "plui_2014"), ("50545_CC_20130902", "cc_2014")],
)
def test_the_tables_of_a_folder_tell_its_version(shared: Path, document: str, expected: str) -> None:
    found = next(one for one in (shared / "standards" / "urbanisme-cnig" / "documents").rglob(document) if one.is_dir())
    assert recognise_folder(found)[0].standard == expected


def test_every_published_example_is_recognised(shared: Path) -> None:
    from data_territoires_plugin.standards.engine.subject import Subject

    wanted = {"irve": "irve_", "stations-taxi": "taxi", "lieux-covoiturage": "covoiturage", "friches": "friches"}
    for folder, start in wanted.items():
        for path in (shared / "standards" / "schemas" / folder).glob("*valide*.csv"):
            subject = Subject.of_file(path)
            assert recognise(subject.names, path.stem, subject.kind)[0].standard.startswith(start), path


@pytest.mark.parametrize("columns", [5, 11])
def test_an_unfinished_zoning_is_a_plu_before_it_is_anything_else(columns: int) -> None:
    names = ["LIBELLE", "LIBELONG", "TYPEZONE", "IDURBA", "DATVALID", "FORMDOMI", "DESTOUI", "DESTCDT", "DESTNON"]
    guess = recognise([*names, "NOMFIC", "URLFIC"][:columns], "ZONE_URBA", Kind.POLYGON)[0]
    assert (guess.standard[:4], guess.table) == ("plu_", "ZONE_URBA")
    if columns == 11:
        assert guess.standard == max(one.id for one in summaries() if one.document == "PLU")
