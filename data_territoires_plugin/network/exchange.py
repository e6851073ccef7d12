"""One request, one answer, through QGIS's network stack: proxy, certificates, authentication, network log.

The QgsNetworkAccessManager of the thread sends the request, and a local event loop waits for the answer: so it can be
written to disk as it comes, and the wait ended by the user or by a limit.
"""

from __future__ import annotations

import io
import tempfile
import time
import zlib
from dataclasses import dataclass, field, replace
from typing import IO, TYPE_CHECKING, Any, Protocol

from qgis.PyQt.QtCore import QEventLoop, QIODevice, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ..errors import Cancelled
from ..i18n import tr
from . import authentication, failures
from .addresses import without_user
from .identity import user_agent
from .proxies import through_proxy
from .qt_threads import network_manager, quiet, unwatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtCore import pyqtBoundSignal

# An answer stays in memory up to this size, in bytes; beyond, in a temporary file.
SPOOLED = 8_000_000
_TICK_MS = 100
# What Qt keeps of an answer before we read it, in bytes.
_BUFFER = 4_000_000
# QGIS's own limit is only a safety net behind ours.
_NET_MS = 30_000
# What the exchange sets itself. Accept-Encoding: Qt takes a truncated gzip answer for a whole one, so that we decode.
_OURS = frozenset({"accept-encoding", "connection", "content-length", "host", "transfer-encoding", "user-agent"})
_SHORT = "the file to send ends before its announced size"
_GZIP = ("gzip", "x-gzip")
_GZIP_START = b"\x1f\x8b"


class Feedback(Protocol):
    """What tells that the user gave up: a QgsFeedback."""

    def isCanceled(self) -> bool:  # noqa: N802 (QGIS's name)
        """Whether to stop."""


@dataclass(frozen=True)
class Limits:
    """`connect` and `idle` in seconds (no connection, no byte); `size` in decoded bytes, None without limit."""

    connect: float
    idle: float
    size: int | None


