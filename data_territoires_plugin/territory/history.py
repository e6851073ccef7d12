"""The communes through time, since 1943, made of plots of land that never divide.

A plot is the land of one former commune: the movements (resources/cog/movements.tsv, made by tools/build_cog.py) move
it from commune to commune. What a commune of one year became in another is where its plots are then: a merger brings
plots together, a split sets them apart, and what merged and was separated again comes back to itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from ..paths import resources
from .cog import EDITION, tables

if TYPE_CHECKING:
    from collections.abc import Iterable

YEARS = range(1943, EDITION + 1)  # the movements of INSEE begin in 1943
_NOWHERE = ""


class Movement(Enum):
    """What happened to a commune. The values are written in tables (see docs/algorithmes.md)."""

    UNCHANGED = "unchanged"
    MERGED = "merged"  # into another commune, or others into it
    SPLIT = "split"  # one of its former communes became a commune again
    CODE = "code"  # the code changed: the seat moved to another former commune
    DEPARTEMENT = "departement"  # the commune changed département
    CREATED = "created"  # carved out of communes that the source doesn't name
    SUPPRESSED = "suppressed"  # shared between its neighbours
    FORMER = "former"  # the code is not that of a commune in the year of departure, but of an earlier one
    UNKNOWN = "unknown"  # nor of an earlier one


_KINDS = {
    "merger": Movement.MERGED,
    "split": Movement.SPLIT,
    "code": Movement.CODE,
    "creation": Movement.CREATED,
    "suppression": Movement.SUPPRESSED,
}


@dataclass(frozen=True)
class Event:
    """One line of the table of movements."""

    date: str  # 2016-01-01: the first day of the commune after
    kind: Movement
    before: str
    after: str
    parts: tuple[str, ...]  # of a split: the former communes that go this way


@dataclass
class Plot:
    """The land of one former commune, and the communes that held it."""

    codes: list[str]  # its own, the oldest first
    dates: list[str] = field(default_factory=lambda: [""])
    communes: list[str] = field(default_factory=list)
    kinds: list[Movement] = field(default_factory=lambda: [Movement.UNCHANGED])

    def at(self, date: str) -> str:
        """The commune that holds it on this day; "" if the source doesn't tell."""
        return self.communes[bisect_right(self.dates, date) - 1]

    def moved(self, date: str, kind: Movement, commune: str) -> None:
        """Held by another commune (or the same, grown or reduced) from this day on."""
        self.dates.append(date)
        self.kinds.append(kind)
        self.communes.append(commune)

    def divided(self, code: str) -> Plot:
        """A new plot, of this code, that was part of this one until now."""
        return Plot([code], list(self.dates), list(self.communes), list(self.kinds))

    def between(self, start: str, end: str) -> list[tuple[str, Movement]]:
        """What happened after a day, up to and including another: dates and movements."""
        found = []
        for at in range(bisect_right(self.dates, start), bisect_right(self.dates, end)):
            old, new, kind = self.communes[at - 1], self.communes[at], self.kinds[at]
            elsewhere = old != _NOWHERE and departement_of(old) != departement_of(new)
            if not (elsewhere and kind is Movement.CODE):
                found.append((self.dates[at], kind))
            if elsewhere:
                found.append((self.dates[at], Movement.DEPARTEMENT))
        return found


class History:
    """Where each plot is, and when."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.plots: list[Plot] = []
        self._now: dict[str, list[Plot]] = {}
        self._at: dict[str, dict[str, list[Plot]]] = {}
        for _date, same_day in groupby(events, key=lambda event: event.date):
            self._apply(list(same_day))
        self.ever: dict[str, list[Plot]] = defaultdict(list)  # the plots that each code ever held
        for plot in self.plots:
            for code in set(plot.communes) - {_NOWHERE}:
                self.ever[code].append(plot)

    def of(self, code: str, date: str) -> list[Plot]:
        """The plots that a commune holds on this day: none if it isn't a commune then, or never moved."""
        if date not in self._at:
            held = defaultdict(list)
            for plot in self.plots:
                held[plot.at(date)].append(plot)
            self._at[date] = held
        return self._at[date].get(code, []) if code else []

    def last_of(self, code: str, date: str) -> list[Plot]:
        """The plots that a commune held on its last day, before this one."""
        last = ""
        found: list[Plot] = []
        for plot in self.ever.get(code, ()):
            for start, end, commune in zip(plot.dates, plot.dates[1:], plot.communes, strict=False):
                if commune == code and start < end <= date and end >= last:
                    found = [*found, plot] if end == last else [plot]
                    last = end
        return found

    def _apply(self, events: list[Event]) -> None:
        """The movements of one day: all leave, then all arrive."""
        leaving: dict[str, list[Plot]] = {}
        for event in events:
            if event.before and event.before not in leaving:
                leaving[event.before] = self._now.pop(event.before, []) or self._first(event.before)
        for before, plots in leaving.items():
            self._leave(plots, [event for event in events if event.before == before])
        for event in events:
            if not event.before:
                self._arrive(self._created(event), event)

    def _leave(self, plots: list[Plot], ways: list[Event]) -> None:
        by_code = {code: way for way in ways for code in (*way.parts, way.after)}
        rest = next((way for way in ways if way.after == way.before), ways[0])

        def way_of(plot: Plot) -> Event:
            return next((by_code[code] for code in plot.codes if code in by_code), rest)

        whole = next((plot for plot in plots if ways[0].before in plot.codes), plots[0])
        taken = {rest.after, *(way_of(plot).after for plot in plots)}
        # A commune re-established of which no plot is known was a part of the plot of the whole.
        parts = [whole.divided(way.after) for way in ways if way.after not in taken]
        self.plots += parts
        for plot in (*plots, *parts):
            self._arrive(plot, way_of(plot))

    def _arrive(self, plot: Plot, event: Event) -> None:
        if event.kind is Movement.CODE and event.before in plot.codes:
            plot.codes.append(event.after)
        plot.moved(event.date, event.kind, event.after)
        self._now.setdefault(event.after, []).append(plot)

    def _first(self, code: str) -> list[Plot]:
        plot = Plot([code], communes=[code])
        self.plots.append(plot)
        return [plot]

    def _created(self, event: Event) -> Plot:
        plot = Plot([event.after], communes=[_NOWHERE])
        self.plots.append(plot)
        return plot


@lru_cache(maxsize=1)
def history() -> History:
    """The history of the communes, read from the table of movements."""
    lines = (resources() / "cog" / "movements.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return History(
        Event(date, _KINDS[kind], before, after, tuple(parts.split(",")) if parts else ())
        for date, kind, before, after, parts in rows
    )


@lru_cache(maxsize=1)
def lasting_codes() -> frozenset[str]:
    """The communes of today that no movement names, and the municipal arrondissements: the same in every year."""
    kinds = ("commune", "arrondissement_municipal")
    codes = {code for table in tables() for kind in kinds for code in table.codes(kind)}
    return frozenset(codes - history().ever.keys())


def communes_of(year: int) -> frozenset[str]:
    """The codes of the communes (and municipal arrondissements) on 1 January of a year, from 1943 to `EDITION`."""
    day = first_day(year)
    return lasting_codes() | {code for plot in history().plots if (code := plot.at(day))}


def first_day(year: int) -> str:
    """1 January, the day of an edition."""
    return f"{year}-01-01"


def departement_of(commune: str) -> str:
    """The département (or overseas collectivity) in the code of a commune."""
    return commune[:3] if commune[:2] in ("97", "98") else commune[:2]
