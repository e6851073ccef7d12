"""`dataterritoires:openkit`: the folder of a kit stands for the services, on its land."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..catalogue.kits import close_kit, open_kit
from ..i18n import tr
from ..territory import EDITION
from .algorithm import Algorithm, about, failing, say


class OpenKitAlgorithm(Algorithm):
    """A kit opened, or closed."""

    ID = "openkit"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Open a kit")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["kit", "formation", "hors ligne", "hors connexion", "clé USB", "sans réseau", "fermer"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Checks the folder of a kit, file by file, and opens it: for the territories inside it, the layers come"
            " from the kit instead of the services. Everywhere else the services are asked as before.\n\n"
            "Without a folder: closes the kit that is open. A kit that was opened once serves again whenever the plugin"
            " is offline."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        folder = QgsProcessingParameterFile.Behavior.Folder
        self.addParameter(
            QgsProcessingParameterFile("INPUT", tr("Folder of the kit (empty: close it)"), folder, optional=True)
        )
        for name, label in (
            ("TITLE", tr("Title of the kit")),
            ("TERRITORY", tr("Territory")),
            ("MADE", tr("Made on")),
        ):
            self.addOutput(QgsProcessingOutputString(name, label))
        self.addOutput(QgsProcessingOutputNumber("LAYERS", tr("Number of layers")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Opens or closes, and says what there is."""
        feedback = feedback or QgsProcessingFeedback()
        named = self.parameterAsFile(parameters, "INPUT", context)
        with failing(feedback):
            if not named:
                close_kit()
                say(feedback, tr("No kit is open: the services are asked."))
                return {"TITLE": "", "TERRITORY": "", "MADE": "", "LAYERS": 0}
            kit = open_kit(Path(named))
        if kit.edition != EDITION:
            feedback.pushWarning(
                tr(
                    "This kit is of the COG {year}, the extension of the COG {ours}: merged communes may be missing."
                ).format(year=kit.edition, ours=EDITION)
            )
        say(
            feedback,
            tr("Kit “{title}”, made on {date}: {territory}, layers: {count}."),
            title=kit.title,
            date=kit.made,
            territory=kit.territory,
            count=len(kit.layers),
        )
        for layer in kit.layers:
            feedback.pushInfo(about(layer.id, layer.edition or layer.fetched))
        return {"TITLE": kit.title, "TERRITORY": kit.territory, "MADE": kit.made, "LAYERS": len(kit.layers)}
