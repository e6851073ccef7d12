"""A stand-in of the Entrepôt of the Géoplateforme and of the WFS that shows its data.

Its contract: IGN's guides for developers, sdk-entrepot and plugin-qgis-geoplateforme (2026-01). What takes time there
takes `polls` questions here. Stricter than what these tell: stored data that are shown can't be deleted, nor a
configuration that is published; a layer name is taken once; the WFS shows new data only once the offering was brought
in step; a name of table or column out of the documented pattern fails the processing.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from osgeo import gdal, ogr

from tests.standins.cuts import Cut
from tests.standins.stage import Answer, Request, StandIn
from tests.standins.udata import _multipart

if TYPE_CHECKING:
    from collections.abc import Mapping

INTEGRATION = "0de8c60b-9938-4be9-aa36-9026b77c3c96"
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_LISTS = ("uploads", "stored_data", "configurations")


class Refused(Exception):
    """A refusal."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.answer = _json(status, {"error": "bad_request", "error_description": [message]})


class EntrepotApi(Cut, StandIn):
    """`<url>/api` and `<url>/wfs/ows`. `polls`: how many questions before a thing is done."""

    home = "/api"

    def __init__(self, token: str, datastores: tuple[str, ...] = ("ds-1",), *, polls: int = 1, **speed: Any) -> None:
        self._token, self._datastores, self._polls = token, datastores, polls
        self.things: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in (*_LISTS, "executions", "offerings")}
        self._files: dict[str, dict[str, bytes]] = {}
        self._md5: dict[str, str] = {}
        self.content: dict[str, bytes] = {}  # stored data → GeoPackage
        self._synced: dict[str, str] = {}  # configuration → stored data that the WFS shows
        self.quota = 2
        super().__init__(**speed)

    # ------------------------------------------------------------ what a test uses
    def shown(self, layer: str) -> list[dict[str, Any]] | None:
        """The features that the WFS shows of a layer (`name:table`); None where it has none of that name."""
        for configuration in self.things["configurations"].values():
            relation = configuration["type_infos"]["used_data"][0]["relations"][0]
            if (
                layer == f"{configuration['layer_name']}:{relation['public_name']}"
                and configuration["_id"] in self._synced
            ):
                return _features(self.content[self._synced[configuration["_id"]]], relation["native_name"])
        return None

    def stored(self) -> list[str]:
        """The ids of the stored data."""
        return list(self.things["stored_data"])

    # ------------------------------------------------------------ the service
    def answer(self, request: Request) -> Answer:
        if request.path == "/wfs/ows":
            return self._wfs(request)
        try:
            if request.headers.get("authorization") != f"Bearer {self._token}":
                return _json(401, {"error": "unauthorized", "error_description": "Full authentication is required"})
            return self.cut_or(request, lambda: self._routed(request))
        except Refused as refused:
            return refused.answer

    def _routed(self, request: Request) -> Answer:  # noqa: PLR0911
        steps = [step for step in request.path.removeprefix("/api").split("/") if step]
        if steps == ["users", "me"] and request.method == "GET":
            members = [
                {"rights": {}, "community": {"name": f"Nom de {one}", "datastore": one}} for one in self._datastores
            ]
            return _json(
                200, {"_id": "u", "communities_member": [*members, {"rights": {}, "community": {"name": "x"}}]}
            )
        if len(steps) < 2 or steps[0] != "datastores" or steps[1] not in self._datastores:
            raise Refused(404, "datastore")
        match (request.method, *steps[2:]):
            case ("GET",):
                told = {"_id": "endpoint-wfs", "type": "WFS", "open": True}
                closed = {"_id": "endpoint-private", "type": "WFS", "open": False}
                used = len(self.things["offerings"])
                return _json(200, {"endpoints": [
                    {"endpoint": closed, "use": 0, "quota": 5}, {"endpoint": told, "use": used, "quota": self.quota},
                ]})  # fmt: skip
            case (_, "processings", "executions", *rest):
                return self._executions(request, rest)
            case (_, "offerings", id_):
                return self._offering(request, self._one("offerings", id_))
            case (_, "configurations", id_, "offerings"):
                return self._offerings(request, self._one("configurations", id_))
            case (_, kind) if kind in _LISTS:
                return self._list(request, kind) if request.method == "GET" else self._create(request, kind)
            case (_, kind, id_, *rest) if kind in _LISTS:
                return self._thing(request, kind, self._one(kind, id_), rest)
        raise Refused(404, "no such route")

    def _list(self, request: Request, kind: str) -> Answer:
        page, limit = int(request.params.get("page", 1)), int(request.params.get("limit", 10))
        if page < 1 or not 1 <= limit <= 50:
            raise Refused(400, "limit")
        wanted = {name: request.params[name] for name in ("name", "layer_name", "type") if name in request.params}
        rows = [one for one in self.things[kind].values() if all(one.get(name) == v for name, v in wanted.items())]
        part = rows[(page - 1) * limit : page * limit]
        told = {"content-range": f"{(page - 1) * limit}-{page * limit}/{len(rows)}"}
        short = [
            {name: one[name] for name in ("_id", "name", "status", "type", "layer_name") if name in one} for one in part
        ]
        return Answer(206 if len(part) < len(rows) else 200, "application/json", json.dumps(short).encode(), told)

    def _thing(self, request: Request, kind: str, one: dict[str, Any], rest: list[str]) -> Answer:  # noqa: C901, PLR0911
        match (request.method, *rest):
            case ("GET",):
                self._advance(one)
                return _json(200, one)
            case ("POST", "tags"):
                one["tags"] |= _body(request)
                return _json(200, one)
            case ("DELETE",):
                return self._delete(kind, one)
            case ("PUT",) if kind == "configurations":
                self._check_configuration(_body(request), one)
                one.update({name: value for name, value in _body(request).items() if name != "layer_name"})
                return _json(200, one)
        if kind != "uploads":
            raise Refused(405, "method")
        match (request.method, *rest):
            case ("POST", "data"):
                return self._data(request, one)
            case ("POST", "md5"):
                _open(one)
                file = _multipart(request)[1]
                self._md5[one["_id"]] = (file or ("", b""))[1].decode()
                return Answer(204, "application/json", b"")
            case ("POST", "close"):
                _open(one)
                if not self._files.get(one["_id"]):
                    raise Refused(400, "empty upload")
                one.update(status="CHECKING", left=self._polls)
                return Answer(204, "application/json", b"")
            case ("GET", "checks"):
                return self._checks(request, one)
        raise Refused(404, "no such route")

    def _create(self, request: Request, kind: str) -> Answer:
        body = _body(request)
        if kind == "uploads":
            if {"name", "description", "type", "srs"} - set(body) or not all(body.values()):
                raise Refused(400, "name, description, type, srs")
            if not re.fullmatch(r"EPSG:\d+", body["srs"]):
                raise Refused(400, "srs")
            return _json(201, self._made(kind, {**body, "status": "OPEN", "tags": {}}))
        if kind == "configurations":
            self._check_configuration(body, None)
            return _json(201, self._made(kind, {**body, "status": "UNPUBLISHED", "tags": {}}))
        raise Refused(405, "method")

    def _made(self, kind: str, thing: dict[str, Any]) -> dict[str, Any]:
        id_ = f"{kind}-{len(self.things[kind])}-{hashlib.sha256(repr(thing).encode()).hexdigest()[:8]}"
        self.things[kind][id_] = {**thing, "_id": id_}
        return self.things[kind][id_]

    def _one(self, kind: str, id_: str) -> dict[str, Any]:
        if id_ not in self.things[kind]:
            raise Refused(404, f"{kind} {id_}")
        return self.things[kind][id_]

    def _delete(self, kind: str, one: dict[str, Any]) -> Answer:
        shown = [
            used["stored_data"]
            for each in self.things["configurations"].values()
            for used in each["type_infos"]["used_data"]
        ]
        if kind == "stored_data" and one["_id"] in (*shown, *self._synced.values()):
            raise Refused(409, "used by a configuration")
        if kind == "configurations" and any(
            each["configuration"]["_id"] == one["_id"] for each in self.things["offerings"].values()
        ):
            raise Refused(409, "published")
        del self.things[kind][one["_id"]]
        return Answer(204, "application/json", b"")

    def _advance(self, one: dict[str, Any]) -> None:
        """What the service does by itself goes on between two questions."""
        if "left" not in one:
            return
        one["left"] -= 1
        if one["left"] < 0:
            del one["left"]
            one.pop("over", lambda: None)()

    # ------------------------------------------------------------ uploads
    def _data(self, request: Request, upload: dict[str, Any]) -> Answer:
        _open(upload)
        path = request.params.get("path", "")
        file = _multipart(request)[1]
        if not file or not path.startswith("data/") or not path.endswith(file[0].partition("+")[2] or file[0]):
            raise Refused(400, f"path {path}")
        self._files.setdefault(upload["_id"], {})[path] = file[1]
        return Answer(204, "application/json", b"")

    def _checks(self, request: Request, upload: dict[str, Any]) -> Answer:
        run = {"_id": "check-1", "check": {"name": "Vérification vecteur"}}
        found: dict[str, list] = {"asked": [], "in_progress": [], "passed": [], "failed": []}
        if upload["status"] == "CHECKING":
            upload["left"] -= 1
            if upload["left"] < 0:
                files = self._files[upload["_id"]]
                told = dict(reversed(line.split("  ", 1)) for line in self._md5.get(upload["_id"], "").splitlines())
                same = all(told.get(path) == hashlib.md5(content).hexdigest() for path, content in files.items())
                refused = self.take_fault("refused", request) is not None
                upload["status"] = "CLOSED" if same and not refused else "UNSTABLE"
        where = {"OPEN": "", "CHECKING": "in_progress", "CLOSED": "passed", "UNSTABLE": "failed"}[upload["status"]]
        if where:
            found[where].append(run)
        return _json(200, found)

    # ------------------------------------------------------------ processings
    def _executions(self, request: Request, rest: list[str]) -> Answer:
        if request.method == "POST" and not rest:
            body = _body(request)
            (upload,) = (self._one("uploads", id_) for id_ in body["inputs"]["upload"])
            if body["processing"] != INTEGRATION or upload["status"] != "CLOSED":
                raise Refused(400, "processing")
            infos = {"name": body["output"]["stored_data"]["name"], "type": "VECTOR-DB", "srs": upload["srs"]}
            stored = self._made("stored_data", {**infos, "status": "CREATED", "tags": {}})
            made = self._made("executions", {
                "status": "CREATED", "inputs": {"upload": [{"_id": upload["_id"]}]}, "output": {"stored_data": stored},
            })  # fmt: skip
            return _json(201, made)
        if request.method == "GET" and not rest:
            wanted = request.params.get("output_stored_data")
            found = [one for one in self.things["executions"].values() if one["output"]["stored_data"]["_id"] == wanted]
            return _json(200, [{"_id": one["_id"], "status": one["status"]} for one in found])
        execution = self._one("executions", rest[0])
        stored = execution["output"]["stored_data"]
        match (request.method, *rest[1:]):
            case ("POST", "launch"):
                if execution["status"] != "CREATED":
                    raise Refused(409, "already launched")
                failing, lossy = (self.take_fault(kind, request) is not None for kind in ("failing", "lossy"))
                execution.update(status="PROGRESS", left=self._polls)
                stored["status"] = "GENERATING"
                execution["failing"], execution["lossy"] = failing, lossy
                return Answer(204, "application/json", b"")
            case ("GET",):
                if execution["status"] == "PROGRESS":
                    execution["left"] -= 1
                    if execution["left"] < 0:
                        self._integrate(execution, stored)
                return _json(200, execution)
            case ("GET", "logs"):
                return _json(200, ["ERROR: relation"])
        raise Refused(404, "no such route")

    def _integrate(self, execution: dict[str, Any], stored: dict[str, Any]) -> None:
        (content,) = self._files[execution["inputs"]["upload"][0]["_id"]].values()
        if execution["lossy"]:
            content = _without_last(content)
        relations = _relations(content)
        names = [name for one in relations for name in (one["name"], *one["attributes"])]
        good = not execution["failing"] and all(_NAME.fullmatch(name) for name in names)
        execution["status"] = "SUCCESS" if good else "FAILURE"
        stored["status"] = "GENERATED" if good else "UNSTABLE"
        stored["type_infos"] = {"relations": relations}
        self.content[stored["_id"]] = content

    # ------------------------------------------------------------ publication
    def _check_configuration(self, body: Mapping[str, Any], own: Mapping[str, Any] | None) -> None:
        if body.get("type") != "WFS" or not body.get("name") or "metadata" not in body:
            raise Refused(400, "type, name, metadata")
        name = body.get("layer_name") if own is None else own["layer_name"]
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*", str(name)):
            raise Refused(400, "layer_name")
        if own is None and any(one["layer_name"] == name for one in self.things["configurations"].values()):
            raise Refused(409, f"layer_name {name} is taken")
        for used in body["type_infos"]["used_data"]:
            stored = self._one("stored_data", used["stored_data"])
            tables = {one["name"] for one in stored.get("type_infos", {}).get("relations", [])}
            for relation in used["relations"]:
                if stored["status"] != "GENERATED" or relation["native_name"] not in tables:
                    raise Refused(400, "stored_data")
                if not (relation.get("public_name") and relation.get("title") and relation.get("abstract")):
                    raise Refused(400, "public_name, title, abstract")

    def _offerings(self, request: Request, configuration: dict[str, Any]) -> Answer:
        found = [
            one for one in self.things["offerings"].values() if one["configuration"]["_id"] == configuration["_id"]
        ]
        if request.method == "GET":
            return _json(200, [{"_id": one["_id"], "status": one["status"]} for one in found])
        body = _body(request)
        if body != {"endpoint": "endpoint-wfs", "open": True} or found:
            raise Refused(400, "endpoint")
        urls = [{"type": "WFS", "url": f"{self.root()}/wfs/ows?SERVICE=WFS&REQUEST=GetCapabilities"}]
        made = self._made("offerings", {"urls": urls, "open": True, "configuration": {"_id": configuration["_id"]}})
        self._begin(made, configuration, "PUBLISHING", asleep=False)
        return _json(201, {name: value for name, value in made.items() if name != "over"})

    def _offering(self, request: Request, one: dict[str, Any]) -> Answer:
        configuration = self._one("configurations", one["configuration"]["_id"])
        if request.method == "PUT":
            asleep = self.take_fault("asleep", request) is not None
            self._begin(one, configuration, "MODIFYING", asleep=asleep)
            return Answer(204, "application/json", b"")
        if request.method == "DELETE":
            one.update(status="UNPUBLISHING", left=self._polls)
            one["over"] = lambda: self._unpublished(one, configuration)
            return Answer(204, "application/json", b"")
        self._advance(one)
        if one["_id"] not in self.things["offerings"]:
            raise Refused(404, "offering")
        return _json(200, {name: value for name, value in one.items() if name != "over"})

    def _begin(self, offering: dict[str, Any], configuration: dict[str, Any], status: str, *, asleep: bool) -> None:
        def over() -> None:
            offering["status"] = configuration["status"] = "PUBLISHED"
            configuration.pop("left", None)
            if not asleep:
                self._synced[configuration["_id"]] = configuration["type_infos"]["used_data"][0]["stored_data"]

        offering.update(status=status, left=self._polls, over=over)
        # The configuration says the same; whoever asks, it goes on.
        configuration.update(status="SYNCHRONIZING", left=self._polls, over=over)

    def _unpublished(self, offering: dict[str, Any], configuration: dict[str, Any]) -> None:
        self.things["offerings"].pop(offering["_id"], None)
        self._synced.pop(configuration["_id"], None)
        configuration["status"] = "UNPUBLISHED"

    # ------------------------------------------------------------ the WFS
    def _wfs(self, request: Request) -> Answer:
        params = request.params
        if "authorization" in request.headers:
            return _json(400, {"message": "this service is open: it wants no account"})
        usual = {"service": "WFS", "version": "2.0.0", "request": "GetFeature", "outputformat": "application/json"}
        if any(params.get(name) != value for name, value in usual.items()):
            return _json(400, {"message": "parameters"})
        rows = self.shown(params["typenames"])
        if rows is None:
            return Answer(400, "text/xml", b"<ows:ExceptionReport xmlns:ows='http://www.opengis.net/ows/1.1'/>")
        rows = sorted(rows, key=lambda row: str(row["properties"][params["sortby"]]))
        start, count = int(params.get("startindex", 0)), min(int(params["count"]), 5000)
        part = rows[start : start + count]
        urn = params["srsname"].replace(":", "::")
        crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:{urn}"}} if part else None
        told = {"type": "FeatureCollection", "features": part, "numberMatched": len(rows), "numberReturned": len(part)}
        return _json(200, told | {"totalFeatures": len(rows), "crs": crs})


