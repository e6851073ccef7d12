"""One measured run, in a process of its own: `python3 -m tests.benchmarks.measure WAY {parameters as JSON}`.

Prints {"seconds", "megabytes" (peak memory of the process), "features", "began" (monotonic clock), "cpu" (seconds of
the processor)} as JSON. QGIS's start-up is not counted.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
from pathlib import Path

from tools.headless import start_qgis


def native(source: str, perimeter: str, output: str) -> None:
    """What a technician does with a file: native:clip."""
    import processing

    processing.run("native:clip", {"INPUT": source, "OVERLAY": perimeter, "OUTPUT": output})


def ours(source: str, perimeter: str, output: str) -> None:
    """The same with the plugin."""
    import processing

    parameters = {"INPUTS": [source], "PERIMETER": perimeter, "CUT": "cut", "OUTPUT": output}
    processing.run("dataterritoires:cliplayers", parameters)


def native_wfs(url: str, type_name: str, perimeter: str, output: str) -> None:
    """What a technician does with a service: add its WFS layer to QGIS, then native:clip."""
    import processing
    from qgis.core import QgsVectorLayer

    options = "pagingEnabled='true' restrictToRequestBBOX='1' srsname='EPSG:2154' version='2.0.0'"
    uri = f"{options} typename='{type_name}' url='{url}'"
    layer = QgsVectorLayer(uri, "wfs", "WFS")
    if not layer.isValid():
        raise SystemExit(layer.error().message())
    processing.run("native:clip", {"INPUT": layer, "OVERLAY": perimeter, "OUTPUT": output})


def ours_wfs(entry: str, perimeter: str, output: str) -> None:
    """The same with the plugin."""
    import processing

    processing.run("dataterritoires:clip", {"PERIMETER": perimeter, "LAYERS": entry, "CUT": "cut", "OUTPUT": output})


def ours_layers(catalogue: str, layers: str, perimeter: str, output: str) -> int:
    """Many layers of a service at once."""
    import processing

    parameters = {"PERIMETER": perimeter, "LAYERS": layers, "CATALOGUE": catalogue, "CUT": "cut", "OUTPUT": output}
    return int(processing.run("dataterritoires:clip", parameters)["FEATURES"])


def native_layers(url: str, types: str, perimeter: str, output: str) -> int:
    """The same layers, one after the other, as QGIS does it."""
    count = 0
    for number, type_name in enumerate(types.split(",")):
        path = output.replace(".gpkg", f"_{number}.gpkg")
        native_wfs(url, type_name, perimeter, path)
        count += features(path)
    return count


def ours_many(catalogue: str, layers: str, perimeters: str, output: str) -> int:
    """Many territories at once; `output` names the folder."""
    import shutil

    import processing

    shutil.rmtree(output, ignore_errors=True)
    asked = {"PERIMETERS": perimeters, "FIELD": "nom", "LAYERS": layers, "CATALOGUE": catalogue, "CUT": "cut"}
    return int(processing.run("dataterritoires:clipmany", {**asked, "OUTPUT_FOLDER": output})["FEATURES"])


def peak_megabytes() -> float:
    """The peak memory of this process: ru_maxrss would count that of the process it was forked from."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]) / 1024


def features(output: str) -> int:
    """The features of the first layer of a result."""
    connection = sqlite3.connect(output)
    (table,) = connection.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'").fetchone()
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    connection.close()
    return int(count)


def main() -> None:
    """Runs one way and prints its figures."""
    ways = (native, ours, native_wfs, ours_wfs, native_layers, ours_layers, ours_many)
    way = {each.__name__: each for each in ways}[sys.argv[1]]
    parameters: dict[str, str] = json.loads(sys.argv[2])
    application = start_qgis()
    import data_territoires_plugin.network.transport  # noqa: F401 - loaded by the first request of a session

    for leftover in Path(parameters["output"]).parent.glob(Path(parameters["output"]).stem + "*"):
        if leftover.is_file():
            leftover.unlink()
    started, began, used = time.perf_counter(), time.monotonic(), time.process_time()
    count = way(**parameters)
    seconds, used = time.perf_counter() - started, time.process_time() - used
    peak = peak_megabytes()
    count = features(parameters["output"]) if count is None else count
    figures = {"seconds": seconds, "megabytes": peak, "features": count}
    print(json.dumps(figures | {"began": began, "cpu": used}))
    sys.stdout.flush()
    del application
    os._exit(0)  # QGIS's teardown is no part of the work


if __name__ == "__main__":
    main()
