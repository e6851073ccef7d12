"""The findings: counts, filters, tree, and what is said of the one that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..standards.engine.arrays import listed, where
from .conformity_detail import Detail
from .conformity_findings import LEVELS, Filter, level_words
from .conformity_model import COUNT, TEXT, FindingsModel, level_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy import ndarray
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtCore import QPoint
    from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent

    from ..standards.findings import Finding
    from ..standards.model import Level
    from .conformity_findings import Findings

_INDENT = 14  # pixels: the dock is narrow
_PAUSE = 200  # milliseconds without a key, or without a move of the map, before the tree is filtered
_SIZES = [300, 120]  # pixels: the tree, the detail
_AHEAD = 20  # rows before the last one given, when more are asked for


class FindingsTree(QTreeView):
    """A tree whose keys do what a mouse does: Enter opens the form, Space ticks, Ctrl+C copies."""

    opened = pyqtSignal(QModelIndex)
    looked_at = pyqtSignal(QModelIndex)
    copy_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Findings"))
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self.looked_at)
        self.verticalScrollBar().valueChanged.connect(self._more)
        self.expanded.connect(lambda index: self.model().fetchMore(index))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter and copy; the rest is Qt's."""
        if event is None:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self.looked_at.emit(self.currentIndex())

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """A heading opens or closes, a finding opens the form."""
        if event is None:
            return
        super().mouseDoubleClickEvent(event)
        index = self.currentIndex()
        if not index.isValid():
            return
        first = index.siblingAtColumn(TEXT)
        if self.model().hasChildren(first):
            self.setExpanded(first, not self.isExpanded(first))
        else:
            self.opened.emit(first)

    def _more(self) -> None:
        """Qt asks for more only at the root: here it is the rule at the foot of the window that has more."""
        last = self.indexAt(self.viewport().rect().bottomLeft())
        if not last.isValid():
            last = self.indexAt(self.viewport().rect().bottomLeft() - self.visualRect(self.currentIndex()).topLeft())
        parent = last.parent()
        if parent.isValid() and self.model().canFetchMore(parent):
            rest = self.model().rowCount(parent) - last.row()
            if rest < _AHEAD:
                self.model().fetchMore(parent)


