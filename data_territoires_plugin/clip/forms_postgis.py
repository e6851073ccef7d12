"""A lot in PostGIS: a schema per territory, its tables replaced together; the schemas of others are left alone."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from osgeo import gdal
from qgis.core import QgsDataSourceUri, QgsProviderRegistry

from ..errors import OutputError
from ..geopackage import connect
from ..i18n import tr
from .forms import drop_made, tables_of, translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MARK = "Data Territoires"  # the comment of the schemas that are ours
_PATIENCE = 15  # seconds to connect


class Schemas:
    """`connection`: the name of a saved connection of QGIS, or one as QGIS writes it; `authcfg`: user and password."""

    def __init__(self, connection: str, authcfg: str = "") -> None:
        self._given, self._authcfg = connection, authcfg
        with self._cursor():  # refused before anything is read
            return

    def has(self, name: str) -> bool:
        """Whether the schema of a territory is there, and ours."""
        with self._cursor() as cursor:
            return self._comment(cursor, _schema(name)) == _MARK

    def take(self, name: str, made: Path) -> Path:
        """Writes the tables beside, then puts all of them in the place of the former ones, in one transaction."""
        schema = _schema(name)
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
        drop_made(made)
        return made.with_name(schema)

    def close(self) -> None:
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


def _schema(name: str) -> str:
    return re.sub(r"[^a-z0-9_]+", "_", name.lower())[:50]
