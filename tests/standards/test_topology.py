"""Rules between shapes, against planted faults, against shapely, and against the reference measured elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely
from shapely.affinity import scale, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CRS = "EPSG:2154"
X, Y = 350_000.0, 6_790_000.0


@pytest.fixture
def shapes(qgis_app: Any) -> Callable[..., Any]:
    """`shapes([shapely or WKT…], table=…, crs=…, others={name: shapes})`: identifiers from 100."""
    from data_territoires_plugin.standards.engine.shapes import Shapes

    def make(geometries: list[Any], table: str = "ZONE_URBA", crs: str = CRS, **others: Any) -> Any:
        made = [shapely.from_wkt(one) if isinstance(one, str) else one for one in geometries]
        usable = np.array([one is not None and one.is_valid for one in made], bool)
        wkb = [None if one is None else shapely.to_wkb(one) for one in made]
        return Shapes(table, table.lower(), crs, np.arange(100, 100 + len(made)), wkb, usable, others)

    return make


@pytest.fixture
def run(qgis_app: Any) -> Callable[..., Any]:
    """`run("no_overlap", shapes, tolerance=0.01, other="", perimeter=…)`: the findings that are no information.

    `asked`: the tolerance that the user asks for.
    """
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

    from data_territoires_plugin.standards.engine.options import Options
    from data_territoires_plugin.standards.engine.topology import TOPOLOGY
    from data_territoires_plugin.standards.model import Level, Topology

    def check(
        name: str, these: Any, tolerance: float = 0.01, other: str = "", *, infos: bool = False, **more: Any
    ) -> Any:
        options = Options(tolerance=more.get("asked"))
        if perimeter := more.get("perimeter"):
            crs = QgsCoordinateReferenceSystem(these.crs)
            options = Options(perimeter=QgsGeometry.fromWkt(perimeter.wkt), perimeter_crs=crs)
        feedback = more.get("feedback") or QgsFeedback()
        found = list(TOPOLOGY[name](these, Topology(name, tolerance, other), options, feedback))
        return [one for one in found if (one.level is Level.INFO) == infos]

    return check


@pytest.fixture
def without_shapely(monkeypatch: pytest.MonkeyPatch, qgis_app: Any) -> None:
    from data_territoires_plugin.standards.engine import shapes, topology_overlap

    monkeypatch.setattr(shapes, "shapely_here", lambda: None)
    monkeypatch.setattr(topology_overlap, "shapely_here", lambda: None)


def tiles(columns: int, rows: int, size: float = 100.0) -> list[Any]:
    """Squares side by side."""
    return [
        shapely.box(X + i * size, Y + j * size, X + (i + 1) * size, Y + (j + 1) * size)
        for i in range(columns)
        for j in range(rows)
    ]


def test_neighbours_that_share_an_edge_neither_overlap_nor_leave_a_gap(run: Any, shapes: Any) -> None:
    these = shapes(tiles(5, 5))
    assert run("no_overlap", these) == []
    assert run("no_gap", these) == []


def test_an_overlap_is_drawn_measured_and_names_both_features(run: Any, shapes: Any) -> None:
    one, two = shapely.box(X, Y, X + 100, Y + 100), shapely.box(X + 98, Y, X + 200, Y + 100)
    (found,) = run("no_overlap", shapes([one, two]))
    assert (found.feature, found.other, found.crs) == ("100", "101", CRS)
    assert found.measure == pytest.approx(200)
    assert shapely.from_wkb(found.shape).equals(one.intersection(two))
    assert one.intersection(two).contains(shapely.Point(found.place))
    assert "200" in found.message
    assert found.help


@pytest.mark.parametrize("seed", range(8))
def test_every_overlap_of_random_surfaces_is_found_as_shapely_finds_it(run: Any, shapes: Any, seed: int) -> None:
    these = random_surfaces(seed)
    found = {(one.feature, one.other): one.measure for one in run("no_overlap", shapes(these))}
    assert found == pytest.approx(all_pairs(these))
    assert found


@pytest.mark.parametrize("seed", range(8))
def test_the_overlaps_are_the_same_without_shapely(run: Any, shapes: Any, seed: int, without_shapely: None) -> None:
    these = random_surfaces(seed)
    found = [((one.feature, one.other), one.measure) for one in run("no_overlap", shapes(these))]
    assert dict(found) == pytest.approx(all_pairs(these))
    assert [pair for pair, _ in found] == sorted(all_pairs(these), key=lambda pair: (int(pair[0]), int(pair[1])))


def random_surfaces(seed: int) -> list[Any]:
    """Stars of any place and size, in a square where some overlap."""
    random = np.random.default_rng(seed)
    made = []
    for _ in range(60):
        angles = np.sort(random.uniform(0, 2 * np.pi, 9))
        radii = random.uniform(5, 25, 9)
        centre = random.uniform(0, 400, 2) + np.array([X, Y])
        star = shapely.Polygon(np.c_[np.cos(angles), np.sin(angles)] * radii[:, None] + centre)
        if star.is_valid and star.area > 1:
            made.append(star)
    return made


def all_pairs(these: list[Any]) -> dict[tuple[str, str], float]:
    """The overlaps by brute force."""
    found = {}
    for at, one in enumerate(these):
        for to in range(at + 1, len(these)):
            area = one.intersection(these[to]).area
            if area > 0.01:
                found[str(100 + at), str(100 + to)] = area
    return found


@pytest.mark.parametrize("seed", range(6))
def test_planted_gaps_are_all_found_and_nothing_else(run: Any, shapes: Any, seed: int) -> None:
    random = np.random.default_rng(seed)
    these, planted = tiles(6, 6), []
    for at in random.choice([i * 6 + j for i in range(1, 5) for j in range(1, 5)], 4, replace=False):
        hole = scale(these[at], *random.uniform(0.01, 0.5, 2))
        planted.append(hole)
        these[at] = these[at].difference(hole)
    found = run("no_gap", shapes(these))
    assert sorted(one.measure for one in found) == pytest.approx(sorted(one.area for one in planted))
    for one in found:
        assert any(shapely.from_wkb(one.shape).equals_exact(hole, 1e-6, normalize=True) for hole in planted)


def test_an_overlap_with_an_arc_is_measured(run: Any, shapes: Any) -> None:
    from qgis.core import QgsGeometry

    half = f"CIRCULARSTRING({X} {Y},{X + 50} {Y + 50},{X + 100} {Y})"
    disc = QgsGeometry.fromWkt(f"CURVEPOLYGON(COMPOUNDCURVE({half},({X + 100} {Y},{X} {Y})))")
    these = shapes([*tiles(1, 1), None])
    these.wkb[1], these.usable[1] = bytes(disc.asWkb()), True
    (finding,) = run("no_overlap", these)
    assert finding.measure == pytest.approx(disc.area(), rel=1e-3)


def test_a_sliver_is_told_from_a_forgotten_zone(run: Any, shapes: Any) -> None:
    block = shapely.box(X, Y, X + 300, Y + 300)
    sliver = shapely.box(X + 50, Y + 50, X + 250, Y + 50.2)
    forgotten = shapely.box(X + 50, Y + 100, X + 90, Y + 140)
    found = {one.measure: one.message for one in run("no_gap", shapes([block - sliver - forgotten]))}
    assert sorted(found) == pytest.approx([40, 1600])
    thin, wide = (found[area] for area in sorted(found))
    assert thin.split(":")[0] != wide.split(":")[0]


def test_an_enclave_outside_the_perimeter_is_no_gap(run: Any, shapes: Any) -> None:
    ring = shapely.box(X, Y, X + 300, Y + 300) - shapely.box(X + 100, Y + 100, X + 200, Y + 200)
    assert len(run("no_gap", shapes([ring]))) == 1
    assert run("no_gap", shapes([ring]), perimeter=ring) == []


def test_what_the_perimeter_has_and_no_zone_covers_is_told(run: Any, shapes: Any) -> None:
    (found,) = run("covers", shapes(tiles(2, 1)), perimeter=shapely.box(X, Y, X + 250, Y + 100))
    assert found.measure == pytest.approx(5000)


def test_without_a_perimeter_the_coverage_is_said_not_to_be_checked(run: Any, shapes: Any) -> None:
    assert run("covers", shapes(tiles(2, 1))) == []
    assert len(run("covers", shapes(tiles(2, 1)), infos=True)) == 1


def test_a_feature_may_leave_the_zoning_by_the_tolerance_and_no_more(run: Any, shapes: Any) -> None:
    zones = shapes(tiles(2, 2))
    near = shapely.LineString([(X + 10, Y + 10), (X - 9.9, Y + 10)])
    far = shapely.LineString([(X + 10, Y + 10), (X - 14, Y + 10)])
    lost = shapely.Point(X - 500, Y)
    these = shapes([near, far, lost], "PRESCRIPTION_LIN", ZONE_URBA=zones)
    found = run("inside", these, 10.0, "ZONE_URBA")
    assert [one.feature for one in found] == ["101", "102"]
    assert found[0].measure == pytest.approx(4, abs=0.05)


def test_the_same_shape_drawn_the_other_way_round_is_a_duplicate(run: Any, shapes: Any) -> None:
    line = shapely.LineString([(X, Y), (X + 10, Y), (X + 10, Y + 10)])
    square = shapely.box(X, Y, X + 1, Y + 1)
    turned = shapely.Polygon([*square.exterior.coords[2:], *square.exterior.coords[1:3]])
    (found,) = run("no_duplicate", shapes([square, translate(square, 5), turned]))
    assert (found.feature, found.other) == ("102", "100")
    (found,) = run("no_duplicate", shapes([line, line.reverse()]))
    assert found.other == "100"


def test_a_valve_beside_its_pipe_is_told_with_the_way_to_it(run: Any, shapes: Any) -> None:
    pipes = shapes([shapely.LineString([(X, Y), (X + 100, Y)])], "canalisation")
    valves = shapes(
        [shapely.Point(X + 50, Y), shapely.Point(X + 60, Y + 0.3), shapely.Point(X + 70, Y + 0.05)],
        "vanne",
        canalisation=pipes,
    )
    (found,) = run("on_line", valves, 0.1, "canalisation")
    assert found.feature == "101"
    assert found.measure == pytest.approx(0.3)
    assert shapely.from_wkb(found.shape).length == pytest.approx(0.3)


def test_a_loose_end_is_told_and_ends_that_meet_are_not(run: Any, shapes: Any) -> None:
    main = shapely.LineString([(X, Y), (X + 100, Y)])
    branch = shapely.LineString([(X + 50, Y), (X + 50, Y + 40)])  # meets the middle of the main
    short = shapely.LineString([(X + 80, Y + 0.5), (X + 80, Y + 40)])  # stops before it
    loop = shapely.LineString([(X, Y + 60), (X + 5, Y + 60), (X + 5, Y + 65), (X, Y + 60)])
    found = run("no_dangle", shapes([main, branch, short, loop], "canalisation"), 0.1)
    ends = {(one.feature, tuple(np.round(shapely.from_wkb(one.shape).coords[0], 2) - [X, Y])) for one in found}
    assert ("102", (80.0, 0.5)) in ends
    assert ("101", (50.0, 0.0)) not in ends
    assert all(feature != "103" for feature, _ in ends)
    near = next(one for one in found if one.feature == "102" and one.measure == pytest.approx(0.5))
    assert near.place is not None


def test_an_end_on_its_node_is_connected(run: Any, shapes: Any) -> None:
    nodes = shapes([shapely.Point(X, Y)], "noeud")
    pipe = shapes([shapely.LineString([(X, Y), (X + 100, Y)])], "canalisation", noeud=nodes)
    (found,) = run("connected", pipe, 0.1, "noeud")
    assert found.measure == pytest.approx(100)


def test_invalid_shapes_are_left_out_and_said_to_be(run: Any, shapes: Any) -> None:
    bow = "POLYGON((350000 6790000, 350100 6790100, 350100 6790000, 350000 6790100, 350000 6790000))"
    these = shapes([*tiles(2, 1), bow, None])
    assert run("no_overlap", these) == []
    (said,) = run("no_overlap", these, infos=True)
    assert "102" in said.message
    assert said.measure == 2


def test_square_metres_stay_square_metres_in_degrees(run: Any, shapes: Any) -> None:
    side = 100 / 111_320
    wide = side / np.cos(np.radians(48.0))
    one = shapely.box(-1.6, 48.0, -1.6 + wide, 48.0 + side)
    (found,) = run("no_overlap", shapes([one, translate(one, wide * 0.9)], crs="EPSG:4326"))
    assert found.measure == pytest.approx(1000, rel=0.01)


@pytest.mark.parametrize("name", ["no_overlap", "no_gap", "no_duplicate"])
def test_no_shape_at_all_is_no_fault(run: Any, shapes: Any, name: str) -> None:
    assert run(name, shapes([])) == []


def test_a_run_that_is_cancelled_stops(run: Any, shapes: Any) -> None:
    from qgis.core import QgsFeedback

    from data_territoires_plugin.errors import Cancelled

    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        run("no_overlap", shapes(tiles(3, 3)), feedback=feedback)


# ------------------------------------------------------------------------------- the reference, on real zonings
_FILES = {
    "41175_PLU_20140603": "Donnees_geographiques/ZONE_URBA.shp",
    "200011781_PLUi_20180101": "Donnees_geographiques/ZONE_URBA.shp",
    "50545_CC_20130902": "Donnees_geographiques/SECTEUR_CC.shp",
}


@pytest.mark.parametrize("document", _FILES)
def test_real_zonings_have_the_overlaps_and_gaps_of_the_reference(
    run: Any, shapes: Any, shared: Path, document: str
) -> None:
    from osgeo import ogr

    folder = shared / "standards" / "urbanisme-cnig"
    reference = json.loads((folder / "topology-reference.json").read_text())[document]
    dataset = ogr.Open(str(folder / "documents" / document / _FILES[document]))
    zones = [shapely.from_wkb(bytes(one.GetGeometryRef().ExportToWkb())) for one in dataset.GetLayer(0)]
    overlaps, gaps = run("no_overlap", shapes(zones)), run("no_gap", shapes(zones))
    assert len(overlaps) == reference["overlap_pairs_gt_0.01m2"]
    assert sum(one.measure for one in overlaps) == pytest.approx(reference["overlap_total_m2"], abs=0.1)
    assert len(gaps) == reference["gaps_gt_0.01m2"]
    # The reference counts whole what stands in a hole; a zone that is an island in one is no gap.
    parts = shapely.get_parts(shapely.union_all(zones))
    islands = sum(part.area for part in parts) - max(part.area for part in parts)
    assert sum(one.measure for one in gaps) == pytest.approx(reference["gap_total_m2"] - islands, abs=0.1)


def test_the_tolerance_asked_for_is_that_of_surfaces_not_a_distance(run: Any, shapes: Any) -> None:
    square_metres = 2000.0
    lapping = [shapely.box(X, Y, X + 100, Y + 100), shapely.box(X + 90, Y, X + 190, Y + 100)]
    assert run("no_overlap", shapes(lapping), asked=square_metres) == []
    assert len(run("no_overlap", shapes(lapping), asked=1.0)) == 1
    away = shapes([shapely.Point(X + 150, Y)], other=shapes([shapely.box(X, Y, X + 100, Y + 100)]))
    pipe = shapes([shapely.Point(X + 50, Y + 5)], pipe=shapes([shapely.LineString([(X, Y), (X + 100, Y)])]))
    for asked in (None, square_metres):
        assert len(run("inside", away, 10.0, "other", asked=asked)) == 1
        assert len(run("on_line", pipe, 1.0, "pipe", asked=asked)) == 1


def test_a_layer_in_another_crs_is_said_to_be_so(run: Any, shapes: Any) -> None:
    line = shapely.LineString([(X, Y), (X + 100, Y)])
    valves = shapes([shapely.Point(X + 50, Y)], pipe=shapes([line], crs="EPSG:3948"))
    (said,) = run("on_line", valves, 1.0, "pipe", infos=True)
    (lacking,) = run("on_line", shapes([shapely.Point(X, Y)]), 1.0, "pipe", infos=True)
    assert said.rule == lacking.rule == "on_line_not_possible"
    assert said.message != lacking.message
