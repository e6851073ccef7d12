"""The process in which the stand-ins of a test session play.

Outside the process of the tests: a client that holds Python's lock (a QGIS layer that loads) would never be answered
by a thread of its own process, and a benchmark would measure both ends at once.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.managers import BaseManager, BaseProxy
from typing import TYPE_CHECKING, Any

from tests.standins.api_geo import ApiGeo, Place
from tests.standins.arcgis import ArcGis
from tests.standins.datagouv import DataGouv, Dataset
from tests.standins.extraction import ExtractionService
from tests.standins.geonetwork import GeoNetwork
from tests.standins.geopf_download import GeopfDownload
from tests.standins.geopf_services import GeopfServices
from tests.standins.geopf_wfs import GeopfWfs
from tests.standins.geoserver import GeoServer
from tests.standins.gpu import Gpu
from tests.standins.grist import Grist
from tests.standins.insee import Insee
from tests.standins.json_apis import started as json_api
from tests.standins.schema_datagouv import SchemaDatagouv
from tests.standins.tabular import Tabular
from tests.standins.tiles import Tiles
from tests.standins.transport import Transport

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.standins.features import Layer
    from tests.standins.geopf_download import Published
    from tests.standins.geopf_services import Known
    from tests.standins.stage import Exchange


class RemoteStandIn(BaseProxy):
    """A stand-in in another process, with the methods of `StandIn`."""

    _exposed_ = ("address", "root", "fault", "mend", "log", "clear", "line", "stop", "drop")

    @property
    def url(self) -> str:
        """The service's base URL."""
        return self._callmethod("address")

    def root(self) -> str:
        """http://127.0.0.1:port."""
        return self._callmethod("root")

    def fault(self, kind: str, times: int = 1, when: Mapping[str, str] | None = None, **options: Any) -> None:
        """See `StandIn.fault`."""
        self._callmethod("fault", (kind, times, when), options)

    def mend(self) -> None:
        """Forget the faults that are left."""
        self._callmethod("mend")

    def log(self) -> list[Exchange]:
        """The exchanges that are over."""
        return self._callmethod("log")

    def clear(self) -> None:
        """Forget the log."""
        self._callmethod("clear")

    def line(self, latency_ms: float = 0, mbit: float = 0) -> None:
        """Change the speed of the line."""
        self._callmethod("line", (latency_ms, mbit))

    def drop(self, type_name: str, *keys: str) -> int:
        """See `GeopfWfs.drop`."""
        return self._callmethod("drop", (type_name, *keys))

    def stop(self) -> None:
        """Close the port."""
        self._callmethod("stop")


class RemoteGeoServer(RemoteStandIn):
    """A `GeoServer` in another process."""

    _exposed_ = (*RemoteStandIn._exposed_, "cut", "seed", "alter", "change", "state")

    def cut(self, at: int, after: bool = False) -> None:
        """See `GeoServer.cut`."""
        self._callmethod("cut", (at, after))

    def seed(self, *args: Any) -> None:
        """See `GeoServer.seed`."""
        self._callmethod("seed", args)

    def alter(self, layer: str, sql: str) -> None:
        """See `GeoServer.alter`."""
        self._callmethod("alter", (layer, sql))

    def change(self, name: str, **about: Any) -> None:
        """See `GeoServer.change`."""
        self._callmethod("change", (name,), about)

    def state(self) -> str:
        """See `GeoServer.state`."""
        return self._callmethod("state")


class _Manager(BaseManager):
    """Makes stand-ins in its process."""


_Manager.register("GeopfDownload", GeopfDownload, RemoteStandIn)
_Manager.register("GeopfWfs", GeopfWfs, RemoteStandIn)
_Manager.register("GeopfServices", GeopfServices, RemoteStandIn)
_Manager.register("ExtractionService", ExtractionService, RemoteStandIn)
_Manager.register("Tiles", Tiles, RemoteStandIn)
_Manager.register("ApiGeo", ApiGeo, RemoteStandIn)
_Manager.register("DataGouv", DataGouv, RemoteStandIn)
_Manager.register("Tabular", Tabular, RemoteStandIn)
_Manager.register("Transport", Transport, RemoteStandIn)
_Manager.register("SchemaDatagouv", SchemaDatagouv, RemoteStandIn)
_Manager.register("GeoServer", GeoServer, RemoteGeoServer)
_Manager.register("ArcGis", ArcGis, RemoteStandIn)
_Manager.register("JsonApi", json_api, RemoteStandIn)
_Manager.register("Gpu", Gpu, RemoteStandIn)
_Manager.register("Grist", Grist, RemoteStandIn)
_Manager.register("GeoNetwork", GeoNetwork, RemoteStandIn)
_Manager.register("Insee", Insee, RemoteStandIn)


