"""Checking again only what changed gives, to the letter, what a whole check gives."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from data_territoires_plugin.standards.model import (
    Check,
    Code,
    CodeList,
    Condition,
    Field,
    FieldType,
    Geometry,
    Kind,
    Reference,
    Standard,
    Table,
    Topology,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CRS = "EPSG:2154"
X, Y, SIDE = 350_000.0, 6_790_000.0, 100.0
STEPS = 8

ZONES = Standard(
    "essai",
    "Essai",
    "1",
    "",
    "",
    "urbanisme",
    (
        Table(
            "zone",
            fields=(
                Field("code", required=True, unique=True, pattern="[A-Z][0-9]+"),
                Field("nature", values=("U", "AU", "A", "N")),
                Field("hauteur", FieldType.NUMBER, minimum=0, maximum=30),
                Field("insee"),
            ),
            geometry=Geometry((Kind.POLYGON,), unique=True, text_round_trip=True),
            references=(Reference(("nature",), "natures", ("code",), is_code_list=True),),
            conditions=(Condition("haute", "nature <> 'N' OR CAST(hauteur AS REAL) = 0"),),
            checks=(Check("insee", ("insee",)), Check("one_of_required", ("nature", "insee"))),
            topology=(
                Topology("no_overlap", 0.01),
                Topology("no_gap", 0.01),
                Topology("covers", 0.01),
                Topology("inside", 5.0),
                Topology("no_duplicate", 0.0),
            ),
        ),
    ),
    (CodeList("natures", ("code",), (Code(("U",)), Code(("AU",)), Code(("A",)))),),
)
PIPES = Standard(
    "reseau",
    "Réseau",
    "1",
    "",
    "",
    "reseaux",
    (
        Table("pipe", geometry=Geometry((Kind.LINE,)), topology=(Topology("no_dangle", 0.1, "valve"),)),
        Table("valve", geometry=Geometry((Kind.POINT,)), topology=(Topology("on_line", 0.1, "pipe"),)),
    ),
)


@pytest.fixture
def both(subject_of: Any, run_on: Any) -> Callable[..., Any]:
    """`both([(layer, table)…], standard, memory, **options)`: the verdict with the memory, which is that without."""

    def run(pairs: Any, standard: Any, memory: Any, **options: Any) -> Any:
        subjects = [(subject_of(one), table) for one, table in pairs]
        again = run_on(subjects, standard, memory=memory, **options)
        whole = run_on(subjects, standard, **options)
        assert again.findings == whole.findings
        assert again.not_checked == whole.not_checked
        return again

    return run


@pytest.fixture
def zones(layer: Any) -> Callable[[], Any]:
    """Eight rows of eight squares."""

    def make() -> Any:
        rows = [{"code": f"Z{at}", "nature": "U", "hauteur": "9", "insee": "35238"} for at in range(64)]
        return layer(rows, shapes=[square(at % 8, at // 8) for at in range(64)], kind="Polygon", name="zone")

    return make


def square(column: float, row: float, side: float = SIDE) -> str:
    x, y = X + column * SIDE, Y + row * SIDE
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


def edited(one: Any, chance: random.Random) -> None:
    """A few changes, as a technician makes them: values, shapes, features added and removed."""
    from qgis.core import QgsFeature, QgsGeometry

    provider = one.dataProvider()
    for _ in range(chance.randint(1, 3)):
        feature = chance.choice(list(one.getFeatures()))
        kind = chance.choice(("value", "value", "move", "shift", "bow", "copy", "remove", "split", "null"))
        if kind == "value":
            at, texts = chance.choice(
                [(0, ("Z1", "Z2", "", "zone")), (1, ("N", "X", "A")), (2, ("-1", "0", "x", "31")), (3, ("99999", ""))]
            )
            provider.changeAttributeValues({feature.id(): {at: chance.choice(texts) or None}})
        elif kind == "remove":
            provider.deleteFeatures([feature.id()])
        elif kind == "copy":
            made = QgsFeature(feature)
            provider.addFeatures([made])
        else:
            column, row = chance.randrange(8), chance.randrange(8)
            made = {
                "move": square(column, row),
                "shift": square(column + 0.1, row + 0.003),
                "bow": f"POLYGON(({X} {Y},{X + 9} {Y + 9},{X + 9} {Y},{X} {Y + 9},{X} {Y}))",
                "split": square(column, row, SIDE / 3),
                "null": "POLYGON EMPTY",
            }[kind]
            provider.changeGeometryValues({feature.id(): QgsGeometry.fromWkt(made)})


@pytest.mark.parametrize("seed", range(6))
def test_checked_again_after_any_edit_a_zoning_has_the_findings_of_a_whole_check(
    zones: Any, both: Any, seed: int
) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

    from data_territoires_plugin.standards.engine.memory import Memory

    chance, one, memory = random.Random(seed), zones(), Memory()
    around = QgsGeometry.fromWkt(square(0, 0, 8.5 * SIDE))
    options = {"perimeter": around, "perimeter_crs": QgsCoordinateReferenceSystem(CRS)}
    for _ in range(STEPS):
        both([(one, ZONES.tables[0])], ZONES, memory, **options)
        edited(one, chance)


def test_without_shapely_too(zones: Any, both: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from data_territoires_plugin.standards.engine import geometry, round_trip, shapes, topology_overlap
    from data_territoires_plugin.standards.engine.memory import Memory

    for module in (geometry, round_trip, shapes, topology_overlap):
        monkeypatch.setattr(module, "shapely_here", lambda: None)
    chance, one, memory = random.Random(7), zones(), Memory()
    for _ in range(STEPS):
        both([(one, ZONES.tables[0])], ZONES, memory)
        edited(one, chance)


def test_a_valve_moved_away_from_its_pipe_is_told_again(layer: Any, both: Any) -> None:
    from qgis.core import QgsGeometry

    from data_territoires_plugin.standards.engine.memory import Memory

    line = f"LINESTRING({X} {Y},{X + 100} {Y})"
    pipes = layer([{"id": "1"}], shapes=[line], kind="LineString", name="pipe")
    valves = layer([{"id": "1"}], shapes=[f"POINT({X + 50} {Y})"], kind="Point", name="valve")
    memory, pairs = Memory(), list(zip((pipes, valves), PIPES.tables, strict=True))
    before = both(pairs, PIPES, memory)
    both(pairs, PIPES, memory)
    pipes.dataProvider().changeGeometryValues({1: QgsGeometry.fromWkt(f"LINESTRING({X} {Y + 5},{X + 100} {Y + 5})")})
    after = both(pairs, PIPES, memory)
    assert not [one for one in before.findings if one.rule == "on_line"]
    assert [(one.rule, one.feature) for one in after.findings if one.rule == "on_line"] == [("on_line", "1")]


def test_the_features_that_changed_are_counted_those_removed_too(zones: Any, both: Any) -> None:
    from data_territoires_plugin.standards.engine.memory import Memory

    one, memory = zones(), Memory()
    pairs = [(one, ZONES.tables[0])]
    assert both(pairs, ZONES, memory).changed is None
    assert both(pairs, ZONES, memory).changed == 0
    one.dataProvider().changeAttributeValues({3: {1: "A"}})
    one.dataProvider().deleteFeatures([5])
    assert both(pairs, ZONES, memory).changed == 2


def test_only_what_changed_is_judged_again(zones: Any, run_on: Any, subject_of: Any, monkeypatch: Any) -> None:
    """Seen from the checks themselves: what they are asked about the second time."""
    from data_territoires_plugin.standards.engine import checks, geometry, topology_overlap
    from data_territoires_plugin.standards.engine.memory import Memory

    asked: dict[str, list[int]] = {"insee": [], "valid": [], "pairs": []}

    def counting(name: str, real: Any, at: int) -> Any:
        def wrapped(*arguments: Any) -> Any:
            things = arguments[at]
            asked[name].append(things.shape[1] if hasattr(things, "shape") else len(things))
            return real(*arguments)

        return wrapped

    checks.load_checks()
    monkeypatch.setitem(checks.CHECKS, "insee", counting("insee", checks.CHECKS["insee"], 0))
    monkeypatch.setattr(geometry, "_not_valid", counting("valid", geometry._not_valid, 0))
    monkeypatch.setattr(topology_overlap, "_shared", counting("pairs", topology_overlap._shared, 2))
    one, memory = zones(), Memory()

    def run() -> None:
        run_on([(subject_of(one), ZONES.tables[0])], ZONES, memory=memory)

    run()
    assert asked["valid"] == [64]
    asked.update(insee=[], valid=[], pairs=[])
    from qgis.core import QgsGeometry

    one.dataProvider().changeGeometryValues({10: QgsGeometry.fromWkt(square(1.05, 1))})
    one.dataProvider().changeAttributeValues({20: {3: "35239"}})
    run()
    assert sum(asked["insee"]) == 1
    assert sum(asked["valid"]) == 1
    assert sum(asked["pairs"]) <= 8  # the neighbours of the square that moved


def test_another_standard_or_another_choice_starts_afresh(zones: Any, run_on: Any, subject_of: Any) -> None:
    from dataclasses import replace

    from data_territoires_plugin.standards.engine.memory import Memory

    one, memory = zones(), Memory()
    stricter = replace(ZONES.tables[0], fields=(Field("code", pattern="[0-9]+"), *ZONES.tables[0].fields[1:]))
    run_on([(subject_of(one), ZONES.tables[0])], ZONES, memory=memory)
    other = replace(ZONES, tables=(stricter,))
    verdict = run_on([(subject_of(one), stricter)], other, memory=memory)
    assert verdict.changed is None
    assert sum(found.rule == "pattern" for found in verdict.findings) == 64


def test_a_run_that_is_cancelled_leaves_the_memory_of_the_last_one(zones: Any, both: Any, run_on: Any) -> None:
    from qgis.core import QgsFeedback

    from data_territoires_plugin.errors import Cancelled
    from data_territoires_plugin.standards.engine.memory import Memory
    from data_territoires_plugin.standards.engine.subject import Subject

    one, memory, stopped = zones(), Memory(), QgsFeedback()
    both([(one, ZONES.tables[0])], ZONES, memory)
    one.dataProvider().changeAttributeValues({3: {1: "X"}})
    stopped.cancel()
    with pytest.raises(Cancelled):
        run_on([(Subject.of_layer(one), ZONES.tables[0])], ZONES, stopped, memory=memory)
    assert both([(one, ZONES.tables[0])], ZONES, memory).changed == 1


@pytest.mark.parametrize("version", ["1.3", "1.5"])
def test_addresses_edited_at_random_have_the_findings_of_a_whole_check(
    layer: Any, both: Any, shared: Path, version: str
) -> None:
    import csv

    from data_territoires_plugin.standards.engine.memory import Memory
    from data_territoires_plugin.standards.shelf import standard

    path = shared / "standards" / "bal" / "fixtures" / "general" / "sample.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    addresses, chance, memory, model = layer(rows), random.Random(3), Memory(), standard(f"bal_{version}")
    provider = addresses.dataProvider()
    for _ in range(STEPS):
        both([(addresses, model.tables[0])], model, memory)
        feature, other = chance.sample(list(addresses.getFeatures()), 2)
        at = chance.randrange(len(rows[0]))
        provider.changeAttributeValues({feature.id(): {at: chance.choice((other[at], "", "x", "99999"))}})
        if chance.random() < 0.3:
            provider.deleteFeatures([other.id()])


@pytest.mark.parametrize("document", ["41175_PLU_20140603", "200011781_PLUi_20180101"])
def test_a_real_zoning_edited_has_the_findings_of_a_whole_check(both: Any, shared: Path, document: str) -> None:
    from qgis.core import QgsFeatureRequest, QgsVectorLayer

    from data_territoires_plugin.standards.engine.memory import Memory
    from data_territoires_plugin.standards.shelf import standard

    file = "documents/" + document + "/Donnees_geographiques/ZONE_URBA.shp"
    real = QgsVectorLayer(str(shared / "standards" / "urbanisme-cnig" / file), "ZONE_URBA", "ogr")
    one, memory, model = real.materialize(QgsFeatureRequest()), Memory(), standard("plu_2017")
    one.setName("ZONE_URBA")
    table, chance = model.table("ZONE_URBA"), random.Random(1)
    both([(one, table)], model, memory)
    for _ in range(2):
        feature, gone = chance.sample(list(one.getFeatures()), 2)
        moved = feature.geometry()
        moved.translate(2.5, -1.5)
        one.dataProvider().changeGeometryValues({feature.id(): moved})
        one.dataProvider().deleteFeatures([gone.id()])
        assert both([(one, table)], model, memory).changed == 2
