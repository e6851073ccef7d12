"""The provider `dataterritoires`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..paths import resources


class Provider(QgsProcessingProvider):
    """Everything a window does is one of its algorithms."""

    def id(self) -> str:
        """The prefix of the algorithms."""
        return "dataterritoires"

    def name(self) -> str:
        """The name in the toolbox."""
        return "Data Territoires"

    def icon(self) -> QIcon:
        """The icon of the plugin."""
        return QIcon(str(resources() / "icons" / "data_territoires.svg"))

    def loadAlgorithms(self) -> None:
        """Registers the algorithms; imported here, when QGIS asks for them."""
        from .clip import ClipAlgorithm
        from .cliplayers import ClipLayersAlgorithm
        from .cogmigrate import CogMigrateAlgorithm
        from .refresh import RefreshAlgorithm
        from .territory import TerritoryAlgorithm

        for algorithm in (
            TerritoryAlgorithm,
            ClipAlgorithm,
            ClipLayersAlgorithm,
            CogMigrateAlgorithm,
            RefreshAlgorithm,
        ):
            self.addAlgorithm(algorithm())
