"""Counting features once, however many pages they come in."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from ..geopackage import scalar, sql

if TYPE_CHECKING:
    from pathlib import Path


class Distinct:
    """The distinct features of a series of tables, by their stable key; a repeated row is taken out of its table.

    Without a key every row counts: nothing stable tells two features of such a layer apart.
    """

    def __init__(self, key: str) -> None:
        self._key = key
        self._tables = 0
        # A temporary database: SQLite drops it with the connection.
        self._seen = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._seen.execute("CREATE TABLE seen (key PRIMARY KEY, first INTEGER) WITHOUT ROWID")
        self.count = 0
        self.repeated = 0

    def add(self, path: Path, table: str) -> None:
        """Counts the features of a table, and deletes those that it or an earlier one held already."""
        self._tables += 1
        self._seen.execute("ATTACH ? AS page", (str(path),))
        try:
            rows = int(scalar(self._seen, sql("SELECT count(*) FROM page.{table}", table=table)) or 0)
            fresh = self._fresh(table) if self._key else rows
            if fresh < rows:
                self._delete_repeated(table)
            self.count += fresh
            self.repeated += rows - fresh
        finally:
            self._seen.execute("DETACH page")

    def _fresh(self, table: str) -> int:
        names = {"table": table, "key": self._key}
        added = self._seen.execute(
            sql("INSERT OR IGNORE INTO seen SELECT {key}, ? FROM page.{table} WHERE {key} IS NOT NULL", **names),
            (self._tables,),
        ).rowcount
        nameless = int(scalar(self._seen, sql("SELECT count(*) FROM page.{table} WHERE {key} IS NULL", **names)) or 0)
        return added + nameless

    def _delete_repeated(self, table: str) -> None:
        repeated = "DELETE FROM page.{table} WHERE {key} IS NOT NULL AND (rowid NOT IN (SELECT min(rowid) FROM page.{table} GROUP BY {key})"
        repeated += " OR {key} IN (SELECT key FROM seen WHERE first <> ?))"
        self._seen.execute(sql(repeated, table=table, key=self._key), (self._tables,))

    def close(self) -> None:
        """Forgets what was seen."""
        self._seen.close()
