"""Grist: a table clipped as a layer, and chosen fields of chosen features written back, nothing else."""

from __future__ import annotations

import json

import pytest
import shapely
from osgeo import ogr
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

from tests.accounts import account
from tests.clip.files import perimeter_file, read_gpkg, recipe_of, write_gpkg
from tests.processing.running import provider, run

__all__ = ["provider", "run"]

DOCUMENT = "docAbC123"
COLUMNS = {
    "code": "Text",
    "nom": "Text",
    "lat": "Numeric",
    "lon": "Numeric",
    "note": "Text",
    "vu": "Date",
    "ok": "Bool",
}
BANCS = [
    {"code": "B1", "nom": "Place", "lat": 48.11, "lon": -1.68, "note": "à garder", "vu": 1561507200, "ok": True},
    {"code": "B2", "nom": "Quai", "lat": 48.12, "lon": -1.67, "note": "secret", "vu": None, "ok": False},
    {"code": "B3", "nom": "Gare", "lat": 45.00, "lon": 3.00, "note": "loin", "vu": None, "ok": None},
]


@pytest.fixture
def grist(catalogues, endpoints):
    """`grist(tables, key=…)`: Grist, and the benches in it."""

    def start(tables=None, **options):
        server = catalogues("grist", tables or {"Bancs": (COLUMNS, BANCS)}, **options)
        endpoints(grist=server.url)
        return server

    return start


@pytest.fixture
def layer(tmp_path):
    """The benches as a layer, whose names have changed for the first two."""
    rows = [("POINT(351000 6789000)", code, name, "ne pas envoyer") for code, name in
            (("B1", "Place de la Mairie"), ("B2", "Quai Vilaine"), ("B3", "Gare"))]  # fmt: skip
    path = write_gpkg(tmp_path / "bancs.gpkg", "bancs", rows, {"code": str, "nom": str, "note": str}, kind=ogr.wkbPoint)
    return QgsVectorLayer(f"{path}|layername=bancs", "bancs", "ogr")


def _sent(server):
    return [json.loads(e.body)["records"] for e in server.log() if e.method in ("PATCH", "POST")]


def _entry(tmp_path, layer=f"{DOCUMENT}/Bancs", geometry="point"):
    keys = {"title": "Bancs", "abstract": "Bancs", "theme": "equipements", "producer": "Ville", "service": "grist",
            "layer": layer, "geometry": geometry, "licence": "lov2", "attribution": "Ville", "cut": "whole",
            "cut_reason": "point"}  # fmt: skip
    path = tmp_path / "mine.yaml"
    path.write_text("\n".join(["entries:", "  bancs:", *(f"    {k}: {v}" for k, v in keys.items())]), encoding="utf-8")
    return str(path)


class TestReading:
    @pytest.fixture
    def rennes(self, tmp_path):
        return perimeter_file(
            tmp_path / "land.gpkg",
            "POLYGON((345000 6780000,360000 6780000,360000 6800000,345000 6800000,345000 6780000))",
        )

    def test_a_table_with_coordinates_is_a_layer(self, grist, run, rennes, tmp_path):
        grist()
        result = run("clip", PERIMETER=rennes, LAYERS="bancs", CATALOGUE=_entry(tmp_path))
        rows = {row.values["code"]: row.values for row in read_gpkg(result["OUTPUT"], "bancs")}
        assert rows.keys() == {"B1", "B2"}
        assert str(rows["B1"]["vu"])[:10] == "2019-06-26"
        assert rows["B1"]["note"] == "à garder"

    def test_a_table_of_codes_of_communes_is_drawn_by_their_contours(self, grist, geopf, endpoints, run, tmp_path):
        """Codes as Text, with one that has lost nothing, one unknown, one empty, and a commune that comes twice."""
        codes = ["35238", "35047", "35047", "01001", "99999", ""]
        rows = [{"code_insee": code, "nom": f"projet {at}", "montant": 10.5 * at} for at, code in enumerate(codes)]
        grist({"Projets": ({"code_insee": "Text", "nom": "Text", "montant": "Numeric"}, rows)})
        boxes = {"35238": shapely.box(350_000, 6_790_000, 352_000, 6_792_000),
                 "35047": shapely.box(352_000, 6_790_000, 354_000, 6_792_000),
                 "01001": shapely.box(860_000, 6_570_000, 862_000, 6_572_000)}  # fmt: skip
        path = write_gpkg(
            tmp_path / "communes.gpkg", "commune",
            [(shapely.MultiPolygon([box]).wkt, f"C{code}", code) for code, box in boxes.items()],
            {"cleabs": str, "code_insee": str}, kind=ogr.wkbMultiPolygon,
        )  # fmt: skip
        wfs = geopf({"ADMINEXPRESS-COG.LATEST:commune": (path, "commune", "cleabs", 2154, "geometrie")}, rate=0)
        endpoints(geopf_wfs=wfs.url)
        mine = _entry(tmp_path, f"{DOCUMENT}/Projets", "any")
        result = run("clip", TERRITORY="commune:35238,commune:35047", LAYERS="bancs", CATALOGUE=mine)
        found = [row for row in read_gpkg(result["OUTPUT"], "bancs") if row.geometry is not None]
        assert sorted((row.values["code_insee"], row.values["nom"]) for row in found) == [
            ("35047", "projet 1"), ("35047", "projet 2"), ("35238", "projet 0"),
        ]  # fmt: skip
        for row in found:
            assert row.geometry.symmetric_difference(boxes[row.values["code_insee"]]).area < 1
        (line,) = recipe_of(result["OUTPUT"]).values()
        assert "drawn by the contours of the communes, field code_insee" in line["why"]
        assert "Grist" in line["why"]

    def test_a_table_that_does_not_exist_is_said_in_the_words_of_grist(self, grist, run, rennes, tmp_path):
        grist()
        with pytest.raises(QgsProcessingException):
            run("clip", PERIMETER=rennes, LAYERS="bancs", CATALOGUE=_entry(tmp_path, f"{DOCUMENT}/Licornes"))
        assert "Licornes" in run.log


