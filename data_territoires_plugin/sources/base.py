"""What every source offers: say what is there, say which way it will be read, then hand over batches of rows.

A batch is a table of a GeoPackage: the user's own file, read only, or one that the source has made of an answer in the
stage folder. Rows stay in files: the clip copies those that need no change without looking inside.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

from ..errors import Cancelled
from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

    from ..catalogue.entry import Entry


class Way(Enum):
    """How the features of a perimeter are asked for."""

    ATTRIBUTE = "attribute"  # by the codes of the territory: exact, and no neighbour that merely touches
    SPATIAL = "spatial"  # by the perimeter, simplified outward
    BBOX = "bbox"  # by the bounding box
    ALL = "all"  # everything: a table without geometry, a small file


@dataclass(frozen=True)
class Area:
    """What is asked for: the exact perimeter, in the CRS of delivery, and the territory's codes where it is one."""

    perimeter: QgsGeometry | None  # None: no limit but the codes
    crs: QgsCoordinateReferenceSystem
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # kind of territory → codes; empty for a drawing, a buffer


@dataclass(frozen=True)
class Column:
    """A column of the result, its GeoPackage type: TEXT, INTEGER, MEDIUMINT, REAL, BOOLEAN, DATE, DATETIME, BLOB."""

    name: str
    type: str = "TEXT"


@dataclass(frozen=True)
class Plan:
    """How a layer will be read."""

    way: Way
    reason: str  # for the report: why this way
    request: str  # what will be asked, to be repeated by hand
    announced: int | None  # features announced by the source, None when it does not tell
    columns: tuple[Column, ...]
    edition: str = ""
    exact: bool = False  # every feature that comes belongs to the territory, whatever its geometry (ATTRIBUTE)
    detail: Mapping[str, Any] = field(default_factory=dict)  # what the source itself needs to fetch


@dataclass(frozen=True)
class Batch:
    """Rows ready to be cut: a table whose geometries are in the CRS of delivery."""

    path: Path
    table: str
    bytes: int = 0  # of the answer, as received
    field: str = ""  # only the rows whose `field` is one of `values`
    values: tuple[str, ...] = ()
    parsing: float = 0.0  # seconds that it took to make rows of the answer, on a thread of its own


class Source(Protocol):
    """One protocol."""

    def plan(self, entry: Entry, area: Area, feedback: QgsFeedback) -> Plan:
        """Chooses the cheapest way that is sure to be complete. Raises SourceError or NetworkError."""
        ...

    def fetch(self, entry: Entry, area: Area, plan: Plan, stage: Stage, feedback: QgsFeedback) -> Iterator[Batch]:
        """Batches as they arrive. Complete or failed: an iteration that ends without an error has given everything."""
        ...


class Stage:
    """The folder where a source keeps what it fetched for one layer, so that an interruption costs nothing.

    A file is there whole or not at all; `note` says what the files answer to, and a stage whose note differs is
    emptied.
    """

    def __init__(self, folder: Path, note: Mapping[str, Any]) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        path, text = folder / "stage.json", json.dumps(note, sort_keys=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            shutil.rmtree(folder)
            folder.mkdir()
            path.write_text(text, encoding="utf-8")
        else:
            for draft in folder.glob("draft-*"):  # of a try that was killed
                draft.unlink()

    def has(self, name: str) -> bool:
        """Whether `name` was fetched whole, now or by an earlier try."""
        return (self.folder / name).exists()

    def path(self, name: str) -> Path:
        """Where `name` is."""
        return self.folder / name

    def draft(self, name: str) -> Path:
        """Where `name` is being written; `keep` puts it in place."""
        return self.folder / f"draft-{name}"

    def keep(self, name: str) -> Path:
        """Puts a finished draft in place."""
        os.replace(self.draft(name), self.path(name))
        return self.path(name)


def stop_if_cancelled(feedback: QgsFeedback) -> None:
    """Raises Cancelled once the user has asked to stop."""
    if feedback.isCanceled():
        raise Cancelled(
            tr("Stopped at your request."), hint=tr("What was fetched is kept: run it again to go on from there.")
        )


_STEPS = 20_000  # of SQLite's machine, between two looks at the feedback: some milliseconds


@contextmanager
def interruptible(connection: sqlite3.Connection, feedback: QgsFeedback) -> Iterator[None]:
    """Lets a long statement of SQLite stop at the user's request: raises Cancelled."""
    connection.set_progress_handler(lambda: int(feedback.isCanceled()), _STEPS)
    try:
        yield
    except sqlite3.OperationalError:
        stop_if_cancelled(feedback)
        raise
    finally:
        connection.set_progress_handler(None, 0)
