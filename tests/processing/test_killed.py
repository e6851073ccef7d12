"""A batch that is killed: the previous file is intact, and the next run takes up what was fetched."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time

import pytest

from tests.clip.files import read_gpkg
from tests.processing.batch import batch, command, surroundings
from tests.sources import settlement
from tests.sources.settlement import TYPE

pytestmark = pytest.mark.skipif(shutil.which("qgis_process") is None, reason="needs qgis_process")


@pytest.fixture
def server(geopf, endpoints, tmp_path):
    path = settlement.build(tmp_path / "settlement.gpkg")
    made = geopf({TYPE: (path, "batiment", "cleabs", 4326, "geometrie")}, rate=0, cap=500)
    endpoints(geopf_wfs=made.url)
    return made


def pages(server) -> set[str]:
    return {e.params["startindex"] for e in server.log() if "startindex" in e.params and e.status == 200}


def test_a_killed_run_loses_nothing(server, tmp_path):
    cache = {"DATA_TERRITOIRES_CACHE": str(tmp_path / "cache")}
    output = tmp_path / "result.gpkg"
    asked = {
        "PERIMETER": settlement.perimeter(tmp_path / "land.gpkg"),
        "LAYERS": "bdtopo_batiment",
        "CUT": "cut",
        "OUTPUT": output,
    }
    assert batch("clip", cache, **asked).code == 0
    before, everything = output.read_bytes(), pages(server)
    server.clear()
    server.fault("delay", times=-1, when={"startindex": "3000"}, seconds=600)
    run = subprocess.Popen(
        command("clip", asked), env=surroundings(**cache), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + 60
    while len(pages(server)) < 6 and time.monotonic() < end and run.poll() is None:
        time.sleep(0.02)
    kept = _settled(tmp_path / "cache", pages(server))
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    assert output.read_bytes() == before
    assert len(read_gpkg(output, "bdtopo_batiment")) == len(settlement.expected(settlement.polygon()))
    server.mend()
    server.clear()
    again = batch("clip", cache, **asked)
    assert again.code == 0, again.said
    assert kept
    assert pages(server) == everything - kept
    assert len(read_gpkg(output, "bdtopo_batiment")) == len(settlement.expected(settlement.polygon()))
    assert not list((tmp_path / "cache" / "work").glob("*/*"))


def _settled(cache, fetched: set[str]) -> set[str]:
    """The pages in the cache, once all those that the server has given are there."""
    end = time.monotonic() + 30
    kept: set[str] = set()
    while time.monotonic() < end:
        kept = {str(int(path.name.split("-")[1])) for path in cache.glob("work/*/*/stage/page-*")}
        if kept >= fetched:
            return kept
        time.sleep(0.02)
    return kept


def test_two_runs_at_once_do_not_disturb_each_other(server, tmp_path):
    cache = {"DATA_TERRITOIRES_CACHE": str(tmp_path / "cache")}
    asked = {"PERIMETER": settlement.perimeter(tmp_path / "land.gpkg"), "LAYERS": "bdtopo_batiment", "CUT": "cut",
             "OUTPUT": tmp_path / "result.gpkg"}  # fmt: skip
    runs = [
        subprocess.Popen(
            command("clip", asked), env=surroundings(**cache), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for run in runs:
        said = run.communicate(timeout=120)
        assert run.returncode == 0, said
    rows = {row.values["cleabs"] for row in read_gpkg(tmp_path / "result.gpkg", "bdtopo_batiment")}
    assert rows == settlement.expected(settlement.polygon()).keys()
