"""`dataterritoires:resume` and `undo`: a publication goes on, or is taken back, from its journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterFile

from ..i18n import tr
from ..publish import report
from ..publish.journal import Journal
from ..publish.publication import go_on, take_back
from ..publish.records.journal import is_record_journal
from .algorithm import failing
from .publish_common import Publishing, report_parameter, told, write
from .records import PUBLISHED, UNDONE, journal_of_record, not_sent, of_journal, with_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsProcessingContext

    from ..publish.sending import Result


class _OfJournal(Publishing):
    """What starts from a journal."""

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        self.addParameter(QgsProcessingParameterFile("JOURNAL", tr("Journal of the publication")))
        self.addParameter(report_parameter())
        self._add_outputs()

    CARRY_OUT: Callable[[Path, QgsProcessingFeedback], Result]

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Looks at the platform, and does what is left."""
        feedback = feedback or QgsProcessingFeedback()
        path = Path(self.parameterAsFile(parameters, "JOURNAL", context))
        report_file = self.parameterAsFileOutput(parameters, "REPORT", context)
        undo = self.ID == "undo"
        with failing(feedback):
            if is_record_journal(path):
                counts, document = of_journal(path, feedback, undo=undo)
                report_file = write(report_file, document | {"journal": str(path)}, feedback)
                state = UNDONE if undo else PUBLISHED
                return {**counts, "JOURNAL": str(path), "REPORT": report_file, "RECORD": state}
            attached = journal_of_record(path)
            # What was written last goes first.
            record = with_data(attached, feedback, undo=True) if attached and undo else {}
            result = type(self).CARRY_OUT(path, feedback)
            with Journal(path) as journal:
                document = report.of_result(result, journal)
            outputs = told(result, str(path), report_file, feedback)
            if attached and not undo:
                record = with_data(attached, feedback, undo=False) if result.verified else not_sent(feedback)
        document |= {"journal": str(path)} | ({"record": record} if record else {})
        written = write(report_file, document, feedback)
        return outputs | {"REPORT": written, "RECORD": record.get("state", "")}


class ResumeAlgorithm(_OfJournal):
    """A publication that was interrupted goes on."""

    ID = "resume"
    CARRY_OUT = staticmethod(go_on)

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Resume a publication")

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Goes on with a publication that was interrupted: looks at what the platform really holds, then sends what"
            " is left of the plan. Nothing is sent twice."
        )


class UndoAlgorithm(_OfJournal):
    """A publication is taken back."""

    ID = "undo"
    CARRY_OUT = staticmethod(take_back)

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Undo a publication")

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Puts back what the platform held before a publication: what was created goes, what was replaced or deleted"
            " comes back. What somebody else has changed since is left as it is, and told."
        )
