"""The journal of a record's publication: what was there before, what was sent, how far it went.

A small JSON file, written before anything is sent and at each step. It names an authentication configuration by its id
only: no secret ever enters it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from ...i18n import tr
from ...paths import write_whole
from ..journal import JournalError, State

if TYPE_CHECKING:
    from pathlib import Path

_KIND = "record"
_VERSION = 1


class Act(Enum):
    """What becomes of the record of a catalogue; the values are those of the output ACTION."""

    CREATE = "created"
    REPLACE = "replaced"
    NOTHING = "unchanged"


@dataclass(frozen=True)
class Notes:
    """What a journal holds. Bodies are texts; None: no record."""

    type: str
    target: str
    authcfg: str  # id of a configuration, "" for none
    group: str
    public: bool  # everybody shall see it
    identifier: str
    action: Act
    ours: str  # our record alone, in the catalogue's form: what is compared
    after: str  # what is sent
    before: str | None
    before_public: bool | None
    state: State = State.PLANNED
    message: str = ""
    left: str | None = None  # what was read back at the end


def is_record_journal(path: Path) -> bool:
    """Whether a journal is that of a record: those of features are databases."""
    try:
        with path.open("rb") as file:
            return file.read(1) == b"{"
    except OSError:
        return False


class RecordJournal:
    """A journal on the disk. Each change is written whole."""

    def __init__(self, path: Path, notes: Notes | None = None) -> None:
        """Opens a journal, or begins it with `notes`. JournalError: no room, not a journal."""
        self.path = path
        self.notes = notes if notes is not None else _read(path)
        if notes is not None:
            self._write(tr("The journal can't be written: nothing was sent."))

    def mark(self, state: State, message: str = "", left: str | None = None, after: str | None = None) -> None:
        """Notes how far it is (what was read back, what is sent now), at once and for good. JournalError: no room."""
        notes = self.notes
        self.notes = replace(
            notes, state=state, message=message, left=left or notes.left, after=notes.after if after is None else after
        )
        self._write(tr("The journal can't be written any more: look in the catalogue at what became of the record."))

    def begin_from(self, before: str | None, public: bool | None) -> None:
        """What is there now is what an undoing puts back. JournalError: no room; nothing was sent."""
        action = Act.CREATE if before is None else Act.REPLACE
        self.notes = replace(self.notes, before=before, before_public=public, action=action)
        self._write(tr("The journal can't be written: nothing was sent."))

    def _write(self, problem: str) -> None:
        told = asdict(self.notes) | {"action": self.notes.action.value, "state": self.notes.state.value}
        try:
            write_whole(
                self.path, json.dumps({"kind": _KIND, "version": _VERSION, **told}, ensure_ascii=False, indent=1)
            )
        except OSError as error:
            raise JournalError(
                problem,
                detail=str(error),
                hint=tr("Choose another folder for it, or make room on the disk."),
            ) from error


def _read(path: Path) -> Notes:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told.pop("kind") != _KIND or int(told.pop("version")) > _VERSION:
            raise ValueError(path.name)
        return Notes(**told | {"action": Act(told["action"]), "state": State(told["state"])})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise JournalError(
            tr("{path} is not the journal of a publication.").format(path=path),
            detail=str(error),
            hint=tr("Give the file named JOURNAL by the publication."),
        ) from error
