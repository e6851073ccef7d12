"""`dataterritoires:makekit`: a territory's data in a folder, for a room without network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..catalogue import Catalogue, Entry, load_catalogue
from ..catalogue.remote.licences import RESTRICTED
from ..clip.kit import KitRequest, make_kit
from ..errors import CatalogueError, DataTerritoiresError
from ..i18n import number, tr
from ..network import Pool
from ..territory import territories
from ..territory.perimeter import of_territories
from .algorithm import Algorithm, failing, say
from .clip import check_layers, layers_of, told


class MakeKitAlgorithm(Algorithm):
    """A kit from a real territory."""

    ID = "makekit"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Make a kit (to work without network)")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["kit", "formation", "hors ligne", "hors connexion", "clé USB", "sans réseau", "salle"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Fetches the layers of a territory, of the catalogue or found by a search, into a folder that can be copied"
            " to USB keys. On another machine, “Open a kit” gives the same territories and layers, with the same"
            " clicks, without network.\n\n"
            "The folder holds the data, the contours of the territory and its communes, the entries of the catalogue,"
            " a page of the licences, and the checksum of each file. Backgrounds are streams: they are left out. So are"
            " restricted data fetched with your key: a kit is made to be handed on."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        text = QgsProcessingParameterString
        self.addParameter(text("TERRITORY", tr("Territory (kind:code, several separated by commas)")))
        self.addParameter(text("LAYERS", tr("Layers (ids, theme or “recommended”)"), "recommended"))
        self.addParameter(
            QgsProcessingParameterFile("CATALOGUE", tr("Catalogue of your own (YAML)"), extension="yaml", optional=True)
        )
        number = QgsProcessingParameterNumber
        self.addParameter(number("BUFFER", tr("Buffer (metres)"), number.Type.Double, 0.0, minValue=0.0))
        self.addParameter(text("TITLE", tr("Title of the kit"), optional=True))
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder of the kit")))
        for name, label in (
            ("LAYERS_DONE", tr("Layers clipped")),
            ("LAYERS_FAILED", tr("Layers that failed")),
            ("FEATURES", tr("Features written")),
            ("BYTES", tr("Size of the kit (bytes)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses an unknown territory or layer before anything starts."""
        try:
            found = territories(self.parameterAsString(parameters, "TERRITORY", context), ask=False)
            layers = self.parameterAsString(parameters, "LAYERS", context)
            check_layers(layers, self._catalogue(parameters, context), found[0].kind)
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Fetches, and writes the folder."""
        feedback = feedback or QgsProcessingFeedback()
        folder = Path(self.parameterAsString(parameters, "OUTPUT", context)).resolve()
        with failing(feedback):
            catalogue = self._catalogue(parameters, context)
            with Pool(4) as pool:
                perimeter = of_territories(self.parameterAsString(parameters, "TERRITORY", context), pool, feedback)
            layers = self.parameterAsString(parameters, "LAYERS", context)
            entries, missing = layers_of(layers, catalogue, perimeter, feedback)
            given = _to_hand_on(entries, feedback)
            result = make_kit(
                KitRequest(
                    perimeter,
                    given,
                    folder,
                    self.parameterAsString(parameters, "TITLE", context).strip(),
                    self.parameterAsDouble(parameters, "BUFFER", context),
                    dict(catalogue.themes),
                ),
                feedback,
            )
        outputs = told(result.clipped, feedback)
        say(
            feedback,
            tr("Kit “{title}” in {folder}: {size} MB. Copy the whole folder to the keys."),
            title=result.kit.title,
            folder=folder,
            size=number(result.bytes / 1e6, 1),
        )
        counts = {name: outputs[name] for name in ("LAYERS_DONE", "LAYERS_FAILED", "FEATURES")}
        counts["LAYERS_FAILED"] += missing + len(entries) - len(given)
        return {"OUTPUT": str(folder), "BYTES": result.bytes, **counts}

    def _catalogue(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Catalogue:
        extra = self.parameterAsFile(parameters, "CATALOGUE", context)
        return load_catalogue(Path(extra) if extra else None)


def _to_hand_on(entries: tuple[Entry, ...], feedback: QgsProcessingFeedback) -> tuple[Entry, ...]:
    """The entries that may be in a kit: it is copied to other people, restricted data are for one agent alone."""
    kept = tuple(entry for entry in entries if entry.licence.id != RESTRICTED)
    for entry in entries:
        if entry not in kept:
            feedback.pushWarning(
                tr("{title}: restricted data, left out of the kit, which is made to be handed on.").format(
                    title=entry.title
                )
            )
    if not kept:
        raise CatalogueError(
            tr("No layer is left for the kit."), hint=tr("Choose open layers: restricted data can't be handed on.")
        )
    return kept
