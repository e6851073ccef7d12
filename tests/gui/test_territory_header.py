"""The head of the dock: a territory typed, polygons of one's own."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest

SQUARE = "Polygon((350000 6790000, 352000 6790000, 352000 6792000, 350000 6792000, 350000 6790000))"


@pytest.fixture
def polygon_layer():
    def make(*shapes):
        layer = QgsVectorLayer("Polygon?crs=EPSG:2154", "Secteurs", "memory")
        for shape in shapes or (SQUARE,):
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromWkt(shape))
            layer.dataProvider().addFeature(feature)
        QgsProject.instance().addMapLayer(layer)
        return layer

    return make


def click(tool, canvas, x, y, button=Qt.MouseButton.LeftButton):
    pixel = canvas.getCoordinateTransform().transform(x, y)
    where = QPoint(round(pixel.x()), round(pixel.y()))
    tool.canvasReleaseEvent(QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonRelease, where, button))


def test_typing_proposes_and_enter_chooses(dock, wait_until):
    search = dock.header.search
    QTest.keyClicks(search, "rennes metro")
    wait_until(lambda: bool(search.answers.territories))
    assert search.answers.territories[0].name == "Rennes Métropole"
    assert "243500139" in search.answers.data(search.answers.index(0), Qt.ItemDataRole.UserRole)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert dock.header.choice.territory.id == "epci:243500139"
    assert dock.header.name.text() == "Rennes Métropole"
    assert dock.header.code.text() == "EPCI 243500139"
    assert "43 communes" in dock.header.card.text()


def test_a_code_is_enough(dock):
    QTest.keyClicks(dock.header.search, "35238")
    QTest.keyClick(dock.header.search, Qt.Key.Key_Return)
    assert dock.header.choice.territory.id == "commune:35238"


def test_enter_on_a_name_that_does_not_exist_says_so(dock):
    QTest.keyClicks(dock.header.search, "zzqqxx")
    QTest.keyClick(dock.header.search, Qt.Key.Key_Return)
    assert "“zzqqxx” is not a territory" in dock.messages.text()
    assert dock.header.choice is None


def test_escape_leaves_the_territory_as_it_was(dock, choose):
    choose("epci:243500139", outline=False)
    dock.header.search_again()
    QTest.keyClicks(dock.header.search, "brest")
    QTest.keyClick(dock.header.search, Qt.Key.Key_Escape)
    assert dock.header.choice.territory.id == "epci:243500139"
    assert dock.header.name.text() == "Rennes Métropole"
    assert dock.header.search.text() == ""


def test_the_recent_territories_come_first_the_last_one_at_the_head(dock, choose):
    for code in ("commune:35238", "epci:243500139", "commune:35238"):
        choose(code, outline=False)
    dock.header.search_again()
    dock.header.search.propose()
    assert [one.id for one in dock.header.search.answers.territories] == ["commune:35238", "epci:243500139"]


def test_the_card_measures_the_territory_and_its_buffer(dock, choose, wait_until):
    choose("epci:000000001")
    before = dock.header.outline
    assert before.area / 1e6 == pytest.approx(before.geometry.area() / 1e6, rel=1e-3)
    assert "km²" in dock.header.card.text()
    dock.header.buffer_box.setValue(1000)
    wait_until(lambda: dock.header.outline is not before)
    length = before.geometry.convexHull().length()
    assert dock.header.outline.area > before.area + 0.8 * length * 1000


def test_a_contour_that_can_not_be_had_is_told_with_what_to_do(dock, choose, wait_until):
    choose("commune:35238", outline=False)
    wait_until(lambda: bool(dock.messages.text()))
    assert "offline" in dock.messages.text()
    assert "not available" in dock.header.card.text()


def test_the_selected_polygons_are_a_perimeter(dock, polygon_layer, wait_until):
    from data_territoires_plugin.gui.choice import Polygons

    layer = polygon_layer(SQUARE, SQUARE.replace("35", "45"))
    layer.selectByIds([1])
    dock.header.choose_polygons(Polygons.of_layer(layer, selected=True))
    wait_until(lambda: dock.header.outline is not None)
    assert dock.header.outline.area == pytest.approx(4e6)
    source = dock.header.choice.parameters()["PERIMETER"]
    assert source.featureCount() == 1
    assert source.crs() == QgsCoordinateReferenceSystem("EPSG:2154")


def test_a_polygon_that_crosses_itself_is_refused_with_where(dock, polygon_layer, wait_until):
    from data_territoires_plugin.gui.choice import Polygons

    layer = polygon_layer("Polygon((350000 6790000, 352000 6792000, 352000 6790000, 350000 6792000, 350000 6790000))")
    dock.header.choose_polygons(Polygons.of_layer(layer, selected=False))
    wait_until(lambda: bool(dock.messages.text()))
    assert "crosses itself near 351000" in dock.messages.text()
    assert dock.header.choice is None


@pytest.fixture
def canvas(qgis_iface):
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    canvas.resize(400, 400)
    canvas.setExtent(QgsGeometry.fromWkt(SQUARE).buffer(500, 1).boundingBox())
    return canvas


def test_a_polygon_is_drawn_click_by_click(dock, canvas, wait_until):
    dock.header.draw()
    tool = canvas.mapTool()
    for x, y in ((350000, 6790000), (352000, 6790000), (352000, 6792000), (350000, 6792000)):
        click(tool, canvas, x, y)
    click(tool, canvas, 0, 0, Qt.MouseButton.RightButton)
    wait_until(lambda: dock.header.outline is not None)
    assert canvas.mapTool() != tool
    two_pixels = 2 * canvas.mapUnitsPerPixel() / 2000  # of each side: a click is no finer than that
    assert dock.header.outline.area == pytest.approx(4e6, rel=2 * two_pixels)
    assert dock.header.outline.geometry.contains(QgsPointXY(351000, 6791000))


def test_escape_drops_the_drawing_and_gives_the_tool_back(dock, canvas):
    from qgis.gui import QgsMapToolPan

    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    items = len(canvas.scene().items())
    dock.header.draw()
    tool = canvas.mapTool()
    click(tool, canvas, 350000, 6790000)
    tool.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    assert canvas.mapTool() == pan
    assert dock.header.choice is None
    assert len(canvas.scene().items()) == items


def test_an_address_that_is_no_territory_offers_its_commune(dock, monkeypatch, wait_until):
    from qgis.PyQt.QtWidgets import QPushButton

    from data_territoires_plugin.territory import address, territory

    place = address.Place("1 Place de la Mairie 35000 Rennes", -1.68, 48.11, territory("commune:35238"))
    monkeypatch.setattr(address, "places", lambda *_asked, **_options: [place])
    QTest.keyClicks(dock.header.search, "1 place de la mairie zzqq")
    QTest.keyClick(dock.header.search, Qt.Key.Key_Return)
    assert "is not a territory" in dock.messages.text(), "offline: nothing is asked"
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "0")
    QTest.keyClick(dock.header.search, Qt.Key.Key_Return)
    wait_until(lambda: "Place de la Mairie" in dock.messages.text())
    assert "commune 35238" in dock.messages.text()
    button = next(each for each in dock.messages.findChildren(QPushButton) if "Choose Rennes" in each.text())
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    button.click()
    assert dock.header.choice.territory.id == "commune:35238"


# ---------------------------------------------------------------- the zonings, that a service knows by name
PARKS = (("FR8000005", "Armorique"), ("FR8000060", "Golfe du Morbihan"), ("FR8000011", "Lorraine Est"),
         ("FR8000012", "Lorraine Ouest"))  # fmt: skip


@pytest.fixture
def gate(dock, geopf, endpoints, monkeypatch, tmp_path):
    """The parks behind a stand-in of the Géoplateforme, asked only once the gate is open."""
    from threading import Event

    import shapely
    from osgeo import ogr

    from data_territoires_plugin.territory import zonings
    from tests.clip.files import write_gpkg

    path = tmp_path / "parcs.gpkg"
    rows = [
        (shapely.MultiPolygon([shapely.box(350_000 + 9000 * at, 6_790_000, 355_000 + 9000 * at, 6_795_000)]).wkt, *park)
        for at, park in enumerate(PARKS)
    ]
    write_gpkg(path, "pnr", rows, {"id_mnhn": str, "nom_site": str}, kind=ogr.wkbMultiPolygon)
    server = geopf({"patrinat_pnr:pnr": (path, "pnr", "id_mnhn", 4326, "geom")}, rate=0)
    endpoints(geopf_wfs=server.url)
    monkeypatch.delenv("DATA_TERRITOIRES_OFFLINE")
    opened, passed, asks = Event(), [], zonings.found_online

    def found_online(*given):
        passed.append(opened.wait(20))  # False: nobody could open it, the thread of the windows was the one waiting
        return asks(*given)

    monkeypatch.setattr(zonings, "found_online", found_online)
    opened.passed = passed
    opened.server = server
    yield opened
    opened.set()


def test_the_name_of_a_park_is_asked_for_while_the_window_stays_alive(dock, gate, wait_until):
    search = dock.header.search
    QTest.keyClicks(search, "pnr:armo")
    wait_until(lambda: search.waiting)
    QTest.keyClicks(search, "r")  # the window answers to the keys
    wait_until(lambda: search.waiting and search.text() == "pnr:armor")
    gate.set()
    wait_until(lambda: bool(search.answers.territories))
    assert all(gate.passed)
    assert [(one.id, one.name) for one in search.answers.territories] == [("pnr:FR8000005", "Armorique")]
    asked = len(gate.server.log())
    search.propose()
    assert [one.name for one in search.answers.territories] == ["Armorique"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert dock.header.choice.territory.id == "pnr:FR8000005"
    assert dock.header.name.text() == "Armorique"
    assert not [each for each in gate.server.log()[asked:] if "nom_site" in str(each.params.get("sortby", ""))]


def test_enter_pressed_before_the_service_has_answered_is_obeyed_when_it_has(dock, gate, wait_until):
    QTest.keyClicks(dock.header.search, "pnr:golfe du morbihan")
    QTest.keyClick(dock.header.search, Qt.Key.Key_Return)
    assert dock.header.choice is None
    gate.set()
    wait_until(lambda: dock.header.choice is not None)
    assert dock.header.choice.territory.id == "pnr:FR8000060"
    assert all(gate.passed)


def test_enter_on_a_word_of_several_parks_lets_one_choose(dock, gate, wait_until):
    QTest.keyClicks(dock.header.search, "pnr:lorraine")
    QTest.keyClick(dock.header.search, Qt.Key.Key_Return)
    gate.set()
    wait_until(lambda: len(dock.header.search.answers.territories) == 2)
    assert dock.header.choice is None


def test_a_park_that_does_not_exist_is_said_with_the_nearest(dock, gate, wait_until):
    gate.set()
    QTest.keyClicks(dock.header.search, "pnr:armorique xyz")
    QTest.keyClick(dock.header.search, Qt.Key.Key_Return)
    wait_until(lambda: bool(dock.messages.text()))
    assert "is called" in dock.messages.text()
    assert "Armorique" in dock.messages.text()


def test_what_is_typed_afterwards_forgets_what_was_being_asked(dock, gate, wait_until):
    search = dock.header.search
    QTest.keyClicks(search, "pnr:armorique")
    wait_until(lambda: bool(gate.passed) or search.waiting)
    search.clear()
    QTest.keyClicks(search, "rennes metro")
    gate.set()
    wait_until(lambda: bool(search.answers.territories))
    assert search.answers.territories[0].id == "epci:243500139"
    assert not search.waiting
