"""A settlement of 8 464 buildings whose features are known one by one, and what a clip of them must hold."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import shapely
from osgeo import ogr

from tests.clip.files import perimeter_file, write_gpkg

if TYPE_CHECKING:
    from pathlib import Path

SIDE = 92  # buildings along each side
WEST, SOUTH, STEP, WIDTH = 350_000.0, 6_790_000.0, 20.0, 10.0
TYPE = "BDTOPO_V3:batiment"
COLUMNS = """ALTER TABLE batiment ADD COLUMN date_creation DATETIME;
ALTER TABLE batiment ADD COLUMN date_d_apparition DATE;
ALTER TABLE batiment ADD COLUMN construction_legere BOOLEAN; ALTER TABLE batiment ADD COLUMN id TEXT;
ALTER TABLE batiment ADD COLUMN fid TEXT; ALTER TABLE batiment ADD COLUMN hauteur REAL;
UPDATE batiment SET date_creation = '2010-07-15T07:31:40.330Z', construction_legere = code_insee = '35238',
id = 'i' || cleabs, fid = 'f' || cleabs,
hauteur = CASE WHEN cleabs < 'B05000' THEN NULL ELSE 3.5 END,
date_d_apparition = CASE WHEN cleabs < 'B05000' THEN NULL ELSE '1790-01-01' END;"""


def place(number: int) -> tuple[float, float]:
    return WEST + number % SIDE * STEP, SOUTH + number // SIDE * STEP


def key(number: int) -> str:
    return f"B{number:05d}"


def build(path: Path, count: int = SIDE * SIDE) -> Path:
    """The buildings, written so that the order of rows is not that of keys. Those of the west half are in 35238."""
    rows = []
    for number in sorted(range(count), key=lambda n: (n * 7919) % 10_007):
        x, y = place(number)
        wkt = shapely.MultiPolygon([shapely.box(x, y, x + WIDTH, y + WIDTH)]).wkt
        rows.append((wkt, key(number), "35238" if number % SIDE < SIDE // 2 else "35047"))
    options = ["GEOMETRY_NAME=shape", "FID=rowkey"]
    write_gpkg(path, "batiment", rows, {"cleabs": str, "code_insee": str}, kind=ogr.wkbMultiPolygon, options=options)
    with sqlite3.connect(path) as base:
        triggers = base.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'batiment'"
        ).fetchall()
        for name, _ in triggers:
            base.execute(f'DROP TRIGGER "{name}"')
        base.executescript(COLUMNS)
        for _, statement in triggers:
            base.execute(statement)
    base.close()
    return path


def polygon() -> shapely.Polygon:
    """A perimeter that leaves out a margin all round, with a hole, across buildings."""
    east, north = place(SIDE * SIDE - 1)
    return shapely.box(WEST + 103, SOUTH + 105, east - 97, north - 95).difference(
        shapely.Point(WEST + 800, SOUTH + 800).buffer(301)
    )


def perimeter(path: Path) -> str:
    return perimeter_file(path, shapely.MultiPolygon([polygon()]).wkt)


def expected(shape: shapely.Geometry, count: int = SIDE * SIDE) -> dict[str, shapely.Geometry]:
    """Key → what is left of each building."""
    boxes = {key(n): shapely.box(*place(n), place(n)[0] + WIDTH, place(n)[1] + WIDTH) for n in range(count)}
    return {name: shape.intersection(box) for name, box in boxes.items() if shape.intersects(box)}
