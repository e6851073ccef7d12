"""What a perimeter does to one geometry. The verdicts are compared with shapely's."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

pytest.importorskip("qgis.core")
from qgis.core import QgsGeometry

from data_territoires_plugin.catalogue import CutMode
from data_territoires_plugin.clip.knife import SLIVER_AREA, SLIVER_LENGTH, Fate, Knife
from tests.clip.files import MILLIMETRE, distance
from tests.clip.test_grid import archipelago, star

SQUARE = "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)))"
HOLED = "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0),(40 40,60 40,60 60,40 60,40 40)))"


def knife(perimeter) -> Knife:
    wkb = shapely.to_wkb(shapely.from_wkt(perimeter) if isinstance(perimeter, str) else perimeter)
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return Knife(geometry)


def qgis(shape) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(shape, output_dimension=3 if shape.has_z else 2))
    return geometry


def shape(geometry: QgsGeometry):
    return shapely.from_wkb(bytes(geometry.asWkb().data()))


def fate(perimeter: str, wkt: str, mode: CutMode = CutMode.CUT) -> Fate:
    return knife(perimeter).apply(QgsGeometry.fromWkt(wkt), mode).fate


@pytest.mark.parametrize(
    ("wkt", "mode", "expected"),
    [
        ("Polygon((10 10,20 10,20 20,10 10))", CutMode.CUT, Fate.INSIDE),
        ("Polygon((10 10,20 10,20 20,10 10))", CutMode.WITHIN, Fate.INSIDE),
        ("Polygon((-10 10,20 10,20 20,-10 10))", CutMode.CUT, Fate.CUT),
        ("Polygon((-10 10,20 10,20 20,-10 10))", CutMode.WHOLE, Fate.WHOLE),
        ("Polygon((-10 10,20 10,20 20,-10 10))", CutMode.WITHIN, Fate.LEFT_OUT),
        ("Polygon((-10 10,-5 10,-5 20,-10 10))", CutMode.WHOLE, Fate.OUTSIDE),
        ("Polygon((0 0,50 0,50 50,0 50,0 0))", CutMode.WITHIN, Fate.INSIDE),  # shares a border with the perimeter
        ("Polygon((-50 0,0 0,0 50,-50 50,-50 0))", CutMode.WHOLE, Fate.OUTSIDE),  # touches it from outside
        ("LineString(0 0,100 0)", CutMode.CUT, Fate.INSIDE),  # along the border
        ("LineString(0 0,100 0)", CutMode.WITHIN, Fate.INSIDE),
        ("LineString(-10 0,0 0)", CutMode.CUT, Fate.OUTSIDE),  # ends on the border
        ("Point(0 50)", CutMode.CUT, Fate.INSIDE),  # on the border
        ("Point(0 50)", CutMode.WITHIN, Fate.INSIDE),
        ("MultiPoint((10 10),(200 200))", CutMode.CUT, Fate.CUT),
        ("MultiPoint((10 10),(200 200))", CutMode.WHOLE, Fate.WHOLE),
        ("Polygon((-10 -10,110 -10,110 110,-10 110,-10 -10))", CutMode.CUT, Fate.CUT),  # covers the perimeter
    ],
)  # fmt: skip
def test_a_feature_has_the_fate_that_its_place_and_the_mode_give_it(wkt, mode, expected):
    assert fate(SQUARE, wkt, mode) is expected


def test_a_feature_in_a_hole_is_outside():
    assert fate(HOLED, "Polygon((45 45,55 45,55 55,45 45))") is Fate.OUTSIDE


@pytest.mark.parametrize("depth", [SLIVER_AREA / 20 * 0.9, SLIVER_AREA / 20 * 1.1], ids=["under", "over"])
def test_what_overlaps_by_less_than_a_square_centimetre_is_a_sliver(depth):
    wkt = f"Polygon((-10 10,{depth} 10,{depth} 30,-10 30,-10 10))"
    assert fate(SQUARE, wkt) is (Fate.SLIVER if depth * 20 < SLIVER_AREA else Fate.CUT)
    assert fate(SQUARE, wkt, CutMode.WHOLE) is (Fate.SLIVER if depth * 20 < SLIVER_AREA else Fate.WHOLE)


@pytest.mark.parametrize("length", [SLIVER_LENGTH * 0.9, SLIVER_LENGTH * 1.1], ids=["under", "over"])
def test_a_line_that_enters_by_less_than_a_millimetre_is_a_sliver(length):
    assert fate(SQUARE, f"LineString(-10 10,{length} 10)") is (Fate.SLIVER if length < SLIVER_LENGTH else Fate.CUT)


def test_the_slivers_of_a_cut_feature_are_taken_out_of_it():
    # A comb: one tooth enters by ten metres, another by a micrometre.
    comb = "Polygon((-20 0,-20 50,10 50,10 40,-10 40,-10 30,0.000001 30,0.000001 20,-10 20,-10 0,-20 0))"
    cut = knife(SQUARE).apply(QgsGeometry.fromWkt(comb), CutMode.CUT).geometry
    assert shape(cut).area == pytest.approx(100)
    assert len(shape(cut).geoms if hasattr(shape(cut), "geoms") else [1]) == 1


def test_a_border_that_rounding_has_moved_does_not_cut():
    moved = "Polygon((-0.000000001 0,50 0,50 50,-0.000000001 50,-0.000000001 0))"
    for mode in CutMode:
        outcome = knife(SQUARE).apply(QgsGeometry.fromWkt(moved), mode)
        assert outcome.fate is Fate.INSIDE
        assert outcome.geometry is None


def test_no_line_comes_out_of_a_polygon():
    # A polygon that enters by a square and touches by an edge: the intersection is a polygon and a line.
    wkt = "Polygon((-10 0,10 0,10 10,0 10,0 50,-10 50,-10 0))"
    cut = knife(SQUARE).apply(QgsGeometry.fromWkt(wkt), CutMode.CUT).geometry
    assert shape(cut).geom_type in ("Polygon", "MultiPolygon")
    assert shape(cut).area == pytest.approx(100)


def test_altitudes_are_kept_and_none_is_lost():
    wkt = "PolygonZ((-10 10 5,20 10 6,20 20 7,-10 20 8,-10 10 5))"
    cut = shape(knife(SQUARE).apply(QgsGeometry.fromWkt(wkt), CutMode.CUT).geometry)
    z = shapely.get_coordinates(cut, include_z=True)[:, 2]
    assert cut.has_z
    assert np.isfinite(z).all()
    assert z.min() >= 5
    assert z.max() <= 8


class TestAnInvalidFeature:
    BOWTIE = "Polygon((-10 10,10 30,10 10,-10 30,-10 10))"  # the repair would change its area
    SPIKE = "Polygon((-10 10,20 10,20 20,5 20,5 80,5 20,-10 20,-10 10))"  # a spike without area

    def test_that_a_repair_would_change_is_kept_whole_and_reported(self):
        outcome = knife(SQUARE).apply(QgsGeometry.fromWkt(self.BOWTIE), CutMode.CUT)
        assert (outcome.fate, outcome.invalid, outcome.geometry) == (Fate.WHOLE, True, None)

    def test_that_can_be_repaired_is_cut(self):
        outcome = knife(SQUARE).apply(QgsGeometry.fromWkt(self.SPIKE), CutMode.CUT)
        assert (outcome.fate, outcome.repaired) == (Fate.CUT, True)
        assert shape(outcome.geometry).is_valid
        assert shape(outcome.geometry).area == pytest.approx(200)

    def test_far_away_is_outside(self):
        assert fate(SQUARE, "Polygon((500 10,510 30,510 10,500 30,500 10))") is Fate.OUTSIDE


@pytest.mark.parametrize("seed", range(6))
def test_inside_and_outside_make_the_whole(seed):
    land = archipelago(seed)
    outside = shapely.box(*land.buffer(50_000).bounds).difference(land)
    inner, outer = knife(land), knife(shapely.MultiPolygon([outside]) if outside.geom_type == "Polygon" else outside)
    random = np.random.default_rng(seed)
    for _ in range(150):
        centre = random.normal((350_000, 6_790_000), 12_000)
        feature = star(random, *centre, float(10 ** random.uniform(1, 4)), 12).buffer(0)
        parts = [_kept(each, feature) for each in (inner, outer)]
        assert sum(parts) == pytest.approx(feature.area, abs=1e-3 + 1e-9 * feature.area)


def _kept(cutter: Knife, feature) -> float:
    outcome = cutter.apply(qgis(feature), CutMode.CUT)
    if outcome.fate is Fate.CUT:
        return shape(outcome.geometry).area
    return feature.area if outcome.fate is Fate.INSIDE else 0.0


@pytest.mark.parametrize("seed", range(4))
def test_each_fate_is_the_one_of_shapelys_predicates(seed):
    land = archipelago(seed)
    shapely.prepare(land)
    cutter, random = knife(land), np.random.default_rng(seed)
    for number in range(300):
        centre = random.normal((350_000, 6_790_000), 14_000)
        feature = star(random, *centre, float(10 ** random.uniform(1, 3.5)), 8).buffer(0)
        if number % 3 == 1:
            feature = feature.exterior if feature.geom_type == "Polygon" else feature.boundary
        if number % 3 == 2:
            feature = feature.centroid
        crosses = land.intersects(feature) and not land.covers(feature)
        for mode, across in zip(CutMode, (Fate.CUT, Fate.WHOLE, Fate.LEFT_OUT), strict=True):
            expected = across if crosses else Fate.INSIDE if land.covers(feature) else Fate.OUTSIDE
            assert cutter.apply(qgis(feature), mode).fate is expected


def test_a_perimeter_of_80000_vertices_cuts_as_its_pieces_do():
    random = np.random.default_rng(8)
    angles = np.linspace(0, 2 * np.pi, 80_000, endpoint=False)
    radii = 40_000 + 3_000 * np.sin(9 * angles) + random.normal(0, 2, len(angles))
    ring = shapely.Polygon(np.c_[350_000 + radii * np.cos(angles), 6_790_000 + radii * np.sin(angles)]).buffer(0)
    land = ring if ring.geom_type == "MultiPolygon" else shapely.MultiPolygon([ring])
    shapely.prepare(land)
    cutter = knife(land)
    cut = 0
    for _ in range(60):
        angle, size = random.uniform(0, 2 * np.pi), float(10 ** random.uniform(0, 3.9))
        radius = 40_000 + 3_000 * np.sin(9 * angle)
        x, y = 350_000 + radius * np.cos(angle), 6_790_000 + radius * np.sin(angle)
        feature = star(random, x, y, size, 10).buffer(0)
        outcome = cutter.apply(qgis(feature), CutMode.CUT)
        expected = land.intersection(feature)
        if outcome.fate is Fate.CUT:
            cut += 1
            assert distance(shape(outcome.geometry), expected) < MILLIMETRE
        else:
            assert (outcome.fate is Fate.INSIDE) == land.covers(feature) or expected.area < SLIVER_AREA
    assert cut > 20
