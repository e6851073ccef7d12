"""Values that must exist elsewhere: in a code list, or in another table of the same document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import tr
from .. import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Finding
    from ..model import CodeList, Reference, Standard, Table
    from .loaded import Loaded, Row
    from .reporter import Reporter

_LATER = 10  # versions that follow, at most: a chain that turned in circles would stop there


def reference_findings(
    loaded: Loaded, reporter: Reporter, standard: Standard, not_checked: list[str]
) -> Iterator[Finding]:
    """One finding per feature whose value, or pair of values, is nowhere. A row with an empty value is not looked up.

    What could not be looked up (a table that was not given) is told in `not_checked`.
    """
    for reference in loaded.table.references:
        if not all(loaded.has((name,)) for name in reference.fields):
            continue  # the missing column has its own finding
        if reference.is_code_list:
            codes = standard.code_list(reference.target)
            if codes is not None:
                yield from _codes(loaded, reporter, reference, codes, standard)
            continue
        other = next(
            (one for name, one in loaded.others.items() if name.casefold() == reference.target.casefold()), None
        )
        if other is None:
            not_checked.append(
                tr("{table}: its references to {other} were not checked: that table was not given.").format(
                    table=loaded.table.name, other=reference.target
                )
            )
            continue
        known = set(other.distinct(reference.target_fields).rows)
        shown = f"{reference.target} ({', '.join(reference.target_fields)})"
        yield from _unknown(loaded, reporter, reference, known, shown)


_SHORT = 40  # codes that can be listed
_FEW = 12  # that tell more than the name of their list


def _codes(
    loaded: Loaded, reporter: Reporter, reference: Reference, codes: CodeList, standard: Standard
) -> Iterator[Finding]:
    known = _values(codes, reference)
    later = _later(standard, loaded.table, reference) if standard.newer else {}
    distinct = loaded.distinct(reference.fields)
    few = len(known) <= _FEW and len(reference.fields) == 1
    shown = ", ".join(sorted(one or "" for (one,) in known)) if few else codes.title or codes.id
    wrong = []
    for at, row in enumerate(distinct.rows):
        if None in row or row in known:
            continue
        wrong.append((at, _finding(reporter, "codes", reference, row, shown, _help(row, known, later))))
    yield from reporter.each(loaded, distinct, wrong)


def _unknown(
    loaded: Loaded, reporter: Reporter, reference: Reference, known: set[Row], shown: str
) -> Iterator[Finding]:
    distinct = loaded.distinct(reference.fields)
    wrong = [
        (at, _finding(reporter, "reference", reference, row, shown))
        for at, row in enumerate(distinct.rows)
        if None not in row and row not in known
    ]
    yield from reporter.each(loaded, distinct, wrong)


def _finding(reporter: Reporter, rule: str, reference: Reference, row: Row, shown: str, help_: str = "") -> Finding:
    return reporter.finding(
        rule,
        field=", ".join(reference.fields),
        value=" / ".join(part or "" for part in row),
        expected=shown,
        code=reference.code,
        section=reference.section,
        help=help_,
    )


def _values(codes: CodeList, reference: Reference) -> set[Row]:
    names = [name.casefold() for name in codes.columns]
    wanted = [name.casefold() for name in reference.target_fields]
    at = [names.index(name) for name in wanted] if set(wanted) <= set(names) else range(len(reference.fields))
    return {tuple(code.values[one] for one in at) for code in codes.codes}


def _help(row: Row, known: set[Row], later: dict[Row, str]) -> str:
    if row in later:
        return explain.newer_code(later[row])
    padded = tuple((part or "").zfill(2) for part in row)
    if padded in known:
        return explain.lost_zeros(" / ".join(padded))
    if len(known) > _SHORT:
        return ""
    return explain.one_of(" / ".join(part or "" for part in one) for one in sorted(known, key=str))


def _later(standard: Standard, table: Table, reference: Reference) -> dict[Row, str]:
    """The codes of the versions that follow, and the version that brought each: "existe depuis le standard 2022"."""
    from ...errors import DataTerritoiresError
    from ..shelf import standard as from_shelf

    found: dict[Row, str] = {}
    following = standard.newer
    for _ in range(_LATER):
        if not following:
            break
        try:
            newer = from_shelf(following)
        except DataTerritoiresError:
            break  # a version that this plugin doesn't ship: there is nothing to tell of it
        same = newer.table(table.name)
        for one in same.references if same else ():
            codes = newer.code_list(one.target) if one.is_code_list and one.fields == reference.fields else None
            for values in _values(codes, one) if codes else ():
                found.setdefault(values, newer.version)
        following = newer.newer
    return found
