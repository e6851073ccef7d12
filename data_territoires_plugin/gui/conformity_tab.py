"""The tab "Conformity": what to check, the check itself, its findings, and what to do with them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProject, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import QElapsedTimer, QTime, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..paths import cache_folder
from ..processing import check_memories
from ..standards.model import Level
from .conformity_actions import ActionBar, RunRow
from .conformity_findings import Findings, level_words, read
from .conformity_layers import CheckedLayers
from .conformity_map import FindingsOnMap
from .conformity_panel import FindingsPanel
from .conformity_subject import SubjectPanel, layer_of
from .conformity_treated import keep_treated, treated
from .layer_edits import Edits
from .tasks import AlgorithmRun, FunctionRun
from .words import counted, file_name, seconds

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtGui import QHideEvent, QShowEvent

    from ..standards.findings import Finding
    from ..standards.repair import Proposal
    from .conformity_repair import RepairPage

_NOTE = 8  # seconds that a message stays
_COLUMNS = ("layer", "feature", "field", "message", "value", "expected", "code")  # what is copied of a finding


class ConformityTab(QWidget):
    """Gathers the parameters of `dataterritoires:validate`, runs it in a task, shows its findings.

    The layer is never touched, but by the repair that the user applies.
    """

    told = pyqtSignal(str, str, object, int)  # message, hint, Qgis.MessageLevel, seconds (0: until it is closed)
    offered = pyqtSignal(str, str, str, object)  # message, hint, label of the button, what it does

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._run: AlgorithmRun | None = None
        self._reading: FunctionRun | None = None
        self._asked: tuple[str, str, str] = ("", "", "")  # of the run: key and name of its subject, its standard
        self._parameters: dict[str, Any] = {}
        self._with: list[str] = []  # what else the run compares with
        self._results: dict[str, Any] = {}
        self._done = ""  # a repair that the check of now is about
        self._layer: QgsVectorLayer | None = None  # the findings, as the algorithm gave them
        self._edits = Edits(self)
        self._edits_then = self._edits_next = 0  # of the layer when its check began: the one shown, the one that runs
        self._before: dict[tuple[str, str], Findings] = {}  # the last run of each subject and standard
        self._clock = QElapsedTimer()
        self.checked = self._next = CheckedLayers("", None)
        self.on_map = FindingsOnMap(iface.mapCanvas())
        self.subject = SubjectPanel(iface)
        self.run_row = RunRow()
        self.panel = FindingsPanel(self.on_map.view)
        self.actions_bar = ActionBar(mapping=find_spec(f"{__package__}.mapping") is not None)
        self.repair_page: RepairPage | None = None
        checking = QWidget()
        column = QVBoxLayout(checking)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.subject, self.run_row, self.panel, self.actions_bar):
            column.addWidget(widget, 1 if widget is self.panel else 0)
        self.pages = QStackedWidget()
        self.pages.addWidget(checking)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self._connect()
        self._clear()

    def _connect(self) -> None:
        self.subject.changed.connect(self._show_state)
        self.subject.told.connect(self.told)
        self.run_row.check_asked.connect(self.check)
        self.run_row.cancel_asked.connect(self.cancel)
        self.panel.looked_at.connect(self._look)
        self.panel.open_asked.connect(self.open_form)
        self.panel.select_asked.connect(self._select)
        self.panel.copy_asked.connect(self._copy)
        self.panel.treated_changed.connect(self._keep_treated)
        self.panel.shown_changed.connect(self._draw)
        self.actions_bar.report_asked.connect(self._open_report)
        self.actions_bar.compare_toggled.connect(self.panel.set_compared)
        self.actions_bar.layer_asked.connect(self._add_layer)
        self.actions_bar.repair_asked.connect(self._repair)
        self.actions_bar.mapping_asked.connect(self._open_mapping)
        self._iface.mapCanvas().extentsChanged.connect(self.panel.map_moved)
        QgsProject.instance().cleared.connect(self._clear)

    @property
    def busy(self) -> bool:
        """Whether a check runs, or its findings are being read."""
        return self._run is not None or self._reading is not None

    @property
    def findings(self) -> Findings | None:
        """Those that are shown."""
        return self.panel.model.findings

    def verdict_of(self, layer: str) -> tuple[str, str, int] | None:
        """The last verdict shown on a layer (its id): the standard, the JSON of the check, its errors; None: none.

        The JSON is "" where the layer was edited since.
        """
        findings, verdict, checked = self.findings, str(self._results.get("JSON") or ""), layer_of(layer)
        if findings is None or self._asked[0] != layer or not verdict:
            return None
        edited = checked is not None and self._edits.of(checked) != self._edits_then
        return self._asked[2], "" if edited else verdict, findings.count(Level.ERROR)

    def stop(self) -> None:
        """The plugin is being unloaded: nothing of ours may call back afterwards."""
        self._iface.mapCanvas().extentsChanged.disconnect(self.panel.map_moved)
        QgsProject.instance().cleared.disconnect(self._clear)
        self.subject.stop()
        if self.repair_page is not None:
            self.repair_page.stop()
        for work in (self._run, self._reading):
            if work is not None:
                work.forget()
                work.wait()
        self._run = self._reading = None
        self._edits.stop()
        check_memories.forget()
        self.on_map.remove()

    def showEvent(self, event: QShowEvent) -> None:
        """The findings come back on the map with the tab."""
        super().showEvent(event)
        self.on_map.set_visible(True)
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """And leave it with the tab."""
        super().hideEvent(event)
        self.on_map.set_visible(False)

    # ------------------------------------------------------------ the check
    def check(self) -> None:
        """Runs the algorithm with what is shown."""
        self._done = ""
        if self.busy or self.subject.missing():
            self._show_state()
            return
        parameters = self.subject.parameters() | self.run_row.options.parameters()
        parameters |= {"OUTPUT": "TEMPORARY_OUTPUT", "CHANGES_ONLY": True}
        if self.run_row.tolerance() is not None:
            parameters["TOLERANCE"] = self.run_row.tolerance()
        try:
            parameters["REPORT"] = str(cache_folder("reports") / f"conformite_{file_name(self.subject.name)}.html")
        except OSError as error:
            self.told.emit(tr("There will be no report: {reason}.").format(reason=error.strerror), "", _WARNING, 0)
        run = AlgorithmRun("dataterritoires:validate", parameters)
        refusal = run.refusal()
        if refusal:
            self.told.emit(refusal, "", _WARNING, 0)
            return
        self._asked = self.subject.key, self.subject.name, self.subject.standards.title()
        self._run, self._parameters, self._with = run, parameters, self.run_row.options.words()
        layer, folder = self.subject.layer, self.subject.folder
        self._next = CheckedLayers(layer.id() if layer is not None else "", folder)
        self._edits_next = self._edits.of(layer) if layer is not None else 0
        run.feedback.progressChanged.connect(self.run_row.set_progress)
        run.ended.connect(self._ended)
        self._clock.start()
        run.start()
        self._show_state()

    def cancel(self) -> None:
        """Stops the check; the findings of the last run stay."""
        if self._run is not None:
            self._run.cancel()

    def _ended(self, results: dict[str, Any] | None) -> None:
        run, self._run = self._run, None
        if run is None or results is None:
            if run is None or run.cancelled:
                self.told.emit(tr("Stopped at your request: nothing was changed."), "", Qgis.MessageLevel.Info, _NOTE)
            else:
                self.told.emit(run.error, "", Qgis.MessageLevel.Critical, 0)
            self._show_state()
            return
        self._results = results
        layer = run.context.takeResultLayer(results["OUTPUT"])
        if not isinstance(layer, QgsVectorLayer):
            self.told.emit(tr("The findings can't be read."), tr("Check again."), Qgis.MessageLevel.Critical, 0)
            self._show_state()
            return
        self._layer = layer
        self._read(layer, list(dict.fromkeys(run.feedback.warnings)))

    def _read(self, layer: QgsVectorLayer, warnings: list[str]) -> None:
        """Reads the findings in a task: there may be a hundred thousand."""
        source, crs = QgsVectorLayerFeatureSource(layer), layer.crs().authid()
        last = self._before.get((self._asked[0], self._results["STANDARD"]))
        before = last.now if last is not None else None
        ticked = treated(self._asked[0])

        def made() -> Findings:
            findings = Findings(read(source, crs), crs, before)
            findings.set_treated(ticked)
            return findings

        self._reading = FunctionRun(tr("Reading the findings"), made)
        self._reading.ended.connect(lambda findings: self._found(findings, warnings))
        self._reading.start()

    def _found(self, findings: Findings | None, warnings: list[str]) -> None:
        work, self._reading = self._reading, None
        if findings is None:
            reason = work.error if work is not None else ""
            self.told.emit(tr("The findings can't be read."), reason, Qgis.MessageLevel.Critical, 0)
            self._show_state()
            return
        key, name, _ = self._asked
        self._before[key, self._results["STANDARD"]] = findings
        self.checked, self._edits_then = self._next, self._edits_next
        total = counted(len(findings.now), tr("{count} finding"), tr("{count} findings"))
        when = QTime.currentTime().toString("HH:mm")
        self.run_row.say(tr("{name}, {time}: {findings}").format(name=name, time=when, findings=total))
        title = tr("{name}: {findings}").format(name=name, findings=total)
        lines = [tr("Checked against: {standard}.").format(standard=self._asked[2]), *self._with, *warnings]
        self.actions_bar.compare.setChecked(False)
        self.panel.show_findings(findings, title, lines)
        self._tell(findings, warnings)
        self._show_state()

    def _tell(self, findings: Findings, warnings: list[str]) -> None:
        """One sentence: what was found, what has changed since the last run."""
        took = seconds(self._clock.elapsed() / 1000)
        text = ", ".join(level_words(level, findings.count(level)) for level in self.panel.levels)
        message = tr("Checked in {time}: {counts}.").format(time=took, counts=text)
        if self._results.get("CHANGED") is not None:
            changed = int(self._results["CHANGED"])
            one, many = tr("{count} feature had changed."), tr("{count} features had changed.")
            message += " " + (counted(changed, one, many) if changed else tr("Nothing had changed."))
        if findings.changes is not None:
            mended, new = len(findings.changes.mended), len(findings.changes.new)
            message += " " + tr("Since the last run: {mended} mended, {new} new.").format(mended=mended, new=new)
        message, self._done = f"{self._done} {message}".strip(), ""
        hint = tr("Some rules could not be checked: see below the list.") if warnings else ""
        good = bool(self._results["VALID"]) and not warnings
        level = Qgis.MessageLevel.Success if good else Qgis.MessageLevel.Info
        self.told.emit(message, hint, level, 0 if findings.changes is not None else _NOTE)

    def _clear(self) -> None:
        """Nothing was checked yet, or the project was closed."""
        if self._run is not None:
            self._run.forget()
        if self._reading is not None:
            self._reading.forget()
        self._run = self._reading = self._layer = None
        self._before.clear()
        check_memories.forget()
        self.checked = CheckedLayers("", None)
        self.on_map.clear()
        self.run_row.say("")
        hint = tr("Choose a layer and its standard, then check. The layer is not changed.")
        self.panel.show_findings(None, "", [hint])
        self.pages.setCurrentIndex(0)
        self._show_state()

    def _show_state(self) -> None:
        self.run_row.show_state(busy=self.busy, missing=self.subject.missing())
        findings = self.findings
        report = str(self._results.get("REPORT") or "") if findings is not None else ""
        self.actions_bar.show_state(
            report=bool(report),
            compared=findings is not None and findings.changes is not None,
            found=findings is not None and bool(findings.now),
            layer=self.subject.layer is not None,
        )

    # ------------------------------------------------------------ one finding
    def _draw(self, positions: Any) -> None:
        if self.findings is not None:
            # What was mended is no longer there to be seen.
            self.on_map.show(self.findings, positions[positions < len(self.findings.now)])
            self.on_map.set_visible(self.isVisible())

    def _look(self, finding: Finding | None, go: bool) -> None:
        """Shows a finding on the map."""
        held = self.checked.geometry(finding) if finding is not None else None
        if finding is not None and held is not None:
            self.on_map.look_at(*held, finding.level, go=go)

    def open_form(self, finding: Finding) -> None:
        """Opens the form of the feature, or says why it can't."""
        held = self.checked.feature(finding)
        if held is not None:
            self._iface.openFeatureForm(held[0], held[1], False, False)
        elif not finding.feature:
            text = tr("This finding is about the whole layer: no form to open.")
            self.told.emit(text, finding.help, Qgis.MessageLevel.Info, _NOTE)
        elif self.checked.layer(finding) is not None:
            text = tr("The feature {id} is no longer in the layer.").format(id=finding.feature)
            self.told.emit(text, tr("Check again."), _WARNING, _NOTE)
        else:
            self._offer_layer(finding)

    def _offer_layer(self, finding: Finding) -> None:
        """The layer has gone, or was never in the project: a document is checked in its folder."""
        if not self.checked.source(finding):
            text = tr("The layer is no longer in the project: its findings stay here, to be read.")
            self.told.emit(text, tr("Add it again, then check it."), _WARNING, 0)
            return

        def add() -> None:
            if self.checked.open(finding) is None:
                self.told.emit(tr("{name} can't be opened.").format(name=finding.layer), "", _WARNING, 0)
            else:
                self.open_form(finding)

        text = tr("{name} is not in the project.").format(name=finding.layer)
        self.offered.emit(text, "", tr("Add it to the project"), add)

    def _select(self, in_table: bool) -> None:
        """Selects the features of the rows chosen; `in_table`: opens the table on them."""
        chosen = self.panel.chosen()
        layers = self.checked.select(chosen)
        if not layers and chosen:
            self._offer_layer(chosen[0])
        for layer in layers:
            self._iface.setActiveLayer(layer)
            if in_table:
                self._iface.showAttributeTable(layer, "is_selected()")

    def _copy(self) -> None:
        """The rows chosen, as a table for a spreadsheet."""
        rows = [[getattr(one, name).replace("\n", " ") for name in _COLUMNS] for one in self.panel.chosen()]
        if rows:
            QApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))

    def _keep_treated(self) -> None:
        findings = self.findings
        if findings is not None:
            pairs = zip(findings.now, findings.treated.tolist(), strict=False)
            keep_treated(self._asked[0], {one.identity for one, on in pairs if on})

    # ------------------------------------------------------------ all of them
    def _open_report(self) -> None:
        report = Path(str(self._results.get("REPORT", "")))
        if report.is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))
        else:
            self.told.emit(tr("The report is no longer there."), tr("Check again."), _WARNING, _NOTE)

    def _add_layer(self) -> None:
        """The findings as a layer of the project: a copy, which the user may keep."""
        copy = self._layer.clone() if self._layer is not None else None
        if copy is not None:
            copy.setName(tr("Findings of {name}").format(name=self._asked[1]))
            QgsProject.instance().addMapLayer(copy)

    def _open_mapping(self) -> None:
        layer = self.subject.layer
        if layer is not None:
            from .mapping import open_mapping

            open_mapping(self._iface, layer, self.subject.standards.chosen())

    def _repair(self) -> None:
        """Shows what would be changed for the findings chosen (all of them where none is), before anything is."""
        layer, findings = layer_of(self._asked[0]), self.findings
        if layer is None or findings is None:
            text = tr("A repair works on a layer of the project.")
            self.told.emit(text, tr("Add the layer to the project, check it, then repair it."), _WARNING, 0)
            return
        page = self._repair_page()
        self.pages.setCurrentWidget(page)
        standard, table = str(self._parameters["STANDARD"]), str(self._parameters.get("TABLE", ""))
        parcels = layer_of(str(self._parameters.get("PARCELS", "")))
        try:
            page.propose(layer, standard, table, tuple(self.panel.chosen()) or findings.now, parcels)
        except DataTerritoiresError as error:
            self.pages.setCurrentIndex(0)
            self.told.emit(error.message, error.hint, _WARNING, 0)

    def _repair_page(self) -> RepairPage:
        """Made when it is first asked for."""
        if self.repair_page is None:
            from .conformity_repair import RepairPage

            self.repair_page = RepairPage()
            self.pages.addWidget(self.repair_page)
            self.repair_page.left.connect(lambda: self.pages.setCurrentIndex(0))
            self.repair_page.told.connect(self.told)
            self.repair_page.looked_at.connect(self._look_at_change)
            self.repair_page.applied.connect(self._check_again)
        return self.repair_page

    def _look_at_change(self, proposal: Proposal) -> None:
        """Shows where a change would be; of a shape, what it would become."""
        from .conformity_repair import outlines

        piece, after = outlines(proposal, layer_of(self._asked[0]))
        if piece is not None:
            self.on_map.look_at(piece, proposal.crs, Level.WARNING, after=after)

    def _check_again(self, done: str) -> None:
        """The same check, once repaired: what was done is told with what was mended."""
        self.told.emit(done, "", Qgis.MessageLevel.Success, 0)
        if self.subject.key == self._asked[0]:
            self.check()
            self._done = done if self.busy else ""


_WARNING = Qgis.MessageLevel.Warning
