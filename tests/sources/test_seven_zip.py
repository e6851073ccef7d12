"""Archives (.7z) written by py7zr 1.1.4, read with what Python brings."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from data_territoires_plugin.errors import SourceError
from data_territoires_plugin.sources.seven_zip import SevenZip
from data_territoires_plugin.sources.unpack import opened

ARCHIVES = Path(__file__).parent / "archives"
METHODS = ("lzma2", "lzma", "copy", "bzip2", "deflate")
TABLE = "id,nom\n" + "".join(f"{number},Pré n° {number * 7919 % 1000}\n" for number in range(400))
CONTENT = {
    "1_DONNÉES/notice.txt": ("Lisez-moi.\n" * 40).encode(),
    "1_DONNÉES/vide.txt": b"",
    "1_DONNÉES/parcelle.csv": TABLE.encode(),
}


def content(archive: bytes, name: str = "essai.7z") -> dict[str, bytes]:
    read = SevenZip(io.BytesIO(archive), name)
    result = {}
    for member in read.members:
        target = io.BytesIO()
        read.copy(member, target, lambda: None)
        result[member.name] = target.getvalue()
    return result


@pytest.mark.parametrize("method", METHODS)
def test_every_file_comes_out_as_it_went_in(method):
    assert content((ARCHIVES / f"{method}.7z").read_bytes()) == CONTENT


@pytest.mark.parametrize("method", METHODS)
def test_an_archive_cut_anywhere_is_refused_never_short(method):
    whole = (ARCHIVES / f"{method}.7z").read_bytes()
    for length in range(0, len(whole), 97):
        with pytest.raises(SourceError):
            content(whole[:length])


@pytest.mark.parametrize("method", METHODS)
def test_a_byte_changed_on_the_way_is_noticed(method):
    whole = bytearray((ARCHIVES / f"{method}.7z").read_bytes())
    for at in range(12, len(whole), 61):
        damaged = bytes(whole[:at]) + bytes([whole[at] ^ 0x5A]) + bytes(whole[at + 1 :])
        try:
            assert content(damaged) == CONTENT  # a byte that means nothing: a date, the margin of the header
        except SourceError:
            continue


def test_a_password_is_said(tmp_path):
    with pytest.raises(SourceError) as raised:
        content((ARCHIVES / "password.7z").read_bytes())
    assert "password" in str(raised.value)


class TestUnpacked:
    @pytest.fixture(autouse=True)
    def cache(self, tmp_path, monkeypatch):
        monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))

    @pytest.mark.parametrize("member", ["", "parcelle.csv", "*/parcelle.csv", "*.csv"])
    def test_the_member_is_found_by_its_name_or_as_the_only_data(self, member):
        path = opened(ARCHIVES / "lzma2.7z", "x.7z", member, lambda: None)
        assert (path.suffix, path.read_text(encoding="utf-8")) == (".csv", TABLE)

    def test_the_names_are_said_where_the_member_is_absent(self):
        with pytest.raises(SourceError) as raised:
            opened(ARCHIVES / "lzma2.7z", "x.7z", "batiment.gpkg", lambda: None)
        assert "1_DONNÉES/parcelle.csv" in raised.value.hint

    def test_it_is_unpacked_once(self):
        first = opened(ARCHIVES / "lzma2.7z", "x.7z", "*.csv", lambda: None)
        before = first.stat().st_ino
        assert opened(ARCHIVES / "lzma2.7z", "x.7z", "*.csv", lambda: None).stat().st_ino == before

    def test_stopped_on_the_way_nothing_is_left(self, tmp_path):
        def stop():
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            opened(ARCHIVES / "lzma2.7z", "x.7z", "*.csv", stop)
        assert not [path for path in (tmp_path / "cache" / "files").iterdir() if path.is_file()]

    def test_the_files_of_a_shapefile_come_together(self, tmp_path):
        from tests.standins.archives import seven_zip

        files = {f"1_DONNEES/BD/FORMATION.{end}": end.encode() * 9 for end in ("shp", "SHX", "dbf", "prj", "xml")}
        archive = tmp_path / "foret.7z"
        archive.write_bytes(seven_zip(files))
        found = opened(archive, "foret.7z", "FORMATION.shp", lambda: None)
        expected = {f"FORMATION.{end}" for end in ("shp", "SHX", "dbf", "prj")}
        assert {path.name for path in found.parent.iterdir()} == expected
        assert hashlib.sha256(found.read_bytes()).digest() == hashlib.sha256(b"shp" * 9).digest()
