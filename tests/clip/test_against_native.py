"""Every layer of real data, clipped to real territories: what native:clip and shapely give, feature by feature."""

from __future__ import annotations

import gzip
import shutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr, osr

from tests.clip.files import MILLIMETRE, distance, read_gpkg, recipe_of, write_gpkg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AREA, LENGTH = 1e-4, 1e-3  # what is dropped: square metres, metres
METRES_PER_DEGREE = 111_320.0
KEY = "test_key"
# Files of the folder of real data, and where their layers are of use.
FILES = (
    "admin/bretagne_admin.gpkg",
    "admin/communes-bretagne_cog2018_france-geojson.geojson.gz",
    "admin/epci_30_cyclab_geobretagne.geojson.gz",
    "admin/pays_bretagne_2021_region-bretagne.geojson.gz",
    "admin/scot_bretagne_2021_region-bretagne.geojson.gz",
    "admin/rennes_metropole_communes.gpkg",
    "bdtopo/olemps_12174_bdtopo_v3.gpkg.zip",
    "cadastre/commune_25354_edigeo_converti.gpkg",
    "cadastre/lorient_batiments_cadastre2016.gpkg.zip",
    "environnement/ensembles_paysages_bretagne_oeb.geojson.gz",
    "environnement/peb_aerodromes_bretagne.geojson.gz",
    "osm/lorient_noisemodelling_osm.gpkg",
    "osm/redon_centre_osm_20190909.gpkg",
    "osm/saint-jean-la-poterie_osm_20190905.gpkg",
    "osm/vannes_2_geoclimate_osm.gpkg",
    "osm/vannes_geoclimate_osm.gpkg",
    "rennes/arbres.geojson",
    "rennes/exporama.geojson",
    "rennes/quartiers.gpkg",
    "rennes/vergers.geojson",
    "transport/arrets_bus_bretagne.gpkg",
    "transport/schema_cyclable_cyclab_geobretagne.geojson.gz",
    "transport/trambus_lignes_rennes.geojson",
    "urba/projets_urbains_rennes_metropole.geojson",
    "urba/zac_rennes_metropole.geojson.gz",
)
ADMIN = "admin/bretagne_admin.gpkg"
TERRITORIES = {
    "rennes": (ADMIN, "epci_2026", "code = '243500139'", 0),
    "lorient": (ADMIN, "commune_2026", "code = '56121'", 0),
    "vannes": (ADMIN, "commune_2026", "code = '56260'", 0),
    "redon": (ADMIN, "epci_2026", "code = '243500741'", 0),
    "bretagne": (ADMIN, "region", None, 0),
    "olemps": ("bdtopo/olemps_12174_bdtopo_v3.gpkg.zip", "commune", None, -400),
    "doubs": ("cadastre/commune_25354_edigeo_converti.gpkg", "section", "fid <= 3", -7),
    "lorient_centre": ("osm/lorient_noisemodelling_osm.gpkg", "ground_type", None, 120),
    "redon_centre": ("osm/redon_centre_osm_20190909.gpkg", "points", None, 0.0004),
    "vannes_centre": ("osm/vannes_geoclimate_osm.gpkg", "veget", None, 40),
}


@dataclass(frozen=True)
class Copy:
    """A layer copied to a GeoPackage of its own, each feature with a key."""

    name: str
    path: Path
    epsg: int
    geometries: dict[int, Any]

    @property
    def uri(self) -> str:
        return f"{self.path}|layername={self.name}"

    @property
    def unit(self) -> float:
        return 1 / METRES_PER_DEGREE if self.epsg == 4326 else 1.0


@cache
def reference(code: int) -> osr.SpatialReference:
    made = osr.SpatialReference()
    made.ImportFromEPSG(code)
    made.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return made


def opened(path: Path, folder: Path) -> gdal.Dataset:
    if path.suffix == ".gz":
        plain = folder / path.stem
        if not plain.exists():
            with gzip.open(path) as packed, plain.open("wb") as file:
                shutil.copyfileobj(packed, file)
        path = plain
    return gdal.OpenEx(f"/vsizip/{path}" if path.suffix == ".zip" else str(path), gdal.OF_VECTOR)


