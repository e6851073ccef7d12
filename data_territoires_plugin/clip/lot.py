"""The territories of a lot after the first: its file, emptied, is the mould of theirs.

Tables, styles, indexes and triggers are made once; what is left to do for a territory is a copy of a small file, and
the rows that are its own, cut by the same code as any clip, by one connection in one transaction.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from ..catalogue.entry import CutMode, GeometryKind
from ..geopackage import attach, connect, read_table, scalar, sql
from ..i18n import tr
from ..metadata.layer import write as write_metadata
from ..sources import Area, Batch, Column, Plan, Way, interruptible, stop_if_cancelled
from ..sources.codes import selection
from ..sources.convert import table_columns
from ..territory.perimeter import projected
from . import recipe
from .assemble import latest_of, metadata_of
from .changes import register
from .job import disk_errors
from .knife import Knife
from .output import check_output, put_with_report
from .own_work import keep_own_work
from .part import CUT_COLUMN, Part
from .request import ClipResult, LayerResult
from .state import STATE
from .table import fast

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..catalogue.entry import Entry
    from ..geopackage import Table
    from .request import ClipRequest

_QUIET = getattr(sqlite3, "SQLITE_DBCONFIG_ENABLE_TRIGGER", None)  # Python 3.12


class Mould:
    """Makes the files of a lot like its first one. `folder`: where drafts lie; `whole`: what was read for all."""

    def __init__(self, first: Path, whole: ClipResult, folder: Path) -> None:
        self._whole = whole
        self._empty, self._draft = folder / ".together.mould.gpkg", folder / ".together.cast.gpkg"
        self._layers = {layer.entry.id: layer for layer in whole.done}
        shutil.copyfile(first, self._empty)
        _emptied(self._empty, list(self._layers))
        self._tables = {name: read_table(self._empty, name) for name in self._layers}
        self._sources = {name: read_table(whole.output, name) for name in self._layers}
        self._types = {
            name: {column: type_ for column, type_ in table_columns(self._empty, name).items() if column != CUT_COLUMN}
            for name in self._layers
        }

    @staticmethod
    def fits(first: ClipResult, whole: ClipResult) -> bool:
        """Whether the first territory has every layer that was read for all."""
        return {layer.entry.id for layer in first.done} == {layer.entry.id for layer in whole.done}

    def cast(self, request: ClipRequest, feedback: QgsFeedback) -> ClipResult:
        """One territory. Raises DataTerritoiresError; Cancelled: its previous file, if any, is intact."""
        started = time.perf_counter()
        check_output(request.output)
        layers = [self._layer(entry) for entry in request.entries]
        with disk_errors(request.output):
            shutil.copyfile(self._empty, self._draft)
            connection = connect(self._draft)
            try:
                self._fill(connection, request, layers, feedback)
                seconds = time.perf_counter() - started
                recipe.write_rows(connection, request, layers, seconds)
                connection.execute("COMMIT")
            finally:
                connection.close()
            aside = keep_own_work(request.output)
            report = put_with_report(self._draft, request, layers, seconds)
        return ClipResult(request.output, report, tuple(layers), time.perf_counter() - started, aside)

    def _layer(self, entry: Entry) -> LayerResult:
        """What the lot says of a layer; the rows are still to come."""
        known = next(layer for layer in self._whole.layers if layer.entry.id == entry.id)
        layer = LayerResult(known.entry, known.status, edition=known.edition, fetched=known.fetched)
        layer.message, layer.hint, layer.detail, layer.choice = known.message, known.hint, known.detail, known.choice
        return layer

    def _fill(
        self, connection: sqlite3.Connection, request: ClipRequest, layers: list[LayerResult], feedback: QgsFeedback
    ) -> None:
        fast(connection)
        register(connection)
        quiet = _QUIET is not None
        if quiet:
            connection.setconfig(_QUIET, False)  # type: ignore[attr-defined, unused-ignore]
        connection.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)")
        attach(connection, self._whole.output, "batch")
        crs = request.crs_of(request.entries[0])
        area = Area(projected(request.perimeter, crs).geometry, crs, request.perimeter.codes)
        knife = Knife(area.perimeter, geographic=crs.isGeographic()) if area.perimeter is not None else None
        connection.execute("BEGIN")
        with interruptible(connection, feedback):
            for layer in layers:
                stop_if_cancelled(feedback)
                if layer.entry.id in self._layers:
                    self._write(connection, request, layer, area, knife, feedback, quiet=quiet)

    def _write(
        self,
        connection: sqlite3.Connection,
        request: ClipRequest,
        layer: LayerResult,
        area: Area,
        knife: Knife | None,
        feedback: QgsFeedback,
        *,
        quiet: bool,
    ) -> None:
        """The rows of one layer, and what the file says of them."""
        started, name, entry = time.perf_counter(), layer.entry.id, layer.entry
        source, mode = self._sources[name], request.mode(entry)
        layer.plan, batch = self._planned(connection, entry, area, source)
        kind = None if entry.geometry in (GeometryKind.NONE, GeometryKind.ANY) else entry.geometry
        columns = [Column(*column) for column in self._types[name].items()]
        sheet = Part.within(connection, self._tables[name], area.crs, columns, kind, noted=request.noted)
        sheet.take(source, batch, knife, mode, feedback, exact=layer.plan.exact and mode is CutMode.WHOLE)
        sheet.finish(index=quiet)
        layer.tally, layer.columns, layer.status = sheet.tally, sheet.columns, self._layers[name].status
        if entry.edition.startswith("field:"):
            layer.edition = latest_of(connection, entry, self._tables[name].columns)
        layer.seconds = time.perf_counter() - started
        write_metadata(connection, name, metadata_of(connection, request, layer))

    def _planned(self, connection: sqlite3.Connection, entry: Entry, area: Area, source: Table) -> tuple[Plan, Batch]:
        """The rows of the territory: by its codes where the rows have some of them, else by its perimeter."""
        known = self._layers[entry.id].plan
        selected = selection(entry, area)
        if selected is not None and selected.field in source.columns and selected.field:
            marks = ", ".join("?" * len(selected.values))
            head = sql("SELECT 1 FROM batch.{table} WHERE {field} IN ", table=source.name, field=selected.field)
            there = scalar(connection, f"{head}({marks}) LIMIT 1", selected.values)
            selected = selected if there or area.perimeter is None else None
        else:
            selected = None
        reason = tr("read once for all the territories of the lot: {reason}").format(
            reason=known.reason if known else ""
        )
        columns = tuple(Column(name, type_) for name, type_ in self._types[entry.id].items())
        way = Way.BBOX if selected is None else Way.ATTRIBUTE
        plan = Plan(way, reason, known.request if known else "", None, columns, exact=selected is not None)
        batch = Batch(source.path, source.name)
        return plan, batch if selected is None else replace(batch, field=selected.field, values=selected.values)


def indexed(path: Path, layers: list[LayerResult]) -> None:
    """Indexes the columns of codes of what was read for all: each territory looks for its own."""
    connection = connect(path)
    try:
        for layer in layers:
            for field in {*layer.entry.code_fields.values()} & {*read_table(path, layer.entry.id).columns}:
                name = f"dt_codes_{layer.entry.id}_{field}"
                statement = "CREATE INDEX IF NOT EXISTS {name} ON {table} ({field})"
                connection.execute(sql(statement, name=name, table=layer.entry.id, field=field))
    finally:
        connection.close()


def _emptied(path: Path, tables: list[str]) -> None:
    """Takes the rows out of a file, and what it says of them."""
    connection = connect(path)
    try:
        fast(connection)
        register(connection)
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(sql("DELETE FROM {table}", table=table))
            nothing = "UPDATE gpkg_contents SET min_x = NULL, min_y = NULL, max_x = NULL, max_y = NULL"
            connection.execute(nothing + " WHERE table_name = ?", (table,))
        connection.execute(sql("DELETE FROM {table}", table=recipe.TABLE))
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (recipe.TABLE,))
        if scalar(connection, "SELECT 1 FROM sqlite_master WHERE name = ?", (STATE,)) is not None:
            connection.execute(sql("DELETE FROM {state}", state=STATE))
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    finally:
        connection.close()
