"""The journal of a publication: the plan, what was there before, what was sent, what was confirmed.

A SQLite file, written before anything is sent: after an interruption it says where to go on, and how to undo. It names
an authentication configuration by its id only: no secret ever enters it.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass, fields
from enum import Enum
from typing import TYPE_CHECKING

from ..errors import DataTerritoiresError
from ..i18n import tr
from .content import Column, Remote, Row
from .plan import Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from .plan import Plan, Step

VERSION = 1
_SCHEMA = """
CREATE TABLE publication (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE step (
  n INTEGER PRIMARY KEY, action TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL, message TEXT NOT NULL,
  changed TEXT NOT NULL, remote_id TEXT NOT NULL,
  after_values TEXT, after_shape BLOB, before_values TEXT, before_shape BLOB, before_id TEXT, before_tag TEXT,
  before_others TEXT);
CREATE TABLE was_there (
  key TEXT NOT NULL, id TEXT NOT NULL, tag TEXT NOT NULL, "values" TEXT NOT NULL, shape BLOB, others TEXT NOT NULL);
"""


class State(Enum):
    """How far a step is."""

    PLANNED = "planned"
    SENT = "sent"  # its outcome is not known
    CONFIRMED = "confirmed"  # read back, and right
    FAILED = "failed"  # written, but read back otherwise than it was sent
    REFUSED = "refused"  # by the target
    CONFLICT = "conflict"  # not sent: somebody else has changed the feature since the plan
    UNDOING = "undoing"  # being put back; its outcome is not known
    UNDONE = "undone"


WRONG = (State.FAILED, State.REFUSED, State.CONFLICT)


@dataclass(frozen=True)
class Publication:
    """What is published where."""

    type: str  # ogcapi, wfst, postgis…
    target: str  # address
    collection: str
    key: str  # field
    mode: str
    authcfg: str  # id of a configuration, "" for none
    columns: tuple[Column, ...]
    crs: str  # of the shapes of the journal
    unchanged: int = 0


@dataclass(frozen=True)
class Entry:
    """A step, as the journal holds it."""

    n: int
    action: Action
    key: str
    state: State
    after: Row | None
    before: Remote | None
    remote_id: str
    message: str


class JournalError(DataTerritoiresError):
    """A journal that can't be read or written."""


def _checked(publication: Publication) -> Publication:
    """Raises TypeError where another program has written in the journal what it can't hold."""
    whole: tuple[Publication | Column, ...] = (publication, *publication.columns)
    for one in whole:
        for field in fields(one):
            wanted = {"str": str, "int": int, "bool": bool}.get(str(field.type))
            if wanted is not None and not isinstance(getattr(one, field.name), wanted):
                raise TypeError(field.name)
    return publication


class Journal:
    """An open journal. `with Journal.begin(…) as journal` closes it."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise JournalError(
                tr("There is no journal at {path}.").format(path=path),
                hint=tr("Give the file named JOURNAL by the publication."),
            )
        self.path = path
        self._base = sqlite3.connect(path, isolation_level=None)
        try:
            told = dict(self._base.execute("SELECT name, value FROM publication").fetchall())
            about = json.loads(told["about"])
            if int(told["version"]) > VERSION:
                raise ValueError(told["version"])
            columns = tuple(Column(**column) for column in about.pop("columns"))
            self.publication = _checked(Publication(columns=columns, **about))
        except (sqlite3.Error, AttributeError, KeyError, TypeError, ValueError) as error:
            self._base.close()
            raise JournalError(
                tr("{path} is not the journal of a publication.").format(path=path),
                detail=str(error),
                hint=tr("Give the file named JOURNAL by the publication."),
            ) from error

    @classmethod
    def begin(cls, path: Path, publication: Publication, plan: Plan, there: Iterable[Remote]) -> Journal:
        """Writes the plan and a copy of everything that is there, then opens the journal. JournalError: no room."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with sqlite3.connect(path) as base:
                base.executescript(_SCHEMA)
                base.executemany(
                    "INSERT INTO publication VALUES (?, ?)",
                    [("version", str(VERSION)), ("about", json.dumps(asdict(publication)))],
                )
                base.executemany(
                    "INSERT INTO step VALUES (?, ?, ?, ?, '', ?, '', ?, ?, ?, ?, ?, ?, ?)",
                    (_written(n, step) for n, step in enumerate(plan.steps, 1)),
                )
                base.executemany(
                    "INSERT INTO was_there VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        (one.row.key, one.id, one.tag, _text(one.row.values), one.row.shape, _text(one.row.others))
                        for one in there
                    ),
                )
            base.close()
        except (OSError, sqlite3.Error) as error:
            raise JournalError(
                tr("The journal can't be written: nothing was sent."),
                detail=str(error),
                hint=tr("Choose another folder for it, or make room on the disk."),
            ) from error
        return cls(path)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_error: object) -> None:
        self._base.close()

    def steps(self, *states: State, action: Action | None = None) -> Iterator[Entry]:
        """The steps in these states (all, where none is given), in their order."""
        for row in self._select("SELECT * FROM step", states, action, " ORDER BY n").fetchall():
            yield _entry(row)

    def _select(self, what: str, states: Sequence[State], action: Action | None, order: str = "") -> sqlite3.Cursor:
        wanted = [state.value for state in states or tuple(State)]
        where = f" WHERE state IN ({', '.join('?' * len(wanted))})"
        if action is not None:
            return self._base.execute(f"{what}{where} AND action = ?{order}", (*wanted, action.value))
        return self._base.execute(f"{what}{where}{order}", wanted)

    def mark(self, entries: Iterable[Entry], state: State, message: str = "") -> None:
        """Notes the state of steps, at once and for good."""
        self.mark_each((entry, state, message, "") for entry in entries)

    def mark_each(self, changes: Iterable[tuple[Entry, State, str, str]]) -> None:
        """The same for steps that differ: (step, state, message, id on the target or "")."""
        rows = [(state.value, message, id_ or None, entry.n) for entry, state, message, id_ in changes]
        self._base.execute("BEGIN IMMEDIATE")
        self._base.executemany(
            "UPDATE step SET state = ?, message = ?, remote_id = coalesce(?, remote_id) WHERE n = ?", rows
        )
        self._base.execute("COMMIT")

    def note(self, name: str, value: str) -> None:
        """Keeps a word about the publication, at once and for good."""
        self._base.execute("INSERT OR REPLACE INTO publication VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> str:
        """What was kept under a name, "" where nothing was."""
        found = self._base.execute("SELECT value FROM publication WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def count(self, action: Action | None, *states: State) -> int:
        """How many steps of an action (of any, where it is None) are in these states."""
        return int(self._select("SELECT count(*) FROM step", states, action).fetchone()[0])

    def was_there(self) -> Iterator[Remote]:
        """The target as it was before the first write."""
        for key, id_, tag, values, shape, others in self._base.execute("SELECT * FROM was_there").fetchall():
            yield Remote(_row(key, values, shape, others), id_, tag)


def _text(values: Sequence[object]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _row(key: str, values: str, shape: bytes | None, others: str | None = None) -> Row:
    return Row(
        key, tuple(json.loads(values)), shape or b"", tuple((name, value) for name, value in json.loads(others or "[]"))
    )


def _written(n: int, step: Step) -> tuple[object, ...]:
    after, before = step.after, step.before
    return (
        n,
        step.action.value,
        step.key,
        State.PLANNED.value,
        json.dumps(step.changed),
        _text(after.values) if after else None,
        after.shape if after else None,
        _text(before.row.values) if before else None,
        before.row.shape if before else None,
        before.id if before else None,
        before.tag if before else None,
        _text(before.row.others) if before else None,
    )


def _entry(row: tuple) -> Entry:
    (n, action, key, state, message, _changed, remote_id, after, after_shape,
     before, before_shape, id_, tag, others) = row  # fmt: skip
    return Entry(
        n,
        Action(action),
        key,
        State(state),
        _row(key, after, after_shape) if after is not None else None,
        Remote(_row(key, before, before_shape, others), id_ or "", tag or "") if before is not None else None,
        remote_id,
        message,
    )
