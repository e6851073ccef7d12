"""`dataterritoires:publish`: a layer on a platform, verified, and undoable."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..errors import DataTerritoiresError
from ..i18n import number, tr
from ..publish import report
from ..publish.journal import Journal
from ..publish.licences import licence_of
from ..publish.opening import TYPES
from ..publish.personal import told as in_words
from ..publish.plan import Action, Mode, check_deletions
from ..publish.publication import (
    Order,
    Prepared,
    check_columns,
    check_personal,
    prepare,
    publish,
)
from ..publish.records.publication import Order as RecordOrder
from .algorithm import failing, say
from .publish_common import LISTED, Publishing, journals_parameter, report_parameter, told, write
from .publish_gates import STANDARDS, Gates, check_conformity, check_reserved, conformity_of, lent, taken
from .publish_place import catalogue_given, place_given
from .publish_said import said_of, said_parameters
from .records import after_data, described, keep_identifier, not_sent, of_published

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from ..metadata.record import Record
    from .publish_gates import Conformity

_MODES = tuple(mode.value for mode in Mode)


class PublishAlgorithm(Publishing):
    """A layer on a platform: plan, sending, verification."""

    ID = "publish"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Publish a layer")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["publier", "publication", "plateforme", "OGC API", "WFS-T", "PostGIS", "GéoBretagne", "open data"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Compares a layer with what a platform holds, by a field that identifies each feature for good, and sends"
            " the difference only. Everything that is sent is read back: what the platform says is not believed.\n\n"
            "Dry run: nothing is sent, the plan alone is written in the report.\n\n"
            "upsert creates and replaces; mirror also deletes what the layer no longer has; append only creates.\n\n"
            "The journal serves to go on after an interruption, or to take the publication back."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", tr("Layer")))
        where = tr("Address of the platform (or its database), or name of a saved connection")
        self.addParameter(QgsProcessingParameterString("TARGET", where, optional=True))
        platform = tr("Platform (its name: gives address, kind and rules of names)")
        self.addParameter(QgsProcessingParameterString("PLATFORM", platform, optional=True))
        self.addParameter(
            QgsProcessingParameterEnum(
                "TYPE",
                tr("Kind of platform"),
                ["auto", *TYPES],
                defaultValue="auto",
                usesStaticStrings=True,
            )
        )
        self.addParameter(QgsProcessingParameterString("COLLECTION", tr("Collection, layer or table"), optional=True))
        self.addParameter(
            QgsProcessingParameterField("KEY", tr("Field that identifies a feature"), parentLayerParameterName="INPUT")
        )
        self.addParameter(
            QgsProcessingParameterEnum("MODE", tr("Mode"), list(_MODES), defaultValue="upsert", usesStaticStrings=True)
        )
        self.addParameter(QgsProcessingParameterBoolean("DRY_RUN", tr("Dry run: nothing is sent"), False))
        number = QgsProcessingParameterNumber
        most = number(
            "MAX_DELETE", tr("Deletions allowed (percent)"), number.Type.Double, 10.0, minValue=0, maxValue=100
        )
        self.addParameter(most)
        self.addParameter(QgsProcessingParameterAuthConfig("AUTHCFG", tr("Authentication"), optional=True))
        fields = QgsProcessingParameterField(
            "FIELDS", tr("Fields to publish (all where empty)"), parentLayerParameterName="INPUT", allowMultiple=True,
            optional=True,
        )  # fmt: skip
        reserved_too = QgsProcessingParameterBoolean(
            "RESERVED", tr("Publish data whose licence reserves them all the same"), False
        )
        columns_too = QgsProcessingParameterBoolean(
            "COLUMNS_MAY_GO", tr("Columns that the layer lacks may go (where a whole dataset is replaced)"), False
        )
        persons = QgsProcessingParameterString(
            "PERSONAL",
            tr("What becomes of the columns with personal data (column:drop, year, pseudonym or keep)"),
            optional=True,
        )
        gates = self._gate_parameters()
        for parameter in (fields, journals_parameter(), reserved_too, columns_too, persons, *gates, *said_parameters()):
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
            self.addParameter(parameter)
        self.addParameter(report_parameter())
        self._add_outputs()

    @staticmethod
    def _gate_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
        return (
            QgsProcessingParameterString("LICENCE", tr("Licence (that of the layer where empty)"), optional=True),
            QgsProcessingParameterString(
                "STANDARD", tr("Standard that the layer must follow (id, path, address or auto)"), optional=True
            ),
            QgsProcessingParameterFile(
                "VERDICT", tr("Verdict of a validation (its JSON), instead of validating now"), optional=True
            ),
            QgsProcessingParameterBoolean("NON_CONFORMING", tr("Publish it though it does not conform"), False),
            QgsProcessingParameterString(
                "METADATA", tr("Catalogue that receives the record (an address, or “platform”)"), optional=True
            ),
            QgsProcessingParameterFile("TEMPLATE", tr("Template of your authority for the record"), optional=True),
            QgsProcessingParameterBoolean("WHOLE", tr("Replace the whole table at once (PostGIS)"), False),
        )

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> bool:
        """On the main thread: the layer is described, keeps the identifier of its record, and is taken as it is now."""
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        feedback = feedback or QgsProcessingFeedback()
        self._record: Record | None = None
        wanted = self.parameterAsString(parameters, "METADATA", context).strip()
        if wanted:
            # Here: the copy of a layer that is being edited no longer knows where its data come from.
            with failing(feedback):
                record = described(layer, self.parameterAsFile(parameters, "TEMPLATE", context))
            if not self.parameterAsBool(parameters, "DRY_RUN", context):
                self._record = record
                keep_identifier(layer, record.identifier, feedback)
        self._layer = taken(layer)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Compares, tells, and sends unless it is a dry run."""
        feedback = feedback or QgsProcessingFeedback()
        report_file = self.parameterAsFileOutput(parameters, "REPORT", context)
        dry_run = self.parameterAsBool(parameters, "DRY_RUN", context)
        gates = Gates(feedback, dry_run=dry_run)
        with failing(feedback), lent(self._layer):
            catalogue = catalogue_given(self, parameters, context)
            order = self._order(parameters, context, gates, feedback)
            conformity = self._gates(order, parameters, context, gates, feedback)
            prepared = prepare(order, feedback)
            document = report.of_plan(prepared) | {"conformity": asdict(conformity) if conformity else None}
            _tell_plan(prepared, feedback)
            _tell_style(document["style"], feedback)
            links = " ".join(url for _, url in prepared.profile.links)
            if dry_run:
                outputs = _dry(prepared, gates, feedback)
                written = write(report_file, document | {"dry_run": True, "gates": gates.shut}, feedback)
                return outputs | {"LINKS": links, "REPORT": written}
            folder = self.parameterAsString(parameters, "JOURNALS", context)
            result, path = publish(prepared, Path(folder) if folder else None, feedback)
            with Journal(path) as journal:
                document |= report.of_result(result, journal)
            document |= {"picture": _picture(prepared, feedback), "journal": str(path)}
            report_file = write(report_file, document, feedback)
            outputs = told(result, str(path), report_file, feedback)
            record: dict[str, Any] = {}
            if self._record is not None and result.verified:
                own = of_published(self._record, conformity, order.licence, prepared.profile.links)
                record = after_data(RecordOrder(own, *catalogue, order.authcfg), folder, path, feedback)
            elif self._record is not None:
                record = not_sent(feedback)
            if record:
                write(report_file, document | {"record": record}, feedback)
                links = f"{links} {record.get('url', '')}".strip()
        return outputs | {"LINKS": links, "RECORD": record.get("state", "")}

    def _gates(
        self,
        order: Order,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        gates: Gates,
        feedback: QgsProcessingFeedback,
    ) -> Conformity | None:
        """What must hold before anything is looked at over there."""
        reserved_too = self.parameterAsBool(parameters, "RESERVED", context)
        with gates.at("reserved"):
            check_reserved(order.layer, allowed=reserved_too, feedback=feedback)
        standard = self.parameterAsString(parameters, "STANDARD", context).strip() or STANDARDS.get(order.type, "")
        verdict = self.parameterAsFile(parameters, "VERDICT", context)
        found = conformity_of(order.layer, standard, verdict, feedback)
        knowingly = self.parameterAsBool(parameters, "NON_CONFORMING", context)
        with gates.at("conformity"):
            check_conformity(found, allowed=knowingly, feedback=feedback)
        return found

    def _order(
        self, parameters: dict[str, Any], context: QgsProcessingContext, gates: Gates, feedback: QgsProcessingFeedback
    ) -> Order:
        layer = self._layer
        place = place_given(self, layer.name(), parameters, context, feedback)
        licence = ""
        notes: tuple[str, ...] = ()
        with gates.at("licence"):
            licence, notes = licence_of(
                layer.metadata().licenses(), self.parameterAsString(parameters, "LICENCE", context).strip()
            )
        for note in notes:
            feedback.pushWarning(note)
        return Order(
            layer,
            place.type,
            place.target,
            place.collection,
            self.parameterAsString(parameters, "KEY", context),
            Mode(self.parameterAsString(parameters, "MODE", context)),
            self.parameterAsDouble(parameters, "MAX_DELETE", context),
            place.authcfg,
            tuple(self.parameterAsStrings(parameters, "FIELDS", context)),
            columns_may_go=self.parameterAsBool(parameters, "COLUMNS_MAY_GO", context),
            whole=self.parameterAsBool(parameters, "WHOLE", context),
            licence=licence,
            personal=self.parameterAsString(parameters, "PERSONAL", context),
            **said_of(self, parameters, context),
        )


