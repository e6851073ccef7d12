"""Styles read by QGIS itself, and the lists of fields recorded from the services."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass

import pytest

from data_territoires_plugin.paths import resources

FOLDER = resources() / "styles"
NAMES = sorted(path.stem for path in FOLDER.glob("*.qml"))
GEOMETRIES = {"marker": "Point", "line": "LineString", "fill": "Polygon"}
KINDS = {"Point": "point", "LineString": "line", "Polygon": "polygon"}


def geometry_of(name: str) -> str:
    """The geometry a style is for, read in its first symbol."""
    symbols = (FOLDER / f"{name}.qml").read_text(encoding="utf-8").partition("<symbols>")[2]
    return GEOMETRIES[re.search(r'<symbol [^>]*type="(\w+)"', symbols)[1]]


@dataclass(frozen=True)
class Loaded:
    """A style on an empty layer, as QGIS understood it."""

    layer: object
    message: str
    good: bool

    @property
    def fields(self) -> set[str]:
        """Every field that symbols or labels read."""
        from qgis.core import QgsExpression, QgsRenderContext

        context = QgsRenderContext()
        used = set(self.layer.renderer().usedAttributes(context))
        for settings in self.labels:
            used |= settings.referencedFields(context)
        for rule in self.label_rules:
            used |= QgsExpression(rule.filterExpression()).referencedColumns()
        # The classified expression itself is among the attributes of a renderer: only names are fields.
        return {name for name in used if name.isidentifier()}

    @property
    def labels(self) -> list:
        labelling = self.layer.labeling()
        if labelling is None:
            return []
        # The root of a rule-based labelling is a provider without settings of its own.
        return [labelling.settings(name) for name in labelling.subProviders() if labelling.settings(name).fieldName]

    @property
    def label_rules(self) -> list:
        from qgis.core import QgsRuleBasedLabeling

        labelling = self.layer.labeling()
        return labelling.rootRule().descendants() if isinstance(labelling, QgsRuleBasedLabeling) else []

    @property
    def legend(self) -> list[str]:
        return [item.label() for item in self.layer.renderer().legendSymbolItems()]


def load(name: str, fields: tuple[str, ...] = ()) -> Loaded:
    """The style `name` on an empty layer of its geometry."""
    from qgis.core import QgsVectorLayer

    columns = "".join(f"&field={field}:string" for field in fields)
    layer = QgsVectorLayer(f"{geometry_of(name)}?crs=EPSG:2154{columns}", name, "memory")
    message, good = layer.loadNamedStyle(str(FOLDER / f"{name}.qml"))
    return Loaded(layer, message, good)


@pytest.fixture(scope="session")
def recorded_fields(shared):
    """Type name → its fields: the schemas of August 2026, else those a QGIS project saw in January 2025."""
    folder = shared / "recorded/geopf-wfs"
    with (folder / "idg-wfs-fields-2025-01.tsv").open(encoding="utf-8") as file:
        found = {row["typename"]: set(row["fields"].split(",")) for row in csv.DictReader(file, delimiter="\t")}
    for path in folder.glob("schemas-2026-08/*/*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        found[schema["id"]] = {column["name"] for column in schema["properties"]}
    return found
