"""`dataterritoires:cogmigrate`, run by QGIS on tables as technicians have them."""

from __future__ import annotations

import csv
import gzip
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import gdal, ogr

if TYPE_CHECKING:
    from pathlib import Path


def written(path: Path, rows: list[str]) -> str:
    path.write_text("\n".join(["code,people", *rows, ""]), encoding="utf-8")
    path.with_suffix(".csvt").write_text('"String","Integer"\n', encoding="utf-8")
    return str(path)


def read(path: str) -> list[dict[str, Any]]:
    """The rows of a result, by GDAL."""
    file = gdal.OpenEx(path, gdal.OF_VECTOR)
    layer = file.GetLayer(0)
    return [row.items() | {"geometry": row.GetGeometryRef() and row.GetGeometryRef().ExportToWkt()} for row in layer]


@pytest.fixture
def table(tmp_path) -> str:
    """A commune that merged, one that didn't change, one that was split, one without its zero, an unknown one, none."""
    return written(tmp_path / "table.csv", ["35112,1", "35238,2", "85084,3", "1187,4", "99999,5", ",6"])


def migrated(
    run: Any, source: str, start: int = 2019, end: int = 2026, field: str = "code", **more: Any
) -> dict[str, Any]:
    return run("cogmigrate", INPUT=source, FIELD=field, FROM=start, TO=end, **more)


def test_the_fields_are_kept_and_each_row_says_its_new_code_its_movement_and_its_candidates(run, table):
    rows = read(migrated(run, table)["OUTPUT"])
    assert [row["people"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [(row["dt_code_new"], row["dt_movement"], row["dt_candidates"]) for row in rows] == [
        ("35062", "merged", None),
        ("35238", "unchanged", None),
        (None, "split", "85084,85165,85212"),
        ("01187", "merged", None),
        (None, "unknown", None),
        (None, "unknown", None),
    ]


def test_it_counts_what_is_certain_and_what_is_not_and_names_it(run, table):
    results = migrated(run, table)
    assert (results["MIGRATED"], results["UNRESOLVED"]) == (3, 3)
    assert "85084" in run.log
    assert "85165" in run.log
    assert "99999" in run.log


def test_every_commune_of_2019_arrives_in_2026(run, shared, tmp_path):
    with gzip.open(shared / "data" / "cog" / "communes_2026.csv.gz", "rt", encoding="utf-8") as file:
        today = {row["code"] for row in csv.DictReader(file) if row["type"] == "commune-actuelle"}
    with gzip.open(shared / "data" / "cog" / "communes_2019.csv.gz", "rt", encoding="utf-8") as file:
        codes = [row["code"] for row in csv.DictReader(file) if row["type"] == "commune-actuelle"]
    results = migrated(run, written(tmp_path / "communes.csv", [f"{code},0" for code in codes]))
    assert (results["MIGRATED"], results["UNRESOLVED"]) == (len(codes) - 4, 4)
    rows = read(results["OUTPUT"])
    arrived = [set((row["dt_code_new"] or row["dt_candidates"]).split(",")) for row in rows]
    assert len(arrived) == len(codes) == 35_064
    assert all(found and found <= today for found in arrived)
    assert {row["code"] for row in rows if row["dt_candidates"]} == {"14712", "15141", "60054", "85084"}


def test_numbers_are_read_as_codes_and_geometries_are_kept(run, tmp_path):
    driver = ogr.GetDriverByName("GPKG")
    file = driver.CreateDataSource(str(tmp_path / "points.gpkg"))
    layer = file.CreateLayer("points", geom_type=ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("insee", ogr.OFTInteger))
    row = ogr.Feature(layer.GetLayerDefn())
    row["insee"] = 1039
    row.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
    layer.CreateFeature(row)
    layer = file = None
    (found,) = read(migrated(run, str(tmp_path / "points.gpkg"), field="insee")["OUTPUT"])
    assert (found["insee"], found["dt_code_new"], found["geometry"]) == (1039, "01138", "POINT (1 2)")


def test_backwards_a_merged_commune_lists_those_it_was_made_of(run, tmp_path):
    source = written(tmp_path / "table.csv", ["35062,1"])
    (found,) = read(migrated(run, source, start=2026, end=2019)["OUTPUT"])
    assert (found["dt_code_new"], found["dt_movement"], found["dt_candidates"]) == (None, "merged", "35062,35112")


def test_a_field_that_holds_no_code_is_refused_before_anything_is_written(run, tmp_path):
    from qgis.core import QgsProcessingException

    source = written(tmp_path / "table.csv", ["Rennes,1", "Fougères,2"])
    with pytest.raises(QgsProcessingException, match="Rennes"):
        migrated(run, source, OUTPUT=str(tmp_path / "never.gpkg"))
    assert not (tmp_path / "never.gpkg").exists()


def test_an_unknown_field_or_year_is_refused(run, table):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="insee"):
        migrated(run, table, field="insee")
    with pytest.raises(QgsProcessingException):
        migrated(run, table, start=1900)


def test_it_stops_when_asked_to(run, table):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    feedback = QgsProcessingFeedback(logFeedback=False)
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Stopped"):
        migrated(run, table, feedback=feedback)
