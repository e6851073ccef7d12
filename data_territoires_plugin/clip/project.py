"""The clipped layers in a QGIS project: grouped by theme, ordered, styled, attributed. Main thread, save where said."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsProject, QgsVectorLayer

from ..catalogue import load_catalogue
from ..geopackage import connect
from ..paths import resources
from .backgrounds import made_backgrounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from qgis.core import QgsCoordinateReferenceSystem, QgsLayerTreeGroup, QgsMapLayer

    from ..catalogue import Entry

_BACKGROUNDS = "fonds"
# Themes and styles that cover the map below them: there, but not shown, in a project that has many layers.
_COVERING_THEMES = frozenset(("urbanisme", "risques", "espaces_proteges", "population"))
_COVERING_STYLES = frozenset(
    ("rpg", "foret", "foret_surf", "agricole_surf", "cadastre_commune", "cadastre_section", "cadastre_batiment")
)
_MANY = 6


@dataclass(frozen=True)
class Clipped:
    """One table of a clipped GeoPackage, as its recipe tells it."""

    entry: str
    title: str
    attribution: str


def clipped_layers(output: Path) -> tuple[Clipped, ...]:
    """The tables of a clipped GeoPackage that hold features, by its recipe."""
    connection = connect(output, read_only=True)
    try:
        rows = connection.execute(
            "SELECT entry, title, attribution FROM dt_recipe WHERE status IN ('done', 'kept')"
        ).fetchall()
    except sqlite3.Error:
        rows = []
    finally:
        connection.close()
    return tuple(Clipped(*row) for row in rows)


def add_to_project(project: QgsProject, output: Path, *, backgrounds: Iterable[Entry] = ()) -> list[QgsMapLayer]:
    """Adds the layers of a clipped GeoPackage to a project, at the top of its tree; gives back the layers added."""
    added = [layer for layer in adding(project, output) if layer is not None]
    return [*added, *show_backgrounds(project, made_backgrounds(backgrounds))]


def adding(project: QgsProject, output: Path) -> Iterator[QgsMapLayer | None]:
    """Adds the same layers by short steps, so that a window can breathe: None stands for one opened, not yet styled."""
    bare = QgsVectorLayer.LayerOptions()
    bare.loadDefaultStyle = False
    catalogue = load_catalogue()
    known = {entry.id: entry for entry in catalogue.entries}
    order = _drawing_order()
    tables = [(clipped, known.get(clipped.entry)) for clipped in clipped_layers(output)]

    def rank(table: tuple[Clipped, Entry | None]) -> int:
        return order.get(table[1].style, len(order)) if table[1] else len(order)

    groups: dict[str, list[tuple[Clipped, Entry | None]]] = {}
    for table in tables:
        entry = table[1]
        theme = catalogue.themes.get(entry.theme, entry.theme) if entry else output.stem
        groups.setdefault(theme, []).append(table)
    added: list[QgsMapLayer] = []
    for theme, members in sorted(groups.items(), key=lambda group: -min(map(rank, group[1]))):
        # The members go to the top one after the other: the last one, which is drawn over the others, ends there.
        for clipped, entry in sorted(members, key=rank, reverse=True):
            layer = QgsVectorLayer(f"{output}|layername={clipped.entry}", clipped.title, "ogr", bare)
            if not layer.isValid():
                continue
            yield None
            layer.loadDefaultStyle()
            _finish(layer, clipped, entry)
            project.addMapLayer(layer, addToLegend=False)
            node = _group(project.layerTreeRoot(), theme).insertLayer(0, layer)
            node.setItemVisibilityChecked(len(tables) <= _MANY or not _covers(entry))
            node.setExpanded(False)
            added.append(layer)
            yield layer
    _order_drawing(project, added, order, known)
    if added and not project.crs().isValid():
        project.setCrs(added[0].crs())


def _covers(entry: Entry | None) -> bool:
    """Whether a layer hides the map below it."""
    return entry is not None and (entry.theme in _COVERING_THEMES or entry.style in _COVERING_STYLES)


def _finish(layer: QgsVectorLayer, clipped: Clipped, entry: Entry | None) -> None:
    """What the style of the table does not hold: the attribution that the producer demands, the scale of the entry."""
    layer.serverProperties().setAttribution(clipped.attribution)
    if entry and entry.min_scale and not layer.hasScaleBasedVisibility():
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(entry.min_scale)


def show_backgrounds(project: QgsProject, layers: Iterable[QgsMapLayer]) -> list[QgsMapLayer]:
    """Adds backgrounds at the bottom of the tree; only the first one is shown, or none of those below would be seen."""
    added: list[QgsMapLayer] = []
    title = load_catalogue().themes.get(_BACKGROUNDS, _BACKGROUNDS)
    root = project.layerTreeRoot()
    for layer in layers:
        group = root.findGroup(title) or root.addGroup(title)
        project.addMapLayer(layer, addToLegend=False)
        group.addLayer(layer).setItemVisibilityChecked(not added)
        if root.hasCustomLayerOrder():
            root.setCustomLayerOrder([*(each for each in root.customLayerOrder() if each is not layer), layer])
        added.append(layer)
    return added


def _group(root: QgsLayerTreeGroup, title: str) -> QgsLayerTreeGroup:
    return root.findGroup(title) or root.insertGroup(0, title)


def _drawing_order() -> dict[str, int]:
    """Style → rank, from top to bottom, as resources/styles/order.txt lists them."""
    path = resources() / "styles" / "order.txt"
    if not path.is_file():
        return {}
    names = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return {name: rank for rank, name in enumerate(name for name in names if name and not name.startswith("#"))}


def _order_drawing(
    project: QgsProject, added: list[QgsMapLayer], order: dict[str, int], known: dict[str, Entry]
) -> None:
    """Layers are drawn by kind, whatever their group: a label of an address over a parcel over a wood.

    Only in a project that holds nothing else: the order that the user has given to a project of theirs is left alone.
    """
    if len(project.mapLayers()) != len(added):
        return

    def rank(layer: QgsMapLayer) -> tuple[int, int]:
        if not isinstance(layer, QgsVectorLayer):
            return (2, 0)
        table = layer.source().rpartition("layername=")[2]
        style = known[table].style if table in known else ""
        polygons = layer.geometryType() == Qgis.GeometryType.Polygon
        return (int(polygons) if style not in order else 0, order.get(style, len(order)))

    root = project.layerTreeRoot()
    root.setHasCustomLayerOrder(True)
    root.setCustomLayerOrder(sorted(added, key=rank))


def new_project(output: Path, title: str, crs: QgsCoordinateReferenceSystem, path: Path) -> QgsProject:
    """A project of its own for a clipped GeoPackage, saved at `path` with relative paths; extent: its layers'."""
    project = QgsProject()
    project.setTitle(title)
    project.setCrs(crs)
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    add_to_project(project, output)
    project.write(str(path))
    return project
