"""A lot on Dask distributed: scheduler and workers as separate processes, one of them killed in the middle."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import PROJECT
from tests.oracles import home
from tests.processing.batch import surroundings
from tests.processing.test_clipmany import content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PYTHON = home() / "bin" / "python"
CODES = [f"commune:0000{n}" for n in range(1, 5)]
LAYERS = "bdtopo_batiment,admin_commune,urba_zone_urba"


def has_dask() -> bool:
    """Whether the environment of the validators has Dask: it is no dependency of the plugin."""
    return PYTHON.exists() and not subprocess.run([PYTHON, "-c", "import distributed"], check=False).returncode


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Any]:
    """Starts a program of Dask in a group of processes of its own; all of them end with the test."""
    running: list[subprocess.Popen[str]] = []
    environment = surroundings(
        DATA_TERRITOIRES_OFFLINE="1", DATA_TERRITOIRES_CACHE=str(tmp_path / "cache"), DASK_LOGGING__DISTRIBUTED="info"
    )

    def start(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [str(PYTHON), "-m", "dask", *arguments], env=environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, start_new_session=True, cwd=tmp_path,
        )  # fmt: skip
        running.append(process)
        return process

    yield start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stderr:
            process.stderr.close()


@pytest.mark.skipif(not has_dask(), reason="needs dask[distributed] (tools/qgis setup)")
def test_a_worker_killed_in_the_middle_changes_nothing_to_the_result(started: Any, run: Any, tmp_path: Path) -> None:
    scheduler = started("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    address = ""
    while not address and (line := scheduler.stderr.readline()):
        found = re.search(r"tcp://127\.0\.0\.1:\d+", line)
        address = found[0] if found else ""
    worker = ["worker", address, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", "--no-nanny"]
    workers = [started(*worker), started(*worker)]
    folder = tmp_path / "lot"
    command = [PYTHON, PROJECT / "tools" / "batch.py", "--scheduler", address, "--territories", ",".join(CODES)]
    command += ["--layers", LAYERS, "--folder", folder, "--packet", "1", "--set", "CUT=cut"]
    batch = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=tmp_path)
    end = time.monotonic() + 100
    while not list(folder.glob(".*")) and time.monotonic() < end and batch.poll() is None:
        time.sleep(0.05)  # until a task is at work
    os.killpg(workers[0].pid, signal.SIGKILL)
    said, _ = batch.communicate(timeout=150)
    assert batch.returncode == 0, said
    assert '"workers_at_the_end": 1' in said
    run("clipmany", TERRITORIES=",".join(CODES), LAYERS=LAYERS, CUT="cut", OUTPUT_FOLDER=str(tmp_path / "alone"))
    names = [f"{code.replace(':', '_')}.gpkg" for code in CODES]
    assert sorted(path.name for path in folder.glob("*.gpkg")) == names
    for name in names:
        assert content(folder / name) == content(tmp_path / "alone" / name)
