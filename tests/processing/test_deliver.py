"""`dataterritoires:deliver` and `ownschema`, run by QGIS: from an empty template to what the portal takes."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.standards.checking import geopackage, layer
from tests.standards.test_deliver import NAME, PIECES, SAID
from tests.standards.test_template import plu

__all__ = ["geopackage", "layer"]


@pytest.fixture
def pieces(tmp_path: Path) -> Path:
    folder = tmp_path / "pieces"
    for name in PIECES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"%PDF-1.4")
    return folder


def test_a_plu_goes_from_the_template_to_the_zip_without_an_error(run: Any, tmp_path: Path, pieces: Path) -> None:
    from qgis.core import QgsProject

    made = run("template", STANDARD="plu_2024", CRS="EPSG:2154", DOCUMENT=NAME, OUTPUT=str(tmp_path / "plu.gpkg"))
    project = QgsProject.instance()
    assert project.read(made["PROJECT"])
    plu(project)
    layers = [one for one in project.mapLayers().values() if one.name().split(" – ")[0].isupper()]
    assert len(layers) == 14  # those that stay empty too
    result = run(
        "deliver",
        INPUTS=layers,
        STANDARD="plu_2024",
        DOCUMENT=NAME,
        PIECES=str(pieces),
        METADATA=json.dumps(SAID),
        OUTPUT=str(tmp_path / f"{NAME}.zip"),
        REPORT=str(tmp_path / "rapport.html"),
    )
    project.clear()
    assert (result["ERRORS"], result["VALID"], result["MISSING"]) == (0, True, "")
    assert Path(result["REPORT"]).is_file()
    inside = zipfile.ZipFile(result["OUTPUT"]).namelist()
    assert f"{NAME}/Donnees_geographiques/35238_ZONE_URBA_20240101.shp" in inside
    again = run("validate", FOLDER=result["OUTPUT"], STANDARD="auto", OUTPUT="TEMPORARY_OUTPUT")
    assert (again["STANDARD"], again["ERRORS"]) == ("plu_2024", 0)


def test_what_lacks_is_listed_and_the_findings_are_a_layer(run: Any, layer: Any, tmp_path: Path) -> None:
    zones = layer([{"LIBELLE": "U"}], shapes=["POLYGON((0 0, 0 1, 1 1, 0 0))"], kind="Polygon", name="ZONE_URBA")
    result = run(
        "deliver",
        INPUTS=[zones],
        STANDARD="plu_2024",
        DOCUMENT=NAME,
        OUTPUT=str(tmp_path / "livraison"),
        FINDINGS=str(tmp_path / "anomalies.gpkg"),
    )
    assert result["MISSING_COUNT"] == len(result["MISSING"].splitlines())
    assert "DOC_URBA" in result["MISSING"]
    assert "TYPEZONE" in result["MISSING"]
    assert result["ERRORS"] == json.loads(Path(result["JSON"]).read_text(encoding="utf-8"))["counts"]["error"] > 5
    assert (tmp_path / "anomalies.gpkg").is_file()


@pytest.mark.parametrize(
    "wrong", [{"STANDARD": "plu_1999"}, {"DOCUMENT": "PLU de Rennes"}, {"METADATA": "{"}, {"METADATA": '{"nom": "x"}'}]
)
def test_what_cannot_be_delivered_is_refused_before_anything_starts(
    run: Any, layer: Any, tmp_path: Path, wrong: dict[str, str]
) -> None:
    from qgis.core import QgsProcessingException

    asked = {"STANDARD": "plu_2024", "DOCUMENT": NAME, "OUTPUT": str(tmp_path / "livraison"), **wrong}
    with pytest.raises(QgsProcessingException):
        run("deliver", INPUTS=[layer([{"INSEE": "35238"}], name="DOC_URBA_COM")], **asked)
    assert not (tmp_path / "livraison").exists()


def test_a_layer_becomes_a_schema_a_page_and_says_what_it_becomes(run: Any, layer: Any, tmp_path: Path) -> None:
    rows = [{"num": str(at), "lieu": "Gare"} for at in range(12)]
    local = layer(rows, shapes=[f"POINT(35200{at % 10} 6789500)" for at in range(12)], kind="Point", name="aires")
    mapping = tmp_path / "correspondance.json"
    fields = {"id_local": {"columns": ["num"]}, "nom_lieu": {"columns": ["lieu"], "values": {"Gare": "La gare"}}}
    content = {"version": 1, "standard": "covoiturage", "standard_version": "", "source": {"name": "aires"}}
    mapping.write_text(json.dumps({**content, "tables": [{"table": "covoiturage", "fields": fields}]}))
    page = tmp_path / "aires.md"
    result = run(
        "ownschema",
        INPUT=local,
        MAPPING=str(mapping),
        TITLE="Aires de covoiturage",
        OUTPUT=str(tmp_path / "aires.json"),
        PAGE=str(page),
    )
    schema = json.loads(Path(result["OUTPUT"]).read_text(encoding="utf-8"))
    assert [one["name"] for one in schema["fields"]] == ["num", "lieu", "longitude", "latitude"]
    assert result["FIELDS"] == 4
    assert "id_local" in schema["fields"][0]["description"]
    assert "| `lieu` | " in page.read_text(encoding="utf-8")
    assert "Gare → La gare" in page.read_text(encoding="utf-8")
