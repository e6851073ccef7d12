"""The clip from end to end: layers several at once, one GeoPackage at the end, the truth about each layer."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ..catalogue.entry import CutMode, Entry, GeometryKind
from ..errors import Cancelled, DataTerritoiresError, IncompleteError, NetworkError, OutputError
from ..geopackage import connect, full_disk, read_table
from ..i18n import tr
from ..network import Pool
from ..settings import offline
from ..sources import Area, Plan, Source, Stage, source_of, stop_if_cancelled, with_key
from ..sources.places import departement_of
from ..territory.perimeter import projected
from .assemble import assemble, latest_of
from .kept import keep, kept_on, restore, said
from .knife import Knife
from .output import check_output, put_with_report
from .own_work import keep_own_work
from .part import Part
from .plans import Candidate, Size, archive_of, candidates, cheaper, estimate, words
from .request import ClipRequest, ClipResult, LayerResult, Listener, Status
from .workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from qgis.core import QgsFeedback

LAYERS_AT_ONCE = 8
PAGES_AT_ONCE = 5
_TRIES = 3  # of a layer whose data moved while it was being read


class NothingClipped(DataTerritoiresError):
    """Not one layer could be had; `layers`: what became of each."""

    def __init__(self, layers: list[LayerResult], message: str, detail: str, hint: str) -> None:
        super().__init__(message, detail, hint)
        self.layers = tuple(layers)


def clip(request: ClipRequest, feedback: QgsFeedback, opened: tuple[Path, ...] = ()) -> ClipResult:
    """Clips every entry of the request into its output. One layer's failure does not stop the others.

    Raises DataTerritoiresError where nothing at all could be made, Cancelled at the user's request: the previous output
    is then intact. `opened` names the files that the current project has open.
    """
    check_output(request.output, opened)
    started = time.perf_counter()
    layers = [LayerResult(entry) for entry in request.entries]
    with Workshop(request) as workshop:
        made = workshop.folder / "result.gpkg"
        job = _Job(request, layers, workshop, feedback)
        job.run()
        with disk_errors(request.output):
            job.stand_in()
        if not any(layer.part for layer in layers):
            _raise_nothing_made(request, layers)
        seconds = time.perf_counter() - started
        with disk_errors(request.output):
            if request.reader is None:
                keep(request, layers)
            assemble(request, layers, made, seconds, feedback)
            stop_if_cancelled(feedback)
            aside = keep_own_work(request.output)
            report = put_with_report(made, request, layers, seconds)
        workshop.tidy(layer.entry.id for layer in layers if layer.status in (Status.DONE, Status.KEPT))
    return ClipResult(request.output, report, tuple(layers), time.perf_counter() - started, aside)


_ENDED = (Status.DONE, Status.KEPT, Status.FAILED, Status.BACKGROUND)


class _Job:
    def __init__(
        self, request: ClipRequest, layers: list[LayerResult], workshop: Workshop, feedback: QgsFeedback
    ) -> None:
        self.request, self.layers, self.workshop, self.feedback = request, layers, workshop, feedback

    def run(self) -> None:
        """Layers side by side; the pages of all of them share one pool."""
        with Pool(PAGES_AT_ONCE) as pages, Pool(min(LAYERS_AT_ONCE, len(self.layers))) as workers:
            futures: list[Future[None]] = [workers.submit(self._layer, layer, pages) for layer in self.layers]
            for future in Pool.completed(futures):
                future.result()
        stop_if_cancelled(self.feedback)

    def _layer(self, layer: LayerResult, pages: Pool) -> None:
        if self.feedback.isCanceled():
            return
        if layer.entry.geometry is GeometryKind.RASTER:
            self._background(layer)
            return
        started = time.perf_counter()
        try:
            with disk_errors(self.request.output):
                self._clip_layer(layer, pages)
            self._tell(layer, Status.DONE)
        except Cancelled:
            layer.status = Status.WAITING
        except OutputError:
            raise  # a full disk is nobody's in particular: rather no result than a poorer one
        except DataTerritoiresError as error:
            self._failed(layer, error)
        except Exception as error:  # whatever it is, the other layers go on
            message = tr("“{title}” failed for a reason that was not foreseen.").format(title=layer.entry.title)
            hint = tr("The log holds the details: please send them to us.")
            self._failed(layer, DataTerritoiresError(message, f"{type(error).__name__}: {error}", hint))
        finally:
            layer.seconds = time.perf_counter() - started

    def _background(self, layer: LayerResult) -> None:
        """Nothing is clipped; but a stream that wants a key, where none is chosen, would only stay blank."""
        try:
            if not offline():
                with_key(layer.entry)
            self._tell(layer, Status.BACKGROUND)
        except DataTerritoiresError as error:
            self._failed(layer, error)

    def _failed(self, layer: LayerResult, error: DataTerritoiresError) -> None:
        layer.message, layer.hint, layer.detail = error.message, error.hint, error.detail
        layer.unanswered = isinstance(error, NetworkError)
        self._tell(layer, Status.FAILED)

    def stand_in(self) -> None:
        """The last good answers, for the layers whose source did not answer: offline, or beside others that did.

        Where nothing at all answers, the clip fails instead: a file made again of what it holds would be no success.
        """
        if not offline() and not any(layer.status is Status.DONE for layer in self.layers):
            return
        for layer in self.layers:
            if layer.unanswered and layer.status is Status.FAILED:
                reason, part = layer.message, self.workshop.folder_of(layer.entry.id) / "kept.gpkg"
                if restore(self.request, layer, part):
                    layer.message, layer.hint = said(layer, reason), tr("Clip again once the service answers.")
                    self._tell(layer, Status.KEPT)

    # ------------------------------------------------------------------------------------------------ ways
    def _clip_layer(self, layer: LayerResult, pages: Pool) -> None:
        """By the best way, then by the next ones where it fails. A layer is of one way only: each starts it anew."""
        if not layer.entry.ways or self.request.perimeter.training or self.request.reader is not None:
            self._by(Candidate(layer.entry, estimate(layer.entry, Size())), layer, pages)
            return
        left = candidates(layer.entry, self._size, self._shared)
        failed: list[str] = []
        first: DataTerritoiresError | None = None
        while left:
            way = left.pop(0)
            layer.choice = (*failed,)
            try:
                self._by(way, layer, pages, left if first is None else [])
            except _CheaperError as better:
                left = [better.way, *(each for each in (*left, better.own) if each is not better.way)]
                failed.append(tr("put aside: {way}").format(way=words(better.own)))
            except (Cancelled, OutputError):
                raise
            except DataTerritoiresError as error:
                first = first or error
                failed.append(tr("failed: {way}: {reason}").format(way=way.name, reason=error.message))
            else:
                aside = [tr("put aside: {way}").format(way=words(each)) for each in left if first is None]
                layer.choice = (tr("way chosen: {way}").format(way=words(_known(way, layer))), *failed, *aside)
                layer.entry = way.entry
                return
        layer.choice = tuple(failed)
        if first is not None:
            raise first

    def _by(self, way: Candidate, layer: LayerResult, pages: Pool, others: Sequence[Candidate] = ()) -> None:
        """Reads the layer by one way, from the beginning. Raises _CheaperError where another costs clearly less."""
        if self.request.reader is not None:
            source, entry = self.request.reader(way.entry), way.entry
        else:
            source, entry = source_of(way.entry, pages, training=self.request.perimeter.training)
        area = self._area(entry)
        # What each way has fetched stays apart, for the next try: the layer itself is made anew.
        stage = "stage" if way.entry is layer.entry else f"stage-{way.entry.service}"
        for left in range(_TRIES - 1, -1, -1):
            self._tell(layer, Status.RUNNING)
            try:
                part = self._cut_all(source, entry, area, layer, stage, list(others))
            except IncompleteError:
                self.workshop.forget(layer.entry.id)
                if not left:
                    raise
            else:
                layer.edition = _edition(entry, layer.plan, part.path)
                return

    @cached_property
    def _size(self) -> Size:
        codes = self.request.perimeter.codes
        communes = codes.get("commune", ())
        departements = codes.get("departement", ()) or {departement_of(code) for code in communes}
        return Size(len(communes), len(departements))

    @cached_property
    def _shared(self) -> dict[str, int]:
        """How many layers of this clip an archive would serve."""
        return dict(Counter(archive_of(way) for layer in self.layers for way in layer.entry.ways))

    def _area(self, entry: Entry) -> Area:
        """The perimeter in the CRS in which the entry is delivered."""
        perimeter, crs = self.request.perimeter, self.request.crs_of(entry)
        return Area(projected(perimeter, crs).geometry, crs, perimeter.codes)

    def _cut_all(
        self, source: Source, entry: Entry, area: Area, layer: LayerResult, place: str, others: list[Candidate]
    ) -> Part:
        layer.plan = plan = source.plan(entry, area, self.feedback)
        if "fetched" in plan.detail:  # from a kit: its rows are as old as it
            layer.fetched = date.fromisoformat(plan.detail["fetched"])
        if others:
            own = Candidate(layer.entry, estimate(layer.entry, self._size, plan.announced))
            better = cheaper(own, others)
            if better is not None:
                raise _CheaperError(better, own)
        folder = self.workshop.folder_of(layer.entry.id)
        stage = Stage(folder / place, _note(plan, area))
        kind = None if entry.geometry in (GeometryKind.NONE, GeometryKind.ANY) else entry.geometry
        part = Part(folder / "part.gpkg", layer.entry.id, area.crs, plan.columns, kind, noted=self.request.noted)
        knife = Knife(area.perimeter, geographic=area.crs.isGeographic()) if area.perimeter is not None else None
        mode = self.request.mode(layer.entry)
        layer.bytes, layer.tally = 0, part.tally
        try:
            for batch in part.tally.each("wait", source.fetch(entry, area, plan, stage, self.feedback)):
                layer.bytes += batch.bytes
                part.tally.spend("parse", batch.parsing)
                part.add(batch, knife, mode, self.feedback, exact=plan.exact and mode is CutMode.WHOLE)
                self._tell(layer, Status.RUNNING)
            part.close(is_table=entry.geometry is GeometryKind.NONE)
        except BaseException:
            part.abandon()
            raise
        layer.part, layer.columns = part.path, part.columns
        return part

    def _tell(self, layer: LayerResult, status: Status) -> None:
        layer.status = status
        if isinstance(self.feedback, Listener):
            announced = layer.plan.announced if layer.plan and layer.plan.announced is not None else -1
            self.feedback.layer_changed(layer.entry.id, status.value, layer.tally.received, announced, layer.message)
        ended = sum(other.status in _ENDED for other in self.layers)
        running = sum(
            min(1.0, other.tally.received / other.plan.announced)
            for other in self.layers
            if other.status is Status.RUNNING and other.plan and other.plan.announced
        )
        self.feedback.setProgress(100 * (ended + running) / len(self.layers))


class _CheaperError(Exception):
    """Now that the service has told how many features there are, another way costs clearly less."""

    def __init__(self, way: Candidate, own: Candidate) -> None:
        super().__init__()
        self.way, self.own = way, own


def _known(way: Candidate, layer: LayerResult) -> Candidate:
    """A way with what the service announced."""
    announced = layer.plan.announced if layer.plan else None
    if announced is None or way.estimate.bytes is not None:
        return way
    return Candidate(way.entry, estimate(way.entry, Size(), announced))


def _note(plan: Plan, area: Area) -> dict[str, object]:
    """What the stage of a plan answers to: another request, another number or another day means other rows."""
    target = area.crs.authid() or area.crs.toWkt()
    return {**plan.detail, "crs": target, "announced": plan.announced, "day": date.today().isoformat()}


def _edition(entry: Entry, plan: Plan | None, part: Path) -> str:
    """The edition of a layer: told by the plan, or the most recent date of the field that the entry names."""
    if plan is None or plan.edition or not entry.edition.startswith("field:"):
        return plan.edition if plan else ""
    columns = read_table(part, entry.id).columns
    connection = connect(part, read_only=True)
    try:
        return latest_of(connection, entry, columns)
    finally:
        connection.close()


@contextmanager
def disk_errors(output: Path) -> Iterator[None]:
    """Turns what the disk refuses into OutputError."""
    try:
        yield
    except (OSError, sqlite3.Error, RuntimeError) as error:
        if full_disk(error):
            raise OutputError(
                tr("The disk is full."),
                detail=str(error),
                hint=tr("Make room or choose another disk: the previous file is intact, and what was fetched is kept."),
            ) from error
        if isinstance(error, RuntimeError):
            raise
        raise OutputError(
            tr("“{name}” can't be written.").format(name=output.name),
            detail=str(error),
            hint=tr("Check the folder and your rights; the previous file is intact."),
        ) from error


def _raise_nothing_made(request: ClipRequest, layers: list[LayerResult]) -> None:
    failed = [layer for layer in layers if layer.status is Status.FAILED]
    if not failed:
        raise DataTerritoiresError(
            tr("Nothing to clip: the layers chosen are backgrounds."),
            hint=tr("Backgrounds are added to the project; tick a layer of data too."),
        )
    first = failed[0]
    days = [day for layer in failed if layer.unanswered and (day := kept_on(request, layer.entry))]
    if days and not offline():
        could = tr("Last good answer: {date}; it is used in offline mode.").format(date=max(days).strftime("%d/%m/%Y"))
        first.hint = f"{first.hint} {could}".strip()
    if len(failed) == 1:
        raise NothingClipped(failed, first.message, first.detail, first.hint)
    reasons = "; ".join(dict.fromkeys(layer.message for layer in failed))
    raise NothingClipped(
        failed,
        tr("None of the {count} layers could be clipped: {reasons}").format(count=len(failed), reasons=reasons),
        "\n".join(f"{layer.entry.id}: {layer.detail}" for layer in failed),
        first.hint,
    )
