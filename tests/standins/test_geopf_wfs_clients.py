"""Clients that are not ours read the stand-in of the Géoplateforme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.standins.conftest import SIDE, SOUTH, STEP, WEST

if TYPE_CHECKING:
    from collections.abc import Callable

BUILDINGS, WOODS = "BDTOPO_V3:batiment", "LANDCOVER.FORESTINVENTORY.V2:formation_vegetale"
ALL = 120
BOX = (WEST - STEP / 2, SOUTH - STEP / 2, WEST + 3 * STEP + SIDE / 2, SOUTH + STEP / 2)


def test_gdal_reads_it(geopf: Callable, town: dict):
    from osgeo import gdal, ogr

    server = geopf(town, cap=50, shuffle=False, rate=0)
    with gdal.config_option("OGR_WFS_PAGE_SIZE", "50"):
        source = ogr.Open(f"WFS:{server.url}?VERSION=2.0.0")
        layer = source.GetLayerByName(BUILDINGS)
        assert layer.GetFeatureCount() == ALL
        found = {feature["cleabs"]: feature.GetGeometryRef().GetEnvelope() for feature in layer}
    assert len(found) == ALL
    north_east = found["BATIMENT0000000000000001"]
    assert north_east == pytest.approx(
        (WEST + 11 * STEP, WEST + 11 * STEP + SIDE, SOUTH + 9 * STEP, SOUTH + 9 * STEP + SIDE)
    )
    woods = source.GetLayerByName(WOODS)
    assert woods.GetExtent()[0] == pytest.approx(350000, abs=1e-3)


def test_qgis_reads_it(geopf: Callable, town: dict, qgis_app: object):
    from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer

    server = geopf(town, cap=50, shuffle=False, rate=0)
    paging = "pagingEnabled='true' pageSize='50' maxNumFeatures='0'"
    uri = f"srsname='EPSG:4326' typename='{BUILDINGS}' url='{server.url}' version='2.0.0' {paging}"
    layer = QgsVectorLayer(uri, "batiment", "WFS")
    assert layer.isValid(), layer.error().message()
    found = {feature["cleabs"]: feature.geometry().boundingBox() for feature in layer.getFeatures()}
    assert len(found) == ALL
    box = found["BATIMENT0000000000000001"]
    assert (box.xMinimum(), box.yMaximum()) == pytest.approx((WEST + 11 * STEP, SOUTH + 9 * STEP + SIDE))
    fresh = QgsVectorLayer(uri + " restrictToRequestBBOX='1'", "batiment", "WFS")
    request = QgsFeatureRequest(QgsRectangle(*BOX))
    assert sum(1 for _ in fresh.getFeatures(request)) == 4