class TestWriting:
    def test_a_dry_run_sends_nothing_and_counts(self, grist, run, layer):
        server = grist()
        result = run("gristwrite", INPUT=layer, TABLE=f"{DOCUMENT}/Bancs", KEY="code", FIELDS=["nom"])
        assert (result["CHANGED"], result["UNCHANGED"], result["VERIFIED"]) == (2, 1, 0)
        assert _sent(server) == []

    def test_only_these_fields_of_the_selected_features_leave(self, grist, run, layer):
        server = grist()
        layer.selectByExpression("code = 'B2'")
        QgsProject.instance().addMapLayer(layer)
        chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        result = run("gristwrite", INPUT=chosen, TABLE=f"{DOCUMENT}/Bancs", KEY="code", FIELDS=["nom"], DRY_RUN=False)
        QgsProject.instance().takeMapLayer(layer)
        assert _sent(server) == [[{"id": 2, "fields": {"nom": "Quai Vilaine"}}]]
        assert (result["CHANGED"], result["VERIFIED"]) == (1, 1)

    def test_a_second_time_nothing_is_left_to_send(self, grist, run, layer):
        server = grist()
        asked = {"INPUT": layer, "TABLE": f"{DOCUMENT}/Bancs", "KEY": "code", "FIELDS": ["nom"], "DRY_RUN": False}
        assert run("gristwrite", **asked)["CHANGED"] == 2
        server.clear()
        assert (run("gristwrite", **asked)["CHANGED"], _sent(server)) == (0, [])

    def test_rows_that_are_not_there_are_named_or_added_where_asked(self, grist, run, layer):
        server = grist({"Bancs": (COLUMNS, BANCS[:1])})
        asked = {"INPUT": layer, "TABLE": f"{DOCUMENT}/Bancs", "KEY": "code", "FIELDS": ["nom"], "DRY_RUN": False}
        assert run("gristwrite", **asked)["ABSENT"] == 2
        assert "B3" in run.log
        result = run("gristwrite", **asked, ADD=True)
        assert (result["ADDED"], result["CHANGED"]) == (2, 0)
        assert _sent(server)[-1][-1] == {"fields": {"nom": "Gare", "code": "B3"}}

    def test_many_rows_go_in_batches(self, grist, run, tmp_path):
        rows = [{"code": f"B{n}", "nom": "x"} for n in range(1200)]
        server = grist({"Bancs": ({"code": "Text", "nom": "Text"}, rows)})
        path = write_gpkg(tmp_path / "many.gpkg", "many", [(None, f"B{n}", "y" * 1500) for n in range(1200)],
                          {"code": str, "nom": str}, kind=ogr.wkbNone)  # fmt: skip
        result = run(
            "gristwrite", INPUT=str(path), TABLE=f"{DOCUMENT}/Bancs", KEY="code", FIELDS=["nom"], DRY_RUN=False
        )
        assert (result["CHANGED"], result["VERIFIED"]) == (1200, 1200)
        assert [len(batch) for batch in _sent(server)] == [500, 500, 200]

    def test_what_grist_did_not_keep_is_a_failure(self, grist, run, layer):
        grist().fault("lose")
        with pytest.raises(QgsProcessingException, match="1 of 2"):
            run("gristwrite", INPUT=layer, TABLE=f"{DOCUMENT}/Bancs", KEY="code", FIELDS=["nom"], DRY_RUN=False)

    def test_a_field_that_the_table_has_not_is_refused_before_anything_is_sent(self, grist, run, layer):
        server = grist({"Bancs": ({"code": "Text"}, [{"code": "B1"}])})
        with pytest.raises(QgsProcessingException, match="no column nom"):
            run("gristwrite", INPUT=layer, TABLE=f"{DOCUMENT}/Bancs", KEY="code", FIELDS=["nom"], DRY_RUN=False)
        assert _sent(server) == []

    def test_a_key_twice_in_the_table_is_refused(self, grist, run, layer):
        server = grist({"Bancs": (COLUMNS, [BANCS[0], BANCS[0]])})
        with pytest.raises(QgsProcessingException, match="Two rows"):
            run("gristwrite", INPUT=layer, TABLE=f"{DOCUMENT}/Bancs", KEY="code", FIELDS=["nom"], DRY_RUN=False)
        assert _sent(server) == []

    def test_with_a_key_of_the_authentication_manager(self, grist, run, layer, qgis_app):
        grist(key="abc")
        asked = {"INPUT": layer, "TABLE": f"{DOCUMENT}/Bancs", "KEY": "code", "FIELDS": ["nom"]}
        with pytest.raises(QgsProcessingException):
            run("gristwrite", **asked)
        with account("APIHeader", Authorization="Bearer abc") as authcfg:
            assert run("gristwrite", **asked, AUTHCFG=authcfg)["CHANGED"] == 2
