"""WFS-T against the real QGIS Server: what it refuses, ignores or says wrongly is found and told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.publish.content import Column
from data_territoires_plugin.publish.plan import Mode
from data_territoires_plugin.publish.probing import kind_of
from data_territoires_plugin.publish.publication import Order, prepare, publish
from data_territoires_plugin.publish.targets.base import Dataset, TargetError
from data_territoires_plugin.publish.targets.wfst import WfsT, base_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.servers.between import Between
    from tests.servers.database import Postgis
    from tests.servers.ogc import MapServer, QgisServer

TREES = "id_public:string(40), essence:string(40), hauteur:double"
COLUMNS = (Column("id_public"), Column("essence"), Column("hauteur", "number"))


@pytest.fixture(autouse=True)
def as_at_first(postgis: Postgis) -> Iterator[None]:
    postgis.reset()
    yield
    postgis.reset()


@pytest.fixture
def between(qgis_server: QgisServer) -> Iterator[Between]:
    from tests.servers.between import Between

    made = Between(qgis_server.url)
    yield made
    made.stop()


@pytest.fixture
def published(editor: str, layer: Any, tmp_path: Path) -> Callable[..., Any]:
    """Publishes trees by WFS-T: `published(url, [(wkt, key, essence, height), …])`."""

    def made(url: str, rows: list[tuple], mode: Mode = Mode.UPSERT) -> Any:
        order = Order(layer("Point", "EPSG:4326", TREES, rows), "wfst", url, "arbre", "id_public", mode, authcfg=editor)
        return publish(prepare(order, QgsFeedback()), tmp_path, QgsFeedback())[0]

    return made


def test_qgis_server_is_recognised_by_either_of_its_addresses(
    qgis_server: QgisServer, editor: str, pygeoapi: Any
) -> None:
    assert kind_of(qgis_server.url, editor, QgsFeedback()) == "wfst"
    assert kind_of(qgis_server.api, editor, QgsFeedback()) == "wfst"
    assert kind_of(pygeoapi.url, editor, QgsFeedback()) == "ogcapi"
    assert base_address(f"{qgis_server.url}?MAP=/a/b.qgs&SERVICE=WFS&REQUEST=GetCapabilities") == (
        f"{qgis_server.url}?MAP=/a/b.qgs"
    )


def test_a_service_that_only_reads_is_refused_before_anything(
    mapserver: MapServer, qgis_crs: Any, tmp_path: Path, layer: Any
) -> None:
    from qgis.core import QgsProject, QgsVectorFileWriter

    from tests.servers.ogc import Served

    path = tmp_path / "trees.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer("Point", "EPSG:2154", TREES, [("POINT(350000 6790000)", "A1", "if", 1.0)]),
        str(path),
        QgsProject.instance().transformContext(),
        QgsVectorFileWriter.SaveVectorOptions(),
    )
    url = mapserver.serve({"arbre": Served(path, "trees", "POINT", 2154)})
    with pytest.raises(TargetError, match=r"only be read|lu que|lecture"):
        WfsT(Dataset(url, "arbre", "id_public", COLUMNS, qgis_crs)).probe(QgsFeedback())


@pytest.fixture
def qgis_crs(qgis_app: Any) -> Any:
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem("EPSG:4326")


def test_one_wrong_feature_among_many_is_the_only_one_that_fails(
    qgis_server: QgisServer, postgis: Postgis, published: Any
) -> None:
    # The server answers 200 and inserts the others; it carries the Inserts out from the last to the first.
    rows = [(f"POINT(-1.6 {48.2 + n / 1e4})", f"B{n}", "if", -1.0 if n == 7 else float(n)) for n in range(30)]
    result = published(qgis_server.url, rows)
    assert [(entry.key, bool(entry.message)) for entry in result.failed] == [("B7", True)]
    assert (result.created, result.verified, result.there) == (29, False, 54)
    assert postgis.rows("SELECT count(*), min(hauteur) FROM arbre WHERE id_public LIKE 'B%'") == [(29, 0.0)]
    assert (
        postgis.rows("SELECT hauteur, round(ST_Y(geom)::numeric, 4) FROM arbre WHERE id_public = 'B29'")[0][0] == 29.0
    )


def test_a_type_without_geojson_is_read_in_gml_and_keeps_its_codes(
    qgis_server: QgisServer, postgis: Postgis, editor: str, qgis_crs: Any
) -> None:
    postgis.run("UPDATE arbre SET essence = '007' WHERE id_public IN ('A1', 'A2'); DELETE FROM arbre WHERE fid > 20")
    postgis.run("UPDATE arbre SET geom = NULL, hauteur = NULL WHERE id_public = 'A3'")
    target = WfsT(Dataset(qgis_server.url, "arbre", "id_public", COLUMNS, qgis_crs, editor))
    target.probe(QgsFeedback())
    by_json = {remote.row.key: remote for remote in target.read(QgsFeedback())}
    target._json = ""
    by_gml = {remote.row.key: remote for remote in target.read(QgsFeedback())}
    assert len(by_gml) == 20
    assert by_gml["A1"].row.values == ("A1", "007", 1.0)
    assert {key: (one.id, one.row.values, one.row.shape) for key, one in by_gml.items()} == {
        key: (one.id, one.row.values, one.row.shape) for key, one in by_json.items()
    }


def test_a_server_that_swaps_the_axes_is_found_by_the_first_feature(
    between: Between, postgis: Postgis, published: Any
) -> None:
    # As QGIS Server does with urn:ogc:def:crs:EPSG::4326.
    between.alter = lambda _method, body: re.sub(
        rb"(<gml:coordinates>)([^,<]+),([^,<]+)(</gml:coordinates>)", rb"\1\3,\2\4", body
    )
    result = published(between.url, [(f"POINT(-1.6 {48.2 + n / 1e4})", f"B{n}", "if", 1.0) for n in range(5)])
    assert (result.created, result.failed, result.verified) == (5, (), True)
    assert postgis.rows("SELECT count(*) FROM arbre WHERE ST_X(geom) BETWEEN -1.61 AND -1.59") == [(5,)]


def test_a_server_that_puts_shapes_elsewhere_gets_one_feature_and_no_more(
    between: Between, postgis: Postgis, published: Any
) -> None:
    between.alter = lambda _method, body: re.sub(rb"<gml:coordinates>[^<]+<", b"<gml:coordinates>1,1<", body)
    with pytest.raises(TargetError, match="B0"):
        published(between.url, [(f"POINT(-1.6 {48.2 + n / 1e4})", f"B{n}", "if", 1.0) for n in range(5)])
    assert postgis.rows("SELECT count(*) FROM arbre WHERE id_public LIKE 'B%'") == [(1,)]


def test_a_server_that_drops_a_column_without_a_word_is_found_out(
    between: Between, postgis: Postgis, published: Any
) -> None:
    # As QGIS Server 3.44 does with a name that it does not know: 200, totalInserted 1. (3.40 loops for ever on one.)
    between.alter = lambda _method, body: re.sub(rb"<(\w+):essence>[^<]*</\1:essence>", b"", body).replace(
        b"<wfs:Name>essence<", b"<wfs:Name>inconnue<"
    )
    result = published(between.url, [("POINT(-1.6 48.2)", "B1", "if", 1.0), ("POINT(-1.699 48.1)", "A1", "if", 1.0)])
    assert sorted((entry.key, "essence" in entry.message) for entry in result.failed) == [("A1", True), ("B1", True)]
    assert not result.verified


def test_a_shape_that_is_emptied_really_is_and_the_other_columns_stay(
    qgis_server: QgisServer, postgis: Postgis, published: Any
) -> None:
    postgis.run("UPDATE arbre SET maj = '2026-03-01 08:30:00.125+01'")
    before = postgis.rows("SELECT fid, maj FROM arbre WHERE id_public = 'A1'")
    result = published(qgis_server.url, [("", "A1", "tilleul", 1.0)])
    assert (result.replaced, result.failed, result.verified) == (1, (), True)
    assert postgis.rows("SELECT geom FROM arbre WHERE id_public = 'A1'") == [(None,)]
    assert postgis.rows("SELECT fid, maj FROM arbre WHERE id_public = 'A1'") == before
