"""The named checks of the national schemas, on values known good and known wrong."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from data_territoires_plugin.standards.engine.checks import CHECKS, load_checks
from data_territoires_plugin.standards.engine.options import Options
from data_territoires_plugin.standards.explain import known_rules
from data_territoires_plugin.standards.model import Check

load_checks()


def wrong(name: str, *rows: tuple[str | None, ...], **parameters: str) -> list[int]:
    """The ranks of the rows that a check refuses."""
    fields = tuple(f"champ{at}" for at in range(len(rows[0])))
    check = Check(name, fields, MappingProxyType(parameters))
    return [at for at, _value, _expected in CHECKS[name](rows, check, Options())]


@pytest.mark.parametrize(
    "good",
    [
        "0299123456",
        "02 99 12 34 56",
        "02.99.12.34.56",
        "+33299123456",
        "+33 (0)2 99 12 34 56",
        "3631",
        "112",
        "+32 2 123 45 67",
    ],
)
def test_telephone_numbers(good: str) -> None:
    assert wrong("phone", (good,), (None,)) == []


@pytest.mark.parametrize("bad", ["299123456", "00 00 12 34 56", "téléphone", "02991234567", "+33099123456789"])
def test_what_is_no_telephone_number(bad: str) -> None:
    assert wrong("phone", (bad,)) == [0]


@pytest.mark.parametrize(
    "good",
    [
        "24/7",
        "Mo-Fr 08:00-18:00",
        "Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00",
        "Mo,We 08:00-12:00",
        "Mo-Fr 08:00-20:00; PH off",
        "Apr-Sep: Mo-Su 08:00-22:00",
        'Mo-Fr "sur rendez-vous"',
        "sunrise-sunset",
        "Dec 25 off",
        "week 1-20 Mo 10:00-12:00",
    ],
)
def test_opening_hours(good: str) -> None:
    assert wrong("opening_hours", (good,), (None,)) == []


@pytest.mark.parametrize("bad", ["8h-18h", "lundi 08:00-12:00", "Mo-Fr 25:00", "tous les jours", "Mo-Fr 99:00-18:00"])
def test_what_is_no_opening_hours(bad: str) -> None:
    assert wrong("opening_hours", (bad,)) == [0]


def test_intervals_of_years() -> None:
    assert wrong("year_interval", ("2024/2025",), ("2025/2024",), ("2024",), ("24/25",), (None,)) == [1, 2, 3]
    assert wrong("year_interval", ("2024",), **{"allow-year-only": "true"}) == []


def test_columns_filled_in_together() -> None:
    assert wrong("together", ("a", "b"), (None, None), ("a", None)) == [2]


def test_one_column_at_least() -> None:
    assert wrong("one_of_required", ("a", None), (None, None)) == [1]


def test_columns_compared_as_numbers_else_as_texts() -> None:
    rows = (("10", "9"), ("9", "10"), ("2024-02-01", "2024-01-31"), ("5", None))
    assert wrong("compare", *rows, op=">") == [1]


def test_a_total_is_the_sum_of_its_parts() -> None:
    assert wrong("sum", ("3", "1", "2"), ("4", "1", "2"), ("0.3", "0.1", "0.2"), (None, "1", "2"), ("x", "1", "2")) == [
        1
    ]


def test_the_nomenclature_of_acts() -> None:
    rows = (("Urbanisme/Documents d'urbanisme",), ("2. Urbanisme / autre",), ("Urbanisme",), ("Voirie/x",))
    assert wrong("nomenclature_actes", *rows) == [2, 3]


def test_a_place_in_france() -> None:
    check = Check("french_gps", ("xy",))
    rows = (("[-1.68, 48.11]",), ("[48.11, -1.68]",), ("[55.45, -20.88]",), ("pas un lieu",))
    told = list(CHECKS["french_gps"](rows, check, Options()))
    assert [(at, expected) for at, _value, expected in told] == [(1, "[-1.68, 48.11]")]


def test_a_geometry_in_geojson() -> None:
    rows = (('{"type": "Point", "coordinates": [1, 2]}',), ('{"type": "Rond"}',), ("[1, 2]",), ("pas du JSON",))
    assert wrong("geojson", *rows) == [1, 2]


def test_dates_within_bounds() -> None:
    assert wrong("date_range", ("2024-01-31",), ("1999-12-31",), minimum="2000-01-01") == [1]


def test_each_check_has_words_of_its_own() -> None:
    assert {"phone", "opening_hours", "year_interval", "together", "compare", "sum", "french_gps"} <= known_rules()
