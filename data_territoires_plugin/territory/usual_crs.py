"""The coordinate reference systems that France uses, and why the main thread makes them first."""

from __future__ import annotations

import threading
from functools import lru_cache

from qgis.core import QgsCoordinateReferenceSystem

from .legal_crs import CONIC_CRS, LEGAL_CRS

_OLDER = ("EPSG:32620", "EPSG:4559")  # of the Antilles
_WIDER = ("EPSG:4326", "OGC:CRS84", "EPSG:4258", "EPSG:4171", "EPSG:3857")  # in degrees, and on the web
USUAL_CRS = (*LEGAL_CRS, *CONIC_CRS, *_OLDER, *_WIDER)


def keep_usual_crs() -> None:
    """Has the main thread make the usual CRS, once, before any other thread does; elsewhere, nothing.

    QGIS (seen in 3.40 and 3.44) shares one definition of a CRS among all threads, and it goes away with the thread that
    made it first, where another one still uses it: “EPSG:2154” has then neither WKT nor bounds for the main thread, nor
    for the layers of the user, until QGIS is closed. About 50 ms the first time.
    """
    if threading.current_thread() is threading.main_thread():
        _keep()


@lru_cache(maxsize=1)
def _keep() -> tuple[QgsCoordinateReferenceSystem, ...]:
    kept = tuple(QgsCoordinateReferenceSystem(code) for code in USUAL_CRS)
    for crs in kept:
        crs.bounds()  # makes the definition
    return kept
