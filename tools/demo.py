"""The demonstration: the main job, from a territory to its clipped, styled map, on the training kit or on real data.

    python3 tools/demo.py                      the training kit, without network
    python3 tools/demo.py --data ../shared/data    Rennes Métropole, on the real data of that folder
Writes build/demo/: the GeoPackage, its project, its report and map.png; prints what it made.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from tools.headless import start_qgis  # noqa: E402 - run as a file too

if TYPE_CHECKING:
    from collections.abc import Iterator

KIT = "epci:000000001"
CLOSE_UP = 15_000  # denominator of the second picture's scale


@contextmanager
def real_services(data: Path, work: Path) -> Iterator[None]:
    """The stand-in of the Géoplateforme on the administrative limits of `data`, and the plugin pointed at it."""
    from tests.standins.geopf_wfs import layers_from
    from tests.standins.troupe import Troupe
    from tools.real_data import admin_limits

    troupe = Troupe()
    try:
        server = troupe.geopf_wfs(layers_from(admin_limits(data, work)))
        endpoints = work / "endpoints.json"
        endpoints.write_text(json.dumps({"geopf_wfs": server.url}), encoding="utf-8")
        os.environ["DATA_TERRITOIRES_ENDPOINTS"] = str(endpoints)
        yield
    finally:
        troupe.stop()


def clip(parameters: dict[str, Any]) -> dict[str, Any]:
    """Runs the algorithm, as a model or a batch would."""
    import processing
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    return dict(processing.run("dataterritoires:clip", parameters, feedback=feedback))


def show(output: Path, folder: Path) -> None:
    """The project and its pictures."""
    from qgis.core import QgsVectorLayer

    from data_territoires_plugin.clip.project import new_project
    from tools.styles.render import render_layers

    first = QgsVectorLayer(f"{output}|layername=admin_epci", "", "ogr")
    project = new_project(output, "Data Territoires", first.crs(), folder / "projet.qgz")
    root = project.layerTreeRoot()
    layers = [layer for layer in root.layerOrder() if root.findLayer(layer.id()).isVisible()]
    extent = first.extent()
    extent.scale(1.05)
    render_layers(layers, extent, first.crs(), folder / "map.png", size=(1400, 1000))
    render_layers(layers, extent, first.crs(), folder / "map_detail.png", scale=CLOSE_UP, size=(1400, 1000))


def tell(result: dict[str, Any], seconds: float) -> None:
    """What was made, read back from the file itself."""
    output = Path(result["OUTPUT"])
    report = json.loads(Path(result["REPORT"]).read_text(encoding="utf-8"))
    print(f"\n{report['name']} : {report['area'] / 1e6:.0f} km², {report['edition']}")
    connection = sqlite3.connect(output)
    for layer in report["layers"]:
        if layer["status"] != "done":
            print(f"  ✗ {layer['title']} : {layer['message']}")
            continue
        count = rows(connection, layer["entry"])
        if count != layer["written"]:
            raise SystemExit(f"{layer['entry']}: {count} rows in the file, {layer['written']} in the report")
        print(f"  ✓ {layer['title'][:44]:<44} {count:>7} objets   {layer['attribution']}")
    connection.close()
    size = output.stat().st_size / 1e6
    made = f"{result['LAYERS_DONE']} couches, {result['FEATURES']} objets, {size:.1f} Mo, {seconds:.1f} s"
    print(f"{made} → {output.parent}")


def main() -> None:
    """Runs the demonstration asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of real data")
    data = parser.parse_args().data
    folder = PROJECT / "build" / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    parameters: dict[str, Any] = {"CUT": "entry"}
    if data is None:
        os.environ["DATA_TERRITOIRES_OFFLINE"] = "1"
        parameters |= {"TERRITORY": KIT, "LAYERS": kit_layers(), "OUTPUT": str(folder / "formation.gpkg")}
        qgis = start_qgis()
        run(parameters, folder)
    else:
        from tools.real_data import TERRITORY, communes_of, local_catalogue

        with real_services(data, folder):
            catalogue, entries = local_catalogue(data, folder)
            layers = ",".join(["admin_epci", "admin_commune", "admin_departement", *entries])
            parameters |= {
                "TERRITORY": TERRITORY,
                "LAYERS": layers,
                "CATALOGUE": str(catalogue),
                "OUTPUT": str(folder / "rennes_metropole.gpkg"),
            }
            qgis = start_qgis()
            result = run(parameters, folder)
        expected, found = communes_of(data, TERRITORY.partition(":")[2]), count(result["OUTPUT"], "admin_commune")
        print(f"communes : {found} dans le résultat, {expected} dans la source")
        if found != expected:
            raise SystemExit(1)
    sys.stdout.flush()
    del qgis
    os._exit(0)  # QGIS's own teardown outside its program is not reliable


def kit_layers() -> str:
    """Every table of the training kit."""
    connection = sqlite3.connect(PROJECT / "resources" / "training" / "kit.gpkg")
    try:
        return ",".join(
            name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name")
        )
    finally:
        connection.close()


def run(parameters: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Clips, tells and shows."""
    started = time.perf_counter()
    result = clip(parameters)
    tell(result, time.perf_counter() - started)
    show(Path(result["OUTPUT"]), folder)
    return result


def rows(connection: sqlite3.Connection, table: str) -> int:
    """How many rows a table really has."""
    from data_territoires_plugin.geopackage import scalar, sql

    return int(scalar(connection, sql("SELECT count(*) FROM {table}", table=table)))


def count(output: str, table: str) -> int:
    """The rows of a table of the result."""
    connection = sqlite3.connect(output)
    try:
        return rows(connection, table)
    finally:
        connection.close()


if __name__ == "__main__":
    main()
