"""A kit made on one machine, opened on another: the same clip, without network; and what a bad kit meets."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
import shapely
import yaml
from qgis.core import QgsProcessingException

from tests.clip.files import perimeter_file, read_gpkg, recipe_of
from tests.kits.conftest import LAYERS, TERRITORY


def content(path, table):
    rows = read_gpkg(path, table)
    return {row.values["cleabs"]: (row.values | {"fid": 0}, row.geometry.normalize().wkt) for row in rows}


@pytest.fixture
def offline(monkeypatch):
    return lambda: monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")


def test_a_kit_holds_its_data_its_licences_and_the_checksum_of_each_file(made):
    manifest = json.loads((made / "kit.json").read_text(encoding="utf-8"))
    assert sorted(path.name for path in made.iterdir()) == sorted([*manifest["files"], "kit.json"])
    for name, expected in manifest["files"].items():
        assert hashlib.sha256((made / name).read_bytes()).hexdigest() == expected
    assert manifest["territory"] == TERRITORY
    rows = [line.split("\t")[:2] for line in (made / "cog.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    assert sorted(rows) == [["commune", "35047"], ["commune", "35238"]]
    licences = (made / "LICENCES.md").read_text(encoding="utf-8")
    assert "## Licence Ouverte 2.0" in licences
    assert "bdtopo_batiment" in licences
    written = yaml.safe_load((made / "catalogue.yaml").read_text(encoding="utf-8"))
    assert set(written["entries"]) == set(LAYERS.split(","))


@pytest.mark.parametrize("territory", ["commune:35238", TERRITORY])
@pytest.mark.parametrize("cut", ["cut", "whole", "within"])
def test_the_same_clip_comes_from_the_kit_and_from_the_services(
    territory, cut, made, services, elsewhere, run, offline, tmp_path
):
    online = run("clip", TERRITORY=territory, LAYERS=LAYERS, CUT=cut, OUTPUT=str(tmp_path / "en_ligne.gpkg"))
    kit = elsewhere(made)
    services.clear()
    run("openkit", INPUT=str(kit), OUTPUT=None)
    offline()
    away = run("clip", TERRITORY=territory, LAYERS=LAYERS, CUT=cut, OUTPUT=str(tmp_path / "hors_ligne.gpkg"))
    assert services.log() == []
    assert (away["LAYERS_DONE"], away["LAYERS_FAILED"]) == (2, 0)
    for table in LAYERS.split(","):
        assert content(away["OUTPUT"], table) == content(online["OUTPUT"], table)
    for row in recipe_of(away["OUTPUT"]).values():
        assert "Deux communes" in row["why"]


def test_an_open_kit_stands_for_the_services_inside_it_only(made, services, elsewhere, run, tmp_path):
    run("openkit", INPUT=str(elsewhere(made)), OUTPUT=None)
    services.clear()
    inside = perimeter_file(tmp_path / "dedans.gpkg", "MULTIPOLYGON(((350500 6790500,350500 6791500,351500 6791500,"
                            "351500 6790500,350500 6790500)))")  # fmt: skip
    run("clip", PERIMETER=inside, LAYERS="bdtopo_batiment")
    assert services.log() == []
    beyond = perimeter_file(tmp_path / "dehors.gpkg", "MULTIPOLYGON(((349000 6790500,349000 6791500,351500 6791500,"
                            "351500 6790500,349000 6790500)))")  # fmt: skip
    result = run("clip", PERIMETER=beyond, LAYERS="bdtopo_batiment")
    assert services.log()
    box = shapely.box(349_000, 6_790_500, 351_500, 6_791_500)
    from tests.kits.conftest import buildings

    assert result["FEATURES"] == sum(box.intersection(shape).area > 0 for shape in buildings().values())


def test_once_closed_the_services_are_asked_again_and_offline_the_kit_still_serves(
    made, services, elsewhere, run, offline, tmp_path
):
    run("openkit", INPUT=str(elsewhere(made)), OUTPUT=None)
    assert run("openkit", INPUT="", OUTPUT=None)["LAYERS"] == 0
    services.clear()
    run("clip", TERRITORY="commune:35238", LAYERS="bdtopo_batiment")
    assert services.log()
    services.clear()
    offline()
    run("clip", TERRITORY="commune:35047", LAYERS="bdtopo_batiment", OUTPUT=str(tmp_path / "autre.gpkg"))
    assert services.log() == []


def test_a_kit_whose_key_left_is_named_and_what_to_do_is_said(made, services, elsewhere, run):
    kit = elsewhere(made)
    run("openkit", INPUT=str(kit), OUTPUT=None)
    shutil.rmtree(kit)
    with pytest.raises(QgsProcessingException, match=r"no longer there.*(Plug|close)"):
        run("clip", TERRITORY="commune:35238", LAYERS="bdtopo_batiment")
    run("openkit", INPUT="", OUTPUT=None)
    assert run("clip", TERRITORY="commune:35238", LAYERS="bdtopo_batiment")["LAYERS_DONE"] == 1


def test_offline_outside_every_kit_the_message_names_those_there_are(made, elsewhere, run, offline, tmp_path):
    run("openkit", INPUT=str(elsewhere(made)), OUTPUT=None)
    offline()
    beyond = perimeter_file(tmp_path / "dehors.gpkg", "MULTIPOLYGON(((340000 6790500,340000 6791500,341500 6791500,"
                            "341500 6790500,340000 6790500)))")  # fmt: skip
    with pytest.raises(QgsProcessingException, match="Deux communes"):
        run("clip", PERIMETER=beyond, LAYERS="bdtopo_batiment")
    with pytest.raises(QgsProcessingException, match="not in the kit"):
        run("clip", TERRITORY="commune:35238", LAYERS="bdtopo_troncon_de_route")


def test_reading_a_kit_changes_no_byte_and_no_date_of_it(made, elsewhere, run, offline):
    kit = elsewhere(made)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in kit.iterdir()}
    run("openkit", INPUT=str(kit), OUTPUT=None)
    offline()
    run("territory", TERRITORY="commune:35238")
    run("clip", TERRITORY="commune:35238", LAYERS=LAYERS)
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in kit.iterdir()} == before


def test_what_comes_from_a_kit_bears_the_date_of_its_fetching_not_of_its_reading(made, elsewhere, run, offline):
    kit = elsewhere(made)
    manifest = json.loads((kit / "kit.json").read_text(encoding="utf-8"))
    for layer in manifest["layers"]:
        layer["fetched"] = "2026-02-03"
    (kit / "kit.json").write_text(json.dumps(manifest), encoding="utf-8")
    run("openkit", INPUT=str(kit), OUTPUT=None)
    offline()
    result = run("clip", TERRITORY="commune:35238", LAYERS=LAYERS)
    assert {row["date"] for row in recipe_of(result["OUTPUT"]).values()} == {"2026-02-03"}
    report = json.loads(Path(result["REPORT"]).read_text(encoding="utf-8"))
    assert "03/02/2026" in report["edition"]


def sign(kit, name):
    manifest = json.loads((kit / "kit.json").read_text(encoding="utf-8"))
    manifest["files"][name] = hashlib.sha256((kit / name).read_bytes()).hexdigest()
    (kit / "kit.json").write_text(json.dumps(manifest), encoding="utf-8")


def damaged_data(kit):
    path = kit / "kit.gpkg"
    path.write_bytes(path.read_bytes()[:-1] + b"!")


def named_path(kit):
    manifest = json.loads((kit / "kit.json").read_text(encoding="utf-8"))
    manifest["files"]["../../etc/passwd"] = manifest["files"].pop("cog.tsv")
    (kit / "kit.json").write_text(json.dumps(manifest), encoding="utf-8")


def link_out(kit):
    path = kit / "cog.tsv"
    outside = kit.parent / "dehors.tsv"
    outside.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(outside)


def foreign_entry(kit):
    path = kit / "catalogue.yaml"
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    written["entries"]["bdtopo_batiment"]["layer"] = "../secret.gpkg|layername=t"
    path.write_text(yaml.safe_dump(written, allow_unicode=True), encoding="utf-8")
    sign(kit, "catalogue.yaml")


def later_format(kit):
    manifest = json.loads((kit / "kit.json").read_text(encoding="utf-8"))
    (kit / "kit.json").write_text(json.dumps(manifest | {"format": 99}), encoding="utf-8")


def cut_manifest(kit):
    (kit / "kit.json").write_text('{"format": 1', encoding="utf-8")


def without_file(kit):
    (kit / "LICENCES.md").unlink()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (damaged_data, "damaged: “kit.gpkg”"),
        (named_path, "not those of a kit"),
        (link_out, "leads out"),
        (foreign_entry, "something else than its own data"),
        (later_format, "another version"),
        (cut_manifest, "manifest is damaged"),
        (without_file, "missing"),
        (lambda kit: (kit / "kit.json").unlink(), "missing"),
    ],
)
def test_a_kit_that_is_not_as_it_was_made_is_refused_with_the_reason(harm, said, made, elsewhere, run):
    kit = elsewhere(made)
    harm(kit)
    with pytest.raises(QgsProcessingException, match=said):
        run("openkit", INPUT=str(kit), OUTPUT=None)
    from data_territoires_plugin.catalogue.kits import open_folder

    assert open_folder() is None


def test_a_zip_is_not_opened_and_the_way_out_is_said(made, elsewhere):
    from data_territoires_plugin.catalogue.kits import open_kit
    from data_territoires_plugin.errors import CatalogueError

    kit = elsewhere(made)
    archive = Path(shutil.make_archive(str(kit.parent / "cle"), "zip", kit))
    with pytest.raises(CatalogueError) as refused:
        open_kit(archive)
    assert "Unzip" in refused.value.hint


def test_a_folder_that_holds_something_else_is_left_alone(services, run, tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "these.odt").write_text("mes notes", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="something else than a kit"):
        run("makekit", TERRITORY=TERRITORY, LAYERS=LAYERS, OUTPUT=str(folder))
    assert [path.name for path in folder.iterdir()] == ["these.odt"]


def test_a_kit_made_again_replaces_the_old_one_and_a_failure_keeps_it(made, services, run, tmp_path, monkeypatch):
    before = (made / "kit.json").read_bytes()
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "vide"))  # no last good answer either
    services.fault("status", times=-1, status=500)
    with pytest.raises(QgsProcessingException):
        run("makekit", TERRITORY=TERRITORY, LAYERS=LAYERS, TITLE="Autre", OUTPUT=str(made))
    assert (made / "kit.json").read_bytes() == before
    services.mend()
    run("makekit", TERRITORY=TERRITORY, LAYERS=LAYERS, TITLE="Autre", OUTPUT=str(made))
    assert json.loads((made / "kit.json").read_text(encoding="utf-8"))["title"] == "Autre"
    assert [path.name for path in made.parent.iterdir()] == ["kit"]
