"""Which table of a standard a layer is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...errors import StandardError
from ...i18n import tr
from ..model import Kind
from .columns import match, plain

if TYPE_CHECKING:
    from ..model import Standard, Table
    from .subject import Subject

_ENOUGH = 0.5  # share of the fields of a table that a layer must have to be taken for it, whatever its name


def table_for(standard: Standard, subject: Subject, wanted: str = "") -> Table:
    """The table of that name; else the one that the name of the layer, its geometry and its columns point to.

    Raises StandardError where none does.
    """
    if wanted:
        named = standard.table(wanted)
        if named is not None:
            return named
        raise _unknown(standard, tr("The standard “{title}” has no table “{name}”."), wanted)
    if len(standard.tables) == 1:
        return standard.tables[0]
    score, best = max(((_score(table, subject), table) for table in standard.tables), key=lambda pair: pair[0])
    if score >= _ENOUGH:
        return best
    raise _unknown(standard, tr("“{name}” is none of the tables of the standard “{title}”."), subject.name)


def _score(table: Table, subject: Subject) -> float:
    """Two and more: by the name; below: the share of the fields that are there, for a geometry that may be."""
    shared = len(match(table, subject.names).found) / max(1, len(table.fields))
    if _named(table, subject.name):
        return 2 + len(table.name) / 100 + shared / 1000
    kinds = table.geometry.kinds if table.geometry else ()
    right = subject.kind in kinds or Kind.ANY in kinds or (subject.kind is None and not kinds)
    return shared if right or subject.kind is Kind.ANY else shared / 4


def _named(table: Table, name: str) -> bool:
    """Whether a layer bears the name of the table: "ZONE_URBA", "35238_zone_urba_20240101"."""
    if table.layer and re.fullmatch(table.layer, name, re.IGNORECASE):
        return True
    return plain(table.name) in plain(name)


def _unknown(standard: Standard, message: str, name: str) -> StandardError:
    return StandardError(
        message.format(title=standard.title, name=name),
        hint=tr("Its tables: {names}.").format(names=", ".join(table.name for table in standard.tables)),
    )
