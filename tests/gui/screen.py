"""A real QGIS on a virtual screen, in a profile of its own, driven by a script that writes down what it sees."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT

PICTURES = PROJECT / "build" / "pictures"
PATIENCE = 120  # seconds
needs_a_screen = pytest.mark.skipif(
    not (shutil.which("xvfb-run") and shutil.which("qgis")), reason="needs QGIS and Xvfb"
)


def seen_by(script: Path, folder: Path, **variables: str) -> dict[str, Any]:
    """What `script` saw. `variables` reach it as DATA_TERRITOIRES_…; the user's home is `folder`/home."""
    home = folder / "home"
    profile = home / ".local/share/QGIS/QGIS3/profiles/default/QGIS"
    profile.mkdir(parents=True)
    shutil.copy(Path.home() / ".local/share/QGIS/QGIS3/profiles/default/QGIS/QGIS3.ini", profile)
    PICTURES.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {
        "HOME": str(home), "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1", "DATA_TERRITOIRES_OFFLINE": "1",
        "DATA_TERRITOIRES_CACHE": str(folder / "cache"), "DATA_TERRITOIRES_SAW": str(folder / "saw.json"),
        "DATA_TERRITOIRES_PICTURES": str(PICTURES), "PYTHONPATH": str(PROJECT),
        **{f"DATA_TERRITOIRES_{name.upper()}": value for name, value in variables.items()},
    }  # fmt: skip
    for name in ("QGIS_CUSTOM_CONFIG_PATH", "QGIS_OPTIONS_PATH"):  # pytest-qgis's, for the QGIS of the other tests
        environment.pop(name, None)
    command = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24 -nolisten tcp"]
    command += ["qgis", "--nologo", "--noversioncheck", "--code", str(script)]
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
