"""A clipped GeoPackage refreshed from a service over HTTP: what changes, what stays, what is never lost."""

from __future__ import annotations

import shutil

import pytest
import shapely

from tests.clip.files import read_gpkg, recipe_of
from tests.clip.refreshing import BUILDING, DISTRICT, NEW, TREE, World, X, Y, digest, report_of, square, town, world

__all__ = ["world"]


# ------------------------------------------------------------------------------------------------ asking
def test_an_unchanged_layer_costs_two_small_requests_at_most(world: World):
    world.layers = BUILDING
    world.clip()
    world.server.clear()
    outputs = world.refresh()
    asked = [exchange for exchange in world.server.log() if "BDTOPO_V3:batiment" in str(exchange.params)]
    assert 1 <= len(asked) <= 2
    assert sum(exchange.sent for exchange in asked) < 4000
    assert (outputs["LAYERS_UNCHANGED"], outputs["ADDED"], outputs["REMOVED"], outputs["MODIFIED"]) == (1, 0, 0, 0)
    assert report_of(outputs)[BUILDING]["read_again"] is False


def test_features_without_a_date_do_not_hide_the_most_recent_one(world: World):
    world.layers = BUILDING
    world.buildings["BATIMENT0003"][3] = None
    world.publish()
    world.clip()
    world.server.clear()
    assert report_of(world.refresh())[BUILDING]["read_again"] is False
    assert len(world.server.log()) == 2
    world.buildings["BATIMENT0007"][2:] = [99.0, NEW]
    world.publish()
    assert world.refresh()["MODIFIED"] == 1


def test_a_layer_without_a_date_is_read_again_and_found_unchanged(world: World):
    outputs = world.refresh()
    layers = report_of(outputs)
    assert outputs["LAYERS_UNCHANGED"] == 3
    assert [layers[name]["read_again"] for name in (BUILDING, TREE, DISTRICT)] == [False, True, True]


def test_the_second_refresh_knows_the_most_recent_date_of_the_service(world: World):
    # The most recent building lies beyond the perimeter, within what the service is asked for.
    world.buildings["BATIMENT9999"] = [square(1002, 500), "Maison", 3.0, NEW]
    world.publish()
    assert report_of(world.refresh())[BUILDING]["read_again"] is True
    world.server.clear()
    assert report_of(world.refresh())[BUILDING]["read_again"] is False


# ------------------------------------------------------------------------------------------------ changes
def test_the_file_and_the_counts_are_those_of_an_independent_comparison(world: World):
    before = world.listing()
    del world.buildings["BATIMENT0001"], world.buildings["BATIMENT0002"]
    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.buildings["BATIMENT0011"][0], world.buildings["BATIMENT0011"][3] = square(900, 900), NEW
    world.buildings["BATIMENT0012"] = [square(850, 900), "Serre", 2.0, NEW]
    world.buildings |= {f"BATIMENT1{n:03d}": [square(40 + 12 * n, 300), "Maison", 1.0, NEW] for n in range(5)}
    del world.trees["A3"]
    world.districts[1] = [square(-200, 650, 700), "Nord"]
    world.publish()
    outputs = world.refresh()
    after = world.listing()
    again = world.folder / "again.gpkg"
    world.run(
        "clip", PERIMETER=f"{world.folder}/perimeter.gpkg|layername=perimeter", LAYERS=world.layers,
        CATALOGUE=world.catalogue, OUTPUT=str(again),
    )  # fmt: skip
    assert after == {
        row.values["cleabs"]: (row.values["nature"], row.values["hauteur"], row.geometry.normalize().wkb)
        for row in read_gpkg(again, BUILDING)
    }
    told = report_of(outputs)[BUILDING]
    assert told["added"] == len(after.keys() - before.keys()) == 5
    assert told["removed"] == len(before.keys() - after.keys()) == 2
    both = after.keys() & before.keys()
    assert told["modified"] == sum(before[key] != after[key] for key in both) == 3
    assert told["modified_geometry"] == sum(before[key][2] != after[key][2] for key in both) == 2
    assert told["fields"] == {"date_modification": 3, "hauteur": 2, "nature": 1}
    # Without a key, a district that moves is one less and one more.
    assert (outputs["ADDED"], outputs["REMOVED"], outputs["MODIFIED"]) == (5 + 1, 2 + 1 + 1, 3)
    assert recipe_of(world.file)[BUILDING]["announced"] == recipe_of(again)[BUILDING]["announced"]


