"""The code of a coordinate reference system, whatever the file calls it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ...territory.legal_crs import CONIC_CRS, LEGAL_CRS

if TYPE_CHECKING:
    from collections.abc import Mapping

# Those in which French authorities deliver: the legal ones, the nine conic zones, the degrees, the older ones overseas.
_USUAL = (*LEGAL_CRS, *CONIC_CRS, "EPSG:4326", "EPSG:32620", "EPSG:4559")
_LEFT_OUT = ("towgs84", "no_defs", "type", "wktext", "nadgrids", "vunits", "geoidgrids")


def code_of(crs: QgsCoordinateReferenceSystem) -> str:
    """The EPSG code of a CRS, "EPSG:2154", even where a .prj calls it otherwise (IGNF:LAMB93, no authority).

    Its own name where it is none of the usual ones; "" where there is no CRS.
    """
    if not crs.isValid():
        return ""
    if crs.authid().startswith("EPSG:"):
        return str(crs.authid())
    usual = _definitions().get(_definition(crs))
    return usual or str(crs.authid() or crs.description())


@lru_cache(maxsize=1)
def _definitions() -> Mapping[frozenset[str], str]:
    known = {}
    for code in reversed(_USUAL):  # the legal one last: it wins over those of the same definition
        known[_definition(QgsCoordinateReferenceSystem(code))] = code
    return known


def _definition(crs: QgsCoordinateReferenceSystem) -> frozenset[str]:
    """The parameters of a projection, without their order nor what doesn't tell it apart."""
    parts = (part.removeprefix("+") for part in crs.toProj().split())
    kept = [part for part in parts if part.partition("=")[0] not in _LEFT_OUT]
    # The two parallels of a conic projection may come in either order.
    return frozenset(part.replace("lat_1=", "parallel=").replace("lat_2=", "parallel=") for part in kept)
