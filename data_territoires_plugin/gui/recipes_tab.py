"""The tab "Recipes": the clipped GeoPackages of the project, what is out of date in each, one button to refresh all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .own_catalogue import own_file
from .recipes_files import LetGo, edited, files_of_project, with_recipe
from .tasks import AlgorithmRun, FunctionRun
from .words import counted

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QShowEvent

_SIGNS = {"current": "✓", "outdated": "▲", "unknown": "?", "gone": "–", "asking": "…"}


class RecipesTab(QWidget):
    """Runs `dataterritoires:refresh`: only to ask, file after file, then to bring up to date those that are not."""

    told = pyqtSignal(str, str, object, int)  # message, hint, Qgis.MessageLevel, seconds (0: until it is closed)
    offered = pyqtSignal(str, str, str, object)  # message, hint, label of the button, what it does

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: AlgorithmRun | None = None
        self._listing: FunctionRun | None = None
        self._held: LetGo | None = None
        self._left: list[Path] = []  # files still to be asked about, or to be refreshed
        self._done: dict[str, int] = {}
        self._page: Path | None = None
        self.states: dict[
            Path, list[dict[str, str]]
        ] = {}  # file → layers: entry, title, state, reason; none: not asked
        self._lay_out()
        project = QgsProject.instance()
        project.layersAdded.connect(self._project_changed)
        project.layersRemoved.connect(self._project_changed)
        self._show_state()

    def _lay_out(self) -> None:
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([tr("Layer"), tr("State")])
        self.tree.setRootIsDecorated(True)
        self.tree.setColumnWidth(0, 210)
        self.tree.setAccessibleName(tr("Clipped GeoPackages of the project"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.ask_button = QPushButton(tr("Check again"))
        self.ask_button.setIcon(QgsApplication.getThemeIcon("/mActionRefresh.svg"))
        self.report_button = QPushButton(tr("Report"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.refresh_button = QPushButton(tr("Refresh all"))
        buttons = QHBoxLayout()
        for button in (self.ask_button, self.report_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.tree, 1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        column.addWidget(self.refresh_button)
        self.ask_button.clicked.connect(lambda: self.look(again=True))
        self.refresh_button.clicked.connect(self.refresh_all)
        self.cancel_button.clicked.connect(self.cancel)
        self.report_button.clicked.connect(self._open_report)

    @property
    def busy(self) -> bool:
        """Whether files are being listed, asked about or refreshed."""
        return self._run is not None or self._listing is not None

    def stop(self) -> None:
        """The plugin is being unloaded: nothing of ours may call back afterwards, no layer stays empty."""
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._project_changed)
        project.layersRemoved.disconnect(self._project_changed)
        for work in (self._run, self._listing):
            if work is not None:
                work.forget()
                work.wait()
        self._run = self._listing = None
        self._take_back()

    def showEvent(self, event: QShowEvent) -> None:
        """The files of the project are asked about when the tab is first looked at."""
        super().showEvent(event)
        self.look()

    def _project_changed(self, *_what: object) -> None:
        if self.isVisible() and self._run is None:
            self.look()

    # ------------------------------------------------------------ asking
    def look(self, *, again: bool = False) -> None:
        """Lists the files of the project and asks their sources; those already asked about only if `again`."""
        if self.busy:
            return
        paths = list(files_of_project())
        self._listing = FunctionRun(tr("Reading the recipes of the project"), lambda: with_recipe(paths))
        self._listing.ended.connect(lambda found: self._listed(found or [], again=again))
        self._listing.start()

    def _listed(self, found: object, *, again: bool) -> None:
        self._listing = None
        paths = list(found) if isinstance(found, list) else []
        kept = {} if again else self.states
        self.states = {path: kept.get(path, []) for path in paths}
        self._left = [path for path in paths if not self.states[path]]
        self._show_state()
        self._ask_next()

    def _ask_next(self) -> None:
        if not self._left:
            self._show_state()
            return
        path = self._left.pop(0)
        self._start(path, {"ASK_ONLY": True}, lambda run, results: self._answered(path, run, results))

    def _answered(self, path: Path, run: AlgorithmRun, results: dict[str, Any] | None) -> None:
        if results is not None:
            self.states[path] = json.loads(str(results["STATES"]))
        elif not run.cancelled:
            self.states[path] = [{"entry": "", "title": path.stem, "state": "unknown", "reason": run.error}]
        else:
            self._left.clear()
        self._ask_next()

    def _start(self, path: Path, more: dict[str, Any], then: Any) -> None:
        parameters: dict[str, Any] = {"INPUT": str(path), **more}
        own = own_file()
        if own is not None:
            parameters["CATALOGUE"] = str(own)
        run = AlgorithmRun("dataterritoires:refresh", parameters)
        refusal = run.refusal()
        if refusal:
            self._left.clear()
            self._take_back()
            self._tell(refusal, "", Qgis.MessageLevel.Warning)
            return
        self._run = run

        def ended(results: dict[str, Any] | None) -> None:
            self._run = None
            then(run, results)

        run.ended.connect(ended)
        run.feedback.progressChanged.connect(lambda percent: self.bar.setValue(round(percent)))
        self.bar.setValue(0)
        run.start()
        self._show_state()

    def cancel(self) -> None:
        """Stops what runs; files not yet begun are left alone."""
        self._left.clear()
        if self._run is not None:
            self._run.cancel()

    # ------------------------------------------------------------ refreshing
    def to_refresh(self) -> list[Path]:
        """The files of which a layer is out of date, or may be."""
        wanted = ("outdated", "unknown")
        return [path for path, rows in self.states.items() if any(row["state"] in wanted for row in rows)]

    def refresh_all(self) -> None:
        """Brings up to date every file that is not, one after the other; the project lets go of each meanwhile."""
        if self.busy:
            return
        files = files_of_project()
        waiting = [name for path in self.to_refresh() for name in edited(files.get(path, []))]
        if waiting:
            self.told.emit(*_being_edited(waiting), Qgis.MessageLevel.Warning, 0)
            return
        self._left = self.to_refresh()
        self._done = {"files": 0, "ADDED": 0, "REMOVED": 0, "MODIFIED": 0, "LEFT": 0}
        self._refresh_next()

    def _refresh_next(self) -> None:
        if not self._left:
            self._tell()
            return
        path = self._left.pop(0)
        layers = files_of_project().get(path, [])
        if edited(layers):  # since the button was pressed
            self._left.clear()
            self._tell(*_being_edited(edited(layers)), Qgis.MessageLevel.Warning)
            return
        self._held = LetGo(layers)
        self._start(path, {}, lambda run, results: self._refreshed(path, run, results))

    def _refreshed(self, path: Path, run: AlgorithmRun, results: dict[str, Any] | None) -> None:
        self._take_back()
        if results is None:
            self._left.clear()
            problem = "" if run.cancelled else f"{path.name} : {run.error}"
            self._tell(problem, "", Qgis.MessageLevel.Critical)
            return
        self.states[path] = []
        self._page = Path(str(results["PAGE"]))
        self._done["files"] += 1
        for name in ("ADDED", "REMOVED", "MODIFIED"):
            self._done[name] += int(results[name])
        self._done["LEFT"] += int(results["LAYERS_FAILED"]) + int(results["LAYERS_KEPT"])
        self._refresh_next()

    def _take_back(self) -> None:
        held, self._held = self._held, None
        lost = held.take_back() if held is not None else []
        if lost:
            self.told.emit(
                tr("Layers that can't be opened again: {names}.").format(names=", ".join(lost)),
                tr("The previous state is beside the file (.avant.gpkg)."), Qgis.MessageLevel.Critical, 0,
            )  # fmt: skip

    def _tell(self, problem: str = "", remedy: str = "", level: Qgis.MessageLevel = Qgis.MessageLevel.Success) -> None:
        """What was brought up to date, after what stopped it where something did."""
        done, lines, self._done = self._done, [problem, remedy], {}
        if done.get("files"):
            message = tr("Features added: {added}, removed: {removed}, modified: {modified}.")
            lines.append(message.format(added=done["ADDED"], removed=done["REMOVED"], modified=done["MODIFIED"]))
        if done.get("LEFT"):
            lines.append(tr("Layers left as they were: {count}; the report says why.").format(count=done["LEFT"]))
            level = level if problem else Qgis.MessageLevel.Warning
        if any(lines):
            self.told.emit(" ".join(filter(None, lines)), "", level, 0)
        self._show_state()
        if done.get("files"):
            self.look()

    def _open_report(self) -> None:
        if self._page is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._page)))

    # ------------------------------------------------------------ what is shown
    def _show_state(self) -> None:
        self.tree.clear()
        for path, rows in self.states.items():
            self.tree.addTopLevelItem(_item(path, rows))
        self.tree.expandAll()
        late = [row for rows in self.states.values() for row in rows if row["state"] == "outdated"]
        unknown = [row for rows in self.states.values() for row in rows if row["state"] == "unknown"]
        self.summary.setText(self._summary(len(late), len(unknown)))
        running = self._run is not None
        self.bar.setVisible(running)
        self.cancel_button.setVisible(running)
        self.ask_button.setVisible(not running)
        self.ask_button.setEnabled(bool(self.states))
        self.report_button.setVisible(self._page is not None and not running)
        self.refresh_button.setEnabled(not running and bool(self.to_refresh()))

    def _summary(self, late: int, unknown: int) -> str:
        if not self.states:
            return tr("No layer of the project comes from a GeoPackage clipped with this plugin.")
        if self._held is not None:
            return tr("Refreshing…")
        if self._run is not None:
            return tr("Asking the sources whether anything has changed…")
        silent = sum(not rows for rows in self.states.values())
        if silent:
            one, many = tr("{count} file was not asked about."), tr("{count} files were not asked about.")
            return f"{counted(silent, one, many)} {tr('Check again to know.')}"
        if not late and not unknown:
            return tr("Everything is up to date.")
        text = counted(late, tr("{count} layer out of date."), tr("{count} layers out of date."))
        if unknown:
            more = tr("{count} whose source does not tell: read again and compared.")
            text += " " + counted(unknown, more, more)
        return text


def _item(path: Path, rows: list[dict[str, str]]) -> QTreeWidgetItem:
    late = sum(row["state"] == "outdated" for row in rows)
    said = counted(late, tr("{count} out of date"), tr("{count} out of date")) if late else ""
    said = said if rows else _SIGNS["asking"]
    item = QTreeWidgetItem([path.name, said])
    item.setToolTip(0, str(path))
    words = {
        "current": tr("up to date"), "outdated": tr("out of date"), "unknown": tr("not told"),
        "gone": tr("kept as it is"),
    }  # fmt: skip
    for row in rows:
        child = QTreeWidgetItem([row["title"], f"{_SIGNS[row['state']]} {words[row['state']]}"])
        child.setToolTip(0, row["title"])
        child.setToolTip(1, row["reason"])
        item.addChild(child)
    return item


def _being_edited(names: list[str]) -> tuple[str, str]:
    """What is wrong, what to do."""
    listed = tr("Layers are being edited: {names}.").format(names=", ".join(names))
    return listed, tr("Save or drop the changes, then refresh.")
