"""The stand-in of GeoNetwork refuses what the real one refuses: asked by plain HTTP."""

from __future__ import annotations

import base64
import json
import re
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

from data_territoires_plugin.metadata.iso19139 import write
from tests.metadata.records import FULL

if TYPE_CHECKING:
    from collections.abc import Mapping

BODY = write(FULL)


def ask(
    server: Any, method: str, path: str, user: str = "", body: bytes | None = None, **headers: str
) -> tuple[int, Mapping[str, str], bytes]:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    if user:
        told["Authorization"] = f"Basic {base64.b64encode(f'{user}:secret'.encode()).decode()}"
    request = urllib.request.Request(f"{server.url}/srv/api{path}", body, told, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def token(server: Any, path: str = "/geonetwork") -> str:
    cookies = ask(server, "GET", "/site", Accept="application/json")[1].get_all("Set-Cookie")
    return next(found[1] for one in cookies if (found := re.match(rf"XSRF-TOKEN=(\S+); Path={path}$", one)))


def put(server: Any, user: str, value: str, query: str = "", **headers: str) -> tuple[int, bytes]:
    told = {"Content_Type": "application/xml", "Accept": "application/json", **headers}
    told |= {"X_XSRF_TOKEN": value, "Cookie": f"XSRF-TOKEN={value}"} if value else {}
    status, _, body = ask(server, "PUT", f"/records?{query}", user, BODY, **told)
    return status, body


def test_without_the_token_of_the_right_path_a_good_password_gets_an_empty_403(geonetwork):
    server = geonetwork()
    assert put(server, "relecteur", "") == (403, b"")
    assert put(server, "relecteur", token(server, "/datahub")) == (403, b"")
    assert put(server, "relecteur", token(server))[0] == 201


def test_an_error_has_a_body_only_for_who_accepts_json_or_xml(geonetwork):
    server = geonetwork()
    assert ask(server, "GET", "/records/absente/formatters/xml", "editeur", Accept="*/*")[::2] == (404, b"")
    status, _, body = ask(server, "GET", "/records/absente/formatters/xml", "editeur", Accept="application/xml")
    assert (status, b"resource_not_found" in body) == (404, True)


def test_a_taken_identifier_is_refused_unless_overwrite_is_said(geonetwork):
    server = geonetwork()
    assert put(server, "editeur", token(server), "uuidProcessing=NOTHING")[0] == 201
    status, body = put(server, "editeur", token(server), "uuidProcessing=NOTHING")
    assert (status, json.loads(body)["code"]) == (400, "bad_parameter")
    assert put(server, "editeur", token(server), "uuidProcessing=OVERWRITE")[0] == 201


def test_the_report_names_the_record_in_its_infos_and_itself_in_uuid(geonetwork):
    server = geonetwork()
    told = json.loads(put(server, "editeur", token(server))[1])
    assert told["uuid"] != FULL.identifier
    assert [one["uuid"] for group in told["metadataInfos"].values() for one in group] == [FULL.identifier]
    assert told["metadata"] == []


def test_an_editor_neither_publishes_to_all_nor_is_refused_loudly(geonetwork):
    server = geonetwork()
    assert put(server, "editeur", token(server), "publishToAll=true")[0] == 401
    put(server, "editeur", token(server))
    value = token(server)
    headers = {"X_XSRF_TOKEN": value, "Cookie": f"XSRF-TOKEN={value}", "Accept": "application/json"}
    status, _, body = ask(server, "PUT", f"/records/publish?uuids={FULL.identifier}", "editeur", **headers)
    assert (status, json.loads(body)["numberOfRecordsNotEditable"]) == (201, 1)
    assert ask(server, "GET", f"/records/{FULL.identifier}/formatters/xml", Accept="application/xml")[0] == 403
