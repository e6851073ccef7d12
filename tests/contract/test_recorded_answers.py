"""Every answer recorded from a service is read by our own readers; a file that nothing reads fails, or says why."""

from __future__ import annotations

import csv
import http.server
import json
import re
import threading
from pathlib import Path

import pytest
import yaml

from data_territoires_plugin.errors import ServerError

# Nothing of the plugin reads these: contracts and notes for people, read elsewhere, or of services without a client.
NOT_ANSWERS = {
    "SOURCES.md": "la liste des enregistrements",
    "geocodage": "contrats OpenAPI, lus par test_requests",
    "recherche-entreprises": "contrat OpenAPI, lu par test_requests",
    "validata": "rapports du validateur national, lus par les tests du contrôle",
    "geopf-wfs/schemas-2026-08": "schémas dérivés, lus par les tests du jeu de formation",
    "happign-mocks": "doublures d’un autre projet, pas des réponses",
}
LISTS = (".csv", ".tsv", ".md")


@pytest.fixture(scope="module")
def recorded(shared):
    return shared / "recorded"


@pytest.fixture(scope="module")
def replay(recorded):
    """Every recorded file at its path, with the status and the type that were recorded with it."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            path = recorded / self.path.lstrip("/")
            told = path.with_name(f"{path.stem}.headers.json")
            facts = json.loads(told.read_text(encoding="utf-8")) if told.is_file() else {}
            body = path.read_bytes()
            self.send_response(facts.get("status", 200))
            self.send_header("Content-Type", facts.get("headers", {}).get("content-type", "application/octet-stream"))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Quietly."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def ask(replay, qgis_app):
    from data_territoires_plugin.network import session

    def get(name):
        with session() as web:
            return web.get(f"{replay}/{name}")

    return get


def test_the_types_of_the_capabilities_are_all_found(ask, recorded):
    from data_territoires_plugin.network import xml_answer
    from data_territoires_plugin.sources.wfs_capabilities import type_names

    name = "geopf-wfs/capabilities-2.0.0.xml"
    expected = re.findall(r"<FeatureType\b.*?<Name>([^<]+)</Name>", (recorded / name).read_text("utf-8"), re.DOTALL)
    assert len(expected) > 400
    assert list(type_names(xml_answer(ask(name)))) == expected


@pytest.mark.parametrize(
    ("name", "layer"),
    [
        ("describe-limites-admin-commune-2025-06.xml", "LIMITES_ADMINISTRATIVES_EXPRESS.LATEST:commune"),
        ("describe-courbe-2025-06.xml", "ELEVATION.CONTOUR.LINE:courbe"),
    ],
)
def test_the_columns_of_a_description_are_those_it_lists(name, layer, ask, recorded):
    from data_territoires_plugin.network import xml_answer
    from data_territoires_plugin.sources.wfs_capabilities import description

    text = (recorded / "geopf-wfs" / name).read_text("utf-8")
    elements = re.findall(r'<xsd:element[^>]*name="([^"]+)"[^>]*type="(xsd:[^"]+)"', text)
    columns = description(xml_answer(ask(f"geopf-wfs/{name}")), layer).columns
    assert [column.name for column in columns] == [found for found, _ in elements]
    assert columns


def test_an_unknown_type_is_a_refusal_in_the_words_of_the_service(ask):
    from data_territoires_plugin.network import checked

    with pytest.raises(ServerError) as refused:
        checked(ask("geopf-wfs/describe-badname-400-2025-06.xml"))
    assert "Could not find type" in f"{refused.value} {refused.value.detail}"


def test_a_refusal_that_is_not_json_is_a_refusal_all_the_same(ask):
    from data_territoires_plugin.network import json_answer

    with pytest.raises(ServerError):
        json_answer(ask("apicarto/codes-postaux-404-2025-09.json"))


def collections(folder):
    """The recorded feature collections."""
    for path in sorted(folder.rglob("*.json")):
        if path.name.endswith(".headers.json") or "happign" in str(path):
            continue
        try:
            content = json.loads(path.read_text(encoding="utf-8-sig"))
        except ValueError:
            continue
        if isinstance(content, dict) and content.get("type") in ("FeatureCollection", "Feature"):
            yield path, content


def test_every_recorded_feature_is_converted_none_is_lost(recorded, tmp_path, ask):
    from qgis.core import QgsFeedback

    from data_territoires_plugin.network import json_answer
    from data_territoires_plugin.sources.convert import Reading, convert

    read = 0
    for path, content in collections(recorded):
        name = str(path.relative_to(recorded))
        assert json_answer(ask(name)) == content
        features = content.get("features", [content])
        if features:
            rows = convert(Reading(str(path), to_crs="EPSG:2154"), tmp_path / "page.gpkg", "rows", QgsFeedback())
            assert rows == len(features), name
        read += 1
    assert read >= 15


def test_the_tiles_are_read_and_the_catalogue_asks_for_a_format_that_is_served(ask):
    from data_territoires_plugin.network import xml_answer

    document = xml_answer(ask("geopf-wmts/capabilities-1.0.0-trimmed.xml"))
    assert document.elementsByTagName("Layer").count() == 7


@pytest.mark.parametrize("name", ["capabilities-page", "resource-page", "subresource-page"])
def test_each_page_of_the_download_service_has_entries(name, ask):
    from data_territoires_plugin.network import xml_answer
    from data_territoires_plugin.sources import atom

    root = xml_answer(ask(f"geopf-telechargement/{name}.xml")).documentElement()
    entries = list(atom._children(root, "entry"))
    assert entries
    links = [each.attribute("href") for entry in entries for each in atom._children(entry, "link")]
    assert len(links) >= len(entries)
    assert all(link.startswith("https://") for link in links)


@pytest.mark.parametrize("version", ["1.3", "1.4", "1.5"])
def test_an_official_bal_is_read_whole_with_its_coordinates(version, recorded):
    from data_territoires_plugin.sources.dialect import recognise, records

    path = recorded / "bal" / f"{version}-valid.csv"
    dialect = recognise(path)
    header, *rows = records(path, dialect)
    with path.open(encoding="utf-8-sig", newline="") as file:
        expected = list(csv.reader(file, delimiter=";"))
    assert [header, *rows] == [row for row in expected if row]
    assert {"long", "lat", "x", "y"} <= set(header)


def test_the_json_of_the_other_services_is_read_by_the_door(recorded, ask):
    from data_territoires_plugin.network import json_answer

    read = []
    for path in sorted(recorded.rglob("*.json")):
        name = str(path.relative_to(recorded))
        if path.name.endswith(".headers.json") or excused(name) or "404" in name or "badname" in name:
            continue
        assert json_answer(ask(name)) == json.loads(path.read_text(encoding="utf-8-sig"))
        read.append(name)
    assert {name.partition("/")[0] for name in read} >= {"apicarto", "datagouv", "schema-datagouv", "geopf-wfs"}


def test_the_recorded_bodies_of_grist_are_json(recorded):
    bodies = 0
    for path in sorted((recorded / "grist").glob("*.yaml")):
        for exchange in yaml.safe_load(path.read_text(encoding="utf-8"))["interactions"]:
            body = exchange["response"]["body"]["string"]
            if exchange["response"]["status"]["code"] == 200 and body:
                json.loads(body)
                bodies += 1
    assert bodies


def excused(name):
    return any(name == each or name.startswith(f"{each}/") or f"/{each}/" in name for each in NOT_ANSWERS)


def test_no_recorded_file_is_forgotten(recorded):
    """A new recording is read above by its form, or excused by name."""
    forgotten = [
        str(path.relative_to(recorded))
        for path in sorted(recorded.rglob("*"))
        if path.is_file()
        and not excused(str(path.relative_to(recorded)))
        and path.suffix not in LISTS
        and path.suffix not in (".json",)  # all of them are read by the door
        and path.name not in READ
        and "grist" not in path.parts
    ]
    assert forgotten == []


READ = {
    "capabilities-2.0.0.xml", "describe-limites-admin-commune-2025-06.xml", "describe-courbe-2025-06.xml",
    "describe-badname-400-2025-06.xml", "capabilities-1.0.0-trimmed.xml", "capabilities-page.xml",
    "resource-page.xml", "subresource-page.xml",
}  # fmt: skip
VERIFIED = yaml.safe_load((Path(__file__).with_name("verified.yaml")).read_text(encoding="utf-8"))


def test_what_the_table_says_to_be_recorded_is_there(recorded):
    named = [name for lines in VERIFIED.values() for line in lines for name in line.get("recorded", ())]
    assert [name for name in named if not (recorded / name).is_file()] == []
