"""Territories and layers of the catalogue in the locator bar of QGIS (Ctrl+K): `dt rennes`, `dt bâtiments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from ..errors import DataTerritoiresError
from ..i18n import tr
from ..paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsFeedback, QgsLocatorContext

PREFIX = "dt"
_TERRITORY, _LAYER = "territory", "layer"
_MOST = 8  # of each kind
_SHORTEST = 2  # letters


class Locator(QgsLocatorFilter):
    """`take(kind, id)` is called on the main thread with what was chosen: a territory's id, or a layer's."""

    def __init__(self, take: Callable[[str, str], None]) -> None:
        super().__init__()
        self._take = take

    def clone(self) -> Locator:
        """The copy that searches in a thread of its own."""
        return Locator(self._take)

    def name(self) -> str:
        """The id of the filter."""
        return "data_territoires"

    def displayName(self) -> str:
        """Its name in the list of filters."""
        return tr("Data Territoires: territories and layers")

    def prefix(self) -> str:
        """What is typed before the words."""
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        """After the project's own layers."""
        return QgsLocatorFilter.Priority.Medium

    def fetchResults(self, string: str | None, context: QgsLocatorContext, feedback: QgsFeedback | None) -> None:
        """Searches in the COG and in the catalogue: without network."""
        text = (string or "").strip()
        if len(text) < _SHORTEST:
            return
        try:
            found = [*_territories(text), *_layers(text)]
        except DataTerritoiresError as error:
            self.logMessage(str(error))
            return
        icon = QIcon(str(resources() / "icons" / "data_territoires.svg"))
        for rank, (kind, id_, title, detail) in enumerate(found):
            if feedback is not None and feedback.isCanceled():
                return
            result = QgsLocatorResult(self, title, f"{kind}:{id_}")
            result.description = detail
            result.icon = icon
            result.score = 1.0 - rank / (len(found) + 1)
            result.group = tr("Territories") if kind == _TERRITORY else tr("Layers of the catalogue")
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """The territory becomes that of the dock; the layer is ticked."""
        kind, _, id_ = str(_data_of(result)).partition(":")
        self._take(kind, id_)


def _data_of(result: QgsLocatorResult) -> object:
    """What was put in a result: a method since QGIS 3.36, an attribute before."""
    return result.userData() if callable(result.userData) else result.userData


def _territories(text: str) -> list[tuple[str, str, str, str]]:
    from ..territory import search
    from .words import where

    return [(_TERRITORY, each.id, each.name, where(each)) for each in search(text, _MOST)]


def _layers(text: str) -> list[tuple[str, str, str, str]]:
    """The layers that hold all the words: `Catalogue.search` would give those that hold some."""
    from ..catalogue.words import words
    from .own_catalogue import with_own

    wanted = words(text)
    found = []
    for entry in with_own().search(text):
        said = words(f"{entry.title} {' '.join(entry.keywords)} {entry.id.replace('_', ' ')} {entry.product}")
        if all(any(held.startswith(word) for held in said) for word in wanted):
            found.append((_LAYER, entry.id, entry.title, entry.product or entry.producer))
    return found[:_MOST]
