"""The layers that the user has added to the catalogue: services by their address, files exported from a platform."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..catalogue import load_catalogue
from ..catalogue.writing import as_yaml
from ..errors import OutputError
from ..i18n import tr
from ..paths import cache_folder, draft_of

if TYPE_CHECKING:
    from pathlib import Path

    from ..catalogue import Catalogue, Entry


def own_file() -> Path | None:
    """The catalogue file of the user, None where nothing was added."""
    path = _path()
    return path if path.is_file() else None


def with_own() -> Catalogue:
    """The catalogue with the layers of the user. Raises CatalogueError."""
    return load_catalogue(own_file())


def own_entries() -> tuple[Entry, ...]:
    """The layers that the user has added."""
    shipped = set(load_catalogue().entries)
    return tuple(entry for entry in with_own().entries if entry not in shipped)


def add(entries: tuple[Entry, ...]) -> None:
    """Adds layers, or replaces those of the same id. Raises CatalogueError, OutputError."""
    known = {entry.id: entry for entry in own_entries()}
    _write(tuple((known | {entry.id: entry for entry in entries}).values()))


def add_file(path: Path) -> tuple[Entry, ...]:
    """Adds the layers of a catalogue file; gives them back. Raises CatalogueError, OutputError."""
    shipped = set(load_catalogue().entries)
    entries = tuple(entry for entry in load_catalogue(path).entries if entry not in shipped)
    add(entries)
    return entries


def remove(ids: tuple[str, ...]) -> None:
    """Takes layers of the user away. Raises CatalogueError, OutputError."""
    _write(tuple(entry for entry in own_entries() if entry.id not in ids))


def _path() -> Path:
    return cache_folder("own") / "couches.yaml"


def _write(entries: tuple[Entry, ...]) -> None:
    path = _path()
    draft = draft_of(path)
    try:
        if not entries:
            path.unlink(missing_ok=True)
            return
        draft.write_text(as_yaml(entries, load_catalogue().themes), encoding="utf-8")
        load_catalogue(draft)  # what can't be read again must not take the place of what can
        os.replace(draft, path)
    except OSError as error:
        raise OutputError(
            tr("Your catalogue can't be written."),
            detail=f"{path}: {error}",
            hint=tr("Free some disk space, or set another cache folder (DATA_TERRITOIRES_CACHE)."),
        ) from error
    finally:
        draft.unlink(missing_ok=True)
