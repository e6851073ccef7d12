"""The documents of the Géoportail de l'urbanisme: listed, downloaded, opened; and all that goes wrong there."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest
import shapely
from osgeo import gdal, ogr
from qgis.core import QgsProcessingException, QgsVectorLayer

from tests.clip.files import write_gpkg
from tests.processing.running import provider, run
from tests.standins.gpu import GpuDocument

__all__ = ["provider", "run"]

PLU, PLUI, OLD = "a" * 32, "b" * 32, "c" * 32
RENNES_EPCI = "243500139"


def _archive(tmp_path: Path, *, more: dict[str, bytes] | None = None) -> bytes:
    """The zip of a small plan, as producers make them."""
    folder = tmp_path / "made"
    folder.mkdir(exist_ok=True)
    square = shapely.MultiPolygon([shapely.box(351_000, 6_789_000, 352_000, 6_790_000)]).wkt
    source = write_gpkg(folder / "plan.gpkg", "zones", [(square, "UA", "U")], {"LIBELLE": str, "TYPEZONE": str},
                        kind=ogr.wkbMultiPolygon)  # fmt: skip
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.VectorTranslate(str(folder / "35238_ZONE_URBA_20240215.shp"), str(source), layers=["zones"])
        gdal.VectorTranslate(str(folder / "DOC_URBA.dbf"), str(source), format="ESRI Shapefile", layers=["zones"],
                             geometryType="NONE")  # fmt: skip
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(folder.iterdir()):
            if path.suffix != ".gpkg":
                made.write(path, f"35238_PLU_20240215/Donnees_geographiques/{path.name}")
        made.writestr("35238_PLU_20240215/Pieces_ecrites/3_Reglement/35238_reglement_20240215.pdf", b"%PDF-1.4")
        for name, content in (more or {}).items():
            made.writestr(name, content)
    return body.getvalue()


@pytest.fixture
def gpu(catalogues, endpoints, tmp_path):
    """`gpu(archive=…)`: the Géoportail, with the PLU of Rennes, one of its past, and that of another place."""

    def start(archive=None, documents=None, **options):
        archive = _archive(tmp_path) if archive is None else archive
        known = documents or [
            GpuDocument(PLU, "35238_PLU_20240215", "DU_35238", archive, pieces={
                "35238_reglement_20240215.pdf": "https://example.org/r.pdf", "35238_padd.pdf": "https://example.org/p.pdf",
            }),
            GpuDocument("d" * 32, "35238_PLU_20190101", "DU_35238", archive, status="document.deleted"),
            GpuDocument("e" * 32, "29019_PLU_20190101", "DU_29019", archive),
        ]  # fmt: skip
        server = catalogues("gpu", known, **options)
        endpoints(gpu=server.url)
        return server

    return start


def _rows(path, table):
    with sqlite3.connect(path) as base:
        base.row_factory = sqlite3.Row
        return [dict(row) for row in base.execute(f'SELECT * FROM "{table}"')]


class TestTheList:
    def test_has_the_documents_in_force_of_the_commune_and_nothing_else(self, gpu, run):
        gpu()
        result = run("gpudocuments", TERRITORY="commune:35238", ACTION="list")
        (row,) = _rows(result["OUTPUT"], "documents")
        assert (row["id"], row["name"], row["date"], row["partition"]) == (
            PLU, "35238_PLU_20240215", "2024-02-15", "DU_35238",
        )  # fmt: skip
        assert result["COUNT"] == 1

    def test_of_servitudes_is_asked_by_the_partition_that_their_features_bear(self, gpu, run):
        sup = GpuDocument(
            PLUI,
            "172014607_SUP_69_AC1_20240101",
            "172014607_SUP_69_AC1",
            b"x",
            "SUP",
            grid={"name": "69", "title": "R"},
        )
        other = GpuDocument(OLD, "172014607_SUP_38_AC1_20240101", "172014607_SUP_38_AC1", b"x", "SUP")
        gpu(documents=[sup, other])
        result = run("gpudocuments", PARTITION="172014607_SUP_69_AC1, DU_69123", ACTION="list")
        assert [(row["id"], row["type"]) for row in _rows(result["OUTPUT"], "documents")] == [(PLUI, "SUP")]
        with pytest.raises(QgsProcessingException, match="no document in force for 172014607_SUP_01_AC1"):
            run("gpudocuments", PARTITION="172014607_SUP_01_AC1", ACTION="list")
        with pytest.raises(QgsProcessingException, match="one of the two"):
            run("gpudocuments", PARTITION="DU_35238", TERRITORY="commune:35238", ACTION="list")

    def test_has_the_plan_of_the_epci(self, gpu, run):
        gpu(documents=[GpuDocument(PLUI, f"{RENNES_EPCI}_PLUi_20191219", f"DU_{RENNES_EPCI}", b"x", "PLUi")])
        result = run("gpudocuments", TERRITORY="commune:35238", ACTION="list")
        assert [row["id"] for row in _rows(result["OUTPUT"], "documents")] == [PLUI]

    def test_has_the_plans_of_the_communes_that_merged(self, gpu, run):
        gpu(documents=[GpuDocument(OLD, "35112_PLU_20180101", "DU_35112", b"x")])  # merged into 35062
        result = run("gpudocuments", TERRITORY="commune:35062", ACTION="list")
        assert [row["partition"] for row in _rows(result["OUTPUT"], "documents")] == ["DU_35112"]

    def test_walks_up_the_grid_where_nothing_is_known(self, gpu, run):
        gpu(
            documents=[GpuDocument(PLUI, "200099999_PLUi_20240101", "DU_200099999", b"x", "PLUi")],
            parents={"35238": [{"name": "35", "title": "Ille-et-Vilaine"}, {"name": "200099999", "title": "Syndicat"}]},
        )
        assert run("gpudocuments", TERRITORY="commune:35238", ACTION="list")["COUNT"] == 1

    def test_that_is_long_is_read_to_its_end(self, gpu, run):
        gpu(documents=[GpuDocument(f"{n:032x}", "35238_PLU_20240215", "DU_35238", b"x") for n in range(205)])
        assert run("gpudocuments", TERRITORY="commune:35238", ACTION="list")["COUNT"] == 205

    def test_that_is_empty_says_what_it_may_mean(self, gpu, run):
        gpu(documents=[GpuDocument("e" * 32, "29019_PLU_20190101", "DU_29019", b"x")])
        with pytest.raises(QgsProcessingException, match="RNU"):
            run("gpudocuments", TERRITORY="commune:35238", ACTION="list")

    def test_of_a_departement_is_refused_before_anything_is_sent(self, gpu, run):
        server = gpu()
        with pytest.raises(QgsProcessingException, match="at most 150 communes"):
            run("gpudocuments", TERRITORY="departement:35", ACTION="list")
        assert server.log() == []


class TestTheDownload:
    def test_gives_styled_layers_and_the_pieces(self, gpu, run):
        gpu()
        result = run("gpudocuments", TERRITORY="commune:35238", ACTION="download")
        assert (result["LAYERS"], result["FILES"], result["FAILED"]) == (2, 1, 0)
        layer = QgsVectorLayer(f"{result['OUTPUT']}|layername=zone_urba", "zones", "ogr")
        assert layer.isValid()
        assert layer.featureCount() == 1
        assert layer.crs().authid() == "EPSG:2154"
        assert layer.loadDefaultStyle()[1]
        assert layer.renderer().type() != "singleSymbol"
        pieces = {row["name"]: row for row in _rows(result["OUTPUT"], "pieces")}
        assert Path(pieces["35238_reglement_20240215.pdf"]["path"]).read_bytes() == b"%PDF-1.4"
        assert pieces["35238_padd.pdf"]["url"] == "https://example.org/p.pdf"
        assert not pieces["35238_padd.pdf"]["path"]

    def test_finds_the_archive_where_it_has_moved(self, gpu, run):
        gpu(moved=True)
        assert run("gpudocuments", TERRITORY="commune:35238", ACTION="download")["LAYERS"] == 2

    def test_of_a_document_that_is_nowhere_gives_the_page_for_people(self, gpu, run):
        gpu(archive=b"")
        with pytest.raises(QgsProcessingException, match=f"/document/by-id/{PLU}"):
            run("gpudocuments", TERRITORY="commune:35238", ACTION="download")

    def test_of_a_truncated_archive_is_said_leaves_nothing_and_asks_anew(self, gpu, run, tmp_path):
        whole = _archive(tmp_path)
        server = gpu(archive=whole[: len(whole) // 2])
        with pytest.raises(QgsProcessingException, match="not whole"):
            run("gpudocuments", TERRITORY="commune:35238", ACTION="download")
        assert not (tmp_path / "result.gpkg").exists()
        assert not list((tmp_path / "result_pieces").rglob("*.*"))
        before = len([e for e in server.log() if "pack_plu2" in e.path])
        with pytest.raises(QgsProcessingException, match="not whole"):
            run("gpudocuments", TERRITORY="commune:35238", ACTION="download")
        assert len([e for e in server.log() if "pack_plu2" in e.path]) >= 2 * before

    @pytest.mark.parametrize("member", ["../../outside.pdf", "/etc/away.pdf"])
    def test_that_would_be_written_elsewhere_is_refused(self, gpu, run, tmp_path, member):
        gpu(archive=_archive(tmp_path, more={member: b"%PDF"}))
        with pytest.raises(QgsProcessingException, match=r"outside its folder|hors de son dossier"):
            run("gpudocuments", TERRITORY="commune:35238", ACTION="download")
        assert not list(tmp_path.rglob("outside.pdf"))
        assert not Path("/etc/away.pdf").exists()

    def test_beyond_the_limit_is_refused_before_it_is_fetched(self, gpu, run):
        server = gpu(archive=b"x" * 3_000_000)
        with pytest.raises(QgsProcessingException, match="3 MB"):
            run("gpudocuments", TERRITORY="commune:35238", ACTION="download", MAX_SIZE=1)
        assert sum(exchange.sent for exchange in server.log()) < 100_000

    def test_wants_to_know_which_where_there_are_several(self, gpu, run):
        gpu(documents=[GpuDocument(i * 32, f"35238_PLU_2024021{i}", "DU_35238", b"x") for i in "12"])
        with pytest.raises(QgsProcessingException, match="1" * 32):
            run("gpudocuments", TERRITORY="commune:35238", ACTION="download")
        with pytest.raises(QgsProcessingException, match="not a document of this territory"):
            run("gpudocuments", TERRITORY="commune:35238", ACTION="download", DOCUMENT="35238_PLU_1990")

    def test_of_real_documents_has_what_gdal_reads_in_them(self, shared, gpu, run):
        archive = (shared / "data/urba/gpu_41175_PLU_20140603.zip").read_bytes()
        grid = {"name": "41175", "title": "Pontlevoy"}
        gpu(documents=[GpuDocument(PLU, "41175_PLU_20140603", "DU_41175", archive, grid=grid)])
        result = run("gpudocuments", TERRITORY="commune:41175", ACTION="download")
        with gdal.ExceptionMgr(useExceptions=True):
            start = f"/vsizip/{shared}/data/urba/gpu_41175_PLU_20140603.zip/41175_PLU_20140603"
            for name in ("ZONE_URBA", "PRESCRIPTION_SURF", "PRESCRIPTION_LIN", "PRESCRIPTION_PCT"):
                source = gdal.OpenEx(f"{start}/Donnees_geographiques/{name}.shp")
                ours = gdal.OpenEx(result["OUTPUT"])
                there, here = source.GetLayer(0), ours.GetLayerByName(name.lower())
                assert there.GetFeatureCount() == here.GetFeatureCount() > 0
                assert there.GetExtent() == pytest.approx(here.GetExtent())
        assert result["LAYERS"] == 6
        assert result["FAILED"] == 0
