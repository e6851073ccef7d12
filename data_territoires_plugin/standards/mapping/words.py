"""The words of local layers: names of fields and of values that say the same thing, from resources/standards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from ...errors import StandardError
from ...i18n import tr
from ...paths import resources
from ..engine.columns import DBF_NAME, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Words = frozenset[str]

FILE = "synonymes.yaml"
_SPLIT = re.compile(r"[^\w]+|_+|(?<=[a-zà-ÿ])(?=[A-Z])|(?<=[^\W\d_])(?=\d)")
# What a name that agrees is worth, by the way it agrees.
SAME, RESPELLED, CUT, ALIAS, WORDS, SYNONYM, NEUTRAL, TITLE, ALIKE = 1.0, 0.97, 0.93, 0.95, 0.88, 0.84, 0.72, 0.7, 0.55
_CLOSE = 0.8  # likeness of two names, for one to be taken for the other misspelt
_SHORT = 4  # letters: below, a misspelling can't be told from another word


@dataclass(frozen=True)
class Vocabulary:
    """The file of synonyms, ready to be asked."""

    tokens: Mapping[str, str]
    neutral: frozenset[str]
    groups: Mapping[Words, frozenset[int]]  # words of a name → the groups it is in
    shapes: Mapping[str, str]  # plain name → what it takes from the geometry
    opposites: frozenset[frozenset[str]]  # pairs of plain names
    values: Mapping[str, frozenset[int]]  # plain value → the groups it is in


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words shipped with the plugin."""
    path = resources() / "standards" / FILE
    try:
        held: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        tokens = {plain(str(key)): plain(str(value)) for key, value in held["mots"].items()}
        groups: dict[Words, set[int]] = {}
        for rank, names in enumerate(held["champs"]):
            for name in names:
                groups.setdefault(_words(str(name), tokens), set()).add(rank)
        values: dict[str, set[int]] = {}
        for rank, texts in enumerate(held["valeurs"]):
            for text in texts:
                values.setdefault(plain(str(text)), set()).add(rank)
        return Vocabulary(
            MappingProxyType(tokens),
            frozenset(plain(str(one)) for one in held["neutres"]),
            MappingProxyType({key: frozenset(ranks) for key, ranks in groups.items()}),
            MappingProxyType({plain(str(n)): shape for shape, names in held["geometrie"].items() for n in names}),
            frozenset(frozenset(plain(str(one)) for one in pair) for pair in held["contraires"]),
            MappingProxyType({key: frozenset(ranks) for key, ranks in values.items()}),
        )
    except (OSError, yaml.YAMLError, LookupError, TypeError, AttributeError) as error:
        message = tr("The list of synonyms can't be read: the plugin is damaged.")
        raise StandardError(message, detail=f"{path}: {error}", hint=tr("Install the plugin again.")) from error


def name_likeness(column: str, field: str, title: str = "", aliases: Iterable[str] = ()) -> tuple[float, str]:
    """How much the name of a column says that it is a field, 0 to 1, and why (in the language of the user)."""
    if column.casefold() == field.casefold():
        return SAME, tr("same name")
    if plain(column) == plain(field):
        return RESPELLED, tr("same name, spelt otherwise")
    if len(column) == DBF_NAME and field[:DBF_NAME].casefold() == column.casefold():
        return CUT, tr("same name, cut at 10 characters")
    if any(plain(column) == plain(alias) for alias in aliases):
        return ALIAS, tr("name in another version of the standard")
    return _by_words(column, field, title)


def _by_words(column: str, field: str, title: str) -> tuple[float, str]:
    words = vocabulary()
    ours, theirs = _words_of(column), _words_of(field)
    if ours == theirs:
        return WORDS, tr("same words")
    if words.groups.get(ours, frozenset()) & words.groups.get(theirs, frozenset()):
        return SYNONYM, tr("synonym")
    bare, wanted = ours - words.neutral, theirs - words.neutral
    if bare and wanted:
        if bare == wanted or words.groups.get(bare, frozenset()) & words.groups.get(wanted, frozenset()):
            return NEUTRAL, tr("same words, the subject aside")
        if title and bare == _words_of(title) - words.neutral:
            return TITLE, tr("words of the title")
    shared = len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0
    close = likeness(plain(column), plain(field), _CLOSE) if min(len(column), len(field)) > _SHORT else 0.0
    if close >= _CLOSE:
        return ALIKE + (close - _CLOSE), tr("name that looks like it")
    return (ALIKE * shared, tr("words in common")) if shared > 0.4 else (0.0, "")


def shape_named(name: str) -> str:
    """What a field or a column of this name takes from the geometry: "longitude", "wkt"…; "" for another name."""
    return vocabulary().shapes.get(plain(name), "")


def are_opposite(column: str, field: str) -> bool:
    """Whether one says no where the other says yes: payant, gratuit."""
    return frozenset((plain(column), plain(field))) in vocabulary().opposites


def same_meaning(one: str, other: str) -> bool:
    """Whether two values say the same thing."""
    known = vocabulary().values
    return bool(known.get(plain(one), frozenset()) & known.get(plain(other), frozenset()))


def likeness(one: str, other: str, least: float) -> float:
    """How alike two texts are, 0 to 1; 0 where that is below `least` (told quickly)."""
    matcher = SequenceMatcher(None, one, other)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


@lru_cache(maxsize=20_000)
def _words_of(name: str) -> Words:
    return _words(name, vocabulary().tokens)


def _words(name: str, tokens: Mapping[str, str]) -> Words:
    cut = (plain(part) for part in _SPLIT.split(name))
    return frozenset(tokens.get(part, part) for part in cut if part)
