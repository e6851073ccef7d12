"""`dataterritoires:cliplayers`: layers that are already in QGIS, clipped together into one GeoPackage."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..catalogue import CutMode, Entry, GeometryKind, Licence
from ..clip.job import clip
from ..clip.request import ClipRequest, ClipResult
from ..errors import DataTerritoiresError, SourceError
from ..i18n import number, tr
from ..paths import place_of
from ..sources.base import stop_if_cancelled
from ..sources.local import extent_of, layers_of
from ..sources.outline import transformed
from .algorithm import WritingAlgorithm, about, failing
from .clip import add_outputs, cut_mode, cut_parameter, polygons_of, told

if TYPE_CHECKING:
    from ..territory.perimeter import Perimeter

_KINDS = {
    Qgis.GeometryType.Point: GeometryKind.POINT,
    Qgis.GeometryType.Line: GeometryKind.LINE,
    Qgis.GeometryType.Polygon: GeometryKind.POLYGON,
    Qgis.GeometryType.Null: GeometryKind.NONE,
}
_OURS = ("dt_recipe", "layer_styles")  # tables that the result has for itself


@dataclass(frozen=True)
class Snapshot:
    """A layer as it was when the algorithm started, edits included: safe to read in another thread."""

    entry: Entry
    source: QgsVectorLayerFeatureSource | None  # None: the file is read where it lies
    layer: QgsVectorLayer  # its fields and type only


class ClipLayersAlgorithm(WritingAlgorithm):
    """What `native:clip` does for one layer, for several, faster."""

    ID = "cliplayers"

    def __init__(self) -> None:
        super().__init__()
        self._snapshots: list[Snapshot] = []

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Clip several layers to a perimeter")

    def tags(self) -> list[str]:
        """The words it is found by."""
        return ["découper", "couper", "couches", "clip", "emprise", "périmètre", "GeoPackage"]

    def shortHelpString(self) -> str:
        """The help beside the parameters."""
        return tr(
            "Clips any vector layers to polygons, all at once, into one GeoPackage, one table per layer, each in its"
            " own CRS. Features entirely inside are copied untouched; invalid ones never stop a layer; a table without"
            " geometry is copied whole."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        kinds = Qgis.ProcessingSourceType
        self.addParameter(QgsProcessingParameterMultipleLayers("INPUTS", tr("Layers"), kinds.Vector))
        self.addParameter(
            QgsProcessingParameterFeatureSource("PERIMETER", tr("Perimeter (polygons)"), [kinds.VectorPolygon])
        )
        self.addParameter(cut_parameter())
        add_outputs(self)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback | None
    ) -> bool:
        """Takes the layers as they are now, on the main thread."""
        super().prepareAlgorithm(parameters, context, _feedback)
        taken = set(_OURS)
        self._snapshots = [
            _snapshot(layer, taken)
            for layer in self.parameterAsLayerList(parameters, "INPUTS", context)
            if isinstance(layer, QgsVectorLayer)
        ]
        if not self._snapshots:
            raise QgsProcessingException(tr("No vector layer to clip: choose at least one."))
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Clips the layers."""
        feedback = feedback or QgsProcessingFeedback()
        with failing(feedback), tempfile.TemporaryDirectory(prefix="dt-layers-") as folder:
            perimeter = polygons_of(self, parameters, context)
            entries = tuple(_written(snapshot, Path(folder), feedback) for snapshot in self._snapshots)
            output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
            mode = cut_mode(self.parameterAsString(parameters, "CUT", context))
            result = clip(ClipRequest(perimeter, None, entries, output, mode), feedback, self._opened)
            outputs = told(result, feedback)
            _tell_empty(result, perimeter, feedback)
            return outputs


def _snapshot(layer: QgsVectorLayer, taken: set[str]) -> Snapshot:
    kind, crs = _KINDS.get(layer.geometryType()), _crs(layer)
    if not crs.isValid() and kind is not GeometryKind.NONE:
        raise QgsProcessingException(
            tr(
                "The layer “{name}” has no coordinate reference system: give it one (“Layer CRS”), then try again."
            ).format(name=layer.name())
        )
    path, table = _place(layer)
    metadata = layer.metadata()
    entry = Entry(
        _id(_name(layer, path, table), taken),
        layer.name(),
        metadata.abstract(),
        "",
        tr("local layer"),
        "local",
        f"{path}|layername={table}" if path and table else "",
        kind or GeometryKind.NONE,  # of anything: its file tells
        Licence("", "; ".join(metadata.licenses()), ""),
        "; ".join(metadata.rights()).replace("{", "(").replace("}", ")"),
        CutMode.CUT,
        "",
        crs=crs.authid() or crs.toWkt(),
    )
    return Snapshot(entry, None if entry.layer else QgsVectorLayerFeatureSource(layer), layer.clone())


def _crs(layer: QgsVectorLayer) -> QgsCoordinateReferenceSystem:
    """The CRS of a layer; of one that may hold any geometry, QGIS itself says none."""
    provider = layer.dataProvider()
    anything = layer.geometryType() == Qgis.GeometryType.Unknown
    return provider.crs() if anything and provider is not None else layer.crs()


