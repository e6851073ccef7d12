"""The findings as a tree: what Qt asks of a model, filters against plain loops, a hundred thousand of them."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest

from data_territoires_plugin.gui.conformity_findings import Filter, Findings
from data_territoires_plugin.gui.conformity_map import moved
from data_territoires_plugin.gui.conformity_model import BATCH, FindingsModel
from data_territoires_plugin.standards.findings import Finding
from data_territoires_plugin.standards.model import Level

MANY = 100_000


@pytest.fixture
def made(qgis_app):
    def make(count, seed=1):
        rng = random.Random(seed)
        rules = [("required", Level.ERROR), ("codes", Level.ERROR), ("presence", Level.WARNING), ("other", Level.INFO)]
        found = []
        for at in range(count):
            rule, level = rng.choices(rules, (6, 3, 2, 1))[0]
            where = (350_000 + rng.random() * 1000, 6_790_000 + rng.random() * 1000)
            field, value = rng.choice(("LIBELLE", "TYPEZONE")), rng.choice(("Ub", "É8", ""))
            found.append(
                Finding(rule, level, f"{field} {rule} {value}", table="ZONE_URBA", feature=str(at), field=field,
                        value=value, place=where if rule != "other" else None, crs="EPSG:2154")
            )  # fmt: skip
        return tuple(found)

    return make


def positions(branches):
    return sorted(int(at) for branch in branches for group in branch.groups for at in group.positions)


def first_rule(model):
    return model.index(0, 0, model.index(0, 0))


def test_the_model_keeps_the_promises_of_qt(made):
    findings = Findings(made(700), "EPSG:2154")  # the tester itself asks for more within an insertion: one batch only
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(findings, findings.shown(Filter()))
    rule = first_rule(model)
    while model.canFetchMore(rule):
        model.fetchMore(rule)
    assert model.rowCount(rule) == len(model.group_at(rule).positions) <= BATCH
    assert model.setData(model.index(3, 0, rule), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model.show(findings, findings.shown(Filter("typezone")))
    model.show(None, ())
    assert tester


def test_every_finding_is_in_the_tree_once_under_its_rule_and_level(made):
    found = made(500)
    findings = Findings(found, "EPSG:2154")
    branches = findings.shown(Filter())
    assert positions(branches) == list(range(500))
    for branch in branches:
        for group in branch.groups:
            held = [found[at] for at in group.positions]
            assert len({(one.rule, one.field, one.level) for one in held}) == 1
            assert held[0].level is branch.level
    counted = Counter(one.level for one in found)
    assert {branch.level: branch.count for branch in branches} == dict(counted)
    for branch in branches:
        sizes = [len(group.positions) for group in branch.groups]
        assert sizes == sorted(sizes, reverse=True), "the most frequent first"


@pytest.mark.parametrize("words", ["typezone", "é8 libelle", "REQUIRED", "nothing like it", "17"])
def test_the_filter_finds_what_a_plain_loop_finds(made, words):
    found = made(400)
    findings = Findings(found, "EPSG:2154")
    view = QgsRectangle(350_100, 6_790_100, 350_600, 6_790_900)
    ticked = {one.identity for one in found[::3]}
    findings.set_treated(ticked)
    wanted = [
        at for at, one in enumerate(found)
        if all(word in f"{one.message} {one.rule} {one.table} {one.feature} {one.field} {one.value}".casefold()
               for word in words.casefold().split())
        and one.level is not Level.WARNING and one.identity not in ticked
        and one.place and view.contains(QgsPointXY(*one.place))
    ]  # fmt: skip
    levels = frozenset((Level.ERROR, Level.INFO))
    assert positions(findings.shown(Filter(words, levels, untreated=True, view=view))) == wanted


def test_a_finding_that_is_there_twice_and_then_once_is_mended_once(made):
    one = made(1)[0]
    findings = Findings([one], "EPSG:2154", before=[one, one])
    assert len(findings.changes.mended) == 1
    assert findings.changes.new == ()
    titles = [branch.title for branch in findings.shown(Filter(compared=True))]
    assert titles == ["Mended (1)", "Left (1)"]
    assert positions(findings.shown(Filter())) == [0], "what was mended is shown only when compared"


def test_a_hundred_thousand_findings_are_given_some_hundreds_at_a_time(made, qgis_app):
    from data_territoires_plugin.gui.conformity_panel import FindingsPanel

    panel = FindingsPanel(lambda _crs: None)
    panel.resize(400, 600)
    panel.show()
    panel.show_findings(Findings(made(MANY), "EPSG:2154"))
    rule = first_rule(panel.model)
    total = len(panel.model.group_at(rule).positions)
    panel.tree.setExpanded(rule, True)
    assert panel.model.rowCount(rule) == BATCH < total
    bar = panel.tree.verticalScrollBar()
    for _ in range(5):
        bar.setValue(bar.maximum())
        QTest.qWait(1)
    assert BATCH < panel.model.rowCount(rule) <= 7 * BATCH, "more come with the scroll, and only then"
    panel.show_position(int(panel.model.group_at(rule).positions[5000]))
    assert panel.tree.currentIndex().row() == 5000
    panel.deleteLater()


def test_the_places_are_brought_to_the_map_as_qgis_does_it(made):
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    findings = Findings([one for one in made(50) if one.place], "EPSG:2154")
    from qgis.core import QgsCoordinateTransform, QgsProject

    plain = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:2154"), QgsCoordinateReferenceSystem("EPSG:3857"), QgsProject.instance()
    )
    for some in (findings.places, findings.places[:1]):
        expected = [plain.transform(QgsPointXY(*place)) for place in some.tolist()]
        there = moved(some, "EPSG:2154", canvas).tolist()
        assert there == [pytest.approx((one.x(), one.y())) for one in expected]


@pytest.mark.parametrize("turned", [0, 30])
def test_a_sign_is_drawn_where_its_finding_is(qgis_app, turned):
    from data_territoires_plugin.gui.conformity_map import FindingsOnMap

    canvas = QgsMapCanvas()
    canvas.resize(300, 200)
    canvas.show()
    qgis_app.processEvents()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    canvas.setExtent(QgsGeometry.fromWkt("Polygon((0 0,300 0,300 200,0 200,0 0))").boundingBox())
    canvas.setRotation(turned)
    one = Finding("required", Level.ERROR, "here", place=(200.0, 60.0), crs="EPSG:2154")
    findings = Findings([one], "EPSG:2154")
    shown = FindingsOnMap(canvas)
    shown.show(findings, findings.shown(Filter())[0].groups[0].positions)
    image = QImage(300, 200, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    shown._signs.paint(painter)
    painter.end()
    pixel = canvas.getCoordinateTransform().transform(QgsPointXY(*one.place))
    drawn = [(x, y) for x in range(300) for y in range(200) if image.pixelColor(x, y).alpha()]
    assert drawn
    middle = [sum(axis) / len(drawn) for axis in zip(*drawn, strict=True)]
    assert middle == [pytest.approx(pixel.x(), abs=1.5), pytest.approx(pixel.y(), abs=1.5)]
    shown.remove()


def test_what_is_written_in_a_project_by_somebody_else_is_no_trouble(qgis_app, qgis_new_project):
    from qgis.core import QgsProject

    from data_territoires_plugin.gui.conformity_treated import keep_treated, treated

    for text in ("not json", "[1, 2]", '{"a": 3, "b": ["x"]}'):
        QgsProject.instance().writeEntry("data_territoires", "treated", text)
        assert treated("a") == set()
    keep_treated("a", {("required", "", "T", "1", "F", "")})
    assert treated("a") == {("required", "", "T", "1", "F", "")}
    keep_treated("a", set())
    assert treated("a") == set()


def test_an_index_of_nothing_is_no_trouble(qgis_app):
    model = FindingsModel()
    assert model.rowCount() == 0
    assert not model.index(0, 0).isValid()
    assert model.data(QModelIndex()) is None
    assert model.finding_at(QModelIndex()) is None
    assert list(model.positions_under(QModelIndex())) == []
