"""The same layer drawn by QGIS and by a real QGIS Server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsMarkerSymbol, QgsRectangle, QgsSingleSymbolRenderer

from data_territoires_plugin.errors import NetworkError
from data_territoires_plugin.publish.pictures import Wms, compare_pictures
from data_territoires_plugin.publish.style import exported

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.servers.database import Postgis
    from tests.servers.ogc import QgisServer

BOX = QgsRectangle(-1.8, 48.0, -1.4, 48.3)
PLACES = [(-1.7, 48.1), (-1.6, 48.2), (-1.5, 48.15)]


@pytest.fixture
def arbre(qgis_server: QgisServer, postgis: Postgis, layer: Callable[..., Any]) -> Iterator[Any]:
    """The same points here and there."""
    postgis.run("DELETE FROM arbre")
    for at, (x, y) in enumerate(PLACES):
        postgis.run(f"INSERT INTO arbre (id_public, geom) VALUES ('P{at}', ST_SetSRID(ST_MakePoint({x}, {y}), 4326))")
    made = layer(
        "Point", "EPSG:4326", "id_public:string", [(f"POINT({x} {y})", f"P{at}") for at, (x, y) in enumerate(PLACES)]
    )
    made.setName("arbre")
    made.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "0,0,255", "size": "5"})))
    yield made
    postgis.reset()


def test_the_style_that_is_sent_gives_the_same_picture(arbre: Any, qgis_server: QgisServer, editor: str) -> None:
    sld = exported(arbre).sld
    found = compare_pictures(arbre, Wms(qgis_server.url, "arbre", sld=sld, authcfg=editor), BOX, sld=sld, tolerance=0)
    assert found.drawn > 300
    assert (found.differing, found.percent) == (0, 0.0)


def test_a_wrong_colour_is_found(arbre: Any, qgis_server: QgisServer, editor: str) -> None:
    sld = exported(arbre).sld
    wrong = sld.replace("#0000ff", "#ff0000")
    assert wrong != sld
    found = compare_pictures(arbre, Wms(qgis_server.url, "arbre", sld=wrong, authcfg=editor), BOX, sld=sld)
    assert found.percent > 50


def test_features_that_are_missing_are_found(
    arbre: Any, qgis_server: QgisServer, postgis: Postgis, editor: str
) -> None:
    postgis.run("DELETE FROM arbre WHERE id_public = 'P1'")
    sld = exported(arbre).sld
    found = compare_pictures(arbre, Wms(qgis_server.url, "arbre", sld=sld, authcfg=editor), BOX, sld=sld)
    assert 20 < found.percent < 45


def test_a_server_without_picture_is_said(arbre: Any, qgis_server: QgisServer) -> None:
    with pytest.raises(NetworkError):
        compare_pictures(arbre, Wms(qgis_server.url, "absent"), BOX)
