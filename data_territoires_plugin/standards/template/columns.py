"""The columns that hold the fields of a standard: types and widths of OGR, types of geometry, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from osgeo import ogr

from ..model import FieldType, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Field, Geometry, Table

_TYPES = {
    FieldType.INTEGER: (ogr.OFTInteger64, ogr.OFSTNone),
    FieldType.NUMBER: (ogr.OFTReal, ogr.OFSTNone),
    FieldType.BOOLEAN: (ogr.OFTInteger, ogr.OFSTBoolean),
    FieldType.DATE: (ogr.OFTDate, ogr.OFSTNone),
    FieldType.DATETIME: (ogr.OFTDateTime, ogr.OFSTNone),
}
_WRITTEN = (FieldType.BOOLEAN, FieldType.DATE, FieldType.DATETIME)  # a pattern or a list speaks of them as texts
_SHAPES = {
    Kind.POINT: (ogr.wkbPoint, ogr.wkbMultiPoint),
    Kind.LINE: (ogr.wkbLineString, ogr.wkbMultiLineString),
    Kind.POLYGON: (ogr.wkbPolygon, ogr.wkbMultiPolygon),
}
_FIXED = re.compile(r"\[0-9\]\{(\d+)\}|\\d\{(\d+)\}")


def asked(table: Table) -> tuple[Field, ...]:
    """The fields that the standard asks for, in its order."""
    return tuple(one for one in table.fields if one.asked)


def is_text(one: Field) -> bool:
    """Whether the values of a field are kept as text."""
    return one.type not in _TYPES or (one.type in _WRITTEN and bool(one.pattern or one.values))


def definition(one: Field) -> ogr.FieldDefn:
    """The column of OGR that holds a field."""
    type_, subtype = (ogr.OFTString, ogr.OFSTNone) if is_text(one) else _TYPES[one.type]
    made = ogr.FieldDefn(one.name, type_)
    made.SetSubType(subtype)
    if type_ == ogr.OFTString:
        made.SetWidth(width(one))
    if one.title:
        made.SetAlternativeName(one.title)
    return made


def width(one: Field) -> int:
    """The characters that a text may have; 0: as many as one wants."""
    if one.max_length:
        return one.max_length
    fixed = _FIXED.fullmatch(one.pattern.strip("^$"))
    return int(fixed[1] or fixed[2]) if fixed else 0


def shape_type(geometry: Geometry | None) -> int:
    """The type of OGR for the shapes of a table: multipart unless the standard refuses it, points apart."""
    if geometry is None:
        return int(ogr.wkbNone)
    if len(geometry.kinds) != 1 or geometry.kinds[0] is Kind.ANY:
        type_ = ogr.wkbUnknown
    else:
        several = geometry.multi is True or (geometry.multi is None and geometry.kinds[0] is not Kind.POINT)
        type_ = _SHAPES[geometry.kinds[0]][several]
    return int(ogr.GT_SetZ(type_) if geometry.z else type_)


def free(name: str, taken: Iterable[str]) -> str:
    """A name that none of the others bears, whatever the case: `name`, else dt_`name`."""
    return f"dt_{name}" if name.casefold() in {one.casefold() for one in taken} else name
