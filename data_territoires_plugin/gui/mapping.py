"""The mapping window: a local layer, a standard, what fills each field, what each value becomes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsFeedback, QgsProcessingUtils, QgsProject, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.gui import QgsExpressionBuilderDialog
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..sources.local import layers_of
from ..standards.mapping.file import write_mapping
from ..standards.mapping.job import Chosen, Layer, from_file, proposed, sampled
from ..standards.mapping.model import FieldRule, Way
from ..standards.mapping.place import kind_of
from ..standards.mapping.propose import Sample, with_values
from ..standards.validation import AUTO
from .mapping_fields import FieldTable, ValueTable
from .messages import Messages
from .tasks import AlgorithmRun, FunctionRun
from .words import lost_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgisInterface
    from qgis.PyQt.QtGui import QCloseEvent

    from ..standards.mapping.model import TableRule
    from ..standards.model import Field, Table

_SIZE = (760, 640)  # pixels: fits the screens of town halls
_FILTER = "JSON (*.json)"
_opened: set[MappingWindow] = set()  # a window without a Python reference is closed


def open_mapping(iface: QgisInterface, layer: QgsVectorLayer, standard_id: str) -> MappingWindow:
    """Opens the window for a layer and a standard (id, path or address), and has a mapping proposed."""
    window = MappingWindow(iface.mainWindow(), layer, standard_id)
    _opened.add(window)
    window.finished.connect(lambda _code: _opened.discard(window))
    window.show()
    window.propose()
    return window


class MappingWindow(QDialog):
    """Two tables, the fields and the values, and what to do with the mapping: open, keep, use."""

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer, standard_id: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Mapping to a standard"))
        self.resize(*_SIZE)
        self.chosen: Chosen | None = None
        self.samples: dict[str, Sample] = {}
        self._layer_id, self._standard_id = layer.id(), standard_id
        self._layer = Layer(layer.name(), tuple(layer.fields().names()), kind_of(layer.wkbType()))
        self._run: AlgorithmRun | FunctionRun | None = None
        self._build()

    # ------------------------------------------------------------------------------------------------- the window
    def _build(self) -> None:
        self.messages = Messages()
        self.title = QLabel(tr("Reading “{layer}”…").format(layer=self._layer.name))
        self.title.setWordWrap(True)
        self.fields, self.values = FieldTable(), ValueTable()
        self.fields.chosen.connect(self._choose)
        self.fields.asked.connect(self._ask)
        self.fields.currentCellChanged.connect(lambda *_cells: self._show_values())
        self.values.told.connect(self._tell_value)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.added_to, self.added_label = QComboBox(), QLabel(tr("&Add the rows to those of:"))
        self.added_label.setBuddy(self.added_to)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.fields)
        split.addWidget(self.values)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        for widget in (self.messages, self.title):
            layout.addWidget(widget)
        layout.addWidget(split, 1)
        added = QHBoxLayout()
        added.addWidget(self.added_label)
        added.addWidget(self.added_to, 1)
        layout.addLayout(added)
        layout.addWidget(self.state)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.open_button = self._button(box, tr("Open a mapping…"), self._open)
        self.save_button = self._button(box, tr("Save the mapping…"), self._save)
        self.run_button = self._button(box, tr("Bring to the standard"), self.use)
        self.run_button.setDefault(True)
        close = box.addButton(QDialogButtonBox.StandardButton.Close)
        close.clicked.connect(self.close)
        self._enable(ready=False)
        return box

    @staticmethod
    def _button(box: QDialogButtonBox, text: str, action: Callable[[], Any]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: action())
        box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _enable(self, *, ready: bool) -> None:
        for widget in (self.open_button, self.added_to):
            widget.setEnabled(ready)
        for button in (self.save_button, self.run_button):
            button.setEnabled(ready and self.chosen is not None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being read or made is stopped."""
        if self._run is not None:
            self._run.forget()
        super().closeEvent(event)

    # ------------------------------------------------------------------------------------------------- the proposal
    def propose(self) -> None:
        """Reads the layer in a task, and has a mapping proposed."""
        layer = self._here()
        if layer is None:
            return
        if self._standard_id.strip().casefold() in ("", AUTO):
            message = tr("The standard to map the layer to is not known.")
            self.messages.tell(message, tr("Choose it first, then start again."), Qgis.MessageLevel.Warning, 0)
            return
        source, feedback = QgsVectorLayerFeatureSource(layer), QgsFeedback()

        def work() -> tuple[tuple[Sample, ...], Chosen]:
            samples = sampled(self._layer.columns, source.getFeatures(), feedback)
            return samples, proposed(self._standard_id, "", self._layer, samples)

        run = FunctionRun(tr("Mapping to a standard"), work)
        run.ended.connect(self._proposed)
        self._run = run
        run.start()

    def _proposed(self, result: object) -> None:
        run, self._run = self._run, None
        if isinstance(result, tuple):
            samples, chosen = result
            self.samples = {one.name: one for one in samples}
            self._take(chosen)
        elif isinstance(run, FunctionRun):
            self.title.setText(self._layer.name)
            self.messages.tell(run.error, run.hint, Qgis.MessageLevel.Warning, 0)
        self._enable(ready=True)

    def _take(self, chosen: Chosen) -> None:
        self.chosen = chosen
        standard = chosen.standard
        self.title.setText(
            tr("“{layer}” → {standard}, table {table}").format(
                layer=self._layer.name, standard=standard.named, table=self._rule.table
            )
        )
        has_shape = self._layer.kind is not None or bool(self._rule.located.columns)
        self.fields.show_rules(self._table, self._rule, self._layer.columns, has_shape=has_shape)
        self.fields.setCurrentCell(0, 0)
        for remark in chosen.remarks:
            self.messages.tell(remark, "", Qgis.MessageLevel.Info, 0)
        self._show_added()
        self._show_state()

    # ------------------------------------------------------------------------------------------------ what is edited
    @property
    def _rule(self) -> TableRule:
        if self.chosen is None:
            raise RuntimeError(self._layer.name)
        return self.chosen.mapping.tables[0]

    @property
    def _table(self) -> Table:
        table = self.chosen.standard.table(self._rule.table) if self.chosen else None
        if table is None:
            raise RuntimeError(self._layer.name)
        return table

    def _set(self, field: Field, rule: FieldRule | None) -> None:
        """Another rule for a field, or none."""
        if self.chosen is None:
            return
        changed = self._rule.with_rule(rule) if rule is not None else self._rule.without(field.name)
        mapping = replace(self.chosen.mapping, tables=(changed, *self.chosen.mapping.tables[1:]))
        self.chosen = replace(self.chosen, mapping=mapping)
        self.fields.show_rule(field, rule)
        self._show_values()
        self._show_state()

    def _choose(self, name: str, way: str, text: str) -> None:
        field = self._table.field(name)
        if field is None or self.chosen is None:
            return
        if not way:
            self._set(field, None)
            return
        columns = (text,) if way == Way.COLUMNS.value else ()
        rule = FieldRule(field.name, Way(way), columns, "" if columns else text)
        self._set(field, with_values(rule, field, self.samples, self.chosen.standard, self._table))

    def _ask(self, name: str, way: str) -> None:
        """A constant or an expression, written by the user; what was there stays where they give up."""
        field = self._table.field(name)
        if field is None:
            return
        held = self._rule.rule(name)
        before = held.text if held is not None and held.way.value == way else ""
        text = self._constant(field, before) if way == Way.CONSTANT.value else self._expression(field, before)
        self._set(field, FieldRule(field.name, Way(way), text=text) if text else held)

    def _constant(self, field: Field, before: str) -> str:
        title, label = tr("Constant value"), tr("Value of {field} in every row:").format(field=field.name)
        if field.values:
            at = field.values.index(before) if before in field.values else 0
            text, accepted = QInputDialog.getItem(self, title, label, list(field.values), at, editable=False)
        else:
            text, accepted = QInputDialog.getText(self, title, label, text=before or field.default)
        return text if accepted else ""

    def _expression(self, field: Field, before: str) -> str:
        layer = self._here()
        if layer is None:
            return ""
        dialog = QgsExpressionBuilderDialog(layer, before, self)
        dialog.setWindowTitle(tr("Expression of {field}").format(field=field.name))
        return str(dialog.expressionText()) if dialog.exec() else ""

    def _tell_value(self, name: str, local: str, value: str) -> None:
        rule = self._rule.rule(name)
        field = self._table.field(name)
        if rule is None or field is None or dict(rule.values).get(local) == value:
            return
        self._set(field, replace(rule, values=tuple({**dict(rule.values), local: value}.items())))

    # ---------------------------------------------------------------------------------------------- what is shown
    def _show_values(self) -> None:
        field = self.fields.current_field()
        if field is None or self.chosen is None:
            return
        rule = self._rule.rule(field.name)
        alone = rule is not None and rule.way is Way.COLUMNS and len(rule.columns) == 1 and not rule.part
        sample = self.samples.get(rule.columns[0]) if rule is not None and alone else None
        self.values.show_values(field, rule, sample, self.chosen.standard, self._table)

    def _show_added(self) -> None:
        """The layers of the project that are this table already, made of other layers; hidden where there is none."""
        self.added_to.clear()
        self.added_to.addItem(tr("(none: a layer of its own)"), None)
        if self.chosen is not None and len(self.chosen.mapping.tables) == 1:  # rows are added to one table at a time
            for layer in _made_as(self._table, self._layer_id):
                self.added_to.addItem(layer.name(), layer.id())
        for widget in (self.added_label, self.added_to):
            widget.setVisible(self.added_to.count() > 1)

    def _show_state(self) -> None:
        if self.chosen is None:
            return
        fields = len([one for one in self._table.fields if one.asked])
        words = tr("Fields filled: {count} of {all}.").format(count=self.chosen.mapped, all=fields)
        if self.chosen.missing:
            names = ", ".join(self.chosen.missing)
            words += " " + tr("The standard also asks for: {names}.").format(names=names)
        self.state.setText(words)

    # -------------------------------------------------------------------------------------------- the file, the run
    def _open(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("Open a mapping"), "", _FILTER)
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Takes the mapping of a file."""
        try:
            self._take(from_file(path, self._standard_id, "", self._layer))
        except DataTerritoiresError as error:
            self.messages.tell(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
        self._enable(ready=True)

    def _save(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save the mapping"), "", _FILTER)
        if path:
            self.save_file(Path(path).with_suffix(".json"))

    def save_file(self, path: Path) -> None:
        """Writes the mapping as it is now."""
        if self.chosen is None:
            return
        try:
            write_mapping(self.chosen.mapping, path)
        except DataTerritoiresError as error:
            self.messages.tell(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
        else:
            self.messages.tell(tr("Mapping saved: {name}.").format(name=path.name), "", Qgis.MessageLevel.Success, 5)

    def use(self) -> None:
        """Runs the algorithm with the mapping as it is now; its result comes into the project."""
        layer = self._here()
        if layer is None or self.chosen is None:
            return
        path = Path(QgsProcessingUtils.generateTempFilename("mapping.json"))
        try:
            write_mapping(self.chosen.mapping, path)
        except DataTerritoiresError as error:
            self.messages.tell(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
            return
        parameters = {
            "INPUT": layer.id(),
            "STANDARD": self._standard_id,
            "MAPPING": str(path),
            "OUTPUT": "TEMPORARY_OUTPUT",
        }
        if self.added_to.currentData():
            parameters["ADDED_TO"] = self.added_to.currentData()
        run = AlgorithmRun("dataterritoires:map", parameters)
        refusal = run.refusal()
        if refusal:
            self.messages.tell(refusal, "", Qgis.MessageLevel.Warning, 0)
            return
        run.ended.connect(self._used)
        self._run = run
        self._enable(ready=False)
        run.start()

    def _used(self, results: object) -> None:
        run, self._run = self._run, None
        self._enable(ready=True)
        if not isinstance(results, dict) or not isinstance(run, AlgorithmRun):
            self.messages.tell(run.error if run is not None else "", "", Qgis.MessageLevel.Warning, 0)
            return
        made = run.context.takeResultLayer(results["OUTPUT"])
        if made is not None:
            names = [self._layer.name]
            if self.added_to.currentData():
                names.insert(0, self.added_to.currentText().removesuffix(f" ({self._rule.table})"))
            made.setName(f"{' + '.join(names)} ({self._rule.table})")
            QgsProject.instance().addMapLayer(made)
        for layer in _tables(self._layer.name, results["OUTPUT_TABLES"]):
            QgsProject.instance().addMapLayer(layer)
        self._show_added()
        told = tr("Rows written: {rows}. Values without correspondence: {values}. Errors: {errors}.").format(
            rows=results["WRITTEN"], values=results["UNMAPPED_VALUES"], errors=results["ERRORS"]
        )
        valid = tr("The result conforms to the standard.") if results["VALID"] else ""
        level = Qgis.MessageLevel.Success if results["VALID"] else Qgis.MessageLevel.Warning
        self.messages.tell(told, valid, level, 0)

    def _here(self) -> QgsVectorLayer | None:
        """The layer, if it is still in the project; else says so."""
        layer = QgsProject.instance().mapLayer(self._layer_id)
        if isinstance(layer, QgsVectorLayer):
            if not layer.isValid():
                self.messages.tell(lost_source(), "", Qgis.MessageLevel.Warning, 0)
            return layer if layer.isValid() else None
        message = tr("The layer “{layer}” is no longer in the project.").format(layer=self._layer.name)
        self.messages.tell(message, tr("Add it again, then open this window from it."), Qgis.MessageLevel.Warning, 0)
        return None


def _made_as(table: Table, but: str) -> list[QgsVectorLayer]:
    """The layers of the project that have every field of a table, as a mapping makes them."""
    wanted = {field.name.casefold() for field in table.fields if field.asked}
    layers = [one for one in QgsProject.instance().mapLayers().values() if isinstance(one, QgsVectorLayer)]
    return [one for one in layers if one.id() != but and wanted <= {name.casefold() for name in one.fields().names()}]


def _tables(name: str, path: str) -> list[QgsVectorLayer]:
    """The tables after the first, where the mapping has several: they are in a file."""
    found = layers_of(Path(path)) if path else []
    return [QgsVectorLayer(f"{path}|layername={one}", f"{name} ({one})", "ogr") for one in found]
