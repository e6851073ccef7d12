r"""Keeps i18n/data_territoires_fr.ts in step with the tr("…") of the package.

    python3 tools/translations.py [--from FILE]…   updates the file; FILE adds French: English<TAB>French, one a line
    python3 tools/translations.py --check          changes nothing; fails where a text is missing, unfinished or wrong

In FILE, a line break inside a text is written \\n. A translation that is in the file stays, unless FILE gives another.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "data_territoires_plugin"
FRENCH = PROJECT / "i18n" / "data_territoires_fr.ts"
CONTEXT = "DataTerritoires"

# What a user reads: the calls whose texts must go through tr(), and which of their arguments are texts (None: all).
TEXT_CALLS: dict[str, tuple[int, ...] | None] = {
    **dict.fromkeys(("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle"), None),
    **dict.fromkeys(
        ("setPlaceholderText", "setLabelText", "setInformativeText", "setDetailedText", "setHeaderLabels"), None
    ),
    **dict.fromkeys(("setPrefix", "setSuffix", "setSpecialValueText", "setButtonText", "setEmptyText"), None),
    **dict.fromkeys(("pushMessage", "pushInfo", "pushWarning", "pushCritical", "pushSuccess", "setProgressText"), None),
    **dict.fromkeys(("reportError", "showMessage", "createMessage", "addAction", "addMenu", "addTab", "addRow"), None),
    **dict.fromkeys(
        ("QAction", "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"), None
    ),
    **dict.fromkeys(("QgsCollapsibleGroupBox", "QMenu", "QProgressDialog"), None),
    **dict.fromkeys(("information", "warning", "critical", "question"), (1, 2)),
}
TEXT_KEYWORDS = ("message", "hint", "text", "title", "description")
ERROR_TEXTS = (0, 2)  # message and hint of DataTerritoiresError; the detail is for the log
FOREIGN_ERRORS = ("QgsProcessingException",)

_TAG = re.compile(r"<[^<>]*>|&\w+;|https?://\S+|Data Territoires")  # what no language changes
_PLACEHOLDER = re.compile(r"{([^{}]*)}")
_WORD = re.compile(r"[^\W\d_]{3,}")


# ---------------------------------------------------------------- reading the code
@dataclass
class Texts:
    """The texts of the code: each English literal with the files that use it, and what is wrong."""

    used: dict[str, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def read_texts(files: Iterable[Path], root: Path = PROJECT) -> Texts:
    """Every tr("…") of some files, and the texts that are not wrapped in one."""
    texts, trees = Texts(), {}
    for path in files:
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
        trees[name] = ast.parse(path.read_text(encoding="utf-8"), name)
    errors = _error_classes(trees.values())
    for name, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                texts.faults += [f"{name}:{node.lineno}: {fault}" for fault in _read_call(node, name, texts, errors)]
    return texts


def _read_call(node: ast.Call, file: str, texts: Texts, errors: set[str]) -> Iterator[str]:
    name = _called(node)
    if name == "tr":
        yield from _read_tr(node, file, texts)
        return
    for argument in _text_arguments(node, name, errors):
        literal = _bare_text(argument)
        if literal:
            yield f'text for the user without tr(): {name}("{literal}")'


def _read_tr(node: ast.Call, file: str, texts: Texts) -> Iterator[str]:
    if isinstance(node.func, ast.Attribute):
        yield "tr() of an object has another context: use tr of i18n.py"
    elif len(node.args) == 1 and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
        if node.args[0].value.strip():
            texts.used.setdefault(node.args[0].value, set()).add(file)
        else:
            yield "tr() of an empty text"
    elif node.args and isinstance(node.args[0], ast.JoinedStr):
        yield "tr() of an f-string can't be translated: tr(…).format(…)"
    else:
        yield "tr() takes one literal: tr(…).format(…)"


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _text_arguments(node: ast.Call, name: str, errors: set[str]) -> Iterator[ast.expr]:
    if name in errors or name in FOREIGN_ERRORS:
        places: tuple[int, ...] | None = ERROR_TEXTS
    elif name in TEXT_CALLS:
        places = TEXT_CALLS[name]
    else:
        return
    yield from (argument for place, argument in enumerate(node.args) if places is None or place in places)
    yield from (keyword.value for keyword in node.keywords if keyword.arg in TEXT_KEYWORDS)


def _bare_text(node: ast.expr) -> str:
    """The words of an expression that the user would read in English, "" where there is none."""
    if isinstance(node, ast.Constant):
        return _words(node.value) if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return _words("".join(str(part.value) for part in node.values if isinstance(part, ast.Constant)))
    return next(filter(None, map(_bare_text, _text_parts(node))), "")


def _text_parts(node: ast.expr) -> list[ast.expr]:
    """The expressions that a text is made of: both sides of a +, both ends of an if, what format() fills in."""
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, (ast.List, ast.Tuple)):
        return node.elts
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join"):
        return [node.func.value, *node.args]
    return []


def _words(text: str) -> str:
    bare = _PLACEHOLDER.sub(" ", _TAG.sub(" ", text))
    return text.strip() if _WORD.search(bare) else ""


def _error_classes(trees: Iterable[ast.Module]) -> set[str]:
    """DataTerritoiresError and the classes below it, by name, but those that have an __init__ of their own."""
    classes = {node.name: node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    found = {"DataTerritoiresError"}
    while True:
        more = {name for name, node in classes.items() if any(_base_name(base) in found for base in node.bases)} - found
        if not more:
            break
        found |= more
    own = {name for name in found if name in classes and name != "DataTerritoiresError" and _has_init(classes[name])}
    return found - own


def _base_name(base: ast.expr) -> str:
    return base.id if isinstance(base, ast.Name) else base.attr if isinstance(base, ast.Attribute) else ""


def _has_init(node: ast.ClassDef) -> bool:
    return any(isinstance(item, ast.FunctionDef) and item.name == "__init__" for item in node.body)


# ---------------------------------------------------------------- the .ts file
def read_ts(path: Path) -> dict[str, str]:
    """The translations of a .ts file: English to French, "" where it is unfinished."""
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") is None
        found[message.findtext("source") or ""] = (translation.text or "") if done and translation is not None else ""
    return found


def ts_text(used: Mapping[str, set[str]], french: Mapping[str, str]) -> str:
    """A .ts file (Qt Linguist, version 2.1), sorted by the English text so that two changes rarely meet."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for english in sorted(used, key=lambda text: (text.casefold(), text)):
        lines.append("    <message>")
        lines += [f'        <location filename="../{file}"/>' for file in sorted(used[english])]
        lines.append(f"        <source>{_xml(english)}</source>")
        translated = french.get(english, "")
        unfinished = "" if translated else ' type="unfinished"'
        lines.append(f"        <translation{unfinished}>{_xml(translated)}</translation>")
        lines.append("    </message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _xml(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def read_tsv(path: Path) -> dict[str, str]:
    """The French of a TSV file: English<TAB>French; empty lines and lines that begin with # are skipped."""
    french: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        english, tab, translated = line.partition("\t")
        if not tab or not english or not translated.strip():
            raise ValueError(f"{path}:{number}: not English<TAB>French: {line[:80]!r}")
        french[english.replace("\\n", "\n")] = translated.strip().replace("\\n", "\n")
    return french


# ---------------------------------------------------------------- what is wrong
def missing(used: Mapping[str, set[str]], french: Mapping[str, str]) -> list[str]:
    """What keeps the translation from being complete and safe."""
    faults = [f"not in the .ts (make i18n): {text!r}" for text in sorted(set(used) - set(french))]
    faults += [f"in the .ts, no longer in the code (make i18n): {text!r}" for text in sorted(set(french) - set(used))]
    for english in sorted(set(used) & set(french)):
        if not french[english]:
            faults.append(f"unfinished, {', '.join(sorted(used[english]))}: {english!r}")
        elif _placeholders(english) != _placeholders(french[english]):
            faults.append(f"placeholders differ: {english!r} and {french[english]!r}")
    return faults


def _placeholders(text: str) -> set[str]:
    """The {names} of a text, the ones that format() would fail on; a plural may say one twice or change its format."""
    return {re.split(r"[:!.\[]", name)[0] for name in _PLACEHOLDER.findall(text.replace("{{", "").replace("}}", ""))}


def package_files() -> list[Path]:
    """The Python files of the package."""
    return sorted(path for path in PACKAGE.rglob("*.py") if path.name != "i18n.py" and "__pycache__" not in path.parts)


def check(ts: Path = FRENCH) -> list[str]:
    """Everything that is wrong with the texts of the package."""
    texts = read_texts(package_files())
    return texts.faults + missing(texts.used, read_ts(ts))


def update(sources: Iterable[Path], ts: Path = FRENCH) -> str:
    """Brings the .ts file up to date and says how it stands."""
    texts, french = read_texts(package_files()), read_ts(ts)
    before = set(french)
    unknown: set[str] = set()
    for source in sources:
        given = read_tsv(source)
        unknown |= set(given) - set(texts.used)
        french.update(given)
    ts.parent.mkdir(exist_ok=True)
    ts.write_text(ts_text(texts.used, french), encoding="utf-8")
    unfinished = sum(not french.get(text) for text in texts.used)
    for text in sorted(unknown):
        print(f"not in the code: {text!r}")
    for fault in texts.faults:
        print(fault)
    new, gone = len(set(texts.used) - before), len(before - set(texts.used))
    return f"{ts.name}: {len(texts.used)} texts, {new} new, {gone} gone, {unfinished} unfinished"


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Keeps the French translation in step with the code.")
    parser.add_argument("--from", dest="sources", action="append", default=[], type=Path, metavar="FILE")
    parser.add_argument("--check", action="store_true", help="change nothing, fail where something is missing")
    options = parser.parse_args()
    if options.check:
        faults = check()
        print("\n".join(faults) or "translations: complete")
        return int(bool(faults))
    print(update(options.sources))
    return 0


if __name__ == "__main__":
    sys.exit(main())
