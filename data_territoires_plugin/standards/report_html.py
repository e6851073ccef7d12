"""The report of `validate`: one HTML page that prints and needs nothing else, no network, no script.

Every value is escaped, and the page forbids itself to load or run anything. It stays under 20 MB whatever is found:
each rule has its examples, the rest is listed as long as there is room, and the files beside it have everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from ..i18n import tr
from ..paths import resources
from .model import Level
from .report_json import write_text
from .report_map import drawn_map
from .report_tables import chart, completeness
from .report_words import badge, by_rule, conforms, left_out, level_words, summary, title_of

if TYPE_CHECKING:
    from pathlib import Path

    from .findings import Finding, Verdict
    from .model import Standard

__all__ = ["write_report"]
_EXAMPLES = 10  # of each rule
_ROOM = 6_000_000  # characters of findings listed beyond the examples
_LONGEST = 300  # characters of a value; the files beside have it whole
_SIGNS = {Level.ERROR: "●", Level.WARNING: "▲", Level.INFO: "■"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@dataclass(frozen=True)
class Origin:
    """What the page tells of the run, beside the verdict."""

    reasons: str = ""  # why this standard, where it was recognised
    when: datetime | None = None  # None: now
    beside: tuple[str, ...] = ()  # names of the files that hold all the findings


def write_report(verdict: Verdict, standard: Standard, path: Path, origin: Origin | None = None) -> None:
    """Writes the page, whole or not at all. Raises OutputError."""
    write_text(path, page(verdict, standard, origin or Origin()))


def page(verdict: Verdict, standard: Standard, origin: Origin) -> str:
    """The page. The same verdict at the same time gives the same page."""
    named = standard.title if standard.version in standard.title else f"{standard.title} {standard.version}"
    title = tr("Check against {standard}").format(standard=named)
    groups = by_rule(verdict.findings)
    parts = [
        f"<h1>{escape(title)}</h1>",
        _conclusion(verdict, standard),
        _facts(verdict, standard, origin),
        _counts(verdict),
        _map(verdict),
        _titled(tr("Findings by rule"), chart(groups)),
        _findings(groups, verdict, origin),
        _titled(tr("Completeness"), completeness(verdict)),
        _not_checked(verdict, standard),
    ]
    style = (resources() / "report" / "report.css").read_text(encoding="utf-8")
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{style}</style>'
    )
    language = escape(tr("en"))
    body = "\n".join(filter(None, parts))
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _titled(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{content}</section>" if content else ""


# ------------------------------------------------------------------------------------------------------- the top
def _conclusion(verdict: Verdict, standard: Standard) -> str:
    if conforms(verdict, standard):
        tick = (
            '<svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true"><circle cx="17" cy="17" r="16"'
            ' fill="#1c7a43"/><path d="M9 18l6 6L26 11" fill="none" stroke="#fff" stroke-width="4"/></svg>'
        )
        return f'<p class="badge">{tick}<span>{escape(badge(verdict, standard))}</span></p>'
    if not verdict.valid:
        words = tr("Not conform: there are errors.")
    elif not verdict.rows:
        words = tr("Nothing was checked: there is no feature.")
    else:
        words = tr("No error, but not everything could be checked: this does not prove that it conforms.")
    return f'<p class="verdict">{escape(words)} {escape(summary(verdict))}</p>'


def _facts(verdict: Verdict, standard: Standard, origin: Origin) -> str:
    when = (origin.when or datetime.now()).strftime("%d/%m/%Y %H:%M")
    layers = ", ".join(dict.fromkeys(one.layer for one in verdict.readings if one.layer))
    rows = (
        (tr("Standard"), standard.title),
        (tr("Version"), standard.version),
        (tr("Date of the version"), standard.date or tr("undated")),
        (tr("Source"), standard.source),
        (tr("Recognised by"), origin.reasons),
        (tr("Layers"), _cut(layers)),
        (tr("Features checked"), str(verdict.rows)),
        (tr("Checked on"), when),
    )
    lines = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>' for name, value in rows if value
    )
    return f'<table class="facts">{lines}</table>'


def _counts(verdict: Verdict) -> str:
    words = {Level.ERROR: tr("errors"), Level.WARNING: tr("warnings"), Level.INFO: tr("information")}
    counts = verdict.counts
    items = "".join(
        f'<li class="{level.value}"><b>{counts[level.value]}</b>{_SIGNS[level]} {escape(words[level])}</li>'
        for level in Level
    )
    return f'<ul class="counts">{items}</ul>'


def _map(verdict: Verdict) -> str:
    drawn, caption = drawn_map(verdict)
    told = f'<figcaption class="muted">{escape(caption)}</figcaption>'
    return _titled(tr("Map"), drawn and f"<figure>{drawn}{told}</figure>")


def _not_checked(verdict: Verdict, standard: Standard) -> str:
    items = "".join(f"<li>{escape(one)}</li>" for one in left_out(verdict, standard))
    return _titled(tr("Not checked"), items and f"<ul>{items}</ul>")


# ------------------------------------------------------------------------------------------------------- findings
def _findings(groups: list[list[Finding]], verdict: Verdict, origin: Origin) -> str:
    """Each rule with its examples, then the rest as long as there is room."""
    room, listed, sections = _ROOM, 0, []
    for group in groups:
        rest = []
        for one in group[_EXAMPLES:]:
            row = _row(one)
            if room < len(row):
                break
            room -= len(row)
            rest.append(row)
        listed += min(len(group), _EXAMPLES) + len(rest)
        sections.append(_group(group, rest))
    total = len(verdict.findings)
    beside = ", ".join(origin.beside)
    told = tr("{listed} findings are listed, of {total}.").format(listed=listed, total=total)
    if beside:
        told += " " + tr("All of them are in {files}.").format(files=beside)
    return _titled(tr("Findings"), f'<p class="muted">{escape(told)}</p>{"".join(sections)}' if total else "")


def _group(group: list[Finding], rest: list[str]) -> str:
    first = group[0]
    level = first.level.value
    where = " · ".join(filter(None, (first.table or first.layer, first.field, first.code, first.section)))
    heading = f"{level_words()[first.level]} ({len(group)}) {_cut(title_of(group))}"
    shown = _table([_row(one) for one in group[:_EXAMPLES]])
    more = ""
    if len(group) > _EXAMPLES:
        left = len(group) - _EXAMPLES
        words = tr("{count} more").format(count=left)
        if len(rest) < left:
            words = tr("{count} more, of which {listed} are listed").format(count=left, listed=len(rest))
        more = (
            f"<details><summary>{escape(words)}</summary>{_table(rest)}</details>"
            if rest
            else f'<p class="muted">{escape(words)}</p>'
        )
    sign = f'<span class="sign {level}" aria-hidden="true">{_SIGNS[first.level]}</span>'
    help_ = f'<p>{escape(_cut(first.help))} <span class="muted">{escape(_cut(where))}</span></p>'
    return f"<h3>{sign}{escape(heading)}</h3>{help_}{shown}{more}"


def _table(rows: list[str]) -> str:
    heads = "".join(
        f'<th scope="col">{escape(word)}</th>' for word in (tr("Feature"), tr("What was found"), tr("Place"))
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _row(one: Finding) -> str:
    feature = one.feature if not one.other else f"{one.feature} / {one.other}".strip(" /")
    place = f"{one.place[0]:.8g} ; {one.place[1]:.8g}" if one.place else ""
    return f"<tr><td>{escape(_cut(feature))}</td><td>{escape(_cut(one.message))}</td><td>{place}</td></tr>"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
