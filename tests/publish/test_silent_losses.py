"""A server says 2xx and loses something: it is found, and said. Real servers, and what stands before them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from qgis.core import QgsFeedback

from data_territoires_plugin.errors import IncompleteError
from data_territoires_plugin.publish.plan import Mode
from data_territoires_plugin.publish.publication import Order, prepare, publish
from data_territoires_plugin.publish.targets.base import TargetError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.servers.between import Between
    from tests.servers.database import Postgis
    from tests.servers.ogc import QgisServer

TREES = "id_public:string(40), essence:string(40), hauteur:double"
NEW = ("POINT(-1.6 48.2)", "B1", "if", 1.0)
CHANGED = ("POINT(-1.699 48.1)", "A1", "hêtre", 1.0)
SAME = tuple((f"POINT({round(-1.7 + n / 1000, 3)} 48.1)", f"A{n}", "tilleul", float(n)) for n in range(2, 25))


@pytest.fixture(params=["wfst", "qgis_server", "pygeoapi"])
def server(request: pytest.FixtureRequest, postgis: Postgis) -> Iterator[tuple[str, Between]]:
    """The kind of each real platform, and what stands before it."""
    from tests.servers.between import Between

    postgis.reset()
    real = request.getfixturevalue("pygeoapi" if request.param == "pygeoapi" else "qgis_server")
    between = Between(real.api if request.param == "qgis_server" else real.url)
    yield ("wfst" if request.param == "wfst" else "ogcapi"), between
    between.stop()
    postgis.reset()


@pytest.fixture
def published(server: tuple[str, Between], editor: str, layer: Any, tmp_path: Path) -> Callable[..., Any]:
    """Publishes trees: `published([(wkt, key, essence, height), …], mode)`."""

    def made(rows: Any, mode: Mode = Mode.UPSERT) -> Any:
        type_, between = server
        vector = layer("Point", "EPSG:4326", TREES, list(rows))
        order = Order(vector, type_, between.url, "arbre", "id_public", mode, 100.0, editor)
        return publish(prepare(order, QgsFeedback()), tmp_path, QgsFeedback())[0]

    return made


def told(result: Any) -> dict[str, str]:
    assert not result.verified
    return {entry.key: entry.message for entry in result.failed}


DONE = (
    b'<TransactionResponse xmlns="http://www.opengis.net/wfs" version="1.1.0"><TransactionSummary>'
    b"<totalInserted>1</totalInserted></TransactionSummary></TransactionResponse>"
)


def is_writing(method: str, body: bytes) -> bool:
    return method in ("POST", "PUT", "DELETE") and b"<wfs:GetFeature" not in body


def test_what_is_said_to_be_done_and_is_not(server: Any, published: Any, postgis: Postgis) -> None:
    type_, between = server
    answer = (200, DONE) if type_ == "wfst" else (201, b"{}")
    between.instead = lambda method, _path, body: answer if is_writing(method, body) else None
    assert set(told(published([NEW, CHANGED, *SAME]))) == {"B1", "A1"}
    between.instead = lambda method, _path, body: answer if is_writing(method, body) and b"A25" not in body else None
    assert set(told(published(SAME[:3], Mode.MIRROR))) == {"A1", *(f"A{n}" for n in range(5, 26))}
    assert postgis.rows("SELECT count(*) FROM arbre") == [(25,)]


def test_an_empty_2xx_is_no_success(server: Any, published: Any) -> None:
    _type, between = server
    between.instead = lambda method, _path, body: (200, b"") if is_writing(method, body) else None
    assert "B1" in told(published([NEW]))


def test_a_value_that_is_cut_or_rounded_on_the_way(server: Any, published: Any) -> None:
    _type, between = server
    between.alter = lambda _method, body: re.sub(rb"(tr)\xc3\xa8s long|12\.3456", lambda found: found[0][:4], body)
    reasons = told(published([("POINT(-1.6 48.2)", "B1", "très long", 12.3456), ("POINT(-1.6 48.2)", "B2", "if", 2.0)]))
    assert list(reasons) == ["B1"]
    assert "hauteur" in reasons["B1"]


def test_a_property_that_the_server_drops(server: Any, published: Any) -> None:
    # QGIS Server: 201 for a name that it does not know; pygeoapi refuses it.
    _type, between = server
    # QGIS Server 3.40 loops for ever on an element whose name it does not know: the element is taken out.
    between.alter = lambda _method, body: re.sub(
        rb"<(\w+):essence>[^<]*</\1:essence>", b"", body.replace(b'"essence"', b'"inconnue"')
    )
    assert list(told(published([NEW]))) == ["B1"]


def test_a_feature_that_comes_twice(server: Any, published: Any, postgis: Postgis) -> None:
    # A server, or somebody, writes it once more; nothing in the table forbids it.
    postgis.run("ALTER TABLE arbre DROP CONSTRAINT arbre_id_public_key")
    _type, between = server
    again = "INSERT INTO arbre (id_public) SELECT 'B1' WHERE (SELECT count(*) FROM arbre WHERE id_public = 'B1') = 1"
    between.after = lambda method, _path, body: postgis.run(again) if is_writing(method, body) else None
    assert list(told(published([NEW]))) == ["B1"]
    assert postgis.rows("SELECT count(*) FROM arbre WHERE id_public = 'B1'") == [(2,)]


def test_what_others_add_is_all_read_or_it_is_an_error(
    server: Any, published: Any, postgis: Postgis, qgis_server: QgisServer
) -> None:
    # QGIS Server keeps the number of features it counted first: its pages stop there.
    published(SAME)
    postgis.run("INSERT INTO arbre (id_public, essence) SELECT 'X' || n, 'if' FROM generate_series(1, 1500) n")
    try:
        result = published([NEW, *SAME])
    except IncompleteError:
        assert server[0] == "ogcapi"
        assert postgis.rows("SELECT count(*) FROM arbre") == [(1525,)]
        return
    assert (result.verified, result.there) == (True, 1526)


def test_no_update_ever_leaves_without_its_filter(server: Any, published: Any, postgis: Postgis) -> None:
    # Without one, QGIS Server changes every row of the layer, and answers 200.
    type_, between = server
    published([NEW, CHANGED, ("POINT(-1.5 48.3)", "A2", None, 2.0), *SAME[1:4]], Mode.MIRROR)
    for body in between.bodies:
        for update in re.findall(rb"<wfs:Update.*?</wfs:Update>", body):
            assert len(re.findall(rb'<ogc:Filter><ogc:FeatureId fid="arbre\.\d+"/></ogc:Filter>', update)) == 1
    assert any(b"<wfs:Update" in body for body in between.bodies) is (type_ == "wfst")
    assert postgis.rows("SELECT count(*) FROM arbre WHERE essence = 'hêtre'") == [(1,)]


def test_the_id_of_the_body_is_that_of_the_address(server: Any, published: Any) -> None:
    # pygeoapi writes the row of the body's id, whatever the address says, and answers 204.
    _type, between = server
    seen = []
    between.after = lambda method, path, body: seen.append((path, json.loads(body))) if method == "PUT" else None
    published([CHANGED])
    assert all(str(body["id"]) == path.rpartition("/")[2] for path, body in seen)
    assert bool(seen) is (server[0] == "ogcapi")


def test_an_address_that_holds_a_password_is_refused(layer: Any, postgis: Postgis) -> None:
    vector = layer("Point", "EPSG:4326", TREES, [NEW])
    for address in (
        f"postgresql://postgres:test@{postgis.host}:{postgis.port}/territoire",
        f"dbname='territoire' host={postgis.host} port={postgis.port} user='postgres' password='test'",
        "https://editeur:secret@127.0.0.1/qgis",
    ):
        with pytest.raises(TargetError, match=r"passw|mot de passe"):
            prepare(Order(vector, "postgis", address, "arbre", "id_public"), QgsFeedback())
