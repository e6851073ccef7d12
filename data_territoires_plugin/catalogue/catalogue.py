"""The catalogue in memory: its entries, found by id, theme, kind of territory or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..errors import CatalogueError
from ..i18n import tr
from .selections import selections
from .words import did_you_mean, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .entry import Entry, Licence

RECOMMENDED = "recommended"

# Whose list serves a kind of territory that has none of its own: the nearest in size.
_SIZE_OF = {"commune_deleguee": "commune", "arrondissement_municipal": "commune", "iris": "commune", "qpv": "commune"}
_MIDDLE_SIZE = "epci"

# What a word found there is worth. A whole word counts twice what its beginning does.
_WEIGHTS = {"title": 12, "keywords": 10, "id": 6, "product": 4, "abstract": 1}


@dataclass(frozen=True)
class Catalogue:
    """The entries, in the order of the themes, then of the files."""

    entries: tuple[Entry, ...]
    themes: Mapping[str, str]  # id → French title, in the order shown
    licences: Mapping[str, Licence]

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _index(self) -> list[tuple[Entry, dict[str, frozenset[str]]]]:
        return [(entry, _searched(entry)) for entry in self.entries]

    def entry(self, entry_id: str) -> Entry:
        """The entry of that id. Raises CatalogueError, with the nearest ids, when there is none."""
        try:
            return self._by_id[entry_id]
        except KeyError:
            message = tr("The catalogue has no layer “{name}”.").format(name=entry_id)
            raise CatalogueError(message, hint=did_you_mean(entry_id, self._by_id)) from None

    def of_theme(self, theme: str) -> tuple[Entry, ...]:
        """The entries of a theme. Raises CatalogueError, with the nearest themes, when there is none."""
        if theme not in self.themes:
            message = tr("The catalogue has no theme “{name}”.").format(name=theme)
            raise CatalogueError(message, hint=did_you_mean(theme, self.themes))
        return tuple(entry for entry in self.entries if entry.theme == theme)

    def recommended(self, kind: str) -> tuple[Entry, ...]:
        """The entries recommended for a kind of territory; for a kind without a list, those of the nearest size."""
        named = tuple(entry for entry in self.entries if kind in entry.recommended)
        if named:
            return named
        size = _SIZE_OF.get(kind, _MIDDLE_SIZE)
        return tuple(entry for entry in self.entries if size in entry.recommended)

    def select(self, text: str, kind: str = "commune") -> tuple[Entry, ...]:
        """The entries of a list separated by commas: ids, themes, ready selections, `recommended`; each entry once.

        `kind` is the kind of territory that `recommended` is for. Raises CatalogueError for an unknown name, with
        the nearest ones, or when nothing is asked.
        """
        names = [name for name in re.split(r"[,;\s]+", text) if name]
        if not names:
            hint = tr("Give the ids of layers, a theme, or “recommended”.")
            raise CatalogueError(tr("No layer was asked for."), hint=hint)
        chosen: dict[str, Entry] = {}
        for name in names:
            chosen.update((entry.id, entry) for entry in self._named(name, kind))
        return tuple(chosen.values())

    def _named(self, name: str, kind: str) -> tuple[Entry, ...]:
        if name == RECOMMENDED:
            return self.recommended(kind)
        if name in self.themes:
            return self.of_theme(name)
        if name in self._by_id:
            return (self._by_id[name],)
        ready = {selection.id: selection.layers for selection in selections()}
        if name in ready:  # a layer that the catalogue in use has removed: said by its name, not left out in silence
            return tuple(self.entry(layer) for layer in ready[name])
        message = tr("The catalogue has no layer or theme “{name}”.").format(name=name)
        near = did_you_mean(name, [*self._by_id, *self.themes, *ready, RECOMMENDED])
        raise CatalogueError(message, hint=near or tr("The algorithm “search” finds a layer by a word."))

    def search(self, text: str) -> tuple[Entry, ...]:
        """The entries that hold all the words (or the beginnings of words), accents and capitals aside, the best first.

        When no entry holds them all, those that hold the most of them. All the entries when there is no word.
        """
        wanted = words(text)
        if not wanted:
            return self.entries
        ranked = [(_scores(wanted, searched), entry) for entry, searched in self._index]
        most = max(sum(score > 0 for score in scores) for scores, _ in ranked) if ranked else 0
        kept = [(sum(scores), entry) for scores, entry in ranked if most and sum(score > 0 for score in scores) == most]
        kept.sort(key=lambda pair: (-pair[0], -len(pair[1].recommended)))  # stable: then the order of the catalogue
        return tuple(entry for _, entry in kept)


def _searched(entry: Entry) -> dict[str, frozenset[str]]:
    return {
        "title": frozenset(words(entry.title)),
        "keywords": frozenset(words(" ".join(entry.keywords))),
        "id": frozenset(words(entry.id.replace("_", " "))) | {entry.id},
        "product": frozenset(words(f"{entry.product} {entry.producer}")),
        "abstract": frozenset(words(entry.abstract)),
    }


def _scores(wanted: tuple[str, ...], searched: dict[str, frozenset[str]]) -> list[int]:
    """What each wanted word is worth in an entry, at its best place: 0 when it is not there."""
    return [max(_worth(word, held, _WEIGHTS[place]) for place, held in searched.items()) for word in wanted]


def _worth(word: str, held: frozenset[str], weight: int) -> int:
    if word in held:
        return 2 * weight
    return weight if any(each.startswith(word) for each in held) else 0
