"""What a catalogue file may hold, and what is said of one that is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data_territoires_plugin.catalogue import CutMode, GeometryKind, load_catalogue
from data_territoires_plugin.errors import CatalogueError

from .conftest import ENTRY, HEADER

PROJECT = Path(__file__).resolve().parents[2]


def line_of(text, part):
    """The number of the first line that holds `part`, counted apart from our reader."""
    return 1 + next(number for number, line in enumerate(text.splitlines()) if part in line)


def test_an_entry_inherits_the_header_and_may_say_otherwise(catalogue_file):
    own = "    theme: eau\n    cut: whole\n    cut_reason: Pour voir.\n    code_fields: {commune: insee}\n"
    entry = load_catalogue(catalogue_file(HEADER + ENTRY + own)).entry("ville_pistes")
    assert (entry.producer, entry.licence.title, entry.geometry) == (
        "Ville de Test",
        "Licence Ouverte 2.0",
        GeometryKind.LINE,
    )
    assert (entry.theme, entry.cut, entry.cut_reason) == ("eau", CutMode.WHOLE, "Pour voir.")
    assert dict(entry.code_fields) == {"commune": "insee"}


def test_a_file_of_the_user_adds_an_entry_and_keeps_those_shipped(catalogue_file):
    shipped, more = load_catalogue(), load_catalogue(catalogue_file(HEADER + ENTRY))
    assert {entry.id for entry in more.entries} - {entry.id for entry in shipped.entries} == {"ville_pistes"}
    assert more.entry("bdtopo_batiment") == shipped.entry("bdtopo_batiment")
    assert more.entry("ville_pistes") in more.of_theme("voies")


def test_a_file_of_the_user_replaces_an_entry_of_the_same_id(catalogue_file):
    text = HEADER + ENTRY.replace("ville_pistes", "bdtopo_troncon_de_route")
    more = load_catalogue(catalogue_file(text))
    assert more.entry("bdtopo_troncon_de_route").layer == "ville:pistes"
    assert len(more.entries) == len(load_catalogue().entries)


def test_a_file_of_the_user_brings_its_theme_and_its_licence(catalogue_file):
    text = (
        "themes: {mobilier: Mobilier urbain}\n"
        "licences:\n  convention: {title: Convention départementale, url: ''}\n"
        + HEADER.replace("voies", "mobilier").replace("lov2", "convention")
        + ENTRY
    )
    more = load_catalogue(catalogue_file(text))
    assert list(more.themes)[-1] == "mobilier"
    assert more.entry("ville_pistes").licence.title == "Convention départementale"


@pytest.mark.parametrize("layer", ["donnees/pistes.gpkg", "donnees/pistes.gpkg|layername=piste"])
def test_a_local_path_is_relative_to_the_catalogue_file(catalogue_file, layer):
    path = catalogue_file(HEADER.replace("geopf_wfs", "local") + ENTRY.replace("ville:pistes", f'"{layer}"'))
    assert load_catalogue(path).entry("ville_pistes").layer == str(path.parent.resolve() / layer)


def test_a_service_named_by_the_endpoints_file_is_known(catalogue_file, tmp_path, monkeypatch):
    path = catalogue_file(HEADER.replace("geopf_wfs", "sig_ville") + ENTRY)
    with pytest.raises(CatalogueError, match="sig_ville"):
        load_catalogue(path)
    endpoints = tmp_path / "endpoints.json"
    endpoints.write_text(json.dumps({"sig_ville": "https://sig.ville.example/wfs"}), encoding="utf-8")
    monkeypatch.setenv("DATA_TERRITOIRES_ENDPOINTS", str(endpoints))
    assert load_catalogue(path).entry("ville_pistes").service == "sig_ville"


def test_a_file_that_changed_is_read_again(catalogue_file):
    path = catalogue_file(HEADER + ENTRY)
    assert load_catalogue(path).entry("ville_pistes").title == "Pistes cyclables"
    catalogue_file(HEADER + ENTRY.replace("Pistes cyclables", "Pistes et bandes cyclables"))
    assert load_catalogue(path).entry("ville_pistes").title == "Pistes et bandes cyclables"


BAD = {
    "an unknown key, with the near one": (
        ENTRY + "    geometry_colum: geom\n",
        "geometry_colum",
        ["ville_pistes", "geometry_colum", "geometry_column"],
    ),
    "an unknown cut mode": (
        ENTRY + "    cut: wole\n",
        "wole",
        ["cut", "wole", "whole"],
    ),
    "an unknown theme": (ENTRY + "    theme: voirie\n", "voirie", ["theme", "voirie"]),
    "an unknown licence": (ENTRY + "    licence: lov3\n", "lov3", ["licence", "lov2"]),
    "an unknown service": (ENTRY + "    service: geopf_csv\n", "geopf_csv", ["service", "geopf_csw"]),
    "an unknown kind of territory": (
        ENTRY + "    code_fields: {comune: insee}\n",
        "comune",
        ["code_fields", "comune", "commune"],
    ),
    "an id badly formed": (
        ENTRY.replace("ville_pistes", "Ville-Pistes"),
        "Ville-Pistes",
        ["Ville-Pistes"],
    ),
    "a key given twice": (ENTRY + "    title: Encore\n", "Encore", ["title"]),
    "a scale that is no number": (ENTRY + "    min_scale: 1:5000\n", "1:5000", ["min_scale"]),
    "a CRS that is none": (ENTRY + "    crs: Lambert 93\n", "Lambert 93", ["crs", "EPSG:2154"]),
    "a list that is a text": (ENTRY + "    keywords: vélo\n", "keywords", ["keywords"]),
    "an attribution with an unknown place": (
        ENTRY + '    attribution: "Ville {annee}"\n',
        "{annee}",
        ["attribution", "annee", "edition"],
    ),
    "an attribution that shows an edition nobody gives": (
        ENTRY + '    attribution: "Ville {edition}"\n',
        "ville_pistes",
        ["edition"],
    ),
    "options on a layer that is no background": (
        ENTRY + "    options: {format: image/png}\n",
        "ville_pistes",
        ["options"],
    ),
}


@pytest.mark.parametrize(("text", "where", "words"), BAD.values(), ids=BAD.keys())
def test_a_wrong_value_is_told_with_file_line_and_key(catalogue_file, text, where, words):
    text = HEADER + text
    with pytest.raises(CatalogueError) as told:
        load_catalogue(catalogue_file(text))
    assert f"ville.yaml:{line_of(text, where)}: " in told.value.message
    for word in words:
        assert word in told.value.message
    assert told.value.hint


@pytest.mark.parametrize("key", ["producer", "licence", "attribution", "service", "theme", "geometry", "cut"])
def test_a_missing_key_is_told_at_the_line_of_the_entry(catalogue_file, key):
    header = "".join(line + "\n" for line in HEADER.splitlines() if not line.startswith(f"{key}:"))
    with pytest.raises(CatalogueError) as told:
        load_catalogue(catalogue_file(header + ENTRY))
    assert f"ville.yaml:{line_of(header + ENTRY, 'ville_pistes')}: " in told.value.message
    assert key in told.value.message


def test_an_id_given_twice_in_a_file_is_told_with_both_lines(catalogue_file):
    text = HEADER + ENTRY + "  ville_pistes:\n    title: Encore\n"
    with pytest.raises(CatalogueError) as told:
        load_catalogue(catalogue_file(text))
    first, second = (number + 1 for number, line in enumerate(text.splitlines()) if "ville_pistes" in line)
    assert f"ville.yaml:{second}: " in told.value.message
    assert str(first) in told.value.message.split(f"ville.yaml:{second}: ")[1]


def test_all_the_problems_of_a_file_are_told_at_once(catalogue_file):
    text = HEADER + ENTRY + "    theme: voirie\n    cut: wole\n    colour: red\n"
    with pytest.raises(CatalogueError) as told:
        load_catalogue(catalogue_file(text))
    assert told.value.message.count("ville.yaml:") == 3


@pytest.mark.parametrize("text", ["entries:\n  - [oops\n", "entries: {a: 1\nb: 2}}\n", 'producer: "not closed\n'])
def test_what_is_not_yaml_is_told_with_a_line(catalogue_file, text):
    with pytest.raises(CatalogueError, match=r"ville\.yaml:\d+: "):
        load_catalogue(catalogue_file(text))


@pytest.mark.parametrize("text", ["entries: rien\n", "- une\n- liste\n", "entries:\n  ville_pistes: rien\n"])
def test_a_file_of_another_shape_is_told_with_a_line(catalogue_file, text):
    with pytest.raises(CatalogueError, match=r"ville\.yaml:\d+: "):
        load_catalogue(catalogue_file(text))


def test_a_file_that_is_absent_or_not_in_utf_8_is_told(catalogue_file, tmp_path):
    with pytest.raises(CatalogueError, match="absent"):
        load_catalogue(tmp_path / "absent.yaml")
    path = catalogue_file("")
    path.write_bytes("title: Forêt\n".encode("latin-1"))
    with pytest.raises(CatalogueError, match=r"ville\.yaml"):
        load_catalogue(path)


def test_an_empty_file_adds_nothing(catalogue_file):
    assert load_catalogue(catalogue_file("")).entries == load_catalogue().entries


def test_the_catalogue_is_read_without_qgis():
    code = "import sys; sys.modules['qgis'] = None\n" + (
        "from data_territoires_plugin.catalogue import load_catalogue; print(len(load_catalogue().entries))"
    )
    answer = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert int(answer.stdout) == len(load_catalogue().entries)


def test_the_example_of_the_documentation_is_a_catalogue(tmp_path):
    page = (PROJECT / "docs" / "catalogue.md").read_text(encoding="utf-8")
    blocks = [part.split("```")[0] for part in page.split("```yaml\n")[1:]]
    assert blocks
    for number, block in enumerate(blocks):
        path = tmp_path / f"exemple_{number}.yaml"
        path.write_text(block, encoding="utf-8")
        assert len(load_catalogue(path).entries) > len(load_catalogue().entries)
