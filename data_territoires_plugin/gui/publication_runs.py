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
from .publication_memory import DONE, INCOMPLETE, INTERRUPTED, UNDONE, Publication, remember_publication
from .tasks import AlgorithmRun, FunctionRun
from .words import file_name, seconds

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayerFeatureSource

SIMULATE, PUBLISH, RESUME, UNDO = "simulate", "publish", "resume", "undo"


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
        self._looking: FunctionRun | None = None
        self._stopped = QgsFeedback()
        self._source: QgsVectorLayerFeatureSource | None = None
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
        """Runs `publish`; `source`: the layer as it is now, whose fingerprint is remembered."""
        folder = cache_folder("publications", file_name(f"{publication.layer} {publication.collection}"))
        self._journals = folder, set(folder.glob("*.journal"))
        self._source = source
        return self._start(PUBLISH, "publish", parameters | {"JOURNALS": str(folder)}, publication)

    def carry_on(self, what: str, publication: Publication) -> bool:
        """Runs `resume` or `undo` with the journal of a publication."""
        self._source = None
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
        self._run = None
        if results is None:
            reason = "" if run.cancelled else run.error
            if publication is None:
                self.not_planned.emit(reason)
            else:
                self.failed.emit(self._interrupted(what, publication), reason)
            return
        path = Path(str(results["REPORT"]))
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
        remember_publication(kept)
        if what == PUBLISH and self._source is not None:
            self._fingerprint(kept, self._source)
        self.finished.emit(what, document, kept)

    def _interrupted(self, what: str, publication: Publication) -> Publication:
        """What is remembered of a run that stopped: where to go on, if anything may have been sent."""
        folder, before = self._journals
        journal = publication.journal
        if what == PUBLISH:
            new = sorted(set(folder.glob("*.journal")) - before, key=lambda path: path.stat().st_mtime)
            journal = str(new[-1]) if new else ""
        if not journal:
            return replace(publication, journal="")
        kept = replace(publication, state=INTERRUPTED, journal=journal, when=_now())
        remember_publication(kept)
        return kept

    def _fingerprint(self, publication: Publication, source: QgsVectorLayerFeatureSource) -> None:
        """What the layer was when it was published: later, the card tells whether it has changed."""
        from ..publish.look import fingerprint

        self._stopped = stopped = QgsFeedback()
        work = FunctionRun(tr("Looking at the layer"), lambda: fingerprint(source, publication.fields, stopped))

        def ended(found: str | None) -> None:
            self._looking = None
            remember_publication(replace(publication, fingerprint=found or ""))

        work.ended.connect(ended)
        self._looking = work
        work.start()


def _counted(what: str, publication: Publication, document: dict[str, Any], results: dict[str, Any]) -> Publication:
    whole = bool(document["verified"]) and not document["failed"]
    good = UNDONE if what == UNDO else DONE
    return replace(
        publication, state=good if whole else INCOMPLETE, when=_now(), created=document["created"],
        replaced=document["replaced"], deleted=document["deleted"], unchanged=document["unchanged"],
        there=document["there"], failed=len(document["failed"]), verified=bool(document["verified"]),
        journal=str(results["JOURNAL"]), report=str(results["REPORT"]),
        links=tuple(f"{one['title']} {one['url']}" for one in document.get("links", ())) or publication.links,
    )  # fmt: skip


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S")
