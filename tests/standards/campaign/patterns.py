"""Texts that a pattern accepts, made from the pattern itself: always the same ones for the same number."""

from __future__ import annotations

import re
from itertools import islice, product
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_PRINTABLE = [*map(chr, range(ord("a"), ord("z") + 1)), *"ABC0123456789 -_,.:;é'"]
_MOST = 4000  # texts tried


def matching(pattern: str, low: int = 0, high: int | None = None) -> Iterator[str]:
    """Texts that the whole pattern accepts, of `low` to `high` characters: short ones, then longer ones."""
    whole = re.compile(pattern)
    seen = set()
    for repeats in (1, 2, 3, 4, 8, 12, max(1, low), *([high] if high else [])):
        made = _made(list(parser.parse(pattern)), repeats)
        for text in islice(made, _MOST):
            if text in seen or len(text) < low or (high is not None and len(text) > high):
                continue
            seen.add(text)
            if whole.fullmatch(text):
                yield text


def _made(parts: list[Any], repeats: int) -> Iterator[str]:
    """The texts of a sequence: its parts vary one after the other, the last the quickest."""
    if not parts:
        yield ""
        return
    choices = [list(islice(_one(part, repeats), 60)) or [""] for part in parts]
    for chosen in product(*choices):
        yield "".join(chosen)


def _one(part: Any, repeats: int) -> Iterator[str]:
    kind, value = part
    if kind is kinds.LITERAL:
        yield chr(value)
    elif kind in (kinds.ANY, kinds.NOT_LITERAL):
        yield from (one for one in _PRINTABLE if kind is kinds.ANY or one != chr(value))
    elif kind is kinds.IN:
        yield from _of_set(value)
    elif kind is kinds.SUBPATTERN:
        yield from _made(list(value[-1]), repeats)
    elif kind is kinds.BRANCH:
        for branch in value[1]:
            yield from islice(_made(list(branch), repeats), 20)
    elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
        yield from _repeated(*value, repeats)
    else:  # places (^, $), references to a group: they write nothing of their own
        yield ""


def _repeated(low: int, high: int, inside: Any, repeats: int) -> Iterator[str]:
    times = [max(low, min(int(high), repeats)), *([low] if low != high else [])]
    for count in dict.fromkeys(times):
        choices = list(islice(_made(list(inside), repeats), 40)) or [""]
        if count == 0:
            yield ""
            continue
        for at in range(len(choices)):  # the last repetition varies: 00000001, 00000002…
            yield choices[0] * (count - 1) + choices[at]


def _of_set(items: list[Any]) -> Iterator[str]:
    whole = re.compile("".join(("[^" if items[0][0] is kinds.NEGATE else "[", *map(_as_text, items), "]")))
    yield from (
        one for one in ("0", *_PRINTABLE, *map(chr, (*range(33, 127), *range(161, 256)))) if whole.fullmatch(one)
    )


def _as_text(item: Any) -> str:
    kind, value = item
    if kind is kinds.LITERAL:
        return re.escape(chr(value))
    if kind is kinds.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    categories = {
        kinds.CATEGORY_DIGIT: r"\d",
        kinds.CATEGORY_NOT_DIGIT: r"\D",
        kinds.CATEGORY_SPACE: r"\s",
        kinds.CATEGORY_NOT_SPACE: r"\S",
        kinds.CATEGORY_WORD: r"\w",
        kinds.CATEGORY_NOT_WORD: r"\W",
    }
    return categories.get(value, "") if kind is kinds.CATEGORY else ""
