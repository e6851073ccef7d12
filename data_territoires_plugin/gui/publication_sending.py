"""Fourth page of the assistant: the sending, what was read back, the links."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from ..i18n import number, tr
from .words import counted

if TYPE_CHECKING:
    from qgis.PyQt.QtCore import pyqtBoundSignal

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
        self.report = self._tool(tr("Report"), "mActionOpenTable.svg", None)
        self.report.clicked.connect(lambda: _open(self._report))
        self.journal = self._tool(tr("Journal"), "mActionFileOpen.svg", None)
        self.journal.setToolTip(tr("The folder of the journal: what goes on after an interruption, and takes back"))
        self.journal.clicked.connect(lambda: _open(str(Path(self._journal).parent)))
        self.resume = self._tool(tr("&Resume"), "mActionRefresh.svg", self.resume_asked)
        self.undo = self._tool(tr("&Take it back"), "mActionUndo.svg", self.undo_asked)
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

    @staticmethod
    def _tool(text: str, icon: str, signal: pyqtBoundSignal | None) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if signal is not None:
            button.clicked.connect(signal)
        return button

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
        failed = bool(document.get("failed")) or not document.get("verified", True)
        self._buttons(done=True, undoable=undoable, resumable=failed and not undone and bool(self._journal))

    def fail(self, title: str, reason: str, journal: str) -> None:
        """It stopped on its way; `journal`: where to go on, "" where nothing was sent."""
        self.title.setText(title)
        self.progress.hide()
        self.text.setPlainText(reason)
        self._report, self._journal = "", journal
        self._buttons(done=True, undoable=bool(journal), resumable=bool(journal))

    def _buttons(self, *, done: bool, undoable: bool = False, resumable: bool = False) -> None:
        self.report.setVisible(done and bool(self._report))
        self.journal.setVisible(done and bool(self._journal))
        self.resume.setVisible(done and resumable)
        self.undo.setVisible(done and undoable)


def result_html(document: dict[str, Any], *, undone: bool = False) -> str:
    """The result of a report of `publish`, `resume` or `undo`: counts, verification, failures, links."""
    counts = {name: number(document[name]) for name in ("created", "replaced", "deleted", "unchanged", "there")}
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
    record = document.get("record")
    if isinstance(record, dict) and record.get("url"):
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
