"""What is checked, and against what: a layer of the project or the folder of a document, and its standard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsFeedback, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QGridLayout, QLabel, QMenu, QToolButton, QWidget

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..settings import save_setting, setting
from .tasks import FunctionRun
from .words import lost_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.gui import QgisInterface
    from qgis.PyQt.QtGui import QPaintEvent, QShowEvent

    from ..standards.recognise import Guess
    from ..standards.shelf import Summary

_FOLDER = "gui_document_folder"
_GUESSES = 3  # shown before the list of all the standards
_CNIG = re.compile(r"(?P<long>.+) \((?P<short>\w+)\), standard CNIG (?P<version>\S+)")
_EASEMENT = re.compile(r"(?P<long>Servitude .+) (?P<category>\S+), standard CNIG (?P<version>\S+)")
_NARROW = 18  # characters that a list may be narrowed to


class SubjectPanel(QWidget):
    """Recognises the standard of what is chosen, and says why; the user may choose another."""

    changed = pyqtSignal()
    told = pyqtSignal(str, str, object, int)  # message, hint, Qgis.MessageLevel, seconds

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._folder: Path | None = None
        self._guesses: tuple[Guess, ...] = ()
        self._recognising: FunctionRun | None = None
        self._recognised = ""  # the key of what the guesses are about
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(Qgis.LayerFilter.VectorLayer)
        self.layers.setAllowEmptyLayer(True, tr("Choose a layer, or a folder with …"))
        self.layers.setAccessibleName(tr("Layer or document to check"))
        self.layers.setMinimumContentsLength(_NARROW)
        self.layers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.standards = StandardBox()
        self.reason = OneLine()
        self._row(grid, 0, tr("&Layer or folder"), self.layers, self._document_button())
        self._row(grid, 1, tr("&Standard"), self.standards, self._schema_button())
        grid.addWidget(self.reason, 2, 0, 1, 3)
        self.layers.layerChanged.connect(lambda _layer: self._subject_changed())
        self.standards.activated.connect(lambda _index: self._standard_chosen())
        self.standards.lineEdit().editingFinished.connect(self._standard_chosen)
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, the layer in use is proposed; the recognition starts when somebody looks."""
        super().showEvent(event)
        self.standards.fill()
        active = self._iface.activeLayer()
        if not self.key and isinstance(active, QgsVectorLayer):
            self.layers.setLayer(active)
        self._recognise()

    # ------------------------------------------------------------ what the tab asks
    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer chosen; None where it is a document, or nothing."""
        chosen = self.layers.currentLayer()
        return chosen if isinstance(chosen, QgsVectorLayer) else None

    @property
    def folder(self) -> Path | None:
        """The folder or zip chosen."""
        return self._folder if self._folder is not None and self.layers.currentText() == self._folder.name else None

    @property
    def key(self) -> str:
        """What names the choice in the project: the id of a layer, the path of a document; "" for nothing."""
        if self.layer is not None:
            return str(self.layer.id())
        return str(self.folder or "")

    @property
    def name(self) -> str:
        """The name of what is chosen."""
        return str(self.layers.currentText()) if self.key else ""

    def missing(self) -> str:
        """What the user still has to do; "" when nothing."""
        if not self.key:
            return tr("Choose a layer of the project, or the folder of a document.")
        if self.layer is not None and not self.layer.isValid():
            return lost_source()
        if not self.standards.chosen():
            return tr("Choose the standard to check against.")
        return ""

    def parameters(self) -> dict[str, Any]:
        """Those of `dataterritoires:validate`."""
        standard = self.standards.chosen()
        guess = next((one for one in self._guesses if one.standard == standard), None)
        subject = {"INPUT": self.layer.id()} if self.layer is not None else {"FOLDER": str(self.folder)}
        # A document holds several tables: only that of a layer is told.
        table = {"TABLE": guess.table} if guess is not None and self.layer is not None else {}
        return {**subject, **table, "STANDARD": standard}

    def choose_document(self, path: Path) -> None:
        """Takes a folder or a zip."""
        self._folder = path
        self.layers.setAdditionalItems([path.name])
        self.layers.setCurrentIndex(self.layers.findText(path.name))
        self._subject_changed()

    def stop(self) -> None:
        """Nothing of ours may call back afterwards."""
        if self._recognising is not None:
            self._recognising.forget()
            self._recognising = None

    # ------------------------------------------------------------ its parts
    @staticmethod
    def _row(grid: QGridLayout, row: int, text: str, box: QWidget, button: QToolButton) -> None:
        label = QLabel(text)
        label.setBuddy(box)
        grid.addWidget(label, row, 0)
        grid.addWidget(box, row, 1)
        grid.addWidget(button, row, 2)

    def _document_button(self) -> QToolButton:
        button = _dots(tr("Check the folder or the zip of a document"))
        menu = QMenu(button)
        menu.addAction(tr("Folder of a document…")).triggered.connect(self._ask_folder)
        menu.addAction(tr("Zip of a document…")).triggered.connect(self._ask_zip)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _schema_button(self) -> QToolButton:
        button = _dots(tr("Check against a schema of your own (JSON file)"))
        button.clicked.connect(self._ask_schema)
        return button

    def _ask_folder(self) -> None:
        self._take(QFileDialog.getExistingDirectory(self, tr("Folder of the document"), setting(_FOLDER)))

    def _ask_zip(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Zip of the document"), setting(_FOLDER), tr("Zip (*.zip)"))
        self._take(path)

    def _take(self, path: str) -> None:
        if path:
            save_setting(_FOLDER, str(Path(path).parent))
            self.choose_document(Path(path))

    def _ask_schema(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Schema"), setting(_FOLDER), tr("Schema (*.json)"))
        if path:
            self.standards.setEditText(path)
            self._standard_chosen()

    # ------------------------------------------------------------ the standard
    def _subject_changed(self) -> None:
        if self.isVisible():
            self._recognise()
        self.changed.emit()

    def _recognise(self) -> None:
        """Looks for the standard of what is chosen, in a task; the first time reads all the standards (2 s)."""
        if self.key == self._recognised:
            return
        self.stop()
        self._recognised, self._guesses = self.key, ()
        question = self._question()
        if question is None:
            self.standards.set_guesses(())
            self._say()
            return
        self.reason.setText(tr("Recognising the standard…"))
        self.reason.show()
        self._recognising = FunctionRun(tr("Recognising the standard"), question)
        self._recognising.ended.connect(self._found)
        self._recognising.start()

    def _question(self) -> Callable[[], object] | None:
        from ..standards.engine.subject import Subject
        from ..standards.recognise import recognise_folder
        from ..standards.validation import guesses

        layer, folder = self.layer, self.folder
        if folder is not None:
            return lambda: recognise_folder(folder)
        if layer is None:
            return None
        try:
            subject = Subject.of_layer(layer)
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning, 0)
            return None
        return lambda: guesses(subject, QgsFeedback())

    def _found(self, guesses: tuple[Guess, ...] | None) -> None:
        run, self._recognising = self._recognising, None
        self._guesses = guesses or ()
        if run is not None and run.error:
            self.told.emit(run.error, run.hint, Qgis.MessageLevel.Warning, 0)
        self.standards.set_guesses(self._guesses[:_GUESSES])
        self._say()
        self.changed.emit()

    def _standard_chosen(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """Why this standard."""
        chosen = self.standards.chosen()
        guess = next((one for one in self._guesses if one.standard == chosen), None)
        text = ""
        if guess is not None:
            text = tr("Recognised by: {reasons}.").format(reasons=" ; ".join(guess.reasons))
        elif self.key and not self._guesses and not chosen and self._recognising is None:
            text = tr("No standard was recognised: choose it in the list.")
        lacking = self.standards.partial()
        if lacking:
            text = tr("Partial. {what}").format(what=lacking)
        self.reason.setText(text)
        self.reason.setVisible(bool(text))


class StandardBox(QComboBox):
    """All the standards, those recognised first; a path or an address of a schema may be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.completer().setCompletionMode(self.completer().CompletionMode.PopupCompletion)
        self.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMinimumContentsLength(_NARROW)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(tr("Standard"))
        self.lineEdit().setPlaceholderText(tr("Name, path or address of a schema"))
        self.currentTextChanged.connect(self._show_start)
        self._summaries: tuple[Summary, ...] = ()

    def fill(self) -> None:
        """Reads the list of the standards, when it is first seen."""
        if not self._summaries:
            from ..standards.shelf import summaries

            self._summaries = summaries()
            self.set_guesses(())

    def set_guesses(self, guesses: Sequence[Guess]) -> None:
        """Puts those that were recognised before the others; the first is chosen."""
        titles = {one.id: standard_title(one) for one in self._summaries}
        self.blockSignals(True)
        self.clear()
        for at, guess in enumerate(guesses):
            title = titles.get(guess.standard, guess.standard).partition(" – ")[0]
            shown = tr("{title} (recognised)") if at == 0 else tr("{title} (possible)")
            self.addItem(shown.format(title=title), guess.standard)
            self.setItemData(at, " ; ".join(guess.reasons), Qt.ItemDataRole.ToolTipRole)
        if guesses:
            self.insertSeparator(len(guesses))
        for one in self._summaries:
            shown = tr("{title} (partial)") if one.partial else "{title}"
            self.addItem(shown.format(title=titles[one.id]), one.id)
            self.setItemData(self.count() - 1, one.partial or None, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(0 if guesses else -1)
        if not guesses:
            self.clearEditText()
        self.blockSignals(False)
        self._show_start()

    def chosen(self) -> str:
        """The id of the standard chosen, else what was typed: an id, a path, an address."""
        text = self.currentText().strip()
        at = self.findText(text, Qt.MatchFlag.MatchFixedString) if text else -1
        return str(self.itemData(at)) if at >= 0 else text

    def partial(self) -> str:
        """What of the standard chosen the plugin doesn't know; "" where it knows all of it."""
        wanted = self.chosen()
        return next((one.partial for one in self._summaries if one.id == wanted), "")

    def title(self) -> str:
        """The name of the standard chosen."""
        wanted = self.chosen()
        return next((standard_title(one) for one in self._summaries if one.id == wanted), Path(wanted).name)

    def _show_start(self) -> None:
        """A narrow field shows the start of a long title, not its end."""
        self.setToolTip(self.currentText())
        if not self.lineEdit().hasFocus():
            self.lineEdit().setCursorPosition(0)


class OneLine(QLabel):
    """A text that ends in … where the place is too narrow for it; whole in its tooltip."""

    def setText(self, text: str) -> None:
        """Sets the tooltip too."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the dock."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """What there is room for."""
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        self.style().drawItemText(painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), text)
        painter.end()


def standard_title(one: Summary) -> str:
    """A standard in a narrow list, what tells it from the others first: "PLU 2024 – Plan local d’urbanisme"."""
    cnig = _CNIG.fullmatch(one.title)
    if cnig is not None:
        return f"{cnig['short']} {cnig['version']} – {cnig['long']}"
    easement = _EASEMENT.fullmatch(one.title)
    if easement is not None:
        return f"SUP {easement['category']} {easement['version']} – {easement['long']}"
    return one.title if not one.version or one.version in one.title else f"{one.title} {one.version}"


def layer_of(key: str) -> QgsVectorLayer | None:
    """The layer of that id, if the project still has it."""
    layer = QgsProject.instance().mapLayer(key)
    return layer if isinstance(layer, QgsVectorLayer) else None


def _dots(tip: str) -> QToolButton:
    button = QToolButton()
    button.setText("…")
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
