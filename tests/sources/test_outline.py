"""The simplified perimeter that a service is given always contains the exact one."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from osgeo import osr
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from data_territoires_plugin.sources.outline import MOST_VERTICES, cql_polygon, outline
from tests.clip.test_grid import archipelago

osr.UseExceptions()
# Where each legal CRS of France is: EPSG → easting, northing of a place.
PLACES = {
    2154: (350_000, 6_790_000), 5490: (640_000, 1_790_000), 2972: (350_000, 550_000), 2975: (340_000, 7_660_000),
    4471: (520_000, 8_590_000), 4467: (560_000, 5_180_000),
}  # fmt: skip


def moved(shape: shapely.Geometry, source: int, target: int) -> shapely.Geometry:
    references = []
    for code in (source, target):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(code)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        references.append(reference)
    transformation = osr.CoordinateTransformation(*references)
    return shapely.transform(shape, lambda xy: np.array(transformation.TransformPoints(xy))[:, :2])


def outlined(shape: shapely.Geometry, epsg: int) -> shapely.Geometry:
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(shape))
    made = outline(geometry, QgsCoordinateReferenceSystem(f"EPSG:{epsg}"))
    text = cql_polygon(made)
    prefix, _, wkt = text.partition(";")
    assert prefix == "SRID=4326"
    return shapely.from_wkt(wkt)


@pytest.mark.parametrize("epsg", PLACES)
@pytest.mark.parametrize("seed", range(3))
def test_it_contains_the_perimeter_wherever_in_france_that_lies(epsg, seed):
    shape = archipelago(seed, *PLACES[epsg])
    simple = outlined(shape, epsg)
    assert simple.is_valid
    assert simple.contains(moved(shape.segmentize(100), epsg, 4326))


@pytest.mark.parametrize("epsg", [4326, 3857, 2154])
def test_it_contains_the_perimeter_whatever_its_crs(epsg):
    shape = moved(archipelago(4), 2154, epsg)
    assert outlined(shape, epsg).contains(moved(shape.segmentize(0.001 if epsg == 4326 else 100), epsg, 4326))


def test_it_contains_straight_edges_of_a_hundred_kilometres():
    shape = shapely.box(200_000, 6_700_000, 400_000, 6_890_000)
    simple = outlined(shape, 2154)
    assert simple.contains(moved(shape.segmentize(500), 2154, 4326))
    # And where the service sees it in the native CRS of the layer, its own edges straight there.
    assert moved(simple, 4326, 2154).contains(shape.segmentize(500))


def test_it_is_small_enough_for_a_request():
    random = np.random.default_rng(1)
    angles = np.linspace(0, 2 * np.pi, 80_000, endpoint=False)
    radii = 80_000 + 9_000 * np.sin(31 * angles) + random.normal(0, 30, len(angles))
    coast = shapely.Polygon(np.c_[250_000 + radii * np.cos(angles), 6_800_000 + radii * np.sin(angles)]).buffer(0)
    simple = outlined(coast, 2154)
    assert simple.contains(moved(coast, 2154, 4326))
    assert shapely.get_num_coordinates(simple) < 3 * MOST_VERTICES
    assert moved(simple, 4326, 2154).area < 1.15 * coast.area


def test_a_real_coast_with_its_islands_is_contained(shared):
    import gzip

    with gzip.open(shared / "data" / "admin" / "region_bretagne_precise_2023_region-bretagne.geojson.gz", "rt") as file:
        features = json.load(file)["features"]
    coast = shapely.union_all([shapely.from_geojson(json.dumps(feature["geometry"])).buffer(0) for feature in features])
    assert shapely.get_num_coordinates(coast) > 80_000
    simple = outlined(shapely.force_2d(coast), 4326)
    assert simple.contains(shapely.force_2d(coast))
    assert len(simple.wkt) < 60_000
