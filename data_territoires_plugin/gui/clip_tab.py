"""The tab "Layers": what to clip, the clip itself, what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QElapsedTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ..catalogue import Entry, GeometryKind
from ..errors import DataTerritoiresError
from ..i18n import tr
from ..settings import offline
from .catalogue_panel import CataloguePanel
from .later import later
from .more_menu import MoreMenu
from .output_panel import OutputPanel
from .own_catalogue import own_file, with_own
from .report import features_written, report_page, told_of_layers
from .run_panel import RunPanel
from .tasks import AlgorithmRun, FunctionRun
from .words import counted, seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgisInterface

    from .catalogue_model import Tickable
    from .choice import Choice
    from .territory_header import TerritoryHeader

_NOTE = 8  # seconds that a message stays
_END = object()
_AFTER_QGIS = 100  # milliseconds: QGIS zooms to the first layers of an empty project by itself


class ClipTab(QWidget):
    """Gathers the parameters of `dataterritoires:clip`, runs it in a task, shows its result."""

    told = pyqtSignal(str, str, object, int)  # message, hint, Qgis.MessageLevel, seconds (0: until it is closed)
    offered = pyqtSignal(str, str, str, object)  # message, hint, label of the button, what it does

    def __init__(self, iface: QgisInterface, header: TerritoryHeader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = header
        self._run: AlgorithmRun | None = None
        self._opening: FunctionRun | None = None
        self._reading: FunctionRun | None = None
        self._adding = False  # the result is entering the project
        self._entries: tuple[Tickable, ...] = ()
        self._report: Path | None = None
        self._clipped = ""  # the territory of the clip that runs: another may be chosen meanwhile
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
        self.more = MoreMenu(iface, header, self.catalogue, self.pages)
        self._connect()
        self.read_catalogue()
        self.catalogue.set_territory(None)
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
        self.more.told.connect(self.told)
        self.more.reload_asked.connect(self.read_catalogue)
        self.catalogue.searching.failed.connect(
            lambda message, hint: self.told.emit(message, hint, Qgis.MessageLevel.Warning, 0)
        )

    @property
    def busy(self) -> bool:
        """Whether a clip runs, or its result is entering the project."""
        return self._run is not None or self._adding

    def stop(self) -> None:
        """The plugin is being unloaded: nothing of ours may call back afterwards."""
        if self._reading is not None:
            self._reading.forget()
        self.more.stop()
        self.catalogue.searching.stop()
        for work in (self._run, self._opening):
            if work is not None:
                work.forget()
                work.wait()
        self._run = self._opening = None

    # ------------------------------------------------------------ before
    def tick(self, entry_id: str) -> None:
        """Ticks a layer of the catalogue and shows it; later, where the catalogue is still being read."""
        self.pages.setCurrentIndex(0)
        if self.catalogue.model is None:
            self.read_catalogue((entry_id,))
        else:
            self.catalogue.model.tick((entry_id,))
            self.catalogue.point_at(entry_id)

    def read_catalogue(self, ticked: tuple[str, ...] = ()) -> None:
        """Reads the catalogue (shipped, updated, the user's own) in a task; `ticked` are ticked besides the others."""
        if self._reading is not None:
            self._reading.forget()
        self._reading = FunctionRun(tr("Reading the catalogue"), with_own)
        run = self._reading
        run.ended.connect(lambda catalogue: self._catalogue_read(run, catalogue, ticked))
        run.start()

    def _catalogue_read(self, run: FunctionRun, catalogue: Any, ticked: tuple[str, ...]) -> None:
        if catalogue is None:
            self.catalogue.nothing.setText(run.error)
            self.told.emit(run.error, run.hint, Qgis.MessageLevel.Critical, 0)
            return
        if self._header.choice is not None:
            self.catalogue.set_kind(self._header.choice.kind)
        self.catalogue.set_catalogue(catalogue)
        if self._header.choice is not None:
            self.catalogue.set_kind(self._header.choice.kind)
        if ticked and self.catalogue.model is not None:
            self.catalogue.model.tick(ticked)
            self.catalogue.point_at(ticked[0])

    def _territory_chosen(self, choice: Choice) -> None:
        self.catalogue.set_kind(choice.kind)
        self.catalogue.set_territory(choice.territory)
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
        entries, path = self.catalogue.ticked(), self.output.path()
        only_backgrounds = all(entry.geometry is GeometryKind.RASTER for entry in entries)
        conditions = (
            (self.busy, tr("A clip is running.")),
            (self._header.choice is None, tr("Choose a territory first.")),
            (self.catalogue.model is None, tr("The catalogue is being read…")),
            (not entries, tr("Tick at least one layer.")),
            (only_backgrounds, tr("Backgrounds are not clipped: tick a layer of data too.")),
            (path is None, tr("Name the file of the result.")),
            (path and path.suffix.lower() != ".gpkg", tr("The result must be a GeoPackage: its name ends in .gpkg.")),
        )
        return next((reason for missing, reason in conditions if missing), "")

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
        parameters = {
            **choice.parameters(),
            "LAYERS": ",".join(entry.id for entry in self._entries),
            "SKIP_ABSENT": True,
            "BUFFER": self._header.buffer(),
            "CUT": self.catalogue.cut(),
            "OUTPUT": str(path),
        }
        own = own_file()
        if own is not None:
            parameters["CATALOGUE"] = str(own)
        run = AlgorithmRun("dataterritoires:clip", parameters)
        refusal = run.refusal()
        if refusal:
            self.told.emit(refusal, "", Qgis.MessageLevel.Warning, 0)
            return
        self._start(run, choice)

    def _start(self, run: AlgorithmRun, choice: Choice) -> None:
        self._run, self._report, self._clipped = run, None, self._place()
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
            self._made(results, run.feedback.warnings)
        self._show_state()

    def _nothing_made(self, run: AlgorithmRun | None) -> None:
        if run is None or run.cancelled:
            text = tr("Stopped at your request. What was fetched is kept for the next try.")
            self.running.finish(text, made=False)
            self.told.emit(text, "", Qgis.MessageLevel.Info, _NOTE)
        else:
            self.running.finish(tr("Nothing was made: the previous file, if there was one, is intact."), made=False)
            # Where layers failed, their lines hold the reasons: all of them would not fit in the bar.
            text = tr("No layer could be clipped.") if self.running.any_failed() else run.error
            hint = tr("Each failed line says why.") if self.running.any_failed() else ""
            self.told.emit(text, hint, Qgis.MessageLevel.Critical, 0)

    def _made(self, results: dict[str, Any], warnings: list[str]) -> None:
        took = seconds(self._clock.elapsed() / 1000)
        done, failed = int(results["LAYERS_DONE"]), int(results["LAYERS_FAILED"])
        text = counted(done, tr("{count} layer clipped in {time}"), tr("{count} layers clipped in {time}"), time=took)
        if failed:
            text += ", " + tr("{count} failed").format(count=failed)
        if absent := int(results["LAYERS_ABSENT"]):
            text += ", " + tr("{count} not in the kit").format(count=absent)
        self._report = Path(results["REPORT"])
        written = features_written(self._report)
        self.running.show_written(written)
        self.running.show_told(told_of_layers(self._report), warnings)
        self._sizes[self._clipped] = self._sizes.get(self._clipped, {}) | written
        self.catalogue.set_sizes(self._sizes.get(self._place(), {}))
        self.running.finish(tr("Result: {name}").format(name=Path(results["OUTPUT"]).name), made=True)
        hints = [tr("Each failed line says why.")] if failed else []
        if results["ASIDE"]:
            from ..clip.own_work import aside_words

            hints.append(aside_words(Path(results["OUTPUT"]), Path(results["ASIDE"])))
        level = Qgis.MessageLevel.Warning if hints else Qgis.MessageLevel.Success
        self.told.emit(text + ".", " ".join(hints), level, 0 if hints else _NOTE)
        self._add_layers(Path(results["OUTPUT"]))

    def _add_layers(self, output: Path) -> None:
        """Puts the result into the project, a layer at a time: the window stays alive in between."""
        from ..clip.project import adding

        layers, self._adding = adding(QgsProject.instance(), output), True

        def step() -> None:
            try:
                if next(layers, _END) is not _END:
                    later(self, 0, step)
                    return
            except DataTerritoiresError as error:
                self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
            self._adding = False
            self._show_state()
            later(self, _AFTER_QGIS, self._header.zoom)
            self._add_backgrounds()

        step()

    def _add_backgrounds(self) -> None:
        """Opens the streams ticked in a task (a service may be slow to answer), and shows them."""
        from ..clip.project import made_backgrounds, show_backgrounds

        wanted = [each for each in self._entries if isinstance(each, Entry) and each.geometry is GeometryKind.RASTER]
        if not wanted:
            return
        if offline():
            self._backgrounds_missing(wanted)
            return

        def show(made: object) -> None:
            there = {layer.name() for layer in show_backgrounds(QgsProject.instance(), made or [])}  # type: ignore[arg-type]
            self._backgrounds_missing([entry for entry in wanted if entry.title not in there])

        self._opening = FunctionRun(tr("Opening the backgrounds"), lambda: made_backgrounds(wanted))
        self._opening.ended.connect(show)
        self._opening.start()

    def _backgrounds_missing(self, entries: list[Entry]) -> None:
        for entry in entries:
            self.running.lines[entry.id].not_added()

    # ------------------------------------------------------------ after
    def _back(self) -> None:
        self.pages.setCurrentIndex(0)
        self._show_state()

    def _open_report(self) -> None:
        if self._report is None:
            return
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
            len(layers),
            tr("{name} is open in this project ({count} layer)."),
            tr("{name} is open in this project ({count} layers)."),
            name=path.name,
        )
        self.offered.emit(
            message,
            tr("It will be replaced."),
            tr("Remove these layers and go on"),
            self._remover([each.id() for each in layers]),
        )

    def _remover(self, ids: list[str]) -> Callable[[], None]:
        def remove() -> None:
            QgsProject.instance().removeMapLayers(
                [each for each in ids if QgsProject.instance().mapLayer(each) is not None]
            )
            self.clip()

        return remove


def _layers_of(path: Path) -> list[QgsVectorLayer]:
    """The layers of the project that read this file."""
    target = path.resolve()
    layers = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    return [
        layer
        for layer in layers
        if layer.source().partition("|")[0] and Path(layer.source().partition("|")[0]).resolve() == target
    ]
