"""The catalogue to tick: search, filters, tree, and how to cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..catalogue import CutMode
from ..i18n import tr
from . import memory
from .catalogue_model import RECOMMENDED, SIZE, SOURCE, TITLE, CatalogueFilter, CatalogueModel
from .entry_words import cut_label

if TYPE_CHECKING:
    from qgis.PyQt.QtCore import QPoint

    from ..catalogue import Catalogue, Entry

_INDENT = 14  # pixels: the dock is narrow
_PAUSE = 150  # milliseconds without a key before the tree is filtered


class CataloguePanel(QWidget):
    """Remembers from one session to the next what is ticked and what is open."""

    changed = pyqtSignal()  # what is ticked, or how it is cut

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: CatalogueModel | None = None
        self._filter: CatalogueFilter | None = None
        self._kind = ""
        self._opened = set(memory.remembered(memory.OPENED) or (RECOMMENDED,))
        self._filling = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._search_row())
        layout.addWidget(self._make_tree(), 1)
        self.nothing = QLabel(tr("The catalogue is being read…"))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        layout.addWidget(self.nothing)
        layout.addLayout(self._cut_row())

    # ------------------------------------------------------------ what the dock asks
    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Fills the tree, ticked and opened as it was left."""
        self.model = CatalogueModel(catalogue, self)
        self.model.tick(memory.remembered(memory.TICKED) or ())
        self.model.set_kind(self._kind)
        self.model.ticks_changed.connect(self._ticks_changed)
        self._filter = CatalogueFilter(self.model, self)
        self.tree.setModel(self._filter)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(SIZE, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(SOURCE, self.fontMetrics().horizontalAdvance("BD TOPO · xxxxxx"))
        self.tree.setColumnHidden(SIZE, True)
        for id_, title in catalogue.themes.items():
            self._add_theme(id_, title)
        self._expand()
        self._say_what_is_missing()
        self.changed.emit()

    def set_kind(self, kind: str) -> None:
        """What is recommended depends on the kind of territory. The first time, it is ticked too."""
        self._kind = kind
        if self.model is None:
            return
        self.model.set_kind(kind)
        if memory.remembered(memory.TICKED) is None:
            self.model.tick(entry.id for entry in self.model.groups[0].entries)
        self._expand()

    def set_sizes(self, sizes: dict[str, int]) -> None:
        """The number of features of each entry on this territory, when it is known."""
        if self.model is not None:
            self.model.set_sizes(sizes)
            self.tree.setColumnHidden(SIZE, not sizes)

    def ticked(self) -> tuple[Entry, ...]:
        """The entries to clip, and the backgrounds to add."""
        return self.model.ticked() if self.model is not None else ()

    def cut(self) -> str:
        """The value of the parameter CUT."""
        return str(self.cuts.currentData())

    # ------------------------------------------------------------ its parts
    def _search_row(self) -> QHBoxLayout:
        self.search = QgsFilterLineEdit()
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(tr("Search for data…"))
        self.search.setAccessibleName(tr("Search in the catalogue"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search_now)
        self.search.textChanged.connect(self._pause.start)
        self.themes = QToolButton()
        self.themes.setText(tr("Themes"))
        self.themes.setToolTip(tr("Show one theme only"))
        self.themes.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.themes.setAutoRaise(True)
        self.themes.setMenu(QMenu(self.themes))
        self._add_theme("", tr("All themes"))
        self.themes.menu().addSeparator()
        self.only_ticked = QToolButton()
        self.only_ticked.setText(tr("Ticked"))
        self.only_ticked.setToolTip(tr("Show only the layers that are ticked"))
        self.only_ticked.setCheckable(True)
        self.only_ticked.setAutoRaise(True)
        self.only_ticked.toggled.connect(self._filter_changed)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.search, 1)
        row.addWidget(self.themes)
        row.addWidget(self.only_ticked)
        return row

    def _add_theme(self, theme: str, title: str) -> None:
        action = self.themes.menu().addAction(title)
        action.setData(theme)
        action.triggered.connect(lambda: self._choose_theme(theme, title))

    def _make_tree(self) -> QTreeView:
        self.tree = QTreeView()
        self.tree.setAccessibleName(tr("Catalogue"))
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(False)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(_INDENT)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.doubleClicked.connect(self._toggle)
        self.tree.expanded.connect(lambda index: self._remember_opened(index, opened=True))
        self.tree.collapsed.connect(lambda index: self._remember_opened(index, opened=False))
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        return self.tree

    def _cut_row(self) -> QHBoxLayout:
        self.cuts = QComboBox()
        self.cuts.addItem(tr("as advised for each layer"), "entry")
        for mode in CutMode:
            self.cuts.addItem(cut_label(mode), mode.value)
        self.cuts.setToolTip(tr("As advised: buildings, parcels and addresses are kept whole, the others are cut."))
        label = QLabel(tr("&Cut"))
        label.setBuddy(self.cuts)
        self.cuts.setAccessibleName(tr("What becomes of the features that cross the perimeter"))
        self.cuts.currentIndexChanged.connect(lambda _index: self.changed.emit())
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.cuts, 1)
        return row

    # ------------------------------------------------------------ what happens
    def _ticks_changed(self) -> None:
        memory.remember(memory.TICKED, tuple(entry.id for entry in self.ticked()))
        self.changed.emit()

    def _search_now(self) -> None:
        if self._filter is not None:
            self._filter.set_words(self.search.text())
            self._after_filter()

    def _choose_theme(self, theme: str, title: str) -> None:
        self.themes.setText(title if theme else tr("Themes"))
        if self._filter is not None:
            self._filter.set_theme(theme)
            self._after_filter()

    def _filter_changed(self, only: bool) -> None:
        if self._filter is not None:
            self._filter.set_only_ticked(only)
            self._after_filter()

    def _after_filter(self) -> None:
        self._expand()
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        shown = self._filter is not None and self._filter.rowCount() > 0
        self.nothing.setVisible(not shown)
        self.tree.setVisible(shown)
        if not shown and self._filter is not None:
            self.nothing.setText(tr("No layer answers. Try another word, or show all the themes."))
        self.nothing.setSizePolicy(self.tree.sizePolicy())

    def _expand(self) -> None:
        """Everything that a filter has found; else what was open."""
        if self._filter is None or self.model is None:
            return
        self._filling = True
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            group = self.model.groups[self._filter.mapToSource(index).row()]
            self.tree.setFirstColumnSpanned(row, QModelIndex(), True)
            self.tree.setExpanded(index, self._filter.narrowed or group.id in self._opened)
        self._filling = False

    def _remember_opened(self, index: QModelIndex, *, opened: bool) -> None:
        if self._filling or self._filter is None or self.model is None or self._filter.narrowed:
            return
        group = self.model.groups[self._filter.mapToSource(index).row()].id
        self._opened = self._opened | {group} if opened else self._opened - {group}
        memory.remember(memory.OPENED, tuple(sorted(self._opened)))

    def _toggle(self, index: QModelIndex) -> None:
        """A double click opens a group, ticks an entry."""
        if not index.parent().isValid():
            first = index.sibling(index.row(), TITLE)
            self.tree.setExpanded(first, not self.tree.isExpanded(first))
        elif index.column() != TITLE and self.model is not None and self._filter is not None:
            entry = self.model.entry_at(self._filter.mapToSource(index))
            if entry is not None:
                self.model.tick((entry.id,), on=not self.model.is_ticked(entry.id))

    def _menu(self, position: QPoint) -> None:
        if self.model is None:
            return
        chosen = [entry.id for entry in self._selected()]
        menu = QMenu(self.tree)
        icon = QgsApplication.getThemeIcon
        for label, name, on in (
            (tr("Tick"), "mActionSelectAll.svg", True),
            (tr("Untick"), "mActionDeselectAll.svg", False),
        ):
            action = menu.addAction(icon(name), label)
            action.setEnabled(bool(chosen))
            action.triggered.connect(lambda _checked=False, on=on: self._tick(chosen, on=on))
        menu.addSeparator()
        everything = [entry.id for entry in self.ticked()]
        action = menu.addAction(tr("Untick everything"))
        action.setEnabled(bool(everything))
        action.triggered.connect(lambda: self._tick(everything, on=False))
        menu.addSeparator()
        menu.addAction(tr("Expand all")).triggered.connect(self.tree.expandAll)
        menu.addAction(tr("Collapse all")).triggered.connect(self.tree.collapseAll)
        menu.exec(self.tree.viewport().mapToGlobal(position))

    def _tick(self, ids: list[str], *, on: bool) -> None:
        if self.model is not None:
            self.model.tick(ids, on=on)

    def _selected(self) -> list[Entry]:
        if self.model is None or self._filter is None:
            return []
        rows = (self._filter.mapToSource(index) for index in self.tree.selectionModel().selectedRows())
        return [entry for entry in (self.model.entry_at(row) for row in rows) if entry is not None]
