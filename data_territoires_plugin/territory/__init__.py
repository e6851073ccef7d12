"""Where: territories of the COG, their perimeters."""

from __future__ import annotations

from .cog import EDITION, KINDS, Territory
from .legal_crs import common_crs, legal_crs
from .resolve import LATER_KINDS, territories, territory
from .search import search

__all__ = [
    "EDITION",
    "KINDS",
    "LATER_KINDS",
    "Territory",
    "common_crs",
    "legal_crs",
    "search",
    "territories",
    "territory",
]
