"""MapServer, QGIS Server, pygeoapi and pycsw, behind the front."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.servers.programs import Program, answers, free_port, needed, once, skipping, tools
from tools.servers import pycsw, qgis_server
from tools.servers.programs import gunicorn, nobody
from tools.servers.qgis_server import Published

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.servers.database import Postgis
    from tests.servers.front import Front


@dataclass(frozen=True)
class Served:
    """One layer of MapServer: where it is and what it is (POINT, LINE or POLYGON)."""

    path: Path
    table: str
    kind: str
    crs: int
    key: str = "fid"


# ---------------------------------------------------------------- MapServer
_MAP = """
MAP
  NAME "territoire" EXTENT -180 -90 180 90 PROJECTION "epsg:4326" END
  OUTPUTFORMAT NAME "geojson" DRIVER "OGR/GEOJSON" MIMETYPE "application/json"
    FORMATOPTION "STORAGE=stream" FORMATOPTION "FORM=SIMPLE" FORMATOPTION "LCO:COORDINATE_PRECISION=9" END
  WEB METADATA
    "ows_title" "MapServer" "ows_onlineresource" "{url}" "ows_enable_request" "*"
    "ows_srs" "EPSG:4326 EPSG:2154 EPSG:3857" "wfs_getfeature_formatlist" "gml,geojson,geojsonCRS84"
  END END
  {layers}
END
"""
_MAP_LAYER = """
  LAYER
    NAME "{name}" TYPE {kind} STATUS ON TEMPLATE "x" CONNECTIONTYPE OGR CONNECTION "{path}" DATA "{table}"
    PROJECTION "epsg:{crs}" END
    METADATA "ows_title" "{name}" "gml_include_items" "all" "gml_types" "auto" "gml_featureid" "{key}"
      "wfs_use_default_extent_for_getfeature" "no" "wfs_getfeature_formatlist" "gml,geojson" END
  END
