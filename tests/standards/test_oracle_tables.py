"""The same verdicts as frictionless and jsonschema, or a difference that is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools import concordance_tables, concordance_variants

if TYPE_CHECKING:
    from pathlib import Path

    from tools.concordance_case import Case

pytestmark = [pytest.mark.timeout(120), pytest.mark.usefixtures("qgis_app")]
_VARIANTS = 200


def unexplained(cases: list[Case]) -> list[str]:
    """The differences without explanation, and the files that the reference could not judge."""
    told = [f"{one.name}: {each.fault} (ours only: {each.ours_only})" for one in cases for each in one.unexplained]
    return told + [f"{one.name}: {why}" for one in cases for why in one.failed]


def test_the_planted_faults_are_judged_alike(shared: Path) -> None:
    cases = concordance_tables.cases(concordance_tables.planted(shared))
    assert len(cases) > 40
    assert sum(one.agreed for one in cases) >= 30
    assert unexplained(cases) == []


def test_the_published_examples_are_judged_alike(shared: Path) -> None:
    cases = concordance_tables.cases(concordance_tables.samples(shared))
    assert len(cases) > 25
    assert unexplained(cases) == []


def test_variants_drawn_at_random_are_judged_alike(shared: Path, tmp_path: Path) -> None:
    cases = concordance_tables.cases(concordance_variants.table_jobs(shared, tmp_path, _VARIANTS))
    assert len(cases) == _VARIANTS
    assert sum(one.agreed for one in cases) > _VARIANTS
    assert unexplained(cases) == []
