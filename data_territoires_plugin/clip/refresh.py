"""A clip done again: what has not changed is not read, what has is compared, and the file is brought up to date.

The file is never replaced by another: a copy of it receives the differences (`clip.renewal`), and takes its place at
the end. At any moment the previous file is there, whole.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from enum import Enum
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingFeedback

from ..errors import Cancelled, DataTerritoiresError, OutputError
from ..geopackage import attach, connect, full_disk, layer_names, read_table
from ..i18n import tr
from ..network import Pool
from ..paths import draft_of
from ..sources import interruptible, stop_if_cancelled
from . import record as records
from .changes import Changes, compare, counted, register, sides_of
from .evolution_report import write_reports
from .evolutions import Evolutions
from .freshness import Freshness, ask
from .job import PAGES_AT_ONCE, NothingClipped, clip
from .output import check_output, put_in_place
from .renewal import Finding, Kept, apply, bring, keep_local, note_local_rows, number_added, structure_of
from .request import Status
from .table import fast
from .workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..catalogue import Catalogue
    from ..catalogue.entry import Entry
    from .record import LayerRecord, Record
    from .request import ClipRequest, LayerResult


QUESTIONS_AT_ONCE = 4


class Outcome(Enum):
    """What became of a layer."""

    UNCHANGED = "unchanged"  # nothing differs, whether it was read again or not
    CHANGED = "changed"
    NEW = "new"  # had failed before: it is there now
    KEPT = "kept"  # left as it was: no longer in the catalogue, or its structure has changed
    FAILED = "failed"  # left as it was: its source did not answer


@dataclass
class LayerRefresh:
    """A layer, what was asked and what came of it."""

    known: LayerRecord
    entry: Entry | None = None
    outcome: Outcome = Outcome.KEPT
    reason: str = ""
    tells: bool = True  # its source can say whether anything has changed
    read: bool = False  # its features were read again
    latest: str = ""
    columns: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)
    kept: Kept = field(default_factory=Kept)
    dropped: tuple[str, ...] = ()
    structure: tuple[Finding, ...] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        return self.entry.title if self.entry else self.known.title


@dataclass(frozen=True)
class RefreshResult:
    """What a refresh made. `backup`: the previous file, None where there was none."""

    output: Path
    changes: Path
    report: Path
    page: Path
    backup: Path | None
    layers: tuple[LayerRefresh, ...]

    def total(self, count: Callable[[Changes], int]) -> int:
        """A count over all layers."""
        return sum(count(layer.changes) for layer in self.layers)

    @property
    def unchanged(self) -> tuple[LayerRefresh, ...]:
        """The layers in which nothing differs."""
        return tuple(layer for layer in self.layers if layer.outcome is Outcome.UNCHANGED)


def backup_of(output: Path) -> Path:
    """Where the previous state of a file is kept until the next refresh."""
    return output.with_name(f"{output.stem}.avant.gpkg")


def evolutions_of(output: Path) -> Path:
    """Where the changes are written."""
    return output.with_name(f"{output.stem}_evolutions.gpkg")


def refresh(
    source: Path,
    output: Path,
    catalogue: Catalogue,
    feedback: QgsFeedback,
    opened: tuple[Path, ...] = (),
    *,
    thorough: bool = False,
    territory: str = "",
) -> RefreshResult:
    """Does the recipe of `source` again and writes it to `output` (the same file, or another).

    `thorough`: every layer is read again, whatever its source says. `territory`: the one that took the place of the
    recipe's, which has merged. A layer whose source fails is kept as it was.
    Raises DataTerritoiresError where no layer at all could be checked, Cancelled: the files are then as they were.
    """
    known = records.read(source)
    if territory:
        known = records.moved(known, territory)
    for path in (output, evolutions_of(output)):
        check_output(path, opened)
    with Pool(PAGES_AT_ONCE) as pool:
        request = records.request_of(known, catalogue, output, pool, feedback)
        with Workshop(request) as workshop:
            try:
                with _disk_errors(output):
                    return _Refresh(source, request, known, workshop.folder, feedback).run(pool, thorough=thorough)
            finally:
                shutil.rmtree(workshop.folder, ignore_errors=True)


def check(source: Path, catalogue: Catalogue, feedback: QgsFeedback) -> tuple[LayerRefresh, ...]:
    """Asks the sources of a file whether anything has changed, and nothing else: nothing is read, nothing is written.

    Unchanged: `Outcome.UNCHANGED`; out of date, or unknown (`tells`): `Outcome.CHANGED`; gone from the catalogue: KEPT.
    Raises SourceError, TerritoryError (`Dissolved`: with what took its place), NetworkError, Cancelled.
    """
    known = records.read(source)
    with Pool(PAGES_AT_ONCE) as pool:
        request = records.request_of(known, catalogue, source, pool, feedback)
        asking = _Refresh(source, request, known, source.parent, feedback)
        asking.draft = source
        for layer in asking.questions(pool):
            layer.outcome = Outcome.CHANGED
    return tuple(asking.layers)


class _Refresh:
    def __init__(self, source: Path, request: ClipRequest, known: Record, folder: Path, feedback: QgsFeedback) -> None:
        self.source, self.request, self.known, self.folder, self.feedback = source, request, known, folder, feedback
        self.asked = datetime.now(timezone.utc).isoformat(timespec="seconds")
        entries = {entry.id: entry for entry in request.entries}
        self.layers = [
            LayerRefresh(layer, entries.get(layer.entry))
            for layer in known.layers
            if layer.status != Status.BACKGROUND.value
        ]
        self.draft, self.fresh = folder / "refreshed.gpkg", folder / "fresh.gpkg"

    def run(self, pool: Pool, *, thorough: bool) -> RefreshResult:
        """Asks, reads, compares, writes, puts in place."""
        _copy(self.source, self.draft)
        to_read = self.questions(pool, thorough=thorough)
        results = self._read(to_read)
        if not any(layer.outcome is Outcome.UNCHANGED or layer.read for layer in self.layers):
            self._raise_nothing_checked()
        evolutions = Evolutions(self.folder / "changes.gpkg")
        document = self._renew(results, evolutions)
        told = evolutions.close()
        stop_if_cancelled(self.feedback)
        return self._put_in_place(evolutions.path, document | {"changes": [vars(each) for each in told]})

    # ------------------------------------------------------------------------------------------------ asking
    def questions(self, pool: Pool, *, thorough: bool = False) -> list[LayerRefresh]:
        """The layers to read again."""
        connection = connect(self.draft, read_only=True)
        try:
            there = set(layer_names(connection))
        finally:
            connection.close()
        same = records.same_perimeter(self.known, self.request.perimeter)
        with Pool(QUESTIONS_AT_ONCE) as workers:
            asked = {}
            for layer in self.layers:
                if layer.entry is None:
                    layer.reason = tr("It is no longer in the catalogue: kept as it was.")
                    continue
                known = layer.known.entry in there
                answering = workers.submit(self._answer, layer, layer.entry, pool, there=known, thorough=thorough)
                asked[answering] = layer
            for number, answering in enumerate(Pool.completed(asked)):
                stop_if_cancelled(self.feedback)
                self.feedback.setProgress(10 * number / len(asked))
                layer, answer = asked[answering], answering.result()
                layer.latest, layer.tells = answer.latest, answer.tells or not same
                layer.reason = answer.reason if same else tr("the contour of the territory has changed")
                if answer.unchanged and same:
                    layer.outcome = Outcome.UNCHANGED
        return [layer for layer in self.layers if layer in asked.values() and layer.outcome is not Outcome.UNCHANGED]

    def _answer(self, layer: LayerRefresh, entry: Entry, pool: Pool, *, there: bool, thorough: bool) -> Freshness:
        if not there:
            return Freshness(unchanged=False, reason=tr("it was not in the file"))
        training = self.request.perimeter.training
        table = read_table(self.draft, layer.known.entry)
        answer = ask(entry, layer.known, table, self.known, pool, training=training, feedback=self.feedback)
        if thorough and answer.unchanged:
            return Freshness(unchanged=False, reason=tr("everything is read again, as asked"), latest=answer.latest)
        return answer

    # ------------------------------------------------------------------------------------------------ reading
    def _read(self, to_read: list[LayerRefresh]) -> dict[str, LayerResult]:
        """Clips the layers that have changed, into a file of its own."""
        entries = tuple(layer.entry for layer in to_read if layer.entry is not None)
        if not entries:
            return {}
        asked = self.request
        request = replace(asked, entries=entries, output=self.fresh, noted=True)
        try:
            results = {result.entry.id: result for result in clip(request, self.feedback).layers}
        except (Cancelled, OutputError):
            raise
        except NothingClipped as error:  # not one of them could be read: each has its own reason
            results = {result.entry.id: result for result in error.layers}
        except DataTerritoiresError as error:
            results = {}
            for layer in to_read:
                layer.outcome, layer.reason = Outcome.FAILED, str(error)
        for layer in to_read:
            result = results.get(layer.known.entry)
            if result is not None and result.status is Status.DONE:
                layer.read = True
            elif result is not None:
                layer.outcome, layer.reason = Outcome.FAILED, f"{result.message} {result.hint}".strip()
        return results

    def _raise_nothing_checked(self) -> None:
        reasons = "; ".join(dict.fromkeys(layer.reason for layer in self.layers if layer.reason))
        raise DataTerritoiresError(
            tr("No layer of “{name}” could be refreshed: {reasons}").format(name=self.source.name, reasons=reasons),
            hint=tr("Nothing was changed."),
        )

    # ------------------------------------------------------------------------------------------------ writing
    def _renew(self, results: dict[str, LayerResult], evolutions: Evolutions) -> dict[str, Any]:
        """Brings the tables of the draft to their new state, and its recipe; gives back the recipe's document."""
        connection = connect(self.draft)
        try:
            register(connection)
            fast(connection)
            connection.execute("PRAGMA foreign_keys = OFF")
            fresh: Mapping[str, Any] = {}
            read = [layer for layer in self.layers if layer.read]
            if read:
                fresh = records.read(self.fresh).document
                attach(connection, self.fresh, "new")
            with interruptible(connection, self.feedback):
                for number, layer in enumerate(read):
                    self.feedback.setProgress(90 + 10 * number / len(read))
                    self._renew_layer(connection, layer, evolutions)
                return records.update(connection, self.known, fresh, self._notes())
        finally:
            connection.close()

    def _notes(self) -> dict[str, dict[str, Any]]:
        """What the recipe keeps for the next refresh, of the layers that were checked."""
        notes: dict[str, dict[str, Any]] = {}
        for layer in self.layers:
            if layer.outcome in (Outcome.KEPT, Outcome.FAILED):
                continue
            notes[layer.known.entry] = {"asked": self.asked, "latest": layer.latest, "applied": layer.read}
            if layer.read:
                notes[layer.known.entry] |= {"columns": list(layer.columns), "dropped": list(layer.dropped)}
        return notes

    def _renew_layer(self, connection: sqlite3.Connection, layer: LayerRefresh, evolutions: Evolutions) -> None:
        entry = layer.entry
        if entry is None:
            return
        new = read_table(self.fresh, entry.id)
        layer.columns = tuple(name for name in new.columns if name.lower() != "dt_cut")
        if entry.id not in layer_names(connection):
            connection.execute("DETACH new")  # `bring` attaches the same file
            bring(connection, self.fresh, entry.id)
            layer.outcome = Outcome.NEW
            return
        old = read_table(self.draft, entry.id)
        structure = structure_of(connection, old, new, layer.known)
        layer.structure, layer.dropped = structure.findings, structure.dropped
        self._warn(layer, *(finding.message for finding in structure.findings), structure.blocking)
        if structure.blocking:
            layer.outcome, layer.read = Outcome.KEPT, False
            layer.reason = tr("{what} It is kept as it was: clip it anew to take its new form.").format(
                what=structure.blocking
            )
            return
        sides = sides_of(connection, old, new, entry.key)
        numbered = entry.service == "geopf_wfs" and not self.request.perimeter.training
        note_local_rows(connection, old, layer.known, numbered=numbered)
        compare(connection, sides, self.feedback)
        layer.kept = keep_local(connection, sides, structure, layer.known)
        number_added(connection, sides)
        layer.changes = counted(connection)
        evolutions.add(connection, entry, sides, self.request.crs_of(entry))
        connection.execute("BEGIN")
        apply(connection, sides, structure)
        records.copy_metadata(connection, entry.id)
        connection.execute("COMMIT")
        layer.outcome = Outcome.CHANGED if layer.changes.total else Outcome.UNCHANGED

    def _warn(self, layer: LayerRefresh, *messages: str) -> None:
        """Tells, before anything is replaced, how a table differs from what its source gives now."""
        for message in messages:
            if message and isinstance(self.feedback, QgsProcessingFeedback):
                self.feedback.pushWarning(tr("{name}: {said}").format(name=layer.title, said=message))

    def _put_in_place(self, changes: Path, document: dict[str, Any]) -> RefreshResult:
        """The previous state beside, then the new file in one move, then the changes and the reports."""
        output = self.request.output
        backup = None
        if output.exists():
            backup = backup_of(output)
            draft = draft_of(backup)
            try:
                _copy(output, draft)
                draft.replace(backup)
            finally:
                draft.unlink(missing_ok=True)
        put_in_place(self.draft, output)
        beside = evolutions_of(output)
        put_in_place(changes, beside)
        try:
            report, page = write_reports(output, beside, self.request.perimeter, self.layers, document)
        except OSError as error:
            raise OutputError(
                tr("“{name}” is up to date, but the report of its changes can't be written.").format(name=output.name),
                detail=str(error),
                hint=tr("The changes are in “{name}”.").format(name=beside.name),
            ) from error
        return RefreshResult(output, beside, report, page, backup, tuple(self.layers))


def _copy(path: Path, target: Path) -> None:
    """A copy of a GeoPackage as it stands, what its write-ahead log holds included."""
    target.unlink(missing_ok=True)
    source, copy = connect(path, read_only=True), sqlite3.connect(target)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()


@contextmanager
def _disk_errors(output: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        full = full_disk(error)
        raise OutputError(
            tr("The disk is full.") if full else tr("“{name}” can't be written.").format(name=output.name),
            detail=f"{type(error).__name__}: {error}",
            hint=tr("Nothing was changed: make room, or check the folder and your rights, then try again."),
        ) from error
