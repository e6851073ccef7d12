"""A PostGIS table: read, and written in one transaction per batch, by the client library that QGIS ships."""

from __future__ import annotations

from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsDataSourceUri, QgsGeometry

from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..content import Column, Remote, Row, Value, text_of
from .base import Outcome, Profile, TargetError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsFeedback

BATCH = 1000
_FETCHED = 2000
_PATIENCE = 15  # seconds to connect
_TYPES = {
    **dict.fromkeys(("smallint", "integer", "bigint"), "integer"),
    **dict.fromkeys(("numeric", "real", "double precision"), "number"),
    "boolean": "boolean",
    "date": "date",
    **dict.fromkeys(("timestamp without time zone", "timestamp with time zone"), "datetime"),
}
_KINDS = {"POINT": "point", "LINESTRING": "line", "POLYGON": "polygon"}
_COLUMNS = """
SELECT a.attname, format_type(a.atttypid, NULL), coalesce(nullif(a.atttypmod, -1) - 4, 0),
  a.attnotnull AND NOT a.atthasdef AND a.attidentity = '', t.typname
FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"""


class PostGis:
    """A table `schema.table` of a database. `address`: as QGIS writes a connection, or postgresql://host:port/name."""

    def __init__(self, address: str, collection: str, key: str, columns: Sequence[Column], authcfg: str = "") -> None:
        self._address, self._authcfg, self._key, self._columns = address, authcfg, key, columns
        schema, _, table = collection.rpartition(".")
        self._schema, self._table = schema or "public", table
        self._shape = ""
        self._profile: Profile | None = None

    # ------------------------------------------------------------------------------------------------ connection
    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        """A transaction: everything or nothing. TargetError, in the words of the database."""
        import psycopg2

        try:
            connection = psycopg2.connect(self._connection(), connect_timeout=_PATIENCE)
        except psycopg2.Error as error:
            raise TargetError(
                tr("The database can't be reached."),
                detail=str(error),
                hint=tr("Check its address, the authentication configuration, and that you are on its network."),
            ) from error
        try:
            with connection, connection.cursor() as cursor:
                yield cursor
        except psycopg2.Error as error:
            raise TargetError(
                tr("The database refuses: {reason}").format(reason=str(error).strip().splitlines()[0]),
                detail=str(error),
            ) from error
        finally:
            connection.close()

    def _connection(self) -> str:
        """What libpq is given; the authentication manager adds the user and the password, which stay there."""
        if self._address.startswith(("postgresql://", "postgres://")):
            uri = QgsDataSourceUri()
            rest = self._address.partition("://")[2]
            host, _, database = rest.partition("/")
            name, _, port = host.partition(":")
            uri.setConnection(name, port or "5432", database.partition("?")[0], "", "")
        else:
            uri = QgsDataSourceUri(self._address)
        uri.setAuthConfigId(self._authcfg or uri.authConfigId())
        return str(uri.connectionInfo(True))

    def _named(self) -> Any:
        from psycopg2 import sql

        return sql.SQL("{}.{}").format(sql.Identifier(self._schema), sql.Identifier(self._table))

    # ------------------------------------------------------------------------------------------------ reading
    def probe(self, feedback: QgsFeedback) -> Profile:
        """The columns and the shapes of the table. TargetError: no such table, no right to write to it."""
        with self._cursor() as cursor:
            cursor.execute("SELECT to_regclass(%s)", (f'"{self._schema}"."{self._table}"',))
            if cursor.fetchone()[0] is None:
                raise TargetError(
                    tr("The database has no table {schema}.{table}.").format(schema=self._schema, table=self._table),
                    hint=tr("Create it first, or correct its name (schema.table)."),
                )
            name = f'"{self._schema}"."{self._table}"'
            cursor.execute(
                "SELECT has_table_privilege(%s, 'INSERT') AND has_table_privilege(%s, 'UPDATE')"
                " AND has_table_privilege(%s, 'DELETE')",
                (name, name, name),
            )
            if not cursor.fetchone()[0]:
                raise TargetError(
                    tr("You may not write to {schema}.{table}.").format(schema=self._schema, table=self._table),
                    hint=tr("Ask the administrator of the database for the right."),
                )
            cursor.execute(_COLUMNS, (name,))
            described = cursor.fetchall()
            cursor.execute(
                "SELECT f_geometry_column, srid, type FROM geometry_columns WHERE f_table_schema = %s"
                " AND f_table_name = %s",
                (self._schema, self._table),
            )
            shape = cursor.fetchone()
        columns = tuple(
            Column(column, _TYPES.get(type_, "text"), max(0, length) if type_ == "character varying" else 0, required)
            for column, type_, length, required, kind in described
            if kind not in ("geometry", "geography")
        )
        self._shape = shape[0] if shape else ""
        crs = QgsCoordinateReferenceSystem(f"EPSG:{shape[1]}" if shape else "EPSG:4326")
        kind = _KINDS.get(shape[2].replace("MULTI", "").rstrip("ZM"), "") if shape else ""
        precision = 1e-9 if crs.isGeographic() else 1e-6
        self._profile = Profile(columns, crs, precision, kind, batch=BATCH)
        return self._profile

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """The whole table, in one transaction: a picture of one moment."""
        with self._cursor() as cursor:
            cursor.execute(self._select())
            while rows := cursor.fetchmany(_FETCHED):
                stop_if_cancelled(feedback)
                yield from (self._remote(row) for row in rows)

    def read_some(self, keys: Sequence[str], ids: Sequence[str], feedback: QgsFeedback) -> dict[str, Remote]:
        """By their keys: the ids are the keys."""
        from psycopg2 import sql

        where = sql.SQL(" WHERE {}::text = ANY(%s)").format(sql.Identifier(self._key))
        with self._cursor() as cursor:
            cursor.execute(self._select() + where, (list(keys),))
            remotes = [self._remote(row) for row in cursor.fetchall()]
        return {remote.row.key: remote for remote in remotes}

    def _select(self) -> Any:
        from psycopg2 import sql

        wanted = [sql.Identifier(column.name) for column in self._columns]
        shape = sql.SQL("ST_AsBinary({})").format(sql.Identifier(self._shape)) if self._shape else sql.SQL("NULL")
        return sql.SQL("SELECT {}, {} FROM {}").format(sql.SQL(", ").join(wanted), shape, self._named())

    def _remote(self, row: Sequence[Any]) -> Remote:
        *values, shape = row
        plain = tuple(_plain(value) for value in values)
        place = next(n for n, column in enumerate(self._columns) if column.name == self._key)
        key = text_of(plain[place])
        return Remote(Row(key, plain, bytes(shape) if shape is not None else b""), key)

    # ------------------------------------------------------------------------------------------------ writing
    def create(self, rows: Sequence[Row], feedback: QgsFeedback) -> list[Outcome]:
        """All of them in one transaction; where one is refused, one by one, so that only that one is left out."""
        return self._each(rows, self._insert)

    def replace(self, pairs: Sequence[tuple[Remote, Row]], feedback: QgsFeedback) -> list[Outcome]:
        """UPDATE, likewise: columns that are not published keep their values."""
        return self._each([row for _, row in pairs], self._update)

    def delete(self, gone: Sequence[Remote], feedback: QgsFeedback) -> list[Outcome]:
        """DELETE, likewise."""
        return self._each([remote.row for remote in gone], self._remove)

    def _each(self, rows: Sequence[Row], write: Any) -> list[Outcome]:
        try:
            with self._cursor() as cursor:
                write(cursor, rows)
        except TargetError as error:
            if len(rows) == 1:
                return [Outcome(rows[0].key, error=error.message)]
            return [outcome for row in rows for outcome in self._each([row], write)]
        return [Outcome(row.key, row.key) for row in rows]

    def _insert(self, cursor: Any, rows: Sequence[Row]) -> None:
        from psycopg2 import sql
        from psycopg2.extras import execute_values

        names = [sql.Identifier(column.name) for column in self._columns]
        if self._shape:
            names.append(sql.Identifier(self._shape))
        statement = sql.SQL("INSERT INTO {} ({}) VALUES %s").format(self._named(), sql.SQL(", ").join(names))
        execute_values(cursor, statement, [self._values(row) for row in rows], self._template(), page_size=BATCH)

    def _update(self, cursor: Any, rows: Sequence[Row]) -> None:
        from psycopg2 import sql

        names = [*(column.name for column in self._columns), *([self._shape] if self._shape else [])]
        marks = self._marks()
        sets = [sql.SQL("{} = {}").format(sql.Identifier(name), mark) for name, mark in zip(names, marks, strict=True)]
        statement = sql.SQL("UPDATE {} SET {} WHERE {}::text = %s").format(
            self._named(), sql.SQL(", ").join(sets), sql.Identifier(self._key)
        )
        for row in rows:
            cursor.execute(statement, (*self._values(row), row.key))

    def _remove(self, cursor: Any, rows: Sequence[Row]) -> None:
        from psycopg2 import sql

        statement = sql.SQL("DELETE FROM {} WHERE {}::text = ANY(%s)").format(self._named(), sql.Identifier(self._key))
        cursor.execute(statement, ([row.key for row in rows],))

    def _marks(self) -> list[Any]:
        from psycopg2 import sql

        marks: list[Any] = [sql.SQL("%s")] * len(self._columns)
        if self._shape:
            marks.append(sql.SQL("ST_GeomFromWKB(%s, {})").format(sql.Literal(self._srid())))
        return marks

    def _template(self) -> Any:
        from psycopg2 import sql

        return sql.SQL("({})").format(sql.SQL(", ").join(self._marks()))

    def _srid(self) -> int:
        return int(self._profile.crs.authid().rpartition(":")[2]) if self._profile else 0

    def _values(self, row: Row) -> tuple[Any, ...]:
        if not self._shape:
            return row.values
        return (*row.values, memoryview(self._fitting(row.shape)) if row.shape else None)

    @staticmethod
    def _fitting(wkb: bytes) -> bytes:
        """Multiple, as most tables want; a table of points takes points."""
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        if geometry.type() != Qgis.GeometryType.Point:
            geometry.convertToMultiType()
        elif geometry.isMultipart():
            geometry.convertToSingleType()
        return bytes(geometry.asWkb().data())


def _plain(value: Any) -> Value:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
