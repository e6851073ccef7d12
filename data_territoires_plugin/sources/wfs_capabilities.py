"""What a WFS (1.0.0, 1.1.0, 2.0.0) says of itself: its version, the CRS, formats and columns of a type, its limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import SourceError
from ..i18n import tr
from .base import Column
from .bounds import is_plain, named_crs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsCoordinateReferenceSystem
    from qgis.PyQt.QtXml import QDomDocument, QDomElement

VERSIONS = ("2.0.0", "1.1.0", "1.0.0")
OLDEST = "1.0.0"  # GML 2, x before y always, no count, no pages, the CRS of the layer alone (OGC 02-058)
_TYPES = {
    "int": "MEDIUMINT",
    "integer": "INTEGER",
    "long": "INTEGER",
    "short": "MEDIUMINT",
    "byte": "MEDIUMINT",
    "positiveInteger": "INTEGER",
    "nonNegativeInteger": "INTEGER",
    "float": "REAL",
    "double": "REAL",
    "decimal": "REAL",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "dateTime": "DATETIME",
}
_SIMPLE = frozenset({*_TYPES, "string", "time", "anyURI", "token", "normalizedString", "ID", "gYear", "anySimpleType"})
# Not GeoJSON, or not as it should be: longitude and latitude whatever is asked.
_OTHER_JSON = ("javascript", "jsonp", "topojson", "csv", "crs84")


@dataclass(frozen=True)
class Capabilities:
    """What the service says of a type."""

    version: str
    name: str  # of the type, with its prefix
    crs: tuple[str, ...]  # as written, that by default first
    json: str  # the output format that is GeoJSON, "" where there is none
    pages: bool  # startIndex and count are understood
    most: int | None  # features given at once (CountDefault), None where it doesn't tell

    def asked_in(self, delivery: QgsCoordinateReferenceSystem) -> str:
        """The CRS to ask for, as the service writes it.

        That by default (the data as they are) where its axes are plain, else that of delivery, else another plain one:
        with easting, northing nobody mistakes the order. Longitude and latitude last.
        """
        if self.version == OLDEST:
            return [*self.crs, "EPSG:4326"][0]
        plain = [each for each in self.crs if is_plain(named_crs(each))]
        if self.crs and self.crs[0] in plain:
            return self.crs[0]
        delivered = [each for each in plain if named_crs(each) == delivery.authid()]
        return [*delivered, *plain, *self.crs, "EPSG:4326"][0]


def capabilities(document: QDomDocument, layer: str, title: str) -> Capabilities:
    """What a document says of the type `layer`. Raises SourceError where it has no such type, or an older version."""
    root = document.documentElement()
    version = root.attribute("version")
    if version[:3] not in {each[:3] for each in VERSIONS} or _local(root) != "WFS_Capabilities":
        raise SourceError(
            tr("“{title}”: the service is not a WFS 1.0, 1.1 or 2.0.").format(title=title),
            detail=f"{_local(root)} {version}",
            hint=tr("Check the address in your catalogue."),
        )
    types = {_child(each, "Name"): each for each in _within(root, "FeatureType")}
    name = _found(layer, types, title)
    described = types[name]
    default = [_text(each) for tag in ("DefaultCRS", "DefaultSRS", "SRS") for each in _within(described, tag)]
    others = [_text(each) for tag in ("OtherCRS", "OtherSRS") for each in _within(described, tag)]
    formats = [_text(each) for each in _within(described, "Format")] + _parameter(root, "outputFormat")
    paging = _constraint(root, "ImplementsResultPaging").upper() == "TRUE"
    most = _constraint(root, "CountDefault")
    return Capabilities(
        next(each for each in VERSIONS if each[:3] == version[:3]),
        name,
        tuple(dict.fromkeys(each for each in default + others if named_crs(each))),
        "" if version.startswith("1.0") else _geojson(formats),  # of GML 2, nobody mistakes the axes
        version.startswith("2") and (paging or bool(most)),
        int(most) if most.isdigit() and int(most) > 0 else None,
    )


def type_names(document: QDomDocument) -> tuple[str, ...]:
    """The names of the types that a document of capabilities lists, whatever its version."""
    return tuple(name for name, _, _ in types_listed(document))


def types_listed(document: QDomDocument) -> tuple[tuple[str, str, str], ...]:
    """Name, title and abstract of the types that a document of capabilities lists, whatever its version."""
    types = _within(document.documentElement(), "FeatureType")
    return tuple((_child(each, "Name"), _child(each, "Title"), _child(each, "Abstract")) for each in types)


def _found(layer: str, types: dict[str, QDomElement], title: str) -> str:
    if layer in types:
        return layer
    same = [name for name in types if name.rpartition(":")[2] == layer.rpartition(":")[2]]
    if len(same) != 1:
        raise SourceError(
            tr("The service no longer has the layer “{layer}” of “{title}”.").format(layer=layer, title=title),
            detail=", ".join(types)[:1000],
            hint=tr("Its layers: {names}.").format(names=", ".join(sorted(types)[:20])),
        )
    return same[0]


def _geojson(formats: list[str]) -> str:
    """The format that is GeoJSON, among the ways servers write it; the one that says so rather than any JSON."""
    candidates = [
        each for each in formats if "json" in each.lower() and not any(other in each.lower() for other in _OTHER_JSON)
    ]
    return min(candidates, key=lambda each: "geo" not in each.lower(), default="")


@dataclass(frozen=True)
class TypeDescription:
    """What the schema of a type (XSD) says. `columns` is empty where it is beyond simple columns."""

    columns: tuple[Column, ...]
    schema: str  # the same, without its links to other documents


def description(document: QDomDocument, layer: str) -> TypeDescription:
    """The columns of a type, from DescribeFeatureType."""
    root = document.documentElement()
    linked = [each for tag in ("import", "include", "redefine") for each in _within(root, tag)]
    is_whole = not any(_local(each) != "import" for each in linked)
    for each in linked:
        each.parentNode().removeChild(each)
    fields = [each for each in _within(_complex_type(root, layer), "element") if each.attribute("name")]
    columns, simple = [], True
    for each in fields:
        type_ = _type(each)
        if type_ in _SIMPLE:
            columns.append(Column(each.attribute("name"), _TYPES.get(type_, "TEXT")))
        elif type_ != "geometry":
            simple = False
    return TypeDescription(tuple(columns) if simple and is_whole else (), document.toString(-1))


def _complex_type(root: QDomElement, layer: str) -> QDomElement:
    """The complexType of the element named `layer`: within it, or named by it; the only one else."""
    local = layer.rpartition(":")[2]
    types = list(_within(root, "complexType"))
    for element in _children(root):
        if _local(element) == "element" and element.attribute("name") == local:
            inside = list(_within(element, "complexType"))
            named = [each for each in types if each.attribute("name") == _after(element.attribute("type"))]
            return [*inside, *named, *types, root][0]
    return types[0] if types else root


def _type(element: QDomElement) -> str:
    """Its simple type, or `geometry`."""
    name = element.attribute("type")
    if not name:
        name = next((each.attribute("base") for each in _within(element, "restriction")), "")
    prefix, _, local = name.rpartition(":")
    if local.endswith("PropertyType") and (prefix == "gml" or "gml" in prefix):
        return "geometry"
    return local


# ---------------------------------------------------------------- XML, whatever the prefixes
def _children(element: QDomElement) -> Iterator[QDomElement]:
    child = element.firstChildElement()
    while not child.isNull():
        yield child
        child = child.nextSiblingElement()


def _within(element: QDomElement, name: str) -> Iterator[QDomElement]:
    """The elements of that local name, at any depth."""
    for child in _children(element):
        if _local(child) == name:
            yield child
        yield from _within(child, name)


def _local(element: QDomElement) -> str:
    return element.localName() or _after(element.tagName())


def _after(name: str) -> str:
    return name.rpartition(":")[2]


def _text(element: QDomElement) -> str:
    return element.text().strip()


def _child(element: QDomElement, name: str) -> str:
    return next((_text(child) for child in _children(element) if _local(child) == name), "")


def _parameter(root: QDomElement, name: str) -> list[str]:
    """The values of a parameter of GetFeature, or of the whole service."""
    found = []
    for operations in _within(root, "OperationsMetadata"):
        for part in _children(operations):
            if _local(part) == "Operation" and part.attribute("name") != "GetFeature":
                continue
            for parameter in [part, *_children(part)]:
                if _local(parameter) == "Parameter" and parameter.attribute("name").lower() == name.lower():
                    found += [_text(value) for value in _within(parameter, "Value")]
    return found


def _constraint(root: QDomElement, name: str) -> str:
    for constraint in _within(root, "Constraint"):
        if constraint.attribute("name") == name:
            return next((_text(each) for tag in ("DefaultValue", "Value") for each in _within(constraint, tag)), "")
    return ""
