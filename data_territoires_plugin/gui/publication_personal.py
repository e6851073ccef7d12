"""The columns that seem to hold personal data: what was seen, masked, and what becomes of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QGroupBox, QLabel, QWidget

from ..i18n import tr
from ..publish.personal import Kind, Treatment, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..publish.personal import Suspicion


class PersonalBox(QGroupBox):
    """One row per suspected column; the proposal is chosen until the user chooses."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Personal data"), parent)
        self.rows: dict[str, QComboBox] = {}
        self._inside: QWidget | None = None
        self._grid = QGridLayout(self)

    def show_found(self, found: Sequence[Suspicion]) -> None:
        """Replaces the rows."""
        if self._inside is not None:
            self._grid.removeWidget(self._inside)
            self._inside.deleteLater()
        self._inside = QWidget()
        self.rows = {}
        rows = QGridLayout(self._inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setColumnStretch(0, 1)
        for at, one in enumerate(found):
            label = QLabel(told(one) if one.sure else tr("Perhaps: {column}").format(column=told(one)))
            label.setWordWrap(True)
            box = self._box(one)
            label.setBuddy(box)
            rows.addWidget(label, at, 0)
            rows.addWidget(box, at, 1)
            self.rows[one.column] = box
        self._grid.addWidget(self._inside, 0, 0)

    def choice(self) -> str:
        """What becomes of each column, as PERSONAL of `publish` takes it."""
        return ", ".join(f"{column}:{box.currentData()}" for column, box in self.rows.items())

    def choose(self, choice: str) -> None:
        """Takes a choice of before, for the columns that are still there."""
        for part in choice.split(","):
            column, _, word = part.strip().rpartition(":")
            box = self.rows.get(column)
            if box is not None and box.findData(word) >= 0:
                box.setCurrentIndex(box.findData(word))

    def _box(self, one: Suspicion) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("What becomes of {column}").format(column=one.column))
        words = {
            Treatment.DROP: tr("leave out"),
            Treatment.YEAR: tr("the year alone"),
            Treatment.PSEUDONYM: tr("pseudonym"),
            Treatment.KEEP: tr("publish knowingly"),
        }
        for treatment, text in words.items():
            if treatment is not Treatment.YEAR or one.kind is Kind.BIRTH:
                box.addItem(text, treatment.value)
        # What is only possible is published unless the user says otherwise: it was told.
        first = one.proposal if one.sure else Treatment.KEEP
        box.setCurrentIndex(box.findData(first.value))
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        return box
