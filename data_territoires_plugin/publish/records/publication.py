"""One record from end to end: read what is there, merge, show, journal, send, read back, compare."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...errors import NetworkError
from ...i18n import tr
from ...metadata.form import label_of
from ...metadata.record import differences
from ...paths import cache_folder
from ..connections import refuse_secret
from ..journal import State
from ..sending import interrupted
from ..targets.base import TargetError
from . import catalogue_of
from .journal import Act, Notes, RecordJournal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from qgis.core import QgsFeedback

    from ...metadata.record import Record
    from .base import Catalogue, Held, Site


# Letters, figures and signs of the CNIG's guide, less those that an address or a query would take for its own.
_IDENTIFIER = re.compile(r"[\w\-.:\[\] ]+", re.ASCII)


@dataclass(frozen=True)
class Order:
    """Which record goes where. `group`: owner of a new record; `public`: everybody shall see it once it is right."""

    record: Record
    type: str
    target: str
    authcfg: str = ""
    group: str = ""
    public: bool = True


@dataclass(frozen=True)
class Prepared:
    """What will be done, ready to be shown."""

    order: Order
    catalogue: Catalogue
    site: Site
    held: Held | None
    action: Act
    changed: tuple[str, ...]  # fields of the record that the catalogue says otherwise
    body: bytes  # what is sent
    before: str  # the title that is replaced, "" for a new record


@dataclass(frozen=True)
class Done:
    """What was done, as read back. `problem`: why it isn't verified; `notes`: what the user should know."""

    action: Act
    identifier: str
    url: str
    verified: bool
    problem: str = ""
    notes: tuple[str, ...] = ()


def prepare(order: Order, feedback: QgsFeedback) -> Prepared:
    """Looks at the catalogue and compares. Nothing is written. Raises NetworkError, TargetError, SourceError."""
    refuse_secret(order.target)
    if not _IDENTIFIER.fullmatch(order.record.identifier):
        raise TargetError(
            tr("“{identifier}” can't be the identifier of a record.").format(identifier=order.record.identifier),
            hint=tr("Write it with letters without accents, figures, and the signs - _ . :"),
        )
    catalogue = catalogue_of(order.type, order.target, order.authcfg, order.group)
    site = catalogue.probe(feedback)
    held = catalogue.read(order.record.identifier, feedback)
    form = catalogue.form
    if form.reduced is not None:
        order = replace(order, record=form.reduced(order.record))
    if held is None:
        return Prepared(order, catalogue, site, None, Act.CREATE, (), form.write(order.record), "")
    theirs = form.read(held.body)
    changed = differences(order.record, theirs)
    hidden = order.public and held.public is False
    action = Act.REPLACE if changed or hidden else Act.NOTHING
    body = form.merged(held.body, order.record) if changed else held.body
    return Prepared(order, catalogue, site, held, action, changed, body, theirs.title)


def publish(
    prepared: Prepared, folder: Path | None, feedback: QgsFeedback, begun: Callable[[Path], None] = lambda _path: None
) -> tuple[Done, Path | None]:
    """Sends what was prepared; what was done, and the journal (None where there was nothing to do).

    `begun` is told the journal before anything is sent: it serves even where this raises.
    Raises TargetError (somebody else has written meanwhile), Interrupted, Cancelled: the journal serves `resume`.
    """
    order, held = prepared.order, prepared.held
    identifier = order.record.identifier
    if prepared.action is Act.NOTHING:
        url = prepared.catalogue.page(identifier)
        return Done(Act.NOTHING, identifier, url, True), None
    form = prepared.catalogue.form
    notes = Notes(
        order.type,
        order.target,
        order.authcfg,
        order.group,
        order.public,
        identifier,
        prepared.action,
        form.write(order.record).decode(),
        prepared.body.decode(),
        held.body.decode() if held else None,
        held.public if held else None,
    )
    journal = RecordJournal((folder or cache_folder("publications")) / _name(identifier), notes)
    begun(journal.path)
    return _Run(journal, prepared.catalogue, feedback).carry_out(), journal.path


def go_on(path: Path, feedback: QgsFeedback) -> Done:
    """Resumes: looks at what is there, and does what is left. What others have written meanwhile is kept (merged)."""
    journal = RecordJournal(path)
    return _Run(journal, _reopened(journal, feedback), feedback).carry_on()


def take_back(path: Path, feedback: QgsFeedback) -> Done:
    """Undoes: the record becomes what it was, or goes. What somebody has changed since is left, and told."""
    journal = RecordJournal(path)
    return _Run(journal, _reopened(journal, feedback), feedback).take_back()


def _reopened(journal: RecordJournal, feedback: QgsFeedback) -> Catalogue:
    notes = journal.notes
    catalogue = catalogue_of(notes.type, notes.target, notes.authcfg, notes.group)
    catalogue.probe(feedback)
    return catalogue


