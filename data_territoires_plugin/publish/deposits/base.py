"""What every place that takes a whole dataset at once offers: GeoServer, data.gouv.fr, and others.

Nothing that is published is touched before its replacement is there, beside it, and was read back.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ..content import Column, Content, Remote
    from ..targets.base import Profile


@dataclass(frozen=True)
class About:
    """What is said of a dataset, and how it is drawn. Every text may be ""."""

    name: str  # what files, stores and addresses are called: a-z, 0-9 and _
    title: str
    abstract: str = ""
    licence: str = ""
    attribution: str = ""
    keywords: tuple[str, ...] = ()
    wkb_type: int = 0  # of the shapes, as QGIS numbers them; 100: none
    sld: str = ""  # style for a server
    qml: str = ""  # style for QGIS
    record: str = ""  # metadata record, ISO 19139
    zones: tuple[str, ...] = ()  # territories that it covers, kind:code
    schema: str = ""  # national schema that it follows: name, or name@version
    public: bool = False  # what is a draft at first may be shown to everybody once it was read back
    links: tuple[tuple[str, str], ...] = ()  # (format, address) of the metadata record, where it can be read


@dataclass(frozen=True)
class Before:
    """What was published before: whether anything was, and what names its version ("" where it can't be told)."""

    existed: bool
    version: str = ""


@dataclass(frozen=True)
class Package:
    """The rows to be, whole, and what is said of them."""

    content: Content
    about: About

    def named(self, name: str) -> Package:
        """The same under another name."""
        return replace(self, about=replace(self.about, name=name))


class Deposit(Protocol):
    """One place where a whole dataset is put. Every method raises NetworkError or TargetError, and Cancelled."""

    def probe(self, feedback: QgsFeedback) -> Profile:
        """What it takes, in which CRS it is compared; its columns that would go or come. Nothing is written."""
        ...

    def exists(self, feedback: QgsFeedback) -> bool:
        """Whether a dataset is published there now."""
        ...

    def version(self, feedback: QgsFeedback) -> str:
        """What changes as soon as somebody changes what is published; "" where it can't be told without reading all."""
        ...

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """What is published, complete or an error; nothing where nothing is."""
        ...

    def stage(self, package: Package, run: str, feedback: QgsFeedback) -> str:
        """Puts a package beside what is published, unseen where the place allows it; gives back what names it.

        Done twice with the same `run`, the second one takes the place of the first.
        """
        ...

    def read_staged(self, staged: str, feedback: QgsFeedback) -> Iterator[Remote]:
        """What was really stored."""
        ...

    def switch(self, staged: str, feedback: QgsFeedback) -> str:
        """What was staged is what is published from now on; gives back what names the former one ("" : there was none).

        Done twice, the second one does nothing.
        """
        ...

    def restore(self, former: str, feedback: QgsFeedback) -> None:
        """What `switch` named is published again, as it was; what took its place goes."""
        ...

    def dress(self, package: Package, feedback: QgsFeedback) -> tuple[str, ...]:
        """Brings style and description up to date where they differ; gives back what was changed, in words."""
        ...

    def withdraw(self, feedback: QgsFeedback) -> None:
        """What we published goes, for nothing was there before."""
        ...

    def discard(self, run: str, feedback: QgsFeedback) -> None:
        """What a run has staged, even in part, and is not published goes. Nothing else ever does."""
        ...


@runtime_checkable
class KeepsFormer(Protocol):
    """A place that has no room of its own for what it replaces: it is kept here, beside the journal."""

    def keep_in(self, folder: Path) -> None:
        """Where the former files are kept; made by whoever writes there."""
        ...


@runtime_checkable
class NamesItself(Protocol):
    """A place that gives what it creates a name of its own, by which it is published to the next time."""

    def name_given(self, feedback: QgsFeedback) -> str:
        """The collection to give from now on; "" where it is the one that was given."""
        ...


@runtime_checkable
class Mended(Protocol):
    """A deposit that a cut in the middle of a switch leaves with nothing published."""

    def mend(self, run: str, feedback: QgsFeedback) -> None:
        """What was published before is published again, if a cut of this run is why it is not."""
        ...


@runtime_checkable
class Undressed(Protocol):
    """A deposit whose style and description outlive a switch: undoing brings them back."""

    def worn(self, feedback: QgsFeedback) -> str:
        """What `undress` needs to come back to what is said and drawn now; "" where nothing is published."""
        ...

    def undress(self, worn: str, feedback: QgsFeedback) -> None:
        """Style and description are those of before again."""
        ...


def columns_of(theirs: Iterable[str], ours: Sequence[Column]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that would go with the dataset that replaces what is there, and those that would come."""
    names, there = [column.name for column in ours], list(theirs)
    return tuple(name for name in there if name not in names), tuple(name for name in names if name not in there)


def digest_of(path: Path, algorithm: str = "sha256") -> str:
    """The digest of a file: what a service computes of what it receives; nothing secret depends on it."""
    digest = hashlib.new(algorithm, usedforsecurity=False)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
