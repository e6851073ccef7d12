"""The known programs, with the settings of the project: each finds the fault that it is there for."""

from __future__ import annotations

import shutil

import pytest

from tools.check import PACKAGE, PROJECT, __main__, commands


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("import os\n", "F401"),
        ("def area(a, b):\n    return a\n", "ANN001"),
        ("def area(a: int) -> int:\n    if a:\n        return 1\n    else:\n        return 2\n", "RET505"),
        ("x = 1  # " + "long " * 30 + "\n", "E501"),
        ("import typing\nx: typing.List[int] = []\n", "UP006"),
    ],
)
def test_ruff_holds_the_chosen_rules(write, code, rule):
    assert [line for line in commands.lint(write("sample.py", code)) if rule in line]


def test_ruff_format_holds_the_layout(write):
    assert commands.layout(write("sample.py", "x = {  'a':1 }\n"))
    assert commands.layout(write("good.py", 'x = {"a": 1}\n')) == []


def test_flake8_qgis_refuses_pyqt5(write):
    assert "QGS" in commands.qgis_names(write("sample.py", "from PyQt5.QtCore import Qt\n\nprint(Qt)\n"))[0]


def test_mypy_knows_qgis_and_its_python_side(write):
    good = """
        from __future__ import annotations

        from qgis.core import Qgis, QgsCsException, QgsFeatureRequest, QgsVectorLayer
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtGui import QAction

        def names(layer: QgsVectorLayer, action: QAction) -> list[str]:
            try:
                flags = Qgis.FeatureRequestFlag.NoGeometry | Qgis.FeatureRequestFlag.ExactIntersect
                request = QgsFeatureRequest().setFlags(flags)
                return [str(feature["name"]) for feature in layer.getFeatures(request)]
            except QgsCsException:
                return [action.text(), layer.dataProvider().name(), str(Qt.ItemDataRole.UserRole)]
        """
    assert commands.types(write("good.py", good)) == []
    bad = """
        from __future__ import annotations

        from qgis.core import QgsVectorLayer

        def count(layer: QgsVectorLayer) -> str:
            layer.featureCuont()
            return layer.featureCount()

        def untyped(layer):
            return layer
        """
    found = "\n".join(commands.types(write("bad.py", bad)))
    assert "featureCuont" in found
    assert "return-value" in found
    assert "no-untyped-def" in found


@pytest.fixture
def house(tmp_path):
    """A copy of the package and of the settings, in which a test may draw a wrong arrow."""
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)

    def _draw(room: str, statement: str = "") -> list[str]:
        if statement:
            path = tmp_path / PACKAGE.name / room / "wrong.py"
            path.write_text(statement + "\n", encoding="utf-8")
        return commands.architecture(tmp_path)

    return _draw


@pytest.mark.parametrize(
    ("room", "statement"),
    [
        ("network", "from ..territory import territory"),
        ("clip", "from ..publish import anything"),
        ("standards", "from .. import clip"),
        ("publish", "from ..standards import anything"),
        ("territory", "from ..gui import anything"),
        ("clip", "from ..processing import provider"),
        ("processing", "from ..gui import dock"),
        ("catalogue", "def read():\n    from qgis.core import QgsProject\n    return QgsProject"),
        ("sources", "import urllib3"),
    ],
)
def test_arrow_that_runs_the_wrong_way_is_refused(house, room, statement):
    assert [line for line in house(room, statement) if f"{PACKAGE.name}.{room}.wrong" in line]


def test_check_that_breaks_down_is_a_failed_check(monkeypatch, capsys):
    def broken() -> list[str]:
        raise RuntimeError("the tool is missing")

    fine, checks = (lambda: []), __main__.CHECKS
    monkeypatch.setattr(__main__, "CHECKS", {**dict.fromkeys(checks, ("", fine)), "gate": ("", broken)})
    assert __main__.main([]) == 1
    said = capsys.readouterr().out
    assert "RuntimeError: the tool is missing" in said
    assert said.splitlines()[-1] == "make check: failed: gate"


def test_unknown_check_is_refused(capsys):
    assert __main__.main(["spelling"]) == 2
    assert "spelling" in capsys.readouterr().err
