"""The findings as a CSV that French spreadsheets open: semicolons, UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ..i18n import tr
from .report_json import write_text
from .report_words import level_words

if TYPE_CHECKING:
    from pathlib import Path

    from .findings import Verdict

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(verdict: Verdict, path: Path) -> None:
    """Writes all the findings, whole or not at all. Raises OutputError."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(_heading())
    words = level_words()
    for one in verdict.findings:
        x, y = (f"{number:.6f}" for number in one.place) if one.place else ("", "")
        table.writerow(
            [
                *(words[one.level], one.rule, one.code, safe(one.table), safe(one.layer), safe(one.feature)),
                *(safe(one.field), safe(one.value), safe(one.expected), safe(one.message), safe(one.help)),
                *(safe(one.section), x, y, one.crs),
            ]
        )
    write_text(path, "\ufeff" + text.getvalue())


def safe(text: str) -> str:
    """A text that a spreadsheet takes for no formula (OWASP, CSV injection); numbers are left alone."""
    if not text.startswith(_FORMULA) or text.replace(".", "", 1).replace(",", "", 1).removeprefix("-").isdecimal():
        return text
    return f"'{text}"


def _heading() -> list[str]:
    return [
        tr("level"),
        tr("rule"),
        tr("code"),
        tr("table"),
        tr("layer"),
        tr("feature"),
        tr("column"),
        tr("found"),
        tr("expected"),
        tr("message"),
        tr("what to do"),
        tr("paragraph"),
        "x",
        "y",
        tr("reference system"),
    ]
