"""The checks inside a model of QGIS: a layer is mapped, repaired and validated, by a model saved and read again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.processing.models import LAYER, Model
from tests.processing.test_repair import ROWS, SCHEMA
from tests.standards.checking import geopackage, layer

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["geopackage", "layer"]


def test_map_repair_and_validate_follow_one_another_in_a_saved_model(
    provider: Any, geopackage: Any, tmp_path: Path
) -> None:
    schema = tmp_path / "bancs.json"
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    model = Model()
    model.add("map", INPUT=LAYER, STANDARD=str(schema))
    model.add("repair", INPUT=("map", "OUTPUT"), STANDARD=str(schema))
    model.add("validate", {"findings": "OUTPUT"}, INPUT=("repair", "OUTPUT"), STANDARD=str(schema))
    findings = tmp_path / "findings.gpkg"
    told = model.run(tmp_path / "bancs.model3", **{"layer": geopackage(ROWS), "validate:findings": str(findings)})
    assert told["map"]["WRITTEN"] == len(ROWS)
    assert told["repair"]["FIXED"] > 0
    assert told["validate"]["ERRORS"] == told["repair"]["LEFT"] > 0
    assert findings.is_file()
