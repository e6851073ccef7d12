"""The reference data of the benchmarks: invented, deterministic, shaped like BD TOPO, of a département's size.

reference.gpkg   batiment (MultiPolygon Z, 16 attributes), troncon_de_route (MultiLineString Z, 11), EPSG:2154
perimeters.gpkg  epci (about 8 % of the buildings, 2 000 vertices), departement (about 57 %, 5 000 vertices)
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal, ogr, osr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

gdal.UseExceptions()

ORIGIN, SIZE = (600_000.0, 6_600_000.0), 100_000.0  # EPSG:2154, metres
BUILDINGS, ROADS = 1_000_000, 300_000
EPCI_SHARE = 0.08
_TOWNS = 600
_CHUNK = 50_000

_RECTANGLE = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5], [-0.5, -0.5]])
_ELL = np.array(
    [
        [-0.5, -0.5],
        [0.5, -0.5],
        [0.5, 0.0],
        [0.1, 0.0],
        [0.1, 0.1],
        [0.1, 0.5],
        [-0.2, 0.5],
        [-0.2, 0.6],
        [-0.5, 0.6],
        [-0.5, 0.0],
        [-0.5, -0.5],
    ]
)

BUILDING_FIELDS = [
    ("cleabs", ogr.OFTString),
    ("nature", ogr.OFTString),
    ("usage_1", ogr.OFTString),
    ("usage_2", ogr.OFTString),
    ("construction_legere", ogr.OFTInteger),
    ("etat_de_l_objet", ogr.OFTString),
    ("date_creation", ogr.OFTDateTime),
    ("date_modification", ogr.OFTDateTime),
    ("date_d_apparition", ogr.OFTDate),
    ("sources", ogr.OFTString),
    ("nombre_de_logements", ogr.OFTInteger),
    ("nombre_d_etages", ogr.OFTInteger),
    ("materiaux_des_murs", ogr.OFTString),
    ("hauteur", ogr.OFTReal),
    ("altitude_minimale_sol", ogr.OFTReal),
    ("origine_du_batiment", ogr.OFTString),
]
ROAD_FIELDS = [
    ("cleabs", ogr.OFTString),
    ("nature", ogr.OFTString),
    ("nom_voie", ogr.OFTString),
    ("importance", ogr.OFTString),
    ("etat_de_l_objet", ogr.OFTString),
    ("date_creation", ogr.OFTDateTime),
    ("largeur_de_chaussee", ogr.OFTReal),
    ("nombre_de_voies", ogr.OFTInteger),
    ("sens_de_circulation", ogr.OFTString),
    ("vitesse_moyenne_vl", ogr.OFTInteger),
    ("insee_commune_gauche", ogr.OFTString),
]


class Country:
    """Settlements of Zipf sizes over the square, and what is built around them."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self.towns = self.random.uniform(0, SIZE, (_TOWNS, 2))
        weight = 1 / np.arange(1, _TOWNS + 1) ** 0.85
        self.weight = weight / weight.sum()
        self.spread = 400 + 6000 * np.sqrt(self.weight / self.weight.max())

    def places(self, count: int, diffuse: float) -> np.ndarray:
        """Points (count, 2), EPSG:2154: `diffuse` of them anywhere, the others around the settlements."""
        town = self.random.choice(_TOWNS, count, p=self.weight)
        points = self.towns[town] + self.random.normal(0, 1, (count, 2)) * self.spread[town][:, None]
        anywhere = self.random.random(count) < diffuse
        points[anywhere] = self.random.uniform(0, SIZE, (int(anywhere.sum()), 2))
        return np.clip(points, 50, SIZE - 50) + np.array(ORIGIN)

    def buildings(self, count: int) -> list[bytes]:
        """GeoPackage blobs of rectangles and L shapes."""
        places = self.places(count, 0.15)
        angle = self.random.uniform(0, np.pi, count)
        size = np.stack([self.random.lognormal(2.3, 0.35, count), self.random.lognormal(2.1, 0.35, count)], -1)
        altitude = np.round(self.random.uniform(90, 600, count), 1)
        ell = self.random.random(count) < 0.5
        blobs = np.empty(count, object)
        for template, chosen in ((_RECTANGLE, ~ell), (_ELL, ell)):
            local = template[None] * size[chosen][:, None, :]
            cos, sin = np.cos(angle[chosen])[:, None], np.sin(angle[chosen])[:, None]
            x = places[chosen, 0][:, None] + local[..., 0] * cos - local[..., 1] * sin
            y = places[chosen, 1][:, None] + local[..., 0] * sin + local[..., 1] * cos
            z = np.broadcast_to(altitude[chosen][:, None], x.shape)
            blobs[chosen] = gpkg_blobs(np.stack([np.round(x, 1), np.round(y, 1), z], -1), polygon=True)
        return list(blobs)

    def roads(self, count: int) -> list[bytes]:
        """GeoPackage blobs of winding lines of 3 to 21 vertices."""
        places = self.places(count, 0.25)
        vertices = self.random.integers(3, 22, count)
        blobs = np.empty(count, object)
        for number in np.unique(vertices):
            chosen = vertices == number
            many = int(chosen.sum())
            heading = self.random.uniform(0, 2 * np.pi, many)[:, None] + np.cumsum(
                self.random.normal(0, 0.25, (many, number)), 1
            )
            step = self.random.lognormal(3.0, 0.5, (many, 1))
            x = places[chosen, 0][:, None] + np.cumsum(np.cos(heading) * step, 1)
            y = places[chosen, 1][:, None] + np.cumsum(np.sin(heading) * step, 1)
            z = np.broadcast_to(self.random.uniform(90, 600, many)[:, None], x.shape)
            blobs[chosen] = gpkg_blobs(np.round(np.stack([x, y, z], -1), 1), polygon=False)
        return list(blobs)


