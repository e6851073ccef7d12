"""Qt 6 without a Qt 6: each name of QGIS and Qt that the code uses is looked up in the QGIS that runs this.

Found so: enum members without their enum (`Qt.AlignLeft`: an error under PyQt6), flag classes that PyQt6 has no more,
names that do not exist in this version, imports that bypass qgis.PyQt, and names that Qt 6 has removed.
"""

from __future__ import annotations

import ast
import enum
import importlib
from types import ModuleType
from typing import TYPE_CHECKING

from . import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Gone or moved in Qt 6 (doc.qt.io, "Changes to Qt Core/GUI/Widgets"; QGIS migration guide to Qt 6).
REMOVED_METHODS = {"exec_": "exec", "print_": "print"}
REMOVED_NAMES = {
    "QRegExp": "QRegularExpression",
    "QRegExpValidator": "QRegularExpressionValidator",
    "QDesktopWidget": "QScreen",
    "qApp": "QApplication.instance()",
    "QTextCodec": "QStringConverter, or Python's codecs",
}
MOVED_TO_GUI = ("QAction", "QActionGroup", "QShortcut")
OVERLOADED_SIGNALS = ("activated", "currentIndexChanged", "valueChanged", "buttonClicked", "highlighted")
FOREIGN = ("PyQt5", "PyQt6", "PySide2", "PySide6", "sip")


def qt6(*paths: Path) -> list[str]:
    """What would fail under Qt 6, or does not exist in this QGIS."""
    return [f"{shown(path)}:{line}: {text}" for path in paths for line, text in sorted(set(_faults(path)))]


