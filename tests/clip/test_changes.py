"""The comparison of two states of a table is that of a comparison written here, row by row, with shapely."""

from __future__ import annotations

import random
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from osgeo import ogr

from tests.clip.files import write_gpkg

if TYPE_CHECKING:
    from pathlib import Path

    from data_territoires_plugin.clip.changes import Sides

COLUMNS = {"cleabs": str, "nature": str, "hauteur": float, "etages": int}


class Compared:
    """A comparison that was made, and what stands in its tables."""

    def __init__(self, old: Path, new: Path, key: str) -> None:
        from qgis.core import QgsFeedback

        from data_territoires_plugin.clip import changes
        from data_territoires_plugin.geopackage import attach, connect, read_table

        self.connection = connect(old)
        changes.register(self.connection)
        attach(self.connection, new, "new")
        self.sides: Sides = changes.sides_of(
            self.connection, read_table(old, "batiment"), read_table(new, "batiment"), key
        )
        changes.local_rows(self.connection)
        changes.compare(self.connection, self.sides, QgsFeedback())
        self.counts = changes.counted(self.connection)

    def keys(self, table: str, schema: str, row: str, condition: str = "1") -> set[str]:
        side = self.sides.old if schema == "main" else self.sides.new
        return {
            key
            for (key,) in self.connection.execute(
                f"SELECT t.cleabs FROM temp.{table} c JOIN {schema}.batiment t ON t.{side.key} = c.{row}"
                f" WHERE {condition}"
            )
        }


@pytest.fixture
def compared(qgis_app: Any) -> Any:
    opened: list[Compared] = []

    def make(old: Path, new: Path, key: str = "cleabs") -> Compared:
        opened.append(Compared(old, new, key))
        return opened[-1]

    yield make
    for each in opened:
        each.connection.close()


def square(x: float, y: float, side: float = 10.0) -> str:
    return shapely.box(x, y, x + side, y + side).wkt


def town(count: int) -> dict[str, list[Any]]:
    """Key → geometry and values."""
    return {
        f"B{number:05d}": [
            square(20 * (number % 100), 20 * (number // 100)),
            "Indifférenciée",
            4.5 + number % 7,
            number % 5,
        ]
        for number in range(count)
    }


def written(path: Path, rows: dict[str, list[Any]]) -> Path:
    listed = [(geometry, key, *values) for key, (geometry, *values) in rows.items()]
    return write_gpkg(path, "batiment", listed, COLUMNS, kind=ogr.wkbMultiPolygon)


def changed(rows: dict[str, list[Any]], seed: int) -> dict[str, list[Any]]:
    """Another state: some gone, some new, some changed in value, in geometry or in both; in another order."""
    chance = random.Random(seed)
    after: dict[str, list[Any]] = {}
    for key, (geometry, nature, height, floors) in rows.items():
        draw = chance.random()
        if draw < 0.05:
            continue
        values = [geometry, nature, height, floors]
        if draw < 0.15:
            values[2] = height + 1
        if 0.12 < draw < 0.2:
            values[0] = shapely.affinity.translate(shapely.from_wkt(geometry), chance.uniform(0.5, 5)).wkt
        after[key] = values
    after |= {f"N{number:05d}": [square(-50, 20 * number), None, None, None] for number in range(17)}
    items = list(after.items())
    chance.shuffle(items)
    return dict(items)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_comparison_by_key_finds_what_a_comparison_feature_by_feature_finds(compared: Any, tmp_path: Path, seed: int):
    before = town(1500)
    after = changed(before, seed)
    result = compared(written(tmp_path / "old.gpkg", before), written(tmp_path / "new.gpkg", after))
    both = before.keys() & after.keys()
    assert result.keys("dt_added", "new", "new") == after.keys() - before.keys()
    assert result.keys("dt_removed", "main", "old") == before.keys() - after.keys()
    values = {key for key in both if before[key][1:] != after[key][1:]}
    shapes = {key for key in both if before[key][0] != after[key][0]}
    assert values
    assert shapes
    assert result.keys("dt_changed", "main", "old", "attributes") == values
    assert result.keys("dt_changed", "main", "old", "geometry") == shapes
    assert result.counts.modified == len(values | shapes)
    assert result.counts.fields == {"hauteur": len(values)}
    told = dict(
        result.connection.execute(
            "SELECT t.cleabs, c.metres FROM dt_changed c JOIN main.batiment t ON t.fid = c.old WHERE c.geometry"
        )
    )
    for key in shapes:
        expected = shapely.hausdorff_distance(shapely.from_wkt(before[key][0]), shapely.from_wkt(after[key][0]))
        assert told[key] == pytest.approx(expected, abs=1e-9)
    fields = result.connection.execute(
        "SELECT t.cleabs, f.before, f.after FROM dt_field f JOIN main.batiment t ON t.fid = f.old"
    ).fetchall()
    assert {key: (old, new) for key, old, new in fields} == {key: (before[key][2], after[key][2]) for key in values}


def test_without_a_key_the_content_tells_and_like_rows_are_counted(compared: Any, tmp_path: Path):
    like = [square(0, 0), "Serre", 3.0, 1]
    before = {"A": like, "B": like, "C": [square(50, 0), "Silo", 9.0, 1], "D": [square(90, 0), "Silo", 9.0, 1]}
    after = {"A": like, "C": [square(50, 0), "Silo", 10.0, 1], "D": [square(90, 0), "Silo", 9.0, 1]}
    columns = {"nature": str, "hauteur": float, "etages": int}
    for name, rows in (("old", before), ("new", after)):
        write_gpkg(tmp_path / f"{name}.gpkg", "batiment", rows.values(), columns, kind=ogr.wkbMultiPolygon)
    result = compared(tmp_path / "old.gpkg", tmp_path / "new.gpkg", "")
    assert (result.counts.added, result.counts.removed, result.counts.modified) == (1, 2, 0)
    assert result.connection.execute("SELECT count(*) FROM dt_pair").fetchone() == (2,)


def test_a_key_that_the_source_repeats_is_no_key(compared: Any, tmp_path: Path):
    rows = [(square(20 * n, 0), "SAME", "x", float(n), n) for n in range(4)]
    write_gpkg(tmp_path / "old.gpkg", "batiment", rows, COLUMNS, kind=ogr.wkbMultiPolygon)
    write_gpkg(tmp_path / "new.gpkg", "batiment", rows[1:], COLUMNS, kind=ogr.wkbMultiPolygon)
    result = compared(tmp_path / "old.gpkg", tmp_path / "new.gpkg")
    assert (result.counts.added, result.counts.removed) == (0, 1)
    assert result.connection.execute("SELECT count(*) FROM dt_local").fetchone() == (0,)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("POLYGON((0 0,1 0,1 1,0 1,0 0))", "POLYGON((1 0,1 1,0 1,0 0,1 0))", True),  # another first vertex
        ("POLYGON((0 0,1 0,1 1,0 1,0 0))", "POLYGON((0 0,1 0,1 1.1,0 1,0 0))", False),
        ("MULTIPOINT((0 0),(1 1))", "MULTIPOINT((1 1),(0 0))", True),
        ("LINESTRING(0 0,1 0)", "LINESTRING(0 0,0.5 0,1 0)", False),  # a vertex more: the same line, drawn otherwise
    ],
)
def test_a_geometry_is_the_same_whatever_the_order_of_its_vertices(qgis_app: Any, before: str, after: str, same: bool):
    from data_territoires_plugin.clip.changes import moved_by

    one, other = (b"GP\0\1\0\0\0\0" + shapely.to_wkb(shapely.from_wkt(text)) for text in (before, after))
    assert (moved_by(one, other) is None) is same