def gpkg_blobs(points: np.ndarray, *, polygon: bool) -> np.ndarray:
    """GeoPackage blobs (OGC 12-128 §2.1.3) of single-part Multi* Z geometries, from vertices (n, vertices, 3)."""
    count, vertices, _ = points.shape
    head = [("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("srs", "<i4"), ("envelope", "<f8", 4)]
    multi = [("order", "u1"), ("type", "<u4"), ("parts", "<u4"), ("order1", "u1"), ("type1", "<u4")]
    rings = [("rings", "<u4")] if polygon else []
    record = np.zeros(count, [*head, *multi, *rings, ("vertices", "<u4"), ("points", "<f8", (vertices, 3))])
    record["magic"], record["flags"], record["srs"] = b"GP", 3, 2154
    low, high = points.min(1), points.max(1)
    record["envelope"] = np.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], -1)
    record["order"] = record["order1"] = record["parts"] = 1
    record["type"], record["type1"] = (1006, 1003) if polygon else (1005, 1002)
    if polygon:
        record["rings"] = 1
    record["vertices"], record["points"] = vertices, points
    size, raw = record.dtype.itemsize, record.tobytes()
    blobs = np.empty(count, object)
    blobs[:] = [raw[i * size : (i + 1) * size] for i in range(count)]
    return blobs


def _building_values(random: np.random.Generator, first: int, count: int) -> Iterator[tuple]:
    nature = random.choice(
        ["Indifférenciée", "Industriel, agricole ou commercial", "Eglise", "Serre"], count, p=[0.85, 0.12, 0.01, 0.02]
    )
    usage = random.choice(["Résidentiel", "Indifférencié", "Commercial et services", "Agricole", "Annexe"], count)
    light, dwellings, floors = random.random(count) < 0.2, random.integers(0, 20, count), random.integers(0, 6, count)
    height, ground = np.round(random.gamma(4, 1.6, count), 1), np.round(random.uniform(90, 600, count), 1)
    for i in range(count):
        yield (
            f"BATIMENT{200_000_000 + first + i:016d}",
            str(nature[i]),
            str(usage[i]),
            None,
            int(light[i]),
            "En service",
            "2008-03-14T09:12:55.000Z",
            "2023-11-02T10:01:10.000Z",
            "1975-01-01",
            "Cadastre",
            int(dwellings[i]),
            int(floors[i]),
            "10",
            float(height[i]),
            float(ground[i]),
            "Cadastre",
        )


def _road_values(random: np.random.Generator, first: int, count: int) -> Iterator[tuple]:
    nature = random.choice(["Route à 1 chaussée", "Chemin", "Sentier", "Route empierrée", "Rond-point"], count)
    street, rank, lanes = random.integers(0, 9000, count), random.integers(1, 7, count), random.integers(1, 5, count)
    width, speed = np.round(random.uniform(3, 12, count), 1), random.integers(5, 130, count)
    for i in range(count):
        yield (
            f"TRONROUT{300_000_000 + first + i:016d}",
            str(nature[i]),
            f"RUE DU LIEU {street[i]}",
            str(rank[i]),
            "En service",
            "2006-05-14T09:12:55.000Z",
            float(width[i]),
            int(lanes[i]),
            "Double sens",
            int(speed[i]),
            "58001",
        )