@dataclass(frozen=True)
class Call:
    """What is sent. `body` is read from `start`, `length` bytes of it."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: IO[bytes] | None = None
    start: int = 0
    length: int = 0
    authcfg: str = ""

    def rewind(self) -> None:
        """Puts the body back at its beginning, where it was read already."""
        if self.body is not None and self.body.tell() != self.start:
            self.body.seek(self.start)

    @property
    def request(self) -> failures.Request:
        """What messages say of it."""
        return failures.Request(self.method, self.url)


@dataclass(frozen=True)
class Answer:
    """What came: any HTTP status, the body decoded and at its beginning, `size` in bytes."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: IO[bytes] = field(repr=False)
    size: int = 0

    def header(self, name: str) -> str:
        """The first header of this name, or an empty text."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


def stop_if_cancelled(feedback: Feedback | None) -> None:
    """Raises Cancelled when the user gave up."""
    if feedback is not None and feedback.isCanceled():
        raise Cancelled(tr("Stopped at your request."))


class Exchange:
    """A request on its way. Made, used and dropped in one thread."""

    def __init__(self, call: Call, limits: Limits, feedback: Feedback | None) -> None:
        self._call = call
        self._limits = limits
        self._feedback = feedback
        self._body = tempfile.SpooledTemporaryFile(max_size=SPOOLED)  # noqa: SIM115 (handed over with the answer)
        self._decoder: Decoder | None = None
        self._received = 0
        self._size = 0
        self._connected = call.url.startswith("http:")
        self._last_sign = time.monotonic()
        self._failure: Exception | None = None
        self._tls_errors: tuple[str, ...] = ()
        self._connections: list[tuple[pyqtBoundSignal, Callable[..., None]]] = []

    def run(self) -> Answer:
        """Sends, waits, and gives the answer. NetworkError, Cancelled."""
        stop_if_cancelled(self._feedback)
        self._call.rewind()
        self._loop = QEventLoop()
        self._upload = Upload(self._call.body or io.BytesIO(), self._call.length, self._fail)
        self._reply = self._sent()
        self._reply.setReadBufferSize(_BUFFER)
        self._net = self._reply.findChild(QTimer, "timeoutTimer")
        if self._net is not None:
            self._net.setInterval(int(self._limits.idle * 1000) + _NET_MS)
        self._connect(self._reply.readyRead, self._read)
        for sign in (self._reply.uploadProgress, self._reply.metaDataChanged, self._reply.encrypted):
            self._connect(sign, self._alive)
        self._reply.sslErrors.connect(self._note_tls_errors)
        self._reply.finished.connect(self._loop.quit)
        self._ticks = QTimer()
        self._ticks.timeout.connect(self._guarded(self._watch))
        self._ticks.start(_TICK_MS)
        try:
            if not self._reply.isFinished():
                self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)  # type: ignore[arg-type]
            return self._answer()
        except BaseException:
            self._body.close()
            raise
        finally:
            self._let_go()

    def _sent(self) -> QNetworkReply:
        request = self._request()
        manager = network_manager()
        method = self._call.method
        if method == "GET":
            reply = manager.get(request)
        elif method == "HEAD":
            reply = manager.head(request)
        elif method == "POST":
            reply = manager.post(request, self._upload)
        elif method == "PUT":
            reply = manager.put(request, self._upload)
        else:
            reply = manager.sendCustomRequest(request, method.encode("ascii"), self._upload)
        authentication.update_reply(reply, self._call.authcfg)
        if self._call.authcfg or method not in ("GET", "HEAD"):
            quiet(reply)  # the account was chosen: where it is refused, another one is not asked for in the middle
        return reply

    def _request(self) -> QNetworkRequest:
        request = QNetworkRequest(QUrl(without_user(self._call.url)))
        attribute, manual = QNetworkRequest.Attribute, QNetworkRequest.LoadControl.Manual
        request.setAttribute(attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
        request.setAttribute(attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
        request.setAttribute(attribute.CacheSaveControlAttribute, False)
        # Cookies are those of the requests session: nothing is shared with QGIS or another session.
        request.setAttribute(attribute.CookieLoadControlAttribute, manual)
        request.setAttribute(attribute.CookieSaveControlAttribute, manual)
        request.setAttribute(attribute.Http2AllowedAttribute, False)
        request.setAttribute(attribute.User, user_agent())
        for name, value in self._call.headers:
            if name.lower() not in _OURS:
                request.setRawHeader(name.encode("latin-1"), value.encode("latin-1"))
        ranged = any(name.lower() == "range" for name, _ in self._call.headers)
        request.setRawHeader(b"Accept-Encoding", b"identity" if ranged else b"gzip")
        if self._call.method not in ("GET", "HEAD"):
            # Not buffered: see Upload.
            request.setAttribute(attribute.DoNotBufferUploadDataAttribute, True)
            request.setHeader(QNetworkRequest.KnownHeaders.ContentLengthHeader, self._call.length)
        return authentication.updated_request(request, self._call.authcfg, self._call.request)

    # ------------------------------------------------------------------ while it runs

    def _connect(self, signal: pyqtBoundSignal, slot: Callable[[], None]) -> None:
        guarded = self._guarded(slot)
        signal.connect(guarded)
        self._connections.append((signal, guarded))

    def _guarded(self, slot: Callable[[], None]) -> Callable[..., None]:
        """A slot whose exception ends the exchange: one that escaped into Qt would end QGIS."""

        def guarded(*_args: Any) -> None:
            try:
                slot()
            except Exception as error:
                self._fail(error)

        return guarded

    def _fail(self, error: Exception) -> None:
        if self._failure is None:
            self._failure = error
            self._reply.abort()
            self._loop.quit()

    def _alive(self) -> None:
        self._connected = True
        self._last_sign = time.monotonic()

    def _note_tls_errors(self, errors: list[Any]) -> None:
        self._tls_errors = tuple(error.errorString() for error in errors)

    def _watch(self) -> None:
        stop_if_cancelled(self._feedback)
        if self._net is not None and not self._net.isActive() and not self._reply.isFinished():
            # QGIS stops its timer while it asks the user for a password or about a certificate: so do we.
            self._last_sign = time.monotonic()
        waited = time.monotonic() - self._last_sign
        if waited > self._limits.idle:
            raise failures.silence(self._call.request, self._limits.idle, self._received)
        if not self._connected and waited > self._limits.connect:
            raise failures.connection_timeout(self._call.request, self._limits.connect)

    def _read(self) -> None:
        self._alive()
        if self._failure is not None:
            return
        data = bytes(self._reply.readAll())
        self._received += len(data)
        if self._decoder is None:
            self._decoder = Decoder(_header(self._reply, b"Content-Encoding"))
        try:
            data = self._decoder.decode(data)
        except zlib.error as error:
            raise failures.truncated(self._call.request, self._received) from error
        self._size += len(data)
        if self._limits.size is not None and self._size > self._limits.size:
            raise failures.too_big(self._call.request, self._limits.size)
        try:
            self._body.write(data)
        except OSError as error:
            raise failures.disk(self._call.request, error) from error

    # ------------------------------------------------------------------ at the end

    def _answer(self) -> Answer:
        if self._failure is None and self._reply.bytesAvailable():
            self._guarded(self._read)()
        if self._failure is not None:
            raise self._failure
        status = self._reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        error = self._reply.error()  # type: ignore[operator]  # (a signal of Qt 5 has this name too)
        code = QNetworkReply.NetworkError
        if error == code.OperationCanceledError:
            raise failures.qgis_timeout(self._call.request)
        # An error of the content (4xx, 5xx) is an answer, whose body says why; a broken connection is not.
        # On 307 and 308 Qt stops because it could not send the body again, which is as it should be: see Upload.
        broken = (code.RemoteHostClosedError, code.TimeoutError, code.ContentReSendError)
        refused = status is not None and int(status) >= 400 and error not in broken
        moved = status in (307, 308) and error == code.ContentReSendError
        if status is None or (error != code.NoError and not refused and not moved):
            raise failures.reply_error(self._call.request, self._reply, self._tls_errors)
        self._check_complete(int(status))
        self._body.seek(0)
        reason = self._reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute) or ""
        return Answer(int(status), str(reason), _headers(self._reply), self._body, self._size)

    def _check_complete(self, status: int) -> None:
        bodiless = self._call.method == "HEAD" or status in (204, 304) or _header(self._reply, b"Content-Length") == "0"
        decoder = self._decoder or Decoder(_header(self._reply, b"Content-Encoding"))
        if not bodiless and not decoder.complete:
            raise failures.truncated(self._call.request, self._received)

    def _let_go(self) -> None:
        """Leaves nothing of Qt to Python's garbage collector: it may run in another thread, and after the reply's end.

        The reply is deleted by the next exchange of this thread, or with the thread.
        """
        self._ticks.stop()
        reply = self._reply
        if reply.isRunning():
            reply.abort()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        reply.sslErrors.disconnect(self._note_tls_errors)
        reply.finished.disconnect(self._loop.quit)
        for thing in (*reply.children(), reply):
            unwatch(thing)
        reply.deleteLater()
        self._upload.close()
        self._connections.clear()
        del reply, self._reply, self._net, self._ticks, self._upload, self._loop


class Upload(QIODevice):
    """The body of a request, read once.

    Where a connection closes before the answer, Qt sends the whole request again by itself, even a POST. It can't when
    the body can't be rewound: so a write reaches the server once.
    """

    def __init__(self, body: IO[bytes], length: int, fail: Callable[[Exception], None]) -> None:
        super().__init__()
        self._source = body
        self._left = length
        self._report = fail
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:  # noqa: N802 (Qt's name)
        """Can't be rewound."""
        return True

    def seek(self, _position: int) -> bool:
        """Never: see above (and without the warning that Qt would write in the log)."""
        return False

    def bytesAvailable(self) -> int:  # noqa: N802
        """The bytes left."""
        return self._left + int(super().bytesAvailable())

    def atEnd(self) -> bool:  # noqa: N802
        """Whether everything was read."""
        return self._left <= 0

    def readData(self, maximum: int) -> bytes:  # noqa: N802
        """The next bytes."""
        try:
            data = self._source.read(min(maximum, self._left))
            if not data and self._left:
                raise OSError(_SHORT)
        except Exception as error:
            self._report(error)
            return b""
        self._left -= len(data)
        return data


