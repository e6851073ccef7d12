"""The head of the dock, always visible: the territory, its card, the buffer, the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication, QgsFeedback, QgsIconUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..paths import resources
from ..settings import offline
from . import memory
from .choice import Choice, Outline, OutlineFinder, Polygons
from .on_map import DrawPolygonTool, PerimeterBand
from .tasks import FunctionRun
from .territory_search import TerritorySearch, recent
from .words import area, code_of, counted, number, where

if TYPE_CHECKING:
    from qgis.core import QgsGeometry
    from qgis.gui import QgisInterface, QgsMapTool

    from ..territory import Territory
    from ..territory.address import Place
    from ..territory.perimeter import Perimeter

_PAUSE = 400  # milliseconds without a change of the buffer before the outline is asked for again
_WIDEST_BUFFER = 100_000.0  # metres


class TerritoryHeader(QWidget):
    """Where the user says what to clip by."""

    chosen = pyqtSignal(object)  # Choice
    told = pyqtSignal(str, str, object)  # message, hint, Qgis.MessageLevel
    offered = pyqtSignal(str, str, str, object)  # message, hint, label of the button, what it does
    around_asked = pyqtSignal()  # a perimeter around an address

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self.choice: Choice | None = None
        self.outline: Outline | None = None
        self.band = PerimeterBand(iface.mapCanvas())
        self._finder = OutlineFinder()
        self._finder.found.connect(self._outline_found)
        self._finder.failed.connect(self._outline_failed)
        self._tool: DrawPolygonTool | None = None
        self._tool_before: QgsMapTool | None = None
        self._reading: FunctionRun | None = None
        self._locating: FunctionRun | None = None
        self._zoom_when_found = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._find_outline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(self._name_row())
        self.card = QLabel()
        self.card.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.card.setWordWrap(True)
        layout.addWidget(self.card)
        layout.addLayout(self._buffer_row())
        self._show_choice()

    # ------------------------------------------------------------ what the dock asks
    def choose(self, territory: Territory) -> None:
        """Chooses a territory; its outline comes a little later."""
        memory.remember_territory(territory.id)
        self._set_choice(Choice(territory.name, territory=territory))

    def choose_named(self, territory_id: str) -> None:
        """Chooses a territory by its id; says why where it is no more."""
        from ..territory import territory

        try:
            self._choose_written(territory_id, territory(territory_id, ask=False))
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning)

    def choose_polygons(self, polygons: Polygons) -> None:
        """Chooses polygons, read and checked in a task."""
        if self._reading is not None:
            self._reading.forget()
        run = FunctionRun(tr("Reading the perimeter"), polygons.perimeter)
        run.ended.connect(lambda perimeter: self._polygons_read(run, polygons, perimeter))
        self._reading = run
        run.start()

    def buffer(self) -> float:
        """Metres."""
        return float(self.buffer_box.value())

    def zoom(self) -> None:
        """Brings the map to the perimeter, as soon as it is known."""
        if not self.band.zoom():
            self._zoom_when_found = True
            self._find_outline()

    def stop(self) -> None:
        """Takes off the canvas what was put on it, and stops what is running."""
        self.choice = None
        self._pause.stop()
        self.search.stop()
        self._finder.stop()
        for work in (self._reading, self._locating):
            if work is not None:
                work.forget()
        self._drawing_ended()
        self.band.remove()

    # ------------------------------------------------------------ its parts
    def _name_row(self) -> QHBoxLayout:
        self.name = QToolButton()
        self.name.setAutoRaise(True)
        self.name.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name.setIcon(QIcon(str(resources() / "icons" / "data_territoires.svg")))
        self.name.setToolTip(tr("Choose another territory"))
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.name.clicked.connect(self.search_again)
        self.code = QLabel()
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.code)
        self.search = TerritorySearch()
        self.search.chosen.connect(self.choose)
        self.search.given_up.connect(self._show_choice)
        self.search.nothing_found.connect(self._nothing_found)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stack.addWidget(shown)
        self._stack.addWidget(self.search)
        self.ways = QToolButton()
        self.ways.setAutoRaise(True)
        self.ways.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.ways.setIcon(QgsApplication.getThemeIcon("mActionAddPolygon.svg"))
        self.ways.setToolTip(tr("Recent territories, or a perimeter of your own: from a layer, or drawn"))
        self.ways.setAccessibleName(tr("Other ways to choose the perimeter"))
        self.ways.setMenu(QMenu(self.ways))
        self.ways.menu().aboutToShow.connect(self._fill_ways)
        whole = QHBoxLayout()
        whole.setSpacing(2)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.ways)
        return whole

    def _buffer_row(self) -> QHBoxLayout:
        label = QLabel(tr("&Buffer"))
        self.buffer_box = QDoubleSpinBox()
        self.buffer_box.setDecimals(0)
        self.buffer_box.setRange(-_WIDEST_BUFFER, _WIDEST_BUFFER)
        self.buffer_box.setSingleStep(100)
        self.buffer_box.setSuffix(" m")
        self.buffer_box.setAccessibleName(tr("Buffer around the territory, in metres"))
        self.buffer_box.setToolTip(tr("Widens the perimeter by so many metres (narrows it when negative)"))
        self.buffer_box.valueChanged.connect(lambda _value: self._pause.start())
        label.setBuddy(self.buffer_box)
        label.setContentsMargins(0, 0, 4, 0)  # some fonts draw wider than they say: a letter was cut
        self.zoom_button = QToolButton()
        self.zoom_button.setAutoRaise(True)
        self.zoom_button.setIcon(QgsApplication.getThemeIcon("mActionZoomToLayer.svg"))
        self.zoom_button.setText(tr("Zoom"))
        self.zoom_button.setToolTip(tr("Zoom to the perimeter"))
        self.zoom_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.zoom_button.clicked.connect(self.zoom)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.buffer_box)
        row.addStretch(1)
        row.addWidget(self.zoom_button)
        return row

    def _fill_ways(self) -> None:
        menu, icon = self.ways.menu(), QgsApplication.getThemeIcon
        menu.clear()
        menu.addAction(icon("search.svg"), tr("Search for a territory…")).triggered.connect(self.search_again)
        lately = recent()
        if lately:
            menu.addSection(tr("Recent territories"))
        for territory in lately:
            menu.addAction(f"{territory.name} · {code_of(territory)}").triggered.connect(
                lambda _checked=False, one=territory: self.choose(one)
            )
        menu.addSection(tr("Perimeter of your own"))
        active = self._iface.activeLayer()
        selected = active if isinstance(active, QgsVectorLayer) and _has_polygons(active) else None
        count = selected.selectedFeatureCount() if selected is not None else 0
        label = (
            counted(count, tr("From the {count} selected feature"), tr("From the {count} selected features"))
            if count
            else tr("From the selected features")
        )
        action = menu.addAction(icon("mActionInvertSelection.svg"), label)
        action.setEnabled(count > 0)
        action.triggered.connect(lambda: self._choose_selection(selected))
        layers = [layer for layer in QgsProject.instance().mapLayers().values() if _has_polygons(layer)]
        below = menu.addMenu(QgsIconUtils.iconPolygon(), tr("From a layer"))
        below.setEnabled(bool(layers))
        for layer in sorted(layers, key=lambda each: each.name().casefold()):
            below.addAction(layer.name().replace("&", "&&")).triggered.connect(
                lambda _checked=False, one=layer: self.choose_polygons(Polygons.of_layer(one, selected=False))
            )
        menu.addAction(icon("mActionAddPolygon.svg"), tr("Draw on the map")).triggered.connect(self.draw)
        around = menu.addAction(icon("mActionMeasureArea.svg"), tr("Around an address (minutes or metres)…"))
        around.triggered.connect(self.around_asked)

    # ------------------------------------------------------------ choosing
    def _nothing_found(self, text: str) -> None:
        """What was typed is a territory written in full, or one that is no more: the error then names its heirs."""
        from ..territory import territory

        try:
            self._choose_written(text, territory(text, ask=False))
        except DataTerritoiresError as error:
            self.told.emit(error.message, error.hint, Qgis.MessageLevel.Warning)
            if _like_an_address(text) and not offline():
                self._look_for_address(text)

    def _choose_written(self, text: str, territory: Territory) -> None:
        """Chooses a territory; one without a code is the name of a zoning, that its service is asked for in a task."""
        if territory.code:
            self.choose(territory)
            return
        if self._locating is not None:
            self._locating.forget()
        from ..territory import territory as of_name

        run = FunctionRun(tr("Looking for the territory"), lambda: of_name(text))
        run.ended.connect(lambda found: self._named(run, found))
        self._locating = run
        run.start()

    def _named(self, run: FunctionRun, found: Territory | None) -> None:
        self._locating = None
        if found is not None:
            self.choose(found)
        else:
            self.told.emit(run.error, run.hint, Qgis.MessageLevel.Warning)

    def _look_for_address(self, text: str) -> None:
        """What is no territory may be an address: its commune is offered."""
        if self._locating is not None:
            self._locating.forget()
        run = FunctionRun(tr("Looking for the address"), lambda: _place(text))
        run.ended.connect(self._address_found)
        self._locating = run
        run.start()

    def _address_found(self, place: Place | None) -> None:
        self._locating = None
        if place is not None:
            message = tr("{address} is in {commune}.").format(address=place.label, commune=where(place.territory))
            label = tr("Choose {name}").format(name=place.territory.name)
            self.offered.emit(message, "", label, lambda: self.choose(place.territory))

    def _choose_selection(self, layer: QgsVectorLayer | None) -> None:
        if layer is not None:
            self.choose_polygons(Polygons.of_layer(layer, selected=True))

    def search_again(self) -> None:
        """Shows the field in the place of the name."""
        self._stack.setCurrentWidget(self.search)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def draw(self) -> None:
        """Takes the tool that draws a polygon on the map."""
        canvas = self._iface.mapCanvas()
        self._drawing_ended()
        self._tool_before = canvas.mapTool()
        self._tool = DrawPolygonTool(canvas)
        self._tool.drawn.connect(self._drawn)
        self._tool.ended.connect(self._drawing_ended)
        canvas.setMapTool(self._tool)
        canvas.setFocus()
        self.told.emit(
            tr("Draw the perimeter on the map."),
            tr("A click adds a corner, a right click ends, Esc cancels."),
            Qgis.MessageLevel.Info,
        )

    def _drawn(self, geometry: QgsGeometry) -> None:
        crs = self._iface.mapCanvas().mapSettings().destinationCrs()
        self.choose_polygons(Polygons(tr("Drawn perimeter"), crs, (geometry,)))

    def _drawing_ended(self) -> None:
        if self._tool is None:
            return
        tool, self._tool = self._tool, None
        canvas = self._iface.mapCanvas()
        if canvas.mapTool() == tool:
            canvas.unsetMapTool(tool)
            if self._tool_before is not None:
                canvas.setMapTool(self._tool_before)
        tool.remove()
        tool.deleteLater()

    def _polygons_read(self, run: FunctionRun, polygons: Polygons, perimeter: Perimeter | None) -> None:
        self._reading = None
        if perimeter is None:
            self.told.emit(run.error, run.hint, Qgis.MessageLevel.Warning)
            return
        self._set_choice(Choice(polygons.name, perimeter=perimeter))

    def _set_choice(self, choice: Choice) -> None:
        self.choice, self.outline = choice, None
        self.band.clear()
        self._zoom_when_found = True
        self._show_choice()
        self._find_outline()
        self.chosen.emit(choice)

    # ------------------------------------------------------------ the outline
    def _find_outline(self) -> None:
        self._pause.stop()
        if self.choice is not None:
            self._finder.find(self.choice, self.buffer())

    def _outline_found(self, outline: Outline) -> None:
        self.outline = outline
        self.band.show(outline)
        self._show_card()
        if self._zoom_when_found:
            self._zoom_when_found = False
            self.band.zoom()

    def _outline_failed(self, message: str, hint: str) -> None:
        self.outline = None
        self.band.clear()
        self._zoom_when_found = False
        self._show_card(known=False)
        self.told.emit(message, hint, Qgis.MessageLevel.Warning)

    # ------------------------------------------------------------ what is shown
    def _show_choice(self) -> None:
        self.zoom_button.setEnabled(self.choice is not None)
        self.buffer_box.setEnabled(self.choice is not None)
        if self.choice is None:
            self._stack.setCurrentWidget(self.search)
        else:
            self._stack.setCurrentIndex(0)
            self.name.setText(self.choice.name)
            self.name.setAccessibleName(tr("Territory: {name}").format(name=self.choice.name))
            self.code.setText(code_of(self.choice.territory) if self.choice.territory else tr("own perimeter"))
        self._show_card()

    def _show_card(self, *, known: bool = True) -> None:
        self.card.setEnabled(self.choice is not None)
        if self.choice is None:
            self.card.setText(tr("A commune, an EPCI, a département, a région, or a perimeter of your own."))
            return
        surface = (
            tr("outline not available")
            if not known
            else tr("outline…")
            if self.outline is None
            else area(self.outline.area)
        )
        self.card.setText(" · ".join([*_facts(self.choice.territory), surface, *_edition(self.choice.territory)]))

    def sizeHint(self) -> QSize:
        """A long name must not widen the dock."""
        return QSize(360, super().sizeHint().height())


def _facts(territory: Territory | None) -> list[str]:
    if territory is None:
        return []
    communes, people = len(territory.communes), territory.population
    found = [counted(communes, tr("{count} commune"), tr("{count} communes"))] if communes > 1 else []
    return [*found, tr("{count} inhab.").format(count=number(people))] if people is not None else found


def _edition(territory: Territory | None) -> list[str]:
    if territory is None:
        return []
    edition = tr("COG {year}").format(year=territory.edition)
    return [edition, tr("training kit")] if territory.training else [edition]


def _like_an_address(text: str) -> bool:
    """Several words: "12 rue de la Monnaie, Rennes"."""
    return " " in text.strip() and ":" not in text


def _place(text: str) -> Place | None:
    from ..territory.address import places

    return next(iter(places(text, QgsFeedback(), limit=1)), None)


def _has_polygons(layer: object) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == Qgis.GeometryType.Polygon
