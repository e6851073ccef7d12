"""`dataterritoires:standards`: the standards and national schemas known, as a table."""

from __future__ import annotations

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
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QMetaType

from ..i18n import tr
from ..standards.shelf import summaries
from .algorithm import Algorithm, failing

_FIELDS = (
    ("id", QMetaType.Type.QString),
    ("title", QMetaType.Type.QString),
    ("version", QMetaType.Type.QString),
    ("date", QMetaType.Type.QString),
    ("family", QMetaType.Type.QString),
    ("source", QMetaType.Type.QString),
    ("tables", QMetaType.Type.Int),
    ("fields", QMetaType.Type.Int),
    ("partial", QMetaType.Type.QString),
)


class StandardsAlgorithm(Algorithm):
    """What `validate`, `map`, `template` and `deliver` accept as a standard."""

    ID = "standards"
    GROUP = "conformity"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Standards and schemas known")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["standard", "schéma", "CNIG", "PLU", "SUP", "SCoT", "PPR", "data.gouv", "liste", "conformité"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "The list of the CNIG standards and national schemas that come with the plugin: identifier, title, version,"
            " date, family, source, number of tables and fields, and what is missing when a standard is partial. The"
            " identifier is what the other algorithms ask for; a short one (“plu”, “sup_ac1”) means the newest version."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the output of interface.md."""
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Standards"), Qgis.ProcessingSourceType.Vector)
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of standards")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Writes one row per standard."""
        feedback = feedback or QgsProcessingFeedback()
        with failing(feedback):
            known = summaries()
        fields = QgsFields()
        for name, type_ in _FIELDS:
            fields.append(QgsField(name, type_))
        sink, output = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
        )
        for one in known:
            feature = QgsFeature(fields)
            feature.setAttributes([getattr(one, name) for name, _ in _FIELDS])
            if sink is None or not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(tr("The list of standards can't be written: check the output."))
        if sink is not None:
            sink.flushBuffer()
        return {"OUTPUT": output, "COUNT": len(known)}
