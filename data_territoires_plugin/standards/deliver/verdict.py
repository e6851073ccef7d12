"""What was made, read back from the disk and checked as whoever receives it will."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...sources.base import stop_if_cancelled
from ..engine.document import open_document
from ..engine.options import Options
from ..engine.run import validate
from ..engine.subject import Subject
from ..validation import Checked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..model import Standard, Table


def check_document(folder: Path, standard: Standard, today: date, feedback: QgsFeedback) -> Checked:
    """The verdict on the folder of a document. Raises SourceError, Cancelled."""
    with open_document(folder, lambda: stop_if_cancelled(feedback)) as document:
        reading = document.read(standard)
        options = Options(document=reading.name, pieces=reading.files, today=today)
        verdict = validate(reading.subjects(standard), standard, options, feedback)
        findings = (*reading.findings, *verdict.findings, *reading.across(standard, feedback))
        left = (*reading.not_checked, *verdict.not_checked)
        return Checked(replace(verdict, findings=findings, not_checked=left), standard)


def check_files(
    files: Sequence[tuple[Path, str, Table]], standard: Standard, today: date, feedback: QgsFeedback
) -> Checked:
    """The verdict on files: path, layer in it, table. Raises SourceError, Cancelled."""
    pairs = [(Subject.of_file(path, layer, table.name), table) for path, layer, table in files]
    table = files[0][2].name if len(files) == 1 else ""
    return Checked(validate(pairs, standard, Options(today=today), feedback), standard, table)
