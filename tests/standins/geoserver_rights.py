"""Who may do what on the stand-in of GeoServer, and the forms of its answers."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

from tests.standins.stage import Answer, Request

ADMIN, OWNER, READER = ("admin", "geoserver"), ("editeur", "secret"), ("lecteur", "lecteur")
JSON, TEXT = "application/json", "text/plain"
# rest.workspaceadmin.properties, first match wins: what is not here is for full administrators.
_RULES = (
    (r"/rest/workspaces", "r"), (r"/rest/workspaces/[^/]+", "rP"), (r"/rest/workspaces/[^/]+/.*", "rw"),
    (r"/rest/layers(/.*)?", "rw"), (r"/rest/styles(/.*)?", "r"),
)  # fmt: skip


class Refused(Exception):
    """An answer that is not a success."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


def who(request: Request) -> str | None:
    """The account of a request: admin, owner or reader, None without a password that is known."""
    scheme, _, code = request.headers.get("authorization", "").partition(" ")
    if scheme != "Basic":
        return None
    pair = tuple(base64.b64decode(code).decode().split(":", 1))
    return {ADMIN: "admin", OWNER: "owner", READER: "reader"}.get(pair)


def allowed(path: str, method: str) -> bool:
    """Whether the administrator of a workspace may do this."""
    for pattern, rights in _RULES:
        if re.fullmatch(pattern, path):
            reads = method in ("GET", "HEAD", "OPTIONS")
            return "w" in rights or reads or (method == "PUT" and "P" in rights)
    return False


def body(request: Request, root: str) -> dict[str, Any]:
    """What is sent, below its root."""
    if request.headers.get("content-type", "").split(";")[0] != JSON:
        raise Refused(415, "Content type not supported")
    try:
        return dict(json.loads(request.body)[root])
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(400, f"Could not read: {error}") from error


def done() -> Answer:
    """A success that says nothing."""
    return Answer(200, TEXT, b"")


def exception(code: str, text: str) -> Answer:
    """A refusal of a web service."""
    told = f'<ows:Exception exceptionCode="{code}"><ows:ExceptionText>{text}</ows:ExceptionText></ows:Exception>'
    body = f'<ows:ExceptionReport version="2.0.0">{told}</ows:ExceptionReport>'
    return Answer(400, "application/xml", body.encode())