class Troupe:
    """The process: started by the first stand-in asked, ended by `stop`."""

    def __init__(self) -> None:
        self._manager: Any = None

    def _started(self) -> Any:
        if self._manager is None:
            # Spawned, not forked: this process may have QGIS's threads.
            self._manager = _Manager(ctx=multiprocessing.get_context("spawn"))
            self._manager.start()
        return self._manager

    def geopf_wfs(self, layers: Iterable[Layer], **options: Any) -> RemoteStandIn:
        """A running `GeopfWfs`."""
        return self._started().GeopfWfs(list(layers), **options)

    def geopf_services(self, addresses: Iterable[Known] = (), **options: Any) -> RemoteStandIn:
        """A running `GeopfServices`."""
        return self._started().GeopfServices(list(addresses), **options)

    def geopf_download(self, published: Iterable[Published], **options: Any) -> RemoteStandIn:
        """A running `GeopfDownload`."""
        return self._started().GeopfDownload(list(published), **options)

    def extraction(self, *described: Any, **options: Any) -> RemoteStandIn:
        """A running `ExtractionService`."""
        return self._started().ExtractionService(*described, **options)

    def tiles(self, **options: Any) -> RemoteStandIn:
        """A running `Tiles`."""
        return self._started().Tiles(**options)

    def api_geo(self, places: Iterable[Place], **options: Any) -> RemoteStandIn:
        """A running `ApiGeo`."""
        return self._started().ApiGeo(list(places), **options)

    def arcgis(self, layers: Iterable[Layer], **options: Any) -> RemoteStandIn:
        """A running `ArcGis`."""
        return self._started().ArcGis(list(layers), **options)

    def datagouv(self, datasets: Iterable[Dataset], **options: Any) -> RemoteStandIn:
        """A running `DataGouv`."""
        return self._started().DataGouv(list(datasets), **options)

    def tabular(self, tables: Mapping[str, Any], **options: Any) -> RemoteStandIn:
        """A running `Tabular`."""
        return self._started().Tabular(dict(tables), **options)

    def transport(self, datasets: Iterable[Mapping[str, Any]], **options: Any) -> RemoteStandIn:
        """A running `Transport`."""
        return self._started().Transport(list(datasets), **options)

    def schema_datagouv(self, schemas: Iterable[Mapping[str, Any]], **options: Any) -> RemoteStandIn:
        """A running `SchemaDatagouv`."""
        return self._started().SchemaDatagouv(list(schemas), **options)

    def gpu(self, documents: Iterable[Any], **options: Any) -> RemoteStandIn:
        """A running `Gpu`."""
        return self._started().Gpu(list(documents), **options)

    def grist(self, tables: Mapping[str, Any], **options: Any) -> RemoteStandIn:
        """A running `Grist`."""
        return self._started().Grist(dict(tables), **options)

    def geonetwork(self, **options: Any) -> RemoteStandIn:
        """A running `GeoNetwork`."""
        return self._started().GeoNetwork(**options)

    def geoserver(self, **options: Any) -> RemoteGeoServer:
        """A running `GeoServer`."""
        return self._started().GeoServer(**options)

    def insee(self, areas: Mapping[str, Any], **options: Any) -> RemoteStandIn:
        """A running `Insee`."""
        return self._started().Insee(dict(areas), **options)

    def json_api(self, name: str, rows: Iterable[Mapping[str, Any]], **options: Any) -> RemoteStandIn:
        """A running API of JSON: rnb, georisques, recherche_entreprises, hubeau, apicarto or panoramax."""
        return self._started().JsonApi(name, list(rows), **options)

    def stop(self) -> None:
        """End the process and its servers."""
        if self._manager is not None:
            self._manager.shutdown()
            self._manager = None
