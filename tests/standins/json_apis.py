"""Stand-ins of the APIs of JSON: RNB, Géorisques, recherche-entreprises, Hub'Eau, API Carto, Panoramax.

Stricter than the services: each refuses a parameter that it does not know, a page, a box or a radius beyond its limits,
and a place that is missing, even where the real one answers with a default or with the whole country.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import shapely
from shapely.geometry import mapping, shape

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Row = dict[str, Any]


class Refused(Exception):
    """What the service says no to."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(status)
        self.status, self.body = status, body


class _Api(StandIn):
    """An API and the rows that it has."""

    def __init__(self, rows: Iterable[Row], **speed: Any) -> None:
        self._rows = list(rows)
        super().__init__(**speed)

    def answer(self, request: Request) -> Answer:
        try:
            return self.list(request)
        except Refused as refused:
            return _json(refused.body, refused.status)

    def list(self, request: Request) -> Answer:
        """The answer to a request for the list."""
        raise NotImplementedError

    def refusal(self, text: str) -> Any:
        """The body of an error."""
        return {"message": text}

    def refuse(self, text: str, status: int = 400) -> Refused:
        """An error of the service."""
        return Refused(status, self.refusal(text))

    def known(self, params: Mapping[str, str], *names: str) -> None:
        """Refuses a parameter that isn't one of `names`."""
        for name in params:
            if name not in names:
                raise self.refuse(f"unknown parameter {name}")

    def number(self, params: Mapping[str, str], name: str, default: int, most: int, least: int = 1) -> int:
        """A whole number within bounds."""
        text = params.get(name, str(default))
        if not text.isdecimal() or not least <= int(text) <= most:
            raise self.refuse(f"{name}: between {least} and {most}")
        return int(text)

    def box(self, text: str) -> Any:
        """west,south,east,north: longitude first."""
        numbers = [float(part) for part in text.split(",")]
        if len(numbers) != 4 or numbers[0] >= numbers[2] or numbers[1] >= numbers[3]:
            raise self.refuse("bbox: min_lon,min_lat,max_lon,max_lat")
        if max(abs(numbers[0]), abs(numbers[2])) > 180 or max(abs(numbers[1]), abs(numbers[3])) > 90:
            raise self.refuse("bbox: out of the world")
        return shapely.box(*numbers)

    def shorter(self, request: Request, rows: list[Row]) -> list[Row]:
        """The rows, less one where the fault `short` is due."""
        return rows[:-1] if self.take_fault("short", request) is not None else rows


class Rnb(_Api):
    """/buildings/: cursor, 100 rows at most, a box of less than 4 square degrees. Rows: rnb_id, point, shape…"""

    home = "/api/alpha"

    def list(self, request: Request) -> Answer:
        if request.path != "/api/alpha/buildings/":
            raise self.refuse("Not found.", 404)
        params = request.params
        self.known(params, "bbox", "insee_code", "limit", "cursor", "withplots", "format")
        size = self.number(params, "limit", 20, 100)
        if "bbox" not in params:
            raise self.refuse("You must provide at least one filter")
        box = self.box(params["bbox"])
        if box.area >= 4:
            raise self.refuse("bbox too large")
        found = [row for row in self._rows if shape(row["shape"] or row["point"]).intersects(box)]
        start = int(params["cursor"].removeprefix("c"), 36) if "cursor" in params else 0
        more = {**params, "limit": str(size), "cursor": f"c{_base36(start + size)}"}
        following = f"{self.address()}/buildings/?{urlencode(more)}" if start + size < len(found) else None
        results = self.shorter(request, found[start : start + size])
        if self.take_fault("elsewhere", request) is not None:
            following = "http://127.0.0.2:9/buildings/?cursor=c1"
        return _json({"next": following, "previous": None, "results": results})


