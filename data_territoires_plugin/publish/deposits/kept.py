"""The files of a publication that are kept here, beside its journal: the one ready to go, and the one it replaces."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from ...errors import OutputError
from ...i18n import tr
from ...paths import cache_folder, draft_of, write_whole
from ..targets.base import TargetError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Kept:
    """The folder of one journal. Files are named by the run: a publication and its undoing share the folder."""

    def __init__(self, run: str) -> None:
        self.folder: Path | None = None
        self.run = run

    def place(self) -> Path:
        """The folder, made if need be. OutputError: no right."""
        folder = self.folder or cache_folder("publications") / f"{self.run or 'publication'}.avant"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritten(folder, error) from error
        return folder

    def ready(self, run: str = "") -> Path | None:
        """The file that is ready to go (for another run, where it is given), None where there is none."""
        return next(iter(sorted(self.place().glob(f"{run or self.run}+*"))), None)

    def make_ready(self, name: str, write: Callable[[Path], object]) -> Path:
        """The file that is ready to go, whole: made by `write`, unless an interrupted run had made it."""
        found = self.ready()
        if found is not None:
            return found
        path = self.place() / f"{self.run}+{name}"
        draft = draft_of(path).with_suffix(path.suffix)
        write(draft)
        return draft.replace(path)

    def drop_ready(self, run: str = "") -> None:
        """What was ready serves no more."""
        found = self.ready(run)
        if found is not None:
            found.unlink(missing_ok=True)

    def keep(self, name: str, fetch: Callable[[Path], object], told: dict[str, Any]) -> None:
        """Fetches the former file and notes what is to be known of it; never over what this run has kept already."""
        note = self.place() / self.note()
        if note.is_file():
            return
        path = self.place() / f"{self.run}-avant-{name}"
        draft = draft_of(path)
        fetch(draft)
        draft.replace(path)
        try:
            write_whole(note, json.dumps(told | {"file": path.name, "name": name}, ensure_ascii=False))
        except OSError as error:
            raise _unwritten(note, error) from error

    def note(self) -> str:
        """The name of the note of what this run replaces."""
        return f"{self.run}.json"

    def has_note(self) -> bool:
        """Whether this run has kept a former file."""
        return bool(self.run) and (self.place() / self.note()).is_file()

    def former(self, note: str) -> tuple[Path, dict[str, Any]]:
        """The former file, and what was noted of it. TargetError: they are gone."""
        path = self.place() / note
        try:
            told = cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
            file = path.with_name(str(told["file"]))
        except (OSError, ValueError, KeyError) as error:
            raise _gone(path, str(error)) from error
        if not file.is_file():
            raise _gone(file)
        return file, told


def _gone(path: Path, detail: str = "") -> TargetError:
    return TargetError(
        tr("The former file is no longer beside the journal ({path}).").format(path=path),
        detail=detail,
        hint=tr("Put it back there, or publish the former data again."),
    )


def _unwritten(path: Path, error: OSError) -> OutputError:
    return OutputError(
        tr("{path} can't be written.").format(path=path),
        detail=str(error),
        hint=tr("Nothing was sent. Make room on the disk, then try again."),
    )
