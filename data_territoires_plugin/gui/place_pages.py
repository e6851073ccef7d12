"""The pages about places: a kit made of the territory, a kit opened, a perimeter around an address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox

from ..catalogue import GeometryKind
from ..catalogue.kits import open_folder
from ..i18n import tr
from .choice import Polygons
from .own_catalogue import own_file
from .tool_page import NOTE, ToolPage
from .words import counted, number

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .catalogue_panel import CataloguePanel
    from .territory_header import TerritoryHeader

_MINUTES, _METRES = 0, 1  # rows of COST
_LONGEST = 120.0  # minutes: on foot; the algorithm says what is too much by car
_FARTHEST = 20_000.0  # metres


class OpenKitPage(ToolPage):
    """`dataterritoires:openkit`."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__(
            tr("Open a kit"),
            tr("A kit is a folder made by “Make a kit”: on its territory, the layers come from it, without network."),
        )
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder of the kit"))
        self.form.addRow(tr("&Folder"), self.folder)
        self.add_button(tr("Open"), self.open)
        self.closing = self.add_button(tr("Close the kit"), lambda: self.run("openkit", {"INPUT": ""}, self._closed))

    def opened(self) -> None:
        """The kit that is open."""
        kit = open_folder()
        self.closing.setEnabled(kit is not None)
        if kit is not None:
            self.folder.setFilePath(str(kit))

    def open(self) -> None:
        """Checks the folder and opens it."""
        if not self.folder.filePath().strip():
            self.told.emit(tr("Choose the folder of the kit."), "", Qgis.MessageLevel.Warning, NOTE)
            return
        self.run("openkit", {"INPUT": self.folder.filePath().strip()}, self._opened)

    def _opened(self, results: dict[str, Any]) -> None:
        self.show_text(self.log)
        text = tr("Kit “{title}” open: {territory}.").format(title=results["TITLE"], territory=results["TERRITORY"])
        layers = counted(int(results["LAYERS"]), tr("{count} layer."), tr("{count} layers."))
        self.told.emit(text, layers, Qgis.MessageLevel.Success, NOTE)
        self.opened()
        self.changed.emit()

    def _closed(self, _results: dict[str, Any]) -> None:
        self.told.emit(tr("No kit is open: the services are asked."), "", Qgis.MessageLevel.Info, NOTE)
        self.folder.setFilePath("")
        self.opened()
        self.changed.emit()


class MakeKitPage(ToolPage):
    """`dataterritoires:makekit`, of the territory chosen and the layers ticked."""

    def __init__(self, header: TerritoryHeader, panel: CataloguePanel) -> None:
        super().__init__(
            tr("Make a kit"),
            tr("The layers ticked, on the territory chosen, in a folder for USB keys: for a room without network."),
        )
        self._header, self._panel = header, panel
        self.name = QgsFilterLineEdit()
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder of the kit"))
        self.form.addRow(tr("&Title"), self.name)
        self.form.addRow(tr("&Folder"), self.folder)
        self.button = self.add_button(tr("Make the kit"), self.make)

    def opened(self) -> None:
        """The title is that of the territory."""
        if self._header.choice is not None:
            self.name.setPlaceholderText(self._header.choice.name)

    def make(self) -> None:
        """Fetches the layers into the folder."""
        choice, folder = self._header.choice, self.folder.filePath().strip()
        layers = [one.id for one in self._panel.ticked() if one.geometry is not GeometryKind.RASTER]
        missing = (
            tr("Choose a territory first.")
            if choice is None or choice.territory is None
            else tr("Tick at least one layer.")
            if not layers
            else tr("Choose the folder of the kit.")
            if not folder
            else ""
        )
        if missing or choice is None or choice.territory is None:
            self.told.emit(missing, "", Qgis.MessageLevel.Warning, NOTE)
            return
        own = own_file()
        parameters = {
            "TERRITORY": choice.territory.id, "LAYERS": ",".join(layers), "BUFFER": max(0.0, self._header.buffer()),
            "TITLE": self.name.text().strip() or choice.name, "OUTPUT": folder,
        }  # fmt: skip
        self.run("makekit", parameters | ({"CATALOGUE": str(own)} if own else {}), self._made)

    def _made(self, results: dict[str, Any]) -> None:
        self.show_text(self.log)
        done, failed = int(results["LAYERS_DONE"]), int(results["LAYERS_FAILED"])
        size = tr("{size} MB").format(size=number(float(results["BYTES"]) / 1e6, 1))
        text = counted(done, tr("Kit made: {count} layer, {size}."), tr("Kit made: {count} layers, {size}."), size=size)
        hint = tr("{count} failed: see why below.").format(count=failed) if failed else tr("Copy the whole folder.")
        level = Qgis.MessageLevel.Warning if failed else Qgis.MessageLevel.Success
        self.told.emit(text, hint, level, 0 if failed else NOTE)


class AroundPage(ToolPage):
    """`dataterritoires:isochrone`, whose polygon becomes the perimeter."""

    def __init__(self, header: TerritoryHeader, iface: QgisInterface) -> None:
        super().__init__(
            tr("Perimeter around an address"),
            tr("What is reached in so many minutes or metres, by the navigation service of IGN."),
        )
        self._header, self._iface = header, iface
        self.address = QgsFilterLineEdit()
        self.address.setPlaceholderText(tr("number, street, commune; empty: the centre of the map"))
        self.value = QDoubleSpinBox()
        self.value.setDecimals(0)
        self.cost = QComboBox()
        self.cost.addItems([tr("minutes"), tr("metres")])
        self.cost.currentIndexChanged.connect(self._measure)
        self.profile = QComboBox()
        self.profile.addItems([tr("by car"), tr("on foot")])
        self.form.addRow(tr("&Address"), self.address)
        self.form.addRow(tr("&Measured in"), self.cost)
        self.form.addRow(tr("&Up to"), self.value)
        self.form.addRow(tr("&Travelling"), self.profile)
        self.add_button(tr("Take as the perimeter"), self.reach)
        self._measure(_MINUTES)

    def _measure(self, cost: int) -> None:
        self.value.setRange(1, _LONGEST if cost == _MINUTES else _FARTHEST)
        self.value.setSuffix(tr(" min") if cost == _MINUTES else tr(" m"))
        self.value.setValue(15 if cost == _MINUTES else 5000)

    def reach(self) -> None:
        """Asks the service."""
        address, canvas = self.address.text().strip(), self._iface.mapCanvas()
        centre, crs = canvas.center(), canvas.mapSettings().destinationCrs()
        place = {"ADDRESS": address} if address else {"POINT": f"{centre.x()},{centre.y()} [{crs.authid()}]"}
        parameters = {
            "COST": self.cost.currentIndex(), "VALUE": self.value.value(), "PROFILE": self.profile.currentIndex(),
            "OUTPUT": "TEMPORARY_OUTPUT", **place,
        }  # fmt: skip
        name = f"{address or tr('Centre of the map')} · {self.value.text()}"
        self.run("isochrone", parameters, lambda results: self._found(name, results))

    def _found(self, name: str, results: dict[str, Any]) -> None:
        layer = self.context.takeResultLayer(results["OUTPUT"]) if self.context is not None else None
        if not isinstance(layer, QgsVectorLayer):
            return
        self._header.choose_polygons(replace(Polygons.of_layer(layer, selected=False), name=name))
        self.back_asked.emit()
