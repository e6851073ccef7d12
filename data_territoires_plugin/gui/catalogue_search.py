"""The catalogues of the country searched from the dock: in tasks, one request at most per catalogue at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..i18n import tr
from .found import Branch, State
from .tasks import AlgorithmRun, FunctionRun

if TYPE_CHECKING:
    from ..territory import Territory

_PAUSE = 600  # milliseconds without a key before the catalogues are asked
_SHORTEST = 3  # letters: fewer would find everything
_PAGE = 20  # datasets


@dataclass(frozen=True)
class _Question:
    """What a catalogue is asked; `start` datasets are skipped."""

    words: str
    territory: str
    start: int = 0


class CatalogueSearch(QObject):
    """Asks data.gouv.fr, transport.data.gouv.fr and the platforms of the région, each by `dataterritoires:search`."""

    listed = pyqtSignal(object)  # tuple[Branch, ...]: the catalogues there are for this territory
    changed = pyqtSignal(object)  # Branch
    failed = pyqtSignal(str, str)  # message, hint: the list of the platforms can't be read

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.branches: dict[str, Branch] = {}
        self._territory: Territory | None = None
        self._words = ""
        self._listing: FunctionRun | None = None
        self._running: dict[str, AlgorithmRun] = {}
        self._next: dict[str, _Question] = {}  # what each catalogue will be asked when it has stopped
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.ask_all)

    # ------------------------------------------------------------ what the panel asks
    def set_territory(self, territory: Territory | None) -> None:
        """Another territory: its catalogues are listed anew, and asked again where words are there."""
        self._territory = territory
        self._cancel_all()
        if self._listing is not None:
            self._listing.forget()
        run = FunctionRun(tr("Reading the list of the platforms"), lambda: catalogues(territory))
        run.ended.connect(self._catalogues_listed)
        self._listing = run
        run.start()

    def set_words(self, words: str) -> None:
        """Other words: the catalogues are asked when the typing pauses."""
        if words.strip() == self._words:
            return
        self._words = words.strip()
        self._cancel_all()
        self._pause.stop()
        for name in self.branches:
            self._set(name, Branch(name, self.branches[name].title, local=self._territory is not None))
        if len(self._words) >= _SHORTEST:
            self._pause.start()

    def ask_all(self) -> None:
        """Asks every catalogue, now."""
        self._pause.stop()
        for name in self.branches:
            self.ask(name)

    def ask(self, name: str, *, more: bool = False) -> None:
        """Asks one catalogue: the first datasets, or those after the ones that are shown."""
        branch = self.branches.get(name)
        if branch is None or (not self._words and self._territory is None):
            return
        question = _Question(self._words, self._territory.id if self._territory else "", branch.datasets if more else 0)
        self._set(name, replace(branch, state=State.ASKING, layers=branch.layers if more else ()))
        if name in self._running:
            self._next[name] = question
            self._running[name].cancel()
        else:
            self._start(name, question)

    def stop(self) -> None:
        """The plugin is being unloaded."""
        self._pause.stop()
        self._next.clear()
        if self._listing is not None:
            self._listing.forget()
        running = list(self._running.values())
        for run in running:
            run.forget()
        for run in running:
            run.wait()
        self._running.clear()

    @property
    def busy(self) -> bool:
        """Whether something is being asked, or will be."""
        return bool(self._running or self._next or self._pause.isActive() or self._listing is not None)

    # ------------------------------------------------------------ what happens
    def _catalogues_listed(self, listed: Any) -> None:
        run, self._listing = self._listing, None
        if listed is None and run is not None:
            self.failed.emit(run.error, run.hint)
        local = self._territory is not None
        self.branches = {name: Branch(name, title, local=local) for name, title in listed or ()}
        self.listed.emit(tuple(self.branches.values()))
        if len(self._words) >= _SHORTEST:
            self._pause.start()

    def _start(self, name: str, question: _Question) -> None:
        run = AlgorithmRun(
            "dataterritoires:search",
            {
                "QUERY": question.words, "TERRITORY": question.territory, "SOURCE": name, "LIMIT": _PAGE,
                "START": question.start, "OUTPUT": "TEMPORARY_OUTPUT",
            },
            hidden=True,
        )  # fmt: skip
        refusal = run.refusal()
        if refusal:
            self._set(name, replace(self.branches[name], state=State.FAILED, error=refusal))
            return
        run.ended.connect(lambda results: self._ended(name, question, results))
        self._running[name] = run
        run.start()

    def _ended(self, name: str, question: _Question, results: dict[str, Any] | None) -> None:
        run = self._running.pop(name)
        following = self._next.pop(name, None)
        branch = self.branches.get(name)
        if branch is None:
            return
        if following is not None:
            self._start(name, following)
        elif results is not None and not run.cancelled:
            layer = run.context.takeResultLayer(results["OUTPUT"])
            features = layer.getFeatures() if isinstance(layer, QgsVectorLayer) else ()
            self._set(name, branch.answered(features, results, more=bool(question.start)))
        elif not run.cancelled:
            self._set(name, replace(branch, state=State.FAILED, error=run.error))

    def _cancel_all(self) -> None:
        self._next.clear()
        for run in list(self._running.values()):  # one that has not started yet ends at once
            run.cancel()

    def _set(self, name: str, branch: Branch) -> None:
        self.branches[name] = branch
        self.changed.emit(branch)


def catalogues(territory: Territory | None) -> tuple[tuple[str, str], ...]:
    """Name and title of the catalogues to ask: those of the country, then the platforms of the région."""
    from ..catalogue.remote import registry
    from ..catalogue.remote.platforms import platforms

    serving = {each.name for each in platforms() if territory is not None and each.serves(territory)}
    local = [one for name, one in registry.platforms(territory).items() if name in serving]
    national = [one for one in (registry.finder("datagouv"), registry.finder("transport")) if one is not None]
    return tuple((one.name, one.title) for one in (*national, *local))
