"""A mapping proposed: by name, synonym, type, likeness of values. What is proposed says how sure it is, and why.

Each column serves one field, the surest pairs first; what comes from the geometry is taken from it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...geopackage import quoted
from ...i18n import tr
from ..engine.types import number
from ..model import FieldType, Presence
from .locate import located_by, shape_of
from .model import LIKELY, FieldRule, Located, Mapping, Place, Shape, TableRule, Way
from .values import Values
from .words import CUT, NEUTRAL, are_opposite, name_likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Mapping as Mapped

    from ..model import Field, Kind, Standard, Table

_NUMBERED = ("fid", "ogc_fid", "gid", "objectid")  # what a file or a base numbers its rows by: the last resort
_MOST = 2000  # distinct values looked at, per column
_LOOKED_AT = 300  # of which, to tell whether a column holds a field
_GLANCED_AT = 20  # where the name says little: some patterns of the schemas are slow
_FEWEST = 2  # distinct values, for values alone to tell a field
_BY_VALUES = 0.5  # confidence that values alone give, and what agreeing adds
_SELDOM = 0.2  # share of the values below which numbers may be in another unit
_FACTORS = (100.0, 0.01, 1000.0, 0.001)  # metres and centimetres, kilometres and metres, watts and kilowatts
_UNIT = 0.6  # confidence: someone has to look
_AGREEING = 0.8  # share of the values that must then be those of the field


@dataclass(frozen=True)
class Sample:
    """A column of the source and its distinct values (the first ones, as text)."""

    name: str
    values: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()  # rows that hold each of them


def samples_of(names: Sequence[str], rows: Iterable[Sequence[str | None]]) -> tuple[Sample, ...]:
    """The columns of these rows, each with its distinct values."""
    counted: list[dict[str, int]] = [{} for _ in names]
    for row in rows:
        for held, value in zip(counted, row, strict=True):
            if value is not None and (value in held or len(held) < _MOST):
                held[value] = held.get(value, 0) + 1
    return tuple(Sample(name, tuple(held), tuple(held.values())) for name, held in zip(names, counted, strict=True))


def propose(
    standard: Standard,
    table: Table,
    samples: Sequence[Sample],
    kind: Kind | None,
    *,
    layer: str = "",
    named: str = "",
) -> Mapping:
    """The mapping of a layer of these columns and this geometry (None: none) to a table.

    `named`: what finds the standard again (id, path, address). Fields that nothing fills have no rule.
    """
    located = Located() if kind is not None else located_by(samples)
    rules = {rule.field: rule for rule in _from_geometry(table, samples, located, standard)}
    taken = {column for rule in rules.values() for column in rule.columns}
    found = _pairs(standard, table, samples, rules)
    pairs = sorted(found, key=lambda pair: (-pair[1].confidence, pair[0].casefold() in _NUMBERED))
    for column, rule in pairs:
        if rule.field not in rules and column not in taken:
            rules[rule.field] = rule
            taken.add(column)
    by_name = {one.name: one for one in samples}
    finished = (
        with_values(rules[field.name], field, by_name, standard, table) for field in table.fields if field.name in rules
    )
    return Mapping(
        named or standard.id,
        standard.version,
        (TableRule(table.name, tuple(finished), located),),
        layer,
        tuple(one.name for one in samples),
    )


def with_values(
    rule: FieldRule, field: Field, samples: Mapped[str, Sample], standard: Standard, table: Table
) -> FieldRule:
    """The rule, with the values of the standard for those of its column; those that are told already stay."""
    if rule.way is not Way.COLUMNS or len(rule.columns) != 1 or rule.part or rule.columns[0] not in samples:
        return rule
    values = Values(standard, table, field)
    opposite = field.type is FieldType.BOOLEAN and are_opposite(rule.columns[0], field.name)
    told = dict(rule.values)
    for text in samples[rule.columns[0]].values:
        if text in told or (not opposite and (not values.judges or values.safely(text) is not None)):
            continue
        found = values.guessed(text)
        if found is not None:
            told[text] = _other(found.value, values) if opposite else found.value
    return replace(rule, values=tuple(told.items()))


def is_asked_for(field: Field) -> bool:
    """Whether the standard wants a value, or the column: what it misses when nothing fills the field."""
    return field.asked and (field.required or field.presence is Presence.MANDATORY)


def _other(value: str, values: Values) -> str:
    """No for yes, yes for no."""
    no = values.safely("false") or values.safely("non") or "false"
    yes = values.safely("true") or values.safely("oui") or "true"
    return no if values.safely("oui") == value or value == yes else yes


# --------------------------------------------------------------------------------------------------------- geometry
def _from_geometry(table: Table, samples: Sequence[Sample], located: Located, standard: Standard) -> list[FieldRule]:
    """The fields that are taken from the geometry: longitude, WKT… unless a column of that name holds them already."""
    by_name = {one.name.casefold(): one for one in samples}
    rules = []
    for field in table.fields:
        shape = shape_of(field)
        if shape is None or not field.asked:
            continue
        column = by_name.get(field.name.casefold())
        values = Values(standard, table, field)
        held = column is not None and column.values and all(values.fits(text) for text in column.values[:_LOOKED_AT])
        if column is not None and held:
            rules.append(FieldRule(field.name, Way.COLUMNS, (column.name,), reasons=(tr("same name"),)))
        elif located.place is not Place.NONE and (shape is not Shape.WKT or field.required):
            rules.append(FieldRule(field.name, Way.GEOMETRY, text=shape.value, reasons=(tr("from the geometry"),)))
    return rules


# ----------------------------------------------------------------------------------------------------------- columns
def _pairs(
    standard: Standard, table: Table, samples: Sequence[Sample], done: Mapped[str, FieldRule]
) -> list[tuple[str, FieldRule]]:
    """Each column for each field that it may hold, with the confidence."""
    pairs = []
    fields = {field.name.casefold() for field in table.fields if field.asked}
    columns = {sample.name.casefold() for sample in samples}
    for field in table.fields:
        if field.name in done or not field.asked:
            continue
        values, own = Values(standard, table, field), field.name.casefold()
        for sample in samples:
            name = sample.name.casefold()
            if name != own and (name in fields or own in columns):
                continue  # one of the two has its namesake
            rule = _pair(field, sample, values)
            if rule is not None and rule.confidence >= LIKELY:
                pairs.append((sample.name, rule))
    return pairs


def _pair(field: Field, sample: Sample, values: Values) -> FieldRule | None:
    likeness, why = name_likeness(sample.name, field.name, field.title, field.aliases)
    if field.type is FieldType.BOOLEAN and are_opposite(sample.name, field.name):
        likeness, why = CUT, tr("opposite: no becomes yes")
    if not likeness:
        return _by_values(field, sample, values)
    share = _share(sample, values, _LOOKED_AT if likeness >= NEUTRAL else _GLANCED_AT)
    if share is not None and share < _SELDOM and likeness >= NEUTRAL:
        scaled = _in_another_unit(field, sample, values, why)
        if scaled is not None:
            return scaled
    reasons = [why]
    if share is not None:
        reasons.append(tr("{percent} % of its values").format(percent=round(100 * share)))
    confidence = likeness
    if share is not None and likeness >= CUT:
        confidence = likeness * (0.7 + 0.3 * share)
    elif share is not None:
        confidence = likeness * (0.55 + 0.45 * share) + 0.05 * (share > _AGREEING)
    confidence = min(1.0, round(confidence, 3))
    return FieldRule(field.name, Way.COLUMNS, (sample.name,), confidence=confidence, reasons=tuple(reasons))


def _by_values(field: Field, sample: Sample, values: Values) -> FieldRule | None:
    """A column whose name says nothing, and whose values are those of the field."""
    if not _tells(field, sample, values):
        return None
    looked_at = sample.values[:_LOOKED_AT]
    share = sum(values.safely(text) is not None for text in looked_at) / len(looked_at)
    if share < _AGREEING:
        return None
    reasons = (tr("its values are those of the field"),)
    confidence = round(_BY_VALUES + 0.2 * share, 3)
    return FieldRule(field.name, Way.COLUMNS, (sample.name,), confidence=confidence, reasons=reasons)


def _share(sample: Sample, values: Values, most: int) -> float | None:
    """The share of the first distinct values of a column that the field takes; None where it says nothing."""
    if not values.judges or not sample.values:
        return None
    looked_at = sample.values[:most]
    return sum(values.guessed(text) is not None for text in looked_at) / len(looked_at)


def _in_another_unit(field: Field, sample: Sample, values: Values, why: str) -> FieldRule | None:
    """Metres where centimetres are wanted: the numbers are out of bounds, and within them once multiplied."""
    if field.minimum is None and field.maximum is None:
        return None
    numbers = [number(text.replace(",", ".")) for text in sample.values[:_LOOKED_AT]]
    known = [one for one in numbers if one]  # a zero says nothing of the unit
    if not known or None in numbers:
        return None
    for factor in _FACTORS:
        if sum(values.fits(f"{one * factor:.15g}") for one in known) >= _AGREEING * len(known):
            column = quoted(sample.name)
            expression = f"try(to_real(nullif(replace({column}, ',', '.'), '')) * {factor:g}, {column})"
            reasons = (why, tr("its numbers are in another unit: multiplied by {factor}").format(factor=f"{factor:g}"))
            return FieldRule(field.name, Way.EXPRESSION, text=expression, confidence=_UNIT, reasons=reasons)
    return None


def _tells(field: Field, sample: Sample, values: Values) -> bool:
    """Whether the values of a column can tell the field on their own: codes and identifiers, not numbers nor yes/no."""
    if len(sample.values) < _FEWEST or field.type in (FieldType.BOOLEAN, FieldType.INTEGER, FieldType.NUMBER):
        return False
    if values.codes:
        return sum(values.safely(text) is not None for text in sample.values[:_LOOKED_AT]) >= _FEWEST
    return field.type in (FieldType.UUID, FieldType.EMAIL)
