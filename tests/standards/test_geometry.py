"""The rules of shapes, against GDAL's own text and GEOS."""

from __future__ import annotations

import random
import struct
from dataclasses import replace

import pytest

from data_territoires_plugin.errors import SourceError
from data_territoires_plugin.standards.engine import room
from data_territoires_plugin.standards.engine.round_trip import broken_by_text, cut_15
from data_territoires_plugin.standards.model import Document, Geometry, Kind, Standard, Table

SQUARE = "POLYGON((350000 6700000,350010 6700000,350010 6700010,350000 6700010,350000 6700000))"
BOW = "POLYGON((350000 6700000,350010 6700010,350010 6700000,350000 6700010,350000 6700000))"
MULTI = f"MULTI{SQUARE.replace('((', '(((').replace('))', ')))')}"
TWO = f"{MULTI[:-1]},((350100 6700000,350110 6700000,350110 6700010,350100 6700000)))"


def standard(**wanted) -> Standard:
    geometry = Geometry(**{"kinds": (Kind.POLYGON,), "column": "WKT"} | wanted)
    return Standard("essai", "Essai", "1", "", "tests", "urbanisme", (Table("T", geometry=geometry),))


def rules(verdict) -> list[tuple[str, str]]:
    return [(finding.rule, finding.feature) for finding in verdict.findings]


@pytest.mark.parametrize(
    ("wkt", "wanted", "rule"),
    [
        (SQUARE, {}, None),
        (MULTI, {}, None),
        (None, {}, "geometry_null"),
        (None, {"required": False}, None),
        ("MULTIPOLYGON EMPTY", {}, "geometry_null"),
        ("LINESTRING(350000 6700000,350010 6700000)", {}, "kind"),
        ("LINESTRING(350000 6700000,350010 6700000)", {"kinds": (Kind.ANY,)}, None),
        (SQUARE, {"z": True}, "z"),
        (SQUARE, {"z": False}, None),
        ("POLYGON Z((350000 6700000 9,350010 6700000 9,350010 6700010 9,350000 6700000 9))", {"z": True}, None),
        ("POLYGON Z((350000 6700000 9,350010 6700000 9,350010 6700010 9,350000 6700000 9))", {"z": False}, "z"),
        (TWO, {"multi": True}, None),
        (SQUARE, {"multi": True}, "multi"),
        (MULTI, {"multi": False}, None),
        (TWO, {"multi": False}, "multi"),
        (BOW, {}, "validity"),
        (SQUARE.replace("67000", "48000"), {}, "extent"),
    ],
)
def test_each_rule_of_a_shape_is_told_at_its_feature_and_alone(layer, checked, wkt, wanted, rule):
    kind = "LineString" if wkt and wkt.startswith("LINE") else "MultiPolygon"
    made = layer([{"a": 1}], shapes=[wkt], kind=kind)
    findings = [one for one in rules(checked(made, standard(**wanted))) if one[0] != "unknown_column"]
    assert [one[0] for one in findings] == ([rule] if rule else [])


def test_an_invalid_shape_is_told_at_the_place_where_it_crosses_itself(layer, checked):
    (finding,) = checked(layer([{}], shapes=[BOW], kind="Polygon"), standard()).findings
    assert finding.place == (350005.0, 6700005.0)
    assert finding.crs == "EPSG:2154"


def test_a_layer_without_crs_with_another_one_or_without_geometry_is_told_once(layer, checked):
    lambert = standard(crs=("EPSG:2154", "EPSG:3948"))
    shapes = [SQUARE, SQUARE.replace("350000", "350001")]
    assert rules(checked(layer([{}, {}], shapes=shapes, kind="Polygon", crs=""), lambert)) == [("crs_missing", "")]
    far = [shape.replace("350", "1350").replace("67000", "72000") for shape in shapes]
    assert ("crs", "") in rules(checked(layer([{}, {}], shapes=far, kind="Polygon", crs="EPSG:3946"), lambert))
    assert rules(checked(layer([{}]), lambert)) == [("geometry_missing", "")]


HALF = "CIRCULARSTRING(350000 6700000,350005 6700005,350010 6700000)"
ARC = f"CURVEPOLYGON(COMPOUNDCURVE({HALF},(350010 6700000,350000 6700000)))"
ARC_CROSSED = ARC.replace("(350010 6700000,350000", "(350010 6700000,350010 6700002,350000 6700002,350000")


