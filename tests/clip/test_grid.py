"""The grid says inside or outside only where that is certain. Compared with shapely on random perimeters."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.affinity import translate

from data_territoires_plugin.clip.grid import ACROSS, INSIDE, OUTSIDE, Grid

SEEDS = range(12)


def star(random: np.random.Generator, x: float, y: float, radius: float, points: int) -> shapely.Polygon:
    angles = np.sort(random.uniform(0, 2 * np.pi, points))
    radii = radius * random.uniform(0.3, 1, points)
    return shapely.Polygon(np.c_[x + radii * np.cos(angles), y + radii * np.sin(angles)])


def archipelago(seed: int, x: float = 350_000, y: float = 6_790_000) -> shapely.MultiPolygon:
    """A mainland with lakes, islands in the lakes and islands off the shore."""
    random = np.random.default_rng(seed)
    land = star(random, x, y, 20_000, 60).buffer(0)
    for _ in range(4):
        place = random.uniform(-9_000, 9_000, 2)
        lake = star(random, x + place[0], y + place[1], 4_000, 20).buffer(0)
        land = land.difference(lake).union(shapely.affinity.scale(lake, 0.3, 0.3))
    for _ in range(5):
        place = random.uniform(-30_000, 30_000, 2)
        land = land.union(star(random, x + place[0], y + place[1], 1_500, 9).buffer(0))
    return land if land.geom_type == "MultiPolygon" else shapely.MultiPolygon([land])


def rings(shape: shapely.MultiPolygon) -> list[np.ndarray]:
    return [np.array(ring.coords) for polygon in shape.geoms for ring in (polygon.exterior, *polygon.interiors)]


def boxes(shape: shapely.MultiPolygon, seed: int, count: int = 3000) -> np.ndarray:
    """Random boxes around a shape, from points to boxes larger than it: min x, max x, min y, max y."""
    random = np.random.default_rng(seed + 1000)
    west, south, east, north = shape.buffer(3_000).bounds
    centre = np.c_[random.uniform(west, east, count), random.uniform(south, north, count)]
    size = 10 ** random.uniform(-3, 5, (count, 2))
    size[: count // 10] = 0
    return np.c_[
        centre[:, 0] - size[:, 0], centre[:, 0] + size[:, 0], centre[:, 1] - size[:, 1], centre[:, 1] + size[:, 1]
    ]


def shapes_of(bounds: np.ndarray) -> np.ndarray:
    return shapely.box(bounds[:, 0], bounds[:, 2], bounds[:, 1], bounds[:, 3])


@pytest.mark.parametrize("cells", [16, 256])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_grid_says_of_a_box_is_what_shapely_says(seed, cells):
    shape = archipelago(seed)
    bounds = boxes(shape, seed)
    places = Grid(rings(shape), cells).classify(bounds)
    shapely.prepare(shape)
    found = shapes_of(bounds)
    assert shapely.contains(shape, found[places == INSIDE]).all()
    assert not shapely.intersects(shape, found[places == OUTSIDE]).any()


def test_the_grid_settles_nearly_all_the_small_boxes():
    shape = archipelago(3)
    bounds = boxes(shape, 3, 20_000)
    small = bounds[(bounds[:, 1] - bounds[:, 0] < 50) & (bounds[:, 3] - bounds[:, 2] < 50)]
    assert (Grid(rings(shape)).classify(small) == ACROSS).mean() < 0.12


@pytest.mark.parametrize(
    "shape",
    [
        shapely.box(350_000, 6_790_000, 350_000.5, 6_890_000),  # a strip half a metre wide
        shapely.box(0, 0, 256, 256),  # its borders on those of cells
        shapely.Polygon([(0, 0), (100, 0), (100, 100), (50, 100), (50, 50), (0, 50)]),  # edges along rows of centres
        translate(shapely.box(0, 0, 1e-3, 1e-3), 55.4, -21.1),  # degrees, a hundred metres wide
    ],
    ids=["strip", "aligned", "steps", "degrees"],
)
def test_awkward_perimeters_are_told_right(shape):
    multi = shapely.MultiPolygon([shape])
    west, south, east, north = multi.bounds
    random = np.random.default_rng(5)
    x = random.uniform(west - (east - west), east + (east - west), 2000)
    y = random.uniform(south - (north - south), north + (north - south), 2000)
    bounds = np.c_[x, x + (east - west) / 500, y, y + (north - south) / 500]
    places = Grid(rings(multi)).classify(bounds)
    assert multi.contains(shapes_of(bounds[places == INSIDE])).all()
    assert not multi.intersects(shapes_of(bounds[places == OUTSIDE])).any()
    assert (places == INSIDE).any()
