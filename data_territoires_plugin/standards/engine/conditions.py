"""What the columns of a row must satisfy together: predicates of SQLite, tried on the distinct rows in memory."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

from ...errors import SourceError
from ...geopackage import sql
from ...i18n import tr
from ...sources.base import stop_if_cancelled
from .memory import judged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsFeedback

    from ..findings import Finding
    from ..model import Condition, Table
    from .loaded import Distinct, Loaded
    from .options import Options
    from .reporter import Reporter

_WORD = re.compile(r"'(?:[^']|'')*'|\"([^\"]+)\"|([^\W\d]\w*)")
# What a predicate may do: read the row, call a function. A standard may come from anyone.
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION)
_STEPS = 20_000  # of SQLite's machine, between two looks at the feedback


def condition_findings(
    loaded: Loaded, reporter: Reporter, options: Options, feedback: QgsFeedback
) -> Iterator[Finding]:
    """One finding per feature and condition that is false. NULL (an empty value) is not against it, as in SQLite.

    Raises SourceError where a predicate can't be read, Cancelled.
    """
    for number, condition in enumerate(loaded.table.conditions):
        fields = fields_of(condition, loaded.table)
        if not loaded.has(fields):
            continue
        distinct = loaded.distinct(fields)
        wrong = []
        for at in _against(condition, fields, distinct, (loaded.table.name, number), options, feedback):
            row = distinct.rows[at]
            shown = ", ".join(
                f"{name} = {value if value is not None else tr('empty')}"
                for name, value in zip(fields, row, strict=True)
            )
            finding = reporter.finding(
                "condition",
                condition.level,
                field=", ".join(fields),
                value=shown,
                expected=condition.message or condition.predicate,
                message=condition.message,
                code=condition.code,
                section=condition.section,
            )
            wrong.append((at, finding))
        yield from reporter.each(loaded, distinct, wrong)


def fields_of(condition: Condition, table: Table) -> tuple[str, ...]:
    """The fields of the table that a predicate speaks of, in the order of its words."""
    words = (match[1] or match[2] for match in _WORD.finditer(condition.predicate))
    fields = (table.field(word) for word in words if word)
    return tuple(dict.fromkeys(field.name for field in fields if field is not None))


def _against(
    condition: Condition,
    fields: tuple[str, ...],
    distinct: Distinct,
    name: tuple[str, int],
    options: Options,
    feedback: QgsFeedback,
) -> list[int]:
    """The distinct rows (their numbers) for which the predicate is false."""

    def judge(rows: Sequence[int]) -> list[tuple[int, bool]]:
        if not len(rows):
            return []
        asked = [distinct.rows[at] for at in rows]
        return [(rows[at], True) for at in _false(condition, fields, asked, feedback)]

    found = judged(options.memory, ("condition", *name), lambda: distinct.marks, len(distinct.rows), judge)
    return list(found)


def _false(
    condition: Condition, fields: tuple[str, ...], rows: Sequence[tuple[str | None, ...]], feedback: QgsFeedback
) -> list[int]:
    """The rows (their numbers) for which the predicate is false."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        columns = ", ".join(sql("{name} TEXT", name=name) for name in fields)
        marks = ", ".join("?" * len(fields))
        connection.execute(" ".join((sql("CREATE TABLE {row}", row="row"), f"({columns})")))
        connection.execute("BEGIN")
        connection.executemany(" ".join((sql("INSERT INTO {row} VALUES", row="row"), f"({marks})")), rows)
        connection.execute("COMMIT")
        connection.set_progress_handler(feedback.isCanceled, _STEPS)
        connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
        statement = " ".join((sql("SELECT rowid - 1 FROM {row} WHERE NOT", row="row"), f"({condition.predicate})"))
        return [at for (at,) in connection.execute(statement)]
    except sqlite3.Error as error:
        stop_if_cancelled(feedback)
        raise SourceError(
            tr("The rule “{rule}” of the standard can't be read.").format(rule=condition.id),
            detail=f"{condition.predicate}: {error}",
            hint=tr("The file of the standard is wrong: tell its author, or use the standard shipped with the plugin."),
        ) from error
    finally:
        connection.close()
