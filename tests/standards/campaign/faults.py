"""One fault for each rule of a table: what to spoil, and where the engine has to find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import FieldType, Presence

from .content import Layer, Maker, holds, rows_of
from .patterns import matching
from .shape_faults import riddled, shape_faults
from .values import fits, not_of_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data_territoires_plugin.standards.model import Check, Condition, Field, Reference, Table

    from .content import Content, Row

_ROW = 1  # the row that is spoilt
_TRIES = 6
# Rules that the same value may break besides: a value too long for its size is not one of the list either.
_SAME_VALUE = frozenset(
    (
        "length",
        "pattern",
        "values",
        "codes",
        "condition",
        "reference",
        "range",
        "type",
        "required",
        "characters",
        "unique",
        "key",
    )
) | {
    "document_code",
    "idurba",
    "insee",
    "insee_unknown",
    "siren",
    "siret",
    "date_order",
    "phone",
    "opening_hours",
    "geojson",
}


@dataclass(frozen=True)
class Fault:
    """A fault, and what the engine has to say of it."""

    kind: str  # kind of rule, in the words of Standard.rules()
    rule: str  # of the finding
    table: str
    field: str = ""  # of the finding
    rows: tuple[int, ...] = ()  # those that the findings name; () for a finding on the whole table
    variants: tuple[Callable[[Layer], None], ...] = ()  # ways to plant it, the neatest first; none: it can't be
    implied: frozenset[str] = frozenset()  # rules that may be broken with it, on the same row and columns
    around: frozenset[str] = frozenset()  # rules that may be broken with it anywhere in the table
    expected: str = ""  # what the finding expects, where several rules share their name and column
    why_not: str = ""


def faults_of(table: Table, content: Content) -> Iterator[Fault]:
    """The faults of the rules of a table, in the order of Standard.rules()."""
    maker = Maker(table, content)
    layer = content.layers[table.name]
    for one in table.fields:
        if one.asked:
            yield from _of_field(one, table, layer)
    if table.geometry is not None:
        yield from shape_faults(table, layer, content.standard)
    for reference in table.references:
        yield _of_reference(reference, table, layer, content)
    for condition in table.conditions:
        yield _of_condition(condition, table, layer, maker)
    for check in table.checks:
        yield _of_check(check, table, layer)
    if table.key:
        yield _of_key(table, layer)


def setting(row: int, **values: str | None) -> Callable[[Layer], None]:
    """Writes these values in a row."""

    def spoil(layer: Layer) -> None:
        layer.rows[min(row, len(layer.rows) - 1)].update(values)

    return spoil


def _row(layer: Layer) -> int:
    return min(_ROW, len(layer.rows) - 1)


# ------------------------------------------------------------------------------------------------ of a field
def _of_field(one: Field, table: Table, layer: Layer) -> Iterator[Fault]:
    row = _row(layer)
    held = layer.rows[row][one.name]
    conditions = frozenset({"condition"})

    def fault(kind: str, rule: str, texts: list[str | None], why: str = "") -> Fault:
        ways = tuple(setting(row, **{one.name: text}) for text in texts[:_TRIES])
        return Fault(kind, rule, table.name, one.name, (row,), ways, _SAME_VALUE - {kind}, why_not=why)

    if one.presence is Presence.MANDATORY:
        yield Fault("presence", "presence", table.name, one.name, (), (_without(one.name),), around=conditions)
    if one.type is FieldType.FILENAME:
        yield fault("type", "filename", _near_names(one, held), "une autre règle passe avant")
    elif one.type is not FieldType.TEXT:
        yield fault("type", "type", list(not_of_type(one)), "tout texte est une valeur de ce type")
    if one.required:
        yield fault("required", "required", [None])
    if one.unique:
        yield _twice("unique", (one.name,), table, layer)
    yield from (fault(*said) for said in _of_value(one, held))


def _of_value(one: Field, held: str | None) -> Iterator[tuple[str, str, list[str | None], str]]:
    """Kind of rule, rule, texts that break it, and why there may be none: size, pattern, enumeration, bounds."""
    if one.min_length is not None:
        yield "length", "min_length", _short(one, held), "aucun texte n’est plus court"
    if one.max_length is not None:
        yield "length", "max_length", _long(one, held), ""
    if one.pattern:
        yield "pattern", "pattern", _unlike(one, held), "le motif accepte tout texte"
    if one.values:
        yield "values", "values", _unlisted(one, held), ""
    if one.minimum is not None:
        yield "range", "minimum", [f"{one.minimum - 1:g}", f"{one.minimum - 0.001:g}"], ""
    if one.maximum is not None:
        yield "range", "maximum", [f"{one.maximum + 1:.15g}", f"{one.maximum + 0.001:.15g}"], ""


def _without(name: str) -> Callable[[Layer], None]:
    def spoil(layer: Layer) -> None:
        layer.columns.remove(name)

    return spoil


def _near_names(one: Field, held: str | None) -> list[str | None]:
    """Names of files that are not there."""
    made = ["absent.pdf", *(matching(one.pattern, 0, one.max_length) if one.pattern else ())]
    return [text for text in made[:40] if text != held and fits(one, text)][1:4] or ["absent.pdf"]


def _short(one: Field, held: str | None) -> list[str | None]:
    most = (one.min_length or 0) - 1
    if most < 1:
        return []
    by_pattern = list(matching(one.pattern, 1, most))[:2] if one.pattern else []
    return [*by_pattern, (held or "")[:most] or "1" * most, "1" * most]


def _long(one: Field, held: str | None) -> list[str | None]:
    least = (one.max_length or 0) + 1
    texts: list[str | None] = []
    if one.pattern:
        texts += [text for text in _first(matching(one.pattern, least, least + 12), 3) if len(text) >= least]
    start = held or "a"
    filler = "0" if one.type in (FieldType.INTEGER, FieldType.NUMBER) else "a"
    texts += [
        start + filler * (least - len(start)),
        start + "1" * (least - len(start)),
        filler.replace("0", "1") * least,
    ]
    return texts


def _unlike(one: Field, held: str | None) -> list[str | None]:
    from re import compile as compiled

    whole = compiled(one.pattern)
    start = held or "a"
    made = [
        start[:-1] + "?",
        "?" + start[1:],
        "??",
        start + "?",
        "é",
        "0",
        "a",
        "?" * max(1, one.min_length or 1),
        "a?b",
    ]
    made += [start[:-1] + "é", "x" * len(start), "9" * len(start), "-1"]
    if one.type is FieldType.URL:
        made = ["ftp://www.exemple.fr/a", "https://exemple.fr/a|b", *made]
    elif one.type in (FieldType.DATE, FieldType.DATETIME):
        made = ["1850-01-01", "3024-01-01", *made]
    elif one.type in (FieldType.INTEGER, FieldType.NUMBER):
        made = ["0", "77", "123456", "-1", "0.25", *made]
    good = [text for text in made if text and not whole.fullmatch(text)]
    return sorted(good, key=lambda text: not _sized(one, text))  # type: ignore[return-value]


def _sized(one: Field, text: str) -> bool:
    return (one.min_length or 0) <= len(text) <= (one.max_length or len(text))


def _unlisted(one: Field, held: str | None) -> list[str | None]:
    size = len(held or "a")
    made = ["Z" * size, "z" * size, "9" * size, "zzz", "98", "-98765", "autre chose"]
    good = [text for text in made if text not in one.values]
    return sorted(good, key=lambda text: not _sized(one, text))  # type: ignore[return-value]


def _first(texts: Iterator[str], most: int) -> list[str]:
    return [text for _, text in zip(range(most), texts, strict=False)]


# ------------------------------------------------------------------------------------------------ of a table
def _twice(kind: str, names: tuple[str, ...], table: Table, layer: Layer) -> Fault:
    """The values of the first row in the second."""

    def spoil(spoilt: Layer) -> None:
        if len(spoilt.rows) == 1:
            spoilt.rows.append(dict(spoilt.rows[0]))
            spoilt.shapes += spoilt.shapes[:1]
        else:
            spoilt.rows[_ROW] |= {name: spoilt.rows[0][name] for name in names}

    around = (
        frozenset({"unique", "key", "geometry_unique", "no_overlap"}) - {kind} if len(layer.rows) == 1 else frozenset()
    )
    implied = frozenset({"condition", "codes"}) | (frozenset({"key"}) if kind == "unique" else frozenset())
    return Fault(kind, kind, table.name, ", ".join(names), (0,), (spoil,), around=around | implied)


def _of_key(table: Table, layer: Layer) -> Fault:
    known = table.field(table.key[0])
    if len(table.key) == 1 and known is not None and known.unique:
        return Fault(
            "key", "unique", table.name, table.key[0], (0,), _twice("unique", table.key, table, layer).variants
        )
    fault = _twice("key", table.key, table, layer)
    uniques = {one.name for one in table.fields if one.unique and one.name in table.key}
    return Fault(**{**fault.__dict__, "around": fault.around | ({"unique"} if uniques else set())})


def _of_reference(reference: Reference, table: Table, layer: Layer, content: Content) -> Fault:
    row = _row(layer)
    fields = [table.field(name) for name in reference.fields]
    known: set[tuple[str | None, ...]] = set()
    if reference.is_code_list:
        codes = content.standard.code_list(reference.target)
        known = set(rows_of(codes, reference)) if codes else set()
    made: list[Row] = []
    held = layer.rows[row]
    for text in ("99", "98", "ZZ", "9", "Z", "zzz", "abc", "35238", *(_others(fields[-1], held) if fields[-1] else ())):
        for names in ((reference.fields[-1],), reference.fields):
            values = dict.fromkeys(names, text)
            whole = tuple({**held, **values}[name] for name in reference.fields)
            if whole not in known and None not in whole and values not in made:
                made.append(values)
    made.sort(
        key=lambda values: (
            not all(one is None or one.name not in values or fits(one, values[one.name] or "") for one in fields)
        )
    )
    made.sort(key=lambda values: not all(holds(one, {**held, **values}) for one in table.conditions))
    kind = "codes" if reference.is_code_list else "reference"
    doubled = sum(one.fields == reference.fields for one in table.references) > 1
    return Fault(
        kind,
        kind,
        table.name,
        ", ".join(reference.fields),
        (row,),
        tuple(setting(row, **values) for values in made[:12]),
        _SAME_VALUE if doubled else _SAME_VALUE - {kind},
    )


def _others(one: Field | None, held: Row) -> list[str]:
    """Values of the right form that no other row holds."""
    if one is None or not one.pattern:
        return []
    return [
        text
        for text in _first(matching(one.pattern, one.min_length or 0, one.max_length), 60)
        if text != held.get(one.name)
    ][40:46]


def _of_condition(condition: Condition, table: Table, layer: Layer, maker: Maker) -> Fault:
    row = _row(layer)
    held = layer.rows[row]
    ways = [
        setting(row, **{name: value for name, value in spoilt.items() if value != held[name]})
        for spoilt in maker.against(condition, held)
    ]
    columns = [name for name in _in_order(condition, table)]
    return Fault(
        "condition",
        "condition",
        table.name,
        ", ".join(columns),
        (row,),
        tuple(ways),
        _SAME_VALUE,
        expected=condition.message or condition.predicate,
        why_not="aucune valeur permise ne la rend fausse",
    )


def _in_order(condition: Condition, table: Table) -> list[str]:
    from data_territoires_plugin.standards.engine.conditions import fields_of

    return list(fields_of(condition, table))


# ------------------------------------------------------------------------------------------------ named checks
_BAD: dict[str, list[str]] = {
    "siren": ["243500138", "123456789"],
    "siret": ["24350013900011", "12345678901234"],
    "idurba": ["35238-PLU-2024", "35238_PLU", "X"],
    "opening_hours": ["de 9 h à 18 h"],
    "phone": ["12 34"],
    "geojson": ['{"type": "Rond"}'],
    "french_gps": ["48.11, -1.68", "[48.11, -1.68]"],
    "uuid4": ["1b671a64-40d5-191e-99b0-da01ff1f3310"],
}


def _of_check(check: Check, table: Table, layer: Layer) -> Fault:
    row = _row(layer)
    held = layer.rows[row]
    texts = _BAD.get(check.name, [])
    rule, columns = check.name, check.fields
    values: list[Row] = [{columns[0]: text} for text in texts] if columns else []
    if check.name == "insee":
        rule, values = "insee_unknown", [{columns[0]: "35999"}]
    elif check.name == "document_code":
        other = (held[columns[0]] or "").replace("2024", "2019")
        values = [{columns[0]: other}]
    elif check.name == "date_order":
        values = [dict(zip(columns, [f"2024010{9 - at}" for at in range(len(columns))], strict=True))]
        values += [dict(zip(columns, [f"2024-01-0{9 - at}" for at in range(len(columns))], strict=True))]
    elif check.name == "complexity":
        return Fault("complexity", "complexity", table.name, "", (0,), (riddled,), around=frozenset({"no_gap"}))
    ways = tuple(setting(row, **one) for one in values)
    return Fault(check.name, rule, table.name, ", ".join(columns), (row,), ways, _SAME_VALUE)
