"""What QGIS calls. Everything that is put into QGIS here is taken out again by `unload`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QIcon

from .i18n import load_translator, tr
from .paths import resources

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtCore import QTranslator
    from qgis.PyQt.QtGui import QAction

    from .gui.browser import BrowserProvider
    from .gui.dock import Dock
    from .gui.locator import Locator
    from .gui.options import OptionsFactory
    from .processing.provider import Provider


class DataTerritoiresPlugin:
    """The plugin: a provider of algorithms; in the desktop, a dock, a filter of the locator, a node of the browser."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._translator: QTranslator | None = load_translator()
        self._provider: Provider | None = None
        self._action: QAction | None = None
        self._dock: Dock | None = None
        self._locator: Locator | None = None
        self._browser: BrowserProvider | None = None
        self._options: OptionsFactory | None = None

    def initProcessing(self) -> None:
        """Registers the algorithms."""
        from .processing.provider import Provider

        provider = Provider()
        # Refused, and deleted by QGIS, where another copy of the plugin has registered it already.
        if QgsApplication.processingRegistry().addProvider(provider):
            self._provider = provider

    def initGui(self) -> None:
        """Puts the button that opens the dock; the dock itself is made when it is first asked for."""
        self.initProcessing()
        if self._iface is None:
            return
        from qgis.PyQt.QtGui import QAction

        self._action = QAction(
            QIcon(str(resources() / "icons" / "data_territoires.svg")), "Data Territoires", self._iface.mainWindow()
        )
        self._action.setCheckable(True)
        self._action.setToolTip(tr("Choose a territory and clip the reference layers of the country to it"))
        self._action.triggered.connect(self._toggle)
        self._iface.addToolBarIcon(self._action)
        self._iface.addPluginToMenu("Data Territoires", self._action)
        self._add_ways_in(self._iface)

    def _add_ways_in(self, iface: QgisInterface) -> None:
        """The locator bar, the browser and the options; what they list is read when it is first asked for."""
        from .gui.browser import BrowserProvider
        from .gui.locator import Locator
        from .gui.options import OptionsFactory

        self._locator = Locator(self._take)
        iface.registerLocatorFilter(self._locator)
        self._browser = BrowserProvider(self._take)
        QgsApplication.dataItemProviderRegistry().addProvider(self._browser)
        self._options = OptionsFactory()
        iface.registerOptionsWidgetFactory(self._options)

    def _take(self, kind: str, id_: str) -> None:
        """What was chosen in the locator or the browser goes to the dock."""
        dock = self.show_dock()
        if dock is not None:
            dock.take(kind, id_)

    def show_dock(self) -> Dock | None:
        """Opens the dock, made at the first call; None without a desktop."""
        if self._iface is None:
            return None
        if self._dock is None:
            from .gui.dock import Dock

            self._dock = Dock(self._iface)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
            if self._action is not None:
                self._dock.visibilityChanged.connect(self._action.setChecked)
        self._dock.show()
        self._dock.raise_()
        return self._dock

    def unload(self) -> None:
        """Takes out everything that was put in."""
        if self._dock is not None and self._iface is not None:
            self._dock.stop()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        self._remove_ways_in()
        if self._action is not None and self._iface is not None:
            self._iface.removeToolBarIcon(self._action)
            self._iface.removePluginMenu("Data Territoires", self._action)
            self._action.deleteLater()
            self._action = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        self._release_network()
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _remove_ways_in(self) -> None:
        if self._locator is not None and self._iface is not None:
            self._iface.deregisterLocatorFilter(self._locator)  # QGIS deletes it
            self._locator = None
        if self._options is not None and self._iface is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
        if self._browser is not None:
            QgsApplication.dataItemProviderRegistry().removeProvider(self._browser)  # QGIS deletes it
            self._browser = None

    @staticmethod
    def _release_network() -> None:
        """Takes back what the first request put into QGIS's network stack; nothing was, where none was made."""
        network = sys.modules.get(f"{__package__}.network")
        if network is not None:
            network.release()

    def _toggle(self, checked: bool) -> None:
        if checked:
            self.show_dock()
        elif self._dock is not None:
            self._dock.hide()
