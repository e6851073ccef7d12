"""The file of the result: checked before anything is fetched, put in place in one move at the end."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from ..errors import OutputError
from ..geopackage import connect, full_disk
from ..i18n import tr
from ..paths import draft_of, drop_old_drafts
from . import recipe

if TYPE_CHECKING:
    from pathlib import Path

    from .request import ClipRequest, LayerResult

_NAMES = 10  # tried for a report
_ROOM = 50_000_000  # bytes: below, no clip is worth starting


def check_output(path: Path, opened: tuple[Path, ...] = ()) -> None:
    """Raises OutputError where `path` can't be written at the end. `opened`: files that the project has open."""
    if path.suffix.lower() != ".gpkg":
        raise OutputError(tr("The result must be a GeoPackage: “{name}” does not end in .gpkg.").format(name=path.name))
    if path.is_dir():
        raise OutputError(tr("“{path}” is a folder.").format(path=path), hint=tr("Choose the name of a file."))
    if path.resolve() in {other.resolve() for other in opened}:
        raise OutputError(
            tr("“{name}” is open in this project.").format(name=path.name),
            hint=tr("Remove its layers from the project, or choose another file: nothing was changed."),
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        probe = draft_of(path)
        probe.write_bytes(b"")
        probe.unlink()
        drop_old_drafts(path)
    except OSError as error:
        raise _not_writable(path, error) from error
    if path.exists() and not os.access(path, os.W_OK):
        raise OutputError(
            tr("“{name}” is read-only.").format(name=path.name),
            hint=tr("Choose another file, or ask for the right to write it."),
        )
    _refuse_open_elsewhere(path)
    if shutil.disk_usage(path.parent).free < _ROOM:
        raise _full(path)


def put_in_place(made: Path, path: Path) -> None:
    """Moves a finished file to its place: the old file or the new one is there at any moment. OutputError."""
    draft = draft_of(path)
    try:
        try:
            os.replace(made, draft)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            shutil.copyfile(made, draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        _refuse_open_elsewhere(path)
        os.replace(draft, path)
    except OSError as error:
        raise _not_writable(path, error) from error
    finally:
        draft.unlink(missing_ok=True)
    for leftover in ("-wal", "-shm"):
        path.with_name(path.name + leftover).unlink(missing_ok=True)


def put_with_report(made: Path, request: ClipRequest, layers: list[LayerResult], seconds: float) -> Path:
    """Puts the result in its place with its report (JSON) beside; the path of the report. OutputError, OSError.

    The report is written first: what the disk refuses is known while nothing has changed yet. Where the former one
    can't be replaced (it is open elsewhere), it takes the next name that is free.
    """
    path = request.output.with_name(f"{request.output.stem}_rapport.json")
    document = recipe.document(request, layers, seconds)
    draft = draft_of(path)
    try:
        draft.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        put_in_place(made, request.output)
        names = (path if number == 1 else path.with_stem(f"{path.stem}_{number}") for number in range(1, _NAMES))
        return next(filter(partial(_takes, draft), names), draft)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _takes(draft: Path, name: Path) -> bool:
    """Gives a file its name; whether it could be."""
    try:
        draft.replace(name)
    except OSError:
        return False
    return True


def _refuse_open_elsewhere(path: Path) -> None:
    """A GeoPackage whose write-ahead log can't be taken back is open elsewhere: replacing it would spoil it."""
    log = path.with_name(path.name + "-wal")
    if not path.exists() or not log.exists():
        return
    connection = connect(path)
    try:
        connection.execute("PRAGMA busy_timeout = 200")
        busy = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete"
    except sqlite3.Error:
        busy = True
    finally:
        connection.close()
    if busy:
        raise OutputError(
            tr("“{name}” is open in QGIS or in another program.").format(name=path.name),
            hint=tr("Close it there, or choose another file: nothing was changed."),
        )


def _not_writable(path: Path, error: OSError) -> OutputError:
    if full_disk(error):
        return _full(path)
    if isinstance(error, PermissionError) and path.exists():
        return OutputError(
            tr("“{name}” can't be replaced: it is open elsewhere, or read-only.").format(name=path.name),
            detail=str(error),
            hint=tr("Close it in QGIS and other programs, or choose another file: the previous one is intact."),
        )
    return OutputError(
        tr("Nothing can be written in “{folder}”.").format(folder=path.parent),
        detail=str(error),
        hint=tr("Choose another folder."),
    )


def _full(path: Path) -> OutputError:
    return OutputError(
        tr("The disk of “{folder}” is full.").format(folder=path.parent),
        hint=tr("Make room or choose another disk: the previous file is intact, and what was fetched is kept."),
    )
