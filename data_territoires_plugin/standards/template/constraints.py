"""What a form refuses: the rules of a field as an expression of QGIS, with a message that says what is wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qgis.core import QgsExpression

from ...i18n import tr
from ..engine.conditions import fields_of
from ..engine.types import in_words
from ..model import FieldType, Level
from .columns import is_text
from .patterns import example_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Check, Field, Reference, Standard, Table

_CAST = re.compile(r"CAST\((\w+) AS (INTEGER|REAL)\)", re.IGNORECASE)
_FILLED = re.compile(r"(\w+)\s+(?:IS\s+)?NOT NULL", re.IGNORECASE)
_SHOWN = 12  # codes named in a message


def constraint_of(one: Field, table: Table, standard: Standard) -> tuple[str, str]:
    """The expression and the message; ("", "") where anything goes. An empty value is the matter of NOT NULL alone."""
    codes = list(_list_rules(one, table, standard))
    rules = [*_value_rules(one, bool(codes or one.values)), *codes, *_named_rules(one, table)]
    rules += _condition_rules(one, table)
    kept = [(rule, words) for rule, words in rules if not QgsExpression(rule).hasParserError()]
    return " AND ".join(f"({rule})" for rule, _ in kept), " ".join(words for _, words in kept)


def _value_rules(one: Field, listed: bool) -> Iterator[tuple[str, str]]:
    name = QgsExpression.quotedColumnRef(one.name)
    if one.min_length and not listed:
        words = tr("At least {count} characters.").format(count=one.min_length)
        yield f"{name} IS NULL OR length({name}) >= {one.min_length}", words
    if one.max_length and is_text(one) and not one.pattern and not listed:
        words = tr("At most {count} characters.").format(count=one.max_length)
        yield f"{name} IS NULL OR length({name}) <= {one.max_length}", words
    if one.pattern:
        pattern = QgsExpression.quotedString(f"^(?:{one.pattern})$")
        words = tr("Written as the standard wants: {form}.").format(form=example_of(one.pattern, one.example))
        yield f"{name} IS NULL OR regexp_match({name}, {pattern}) > 0", words
    if one.minimum is not None:
        yield (
            f"{name} IS NULL OR {name} >= {one.minimum:.15g}",
            tr("At least {value}.").format(value=f"{one.minimum:g}"),
        )
    if one.maximum is not None:
        yield f"{name} IS NULL OR {name} <= {one.maximum:.15g}", tr("At most {value}.").format(value=f"{one.maximum:g}")
    if one.values and one.type is not FieldType.LIST:
        yield _among(name, one.values), tr("One of: {values}.").format(values=_shown(one.values))
    form = _FORMS.get(one.type)
    if form is not None and is_text(one):
        words = tr("Expected: {what}.").format(what=in_words(one))
        yield f"{name} IS NULL OR regexp_match({name}, {QgsExpression.quotedString(form)}) > 0", words


_FORMS = {
    FieldType.URL: r"^https?://\S+$",
    FieldType.EMAIL: r"^\S+@\S+\.\S+$",
    FieldType.YEAR: r"^\d{4}$",
    FieldType.YEAR_MONTH: r"^\d{4}-(0[1-9]|1[0-2])$",
    FieldType.UUID: r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
    FieldType.GEOPOINT: r"^\[?-?\d+(\.\d+)?, *-?\d+(\.\d+)?\]?$",
    FieldType.TIME: r"^\d{2}:\d{2}(:\d{2})?$",
}


def _list_rules(one: Field, table: Table, standard: Standard) -> Iterator[tuple[str, str]]:
    """The codes of a list; of several columns together, on the last of them."""
    for reference in table.references:
        if reference.is_code_list and one.name == reference.fields[-1] and one.type is not FieldType.LIST:
            yield from _codes(reference, standard)


def _codes(reference: Reference, standard: Standard) -> Iterator[tuple[str, str]]:
    codes = standard.code_list(reference.target)
    if codes is None or not codes.codes:
        return
    ranks = [codes.columns.index(column) for column in reference.target_fields if column in codes.columns]
    if len(ranks) != len(reference.fields):
        return
    values = tuple(dict.fromkeys("|".join(code.values[rank] for rank in ranks) for code in codes.codes))
    columns = " || '|' || ".join(map(QgsExpression.quotedColumnRef, reference.fields))
    yield _among(columns, values), tr("A code of the list “{name}”.").format(name=codes.title or codes.id)


def _named_rules(one: Field, table: Table) -> Iterator[tuple[str, str]]:
    """Rules that have a name: what an expression can say of them."""
    name = QgsExpression.quotedColumnRef(one.name)
    for check in table.checks:
        if check.level is Level.ERROR and one.name in check.fields:
            if check.name == "insee":
                words = tr("A code INSEE: {example}.").format(example="35238")
                yield f"{name} IS NULL OR regexp_match({name}, '^(2[AB]|[0-9][0-9])[0-9][0-9][0-9]$') > 0", words
            if check.name == "siren":
                yield _luhn(name, 9), tr("A SIREN number: nine digits with their key.")
            if check.name == "siret":  # La Poste has a key of its own for its establishments
                yield (
                    f"left({name}, 9) = '356000000' OR {_luhn(name, 14)}",
                    tr("A SIRET number: fourteen digits with their key."),
                )
        if check.name == "date_order" and one.name in check.fields[1:]:
            yield _after(check, one), tr("No earlier than {field}.").format(field=_before(check, one))


def _before(check: Check, one: Field) -> str:
    return check.fields[check.fields.index(one.name) - 1]


def _after(check: Check, one: Field) -> str:
    late, early = (QgsExpression.quotedColumnRef(name) for name in (one.name, _before(check, one)))
    return f"{late} IS NULL OR {early} IS NULL OR {late} >= {early}"


def _luhn(name: str, digits: int) -> str:
    """Whether the key of Luhn is right: every second digit from the right is doubled."""
    digit = f"to_int(substr({name}, @element, 1)) * if(@element % 2 = {(digits - 1) % 2}, 2, 1)"
    total = f"array_sum(array_foreach(generate_series(1, {digits}), ({digit}) - if(({digit}) > 9, 9, 0)))"
    return f"{name} IS NULL OR (regexp_match({name}, '^[0-9]{{{digits}}}$') > 0 AND {total} % 10 = 0)"


def _condition_rules(one: Field, table: Table) -> Iterator[tuple[str, str]]:
    """The conditions between columns, on the one that they ask to fill, else on the last that they name."""
    for condition in table.conditions:
        fields = fields_of(condition, table)
        filled = [table.field(word) for word in _FILLED.findall(condition.predicate)]
        last = filled[-1].name if filled and filled[-1] is not None else fields[-1] if fields else ""
        if condition.level is Level.ERROR and one.name == last:
            rule = _CAST.sub(lambda found: f"{_CASTS[found[2].upper()]}({found[1]})", condition.predicate)
            rule = re.sub(r"(\w)\s+NOT NULL", r"\1 IS NOT NULL", rule.replace("IS NOT NULL", "NOT NULL"))
            yield f"coalesce(({rule}), true)", condition.message or condition.predicate


_CASTS = {"INTEGER": "to_int", "REAL": "to_real"}


def _among(name: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(QgsExpression.quotedString(value) for value in values)
    return f"coalesce(to_string({name}) IN ({listed}), true)"


def _shown(values: tuple[str, ...]) -> str:
    return ", ".join(values[:_SHOWN]) + (", …" if len(values) > _SHOWN else "")
