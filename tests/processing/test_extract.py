"""The extraction service, from a strict stand-in that serves the training kit."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from data_territoires_plugin.paths import resources
from data_territoires_plugin.sources import extraction
from tests import accounts
from tests.standins.extraction import KEY
from tests.standins.features import geometries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.standins.troupe import RemoteStandIn, Troupe

COMMUNE = "commune:00001"
TABLES = {"bdtopo_batiment": "geom", "bdtopo_troncon_de_route": "geom"}


@pytest.fixture
def service(
    _troupe: Troupe, endpoints: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[RemoteStandIn]:
    monkeypatch.setattr(extraction, "_FIRST_WAIT", 0.1)
    server = _troupe.extraction(resources() / "training" / "kit.gpkg", TABLES)
    endpoints(geopf_extraction=f"{server.url}/extraction", geopf_entrepot=f"{server.url}/api")
    yield server
    server.stop()


@pytest.fixture
def account(qgis_app: Any) -> Iterator[str]:
    with accounts.account("APIHeader", Authorization=f"Bearer {KEY}") as authcfg:
        yield authcfg


def rows(path: str | Path, table: str) -> dict[Any, Any]:
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    found = base.execute(f'SELECT cleabs, geom FROM "{table}"').fetchall()
    return dict(zip([key for key, _ in found], geometries([shape for _, shape in found]), strict=True))


def test_what_comes_is_what_meets_the_territory_and_little_more(service: RemoteStandIn, account: str, run: Any) -> None:
    contour = run("territory", TERRITORY=COMMUNE, OUTPUT="memory:")["OUTPUT"]
    polygon = shapely.from_wkt(next(contour.getFeatures()).geometry().asWkt())
    result = run("extract", PRODUCT="bd topo", TERRITORY=COMMUNE, AUTHCFG=account, TABLES="bdtopo_batiment")
    kit = rows(resources() / "training" / "kit.gpkg", "bdtopo_batiment")
    came = rows(result["OUTPUT"], "bdtopo_batiment")
    inside = {key for key, shape in kit.items() if shapely.intersects(shape, polygon)}
    assert inside
    assert inside <= set(came) < set(kit)
    assert all(shapely.distance(shape, polygon) < 200 for shape in came.values())
    assert result["FEATURES"] == len(came)


def test_an_extraction_that_was_stopped_is_taken_up(
    service: RemoteStandIn, account: str, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Impatient(QgsProcessingFeedback):
        def isCanceled(self) -> bool:
            return any(exchange.path.startswith("/extraction/jobs/") for exchange in service.log())

    asked = {"PRODUCT": "BD TOPO", "TERRITORY": COMMUNE, "AUTHCFG": account}
    with pytest.raises(QgsProcessingException):
        run("extract", feedback=Impatient(logFeedback=False), **asked)
    assert run("extract", **asked)["LAYERS"] >= 2
    sent = [exchange for exchange in service.log() if exchange.method == "POST"]
    assert len(sent) == 1


def test_a_second_extraction_of_the_account_is_refused_in_words(service: RemoteStandIn, account: str, run: Any) -> None:
    service.fault("status", times=1, when={"method": "POST"}, status=403)
    with pytest.raises(QgsProcessingException, match=r"one at a time|une à la fois|une seule"):
        run("extract", PRODUCT="BD TOPO", TERRITORY=COMMUNE, AUTHCFG=account)


def test_a_failed_extraction_says_so_and_leaves_the_output_alone(
    service: RemoteStandIn, account: str, run: Any, tmp_path: Path
) -> None:
    (tmp_path / "result.gpkg").write_bytes(b"precious")
    service.fault("failed", times=1)
    with pytest.raises(QgsProcessingException, match="Erreur lors de l'extraction"):
        run("extract", PRODUCT="BD TOPO", TERRITORY=COMMUNE, AUTHCFG=account)
    assert (tmp_path / "result.gpkg").read_bytes() == b"precious"


@pytest.mark.parametrize(
    "wrong", [{"PRODUCT": "no such data"}, {"TABLES": "no_such_table"}, {"TERRITORY": "commune:99999"}, {"AUTHCFG": ""}]
)
def test_what_is_not_there_is_said_before_anything_is_started(
    service: RemoteStandIn, account: str, run: Any, wrong: dict[str, str]
) -> None:
    with pytest.raises(QgsProcessingException):
        run("extract", **{"PRODUCT": "BD TOPO", "TERRITORY": COMMUNE, "AUTHCFG": account, **wrong})
    assert not [exchange for exchange in service.log() if exchange.method == "POST"]
