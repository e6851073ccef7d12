"""The field where one types the name of a territory, with what answers below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QEvent, QModelIndex, QRect, QSize, QStringListModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPalette
from qgis.PyQt.QtWidgets import QApplication, QCompleter, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..errors import DataTerritoiresError
from ..i18n import tr
from . import memory
from .later import later
from .words import where

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QFocusEvent, QPainter
    from qgis.PyQt.QtWidgets import QWidget

    from ..territory import Territory

_PAUSE = 120  # milliseconds without a key before the search
_ANSWERS = 12
_SECONDARY = 0.7  # of the ink: secondary, still easy to read
ESCAPE = Qt.Key.Key_Escape
_WHERE = Qt.ItemDataRole.UserRole


class Answers(QStringListModel):
    """The territories proposed."""

    def __init__(self) -> None:
        super().__init__()
        self.territories: list[Territory] = []

    def show(self, found: list[Territory]) -> None:
        """Puts these in the place of the others."""
        self.territories = found
        self.setStringList([territory.name for territory in found])

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; beside it, what tells it from its namesakes."""
        if role == _WHERE and index.isValid():
            return where(self.territories[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            territory = self.territories[index.row()]
            return f"{territory.name}, {where(territory)}"
        return super().data(index, role)


class _TwoTexts(QStyledItemDelegate):
    """The name on the left, the rest on the right in the colour of what is secondary."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draws a row."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        side = str(index.data(_WHERE) or "")
        room = own.fontMetrics.horizontalAdvance(side) + 12
        style = QApplication.style()
        name, own.text = own.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        selected = bool(own.state & QStyle.StateFlag.State_Selected)
        colour = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        left = own.rect.adjusted(6, 0, -room, 0)
        text = own.fontMetrics.elidedText(name, Qt.TextElideMode.ElideRight, left.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        style.drawItemText(painter, left, int(middle | Qt.AlignmentFlag.AlignLeft), own.palette, True, text, colour)
        painter.save()
        painter.setOpacity(1.0 if selected else _SECONDARY)
        right = QRect(own.rect.right() - room, own.rect.top(), room - 6, own.rect.height())
        style.drawItemText(painter, right, int(middle | Qt.AlignmentFlag.AlignRight), own.palette, True, side, colour)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """A little air."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + 6)


class TerritorySearch(QgsFilterLineEdit):
    """Proposes while one types; arrows and Enter choose, Esc gives up. Empty, it proposes the recent territories."""

    chosen = pyqtSignal(object)  # Territory
    given_up = pyqtSignal()
    nothing_found = pyqtSignal(str)  # what was typed, when Enter was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setShowSearchIcon(True)
        self.setPlaceholderText(tr("Territory: name, INSEE or SIREN code, postal code"))
        self.setAccessibleName(tr("Search for a territory"))
        self.answers = Answers()
        self._completer = QCompleter(self.answers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_ANSWERS)
        self._completer.setWidget(self)  # not setCompleter: it would fill the field with what is only pointed at
        self._completer.popup().setItemDelegate(_TwoTexts(self))
        self._completer.popup().setAccessibleName(tr("Territories found"))
        self._completer.activated[QModelIndex].connect(self._activated)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.propose)
        self.textEdited.connect(lambda _text: self._pause.start())

    def propose(self) -> None:
        """Searches now, and shows what answers."""
        self._pause.stop()
        text = self.text().strip()
        self.answers.show(_search(text) if text else recent())
        if self.answers.territories and self.isVisible():
            self._completer.complete()
            self._completer.popup().setCurrentIndex(
                self._completer.completionModel().index(0, 0) if text else QModelIndex()
            )
        else:
            self._completer.popup().hide()

    def choose_first(self) -> bool:
        """Takes the best answer; False where there is none."""
        if self._pause.isActive() or not self.answers.territories:
            self.propose()
        if not self.answers.territories:
            return False
        self._take(self.answers.territories[0])
        return True

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Empty, the recent territories come by themselves."""
        super().focusInEvent(event)
        if event is not None and not self.text() and event.reason() != Qt.FocusReason.PopupFocusReason:
            later(self, 0, self._propose_recent)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter, Esc, Down."""
        if event is None:
            return
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip() and not self.choose_first():
                self.nothing_found.emit(self.text().strip())
            event.accept()
        elif key == ESCAPE:
            self.give_up()
            event.accept()
        elif key == Qt.Key.Key_Down:
            self.propose()
            event.accept()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent | None) -> bool:
        """Esc is ours, not the dock's nor QGIS's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() == ESCAPE:
            event.accept()
            return True
        return bool(super().event(event))

    def give_up(self) -> None:
        """Leaves things as they were."""
        self._completer.popup().hide()
        self.clear()
        self.given_up.emit()

    def _propose_recent(self) -> None:
        if self.hasFocus() and not self.text():
            self.propose()

    def _activated(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.answers.territories):
            self._take(self.answers.territories[index.row()])

    def _take(self, territory: Territory) -> None:
        self._completer.popup().hide()
        self.clear()
        self.chosen.emit(territory)


def recent() -> list[Territory]:
    """The territories chosen lately that still exist."""
    from ..territory import territory

    found = []
    for each in memory.remembered(memory.RECENT) or ():
        try:
            found.append(territory(each))
        except DataTerritoiresError:
            continue
    return found


def _search(text: str) -> list[Territory]:
    """What answers; a territory written "epci:000000001" is itself."""
    from ..territory import search, territory

    found = search(text, _ANSWERS)
    if not found and ":" in text:
        try:
            return [territory(text)]
        except DataTerritoiresError:
            return []
    return found
