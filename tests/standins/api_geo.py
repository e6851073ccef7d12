"""A stand-in of API Géo (geo.api.gouv.fr), from any GeoPackages of communes and EPCI.

Its contract: shapes, fields and refusals of the API's own source, as of 2026. GET only; arrays; `format=geojson`;
contours simplified and only when a filter is given; no geometry for départements and régions.
"""

from __future__ import annotations

import difflib
import json
import sqlite3
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import shapely

from tests.standins.coordinates import project, rounded
from tests.standins.cql import quoted
from tests.standins.features import geometries
from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import numpy as np

SIMPLIFIED = 5.0  # metres: tolerance of the contours that the API serves
_JSON = "application/json; charset=utf-8"
_FILTERS = {
    "communes": (
        "code", "codePostal", "nom", "siren", "lat", "codeEpci", "codeDepartement", "codeRegion", "codeParent",
        "ancienCode",
    ),
    "epcis": ("code", "nom", "codeEpci", "codeDepartement", "codeRegion"),
    "departements": ("code", "nom", "codeRegion"),
    "regions": ("code", "nom"),
}  # fmt: skip
_GEOMETRIES = {"communes": ("centre", "contour", "mairie", "bbox"), "epcis": ("centre", "contour", "bbox")}
_LISTS = {"codesPostaux": "codePostal", "codesDepartements": "codeDepartement", "codesRegions": "codeRegion"}


@dataclass(frozen=True)
class Place:
    """One kind of place and the table that holds it.

    Attributes:
        kind: communes, epcis, departements or regions (the plural of the API's paths).
        path, table: the GeoPackage and its table.
        columns: name of a field of the API → the table's column (`code` and `nom` at least). The fields that are
            lists in the API (codesPostaux, codesDepartements, codesRegions) are split at commas.
    """

    kind: str
    path: Path
    table: str
    columns: Mapping[str, str] = field(default_factory=dict)


class _Rows:
    """What one `Place` holds, read once."""

    def __init__(self, place: Place) -> None:
        with sqlite3.connect(f"file:{place.path}?mode=ro", uri=True) as base:
            found = base.execute(
                "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", [place.table]
            ).fetchone()
            shape, self.crs = found or ("", 4326)
            chosen = ", ".join([quoted(shape) if shape else "NULL", *(quoted(c) for c in place.columns.values())])
            rows = base.execute(f"SELECT {chosen} FROM {quoted(place.table)}").fetchall()
        self.fields = [self._fields(place.columns, row[1:]) for row in rows]
        self.shapes = geometries([row[0] for row in rows])

    @staticmethod
    def _fields(columns: Mapping[str, str], row: Sequence) -> dict[str, Any]:
        values = dict(zip(columns, row, strict=True))
        lists = {
            name: [part.strip() for part in str(values[name] or "").split(",") if part.strip()]
            for name in _LISTS
            if name in values
        }
        return {**values, **lists}

    @cached_property
    def exact(self) -> np.ndarray:
        """The geometries in longitude and latitude."""
        return project(self.shapes, self.crs, 4326)

    @cached_property
    def contours(self) -> np.ndarray:
        """The contours, simplified as the API's."""
        metric = project(self.shapes, self.crs, 2154)
        return rounded(project(shapely.simplify(metric, SIMPLIFIED), 2154, 4326), 4326)