class _Run:
    """The steps on one record, its journal open."""

    def __init__(self, journal: RecordJournal, catalogue: Catalogue, feedback: QgsFeedback) -> None:
        self.journal, self.catalogue, self.feedback = journal, catalogue, feedback
        self.notes, self.form = journal.notes, catalogue.form

    # ------------------------------------------------------------------------------------------------- sending
    def carry_out(self) -> Done:
        """From the plan: nobody may have written since. An interruption leaves the journal as it is."""
        with _interruptible(self.journal):
            held = self._read()
            if not self._is(held, self.notes.before):
                raise TargetError(
                    tr("Somebody else has changed this record since the plan was made: nothing was sent."),
                    hint=tr("Publish again: what they wrote will be kept."),
                )
            return self._send(held, self.notes.after.encode())

    def carry_on(self) -> Done:
        """After an interruption."""
        with _interruptible(self.journal):
            held = self._read()
            if self.notes.state is State.PLANNED:
                # Nothing has left: what would be put back is what is there now.
                self.journal.begin_from(held.body.decode() if held else None, held.public if held else None)
            if held is not None and not self._differs(held):
                return self._finish(held)
            record = self.form.read(self.notes.ours.encode())
            body = self.form.write(record) if held is None else self.form.merged(held.body, record)
            return self._send(held, body)

    def _send(self, held: Held | None, body: bytes) -> Done:
        told = ""
        if held is None or not self.form.same(held.body, body):
            self.journal.mark(State.SENT, after=body.decode())
            told = self._written(held, body)
            now = self._read()
            if told and self._is(now, held.body.decode() if held else None):
                # Refused, and nothing is changed there: once more. pycsw 3.0 fails on what others have just read.
                told = self._written(held, body)
                now = self._read()
            held = now
        if held is None:
            return self._failed(told or tr("not there, though the catalogue says it is written"))
        differ = self._differs(held)
        if differ:
            named = ", ".join(label_of(name) for name in differ)
            wrong = tr("written, but not as it was sent: {columns}").format(columns=named)
            return self._failed(f"{told} {wrong}".strip(), held.body.decode())
        return self._finish(held)

    def _written(self, held: Held | None, body: bytes) -> str:
        write = self.catalogue.create if held is None else self.catalogue.replace
        return write(self.notes.identifier, body, self.feedback)

    def _finish(self, held: Held) -> Done:
        """The record is right: everybody may see it, if that is wanted."""
        notes: tuple[str, ...] = ()
        if self.notes.public and held.public is not None:
            refusal = self.catalogue.show(self.notes.identifier, self.feedback, public=True)
            again = self._read()
            held = again or held
            if refusal:
                notes = (tr("The record is right, but others don't see it: {reason}").format(reason=refusal),)
            elif not held.public:
                notes = (tr("The record is right, but others still don't see it."),)
        self.journal.mark(State.CONFIRMED, "", held.body.decode())
        return self._done(True, "", notes)

    # ------------------------------------------------------------------------------------------------- undoing
    def take_back(self) -> Done:
        """Back to what was before, where what is there is ours: read back then, or what was sent."""
        if self.notes.state is State.PLANNED:
            note = tr("Nothing was sent: there is nothing to take back.")
            return replace(self._done(True, "", (note,)), action=Act.NOTHING)
        with _interruptible(self.journal):
            now, notes = self._read(), self.notes
            if self._is(now, notes.before):
                if self._is_shown_as_before(now):
                    return self._undone()
            elif now is not None and not self._is(now, notes.after if notes.left is None else notes.left):
                return self._done(False, tr("changed by somebody else since: left as it is"))
            told = self._put_back(now)
            now = self._read()
            if not self._is(now, notes.before):
                # What is there now is ours: the same again tries it again.
                return self._failed(told or tr("could not be put back"), now.body.decode() if now else None)
            if not self._is_shown_as_before(now):
                return self._failed(told or tr("put back, but others don't see it as before"))
            return self._undone()

    def _undone(self) -> Done:
        self.journal.mark(State.UNDONE)
        return self._done(True, "")

    def _put_back(self, now: Held | None) -> str:
        notes = self.notes
        if notes.before is None:
            return self.catalogue.delete(notes.identifier, self.feedback)
        told = ""
        if not self._is(now, notes.before):
            told = self._written(now, notes.before.encode())
        if notes.before_public is not None:
            hidden = self.catalogue.show(notes.identifier, self.feedback, public=notes.before_public)
            told = told or hidden
        return told

    # ------------------------------------------------------------------------------------------------- comparing
    def _read(self) -> Held | None:
        return self.catalogue.read(self.notes.identifier, self.feedback)

    def _is(self, now: Held | None, body: str | None) -> bool:
        if now is None or body is None:
            return now is None and body is None
        return self.form.same(now.body, body.encode())

    def _is_shown_as_before(self, now: Held | None) -> bool:
        return now is None or self.notes.before_public is None or now.public == self.notes.before_public

    def _differs(self, held: Held) -> tuple[str, ...]:
        ours, theirs = self.form.read(self.notes.ours.encode()), self.form.read(held.body)
        named = () if ours.identifier == theirs.identifier else ("identifier",)
        return (*named, *differences(ours, theirs))

    def _failed(self, message: str, left: str | None = None) -> Done:
        self.journal.mark(State.FAILED, message, left)
        return self._done(False, message)

    def _done(self, verified: bool, problem: str, notes: tuple[str, ...] = ()) -> Done:
        own = self.notes
        return Done(own.action, own.identifier, self.catalogue.page(own.identifier), verified, problem, notes)


@contextmanager
def _interruptible(journal: RecordJournal) -> Iterator[None]:
    """A failure of the network on the way: nothing is lost, the journal says where to go on."""
    try:
        yield
    except NetworkError as error:
        raise interrupted(journal, error) from error


def _name(identifier: str) -> str:
    safe = "".join(sign if sign.isalnum() or sign == "-" else "_" for sign in identifier)[:80]
    return f"fiche-{safe}-{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 1_000_000:06d}.journal"
