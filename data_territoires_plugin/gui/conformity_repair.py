"""What a repair would change, looked at before anything is; then applied as one command that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import Qgis, QgsApplication, QgsFeedback, QgsMessageLog, QgsVectorLayer
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QTreeView, QVBoxLayout, QWidget

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..standards.engine.arrays import where
from ..standards.engine.options import Options
from ..standards.engine.subject import Subject
from ..standards.repair import FIXES, Proposal, apply, fixes, proposals
from ..standards.validation import named_standard
from .conformity_subject import layer_of
from .tasks import FunctionRun
from .words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtCore import QObject

    from ..standards.findings import Finding

FEATURE, CHANGE = range(2)
_ONLY_IN_A_NEW_LAYER = ("order",)
_INDENT = 4  # pixels: a list
_NOWHERE = QModelIndex()


class ProposalsModel(QAbstractTableModel):
    """One row per proposal, ticked where it will be applied; refused ones are shown with their reason."""

    def __init__(self, found: Sequence[Proposal] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = {one.id: one.label for one in fixes()}
        self.found = tuple(found)
        self.ticked = np.array([not one.refused for one in self.found], bool)

    def chosen(self) -> list[Proposal]:
        """Those to apply."""
        return [self.found[at] for at in where(self.ticked)]

    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:
        """The proposals."""
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, _parent: QModelIndex = _NOWHERE) -> int:
        """The feature, the change."""
        return 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Feature"), tr("Change"))[section]
        return None

    def flags(self, index: QModelIndex) -> Any:
        """What is refused can't be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        tickable = index.column() == FEATURE and not self.found[index.row()].refused
        return flags | Qt.ItemFlag.ItemIsUserCheckable if tickable else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        one = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._feature(one) if index.column() == FEATURE else self.change(one)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(text for text in (self._fix(one), one.words, one.refused) if text)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == FEATURE and not one.refused:
            return Qt.CheckState.Checked if self.ticked[index.row()] else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and one.refused:
            return QgsApplication.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ticks a proposal."""
        if role != Qt.ItemDataRole.CheckStateRole or self.found[index.row()].refused:
            return False
        self.ticked[index.row()] = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        return True

    def change(self, one: Proposal) -> str:
        """A proposal in a line."""
        text = one.words or self._fix(one)
        if one.before or one.after:
            text = tr("{field}: “{before}” → “{after}”").format(
                field=one.field or self._fix(one), before=one.before, after=one.after
            )
        return tr("refused, {reason}: {change}").format(reason=one.refused, change=text) if one.refused else text

    @staticmethod
    def _feature(one: Proposal) -> str:
        return tr("layer") if one.feature is None else str(one.feature)

    def _fix(self, one: Proposal) -> str:
        return ", ".join(self._labels.get(name, name) for name in one.fix.split(", "))


class RepairPage(QWidget):
    """Takes the place of the findings while a repair is decided."""

    left = pyqtSignal()
    applied = pyqtSignal(str)  # what was done
    told = pyqtSignal(str, str, object, int)  # message, hint, Qgis.MessageLevel, seconds
    looked_at = pyqtSignal(object)  # Proposal

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = ""
        self._work: FunctionRun | None = None
        self._feedback = QgsFeedback()
        self.model = ProposalsModel()
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.list = QTreeView()
        self.list.setAccessibleName(tr("Proposed changes"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setIndentation(_INDENT)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        icon = QgsApplication.getThemeIcon
        self.back = QPushButton(icon("mActionArrowLeft.svg"), tr("&Findings"))
        self.back.setToolTip(tr("Back to the findings: nothing is changed"))
        self.back.clicked.connect(self._leave)
        self.apply_button = QPushButton(icon("mActionSaveEdits.svg"), tr("&Apply"))
        self.apply_button.setDefault(True)
        self.apply_button.clicked.connect(self.apply)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.apply_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def propose(self, layer: QgsVectorLayer, standard: str, table: str, findings: tuple[Finding, ...]) -> None:
        """Looks for what can be done about these findings, in a task. Raises SourceError where the layer is broken."""
        self.stop()
        subject = Subject.of_layer(layer)
        feedback = self._feedback = QgsFeedback()
        wanted = [one for one in FIXES if one not in _ONLY_IN_A_NEW_LAYER]
        self._layer = layer.id()
        self._show(())
        self.title.setText(tr("Looking for what can be repaired; each change is checked first…"))
        self._work = FunctionRun(
            tr("Looking for repairs"),
            lambda: proposals(
                subject,
                named_standard(standard),
                wanted,
                findings=findings,
                options=Options(),
                table=table,
                feedback=feedback,
            ),
        )
        self._work.ended.connect(lambda found: self._found(found, len(findings)))
        self._work.start()

    def stop(self) -> None:
        """Forgets what is being looked for."""
        work, self._work = self._work, None
        if work is not None:
            self._feedback.cancel()
            work.forget()

    @property
    def busy(self) -> bool:
        """Whether repairs are being looked for."""
        return self._work is not None

    def apply(self) -> None:
        """Applies what is ticked, in one command of the layer; nothing is saved."""
        layer = layer_of(self._layer)
        if layer is None:
            self.told.emit(tr("The layer is no longer in the project."), "", Qgis.MessageLevel.Warning, 0)
            return
        try:
            done = apply(layer, self.model.chosen())
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
            return
        layer.triggerRepaint()
        lines = [f"{layer.name()} {one.feature}: {self.model.change(one)}" for one in done.done]
        lines += [f"{layer.name()} {one.feature}: {reason}" for one, reason in done.skipped]
        QgsMessageLog.logMessage("\n".join(lines), "Data Territoires", Qgis.MessageLevel.Info, False)
        text = counted(len(done.done), tr("{count} change applied."), tr("{count} changes applied."))
        if done.skipped:
            reasons = dict.fromkeys(reason for _, reason in done.skipped)
            text += " " + tr("{count} left out: {reasons}.").format(count=len(done.skipped), reasons=", ".join(reasons))
        self._leave()
        self.applied.emit(f"{text} {tr('Nothing is saved yet: Ctrl+Z undoes them all.')}")

    def _found(self, found: tuple[Proposal, ...] | None, asked: int) -> None:
        work, self._work = self._work, None
        if found is None:
            error = (work.error, work.hint) if work is not None else ("", "")
            self.told.emit(*error, Qgis.MessageLevel.Warning, 0)
            self._leave()
            return
        self._show(found)
        refused = sum(bool(one.refused) for one in found)
        if not found:
            text = tr("Nothing can be repaired without deciding: see what each finding says to do.")
        else:
            text = counted(
                len(found) - refused,
                tr("{count} change proposed for {asked} findings. Untick what you do not want."),
                tr("{count} changes proposed for {asked} findings. Untick what you do not want."),
                asked=str(asked),
            )
        if refused:
            text += " " + counted(refused, tr("{count} is refused."), tr("{count} are refused."))
        self.title.setText(text)
        (self.apply_button if self.apply_button.isEnabled() else self.back).setFocus()

    def _show(self, found: Sequence[Proposal]) -> None:
        self.model = ProposalsModel(found, self)
        self.model.dataChanged.connect(self._show_state)
        self.list.setModel(self.model)
        header = self.list.header()
        header.setSectionResizeMode(FEATURE, QHeaderView.ResizeMode.ResizeToContents)
        self.list.selectionModel().currentChanged.connect(
            lambda index, _before: self.looked_at.emit(self.model.found[index.row()]) if index.isValid() else None
        )
        self._show_state()

    def _show_state(self) -> None:
        count = int(self.model.ticked.sum())
        self.apply_button.setEnabled(count > 0)
        self.apply_button.setText(counted(count, tr("&Apply {count} change"), tr("&Apply {count} changes")))

    def _leave(self) -> None:
        self.stop()
        self.left.emit()
