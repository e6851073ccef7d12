"""A layer with several ways: the one that is taken, the next one where it fails, the last good answer where none is.

The services are stand-ins; what must be in the result is known feature by feature.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.clip import plans
from data_territoires_plugin.clip.job import clip
from data_territoires_plugin.clip.request import ClipRequest, ClipResult, Status
from data_territoires_plugin.errors import DataTerritoiresError
from data_territoires_plugin.territory.perimeter import Perimeter
from tests.clip.files import read_gpkg, recipe_of, write_gpkg
from tests.sources import settlement
from tests.standins.archives import seven_zip
from tests.standins.geopf_download import Published

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qgis_app")

CRS = "EPSG:2154"
COUNT = 400
EAST, NORTH = settlement.WEST + 655, settlement.SOUTH + 75
SHAPE = shapely.MultiPolygon([shapely.box(settlement.WEST + 55, settlement.SOUTH - 5, EAST, NORTH)])
EXPECTED = sorted(settlement.expected(SHAPE, COUNT))


@pytest.fixture(scope="module")
def buildings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return settlement.build(tmp_path_factory.mktemp("ways") / "settlement.gpkg", COUNT)


def archive(path: Path, edition: str = "2026-06-15", departement: str = "035", **options: Any) -> Published:
    name = f"BDTOPO_3-5_TOUSTHEMES_GPKG_LAMB93_D{departement}_{edition}"
    content = seven_zip({"notice.txt": b"x" * 999, f"{name}/BDT_3-5_GPKG.gpkg": path.read_bytes()})
    return Published("BDTOPO", name, f"D{departement}", edition, content, **options)


@pytest.fixture
def published(buildings: Path, tmp_path: Path) -> Path:
    """The same buildings as the archive of the département holds them: in Lambert 93."""
    rows = [
        (shapely.MultiPolygon([shapely.box(x, y, x + settlement.WIDTH, y + settlement.WIDTH)]).wkt, settlement.key(n))
        for n in range(COUNT)
        for x, y in [settlement.place(n)]
    ]
    path = tmp_path / "departement.gpkg"
    options = ["GEOMETRY_NAME=geometrie"]
    return write_gpkg(path, "batiment", rows, {"cleabs": str}, kind=ogr.wkbMultiPolygon, options=options)


@pytest.fixture
def clipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """`clipped(entries…, codes=…)`: a clip of the settlement, its cache in the folder of the test."""
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    crs = QgsCoordinateReferenceSystem(CRS)

    def made(*entries: Any, codes: dict[str, tuple[str, ...]] | None = None) -> ClipResult:
        perimeter = Perimeter(QgsGeometry.fromWkt(SHAPE.wkt), crs, "Le bourg", codes=codes or {"commune": ("35238",)})
        asked = entries or (load_catalogue().entry("bdtopo_batiment"),)
        return clip(ClipRequest(perimeter, crs, asked, tmp_path / "out.gpkg"), QgsFeedback())

    return made


@pytest.fixture
def served(geopf, geopf_download, endpoints, buildings, published):
    """The WFS and the download service, both with the buildings: `(wfs, download)`."""

    def started(*archives: Published) -> tuple[Any, Any]:
        wfs = geopf({settlement.TYPE: (buildings, "batiment", "cleabs", 4326, "geometrie")}, rate=0)
        download = geopf_download(archives or [archive(published), archive(published, "2026-03-15")])
        endpoints(geopf_wfs=wfs.url, geopf_download=download.url)
        return wfs, download

    return started


def keys(result: ClipResult, table: str = "bdtopo_batiment") -> list[str]:
    return sorted(row.values["cleabs"] for row in read_gpkg(result.output, table))


def paths(server: Any) -> list[str]:
    return [exchange.path for exchange in server.log()]


def test_the_service_is_taken_for_a_small_territory_and_the_reason_is_said(served, clipped):
    _, download = served()
    result = clipped()
    assert keys(result) == EXPECTED
    row = recipe_of(result.output)["bdtopo_batiment"]
    assert row["source"].startswith("geopf_wfs:")
    assert "WFS" in row["why"]
    assert paths(download) == []
    (told,) = json.loads(result.report.read_text(encoding="utf-8"))["layers"]
    assert len(told["choice"]) == 2  # the way chosen, the way put aside


def test_the_archive_is_taken_where_it_costs_less_and_its_edition_is_the_newest(served, clipped, monkeypatch):
    monkeypatch.setattr(plans, "FEATURE_BYTES", 100_000_000)
    wfs, _ = served()
    result = clipped()
    assert keys(result) == EXPECTED
    row = recipe_of(result.output)["bdtopo_batiment"]
    assert (row["source"], row["edition"]) == ("geopf_download:BDTOPO|layername=batiment", "2026-06-15")
    assert {exchange.params.get("resulttype", "") for exchange in wfs.log()} <= {"", "hits"}  # asked, not read


@pytest.mark.parametrize(
    ("fault", "options"),
    [("status", {"status": 503}), ("html", {}), ("truncate", {"share": 0.5})],
    ids=["down", "a page of a proxy", "cut short"],
)
def test_the_archive_stands_in_for_a_service_that_fails(served, clipped, fault, options):
    wfs, _ = served()
    wfs.fault(fault, times=-1, **options)
    result = clipped()
    assert keys(result) == EXPECTED
    row = recipe_of(result.output)["bdtopo_batiment"]
    assert row["source"].startswith("geopf_download:")
    assert "failed" in row["why"]


def test_a_service_that_fails_half_way_leaves_nothing_of_its_edition(
    geopf, geopf_download, endpoints, clipped, buildings, tmp_path
):
    """The features of the archive are others: one of the service in the result would be a mixture."""
    rows = [(settlement.expected(SHAPE, COUNT)[key].wkt, f"N{key[1:]}") for key in EXPECTED]
    newer = write_gpkg(tmp_path / "newer.gpkg", "batiment", rows, {"cleabs": str}, kind=ogr.wkbMultiPolygon)
    wfs = geopf({settlement.TYPE: (buildings, "batiment", "cleabs", 4326, "geometrie")}, rate=0, cap=40)
    download = geopf_download([archive(newer)])
    endpoints(geopf_wfs=wfs.url, geopf_download=download.url)
    wfs.fault("html", times=-1, when={"startIndex": "40"})
    result = clipped()
    read = [each for each in wfs.log() if each.params.get("startindex") == "0" and each.status == 200]
    assert read  # a page of the service had come
    assert {key[0] for key in keys(result)} == {"N"}


def test_the_service_stands_in_for_an_archive_that_is_broken(served, clipped, published, monkeypatch):
    monkeypatch.setattr(plans, "FEATURE_BYTES", 100_000_000)
    whole = archive(published)
    served(replace(whole, content=whole.content[:-500] + b"\0" * 500))
    result = clipped()
    assert keys(result) == EXPECTED
    row = recipe_of(result.output)["bdtopo_batiment"]
    assert row["source"].startswith("geopf_wfs:")
    assert "not whole" in row["why"]


def test_every_way_failing_the_first_reason_is_told_and_the_file_is_intact(served, clipped, tmp_path):
    wfs, download = served()
    before = clipped().output.read_bytes()
    for server in (wfs, download):
        server.fault("html", times=-1)
    with pytest.raises(DataTerritoiresError) as raised:
        clipped()
    assert "web page" in raised.value.message
    assert date.today().strftime("%d/%m/%Y") in raised.value.hint  # what offline mode would give
    assert before == (tmp_path / "out.gpkg").read_bytes()


class TestKept:
    def test_offline_the_last_good_answer_is_used_and_said(self, served, clipped, monkeypatch):
        wfs, download = served()
        first = keys(clipped())
        wfs.clear()
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        result = clipped()
        (layer,) = result.layers
        assert (layer.status, keys(result)) == (Status.KEPT, first)
        row = recipe_of(result.output)["bdtopo_batiment"]
        assert (row["status"], row["date"]) == ("kept", date.today().isoformat())
        assert date.today().strftime("%d/%m/%Y") in row["message"]
        assert paths(wfs) == paths(download) == []

    def test_offline_without_an_answer_it_fails(self, served, clipped, monkeypatch):
        served()
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        with pytest.raises(DataTerritoiresError, match="offline"):
            clipped()

    def test_another_territory_has_no_answer(self, served, clipped, monkeypatch):
        served()
        clipped()
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        monkeypatch.setattr("tests.clip.test_ways.SHAPE", shapely.MultiPolygon([shapely.box(0, 0, 1, 1)]))
        with pytest.raises(DataTerritoiresError, match="offline"):
            clipped()

    def test_beside_a_layer_that_came_it_stands_in_for_one_that_did_not(self, geopf, endpoints, clipped, buildings):
        other = replace(load_catalogue().entry("bdtopo_reservoir"), ways=())
        entry = replace(load_catalogue().entry("bdtopo_batiment"), ways=())
        known = (buildings, "batiment", "cleabs", 4326, "geometrie")
        server = geopf({settlement.TYPE: known, other.layer: known}, rate=0)
        endpoints(geopf_wfs=server.url)
        clipped(entry, other)
        server.fault("status", times=-1, when={"typeNames": settlement.TYPE}, status=500)
        result = clipped(entry, other)
        assert [layer.status for layer in result.layers] == [Status.KEPT, Status.DONE]
        assert keys(result) == keys(result, other.id) == EXPECTED
        assert "500" in recipe_of(result.output)[entry.id]["message"]

    def test_nothing_is_kept_where_the_setting_says_so(self, served, clipped, monkeypatch, tmp_path):
        monkeypatch.setenv("DATA_TERRITOIRES_KEPT_MEGABYTES", "0")
        served()
        clipped()
        assert not (tmp_path / "cache" / "kept").exists()

    def test_the_oldest_answers_go_beyond_the_limit(self, served, clipped, monkeypatch, tmp_path):
        served()
        monkeypatch.setenv("DATA_TERRITOIRES_KEPT_MEGABYTES", "0.4")
        for east in (100, 200, 300, 400, 500):
            box = shapely.box(settlement.WEST, settlement.SOUTH, settlement.WEST + east, NORTH)
            monkeypatch.setattr("tests.clip.test_ways.SHAPE", shapely.MultiPolygon([box]))
            clipped()
        kept = list((tmp_path / "cache" / "kept").glob("*.gpkg"))
        assert 0 < sum(path.stat().st_size for path in kept) <= 400_000
        monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
        assert clipped().layers[0].status is Status.KEPT  # the latest one


@pytest.mark.parametrize(
    ("kind", "times", "options"),
    [("exception", 3, {}), ("status", 1, {"status": 400})],
    ids=["an exception with HTTP 200, each time it is asked again", "HTTP 400"],
)
def test_a_perimeter_that_the_service_refuses_is_read_by_its_box_and_cut_exactly(served, clipped, kind, times, options):
    wfs, _ = served()
    wfs.fault(kind, times, when={"resultType": "hits"}, **options)
    entry = replace(load_catalogue().entry("bdtopo_batiment"), ways=(), geometry_column="")
    result = clipped(entry)
    assert keys(result) == EXPECTED
    row = recipe_of(result.output)[entry.id]
    assert row["way"] == "bbox"
    assert "refused the perimeter" in row["why"]
    asked = [each.params["cql_filter"] for each in wfs.log() if "cql_filter" in each.params]
    assert [filter_.partition("(")[0] for filter_ in asked[: times + 1]] == [*["INTERSECTS"] * times, "BBOX"]


def test_a_refresh_asks_the_same_way_again_and_no_other(served, clipped):
    from data_territoires_plugin.clip import record

    wfs, _ = served()
    wfs.fault("status", times=-1, status=503)
    told = record.read(clipped().output)
    (entry,) = record._known(told.layers, load_catalogue())
    assert (entry.service, entry.layer, entry.ways) == ("geopf_download", "BDTOPO|layername=batiment", ())


def test_the_conditions_of_a_producer_are_in_the_metadata_of_the_layer(served, clipped):
    from qgis.core import QgsVectorLayer

    served()
    entry = replace(load_catalogue().entry("bdtopo_batiment"), ways=(), conditions="Ne pas réidentifier.")
    layer = QgsVectorLayer(f"{clipped(entry).output}|layername={entry.id}", "x", "ogr")
    (constraint,) = layer.metadata().constraints()
    assert (constraint.constraint, constraint.type) == ("Ne pas réidentifier.", "useConstraints")
