"""The columns of a layer told from the fields of a standard: by name, never by position."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model import Table

DBF_NAME = 10  # characters: dBASE cuts the names of columns there


@dataclass(frozen=True)
class Matching:
    """Which column holds which field."""

    found: Mapping[str, str]  # field → column, each with its own spelling
    missing: tuple[str, ...]  # fields without a column
    unknown: tuple[str, ...]  # columns without a field
    respelled: Mapping[str, str]  # those of `found` whose name differs by more than its case or the cut of DBF


def match(table: Table, names: Sequence[str], ignored: Iterable[str] = ()) -> Matching:
    """The columns `names` told from the fields of `table`.

    In this order: the same name, whatever its case; cut at 10 characters (DBF); whatever its accents, spaces and
    underscores. `ignored`: columns that no standard knows and that are nobody's fault (the key of a GeoPackage).
    """
    skipped = {name.casefold() for name in ignored}
    left = {name: name for name in names if name.casefold() not in skipped}
    found: dict[str, str] = {}
    respelled: dict[str, str] = {}
    for way in (str.casefold, _cut, plain):
        columns: dict[str, str] = {}
        for name in left:
            columns.setdefault(plain(name) if way is plain else name.casefold(), name)
        for field in table.fields:
            if field.name in found:
                continue
            column = columns.pop(way(field.name), None)
            if column is not None:
                found[field.name] = left.pop(column)
                if way is plain:
                    respelled[field.name] = column
    missing = tuple(field.name for field in table.fields if field.name not in found)
    order = {field.name: found[field.name] for field in table.fields if field.name in found}
    return Matching(MappingProxyType(order), missing, tuple(left), MappingProxyType(respelled))


def plain(name: str) -> str:
    """A name without its case, accents, spaces and signs."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _cut(name: str) -> str:
    return name[:DBF_NAME].casefold() if len(name) > DBF_NAME else name.casefold()
