"""Addresses, isochrones and altitudes, from a strict stand-in of the Géoplateforme's services."""

from __future__ import annotations

import csv
import itertools
import math
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

from tests.standins.geopf_services import SPEED, Known, altitude

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.standins.troupe import RemoteStandIn, Troupe

# Invented addresses, in real communes.
ADDRESSES = (
    Known("1 rue des Ajoncs Rennes", -1.68, 48.11, "35238"),
    Known("2 rue des Ajoncs Rennes", -1.681, 48.111, "35238"),
    Known("rue des Bruyères Vannes", -2.76, 47.66, "56260", score=0.41, kind="street"),
)


@pytest.fixture
def services(_troupe: Troupe, endpoints: Callable[..., Path]) -> Iterator[RemoteStandIn]:
    server = _troupe.geopf_services(ADDRESSES)
    endpoints(
        geopf_altimetry=f"{server.url}/altimetry",
        geopf_navigation=f"{server.url}/navigation",
        geopf_geocoding=f"{server.url}/geocoding",
    )
    yield server
    server.stop()


@pytest.fixture
def layer(tmp_path: Path) -> Callable[..., QgsVectorLayer]:
    """`layer("Point", ["POINT(0 0)"], "EPSG:2154")`: a memory layer with these shapes."""
    from qgis.core import QgsFeature, QgsGeometry

    def made(kind: str, shapes: list[str], crs: str = "EPSG:4326") -> QgsVectorLayer:
        vector = QgsVectorLayer(f"{kind}?crs={crs}&field=name:string", "layer", "memory")
        for number, wkt in enumerate(shapes):
            feature = QgsFeature(vector.fields())
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes([f"n{number}"])
            vector.dataProvider().addFeature(feature)
        return vector

    return made


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., str]:
    def made(rows: list[tuple[str, ...]], header: tuple[str, ...] = ("numero", "voie", "commune", "insee")) -> str:
        path = tmp_path / "adresses.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return str(path)

    return made


# ---------------------------------------------------------------- altitudes
def test_points_get_the_altitude_of_their_place_in_any_crs(services: RemoteStandIn, run: Any, layer: Any) -> None:
    lambert = ["POINT(352000 6789000)", "POINT(267000 6745000)"]
    result = run("elevation", INPUT=layer("Point", lambert, "EPSG:2154"))
    made = QgsVectorLayer(result["OUTPUT"], "made", "ogr")
    to_degrees = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:2154"), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    for feature in made.getFeatures():
        vertex = feature.geometry().constGet()
        place = to_degrees.transform(vertex.x(), vertex.y())
        assert vertex.z() == pytest.approx(altitude(place.x(), place.y()), abs=0.02)
        assert feature["z_min"] == feature["z_max"] == vertex.z()
    assert (result["COUNT"], result["MISSING"]) == (2, 0)


def test_a_line_becomes_a_profile_with_a_vertex_at_least_every_step(
    services: RemoteStandIn, run: Any, layer: Any
) -> None:
    result = run("elevation", INPUT=layer("LineString", ["LINESTRING(352000 6789000, 353000 6789000)"], "EPSG:2154"),
                 STEP=100)  # fmt: skip
    made = QgsVectorLayer(result["OUTPUT"], "made", "ogr")
    (feature,) = made.getFeatures()
    vertices = list(feature.geometry().vertices())
    heights = [vertex.z() for vertex in vertices]
    assert max(after.x() - before.x() for before, after in itertools.pairwise(vertices)) <= 100
    assert (feature["z_min"], feature["z_max"]) == (min(heights), max(heights))
    assert not any(math.isnan(height) for height in heights)


def test_the_sea_has_no_altitude_and_it_is_said(services: RemoteStandIn, run: Any, layer: Any) -> None:
    result = run("elevation", INPUT=layer("Point", ["POINT(-30 45)", "POINT(2 47)"]))
    made = {feature["name"]: feature for feature in QgsVectorLayer(result["OUTPUT"], "made", "ogr").getFeatures()}
    assert made["n0"]["z_min"] is None or str(made["n0"]["z_min"]) == "NULL"
    assert made["n1"]["z_min"] == altitude(2, 47)
    assert (result["COUNT"], result["MISSING"]) == (2, 1)
    assert "Vertices without altitude" in run.log or "Sommets sans altitude" in run.log


def test_more_points_than_the_service_takes_are_asked_for_in_several_times(
    services: RemoteStandIn, run: Any, layer: Any
) -> None:
    result = run("elevation", INPUT=layer("Point", [f"POINT({n / 6000} 47)" for n in range(6001)]))
    assert result["COUNT"] == 6001
    assert [len(exchange.body) > 0 for exchange in services.log()] == [True, True]


def test_an_answer_that_lacks_a_point_is_refused(services: RemoteStandIn, run: Any, layer: Any) -> None:
    services.fault("shift", times=-1)
    with pytest.raises(QgsProcessingException):
        run("elevation", INPUT=layer("Point", ["POINT(2 47)", "POINT(3 47)"]))


