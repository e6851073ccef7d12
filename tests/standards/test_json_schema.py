"""A JSON Schema of GeoJSON features is read as a table; what it refers to on the web is known here."""

from __future__ import annotations

import re
from typing import Any

import pytest

from data_territoires_plugin.errors import StandardError
from data_territoires_plugin.standards import json_schema
from data_territoires_plugin.standards.model import FieldType, Kind


def features(properties: dict[str, Any], geometry: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A schema of features with these properties."""
    of = {"properties": {"type": "object", "properties": properties, **more}, "geometry": geometry or {}}
    return {"properties": {"features": {"type": "array", "items": {"properties": of}}}}


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_schemas_of_geojson_org_are_known(scheme: str) -> None:
    kinds = {"anyOf": [{"$ref": f"{scheme}://geojson.org/schema/{one}.json"} for one in ("Polygon", "MultiPolygon")]}
    geometry = json_schema.read(features({"id": {"type": "string"}}, kinds)).tables[0].geometry
    assert (geometry.kinds, geometry.required, geometry.multi) == ((Kind.POLYGON,), True, None)


def test_a_geometry_may_be_null() -> None:
    kinds = {"anyOf": [{"type": "null"}, {"$ref": "https://geojson.org/schema/Point.json"}]}
    geometry = json_schema.read(features({"id": {}}, kinds)).tables[0].geometry
    assert (geometry.kinds, geometry.required, geometry.multi) == ((Kind.POINT,), False, False)


def test_a_reference_within_the_document_is_followed() -> None:
    content = features({"etat": {"$ref": "#/definitions/etat"}}) | {"definitions": {"etat": {"enum": ["a", "b", None]}}}
    (one,) = json_schema.read(content).tables[0].fields
    assert one.values == ("a", "b")


@pytest.mark.parametrize("reference", ["https://exemple.fr/autre.json", "#/definitions/absent"])
def test_another_reference_is_refused_not_fetched(reference: str) -> None:
    with pytest.raises(StandardError, match=re.escape(reference)):
        json_schema.read(features({"a": {"$ref": reference}}))


def test_a_schema_that_turns_in_circles_is_refused() -> None:
    content = features({"a": {"$ref": "#/definitions/a"}}) | {"definitions": {"a": {"$ref": "#/definitions/a"}}}
    with pytest.raises(StandardError):
        json_schema.read(content)


def test_a_required_property_that_may_be_null_is_a_column_only() -> None:
    properties = {"a": {"type": ["string", "null"]}, "b": {"type": "string"}}
    first, second = json_schema.read(features(properties, required=["a", "b"])).tables[0].fields
    assert (first.presence, first.required) == (second.presence, False)
    assert second.required


@pytest.mark.parametrize(
    ("pattern", "good", "wrong"),
    [
        ("^[0-9]{14}$", "12345678901234", "123456789012345"),
        (r"^([013-9]\d|2[AB1-9])\d{3}", "35238", "ZZ238"),
        ("ab", "xabx", "xax"),
        ("^a|b$", "xb", "xc"),
    ],
)
def test_a_pattern_means_what_it_means_in_json_schema(pattern: str, good: str, wrong: str) -> None:
    (one,) = json_schema.read(features({"a": {"type": "string", "pattern": pattern}})).tables[0].fields
    assert re.fullmatch(one.pattern, good)
    assert not re.fullmatch(one.pattern, wrong)
    assert re.search(pattern, good)
    assert not re.search(pattern, wrong)


def test_a_property_that_calls_for_another_is_a_condition() -> None:
    content = features({"a": {"type": "string"}, "b": {"type": "string"}}, dependencies={"a": ["b"]})
    (condition,) = json_schema.read(content).tables[0].conditions
    assert condition.predicate == '"a" IS NULL OR "b" IS NOT NULL'


def test_formats_are_types() -> None:
    properties = {"d": {"type": "string", "format": "date"}, "u": {"type": ["string", "null"], "format": "uri"}}
    fields = json_schema.read(features(properties)).tables[0].fields
    assert [one.type for one in fields] == [FieldType.DATE, FieldType.URL]
