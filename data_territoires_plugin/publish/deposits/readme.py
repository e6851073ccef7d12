"""The readme that goes with a file: what it holds, where it comes from, what may be done with it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ...i18n import number, tr

if TYPE_CHECKING:
    from .base import Package


def readme(package: Package, data: str) -> str:
    """Markdown, in the user's language. `data`: the name of the file of data beside it."""
    about, content = package.about, package.content
    lines = [f"# {about.title}", ""]
    if about.abstract:
        lines += [about.abstract, ""]
    facts = [
        (tr("File"), data),
        (tr("Features"), number(len(content.rows))),
        (tr("Coordinate reference system"), content.crs.userFriendlyIdentifier() if content.crs.isValid() else "–"),
        (tr("Identifier of a feature"), content.key),
        (tr("Licence"), about.licence or tr("not said: ask the producer before any use")),
        (tr("Attribution"), about.attribution or "–"),
        (tr("Keywords"), ", ".join(about.keywords) or "–"),
        (tr("Written on"), datetime.date.today().isoformat()),
    ]
    lines += [f"- **{name}** : {value}" for name, value in facts]
    lines += ["", f"## {tr('Fields')}", "", f"| {tr('Field')} | {tr('Type')} |", "|---|---|"]
    lines += [f"| {_cell(column.name)} | {_typed(column.type)} |" for column in content.columns]
    return "\n".join([*lines, ""])


def _typed(type_: str) -> str:
    words = {
        "integer": tr("whole number"), "number": tr("number"), "boolean": tr("yes or no"), "date": tr("date"),
        "time": tr("time"), "datetime": tr("date and time"),
    }  # fmt: skip
    return words.get(type_, tr("text"))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