def lambert() -> osr.SpatialReference:
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(2154)
    return srs


def _write(path: Path, table: str, fields: list, kind: int, blobs: list[bytes], values: Iterator[tuple]) -> None:
    driver = ogr.GetDriverByName("GPKG")
    dataset = (
        gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_VECTOR) if path.exists() else driver.CreateDataSource(str(path))
    )
    layer = dataset.CreateLayer(table, lambert(), kind, ["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom"])
    for name, type_ in fields:
        layer.CreateField(ogr.FieldDefn(name, type_))
    layer = dataset = None
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    triggers = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name=?", (table,)
    ).fetchall()
    for (name,) in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    marks = ",".join("?" * (len(fields) + 1))
    columns = ",".join(["geom", *(name for name, _ in fields)])
    connection.executemany(
        f"INSERT INTO {table} ({columns}) VALUES ({marks})", ((b, *v) for b, v in zip(blobs, values, strict=True))
    )
    connection.execute("UPDATE gpkg_ogr_contents SET feature_count=? WHERE table_name=?", (len(blobs), table))
    connection.execute(
        "UPDATE gpkg_contents SET min_x=?, min_y=?, max_x=?, max_y=? WHERE table_name=?",
        (ORIGIN[0], ORIGIN[1], ORIGIN[0] + SIZE, ORIGIN[1] + SIZE, table),
    )
    connection.commit()
    connection.close()
    dataset = gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_VECTOR)
    dataset.ExecuteSQL(f"SELECT CreateSpatialIndex('{table}', 'geom')")
    dataset = None


def ring(centre: tuple[float, float], radius: float, vertices: int, rough: float, seed: int) -> ogr.Geometry:
    """A star-shaped polygon with a rugged edge."""
    random = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    distance = np.ones(vertices)
    for wave in range(2, 260):
        distance += rough * wave**-1.15 * np.cos(wave * angle + random.uniform(0, 2 * np.pi))
    x, y = centre[0] + radius * distance * np.cos(angle), centre[1] + radius * distance * np.sin(angle)
    line = ogr.Geometry(ogr.wkbLinearRing)
    for point in zip(x, y, strict=True):
        line.AddPoint_2D(*point)
    line.CloseRings()
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(line)
    return polygon


def _radius_holding(share: float, centres: np.ndarray, centre: tuple[float, float]) -> float:
    distance = np.sort(np.hypot(centres[:, 0] - centre[0], centres[:, 1] - centre[1]))
    return float(distance[int(share * len(distance))])


def generate(folder: Path, buildings: int = BUILDINGS, roads: int = ROADS, seed: int = 42) -> Path:
    """Writes reference.gpkg and perimeters.gpkg into `folder` unless they are there; gives back `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    reference, perimeters, done = (
        folder / "reference.gpkg",
        folder / "perimeters.gpkg",
        folder / f"done-{buildings}-{roads}-{seed}",
    )
    if done.exists():
        return folder
    for path in folder.glob("*"):
        path.unlink()
    country = Country(seed)
    blobs = country.buildings(buildings)
    _write(
        reference,
        "batiment",
        BUILDING_FIELDS,
        ogr.wkbMultiPolygon25D,
        blobs,
        _building_values(country.random, 0, buildings),
    )
    envelopes = np.array([np.frombuffer(b, "<f8", 4, 8) for b in blobs[:: max(1, buildings // 50_000)]])
    del blobs
    _write(
        reference,
        "troncon_de_route",
        ROAD_FIELDS,
        ogr.wkbMultiLineString25D,
        country.roads(roads),
        _road_values(country.random, 0, roads),
    )
    town = (float(ORIGIN[0] + country.towns[6, 0]), float(ORIGIN[1] + country.towns[6, 1]))
    middle = (ORIGIN[0] + SIZE / 2, ORIGIN[1] + SIZE / 2)
    shapes = {
        "epci": ring(town, _radius_holding(EPCI_SHARE, envelopes[:, [0, 2]], town), 2000, 0.05, 7),
        "departement": ring(middle, 42_000, 5000, 0.06, 11),
    }
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(perimeters))
    for name, shape in shapes.items():
        layer = dataset.CreateLayer(name, lambert(), ogr.wkbPolygon)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(shape if shape.IsValid() else max(shape.MakeValid(), key=lambda part: part.GetArea()))
        layer.CreateFeature(feature)
    layer = dataset = None
    done.touch()
    return folder
