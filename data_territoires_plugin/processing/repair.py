"""`dataterritoires:repair`: what a check has found, mended in a new layer; each change is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..errors import DataTerritoiresError, OutputError, StandardError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from ..standards.engine.cadastre import TOLERANCE
from ..standards.engine.cadastre_parcels import Parcels
from ..standards.engine.options import Options
from ..standards.engine.subject import Subject, as_text
from ..standards.findings import compare
from ..standards.repair import FIXES, Asked, Change, Proposed, fixes, propose
from ..standards.repair.columns import arranged
from ..standards.repair.record import written_record
from ..standards.repair.work import WIDEST
from ..standards.validation import AUTO, named_standard, standard_of
from .algorithm import Algorithm, failing, say
from .findings_layer import read_findings
from .repair_communes import communes_of

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsVectorLayer

    from ..standards.findings import Finding
    from ..standards.model import Standard
    from ..standards.repair import Proposal

_TOLD = 20  # changes of each fix, in the log; the record holds all


class RepairAlgorithm(Algorithm):
    """The faults that can be mended without deciding anything."""

    ID = "repair"
    GROUP = "conformity"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Repair what a check has found")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["corriger", "réparer", "conformité", "CNIG", "géométries", "casse", "dates", "INSEE", "zéros"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        told = "\n".join(f"- {one.id} ({one.label}) : {one.changes}" for one in fixes())
        head = tr(
            "Mends what can be mended without deciding anything, in a new layer: the input is never changed. Each"
            " change is written in the record: feature, column, before, after.\n\n"
            "Each fix is proved before it is kept: the layer is checked again, and a change that brings a finding or"
            " mends nothing is left out.\n\n"
            "Findings: those of the check, or the ones to mend (all where none is given). Fixes (all where none is"
            " chosen):"
        )
        return f"{head}\n{told}"

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        text, vector = QgsProcessingParameterString, [Qgis.ProcessingSourceType.Vector]
        polygon = [Qgis.ProcessingSourceType.VectorPolygon]
        source = QgsProcessingParameterFeatureSource
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", tr("Layer"), vector))
        self.addParameter(source("FINDINGS", tr("Findings to mend (all where empty)"), vector, optional=True))
        self.addParameter(text("STANDARD", tr("Standard (id, path or address of a schema, or “auto”)"), AUTO))
        self.addParameter(_fixes())
        self.addParameter(text("TABLE", tr("Table of the standard (recognised where empty)"), optional=True))
        self.addParameter(text("DOCUMENT", tr("Name of the document (35238_PLU_20240101)"), optional=True))
        self.addParameter(text("TERRITORY", tr("Territory whose communes give the INSEE codes"), optional=True))
        self.addParameter(
            source("COMMUNES", tr("or layer of communes (column code_insee, insee or code)"), polygon, optional=True)
        )
        kind = Qgis.ProcessingNumberParameterType.Double
        wide = tr("Greatest width of the slivers and gaps that are mended (m)")
        self.addParameter(QgsProcessingParameterNumber("WIDTH", wide, kind, WIDEST, minValue=0))
        self.addParameter(
            text("KEEP", tr("Features that get the slivers and gaps they touch (identifiers)"), optional=True)
        )
        parcels = tr("Parcels of the cadastre, to snap a zoning to their corners")
        self.addParameter(QgsProcessingParameterVectorLayer("PARCELS", parcels, polygon, optional=True))
        reach = tr("Distance under which a vertex should lie on the corner of a parcel (m)")
        self.addParameter(QgsProcessingParameterNumber("CORNER_DISTANCE", reach, kind, TOLERANCE, minValue=0))
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Repaired layer")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "LOG", tr("Record of the changes (CSV)"), "CSV (*.csv)", optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputString("STANDARD", tr("Standard")))
        for name, label in (
            ("FIXED", tr("Findings mended")),
            ("LEFT", tr("Findings left")),
            ("CHANGES", tr("Changes made")),
            ("REFUSED", tr("Changes refused")),
            ("REVEALED", tr("Findings that the repair brought to light")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses an unknown standard or fix before anything starts."""
        named = self.parameterAsString(parameters, "STANDARD", context).strip()
        try:
            if named not in ("", AUTO) and "://" not in named:
                named_standard(named)
            _known(_names(parameters.get("FIXES")))
            _features(self.parameterAsString(parameters, "KEEP", context))
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> bool:
        """Takes the layer as it is now, in its own thread: it may be edited or removed during the run."""
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        with failing(feedback or QgsProcessingFeedback()):
            self._subject = Subject.of_layer(layer)
        self._crs = layer.crs()
        self._file = _text_file(layer)
        self._parcels: Parcels | None = None
        if parameters.get("PARCELS") not in (None, ""):
            parcels = self.parameterAsVectorLayer(parameters, "PARCELS", context)
            if parcels is None:
                raise QgsProcessingException(self.invalidSourceError(parameters, "PARCELS"))
            reach = self.parameterAsDouble(parameters, "CORNER_DISTANCE", context)
            with failing(feedback or QgsProcessingFeedback()):
                self._parcels = Parcels(Subject.of_layer(parcels), parcels.name(), reach)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Proposes, proves, then writes the new layer and the record."""
        feedback = feedback or QgsProcessingFeedback()
        with failing(feedback):
            named = self.parameterAsString(parameters, "STANDARD", context)
            table = self.parameterAsString(parameters, "TABLE", context).strip()
            standard, table, reasons = standard_of(self._subject, named, table, feedback)
            if reasons:
                say(feedback, tr("Recognised by: {reasons}."), reasons=reasons)
            asked = Asked(
                _known(_names(parameters.get("FIXES"))),
                self._findings(parameters, context),
                table,
                communes_of(self, parameters, context, self._crs, feedback),
                self.parameterAsDouble(parameters, "WIDTH", context),
                _features(self.parameterAsString(parameters, "KEEP", context)),
            )
            document = self.parameterAsString(parameters, "DOCUMENT", context).strip()
            options = Options(document=document, parcels=self._parcels)
            proposed = propose(self._subject, standard, asked, options, feedback)
            _tell(proposed, asked, feedback)
            output = self._written(parameters, context, proposed, feedback)
            log = self.parameterAsFileOutput(parameters, "LOG", context)
            if log:
                written_record(proposed.proposals, log)
        return {"OUTPUT": output, "LOG": log, **_counts(proposed, asked, standard)}

    def _findings(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[Finding, ...] | None:
        if parameters.get("FINDINGS") in (None, ""):
            return None
        source = self.parameterAsSource(parameters, "FINDINGS", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "FINDINGS"))
        return tuple(read_findings(source.fields(), source.getFeatures(), source.sourceCrs().authid()))

    def _written(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        proposed: Proposed,
        feedback: QgsProcessingFeedback,
    ) -> str:
        """Writes the layer as it was proved."""
        draft = proposed.draft
        fields, order = draft.fields, list(range(len(draft.fields)))
        if any(one.change is Change.ORDER for one in proposed.applicable):
            fields, order = arranged(proposed.table, draft.fields, _longest(proposed, feedback))
        if self._file is not None and _is_text(parameters["OUTPUT"]):
            output = self._copied_file(self._file, parameters, context, proposed, order, feedback)
            if output:
                return output
        sink, output = self.parameterAsSink(parameters, "OUTPUT", context, fields, self._subject.wkb_type, self._crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        _copied(proposed, sink, fields, order, feedback)
        del sink
        return str(output)

    def _copied_file(
        self,
        path: Path,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        proposed: Proposed,
        order: list[int],
        feedback: QgsProcessingFeedback,
    ) -> str:
        """A CSV repaired as a CSV: written as it was, but for what is mended; "" where that can't be done."""
        from ..standards.repair.csv_copy import can_be_copied, copied

        names, count = self._subject.names, self._subject.count
        if count is None or not can_be_copied(path, names, count, proposed.applicable):
            feedback.pushWarning(tr("The file is written anew: its separator, quotes and encoding are those of QGIS."))
            return ""
        output = str(self.parameterAsOutputLayer(parameters, "OUTPUT", context))
        encoding = copied(path, Path(output), proposed.applicable, proposed.draft.fields.names(), order)
        say(
            feedback,
            tr("Written as the file that was repaired: same separator and quotes, {encoding}."),
            encoding=encoding,
        )
        return output


