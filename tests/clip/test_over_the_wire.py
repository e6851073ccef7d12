"""The main job on real contours: layers come from a stand-in of the Géoplateforme, and nothing is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import shapely
from osgeo import gdal, ogr

from tests.clip.files import Feature, read_gpkg, recipe_of, write_gpkg
from tests.clip.test_against_native import is_sliver, near_enough, of_kind, opened, without_slivers

if TYPE_CHECKING:
    from pathlib import Path

ADMIN = "ADMINEXPRESS-COG.LATEST"
# Type → the file and tables that play it, and the code of a feature where it has one.
PLAYED = {
    f"{ADMIN}:commune": [("admin/bretagne_admin.gpkg", "commune_2026", "code_insee")],
    f"{ADMIN}:epci": [("admin/bretagne_admin.gpkg", "epci_2026", "code_siren")],
    f"{ADMIN}:region": [("admin/bretagne_admin.gpkg", "region", "code_insee")],
    "BDTOPO_V3:batiment": [
        ("cadastre/lorient_batiments_cadastre2016.gpkg.zip", "batiment", ""),
        ("osm/vannes_geoclimate_osm.gpkg", "building", ""),
        ("osm/vannes_2_geoclimate_osm.gpkg", "building", ""),
    ],
    "BDTOPO_V3:troncon_de_route": [
        ("osm/lorient_noisemodelling_osm.gpkg", "roads", ""),
        ("osm/vannes_geoclimate_osm.gpkg", "road", ""),
    ],
}
LAYERS = {
    "admin_commune": f"{ADMIN}:commune",
    "bdtopo_batiment": "BDTOPO_V3:batiment",
    "bdtopo_troncon_de_route": "BDTOPO_V3:troncon_de_route",
}
TERRITORIES = {
    "epci:243500139": (f"{ADMIN}:epci", "243500139"),
    "commune:56121": (f"{ADMIN}:commune", "56121"),
    "commune:56260": (f"{ADMIN}:commune", "56260"),
    "epci:243500741": (f"{ADMIN}:epci", "243500741"),
    "region:53": (f"{ADMIN}:region", "53"),
}


@pytest.fixture(scope="module")
def played(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Feature]]]:
    """A GeoPackage with a table per type, and its rows."""
    folder = tmp_path_factory.mktemp("played")
    path, rows = folder / "played.gpkg", {}
    with gdal.ExceptionMgr(useExceptions=True):
        for name, places in PLAYED.items():
            table, features, kinds = name.partition(":")[2], [], set()
            for file, source, _code in places:
                dataset = opened(shared / "data" / file, folder)
                layer = dataset.GetLayerByName(source)
                field = layer.GetLayerDefn().GetFieldIndex("code")
                for feature in layer:
                    geometry = feature.GetGeometryRef().Clone()
                    kinds.add(ogr.GT_Flatten(geometry.GetGeometryType()))
                    code = feature.GetField(field) if field >= 0 else ""
                    features.append((geometry, f"{table}{len(features):07d}", code))
            kind = ogr.GT_GetCollection(next(iter(kinds)))
            made = [(bytes(ogr.ForceTo(geometry, kind).ExportToIsoWkb()), *rest) for geometry, *rest in features]
            columns = {"cleabs": str, places[0][2] or "nature": str}
            write_gpkg(path, table, made, columns, kind=kind)
            rows[name] = read_gpkg(path, table)
    return path, rows


@pytest.mark.parametrize("territory", TERRITORIES)
def test_a_territory_is_clipped_as_shapely_clips_it(territory, played, geopf, endpoints, run):
    path, rows = played
    server = geopf({name: (path, name.partition(":")[2], "cleabs", 4326, "geometrie") for name in PLAYED}, rate=0)
    endpoints(geopf_wfs=server.url)
    result = run("clip", TERRITORY=territory, LAYERS=",".join(LAYERS), CUT="cut")
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (len(LAYERS), 0)
    name, code = TERRITORIES[territory]
    (contour,) = [row.geometry for row in rows[name] if code in row.values.values()]
    shapely.prepare(contour)
    recipe = recipe_of(result["OUTPUT"])
    for entry, type_name in LAYERS.items():
        ours = {row.values["cleabs"]: row for row in read_gpkg(result["OUTPUT"], entry)}
        by_codes = recipe[entry]["way"] == "attribute"
        for row in rows[type_name]:
            compare(ours.pop(row.values["cleabs"], None), row.geometry, contour, by_codes=by_codes)
        assert not ours


def compare(ours: Feature | None, shape: Any, contour: Any, *, by_codes: bool) -> None:
    """One feature: what is left of it in our result, and what shapely leaves."""
    if not shape.is_valid:
        return
    inside = contour.intersects(shape)
    expected = (shape if contour.covers(shape) else of_kind(contour.intersection(shape), shape)) if inside else None
    if expected is None or expected.is_empty or is_sliver(expected, 1.0):
        assert ours is None or is_sliver(ours.geometry, 1.0)
    elif ours is None:
        # Only a neighbour that generalised borders make overlap: its code says that it is not of the territory.
        assert by_codes
        assert expected.area < shape.area / 2
    else:
        assert near_enough(ours.geometry, without_slivers(expected, 1.0), 1.0)
