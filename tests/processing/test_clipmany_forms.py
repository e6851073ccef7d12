"""The forms of a lot: the same features, one file per territory or not, in a database or not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProcessingException

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


def test_flatgeobuf_files_hold_the_same_features(run: Any, tmp_path: Path, counts: Any) -> None:
    run("clipmany", **ASKED, FORM="fgb", OUTPUT_FOLDER=str(tmp_path / "fgb"))
    for place in PLACES:
        found = {path.stem: rows(path, path.stem) for path in (tmp_path / "fgb" / place).iterdir()}
        assert found == counts[place]
    assert not list((tmp_path / "fgb").glob("*.gpkg"))
    again = run("clipmany", **ASKED, FORM="fgb", SKIP_EXISTING=True, OUTPUT_FOLDER=str(tmp_path / "fgb"))
    report = json.loads(Path(again["REPORT"]).read_text(encoding="utf-8"))
    assert all(territory["skipped"] for territory in report["territories"])


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
