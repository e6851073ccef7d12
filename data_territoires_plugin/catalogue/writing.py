"""Entries written as a catalogue file: the inverse of the reading, for a kit and for what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

import yaml

from .checks import READERS, WAY_KEYS
from .entry import Licence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .entry import Entry


def as_yaml(entries: Iterable[Entry], themes: Mapping[str, str]) -> str:
    """A catalogue file of these entries, with the themes and the licences that they name."""
    listed = tuple(entries)
    licences = {one.licence for entry in listed for one in (entry, *entry.ways)}
    document = {
        "themes": {entry.theme: themes.get(entry.theme, entry.theme) for entry in listed},
        "licences": {one.id: {"title": one.title, "url": one.url} for one in sorted(licences, key=lambda one: one.id)},
        "entries": {entry.id: _keys(entry) for entry in listed},
    }
    return str(yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=110))


def _keys(entry: Entry) -> dict[str, Any]:
    """The keys of an entry that have a value."""
    values = {name: _plain(getattr(entry, name)) for name in READERS if name != "ways"}
    written = {name: value for name, value in values.items() if value or value is False}
    if entry.ways:
        written["ways"] = [_way(way, values) for way in entry.ways]
    return written


def _way(way: Entry, entry: dict[str, Any]) -> dict[str, Any]:
    """Another way: what has a value, and what is empty where the entry's is not."""
    values = {name: _plain(getattr(way, name)) for name in WAY_KEYS}
    return {name: value for name, value in values.items() if value or value != entry[name]}


def _plain(value: Any) -> Any:
    """A value as YAML has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Licence):
        return value.id
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value
