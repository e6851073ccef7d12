"""A small town served over HTTP, clipped, and changed: what the tests of the refresh start from."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from osgeo import ogr

from tests.clip.files import perimeter_file, read_gpkg, write_gpkg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


BUILDING, TREE, DISTRICT = "bdtopo_batiment", "test_arbre", "test_quartier"
X, Y = 352_000.0, 6_789_000.0  # EPSG:2154, in Rennes
PERIMETER = f"MULTIPOLYGON((({X} {Y},{X + 1000} {Y},{X + 1000} {Y + 1000},{X} {Y + 1000},{X} {Y})))"
OLD, NEW = "2024-03-01T08:00:00.000Z", "2025-03-01T08:00:00.000Z"
CATALOGUE = f"""
product: Test
producer: Test
licence: lov2
attribution: Test
service: geopf_wfs
theme: bati
cut: whole
cut_reason: Test.
entries:
  {TREE}:
    layer: TEST:arbre
    title: Arbres
    abstract: Sans date.
    geometry: point
    key: id
  {DISTRICT}:
    layer: TEST:quartier
    title: Quartiers
    abstract: Découpés, sans clé.
    geometry: polygon
    cut: cut
    cut_reason: Test.
"""
Rows = dict[str, list[Any]]  # key → geometry, nature, height, date


def square(x: float, y: float, side: float = 8.0) -> str:
    return shapely.MultiPolygon([shapely.box(X + x, Y + y, X + x + side, Y + y + side)]).wkt


def town(count: int = 60) -> Rows:
    return {
        f"BATIMENT{n:04d}": [square(15 + 15 * (n % 60), 30 + 20 * (n // 60)), "Maison", 4.0 + n % 5, OLD]
        for n in range(count)
    }


@dataclass
class World:
    """What the service has, and the file of the technician."""

    folder: Path
    serve: Callable[..., Any]
    endpoints: Callable[..., Any]
    run: Callable[..., dict[str, Any]]
    layers: str = f"{BUILDING},{TREE},{DISTRICT}"
    buildings: Rows = field(default_factory=town)
    trees: dict[str, list[Any]] = field(
        default_factory=lambda: {f"A{n}": [f"POINT({X + 9 * n + 20} {Y + 500})", "Chêne"] for n in range(40)}
    )
    districts: list[list[Any]] = field(
        default_factory=lambda: [[square(-200, -200, 700), "Sud"], [square(-200, 600, 700), "Nord"]]
    )
    server: Any = None
    states: int = 0

    @property
    def file(self) -> Path:
        return self.folder / "socle.gpkg"

    def publish(self) -> None:
        """The service has this state from now on."""
        self.states += 1
        data = self.folder / f"state{self.states}.gpkg"
        columns = {"cleabs": str, "nature": str, "hauteur": float}
        listed = [(geometry, key, nature, height) for key, (geometry, nature, height, _) in self.buildings.items()]
        write_gpkg(data, "batiment", listed, columns, kind=ogr.wkbMultiPolygon)
        self.sql("ALTER TABLE batiment ADD COLUMN date_modification DATETIME", path=data)
        for key, values in self.buildings.items():
            self.sql("UPDATE batiment SET date_modification = ? WHERE cleabs = ?", values[3], key, path=data)
        trees = [(geometry, key, kind) for key, (geometry, kind) in self.trees.items()]
        write_gpkg(data, "arbre", trees, {"id": str, "essence": str}, kind=ogr.wkbPoint)
        write_gpkg(data, "quartier", self.districts, {"nom": str}, kind=ogr.wkbMultiPolygon)
        self.server = self.serve(
            {
                "BDTOPO_V3:batiment": (data, "batiment", "cleabs", 4326),
                "TEST:arbre": (data, "arbre", "id", 4326),
                "TEST:quartier": (data, "quartier", "", 4326),
            },
            rate=0,
        )
        self.endpoints(geopf_wfs=self.server.url)

    @property
    def catalogue(self) -> str:
        path = self.folder / "catalogue.yaml"
        path.write_text(CATALOGUE, encoding="utf-8")
        return str(path)

    def clip(self) -> None:
        if not (self.folder / "perimeter.gpkg").exists():
            perimeter_file(self.folder / "perimeter.gpkg", PERIMETER)
        perimeter = f"{self.folder}/perimeter.gpkg|layername=perimeter"
        self.run("clip", PERIMETER=perimeter, LAYERS=self.layers, CATALOGUE=self.catalogue, OUTPUT=str(self.file))

    def refresh(self, **parameters: Any) -> dict[str, Any]:
        parameters.setdefault("OUTPUT", None)
        return self.run("refresh", INPUT=str(self.file), CATALOGUE=self.catalogue, **parameters)

    def sql(self, statement: str, *values: Any, path: Path | None = None) -> list[tuple[Any, ...]]:
        """What a technician does with a file in QGIS, or sees of it; the spatial index is not asked to follow."""
        base = sqlite3.connect(path or self.file)
        try:
            for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
                base.create_function(name, 1, lambda _blob: 1)
            with base:
                return base.execute(statement, values).fetchall()
        finally:
            base.close()

    def listing(self) -> dict[str, tuple[Any, ...]]:
        """The buildings of the file: nature, height, geometry."""
        return {
            row.values["cleabs"]: (row.values["nature"], row.values["hauteur"], row.geometry.normalize().wkb)
            for row in read_gpkg(self.file, BUILDING)
        }


@pytest.fixture
def world(run: Any, geopf: Any, endpoints: Any, tmp_path: Path) -> World:
    made = World(tmp_path, geopf, endpoints, run)
    made.publish()
    made.clip()
    made.server.clear()
    return made


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def report_of(outputs: dict[str, Any]) -> dict[str, dict[str, Any]]:
    with open(outputs["REPORT"], encoding="utf-8") as file:
        return {layer["entry"]: layer for layer in json.load(file)["layers"]}
