"""The cards: each layer published, where, when, up to date or not, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsFeedback, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDateTime, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .layer_edits import Edits
from .publication_memory import DONE, INCOMPLETE, INTERRUPTED, UNDOING, UNDONE, Publication, publications
from .publication_what import layer_of_source
from .tasks import FunctionRun
from .tool_button import tool_button
from .words import counted

if TYPE_CHECKING:
    from collections.abc import Callable

_ICON = 16
_GOOD, _BAD = "mIconSuccess.svg", "mIconWarning.svg"


class Card(QFrame):
    """One layer in one place."""

    def __init__(self, publication: Publication, asked: Callable[[str, Publication], None]) -> None:
        super().__init__()
        self.publication = publication
        self.setFrameShape(QFrame.Shape.StyledPanel)
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 4, 6, 4)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.sign, self.state = QLabel(), QLabel()
        self.sign.setFixedSize(_ICON, _ICON)
        title = QLabel(f"<b>{publication.layer}</b> → {publication.platform_title or publication.target}")
        told = QLabel(_told(publication))
        for label in (title, told, self.state):
            label.setWordWrap(True)
        grid.addWidget(self.sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(title, 0, 1)
        grid.addWidget(told, 1, 1)
        grid.addWidget(self.state, 2, 1)
        row = QHBoxLayout()
        row.setSpacing(2)
        self.again = self._button(tr("Publish the changes"), "mActionSharingExport.svg", "again", asked)
        self.resume = self._button(tr("Resume"), "mActionRefresh.svg", "resume", asked)
        again = publication.state == UNDOING
        self.undo = self._button(tr("Undo again") if again else tr("Undo"), "mActionUndo.svg", "undo", asked)
        self.undo.setToolTip(tr("Undo the last publication: put back what the platform held before"))
        self.forget = self._button("", "mActionDeleteSelected.svg", "forget", asked)
        self.forget.setToolTip(tr("Take this card away: nothing changes on the platform"))
        self.forget.setAccessibleName(tr("Take the card away"))
        self.resume.setVisible(publication.state in (INTERRUPTED, INCOMPLETE) and bool(publication.journal))
        self.undo.setVisible(publication.undoable)
        for button in (self.again, self.resume, self.undo):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.forget)
        grid.addLayout(row, 3, 0, 1, 2)
        self.show_state("", tr("looking at the layer…"))

    def _button(self, text: str, icon: str, action: str, asked: Callable[[str, Publication], None]) -> QToolButton:
        button = tool_button(text, icon)
        button.clicked.connect(lambda _checked=False: asked(action, self.publication))
        return button

    def show_state(self, icon: str, text: str) -> None:
        """Up to date or not."""
        self.sign.setPixmap(QgsApplication.getThemeIcon(icon or "mIconVector.svg").pixmap(_ICON, _ICON))
        self.state.setText(text)
        self.setAccessibleName(f"{self.publication.layer}: {text}")


class CardsPage(QWidget):
    """The home of the tab: the cards, and a new publication."""

    new_asked = pyqtSignal()
    asked = pyqtSignal(str, object)  # again, resume, undo or forget; the publication

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []
        self._run: FunctionRun | None = None
        self._waiting: list[tuple[Card, QgsVectorLayer]] = []  # to be compared, one after the other
        self._known: dict[tuple[object, ...], str] = {}  # layer, columns and edits → fingerprint
        self._edits = Edits(self)
        self._stopped = QgsFeedback()
        self.hint = QLabel(
            tr(
                "Give a layer back to a platform: it is compared with what is there, the plan is shown, only the"
                " difference is sent, and everything is read back. It can be taken back."
            )
        )
        self.hint.setWordWrap(True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.new = QPushButton(QgsApplication.getThemeIcon("mActionSharingExport.svg"), tr("Publish a &layer…"))
        self.new.setDefault(True)
        font = self.new.font()
        font.setBold(True)
        self.new.setFont(font)
        self.new.clicked.connect(self.new_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hint)
        column.addWidget(self.area, 1)
        self.compare = tool_button(tr("Compare again"), "mActionRefresh.svg")
        self.compare.setToolTip(tr("Read the layers again: another program may have changed them"))
        self.compare.clicked.connect(self._compare_again)
        row = QHBoxLayout()
        row.addWidget(self.new, 1)
        row.addWidget(self.compare)
        column.addLayout(row)

    def refresh(self) -> None:
        """The cards as they are remembered; each is compared with its layer, in a task, if it was edited since."""
        self._forget()
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        inside.setAutoFillBackground(True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 4, 4)
        known = publications()
        self.cards = [Card(one, self.asked.emit) for one in known]
        for card in self.cards:
            column.addWidget(card)
        if not known:
            nothing = QLabel(tr("Nothing was published from this computer yet."))
            nothing.setWordWrap(True)
            column.addWidget(nothing)
        column.addStretch(1)
        self.area.setWidget(inside)
        self.compare.setVisible(bool(known))
        for card in self.cards:
            self._compare(card)
        self._look_next()

    def stop(self) -> None:
        """Nothing of ours may call back afterwards."""
        run = self._run
        self._forget()
        self._edits.stop()
        if run is not None:
            run.wait()

    def _compare_again(self) -> None:
        self._known.clear()
        self.refresh()

    def _forget(self) -> None:
        self._stopped.cancel()
        self._stopped = QgsFeedback()
        self._waiting.clear()
        if self._run is not None:
            self._run.forget()
            self._run = None

    def _compare(self, card: Card) -> None:
        publication = card.publication
        layer = layer_of_source(publication.source)
        if publication.state == UNDONE:
            card.show_state("", tr("taken back: the platform holds what it held before"))
        elif publication.state == UNDOING:
            card.show_state(_BAD, tr("taken back in part: undo it again"))
        elif publication.state == INTERRUPTED:
            card.show_state(_BAD, tr("interrupted: resume it, or take it back"))
        elif layer is None:
            card.show_state("", tr("the layer is not in the project"))
            card.again.setEnabled(False)
            card.again.setToolTip(tr("Add the layer to the project first."))
        else:
            known = self._known.get(self._key(card, layer))
            if known is None:
                self._waiting.append((card, layer))
            else:
                self._say(card, known)

    def _key(self, card: Card, layer: QgsVectorLayer) -> tuple[object, ...]:
        provider = layer.dataProvider()
        stamp = provider.dataTimestamp().toMSecsSinceEpoch() if provider is not None else 0
        return layer.id(), card.publication.fields, self._edits.of(layer), stamp

    def _look_next(self) -> None:
        from ..publish.look import fingerprint

        # A layer may have been removed while another was read.
        self._waiting = [pair for pair in self._waiting if not sip.isdeleted(pair[1])]
        if not self._waiting:
            return
        card, layer = self._waiting.pop(0)
        key, source, names = self._key(card, layer), QgsVectorLayerFeatureSource(layer), card.publication.fields
        stopped = self._stopped
        self._run = FunctionRun(tr("Looking at the layer"), lambda: fingerprint(source, names, stopped))
        self._run.ended.connect(lambda found: self._looked(card, key, found))
        self._run.start()

    def _looked(self, card: Card, key: tuple[object, ...], found: str | None) -> None:
        self._run = None
        if found is not None:
            self._known[key] = found
        self._say(card, found)
        self._look_next()

    def _say(self, card: Card, found: str | None) -> None:
        if found is None:
            card.show_state(_BAD, tr("the layer can't be read"))
        elif card.publication.state == INCOMPLETE:
            card.show_state(_BAD, tr("not everything was published: correct, then publish the changes"))
        elif found == card.publication.fingerprint:
            card.show_state(_GOOD, tr("up to date: the layer has not changed since"))
        else:
            card.show_state(_BAD, tr("the layer has changed since"))


def _told(publication: Publication) -> str:
    """When, and what the platform held then."""
    moment = QDateTime.fromString(publication.when, Qt.DateFormat.ISODate)
    when = QLocale(QgsApplication.locale()).toString(moment, "d MMMM yyyy, HH:mm")
    count = counted(publication.there, tr("{count} feature there"), tr("{count} features there"))
    name = tr("“{collection}”, {when}, {count}").format(collection=publication.collection, when=when, count=count)
    return name if publication.state != DONE or publication.verified else f"{name}, {tr('not verified')}"
