"""What a new feature gets by itself: identifiers, dates, coordinates. Expressions of QGIS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qgis.core import QgsExpression

from ..model import FieldType, Kind
from .patterns import Part, parts_of
from .places import DEGREES, METRES, Place, place_of

if TYPE_CHECKING:
    from ..model import Field, Standard, Table

CODE, DATE, PART = "dt_code", "dt_date", "dt_partie"  # variables of the project
_FIRST_FORM = "v1"
_EDITED = ("date_maj", "date_der_maj", "date_modif", "datemaj", "date_mise_a_jour")
_NOW = re.compile(r"strftime\(.*'now'\)|current_(timestamp|date)|now\(\)", re.IGNORECASE)


def default_of(one: Field, table: Table, standard: Standard) -> tuple[str, bool]:
    """The default value of a field, and whether each edit computes it again; ("", False): none."""
    identifier = _document(one, table, standard) or _identifier(one) or _about_document(one, standard)
    if identifier:
        return identifier, False
    if place := _place(one, table):
        return place, True
    name = one.name.casefold()
    if one.type is FieldType.UUID:
        return "uuid('WithoutBraces')", False
    if name in _EDITED and one.type in (FieldType.DATE, FieldType.DATETIME):
        return ("to_date(now())" if one.type is FieldType.DATE else "now()"), True
    if one.default:
        return ("now()" if _NOW.search(one.default) else QgsExpression.quotedString(one.default)), False
    return "", False


def idurba(standard: Standard, form: str = "") -> str:
    """The identifier of the document, from the variables of the project; NULL while they are empty."""
    family = (standard.document.family if standard.document else "").upper()
    if not family or family == "SUP":
        return ""
    code, date = _variable(CODE), _variable(DATE)
    if form == _FIRST_FORM:
        return f"{code} || {date}"
    return f"{code} || '_{family}_' || {date} || coalesce('_' || {_variable(PART)}, '')"


def _place(one: Field, table: Table) -> str:
    """The coordinate that a field holds, from the point of the feature; "" where it holds none."""
    points = table.geometry is not None and table.geometry.kinds == (Kind.POINT,)
    place = place_of(one, table) if points else None
    if place is None:
        return ""
    degrees = "transform(@geometry, @layer_crs, 'EPSG:4326')"
    longitude, latitude = (f"round({axis}({degrees}), {DEGREES})" for axis in "xy")
    pair = f"to_string({longitude}) || ',' || to_string({latitude})"
    return {
        Place.LONGITUDE: longitude,
        Place.LATITUDE: latitude,
        Place.X: f"round(x(@geometry), {METRES})",
        Place.Y: f"round(y(@geometry), {METRES})",
        Place.PAIR: pair,
        Place.ARRAY: f"'[' || {pair} || ']'",
    }[place]


def _document(one: Field, table: Table, standard: Standard) -> str:
    for check in table.checks:
        if check.name in ("document_code", "idurba") and one.name in check.fields:
            return idurba(standard, check.parameters.get("form", ""))
    first = standard.version in ("2013", "2014") and standard.document is not None
    return idurba(standard, _FIRST_FORM if first else "") if one.name == "IDURBA" else ""


def _identifier(one: Field) -> str:
    """35238_PLU_20240101_ZO12, from its pattern: the next number of the layer."""
    parts = parts_of(one.pattern) if one.pattern and one.unique else ()
    kinds = [part for part, _ in parts]
    ranked = kinds[-1:] == [Part.NUMBER] and kinds.count(Part.NUMBER) == 1
    if not ranked or Part.CODE not in kinds or Part.OWNER in kinds:  # of a SUP: only who manages it knows
        return ""
    name = QgsExpression.quotedColumnRef(one.name)
    following = f"coalesce(maximum(to_int(regexp_substr({name}, '([0-9]+)$'))), 0) + 1"
    known = {Part.CODE: _variable(CODE), Part.DATE: _variable(DATE), Part.NUMBER: f"({following})"}
    texts = (QgsExpression.quotedString(text) if text else known.get(part, "") for part, text in parts)
    return " || ".join(texts)


def _about_document(one: Field, standard: Standard) -> str:
    """What DOC_URBA and DOC_URBA_COM say of the document."""
    if standard.document is None:
        return ""
    known = {"DATAPPRO": _variable(DATE)}
    if standard.document.family.upper() != "PLUI":  # that has several communes
        known["INSEE"] = _variable(CODE)
    return known.get(one.name, "")


def _variable(name: str) -> str:
    return f"nullif(@{name}, '')"
