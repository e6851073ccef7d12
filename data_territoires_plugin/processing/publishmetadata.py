"""`dataterritoires:publishmetadata`: the record of a layer in a catalogue, merged, verified, and undoable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..i18n import tr
from ..metadata.form import missing
from ..publish.records import TYPES
from ..publish.records.publication import Order
from .algorithm import Algorithm, failing, say
from .publish_common import journals_parameter, report_parameter, write
from .publish_gates import conformity_of
from .records import carry_out, check, described, keep_identifier, with_verdict

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from ..metadata.record import Record
    from .records import Recorded


class PublishMetadataAlgorithm(Algorithm):
    """The record of a layer in a catalogue: plan, merge, sending, verification."""

    ID = "publishmetadata"
    GROUP = "publication"

    _record: Record

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Publish a metadata record")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["métadonnées", "fiche", "catalogue", "GeoNetwork", "CSW", "INSPIRE", "ISO 19139", "GéoBretagne"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Writes the metadata record of a layer in a catalogue: from its own metadata, its extent, the recipe"
            " of the clip it comes from, and a template of your authority.\n\n"
            "The record keeps its identifier for good: it is replaced, never doubled. What others have written on the"
            " portal is kept. The record is read back and compared; the journal serves to take it back.\n\n"
            "Dry run: nothing is sent; what is missing and what would change are told."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", tr("Layer")))
        self.addParameter(QgsProcessingParameterString("TARGET", tr("Address of the catalogue")))
        self.addParameter(
            QgsProcessingParameterEnum(
                "TYPE", tr("Kind of catalogue"), ["auto", *TYPES], defaultValue="auto", usesStaticStrings=True
            )
        )
        self.addParameter(QgsProcessingParameterAuthConfig("AUTHCFG", tr("Authentication"), optional=True))
        self.addParameter(QgsProcessingParameterBoolean("DRY_RUN", tr("Dry run: nothing is sent"), False))
        self.addParameter(
            QgsProcessingParameterFile("METADATA", tr("Template of your authority (JSON or YAML)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFile("VERDICT", tr("Verdict of a validation (its JSON)"), optional=True)
        )
        for parameter in (
            QgsProcessingParameterString("GROUP", tr("Group that owns a new record (GeoNetwork)"), optional=True),
            QgsProcessingParameterBoolean("PUBLIC", tr("Let everybody see the record once it is verified"), True),
            journals_parameter(),
        ):
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
            self.addParameter(parameter)
        self.addParameter(report_parameter())
        for name, label in (("IDENTIFIER", tr("Identifier")), ("URL", tr("Address of the record")),
                            ("ACTION", tr("What was done")), ("MISSING", tr("Missing elements"))):  # fmt: skip
            self.addOutput(QgsProcessingOutputString(name, label))
        self.addOutput(QgsProcessingOutputNumber("VERIFIED", tr("Read back and right (1) or not (0)")))
        self.addOutput(QgsProcessingOutputNumber("BROKEN_LINKS", tr("Links that do not answer")))
        self.addOutput(QgsProcessingOutputFile("JOURNAL", tr("Journal")))

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> bool:
        """On the main thread: the layer is described, and keeps the identifier of its record."""
        feedback = feedback or QgsProcessingFeedback()
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        with failing(feedback):
            record = described(layer, self.parameterAsFile(parameters, "METADATA", context))
            found = conformity_of(layer, "", self.parameterAsFile(parameters, "VERDICT", context), feedback)
            self._record = with_verdict(record, found)
        if not self.parameterAsBool(parameters, "DRY_RUN", context):
            keep_identifier(layer, self._record.identifier, feedback)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Compares, tells, and sends unless it is a dry run."""
        feedback = feedback or QgsProcessingFeedback()
        report_file = self.parameterAsFileOutput(parameters, "REPORT", context)
        with failing(feedback):
            order = Order(
                self._record,
                self.parameterAsString(parameters, "TYPE", context),
                self.parameterAsString(parameters, "TARGET", context).strip(),
                self.parameterAsString(parameters, "AUTHCFG", context),
                self.parameterAsString(parameters, "GROUP", context).strip(),
                self.parameterAsBool(parameters, "PUBLIC", context),
            )
            recorded = carry_out(
                order,
                self.parameterAsString(parameters, "JOURNALS", context),
                feedback,
                dry_run=self.parameterAsBool(parameters, "DRY_RUN", context),
            )
            report_file = write(report_file, recorded.document, feedback)
            check(recorded)
        return _told(recorded, report_file, feedback)


def _told(recorded: Recorded, report_file: str, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    done = recorded.done
    action = done.action.value if done else "dry run"
    if done is not None:
        say(feedback, tr("Record {identifier}: {action}. {url}"), identifier=done.identifier, action=action,
            url=done.url)  # fmt: skip
    return {
        "IDENTIFIER": recorded.prepared.order.record.identifier,
        "URL": done.url if done else "",
        "ACTION": action,
        "VERIFIED": int(bool(done and done.verified)),
        "MISSING": ", ".join(one.name for one in missing(recorded.prepared.order.record)),
        "BROKEN_LINKS": sum(bool(one.problem) for one in recorded.tried),
        "JOURNAL": recorded.journal,
        "REPORT": report_file,
    }
