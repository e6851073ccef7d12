"""QGIS Server, behind the front."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tools.servers.programs import Program, answers, needed, once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.servers.database import Postgis
    from tools.servers.front import Front


@dataclass(frozen=True)
class Published:
    """A PostGIS table as a layer: its key, the code and the kind of its shapes, its style (a QML file)."""

    table: str
    key: str
    srid: int
    kind: str
    title: str = ""
    style: str = ""


class QgisServer:
    """QGIS Server (FastCGI) on a project of PostGIS tables that may be written to.

    `url`: WFS 1.1 and WMS; `api`: OGC API Features.
    """

    def __init__(self, front: Front, postgis: Postgis, folder: Path, layers: Sequence[Published]) -> None:
        spawn, server = needed("spawn-fcgi", "qgis_mapserv.fcgi")
        project, socket = folder / "territoire.qgs", folder / "qgis.sock"
        where: dict = {name: getattr(postgis, name) for name in ("host", "port", "database", "user", "password")}
        where["layers"] = [asdict(layer) for layer in layers]
        script = Path(__file__).parent / "make_project.py"
        env = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
        python = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable
        once([python, str(script), str(project), json.dumps(where)], folder, env)
        env |= {
            "QGIS_PROJECT_FILE": str(project),
            "QGIS_SERVER_API_WFS3_MAX_LIMIT": "10000",
            "QGIS_SERVER_LOG_STDERR": "1",
        }
        # It may crash (3.44, after a thousand requests or so): it starts again, as behind a real front.
        again = 'while :; do "$@"; sleep 0.05; done'
        command = [*needed("sh"), "-c", again, "sh", spawn, "-n", "-s", str(socket), "-M", "0666", "--", server]
        self._program = Program(command, folder, env).wait_for(socket.exists)
        self.url = front.fastcgi("qgis", socket, {})
        self.api = f"{self.url}/wfs3"
        self._program.wait_for(lambda: answers(f"{self.url}?SERVICE=WFS&REQUEST=GetCapabilities"))

    def stop(self) -> None:
        """End it."""
        self._program.stop()
