"""What a run of `validate` is asked, beside the layers and the standard."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ...territory import EDITION

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

    from .cadastre_parcels import Parcels
    from .memory import Memory


def _today() -> date:
    return date.today()


@dataclass(frozen=True)
class Options:
    """The choices of a run."""

    perimeter: QgsGeometry | None = None
    perimeter_crs: QgsCoordinateReferenceSystem | None = None
    tolerance: float | None = None  # of the rules of surfaces, instead of that of each: square metres
    document: str = ""  # name of the document, from which identifiers derive: "35238_PLU_20240101"
    pieces: frozenset[str] | None = None  # names of the files of the document; None: there is no document to look into
    parcels: Parcels | None = None  # those of the cadastre on which a zoning is drawn
    today: date = field(default_factory=_today)
    cog_year: int = EDITION
    # The identifier that the BAN gives to a commune (see BanCommunes); None: it is not asked.
    ban: Callable[[str], str] | None = field(default=None, repr=False, compare=False)
    memory: Memory | None = field(default=None, repr=False, compare=False)  # of the last run on the same data

    def perimeter_in(self, crs: str) -> QgsGeometry | None:
        """The perimeter in the CRS "EPSG:…"; None where there is no perimeter or no CRS."""
        from qgis.core import QgsCoordinateReferenceSystem

        from ...sources.outline import transformed

        target = QgsCoordinateReferenceSystem(crs)
        if self.perimeter is None or self.perimeter_crs is None or not target.isValid():
            return None
        return transformed(self.perimeter, self.perimeter_crs, target)
