"""A PostGIS table: read, and written in one transaction per batch, by the client library that QGIS ships."""

from __future__ import annotations

from contextlib import contextmanager
from copy import copy
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsDataSourceUri, QgsGeometry

from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..content import Column, Remote, Row, Value, differences, text_of
from .base import Outcome, Profile, TargetError, TargetLost

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qgis.core import QgsFeedback

    from .base import Dataset
    from .postgis_swap import Names

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
_PLAIN = frozenset({*_TYPES, "text", "character varying", "character", "time without time zone"})
_KINDS = {"POINT": "point", "LINESTRING": "line", "POLYGON": "polygon"}
_SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")  # as libpq names them
_COLUMNS = """
SELECT a.attname, format_type(a.atttypid, NULL), coalesce(nullif(a.atttypmod, -1) - 4, 0),
  a.attnotnull AND NOT a.atthasdef AND a.attidentity = '', t.typname, a.attgenerated <> ''
FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"""


class PostGis:
    """A table `schema.table` of a database. `address`: as QGIS writes a connection, or postgresql://host:port/name."""

    def __init__(self, dataset: Dataset) -> None:
        self._address, self._authcfg = dataset.address, dataset.authcfg
        self._key, self._columns = dataset.key, dataset.columns
        schema, _, table = dataset.collection.rpartition(".")
        self._schema, self._table = schema or "public", table
        self._place = next((n for n, column in enumerate(self._columns) if column.name == self._key), 0)
        self._shape = ""
        self._others: tuple[str, ...] = ()  # columns that are not published
        self._as_text: frozenset[str] = frozenset()  # those that are read as PostgreSQL writes them
        self._profile: Profile | None = None

    # ------------------------------------------------------------------------------------------------ connection
    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        """A transaction: everything or nothing. TargetError: the database refuses; TargetLost: it can't be reached."""
        import psycopg2

        try:
            connection = psycopg2.connect(self._connection(), connect_timeout=_PATIENCE)
        except psycopg2.Error as error:
            raise TargetLost(
                tr("The database can't be reached."),
                detail=str(error),
                hint=tr("Check its address, the authentication configuration, and that you are on its network."),
            ) from error
        try:
            with connection, connection.cursor() as cursor:
                yield cursor
        except (psycopg2.OperationalError, psycopg2.InterfaceError) as error:
            if not connection.closed:
                raise self._refused(error) from error
            raise TargetLost(
                tr("The connection to the database was cut."), detail=str(error), hint=tr("Try again in a moment.")
            ) from error
        except psycopg2.Error as error:
            raise self._refused(error) from error
        finally:
            connection.close()

    @staticmethod
    def _refused(error: Exception) -> TargetError:
        words = (str(error).strip().splitlines() or [type(error).__name__])[0]
        return TargetError(tr("The database refuses: {reason}").format(reason=words), detail=str(error))

    def _connection(self) -> str:
        """What libpq is given; the authentication manager adds the user and the password, which stay there."""
        if self._address.startswith(("postgresql://", "postgres://")):
            uri = _of_url(self._address)
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
            for column, type_, length, required, kind, _ in described
            if kind not in ("geometry", "geography")
        )
        self._shape = shape[0] if shape else ""
        published = {column.name for column in self._columns}
        self._others = tuple(
            name for name, *_, made in described if name not in published and name != self._shape and not made
        )
        self._as_text = frozenset(name for name, type_, _, _, kind, _ in described if type_ not in _PLAIN)
        crs = QgsCoordinateReferenceSystem(f"EPSG:{shape[1]}" if shape else "EPSG:4326")
        kind = _KINDS.get(shape[2].replace("MULTI", "").rstrip("ZM"), "") if shape else ""
        precision = 1e-9 if crs.isGeographic() else 1e-6
        self._profile = Profile(columns, crs, precision, kind, batch=BATCH, few=BATCH, locks=True)
        return self._profile

    def read(self, feedback: QgsFeedback) -> Iterator[Remote]:
        """The whole table, in one transaction: a picture of one moment."""
        with self._cursor() as cursor:
            cursor.execute(self._select())
            while rows := cursor.fetchmany(_FETCHED):
                stop_if_cancelled(feedback)
                yield from (self._remote(row) for row in rows)

    def count(self, feedback: QgsFeedback) -> int:
        """The rows of the table."""
        from psycopg2 import sql

        with self._cursor() as cursor:
            cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(self._named()))
            return int(cursor.fetchone()[0])

    def read_some(self, keys: Sequence[str], ids: Sequence[str], feedback: QgsFeedback) -> list[Remote]:
        """By their keys: the ids are the keys."""
        with self._cursor() as cursor:
            return self._of_keys(cursor, keys)

    def _of_keys(self, cursor: Any, keys: Sequence[str]) -> list[Remote]:
        from psycopg2 import sql

        where = sql.SQL(" WHERE {}::text = ANY(%s)").format(sql.Identifier(self._key))
        cursor.execute(self._select() + where, (list(keys),))
        return [self._remote(row) for row in cursor.fetchall()]

    def _select(self) -> Any:
        from psycopg2 import sql

        wanted = [
            sql.SQL("{}::text" if column.name in self._as_text else "{}").format(sql.Identifier(column.name))
            for column in self._columns
        ]
        shape = sql.SQL("ST_AsBinary({})").format(sql.Identifier(self._shape)) if self._shape else sql.SQL("NULL")
        others = [sql.SQL("{}::text").format(sql.Identifier(name)) for name in self._others]
        return sql.SQL("SELECT {} FROM {}").format(sql.SQL(", ").join([*wanted, shape, *others]), self._named())

    def _remote(self, row: Sequence[Any]) -> Remote:
        last = len(self._columns)
        plain = tuple(_plain(value) for value in row[:last])
        key = text_of(plain[self._place])
        shape = bytes(row[last]) if row[last] is not None else b""
        return Remote(Row(key, plain, shape, tuple(zip(self._others, row[last + 1 :], strict=True))), key)

    # ------------------------------------------------------------------------------------------------ writing
    def create(self, rows: Sequence[Row], feedback: QgsFeedback) -> list[Outcome]:
        """All of them in one transaction; where one is refused, by halves, so that only that one is left out.

        A key that somebody else has created meanwhile is a conflict: nothing is there twice, even without constraint.
        """
        return self._each([(None, row) for row in rows], self._insert)

    def replace(self, pairs: Sequence[tuple[Remote, Row]], feedback: QgsFeedback) -> list[Outcome]:
        """UPDATE, likewise: columns that are not published keep their values; a row that has changed is a conflict."""
        return self._each(list(pairs), self._update)

    def delete(self, gone: Sequence[Remote], feedback: QgsFeedback) -> list[Outcome]:
        """DELETE, likewise."""
        return self._each([(remote, remote.row) for remote in gone], self._remove)

    # ------------------------------------------------------------------------------------------------ the whole table
    def obstacles(self, feedback: QgsFeedback) -> list[str]:
        """Why the table can't be replaced whole, in words."""
        from . import postgis_swap

        with self._cursor() as cursor:
            return postgis_swap.obstacles(cursor, self._names())

    def swap(
        self,
        run: str,
        expected: Mapping[str, Remote],
        new: Sequence[Row],
        changed: Sequence[tuple[Remote, Row]],
        gone: Sequence[Remote],
    ) -> None:
        """Filled beside, swapped in one transaction. TargetError: somebody has written since; nothing is changed."""
        from . import postgis_swap

        names = self._names()
        beside = copy(self)
        beside._table = names.called(postgis_swap.NEW)
        with self._cursor() as cursor:
            self._lock(cursor)
            self._check({key: one.row for key, one in expected.items()}, cursor)
            postgis_swap.begin(cursor, names, run)
            if gone:
                beside._remove(cursor, [remote.row for remote in gone])
            if changed:
                beside._update(cursor, [row for _, row in changed])
            if new:
                beside._insert(cursor, new)
            postgis_swap.switch(cursor, names, run)

    def swap_back(self, run: str, expected: Mapping[str, Row]) -> bool:
        """The former table is there again; False: it is gone, or somebody has written since."""
        from . import postgis_swap

        with self._cursor() as cursor:
            self._lock(cursor)
            try:
                self._check(expected, cursor)
            except TargetError:
                return False
            names = self._names()
            if postgis_swap.obstacles(cursor, names) or postgis_swap.edited(cursor, names, self._key, self._others):
                return False
            return postgis_swap.switch_back(cursor, names, run)

    def _check(self, expected: Mapping[str, Row], cursor: Any) -> None:
        cursor.execute(self._select())
        found = {remote.row.key: remote.row for remote in map(self._remote, cursor.fetchall())}
        precision = self._profile.precision if self._profile else 0.0
        if found.keys() != expected.keys() or any(
            differences(row, found[key], self._columns, precision) for key, row in expected.items()
        ):
            raise TargetError(tr("somebody has written to the table since the plan was made"))

    def _names(self) -> Names:
        from .postgis_swap import Names

        return Names(self._schema, self._table)

    def _lock(self, cursor: Any) -> None:
        from psycopg2 import sql

        cursor.execute("SET LOCAL lock_timeout = %s", (f"{_PATIENCE}s",))
        cursor.execute(sql.SQL("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE").format(self._named()))

    def _each(self, pairs: Sequence[tuple[Remote | None, Row]], write: Any) -> list[Outcome]:
        try:
            with self._cursor() as cursor:
                changed = self._changed(cursor, pairs)
                going = [pair for pair in pairs if pair[1].key not in changed]
                if going:
                    write(cursor, [row for _, row in going])
        except TargetError as error:
            if len(pairs) == 1:
                return [Outcome(pairs[0][1].key, error=error.message)]
            half = len(pairs) // 2
            return [*self._each(pairs[:half], write), *self._each(pairs[half:], write)]
        return [Outcome(row.key, row.key, conflict=row.key in changed) for _, row in pairs]

    def _changed(self, cursor: Any, pairs: Sequence[tuple[Remote | None, Row]]) -> set[str]:
        """The keys under which the table no longer holds what is expected; from here on, nobody else writes to it."""
        self._lock(cursor)
        precision = self._profile.precision if self._profile else 0.0
        now: dict[str, list[Remote]] = {}
        for remote in self._of_keys(cursor, [row.key for _, row in pairs]):
            now.setdefault(remote.row.key, []).append(remote)
        changed = set()
        for before, row in pairs:
            there = now.get(row.key, [])
            if len(there) != (before is not None) or (
                before is not None and differences(before.row, there[0].row, self._columns, precision)
            ):
                changed.add(row.key)
        return changed

    def _insert(self, cursor: Any, rows: Sequence[Row]) -> None:
        """The columns that are not published too, where a row comes back (`others`)."""
        for names, alike in groupby(rows, lambda row: tuple(name for name, _ in row.others)):
            self._insert_alike(cursor, names, list(alike))

    def _insert_alike(self, cursor: Any, others: tuple[str, ...], rows: Sequence[Row]) -> None:
        from psycopg2 import sql
        from psycopg2.extras import execute_values

        named = [*(column.name for column in self._columns), *([self._shape] if self._shape else []), *others]
        statement = sql.SQL("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE VALUES %s").format(
            self._named(), sql.SQL(", ").join(map(sql.Identifier, named))
        )
        template = sql.SQL("({})").format(sql.SQL(", ").join([*self._marks(), *[sql.SQL("%s")] * len(others)]))
        values = [(*self._values(row), *(value for _, value in row.others)) for row in rows]
        execute_values(cursor, statement, values, template, page_size=BATCH)

    def _update(self, cursor: Any, rows: Sequence[Row]) -> None:
        from psycopg2 import sql
        from psycopg2.extras import execute_batch

        names = [*(column.name for column in self._columns), *([self._shape] if self._shape else [])]
        marks = self._marks()
        sets = [sql.SQL("{} = {}").format(sql.Identifier(name), mark) for name, mark in zip(names, marks, strict=True)]
        statement = sql.SQL("UPDATE {} SET {} WHERE {}::text = %s").format(
            self._named(), sql.SQL(", ").join(sets), sql.Identifier(self._key)
        )
        execute_batch(cursor, statement, [(*self._values(row), row.key) for row in rows], page_size=100)

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


def _of_url(address: str) -> QgsDataSourceUri:
    """postgresql://host:port/name?sslmode=…; TargetError: it says more, which would be lost."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", str(parts.port or 5432)
        said = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    except ValueError as error:
        raise TargetError(
            tr("The address of the database can't be read."),
            detail=str(error),
            hint=tr("Write it so: {example}.").format(example="postgresql://serveur:5432/base?sslmode=require"),
        ) from error
    mode = said.pop("sslmode", "prefer")
    if parts.username is not None or said or mode not in _SSL_MODES:
        raise TargetError(
            tr("The address of the database says more than what is read there: server, port, name and sslmode."),
            hint=tr("The user and the password go into an authentication configuration; take the rest off."),
        )
    uri = QgsDataSourceUri()
    uri.setConnection(host, port, unquote(parts.path.lstrip("/")), "", "", QgsDataSourceUri.decodeSslMode(mode))
    return uri


def _plain(value: Any) -> Value:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
