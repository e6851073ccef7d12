"""A mapping as a file: JSON, to be reused, shared, read by people. Its form is described in docs/correspondance.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from ...errors import StandardError
from ...i18n import tr
from ..report_json import write_text
from .model import FieldRule, Located, Mapping, Place, Shape, TableRule, Way

if TYPE_CHECKING:
    from enum import Enum
    from pathlib import Path

    _Choice = TypeVar("_Choice", bound=Enum)

VERSION = 1
_LARGEST = 20 * 1024 * 1024  # bytes
_TOP = ("version", "standard", "standard_version", "source", "tables")
_TABLE = ("table", "filter", "once", "geometry", "fields")
_LOCATED = ("place", "columns", "crs")
_FIELD = (*(way.value for way in Way), "separator", "part", "values", "confidence")


def write_mapping(mapping: Mapping, path: Path) -> None:
    """Writes the file, whole or not at all. Raises OutputError."""
    write_text(path, text_of(mapping))


def text_of(mapping: Mapping) -> str:
    """The text of the file."""
    content = {
        "version": VERSION,
        "standard": mapping.standard,
        "standard_version": mapping.standard_version,
        "source": {"name": mapping.source, "columns": list(mapping.columns)},
        "tables": [_table_said(one) for one in mapping.tables],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_mapping(path: Path) -> Mapping:
    """The mapping of a file. Raises StandardError, with the place of what is wrong."""
    try:
        if path.stat().st_size > _LARGEST:
            raise _wrong(path, tr("it is too large for a mapping."))
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _wrong(path, tr("it can't be opened ({reason}).").format(reason=error.strerror)) from error
    except (ValueError, RecursionError) as error:
        raise _wrong(path, tr("it is not JSON ({reason}).").format(reason=error)) from error
    try:
        return _mapping(content)
    except _FaultError as fault:
        raise _wrong(path, f"{fault.where}: {fault.problem}") from fault


class _FaultError(Exception):
    """What is wrong, and where."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(problem)
        self.where, self.problem = where, problem


def _wrong(path: Path, problem: str) -> StandardError:
    return StandardError(
        tr("The mapping “{name}” can't be read: {problem}").format(name=path.name, problem=problem),
        detail=str(path),
        hint=tr("Its form is described in the documentation; the algorithm “map” writes one."),
    )


# ------------------------------------------------------------------------------------------------------- writing
def _table_said(rule: TableRule) -> dict[str, Any]:
    said: dict[str, Any] = {"table": rule.table}
    if rule.filter:
        said["filter"] = rule.filter
    if rule.once:
        said["once"] = True
    said["geometry"] = {"place": rule.located.place.value}
    if rule.located.columns:
        said["geometry"] |= {"columns": list(rule.located.columns), "crs": rule.located.crs}
    said["fields"] = {one.field: _field_said(one) for one in rule.fields}
    return said


def _field_said(rule: FieldRule) -> dict[str, Any]:
    said: dict[str, Any] = {rule.way.value: list(rule.columns) if rule.way is Way.COLUMNS else rule.text}
    if len(rule.columns) > 1 or rule.part:
        said["separator"] = rule.separator
    if rule.part:
        said["part"] = rule.part
    if rule.values:
        said["values"] = dict(rule.values)
    if rule.confidence < 1:
        said["confidence"] = round(rule.confidence, 2)
    return said


# ------------------------------------------------------------------------------------------------------- reading
def _mapping(content: Any) -> Mapping:
    content = _object(content, "", _TOP)
    if content.get("version") != VERSION:
        problem = tr("version {number} is expected: the file may come from a newer plugin.").format(number=VERSION)
        raise _FaultError("version", problem)
    source = _object(content.get("source", {}), "source", ("name", "columns"))
    tables = content.get("tables")
    if not isinstance(tables, list) or not tables:
        raise _FaultError("tables", tr("a list is expected, with one table at least."))
    return Mapping(
        _text(content, "standard", "", needed=True),
        _text(content, "standard_version", ""),
        tuple(_table(one, f"tables[{at}]") for at, one in enumerate(tables)),
        _text(source, "name", "source"),
        _texts(source.get("columns", []), "source.columns"),
    )


