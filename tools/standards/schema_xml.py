"""Standards from XML Schemas of GML: PCRS and StaR-DT. A feature class is a table, an element of its type a field.

The properties that lead to another feature are relations, not columns: they are left out, and the standard says so.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from data_territoires_plugin.standards.model import (
    Code,
    CodeList,
    Field,
    FieldType,
    Geometry,
    Kind,
    Presence,
    Reference,
    Standard,
    Table,
)
from tools.standards.labels import humanized
from tools.standards.patterns import for_python

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

_XS = "{http://www.w3.org/2001/XMLSchema}"
_FEATURE = "AbstractFeature"
_TYPES = {
    "string": FieldType.TEXT,
    "integer": FieldType.INTEGER,
    "double": FieldType.NUMBER,
    "boolean": FieldType.BOOLEAN,
    "date": FieldType.DATE,
    "MeasureType": FieldType.NUMBER,
    "LengthType": FieldType.NUMBER,
    "ReferenceType": FieldType.TEXT,
}
_KINDS = {"Point": Kind.POINT, "Curve": Kind.LINE, "Surface": Kind.POLYGON, "Polygon": Kind.POLYGON}
_RELATIONS = "Les relations entre objets (xlink) ne sont pas des colonnes : elles ne sont pas contrôlées."


def street_plan(source: Path) -> list[Standard]:
    """PCRS 2.0, the large-scale plan of streets."""
    schema = _Schema([source / "pcrs" / "CNIG_PCRS_v2.0.xsd", source / "pcrs" / "CNIG_PCRS-INFO_v2.0.xsd"])
    return [
        Standard(
            id="pcrs_2.0",
            title="Plan de corps de rue simplifié (PCRS), vecteur",
            version="2.0",
            date="2017-09-21",
            source="CNIG ; cnigfr/PCRS, schéma XML",
            family="reseaux",
            tables=schema.tables(),
            partial=_RELATIONS,
            keywords=("PCRS", "voirie", "topographie", "affleurant"),
        )
    ]


def underground(source: Path) -> list[Standard]:
    """StaR-DT 1.0, what the operators of networks answer to works declarations."""
    folder = source / "star-dt"
    schema = _Schema([folder / "StaRDT.xsd"])
    lists = _code_lists(folder / "codeListes")
    tables = schema.tables(known=frozenset(one.id for one in lists if one.codes))
    used = {one.target for table in tables for one in table.references}
    return [
        Standard(
            id="star_dt_1.0",
            title="Socle commun des réseaux (StaR-DT)",
            version="1.0",
            date="2022-11",
            source="CNIG ; cnigfr/StaR-DT, schéma XML et listes de codes",
            family="reseaux",
            tables=tables,
            code_lists=tuple(one for one in lists if one.id in used),
            partial=_RELATIONS,
            keywords=("StaR-DT", "réseaux", "DT-DICT", "canalisation", "câble"),
        )
    ]


@dataclass(frozen=True)
class _Property:
    """A property of a class: its element, under its short type (without namespace)."""

    element: Element
    type: str

    @property
    def name(self) -> str:
        return self.element.attrib["name"]

    @property
    def needed(self) -> bool:
        return self.element.get("minOccurs", "1") != "0"


class _Schema:
    """The types and elements of one or several schema documents."""

    def __init__(self, paths: Iterable[Path]) -> None:
        roots = [ElementTree.parse(path).getroot() for path in paths]
        self._elements = {one.attrib["name"]: one for root in roots for one in root.findall(f"{_XS}element")}
        self._types = {one.attrib["name"]: one for root in roots for one in root.findall(f"{_XS}complexType")}
        self._simple = {one.attrib["name"]: one for root in roots for one in root.findall(f"{_XS}simpleType")}

    def tables(self, known: frozenset[str] = frozenset()) -> tuple[Table, ...]:
        """One table per class of features that isn't abstract; `known`: the code lists that may be referred to."""
        return tuple(
            self._table(name, element, known)
            for name, element in sorted(self._elements.items())
            if element.get("abstract") != "true" and self._is_feature(element) and not self._is_collection(element)
        )

    def _is_feature(self, element: Element) -> bool:
        group = _short(element.get("substitutionGroup", ""))
        return group == _FEATURE or (group in self._elements and self._is_feature(self._elements[group]))

    def _is_collection(self, element: Element) -> bool:
        """The root of a file, which holds the features: it has members."""
        declared = self._types[_short(element.attrib["type"])]
        names = (one.get("name", "") + one.get("ref", "") for one in declared.iter(f"{_XS}element"))
        return any(name.lower().endswith("member") for name in names)

    def _table(self, name: str, element: Element, known: frozenset[str]) -> Table:
        held = list(self._properties(_short(element.attrib["type"])))
        shapes = [one for one in held if _kind(one)]
        columns = [one for one in held if one.type in _TYPES or one.type in self._simple]
        listed = ((one.name, _list_of(one.element)) for one in columns)
        return Table(
            name=name,
            title=humanized(name.replace("PCRS", "")),
            fields=tuple(self._field(one) for one in columns),
            geometry=_geometry(shapes[0]) if shapes else None,
            references=tuple(Reference((one,), to, ("code",), is_code_list=True) for one, to in listed if to in known),
        )

    def _properties(self, type_: str) -> Iterator[_Property]:
        """The properties of a type, those that it inherits first."""
        declared = self._types.get(type_)
        if declared is None:
            return
        extension = declared.find(f".//{_XS}extension")
        if extension is not None:
            yield from self._properties(_short(extension.attrib["base"]))
        within = extension if extension is not None else declared
        for element in within.findall(f"{_XS}sequence/{_XS}element"):
            if "name" in element.attrib:
                yield _Property(element, _short(element.get("type", "")) or _reference(element))

    def _field(self, one: _Property) -> Field:
        repeated = one.element.get("maxOccurs") == "unbounded"
        closed = () if repeated else self._values(one.type)
        by_link = one.type == "ReferenceType"  # an attribute of XML, which GDAL doesn't read as a column by default
        return Field(
            name=one.name,
            type=FieldType.TEXT if repeated else _TYPES.get(one.type, FieldType.TEXT),
            title=humanized(one.name),
            presence=Presence.MANDATORY if one.needed and not by_link else Presence.OPTIONAL,
            required=one.needed,
            pattern="" if repeated or closed else self._pattern(one.type),
            values=closed,
            aliases=(f"{one.name}_href",) if by_link else (),
        )

    def _values(self, type_: str) -> tuple[str, ...]:
        """The values of a simple type that is a closed list."""
        declared = self._simple.get(type_)
        if declared is None or declared.find(f"{_XS}union") is not None:
            return ()
        return tuple(one.attrib["value"] for one in declared.iter(f"{_XS}enumeration"))

    def _pattern(self, type_: str) -> str:
        """The values of a simple type as a pattern: the list is open (“other: …”)."""
        declared = self._simple.get(type_)
        if declared is None:
            return ""
        union = declared.find(f"{_XS}union")
        if union is not None:
            members = [self._pattern(_short(name)) for name in union.attrib["memberTypes"].split()]
            return "|".join(one for one in members if one)
        patterns = [for_python(one.attrib["value"]) for one in declared.iter(f"{_XS}pattern")]
        return "|".join([*(re.escape(one.attrib["value"]) for one in declared.iter(f"{_XS}enumeration")), *patterns])


