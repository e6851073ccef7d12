"""The project made of a clipped GeoPackage: grouped, ordered, styled, attributed."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.clip.backgrounds import background_layer
from data_territoires_plugin.clip.job import clip
from data_territoires_plugin.clip.project import add_to_project, clipped_layers, new_project
from data_territoires_plugin.clip.request import ClipRequest
from data_territoires_plugin.network import Pool
from data_territoires_plugin.territory.perimeter import of_territories

if TYPE_CHECKING:
    from pathlib import Path

LAYERS = (
    "admin_commune,bdtopo_batiment,bdtopo_troncon_de_route,bdtopo_cours_d_eau,bdtopo_zone_de_vegetation,"
    "urba_zone_urba,rpg_parcelles,ban_adresses"
)


@pytest.fixture(scope="module")
def formation(tmp_path_factory: pytest.TempPathFactory, qgis_app: object) -> Path:
    """The training kit, clipped."""
    from qgis.core import QgsFeedback

    catalogue = load_catalogue()
    output = tmp_path_factory.mktemp("project") / "formation.gpkg"
    with Pool(2) as pool:
        perimeter = of_territories("epci:000000001", pool, QgsFeedback())
    entries = catalogue.select(LAYERS, "epci")
    clip(ClipRequest(perimeter, perimeter.crs, entries, output, themes=dict(catalogue.themes)), QgsFeedback())
    return output


def test_every_clipped_table_becomes_a_layer_under_the_french_title_of_its_theme(formation: Path) -> None:
    project = QgsProject()
    added = add_to_project(project, formation)
    assert {layer.source().rpartition("=")[2] for layer in added} == set(LAYERS.split(","))
    themes = load_catalogue().themes
    for layer in added:
        entry = load_catalogue().entry(layer.source().rpartition("=")[2])
        assert layer.name() == entry.title
        assert project.layerTreeRoot().findLayer(layer.id()).parent().name() == themes[entry.theme]


def test_layers_take_the_style_of_their_table_and_the_mention_of_their_producer(formation: Path) -> None:
    project = QgsProject()
    for layer in add_to_project(project, formation):
        fresh = QgsVectorLayer(layer.source(), "", "ogr")
        assert layer.renderer().type() == fresh.renderer().type()
        assert layer.serverProperties().attribution()
    roads = next(layer for layer in project.mapLayers().values() if layer.source().endswith("troncon_de_route"))
    assert roads.renderer().type() != "singleSymbol"
    assert "IGN" in roads.serverProperties().attribution()


def test_addresses_are_drawn_over_buildings_over_vegetation(formation: Path) -> None:
    project = QgsProject()
    add_to_project(project, formation)
    drawn = [layer.source().rpartition("=")[2] for layer in project.layerTreeRoot().layerOrder()]
    assert drawn.index("ban_adresses") < drawn.index("bdtopo_batiment") < drawn.index("bdtopo_zone_de_vegetation")


def test_what_would_cover_the_map_is_there_but_not_shown_in_a_full_project(formation: Path) -> None:
    project = QgsProject()
    shown = {
        layer.source().rpartition("=")[2]: project.layerTreeRoot().findLayer(layer.id()).isVisible()
        for layer in add_to_project(project, formation)
    }
    assert not shown["urba_zone_urba"]
    assert not shown["rpg_parcelles"]
    assert shown["bdtopo_batiment"]
    assert shown["admin_commune"]


def test_the_order_that_users_gave_to_their_own_project_is_left_alone(formation: Path) -> None:
    project = QgsProject()
    mine = QgsVectorLayer("Point?crs=EPSG:2154", "à moi", "memory")
    project.addMapLayer(mine)
    add_to_project(project, formation)
    assert not project.layerTreeRoot().hasCustomLayerOrder()
    assert project.layerTreeRoot().findLayer(mine.id()) is not None


def test_a_saved_project_moves_with_its_geopackage(formation: Path, tmp_path: Path) -> None:
    import shutil

    here = tmp_path / "ici"
    here.mkdir()
    shutil.copy(formation, here / "formation.gpkg")
    new_project(here / "formation.gpkg", "Formation", QgsCoordinateReferenceSystem("EPSG:2154"), here / "projet.qgz")
    with zipfile.ZipFile(here / "projet.qgz") as archive:
        text = archive.read(next(name for name in archive.namelist() if name.endswith(".qgs"))).decode()
    assert str(tmp_path) not in text
    there = tmp_path / "ailleurs"
    here.rename(there)
    project = QgsProject()
    assert project.read(str(there / "projet.qgz"))
    assert len(project.mapLayers()) == len(LAYERS.split(","))
    assert all(layer.isValid() for layer in project.mapLayers().values())


def test_the_recipe_tells_the_layers_of_a_file_and_a_stranger_has_none(formation: Path, tmp_path: Path) -> None:
    assert {layer.entry for layer in clipped_layers(formation)} == set(LAYERS.split(","))
    from data_territoires_plugin.clip.part import create_table

    stranger = tmp_path / "autre.gpkg"
    create_table(stranger, "t", 1, QgsCoordinateReferenceSystem("EPSG:2154"), "fid", ())
    assert clipped_layers(stranger) == ()


def test_a_tiled_background_opens_without_asking_its_service_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = load_catalogue().entry("fond_plan_ign")
    layer = background_layer(entry)  # no network here: a request would make it invalid
    assert layer.isValid()
    asked = unquote(layer.source())
    assert f"LAYER={entry.layer}" in unquote(asked)
    assert "TILEMATRIXSET=PM&" in asked
    assert "TILEMATRIX={z}" in asked
    assert "zmax=19" in asked  # PM_0_19 in the recorded capabilities


def test_the_first_background_is_shown_under_everything_and_the_others_wait(formation: Path) -> None:
    project = QgsProject()
    catalogue = load_catalogue()
    wanted = [catalogue.entry("fond_plan_ign"), catalogue.entry("fond_ortho")]
    added = add_to_project(project, formation, backgrounds=wanted)
    root = project.layerTreeRoot()
    plan, ortho = added[-2:]
    assert root.findLayer(plan.id()).isVisible()
    assert not root.findLayer(ortho.id()).isVisible()
    assert root.layerOrder()[-2:] == [plan, ortho]
    assert root.children()[-1].name() == catalogue.themes["fonds"]
