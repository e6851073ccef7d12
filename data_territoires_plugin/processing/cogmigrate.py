"""`dataterritoires:cogmigrate`: a table of INSEE codes, brought from one year of the COG to another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVariantUtils,
)
from qgis.PyQt.QtCore import QMetaType

from ..i18n import tr
from ..sources.base import stop_if_cancelled
from ..territory.cog import EDITION
from ..territory.history import YEARS, Movement
from ..territory.migration import Migration, Migrator, is_insee_code
from .algorithm import Algorithm, failing, say

if TYPE_CHECKING:
    from qgis.core import QgsFeatureIterator, QgsProcessingContext, QgsProcessingFeatureSource

_ADDED = ("dt_code_new", "dt_movement", "dt_candidates")
_LISTED = 10  # unresolved codes named in the log
_LOOKED_AT = 100  # rows of which one code at least must look like one


class CogMigrateAlgorithm(Algorithm):
    """The codes of a table, as they are in another year."""

    ID = "cogmigrate"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Bring INSEE codes to another year of the COG")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["COG", "INSEE", "code commune", "millésime", "fusion", "commune nouvelle", "table de passage"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Brings the INSEE codes of a table, with or without geometry, from the communes of one year to those of"
            " another, forwards or backwards, by the movements of INSEE since 1943.\n\n"
            "dt_code_new: the new code; empty where several are possible or none is known.\n"
            "dt_movement: what happened (unchanged, merged, split, code, departement, created, suppressed, former,"
            " unknown).\n"
            "dt_candidates: the possible codes, where there isn't one that is certain.\n\n"
            "Codes that lost their leading zero (1001) are recognised. Rows are never merged nor duplicated: sum them"
            " afterwards, if they add up."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", tr("Table"), [Qgis.ProcessingSourceType.Vector]))
        self.addParameter(
            QgsProcessingParameterField("FIELD", tr("Field of INSEE codes"), parentLayerParameterName="INPUT")
        )
        self.addParameter(_year("FROM", tr("Year of the codes (1 January)")))
        self.addParameter(_year("TO", tr("Year to bring them to"), EDITION))
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Migrated table")))
        self.addOutput(QgsProcessingOutputNumber("MIGRATED", tr("Rows with a certain code")))
        self.addOutput(QgsProcessingOutputNumber("UNRESOLVED", tr("Rows without a certain code")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Reads the table row by row, and writes it with the new codes."""
        feedback = feedback or QgsProcessingFeedback()
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        start, end = (self.parameterAsInt(parameters, name, context) for name in ("FROM", "TO"))
        at = _field_of_codes(source, self.parameterAsString(parameters, "FIELD", context))
        with failing(feedback):
            migrator = Migrator(start, end)
        _refuse_other_codes(source, at, migrator)
        added = QgsFields()
        for name in _ADDED:
            added.append(QgsField(name, QMetaType.Type.QString))
        fields = QgsProcessingUtils.combineFields(source.fields(), added)
        sink, output = self.parameterAsSink(parameters, "OUTPUT", context, fields, source.wkbType(), source.sourceCrs())
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        with failing(feedback):
            rows = _rows(source.getFeatures(), source.featureCount(), feedback)
            migrated, unresolved = _written(rows, sink, fields, at, migrator)
        del sink
        _tell(migrated, unresolved, start, end, feedback)
        return {"OUTPUT": output, "MIGRATED": migrated, "UNRESOLVED": sum(unresolved.values())}


def _year(name: str, label: str, default: int | None = None) -> QgsProcessingParameterNumber:
    whole = Qgis.ProcessingNumberParameterType.Integer
    return QgsProcessingParameterNumber(name, label, whole, default, minValue=YEARS[0], maxValue=YEARS[-1])


def _field_of_codes(source: QgsProcessingFeatureSource, name: str) -> int:
    at = int(source.fields().lookupField(name))
    if at < 0:
        raise QgsProcessingException(
            tr("The table has no field “{name}”: choose the one that holds the INSEE codes.").format(name=name)
        )
    return at


def _refuse_other_codes(source: QgsProcessingFeatureSource, at: int, migrator: Migrator) -> None:
    """Early, before anything is written: a field where nothing looks like the code of a commune."""
    request = QgsFeatureRequest().setLimit(_LOOKED_AT).setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    values = [value for row in source.getFeatures(request) if (value := _value(row, at)) not in (None, "")]
    if values and not any(is_insee_code(migrator(value).code) for value in values):
        message = tr("The field “{name}” holds no code of a commune, such as 35238 (first value: {value}).")
        hint = tr("Choose the field of the INSEE codes.")
        raise QgsProcessingException(message.format(name=source.fields()[at].name(), value=values[0]) + f" {hint}")


def _rows(features: QgsFeatureIterator, count: int, feedback: QgsProcessingFeedback) -> Any:
    for number, feature in enumerate(features):
        stop_if_cancelled(feedback)
        feedback.setProgress(100.0 * number / count if count > 0 else 0.0)
        yield feature


def _written(
    rows: Any, sink: QgsFeatureSink, fields: QgsFields, at: int, migrator: Migrator
) -> tuple[int, Counter[Migration]]:
    """Writes the rows. Returns how many have a certain code, and the others, by migration."""
    migrated, unresolved = 0, Counter[Migration]()
    for row in rows:
        migration = migrator(_value(row, at))
        if migration.certain:
            migrated += 1
        else:
            unresolved[migration] += 1
        feature = QgsFeature(fields)
        feature.setGeometry(row.geometry())
        feature.setAttributes([*row.attributes(), *_told(migration)])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(
                tr("The table can't be written: {error}").format(error=sink.lastError() or tr("check the output."))
            )
    return migrated, unresolved


def _value(row: QgsFeature, at: int) -> Any:
    value = row.attribute(at)
    return None if QgsVariantUtils.isNull(value) else value


def _told(migration: Migration) -> tuple[str | None, str, str | None]:
    """What is added to a row, in the order of `_ADDED`."""
    candidates = None if migration.certain else ",".join(migration.candidates)
    return migration.new or None, ",".join(one.value for one in migration.movements), candidates or None


def _tell(migrated: int, unresolved: Counter[Migration], start: int, end: int, feedback: QgsProcessingFeedback) -> None:
    say(
        feedback,
        tr("From the COG {start} to that of {end}: rows with a certain code: {migrated}, without: {unresolved}."),
        start=start,
        end=end,
        migrated=migrated,
        unresolved=sum(unresolved.values()),
    )
    for migration, rows in unresolved.most_common(_LISTED):
        template = (
            tr("{code}: several communes are possible, or only a part of one: {candidates}. Rows: {rows}.")
            if migration.candidates and Movement.UNKNOWN not in migration.movements
            else tr("{code}: not a commune of the COG {start}, nor of an earlier one. Rows: {rows}.")
        )
        feedback.pushWarning(
            template.format(
                code=migration.code or "∅", candidates=", ".join(migration.candidates), rows=rows, start=start
            )
        )
    if len(unresolved) > _LISTED:
        say(feedback, tr("Other codes without a certain one: {count}."), count=len(unresolved) - _LISTED)