def _features(content: bytes, table: str) -> list[dict[str, Any]]:
    gdal.FileFromMemBuffer("/vsimem/stored.gpkg", content)
    data = ogr.Open("/vsimem/stored.gpkg")
    rows = []
    for feature in data.GetLayerByName(table):
        row = json.loads(feature.ExportToJson(options=["COORDINATE_PRECISION=8"]))
        for at in range(feature.GetFieldCount()):
            if feature.GetFieldDefnRef(at).GetType() == ogr.OFTDate and feature.IsFieldSetAndNotNull(at):
                name = feature.GetFieldDefnRef(at).GetName()
                row["properties"][name] = feature.GetField(at).replace("/", "-") + "Z"  # as GeoServer writes a day
        rows.append(row)
    feature = None
    del data
    gdal.Unlink("/vsimem/stored.gpkg")
    return rows


def _relations(content: bytes) -> list[dict[str, Any]]:
    gdal.FileFromMemBuffer("/vsimem/checked.gpkg", content)
    data = ogr.Open("/vsimem/checked.gpkg")
    found = []
    for layer in data:
        defn = layer.GetLayerDefn()
        attributes = {defn.GetFieldDefn(at).GetName(): "character varying" for at in range(defn.GetFieldCount())}
        attributes |= {"gid": "integer", layer.GetGeometryColumn() or "geom": "geometry(Geometry,2154)"}
        found.append({"name": layer.GetName(), "type": "TABLE", "attributes": attributes, "primary_key": ["gid"]})
    del data
    gdal.Unlink("/vsimem/checked.gpkg")
    return found


