"""The clip from end to end: layers several at once, one GeoPackage at the end, the truth about each layer."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..catalogue.entry import CutMode, Entry, GeometryKind
from ..errors import Cancelled, DataTerritoiresError, IncompleteError, OutputError
from ..geopackage import connect, full_disk, read_table, scalar, sql
from ..i18n import tr
from ..network import Pool
from ..sources import Area, Plan, Source, Stage, source_of, stop_if_cancelled
from ..territory.perimeter import projected
from .assemble import assemble
from .knife import Knife
from .output import check_output, put_in_place, write_report
from .part import Part
from .request import ClipRequest, ClipResult, LayerResult, Listener, Status
from .workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from qgis.core import QgsFeedback

LAYERS_AT_ONCE = 4
PAGES_AT_ONCE = 5
_TRIES = 3  # of a layer whose data moved while it was being read


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
        _Job(request, layers, workshop, feedback).run()
        if not any(layer.part for layer in layers):
            _raise_nothing_made(layers)
        seconds = time.perf_counter() - started
        with _disk_errors(request.output):
            assemble(request, layers, made, seconds, feedback)
            stop_if_cancelled(feedback)
            put_in_place(made, request.output)
            report = write_report(request, layers, seconds)
        workshop.tidy(layer.entry.id for layer in layers if layer.status is Status.DONE)
    return ClipResult(request.output, report, tuple(layers), time.perf_counter() - started)


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
            self._tell(layer, Status.BACKGROUND)
            return
        started = time.perf_counter()
        try:
            with _disk_errors(self.request.output):
                self._clip_layer(layer, pages)
            self._tell(layer, Status.DONE)
        except Cancelled:
            layer.status = Status.WAITING
        except OutputError:
            raise  # a full disk is nobody's in particular: rather no result than a poorer one
        except DataTerritoiresError as error:
            layer.message, layer.hint, layer.detail = error.message, error.hint, error.detail
            self._tell(layer, Status.FAILED)
        except Exception as error:  # whatever it is, the other layers go on
            layer.message = tr("“{title}” failed for a reason that was not foreseen.").format(title=layer.entry.title)
            layer.hint = tr("The log holds the details: please send them to us.")
            layer.detail = f"{type(error).__name__}: {error}"
            self._tell(layer, Status.FAILED)
        finally:
            layer.seconds = time.perf_counter() - started

    def _clip_layer(self, layer: LayerResult, pages: Pool) -> None:
        source, entry = source_of(layer.entry, pages, training=self.request.perimeter.training)
        area = self._area(layer.entry)
        for left in range(_TRIES - 1, -1, -1):
            self._tell(layer, Status.RUNNING)
            try:
                part = self._cut_all(source, entry, area, layer)
            except IncompleteError:
                self.workshop.forget(layer.entry.id)
                if not left:
                    raise
            else:
                layer.edition = _edition(entry, layer.plan, part.path)
                return

    def _area(self, entry: Entry) -> Area:
        """The perimeter in the CRS in which the entry is delivered."""
        perimeter, crs = self.request.perimeter, self.request.crs_of(entry)
        return Area(projected(perimeter, crs).geometry, crs, perimeter.codes)

    def _cut_all(self, source: Source, entry: Entry, area: Area, layer: LayerResult) -> Part:
        layer.plan = plan = source.plan(entry, area, self.feedback)
        folder = self.workshop.folder_of(layer.entry.id)
        stage = Stage(folder / "stage", _note(plan, area))
        kind = None if entry.geometry is GeometryKind.NONE else entry.geometry
        part = Part(folder / "part.gpkg", layer.entry.id, area.crs, plan.columns, kind)
        knife = Knife(area.perimeter, geographic=area.crs.isGeographic()) if area.perimeter is not None else None
        mode = self.request.mode(layer.entry)
        layer.bytes, layer.tally = 0, part.tally
        try:
            for batch in source.fetch(entry, area, plan, stage, self.feedback):
                layer.bytes += batch.bytes
                part.add(batch, knife, mode, self.feedback, exact=plan.exact and mode is CutMode.WHOLE)
                self._tell(layer, Status.RUNNING)
            part.close(is_table=kind is None)
        except BaseException:
            part.abandon()
            raise
        layer.part = part.path
        return part

    def _tell(self, layer: LayerResult, status: Status) -> None:
        layer.status = status
        if isinstance(self.feedback, Listener):
            announced = layer.plan.announced if layer.plan and layer.plan.announced is not None else -1
            self.feedback.layer_changed(layer.entry.id, status.value, layer.tally.received, announced, layer.message)
        ended = sum(other.status in (Status.DONE, Status.FAILED, Status.BACKGROUND) for other in self.layers)
        running = sum(
            min(1.0, other.tally.received / other.plan.announced)
            for other in self.layers
            if other.status is Status.RUNNING and other.plan and other.plan.announced
        )
        self.feedback.setProgress(100 * (ended + running) / len(self.layers))


def _note(plan: Plan, area: Area) -> dict[str, object]:
    """What the stage of a plan answers to: another request, another number or another day means other rows."""
    from datetime import date

    target = area.crs.authid() or area.crs.toWkt()
    return {**plan.detail, "crs": target, "announced": plan.announced, "day": date.today().isoformat()}


def _edition(entry: Entry, plan: Plan | None, part: Path) -> str:
    """The edition of a layer: told by the plan, or the most recent date of the field that the entry names."""
    if plan is None or plan.edition or not entry.edition.startswith("field:"):
        return plan.edition if plan else ""
    field = entry.edition.removeprefix("field:")
    described = read_table(part, entry.id)
    if field not in described.columns:
        return ""
    connection = connect(part, read_only=True)
    try:
        latest = scalar(connection, sql("SELECT max({field}) FROM {table}", field=field, table=entry.id))
    finally:
        connection.close()
    return str(latest)[:10] if latest else ""


@contextmanager
def _disk_errors(output: Path) -> Iterator[None]:
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


def _raise_nothing_made(layers: list[LayerResult]) -> None:
    failed = [layer for layer in layers if layer.status is Status.FAILED]
    if not failed:
        raise DataTerritoiresError(
            tr("Nothing to clip: the layers chosen are backgrounds."),
            hint=tr("Backgrounds are added to the project; tick a layer of data too."),
        )
    first = failed[0]
    if len(failed) == 1:
        raise DataTerritoiresError(first.message, detail=first.detail, hint=first.hint)
    reasons = "; ".join(dict.fromkeys(layer.message for layer in failed))
    raise DataTerritoiresError(
        tr("None of the {count} layers could be clipped: {reasons}").format(count=len(failed), reasons=reasons),
        detail="\n".join(f"{layer.entry.id}: {layer.detail}" for layer in failed),
        hint=first.hint,
    )
