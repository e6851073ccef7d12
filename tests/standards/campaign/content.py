"""A valid document in memory: the rows and the shapes of each table, made so that every rule holds."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field, replace
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from data_territoires_plugin.standards.model import FieldType

from .shapes import ROWS, ground_of, kind_of, shape
from .values import accepted, document_name, fits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from data_territoires_plugin.standards.model import CodeList, Condition, Field, Reference, Standard, Table

    Row = dict[str, str | None]

_LITERAL = re.compile(r"'((?:[^']|'')*)'")
_TRIED = 40_000  # rows looked at before a condition is said to have no answer
_CODES = 60


@dataclass
class Layer:
    """One table of a document."""

    table: Table
    columns: list[str]
    rows: list[Row]
    shapes: list[str | None] = field(default_factory=list)  # WKT
    kind: str = "None"  # as QGIS names it
    crs: str = ""

    def copy(self) -> Layer:
        """The same, that may be spoilt."""
        return replace(
            self, columns=list(self.columns), rows=[dict(row) for row in self.rows], shapes=list(self.shapes)
        )


@dataclass
class Content:
    """A document."""

    standard: Standard
    name: str
    layers: dict[str, Layer]

    @property
    def pieces(self) -> frozenset[str]:
        """The files that its rows name, and those that a fault may name."""
        return frozenset(
            row[one.name] or ""
            for layer in self.layers.values()
            for one in layer.table.fields
            if one.type is FieldType.FILENAME and one.asked
            for row in layer.rows
        )

    def needed(self, name: str) -> list[str]:
        """The tables that a table speaks of, itself first."""
        found = [name]
        for one in found:
            table = self.layers[one].table
            spoken = [reference.target for reference in table.references if not reference.is_code_list]
            spoken += [rule.other for rule in table.topology if rule.other]
            known = {key.casefold(): key for key in self.layers}
            found += [
                known[each.casefold()]
                for each in spoken
                if each.casefold() in known and known[each.casefold()] not in found
            ]
        return list(dict.fromkeys(found))


def content_of(standard: Standard) -> Content:
    """A valid document of a standard."""
    content = Content(standard, document_name(standard), {})
    left = list(standard.tables)
    while left:
        made = [one for one in left if not _waits(one, left)] or left[:1]
        for table in made:
            content.layers[table.name] = _layer(table, content)
        left = [one for one in left if one.name not in content.layers]
    content.layers = {table.name: content.layers[table.name] for table in standard.tables}
    return content


def _waits(table: Table, left: list[Table]) -> bool:
    names = {one.name.casefold() for one in left if one is not table}
    return any(not one.is_code_list and one.target.casefold() in names for one in table.references)


def _layer(table: Table, content: Content) -> Layer:
    columns = [one.name for one in table.fields if one.asked]
    rows = [Maker(table, content).row(at) for at in range(count_of(table))]
    layer = Layer(table, columns, rows)
    if table.geometry is not None:
        ground = ground_of(content.standard, table)
        kind = kind_of(table.geometry)
        layer.shapes = [shape(ground, kind, at) for at in range(len(rows))]
        layer.kind, layer.crs = {"point": "Point", "line": "LineString"}.get(kind.value, "Polygon"), ground.crs
    return layer


def count_of(table: Table) -> int:
    """How many rows a table has: one where an identifier that is the document's own has to be unique."""
    own = {name for check in table.checks if check.name == "document_code" for name in check.fields}
    once = {one.name for one in table.fields if one.unique} | ({table.key[0]} if len(table.key) == 1 else set())
    return 1 if own & once else ROWS


