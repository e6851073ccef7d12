"""The catalogue updated from an address: checked whole, shown, applied at once, taken back in one step."""

from __future__ import annotations

import http.server
import threading

import pytest
import yaml

from data_territoires_plugin.catalogue import load_catalogue, update
from data_territoires_plugin.errors import CatalogueError, NetworkError
from tests.processing.running import provider, run

__all__ = ["provider", "run"]
pytest.importorskip("qgis.core")
RENAMED = {
    "entries": {
        "agglo_arbre": {
            "title": "Arbres", "abstract": "Les arbres de l’agglomération.", "theme": "vegetation", "producer": "Agglo",
            "service": "geopf_wfs", "layer": "AGGLO:arbre", "geometry": "point", "licence": "lov2",
            "attribution": "Agglo, {date}", "cut": "whole", "cut_reason": "Un point ne se coupe pas.",
        }
    }
}  # fmt: skip


class _Publisher(http.server.ThreadingHTTPServer):
    body = b""

    def publish(self, document):
        self.body = document if isinstance(document, bytes) else yaml.safe_dump(document, allow_unicode=True).encode()


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_):
        """Quietly."""


@pytest.fixture
def publisher(tmp_path, monkeypatch, qgis_app):
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path))
    server = _Publisher(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{server.server_port}/catalogue.yaml"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetched(publisher):
    from qgis.core import QgsFeedback

    return lambda: update.fetch_update(publisher.url, QgsFeedback())


def renamed(entry_id, layer):
    """The shipped block of an entry with another layer, as an authority would write it."""
    from data_territoires_plugin.catalogue.writing import as_yaml

    catalogue = load_catalogue()
    document = yaml.safe_load(as_yaml([catalogue.entry(entry_id)], catalogue.themes))
    document["entries"][entry_id]["layer"] = layer
    return document


def test_a_renamed_layer_is_shown_applied_and_taken_back(publisher, fetched):
    shipped = load_catalogue()
    before = shipped.entry("bdtopo_batiment")
    publisher.publish(renamed("bdtopo_batiment", "BDTOPO_V4:batiment"))
    found = fetched()
    assert [(one.kind, one.entry, one.keys) for one in found.changes] == [("changed", "bdtopo_batiment", ("layer",))]
    assert load_catalogue().entry("bdtopo_batiment") == before
    update.apply_update(found)
    assert load_catalogue().entry("bdtopo_batiment").layer == "BDTOPO_V4:batiment"
    assert len(load_catalogue().entries) == len(shipped.entries)
    update.roll_back()
    assert load_catalogue().entries == shipped.entries


def test_the_writing_of_every_entry_reads_back_as_the_same_entry(tmp_path):
    from data_territoires_plugin.catalogue.entry import Entry
    from data_territoires_plugin.catalogue.writing import as_yaml

    catalogue = load_catalogue()
    for entry in catalogue.entries:
        path = tmp_path / f"{entry.id}.yaml"
        path.write_text(as_yaml([entry], catalogue.themes), encoding="utf-8")
    again = {path.stem: load_catalogue(path).entry(path.stem) for path in tmp_path.glob("*.yaml")}
    fields = list(Entry.__dataclass_fields__)
    for entry in catalogue.entries:
        differing = [name for name in fields if getattr(entry, name) != getattr(again[entry.id], name)]
        assert differing == [], entry.id


def test_what_is_added_and_what_is_removed_are_told(publisher, fetched):
    publisher.publish(RENAMED | {"removed": ["fond_etat_major"]})
    found = fetched()
    assert {(one.kind, one.entry) for one in found.changes} == {
        ("added", "agglo_arbre"), ("removed", "fond_etat_major")}  # fmt: skip
    update.apply_update(found)
    assert {entry.id for entry in load_catalogue().entries} & {"agglo_arbre", "fond_etat_major"} == {"agglo_arbre"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!DOCTYPE html><html><body>Connexion</body></html>", "web page"),
        (b"entries:\n  a: [", "not YAML"),
        ({"entries": {"agglo_arbre": RENAMED["entries"]["agglo_arbre"] | {"them": "eau"}}}, "them"),
        ({"entries": {"agglo_arbre": RENAMED["entries"]["agglo_arbre"] | {"licence": "mienne"}}}, "mienne"),
        (
            {"entries": {"agglo_arbre": RENAMED["entries"]["agglo_arbre"] | {"service": "local", "layer": "/etc/x"}}},
            "files of this machine",
        ),
        ({"removed": ["nulle_part"]}, "nulle_part"),
    ],
)
def test_an_update_with_anything_wrong_changes_nothing(body, said, publisher, fetched):
    before = load_catalogue().entries
    publisher.publish(body)
    with pytest.raises((CatalogueError, NetworkError), match=said):
        fetched()
    assert load_catalogue().entries == before
    assert update.state().current.digest == ""


