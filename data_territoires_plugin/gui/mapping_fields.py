"""The two tables of the mapping window: each field and what fills it; each local value and what it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ..i18n import tr
from ..standards.mapping.model import FieldRule, Shape, Way
from ..standards.mapping.propose import is_asked_for
from ..standards.mapping.values import Values
from .words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..standards.mapping.model import TableRule
    from ..standards.mapping.propose import Sample
    from ..standards.model import Field, Standard, Table

_FIELD, _FILLED, _TRUST = range(3)
_LOCAL, _ROWS, _BECOMES = range(3)
_MOST = 200  # values shown of one column
_CONSTANT, _EXPRESSION = "constant", "expression"


def shape_words() -> dict[Shape, str]:
    """What a field takes from the geometry, as the user reads it."""
    return {
        Shape.LONGITUDE: tr("longitude"),
        Shape.LATITUDE: tr("latitude"),
        Shape.X: tr("x (legal projection)"),
        Shape.Y: tr("y (legal projection)"),
        Shape.LONLAT: tr("[longitude, latitude]"),
        Shape.POINT: tr("point as text (WKT)"),
        Shape.WKT: tr("whole geometry as text (WKT)"),
        Shape.AREA: tr("area (m²)"),
        Shape.LENGTH: tr("length (m)"),
    }


class FieldTable(QTableWidget):
    """The fields of a table of the standard, and what fills each: a column, the geometry, a constant, an expression."""

    chosen = pyqtSignal(str, str, str)  # field, way ("" = nothing), column or part of the geometry
    asked = pyqtSignal(str, str)  # field, way: a constant or an expression has to be written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([tr("Field of the standard"), tr("Filled by"), tr("Confidence")])
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr("Fields of the standard and what fills them"))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_FILLED, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_TRUST, QHeaderView.ResizeMode.ResizeToContents)
        self.fields: list[Field] = []
        self._choices: dict[str, QComboBox] = {}
        self._trusts: dict[str, QTableWidgetItem] = {}

    def show_rules(self, table: Table, rule: TableRule, columns: Sequence[str], *, has_shape: bool) -> None:
        """Every field of the table; `columns`: those of the layer."""
        self.fields = [field for field in table.fields if field.asked]
        self.setRowCount(len(self.fields))
        for at, field in enumerate(self.fields):
            name = QTableWidgetItem(field.name)
            name.setToolTip("\n".join(filter(None, (field.title, field.description, field.example))))
            font = name.font()
            font.setBold(is_asked_for(field))
            name.setFont(font)
            self.setItem(at, _FIELD, name)
            self._choices[field.name] = self._choice(field, columns, has_shape=has_shape)
            self.setCellWidget(at, _FILLED, self._choices[field.name])
            self._trusts[field.name] = QTableWidgetItem()
            self.setItem(at, _TRUST, self._trusts[field.name])
            self.show_rule(field, rule.rule(field.name))

    def show_rule(self, field: Field, rule: FieldRule | None) -> None:
        """What fills a field, and how sure that is."""
        choice, trust = self._choices[field.name], self._trusts[field.name]
        choice.blockSignals(True)
        _select(choice, rule)
        choice.blockSignals(False)
        palette = self.palette()
        if rule is None:
            trust.setText(tr("missing") if is_asked_for(field) else "")
            trust.setToolTip("")
        else:
            words = tr("{percent} %") if rule.is_sure else tr("{percent} %, to check")
            trust.setText(words.format(percent=round(100 * rule.confidence)))
            trust.setToolTip(" ; ".join(rule.reasons))
        unsure = (rule is None and is_asked_for(field)) or (rule is not None and not rule.is_sure)
        trust.setForeground(QColor("#b35900") if unsure else palette.color(QPalette.ColorRole.Text))

    def current_field(self) -> Field | None:
        """The field of the row where the user is."""
        at = self.currentRow()
        return self.fields[at] if 0 <= at < len(self.fields) else None

    def _choice(self, field: Field, columns: Sequence[str], *, has_shape: bool) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(tr("What fills {field}").format(field=field.name))
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.addItem(tr("(nothing)"), ("", ""))
        for name in columns:
            choice.addItem(name, (Way.COLUMNS.value, name))
        if has_shape:
            for shape, words in shape_words().items():
                text = tr("geometry: {what}").format(what=words)
                choice.addItem(text, (Way.GEOMETRY.value, shape.value))
        choice.addItem(tr("constant value…"), (_CONSTANT, ""))
        choice.addItem(tr("expression…"), (_EXPRESSION, ""))
        choice.activated.connect(lambda _at: self._activated(field, choice))
        return choice

    def _activated(self, field: Field, choice: QComboBox) -> None:
        way, text = choice.currentData()
        self.setCurrentCell(self.fields.index(field), _FIELD)
        if way in (_CONSTANT, _EXPRESSION):
            self.asked.emit(field.name, way)
        else:
            self.chosen.emit(field.name, way, text)


def _select(choice: QComboBox, rule: FieldRule | None) -> None:
    """Shows a rule in its list; one that the list doesn't offer (a merge, a constant) is added at its end."""
    while choice.itemData(choice.count() - 1) is None:
        choice.removeItem(choice.count() - 1)
    if rule is None:
        choice.setCurrentIndex(0)
        return
    wanted = (rule.way.value, rule.columns[0] if len(rule.columns) == 1 and not rule.part else rule.text)
    for at in range(choice.count()):
        if tuple(choice.itemData(at)) == wanted and rule.way in (Way.COLUMNS, Way.GEOMETRY):
            choice.setCurrentIndex(at)
            return
    words = {
        Way.CONSTANT: tr("constant: {text}").format(text=rule.text),
        Way.EXPRESSION: tr("expression: {text}").format(text=rule.text),
    }
    choice.addItem(words.get(rule.way, " + ".join(rule.columns)))
    choice.setCurrentIndex(choice.count() - 1)


