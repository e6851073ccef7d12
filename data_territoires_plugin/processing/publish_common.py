"""What the algorithms that publish share: parameters, outputs, what is told in the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..i18n import tr
from ..publish import report
from .algorithm import Algorithm, reported, say

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeedback

    from ..publish.sending import Result

LISTED = 20  # features named in the log


def report_parameter() -> QgsProcessingParameterFileDestination:
    """REPORT."""
    return QgsProcessingParameterFileDestination(
        "REPORT", tr("Report"), "JSON (*.json)", optional=True, createByDefault=True
    )


def journals_parameter() -> QgsProcessingParameterFile:
    """JOURNALS."""
    return QgsProcessingParameterFile(
        "JOURNALS", tr("Folder of the journal"), Qgis.ProcessingFileParameterBehavior.Folder, optional=True
    )


def write(path: str, document: dict[str, Any], feedback: QgsProcessingFeedback) -> str:
    """Writes the report where one is wanted; its path, "" where there is none."""
    return reported(path, lambda: report.write(Path(path), document), feedback) if path else ""


class Publishing(Algorithm):
    """What `publish`, `resume` and `undo` have in common."""

    GROUP = "publication"

    def _add_outputs(self) -> None:
        for name, label in (
            ("CREATED", tr("Created")),
            ("REPLACED", tr("Replaced")),
            ("DELETED", tr("Deleted")),
            ("UNCHANGED", tr("Unchanged")),
            ("FAILED", tr("Failed")),
            ("VERIFIED", tr("Read back and right (1) or not (0)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputFile("JOURNAL", tr("Journal")))
        self.addOutput(QgsProcessingOutputString("LINKS", tr("Links")))
        record = tr("What became of the record (published, undone or failed; empty where none was sent)")
        self.addOutput(QgsProcessingOutputString("RECORD", record))


def told(result: Result, journal: str, report_file: str, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tells what was done; the outputs."""
    say(
        feedback,
        tr(
            "Created: {created}, replaced: {replaced}, deleted: {deleted}, unchanged: {unchanged}."
            " The platform holds {there} features."
        ),
        created=result.created,
        replaced=result.replaced,
        deleted=result.deleted,
        unchanged=result.unchanged,
        there=result.there,
    )
    for note in result.notes:
        feedback.pushInfo(note)
    for entry in result.failed[:LISTED]:
        feedback.reportError(tr("{key}: {reason}").format(key=entry.key, reason=entry.message))
    if result.failed:
        feedback.reportError(
            tr("Features that could not be published: {count}. Correct them, then publish again.").format(
                count=len(result.failed)
            )
        )
    return {
        "CREATED": result.created,
        "REPLACED": result.replaced,
        "DELETED": result.deleted,
        "UNCHANGED": result.unchanged,
        "FAILED": len(result.failed),
        "VERIFIED": int(result.verified),
        "JOURNAL": journal,
        "REPORT": report_file,
    }
