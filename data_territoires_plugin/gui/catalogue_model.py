"""The catalogue as a tree: groups (recommended, the themes, what searches have found), and in each its layers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont

from ..i18n import tr
from .entry_words import icon_of, source_of, tooltip
from .found import FoundLayer, Note
from .words import number, of_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.PyQt.QtCore import QObject

    from ..catalogue import Catalogue, Entry
    from .found import Branch

    Tickable = Entry | FoundLayer

RECOMMENDED, FOUND = "recommended", "found"
_SEARCH = "search:"  # before the name of a catalogue of the country: the id of its group
TITLE, SOURCE, SIZE = range(3)
_ANY_KIND = "epci"


@dataclass(frozen=True)
class Group:
    """A heading of the tree and its entries."""

    id: str
    title: str
    entries: tuple[Entry | FoundLayer | Note, ...]

    @property
    def searched(self) -> str:
        """The name of the catalogue of the country whose answer it holds; "" for the others."""
        return self.id.removeprefix(_SEARCH) if self.id.startswith(_SEARCH) else ""

    @property
    def tickable(self) -> tuple[Tickable, ...]:
        """What can be ticked of it."""
        return tuple(each for each in self.entries if not isinstance(each, Note) and each.id)


class CatalogueModel(QAbstractItemModel):
    """One truth, the set of the ids ticked: an entry shown in two groups is ticked in both."""

    ticks_changed = pyqtSignal()

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self._kind = _ANY_KIND
        self._themes = tuple(Group(id_, title, catalogue.of_theme(id_)) for id_, title in catalogue.themes.items())
        self._themes = tuple(group for group in self._themes if group.entries)
        self._known = {entry.id for entry in catalogue.entries}
        # The layers found by a search stay once ticked, whatever is searched next.
        self.groups = (self._recommended(), *self._themes, Group(FOUND, tr("Found by a search"), ()))
        self._ticked: set[str] = set()
        self._sizes: dict[str, int] = {}

    # ------------------------------------------------------------ what is ticked
    def ticked(self) -> tuple[Tickable, ...]:
        """What is ticked, in the order of the catalogue, then what searches have found."""
        of_catalogue = tuple(entry for entry in self.catalogue.entries if entry.id in self._ticked)
        return (*of_catalogue, *self.kept())

    def kept(self) -> tuple[FoundLayer, ...]:
        """The layers found by a search that are ticked."""
        group = self.groups[self._kept_row()]
        return tuple(each for each in group.entries if isinstance(each, FoundLayer))

    def is_ticked(self, entry_id: str) -> bool:
        """Whether an entry is ticked."""
        return entry_id in self._ticked

    def tick(self, ids: Iterable[str], *, on: bool = True) -> None:
        """Ticks or unticks layers; ids that are neither in the catalogue nor found are passed over."""
        wanted, shown = set(ids), self._found()
        before = set(self._ticked)
        self._ticked = self._ticked | (wanted & (self._known | set(shown))) if on else self._ticked - wanted
        if self._ticked != before:
            self._keep(tuple(layer for id_, layer in shown.items() if id_ in self._ticked))
            self._refresh([Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.DisplayRole])
            self.ticks_changed.emit()

    def remember(self, layers: Iterable[FoundLayer]) -> None:
        """Ticks layers that a search of another session has found."""
        self._ticked |= {layer.id for layer in layers}
        self._keep(tuple(layers))
        self._refresh([Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.DisplayRole])

    def set_kind(self, kind: str) -> None:
        """Recommends for a kind of territory. A selection that was exactly what was recommended follows."""
        kind = kind or _ANY_KIND
        if kind == self._kind:
            return
        followed = bool(self._ticked) and self._ticked == {entry.id for entry in self.groups[0].tickable}
        self._kind = kind
        recommended, heading = self._recommended(), self.index(0, 0)
        self.beginRemoveRows(heading, 0, len(self.groups[0].entries) - 1)
        self.groups = (Group(RECOMMENDED, recommended.title, ()), *self.groups[1:])
        self.endRemoveRows()
        self.beginInsertRows(heading, 0, len(recommended.entries) - 1)
        self.groups = (recommended, *self.groups[1:])
        self.endInsertRows()
        if followed:
            self._ticked = set()
            self.tick(entry.id for entry in recommended.tickable)

    def set_sizes(self, sizes: dict[str, int]) -> None:
        """How many features each entry has on this territory, as far as is known."""
        self._sizes = dict(sizes)
        self._refresh([Qt.ItemDataRole.DisplayRole])

    # ------------------------------------------------------------ what searches have found
    def set_branches(self, branches: Iterable[Branch]) -> None:
        """The catalogues of the country, at the end of the tree."""
        own = self._kept_row() + 1
        if len(self.groups) > own:
            self.beginRemoveRows(QModelIndex(), own, len(self.groups) - 1)
            self.groups = self.groups[:own]
            self.endRemoveRows()
        new = tuple(Group(_SEARCH + each.name, each.heading, each.rows) for each in branches)
        if new:
            self.beginInsertRows(QModelIndex(), own, own + len(new) - 1)
            self.groups = (*self.groups, *new)
            self.endInsertRows()

    def set_branch(self, branch: Branch) -> None:
        """What one of them has answered."""
        row = next((row for row, group in enumerate(self.groups) if group.searched == branch.name), None)
        if row is not None:
            self._replace(row, Group(_SEARCH + branch.name, branch.heading, branch.rows))

    def _kept_row(self) -> int:
        return 1 + len(self._themes)

    def _found(self) -> dict[str, FoundLayer]:
        groups = self.groups[self._kept_row() :]
        return {one.id: one for group in groups for one in group.tickable if isinstance(one, FoundLayer)}

    def _keep(self, layers: tuple[FoundLayer, ...]) -> None:
        row = self._kept_row()
        if self.groups[row].entries != layers:
            self._replace(row, Group(FOUND, self.groups[row].title, layers))

    def _replace(self, row: int, group: Group) -> None:
        """Puts a group in the place of another, row by row: those that stay keep their place on the screen."""
        heading, before = self.index(row, 0), self.groups[row]

        def put(entries: tuple[Entry | FoundLayer | Note, ...]) -> None:
            self.groups = (*self.groups[:row], Group(group.id, group.title, entries), *self.groups[row + 1 :])

        same = 0
        while same < min(len(before.entries), len(group.entries)) and before.entries[same] == group.entries[same]:
            same += 1
        if len(before.entries) > same:
            self.beginRemoveRows(heading, same, len(before.entries) - 1)
            put(before.entries[:same])
            self.endRemoveRows()
        if len(group.entries) > same:
            self.beginInsertRows(heading, same, len(group.entries) - 1)
            put(group.entries)
            self.endInsertRows()
        put(group.entries)
        self.dataChanged.emit(heading, self.index(row, SIZE), [Qt.ItemDataRole.DisplayRole])

    def _recommended(self) -> Group:
        return Group(RECOMMENDED, "★ " + of_kind(self._kind), self.catalogue.recommended(self._kind))

    def _refresh(self, roles: list[int]) -> None:
        for row, group in enumerate(self.groups):
            parent = self.index(row, 0)
            self.dataChanged.emit(parent, self.index(row, SIZE), roles)
            if group.entries:
                self.dataChanged.emit(self.index(0, 0, parent), self.index(len(group.entries) - 1, SIZE, parent), roles)

    # ------------------------------------------------------------ Qt's questions
    def index(self, row: int, column: int, parent: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """Internal id: 0 for a group, 1 + the row of its group for an entry."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: QModelIndex) -> QModelIndex:  # type: ignore[override]
        """The group of an entry."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """The groups, or the entries of one."""
        if not parent.isValid():
            return len(self.groups)
        return len(self.groups[parent.row()].entries) if parent.column() == 0 and not parent.internalId() else 0

    def columnCount(self, _parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Title, source, size."""
        return 3

    def flags(self, index: QModelIndex) -> Any:
        """Everything is ticked by its first column; what can't be is greyed, with its reason in the tooltip."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags, item = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable, self.item_at(index)
        if isinstance(item, FoundLayer) and not item.id:
            return Qt.ItemFlag.ItemIsSelectable  # greyed
        no_tick = isinstance(item, Note) or (item is None and bool(self.groups[index.row()].searched))
        return flags if no_tick or index.column() != TITLE else flags | Qt.ItemFlag.ItemIsUserCheckable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Layer"), tr("Source"), tr("Features"))[section]
        return None

    def item_at(self, index: QModelIndex) -> Entry | FoundLayer | Note | None:
        """What a row holds; None for a group."""
        group = index.internalId() if index.isValid() else 0
        return self.groups[group - 1].entries[index.row()] if group else None

    def entry_at(self, index: QModelIndex) -> Tickable | None:
        """What can be ticked of a row; None for a group, a note, or a layer that can't be clipped."""
        item = self.item_at(index)
        return None if item is None or isinstance(item, Note) or not item.id else item

    def place_of(self, entry_id: str) -> QModelIndex:
        """Where a layer is, in its theme rather than among those recommended; an invalid index where it is not."""
        for row, group in reversed(list(enumerate(self.groups))):
            for child, item in enumerate(group.entries):
                if not isinstance(item, Note) and item.id == entry_id:
                    return self.index(child, 0, self.index(row, 0))
        return QModelIndex()

    def group_at(self, index: QModelIndex) -> Group:
        """The group of a row, or that it is."""
        return self.groups[(index.internalId() or index.row() + 1) - 1]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        item = self.item_at(index)
        if item is None:
            return self._of_group(self.groups[index.row()], index.column(), role)
        if isinstance(item, Note):
            return _of_note(item, index.column(), role)
        return self._of_entry(item, index.column(), role)

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ticks a layer, or a whole group."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        entry = self.entry_at(index)
        if entry is None and self.item_at(index) is not None:
            return False
        entries = (entry,) if entry else self.groups[index.row()].tickable
        self.tick([each.id for each in entries], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _of_group(self, group: Group, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            return _font(bold=column == TITLE)
        layers = group.tickable
        on = sum(entry.id in self._ticked for entry in layers)
        if role == Qt.ItemDataRole.DisplayRole and column == TITLE:
            return group.title if group.searched else f"{group.title}  {on}/{len(layers)}"
        if column != TITLE or group.searched:
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            some = Qt.CheckState.PartiallyChecked if on else Qt.CheckState.Unchecked
            return Qt.CheckState.Checked if layers and on == len(layers) else some
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{title}, {on} layers ticked of {count}").format(title=group.title, on=on, count=len(layers))
        return None

    def _of_entry(self, entry: Tickable, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            size = self._sizes.get(entry.id)
            return (entry.title, source_of(entry), "" if size is None else number(size))[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(entry)
        if column == TITLE and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if entry.id in self._ticked else Qt.CheckState.Unchecked
        if column == TITLE and role == Qt.ItemDataRole.DecorationRole:
            return icon_of(entry)
        if column == SIZE and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _font(*, bold: bool = False, italic: bool = False) -> QFont:
    font = QFont()
    font.setBold(bold)
    font.setItalic(italic)
    return font


def _of_note(note: Note, column: int, role: int) -> Any:
    if column == TITLE and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return note.text
    if column == TITLE and role == Qt.ItemDataRole.FontRole:
        return _font(italic=True)
    return None


class CatalogueFilter(QSortFilterProxyModel):
    """What of the catalogue is shown: words, a theme, only what is ticked. A group is shown by what it holds."""

    def __init__(self, model: CatalogueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words, self._theme, self._only_ticked = "", "", False
        self._found: frozenset[str] = frozenset()
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)
        model.ticks_changed.connect(self._ticks_changed)

    @property
    def narrowed(self) -> bool:
        """Whether something may be hidden."""
        return bool(self._words or self._theme or self._only_ticked)

    def set_words(self, text: str) -> None:
        """Only the entries that answer these words."""
        self._words = text.strip()
        self._found = (
            frozenset(entry.id for entry in self._model.catalogue.search(self._words)) if self._words else frozenset()
        )
        self.invalidateFilter()

    def set_theme(self, theme: str) -> None:
        """Only this theme; "" for all of them."""
        self._theme = theme
        self.invalidateFilter()

    def set_only_ticked(self, only: bool) -> None:
        """Only what is ticked."""
        self._only_ticked = only
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        """An entry by its own merits; a group has none, it is shown by its entries."""
        if not parent.isValid():
            return False
        group = self._model.groups[parent.row()]
        if group.id == RECOMMENDED and self.narrowed:
            return False  # what it holds is shown in the themes
        item = group.entries[row]
        if isinstance(item, (FoundLayer, Note)):
            ticked = isinstance(item, FoundLayer) and self._model.is_ticked(item.id)
            if group.id == FOUND:
                return not self._words and not self._theme
            return not self._theme and (ticked or not self._only_ticked)
        return (
            (not self._words or item.id in self._found)
            and (not self._theme or item.theme == self._theme)
            and (not self._only_ticked or self._model.is_ticked(item.id))
        )

    @property
    def found_here(self) -> bool:
        """Whether the catalogue itself, without the searches, has something to show."""
        shown = (self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount()))
        return any(not self._model.groups[row].searched for row in shown)

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """The tick of a group is for the entries that are shown, not for those that the filter hides."""
        if role != Qt.ItemDataRole.CheckStateRole or index.parent().isValid() or not self.narrowed:
            return super().setData(index, value, role)
        children = [
            self._model.entry_at(self.mapToSource(self.index(row, 0, index))) for row in range(self.rowCount(index))
        ]
        shown = [entry.id for entry in children if entry]
        self._model.tick(shown, on=not all(self._model.is_ticked(each) for each in shown))
        return True

    def _ticks_changed(self) -> None:
        if self._only_ticked:
            self.invalidateFilter()
