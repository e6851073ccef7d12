"""A stand-in of the Géoplateforme's services beside the WFS: altimetry, navigation (isochrones), geocoding.

Its contract: documentation of the services as of September 2026 and the recorded OpenAPI of the geocoder. Altitudes
and shapes are formulas, so that a test can compute what it must get.
"""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable

_JSON = "application/json; charset=utf-8"
FRANCE = (-5.5, 41.0, 9.8, 51.5)  # degrees: no altitude and no road outside
SPEED = {"car": 12.0, "pedestrian": 1.2}  # metres per second of the formula
_RESOURCES = ("bdtopo-valhalla", "bdtopo-pgr")


@dataclass(frozen=True)
class Known:
    """An address that the geocoder knows."""

    label: str
    lon: float
    lat: float
    citycode: str
    score: float = 0.95
    kind: str = "housenumber"


def altitude(lon: float, lat: float) -> float:
    """Metres, to the centimetre as the service."""
    west, south, east, north = FRANCE
    if not (west <= lon <= east and south <= lat <= north):
        return -99999.0
    return round(200 + 50 * math.sin(lon) + 30 * math.cos(lat), 2)


class GeopfServices(StandIn):
    """`<url>/altimetry/…`, `<url>/navigation/…`, `<url>/geocoding/…`."""

    home = ""

    def __init__(self, addresses: Iterable[Known] = (), *, rate: float = 0, **speed: Any) -> None:
        self._known = list(addresses)
        super().__init__(rate=rate, **speed)

    def answer(self, request: Request) -> Answer:
        """One request."""
        fault = self.take_fault("document", request)
        if fault is not None:
            return _json(200, fault["document"])
        route = {
            "/altimetry/elevation.json": self._altimetry,
            "/navigation/isochrone": self._isochrone,
            "/geocoding/search": self._search,
            "/geocoding/search/csv": self._search_csv,
        }.get(request.path)
        return route(request) if route else _json(404, {"message": "Not Found"})

    # ------------------------------------------------------------ altimetry
    def _altimetry(self, request: Request) -> Answer:  # noqa: PLR0911 (a refusal per rule of the service)
        if request.method == "POST":
            if not request.headers.get("content-type", "").startswith("application/json"):
                return _json(500, {"error": {"code": "INTERNAL", "description": "Internal Server Error"}})
            params = json.loads(request.body)
            if not all(isinstance(value, str) for value in params.values()):
                return _bad("values must be strings")
        else:
            params = dict(request.params)
        if not params.get("resource"):
            return _json(405, {"error": {"code": "MISSING_PARAMETER", "description": "resource"}})
        if params["resource"] != "ign_rge_alti_wld":
            return _bad("resource")
        separator = params.get("delimiter", "|")
        lons, lats = (params.get(name, "").split(separator) for name in ("lon", "lat"))
        if len(lons) != len(lats) or not all(lons + lats):
            return _bad("lon and lat must have the same number of values")
        if len(lons) > 5000:
            return _bad("The number of points exceeds 5000")
        rows = [
            {"lon": float(lon), "lat": float(lat), "z": altitude(float(lon), float(lat)), "acc": "Variable"}
            for lon, lat in zip(lons, lats, strict=True)
        ]
        fault = self.take_fault("shift", request)
        if fault is not None:
            rows.pop()
        return _json(200, {"elevations": rows}, {"ratelimit-limit": "5"})

    # ------------------------------------------------------------ navigation
    @staticmethod
    def _isochrone(request: Request) -> Answer:
        params = request.params
        for name in ("point", "resource", "costtype", "costvalue"):
            if not params.get(name):
                return _json(400, {"message": f"Parameter '{name}' not found"})
        allowed = {
            "resource": _RESOURCES,
            "profile": tuple(SPEED),
            "costtype": ("time", "distance"),
            "direction": ("departure", "arrival"),
            "timeunit": ("second", "minute", "hour"),
            "distanceunit": ("meter", "kilometer"),
        }
        for name, values in allowed.items():
            if params.get(name, values[0]) not in values:
                return _json(400, {"message": f"Parameter '{name}' is invalid: value should be one of {values}"})
        lon, lat = (float(value) for value in params["point"].split(","))
        if altitude(lon, lat) < -1000:
            return _json(404, {"message": "No data found"})
        profile, value = params.get("profile", "car"), float(params["costvalue"])
        per_unit = {"second": 1, "minute": 60, "hour": 3600}[params.get("timeunit", "second")]
        per_metre = {"meter": 1, "kilometer": 1000}[params.get("distanceunit", "meter")]
        radius = value * per_unit * SPEED[profile] if params["costtype"] == "time" else value * per_metre
        north = radius / 111_320
        east = north / math.cos(math.radians(lat))
        ring = [
            [round(lon + east * math.cos(angle), 6), round(lat + north * math.sin(angle), 6)]
            for angle in (2 * math.pi * step / 64 for step in range(64))
        ]
        return _json(
            200,
            {
                "point": params["point"],
                "resource": params["resource"],
                "resourceVersion": "2026-08-26",
                "costType": params["costtype"],
                "costValue": value,
                "profile": profile,
                "direction": params.get("direction", "departure"),
                "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
            },
        )

    # ------------------------------------------------------------ geocoding
    def _matches(self, text: str, citycode: str = "") -> list[Known]:
        words = set(text.lower().split())
        return [
            known
            for known in self._known
            if words and words <= set(known.label.lower().split()) and citycode in ("", known.citycode)
        ]

    def _search(self, request: Request) -> Answer:
        limit = request.params.get("limit", "10")
        if not request.params.get("q", "").strip():
            return _json(400, {"code": 400, "detail": ["q: required param"], "message": "Failed parsing query"})
        if not limit.isdecimal() or not 1 <= int(limit) <= 20:
            return _json(400, {"code": 400, "detail": ["limit: must be an integer between 1 and 20"]})
        found = self._matches(request.params["q"])[: int(limit)]
        features = [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [known.lon, known.lat]},
                "properties": {
                    "label": known.label, "score": known.score, "id": f"{known.citycode}_0001",
                    "type": known.kind, "citycode": known.citycode, "_type": "address",
                },
            }
            for known in found
        ]  # fmt: skip
        return _json(200, {"type": "FeatureCollection", "features": features, "query": request.params["q"]})

    def _search_csv(self, request: Request) -> Answer:
        if request.method != "POST":
            return _json(405, {"message": "Method Not Allowed"})
        fields, table = _form(request)
        if table is None:
            return _json(400, {"code": 400, "message": "A CSV file must be provided in data field"})
        rows = list(csv.DictReader(io.StringIO(table)))
        header = rows[0].keys() if rows else ()
        named = [*fields.get("columns", []), *fields.get("citycode", []), *fields.get("postcode", [])]
        if not fields.get("columns") or any(name not in header for name in named):
            return _json(400, {"code": 400, "message": "At least one given column name is unknown"})
        if len(rows) > 200_000:
            return _json(413, {"message": "too many lines"})
        citycode = fields.get("citycode", [""])[0]
        out = io.StringIO()
        added = ["longitude", "latitude", "result_score", "result_label", "result_type", "result_id",
                 "result_citycode", "result_status"]  # fmt: skip
        writer = csv.DictWriter(out, [*header, *added], lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(
                row | self._located(" ".join(row[name] for name in fields["columns"]), row.get(citycode, ""))
            )
        lines = out.getvalue()
        if self.take_fault("short", request) is not None:
            lines = lines[: lines.rstrip().rfind("\n") + 1]
        return Answer(200, "text/csv; charset=utf-8", lines.encode())

    def _located(self, text: str, citycode: str) -> dict[str, Any]:
        if not text.strip():
            return {"result_status": "skipped"}
        found = self._matches(text, citycode)
        if not found:
            return {"result_status": "not-found"}
        best = found[0]
        return {
            "longitude": best.lon, "latitude": best.lat, "result_score": best.score, "result_label": best.label,
            "result_type": best.kind, "result_id": f"{best.citycode}_0001", "result_citycode": best.citycode,
            "result_status": "ok",
        }  # fmt: skip


def _form(request: Request) -> tuple[dict[str, list[str]], str | None]:
    """The fields of a multipart form, and the text of its file `data`."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        return {}, None
    message = email.message_from_bytes(
        b"Content-Type: " + kind.encode() + b"\r\n\r\n" + request.body, policy=email.policy.HTTP
    )
    fields: dict[str, list[str]] = {}
    table = None
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True).decode()
        if name == "data" and part.get_filename():
            table = content
        else:
            fields.setdefault(str(name), []).append(content)
    return fields, table


def _json(status: int, value: object, headers: dict[str, str] | None = None) -> Answer:
    return Answer(status, _JSON, json.dumps(value).encode(), headers or {})


def _bad(words: str) -> Answer:
    return _json(400, {"error": {"code": "BAD_PARAMETER", "description": words}})
