"""What a proposal does to a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsGeometry, QgsWkbTypes

from .proposal import Change

if TYPE_CHECKING:
    from .proposal import Proposal


def of_wkb(wkb: bytes) -> QgsGeometry:
    """The shape of a WKB; a null one where it can't be read."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def changed_shape(before: QgsGeometry, proposal: Proposal, wanted: Qgis.WkbType) -> QgsGeometry | None:
    """The shape once changed, of the type that the layer wants; None where it can't be."""
    shape = of_wkb(proposal.shape)
    if proposal.change is Change.CUT:
        shape = before.difference(shape)
    elif proposal.change is Change.FILL:
        shape = before.combine(shape)
    return fitting(shape, wanted)


def fitting(shape: QgsGeometry, wanted: Qgis.WkbType) -> QgsGeometry | None:
    """The parts of a shape that are of the kind of the layer, single or multiple as it is; None: it would not fit."""
    if shape.isNull() or shape.isEmpty():
        return None
    kind = QgsWkbTypes.geometryType(wanted)
    free = kind in (Qgis.GeometryType.Unknown, Qgis.GeometryType.Null)
    if not free:
        parts = [part for part in shape.asGeometryCollection() if part.type() == kind and not part.isEmpty()]
        if not parts:
            return None
        shape = parts[0] if len(parts) == 1 else QgsGeometry.collectGeometry(parts)
    multiple = QgsWkbTypes.isMultiType(wanted)
    if multiple and not shape.isMultipart():
        shape.convertToMultiType()
    if not free and not multiple and shape.isMultipart():
        return None
    _with_z(shape, wanted)
    return shape


def _with_z(shape: QgsGeometry, wanted: Qgis.WkbType) -> None:
    """A cut or a union may lose the Z of a shape: the layer wants one, or none."""
    abstract = shape.get()
    if QgsWkbTypes.hasZ(wanted) and not abstract.is3D():
        abstract.addZValue(0.0)
    elif not QgsWkbTypes.hasZ(wanted) and abstract.is3D() and wanted != Qgis.WkbType.Unknown:
        abstract.dropZValue()
