"""From pages to batches: each feature once, every column, all that was announced. Complete or failed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from typing import TYPE_CHECKING, Protocol

from ..errors import IncompleteError
from ..geopackage import sql
from ..i18n import tr
from ..paths import cache_folder
from .base import Batch
from .convert import KEY
from .distinct import Distinct
from .page import Page, attributes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from .base import Plan, Stage


class UnknownColumnError(IncompleteError):
    """A page has a column that the service had not declared: the pages must be read before the table is made."""


class Counter(Protocol):
    """Counts features once, and takes those that come again out of their table."""

    count: int
    repeated: int  # features that came again, where none should

    def add(self, page: Page) -> None:
        """Counts the features of a page."""
        ...

    def close(self) -> None:
        """Forgets what was seen."""
        ...


class Following:
    """For pages that follow each other: a feature that comes again has moved while they were read."""

    def __init__(self) -> None:
        self.count = self.repeated = 0
        self._distinct: Distinct | None = None

    def add(self, page: Page) -> None:
        """Counts the features of a page, and deletes those that an earlier one held."""
        if self._distinct is None:
            self._distinct = Distinct(page.key)
        self._distinct.add(page.path, "rows")
        self.count, self.repeated = self._distinct.count, self._distinct.repeated

    def close(self) -> None:
        """Forgets what was seen."""
        if self._distinct is not None:
            self._distinct.close()


class Overlapping:
    """For the parts of a box: a feature that lies in several of them comes with each.

    A part holds a feature at most once, and features that say the same lie in the same parts: of a content that came
    twice in one part and twice in the next, two are kept. No identifier is needed.
    """

    repeated = 0

    def __init__(self) -> None:
        self.count = 0
        self._seen = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._seen.create_function("dt_digest", -1, _digest, deterministic=True)
        self._seen.execute("CREATE TABLE seen (content PRIMARY KEY, copies INTEGER) WITHOUT ROWID")
        self._seen.execute("CREATE TABLE here (number INTEGER PRIMARY KEY, content, copy INTEGER)")

    def add(self, page: Page) -> None:
        """Counts the features of a part, and deletes those that an earlier one held."""
        self._seen.execute("ATTACH ? AS page", (str(page.path),))
        try:
            rows = self._seen.execute("SELECT name FROM pragma_table_info('rows', 'page')").fetchall()
            # Neither the number of the row nor the feature's id: some services make new ones for each request.
            names = sorted(name for (name,) in rows if name not in (KEY, "gml_id", "id"))
            self._seen.execute("DELETE FROM here")
            numbered = (
                "INSERT INTO here SELECT {key}, content, row_number() OVER (PARTITION BY content ORDER BY {key})"
                " FROM (SELECT {key}, dt_digest({names}) AS content FROM page.rows)"
            )
            self._seen.execute(sql(numbered, key=KEY, names=names))
            again = (
                "DELETE FROM page.rows WHERE {key} IN"
                " (SELECT number FROM here JOIN seen USING (content) WHERE copy <= copies)"
            )
            self._seen.execute(sql(again, key=KEY))
            self._seen.execute(
                "INSERT INTO seen SELECT content, max(copy) FROM here WHERE true GROUP BY content"
                " ON CONFLICT (content) DO UPDATE SET copies = max(copies, excluded.copies)"
            )
            self.count = self._seen.execute("SELECT coalesce(sum(copies), 0) FROM seen").fetchone()[0]
        finally:
            self._seen.execute("DETACH page")

    def close(self) -> None:
        """Forgets what was seen."""
        self._seen.close()


def _digest(*values: object) -> bytes:
    return hashlib.blake2b(repr(values).encode(), digest_size=16).digest()


def batches(title: str, pages: Iterable[Page], plan: Plan, counter: Counter) -> Iterator[Batch]:
    """The batches of pages as they come.

    Raises UnknownColumnError, and IncompleteError in the end where fewer features came than `plan.announced`, or than
    a page said.
    """
    declared = {column.name.lower() for column in plan.columns} | {"id"}
    announced = plan.announced
    field, values = plan.detail.get("field", ""), tuple(plan.detail.get("values", ()))
    try:
        for page in pages:
            if page.matched is not None:
                announced = max(page.matched, announced or 0)
            if not page.rows:
                continue
            unknown = [name for name in attributes(page) if name.lower() not in declared]
            if unknown:
                raise UnknownColumnError(
                    tr("“{title}” has columns that its service had not declared: {names}.").format(
                        title=title, names=", ".join(unknown)
                    ),
                    hint=tr("Run it again: they are looked for in the data."),
                )
            counter.add(page)
            yield Batch(page.path, "rows", page.bytes, field, values)
        # A feature that comes again has taken the place of another that did not come.
        wanted = announced if announced is not None else counter.count + counter.repeated
        if counter.count < wanted:
            raise IncompleteError(
                tr("“{title}”: {received} features came, the service announced {announced}.").format(
                    title=title, received=counter.count, announced=wanted
                ),
                hint=tr("The data may be changing on the server: try again in a few minutes."),
            )
    finally:
        counter.close()


def aside(detail: Mapping[str, Any]) -> Path:
    """The folder of the pages that a plan had to read before it could tell the columns."""
    return cache_folder("pages", hashlib.sha256(json.dumps(detail, sort_keys=True).encode()).hexdigest()[:16])


def adopt(folder: Path, stage: Stage) -> None:
    """Moves into the stage the pages that the plan has read: nothing is asked for twice."""
    for path in sorted(folder.glob("*-*.gpkg")):
        if not stage.has(path.name):
            os.replace(path, stage.path(path.name))
    shutil.rmtree(folder, ignore_errors=True)
