"""Third page of the assistant: what will be created, replaced, deleted, left, refused and why. Nothing was sent."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..i18n import number, tr
from .publication_model import ACTION, CREATE, DELETE, KEY, REFUSED, REPLACE, WHAT, Line, PlanModel, lines_of
from .words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

_INDENT = 4  # pixels: a list
_NOTES = 6  # shown; the others in the tooltip
_BOXES = ("deletions", "columns")  # gates of a simulation that a box of the page opens


class PlanPage(QWidget):
    """The counts, what must be agreed to, the table."""

    looked_at = pyqtSignal(object)  # Line
    agreed = pyqtSignal()  # a box was ticked or not
    shown = pyqtSignal(object)  # the lines of the table

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: dict[str, Any] | None = None
        self._most, self._share = 10.0, 0.0  # percent of deletions: allowed, of this plan
        self.title, self.counts, self.notes = QLabel(), QLabel(), QLabel()
        for label in (self.title, self.counts, self.notes):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Progress of the comparison"))
        self.deletions, self.columns = QCheckBox(), QCheckBox()
        for box in (self.deletions, self.columns):
            box.toggled.connect(lambda _on: self.agreed.emit())
        self.which = QComboBox()
        self.which.setAccessibleName(tr("Features shown"))
        self.which.activated.connect(lambda _index: self._filter())
        self._label = QLabel(tr("&Show"))
        self._label.setBuddy(self.which)
        self.model = PlanModel(self)
        self.table = self._table()
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self.which, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.progress, self.counts, self.notes, self.deletions, self.columns):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.clear("")

    def _table(self) -> QTreeView:
        table = QTreeView()
        table.setModel(self.model)
        table.setAccessibleName(tr("Plan of the publication"))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAlternatingRowColors(True)
        table.setIndentation(_INDENT)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(ACTION, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(KEY, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentChanged.connect(lambda index, _before: self._look(index))
        return table

    # ------------------------------------------------------------ what the tab asks
    def clear(self, title: str) -> None:
        """No plan."""
        self.document = None
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.model.show_lines(())
        for widget in (self.counts, self.notes, self.deletions, self.columns, self.progress):
            widget.hide()
        self._show_table(())

    def compare(self, title: str) -> None:
        """The comparison has begun."""
        self.clear(title)
        self.progress.setRange(0, 0)
        self.progress.show()

    def set_progress(self, percent: float) -> None:
        """How far it is; a comparison that does not tell keeps a bar that moves."""
        if percent > 0:
            self.progress.setRange(0, 100)
            self.progress.setValue(int(percent))

    def show_plan(self, document: dict[str, Any], title: str, most: float, warnings: Sequence[str]) -> None:
        """A report of `publish`, simulated. `most`: percent of deletions that were agreed to."""
        self.document, self._most = document, most
        self.progress.hide()
        self.title.setText(title)
        self.title.show()
        self.counts.setText(counts_words(document["plan"]))
        self.counts.show()
        self._show_gates(document["plan"], document.get("loses", ()))
        notes = [*self._notes(document), *_not_said(document, warnings)]
        shown = list(dict.fromkeys(notes))
        self.notes.setToolTip("\n".join(shown))
        if len(shown) > _NOTES:
            shown[_NOTES:] = [tr("… and {count} other notes.").format(count=number(len(shown) - _NOTES))]
        self.notes.setText("\n".join(shown))
        self.notes.setVisible(bool(notes))
        self._show_table(lines_of(document))

    def agreement(self) -> dict[str, object]:
        """The parameters of what was agreed to here."""
        agreed: dict[str, object] = {"COLUMNS_MAY_GO": self._on(self.columns)}
        # The share that was shown, a hair above: what would go besides, since, was not agreed to.
        share = min(100.0, math.ceil(self._share * 1000 + 1) / 1000)
        return agreed | ({"MAX_DELETE": share} if self._on(self.deletions) else {})

    def missing(self) -> str:
        """What has to be agreed to before anything is sent; "" when nothing."""
        if self.document is None:
            return tr("Simulate first: nothing is sent before its plan was seen.")
        if not self.deletions.isHidden() and not self.deletions.isChecked():
            return tr("More would be deleted than allowed: agree to it, or go back.")
        if not self.columns.isHidden() and not self.columns.isChecked():
            return tr("Columns would be lost there: agree to it, or go back.")
        shut = [one for one in self.document.get("gates", ()) if one.get("name") not in _BOXES]
        if shut:
            return str(shut[0].get("message", ""))
        if not self.document["features"] and not self.document.get("gains"):
            return tr("Nothing to send: the platform already holds the same.")
        return ""

    # ------------------------------------------------------------ its parts
    @staticmethod
    def _on(box: QCheckBox) -> bool:
        return bool(not box.isHidden() and box.isChecked())

    def _show_gates(self, plan: dict[str, int], loses: Sequence[str]) -> None:
        self._share = share = 100 * plan["delete"] / plan["there"] if plan["there"] else 0.0
        one = tr("Agree to the deletion of {count} feature ({share} %)")
        many = tr("Agree to the deletion of {count} features ({share} %)")
        words = counted(plan["delete"], one, many, share=number(share, 1))
        self.deletions.setChecked(False)
        self.deletions.setText(words)
        self.deletions.setVisible(share > self._most)
        self.columns.setChecked(False)
        self.columns.setText(tr("Agree to the loss of columns: {names}").format(names=", ".join(loses)))
        self.columns.setVisible(bool(loses))

    @staticmethod
    def _notes(document: dict[str, Any]) -> list[str]:
        notes = []
        if document.get("left_out"):
            text = tr("The platform does not have these columns, they are left out: {names}.")
            notes.append(text.format(names=", ".join(document["left_out"])))
        if document.get("gains"):
            notes.append(tr("New columns there: {names}.").format(names=", ".join(document["gains"])))
        kept = document["plan"]["kept"]
        if kept:
            one, many = (
                tr("{count} feature is only there, and stays."),
                tr("{count} features are only there, and stay."),
            )
            notes.append(counted(kept, one, many))
        return [*notes, *map(str, document.get("notes") or ())]

    def _show_table(self, lines: Sequence[Line]) -> None:
        self.which.clear()
        self.which.addItem(tr("every change ({count})").format(count=number(len(lines))), "")
        words = {
            REFUSED: tr("refused ({count})"), DELETE: tr("to delete ({count})"),
            REPLACE: tr("to replace ({count})"), CREATE: tr("to create ({count})"),
        }  # fmt: skip
        for action, text in words.items():
            count = sum(line.action == action for line in lines)
            if count:
                self.which.addItem(text.format(count=number(count)), action)
        for widget in (self._label, self.which, self.table):
            widget.setVisible(bool(lines))
        self.model.show_lines(lines)
        self.shown.emit(self.model.lines)

    def _filter(self) -> None:
        self.model.filter(str(self.which.currentData() or ""))
        self.shown.emit(self.model.lines)

    def _look(self, index: QModelIndex) -> None:
        if index.isValid():
            self.looked_at.emit(self.model.lines[index.row()])


def _not_said(document: dict[str, Any], warnings: Sequence[str]) -> list[str]:
    """The warnings of the simulation that the page does not tell by itself, with a box to tick or a row."""
    boxes = {one.get("message") for one in document.get("gates", ()) if one.get("name") in _BOXES}
    left_out = ", ".join(document.get("left_out", ())) or "\0"
    rows = {tr("{key}: {reason}").format(key=one["key"], reason=one["reason"]) for one in document["refused"]}
    return [each for each in warnings if each not in rows and left_out not in each and each not in boxes]


def counts_words(plan: dict[str, int]) -> str:
    """Create 12 · replace 3 · delete 1 · unchanged 4 871 · refused 2."""
    told = (
        (tr("create"), plan["create"]), (tr("replace"), plan["replace"]), (tr("delete"), plan["delete"]),
        (tr("left alike"), plan["unchanged"]), (tr("refused"), plan["refused"]),
    )  # fmt: skip
    return " · ".join(
        f"<b>{word}&nbsp;{number(count)}</b>" if count and at != 3 else f"{word}&nbsp;{number(count)}"
        for at, (word, count) in enumerate(told)
    )
