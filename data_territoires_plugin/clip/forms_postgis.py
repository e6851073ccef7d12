"""A lot in PostGIS: a schema per territory, its tables replaced together; the schemas of others are left alone."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from osgeo import gdal
from qgis.core import QgsDataSourceUri, QgsProviderRegistry

from ..catalogue.words import plain
from ..errors import OutputError
from ..geopackage import connect
from ..i18n import tr
from .forms import tables_of, translated, workshop_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .request import ClipRequest, LayerResult

_MARK = "Data Territoires"  # the comment of the schemas that are ours
_PATIENCE = 15  # seconds to connect


class Schemas:
    """`connection`: the name of a saved connection of QGIS, or one as QGIS writes it; `authcfg`: user and password."""

    def __init__(self, folder: Path, connection: str, authcfg: str = "") -> None:
        if not connection:
            raise OutputError(
                tr("The form “postgis” asks for a database."), hint=tr("Name a saved connection of QGIS.")
            )
        self._given, self._authcfg = connection, authcfg
        self._folder, self.made_in = folder, workshop_of(folder)
        with self._cursor():  # refused before anything is read
            return

    def called(self, name: str) -> str:
        """The schema of a territory."""
        return re.sub(r"[^a-z0-9_]+", "_", plain(name))[:50]  # PostgreSQL cuts at 63 bytes; the draft's is longer

    def has(self, name: str) -> Path | None:
        """The schema of a territory where it is there, and ours."""
        with self._cursor() as cursor:
            schema = self.called(name)
            return self._folder / schema if self._comment(cursor, schema) == _MARK else None

    def take(self, name: str, made: Path) -> Path:
        """Writes the tables beside, then puts all of them in the place of the former ones, in one transaction."""
        schema = self.called(name)
        draft = f"{schema}_dt_draft"
        file = connect(made, read_only=True)
        try:
            tables = tables_of(file, "main")
        finally:
            file.close()
        with self._cursor() as cursor:
            comment = self._comment(cursor, schema)
            if comment not in (None, _MARK):
                raise OutputError(
                    tr("The schema “{name}” of the database was not made by this plugin: it is left alone.").format(
                        name=schema
                    ),
                    hint=tr("Rename it, or choose another database."),
                )
            self._run(cursor, "DROP SCHEMA IF EXISTS {} CASCADE", draft)
            self._run(cursor, "CREATE SCHEMA {}", draft)
        try:
            for table in tables:
                creation = [f"SCHEMA={draft}", "GEOMETRY_NAME=geom", "LAUNDER=NO", "FID=fid"]
                options = gdal.VectorTranslateOptions(
                    format="PostgreSQL", layers=[table], layerName=table, layerCreationOptions=creation
                )
                translated(f"PG:{self._address()}", made, options)
            self._put_in_place(schema, draft, tables)
        finally:
            with self._cursor() as cursor:
                self._run(cursor, "DROP SCHEMA IF EXISTS {} CASCADE", draft)
        return self._folder / schema

    def close(self, _request: ClipRequest, _layers: Iterable[LayerResult]) -> None:
        """Nothing is left to do."""

    def _put_in_place(self, schema: str, draft: str, tables: list[str]) -> None:
        with self._cursor() as cursor:
            self._run(cursor, "CREATE SCHEMA IF NOT EXISTS {}", schema)
            from psycopg2 import sql

            statement = sql.SQL("COMMENT ON SCHEMA {} IS {}")
            cursor.execute(statement.format(sql.Identifier(schema), sql.Literal(_MARK)))
            for table in tables:
                # Without CASCADE: what the authority has built on it is never taken away.
                self._run(cursor, "DROP TABLE IF EXISTS {}.{}", schema, table)
                self._run(cursor, "ALTER TABLE {}.{} SET SCHEMA {}", draft, table, schema)

    @staticmethod
    def _run(cursor: Any, statement: str, *names: str) -> None:
        from psycopg2 import sql

        cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    @staticmethod
    def _comment(cursor: Any, schema: str) -> str | None:
        """The comment of a schema, "" where it has none, None where there is no such schema."""
        cursor.execute(
            "SELECT coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname = %s", (schema,)
        )
        row = cursor.fetchone()
        return None if row is None else str(row[0])

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        """A transaction: everything or nothing."""
        import psycopg2

        try:
            connection = psycopg2.connect(self._address(), connect_timeout=_PATIENCE)
            try:
                with connection, connection.cursor() as cursor:
                    yield cursor
            finally:
                connection.close()
        except psycopg2.Error as error:
            words = (str(error).strip().splitlines() or [type(error).__name__])[0]
            raise OutputError(
                tr("The database refuses: {reason}").format(reason=words),
                hint=tr("Check its address, the authentication configuration, and that you are on its network."),
            ) from error

    def _address(self) -> str:
        """What libpq is given; the authentication manager adds the user and the password, which stay there."""
        metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
        saved = metadata.connections() if metadata is not None else {}
        uri = QgsDataSourceUri(saved[self._given].uri() if self._given in saved else self._given)
        uri.setAuthConfigId(self._authcfg or uri.authConfigId())
        return str(uri.connectionInfo(True))
