"""A stand-in of an ArcGIS server: one service, its layers, the operation `query`; from Esri's public REST reference.

Stricter than the real one: an unknown parameter is refused, pages without `orderByFields` come in another order each
time, errors come with HTTP 200, and nothing over `most` objects is ever given at once.
"""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from tests.standins.coordinates import is_known, project
from tests.standins.cql import Spatial
from tests.standins.features import FeatureTable, Sort
from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.standins.features import Layer

_FIELDS = {
    "boolean": "esriFieldTypeSmallInteger", "dateTime": "esriFieldTypeDate", "date": "esriFieldTypeDate",
    "long": "esriFieldTypeInteger", "int": "esriFieldTypeInteger", "double": "esriFieldTypeDouble",
    "string": "esriFieldTypeString",
}  # fmt: skip
_SHAPES = {"POINT": "Point", "LINE": "Polyline", "POLYGON": "Polygon", "SURFACE": "Polygon", "CURVE": "Polyline"}
_KNOWN = frozenset(
    (
        "where", "objectids", "geometry", "geometrytype", "insr", "outsr", "spatialrel", "outfields", "returngeometry",
        "returncountonly", "returnidsonly", "orderbyfields", "resultoffset", "resultrecordcount", "f",
    )
)  # fmt: skip
_OWN_NUMBERS = {2154: 102110, 3857: 102100}  # Esri's wkid of the CRS of EPSG, which is then its latestWkid


class Refused(Exception):
    """An error of the server: its code and message."""

    def __init__(self, code: int, message: str, *details: str) -> None:
        super().__init__(message)
        self.code, self.message, self.details = code, message, details