def _is_text(output: Any) -> bool:
    """Whether the repaired layer goes to a CSV."""
    if isinstance(output, QgsProcessingOutputLayerDefinition):
        output = output.sink.staticValue()
    return str(output).lower().endswith(".csv")


def _text_file(layer: QgsVectorLayer) -> Path | None:
    """The CSV that a layer shows as it is: neither filtered nor edited."""
    path = Path(layer.source().partition("|")[0])
    as_it_is = not layer.subsetString() and not layer.isModified()
    return path if layer.providerType() == "ogr" and path.suffix.lower() in (".csv", ".txt") and as_it_is else None


def _fixes() -> QgsProcessingParameterEnum:
    return QgsProcessingParameterEnum(
        "FIXES", tr("Fixes (all where none is chosen)"), list(FIXES), True, None, True, usesStaticStrings=True
    )


def _names(value: Any) -> list[str]:
    """The fixes named: a list, or a text with commas."""
    if value in (None, ""):
        return []
    names = value.split(",") if isinstance(value, str) else value if isinstance(value, (list, tuple)) else [value]
    return [str(one).strip() for one in names if str(one).strip()]


def _known(names: list[str]) -> tuple[str, ...]:
    unknown = [one for one in names if one not in FIXES]
    if unknown:
        raise StandardError(
            tr("There is no fix “{name}”.").format(name=unknown[0]),
            hint=tr("Those that there are: {names}.").format(names=", ".join(FIXES)),
        )
    return tuple(names)