def test_the_changes_are_layers_with_a_style_per_entry_and_kind(world: World):
    del world.buildings["BATIMENT0001"]
    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.buildings["BATIMENT0011"][0], world.buildings["BATIMENT0011"][3] = square(180.5, 33), NEW
    world.buildings["BATIMENT5000"] = [square(40, 400), "Maison", 1.0, NEW]
    world.publish()
    moved_from = shapely.from_wkt(town()["BATIMENT0011"][0])
    outputs = world.refresh()
    from qgis.core import QgsVectorLayer

    counts = {"added": 1, "removed": 1, "attributes": 2, "geometry": 1}
    for kind, count in counts.items():
        layer = QgsVectorLayer(f"{outputs['CHANGES']}|layername={BUILDING}_{kind}", kind, "ogr")
        assert layer.isValid()
        assert layer.featureCount() == count
        assert len({feature["cleabs"] for feature in layer.getFeatures()}) == count
        assert layer.loadDefaultStyle()[1]
        assert layer.crs().authid() == "EPSG:2154"
    path = world.folder / "socle_evolutions.gpkg"
    [(metres,)] = world.sql(f"SELECT dt_metres FROM {BUILDING}_geometry", path=path)
    moved_to = shapely.from_wkt(world.buildings["BATIMENT0011"][0])
    assert metres == pytest.approx(shapely.hausdorff_distance(moved_from, moved_to), abs=0.01)
    [(before, now)] = world.sql(
        "SELECT before, after FROM dt_changes WHERE kind = 'attributes' AND key = 'BATIMENT0010' AND field = 'hauteur'",
        path=path,
    )
    assert (float(before), float(now)) == (4.0, 50.0)
    page = (world.folder / "socle_evolutions.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "BATIMENT5000" in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


# ------------------------------------------------------------------------------------------------ the technician's own
def test_columns_rows_and_views_of_the_technician_are_kept(world: World):
    world.sql(f"ALTER TABLE {BUILDING} ADD COLUMN diagnostic TEXT")
    world.sql(f"UPDATE {BUILDING} SET diagnostic = 'amiante' WHERE cleabs IN ('BATIMENT0004', 'BATIMENT0010')")
    world.sql(f"INSERT INTO {BUILDING} (cleabs, nature, diagnostic) VALUES (NULL, 'Abri', 'levé 2025')")
    world.sql(f"INSERT INTO {BUILDING} (cleabs, nature, dt_cut) VALUES ('MOI-1', 'Local', 0)")
    world.sql(f"CREATE VIEW hauts AS SELECT cleabs, diagnostic FROM {BUILDING} WHERE hauteur > 20")
    world.sql("CREATE TABLE suivi (cleabs TEXT, note TEXT)")
    world.sql("INSERT INTO suivi VALUES ('BATIMENT0010', 'à voir')")
    ids = dict(world.sql(f"SELECT cleabs, fid FROM {BUILDING} WHERE cleabs IS NOT NULL"))
    del world.buildings["BATIMENT0001"]
    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.publish()
    outputs = world.refresh()
    assert world.sql("SELECT * FROM hauts") == [("BATIMENT0010", "amiante")]
    assert world.sql("SELECT * FROM suivi") == [("BATIMENT0010", "à voir")]
    kept = world.sql(f"SELECT cleabs FROM {BUILDING} WHERE diagnostic = 'amiante' ORDER BY 1")
    assert kept == [("BATIMENT0004",), ("BATIMENT0010",)]
    assert world.sql(f"SELECT nature, diagnostic FROM {BUILDING} WHERE cleabs IS NULL") == [("Abri", "levé 2025")]
    assert world.sql(f"SELECT count(*) FROM {BUILDING} WHERE cleabs = 'MOI-1'") == [(1,)]
    now = dict(world.sql(f"SELECT cleabs, fid FROM {BUILDING} WHERE cleabs IS NOT NULL"))
    assert now == {key: fid for key, fid in ids.items() if key != "BATIMENT0001"}
    told = report_of(outputs)[BUILDING]
    assert (told["local_rows"], told["local_columns"]) == (2, ["diagnostic"])
    # And again: the rows are still known for the technician's.
    del world.buildings["BATIMENT0002"]
    world.publish()
    assert report_of(world.refresh())[BUILDING]["local_rows"] == 2
    assert world.sql(f"SELECT count(*) FROM {BUILDING} WHERE cleabs = 'MOI-1' OR cleabs IS NULL") == [(2,)]


def test_a_feature_gone_from_the_source_is_kept_for_what_was_written_in_it(world: World):
    world.sql(f"ALTER TABLE {BUILDING} ADD COLUMN diagnostic TEXT")
    world.sql(f"UPDATE {BUILDING} SET diagnostic = 'amiante' WHERE cleabs = 'BATIMENT0004'")
    del world.buildings["BATIMENT0004"], world.buildings["BATIMENT0005"]
    world.publish()
    outputs = world.refresh()
    told = report_of(outputs)[BUILDING]
    assert outputs["REMOVED"] == told["removed"] == 1
    assert [(finding["kind"], finding["keys"]) for finding in told["findings"]] == [("removed_kept", ["BATIMENT0004"])]
    assert world.sql(f"SELECT diagnostic FROM {BUILDING} WHERE cleabs = 'BATIMENT0004'") == [("amiante",)]


def test_a_value_changed_by_hand_before_the_first_refresh_is_kept_and_told(world: World):
    world.sql(f"UPDATE {BUILDING} SET nature = 'Mairie' WHERE cleabs IN ('BATIMENT0020', 'BATIMENT0021')")
    world.sql(f"UPDATE {DISTRICT} SET nom = 'Midi' WHERE nom = 'Sud'")
    world.buildings["BATIMENT0021"][2:] = [70.0, NEW]
    world.buildings["BATIMENT0022"][2:] = [71.0, NEW]
    world.publish()
    told = report_of(world.refresh())
    assert {finding["kind"]: finding["keys"] for finding in told[BUILDING]["findings"]} == {
        "edited": ["BATIMENT0020"],
        "conflict": ["BATIMENT0021"],
    }
    natures = dict(world.sql(f"SELECT cleabs, nature FROM {BUILDING}"))
    assert [natures[f"BATIMENT00{n}"] for n in (20, 21, 22)] == ["Mairie", "Mairie", "Maison"]
    assert world.sql(f"SELECT count(*) FROM {DISTRICT} WHERE nom = 'Midi'") == [(1,)]


def test_a_value_changed_by_hand_since_the_last_refresh_is_kept_and_told(world: World):
    world.refresh(THOROUGH=True)
    world.sql(f"UPDATE {BUILDING} SET nature = 'Mairie' WHERE cleabs IN ('BATIMENT0020', 'BATIMENT0021')")
    world.buildings["BATIMENT0021"][2:] = [70.0, NEW]
    world.buildings["BATIMENT0022"][2:] = [71.0, NEW]
    world.publish()
    outputs = world.refresh()
    told = report_of(outputs)[BUILDING]
    assert {finding["kind"]: finding["keys"] for finding in told["findings"]} == {
        "edited": ["BATIMENT0020"],
        "conflict": ["BATIMENT0021"],
    }
    assert outputs["MODIFIED"] == 1
    rows = dict(world.sql(f"SELECT cleabs, nature || ' ' || hauteur FROM {BUILDING} WHERE cleabs LIKE '%2_'"))
    assert rows["BATIMENT0020"] == "Mairie 4.0"
    assert rows["BATIMENT0021"] == "Mairie 5.0"
    assert rows["BATIMENT0022"] == "Maison 71.0"
    kept = world.sql(f"SELECT cleabs, hauteur FROM {BUILDING}_kept", path=world.folder / "socle_evolutions.gpkg")
    assert dict(kept)["BATIMENT0021"] == 70.0
    # Told once more as long as it stands, and no longer as a conflict: the source has not changed since.
    world.buildings["BATIMENT0023"][2:] = [72.0, NEW.replace("2025", "2026")]
    world.publish()
    again = report_of(world.refresh())[BUILDING]
    assert {finding["kind"]: set(finding["keys"]) for finding in again["findings"]} == {
        "edited": {"BATIMENT0020", "BATIMENT0021"}
    }
    assert again["modified"] == 1


def test_a_value_changed_by_hand_in_a_layer_that_a_refresh_has_brought_is_kept_and_told(world: World):
    world.server.fault("status", times=-1, when={"typenames": "TEST:arbre"}, status=500)
    shutil.rmtree(world.folder / "cache")  # no last good answer stands for it
    world.clip()
    world.publish()
    assert report_of(world.refresh())[TREE]["outcome"] == "new"
    world.sql(f"UPDATE {TREE} SET essence = 'Tilleul' WHERE id = 'A3'")
    world.trees["A3"][1] = "Frêne"
    world.publish()
    assert report_of(world.refresh())[TREE]["findings"][0]["keys"] == ["A3"]
    assert world.sql(f"SELECT essence FROM {TREE} WHERE id = 'A3'") == [("Tilleul",)]


def test_a_key_of_the_technician_that_the_source_gives_too_is_a_finding(world: World):
    world.sql(f"INSERT INTO {BUILDING} (cleabs, nature) VALUES ('BATIMENT7000', 'Projet')")
    world.buildings["BATIMENT7000"] = [square(40, 400), "Maison", 1.0, NEW]
    world.publish()
    told = report_of(world.refresh())[BUILDING]
    assert [(finding["kind"], finding["keys"]) for finding in told["findings"]] == [("same_key", ["BATIMENT7000"])]
    assert world.sql(f"SELECT nature FROM {BUILDING} WHERE cleabs = 'BATIMENT7000' ORDER BY 1") == [
        ("Maison",),
        ("Projet",),
    ]


# ------------------------------------------------------------------------------------------------ what depends on it
def test_a_project_that_uses_the_file_still_works(world: World):
    from qgis.core import QgsProject, QgsVectorLayer, QgsVectorLayerJoinInfo

    project = QgsProject()
    layer = QgsVectorLayer(f"{world.file}|layername={BUILDING}", "Bâtiments", "ogr")
    trees = QgsVectorLayer(f"{world.file}|layername={TREE}", "Arbres", "ogr")
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(trees)
    join.setJoinFieldName("id")
    join.setTargetFieldName("nature")
    layer.addJoin(join)
    project.addMapLayers([layer, trees])
    fields = [(each.name(), each.typeName()) for each in layer.fields()]
    styles = layer.listStylesInDatabase()[1:3]
    saved = str(world.folder / "projet.qgs")
    assert project.write(saved)
    project.clear()
    del layer, trees, join
    del world.buildings["BATIMENT0001"]
    world.buildings["BATIMENT5000"] = [square(40, 400), "Maison", 1.0, NEW]
    world.publish()
    world.refresh()
    assert project.read(saved)
    [again] = project.mapLayersByName("Bâtiments")
    assert again.isValid()
    assert [(each.name(), each.typeName()) for each in again.fields()] == fields
    assert again.listStylesInDatabase()[1:3] == styles
    assert again.featureCount() == 60
    from qgis.core import QgsFeatureRequest, QgsRectangle

    place = QgsRectangle(X + 39, Y + 399, X + 49, Y + 409)
    found = [feature["cleabs"] for feature in again.getFeatures(QgsFeatureRequest(place))]
    assert found == ["BATIMENT5000"], "the spatial index has followed"
    project.clear()


def test_the_file_is_a_sound_geopackage(world: World):
    del world.buildings["BATIMENT0001"]
    world.publish()
    world.refresh()
    assert world.sql("PRAGMA integrity_check") == [("ok",)]
    counted = world.sql("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?", BUILDING)
    assert counted == world.sql(f"SELECT count(*) FROM {BUILDING}")
    indexed = world.sql(f"SELECT count(*) FROM rtree_{BUILDING}_geom")
    assert indexed == counted


def test_the_previous_state_is_kept_until_the_next_refresh(world: World):
    before = world.listing()
    backup = world.folder / "socle.avant.gpkg"
    del world.buildings["BATIMENT0001"]
    world.publish()
    assert world.refresh()["BACKUP"] == str(backup)
    assert {row.values["cleabs"] for row in read_gpkg(backup, BUILDING)} == before.keys()
    between = world.listing()
    del world.buildings["BATIMENT0002"]
    world.publish()
    world.refresh()
    assert {row.values["cleabs"] for row in read_gpkg(backup, BUILDING)} == between.keys()


def test_a_column_that_the_source_adds_is_told_and_filled(world: World):
    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.publish()
    data = world.folder / f"state{world.states}.gpkg"
    world.sql("ALTER TABLE batiment ADD COLUMN materiau TEXT", path=data)
    world.sql("UPDATE batiment SET materiau = 'granit'", path=data)
    world.server = world.serve({"BDTOPO_V3:batiment": (data, "batiment", "cleabs", 4326)}, rate=0)
    world.endpoints(geopf_wfs=world.server.url)
    outputs = world.refresh()
    assert world.sql(f"SELECT DISTINCT materiau FROM {BUILDING}") == [("granit",)]
    told = report_of(outputs)[BUILDING]
    assert [finding["kind"] for finding in told["findings"]] == ["structure"]
    assert outputs["MODIFIED"] == 1
    assert outputs["LAYERS_FAILED"] == 2, "the other two are no longer served, and kept"
    assert len(read_gpkg(world.file, TREE)) == 40


def test_a_column_that_the_source_drops_is_kept_and_is_not_taken_for_the_technicians(world: World):
    world.layers = BUILDING
    world.clip()
    world.refresh(THOROUGH=True)
    findings = []
    for key in ("BATIMENT0001", "BATIMENT0002"):
        del world.buildings[key]
        world.publish()
        data = world.folder / f"state{world.states}.gpkg"
        world.sql("ALTER TABLE batiment DROP COLUMN hauteur", path=data)
        world.server = world.serve({"BDTOPO_V3:batiment": (data, "batiment", "cleabs", 4326)}, rate=0)
        world.endpoints(geopf_wfs=world.server.url)
        outputs = world.refresh()
        assert outputs["REMOVED"] == 1
        told = report_of(outputs)[BUILDING]
        findings.append([finding["kind"] for finding in told["findings"]])
        assert told["local_columns"] == []
    assert findings == [["structure"], []]
    assert world.sql(f"SELECT hauteur FROM {BUILDING} WHERE cleabs = 'BATIMENT0003'") == [(7.0,)]


def test_a_column_that_changes_its_type_leaves_the_table_as_it_was(world: World):
    before = world.listing()
    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.publish()
    data = world.folder / f"state{world.states}.gpkg"
    world.sql("ALTER TABLE batiment DROP COLUMN hauteur", path=data)
    world.sql("ALTER TABLE batiment ADD COLUMN hauteur TEXT", path=data)
    world.sql("UPDATE batiment SET hauteur = 'haut'", path=data)
    world.server = world.serve({"BDTOPO_V3:batiment": (data, "batiment", "cleabs", 4326)}, rate=0)
    world.endpoints(geopf_wfs=world.server.url)
    told = report_of(world.refresh())[BUILDING]
    assert told["outcome"] == "kept"
    assert "hauteur" in told["checked"]
    assert world.listing() == before


# ------------------------------------------------------------------------------------------------ failures
def test_a_failure_leaves_the_file_byte_for_byte(world: World):
    from qgis.core import QgsProcessingException

    before = digest(world.file)
    world.server.fault("status", times=-1, status=500)
    with pytest.raises(QgsProcessingException):
        world.refresh()
    assert digest(world.file) == before
    assert {path.name for path in world.folder.glob("*socle*")} == {"socle.gpkg", "socle_rapport.json"}


def test_a_report_that_cant_be_written_is_not_said_to_be_a_refresh_that_failed(world: World):
    from qgis.core import QgsProcessingException

    del world.buildings["BATIMENT0001"]
    world.publish()
    (world.folder / "socle_evolutions.html").mkdir()
    with pytest.raises(QgsProcessingException, match=r"socle\.gpkg.* is up to date") as refused:
        world.refresh()
    assert "socle_evolutions.gpkg" in str(refused.value)
    assert world.sql(f"SELECT count(*) FROM {BUILDING} WHERE cleabs = 'BATIMENT0001'") == [(0,)]


def test_a_failure_while_the_tables_are_written_leaves_the_file_byte_for_byte(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    from qgis.core import QgsProcessingException

    del world.buildings["BATIMENT0001"]
    world.publish()
    # A table of the technician's refuses the deletion: his own rule, in his own file.
    world.sql(f"CREATE TRIGGER non BEFORE DELETE ON {BUILDING} BEGIN SELECT RAISE(ABORT, 'interdit'); END")
    before = digest(world.file)
    with pytest.raises(QgsProcessingException):
        world.refresh()
    assert digest(world.file) == before
    assert not (world.folder / "socle.avant.gpkg").exists()


def test_a_cancellation_leaves_the_file_byte_for_byte(world: World):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    class Impatient(QgsProcessingFeedback):
        """Cancels once the reading has begun."""

        def isCanceled(self) -> bool:
            return any("startindex" in exchange.params for exchange in world.server.log()[3:])

    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.publish()
    before = digest(world.file)
    with pytest.raises(QgsProcessingException):
        world.refresh(feedback=Impatient(False))
    assert digest(world.file) == before


def test_a_layer_that_fails_is_kept_and_the_others_go_on(world: World):
    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.publish()
    world.server.fault("status", times=-1, when={"typenames": "TEST:arbre"}, status=500)
    outputs = world.refresh()
    assert (outputs["LAYERS_FAILED"], outputs["MODIFIED"], outputs["LAYERS_UNCHANGED"]) == (1, 1, 1)
    assert report_of(outputs)[TREE]["outcome"] == "failed"
    assert len(read_gpkg(world.file, TREE)) == 40


def test_an_entry_gone_from_the_catalogue_is_kept_and_told(world: World):
    world.buildings["BATIMENT0010"][2:] = [50.0, NEW]
    world.publish()
    outputs = world.run("refresh", INPUT=str(world.file), OUTPUT=None)
    assert outputs["MODIFIED"] == 1
    assert report_of(outputs)[TREE]["outcome"] == "kept"
    assert len(read_gpkg(world.file, TREE)) == 40


def test_another_output_leaves_the_input_alone(world: World):
    before = digest(world.file)
    shutil.copy(world.file, world.folder / "copy.gpkg")
    del world.buildings["BATIMENT0001"]
    world.publish()
    outputs = world.refresh(OUTPUT=str(world.folder / "ailleurs.gpkg"))
    assert digest(world.file) == before
    assert outputs["BACKUP"] == ""
    assert len(read_gpkg(world.folder / "ailleurs.gpkg", BUILDING)) == 59
