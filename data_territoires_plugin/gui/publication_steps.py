"""The four steps of the assistant, in a line: where one is, where one may go back to."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from ..i18n import tr

WHAT, WHERE, PLAN, SENDING = range(4)


class StepBar(QWidget):
    """1 What → 2 Where → 3 Plan → 4 Sending."""

    asked = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for at, text in enumerate((tr("1 What"), tr("2 Where"), tr("3 Plan"), tr("4 Sending"))):
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, at=at: self.asked.emit(at))
            self._group.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)

    def show_step(self, step: int, *, busy: bool) -> None:
        """Where one is; the steps before it can be gone back to, unless something runs."""
        for at in range(4):
            button = self._group.button(at)
            if button is not None:
                button.setChecked(at == step)
                button.setEnabled(at == step or (at < step and not busy))


class FootBar(QWidget):
    """Back on the left; on the right what goes on: Next, or Simulate beside Publish, or Cancel."""

    back_asked = pyqtSignal()
    next_asked = pyqtSignal()
    simulate_asked = pyqtSignal()
    publish_asked = pyqtSignal()
    cancel_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon = QgsApplication.getThemeIcon
        self.back = QPushButton(icon("mActionArrowLeft.svg"), tr("&Back"))
        self.next = QPushButton(icon("mActionArrowRight.svg"), tr("&Next"))
        self.simulate = QPushButton(icon("mActionStart.svg"), tr("&Simulate"))
        self.simulate.setToolTip(tr("Compare again: nothing is sent"))
        self.publish = QPushButton(icon("mActionSharingExport.svg"), tr("P&ublish"))
        self.cancel = QPushButton(icon("mTaskCancel.svg"), tr("Cancel"))
        font = self.publish.font()
        font.setBold(True)
        for button in (self.publish, self.next):
            button.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        pairs = (
            (self.back, self.back_asked), (self.next, self.next_asked), (self.simulate, self.simulate_asked),
            (self.publish, self.publish_asked), (self.cancel, self.cancel_asked),
        )  # fmt: skip
        for button, signal in pairs:
            button.setAutoDefault(True)
            button.clicked.connect(signal)
            if button is not self.back:
                row.addWidget(button)

    def show_step(self, step: int, missing: str, *, busy: bool) -> None:
        """What can be done on a step; `missing`: why one can't go on, "" where one can."""
        self.back.setText(tr("&Cards") if step in (WHAT, SENDING) else tr("&Back"))
        self.back.setVisible(not busy)
        self.next.setVisible(not busy and step in (WHAT, WHERE))
        self.simulate.setVisible(not busy and step == PLAN)
        self.publish.setVisible(not busy and step == PLAN)
        self.cancel.setVisible(busy)
        self.cancel.setEnabled(busy)
        self.cancel.setText(tr("Cancel"))
        for button in (self.next, self.publish):
            button.setEnabled(not missing)
            button.setToolTip(missing)

    def stopping(self) -> None:
        """The cancellation was asked for."""
        self.cancel.setEnabled(False)
        self.cancel.setText(tr("Stopping…"))
