"""The pages about services: add one by its address, test them all, bring the catalogue up to date, import a file."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsAuthConfigSelect, QgsFileWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QComboBox

from ..catalogue.remote.cards import Card, cards
from ..catalogue.update import state, update_url
from ..errors import CatalogueError, DataTerritoiresError
from ..i18n import tr
from ..paths import cache_folder
from . import own_catalogue
from .tasks import FunctionRun
from .tool_page import NOTE, ToolPage, copy
from .words import counted

if TYPE_CHECKING:
    from ..catalogue import Entry

_BEGINNING = "https://"


class AddServicePage(ToolPage):
    """`dataterritoires:addservice`, whose layers join the catalogue."""

    added = pyqtSignal(object)  # tuple[str, ...]: the ids of the layers added

    def __init__(self) -> None:
        super().__init__(
            tr("Add a service or an OpenStreetMap extract"),
            tr(
                "WFS, OGC API Features, ArcGIS FeatureServer, STAC or a file by its address; an extract of"
                " OpenStreetMap also from this disk. Its layers join the catalogue."
            ),
        )
        self.address = QgsFilterLineEdit()
        self.address.setPlaceholderText(_BEGINNING)
        self.file = QgsFileWidget()
        self.file.setFilter(tr("OpenStreetMap extracts (*.osm.pbf *.pbf *.osm *.osm.gz *.gpkg)"))
        self.file.setDialogTitle(tr("OpenStreetMap extract"))
        self.only = QgsFilterLineEdit()
        self.only.setPlaceholderText(tr("all (* stands for any text)"))
        self.key = QgsAuthConfigSelect()
        self.form.addRow(tr("&Address"), self.address)
        self.form.addRow(tr("or OpenStreetMap &file"), self.file)
        self.form.addRow(tr("&Only the layers"), self.only)
        self.form.addRow(tr("&Key"), self.key)
        self.button = self.add_button(tr("Add its layers"), self.add)
        self._adding: FunctionRun | None = None

    def add(self) -> None:
        """Asks the service, or the extract, what it has."""
        file, place = cache_folder("own") / "service.yaml", self.address.text().strip()
        extract = self.file.filePath().strip()
        if bool(place) == bool(extract):
            self.told.emit(tr("Give an address or a file, one of the two."), "", Qgis.MessageLevel.Warning, NOTE)
            return
        parameters = {
            "URL": place or extract, "FILTER": self.only.text().strip() or "*",
            "AUTHCFG": self.key.configId(), "OUTPUT": str(file),
        }  # fmt: skip
        self.run("addservice", parameters, lambda results: self._listed(file, results))

    def _listed(self, file: Path, results: dict[str, Any]) -> None:
        run = FunctionRun(tr("Adding to your catalogue"), lambda: own_catalogue.add_file(file))
        run.ended.connect(lambda entries: self._added(run, entries, int(results["LEFT_OUT"])))
        self._adding = run
        run.start()

    def _added(self, run: FunctionRun, entries: tuple[Entry, ...] | None, left_out: int) -> None:
        self._adding = None
        self.show_text(self.log)
        if entries is None:
            self.told.emit(run.error, run.hint, Qgis.MessageLevel.Warning, 0)
            return
        text = counted(len(entries), tr("{count} layer added."), tr("{count} layers added."))
        hint = counted(
            left_out,
            tr("{count} layer can't be clipped: see why below."),
            tr("{count} layers can't be clipped: see why below."),
        )
        self.told.emit(text, hint if left_out else "", Qgis.MessageLevel.Success, 0 if left_out else NOTE)
        self.added.emit(tuple(entry.id for entry in entries))

    def stop(self) -> None:
        """The plugin is being unloaded."""
        super().stop()
        if self._adding is not None:
            self._adding.forget()


class TestServicesPage(ToolPage):
    """`dataterritoires:testservices`."""

    __test__ = False  # its name begins as that of a test does

    def __init__(self) -> None:
        super().__init__(
            tr("Test the services"),
            tr("Each service is asked one small question; what differs from what is expected is told."),
        )
        self.button = self.add_button(tr("Test"), self.test)
        self.copying = self.add_button(
            tr("Copy the table"), lambda: copy(self._markdown), tr("A table to paste into a report of a problem")
        )
        self.copying.hide()
        self._markdown = ""

    def test(self) -> None:
        """Asks them all."""
        self.run("testservices", {"OUTPUT": "TEMPORARY_OUTPUT"}, self._tested)

    def _tested(self, results: dict[str, Any]) -> None:
        self._markdown = str(results["MARKDOWN"])
        self.show_text(self._markdown, markdown=True)
        self.copying.show()
        good, different, dead = (int(results[name]) for name in ("GOOD", "DIFFERENT", "DEAD"))
        text = tr("Services as expected: {good}; different: {different}; without answer: {dead}.").format(
            good=good, different=different, dead=dead
        )
        level = Qgis.MessageLevel.Warning if different or dead else Qgis.MessageLevel.Success
        self.told.emit(text, "", level, NOTE)


class UpdatePage(ToolPage):
    """`dataterritoires:updatecatalogue`: compare, apply, go back."""

    updated = pyqtSignal()

    def __init__(self) -> None:
        super().__init__(
            tr("Update the catalogue"),
            tr("Compares the catalogue with the one published at an address; nothing changes before you apply it."),
        )
        self.address = QgsFilterLineEdit()
        self.address.setPlaceholderText(_BEGINNING)
        self.form.addRow(tr("&Address"), self.address)
        self.compare = self.add_button(tr("Compare"), lambda: self._act("check"))
        self.apply = self.add_button(tr("Apply"), lambda: self._act("apply"))
        self.back = self.add_button(
            tr("Go back"), lambda: self._act("rollback"), tr("Goes back to the catalogue in use before")
        )

    def opened(self) -> None:
        """The address kept, and whether there is something to apply or to go back to."""
        self.address.setText(self.address.text() or update_url())
        self.apply.setEnabled(False)
        try:
            self.back.setEnabled(state().previous is not None)
        except CatalogueError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning, 0)

    def _act(self, action: str) -> None:
        parameters = {"URL": self.address.text().strip(), "ACTION": action}
        self.run("updatecatalogue", parameters, lambda results: self._done(action, results))

    def _done(self, action: str, results: dict[str, Any]) -> None:
        self.show_text(self.log)
        self.opened()
        if action == "check":
            changes = sum(int(results[name]) for name in ("ADDED", "REMOVED", "CHANGED"))
            self.apply.setEnabled(bool(changes))
            text = counted(changes, tr("{count} difference."), tr("{count} differences."))
            hint = tr("“Apply” puts it in use.") if changes else ""
            self.told.emit(text, hint, Qgis.MessageLevel.Info, NOTE)
            return
        self.told.emit(tr("In use: {name}.").format(name=results["IN_USE"]), "", Qgis.MessageLevel.Success, NOTE)
        self.updated.emit()


class CardsPage(ToolPage):
    """The platforms without an open geographic API: what each is for, and the import of the file it exports."""

    added = pyqtSignal(object)  # tuple[str, ...]

    def __init__(self) -> None:
        super().__init__(
            tr("Platforms without an open service"),
            tr("What each is for, who may use it, and how to import the file it exports."),
        )
        self.which = QComboBox()
        for card in cards():
            self.which.addItem(card.title, card.id)
        self.file = QgsFileWidget()
        self.file.setFilter(tr("Tables and layers (*.csv *.xlsx *.ods *.geojson *.gpkg *.shp)"))
        self.file.setDialogTitle(tr("File exported from the platform"))
        self.form.addRow(tr("&Platform"), self.which)
        self.form.addRow(tr("&File"), self.file)
        self.add_button(tr("Add the file to the catalogue"), self.add)
        self.add_button(tr("Open the site"), lambda: QDesktopServices.openUrl(QUrl(self._card().address)))
        self.which.currentIndexChanged.connect(lambda _row: self._show())
        self._show()

    def show_card(self, card_id: str) -> None:
        """The card of a platform."""
        self.which.setCurrentIndex(max(0, self.which.findData(card_id)))

    def add(self) -> None:
        """The file becomes a layer of the catalogue."""
        path = Path(self.file.filePath().strip())
        layer = QgsVectorLayer(str(path), path.stem, "ogr") if path.is_file() else None
        if layer is None or not layer.isValid():
            self.told.emit(
                tr("This file can't be read."), tr("Choose the file that the platform has exported."),
                Qgis.MessageLevel.Warning, NOTE,
            )  # fmt: skip
            return
        try:
            entry = self._card().entry(path, layer.fields().names())
            own_catalogue.add((entry,))
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
            return
        self.told.emit(tr("{title}: added, and ticked.").format(title=entry.title), "", Qgis.MessageLevel.Success, NOTE)
        self.added.emit((entry.id,))

    def _card(self) -> Card:
        return cards()[max(0, self.which.currentIndex())]

    def _show(self) -> None:
        card = self._card()
        lines = (
            (tr("What it is for"), card.purpose), (tr("Who may use it"), card.access),
            (tr("To get a file"), card.export), (tr("Conditions"), card.warning),
        )  # fmt: skip
        told = "".join(f"<p><b>{escape(name)}</b><br>{escape(text)}</p>" for name, text in lines if text)
        link = f"<p><a href='{escape(card.address, quote=True)}'>{escape(card.address)}</a></p>"
        self.result.setHtml(told + link)
        self.show_result()