"""


class MapServer:
    """MapServer by fcgiwrap. `serve(layers)` gives the URL of a WFS (1.0 to 2.0; output formats GML and geojson)."""

    def __init__(self, front: Front, folder: Path) -> None:
        spawn, wrap, self._mapserv = needed("spawn-fcgi", "fcgiwrap", "mapserv")
        self._front, self._folder, self._served = front, folder, 0
        self._socket = folder / "cgi.sock"
        (folder / "mapserver.conf").write_text('CONFIG ENV MS_MAP_PATTERN "." END END\n')
        env = {"MAPSERVER_CONFIG_FILE": str(folder / "mapserver.conf")}
        self._program = Program(
            [spawn, "-n", "-s", str(self._socket), "-M", "0666", "--", wrap, "-c", "2"], folder, env
        )
        self._program.wait_for(self._socket.exists)

    def serve(self, layers: Mapping[str, Served]) -> str:
        """The URL under which these layers are served."""
        self._served += 1
        name = f"mapserver{self._served}"
        texts = [_MAP_LAYER.format(name=title, **vars(layer)) for title, layer in layers.items()]
        mapfile = self._folder / f"{name}.map"
        mapfile.write_text(_MAP.format(url=f"{self._front.url}/{name}?", layers="".join(texts)))
        params = {
            "SCRIPT_FILENAME": self._mapserv, "MS_MAPFILE": str(mapfile),
            "MAPSERVER_CONFIG_FILE": str(self._folder / "mapserver.conf"),
        }  # fmt: skip
        url = self._front.fastcgi(name, self._socket, params, guarded=False)
        self._program.wait_for(lambda: answers(f"{url}?SERVICE=WFS&REQUEST=GetCapabilities"))
        return url

    def stop(self) -> None:
        """End it."""
        self._program.stop()


# ---------------------------------------------------------------- QGIS Server and pycsw
LAYERS = (
    Published("arbre", "fid", 4326, "Point"),
    Published("arbre_texte", "id_public", 4326, "Point"),
    Published("parcelle", "fid", 2154, "MultiPolygon"),
)


class QgisServer(qgis_server.QgisServer):
    """QGIS Server on PostGIS tables that may be written to: arbre, arbre_texte, parcelle."""

    def __init__(self, front: Front, postgis: Postgis, folder: Path) -> None:
        with skipping():
            super().__init__(front, postgis, folder, LAYERS)


class PyCsw(pycsw.PyCsw):
    """pycsw: `url` (OGC API Records, collection metadata:main) and `csw` (CSW 2.0.2 and 3.0, transactions)."""

    def __init__(self, front: Front, folder: Path, name: str = "pycsw") -> None:
        with skipping():
            super().__init__(front, folder, name)


# ---------------------------------------------------------------- pygeoapi
def _collection(title: str, provider: dict) -> dict:
    everywhere = {"spatial": {"bbox": [-180, -90, 180, 90], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}
    return {
        "type": "collection", "title": title, "description": title, "keywords": [title], "links": [],
        "extents": everywhere, "providers": [provider],
    }  # fmt: skip


def _postgis_provider(postgis: Postgis, table: str, key: str, storage: str) -> dict:
    base = "http://www.opengis.net/def/crs"
    return {
        "type": "feature", "name": "PostgreSQL", "editable": True, "table": table, "id_field": key,
        "geom_field": "geom",
        "data": {
            "host": postgis.host, "port": postgis.port, "dbname": postgis.database, "user": postgis.user,
            "password": postgis.password, "search_path": ["public"],
        },
        "crs": [f"{base}/OGC/1.3/CRS84", f"{base}/EPSG/0/4326", f"{base}/EPSG/0/2154"],
        "storage_crs": f"{base}/{storage}",
    }  # fmt: skip


class PyGeoApi:
    """pygeoapi (OGC API Features with Part 4, and Records): collections arbre, arbre_texte, parcelle, catalogue."""

    def __init__(self, front: Front, postgis: Postgis, folder: Path) -> None:
        home = tools() / "pygeoapi" / "bin"
        if not (home / "pygeoapi").exists():
            pytest.skip("needs pygeoapi, absent here")
        port = free_port()
        self.url = f"{front.url}/pygeoapi"
        (folder / "catalogue.tinydb").write_text('{"_default": {}}')
        config = folder / "pygeoapi.yml"
        config.write_text(json.dumps(self._config(port, postgis, folder)))  # JSON is YAML
        env = {"PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(folder / "openapi.json"), "HOME": str(folder)}
        once(
            [
                str(home / "pygeoapi"),
                "openapi",
                "generate",
                str(config),
                "--format",
                "json",
                "--output-file",
                env["PYGEOAPI_OPENAPI"],
            ],
            folder,
            env,
        )
        # One worker: with two, the file of the catalogue is corrupted by writers.
        command = gunicorn(home, port, "pygeoapi.flask_app:APP", "--threads", "4")
        self._program = Program(command, folder, env).wait_for(lambda: answers(f"http://127.0.0.1:{port}/"))
        front.proxy("pygeoapi", f"http://127.0.0.1:{port}")
        self._program.wait_for(lambda: answers(f"{self.url}/"))

    def _config(self, port: int, postgis: Postgis, folder: Path) -> dict:
        records = {
            "type": "record", "name": "TinyDBCatalogue", "editable": True, "data": str(folder / "catalogue.tinydb"),
            "id_field": "externalId", "time_field": "recordCreated", "title_field": "title",
        }  # fmt: skip
        who = {"name": "-", "url": "http://127.0.0.1"}
        return {
            "server": {
                "bind": {"host": "127.0.0.1", "port": port}, "url": self.url,
                "mimetype": "application/json; charset=UTF-8",
                "encoding": "utf-8", "languages": ["fr-FR"], "limits": {"default_items": 10, "max_items": 10000},
                "map": {"url": "http://127.0.0.1/{z}/{x}/{y}.png", "attribution": "-"}, "gzip": False,
                "pretty_print": False,
            },
            "logging": {"level": "ERROR"},
            "metadata": {
                "identification": {
                    "title": "Plateforme", "description": "Plateforme", "keywords": ["essai"], "keywords_type": "theme",
                    "terms_of_service": "http://127.0.0.1", "url": "http://127.0.0.1",
                },
                "license": who, "provider": who, "contact": nobody(),
            },
            "resources": {
                "arbre": _collection("Arbres", _postgis_provider(postgis, "arbre", "fid", "OGC/1.3/CRS84")),
                "arbre_texte": _collection(
                    "Arbres, clé texte", _postgis_provider(postgis, "arbre_texte", "id_public", "OGC/1.3/CRS84")
                ),
                "parcelle": _collection("Parcelles", _postgis_provider(postgis, "parcelle", "fid", "EPSG/0/2154")),
                "catalogue": _collection("Catalogue", records),
            },
        }  # fmt: skip

    def stop(self) -> None:
        """End it."""
        self._program.stop()
