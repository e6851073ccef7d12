"""Data Territoires: choose a territory, clip the reference layers of the country to it, validate, publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import DataTerritoiresPlugin


def classFactory(iface: QgisInterface | None) -> DataTerritoiresPlugin:  # noqa: N802 - the name QGIS calls
    """Entry point of QGIS; `iface` is None in qgis_process."""
    from .plugin import DataTerritoiresPlugin

    return DataTerritoiresPlugin(iface)
