"""The script of the documentation that a scheduled task runs, as it is written there."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import PROJECT
from tests.processing.batch import surroundings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(shutil.which("qgis_process") is None, reason="needs qgis_process")
def test_the_script_of_the_night_refreshes_what_it_can_and_counts_what_it_can_not(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    text = (PROJECT / "docs" / "lots.md").read_text(encoding="utf-8")
    (script,) = [block for block in re.findall(r"```sh\n(.*?)```", text, re.S) if "nuit.sh" in block]
    (tmp_path / "nuit.sh").write_text(script, encoding="utf-8")
    folder = tmp_path / "socles"
    folder.mkdir()
    run("clip", TERRITORY="commune:00001", LAYERS="admin_commune", OUTPUT=str(folder / "estran.gpkg"))
    (folder / "autre.gpkg").write_bytes(b"nothing of ours")
    environment = surroundings(SOCLES=str(folder), DATA_TERRITOIRES_CACHE=str(tmp_path / "cache"))
    done = subprocess.run(["sh", str(tmp_path / "nuit.sh")], env=environment, timeout=120, check=False)
    assert done.returncode == 1
    assert (folder / "autre.gpkg").read_bytes() == b"nothing of ours"
    assert (folder / "estran.avant.gpkg").is_file()
    assert '"LAYERS_UNCHANGED": 1' in (folder / "estran.gpkg.journal").read_text(encoding="utf-8")
    assert not (folder / "estran.avant_evolutions.gpkg").exists()
