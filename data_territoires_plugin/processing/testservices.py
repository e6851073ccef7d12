"""`dataterritoires:testservices`: each service is asked one small question, and the differences are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from ..errors import OfflineError, OutputError
from ..i18n import tr
from ..network.identity import user_agent
from ..settings import offline
from ..sources.checkup import Finding, Verdict, as_markdown, check_services, questions, verdict_words
from .algorithm import Algorithm, about, failing, say

_FIELDS = (
    ("service", QMetaType.Type.QString),
    ("verdict", QMetaType.Type.QString),
    ("subject", QMetaType.Type.QString),
    ("said", QMetaType.Type.QString),
    ("advice", QMetaType.Type.QString),
    ("seconds", QMetaType.Type.Double),
)


class TestServicesAlgorithm(Algorithm):
    """The services, one by one."""

    __test__ = False  # its name begins as that of a test does
    ID = "testservices"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Test the services")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["tester", "services", "diagnostic", "docteur", "panne", "couche renommée", "réseau", "proxy"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Asks each service one small question, through the proxy of QGIS, and tells what differs from what the"
            " extension expects: a renamed layer, new or missing fields, an address that no longer answers.\n\n"
            "The text is a table that can be pasted into an issue. Nothing personal is in it."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterString(
                "SERVICES", tr("Services (short names separated by commas; empty: all)"), optional=True
            )
        )
        table = Qgis.ProcessingSourceType.Vector
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Table of the services"), table))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Text to paste (Markdown)"), tr("Markdown (*.md)"), optional=True, createByDefault=False
            )
        )
        for name, label in (
            ("GOOD", tr("Services that answer as expected")),
            ("DIFFERENT", tr("Differences")),
            ("DEAD", tr("Services that do not answer")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("MARKDOWN", tr("Text to paste (Markdown)")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Asks, and writes the table."""
        feedback = feedback or QgsProcessingFeedback()
        named = self.parameterAsString(parameters, "SERVICES", context).replace(" ", "")
        findings: list[Finding] = []
        words = verdict_words()
        with failing(feedback):
            if offline():
                raise OfflineError(
                    tr("No service was tested: the plugin is offline."),
                    hint=tr(
                        "Switch offline mode off in the settings of the plugin (or unset DATA_TERRITOIRES_OFFLINE)."
                    ),
                )
            asked = questions(tuple(name for name in named.split(",") if name))
            for done, (_question, told) in enumerate(check_services(asked, feedback), 1):
                findings += told
                for one in told:
                    feedback.pushInfo(about(one.service, f"{words[one.verdict]} — {one.said}"))
                feedback.setProgress(100 * done / len(asked))
            text = as_markdown(tuple(findings), user_agent())
            report = self.parameterAsFileOutput(parameters, "REPORT", context)
            if report:
                _write(Path(report), text)
        output = self._table(parameters, context, findings)
        say(feedback, text)
        counts = {verdict: sum(one.verdict is verdict for one in findings) for verdict in Verdict}
        return {
            "OUTPUT": output,
            "REPORT": report,
            "MARKDOWN": text,
            "GOOD": counts[Verdict.GOOD] + counts[Verdict.SLOW],
            "DIFFERENT": counts[Verdict.DIFFERENT],
            "DEAD": counts[Verdict.DEAD],
        }

    def _table(self, parameters: dict[str, Any], context: QgsProcessingContext, findings: list[Finding]) -> str:
        fields = QgsFields()
        for name, type_ in _FIELDS:
            fields.append(QgsField(name, type_))
        sink, output = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
        )
        for one in findings:
            feature = QgsFeature(fields)
            feature.setAttributes([one.service, one.verdict.value, one.subject, one.said, one.advice, one.seconds])
            if sink is None or not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(tr("The table can't be written: check the output."))
        if sink is not None:
            sink.flushBuffer()
        del sink
        return str(output)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(
            tr("“{name}” can't be written.").format(name=path.name),
            detail=str(error),
            hint=tr("Choose another folder."),
        ) from error
