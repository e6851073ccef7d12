"""The dialect of GeoServer, from the stand-in of the Géoplateforme (a GeoServer): read as any WFS, by its address."""

from __future__ import annotations

import pytest

from tests.clip.files import read_gpkg
from tests.sources import settlement
from tests.sources.ogc_clip import catalogue


@pytest.mark.parametrize("cap", [700])
def test_a_geoserver_is_read_whole_whatever_it_gives_at_once(cap, serve, land, run, tmp_path):
    server = serve(cap=cap)
    layer = f"{server.url}?typename={settlement.TYPE}"
    text = catalogue(tmp_path / "c.yaml", {"essai": ("wfs", layer, "polygon")}, key="cleabs")
    run("clip", PERIMETER=land, LAYERS="essai", CATALOGUE=text, CUT="cut", CRS="EPSG:2154")
    rows = {row.values["cleabs"]: row.geometry for row in read_gpkg(tmp_path / "result.gpkg", "essai")}
    wanted = {name: part for name, part in settlement.expected(settlement.polygon()).items() if part.area > 1e-6}
    assert set(rows) == set(wanted)
    assert max(rows[name].symmetric_difference(part).area for name, part in wanted.items()) < 0.02
