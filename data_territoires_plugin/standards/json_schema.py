"""Reads a JSON Schema of GeoJSON features as a standard: the properties become fields, the geometry a geometry.

JSON Schema draft-07 (json-schema.org), as the geographic schemas of schema.data.gouv.fr use it; GeoJSON is RFC 7946.
The schemas of geojson.org that they refer to are known here by their names: nothing is fetched. What a table can't say
(a rule that changes with the geometry, an object inside a property) is told in `Standard.partial`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import StandardError
from ..i18n import tr
from .model import Condition, Field, FieldType, Geometry, Kind, Presence, Standard, Table
from .slugs import slug

_DEEPEST = 40  # references that lead to references
_SHORT_TITLE = 80
_KINDS = {
    "Point": Kind.POINT,
    "MultiPoint": Kind.POINT,
    "LineString": Kind.LINE,
    "MultiLineString": Kind.LINE,
    "Polygon": Kind.POLYGON,
    "MultiPolygon": Kind.POLYGON,
}
_TYPES = {
    "string": FieldType.TEXT,
    "integer": FieldType.INTEGER,
    "number": FieldType.NUMBER,
    "boolean": FieldType.BOOLEAN,
    "array": FieldType.LIST,
    "object": FieldType.OBJECT,
}
_FORMATS = {
    "date": FieldType.DATE,
    "date-time": FieldType.DATETIME,
    "time": FieldType.TIME,
    "uri": FieldType.URL,
    "email": FieldType.EMAIL,
    "uuid": FieldType.UUID,
}
_GEOJSON = re.compile(r"^https?://geojson\.org/schema/(\w+)\.json#?$")
_ANYTHING = r"[\s\S]*"

Schema = Mapping[str, Any]


@dataclass
class _Reading:
    """The whole document, and what could not be read of it."""

    root: Schema
    describe: bool
    left_out: list[str] = field(default_factory=list)

    def resolved(self, schema: Any) -> Schema:
        """A schema with its reference followed, in this document or in what is known of geojson.org."""
        for _ in range(_DEEPEST):
            reference = schema.get("$ref") if isinstance(schema, Mapping) else None
            if not isinstance(reference, str):
                return schema if isinstance(schema, Mapping) else {}
            schema = self._referred(reference)
        raise StandardError(
            tr("The schema refers to itself without end."), hint=tr("Report it to the publisher of the schema.")
        )

    def _referred(self, reference: str) -> Schema:
        known = _GEOJSON.match(reference)
        if known:
            return _of_geojson(known[1])
        found: Any = self.root
        if reference.startswith("#"):
            for part in reference.lstrip("#/").split("/"):
                key = part.replace("~1", "/").replace("~0", "~")
                found = found.get(key) if isinstance(found, Mapping) and part else found
        else:
            found = next((one for one in _walk(self.root) if one.get("$id") == reference), None)
        if not isinstance(found, Mapping):
            raise StandardError(
                tr("The schema refers to “{reference}”, which is not in it.").format(reference=reference),
                hint=tr("Ask its publisher for a schema in one piece, or add the missing part under “definitions”."),
            )
        return found


def read(content: Schema, *, id_: str = "", source: str = "", describe: bool = True) -> Standard:
    """The standard that a JSON Schema of GeoJSON features says: one table. Raises StandardError.

    `describe`: with the descriptions of its author, for a schema loaded at run time.
    """
    reading = _Reading(content, describe)
    feature = _feature(reading)
    named = _heading(content)
    title = " ".join(str(named.get("title") or named.get("name") or "").split())
    name = id_ or slug(str(named.get("name") or title)) or "schema"
    table = _table(name, title, feature, reading)
    return Standard(
        id=name,
        title=title or name,
        version=str(named.get("version") or "").lstrip("vV"),
        date=str(named.get("lastModified") or named.get("updated") or named.get("created") or "")[:10],
        source=source,
        family="autre",
        tables=(table,),
        partial=" ".join(reading.left_out),
        schema=str(named.get("name") or ""),
        crs=("EPSG:4326",),
    )


def is_json_schema(content: object) -> bool:
    """Whether a JSON document is a JSON Schema of GeoJSON features."""
    return isinstance(content, Mapping) and bool({"properties", "allOf", "$ref", "definitions"} & set(content))


def _heading(content: Schema) -> Schema:
    """Where title, version and dates stand: at the root, or beside the reference to geojson.org."""
    parts = [one for one in content.get("allOf", ()) if isinstance(one, Mapping)]
    return next((one for one in (content, *parts) if one.get("title") or one.get("version")), content)


def _walk(schema: Any) -> Iterator[Schema]:
    if isinstance(schema, Mapping):
        yield schema
        for one in schema.values():
            yield from _walk(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from _walk(one)


def _of_geojson(name: str) -> Schema:
    """What matters here of a schema of geojson.org."""
    if name in _KINDS:
        return {"properties": {"type": {"enum": [name]}}}
    if name in ("Geometry", "GeometryCollection"):
        return {"properties": {"type": {"enum": list(_KINDS)}}}
    return {}


def _feature(reading: _Reading) -> Schema:
    """The schema of one feature, with what several parts of it say put together."""
    collection = reading.resolved(reading.root)
    features = _property(collection, "features", reading)
    one = _merged(features.get("items"), reading) if features else _merged(collection, reading)
    if not _property(one, "properties", reading):
        raise StandardError(
            tr("The schema says nothing of the properties of its features."),
            hint=tr(
                "A JSON Schema of GeoJSON features, or a Table Schema, is expected: check the file or the address."
            ),
        )
    return one


def _property(schema: Schema, name: str, reading: _Reading) -> Schema:
    held = schema.get("properties")
    return _merged(held.get(name), reading) if isinstance(held, Mapping) and name in held else {}


def _merged(schema: Any, reading: _Reading) -> Schema:
    """A schema and those of its `allOf`, as one."""
    whole = dict(reading.resolved(schema))
    for part in whole.pop("allOf", ()):
        other = _merged(part, reading)
        if "if" in other or "then" in other:
            whole.setdefault("branches", []).append(other)
            continue
        for key, value in other.items():
            held = whole.get(key)
            if isinstance(held, Mapping) and isinstance(value, Mapping):
                whole[key] = {**value, **held}
            elif isinstance(held, list) and isinstance(value, list):
                whole[key] = [*held, *(one for one in value if one not in held)]
            else:
                whole.setdefault(key, value)
    return whole


# ------------------------------------------------------------------------------------------------------- a table
def _table(name: str, title: str, feature: Schema, reading: _Reading) -> Table:
    properties = _property(feature, "properties", reading)
    described = properties.get("properties") or {}
    required = {str(one) for one in properties.get("required") or ()} | _required_in_all(feature, reading)
    fields = tuple(_field(key, _merged(one, reading), key in required, reading) for key, one in described.items())
    known = {one.name for one in fields}
    for missing in sorted(required - known):
        reading.left_out.append(tr("The required property “{name}” is not described.").format(name=missing))
    return Table(
        name=name,
        title=title if len(title) <= _SHORT_TITLE else "",
        fields=fields,
        geometry=_geometry(feature, reading),
        conditions=tuple(_dependencies(properties, known)),
        other_fields=properties.get("additionalProperties") is not False,
    )


def _required_in_all(feature: Schema, reading: _Reading) -> set[str]:
    """What every branch of a rule that changes with the geometry requires."""
    branches = feature.get("branches") or ()
    if not branches:
        return set()
    wanted = []
    for branch in branches:
        then = _merged(branch.get("then"), reading)
        wanted.append({str(one) for one in _property(then, "properties", reading).get("required") or ()})
    common = set.intersection(*wanted)
    varying = set.union(*wanted) - common
    if varying:
        told = tr("Required or not by the kind of geometry, not checked: {names}.")
        reading.left_out.append(told.format(names=", ".join(sorted(varying))))
    return common


def _dependencies(properties: Schema, known: set[str]) -> Iterator[Condition]:
    """A property that calls for others: `dependencies`."""
    for name, others in (properties.get("dependencies") or {}).items():
        for other in others if isinstance(others, list) else ():
            if name in known and other in known:
                yield Condition(
                    id=f"{name}->{other}",
                    predicate=f'"{name}" IS NULL OR "{other}" IS NOT NULL',
                    message=tr("{first} is filled in: {other} has to be too.").format(first=name, other=other),
                    code="dependencies",
                )


def _geometry(feature: Schema, reading: _Reading) -> Geometry | None:
    geometry = _property(feature, "geometry", reading)
    choices = [reading.resolved(one) for one in (*geometry.get("anyOf", ()), *geometry.get("oneOf", ()))] or [geometry]
    names: list[str] = []
    for one in choices:
        kind = reading.resolved((one.get("properties") or {}).get("type") or {})
        names += [str(each) for each in kind.get("enum") or ([kind["const"]] if "const" in kind else [])]
    kinds = tuple(dict.fromkeys(_KINDS[one] for one in names if one in _KINDS)) or (Kind.ANY,)
    nullable = any(one.get("type") == "null" for one in choices)
    multi = None if not names else _all_or_none([one.startswith("Multi") for one in names])
    return Geometry(
        kinds=kinds if len(kinds) < len(set(_KINDS.values())) else (Kind.ANY,),
        required=bool(geometry) and not nullable,
        multi=multi,
        crs=("EPSG:4326",),
    )


def _all_or_none(several: list[bool]) -> bool | None:
    return several[0] if len(set(several)) == 1 else None


# -------------------------------------------------------------------------------------------------------- a field
def _field(name: str, schema: Schema, required: bool, reading: _Reading) -> Field:
    named = schema.get("type", "string")
    types = [named] if isinstance(named, str) else [str(one) for one in named or ("string",)]
    nullable = "null" in types or None in (schema.get("enum") or ())
    plain = next((one for one in types if one != "null"), "string")
    kind = _TYPES.get(plain, FieldType.TEXT)
    if kind is FieldType.TEXT:
        kind = _FORMATS.get(str(schema.get("format")), FieldType.TEXT)
    item = reading.resolved(schema.get("items") or {})
    values = schema.get("enum") or ([schema["const"]] if "const" in schema else None) or item.get("enum") or ()
    title = " ".join(str(schema.get("title") or "").split())
    return Field(
        name=name,
        type=kind,
        title=title if len(title) <= _SHORT_TITLE else "",
        description=str(schema.get("description") or "") if reading.describe else "",
        presence=Presence.MANDATORY if required else Presence.OPTIONAL,
        required=required and not nullable,
        min_length=schema.get("minLength"),
        max_length=schema.get("maxLength"),
        pattern=_pattern(name, schema.get("pattern"), reading),
        values=tuple(_written(one) for one in values if one is not None),
        minimum=_number(schema.get("minimum")),
        maximum=_number(schema.get("maximum")),
        true_values=("true", "1") if kind is FieldType.BOOLEAN else (),
        false_values=("false", "0") if kind is FieldType.BOOLEAN else (),
        example=next((_written(one) for one in schema.get("examples") or () if isinstance(one, (str, int, float))), ""),
    )


def _pattern(name: str, pattern: Any, reading: _Reading) -> str:
    """A pattern that the whole value matches: one of JSON Schema is looked for anywhere in it."""
    if not isinstance(pattern, str) or not pattern:
        return ""
    try:
        re.compile(pattern)
    except re.error as error:
        told = tr("{place}: its pattern can't be read ({reason}).")
        reading.left_out.append(told.format(place=name, reason=error))
        return ""
    if "|" in re.sub(r"\([^()]*\)", "", pattern):
        return f"{_ANYTHING}(?:{pattern}){_ANYTHING}"
    start = "" if pattern.startswith("^") else _ANYTHING
    end = "" if pattern.endswith("$") and not pattern.endswith(r"\$") else _ANYTHING
    return f"{start}{pattern[not start :]}{end}" if end else f"{start}{pattern[not start : -1]}"


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
