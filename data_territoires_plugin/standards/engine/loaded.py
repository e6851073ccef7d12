"""The values of a table in memory: each column as its distinct values, and for each row the number of its value.

Rules look at distinct values: a million rows of a code list are ten values. Numbers of rows are those of this table;
`ids` gives the identifiers of the features.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .arrays import listed
from .memory import marks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from qgis.core import QgsFeedback

    from ..model import Table
    from .columns import Matching
    from .shapes import Shapes
    from .subject import Subject

Row = tuple["str | None", ...]


@dataclass(frozen=True)
class Distinct:
    """The distinct rows of one or several columns, as text (None: empty), and the number of each row's."""

    rows: tuple[Row, ...]
    codes: np.ndarray

    def positions(self, wrong: Iterable[int]) -> np.ndarray:
        """The rows of the table that hold the distinct rows `wrong`, in the order of the table."""
        mask = np.zeros(len(self.rows), bool)
        mask[list(wrong)] = True
        return np.flatnonzero(mask[self.codes]) if len(self.codes) else np.zeros(0, int)

    def counts(self) -> np.ndarray:
        """How many rows of the table hold each distinct row."""
        return np.bincount(self.codes, minlength=len(self.rows))

    @cached_property
    def marks(self) -> np.ndarray:
        """The mark of each distinct row: what tells it from one run to the next."""
        return marks_of(self.rows)


@dataclass
class Loaded:
    """A table of the standard, and the values of the layer that was read for it."""

    table: Table
    subject: Subject
    matching: Matching
    ids: np.ndarray
    columns: Mapping[str, Distinct]  # by name of field
    shapes: Shapes | None = None
    others: Mapping[str, Loaded] = field(default_factory=dict)  # the tables of the same document, by name
    _combined: dict[tuple[str, ...], Distinct] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    def distinct(self, fields: Sequence[str]) -> Distinct:
        """The distinct rows of these fields; a field without a column is empty everywhere."""
        names = tuple(fields)
        if names not in self._combined:
            self._combined[names] = self._combine([self._column(name) for name in names])
        return self._combined[names]

    def has(self, fields: Sequence[str]) -> bool:
        """Whether one column at least holds one of these fields."""
        return any(self._name(name) in self.columns for name in fields)

    def _name(self, field: str) -> str:
        known = self.table.field(field)
        return known.name if known else field

    def _column(self, field: str) -> Distinct:
        empty = Distinct(((None,),), np.zeros(len(self.ids), np.int32))
        return self.columns.get(self._name(field), empty)

    def _combine(self, columns: list[Distinct]) -> Distinct:
        if len(columns) == 1:
            return columns[0]
        if not columns:
            return Distinct(((),), np.zeros(len(self.ids), np.int32))
        key = np.zeros(len(self.ids), np.int64)
        rows: list[Row] = [()]
        for column in columns:  # renumbered at each step: the key never overflows
            wide = key * len(column.rows) + column.codes
            kept, key = np.unique(wide, return_inverse=True)
            rows = [(*rows[one // len(column.rows)], *column.rows[one % len(column.rows)]) for one in listed(kept)]
        return Distinct(tuple(rows), key)


class _Numbers(dict):
    """Value → its number, given at its first coming."""

    def __missing__(self, value: object) -> int:
        number = self[value] = len(self)
        return number


def load(
    subject: Subject, table: Table, matching: Matching, feedback: QgsFeedback, progress: Callable[[int], None]
) -> Loaded:
    """Reads the columns of the fields that were found. Raises SourceError, Cancelled."""
    from .subject import as_text

    names = list(matching.found)
    numbers = [_Numbers() for _ in names]
    parts: list[list[np.ndarray]] = [[] for _ in names]
    ids: list[np.ndarray] = []
    done = 0
    for keys, columns in subject.chunks([matching.found[name] for name in names], feedback):
        ids.append(np.fromiter(keys, np.int64, len(keys)))
        for at, values in enumerate(columns):
            parts[at].append(np.fromiter(map(numbers[at].__getitem__, values), np.int32, len(keys)))
        done += len(keys)
        progress(done)
    encoded = {}
    for at, name in enumerate(names):
        texts = _Numbers()
        read = ((None if (text := as_text(value)) in table.missing else text) for value in numbers[at])
        merged = np.fromiter((texts[text] for text in read), np.int32, len(numbers[at]))
        codes = np.concatenate(parts[at]) if parts[at] else np.zeros(0, np.int32)
        encoded[name] = Distinct(tuple((text,) for text in texts), merged[codes] if len(codes) else codes)
    return Loaded(table, subject, matching, np.concatenate(ids) if ids else np.zeros(0, np.int64), encoded)
