"""What every catalogue offers: what it holds under an identifier, and how a record is created, replaced, deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ...metadata import iso19139, iso19139_reading, record_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsFeedback

    from ...metadata.record import Record

TIMEOUT = (15.0, 60.0)  # seconds: to connect, without a byte
# What was just written must not come back out of a cache of the network.
FRESH = {"Cache-Control": "no-cache"}


@dataclass(frozen=True)
class Form:
    """How a catalogue wants records written. `read` and `merged` raise SourceError."""

    write: Callable[[Record], bytes]
    read: Callable[[bytes], Record]
    merged: Callable[[bytes, Record], bytes]  # their document, our record → what becomes of it
    same: Callable[[bytes, bytes], bool]
    reduced: Callable[[Record], Record] | None = None  # where it has no word for all that a record says


ISO = Form(iso19139.write, iso19139_reading.read, iso19139_reading.merged, iso19139_reading.same)
JSON = Form(record_json.write, record_json.read, record_json.merged, record_json.same)


@dataclass(frozen=True)
class Held:
    """What a catalogue holds under an identifier. `public`: whether everybody sees it; None where it makes no odds."""

    body: bytes
    public: bool | None = None


@dataclass(frozen=True)
class Site:
    """What a catalogue said of itself."""

    title: str
    notes: tuple[str, ...] = ()  # what the user should know, in words


class Catalogue(Protocol):
    """One catalogue. Every method raises NetworkError or TargetError, and Cancelled.

    Those that write answer "" where it says yes, else its refusal in words. Neither is believed: records are read back.
    """

    form: Form

    def probe(self, feedback: QgsFeedback) -> Site:
        """Whether it is there and takes records; nothing is written."""
        ...

    def read(self, identifier: str, feedback: QgsFeedback) -> Held | None:
        """The record as it is there now; None where there is none."""
        ...

    def create(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """A new record, seen by nobody else where the catalogue knows the difference."""
        ...

    def replace(self, identifier: str, body: bytes, feedback: QgsFeedback) -> str:
        """What is there becomes the body."""
        ...

    def delete(self, identifier: str, feedback: QgsFeedback) -> str:
        """What is there goes."""
        ...

    def show(self, identifier: str, feedback: QgsFeedback, *, public: bool) -> str:
        """Lets everybody see it, or nobody but its owners; nothing to do where the catalogue makes no difference."""
        ...

    def page(self, identifier: str) -> str:
        """The address of the record, for people."""
        ...
