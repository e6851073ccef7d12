"""A strict scripted HTTP server: it answers what a test wrote, in that order, and refuses everything else."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

Step = Callable[["Handler"], None]


@dataclass(frozen=True)
class Received:
    """A request as the server saw it. Header names are in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    at: float

    @property
    def path(self) -> str:
        return urlsplit(self.target).path


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Listener
    received: Received

    def log_message(self, *_args: object) -> None:
        """The tests read `received`, not a log."""

    def answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        received = Received(self.command, self.path, headers, self.rfile.read(length), time.monotonic())
        self.received = received
        self.server.script.take(received)(self)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_CONNECT = answer  # noqa: N815


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    script: Server

    def handle_error(self, *_args: object) -> None:
        """A client that hangs up is what several tests are about."""


class Server:
    """The script and what was received. `url(path)` is where it listens, on 127.0.0.1."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.received: list[Received] = []
        self.refused: list[Received] = []
        self._steps: dict[str, deque[Step]] = defaultdict(deque)
        self._always: dict[str, Step] = {}
        self.anything: Step | None = None
        self._lock = threading.Lock()
        self._listener = _Listener(("127.0.0.1", 0), Handler)
        self._listener.script = self
        self._scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._listener.socket = context.wrap_socket(self._listener.socket, server_side=True)
            self._scheme = "https"
        self.ended = threading.Event()
        threading.Thread(target=lambda: self._listener.serve_forever(0.02), daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._listener.server_address[1])

    def url(self, path: str = "") -> str:
        return f"{self._scheme}://127.0.0.1:{self.port}{path}"

    def will(self, path: str, *steps: Step) -> None:
        """Answers the next requests of `path` with these steps, each once."""
        self._steps[path].extend(steps)

    def always(self, path: str, step: Step) -> None:
        """Answers every request of `path`, or of what begins by it where it ends with a slash."""
        self._always[path] = step

    def to(self, path: str) -> list[Received]:
        return [received for received in self.received if received.path == path]

    def take(self, received: Received) -> Step:
        with self._lock:
            self.received.append(received)
            if self._steps[received.path]:
                return self._steps[received.path].popleft()
            for path, step in self._always.items():
                if received.path == path or (path.endswith("/") and received.path.startswith(path)):
                    return step
            if self.anything is not None:
                return self.anything
            self.refused.append(received)
        return reply(599, b"not in the script")

    def close(self) -> None:
        self.ended.set()
        self._listener.shutdown()
        self._listener.server_close()


def reply(status: int = 200, body: bytes = b"", **headers: str) -> Step:
    """A whole answer. Header names are given with underscores; a list of values would be a test of its own."""

    def step(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if status != 204:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(body)

    return step


def zipped(body: bytes, *, missing: int = 0, framing: str = "length") -> Step:
    """A gzip answer that lacks its last bytes, however the length is told: `length`, `chunked` or `close`."""

    def step(handler: Handler) -> None:
        packed = gzip.compress(body)
        sent = packed[: len(packed) - missing]
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        if framing == "length":
            handler.send_header("Content-Length", str(len(packed)))
        elif framing == "chunked":
            handler.send_header("Transfer-Encoding", "chunked")
            sent = b"%x\r\n%b\r\n0\r\n\r\n" % (len(sent), sent)
        else:
            handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(sent)
        handler.close_connection = missing > 0 or framing == "close"

    return step


def truncated(body: bytes, length: int) -> Step:
    """Announces `length` bytes, sends `body` and hangs up."""

    def step(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(length))
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return step


def hang_up(handler: Handler) -> None:
    """Reads the request and closes without a word."""
    handler.close_connection = True


def say_nothing(handler: Handler) -> None:
    """Keeps the client waiting until the end of the test."""
    handler.server.script.ended.wait(30)
    handler.close_connection = True


def begin_and_stop(body: bytes, length: int) -> Step:
    """Sends the beginning of an answer, then nothing more, the connection open."""

    def step(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(length))
        handler.end_headers()
        handler.wfile.write(body)
        handler.wfile.flush()
        say_nothing(handler)

    return step


def flow(block: bytes, count: int) -> Step:
    """`count` times the block, made as it is sent."""

    def step(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(block) * count))
        handler.end_headers()
        for _ in range(count):
            handler.wfile.write(block)

    return step


def redirect(status: int, location: str) -> Step:
    return reply(status, b"", Location=location)
