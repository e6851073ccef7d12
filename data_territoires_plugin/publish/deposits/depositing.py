"""The sending of a whole dataset: journal first, beside what is published, read back, switched. No 2xx is believed.

What a journal of rows says is enough to make the dataset again: what was there, and what each step changes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ...errors import NetworkError
from ...i18n import tr
from ..content import Content, Remote, differences
from ..journal import State
from ..plan import Action
from ..sending import Result, by_key, interrupted, same
from ..targets.base import TargetError
from .base import About, Mended, NamesItself, Package, Undressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qgis.core import QgsFeedback

    from ..content import Row
    from ..journal import Entry, Journal
    from ..targets.base import Profile
    from .base import Before, Deposit

RUN, ABOUT, VERSION = "deposit_run", "deposit_about", "deposit_version"
EXISTED, COLUMNS, STAGED, FORMER = "deposit_existed", "deposit_columns", "deposit_staged", "deposit_former"
WORN, RESTORING = "deposit_worn", "deposit_restoring"


def note_before(journal: Journal, about: About, run: str, before: Before, profile: Profile) -> None:
    """What the journal of a deposit holds besides its rows, noted before anything is sent."""
    journal.note(ABOUT, json.dumps(asdict(about), ensure_ascii=False))
    for name, value in ((RUN, run), (EXISTED, "1" if before.existed else ""), (VERSION, before.version)):
        journal.note(name, value)
    journal.note(COLUMNS, "1" if profile.loses or profile.gains else "")


@dataclass
class Depositing:
    """One deposit on its way; everything it needs is in its journal."""

    journal: Journal
    target: Deposit
    profile: Profile
    feedback: QgsFeedback
    notes: tuple[str, ...] = ()  # what the user should know, in words
    there: int | None = None  # features that were read back last

    def send(self) -> Result:
        """Carries the journal out. Raises Interrupted, Cancelled, TargetError (somebody wrote meanwhile)."""
        package = self._package(rows_to_be(self.journal))
        try:
            self._mend()
            self._note_worn()
            if self._has_work() and not self._replaced(package, self.journal.noted(RUN)):
                return self._result()
            changed = self.target.dress(package, self.feedback)
        except NetworkError as error:
            raise interrupted(self.journal, error) from error
        return self._result(changed)

    def undo(self) -> Result:
        """Puts back what was published before. What somebody else has changed since is left, and told.

        Raises Interrupted, Cancelled: the same again goes on from there.
        """
        try:
            return self._undone()
        except NetworkError as error:
            raise interrupted(self.journal, error) from error

    def _undone(self) -> Result:
        self._mend()
        now = by_key(self.target.read(self.feedback))
        to_be, left, mine = self._put_back(now)
        wanted = {row.key: row for row in to_be}
        before = {one.row.key: one.row for one in self.journal.was_there()}
        # What was published comes back whole only where nobody has written anything else since.
        whole = not left and not self._differing(before, {key: Remote(row, key) for key, row in wanted.items()})
        former = self._former() if whole and not self._is_back(mine, wanted, now) else ""
        if whole and not self.journal.noted(EXISTED):
            self.target.withdraw(self.feedback)
        elif former:
            self.journal.note(RESTORING, "1")
            self.target.restore(former, self.feedback)
        elif mine and self._differing(wanted, now):
            staged = self.target.stage(self._package(to_be), f"{self.journal.noted(RUN)}u", self.feedback)
            self.target.switch(staged, self.feedback)
        self._tidy(whole=whole)
        there = by_key(self.target.read(self.feedback))
        wrong = self._differing(wanted, there)
        for entry in mine:
            if entry.key in wrong:
                self.journal.mark([entry], State.FAILED, tr("could not be put back"))
                left.append(entry)
            else:
                self.journal.mark([entry], State.UNDONE)
        undone = list(self.journal.steps(State.UNDONE))
        counts = [sum(entry.action is action for entry in undone) for action in Action]
        return Result(counts[0], counts[1], counts[2], 0, tuple(left), len(there), not left and not wrong)

    # ------------------------------------------------------------------------------------------------ sending
    def _has_work(self) -> bool:
        whole = not self.journal.noted(EXISTED) or bool(self.journal.noted(COLUMNS))
        return whole or any(True for _ in self.journal.steps(State.PLANNED, State.SENT, State.FAILED))

    def _replaced(self, package: Package, run: str) -> bool:
        """Whether what is published is now the package: staged, read back, switched, read back."""
        if not self.journal.noted(FORMER):
            self._refuse_change()
        steps = list(self.journal.steps(State.PLANNED, State.SENT, State.FAILED))
        self.journal.mark(steps, State.SENT)
        wanted = {row.key: row for row in package.content.rows}
        if not self._switched(wanted):
            staged = self.target.stage(package, run, self.feedback)
            self.journal.note(STAGED, staged)
            self.feedback.setProgress(50)
            wrong = self._differing(wanted, by_key(self.target.read_staged(staged, self.feedback)))
            if wrong:
                self.target.discard(run, self.feedback)
                self._fail(steps, wrong, tr("Nothing that is published was touched."))
                return False
            self.feedback.setProgress(70)
            self._refuse_change()
            self.journal.note(FORMER, self.target.switch(staged, self.feedback))
        elif not self.journal.noted(FORMER) and (self.journal.noted(EXISTED) or isinstance(self.target, Undressed)):
            # Cut between the switch and its note: done twice, the second one only tells.
            self.journal.note(FORMER, self.target.switch(self.journal.noted(STAGED), self.feedback))
        self.feedback.setProgress(85)
        there = by_key(self.target.read(self.feedback))
        self.there = len(there)
        wrong = self._differing(wanted, there)
        self._fail(steps, wrong, tr("Take the publication back with “Undo”."))
        self.journal.mark([entry for entry in steps if entry.key not in wrong], State.CONFIRMED)
        return not wrong

    def _switched(self, wanted: Mapping[str, Row]) -> bool:
        """Whether an interrupted run had got as far as the switch."""
        if not self.journal.noted(STAGED) or not self.target.exists(self.feedback):
            return False
        now = self.target.probe(self.feedback)
        if now.loses or now.gains:
            return False
        return not self._differing(wanted, by_key(self.target.read(self.feedback)))

    def _refuse_change(self) -> None:
        """What is published must be what the plan was made from, or already what it should become."""
        noted = self.journal.noted(VERSION)
        if noted and noted == self.target.version(self.feedback):
            return
        there = by_key(self.target.read(self.feedback)) if self.target.exists(self.feedback) else {}
        before = {one.row.key: one.row for one in self.journal.was_there()}
        if self._differing(before, there) and self._differing(
            {row.key: row for row in rows_to_be(self.journal)}, there
        ):
            raise TargetError(
                tr("What is published was changed by somebody else since the plan was made: nothing was replaced."),
                hint=tr("Publish again: the plan will be made from what is there now."),
            )

    def _differing(self, wanted: Mapping[str, Row], there: Mapping[str, Remote]) -> dict[str, str]:
        """The keys that are not as they should be, and why."""
        columns, precision = self.journal.publication.columns, self.profile.precision
        wrong = {}
        for key, row in wanted.items():
            remote = there.get(key)
            if remote is None:
                wrong[key] = tr("not there, though the platform says it is written")
                continue
            differ = differences(row, remote.row, columns, precision)
            if differ:
                named = ", ".join(name or tr("the shape") for name in differ)
                wrong[key] = tr("written, but not as it was sent: {columns}").format(columns=named)
        for key in there.keys() - wanted.keys():
            wrong[key] = tr("still there, though the platform says it is deleted")
        return wrong

    def _fail(self, steps: Iterable[Entry], wrong: Mapping[str, str], what_next: str) -> None:
        """Notes the steps that went wrong; where only features outside the plan did, every step did."""
        if not wrong:
            return
        steps = list(steps)
        named = [entry for entry in steps if entry.key in wrong] or steps
        for entry in named:
            self.journal.mark([entry], State.FAILED, wrong.get(entry.key) or next(iter(wrong.values())))
        if not named:
            raise TargetError(
                tr("The platform did not store what was sent: {reason}.").format(reason=next(iter(wrong.values()))),
                hint=what_next,
            )
        self.notes += (what_next,)

    # ------------------------------------------------------------------------------------------------ putting back
    def _former(self) -> str:
        """What names the former dataset, where it was replaced; also where a cut came before it was noted."""
        former = self.journal.noted(FORMER)
        if former or not self.journal.noted(STAGED) or not self.journal.noted(EXISTED):
            return former
        if not self._switched({row.key: row for row in rows_to_be(self.journal)}):
            return ""
        return self.target.switch(self.journal.noted(STAGED), self.feedback)

    def _note_worn(self) -> None:
        if isinstance(self.target, Undressed) and self.journal.noted(EXISTED) and not self.journal.noted(WORN):
            self.journal.note(WORN, self.target.worn(self.feedback))

    def _mend(self) -> None:
        """A cut in the middle of a switch, or of its undoing, has left nothing published."""
        if not isinstance(self.target, Mended) or not self.journal.noted(EXISTED) or self.target.exists(self.feedback):
            return
        for run in self._runs():
            self.target.mend(run, self.feedback)

    def _is_back(self, mine: Iterable[Entry], wanted: Mapping[str, Row], now: Mapping[str, Remote]) -> bool:
        """Whether what was there before is published again already, though ours was once read back there."""
        seen = all(entry.state is State.CONFIRMED for entry in mine) and not self.journal.noted(RESTORING)
        columns = not self.journal.noted(COLUMNS) or bool(self.profile.loses or self.profile.gains)
        return seen and columns and not self._differing(wanted, now)

    def _tidy(self, *, whole: bool) -> None:
        """Style and description come back, and nothing of the run is left beside what is published."""
        if isinstance(self.target, Undressed) and whole and self.journal.noted(WORN):
            self.target.undress(self.journal.noted(WORN), self.feedback)
        if whole or self.journal.noted(EXISTED):
            for run in self._runs():
                self.target.discard(run, self.feedback)

    def _runs(self) -> tuple[str, str]:
        """What its undoing staged, and what it staged itself."""
        return f"{self.journal.noted(RUN)}u", self.journal.noted(RUN)

    def _put_back(self, now: Mapping[str, Remote]) -> tuple[list[Row], list[Entry], list[Entry]]:
        """The rows to be once undone, the steps left because somebody else wrote since, the steps to be undone."""
        columns, precision = self.journal.publication.columns, self.profile.precision
        to_be = {key: one.row for key, one in now.items()}
        left, mine = [], []
        for entry in self.journal.steps():
            if entry.state is State.UNDONE:
                continue
            there = now.get(entry.key)
            before = entry.before.row if entry.before else None
            if not same(there, before, columns, precision) and not same(there, entry.after, columns, precision):
                self.journal.mark([entry], entry.state, tr("changed by somebody else since: left as it is"))
                left.append(entry)
                continue
            mine.append(entry)
            to_be.pop(entry.key, None)
            if before is not None:
                to_be[entry.key] = before
        return list(to_be.values()), left, mine

    def _package(self, rows: Iterable[Row]) -> Package:
        about = json.loads(self.journal.noted(ABOUT))
        about |= {name: tuple(about.get(name, ())) for name in ("keywords", "zones")}
        about["links"] = tuple((format_, url) for format_, url in about.get("links", ()))
        publication = self.journal.publication
        crs = QgsCoordinateReferenceSystem(publication.crs)
        return Package(Content(publication.columns, publication.key, crs, tuple(rows)), About(**about))

    def _result(self, changed: tuple[str, ...] = ()) -> Result:
        journal = self.journal
        there = self._counted() if self.there is None else self.there
        failed = tuple(journal.steps(State.FAILED))
        self.feedback.setProgress(100)
        created, replaced, deleted = (journal.count(action, State.CONFIRMED) for action in Action)
        left = any(True for _ in journal.steps(State.PLANNED, State.SENT))
        unchanged, verified = journal.publication.unchanged, not failed and not left
        named = self.target.name_given(self.feedback) if isinstance(self.target, NamesItself) else ""
        return Result(created, replaced, deleted, unchanged, failed, there, verified, (*self.notes, *changed), named)

    def _counted(self) -> int:
        """What is published, where it was not read back: as the plan has read it, if it is still the same version."""
        noted = self.journal.noted(VERSION)
        same_as_planned = noted and noted == self.target.version(self.feedback)
        return sum(1 for _ in (self.journal.was_there() if same_as_planned else self.target.read(self.feedback)))


def rows_to_be(journal: Journal) -> list[Row]:
    """The dataset once published: what was there, with every step of the plan carried out."""
    rows = {one.row.key: one.row for one in journal.was_there()}
    for entry in journal.steps():
        if entry.after is None:
            rows.pop(entry.key, None)
        else:
            rows[entry.key] = entry.after
    return list(rows.values())