def _tell_plan(prepared: Prepared, feedback: QgsProcessingFeedback) -> None:
    plan = prepared.plan
    say(
        feedback,
        tr(
            "Plan: {create} to create, {replace} to replace, {delete} to delete, {unchanged} unchanged,"
            " {refused} refused."
        ),
        create=plan.count(Action.CREATE),
        replace=plan.count(Action.REPLACE),
        delete=plan.count(Action.DELETE),
        unchanged=plan.unchanged,
        refused=len(plan.refused),
    )
    for refusal in plan.refused[:LISTED]:
        feedback.pushWarning(tr("{key}: {reason}").format(key=refusal.key, reason=refusal.reason))
    if prepared.left_out:
        feedback.pushWarning(
            tr("The platform does not have these columns, they are left out: {names}.").format(
                names=", ".join(prepared.left_out)
            )
        )
    for one in prepared.personal:
        if not one.sure:
            feedback.pushWarning(tr("Personal data, perhaps: {column}.").format(column=in_words(one)))
    for note in prepared.profile.notes:
        feedback.pushWarning(note)


def _tell_style(style: dict[str, Any] | None, feedback: QgsProcessingFeedback) -> None:
    if style and style["losses"]:
        feedback.pushWarning(tr("The style of the layer that the platform will not show as it is:"))
        for loss in style["losses"]:
            feedback.pushWarning(loss)


