"""`qgis_process`, as a batch runs it: an exit code, what was said, the results."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Batch:
    """What a run gave."""

    code: int
    said: str
    results: dict[str, Any]


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a batch: that of the tests, whose own profile (without the plugin) is left out."""
    return {name: value for name, value in os.environ.items() if name != "QGIS_CUSTOM_CONFIG_PATH"} | more


def command(algorithm: str, parameters: dict[str, Any]) -> list[str]:
    """The command line."""
    pairs = [
        f"{name}={value}"
        for name, given in parameters.items()
        for value in (given if isinstance(given, (list, tuple)) else [given])
    ]
    return ["qgis_process", "--json", "run", f"dataterritoires:{algorithm}", "--", *pairs]


def batch(algorithm: str, environment: dict[str, str] | None = None, **parameters: Any) -> Batch:
    """Runs an algorithm."""
    done = subprocess.run(
        command(algorithm, parameters),
        capture_output=True,
        text=True,
        env=surroundings(**(environment or {})),
        timeout=120,
        check=False,
    )
    start = done.stdout.find("{")
    try:
        results = json.loads(done.stdout[start:]).get("results", {}) if start >= 0 else {}
    except ValueError:
        results = {}
    return Batch(done.returncode, done.stdout + done.stderr, results)
