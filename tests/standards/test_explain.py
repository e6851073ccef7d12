"""Every kind of rule speaks: what is wrong, and what to do."""

from __future__ import annotations

import string

import pytest

from data_territoires_plugin.standards import explain
from data_territoires_plugin.standards.engine import reporter

KNOWN = {"table", "field", "value", "expected", "count", "rule"}


@pytest.mark.parametrize("rule", sorted(explain.known_rules()))
def test_each_rule_says_what_is_wrong_and_what_to_do_with_known_placeholders(rule):
    for text in explain._WORDS[rule]():
        assert text.endswith((".", "…", ":"))
        assert {name for _, name, _, _ in string.Formatter().parse(text) if name} <= KNOWN


def test_each_rule_with_an_official_code_has_words(qgis_app):
    assert set(reporter._NATIONAL) <= explain.known_rules()


def test_every_check_of_the_shipped_standards_is_known_and_has_words(qgis_app):
    """Otherwise a standard would promise a rule that nobody holds."""
    from data_territoires_plugin.standards.engine.checks import CHECKS, TABLE_CHECKS, load_checks, topology_checks
    from data_territoires_plugin.standards.shelf import standard, summaries

    load_checks()
    held = {name.split("_20")[0]: name for name in (one.id for one in summaries())}
    for id_ in held.values():
        for table in standard(id_).tables:
            for check in table.checks:
                assert check.name in CHECKS or check.name in TABLE_CHECKS, (id_, table.name, check.name)
            for topology in table.topology:
                assert topology.name in topology_checks(), (id_, table.name, topology.name)


def test_a_rule_without_words_says_at_least_what_was_found_and_wanted():
    words = explain.explain("other", field="F", value="x", expected="y")
    assert all(part in words.message for part in ("F", "x", "y", "other"))


def test_a_long_value_is_shortened_in_the_message_only():
    assert len(explain.explain("values", field="F", value="x" * 5000).message) < 300
