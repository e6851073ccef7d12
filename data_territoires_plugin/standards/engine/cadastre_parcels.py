"""The parcels that a zoning is compared with: a layer, the edition it is of, the reach of a corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from ...sources.outline import transformed
from .cadastre import TOLERANCE
from .shapes import Shapes

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ..model import Table
    from .subject import Subject

_ZONING = ("no_overlap", "no_gap")  # the rules that make a table a zoning
# Columns that name a parcel: of the plan cadastral informatisé (Etalab, IGN), of the MAJIC files.
_NAMES = ("idu", "id", "geo_parcelle", "idpar")


@dataclass(frozen=True)
class Parcels:
    """Parcels, and how near a vertex has to be to a corner to be meant for it (metres)."""

    subject: Subject
    edition: str
    tolerance: float = TOLERANCE

    def shapes(self, crs: str, feedback: QgsFeedback) -> Shapes:
        """The parcels in the CRS "EPSG:…", named as the cadastre names them. Raises SourceError, Cancelled."""
        ids: list[int] = []
        wkb: list[bytes | None] = []
        for keys, chunk in self.subject.geometries(feedback):
            ids += keys
            wkb += chunk
        moved = wkb if self.subject.crs == crs else [_moved(one, self.subject.crs, crs) for one in wkb]
        return Shapes("", self.subject.name, crs, self._names(ids, feedback), moved)

    def _names(self, ids: list[int], feedback: QgsFeedback) -> np.ndarray:
        column = next((name for name in self.subject.names if name.casefold() in _NAMES), None)
        if column is None:
            return np.array(ids)
        known = {key: value or str(key) for key, (value,) in self.subject.rows([column], feedback)}
        return np.array([known.get(key, str(key)) for key in ids])


def is_zoning(table: Table) -> bool:
    """Whether a table is a partition of the ground: what is drawn on the parcels."""
    return all(name in {rule.name for rule in table.topology} for name in _ZONING)


def _moved(wkb: bytes | None, source: str, target: str) -> bytes | None:
    ends = QgsCoordinateReferenceSystem(source), QgsCoordinateReferenceSystem(target)
    if wkb is None or not all(one.isValid() for one in ends):
        return wkb
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return bytes(transformed(geometry, *ends).asWkb())
