"""`dataterritoires:extract`: the extraction service of IGN clips a product on its side."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..errors import DataTerritoiresError, OutputError, SourceError
from ..geopackage import connect, layer_names, scalar, sql
from ..i18n import tr
from ..network import Pool
from ..paths import draft_of
from ..sources.extraction import Extraction, Product, Table, relations_of
from ..sources.outline import outline, transformed
from ..territory import territories
from ..territory.perimeter import of_territories
from .algorithm import Algorithm, failing, say

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext


class ExtractAlgorithm(Algorithm):
    """A product of the Géoplateforme, cut by its server."""

    ID = "extract"
    GROUP = "services"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Extract a product of the Géoplateforme (account)")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["extraction", "Géoplateforme", "IGN", "BD TOPO", "compte", "télécharger", "OGC API Processes"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Asks the extraction service of IGN for the features of a product around a territory, waits for the result"
            " and fetches it as a GeoPackage: for large territories, or products that no WFS gives.\n\n"
            "It needs an account of cartes.gouv.fr, saved in QGIS's authentication manager. An account runs one"
            " extraction at a time. If you stop, the extraction goes on there: run it again to fetch it.\n\n"
            "Written from the documentation of the service: not tried against the service itself."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs."""
        text = QgsProcessingParameterString
        self.addParameter(text("PRODUCT", tr("Product (its name at cartes.gouv.fr, or its id)"), "BD TOPO"))
        self.addParameter(text("TABLES", tr("Tables, separated by commas (all where empty)"), optional=True))
        self.addParameter(text("TERRITORY", tr("Territory (kind:code, several separated by commas)")))
        self.addParameter(QgsProcessingParameterAuthConfig("AUTHCFG", tr("Authentication")))
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("GeoPackage"), "GeoPackage (*.gpkg)"))
        self.addOutput(QgsProcessingOutputNumber("LAYERS", tr("Layers")))
        self.addOutput(QgsProcessingOutputNumber("FEATURES", tr("Features")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses an unknown territory before anything is sent."""
        try:
            territories(self.parameterAsString(parameters, "TERRITORY", context), ask=False)
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Submits, waits, fetches."""
        feedback = feedback or QgsProcessingFeedback()
        output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        authcfg = self.parameterAsString(parameters, "AUTHCFG", context)
        if not authcfg:
            raise QgsProcessingException(tr("The extraction service needs an account: choose its authentication."))
        with failing(feedback), Pool(2) as pool:
            service = Extraction(authcfg, feedback)
            product = service.product(self.parameterAsString(parameters, "PRODUCT", context).strip())
            tables = _chosen(product, self.parameterAsString(parameters, "TABLES", context))
            say(feedback, tr("Product: {name}; tables: {count}."), name=product.name, count=len(tables))
            perimeter = of_territories(self.parameterAsString(parameters, "TERRITORY", context), pool, feedback)
            native = QgsCoordinateReferenceSystem(product.srs or "EPSG:2154")
            simple = transformed(
                outline(perimeter.geometry, perimeter.crs), QgsCoordinateReferenceSystem("EPSG:4326"), native
            )
            srid = int(native.authid().rpartition(":")[2])
            relations = relations_of(tables, simple.asWkt(6 if native.isGeographic() else 2), srid)
            files = service.extracted(product, relations, perimeter.crs.authid())
            features, layers = _copied(files[0], output)
        say(feedback, tr("Extracted: {layers} layers, {features} features."), layers=layers, features=features)
        return {"OUTPUT": str(output), "LAYERS": layers, "FEATURES": features}


def _chosen(product: Product, text: str) -> list[Table]:
    wanted = [name.strip().lower() for name in text.split(",") if name.strip()]
    known = {table.name.lower(): table for table in product.tables}
    missing = [name for name in wanted if name not in known]
    if missing:
        raise SourceError(
            tr("“{product}” has no table {names}.").format(product=product.name, names=", ".join(missing)),
            hint=tr("Its tables: {names}.").format(names=", ".join(sorted(known))),
        )
    return [known[name] for name in wanted] or list(product.tables)


def _copied(file: Path, output: Path) -> tuple[int, int]:
    """Puts the file in place whole, and counts what is in it."""
    draft = draft_of(output)
    try:
        shutil.copyfile(file, draft)
        connection = connect(draft, read_only=True)
        try:
            names = layer_names(connection)
            counts = [int(scalar(connection, sql("SELECT count(*) FROM {name}", name=name)) or 0) for name in names]
        finally:
            connection.close()
        draft.replace(output)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise OutputError(
            tr("“{name}” can't be written.").format(name=output.name),
            detail=str(error),
            hint=tr("Check the folder and your rights; the previous file is intact."),
        ) from error
    return sum(counts), len(names)
