"""`dataterritoires:map`: a local layer brought to a national standard, by a mapping kept in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..errors import DataTerritoiresError, OutputError, StandardError
from ..i18n import tr
from ..standards.loading import load
from ..standards.mapping.added import Added
from ..standards.mapping.apply import Filler, Origin
from ..standards.mapping.file import read_mapping, write_mapping
from ..standards.mapping.job import Layer, checked, from_file, looked_at, proposed, sampled, watched
from ..standards.mapping.place import kind_of
from ..standards.report_words import by_rule, level_words, summary
from .algorithm import Algorithm, failing, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qgis.core import QgsFeature, QgsFields, QgsProcessingContext, QgsProcessingFeatureSource

    from ..standards.findings import Verdict
    from ..standards.mapping.job import Chosen

_LISTED = 10  # values and fields named in the log
_AS_IS = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks  # a broken geometry is kept, and told


class MapAlgorithm(Algorithm):
    """The rows of a layer, written as a standard wants them."""

    ID = "map"
    GROUP = "conformity"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Bring a layer to a standard (mapping of fields and values)")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["correspondance", "champs", "mettre au standard", "schéma", "mapping", "CNIG", "refactor", "champs"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Writes a local layer in the fields of a national standard, by a mapping: which column, constant,"
            " expression or part of the geometry fills each field, and which value of the standard each local value"
            " stands for.\n\n"
            "Mapping: a file; where it is empty, a mapping is proposed by name, synonym, type and values, and used."
            " It is written beside the result: read it, correct it, use it again.\n\n"
            "No row and no value is lost: a value that is none of the field stays as it is and is counted. The result"
            " is checked against the standard, and what is missing is said. The layer itself is never changed."
        ) + tr(
            " Several layers make one table: map the first, then each other with its own mapping, “added to” the result"
            " of the one before."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        text, number = QgsProcessingParameterString, QgsProcessingOutputNumber
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", tr("Layer"), [Qgis.ProcessingSourceType.Vector]))
        self.addParameter(
            text(
                "STANDARD",
                tr("Standard (id, path or address of a schema; that of the mapping where empty)"),
                None,
                optional=True,
            )
        )
        self.addParameter(text("TABLE", tr("Table of the standard (found where empty)"), optional=True))
        self.addParameter(
            QgsProcessingParameterFile(
                "MAPPING", tr("Mapping (proposed where empty)"), fileFilter="JSON (*.json)", optional=True
            )
        )
        vector = [Qgis.ProcessingSourceType.Vector]
        added = tr("Layer of the standard to whose rows these are added, in the result")
        self.addParameter(QgsProcessingParameterFeatureSource("ADDED_TO", added, vector, optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Layer of the standard"), Qgis.ProcessingSourceType.Vector)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "OUTPUT_MAPPING", tr("Mapping that was used"), "JSON (*.json)", optional=True
            )
        )
        tables = QgsProcessingParameterFileDestination(
            "OUTPUT_TABLES",
            tr("Tables, where the mapping has several"),
            "GeoPackage (*.gpkg)",
            optional=True,
            createByDefault=False,
        )
        self.addParameter(tables)
        self.addOutput(number("MAPPED_FIELDS", tr("Fields that are filled")))
        self.addOutput(number("UNMAPPED_FIELDS", tr("Fields that nothing fills")))
        self.addOutput(number("UNMAPPED_VALUES", tr("Values that are none of their field")))
        self.addOutput(QgsProcessingOutputString("MISSING", tr("Fields that the standard asks for and nothing fills")))
        self.addOutput(number("FEATURES", tr("Rows read")))
        self.addOutput(number("WRITTEN", tr("Rows written")))
        self.addOutput(number("LEFT", tr("Rows that go to no table")))
        self.addOutput(number("ERRORS", tr("Errors")))
        self.addOutput(number("WARNINGS", tr("Warnings")))
        self.addOutput(QgsProcessingOutputBoolean("VALID", tr("Without error")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses early: neither standard nor mapping, an unknown standard, a mapping that can't be read."""
        named, file = self._asked(parameters, context)
        try:
            if not named and not file:
                raise StandardError(tr("Choose a standard, or a mapping, which names one."))
            if named and "://" not in named:
                load(named)
            if file:
                read_mapping(Path(file))
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Finds the mapping, reads the rows twice, writes them, checks the result."""
        feedback = feedback or QgsProcessingFeedback()
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        with failing(feedback):
            chosen = self._chosen(parameters, context, source, feedback)
            _tell_mapping(chosen, feedback)
            fillers = _fillers(chosen, source, context)
            count = source.featureCount()
            rows = watched(source.getFeatures(_everything(), _AS_IS), count, feedback, 10, 35)
            read, left = looked_at(fillers, rows)
            output, tables = self._written(parameters, context, fillers, source, feedback)
            mapping = self._file_of_mapping(parameters, context, chosen)
            results = _read_back(output, tables, fillers, context)
            verdict = checked([(one, filler.table) for one, filler in results], chosen.standard, feedback)
        unmapped_values = _tell_rows(fillers, read, left, feedback)
        _tell_verdict(verdict, chosen, feedback)
        counts = verdict.counts if verdict else {"error": -1, "warning": -1}
        return {
            "OUTPUT": output,
            "OUTPUT_MAPPING": mapping,
            "OUTPUT_TABLES": tables,
            "MAPPED_FIELDS": chosen.mapped,
            "UNMAPPED_FIELDS": len(chosen.unmapped),
            "UNMAPPED_VALUES": unmapped_values,
            "MISSING": ", ".join(chosen.missing),
            "FEATURES": read,
            "WRITTEN": sum(filler.counts.written for filler in fillers),
            "LEFT": left,
            "ERRORS": counts["error"],
            "WARNINGS": counts["warning"],
            "VALID": verdict is not None and verdict.valid,
        }

    def _asked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[str, str]:
        named = self.parameterAsString(parameters, "STANDARD", context).strip()
        return named, self.parameterAsString(parameters, "MAPPING", context).strip()

    def _chosen(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        source: QgsProcessingFeatureSource,
        feedback: QgsProcessingFeedback,
    ) -> Chosen:
        named, file = self._asked(parameters, context)
        table = self.parameterAsString(parameters, "TABLE", context).strip()
        columns = tuple(source.fields().names())
        layer = Layer(source.sourceName(), columns, kind_of(source.wkbType()))
        if file:
            return from_file(Path(file), named, table, layer)
        samples = sampled(columns, source.getFeatures(_everything(), _AS_IS), feedback)
        return proposed(named, table, layer, samples)

    def _written(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        fillers: list[Filler],
        source: QgsProcessingFeatureSource,
        feedback: QgsProcessingFeedback,
    ) -> tuple[str, str]:
        """The second reading, once per table: the first goes to OUTPUT, all of them to OUTPUT_TABLES where wanted."""
        first, count = fillers[0], source.featureCount()
        fields = first.fields()
        added = self._added(parameters, context, fillers, fields)
        kind = added.wkb_type if added else first.wkb_type
        crs = QgsCoordinateReferenceSystem(first.crs)
        sink, output = self.parameterAsSink(parameters, "OUTPUT", context, added.fields if added else fields, kind, crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        if added:
            _put(added.rows(context), sink)
        rows = _filled(first, watched(source.getFeatures(_everything(), _AS_IS), count, feedback, 45, 35), fields)
        _put(map(added.fitted, rows) if added else rows, sink)
        del sink
        tables = self.parameterAsFileOutput(parameters, "OUTPUT_TABLES", context)
        others = fillers[1:]
        if others and not tables:
            tables = QgsProcessingUtils.generateTempFilename("tables.gpkg")
        for filler in others:
            rows = watched(source.getFeatures(_everything(), _AS_IS), count, feedback, 80, 0)
            _write_table(filler, rows, Path(tables), context)
        return output, tables if others else ""

    def _added(
        self, parameters: dict[str, Any], context: QgsProcessingContext, fillers: list[Filler], fields: QgsFields
    ) -> Added | None:
        """The rows to which those of the layer are added, where some are given."""
        if parameters.get("ADDED_TO") in (None, ""):
            return None
        there = self.parameterAsSource(parameters, "ADDED_TO", context)
        if there is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "ADDED_TO"))
        if len(fillers) > 1:
            message = tr("The mapping fills several tables: rows are added to one table at a time.")
            raise StandardError(message, hint=tr("Name the table."))
        return Added(there, fields, fillers[0].wkb_type, fillers[0].crs)

    def _file_of_mapping(self, parameters: dict[str, Any], context: QgsProcessingContext, chosen: Chosen) -> str:
        path = self.parameterAsFileOutput(parameters, "OUTPUT_MAPPING", context)
        path = path or QgsProcessingUtils.generateTempFilename("mapping.json")
        write_mapping(chosen.mapping, Path(path))
        return path


def _everything() -> Any:
    from qgis.core import QgsFeatureRequest

    return QgsFeatureRequest()


def _fillers(chosen: Chosen, source: QgsProcessingFeatureSource, context: QgsProcessingContext) -> list[Filler]:
    made = []
    for rule in chosen.mapping.tables:
        table = chosen.standard.table(rule.table)
        if table is not None:
            expressions = context.expressionContext()
            origin = Origin(
                source.fields(), source.wkbType(), source.sourceCrs(), context.transformContext(), expressions
            )
            made.append(Filler(chosen.standard, table, rule, origin))
    return made


def _filled(filler: Filler, rows: Iterator[QgsFeature], fields: QgsFields) -> Iterator[QgsFeature]:
    crs = filler.crs
    for feature in rows:
        made = filler.row(feature, fields, crs) if filler.takes(feature) else None
        if made is not None:
            yield made


def _put(rows: Iterable[QgsFeature], sink: QgsFeatureSink) -> None:
    for made in rows:
        if not sink.addFeature(made, QgsFeatureSink.Flag.FastInsert):
            raise _unwritable(sink.lastError())


def _write_table(filler: Filler, rows: Iterator[QgsFeature], path: Path, context: QgsProcessingContext) -> None:
    """One table of a GeoPackage, beside those that are in it."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", filler.table.name
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    fields = filler.fields()
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        filler.wkb_type,
        QgsCoordinateReferenceSystem(filler.crs),
        context.transformContext(),
        options,
    )
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise _unwritable(writer.errorMessage())
    _put(_filled(filler, rows, fields), writer)
    if not writer.flushBuffer():
        raise _unwritable(writer.errorMessage())
    del writer