class Decoder:
    """Decodes gzip as it comes, and knows whether its end came."""

    def __init__(self, encoding: str) -> None:
        self._stream = zlib.decompressobj(31) if encoding.strip().lower() in _GZIP else None

    @property
    def complete(self) -> bool:
        """Whether the end of the stream came; always so without compression."""
        return self._stream is None or self._stream.eof

    def decode(self, data: bytes) -> bytes:
        """The next decoded bytes. zlib.error: damaged."""
        if self._stream is None:
            return data
        decoded = b""
        while data:
            if self._stream.eof:
                if not data.startswith(_GZIP_START):
                    break
                self._stream = zlib.decompressobj(31)
            decoded += self._stream.decompress(data)
            data = self._stream.unused_data
        return decoded


def exchange(call: Call, limits: Limits, feedback: Feedback | None) -> Answer:
    """Sends a request from the current thread (the main one or a QThread) and waits for its answer."""
    try:
        if call.body is not None and call.url.startswith("http:") and through_proxy(call.url):
            # The proxy may want a password first, and the body is sent once: a HEAD opens the way.
            # (HTTPS has its tunnel for that.)
            Exchange(replace(call, method="HEAD", body=None, start=0, length=0), limits, feedback).run().body.close()
        return Exchange(call, limits, feedback).run()
    except OSError as error:
        raise failures.disk(call.request, error) from error


def _header(reply: QNetworkReply, name: bytes) -> str:
    return bytes(reply.rawHeader(name)).decode("latin-1")


def _headers(reply: QNetworkReply) -> tuple[tuple[str, str], ...]:
    """The headers of the answer; Qt joins repeated ones with a line feed. The body is decoded already."""
    pairs = []
    for name, value in reply.rawHeaderPairs():
        key = bytes(name).decode("latin-1")
        if key.lower() in ("content-encoding", "transfer-encoding"):
            continue
        if key.lower() == "content-length" and reply.hasRawHeader(b"Content-Encoding"):
            continue
        pairs += [(key, line) for line in bytes(value).decode("latin-1").split("\n")]
    return tuple(pairs)
