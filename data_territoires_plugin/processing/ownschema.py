"""`dataterritoires:ownschema`: the Table Schema of a layer, and the page that explains it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..i18n import tr
from ..standards.engine.subject import Subject
from ..standards.mapping.file import read_mapping
from ..standards.mapping.model import Way
from ..standards.own_schema import National, as_json, as_page, describe, with_nationals
from ..standards.report_json import write_text
from ..standards.validation import named_standard
from .algorithm import Algorithm, failing, say

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from ..standards.mapping.model import Mapping
    from ..standards.own_schema import OwnSchema


class OwnSchemaAlgorithm(Algorithm):
    """A standard of one's own."""

    ID = "ownschema"
    GROUP = "conformity"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Make a schema of your own (Table Schema)")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["fabrique", "schéma", "Table Schema", "data.gouv", "standard local", "documentation", "Validata"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Makes the Table Schema that a layer follows (types, required fields, keys, lists of values, codes), and a"
            " page that documents it: others can check their data against it, here or with Validata.\n\n"
            "Mapping: the file written by “map”; the page then says what each field becomes in the national standard."
            " The schema is a proposal: read it again before publishing it."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", tr("Layer"), [Qgis.ProcessingSourceType.Vector]))
        self.addParameter(QgsProcessingParameterFile("MAPPING", tr("Mapping (JSON)"), extension="json", optional=True))
        self.addParameter(QgsProcessingParameterString("TITLE", tr("Title of the schema"), optional=True))
        destination = QgsProcessingParameterFileDestination
        self.addParameter(destination("OUTPUT", tr("Schema"), "JSON (*.json)"))
        self.addParameter(destination("PAGE", tr("Page of documentation"), "Markdown (*.md)", optional=True))
        self.addOutput(QgsProcessingOutputNumber("FIELDS", tr("Fields")))

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> bool:
        """Takes the layer as it is now, in its thread."""
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        with failing(feedback or QgsProcessingFeedback()):
            self._subject = Subject.of_layer(layer)
            self._labels = {one.name(): one.alias() for one in layer.fields().toList() if one.alias()}
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Reads the layer, then writes the schema and its page."""
        feedback = feedback or QgsProcessingFeedback()
        output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        page = self.parameterAsFileOutput(parameters, "PAGE", context)
        with failing(feedback):
            title = self.parameterAsString(parameters, "TITLE", context).strip() or self._subject.name
            own = describe(self._subject, title, self._labels, feedback)
            mapping = self.parameterAsFile(parameters, "MAPPING", context)
            if mapping:
                own = _mapped(own, read_mapping(Path(mapping)))
            write_text(output, as_json(own, date.today()))
            if page:
                write_text(Path(page), as_page(own, date.today()))
        say(
            feedback,
            tr("Schema “{title}”: {fields} fields, from {rows} features. Read it again before publishing it."),
            title=own.title,
            fields=len(own.table.fields),
            rows=own.rows,
        )
        return {"OUTPUT": str(output), "PAGE": page, "FIELDS": len(own.table.fields)}


def _mapped(own: OwnSchema, mapping: Mapping) -> OwnSchema:
    """The schema, with what each column becomes."""
    standard = named_standard(mapping.standard)
    nationals = {
        rule.columns[0]: National(standard.title, rule.field, rule.values)
        for table in mapping.tables
        for rule in table.fields
        if rule.way is Way.COLUMNS and len(rule.columns) == 1
    }
    return with_nationals(own, nationals, standard)
