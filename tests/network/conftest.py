"""What the tests of the network use: servers of their own, a session that doesn't wait long."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QSettings

from data_territoires_plugin import network

from .server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qgis.core import QgsApplication

    from data_territoires_plugin.network import QgisSession


@pytest.fixture(scope="module", autouse=True)
def _own_settings(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings of QGIS that no other run of the tests reads or writes: a proxy set here is not theirs."""
    usual = Path(QgsSettings().fileName()).parent.parent

    def use(folder: Path) -> None:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()

    use(tmp_path_factory.mktemp("settings"))
    yield
    use(usual)


@pytest.fixture(autouse=True)
def _own_world(qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OFFLINE", "ENDPOINTS"):
        monkeypatch.delenv(f"DATA_TERRITOIRES_{name}", raising=False)


@pytest.fixture
def start() -> Iterator[Callable[..., Server]]:
    """Starts servers; the test fails when one of them received what its script does not hold."""
    servers: list[Server] = []

    def started(certificate: Path | None = None) -> Server:
        servers.append(Server(certificate))
        return servers[-1]

    yield started
    for server in servers:
        server.close()
    assert [received for server in servers for received in server.refused] == []


@pytest.fixture
def server(start: Callable[..., Server]) -> Server:
    return start()


@pytest.fixture
def quick() -> Callable[..., QgisSession]:
    """A session that tries again at once. Keywords: those of `session`, and of its patience."""

    def made(authcfg: str = "", feedback: object = None, **patience: float) -> QgisSession:
        session = network.session(authcfg=authcfg, feedback=feedback)
        session.patience = replace(session.patience, **{"first_wait": 0.01, "idle": 5.0, **patience})
        return session

    return made
