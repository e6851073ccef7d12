"""Many territories at once: each source is read once, for all of them together, then cut for each from what came."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import Qt

from ..catalogue.entry import CutMode
from ..errors import Cancelled, DataTerritoiresError, SourceError
from ..i18n import tr
from ..paths import write_whole
from ..sources import stop_if_cancelled
from ..sources.local import LocalSource
from .forms import OneEach
from .job import clip
from .lot import Mould, indexed
from .request import ClipRequest, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from qgis.core import QgsCoordinateReferenceSystem

    from ..catalogue.entry import Entry
    from ..sources import Area, Batch, Plan, Stage
    from ..territory.perimeter import Perimeter
    from .forms import Form
    from .request import ClipResult, LayerResult

_OURS = "dt_cut"
_SHARE = 40.0  # percent of the progress: reading the sources


@dataclass(frozen=True)
class Place:
    """One territory of the lot, and the name of its file, without extension."""

    name: str
    perimeter: Perimeter


@dataclass(frozen=True)
class ManyRequest:
    """One lot. `whole`: a perimeter that contains every place, with the codes of all of them where it has some."""

    places: tuple[Place, ...]
    whole: Perimeter
    crs: QgsCoordinateReferenceSystem
    entries: tuple[Entry, ...]
    folder: Path
    cut: CutMode | None = None
    themes: dict[str, str] = field(default_factory=dict)
    skip_existing: bool = False
    form: Form | None = None  # what it is delivered as; None: a GeoPackage per territory


@dataclass(frozen=True)
class PlaceResult:
    """What became of one territory."""

    name: str
    output: Path
    done: int = 0
    failed: int = 0
    features: int = 0
    seconds: float = 0.0
    message: str = ""
    skipped: bool = False


class Gathered:
    """Reads an entry from what was fetched for all the territories together."""

    def __init__(self, whole: ClipResult) -> None:
        self._file = whole.output
        self._layers = {layer.entry.id: layer for layer in whole.layers}

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """The rows of this territory, by its codes or its box; what the source had said stays said."""
        layer = self._layer(entry)
        local = replace(entry, service="local", layer=f"{self._file}|layername={entry.id}", options={}, ways=())
        plan = LocalSource().plan(local, area, feedback)
        reason = tr("read once for all the territories of the lot: {reason}").format(
            reason=layer.plan.reason if layer.plan else ""
        )
        return replace(
            plan,
            reason=reason,
            request=layer.plan.request if layer.plan else "",
            edition=layer.edition,
            columns=tuple(column for column in plan.columns if column.name != _OURS),
            detail={**plan.detail, "fetched": layer.fetched.isoformat()},
        )

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """The rows, where they lie."""
        return LocalSource().fetch(entry, area, plan, stage, feedback)

    def _layer(self, entry: Entry) -> LayerResult:
        layer = self._layers[entry.id]
        if layer.status not in (Status.DONE, Status.KEPT):
            raise SourceError(layer.message or entry.title, layer.detail, layer.hint)
        return layer


class _Part(QgsFeedback):
    """The progress of a part of the lot, stopped as the lot is. `share` 0: its progress is not shown."""

    def __init__(self, lot: QgsFeedback, start: float = 0.0, share: float = 0.0) -> None:
        super().__init__()
        self._lot = lot
        canceled: Any = lot.canceled  # the stubs know no kind of connection
        canceled.connect(self.cancel, Qt.ConnectionType.DirectConnection)
        if share:
            # At once: a part's progress is told from other threads, and the lot's feedback goes when the lot ends.
            moved: Any = self.progressChanged
            moved.connect(
                lambda percent: lot.setProgress(start + share * percent / 100), Qt.ConnectionType.DirectConnection
            )

    def isCanceled(self) -> bool:  # noqa: N802 (of QGIS)
        """Whether the user has asked to stop the lot."""
        return bool(self._lot.isCanceled())


def clip_many(request: ManyRequest, feedback: QgsFeedback) -> Iterator[PlaceResult]:
    """Clips every place of the lot, one GeoPackage each; what became of each, as it is done.

    One territory's failure does not stop the others. Raises DataTerritoiresError where the sources give nothing at
    all, Cancelled: what is done stays, and `skip_existing` goes on from there.
    """
    request.folder.mkdir(parents=True, exist_ok=True)
    gathered = request.folder / ".lot.gpkg"
    form = request.form or OneEach(request.folder)
    there = [place for place in request.places if request.skip_existing and form.has(_name(place))]
    todo = [place for place in request.places if place not in there]
    for place in request.places:
        if place in there:
            yield PlaceResult(place.name, _output(request, place), skipped=True)
    if not todo:
        return
    try:
        # Whole features: a territory's cut is made from the feature of the source, never from a piece of it.
        together = ClipRequest(
            request.whole, request.crs, request.entries, gathered, CutMode.WHOLE, themes=request.themes
        )
        whole = clip(together, _Part(feedback, 0.0, _SHARE))
        indexed(whole.output, list(whole.done))
        work: Callable[[ClipRequest, QgsFeedback], ClipResult] = clip
        for number, place in enumerate(todo):
            stop_if_cancelled(feedback)
            done, result = _clipped(request, place, whole, feedback, work)
            if work is clip and result is not None and Mould.fits(result, whole):
                work = Mould(result.output, whole, request.folder).cast
            yield done if result is None else _delivered(done, form, _name(place))
            feedback.setProgress(_SHARE + (100 - _SHARE) * (number + 1) / len(todo))
        form.close()
    finally:
        for left in request.folder.glob(f"{gathered.stem}*"):
            left.unlink(missing_ok=True)


def _clipped(
    request: ManyRequest,
    place: Place,
    whole: ClipResult,
    feedback: QgsFeedback,
    work: Callable[[ClipRequest, QgsFeedback], ClipResult],
) -> tuple[PlaceResult, ClipResult | None]:
    started, output = time.perf_counter(), _output(request, place)
    own = ClipRequest(
        place.perimeter,
        request.crs,
        request.entries,
        output,
        request.cut,
        themes=request.themes,
        noted=True,
        reader=lambda _entry: Gathered(whole),
    )
    try:
        result = work(own, _Part(feedback))
    except Cancelled:
        raise
    except DataTerritoiresError as error:
        took = time.perf_counter() - started
        return PlaceResult(place.name, output, failed=len(request.entries), seconds=took, message=str(error)), None
    told = PlaceResult(
        place.name,
        output,
        len(result.done),
        len(result.failed),
        sum(layer.tally.written for layer in result.done),
        result.seconds,
        "; ".join(dict.fromkeys(layer.message for layer in result.failed)),
    )
    return told, result


def _delivered(done: PlaceResult, form: Form, name: str) -> PlaceResult:
    try:
        return replace(done, output=form.take(name, done.output))
    except DataTerritoiresError as error:
        return replace(done, done=0, failed=done.done + done.failed, features=0, message=str(error))


def _name(place: Place) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in place.name)


def _output(request: ManyRequest, place: Place) -> Path:
    return request.folder / f"{_name(place)}.gpkg"


def write_report(path: Path, results: Sequence[PlaceResult], seconds: float) -> None:
    """The lot as JSON: one line per territory."""
    rows: list[dict[str, Any]] = [
        {
            "territory": one.name,
            "output": one.output.name,
            "layers_done": one.done,
            "layers_failed": one.failed,
            "features": one.features,
            "seconds": round(one.seconds, 2),
            "message": one.message,
            "skipped": one.skipped,
        }
        for one in results
    ]
    write_whole(path, json.dumps({"territories": rows, "seconds": round(seconds, 1)}, ensure_ascii=False, indent=1))
