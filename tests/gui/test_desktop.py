"""A real QGIS on a virtual screen: the dock is opened, a territory typed, the button pressed, and all of it watched."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT

DESK = Path(__file__).with_name("desk.py")
PICTURES = PROJECT / "build" / "pictures"
LAYERS = (
    "admin_commune", "admin_epci", "ban_adresses", "bdtopo_batiment", "cadastre_parcelle", "urba_zone_urba",
    "bdtopo_troncon_de_route", "bdtopo_cours_d_eau", "bdtopo_plan_d_eau", "rpg_parcelles", "bdtopo_zone_de_vegetation",
    "inpn_znieff1", "iris_contours",
)  # fmt: skip
PATIENCE = 90  # seconds
WORK = 250  # milliseconds of the main thread in one go: what a hand notices
WORK_OF_THE_PROJECT = 2000  # the layers enter the project on the main thread, QGIS wants it so
STALL = 3000  # milliseconds by the clock, on a machine that others may keep busy: only a wait is so long

pytestmark = pytest.mark.skipif(not (shutil.which("xvfb-run") and shutil.which("qgis")), reason="needs QGIS and Xvfb")


@pytest.fixture(scope="module")
def saw(tmp_path_factory):
    """What the script saw in QGIS."""
    folder = tmp_path_factory.mktemp("desk")
    home = folder / "home"
    profile = home / ".local/share/QGIS/QGIS3/profiles/default/QGIS"
    profile.mkdir(parents=True)
    shutil.copy(Path.home() / ".local/share/QGIS/QGIS3/profiles/default/QGIS/QGIS3.ini", profile)
    PICTURES.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {
        "HOME": str(home), "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1", "DATA_TERRITOIRES_OFFLINE": "1",
        "DATA_TERRITOIRES_CACHE": str(folder / "cache"), "DATA_TERRITOIRES_SAW": str(folder / "saw.json"),
        "DATA_TERRITOIRES_PICTURES": str(PICTURES), "DATA_TERRITOIRES_OUTPUT": str(home / "estran.gpkg"),
        "DATA_TERRITOIRES_LAYERS": ",".join(LAYERS),
    }  # fmt: skip
    for name in ("QGIS_CUSTOM_CONFIG_PATH", "QGIS_OPTIONS_PATH"):  # pytest-qgis's, for the QGIS of the other tests
        environment.pop(name, None)
    command = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24 -nolisten tcp"]
    command += ["qgis", "--nologo", "--noversioncheck", "--code", str(DESK)]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    try:
        said, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        pytest.fail(f"QGIS did not end in {PATIENCE} s: {process.communicate()[0][-2000:]}")
    seen = folder / "saw.json"
    assert seen.is_file(), f"QGIS ended without a word (code {process.returncode}): {said[-2000:]}"
    result = json.loads(seen.read_text(encoding="utf-8"))
    assert "error" not in result, result["error"]
    return result | {"output": home / "estran.gpkg"}


def test_the_dock_is_french_and_opens_at_once(saw):
    assert saw["reason_without_territory"] == "Choisissez d’abord un territoire."
    assert saw["open_seconds"] < 1


def test_a_territory_is_found_and_measured(saw):
    assert "Rennes Métropole" in saw["answers"]
    assert "6 communes" in saw["card"]
    assert "km²" in saw["card"]
    assert saw["message_of_territory"] == ""
    assert "bdtopo_batiment" in saw["recommended"]


def test_the_button_clips_and_the_project_is_ready(saw):
    assert saw["button"] == [True, ""]
    assert saw["message"].startswith(f"{len(LAYERS)} couches découpées en ")
    with sqlite3.connect(saw["output"]) as file:
        expected = {name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in LAYERS}
    assert saw["layers"] == expected
    assert {"Cadastre", "Eau", "Bâti et adresses"} <= set(saw["groups"])
    assert set(saw["renderers"]) - {"singleSymbol"}, "styled: rules or categories"


def test_a_second_clip_asks_before_it_takes_the_layers_away(saw):
    assert "ouvert dans ce projet" in saw["message_when_open"]


def test_unload_takes_out_what_was_put_in_and_loading_again_is_quick(saw):
    assert saw["ways_in"] == [[1, 1, 1], [0, 0, 0], [1, 1, 0]]
    assert saw["load_seconds"] < 1


def test_qgis_stays_alive_all_along(saw):
    own = {step: work for step, work in saw["work"].items() if step != "start"}
    assert own.pop("project") < WORK_OF_THE_PROJECT
    assert {step: work for step, work in own.items() if work > WORK} == {}
    assert {step: late for step, late in saw["stalls"].items() if late > STALL} == {}


def test_the_pictures_are_taken(saw):
    for name in ("recherche", "catalogue", "en_cours", "resultat", "fichier_ouvert"):
        assert (PICTURES / f"{name}.png").stat().st_size > 10_000
