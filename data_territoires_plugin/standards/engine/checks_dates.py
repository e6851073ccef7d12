"""Dates against one another, and against today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .checks import Row, Wrong, row_check
from .types import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Check
    from .options import Options

_FORMATS = ("%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%Y/%m/%d")


def day(text: str | None) -> str:
    """The day that a value says, as 2026-01-31; "" where it says none (its type is another rule)."""
    for size in (10, 8):
        found = moment(text[:size], _FORMATS) if text else None
        if found is not None:
            return found.date().isoformat()
    return ""


@row_check("date_order")
def date_order(values: Sequence[Row], check: Check, _options: Options) -> Wrong:
    """The dates of the fields, in the order of the fields: each at the earliest on the day of the one before."""
    for at, row in enumerate(values):
        days = [one for one in map(day, row) if one]
        if days != sorted(days):
            shown = ", ".join(f"{name} = {value}" for name, value in zip(check.fields, row, strict=True) if value)
            yield at, shown, " ≤ ".join(check.fields)


@row_check("not_future")
def not_future(values: Sequence[Row], _check: Check, options: Options) -> Wrong:
    """Days that have come."""
    today = options.today.isoformat()
    for at, row in enumerate(values):
        for value in row:
            if value is not None and day(value) > today:
                yield at, value, today
