"""The tab "Publication": cards of what was published, and the assistant of four pages that publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProject, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ..errors import DataTerritoiresError
from ..i18n import tr
from .publication_cards import CardsPage
from .publication_map import PlanOnMap
from .publication_memory import UNDOING, Publication, forget_publication, last_of
from .publication_model import whole
from .publication_plan import PlanPage
from .publication_runs import RESUME, UNDO, PublicationRuns
from .publication_sending import SendingPage
from .publication_steps import PLAN, SENDING, WHAT, WHERE, FootBar, StepBar
from .publication_what import WhatPage, layer_of_source
from .publication_where import WherePage

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtGui import QHideEvent, QShowEvent

    from .publication_what import Verdict

_NOTE = 8  # seconds that a message stays
_GOOD, _INFO, _BAD = Qgis.MessageLevel.Success, Qgis.MessageLevel.Info, Qgis.MessageLevel.Critical
_PART = Qgis.MessageLevel.Warning


class PublicationTab(QWidget):
    """Gathers the parameters of `dataterritoires:publish`, runs it in a task, shows its plan and its result."""

    told = pyqtSignal(str, str, object, int)  # message, hint, Qgis.MessageLevel, seconds (0: until it is closed)
    offered = pyqtSignal(str, str, str, object)  # message, hint, label of the button, what it does

    def __init__(self, iface: QgisInterface, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._publication: Publication | None = None  # what the assistant is about
        self._straight = False  # to the plan as soon as the layer was looked at
        self.runs = PublicationRuns(self)
        self.on_map = PlanOnMap(iface.mapCanvas())
        self.cards, self.what, self.where = CardsPage(), WhatPage(iface, verdict), WherePage()
        self.plan, self.sending = PlanPage(), SendingPage()
        self.steps, self.foot, self.reason = StepBar(), FootBar(), QLabel()
        self.reason.setWordWrap(True)
        self.pages = QStackedWidget()
        for page in (self.what, self.where, self.plan, self.sending):
            self.pages.addWidget(page)
        self.assistant = QWidget()
        column = QVBoxLayout(self.assistant)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.steps, self.pages, self.reason, self.foot):
            column.addWidget(widget, 1 if widget is self.pages else 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.cards)
        self.stack.addWidget(self.assistant)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        self.cards.new_asked.connect(self.begin)
        self.cards.asked.connect(self._card_asked)
        self.steps.asked.connect(self.go)
        self.foot.back_asked.connect(self._back)
        self.foot.next_asked.connect(lambda: self.go(self.step + 1))
        self.foot.simulate_asked.connect(self.simulate)
        self.foot.publish_asked.connect(self.publish)
        self.foot.cancel_asked.connect(self.cancel)
        self.what.changed.connect(self._what_changed)
        self.where.changed.connect(self._plan_is_old)
        self.where.offered.connect(self.offered)
        self.where.told.connect(self.told)
        self.what.told.connect(self.told)
        self.plan.agreed.connect(self._show_state)
        self.plan.looked_at.connect(self.on_map.look_at)
        self.plan.shown.connect(self._draw)
        self.sending.undo_asked.connect(lambda: self._ask_undo(self._publication))
        self.sending.resume_asked.connect(lambda: self._carry_on(RESUME, self._publication))
        self.runs.progressed.connect(self._moved)
        self.runs.planned.connect(self._planned)
        self.runs.not_planned.connect(self._not_planned)
        self.runs.finished.connect(self._finished)
        self.runs.failed.connect(self._failed)
        self.runs.refused.connect(lambda reason: self.told.emit(reason, "", _PART, 0))
        QgsProject.instance().cleared.connect(self._project_closed)

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self.runs.busy

    @property
    def step(self) -> int:
        """The page of the assistant."""
        return int(self.pages.currentIndex())

    def stop(self) -> None:
        """The plugin is being unloaded: nothing of ours may call back afterwards."""
        QgsProject.instance().cleared.disconnect(self._project_closed)
        for part in (self.cards, self.what, self.where, self.runs):
            part.stop()
        self.on_map.remove()

    def showEvent(self, event: QShowEvent) -> None:
        """What is shown is brought up to date: the layers may have changed."""
        super().showEvent(event)
        if self.stack.currentWidget() is self.cards:
            self.cards.refresh()
        self.on_map.set_visible(self.step == PLAN)

    def hideEvent(self, event: QHideEvent) -> None:
        """The plan leaves the map with the tab."""
        super().hideEvent(event)
        self.on_map.set_visible(False)

    # ------------------------------------------------------------ from page to page
    def begin(self) -> None:
        """A publication, from the first page; the layer in use is proposed, with what is remembered of it."""
        if self.busy:
            return
        self._straight = False
        self.stack.setCurrentWidget(self.assistant)
        self.pages.setCurrentIndex(WHAT)
        self._publication = None
        self.plan.clear("")
        self.what.propose_active()
        self._recall()
        self._show_state()
        self.what.layers.setFocus()

    def go(self, step: int) -> None:
        """Goes to a page, where what is before it is complete."""
        if self.busy or step == SENDING or (step > self.step and self._missing()):
            self._show_state()
            return
        if step == WHERE and self.what.layer is not None:
            problem = self.where.open(self.what.layer, self.what.key)
            if problem:
                self.told.emit(problem, "", _BAD, 0)
        if step == PLAN:
            self._save_connection()
        self.pages.setCurrentIndex(step)
        self._show_state()
        if step == PLAN and self.plan.document is None:
            self.simulate()
        elif step == WHERE:
            self.where.platform.setFocus()

    def _back(self) -> None:
        if self.step in (WHAT, SENDING):
            self.stack.setCurrentWidget(self.cards)
            self.on_map.clear()
            self.cards.refresh()
            self.cards.new.setFocus()
        else:
            self.go(self.step - 1)

    def _missing(self) -> str:
        page = self.pages.currentWidget()
        return page.missing() if isinstance(page, (WhatPage, WherePage, PlanPage)) else ""

    def _show_state(self) -> None:
        missing = "" if self.busy else self._missing()
        self.steps.show_step(self.step, busy=self.busy or self.step == SENDING)
        self.foot.show_step(self.step, missing, busy=self.busy)
        self.reason.setText(missing)
        self.reason.setVisible(bool(missing))
        self.on_map.set_visible(self.step == PLAN and self.isVisible())

    def _what_changed(self) -> None:
        self._plan_is_old()
        if not self._straight:
            self._recall()
        elif self.what.look is not None:
            self._straight = False
            if not self.what.missing() and not self.where.missing():
                self.pages.setCurrentIndex(PLAN)
                self.simulate()

    def _plan_is_old(self) -> None:
        """The plan was made for something else."""
        if self.plan.document is not None and not self.busy:
            self.plan.clear("")
            self.on_map.clear()
        self._show_state()

    def _recall(self) -> None:
        """What is remembered of the layer, the first time it is chosen."""
        layer = self.what.layer
        if layer is None or (self._publication is not None and self._publication.source == layer.source()):
            return
        known = last_of(str(layer.source()))
        self._publication = known or Publication(str(layer.source()), str(layer.name()))
        if known is None:
            return
        self._take_place(known)
        if known.key:
            self.what.choose(layer, known)

    def _take_place(self, publication: Publication) -> None:
        layer = self.what.layer
        problem = self.where.open(layer, publication.key) if layer is not None else ""
        if problem:
            self.told.emit(problem, "", _BAD, 0)
        else:
            self.where.choose(publication)

    def _save_connection(self) -> None:
        try:
            self.where.save_connection()
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, _BAD, 0)

    def _project_closed(self) -> None:
        self._publication = None
        self.plan.clear("")
        self.on_map.clear()
        if self.stack.currentWidget() is self.cards and self.isVisible():
            self.cards.refresh()

    def _draw(self, lines: Any) -> None:
        if self.plan.document is not None:
            self.on_map.show(lines, str(self.plan.document.get("crs", "")))
            self.on_map.set_visible(self.isVisible() and self.step == PLAN)

    # ------------------------------------------------------------ the plan
    def simulate(self) -> None:
        """Compares the layer with what the platform holds: nothing is sent."""
        if self.busy or self.what.missing() or self.where.missing():
            return
        if self.runs.simulate(self.what.parameters() | self.where.parameters()):
            self.plan.compare(tr("Comparing the layer with the platform… Nothing is sent."))
            self.on_map.clear()
            self._show_state()
            self.foot.cancel.setFocus()

    def _planned(self, document: dict[str, Any], warnings: list[str]) -> None:
        title = tr("Simulated: nothing was sent. “{collection}”, {target}").format(
            collection=document.get("collection", ""), target=self.where.platform_title
        )
        self.plan.show_plan(document, title, self.where.most.value(), warnings)
        if any(one.get("name") == "conformity" for one in document.get("gates", ())):
            self.what.offer_knowingly()
        self.on_map.zoom()
        self._show_state()
        (self.foot.publish if self.foot.publish.isEnabled() else self.foot.simulate).setFocus()

    def _not_planned(self, reason: str) -> None:
        self.plan.clear(reason or tr("Stopped at your request: nothing was sent."))
        self.told.emit(reason or tr("Stopped at your request: nothing was sent."), "", _BAD if reason else _INFO, 0)
        self._show_state()
        self.foot.simulate.setFocus()

    # ------------------------------------------------------------ the sending
    def publish(self) -> None:
        """Sends what was simulated."""
        layer = self.what.layer
        if self.busy or self._missing() or layer is None:
            self._show_state()
            return
        where = self.where.parameters()
        made = Publication(
            str(layer.source()), str(layer.name()), self.where.platform_name, self.where.platform_title,
            str(where["TARGET"]), str(where["TYPE"]), str(where["COLLECTION"]), str(where["AUTHCFG"]), self.what.key,
            self.what.fields(), self.what.personal.choice(), str(where["MODE"]), self.where.most.value(),
            self.what.allowed.isChecked(), self.where.record_address(),
        )  # fmt: skip
        parameters = self.what.parameters() | where | self.plan.agreement()
        if self.runs.publish(parameters, made, QgsVectorLayerFeatureSource(layer)):
            self._publication = made
            title = tr("Publishing “{layer}”: {place}").format(layer=made.layer, place=made.platform_title)
            self.sending.start(title, tr("The journal is written first; then each batch is sent, and read back."))
            self._show_sending()

    def _show_sending(self) -> None:
        self.stack.setCurrentWidget(self.assistant)
        self.pages.setCurrentIndex(SENDING)
        self.on_map.clear()
        self._show_state()
        self.foot.cancel.setFocus()

    def _finished(self, what: str, document: dict[str, Any], publication: Publication) -> None:
        self._publication = publication
        good = whole(document)
        self.plan.clear("")
        if what == UNDO:
            right, part = tr("Taken back: the platform holds what it held before."), tr("Taken back in part.")
        else:
            right = tr("Published and verified in {time}.").format(time=self.runs.took)
            part = tr("Published in part: see what is left.")
        title = right if good else part
        sent = any(document.get(name) for name in ("created", "replaced", "deleted"))
        undoable = publication.undoable and sent
        paths = publication.report, publication.journal
        self.sending.finish(title, document, paths, undoable=undoable, undone=what == UNDO)
        self.told.emit(title, "", _GOOD if good else _PART, _NOTE if good else 0)
        self._show_state()
        self.foot.back.setFocus()

    def _failed(self, publication: Publication, reason: str) -> None:
        """It stopped: by the user, by the network, or before anything was sent."""
        self._publication = publication
        undone = publication.state == UNDOING
        stopped = tr("The publication was taken back in part.") if undone else tr("The publication stopped on its way.")
        title = stopped if publication.journal else tr("Nothing was sent.")
        why = reason or tr("Stopped at your request.")
        if undone:
            why += " " + tr("Nothing is lost: take it back again, what is back already is left alone.")
        elif publication.journal and not reason:
            why += " " + tr("Nothing is lost: resume it, or take it back.")
        self.sending.fail(title, why, publication.journal, undone=undone)
        self.told.emit(reason or f"{title} {why}", "", _BAD if reason else _INFO, 0)
        self._show_state()
        self.foot.back.setFocus()

    def _moved(self, percent: float) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, (PlanPage, SendingPage)):
            page.set_progress(percent)

    def cancel(self) -> None:
        """Stops what runs; what was sent stays known by the journal."""
        if self.busy:
            self.foot.stopping()
            self.runs.cancel()

    # ------------------------------------------------------------ the cards
    def _card_asked(self, action: str, publication: Publication) -> None:
        if self.busy:
            return
        if action == "forget":
            forget_publication(publication)
            self.cards.refresh()
        elif action == "undo":
            self._ask_undo(publication)
        elif action == "resume":
            self._carry_on(RESUME, publication)
        else:
            self._publish_again(publication)

    def _publish_again(self, publication: Publication) -> None:
        """Straight to the plan, with everything as it was the last time."""
        layer = layer_of_source(publication.source)
        if layer is None:
            self.told.emit(tr("The layer is not in the project."), tr("Add it, then try again."), _INFO, _NOTE)
            return
        self._publication, self._straight = publication, True
        self.stack.setCurrentWidget(self.assistant)
        self.pages.setCurrentIndex(WHAT)
        self.plan.clear("")
        self.what.choose(layer, publication)
        self._take_place(publication)
        self._show_state()

    def _ask_undo(self, publication: Publication | None) -> None:
        """A click too many takes nothing back: the message bar asks, without holding anything up."""
        if publication is None or not publication.journal or self.busy:
            return
        text = tr("{place}: put back what “{collection}” held before the last publication?").format(
            place=publication.platform_title or publication.target, collection=publication.collection
        )
        hint = tr("What somebody else has changed since is left as it is.")
        self.offered.emit(text, hint, tr("Take the publication back"), lambda: self._carry_on(UNDO, publication))

    def _carry_on(self, what: str, publication: Publication | None) -> None:
        """Goes on with a publication, or takes it back, from its journal."""
        if publication is None or not self.runs.carry_on(what, publication):
            return
        self._publication = publication
        title = tr("Taking back “{layer}”") if what == UNDO else tr("Resuming “{layer}”")
        self.sending.start(title.format(layer=publication.layer), tr("Looking at what the platform really holds…"))
        self._show_sending()
