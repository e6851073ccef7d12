"""The algorithms as interface.md promises them: their names, parameters and outputs are other people's scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapely
from osgeo import ogr
from qgis.core import QgsApplication, QgsProcessingException, QgsVectorLayer

from data_territoires_plugin.paths import resources
from tests.clip.files import perimeter_file, read_gpkg, write_gpkg

PROMISED = {
    "territory": (
        {"TERRITORY", "BUFFER", "SIMPLIFY", "OUTPUT"},
        {"OUTPUT", "CODE", "NAME", "EDITION", "AREA", "COMMUNES"},
    ),
    "clip": (
        {"TERRITORY", "PERIMETER", "LAYERS", "CATALOGUE", "BUFFER", "CUT", "CRS", "OUTPUT"},
        {"OUTPUT", "REPORT", "LAYERS_DONE", "LAYERS_FAILED", "FEATURES", "BYTES"},
    ),
    "cliplayers": (
        {"INPUTS", "PERIMETER", "CUT", "OUTPUT"},
        {"OUTPUT", "REPORT", "LAYERS_DONE", "LAYERS_FAILED", "FEATURES", "BYTES"},
    ),
}


@pytest.mark.parametrize("name", PROMISED)
def test_an_algorithm_has_the_parameters_and_outputs_promised(provider, name):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"dataterritoires:{name}")
    parameters, outputs = PROMISED[name]
    known = {definition.name(): definition for definition in algorithm.parameterDefinitions()}
    assert known.keys() >= parameters
    assert {definition.name() for definition in algorithm.outputDefinitions()} >= outputs
    optional = algorithm.parameterDefinition("OUTPUT").Flag.FlagOptional
    for more in known.keys() - parameters:  # those we added
        assert known[more].flags() & optional or known[more].defaultValue() is not None
    assert algorithm.shortHelpString()
    assert algorithm.helpUrl().startswith("https://")
    assert algorithm.displayName() != name
    for definition in known.values():
        assert definition.description()


def test_the_cut_is_a_word(provider):
    for name in ("clip", "cliplayers"):
        cut = QgsApplication.processingRegistry().algorithmById(f"dataterritoires:{name}").parameterDefinition("CUT")
        assert cut.options() == ["entry", "cut", "whole", "within"]
        assert cut.usesStaticStrings()
        assert cut.defaultValue() == "entry"


@pytest.fixture
def kit(monkeypatch):
    """Offline: the training kit answers."""
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    return resources() / "training" / "kit.gpkg"


class TestTerritory:
    def test_is_the_contour_of_the_territory(self, run, kit, tmp_path):
        result = run("territory", TERRITORY="epci:000000001")
        (row,) = read_gpkg(Path(result["OUTPUT"]), "result")
        theirs = next(r.geometry for r in read_gpkg(kit, "admin_epci") if r.values["code_siren"] == "000000001")
        assert row.geometry.equals(theirs)
        assert (result["CODE"], result["COMMUNES"]) == ("000000001", 6)
        assert result["AREA"] == pytest.approx(theirs.area)
        assert "2026" in result["EDITION"]
        assert result["NAME"] == row.values["name"]

    def test_is_widened_and_simplified_at_will(self, run, kit):
        exact = run("territory", TERRITORY="commune:00001")["AREA"]
        wide = read_gpkg(Path(run("territory", TERRITORY="commune:00001", BUFFER=100)["OUTPUT"]), "result")[0].geometry
        theirs = next(r.geometry for r in read_gpkg(kit, "admin_commune") if r.values["code_insee"] == "00001")
        assert shapely.hausdorff_distance(wide.boundary, theirs.buffer(100, quad_segs=64).boundary) < 0.5
        simple = read_gpkg(Path(run("territory", TERRITORY="commune:00001", SIMPLIFY=50)["OUTPUT"]), "result")[
            0
        ].geometry
        assert shapely.get_num_coordinates(simple) < shapely.get_num_coordinates(theirs)
        assert shapely.hausdorff_distance(simple, theirs) <= 50
        assert exact == pytest.approx(theirs.area)

    def test_is_several_of_them_at_once(self, run, kit):
        result = run("territory", TERRITORY="commune:00001, commune:00002")
        parts = [r.geometry for r in read_gpkg(kit, "admin_commune") if r.values["code_insee"] in ("00001", "00002")]
        assert read_gpkg(Path(result["OUTPUT"]), "result")[0].geometry.equals(shapely.union_all(parts))
        assert (result["CODE"], result["COMMUNES"]) == ("00001,00002", 2)


class TestClip:
    def test_a_buffer_takes_what_is_around(self, run, kit):
        narrow = run("clip", TERRITORY="commune:00002", LAYERS="bdtopo_batiment", CUT="whole")["FEATURES"]
        wide = run("clip", TERRITORY="commune:00002", LAYERS="bdtopo_batiment", CUT="whole", BUFFER=500)["FEATURES"]
        assert wide > narrow > 0
        commune = next(r.geometry for r in read_gpkg(kit, "admin_commune") if r.values["code_insee"] == "00002").buffer(
            500
        )
        expected = sum(commune.intersects(row.geometry) for row in read_gpkg(kit, "bdtopo_batiment"))
        assert abs(wide - expected) <= 1  # the circle of a buffer is a polygon

    def test_a_drawing_on_the_land_of_the_kit_is_clipped_offline(self, run, kit, tmp_path):
        land = next(r.geometry for r in read_gpkg(kit, "admin_commune") if r.values["code_insee"] == "00002")
        drawing = perimeter_file(tmp_path / "drawing.gpkg", shapely.MultiPolygon([land.centroid.buffer(500)]).wkt)
        result = run("clip", PERIMETER=drawing, LAYERS="bdtopo_batiment,admin_commune", CUT="cut")
        assert result["LAYERS_DONE"] == 2
        assert result["FEATURES"] > 10

    def test_a_crs_of_ones_own(self, run, kit):
        result = run("clip", TERRITORY="commune:00002", LAYERS="bdtopo_batiment", CRS="EPSG:4326")
        layer = QgsVectorLayer(f"{result['OUTPUT']}|layername=bdtopo_batiment", "x", "ogr")
        assert layer.crs().authid() == "EPSG:4326"
        assert layer.featureCount() == run("clip", TERRITORY="commune:00002", LAYERS="bdtopo_batiment")["FEATURES"]

    def test_the_report_is_json(self, run, kit):
        result = run("clip", TERRITORY="commune:00002", LAYERS="bdtopo_batiment,admin_commune")
        report = json.loads(Path(result["REPORT"]).read_text(encoding="utf-8"))
        assert [layer["entry"] for layer in report["layers"]] == ["bdtopo_batiment", "admin_commune"]
        assert all(layer["why"] for layer in report["layers"])

    def test_what_is_read_from_the_kit_is_weighed(self, run, kit):
        whole = run("clip", TERRITORY="epci:000000001", LAYERS="bdtopo_batiment,rpg_codes_cultures")["BYTES"]
        part = run("clip", TERRITORY="commune:00002", LAYERS="bdtopo_batiment,rpg_codes_cultures")["BYTES"]
        assert 0 < part < whole < kit.stat().st_size
        rows = read_gpkg(kit, "bdtopo_batiment")
        assert whole > sum(len(shapely.to_wkb(row.geometry)) for row in rows)

    def test_a_theme_asked_on_the_training_land_does_not_fail_for_what_the_kit_does_not_have(self, run, kit):
        from data_territoires_plugin.catalogue import GeometryKind, load_catalogue

        theme = [one for one in load_catalogue().of_theme("urbanisme") if one.geometry is not GeometryKind.RASTER]
        with ogr.Open(str(kit)) as base:
            there = {base.GetLayer(at).GetName() for at in range(base.GetLayerCount())}
        absent = [one for one in theme if one.id not in there]
        assert absent
        result = run("clip", TERRITORY="commune:00002", LAYERS="urbanisme")
        assert (result["LAYERS_DONE"], result["LAYERS_FAILED"], result["LAYERS_ABSENT"]) == (
            len(theme) - len(absent), 0, len(absent),
        )  # fmt: skip
        assert all(one.title in run.log for one in absent)

    def test_a_layer_asked_by_its_name_fails_where_the_kit_does_not_have_it(self, run, kit):
        result = run("clip", TERRITORY="commune:00002", LAYERS="urbanisme,scot_scot")
        assert result["LAYERS_FAILED"] == 1
        assert "is not in the training kit" in run.log
        skipping = run("clip", TERRITORY="commune:00002", LAYERS="urba_zone_urba,scot_scot", SKIP_ABSENT=True)
        assert (skipping["LAYERS_DONE"], skipping["LAYERS_FAILED"], skipping["LAYERS_ABSENT"]) == (1, 0, 1)
        with pytest.raises(QgsProcessingException, match="Not in the kit"):
            run("clip", TERRITORY="commune:00002", LAYERS="scot_scot", SKIP_ABSENT=True)

    def test_backgrounds_alone_are_refused(self, run, kit):
        with pytest.raises(QgsProcessingException, match="background"):
            run("clip", TERRITORY="commune:00002", LAYERS="fond_plan_ign")


def test_the_selected_polygons_alone_clip(run, tmp_path):
    import processing

    squares = [f"MULTIPOLYGON((({x} 0,{x + 50} 0,{x + 50} 50,{x} 50,{x} 0)))" for x in (350_000, 350_100)]
    source = perimeter_file(
        tmp_path / "squares.gpkg", *[s.replace(" 0", " 6790000").replace(" 50", " 6790050") for s in squares]
    )
    layer = QgsVectorLayer(source, "squares", "ogr")
    layer.selectByIds([next(layer.getFeatures()).id()])
    points = write_gpkg(
        tmp_path / "p.gpkg", "p", [(f"POINT({x} 6790020)", str(x)) for x in (350_020, 350_120)], kind=ogr.wkbPoint
    )
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    QgsProject.instance().addMapLayer(layer)
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    output = tmp_path / "o.gpkg"
    processing.run("dataterritoires:cliplayers", {"INPUTS": [str(points)], "PERIMETER": chosen, "OUTPUT": str(output)})
    QgsProject.instance().removeMapLayer(layer.id())
    assert [row.values["name"] for row in read_gpkg(output, "p")] == ["350020"]


SQUARE = "MULTIPOLYGON(((350000 6790000,350000 6792000,352000 6792000,352000 6790000,350000 6790000)))"


class TestLayersWithNothingInThePerimeter:
    @pytest.fixture
    def perimeter(self, tmp_path):
        return perimeter_file(tmp_path / "perimeter.gpkg", SQUARE)

    def layer(self, tmp_path, name, *wkt, epsg=2154):
        path = tmp_path / f"{name}.gpkg"
        write_gpkg(path, name, [(each, "a") for each in wkt], epsg=epsg)
        return f"{path}|layername={name}"

    def test_the_layer_its_crs_and_how_far_it_lies_are_said(self, run, perimeter, tmp_path):
        far = self.layer(tmp_path, "loin", "POINT(350000 6892000)")
        near = self.layer(tmp_path, "dedans", "POINT(351000 6791000)")
        result = run("cliplayers", INPUTS=[far, near], PERIMETER=perimeter)
        assert (result["LAYERS_DONE"], result["LAYERS_FAILED"], result["FEATURES"]) == (2, 0, 1)
        assert "loin: no feature in the perimeter: the layer lies 100." in run.log  # 100 km of Lambert-93
        assert "EPSG:2154" in run.log
        assert "Nothing at all" not in run.log

    def test_around_but_not_inside(self, run, perimeter, tmp_path):
        around = self.layer(tmp_path, "autour", "POINT(340000 6780000)", "POINT(360000 6800000)")
        run("cliplayers", INPUTS=[around], PERIMETER=perimeter)
        assert "there are some around it" in run.log
        assert "Nothing at all was clipped" in run.log

    def test_a_wrong_crs_and_an_empty_layer(self, run, perimeter, tmp_path):
        metres = self.layer(tmp_path, "metres", "POINT(351000 6791000)", epsg=4326)  # Lambert-93 taken for degrees
        empty = self.layer(tmp_path, "vide")
        result = run("cliplayers", INPUTS=[metres, empty], PERIMETER=perimeter)
        assert result["FEATURES"] == 0
        assert "metres: no feature in the perimeter; its coordinates are not those of its CRS (EPSG:4326" in run.log
        assert "vide: the layer is empty." in run.log
