"""The services asked one small question each: a healthy one, and each illness."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data_territoires_plugin.errors import NetworkError
from tests.clip.files import write_gpkg

PROJECT = Path(__file__).resolve().parents[2]
KIT = PROJECT / "resources" / "training" / "kit.gpkg"


@pytest.fixture
def every_layer(geopf, endpoints):
    """The stand-in with every layer of the training kit, whose fields are the service's; its own catalogue is asked."""
    from data_territoires_plugin.catalogue import load_catalogue
    from data_territoires_plugin.geopackage import connect, layer_names, read_table

    connection = connect(KIT, read_only=True)
    names = layer_names(connection)
    connection.close()
    catalogue = load_catalogue()

    def start(**renamed):
        layers = {}
        for name in names:
            entry = catalogue.entry(name)
            if read_table(KIT, name).geometry and entry.service == "geopf_wfs":
                layers[renamed.get(name, entry.layer)] = (KIT, name, entry.key, 2154, entry.geometry_column or "geom")
        server = geopf(layers, rate=0)
        endpoints(geopf_wfs=server.url)
        return server

    return start


@pytest.fixture
def told(qgis_app):
    from qgis.core import QgsFeedback

    from data_territoires_plugin.sources.checkup import check_services, questions

    def ask(*names, **options):
        return [one for _, found in check_services(questions(names), QgsFeedback(), **options) for one in found]

    return ask


@pytest.fixture
def only_kit(monkeypatch):
    """A catalogue of the layers of the training kit."""
    from data_territoires_plugin.catalogue import Catalogue, load_catalogue
    from data_territoires_plugin.geopackage import connect, layer_names, read_table
    from data_territoires_plugin.sources import checkup

    connection = connect(KIT, read_only=True)
    names = layer_names(connection)
    connection.close()
    whole = load_catalogue()
    entries = tuple(whole.entry(name) for name in names if read_table(KIT, name).geometry)
    monkeypatch.setattr(checkup, "load_catalogue", lambda: Catalogue(entries, whole.themes, whole.licences))


def test_a_healthy_service_is_said_to_be_good(every_layer, only_kit, told):
    every_layer()
    (found,) = told("geopf_wfs")
    assert (found.verdict.value, found.said) == ("good", "as expected")


def test_a_renamed_layer_is_named_with_the_nearest_ones(every_layer, only_kit, told):
    every_layer(bdtopo_batiment="BDTOPO_V4:batiment")
    (found,) = told("geopf_wfs")
    assert found.verdict.value == "different"
    assert "bdtopo_batiment" in found.subject
    assert "BDTOPO_V4:batiment" in found.said


def test_fields_that_appear_and_disappear_are_named(every_layer, only_kit, told, monkeypatch):
    from data_territoires_plugin.sources import checkup

    every_layer()
    true = checkup.read_table

    def older(path, name):
        table = true(path, name)
        if name != "bdtopo_batiment":
            return table
        columns = (*(one for one in table.columns if one != "hauteur"), "ancien_champ")
        return type(table)(**{**vars(table), "columns": columns})

    monkeypatch.setattr(checkup, "read_table", older)
    (found,) = told("geopf_wfs")
    assert "missing fields: ancien_champ; new fields: hauteur" in found.said


@pytest.mark.parametrize(
    ("fault", "options", "verdict"),
    [
        ("status", {"status": 404}, "dead"),
        ("status", {"status": 500}, "dead"),
        ("status", {"status": 401}, "different"),
        ("html", {}, "different"),
        ("truncate", {"share": 0.5}, "dead"),  # half an answer is none
    ],
)
def test_each_illness_has_its_verdict(fault, options, verdict, geopf, endpoints, told):
    server = geopf({"A:b": (KIT, "admin_commune", "cleabs", 2154, "geom")}, rate=0)
    endpoints(geobretagne=server.root())
    server.fault(fault, times=-1, **options)
    (found,) = told("geobretagne")
    assert found.verdict.value == verdict
    assert found.said


def test_a_service_that_nobody_serves_is_dead_and_the_others_are_asked_all_the_same(
    every_layer, only_kit, endpoints, told
):
    every_layer()
    endpoints(api_geo="http://127.0.0.1:9")
    verdicts = {one.service: one.verdict.value for one in told("api_geo", "geopf_wfs")}
    assert verdicts == {"api_geo": "dead", "geopf_wfs": "good"}


def test_a_slow_answer_is_said_to_be_slow(every_layer, only_kit, told):
    every_layer()
    (found,) = told("geopf_wfs", slow=0.0)
    assert found.verdict.value == "slow"


@pytest.mark.parametrize(
    ("columns", "verdict"), [(("code", "nom", "codeEpci"), "good"), (("code", "nom"), "different")]
)
def test_an_answer_that_lost_a_key_is_different_and_names_it(columns, verdict, api_geo, endpoints, told, tmp_path):
    values = {"code": "35238", "nom": "Rennes", "codeEpci": "243500139"}
    path = write_gpkg(
        tmp_path / "communes.gpkg",
        "communes",
        [("MULTIPOLYGON(((-1.7 48,-1.7 48.2,-1.6 48.2,-1.7 48)))", *values.values())],
        dict.fromkeys(values, str),
        epsg=4326,
    )
    endpoints(api_geo=api_geo({"communes": (path, "communes", {name: name for name in columns})}, rate=0).url)
    (found,) = told("api_geo")
    assert found.verdict.value == verdict
    assert ("codeEpci" in found.said) == (verdict == "different")


def test_an_unknown_name_is_refused_with_the_nearest(told):
    with pytest.raises(NetworkError, match="api_geo"):
        told("api_gio")


def test_the_questions_are_about_services_that_have_an_address():
    import yaml

    asked = yaml.safe_load((PROJECT / "resources" / "services.yaml").read_text(encoding="utf-8"))
    known = json.loads((PROJECT / "resources" / "endpoints.json").read_text(encoding="utf-8"))
    assert set(asked) <= set(known)


def test_the_table_can_be_pasted_and_what_is_wrong_comes_first(qgis_app):
    from data_territoires_plugin.sources.checkup import Finding, Verdict, as_markdown

    text = as_markdown(
        (
            Finding("a", Verdict.GOOD, "https://a", "as expected", seconds=0.2),
            Finding("b", Verdict.DEAD, "https://b", "one|two\nthree"),
        ),
        "DataTerritoires/1",
    )
    rows = [line for line in text.splitlines() if line.startswith("|")][2:]
    assert [row.split(" | ")[0] for row in rows] == ["| b", "| a"]
    assert {row.count("|") for row in rows} == {6}


def test_the_tool_prints_the_table_and_fails_where_a_service_is_dead(endpoints):
    endpoints(api_geo="http://127.0.0.1:9")
    done = subprocess.run(
        [sys.executable, str(PROJECT / "tools" / "doctor.py"), "api_geo"],
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "| api_geo | " in done.stdout
