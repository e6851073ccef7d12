"""What the clips are measured on beside the reference data: many layers, a lot of territories, 3 M rows."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from osgeo import gdal, ogr

from tests.benchmarks.generate import ORIGIN, SIZE, lambert

if TYPE_CHECKING:
    from pathlib import Path

# One building or road out of so many: 25 layers, from 11 000 features to some tens in an EPCI.
BUILDINGS_OUT_OF = (7, 10, 16, 26, 40, 60, 80, 130, 200, 270, 400, 400, 800, 800, 1600)
ROADS_OUT_OF = (4, 8, 12, 20, 40, 60, 100, 200, 400, 800)
NAMES = [f"bati_{n:02d}" for n in range(len(BUILDINGS_OUT_OF))] + [f"route_{n:02d}" for n in range(len(ROADS_OUT_OF))]
SIDE = 34  # territories along a side of the square: 1 156 of 2.9 km, as many as the communes of a région
LARGE = 3_000_000
_HEAD = "product: Essai\nproducer: Essai\nlicence: lov2\nattribution: Essai\nservice: geopf_wfs\ntheme: bati\n"


def type_name(name: str) -> str:
    """The feature type that serves a layer."""
    return f"ESSAI:{name}"


def many_layers(folder: Path) -> Path:
    """25 tables taken from the reference data."""
    path = folder / "layers.gpkg"
    if path.exists():
        return path
    draft = folder / "layers.draft.gpkg"
    draft.unlink(missing_ok=True)
    tables = [("batiment", step) for step in BUILDINGS_OUT_OF] + [("troncon_de_route", step) for step in ROADS_OUT_OF]
    for name, (table, step) in zip(NAMES, tables, strict=True):
        options = gdal.VectorTranslateOptions(
            format="GPKG", layerName=name, accessMode="append" if draft.exists() else None,
            SQLStatement=f"SELECT * FROM {table} WHERE fid % {step} = 0", layerCreationOptions=["GEOMETRY_NAME=geom"],
        )  # fmt: skip
        gdal.VectorTranslate(str(draft), str(folder / "reference.gpkg"), options=options)
    draft.rename(path)
    return path


def catalogue(path: Path) -> Path:
    """The 25 layers as a catalogue file of one's own."""
    lines = [_HEAD, "entries:\n"]
    for name in NAMES:
        kind = "polygon" if name.startswith("bati") else "line"
        lines.append(
            f"  essai_{name}:\n    layer: {type_name(name)}\n    title: Essai {name}\n    abstract: Essai.\n"
            f"    geometry: {kind}\n    key: cleabs\n    cut: cut\n    cut_reason: Essai.\n    verified: false\n"
        )
    path.write_text("".join(lines), encoding="utf-8")
    return path


def territories(path: Path, first: int, across: int) -> Path:
    """`across` × `across` neighbouring squares of the grid, named by the field `nom`, from the cell (first, first)."""
    path.unlink(missing_ok=True)
    step = SIZE / SIDE
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("territoires", lambert(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("nom", ogr.OFTString))
    for column in range(first, first + across):
        for row in range(first, first + across):
            x, y = ORIGIN[0] + column * step, ORIGIN[1] + row * step
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["nom"] = f"{column:02d}_{row:02d}"
            ring = f"{x} {y},{x + step} {y},{x + step} {y + step},{x} {y + step},{x} {y}"
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
            layer.CreateFeature(feature)
    layer = dataset = None
    return path


def large(folder: Path) -> Path:
    """3 M buildings: those of the reference data, three times."""
    path = folder / "large.gpkg"
    if path.exists():
        return path
    draft = folder / "large.draft.gpkg"
    draft.unlink(missing_ok=True)
    options = gdal.VectorTranslateOptions(
        format="GPKG", layers=["batiment"], layerCreationOptions=["GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO"]
    )
    gdal.VectorTranslate(str(draft), str(folder / "reference.gpkg"), options=options)
    base = sqlite3.connect(draft)
    base.execute("PRAGMA synchronous = OFF")
    for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'batiment'"):
        base.execute(f'DROP TRIGGER "{name}"')
    names = ", ".join(row[1] for row in base.execute("PRAGMA table_info(batiment)") if row[1] != "fid")
    (count,) = base.execute("SELECT count(*) FROM batiment").fetchone()
    while count < LARGE:
        more = min(count, LARGE - count)
        base.execute(f"INSERT INTO batiment ({names}) SELECT {names} FROM batiment WHERE fid <= ?", (more,))
        count += more
    base.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = 'batiment'", (count,))
    base.commit()
    base.close()
    dataset = gdal.OpenEx(str(draft), gdal.OF_UPDATE | gdal.OF_VECTOR)
    dataset.ExecuteSQL("SELECT CreateSpatialIndex('batiment', 'geom')")
    dataset = None
    draft.rename(path)
    return path


def square_holding(path: Path, share: float) -> Path:
    """A square perimeter around the middle of the data; `share`: that of its side."""
    path.unlink(missing_ok=True)
    half, x, y = SIZE * share / 2, ORIGIN[0] + SIZE / 2, ORIGIN[1] + SIZE / 2
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("perimetre", lambert(), ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    west, east, south, north = x - half, x + half, y - half, y + half
    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
    layer.CreateFeature(feature)
    layer = dataset = None
    return path
