"""A real QGIS on a virtual screen: the dock is opened, a territory typed, the button pressed, and all of it watched."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.gui.screen import PICTURES, needs_a_screen, seen_by

DESK = Path(__file__).with_name("desk.py")
LAYERS = (
    "admin_commune", "admin_epci", "ban_adresses", "bdtopo_batiment", "cadastre_parcelle", "urba_zone_urba",
    "bdtopo_troncon_de_route", "bdtopo_cours_d_eau", "bdtopo_plan_d_eau", "rpg_parcelles", "bdtopo_zone_de_vegetation",
    "inpn_znieff1", "iris_contours",
)  # fmt: skip
WORK = 250  # milliseconds of the main thread in one go: what a hand notices
WORK_OF_THE_PROJECT = 2000  # the layers enter the project on the main thread, QGIS wants it so
STALL = 3000  # milliseconds by the clock, on a machine that others may keep busy: only a wait is so long

pytestmark = needs_a_screen


@pytest.fixture(scope="module")
def saw(tmp_path_factory):
    """What the script saw in QGIS."""
    folder = tmp_path_factory.mktemp("desk")
    output = folder / "home" / "estran.gpkg"
    return seen_by(DESK, folder, output=str(output), layers=",".join(LAYERS)) | {"output": output}


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
