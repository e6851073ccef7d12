"""The selection of a territory by its codes, where the entry has a field for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..catalogue.entry import Entry
    from .base import Area

# From the narrowest filter to the widest: a commune's own code before the list of its département.
_ORDER = (
    "commune_deleguee",
    "commune_associee",
    "arrondissement_municipal",
    "iris",
    "qpv",
    "canton",
    "bassin_de_vie",
    "scot",
    "pnr",
    "bassin_versant",
    "epci",
    "departement",
    "region",
    "commune",
)
MOST_CODES = 400


@dataclass(frozen=True)
class Selection:
    """`field` is one of `values`."""

    kind: str
    field: str
    values: tuple[str, ...]


def selection(entry: Entry, area: Area) -> Selection | None:
    """The selection of the area's territory in the entry, None where its fields or the codes don't allow one."""
    for kind in _ORDER:
        field, values = entry.code_fields.get(kind), area.codes.get(kind, ())
        if field and 0 < len(values) <= MOST_CODES:
            return Selection(kind, field, tuple(values))
    return None
