"""The servers that tests may ask for: stand-ins of what can't be installed, and real programs. All on 127.0.0.1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tests.servers.database import Postgis
    from tests.servers.front import Front
    from tests.servers.ogc import MapServer, PyCsw, PyGeoApi, QgisServer
    from tests.standins.troupe import RemoteGeoServer, RemoteStandIn, Troupe


# ---------------------------------------------------------------- stand-ins
@pytest.fixture(scope="session")
def _troupe() -> Iterator[Troupe]:
    for needed in ("shapely", "pyproj"):
        pytest.importorskip(needed)
    from tests.standins.troupe import Troupe  # here: most tests need no server

    troupe = Troupe()
    yield troupe
    troupe.stop()


@pytest.fixture
def geopf(_troupe: Troupe) -> Iterator[Callable[..., RemoteStandIn]]:
    """A factory of stand-ins of the WFS of the Géoplateforme.

    `geopf({"BDTOPO_V3:batiment": (gpkg, table, key, native CRS, geometry column)}, rate=30, cap=5000, …)` gives a
    running server: `.url`, `.fault(kind, times=1, when={}, **options)`, `.log()`, `.drop(type, *keys)`, `.line(…)`.
    The options are those of `GeopfWfs`.
    """
    from tests.standins.geopf_wfs import layers_from

    started: list[RemoteStandIn] = []

    def start(layers: Mapping[str, Any], **options: Any) -> RemoteStandIn:
        started.append(_troupe.geopf_wfs(layers_from(layers), **options))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def api_geo(_troupe: Troupe) -> Iterator[Callable[..., RemoteStandIn]]:
    """A factory of stand-ins of API Géo.

    `api_geo({"communes": (gpkg, table, {"code": "insee", "nom": "nom", "codeEpci": "siren"}), "epcis": …}, rate=10)`.
    """
    from tests.standins.api_geo import Place

    started: list[RemoteStandIn] = []

    def start(places: Mapping[str, tuple], **options: Any) -> RemoteStandIn:
        known = [Place(kind, Path(path), table, columns) for kind, (path, table, columns) in places.items()]
        started.append(_troupe.api_geo(known, **options))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def arcgis(_troupe: Troupe) -> Iterator[Callable[..., RemoteStandIn]]:
    """A factory of stand-ins of an ArcGIS server: `arcgis({"name": (gpkg, table, key, CRS, geometry)}, most=100)`."""
    from tests.standins.geopf_wfs import layers_from

    started: list[RemoteStandIn] = []

    def start(layers: Mapping[str, Any], **options: Any) -> RemoteStandIn:
        started.append(_troupe.arcgis(layers_from(layers), **options))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def geopf_download(_troupe: Troupe) -> Iterator[Callable[..., RemoteStandIn]]:
    """A factory of stand-ins of the download service of the Géoplateforme: `geopf_download([Published(…)])`."""
    started: list[RemoteStandIn] = []

    def start(published: Any, **options: Any) -> RemoteStandIn:
        started.append(_troupe.geopf_download(published, **options))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def catalogues(_troupe: Troupe) -> Iterator[Callable[..., RemoteStandIn]]:
    """A factory of stand-ins: `catalogues("datagouv", [Dataset(…)])`, also tabular, transport, schema_datagouv."""
    started: list[RemoteStandIn] = []

    def start(name: str, known: Any, **options: Any) -> RemoteStandIn:
        started.append(getattr(_troupe, name)(known, **options))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def json_api(_troupe: Troupe) -> Iterator[Callable[..., RemoteStandIn]]:
    """A factory of stand-ins of the APIs of JSON: `json_api("rnb", rows, rate=0)`, by the name of the service."""
    started: list[RemoteStandIn] = []

    def start(name: str, rows: Any, **options: Any) -> RemoteStandIn:
        started.append(_troupe.json_api(name, rows, **options))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def geonetwork(_troupe: Troupe) -> Iterator[Callable[..., RemoteStandIn]]:
    """A factory of stand-ins of GeoNetwork 4: `geonetwork(workflow=True)`."""
    started: list[RemoteStandIn] = []

    def start(**options: Any) -> RemoteStandIn:
        started.append(_troupe.geonetwork(**options))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def geoserver(_troupe: Troupe) -> Iterator[RemoteGeoServer]:
    """A stand-in of GeoServer with two workspaces, `commune` (its editor may write there) and `voisine`."""
    server = _troupe.geoserver()
    yield server
    server.stop()


@pytest.fixture
def endpoints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """`endpoints(geopf_wfs=server.url, api_geo=…)` points the plugin's services at these URLs for one test."""
    urls: dict[str, str] = {}

    def point(**changed: str) -> Path:
        urls.update(changed)
        file = tmp_path / "endpoints.json"
        file.write_text(json.dumps(urls), encoding="utf-8")
        monkeypatch.setenv("DATA_TERRITOIRES_ENDPOINTS", str(file))
        return file

    return point


# ---------------------------------------------------------------- real programs, each started by its first test
@pytest.fixture(scope="session")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """nginx: `.url`, `.user`, `.password`; `.proxy(name, target)` puts a server behind it (only the editor writes)."""
    from tests.servers.front import Front

    server = Front(tmp_path_factory.mktemp("nginx"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def postgis() -> Iterator[Postgis]:
    """PostgreSQL: `.host`, `.port`, `.database`, `.user`, `.password`, `.rows(sql)`, `.run(sql)`, `.reset()`."""
    from tests.servers.database import Postgis

    server = Postgis()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def mapserver(front: Front, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MapServer]:
    """MapServer: `.serve({layer name: Served(gpkg, table, kind, crs)})` gives the URL of a WFS."""
    from tests.servers.ogc import MapServer

    server = MapServer(front, tmp_path_factory.mktemp("mapserver"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def qgis_server(front: Front, postgis: Postgis, tmp_path_factory: pytest.TempPathFactory) -> Iterator[QgisServer]:
    """QGIS Server on the tables of `postgis`: `.url` (WFS, WMS), `.api` (OGC API Features)."""
    from tests.servers.ogc import QgisServer

    server = QgisServer(front, postgis, tmp_path_factory.mktemp("qgis_server"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def pygeoapi(front: Front, postgis: Postgis, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PyGeoApi]:
    """pygeoapi on the tables of `postgis`, and a catalogue: `.url`."""
    from tests.servers.ogc import PyGeoApi

    server = PyGeoApi(front, postgis, tmp_path_factory.mktemp("pygeoapi"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def pycsw(front: Front, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PyCsw]:
    """pycsw: `.url` (OGC API Records), `.csw`."""
    from tests.servers.ogc import PyCsw

    server = PyCsw(front, tmp_path_factory.mktemp("pycsw"))
    yield server
    server.stop()
