"""Whether a value has the form that a standard asks for, within a bounded time.

Some patterns of published schemas (lists of parcels of the schema of friches) would keep Python's engine busy for hours
on one value, and QGIS with it: those that may are tried by PCRE, which Qt has, and which stops after so many steps.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Matcher = Callable[[str], "bool | None"]

_STEPS = 1_000_000  # of PCRE, for one value: some milliseconds
_LONGEST = 60  # characters that Python's engine is left alone with, where PCRE can't read a pattern that may be slow
_AGAIN = re.compile(r"[*+]|\{\d*,\d*\}|\{\d{2,}\}")
_BACK = re.compile(r"\\[1-9]|\(\?P=")


@lru_cache(maxsize=2000)
def matcher(pattern: str) -> Matcher:
    """What tells whether a whole text follows a pattern; None where that took too long to tell."""
    matches = re.compile(pattern).fullmatch
    if not may_be_slow(pattern):
        return lambda text: matches(text) is not None
    bounded = _by_pcre(pattern)
    return bounded or (lambda text: matches(text) is not None if len(text) <= _LONGEST else None)


def may_be_slow(pattern: str) -> bool:
    """Whether a pattern may try a text in more ways than its length: it repeats what repeats, or looks back."""
    if _BACK.search(pattern):
        return True
    opened: list[int] = []
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if sign == "[":
            at = _after_class(pattern, at)
            continue
        if sign == "(":
            opened.append(at)
        elif sign == ")" and opened:
            inside = pattern[opened.pop() + 1 : at]
            if _AGAIN.match(pattern, at + 1) and (_AGAIN.search(inside) or "|" in inside or "?" in inside):
                return True
        at += 1
    return False


def _after_class(pattern: str, at: int) -> int:
    """The position after a class of characters."""
    at += 2 if pattern.startswith("[^", at) else 1
    at += 1 if pattern.startswith("]", at) else 0
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1


def _by_pcre(pattern: str) -> Matcher | None:
    """The same by PCRE, at most so many steps; None where it doesn't read the pattern."""
    from qgis.PyQt.QtCore import QRegularExpression

    expression = QRegularExpression(
        f"(*LIMIT_MATCH={_STEPS})\\A(?:{pattern})\\z", QRegularExpression.PatternOption.UseUnicodePropertiesOption
    )
    if not expression.isValid():
        return None
    expression.optimize()

    def matches(text: str) -> bool | None:
        found = expression.match(text)
        if found.hasMatch():
            return True
        return False if found.isValid() else None

    return matches
