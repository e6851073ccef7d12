"""A line of the table, and how it is measured."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent.parent


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


def faster(work: str, against: str, ours: list, theirs: list, target: float) -> Figure:
    """How many times less time we need."""
    mine, other = median(ours, "seconds"), median(theirs, "seconds")
    ratio = other / mine
    return Figure(work, against, round(mine, 2), round(other, 2), round(ratio, 2), target, ratio >= target)


def where_it_goes(output: Path) -> str:
    """Where the time of the last run went, from its report; what is parsed is so while the rest goes on."""
    report = output.with_name(f"{output.stem}_rapport.json")
    (layer,) = json.loads(report.read_text(encoding="utf-8"))["layers"]
    phases = ", ".join(f"{phase} {seconds:.2f}" for phase, seconds in layer["phases"].items() if seconds >= 0.005)
    return f"    where the time goes (s, last run): {phases}; the layer {layer['seconds']:.2f}"
