"""The report of `validate` in its simplest form: one HTML page, the findings counted by rule, examples first."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

from ..i18n import tr
from .model import Level
from .report_json import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .findings import Finding, Verdict
    from .model import Standard

_EXAMPLES = 10
_STYLE = "body{font-family:sans-serif;max-width:60em;margin:2em auto}td,th{text-align:left;padding:.2em .8em .2em 0}"


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


def summary(verdict: Verdict) -> str:
    """The verdict in a sentence."""
    counts = verdict.counts
    return tr("Errors: {errors}, warnings: {warnings}, information: {infos}.").format(
        errors=counts["error"], warnings=counts["warning"], infos=counts["info"]
    )


def write_report(verdict: Verdict, standard: Standard, path: Path) -> None:
    """Writes the page. Raises OutputError."""
    title = tr("Check against {standard}").format(standard=f"{standard.title} {standard.version}".strip())
    parts = [f"<h1>{escape(title)}</h1>", f"<p>{escape(summary(verdict))}</p>"]
    if verdict.valid and not verdict.not_checked and not standard.partial:
        conforms = tr("Conforms to {standard}, version {version}, {date}.").format(
            standard=standard.title, version=standard.version, date=standard.date
        )
        parts.append(f"<p><strong>{escape(conforms)}</strong></p>")
    parts += [_section(group) for group in by_rule(verdict.findings)]
    left = [*verdict.not_checked, *([standard.partial] if standard.partial else [])]
    if left:
        parts.append(f"<h2>{escape(tr('Not checked'))}</h2>" + "".join(f"<p>{escape(one)}</p>" for one in left))
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    body = "\n".join(parts)
    write_whole(path, f"<!DOCTYPE html>\n<html><head>{head}</head><body>\n{body}\n</body></html>\n")


def _section(group: list[Finding]) -> str:
    first = group[0]
    where = " · ".join(filter(None, (first.table or first.layer, first.field, first.code)))
    heading = f"{level_words()[first.level]} ({len(group)}) {where}"
    rows = "".join(
        f"<tr><td>{escape(finding.feature)}</td><td>{escape(finding.message)}</td></tr>"
        for finding in group[:_EXAMPLES]
    )
    more = len(group) - _EXAMPLES
    rest = f"<p>{escape(tr('and {count} more').format(count=more))}</p>" if more > 0 else ""
    section = f" ({escape(first.section)})" if first.section else ""
    return f"<h2>{escape(heading)}</h2><p>{escape(first.help)}{section}</p><table>{rows}</table>{rest}"
