"""Offline, every path of the one-click flow on the training kit works, and nothing is sent."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offline import flow

ALONE = "import socket; s = socket.socket(); s.settimeout(2); s.connect(('127.0.0.1', {port}))"


def facts(path):
    state = path.stat()
    return hashlib.sha256(path.read_bytes()).hexdigest(), state.st_mtime_ns


def complete(given, layers):
    """Every layer, whole: none failed and none is empty over the whole EPCI."""
    count = len(set(layers))
    assert given["found"]["COUNT"] > 0
    for territory in flow.TERRITORIES:
        clipped = given[f"clip {territory}"]
        asked = count if territory == flow.WHOLE else len(flow.FEW)
        assert (clipped["LAYERS_DONE"], clipped["LAYERS_FAILED"]) == (asked, 0)
        assert clipped["FEATURES"] > 0
        assert given[f"contour {territory}"]["AREA"] > 0
        assert given[f"project {territory}"]["COUNT"] > 0
    report = json.loads(Path(given["clip epci:000000001"]["REPORT"]).read_text(encoding="utf-8"))
    assert [layer["entry"] for layer in report["layers"] if not layer["written"]] == []
    assert given["drawing"]["FEATURES"] > 0
    assert given["own"]["FEATURES"] > 0
    assert given["refresh"]["LAYERS_UNCHANGED"] == len(flow.FEW)


def every_click_gives(clicked):
    """What each button makes is there; of a recommended layer or a selection, what the kit lacks is told apart."""
    from data_territoires_plugin.catalogue import GeometryKind, load_catalogue
    from data_territoires_plugin.catalogue.selections import selections

    catalogue, there = load_catalogue(), set(flow.covered())

    def expected(entries):
        clippable = [entry.id for entry in entries if entry.geometry is not GeometryKind.RASTER]
        return len(there.intersection(clippable)), 0, len(set(clippable) - there)

    def counted(result):
        return result["LAYERS_DONE"], result["LAYERS_FAILED"], result["LAYERS_ABSENT"]

    for territory in flow.RECOMMENDED:
        entries = catalogue.recommended(territory.partition(":")[0])
        assert counted(clicked[f"recommended {territory}"]) == expected(entries), territory
    for kind in ("commune", "epci", "commune_deleguee"):  # those that one chooses in the room: whole
        assert expected(catalogue.recommended(kind))[2] == 0, kind
    for selection in selections():
        entries = [catalogue.entry(name) for name in selection.layers]
        assert counted(clicked[f"selection {selection.id}"]) == expected(entries), selection.id
        assert clicked[f"selection {selection.id}"]["FEATURES"] > 0
    assert clicked["search"]["COUNT"] > 0
    assert clicked["state"]["LAYERS_UNCHANGED"] == clicked["recommended epci:000000001"]["LAYERS_DONE"]
    assert clicked["validate"]["STANDARD"] == "plu_2024"
    assert clicked["map"]["MAPPED_FIELDS"]
    assert clicked["template"]["TABLES"]


def test_nobody_touches_the_wire_and_the_kit_stays_as_it_was(run, tripwire, monkeypatch, tmp_path):
    from qgis.core import QgsNetworkAccessManager

    seen = []
    manager = QgsNetworkAccessManager.instance()
    count = lambda parameters: seen.append(parameters.request().url().toString())  # noqa: E731
    manager.requestAboutToBeCreated.connect(count)
    reached = []
    sys.addaudithook(lambda name, given: _watch(name, given, reached))
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    before = facts(flow.KIT)
    clicks = tmp_path / "clics"
    clicks.mkdir()
    beside = sorted(path.name for path in flow.KIT.parent.iterdir())
    reached.clear()
    try:
        given = flow.flow(run, tmp_path, flow.covered())
        clicked = flow.one_click(run, clicks)
    finally:
        manager.requestAboutToBeCreated.disconnect(count)
        outward, _WATCHED[0] = list(reached), False
    complete(given, flow.covered())
    every_click_gives(clicked)
    assert (tripwire.touched, seen, outward) == ([], [], [])
    assert facts(flow.KIT) == before
    assert sorted(path.name for path in flow.KIT.parent.iterdir()) == beside


_WATCHED = [True]


def _watch(name, given, reached):
    if _WATCHED[0] and name in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        address = given[1] if name != "socket.getaddrinfo" else given[0]
        if not isinstance(address, (str, bytes)) or name == "socket.getaddrinfo":
            reached.append(f"{name} {address}")


def test_the_wire_tells_when_something_is_sent(run, tripwire):
    assert run("testservices", SERVICES="api_geo", OUTPUT="memory:")["DEAD"] == 1
    assert any("35238" in line for line in tripwire.touched)


def test_offline_a_real_territory_is_refused_in_words_and_without_a_request(run, tripwire, monkeypatch, tmp_path):
    from qgis.core import QgsProcessingException

    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    for name, more in (
        ("territory", {}), ("clip", {"LAYERS": "bdtopo_batiment"}), ("makekit", {}), ("gpudocuments", {}),
        ("clip", {"LAYERS": "datagouv:11111111-0000-4000-8000-000000000001"}),
    ):  # fmt: skip
        with pytest.raises(QgsProcessingException, match=r"offline|never made online"):
            run(name, TERRITORY="commune:35238", **more)
    for name, more in (
        ("search", {"QUERY": "arbres", "SOURCE": "datagouv,transport,csw"}),
        ("addservice", {"URL": "https://www.example.org/wfs", "OUTPUT": str(tmp_path / "s.yaml")}),
        ("isochrone", {"ADDRESS": "1 rue de la Monnaie, Rennes"}),
        ("territory", {"TERRITORY": "pnr:armorique"}),
    ):
        with pytest.raises(QgsProcessingException, match=r"offline|never made online"):
            run(name, **more)
    with pytest.raises(QgsProcessingException, match="offline"):
        run("updatecatalogue", URL="https://www.example.org/catalogue.yaml", OUTPUT=None)
    assert tripwire.touched == []


def test_offline_the_services_are_not_even_tested(run, tripwire, monkeypatch):
    from qgis.core import QgsProcessingException

    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    with pytest.raises(QgsProcessingException, match="offline"):
        run("testservices", OUTPUT="memory:")
    assert tripwire.touched == []


def test_a_background_drawn_offline_is_that_of_the_kit_and_asks_for_no_tile(run, tripwire, monkeypatch):
    from qgis.core import QgsProject, QgsRectangle

    from data_territoires_plugin.catalogue import load_catalogue
    from data_territoires_plugin.clip.project import add_to_project
    from tools.styles.render import render_layers

    backgrounds = load_catalogue().of_theme("fonds")
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    result = run("clip", TERRITORY="commune:00002", LAYERS="admin_commune")
    project = QgsProject()
    layers = add_to_project(project, Path(result["OUTPUT"]), backgrounds=backgrounds)
    assert len(layers) == 1 + len(backgrounds)
    land = layers[0].extent()
    colours = set()
    for layer in layers[1:]:
        image = render_layers([layer], QgsRectangle(land), "EPSG:2154", size=(60, 60))
        colours |= {image.pixel(x, y) for x in range(60) for y in range(60)}
    assert len(colours) > 20
    project.clear()
    assert sorted(path.name for path in flow.KIT.parent.iterdir()) == ["README.md", "cog.tsv", "fond.tif", "kit.gpkg"]
    assert tripwire.touched == []


def test_the_kit_covers_every_theme_of_the_catalogue():
    from data_territoires_plugin.catalogue import GeometryKind, load_catalogue

    catalogue, there = load_catalogue(), set(flow.covered())
    for theme in catalogue.themes:
        entries = catalogue.of_theme(theme)
        backgrounds = all(entry.geometry is GeometryKind.RASTER for entry in entries)
        assert backgrounds or any(entry.id in there for entry in entries), theme
    weight = sum(path.stat().st_size for path in flow.KIT.parent.iterdir())
    assert weight < 8_000_000


PREFIXES = (["unshare", "--net", "--"], ["unshare", "--map-root-user", "--net", "--"])


@pytest.fixture
def without_network():
    """The beginning of a command whose process has no network interface at all."""
    able = shutil.which("unshare") is not None
    ran = [
        one
        for one in PREFIXES
        if able and not subprocess.run([*one, "true"], capture_output=True, check=False).returncode
    ]
    if not ran:
        pytest.skip("a process can't be cut from the network here")
    with socket.create_server(("127.0.0.1", 0)) as server:
        command = [sys.executable, "-c", ALONE.format(port=server.getsockname()[1])]
        assert subprocess.run(command, check=False).returncode == 0
        assert subprocess.run([*ran[0], *command], capture_output=True, check=False).returncode != 0
    return ran[0]


def test_the_flow_needs_no_interface_at_all(without_network, tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "DATA_TERRITOIRES_ENDPOINTS"}
    environment |= {"DATA_TERRITOIRES_OFFLINE": "1", "DATA_TERRITOIRES_CACHE": str(tmp_path / "cache")}
    done = subprocess.run(
        [*without_network, sys.executable, flow.__file__, str(tmp_path)],
        capture_output=True, text=True, env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    complete(json.loads(done.stdout.splitlines()[-1]), [*flow.one_per_theme(), "bdtopo_batiment"])