def _unwritable(reason: str) -> OutputError:
    return OutputError(
        tr("The result can't be written: {error}").format(error=reason or tr("check the output.")),
        hint=tr("Check the free room and that the file is not open elsewhere."),
    )


def _read_back(
    output: str, tables: str, fillers: list[Filler], context: QgsProcessingContext
) -> list[tuple[QgsVectorLayer, Filler]]:
    """What was written, as layers; one that can't be read back is not valid."""
    first = QgsProcessingUtils.mapLayerFromString(output, context)
    results = [(first if isinstance(first, QgsVectorLayer) else QgsVectorLayer(), fillers[0])]
    for filler in fillers[1:]:
        name = filler.table.name
        results.append((QgsVectorLayer(f"{tables}|layername={name}", name, "ogr"), filler))
    return results


# ----------------------------------------------------------------------------------------------------------- words
def _tell_mapping(chosen: Chosen, feedback: QgsProcessingFeedback) -> None:
    standard = chosen.standard
    template = (
        tr("No mapping given: one is proposed for {standard}, and used. Read it before you trust it.")
        if chosen.proposed
        else tr("Mapping to {standard}.")
    )
    say(feedback, template, standard=standard.named)
    for remark in chosen.remarks:
        feedback.pushWarning(remark)
    for rule in chosen.mapping.tables:
        for one in rule.fields:
            said = ", ".join(one.columns) or one.text
            why = f" ({round(100 * one.confidence)} % : {' ; '.join(one.reasons)})" if one.reasons else ""
            feedback.pushInfo(f"    {rule.table}.{one.field} ← {said}{why}")
            if not one.is_sure:
                feedback.pushWarning(tr("To be looked at: {field} ← {column}.").format(field=one.field, column=said))
    if chosen.left_out:
        say(feedback, tr("Columns that no field takes: {names}."), names=", ".join(chosen.left_out))


