"""Many territories at once: each source is read once, for all of them together, then cut for each from what came."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import Qt

from ..catalogue.entry import CutMode
from ..errors import Cancelled, DataTerritoiresError, OutputError, SourceError
from ..i18n import tr
from ..paths import write_whole
from ..sources import stop_if_cancelled
from ..sources.local import LocalSource
from .forms import OneEach, workshop_of
from .job import clip, disk_errors
from .lot import Mould, indexed
from .own_work import aside_words
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
    """Clips every place of the lot, in the form that is asked; what became of each, as it is done.

    One territory's failure does not stop the others. Raises DataTerritoiresError where the sources give nothing at
    all, Cancelled: what is done stays, and `skip_existing` goes on from there.
    """
    form = request.form or OneEach(request.folder)
    _refuse_same_names(request.places, form)
    there = {place.name: form.has(_name(place)) for place in request.places} if request.skip_existing else {}
    todo = [place for place in request.places if not there.get(place.name)]
    for name, where in there.items():
        if where is not None:
            yield PlaceResult(name, where, skipped=True)
    if not todo:
        return
    workshop = workshop_of(request.folder)
    shutil.rmtree(workshop, ignore_errors=True)  # of a lot that was killed
    try:
        with disk_errors(workshop):
            workshop.mkdir(parents=True, exist_ok=True)
        # Whole features: a territory's cut is made from the feature of the source, never from a piece of it.
        output = workshop / ".together.source.gpkg"
        together = ClipRequest(
            request.whole, request.crs, request.entries, output, CutMode.WHOLE, themes=request.themes
        )
        whole = clip(together, _Part(feedback, 0.0, _SHARE))
        with disk_errors(workshop):
            indexed(whole.output, list(whole.done))
        work: Callable[[ClipRequest, QgsFeedback], ClipResult] = clip
        for number, place in enumerate(todo):
            stop_if_cancelled(feedback)
            done, result = _clipped(request, place, form.made_in, whole, feedback, work)
            if work is clip and result is not None and Mould.fits(result, whole):
                work = _cast(result, whole, workshop)
            yield done if result is None else _delivered(done, form, _name(place))
            feedback.setProgress(_SHARE + (100 - _SHARE) * (number + 1) / len(todo))
        with disk_errors(request.folder):
            form.close(replace(together, cut=request.cut), whole.layers)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _refuse_same_names(places: Sequence[Place], form: Form) -> None:
    """Of two territories that would be delivered under one name, the second would replace the first."""
    known: dict[str, Place] = {}
    for place in places:
        other = known.setdefault(form.called(_name(place)), place)
        if other is not place:
            raise OutputError(
                tr("“{one}” and “{other}” would be delivered under the same name.").format(
                    one=other.name, other=place.name
                ),
                hint=tr("Rename one of them, or name the perimeters by another field: nothing was read."),
            )


def _cast(first: ClipResult, whole: ClipResult, workshop: Path) -> Callable[[ClipRequest, QgsFeedback], ClipResult]:
    """What makes the others like the first one: its mould, or the plain clip where the disk refuses it."""
    try:
        with disk_errors(workshop):
            return Mould(first.output, whole, workshop).cast
    except OutputError:
        return clip


def _clipped(
    request: ManyRequest,
    place: Place,
    folder: Path,
    whole: ClipResult,
    feedback: QgsFeedback,
    work: Callable[[ClipRequest, QgsFeedback], ClipResult],
) -> tuple[PlaceResult, ClipResult | None]:
    started, output = time.perf_counter(), folder / f"{_name(place)}.gpkg"
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
        "; ".join(dict.fromkeys([*(layer.message for layer in result.failed), *_aside(result)])),
    )
    return told, result


def _aside(result: ClipResult) -> list[str]:
    return [aside_words(result.output, result.aside)] if result.aside is not None else []


def _delivered(done: PlaceResult, form: Form, name: str) -> PlaceResult:
    try:
        with disk_errors(done.output):
            output = form.take(name, done.output)
            if output != done.output:  # made of it: with its report, it serves no more
                for path in (done.output, done.output.with_name(f"{done.output.stem}_rapport.json")):
                    path.unlink(missing_ok=True)
        return replace(done, output=output)
    except DataTerritoiresError as error:
        return replace(done, done=0, failed=done.done + done.failed, features=0, message=str(error))


def _name(place: Place) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in place.name)


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
