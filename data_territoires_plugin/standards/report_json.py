"""The JSON of `validate`: what other programs read (docs/algorithmes.md). All the findings, none cut off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..errors import OutputError
from ..geopackage import full_disk
from ..i18n import tr
from ..paths import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from .findings import Finding, Verdict


def document(verdict: Verdict) -> dict[str, Any]:
    """The verdict as JSON says it."""
    return {
        "standard": verdict.standard,
        "version": verdict.version,
        "valid": verdict.valid,
        "counts": verdict.counts,
        "findings": [of_finding(finding) for finding in verdict.findings],
        "not_checked": list(verdict.not_checked),
    }


def of_finding(finding: Finding) -> dict[str, Any]:
    """A finding as JSON says it."""
    return {
        "code": finding.code,
        "rule": finding.rule,
        "level": finding.level.value,
        "table": finding.table,
        "feature": finding.feature,
        "field": finding.field,
        "value": finding.value,
        "expected": finding.expected,
        "place": list(finding.place) if finding.place else None,
        "crs": finding.crs,
        "message": finding.message,
        "help": finding.help,
    }


def write_json(verdict: Verdict, path: Path) -> None:
    """Writes the JSON, whole or not at all. Raises OutputError."""
    write_text(path, json.dumps(document(verdict), ensure_ascii=False, indent=1))


def write_text(path: Path, text: str) -> None:
    """Writes a text beside the file, then in its place. Raises OutputError: no room, read-only, no such folder."""
    try:
        write_whole(path, text)
    except OSError as error:
        raise OutputError(
            tr("The report “{name}” can't be written.").format(name=path.name),
            detail=str(error),
            hint=tr("The disk is full: free some room.") if full_disk(error) else tr("Choose another folder."),
        ) from error