def test_only_an_altitude_that_changes_is_a_change_of_no_distance(qgis_app: Any):
    from data_territoires_plugin.clip.changes import moved_by

    one, other = (
        b"GP\0\1\0\0\0\0" + shapely.to_wkb(shapely.from_wkt(f"POINT Z (1 2 {z})"), flavor="iso") for z in (3, 4)
    )
    assert moved_by(one, other) == 0.0


def test_two_writings_of_a_value_are_one(compared: Any, tmp_path: Path):
    shape = square(0, 0)
    for name, values in (("old", ("A", None, 3.0, 1)), ("new", ("A", "", 3, 1))):
        write_gpkg(tmp_path / f"{name}.gpkg", "batiment", [(shape, *values)], COLUMNS, kind=ogr.wkbMultiPolygon)
    assert compared(tmp_path / "old.gpkg", tmp_path / "new.gpkg").counts.total == 0


def test_the_triggers_of_a_spatial_index_work_with_the_functions(compared: Any, tmp_path: Path):
    before = town(30)
    result = compared(written(tmp_path / "old.gpkg", before), written(tmp_path / "new.gpkg", before))
    moved = b"GP\0\1\x6a\x08\0\0" + shapely.to_wkb(
        shapely.from_wkt("MULTIPOLYGON(((900 900,901 900,901 901,900 900)))")
    )
    result.connection.execute("UPDATE main.batiment SET geom = ? WHERE cleabs = 'B00003'", (moved,))
    row = result.connection.execute(
        "SELECT r.minx, r.maxy FROM main.rtree_batiment_geom r JOIN main.batiment b ON b.fid = r.id"
        " WHERE b.cleabs = 'B00003'"
    ).fetchone()
    assert row == pytest.approx((900, 901))
    with sqlite3.connect(tmp_path / "old.gpkg") as other:
        assert other.execute("SELECT count(*) FROM rtree_batiment_geom").fetchone() == (30,)
    other.close()