def _table(content: Any, where: str) -> TableRule:
    content = _object(content, where, _TABLE)
    place = _object(content.get("geometry", {}), f"{where}.geometry", _LOCATED)
    columns = _texts(place.get("columns", []), f"{where}.geometry.columns")
    read = _choice(Place, place.get("place", Place.LAYER.value), f"{where}.geometry.place")
    wanted = {Place.LAYER: 0, Place.NONE: 0, Place.COLUMNS: 2}.get(read, 1)
    if len(columns) != wanted:
        problem = tr("{count} columns are expected for “{place}”.").format(count=wanted, place=read.value)
        raise _FaultError(f"{where}.geometry.columns", problem)
    fields = content.get("fields")
    if not isinstance(fields, dict):
        raise _FaultError(f"{where}.fields", tr("an object is expected."))
    return TableRule(
        _text(content, "table", where, needed=True),
        tuple(_field(name, one, f"{where}.fields.{name}") for name, one in fields.items()),
        Located(read, columns, _text(place, "crs", f"{where}.geometry") or "EPSG:4326"),
        _text(content, "filter", where),
        content.get("once") is True,
    )


def _field(name: str, content: Any, where: str) -> FieldRule:
    content = _object(content, where, _FIELD)
    ways = [way for way in Way if way.value in content]
    if len(ways) != 1:
        known = ", ".join(way.value for way in Way)
        raise _FaultError(where, tr("one of these keys is expected, and only one: {known}.").format(known=known))
    way = ways[0]
    columns = _texts(content["columns"], f"{where}.columns") if way is Way.COLUMNS else ()
    if way is Way.COLUMNS and not columns:
        raise _FaultError(f"{where}.columns", tr("the name of a column is expected."))
    text = "" if way is Way.COLUMNS else _text(content, way.value, where, needed=way is not Way.CONSTANT)
    if way is Way.GEOMETRY:
        _choice(Shape, text, f"{where}.geometry")
    part = content.get("part", 0)
    if isinstance(part, bool) or not isinstance(part, int) or part < 0 or (part and len(columns) != 1):
        raise _FaultError(f"{where}.part", tr("the rank of a part of one column is expected: 1, 2…"))
    separator = _text(content, "separator", where) if "separator" in content else " "
    if part and not separator:
        raise _FaultError(f"{where}.separator", tr("a text is expected."))
    values = content.get("values", {})
    if not isinstance(values, dict) or not all(isinstance(one, str) for one in values.values()):
        raise _FaultError(f"{where}.values", tr("an object of texts is expected."))
    confidence = content.get("confidence", 1.0)
    if isinstance(confidence, bool) or not isinstance(confidence, (int, float)):
        raise _FaultError(f"{where}.confidence", tr("a number is expected."))
    return FieldRule(name, way, columns, text, separator, part, tuple(values.items()), float(confidence))


def _object(content: Any, where: str, known: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise _FaultError(where or "JSON", tr("an object is expected."))
    for key in content:
        if key not in known:
            raise _FaultError(f"{where}.{key}".lstrip("."), tr("this key is unknown."))
    return content


def _text(content: dict[str, Any], key: str, where: str, *, needed: bool = False) -> str:
    value = content.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise _FaultError(f"{where}.{key}".lstrip("."), tr("a text is expected."))
    return value


def _texts(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _FaultError(where, tr("a list of texts is expected."))
    return tuple(value)


def _choice(of: type[_Choice], value: Any, where: str) -> _Choice:
    try:
        return of(value)
    except ValueError:
        known = ", ".join(str(one.value) for one in of)
        raise _FaultError(where, tr("“{value}” is not one of: {known}.").format(value=value, known=known)) from None
