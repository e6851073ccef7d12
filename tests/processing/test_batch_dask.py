"""A lot on Dask distributed: scheduler and workers as separate processes, one of them killed in the middle."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from argparse import Namespace
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import PROJECT
from tests.oracles import home
from tests.processing.batch import surroundings
from tests.processing.test_clipmany import content
from tools import batch

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


CLIPMANY = """
import json, pathlib, sys
given = dict(one.split("=", 1) for one in sys.argv[sys.argv.index("--") + 1 :])
folder, rows = pathlib.Path(given["OUTPUT_FOLDER"]), []
folder.mkdir()
for code in given["TERRITORIES"].split(","):
    name, bad = code.replace(":", "_").replace("@", "_"), "99999" in code
    for end in () if bad else (".gpkg", "_rapport.json"):
        (folder / f"{name}{end}").write_text("made")
    rows.append({"output": f"{name}.gpkg", "message": "no answer" if bad else "", "features": 0 if bad else 7})
(folder / "rapport.json").write_text(json.dumps({"territories": rows}))
"""


def test_what_is_done_of_a_packet_stays_and_what_fails_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In the place of qgis_process: what clipmany leaves where one of three territories fails; one is of a past edition.
    program, folder = tmp_path / "bin" / "qgis_process", tmp_path / "lot"
    program.parent.mkdir()
    folder.mkdir()
    program.write_text(f"#!{sys.executable}{CLIPMANY}")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    codes = ("commune:00001", "commune:00002@2024", "commune:99999")
    told = batch.cut(batch.Packet(codes, LAYERS, str(folder)), {})
    assert (told["territories"], told["features"], told["failed"]) == (2, 14, {"commune:99999": "no answer"})
    names = [f"{one}{end}" for one in ("commune_00001", "commune_00002_2024") for end in (".gpkg", "_rapport.json")]
    assert sorted(made.name for made in folder.iterdir()) == names
    again = batch.cut(batch.Packet(codes[:2], LAYERS, str(folder)), {})
    assert (again["territories"], again["failed"]) == (0, {})


def test_a_lot_of_several_machines_has_one_form(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = ["--scheduler", "tcp://127.0.0.1:1", "--territories", "commune:00001", "--layers", "x", "--set", "FORM=one"]
    monkeypatch.setattr(sys, "argv", ["batch.py", *asked, "--folder", str(tmp_path)])
    with pytest.raises(SystemExit) as left:
        batch.main()
    assert left.value.code == 2


def test_the_communes_of_a_past_edition_keep_their_year() -> None:
    codes = batch.asked(Namespace(territories="", communes="epci:243500139@2024"))
    assert "commune:35238@2024" in codes
    assert all(code.endswith("@2024") for code in codes)
    assert batch.file_of("commune:35238@2024") == "commune_35238_2024.gpkg"


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
    lot = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=tmp_path)
    end = time.monotonic() + 100
    while not list(folder.glob(".*")) and time.monotonic() < end and lot.poll() is None:
        time.sleep(0.05)  # until a task is at work
    os.killpg(workers[0].pid, signal.SIGKILL)
    said, _ = lot.communicate(timeout=150)
    assert lot.returncode == 0, said
    told = json.loads((folder / "rapport_lot.json").read_text(encoding="utf-8"))
    assert (told["workers_at_the_end"], told["failed"]) == (1, [])
    run("clipmany", TERRITORIES=",".join(CODES), LAYERS=LAYERS, CUT="cut", OUTPUT_FOLDER=str(tmp_path / "alone"))
    names = [f"{code.replace(':', '_')}.gpkg" for code in CODES]
    assert sorted(path.name for path in folder.glob("*.gpkg")) == names
    for name in names:
        assert content(folder / name) == content(tmp_path / "alone" / name)
