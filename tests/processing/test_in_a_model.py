"""The checks inside a model of QGIS: a layer is mapped, repaired and validated, by a model saved and read again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterVectorLayer,
)

from tests.processing.test_repair import ROWS, SCHEMA
from tests.standards.checking import geopackage, layer

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["geopackage", "layer"]


def child(model: Any, name: str, **parameters: Any) -> None:
    step = QgsProcessingModelChildAlgorithm(f"dataterritoires:{name}")
    step.setChildId(name)
    for key, value in parameters.items():
        step.addParameterSources(key, [value])  # given all at once, they crash QGIS 3.44
    outputs = {"map": {}, "repair": {}, "validate": {"findings": "OUTPUT"}}[name]
    made = {}
    for title, output in outputs.items():
        final = QgsProcessingModelOutput(title)
        final.setChildId(name)
        final.setChildOutputName(output)
        made[title] = final
    step.setModelOutputs(made)
    assert model.addChildAlgorithm(step) == name


def test_map_repair_and_validate_follow_one_another_in_a_saved_model(
    provider: Any, geopackage: Any, tmp_path: Path
) -> None:
    schema = tmp_path / "bancs.json"
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("bancs", "essais")
    model.addModelParameter(QgsProcessingParameterVectorLayer("layer", "layer"), QgsProcessingModelParameter("layer"))
    standard = source.fromStaticValue(str(schema))
    child(model, "map", INPUT=source.fromModelParameter("layer"), STANDARD=standard)
    child(model, "repair", INPUT=source.fromChildOutput("map", "OUTPUT"), STANDARD=standard)
    child(model, "validate", INPUT=source.fromChildOutput("repair", "OUTPUT"), STANDARD=standard)
    saved = tmp_path / "bancs.model3"
    assert model.toFile(str(saved))
    again = QgsProcessingModelAlgorithm()
    assert again.fromFile(str(saved))
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(logFeedback=False)
    findings = tmp_path / "findings.gpkg"
    parameters = {"layer": geopackage(ROWS), "validate:findings": str(findings)}
    results, ok = again.run(parameters, context, feedback)
    assert ok, feedback.textLog()
    told = results["CHILD_RESULTS"]
    assert told["map"]["WRITTEN"] == len(ROWS)
    assert told["repair"]["FIXED"] > 0
    assert told["validate"]["ERRORS"] == told["repair"]["LEFT"] > 0
    assert findings.is_file()
