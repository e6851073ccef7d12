"""The stage on which a stand-in plays: HTTP/1.1 with keep-alive, chunks and gzip, a log, faults, limits of speed."""

from __future__ import annotations

import contextlib
import gzip
import os
import socket
import struct
import sys
import threading
import time
import traceback
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PIECE = 16_384
_LONGEST_URL = 8_190  # the usual limit of Apache and nginx
_BARE = frozenset((204, 304))
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Request:
    """What came. `params` joins the URL's and the form's parameters, names in lower case."""

    method: str
    path: str
    url: str
    params: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What goes back. `packed` says that `body` is already compressed by gzip."""

    status: int
    content_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    packed: bool = False


@dataclass(frozen=True)
class Exchange:
    """One line of the log.

    Attributes:
        sent: bytes written to the connection, headers and chunk marks included.
        started, seconds: monotonic clock of the server, and how long it took.
        together: requests in progress when this one came, itself included.
        client: port of the client's connection: the same for requests that shared one.
    """

    method: str
    url: str
    path: str
    params: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    status: int
    sent: int
    started: float
    seconds: float
    together: int
    client: int


@dataclass
class Fault:
    """Something that goes wrong `times` times, for the requests whose parameters have the values of `when`."""

    kind: str
    times: int
    when: Mapping[str, str]
    options: Mapping[str, object]

    def matches(self, request: Request) -> bool:
        """Whether this request is meant."""
        own = {"method": request.method, "path": request.path}
        return all(
            {**request.params, **own}.get(name.lower(), "").lower() == str(v).lower() for name, v in self.when.items()
        )


class Bucket:
    """A line of so many bits per second, shared by all connections."""

    def __init__(self, mbit: float) -> None:
        self._rate = mbit * 125_000
        self._free_at = 0.0
        self._lock = threading.Lock()

    def pass_through(self, size: int) -> None:
        """Wait as long as `size` bytes take on the line."""
        if not self._rate:
            return
        with self._lock:
            start = max(self._free_at, time.monotonic())
            self._free_at = start + size / self._rate
            wait = self._free_at - time.monotonic()
        if wait > 0:
            time.sleep(wait)


class Turnstile:
    """So many requests per second; over it, nothing for `penalty` seconds."""

    def __init__(self, rate: float, penalty: float) -> None:
        self._rate, self._penalty = rate, penalty
        self._times: list[float] = []
        self._closed_until = 0.0
        self._lock = threading.Lock()

    def retry_after(self) -> int:
        """Seconds to wait before coming back; 0 when the request may pass."""
        if not self._rate:
            return 0
        with self._lock:
            now = time.monotonic()
            self._times = [moment for moment in self._times if moment > now - 1]
            if now >= self._closed_until and len(self._times) >= self._rate:
                self._closed_until = now + self._penalty
            if now < self._closed_until:
                return max(1, round(self._closed_until - now))
            self._times.append(now)
            return 0


class StandIn:
    """A server on 127.0.0.1 that answers with `answer`, in threads, until `stop`.

    Args:
        port: 0 for a free one.
        rate: requests per second before 429; 0 for no limit.
        penalty: seconds during which a client that went too fast is refused.
        latency_ms: wait before each answer.
        mbit: speed of the line, in Mbit/s, shared by all connections; 0 for no limit.
    """

    home = "/"

    def __init__(
        self, *, port: int = 0, rate: float = 0, penalty: float = 5, latency_ms: float = 0, mbit: float = 0
    ) -> None:
        self._turnstile, self._bucket = Turnstile(rate, penalty), Bucket(mbit)
        self._latency = latency_ms / 1000
        self._faults: list[Fault] = []
        self._log: list[Exchange] = []
        self._busy = 0
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.standin = self
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    # ------------------------------------------------------------ what a test uses
    def root(self) -> str:
        """http://127.0.0.1:port."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def address(self) -> str:
        """The service's base URL."""
        return self.root() + self.home

    @property
    def url(self) -> str:
        """The service's base URL."""
        return self.address()

    def fault(self, kind: str, times: int = 1, when: Mapping[str, str] | None = None, **options: object) -> None:
        """Let the next `times` matching requests go wrong (-1: all of them).

        Kinds: `delay` (seconds), `status` (status, retry_after, text), `html`, `truncate` (share of the body kept),
        `reset` (the connection breaks after half of the body), and those of the service.
        """
        with self._lock:
            self._faults.append(Fault(kind, times, dict(when or {}), options))

    def mend(self) -> None:
        """Forget the faults that are left."""
        with self._lock:
            self._faults.clear()

    def log(self) -> list[Exchange]:
        """The exchanges that are over, in the order of their end."""
        with self._lock:
            return list(self._log)

    def clear(self) -> None:
        """Forget the log."""
        with self._lock:
            self._log.clear()

    def line(self, latency_ms: float = 0, mbit: float = 0) -> None:
        """Change the speed of the line."""
        self._latency, self._bucket = latency_ms / 1000, Bucket(mbit)

    def stop(self) -> None:
        """Close the port."""
        self._server.shutdown()
        self._server.server_close()

    # ------------------------------------------------------------ what a service gives
    def answer(self, request: Request) -> Answer:
        """The service itself."""
        raise NotImplementedError

    def usual_headers(self) -> Mapping[str, str]:
        """Headers of every answer."""
        return {}

    def take_fault(self, kind: str, request: Request) -> Mapping[str, object] | None:
        """The options of a pending fault of this kind for this request; None when there is none."""
        with self._lock:
            for fault in self._faults:
                if fault.kind == kind and fault.times != 0 and fault.matches(request):
                    fault.times -= 1
                    return fault.options
        return None

    # ------------------------------------------------------------ inside
    def _reply(self, request: Request) -> Answer:
        delay = self.take_fault("delay", request)
        time.sleep(self._latency + float(delay["seconds"] if delay else 0))
        wait = self._turnstile.retry_after()
        if wait:
            text = b'{"message":"API rate limit exceeded"}'
            return Answer(429, "application/json; charset=utf-8", text, {"retry-after": str(wait)})
        broken = self.take_fault("status", request)
        if broken:
            status = int(broken.get("status", 503))
            page = f"<html><body><h1>{status} {HTTPStatus(status).phrase}</h1>{broken.get('text', '')}</body></html>"
            headers = {"retry-after": str(broken["retry_after"])} if "retry_after" in broken else {}
            if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
                headers["proxy-authenticate"] = 'Basic realm="proxy"'
            return Answer(status, "text/html", page.encode(), headers)
        if self.take_fault("html", request) is not None:
            return Answer(200, "text/html; charset=utf-8", b"<!DOCTYPE html><html><body>Maintenance</body></html>")
        if len(request.url) > _LONGEST_URL:
            return Answer(414, "text/html", b"<html><body><h1>414 Request-URI Too Large</h1></body></html>")
        answer = self._safe_answer(request)
        cut = self.take_fault("truncate", request)
        if cut is not None:
            whole = gzip.decompress(answer.body) if answer.packed else answer.body
            share = float(cut.get("share", 0.5))
            answer = Answer(answer.status, answer.content_type, whole[: int(len(whole) * share)], answer.headers)
        return answer

    def _safe_answer(self, request: Request) -> Answer:
        try:
            return self.answer(request)
        except Exception:
            text = traceback.format_exc()
            sys.stderr.write(text)
            return Answer(500, "text/plain", f"the stand-in failed\n{text}".encode())

    def play(self, handler: _Handler, request: Request) -> None:
        """Answer one request and write it in the log."""
        started = time.monotonic()
        with self._lock:
            self._busy += 1
            together = self._busy
        answer = self._reply(request)
        broken = self.take_fault("reset", request) is not None

        def over(sent: int) -> None:
            exchange = Exchange(
                request.method, request.url, request.path, request.params, request.headers, request.body,
                answer.status, sent, started, time.monotonic() - started, together, handler.client_address[1],
            )  # fmt: skip
            with self._lock:
                self._busy -= 1
                self._log.append(exchange)

        handler.send(answer, {**self.usual_headers(), **answer.headers}, self._bucket, over, broken=broken)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    standin: StandIn

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 120
    server: _Server

    def _serve(self) -> None:
        split = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        pairs = parse_qsl(split.query, keep_blank_values=True)
        if self.headers.get("content-type", "").split(";")[0].strip().lower() == _FORM:
            pairs += parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=100)
        headers = {name.lower(): value for name, value in self.headers.items()}
        params = {name.lower(): value for name, value in pairs}
        request = Request(self.command, unquote(split.path), self.path, params, headers, body)
        self.server.standin.play(self, request)

    do_GET = do_POST = do_HEAD = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = do_PROPFIND = _serve  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the screen: the log is for the tests."""

    def send(
        self, answer: Answer, headers: Mapping[str, str], bucket: Bucket, over: Callable[[int], None], *, broken: bool
    ) -> None:
        """Write the answer in chunks; `over` is told the number of bytes just before the last ones leave."""
        body, squeezed = answer.body, answer.packed
        wants = "gzip" in self.headers.get("accept-encoding", "")
        if wants and not squeezed:
            body, squeezed = gzip.compress(body, 1), True
        elif squeezed and not wants:
            body, squeezed = gzip.decompress(body), False
        phrase = HTTPStatus(answer.status).phrase
        lines = [f"HTTP/1.1 {answer.status} {phrase}", f"date: {self.date_time_string()}"]
        lines += [f"content-type: {answer.content_type}", *(f"{name}: {value}" for name, value in headers.items())]
        bare = answer.status in _BARE  # no body, and no word of one
        lines += ["content-encoding: gzip"] if squeezed and not bare else []
        lines += ["", ""] if bare else ["transfer-encoding: chunked", "", ""]
        pieces = ["\r\n".join(lines).encode()]
        if self.command != "HEAD" and not bare:
            starts = range(0, len(body), _PIECE)
            pieces += [b"%x\r\n%b\r\n" % (len(part), part) for part in (body[s : s + _PIECE] for s in starts)]
            pieces.append(b"0\r\n\r\n")
        self._write(pieces, bucket, over, broken=broken)

    def _write(self, pieces: list[bytes], bucket: Bucket, over: Callable[[int], None], *, broken: bool) -> None:
        if broken:  # half of what was to come, then a reset
            pieces = [*pieces[: max(1, len(pieces) // 2)], pieces[-2][: len(pieces[-2]) // 2]]
        sent = 0
        try:
            for piece in pieces[:-1]:
                bucket.pass_through(len(piece))
                self.wfile.write(piece)
                sent += len(piece)
            bucket.pass_through(len(pieces[-1]))
        except OSError:  # the client went away
            self.close_connection = True
            over(sent)
            return
        # In the log before the client can know that all has come: it may look there at once.
        over(sent + len(pieces[-1]))
        with contextlib.suppress(OSError):
            self.wfile.write(pieces[-1])
        if broken:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            os.close(self.connection.detach())
