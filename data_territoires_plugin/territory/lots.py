"""Many territories together: their perimeters, asked for in some requests, and the one that contains them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from .contours import fetch_together
from .legal_crs import common_crs
from .perimeter import Perimeter, of_territories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsFeedback

    from ..network import Pool
    from .cog import Territory


def perimeters_of(
    found: Sequence[Territory], pool: Pool, feedback: QgsFeedback, crs: QgsCoordinateReferenceSystem | None = None
) -> tuple[tuple[Perimeter, ...], Perimeter]:
    """The perimeter of each territory, and that of all of them, in the same CRS (the legal one by default).

    Raises TerritoryError (no common CRS), NetworkError (no contour to be had), Cancelled.
    """
    if crs is None or not crs.isValid():
        crs = QgsCoordinateReferenceSystem(common_crs(found))
    fetch_together(found, crs, pool, feedback)
    each = tuple(of_territories(one.id, pool, feedback, crs) for one in found)
    return each, of_territories(",".join(one.id for one in found), pool, feedback, crs)
