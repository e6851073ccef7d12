"""How names are compared: without accents, case, hyphens and abbreviations, the article or the legal form set apart.

The key of a name is "head|rest": "la|rochelle", "cc du|pays de saint fulgent", "|rennes". What one types is read alike,
so "Rochelle", "La Rochelle" and "Rochelle (La)" meet.
"""

from __future__ import annotations

import re
import unicodedata

ARTICLES = frozenset(("l", "la", "le", "les"))
SMALL_WORDS = ARTICLES | {"d", "de", "des", "du", "en", "et", "aux", "au"}
LEGAL_FORMS = frozenset(("ca", "cc", "cu", "eurometropole", "metropole"))

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "&": " et "})
_ABBREVIATIONS = {"st": "saint", "sts": "saints", "ste": "sainte", "stes": "saintes"}
_ON_THE_RIVER = re.compile(r"\bs/")  # Châtillon s/Seine
_LONG_FORMS = (
    (re.compile(r"\bcommunaute de communes\b"), "cc"),
    (re.compile(r"\bcommunaute d agglomeration\b"), "ca"),
    (re.compile(r"\bcommunaute urbaine\b"), "cu"),
)
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def normalised(text: str) -> str:
    """The words of a name, lower case, ASCII, separated by one space: "L'Haÿ-les-Roses" → "l hay les roses"."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = _NOT_A_WORD.sub(" ", _ON_THE_RIVER.sub(" sur ", plain)).split()
    name = " ".join(_ABBREVIATIONS.get(word, word) for word in words)
    for long_form, short in _LONG_FORMS:
        name = long_form.sub(short, name)
    return name


def head_and_rest(name: str) -> tuple[str, str]:
    """A normalised name as its head (legal form, article) and the rest, which is never empty unless the name is."""
    words = name.split()
    if len(words) > 1 and words[-1] in ARTICLES and words[0] not in SMALL_WORDS:
        words = [words[-1], *words[:-1]]  # "havre le", as in "Havre (Le)"
    heads = 0
    if words and words[0] in LEGAL_FORMS:
        heads = 1
        while heads < len(words) and words[heads] in SMALL_WORDS:
            heads += 1
    elif words and words[0] in ARTICLES:
        heads = 1
    if heads == len(words):
        heads = 0
    return " ".join(words[:heads]), " ".join(words[heads:])


def search_key(name: str) -> str:
    """The key under which a name is found: "head|rest"."""
    return "|".join(head_and_rest(normalised(name)))


def one_letter_apart(typed: str, name: str, *, whole: bool) -> bool:
    """Whether one letter more, less, other, or two swapped make `typed` the name (its beginning unless `whole`)."""
    same = 0
    for one, other in zip(typed, name, strict=False):
        if one != other:
            break
        same += 1
    ends = [(typed[same + 1 :], same), (typed[same + 1 :], same + 1), (typed[same:], same + 1)]
    if typed[same : same + 2][::-1] == name[same : same + 2] and len(typed) >= same + 2:
        ends.append((typed[same + 2 :], same + 2))
    if whole:
        return any(name[start:] == end for end, start in ends)
    return any(name.startswith(end, start) for end, start in ends)
