"""First page of the assistant: what is published. Layer, key, columns, personal data, rights, verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsFeedback, QgsProject, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..metadata.layer import reserved
from .publication_personal import PersonalBox
from .tasks import FunctionRun
from .words import counted, lost_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.gui import QgisInterface

    from ..publish.look import Look
    from .publication_memory import Publication

    Verdict = Callable[[str], tuple[str, str, int] | None]
    # layer id → standard, its JSON ("": the layer was edited since), number of errors

_NARROW = 18  # characters that a list may be narrowed to
_LIST = 130  # pixels: five columns, the others by scrolling


class WhatPage(QScrollArea):
    """Looks at the layer chosen, in a task, and proposes; the user decides."""

    changed = pyqtSignal()
    told = pyqtSignal(str, str, object, int)  # message, hint, Qgis.MessageLevel, seconds

    def __init__(self, iface: QgisInterface, verdict: Verdict) -> None:
        super().__init__()
        self._iface, self._verdict = iface, verdict
        self._looking: FunctionRun | None = None
        self._stopped = QgsFeedback()
        self._looked_at = ""  # id of the layer
        self._wanted: Publication | None = None  # what is remembered, applied once the layer was looked at
        self._refused = False  # the platform has a standard of its own, which the layer does not follow
        self.look: Look | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(self._choices())
        self.facts, self.verdict = _text(), _text()
        self.knowingly = _check(tr("Publish it though it does not conform"))
        self.right = _text()
        self.allowed = _check(tr("Its producer allows it: publish all the same"))
        self.personal = PersonalBox()
        self.columns_box = QgsCollapsibleGroupBox()
        self.columns = QListWidget()
        self.columns.setAccessibleName(tr("Columns to publish"))
        self.columns.setMinimumHeight(_LIST)
        QVBoxLayout(self.columns_box).addWidget(self.columns)
        self.columns_box.setCollapsed(True)
        for widget in (self.facts, self.verdict, self.knowingly, self.right, self.allowed, self.personal):
            column.addWidget(widget)
        column.addWidget(self.columns_box)
        column.addStretch(1)
        self.setWidget(inside)
        self._connect()
        self._show()

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(Qgis.LayerFilter.VectorLayer)
        self.layers.setAllowEmptyLayer(True, tr("Choose a layer of the project"))
        self.layers.setAccessibleName(tr("Layer to publish"))
        self.keys = QComboBox()
        self.keys.setAccessibleName(tr("Field that identifies a feature"))
        self.keys.setToolTip(tr("It follows a feature from one publication to the next: filled, unique, and for good."))
        for row, (label, box) in enumerate(((tr("La&yer"), self.layers), (tr("Identi&fier"), self.keys))):
            box.setMinimumContentsLength(_NARROW)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            name = QLabel(label)
            name.setBuddy(box)
            grid.addWidget(name, row, 0)
            grid.addWidget(box, row, 1)
        self.key_reason = _text()
        grid.addWidget(self.key_reason, 2, 1)
        return grid

    def _connect(self) -> None:
        self.layers.layerChanged.connect(lambda _layer: self._layer_changed())
        self.keys.currentIndexChanged.connect(lambda _index: self._chosen())
        self.columns.itemChanged.connect(lambda _item: self._chosen())
        self.personal.changed.connect(self._chosen)
        for box in (self.knowingly, self.allowed):
            box.toggled.connect(lambda _on: self._chosen())

    # ------------------------------------------------------------ what the tab asks
    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer chosen."""
        chosen = self.layers.currentLayer()
        return chosen if isinstance(chosen, QgsVectorLayer) else None

    @property
    def key(self) -> str:
        """The field chosen."""
        return str(self.keys.currentData() or "")

    def fields(self) -> tuple[str, ...]:
        """The columns ticked, the key among them."""
        return tuple(
            item.text()
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked or item.text() == self.key
        )

    def _items(self) -> list[QListWidgetItem]:
        held = (self.columns.item(at) for at in range(self.columns.count()))
        return [item for item in held if item is not None]

    def missing(self) -> str:
        """What the user still has to do; "" when nothing."""
        if self.layer is None or not self.layer.isValid():
            return lost_source() if self.layer is not None else tr("Choose the layer to publish.")
        if self._looking is not None:
            return tr("Looking at the layer…")
        if not self.key:
            return tr("No field identifies the features for good: fill one with unique values, then choose it.")
        if reserved(self.layer) and not self.allowed.isChecked():
            return tr("These data are reserved: publish them only if their producer allows it.")
        found = self._verdict(self.layer.id())
        if found is not None and found[1] and found[2] and not self.knowingly.isChecked():
            return tr("The layer does not conform to its standard: correct it, or tick that you publish it knowingly.")
        return ""

    def parameters(self) -> dict[str, object]:
        """Those of `dataterritoires:publish` that this page decides."""
        layer = self.layer
        if layer is None:
            return {}
        found = self._verdict(layer.id())
        verdict = {"VERDICT": found[1]} if found is not None and found[1] else {}
        return {
            "INPUT": layer.id(),
            "KEY": self.key,
            "FIELDS": list(self.fields()),
            "PERSONAL": self.personal.choice(),
            "RESERVED": self.allowed.isChecked(),
            "NON_CONFORMING": self.knowingly.isChecked(),
            **verdict,
        }

    def choose(self, layer: QgsVectorLayer, wanted: Publication | None) -> None:
        """Takes a layer, and what is remembered of it."""
        self._wanted = wanted
        if self._looking is not None and self._looked_at == layer.id() and self.layer is layer:
            return  # being looked at already
        self._looked_at = ""
        if self.layer is layer:
            self._layer_changed()
        else:
            self.layers.setLayer(layer)

    def propose_active(self) -> None:
        """The layer in use, where none was chosen."""
        active = self._iface.activeLayer()
        if self.layer is None and isinstance(active, QgsVectorLayer):
            self.layers.setLayer(active)
        self._show()

    def offer_knowingly(self) -> None:
        """The platform has its own standard, and would refuse: the user may publish all the same."""
        self._refused = True
        self._show()

    def stop(self) -> None:
        """Nothing of ours may call back afterwards."""
        if self._looking is not None:
            self._stopped.cancel()
            self._looking.forget()
            self._looking.wait()
            self._looking = None

    # ------------------------------------------------------------ the look
    def _layer_changed(self) -> None:
        layer = self.layer
        if layer is not None and layer.id() == self._looked_at:
            return
        if self._looking is not None:
            self._stopped.cancel()
            self._looking.forget()
            self._looking = None
        self.look, self._looked_at, self._refused = None, layer.id() if layer is not None else "", False
        for box in (self.knowingly, self.allowed):
            box.setChecked(False)
        self._fill()
        if layer is not None:
            from ..publish.look import look

            source = QgsVectorLayerFeatureSource(layer)
            self._stopped = stopped = QgsFeedback()
            self._looking = FunctionRun(tr("Looking at the layer"), lambda: look(source, stopped))
            self._looking.ended.connect(self._looked)
            self._looking.start()
        self._show()
        self.changed.emit()

    def _looked(self, found: Look | None) -> None:
        run, self._looking = self._looking, None
        if found is None and run is not None and run.error:
            self.told.emit(tr("The layer can't be read: {reason}").format(reason=run.error), "", _WARNING, 0)
        self.look = found
        self._fill()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._apply(wanted)
        self._show()
        self.changed.emit()

    def _fill(self) -> None:
        """The keys, the columns and the personal data of what was looked at."""
        from ..publish.content import usual_fields

        layer, look = self.layer, self.look
        self.keys.blockSignals(True)
        self.keys.clear()
        for one in look.keys if look is not None else ():
            self.keys.addItem(one.field, one.field)
        self.keys.blockSignals(False)
        self.columns.blockSignals(True)
        self.columns.clear()
        usual = usual_fields(layer, self.key) if layer is not None else ()
        for field in layer.fields().names() if layer is not None else ():
            item = QListWidgetItem(field)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if field in usual else Qt.CheckState.Unchecked)
            self.columns.addItem(item)
        self.columns.blockSignals(False)
        self.personal.show_found(look.personal if look is not None else ())

    def _apply(self, wanted: Publication) -> None:
        at = self.keys.findData(wanted.key)
        if at >= 0:
            self.keys.setCurrentIndex(at)
        if wanted.fields:
            for item in self._items():
                item.setCheckState(Qt.CheckState.Checked if item.text() in wanted.fields else Qt.CheckState.Unchecked)
        self.personal.choose(wanted.personal)
        self.allowed.setChecked(wanted.reserved)

    def _chosen(self) -> None:
        self._show()
        self.changed.emit()

    # ------------------------------------------------------------ words
    def _show(self) -> None:
        layer, look = self.layer, self.look
        spoken = layer is not None and look is not None
        _say(self.facts, self._facts(layer, look) if layer is not None and look is not None else "")
        _say(self.key_reason, self._reason() if spoken else "")
        why = reserved(layer) if layer is not None else ""
        _say(self.right, tr("Reserved: {reason}").format(reason=why) if why else "")
        self.allowed.setVisible(bool(why))
        found = self._verdict(layer.id()) if layer is not None else None
        _say(self.verdict, self._verdict_words(found) if spoken else "")
        self.knowingly.setVisible(self._refused or (found is not None and bool(found[1]) and found[2] > 0))
        self.personal.setVisible(spoken and bool(self.personal.rows))
        self.columns_box.setVisible(spoken)
        title = tr("Columns: {ticked} of {all}").format(ticked=len(self.fields()), all=self.columns.count())
        self.columns_box.setTitle(title)

    @staticmethod
    def _facts(layer: QgsVectorLayer, look: Look) -> str:
        count = counted(look.count, tr("{count} feature"), tr("{count} features"))
        crs = f"{layer.crs().description()} ({layer.crs().authid()})" if layer.isSpatial() else tr("no geometry")
        licences = layer.metadata().licenses()
        licence = ", ".join(licences) if licences else tr("no licence in its metadata")
        return f"{count} · {crs} · {licence}"

    def _reason(self) -> str:
        chosen = next((one for one in self.look.keys if one.field == self.key), None) if self.look else None
        if chosen is None:
            return tr("No field is filled and unique.")
        if chosen.lasting:
            return tr("Filled, and unique.")
        return tr("Filled and unique, but numbered by the file: another export may number otherwise.")

    @staticmethod
    def _verdict_words(found: tuple[str, str, int] | None) -> str:
        if found is None:
            return tr("Not checked against a standard: see the tab “Conformity”.")
        if not found[1]:
            text = tr("{standard}: the layer was edited or read again since it was checked. Check it again.")
            return text.format(standard=found[0])
        if not found[2]:
            return tr("Conforms to {standard}.").format(standard=found[0])
        errors = counted(found[2], tr("{count} error"), tr("{count} errors"))
        return tr("{standard}: {errors}. It will be said in the record.").format(standard=found[0], errors=errors)


def layer_of_source(source: str) -> QgsVectorLayer | None:
    """The layer of the project that shows this source."""
    layers = QgsProject.instance().mapLayers().values()
    return next((one for one in layers if isinstance(one, QgsVectorLayer) and one.source() == source), None)


def _text() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _check(text: str) -> QCheckBox:
    box = QCheckBox(text)
    box.hide()
    return box


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


_WARNING = Qgis.MessageLevel.Warning
