"""The coordinate reference systems that France uses, and why the main thread makes them first."""

from __future__ import annotations

import threading

from qgis.core import QgsCoordinateReferenceSystem

from .legal_crs import CONIC_CRS, LEGAL_CRS

FIRST_CRS = (*LEGAL_CRS, "EPSG:4326", "OGC:CRS84", "EPSG:3857")  # what every clip works in
OTHER_CRS = (*CONIC_CRS, "EPSG:4258", "EPSG:4171", "EPSG:32620", "EPSG:4559")  # of local data; the last two: Antilles

_kept: dict[str, QgsCoordinateReferenceSystem] = {}


def keep_usual_crs(*others: str) -> None:
    """Has the main thread make FIRST_CRS and `others`, once, before any other thread does; elsewhere, nothing.

    QGIS (seen in 3.40 and 3.44) shares one definition of a CRS among all threads, and it goes away with the thread that
    made it first, where another one still uses it: “EPSG:2154” has then neither WKT nor bounds for the main thread, nor
    for the layers of the user, until QGIS is closed. About 2 ms for each.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for code in (*FIRST_CRS, *others):
        if code not in _kept:
            _kept[code] = QgsCoordinateReferenceSystem(code)
            _kept[code].bounds()  # makes the definition
