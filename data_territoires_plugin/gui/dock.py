"""The dock: the territory always on top, below it a tab for each verb."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from ..i18n import tr
from ..territory.usual_crs import OTHER_CRS, keep_usual_crs
from .clip_tab import ClipTab
from .conformity_tab import ConformityTab
from .later import later
from .messages import Messages
from .more_menu import AROUND
from .publication_tab import PublicationTab
from .recipes_tab import RecipesTab
from .territory_header import TerritoryHeader

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtGui import QShowEvent

_NARROWEST, _WIDTH, _NOTE = 340, 410, 10  # pixels, pixels, seconds
_SETTLED, _APART = 2000, 100  # milliseconds: once the dock is seen; from one CRS to the next


class _Inside(QWidget):
    """As wide as is good to read, when QGIS asks; the user may narrow it."""

    def sizeHint(self) -> QSize:
        """Pixels."""
        return QSize(_WIDTH, super().sizeHint().height())


class Dock(QgsDockWidget):
    """What `plugin.py` shows on the right of QGIS."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__("Data Territoires", iface.mainWindow())
        self.setObjectName("DataTerritoiresDock")
        inside = _Inside()
        inside.setMinimumWidth(_NARROWEST)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(6, 6, 6, 6)
        self.header = TerritoryHeader(iface)
        self.messages = Messages()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setTabBarAutoHide(True)  # one tab needs no bar
        self.clip_tab = ClipTab(iface, self.header)
        self.conformity_tab = ConformityTab(iface)
        self.publication_tab = PublicationTab(iface, self.conformity_tab.verdict_of)
        self.recipes_tab = RecipesTab()
        tabs = (
            (self.clip_tab, tr("Layers")),
            (self.conformity_tab, tr("Conformity")),
            (self.publication_tab, tr("Publication")),
            (self.recipes_tab, tr("Recipes")),
        )
        for tab, title in tabs:
            self.tabs.addTab(tab, title)
            tab.told.connect(self.messages.tell)
            tab.offered.connect(self.messages.offer)
        layout.addWidget(self.header)
        layout.addWidget(self.messages)
        layout.addWidget(self.tabs, 1)
        self.setWidget(inside)
        self.header.told.connect(lambda message, hint, level: self.messages.tell(message, hint, level, _NOTE))
        self.header.chosen.connect(lambda _choice: self.messages.clearWidgets())
        self.header.offered.connect(self.messages.offer)
        self.header.around_asked.connect(self._around)
        # Not visibilityChanged: behind another tab the dock is not seen, the perimeter still is.
        self.toggleViewAction().toggled.connect(self.header.band.set_visible)
        self._main_window = iface.mainWindow()
        self._widened = False
        later(self, _APART, keep_usual_crs)  # before whatever the user may ask for
        for number, code in enumerate(OTHER_CRS):  # one at a time, once the dock is seen
            later(self, _SETTLED + _APART * number, partial(keep_usual_crs, code))

    def showEvent(self, event: QShowEvent | None) -> None:
        """QGIS gives a new dock the least it can: the first time, ours takes what it needs."""
        super().showEvent(event)
        if not self._widened:
            self._widened = True
            later(self, 0, self._widen)

    def _widen(self) -> None:
        if isinstance(self._main_window, QMainWindow) and not self.isFloating() and self.width() < _WIDTH:
            self._main_window.resizeDocks([self], [_WIDTH], Qt.Orientation.Horizontal)

    def take(self, kind: str, id_: str) -> None:
        """What was chosen elsewhere in QGIS: a territory becomes that of the dock, a layer is ticked and shown."""
        self.tabs.setCurrentWidget(self.clip_tab)
        if kind == "territory":
            self.header.choose_named(id_)
        else:
            self.clip_tab.tick(id_)

    def _around(self) -> None:
        self.tabs.setCurrentWidget(self.clip_tab)
        self.clip_tab.more.show(AROUND)

    def stop(self) -> None:
        """Before it is taken away: stops what runs, takes off the map what was put on it."""
        self.toggleViewAction().toggled.disconnect(self.header.band.set_visible)
        self.clip_tab.stop()
        self.conformity_tab.stop()
        self.publication_tab.stop()
        self.recipes_tab.stop()
        self.header.stop()
