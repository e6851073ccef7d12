"""Which class reads which service. Adding a protocol: one file beside this one, and one line here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import CatalogueError, OfflineError
from ..geopackage import connect, layer_names
from ..i18n import tr
from ..paths import resources
from ..settings import offline
from .geopf_wfs import GeopfWfs
from .local import LocalSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..catalogue.entry import Entry
    from ..network import Pool
    from .base import Source

LOCAL = "local"
_READERS: dict[str, Callable[[Pool], Source]] = {
    LOCAL: lambda _pool: LocalSource(),
    "geopf_wfs": GeopfWfs,
}


def source_of(entry: Entry, pool: Pool, *, training: bool) -> tuple[Source, Entry]:
    """The reader of an entry, and the entry as that reader wants it.

    Offline, or for the territory of the training kit, the kit stands for the services. Raises OfflineError where it does not
    have the layer, CatalogueError where no reader knows the service.
    """
    if (training or offline()) and entry.service != LOCAL:
        return LocalSource(), _of_kit(entry)
    reader = _READERS.get(entry.service)
    if reader is None:
        raise CatalogueError(
            tr("“{title}” can't be clipped: the service “{service}” has no reader yet.").format(
                title=entry.title, service=entry.service
            )
        )
    return reader(pool), entry


def is_training(codes: dict[str, tuple[str, ...]]) -> bool:
    """Whether codes are those of the training kit."""
    from ..territory.cog import of_code

    return any(found.training for values in codes.values() for code in values[:1] for found in of_code(code))


def _of_kit(entry: Entry) -> Entry:
    kit = resources() / "training" / "kit.gpkg"
    connection = connect(kit, read_only=True)
    try:
        there = entry.id in layer_names(connection)
    finally:
        connection.close()
    if not there:
        raise OfflineError(
            tr("“{title}” is not in the training kit.").format(title=entry.title),
            hint=tr("Offline, only the layers of the kit can be clipped: switch offline mode off for this one."),
        )
    return replace(entry, service=LOCAL, layer=f"{kit}|layername={entry.id}")
