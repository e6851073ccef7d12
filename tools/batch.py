"""Many territories on several machines: packets of territories and groups of layers as tasks of Dask distributed.

    pip install "dask[distributed]"                          on each machine, in an environment of its own
    dask scheduler                                           once
    dask worker tcp://HOST:8786 --nthreads 1 --nworkers N    on each machine that has QGIS and the plugin
    python3 tools/batch.py --scheduler tcp://HOST:8786 --communes region:53 --layers recommended --folder /shared/lot

A task runs `qgis_process run dataterritoires:clipmany` in a folder of its own, and moves what it made to its place at
its end: a worker killed in the middle leaves nothing behind, and another does its task again. Every machine sees the
folder. What is there already is left alone: the same command goes on where it stopped. What fails is tried again, then
listed in rapport_lot.json; the exit code is then 1. One form only: a GeoPackage per territory.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
PACKET = 50  # territories of a task: neighbours, so that each source is read once for all of them
TRIES = 3  # more, of territories that fail: a service that struggles
REPORT = "rapport.json"  # of clipmany


@dataclass(frozen=True)
class Packet:
    """The territories and layers of a task. `tries`: how many more there will be."""

    codes: tuple[str, ...]
    layers: str
    folder: str
    tries: int = TRIES


def packets(codes: list[str], size: int) -> list[list[str]]:
    """The codes in their order, `size` at a time: neighbours have neighbouring codes."""
    return [codes[start : start + size] for start in range(0, len(codes), size)]


def file_of(code: str) -> str:
    """The name that clipmany gives to the GeoPackage of a territory."""
    return re.sub(r"[^\w-]", "_", code) + ".gpkg"


def told(started: float, done: int = 0, features: int = 0, failed: dict[str, str] | None = None) -> dict[str, Any]:
    """What a task tells: `failed` is code → why."""
    process = f"{socket.gethostname()} {os.getpid()}"
    seconds = round(time.time() - started, 1)
    return {"territories": done, "features": features, "seconds": seconds, "process": process, "failed": failed or {}}


def cut(packet: Packet, more: dict[str, str]) -> dict[str, Any]:
    """One task, on a worker: the territories that are not there yet. What is done is put in its place."""
    started, target = time.time(), Path(packet.folder)
    left = [code for code in packet.codes if not (target / file_of(code)).is_file()]
    if not left:
        return told(started)
    draft = target / f".{uuid.uuid4().hex}"
    given = {"TERRITORIES": ",".join(left), "LAYERS": packet.layers, "OUTPUT_FOLDER": str(draft), **more}
    command = ["qgis_process", "--json", "run", "dataterritoires:clipmany", "--"]
    try:
        done = subprocess.run(
            command + [f"{name}={value}" for name, value in given.items()], capture_output=True, text=True, check=False
        )
        report = draft / REPORT  # none where it was killed, or refused before anything was read
        rows = json.loads(report.read_text(encoding="utf-8"))["territories"] if report.is_file() else []
        said = {row["output"]: row["message"] for row in rows}
        failed = {
            code: said.get(file_of(code)) or (done.stderr or done.stdout)[-2000:]
            for code in left
            if not said or not (draft / file_of(code)).is_file()
        }
        for made in sorted(draft.glob("*.*")) if said else ():
            if made != report:
                os.replace(made, target / made.name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return told(started, len(left) - len(failed), sum(row["features"] for row in rows), failed)


def asked(arguments: argparse.Namespace) -> list[str]:
    """The codes of the territories."""
    if arguments.territories:
        return [code.strip() for code in arguments.territories.split(",") if code.strip()]
    sys.path.insert(0, str(PROJECT))
    from data_territoires_plugin.territory import members, territories

    return sorted(one.id for one in members(territories(arguments.communes)))


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Sends the tasks and waits for them."""
    from distributed import Client, as_completed

    codes, groups = asked(arguments), arguments.layers
    more = dict(pair.split("=", 1) for pair in arguments.set)
    started, answers, failed = time.time(), [], []
    with Client(arguments.scheduler) as client:
        sent = {}
        for number, layers in enumerate(groups):
            folder = arguments.folder / f"groupe_{number + 1}" if len(groups) > 1 else arguments.folder
            folder.mkdir(parents=True, exist_ok=True)
            for some in packets(codes, arguments.packet):
                packet = Packet(tuple(some), layers, str(folder.resolve()))
                sent[client.submit(cut, packet, more, pure=False)] = packet
        queue = as_completed(list(sent))
        for task in queue:
            packet, error = sent[task], task.exception()  # a worker that dies each time, a folder that it does not see
            whole = dict.fromkeys(packet.codes, repr(error))
            answer = task.result() if error is None else told(time.time(), failed=whole)
            answers.append(answer)
            print(f"{len(answers)} / {len(sent)}: {answer}", flush=True)
            if answer["failed"] and packet.tries:
                left = replace(packet, codes=tuple(answer["failed"]), tries=packet.tries - 1)
                again = client.submit(cut, left, more, pure=False)
                sent[again] = left
                queue.add(again)
                continue
            for code, why in answer["failed"].items():
                failed.append({"territory": code, "layers": packet.layers, "message": why})
        workers = len(client.scheduler_info()["workers"])
    return {
        "territories": len(codes),
        "tasks": len(answers),
        "features": sum(one["features"] for one in answers),
        "seconds": round(time.time() - started, 1),
        "busy_seconds": round(sum(one["seconds"] for one in answers), 1),
        "processes": len({one["process"] for one in answers}),
        "workers_at_the_end": workers,
        "failed": failed,
    }


def main() -> int:
    """The command: 1 where a territory failed."""
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
    if any(pair.partition("=")[0] == "FORM" and pair != "FORM=gpkg" for pair in arguments.set):
        parser.error("FORM: a lot of several machines is a GeoPackage per territory; another form is clipmany's alone")
    done = run(arguments)
    report = arguments.folder / "rapport_lot.json"
    report.write_text(json.dumps(done, indent=1, ensure_ascii=False), encoding="utf-8")
    print(json.dumps(done, ensure_ascii=False))
    return int(bool(done["failed"]))


if __name__ == "__main__":
    sys.exit(main())
