"""A Table Schema is read as it was meant, its usual mistakes included."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from data_territoires_plugin.errors import StandardError
from data_territoires_plugin.standards import loading, table_schema
from data_territoires_plugin.standards.model import FieldType, Presence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data_territoires_plugin.standards.model import Field


@pytest.fixture
def field_of() -> Callable[..., Field]:
    """The field that a description in a schema gives."""

    def read(**content: object) -> Field:
        standard = table_schema.read({"name": "essai", "fields": [{"name": "champ", **content}]})
        return standard.tables[0].fields[0]

    return read


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ({"type": "string"}, FieldType.TEXT),
        ({"type": "string", "format": "uri"}, FieldType.URL),
        ({"type": "string", "format": "email"}, FieldType.EMAIL),
        ({"type": "date", "format": "%Y"}, FieldType.YEAR),
        ({"type": "geopoint", "format": "array"}, FieldType.GEOPOINT),
        ({"type": "array"}, FieldType.LIST),
        ({"type": "geojson"}, FieldType.OBJECT),
        ({}, FieldType.TEXT),
    ],
)
def test_each_type_has_its_own(field_of: Callable[..., Field], described: dict, expected: FieldType) -> None:
    assert field_of(**described).type is expected


def test_bounds_written_as_texts_are_numbers(field_of: Callable[..., Field]) -> None:
    one = field_of(type="number", constraints={"minimum": "-90", "maximum": "90"})
    assert (one.minimum, one.maximum) == (-90, 90)


def test_misspelt_constraints_are_read(field_of: Callable[..., Field]) -> None:
    one = field_of(type="string", contraints={"required": True})
    assert one.required
    assert one.presence is Presence.MANDATORY


def test_marks_of_numbers_are_kept(field_of: Callable[..., Field]) -> None:
    one = field_of(type="number", decimalChar=",", groupChar=" ", bareNumber=False)
    assert (one.decimal, one.group, one.bare) == (",", " ", False)


def test_words_of_a_boolean_are_those_of_the_schema(field_of: Callable[..., Field]) -> None:
    one = field_of(type="boolean", trueValues=["oui"], falseValues=["non"])
    assert (one.true_values, one.false_values) == (("oui",), ("non",))


def test_a_name_that_is_no_name_is_accepted() -> None:
    standard = table_schema.read({"name": "Attributs des arbres urbains", "fields": [{"name": "id", "type": "string"}]})
    assert standard.id == "attributs_des_arbres_urbains"


def test_what_can_t_be_read_is_told() -> None:
    fields = [{"name": "a", "type": "string", "constraints": {"pattern": "("}}, {"name": "b", "type": "nombre"}]
    standard = table_schema.read({"fields": fields, "custom_checks": [{"name": "inconnu", "params": {"column": "a"}}]})
    assert all(word in standard.partial for word in (".a", ".b", "inconnu"))
    assert standard.tables[0].field("a").pattern == ""


def test_a_custom_check_becomes_a_check() -> None:
    content = {
        "fields": [{"name": "debut", "type": "date"}, {"name": "fin", "type": "date"}],
        "custom_checks": [
            {"name": "compare-columns-value", "params": {"column": "fin", "op": ">", "column2": "debut"}}
        ],
    }
    (check,) = table_schema.read(content).tables[0].checks
    assert (check.name, check.fields, check.parameters["op"]) == ("compare", ("fin", "debut"), ">")


def test_missing_values_are_kept_without_the_empty_one() -> None:
    content = {"fields": [{"name": "a"}], "missingValues": ["", "NA"]}
    assert table_schema.read(content).tables[0].missing == ("NA",)


def test_a_package_has_a_table_per_resource_and_its_references(tmp_path: Path) -> None:
    site = {"name": "site", "fields": [{"name": "id", "type": "string"}], "primaryKey": "id"}
    channel = {
        "name": "canal",
        "fields": [{"name": "id", "type": "string"}, {"name": "site_id", "type": "string"}],
        "foreignKeys": [{"fields": "site_id", "reference": {"resource": "site", "fields": "id"}}],
    }
    (tmp_path / "canal.json").write_text(json.dumps(channel), encoding="utf-8")
    resources = [{"name": "site", "schema": site}, {"name": "canal", "schema": "canal.json"}]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}), encoding="utf-8")
    standard = loading.load(str(tmp_path / "datapackage.json"))
    assert [one.name for one in standard.tables] == ["site", "canal"]
    (reference,) = standard.tables[1].references
    assert (reference.target, reference.target_fields, reference.is_code_list) == ("site", ("id",), False)


def test_a_package_does_not_leave_its_folder(tmp_path: Path) -> None:
    inside = tmp_path / "dedans"
    inside.mkdir()
    (tmp_path / "autre.json").write_text('{"fields": [{"name": "a"}]}', encoding="utf-8")
    package = {"resources": [{"name": "a", "schema": "../autre.json"}]}
    (inside / "p.json").write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(StandardError, match=r"autre\.json"):
        loading.load(str(inside / "p.json"))


@pytest.mark.parametrize("content", ["", "<html>", '{"a": 1}', "[1]", '{"fields": []}'])
def test_what_is_no_schema_is_refused_with_what_to_do(tmp_path: Path, content: str) -> None:
    path = tmp_path / "schema.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StandardError) as refusal:
        loading.load(str(path))
    assert refusal.value.hint


@pytest.mark.parametrize("named", ["", "absent.json", "plu_1999", "http://exemple.fr/schema.json"])
def test_a_standard_that_can_t_be_had_says_what_to_do(named: str) -> None:
    with pytest.raises(StandardError) as refusal:
        loading.load(named)
    assert refusal.value.hint


def test_an_id_of_the_shelf_is_the_standard_of_the_shelf() -> None:
    assert loading.load("bal_1.4").id == "bal_1.4"


def test_every_published_schema_is_read(shared: Path) -> None:
    folder = shared / "standards" / "schemas"
    read = 0
    for path in sorted(folder.glob("*/*schema*.json")):
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        if table_schema.is_table_schema(content):
            standard = loading.load(str(path))
            read += 1
            assert len(standard.tables[0].fields) == len({one["name"].casefold() for one in content["fields"]}), path
    assert read > 25
