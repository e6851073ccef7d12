"""The stubs of QGIS for mypy: those of the package qgis-stubs, completed from the QGIS that runs this.

As sip makes them they are wrong in four ways, each corrected here:
- `qgis.PyQt` is missing: it is PyQt5 here, whose stubs exist;
- every pointer returned is Optional, though nearly none is ever None: it becomes `X | Any`, which may be tested or not;
- `flag | flag` is an int, which no method accepts: it becomes Any;
- what QGIS adds in Python (exceptions, properties, aliases) is missing: it becomes Any; a misspelt name still shows.
"""

from __future__ import annotations

import ast
import importlib
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

PYQT = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml", "QtSql", "QtSvg", "QtPrintSupport", "QtTest", "sip")
# Shown where Qt 6 has them; the qgis.PyQt of Qt 5 has them there too.
MOVED_IN_QT6 = "from PyQt5.QtWidgets import QAction as QAction, QActionGroup as QActionGroup, QShortcut as QShortcut\n"
UIC = "from typing import Any\n\ndef loadUi(*args: Any) -> Any: ...\ndef loadUiType(*args: Any) -> Any: ...\n"
SIP_MODULES = ("_core", "_gui", "_analysis")

_OPTIONAL_RETURN = re.compile(r"-> typing\.Optional\[(.+)\]: \.\.\.$", re.MULTILINE)
_FLAG_CLASS = re.compile(r"^( +)class \w+\(int\):$", re.MULTILINE)


def write_stubs(folder: Path) -> None:
    """Writes `folder`/qgis, unless it is already there for this version of QGIS and of this file."""
    stamp = folder / "stamp"
    version = f"{_qgis_version()} {Path(__file__).stat().st_mtime_ns}"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == version:
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as partial:  # put in place at the end, whole
        stubs = Path(partial) / "stubs" / "qgis"
        shutil.copytree(_installed_stubs(), stubs, ignore=shutil.ignore_patterns("__pycache__"))
        for name in SIP_MODULES:
            path = stubs / f"{name}.pyi"
            text = completed(path.read_text(encoding="utf-8"), importlib.import_module(f"qgis.{name[1:]}"))
            path.write_text(text, encoding="utf-8")
        _write_pyqt(stubs / "PyQt")
        (stubs.parent / "stamp").write_text(version, encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        stubs.parent.rename(folder)


def _write_pyqt(folder: Path) -> None:
    folder.mkdir()
    for module in PYQT:
        moved = MOVED_IN_QT6 if module == "QtGui" else ""
        (folder / f"{module}.pyi").write_text(f"from PyQt5.{module} import *\n{moved}", encoding="utf-8")
    (folder / "uic.pyi").write_text(UIC, encoding="utf-8")
    (folder / "__init__.pyi").write_text("", encoding="utf-8")


def completed(stub: str, module: ModuleType) -> str:
    """The text of a stub of sip, corrected, with the names of `module` that it leaves out."""
    tree = ast.parse(stub)
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    lines = stub.splitlines()
    for name in sorted(classes, key=lambda name: -classes[name].lineno):  # from the end: line numbers stay true
        missing = public_names(getattr(module, name, None)) - _declared(classes[name])
        lines[classes[name].end_lineno : classes[name].end_lineno] = [
            f"    {word}: typing.Any" for word in sorted(missing)
        ]
    lines += [f"{name}: typing.Any" for name in sorted(public_names(module) - set(classes) - _declared(tree))]
    text = _OPTIONAL_RETURN.sub(r"-> typing.Union[\1, typing.Any]: ...", "\n".join(lines) + "\n")
    return _FLAG_CLASS.sub(r"\g<0>\n\1    def __or__(self, other: typing.Any) -> typing.Any: ...", text)


def public_names(thing: object) -> set[str]:
    """The names that a class or a module defines itself, private ones apart, those that Python allows."""
    return (
        {name for name in vars(thing) if not name.startswith("_") and name.isidentifier() and name != "None"}
        if thing
        else set()
    )


def _declared(node: ast.ClassDef | ast.Module) -> set[str]:
    names: set[str] = set()
    for item in node.body:
        if isinstance(item, (ast.ClassDef, ast.FunctionDef)):
            names.add(item.name)
        elif isinstance(item, ast.Assign):
            names.update(target.id for target in item.targets if isinstance(target, ast.Name))
        elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            names.add(item.target.id)
    return names


def _qgis_version() -> str:
    from qgis.core import Qgis

    return str(Qgis.version())


def _installed_stubs() -> Path:
    """Where pip put qgis-stubs: in the environment of mypy, which isn't the one that runs this."""
    mypy = shutil.which("mypy")
    found = sorted(Path(mypy).resolve().parent.parent.glob("lib/python3*/site-packages/qgis-stubs")) if mypy else []
    if not found:
        raise FileNotFoundError("qgis-stubs is not installed beside mypy: see tools/environment/check.txt")
    return found[-1]
