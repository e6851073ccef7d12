"""INSEE codes of communes, brought from one year of the COG to another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import TerritoryError
from ..i18n import tr
from .cog import EDITION, of_code
from .history import YEARS, History, Movement, Plot, communes_of, departement_of, first_day, history

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODE = re.compile(r"\d[0-9AB]\d{3}")
_WITHOUT_ZERO = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Migration:
    """What a code of one year became in another."""

    code: str  # as `insee_code` writes it
    candidates: tuple[str, ...]  # the codes, in the year of arrival, that may be its; one where `certain`
    movements: tuple[Movement, ...]  # what happened in between, in order, each once
    certain: bool  # the land of the commune of departure is all in the one candidate

    @property
    def new(self) -> str:
        """The code in the year of arrival; "" where several are possible, or none is known."""
        return self.candidates[0] if self.certain else ""

    @property
    def other_departement(self) -> bool:
        """Whether the new code is that of another département."""
        return self.certain and departement_of(self.new) != departement_of(self.code)


class Migrator:
    """Brings codes from a year to another: each distinct code is looked for once.

    `start` and `end` are editions of the COG (the communes as of 1 January), from 1943 to that of today; `end` may come
    before `start`. Raises TerritoryError for another year.
    """

    def __init__(self, start: int, end: int) -> None:
        for year in (start, end):
            if year not in YEARS:
                raise TerritoryError(
                    tr("The movements of the communes are known from {first} to {last}, not in {year}.").format(
                        first=YEARS[0], last=YEARS[-1], year=year
                    ),
                    hint=tr("Choose a year in between."),
                )
        self._history: History = history()
        self._from, self._to = first_day(start), first_day(end)
        self._departure, self._arrival = communes_of(start), communes_of(end)
        self._known: dict[str, Migration] = {}

    def __call__(self, code: Any) -> Migration:
        """What became of a code, written as text or number, with or without its leading zero."""
        written = insee_code(code)
        if written not in self._known:
            self._known[written] = self._migration(written)
        return self._known[written]

    def all(self, codes: Iterable[Any]) -> list[Migration]:
        """What became of every code, in their order."""
        return [self(code) for code in codes]

    def _migration(self, code: str) -> Migration:
        if code not in self._departure:
            return self._of_another_year(code)
        plots = self._history.of(code, self._from)
        return self._followed(code, plots, ()) if plots else Migration(code, (code,), (Movement.UNCHANGED,), True)

    def _of_another_year(self, code: str) -> Migration:
        """A code that no commune has in the year of departure: of a commune that had merged before, or unknown."""
        plots = self._history.last_of(code, self._from) or self._of_part(code)
        if plots:
            return self._followed(code, plots, (Movement.FORMER,))
        return Migration(code, (code,) if code in self._arrival else (), (Movement.UNKNOWN,), False)

    def _of_part(self, code: str) -> list[Plot]:
        """The plots around a delegated or associated commune of today that was never a commune under this code."""
        found = of_code(code, ("commune_deleguee", "commune_associee"))
        return self._history.of(found[0].parent, first_day(EDITION)) if found else []

    def _followed(self, code: str, plots: list[Plot], before: tuple[Movement, ...]) -> Migration:
        start, end = sorted((self._from, self._to))
        happened = sorted(
            {event for plot in plots for event in plot.between(start, end)},
            key=lambda event: (event[0], event[1].value),
            reverse=self._from > self._to,
        )
        movements = (*before, *dict.fromkeys(movement for _date, movement in happened)) or (Movement.UNCHANGED,)
        candidates = tuple(sorted({plot.at(self._to) for plot in plots} - {""}))
        shared = Movement.SUPPRESSED in movements or any(not plot.at(self._to) for plot in plots)
        return Migration(code, candidates, movements, len(candidates) == 1 and not shared)


def migrate(code: Any, start: int, end: int) -> Migration:
    """What a code of the COG of `start` became in that of `end`. For a table, keep a `Migrator`."""
    return Migrator(start, end)(code)


def insee_code(value: Any) -> str:
    """A code as INSEE writes it: 1001, 1001.0, "1001" and " 01001 " are "01001", "2a004" is "2A004"; else as it is."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else str(value).strip().upper()
    return text.zfill(5) if _WITHOUT_ZERO.fullmatch(text) else text


def is_insee_code(text: str) -> bool:
    """Whether a text has the form of the code of a commune."""
    return _CODE.fullmatch(text) is not None
