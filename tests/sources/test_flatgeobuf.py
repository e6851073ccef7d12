"""A FlatGeobuf read by ranges from nginx: the same features as GDAL gives with the whole file."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry, QgsRectangle

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.errors import NetworkError, SourceError
from data_territoires_plugin.network import Pool
from data_territoires_plugin.sources import Area, Stage
from data_territoires_plugin.sources.flatgeobuf import FlatGeobuf, header_of
from tests.standins.stage import Answer, Request, StandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

COUNT = 20_000


@pytest.fixture(scope="module")
def france(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """20,000 squares of unequal sizes over the country, with an index, some with long attributes."""
    path = tmp_path_factory.mktemp("fgb") / "commune.fgb"
    driver = ogr.GetDriverByName("FlatGeobuf")
    dataset = driver.CreateDataSource(str(path))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4326)
    layer = dataset.CreateLayer("commune", srs, ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("code_insee", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("nom", ogr.OFTString))
    for number in range(COUNT):
        x, y = -4.5 + (number % 200) * 0.06, 42.5 + (number // 200) * 0.08
        size = 0.01 + (number % 7) * 0.01
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("code_insee", f"{number:05d}")
        feature.SetField("nom", "long " * (2000 if number % 5000 == 0 else number % 3))
        feature.SetGeometry(
            ogr.CreateGeometryFromWkt(
                f"MULTIPOLYGON((({x} {y},{x + size} {y},{x + size} {y + size},{x} {y + size},{x} {y})))"
            )
        )
        layer.CreateFeature(feature)
    dataset = None
    return path


class Ranges(StandIn):
    """Gives the parts of a file, as a storage does; `whole`: ignores what is asked."""

    home = ""

    def __init__(self, path: Path, **options: Any) -> None:
        self._content = path.read_bytes()
        super().__init__(**options)

    def answer(self, request: Request) -> Answer:
        if self.take_fault("whole", request) is not None:
            return Answer(200, "application/octet-stream", self._content)
        first, _, last = request.headers["range"].removeprefix("bytes=").partition("-")
        part = self._content[int(first) : int(last) + 1]
        tag = '"2"' if self.take_fault("changed", request) is not None else '"1"'
        told = f"bytes {first}-{int(first) + len(part) - 1}/{len(self._content)}"
        return Answer(206, "application/octet-stream", part, {"content-range": told, "etag": tag})


@pytest.fixture
def server(france: Path, endpoints: Callable[..., Path], monkeypatch: Any, tmp_path: Path) -> Iterator[Ranges]:
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    running = Ranges(france)
    endpoints(geopf_partial=running.url)
    yield running
    running.stop()


def entry(path: str = "commune.fgb") -> Any:
    from dataclasses import replace

    known = load_catalogue().entry("admin_commune")
    return replace(known, service="geopf_partial", layer=path, crs="EPSG:4326", ways=(), code_fields={}, key="")


def area(box: tuple[float, float, float, float]) -> Area:
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    return Area(QgsGeometry.fromRect(QgsRectangle(*box)), wgs84)


@pytest.mark.parametrize(
    "box",
    [(-1.8, 47.9, -1.5, 48.2), (-4.6, 42.4, 8.0, 51.0), (2.0, 46.0, 2.001, 46.001), (-4.5, 42.5, -4.2, 42.9)],
    ids=["an EPCI", "everything", "a point", "with long features"],
)
def test_the_features_around_the_perimeter_come_and_no_more_bytes_than_needed(
    server: Ranges, france: Path, tmp_path: Path, box: tuple[float, float, float, float]
) -> None:
    with Pool(2) as pool:
        source = FlatGeobuf(pool)
        plan = source.plan(entry(), area(box), QgsFeedback())
        codes = set()
        for batch in source.fetch(entry(), area(box), plan, Stage(tmp_path / "stage", {}), QgsFeedback()):
            base = sqlite3.connect(batch.path)
            codes |= {code for (code,) in base.execute(f'SELECT code_insee FROM "{batch.table}"')}
    dataset = ogr.Open(str(france))
    layer = dataset.GetLayer(0)
    layer.SetSpatialFilterRect(box[0], box[1], box[2], box[3])
    assert codes == {feature.GetField("code_insee") for feature in layer}
    received = sum(len(exchange.body) + exchange.sent for exchange in server.log())
    if len(codes) < COUNT / 20:
        assert received < france.stat().st_size / 3


def test_a_clip_uses_it_where_the_entry_says_so(server: Ranges, run: Any, tmp_path: Path) -> None:
    catalogue = tmp_path / "partiel.yaml"
    catalogue.write_text(
        "entries:\n  partiel_commune:\n    title: Communes\n    abstract: Par parties.\n    theme: limites\n"
        "    producer: IGN\n    service: geopf_partial\n    layer: commune.fgb\n    geometry: polygon\n"
        "    licence: lov2\n"
        "    attribution: IGN\n    cut: whole\n    cut_reason: Entières.\n    crs: EPSG:4326\n    verified: false\n",
        encoding="utf-8",
    )
    from qgis.core import QgsFeature, QgsVectorLayer

    perimeter = QgsVectorLayer("Polygon?crs=EPSG:4326", "p", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(-1.8, 47.9, -1.5, 48.2)))
    perimeter.dataProvider().addFeature(feature)
    result = run("clip", PERIMETER=perimeter, LAYERS="partiel_commune", CATALOGUE=str(catalogue))
    assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (1, 0)
    assert result["FEATURES"] > 10


def test_a_server_without_ranges_and_a_file_that_changes_are_refused(server: Ranges) -> None:
    with Pool(1) as pool:
        server.fault("whole", times=1)
        with pytest.raises(NetworkError):
            FlatGeobuf(pool).plan(entry(), area((-1.8, 47.9, -1.5, 48.2)), QgsFeedback())
        server.fault("changed", times=1)  # the first part is of another version than the next ones
        with pytest.raises(NetworkError):
            FlatGeobuf(pool).plan(entry(), area((-1.8, 47.9, -1.5, 48.2)), QgsFeedback())
        assert FlatGeobuf(pool).plan(entry(), area((-1.8, 47.9, -1.5, 48.2)), QgsFeedback()).detail["received"] > 0


def test_a_file_without_index_or_of_another_kind_is_said_so(france: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        header_of(b"not a FlatGeobuf at all")
    bare = tmp_path / "bare.fgb"
    gdal.VectorTranslate(str(bare), str(france), format="FlatGeobuf", layerCreationOptions=["SPATIAL_INDEX=NO"])
    with pytest.raises(SourceError):
        header_of(bare.read_bytes()[:65_536])
    assert header_of(france.read_bytes()[:65_536]).count == COUNT
