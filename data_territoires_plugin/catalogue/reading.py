"""One catalogue file read into entries: YAML with its lines kept, so that each problem is named where it is.

A file is a header, whose keys every entry inherits, and `entries`. Problems are gathered, and told together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from ..errors import CatalogueError
from ..i18n import tr
from .checks import READERS, REQUIRED, BadValueError, Known, checked_entry
from .entry import Licence
from .services import service_names
from .words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .entry import Entry

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where PyYAML has it: ten times faster

_SECTIONS = ("themes", "licences", "entries", "removed")
_LICENCE_KEYS = ("title", "url")
_SHOWN = 20  # problems told at once


@dataclass
class Sheet:
    """A file as nodes: its sections, the keys its entries inherit, and the problems found so far."""

    path: Path
    sections: dict[str, Node] = field(default_factory=dict)
    header: dict[str, Node] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def problem(self, node: Node, message: str) -> None:
        """Notes a problem at the line of a node."""
        self.problems.append(f"{self.path.name}:{node.start_mark.line + 1}: {message}")

    def pairs(self, node: Node, what: str) -> dict[str, tuple[Node, Node]]:
        """The keys of a mapping with their nodes; a key given twice, or no mapping at all, is a problem."""
        if not isinstance(node, MappingNode):
            self.problem(node, tr("{name}: keys and values are expected.").format(name=what))
            return {}
        found: dict[str, tuple[Node, Node]] = {}
        for key, value in node.value:
            if key.value in found:
                first = found[key.value][0].start_mark.line + 1
                self.problem(key, tr("{name}: already given at line {line}.").format(name=key.value, line=first))
            found[str(key.value)] = (key, value)
        return found


@dataclass(frozen=True)
class Definitions:
    """The themes and the licences that entries may name."""

    themes: dict[str, str]
    licences: dict[str, Licence]

    @staticmethod
    def empty() -> Definitions:
        """None yet."""
        return Definitions({}, {})


def compose(path: Path) -> Sheet:
    """The file as nodes. Raises CatalogueError when it can't be opened or isn't YAML."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except (OSError, UnicodeDecodeError) as error:
        message = tr("The catalogue file {file} can't be read.").format(file=path)
        missing = isinstance(error, FileNotFoundError)
        hint = tr("There is no such file: check its path.") if missing else tr("It must be a text file in UTF-8.")
        raise CatalogueError(message, str(error), hint) from error
    except yaml.YAMLError as error:
        raise _not_yaml(path, error) from error
    sheet = Sheet(path)
    if root is None:
        return sheet
    for name, (key, value) in sheet.pairs(root, path.name).items():
        if name in _SECTIONS:
            sheet.sections[name] = value
        elif name in READERS:
            sheet.header[name] = value
        else:
            sheet.problem(key, _unknown_key(name, [*_SECTIONS, *READERS]))
    return sheet


def definitions(sheet: Sheet, known: Definitions) -> Definitions:
    """The themes and licences known, with those the file defines."""
    themes, licences = dict(known.themes), dict(known.licences)
    for name, (_, value) in _section(sheet, "themes").items():
        themes[name] = str(value.value)
    for name, (key, value) in _section(sheet, "licences").items():
        parts = {each: str(node.value) for each, (_, node) in sheet.pairs(value, name).items()}
        for missing in (each for each in _LICENCE_KEYS if each not in parts):
            sheet.problem(key, tr("{name}: the key “{key}” is missing.").format(name=name, key=missing))
        licences[name] = Licence(name, parts.get("title", ""), parts.get("url", ""))
    return Definitions(themes, licences)


def built(sheet: Sheet, known: Definitions, found: dict[str, Entry]) -> None:
    """Adds the entries of the file to `found`; what is wrong is noted in the sheet."""
    names = Known(sheet.path, known.themes, known.licences, service_names())
    for entry_id, (key, node) in _section(sheet, "entries").items():
        if entry_id in found:
            sheet.problem(key, tr("{name}: another file already has this id.").format(name=entry_id))
        own = {}
        for name, (key_node, value) in sheet.pairs(node, entry_id).items():
            if name in READERS:
                own[name] = value
            else:
                sheet.problem(key_node, f"{entry_id}: {_unknown_key(name, READERS)}")
        entry = _entry(sheet, key, sheet.header | own, names)
        if entry:
            found[entry_id] = entry


def removed(sheet: Sheet, known: Iterable[str]) -> list[str]:
    """The ids that the file takes away (`removed`); one that isn't known is noted in the sheet."""
    node = sheet.sections.get("removed")
    if node is None:
        return []
    if not isinstance(node, SequenceNode):
        sheet.problem(node, tr("{name}: a list is expected: [one, two].").format(name="removed"))
        return []
    ids = []
    for each in node.value:
        if str(each.value) in known:
            ids.append(str(each.value))
        else:
            message = tr("removed: the catalogue has no layer “{name}”.").format(name=each.value)
            sheet.problem(each, f"{message} {did_you_mean(str(each.value), known)}".strip())
    return list(dict.fromkeys(ids))


def problems_found(sheets: list[Sheet]) -> None:
    """Raises CatalogueError with all the problems noted in the sheets, if any."""
    problems = [problem for sheet in sheets for problem in sheet.problems]
    if not problems:
        return
    shown = problems[:_SHOWN]
    if len(problems) > _SHOWN:
        shown.append(tr("and {count} more.").format(count=len(problems) - _SHOWN))
    where = ", ".join(str(sheet.path) for sheet in sheets if sheet.problems)
    raise CatalogueError("\n".join(shown), where, tr("Correct the catalogue file, then load it again."))


def _section(sheet: Sheet, name: str) -> dict[str, tuple[Node, Node]]:
    node = sheet.sections.get(name)
    return sheet.pairs(node, name) if node is not None else {}


def _entry(sheet: Sheet, key: Node, nodes: dict[str, Node], known: Known) -> Entry | None:
    """The entry of these nodes, or None when something is wrong with it."""
    before = len(sheet.problems)
    for missing in (name for name in REQUIRED if name not in nodes):
        sheet.problem(key, tr("{name}: the key “{key}” is missing.").format(name=key.value, key=missing))
    values = {}
    for name, node in nodes.items():
        try:
            values[name] = READERS[name](node, known)
        except BadValueError as problem:
            sheet.problem(node, f"{key.value}: {name}: {problem}")
    if len(sheet.problems) > before:
        return None
    try:
        return checked_entry(str(key.value), values, known)
    except BadValueError as problem:
        sheet.problem(key, f"{key.value}: {problem}")
        return None


def _unknown_key(name: str, known: Iterable[str]) -> str:
    return f"{tr('unknown key “{name}”.').format(name=name)} {did_you_mean(name, known)}".strip()


def _not_yaml(path: Path, error: yaml.YAMLError) -> CatalogueError:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    cause = getattr(error, "problem", None) or str(error)
    message = tr("{file}:{line}: this is not YAML: {cause}.").format(file=path.name, line=line, cause=cause)
    hint = tr("Check the indentation, the colons and the quotes near that line.")
    return CatalogueError(message, f"{path}\n{error}", hint)
