"""`dataterritoires:territory`: a territory as a polygon."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..network import Pool
from ..territory import EDITION, territories
from ..territory.perimeter import of_territories
from .algorithm import Algorithm, failing

_FIELDS = (
    ("code", QMetaType.Type.QString),
    ("name", QMetaType.Type.QString),
    ("kind", QMetaType.Type.QString),
    ("edition", QMetaType.Type.Int),
    ("contour", QMetaType.Type.QString),
    ("communes", QMetaType.Type.Int),
    ("area", QMetaType.Type.Double),
)


class TerritoryAlgorithm(Algorithm):
    """The contour of a territory, widened or simplified at will."""

    ID = "territory"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Territory as a polygon")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["territoire", "commune", "epci", "département", "région", "périmètre", "contour", "COG", "INSEE"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "The contour of a commune, an EPCI, a département or a région, by its code or its name: “epci:243500139”,"
            " “35238”, “Rennes Métropole”. Several are separated by commas and make one polygon. The result is in the"
            " legal projection of the place, unless another one is chosen."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        self.addParameter(
            QgsProcessingParameterString("TERRITORY", tr("Territory (kind:code, several separated by commas)"))
        )
        number = QgsProcessingParameterNumber
        self.addParameter(number("BUFFER", tr("Buffer (metres)"), number.Type.Double, 0.0))
        self.addParameter(number("SIMPLIFY", tr("Simplify (metres, 0: exact)"), number.Type.Double, 0.0, minValue=0.0))
        self.addParameter(QgsProcessingParameterCrs("CRS", tr("CRS (that of the law where empty)"), optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Perimeter"), Qgis.ProcessingSourceType.VectorPolygon)
        )
        for name, label in (("CODE", tr("Code")), ("NAME", tr("Name")), ("EDITION", tr("Edition"))):
            self.addOutput(QgsProcessingOutputString(name, label))
        self.addOutput(QgsProcessingOutputNumber("AREA", tr("Area (m²)")))
        self.addOutput(QgsProcessingOutputNumber("COMMUNES", tr("Number of communes")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses an unknown code before anything starts."""
        try:
            territories(self.parameterAsString(parameters, "TERRITORY", context), ask=False)
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Fetches the contour and writes it."""
        feedback = feedback or QgsProcessingFeedback()
        text = self.parameterAsString(parameters, "TERRITORY", context)
        crs = self.parameterAsCrs(parameters, "CRS", context)
        with failing(feedback), Pool(4) as pool:
            perimeter = of_territories(text, pool, feedback, crs)
            perimeter = perimeter.buffered(self.parameterAsDouble(parameters, "BUFFER", context))
            perimeter = perimeter.simplified(self.parameterAsDouble(parameters, "SIMPLIFY", context))
        found = territories(text)
        fields = QgsFields()
        for name, type_ in _FIELDS:
            fields.append(QgsField(name, type_))
        sink, output = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, Qgis.WkbType.MultiPolygon, perimeter.crs
        )
        feature = QgsFeature(fields)
        feature.setGeometry(perimeter.geometry)
        code = ",".join(territory.code for territory in found)
        feature.setAttributes(
            [code, perimeter.name, found[0].kind, EDITION, perimeter.edition, perimeter.communes, perimeter.area]
        )
        if sink is None or not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(tr("The perimeter can't be written: check the output."))
        sink.flushBuffer()
        del sink
        return {
            "OUTPUT": output,
            "CODE": code,
            "NAME": perimeter.name,
            "EDITION": perimeter.edition,
            "AREA": perimeter.area,
            "COMMUNES": perimeter.communes,
        }
