"""What a clip is asked to do, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from qgis.core import QgsCoordinateReferenceSystem

from .tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..catalogue.entry import CutMode, Entry
    from ..sources import Column, Plan, Source
    from ..territory.perimeter import Perimeter


class Status(Enum):
    """What became of a layer."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    KEPT = "kept"  # in the result, from the last good answer: its source did not answer this time
    FAILED = "failed"
    BACKGROUND = "background"  # a stream: shown in the project, nothing to clip


@dataclass(frozen=True)
class ClipRequest:
    """One clip. `crs`: the CRS of delivery, None where each entry keeps its own; `cut`: likewise."""

    perimeter: Perimeter
    crs: QgsCoordinateReferenceSystem | None
    entries: tuple[Entry, ...]
    output: Path
    cut: CutMode | None = None
    buffer: float = 0.0
    themes: dict[str, str] = field(default_factory=dict)  # theme id → title, for the metadata and the groups
    reader: Callable[[Entry], Source] | None = None  # what reads the entries, in place of their own services
    noted: bool = False  # what each row says is noted, for the refresh to know what was changed by hand since

    def crs_of(self, entry: Entry) -> QgsCoordinateReferenceSystem:
        """The CRS in which an entry is delivered."""
        return self.crs if self.crs is not None else QgsCoordinateReferenceSystem(entry.crs)

    def mode(self, entry: Entry) -> CutMode:
        """The cut mode of an entry in this clip."""
        return self.cut or entry.cut


@dataclass
class LayerResult:
    """What became of one entry."""

    entry: Entry
    status: Status = Status.WAITING
    plan: Plan | None = None
    tally: Tally = field(default_factory=Tally)
    bytes: int = 0
    seconds: float = 0.0
    edition: str = ""
    fetched: date = field(default_factory=date.today)
    message: str = ""
    hint: str = ""
    detail: str = ""
    part: Path | None = None
    columns: tuple[Column, ...] = ()  # of the source, as written
    unanswered: bool = False  # it failed because its source did not answer
    choice: tuple[str, ...] = ()  # between several ways: which was chosen and why, what was put aside or failed


@dataclass(frozen=True)
class ClipResult:
    """What a clip made."""

    output: Path
    report: Path
    layers: tuple[LayerResult, ...]
    seconds: float
    aside: Path | None = None  # the file that was there, kept under another name: somebody had worked in it

    @property
    def done(self) -> tuple[LayerResult, ...]:
        """The layers that are in the GeoPackage."""
        return tuple(layer for layer in self.layers if layer.status in (Status.DONE, Status.KEPT))

    @property
    def failed(self) -> tuple[LayerResult, ...]:
        """The layers that are not, and why."""
        return tuple(layer for layer in self.layers if layer.status is Status.FAILED)


@runtime_checkable
class Listener(Protocol):
    """Who wants to follow a clip layer by layer (the dock). Called from the threads of the clip."""

    def layer_changed(self, entry_id: str, status: str, received: int, announced: int, message: str) -> None:
        """A layer has moved on; `announced` is -1 where the source does not tell."""
        ...
