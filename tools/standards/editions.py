"""What two versions of a standard say of each other: which follows which, and since when a code exists."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data_territoires_plugin.standards.model import Code, CodeList, Standard, Table


def linked(versions: tuple[Standard, ...]) -> tuple[Standard, ...]:
    """The versions of one standard, in order: each names the next, and its codes say since when and until when."""
    followed = [replace(old, newer=new.id) for old, new in pairwise(versions)]
    return tuple(_dated(one, versions) for one in (*followed, *versions[-1:]))


def _dated(one: Standard, versions: tuple[Standard, ...]) -> Standard:
    return replace(one, code_lists=tuple(_dated_list(one, held, versions) for held in one.code_lists))


def _dated_list(standard: Standard, held: CodeList, versions: tuple[Standard, ...]) -> CodeList:
    """The same list, each code with the first version that admits it where an earlier one refuses it, and the last."""
    uses = [
        (table, reference.fields)
        for table in standard.tables
        for reference in table.references
        if reference.is_code_list and reference.target == held.id
    ]
    here = [one.id for one in versions].index(standard.id)

    def dated(code: Code) -> Code:
        verdicts = [_verdict(version, uses, code) for version in versions]
        since, until = "", ""
        if False in verdicts[:here]:
            refused = max(rank for rank in range(here) if verdicts[rank] is False)
            since = versions[refused + 1].version
        if False in verdicts[here + 1 :]:
            until = versions[verdicts.index(False, here + 1) - 1].version
        return replace(code, since=since, until=until)

    return replace(held, codes=tuple(dated(code) for code in held.codes))


def _verdict(version: Standard, uses: list[tuple[Table, tuple[str, ...]]], code: Code) -> bool | None:
    """Does that version admit the code in one of these tables? None when it says nothing of these columns."""
    said = [
        verdict
        for table, fields in uses
        if (there := version.table(table.name)) is not None
        and (verdict := _admits(version, there, dict(zip(fields, code.values, strict=True)))) is not None
    ]
    return any(said) if said else None


def _admits(version: Standard, table: Table, values: dict[str, str]) -> bool | None:
    verdicts = [
        _listed(version, reference.target, tuple(values[name] for name in reference.fields))
        for reference in table.references
        if reference.is_code_list and set(reference.fields) <= set(values)
    ]
    for name, value in values.items():
        field = table.field(name)
        if field is not None and field.values:
            verdicts.append(value in field.values)
    return all(verdicts) if verdicts else None


def _listed(version: Standard, target: str, values: tuple[str, ...]) -> bool:
    held = version.code_list(target)
    return held is not None and any(code.values == values for code in held.codes)
