"""Qt objects in worker threads, and what PyQt must be told of them."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import Q_ARG, QAbstractEventDispatcher, QMetaObject, Qt

if TYPE_CHECKING:
    from qgis.PyQt.QtCore import QObject
    from qgis.PyQt.QtNetwork import QAuthenticator, QNetworkReply

_of_thread = threading.local()
_QUIET = "data_territoires_quiet"


def on_main_thread() -> bool:
    """Whether this is the thread of QGIS's windows."""
    return threading.get_ident() == threading.main_thread().ident


def has_timers() -> bool:
    """Whether Qt's timers work in this thread: the main one, a QThread, a QgsTask; not a plain Python thread."""
    if on_main_thread():
        return True
    if not getattr(_of_thread, "timers", False):
        dispatcher = QAbstractEventDispatcher.instance()
        _of_thread.timers = dispatcher is not None
        if dispatcher is not None:
            unwatch(dispatcher)
    return bool(_of_thread.timers)


def network_manager() -> QgsNetworkAccessManager:
    """QGIS's network manager of this thread."""
    manager = getattr(_of_thread, "manager", None)
    if manager is None:
        manager = QgsNetworkAccessManager.instance()
        unwatch(manager)
        if not on_main_thread():
            _ask_only_others(manager)
        _of_thread.manager = manager
    return manager


def quiet(reply: QNetworkReply) -> None:
    """A refused account is told to whoever asked: QGIS opens no window, which would stop everything, to ask again."""
    reply.setProperty(_QUIET, True)


def _ask_only_others(manager: QgsNetworkAccessManager) -> None:
    """Puts us before QGIS where a server asks for an account, in this thread; the other requests go on to it."""
    with suppress(TypeError):
        manager.authenticationRequired.disconnect()

    def required(reply: QNetworkReply, authenticator: QAuthenticator) -> None:
        if not reply.property(_QUIET):
            QMetaObject.invokeMethod(
                manager,
                "onAuthRequired",
                Qt.ConnectionType.DirectConnection,
                Q_ARG("QNetworkReply*", reply),
                Q_ARG("QAuthenticator*", authenticator),
            )

    manager.authenticationRequired.connect(required)


def unwatch(thing: QObject) -> None:
    """Keeps PyQt from declaring another object dead in place of this one.

    PyQt watches each QObject that Qt made, to know its end; for one of a worker it is told in the main thread, later.
    By then its address may be that of a new object of another worker, whose Python side is then cut from it («wrapped
    C/C++ object … has been deleted»). Objects of the main thread are told of at once: they are left as they are.
    """
    if not on_main_thread():
        with suppress(TypeError):  # nothing was connected
            thing.destroyed.disconnect()