class FindingsPanel(QWidget):
    """Shows the findings of one run; says which are chosen."""

    looked_at = pyqtSignal(object, bool)  # Finding or None; whether the map goes there
    open_asked = pyqtSignal(object)  # Finding
    select_asked = pyqtSignal(bool)  # whether the table is opened too
    copy_asked = pyqtSignal()
    treated_changed = pyqtSignal()
    shown_changed = pyqtSignal(object)  # positions of what the tree shows

    def __init__(self, view: Callable[[str], QgsRectangle | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._compared = False
        self._closed: set[tuple[str, str]] = set()
        self._opened: set[tuple[str, str]] = set()
        self._summary: tuple[str, list[str]] = ("", [])
        self.model = FindingsModel(self)
        self.tree = FindingsTree()
        self.tree.setModel(self.model)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self.detail = Detail()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.tree)
        splitter.addWidget(self.detail)
        splitter.setSizes(_SIZES)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._level_row())
        layout.addLayout(self._filter_row())
        layout.addWidget(splitter, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.refilter)
        self._connect()

    def _connect(self) -> None:
        self.words.textChanged.connect(self._pause.start)
        self.in_view.toggled.connect(self.refilter)
        self.untreated.toggled.connect(self.refilter)
        self.tree.looked_at.connect(self._look)
        self.tree.opened.connect(self._open)
        self.tree.copy_asked.connect(self.copy_asked)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.expanded.connect(lambda index: self._remember(index, opened=True))
        self.tree.collapsed.connect(lambda index: self._remember(index, opened=False))
        self.model.ticked.connect(self._ticked)

    # ------------------------------------------------------------ what the tab asks
    def show_findings(self, findings: Findings | None, title: str = "", lines: list[str] | None = None) -> None:
        """Shows a run, and what is said of it as long as no finding is looked at."""
        self._summary = title, lines or []
        self.model.show(findings, ())
        self._compared = self._compared and findings is not None and findings.changes is not None
        for level, button in self.levels.items():
            button.setText(level_words(level, findings.count(level) if findings else 0))
            button.setEnabled(findings is not None)
        self.refilter()

    def set_compared(self, compared: bool) -> None:
        """Shows what became of the findings since the last run, or their levels."""
        self._compared = compared
        self.refilter()

    def map_moved(self) -> None:
        """The map shows something else."""
        if self.in_view.isChecked():
            self._pause.start()

    def chosen(self) -> list[Finding]:
        """The findings of the rows selected, those of headings too."""
        findings = self.model.findings
        rows = self.tree.selectionModel().selectedRows()
        positions = [self.model.positions_under(row) for row in rows]
        if findings is None or not positions:
            return []
        return [findings.all[at] for at in listed(np.unique(np.concatenate(positions)))]

    def current(self) -> Finding | None:
        """The finding that is looked at."""
        return self.model.finding_at(self.tree.currentIndex())

    def shown(self) -> ndarray:
        """The positions of what the tree shows."""
        held = [group.positions for branch in self.model.branches for group in branch.groups]
        return np.concatenate(held) if held else np.array([], int)

    # ------------------------------------------------------------ its parts
    def _level_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.levels: dict[Level, QToolButton] = {}
        for level in LEVELS:
            button = QToolButton()
            button.setIcon(level_icon(level))
            button.setText(level_words(level, 0))
            button.setToolTip(tr("Show or hide this level"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setChecked(True)
            button.setEnabled(False)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.toggled.connect(self.refilter)
            self.levels[level] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _filter_row(self) -> QHBoxLayout:
        self.words = QgsFilterLineEdit()
        self.words.setShowSearchIcon(True)
        self.words.setPlaceholderText(tr("Filter…"))
        self.words.setAccessibleName(tr("Filter the findings"))
        self.in_view = QCheckBox(tr("in the &view"))
        self.in_view.setToolTip(tr("Only the findings that the map shows"))
        self.untreated = QCheckBox(tr("not &treated"))
        self.untreated.setToolTip(tr("Hide the findings ticked as treated"))
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.in_view)
        row.addWidget(self.untreated)
        return row

    # ------------------------------------------------------------ what is shown
    def refilter(self) -> None:
        """Shows what the filters let through; what was open and looked at stays so."""
        findings = self.model.findings
        if findings is None:
            self._say()
            self.shown_changed.emit(self.shown())
            return
        position = self.model.position_at(self.tree.currentIndex())
        levels = frozenset(level for level, button in self.levels.items() if button.isChecked())
        view = self._view(findings.crs) if self.in_view.isChecked() else None
        wanted = Filter(self.words.text(), levels, self.untreated.isChecked(), view, self._compared)
        self.model.show(findings, findings.shown(wanted))
        self._expand()
        if position is not None:
            self.show_position(position)
        self._say()
        self.shown_changed.emit(self.shown())

    def show_position(self, position: int) -> None:
        """Makes a finding the current one, where the tree shows it."""
        for rule in self._rules():
            group = self.model.group_at(rule)
            rows = where(group.positions == position) if group is not None else []
            if rows:
                row = rows[0]
                while self.model.rowCount(rule) <= row:
                    self.model.fetchMore(rule)
                flags = QItemSelectionModel.SelectionFlag
                self.tree.selectionModel().setCurrentIndex(
                    self.model.index(row, 0, rule), flags.ClearAndSelect | flags.Rows
                )
                return

    def _rules(self) -> list[QModelIndex]:
        branches = (self.model.index(row, 0) for row in range(self.model.rowCount()))
        return [self.model.index(row, 0, each) for each in branches for row in range(self.model.rowCount(each))]

    def _expand(self) -> None:
        """The branches, and the rules that were opened."""
        opened, closed = set(self._opened), set(self._closed)
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            self.tree.setExpanded(index, self._name(index) not in closed)
        for rule in self._rules():
            self.tree.setExpanded(rule, self._name(rule) in opened)
        self._opened, self._closed = opened, closed

    def _name(self, index: QModelIndex) -> tuple[str, str]:
        """What names a heading from one run to the next: its counts may change."""
        group = self.model.group_at(index)
        if group is not None:
            return group.level.value, group.title
        level = self.model.branches[index.row()].level
        return "", level.value if level else str(index.row())

    def _remember(self, index: QModelIndex, *, opened: bool) -> None:
        name = self._name(index)
        if name[0]:
            self._opened = self._opened | {name} if opened else self._opened - {name}
        else:
            self._closed = self._closed - {name} if opened else self._closed | {name}

    def _say(self) -> None:
        """The detail of the current row; where there is none, of the run."""
        index = self.tree.currentIndex()
        finding, group = self.model.finding_at(index), self.model.group_at(index)
        findings = self.model.findings
        if finding is not None:
            self.detail.show_finding(finding)
        elif group is not None and findings is not None:
            self.detail.show_group(group, findings.all[int(group.positions[0])])
        elif findings is not None and len(findings.all) and not self.model.branches:
            self.detail.show_text(tr("No finding answers the filters."), [tr("Change them to see the others.")])
        else:
            self.detail.show_text(*self._summary)

    # ------------------------------------------------------------ what happens
    def _look(self, index: QModelIndex) -> None:
        self._say()
        self.looked_at.emit(self.model.finding_at(index), not self.in_view.isChecked())

    def _open(self, index: QModelIndex) -> None:
        finding = self.model.finding_at(index)
        if finding is not None:
            self.open_asked.emit(finding)
        elif index.isValid():
            first = index.siblingAtColumn(TEXT)
            self.tree.setExpanded(first, not self.tree.isExpanded(first))

    def _ticked(self, _positions: object, _on: bool) -> None:
        self.treated_changed.emit()
        if self.untreated.isChecked():
            self._pause.start()

    def tick_chosen(self, *, on: bool) -> None:
        """Ticks what is selected as treated, or no longer."""
        rows = [self.model.positions_under(row) for row in self.tree.selectionModel().selectedRows()]
        if rows:
            self.model.tick(np.unique(np.concatenate(rows)), on=on)

    def _menu(self, position: QPoint) -> None:
        menu = QMenu(self.tree)
        current, some = self.current(), bool(self.tree.selectionModel().selectedRows())
        icon = QgsApplication.getThemeIcon
        one = current is not None
        for name, label, possible, action in (
            ("mActionZoomToSelected.svg", tr("Zoom to it"), one, lambda: self.looked_at.emit(current, True)),
            ("mActionFormView.svg", tr("Open the form"), one, lambda: self.open_asked.emit(current)),
            ("mActionSelect.svg", tr("Select the features"), some, lambda: self.select_asked.emit(False)),
            ("mActionOpenTable.svg", tr("Select and show in the table"), some, lambda: self.select_asked.emit(True)),
            ("mActionEditCopy.svg", tr("Copy"), some, self.copy_asked.emit),
            ("mActionSelectAll.svg", tr("Tick as treated"), some, lambda: self.tick_chosen(on=True)),
            ("mActionDeselectAll.svg", tr("Untick"), some, lambda: self.tick_chosen(on=False)),
        ):
            entry = menu.addAction(icon(name), label)
            entry.setEnabled(possible)
            entry.triggered.connect(lambda _checked=False, action=action: action())
        menu.exec(self.tree.viewport().mapToGlobal(position))
