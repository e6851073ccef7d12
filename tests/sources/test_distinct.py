"""A feature counts once, however many pages it comes in; two features that share a key count twice."""

from __future__ import annotations

import sqlite3

import pytest

from data_territoires_plugin.sources.distinct import Distinct


@pytest.fixture
def page(tmp_path):
    """A factory of pages: rows of (key, value)."""
    made = []

    def write(*rows, columns="k, v"):
        path = tmp_path / f"page{len(made)}.gpkg"
        with sqlite3.connect(path) as base:
            base.execute(f"CREATE TABLE rows (dt_fid INTEGER PRIMARY KEY, {columns})")
            base.executemany(f"INSERT INTO rows ({columns}) VALUES (?, ?)", rows)
        base.close()
        made.append(path)
        return path

    return write


def rows(path):
    with sqlite3.connect(path) as base:
        found = base.execute("SELECT k, v FROM rows ORDER BY dt_fid").fetchall()
    base.close()
    return found


def counted(key, *pages):
    distinct = Distinct(key)
    for path in pages:
        distinct.add(path, "rows")
    distinct.close()
    return distinct.count, distinct.repeated


def test_a_row_that_an_earlier_page_had_is_taken_out(page):
    first, second = page(("a", 1), ("b", 2)), page(("b", 2), ("c", 3))
    assert counted("k", first, second) == (3, 1)
    assert rows(second) == [("c", 3)]


def test_a_row_that_its_own_page_repeats_is_taken_out(page):
    only = page(("a", 1), ("b", 2), ("a", 1))
    assert counted("k", only) == (2, 1)
    assert rows(only) == [("a", 1), ("b", 2)]


def test_the_same_key_with_other_values_is_another_feature(page):
    first, second = page(("a", 1), ("a", 2)), page(("a", 3), ("a", 1))
    assert counted("k", first, second) == (3, 1)
    assert rows(first) == [("a", 1), ("a", 2)]
    assert rows(second) == [("a", 3)]


def test_rows_are_compared_by_the_names_of_their_columns(page):
    first, second = page(("a", 1)), page((1, "a"), columns="v, k")
    assert counted("k", first, second) == (1, 1)


def test_rows_without_key_all_count(page):
    assert counted("k", page((None, 1), (None, 1)), page((None, 1))) == (3, 0)


def test_without_a_key_every_row_counts(page):
    assert counted("", page(("a", 1), ("a", 1)), page(("a", 1))) == (3, 0)


def test_a_feature_seen_in_the_first_page_is_known_in_the_tenth(page):
    pages = [page((f"k{number}", number)) for number in range(9)] + [page(("k0", 0), ("new", 1))]
    assert counted("k", *pages) == (10, 1)
