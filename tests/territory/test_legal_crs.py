"""The legal projection of every part of France, checked against the registry of PROJ."""

from __future__ import annotations

import pytest

from data_territoires_plugin.errors import TerritoryError
from data_territoires_plugin.territory import common_crs, legal_crs, territories, territory

ZONES = [
    ("commune:35238", 2154, "RGF93 v1 / Lambert-93", (-1.68, 48.11)),
    ("commune:2A004", 2154, "RGF93 v1 / Lambert-93", (8.74, 41.92)),
    ("departement:971", 5490, "RGAF09 / UTM zone 20N", (-61.53, 16.24)),
    ("commune:97209", 5490, "RGAF09 / UTM zone 20N", (-61.07, 14.61)),
    ("departement:977", 5490, "RGAF09 / UTM zone 20N", (-62.85, 17.9)),
    ("departement:978", 5490, "RGAF09 / UTM zone 20N", (-63.08, 18.07)),
    ("departement:973", 2972, "RGFG95 / UTM zone 22N", (-52.33, 4.94)),
    ("region:04", 2975, "RGR92 / UTM zone 40S", (55.45, -20.88)),
    ("departement:975", 4467, "RGSPM06 / UTM zone 21N", (-56.18, 46.78)),
    ("departement:976", 4471, "RGM04 / UTM zone 38S", (45.23, -12.78)),
    ("departement:986", 8903, "RGWF96 / UTM zone 1S", (-176.17, -13.28)),
    ("commune:98735", 3297, "RGPF / UTM zone 6S", (-149.57, -17.54)),
    ("departement:988", 3163, "RGNC91-93 / Lambert New Caledonia", (166.44, -22.27)),
]


@pytest.mark.parametrize(("written", "code", "name", "place"), ZONES, ids=[zone[0] for zone in ZONES])
def test_the_legal_projection_exists_and_covers_the_place(written, code, name, place):
    core = pytest.importorskip("qgis.core")
    found = legal_crs(territory(written))
    assert found == f"EPSG:{code}"
    crs = core.QgsCoordinateReferenceSystem(found)
    assert crs.isValid()
    assert crs.description() == name
    assert not crs.isGeographic()
    area, (longitude, latitude) = crs.bounds(), place
    assert area.yMinimum() < latitude < area.yMaximum()
    # Wallis-et-Futuna: the area of use crosses the antimeridian.
    assert (longitude - area.xMinimum()) % 360 < (area.xMaximum() - area.xMinimum()) % 360


def test_every_departement_has_one_but_the_lands_without_a_single_zone():
    from data_territoires_plugin.territory.cog import tables

    departements = [line[1] for line in tables()[0].lines("\ndepartement\t")]
    assert len(departements) == 109
    without = {"984", "989"}
    assert all(legal_crs(territory(f"departement:{code}")) for code in departements if code not in without)
    for code in without:
        with pytest.raises(TerritoryError, match="Choose a coordinate reference system"):
            legal_crs(territory(f"departement:{code}"))


def test_neighbours_of_one_zone_share_it():
    assert common_crs(territories("departement:35,departement:2A,epci:243500741")) == "EPSG:2154"
    assert common_crs(territories("departement:971,departement:972")) == "EPSG:5490"


def test_territories_of_several_zones_are_refused_and_named():
    with pytest.raises(TerritoryError) as raised:
        common_crs(territories("commune:35238,departement:974"))
    assert "Rennes (EPSG:2154)" in str(raised.value)
    assert "La Réunion (EPSG:2975)" in str(raised.value)
