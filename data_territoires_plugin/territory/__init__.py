"""Where: territories of the COG, their perimeters."""

from __future__ import annotations

from .cog import EDITION, FIRST_EDITION, KINDS, Territory
from .legal_crs import common_crs, legal_crs
from .resolve import Dissolved, members, territories, territory
from .search import search
from .zonings import ZONINGS

__all__ = [
    "EDITION",
    "FIRST_EDITION",
    "KINDS",
    "ZONINGS",
    "Dissolved",
    "Territory",
    "common_crs",
    "legal_crs",
    "members",
    "search",
    "territories",
    "territory",
]
