"""`dataterritoires:clip`: the reference layers of the country, clipped to a territory, in one GeoPackage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..catalogue import Catalogue, CutMode, Entry, GeometryKind, load_catalogue
from ..catalogue.remote import resolve
from ..clip.job import clip
from ..clip.kept import kept_on
from ..clip.own_work import aside_words
from ..clip.request import ClipRequest, ClipResult, Listener
from ..errors import DataTerritoiresError, OfflineError, TerritoryError
from ..i18n import number, tr
from ..network import Pool
from ..sources.base import Area
from ..sources.kits import kits_holding, lacking
from ..territory import territories
from ..territory.perimeter import Perimeter, of_polygons, of_territories, projected
from .algorithm import Algorithm, WritingAlgorithm, about, failing, say

if TYPE_CHECKING:
    from ..catalogue.kits import Kit

ABSENT = "absent"  # what a listener is told of a layer that the kit in use does not have
CUTS = ["entry", "cut", "whole", "within"]


class ClipAlgorithm(WritingAlgorithm):
    """The main job."""

    ID = "clip"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Clip reference layers to a territory")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return [
            "découper",
            "découpe",
            "extraire",
            "BD TOPO",
            "cadastre",
            "IGN",
            "Géoplateforme",
            "socle",
            "territoire",
            "clip",
        ]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Fetches the layers of the catalogue around a territory, clips them, and writes them with their styles,"
            " metadata and licences into one GeoPackage, with the recipe that allows it to be done again.\n\n"
            "LAYERS: ids of the catalogue separated by commas (bdtopo_batiment,cadastre_parcelle), a theme, or"
            " “recommended”; or ids that a search in the catalogues of the country has given (datagouv:…,"
            " transport:…).\n"
            "CUT: “entry” leaves each layer its own way (buildings, parcels and addresses are kept whole), “cut” cuts"
            " at the perimeter, “whole” keeps the features that cross it whole, “within” keeps only those entirely"
            " inside.\n"
            "A layer that fails does not stop the others: the counts and the report tell which, and why."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        text, polygon = QgsProcessingParameterString, Qgis.ProcessingSourceType.VectorPolygon
        self.addParameter(text("TERRITORY", tr("Territory (kind:code, several separated by commas)"), optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSource("PERIMETER", tr("or perimeter (polygons)"), [polygon], optional=True)
        )
        self.addParameter(text("LAYERS", tr("Layers (ids, theme or “recommended”)"), "recommended"))
        self.addParameter(
            QgsProcessingParameterFile("CATALOGUE", tr("Catalogue of your own (YAML)"), extension="yaml", optional=True)
        )
        number = QgsProcessingParameterNumber
        self.addParameter(number("BUFFER", tr("Buffer (metres)"), number.Type.Double, 0.0))
        self.addParameter(cut_parameter())
        self.addParameter(QgsProcessingParameterCrs("CRS", tr("CRS (that of the law where empty)"), optional=True))
        skip = QgsProcessingParameterBoolean(
            "SKIP_ABSENT", tr("On a kit, leave out the layers that it does not have, even asked for by name"), False
        )
        skip.setFlags(skip.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(skip)
        add_outputs(self)
        self.addOutput(QgsProcessingOutputNumber("LAYERS_ABSENT", tr("Layers that the kit in use does not have")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str | None]:
        """Refuses what can't work before anything starts: no territory or two, an unknown code or layer."""
        text = self.parameterAsString(parameters, "TERRITORY", context).strip()
        source = parameters.get("PERIMETER") not in (None, "")
        try:
            if bool(text) == source:
                raise TerritoryError(
                    tr("Choose a territory or a perimeter, one of the two."),
                    hint=tr("A territory is written epci:243500139."),
                )
            kind = territories(text, ask=False)[0].kind if text else "epci"
            layers = self.parameterAsString(parameters, "LAYERS", context)
            check_layers(layers, self._catalogue(parameters, context), kind)
        except DataTerritoiresError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Resolves the territory and the layers, and clips."""
        feedback = feedback or QgsProcessingFeedback()
        with failing(feedback):
            catalogue = self._catalogue(parameters, context)
            buffer = self.parameterAsDouble(parameters, "BUFFER", context)
            perimeter = self._perimeter(parameters, context, feedback).buffered(buffer)
            layers = self.parameterAsString(parameters, "LAYERS", context)
            entries, missing = layers_of(layers, catalogue, perimeter, feedback)
            output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
            request = ClipRequest(
                perimeter,
                perimeter.crs,
                entries,
                output,
                cut_mode(self.parameterAsString(parameters, "CUT", context)),
                buffer,
                dict(catalogue.themes),
                noted=True,
            )
            say(
                feedback,
                tr("{name}: {area} km². Layers to clip: {count}."),
                name=perimeter.name,
                area=number(perimeter.area / 1e6, 1),
                count=len(entries),
            )
            if self.parameterAsBool(parameters, "SKIP_ABSENT", context):
                layers = ""
            request, absent = _in_the_kit(request, layers, feedback)
            outputs = told(clip(request, feedback, self._opened), feedback)
            return outputs | {"LAYERS_FAILED": outputs["LAYERS_FAILED"] + missing, "LAYERS_ABSENT": absent}

    def _catalogue(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Catalogue:
        extra = self.parameterAsFile(parameters, "CATALOGUE", context)
        return load_catalogue(Path(extra) if extra else None)

    def _perimeter(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Perimeter:
        crs = self.parameterAsCrs(parameters, "CRS", context)
        text = self.parameterAsString(parameters, "TERRITORY", context).strip()
        if text:
            with Pool(4) as pool:
                return of_territories(text, pool, feedback, crs)
        return projected(polygons_of(self, parameters, context), crs)


def check_layers(text: str, catalogue: Catalogue, kind: str) -> None:
    """Refuses, without asking anyone, what LAYERS can't mean. Raises CatalogueError."""
    named, remote = resolve.split(text)
    for name in remote:
        resolve.check(name)
    if named or not remote:
        catalogue.select(named, kind)


