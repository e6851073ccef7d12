"""Words compared as a person types them: without accents, capitals or plural; and the names nearest to a wrong one."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

# Words that say nothing alone. "plus" would be taken for the plural of PLU.
_LINKS = frozenset(
    ("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "plus", "sur")
)
_SINGULAR_FROM = 4  # letters: "eaux" becomes "eau", "bus" stays
_PART_FROM = 3  # letters: a shorter name is part of too many


def plain(text: str) -> str:
    """The text in lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def words(text: str) -> tuple[str, ...]:
    """The words of a text that count in a search, in the singular."""
    found = (word for word in re.findall(r"[a-z0-9]+", plain(text)) if word not in _LINKS)
    return tuple(word[:-1] if len(word) >= _SINGULAR_FROM and word[-1] in "sx" else word for word in found)


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that look like `name`, the best first, three at most."""
    by_plain = {plain(each): each for each in known}
    close = get_close_matches(plain(name), by_plain, n=3, cutoff=0.6)
    part = [each for each in by_plain if len(name) >= _PART_FROM and plain(name) in each]
    return tuple(by_plain[each] for each in dict.fromkeys(close + part))[:3]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The question “Did you mean …?”, or nothing when no known name is near."""
    names = nearest(name, known)
    return tr("Did you mean {names}?").format(names=", ".join(names)) if names else ""
