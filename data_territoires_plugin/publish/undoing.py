"""Taking a publication back: what was there before comes back, in batches; what others have changed since stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import NetworkError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from .journal import Entry, State
from .plan import Action
from .sending import Result, batches, between, interrupted, read_back, same, settled
from .swapping import WHOLE, take_back

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsFeedback

    from .content import Remote
    from .journal import Journal
    from .sending import Pair
    from .targets.base import Outcome, Profile, Target

# What was never sent (planned, conflict) has nothing to be put back.
_TOUCHED = (State.SENT, State.CONFIRMED, State.FAILED, State.REFUSED, State.UNDOING)
_UNFINISHED = (State.SENT, State.FAILED, State.UNDOING)  # a part of ours may be there


def undo(journal: Journal, target: Target, profile: Profile, feedback: QgsFeedback) -> Result:
    """Puts back what was. What somebody else has changed since is left, and told.

    Raises Interrupted, Cancelled: the same again goes on from there.
    """
    undoer = _Undoer(journal, target, profile, feedback)
    try:
        there, twice = settled(journal, target, feedback)
        entries = list(journal.steps(*_TOUCHED))
        if journal.noted(WHOLE) and take_back(journal, target, profile, entries, there):
            undoer.sent += entries
        else:
            # Its last writings first: what was deleted comes back before what was created goes.
            for action in (Action.DELETE, Action.REPLACE, Action.CREATE):
                undoer.put_back([entry for entry in entries if entry.action is action], there, twice)
        undoer.verify()
        held = target.count(feedback)
    except NetworkError as error:
        raise interrupted(journal, error) from error
    feedback.setProgress(100)
    left = tuple(undoer.left)
    counts = [journal.count(action, State.UNDONE) for action in Action]
    return Result(counts[0], counts[1], counts[2], 0, left, held, not left)


class _Undoer:
    def __init__(self, journal: Journal, target: Target, profile: Profile, feedback: QgsFeedback) -> None:
        self.journal, self.target, self.profile, self.feedback = journal, target, profile, feedback
        self.columns, self.precision = journal.publication.columns, profile.precision
        self.left: list[Entry] = []
        self.sent: list[Entry] = []
        self.why: dict[str, str] = {}
        self.total = max(1, journal.count(None))
        self.done = 0

    def put_back(self, entries: list[Entry], there: Mapping[str, Remote], twice: set[str]) -> None:
        """The steps of one action, batch after batch."""
        todo = [entry for entry, _ in self._sorted(entries, there, twice)]
        for batch in batches(todo, self.profile.batch):
            stop_if_cancelled(self.feedback)
            now, double = read_back(self.target, self.profile, batch, self.feedback)
            going = self._sorted(batch, now, double)
            # From here on it may be half done: noted before it leaves, as everything.
            self.journal.mark([entry for entry, _ in going], State.UNDOING)
            self._carry_out(going)
            self.sent += [entry for entry, _ in going]
            self.done += len(batch)
            self.feedback.setProgress(90 * self.done / self.total)

    def _sorted(self, entries: list[Entry], there: Mapping[str, Remote], twice: set[str]) -> list[Pair]:
        """Those to put back. Those that are as they were are noted; what others have changed is left, and told."""
        going: list[Pair] = []
        back: list[Entry] = []
        for entry in entries:
            now = there.get(entry.key)
            if entry.key in twice and (now is None or now.id != entry.remote_id):
                self._leave(entry, tr("there several times: left as it is"))
            elif same(now, entry.before.row if entry.before else None, self.columns, self.precision):
                back.append(entry)
            elif self._is_ours(entry, now):
                going.append((entry, now))
            elif entry.state is not State.REFUSED:
                self._leave(entry, tr("changed by somebody else since: left as it is"))
        self.journal.mark([entry for entry in back if entry.state is not State.REFUSED], State.UNDONE)
        return going

    def _is_ours(self, entry: Entry, now: Remote | None) -> bool:
        if entry.state is not State.REFUSED and same(now, entry.after, self.columns, self.precision):
            return True
        if now is not None and between(now, entry, self.columns, self.precision):
            return entry.state is not State.CONFIRMED
        if entry.state not in _UNFINISHED:
            return False
        # Created, or put back, in part; deleted in order to be created again.
        if entry.action is Action.DELETE:
            return entry.state is State.UNDOING
        return now is None or entry.action is Action.CREATE or entry.state is State.FAILED

    def _leave(self, entry: Entry, why: str) -> None:
        self.journal.mark([entry], entry.state, why)
        self.left.append(replace(entry, message=why))

    def _carry_out(self, going: list[Pair]) -> None:
        gone = [now for entry, now in going if now is not None and entry.before is None]
        new = [
            replace(entry.before.row, id=entry.before.id)
            for entry, now in going
            if now is None and entry.before is not None
        ]
        old = [(now, entry.before.row) for entry, now in going if now is not None and entry.before is not None]
        outcomes: list[Outcome] = []
        if new:
            outcomes += self.target.create(new, self.feedback)
        if old:
            outcomes += self.target.replace(old, self.feedback)
        if gone:
            outcomes += self.target.delete(gone, self.feedback)
        self.why |= {outcome.key: outcome.error for outcome in outcomes if outcome.error}

    def verify(self) -> None:
        """Reads back what was put back."""
        if not self.sent:
            return
        there, _ = read_back(self.target, self.profile, self.sent, self.feedback)
        right = []
        for entry in self.sent:
            now = there.get(entry.key)
            if same(now, entry.before.row if entry.before else None, self.columns, self.precision):
                right.append(entry)
            else:
                # In this state, the same again tries it again.
                self._leave(replace(entry, state=State.UNDOING), self.why.get(entry.key) or tr("could not be put back"))
        self.journal.mark(right, State.UNDONE)
