"""One palette for the whole map: quiet on white and over Plan IGN, its outlines readable over an orthophoto."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Sequence

PAPER = "#faf8f3"
INK = "#3d3a36"
GREY = "#7d7771"

WATER = "#cfe3f0"
WATER_EDGE = "#7fb0d1"
WATER_TEXT = "#2b6a99"

ADMIN = "#6f4f9e"
PARCEL = "#ad6a35"
PARCEL_TEXT = "#8a4f24"
ADDRESS = "#b3402e"

WOOD = "#cfe1bd"
WOOD_EDGE = "#a5c28f"
HEDGE = "#8db576"
PROTECTED = "#3b8a4b"
NATURA = "#14807a"

BUILDING = "#ddd5cb"
BUILDING_EDGE = "#a1968a"

ELECTRIC = "#6a6a86"
VINE = "#8e3a59"
GENERIC = "#3f6f9f"


def colour(code: str, alpha: int = 255) -> QColor:
    """The colour written `#rrggbb`, with an opacity from 0 to 255."""
    made = QColor(code)
    made.setAlpha(alpha)
    return made


def families() -> Sequence[str]:
    """The fonts of the labels, the preferred one first; QGIS takes its default font when none is there."""
    return ["Open Sans", "Noto Sans", "DejaVu Sans"]
