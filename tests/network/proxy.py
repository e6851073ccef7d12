"""A proxy of a town hall: forwards what it is asked for, under a name that it alone knows, and may want a password."""

from __future__ import annotations

import base64
import select
import socket
from urllib.parse import urlsplit

from .server import Handler, Server, reply

NAME = "service.invalid"
USER, PASSWORD = "agent", "invented"


def become_proxy(server: Server, behind: Server, *, password: bool = False) -> None:
    """Makes `server` the proxy of NAME, which is `behind`: plain requests and tunnels."""
    expected = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()

    def forward(handler: Handler) -> None:
        if password and handler.headers.get("Proxy-Authorization") != expected:
            reply(407, b"who are you?", Proxy_Authenticate='Basic realm="mairie"')(handler)
        elif handler.command == "CONNECT":
            _tunnel(handler, behind.port)
        else:
            _pass_on(handler, behind.port)

    server.anything = forward


def _pass_on(handler: Handler, port: int) -> None:
    parts = urlsplit(handler.path)
    if parts.hostname != NAME:
        reply(502, b"unknown name")(handler)
        return
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    lines = [f"{handler.command} {target} HTTP/1.1", "Connection: close", "Via: 1.1 mairie"]
    lines += [
        f"{name}: {value}" for name, value in handler.headers.items() if not name.lower().startswith(("proxy", "conn"))
    ]
    with socket.create_connection(("127.0.0.1", port)) as upstream:
        upstream.sendall("\r\n".join([*lines, "", ""]).encode() + handler.received.body)
        answer = b""
        while data := upstream.recv(65536):
            answer += data
    handler.wfile.write(answer.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
    handler.close_connection = True


def _tunnel(handler: Handler, port: int) -> None:
    if handler.path.partition(":")[0] != NAME:
        reply(502, b"unknown name")(handler)
        return
    with socket.create_connection(("127.0.0.1", port)) as upstream:
        handler.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        ends = {handler.connection: upstream, upstream: handler.connection}
        while ready := select.select(list(ends), [], [], 10)[0]:
            for end in ready:
                if not (data := end.recv(65536)):
                    handler.close_connection = True
                    return
                ends[end].sendall(data)