def _picture(prepared: Prepared, feedback: QgsProcessingFeedback) -> dict[str, Any] | None:
    """The layer drawn by QGIS and by the platform, where that one draws; a picture that fails spoils nothing."""
    from ..publish.pictures import compare_pictures, wms_of

    wms = wms_of(prepared)
    if wms is None:
        return None
    try:
        compared = compare_pictures(prepared.order.layer, wms, feedback=feedback)
    except DataTerritoiresError as error:
        feedback.pushWarning(tr("The picture of the platform could not be compared: {reason}").format(reason=error))
        return None
    text = tr("The picture of the platform differs from that of QGIS on {percent} % of what is drawn.")
    feedback.pushInfo(text.format(percent=number(compared.percent, 1)))
    return report.of_picture(compared)


def _dry(prepared: Prepared, gates: Gates, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    plan = prepared.plan
    with gates.at("deletions"):
        check_deletions(plan, prepared.content, prepared.order.most_deleted)
    with gates.at("columns"):
        check_columns(prepared)
    with gates.at("personal"):
        check_personal(prepared)
    say(feedback, tr("Dry run: nothing was sent."))
    return {
        "CREATED": plan.count(Action.CREATE),
        "REPLACED": plan.count(Action.REPLACE),
        "DELETED": plan.count(Action.DELETE),
        "UNCHANGED": plan.unchanged,
        "FAILED": len(plan.refused),
        "VERIFIED": 0,
        "JOURNAL": "",
        "RECORD": "",
    }
