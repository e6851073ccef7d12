"""`dataterritoires:clipmany`: a lot of territories, in one of the forms of `clip.forms`, the sources read once."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..catalogue import load_catalogue
from ..clip.forms import FORMS, Form, form_of
from ..clip.many import ManyRequest, Place, clip_many, write_report
from ..errors import DataTerritoiresError, TerritoryError
from ..i18n import number, tr
from ..network import Pool
from ..territory import members, territories
from ..territory.lots import perimeters_of
from ..territory.perimeter import of_polygons, projected
from .algorithm import Algorithm, about, failing, reported, say
from .clip import cut_mode, cut_parameter

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

    from ..territory.perimeter import Perimeter


class ClipManyAlgorithm(Algorithm):
    """Every commune of a région, in one go."""

    ID = "clipmany"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Clip reference layers to many territories")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["lot", "découper", "communes", "série", "masse", "plusieurs territoires", "batch"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Many territories, each source read once for all of them: far faster than as many clips.\n\n"
            "TERRITORIES: several codes separated by commas, or one territory with “Each commune of them”"
            " (departement:35 → its communes). Or polygons, named by a field.\n"
            "What is already in the folder may be left alone: an interrupted lot then goes on where it stopped; not"
            " with the form “one”, which is made anew.\n"
            "FORM: gpkg (one per territory), one (a single GeoPackage, with the column dt_territoire), fgb or parquet"
            " (a folder per territory), postgis (a schema per territory, in the database of CONNECTION)."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        text, polygon = QgsProcessingParameterString, Qgis.ProcessingSourceType.VectorPolygon
        self.addParameter(text("TERRITORIES", tr("Territories (kind:code, separated by commas)"), optional=True))
        self.addParameter(QgsProcessingParameterBoolean("COMMUNES", tr("Each commune of them"), False))
        self.addParameter(
            QgsProcessingParameterFeatureSource("PERIMETERS", tr("or perimeters (polygons)"), [polygon], optional=True)
        )
        self.addParameter(
            QgsProcessingParameterField(
                "FIELD", tr("Field that names a perimeter"), parentLayerParameterName="PERIMETERS", optional=True
            )
        )
        self.addParameter(text("LAYERS", tr("Layers (ids, theme or “recommended”)"), "recommended"))
        self.addParameter(
            QgsProcessingParameterFile("CATALOGUE", tr("Catalogue of your own (YAML)"), extension="yaml", optional=True)
        )
        self.addParameter(cut_parameter())
        self.addParameter(QgsProcessingParameterCrs("CRS", tr("CRS (that of the law where empty)"), optional=True))
        self.addParameter(
            QgsProcessingParameterBoolean("SKIP_EXISTING", tr("Leave alone what is already there"), False)
        )
        self.addParameter(
            QgsProcessingParameterEnum("FORM", tr("Delivered as"), FORMS, False, "gpkg", usesStaticStrings=True)
        )
        self.addParameter(text("CONNECTION", tr("PostgreSQL connection (form “postgis”)"), optional=True))
        self.addParameter(
            QgsProcessingParameterAuthConfig("AUTHCFG", tr("Authentication of the database"), optional=True)
        )
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT_FOLDER", tr("Folder")))
        self.addOutput(QgsProcessingOutputFile("REPORT", tr("Report")))
        for name, label in (
            ("TERRITORIES_DONE", tr("Territories done")),
            ("TERRITORIES_FAILED", tr("Territories in failure")),
            ("FEATURES", tr("Features")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses an unknown territory or layer before anything starts."""
        text = self.parameterAsString(parameters, "TERRITORIES", context).strip()
        try:
            if bool(text) == (parameters.get("PERIMETERS") not in (None, "")):
                raise TerritoryError(
                    tr("Choose territories or perimeters, one of the two."),
                    hint=tr("A territory is written epci:243500139."),
                )
            if text:
                territories(text, ask=False)
            layers = self.parameterAsString(parameters, "LAYERS", context)
            self._catalogue(parameters, context).select(layers, "commune")
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Resolves the lot, reads the sources, cuts for each."""
        feedback = feedback or QgsProcessingFeedback()
        folder = Path(self.parameterAsString(parameters, "OUTPUT_FOLDER", context))
        started, results = time.perf_counter(), []
        with failing(feedback):
            form = self._form(parameters, context, folder)
            request = replace(self._request(parameters, context, folder, feedback), form=form)
            say(feedback, tr("Territories: {count}."), count=len(request.places))
            for result in clip_many(request, feedback):
                results.append(result)
                if result.message:
                    feedback.pushWarning(about(result.name, result.message))
        path, took = folder / "rapport.json", time.perf_counter() - started
        report = reported(path, lambda: write_report(path, results, took), feedback)
        done = [one for one in results if one.done or one.skipped]
        if not done:
            raise QgsProcessingException(tr("No territory could be clipped: the report says why."))
        if skipped := sum(one.skipped for one in done):
            say(feedback, tr("Territories already in the folder, left alone: {count}."), count=skipped)
        say(
            feedback,
            tr("Territories done: {done}, in failure: {failed}, in {seconds} s."),
            done=len(done),
            failed=len(results) - len(done),
            seconds=number(time.perf_counter() - started, 1),
        )
        return {
            "OUTPUT_FOLDER": str(folder),
            "REPORT": report,
            "TERRITORIES_DONE": len(done),
            "TERRITORIES_FAILED": len(results) - len(done),
            "FEATURES": sum(one.features for one in results),
        }

    def _form(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: Path) -> Form:
        """What the lot is delivered as; refused before anything is read where it can't be."""
        text = self.parameterAsString
        word, connection = text(parameters, "FORM", context), text(parameters, "CONNECTION", context).strip()
        return form_of(word, folder, connection, text(parameters, "AUTHCFG", context))

    def _request(
        self, parameters: dict[str, Any], context: QgsProcessingContext, folder: Path, feedback: QgsProcessingFeedback
    ) -> ManyRequest:
        crs = self.parameterAsCrs(parameters, "CRS", context)
        catalogue = self._catalogue(parameters, context)
        text = self.parameterAsString(parameters, "TERRITORIES", context).strip()
        if text:
            found = territories(text)
            if self.parameterAsBool(parameters, "COMMUNES", context):
                found = members(found)
            with Pool(4) as pool:
                perimeters, whole = perimeters_of(found, pool, feedback, crs)
            places = [Place(each.territory.replace(":", "_"), each) for each in perimeters]
        else:
            places, whole = self._polygons(parameters, context, crs)
        entries = catalogue.select(self.parameterAsString(parameters, "LAYERS", context), whole.kind or "commune")
        return ManyRequest(
            tuple(places),
            whole,
            whole.crs,
            entries,
            folder,
            cut_mode(self.parameterAsString(parameters, "CUT", context)),
            dict(catalogue.themes),
            self.parameterAsBool(parameters, "SKIP_EXISTING", context),
        )

    def _polygons(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: QgsCoordinateReferenceSystem
    ) -> tuple[list[Place], Perimeter]:
        source = self.parameterAsSource(parameters, "PERIMETERS", context)
        if source is None:
            raise TerritoryError(tr("The perimeter can't be read."), hint=tr("Check the path of its layer."))
        field = self.parameterAsString(parameters, "FIELD", context).strip()
        at = source.fields().lookupField(field)
        if field and at < 0:
            raise TerritoryError(
                tr("The perimeters have no field “{name}”.").format(name=field),
                hint=tr("Choose one of these: {names}.").format(names=", ".join(source.fields().names())),
            )
        shapes: dict[str, list[Any]] = {}
        for feature in source.getFeatures():
            name = str(feature.attribute(at)) if at >= 0 else str(feature.id())
            shapes.setdefault(name, []).append(feature.geometry())
        everything = [shape for own in shapes.values() for shape in own]
        whole = projected(of_polygons(everything, source.sourceCrs(), source.sourceName()), crs)
        places = [
            Place(name, projected(of_polygons(own, source.sourceCrs(), name), whole.crs))
            for name, own in shapes.items()
        ]
        return places, whole

    def _catalogue(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        extra = self.parameterAsFile(parameters, "CATALOGUE", context)
        return load_catalogue(Path(extra) if extra else None)
