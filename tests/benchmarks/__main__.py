"""The benchmarks: `make bench`. Each work is done our way and today's way in turn, in the same run: ratios count.

    python3 -m tests.benchmarks [--runs 3] [--only WORD] [--folder FOLDER]
Prints a table and writes build/bench.json. The data are invented by `generate.py`, once per folder.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.generate import generate
from tests.benchmarks.validation import validation

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parent.parent.parent
TYPE, ENTRY = "BDTOPO_V3:batiment", "bdtopo_batiment"
LATENCY_MS, MBIT = 60, 20


@dataclass(frozen=True)
class Figure:
    """One line of the table. `ratio`: how many times less than `against`; for a limit, how many times it."""

    work: str
    against: str
    ours: float
    theirs: float
    ratio: float
    target: float
    reached: bool
    unit: str = "s"


def measured(way: str, **parameters: str) -> dict[str, float]:
    """One run in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.measure", way, json.dumps(parameters)]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{way} failed:\n{run.stdout}\n{run.stderr}")
    return json.loads(run.stdout.strip().splitlines()[-1])


def in_turn(runs: int, ours: Any, theirs: Any) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """Both ways, one after the other, as many times as asked."""
    pairs = [(ours(), theirs()) for _ in range(runs)]
    for mine, other in pairs:
        if abs(mine["features"] - other["features"]) > max(2, 1e-4 * other["features"]):
            raise SystemExit(f"not the same work: {mine['features']} features, {other['features']} the other way")
    return [mine for mine, _ in pairs], [other for _, other in pairs]


def median(results: list[dict[str, float]], what: str) -> float:
    """The median of a figure over the runs."""
    return statistics.median(result[what] for result in results)


def faster(work: str, against: str, ours: list, theirs: list, target: float, what: str = "seconds") -> Figure:
    """How many times less of `what` we need."""
    mine, other = median(ours, what), median(theirs, what)
    return Figure(
        work,
        against,
        round(mine, 2),
        round(other, 2),
        round(other / mine, 2),
        target,
        other / mine >= target,
        "s" if what == "seconds" else "MB",
    )


def local(folder: Path, work: Path, runs: int) -> Iterator[Figure]:
    """1 M polygons of a local GeoPackage."""
    source = f"{folder / 'reference.gpkg'}|layername=batiment"
    for name, target in (("epci", 2.5), ("departement", 3.0)):
        perimeter = f"{folder / 'perimeters.gpkg'}|layername={name}"
        ours, theirs = in_turn(
            runs,
            lambda perimeter=perimeter: measured(
                "ours", source=source, perimeter=perimeter, output=str(work / "ours.gpkg")
            ),
            lambda perimeter=perimeter: measured(
                "native", source=source, perimeter=perimeter, output=str(work / "native.gpkg")
            ),
        )
        kept = f"{ours[0]['features'] / 1000:.0f} k kept"
        yield faster(f"1 M polygons of a GeoPackage → {name} ({kept})", "native:clip", ours, theirs, target)
        if name == "departement":
            yield faster(f"the same → {name}, peak memory", "native:clip", ours, theirs, 2.0, "megabytes")


def wfs(folder: Path, work: Path, runs: int) -> Iterator[Figure]:
    """80 k polygons of a WFS behind a slow line."""
    from tests.standins.geopf_wfs import layers_from
    from tests.standins.troupe import Troupe

    troupe = Troupe()
    try:
        layers = {TYPE: (folder / "reference.gpkg", "batiment", "cleabs", 2154, "geometrie")}
        # QGIS pages without a sort: without `shuffle=False` it would get doubles. Neither of the two nears the rate.
        server = troupe.geopf_wfs(layers_from(layers), shuffle=False, rate=0)
        endpoints = work / "endpoints.json"
        endpoints.write_text(json.dumps({"geopf_wfs": server.url}), encoding="utf-8")
        os.environ["DATA_TERRITOIRES_ENDPOINTS"] = str(endpoints)
        perimeter = f"{folder / 'perimeters.gpkg'}|layername=epci"

        def ours() -> dict[str, float]:
            server.clear()
            figures = measured("ours_wfs", entry=ENTRY, perimeter=perimeter, output=str(work / "ours.gpkg"))
            return figures | {"wire": sum(exchange.sent for exchange in server.log())}

        def theirs() -> dict[str, float]:
            return measured(
                "native_wfs", url=server.url, type_name=TYPE, perimeter=perimeter, output=str(work / "native.gpkg")
            )

        ours(), theirs()  # the server renders its pages once: its own work is not what is measured
        server.line(LATENCY_MS, MBIT)
        mine, others = in_turn(runs, ours, theirs)
        line = f"{LATENCY_MS} ms, {MBIT} Mbit/s"
        yield faster(
            f"WFS, {line}, {mine[0]['features'] / 1000:.0f} k kept", "QGIS WFS layer + native:clip", mine, others, 4.5
        )
        seconds, limit = median(mine, "seconds"), median(mine, "wire") * 8 / (MBIT * 1e6)
        yield Figure(
            "the same: time ÷ bytes received at that speed",
            "the wire",
            round(seconds, 2),
            round(limit, 2),
            round(seconds / limit, 2),
            1.3,
            seconds / limit <= 1.3,
        )
    finally:
        troupe.stop()


def main() -> None:
    """Runs the benchmarks and tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=("local", "wfs", "validation"))
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "data-territoires-bench")
    arguments = parser.parse_args()
    folder = generate(arguments.folder)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as work:
        for name, bench in (("local", local), ("wfs", wfs), ("validation", validation)):
            if arguments.only in (None, name):
                for figure in bench(folder, Path(work), arguments.runs):
                    figures.append(figure)
                    tell(figure)
    target = PROJECT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(
        json.dumps([asdict(figure) for figure in figures], indent=1, ensure_ascii=False), encoding="utf-8"
    )
    print(f"→ {target.relative_to(PROJECT)}")


def tell(figure: Figure) -> None:
    """One line of the table."""
    mark = "✓" if figure.reached else "✗"
    print(
        f"{mark} {figure.work:<66} {figure.ours:>8.2f} {figure.unit:<2} against {figure.theirs:>8.2f} {figure.unit:<2}"
        f" ({figure.against}): × {figure.ratio:.2f}, target {figure.target:g}",
        flush=True,
    )


if __name__ == "__main__":
    main()
