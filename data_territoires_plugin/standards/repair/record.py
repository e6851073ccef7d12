"""The record of a repair: every change, and every one that was refused, in a CSV that spreadsheets open."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from ...i18n import tr
from ..report_csv import safe
from ..report_json import write_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .proposal import Proposal


def written_record(proposals: Iterable[Proposal], path: str | Path) -> None:
    """Writes the record, whole or not at all. Raises OutputError."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(
        [tr("fix"), tr("feature"), tr("column"), tr("before"), tr("after"), tr("change"), tr("refused because")]
    )
    for one in proposals:
        feature = "" if one.feature is None else str(one.feature)
        row = (one.fix, feature, one.field, one.before, one.after, one.words, one.refused)
        table.writerow([safe(cell) for cell in row])
    write_text(Path(path), "\ufeff" + text.getvalue())
