"""The shapes of a table: WKB in memory, a QgsGeometry or a shapely array when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from .memory import marks_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qgis.core import QgsGeometry


def shapely_here() -> Any:
    """The module shapely (2.0 at least) where QGIS has it, else None: it is an accelerator, never needed."""
    try:
        import shapely
    except ImportError:
        return None
    return shapely if hasattr(shapely, "from_wkb") else None


def from_wkb(shapely: Any, wkb: Sequence[bytes | None]) -> np.ndarray:
    """The shapes as an array of shapely, None where one can't be read. It knows no curve: arcs become segments."""
    try:
        return shapely.from_wkb(np.array(wkb, dtype=object), on_invalid="ignore")
    except NotImplementedError:
        straight = [None if one is None else _straight(one) for one in wkb]
        return shapely.from_wkb(np.array(straight, dtype=object), on_invalid="ignore")


def _straight(wkb: bytes) -> bytes:
    from qgis.core import QgsGeometry, QgsWkbTypes

    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if not QgsWkbTypes.isCurvedType(geometry.wkbType()):
        return wkb
    geometry.convertToStraightSegment()
    return bytes(geometry.asWkb())


@dataclass(eq=False)
class Shapes:
    """The shapes of a table, in the order of its rows."""

    table: str  # name in the standard
    layer: str  # name of what was read
    crs: str  # "EPSG:2154"; "" unknown
    ids: np.ndarray  # identifiers of the features
    wkb: Sequence[bytes | None]
    usable: np.ndarray = field(default_factory=lambda: np.zeros(0, bool))  # there, valid, of the right kind
    others: Mapping[str, Shapes] = field(default_factory=dict)  # those of the other tables, by name
    union: tuple[bytes, QgsGeometry] | None = None  # of the usable ones, and which they were: made once in a run

    def __post_init__(self) -> None:
        if len(self.usable) != len(self.wkb):
            self.usable = np.fromiter((wkb is not None for wkb in self.wkb), bool, len(self.wkb))

    def __len__(self) -> int:
        return len(self.wkb)

    def other(self, name: str) -> Shapes | None:
        """The shapes of another table of the standard, whatever the case; None where it was not given."""
        wanted = name.casefold()
        return next((shapes for known, shapes in self.others.items() if known.casefold() == wanted), None)

    def geometry(self, at: int) -> QgsGeometry:
        """The shape of a row; a null geometry where it has none."""
        from qgis.core import QgsGeometry

        geometry = QgsGeometry()
        wkb = self.wkb[at]
        if wkb is not None:
            geometry.fromWkb(wkb)
        return geometry

    @cached_property
    def marks(self) -> np.ndarray:
        """The mark of each shape: what tells it from one run to the next."""
        return marks_of(self.wkb)

    @cached_property
    def array(self) -> np.ndarray | None:
        """The shapes as an array of shapely (None where a shape can't be read); None where shapely is not there."""
        shapely = shapely_here()
        if shapely is None:
            return None
        return from_wkb(shapely, self.wkb)

    @cached_property
    def bounds(self) -> np.ndarray:
        """Min x, min y, max x, max y of each shape; NaN where there is none."""
        shapely = shapely_here()
        if self.array is not None:
            return shapely.bounds(self.array)
        boxes = np.full((len(self), 4), np.nan)
        for at, wkb in enumerate(self.wkb):
            if wkb is not None:
                box = self.geometry(at).boundingBox()
                if not box.isNull():
                    boxes[at] = box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
        return boxes
