"""What a check has judged, kept for the next check of the same data: only what is new is judged again.

Everything is read again, and nothing is known by its identifier: a value, a row, a shape, a pair of shapes is known by
what it holds. What was judged in the last run and is still there keeps its verdict; the rest is judged. So the findings
are those of a whole run, whatever changed and wherever it did (in QGIS, in another program, on the server).

Contents are kept as marks, 64 bits each (Python's hash, which nobody can aim at): of a million different contents, the
chance that two bear the same mark is about one in forty million.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from .arrays import where

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from ..model import Standard, Table
    from .loaded import Loaded
    from .options import Options
    from .shapes import Shapes
    from .subject import Subject

    Judge = Callable[[Sequence[int]], Iterable[tuple[int, Any]]]

Made = TypeVar("Made")


@dataclass(frozen=True)
class Judged:
    """What a rule has looked at: the marks of all of it, sorted, and what it said of some of them."""

    marks: np.ndarray
    said: dict[Any, Any]


class Memory:
    """The judgements of the last run of one subject. Serves one run at a time, in any thread."""

    def __init__(self) -> None:
        self._context = b""
        self._last: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}
        self.changed: int | None = None  # features that the run found changed, added or removed; None: a whole run

    def start(self, subjects: Sequence[tuple[Subject, Table]], standard: Standard, options: Options) -> None:
        """A run begins: what was judged of other layers, by another standard or with other choices, is of no use."""
        context = _context(subjects, standard, options)
        if context != self._context:
            self._last = {}
        self._context = context
        self._now = {}
        self.changed = None

    def end(self) -> None:
        """The run went to its end: what it judged is what the next one knows. Broken off, it leaves the last one's."""
        self._last |= self._now
        self._now = {}

    def known(self, name: Hashable) -> Any:
        """What the last run kept under a name; None where it kept nothing."""
        return self._last.get(name)

    def keep(self, name: Hashable, value: Any) -> None:
        """Keeps something for the next run."""
        self._now[name] = value

    def judged(self, name: Hashable, marks: np.ndarray, judge: Judge) -> dict[int, Any]:
        """What `judge` says of the things that bear these marks, those that it says nothing of left out.

        It is only asked about the positions whose marks the last run didn't have.
        """
        last: Judged | None = self._last.get(name)
        if last is None:
            said = dict(judge(range(len(marks))))
        else:
            told = _among(marks, np.fromiter(last.said, np.int64, len(last.said)))
            said = {at: last.said[int(marks[at])] for at in where(told)}
            said |= dict(judge(where(~_among(marks, last.marks))))
        self._now[name] = Judged(np.unique(marks), {int(marks[at]): one for at, one in said.items()})
        return dict(sorted(said.items()))

    def whole(self, name: Hashable, content: Hashable, make: Callable[[], Made]) -> Made:
        """What is made of this content as a whole: made again only where the content changed."""
        last = self._last.get(name)
        made = last[1] if last is not None and last[0] == content else make()
        self._now[name] = (content, made)
        return made

    def count(self, loaded: Loaded) -> None:
        """Counts the features of a table that aren't as they were; those removed too."""
        marks = _rows(loaded)
        name = ("features", loaded.table.name, loaded.subject.name)
        last = self._last.get(name)
        self._now[name] = (loaded.ids, marks)
        if last is None:
            return
        before = dict(zip(last[0].tolist(), last[1].tolist(), strict=True))
        now = zip(loaded.ids.tolist(), marks.tolist(), strict=True)
        changed = sum(before.pop(key, None) != mark for key, mark in now) + len(before)
        self.changed = (self.changed or 0) + changed


def judged(memory: Memory | None, name: Hashable, marks: Callable[[], np.ndarray], count: int, judge: Judge) -> Any:
    """As `Memory.judged`; without a memory, everything is judged, and no mark is made."""
    if memory is None:
        return dict(judge(range(count)))
    return memory.judged(name, marks(), judge)


def whole(
    memory: Memory | None, name: Hashable, content: Callable[[], Hashable], make: Callable[[], Iterable[Any]]
) -> Iterable[Any]:
    """As `Memory.whole`, of what is made one after the other; without a memory, it comes as it is made."""
    return make() if memory is None else memory.whole(name, content(), lambda: list(make()))


def marks_of(things: Sequence[Hashable]) -> np.ndarray:
    """The mark of each thing."""
    return np.fromiter(map(hash, things), np.int64, len(things))


def mark(*parts: np.ndarray | bytes | str) -> bytes:
    """One mark for things that are long, and judged as a whole."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else bytes(part)
        made.update(len(data).to_bytes(8, "little"))
        made.update(data)
    return made.digest()


def content_of(*several: Shapes | None) -> bytes:
    """The mark of all the shapes of these tables, with which feature each is."""
    there = [one for one in several if one is not None]
    return mark(*(part for one in there for part in (one.ids, one.marks, one.usable)))


def _among(marks: np.ndarray, known: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.isin(marks, known)
    return found


def _rows(loaded: Loaded) -> np.ndarray:
    """The mark of each feature: that of its values and of its shape."""
    marks = np.zeros(len(loaded), np.uint64)
    columns = [loaded.columns[name].marks[loaded.columns[name].codes] for name in sorted(loaded.columns)]
    if loaded.shapes is not None:
        columns.append(loaded.shapes.marks)
    for column in columns:  # the multiplication wraps around: what is the same stays the same
        marks = marks * np.uint64(0x9E3779B97F4A7C15) + column.astype(np.uint64)
    return marks


def _context(subjects: Sequence[tuple[Subject, Table]], standard: Standard, options: Options) -> bytes:
    """What the judgements depend on, beside the data."""
    perimeter = bytes(options.perimeter.asWkb()) if options.perimeter is not None else b""
    crs = options.perimeter_crs.toWkt() if options.perimeter_crs is not None else ""
    pieces = repr(sorted(options.pieces)) if options.pieces is not None else ""
    chosen = (options.tolerance, options.document, options.today, options.cog_year)
    read = [(one.name, one.crs, one.kind, table.name) for one, table in subjects]
    return mark(repr(read), repr(standard), perimeter, crs, pieces, repr(chosen))
