"""The form of a metadata record: what a person knows of a layer, and how complete its record is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QDate, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
)

from ..errors import SourceError
from ..i18n import tr
from ..metadata.describe import describe
from ..metadata.form import form
from ..metadata.identity import store
from ..metadata.inspire import THEMES
from ..metadata.said import Said, said_of, with_said
from ..metadata.template import Template, read_template
from ..settings import save_setting, setting

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtWidgets import QWidget

SETTING = "record_template"  # the path of the template of the authority
_OF_PUBLISHING = frozenset({"links", "formats"})  # the publication itself says them
_SIZE = (520, 640)  # pixels: fits the screens of town halls
_LINES = 3  # of the long texts
_PAUSE = 200  # milliseconds
_LICENCES = ("Licence Ouverte 2.0", "ODbL 1.0")


def template_path() -> str:
    """The template of the authority that is used in the windows, "" for none."""
    return setting(SETTING)


class RecordWindow(QDialog):
    """What is said goes into the metadata of the layer, where QGIS's own properties show it too."""

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer) -> None:
        super().__init__(parent)
        self._layer, self._metadata = layer, layer.metadata()
        self.beside = True  # the data keep what was said; else the project does
        self.setWindowTitle(tr("Metadata record of “{layer}”").format(layer=layer.name()))
        self.resize(*_SIZE)
        self.bar, self.state, self.lacking = QProgressBar(), QLabel(), QLabel()
        self.bar.setTextVisible(False)
        self.lacking.setWordWrap(True)
        self.lacking.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.title, self.day, self.organisation, self.mail, self.page = (QLineEdit() for _ in range(5))
        self.abstract, self.lineage = QPlainTextEdit(), QPlainTextEdit()
        self.theme, self.licence, self.template = QComboBox(), QComboBox(), QgsFileWidget()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        column = QVBoxLayout(self)
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addLayout(self._form())
        column.addWidget(self.lacking, 1)
        column.addWidget(self.buttons)
        self._soon = QTimer(self)  # the record is described again once the user pauses, not at each key
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.show_state)
        self._fill(said_of(self._metadata))
        self._connect()
        self.show_state()

    def _form(self) -> QFormLayout:
        self.theme.addItem("", "")
        for label in sorted(THEMES.values()):
            self.theme.addItem(label, label)
        self.licence.setEditable(True)
        self.licence.addItems(["", *_LICENCES])
        self.day.setPlaceholderText(tr("year-month-day, as 2026-11-22"))
        self.mail.setPlaceholderText(tr("of a service rather than of a person"))
        self.page.setPlaceholderText("https://…")
        self.template.setFilter(tr("Templates (*.yaml *.yml *.json)"))
        self.template.setToolTip(tr("What your authority says once for all its records: contacts, licence, scale…"))
        form_ = QFormLayout()
        for label, widget in (
            (tr("T&itle"), self.title), (tr("A&bstract"), self.abstract), (tr("INSPIRE t&heme"), self.theme),
            (tr("&Date of the data"), self.day), (tr("Li&cence"), self.licence),
            (tr("&Organisation"), self.organisation), (tr("E-&mail"), self.mail), (tr("&Lineage"), self.lineage),
            (tr("&Page about the data"), self.page), (tr("&Template of the authority"), self.template),
        ):  # fmt: skip
            name = QLabel(label)
            name.setBuddy(widget)
            widget.setAccessibleName(label.replace("&", ""))
            if isinstance(widget, QPlainTextEdit):
                widget.setTabChangesFocus(True)
                widget.setFixedHeight(_LINES * widget.fontMetrics().lineSpacing() + 2 * widget.frameWidth() + 8)
            form_.addRow(name, widget)
        return form_

    def _fill(self, said: Said) -> None:
        for line, text in ((self.title, said.title), (self.day, said.day), (self.organisation, said.organisation),
                           (self.mail, said.mail), (self.page, said.page)):  # fmt: skip
            line.setText(text)
        self.abstract.setPlainText(said.abstract)
        self.lineage.setPlainText(said.lineage)
        self.theme.setCurrentIndex(max(0, self.theme.findData(said.theme)))
        self.licence.setCurrentText(said.licence)
        self.template.setFilePath(template_path())

    def _connect(self) -> None:
        for line in (self.title, self.day, self.organisation, self.mail, self.page):
            line.textChanged.connect(lambda _text: self._soon.start())
        for text in (self.abstract, self.lineage):
            text.textChanged.connect(self._soon.start)
        self.theme.currentIndexChanged.connect(lambda _at: self._soon.start())
        self.licence.currentTextChanged.connect(lambda _text: self._soon.start())
        self.template.fileChanged.connect(lambda _path: self._soon.start())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._layer.willBeDeleted.connect(self.reject)

    def done(self, code: int) -> None:
        """Nothing is looked at once the window is closed, and it hears no more of the layer."""
        self._soon.stop()
        with suppress(TypeError, RuntimeError):  # closed already; the layer is why it closes
            self._layer.willBeDeleted.disconnect(self.reject)
        super().done(code)

    def said(self) -> Said:
        """What is written in the form."""
        texts = (self.title.text(), self.abstract.toPlainText(), str(self.theme.currentData() or ""), self.day.text())
        rest = (self.licence.currentText(), self.organisation.text(), self.mail.text(), self.lineage.toPlainText())
        return Said(*(text.strip() for text in (*texts, *rest, self.page.text())))

    def show_state(self) -> bool:
        """How complete the record would be, what is missing and why; what can't be kept so. Whether it can be."""
        problem, template = self._wrong_day(), Template()
        try:
            path = self.template.filePath().strip()
            template = read_template(Path(path)) if path else template
        except SourceError as error:
            problem = f"{error.message} {error.hint}".strip()
        said = replace(self.said(), day="") if problem else self.said()
        record = describe(self._layer, template, date.today(), with_said(self._metadata, said))
        asked = [one for one in form(record) if one.required and one.name not in _OF_PUBLISHING]
        lacking = [one for one in asked if not one.filled]
        self.bar.setMaximum(len(asked))
        self.bar.setValue(len(asked) - len(lacking))
        told = tr("{filled} of the {asked} elements that INSPIRE and the CNIG ask for are known.")
        self.state.setText(told.format(filled=len(asked) - len(lacking), asked=len(asked)))
        missing = "".join(f"<li>{tr('{label}: {why}').format(label=one.label, why=one.why)}</li>" for one in lacking)
        self.lacking.setText(escape(problem) or (f"{tr('Missing:')}<ul>{missing}</ul>" if lacking else ""))
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not problem)
        return not problem

    def _wrong_day(self) -> str:
        text = self.day.text().strip()
        if not text or QDate.fromString(text, Qt.DateFormat.ISODate).isValid():
            return ""
        return tr("“{text}” is not a date: write it as 2026-11-22.").format(text=text)

    def accept(self) -> None:
        """Keeps what was said in the metadata of the layer, and the template for the next records."""
        if not self.show_state():
            return
        save_setting(SETTING, self.template.filePath().strip())
        self.beside = store(self._layer, with_said(self._metadata, self.said()))
        super().accept()
