"""What every place to publish to offers: what it takes, what it holds, how features are created, replaced, deleted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from ...errors import DataTerritoiresError, NetworkError
from ...i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback

    from ..content import Column, Remote, Row


# What stands in front of a server answers so, or the server to everything: it says nothing of what became of a feature.
NOT_THE_SERVER = frozenset({401, 403, 405, 407, 408, 429, 502, 503, 504})


class TargetError(DataTerritoiresError):
    """The platform can't be published to, or must not be."""


class TargetLost(NetworkError):
    """The connection to the platform broke: what became of the last request is not known."""


@dataclass(frozen=True)
class Dataset:
    """One dataset of a platform (layer, table, file), and what is published of it."""

    address: str  # of the platform: a URL, a path, a connection
    collection: str  # what the dataset is called there
    key: str  # field that identifies a feature for good
    columns: tuple[Column, ...]  # those that are published, the key among them
    crs: QgsCoordinateReferenceSystem  # of the shapes on our side
    authcfg: str = ""
    run: str = ""  # of the journal that is gone on with, "" at first
    staged: str = ""  # what that journal has put there


class Flavour(Enum):
    """The style that goes with a dataset."""

    NONE = ""
    SLD = "sld"
    GEOSERVER = "geoserver"  # SLD, with what GeoServer adds to it


@dataclass(frozen=True)
class Profile:
    """What a target said, or showed, of itself."""

    columns: tuple[Column, ...]  # () where it doesn't tell
    crs: QgsCoordinateReferenceSystem  # in which shapes are exchanged and compared
    precision: float  # units of that CRS within which a vertex that came back is the same
    kind: str = ""  # point, line, polygon, "" = any
    shape_required: bool = False
    batch: int = 1  # features that can be sent at once
    few: int = 200  # up to so many features are better read by their keys, more by reading everything
    loses: tuple[str, ...] = ()  # columns that are there, and would go with the dataset that replaces it
    gains: tuple[str, ...] = ()  # columns that are not there, and would come
    locks: bool = False  # it looks by itself, in one transaction, whether what it writes on is still what is expected
    links: tuple[tuple[str, str], ...] = ()  # (title, address) for people
    notes: tuple[str, ...] = ()  # what the user should know, in words
    flat: bool = False  # a table: shapes are not kept
    altitudes: bool = True  # of vertices: kept
    styled: Flavour = Flavour.NONE
    wms: tuple[str, str] = ("", "")  # address and layer, where it draws what is published

    @property
    def geographic(self) -> bool:
        """Whether shapes are in degrees."""
        return bool(self.crs.isGeographic())


def coarse_note() -> str:
    """What the user should know of a platform that gives six decimals of a degree."""
    return tr("The platform may give degrees with six decimals only: a move of less than 20 cm is not seen, nor sent.")


@dataclass(frozen=True)
class Outcome:
    """What a target said of one feature. It is not believed: what was written is read back.

    `conflict`: nothing was written, since somebody else has changed it.
    """

    key: str
    id: str = ""
    error: str = ""
    conflict: bool = False


class Target(Protocol):
    """One place to publish to. Every method raises NetworkError or TargetError, and Cancelled."""

    def probe(self, feedback: QgsFeedback) -> Profile:
        """What it takes; nothing is written."""
        ...

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """Everything it holds: complete, or an error."""
        ...

    def count(self, feedback: QgsFeedback) -> int:
        """How many features it holds."""
        ...

    def read_some(self, keys: Sequence[str], ids: Sequence[str], feedback: QgsFeedback) -> list[Remote]:
        """The features of these keys, as they are there now (two, where a key is there twice).

        By their ids where these are known, which may be quicker, and then hides a second one.
        """
        ...

    def create(self, rows: Sequence[Row], feedback: QgsFeedback) -> list[Outcome]:
        """At most `batch` rows. NetworkError: what became of them is not known."""
        ...

    def replace(self, pairs: Sequence[tuple[Remote, Row]], feedback: QgsFeedback) -> list[Outcome]:
        """What is there becomes the row."""
        ...

    def delete(self, gone: Sequence[Remote], feedback: QgsFeedback) -> list[Outcome]:
        """What is there goes."""
        ...
