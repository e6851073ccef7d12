"""A fix proposed for one thing: a value, a shape, a column."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as attribute
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..findings import Finding


class Change(Enum):
    """What a proposal changes."""

    VALUE = "value"  # of `field`, to `after`
    SHAPE = "shape"  # replaced by `shape`
    CUT = "cut"  # `shape` is taken off the shape of the feature
    FILL = "fill"  # `shape` is added to the shape of the feature
    COLUMN = "column"  # the column `after` is added, empty
    RENAME = "rename"  # the column `field` is renamed to `after`
    ORDER = "order"  # the columns in the order and width of the standard: of a new layer only


SHAPES = (Change.SHAPE, Change.CUT, Change.FILL)


@dataclass(frozen=True)
class Proposal:
    """One change: of what, from what to what, and what it mends. Texts are in the user's language."""

    fix: str  # id of the fix: see `fixes`; several where one value needs them: "trim, case"
    change: Change
    feature: int | None = None  # identifier in its layer; None: the whole layer
    field: str = ""  # name of the column in the layer; "" for a shape
    before: str = ""
    after: str = ""
    words: str = ""  # what it changes, in a sentence: areas and distances included
    measure: float | None = None  # percent of the area (SHAPE), or metres: of a vertex snapped, of a sliver's width
    refused: str = ""  # why it isn't applied, "" where it may be
    findings: tuple[Finding, ...] = ()  # what it mends
    shape: bytes = attribute(default=b"", repr=False)  # WKB, in the CRS of the layer
    origin: bytes = attribute(default=b"", repr=False)  # the whole shape before (SHAPE)
    place: tuple[float, float] | None = None  # a point in `crs`
    crs: str = ""
    owners: tuple[int, ...] = ()  # of a gap or an overlap: the features that may have it, the one proposed first
    owner: int | None = None  # the one that gets it here

    @property
    def cell(self) -> tuple[int | None, str]:
        """What it touches: a feature and a column ("": its shape)."""
        return self.feature, self.field
