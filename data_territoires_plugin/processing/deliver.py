"""`dataterritoires:deliver`: the folder, the zip or the file that a standard asks for, checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..errors import DataTerritoiresError, StandardError
from ..i18n import tr
from ..standards.deliver.job import Request, deliver
from ..standards.deliver.known import Known, known_of, read_known
from ..standards.deliver.names import naming
from ..standards.engine.subject import Subject
from ..standards.report_json import write_json
from ..standards.report_words import summary
from ..standards.validation import named_standard
from .algorithm import Algorithm, failing, reported, say
from .findings_layer import finding_fields, written
from .validate import write_report

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from ..standards.deliver.job import Delivery
    from ..standards.validation import Checked


class DeliverAlgorithm(Algorithm):
    """Names, formats, encodings, metadata; then the verdict of whoever receives it."""

    ID = "deliver"
    GROUP = "conformity"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Deliver (folder or file of a standard)")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["livrer", "déposer", "GPU", "PLU", "SUP", "BAL", "BAN", "IRVE", "covoiturage", "métadonnées", "CNIG"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Makes, from layers and a folder of pieces (PDF), what a standard asks for: a document of urbanism ready"
            " for the Géoportail de l’urbanisme, a local address file (BAL), a CSV for a national access point.\n\n"
            "Names, formats, encodings, order and width of the columns are those of the standard; a value that would"
            " be cut is refused. The metadata record is made of what is known: METADATA is a JSON text or file, with"
            " organisation, courriel, echelle…; a record (XML) in the folder of the pieces is taken as it is.\n"
            "What lacks is listed, then the result is checked as the national validator does. What was there before"
            " is set aside, never replaced."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        text = QgsProcessingParameterString
        vector, folder = Qgis.ProcessingSourceType.Vector, Qgis.ProcessingFileParameterBehavior.Folder
        self.addParameter(QgsProcessingParameterMultipleLayers("INPUTS", tr("Layers"), vector))
        self.addParameter(text("STANDARD", tr("Standard (id, or path or address of a schema)"), "plu_2024"))
        self.addParameter(text("DOCUMENT", tr("Name of the document (35238_PLU_20240101)"), optional=True))
        self.addParameter(QgsProcessingParameterFile("PIECES", tr("Folder of the pieces (PDF)"), folder, optional=True))
        self.addParameter(text("METADATA", tr("Metadata (JSON text or file)"), optional=True, multiLine=True))
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder, or zip, of the delivery")))
        point = Qgis.ProcessingSourceType.VectorPoint
        self.addParameter(
            QgsProcessingParameterFeatureSink("FINDINGS", tr("Findings"), point, optional=True, createByDefault=False)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report (HTML)"), "HTML (*.html)", optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputString("MISSING", tr("What lacks")))
        self.addOutput(QgsProcessingOutputFile("JSON", tr("Report (JSON)")))
        self.addOutput(QgsProcessingOutputString("STANDARD", tr("Standard")))
        for name, label in (
            ("MISSING_COUNT", tr("Number of things that lack")),
            ("ERRORS", tr("Errors")),
            ("WARNINGS", tr("Warnings")),
            ("INFOS", tr("Information")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputBoolean("VALID", tr("Without error")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses an unknown standard, a name that it doesn't take, unreadable metadata, before anything starts."""
        named = self.parameterAsString(parameters, "STANDARD", context).strip()
        try:
            read_known(self.parameterAsString(parameters, "METADATA", context))
            if "://" not in named:
                naming(named_standard(named), self.parameterAsString(parameters, "DOCUMENT", context).strip())
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> bool:
        """Takes the layers as they are now, in their thread, and what their metadata say."""
        layers = [
            layer
            for layer in self.parameterAsLayerList(parameters, "INPUTS", context)
            if isinstance(layer, QgsVectorLayer)
        ]
        self._known = Known()
        with failing(feedback or QgsProcessingFeedback()):
            if not layers:
                raise StandardError(tr("No layer is given."), hint=tr("Choose the layers to deliver."))
            self._subjects = tuple(Subject.of_layer(layer) for layer in layers)
            for layer in layers:
                self._known = self._known.over(known_of(layer.metadata()))
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Delivers, then tells."""
        feedback = feedback or QgsProcessingFeedback()
        with failing(feedback):
            request = self._request(parameters, context)
            if request.pieces is not None and request.standard.document is None:
                told = tr("The standard “{title}” is about a layer, not a document: the pieces are left aside.")
                say(feedback, told, title=request.standard.title)
            made = deliver(request, feedback)
            _tell(made, feedback)
            outputs = self._findings(parameters, context, made.checked, feedback)
        counts = made.checked.verdict.counts
        return {
            "OUTPUT": str(made.output),
            "MISSING": "\n".join(made.missing),
            "MISSING_COUNT": len(made.missing),
            "STANDARD": made.checked.standard.id,
            "ERRORS": counts["error"],
            "WARNINGS": counts["warning"],
            "INFOS": counts["info"],
            "VALID": made.checked.verdict.valid,
            **outputs,
        }

    def _request(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Request:
        pieces = self.parameterAsString(parameters, "PIECES", context).strip()
        said = read_known(self.parameterAsString(parameters, "METADATA", context))
        return Request(
            self._subjects,
            named_standard(self.parameterAsString(parameters, "STANDARD", context)),
            self.parameterAsString(parameters, "DOCUMENT", context).strip(),
            Path(pieces) if pieces else None,
            said.over(self._known),
            Path(self.parameterAsString(parameters, "OUTPUT", context)),
            date.today(),
        )

    def _findings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        checked: Checked,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Writes the findings and the reports, where they are wanted; the JSON always."""
        outputs: dict[str, Any] = {}
        crs = next((one.crs for one in checked.verdict.findings if one.crs), "")
        if parameters.get("FINDINGS") not in (None, ""):
            system = QgsCoordinateReferenceSystem(crs)
            sink, found = self.parameterAsSink(
                parameters, "FINDINGS", context, finding_fields(), Qgis.WkbType.Point, system
            )
            if sink is None:
                raise QgsProcessingException(self.invalidSinkError(parameters, "FINDINGS"))
            written(checked.verdict.findings, sink, crs, feedback)
            outputs["FINDINGS"] = found
        path = self.parameterAsFileOutput(parameters, "REPORT", context)
        report = reported(path, lambda: write_report(checked, Path(path)), feedback) if path else ""
        json = Path(report).with_suffix(".json") if report else Path(QgsProcessingUtils.generateTempFilename("a.json"))
        write_json(checked.verdict, json)
        return {**outputs, "REPORT": report, "JSON": str(json)}


def _tell(made: Delivery, feedback: QgsProcessingFeedback) -> None:
    say(feedback, tr("Delivered: {path}."), path=made.output)
    for note in made.notes:
        feedback.pushInfo(note)
    for what in made.missing:
        feedback.pushWarning(tr("Lacking: {what}").format(what=what))
    say(feedback, tr("Checked against: {standard}."), standard=made.checked.standard.title)
    feedback.pushInfo(summary(made.checked.verdict))
    seen: set[str] = set()
    for one in made.checked.verdict.findings:
        kind = one.code or one.rule
        if one.level.value == "error" and kind not in seen:
            seen.add(kind)
            say(feedback, "    {layer} {code} : {message}", layer=one.layer, code=kind, message=one.message)
