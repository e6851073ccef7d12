"""pycsw, behind the front."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tools.servers.programs import Absent, Program, answers, free_port, gunicorn, nobody, once, tools

if TYPE_CHECKING:
    from pathlib import Path

    from tools.servers.front import Front


class PyCsw:
    """pycsw: `url` (OGC API Records, collection metadata:main) and `csw` (CSW 2.0.2 and 3.0, transactions)."""

    def __init__(self, front: Front, folder: Path, name: str = "pycsw") -> None:
        home = tools() / "pycsw" / "bin"
        if not (home / "pycsw-admin.py").exists():
            raise Absent("needs pycsw, absent here")
        port = free_port()
        self.url = f"{front.url}/{name}"
        self.csw = f"{self.url}/csw"
        config = folder / "pycsw.yml"
        config.write_text(json.dumps(self._config(folder)))
        env = {"PYCSW_CONFIG": str(config), "HOME": str(folder)}
        once(
            [str(home / "python"), str(home / "pycsw-admin.py"), "setup-repository", "--config", str(config)],
            folder,
            env,
        )
        # One request at a time: the threads of a worker would share pycsw's only database session.
        command = gunicorn(home, port, "pycsw.wsgi_flask:APP")
        self._program = Program(command, folder, env).wait_for(lambda: answers(f"http://127.0.0.1:{port}/"))
        front.proxy(name, f"http://127.0.0.1:{port}")
        self._program.wait_for(lambda: answers(f"{self.url}/"))

    def _config(self, folder: Path) -> dict:
        who = {"name": "-", "url": "http://127.0.0.1"}
        return {
            "server": {
                "url": self.url, "mimetype": "application/xml; charset=UTF-8", "encoding": "UTF-8", "language": "fr",
                "maxrecords": 10,
            },
            "logging": {"level": "ERROR"},
            "profiles": ["apiso"],
            "manager": {"transactions": True, "allowed_ips": ["127.0.0.1"], "csw_harvest_pagesize": 10},
            "metadata": {
                "identification": {
                    "title": "Catalogue", "description": "Catalogue", "keywords": ["essai"], "keywords_type": "theme",
                    "fees": "None", "accessconstraints": "None", "url": "http://127.0.0.1", "terms_of_service": "http://127.0.0.1",
                },
                "license": who, "provider": who,
                "contact": nobody(),
                "inspire": {"enabled": False},
            },
            "repository": {"database": f"sqlite:///{folder}/records.db", "table": "records", "facets": ["type"]},
        }  # fmt: skip

    def stop(self) -> None:
        """End it."""
        self._program.stop()
