"""`dataterritoires:isochrone`: what is reached from a place in so many minutes or metres, as a perimeter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from ..errors import DataTerritoiresError, TerritoryError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from ..sources.navigation import Cost, Direction, Profile, Reach, isochrone
from ..sources.outline import transformed
from ..territory.address import places
from ..territory.perimeter import zone_of
from .algorithm import Algorithm, failing

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

_WGS84 = "EPSG:4326"
_FIELDS = (("name", QMetaType.Type.QString), ("cost", QMetaType.Type.QString), ("value", QMetaType.Type.Double))
_MORE = (("profile", QMetaType.Type.QString), ("direction", QMetaType.Type.QString), ("area", QMetaType.Type.Double))


class IsochroneAlgorithm(Algorithm):
    """A perimeter of minutes or metres around places."""

    ID = "isochrone"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Perimeter of minutes or metres (isochrone)")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["isochrone", "isodistance", "accessibilité", "temps de parcours", "voiture", "à pied", "périmètre"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "What is reached by car or on foot in so many minutes or metres, by the navigation service of IGN (BD TOPO"
            " roads): from a point, an address, or each point of a layer. The result serves as the perimeter of a"
            " clip.\n\n"
            "By car: 30 minutes or 20 km at most; on foot: 120 minutes or 10 km."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        self.addParameter(QgsProcessingParameterPoint("POINT", tr("Point"), optional=True))
        self.addParameter(QgsProcessingParameterString("ADDRESS", tr("or address"), optional=True))
        points = [Qgis.ProcessingSourceType.VectorPoint]
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", tr("or layer of points"), points, optional=True))
        for name, label, kinds in (
            ("COST", tr("Measured in"), [tr("minutes"), tr("metres")]),
            ("PROFILE", tr("Travelling"), [tr("by car"), tr("on foot")]),
            ("DIRECTION", tr("Direction"), [tr("from the point"), tr("to the point")]),
        ):
            self.addParameter(QgsProcessingParameterEnum(name, label, kinds, defaultValue=0))
        number = QgsProcessingParameterNumber
        self.addParameter(number("VALUE", tr("Minutes or metres"), number.Type.Double, 15.0, minValue=0.1))
        polygons = Qgis.ProcessingSourceType.VectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Perimeter"), polygons))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Polygons")))
        self.addOutput(QgsProcessingOutputNumber("AREA", tr("Area (m²)")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """One place, not two; a value that the service computes."""
        if sum(bool(parameters.get(name)) for name in ("POINT", "ADDRESS", "INPUT")) != 1:
            return False, tr("Give a point, an address or a layer of points: one of the three.")
        try:
            self._reach(parameters, context).check()
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def _reach(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Reach:
        return Reach(
            list(Cost)[self.parameterAsEnum(parameters, "COST", context)],
            self.parameterAsDouble(parameters, "VALUE", context),
            list(Profile)[self.parameterAsEnum(parameters, "PROFILE", context)],
            list(Direction)[self.parameterAsEnum(parameters, "DIRECTION", context)],
        )

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Asks the service for each place, and writes the polygons in the legal CRS of the first one."""
        feedback = feedback or QgsProcessingFeedback()
        reach, wgs84 = self._reach(parameters, context), QgsCoordinateReferenceSystem(_WGS84)
        with failing(feedback):
            asked = self._places(parameters, context, feedback)
            shapes = []
            for number, (name, point) in enumerate(asked):
                stop_if_cancelled(feedback)
                shapes.append((name, isochrone(point.x(), point.y(), reach, feedback)))
                feedback.setProgress(100 * (number + 1) / len(asked))
            crs = QgsCoordinateReferenceSystem(zone_of(shapes[0][1], wgs84))
        fields = QgsFields()
        for field, type_ in (*_FIELDS, *_MORE):
            fields.append(QgsField(field, type_))
        sink, output = self.parameterAsSink(parameters, "OUTPUT", context, fields, Qgis.WkbType.MultiPolygon, crs)
        total = 0.0
        for name, shape in shapes:
            feature = QgsFeature(fields)
            feature.setGeometry(transformed(shape, wgs84, crs))
            area = feature.geometry().area()
            total += area
            told = [name, reach.cost.value, reach.value, reach.profile.value, reach.direction.value, area]
            feature.setAttributes(told)
            if sink is None or not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(tr("The perimeter can't be written: check the output."))
        del sink
        return {"OUTPUT": output, "COUNT": len(shapes), "AREA": total}

    def _places(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> list[tuple[str, QgsPointXY]]:
        """Name and point (longitude, latitude) of each place. TerritoryError where there is none."""
        address = self.parameterAsString(parameters, "ADDRESS", context).strip()
        if address:
            found = places(address, feedback, limit=1)
            if not found:
                raise TerritoryError(
                    tr("The address “{text}” is not found.").format(text=address),
                    hint=tr("Check its spelling, add the commune or the postal code."),
                )
            feedback.pushInfo(tr("Address found: {label}.").format(label=found[0].label))
            return [(found[0].label, QgsPointXY(found[0].lon, found[0].lat))]
        wgs84 = QgsCoordinateReferenceSystem(_WGS84)
        if parameters.get("POINT"):
            point = self.parameterAsPoint(parameters, "POINT", context, wgs84)
            return [(f"{point.x():.5f}, {point.y():.5f}", point)]
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        to_degrees = QgsCoordinateTransform(source.sourceCrs(), wgs84, context.transformContext())
        shapes = {feature.id(): feature.geometry().pointOnSurface() for feature in source.getFeatures()}
        points = [(str(id_), to_degrees.transform(one.asPoint())) for id_, one in shapes.items() if not one.isEmpty()]
        if points and len(points) < len(shapes):
            without = tr("Features without a shape, left aside: {count}.").format(count=len(shapes) - len(points))
            feedback.pushWarning(without)
        if not points:
            raise TerritoryError(tr("The layer has no point."), hint=tr("Choose a layer that has at least one."))
        return points
