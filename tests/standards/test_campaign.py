"""A fault planted in a valid document is found, at its place, and nothing else; on a sample of every family.

`python3 -m tools.faults` does it on all the standards.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from data_territoires_plugin.standards import shelf
from data_territoires_plugin.standards.engine import values
from tests.standards.campaign.patterns import matching

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qgis_app")

# Per standard: how many of its rules no value can break alone.
SAMPLE = {
    "plu_2025": 12,
    "scot_2024": 0,
    "mec_2025": 0,
    "sup_2016_ac1": 2,
    "irve_statique": 1,
    "amenagements_cyclables": 1,
    "friches": 1,
    "zfe": 0,
}


@pytest.fixture
def bench() -> Any:
    from tests.standards.campaign.run import Bench

    return lambda id_: Bench(shelf.standard(id_))


@pytest.mark.parametrize("id_", SAMPLE)
def test_each_rule_broken_alone_is_found_alone(bench: Any, id_: str) -> None:
    made = bench(id_)
    assert made.of_valid() == []
    outcomes = list(made.outcomes())
    assert [
        f"{one.fault.kind} {one.fault.table}.{one.fault.field}: {one.said}"
        for one in outcomes
        if one.planted and not one.found
    ] == []
    assert sum(not one.planted for one in outcomes) == SAMPLE[id_]
    rules = {kind for _, _, kind in shelf.standard(id_).rules()}
    assert rules <= {one.fault.kind for one in outcomes}


@pytest.mark.parametrize("version", ["1.3", "1.4", "1.5"])
def test_each_code_of_the_addresses_is_found_alone(tmp_path: Path, version: str) -> None:
    from tests.standards.campaign.bal import BalBench

    made = BalBench(shelf.standard(f"bal_{version}"), tmp_path)
    assert made.of_valid() == []
    outcomes = list(made.outcomes())
    assert [one.said for one in outcomes if not one.found] == []
    assert len(outcomes) == len(shelf.standard(f"bal_{version}").tables[0].checks)


def test_a_rule_that_is_not_applied_is_seen(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The campaign itself can fail: an engine that forgets enumerations loses as many faults."""
    monkeypatch.setattr(values, "_enumeration", lambda _field: lambda _text: None)
    outcomes = list(bench("zfe").outcomes())
    lost = [one for one in outcomes if one.planted and not one.found]
    assert lost
    assert {one.fault.kind for one in lost} == {"values"}


def test_every_pattern_of_the_standards_has_texts_that_it_accepts() -> None:
    patterns = {
        (one.pattern, one.min_length or 0, one.max_length)
        for id_ in (
            "plu_2025",
            "cc_2025",
            "psmv_2025",
            "sup_2016_ac1",
            "star_dt_1.0",
            "mediation_numerique",
            "irve_statique",
        )
        for table in shelf.standard(id_).tables
        for one in table.fields
        if one.pattern
    }
    assert len(patterns) > 40
    for pattern, low, high in patterns:
        texts = [text for _, text in zip(range(5), matching(pattern, low, high), strict=False)]
        assert texts, pattern
        assert all(re.fullmatch(pattern, text) and low <= len(text) <= (high or len(text)) for text in texts)


def test_what_was_left_out_of_a_rule_does_not_bear_the_code_of_its_faults(bench: Any) -> None:
    made = bench("plu_2025")
    (fault,) = (one for one in made.faults("ZONE_URBA") if one.rule == "validity")
    findings = made.findings_of(fault)
    told = [one for one in findings if one.rule == "inside_left_out"]
    assert told
    assert all(one.code == "" for one in told)
    outside = next(one for one in made.faults("ZONE_URBA") if one.kind == "inside")
    codes = {one.code for one in made.findings_of(outside) if one.rule == "inside"}
    assert codes == {"CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR"}
