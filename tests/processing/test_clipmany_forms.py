"""The forms of a lot: the same features, one file per territory or not, in a database or not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsLayerMetadata,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRectangle,
    QgsVectorLayer,
)

from data_territoires_plugin.clip.assemble import write_styles
from data_territoires_plugin.clip.forms import Together, form_of
from data_territoires_plugin.geopackage import connect
from data_territoires_plugin.metadata.layer import write as write_metadata
from tests.clip.files import write_gpkg
from tests.publish.conftest import owner

if TYPE_CHECKING:
    from tests.servers.database import Postgis

__all__ = ["owner"]
LAYERS = ("admin_commune", "bdtopo_batiment", "cadastre_parcelle")
ASKED = {"TERRITORIES": "commune:00001,commune:00002,commune:00003", "LAYERS": ",".join(LAYERS), "CUT": "cut"}
PLACES = ["commune_00001", "commune_00002", "commune_00003"]


@pytest.fixture
def counts(run: Any, tmp_path: Path) -> dict[str, dict[str, int]]:
    """Territory → layer → features, in a GeoPackage per territory."""
    run("clipmany", **ASKED, OUTPUT_FOLDER=str(tmp_path / "each"))
    return {place: {name: rows(tmp_path / "each" / f"{place}.gpkg", name) for name in LAYERS} for place in PLACES}


def rows(path: Path, layer: str, where: str | None = None) -> int:
    """The features of a layer, by GDAL."""
    file = ogr.Open(str(path))
    table = file.GetLayerByName(layer)
    table.SetAttributeFilter(where)
    return sum(1 for feature in table if feature.GetGeometryRef() is not None)


def test_one_geopackage_says_of_each_row_its_territory(run: Any, tmp_path: Path, counts: Any) -> None:
    result = run("clipmany", **ASKED, FORM="one", OUTPUT_FOLDER=str(tmp_path / "one"))
    file = tmp_path / "one" / "territoires.gpkg"
    assert result["TERRITORIES_DONE"] == 3
    assert {path.name for path in (tmp_path / "one").iterdir()} == {"territoires.gpkg", "rapport.json"}
    for place in PLACES:
        assert {name: rows(file, name, f"dt_territoire = '{place}'") for name in LAYERS} == counts[place]
    opened = gdal.OpenEx(str(file), gdal.OF_VECTOR)
    for name in LAYERS:
        layer = opened.GetLayerByName(name)
        assert layer.GetFeatureCount() == sum(counts[place][name] for place in PLACES)
        checked = opened.ExecuteSQL(f"SELECT rtreecheck('rtree_{name}_geom')")
        assert checked.GetNextFeature().GetField(0) == "ok"
        opened.ReleaseResultSet(checked)
    assert opened.GetLayerByName("layer_styles").GetFeatureCount() == len(LAYERS)
    for name in LAYERS:  # what is said of a layer is said of all of it
        written = sum(counts[place][name] for place in PLACES)
        told = QgsVectorLayer(f"{file}|layername={name}", name, "ogr").metadata()
        assert f"written: {written};" in told.history()[0]
        box = told.extent().spatialExtents()[0].bounds.toRectangle()
        assert box == QgsRectangle(*(layer_extent(opened.GetLayerByName(name))))


def layer_extent(layer: ogr.Layer) -> tuple[float, float, float, float]:
    """West, south, east, north, from the features themselves."""
    west, east, south, north = layer.GetExtent(1)
    return west, south, east, north


def test_a_layer_that_the_first_territory_lacks_comes_with_its_style_and_metadata(tmp_path: Path) -> None:
    first, second = tmp_path / "first.gpkg", tmp_path / "second.gpkg"
    for path, names in ((first, ["a"]), (second, ["a", "b"])):
        for name in names:
            write_gpkg(path, name, [("POINT(1 1)", name)], {"nom": str}, kind=ogr.wkbPoint)
    for path, table in ((first, "a"), (second, "a"), (second, "b")):
        base = connect(path)
        write_styles(base, [(table, "admin_autre")])
        told = QgsLayerMetadata()
        told.setTitle(f"Titre de {table}")
        write_metadata(base, table, told)
        base.close()
    form = Together(tmp_path)
    form.made_in.mkdir()
    form.take("un", first)
    form.take("deux", second)
    draft = next(form.made_in.iterdir())
    assert rows(draft, "b", "dt_territoire = 'deux'") == 1
    layer = QgsVectorLayer(f"{draft}|layername=b", "b", "ogr")
    assert layer.metadata().title() == "Titre de b"
    assert layer.listStylesInDatabase()[0] == 1


@pytest.mark.parametrize("form", ["one", "fgb"])
def test_a_geopackage_of_an_earlier_lot_stays_whatever_the_form(run: Any, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "lot"
    folder.mkdir()
    theirs = {"commune_00001.gpkg": b"edited", "commune_00001_rapport.json": b"told"}
    for name, content in theirs.items():
        (folder / name).write_bytes(content)
    run("clipmany", **ASKED | {"TERRITORIES": "commune:00001"}, FORM=form, OUTPUT_FOLDER=str(folder))
    assert {name: (folder / name).read_bytes() for name in theirs} == theirs
    assert not list(folder.glob(".*"))


def test_what_somebody_has_put_in_the_folder_of_a_territory_stays(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "lot"
    asked = ASKED | {"TERRITORIES": "commune:00001", "FORM": "fgb", "OUTPUT_FOLDER": str(folder)}
    (folder / "commune_00001").mkdir(parents=True)
    (folder / "commune_00001" / "notes.odt").write_bytes(b"mine")
    # A folder with nothing of ours in it is not a territory that is done.
    for skip, written in ((True, True), (False, True), (True, False)):
        layer = folder / "commune_00001" / "admin_commune.fgb"
        before = layer.stat().st_mtime_ns if layer.exists() else 0
        assert run("clipmany", **asked, SKIP_EXISTING=skip)["TERRITORIES_DONE"] == 1
        assert (layer.stat().st_mtime_ns != before) == written
    assert {path.stem for path in layer.parent.glob("*.fgb")} == set(LAYERS)
    assert (layer.parent / "notes.odt").read_bytes() == b"mine"


@pytest.mark.parametrize(("form", "names"), [("gpkg", ("a b", "a_b")), ("fgb", ("Carré", "carré"))])
def test_two_territories_of_one_name_are_refused_before_anything_is_read(
    run: Any, tmp_path: Path, form: str, names: tuple[str, str]
) -> None:
    boxes = [
        f"POLYGON(({x} 6790000,{x + 900} 6790000,{x + 900} 6790900,{x} 6790900,{x} 6790000))" for x in (350000, 351000)
    ]
    perimeters = [(box, name) for box, name in zip(boxes, names, strict=True)]
    write_gpkg(tmp_path / "two.gpkg", "two", perimeters, {"nom": str}, kind=ogr.wkbPolygon)
    with pytest.raises(QgsProcessingException, match=names[1]):
        run("clipmany", PERIMETERS=str(tmp_path / "two.gpkg"), FIELD="nom", LAYERS="admin_commune", FORM=form,
            OUTPUT_FOLDER=str(tmp_path / "lot"))  # fmt: skip
    assert not (tmp_path / "lot").exists()


def test_a_lot_that_was_stopped_leaves_nothing_to_the_next_one(run: Any, tmp_path: Path, counts: Any) -> None:
    folder = tmp_path / "one"

    class Impatient(QgsProcessingFeedback):
        def isCanceled(self) -> bool:
            return (folder / ".lot" / ".together.gpkg").exists()

    with pytest.raises(QgsProcessingException):
        run("clipmany", feedback=Impatient(logFeedback=False), **ASKED, FORM="one", OUTPUT_FOLDER=str(folder))
    assert not list(folder.iterdir())
    run("clipmany", **ASKED, FORM="one", OUTPUT_FOLDER=str(folder))
    written = sum(counts[place]["admin_commune"] for place in PLACES)
    assert rows(folder / "territoires.gpkg", "admin_commune") == written


def test_a_territory_that_the_disk_refuses_is_told_and_the_others_go_on(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "lot"
    folder.mkdir()
    (folder / "commune_00002").write_bytes(b"a file where its folder should be")
    result = run("clipmany", **ASKED, FORM="fgb", OUTPUT_FOLDER=str(folder))
    assert (result["TERRITORIES_DONE"], result["TERRITORIES_FAILED"]) == (2, 1)
    told = json.loads(Path(result["REPORT"]).read_text(encoding="utf-8"))["territories"]
    assert [bool(one["message"]) for one in told] == [False, True, False]


def test_flatgeobuf_files_hold_the_same_features(run: Any, tmp_path: Path, counts: Any) -> None:
    run("clipmany", **ASKED, FORM="fgb", OUTPUT_FOLDER=str(tmp_path / "fgb"))
    for place in PLACES:
        found = {path.stem: rows(path, path.stem) for path in (tmp_path / "fgb" / place).iterdir()}
        assert found == counts[place]
    assert not list((tmp_path / "fgb").glob("*.gpkg"))
    again = run("clipmany", **ASKED, FORM="fgb", SKIP_EXISTING=True, OUTPUT_FOLDER=str(tmp_path / "fgb"))
    report = json.loads(Path(again["REPORT"]).read_text(encoding="utf-8"))
    assert all(territory["skipped"] for territory in report["territories"])
    assert [territory["output"] for territory in report["territories"]] == PLACES


@pytest.mark.skipif(gdal.GetDriverByName("Parquet") is not None, reason="this GDAL writes Parquet")
def test_a_format_that_gdal_does_not_have_is_refused_before_anything_is_read(run: Any, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="Parquet"):
        run("clipmany", **ASKED, FORM="parquet", OUTPUT_FOLDER=str(tmp_path / "lot"))
    assert not (tmp_path / "lot").exists()


def test_a_schema_per_territory_in_postgis_is_made_then_replaced(
    run: Any, tmp_path: Path, counts: Any, postgis: Postgis, owner: str
) -> None:
    base = f"dbname='{postgis.database}' host={postgis.host} port={postgis.port}"
    asked = {**ASKED, "FORM": "postgis", "CONNECTION": base, "AUTHCFG": owner, "OUTPUT_FOLDER": str(tmp_path / "pg")}
    for place in PLACES:
        postgis.run(f"DROP SCHEMA IF EXISTS {place} CASCADE")
    for _ in range(2):
        assert run("clipmany", **asked)["TERRITORIES_DONE"] == 3
        for place in PLACES:
            found = {name: postgis.rows(f"SELECT count(geom) FROM {place}.{name}")[0][0] for name in LAYERS}
            assert found == counts[place]
    (srid,) = postgis.rows("SELECT DISTINCT ST_SRID(geom) FROM commune_00001.bdtopo_batiment")[0]
    assert srid == 2154
    drafts = postgis.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE '%dt_draft'")
    assert drafts == []
    # What was built on a table is never taken away with it: that territory is told, and stays as it was.
    postgis.run("CREATE VIEW commune_00002.vue AS SELECT * FROM commune_00002.bdtopo_batiment")
    told = run("clipmany", **asked)
    assert (told["TERRITORIES_DONE"], told["TERRITORIES_FAILED"]) == (2, 1)
    assert postgis.rows("SELECT count(*) FROM commune_00002.vue")[0][0] == counts["commune_00002"]["bdtopo_batiment"]
    for place in PLACES:
        postgis.run(f"DROP SCHEMA {place} CASCADE")


def test_names_without_their_accents_still_tell_schemas_apart(postgis: Postgis, owner: str, tmp_path: Path) -> None:
    base = f"dbname='{postgis.database}' host={postgis.host} port={postgis.port}"
    form = form_of("postgis", tmp_path, base, owner)
    assert [form.called(name) for name in ("Île", "Âle", "Cœur")] == ["ile", "ale", "coeur"]


def test_a_schema_of_somebody_else_is_left_alone(run: Any, tmp_path: Path, postgis: Postgis, owner: str) -> None:
    base = f"dbname='{postgis.database}' host={postgis.host} port={postgis.port}"
    postgis.run("DROP SCHEMA IF EXISTS commune_00001 CASCADE; CREATE SCHEMA commune_00001")
    postgis.run("CREATE TABLE commune_00001.bdtopo_batiment AS SELECT 1 AS un")
    try:
        with pytest.raises(QgsProcessingException):
            run("clipmany", TERRITORIES="commune:00001", LAYERS="bdtopo_batiment", FORM="postgis", CONNECTION=base,
                AUTHCFG=owner, OUTPUT_FOLDER=str(tmp_path / "pg"))  # fmt: skip
        assert postgis.rows("SELECT un FROM commune_00001.bdtopo_batiment") == [(1,)]
    finally:
        postgis.run("DROP SCHEMA commune_00001 CASCADE")
