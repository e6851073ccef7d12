"""A territory found from an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import TerritoryError
from ..sources.geocoding import found
from .resolve import territory

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .cog import Territory


@dataclass(frozen=True)
class Place:
    """An address and the commune it is in (the arrondissement in Paris, Lyon and Marseille)."""

    label: str
    lon: float  # degrees, WGS 84
    lat: float
    territory: Territory


def places(text: str, feedback: QgsFeedback, limit: int = 5) -> list[Place]:
    """The addresses that a text may name, best first, each with its commune. Raises NetworkError."""
    named: list[Place] = []
    for one in found(text, limit, feedback):
        commune = _commune(one.citycode)
        if commune is not None and one.lon is not None and one.lat is not None:
            named.append(Place(one.label, one.lon, one.lat, commune))
    return named


def _commune(code: str) -> Territory | None:
    for kind in ("commune", "arrondissement_municipal"):
        try:
            return territory(f"{kind}:{code}")
        except TerritoryError:
            continue
    return None
