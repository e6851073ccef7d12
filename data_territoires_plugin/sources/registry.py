"""Which class reads which service. Adding a protocol: one file beside this one, and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalogue.files import FILE
from ..catalogue.kits import training_kit
from ..catalogue.services import OSM, protocol
from ..errors import CatalogueError, OfflineError
from ..i18n import tr
from ..settings import offline
from .atom import GeopfDownload
from .featureserver import FeatureServer
from .files import FileSource
from .flatgeobuf import FlatGeobuf
from .geopf_wfs import GeopfWfs
from .grist import Grist
from .json_api import JsonApi
from .json_apis import api_services
from .kits import KitSource, in_training_kit, kit_of, kits_at_hand, of_kit
from .local import LocalSource
from .ogc_features import OgcFeatures
from .osm import Osm
from .secured import with_key
from .stac import Stac
from .tabular import Tabular
from .web_files import WebFiles
from .wfs import Wfs

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..catalogue.entry import Entry
    from ..network import Pool
    from .base import Source

LOCAL = "local"
_READERS: dict[str, Callable[[Pool], Source]] = {
    LOCAL: lambda _pool: FileSource(),
    FILE: WebFiles,
    "datagouv_tabular": Tabular,
    "geopf_download": GeopfDownload,
    "geopf_partial": FlatGeobuf,
    "geopf_private_wfs": GeopfWfs,
    "geopf_wfs": GeopfWfs,
    "featureserver": FeatureServer,
    "grist": Grist,
    "ogcapi": OgcFeatures,
    OSM: lambda _pool: Osm(),
    "stac": Stac,
    "wfs": Wfs,
}


def source_of(entry: Entry, pool: Pool, *, training: bool) -> tuple[Source, Entry]:
    """The reader of an entry, and the entry as that reader wants it.

    For the territory of the training kit, the kit stands for the services; so does the kit that is open, or offline
    one that is known, for what lies inside it. Raises OfflineError where nothing may be sent, or where the training
    kit does not have the layer, CatalogueError where no reader knows the service or where the open kit is gone.
    """
    if training and entry.service != LOCAL:
        return LocalSource(weighed=True), of_kit(entry, training_kit())
    if (kit := kit_of(entry)) is not None:
        return KitSource((kit,), None), entry
    kits = kits_at_hand() if entry.service != LOCAL else ()
    if kits:
        return KitSource(kits, None if offline() else _reader(entry)(pool)), entry if offline() else with_key(entry)
    if offline() and entry.service not in (LOCAL, OSM):  # an extract is a file; one of the web says so itself
        raise OfflineError(
            tr("“{title}” can't be fetched: the plugin is offline.").format(title=entry.title),
            hint=tr("Switch offline mode off, or choose the territory of the training kit."),
        )
    return _reader(entry)(pool), with_key(entry)


def _reader(entry: Entry) -> Callable[[Pool], Source]:
    # A service of the standard kind says so by the end of its name: georisques_wfs, agglo_ogcapi.
    reader = _READERS.get(entry.service) or _READERS.get(protocol(entry.service))
    if reader is None and entry.service in api_services():
        reader = JsonApi
    if reader is None:
        raise CatalogueError(
            tr("“{title}” can't be clipped: the service “{service}” has no reader yet.").format(
                title=entry.title, service=entry.service
            ),
            hint=tr("Leave this layer out, or update the extension."),
        )
    return reader


__all__ = ["in_training_kit", "source_of"]
