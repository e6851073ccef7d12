"""A standard as JSON: our own format, that of resources/standards/. `reading` reads it back to the same value.

The keys are the names of `model`; what has its default value is left out. In a file of several standards, what occurs
more than once (a code list, a field, a whole table) is written once under "shared", by class, and stands elsewhere as
its rank there: the SUP have 126 categories that differ little. A text may be a list of its parts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .model import Standard

FORMAT = 1
_LIKE_A_SECRET = re.compile(r"[\w+-]{8,}/[\w+/-]{8,}", re.ASCII)

_Pool = dict[str, dict[Any, int]]  # name of a class → its shared values → their ranks


def to_json(standards: Iterable[Standard]) -> str:
    """The text of a file that holds these standards, one line per shared value and per standard."""
    written = tuple(standards)
    pool = _shared(written)
    shared = {name: [_members(one, pool) for one in ranks] for name, ranks in pool.items()}
    body = ",\n".join(f'"{name}": {_lines(values)}' for name, values in sorted(shared.items()))
    held = _lines([_members(one, pool) for one in written])
    return f'{{"format": {FORMAT},\n"shared": {{{body}}},\n"standards": {held}}}\n'


def _lines(values: list[Any]) -> str:
    return "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in values) + "\n]"


def _shared(standards: tuple[Standard, ...]) -> _Pool:
    """What occurs more than once in the tuples of these standards, in the order in which it is met."""
    counted = Counter(each for one in standards for each in _parts(one))
    pool: _Pool = {}
    for value, count in counted.items():
        if count > 1:
            ranks = pool.setdefault(type(value).__name__, {})
            ranks[value] = len(ranks)
    return pool


def _parts(value: Any) -> Iterator[Any]:
    for each in fields(value):
        held = getattr(value, each.name)
        for one in held if isinstance(held, tuple) else (held,):
            if is_dataclass(one):
                if isinstance(held, tuple):
                    yield one
                yield from _parts(one)


def _members(value: Any, pool: _Pool) -> dict[str, Any]:
    held = ((each, getattr(value, each.name)) for each in fields(value))
    return {each.name: _written(one, pool) for each, one in held if one != _default(each)}


def _default(each: Field[Any]) -> Any:
    if each.default_factory is not MISSING:
        return each.default_factory()
    return each.default


def _written(value: Any, pool: _Pool) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_item(one, pool) for one in value]
    if is_dataclass(value):
        return _members(value, pool)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (int, float, type(None))):
        return value
    return _mapping(value)


def _text(value: str) -> Any:
    """A text, or the list of its parts: a path in one piece would be taken for a secret by who looks for them."""
    return re.findall("[^/]*/|[^/]+", value) if _LIKE_A_SECRET.fullmatch(value) else value


def _item(value: Any, pool: _Pool) -> Any:
    rank = pool.get(type(value).__name__, {}).get(value) if is_dataclass(value) else None
    return _written(value, pool) if rank is None else rank


def _mapping(value: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(value.items()))
