"""What a check has found: one value per violation, and the verdict they make together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import TYPE_CHECKING

from .model import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .engine.shapes import Shapes


@dataclass(frozen=True)
class Finding:
    """One violation: the rule, where, what was found, what is expected, how to mend. Texts are in the user's language.

    `rule` is ours and stable ("required", "unique", "codes", "no_overlap"…); `code` is that of the national validator
    (ATTRIBUTE_UNEXPECTED_NULL, voie_nom.casse_incorrecte…), "" where it has none.
    """

    rule: str
    level: Level
    message: str
    code: str = ""
    table: str = ""  # name of the table in the standard
    layer: str = ""  # name of the layer or file that was read, where it differs
    feature: str = ""  # identifier of the feature in its layer; "" for the whole table
    field: str = ""
    value: str = ""
    expected: str = ""
    help: str = ""  # what to do
    section: str = ""  # paragraph of the standard
    place: tuple[float, float] | None = None  # a point in `crs`
    crs: str = ""  # "EPSG:2154"
    shape: bytes = attribute(default=b"", repr=False)  # WKB of what is wrong (the overlap, the gap), in `crs`
    other: str = ""  # the other feature, of an overlap or a duplicate
    measure: float | None = None  # square metres, metres or percent: what `value` says in words

    @property
    def identity(self) -> tuple[str, str, str, str, str, str]:
        """What makes two findings of two runs the same one."""
        return self.rule, self.code, self.table, self.feature, self.field, self.other


@dataclass(frozen=True)
class Filled:
    """How many rows of a layer have a value for a field."""

    field: str
    column: str  # that holds it, "" where there is none
    rows: int
    required: bool = False


@dataclass(frozen=True)
class Reading:
    """A layer that was read: what a report tells of it."""

    table: str  # of the standard
    layer: str
    rows: int
    crs: str = ""
    filled: tuple[Filled, ...] = ()
    shapes: Shapes | None = attribute(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Verdict:
    """All the findings of a run."""

    standard: str  # id
    version: str
    findings: tuple[Finding, ...]
    rows: int = 0  # features read
    seconds: float = 0.0
    not_checked: tuple[str, ...] = ()  # what could not be checked, and why, in words
    readings: tuple[Reading, ...] = ()  # the layers, in the order in which they were read
    changed: int | None = None  # features that were not as in the last run; None: there was none to go by

    @property
    def counts(self) -> dict[str, int]:
        """Findings per level, the three levels always there."""
        counted = Counter(finding.level for finding in self.findings)
        return {level.value: counted[level] for level in Level}

    @property
    def valid(self) -> bool:
        """No error. Warnings and information do not spoil it."""
        return not any(finding.level is Level.ERROR for finding in self.findings)


@dataclass(frozen=True)
class Comparison:
    """Two runs on the same data."""

    mended: tuple[Finding, ...]
    new: tuple[Finding, ...]
    left: tuple[Finding, ...]


def compare(before: Iterable[Finding], after: Iterable[Finding]) -> Comparison:
    """What was mended, what is new, what is left, counting repetitions."""
    old, fresh = list(before), list(after)
    mended, _ = _split(old, Counter(one.identity for one in fresh))
    new, left = _split(fresh, Counter(one.identity for one in old))
    return Comparison(tuple(mended), tuple(new), tuple(left))


def _split(findings: list[Finding], counted: Mapping[tuple[str, ...], int]) -> tuple[list[Finding], list[Finding]]:
    """The findings beyond those counted, and the others."""
    left, beyond, common = dict(counted), list[Finding](), list[Finding]()
    for finding in findings:
        there = left.get(finding.identity, 0)
        left[finding.identity] = there - 1
        (common if there > 0 else beyond).append(finding)
    return beyond, common
