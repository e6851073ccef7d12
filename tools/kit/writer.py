"""The GeoPackage of the kit: the tables of `schema.tsv`, the same bytes of content at each run."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy
import shapely
from osgeo import gdal, ogr, osr

from .land import height
from .shapes import lines, polygons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

gdal.UseExceptions()
SCHEMA = Path(__file__).with_name("schema.tsv")
WRITTEN = "2026-07-01T00:00:00Z"  # the date of the kit, the same whenever it is built
TYPES = {
    "TEXT": (ogr.OFTString, ogr.OFSTNone),
    "INTEGER": (ogr.OFTInteger64, ogr.OFSTNone),
    "REAL": (ogr.OFTReal, ogr.OFSTNone),
    "BOOLEAN": (ogr.OFTInteger, ogr.OFSTBoolean),
    "DATE": (ogr.OFTDate, ogr.OFSTNone),
    "DATETIME": (ogr.OFTDateTime, ogr.OFSTNone),
}
GEOMETRIES = {
    "": ogr.wkbNone,
    "Point": ogr.wkbPoint,
    "MultiLineString": ogr.wkbMultiLineString,
    "MultiPolygon": ogr.wkbMultiPolygon,
    "PointZ": ogr.wkbPoint25D,
    "MultiLineStringZ": ogr.wkbMultiLineString25D,
    "MultiPolygonZ": ogr.wkbMultiPolygon25D,
}
Value = str | int | float | bool | None
PREFIXES = {  # of the identifiers of BD TOPO
    "bdtopo_batiment": "BATIMENT",
    "bdtopo_troncon_de_route": "TRONROUT",
    "bdtopo_troncon_de_voie_ferree": "TRONFERR",
    "bdtopo_cours_d_eau": "COURDEAU",
    "bdtopo_troncon_hydrographique": "TRON_EAU",
    "bdtopo_plan_d_eau": "PLANDEAU",
    "bdtopo_surface_hydrographique": "SURF_EAU",
    "bdtopo_zone_de_vegetation": "ZONEVEGE",
    "bdtopo_haie": "HAIE____",
    "haies_haie": "HAIE____",
    "bdtopo_zone_d_activite_ou_d_interet": "SURFACTI",
    "bdtopo_equipement_de_transport": "EQ_RESEA",
    "bdtopo_terrain_de_sport": "TERRSPOR",
    "bdtopo_cimetiere": "CIMETIER",
    "bdtopo_ligne_electrique": "LIGNELEC",
    "bdtopo_lieu_dit_non_habite": "PAINHABI",
    "bdtopo_zone_d_habitation": "PAIHABIT",
    "bdtopo_construction_surfacique": "CONSSURF",
    "bdtopo_construction_lineaire": "CONSLINE",
    "bdtopo_construction_ponctuelle": "CONSPONC",
    "bdtopo_pylone": "PYLONE__",
    "bdtopo_reservoir": "RESERVOI",
    "bdtopo_zone_d_estran": "ESTRAN__",
    "bdtopo_limite_terre_mer": "LIMITERM",
    "bdtopo_route_numerotee_ou_nommee": "ROUTNOMM",
    "bdtopo_voie_nommee": "VOIE_NOM",
}
SAID_OF_ALL: dict[str, Value] = {  # what BD TOPO says of nearly every object
    "etat_de_l_objet": "En service",
    "date_creation": "2011-04-13T00:00:00Z",
    "precision_planimetrique": 2.5,
    "precision_altimetrique": 1.5,
    "statut_du_toponyme": "Validé",
    "statut": "Validé",
    "code_du_pays": "FR",
}


@dataclass(frozen=True)
class Table:
    """A table as its source declares it."""

    name: str
    source: str
    geometry: str
    fields: dict[str, str]  # name: type


@dataclass(frozen=True)
class Feature:
    """One row: what is known of it, the rest is what the table says of everything."""

    values: dict[str, Value]
    geometry: BaseGeometry | None = None
    z: float | None = None  # altitude of all its points; that of the ground where none is given


@dataclass
class Kit:
    """All that will be written."""

    rows: dict[str, list[Feature]] = field(default_factory=dict)

    def add(self, table: str, geometry: BaseGeometry | None, /, **values: Value) -> int:
        """Adds a row (`z`: the altitude of its points); gives its number in the table, from 1."""
        altitude = values.pop("z", None)
        rows = self.rows.setdefault(table, [])
        rows.append(Feature(values, geometry, None if altitude is None else float(altitude)))
        return len(rows)


def tables() -> list[Table]:
    """The tables of the kit, in the order of the file."""
    found = []
    for line in SCHEMA.read_text(encoding="utf-8").splitlines()[1:]:
        name, source, geometry, columns = line.split("\t")
        fields = dict(column.split(" ") for column in columns.split(", "))
        found.append(Table(name, source, geometry, fields))
    return found


def write(kit: Kit, path: Path) -> None:
    """Writes the GeoPackage, replacing the one that is there."""
    path.unlink(missing_ok=True)
    system = osr.SpatialReference()
    system.ImportFromEPSG(2154)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    gdal.SetConfigOption("OGR_CURRENT_DATE", WRITTEN.replace("Z", ".000Z"))
    gdal.SetConfigOption("OGR_SQLITE_PRAGMA", "page_size=1024")  # many small tables
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown, ["DATETIME_FORMAT=UTC"])
    for table in tables():
        if table.name in kit.rows:
            _write_table(dataset, table, kit.rows[table.name], system)
    dataset.ExecuteSQL("VACUUM")
    dataset = None
    for option in ("OGR_CURRENT_DATE", "OGR_SQLITE_PRAGMA"):
        gdal.SetConfigOption(option, None)


def _write_table(dataset: gdal.Dataset, table: Table, rows: Iterable[Feature], system: osr.SpatialReference) -> None:
    options = [
        "GEOMETRY_NAME=geom",
        "FID=fid",
        f"IDENTIFIER={table.name}",
        "DESCRIPTION=Territoire inventé (formation)",
    ]
    where = system if table.geometry else None
    layer = dataset.CreateLayer(table.name, where, GEOMETRIES[table.geometry], options)
    for name, kind in table.fields.items():
        column = ogr.FieldDefn(name, TYPES[kind][0])
        column.SetSubType(TYPES[kind][1])
        layer.CreateField(column)
    definition = layer.GetLayerDefn()
    dataset.StartTransaction()
    for number, row in enumerate(rows, 1):
        unknown = set(row.values) - set(table.fields)
        if unknown:
            raise KeyError(f"{table.name} has no field {sorted(unknown)}")
        feature = ogr.Feature(definition)
        for name, value in (_said_of_all(table, number) | row.values).items():
            if value is not None:
                feature.SetField(name, int(value) if isinstance(value, bool) else value)
        if row.geometry is not None:
            feature.SetGeometryDirectly(_geometry(row, table.geometry))
        layer.CreateFeature(feature)
    dataset.CommitTransaction()


def _said_of_all(table: Table, number: int) -> dict[str, Value]:
    if table.name not in PREFIXES:
        return {}
    said = {name: value for name, value in SAID_OF_ALL.items() if name in table.fields}
    return said | {"cleabs": cleabs(table.name, number)}


def cleabs(table: str, number: int) -> str:
    """The identifier of the nth object of a table of BD TOPO."""
    return f"{PREFIXES[table]}{9_000_000_000 + number:016d}"


def _geometry(row: Feature, kind: str) -> ogr.Geometry:
    shape = row.geometry
    if kind.startswith("MultiPolygon"):
        shape = shapely.MultiPolygon(polygons(shape))
    elif kind.startswith("MultiLineString"):
        shape = shapely.MultiLineString(lines(shape))
    shape = shapely.transform(shape, lambda xy: xy.round(1))
    if kind.endswith("Z"):
        altitude = row.z
        shape = shapely.transform(
            shapely.force_3d(shape),
            lambda xyz: numpy.array(
                [(x, y, height(x, y) if altitude is None else altitude) for x, y, _ in xyz.tolist()]
            ),
            include_z=True,
        )
    made = ogr.CreateGeometryFromWkb(
        shapely.to_wkb(shape, output_dimension=3 if kind.endswith("Z") else 2, flavor="iso")
    )
    if kind.endswith("Z"):
        made.Set3D(True)
    return made
