"""`dataterritoires:cliplayers`: layers that are already in QGIS, clipped together into one GeoPackage."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..catalogue import CutMode, Entry, GeometryKind, Licence
from ..clip.job import clip
from ..clip.request import ClipRequest
from ..errors import SourceError
from ..i18n import tr
from ..sources.base import stop_if_cancelled
from .algorithm import Algorithm, failing, opened_files
from .clip import add_outputs, cut_mode, cut_parameter, polygons_of, told

_KINDS = {
    Qgis.GeometryType.Point: GeometryKind.POINT,
    Qgis.GeometryType.Line: GeometryKind.LINE,
    Qgis.GeometryType.Polygon: GeometryKind.POLYGON,
}


@dataclass(frozen=True)
class Snapshot:
    """A layer as it was when the algorithm started, edits included: safe to read in another thread."""

    entry: Entry
    source: QgsVectorLayerFeatureSource | None  # None: the file is read where it lies
    layer: QgsVectorLayer  # its fields and type only


class ClipLayersAlgorithm(Algorithm):
    """What `native:clip` does for one layer, for several, faster."""

    ID = "cliplayers"

    def __init__(self) -> None:
        super().__init__()
        self._opened: tuple[Path, ...] = ()
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
            "Clips any vector layers to polygons, all at once, into one GeoPackage, one table per layer, each in its own CRS."
            " Features entirely inside are copied untouched; invalid ones never stop a layer."
        )

    def initAlgorithm(self, _config: dict[str, Any] | None = None) -> None:
        """Declares the parameters and outputs of interface.md."""
        kinds = QgsProcessing.SourceType
        self.addParameter(QgsProcessingParameterMultipleLayers("INPUTS", tr("Layers"), kinds.TypeVectorAnyGeometry))
        self.addParameter(
            QgsProcessingParameterFeatureSource("PERIMETER", tr("Perimeter (polygons)"), [kinds.TypeVectorPolygon])
        )
        self.addParameter(cut_parameter())
        add_outputs(self)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback | None
    ) -> bool:
        """Takes the layers as they are now, on the main thread."""
        self._opened = opened_files(context)
        taken: set[str] = set()
        for layer in self.parameterAsLayerList(parameters, "INPUTS", context):
            if isinstance(layer, QgsVectorLayer):
                self._snapshots.append(_snapshot(layer, taken))
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
            return told(clip(ClipRequest(perimeter, None, entries, output, mode), feedback, self._opened), feedback)


def _snapshot(layer: QgsVectorLayer, taken: set[str]) -> Snapshot:
    kind = _KINDS.get(layer.geometryType(), GeometryKind.NONE)
    if not layer.crs().isValid() and kind is not GeometryKind.NONE:
        raise QgsProcessingException(
            tr(
                "The layer “{name}” has no coordinate reference system: give it one (“Layer CRS”), then try again."
            ).format(name=layer.name())
        )
    parts = (
        QgsProviderRegistry.instance().decodeUri("ogr", layer.source()) if layer.dataProvider().name() == "ogr" else {}
    )
    path, name = parts.get("path", ""), parts.get("layerName", "")
    in_place = (
        bool(path)
        and Path(path).is_file()
        and not layer.subsetString()
        and not layer.isEditable()
        and not parts.get("layerId")
    )
    table = name or Path(path).stem
    entry = Entry(
        _id(layer.name(), taken),
        layer.name(),
        layer.metadata().abstract(),
        "",
        tr("local layer"),
        "local",
        f"{path}|layername={table}" if in_place else "",
        kind,
        Licence("", "; ".join(layer.metadata().licenses()), ""),
        "; ".join(layer.metadata().rights()).replace("{", "(").replace("}", ")"),
        CutMode.CUT,
        "",
        crs=layer.crs().authid() or layer.crs().toWkt(),
    )
    return Snapshot(entry, None if in_place else QgsVectorLayerFeatureSource(layer), layer.clone())


def _id(name: str, taken: set[str]) -> str:
    """A table name made of the layer's, unique in the result."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "couche"
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}_{number}", number + 1
    taken.add(candidate)
    return candidate


def _written(snapshot: Snapshot, folder: Path, feedback: QgsProcessingFeedback) -> Entry:
    """The entry of a snapshot, its features written to a file where they are not in one as they are."""
    from dataclasses import replace

    if snapshot.source is None:
        return snapshot.entry
    path, layer = folder / f"{snapshot.entry.id}.gpkg", snapshot.layer
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", snapshot.entry.id
    options.layerOptions = ["GEOMETRY_NAME=geom", "FID=dt_fid"]
    writer = QgsVectorFileWriter.create(
        str(path), layer.fields(), layer.wkbType(), layer.crs(), QgsCoordinateTransformContext(), options
    )
    for feature in snapshot.source.getFeatures(QgsFeatureRequest()):
        stop_if_cancelled(feedback)
        if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise SourceError(
                tr("“{name}” can't be read.").format(name=snapshot.entry.title), detail=writer.errorMessage()
            )
    del writer
    return replace(snapshot.entry, layer=f"{path}|layername={snapshot.entry.id}")
