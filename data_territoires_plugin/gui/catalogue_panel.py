"""The catalogue to tick: search, filters, tree, and how to cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..catalogue import CutMode
from ..i18n import tr
from ..settings import save_setting, setting
from . import memory
from .catalogue_model import RECOMMENDED, SIZE, SOURCE, TITLE, CatalogueFilter, CatalogueModel
from .catalogue_search import CatalogueSearch
from .entry_words import cut_label
from .found import Act, FoundLayer, Note, as_text, from_text

if TYPE_CHECKING:
    from qgis.PyQt.QtCore import QPoint

    from ..catalogue import Catalogue, Entry
    from ..territory import Territory
    from .catalogue_model import Tickable
    from .found import Branch

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
        self.searching = CatalogueSearch(self)
        self.searching.listed.connect(self._catalogues_listed)
        self.searching.changed.connect(self._catalogue_answered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._search_row())
        self.nothing = QLabel(tr("The catalogue is being read…"))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        layout.addWidget(self.nothing)
        layout.addWidget(self._make_tree(), 1)
        layout.addLayout(self._cut_row())

    # ------------------------------------------------------------ what the dock asks
    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Fills the tree, ticked and opened as it was left."""
        self.model = CatalogueModel(catalogue, self)
        self.model.remember(from_text(setting(memory.FOUND)))
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
        if len(self.themes.menu().actions()) <= len(("All themes", "the line below it")):
            for id_, title in catalogue.themes.items():
                self._add_theme(id_, title)
        self.model.set_branches(self.searching.branches.values())
        self._search_now()
        self.changed.emit()

    def set_territory(self, territory: Territory | None) -> None:
        """What is searched in the catalogues of the country is about this territory."""
        self.searching.set_territory(territory)

    def set_kind(self, kind: str) -> None:
        """What is recommended depends on the kind of territory. The first time, it is ticked too."""
        self._kind = kind
        if self.model is None:
            return
        self.model.set_kind(kind)
        if memory.remembered(memory.TICKED) is None:
            self.model.tick(entry.id for entry in self.model.groups[0].tickable)
        self._expand()

    def set_sizes(self, sizes: dict[str, int]) -> None:
        """The number of features of each entry on this territory, when it is known."""
        if self.model is not None:
            self.model.set_sizes(sizes)
            self.tree.setColumnHidden(SIZE, not sizes)

    def ticked(self) -> tuple[Tickable, ...]:
        """The entries to clip, and the backgrounds to add."""
        return self.model.ticked() if self.model is not None else ()

    def point_at(self, entry_id: str) -> None:
        """Shows a layer of the catalogue in the tree, in its theme."""
        if self.model is None or self._filter is None:
            return
        self.search.clear()
        self._search_now()
        index = self._filter.mapFromSource(self.model.place_of(entry_id))
        if index.isValid():
            self.tree.expand(index.parent())
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

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
        self.more = QToolButton()
        self.more.setText("⋮")
        self.more.setToolTip(tr("Ready selections, services, kits, update of the catalogue"))
        self.more.setAccessibleName(tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAutoRaise(True)
        self.more.setMenu(QMenu(self.more))
        row.addWidget(self.more)
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
        if self.model is not None:
            save_setting(memory.FOUND, as_text(self.model.kept()))
        self.changed.emit()

    def _search_now(self) -> None:
        if self._filter is not None:
            self._filter.set_words(self.search.text())
            self.searching.set_words(self.search.text())
            self._after_filter()

    def _catalogues_listed(self, branches: tuple[Branch, ...]) -> None:
        if self.model is not None:
            self.model.set_branches(branches)
            self._after_filter()

    def _catalogue_answered(self, branch: Branch) -> None:
        if self.model is not None:
            self.model.set_branch(branch)
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
        here = self._filter is not None and self._filter.found_here
        self.nothing.setVisible(not here)
        self.tree.setVisible(shown)
        if shown and not here:
            self.nothing.setText(tr("No layer of the catalogue answers. Below: the other catalogues."))
        elif not shown and self._filter is not None:
            self.nothing.setText(tr("No layer answers. Try another word, or show all the themes."))
        policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Expanding
        self.nothing.setSizePolicy(QSizePolicy.Policy.Expanding, policy)

    def _expand(self) -> None:
        """Everything that a filter has found; else what was open."""
        if self._filter is None or self.model is None:
            return
        self._filling = True
        narrowed, found_here = self._filter.narrowed, self._filter.found_here
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            group = self.model.groups[self._filter.mapToSource(index).row()]
            self.tree.setFirstColumnSpanned(row, QModelIndex(), True)
            # The answers of the country stay closed below those of the catalogue, unless these are all there is.
            opened = group.id in self._opened or (narrowed and not (group.searched and found_here))
            self.tree.setExpanded(index, opened)
            for child in range(self._filter.rowCount(index)) if group.searched else ():
                note = isinstance(
                    self.model.item_at(self._filter.mapToSource(self._filter.index(child, 0, index))), Note
                )
                self.tree.setFirstColumnSpanned(child, index, note)
        self._filling = False

    def _remember_opened(self, index: QModelIndex, *, opened: bool) -> None:
        if self._filling or self._filter is None or self.model is None:
            return
        group = self.model.groups[self._filter.mapToSource(index).row()]
        if self._filter.narrowed and not group.searched:
            return
        self._opened = self._opened | {group.id} if opened else self._opened - {group.id}
        # A catalogue of the country is asked when it is opened: not by itself in the next session.
        memory.remember(memory.OPENED, tuple(sorted(id_ for id_ in self._opened if ":" not in id_)))
        if opened and group.searched and any(isinstance(row, Note) and row.act is Act.ASK for row in group.entries):
            self.searching.ask(group.searched)

    def _toggle(self, index: QModelIndex) -> None:
        """A double click opens a group, ticks a layer, does what a note says."""
        if self.model is None or self._filter is None:
            return
        if not index.parent().isValid():
            first = index.sibling(index.row(), TITLE)
            self.tree.setExpanded(first, not self.tree.isExpanded(first))
            return
        source = self._filter.mapToSource(index)
        item, entry = self.model.item_at(source), self.model.entry_at(source)
        if isinstance(item, Note) and item.act is not Act.NOTHING:
            self.searching.ask(self.model.group_at(source).searched, more=item.act is Act.MORE)
        elif entry is not None and index.column() != TITLE:
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
        pointed = self._item(self.tree.indexAt(position))
        page = pointed.page if isinstance(pointed, FoundLayer) else ""
        if page:
            action = menu.addAction(icon("mActionOpenTable.svg"), tr("Open its page"))
            action.triggered.connect(lambda: QDesktopServices.openUrl(QUrl(page)))
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

    def _selected(self) -> list[Tickable]:
        items = (self._item(index) for index in self.tree.selectionModel().selectedRows())
        return [item for item in items if item is not None and not isinstance(item, Note) and item.id]

    def _item(self, index: QModelIndex) -> Entry | FoundLayer | Note | None:
        """What a row of the tree holds."""
        return self.model.item_at(self._filter.mapToSource(index)) if self.model and self._filter else None
