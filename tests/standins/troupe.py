"""The process in which the stand-ins of a test session play.

Outside the process of the tests: a client that holds Python's lock (a QGIS layer that loads) would never be answered
by a thread of its own process, and a benchmark would measure both ends at once.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.managers import BaseManager, BaseProxy
from typing import TYPE_CHECKING, Any

from tests.standins.api_geo import ApiGeo, Place
from tests.standins.geopf_wfs import GeopfWfs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.standins.features import Layer
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


class _Manager(BaseManager):
    """Makes stand-ins in its process."""


_Manager.register("GeopfWfs", GeopfWfs, RemoteStandIn)
_Manager.register("ApiGeo", ApiGeo, RemoteStandIn)


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

    def api_geo(self, places: Iterable[Place], **options: Any) -> RemoteStandIn:
        """A running `ApiGeo`."""
        return self._started().ApiGeo(list(places), **options)

    def stop(self) -> None:
        """End the process and its servers."""
        if self._manager is not None:
            self._manager.shutdown()
            self._manager = None
