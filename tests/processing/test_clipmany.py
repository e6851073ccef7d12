"""Many territories at once: the same files as one clip after the other, and each source read once."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from tests.processing.batch import batch

if TYPE_CHECKING:
    from collections.abc import Callable

LAYERS = "bdtopo_batiment,bdtopo_troncon_de_route,admin_commune,urba_zone_urba"
COMMUNES = [f"0000{n}" for n in range(1, 7)]


def content(path: Path) -> dict[str, list[tuple]]:
    """Every table of features, without the numbers of rows."""
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tables = [name for (name,) in base.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")]
    found = {}
    for table in tables:
        names = [row[1] for row in base.execute(f'PRAGMA table_info("{table}")') if row[1] != "fid"]
        listed = ", ".join(f'"{name}"' for name in names)
        found[table] = sorted(base.execute(f'SELECT {listed} FROM "{table}"'), key=repr)
    return found


def file_of(path: Path, *, told: bool = False) -> dict[str, Any]:
    """What a file is beside its rows: counts, extents, sound indexes, triggers, styles, recipe, notes of its rows."""
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tables = [name for (name,) in base.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")]
    return {
        "counts": sorted(base.execute("SELECT * FROM gpkg_ogr_contents")),
        "extents": [pytest.approx(row, abs=1) if told else row for row in base.execute(
            "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name")],
        "indexes": [base.execute("SELECT rtreecheck(?)", (f"rtree_{name}_geom",)).fetchone() for name in tables],
        "indexed": [base.execute(f'SELECT count(*) FROM "rtree_{name}_geom"').fetchone() for name in sorted(tables)],
        "things": sorted(base.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")),
        "styles": sorted(base.execute("SELECT f_table_name, styleQML FROM layer_styles")),
        "recipe": base.execute("SELECT entry, source, edition, licence, written, status FROM dt_recipe").fetchall(),
        "metadata": base.execute("SELECT count(*) FROM gpkg_metadata").fetchone(),
        "digests": sorted(base.execute("SELECT entry, digest FROM dt_state")),
    }  # fmt: skip


@pytest.mark.parametrize("cut", ["entry", "cut"])
def test_each_territory_has_what_a_clip_of_its_own_gives(run: Any, tmp_path: Path, cut: str) -> None:
    result = run("clipmany", TERRITORIES="epci:000000001", COMMUNES=True, LAYERS=LAYERS, CUT=cut,
                 OUTPUT_FOLDER=str(tmp_path / "lot"))  # fmt: skip
    assert (result["TERRITORIES_DONE"], result["TERRITORIES_FAILED"]) == (6, 0)
    for code in COMMUNES[:2]:
        alone = run("clip", TERRITORY=f"commune:{code}", LAYERS=LAYERS, CUT=cut, OUTPUT=str(tmp_path / f"{code}.gpkg"))
        assert content(tmp_path / "lot" / f"commune_{code}.gpkg") == content(Path(alone["OUTPUT"]))
        assert file_of(tmp_path / "lot" / f"commune_{code}.gpkg") == file_of(Path(alone["OUTPUT"]), told=True)
    assert sorted(file.name for file in (tmp_path / "lot").iterdir()) == sorted(
        [*(f"commune_{code}{end}" for code in COMMUNES for end in (".gpkg", "_rapport.json")), "rapport.json"]
    )


def test_each_source_is_read_once_whatever_the_number_of_territories(
    run: Any, tmp_path: Path, geopf: Callable[..., Any], endpoints: Callable[..., Path]
) -> None:
    squares, source = tmp_path / "squares.gpkg", tmp_path / "source.gpkg"
    corners = [(350000 + 1000 * n, 6790000) for n in range(6)]
    boxes = [f"POLYGON(({x} {y},{x + 900} {y},{x + 900} {y + 900},{x} {y + 900},{x} {y}))" for x, y in corners]
    written(squares, "squares", "nom", [(f"carré {n}", box) for n, box in enumerate(boxes)])
    points = [(f"P{n}", f"POINT({350050 + 100 * n} 6790100)") for n in range(60)]
    written(source, "points", "cleabs", points)
    server = geopf({"BDTOPO_V3:points": (source, "points", "cleabs", 2154, "geom")})
    endpoints(geopf_wfs=server.url)
    catalogue = tmp_path / "a_soi.yaml"
    catalogue.write_text(
        "entries:\n  essai_points:\n    title: Points\n    abstract: Des points.\n    theme: bati\n    producer: IGN\n"
        "    service: geopf_wfs\n    layer: BDTOPO_V3:points\n    geometry: point\n    licence: lov2\n    key: cleabs\n"
        "    attribution: IGN\n    cut: within\n    cut_reason: Des points.\n    verified: false\n",
        encoding="utf-8",
    )
    result = run("clipmany", PERIMETERS=str(squares), FIELD="nom", LAYERS="essai_points", CATALOGUE=str(catalogue),
                 OUTPUT_FOLDER=str(tmp_path / "lot"))  # fmt: skip
    asked = [exchange for exchange in server.log() if exchange.params.get("request", "").lower() == "getfeature"]
    assert (result["TERRITORIES_DONE"], result["FEATURES"]) == (6, 9 * 6)
    assert len(asked) <= 3  # the number of features, and a page or two


def written(path: Path, table: str, field: str, rows: list[tuple[str, str]]) -> None:
    from osgeo import ogr, osr

    srs = osr.SpatialReference()
    srs.ImportFromEPSG(2154)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer(table, srs, ogr.wkbUnknown, ["GEOMETRY_NAME=geom"])
    layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for value, wkt in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(field, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)


def squares_of(path: Path) -> Path:
    """Two squares of the territory of the training kit's first commune."""
    from osgeo import ogr

    source = ogr.Open(str(path / "commune.gpkg"))
    west, _east, south, _north = source.GetLayer(0).GetExtent()
    corners = [(west + 500 + 800 * n, south + 500) for n in range(2)]
    boxes = [f"POLYGON(({x} {y},{x + 700} {y},{x + 700} {y + 700},{x} {y + 700},{x} {y}))" for x, y in corners]
    written(path / "squares.gpkg", "squares", "nom", [(f"carré {n}", box) for n, box in enumerate(boxes)])
    return path / "squares.gpkg"


