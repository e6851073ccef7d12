"""The findings as a tree: levels, rules, and in each its findings, some hundreds at a time, with a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QIcon, QPalette

from ..i18n import tr
from .conformity_findings import LEVELS, row_words
from .conformity_map import sign
from .words import number

if TYPE_CHECKING:
    from numpy import ndarray
    from qgis.PyQt.QtCore import QObject

    from ..standards.findings import Finding
    from ..standards.model import Level
    from .conformity_findings import Branch, Findings, Group

TEXT, COUNT = range(2)
BATCH = 200  # findings given at a time to a tree that scrolls
_NOWHERE = QModelIndex()
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole


def level_icon(level: Level) -> QIcon:
    """The sign of a level, as the map shows it."""
    return QIcon(sign(level))


class FindingsModel(QAbstractItemModel):
    """Internal id of an index: 0 for a branch; 1 + its branch for a rule; for a finding, the number of its rule."""

    ticked = pyqtSignal(object, bool)  # positions, treated or not

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: Findings | None = None
        self.branches: tuple[Branch, ...] = ()
        self._rules: list[tuple[int, int]] = []  # branch and row of each rule
        self._numbers: dict[tuple[int, int], int] = {}  # and the other way round
        self._fetched: list[int] = []
        self._icons = {level: level_icon(level) for level in LEVELS}

    def show(self, findings: Findings | None, branches: tuple[Branch, ...]) -> None:
        """Puts these branches in the place of the others."""
        self.beginResetModel()
        self.findings, self.branches = findings, branches
        self._rules = [(at, row) for at, branch in enumerate(branches) for row in range(len(branch.groups))]
        self._numbers = {place: number for number, place in enumerate(self._rules)}
        self._fetched = [0] * len(self._rules)
        self.endResetModel()

    # ------------------------------------------------------------ what an index is
    def group_at(self, index: QModelIndex) -> Group | None:
        """The rule of a row: itself, or the one that a finding is under; None for a branch."""
        rule = self._rule_number(index)
        return None if rule is None else self._group(rule)

    def finding_at(self, index: QModelIndex) -> Finding | None:
        """The finding of a row; None for a heading."""
        position = self.position_at(index)
        return None if position is None or self.findings is None else self.findings.all[position]

    def position_at(self, index: QModelIndex) -> int | None:
        """Where the finding of a row is in all the findings; None for a heading."""
        rule = self._of_finding(index)
        return None if rule is None else int(self._group(rule).positions[index.row()])

    def positions_under(self, index: QModelIndex) -> ndarray:
        """The findings of a row: its own, or all those of a heading."""
        group = self.group_at(index)
        position = self.position_at(index)
        if position is not None:
            return np.array([position])
        if group is not None:
            return group.positions
        held = [each.positions for each in self.branches[index.row()].groups] if index.isValid() else []
        return np.concatenate(held) if held else np.array([], int)

    def _group(self, rule: int) -> Group:
        branch, row = self._rules[rule]
        return self.branches[branch].groups[row]

    def _of_finding(self, index: QModelIndex) -> int | None:
        """The number of the rule that a finding is under."""
        after = index.internalId() - 1 - len(self.branches) if index.isValid() else -1
        return after if after >= 0 else None

    def _rule_number(self, index: QModelIndex) -> int | None:
        if not index.isValid() or not index.internalId():
            return None
        under = self._of_finding(index)
        return self._numbers[index.internalId() - 1, index.row()] if under is None else under

    # ------------------------------------------------------------ Qt's questions
    def index(self, row: int, column: int, parent: QModelIndex = _NOWHERE) -> QModelIndex:
        """The index of a row."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        if not parent.internalId():
            return self.createIndex(row, column, 1 + parent.row())
        rule = self._rule_number(parent)
        return self.createIndex(row, column, 1 + len(self.branches) + (rule or 0))

    def parent(self, index: QModelIndex) -> QModelIndex:  # type: ignore[override]
        """The rule of a finding, the branch of a rule."""
        id_ = index.internalId() if index.isValid() else 0
        if not id_:
            return QModelIndex()
        under = self._of_finding(index)
        if under is None:
            return self.createIndex(id_ - 1, 0, 0)
        branch, row = self._rules[under]
        return self.createIndex(row, 0, 1 + branch)

    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:
        """The branches, the rules of a branch, the findings given so far of a rule."""
        if not parent.isValid():
            return len(self.branches)
        if parent.column() != TEXT:
            return 0
        if not parent.internalId():
            return len(self.branches[parent.row()].groups)
        return self._fetched[self._rule_number(parent) or 0] if self._of_finding(parent) is None else 0

    def hasChildren(self, parent: QModelIndex = _NOWHERE) -> bool:
        """A rule has findings before they are given."""
        if not parent.isValid():
            return bool(self.branches)
        return parent.column() == TEXT and self._of_finding(parent) is None

    def canFetchMore(self, parent: QModelIndex) -> bool:
        """Whether a rule has findings that were not given yet."""
        rule = self._rule_number(parent)
        return (
            rule is not None
            and self._of_finding(parent) is None
            and self._fetched[rule] < len(self._group(rule).positions)
        )

    def fetchMore(self, parent: QModelIndex) -> None:
        """Gives the next ones."""
        rule = self._rule_number(parent)
        if rule is None or not self.canFetchMore(parent):
            return
        start = self._fetched[rule]
        end = min(start + BATCH, len(self._group(rule).positions))
        self.beginInsertRows(parent, start, end - 1)
        self._fetched[rule] = end
        self.endInsertRows()

    def columnCount(self, _parent: QModelIndex = _NOWHERE) -> int:
        """The text, the count of a rule."""
        return 2

    def flags(self, index: QModelIndex) -> Any:
        """Rules and findings are ticked as treated."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        tickable = index.internalId() and index.column() == TEXT
        return flags | Qt.ItemFlag.ItemIsUserCheckable if tickable else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row shows."""
        if not index.isValid() or self.findings is None:
            return None
        finding, group = self.finding_at(index), self.group_at(index)
        if index.column() == COUNT:
            return _count(group, role) if finding is None and group is not None else None
        if finding is not None and group is not None:
            return self._of_row(index, finding, group, role)
        return self._of_group(group, role) if group is not None else self._of_branch(index.row(), role)

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ticks a finding, or a whole rule, as treated."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick(self.positions_under(index), on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, positions: ndarray, *, on: bool) -> None:
        """Ticks findings as treated, or no longer."""
        if self.findings is None:
            return
        self.findings.treated[positions] = on
        roles = [Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.ForegroundRole]
        for rule, (branch, row) in enumerate(self._rules):
            parent = self.index(row, 0, self.index(branch, 0))
            self.dataChanged.emit(parent, parent, roles)
            if self._fetched[rule]:
                last = self.index(self._fetched[rule] - 1, 0, parent)
                self.dataChanged.emit(self.index(0, 0, parent), last, roles)
        self.ticked.emit(positions, on)

    def _of_branch(self, row: int, role: int) -> Any:
        branch = self.branches[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return branch.title
        if role == Qt.ItemDataRole.DecorationRole and branch.level is not None:
            return self._icons[branch.level]
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _of_group(self, group: Group, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return group.title
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons[group.level]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{group.title} ({number(len(group.positions))})"
        return self._tick_of(group) if role == Qt.ItemDataRole.CheckStateRole else None

    def _tick_of(self, group: Group) -> Any:
        """That of its findings, where they agree."""
        treated = int(self.findings.treated[group.positions].sum()) if self.findings is not None else 0
        if not treated:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if treated == len(group.positions) else Qt.CheckState.PartiallyChecked

    def _of_row(self, index: QModelIndex, finding: Finding, group: Group, role: int) -> Any:
        treated = self.findings is not None and bool(self.findings.treated[group.positions[index.row()]])
        if role == Qt.ItemDataRole.DisplayRole:
            return row_words(finding, group.title)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if treated else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.message
        if role == Qt.ItemDataRole.ForegroundRole and treated:
            return QgsApplication.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = row_words(finding, group.title)
            return tr("{text}, treated").format(text=text) if treated else text
        return None


def _count(group: Group, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return number(len(group.positions))
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if role == _ALIGNMENT else None
