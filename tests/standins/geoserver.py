"""A stand-in of GeoServer: its REST interface (feature types, layers, stores, styles) and its WFS, on GeoPackages.

From the controllers of GeoServer (src/restconfig, 2.25 to 3.0), its REST descriptions (doc/en/api/1.0.0), its default
rules for a workspace administrator, OwsUtils.copy and GeoServerConfigPersister. Stricter where versions differ: only
what every version does is allowed. It really keeps the GeoPackages, and serves WFS out of them.
"""

from __future__ import annotations

import copy
import hashlib
import json
import re
import shutil
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from tests.standins import geoserver_data as data
from tests.standins.geoserver_rights import JSON, TEXT, Refused, allowed, body, done, exception, who
from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

_SLD = {"application/vnd.ogc.sld+xml": "1.0.0", "application/vnd.ogc.se+xml": "1.1.0"}
# Without the feature type of the address to complete it, a partial one is read with these (Java's own defaults).
_PRIMITIVES = {"enabled": False, "maxFeatures": 0, "numDecimals": 0, "padWithZeros": False}
_CAPABILITIES = b"<WMS_Capabilities><Service><Title>GeoServer Web Map Service</Title></Service></WMS_Capabilities>"


class GeoServer(StandIn):
    """The server. `workspaces`: their names; `owned`: those that the account OWNER administers."""

    home = "/geoserver"

    def __init__(
        self,
        workspaces: tuple[str, ...] = ("commune", "voisine"),
        owned: tuple[str, ...] = ("commune",),
        *,
        most: int = 20_000_000,
        cap: int = 1_000_000,
        **speed: Any,
    ) -> None:
        self._folder = Path(tempfile.mkdtemp())
        self._owned, self._most, self._cap = owned, most, cap
        self._stores: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in workspaces}
        self._types: dict[str, dict[str, Any]] = {}  # "ws:name" → feature type
        self._layers: dict[str, dict[str, Any]] = {}
        self._styles: dict[str, dict[str, dict[str, str]]] = {name: {} for name in workspaces}
        self._style_files: set[tuple[str, str]] = set()
        self._left, self._after, self._down, self._one = -1, False, False, threading.RLock()
        super().__init__(**speed)

    # ------------------------------------------------------------ what a test uses
    def cut(self, at: int, after: bool = False) -> None:
        """The `at`-th change from now (0: the next one) is lost, before it is carried out or after; so is what follows.

        What only reads is not counted: a cut there is one after the change that comes before.
        """
        self._left, self._after, self._down = at, after, False

    def mend(self) -> None:
        """Everything is in order again."""
        self._left, self._down = -1, False
        super().mend()

    def seed(self, workspace: str, store: str, path: str, about: Mapping[str, Any] | None = None) -> None:
        """Somebody else's store, with its first table published."""
        self._keep(workspace, store, Path(path).read_bytes())
        table = data.tables(self._path(workspace, store))[0]
        self._add_type(workspace, store, {"name": table, **(about or {})})

    def alter(self, layer: str, sql: str) -> None:
        """Somebody writes into the data of a layer."""
        told = self._types[layer]
        data.alter(self._path(layer.partition(":")[0], told["store"]), sql)

    def change(self, name: str, **about: Any) -> None:
        """Somebody changes a feature type by hand; `layer=None` takes its layer away."""
        if "layer" in about:
            del self._layers[name]
            return
        self._types[name].update(about)

    def state(self) -> str:
        """All that it publishes, data included: what must be the same after an undo."""
        held = {
            name: data.rows(self._path(name.partition(":")[0], told["store"]), told["nativeName"])
            for name, told in self._types.items()
        }
        return json.dumps(
            [self._stores, self._types, self._layers, self._styles, held], sort_keys=True, ensure_ascii=False
        )

    def stop(self) -> None:
        """Close the port, forget the files."""
        super().stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    # ------------------------------------------------------------ requests
    def answer(self, request: Request) -> Answer:
        """One request, alone: GeoServer's REST interface takes a lock for each change."""
        with self._one:
            writes = request.method != "GET"
            if self._left == 0 and (self._down or writes):
                self._down = True
                if not self._after:
                    return Answer(500, TEXT, b"cut")
            try:
                answer = self._answer(request)
            except Refused as refusal:
                answer = Answer(refusal.status, TEXT, str(refusal).encode())
            if self._left == 0 and self._down:
                self._after = False
                return Answer(500, TEXT, b"cut")
            self._left -= writes and self._left > 0
            return answer

    def _answer(self, request: Request) -> Answer:
        path = request.path.removeprefix(self.home)
        if len(request.body) > self._most:
            return Answer(413, "text/html", b"<html><body><h1>413 Request Entity Too Large</h1></body></html>")
        if path.startswith("/rest"):
            return self._rest(path, request)
        found = re.fullmatch(r"/(?:([^/]+)/)?(ows|wfs|wms)", path)
        if not found:
            return Answer(404, "text/html", b"<html><body>Not found</body></html>")
        return self._ows(found[1] or "", request)

    def _rest(self, path: str, request: Request) -> Answer:
        account = who(request)
        if account is None:
            return Answer(401, "text/html", b"", {"www-authenticate": 'Basic realm="GeoServer Realm"'})
        if account != "admin" and not (account == "owner" and allowed(path, request.method)):
            raise Refused(403, "Access Denied")
        steps = path.split("/")[2:]
        if steps[0] == "workspaces" and len(steps) == 1:
            names = [name for name in self._stores if account == "admin" or name in self._owned]
            return self._list(request, "workspaces", "workspace", names)
        if steps[0] == "layers" and len(steps) == 2:
            return self._layer(steps[1], account, request)
        if steps[0] == "workspaces":
            self._check_workspace(steps[1], account)
            return self._in_workspace(steps[1], steps[2:], account, request)
        raise Refused(404, f"No such page: {path}")

    def _check_workspace(self, name: str, account: str) -> None:
        if name not in self._stores or (account != "admin" and name not in self._owned):
            raise Refused(404, f"No such workspace: '{name}' found")

    def _in_workspace(self, ws: str, steps: list[str], account: str, request: Request) -> Answer:  # noqa: PLR0911
        match steps:
            case []:
                return self._told(request, {"workspace": {"name": ws, "isolated": False}})
            case ["datastores"]:
                return self._list(request, "dataStores", "dataStore", list(self._stores[ws]))
            case ["datastores", store]:
                return self._store(ws, store, request)
            case ["datastores", store, "file.gpkg"] if request.method == "PUT":
                return self._upload(ws, store, request)
            case ["datastores", store, "featuretypes", *rest]:
                return self._feature_types(ws, store, rest, request)
            case ["featuretypes", *rest]:
                return self._feature_types(ws, "", rest, request)
            case ["styles", *rest]:
                return self._style(ws, rest, request)
            case ["layers", name]:
                return self._layer(f"{ws}:{name}", account, request, whole=False)
        raise Refused(404, "not found")

    # ------------------------------------------------------------ stores
    def _store(self, ws: str, store: str, request: Request) -> Answer:
        if store not in self._stores[ws]:
            raise Refused(404, f"No such datastore: {ws},{store}")
        told = self._stores[ws][store]
        if request.method == "GET":
            return self._told(request, {"dataStore": {**told, "workspace": {"name": ws}}})
        inside = [name for name, one in self._types.items() if name.startswith(f"{ws}:") and one["store"] == store]
        if request.method == "DELETE":
            if inside and request.params.get("recurse") != "true":
                raise Refused(403, f"Unable to delete non-empty store '{store}'")
            for name in inside:
                self._layers.pop(name, None)
                del self._types[name]
            del self._stores[ws][store]  # the files stay
            return done()
        if request.method != "PUT":
            raise Refused(405, "method not allowed")
        sent = body(request, "dataStore")
        if "connectionParameters" not in sent:
            sent["connectionParameters"] = {}  # whether it stays is not told: here it does not
        told.update({name: value for name, value in sent.items() if value is not None and name != "workspace"})
        return done()

    def _upload(self, ws: str, store: str, request: Request) -> Answer:
        self._keep(ws, store, request.body)  # before the file is opened: what was there is lost already
        path = self._path(ws, store)
        if not data.is_geopackage(path):
            raise Refused(500, "java.lang.RuntimeException: Unable to create source data store")
        lie = self.take_fault("lie", request)
        if lie is not None:
            data.forget(path, data.tables(path)[0], int(str(lie.get("rows", 1))))
        if request.params.get("configure") != "none":
            table = name = data.tables(path)[0]
            for number in range(1, 10):
                if f"{ws}:{name}" not in self._types:
                    break
                name = f"{table}{number}"
            self._add_type(ws, store, {"name": name, "nativeName": table})
        return Answer(201, TEXT, b"")

    def _keep(self, ws: str, store: str, body: bytes) -> None:
        folder = self._folder / ws / store
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / f"{store}.gpkg").write_bytes(body)
        params = {
            "database": f"file:data/{ws}/{store}/{store}.gpkg", "dbtype": "geopkg", "namespace": f"http://{ws}"
        }  # fmt: skip
        entry = [{"@key": name, "$": value} for name, value in params.items()]
        usual = {"name": store, "type": "GeoPackage", "enabled": True}
        self._stores[ws].setdefault(store, usual)["connectionParameters"] = {"entry": entry}

    def _path(self, ws: str, store: str) -> Path:
        entries = self._stores[ws][store]["connectionParameters"].get("entry") or []
        found = {one["@key"]: one["$"] for one in entries}
        if "database" not in found:
            raise Refused(500, f"Could not acquire data access '{store}'")
        return self._folder / str(found["database"]).removeprefix("file:data/")

    # ------------------------------------------------------------ feature types
    def _feature_types(self, ws: str, store: str, rest: list[str], request: Request) -> Answer:
        if store and store not in self._stores[ws]:
            raise Refused(404, f"No such data store: {ws},{store}")
        if not rest:
            if request.method == "POST":
                return self._posted(ws, store, request)
            if request.method != "GET":
                raise Refused(405, "method not allowed")
            names = [
                name.partition(":")[2]
                for name, one in self._types.items()
                if name.startswith(f"{ws}:") and (not store or one["store"] == store)
            ]
            return self._list(request, "featureTypes", "featureType", names)
        name = f"{ws}:{rest[0]}"
        if request.method == "POST":
            raise Refused(405, "method not allowed")
        # Without a store in the address, what writes means the default one.
        of = store or ("" if request.method == "GET" else next(iter(self._stores[ws]), "?"))
        if name not in self._types or (of and self._types[name]["store"] != of):
            raise Refused(404, f"No such feature type: {ws},{of},{rest[0]}")
        if request.method == "GET":
            return self._told(request, {"featureType": self._described(ws, self._types[name])})
        if request.method == "PUT":
            return self._put_type(ws, name, request, whole=bool(store))
        if request.params.get("recurse") != "true" and name in self._layers:
            raise Refused(403, "feature type referenced by layer(s)")
        self._layers.pop(name, None)
        del self._types[name]
        return done()

    def _posted(self, ws: str, store: str, request: Request) -> Answer:
        sent = body(request, "featureType")
        where = store or next(iter(self._stores[ws]), "")
        if not where:
            raise Refused(404, f"No such data store: {ws},null")
        if self.take_fault("no_layer", request) is not None:
            self._add_type(ws, where, sent)
            del self._layers[f"{ws}:{sent['name']}"]
            raise Refused(500, "java.lang.NullPointerException")
        self._add_type(ws, where, sent)
        if self.take_fault("done_500", request) is not None:
            raise Refused(500, "java.net.SocketTimeoutException")
        return Answer(201, TEXT, b"")

    def _add_type(self, ws: str, store: str, sent: Mapping[str, Any]) -> None:
        path, name = self._path(ws, store), str(sent["name"])
        native = str(sent.get("nativeName") or name)
        if native not in data.tables(path):
            if not sent.get("attributes"):
                raise Refused(
                    400, "Trying to create new feature type inside the store, but no attributes were specified"
                )
            data.create(path, native, sent["attributes"]["attribute"])
        if f"{ws}:{name}" in self._types:
            where = self._types[f"{ws}:{name}"]["store"]
            what = f"store: '{where}'" if where == store else f"namespace: '{ws}'"
            raise Refused(500, f"Resource named '{name}' already exists in {what}")
        told = {
            "title": name, "keywords": {"string": ["features", native]}, "projectionPolicy": "FORCE_DECLARED",
            **_PRIMITIVES, **{key: value for key, value in sent.items() if value is not None and key != "attributes"},
            "name": name, "nativeName": native, "store": store, "enabled": True,
        }  # fmt: skip
        srs = str(sent.get("srs") or data.srs_of(path, native))
        if srs:
            told["srs"] = srs
            told["nativeBoundingBox"] = data.box(path, native, data.srs_of(path, native) or srs)
            told["latLonBoundingBox"] = data.box(path, native, "EPSG:4326")
        if sent.get("attributes"):
            told["frozen"] = sent["attributes"]["attribute"]
        self._types[f"{ws}:{name}"] = told
        self._layers[f"{ws}:{name}"] = {
            "name": name, "type": "VECTOR", "defaultStyle": {"name": data.kind_of(path, native)}, "enabled": True,
            "attribution": {"logoWidth": 0, "logoHeight": 0},
        }  # fmt: skip

    def _described(self, ws: str, told: Mapping[str, Any]) -> dict[str, Any]:
        shown = {key: value for key, value in told.items() if key not in ("store", "frozen")}
        try:
            found = told.get("frozen") or data.attributes(self._path(ws, told["store"]), told["nativeName"])
        except LookupError:
            raise Refused(500, "Could not get native attributes") from None
        store = {"@class": "dataStore", "name": f"{ws}:{told['store']}", "href": "http://…"}
        attributes = {"attribute": found if len(found) > 1 else found[0]}
        return {**shown, "namespace": {"name": ws, "href": "http://…"}, "store": store, "attributes": attributes}

    def _put_type(self, ws: str, name: str, request: Request, *, whole: bool) -> Answer:
        sent = {key: value for key, value in body(request, "featureType").items() if value is not None}
        told = copy.deepcopy(self._types[name])
        if not whole:
            told.update({key: value for key, value in _PRIMITIVES.items() if key not in sent})
        if "store" in sent:
            told["store"] = self._named_store(ws, sent.pop("store"))
        if "attributes" in sent:
            told["frozen"] = sent.pop("attributes")["attribute"]
        told.update(sent)
        renamed = f"{ws}:{told['name']}"
        if renamed != name and renamed in self._types:
            raise Refused(500, f"Resource named '{told['name']}' already exists in namespace: '{ws}'")
        self._recalculate(ws, told, request.params.get("recalculate", "").lower().split(","))
        if self.take_fault("keep", request) is None:
            del self._types[name]
            self._types[renamed] = told
            if renamed != name:
                self._layers[renamed] = self._layers.pop(name)
        return done()

    def _named_store(self, ws: str, given: Mapping[str, Any]) -> str:
        if given.get("@class") != "dataStore":
            raise Refused(500, "com.thoughtworks.xstream.converters.ConversionException")
        of, _, store = str(given["name"]).rpartition(":")
        if of != ws or store not in self._stores[ws]:
            raise Refused(500, "java.lang.IllegalArgumentException: Resource must be part of a store")
        return store

    def _recalculate(self, ws: str, told: dict[str, Any], what: list[str]) -> None:
        path, table = self._path(ws, told["store"]), told["nativeName"]
        if "nativebbox" in what:
            told["nativeBoundingBox"] = data.box(path, table, data.srs_of(path, table))
        if "latlonbbox" in what:
            told["latLonBoundingBox"] = data.box(path, table, "EPSG:4326")
        if "attributes" in what:
            told.pop("frozen", None)

    # ------------------------------------------------------------ layers and styles
    def _layer(self, name: str, account: str, request: Request, *, whole: bool = True) -> Answer:
        ws = name.partition(":")[0]
        if account != "admin" and ws not in self._owned:
            raise Refused(404, f"No such layer: {name}")
        if name not in self._layers:
            raise Refused(500 if request.method == "PUT" else 404, f"No such layer: {name}")
        told = self._layers[name]
        if request.method == "GET":
            kind = {"@class": "featureType", "name": name, "href": "http://…"}
            return self._told(request, {"layer": {**told, "resource": kind}})
        if request.method != "PUT":
            raise Refused(405, "method not allowed")
        sent = {key: value for key, value in body(request, "layer").items() if value is not None}
        sent.pop("name", None)
        if "defaultStyle" in sent:
            style = sent["defaultStyle"]
            of, _, short = str(style["name"]).rpartition(":")
            of = of or str(style.get("workspace") or "")
            if of and short not in self._styles.get(of, {}):
                raise Refused(500, f"No such style: {style['name']}")
            sent["defaultStyle"] = {"name": f"{of}:{short}", "workspace": of} if of else {"name": short}
        told.update({**({} if whole else {"enabled": False}), **sent})
        return done()

    def _style(self, ws: str, rest: list[str], request: Request) -> Answer:
        held = self._styles[ws]
        if not rest:
            if request.method == "GET":
                return self._list(request, "styles", "style", list(held))
            return self._add_style(ws, request)
        name = rest[0]
        if name not in held:
            raise Refused(500 if request.method == "PUT" else 404, f"No such style {name} in workspace {ws}")
        if request.method == "DELETE":
            if any(layer["defaultStyle"]["name"] == f"{ws}:{name}" for layer in self._layers.values()):
                raise Refused(403, "Can't delete style referenced by existing layers.")
            del held[name]
            if request.params.get("purge") == "true":
                self._style_files.discard((ws, name))
            return done()
        if request.method != "GET":
            raise Refused(405, "not played here")
        if request.headers.get("accept", "").split(";")[0] in _SLD:
            return Answer(200, request.headers["accept"], held[name]["text"].encode())
        return self._told(request, {"style": {"name": name, "format": "sld"}})

    def _add_style(self, ws: str, request: Request) -> Answer:
        kind, _, charset = request.headers.get("content-type", "").partition(";")
        if kind not in _SLD:
            raise Refused(500, f"No such style handler: mimeType = {kind}")
        try:
            text = request.body.decode(charset.partition("=")[2] or "ascii")  # else that of the machine
            root = ElementTree.fromstring(text)
        except (UnicodeDecodeError, ElementTree.ParseError) as error:
            raise Refused(500, f"org.xml.sax.SAXParseException: {error}") from error
        if not root.tag.endswith("StyledLayerDescriptor") or root.get("version") != _SLD[kind]:
            raise Refused(500, "Invalid style: not the version that the Content-Type says")
        name = request.params.get("name", "")
        if name in self._styles[ws] or (ws, name) in self._style_files:
            raise Refused(403, f"Style {name} already exists.")
        if request.params.get("raw") != "true" and _SLD[kind] == "1.0.0":
            text = "<!-- written again -->" + text
        digest = hashlib.sha256(text.encode()).hexdigest()
        self._styles[ws][name] = {"text": text, "digest": digest}
        self._style_files.add((ws, name))
        return Answer(201, TEXT, name.encode())

    # ------------------------------------------------------------ services
    def _ows(self, ws: str, request: Request) -> Answer:  # noqa: PLR0911 (a refusal each)
        asked = request.params
        if asked.get("request") == "GetCapabilities":
            return Answer(200, "text/xml", _CAPABILITIES)
        if asked.get("request") != "GetFeature" or asked.get("version") != "2.0.0":
            return exception("OperationNotSupported", "not played here")
        name = asked.get("typenames", "")
        if name not in self._types or (ws and not name.startswith(f"{ws}:")) or not self._types[name]["enabled"]:
            return exception("InvalidParameterValue", f"Feature type {name} unknown")
        told = self._types[name]
        path = self._path(name.partition(":")[0], told["store"])
        try:
            if asked.get("resulttype") == "hits":
                count = data.matched(path, told)
                body = f'<?xml version="1.0"?><wfs:FeatureCollection numberMatched="{count}" numberReturned="0"/>'
                return Answer(200, "application/xml", body.encode())
            if asked.get("outputformat") != JSON:
                return exception("InvalidParameterValue", "only JSON is played here")
            return Answer(200, JSON, data.collection(path, told, asked, self._cap))
        except (LookupError, KeyError) as error:
            return exception("NoApplicableCode", f"Illegal property name: {error}")

    # ------------------------------------------------------------ answers
    def _list(self, request: Request, many: str, one: str, names: list[str]) -> Answer:
        listed: Any = [{"name": name, "href": f"{self.url}/…/{name}.json"} for name in names]
        return self._told(request, {many: {one: listed} if listed else ""})

    @staticmethod
    def _told(request: Request, document: dict[str, Any]) -> Answer:
        if JSON not in request.headers.get("accept", ""):
            return Answer(200, "text/html", b"<html><body>GeoServer</body></html>")
        return Answer(200, JSON, json.dumps(document, ensure_ascii=False).encode())
