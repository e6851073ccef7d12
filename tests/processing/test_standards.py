"""`dataterritoires:standards`, run by QGIS: the list that a technician, a model and a batch see."""

from __future__ import annotations

from osgeo import gdal

from data_territoires_plugin.standards import shelf


def _rows(path: str) -> list[dict]:
    file = gdal.OpenEx(path, gdal.OF_VECTOR)
    return [row.items() for row in file.GetLayer(0)]


def test_the_list_has_a_row_for_every_standard(run):
    outputs = run("standards")
    rows = _rows(outputs["OUTPUT"])
    assert outputs["COUNT"] == len(rows) == len(shelf.summaries())
    by_id = {row["id"]: row for row in rows}
    assert by_id["plu_2025"]["version"] == "2025"
    assert (by_id["plu_2025"]["tables"], by_id["plu_2025"]["fields"]) == (14, 129)
    assert by_id["pcrs_2.0"]["partial"]
    assert "PDF" in by_id["eclairage_exterieur_1.1"]["partial"], "no table of it is published but in a PDF"
    assert not by_id["plu_2025"]["partial"]
    assert all(row["title"] and row["source"] for row in rows)
