"""Several layers make one table: the rows of one are added to those that another mapping has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsVariantUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ...errors import StandardError
from ...i18n import tr
from ..engine.subject import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource

_KEY = "fid"  # of the storage: a file gives its own
_AS_IS = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks


class Added:
    """The rows that are there already, and the table that holds both."""

    def __init__(self, there: QgsProcessingFeatureSource, ours: QgsFields, wkb_type: Qgis.WkbType, crs: str) -> None:
        """`ours`, `wkb_type`, `crs`: of the rows to come. Raises StandardError where the shapes are of two kinds."""
        self._there, self._crs = there, crs
        self.fields = _united(ours, there.fields())
        kinds = {QgsWkbTypes.geometryType(one) for one in (wkb_type, there.wkbType())}
        if len(kinds) > 1 and Qgis.WkbType.Unknown not in (wkb_type, there.wkbType()):
            raise StandardError(
                tr("The shapes of “{name}” are of another kind: the rows can't be added to them.").format(
                    name=there.sourceName()
                ),
                hint=tr("Choose the layer that another mapping has written for the same table."),
            )
        self.wkb_type = wkb_type if wkb_type == there.wkbType() else QgsWkbTypes.multiType(wkb_type)

    def rows(self, context: QgsProcessingContext) -> Iterator[QgsFeature]:
        """Those that are there, as the table wants them."""
        request = QgsFeatureRequest()
        if self._crs:
            request.setDestinationCrs(QgsCoordinateReferenceSystem(self._crs), context.transformContext())
        return map(self.fitted, self._there.getFeatures(request, _AS_IS))

    def fitted(self, feature: QgsFeature) -> QgsFeature:
        """A row of either, in the columns of the table."""
        made = QgsFeature(self.fields)
        shape = feature.geometry()
        if QgsWkbTypes.isMultiType(self.wkb_type):
            shape.convertToMultiType()
        made.setGeometry(shape)
        for at, one in enumerate(self.fields.toList()):
            from_ = feature.fields().lookupField(one.name())
            if from_ >= 0 and not QgsVariantUtils.isNull(feature[from_]):
                made[at] = as_text(feature[from_]) if one.type() == QMetaType.Type.QString else feature[from_]
        return made


def _united(ours: QgsFields, theirs: QgsFields) -> QgsFields:
    """Our columns, then those that we lack; text where the two are not of the same type: no value is lost."""
    made = QgsFields()
    for one in ours.toList():
        at = theirs.lookupField(one.name())
        same = at < 0 or (theirs[at].type() == one.type() and theirs[at].length() == one.length())
        other = QMetaType.Type.QString if at >= 0 and theirs[at].type() != one.type() else one.type()
        made.append(one if same else QgsField(one.name(), other))
    for one in theirs.toList():
        if made.lookupField(one.name()) < 0 and one.name().casefold() != _KEY:
            made.append(one)
    return made
