"""A stand-in of GeoNetwork 4 behind the gateway of geOrchestra, from the sources of both (core-geonetwork, datadir).

Strict: the token of CSRF is asked for before the login and its refusal is an empty 403, whatever the password; the
gateway copies the cookie onto other paths with another value; errors have a body only for who accepts JSON or XML; an
Editor may not publish and is told so in a 201; an identifier that is taken is refused, unless OVERWRITE is said; the
server writes the day of the record itself.
"""

from __future__ import annotations

import base64
import json
import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Callable

_HOME = "/geonetwork"
_API = f"{_HOME}/srv/api"
_NAME = re.compile(r"<gmd:fileIdentifier>\s*<gco:CharacterString>([^<]*)<")
_STAMP = re.compile(r"<gmd:dateStamp>.*?</gmd:dateStamp>", re.DOTALL)
_WRITTEN = "<gmd:dateStamp><gco:DateTime>2026-11-22T10:11:12.345Z</gco:DateTime></gmd:dateStamp>"
_LOGIN = {"editeur": ("secret", "Editor"), "relecteur": ("secret", "Reviewer"), "inscrit": ("secret", "RegisteredUser")}


@dataclass
class _Kept:
    number: int
    owner: str
    group: str
    approved: str  # "" where only a draft is there
    draft: str
    public: bool = False


class GeoNetwork(StandIn):
    """The catalogue. `workflow`: a change of an approved record waits for a reviewer."""

    home = _HOME

    def __init__(self, *, version: str = "4.4.6", workflow: bool = False, **speed: Any) -> None:
        self._version, self._workflow = version, workflow
        self._token = uuid.uuid4().hex
        self._records: dict[str, _Kept] = {}
        super().__init__(**speed)

    # ------------------------------------------------------------ what a test uses
    def drop(self, type_name: str, *keys: str) -> int:
        """`drop("token")`: the session ends; `drop("record", uuid)`; `drop("edit", uuid, old, new)`: by hand."""
        if type_name == "token":
            self._token = uuid.uuid4().hex
            return 1
        if type_name == "edit":
            kept = self._records[keys[0]]
            kept.approved = kept.draft = kept.draft.replace(keys[1], keys[2])
            return 1
        return sum(self._records.pop(key, None) is not None for key in keys)

    # ------------------------------------------------------------ what it gives
    def usual_headers(self) -> dict[str, str]:
        """The gateway copies the cookie, so that other applications find theirs: the values differ."""
        return {
            "Set-Cookie": f"XSRF-TOKEN={self._token}-copy; Path=/datahub",
            "set-cookie": f"XSRF-TOKEN={self._token}; Path=/geonetwork",
            "SET-COOKIE": f"XSRF-TOKEN={self._token}-other; Path=/metadata-editor",
        }

    def answer(self, request: Request) -> Answer:  # noqa: PLR0911 - a refusal each
        """One request."""
        if not request.path.startswith(_API):
            return Answer(404, "text/html", b"<html><title>404</title></html>")
        path = request.path.removeprefix(_API)
        if request.method not in ("GET", "HEAD", "OPTIONS") and not self._has_token(request):
            return Answer(403, "text/html", b"")
        if path == "/site" and request.method == "GET":
            return _json(request, {"system/site/name": "Portail", "system/platform/version": self._version})
        who = _who(request)
        if who is None and "authorization" in request.headers:
            return _error(request, 401, "unauthorized", "Bad credentials")
        if path == "/me":
            if who is None:
                return Answer(204, "application/json", b"")
            return _json(request, {"id": "7", "username": who[0], "profile": who[1], "admin": False})
        if path.startswith("/records"):
            return self._of_records(path.removeprefix("/records"), request, who)
        return _error(request, 404, "not_found", path)

    def _has_token(self, request: Request) -> bool:
        held = re.findall(r"XSRF-TOKEN=([^;\s]+)", request.headers.get("cookie", ""))
        return held[:1] == [self._token] == [request.headers.get("x-xsrf-token", "")]

    def _of_records(self, path: str, request: Request, who: tuple[str, str] | None) -> Answer:
        steps = [one for one in path.split("/") if one]
        if request.method == "GET" and steps[1:] == ["formatters", "xml"]:
            return self._xml(steps[0], request, who)
        if who is None or who[1] == "RegisteredUser":
            return _error(request, 403, "forbidden", "Access is denied")
        doors: dict[tuple[str, int], Callable[[list[str], Request, tuple[str, str]], Answer]] = {
            ("PUT", 0): self._put,
            ("PUT", 1): self._publish,
            ("GET", 2): self._sharing,
            ("DELETE", 1): self._delete,
        }
        door = doors.get((request.method, len(steps)))
        return door(steps, request, who) if door else _error(request, 405, "not_allowed", path)

    # ------------------------------------------------------------ reading
    def _xml(self, name: str, request: Request, who: tuple[str, str] | None) -> Answer:
        if "xml" not in request.headers.get("accept", "") and "*/*" not in request.headers.get("accept", ""):
            return Answer(406, "text/html", b"")
        kept = self._records.get(name)
        if kept is None:
            return _error(request, 404, "resource_not_found", f"Record with UUID '{name}' not found")
        if who is None and not kept.public:
            return _error(request, 403, "forbidden", "Operation not allowed. User needs to be able to view it")
        text = kept.approved if request.params.get("approved", "true") == "true" and kept.approved else kept.draft
        return Answer(200, "application/xml;charset=utf-8", text.encode())

    def _sharing(self, steps: list[str], request: Request, _who: tuple[str, str]) -> Answer:
        kept = self._records.get(steps[0])
        if kept is None or steps[1] != "sharing":
            return _error(request, 404, "resource_not_found", steps[0])
        everybody = {"group": 1, "reserved": True, "operations": {"view": kept.public, "editing": False}}
        return _json(request, {"groupOwner": kept.group, "privileges": [everybody]})

    # ------------------------------------------------------------ writing
    def _put(self, _steps: list[str], request: Request, who: tuple[str, str]) -> Answer:  # noqa: PLR0911 - same
        if not request.headers.get("content-type", "").startswith("application/xml"):
            return _error(request, 415, "unsupported_media_type", "")
        asked = request.params
        if asked.get("publishtoall") == "true" and who[1] == "Editor":
            return _error(request, 401, "unauthorized", "publishToAll")
        if asked.get("group", "2") not in ("2", "3"):
            return _error(request, 400, "bad_parameter", "group")
        text = request.body.decode()
        try:
            ET.fromstring(text)
        except ET.ParseError as error:
            return _error(request, 400, "runtime_exception", f"XML fragment is invalid. Error is {error}")
        name, processing = _NAME.search(text), asked.get("uuidprocessing", "NOTHING")
        if name is None:
            return _error(request, 400, "runtime_exception", "No identifier")
        identifier = uuid.uuid4().hex if processing == "GENERATEUUID" else name[1]
        there = self._records.get(identifier)
        if there is not None and processing == "NOTHING":
            return _error(request, 400, "bad_parameter", f"A record with UUID {identifier} already exists")
        if there is not None and there.owner not in (who[0], "") and who[1] == "Editor" and there.group != "2":
            return _error(request, 403, "forbidden", "You can't edit this record")
        return self._stored(identifier, text, request, who)

    def _stored(self, identifier: str, text: str, request: Request, who: tuple[str, str]) -> Answer:
        if self.take_fault("hidden_error", request) is not None:
            return _report(request, errors=[{"message": "Schema validation failed"}])
        lost = self.take_fault("lose", request)
        if lost is not None:
            text = re.sub(rf"<gmd:{lost['element']}>.*?</gmd:{lost['element']}>", "", text, flags=re.DOTALL)
        moved = self.take_fault("other_identifier", request) is not None
        identifier = uuid.uuid4().hex if moved else identifier
        text = _STAMP.sub(_WRITTEN, text)
        kept = self._records.get(identifier)
        if kept is None:
            kept = _Kept(len(self._records) + 101, who[0], request.params.get("group", ""), "", text)
            self._records[identifier] = kept
        kept.draft = text
        if not (self._workflow and kept.approved):
            kept.approved = "" if self._workflow else text
        info = {"message": f"Metadata imported from XML with UUID '{identifier}'", "uuid": identifier, "draft": True}
        return _report(request, infos={str(kept.number): [info]}, processed=1)

    def _publish(self, steps: list[str], request: Request, who: tuple[str, str]) -> Answer:
        if steps[0] not in ("publish", "unpublish"):
            return _error(request, 405, "not_allowed", steps[0])
        kept = self._records.get(request.params.get("uuids", ""))
        if kept is None:
            return _report(request, absent=1)
        if who[1] != "Reviewer" and (steps[0] == "publish" or kept.public):
            return _report(request, refused=1)
        kept.public = steps[0] == "publish"
        if self.take_fault("approve", request) is not None or not kept.approved:
            kept.approved = kept.draft
        return _report(request, processed=1)

    def _delete(self, steps: list[str], request: Request, _who: tuple[str, str]) -> Answer:
        if self._records.pop(steps[0], None) is None:
            return _error(request, 404, "resource_not_found", steps[0])
        return Answer(204, "application/json", b"")


