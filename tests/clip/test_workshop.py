"""Where a clip works: never two at once in a folder, nothing left for ever, the file of the result never half there."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from data_territoires_plugin.clip import output, workshop
from data_territoires_plugin.clip.output import check_output, put_in_place
from data_territoires_plugin.clip.request import ClipRequest
from data_territoires_plugin.clip.workshop import STALE, Workshop
from data_territoires_plugin.errors import OutputError
from data_territoires_plugin.territory.perimeter import Perimeter
from tests.clip.files import write_gpkg

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def request_of(tmp_path, monkeypatch):
    """`request_of(side)`: a request on a square."""
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    crs = QgsCoordinateReferenceSystem("EPSG:2154")

    def made(side: float = 10.0, name: str = "out.gpkg") -> ClipRequest:
        square = QgsGeometry.fromWkt(f"MultiPolygon(((0 0,{side} 0,{side} {side},0 0)))")
        return ClipRequest(Perimeter(square, crs, "x"), crs, (), tmp_path / name)

    return made


def test_the_same_request_works_in_the_same_folder_again(request_of):
    with Workshop(request_of()) as first:
        (first.folder / "kept").mkdir()
    with Workshop(request_of()) as second:
        assert (second.folder / "kept").is_dir()


def test_another_perimeter_or_output_has_another_folder(request_of):
    folders = set()
    for request in (request_of(), request_of(10.001), request_of(name="other.gpkg")):
        with Workshop(request) as place:
            folders.add(place.folder)
    assert len(folders) == 3


def test_two_at_once_do_not_share_a_folder(request_of):
    with Workshop(request_of()) as first, Workshop(request_of()) as second:
        assert first.folder != second.folder
    with Workshop(request_of()) as third:
        assert third.folder == first.folder


def test_the_lock_of_a_process_that_was_killed_is_no_lock(request_of, tmp_path):
    with Workshop(request_of()) as place:
        folder = place.folder
    script = (
        "import sys, time; sys.path.insert(0, sys.argv[1])\nfrom pathlib import Path\n"
        "from data_territoires_plugin.clip.workshop import _locked\n"
        "lock = _locked(Path(sys.argv[2])); print('locked' if lock else 'free', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(PROJECT), str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert other.stdout.readline() == "locked\n"
    with Workshop(request_of()) as elsewhere:
        assert elsewhere.folder != folder
    other.kill()
    other.wait()
    with Workshop(request_of()) as again:
        assert again.folder == folder


def test_what_nobody_has_touched_for_a_week_is_swept(request_of):
    with Workshop(request_of(1)) as old, Workshop(request_of(2)) as recent:
        for place in (old, recent):
            (place.folder_of("layer") / "page").write_text("x")
    long_ago = time.time() - STALE - 60
    for path in (old.folder, old.folder / "layer", old.folder / "layer" / "page", recent.folder):
        os.utime(path, (long_ago, long_ago))
    with Workshop(request_of(3)):
        assert not old.folder.exists()
        assert recent.folder.exists()


def test_what_failed_is_kept_and_what_is_done_is_not(request_of):
    with Workshop(request_of()) as place:
        for name in ("done", "failed"):
            (place.folder_of(name) / "page").write_text("x")
        place.tidy(["done"])
    assert [folder.name for folder in place.folder.iterdir()] == ["failed"]
    with Workshop(request_of()) as place:
        place.tidy(["failed"])
    assert not place.folder.exists()


class TestTheOutput:
    def test_that_is_not_a_geopackage_is_refused(self, tmp_path):
        with pytest.raises(OutputError, match=r"shp"):
            check_output(tmp_path / "x.shp")

    def test_that_is_a_folder_is_refused(self, tmp_path):
        (tmp_path / "x.gpkg").mkdir()
        with pytest.raises(OutputError, match="folder"):
            check_output(tmp_path / "x.gpkg")

    def test_whose_folder_cant_be_made_is_refused(self, tmp_path):
        (tmp_path / "file").write_text("x")
        with pytest.raises(OutputError, match="Nothing can be written"):
            check_output(tmp_path / "file" / "x.gpkg")

    def test_that_the_project_has_open_is_refused(self, tmp_path):
        path = write_gpkg(tmp_path / "x.gpkg", "t", [("POINT(1 2)", "a")])
        with pytest.raises(OutputError, match="open in this project"):
            check_output(path, (path,))

    def test_that_another_program_has_open_for_writing_is_refused_and_left_alone(self, tmp_path):
        path = write_gpkg(tmp_path / "x.gpkg", "t", [("POINT(1 2)", "a")])
        script = (
            "import sqlite3, sys, time\nbase = sqlite3.connect(sys.argv[1])\n"
            "base.execute('PRAGMA journal_mode = WAL'); base.execute('BEGIN'); base.execute('CREATE TABLE z (a)')\n"
            "print('open', flush=True); time.sleep(60)"
        )
        other = subprocess.Popen(
            [sys.executable, "-c", script, str(path)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert other.stdout.readline() == "open\n"
        content = path.read_bytes()
        made = write_gpkg(tmp_path / "made.gpkg", "t", [("POINT(3 4)", "b")])
        for attempt in (lambda: check_output(path), lambda: put_in_place(made, path)):
            with pytest.raises(OutputError, match="open in QGIS or in another program"):
                attempt()
        assert path.read_bytes() == content
        assert not list(tmp_path.glob(".*draft"))
        other.kill()
        other.wait()
        check_output(path)

    def test_is_the_old_one_or_the_new_one_at_any_moment(self, tmp_path, monkeypatch):
        path, made = tmp_path / "x.gpkg", tmp_path / "made"
        path.write_text("old")
        made.write_text("new")

        def full(*_args):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(output.os, "fsync", full)
        with pytest.raises(OutputError, match="is full"):
            put_in_place(made, path)
        assert path.read_text() == "old"
        assert not list(tmp_path.glob(".*draft"))
        monkeypatch.undo()
        made.write_text("new")
        put_in_place(made, path)
        assert path.read_text() == "new"

    def test_on_another_disk_is_copied_there_first(self, tmp_path, monkeypatch):
        path, made = tmp_path / "x.gpkg", tmp_path / "made"
        path.write_text("old")
        made.write_text("new")
        replace = os.replace

        def other_disk(source, target):
            if Path(source) == made:
                raise OSError(18, "Invalid cross-device link")
            replace(source, target)

        monkeypatch.setattr(output.os, "replace", other_disk)
        put_in_place(made, path)
        assert path.read_text() == "new"


def test_no_more_than_fifty_at_once_and_the_last_one_works_all_the_same(request_of, monkeypatch):
    monkeypatch.setattr(workshop, "_locked", lambda _folder: None)
    with Workshop(request_of()) as place:
        assert place.folder.is_dir()


def test_two_results_put_in_place_at_once_are_each_whole(tmp_path):
    """One checks where it may write while the other takes its place: the file is never the probe of the first."""
    path, failed = tmp_path / "out.gpkg", []

    def place(content: bytes) -> None:
        for turn in range(150):
            made = tmp_path / f"{content[:1].decode()}-{turn}"
            made.write_bytes(content)
            try:
                check_output(path)
                put_in_place(made, path)
            except OutputError as error:
                failed.append(error.detail)
            if len(path.read_bytes()) != len(content):
                failed.append("not whole")

    runs = [threading.Thread(target=place, args=(letter * 1000,)) for letter in (b"a", b"b", b"c")]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert failed == []
    assert [path.name for path in tmp_path.iterdir()] == ["out.gpkg"]


def test_what_a_killed_run_left_beside_the_result_goes_away_the_next_day(tmp_path):
    path = tmp_path / "out.gpkg"
    left = {age: path.with_name(f".out.gpkg.{age}-1.draft") for age in (3600, 90_000)}
    other = tmp_path / ".other.gpkg.90000-1.draft"
    for draft in (*left.values(), other):
        draft.write_bytes(b"")
    for draft, age in ((left[3600], 3600), (left[90_000], 90_000), (other, 90_000)):
        os.utime(draft, (time.time() - age,) * 2)
    check_output(path)
    assert left[3600].exists()
    assert not left[90_000].exists()
    assert other.exists()