class ApiGeo(StandIn):
    """API Géo.

    Args:
        places: what is known. A kind of which nothing is given has no place at all.
        rate: requests per second before 429 (10 at the API; 0: none).
        speed: the other options of `StandIn`.
    """

    home = ""

    def __init__(self, places: Iterable[Place], *, rate: float = 10, **speed: Any) -> None:
        self._rows = {place.kind: _Rows(place) for place in places}
        super().__init__(rate=rate, **speed)

    def usual_headers(self) -> Mapping[str, str]:
        """Open to all origins."""
        return {"access-control-allow-origin": "*"}

    def drop(self, type_name: str, *keys: str) -> int:
        """Forget places by their code."""
        rows = self._rows[type_name]
        kept = [number for number, values in enumerate(rows.fields) if values["code"] not in keys]
        lost = len(rows.fields) - len(kept)
        rows.fields = [rows.fields[number] for number in kept]
        rows.shapes = rows.shapes[kept]
        for name in ("exact", "contours"):
            rows.__dict__.pop(name, None)
        return lost

    def answer(self, request: Request) -> Answer:
        """One request of the API."""
        if request.method not in ("GET", "HEAD"):
            return self._text(404, f"Cannot {request.method} {request.path}")
        steps = [step for step in request.path.split("/") if step]
        params = dict(request.params)
        nested = {
            ("epcis", "communes"): "codeepci",
            ("departements", "communes"): "codedepartement",
            ("regions", "departements"): "coderegion",
        }
        if len(steps) == 3 and (steps[0], steps[2]) in nested:
            if not self._of_code(steps[0], steps[1]):
                return self._text(404, "Not Found")
            return self._list(steps[2], {**params, nested[steps[0], steps[2]]: steps[1]})
        if not steps or steps[0] not in _FILTERS:
            return self._text(404, "Not Found")
        if len(steps) == 1:
            return self._list(steps[0], params)
        return self._one(steps[0], steps[1], params) if len(steps) == 2 else self._text(404, "Not Found")

    # ------------------------------------------------------------ answers
    @staticmethod
    def _text(status: int, text: str) -> Answer:
        return Answer(status, "text/plain; charset=utf-8", text.encode())

    @staticmethod
    def _json(value: object) -> Answer:
        return Answer(200, _JSON, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())

    def _of_code(self, kind: str, code: str) -> list[int]:
        rows = self._rows.get(kind)
        return [n for n, values in enumerate(rows.fields) if values["code"] == code] if rows else []

    def _one(self, kind: str, code: str, params: Mapping[str, str]) -> Answer:
        found = self._of_code(kind, code)
        if not found:
            return self._text(404, "Not Found")
        return self._json(self._written(kind, found[0], params))

    def _list(self, kind: str, params: Mapping[str, str]) -> Answer:
        filtered = any(params.get(name.lower()) for name in _FILTERS[kind])
        wants_geometry = self._as_geojson(kind, params) or "contour" in params.get("fields", "").split(",")
        if wants_geometry and not filtered:
            return self._text(400, "Les contours ne peuvent être demandés sans filtre")
        if kind not in self._rows:
            return self._json([])
        found = self._found(kind, params)
        if params.get("limit", "").isdecimal():
            found = found[: int(params["limit"])]
        objects = [self._written(kind, number, params, score) for number, score in found]
        return self._json(
            {"type": "FeatureCollection", "features": objects} if self._as_geojson(kind, params) else objects
        )

    @staticmethod
    def _as_geojson(kind: str, params: Mapping[str, str]) -> bool:
        return kind in _GEOMETRIES and params.get("format") == "geojson"

    # ------------------------------------------------------------ choosing
    def _found(self, kind: str, params: Mapping[str, str]) -> list[tuple[int, float | None]]:
        rows = self._rows[kind]
        numbers = [n for n, values in enumerate(rows.fields) if self._kept(kind, values, params)]
        if kind == "communes" and params.get("lat") and params.get("lon"):
            place = shapely.Point(float(params["lon"]), float(params["lat"]))
            numbers = [n for n in numbers if shapely.intersects(rows.exact[n], place)]
        name = params.get("nom", "")
        if not name:
            return [(number, None) for number in numbers]
        scored = [(number, self._score(name, rows.fields[number], params)) for number in numbers]
        return sorted((pair for pair in scored if pair[1] > 0), key=lambda pair: -pair[1])

    @staticmethod
    def _kept(kind: str, values: Mapping[str, Any], params: Mapping[str, str]) -> bool:
        for name in _FILTERS[kind]:
            asked = params.get(name.lower(), "")
            if not asked or name in ("nom", "lat"):
                continue
            own = values.get("code" if (kind, name) == ("epcis", "codeEpci") else name)
            many = [values[plural] for plural, single in _LISTS.items() if single == name and plural in values]
            if asked not in (many[0] if many else [str(own)]):
                return False
        return True

    @staticmethod
    def _score(asked: str, values: Mapping[str, Any], params: Mapping[str, str]) -> float:
        near = difflib.SequenceMatcher(None, _plain(asked), _plain(values["nom"])).ratio()
        if near < 0.6 and not _plain(values["nom"]).startswith(_plain(asked)):
            return 0.0
        boost = 1 + (values.get("population") or 0) / 1e6 if params.get("boost") == "population" else 1
        return near * boost

    # ------------------------------------------------------------ writing
    def _written(self, kind: str, number: int, params: Mapping[str, str], score: float | None = None) -> dict[str, Any]:
        values = self._rows[kind].fields[number]
        asked = [name for name in params.get("fields", "").split(",") if name]
        shapes = _GEOMETRIES.get(kind, ())
        names = ["nom", "code", *asked] if asked else [name for name in values if name not in shapes]
        written = {name: values[name] for name in dict.fromkeys(names) if values.get(name) is not None}
        if score is not None:
            written["_score"] = score
        if self._as_geojson(kind, params):
            shape = params.get("geometry", "centre")
            geometry = self._geometry(kind, number, shape if shape in shapes else "centre")
            return {"type": "Feature", "properties": written, "geometry": geometry}
        return written | {name: self._geometry(kind, number, name) for name in asked if name in shapes}

    def _geometry(self, kind: str, number: int, shape: str) -> dict[str, Any] | None:
        rows = self._rows[kind]
        if rows.exact[number] is None:
            return None
        if shape == "contour":
            contour = rows.contours[number]
            single = contour.geom_type == "MultiPolygon" and len(contour.geoms) == 1
            return json.loads(shapely.to_geojson(contour.geoms[0] if single else contour))
        exact = rows.exact[number]
        made = shapely.box(*exact.bounds) if shape == "bbox" else shapely.set_precision(exact.point_on_surface(), 1e-4)
        return json.loads(shapely.to_geojson(made))


def _plain(text: str) -> str:
    """Without accents or case."""
    bare = unicodedata.normalize("NFD", text.lower().replace("-", " "))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
