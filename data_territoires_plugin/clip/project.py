"""The clipped layers in a QGIS project: grouped by theme, drawn in a sensible order, styled, attributed. Main thread only."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsVectorLayer

from ..catalogue import load_catalogue
from ..geopackage import connect
from ..network import endpoint
from ..paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qgis.core import QgsLayerTreeGroup, QgsMapLayer

    from ..catalogue import Entry

_BACKGROUNDS = "fonds"
# Themes and styles that cover the map below them: there, but not shown, in a project that has many layers.
_COVERING_THEMES = frozenset(("urbanisme", "risques", "espaces_proteges", "population"))
_COVERING_STYLES = frozenset(("rpg", "foret", "foret_surf", "agricole_surf", "cadastre_section", "cadastre_batiment"))
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
        rows = connection.execute("SELECT entry, title, attribution FROM dt_recipe WHERE status = 'done'").fetchall()
    except sqlite3.Error:
        rows = []
    finally:
        connection.close()
    return tuple(Clipped(*row) for row in rows)


def add_to_project(project: QgsProject, output: Path, *, backgrounds: Iterable[Entry] = ()) -> list[QgsMapLayer]:
    """Adds the layers of a clipped GeoPackage to a project, at the top of its tree; gives back the layers added."""
    catalogue = load_catalogue()
    known = {entry.id: entry for entry in catalogue.entries}
    order = _drawing_order()
    groups: dict[str, list[tuple[int, QgsMapLayer]]] = {}
    covering: set[int] = set()
    for clipped in clipped_layers(output):
        entry = known.get(clipped.entry)
        layer = QgsVectorLayer(f"{output}|layername={clipped.entry}", clipped.title, "ogr")
        if not layer.isValid():
            continue
        _finish(layer, clipped, entry)
        if entry and (entry.theme in _COVERING_THEMES or entry.style in _COVERING_STYLES):
            covering.add(id(layer))
        theme = catalogue.themes.get(entry.theme, entry.theme) if entry else output.stem
        rank = order.get(entry.style, len(order)) if entry else len(order)
        groups.setdefault(theme, []).append((rank, layer))
    added: list[QgsMapLayer] = []
    many = sum(map(len, groups.values())) > _MANY
    root = project.layerTreeRoot()
    for theme, members in sorted(groups.items(), key=lambda item: -min(rank for rank, _ in item[1])):
        group = _group(root, theme)
        for _, layer in sorted(members, key=lambda member: -member[0]):
            project.addMapLayer(layer, addToLegend=False)
            node = group.insertLayer(0, layer)
            node.setItemVisibilityChecked(not many or id(layer) not in covering)
            node.setExpanded(False)
            added.append(layer)
    added += _add_backgrounds(project, backgrounds, catalogue.themes.get(_BACKGROUNDS, _BACKGROUNDS))
    _order_drawing(project, added, order, known)
    if added and not project.crs().isValid():
        project.setCrs(added[0].crs())
    return added


def _finish(layer: QgsVectorLayer, clipped: Clipped, entry: Entry | None) -> None:
    """What the default style of the table does not hold: the attribution that the producer demands, the scale of the entry."""
    layer.serverProperties().setAttribution(clipped.attribution)
    if entry and entry.min_scale and not layer.hasScaleBasedVisibility():
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(entry.min_scale)


def background_layer(entry: Entry) -> QgsRasterLayer:
    """The stream of a background of the catalogue (WMTS, or WMS where its service is one). It may be invalid: no network."""
    options, base = dict(entry.options), endpoint(entry.service)
    style, image = options.get("style", "normal"), options.get("format", "image/png")
    uri = f"contextualWMSLegend=0&crs=EPSG:3857&format={image}&layers={entry.layer}&styles={style}"
    if entry.service == "geopf_wmts":
        capabilities = quote(f"{base}?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetCapabilities", safe=":/?")
        uri += f"&tileMatrixSet={options.get('matrix_set', 'PM')}&url={capabilities}"
    else:
        uri += f"&url={quote(base, safe=':/?')}"
    layer = QgsRasterLayer(uri, entry.title, "wms")
    layer.serverProperties().setAttribution(entry.attribution)
    return layer


def _add_backgrounds(project: QgsProject, backgrounds: Iterable[Entry], title: str) -> list[QgsMapLayer]:
    """Backgrounds go to the bottom of the tree; only the first one is shown, or none of what is below would be seen."""
    added: list[QgsMapLayer] = []
    group = None
    for entry in backgrounds:
        layer = background_layer(entry)
        if not layer.isValid():
            continue
        group = group or project.layerTreeRoot().addGroup(title)
        project.addMapLayer(layer, addToLegend=False)
        node = group.addLayer(layer)
        node.setItemVisibilityChecked(not added)
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
