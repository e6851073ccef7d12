"""What else a check may be compared with: the parcels of the cadastre, the Base Adresse Nationale. Off by default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtGui import QActionGroup
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from ..i18n import tr
from ..settings import save_setting, setting
from .conformity_subject import layer_of
from .tool_button import tool_button

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QAction

_SCOPE, _PARCELS = "data_territoires", "parcels"  # in the project: the id of the layer
_ASK_BAN = "gui_ask_ban"  # in the settings


class CheckOptions:
    """One button, whose menu is made anew each time it opens: the layers are those of the project of now."""

    def __init__(self) -> None:
        self.button: QToolButton = tool_button(tr("W&ith"), "")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setAccessibleName(tr("What else to compare with"))
        self.menu = QMenu(self.button)
        self.menu.setToolTipsVisible(True)
        self.button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill)
        self.say()

    # ------------------------------------------------------------ what is chosen
    @property
    def parcels(self) -> QgsVectorLayer | None:
        """The parcels that a zoning is compared with; None: none, or no longer in the project."""
        return layer_of(QgsProject.instance().readEntry(_SCOPE, _PARCELS, "")[0])

    @property
    def asks_ban(self) -> bool:
        """Whether the Base Adresse Nationale is asked for the identifiers of communes."""
        return setting(_ASK_BAN, "0") == "1"

    def parameters(self) -> dict[str, Any]:
        """Those of `dataterritoires:validate`; the edition of the parcels is the name of their layer."""
        parcels = {"PARCELS": self.parcels.id()} if self.parcels is not None else {}
        return parcels | ({"ASK_BAN": True} if self.asks_ban else {})

    def words(self) -> list[str]:
        """What is chosen, a sentence each."""
        said = [tr("With the parcels: {name}.").format(name=self.parcels.name())] if self.parcels is not None else []
        return said + ([tr("The Base Adresse Nationale is asked (BAL).")] if self.asks_ban else [])

    def take_parcels(self, layer: str) -> None:
        """Keeps the layer of that id ("": none) in the project, which then has something to save."""
        QgsProject.instance().writeEntry(_SCOPE, _PARCELS, layer)
        self.say()

    def ask_ban(self, asked: bool) -> None:
        """Keeps the choice for the next times."""
        save_setting(_ASK_BAN, "1" if asked else "0")
        self.say()

    def say(self) -> None:
        """The button tells what is chosen."""
        nothing = [tr("Also compare with the parcels of the cadastre, or with the Base Adresse Nationale")]
        self.button.setToolTip("\n".join(self.words() or nothing))

    # ------------------------------------------------------------ the menu
    def fill(self) -> None:
        """The menu, as the project is now."""
        self.menu.clear()
        parcels = self.menu.addMenu(tr("Parcels of the cadastre (zoning)"))
        group, chosen = QActionGroup(parcels), self.parcels
        layers = [one for one in QgsProject.instance().mapLayers().values() if _has_polygons(one)]
        for key, name in [
            ("", tr("no parcels")),
            *sorted(((one.id(), one.name()) for one in layers), key=lambda one: one[1]),
        ]:
            action = parcels.addAction(name.replace("&", "&&"))
            _checkable(action, key == (chosen.id() if chosen is not None else ""))
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, one=key: self.take_parcels(one))
        ban = self.menu.addAction(tr("Base Adresse Nationale: identifiers of communes (BAL)"))
        ban.setToolTip(tr("Sends the INSEE codes of the communes of the layer, and nothing else"))
        _checkable(ban, self.asks_ban)
        ban.toggled.connect(self.ask_ban)


def _checkable(action: QAction, checked: bool) -> None:
    action.setCheckable(True)
    action.setChecked(checked)


def _has_polygons(layer: Any) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == Qgis.GeometryType.Polygon