def _faults(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    known: dict[str, object] = {}
    yield from _imports(tree, known)
    inside = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            if node.attr in REMOVED_METHODS:
                yield node.lineno, f".{node.attr}() is gone: .{REMOVED_METHODS[node.attr]}()"
            if id(node) not in inside:  # the whole dotted name, not its beginning
                yield from _dotted(node, known)
        elif isinstance(node, ast.ClassDef):
            yield from _inherited(node, known)
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
            yield from _overload(node, node.value.attr)


def _overload(node: ast.Subscript, signal: str) -> Iterator[tuple[int, str]]:
    """A signal of a combo box or a spin box asked for by its type; QCompleter keeps its two signatures in Qt 6."""
    by_type = isinstance(node.slice, ast.Name) and node.slice.id in ("str", "int")
    if signal in OVERLOADED_SIGNALS and by_type and "completer" not in ast.unparse(node.value).lower():
        yield node.lineno, f"{signal}[{ast.unparse(node.slice)}] is gone: a signal has one signature in Qt 6"


# ---------------------------------------------------------------- imports
def _imports(tree: ast.Module, known: dict[str, object]) -> Iterator[tuple[int, str]]:
    """Fills `known` with what the file imports from QGIS; yields the imports that are wrong."""
    guarded = _guarded(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from _import_from(node, known, optional=node in guarded)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                root = alias.name.partition(".")[0]
                if root in FOREIGN:
                    yield node.lineno, f"import {alias.name}: import from qgis.PyQt"
                elif root == "qgis":
                    module = importlib.import_module(alias.name)
                    known[alias.asname or root] = module if alias.asname else importlib.import_module(root)


def _import_from(node: ast.ImportFrom, known: dict[str, object], *, optional: bool) -> Iterator[tuple[int, str]]:
    name = str(node.module)
    root = name.partition(".")[0]
    if root in FOREIGN:
        yield node.lineno, f"import from qgis.PyQt, not from {name}"
    if root != "qgis":
        return
    try:
        module = importlib.import_module(name)
    except ImportError:
        if not optional:
            yield node.lineno, f"module {name} does not exist in this QGIS"
        return
    for alias in node.names:
        if alias.name in REMOVED_NAMES and name.startswith("qgis.PyQt"):
            yield node.lineno, f"{alias.name} is gone in Qt 6: {REMOVED_NAMES[alias.name]}"
        elif alias.name in MOVED_TO_GUI and name.endswith("QtWidgets"):
            yield node.lineno, f"{alias.name} lives in qgis.PyQt.QtGui in Qt 6 (and here too)"
        if alias.name != "*" and not _imported(module, alias, known) and not optional:
            yield node.lineno, f"{name}.{alias.name} does not exist in this QGIS"


def _imported(module: ModuleType, alias: ast.alias, known: dict[str, object]) -> bool:
    try:
        thing = getattr(module, alias.name, None) or importlib.import_module(f"{module.__name__}.{alias.name}")
    except ImportError:
        return hasattr(module, alias.name)  # iface is None here, and exists
    known[alias.asname or alias.name] = thing
    return True


def _guarded(tree: ast.Module) -> set[ast.stmt]:
    """The imports inside `try: … except ImportError`: they may fail."""
    return {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.Try) and any(_catches_import_error(handler) for handler in node.handlers)
        for statement in node.body
        for inner in ast.walk(statement)
        if isinstance(inner, (ast.Import, ast.ImportFrom))
    }


def _catches_import_error(handler: ast.ExceptHandler) -> bool:
    caught = handler.type
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(isinstance(name, ast.Name) and name.id in ("ImportError", "ModuleNotFoundError") for name in names)


# ---------------------------------------------------------------- dotted names
def _dotted(node: ast.Attribute, known: dict[str, object]) -> Iterator[tuple[int, str]]:
    """Walks `Root.a.b` in the real classes, as long as it stays in classes and modules."""
    words: list[str] = []
    root: ast.expr = node
    while isinstance(root, ast.Attribute):
        words.insert(0, root.attr)
        root = root.value
    if not (isinstance(root, ast.Name) and isinstance(known.get(root.id), (type, ModuleType))):
        return
    thing, said = known[root.id], root.id
    for word in words:
        if not isinstance(thing, (type, ModuleType)):
            return
        owner, said = thing, f"{said}.{word}"
        if not hasattr(owner, word):
            yield node.lineno, f"{said} does not exist in this QGIS"
            return
        thing = getattr(owner, word)
        yield from ((node.lineno, fault) for fault in _member_faults(owner, word, thing, said))


def _member_faults(owner: type | ModuleType, word: str, thing: object, said: str) -> Iterator[str]:
    if is_unscoped(owner, thing):
        yield f"unscoped enum {said}: {scoped_name(thing, word)}"
    elif _is_flags_class(owner, thing):
        yield f"{said} is gone in PyQt6: use the enum itself"
    elif getattr(owner, "__name__", "") == "QVariant" and word == "Type":
        yield f"{said} is gone in Qt 6: QMetaType.Type"


def is_unscoped(owner: type | ModuleType, thing: object) -> bool:
    """Whether `thing`, found in `owner`, is a member of an enum that is not `owner`."""
    kind = type(thing)
    is_member = isinstance(thing, enum.Enum) or (isinstance(thing, int) and kind not in (int, bool))
    return is_member and isinstance(owner, type) and owner is not kind


def scoped_name(member: object, word: str) -> str:
    """The full name of an enum member that was written `word`."""
    return f"{type(member).__qualname__}.{member.name if isinstance(member, enum.Enum) else word}"


def _is_flags_class(owner: type | ModuleType, thing: object) -> bool:
    """Qt.Alignment and its like: sets of flags that PyQt5 has as classes beside the enum (QGIS keeps its own)."""
    return (
        isinstance(thing, type)
        and isinstance(owner, type)
        and owner.__module__.startswith("PyQt5")
        and not issubclass(thing, int)
        and hasattr(thing, "__xor__")
        and hasattr(thing, "__invert__")
    )


# ---------------------------------------------------------------- self.Member in a class that inherits from QGIS
def _inherited(node: ast.ClassDef, known: dict[str, object]) -> Iterator[tuple[int, str]]:
    bases = [known[base.id] for base in node.bases if isinstance(base, ast.Name) and base.id in known]
    classes = [base for base in bases if isinstance(base, type)]
    for inner in ast.walk(node) if classes else ():
        if not (
            isinstance(inner, ast.Attribute) and isinstance(inner.value, ast.Name) and inner.value.id in ("self", "cls")
        ):
            continue
        for base in classes:
            thing = getattr(base, inner.attr, None)
            if is_unscoped(base, thing):
                yield inner.lineno, f"unscoped enum {inner.value.id}.{inner.attr}: {scoped_name(thing, inner.attr)}"
                break