@pytest.fixture(scope="module")
def copies(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Copy]:
    """Every layer of the files."""
    folder, made = tmp_path_factory.mktemp("copies"), []
    with gdal.ExceptionMgr(useExceptions=True):
        for number, name in enumerate(FILES):
            dataset = opened(shared / "data" / name, folder)
            made += [
                copied(dataset.GetLayer(index), folder / f"c{number}_{index}.gpkg", f"c{number}_{index}")
                for index in range(dataset.GetLayerCount())
                if dataset.GetLayer(index).GetFeatureCount()
            ]
    return made


def copied(layer: ogr.Layer, path: Path, name: str) -> Copy:
    srs = layer.GetSpatialRef()
    code = srs.GetAuthorityCode(None)
    epsg = int(code) if code and code.isdigit() else 2154  # “LAMB93” without a number
    geometries = [feature.GetGeometryRef().Clone() for feature in layer if feature.GetGeometryRef() is not None]
    geometries = [geometry for geometry in geometries if not geometry.IsEmpty()]
    geometries = [geometry for geometry in geometries if geometry.GetDimension() == geometries[0].GetDimension()]
    kinds = {geometry.GetGeometryType() for geometry in geometries}
    kind = kinds.pop() if len(kinds) == 1 else ogr.GT_GetCollection(next(iter(kinds)))
    rows = [(bytes(ogr.ForceTo(geometry, kind).ExportToIsoWkb()), key) for key, geometry in enumerate(geometries, 1)]
    write_gpkg(path, name, rows, {KEY: int}, epsg, kind)
    return Copy(name, path, epsg, {row.values[KEY]: row.geometry for row in read_gpkg(path, name)})


@pytest.fixture(scope="module")
def territory(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[str, Any, int]]:
    """A territory: the source of its layer, its polygon, its CRS."""
    folder = tmp_path_factory.mktemp("territories")

    @cache
    def made(name: str) -> tuple[str, Any, int]:
        file, table, condition, widened = TERRITORIES[name]
        with gdal.ExceptionMgr(useExceptions=True):
            dataset = opened(shared / "data" / file, folder)
            layer = dataset.GetLayerByName(table)
            layer.SetAttributeFilter(condition)
            shapes = [shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToIsoWkb())) for feature in layer]
            epsg = int(layer.GetSpatialRef().GetAuthorityCode(None))
        union = shapely.force_2d(shapely.union_all(shapes))
        if table == "points":
            union = union.convex_hull.buffer(-widened)
        elif widened:
            union = union.buffer(widened)
        if union.geom_type == "Polygon":
            union = shapely.MultiPolygon([union])
        path = write_gpkg(folder / f"{name}.gpkg", name, [(union.wkb, name)], epsg=epsg, kind=ogr.wkbMultiPolygon)
        return f"{path}|layername={name}", union, epsg

    return made


def moved(shape: Any, source: int, target: int) -> Any:
    if source == target:
        return shape
    transformation = osr.CoordinateTransformation(reference(source), reference(target))
    return shapely.transform(shape, lambda xy: np.array(transformation.TransformPoints(xy))[:, :2])


def near(copies: list[Copy], polygon: Any, epsg: int) -> list[Copy]:
    """The layers of which something meets a polygon's box."""
    boxes = {code: shapely.box(*moved(polygon, epsg, code).bounds) for code in {copy.epsg for copy in copies}}
    return [copy for copy in copies if shapely.intersects(boxes[copy.epsg], list(copy.geometries.values())).any()]


def near_enough(one: Any, other: Any, unit: float) -> bool:
    if shapely.equals_exact(shapely.normalize(one), shapely.normalize(other), MILLIMETRE / 2 * unit):
        return True  # vertex by vertex
    return distance(one, other) < MILLIMETRE * unit


def coordinates(shape: Any) -> bytes:
    """Every coordinate, to the last bit."""
    return shapely.get_coordinates(shape, include_z=shape.has_z).tobytes()


def is_sliver(shape: Any, unit: float) -> bool:
    """What the cut may drop, with a doubt of a tenth."""
    if shape.geom_type.endswith("Polygon"):
        return shape.area < 1.1 * AREA * unit * unit
    return shape.geom_type.endswith("LineString") and shape.length < 1.1 * LENGTH * unit


def of_kind(shape: Any, model: Any) -> Any:
    """The part of a collection that has the dimension of the model."""
    parts = [part for part in shapely.get_parts(shape) if shapely.get_dimensions(part) == shapely.get_dimensions(model)]
    if hasattr(shape, "geoms") and shape.geom_type == "GeometryCollection":
        parts = [p for part in parts for p in shapely.get_parts(part)]
    return shapely.union_all(parts) if len(parts) > 1 else parts[0] if parts else None


