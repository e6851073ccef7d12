"""`dataterritoires:geocode`: a table of addresses becomes points."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVariantUtils,
)
from qgis.PyQt.QtCore import QMetaType

from ..i18n import tr
from ..sources.geocoding import Address, Located, forget_old, located
from .algorithm import Algorithm, failing, say

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource

_FIELDS = (
    ("dt_status", QMetaType.Type.QString),
    ("dt_score", QMetaType.Type.Double),
    ("dt_label", QMetaType.Type.QString),
    ("dt_type", QMetaType.Type.QString),
    ("dt_id", QMetaType.Type.QString),
    ("dt_citycode", QMetaType.Type.QString),
)
_WGS84 = "EPSG:4326"
FOUND, DOUBTFUL, NOT_FOUND = "found", "doubtful", "not_found"


class GeocodeAlgorithm(Algorithm):
    """Addresses on the map, none of them lost."""

    ID = "geocode"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Locate addresses")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["géocodage", "géocoder", "adresse", "BAN", "localiser", "points", "CSV"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Turns the addresses of a table into points, by the geocoding service of IGN (Base Adresse Nationale). The"
            " address may be in several columns (number, street, commune); INSEE and postal codes make it surer.\n\n"
            "dt_status: found, doubtful (score under the threshold: to be checked), not_found. Every row of the table"
            " is in the result, without geometry where nothing was found.\n\n"
            "The addresses are sent to the service: do not send what may not leave your network."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        vector = [Qgis.ProcessingSourceType.Vector]
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", tr("Table of addresses"), vector))
        field = QgsProcessingParameterField
        self.addParameter(
            field(
                "ADDRESS",
                tr("Columns of the address, in their order"),
                parentLayerParameterName="INPUT",
                allowMultiple=True,
            )
        )
        for name, label in (
            ("POSTCODE", tr("Column of the postal code")),
            ("CITYCODE", tr("Column of the INSEE code")),
        ):
            self.addParameter(field(name, label, parentLayerParameterName="INPUT", optional=True))
        number = QgsProcessingParameterNumber
        threshold = number(
            "MIN_SCORE", tr("Score under which an address is doubtful"), number.Type.Double, 0.6, minValue=0, maxValue=1
        )
        self.addParameter(threshold)
        self.addParameter(QgsProcessingParameterCrs("CRS", tr("CRS of the result"), _WGS84))
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Addresses"), Qgis.ProcessingSourceType.VectorPoint)
        )
        for name, label in (
            ("COUNT", tr("Rows")),
            ("FOUND", tr("Found")),
            ("DOUBTFUL", tr("Doubtful")),
            ("NOT_FOUND", tr("Not found")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Sends the addresses by batches and writes every row."""
        feedback = feedback or QgsProcessingFeedback()
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        fields = QgsFields()
        for name, type_ in _FIELDS:
            fields.append(QgsField(name, type_))
        fields = QgsProcessingUtils.combineFields(source.fields(), fields)
        crs = self.parameterAsCrs(parameters, "CRS", context)
        sink, output = self.parameterAsSink(parameters, "OUTPUT", context, fields, Qgis.WkbType.Point, crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        rows, addresses = self._read(source, parameters, context)
        wgs84 = QgsCoordinateReferenceSystem(_WGS84)
        to_crs = QgsCoordinateTransform(wgs84, crs, context.transformContext())
        threshold, done = self.parameterAsDouble(parameters, "MIN_SCORE", context), Counter[str]()
        with failing(feedback):
            forget_old()
            for batch in located(addresses, feedback):
                for one in batch:
                    status = _status(one, threshold)
                    _write(rows[done.total()], one, status, sink, fields, to_crs)
                    done[status] += 1
                feedback.setProgress(100 * done.total() / len(rows))
        del sink
        say(
            feedback,
            tr("{count} addresses: {found} found, {doubtful} doubtful, {lost} not found."),
            count=len(rows),
            found=done[FOUND],
            doubtful=done[DOUBTFUL],
            lost=done[NOT_FOUND],
        )
        counts = {"FOUND": done[FOUND], "DOUBTFUL": done[DOUBTFUL], "NOT_FOUND": done[NOT_FOUND]}
        return {"OUTPUT": output, "COUNT": len(rows), **counts}

    def _read(
        self, source: QgsProcessingFeatureSource, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[list[QgsFeature], list[Address]]:
        names = self.parameterAsStrings(parameters, "ADDRESS", context)
        places = [source.fields().lookupField(name) for name in names]
        if not places or min(places) < 0:
            raise QgsProcessingException(tr("Choose the columns that hold the address."))
        codes = [
            source.fields().lookupField(self.parameterAsString(parameters, name, context))
            for name in ("POSTCODE", "CITYCODE")
        ]
        rows = list(source.getFeatures(QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)))
        addresses = [
            Address(
                " ".join(filter(None, (_text(row, at) for at in places))),
                *(_text(row, at).zfill(5) if at >= 0 and _text(row, at) else "" for at in codes),
            )
            for row in rows
        ]
        if not rows:
            raise QgsProcessingException(tr("The table has no row."))
        return rows, addresses


def _text(row: QgsFeature, at: int) -> str:
    value = row.attribute(at)
    return "" if QgsVariantUtils.isNull(value) else str(value).strip()


def _status(one: Located, threshold: float) -> str:
    if one.status != "ok" or one.lon is None:
        return NOT_FOUND
    return FOUND if (one.score or 0.0) >= threshold else DOUBTFUL


def _write(
    row: QgsFeature,
    one: Located,
    status: str,
    sink: QgsFeatureSink,
    fields: QgsFields,
    to_crs: QgsCoordinateTransform,
) -> None:
    feature = QgsFeature(fields)
    if one.lon is not None and one.lat is not None:
        feature.setGeometry(QgsGeometry.fromPointXY(to_crs.transform(QgsPointXY(one.lon, one.lat))))
    told = [one.score, one.label or None, one.kind or None, one.id or None, one.citycode or None]
    feature.setAttributes([*row.attributes(), status, *told])
    if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
        raise QgsProcessingException(
            tr("The table can't be written: {error}").format(error=sink.lastError() or tr("check the output."))
        )
