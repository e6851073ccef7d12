"""The same verdicts as validateur-bal on Bases Adresses Locales, or a difference that is explained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from data_territoires_plugin.standards import bal
from data_territoires_plugin.standards.bal_values import communes, former_communes
from tests import oracles
from tools import concordance_bal, concordance_variants

if TYPE_CHECKING:
    from pathlib import Path

    from tools.concordance_case import Case

pytestmark = [pytest.mark.timeout(120), pytest.mark.usefixtures("qgis_app")]
_VARIANTS = 200


def unexplained(cases: list[Case]) -> list[str]:
    """The differences without explanation."""
    return [f"{one.name}: {each.fault} (ours only: {each.ours_only})" for one in cases for each in one.unexplained]


def test_the_fixtures_are_judged_alike_in_each_version(shared: Path) -> None:
    cases = concordance_bal.cases(concordance_bal.fixtures(shared))
    assert len(cases) == 19 * len(bal.VERSIONS)
    assert not any(one.failed for one in cases)
    assert unexplained(cases) == []


def test_variants_drawn_at_random_are_judged_alike(tmp_path: Path) -> None:
    cases = concordance_bal.cases(concordance_variants.bal_files(tmp_path, _VARIANTS))
    assert len(cases) == _VARIANTS * len(bal.VERSIONS)
    assert sum(one.agreed for one in cases) > 10 * _VARIANTS
    assert unexplained(cases) == []


def test_the_lists_of_communes_are_apart_by_a_few_codes() -> None:
    listed = json.loads(
        (oracles.home() / "npm/node_modules/@ban-team/validateur-bal/minicog.json").read_text(encoding="utf-8")
    )
    former = {code for one in listed for code in one.get("anciensCodes", ())}
    apart = (communes() ^ {one["code"] for one in listed}) | (former_communes() ^ former)
    assert {code for code in apart if not code.startswith("000")} <= concordance_bal.COG_DIFFERENCES  # 000: the kit's