@pytest.mark.parametrize("round_trip", [False, True])
@pytest.mark.parametrize("here", [True, False])
def test_arcs_of_circles_are_judged_like_other_outlines(layer, checked, monkeypatch, here, round_trip):
    if not here:
        for module in ("geometry", "round_trip", "shapes"):
            monkeypatch.setattr(f"data_territoires_plugin.standards.engine.{module}.shapely_here", lambda: None)
    made = layer([{}] * 4, shapes=[ARC, SQUARE, ARC_CROSSED, None], kind="CurvePolygon")
    wanted = standard(text_round_trip=round_trip)
    assert rules(checked(made, wanted)) == [("geometry_null", "4"), ("validity", "3")]


@pytest.mark.parametrize("kind", ["Point25D", "PointZ", "PointZM"])
def test_heights_and_measures_change_nothing_to_the_kind(layer, checked, kind):
    made = layer([{}], shapes=["POINT ZM(350000 6700000 1 2)"], kind=kind)
    found = rules(checked(made, standard(kinds=(Kind.POINT,), z=True)))
    assert found == []


def test_the_same_shape_twice_is_told_where_the_standard_forbids_it(layer, checked):
    made = layer([{}, {}, {}], shapes=[SQUARE, BOW.replace("350010", "350020"), SQUARE], kind="Polygon")
    found = [one for one in checked(made, standard(unique=True)).findings if one.rule == "geometry_unique"]
    assert [(one.feature, one.other) for one in found] == [("1", "3")]


def test_what_goes_out_of_the_perimeter_is_measured_and_drawn_ten_metres_are_tolerated(layer, checked):
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

    perimeter = QgsGeometry.fromWkt(
        "POLYGON((350000 6700000,350100 6700000,350100 6700100,350000 6700100,350000 6700000))"
    )
    near = SQUARE.replace("350010", "350009").replace("350000", "349995")
    out = "POLYGON((350090 6700000,350150 6700000,350150 6700010,350090 6700010,350090 6700000))"
    made = layer([{}] * 3, shapes=[SQUARE, near, out], kind="Polygon")
    (finding,) = checked(
        made, standard(), perimeter=perimeter, perimeter_crs=QgsCoordinateReferenceSystem("EPSG:2154")
    ).findings
    assert (finding.rule, finding.feature, finding.measure) == ("inside", "3", pytest.approx(500.0))
    drawn = QgsGeometry()
    drawn.fromWkb(finding.shape)
    assert drawn.area() == pytest.approx(500.0)


# ------------------------------------------------------------------------------------------------ 15 digits
def test_numbers_are_cut_as_the_text_cuts_them():
    """The reference: C's '%.15g', through Python."""
    import numpy as np

    random.seed(15)
    values = [random.uniform(-1, 1) * 10.0 ** random.randint(-8, 12) for _ in range(20_000)]
    values += [round(random.uniform(6e6, 7e6), 8) + 5e-10 for _ in range(20_000)]
    values += [0.0, -0.0, 1e15, 999999999999999.9, 99999.99999999999, 1e-30, 1e30, 0.5, 6700000.123]
    cut = cut_15(np.array(values))
    assert cut.tolist() == [float(f"{value:.15g}") for value in values]


def test_a_sliver_thinner_than_fifteen_digits_is_valid_in_qgis_and_refused_once_written(layer, checked):
    """Two edges a hundred-millionth of a metre apart: the cut makes them cross."""
    from osgeo import ogr

    broken = next(_needles(4000))
    geometry = ogr.CreateGeometryFromWkb(broken)
    again = ogr.CreateGeometryFromWkt(geometry.ExportToWkt())
    assert (geometry.IsValid(), again.IsValid()) == (True, False)
    verdict = checked(layer([{}], shapes=[broken], kind="Polygon"), standard(text_round_trip=True))
    assert rules(verdict) == [("text_round_trip", "1")]
    assert verdict.findings[0].place is not None
    assert checked(layer([{}], shapes=[broken], kind="Polygon"), standard()).findings == ()


def test_the_cut_gives_the_verdict_of_gdal_with_shapely_and_without(qgis_app, monkeypatch):
    from osgeo import ogr

    shapes = _drawn(600)
    expected = [
        at
        for at, wkb in enumerate(shapes)
        if not ogr.CreateGeometryFromWkt(ogr.CreateGeometryFromWkb(wkb).ExportToWkt()).IsValid()
    ]
    assert expected
    assert broken_by_text(shapes) == expected
    monkeypatch.setattr("data_territoires_plugin.standards.engine.round_trip.shapely_here", lambda: None)
    assert broken_by_text(shapes) == expected


def test_validity_is_the_same_with_shapely_and_without(layer, checked, monkeypatch):
    random.seed(7)
    shapes = [random.choice([SQUARE, BOW, MULTI]) for _ in range(40)] + [None]
    made = layer([{}] * 41, shapes=shapes, kind="MultiPolygon")
    ours = checked(made, standard()).findings
    monkeypatch.setattr("data_territoires_plugin.standards.engine.geometry.shapely_here", lambda: None)
    assert checked(made, standard()).findings == ours
    assert len(ours) > 5


