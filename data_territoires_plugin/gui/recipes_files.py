"""The clipped GeoPackages of the project: which they are, and how the project lets go of them for a refresh."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayerStyle, QgsProject, QgsVectorLayer, QgsWkbTypes

from ..clip.recipe import TABLE
from ..geopackage import connect, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable


def files_of_project() -> dict[Path, list[QgsVectorLayer]]:
    """The GeoPackages that the layers of the project read, in the order of the project. Main thread."""
    found: dict[Path, list[QgsVectorLayer]] = {}
    for layer in QgsProject.instance().mapLayers().values():
        source = layer.source().partition("|")[0]
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr" and source.lower().endswith(".gpkg"):
            found.setdefault(Path(source), []).append(layer)
    return found


def with_recipe(paths: Iterable[Path]) -> list[Path]:
    """Those that hold a recipe. Reads each file: in a task."""
    return [path for path in paths if path.is_file() and _has_recipe(path)]


def _has_recipe(path: Path) -> bool:
    try:
        connection = connect(path, read_only=True)
    except Exception:  # not a GeoPackage, or one that can't be read: no recipe of ours
        return False
    try:
        return scalar(connection, "SELECT 1 FROM sqlite_master WHERE name = ?", (TABLE,)) is not None
    except sqlite3.Error:
        return False
    finally:
        connection.close()


def edited(layers: Iterable[QgsVectorLayer]) -> list[str]:
    """The names of the layers that are being edited."""
    return [layer.name() for layer in layers if layer.isEditable()]


@dataclass
class LetGo:
    """The layers of a file, emptied while it is replaced: their ids, styles, forms and joins stay. Main thread."""

    sources: dict[str, str] = field(default_factory=dict)  # id of the layer → its source
    styles: dict[str, QgsMapLayerStyle] = field(default_factory=dict)

    @classmethod
    def of(cls, layers: Iterable[QgsVectorLayer]) -> LetGo:
        """Points each layer at an empty one of its kind, in memory."""
        held = cls()
        for layer in layers:
            style = QgsMapLayerStyle()
            style.readFromLayer(layer)
            held.sources[layer.id()], held.styles[layer.id()] = layer.source(), style
            provider = layer.dataProvider()
            names = provider.fields().names() if provider is not None else []
            kind = QgsWkbTypes.displayString(layer.wkbType()) if layer.isSpatial() else "NoGeometry"
            listed = "".join(f"&field={name}:string" for name in names)
            layer.setDataSource(f"{kind}?crs={layer.crs().authid()}{listed}", layer.name(), "memory", False)
        return held

    def take_back(self) -> list[str]:
        """Points each layer at its file again; the names of those that can't be."""
        lost = []
        for layer_id, source in self.sources.items():
            layer = QgsProject.instance().mapLayer(layer_id)
            if not isinstance(layer, QgsVectorLayer):
                continue  # taken out of the project meanwhile
            layer.setDataSource(source, layer.name(), "ogr", False)
            if not layer.isValid():
                lost.append(layer.name())
                continue
            self.styles[layer_id].writeToLayer(layer)
            layer.triggerRepaint()
        self.sources.clear()
        return lost
