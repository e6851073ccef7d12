"""The buttons of the tab "Conformity": the check above the findings, what to do with them below."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .conformity_options import CheckOptions

_WIDEST = 1_000_000.0  # square metres
_UNSET = -0.01  # the tolerance of the standard itself


class RunRow(QWidget):
    """[Check], the tolerance, what else to compare with, the progress, the last run."""

    check_asked = pyqtSignal()
    cancel_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(QgsApplication.getThemeIcon("mActionStart.svg"), tr("Chec&k"))
        self.button.setDefault(True)
        font = self.button.font()
        font.setBold(True)
        self.button.setFont(font)
        self.button.clicked.connect(self.check_asked)
        self.cancel = QPushButton(QgsApplication.getThemeIcon("mTaskCancel.svg"), tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(tr("Progress of the check"))
        self.tolerance_box = QDoubleSpinBox()
        self.tolerance_box.setRange(_UNSET, _WIDEST)
        self.tolerance_box.setSuffix(" m²")
        self.tolerance_box.setSpecialValueText(tr("of the standard"))
        self.tolerance_box.setValue(_UNSET)
        self.tolerance_box.setAccessibleName(tr("Tolerance of overlaps and gaps"))
        self.tolerance_box.setToolTip(tr("Overlaps and gaps smaller than this are let through"))
        self._label = QLabel(tr("t&olerance"))
        self._label.setBuddy(self.tolerance_box)
        self.options = CheckOptions()
        self._said = ""
        self.last = QLabel()
        self.last.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.last.setWordWrap(True)
        row = QHBoxLayout()
        resting = (self.button, self._label, self.tolerance_box, self.options.button)
        for widget in (*resting, self.progress, self.cancel):
            row.addWidget(widget, 1 if widget in (self.button, self.progress) else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.last)
        self.show_state(busy=False, missing="")

    def tolerance(self) -> float | None:
        """Square metres; None for that of the standard."""
        value = float(self.tolerance_box.value())
        return value if value >= 0 else None

    def set_progress(self, percent: float) -> None:
        """How far the check is."""
        self.progress.setValue(int(percent))

    def say(self, text: str) -> None:
        """The last run."""
        self._said = text
        self.last.setText(text)
        self.last.setVisible(bool(text))

    def show_state(self, *, busy: bool, missing: str) -> None:
        """Whether a check runs; what is missing before one can."""
        if not busy:
            self.progress.setValue(0)
            self.cancel.setEnabled(True)
            self.cancel.setText(tr("Cancel"))
        running: tuple[QWidget, ...] = (self.progress, self.cancel)
        resting: tuple[QWidget, ...] = (self.button, self._label, self.tolerance_box, self.options.button)
        for widget in (*running, *resting):
            widget.setVisible(busy == (widget in running))
        self.button.setEnabled(not missing)
        self.button.setToolTip(missing)
        said = missing or self._said
        self.last.setText(said)
        self.last.setVisible(bool(said))

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel.setText(tr("Stopping…"))
        self.cancel_asked.emit()


class ActionBar(QWidget):
    """Report, comparison, findings as a layer; repair, mapping where they are there."""

    report_asked = pyqtSignal()
    compare_toggled = pyqtSignal(bool)
    layer_asked = pyqtSignal()
    repair_asked = pyqtSignal()
    mapping_asked = pyqtSignal()

    def __init__(self, *, mapping: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = _tool(tr("Report"), tr("Open the report: to be printed, or sent"))
        menu = QMenu(self.report)
        self.layer = menu.addAction(tr("Add the findings to the project, as a layer"))
        self.report.setMenu(menu)
        self.report.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.compare = _tool(tr("Compare"), tr("Mended, new, left since the last run"))
        self.repair = _tool(tr("Repair…"), "")
        self.mapping = _tool(tr("Bring to the standard…"), tr("Map fields and values to those of the standard"))
        self.compare.setCheckable(True)
        self.report.clicked.connect(self.report_asked)
        self.compare.toggled.connect(self.compare_toggled)
        self.repair.clicked.connect(self.repair_asked)
        self.mapping.clicked.connect(self.mapping_asked)
        self.layer.triggered.connect(lambda _checked: self.layer_asked.emit())
        self.mapping.setVisible(mapping)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for widget in (self.report, self.compare):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.repair)
        row.addWidget(self.mapping)

    def show_state(self, *, report: bool, compared: bool, found: bool, layer: bool) -> None:
        """What can be done now. A greyed button says why."""
        self.report.setEnabled(report)
        self.compare.setEnabled(compared)
        self.layer.setEnabled(found)
        self.repair.setEnabled(found)
        self.mapping.setEnabled(layer)
        ready = tr("What would be changed for the selection, else for all; nothing is before “Apply”")
        self.repair.setToolTip(ready if found else tr("Nothing to repair yet: check first."))


def _tool(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
