"""A clip while it runs, and what came of it: one line per layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPalette
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..catalogue.remote.found import id_of
from ..i18n import tr
from .entry_words import icon_of
from .later import later
from .tool_button import tool_button
from .words import counted, number

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QPaintEvent

    from .catalogue_model import Tickable
    from .report import Told

WAITING, RUNNING, DONE, FAILED, BACKGROUND = "waiting", "running", "done", "failed", "background"
ABSENT = "absent"  # the kit in use does not have it
KEPT = "kept"  # the last good answer of a source that did not answer
_ICON = 16
_BAR = 6  # pixels: a thread, not a wall


class _Elided(QLabel):
    """A title that ends in … where the place is too narrow for it; whole in its tooltip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(_ICON, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        self.style().drawItemText(painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), text)
        painter.end()


class LayerLine(QWidget):
    """One layer: its state in an icon and a word, its title, its bar, its count; why it failed."""

    retry = pyqtSignal()

    def __init__(self, entry: Tickable, parent: QWidget | None = None) -> None:
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
        self._title = _Elided(entry.title)
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
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.hide()
        layout.addWidget(self._told, 3, 1, 1, 2)
        layout.setColumnStretch(1, 1)
        self.show_state(WAITING, 0, -1, "")

    def show_state(self, status: str, received: int, announced: int, message: str) -> None:
        """Where the layer is; `announced` is -1 where the source does not tell."""
        self.status, self.count = status, received
        theme = {DONE: "mIconSuccess.svg", FAILED: "mIconWarning.svg", KEPT: "mIconWarning.svg"}.get(status)
        icon = QgsApplication.getThemeIcon(theme) if theme else icon_of(self.entry)
        self._icon.setPixmap(icon.pixmap(_ICON, _ICON))
        self._state.setText(self._words(received, announced))
        self._bar.setVisible(status == RUNNING)
        self._bar.setRange(0, max(announced, 0))
        self._bar.setValue(min(received, max(announced, 0)))
        self._reason.setVisible(status in (FAILED, KEPT))
        if status == FAILED or (status == KEPT and message):
            self._reason.setText(f"{message} <a href='retry'>{tr('try again')}</a>")
        self.setAccessibleName(f"{self.entry.title}, {self._state.text()}")

    def not_added(self) -> None:
        """A background whose service did not answer."""
        self._reason.setText(tr("Not added to the project: its service does not answer."))
        self._reason.show()

    def show_told(self, told: Told | None, warning: str) -> None:
        """How it was read and why, and under which conditions; why it could not be had at all."""
        if warning and self.status in (WAITING, RUNNING):
            self.show_state(FAILED, 0, -1, warning)
        if told is not None and told.why:
            self._title.setToolTip(f"{self.entry.title}\n{told.why}")
        lines = (told.why if told is not None and told.chosen else "", self.entry.conditions)
        self._told.setText("\n".join(filter(None, lines)))
        self._told.setVisible(any(lines))

    def stopped(self) -> None:
        """The clip was stopped: nothing of this layer was kept in the result."""
        self._bar.hide()
        if self.status in (WAITING, RUNNING):
            self._state.setText(tr("stopped"))

    def _words(self, received: int, announced: int) -> str:
        still = {
            WAITING: tr("waiting"),
            FAILED: tr("failed"),
            BACKGROUND: tr("background"),
            ABSENT: tr("not in the kit"),
        }
        if self.status in still:
            return still[self.status]
        if self.status == RUNNING and announced >= 0:
            return tr("{received} of {announced}").format(received=number(received), announced=number(announced))
        if self.status == RUNNING and not received:
            return tr("reading…")
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

    def start(self, entries: tuple[Tickable, ...], title: str) -> None:
        """A line for each entry, all of them waiting."""
        self.title.setText(title)
        self.total.setValue(0)
        self.total.show()
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)  # as the tree whose place it takes
        inside.setAutoFillBackground(True)
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
        failed = next((line for line in self.lines.values() if line.status == FAILED), None)
        if failed is not None:
            later(self, 0, lambda: self._show_line(failed))
        (self.zoom if made else self.back).setFocus()

    def show_written(self, written: dict[str, int]) -> None:
        """What is in the result: while it ran, the lines told what was received."""
        for id_, count in written.items():
            known = self.lines.get(id_)
            self.layer_moved(id_, KEPT if known is not None and known.status == KEPT else DONE, count, -1, "")

    def show_told(self, told: dict[str, Told], warnings: list[str]) -> None:
        """How each layer was read; a layer found by a search that could not be had has only a warning."""
        for id_, line in self.lines.items():
            start = f"{id_of(id_)}: "
            line.show_told(told.get(id_), next((each[len(start) :] for each in warnings if each.startswith(start)), ""))

    def _show_line(self, line: LayerLine) -> None:
        if line in self.lines.values():  # not gone since with the clip it belonged to
            self._scroll.ensureWidgetVisible(line)

    def any_failed(self) -> bool:
        """Whether a layer failed."""
        return any(line.status == FAILED for line in self.lines.values())

    def _buttons(self) -> QHBoxLayout:
        icon = QgsApplication.getThemeIcon
        self.back = tool_button(tr("Catalogue"), "mActionArrowLeft.svg")
        self.back.setToolTip(tr("Back to the catalogue"))
        self.retry = tool_button(tr("Try again"), "mActionRefresh.svg")
        self.zoom = tool_button(tr("Zoom"), "mActionZoomToLayer.svg")
        self.report = tool_button(tr("Report"), "mActionOpenTable.svg")
        self.cancel = QPushButton(icon("mTaskCancel.svg"), tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        pairs = (
            (self.back, self.back_asked), (self.retry, self.retry_asked), (self.zoom, self.zoom_asked),
            (self.report, self.report_asked),
        )  # fmt: skip
        for button, signal in pairs:
            button.clicked.connect(signal)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.retry)
        row.addStretch(1)
        row.addWidget(self.zoom)
        row.addWidget(self.report)
        row.addWidget(self.cancel)
        return row

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel.setText(tr("Stopping…"))
        self.cancel_asked.emit()

    def _show_buttons(self, *, running: bool, made: bool = False) -> None:
        self.cancel.setVisible(running)
        self.cancel.setEnabled(True)
        self.cancel.setText(tr("Cancel"))
        self.back.setVisible(not running)
        self.retry.setVisible(not running and not made)  # else each failed line has its own
        self.zoom.setVisible(made)
        self.report.setVisible(made)
