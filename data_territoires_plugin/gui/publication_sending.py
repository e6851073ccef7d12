"""Fourth page of the assistant: the sending, what was read back, the links."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QTextBrowser, QVBoxLayout, QWidget

from ..i18n import number, tr
from .publication_model import whole
from .tool_button import tool_button
from .words import counted

_SHOWN = 50  # features that failed, named


class SendingPage(QWidget):
    """While it is sent: the bar, and what is said. Then: what the platform holds, counted there."""

    undo_asked = pyqtSignal()
    resume_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = self._journal = ""
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Progress of the sending"))
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        self.text.setAccessibleName(tr("Result of the publication"))
        self.report = tool_button(tr("Report"), "mActionOpenTable.svg")
        self.report.clicked.connect(lambda: _open(self._report))
        self.journal = tool_button(tr("Journal"), "mActionFileOpen.svg")
        self.journal.setToolTip(tr("The folder of the journal: what goes on after an interruption, and takes back"))
        self.journal.clicked.connect(lambda: _open(str(Path(self._journal).parent)))
        self.resume = tool_button(tr("&Resume"), "mActionRefresh.svg")
        self.resume.clicked.connect(self.resume_asked)
        self.undo = tool_button(tr("&Take it back"), "mActionUndo.svg")
        self.undo.clicked.connect(self.undo_asked)
        row = QHBoxLayout()
        for button in (self.report, self.journal):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.resume, self.undo):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.progress):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self._buttons(done=False)

    def start(self, title: str, waited: str) -> None:
        """The sending has begun."""
        self.title.setText(title)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.text.setPlainText(waited)
        self._report = self._journal = ""
        self._buttons(done=False)

    def set_progress(self, percent: float) -> None:
        """How far it is."""
        if percent > 0:
            self.progress.setRange(0, 100)
            self.progress.setValue(int(percent))

    def finish(
        self,
        title: str,
        document: dict[str, Any],
        paths: tuple[str, str],
        *,
        undoable: bool,
        undone: bool = False,
    ) -> None:
        """What was done, as the platform counts it. `paths`: of the report, of the journal."""
        self.title.setText(title)
        self.progress.hide()
        self.text.setHtml(result_html(document, undone=undone))
        self._report, self._journal = paths
        resumable = not whole(document) and not undone and bool(self._journal)
        self._buttons(done=True, undoable=undoable, resumable=resumable, undone=undone)

    def fail(self, title: str, reason: str, journal: str, *, undone: bool = False) -> None:
        """It stopped on its way; `journal`: where to go on, "" where nothing was sent; `undone`: it was taken back."""
        self.title.setText(title)
        self.progress.hide()
        self.text.setPlainText(reason)
        self._report, self._journal = "", journal
        self._buttons(done=True, undoable=bool(journal), resumable=bool(journal) and not undone, undone=undone)

    def _buttons(self, *, done: bool, undoable: bool = False, resumable: bool = False, undone: bool = False) -> None:
        self.report.setVisible(done and bool(self._report))
        self.journal.setVisible(done and bool(self._journal))
        self.resume.setVisible(done and resumable)
        self.undo.setVisible(done and undoable)
        self.undo.setText(tr("&Take it back again") if undone else tr("&Take it back"))


def result_html(document: dict[str, Any], *, undone: bool = False) -> str:
    """The result of a report of `publish`, `resume` or `undo`: counts, verification, failures, links."""
    names = ("created", "replaced", "deleted", "unchanged", "there")
    counts = {name: number(int(document.get(name) or 0)) for name in names}
    did = tr(
        "Created: {created}, replaced: {replaced}, deleted: {deleted}, unchanged: {unchanged}."
        " The platform holds {there} features."
    )
    took_back = tr(
        "Taken away: {created}, put back as they were: {replaced}, put back: {deleted}."
        " The platform holds {there} features."
    )
    told = (took_back if undone else did).format(**counts)
    verified = (
        tr("Everything was read back, and is right.")
        if document.get("verified")
        else tr("Not everything is as it was sent: see below.")
    )
    text = f"<p>{told}<br><b>{verified}</b></p>"
    failed = document.get("failed", ())
    if failed:
        named = "".join(f"<li>{_safe(one['key'])} : {_safe(one['reason'])}</li>" for one in failed[:_SHOWN])
        many = counted(
            len(failed), tr("{count} feature could not be published:"), tr("{count} features could not be published:")
        )
        text += f"<p>{many}</p><ul>{named}</ul>"
    if document.get("told"):
        text += f"<p>{'<br>'.join(_safe(one) for one in document['told'])}</p>"
    record = document.get("record") or {}
    if record.get("state") == "failed":
        text += f"<p><b>{tr('Metadata record:')}</b> {_safe(record.get('problem', ''))}</p>"
    elif record.get("url"):
        text += f'<p>{tr("Metadata record:")} <a href="{_safe(record["url"])}">{_safe(record["url"])}</a></p>'
    links = [one for one in document.get("links", ()) if str(one.get("url", "")).startswith(("http://", "https://"))]
    if links:
        shown = "".join(f'<li><a href="{_safe(one["url"])}">{_safe(one["title"])}</a></li>' for one in links)
        text += f"<p>{tr('See it there:')}</p><ul>{shown}</ul>"
    return text


def _safe(text: object) -> str:
    return html.escape(str(text), quote=True)


def _open(path: str) -> None:
    if path and Path(path).exists():
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))