class Georisques(_Api):
    """v1: ten codes or a circle of 10 km, pages from 1. Rows: `liste` (the path), code_insee, longitude, latitude…"""

    home = "/api"

    def list(self, request: Request) -> Answer:
        path = request.path.removeprefix("/api/v1/")
        params = request.params
        self.known(params, "code_insee", "latlon", "rayon", "page", "page_size")
        if ("code_insee" in params) == ("latlon" in params):
            raise self.refuse("code_insee or latlon")
        rows = [row for row in self._rows if row["liste"] == path]
        if "code_insee" in params:
            codes = params["code_insee"].split(",")
            if len(codes) > 10 or not all(len(code) == 5 for code in codes):
                raise self.refuse("code_insee: ten codes at most")
            rows = [row for row in rows if row["code_insee"] in codes]
        else:
            lon, lat = (float(part) for part in params["latlon"].split(","))
            radius = self.number(params, "rayon", 1000, 10_000)
            rows = [row for row in rows if _metres(lon, lat, row) <= radius]
        if not rows and path == "rga":
            return Answer(200, "application/json", b"")
        size = self.number(params, "page_size", 10, 100)
        page = self.number(params, "page", 1, 10_000)
        data = [
            {name: value for name, value in row.items() if name != "liste"}
            for row in self.shorter(request, rows[(page - 1) * size : page * size])
        ]
        pages = math.ceil(len(rows) / size)
        return _json(
            {
                "results": len(rows), "page": page, "total_pages": pages, "data": data, "response_code": 200,
                "message": None, "next": None, "previous": None,
            }
        )  # fmt: skip


class RechercheEntreprises(_Api):
    """/search: 25 units a page, `deepest` units at most and the total with them. Rows: units with `etablissements`."""

    def __init__(self, rows: Iterable[Row], *, deepest: int = 10_000, **speed: Any) -> None:
        self._deepest = deepest
        super().__init__(rows, **speed)

    home = ""

    def refusal(self, text: str) -> Any:
        return {"erreur": text}

    def list(self, request: Request) -> Answer:
        if request.path != "/search":
            raise self.refuse("Not found", 404)
        params = request.params
        self.known(
            params, "code_commune", "page", "per_page", "etat_administratif", "minimal", "include",
            "limite_matching_etablissements", "page_etablissements", "section_activite_principale",
            "est_entrepreneur_individuel",
        )  # fmt: skip
        if "include" in params and params.get("minimal", "").lower() != "true":
            raise self.refuse("include: with minimal=true")
        codes = params.get("code_commune", "").split(",")
        if not all(len(code) == 5 for code in codes):
            raise self.refuse("code_commune: 5 characters")
        sections = params.get("section_activite_principale")
        units = [
            {**unit, "matching_etablissements": [each for each in unit["etablissements"] if each["commune"] in codes]}
            for unit in self._rows
            if (sections is None or unit["section_activite_principale"] in sections.split(","))
            and params.get("etat_administratif", unit["etat_administratif"]) == unit["etat_administratif"]
            and params.get("est_entrepreneur_individuel", unit["individuel"]) == unit["individuel"]
        ]
        units = [unit for unit in units if unit["matching_etablissements"]]
        size, page = self.number(params, "per_page", 10, 25), self.number(params, "page", 1, 1000)
        if size * page > self._deepest:
            raise self.refuse(f"page * per_page: {self._deepest} at most")
        most = self.number(params, "limite_matching_etablissements", 10, 100)
        first = most * (self.number(params, "page_etablissements", 1, 1000) - 1)
        results = [
            {name: value for name, value in unit.items() if name not in ("etablissements", "individuel")}
            | {"matching_etablissements": unit["matching_etablissements"][first : first + most]}
            for unit in units[(page - 1) * size : page * size]
        ]
        total = min(len(units), self._deepest)
        return _json(
            {
                "results": self.shorter(request, results), "total_results": total, "page": page, "per_page": size,
                "total_pages": math.ceil(total / size),
            }
        )  # fmt: skip


class Hubeau(_Api):
    """Stations: 206 while there is more, 20 000 deep. Rows: `liste`, geometry, and their own columns."""

    home = "/api"

    def __init__(self, rows: Iterable[Row], *, deepest: int = 20_000, **speed: Any) -> None:
        self._deepest = deepest
        super().__init__(rows, **speed)

    def list(self, request: Request) -> Answer:
        path, params = request.path.removeprefix("/api/"), request.params
        self.known(params, "bbox", "size", "page", "format")
        if "bbox" not in params or params.get("format", "json") != "json":
            raise self.refuse("bbox, format=json")
        box = self.box(params["bbox"])
        rows = [row for row in self._rows if row["liste"] == path and shape(row["geometry"]).intersects(box)]
        size, page = self.number(params, "size", 1000, 20_000), self.number(params, "page", 1, 20_000)
        if size * (page - 1) >= self._deepest:
            raise self.refuse("the depth of access (page * size) is limited to 20000")
        here = {name: value for name, value in params.items() if name != "page"}
        more = page * size < len(rows)
        following = f"{self.root()}{request.path}?{urlencode({**here, 'page': page + 1})}" if more else None
        data = [
            {name: value for name, value in row.items() if name != "liste"}
            for row in self.shorter(request, rows[(page - 1) * size : page * size])
        ]
        body = {"count": len(rows), "first": None, "prev": None, "next": following, "api_version": "1", "data": data}
        return _json(body, 206 if more else 200)


