"""The download service of the Géoplateforme: feeds, archives by département, downloads that are cut."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsGeometry
from qgis.PyQt.QtXml import QDomDocument

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.errors import NetworkError, SourceError
from data_territoires_plugin.network import Pool
from data_territoires_plugin.sources import Area, Stage, Way, atom, downloads
from data_territoires_plugin.sources.downloads import fetched_in_pieces
from tests.clip.files import read_gpkg, write_gpkg
from tests.standins.archives import seven_zip
from tests.standins.geopf_download import Published

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qgis_app")

CRS = "EPSG:2154"
SQUARE = "MultiPolygon(((0 0,1000 0,1000 1000,0 1000,0 0)))"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def publication(tmp_path: Path):
    """`publication("035", "2026-06-15", {"A": 10, "B": 20})`: an archive of points at these eastings, by key."""

    def made(departement: str, edition: str, points: dict[str, float], **options: Any) -> Published:
        name = f"BDTOPO_3-5_TOUSTHEMES_GPKG_LAMB93_D{departement}_{edition}"
        rows = [(shapely.Point(east, 10).wkt, key) for key, east in points.items()]
        path = write_gpkg(tmp_path / f"{name}.gpkg", "batiment", rows, {"cleabs": str}, kind=ogr.wkbPoint)
        content = seven_zip({f"{name}/lisez-moi.txt": b"x", f"{name}/bd.gpkg": path.read_bytes()})
        return Published("BDTOPO", name, f"D{departement}", edition, content, **options)

    return made


@pytest.fixture
def read(geopf_download, endpoints, tmp_path):
    """`read([…], "35", "22")`: the plan, the keys read and the server."""

    def made(published: list[Published], *departements: str) -> tuple[Any, list[str], Any]:
        server = geopf_download(published)
        endpoints(geopf_download=server.url)
        communes = tuple(f"{code}001" for code in departements)
        crs = QgsCoordinateReferenceSystem(CRS)
        area = Area(QgsGeometry.fromWkt(SQUARE), crs, {"departement": departements, "commune": communes})
        (entry,) = load_catalogue().entry("bdtopo_batiment").ways
        feedback = QgsFeedback()
        with Pool(2) as pool:
            source = atom.GeopfDownload(pool)
            plan = source.plan(entry, area, feedback)
            batches = list(source.fetch(entry, area, plan, Stage(tmp_path / "stage", {}), feedback))
        keys = [row.values["cleabs"] for batch in batches for row in read_gpkg(batch.path, batch.table)]
        return plan, sorted(keys), server

    return made


def test_the_newest_edition_is_read_among_many_pages_in_alphabetical_order(publication, read):
    days = [f"20{year}-{month:02d}-15" for year in range(10, 25) for month in (3, 6, 9, 12)]
    old = [replace(publication("035", day, {"OLD": 1}), content=b"never downloaded") for day in days[:1]]
    old += [replace(old[0], name=old[0].name.replace(days[0], day), edition=day) for day in days[1:]]
    plan, keys, _ = read([*old, publication("035", "2026-06-15", {"A": 10, "B": 20})], "35")
    assert (plan.edition, keys) == ("2026-06-15", ["A", "B"])


def test_what_two_departements_both_hold_comes_once(publication, read):
    both = [publication("035", "2026-06-15", {"A": 10, "X": 30}), publication("022", "2026-06-15", {"X": 30, "C": 40})]
    plan, keys, _ = read(both, "35", "22")
    assert keys == ["A", "C", "X"]
    assert plan.way is Way.BBOX


def test_two_editions_are_never_mixed(publication, read):
    ours = [publication("035", edition, {edition: 10}) for edition in ("2026-03-15", "2026-06-15")]
    theirs = publication("022", "2026-03-15", {"C": 40})
    plan, keys, _ = read([*ours, theirs], "35", "22")
    assert (plan.edition, keys) == ("2026-03-15", ["2026-03-15", "C"])
    with pytest.raises(SourceError, match="no edition in common"):
        read([ours[1], theirs], "35", "22")


@pytest.mark.parametrize(("departement", "zone"), [("2A", "02A"), ("974", "974")])
def test_the_zone_of_a_departement_has_three_characters(publication, read, departement, zone):
    _, keys, _ = read([publication(zone, "2026-06-15", {"A": 10})], departement)
    assert keys == ["A"]


def test_volumes_are_put_together(publication, read):
    _, keys, server = read([publication("035", "2026-06-15", {"A": 10, "B": 20}, volume=900)], "35")
    assert keys == ["A", "B"]
    assert len([each for each in server.log() if "/download/" in each.path]) > 2


def test_a_departement_that_is_not_published_is_named(publication, read):
    with pytest.raises(SourceError, match="22"):
        read([publication("035", "2026-06-15", {"A": 10})], "35", "22")


def test_links_lead_nowhere_but_to_the_service_as_configured(publication, read):
    _, _, server = read([publication("035", "2026-06-15", {"A": 10})], "35")  # the feeds name data.geopf.fr
    assert [each.status for each in server.log()] == [200, 200, 206]


def test_the_recorded_feeds_are_read(shared):
    folder = shared / "recorded" / "geopf-telechargement"
    feeds = {}
    for name in ("resource-page", "subresource-page"):
        document = QDomDocument()
        document.setContent((folder / f"{name}.xml").read_bytes(), True)
        feeds[name] = document.documentElement()
    assert atom._count(feeds["resource-page"], "pagecount") == 27
    (item,) = atom._children(feeds["resource-page"], "entry")
    assert (atom._terms(item, "zone"), atom._terms(item, "format")) == ({"FRA"}, {"SHP"})
    assert atom._child(item, "editionDate") == "2023-05-03"
    (volume,) = atom.volumes_of(atom._children(feeds["subresource-page"], "entry"))
    assert volume.length == 50721560
    assert volume.path.endswith("/ADMIN-EXPRESS-COG_3-1__SHP_WGS84G_FRA_2023-05-03.7z")


class TestPieces:
    CONTENT = hashlib.sha512(b"x").digest() * 2000  # 128 000 bytes

    @pytest.fixture
    def large(self, geopf_download, monkeypatch):
        monkeypatch.setattr(downloads, "PIECE", 20_000)
        server = geopf_download([Published("P", "N", "D035", "2026-06-15", self.CONTENT)])
        return server, f"{server.url}/download/P/N/N.7z"

    def asked(self, server) -> list[str]:
        return [{name.lower(): value for name, value in each.headers.items()}.get("range", "") for each in server.log()]

    def test_it_comes_whole_and_is_not_asked_for_again(self, large):
        server, url = large
        kept = fetched_in_pieces(url, len(self.CONTENT), QgsFeedback())
        assert kept.file.read_bytes() == self.CONTENT
        assert len(server.log()) == 7
        fetched_in_pieces(url, len(self.CONTENT), QgsFeedback())
        assert len(server.log()) == 7

    def test_a_try_that_fails_leaves_what_came_for_the_next_one(self, large):
        server, url = large
        with pytest.raises(NetworkError):
            fetched_in_pieces(url, len(self.CONTENT), failing_after(server, 3))
        server.mend()
        before = len(self.asked(server))
        assert fetched_in_pieces(url, len(self.CONTENT), QgsFeedback()).file.read_bytes() == self.CONTENT
        assert self.asked(server)[before].startswith("bytes=60000-")

    def test_a_file_that_changed_meanwhile_is_not_pieced_together(self, large):
        server, url = large
        with pytest.raises(NetworkError):
            fetched_in_pieces(url, len(self.CONTENT), failing_after(server, 3))
        server.mend()
        server.fault("changed", times=-1)
        kept = fetched_in_pieces(url, len(self.CONTENT), QgsFeedback())
        assert kept.file.read_bytes() == self.CONTENT
        assert kept.etag.endswith('-2"')

    def test_a_size_that_is_not_the_announced_one_is_refused(self, large):
        _, url = large
        with pytest.raises(NetworkError, match="incomplete"):
            fetched_in_pieces(url, len(self.CONTENT) + 1, QgsFeedback())


def failing_after(server: Any, count: int) -> QgsFeedback:
    """A feedback that, asked before each piece, lets the service fail for good once it has given so many."""

    class Watching(QgsFeedback):
        def isCanceled(self) -> bool:
            if len(server.log()) >= count:
                server.fault("html", times=-1)
            return False

    return Watching()