def layers_of(
    text: str, catalogue: Catalogue, perimeter: Perimeter, feedback: QgsProcessingFeedback
) -> tuple[tuple[Entry, ...], int]:
    """The entries that LAYERS names, of the catalogue and of a search, and how many could not be had: each is said.

    Raises CatalogueError, or the error of the only one that was asked for, where there is none at all.
    """
    named, remote = resolve.split(text)
    entries = catalogue.select(named, perimeter.kind or "epci") if named or not remote else ()
    found, failed = resolve.entries(remote, feedback, _kits_of(perimeter) if remote else ())
    for each in failed:
        feedback.pushWarning(about(resolve.id_of(each.name), each.error))
        if each.error.detail:
            feedback.pushDebugInfo(each.error.detail)
    if failed and not entries and not found:
        raise failed[0].error
    for entry in (*entries, *found):
        if entry.options.get("authcfg"):
            feedback.pushWarning(
                tr(
                    "{title}: restricted data, fetched with your key. They are for your own use: don't republish them."
                ).format(title=entry.title)
            )
        elif entry.conditions and entry in found:
            feedback.pushInfo(about(entry.title, entry.conditions))
    return (*entries, *found), len(failed)


def _in_the_kit(request: ClipRequest, text: str, feedback: QgsProcessingFeedback) -> tuple[ClipRequest, int]:
    """The request without what the only kit that can serve it does not have, and how many layers: they are named.

    Only what came with a theme, a selection or “recommended”: a layer asked for by its name is clipped, or fails.
    """
    named = set(resolve.names_of(text))
    perimeter = request.perimeter
    area = Area(perimeter.geometry, perimeter.crs, perimeter.codes)
    absent: dict[str, str] = {}  # title → kit
    kept = []
    for entry in request.entries:
        known = entry.id in named or entry.geometry is GeometryKind.RASTER
        kit = None if known else lacking(entry, area, training=perimeter.training)
        if kit is None or kept_on(request, entry) is not None:
            kept.append(entry)
        else:
            absent[entry.title] = kit.title
            if isinstance(feedback, Listener):
                feedback.layer_changed(entry.id, ABSENT, 0, -1, "")
    if not absent:
        return request, 0
    message = tr("Not in the kit “{kit}”: {titles}.").format(kit=next(iter(absent.values())), titles=", ".join(absent))
    if not kept:
        raise OfflineError(message, hint=tr("Choose another theme, or clip a real territory online."))
    feedback.pushInfo(message)
    return replace(request, entries=tuple(kept)), len(absent)