def without_slivers(shape: Any, unit: float) -> Any:
    kept = [part for part in shapely.get_parts(shape) if not is_sliver(part, unit)]
    return {"MultiPolygon": shapely.multipolygons, "MultiLineString": shapely.multilinestrings}.get(
        shape.geom_type, lambda _: shape
    )(kept)


@pytest.mark.parametrize("name", TERRITORIES)
def test_the_cut_is_that_of_native_clip_and_of_shapely(name, copies, territory, run, tmp_path):
    source, polygon, epsg = territory(name)
    layers = near(copies, polygon, epsg)
    assert layers
    result = run("cliplayers", INPUTS=[copy.uri for copy in layers], PERIMETER=source, CUT="cut")
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (len(layers), 0)
    recipe = recipe_of(result["OUTPUT"])
    for copy in layers:
        ours = {feature.values[KEY]: feature for feature in read_gpkg(result["OUTPUT"], copy.name)}
        assert len(ours) == recipe[copy.name]["written"]
        against_shapely(copy, ours, moved(polygon, epsg, copy.epsg))
        native = tmp_path / f"native_{copy.name}.gpkg"
        invalid = [key for key, shape in copy.geometries.items() if not shape.is_valid]
        if not invalid:  # native:clip stops at the first one
            run("native:clip", INPUT=copy.uri, OVERLAY=source, OUTPUT=str(native))
            theirs = {feature.values[KEY]: feature for feature in read_gpkg(native, native.stem)}
            against_native(copy, ours, theirs)


def against_native(copy: Copy, ours: dict, theirs: dict) -> None:
    for key in ours.keys() | theirs.keys():
        if key not in ours:
            assert is_sliver(theirs[key].geometry, copy.unit), (copy.name, key)
        elif key not in theirs:
            # On the border and nowhere else: native:clip drops what has no inside.
            assert ours[key].geometry.geom_type.endswith("Point"), (copy.name, key)
        else:
            expected = without_slivers(theirs[key].geometry, copy.unit)
            assert near_enough(ours[key].geometry, expected, copy.unit), (copy.name, key)


def against_shapely(copy: Copy, ours: dict, polygon: Any) -> None:
    shapely.prepare(polygon)
    for key, shape in copy.geometries.items():
        if not shape.is_valid:
            continue
        if not polygon.intersects(shape):
            assert key not in ours, (copy.name, key)
            continue
        inside = polygon.contains_properly(shape)
        expected = shape if inside or polygon.covers(shape) else of_kind(polygon.intersection(shape), shape)
        if expected is None or is_sliver(expected, copy.unit):
            continue
        assert key in ours, (copy.name, key)
        if inside:
            assert ours[key].mark == 0
            assert coordinates(ours[key].geometry) == coordinates(shape)
        else:
            assert near_enough(ours[key].geometry, without_slivers(expected, copy.unit), copy.unit), (copy.name, key)
    assert set(ours) <= set(copy.geometries)


@pytest.mark.parametrize("mode", ["whole", "within"])
@pytest.mark.parametrize("name", ["rennes", "olemps", "doubs"])
def test_whole_and_within_keep_what_shapelys_predicates_say(name, mode, copies, territory, run):
    source, polygon, epsg = territory(name)
    layers = near(copies, polygon, epsg)
    result = run("cliplayers", INPUTS=[copy.uri for copy in layers], PERIMETER=source, CUT=mode)
    for copy in layers:
        here = moved(polygon, epsg, copy.epsg)
        ours = {feature.values[KEY]: feature for feature in read_gpkg(result["OUTPUT"], copy.name)}
        for key, shape in copy.geometries.items():
            if not shape.is_valid:
                continue
            inside, outside = of_kind(here.intersection(shape), shape), of_kind(shape.difference(here), shape)
            sticks_out = outside is not None and not outside.is_empty and not is_sliver(outside, copy.unit)
            enters = inside is not None and not inside.is_empty and not is_sliver(inside, copy.unit)
            if key in ours:
                assert coordinates(ours[key].geometry) == coordinates(shape)
            if here.contains_properly(shape):
                assert ours[key].mark == 0
            elif sticks_out and enters:
                assert (key in ours) == (mode == "whole"), (copy.name, key)
                assert mode == "within" or ours[key].mark == 2
            elif not here.intersects(shape):
                assert key not in ours
