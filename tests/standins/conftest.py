"""A small town whose features are known one by one, and a client made of the standard library alone."""

from __future__ import annotations

import gzip
import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ogr = pytest.importorskip("osgeo.ogr")
COLUMNS, ROWS = 12, 10
WEST, SOUTH, STEP, SIDE = -1.7, 48.1, 0.001, 0.0004


@dataclass(frozen=True)
class Reply:
    """What came back, body unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> dict:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def ask(
    url: str, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None, **params: object
) -> Reply:
    """One request; an error status is an answer like another."""
    if params:
        url += ("&" if "?" in url else "?") + urllib.parse.urlencode(params)
    body = urllib.parse.urlencode(form).encode() if form is not None else None
    request = urllib.request.Request(url, body, {"Accept-Encoding": "gzip", **(headers or {})})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            status, found, content = answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        status, found, content = error.code, error.headers, error.read()
    names = {name.lower(): value for name, value in found.items()}
    return Reply(status, names, gzip.decompress(content) if names.get("content-encoding") == "gzip" else content)


@pytest.fixture
def wfs(geopf: Callable, town: dict) -> Callable[..., Reply]:
    """`wfs(typeNames=…, cql_filter=…)`: one GetFeature in JSON on the town; `wfs.server` is the server."""
    server = geopf(town, rate=0)

    def get(form: Mapping[str, str] | None = None, **params: object) -> Reply:
        usual = {
            "service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": "BDTOPO_V3:batiment",
            "outputFormat": "application/json", "exceptions": "application/json",
        }  # fmt: skip
        asked = {name: value for name, value in {**usual, **params}.items() if value is not None}
        return ask(server.url, form, **asked)

    get.server = server
    return get


def square(west: float, south: float, side: float, z: float = 0.0) -> str:
    """A MULTIPOLYGON Z of one square."""
    east, north = west + side, south + side
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return f"MULTIPOLYGON Z ((({','.join(f'{x} {y} {z}' for x, y in ring)})))"


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple]:
    """Type name → where it is: 120 buildings on a grid (EPSG:4326), 30 woods (2154), also without key, codes."""
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    _buildings(source)
    _woods(source)
    codes = source.CreateLayer("codes", None, ogr.wkbNone)
    for name in ("code", "libelle"):
        codes.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for code, label in (("BTH", "Blé tendre d'hiver"), ("MIS", "Maïs")):
        feature = ogr.Feature(codes.GetLayerDefn())
        feature["code"], feature["libelle"] = code, label
        codes.CreateFeature(feature)
    source = None
    return {
        "BDTOPO_V3:batiment": (path, "batiment", "cleabs", 4326, "geometrie"),
        "LANDCOVER.FORESTINVENTORY.V2:formation_vegetale": (path, "wood", "id", 2154, "geom"),
        "AOC-VITICOLES:aire_parcellaire": (path, "wood", "", 2154, "geom"),
        "patrinat_znieff1:znieff1": (path, "wood", "id", 3857, "geom"),
        "RPG.LATEST:codes_cultures": (path, "codes", "code", 4326, "geom"),
    }


def _reference(code: int) -> object:
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _buildings(source: object) -> None:
    layer = source.CreateLayer("batiment", _reference(4326), ogr.wkbMultiPolygon25D, ["GEOMETRY_NAME=the_shape"])
    for name, kind in (
        ("cleabs", ogr.OFTString), ("nature", ogr.OFTString), ("hauteur", ogr.OFTReal),
        ("nombre_d_etages", ogr.OFTInteger),
        ("date_d_apparition", ogr.OFTDate), ("date_creation", ogr.OFTDateTime),
    ):  # fmt: skip
        layer.CreateField(ogr.FieldDefn(name, kind))
    light = ogr.FieldDefn("construction_legere", ogr.OFTInteger)
    light.SetSubType(ogr.OFSTBoolean)
    layer.CreateField(light)
    for number in range(COLUMNS * ROWS):
        column, row = number % COLUMNS, number // COLUMNS
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["cleabs"] = f"BATIMENT{COLUMNS * ROWS - number:016d}"  # the order of keys isn't that of rows
        feature["nature"] = "Église" if number % 10 == 0 else "Indifférenciée"
        feature["hauteur"] = float(number) if number % 2 else number + 0.5
        if number % 3:
            feature["nombre_d_etages"] = number % 5
        feature["date_d_apparition"] = "1790/01/01"
        feature["date_creation"] = "2010/07/15 07:31:40.330+00"
        feature["construction_legere"] = number % 4 == 0
        feature.SetGeometry(ogr.CreateGeometryFromWkt(square(WEST + column * STEP, SOUTH + row * STEP, SIDE, 238.6)))
        layer.CreateFeature(feature)


def _woods(source: object) -> None:
    layer = source.CreateLayer("wood", _reference(2154), ogr.wkbMultiPolygon, ["GEOMETRY_NAME=geom"])
    for name in ("id", "essence"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for number in range(30):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["id"], feature["essence"] = f"F{number:03d}", "Chênes"
        feature.SetGeometry(
            ogr.CreateGeometryFromWkt(
                square(350000 + 200 * number, 6790000, 100.123).replace("Z ", "").replace(" 0.0", "")
            )
        )
        layer.CreateFeature(feature)
