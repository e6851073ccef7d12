"""A real QGIS on a virtual screen: a zoning with planted faults, then a real PLU, checked through the dock."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from data_territoires_plugin.paths import resources
from tests.conftest import PROJECT
from tests.gui.conformity import zoning
from tests.gui.screen import PICTURES, needs_a_screen, seen_by

DESK = Path(__file__).with_name("desk_conformity.py")
WORK = 250  # milliseconds of the main thread in one go: what a hand notices

pytestmark = needs_a_screen


def _document(folder: Path) -> str:
    """The real PLU of 41175, out of its zip; "" where there is none."""
    zipped = PROJECT.parent / "shared" / "data" / "urba" / "gpu_41175_PLU_20140603.zip"
    if not zipped.is_file():
        return ""
    with zipfile.ZipFile(zipped) as archive:
        archive.extractall(folder)
    return str(next(path for path in folder.rglob("41175_PLU_20140603") if path.is_dir()))


@pytest.fixture(scope="module")
def saw(tmp_path_factory):
    """What the script saw in QGIS."""
    folder = tmp_path_factory.mktemp("desk")
    return seen_by(
        DESK,
        folder,
        zones=str(zoning(folder)),
        style=str(resources() / "styles" / "zone_urba.qml"),
        document=_document(folder),
    )


def test_the_layer_in_use_is_recognised_and_checked(saw):
    assert saw["recognised"].startswith(("plu", "psmv", "pos"))
    assert saw["generated"]["error"] > 4
    assert saw["fits"] == [True, True]


def test_the_finding_that_was_clicked_says_itself(saw):
    assert "TYPEZONE" in saw["detail"]
    assert "Z9" in saw["detail"]


def test_qgis_stays_alive_all_along(saw):
    own = {step: work for step, work in saw["work"].items() if step not in ("start", "map")}
    assert {step: work for step, work in own.items() if work > WORK} == {}


def test_a_real_plu_has_the_overlaps_measured_elsewhere(saw, shared):
    path = shared / "standards" / "urbanisme-cnig" / "topology-reference.json"
    assert path.is_file()
    assert saw["real_rules"]["no_overlap"] == 157
    assert saw["real_document"]["error"] > 0


@pytest.mark.parametrize("picture", ["conformite_choix", "conformite_choix_reel"])
def test_whose_an_overlap_becomes_is_chosen(saw, shared, picture):
    owners, owner, refused = saw[picture]
    assert (owner, refused) == (owners[1], "")


def test_the_pictures_are_taken(saw):
    assert (PICTURES / "conformite.png").stat().st_size > 10_000
