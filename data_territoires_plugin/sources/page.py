"""A page of features as it is kept in the stage, and the columns that pages have together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..geopackage import attach, connect, read_table, scalar, sql
from .base import Batch, Column
from .convert import table_columns

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Made by OGR or by the schema of GML: not attributes of the layer.
_ADDED = frozenset({"gml_id", "lowercorner", "uppercorner"})


@dataclass(frozen=True)
class Page:
    """An answer, as it is kept in the stage."""

    path: Path
    rows: int
    bytes: int
    returned: int | None  # features that the answer says it has, and that match the request
    matched: int | None
    next: str = ""  # the address of the following page, as written
    key: str = ""  # the column that tells its features apart, "" where nothing does

    @property
    def batch(self) -> Batch:
        """Its rows."""
        return Batch(self.path, "rows", self.bytes)

    @classmethod
    def read(cls, path: Path) -> Page:
        """The page that a file holds, as it was noted."""
        connection = connect(path, read_only=True)
        try:
            row = connection.execute("SELECT rows, bytes, returned, matched, next, key FROM dt_page").fetchone()
        finally:
            connection.close()
        return cls(path, *row)

    def note(self) -> None:
        """Notes in the file what the page said: repeated features are taken out of it later on."""
        connection = connect(self.path)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("CREATE TABLE dt_page (rows, bytes, returned, matched, next, key)")
            values = (self.rows, self.bytes, self.returned, self.matched, self.next, self.key)
            connection.execute("INSERT INTO dt_page VALUES (?, ?, ?, ?, ?, ?)", values)
        finally:
            connection.close()

    def same_as(self, other: Page) -> bool:
        """Whether it holds the rows of another page again, none more."""
        if self.rows != other.rows:
            return False
        names = sorted({*table_columns(self.path, "rows")} & {*table_columns(other.path, "rows")} - {"gml_id", "id"})
        connection = connect(self.path, read_only=True)
        try:
            attach(connection, other.path, "other")
            new = "SELECT 1 FROM (SELECT {names} FROM rows EXCEPT SELECT {names} FROM other.rows) LIMIT 1"
            return scalar(connection, sql(new, names=[*names, *_geometry(self.path)])) is None
        finally:
            connection.close()


def columns_of(pages: Iterable[Page]) -> tuple[Column, ...]:
    """The columns of all the pages: one that appears in the last of them counts as well."""
    types: dict[str, str] = {}
    names: dict[str, str] = {}
    for page in pages:
        for name, type_ in attributes(page).items():
            lower = name.lower()
            names.setdefault(lower, name)
            known = types.setdefault(lower, "")
            types[lower] = _wider(known, type_ if _has_values(page, name) else "")
    return tuple(Column(name, types[lower] or "TEXT") for lower, name in names.items())


def attributes(page: Page) -> dict[str, str]:
    """Names and types of the columns of a page that are attributes of the layer."""
    there = table_columns(page.path, "rows") if page.rows else {}
    return {name: type_ for name, type_ in there.items() if name.lower() not in _ADDED}


_NUMBERS = ("BOOLEAN", "MEDIUMINT", "INTEGER", "REAL")


def _wider(one: str, other: str) -> str:
    """A type that holds the values of both."""
    if not one or not other or one == other:
        return one or other
    both = {one.upper(), other.upper()}
    if both <= set(_NUMBERS):
        return max(both, key=_NUMBERS.index)
    return "TEXT"


def _geometry(path: Path) -> list[str]:
    name = read_table(path, "rows").geometry
    return [name] if name else []


def _has_values(page: Page, name: str) -> bool:
    connection = connect(page.path, read_only=True)
    try:
        return scalar(connection, sql("SELECT 1 FROM rows WHERE {name} IS NOT NULL LIMIT 1", name=name)) is not None
    finally:
        connection.close()
