"""The tab "Layers": what to clip, the clip itself, what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QElapsedTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ..catalogue import GeometryKind, load_catalogue
from ..errors import DataTerritoiresError
from ..i18n import tr
from .catalogue_panel import CataloguePanel
from .output_panel import OutputPanel
from .run_panel import RunPanel
from .tasks import AlgorithmRun, FunctionRun
from .words import counted, seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..catalogue import Entry
    from .choice import Choice
    from .territory_header import TerritoryHeader

_PLAIN, _NOTE = 3, 8  # seconds that a message stays


class ClipTab(QWidget):
    """Gathers the parameters of `dataterritoires:clip`, runs it in a task, shows its result."""

    told = pyqtSignal(str, str, object, int)  # message, hint, Qgis.MessageLevel, seconds (0: until it is closed)
    offered = pyqtSignal(str, str, str, object)  # message, hint, label of the button, what it does

    def __init__(self, header: TerritoryHeader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = header
        self._run: AlgorithmRun | None = None
        self._entries: tuple[Entry, ...] = ()
        self._report: Path | None = None
        self._clock = QElapsedTimer()
        self._sizes: dict[str, dict[str, int]] = {}  # territory → entry → features: what this session has seen
        self.catalogue = CataloguePanel()
        self.output = OutputPanel()
        self.running = RunPanel()
        choosing = QWidget()
        column = QVBoxLayout(choosing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.catalogue, 1)
        column.addWidget(self.output)
        self.pages = QStackedWidget()
        self.pages.addWidget(choosing)
        self.pages.addWidget(self.running)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self._connect()
        self._reading = FunctionRun(tr("Reading the catalogue"), load_catalogue)
        self._reading.ended.connect(self._catalogue_read)
        self._reading.start()
        self._show_state()

    def _connect(self) -> None:
        self._header.chosen.connect(self._territory_chosen)
        self._header.buffer_box.valueChanged.connect(lambda _value: self._show_state())
        self.catalogue.changed.connect(self._show_state)
        self.output.changed.connect(self._show_state)
        self.output.clip_asked.connect(self.clip)
        self.running.cancel_asked.connect(self._cancel)
        self.running.retry_asked.connect(self.clip)
        self.running.zoom_asked.connect(self._header.zoom)
        self.running.report_asked.connect(self._open_report)
        self.running.back_asked.connect(self._back)

    def stop(self) -> None:
        """The plugin is being unloaded: nothing of ours may call back afterwards."""
        self._reading.forget()
        if self._run is not None:
            self._run.forget()
            self._run.wait()
            self._run = None

    # ------------------------------------------------------------ before
    def _catalogue_read(self, catalogue: Any) -> None:  # noqa: ANN401 - a Catalogue, or None
        if catalogue is None:
            self.catalogue.nothing.setText(self._reading.error)
            self.told.emit(self._reading.error, self._reading.hint, Qgis.MessageLevel.Critical, 0)
            return
        if self._header.choice is not None:
            self.catalogue.set_kind(self._header.choice.kind)
        self.catalogue.set_catalogue(catalogue)
        if self._header.choice is not None:
            self.catalogue.set_kind(self._header.choice.kind)

    def _territory_chosen(self, choice: Choice) -> None:
        self.catalogue.set_kind(choice.kind)
        self.catalogue.set_sizes(self._sizes.get(self._place(), {}))
        self.output.name_after(choice.name)
        if self._run is None:
            self.pages.setCurrentIndex(0)
        self._show_state()

    def _place(self) -> str:
        choice = self._header.choice
        return choice.territory.id if choice is not None and choice.territory is not None else ""

    def _missing(self) -> str:
        """What the user still has to do before clipping; "" when nothing."""
        entries = self.catalogue.ticked()
        if self._run is not None:
            return tr("A clip is running.")
        if self._header.choice is None:
            return tr("Choose a territory first.")
        if self.catalogue.model is None:
            return tr("The catalogue is being read…")
        if not entries:
            return tr("Tick at least one layer.")
        if all(entry.geometry is GeometryKind.RASTER for entry in entries):
            return tr("Backgrounds are not clipped: tick a layer of data too.")
        path = self.output.path()
        if path is None:
            return tr("Name the file of the result.")
        if path.suffix.lower() != ".gpkg":
            return tr("The result must be a GeoPackage: its name ends in .gpkg.")
        return ""

    def _show_state(self) -> None:
        self.output.show_state(self.catalogue.ticked(), self._missing())

    # ------------------------------------------------------------ the clip
    def clip(self) -> None:
        """Runs the algorithm with what is shown. The layers of the file in the project are first to be let go."""
        choice, path = self._header.choice, self.output.path()
        if self._missing() or choice is None or path is None:
            self._show_state()
            return
        in_the_way = _layers_of(path)
        if in_the_way:
            self._offer_to_remove(path, in_the_way)
            return
        self._entries = self.catalogue.ticked()
        run = AlgorithmRun(
            "dataterritoires:clip",
            {
                **choice.parameters(), "LAYERS": ",".join(entry.id for entry in self._entries), "BUFFER": self._header.buffer(),
                "CUT": self.catalogue.cut(), "OUTPUT": str(path),
            },
        )  # fmt: skip
        refusal = run.refusal()
        if refusal:
            self.told.emit(refusal, "", Qgis.MessageLevel.Warning, 0)
            return
        self._start(run, choice)

    def _start(self, run: AlgorithmRun, choice: Choice) -> None:
        self._run, self._report = run, None
        run.feedback.layer_moved.connect(self.running.layer_moved)
        run.feedback.progressChanged.connect(self.running.set_progress)
        run.ended.connect(self._ended)
        self.running.start(self._entries, tr("Clipping {name}…").format(name=choice.name))
        self.pages.setCurrentWidget(self.running)
        self._clock.start()
        run.start()
        self._show_state()

    def _cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _ended(self, results: dict[str, Any] | None) -> None:
        run, self._run = self._run, None
        if results is None or run is None:
            self._nothing_made(run)
        else:
            self._made(results)
        self._show_state()

    def _nothing_made(self, run: AlgorithmRun | None) -> None:
        if run is None or run.cancelled:
            text = tr("Stopped at your request. What was fetched is kept for the next try.")
            self.running.finish(text, made=False)
            self.told.emit(text, "", Qgis.MessageLevel.Info, _NOTE)
        else:
            self.running.finish(tr("Nothing was made: the previous file, if there was one, is intact."), made=False)
            self.told.emit(run.error, "", Qgis.MessageLevel.Critical, 0)

    def _made(self, results: dict[str, Any]) -> None:
        took = seconds(self._clock.elapsed() / 1000)
        done, failed = int(results["LAYERS_DONE"]), int(results["LAYERS_FAILED"])
        text = counted(done, tr("{count} layer clipped in {time}"), tr("{count} layers clipped in {time}"), time=took)
        if failed:
            text += ", " + tr("{count} failed").format(count=failed)
        self._report = Path(results["REPORT"])
        self._sizes[self._place()] = self._sizes.get(self._place(), {}) | self.running.counts()
        self.catalogue.set_sizes(self._sizes[self._place()])
        self.running.finish(tr("Result: {name}").format(name=Path(results["OUTPUT"]).name), made=True)
        level = Qgis.MessageLevel.Warning if failed else Qgis.MessageLevel.Success
        self.told.emit(text + ".", tr("Each failed line says why.") if failed else "", level, 0 if failed else _NOTE)
        self._add_layers(Path(results["OUTPUT"]))

    def _add_layers(self, output: Path) -> None:
        from ..clip.project import add_to_project

        backgrounds = [entry for entry in self._entries if entry.geometry is GeometryKind.RASTER]
        try:
            added = add_to_project(QgsProject.instance(), output, backgrounds=backgrounds)
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
            return
        if added:
            self._header.zoom()

    # ------------------------------------------------------------ after
    def _back(self) -> None:
        self.pages.setCurrentIndex(0)
        self._show_state()

    def _open_report(self) -> None:
        if self._report is None:
            return
        from .report import report_page

        try:
            page = report_page(self._report)
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    def _offer_to_remove(self, path: Path, layers: list[QgsVectorLayer]) -> None:
        edited = [layer.name() for layer in layers if layer.isEditable() and layer.isModified()]
        if edited:
            self.told.emit(
                tr("{name} has changes that are not saved: {layers}.").format(name=path.name, layers=", ".join(edited)),
                tr("Save or drop them, then clip again; or choose another file."), Qgis.MessageLevel.Warning, 0,
            )  # fmt: skip
            return
        message = counted(
            len(layers), tr("{name} is open in this project ({count} layer)."), tr("{name} is open in this project ({count} layers)."), name=path.name
        )
        self.offered.emit(message, tr("It will be replaced."), tr("Remove these layers and go on"), self._remover([each.id() for each in layers]))

    def _remover(self, ids: list[str]) -> Callable[[], None]:
        def remove() -> None:
            QgsProject.instance().removeMapLayers([each for each in ids if QgsProject.instance().mapLayer(each) is not None])
            self.clip()

        return remove


def _layers_of(path: Path) -> list[QgsVectorLayer]:
    """The layers of the project that read this file."""
    target = path.resolve()
    layers = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    return [layer for layer in layers if layer.source().partition("|")[0] and Path(layer.source().partition("|")[0]).resolve() == target]
