"""`dataterritoires:publish`, `resume` and `undo`: a layer on a platform, verified, and undoable."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
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
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..errors import DataTerritoiresError
from ..i18n import number, tr
from ..metadata.identity import identifier_of, keep
from ..publish import report
from ..publish.journal import Journal
from ..publish.licences import licence_of
from ..publish.opening import TYPES
from ..publish.personal import PersonalDataError, told
from ..publish.plan import Action, Mode, TooManyDeletions, check_deletions
from ..publish.publication import (
    ColumnsWouldGo,
    Order,
    Prepared,
    check_columns,
    check_personal,
    go_on,
    prepare,
    publish,
    take_back,
)
from ..publish.records.journal import is_record_journal
from ..publish.records.publication import Order as RecordOrder
from .algorithm import Algorithm, failing, say
from .publish_gates import STANDARDS, check_conformity, check_reserved, conformity_of, lent, taken
from .publish_place import catalogue_given, place_given
from .publish_said import said_of, said_parameters
from .records import after_data, of_journal, record_of_published

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsProcessingContext

    from ..publish.sending import Result
    from .publish_gates import Conformity

_MODES = tuple(mode.value for mode in Mode)
_LISTED = 20  # features named in the log


class _Publishing(Algorithm):
    """What the three have in common."""

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


def _told(result: Result, journal: str, report_file: str, feedback: QgsProcessingFeedback) -> dict[str, Any]:
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
    for entry in result.failed[:_LISTED]:
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


class PublishAlgorithm(_Publishing):
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
        folder = QgsProcessingParameterFile(
            "JOURNALS", tr("Folder of the journal"), Qgis.ProcessingFileParameterBehavior.Folder, optional=True
        )
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
        for parameter in (fields, folder, reserved_too, columns_too, persons, *gates, *said_parameters()):
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
            self.addParameter(parameter)
        report_file = QgsProcessingParameterFileDestination(
            "REPORT", tr("Report"), "JSON (*.json)", optional=True, createByDefault=True
        )
        self.addParameter(report_file)
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
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback | None
    ) -> bool:
        """On the main thread: the layer keeps the identifier of its record, and is taken as it is now."""
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        wanted = self.parameterAsString(parameters, "METADATA", context).strip()
        if wanted and not self.parameterAsBool(parameters, "DRY_RUN", context):
            keep(layer, identifier_of(layer))
        self._layer = taken(layer)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Compares, tells, and sends unless it is a dry run."""
        feedback = feedback or QgsProcessingFeedback()
        report_file = self.parameterAsFileOutput(parameters, "REPORT", context)
        with failing(feedback), lent(self._layer):
            order, catalogue = self._order(parameters, context, feedback), catalogue_given(self, parameters, context)
            conformity = self._gates(order, parameters, context, feedback)
            prepared = prepare(order, feedback)
            document = report.of_plan(prepared) | {"conformity": asdict(conformity) if conformity else None}
            _tell_plan(prepared, feedback)
            _tell_style(document["style"], feedback)
            links = " ".join(url for _, url in prepared.profile.links)
            if self.parameterAsBool(parameters, "DRY_RUN", context):
                _write(report_file, document | {"dry_run": True})
                return _dry(prepared, report_file, feedback) | {"LINKS": links}
            folder = self.parameterAsString(parameters, "JOURNALS", context)
            result, path = publish(prepared, Path(folder) if folder else None, feedback)
            with Journal(path) as journal:
                document |= report.of_result(result, journal)
            document["picture"] = _picture(prepared, feedback)
            _write(report_file, document | {"journal": str(path)})
            told = _told(result, str(path), report_file, feedback)
            if catalogue and not result.verified:
                feedback.reportError(tr("The record was not published: the data are not verified."))
            elif catalogue:
                template = self.parameterAsFile(parameters, "TEMPLATE", context)
                record = record_of_published(order.layer, template, conformity, order.licence, prepared.profile.links)
                recorded = after_data(RecordOrder(record, "auto", catalogue, order.authcfg), folder, feedback)
                _write(report_file, document | {"journal": str(path), "record": recorded.document})
                links = f"{links} {recorded.done.url if recorded.done else ''}".strip()
        return told | {"LINKS": links}

    def _gates(
        self, order: Order, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Conformity | None:
        """What must hold before anything is looked at over there; raises what doesn't."""
        reserved_too = self.parameterAsBool(parameters, "RESERVED", context)
        check_reserved(order.layer, allowed=reserved_too, feedback=feedback)
        standard = self.parameterAsString(parameters, "STANDARD", context).strip() or STANDARDS.get(order.type, "")
        verdict = self.parameterAsFile(parameters, "VERDICT", context)
        found = conformity_of(order.layer, standard, verdict, feedback)
        knowingly = self.parameterAsBool(parameters, "NON_CONFORMING", context)
        check_conformity(found, allowed=knowingly, feedback=feedback)
        return found

    def _order(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Order:
        layer = self._layer
        place = place_given(self, layer.name(), parameters, context, feedback)
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
    for refusal in plan.refused[:_LISTED]:
        feedback.pushWarning(tr("{key}: {reason}").format(key=refusal.key, reason=refusal.reason))
    if prepared.left_out:
        feedback.pushWarning(
            tr("The platform does not have these columns, they are left out: {names}.").format(
                names=", ".join(prepared.left_out)
            )
        )
    for one in prepared.personal:
        if not one.sure:
            feedback.pushWarning(tr("Personal data, perhaps: {column}.").format(column=told(one)))
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

    wms = wms_of(prepared.order)
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


def _dry(prepared: Prepared, report_file: str, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    plan = prepared.plan
    try:
        check_deletions(plan, prepared.content, prepared.order.most_deleted)
        check_columns(prepared)
        check_personal(prepared)
    except (TooManyDeletions, ColumnsWouldGo, PersonalDataError) as error:
        feedback.pushWarning(str(error))
    say(feedback, tr("Dry run: nothing was sent."))
    return {
        "CREATED": plan.count(Action.CREATE),
        "REPLACED": plan.count(Action.REPLACE),
        "DELETED": plan.count(Action.DELETE),
        "UNCHANGED": plan.unchanged,
        "FAILED": len(plan.refused),
        "VERIFIED": 0,
        "JOURNAL": "",
        "REPORT": report_file,
    }


def _write(path: str, document: dict[str, Any]) -> None:
    if path:
        report.write(Path(path), document)


class _OfJournal(_Publishing):
    """What starts from a journal."""

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        self.addParameter(QgsProcessingParameterFile("JOURNAL", tr("Journal of the publication")))
        report_file = QgsProcessingParameterFileDestination(
            "REPORT", tr("Report"), "JSON (*.json)", optional=True, createByDefault=True
        )
        self.addParameter(report_file)
        self._add_outputs()

    CARRY_OUT: Callable[[Path, QgsProcessingFeedback], Result]

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Looks at the platform, and does what is left."""
        feedback = feedback or QgsProcessingFeedback()
        path = Path(self.parameterAsFile(parameters, "JOURNAL", context))
        report_file = self.parameterAsFileOutput(parameters, "REPORT", context)
        with failing(feedback):
            if is_record_journal(path):
                counts, document = of_journal(path, feedback, undo=self.ID == "undo")
                _write(report_file, document | {"journal": str(path)})
                return {**counts, "JOURNAL": str(path), "REPORT": report_file}
            result = type(self).CARRY_OUT(path, feedback)
            with Journal(path) as journal:
                document = report.of_result(result, journal)
        _write(report_file, document | {"journal": str(path)})
        return _told(result, str(path), report_file, feedback)


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
