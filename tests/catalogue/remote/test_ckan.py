"""A catalogue of CKAN, as Data Sud has one: from the answers that CKAN's public reference describes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.catalogue.remote.found import Query
from data_territoires_plugin.catalogue.remote.platforms import platform_finders
from data_territoires_plugin.errors import CatalogueError, NetworkError
from tests.network.server import Server, reply

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DATASET = {
    "id": "1", "name": "arbres-remarquables", "title": "Arbres remarquables", "notes": "Essai.", "private": False,
    "license_id": "lov2", "license_title": "Licence Ouverte 2.0", "metadata_modified": "2026-01-02T03:04:05",
    "organization": {"title": "Parc régional"}, "tags": [{"name": "arbre"}],
    "resources": [
        {"id": "a", "name": "Notice", "format": "PDF", "url": "https://www.example.org/notice.pdf"},
        {"id": "b", "name": "Couche", "format": "GeoJSON", "url": "https://www.example.org/arbres.geojson"},
    ],
}  # fmt: skip


@pytest.fixture
def server(endpoints: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    server = Server()

    def answer(handler: Any) -> None:
        parts = urlsplit(handler.received.target)
        asked = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        status, content = 404, {"success": False, "error": {"message": "Not found"}}
        if parts.path.endswith("/package_search") and set(asked) == {"q", "rows", "start"}:
            status, content = 200, {"success": True, "result": {"count": 31, "results": [_DATASET]}}
        if parts.path.endswith("/package_show") and asked.get("id") == "arbres-remarquables":
            status, content = 200, {"success": True, "result": _DATASET}
        reply(status, json.dumps(content).encode(), Content_Type="application/json")(handler)

    server.always("/api/3/action/", answer)
    endpoints(datasud_catalogue=server.url("/api/3"))
    yield server
    server.close()


def test_a_search_gives_datasets_with_their_licence_and_the_best_file_first(server):
    finder = platform_finders()["datasud"]
    results = finder.search(Query("arbres", theme="eau"), QgsFeedback())
    assert (results.total, len(results.ignored)) == (31, 1)
    (found,) = results.found
    assert (found.title, found.producer, found.licence.id, found.updated) == (
        "Arbres remarquables", "Parc régional", "lov2", "2026-01-02",
    )  # fmt: skip
    assert [each.format for each in found.resources] == ["geojson", "pdf"]
    entry = finder.entry(found.resources[0].id, QgsFeedback())
    assert (entry.service, entry.layer) == ("file", "https://www.example.org/arbres.geojson")


def test_a_dataset_that_is_no_more_is_told(server):
    with pytest.raises(CatalogueError, match="disparu"):
        platform_finders()["datasud"].entry("disparu!a.geojson", QgsFeedback())


def test_an_answer_that_is_no_success_is_an_error(server):
    server.will("/api/3/action/package_search", reply(200, b'{"success": false}', Content_Type="application/json"))
    with pytest.raises(NetworkError):
        platform_finders()["datasud"].search(Query("arbres"), QgsFeedback())
