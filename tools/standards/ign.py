"""Standards from the document models of the national validator (IGNF/validator): what a model states, as our values.

Only facts are taken: names, types, sizes, patterns, codes and their labels, conditions. The texts are ours.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from data_territoires_plugin.standards.model import (
    Code,
    CodeList,
    Condition,
    Document,
    Field,
    FieldType,
    Geometry,
    Kind,
    Level,
    Piece,
    PieceKind,
    Presence,
    Reference,
    Standard,
    Table,
)
from tools.standards import labels, rules
from tools.standards.patterns import for_python
from tools.standards.predicates import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Bytes of text that a table may be in: its encoding is declared in the metadata, UTF-8 by default.
ENCODINGS = ("UTF-8", "ISO-8859-1")
DATES = ("%Y%m%d", "%d/%m/%Y", "%Y-%m-%d", "%Y/%m/%d", "%Y")
_TYPES = {
    "String": FieldType.TEXT,
    "Integer": FieldType.INTEGER,
    "Double": FieldType.NUMBER,
    "Boolean": FieldType.BOOLEAN,
    "Date": FieldType.DATE,
    "Filename": FieldType.FILENAME,
    "Path": FieldType.PATH,
    "Url": FieldType.URL,
}
_KINDS = {
    "Point": Kind.POINT,
    "MultiPoint": Kind.POINT,
    "LineString": Kind.LINE,
    "MultiLineString": Kind.LINE,
    "Polygon": Kind.POLYGON,
    "MultiPolygon": Kind.POLYGON,
    "Geometry": Kind.ANY,
    "GeometryCollection": Kind.ANY,
}
_PRESENCES = {"ERROR": Presence.MANDATORY, "WARN": Presence.RECOMMENDED, "OPTIONAL": Presence.OPTIONAL}
_PIECES = {
    "directory": PieceKind.FOLDER,
    "table": PieceKind.TABLE,
    "multi_table": PieceKind.TABLES,
    "pdf": PieceKind.PDF,
    "metadata": PieceKind.METADATA,
}
_FOREIGN_KEY = re.compile(r"\(([^)]+)\) REFERENCES (\w+)\(([^)]+)\)")
_LABEL = "LIBELLE"


def allowed_crs(projections: Path) -> tuple[str, ...]:
    """The codes that the validator accepts (projection.json)."""
    return tuple(one["code"] for one in json.loads(projections.read_text(encoding="utf-8")))


def standard_of(folder: Path, base: Standard, *, family: str, texts: bool = True) -> Standard:
    """The standard of a model (the folder that holds files.json); `base` gives its id, title and source.

    `family` is that of the document: PLU, PLUI, SUP… `texts`: its tables pass through texts of 15 digits.
    """
    model = json.loads((folder / "files.json").read_text(encoding="utf-8"))
    held = [file for file in model["files"] if file["type"] == "table"]
    read = [_table(folder, file, texts=texts) for file in held]
    tables = tuple(replace(table, **rules.of_table(table, family, base.version)) for table in read)
    constraints = model.get("constraints") or {}
    document = Document(
        folder=for_python(constraints.get("folderName") or ".*"),
        pieces=tuple(_piece(file) for file in model["files"]),
        family=family,
        metadata=constraints.get("metadataSpecification") or "",
    )
    lists = _code_lists(folder, tables)
    return replace(base, tables=tables, code_lists=lists, document=document, encodings=ENCODINGS)


def _piece(file: dict[str, Any]) -> Piece:
    kind = _PIECES[file["type"]]
    table = file["name"] if kind is PieceKind.TABLE else ""
    return Piece(file["name"], kind, for_python(file["path"]), _PRESENCES[file["mandatory"]], table)


def _table(folder: Path, file: dict[str, Any], *, texts: bool) -> Table:
    path = folder / (file.get("tableModel") or f"types/{file['name']}.json")
    model = json.loads(path.read_text(encoding="utf-8"))
    columns, constraints = model["columns"], model.get("constraints") or {}
    shapes = [one for one in columns if one["type"] in _KINDS]
    fields = sorted((_field(one) for one in columns if one["type"] in _TYPES), key=lambda one: labels.rank(one.name))
    keys, references = constraints.get("foreignKeys") or (), [one for one in columns if _reference_of(one)]
    return Table(
        name=file["name"],
        title=labels.table_title(file["name"]),
        fields=tuple(fields),
        geometry=_geometry(shapes[0], texts=texts) if shapes else None,
        references=(*(_codes(one) for one in sorted(set(keys))), *(_reference(one) for one in references)),
        conditions=_conditions(constraints.get("conditions") or ()),
    )


def _field(column: dict[str, Any]) -> Field:
    constraints, name, type_ = column["constraints"], column["name"], _TYPES[column["type"]]
    boolean = type_ is FieldType.BOOLEAN
    return Field(
        name=name,
        type=type_,
        title=labels.field_title(name),
        presence=Presence.MANDATORY if constraints.get("presenceRequired", True) else Presence.OPTIONAL,
        required=constraints["required"],
        unique=constraints["unique"],
        min_length=constraints.get("minLength"),
        max_length=constraints.get("maxLength"),
        pattern=for_python(constraints.get("pattern") or ""),
        values=tuple(str(one) for one in constraints.get("enum") or ()),
        formats=DATES if type_ is FieldType.DATE else (),
        true_values=("1", "T", "Y") if boolean else (),
        false_values=("0", "F", "N") if boolean else (),
        aliases=labels.ALIASES.get(name, ()),
    )


def _geometry(column: dict[str, Any], *, texts: bool) -> Geometry:
    constraints = column["constraints"]
    return Geometry(
        kinds=(_KINDS[column["type"]],),
        required=constraints["required"],
        unique=constraints["unique"],
        column=column["name"],
        text_round_trip=texts,
    )


def _codes(key: str) -> Reference:
    match = _FOREIGN_KEY.fullmatch(key)
    assert match, key
    fields, target, columns = match.groups()
    return Reference(_names(fields), target, _names(columns), is_code_list=True, code="TABLE_FOREIGN_KEY_NOT_FOUND")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


def _reference_of(column: dict[str, Any]) -> str:
    return str(column["constraints"].get("reference") or "")


def _reference(column: dict[str, Any]) -> Reference:
    table, _, name = _reference_of(column).partition(".")
    return Reference((column["name"],), table, (name,), is_code_list=False, code="ATTRIBUTE_REFERENCE_NOT_FOUND")


def _conditions(predicates: Iterable[str]) -> tuple[Condition, ...]:
    """Each is named after its rank: the same predicate keeps its name as long as its table keeps its conditions."""
    return tuple(
        Condition(f"condition_{rank}", one, in_words(one), Level.ERROR, "DATABASE_CONSTRAINT_MISMATCH")
        for rank, one in enumerate(sorted(predicates), 1)
    )


def _code_lists(folder: Path, tables: Iterable[Table]) -> tuple[CodeList, ...]:
    wanted = {one.target: one.target_fields for table in tables for one in table.references if one.is_code_list}
    return tuple(_code_list(folder / "codes" / f"{name}.csv", wanted[name]) for name in sorted(wanted))


def _code_list(path: Path, columns: tuple[str, ...]) -> CodeList:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if any(row.values())]
    codes = {tuple(row[name].strip() for name in columns): _label(row, columns) for row in rows}
    return CodeList(path.stem, columns, tuple(Code(values, label) for values, label in codes.items()))


def _label(row: dict[str, str], columns: tuple[str, ...]) -> str:
    if _LABEL in row and _LABEL not in columns:
        return " ".join(row[_LABEL].split())
    return labels.code_label(columns[0], row[columns[0]].strip()) if len(columns) == 1 else ""
