"""What a repair would change, looked at before anything is; then applied as one command that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeedback,
    QgsGeometry,
    QgsMessageLog,
    QgsPointXY,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..standards.engine.arrays import where
from ..standards.engine.cadastre_parcels import Parcels
from ..standards.engine.memory import Memory
from ..standards.engine.options import Options
from ..standards.engine.subject import Subject
from ..standards.repair import FIXES, Asked, Proposal, apply, fixes, propose
from ..standards.repair.proposal import SHAPES
from ..standards.repair.shape_changes import changed_shape, of_wkb
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
        if (one.before or one.after) and not one.owners:
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
        self._asked: tuple[str, str, tuple[Finding, ...]] = ("", "", ())  # standard, table, findings
        self._parcels: Parcels | None = None
        self._owners: dict[bytes, int] = {}  # chosen for a gap or an overlap, known by its shape
        self._unticked: set[tuple[str, tuple[int | None, str], bytes]] = set()
        self._memory = Memory()
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
        column.addWidget(self._choice())
        column.addLayout(row)

    def _choice(self) -> QWidget:
        """Whose a gap or an overlap becomes, for the one that is looked at."""
        self.owner = QComboBox()
        self.owner.setAccessibleName(tr("Feature that gets it"))
        self.owner.setToolTip(tr("The feature that gets this piece; each choice is checked, and shown on the map"))
        self.owner.activated.connect(self._chosen)
        label = QLabel(tr("Attac&h to"))
        label.setBuddy(self.owner)
        self.choice = QWidget()
        row = QHBoxLayout(self.choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.owner, 1)
        self.choice.hide()
        return self.choice

    def propose(
        self,
        layer: QgsVectorLayer,
        standard: str,
        table: str,
        findings: tuple[Finding, ...],
        parcels: QgsVectorLayer | None = None,
    ) -> None:
        """Looks for what can be done about these findings, in a task. Raises SourceError where the layer is broken.

        `parcels`: those that the findings were made with, without which a shift of the whole zoning isn't seen.
        """
        self._layer, self._asked = layer.id(), (standard, table, findings)
        self._parcels = Parcels(Subject.of_layer(parcels), parcels.name()) if parcels is not None else None
        self._owners, self._unticked = {}, set()
        self._memory = Memory()  # another choice only judges again what it touches
        self._show(())
        self._look(layer, b"")

    def _look(self, layer: QgsVectorLayer, shown: bytes) -> None:
        """Looks for what can be done, with the choices of now; `shown`: the gap or overlap to come back to."""
        self.stop()
        subject = Subject.of_layer(layer)
        feedback = self._feedback = QgsFeedback()
        fixes_ = tuple(one for one in FIXES if one not in _ONLY_IN_A_NEW_LAYER)
        standard, table, findings = self._asked
        asked = Asked(fixes_, findings, table, owners=dict(self._owners))
        options = Options(memory=self._memory, parcels=self._parcels)
        self.list.setEnabled(False)
        self.title.setText(tr("Looking for what can be repaired; each change is checked first…"))
        self._work = FunctionRun(
            tr("Looking for repairs"),
            lambda: propose(subject, named_standard(standard), asked, options, feedback).proposals,
        )
        self._work.ended.connect(lambda found: self._found(found, len(findings), shown))
        self._work.start()

    def _chosen(self) -> None:
        """Another feature gets the piece that is looked at: what that leads to is checked, then shown."""
        layer, current = layer_of(self._layer), self._current()
        if layer is None or current is None or self._is_kept(current):
            return
        self._owners[current.shape] = int(self.owner.currentData())
        ticked = self.model.ticked
        self._unticked = {_name(one) for one, on in zip(self.model.found, ticked, strict=True) if not on}
        self._unticked.discard(_name(current))
        try:
            self._look(layer, current.shape)
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning, 0)

    def _is_kept(self, current: Proposal) -> bool:
        """Whether the choice is what is proposed already; what is refused waits for one."""
        return bool(self.owner.currentData() == current.owner and not current.refused)

    def _current(self) -> Proposal | None:
        index = self.list.currentIndex()
        return self.model.found[index.row()] if index.isValid() else None

    def _offer(self, one: Proposal | None) -> None:
        """The features that may get a piece; nothing to choose for another change."""
        self.owner.clear()
        for at, feature in enumerate(one.owners if one is not None else ()):
            words = tr("feature {id} (proposed)") if at == 0 else tr("feature {id}")
            self.owner.addItem(words.format(id=feature), feature)
        if one is not None and one.owner is not None:
            self.owner.setCurrentIndex(self.owner.findData(one.owner))
        self.choice.setVisible(self.owner.count() > 1)

    def stop(self) -> None:
        """Forgets what is being looked for."""
        work, self._work = self._work, None
        if work is not None:
            self._feedback.cancel()
            work.forget()
            self._memory = Memory()  # the other is still in use

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

    def _found(self, found: tuple[Proposal, ...] | None, asked: int, shown: bytes) -> None:
        work, self._work = self._work, None
        self.list.setEnabled(True)
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
                tr("{count} change proposed for what was chosen ({asked}). Untick what you do not want."),
                tr("{count} changes proposed for what was chosen ({asked}). Untick what you do not want."),
                asked=counted(asked, tr("{count} finding"), tr("{count} findings")),
            )
        if refused:
            text += " " + counted(refused, tr("{count} is refused."), tr("{count} are refused."))
        self.title.setText(text)
        row = next((at for at, one in enumerate(found) if shown and one.shape == shown), -1)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, CHANGE))
            self.owner.setFocus()
            return
        (self.apply_button if self.apply_button.isEnabled() else self.back).setFocus()

    def _show(self, found: Sequence[Proposal]) -> None:
        self.model = ProposalsModel(found, self)
        self.model.ticked &= np.array([_name(one) not in self._unticked for one in found], bool)
        self.model.dataChanged.connect(self._show_state)
        self.list.setModel(self.model)
        header = self.list.header()
        header.setSectionResizeMode(FEATURE, QHeaderView.ResizeMode.ResizeToContents)
        self.list.selectionModel().currentChanged.connect(lambda _index, _before: self._shown())
        self._offer(None)
        self._show_state()

    def _shown(self) -> None:
        one = self._current()
        self._offer(one)
        if one is not None:
            self.looked_at.emit(one)

    def _show_state(self) -> None:
        count = int(self.model.ticked.sum())
        self.apply_button.setEnabled(count > 0)
        self.apply_button.setText(counted(count, tr("&Apply {count} change"), tr("&Apply {count} changes")))

    def _leave(self) -> None:
        self.stop()
        self.left.emit()


def _name(one: Proposal) -> tuple[str, tuple[int | None, str], bytes]:
    """What tells a proposal from one search to the next: of a gap or an overlap, whoever gets it."""
    return (one.fix, (None, ""), one.shape) if one.owners else (one.fix, one.cell, b"")


def outlines(one: Proposal, layer: QgsVectorLayer | None) -> tuple[QgsGeometry | None, QgsGeometry | None]:
    """What the map shows of a change: where it is (the piece given or taken), and what the feature would become."""
    feature = layer.getFeature(one.feature) if layer is not None and one.feature is not None else None
    after = None
    if layer is not None and feature is not None and one.change in SHAPES and feature.isValid():
        after = changed_shape(feature.geometry(), one, layer.wkbType())
    if one.owners:
        return of_wkb(one.shape), after
    return (QgsGeometry.fromPointXY(QgsPointXY(*one.place)) if one.place is not None else after), after
