"""The sending: journal first, creates, replaces, read back, then deletes. No 2xx is believed."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import DataTerritoiresError, NetworkError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from .content import differences
from .journal import WRONG, Entry, State
from .plan import Action

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from qgis.core import QgsFeedback

    from .content import Column, Remote, Row
    from .journal import Journal
    from .records.journal import RecordJournal
    from .targets.base import Outcome, Profile, Target

SETTLE = 2.0  # seconds between two looks at a target that may still be at work on what was sent before a cut
_LOOKS = 30
Pair = tuple[Entry, "Remote | None"]  # a step, and what the target holds now


class Interrupted(DataTerritoiresError):
    """The publication stopped on its way: the journal says where to go on."""


@dataclass(frozen=True)
class Result:
    """What was done, counted on the target itself."""

    created: int
    replaced: int
    deleted: int
    unchanged: int
    failed: tuple[Entry, ...]
    there: int  # features that the target holds now
    verified: bool  # everything that was sent was read back and is right
    notes: tuple[str, ...] = ()  # what else the user should know, in words
    named: str = ""  # what the dataset is called there from now on, where the platform has named it


def send(
    journal: Journal, target: Target, profile: Profile, feedback: QgsFeedback, ours: Collection[int] = ()
) -> Result:
    """Carries out the planned steps of a journal. Raises Interrupted, Cancelled: `resume` goes on from there.

    `ours`: the steps (by number) of which a part may have been written before an interruption.
    """
    from .swapping import WHOLE, carry_out

    sender = _Sender(journal, target, profile, feedback, frozenset(ours))
    notes: tuple[str, ...] = ()
    try:
        if journal.noted(WHOLE):
            notes = carry_out(journal, target, feedback)
        for action in (Action.CREATE, Action.REPLACE):
            sender.carry_out(action)
        sender.verify()
        if not any(journal.count(action, *WRONG) for action in (Action.CREATE, Action.REPLACE)):
            sender.carry_out(Action.DELETE)
            sender.verify()
        there = target.count(feedback)
    except NetworkError as error:
        raise interrupted(journal, error) from error
    feedback.setProgress(100)
    created, replaced, deleted = (journal.count(action, State.CONFIRMED) for action in Action)
    failed = tuple(journal.steps(*WRONG))
    left = journal.count(None, State.PLANNED, State.SENT)
    verified = not failed and not left
    return Result(created, replaced, deleted, journal.publication.unchanged, failed, there, verified, notes)


def resume(journal: Journal, target: Target, profile: Profile, feedback: QgsFeedback) -> Result:
    """Looks at what the target holds, and does what is left of the plan."""
    there, twice = settled(journal, target, feedback)
    columns, precision = journal.publication.columns, profile.precision
    ours: set[int] = set()
    changes: list[tuple[Entry, State, str, str]] = []
    for entry in journal.steps(State.SENT, *WRONG):
        now = there.get(entry.key)
        if entry.key in twice:
            changes.append((entry, State.FAILED, _twice(), ""))
        elif same(now, entry.after, columns, precision):
            changes.append((entry, State.CONFIRMED, "", now.id if now is not None else ""))
        else:
            changes.append((entry, State.PLANNED, "", ""))
            if entry.state in (State.SENT, State.FAILED):
                ours.add(entry.n)
    journal.mark_each(changes)
    return send(journal, target, profile, feedback, ours)


def interrupted(journal: Journal | RecordJournal, error: NetworkError) -> Interrupted:
    """The connection failed on the way: what the user is told."""
    return Interrupted(
        tr("The publication stopped: {reason}").format(reason=error.message),
        detail=error.detail,
        hint=tr("Nothing is lost: go on with “Resume”, or take it back with “Undo”; the journal is {path}.").format(
            path=journal.path
        ),
    )


# ---------------------------------------------------------------- what is there
def by_key(remotes: Iterable[Remote]) -> dict[str, Remote]:
    """The features of a target by their key. DataTerritoiresError where a key is there twice."""
    found, twice = keyed(remotes)
    for key in sorted(twice):
        raise DataTerritoiresError(
            tr("The platform holds several features whose key is “{key}”.").format(key=key),
            hint=tr("Remove the duplicates there, or choose a key that is unique on the platform."),
        )
    return found


def keyed(remotes: Iterable[Remote], ids: Mapping[str, str] | None = None) -> tuple[dict[str, Remote], set[str]]:
    """The features by their key, and the keys that are there twice: then that of `ids` (key → id) is given."""
    known = ids or {}
    found: dict[str, Remote] = {}
    twice: set[str] = set()
    for remote in remotes:
        key = remote.row.key
        if key in found:
            twice.add(key)
        if key not in found or remote.id == known.get(key):
            found[key] = remote
    return found, twice


def settled(journal: Journal, target: Target, feedback: QgsFeedback) -> tuple[dict[str, Remote], set[str]]:
    """What a target holds, once it has finished with what was sent before an interruption.

    A server goes on after the connection is cut: what it was sent is looked at until two looks agree.
    """
    ids = {entry.key: entry.remote_id for entry in journal.steps() if entry.remote_id}
    there, twice = keyed(target.read(feedback), ids)
    for _ in range(_LOOKS):
        if not journal.count(None, State.SENT, State.UNDOING):
            break
        stop_if_cancelled(feedback)
        time.sleep(SETTLE)
        before = there
        there, twice = keyed(target.read(feedback), ids)
        if there == before:
            break
    return there, twice


def same(now: Remote | None, row: Row | None, columns: Sequence[Column], precision: float) -> bool:
    """Whether the target holds this row, or nothing where there is none."""
    if now is None or row is None:
        return now is None and row is None
    return not differences(row, now.row, columns, precision)


def between(now: Remote, entry: Entry, columns: Sequence[Column], precision: float) -> bool:
    """Whether each value is that of before or that of after: a writing of ours that was not finished."""
    if entry.before is None or entry.after is None:
        return False
    old = set(differences(entry.before.row, now.row, columns, precision))
    return not old & set(differences(entry.after, now.row, columns, precision))


def read_back(
    target: Target, profile: Profile, entries: Sequence[Entry], feedback: QgsFeedback
) -> tuple[dict[str, Remote], set[str]]:
    """What the target holds now under the keys of some steps. Those created are looked for by their key alone."""
    ids = {entry.key: entry.remote_id or (entry.before.id if entry.before else "") for entry in entries}
    if len(entries) > profile.few:
        return keyed(target.read(feedback), ids)
    known = [ids[entry.key] for entry in entries if entry.action is not Action.CREATE and ids[entry.key]]
    return keyed(target.read_some([entry.key for entry in entries], known, feedback), ids)


def _twice() -> str:
    return tr("there several times: somebody else has created it too; remove one of them on the platform")


class _Sender:
    def __init__(
        self, journal: Journal, target: Target, profile: Profile, feedback: QgsFeedback, ours: frozenset[int]
    ) -> None:
        self.journal, self.target, self.profile, self.feedback, self.ours = journal, target, profile, feedback, ours
        self.columns, self.precision = journal.publication.columns, profile.precision
        self.total = max(1, journal.count(None))
        self.done = 0

    def carry_out(self, action: Action) -> None:
        """The planned steps of an action, batch after batch; each is noted before it leaves."""
        entries = list(self.journal.steps(State.PLANNED, action=action))
        taken: Mapping[str, Remote] = {}
        if action is Action.CREATE and entries and not self.profile.locks:
            taken, _ = read_back(self.target, self.profile, entries, self.feedback)
        for batch in batches(entries, self.profile.batch):
            stop_if_cancelled(self.feedback)
            going = self._ready(action, batch, taken)
            if going:
                self.journal.mark([entry for entry, _ in going], State.SENT)
                self._note([entry for entry, _ in going], self._sent(action, going))
            self.done += len(batch)
            self.feedback.setProgress(90 * self.done / self.total)

    def _ready(self, action: Action, batch: list[Entry], taken: Mapping[str, Remote]) -> list[Pair]:
        """The features that nobody else has touched since the plan: few servers have a lock that could be trusted."""
        resumed = any(entry.n in self.ours for entry in batch)
        if self.profile.locks and not resumed:
            return [(entry, entry.before) for entry in batch]
        now = taken
        if action is not Action.CREATE or resumed:
            now, _ = read_back(self.target, self.profile, batch, self.feedback)
        going: list[Pair] = []
        for entry in batch:
            there = now.get(entry.key)
            if self._is_free(entry, there):
                going.append((entry, there))
            else:
                self.journal.mark([entry], State.CONFLICT, _conflict())
        return going

    def _is_free(self, entry: Entry, there: Remote | None) -> bool:
        before = entry.before.row if entry.before else None
        if same(there, before, self.columns, self.precision):
            return True
        if entry.n not in self.ours:
            return False
        return there is None or entry.action is Action.CREATE or between(there, entry, self.columns, self.precision)

    def _sent(self, action: Action, going: list[Pair]) -> list[Outcome]:
        if action is Action.DELETE:
            return self.target.delete([there for _, there in going if there is not None], self.feedback)
        # After an interruption: a feature that was deleted to be created again, one that was created in part.
        new = [whole(entry, entry.after) for entry, there in going if there is None and entry.after]
        old = [(there, entry.after) for entry, there in going if there is not None and entry.after]
        outcomes = self.target.create(new, self.feedback) if new else []
        return [*outcomes, *(self.target.replace(old, self.feedback) if old else [])]

    def _note(self, batch: list[Entry], outcomes: Sequence[Outcome]) -> None:
        told = {outcome.key: outcome for outcome in outcomes}
        changes = []
        for entry in batch:
            outcome = told.get(entry.key)
            if outcome is None:
                continue
            if outcome.conflict:
                changes.append((entry, State.CONFLICT, _conflict(), ""))
            elif outcome.error:
                changes.append((entry, State.REFUSED, outcome.error, ""))
            else:
                changes.append((entry, State.SENT, "", outcome.id))
        self.journal.mark_each(changes)

    def verify(self) -> None:
        """Reads back what was sent: right, or a failure that names the columns that differ."""
        sent = list(self.journal.steps(State.SENT))
        if not sent:
            return
        there, twice = read_back(self.target, self.profile, sent, self.feedback)
        changes = []
        for entry in sent:
            now = there.get(entry.key)
            double = entry.key in twice
            wrong = _twice() if double else self._wrong(entry, now)
            id_ = now.id if now is not None and not double else ""
            changes.append((entry, State.FAILED if wrong else State.CONFIRMED, wrong, id_))
        self.journal.mark_each(changes)

    def _wrong(self, entry: Entry, there: Remote | None) -> str:
        if entry.action is Action.DELETE:
            return tr("still there, though the platform says it is deleted") if there is not None else ""
        if there is None or entry.after is None:
            return tr("not there, though the platform says it is written")
        differ = differences(entry.after, there.row, self.columns, self.precision)
        if not differ:
            return ""
        named = ", ".join(name or tr("the shape") for name in differ)
        return tr("written, but not as it was sent: {columns}").format(columns=named)


def whole(entry: Entry, row: Row) -> Row:
    """A row with what the target held besides, where there was one."""
    before = entry.before
    return row if before is None else replace(row, others=before.row.others, id=before.id)


def _conflict() -> str:
    return tr("changed by somebody else since the plan was made")


def batches(entries: Sequence[Entry], size: int) -> Iterator[list[Entry]]:
    """The steps, so many at a time."""
    for start in range(0, len(entries), max(1, size)):
        yield list(entries[start : start + max(1, size)])
