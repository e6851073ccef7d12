"""Backgrounds behind a key, and vector tiles with the style of their producer; the key is nowhere but in QGIS."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import (
    QgsFeedback,
    QgsMapBoxGlStyleConverter,
    QgsProject,
    QgsVectorTileBasicRenderer,
    QgsVectorTileLayer,
)

from data_territoires_plugin.catalogue import load_catalogue
from data_territoires_plugin.clip.backgrounds import background_layer, made_backgrounds
from data_territoires_plugin.errors import SourceError
from data_territoires_plugin.network import Pool, endpoint, session
from data_territoires_plugin.sources import source_of
from tests.accounts import account
from tests.standins.tiles import KEY, STYLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.standins.troupe import RemoteStandIn, Troupe


@pytest.fixture
def tiles(_troupe: Troupe, endpoints: Callable[..., Path]) -> Iterator[RemoteStandIn]:
    server = _troupe.tiles()
    endpoints(
        geopf_tms=f"{server.url}/tms/1.0.0",
        geopf_annexes=f"{server.url}/annexes",
        geopf_private_wmts=f"{server.url}/private/wmts",
        geopf_private_wfs=f"{server.url}/private/wfs",
    )
    yield server
    server.stop()


@pytest.fixture
def key(qgis_app: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The id of a configuration that adds the header X-Key, chosen for the private services."""
    with account("APIHeader", **{"X-Key": KEY}) as authcfg:
        monkeypatch.setenv("DATA_TERRITOIRES_GEOPF_PRIVATE_AUTHCFG", authcfg)
        yield authcfg


def test_vector_tiles_are_drawn_with_the_style_of_their_producer(tiles: RemoteStandIn) -> None:
    (layer,) = made_backgrounds([load_catalogue().entry("fond_plan_ign_gris")])
    assert isinstance(layer, QgsVectorTileLayer)
    assert layer.isValid()
    assert "/annexes/ressources/vectorTiles/styles/PLAN.IGN/gris.json" in [exchange.path for exchange in tiles.log()]
    converter = QgsMapBoxGlStyleConverter()
    assert converter.convert(json.dumps(STYLE)) == QgsMapBoxGlStyleConverter.Result.Success
    renderer = layer.renderer()
    assert isinstance(renderer, QgsVectorTileBasicRenderer)
    assert [style.layerName() for style in renderer.styles()] == [
        style.layerName() for style in converter.renderer().styles()
    ]
    assert layer.serverProperties().attribution() == "© IGN – Plan IGN"


def test_vector_tiles_whose_style_is_gone_open_all_the_same(tiles: RemoteStandIn) -> None:
    tiles.fault("status", times=-1, status=404)
    (layer,) = made_backgrounds([load_catalogue().entry("fond_plan_ign_vecteur")])
    assert layer.isValid()


def test_a_background_behind_a_key_names_its_configuration_and_never_the_key(
    tiles: RemoteStandIn, key: str, tmp_path: Path
) -> None:
    layer = background_layer(load_catalogue().entry("fond_scan25"))
    assert f"authcfg={key}" in layer.source()
    project = QgsProject()
    project.addMapLayer(layer)
    assert project.write(str(tmp_path / "projet.qgs"))
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert key.encode() in written
    assert KEY.encode() not in written


def test_the_key_is_sent_to_a_private_service(tiles: RemoteStandIn, key: str) -> None:
    with session(authcfg=key) as web:
        assert web.get(f"{endpoint('geopf_private_wmts')}/x").status_code == 404  # let in: there is nothing to find
        assert web.get(f"{endpoint('geopf_tms')}/x").status_code == 404
    with session() as web:
        assert web.get(f"{endpoint('geopf_private_wmts')}/x").status_code == 401


def test_without_a_key_it_is_said_where_to_get_one(tiles: RemoteStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATA_TERRITOIRES_GEOPF_PRIVATE_AUTHCFG", raising=False)
    entry = load_catalogue().entry("fond_scan25")
    with pytest.raises(SourceError) as told:
        background_layer(entry)
    assert "cartes.gouv.fr" in told.value.hint
    assert made_backgrounds([entry]) == []
    assert tiles.log() == []


def test_a_private_layer_is_clipped_with_the_key_and_no_file_holds_it(
    geopf: Callable[..., Any], endpoints: Callable[..., Path], key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsVectorFileWriter, QgsVectorLayer

    from data_territoires_plugin.catalogue import Catalogue
    from data_territoires_plugin.clip.job import clip
    from data_territoires_plugin.clip.request import ClipRequest
    from data_territoires_plugin.territory.perimeter import of_polygons

    made = QgsVectorLayer("Point?crs=EPSG:2154&field=cleabs:string", "points", "memory")
    from qgis.core import QgsFeature

    feature = QgsFeature(made.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POINT(350100 6790100)"))
    feature.setAttributes(["P1"])
    made.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "points"
    source = tmp_path / "source.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(source), QgsProject.instance().transformContext(), options)
    server = geopf({"BDTOPO_V3:points": (source, "points", "cleabs", 2154, "geom")})
    endpoints(geopf_private_wfs=server.url)
    catalogue_file = tmp_path / "prive.yaml"
    catalogue_file.write_text(
        "entries:\n  prive_points:\n    title: Points\n    abstract: Des points.\n    theme: bati\n    producer: IGN\n"
        "    service: geopf_private_wfs\n    layer: BDTOPO_V3:points\n    geometry: point\n    licence: interne\n"
        "    attribution: IGN\n    cut: whole\n    cut_reason: Des points.\n    verified: false\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "cache"))
    catalogue: Catalogue = load_catalogue(catalogue_file)
    entry = catalogue.entry("prive_points")
    with Pool(1) as pool:
        _, secured = source_of(entry, pool, training=False)
    assert secured.options["authcfg"] == key
    square = QgsGeometry.fromWkt(
        "POLYGON((350000 6790000, 351000 6790000, 351000 6791000, 350000 6791000, 350000 6790000))"
    )
    perimeter = of_polygons([square], QgsCoordinateReferenceSystem("EPSG:2154"), "carré")
    result = clip(ClipRequest(perimeter, None, (entry,), tmp_path / "result.gpkg"), QgsFeedback())
    assert sqlite3.connect(result.output).execute("SELECT count(*) FROM prive_points").fetchone() == (1,)
    assert {exchange.headers.get("x-key") for exchange in server.log()} == {KEY}
    written = [file for file in tmp_path.rglob("*") if file.is_file() and KEY.encode() in file.read_bytes()]
    assert written == []