@pytest.mark.parametrize(
    "url", ["http://sig.example.org/c.yaml", "ftp://x/c.yaml", "file:///etc/passwd", "/etc/passwd", "https://"]
)
def test_an_address_that_is_not_https_is_refused(url, publisher):
    from qgis.core import QgsFeedback

    with pytest.raises(CatalogueError, match="https"):
        update.fetch_update(url, QgsFeedback())


def test_a_kill_between_two_steps_leaves_the_catalogue_in_use(publisher, fetched, monkeypatch):
    publisher.publish(renamed("bdtopo_batiment", "BDTOPO_V4:batiment"))
    update.apply_update(fetched())
    publisher.publish(renamed("bdtopo_batiment", "BDTOPO_V5:batiment"))
    found = fetched()
    monkeypatch.setattr(update, "_save", lambda _state: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        update.apply_update(found)
    assert load_catalogue().entry("bdtopo_batiment").layer == "BDTOPO_V4:batiment"


def test_a_damaged_update_is_told_and_can_be_taken_back(publisher, fetched, tmp_path):
    publisher.publish(renamed("bdtopo_batiment", "BDTOPO_V4:batiment"))
    update.apply_update(fetched())
    (file,) = (tmp_path / "catalogue").glob("*.yaml")
    file.write_bytes(b"entries: {}")
    with pytest.raises(CatalogueError, match="damaged"):
        load_catalogue()
    update.roll_back()
    assert load_catalogue().entry("bdtopo_batiment").layer == "BDTOPO_V3:batiment"


def test_without_an_earlier_catalogue_there_is_nothing_to_take_back(publisher):
    with pytest.raises(CatalogueError, match="no earlier"):
        update.roll_back()


def test_the_algorithm_checks_applies_and_goes_back(run, publisher):
    publisher.publish(RENAMED | {"removed": ["fond_etat_major"]})
    known = load_catalogue().entries
    told = run("updatecatalogue", URL=publisher.url, ACTION="check", OUTPUT=None)
    assert [told[name] for name in ("ADDED", "REMOVED", "CHANGED")] == [1, 1, 0]
    assert "agglo_arbre" in run.log
    assert load_catalogue().entries == known
    assert publisher.url in run("updatecatalogue", URL=publisher.url, ACTION="apply", OUTPUT=None)["IN_USE"]
    assert load_catalogue().entry("agglo_arbre")
    run("updatecatalogue", ACTION="rollback", OUTPUT=None)
    assert load_catalogue().entries == known
    assert run("updatecatalogue", URL="", ACTION="check", OUTPUT=None)["ADDED"] == 1  # the address was kept


@pytest.mark.parametrize(
    ("name", "inputs", "outputs"),
    [
        (
            "makekit",
            "TERRITORY LAYERS CATALOGUE BUFFER TITLE OUTPUT",
            "OUTPUT LAYERS_DONE LAYERS_FAILED FEATURES BYTES",
        ),
        ("openkit", "INPUT", "TITLE TERRITORY MADE LAYERS"),
        ("testservices", "SERVICES OUTPUT REPORT", "OUTPUT GOOD DIFFERENT DEAD MARKDOWN"),
        ("updatecatalogue", "URL ACTION", "ADDED REMOVED CHANGED IN_USE"),
    ],
)
def test_the_names_are_those_that_models_depend_on(name, inputs, outputs, provider):
    algorithm = provider.algorithm(name)
    assert {one.name() for one in algorithm.parameterDefinitions()} >= set(inputs.split())
    assert {one.name() for one in algorithm.outputDefinitions()} >= set(outputs.split())
