"""The patterns of a standard read as what they are made of: names of files and identifiers are built from them.

[AB0-9]{5}_ZONE_URBA_[0-9]{8} is a code, a literal and a date. What may be left out is left out; a part that only the
user can choose makes the pattern one that names nothing by itself.
"""

from __future__ import annotations

import re
from enum import Enum

_TOKENS = re.compile(
    r"(?P<code>\[AB0-9\]\{5\}|\[0-9\]\{9\})"
    r"|(?P<date>\[0-9\]\{8\})"
    r"|(?P<owner>\[a-zA-Z0-9\]\+)"
    r"|(?P<optional>\((?:[^()]|\([^()]*\))*\)\?)"
    r"|(?P<choice>\((?P<first>[\w ]+)(?:\|[\w ]+)*\))"
    r"|(?P<number>\[0-9\]\+)"
    r"|(?P<literal>[\w ./-])"
)


class Part(Enum):
    """What a part of a pattern stands for."""

    CODE = "code"  # of the territory: INSEE, SIREN
    DATE = "date"  # of approval, YYYYMMDD
    OWNER = "owner"  # whose name comes first: the code, or the category of a SUP
    NUMBER = "number"  # a rank
    LITERAL = "literal"


def parts_of(pattern: str) -> tuple[tuple[Part, str], ...]:
    """The parts of a pattern, literals with their text; () where one of them can't be known."""
    parts: list[tuple[Part, str]] = []
    at = 0
    while at < len(pattern):
        found = _TOKENS.match(pattern, at)
        if found is None:
            return ()
        at = found.end()
        kind = found.lastgroup if found.lastgroup != "first" else "choice"
        if kind == "optional":
            continue
        text = found["first"] if kind == "choice" else found[0] if kind == "literal" else ""
        part = Part.LITERAL if kind in ("literal", "choice") else Part(kind)
        if part is Part.LITERAL and parts and parts[-1][0] is Part.LITERAL:
            parts[-1] = (Part.LITERAL, parts[-1][1] + text)
        else:
            parts.append((part, text))
    return tuple(parts)


def built(pattern: str, code: str, date: str, owner: str = "", number: str = "") -> str:
    """The name that a pattern gives for a document; "" where a part is not known."""
    known = {Part.CODE: code, Part.DATE: date, Part.OWNER: owner or code, Part.NUMBER: number}
    texts = [text or known.get(part, "") for part, text in parts_of(pattern)]
    return "".join(texts) if texts and all(texts) else ""


def example_of(pattern: str, given: str = "") -> str:
    """A text that follows a pattern: `given` where it does, one made of its parts, else the pattern itself."""
    for text in (given, *(_filled(pattern, "1" * digits) for digits in (1, 2, 3))):
        if text and re.fullmatch(pattern, text):
            return text
    return pattern


def _filled(pattern: str, number: str) -> str:
    text = _OPTIONAL.sub("", pattern.strip("^$")).replace("\\d", "[0-9]").replace("\\.", ".")
    for part, example in _EXAMPLES:
        text = text.replace(part, example)
    text = re.sub(r"\[0-9\]\{(\d+)\}", lambda found: "1" * int(found[1]), text)
    text = text.replace("[0-9]+", number)
    while (simpler := re.sub(r"-?\??\(([^()|]*)(?:\|[^()]*)?\)\+?", r"\1", text)) != text:
        text = simpler
    return text


_OPTIONAL = re.compile(r"\((?:[^()]|\([^()]*\))*\)\?")
_EXAMPLES = (
    ("[AB0-9]{5}", "35238"),
    ("[0-9]{9}", "243500139"),
    ("[0-9]{8}", "20260131"),
    ("[a-zA-Z0-9]+", "AC1"),
    ("[a-zA-Z]+", "A"),
)
