"""What somebody has put into a clipped file since it was made: a new clip of the same name never takes it away."""

from __future__ import annotations

import os
import shutil
import sqlite3
from itertools import count
from typing import TYPE_CHECKING

from ..errors import SourceError
from ..geopackage import connect, layer_names, read_table, scalar, sql, types_of
from ..i18n import tr
from ..paths import draft_of
from . import record
from .part import CUT_COLUMN
from .renewal import has_state
from .state import STATE, digest_of, register_digest

if TYPE_CHECKING:
    from pathlib import Path

    from .record import LayerRecord

_OF_QGIS = frozenset({"layer_styles", "qgis_projects"})


def keep_own_work(path: Path) -> Path | None:
    """Keeps the file beside, under a name that is free, where it holds somebody's own work; that name. OSError.

    What QGIS opened and nobody changed is not kept: what the clip wrote is compared row by row with what is there.
    """
    if not own_work(path):
        return None
    names = (path.with_name(f"{path.stem}.vos_modifications{'' if n == 1 else f'-{n}'}.gpkg") for n in count(1))
    aside = next(name for name in names if not name.exists())
    try:
        os.link(path, aside)  # another name of the same file: nothing is copied, the result then takes the first one
    except OSError:
        draft = draft_of(aside)
        try:
            shutil.copy2(path, draft)
            draft.replace(aside)
        finally:
            draft.unlink(missing_ok=True)
    return aside


def aside_words(output: Path, aside: Path) -> str:
    """What the user is told of a file that was kept."""
    message = tr(
        "You had worked in “{name}”: it is kept as “{aside}”. “{update}” would have left your changes in place."
    )
    return message.format(name=output.name, aside=aside.name, update=tr("Refresh a clipped GeoPackage"))


def own_work(path: Path) -> tuple[str, ...]:
    """The tables that hold something else than what a clip, or a refresh, wrote; the file where that can't be told.

    None where it is no database at all.
    """
    if not path.is_file() or not path.stat().st_size or _untouched(path):
        return ()
    try:
        known = {layer.entry: layer for layer in record.read(path).layers}
    except SourceError:
        known = {}
    try:
        connection = connect(path, read_only=True)
    except SourceError:
        return ()
    try:
        register_digest(connection)
        names = [name for name in layer_names(connection) if name not in _OF_QGIS and not name.startswith("dt_")]
        return tuple(name for name in names if name not in known or _differs(connection, path, known[name]))
    except (sqlite3.Error, SourceError):  # damaged, or written by another program: what is in it is not known
        return (path.name,)
    finally:
        connection.close()


def _untouched(path: Path) -> bool:
    """Whether nothing was written in the file, nor put in its place, since its report took its name beside it."""
    reports = (path.with_name(f"{path.stem}_{name}.json") for name in ("rapport", "evolutions"))
    told = [_moment(report) for report in reports if report.is_file()]
    return bool(told) and _moment(path) <= max(told)


def _moment(path: Path) -> float:
    """When a file was written, or copied there with its dates."""
    facts = path.stat()
    return max(facts.st_mtime, facts.st_ctime)


def _differs(connection: sqlite3.Connection, path: Path, known: LayerRecord) -> bool:
    """Whether a table has columns, rows or values that are not of its clip, or rows less."""
    table = read_table(path, known.entry)
    ours = {name.lower() for name in (*known.columns, *known.dropped, CUT_COLUMN)}
    if not table.key or any(name.lower() not in ours for name in table.columns):
        return True
    if not has_state(connection, table.name):
        return bool(scalar(connection, sql("SELECT count(*) FROM {table}", table=table.name)) != known.written)
    types = {name.lower(): type_ for name, type_ in types_of(connection, "main", table.name).items()}
    if not all(name.lower() in types for name in known.columns):
        return True
    digest = digest_of("t", {name: types[name.lower()] for name in known.columns}, table.geometry)
    names = {"table": table.name, "state": STATE, "key": table.key}
    alike = sql("SELECT count(*) FROM main.{table} t JOIN main.{state} s ON s.fid = t.{key} WHERE s.entry = ?", **names)
    there = scalar(connection, alike + " AND s.digest = " + digest, (table.name,))
    rows = scalar(connection, sql("SELECT count(*) FROM main.{table}", table=table.name))
    noted = scalar(connection, sql("SELECT count(*) FROM main.{state} WHERE entry = ?", state=STATE), (table.name,))
    return not rows == noted == there