def test_perimeters_of_a_file_do_in_a_batch_what_they_do_in_qgis(run: Any, tmp_path: Path) -> None:
    run("territory", TERRITORY="commune:00001", OUTPUT=str(tmp_path / "commune.gpkg"))
    asked = {"PERIMETERS": str(squares_of(tmp_path)), "FIELD": "nom", "LAYERS": "cadastre_parcelle"}
    done = batch("clipmany", **asked, OUTPUT_FOLDER=str(tmp_path / "lot"))
    assert (done.code, done.results.get("TERRITORIES_DONE")) == (0, 2), done.said


def test_a_field_that_the_perimeters_do_not_have_is_refused(run: Any, tmp_path: Path) -> None:
    run("territory", TERRITORY="commune:00001", OUTPUT=str(tmp_path / "commune.gpkg"))
    with pytest.raises(QgsProcessingException, match="nom"):
        run("clipmany", PERIMETERS=str(squares_of(tmp_path)), FIELD="libelle", LAYERS="cadastre_parcelle",
            OUTPUT_FOLDER=str(tmp_path / "lot"))  # fmt: skip
    assert not (tmp_path / "lot").exists()


def test_what_is_there_is_left_alone_when_asked(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "lot"
    asked = {"TERRITORIES": "commune:00001,commune:00002", "LAYERS": "admin_commune", "OUTPUT_FOLDER": str(folder)}
    run("clipmany", **asked)
    (folder / "commune_00001.gpkg").write_bytes(b"precious")
    (folder / "commune_00002.gpkg").unlink()
    result = run("clipmany", **asked, SKIP_EXISTING=True)
    assert result["TERRITORIES_DONE"] == 2
    assert (folder / "commune_00001.gpkg").read_bytes() == b"precious"
    assert content(folder / "commune_00002.gpkg")["admin_commune"]


def test_a_lot_that_is_stopped_leaves_what_is_done_and_no_litter(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "lot"

    class Impatient(QgsProcessingFeedback):
        def isCanceled(self) -> bool:
            return (folder / "commune_00001.gpkg").is_file()

    with pytest.raises(QgsProcessingException):
        run("clipmany", feedback=Impatient(logFeedback=False), TERRITORIES="epci:000000001", COMMUNES=True,
            LAYERS="admin_commune", OUTPUT_FOLDER=str(folder))  # fmt: skip
    assert content(folder / "commune_00001.gpkg")["admin_commune"]
    assert not [file for file in folder.iterdir() if file.name.startswith(".")]


@pytest.mark.parametrize("wrong", [{"TERRITORIES": "commune:99999"}, {"LAYERS": "no_such_layer"}, {"TERRITORIES": ""}])
def test_what_can_not_be_is_refused_before_anything_starts(run: Any, tmp_path: Path, wrong: dict[str, str]) -> None:
    asked = {"TERRITORIES": "commune:00001", "LAYERS": "admin_commune", "OUTPUT_FOLDER": str(tmp_path / "lot"), **wrong}
    with pytest.raises(QgsProcessingException):
        run("clipmany", **asked)
    assert not (tmp_path / "lot").exists()
