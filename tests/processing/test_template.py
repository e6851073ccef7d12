"""`dataterritoires:template`, run by QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def test_a_template_is_a_geopackage_and_a_project(run: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProject

    path = tmp_path / "gabarit.gpkg"
    result = run("template", STANDARD="plu_2024", CRS="EPSG:2154", DOCUMENT="35238_PLU_20240101", OUTPUT=str(path))
    assert (Path(result["OUTPUT"]), result["TABLES"]) == (path, 14)
    assert Path(result["PROJECT"]) == path.with_suffix(".qgz")
    project = QgsProject()
    assert project.read(result["PROJECT"])
    assert {one.isValid() for one in project.mapLayers().values()} == {True}
    groups = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert len(groups) == 3
    project.clear()


@pytest.mark.parametrize(
    "wrong", [{"STANDARD": "plu_1999"}, {"CRS": "EPSG:3857"}, {"DOCUMENT": "Rennes"}, {"OUTPUT": "gabarit.shp"}]
)
def test_what_cannot_be_made_is_refused_before_anything_is_written(run: Any, tmp_path: Path, wrong: Any) -> None:
    from qgis.core import QgsProcessingException

    asked = {"STANDARD": "plu_2024", "CRS": "EPSG:2154", "OUTPUT": "gabarit.gpkg", **wrong}
    folder = tmp_path / "ici"
    folder.mkdir()
    asked["OUTPUT"] = str(folder / asked["OUTPUT"])
    with pytest.raises(QgsProcessingException):
        run("template", **asked)
    assert list(folder.iterdir()) == []


def test_a_file_that_is_there_is_left_as_it_is(run: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    path = tmp_path / "gabarit.gpkg"
    path.write_bytes(b"six mois de saisie")
    with pytest.raises(QgsProcessingException):
        run("template", STANDARD="bal_1.4", CRS="EPSG:2154", OUTPUT=str(path))
    assert path.read_bytes() == b"six mois de saisie"
