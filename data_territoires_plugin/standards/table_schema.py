"""Reads a Table Schema, or a Data Package of several, as a standard. Tolerant: what half the published ones get wrong.

Frictionless Table Schema 1.0 (specs.frictionlessdata.io/table-schema) with the `custom_checks` of Validata. A fault
that does not change what is checked (a "name" that is none, a bound written as a text, `contraints`) is read as it was
meant; what can't be read (a pattern, a type that doesn't exist) is left out and told in `Standard.partial`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..errors import StandardError
from ..i18n import tr
from .model import Check, Field, FieldType, Presence, Reference, Standard, Table
from .slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TYPES = {
    "string": FieldType.TEXT,
    "any": FieldType.TEXT,
    "duration": FieldType.TEXT,
    "integer": FieldType.INTEGER,
    "number": FieldType.NUMBER,
    "boolean": FieldType.BOOLEAN,
    "date": FieldType.DATE,
    "datetime": FieldType.DATETIME,
    "time": FieldType.TIME,
    "year": FieldType.YEAR,
    "yearmonth": FieldType.YEAR_MONTH,
    "geopoint": FieldType.GEOPOINT,
    "geojson": FieldType.OBJECT,
    "object": FieldType.OBJECT,
    "array": FieldType.LIST,
    "list": FieldType.LIST,
}
_TEXT_FORMATS = {"uri": FieldType.URL, "email": FieldType.EMAIL, "uuid": FieldType.UUID, "wkt": FieldType.WKT}
_NUMBERS = (FieldType.INTEGER, FieldType.NUMBER, FieldType.YEAR)
_TRUE, _FALSE = ("true", "True", "TRUE", "1"), ("false", "False", "FALSE", "0")
# The custom checks of Validata → ours. Several names are in use for one check.
_CHECKS = {
    "french_siren_value": "siren",
    "french_siret_value": "siret",
    "phone_number_value": "phone",
    "opening_hours_value": "opening_hours",
    "year_interval_value": "year_interval",
    "cohesive_columns_value": "together",
    "one_of_required": "one_of_required",
    "compare_columns_value": "compare",
    "sum_columns_value": "sum",
    "nomenclature_actes_value": "nomenclature_actes",
    "french_gps_coordinates": "french_gps",
}
_SHORT_TITLE = 80  # characters: beyond, it is a sentence and no title


@dataclass
class _Reading:
    """What is known of the whole while one schema is read."""

    describe: bool
    names: tuple[str, ...] = ()  # of the tables
    left_out: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)  # fields whose values are listed outside their constraints


def read(
    content: Mapping[str, Any],
    *,
    id_: str = "",
    source: str = "",
    schemas: Mapping[str, Mapping[str, Any]] | None = None,
    describe: bool = True,
) -> Standard:
    """The standard that a Table Schema says, or a Data Package whose `schemas` (by name of resource) are given.

    `describe`: with the descriptions of its author, for a schema loaded at run time. Raises StandardError.
    """
    parts = dict(schemas) if schemas else {_name(content): content}
    reading = _Reading(describe, tuple(parts))
    tables = tuple(_table(name, part, reading) for name, part in parts.items())
    if reading.outside:
        told = tr("Lists of values given outside “constraints” are not checked: {names}.")
        reading.left_out.append(told.format(names=", ".join(reading.outside)))
    title = str(content.get("title") or _name(content)).strip()
    dates = [str(part.get("lastModified") or part.get("updated") or "") for part in (content, *parts.values())]
    return Standard(
        id=id_ or slug(str(content.get("name") or title)) or "schema",
        title=title,
        version=_version(content, parts.values()),
        date=max(dates)[:10],
        source=source,
        family="autre",
        tables=tables,
        partial=" ".join(reading.left_out),
        schema=str(content.get("name") or ""),
    )


def is_table_schema(content: object) -> bool:
    """Whether a JSON document is a Table Schema."""
    return isinstance(content, dict) and isinstance(content.get("fields"), list)


def is_package(content: object) -> bool:
    """Whether a JSON document is a Data Package."""
    return isinstance(content, dict) and isinstance(content.get("resources"), list) and "fields" not in content


def _name(content: Mapping[str, Any]) -> str:
    named = str(content.get("name") or "").strip()
    return named if re.fullmatch(r"[\w.-]+", named) else slug(named or str(content.get("title") or "")) or "table"


def _version(content: Mapping[str, Any], parts: Any) -> str:
    versions = [str(one.get("version") or "") for one in (content, *parts)]
    return next((one.lstrip("vV") for one in versions if one), "")


def _table(name: str, content: Mapping[str, Any], reading: _Reading) -> Table:
    described = content.get("fields")
    if not isinstance(described, list) or not described:
        raise StandardError(
            tr("The schema “{name}” has no fields.").format(name=name),
            hint=tr("A Table Schema is a JSON document with a list “fields”: check the file or the address."),
        )
    fields: dict[str, Field] = {}
    checks: list[Check] = []
    for position, one in enumerate(described, 1):
        if not isinstance(one, dict) or not str(one.get("name") or "").strip():
            reading.left_out.append(tr("{table}: field {number} has no name.").format(table=name, number=position))
            continue
        read_field = _field(name, one, reading)
        if read_field.name.casefold() not in fields:
            fields[read_field.name.casefold()] = read_field
            checks += _checks_of_field(read_field, one)
    key = tuple(fields[each].name for each in _key(content) if each in fields)
    checks += _custom_checks(name, content, fields, reading)
    missing = content.get("missingValues", ("",))
    texts = tuple(str(one.get("value", "")) if isinstance(one, dict) else str(one) for one in missing or ())
    return Table(
        name=name,
        title=_title(content),
        description=str(content.get("description") or "") if reading.describe else "",
        fields=tuple(fields.values()),
        references=tuple(_references(name, content, fields, reading)),
        checks=tuple(checks),
        key=key,
        missing=tuple(one for one in texts if one),
    )


def _title(content: Mapping[str, Any]) -> str:
    title = " ".join(str(content.get("title") or "").split())
    return title if len(title) <= _SHORT_TITLE else ""


def _key(content: Mapping[str, Any]) -> list[str]:
    key = content.get("primaryKey") or []
    return [str(one).casefold() for one in ([key] if isinstance(key, str) else key)]


# ------------------------------------------------------------------------------------------------------ one field
def constraints_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """The constraints of a field, under its right name or the wrong one that is in use."""
    held = content.get("constraints") or content.get("contraints") or {}
    return dict(held) if isinstance(held, dict) else {}


def _field(table: str, content: Mapping[str, Any], reading: _Reading) -> Field:
    name = str(content["name"]).strip()
    limits = constraints_of(content)
    kind = _type(content)
    if kind is None:
        kind = FieldType.TEXT
        told = tr("{table}.{field}: the type “{type}” is unknown.")
        reading.left_out.append(told.format(table=table, field=name, type=content.get("type")))
    required = limits.get("required") is True
    numeric = kind in _NUMBERS
    return Field(
        name=name,
        type=kind,
        title=_title(content),
        description=str(content.get("description") or "") if reading.describe else "",
        presence=Presence.MANDATORY if required else Presence.OPTIONAL,
        required=required,
        unique=limits.get("unique") is True,
        min_length=_whole(limits.get("minLength")),
        max_length=_whole(limits.get("maxLength")),
        pattern=_pattern(f"{table}.{name}", limits.get("pattern"), reading),
        values=_values(f"{table}.{name}", content, limits, reading),
        minimum=_number(limits.get("minimum")) if numeric else None,
        maximum=_number(limits.get("maximum")) if numeric else None,
        formats=_formats(kind, content),
        true_values=_words(content.get("trueValues"), _TRUE) if kind is FieldType.BOOLEAN else (),
        false_values=_words(content.get("falseValues"), _FALSE) if kind is FieldType.BOOLEAN else (),
        separator=_separator(content) if kind is FieldType.LIST else "",
        example=_example(content),
        decimal=_mark(content.get("decimalChar"), "."),
        group=_mark(content.get("groupChar"), ""),
        bare=content.get("bareNumber") is not False,
    )


def _type(content: Mapping[str, Any]) -> FieldType | None:
    named = str(content.get("type") or "string").strip().lower()
    if named == "string":
        return _TEXT_FORMATS.get(str(content.get("format") or ""), FieldType.TEXT)
    if named == "date" and content.get("format") == "%Y":
        return FieldType.YEAR
    return _TYPES.get(named)


def _formats(kind: FieldType, content: Mapping[str, Any]) -> tuple[str, ...]:
    """The formats of a date; "default" is the ISO one, "any" whatever a date may look like. Those of a point."""
    named = str(content.get("format") or "default").removeprefix("fmt:")
    if kind is FieldType.GEOPOINT:
        return (named,)
    if kind not in (FieldType.DATE, FieldType.DATETIME, FieldType.TIME) or named == "default":
        return ()
    return (named,)


def _pattern(place: str, pattern: Any, reading: _Reading) -> str:
    if not isinstance(pattern, str) or not pattern:
        return ""
    try:
        re.compile(pattern)
    except re.error as error:
        told = tr("{place}: its pattern can't be read ({reason}).")
        reading.left_out.append(told.format(place=place, reason=error))
        return ""
    return pattern


def _values(place: str, content: Mapping[str, Any], limits: Mapping[str, Any], reading: _Reading) -> tuple[str, ...]:
    item = content.get("arrayItem") or {}
    named = limits.get("enum")
    if not named and content.get("enum"):  # Validata doesn't look there, and published examples don't follow it
        reading.outside.append(place)
    if not named and str(content.get("type")) in ("array", "list") and isinstance(item, dict):
        named = item.get("enum") or constraints_of(item).get("enum")
    return tuple(_written(one) for one in named if one is not None) if isinstance(named, list) else ()


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _separator(content: Mapping[str, Any]) -> str:
    """Of a `list`; an `array` is JSON: no separator."""
    return str(content.get("delimiter") or ",") if str(content.get("type")) == "list" else ""


def _words(words: Any, usual: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_written(one) for one in words) if isinstance(words, list) and words else usual


def _mark(mark: Any, usual: str) -> str:
    return mark if isinstance(mark, str) and mark != usual else ""


def _example(content: Mapping[str, Any]) -> str:
    example = content.get("example", content.get("exemple", ""))
    return _written(example) if isinstance(example, (str, int, float)) else ""


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _whole(value: Any) -> int | None:
    number = _number(value)
    return None if number is None else int(number)


# --------------------------------------------------------------------------------------------- checks, references
def _checks_of_field(one: Field, content: Mapping[str, Any]) -> Iterator[Check]:
    """What the type says that `Field` has no word for."""
    if content.get("type") == "geojson":
        yield Check("geojson", (one.name,), code="type-error")
    bounds = {
        word: str(constraints_of(content)[word])
        for word in ("minimum", "maximum")
        if one.type in (FieldType.DATE, FieldType.DATETIME) and constraints_of(content).get(word)
    }
    if bounds:
        yield Check("date_range", (one.name,), MappingProxyType(bounds), code="constraint-error")


def _custom_checks(
    table: str, content: Mapping[str, Any], fields: Mapping[str, Field], reading: _Reading
) -> Iterator[Check]:
    described = content.get("custom_checks") or []
    for one in described if isinstance(described, list) else []:
        named = str(one.get("name") or "") if isinstance(one, dict) else ""
        parameters = one.get("params") or {} if isinstance(one, dict) else {}
        ours = _CHECKS.get(named.replace("-", "_"))
        columns = [fields[each.casefold()].name for each in _columns(parameters) if each.casefold() in fields]
        if ours is None or not columns:
            told = tr("{table}: the check “{name}” is unknown.")
            reading.left_out.append(told.format(table=table, name=named))
            continue
        kept = {key: str(value) for key, value in parameters.items() if isinstance(value, (str, int, bool))}
        kept.pop("column", None)
        yield Check(ours, tuple(columns), MappingProxyType(kept), code=named)


def _columns(parameters: Mapping[str, Any]) -> list[str]:
    """The columns of a custom check, the first the one that it is about."""
    names: list[str] = []
    for key in ("column", "column1", "column2", "columns", "othercolumns"):
        value = parameters.get(key)
        names += [value] if isinstance(value, str) else [str(one) for one in value or ()]
    return names


def _references(
    table: str, content: Mapping[str, Any], fields: Mapping[str, Field], reading: _Reading
) -> Iterator[Reference]:
    for one in content.get("foreignKeys") or ():
        target = one.get("reference") or {}
        ours = [each for each in _listed(one.get("fields")) if each.casefold() in fields]
        other = str(target.get("resource") or "") or table
        if not ours or other not in reading.names:
            if other not in reading.names:
                told = tr("{table}: the table “{name}”, which it refers to, is not in the schema.")
                reading.left_out.append(told.format(table=table, name=other))
            continue
        names = tuple(fields[each.casefold()].name for each in ours)
        yield Reference(names, other, tuple(_listed(target.get("fields"))), is_code_list=False, code="foreign-key")


def _listed(value: Any) -> Sequence[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value or ()]
