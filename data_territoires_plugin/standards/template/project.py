"""The project of a template: layers in their order, symbology, snapping, topological editing, variables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsProject,
    QgsRenderContext,
    QgsSnappingConfig,
    QgsVectorLayer,
)

from ...errors import OutputError
from ...i18n import tr
from ...paths import resources
from ..engine.document_name import parse
from .defaults import CODE, DATE, PART
from .forms import set_form

if TYPE_CHECKING:
    from pathlib import Path

    from ..model import Standard, Table
    from .tables import Written

_TOLERANCE = 12.0  # pixels
# Table (its name, or how it ends) → its style in resources/styles; the drawing is ours, the colours follow the CNIG's.
_STYLES = (
    ("ZONE_URBA", "zone_urba"),
    ("SECTEUR_CC", "secteur_cc"),
    ("PRESCRIPTION_SURF", "prescription_surf"),
    ("PRESCRIPTION_LIN", "prescription_lin"),
    ("PRESCRIPTION_PCT", "prescription_pct"),
    ("INFO_SURF", "info_surf"),
    ("INFO_LIN", "info_lin"),
    ("INFO_PCT", "info_pct"),
    ("_SUP_S", "sup_surf"),
    ("_SUP_L", "sup_lin"),
    ("_SUP_P", "sup_pct"),
)
_GENERIC = {
    Qgis.GeometryType.Point: "generique_pct",
    Qgis.GeometryType.Line: "generique_lin",
    Qgis.GeometryType.Polygon: "generique_surf",
}
_DRAWN = (Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon)  # from top to bottom


@dataclass(frozen=True)
class Opened:
    """The layers of a template."""

    tables: dict[str, QgsVectorLayer]  # by name in the standard
    lists: dict[str, QgsVectorLayer]  # by id of the code list


def make_project(standard: Standard, written: Written, file: Path, crs: str, document: str) -> QgsProject:
    """The project of a template, not saved yet. In the thread of the application. Raises OutputError."""
    project = QgsProject()
    project.setTitle(f"{standard.title} ({document})" if document else standard.title)
    project.setCrs(QgsCoordinateReferenceSystem(crs))
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    opened = _opened(standard, written, file)
    _add(project, standard, opened)
    for table in standard.tables:
        layer = opened.tables[table.name]
        set_form(layer, table, standard, {**opened.tables, **opened.lists})
        if layer.isSpatial():
            _draw(layer, table)
    for layer in opened.lists.values():
        layer.setReadOnly(True)
    _snap(project, standard, opened)
    _variables(project, document)
    return project


def _opened(standard: Standard, written: Written, file: Path) -> Opened:
    options = QgsVectorLayer.LayerOptions(False)

    def layer(name: str, title: str) -> QgsVectorLayer:
        made = QgsVectorLayer(f"{file}|layername={name}", title or name, "ogr", options)
        if not made.isValid():
            raise OutputError(
                tr("The table “{name}” of the template can't be read back.").format(name=name),
                detail=made.error().message(),
                hint=tr("Check that the disk is not full, and choose another folder."),
            )
        return made

    tables = {one.name: layer(written.tables[one.name], _title(one)) for one in standard.tables}
    lists = {one.id: layer(written.lists[one.id], one.title or one.id) for one in standard.code_lists}
    return Opened(tables, lists)


def _title(table: Table) -> str:
    """The layer bears the name of the table, that the checks know it by, and its title."""
    return f"{table.name} – {table.title}" if table.title and table.title != table.name else table.name


def _add(project: QgsProject, standard: Standard, opened: Opened) -> None:
    """The tree: points over lines over surfaces, in the order of the standard; then tables; then lists, folded."""
    root = project.layerTreeRoot()
    tables = [opened.tables[one.name] for one in standard.tables]
    drawn = [one for kind in _DRAWN for one in tables if one.isSpatial() and one.geometryType() == kind]
    drawn += [one for one in tables if one.isSpatial() and one not in drawn]
    groups = (
        (tr("Layers to digitise"), drawn),
        (tr("Tables to fill"), [one for one in tables if not one.isSpatial()]),
        (tr("Lists of codes"), list(opened.lists.values())),
    )
    for title, members in groups:
        if not members:
            continue
        group = root.addGroup(title)
        for layer in members:
            project.addMapLayer(layer, addToLegend=False)
            group.addLayer(layer).setExpanded(False)
        group.setExpanded(members is drawn)


def _draw(layer: QgsVectorLayer, table: Table) -> None:
    """The style of the table, without what hides it at some scales: one digitises at all of them."""
    name = table.name.upper()
    style = next((style for end, style in _STYLES if name.endswith(end)), "")
    categories = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
    for each in (style, _GENERIC.get(layer.geometryType(), "")):
        path = resources() / "styles" / f"{each}.qml"
        if each and path.is_file():
            layer.loadNamedStyle(str(path), True, categories)
            if _drawable(layer):
                break
    layer.setScaleBasedVisibility(False)


def _drawable(layer: QgsVectorLayer) -> bool:
    """Whether the layer has the fields by which its style tells features apart."""
    context = QgsRenderContext()
    context.expressionContext().appendScope(QgsExpressionContextUtils.layerScope(layer))
    used = layer.renderer().usedAttributes(context) if layer.renderer() else set()
    return all(layer.fields().lookupField(name) >= 0 for name in used)


def _snap(project: QgsProject, standard: Standard, opened: Opened) -> None:
    """Snapping on every layer; shared boundaries move together; what must not overlap is cut while it is drawn."""
    snapping = QgsSnappingConfig(project)
    snapping.setEnabled(True)
    snapping.setMode(Qgis.SnappingMode.AllLayers)
    snapping.setTypeFlag(Qgis.SnappingTypes(Qgis.SnappingType.Vertex | Qgis.SnappingType.Segment))
    snapping.setTolerance(_TOLERANCE)
    snapping.setUnits(Qgis.MapToolUnit.Pixels)
    snapping.setIntersectionSnapping(True)
    project.setSnappingConfig(snapping)
    project.setTopologicalEditing(True)
    apart = [
        opened.tables[table.name]
        for table in standard.tables
        if any(rule.name in ("no_overlap", "no_gap") for rule in table.topology)
    ]
    if apart:
        project.setAvoidIntersectionsMode(Qgis.AvoidIntersectionsMode.AvoidIntersectionsLayers)
        project.setAvoidIntersectionsLayers(apart)


def _variables(project: QgsProject, document: str) -> None:
    """What the identifiers are made of: the code and the date that the name of the document says."""
    name = parse(document)
    values = {CODE: "", DATE: "", PART: ""}
    if name is not None:
        values = {CODE: name.territory or name.manager, DATE: name.date, PART: name.part}
    for key, value in values.items():
        QgsExpressionContextUtils.setProjectVariable(project, key, value)
