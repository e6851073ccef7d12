"""What is said of the finding that is looked at: what is wrong, found, expected, to be done, where it is written."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QFrame, QTextBrowser, QWidget

from ..i18n import tr
from .words import counted

if TYPE_CHECKING:
    from ..standards.findings import Finding
    from .conformity_findings import Group

_LONGEST = 600  # characters of a value: the report has it whole


class Detail(QTextBrowser):
    """Read, selected and copied; never edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setOpenExternalLinks(True)
        self.setAccessibleName(tr("What the finding says"))
        self.setTabChangesFocus(True)

    def show_finding(self, finding: Finding) -> None:
        """One finding."""
        found = _named(tr("Found:"), finding.value) if finding.value else ""
        expected = _named(tr("Expected:"), finding.expected) if finding.expected else ""
        self._show(finding.message, [" &nbsp; ".join(part for part in (found, expected) if part)], finding)

    def show_group(self, group: Group, first: Finding) -> None:
        """A rule: what its findings have in common."""
        count = counted(len(group.positions), tr("{count} finding"), tr("{count} findings"))
        self._show(group.title, [escape(count)], first)

    def show_text(self, title: str, lines: list[str]) -> None:
        """Something else: what came of the run."""
        parts = [f"<p><b>{escape(title)}</b></p>" if title else "", *(f"<p>{escape(line)}</p>" for line in lines)]
        self.setHtml("".join(parts))

    def _show(self, title: str, facts: list[str], finding: Finding) -> None:
        sources = (
            _named(tr("In the standard:"), finding.section) if finding.section else "",
            _named(tr("Code of the national validator:"), finding.code) if finding.code else "",
            _named(tr("Layer:"), finding.layer or finding.table),
        )
        parts = [
            f"<p><b>{escape(title)}</b></p>",
            *(f"<p>{fact}</p>" for fact in facts if fact),
            f"<p>{escape(finding.help)}</p>" if finding.help else "",
            f"<p><small>{'<br>'.join(one for one in sources if one)}</small></p>",
        ]
        self.setHtml("".join(parts))


def _named(name: str, value: str) -> str:
    shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    return f"{escape(name)} <b>{escape(shown)}</b>"
