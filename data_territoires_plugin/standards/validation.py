"""The job of `validate`: a layer or a document, its standard found or given, the verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import StandardError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from .engine.choose import table_for
from .engine.run import validate
from .loading import load
from .recognise import recognise, recognise_folder
from .shelf import standard as from_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsFeedback

    from .engine.options import Options
    from .engine.subject import Subject
    from .findings import Verdict
    from .model import Standard
    from .recognise import Guess

AUTO = "auto"
_SAMPLES = 200  # rows looked at to recognise a standard


@dataclass(frozen=True)
class Checked:
    """A verdict, the standard it was made with, and why that one where it was recognised."""

    verdict: Verdict
    standard: Standard
    table: str = ""
    reasons: str = ""


def check_layer(subject: Subject, named: str, table: str, options: Options, feedback: QgsFeedback) -> Checked:
    """The verdict on a layer. `named`: id, path or address of a standard, or “auto”; `table`: "" to find it.

    Raises StandardError, SourceError, Cancelled.
    """
    standard, table, reasons = standard_of(subject, named, table, feedback)
    chosen = table_for(standard, subject, table)
    return Checked(validate([(subject, chosen)], standard, options, feedback), standard, chosen.name, reasons)


def standard_of(subject: Subject, named: str, table: str, feedback: QgsFeedback) -> tuple[Standard, str, str]:
    """The standard of a layer, named or “auto”; its table ("" where it remains to be found); why that one.

    Raises StandardError, SourceError, Cancelled.
    """
    if named.strip().casefold() not in ("", AUTO):
        return named_standard(named), table, ""
    standard, found, reasons = _recognised(subject, feedback)
    return standard, table or found, reasons


def check_folder(path: Path, named: str, options: Options, feedback: QgsFeedback) -> Checked:
    """The verdict on the folder or zip of a document: its files, its tables, and what they say together.

    Raises StandardError, SourceError (no document, an archive that must not be opened), Cancelled.
    """
    from .engine.document import open_document

    with open_document(path, lambda: stop_if_cancelled(feedback)) as document:
        reasons = ""
        if named.strip().casefold() in ("", AUTO):
            standard, reasons = _recognised_folder(path)
        else:
            standard = named_standard(named)
        reading = document.read(standard)
        known = replace(options, document=options.document or reading.name, pieces=reading.files)
        verdict = validate(reading.subjects(standard), standard, known, feedback)
        findings = (*reading.findings, *verdict.findings, *reading.across(standard, feedback))
        left = (*reading.not_checked, *verdict.not_checked)
        return Checked(replace(verdict, findings=findings, not_checked=left), standard, "", reasons)


def named_standard(named: str) -> Standard:
    """The standard of an id, a path or an address. Raises StandardError, NetworkError."""
    return load(named)


def guesses(subject: Subject, feedback: QgsFeedback) -> tuple[Guess, ...]:
    """The standards that a layer may follow, the likeliest first. Raises SourceError, Cancelled."""
    return recognise(subject.names, subject.name, subject.kind, samples=_samples(subject, feedback))


def _recognised(subject: Subject, feedback: QgsFeedback) -> tuple[Standard, str, str]:
    """The standard and the table that a layer follows, and why."""
    found = guesses(subject, feedback)
    if not found:
        raise StandardError(
            tr("No standard was recognised in “{name}”: its columns are those of none.").format(name=subject.name),
            hint=tr("Choose the standard, or map the columns to it first."),
        )
    return from_shelf(found[0].standard), found[0].table, " ; ".join(found[0].reasons)


def _samples(subject: Subject, feedback: QgsFeedback) -> dict[str, list[str]]:
    """The first values of each column, without the empty ones."""
    samples: dict[str, list[str]] = {name: [] for name in subject.names}
    for at, (_key, row) in enumerate(subject.rows(subject.names, feedback)):
        if at == _SAMPLES:
            break
        for name, value in zip(subject.names, row, strict=True):
            if value is not None:
                samples[name].append(value)
    return samples


def _recognised_folder(path: Path) -> tuple[Standard, str]:
    """The standard that the folder of a document follows, and why."""
    guesses = recognise_folder(path)
    if not guesses:
        raise StandardError(
            tr("No standard was recognised in the name of the folder “{name}”.").format(name=path.name),
            hint=tr("Choose the standard, or give the folder the name that it asks for, such as 35238_PLU_20240101."),
        )
    return from_shelf(guesses[0].standard), " ; ".join(guesses[0].reasons)
