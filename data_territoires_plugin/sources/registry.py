"""Which class reads which service. Adding a protocol: one file beside this one, and one line here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from ..catalogue.files import FILE
from ..catalogue.services import protocol
from ..errors import CatalogueError, OfflineError
from ..geopackage import connect, layer_names
from ..i18n import tr
from ..paths import resources
from ..settings import offline
from .files import FileSource
from .geopf_wfs import GeopfWfs
from .local import LocalSource
from .ogc_features import OgcFeatures
from .outline import transformed
from .web_files import WebFiles
from .wfs import Wfs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qgis.core import QgsGeometry

    from ..catalogue.entry import Entry
    from ..network import Pool
    from .base import Source

LOCAL = "local"
_READERS: dict[str, Callable[[Pool], Source]] = {
    LOCAL: lambda _pool: FileSource(),
    FILE: WebFiles,
    "geopf_wfs": GeopfWfs,
    "ogcapi": OgcFeatures,
    "wfs": Wfs,
}


def source_of(entry: Entry, pool: Pool, *, training: bool) -> tuple[Source, Entry]:
    """The reader of an entry, and the entry as that reader wants it.

    For the territory of the training kit, the kit stands for the services. Raises OfflineError where nothing may be
    sent, or where the kit does not have the layer, CatalogueError where no reader knows the service.
    """
    if training and entry.service != LOCAL:
        return LocalSource(), _of_kit(entry)
    # A service of the standard kind says so by the end of its name: georisques_wfs, agglo_ogcapi.
    reader = _READERS.get(entry.service) or _READERS.get(protocol(entry.service))
    if reader is None:
        raise CatalogueError(
            tr("“{title}” can't be clipped: the service “{service}” has no reader yet.").format(
                title=entry.title, service=entry.service
            ),
            hint=tr("Leave this layer out, or update the extension."),
        )
    if offline() and entry.service != LOCAL:
        raise OfflineError(
            tr("“{title}” can't be fetched: the plugin is offline.").format(title=entry.title),
            hint=tr("Switch offline mode off, or choose the territory of the training kit."),
        )
    return reader(pool), entry


def in_training_kit(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether a geometry lies on the invented land of the training kit, in the sea: only a trainee draws there."""
    if not _kit().is_file():
        return False
    connection = connect(_kit(), read_only=True)
    try:
        row = connection.execute(
            "SELECT min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents WHERE table_name = 'admin_region'"
        ).fetchone()
    finally:
        connection.close()
    if row is None or None in row:
        return False
    box = transformed(geometry, crs, QgsCoordinateReferenceSystem(f"EPSG:{row[4]}")).boundingBox()
    return QgsRectangle(*row[:4]).buffered(_SHORE).contains(box)


_SHORE = 5000.0  # metres around the invented land


def _kit() -> Path:
    return resources() / "training" / "kit.gpkg"


def _of_kit(entry: Entry) -> Entry:
    connection = connect(_kit(), read_only=True)
    try:
        there = entry.id in layer_names(connection)
    finally:
        connection.close()
    if not there:
        raise OfflineError(
            tr("“{title}” is not in the training kit.").format(title=entry.title),
            hint=tr("On the land of the training kit, only its own layers can be clipped: leave this one out."),
        )
    return replace(entry, service=LOCAL, layer=f"{_kit()}|layername={entry.id}")