# ---------------------------------------------------------------- isochrones
@pytest.mark.parametrize(
    ("profile", "cost", "value", "radius"),
    [(0, 0, 10, 600 * SPEED["car"]), (1, 0, 30, 1800 * SPEED["pedestrian"]), (1, 1, 800, 800)],
)
def test_an_isochrone_has_the_reach_that_was_asked(
    services: RemoteStandIn, run: Any, profile: int, cost: int, value: float, radius: float
) -> None:
    result = run("isochrone", POINT="-1.68,48.11 [EPSG:4326]", PROFILE=profile, COST=cost, VALUE=value)
    made = QgsVectorLayer(result["OUTPUT"], "made", "ogr")
    assert made.crs().authid() == "EPSG:2154"
    (feature,) = made.getFeatures()
    measure = QgsDistanceArea()
    measure.setSourceCrs(made.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid("GRS80")
    assert math.sqrt(measure.measureArea(feature.geometry()) / math.pi) == pytest.approx(radius, rel=0.01)
    assert result["COUNT"] == 1


def test_an_isochrone_starts_from_an_address(services: RemoteStandIn, run: Any) -> None:
    result = run("isochrone", ADDRESS="1 rue des ajoncs rennes", VALUE=5)
    (feature,) = QgsVectorLayer(result["OUTPUT"], "made", "ogr").getFeatures()
    assert feature["name"] == "1 rue des Ajoncs Rennes"


@pytest.mark.parametrize(
    "asked",
    [
        {"POINT": "-1.68,48.11 [EPSG:4326]", "VALUE": 45},
        {"POINT": "-1.68,48.11 [EPSG:4326]", "VALUE": 11_000, "COST": 1, "PROFILE": 1},
        {"VALUE": 5},
        {"POINT": "-1.68,48.11 [EPSG:4326]", "ADDRESS": "Rennes", "VALUE": 5},
    ],
)
def test_what_the_service_would_refuse_is_not_sent(services: RemoteStandIn, run: Any, asked: dict[str, Any]) -> None:
    with pytest.raises(QgsProcessingException):
        run("isochrone", **asked)
    assert services.log() == []


def test_a_point_in_the_sea_or_an_unknown_address_is_said(services: RemoteStandIn, run: Any) -> None:
    with pytest.raises(QgsProcessingException):
        run("isochrone", POINT="-30,45 [EPSG:4326]", VALUE=5)
    with pytest.raises(QgsProcessingException, match="nowhere street"):
        run("isochrone", ADDRESS="nowhere street", VALUE=5)


# ---------------------------------------------------------------- addresses
def test_every_row_of_the_table_is_in_the_result(services: RemoteStandIn, run: Any, table: Any) -> None:
    rows = [
        ("1", "rue des Ajoncs", "Rennes", "35238"),
        ("", "rue des Bruyères", "Vannes", ""),
        ("9", "rue qui n'existe pas", "Rennes", "35238"),
        ("", "", "", ""),
    ]
    result = run("geocode", INPUT=table(rows), ADDRESS=["numero", "voie", "commune"], CITYCODE="insee")
    assert (result["COUNT"], result["FOUND"], result["DOUBTFUL"], result["NOT_FOUND"]) == (4, 1, 1, 2)
    made = list(QgsVectorLayer(result["OUTPUT"], "made", "ogr").getFeatures())
    assert [row["dt_status"] for row in made] == ["found", "doubtful", "not_found", "not_found"]
    assert [row.geometry().isEmpty() for row in made] == [False, False, True, True]
    assert (made[0].geometry().asPoint().x(), made[0]["voie"]) == (-1.68, "rue des Ajoncs")


def test_a_code_that_lost_its_zero_still_narrows_the_search(services: RemoteStandIn, run: Any, table: Any) -> None:
    path = table([("1 rue des Ajoncs Rennes", "1001")], ("adresse", "insee"))
    assert run("geocode", INPUT=path, ADDRESS=["adresse"], CITYCODE="insee")["NOT_FOUND"] == 1
    assert b",01001" in services.log()[0].body


def test_what_was_answered_today_is_not_sent_again(
    services: RemoteStandIn, run: Any, table: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from data_territoires_plugin.sources import geocoding

    monkeypatch.setattr(geocoding, "BATCH", 2)
    rows = [(str(n % 2 + 1), "rue des Ajoncs", "Rennes", "35238") for n in range(5)]
    asked = {"INPUT": table(rows), "ADDRESS": ["numero", "voie", "commune"]}
    services.fault("short", times=1, when={"path": "/geocoding/search/csv"})
    with pytest.raises(QgsProcessingException):
        run("geocode", **asked)
    services.clear()
    assert run("geocode", **asked)["FOUND"] == 5
    sent = len(services.log())
    assert run("geocode", **asked)["FOUND"] == 5
    assert len(services.log()) == sent


def test_a_territory_is_found_from_an_address(services: RemoteStandIn, qgis_app: Any) -> None:
    from qgis.core import QgsFeedback

    from data_territoires_plugin.territory.address import places

    (place,) = places("rue des bruyères vannes", QgsFeedback())
    assert (place.territory.id, place.territory.name) == ("commune:56260", "Vannes")
