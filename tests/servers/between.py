"""What stands between a client and a real server, and fails when told to: one for HTTP, one for PostgreSQL.

Each request is counted. From the n-th on the line is down: either the server never sees that request, or it carries it
out and its answer is lost. `mend()` brings the line back.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

WRITES = ("POST", "PUT", "DELETE", "PATCH")


class Line:
    """When the line goes down. `writes_only`: the requests that read are not counted."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.mend()

    def mend(self) -> None:
        """Everything passes; the count starts again."""
        self.count, self.writes, self._at, self._when, self._do, self._only = 0, 0, 0, "", None, False

    def cut(self, at: int, when: str, *, writes_only: bool = False, do: Callable[[], None] | None = None) -> None:
        """Down from the request `at` (1 = the first) on: `before` it reaches the server, or `after` it has done it.

        `do` is called at that moment.
        """
        self.mend()
        self._at, self._when, self._do, self._only = at, when, do, writes_only

    def passes(self, *, is_write: bool) -> str:
        """What becomes of a request: "" (it passes), `before`, `after`."""
        with self._lock:
            self.count += 1
            self.writes += is_write
            counted = self.writes if self._only else self.count
            if not self._at or counted < self._at or (self._only and counted == self._at and not is_write):
                return ""
            if counted == self._at and self._when == "after":
                return "after"
            self._done()
            return "before"

    def _done(self) -> None:
        if self._do is not None:
            self._do()
            self._do = None

    def answered(self) -> None:
        """The server has done what it was asked."""
        with self._lock:
            self._done()


class Between:
    """In front of an HTTP server: `url` instead of its own.

    `alter(method, body)` changes the body of what is sent; `instead(method, path, body)` answers in place of the server
    ((status, body), or None to let it pass); `after(method, path, body)` is called once the server has answered.
    """

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self.line = Line()
        self.alter: Callable[[str, bytes], bytes] | None = None
        self.instead: Callable[[str, str, bytes], tuple[int, bytes] | None] | None = None
        self.after: Callable[[str, str, bytes], None] | None = None
        self.bodies: list[bytes] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, parts.hostname or "", parts.port or 80))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}{parts.path}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()


def _handler(between: Between, host: str, port: int) -> type[BaseHTTPRequestHandler]:  # noqa: C901 (a class)
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def _carry(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            # A question may be asked by POST: a WFS GetFeature.
            is_write = self.command in WRITES and b"<wfs:GetFeature" not in body
            fate = between.line.passes(is_write=is_write)
            if fate == "before":
                self._cut()
                return
            between.bodies.append(body)
            instead = between.instead(self.command, self.path, body) if between.instead is not None else None
            if instead is not None:
                self._answer(instead[0], "", [("Content-Type", "application/json")], instead[1])
                return
            if between.alter is not None and body:
                body = between.alter(self.command, body)
            answer, content = self._asked(body)
            if fate == "after":
                between.line.answered()
                self._cut()
                return
            if between.after is not None:
                between.after(self.command, self.path, body)
            self._answer(answer.status, answer.reason, answer.getheaders(), content)

        def _asked(self, body: bytes) -> tuple[http.client.HTTPResponse, bytes]:
            connection = http.client.HTTPConnection(host, port, timeout=60)
            headers = {name: value for name, value in self.headers.items() if name.lower() != "content-length"}
            connection.request(self.command, self.path, body or None, headers)
            answer = connection.getresponse()
            content = answer.read()
            connection.close()
            return answer, content

        def _answer(self, status: int, reason: str, headers: list[tuple[str, str]], content: bytes) -> None:
            self.send_response_only(status, reason or None)
            for name, value in headers:
                if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_HEAD = _carry  # noqa: N815

        def _cut(self) -> None:
            self.close_connection = True
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)

        def log_message(self, *_words: Any) -> None:
            """Nothing on the screen."""

    return Handler


_WRITING = (b"INSERT", b"UPDATE", b"DELETE", b"COMMIT", b"LOCK", b"ALTER", b"CREATE", b"COPY")


class BetweenPostgres:
    """In front of PostgreSQL: `port` instead of its own. A request is what the client sends in one go."""

    def __init__(self, host: str, port: int) -> None:
        self.line = Line()
        self._to = (host, port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._open = True
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while self._open:
            with contextlib.suppress(OSError):
                client, _ = self._listening.accept()
                threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        server = socket.create_connection(self._to)
        lost, done = threading.Event(), threading.Event()
        threading.Thread(target=self._back, args=(server, client, lost, done), daemon=True).start()
        with contextlib.suppress(OSError):
            while data := client.recv(1 << 20):
                fate = self.line.passes(is_write=data[:1] == b"Q" and any(word in data for word in _WRITING))
                if fate == "before":
                    break
                if fate == "after":
                    lost.set()
                server.sendall(data)
                if fate == "after":
                    done.wait(10)
                    self.line.answered()
                    break
        for one in (client, server):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    @staticmethod
    def _back(server: socket.socket, client: socket.socket, lost: threading.Event, done: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(1 << 20):
                if lost.is_set():
                    done.set()
                    return
                client.sendall(data)
        done.set()
        with contextlib.suppress(OSError):
            client.shutdown(socket.SHUT_RDWR)

    def stop(self) -> None:
        """End it."""
        self._open = False
        self._listening.close()
