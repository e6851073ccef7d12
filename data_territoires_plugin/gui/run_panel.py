"""A clip while it runs, and what came of it: one line per layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ..catalogue import GeometryKind
from ..i18n import tr
from .catalogue_model import icon_of
from .words import counted, number

if TYPE_CHECKING:
    from ..catalogue import Entry

WAITING, RUNNING, DONE, FAILED, BACKGROUND = "waiting", "running", "done", "failed", "background"
_ICON = 16
_BAR = 6  # pixels: a thread, not a wall


class LayerLine(QWidget):
    """One layer: its state in an icon and a word, its title, its bar, its count; why it failed."""

    retry = pyqtSignal()

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.status = WAITING
        self.count = 0
        layout = QGridLayout(self)
        layout.setContentsMargins(2, 3, 2, 3)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(2)
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON, _ICON)
        self._title = QLabel(entry.title)
        self._title.setMinimumWidth(60)
        self._title.setToolTip(entry.title)
        self._state = QLabel()
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(_BAR)
        self._bar.setAccessibleName(entry.title)
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._reason.linkActivated.connect(lambda _link: self.retry.emit())
        layout.addWidget(self._icon, 0, 0)
        layout.addWidget(self._title, 0, 1)
        layout.addWidget(self._state, 0, 2)
        layout.addWidget(self._bar, 1, 1, 1, 2)
        layout.addWidget(self._reason, 2, 1, 1, 2)
        layout.setColumnStretch(1, 1)
        self.show_state(WAITING, 0, -1, "")

    def show_state(self, status: str, received: int, announced: int, message: str) -> None:
        """Where the layer is; `announced` is -1 where the source does not tell."""
        self.status, self.count = status, received
        theme = {DONE: "mIconSuccess.svg", FAILED: "mIconWarning.svg"}.get(status)
        icon = QgsApplication.getThemeIcon(theme) if theme else icon_of(self.entry.geometry)
        self._icon.setPixmap(icon.pixmap(_ICON, _ICON))
        self._state.setText(self._words(received, announced))
        self._state.setEnabled(status != WAITING)
        self._title.setEnabled(status != WAITING)
        self._bar.setVisible(status == RUNNING)
        self._bar.setRange(0, max(announced, 0))
        self._bar.setValue(min(received, max(announced, 0)))
        self._reason.setVisible(status == FAILED)
        if status == FAILED:
            self._reason.setText(f"{message} <a href='retry'>{tr('try again')}</a>")
        self.setAccessibleName(f"{self.entry.title}, {self._state.text()}")

    def stopped(self) -> None:
        """The clip was stopped: nothing of this layer was kept in the result."""
        self._bar.hide()
        if self.status in (WAITING, RUNNING):
            self._state.setText(tr("stopped"))

    def _words(self, received: int, announced: int) -> str:
        if self.status == WAITING:
            return tr("waiting")
        if self.status == FAILED:
            return tr("failed")
        if self.status == BACKGROUND:
            return tr("background, added to the project")
        if self.status == RUNNING and announced >= 0:
            return tr("{received} of {announced}").format(received=number(received), announced=number(announced))
        if self.status == RUNNING and not received:
            return tr("asking…")
        return counted(received, tr("{count} feature"), tr("{count} features"))


class RunPanel(QWidget):
    """Takes the place of the catalogue while a clip runs."""

    cancel_asked = pyqtSignal()
    retry_asked = pyqtSignal()
    zoom_asked = pyqtSignal()
    report_asked = pyqtSignal()
    back_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, LayerLine] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.total = QProgressBar()
        self.total.setRange(0, 100)
        self.total.setAccessibleName(tr("Progress of the clip"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.StyledPanel)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self.title)
        layout.addWidget(self.total)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._buttons())

    def start(self, entries: tuple[Entry, ...], title: str) -> None:
        """A line for each entry, all of them waiting."""
        self.title.setText(title)
        self.total.setValue(0)
        self.total.show()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        self.lines = {entry.id: LayerLine(entry) for entry in entries}
        for line in self.lines.values():
            line.retry.connect(self.retry_asked)
            column.addWidget(line)
        column.addStretch(1)
        self._scroll.setWidget(inside)  # the previous one goes with its lines
        self._show_buttons(running=True)

    def layer_moved(self, entry_id: str, status: str, received: int, announced: int, message: str) -> None:
        """A layer has moved on."""
        line = self.lines.get(entry_id)
        if line is not None:
            line.show_state(status, received, announced, message)
            if status == FAILED:
                self._scroll.ensureWidgetVisible(line)

    def set_progress(self, percent: float) -> None:
        """The whole of the clip."""
        self.total.setValue(int(percent))

    def finish(self, title: str, *, made: bool) -> None:
        """The clip has ended; `made`: there is a result."""
        self.title.setText(title)
        self.total.hide()
        for line in self.lines.values():
            line.stopped()
        self._show_buttons(running=False, made=made)
        (self.zoom if made else self.back).setFocus()

    def counts(self) -> dict[str, int]:
        """The features received, of the layers done."""
        return {id_: line.count for id_, line in self.lines.items() if line.status == DONE}

    def any_failed(self) -> bool:
        """Whether a layer failed."""
        return any(line.status == FAILED for line in self.lines.values())

    def vector_entries(self) -> int:
        """How many lines are layers to clip."""
        return sum(line.entry.geometry is not GeometryKind.RASTER for line in self.lines.values())

    def _buttons(self) -> QHBoxLayout:
        icon = QgsApplication.getThemeIcon
        self.back = QPushButton(tr("Back to the catalogue"))
        self.back.clicked.connect(self.back_asked)
        self.retry = self._tool(tr("Try again"), "mActionRefresh.svg", self.retry_asked)
        self.zoom = self._tool(tr("Zoom"), "mActionZoomToLayer.svg", self.zoom_asked)
        self.report = self._tool(tr("Report"), "mActionOpenTable.svg", self.report_asked)
        self.cancel = QPushButton(icon("mTaskCancel.svg"), tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout()
        for widget in (self.back, self.retry):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.zoom, self.report, self.cancel):
            row.addWidget(widget)
        return row

    @staticmethod
    def _tool(text: str, icon: str, signal: pyqtSignal) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(signal)
        return button

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel.setText(tr("Stopping…"))
        self.cancel_asked.emit()

    def _show_buttons(self, *, running: bool, made: bool = False) -> None:
        self.cancel.setVisible(running)
        self.cancel.setEnabled(True)
        self.cancel.setText(tr("Cancel"))
        self.back.setVisible(not running)
        self.retry.setVisible(not running and (not made or self.any_failed()))
        self.zoom.setVisible(made)
        self.report.setVisible(made)
