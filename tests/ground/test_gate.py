"""The gate of plugins.qgis.org, on packages that it must refuse."""

from __future__ import annotations

import zipfile

import pytest

from tools import package
from tools.check import gate

GOOD = ("__init__.py", "metadata.txt", "LICENSE")


@pytest.fixture
def zipped(tmp_path):
    """A zip with the three files that every package needs, and others."""

    def _zipped(*others: str, without: str = "", executable: bool = False):
        path = tmp_path / "sample.zip"
        names = [f"{package.NAME}/{name}" for name in GOOD if name != without]
        with zipfile.ZipFile(path, "w") as archive:
            for name in [*names, *others]:
                entry = zipfile.ZipInfo(name, package.DATE)
                entry.external_attr = (0o100755 if executable else 0o100644) << 16
                archive.writestr(entry, "x")
        return path

    return _zipped


def test_plain_package_is_accepted(zipped):
    assert gate.shape(zipped(f"{package.NAME}/resources/styles/a.qml")) == []


@pytest.mark.parametrize("name", GOOD)
def test_package_without_one_of_its_three_files_is_refused(zipped, name):
    assert gate.shape(zipped(without=name)) == [f"package: {package.NAME}/{name} is missing"]


@pytest.mark.parametrize(
    "name",
    [
        "other/file.py",
        f"{package.NAME}/../file.py",
        f"{package.NAME}/a.pyc",
        f"{package.NAME}/__pycache__/a.txt",
        f"{package.NAME}/.git/config",
        f"{package.NAME}/.hidden",
        f"{package.NAME}/tool.sh",
        f"{package.NAME}/LIBRARY.DLL",
        f"{package.NAME}/resources_rc.py",
        f"{package.NAME}/tests/test_a.py",
    ],
)
def test_file_that_may_not_be_in_a_package_is_refused(zipped, name):
    assert gate.shape(zipped(name))


def test_executable_files_are_refused(zipped):
    assert len(gate.shape(zipped(executable=True))) == len(GOOD)


def test_package_over_25_megabytes_is_refused(zipped, monkeypatch):
    monkeypatch.setattr(gate, "MAX_BYTES", 100)
    assert "at most" in gate.shape(zipped())[0]


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("assert True", "B101"),
        ("def call(password='secret1'):\n    return password", "B107"),
        ("path = '/tmp/file'", "B108"),
        ("try:\n    a()\nexcept Exception:\n    pass", "B110"),
        ("import hashlib\nhashlib.md5(b'')", "B324"),
        ("import random\nrandom.random()", "B311"),
        ("import xml.etree.ElementTree", "B405"),
        ("import subprocess\nsubprocess.run(['ls'])", "B603"),
        ("query = 'SELECT * FROM %s' % name", "B608"),
        ("import yaml\nyaml.load(text)", "B506"),
        ("def broken(:", "could not read"),
    ],
)
def test_bandit_finding_of_any_severity_is_a_finding(write, tmp_path, code, rule):
    write("plugin/a.py", code)
    assert [line for line in gate.bandit(tmp_path) if rule in line]


def test_rules_that_the_site_turns_off_are_off_here(write, tmp_path):
    write("plugin/a.py", "import subprocess\n")
    assert gate.bandit(tmp_path) == []


# Written in two parts, or this file would be taken for a leak.
SECRETS = {
    "Basic Auth": "url: https://user:" + "pass1@server.example/",
    "Hex High Entropy": "key: '" + "8f14e45fceea167a5a36" + "dedd4bea2543'",
    "Secret Keyword": "pass" + "word = 'hunter2hunter'",
    "Private Key": "-----BEGIN RSA PRIVATE " + "KEY-----",
    "GitHub Token": "token ghp_" + "aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789",
}


@pytest.mark.parametrize("kind", SECRETS)
def test_secret_in_any_file_of_the_package_is_found(write, tmp_path, kind):
    write("plugin/resources/data.yaml", SECRETS[kind] + "\n")
    found = gate.secrets(tmp_path)
    assert [line for line in found if kind in line and "plugin/resources/data.yaml:1" in line]


def test_metadata_and_public_addresses_are_left_out_as_on_the_site(write, tmp_path):
    write("plugin/metadata.txt", SECRETS["Hex High Entropy"])
    write("plugin/data.yaml", "dns: 8.8.8.8\n")
    assert gate.secrets(tmp_path) == []