def _short(name: str) -> str:
    return name.rpartition(":")[2]


def _reference(element: Element) -> str:
    """The element that an anonymous type leads to: gml:Polygon, or another feature."""
    found = element.find(f".//{_XS}element[@ref]")
    return _short(found.attrib["ref"]) if found is not None else ""


def _kind(one: _Property) -> Kind | None:
    name = one.type.removesuffix("PropertyType").removeprefix("Multi")
    return Kind.ANY if name == "Geometry" else _KINDS.get(name)


def _geometry(one: _Property) -> Geometry:
    kind = _kind(one)
    assert kind, one
    return Geometry((kind,), required=one.needed, column=one.name)


def _list_of(element: Element) -> str:
    found = next((one for one in element.iter() if _local(one).endswith("targetCodeList")), None)
    return (found.text or "").strip() if found is not None else ""


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _code_lists(folder: Path) -> list[CodeList]:
    """The dictionaries of GML: a code per definition. Those of the folder, then those that only the archive has."""
    texts = {path.stem: path.read_bytes() for path in sorted((folder / "INPUT").glob("*.xml"))}
    with zipfile.ZipFile(folder / "StaR-DT-codelists.zip") as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                texts.setdefault(name.rpartition("/")[2].removesuffix(".xml"), archive.read(name))
    return [_code_list(name, text) for name, text in sorted(texts.items())]


def _code_list(name: str, text: bytes) -> CodeList:
    definitions = [one for one in ElementTree.fromstring(text).iter() if _local(one) == "Definition"]
    codes: dict[str, Code] = {}
    for definition in definitions:
        held = {_local(one): " ".join((one.text or "").split()) for one in definition}
        value = held.get("identifier", "")
        if value:
            codes.setdefault(value, Code((value,), held.get("name", "")))
    return CodeList(name, ("code",), tuple(codes.values()))