def _who(request: Request) -> tuple[str, str] | None:
    kind, _, told = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "basic":
        return None
    user, _, password = base64.b64decode(told).decode().partition(":")
    known = _LOGIN.get(user)
    return (user, known[1]) if known and known[0] == password else None


def _json(request: Request, content: object, status: int = 200) -> Answer:
    if "json" not in request.headers.get("accept", ""):
        return Answer(406, "text/html", b"")
    return Answer(status, "application/json;charset=utf-8", json.dumps(content, ensure_ascii=False).encode())


def _error(request: Request, status: int, code: str, message: str) -> Answer:
    told = {"code": code, "message": message}
    accepted = request.headers.get("accept", "")
    if "json" in accepted:
        return Answer(status, "application/json;charset=utf-8", json.dumps(told).encode())
    if "xml" in accepted:
        return Answer(status, "application/xml", f"<apiError><code>{code}</code></apiError>".encode())
    return Answer(status, "text/html", b"")


def _report(
    request: Request,
    *,
    errors: list[dict[str, str]] | None = None,
    infos: dict[str, Any] | None = None,
    processed: int = 0,
    refused: int = 0,
    absent: int = 0,
) -> Answer:
    """A 201, whatever happened. `uuid` is that of the report itself."""
    return _json(
        request,
        {
            "errors": errors or [], "infos": [], "uuid": str(uuid.uuid4()), "metadata": [], "metadataErrors": {},
            "metadataInfos": infos or {}, "numberOfNullRecords": 0, "numberOfRecordNotFound": absent,
            "numberOfRecordsNotEditable": refused, "numberOfRecordsProcessed": processed,
            "numberOfRecordsWithErrors": len(errors or []), "numberOfRecords": 1, "running": False,
            "type": "SimpleMetadataProcessingReport",
        },
        201,
    )  # fmt: skip
