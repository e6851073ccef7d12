"""metadata.txt: what plugins.qgis.org and QGIS ask of it."""

from __future__ import annotations

import pytest

from tools.check import PROJECT
from tools.check.manifest import manifest


@pytest.fixture
def faults_of(tmp_path):
    """The findings on metadata.txt after some replacements in it."""

    def _faults(*replacements: tuple[str, str]) -> list[str]:
        text = (PROJECT / "metadata.txt").read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / "metadata.txt"
        path.write_text(text, encoding="utf-8")
        icon = tmp_path / "resources" / "icons" / "data_territoires.svg"
        icon.parent.mkdir(parents=True, exist_ok=True)
        icon.write_text("<svg/>", encoding="utf-8")
        return manifest(path)

    return _faults


def test_metadata_of_the_project_has_no_fault():
    assert manifest() == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("email=contact@data-territoires.example", "email=", "email is missing"),
        ("author=Data Territoires contributors", "author=one/two", "author"),
        ("qgisMaximumVersion=4.99", "qgisMaximumVersion=3.99", "must be 4.99"),
        ("hasProcessingProvider=yes", "hasProcessingProvider=no", "hasProcessingProvider must be yes"),
        ("deprecated=False", "supportsQt6=True", "supportsQt6 is not a key"),
        ("about=For the GIS", "about=100% free. For the GIS", "can't be read"),
        ("tags=extension,plugin", "tags=plugin", "“extension” is missing"),
        ("description[fr]=", "descriptionfr=", "description[fr] is missing"),
        ("description=Choose", "description=Choisir", "must be in English"),
        ("version=0.1.0", "version=0.2.0", "is not the first of CHANGELOG.md"),
        ("version=0.1.0", "version=0.1", "is not of the form"),
        ("tracker=https://", "tracker=", "tracker is not an https address"),
        ("icon=resources/icons/data_territoires.svg", "icon=nowhere.svg", "is not a file"),
        ("[general]", "[plugin]", "can't be read"),
    ],
)
def test_each_rule_of_the_metadata_is_held(faults_of, old, new, reason):
    assert [fault for fault in faults_of((old, new)) if reason in fault]