class Maker:
    """Makes the rows of a table: each group of columns that go together takes the values that all rules accept."""

    def __init__(self, table: Table, content: Content) -> None:
        self.table = table
        self._content = content
        self._standard = content.standard
        self._own = {
            one.name: accepted(one, table, self._standard, list(_referring(table, one.name, self._standard)))
            for one in table.fields
            if one.asked
        }

    def row(self, at: int) -> Row:
        """A valid row, another one for each number."""
        row: Row = {name: values[at % len(values)] if values else None for name, values in self._own.items()}
        for reference in self.table.references:
            row |= self._referred(reference, at)
        broken = [one for one in self.table.conditions if not holds(one, row)]
        while broken:
            near = self._near(broken)
            found = next(self.variants(row, lambda one, near=near: all(holds(rule, one) for rule in near)), None)
            if found is None:
                return row
            row = found
            left = [one for one in self.table.conditions if not holds(one, row)]
            if len(left) >= len(broken):
                return row
            broken = left
        return row

    def against(self, condition: Condition, row: Row) -> Iterator[Row]:
        """Rows that this condition alone refuses; then those that others refuse with it, or that lack a value."""
        near = self._near([condition])
        yield from islice(
            self.variants(
                row,
                lambda one: not holds(condition, one) and all(holds(c, one) for c in near if c is not condition),
                [condition],
            ),
            3,
        )
        yield from islice(self.variants(row, lambda one: not holds(condition, one), [condition], empty=True), 3)

    def variants(
        self, row: Row, wanted: Callable[[Row], bool], about: list[Condition] | None = None, *, empty: bool = False
    ) -> Iterator[Row]:
        """Rows that differ from this one in the columns of the conditions, and that suit."""
        names = self._columns(about or [one for one in self.table.conditions if not holds(one, row)])
        groups = self._groups(names, row, empty=empty)
        for chosen in islice(product(*groups), _TRIED):
            candidate = dict(row)
            for part in chosen:
                candidate |= part
            if wanted(candidate):
                yield candidate

    def _near(self, conditions: list[Condition]) -> list[Condition]:
        names = set(self._columns(conditions))
        return [one for one in self.table.conditions if names & set(self._columns([one]))]

    def _columns(self, conditions: list[Condition]) -> list[str]:
        words = [word.casefold() for one in conditions for word in re.findall(r"\w+", _LITERAL.sub("", one.predicate))]
        return [name for name in self._own if name.casefold() in words]

    def _groups(self, names: list[str], row: Row, *, empty: bool) -> list[list[Row]]:
        """For each group of columns that are looked up together, the values it may take."""
        groups: list[list[Row]] = []
        done: set[str] = set()
        for name in names:
            if name in done:
                continue
            lists = [one for one in self.table.references if name in one.fields]
            widest = max(lists, key=lambda one: len(one.fields), default=None)
            fields = widest.fields if widest else (name,)
            done |= set(fields)
            choices: list[Row] = [{one: row[one] for one in fields if one in row}]
            if widest is not None and widest.is_code_list:
                choices += self._codes(widest)
            else:
                choices += [
                    {name: value} for value in (*self._own[name][:4], *self._own[name][-2:], *self._literals(name))
                ]
            known = self.table.field(name)
            if known is not None and (empty or not known.required):
                choices += [
                    {one: None} | ({two: row[two] for two in fields if two != one}) for one in fields if one == name
                ]
            groups.append(choices)
        return groups

    def _literals(self, name: str) -> list[str]:
        """The values that the conditions name, where the field accepts them."""
        known = self.table.field(name)
        numbers = (
            ["1999", "2001"]
            if any(name in one.predicate and "CAST" in one.predicate for one in self.table.conditions)
            else []
        )
        said = numbers + [
            text.replace("_", "1") for one in self.table.conditions for text in _LITERAL.findall(one.predicate)
        ]
        return [text for text in dict.fromkeys(said) if known is not None and fits(known, text)]

    def _codes(self, reference: Reference) -> list[Row]:
        codes = self._standard.code_list(reference.target)
        if codes is None:
            return []
        made = [dict(zip(reference.fields, one, strict=True)) for one in rows_of(codes, reference)]
        told = [one for one in made if all(self._fits(name, value) for name, value in one.items())]
        spoken = {text for one in self.table.conditions for text in _LITERAL.findall(one.predicate)}
        told.sort(key=lambda one: -sum(value in spoken for value in one.values()))
        return list(told[:_CODES])

    def _fits(self, name: str, value: str | None) -> bool:
        known = self.table.field(name)
        return known is not None and value is not None and fits(known, value)

    def _referred(self, reference: Reference, at: int) -> Row:
        if reference.is_code_list:
            codes = self._codes(reference)
            return dict(sorted(codes[at % len(codes)].items())) if codes else {}
        layer = next(
            (one for name, one in self._content.layers.items() if name.casefold() == reference.target.casefold()), None
        )
        if layer is None or not layer.rows:
            return {}
        target = layer.rows[at % len(layer.rows)]
        by_name = {name.casefold(): value for name, value in target.items()}
        return {
            name: by_name.get(other.casefold())
            for name, other in zip(reference.fields, reference.target_fields, strict=True)
        }


def _referring(table: Table, name: str, standard: Standard) -> Iterator[Field]:
    """The fields of other tables that name the values of this one."""
    for other in standard.tables:
        for reference in other.references:
            if not reference.is_code_list and reference.target.casefold() == table.name.casefold():
                for field_name, target in zip(reference.fields, reference.target_fields, strict=True):
                    known = other.field(field_name)
                    if target.casefold() == name.casefold() and known is not None:
                        yield known


def rows_of(codes: CodeList, reference: Reference) -> list[tuple[str, ...]]:
    """The rows of a code list, in the order of the columns that look it up."""
    names = [name.casefold() for name in codes.columns]
    at = [names.index(name.casefold()) for name in reference.target_fields]
    return [tuple(code.values[one] for one in at) for code in codes.codes]


_BASE = sqlite3.connect(":memory:", check_same_thread=False)


def holds(condition: Condition, row: Mapping[str, Any]) -> bool:
    """Whether SQLite itself doesn't find the condition false of a row."""
    named = ", ".join(f'? AS "{name}"' for name in row)
    statement = f"SELECT NOT ({condition.predicate}) FROM (SELECT {named})"
    return _BASE.execute(statement, list(row.values())).fetchone()[0] != 1
