"""The clipped GeoPackages of the project: which they are, and how the project lets go of them for a refresh."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayerStyle, QgsProject, QgsReadWriteContext, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtXml import QDomDocument

from ..clip.recipe import TABLE
from ..errors import DataTerritoiresError
from ..geopackage import connect, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsMapLayer
    from qgis.PyQt.QtXml import QDomElement


_TRIES, _PAUSE = 5, 0.2  # seconds from one try to the next


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
    for _ in range(_TRIES):
        try:
            with closing(connect(path, read_only=True)) as connection:
                return scalar(connection, "SELECT 1 FROM sqlite_master WHERE name = ?", (TABLE,)) is not None
        except (DataTerritoiresError, sqlite3.Error) as error:
            if not isinstance(error.__cause__ or error, sqlite3.OperationalError):
                return False  # not a GeoPackage
        time.sleep(_PAUSE)  # QGIS opens or closes the file at this very instant: SQLite can't be read then
    return False


def edited(layers: Iterable[QgsVectorLayer]) -> list[str]:
    """The names of the layers that are being edited."""
    return [layer.name() for layer in layers if layer.isEditable()]


class LetGo:
    """The layers of a file, emptied while it is replaced: their ids, styles, forms and joins stay. Main thread.

    A project that is saved meanwhile holds them as they were: their files, not what stands in for them.
    """

    def __init__(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Points each layer at an empty one of its kind, in memory, which can't be edited."""
        self._held: dict[str, _Held] = {}
        project = QgsProject.instance()
        for layer in layers:
            self._held[layer.id()] = _Held.of(layer)
            provider = layer.dataProvider()
            names = provider.fields().names() if provider is not None else []
            kind = QgsWkbTypes.displayString(layer.wkbType()) if layer.isSpatial() else "NoGeometry"
            listed = "".join(f"&field={name}:string" for name in names)
            layer.setDataSource(f"{kind}?crs={layer.crs().authid()}{listed}", layer.name(), "memory", False)
            layer.setReadOnly(True)
        project.writeProject.connect(self._write_tree)
        project.writeMapLayer.connect(self._write_layer)

    def take_back(self) -> list[str]:
        """Points each layer at its file again; the names of those that can't be."""
        project = QgsProject.instance()
        project.writeProject.disconnect(self._write_tree)
        project.writeMapLayer.disconnect(self._write_layer)
        lost = []
        for layer_id, held in self._held.items():
            layer = project.mapLayer(layer_id)
            if not isinstance(layer, QgsVectorLayer):
                continue  # taken out of the project meanwhile
            layer.setDataSource(held.source, layer.name(), "ogr", False)
            if not layer.isValid():
                lost.append(layer.name())
                continue
            held.style.writeToLayer(layer)
            layer.setReadOnly(held.read_only)
            layer.triggerRepaint()
        self._held.clear()
        return lost

    def _write_tree(self, document: QDomDocument) -> None:
        """The tree of the layers, already written, names their sources too."""
        nodes = document.elementsByTagName("layer-tree-layer")
        for node in (nodes.at(at).toElement() for at in range(nodes.count())):
            held = self._held.get(node.attribute("id"))
            if held is not None:
                node.setAttribute("source", held.relative())
                node.setAttribute("providerKey", "ogr")

    def _write_layer(self, layer: QgsMapLayer, element: QDomElement, document: QDomDocument) -> None:
        """What was just written of a layer gives way to what it was."""
        held = self._held.get(layer.id())
        if held is None:
            return
        while element.hasChildNodes():
            element.removeChild(element.firstChild())
        before = held.written.documentElement()
        attributes, children = before.attributes(), before.childNodes()
        for attribute in (attributes.item(at).toAttr() for at in range(attributes.count())):
            element.setAttribute(attribute.name(), attribute.value())
        for at in range(children.count()):
            element.appendChild(document.importNode(children.at(at), True))
        source = element.firstChildElement("datasource").firstChild()
        source.setNodeValue(held.relative())


@dataclass(frozen=True)
class _Held:
    """A layer as it was."""

    source: str
    style: QgsMapLayerStyle
    read_only: bool
    written: QDomDocument  # as a project writes it

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> _Held:
        style, written = QgsMapLayerStyle(), QDomDocument()
        style.readFromLayer(layer)
        element = written.createElement("maplayer")
        layer.writeLayerXml(element, written, QgsReadWriteContext())
        written.appendChild(element)
        return cls(layer.source(), style, layer.readOnly(), written)

    def relative(self) -> str:
        """The source as the project writes it, from where it is saved."""
        return str(QgsProject.instance().writePath(self.source))
