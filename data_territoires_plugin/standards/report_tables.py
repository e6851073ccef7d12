"""The chart of the rules and the table of what is filled, in the report."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from ..i18n import tr
from .model import Level
from .report_words import title_of

if TYPE_CHECKING:
    from .findings import Finding, Reading, Verdict

_RULES = 20  # bars; the rest is one bar
_ROW, _LABEL, _BAR, _WIDE = 26, 420, 400, 900
_LONGEST = 55  # characters of a label
_COLOURS = {Level.ERROR: "#b3261e", Level.WARNING: "#b26a00", Level.INFO: "#2a62a8"}
_SIGNS = {Level.ERROR: "●", Level.WARNING: "▲", Level.INFO: "■"}


def chart(groups: list[list[Finding]]) -> str:
    """One bar per rule and field, as long as its findings are many; "" where there is none."""
    if not groups:
        return ""
    bars = [(_label(group), len(group), group[0].level) for group in groups[:_RULES]]
    rest = groups[_RULES:]
    if rest:
        words = tr("{count} other rules").format(count=len(rest))
        bars.append((words, sum(map(len, rest)), rest[0][0].level))
    most = max(count for _label_, count, _level in bars)
    lines = "".join(_bar(at, *bar, most) for at, bar in enumerate(bars))
    title = escape(tr("Findings by rule"))
    return (
        f'<figure><svg viewBox="0 0 {_WIDE} {_ROW * len(bars) + 4}" role="img" aria-label="{title}" font-size="14"'
        f' fill="#1d2530"><title>{title}</title>{lines}</svg></figure>'
    )


def _label(group: list[Finding]) -> str:
    return f"{group[0].table} · {title_of(group)}" if group[0].table else title_of(group)


def _bar(at: int, label: str, count: int, level: Level, most: int) -> str:
    top = at * _ROW + 4
    wide = max(2, round(_BAR * count / most))
    short = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
    return (
        f'<text x="0" y="{top + 14}"><tspan fill="{_COLOURS[level]}">{_SIGNS[level]}</tspan> {escape(short)}</text>'
        f'<rect x="{_LABEL}" y="{top}" width="{wide}" height="18" fill="{_COLOURS[level]}"/>'
        f'<text x="{_LABEL + wide + 8}" y="{top + 14}">{count}</text>'
    )


def completeness(verdict: Verdict) -> str:
    """For each layer, how many rows have a value in each field of the standard."""
    return "".join(_of_layer(one) for one in verdict.readings if one.filled)


def _of_layer(one: Reading) -> str:
    heads = (tr("Field"), tr("Column"), tr("Filled"), "", tr("Value wanted"))
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    rows = "".join(_filled(one, at) for at in range(len(one.filled)))
    title = tr("{table}: {rows} features").format(table=one.table or one.layer, rows=one.rows)
    return f"<h3>{escape(title)}</h3><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _filled(one: Reading, at: int) -> str:
    field = one.filled[at]
    share = 100 * field.rows / one.rows if one.rows else 0.0
    shown = tr("{share} %").format(share=_share(share, field.rows, one.rows)) if field.column else tr("no column")
    wanted = tr("yes") if field.required else tr("no")
    bar = f'<div class="bar"><i style="width:{share:.1f}%"></i></div>' if field.column else ""
    return (
        f"<tr><td>{escape(field.field)}</td><td>{escape(field.column)}</td>"
        f'<td class="n">{escape(shown)}</td><td>{bar}</td><td>{escape(wanted)}</td></tr>'
    )


def _share(share: float, filled: int, rows: int) -> str:
    """A percentage that says 100 only where all are filled, and 0 only where none is."""
    if filled == rows:
        return "100"
    if not filled:
        return "0"
    return str(QLocale().toString(min(99.9, max(0.1, share)), "f", 1))
