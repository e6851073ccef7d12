"""A whole platform on this computer, for trainers and for the demonstration: PostGIS, QGIS Server, pycsw, nginx.

    python3 -m tools.local_platform                 starts it, prints its addresses, stops on Ctrl-C
    python3 -m tools.local_platform --port 8080     elsewhere than on 8765 (0: any port that is free)
    python3 -m tools.local_platform --check         starts it, publishes a layer of the kit, reads it back, stops
Anybody reads, the training account writes. Its layers are those of the training kit, empty: they wait to be published.
Nothing is kept: stopped, it leaves no process and no file.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import socket
import sqlite3
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT), "/usr/share/qgis/python/plugins"]

from tools.servers.database import Postgis  # noqa: E402 (the project must be on the path first)
from tools.servers.front import Front  # noqa: E402
from tools.servers.programs import Absent  # noqa: E402
from tools.servers.pycsw import PyCsw  # noqa: E402
from tools.servers.qgis_server import Published, QgisServer  # noqa: E402

KIT = PROJECT / "resources" / "training" / "kit.gpkg"
PORT = 8765
ACCOUNT = "formation"  # its name and its password: it guards nothing but an exercise
DATABASE_PORT = 54765


class Lent(NamedTuple):
    """A layer of the training kit that the platform awaits: its table in the kit, its key, its style."""

    entry: str
    key: str
    style: str


LAYERS = (
    Lent("ban_adresses", "id", "adresse"),
    Lent("bdtopo_batiment", "cleabs", "bati_batiment"),
    Lent("bdtopo_haie", "cleabs", "haie"),
    Lent("bdtopo_cimetiere", "cleabs", "cimetiere"),
    Lent("bdtopo_terrain_de_sport", "cleabs", "terrain_de_sport"),
)
_TYPES = {"INTEGER": "bigint", "REAL": "double precision", "DATE": "date", "DATETIME": "timestamptz",
          "BOOLEAN": "boolean", "TEXT": "text"}  # fmt: skip


class Platform:
    """The programs, started in this order and stopped in the other one."""

    def __init__(self, port: int, database_port: int) -> None:
        self._started = ExitStack()
        try:
            self._start(port, database_port)
        except BaseException:
            self.stop()
            raise

    def _start(self, port: int, database_port: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="dt-plateforme."))
        self._started.callback(shutil.rmtree, self.folder, ignore_errors=True)
        published, tables = _published()
        self.front = Front(self._folder("nginx"), ACCOUNT, ACCOUNT, port)
        self._started.callback(self.front.stop)
        self.postgis = Postgis(tables, ACCOUNT, database_port)
        self._started.callback(self.postgis.stop)
        self.server = QgisServer(self.front, self.postgis, self._folder("qgis"), published)
        self._started.callback(self.server.stop)
        self.shared, _ = self.front.webdav("diffusion")
        self.catalogue: PyCsw | None = None
        with suppress(Absent):
            self.catalogue = PyCsw(self.front, self._folder("catalogue"), "catalogue")
            self._started.callback(self.catalogue.stop)
        self.layers = [one.table for one in published]

    def _folder(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir()
        return folder

    def told(self) -> str:
        """Its addresses and its account, for people."""
        base = self.postgis
        lines = [
            ("objets (WFS-T), cartes (WMS)", self.server.url),
            ("objets (OGC API)", self.server.api),
            ("catalogue (CSW)", self.catalogue.csw if self.catalogue else "absent : pycsw n’est pas installé ici"),
            ("dossier (WebDAV)", self.shared),
            ("base (PostGIS)", f"postgresql://{base.host}:{base.port}/{base.database}"),
            ("compte qui publie", f"{ACCOUNT} / {ACCOUNT}   (base : {base.user} / {base.password})"),
            ("couches, vides", ", ".join(self.layers)),
        ]
        if self.catalogue:
            lines.insert(3, ("catalogue (OGC API Records)", f"{self.catalogue.url}/collections/metadata:main"))
        return "\n".join(f"  {name:<29} {value}" for name, value in lines)

    def ports(self) -> list[int]:
        """Those that it listens on."""
        return [self.front.port, self.postgis.port]

    def stop(self) -> None:
        """Ends every program that was started, and removes what it wrote."""
        self._started.close()


def _published() -> tuple[list[Published], str]:
    """The layers of the platform, and the SQL of their empty tables: the columns of the kit, its key unique."""
    from data_territoires_plugin.catalogue.loading import load_catalogue
    from data_territoires_plugin.catalogue.remote.destinations import name_of

    catalogue, published, tables = load_catalogue(), [], []
    with sqlite3.connect(f"{KIT.as_uri()}?mode=ro", uri=True) as kit:
        for one in LAYERS:
            title = catalogue.entry(one.entry).title
            kind, srid, z = kit.execute(
                "SELECT geometry_type_name, srs_id, z FROM gpkg_geometry_columns WHERE table_name = ?", (one.entry,)
            ).fetchone()
            columns = kit.execute("SELECT name, type FROM pragma_table_info(?)", (one.entry,)).fetchall()
            rows = [
                f'"{name}" {_TYPES[type_]}{" UNIQUE NOT NULL" if name == one.key else ""}'
                for name, type_ in columns
                if name not in ("fid", "geom")
            ]
            shape = f"{kind}Z" if z else kind
            rows = ["fid serial PRIMARY KEY", *rows, f"geom geometry({shape}, {srid})"]
            tables.append(f'CREATE TABLE "{name_of(title)}" ({", ".join(rows)});')
            style = PROJECT / "resources" / "styles" / f"{one.style}.qml"
            published.append(Published(name_of(title), "fid", srid, shape, title, str(style)))
        kit.rollback()
    kit.close()
    return published, "\n".join(tables)


# ---------------------------------------------------------------- the check
def check(platform: Platform) -> None:
    """Publishes a layer of the training kit as a user does, and reads it back with another client."""
    from tools.headless import configured, start_qgis

    os.environ["DATA_TERRITOIRES_OFFLINE"] = "0"
    qgis = start_qgis()
    import processing
    from qgis.core import QgsProcessingFeedback, QgsVectorLayer

    layer = QgsVectorLayer(f"{KIT}|layername=bdtopo_terrain_de_sport", "Terrains de sport", "ogr")
    report = platform.folder / "report.json"
    given: dict[str, Any] = {
        "INPUT": layer, "PLATFORM": "qgis_server", "TARGET": platform.server.url, "KEY": "cleabs",
        "AUTHCFG": configured(ACCOUNT, ACCOUNT), "REPORT": str(report), "JOURNALS": str(platform.folder),
    }  # fmt: skip
    result = processing.run("dataterritoires:publish", given, feedback=QgsProcessingFeedback())
    url = f"{platform.server.api}/collections/terrains_de_sport/items.json?limit=1000"
    with urllib.request.urlopen(url, timeout=30) as answer:
        there = {one["properties"]["cleabs"] for one in json.load(answer)["features"]}
    ours = {feature["cleabs"] for feature in layer.getFeatures()}
    if result["VERIFIED"] != 1 or there != ours:
        raise SystemExit(f"publié : {sorted(ours)}\nrelu : {sorted(there)}\n{report.read_text(encoding='utf-8')}")
    print(f"publié, puis relu sur la plateforme : {len(there)} terrains de sport sur {len(ours)}", flush=True)
    del qgis


def free(port: int) -> bool:
    """Whether nobody listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _interrupted(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def main() -> int:
    """Starts the platform, waits or checks, stops it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--check", action="store_true", help="publish, read back, stop")
    asked = parser.parse_args()
    port = 0 if asked.check and asked.port == PORT else asked.port
    if port and not free(port):
        raise SystemExit(f'le port {port} est déjà pris : choisissez-en un autre (make platform ARGS="--port 8080")')
    for sign in (signal.SIGINT, signal.SIGTERM):  # started in the background, a shell has it ignore Ctrl-C
        signal.signal(sign, _interrupted)
    started = time.monotonic()
    try:
        platform = Platform(port, DATABASE_PORT if port and free(DATABASE_PORT) else 0)
    except Absent as error:
        raise SystemExit(f"il manque un programme : {error}") from error
    try:
        print(f"Plateforme de formation : {platform.front.url}  ({time.monotonic() - started:.0f} s)")
        print(platform.told(), flush=True)
        if asked.check:
            check(platform)
        else:
            print("Ctrl-C l’arrête, et n’en laisse rien.", flush=True)
            while True:
                signal.pause()
    except KeyboardInterrupt:
        print("\narrêt…", flush=True)
    finally:
        platform.stop()
    left = [one for one in platform.ports() if not free(one)]
    print(f"écoute encore : {left}" if left else "arrêtée : plus aucun programme, plus aucun fichier", flush=True)
    return 1 if left or platform.folder.exists() else 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # QGIS's own teardown outside its program is not reliable
