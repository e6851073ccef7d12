"""A stand-in of the API of the Géoportail de l'urbanisme, as public clients describe it (2026).

Strict where the service is: pages from 0, at most 100 documents; the list holds the whole history; an unknown filter
(`insee`…) is ignored without a word; archives are behind a redirect, and given in pieces.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MOST = 100


@dataclass(frozen=True)
class GpuDocument:
    """A document and its archive."""

    id: str
    name: str
    partition: str
    archive: bytes = b""
    type: str = "PLU"
    status: str = "document.production"
    effective: str = "EN_VIGUEUR"
    grid: Mapping[str, str] = field(default_factory=lambda: {"name": "35238", "title": "RENNES"})
    pieces: Mapping[str, str] = field(default_factory=dict)


class Gpu(StandIn):
    """The API. `parents`: a grid → those above it; `moved`: `download/{name}.zip` no longer exists."""

    home = "/api"

    def __init__(
        self,
        documents: Iterable[GpuDocument],
        *,
        parents: Mapping[str, list[dict[str, str]]] | None = None,
        moved: bool = False,
        **speed: Any,
    ) -> None:
        self._documents = list(documents)
        self._parents, self._moved = dict(parents or {}), moved
        super().__init__(**speed)

    def answer(self, request: Request) -> Answer:  # noqa: PLR0911 - a route each
        """One request."""
        if request.method not in ("GET", "HEAD"):
            return _problem(405)
        steps = request.path.removeprefix(f"{self.home}/").strip("/").split("/")
        match steps:
            case ["document"]:
                return self._list(request.params)
            case ["grid", name, "parents"]:
                return _json(self._parents[name]) if name in self._parents else _problem(404)
            case ["document", known, "details"] if self._of(known):
                return _json(self._details(self._of(known)))
            case ["document", known, "download", *rest] if self._of(known):
                document = self._of(known)
                if rest and (self._moved or rest != [f"{document.name}.zip"]):
                    return _problem(404)
                place = f"{self.root()}/telechargement/download/pack_plu2/{document.id}/{document.name}.zip"
                return Answer(302, "text/html", b"", {"location": place})
            case ["telechargement", "download", "pack_plu2", known, _name] if self._of(known):
                return _file(self._of(known), request)
        if request.path.startswith("/telechargement/"):
            known = request.path.split("/")[4]
            return _file(self._of(known), request) if self._of(known) else _problem(404)
        return _problem(404)

    def _of(self, known: str) -> GpuDocument | None:
        return next((one for one in self._documents if one.id == known), None)

    def _list(self, params: Mapping[str, str]) -> Answer:
        page, limit = params.get("page", "0"), params.get("limit", "20")
        if not page.isdecimal() or not limit.isdecimal() or not 1 <= int(limit) <= _MOST:
            return _problem(400)
        found = [
            one
            for one in self._documents
            if params.get("partition", one.partition) == one.partition
            and params.get("status", one.status) == one.status
        ]
        start = int(page) * int(limit)
        return _json([_row(one) for one in found[start : start + int(limit)]])

    def _details(self, document: GpuDocument) -> dict[str, Any]:
        return {
            **_row(document),
            "title": f"{document.type} de {document.grid['title']}",
            "producer": "Rennes Métropole",
            "projectionCode": "EPSG:2154",
            "publicationDate": "26/03/2024 08:52:34",
            "archiveUrl": "",
            "writingMaterials": dict(document.pieces),
        }


def _row(document: GpuDocument) -> dict[str, Any]:
    return {
        "id": document.id,
        "status": document.status,
        "legalStatus": "APPROVED",
        "effectiveStatus": document.effective,
        "originalName": document.name,
        "type": document.type,
        "name": document.partition,
        "grid": dict(document.grid),
    }


def _file(document: GpuDocument | None, request: Request) -> Answer:
    if document is None or not document.archive:
        return _problem(404)
    body, asked = document.archive, request.headers.get("range", "")
    headers = {"accept-ranges": "bytes", "etag": f'"{document.id}"'}
    if asked.startswith("bytes="):
        first, _, last = asked.removeprefix("bytes=").partition("-")
        end = min(int(last or len(body)), len(body) - 1)
        if int(first) > end:
            return Answer(416, "text/plain", b"", {"content-range": f"bytes */{len(body)}"})
        headers["content-range"] = f"bytes {first}-{end}/{len(body)}"
        return Answer(206, "application/zip", body[int(first) : end + 1], headers)
    return Answer(200, "application/zip", body, headers)


def _json(content: object) -> Answer:
    return Answer(200, "application/json", json.dumps(content, ensure_ascii=False).encode())


def _problem(status: int) -> Answer:
    return Answer(status, "application/json", json.dumps({"code": status, "message": "error"}).encode())
