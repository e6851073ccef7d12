"""What the reports say in the same words: levels, findings grouped by rule, the verdict in a sentence."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..i18n import tr
from .explain import explain, known_rules
from .model import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .findings import Finding, Verdict
    from .model import Standard

_LACKING = ("_not_possible", "_left_out")  # of the rules between shapes


def level_words() -> dict[Level, str]:
    """The levels, as the user reads them."""
    return {Level.ERROR: tr("error"), Level.WARNING: tr("warning"), Level.INFO: tr("information")}


def by_rule(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings of one rule, level, table and field together; the gravest first, then the most frequent."""
    groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.level, finding.table, finding.rule, finding.code, finding.field].append(finding)
    order = list(Level)
    return sorted(groups.values(), key=lambda group: (order.index(group[0].level), -len(group)))


def title_of(group: list[Finding]) -> str:
    """What the findings of a rule have in common, in words: what varies from one to another is left open."""
    first = group[0]
    between = {
        "no_overlap": tr("Overlaps between features"),
        "no_duplicate": tr("Features of the same shape"),
        "no_gap": tr("Holes in the coverage"),
    }
    if first.rule in between:
        return between[first.rule]
    if len({one.message for one in group}) == 1 or first.rule not in known_rules():
        return first.message
    return explain(first.rule, table=first.table, field=first.field, value="…", expected="…", count="…").message


def summary(verdict: Verdict) -> str:
    """The verdict in a sentence."""
    counts = verdict.counts
    return tr("Errors: {errors}, warnings: {warnings}, information: {infos}.").format(
        errors=counts["error"], warnings=counts["warning"], infos=counts["info"]
    )


def conforms(verdict: Verdict, standard: Standard) -> bool:
    """Whether it may be said to conform: no error, everything checked, the whole of the standard known."""
    return verdict.valid and verdict.rows > 0 and not left_out(verdict, standard)


def left_out(verdict: Verdict, standard: Standard) -> list[str]:
    """What was not checked, and why: rules that lacked something, shapes left out, what of the standard is unknown."""
    lacking = [one.message for one in verdict.findings if one.rule.endswith(_LACKING)]
    return [*verdict.not_checked, *dict.fromkeys(lacking), *([standard.partial] if standard.partial else [])]


def badge(verdict: Verdict, standard: Standard) -> str:
    """The sentence of the badge; of a standard of several tables, a layer alone is named by its table."""
    tables = {one.table for one in verdict.readings}
    if len(tables) == 1 and len(standard.tables) > 1:
        return tr("Table {table}: conforms to {standard}, version {version}, {date}.").format(
            table=next(iter(tables)),
            standard=standard.title,
            version=standard.version,
            date=standard.date or tr("undated"),
        )
    return tr("Conforms to {standard}, version {version}, {date}.").format(
        standard=standard.title, version=standard.version, date=standard.date or tr("undated")
    )