class ValueTable(QTableWidget):
    """The values of a column, how many rows hold each, and the value of the standard that each becomes."""

    told = pyqtSignal(str, str, str)  # field, local value, value of the standard ("" = left empty)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([tr("Local value"), tr("Rows"), tr("Becomes")])
        self.setAccessibleName(tr("Local values and what they become"))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionResizeMode(_LOCAL, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_ROWS, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_BECOMES, QHeaderView.ResizeMode.Stretch)

    def show_values(
        self, field: Field, rule: FieldRule | None, sample: Sample | None, standard: Standard, table: Table
    ) -> int:
        """The values of the column that fills the field; none for another way. Gives back how many stay without."""
        self.setRowCount(0)
        if rule is None or sample is None:
            return 0
        values, told = Values(standard, table, field), dict(rule.values)
        if not values.judges:
            return 0
        order = sorted(range(len(sample.values)), key=lambda at: _known(sample.values[at], told, values))[:_MOST]
        self.setRowCount(len(order))
        without = 0
        for at, rank in enumerate(order):
            text = sample.values[rank]
            becomes = told.get(text, values.safely(text))
            without += becomes is None or not (becomes == "" or values.fits(becomes))
            count = sample.counts[rank] if rank < len(sample.counts) else 0
            self.setItem(at, _LOCAL, QTableWidgetItem(text))
            self.setItem(at, _ROWS, QTableWidgetItem(number(count)))
            self.setCellWidget(at, _BECOMES, self._choice(field, text, becomes, values))
        return without

    def _choice(self, field: Field, text: str, becomes: str | None, values: Values) -> QComboBox:
        choice = QComboBox()
        choice.setEditable(not values.codes)
        choice.setAccessibleName(tr("What {value} becomes").format(value=text))
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if becomes is None:
            choice.addItem(tr("(no correspondence)"), None)
        choice.addItem(tr("(left empty)"), "")
        for code, label in values.codes.items():
            choice.addItem(f"{code} ({label})" if label else code, code)
        if becomes and becomes not in values.codes:
            choice.addItem(becomes, becomes)
        at = choice.findData(becomes) if becomes is not None else 0
        choice.setCurrentIndex(max(at, 0))
        choice.activated.connect(lambda _at: self._said(field, text, choice))
        if choice.lineEdit() is not None:
            choice.lineEdit().editingFinished.connect(lambda: self._said(field, text, choice))
        return choice

    def _said(self, field: Field, text: str, choice: QComboBox) -> None:
        known = choice.findText(choice.currentText())
        value = choice.itemData(known) if known >= 0 else choice.currentText()
        if value is not None:
            self.told.emit(field.name, text, value)


def _known(text: str, told: dict[str, str], values: Values) -> int:
    """Those without correspondence first, then those that are told, then those that need nothing."""
    if text in told:
        return 1
    return 0 if values.safely(text) is None else 2
