"""The node « Data Territoires » of the browser: the recent territories, and the catalogue by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsDataCollectionItem, QgsDataItem, QgsDataItemProvider
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..catalogue import Entry

    Take = Callable[[str, str], None]

NAME = "DataTerritoires"
_PATH = "data_territoires:"


class BrowserProvider(QgsDataItemProvider):
    """`take(kind, id)` is called with what is double-clicked: a territory's id, or a layer's."""

    def __init__(self, take: Take) -> None:
        super().__init__()
        self._take = take

    def name(self) -> str:
        """The id of the provider."""
        return NAME

    def dataProviderKey(self) -> str:
        """No data provider of QGIS is behind it."""
        return ""

    def capabilities(self) -> Qgis.DataItemProviderCapabilities:
        """A node of its own; no files."""
        return Qgis.DataItemProviderCapabilities(Qgis.DataItemProviderCapability.NetworkSources)

    def createDataItem(self, path: str | None, parentItem: QgsDataItem | None) -> QgsDataItem | None:
        """The root."""
        if path:
            return None
        root = _Root(self._take)
        sip.transferto(root, None)  # type: ignore[arg-type]  # the stub is wrong; QGIS keeps it
        return root


class _Node(QgsDataCollectionItem):
    """A heading whose children are made when it is opened."""

    def __init__(self, parent: QgsDataItem | None, title: str, path: str, take: Take) -> None:
        super().__init__(parent, title, path, NAME)
        self._take = take
        self.setIcon(QIcon(str(resources() / "icons" / "data_territoires.svg")))

    def children_of(self) -> list[QgsDataItem]:
        """Overridden."""
        return []

    def createChildren(self) -> list[QgsDataItem]:
        """QGIS's question; what can't be read is said in the tree."""
        try:
            made = self.children_of()
        except DataTerritoiresError as error:
            made = [QgsDataItem(Qgis.BrowserItemType.Custom, self, error.message, f"{self.path()}/error", NAME)]
            made[0].setState(Qgis.BrowserItemState.Populated)
        for child in made:
            sip.transferto(child, self)
        return made


class _Root(_Node):
    def __init__(self, take: Take) -> None:
        super().__init__(None, "Data Territoires", _PATH, take)

    def children_of(self) -> list[QgsDataItem]:
        from .own_catalogue import with_own

        catalogue = with_own()
        nodes: list[QgsDataItem] = [_Recent(self, self._take)]
        for theme, title in catalogue.themes.items():
            entries = catalogue.of_theme(theme)
            if entries:
                nodes.append(_Theme(self, len(nodes), theme, title, entries, self._take))
        return nodes


class _Recent(_Node):
    def __init__(self, parent: QgsDataItem, take: Take) -> None:
        super().__init__(parent, tr("Recent territories"), f"{_PATH}/recent", take)
        self.setSortKey(0)

    def children_of(self) -> list[QgsDataItem]:
        from .territory_search import recent
        from .words import code_of

        return [
            _Leaf(self, rank, ("territory", each.id), f"{each.name} · {code_of(each)}", "", self._take)
            for rank, each in enumerate(recent())
        ]


class _Theme(_Node):
    def __init__(
        self, parent: QgsDataItem, rank: int, theme: str, title: str, entries: tuple[Entry, ...], take: Take
    ) -> None:
        super().__init__(parent, title, f"{_PATH}/{theme}", take)
        self._entries = entries
        self.setSortKey(rank)

    def children_of(self) -> list[QgsDataItem]:
        from .entry_words import icon_of, tooltip

        leaves: list[QgsDataItem] = []
        for rank, entry in enumerate(self._entries):
            leaf = _Leaf(self, rank, ("layer", entry.id), entry.title, tooltip(entry), self._take)
            leaf.setIcon(icon_of(entry))
            leaves.append(leaf)
        return leaves


class _Leaf(QgsDataItem):
    """A double click brings it into the dock."""

    def __init__(self, parent: QgsDataItem, rank: int, what: tuple[str, str], title: str, tip: str, take: Take) -> None:
        super().__init__(Qgis.BrowserItemType.Custom, parent, title, f"{parent.path()}/{what[1]}", NAME)
        self._what, self._take = what, take
        self.setSortKey(rank)
        self.setToolTip(tip or title)
        self.setState(Qgis.BrowserItemState.Populated)  # nothing below

    def handleDoubleClick(self) -> bool:
        """The dock opens on it."""
        self._take(*self._what)
        return True
