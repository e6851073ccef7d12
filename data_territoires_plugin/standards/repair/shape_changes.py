"""What a proposal does to a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry, QgsWkbTypes

from ..engine.round_trip import broken_by_text, text_again
from .proposal import Change

if TYPE_CHECKING:
    from .proposal import Proposal

_ROUNDS = 4
_GRIDS = (1e-6, 1e-3)  # metres, of the last resorts
_DEGREE = 111_320.0  # metres


def of_wkb(wkb: bytes) -> QgsGeometry:
    """The shape of a WKB; a null one where it can't be read."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def changed_shape(before: QgsGeometry, proposal: Proposal, wanted: Qgis.WkbType) -> QgsGeometry | None:
    """The shape once changed, of the type that the layer wants; None where it can't be."""
    shape = of_wkb(proposal.shape)
    if before.isNull() or (proposal.change is Change.SHAPE and not _same(before, of_wkb(proposal.origin))):
        return None
    if proposal.change is Change.CUT:
        shape = before.difference(shape)
    elif proposal.change is Change.FILL:
        shape = before.combine(shape)
    if proposal.change is Change.SHAPE:
        return fitting(shape, wanted)
    # Vertices that GEOS computed may almost touch: the text of the national validator would cross them.
    return None if shape.isNull() else settled(shape, wanted, text=True, degrees=is_geographic(proposal.crs))


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


def settled(before: QgsGeometry, wanted: Qgis.WkbType, *, text: bool, degrees: bool) -> QgsGeometry | None:
    """A valid shape of the kind of the layer, the nearest to what is drawn; None where none was found.

    `text`: still valid once the national validator has read it as text, with 15 digits, or on a coarser grid.
    """
    shape = QgsGeometry(before)
    for _ in range(_ROUNDS):
        candidate = _valid(shape, wanted)
        if candidate is None:
            return None
        if not text or not broken_by_text([bytes(candidate.asWkb())]):
            return candidate
        again = text_again(bytes(candidate.asWkb()))
        if again is None:
            return None
        shape = of_wkb(again)
    for grid in _GRIDS:
        unit = grid / (_DEGREE if degrees else 1.0)
        candidate = _valid(before.snappedToGrid(unit, unit), wanted)
        if candidate is not None and not broken_by_text([bytes(candidate.asWkb())]):
            return candidate
    return None


def _valid(shape: QgsGeometry, wanted: Qgis.WkbType) -> QgsGeometry | None:
    """The shape made valid, as the layer wants it; None where its kind would be another."""
    made = shape if shape.isGeosValid() else shape.makeValid(Qgis.MakeValidMethod.Structure, False)
    fit = fitting(QgsGeometry(made), wanted)
    return fit if fit is not None and fit.isGeosValid() else None


def is_geographic(crs: str) -> bool:
    """Whether the units of a CRS are degrees."""
    return bool(QgsCoordinateReferenceSystem(crs).isGeographic())


def _same(one: QgsGeometry, other: QgsGeometry) -> bool:
    return not other.isNull() and list(one.vertices()) == list(other.vertices())


def _with_z(shape: QgsGeometry, wanted: Qgis.WkbType) -> None:
    """A cut or a union may lose the Z of a shape: the layer wants one, or none."""
    abstract = shape.get()
    if QgsWkbTypes.hasZ(wanted) and not abstract.is3D():
        abstract.addZValue(0.0)
    elif not QgsWkbTypes.hasZ(wanted) and abstract.is3D() and wanted != Qgis.WkbType.Unknown:
        abstract.dropZValue()
