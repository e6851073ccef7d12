"""The verdicts of frictionless and jsonschema on files: python tables.py JOBS.json VERDICTS.json

Run by the Python of the reference validators, not by that of QGIS. A job is [file, schema]. Columns are matched by
name.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

KEPT = {"$schema", "fields", "primaryKey", "missingValues"}


def lenient(content: dict[str, Any]) -> dict[str, Any]:
    """A Table Schema that frictionless accepts: only what it checks, its mistakes of form put right."""
    fields = []
    for one in content["fields"]:
        kept = {key: one[key] for key in one if key not in ("example", "description", "title", "items", "comment")}
        limits = kept.pop("contraints", None) or kept.get("constraints") or {}
        kept["constraints"] = {
            key: bound(value) if key in ("minimum", "maximum") else value for key, value in limits.items()
        }
        fields.append(kept)
    return {key: content[key] for key in content if key in KEPT} | {"fields": fields}


def bound(value: Any) -> Any:
    """A bound written as a text, as the number it is."""
    return float(value) if isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value) else value


def by_frictionless(file: str, schema: str) -> dict[str, Any]:
    """The errors of a CSV: kind, row (from 1, without the header), field."""
    from frictionless import Detector, Resource, Schema, formats

    content = lenient(json.loads(Path(schema).read_text(encoding="utf-8-sig")))
    text = Path(file).read_text(encoding="utf-8-sig")
    separator = max(",;\t", key=text.split("\n", 1)[0].count)
    resource = Resource(
        path=Path(file).name,
        basepath=str(Path(file).parent),
        schema=Schema.from_descriptor(content),
        control=formats.CsvControl(delimiter=separator),
        encoding="utf-8-sig",
        detector=Detector(schema_sync=True),
    )
    report = resource.validate(limit_errors=1_000_000)
    errors = [
        {
            "type": error.type,
            "row": getattr(error, "row_number", None) and error.row_number - 1,
            "field": getattr(error, "field_name", None) or getattr(error, "label", None),
            "note": error.note,
        }
        for task in report.tasks
        for error in task.errors
    ]
    return {"errors": errors, "failed": [error.note for error in report.errors]}


def by_jsonschema(file: str, schema: str) -> dict[str, Any]:
    """The errors of a GeoJSON: rule, feature (from 0), property."""
    from jsonschema import Draft7Validator
    from referencing import Registry
    from referencing.jsonschema import DRAFT7

    content = json.loads(Path(schema).read_text(encoding="utf-8-sig"))

    def retrieve(uri: str) -> Any:
        name = re.search(r"(\w+)\.json", uri)
        known = {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}
        kind = name[1] if name else ""
        return DRAFT7.create_resource({"properties": {"type": {"const": kind}}} if kind in known else {})

    validator = Draft7Validator(content, registry=Registry(retrieve=retrieve))
    errors = []
    for error in validator.iter_errors(json.loads(Path(file).read_text(encoding="utf-8"))):
        place = list(error.absolute_path)
        feature = place[1] if place[:1] == ["features"] and len(place) > 1 else None
        field = place[3] if len(place) > 3 else None
        if error.validator == "required":
            field = re.match(r"'(.*)' is a required", error.message)[1]
        errors.append({"type": error.validator, "row": feature, "field": field, "note": error.message[:200]})
    return {"errors": errors, "failed": []}


def main() -> None:
    """Reads the jobs, writes the verdicts."""
    jobs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    verdicts = {}
    for file, schema in jobs:
        name = f"{file}|{schema}"
        judge = by_frictionless if file.endswith(".csv") else by_jsonschema
        try:
            verdicts[name] = judge(file, schema)
        except Exception as error:
            verdicts[name] = {"errors": [], "failed": [f"{type(error).__name__}: {error}"]}
    Path(sys.argv[2]).write_text(json.dumps(verdicts), encoding="utf-8")


if __name__ == "__main__":
    main()
