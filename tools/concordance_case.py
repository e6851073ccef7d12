"""A file judged by two validators, and what they say differently."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

from data_territoires_plugin.standards.engine.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, order=True)
class Fault:
    """What a validator says, in words that both share. Its value is shown, not compared."""

    row: str  # "" for the whole file
    field: str
    kind: str  # or a code
    value: str = dataclasses.field(default="", compare=False)

    def __str__(self) -> str:
        place = f"ligne {self.row}" if self.row else "fichier"
        shown = f" « {self.value} »" if self.value else ""
        return f"{place}, {self.field or '—'} : {self.kind}{shown}"


@dataclass(frozen=True)
class Difference:
    """A fault that one of the two alone tells. `why` is empty where nothing explains it."""

    fault: Fault
    ours_only: bool
    why: str = ""


@dataclass(frozen=True)
class Case:
    """A file judged by both."""

    name: str
    agreed: int  # faults that both tell
    differences: tuple[Difference, ...] = ()
    failed: tuple[str, ...] = ()  # the reference could not judge: why

    @property
    def unexplained(self) -> tuple[Difference, ...]:
        """The differences without explanation."""
        return tuple(one for one in self.differences if not one.why)


def read(file: Path) -> Subject:
    """A file to judge. QGIS closes those read a minute ago, but only where its events are looked at."""
    QCoreApplication.processEvents()
    return Subject.of_file(file)


def compared(name: str, ours: set[Fault], theirs: set[Fault], failed: Iterable[str] = ()) -> Case:
    """The case of two sets of faults."""
    differences = [Difference(one, ours_only=True) for one in sorted(ours - theirs)]
    differences += [Difference(one, ours_only=False) for one in sorted(theirs - ours)]
    return Case(name, len(ours & theirs), tuple(differences), tuple(failed))
