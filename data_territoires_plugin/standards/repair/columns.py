"""The columns: those that are missing, those that are misspelt, their order and width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from ...i18n import tr
from ..engine.columns import match
from .proposal import Change, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..findings import Finding
    from ..model import Table
    from .work import Work

_MISSING = ("presence", "presence_recommended", "presence_optional", "bal_missing")
_MISSPELT = ("column_name", "bal_misspelt")


def column_proposals(work: Work) -> Iterator[Proposal]:
    """Missing columns added empty, misspelt ones renamed. What must be filled is told by the proof: it is left out."""
    taken = {name.casefold() for name in work.subject.names}
    for finding in work.findings:
        known = work.table.field(finding.field)
        if known is None:
            continue
        if finding.rule in _MISSING and known.name.casefold() not in taken:
            taken.add(known.name.casefold())
            yield _added(known.name, (finding,))
        column = work.matching.found.get(known.name, "")
        if finding.rule in _MISSPELT and column and column != known.name:
            words = tr("Column {before} renamed {after}.").format(before=column, after=known.name)
            yield Proposal("columns", Change.RENAME, None, column, column, known.name, words, findings=(finding,))

    if work.asked.findings is None:
        for known in work.table.fields:
            if known.asked and known.name not in work.matching.found and known.name.casefold() not in taken:
                yield _added(known.name, ())


def _added(name: str, findings: tuple[Finding, ...]) -> Proposal:
    words = tr("Column {name} added, empty.").format(name=name)
    return Proposal("columns", Change.COLUMN, after=name, words=words, findings=findings)


def order_proposal(work: Work) -> Iterator[Proposal]:
    """The order of the columns, where it isn't that of the standard."""
    names = list(work.subject.names)
    wanted = ordered(work.table, names)
    if wanted != names:
        before, after = ", ".join(names), ", ".join(wanted)
        words = tr("Columns in the order of the standard: {names}.").format(names=after)
        yield Proposal("order", Change.ORDER, before=before, after=after, words=words)


def ordered(table: Table, names: list[str]) -> list[str]:
    """The columns: the key first where it was, those of the standard in its order, then the others."""
    found = match(table, names).found
    mine = [found[field.name] for field in table.fields if field.name in found]
    held = set(mine)
    key = [name for name in names if name.casefold() in ("fid", "ogc_fid") and name not in held]
    return [*key, *mine, *(name for name in names if name not in held and name not in key)]


def arranged(table: Table, fields: QgsFields, longest: Mapping[str, int]) -> tuple[QgsFields, list[int]]:
    """The columns of a new layer in the order and width of the standard, and where each was.

    `longest`: characters of the longest value of each column; a width that would cut a value is not set.
    """
    names = [fields[at].name() for at in range(len(fields))]
    known = {column: table.field(name) for name, column in match(table, names).found.items()}
    made, order = QgsFields(), []
    for name in ordered(table, names):
        at = names.index(name)
        field = QgsField(fields[at])
        model = known.get(name)
        width = model.max_length if model is not None else None
        if width and field.type() == QMetaType.Type.QString:
            field.setLength(width if longest.get(name, 0) <= width else 0)
        made.append(field)
        order.append(at)
    return made, order
