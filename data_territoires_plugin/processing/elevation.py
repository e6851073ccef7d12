"""`dataterritoires:elevation`: the altitude of points, of the vertices of lines, or along lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..i18n import tr
from ..sources.altimetry import elevations
from ..sources.base import stop_if_cancelled
from .algorithm import Algorithm, failing, say

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource

_FIELDS = ("z_min", "z_max")
_TOGETHER = 5000  # vertices of features that are asked for at once


class ElevationAlgorithm(Algorithm):
    """Gives its altitude to every vertex."""

    ID = "elevation"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Altitude of points and lines")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["altitude", "altimétrie", "RGE ALTI", "profil", "Z", "élévation", "MNT", "pente"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Asks the altimetry service of IGN (RGE ALTI) for the altitude of every point, or of every vertex of the"
            " lines. With a step, lines get a vertex at least every so many metres: a profile.\n\n"
            "Where the service has no altitude (the sea, abroad), Z is empty and the fields are NULL: the count is"
            " given."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        kinds = [Qgis.ProcessingSourceType.VectorPoint, Qgis.ProcessingSourceType.VectorLine]
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", tr("Points or lines"), kinds))
        number = QgsProcessingParameterNumber
        step = number("STEP", tr("Step along the lines (metres, 0: vertices only)"), number.Type.Double, 0, minValue=0)
        self.addParameter(step)
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("With altitude")))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Vertices")))
        self.addOutput(QgsProcessingOutputNumber("MISSING", tr("Vertices without altitude")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Reads features by lots, asks for their vertices, writes them."""
        feedback = feedback or QgsProcessingFeedback()
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        if not source.sourceCrs().isValid():
            raise QgsProcessingException(tr("The layer has no CRS: give it one (“Layer CRS”), then try again."))
        added = QgsFields()
        for name in _FIELDS:
            added.append(QgsField(name, QMetaType.Type.Double))
        fields = QgsProcessingUtils.combineFields(source.fields(), added)
        kind = QgsWkbTypes.addZ(source.wkbType())
        sink, output = self.parameterAsSink(parameters, "OUTPUT", context, fields, kind, source.sourceCrs())
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        surveyor = _Surveyor(source.sourceCrs(), context, self.parameterAsDouble(parameters, "STEP", context))
        with failing(feedback):
            for lot in _lots(source, surveyor, feedback):
                _write(surveyor.measured(lot, feedback), sink, fields)
        del sink
        if surveyor.missing:
            feedback.pushWarning(
                tr("Vertices without altitude (the sea, abroad): {count}.").format(count=surveyor.missing)
            )
        say(feedback, tr("Altitudes: {count}."), count=surveyor.count - surveyor.missing)
        return {"OUTPUT": output, "COUNT": surveyor.count, "MISSING": surveyor.missing}


class _Surveyor:
    """Gives vertices their altitude, and counts."""

    def __init__(self, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext, step: float) -> None:
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        self._to_degrees = QgsCoordinateTransform(crs, wgs84, context.transformContext())
        # A step in metres means nothing in degrees.
        self._step = step / 111_320 if crs.isGeographic() else step
        self.count = self.missing = 0

    def prepared(self, feature: QgsFeature) -> QgsFeature:
        """The feature with Z, and with a vertex at least every step."""
        made, shape = QgsFeature(feature), QgsGeometry(feature.geometry())
        if not shape.isNull():
            if self._step and shape.type() == Qgis.GeometryType.Line:
                shape = shape.densifyByDistance(self._step)
            abstract = shape.get()
            abstract.dropZValue()
            abstract.addZValue(math.nan)
            made.setGeometry(shape)
        return made

    def measured(self, lot: list[QgsFeature], feedback: QgsProcessingFeedback) -> list[tuple[QgsFeature, list[float]]]:
        """The features of a lot with their altitudes, and the known ones of each."""
        places = [
            (number, at, self._to_degrees.transform(vertex.x(), vertex.y()))
            for number, feature in enumerate(lot)
            for at, vertex in enumerate(feature.geometry().vertices())
        ]
        altitudes = elevations([(point.x(), point.y()) for _, _, point in places], feedback) if places else []
        shapes, known = [QgsGeometry(feature.geometry()) for feature in lot], [list[float]() for _ in lot]
        for (number, at, _), altitude in zip(places, altitudes, strict=True):
            self.count += 1
            if altitude is None:
                self.missing += 1
                continue
            known[number].append(altitude)
            vertex_id = shapes[number].vertexIdFromVertexNr(at)[1]
            shapes[number].get().moveVertex(vertex_id, _raised(shapes[number].vertexAt(at), altitude))
        for feature, shape in zip(lot, shapes, strict=True):
            feature.setGeometry(shape)
        return list(zip(lot, known, strict=True))


def _raised(vertex: Any, altitude: float) -> Any:
    vertex.setZ(altitude)
    return vertex


def _lots(source: QgsProcessingFeatureSource, surveyor: _Surveyor, feedback: QgsProcessingFeedback) -> Any:
    """Features by lots of so many vertices."""
    lot: list[QgsFeature] = []
    vertices = 0
    for feature in source.getFeatures():
        stop_if_cancelled(feedback)
        made = surveyor.prepared(feature)
        vertices += made.geometry().constGet().nCoordinates() if made.hasGeometry() else 0
        lot.append(made)
        if vertices >= _TOGETHER:
            yield lot
            lot, vertices = [], 0
    if lot:
        yield lot


def _write(measured: list[tuple[QgsFeature, list[float]]], sink: QgsFeatureSink, fields: QgsFields) -> None:
    for feature, known in measured:
        written = QgsFeature(fields)
        written.setGeometry(feature.geometry())
        written.setAttributes([*feature.attributes(), *((min(known), max(known)) if known else (None, None))])
        if not sink.addFeature(written, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(
                tr("The table can't be written: {error}").format(error=sink.lastError() or tr("check the output."))
            )
