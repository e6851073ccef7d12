"""Identifiers that can be proved wrong: INSEE, SIREN, SIRET, FINESS, UUID, and those made of the document's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...i18n import tr
from ...territory.history import YEARS, communes_of, first_day, history
from .checks import Row, Wrong, row_check
from .document_name import expected_idurba, is_idurba, is_idurba_of, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..model import Check
    from .options import Options


_INSEE = re.compile(r"(2[AB][0-9]{3}|[0-9]{5})")
_UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_LA_POSTE = "356000000"  # SIREN whose establishments have numbers of their own: INSEE, "clé de contrôle du SIRET"


@row_check("insee")
def insee(values: Sequence[Row], check: Check, options: Options) -> Wrong:
    """Codes of communes: their form, then their existence in the COG of the run's year or of the document's.

    Parameters `year`: another year; `former`: "yes" where the communes that ceased to be are right too.
    """
    year = int(check.parameters.get("year", "") or options.cog_year)
    name = parse(options.document)
    years = {year, *([int(name.date[:4])] if name is not None and name.date else [])}
    known = frozenset[str]().union(*(communes_of(one) for one in years if one in YEARS))
    tolerated = check.parameters.get("former") == "yes"
    form = tr("two characters for the département, three digits for the commune: {example}").format(example="35238")
    expected = tr("a commune of the COG of {year}").format(year=year)
    for at, value in _each(values):
        if _INSEE.fullmatch(value) is None:
            yield at, value, form
        elif value not in known and value in history().ever:
            if not tolerated:
                yield at, value, _now(value, year), "insee_former"
        elif value not in known:
            yield at, value, expected, "insee_unknown"


def _now(code: str, year: int) -> str:
    """The communes where the land of a former one is now."""
    day = first_day(year)
    return ", ".join(dict.fromkeys(plot.at(day) for plot in history().last_of(code, day)))


@row_check("siren")
def siren(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """SIREN numbers: nine digits, the sum of Luhn a multiple of ten (INSEE, definition of the SIREN)."""
    return _failing(values, lambda text: re.fullmatch(r"[0-9]{9}", text) is not None and luhn(text) % 10 == 0)


@row_check("siret")
def siret(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """SIRET numbers: fourteen digits and the same key; those of La Poste add up to a multiple of five instead."""
    return _failing(values, _is_siret)


@row_check("finess")
def finess(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """FINESS numbers: nine figures with the key of Luhn. Of those of Corsica (2A, 2B), only the form is looked at."""
    return _failing(values, _is_finess)


@row_check("uuid4")
def uuid4(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """Random identifiers (RFC 9562 §5.4)."""
    right = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx"
    return _failing(values, lambda text: _UUID4.fullmatch(text) is not None, right)


def luhn(digits: str) -> int:
    """The sum of Luhn (ISO/IEC 7812-1 annex B): every second digit from the right doubled, its digits added."""
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled)


def _is_siret(text: str) -> bool:
    if re.fullmatch(r"[0-9]{14}", text) is None:
        return False
    return luhn(text) % 10 == 0 or (text.startswith(_LA_POSTE) and sum(map(int, text)) % 5 == 0)


def _is_finess(text: str) -> bool:
    if re.fullmatch(r"2[AB][0-9]{7}", text) is not None:
        return True  # how their key is computed is not published
    return re.fullmatch(r"[0-9]{9}", text) is not None and luhn(text) % 10 == 0


def _each(values: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """The rows that hold a value: empty ones are the matter of `required`."""
    for at, row in enumerate(values):
        for value in row:
            if value is not None:
                yield at, value


def _failing(values: Sequence[Row], right: Callable[[str], bool], expected: str = "") -> Wrong:
    return ((at, value, expected) for at, value in _each(values) if not right(value))


# ------------------------------------------------------------------------------------------------ of the document
@row_check("idurba")
def idurba(values: Sequence[Row], _check: Check, _options: Options) -> Wrong:
    """Identifiers of documents, in one of the forms that they have had: a table may hold several documents."""
    shown = tr("{code}_PLU_YYYYMMDD, that is the name of the folder").format(code="35238")
    return _failing(values, is_idurba, shown)


@row_check("document_code")
def document_code(values: Sequence[Row], check: Check, options: Options) -> Wrong:
    """The identifier that the name of the document gives; nothing is checked where the run knows no document.

    Parameter `form`: v1 (code and date, until the standards of 2014), v2 (name of the folder).
    """
    name = parse(options.document)
    if name is None:
        return
    version = "2014" if check.parameters.get("form") == "v1" else "2017"
    expected = expected_idurba(name, version)
    for at, value in _each(values):
        if not is_idurba_of(value, name, version):
            yield at, value, expected
