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


@pytest.fixture
def all_in_words(tmp_path):
    """`all_in_words(document, name, put, ask)`: each change of a document is put in a file, and asked about."""

    def tries(held, name, put, ask):
        path, wrong = tmp_path / name, []
        for document in changed(held, COUNT):
            put(path, document)
            if words := ask(str(path)):
                wrong.append((document, words))
        assert wrong == []

    return tries


def as_json(path, document):
    path.write_text(json.dumps(document), encoding="utf-8")


def as_yaml(path, document):
    path.write_text(yaml.safe_dump(document), encoding="utf-8")


def read(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def in_base(source, statement):
    """Puts a document in a copy of a SQLite file."""

    def put(path, document):
        shutil.copy(source, path)
        with closing(sqlite3.connect(path)) as base, base:
            base.execute(statement, (json.dumps(document),))

    return put


def from_base(source, statement):
    with closing(sqlite3.connect(source)) as base:
        return json.loads(base.execute(statement).fetchone()[0])


@pytest.mark.parametrize("algorithm", ["map", "ownschema"])
def test_a_mapping(algorithm, usual, said, all_in_words, tmp_path):
    more = {
        "INPUT": usual["map"]["INPUT"],
        "OUTPUT": str(tmp_path / "schema.json") if algorithm != "map" else "memory:",
    }
    held = read(usual["ownschema"]["MAPPING"])
    all_in_words(held, "m.json", as_json, lambda path: said(algorithm, MAPPING=path, **more))


def test_a_schema(usual, run, said, all_in_words, tmp_path):
    made = run("ownschema", **usual["ownschema"], OUTPUT=str(tmp_path / "own.json"))["OUTPUT"]
    more = {"INPUT": usual["map"]["INPUT"], "OUTPUT": "memory:"}
    all_in_words(read(made), "s.json", as_json, lambda path: said("validate", STANDARD=path, **more))


def test_a_template_of_records(usual, said, all_in_words):
    held = {
        "organisation": "Ville d’essai", "mots_cles": ["arbres"], "frequence": "annually", "echelle": "5000",
        "theme": "Adresses", "couches": {"essai": {"titre": "Essai"}},
    }  # fmt: skip
    more = usual["publish"] | {"METADATA": "https://www.example.fr/csw", "DRY_RUN": True}
    all_in_words(held, "t.yaml", as_yaml, lambda path: said("publish", TEMPLATE=path, **more))


def test_a_simulation_tells_what_is_wrong_with_the_template(usual, run, tmp_path):
    (tmp_path / "t.yaml").write_text("frequence: parfois", encoding="utf-8")
    more = {"TEMPLATE": str(tmp_path / "t.yaml"), "METADATA": "https://www.example.fr/csw", "DRY_RUN": True}
    with pytest.raises(QgsProcessingException):
        run("publish", **usual["publish"], **more)
    assert "parfois" in run.log


def test_a_catalogue(usual, said, all_in_words):
    held = yaml.safe_load((resources() / "catalogue" / "cadastre.yaml").read_text(encoding="utf-8"))
    all_in_words(held, "c.yaml", as_yaml, lambda path: said("clip", CATALOGUE=path, **usual["clip"]))


def test_a_verdict(usual, run, said, all_in_words, tmp_path):
    made = run("validate", **usual["validate"], REPORT=str(tmp_path / "v.html"))["JSON"]
    more = usual["publish"] | {"DRY_RUN": True, "NON_CONFORMING": True}
    all_in_words(read(made), "v.json", as_json, lambda path: said("publish", VERDICT=path, **more))


def test_a_recipe(usual, said, all_in_words):
    source, where = usual["refresh"]["INPUT"], "WHERE document IS NOT NULL"
    put = in_base(source, f"UPDATE dt_recipe SET document = ? {where}")
    held = from_base(source, f"SELECT document FROM dt_recipe {where}")
    all_in_words(held, "r.gpkg", put, lambda path: said("refresh", INPUT=path, ASK_ONLY=True, OUTPUT=None))


@pytest.mark.parametrize("algorithm", ["resume", "undo"])
def test_a_journal(algorithm, usual, said, all_in_words):
    source, where = usual["undo"]["JOURNAL"], "WHERE name = 'about'"
    put = in_base(source, f"UPDATE publication SET value = ? {where}")
    held = from_base(source, f"SELECT value FROM publication {where}")
    all_in_words(held, "j.sqlite", put, lambda path: said(algorithm, JOURNAL=path))