def _place(layer: QgsVectorLayer) -> tuple[str, str]:
    """The file of a layer and its table, where QGIS shows all of it and nothing more; empty otherwise."""
    provider = layer.dataProvider()
    if provider is None or provider.name() != "ogr" or layer.isEditable() or layer.subsetString():
        return "", ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = str(parts.get("path", ""))
    more = {name for name, value in parts.items() if value} - {"path", "layerName", "layerId"}
    # A layer that was given another CRS, joins or virtual fields is more than its file.
    as_it_is = _crs(layer) == provider.crs() and layer.fields().count() == provider.fields().count()
    if more or not as_it_is or place_of(path) is None:
        return "", ""
    if parts.get("layerName"):
        return path, str(parts["layerName"])
    try:
        names = layers_of(Path(path))
    except DataTerritoiresError:
        return "", ""
    number = int(parts.get("layerId") or 0)
    return (path, names[number]) if number < len(names) and (number or len(names) == 1) else ("", "")


def _name(layer: QgsVectorLayer, path: str, table: str) -> str:
    """The name that the user gave to a layer; QGIS itself calls it after its file, which its tables would share."""
    return table if table and layer.name() in (Path(path).stem, f"{Path(path).stem} — {table}") else layer.name()


def _id(name: str, taken: set[str]) -> str:
    """A table name made of the layer's, unique in the result."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "couche"
    if base[0].isdigit() or base.startswith(("gpkg_", "rtree_", "sqlite_")):
        base = f"couche_{base}"
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}_{number}", number + 1
    taken.add(candidate)
    return candidate


def _written(snapshot: Snapshot, folder: Path, feedback: QgsProcessingFeedback) -> Entry:
    """The entry of a snapshot, its features written to a file where they are not in one as they are."""
    if snapshot.source is None:
        return snapshot.entry
    path, layer = folder / f"{snapshot.entry.id}.gpkg", snapshot.layer
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", snapshot.entry.id
    options.layerOptions = ["GEOMETRY_NAME=geom", "FID=dt_fid", "SPATIAL_INDEX=NO"]
    writer = QgsVectorFileWriter.create(
        str(path), layer.fields(), layer.wkbType(), _crs(layer), QgsCoordinateTransformContext(), options
    )
    for feature in snapshot.source.getFeatures(QgsFeatureRequest()):
        stop_if_cancelled(feedback)
        if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise SourceError(
                tr("“{name}” can't be read.").format(name=snapshot.entry.title), detail=writer.errorMessage()
            )
    del writer
    return replace(snapshot.entry, layer=f"{path}|layername={snapshot.entry.id}")


def _tell_empty(result: ClipResult, perimeter: Perimeter, feedback: QgsProcessingFeedback) -> None:
    """Says which layers have nothing in the perimeter, and how far from it they lie.

    No failure: over a grid of perimeters, an empty table is a result as good as another, and the count says 0.
    """
    empty = [layer.entry for layer in result.done if not layer.tally.written]
    for entry in empty:
        feedback.pushWarning(about(entry.title, _where_it_lies(entry, perimeter)))
    if empty and len(empty) == len(result.done):
        feedback.pushWarning(
            tr("Nothing at all was clipped: is it the right perimeter, and have the layers the right CRS?")
        )


def _where_it_lies(entry: Entry, perimeter: Perimeter) -> str:
    path, _, table = entry.layer.partition("|layername=")
    box = extent_of(Path(path), table)
    crs = QgsCoordinateReferenceSystem(entry.crs)
    if box is None:
        return tr("the layer is empty.")
    ground = _on_the_ground(box, crs, perimeter.crs)
    if ground is None:
        return tr("no feature in the perimeter; its coordinates are not those of its CRS ({crs}).").format(
            crs=crs.userFriendlyIdentifier()
        )
    nearest = ground.shortestLine(perimeter.geometry)
    measure = QgsDistanceArea()
    measure.setSourceCrs(perimeter.crs, QgsCoordinateTransformContext())
    measure.setEllipsoid(perimeter.crs.ellipsoidAcronym())
    metres = measure.measureLength(nearest)
    if metres <= 0:
        return tr("no feature in the perimeter, but there are some around it.")
    return tr("no feature in the perimeter: the layer lies {distance} km from it (its CRS: {crs}).").format(
        distance=number(metres / 1000, 1), crs=crs.userFriendlyIdentifier()
    )


def _on_the_ground(
    box: tuple[float, float, float, float], crs: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsGeometry | None:
    """The extent of a layer in another CRS; None where its coordinates can't be of its own."""
    world = QgsRectangle(-180, -90, 180, 90).buffered(1)
    if crs.isGeographic() and not world.contains(QgsRectangle(*box)):
        return None
    try:
        return transformed(QgsGeometry.fromRect(QgsRectangle(*box)), crs, target)
    except DataTerritoiresError:
        return None
