"""The documents of WFS-T 1.1: what a type is, what is sent, what is answered. No request leaves from here.

What QGIS Server 3.44 makes of them was tried on the real one: one feature per Insert; names that it does not know are
ignored; a MultiSurface is refused and a MultiPolygon taken; Inserts are carried out from the last to the first; errors
come with HTTP 200; an Update without Filter changes every row; a Property without Value empties a column.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from osgeo import ogr

from ..content import Column, Row, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qgis.PyQt.QtXml import QDomDocument, QDomElement

VERBS = ("Insert", "Update", "Delete")
_TYPES = {
    **dict.fromkeys(("int", "integer", "long", "short", "byte", "positiveInteger", "nonNegativeInteger"), "integer"),
    **dict.fromkeys(("decimal", "double", "float"), "number"),
    "boolean": "boolean",
    "date": "date",
    "time": "time",
    "dateTime": "datetime",
}
_KINDS = {"Point": "point", "Curve": "line", "Line": "line", "Surface": "polygon", "Polygon": "polygon"}
_NAMESPACES = (
    'xmlns:wfs="http://www.opengis.net/wfs" xmlns:ogc="http://www.opengis.net/ogc"'
    ' xmlns:gml="http://www.opengis.net/gml"'
)


@dataclass(frozen=True)
class FeatureType:
    """What a type is called (`name` in the capabilities, `local` in its namespace), its columns and its shape."""

    name: str
    namespace: str
    columns: tuple[Column, ...]
    geometry: str  # the element of the shape, "" where there is none
    kind: str  # point, line, polygon, "" = any
    multiple: bool  # the shape has several parts

    @property
    def local(self) -> str:
        """Its name without prefix."""
        return self.name.rpartition(":")[2]


@dataclass(frozen=True)
class Reply:
    """What a transaction is answered: how many features, the refusals (handle → words), the new ids (handle → id).

    Without handle an id says nothing: QGIS Server inserts from the last to the first.
    """

    total: int
    refusals: dict[str, str]
    ids: dict[str, str]


# ---------------------------------------------------------------- what is read
def described(document: QDomDocument, name: str) -> FeatureType:
    """A type, from DescribeFeatureType. Its columns are () where the document does not tell."""
    root = document.documentElement()
    columns, geometry, kind, multiple = [], "", "", False
    for element in _type_elements(root, name.rpartition(":")[2]):
        type_, limit = _type_of(element)
        if type_.endswith("PropertyType") and not geometry:
            geometry, stem = element.attribute("name"), type_.removesuffix("PropertyType")
            multiple = stem.startswith("Multi")
            kind = next((told for word, told in _KINDS.items() if word in stem), "")
        elif not type_.endswith("PropertyType"):
            free = element.attribute("nillable") == "true" or element.attribute("minOccurs") == "0"
            columns.append(Column(element.attribute("name"), _TYPES.get(type_, "text"), limit, not free))
    return FeatureType(name, root.attribute("targetNamespace"), tuple(columns), geometry, kind, multiple)


def writable(document: QDomDocument, name: str) -> tuple[bool, frozenset[str]]:
    """Whether a document of capabilities offers transactions, and which verbs for this type (all: it doesn't tell)."""
    root = document.documentElement()
    offered = any(each.attribute("name") == "Transaction" for each in _within(root, "Operation"))
    general = _verbs(next(_children_named(_first(root, "FeatureTypeList"), "Operations"), None))
    for each in _within(root, "FeatureType"):
        if _text(_first(each, "Name")) == name:
            verbs = _verbs(next(_children_named(each, "Operations"), None)) or general
            return offered, verbs or frozenset(VERBS)
    return offered, general or frozenset(VERBS)


def offers_transactions(document: QDomDocument) -> bool:
    """Whether a document of capabilities is that of a WFS that can be written to."""
    root = document.documentElement()
    return _local(root) == "WFS_Capabilities" and writable(document, "")[0]


def reply(document: QDomDocument) -> Reply | None:
    """The answer to a transaction; None where it is none."""
    root = document.documentElement()
    if _local(root) != "TransactionResponse":
        return None
    totals = [_text(each) for tag in ("totalInserted", "totalUpdated", "totalDeleted") for each in _within(root, tag)]
    refusals = {
        action.attribute("locator"): " ".join(_text(message) for message in _within(action, "Message"))
        for action in _within(root, "Action")
    }
    ids = {
        feature.attribute("handle"): _first(feature, "FeatureId").attribute("fid")
        for feature in _within(root, "Feature")
        if feature.attribute("handle")
    }
    return Reply(sum(int(total) for total in totals if total.isdigit()), refusals, ids)


def hits(document: QDomDocument) -> int | None:
    """How many features match, as resultType=hits answers (`numberOfFeatures`, `numberMatched` in 2.0)."""
    root = document.documentElement()
    told = root.attribute("numberOfFeatures") or root.attribute("numberMatched")
    return int(told) if told.isdigit() else None


# ---------------------------------------------------------------- what is sent
def transaction(type_: FeatureType, operations: Iterable[str]) -> bytes:
    """A Transaction of 1.1.0; `f` is the prefix of the type."""
    space = f'{_NAMESPACES} xmlns:f="{escape(type_.namespace)}"'
    return f'<wfs:Transaction service="WFS" version="1.1.0" {space}>{"".join(operations)}</wfs:Transaction>'.encode()


def insert(type_: FeatureType, columns: Sequence[Column], row: Row, shape: str, handle: str) -> str:
    """An Insert of one feature: what is empty is left out, which leaves it empty."""
    values = [*zip((column.name for column in columns), row.values, strict=True), *row.others]
    inside = "".join(_element(name, value) for name, value in values if value is not None)
    if shape:
        inside += f"<f:{type_.geometry}>{shape}</f:{type_.geometry}>"
    return f'<wfs:Insert handle="{handle}"><f:{type_.local}>{inside}</f:{type_.local}></wfs:Insert>'


def update(type_: FeatureType, columns: Sequence[Column], row: Row, shape: str, id_: str, handle: str) -> str:
    """An Update of one feature, of every column that is published; always with its Filter."""
    inside = "".join(_property(column.name, value) for column, value in zip(columns, row.values, strict=True))
    if shape:
        inside += _named(type_.geometry, f"<wfs:Value>{shape}</wfs:Value>")
    return f'<wfs:Update typeName="f:{type_.local}" handle="{handle}">{inside}{_ids([id_])}</wfs:Update>'


def delete(type_: FeatureType, ids: Sequence[str]) -> str:
    """A Delete of the features of these ids."""
    if not ids:
        raise ValueError(ids)
    return f'<wfs:Delete typeName="f:{type_.local}">{_ids(ids)}</wfs:Delete>'


def query(type_: FeatureType, key: str, values: Sequence[str], crs: str, output: str) -> bytes:
    """A GetFeature of the features whose column `key` has one of these values."""
    tests = [
        f"<ogc:PropertyIsEqualTo><ogc:PropertyName>{escape(key)}</ogc:PropertyName>"
        f"<ogc:Literal>{escape(value)}</ogc:Literal></ogc:PropertyIsEqualTo>"
        for value in values
    ]
    joined = tests[0] if len(tests) == 1 else f"<ogc:Or>{''.join(tests)}</ogc:Or>"
    told = f' outputFormat="{escape(output)}"' if output else ""
    space = f'{_NAMESPACES} xmlns:f="{escape(type_.namespace)}"'
    if ":" in type_.name:
        space += f' xmlns:{type_.name.partition(":")[0]}="{escape(type_.namespace)}"'
    return (
        f'<wfs:GetFeature service="WFS" version="1.1.0"{told} {space}><wfs:Query typeName="{escape(type_.name)}"'
        f' srsName="{escape(crs)}"><ogc:Filter>{joined}</ogc:Filter></wfs:Query></wfs:GetFeature>'
    ).encode()


def gml(wkb: bytes, crs: str, *, multiple: bool, swapped: bool) -> str:
    """A shape in the form that GML 2 and 3.1 share; `swapped`: the second number first."""
    if not wkb:
        return ""
    shape = ogr.CreateGeometryFromWkb(wkb).GetLinearGeometry()
    kind = ogr.GT_Flatten(shape.GetGeometryType())
    several = {ogr.wkbPoint: ogr.wkbMultiPoint, ogr.wkbLineString: ogr.wkbMultiLineString,
               ogr.wkbPolygon: ogr.wkbMultiPolygon}  # fmt: skip
    if multiple and kind in several:
        shape = ogr.ForceTo(shape, several[kind])
    elif not multiple and kind in several.values() and shape.GetGeometryCount() == 1:
        shape = shape.GetGeometryRef(0).Clone()
    if swapped:
        shape.SwapXY()
    return str(shape.ExportToGML(options=["FORMAT=GML2"])).replace(">", f' srsName="{escape(crs)}">', 1)


def _element(name: str, value: Value) -> str:
    return f"<f:{name}>{_written(value)}</f:{name}>"


def _property(name: str, value: Value) -> str:
    # No Value at all: emptied. An empty one would be a text of no length, and no number.
    return _named(name, "" if value is None else f"<wfs:Value>{_written(value)}</wfs:Value>")


def _named(name: str, inside: str) -> str:
    return f"<wfs:Property><wfs:Name>{escape(name)}</wfs:Name>{inside}</wfs:Property>"


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(repr(value) if isinstance(value, float) else str(value))


def _ids(ids: Sequence[str]) -> str:
    inside = "".join(f'<ogc:FeatureId fid="{escape(id_)}"/>' for id_ in ids)
    return f"<ogc:Filter>{inside}</ogc:Filter>"


# ---------------------------------------------------------------- XML, whatever the prefixes
def _type_elements(root: QDomElement, local: str) -> Iterator[QDomElement]:
    types = list(_within(root, "complexType"))
    for element in _children_named(root, "element"):
        if element.attribute("name") == local:
            wanted = element.attribute("type").rpartition(":")[2]
            own = [*_within(element, "complexType"), *(each for each in types if each.attribute("name") == wanted)]
            types = own or types
    for each in _within(types[0], "element") if types else ():
        if each.attribute("name"):
            yield each


def _type_of(element: QDomElement) -> tuple[str, int]:
    """Its simple type without prefix, and its greatest length (0: none)."""
    name = element.attribute("type")
    limit = 0
    for restriction in _within(element, "restriction"):
        name = name or restriction.attribute("base")
        for length in _within(restriction, "maxLength"):
            limit = int(length.attribute("value") or 0)
    return name.rpartition(":")[2], limit


def _verbs(operations: QDomElement | None) -> frozenset[str]:
    if operations is None:
        return frozenset()
    told = {_text(child) or _local(child) for child in _children(operations)}
    return frozenset(told & set(VERBS))


def _children(element: QDomElement) -> Iterator[QDomElement]:
    child = element.firstChildElement()
    while not child.isNull():
        yield child
        child = child.nextSiblingElement()


def _children_named(element: QDomElement, name: str) -> Iterator[QDomElement]:
    return (child for child in _children(element) if _local(child) == name)


def _within(element: QDomElement, name: str) -> Iterator[QDomElement]:
    for child in _children(element):
        if _local(child) == name:
            yield child
        yield from _within(child, name)


def _first(element: QDomElement, name: str) -> QDomElement:
    return next(_within(element, name), element.ownerDocument().createElement("none"))


def _local(element: QDomElement) -> str:
    return str(element.localName() or element.tagName().rpartition(":")[2])


def _text(element: QDomElement) -> str:
    return str(element.text()).strip()