def _features(text: str) -> tuple[int, ...]:
    """Identifiers of features, in a text with commas."""
    parts = [one.strip() for one in text.replace(";", ",").split(",") if one.strip()]
    wrong = next((one for one in parts if not one.lstrip("-").isdigit()), "")
    if wrong:
        raise StandardError(
            tr("“{text}” is not the identifier of a feature.").format(text=wrong),
            hint=tr("Give the numbers that the findings name, such as “41, 57”."),
        )
    return tuple(int(one) for one in parts)


def _longest(proposed: Proposed, feedback: QgsProcessingFeedback) -> dict[str, int]:
    """The length of the longest value of each column."""
    names = proposed.draft.subject.names
    longest = dict.fromkeys(names, 0)
    for feature in proposed.draft.getFeatures(QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)):
        stop_if_cancelled(feedback)
        for name, value in zip(names, feature.attributes(), strict=True):
            longest[name] = max(longest[name], len(as_text(value) or ""))
    return longest


def _copied(
    proposed: Proposed, sink: QgsFeatureSink, fields: QgsFields, order: list[int], feedback: QgsProcessingFeedback
) -> None:
    """Writes every feature. Raises OutputError, Cancelled."""
    for feature in proposed.draft.getFeatures():
        stop_if_cancelled(feedback)
        attributes = feature.attributes()
        made = QgsFeature(fields, feature.id())
        made.setAttributes([attributes[at] for at in order])
        made.setGeometry(feature.geometry())
        if not sink.addFeature(made, QgsFeatureSink.Flag.FastInsert):
            raise OutputError(
                tr("The repaired layer can't be written."),
                detail=sink.lastError(),
                hint=tr("Check that there is room on the disk, and that the file isn't open elsewhere."),
            )


def _counts(proposed: Proposed, asked: Asked, standard: Standard) -> dict[str, Any]:
    told = compare(proposed.before.findings, proposed.after.findings)
    wanted = proposed.before.findings if asked.findings is None else asked.findings
    known = {one.identity for one in wanted}
    fixed = sum(one.identity in known for one in told.mended)
    return {
        "STANDARD": standard.id,
        "FIXED": fixed,
        "LEFT": len(wanted) - fixed if asked.findings is not None else len(proposed.after.findings),
        "CHANGES": len(proposed.applicable),
        "REFUSED": len(proposed.proposals) - len(proposed.applicable),
        "REVEALED": len(proposed.revealed),
    }


def _tell(proposed: Proposed, asked: Asked, feedback: QgsProcessingFeedback) -> None:
    """Says each change, by fix, then what is refused and why."""
    told: Counter[tuple[str, bool]] = Counter()
    for one in proposed.proposals:
        told[one.fix, bool(one.refused)] += 1
        if told[one.fix, bool(one.refused)] <= _TOLD:
            _say_one(one, feedback)
    for (fix, refused), count in told.items():
        if count > _TOLD:
            words = tr("{fix}: {count} more, see the record.")
            if refused:
                words = tr("{fix}: {count} more refused, see the record.")
            say(feedback, words, fix=fix, count=count - _TOLD)
    if "insee" in asked.fixes and not asked.communes:
        feedback.pushWarning(tr("INSEE codes: give a territory or a layer of communes."))
    if proposed.revealed:
        words = tr("{count} faults between features could not be seen while a geometry was invalid; they are left.")
        if len(proposed.revealed) == 1:
            words = tr("A fault between features could not be seen while a geometry was invalid; it is left.")
        feedback.pushWarning(words.format(count=len(proposed.revealed)))
    counts = _counts_in_words(proposed)
    feedback.pushInfo(counts)


def _say_one(one: Proposal, feedback: QgsProcessingFeedback) -> None:
    if one.refused:
        feedback.pushWarning(tr("Refused: {words} {reason}").format(words=one.words, reason=one.refused))
    elif one.feature is None:
        feedback.pushInfo(one.words)
    else:
        say(feedback, tr("Feature {feature}: {words}"), feature=one.feature, words=one.words)


def _counts_in_words(proposed: Proposed) -> str:
    return tr("Findings: {before} before, {after} after. Changes: {changes}, refused: {refused}.").format(
        before=len(proposed.before.findings),
        after=len(proposed.after.findings),
        changes=len(proposed.applicable),
        refused=len(proposed.proposals) - len(proposed.applicable),
    )
