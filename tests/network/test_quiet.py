"""A server that asks for an account: our chosen account is not asked for again, what QGIS asks goes on to QGIS."""

from __future__ import annotations

import http.server
import threading
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from data_territoires_plugin.network import session
from data_territoires_plugin.network.qt_threads import network_manager
from tests import accounts

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Guarded(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="publication"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def guarded(qgis_app: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "0")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Guarded)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def account(qgis_app: Any) -> Iterator[str]:
    with accounts.account("Basic", username="intrus", password="faux") as authcfg:
        yield authcfg


def in_a_task(work: Any) -> Any:
    """What a function gives, run in a task of QGIS."""
    found: list[Any] = []
    task = QgsTask.fromFunction("essai", lambda _task: found.append(work()))
    loop = QEventLoop()
    task.taskCompleted.connect(loop.quit)
    task.taskTerminated.connect(loop.quit)
    QTimer.singleShot(20_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert found, "the task failed, or never ended"
    return found[0]


def asked_for(url: str, ours: Any) -> tuple[int, int]:
    """The status of our request; how many times QGIS was asked for an account: by ours, then by its own."""
    seen: list[str] = []

    def work() -> tuple[int, int, int]:
        manager = network_manager()
        manager.requestRequiresAuth.connect(lambda _id, realm: seen.append(realm))
        status = ours()
        before = len(seen)
        reply = manager.get(QNetworkRequest(QUrl(url)))
        loop = QEventLoop()
        reply.finished.connect(loop.quit)
        if not reply.isFinished():
            loop.exec()
        return status, before, len(seen) - before

    return in_a_task(work)


def test_a_chosen_account_is_not_asked_for_again_and_the_requests_of_qgis_are(guarded: str, account: str) -> None:
    def ours() -> int:
        with session(authcfg=account) as web:
            return int(web.get(guarded, timeout=(5, 5)).status_code)

    status, of_ours, of_qgis = asked_for(guarded, ours)
    assert (status, of_ours) == (401, 0)
    assert of_qgis > 0
