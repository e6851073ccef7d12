"""Each parameter of each algorithm, given what nobody expects: it works, or is refused in words."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)

from tests.processing.hostile import SHAPES, TEXTS, layer_of, usual

__all__ = ["usual"]

LAYERS = {"source", "vector", "layer", "multilayer"}
SLOW = {"search", "testservices"}  # they ask every service at each run: a few are enough


@pytest.fixture
def tried(usual, provider, tmp_path, monkeypatch):
    """`tried(algorithm, name, value)`: "" where the algorithm works or is refused in words, else what came out."""
    import processing

    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    monkeypatch.chdir(tmp_path)
    numbers = count(1)

    def tries(algorithm, name, value):
        parameters = dict(usual[algorithm.name()])
        folder = tmp_path / f"run{next(numbers)}"
        folder.mkdir()
        for one in algorithm.destinationParameterDefinitions():
            ending = "" if one.type() == "folderDestination" else f".{one.defaultFileExtension()}"
            parameters[one.name()] = str(folder / f"{one.name()}{ending}")
        if name == "PERIMETER":
            parameters.pop("TERRITORY", None)
        if name in ("FOLDER", "TERRITORIES", "PERIMETERS"):
            parameters = {key: one for key, one in parameters.items() if key not in ("INPUT", "TERRITORIES")}
        parameters[name] = value
        feedback = QgsProcessingFeedback(logFeedback=False)
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        try:
            processing.run(algorithm.id(), parameters, feedback=feedback, context=context)
        except QgsProcessingException as error:
            said = f"{error} {feedback.textLog()}"
            return said if "Traceback" in said or "Error(" in said else ""
        except Exception as error:
            return repr(error)
        return ""

    return tries


def test_a_layer_of_any_shape_is_taken_or_refused_in_words(provider, tried):
    layers = {name: layer_of(kind, shapes, name) for name, (kind, shapes) in SHAPES.items()}
    wrong = {}
    for algorithm in provider.algorithms():
        for one in algorithm.parameterDefinitions():
            if one.type() in LAYERS:
                for name, layer in layers.items():
                    value = [layer] if one.type() == "multilayer" else layer
                    wrong[algorithm.name(), one.name(), name] = tried(algorithm, one.name(), value)
    assert len(wrong) > 100
    assert {which: said for which, said in wrong.items() if said} == {}


def test_any_text_is_taken_or_refused_in_words(provider, tried):
    wrong = {}
    for algorithm in provider.algorithms():
        asked = [one for one in algorithm.parameterDefinitions() if one.type() not in LAYERS]
        for one in asked[:2] if algorithm.name() in SLOW else asked:
            for name, text in TEXTS.items():
                wrong[algorithm.name(), one.name(), name] = tried(algorithm, one.name(), text)
    assert len(wrong) > 300
    assert {which: said for which, said in wrong.items() if said} == {}


def test_a_crs_that_is_none_is_refused(provider, run):
    with pytest.raises(QgsProcessingException):
        run("territory", TERRITORY="commune:00002", CRS="EPSG:215499")
    assert "EPSG:215499" in run.log


def test_a_batch_whose_layer_has_lost_a_column_is_told_which(usual, run):
    with pytest.raises(QgsProcessingException, match="hauteur"):
        run("publish", **usual["publish"], FIELDS=["insee", "hauteur"])


def test_a_report_that_cant_be_written_hides_nothing_of_what_was_published(usual, run, tmp_path):
    parameters = usual["publish"] | {"COLLECTION": "autre", "JOURNALS": str(tmp_path / "journals")}
    done = run("publish", **parameters, REPORT=str(tmp_path / "there" / "autre" / f"{'r' * 300}.json"))
    assert (done["CREATED"], done["VERIFIED"], done["REPORT"]) == (1, 1, "")
    assert "report can't be written" in run.log
    undone = run("undo", JOURNAL=done["JOURNAL"], REPORT=f"/proc/{'r' * 300}.json")
    assert (undone["VERIFIED"], undone["REPORT"]) == (1, "")
    assert not (tmp_path / "there" / "autre").exists()


def test_a_report_that_is_open_elsewhere_leaves_its_name_to_the_former_one(usual, run, tmp_path):
    (tmp_path / "result_rapport.json").mkdir()
    done = run("clip", **usual["clip"])
    assert done["REPORT"] == str(tmp_path / "result_rapport_2.json")
    assert json.loads(Path(done["REPORT"]).read_text(encoding="utf-8"))["layers"][0]["written"] == done["FEATURES"]
    assert not list(tmp_path.glob(".*draft"))


@pytest.mark.parametrize(("algorithm", "report"), [("deliver", "REPORT"), ("clipmany", "")])
def test_a_report_that_cant_be_written_hides_nothing_of_what_was_made(algorithm, report, usual, run, tmp_path):
    folder = tmp_path / "made"
    (folder / "rapport.json").mkdir(parents=True)
    where = "OUTPUT_FOLDER" if algorithm == "clipmany" else "OUTPUT"
    more = {report: f"/proc/{'r' * 300}.html"} if report else {}
    done = run(algorithm, **usual[algorithm], **{where: str(folder)}, **more)
    assert done["REPORT"] == ""
    assert "report can't be written" in run.log
    assert [path for path in folder.rglob("*") if path.suffix in (".gpkg", ".csv", ".geojson")]
