"""A publication carried out at once, where a target can replace everything it holds in one go (a PostGIS table)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from ..i18n import tr
from .journal import Entry, State
from .plan import Action
from .sending import keyed, same, whole
from .targets.base import TargetError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qgis.core import QgsFeedback

    from .content import Remote, Row
    from .journal import Journal
    from .targets.base import Profile, Target

WHOLE = "whole"  # in the journal: what names this publication on the target


class Swapped(Protocol):
    """A target that can be replaced whole."""

    def obstacles(self, feedback: QgsFeedback) -> list[str]:
        """Why it can't be, in words."""
        ...

    def swap(
        self,
        run: str,
        expected: Mapping[str, Remote],
        new: Sequence[Row],
        changed: Sequence[tuple[Remote, Row]],
        gone: Sequence[Remote],
    ) -> None:
        """Everything at once. TargetError: somebody has written since, or it is refused; nothing is then changed."""
        ...

    def swap_back(self, run: str, expected: Mapping[str, Row]) -> bool:
        """What was there before is there again; False: not possible any more, nothing is changed."""
        ...


def carry_out(journal: Journal, target: Target, feedback: QgsFeedback) -> tuple[str, ...]:
    """Sends all the planned steps at once; where that can't be, leaves them, and says why."""
    entries = list(journal.steps(State.PLANNED))
    if not entries or len(entries) != journal.count(None):
        return ()  # resumed: what is left goes row by row
    able = cast("Swapped", target)
    why = able.obstacles(feedback) if hasattr(target, "swap") else [tr("this kind of platform can't do it")]
    if not why:
        new = [whole(entry, entry.after) for entry in entries if entry.after and entry.before is None]
        changed = [(entry.before, entry.after) for entry in entries if entry.before and entry.after]
        gone = [entry.before for entry in entries if entry.before and entry.action is Action.DELETE]
        journal.mark(entries, State.SENT)
        try:
            able.swap(journal.noted(WHOLE), keyed(journal.was_there())[0], new, changed, gone)
        except TargetError as error:
            journal.mark(entries, State.PLANNED)
            why = [error.message]
    if why:
        return (tr("The table was not replaced whole but row by row: {why}.").format(why="; ".join(why).rstrip(".")),)
    return (tr("The table was replaced whole; the former one is kept beside it until the next time."),)


def take_back(
    journal: Journal, target: Target, profile: Profile, entries: Sequence[Entry], there: Mapping[str, Remote]
) -> bool:
    """Puts the former table back where nobody has written since; the steps are then to be read back."""
    columns = journal.publication.columns
    ours = all(
        entry.state is State.CONFIRMED and same(there.get(entry.key), entry.after, columns, profile.precision)
        for entry in entries
    )
    if not entries or not ours or not hasattr(target, "swap_back"):
        return False
    journal.mark(entries, State.UNDOING)
    expected = {key: one.row for key, one in keyed(journal.was_there())[0].items()}
    for entry in entries:
        expected.pop(entry.key, None)
        if entry.after is not None:
            expected[entry.key] = entry.after
    if cast("Swapped", target).swap_back(journal.noted(WHOLE), expected):
        return True
    journal.mark(entries, State.CONFIRMED)
    return False
