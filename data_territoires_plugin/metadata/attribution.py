"""What a producer asks to be written on a map, filled in for one clip."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ..catalogue.entry import Entry


def attribution(entry: Entry, edition: str, fetched: date) -> str:
    """The attribution of an entry: {edition}, {month} (MM/YYYY of the edition, else of the fetch), {date}."""
    day = fetched.strftime("%d/%m/%Y")
    return entry.attribution.format(
        edition=edition or fetched.strftime("%m/%Y"), month=_month(edition, fetched), date=day
    )


def _month(edition: str, fetched: date) -> str:
    """MM/YYYY of an edition written 2026-06-15 or 2026-06; of the day of the fetch otherwise."""
    parts = edition.split("-")
    if len(parts) >= 2 and all(part.isdigit() for part in parts[:2]):
        return f"{parts[1]}/{parts[0]}"
    return fetched.strftime("%m/%Y")
