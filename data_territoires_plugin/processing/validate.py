"""`dataterritoires:validate`: a layer or a document checked against a standard."""

from __future__ import annotations

from dataclasses import replace
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
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
)

from ..errors import DataTerritoiresError, StandardError
from ..i18n import number, tr
from ..standards.ban_communes import BanCommunes
from ..standards.engine.cadastre import TOLERANCE
from ..standards.engine.cadastre_parcels import Parcels
from ..standards.engine.options import Options
from ..standards.engine.subject import Subject
from ..standards.report_json import write_json
from ..standards.report_words import by_rule, left_out, level_words, summary
from ..standards.validation import AUTO, check_folder, check_layer, named_standard
from . import check_memories
from .algorithm import Algorithm, about, failing, say
from .clip import polygons_of
from .findings_layer import finding_fields, write_findings, written

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsVectorLayer

    from ..standards.validation import Checked
    from ..territory.perimeter import Perimeter

_EXAMPLES = 3  # per rule, in the log
BESIDE = "anomalies"  # in the names of the files beside the report: they never replace the data's own


class ValidateAlgorithm(Algorithm):
    """Every rule of the standard, every finding, in one run."""

    ID = "validate"
    GROUP = "conformity"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Check against a standard (CNIG, national schemas)")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["contrôler", "valider", "conformité", "CNIG", "PLU", "GPU", "SUP", "BAL", "schéma", "Validata"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Checks a layer (as it is now, edits included) or the folder or zip of a document against a standard of the"
            " CNIG or a national schema: columns, values, code lists, references, geometries, topology, files.\n\n"
            "Standard: an id (plu_2024, bal_1.4…), the path or the address of a schema, or “auto” to recognise it.\n"
            "Findings: one point per finding, with the rule, the level (error, warning, information), the code of the"
            " national validator where it has one, the value, what is expected and what to do.\n"
            "All findings are given in one run, none is cut off. The layer itself is never changed.\n"
            "Only what changed: everything is read again, but what was judged by the last check of the same layer in"
            " this session, and is still the same, keeps its verdict: the findings are those of a whole check."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        text, file = QgsProcessingParameterString, QgsProcessingParameterFile
        vector, polygon = Qgis.ProcessingSourceType.Vector, Qgis.ProcessingSourceType.VectorPolygon
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", tr("Layer"), [vector], optional=True))
        folder = Qgis.ProcessingFileParameterBehavior.Folder
        self.addParameter(file("FOLDER", tr("or folder or zip of a document"), folder, optional=True))
        self.addParameter(text("STANDARD", tr("Standard (id, path or address of a schema, or “auto”)"), AUTO))
        self.addParameter(text("TABLE", tr("Table of the standard (recognised where empty)"), optional=True))
        self.addParameter(text("DOCUMENT", tr("Name of the document (35238_PLU_20240101)"), optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSource("PERIMETER", tr("Perimeter (polygons)"), [polygon], optional=True)
        )
        number = QgsProcessingParameterNumber(
            "TOLERANCE",
            tr("Tolerance of overlaps and gaps (m²; that of the standard where empty)"),
            Qgis.ProcessingNumberParameterType.Double,
            optional=True,
            minValue=0,
        )
        self.addParameter(number)
        self.addParameter(
            QgsProcessingParameterVectorLayer(
                "PARCELS", tr("Parcels of the cadastre, to compare a zoning with"), [polygon], optional=True
            )
        )
        self.addParameter(
            text("EDITION", tr("Edition of the parcels (name of their layer where empty)"), optional=True)
        )
        reach = QgsProcessingParameterNumber(
            "CORNER_DISTANCE",
            tr("Distance under which a vertex should lie on the corner of a parcel (m)"),
            Qgis.ProcessingNumberParameterType.Double,
            TOLERANCE,
            minValue=0,
        )
        self.addParameter(reach)
        self.addParameter(
            QgsProcessingParameterBoolean(
                "CHANGES_ONLY", tr("Look again only at what changed since the last check of this session"), False
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                "ASK_BAN", tr("Ask the Base Adresse Nationale for the identifiers of communes (BAL)"), False
            )
        )
        point = Qgis.ProcessingSourceType.VectorPoint
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Findings"), point))
        self.addParameter(
            QgsProcessingParameterFileDestination("REPORT", tr("Report (HTML)"), "HTML (*.html)", optional=True)
        )
        self.addOutput(QgsProcessingOutputFile("JSON", tr("Report (JSON)")))
        self.addOutput(QgsProcessingOutputString("STANDARD", tr("Standard")))
        self.addOutput(QgsProcessingOutputNumber("ERRORS", tr("Errors")))
        self.addOutput(QgsProcessingOutputNumber("WARNINGS", tr("Warnings")))
        self.addOutput(QgsProcessingOutputNumber("INFOS", tr("Information")))
        self.addOutput(QgsProcessingOutputBoolean("VALID", tr("Without error")))
        self.addOutput(QgsProcessingOutputNumber("CHANGED", tr("Features that changed since the last check")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses what can't work before anything starts: no layer and no folder, or both; an unknown standard."""
        layer = parameters.get("INPUT") not in (None, "")
        folder = self.parameterAsString(parameters, "FOLDER", context).strip()
        named = self.parameterAsString(parameters, "STANDARD", context).strip()
        try:
            if layer == bool(folder):
                raise StandardError(tr("Choose a layer, or the folder of a document, one of the two."))
            if named not in ("", AUTO) and "://" not in named:
                named_standard(named)
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> bool:
        """Takes the layer as it is now, in its own thread: it may be edited or removed during the run."""
        self._subject: Subject | None = None
        self._key = ""  # what names the subject in the session
        if parameters.get("INPUT") not in (None, ""):
            layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
            if layer is None:
                raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
            _tell_others(layer, feedback or QgsProcessingFeedback())
            with failing(feedback or QgsProcessingFeedback()):
                self._subject = Subject.of_layer(layer)
            self._key = str(layer.id())
        self._parcels = self._parcels_of(parameters, context, feedback or QgsProcessingFeedback())
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Checks, then writes the findings and the reports."""
        feedback = feedback or QgsProcessingFeedback()
        with failing(feedback):
            options = self._options(parameters, context)
            if self.parameterAsBoolean(parameters, "ASK_BAN", context):
                options = replace(options, ban=BanCommunes(feedback))
            checked = self._remembering(parameters, context, options, feedback)
            _tell(checked, feedback)
            crs = _common_crs(checked)
            sink, output = self.parameterAsSink(
                parameters, "OUTPUT", context, finding_fields(), Qgis.WkbType.Point, QgsCoordinateReferenceSystem(crs)
            )
            if sink is None:
                raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
            written(checked.verdict.findings, sink, crs, feedback)
            del sink
            report, json = self._reports(parameters, context, checked)
        counts = checked.verdict.counts
        return {
            "OUTPUT": output,
            "REPORT": report,
            "JSON": json,
            "STANDARD": checked.standard.id,
            "ERRORS": counts["error"],
            "WARNINGS": counts["warning"],
            "INFOS": counts["info"],
            "VALID": checked.verdict.valid,
            "CHANGED": checked.verdict.changed,
        }

    def _parcels_of(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parcels | None:
        if parameters.get("PARCELS") in (None, ""):
            return None
        layer = self.parameterAsVectorLayer(parameters, "PARCELS", context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "PARCELS"))
        edition = self.parameterAsString(parameters, "EDITION", context).strip() or layer.name()
        with failing(feedback):
            return Parcels(
                Subject.of_layer(layer), edition, self.parameterAsDouble(parameters, "CORNER_DISTANCE", context)
            )

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Options:
        perimeter: Perimeter | None = None
        if parameters.get("PERIMETER") not in (None, ""):
            perimeter = polygons_of(self, parameters, context)
        asked = parameters.get("TOLERANCE") not in (None, "")
        return Options(
            perimeter=perimeter.geometry if perimeter else None,
            perimeter_crs=perimeter.crs if perimeter else None,
            tolerance=self.parameterAsDouble(parameters, "TOLERANCE", context) if asked else None,
            document=self.parameterAsString(parameters, "DOCUMENT", context).strip(),
            parcels=self._parcels,
        )

    def _remembering(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        options: Options,
        feedback: QgsProcessingFeedback,
    ) -> Checked:
        """The verdict; where it is asked for, by way of what the last check of the same subject has judged."""
        if not self.parameterAsBoolean(parameters, "CHANGES_ONLY", context):
            return self._checked(parameters, context, options, feedback)
        folder = self.parameterAsString(parameters, "FOLDER", context).strip()
        key = self._key or folder, self.parameterAsString(parameters, "STANDARD", context)
        memory = check_memories.taken(key)
        try:
            return self._checked(parameters, context, replace(options, memory=memory), feedback)
        finally:
            check_memories.given_back(key, memory)

    def _checked(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        options: Options,
        feedback: QgsProcessingFeedback,
    ) -> Checked:
        named = self.parameterAsString(parameters, "STANDARD", context)
        if self._subject is not None:
            table = self.parameterAsString(parameters, "TABLE", context).strip()
            return check_layer(self._subject, named, table, options, feedback)
        folder = Path(self.parameterAsString(parameters, "FOLDER", context).strip())
        return check_folder(folder, named, options, feedback)

    def _reports(self, parameters: dict[str, Any], context: QgsProcessingContext, checked: Checked) -> tuple[str, str]:
        """Writes the page, where one is wanted, with all the findings beside it; the JSON in any case."""
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            json = _json_beside(Path(report), self.parameterAsString(parameters, "STANDARD", context))
            write_report(checked, Path(report), json.name)
        else:
            json = Path(QgsProcessingUtils.generateTempFilename("findings.json"))
        write_json(checked.verdict, json)
        return report, str(json)


def _json_beside(report: Path, named: str) -> Path:
    """The JSON beside the page; under another name where the schema itself bears that one."""
    json = report.with_suffix(".json")
    return report.with_name(f"{report.stem}_{BESIDE}.json") if json.resolve() == Path(named).resolve() else json


def write_report(checked: Checked, path: Path, json: str = "") -> None:
    """Writes the page of a verdict, and the findings as CSV and GeoPackage beside it. Raises OutputError.

    `json`: the name of the JSON that stands beside too.
    """
    from ..standards import report_html
    from ..standards.report_csv import write_csv

    table, layer = (path.with_name(f"{path.stem}_{BESIDE}{suffix}") for suffix in (".csv", ".gpkg"))
    write_csv(checked.verdict, table)
    write_findings(checked.verdict.findings, layer, _common_crs(checked))
    origin = report_html.Origin(checked.reasons, beside=tuple(filter(None, (layer.name, table.name, json))))
    report_html.write_report(checked.verdict, checked.standard, path, origin)


def _common_crs(checked: Checked) -> str:
    """The CRS of the findings: that of the first that has one."""
    return next((finding.crs for finding in checked.verdict.findings if finding.crs), "")


def _tell_others(layer: QgsVectorLayer, feedback: QgsProcessingFeedback) -> None:
    """A file of several layers, of which none was named: QGIS takes the first one without a word."""
    provider = layer.dataProvider()
    if provider is None or "layername=" in layer.source() or provider.name() != "ogr":
        return
    names = [sublayer.split(provider.sublayerSeparator())[1] for sublayer in provider.subLayers()]
    if len(names) > 1:
        feedback.pushWarning(
            tr("The file holds {count} layers, only the first one is checked; name another one so: {example}.").format(
                count=len(names), example=f"{layer.source()}|layername={names[1]}"
            )
        )


def _since(changed: int) -> str:
    """What has changed since the last check, in words."""
    words = (
        tr("Nothing has changed since the last check: its judgements hold."),
        tr("One feature has changed since the last check: it and its neighbours were judged again."),
        tr("{count} features have changed since the last check: they and their neighbours were judged again."),
    )
    return words[min(changed, 2)]


def _tell(checked: Checked, feedback: QgsProcessingFeedback) -> None:
    """Says the standard, then the findings counted by rule, with examples."""
    verdict, standard = checked.verdict, checked.standard
    say(
        feedback,
        tr("Standard: {standard} ({id}). Features checked: {rows}, in {seconds} s."),
        standard=standard.named,
        id=standard.id,
        rows=verdict.rows,
        seconds=number(verdict.seconds, 1),
    )
    if verdict.changed is not None:
        say(feedback, _since(verdict.changed), count=verdict.changed)
    if checked.reasons:
        say(feedback, tr("Recognised by: {reasons}."), reasons=checked.reasons)
    words = level_words()
    for group in by_rule(verdict.findings):
        feedback.pushInfo(about(f"{words[group[0].level]} ({len(group)})", group[0].message))
        for finding in group[1:_EXAMPLES]:
            say(feedback, "    {message}", message=finding.message)
    for sentence in left_out(verdict, standard):
        template = tr("Not checked: {what}")
        said_already = sentence.startswith(template.partition("{")[0].strip())
        feedback.pushWarning(sentence if said_already else template.format(what=sentence))
    feedback.pushInfo(summary(verdict))
