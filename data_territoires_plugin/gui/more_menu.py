"""The button [⋮] of the catalogue: ready selections, and the pages that take the place of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..catalogue.remote.cards import cards
from ..catalogue.selections import Selection, selections
from ..errors import DataTerritoiresError
from ..i18n import tr
from .tool_page import NOTE, ToolPage
from .words import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QStackedWidget

    from .catalogue_panel import CataloguePanel
    from .territory_header import TerritoryHeader

SERVICE, KIT, NEW_KIT, TEST, UPDATE, CARDS, AROUND = "service", "kit", "new_kit", "test", "update", "cards", "around"


class MoreMenu(QObject):
    """Each page is made when it is first asked for."""

    told = pyqtSignal(str, str, object, int)
    reload_asked = pyqtSignal(object)  # tuple[str, ...]: what to tick once the catalogue has been read again

    def __init__(
        self, iface: QgisInterface, header: TerritoryHeader, panel: CataloguePanel, stack: QStackedWidget
    ) -> None:
        super().__init__(panel)
        self._iface, self._header, self._panel, self._stack = iface, header, panel, stack
        self.pages: dict[str, ToolPage] = {}
        panel.more.menu().aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """The menu, as things are now."""
        menu, icon = self._panel.more.menu(), QgsApplication.getThemeIcon
        menu.clear()
        try:
            known, of_cards = selections(), cards()
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
            return
        ready = menu.addMenu(icon("mActionSelectAll.svg"), tr("Ready selections"))
        ready.setToolTipsVisible(True)
        for selection in known:
            action = ready.addAction(selection.title)
            action.setToolTip(selection.purpose)
            action.triggered.connect(lambda _checked=False, one=selection: self.tick(one))
        platforms = menu.addMenu(icon("mActionHelpContents.svg"), tr("Platforms without an open service"))
        for card in of_cards:
            platforms.addAction(card.title).triggered.connect(lambda _checked=False, one=card.id: self.show_card(one))
        menu.addSeparator()
        for name, label, image in (
            (SERVICE, tr("Add a service or an OpenStreetMap extract…"), "mActionAddWfsLayer.svg"),
            (KIT, tr("Open a kit…"), "mActionFileOpen.svg"),
            (NEW_KIT, tr("Make a kit…"), "mActionFileSaveAs.svg"),
            (TEST, tr("Test the services"), "mActionRefresh.svg"),
            (UPDATE, tr("Update the catalogue"), "mActionReload.svg"),
        ):
            menu.addAction(icon(image), label).triggered.connect(lambda _checked=False, one=name: self.show(one))

    def tick(self, selection: Selection) -> None:
        """Ticks the layers of a ready selection, besides those that are ticked."""
        model = self._panel.model
        if model is None:
            return
        before = len(model.ticked())
        model.tick(selection.layers)
        more = len(model.ticked()) - before
        text = counted(more, tr("{count} layer ticked: {title}."), tr("{count} layers ticked: {title}."),
                       title=selection.title)  # fmt: skip
        self.told.emit(text, "", Qgis.MessageLevel.Info, NOTE)

    def show(self, name: str) -> ToolPage:
        """Shows a page in the place of the catalogue."""
        if name not in self.pages:
            page = self._made()[name]()
            page.told.connect(self.told)
            page.back_asked.connect(lambda: self._stack.setCurrentIndex(0))
            self._stack.addWidget(page)
            self.pages[name] = page
        page = self.pages[name]
        page.opened()
        self._stack.setCurrentWidget(page)
        page.setFocus()
        return page

    def show_card(self, card_id: str) -> None:
        """Shows the card of a platform."""
        from .service_pages import CardsPage

        page = self.show(CARDS)
        if isinstance(page, CardsPage):
            page.show_card(card_id)

    def stop(self) -> None:
        """The plugin is being unloaded."""
        for page in self.pages.values():
            page.stop()

    def _made(self) -> dict[str, Callable[[], ToolPage]]:
        from .place_pages import AroundPage, MakeKitPage, OpenKitPage
        from .service_pages import AddServicePage, CardsPage, TestServicesPage, UpdatePage

        def service() -> ToolPage:
            page = AddServicePage()
            page.added.connect(self.reload_asked)
            return page

        def of_cards() -> ToolPage:
            page = CardsPage()
            page.added.connect(self.reload_asked)
            return page

        def update() -> ToolPage:
            page = UpdatePage()
            page.updated.connect(lambda: self.reload_asked.emit(()))
            return page

        def kit() -> ToolPage:
            page = OpenKitPage()
            page.changed.connect(lambda: self.reload_asked.emit(()))
            return page

        return {
            SERVICE: service, CARDS: of_cards, UPDATE: update, KIT: kit, TEST: TestServicesPage,
            NEW_KIT: lambda: MakeKitPage(self._header, self._panel),
            AROUND: lambda: AroundPage(self._header, self._iface),
        }  # fmt: skip