def test_heavy_shapes_are_judged_few_at_a_time_with_the_same_verdict(layer, checked, monkeypatch):
    round_shape = "POLYGON((" + ",".join(f"{350000 + at} {6700000 + at * at}" for at in range(50)) + ",350000 6700000))"
    made = layer([{}] * 9, shapes=[BOW if at in (0, 4, 8) else round_shape for at in range(9)], kind="Polygon")
    wanted = standard(text_round_trip=True)
    at_once = rules(checked(made, wanted))
    weights = []

    def weighed(chunk):
        weights.append(sum(map(len, filter(None, chunk))))
        return broken_by_text(chunk)

    monkeypatch.setattr("data_territoires_plugin.standards.engine.geometry.broken_by_text", weighed)
    monkeypatch.setattr("data_territoires_plugin.standards.engine.geometry._BYTES", 1000)
    assert rules(checked(made, wanted)) == at_once
    assert [one for one in at_once if one[0] == "validity"] == [("validity", "1"), ("validity", "5"), ("validity", "9")]
    assert max(weights) < 2000 < sum(weights), "a shape of 800 bytes may be the last of its chunk"


@pytest.mark.parametrize("stored", [True, False])
def test_a_layer_whose_shapes_leave_no_room_is_refused_before_the_system_stops_qgis(
    layer, geopackage, checked, monkeypatch, stored
):
    made = (geopackage if stored else layer)([{}] * 20, shapes=[SQUARE] * 20, kind="Polygon")
    held = 20 * made.getFeature(1).geometry().wkbSize()
    monkeypatch.setattr(room, "LIGHT", 0)
    monkeypatch.setattr(room, "free_bytes", lambda: held)
    with pytest.raises(SourceError, match="does not fit in the memory") as refused:
        checked(made, standard())
    assert "filter the layer" in refused.value.hint
    monkeypatch.setattr(room, "free_bytes", lambda: held * 10)
    assert checked(made, standard()).valid


def test_the_four_polygons_that_the_national_validator_refuses_are_found(shared, checked_all, qgis_app):
    """200011781_PLUi_20180101: 0 invalid in QGIS, 4 for the validator (its own regression test says which)."""
    from data_territoires_plugin.standards.engine.subject import Subject

    folder = shared / "standards" / "urbanisme-cnig" / "documents" / "200011781_PLUi_20180101"
    found = []
    wanted = replace(standard(text_round_trip=True), document=Document("x", (), "PLUI"))
    for path in sorted(folder.rglob("*.shp")):
        from qgis.core import QgsFeedback

        import data_territoires_plugin.standards.engine.run as engine

        subject = Subject.of_file(path)
        verdict = engine.validate([(subject, wanted.tables[0])], wanted, engine.Options(), QgsFeedback())
        found += [
            (finding.rule, finding.code, finding.feature)
            for finding in verdict.findings
            if finding.rule in ("validity", "text_round_trip") and "zone_urba" in path.stem.lower()
        ]
    assert found == [("text_round_trip", "ATTRIBUTE_GEOMETRY_INVALID", one) for one in ("29", "63", "122", "191")]


def _drawn(count: int) -> list[bytes]:
    """Valid polygons, most of them far from any trouble."""
    random.seed(3)
    needles = _needles(count)
    return [next(needles) if at % 10 == 0 else _polygon(_square()) for at in range(count)]


def _square() -> list[tuple[float, float]]:
    x, y = random.uniform(3e5, 4e5), random.uniform(6.6e6, 6.8e6)
    return [(x, y), (x + 10, y), (x + 10, y + 10), (x, y + 10), (x, y)]


def _needles(tries: int):
    """Triangles with a dent that almost touches the opposite edge: valid, and broken by the cut."""
    from osgeo import ogr

    for _ in range(tries * 50):
        x, y = random.uniform(3e5, 4e5), random.uniform(6.6e6, 6.8e6)
        w, h = random.uniform(5, 50), random.uniform(-3, 3)
        t = random.random()
        ring = [(x, y), (x + w, y + h), (x + w, y + 20), (x + t * w, y + t * h + 2e-9), (x, y + 20), (x, y)]
        wkb = _polygon(ring)
        geometry = ogr.CreateGeometryFromWkb(wkb)
        again = ogr.CreateGeometryFromWkt(geometry.ExportToWkt())
        if geometry.IsValid() and not again.IsValid():
            yield wkb


def _polygon(ring: list[tuple[float, float]]) -> bytes:
    return struct.pack("<BIII", 1, 3, 1, len(ring)) + b"".join(struct.pack("<dd", *one) for one in ring)
