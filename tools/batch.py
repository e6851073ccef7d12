"""Many territories on several machines: packets of territories and groups of layers as tasks of Dask distributed.

    pip install "dask[distributed]"                          on each machine, in an environment of its own
    dask scheduler                                           once
    dask worker tcp://HOST:8786 --nthreads 1 --nworkers N    on each machine that has QGIS and the plugin
    python3 tools/batch.py --scheduler tcp://HOST:8786 --communes region:53 --layers recommended --folder /shared/lot

A task runs `qgis_process run dataterritoires:clipmany` in a folder of its own, and moves what it made to its place when
all of it is there: a worker killed in the middle leaves nothing behind, and another does its task again. The folder is
one that every machine sees. What is there already is left alone: the same command goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
PACKET = 50  # territories of a task: neighbours, so that each source is read once for all of them
TRIES = 3  # of a task that fails by itself: a service that struggles


def packets(codes: list[str], size: int) -> list[list[str]]:
    """The codes in their order, `size` at a time: neighbours have neighbouring codes."""
    return [codes[start : start + size] for start in range(0, len(codes), size)]


def cut(codes: list[str], layers: str, folder: str, more: dict[str, str]) -> dict[str, Any]:
    """One task, on a worker: the territories that are not there yet. RuntimeError: clipmany failed."""
    import json
    import time
    import uuid
    from pathlib import Path

    started, target = time.time(), Path(folder)
    left = [code for code in codes if not (target / f"{code.replace(':', '_')}.gpkg").is_file()]
    if not left:
        return {"territories": 0, "features": 0, "seconds": 0.0, "process": os.getpid()}
    draft = target / f".{uuid.uuid4().hex}"
    given = {"TERRITORIES": ",".join(left), "LAYERS": layers, "OUTPUT_FOLDER": str(draft), **more}
    command = ["qgis_process", "--json", "run", "dataterritoires:clipmany", "--"]
    try:
        done = subprocess.run(
            command + [f"{name}={value}" for name, value in given.items()], capture_output=True, text=True, check=False
        )
        start = done.stdout.find("{")
        results = json.loads(done.stdout[start:]).get("results", {}) if done.returncode == 0 and start >= 0 else {}
        if not results or results.get("TERRITORIES_FAILED"):
            raise RuntimeError(f"{left[0]}…: {(done.stderr or done.stdout)[-2000:]}")
        for made in sorted(draft.iterdir()):
            if made.name != "rapport.json":
                os.replace(made, target / made.name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return {
        "territories": results["TERRITORIES_DONE"],
        "features": results["FEATURES"],
        "seconds": round(time.time() - started, 1),
        "process": os.getpid(),
    }


def asked(arguments: argparse.Namespace) -> list[str]:
    """The codes of the territories."""
    if arguments.territories:
        return [code.strip() for code in arguments.territories.split(",") if code.strip()]
    sys.path.insert(0, str(PROJECT))
    from data_territoires_plugin.territory import territories

    found = territories(arguments.communes)
    return [f"commune:{code}" for code in sorted({code for one in found for code in one.communes})]


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Sends the tasks and waits for them."""
    from distributed import Client, as_completed

    codes, groups = asked(arguments), arguments.layers
    more = dict(pair.split("=", 1) for pair in arguments.set)
    started, told = time.time(), []
    with Client(arguments.scheduler) as client:
        tasks = []
        for number, layers in enumerate(groups):
            folder = arguments.folder / f"groupe_{number + 1}" if len(groups) > 1 else arguments.folder
            folder.mkdir(parents=True, exist_ok=True)
            for packet in packets(codes, arguments.packet):
                tasks.append(client.submit(cut, packet, layers, str(folder.resolve()), more, pure=False, retries=TRIES))
        for count, task in enumerate(as_completed(tasks), 1):
            told.append(task.result())
            print(f"{count} / {len(tasks)}: {told[-1]}", flush=True)
        workers = len(client.scheduler_info()["workers"])
    busy = sum(one["seconds"] for one in told)
    return {
        "territories": len(codes),
        "tasks": len(told),
        "features": sum(one["features"] for one in told),
        "seconds": round(time.time() - started, 1),
        "busy_seconds": round(busy, 1),
        "processes": len({one["process"] for one in told}),
        "workers_at_the_end": workers,
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scheduler", required=True, help="address of a Dask scheduler that runs already")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--territories", help="codes separated by commas")
    which.add_argument("--communes", help="each commune of these territories")
    parser.add_argument("--layers", action="append", required=True, help="again: another group, in its folder")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--packet", type=int, default=PACKET)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="of clipmany")
    arguments = parser.parse_args()
    told = run(arguments)
    report = arguments.folder / "rapport_lot.json"
    report.write_text(json.dumps(told, indent=1), encoding="utf-8")
    print(json.dumps(told))


if __name__ == "__main__":
    main()
