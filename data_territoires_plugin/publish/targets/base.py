"""What every place to publish to offers: what it takes, what it holds, how features are created, replaced, deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ...errors import DataTerritoiresError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback

    from ..content import Column, Remote, Row


class TargetError(DataTerritoiresError):
    """The platform can't be published to, or must not be."""


@dataclass(frozen=True)
class Profile:
    """What a target said, or showed, of itself."""

    columns: tuple[Column, ...]  # () where it doesn't tell
    crs: QgsCoordinateReferenceSystem  # in which shapes are exchanged and compared
    precision: float  # units of that CRS within which a vertex that came back is the same
    kind: str = ""  # point, line, polygon, "" = any
    shape_required: bool = False
    batch: int = 1  # features that can be sent at once
    can_delete: bool = True
    loses: tuple[str, ...] = ()  # columns that are there, and would go with the dataset that replaces it
    gains: tuple[str, ...] = ()  # columns that are not there, and would come
    links: tuple[tuple[str, str], ...] = ()  # (title, address) for people
    notes: tuple[str, ...] = ()  # what the user should know, in words

    @property
    def geographic(self) -> bool:
        """Whether shapes are in degrees."""
        return bool(self.crs.isGeographic())


@dataclass(frozen=True)
class Outcome:
    """What a target said of one feature. It is not believed: what was written is read back."""

    key: str
    id: str = ""
    error: str = ""


class Target(Protocol):
    """One place to publish to. Every method raises NetworkError or TargetError, and Cancelled."""

    def probe(self, feedback: QgsFeedback) -> Profile:
        """What it takes; nothing is written."""
        ...

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """Everything it holds: complete, or an error."""
        ...

    def read_some(self, keys: Sequence[str], ids: Sequence[str], feedback: QgsFeedback) -> dict[str, Remote]:
        """The features of these keys, as they are there now: by their ids where these are known."""
        ...

    def create(self, rows: Sequence[Row], feedback: QgsFeedback) -> list[Outcome]:
        """At most `batch` rows."""
        ...

    def replace(self, pairs: Sequence[tuple[Remote, Row]], feedback: QgsFeedback) -> list[Outcome]:
        """What is there becomes the row."""
        ...

    def delete(self, gone: Sequence[Remote], feedback: QgsFeedback) -> list[Outcome]:
        """What is there goes."""
        ...
