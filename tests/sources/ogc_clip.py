"""What the tests of the OGC sources share: real data with a key, a catalogue that reads a server, native:clip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from osgeo import gdal

from tests.clip.files import MILLIMETRE, Feature, distance, perimeter_file, read_gpkg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

KEY = "cle"
KINDS = {"point": "POINT", "ligne": "LINE", "surface": "POLYGON"}
GEOMETRIES = {"point": "point", "ligne": "line", "surface": "polygon"}
_OSM = {"point": "points", "ligne": "lines", "surface": "multipolygons"}
METRES = {"EPSG:4326": 111_000.0}
_HEADER = """
theme: {theme}
product: Essai
producer: Essai
licence: lov2
attribution: Essai
cut: cut
cut_reason: Essai.
entries:
"""
_ENTRY = """  {id}:
    title: {id}
    abstract: Essai.
    service: {service}
    layer: "{layer}"
    geometry: {geometry}
    key: {key}
"""


def real_data(shared: Path, folder: Path, crs: str) -> Path:
    """Points, lines and areas around Redon (OpenStreetMap), each with a key, in a CRS."""
    path = folder / f"redon_{crs.rpartition(':')[2]}.gpkg"
    source = gdal.OpenEx(str(shared / "data/osm/redon_centre_osm_20190909.gpkg"), gdal.OF_VECTOR)
    for name, table in _OSM.items():
        options = gdal.VectorTranslateOptions(
            format="GPKG",
            # The file of OpenStreetMap has some lines among its areas: MapServer leaves them out.
            SQLStatement=f"SELECT fid + 0 AS {KEY}, name, other_tags, geom FROM {table}"
            f" WHERE ST_GeometryType(geom) LIKE '%{KINDS[name]}%'",
            layerName=name,
            dstSRS=crs,
            reproject=True,
            accessMode="update" if path.exists() else None,
            geometryType="PROMOTE_TO_MULTI",
            layerCreationOptions=["FID=numero"],
        )
        if gdal.VectorTranslate(str(path), source, options=options) is None:
            raise RuntimeError(table)
    return path


def catalogue(path: Path, entries: Mapping[str, tuple[str, str, str]], key: str = KEY) -> str:
    """A catalogue of entries: id → service, layer, geometry."""
    text = _HEADER.format(theme="reseaux")
    for name, (service, layer, geometry) in entries.items():
        text += _ENTRY.format(id=name, service=service, layer=layer, geometry=geometry, key=key or '""')
    path.write_text(text, encoding="utf-8")
    return str(path)


def quarter(path: Path, table: str, folder: Path, crs: str, share: float = 0.55) -> str:
    """A perimeter that cuts through a layer: a polygon in the middle of its extent, not a rectangle."""
    west, south, east, north = shapely.total_bounds([row.geometry for row in read_gpkg(path, table)])
    x, y, w, h = (west + east) / 2, (south + north) / 2, share * (east - west) / 2, share * (north - south) / 2
    shape = shapely.Polygon([(x - w, y - h), (x + w, y - 0.7 * h), (x + 0.8 * w, y + h), (x - 0.6 * w, y + 0.9 * h)])
    return perimeter_file(folder / f"perimeter_{table}.gpkg", shape.wkt, epsg=int(crs.rpartition(":")[2]))


def natively(run: Callable[..., Any], path: Path, table: str, perimeter: str, folder: Path) -> dict[Any, Feature]:
    """What native:clip makes of the file itself, by key."""
    output = folder / f"native_{table}.gpkg"
    output.unlink(missing_ok=True)
    run("native:clip", INPUT=f"{path}|layername={table}", OVERLAY=perimeter, OUTPUT=str(output))
    return {row.values[KEY]: row for row in read_gpkg(output, output.stem)}


def assert_same(
    ours: list[Feature],
    theirs: Mapping[Any, Feature],
    crs: str,
    columns: tuple[str, ...] = ("name",),
    most: float = MILLIMETRE,
) -> None:
    """The same features, each with the same values and the same geometry within `most` metres."""
    unit = METRES.get(crs, 1.0)
    found = {row.values[KEY]: row for row in ours}
    assert len(found) == len(ours), "a feature came twice"
    # native:clip keeps what is left of a feature that touches the border, however small: the clip does not.
    missing = [key for key in theirs if key not in found and not _is_sliver(theirs[key].geometry, unit)]
    assert not missing, theirs[missing[0]].geometry.wkt
    assert set(found) <= set(theirs)
    for key, row in found.items():
        assert distance(row.geometry, theirs[key].geometry) * unit < most, key
        for column in columns:
            assert (row.values[column] or None) == (theirs[key].values[column] or None), (key, column)


def _is_sliver(geometry: Any, unit: float) -> bool:
    if geometry.area:
        return geometry.area * unit**2 < MILLIMETRE or shapely.make_valid(geometry).buffer(-MILLIMETRE / unit).is_empty
    return geometry.length * unit < MILLIMETRE
