"""The sending: journal first, creates, replaces, read back, then deletes. No 2xx is believed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ..errors import DataTerritoiresError, NetworkError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from .content import differences
from .journal import Entry, State
from .plan import Action

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qgis.core import QgsFeedback

    from .content import Remote
    from .journal import Journal
    from .targets.base import Outcome, Profile, Target

FEW = 200  # features: up to so many are read back one by one, more by reading everything


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


def send(journal: Journal, target: Target, profile: Profile, feedback: QgsFeedback) -> Result:
    """Carries out the planned steps of a journal. Raises Interrupted, Cancelled: `resume` goes on from there."""
    sender = _Sender(journal, target, profile, feedback)
    try:
        for action in (Action.CREATE, Action.REPLACE):
            sender.carry_out(action)
        sender.verify()
        if not journal.count(Action.CREATE, State.FAILED) and not journal.count(Action.REPLACE, State.FAILED):
            sender.carry_out(Action.DELETE)
            sender.verify()
    except NetworkError as error:
        raise Interrupted(
            tr("The publication stopped: {reason}").format(reason=error.message),
            detail=error.detail,
            hint=tr("Nothing is lost: go on with “Resume”, or take it back with “Undo”; the journal is {path}.").format(
                path=journal.path
            ),
        ) from error
    return _result(journal, target, feedback)


def resume(journal: Journal, target: Target, profile: Profile, feedback: QgsFeedback) -> Result:
    """Looks at what the target holds, and does what is left of the plan."""
    there = by_key(target.read(feedback))
    columns, precision = journal.publication.columns, profile.precision
    for entry in list(journal.steps(State.SENT, State.FAILED)):
        now = there.get(entry.key)
        if entry.action is Action.DELETE:
            done = now is None
        else:
            done = (
                now is not None
                and entry.after is not None
                and not differences(entry.after, now.row, columns, precision)
            )
        ids = {entry.key: now.id} if now is not None else {}
        journal.mark([entry], State.CONFIRMED if done else State.PLANNED, ids=ids)
    return send(journal, target, profile, feedback)


def undo(journal: Journal, target: Target, profile: Profile, feedback: QgsFeedback) -> Result:
    """Puts back what was. What somebody else has changed since is left, and told."""
    there = by_key(target.read(feedback))
    columns, precision = journal.publication.columns, profile.precision
    entries = [
        entry
        for entry in journal.steps(State.SENT, State.CONFIRMED, State.FAILED, State.UNDONE)
        if entry.state is not State.UNDONE
    ]
    left: list[Entry] = []
    for entry in reversed(entries):
        stop_if_cancelled(feedback)
        now = there.get(entry.key)
        before = entry.before.row if entry.before else None
        if _is(now, before, columns, precision):
            journal.mark([entry], State.UNDONE)
            continue
        if now is not None and not _is(now, entry.after, columns, precision) and entry.state is State.CONFIRMED:
            journal.mark([entry], entry.state, tr("changed by somebody else since: left as it is"))
            left.append(entry)
            continue
        outcomes = _put_back(target, now, entry, feedback)
        again = target.read_some([entry.key], [outcome.id for outcome in outcomes if outcome.id], feedback)
        if _is(again.get(entry.key), before, columns, precision):
            journal.mark([entry], State.UNDONE)
        else:
            journal.mark([entry], State.FAILED, tr("could not be put back"))
            left.append(entry)
    undone = [entry for entry in journal.steps(State.UNDONE)]
    counts = [sum(entry.action is action for entry in undone) for action in Action]
    return Result(counts[0], counts[1], counts[2], 0, tuple(left), len(by_key(target.read(feedback))), not left)


def _put_back(target: Target, now: Remote | None, entry: Entry, feedback: QgsFeedback) -> list[Outcome]:
    if entry.before is None:
        return target.delete([now], feedback) if now is not None else []
    if now is None:
        return target.create([entry.before.row], feedback)
    return target.replace([(now, entry.before.row)], feedback)


def _is(now: Remote | None, row: object, columns: Sequence, precision: float) -> bool:
    if now is None or row is None:
        return now is None and row is None
    return not differences(row, now.row, columns, precision)  # type: ignore[arg-type]


def by_key(remotes: Iterator[Remote]) -> dict[str, Remote]:
    """The features of a target by their key. DataTerritoiresError where a key is there twice."""
    found: dict[str, Remote] = {}
    for remote in remotes:
        if remote.row.key in found:
            raise DataTerritoiresError(
                tr("The platform holds several features whose key is “{key}”.").format(key=remote.row.key),
                hint=tr("Remove the duplicates there, or choose a key that is unique on the platform."),
            )
        found[remote.row.key] = remote
    return found


class _Sender:
    def __init__(self, journal: Journal, target: Target, profile: Profile, feedback: QgsFeedback) -> None:
        self.journal, self.target, self.profile, self.feedback = journal, target, profile, feedback
        self.total = max(1, sum(1 for _ in journal.steps()))
        self.done = 0

    def carry_out(self, action: Action) -> None:
        """The planned steps of an action, batch after batch; each is noted before it leaves."""
        for batch in _batches(self.journal.steps(State.PLANNED, action=action), self.profile.batch):
            stop_if_cancelled(self.feedback)
            going = self._unchanged_since(batch) if action is not Action.CREATE else batch
            if not going:
                continue
            self.journal.mark(going, State.SENT)
            self._note(going, self._sent(action, going))
            self.done += len(batch)
            self.feedback.setProgress(90 * self.done / self.total)

    def _sent(self, action: Action, batch: list[Entry]) -> list[Outcome]:
        if action is Action.CREATE:
            return self.target.create([entry.after for entry in batch if entry.after], self.feedback)
        if action is Action.REPLACE:
            pairs = [(entry.before, entry.after) for entry in batch if entry.before and entry.after]
            return self.target.replace(pairs, self.feedback)
        return self.target.delete([entry.before for entry in batch if entry.before], self.feedback)

    def _note(self, batch: list[Entry], outcomes: Sequence[Outcome]) -> None:
        told = {outcome.key: outcome for outcome in outcomes}
        for entry in batch:
            outcome = told.get(entry.key)
            if outcome is not None and outcome.error:
                self.journal.mark([entry], State.FAILED, outcome.error)
        ids = {outcome.key: outcome.id for outcome in outcomes if outcome.id}
        named = [entry for entry in batch if entry.key in ids and not told[entry.key].error]
        self.journal.mark(named, State.SENT, ids=ids)

    def _unchanged_since(self, batch: list[Entry]) -> list[Entry]:
        """The features that nobody has changed since the plan: no server here has a lock that could be trusted."""
        now = self.target.read_some(
            [entry.key for entry in batch], [entry.before.id for entry in batch if entry.before], self.feedback
        )
        going = []
        for entry in batch:
            there = now.get(entry.key)
            before = entry.before
            if there is None or before is None or not self._same(there, before):
                self.journal.mark([entry], State.FAILED, tr("changed by somebody else since the plan was made"))
            else:
                going.append(entry)
        return going

    def _same(self, there: Remote, before: Remote) -> bool:
        return not differences(before.row, there.row, self.journal.publication.columns, self.profile.precision)

    def verify(self) -> None:
        """Reads back what was sent: right, or a failure that names the columns that differ."""
        sent = list(self.journal.steps(State.SENT))
        if not sent:
            return
        there = self._read_back(sent)
        for entry in sent:
            wrong = self._wrong(entry, there.get(entry.key))
            ids = {entry.key: there[entry.key].id} if entry.key in there else {}
            self.journal.mark([entry], State.FAILED if wrong else State.CONFIRMED, wrong, ids)

    def _read_back(self, sent: list[Entry]) -> Mapping[str, Remote]:
        if len(sent) > FEW:
            return by_key(self.target.read(self.feedback))
        ids = [entry.remote_id or (entry.before.id if entry.before else "") for entry in sent]
        return self.target.read_some([entry.key for entry in sent], [id_ for id_ in ids if id_], self.feedback)

    def _wrong(self, entry: Entry, there: Remote | None) -> str:
        if entry.action is Action.DELETE:
            return tr("still there, though the platform says it is deleted") if there is not None else ""
        if there is None or entry.after is None:
            return tr("not there, though the platform says it is written")
        differ = differences(entry.after, there.row, self.journal.publication.columns, self.profile.precision)
        if not differ:
            return ""
        named = ", ".join(name or tr("the shape") for name in differ)
        return tr("written, but not as it was sent: {columns}").format(columns=named)


def _batches(entries: Iterator[Entry], size: int) -> Iterator[list[Entry]]:
    while batch := list(islice(entries, max(1, size))):
        yield batch


def _result(journal: Journal, target: Target, feedback: QgsFeedback) -> Result:
    there = sum(1 for _ in target.read(feedback))
    failed = tuple(journal.steps(State.FAILED))
    feedback.setProgress(100)
    created, replaced, deleted = (journal.count(action, State.CONFIRMED) for action in Action)
    left = any(True for _ in journal.steps(State.PLANNED, State.SENT))
    return Result(created, replaced, deleted, journal.publication.unchanged, failed, there, not failed and not left)
