"""What is asked of GeoServer's REST interface, and which answers are right: pure functions, one per request.

From GeoServer's own descriptions (doc/en/api/1.0.0), controllers (src/restconfig) and the default rules of a workspace
administrator (rest.workspaceadmin.properties): only addresses that such an account may use. None was tried on a real
GeoServer. Every GET says what it accepts: without it some answers are web pages.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_JSON = "application/json"
SLD = "application/vnd.ogc.se+xml"  # SLD 1.1: the version comes from this header alone
_FRESH = {"Accept": _JSON, "Cache-Control": "no-cache"}
_SENT = {"Content-Type": f"{_JSON}; charset=utf-8", "Accept": _JSON}


@dataclass(frozen=True)
class Ask:
    """One request: `path` is below the root of GeoServer; `expected`, the statuses of a success; `may_lack`, 404 too.

    `file`: the body, where it is a file.
    """

    verb: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=lambda: _FRESH)
    body: bytes = b""
    file: Path | None = None
    expected: tuple[int, ...] = (200,)
    may_lack: bool = False


def workspaces() -> Ask:
    """The login: a workspace administrator may ask this, not the version of the server; its own are listed alone."""
    return Ask("GET", "/rest/workspaces")


def feature_type(workspace_: str, name: str) -> Ask:
    """The feature type of that name, whatever its store."""
    return Ask("GET", f"/rest/workspaces/{_q(workspace_)}/featuretypes/{_q(name)}", may_lack=True)


def layer(workspace_: str, name: str) -> Ask:
    """What is drawn under that name: a feature type, or something else."""
    return Ask("GET", _layer(workspace_, name), may_lack=True)


def stores(workspace_: str) -> Ask:
    """The names of the stores of a workspace."""
    return Ask("GET", f"/rest/workspaces/{_q(workspace_)}/datastores")


def store(workspace_: str, name: str) -> Ask:
    """A store: its kind, its file, its description."""
    return Ask("GET", _store(workspace_, name), may_lack=True)


def types_of(workspace_: str, store_: str) -> Ask:
    """The names of the feature types of a store."""
    return Ask("GET", f"{_store(workspace_, store_)}/featuretypes")


def upload(workspace_: str, store_: str, path: Path) -> Ask:
    """A new store from a GeoPackage. Never on a store that exists: its folder would be emptied first.

    `configure=none`: no layer is made of it, else a name that is taken would become another one without a word.
    """
    headers = {"Content-Type": "application/geopackage+sqlite3", "Accept": "*/*"}
    return Ask(
        "PUT", f"{_store(workspace_, store_)}/file.gpkg", {"configure": "none"}, headers, file=path, expected=(201,)
    )


def describe_store(workspace_: str, told: Mapping[str, Any], description: str) -> Ask:
    """A description; with the parameters of the connection as `told` has them, for they are replaced whole."""
    kept = {name: told[name] for name in ("name", "type", "enabled", "connectionParameters") if name in told}
    return _put(_store(workspace_, told["name"]), {"dataStore": {**kept, "description": description}})


def remove_store(workspace_: str, name: str) -> Ask:
    """A store and all it publishes go; GeoServer leaves the file itself on its disk."""
    return Ask("DELETE", _store(workspace_, name), {"recurse": "true"}, may_lack=True)


def add_type(workspace_: str, store_: str, about: Mapping[str, Any]) -> Ask:
    """A feature type and its layer. `nativeName` must be a table that is there: else GeoServer makes an empty one.

    The attributes are never sent: they would freeze the schema. The store is in the address, else the default one is.
    """
    body = json.dumps({"featureType": about}, ensure_ascii=False).encode()
    return Ask("POST", f"{_store(workspace_, store_)}/featuretypes", {}, _SENT, body, expected=(201,))


def change_type(workspace_: str, store_: str, name: str, about: Mapping[str, Any], recalculate: str = "") -> Ask:
    """Part of a feature type; what is not sent, or null, stays. `enabled` is always sent: left out it may be no."""
    params = {"recalculate": recalculate} if recalculate else {}
    path = f"{_store(workspace_, store_)}/featuretypes/{_q(name)}"
    return _put(path, {"featureType": {"name": name, **about}}, params)


def in_store(workspace_: str, store_: str) -> dict[str, str]:
    """How a feature type names its store."""
    return {"@class": "dataStore", "name": f"{workspace_}:{store_}"}


def remove_type(workspace_: str, store_: str, name: str) -> Ask:
    """A feature type goes, with its layer."""
    path = f"{_store(workspace_, store_)}/featuretypes/{_q(name)}"
    return Ask("DELETE", path, {"recurse": "true"}, may_lack=True)


def change_layer(workspace_: str, name: str, about: Mapping[str, Any]) -> Ask:
    """Part of a layer. The address is the one with the whole name, by which what is not sent is kept."""
    return _put(_layer(workspace_, name), {"layer": {"name": name, **about}})


def styles(workspace_: str) -> Ask:
    """The names of the styles of a workspace: those of everybody are another matter."""
    return Ask("GET", f"/rest/workspaces/{_q(workspace_)}/styles")


def add_style(workspace_: str, name: str, sld: str) -> Ask:
    """A new style, stored as it is sent (`raw`); without charset it would be read in that of the machine."""
    headers = {"Content-Type": f"{SLD}; charset=utf-8", "Accept": "*/*"}
    params = {"name": name, "raw": "true"}
    return Ask("POST", f"/rest/workspaces/{_q(workspace_)}/styles", params, headers, sld.encode(), expected=(201,))


def remove_style(workspace_: str, name: str) -> Ask:
    """A style and its file go; refused (403) as long as a layer uses it: `recurse` is never asked for."""
    return Ask("DELETE", _style(workspace_, name), {"purge": "true"}, expected=(200, 403), may_lack=True)


# ---------------------------------------------------------------- WFS
def hits(workspace_: str, name: str) -> Ask:
    """How many features there are. The answer is XML, whatever format is asked for."""
    asked = {**_features(workspace_, name), "resultType": "hits"}
    return Ask("GET", f"/{_q(workspace_)}/ows", asked, {"Accept": "*/*", "Cache-Control": "no-cache"})


def page(workspace_: str, name: str, key: str, crs: str, start: int, size: int) -> Ask:
    """Some features, sorted: without order GeoServer refuses pages, or repeats and skips features."""
    asked = {
        **_features(workspace_, name),
        "outputFormat": _JSON,
        "srsName": crs,
        "sortBy": key,
        "startIndex": str(start),
        "count": str(size),
    }
    return Ask("GET", f"/{_q(workspace_)}/ows", {name_: value for name_, value in asked.items() if value})


def _features(workspace_: str, name: str) -> dict[str, str]:
    return {"service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": f"{workspace_}:{name}"}


def _put(path: str, document: Mapping[str, Any], params: Mapping[str, str] | None = None) -> Ask:
    return Ask("PUT", path, params or {}, _SENT, json.dumps(document, ensure_ascii=False).encode())


def _store(workspace_: str, name: str) -> str:
    return f"/rest/workspaces/{_q(workspace_)}/datastores/{_q(name)}"


def _style(workspace_: str, name: str) -> str:
    return f"/rest/workspaces/{_q(workspace_)}/styles/{_q(name)}"


def _layer(workspace_: str, name: str) -> str:
    return f"/rest/layers/{_q(workspace_)}:{_q(name)}"


def _q(name: str) -> str:
    return quote(name, safe="")
