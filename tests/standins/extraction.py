"""A stand-in of the extraction service of the Géoplateforme and of the part of the Entrepôt that lists its data.

Its contract: the service's own documentation (2026). A key is demanded; the tables and columns are checked, the filter
is not; one extraction at a time per account; results stay under another address, in an Atom feed.
"""

from __future__ import annotations

import json
import re
import sqlite3
from typing import TYPE_CHECKING, Any

import shapely

from tests.standins.features import geometries
from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from pathlib import Path

GENERIC = "8ab6236b-21d8-471a-a07b-f84a5921f9f5"
DATA = "c746ce1d-e38c-42c4-a9a3-ef34d5bbea40"
KEY = "jeton-invente"
REAL = "https://data.geopf.fr/extraction/telechargement"
_JSON = "application/json"
_FILTER = re.compile(r"^ST_Intersects\((\w+),ST_SetSRID\('([^']+)'::geometry,(\d+)\)\)$")


class ExtractionService(StandIn):
    """`<url>/api` (Entrepôt) and `<url>/extraction`. `polls`: how many times a job is seen running."""

    home = ""

    def __init__(self, path: Path, tables: dict[str, str], srs: int = 2154, polls: int = 1, **speed: Any) -> None:
        self._path, self._tables, self._srs, self._polls = path, tables, srs, polls
        self._jobs: dict[str, dict[str, Any]] = {}
        super().__init__(**speed)

    def answer(self, request: Request) -> Answer:  # noqa: PLR0911 (a return per route)
        """One request."""
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return _json(401, {"error": "unauthorized", "error_description": "Full authentication is required"})
        path = request.path
        if path == "/api/users/me/stored_data":
            return self._stored(request)
        if path == f"/api/users/me/stored_data/{DATA}":
            return _json(200, self._detail())
        if path == f"/extraction/processes/{GENERIC}_{DATA}/execution" and request.method == "POST":
            return self._execute(json.loads(request.body))
        if path.startswith("/extraction/jobs/"):
            return self._job(path.removeprefix("/extraction/jobs/"), request)
        if path.startswith("/extraction/telechargement/resource/"):
            return self._feed(path.rpartition("extraction_")[2].partition("/")[0])
        if path.startswith("/extraction/telechargement/download/"):
            job = path.partition("extraction_")[2].partition("/")[0]
            return Answer(200, "application/geopackage+sqlite3", self._jobs[job]["content"])
        return _json(404, {"error": "not_found"})

    def _columns(self, table: str) -> dict[str, str]:
        with sqlite3.connect(self._path) as base:
            described = base.execute(f'PRAGMA table_info("{table}")').fetchall()
        shape = self._tables[table]
        return {
            name: f"geometry(MultiPolygon,{self._srs})" if name == shape else "character varying"
            for _, name, *_rest in described
        }

    def _stored(self, request: Request) -> Answer:
        if request.params.get("type") != "VECTOR-DB" or int(request.params.get("limit", "10")) > 50:
            return _json(400, {"error": "bad_request"})
        wanted = request.params.get("name", "%").strip("%").lower()
        rows = [{"_id": DATA, "name": "BD TOPO mars 2026", "type": "VECTOR-DB", "creation": "2026-03-20T10:00:00Z"}]
        return _json(200, [row for row in rows if wanted in row["name"].lower()])

    def _detail(self) -> dict[str, Any]:
        relations = [{"name": name, "type": "TABLE", "attributes": self._columns(name)} for name in self._tables]
        return {
            "_id": DATA, "name": "BD TOPO mars 2026", "srs": f"EPSG:{self._srs}", "type": "VECTOR-DB",
            "type_infos": {"relations": relations},
        }  # fmt: skip

    def _execute(self, body: dict[str, Any]) -> Answer:
        inputs = body.get("inputs", {})
        if set(body.get("outputs", {})) != {"logs", "summary", "extractedData"}:
            return _json(400, {"title": "outputs"})
        if inputs.get("format") not in ("GPKG", "GML", "GEOJSON", "ESRI SHAPEFILE", "PARQUET", "PGDUMP"):
            return _json(400, {"title": "format"})
        if not 7 <= inputs.get("lifetime", 336) <= 336:
            return _json(400, {"title": "lifetime"})
        for table, asked in inputs.get("relations", {}).items():
            if table not in self._tables or not set(asked.get("attributes", ())) <= set(self._columns(table)):
                return _json(400, {"title": f"relation {table}"})
        if any(job["status"] == "running" for job in self._jobs.values()):
            return _json(429, {"title": "Une extraction est déjà en cours pour cet utilisateur"})
        id_ = f"0000-{len(self._jobs)}"
        self._jobs[id_] = {"status": "running", "polls": self._polls, "content": self._extract(inputs["relations"])}
        return _json(201, {"jobID": id_, "status": "running", "type": "process"})

    def _extract(self, relations: dict[str, dict[str, Any]]) -> bytes:
        """What PostGIS would keep of each table."""
        base = sqlite3.connect(":memory:")
        base.deserialize(self._path.read_bytes())
        for (trigger,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            base.execute(f'DROP TRIGGER "{trigger}"')
        for (table,) in base.execute("SELECT table_name FROM gpkg_contents").fetchall():
            if table not in relations:
                base.execute("DELETE FROM gpkg_contents WHERE table_name = ?", [table])
                base.execute("DELETE FROM gpkg_geometry_columns WHERE table_name = ?", [table])
                continue
            found = _FILTER.match(relations[table]["filters"])
            if not found or int(found[3]) != self._srs:
                raise ValueError(relations[table]["filters"])  # PostgreSQL would refuse it too
            polygon = shapely.from_wkt(found[2])
            rows = base.execute(f'SELECT fid, "{found[1]}" FROM "{table}"').fetchall()
            meet = shapely.intersects(geometries([shape for _, shape in rows]), polygon)
            gone = [(fid,) for (fid, _), kept in zip(rows, meet, strict=True) if not kept]
            base.executemany(f'DELETE FROM "{table}" WHERE fid = ?', gone)
        base.commit()
        return base.serialize()

    def _job(self, rest: str, request: Request) -> Answer:
        id_, _, results = rest.partition("/")
        job = self._jobs.get(id_)
        if job is None:
            return _json(404, {"title": "job"})
        if results:
            href = f"{REAL}/resource/extraction_{id_}/data"
            return _json(200, {"logs": "[]", "summary": {}, "extractData": {"rel": "describedBy", "href": href}})
        failed = self.take_fault("failed", request)
        if failed is not None:
            job["status"] = "failed"
        elif job["status"] == "running" and job["polls"] <= 0:
            job["status"] = "successful"
        job["polls"] -= 1
        return _json(200, {"jobID": id_, "status": job["status"], "message": "Erreur lors de l'extraction des données"})

    def _feed(self, id_: str) -> Answer:
        href = f"{REAL}/download/extraction_{id_}/data/export/resultat.gpkg"
        feed = (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>resultat.gpkg</title>'
            f'<link rel="alternate" href="{href}" type="application/geopackage+sqlite3"/></entry></feed>'
        )
        return Answer(200, "application/atom+xml", feed.encode())


def _json(status: int, value: object) -> Answer:
    return Answer(status, _JSON, json.dumps(value).encode())
