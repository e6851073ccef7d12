"""A stand-in of transport.data.gouv.fr: everything at once with an ETag, national layers, files at stable addresses.

As the site, it turns away who does not say its name (401, in plain text).
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.standins.datagouv import served
from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LAYERS = ("bnlc", "irve", "zfe", "gbfs_stations")


class Transport(StandIn):
    """The site.

    Args:
        datasets: as the API gives them; a resource has a key `path`, the file that is served at its stable address.
        layers: national layer → GeoJSON file.
    """

    home = "/api"

    def __init__(self, datasets: Iterable[Mapping[str, Any]], layers: Mapping[str, str] | None = None, **speed: Any):
        self._datasets, self._layers = [dict(each) for each in datasets], dict(layers or {})
        super().__init__(**speed)

    def answer(self, request: Request) -> Answer:
        if not request.headers.get("user-agent", "").strip():
            return Answer(401, "text/plain", b"Unauthorized")
        if request.method != "GET":
            return _json(404, {"error": "not found"})
        if request.path == "/api/datasets" and not request.params:
            return self._everything(request)
        if request.path == "/api/geo-query" and set(request.params) == {"data"} and request.params["data"] in _LAYERS:
            path = self._layers.get(request.params["data"])
            empty = b'{"type":"FeatureCollection","features":[]}'
            return Answer(200, "application/json", Path(path).read_bytes() if path else empty)
        steps = request.path.strip("/").split("/")
        if len(steps) == 3 and steps[0] == "resources" and steps[2] == "download":
            for resource in self._resources():
                if str(resource["id"]) == steps[1]:
                    return served(Path(resource["path"]), request)
        return _json(404, {"error": "not found"})

    def _resources(self) -> list[dict[str, Any]]:
        return [resource for dataset in self._datasets for resource in dataset["resources"]]

    def _everything(self, request: Request) -> Answer:
        listed = []
        for dataset in self._datasets:
            resources = [
                {name: value for name, value in resource.items() if name != "path"}
                | {"url": f"{self.root()}/resources/{resource['id']}/download"}
                for resource in dataset["resources"]
            ]
            listed.append({**dataset, "resources": resources})
        body = json.dumps(listed).encode()
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        headers = {"etag": tag, "cache-control": "max-age=60, public, must-revalidate"}
        if request.headers.get("if-none-match") == tag:
            return Answer(304, "application/json", b"", headers)
        return Answer(200, "application/json", body, headers)


def _json(status: int, content: Any) -> Answer:
    return Answer(status, "application/json", json.dumps(content).encode())