class ArcGis(StandIn):
    """A FeatureServer.

    Args:
        layers: in the order of their numbers; their key is a number.
        most: maxRecordCount.
        pages: supportsPagination.
        geojson: whether GeoJSON is among the formats, `esri_json` whether Esri's JSON is.
        speed: the other options of `StandIn`.
    """

    home = "/arcgis/rest/services/essai/FeatureServer"

    def __init__(
        self,
        layers: Iterable[Layer],
        *,
        most: int = 1000,
        pages: bool = True,
        geojson: bool = True,
        esri_json: bool = True,
        **speed: Any,
    ) -> None:
        self._tables = [FeatureTable(layer) for layer in layers]
        self._most, self._has_pages = most, pages
        self._formats = [name for name, there in (("JSON", esri_json), ("geoJSON", geojson)) if there]
        super().__init__(**speed)

    def drop(self, type_name: str, *keys: str) -> int:
        """Forget features by their key."""
        table = next(table for table in self._tables if table.layer.name == type_name)
        return table.drop(keys)

    def answer(self, request: Request) -> Answer:
        """The service, a layer, or a query."""
        try:
            return self._found(request)
        except Refused as refused:
            error = {"code": refused.code, "message": refused.message, "details": list(refused.details)}
            return _json({"error": error})

    def _found(self, request: Request) -> Answer:
        if self.take_fault("token", request) is not None:
            raise Refused(499, "Token Required")
        path = request.path.removeprefix(self.home).strip("/").split("/")
        if not request.path.startswith(self.home):
            return Answer(404, "text/html", b"<html><body>Not Found</body></html>")
        if path == [""]:
            return self._described(request, self._service())
        if not path[0].isdigit() or int(path[0]) >= len(self._tables):
            raise Refused(400, "Invalid URL", "Invalid URL")
        table = self._tables[int(path[0])]
        if len(path) == 1:
            return self._described(request, self._layer(int(path[0]), table))
        if path[1:] != ["query"]:
            raise Refused(400, "Invalid URL")
        return self._query(request, table)

    @staticmethod
    def _described(request: Request, document: dict[str, Any]) -> Answer:
        if request.params.get("f") not in ("json", "pjson"):  # the pages for people are the default
            return Answer(200, "text/html", b"<html><head><title>ArcGIS REST Services Directory</title></head></html>")
        return _json(document)

    def _service(self) -> dict[str, Any]:
        layers = [
            {"id": number, "name": table.layer.title or table.layer.name, "type": "Feature Layer",
             "geometryType": _shape(table)} for number, table in enumerate(self._tables) if table.has_geometry
        ]  # fmt: skip
        tables = [
            {"id": number, "name": table.layer.title or table.layer.name}
            for number, table in enumerate(self._tables)
            if not table.has_geometry
        ]
        return {
            "currentVersion": 11.1, "serviceDescription": "Essai", "copyrightText": "Licence Ouverte 2.0 - Essai",
            "maxRecordCount": self._most, "capabilities": "Query", "layers": layers, "tables": tables,
            "spatialReference": {"wkid": 102100, "latestWkid": 3857},
        }  # fmt: skip

    def _layer(self, number: int, table: FeatureTable) -> dict[str, Any]:
        reference = _reference(table.crs)
        west, south, east, north = table.bounds
        fields = [
            {"name": column.name, "alias": column.name,
             "type": "esriFieldTypeOID" if column.name == table.layer.key else _FIELDS[column.kind]}
            for column in table.columns
        ]  # fmt: skip
        document = {
            "currentVersion": 11.1, "id": number, "name": table.layer.title or table.layer.name,
            "type": "Feature Layer" if table.has_geometry else "Table", "description": "Couche d’essai",
            "copyrightText": "Licence Ouverte 2.0 - Essai", "maxRecordCount": self._most, "fields": fields,
            "objectIdField": table.layer.key, "capabilities": "Query",
            "supportedQueryFormats": ", ".join(self._formats),
            "advancedQueryCapabilities": {"supportsPagination": self._has_pages, "supportsOrderBy": True},
        }  # fmt: skip
        if table.has_geometry:
            document["geometryType"] = _shape(table)
            document["extent"] = {
                "xmin": west, "ymin": south, "xmax": east, "ymax": north, "spatialReference": reference,
            }  # fmt: skip
        return document

    # ------------------------------------------------------------ query
    def _query(self, request: Request, table: FeatureTable) -> Answer:
        asked = request.params
        unknown = sorted(set(asked) - _KNOWN)
        if unknown:
            raise Refused(400, "Invalid or missing input parameters.", *unknown)
        if not {"where", "objectids", "geometry"} & set(asked):
            raise Refused(400, "Unable to complete operation.", "Unable to perform query operation.")
        format_ = asked.get("f", "html")
        if format_ not in ("json", "pjson") and format_ not in [name.lower() for name in self._formats]:
            raise Refused(400, "Invalid or missing input parameters.", f"Output format not supported: {format_}")
        ids = self._chosen(table, asked)
        if asked.get("returncountonly") == "true":
            return _json({"count": len(ids)})
        if asked.get("returnidsonly") == "true":
            rows, _ = table.rows(ids, [table.layer.key])
            return _json({"objectIdFieldName": table.layer.key, "objectIds": [row[0] for row in rows] or None})
        if format_ == "json" and "JSON" not in self._formats:
            raise Refused(400, "Output format not supported: json")
        page, more = self._page(table, ids, asked)
        return self._features(table, page, asked, format_, more=more)

    def _chosen(self, table: FeatureTable, asked: dict[str, str]) -> np.ndarray:
        if asked.get("where", "1=1").replace(" ", "") != "1=1":
            raise Refused(400, "Unable to complete operation.", "'Invalid where clause' parameter is invalid")
        box = None
        if "geometry" in asked:
            if asked.get("geometrytype", "esriGeometryPoint") != "esriGeometryEnvelope":
                raise Refused(400, "Invalid or missing input parameters.", "geometryType")
            if asked.get("spatialrel") != "esriSpatialRelIntersects" or not table.has_geometry:
                raise Refused(400, "Unable to complete operation.")
            code = int(asked.get("insr", table.crs))
            if not is_known(code):
                raise Refused(400, "Unable to complete operation.", "Invalid spatial reference")
            box = Spatial("INTERSECTS", shapely.box(*map(float, asked["geometry"].split(","))), code)
        ids = table.chosen(None, box)
        if "objectids" in asked:
            ids = np.intersect1d(ids, table.with_key(asked["objectids"].split(",")))
        return ids

    def _page(self, table: FeatureTable, ids: np.ndarray, asked: dict[str, str]) -> tuple[np.ndarray, bool]:
        start = int(asked.get("resultoffset", 0))
        if ("resultoffset" in asked or "resultrecordcount" in asked) and not self._has_pages:
            raise Refused(400, "Unable to complete operation.", "Pagination is not supported.")
        if "orderbyfields" in asked:
            ids = table.ordered(ids, [Sort(asked["orderbyfields"])])
        else:
            ids = np.roll(ids, secrets.randbelow(max(1, len(ids))))
        size = min(self._most, int(asked.get("resultrecordcount", self._most)))
        return ids[start : start + size], start + size < len(ids)

    def _features(
        self, table: FeatureTable, ids: np.ndarray, asked: dict[str, str], format_: str, *, more: bool
    ) -> Answer:
        names = [column.name for column in table.columns]
        rows, shapes = table.rows(ids, names)
        out = int(asked.get("outsr", 4326 if format_ == "geojson" else table.crs))
        if table.has_geometry:
            shapes = project(shapes, table.crs, out)
        dates = {column.name for column in table.columns if column.kind in ("date", "dateTime")}
        values = [
            {name: _instant(value) if name in dates else value for name, value in zip(names, row, strict=True)}
            for row in rows
        ]
        if format_ == "geojson":
            features = [
                {"type": "Feature", "id": row[table.layer.key], "properties": row,
                 "geometry": json.loads(shapely.to_geojson(shape)) if shape is not None else None}
                for row, shape in zip(values, shapes, strict=True)
            ]  # fmt: skip
            about = {"properties": {"exceededTransferLimit": True}} if more else {}
            return _json({"type": "FeatureCollection", **about, "features": features}, "application/geo+json")
        fields = [{"name": c.name, "type": _FIELDS[c.kind], "alias": c.name} for c in table.columns]
        for field in fields:
            if field["name"] == table.layer.key:
                field["type"] = "esriFieldTypeOID"
        document: dict[str, Any] = {"objectIdFieldName": table.layer.key, "fields": fields}
        if table.has_geometry:
            document |= {"geometryType": _shape(table), "spatialReference": _reference(out)}
        if more:
            document["exceededTransferLimit"] = True
        document["features"] = [
            {"attributes": row, **({"geometry": _esri(shape)} if shape is not None else {})}
            for row, shape in zip(values, shapes, strict=True)
        ]
        return _json(document)


