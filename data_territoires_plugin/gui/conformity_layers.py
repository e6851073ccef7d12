"""From a finding to the feature it is about: in the layer that was checked, or in the one that shows that file."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from osgeo import gdal
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

from .conformity_subject import layer_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..standards.findings import Finding

_TABLES = (".shp", ".dbf", ".csv", ".tab", ".gpkg", ".gml", ".geojson", ".json")


class CheckedLayers:
    """The layers of a run: one, or those of the project that show the files of a document."""

    def __init__(self, layer_id: str, folder: Path | None) -> None:
        self._layer_id = layer_id
        self._folder = folder

    def layer(self, finding: Finding) -> QgsVectorLayer | None:
        """The layer of a finding, if the project has it."""
        if self._folder is None:
            return layer_of(self._layer_id)
        source = self.source(finding)
        layers = QgsProject.instance().mapLayers().values()
        vectors = (one for one in layers if isinstance(one, QgsVectorLayer))
        return next((one for one in vectors if source and _same(one.source(), source)), None)

    def source(self, finding: Finding) -> str:
        """What QGIS opens to show the file of a finding; "" where there is no such file."""
        if self._folder is None or not finding.layer:
            return ""
        root = f"/vsizip/{self._folder}" if self._folder.suffix.lower() == ".zip" else str(self._folder)
        with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
            listed = gdal.ReadDirRecursive(root) or ()
        wanted = finding.layer.casefold()
        named = (one for one in listed if one.casefold().endswith(wanted) and one.lower().endswith(_TABLES))
        found = next(named, "")
        return f"{root}/{found}" if found else ""

    def open(self, finding: Finding) -> QgsVectorLayer | None:
        """Adds the file of a finding to the project."""
        source = self.source(finding)
        layer = QgsVectorLayer(source, PurePosixPath(source).stem, "ogr") if source else None
        if layer is None or not layer.isValid():
            return None
        QgsProject.instance().addMapLayer(layer)
        return layer

    def feature(self, finding: Finding) -> tuple[QgsVectorLayer, QgsFeature] | None:
        """The feature of a finding and its layer; None where the layer or the feature has gone."""
        layer, number = self.layer(finding), _number(finding.feature)
        if layer is None or number is None:
            return None
        feature = layer.getFeature(number)
        return (layer, feature) if feature.isValid() else None

    def geometry(self, finding: Finding) -> tuple[QgsGeometry, str] | None:
        """What the map shows of a finding, and its CRS: what is wrong, else the feature, else the point."""
        if finding.shape:
            shape = QgsGeometry()
            shape.fromWkb(finding.shape)
            return shape, finding.crs
        if finding.rule not in _AT_A_POINT:
            held = self.feature(finding)
            if held is not None and held[1].hasGeometry():
                return QgsGeometry(held[1].geometry()), held[0].crs().authid()
        if finding.place is None:
            return None
        return QgsGeometry.fromPointXY(QgsPointXY(*finding.place)), finding.crs

    def select(self, findings: Iterable[Finding]) -> list[QgsVectorLayer]:
        """Selects the features of these findings, the other one of a pair too; the layers they are in."""
        wanted: dict[str, tuple[QgsVectorLayer, set[int]]] = {}
        layers: dict[str, QgsVectorLayer | None] = {}
        for one in findings:
            if one.layer not in layers:
                layers[one.layer] = self.layer(one)
            layer = layers[one.layer]
            numbers = [_number(text) for text in (one.feature, *one.other.split(","))]
            features = {number for number in numbers if number is not None}
            if layer is not None and features:
                wanted.setdefault(layer.id(), (layer, set()))[1].update(features)
        for there, chosen in wanted.values():
            there.selectByIds(list(chosen))
        return [there for there, _ in wanted.values()]


# What is wrong is at one vertex: the whole shape would hide it.
_AT_A_POINT = ("validity", "text_round_trip")


def _number(text: str) -> int | None:
    """The identifier of a feature; None where the finding is about none."""
    try:
        return int(text)
    except ValueError:
        return None


def _same(one: str, other: str) -> bool:
    return Path(one.partition("|")[0]) == Path(other.partition("|")[0])
