"""Files of ours that another program has changed: each is taken, or refused in words; nothing of Python comes out."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from qgis.core import QgsProcessingException

from data_territoires_plugin.paths import resources
from tests.processing.hostile import changed, usual

__all__ = ["usual"]
COUNT = 60  # of each file


@pytest.fixture
def said(run, monkeypatch):
    """What an algorithm says where it is not in words."""
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")

    def tries(algorithm, **parameters):
        try:
            run(algorithm, **parameters)
        except QgsProcessingException as error:
            words = f"{error} {run.log}"
            return words if "Traceback" in words else ""
        except Exception as error:
            return repr(error)
        return ""

    return tries


def all_in_words(tried):
    answers = [(document, words) for document, words in tried]
    assert len(answers) == COUNT
    assert [one for one in answers if one[1]] == []


@pytest.mark.parametrize("algorithm", ["map", "ownschema"])
def test_a_mapping(algorithm, usual, said, tmp_path):
    held = json.loads(Path(usual["ownschema"]["MAPPING"]).read_text(encoding="utf-8"))
    path = tmp_path / "changed.json"

    def tried():
        for document in changed(held, COUNT):
            path.write_text(json.dumps(document), encoding="utf-8")
            output = str(tmp_path / "schema.json") if algorithm == "ownschema" else "memory:"
            yield document, said(algorithm, INPUT=usual["map"]["INPUT"], MAPPING=str(path), OUTPUT=output)

    all_in_words(tried())


def test_a_schema(usual, run, said, tmp_path):
    made = run("ownschema", **usual["ownschema"], OUTPUT=str(tmp_path / "own.json"))["OUTPUT"]
    held = json.loads(Path(made).read_text(encoding="utf-8"))
    path = tmp_path / "changed.json"

    def tried():
        for document in changed(held, COUNT):
            path.write_text(json.dumps(document), encoding="utf-8")
            yield document, said("validate", INPUT=usual["map"]["INPUT"], STANDARD=str(path), OUTPUT="memory:")

    all_in_words(tried())


def test_a_template_of_records(usual, said, tmp_path):
    held = {
        "organisation": "Ville d’essai", "mots_cles": ["arbres"], "frequence": "annually", "echelle": "5000",
        "theme": "Adresses", "couches": {"essai": {"titre": "Essai"}},
    }  # fmt: skip
    path = tmp_path / "changed.yaml"

    def tried():
        for document in changed(held, COUNT):
            path.write_text(yaml.safe_dump(document), encoding="utf-8")
            more = {"TEMPLATE": str(path), "METADATA": "https://www.example.fr/csw", "DRY_RUN": True}
            yield document, said("publish", **usual["publish"], **more)

    all_in_words(tried())


def test_a_simulation_tells_what_is_wrong_with_the_template(usual, run, tmp_path):
    (tmp_path / "t.yaml").write_text("frequence: parfois", encoding="utf-8")
    more = {"TEMPLATE": str(tmp_path / "t.yaml"), "METADATA": "https://www.example.fr/csw", "DRY_RUN": True}
    with pytest.raises(QgsProcessingException):
        run("publish", **usual["publish"], **more)
    assert "parfois" in run.log


def test_a_catalogue(usual, said, tmp_path):
    held = yaml.safe_load((resources() / "catalogue" / "cadastre.yaml").read_text(encoding="utf-8"))
    path = tmp_path / "changed.yaml"

    def tried():
        for document in changed(held, COUNT):
            path.write_text(yaml.safe_dump(document), encoding="utf-8")
            yield document, said("clip", **usual["clip"], CATALOGUE=str(path))

    all_in_words(tried())


def test_a_verdict(usual, run, said, tmp_path):
    made = run("validate", **usual["validate"], REPORT=str(tmp_path / "v.html"))["JSON"]
    held = json.loads(Path(made).read_text(encoding="utf-8"))
    path = tmp_path / "changed.json"

    def tried():
        for document in changed(held, COUNT):
            path.write_text(json.dumps(document), encoding="utf-8")
            yield document, said("publish", **usual["publish"], VERDICT=str(path), DRY_RUN=True, NON_CONFORMING=True)

    all_in_words(tried())


def test_a_recipe(usual, said, tmp_path):
    path = tmp_path / "changed.gpkg"
    with closing(sqlite3.connect(usual["refresh"]["INPUT"])) as base:
        [text] = base.execute("SELECT document FROM dt_recipe WHERE document IS NOT NULL").fetchone()

    def tried():
        for document in changed(json.loads(text), COUNT):
            shutil.copy(usual["refresh"]["INPUT"], path)
            with closing(sqlite3.connect(path)) as base, base:
                base.execute("UPDATE dt_recipe SET document = ? WHERE document IS NOT NULL", (json.dumps(document),))
            yield document, said("refresh", INPUT=str(path), ASK_ONLY=True, OUTPUT=None)

    all_in_words(tried())


@pytest.mark.parametrize("algorithm", ["resume", "undo"])
def test_a_journal(algorithm, usual, said, tmp_path):
    path = tmp_path / "changed.sqlite"
    with closing(sqlite3.connect(usual["undo"]["JOURNAL"])) as base:
        [text] = base.execute("SELECT value FROM publication WHERE name = 'about'").fetchone()

    def tried():
        for document in changed(json.loads(text), COUNT):
            shutil.copy(usual["undo"]["JOURNAL"], path)
            with closing(sqlite3.connect(path)) as base, base:
                base.execute("UPDATE publication SET value = ? WHERE name = 'about'", (json.dumps(document),))
            yield document, said(algorithm, JOURNAL=str(path))

    all_in_words(tried())
