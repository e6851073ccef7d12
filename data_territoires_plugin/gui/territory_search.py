"""The field where one types the name of a territory, with what answers below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeedback
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QEvent, QModelIndex, QRect, QSize, QStringListModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPalette
from qgis.PyQt.QtWidgets import QApplication, QCompleter, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..settings import offline
from . import memory
from .later import later
from .tasks import FunctionRun
from .words import where

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QFocusEvent, QPainter
    from qgis.PyQt.QtWidgets import QWidget

    from ..territory import Territory

_PAUSE = 120  # milliseconds without a key before the search
_PATIENCE = 480  # more of them before a service is asked
_SHORTEST = 3  # letters of a name that a service is asked for
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
    """Proposes while one types; arrows and Enter choose, Esc gives up. Empty, it proposes the recent territories.

    The name of a zoning ("pnr:armor") is asked of its service, in a task: the field shows that it waits.
    """

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
        self._patience = QTimer(self)  # before a service is asked: not at each key
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._ask)
        self._asking: tuple[str, FunctionRun, QgsFeedback] | None = None  # what was typed, and its search
        self._received: dict[str, list[Territory]] = {}  # what was typed last, and what the service has answered
        self._enter_pressed = False  # while a service is being asked: its best answer will be taken
        self.textEdited.connect(self._typed)

    def propose(self) -> None:
        """Searches now without network, and shows what answers; the name of a zoning is asked for a little later."""
        self._pause.stop()
        text = self.text().strip()
        self._show(self._received.get(text) or _search(text) if text else recent())
        if self.answers.territories or text in self._received or not _to_ask(text) or offline():
            self.stop()
        elif self._asking is None or self._asking[0] != text:
            self._patience.start()
            self.setShowSpinner(True)

    @property
    def waiting(self) -> bool:
        """Whether a service is being asked, or will be."""
        return self._patience.isActive() or self._asking is not None

    def stop(self) -> None:
        """Forgets what is being asked."""
        self._patience.stop()
        self._enter_pressed = False
        self.setShowSpinner(False)
        if self._asking is not None:
            _, run, feedback = self._asking
            self._asking = None
            feedback.cancel()
            run.forget()

    def _typed(self, _text: str) -> None:
        self.stop()
        self._pause.start()

    def _ask(self) -> None:
        """Asks the service that holds the names of the zonings of this kind."""
        text, feedback, enter = self.text().strip(), QgsFeedback(), self._enter_pressed
        zone = _to_ask(text)
        self.stop()
        if zone is None:
            return
        run = FunctionRun(tr("Looking for the territory"), lambda: _asked(*zone, feedback))
        run.ended.connect(lambda found: self._answered(text, found))
        self._asking, self._enter_pressed = (text, run, feedback), enter
        self.setShowSpinner(True)
        run.start()

    def _answered(self, text: str, found: list[Territory] | None) -> None:
        """The service has answered, or failed: where Enter was pressed meanwhile, it is obeyed now.

        Of several that answer, none of which was on the screen, only one that bears the very name typed is taken.
        """
        enter, self._asking = self._enter_pressed, None
        self.stop()
        if found is not None:
            self._received = {text: found}
        self._show(found or [])
        if enter and not found:
            self.nothing_found.emit(text)
        elif enter and found and (one := _the_one(text, found)) is not None:
            self._take(one)

    def _show(self, found: list[Territory]) -> None:
        text = self.text().strip()
        self.answers.show(found)
        if found and self.isVisible():
            self._completer.complete()
            self._completer.popup().setCurrentIndex(
                self._completer.completionModel().index(0, 0) if text else QModelIndex()
            )
        else:
            self._completer.popup().hide()

    def choose_first(self) -> bool:
        """Takes the best answer, as soon as there is one; False where there is none."""
        if self._pause.isActive() or not self.answers.territories:
            self.propose()
        if not self.answers.territories and self.waiting:
            if self._patience.isActive():
                self._ask()
            self._enter_pressed = True
            return True
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
        self.stop()
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
        if territory in next(iter(self._received.values()), ()):
            _remember(territory)
        self._completer.popup().hide()
        self.clear()
        self.chosen.emit(territory)


def recent() -> list[Territory]:
    """The territories chosen lately that still exist."""
    from ..territory import territory

    found = []
    for each in memory.remembered(memory.RECENT) or ():
        try:
            found.append(territory(each, ask=False))
        except DataTerritoiresError:
            continue
    return found


def _search(text: str) -> list[Territory]:
    """What answers without network; a territory written "epci:000000001" is itself."""
    from ..territory import search, territory

    found = search(text, _ANSWERS)
    if not found and ":" in text:
        try:
            one = territory(text, ask=False)
        except DataTerritoiresError:
            return []
        return [one] if one.code else []
    return found


def _to_ask(text: str) -> tuple[str, str] | None:
    """The kind of zoning and the words of its name, where there are enough of them to ask a service."""
    from ..territory import ZONINGS

    kind, _colon, words = (part.strip() for part in text.partition(":"))
    return (kind, words) if kind in ZONINGS and len(words) >= _SHORTEST else None


def _asked(kind: str, words: str, feedback: QgsFeedback) -> list[Territory]:
    from ..territory.zonings import found_online

    return found_online(kind, words, _ANSWERS, feedback)


def _the_one(text: str, found: list[Territory]) -> Territory | None:
    """The only answer, or the only one whose whole name was typed."""
    from ..territory.names import normalised

    name = normalised(text.partition(":")[2])
    named = [one for one in found if normalised(one.name) == name] or found
    return named[0] if len(named) == 1 else None


def _remember(territory: Territory) -> None:
    """Its name is kept: it is then found and named offline too."""
    from ..territory.zonings import remember

    remember(territory)