class ApiCarto(_Api):
    """POST of a GeoJSON `geom`. Rows: `liste`, `properties`, `geometry`. `most`: the silent cap of the GPU."""

    home = "/api"

    def __init__(self, rows: Iterable[Row], *, most: int = 5000, **speed: Any) -> None:
        self._most = most
        super().__init__(rows, **speed)

    def list(self, request: Request) -> Answer:
        path = request.path.removeprefix("/api/")
        asked = json.loads(request.body or b"{}")
        if request.method != "POST" or request.params or not isinstance(asked.get("geom"), dict):
            raise self.refuse("geom is wanted, in the body")
        paged = not path.startswith("gpu/")
        for name in asked:
            allowed = ("geom", "annee") if path.startswith("rpg/") else ("geom",)
            if name not in allowed and not (paged and name in ("_limit", "_start")):
                raise Refused(400, {"code": 400, "message": {name: {"msg": "unknown"}}})
        if path.startswith("rpg/") and "annee" not in asked:
            raise self.refuse("annee is mandatory")
        geom = shape(asked["geom"])
        if not geom.is_valid or geom.geom_type not in ("Point", "LineString", "Polygon", "MultiPolygon"):
            raise self.refuse("geom: a valid GeoJSON geometry")
        rows = [row for row in self._rows if row["liste"] == path and shape(row["geometry"]).intersects(geom)]
        size = self.number({"_limit": str(asked.get("_limit", 1000))}, "_limit", 1000, 1000) if paged else self._most
        start = self.number({"_start": str(asked.get("_start", 0))}, "_start", 0, 10_000_000, 0)
        features = [
            {"type": "Feature", "id": f"t.{at}", **{name: row[name] for name in ("geometry", "properties")}}
            for at, row in enumerate(rows[start : start + size])
        ]
        named = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4326"}}
        return _json(
            {
                "type": "FeatureCollection", "features": self.shorter(request, features), "totalFeatures": len(rows),
                "numberMatched": len(rows), "numberReturned": len(features), "crs": named if features else None,
            }
        )  # fmt: skip


class Panoramax(_Api):
    """/search by a box: no next page, whatever is beyond `limit` is not told. Rows: STAC items."""

    home = "/api"

    def list(self, request: Request) -> Answer:
        if request.path != "/api/search" or request.method != "GET":
            raise self.refuse("Not found", 404)
        self.known(request.params, "bbox", "limit")
        size = self.number(request.params, "limit", 10, 10_000)
        if "bbox" not in request.params:
            raise self.refuse("bbox")
        box = self.box(request.params["bbox"])
        rows = [row for row in self._rows if shapely.Point(row["at"]).intersects(box)][:size]
        features = [{name: value for name, value in row.items() if name != "at"} for row in rows]
        return _json({"type": "FeatureCollection", "features": features, "links": []})


APIS: dict[str, Callable[..., _Api]] = {
    "rnb": Rnb,
    "georisques": Georisques,
    "recherche_entreprises": RechercheEntreprises,
    "hubeau": Hubeau,
    "apicarto": ApiCarto,
    "panoramax": Panoramax,
}


def started(name: str, rows: list[Row], **options: Any) -> _Api:
    """The stand-in of a service."""
    return APIS[name](rows, **options)


def geojson(geometry: Any) -> dict[str, Any]:
    """A geometry of shapely as GeoJSON."""
    return json.loads(json.dumps(mapping(geometry)))


def _metres(lon: float, lat: float, row: Row) -> float:
    """How far a row is, by the formula of the haversine."""
    one, two = math.radians(lat), math.radians(float(row["latitude"]))
    step = math.radians(float(row["longitude"]) - lon)
    inner = math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(step / 2) ** 2
    return 2 * 6_371_008.8 * math.asin(math.sqrt(inner))


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits or "0"


def _json(content: Any, status: int = 200) -> Answer:
    return Answer(status, "application/json; charset=utf-8", json.dumps(content).encode())
