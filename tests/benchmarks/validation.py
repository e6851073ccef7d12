"""The speed of `validate` on 1 M polygons, against a bare read of their attributes: eight rules, validity, overlaps.

python3 -m tests.benchmarks.validation WAY PATH     one way, in a process of its own; prints its seconds as JSON
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parent.parent.parent
TABLE = "batiment"
# Issue 4 §2: 15, 25 and 35 s where a bare read takes 3.8 s (facts of the standards, §4).
LIMITS = {"rules": 15 / 3.8, "rules through QGIS": 15 / 3.8, "rules, validity": 25 / 3.8, "all with overlaps": 35 / 3.8}
WAYS = {
    "rules": "rules",
    "rules through QGIS": "generic",
    "rules, validity": "validity",
    "all with overlaps": "overlaps",
}


def standard(*, validity: bool, overlaps: bool) -> Any:
    """Eight rules on the attributes of the buildings: presence is not counted."""
    from data_territoires_plugin.standards.model import Field, FieldType, Geometry, Kind, Standard, Table, Topology

    fields = (
        Field("cleabs", required=True, unique=True, pattern="BATIMENT[0-9]{16}", max_length=24),
        Field("nature", values=("Indifférenciée", "Industriel, agricole ou commercial", "Serre")),
        Field("date_d_apparition", FieldType.DATE),
        Field("hauteur", FieldType.NUMBER, minimum=2, maximum=60),
        Field("nombre_d_etages", FieldType.INTEGER, maximum=4),
    )
    geometry = Geometry((Kind.POLYGON,)) if validity or overlaps else None
    topology = (Topology("no_overlap", 0.01),) if overlaps else ()
    return Standard(
        "bench", "Bench", "1", "", "", "", (Table(TABLE, fields=fields, geometry=geometry, topology=topology),)
    )


def run(way: str, path: str) -> dict[str, float]:
    """One way: {"seconds", "features", "findings"}."""
    from qgis.core import QgsFeedback, QgsVectorLayer

    from data_territoires_plugin.standards.engine.run import Options, validate
    from data_territoires_plugin.standards.engine.subject import Subject

    layer = QgsVectorLayer(f"{path}|layername={TABLE}", TABLE, "ogr")
    started = time.perf_counter()
    if way == "read":
        count = 0
        from qgis.core import Qgis, QgsFeatureRequest

        for feature in layer.getFeatures(QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)):
            feature.attributes()
            count += 1
        return {"seconds": time.perf_counter() - started, "features": count, "findings": 0}
    model = standard(validity=way in ("validity", "overlaps"), overlaps=way == "overlaps")
    subject = Subject.of_layer(layer)
    subject = subject.generic() if way == "generic" else subject
    verdict = validate([(subject, model.tables[0])], model, Options(), QgsFeedback())
    seconds = time.perf_counter() - started
    return {"seconds": seconds, "features": verdict.rows, "findings": len(verdict.findings)}


def measured(way: str, path: Path) -> dict[str, float]:
    """One way in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.validation", way, str(path)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{way} failed:\n{done.stdout}\n{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def validation(folder: Path, _work: Path, runs: int) -> Iterator[Any]:
    """The figures of the table: how many times a bare read of the attributes each work takes."""
    from statistics import median

    from tests.benchmarks.figures import Figure

    path = folder / "reference.gpkg"
    for work, way in WAYS.items():
        pairs = [(measured(way, path), measured("read", path)) for _ in range(runs)]
        ours = median(mine["seconds"] for mine, _ in pairs)
        bare = median(read["seconds"] for _, read in pairs)
        limit = LIMITS[work]
        name = f"validate, 1 M polygons: {work}"
        yield Figure(
            name,
            "a bare read",
            round(ours, 2),
            round(bare, 2),
            round(ours / bare, 2),
            round(limit, 1),
            ours / bare <= limit,
        )


def main() -> None:
    """Runs one way and prints its figures."""
    from qgis.core import QgsApplication

    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    print(json.dumps(run(*sys.argv[1:3])))
    sys.stdout.flush()
    os._exit(0)  # QGIS's teardown is no part of the work


if __name__ == "__main__":
    main()
