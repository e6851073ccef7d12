"""A stand-in of data.gouv.fr (udata): the search, the datasets, the resources and their files.

Stricter than the site: it refuses a path without its final slash, a parameter that it does not know, a page beyond
10 000 datasets or longer than 100, and a file of restricted access without the key that it wants.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_JSON = "application/json"
_SEARCH = frozenset(
    ("q", "page", "page_size", "tag", "badge", "organization", "license", "geozone", "granularity", "format", "schema",
     "schema_version", "temporal_coverage", "featured", "topic", "access_type", "producer_type", "last_update_range",
     "sort")
)  # fmt: skip
_WINDOW = 10_000


@dataclass(frozen=True)
class File:
    """A resource. `path`: the file that is served, "" for a link to `url`."""

    id: str
    title: str
    format: str
    path: str = ""
    url: str = ""
    type: str = "main"
    schema: str = ""
    modified: str = "2026-09-15T08:00:00.000000+00:00"
    available: bool | None = True
    size: int | None = None
    name: str = ""  # of the file, at the end of its address


@dataclass(frozen=True)
class Dataset:
    """A dataset."""

    id: str
    title: str
    files: tuple[File, ...]
    organization: str = "Ville de Rennes"
    licence: str = "lov2"
    description: str = ""
    tags: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    access_type: str = "open"
    reason: str = ""
    updated: str = "2026-09-20T08:00:00.000000+00:00"


class DataGouv(StandIn):
    """data.gouv.fr. `key`: the X-API-KEY of an agent, wanted for the files of restricted datasets."""

    home = "/api"

    def __init__(self, datasets: Iterable[Dataset], *, key: str = "", **speed: Any) -> None:
        self._datasets, self._key = list(datasets), key
        super().__init__(**speed)

    def answer(self, request: Request) -> Answer:
        if request.method not in ("GET", "HEAD"):
            return _refused(405, "The method is not allowed for the requested URL.")
        if request.path.startswith(("/fr/datasets/r/", "/static/")):
            return self._file(request)
        if not request.path.endswith("/"):
            return _refused(404, "without its final slash")
        steps = [step for step in request.path.split("/") if step]
        if steps[:1] != ["api"]:
            return _refused(404, "no such path")
        return self._api(steps[1:], request.params)

    def _api(self, steps: list[str], params: Mapping[str, str]) -> Answer:
        if steps == ["2", "datasets", "search"]:
            return self._search(params)
        if len(steps) == 4 and steps[:3] == ["2", "datasets", "resources"]:
            return self._one(steps[3])
        dataset = next((each for each in self._datasets if len(steps) > 2 and each.id == steps[2]), None)
        if dataset is None or steps[1] != "datasets":
            return _refused(404, "Dataset not found")
        if len(steps) == 4 and steps[0] == "2" and steps[3] == "resources":
            rows = [self._resource(file) for file in dataset.files]
            return self._listed(rows, params, frozenset(("page", "page_size", "type", "q")))
        if len(steps) == 3 and steps[0] == "1":
            return _json(self._described(dataset) | {"resources": [self._resource(file) for file in dataset.files]})
        return _refused(404, "no such path")

    def _one(self, resource_id: str) -> Answer:
        for dataset in self._datasets:
            for file in dataset.files:
                if file.id == resource_id:
                    return _json({"resource": self._resource(file), "dataset_id": dataset.id})
        return _refused(404, "Resource does not exist")

    def _search(self, params: Mapping[str, str]) -> Answer:
        words = _plain(params.get("q", "")).split()

        def suits(each: Dataset) -> bool:
            said = _plain(f"{each.title} {each.description} {each.organization} {' '.join(each.tags)}")
            return (
                all(word in said for word in words)
                and ("geozone" not in params or params["geozone"] in each.zones)
                and ("tag" not in params or params["tag"] in each.tags)
                and ("license" not in params or params["license"] == each.licence)
                and ("organization" not in params or params["organization"] == _key_of(each.organization))
                and ("format" not in params or any(file.format == params["format"] for file in each.files))
                and ("schema" not in params or any(file.schema == params["schema"] for file in each.files))
            )

        rows = []
        for each in filter(suits, self._datasets):
            href = f"{self.address()}/2/datasets/{each.id}/resources/?page=1&page_size=50"
            link = {"rel": "subsection", "href": href, "type": "GET", "total": len(each.files)}
            rows.append(self._described(each) | {"resources": link})
        return self._listed(rows, params, _SEARCH)

    def _listed(self, rows: list[dict[str, Any]], params: Mapping[str, str], known: frozenset[str]) -> Answer:
        unknown = set(params) - known
        if unknown or any(value == "" for value in params.values()):
            return _refused(400, f"Unknown or empty: {sorted(params)}")
        page, size = int(params.get("page", 1)), int(params.get("page_size", 20))
        if page < 1 or not 1 <= size <= 100:
            return _refused(400, "page_size")
        if page * size > _WINDOW:
            return _refused(400, "Result window is too large")
        following = page * size < len(rows)
        return _json(
            {
                "data": rows[(page - 1) * size : page * size],
                "page": page,
                "page_size": size,
                "total": len(rows),
                "next_page": f"{self.root()}/?page={page + 1}" if following else None,
                "previous_page": f"{self.root()}/?page={page - 1}" if page > 1 else None,
            }
        )

    def _described(self, each: Dataset) -> dict[str, Any]:
        return {
            "id": each.id,
            "title": each.title,
            "slug": _plain(each.title).replace(" ", "-"),
            "description": each.description,
            "license": each.licence,
            "access_type": each.access_type,
            "access_type_reason": each.reason or None,
            "private": False,
            "tags": list(each.tags),
            "last_update": each.updated,
            "last_modified": each.updated,
            "organization": {"id": _key_of(each.organization), "name": each.organization, "class": "Organization"},
            "owner": None,
            "spatial": {"zones": list(each.zones), "granularity": "other", "geom": None} if each.zones else None,
            "page": f"https://www.data.gouv.fr/datasets/{each.id}/",
            "uri": f"{self.address()}/1/datasets/{each.id}/",
        }

    def _resource(self, file: File) -> dict[str, Any]:
        hosted = bool(file.path)
        size = file.size or (Path(file.path).stat().st_size if hosted else None)
        name = file.name or Path(file.path).name
        return {
            "id": file.id,
            "title": file.title,
            "description": None,
            "filetype": "file" if hosted else "remote",
            "type": file.type,
            "format": file.format,
            "url": f"{self.root()}/static/{file.id}/{name}" if hosted else file.url,
            "latest": f"{self.root()}/fr/datasets/r/{file.id}",
            "checksum": None,
            "filesize": size,
            "mime": None,
            "created_at": file.modified,
            "last_modified": file.modified,
            "harvest": None,
            "extras": {} if file.available is None else {"check:available": file.available},
            "preview_url": None,
            "schema": {"name": file.schema, "version": None, "url": None} if file.schema else None,
            "internal": {},
        }

    def _file(self, request: Request) -> Answer:
        """The stable address of a resource sends to its file, which says its ETag and its day."""
        steps = [step for step in request.path.split("/") if step]
        wanted = steps[-1] if steps[0] == "fr" else steps[1]
        for dataset in self._datasets:
            for file in dataset.files:
                if file.id == wanted and file.path:
                    if dataset.access_type != "open" and request.headers.get("x-api-key") != self._key:
                        return _refused(401, "Invalid API Key")
                    if steps[0] == "fr":
                        address = f"{self.root()}/static/{file.id}/{file.name or Path(file.path).name}"
                        return Answer(302, "text/html", b"", {"location": address})
                    return served(Path(file.path), request)
        return _refused(404, "no such file")


def served(path: Path, request: Request) -> Answer:
    """A file, or 304 where the client has it."""
    body = path.read_bytes()
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"etag": tag, "last-modified": "Mon, 15 Sep 2025 08:00:00 GMT"}
    if request.headers.get("if-none-match") == tag:
        return Answer(304, "application/octet-stream", b"", headers)
    return Answer(200, "application/octet-stream", body, headers)


def _json(content: Any) -> Answer:
    return Answer(200, _JSON, json.dumps(content).encode())


def _refused(status: int, message: str) -> Answer:
    return Answer(status, _JSON, json.dumps({"message": message}).encode())


def _key_of(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:24]


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