def _json(document: dict[str, Any], kind: str = "application/json") -> Answer:
    return Answer(200, f"{kind};charset=UTF-8", json.dumps(document).encode())


def _shape(table: FeatureTable) -> str:
    kind = table.geometry_kind.upper()
    if kind == "MULTIPOINT":
        return "esriGeometryMultipoint"
    return "esriGeometry" + next(name for part, name in _SHAPES.items() if part in kind)


def _reference(code: int) -> dict[str, int]:
    return {"wkid": _OWN_NUMBERS.get(code, code), "latestWkid": code}


def _instant(value: str | None) -> int | None:
    """A date as Esri writes it: milliseconds since 1970, UTC."""
    if value is None:
        return None
    read = datetime.fromisoformat(value.replace("Z", "+00:00"))
    return int((read if read.tzinfo else read.replace(tzinfo=timezone.utc)).timestamp() * 1000)


def _esri(shape: shapely.Geometry) -> dict[str, Any]:
    """A geometry in Esri's JSON: outer rings clockwise, holes the other way."""
    if shape.geom_type == "Point":
        return {"x": shape.x, "y": shape.y}
    parts = list(getattr(shape, "geoms", [shape]))
    if "Point" in shape.geom_type:
        return {"points": [[part.x, part.y] for part in parts]}
    if "Line" in shape.geom_type:
        return {"paths": [[list(point[:2]) for point in part.coords] for part in parts]}
    rings = []
    for part in parts:
        turned = shapely.geometry.polygon.orient(part, -1.0)
        rings += [[list(point[:2]) for point in ring.coords] for ring in (turned.exterior, *turned.interiors)]
    return {"rings": rings}