def _kits_of(perimeter: Perimeter) -> tuple[Kit, ...]:
    """The kits that stand for the services on a perimeter."""
    return kits_holding(Area(perimeter.geometry, perimeter.crs, perimeter.codes))


def polygons_of(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> Perimeter:
    """The perimeter made of the polygons of the parameter PERIMETER (of its selection, where that is asked for)."""
    source = algorithm.parameterAsSource(parameters, "PERIMETER", context)
    if source is None:
        raise TerritoryError(tr("The perimeter can't be read."), hint=tr("Check the path of its layer."))
    return of_polygons(
        (feature.geometry() for feature in source.getFeatures()), source.sourceCrs(), source.sourceName()
    )


def cut_parameter() -> QgsProcessingParameterEnum:
    """The parameter CUT, whose values are words."""
    return QgsProcessingParameterEnum(
        "CUT", tr("Features that cross the perimeter"), CUTS, False, "entry", usesStaticStrings=True
    )


def cut_mode(word: str) -> CutMode | None:
    """The cut mode of a word; None for “entry”: each entry's own."""
    return None if word in ("", "entry") else CutMode(word)


def add_outputs(algorithm: Algorithm) -> None:
    """The outputs of the clips, as interface.md promises them."""
    algorithm.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("GeoPackage"), tr("GeoPackage (*.gpkg)")))
    algorithm.addOutput(QgsProcessingOutputFile("REPORT", tr("Report (JSON)")))
    for name, label in (
        ("LAYERS_DONE", tr("Layers clipped")),
        ("LAYERS_FAILED", tr("Layers that failed")),
        ("FEATURES", tr("Features written")),
        ("BYTES", tr("Bytes read")),
    ):
        algorithm.addOutput(QgsProcessingOutputNumber(name, label))
    algorithm.addOutput(QgsProcessingOutputString("ASIDE", tr("Former file, kept where somebody had worked in it")))


def told(result: ClipResult, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tells what was made, layer by layer, and gives back the outputs."""
    for layer in result.done:
        tally = layer.tally
        say(
            feedback,
            tr("{title}: features: {written} (cut: {cut}, kept whole across the border: {whole}), {seconds} s."),
            title=layer.entry.title,
            written=tally.written,
            cut=tally.cut,
            whole=tally.whole,
            seconds=number(layer.seconds, 1),
        )
        if tally.invalid:
            feedback.pushWarning(
                tr(
                    "{title}: invalid features that could not be repaired safely and were kept whole:"
                    " {count} ({names})."
                ).format(title=layer.entry.title, count=tally.invalid, names=", ".join(tally.invalid_features))
            )
    for layer in (each for each in result.layers if each.message):  # failed, or its last good answer was used
        feedback.pushWarning(about(layer.entry.title, f"{layer.message} {layer.hint}".strip()))
        if layer.detail:
            feedback.pushDebugInfo(layer.detail)
    if result.aside is not None:
        feedback.pushWarning(aside_words(result.output, result.aside))
    say(
        feedback,
        tr("Layers clipped: {done}, failed: {failed}, in {seconds} s."),
        done=len(result.done),
        seconds=number(result.seconds, 1),
        failed=len(result.failed),
    )
    return {
        "OUTPUT": str(result.output),
        "REPORT": str(result.report),
        "LAYERS_DONE": len(result.done),
        "LAYERS_FAILED": len(result.failed),
        "FEATURES": sum(layer.tally.written for layer in result.done),
        "BYTES": sum(layer.bytes for layer in result.layers),
        "ASIDE": str(result.aside or ""),
    }
