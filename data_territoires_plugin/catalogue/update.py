"""The catalogue brought up to date without a release: a catalogue file at an address that the authority chooses.

It is checked whole before it is used, its differences are shown, and it is put in place by the replacement of one small
file that names it; the one before stays, so that going back is the same gesture.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, fields
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..errors import CatalogueError
from ..i18n import tr
from ..paths import cache_folder, draft_of
from ..settings import save_setting, setting
from .services import LOCAL

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsFeedback

    from .catalogue import Catalogue

URL = "catalogue_url"  # the setting
LARGEST = 5_000_000  # bytes: the shipped catalogue has a twentieth of it
_STATE = "state.json"
_HERE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Change:
    """What an update does to one entry: `kind` is added, removed or changed; `keys` are those that differ."""

    kind: str
    entry: str
    title: str
    keys: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Version:
    """A catalogue that was applied: "" is the one shipped with the plugin."""

    digest: str = ""
    url: str = ""
    applied: str = ""  # ISO date and time


@dataclass(frozen=True)
class State:
    """The catalogue in use, and the one before it."""

    current: Version
    previous: Version | None  # None: nothing to go back to


@dataclass(frozen=True)
class Update:
    """An update fetched and checked, ready to be applied."""

    url: str
    digest: str
    changes: tuple[Change, ...]


def update_url() -> str:
    """The address set by the project or the authority, "" where none is."""
    return setting(URL)


def set_update_url(url: str) -> None:
    """Keeps the address of the updates. CatalogueError where it is not an https one."""
    if url:
        _check_address(url)
    save_setting(URL, url)


def fetch_update(url: str, feedback: QgsFeedback) -> Update:
    """Fetches a catalogue file and checks it whole; nothing is changed. CatalogueError, NetworkError."""
    from ..network import checked, session

    _check_address(url)
    with session(feedback=feedback) as web:
        answer = checked(web.request("GET", url, headers={"Accept": "application/yaml, */*"}, size_limit=LARGEST))
    _check_address(answer.url or url)
    content = answer.content
    digest = hashlib.sha256(content).hexdigest()
    path = _file(digest)
    if not path.is_file():
        _write(path, content)
    return Update(url, digest, _differences(_in_use(), _checked(path)))


def apply_update(update: Update) -> State:
    """Puts a checked update in use; the catalogue in use before it is kept for `roll_back`."""
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    current = state().current
    if current.digest != update.digest:
        _save(State(Version(update.digest, update.url, now), current))
    return state()


def roll_back() -> State:
    """Goes back to the catalogue in use before. Done twice, it brings the update back. CatalogueError: none."""
    known = state()
    if known.previous is None:
        raise CatalogueError(
            tr("There is no earlier catalogue to go back to."),
            hint=tr("The catalogue in use is the one shipped with the extension."),
        )
    _save(State(known.previous, known.current))
    return state()


def state() -> State:
    """What is in use. Without a readable record, the catalogue shipped."""
    try:
        record = json.loads((_folder() / _STATE).read_text(encoding="utf-8"))
        current, previous = _version(record["current"]), record["previous"]
        return State(current, _version(previous) if previous is not None else None)
    except FileNotFoundError:
        return State(Version(), None)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CatalogueError(
            tr("The record of the catalogue's updates can't be read."),
            f"{_folder() / _STATE}: {error!r}",
            tr("Delete this file: the catalogue shipped with the extension will be used."),
        ) from error


def applied_file() -> Path | None:
    """The file of the update in use, None where the catalogue is the one shipped. CatalogueError: gone or damaged."""
    digest = state().current.digest
    if not digest:
        return None
    path = _file(digest)
    try:
        whole = hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        whole = False
    if not whole:
        raise CatalogueError(
            tr("The updated catalogue is missing or damaged."),
            str(path),
            tr("Go back to the one before (“Update the catalogue”, rollback), then apply the update again."),
        )
    return path


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError:  # badly written
        parts = urlsplit("")
    if parts.username or parts.password:
        raise CatalogueError(
            tr("The address of the catalogue must not hold a user name or a password."), hint=tr("Remove them.")
        )
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and parts.hostname in _HERE:
        return
    raise CatalogueError(
        tr("The address of the catalogue must begin with https://."),
        url,
        tr("An update that anyone on the way could change is not accepted."),
    )


def _checked(path: Path) -> Catalogue:
    """The catalogue that the update would give. CatalogueError: a line is wrong, or reads a file of the machine."""
    from .loading import updated_catalogue

    catalogue = updated_catalogue(path)
    local = [entry.id for entry in catalogue.entries if entry.service == LOCAL]
    if local:
        raise CatalogueError(
            tr("The update reads files of this machine: {names}.").format(names=", ".join(local[:5])),
            str(path),
            tr("Give the layers of your own files in a catalogue of your own (parameter CATALOGUE)."),
        )
    return catalogue


def _in_use() -> Catalogue:
    from .loading import updated_catalogue

    return updated_catalogue(applied_file())


def _differences(before: Catalogue, after: Catalogue) -> tuple[Change, ...]:
    old, new = ({entry.id: entry for entry in catalogue.entries} for catalogue in (before, after))
    changes = [Change("added", name, new[name].title, after=new[name].layer) for name in new if name not in old]
    changes += [Change("removed", name, old[name].title, before=old[name].layer) for name in old if name not in new]
    for name, entry in new.items():
        if name in old and old[name] != entry:
            keys = tuple(one.name for one in fields(entry) if getattr(old[name], one.name) != getattr(entry, one.name))
            was, now = ("\n".join(f"{key}: {getattr(one, key)}" for key in keys) for one in (old[name], entry))
            changes.append(Change("changed", name, entry.title, keys, was, now))
    return tuple(changes)


def _folder() -> Path:
    return cache_folder("catalogue")


def _file(digest: str) -> Path:
    return _folder() / f"{digest}.yaml"


def _version(record: dict[str, Any]) -> Version:
    digest = str(record["digest"])
    if digest and (len(digest) != 64 or not digest.isalnum()):
        raise ValueError(digest)
    return Version(digest, str(record["url"]), str(record["applied"]))


def _save(new: State) -> None:
    record = {
        "current": vars(new.current),
        "previous": vars(new.previous) if new.previous is not None else None,
    }
    _write(_folder() / _STATE, json.dumps(record).encode())


def _write(path: Path, content: bytes) -> None:
    draft = draft_of(path)
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise CatalogueError(
            tr("The updated catalogue can't be kept."),
            str(error),
            tr("Free some disk space, or set another cache folder (DATA_TERRITOIRES_CACHE)."),
        ) from error
    finally:
        draft.unlink(missing_ok=True)
