"""What the fixes look at: the layer, its table, the findings to mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..engine.columns import match

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qgis.core import QgsFeedback, QgsGeometry

    from ..engine.columns import Matching
    from ..engine.options import Options
    from ..engine.subject import Subject
    from ..findings import Finding
    from ..model import Field, Standard, Table

WIDEST = 1.0  # metres: a gap or an overlap wider than this on average is no sliver


@dataclass(frozen=True)
class Commune:
    """A commune and its contour, in the CRS of the layer."""

    code: str
    geometry: QgsGeometry


@dataclass(frozen=True)
class Asked:
    """What a repair is asked, beside the layer and the standard."""

    fixes: tuple[str, ...] = ()  # ids; none: all
    findings: tuple[Finding, ...] | None = None  # those to mend; None: all
    table: str = ""  # of the standard; "": found
    communes: tuple[Commune, ...] = ()  # for the INSEE codes
    widest: float = WIDEST  # metres: of the slivers and gaps that are mended
    keep: tuple[int, ...] = ()  # features that get the slivers and gaps they touch, the first of them before the others
    owners: Mapping[bytes, int] = field(default_factory=dict)  # of one gap or overlap (its shape): who gets it

    def decided(self, finding: Finding) -> int | None:
        """The feature that was chosen for this very gap or overlap; None: it is for the plugin to propose."""
        return self.owners.get(finding.shape)

    def owner(self, finding: Finding, possible: Sequence[int]) -> int:
        """The feature that gets a gap or an overlap: of those possible, the chosen one, else the first."""
        wanted = (self.decided(finding), *self.keep)
        return next((one for one in wanted if one is not None and one in possible), possible[0])


@dataclass(frozen=True)
class Work:
    """A layer being mended."""

    subject: Subject
    table: Table
    standard: Standard
    options: Options
    asked: Asked
    findings: tuple[Finding, ...]  # those to mend
    all_findings: tuple[Finding, ...]
    feedback: QgsFeedback = field(repr=False)

    @cached_property
    def matching(self) -> Matching:
        """The columns that hold the fields."""
        return match(self.table, self.subject.names, self.subject.keys)

    def about_values(self) -> Iterator[tuple[Finding, Field, str, int]]:
        """The findings on one value: the field, its column, the feature."""
        for finding in self.findings:
            known = self.table.field(finding.field)
            column = self.matching.found.get(known.name) if known is not None else None
            if known is not None and column is not None and is_feature(finding):
                yield finding, known, column, int(finding.feature)

    @cached_property
    def shapes(self) -> dict[int, bytes | None]:
        """The shapes of all the features, as WKB. Raises SourceError, Cancelled."""
        found: dict[int, bytes | None] = {}
        for keys, chunk in self.subject.geometries(self.feedback):
            found.update(zip(keys, chunk, strict=True))
        return found


def is_feature(finding: Finding) -> bool:
    """Whether a finding is about one feature."""
    return finding.feature.lstrip("-").isdigit()
