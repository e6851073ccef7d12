"""`dataterritoires:refresh` as models and qgis_process see it: its promise, its errors, the training kit."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.processing.batch import batch, command, surroundings
from tests.sources import settlement

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., dict[str, Any]]

OUTPUTS = {"OUTPUT", "CHANGES", "REPORT", "ADDED", "REMOVED", "MODIFIED", "LAYERS_UNCHANGED"}


@pytest.fixture
def kit(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented territory, clipped offline."""
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    path = tmp_path / "formation.gpkg"
    run("clip", TERRITORY="epci:000000001", LAYERS="bdtopo_batiment,admin_commune", OUTPUT=str(path))
    return path


def test_the_names_are_those_that_models_depend_on(provider: Any):
    algorithm = provider.algorithm("refresh")
    assert {"INPUT", "OUTPUT"} <= {parameter.name() for parameter in algorithm.parameterDefinitions()}
    assert {output.name() for output in algorithm.outputDefinitions()} >= OUTPUTS


def test_the_training_kit_is_refreshed_offline_without_a_difference(run: Run, kit: Path):
    with sqlite3.connect(kit) as base:
        before = base.execute("SELECT fid, cleabs, geom FROM bdtopo_batiment ORDER BY fid").fetchall()
    base.close()
    for thorough in (False, True):
        outputs = run("refresh", INPUT=str(kit), OUTPUT=None, THOROUGH=thorough)
        assert outputs["OUTPUT"] == str(kit)
        assert outputs.keys() >= OUTPUTS
        assert [outputs[name] for name in ("ADDED", "REMOVED", "MODIFIED", "LAYERS_UNCHANGED")] == [0, 0, 0, 2]
        assert all(Path(outputs[name]).is_file() for name in ("CHANGES", "REPORT", "PAGE", "BACKUP"))
    with sqlite3.connect(kit) as base:
        assert base.execute("SELECT fid, cleabs, geom FROM bdtopo_batiment ORDER BY fid").fetchall() == before
    base.close()


def test_the_report_holds_the_recipe_and_says_why_each_layer_was_read_or_not(run: Run, kit: Path):
    outputs = run("refresh", INPUT=str(kit), OUTPUT=None, THOROUGH=True)
    document = json.loads(Path(outputs["REPORT"]).read_text(encoding="utf-8"))
    assert document["territory"] == "epci:000000001"
    for layer in document["layers"]:
        assert layer["read_again"] is True
        assert layer["checked"]
        assert layer["licence"]


def test_a_file_that_was_not_clipped_is_refused(run: Run, tmp_path: Path):
    from qgis.core import QgsProcessingException

    from tests.clip.files import write_gpkg

    other = write_gpkg(tmp_path / "autre.gpkg", "points", [("POINT(1 1)", "x")])
    before = other.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"autre\.gpkg"):
        run("refresh", INPUT=str(other), OUTPUT=None)
    assert other.read_bytes() == before


def test_a_file_that_the_project_has_open_is_refused(run: Run, kit: Path):
    from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(f"{kit}|layername=bdtopo_batiment", "Bâtiments", "ogr")
    QgsProject.instance().addMapLayer(layer)
    try:
        with pytest.raises(QgsProcessingException, match=kit.name):
            run("refresh", INPUT=str(kit), OUTPUT=None)
    finally:
        QgsProject.instance().removeAllMapLayers()


@pytest.mark.skipif(shutil.which("qgis_process") is None, reason="needs qgis_process")
def test_a_killed_refresh_leaves_the_file_byte_for_byte_and_the_next_one_succeeds(
    geopf: Any, endpoints: Any, tmp_path: Path
):
    layer = {settlement.TYPE: (settlement.build(tmp_path / "state.gpkg"), "batiment", "cleabs", 4326, "geometrie")}
    server = geopf(layer, rate=0, cap=500)
    endpoints(geopf_wfs=server.url)
    cache = {"DATA_TERRITOIRES_CACHE": str(tmp_path / "cache")}
    output = tmp_path / "socle.gpkg"
    land = settlement.perimeter(tmp_path / "land.gpkg")
    assert batch("clip", cache, PERIMETER=land, LAYERS="bdtopo_batiment", OUTPUT=output).code == 0
    before, asked = output.read_bytes(), {"INPUT": output, "THOROUGH": "true"}
    server.clear()
    server.fault("delay", times=-1, when={"startindex": "3000"}, seconds=600)
    killed = subprocess.Popen(
        command("refresh", asked), env=surroundings(**cache), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + 60
    while len(server.log()) < 6 and time.monotonic() < end and killed.poll() is None:
        time.sleep(0.02)
    assert len(server.log()) >= 6, "it is reading"
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    assert output.read_bytes() == before
    assert not output.with_name("socle.avant.gpkg").exists()
    server.mend()
    again = batch("refresh", cache, **asked)
    assert again.code == 0, again.said
    assert output.with_name("socle.avant.gpkg").exists()


def test_a_recipe_whose_territory_has_merged_proposes_the_one_that_took_its_place(run: Run, kit: Path):
    from qgis.core import QgsProcessingException

    base = sqlite3.connect(kit)
    (text,) = base.execute("SELECT document FROM dt_recipe WHERE document IS NOT NULL").fetchone()
    for gone, heir in (("commune:35112", "commune:35062"), ("epci:200012060", "epci:200090579")):
        document = json.dumps({**json.loads(text), "territory": gone})
        with base:
            base.execute("UPDATE dt_recipe SET document = ? WHERE document IS NOT NULL", (document,))
        for more in ({}, {"ASK_ONLY": True}):
            with pytest.raises(QgsProcessingException, match=heir):
                run("refresh", INPUT=str(kit), OUTPUT=None, **more)
    base.close()
    # The proposal, accepted: the territory of the recipe is that one from now on.
    outputs = run("refresh", INPUT=str(kit), OUTPUT=None, TERRITORY="epci:000000001")
    document = json.loads(Path(outputs["REPORT"]).read_text(encoding="utf-8"))
    assert document["territory"] == "epci:000000001"
    assert all(layer["read_again"] for layer in document["layers"])
    assert [outputs[name] for name in ("ADDED", "REMOVED", "MODIFIED")] == [0, 0, 0]
