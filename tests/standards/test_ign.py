"""The agreement with the validator of the Géoportail de l'urbanisme, on the documents of its regression tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def rows(qgis_app: Any, request: pytest.FixtureRequest) -> list[Any]:
    from tools.concordance_ign import rows

    return rows(request.getfixturevalue("shared") / "standards")


def test_every_document_of_the_regression_tests_is_compared(rows: list[Any]) -> None:
    documents = {row.document for row in rows}
    assert len(documents) == 8
    assert sum(row.theirs for row in rows) == 71


def test_we_find_all_that_it_finds_as_many_times(rows: list[Any]) -> None:
    assert [row for row in rows if row.theirs and row.theirs != row.ours] == []


def test_what_we_find_beyond_is_explained(rows: list[Any]) -> None:
    assert [row for row in rows if not row.agrees] == []


def test_the_valid_easement_has_no_error(rows: list[Any]) -> None:
    assert [row for row in rows if row.document == "123456789_A5_088_20200313" and row.level == "error"] == []


def test_the_models_of_today_find_the_same_faults_of_geometry(shared: Path, qgis_app: Any) -> None:
    from data_territoires_plugin.standards.shelf import standard
    from tools.concordance_ign import verdict

    document = shared / "standards" / "urbanisme-cnig" / "documents" / "200011781_PLUi_20180101"
    codes = [one.code for one in verdict(document, standard("plui_2014"))]
    assert codes.count("ATTRIBUTE_GEOMETRY_INVALID") == 4
