"""PostgreSQL with PostGIS, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from pathlib import Path

from tools.servers.programs import Program, free_port, needed, once


class Postgis:
    """A running PostgreSQL: `host`, `port`, `database`, `user`, `password`; its tables are those that `tables` makes.

    Its folder is one that the account of PostgreSQL can enter. `port` 0: any that is free.
    """

    host, database, user = "127.0.0.1", "territoire", "postgres"

    def __init__(self, tables: str, password: str, port: int = 0) -> None:
        initdb, postgres, psql = needed("initdb", "postgres", "psql")
        self._psql, self._tables, self.password = psql, tables, password
        self.port = port or free_port()
        usual = Path(tempfile.gettempdir())
        open_to_all = all(folder.stat().st_mode & 0o001 for folder in (usual, *usual.parents))
        self.folder = Path(tempfile.mkdtemp(prefix="dt-pg.", dir=usual if open_to_all else "/tmp"))
        try:
            self._start(initdb, postgres)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def _start(self, initdb: str, postgres: str) -> None:
        prefix: list[str] = []
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(self.folder, "postgres", "postgres")
            prefix = [*needed("setpriv"), "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        (self.folder / "password").write_text(self.password)
        (self.folder / "password").chmod(0o644)
        data = self.folder / "data"
        once(
            [*prefix, initdb, "-D", str(data), "-U", self.user, f"--pwfile={self.folder}/password", "-A",
             "scram-sha-256",
             "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"],
            self.folder,
        )  # fmt: skip
        settings = {
            "port": self.port, "listen_addresses": self.host, "unix_socket_directories": "", "fsync": "off",
            "synchronous_commit": "off", "full_page_writes": "off", "max_connections": 60, "shared_buffers": "32MB",
        }  # fmt: skip
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        self._program = Program([*prefix, postgres, "-D", str(data), *options], self.folder)
        self._program.wait_for(lambda: self._says("SELECT 1", "postgres"))
        self.run(f"CREATE DATABASE {self.database}", "postgres")
        self.run("CREATE EXTENSION postgis")
        self.reset()

    def _says(self, sql: str, database: str) -> bool:
        try:
            self.run(sql, database)
        except RuntimeError:
            return False
        return True

    def run(self, sql: str, database: str = "") -> None:
        """Run SQL, all or nothing."""
        script = ["-v", "ON_ERROR_STOP=1", "-q", "-X", "-c", sql]
        where = ["-h", self.host, "-p", str(self.port), "-U", self.user, "-d", database or self.database]
        once(
            [self._psql, *where, *script],
            self.folder,
            {"PGPASSWORD": self.password, "PGOPTIONS": "-c client_min_messages=warning"},
        )

    def rows(self, sql: str) -> list[tuple]:
        """What a query answers, seen by another client than the server under test."""
        import psycopg2

        connection = psycopg2.connect(
            host=self.host, port=self.port, dbname=self.database, user=self.user, password=self.password
        )
        try:
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return cursor.fetchall()
        finally:
            connection.close()

    def reset(self) -> None:
        """The tables as they were at the start."""
        self.run(self._tables)

    def stop(self) -> None:
        """End it (fast shutdown) and remove its folder."""
        self._program.stop(signal.SIGINT)
        shutil.rmtree(self.folder, ignore_errors=True)
