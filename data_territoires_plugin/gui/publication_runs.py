"""The algorithms behind the tab "Publication", each in a task: simulate, publish, resume, undo."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QElapsedTimer, QObject, pyqtSignal

from ..i18n import tr
from ..paths import cache_folder
from .publication_memory import (
    DONE,
    INCOMPLETE,
    INTERRUPTED,
    UNDOING,
    UNDONE,
    Publication,
    forget_publication,
    remember_publication,
)
from .publication_model import whole
from .tasks import AlgorithmRun, FunctionRun
from .words import file_name, seconds

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayerFeatureSource

SIMULATE, PUBLISH, RESUME, UNDO = "simulate", "publish", "resume", "undo"
_RECORD = "fiche-"  # how the name of the journal of a record begins


class PublicationRuns(QObject):
    """One run at a time; what came of it is remembered before anybody is told."""

    progressed = pyqtSignal(float)  # percent
    planned = pyqtSignal(object, object)  # the report of the simulation, the warnings
    not_planned = pyqtSignal(str)  # why; "" where the user stopped it
    finished = pyqtSignal(str, object, object)  # what was run, its report, the publication as it is remembered
    failed = pyqtSignal(object, str)  # the publication as it is remembered, why; "" where the user stopped it
    refused = pyqtSignal(str)  # the algorithm won't start: why

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: AlgorithmRun | None = None
        self._reading: FunctionRun | None = None
        self._looking: FunctionRun | None = None  # at the layer, while it is published
        self._fingerprint = ""
        self._stopped = QgsFeedback()
        self._journals: tuple[Path, set[Path]] = (Path(), set())  # their folder, those of before the run
        self._clock = QElapsedTimer()

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._run is not None or self._reading is not None

    @property
    def took(self) -> str:
        """How long the last run was."""
        return seconds(self._clock.elapsed() / 1000)

    def simulate(self, parameters: dict[str, Any]) -> bool:
        """Runs `publish` without sending; whether it has started."""
        return self._start(SIMULATE, "publish", parameters | {"DRY_RUN": True}, None)

    def publish(
        self, parameters: dict[str, Any], publication: Publication, source: QgsVectorLayerFeatureSource
    ) -> bool:
        """Runs `publish`; `source`: the layer as it is now, whose fingerprint is remembered with what comes of it."""
        folder = cache_folder("publications", file_name(f"{publication.layer} {publication.collection}"))
        self._journals = folder, set(folder.glob("*.journal"))
        started = self._start(PUBLISH, "publish", parameters | {"JOURNALS": str(folder)}, publication)
        if started:
            self._look(publication, source)
        return started

    def carry_on(self, what: str, publication: Publication) -> bool:
        """Runs `resume` or `undo` with the journal of a publication."""
        return self._start(what, what, {"JOURNAL": publication.journal}, publication)

    def cancel(self) -> None:
        """Stops what runs; what was sent stays known by the journal."""
        if self._run is not None:
            self._run.cancel()

    def stop(self) -> None:
        """The plugin is being unloaded."""
        self._stopped.cancel()
        for work in (self._run, self._reading, self._looking):
            if work is not None:
                work.forget()
                work.wait()
        self._run = self._reading = self._looking = None

    # ------------------------------------------------------------ one run
    def _start(self, what: str, algorithm: str, parameters: dict[str, Any], publication: Publication | None) -> bool:
        if self.busy:
            return False
        name = f"{what}_{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 1_000_000:06d}.json"
        report = cache_folder("reports") / name
        run = AlgorithmRun(f"dataterritoires:{algorithm}", parameters | {"REPORT": str(report)})
        refusal = run.refusal()
        if refusal:
            self.refused.emit(refusal)
            return False
        self._run = run
        run.feedback.progressChanged.connect(self.progressed)
        run.ended.connect(lambda results: self._ended(what, run, results, publication))
        self._clock.start()
        run.start()
        return True

    def _ended(
        self, what: str, run: AlgorithmRun, results: dict[str, Any] | None, publication: Publication | None
    ) -> None:
        if self._looking is not None and (results is not None or self._journal(what, publication)):
            self._looking.ended.connect(lambda _found: self._ended(what, run, results, publication))
            return
        self._run = None
        if what == PUBLISH and publication is not None:
            publication = replace(publication, fingerprint=self._fingerprint)
        if results is None:
            self._look_away()
            reason = "" if run.cancelled else run.error
            if publication is None:
                self.not_planned.emit(reason)
            else:
                self.failed.emit(self._interrupted(what, publication), reason)
            return
        path = Path(str(results.get("REPORT") or ""))
        work = FunctionRun(tr("Reading the report"), lambda: json.loads(path.read_text(encoding="utf-8")))
        work.ended.connect(lambda document: self._read(what, work, document, (run, results, publication)))
        self._reading = work
        work.start()

    def _read(
        self,
        what: str,
        work: FunctionRun,
        document: dict[str, Any] | None,
        ran: tuple[AlgorithmRun, dict[str, Any], Publication | None],
    ) -> None:
        self._reading = None
        run, results, publication = ran
        unreadable = f"{tr('The report is not readable.')} {work.error}".strip()
        if publication is None:
            if document is None:
                self.not_planned.emit(unreadable)
            else:
                self.planned.emit(document, list(dict.fromkeys(run.feedback.warnings)))
            return
        if document is None:
            self.failed.emit(self._interrupted(what, publication), unreadable)
            return
        kept = _counted(what, publication, document, results)
        if kept.id != publication.id:  # the platform has named it
            forget_publication(publication)
        remember_publication(kept)
        self.finished.emit(what, document, kept)

    def _interrupted(self, what: str, publication: Publication) -> Publication:
        """What is remembered of a run that stopped: where to go on, if anything may have been sent."""
        journal = self._journal(what, publication)
        if not journal:
            return replace(publication, journal="")
        state = UNDOING if what == UNDO else INTERRUPTED
        kept = replace(publication, state=state, journal=journal, when=_now())
        remember_publication(kept)
        return kept

    def _journal(self, what: str, publication: Publication | None) -> str:
        """The journal of the data that a run has begun, or goes on with; "" for none."""
        if publication is None or what != PUBLISH:
            return publication.journal if publication is not None else ""
        folder, before = self._journals
        new = [path for path in folder.glob("*.journal") if path not in before and not path.name.startswith(_RECORD)]
        return str(max(new, key=lambda path: path.stat().st_mtime)) if new else ""

    def _look(self, publication: Publication, source: QgsVectorLayerFeatureSource) -> None:
        """What the layer is when it is published: later, the card tells whether it has changed."""
        from ..publish.look import fingerprint

        self._fingerprint, self._stopped = "", QgsFeedback()
        stopped = self._stopped
        work = FunctionRun(tr("Looking at the layer"), lambda: fingerprint(source, publication.fields, stopped))

        def ended(found: str | None) -> None:
            self._looking, self._fingerprint = None, found or ""

        work.ended.connect(ended)
        self._looking = work
        work.start()

    def _look_away(self) -> None:
        if self._looking is not None:
            self._stopped.cancel()
            self._looking.forget()
            self._looking = None


def _counted(what: str, publication: Publication, document: dict[str, Any], results: dict[str, Any]) -> Publication:
    good, part = (UNDONE, UNDOING) if what == UNDO else (DONE, INCOMPLETE)
    return replace(
        publication, state=good if whole(document) else part, when=_now(), there=int(document.get("there") or 0),
        verified=bool(document.get("verified")), journal=str(results.get("JOURNAL") or publication.journal),
        report=str(results.get("REPORT") or ""), collection=str(document.get("collection", publication.collection)),
    )  # fmt: skip


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S")
