"""Run by `qgis --code` on a virtual screen: a layer published through the assistant, then taken back from its card.

DATA_TERRITOIRES_SAW names the JSON of what was seen, DATA_TERRITOIRES_PICTURES the folder of the pictures,
DATA_TERRITOIRES_TREES a GeoPackage, DATA_TERRITOIRES_ADDRESS an OGC API, DATA_TERRITOIRES_EDITOR name:password.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface, plugins

from tests.gui.player import PULSE, picture, play

if TYPE_CHECKING:
    from data_territoires_plugin.gui.dock import Dock
    from data_territoires_plugin.gui.publication_tab import PublicationTab
    from tests.gui.player import Steps


def account(password: str) -> str:
    """The id of a configuration with the name of the editor."""
    manager = QgsApplication.authManager()
    if not manager.masterPasswordIsSet():
        manager.setMasterPassword("essais", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName(f"Plateforme ({password[:2]})")
    config.setConfig("username", os.environ["DATA_TERRITOIRES_EDITOR"].partition(":")[0])
    config.setConfig("password", password)
    manager.storeAuthenticationConfig(config)
    return config.id()


def click(button: object) -> None:
    """With the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def scenario(saw: dict[str, object]) -> Steps:
    """Each `yield` waits: for a number of seconds, or until a question is answered yes."""
    iface.mainWindow().setGeometry(0, 0, 1366, 768)
    wrong, right = account("faux"), account(os.environ["DATA_TERRITOIRES_EDITOR"].partition(":")[2])
    dock: Dock = plugins["data_territoires_plugin"].show_dock()
    layer = QgsVectorLayer(f"{os.environ['DATA_TERRITOIRES_TREES']}|layername=arbres", "Arbres", "ogr")
    layer.loadNamedStyle(os.environ["DATA_TERRITOIRES_STYLE"])
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    iface.mapCanvas().setExtent(layer.extent())
    yield 0.5
    tab: PublicationTab = dock.publication_tab
    PULSE.step = "cards"
    dock.tabs.setCurrentWidget(tab)
    yield 0.5
    picture("publication_vide", dock)
    PULSE.step = "what"
    click(tab.cards.new)
    yield lambda: tab.what.look is not None
    yield 0.4
    saw["key"] = [tab.what.key, tab.what.key_reason.text()]
    saw["personal"] = tab.what.personal.choice()
    picture("publication_quoi")
    click(tab.foot.next)
    yield from where(tab, dock, saw, wrong, right)
    yield from published(tab, dock, saw, layer)
    yield from narrow(tab, dock)
    PULSE.step = "unload"
    plugins["data_territoires_plugin"].unload()
    yield 0.3


def where(tab: PublicationTab, dock: Dock, saw: dict[str, object], wrong: str, right: str) -> Steps:
    """The platform, a wrong password, the right one."""
    PULSE.step = "where"
    page = tab.where
    page.platform.setCurrentIndex(page.platform.findData("platform:qgis_server"))
    page.platform.activated.emit(page.platform.currentIndex())
    page.address.clear()
    QTest.keyClicks(page.address, os.environ["DATA_TERRITOIRES_ADDRESS"])
    page.collection.setEditText("arbre")
    page.mode.setCurrentIndex(page.mode.findData("mirror"))
    page.auth.setConfigId(wrong)
    yield 0.3
    for name, config in (("wrong", wrong), ("right", right)):
        page.auth.setConfigId(config)
        click(page.trial)
        yield lambda: page._trying is None
        saw[name] = page.answer.text()
        yield 0.3
        picture(f"publication_ou_{name}")


def published(tab: PublicationTab, dock: Dock, saw: dict[str, object], layer: QgsVectorLayer) -> Steps:
    """The plan, the sending, the card, the way back."""
    PULSE.step = "plan"
    click(tab.foot.next)
    yield 0.1
    picture("publication_comparaison", dock)
    yield lambda: not tab.busy and tab.plan.document is not None
    yield 1.2
    saw["plan"] = tab.plan.document["plan"]
    saw["counts"] = tab.plan.counts.text()
    saw["rows"] = tab.plan.model.rowCount()
    saw["fits"] = [dock.width() <= 480, iface.mainWindow().height() <= 768]
    picture("publication_plan")
    iface.mainWindow().resizeDocks([dock], [360], Qt.Orientation.Horizontal)
    yield 0.4
    picture("publication_360_plan", dock)
    iface.mainWindow().resizeDocks([dock], [410], Qt.Orientation.Horizontal)
    yield 0.3
    index = tab.plan.model.index(0, 0)
    tab.plan.table.setCurrentIndex(index)
    yield 0.6
    PULSE.step = "sending"
    click(tab.foot.publish)
    yield 0.25
    picture("publication_envoi", dock)
    yield lambda: not tab.busy
    yield 0.6
    saw["result"] = tab.sending.text.toPlainText()
    saw["message"] = dock.messages.text()
    picture("publication_rapport")
    PULSE.step = "card"
    click(tab.foot.back)
    yield lambda: bool(tab.cards.cards) and "Looking" not in tab.cards.cards[0].state.text()
    yield 0.5
    dock.messages.clearWidgets()
    yield 0.2
    saw["card"] = tab.cards.cards[0].state.text()
    picture("publication_carte", dock)
    click(tab.cards.cards[0].undo)
    yield 0.4
    picture("publication_annuler", dock)
    PULSE.step = "undo"
    click(dock.messages.findChild(type(tab.cards.new)))
    yield 0.2
    yield lambda: not tab.busy
    yield 0.4
    saw["undone"] = tab.sending.title.text()
    picture("publication_annulee", dock)


def narrow(tab: PublicationTab, dock: Dock) -> Steps:
    """The pages in the narrowest dock."""
    iface.mainWindow().resizeDocks([dock], [360], Qt.Orientation.Horizontal)
    tab.stack.setCurrentWidget(tab.assistant)
    for name, page in (("quoi", tab.what), ("ou", tab.where), ("envoi", tab.sending)):
        tab.pages.setCurrentWidget(page)
        tab._show_state()
        yield 0.4
        picture(f"publication_360_{name}", dock)
    tab.stack.setCurrentWidget(tab.cards)
    tab.cards.refresh()
    yield 0.6
    picture("publication_360_cartes", dock)


play(scenario, "publication_fin")
