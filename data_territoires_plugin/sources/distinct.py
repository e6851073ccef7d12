"""Counting features once, however many pages they come in."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from ..geopackage import scalar, sql

if TYPE_CHECKING:
    from pathlib import Path


class Distinct:
    """The distinct features of a series of tables; a row that an earlier one repeats is taken out of its table.

    A row is repeated when it has the key of another and says the same: a key that the service does not keep unique
    loses nothing. Without a key every row counts: nothing stable tells two features of such a layer apart.
    """

    def __init__(self, key: str) -> None:
        self._key = key
        self._pages: list[tuple[Path, str]] = []
        # A temporary database: SQLite drops it with the connection.
        self._seen = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._seen.execute("CREATE TABLE seen (key, page INTEGER, PRIMARY KEY (key, page)) WITHOUT ROWID")
        self._seen.execute("CREATE TABLE again (key PRIMARY KEY)")
        self.count = 0
        self.repeated = 0

    def add(self, path: Path, table: str) -> None:
        """Counts the features of a table, and deletes those that it or an earlier one held already."""
        self._pages.append((path, table))
        self._attach(path)
        try:
            rows = int(scalar(self._seen, sql("SELECT count(*) FROM page.{table}", table=table)) or 0)
            repeated = self._delete_repeated(table) if self._key and rows and self._suspects(table) else 0
        finally:
            self._seen.execute("DETACH page")
        self.count += rows - repeated
        self.repeated += repeated

    def _attach(self, path: Path) -> None:
        self._seen.execute("ATTACH ? AS page", (str(path),))

    def _suspects(self, table: str) -> bool:
        """Notes the keys of this page; gives back whether some of them come twice (they are then in `again`)."""
        names, page = {"table": table, "key": self._key}, len(self._pages)
        self._seen.execute("DELETE FROM again")
        for statement in (
            "INSERT INTO again SELECT {key} FROM page.{table} WHERE {key} IS NOT NULL"
            " GROUP BY {key} HAVING count(*) > 1",
            "INSERT OR IGNORE INTO again SELECT {key} FROM page.{table} WHERE {key} IN (SELECT key FROM seen)",
        ):
            self._seen.execute(sql(statement, **names))
        self._seen.execute(
            sql("INSERT OR IGNORE INTO seen SELECT {key}, ? FROM page.{table} WHERE {key} IS NOT NULL", **names),
            (page,),
        )
        return bool(scalar(self._seen, "SELECT count(*) FROM again"))

    def _delete_repeated(self, table: str) -> int:
        """Deletes the rows of the attached page whose like is in an earlier page or earlier in this one."""
        known = self._earlier()
        repeated = []
        for number, content in self._suspected_rows(table):
            if content in known:
                repeated.append((number,))
            known.add(content)
        self._seen.executemany(sql("DELETE FROM page.{table} WHERE rowid = ?", table=table), repeated)
        return len(repeated)

    def _earlier(self) -> set[tuple[object, ...]]:
        """The rows of the earlier pages that have one of the keys in `again`."""
        *earlier, (current, _) = self._pages
        numbers = self._seen.execute(
            "SELECT DISTINCT page FROM seen WHERE page < ? AND key IN (SELECT key FROM again)", (len(self._pages),)
        ).fetchall()
        known: set[tuple[object, ...]] = set()
        for (number,) in numbers:
            path, table = earlier[number - 1]
            self._seen.execute("DETACH page")
            self._attach(path)
            known.update(content for _, content in self._suspected_rows(table))
        if numbers:
            self._seen.execute("DETACH page")
            self._attach(current)
        return known

    def _suspected_rows(self, table: str) -> list[tuple[int, tuple[object, ...]]]:
        """Row number and content, by column name (two pages may order them differently), of the rows in `again`."""
        chosen = "SELECT rowid AS dt_row, * FROM page.{table} WHERE {key} IN (SELECT key FROM again)"
        cursor = self._seen.execute(sql(chosen, table=table, key=self._key))
        names = [column[0] for column in cursor.description]
        order = sorted((name, at) for at, name in enumerate(names) if at and name != "dt_fid")
        return [
            (row[0], tuple((name, row[at]) for name, at in order if row[at] is not None)) for row in cursor.fetchall()
        ]

    def close(self) -> None:
        """Forgets what was seen."""
        self._seen.close()