def _without_last(content: bytes) -> bytes:
    gdal.FileFromMemBuffer("/vsimem/lossy.gpkg", content)
    data = ogr.Open("/vsimem/lossy.gpkg", update=1)
    layer = data.GetLayer(0)
    layer.DeleteFeature(max(feature.GetFID() for feature in layer))
    del layer, data
    file = gdal.VSIFOpenL("/vsimem/lossy.gpkg", "rb")
    size = gdal.VSIStatL("/vsimem/lossy.gpkg").size
    kept = bytes(gdal.VSIFReadL(1, size, file))
    gdal.VSIFCloseL(file)
    gdal.Unlink("/vsimem/lossy.gpkg")
    return kept


def _open(upload: Mapping[str, Any]) -> None:
    if upload["status"] != "OPEN":
        raise Refused(409, f"upload is {upload['status']}")


def _body(request: Request) -> dict[str, Any]:
    if "application/json" not in request.headers.get("content-type", ""):
        raise Refused(415, "application/json")
    return json.loads(request.body)


def _json(status: int, content: object) -> Answer:
    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {name: bare(each) for name, each in value.items() if not callable(each)}
        return [bare(each) for each in value] if isinstance(value, list) else value

    return Answer(status, "application/json", json.dumps(bare(content)).encode())
