"""A page that takes the place of the catalogue: a few fields, a button that runs an algorithm, its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .tasks import AlgorithmRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsProcessingContext

NOTE = 8  # seconds that a message stays


class ToolPage(QWidget):
    """What the pages share. Nothing is modal: the rest of QGIS stays usable while the algorithm runs."""

    back_asked = pyqtSignal()
    told = pyqtSignal(str, str, object, int)  # message, hint, Qgis.MessageLevel, seconds (0: until it is closed)

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self._run: AlgorithmRun | None = None
        self.context: QgsProcessingContext | None = None  # of the last algorithm that succeeded: its layers are in it
        self.log = ""  # what the last algorithm that succeeded has said, one line after the other
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        back = QToolButton()
        back.setIcon(QgsApplication.getThemeIcon("mActionArrowLeft.svg"))
        back.setText(tr("Catalogue"))
        back.setToolTip(tr("Back to the catalogue"))
        back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        back.setAutoRaise(True)
        back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        back.clicked.connect(self.back_asked)
        heading = QLabel(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(back)
        top.addWidget(heading, 1)
        column.addLayout(top)
        words = QLabel(explanation)
        words.setWordWrap(True)
        column.addWidget(words)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(self.form)
        self._buttons = QHBoxLayout()
        column.addLayout(self._buttons)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(title)
        self.progress.hide()
        self.cancel = QPushButton(QgsApplication.getThemeIcon("mTaskCancel.svg"), tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        self.cancel.hide()
        running = QHBoxLayout()
        running.addWidget(self.progress, 1)
        running.addWidget(self.cancel)
        column.addLayout(running)
        self.result = QTextBrowser()
        self.result.setOpenExternalLinks(True)
        self.result.setAccessibleName(tr("Result"))
        self.result.hide()
        column.addWidget(self.result, 1)
        self._rest = QWidget()  # what is below, as long as there is no result
        column.addWidget(self._rest, 1)

    def opened(self) -> None:
        """The page is shown: what it shows is brought up to date."""

    def add_button(self, text: str, action: Callable[[], object], tip: str = "") -> QPushButton:
        """A button of the page, after the others; the first one is the one that Enter presses."""
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked=False: action())
        button.setDefault(self._buttons.count() == 0)
        button.setAutoDefault(True)
        self._buttons.addWidget(button)
        return button

    def run(self, algorithm: str, parameters: dict[str, Any], ended: Callable[[dict[str, Any]], None]) -> None:
        """Runs `dataterritoires:<algorithm>` in a task; `ended` receives its outputs, on the main thread."""
        if self._run is not None:
            return
        run = AlgorithmRun(f"dataterritoires:{algorithm}", parameters)
        refusal = run.refusal()
        if refusal:
            self.told.emit(refusal, "", Qgis.MessageLevel.Warning, 0)
            return
        self._run = run
        run.feedback.progressChanged.connect(self._moved)
        run.ended.connect(lambda results: self._ended(run, results, ended))
        self._show_running(running=True)
        run.start()

    @property
    def busy(self) -> bool:
        """Whether the algorithm runs."""
        return self._run is not None

    def show_text(self, text: str, *, markdown: bool = False) -> None:
        """Shows the result, as plain text or as Markdown."""
        (self.result.setMarkdown if markdown else self.result.setPlainText)(text)
        self.show_result()

    def show_result(self) -> None:
        """The result takes what room is left."""
        self.result.show()
        self._rest.hide()

    def stop(self) -> None:
        """The plugin is being unloaded."""
        if self._run is not None:
            self._run.forget()
            self._run.wait()
            self._run = None

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter presses the first button, Esc goes back."""
        if event is None:
            return
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.back_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._buttons.count():
            button = self._buttons.itemAt(0).widget()
            if isinstance(button, QPushButton):
                button.click()
        else:
            super().keyPressEvent(event)

    def _ended(
        self, run: AlgorithmRun, results: dict[str, Any] | None, ended: Callable[[dict[str, Any]], None]
    ) -> None:
        self._run = None
        self._show_running(running=False)
        if results is not None:
            self.context = run.context
            self.log = run.feedback.textLog().strip()
            ended(results)
        elif run.cancelled:
            self.told.emit(tr("Stopped at your request."), "", Qgis.MessageLevel.Info, NOTE)
        else:
            self.told.emit(run.error, "", Qgis.MessageLevel.Warning, 0)

    def _moved(self, percent: float) -> None:
        self.progress.setRange(0, 100)
        self.progress.setValue(int(percent))

    def _show_running(self, *, running: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(True)
        for number in range(self._buttons.count()):
            button = self._buttons.itemAt(number).widget()
            if button is not None:
                button.setEnabled(not running)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        if self._run is not None:
            self._run.cancel()


def copy(text: str) -> None:
    """Puts a text into the clipboard."""
    clipboard = QApplication.clipboard()
    if clipboard is not None:
        clipboard.setText(text)
