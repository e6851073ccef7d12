"""The spatial index, read and built by whole nodes: SQLite itself is the judge."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import numpy as np
import pytest

from data_territoires_plugin.clip import rtree

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "rtree_t_geom"


def base_of(path: Path, page: int = 4096) -> sqlite3.Connection:
    base = sqlite3.connect(path, isolation_level=None)
    base.execute(f"PRAGMA page_size = {page}")
    base.execute(f"CREATE VIRTUAL TABLE {INDEX} USING rtree(id, minx, maxx, miny, maxy)")
    base.execute("BEGIN")
    return base


def scattered(count: int, seed: int = 3) -> rtree.Rows:
    """Boxes of a town, in metres of Lambert-93: float32 can't hold them exactly."""
    random = np.random.default_rng(seed)
    x, y = random.normal(352_000, 9_000, count), random.normal(6_789_000, 9_000, count)
    wide, high = random.exponential(30, count), random.exponential(30, count)
    return np.arange(1, count + 1) * 3, np.stack([x, x + wide, y, y + high], -1)


def built(base: sqlite3.Connection, ids: np.ndarray, bounds: np.ndarray) -> None:
    builder = rtree.Builder(base, INDEX)
    builder.add([(ids, bounds)])
    builder.finish()


@pytest.mark.parametrize("count", [0, 1, 51, 52, 3_000, 70_000])
@pytest.mark.parametrize("page", [512, 4096])
def test_an_index_built_by_nodes_is_one_that_sqlite_finds_sound(tmp_path: Path, count: int, page: int) -> None:
    base, (ids, bounds) = base_of(tmp_path / "base", page), scattered(count)
    builder = rtree.Builder(base, INDEX)
    for at in range(0, count, 7_000):
        builder.add([(ids[at : at + 7_000], bounds[at : at + 7_000])])
        if at == 14_000:
            builder.flush()
    builder.finish()
    assert base.execute("SELECT rtreecheck(?)", (INDEX,)).fetchone() == ("ok",)
    assert base.execute(f"SELECT count(*) FROM {INDEX}").fetchone() == (count,)
    for west, south, side in ((352_000, 6_789_000, 800), (340_000, 6_780_000, 9_000), (0, 0, 10), (0, 0, 1e8)):
        found = base.execute(
            f"SELECT id FROM {INDEX} WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?",
            (west, west + side, south, south + side),
        )
        expected = ids[
            (bounds[:, 1] >= west) & (bounds[:, 0] <= west + side)
            & (bounds[:, 3] >= south) & (bounds[:, 2] <= south + side)
        ]  # fmt: skip
        # float32 widens a box by some centimetres: never fewer.
        assert set(expected.tolist()) <= (got := {row[0] for row in found})
        assert len(got) <= len(expected) + 2 + len(expected) // 100


def test_rows_may_come_and_go_in_it_afterwards(tmp_path: Path) -> None:
    base, (ids, bounds) = base_of(tmp_path / "base"), scattered(20_000)
    built(base, ids, bounds)
    base.executemany(
        f"INSERT INTO {INDEX} VALUES (?, ?, ?, ?, ?)",
        ((int(key) + 1, *box) for key, box in zip(ids[::4], bounds[::4].tolist(), strict=True)),
    )
    base.executemany(f"DELETE FROM {INDEX} WHERE id = ?", ((int(key),) for key in ids[::3]))
    assert base.execute("SELECT rtreecheck(?)", (INDEX,)).fetchone() == ("ok",)
    assert base.execute(f"SELECT count(*) FROM {INDEX}").fetchone() == (20_000 + 5_000 - 6_667,)


def test_the_rows_of_a_box_are_those_that_sqlite_gives(tmp_path: Path) -> None:
    base, (ids, bounds) = base_of(tmp_path / "base"), scattered(30_000)
    base.executemany(
        f"INSERT INTO {INDEX} VALUES (?, ?, ?, ?, ?)",
        ((int(key), *box) for key, box in zip(ids, bounds.tolist(), strict=True)),
    )
    assert rtree.readable(base, "main", INDEX)
    for box in ((350_000, 351_000, 6_788_000, 6_790_000), (0, 1, 0, 1), (0, 1e7, 0, 1e8)):
        expected = base.execute(
            f"SELECT * FROM {INDEX} WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?",
            (box[0], box[1], box[2], box[3]),
        ).fetchall()
        chunks = list(rtree.within(base, "main", INDEX, box))
        found = [
            (key, *bound) for ids, bounds in chunks for key, bound in zip(ids.tolist(), bounds.tolist(), strict=True)
        ]
        assert sorted(found) == sorted(expected)


def test_a_damaged_node_is_refused(tmp_path: Path) -> None:
    base, (ids, bounds) = base_of(tmp_path / "base"), scattered(30)
    built(base, ids, bounds)
    (root,) = base.execute(f"SELECT data FROM {INDEX}_node WHERE nodeno = 1").fetchone()
    base.execute(f"UPDATE {INDEX}_node SET data = ? WHERE nodeno = 1", (b"\0\0\xff\xff" + root[4:],))
    with pytest.raises(sqlite3.DatabaseError, match="malformed"):
        list(rtree.within(base, "main", INDEX, (0, 1e7, 0, 1e7)))
