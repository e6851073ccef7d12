"""The plan as a table: what becomes of each feature, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QIcon

from ..i18n import number, tr
from .publication_map import ACTIONS, sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtCore import QObject

ACTION, KEY, WHAT = range(3)
REFUSED, DELETE, REPLACE, CREATE = ACTIONS
_NOWHERE = QModelIndex()
_LONGEST = 40  # characters of a value


@dataclass(frozen=True)
class Line:
    """One feature of the plan. `place`: [x, y] in the CRS of the plan."""

    action: str
    key: str
    what: str
    place: tuple[float, float] | None = None


def lines_of(document: dict[str, Any]) -> tuple[Line, ...]:
    """The features of a report of `publish`: the gravest first."""
    found = [Line(REFUSED, one["key"], one["reason"], _place(one)) for one in document.get("refused", ())]
    order = {name: at for at, name in enumerate(ACTIONS)}
    steps = [Line(one["action"], one["key"], _what(one), _place(one)) for one in document.get("features", ())]
    return tuple(sorted([*found, *steps], key=lambda line: order.get(line.action, 0)))


def whole(document: dict[str, Any]) -> bool:
    """Whether all that a report of `publish`, `resume` or `undo` tells of was done, and read back right."""
    record = document.get("record") or {}
    return bool(document.get("verified")) and not document.get("failed") and record.get("state") != "failed"


def action_words(action: str) -> str:
    """What is done with a feature."""
    return {
        REFUSED: tr("not taken"), DELETE: tr("delete"), REPLACE: tr("replace"), CREATE: tr("create"),
    }.get(action, action)  # fmt: skip


def _place(one: dict[str, Any]) -> tuple[float, float] | None:
    held = one.get("place")
    return (float(held[0]), float(held[1])) if held else None


def _what(one: dict[str, Any]) -> str:
    """The columns that change, from what to what."""
    values = one.get("values", {})
    told = []
    for name in one.get("changed", ()):
        if name in values:
            before, after = (_short(value) for value in values[name])
            told.append(tr("{field}: {before} → {after}").format(field=name, before=before, after=after))
        else:
            told.append(tr("shape") if name == "geometry" else name)
    return "; ".join(told)


def _short(value: object) -> str:
    if value in (None, ""):
        return tr("(empty)")
    text = f"{value:.12g}" if isinstance(value, float) else str(value)
    if isinstance(value, float) and "e" not in text:
        text = number(value, len(text.partition(".")[2]))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


class PlanModel(QAbstractTableModel):
    """The lines of a plan, or those of one action."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Line, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self._icons: dict[str, QIcon] = {}

    def show_lines(self, lines: Sequence[Line], action: str = "") -> None:
        """Shows these lines; `action` "": all."""
        self.beginResetModel()
        self._all = tuple(lines)
        self.lines = tuple(line for line in self._all if action in ("", line.action))
        self._icons = {name: QIcon(sign(name)) for name in ACTIONS}
        self.endResetModel()

    def filter(self, action: str) -> None:
        """Shows the lines of one action; "": all."""
        self.show_lines(self._all, action)

    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:
        """The lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, _parent: QModelIndex = _NOWHERE) -> int:
        """The action, the key, what changes."""
        return 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Action"), tr("Identifier"), tr("What changes, or why not"))[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        line = self.lines[index.row()]
        text = (action_words(line.action), line.key, line.what)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (f"{action_words(line.action)} {line.key}", line.what)))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == ACTION:
            return self._icons.get(line.action)
        return None
