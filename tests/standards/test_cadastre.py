"""Zoning against the cadastre: planted shifts are measured, corners missed are told, snapping breaks nothing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely
from shapely.affinity import translate

if TYPE_CHECKING:
    from collections.abc import Callable

X, Y = 350_000.0, 6_790_000.0
SIDE = 12


@pytest.fixture
def shapes(qgis_app: Any) -> Callable[..., Any]:
    from data_territoires_plugin.standards.engine.shapes import Shapes

    def make(geometries: list[Any], table: str = "ZONE_URBA", crs: str = "EPSG:2154") -> Any:
        wkb = [shapely.to_wkb(one) for one in geometries]
        return Shapes(table, table, crs, np.arange(1, len(geometries) + 1), wkb)

    return make


@pytest.fixture
def findings(qgis_app: Any) -> Callable[..., list[Any]]:
    from qgis.core import QgsFeedback

    from data_territoires_plugin.standards.engine.cadastre import cadastre_findings

    return lambda zones, parcels, **more: list(cadastre_findings(zones, parcels, "2024-07", QgsFeedback(), **more))


def parcels(seed: int = 0) -> list[Any]:
    """A village: quadrangles of all sizes, each corner shared."""
    random = np.random.default_rng(seed)
    steps = np.cumsum(random.uniform(14, 45, (2, SIDE + 1)), axis=1)
    xs, ys = np.meshgrid(X + steps[0], Y + steps[1])
    xs, ys = xs + random.uniform(-5, 5, xs.shape), ys + random.uniform(-5, 5, ys.shape)
    corner = np.dstack([xs, ys]).round(2)
    return [
        shapely.Polygon([corner[i, j], corner[i, j + 1], corner[i + 1, j + 1], corner[i + 1, j]])
        for i in range(SIDE)
        for j in range(SIDE)
    ]


def zoning(plots: list[Any]) -> list[Any]:
    """Zones made of whole parcels: two rows each."""
    return [shapely.union_all(plots[at : at + 2 * SIDE]) for at in range(0, len(plots), 2 * SIDE)]


def test_a_zoning_that_lies_on_the_parcels_is_not_shifted(findings: Any, shapes: Any) -> None:
    plots = parcels()
    (said,) = findings(shapes(zoning(plots)), shapes(plots, "parcelle"))
    assert said.rule == "cadastre_shift"
    assert said.level.value == "info"
    assert said.measure == 0
    assert "100 %" in said.message


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("distance", "heading"), [(0.6, 20), (3.2, 210), (11.0, 95), (30.0, 330)])
def test_a_planted_shift_is_measured_to_the_centimetre(
    findings: Any, shapes: Any, seed: int, distance: float, heading: float
) -> None:
    plots = parcels(seed)
    dx, dy = distance * math.sin(math.radians(heading)), distance * math.cos(math.radians(heading))
    moved = [translate(zone, -dx, -dy) for zone in zoning(plots)]
    found = findings(shapes(moved), shapes(plots, "parcelle"))
    assert found[0].measure == pytest.approx(distance, abs=0.02)
    ways = [shapely.from_wkb(one.shape) for one in found[1:]]
    vertices = {point for zone in moved for point in zone.exterior.coords}
    assert len(ways) == len(vertices)
    for way in ways:
        (x1, y1), (x2, y2) = way.coords
        assert (x2 - x1, y2 - y1) == pytest.approx((dx, dy), abs=0.02)


def test_the_shift_as_a_whole_is_drawn_as_the_way_back(findings: Any, shapes: Any) -> None:
    plots = parcels()
    found = findings(shapes([translate(zone, 12, -5) for zone in zoning(plots)]), shapes(plots, "parcelle"))
    (whole,) = [one for one in found if one.rule == "cadastre_shift"]
    (start, end) = shapely.from_wkb(whole.shape).coords
    assert (end[0] - start[0], end[1] - start[1]) == (pytest.approx(-12, abs=0.05), pytest.approx(5, abs=0.05))
    assert whole.place == start
    assert shapely.union_all(plots).envelope.contains(shapely.Point(start))


def test_a_vertex_that_misses_its_corner_is_told_once_with_its_way(findings: Any, shapes: Any) -> None:
    plots = parcels()
    zones = zoning(plots)
    corner = zones[0].exterior.coords[0]
    there = [shapely.transform(zone, lambda xy: np.where(xy == np.array(corner), xy + 0.4, xy)) for zone in zones]
    found = [one for one in findings(shapes(there), shapes(plots, "parcelle")) if one.rule == "cadastre_vertex"]
    (one,) = found
    assert one.measure == pytest.approx(0.4 * math.sqrt(2))
    assert shapely.from_wkb(one.shape).coords[1] == pytest.approx(corner)
    assert one.other
    assert one.expected == "2024-07"


def test_vertices_of_the_zonings_own_are_left_alone(findings: Any, shapes: Any) -> None:
    plots = parcels()
    zones = [shapely.segmentize(zone, 6) for zone in zoning(plots)]
    found = findings(shapes(zones), shapes(plots, "parcelle"))
    assert [one for one in found if one.rule == "cadastre_vertex"] == []


def test_a_zoning_far_from_the_parcels_is_said_to_be(findings: Any, shapes: Any) -> None:
    plots = parcels()
    (said,) = findings(shapes([translate(zone, 5_000) for zone in zoning(plots)]), shapes(plots, "parcelle"))
    assert said.measure is None


@pytest.mark.parametrize("crs", ["EPSG:3948", "EPSG:4326", ""])
def test_two_reference_systems_are_refused(findings: Any, shapes: Any, crs: str) -> None:
    from data_territoires_plugin.errors import SourceError

    with pytest.raises(SourceError):
        findings(shapes(zoning(parcels()), crs=crs), shapes(parcels(), "parcelle"))


def noisy(zone: Any) -> Any:
    """Each vertex up to 0.3 m away, the same way in every zone that has it."""
    return shapely.transform(zone, lambda xy: xy + 0.3 * np.sin(xy[:, ::-1] * 12.9898))


@pytest.mark.parametrize("seed", range(3))
def test_snapped_zones_take_the_corners_and_still_share_their_edges(shapes: Any, qgis_app: Any, seed: int) -> None:
    from qgis.core import QgsFeedback, QgsGeometry

    from data_territoires_plugin.standards.engine.cadastre import with_vertices
    from data_territoires_plugin.standards.engine.cadastre_corners import Corners

    plots = parcels(seed)
    zones = zoning(plots)
    corners = Corners.of(shapes(plots, "parcelle"), QgsFeedback())
    drawn = [QgsGeometry.fromWkt(noisy(one).wkt) for one in zones]
    missed = np.array([(point.x(), point.y()) for one in drawn for point in one.vertices()])
    found, _away = corners.nearest(missed, 1.0)
    moves = {
        tuple(map(float, here)): tuple(map(float, corners.points[at]))
        for here, at in zip(missed, found, strict=True)
        if at >= 0
    }
    mended = [shapely.from_wkb(bytes(with_vertices(one, moves).asWkb())) for one in drawn]
    for got, wanted in zip(mended, zones, strict=True):
        assert got.equals_exact(wanted, 1e-6, normalize=True)
    assert shapely.union_all(mended).area == pytest.approx(sum(one.area for one in mended))


def test_a_zone_that_snapping_would_break_is_left(qgis_app: Any) -> None:
    from qgis.core import QgsGeometry

    from data_territoires_plugin.standards.engine.cadastre import with_vertices

    corners = [(X, Y), (X, Y + 0.4), (X + 0.4, Y), (X + 0.4, Y + 0.4)]
    thin = QgsGeometry.fromWkt(shapely.box(*corners[0], *corners[3]).wkt)
    assert with_vertices(thin, dict.fromkeys(corners, (X, Y))) is None
    crossed = with_vertices(thin, {corners[0]: (X + 1, Y + 0.2)})
    assert crossed is None


def test_the_nearest_corner_is_the_one_that_brute_force_finds(qgis_app: Any) -> None:
    from data_territoires_plugin.standards.engine.cadastre_corners import Corners

    random = np.random.default_rng(3)
    points = random.uniform(0, 500, (400, 2)) + np.array([X, Y])
    asked = random.uniform(-50, 550, (3000, 2)) + np.array([X, Y])
    corners = Corners(points, tuple(map(str, range(len(points)))))
    found, away = corners.nearest(asked, 30)
    every = np.hypot(*(asked[:, None] - points[None]).transpose(2, 0, 1))
    near = every.min(1) <= 30
    assert (found >= 0).tolist() == near.tolist()
    assert away[near] == pytest.approx(every.min(1)[near])