def _tell_rows(fillers: list[Filler], read: int, left: int, feedback: QgsProcessingFeedback) -> int:
    """Says what became of the rows and values. Gives back how many values are none of their field."""
    unmapped = 0
    for filler in fillers:
        counts = filler.finish()
        unmapped += counts.unmapped_values
        say(feedback, tr("{table}: rows written: {count}."), table=filler.table.name, count=counts.written)
        if counts.merged:
            say(feedback, tr("Rows that were there already: {count}."), count=counts.merged)
        if counts.without_place:
            feedback.pushWarning(tr("Rows without a usable place: {count}.").format(count=counts.without_place))
        for field, values in counts.unmapped.items():
            shown = ", ".join(f"{value} ({rows})" for value, rows in values.most_common(_LISTED))
            more = ", …" if len(values) > _LISTED else ""
            template = tr("{field}: {count} values are none of the field, and stay as they are: {values}")
            feedback.pushWarning(template.format(field=field, count=len(values), values=shown + more))
    say(feedback, tr("Rows read: {count}."), count=read)
    if left:
        feedback.pushWarning(tr("Rows that the filters leave out of every table: {count}.").format(count=left))
    return unmapped


def _tell_verdict(verdict: Verdict | None, chosen: Chosen, feedback: QgsProcessingFeedback) -> None:
    if chosen.missing:
        feedback.pushWarning(
            tr("Fields that the standard asks for and that nothing fills: {names}.").format(
                names=", ".join(chosen.missing)
            )
        )
    if verdict is None:
        feedback.pushWarning(tr("The result could not be read back: it was not checked."))
        return
    words = level_words()
    for group in by_rule(verdict.findings)[:_LISTED]:
        say(
            feedback,
            "{level} ({count}): {message}",
            level=words[group[0].level],
            count=len(group),
            message=group[0].message,
        )
    feedback.pushInfo(summary(verdict))
