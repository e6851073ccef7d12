"""A real QGIS on a virtual screen: a zoning with planted faults, then a real PLU, checked through the dock."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import zipfile
from pathlib import Path

import pytest

from data_territoires_plugin.paths import resources
from tests.conftest import PROJECT
from tests.gui.conformity import zoning

DESK = Path(__file__).with_name("desk_conformity.py")
PICTURES = PROJECT / "build" / "pictures"
PATIENCE = 120  # seconds
WORK = 250  # milliseconds of the main thread in one go: what a hand notices

pytestmark = pytest.mark.skipif(not (shutil.which("xvfb-run") and shutil.which("qgis")), reason="needs QGIS and Xvfb")


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
    home = folder / "home"
    profile = home / ".local/share/QGIS/QGIS3/profiles/default/QGIS"
    profile.mkdir(parents=True)
    shutil.copy(Path.home() / ".local/share/QGIS/QGIS3/profiles/default/QGIS/QGIS3.ini", profile)
    PICTURES.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {
        "HOME": str(home), "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1", "DATA_TERRITOIRES_OFFLINE": "1",
        "DATA_TERRITOIRES_CACHE": str(folder / "cache"), "DATA_TERRITOIRES_SAW": str(folder / "saw.json"),
        "DATA_TERRITOIRES_PICTURES": str(PICTURES), "DATA_TERRITOIRES_ZONES": str(zoning(folder)),
        "DATA_TERRITOIRES_STYLE": str(resources() / "styles" / "zone_urba.qml"),
        "DATA_TERRITOIRES_DOCUMENT": _document(folder),
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
    return result


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


def test_the_pictures_are_taken(saw):
    assert (PICTURES / "conformite.png").stat().st_size > 10_000
