"""Several requests at once."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError, as_completed

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QObject, Qt, QThread, pyqtSignal, pyqtSlot
from qgis.PyQt.QtNetwork import QNetworkReply

from data_territoires_plugin.errors import NetworkError
from data_territoires_plugin.network import Pool
from data_territoires_plugin.network.qt_threads import unwatch

from . import server as script


def test_requests_are_on_their_way_together(server, quick):
    together = threading.Barrier(4)

    def meet(handler):
        together.wait(10)
        script.reply(200, b"{}")(handler)

    server.always("/a", meet)
    session = quick(idle=15)
    with Pool(4) as pool:
        futures = [pool.submit(session.get, server.url("/a")) for _ in range(4)]
        assert [future.result().content for future in futures] == [b"{}"] * 4


def test_no_more_requests_at_once_than_workers(server, quick):
    inside, most, lock = [], [], threading.Lock()

    def count(handler):
        with lock:
            inside.append(1)
            most.append(len(inside))
        QThread.msleep(20)
        with lock:
            inside.pop()
        script.reply(200, b"{}")(handler)

    server.always("/a", count)
    session = quick()
    with Pool(2) as pool:
        futures = [pool.submit(session.get, server.url("/a")) for _ in range(10)]
        assert [len(future.result().content) for future in Pool.completed(futures)] == [2] * 10
    assert max(most) <= 2


def test_a_worker_keeps_its_connection(server, quick):
    """A TLS greeting for each page would cost more than the page."""
    sources = set()

    def note(handler):
        sources.add(handler.client_address)
        script.reply(200, b"{}")(handler)

    server.always("/a", note)
    with Pool(1) as pool:
        for _ in range(6):
            pool.submit(quick().get, server.url("/a")).result()
    assert len(sources) == 1


def test_an_error_comes_back_where_the_result_is_asked_for(server, quick):
    server.will("/a", script.hang_up)
    server.always("/a", script.hang_up)
    with Pool(1) as pool:
        future = pool.submit(quick(retries=0).get, server.url("/a"))
        with pytest.raises(NetworkError, match="cut"):
            future.result()
        assert isinstance(future.exception(), NetworkError)
        assert pool.submit(lambda: 1).result() == 1


def test_an_error_in_the_block_drops_what_has_not_begun():
    release, begun, futures = threading.Event(), threading.Event(), []

    def wait():
        begun.set()
        return release.wait(10)

    def work():
        with Pool(1) as pool:
            futures.extend([pool.submit(wait), pool.submit(release.wait)])
            begun.wait(10)
            threading.Timer(0.05, release.set).start()
            raise ValueError("mine")

    with pytest.raises(ValueError, match="mine"):
        work()
    assert futures[0].result() is True
    with pytest.raises(CancelledError):
        futures[1].result()


def test_the_futures_are_those_of_the_standard_library():
    with Pool(3) as pool:
        futures = [pool.submit(pow, number, 2) for number in range(10)]
        assert sorted(future.result() for future in as_completed(futures, timeout=10)) == [n * n for n in range(10)]


def test_workers_are_threads_of_qt_with_their_own_network_manager(qgis_app):
    main = QgsNetworkAccessManager.instance()
    with Pool(2) as pool:
        here = pool.submit(QThread.currentThread).result()
        manager = pool.submit(QgsNetworkAccessManager.instance).result()
        assert here is not QThread.currentThread()
        assert manager is not main


class _Asker(QObject):
    """What QGIS does when a worker's proxy asks for a password: the worker waits until the main thread has answered."""

    asked = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.answered = False
        self.asked.connect(self.answer, Qt.ConnectionType.BlockingQueuedConnection)

    @pyqtSlot()
    def answer(self) -> None:
        self.answered = True


@pytest.mark.parametrize("wait", ["result", "completed", "with"])
def test_waiting_on_the_main_thread_lets_qgis_answer_a_worker(qgis_app, wait):
    asker = _Asker()
    with Pool(1) as pool:
        future = pool.submit(asker.asked.emit)
        if wait == "result":
            future.result()
        elif wait == "completed":
            list(Pool.completed([future]))
    assert asker.answered


def test_a_pool_may_be_used_inside_a_worker(server, quick):
    server.always("/a", script.reply(200, b"{}"))

    def inner():
        with Pool(2) as pool:
            return [pool.submit(quick().get, server.url("/a")).result().content for _ in range(2)]

    with Pool(1) as pool:
        assert pool.submit(inner).result() == [b"{}", b"{}"]


def test_many_requests_in_many_workers_do_not_disturb_each_other(server, quick):
    """The address of a reply that one worker deletes is soon that of another worker's."""
    server.always("/", lambda handler: script.reply(200, handler.path.encode() * 50)(handler))
    session = quick()
    with Pool(6) as pool:
        futures = {path: pool.submit(session.get, server.url(path)) for path in (f"/{n}" for n in range(300))}
        assert all(future.result().content == path.encode() * 50 for path, future in futures.items())


def test_pyqt_is_not_told_late_of_the_end_of_what_a_worker_uses(server, quick, monkeypatch):
    """It would take a new object at the same address for the dead one: see `unwatch`."""
    seen = []

    def checking(thing):
        unwatch(thing)
        seen.append(type(thing))
        with pytest.raises(TypeError):  # nothing is connected any more
            thing.destroyed.disconnect()

    monkeypatch.setattr("data_territoires_plugin.network.exchange.unwatch", checking)
    monkeypatch.setattr("data_territoires_plugin.network.qt_threads.unwatch", checking)
    server.will("/a", script.reply(200))
    with Pool(1) as pool:
        pool.submit(quick().get, server.url("/a")).result()
    assert {QNetworkReply, QgsNetworkAccessManager} <= set(seen)


def test_replies_do_not_pile_up(server, quick):
    server.always("/a", script.reply(200, b"x" * 1000))
    for _ in range(5):
        quick().get(server.url("/a"))
    assert len(QgsNetworkAccessManager.instance().findChildren(QNetworkReply)) <= 1
