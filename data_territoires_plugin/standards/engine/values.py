"""The rules of columns and values: presence, type, size, pattern, enumeration, uniqueness.

Each distinct value is looked at once. A value that is not of its type is told as such, and only that.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from ...sources.base import stop_if_cancelled
from ..model import FieldType, Level, Presence
from .memory import judged
from .patterns import matcher
from .types import accepts, in_words, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from qgis.core import QgsFeedback

    from ..findings import Finding
    from ..model import Field
    from .loaded import Distinct, Loaded
    from .options import Options
    from .reporter import Reporter

    # A fault of a value: the kind of rule, and what was expected in words.
    Fault = tuple[str, str]
    Test = Callable[[str], Fault | None]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_TWICE = re.compile(
    r"[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
UNDECIDED = "pattern_undecided"  # the form of a value that could not be told in a bounded time
_MILD = ("filename_case", UNDECIDED)
_CHUNK = 20_000  # values between two looks at the feedback
_LISTED = 25  # values named in what is expected


# ------------------------------------------------------------------------------------------------ columns
def column_findings(loaded: Loaded, reporter: Reporter) -> Iterator[Finding]:
    """One finding per column that is missing, unknown or misspelt; one for a layer without features."""
    matching = loaded.matching
    if loaded.table.by_checks:
        for column in matching.unknown:
            yield reporter.finding("unknown_column", Level.INFO, field=column)
        return
    if not len(loaded):
        level = Level.ERROR if reporter.national else Level.WARNING
        yield reporter.finding("empty_table", level, value=loaded.subject.name)
    for name in matching.missing:
        field = loaded.table.field(name)
        if field is not None and field.asked:
            yield from _missing(field, reporter)
    for name, column in matching.respelled.items():
        field = loaded.table.field(name)
        level = Level.ERROR if field is not None and field.presence is Presence.MANDATORY else Level.WARNING
        yield reporter.finding("column_name", level, field=name, value=column, expected=name)
    strict = reporter.national or not loaded.table.other_fields
    geometry = loaded.table.geometry
    for column in matching.unknown:
        if geometry is None or column.casefold() not in (geometry.column.casefold(), "wkt"):
            level = Level.WARNING if strict else Level.INFO
            yield reporter.finding("unknown_column", level, field=column)


def _missing(field: Field, reporter: Reporter) -> Iterator[Finding]:
    if field.presence is Presence.MANDATORY:
        yield reporter.finding("presence", field=field.name, section=field.section)
    elif field.presence is Presence.RECOMMENDED:
        yield reporter.finding("presence_recommended", Level.WARNING, field=field.name, section=field.section)
    elif reporter.national:
        yield reporter.finding("presence_optional", Level.INFO, field=field.name, section=field.section)


# ------------------------------------------------------------------------------------------------ values
def value_findings(loaded: Loaded, reporter: Reporter, options: Options, feedback: QgsFeedback) -> Iterator[Finding]:
    """The findings on the values of each field, then those on what must be unique. Raises Cancelled."""
    if loaded.table.by_checks:
        return
    for field in loaded.table.fields:
        if field.name in loaded.columns:
            stop_if_cancelled(feedback)
            yield from _of_field(field, loaded, reporter, options, feedback)
    key = loaded.table.key
    only = loaded.table.field(key[0]) if len(key) == 1 else None
    told = only is not None and only.unique
    if key and not told and all(loaded.has((name,)) for name in key):
        yield from reporter.duplicates(loaded, loaded.distinct(key), "key", ", ".join(key), "")


def _of_field(
    field: Field, loaded: Loaded, reporter: Reporter, options: Options, feedback: QgsFeedback
) -> Iterator[Finding]:
    column = loaded.columns[field.name]
    stored = loaded.subject.type_of(loaded.matching.found[field.name])
    judge = partial(_judged, column, field, _tests(field, stored, options), feedback)
    name = "values", loaded.table.name, field.name, stored
    wrong: list[dict[int, Finding]] = []  # one dictionary per rank of fault: a value may have several
    for at, faults in judged(options.memory, name, lambda: column.marks, len(column.rows), judge).items():
        for rank, (rule, expected) in enumerate(faults):
            if rank == len(wrong):
                wrong.append({})
            wrong[rank][at] = reporter.finding(
                rule,
                Level.WARNING if rule in _MILD else Level.ERROR,
                field=field.name,
                value=column.rows[at][0] or "",
                expected=expected,
                section=field.section,
            )
    for faulty in wrong:
        yield from reporter.each(loaded, column, faulty.items())
    if field.unique:
        yield from reporter.duplicates(loaded, column, "unique", field.name, field.section)


def _judged(
    column: Distinct, field: Field, tests: list[Test], feedback: QgsFeedback, rows: Sequence[int]
) -> Iterator[tuple[int, list[Fault]]]:
    """The faults of the distinct values of these numbers, without those that have none. Raises Cancelled."""
    for count, at in enumerate(rows):
        if count % _CHUNK == 0:
            stop_if_cancelled(feedback)
        (value,) = column.rows[at]
        if value is not None and (faults := _faults(value, tests)):
            yield at, faults
        elif value is None and field.required:
            yield at, [("required", "")]


def faults_of(field: Field, options: Options) -> Callable[[str], list[Fault]]:
    """What tells the faults of a text as a value of this field, in a column of text."""
    tests = _tests(field, FieldType.TEXT, options)
    return lambda text: _faults(text, tests)


def _faults(value: str, tests: list[Test]) -> list[Fault]:
    """The faults of a value, in the order of the tests; nothing else is told of one that is not of its type."""
    faults = []
    for test in tests:
        fault = test(value)
        if fault is not None:
            faults.append(fault)
            if fault[0] == "type":
                break
    return faults


def _tests(field: Field, stored: FieldType, options: Options) -> list[Test]:
    """The tests of the values of a field, which the layer stores in a column of type `stored`."""
    tests: list[Test] = []
    accepted = accepts(field)
    if accepted is not None and stored is not field.type:
        expected = in_words(field)
        native = field.formats and stored in (FieldType.DATE, FieldType.DATETIME)  # QGIS shows it as ISO
        if not (native and field.type in (FieldType.DATE, FieldType.DATETIME)):
            tests.append(lambda text: None if accepted(text) else ("type", expected))
    if stored is FieldType.TEXT:
        tests.append(_readable)
    tests += _sizes(field) + _bounds(field)
    if field.pattern:
        follows = matcher(field.pattern)
        shown = f"{field.example} ({field.pattern})" if field.example else field.pattern
        faults: dict[bool | None, Fault | None] = {True: None, False: ("pattern", shown), None: (UNDECIDED, shown)}
        tests.append(lambda text: faults[follows(text)])
    if field.values:
        tests.append(_enumeration(field))
    if field.type is FieldType.FILENAME and options.pieces is not None:
        tests.append(lambda text: _file(text, options.pieces or frozenset()))
    return tests


def _sizes(field: Field) -> list[Test]:
    tests: list[Test] = []
    if (low := field.min_length) is not None:
        tests.append(lambda text: None if len(text) >= low else ("min_length", str(low)))
    if (high := field.max_length) is not None:
        tests.append(lambda text: None if len(text) <= high else ("max_length", str(high)))
    return tests


def _bounds(field: Field) -> list[Test]:
    """Bounds of numbers. Of dates, the model says nothing."""
    tests: list[Test] = []
    read = reading(field)
    if (low := field.minimum) is not None:
        tests.append(lambda text: ("minimum", f"{low:g}") if (n := read(text)) is not None and n < low else None)
    if (high := field.maximum) is not None:
        tests.append(lambda text: ("maximum", f"{high:g}") if (n := read(text)) is not None and n > high else None)
    return tests


def _enumeration(field: Field) -> Test:
    allowed = frozenset(field.values)
    shown = ", ".join(field.values[:_LISTED]) + (", …" if len(field.values) > _LISTED else "")
    if field.type in (FieldType.INTEGER, FieldType.NUMBER):  # "4.0" is the 4 of the list
        read = reading(field)
        numbers = {read(value) for value in allowed} - {None}
        return lambda text: None if text in allowed or read(text) in numbers else ("values", shown)
    if field.type is FieldType.LIST:
        cut = field.separator or ","
        return lambda text: None if all(one.strip() in allowed for one in text.split(cut)) else ("values", shown)
    return lambda text: None if text in allowed else ("values", shown)


def _readable(text: str) -> Fault | None:
    """Control characters, and letters that were encoded twice ("Ã©" for "é")."""
    if not _CONTROL.search(text) and not _TWICE.search(text):
        return None
    mended = _CONTROL.sub("", text)
    for encoding in ("cp1252", "latin-1"):
        try:
            mended = mended.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        break
    return None if mended == text else ("characters", mended)


def _file(text: str, pieces: frozenset[str]) -> Fault | None:
    if text in pieces:
        return None
    written = _by_case(pieces).get(text.casefold())
    return ("filename_case", written) if written else ("filename", "")


@lru_cache(maxsize=2)
def _by_case(pieces: frozenset[str]) -> dict[str, str]:
    return {name.casefold(): name for name in pieces}
