"""Whether a text is a value of a type, and what to tell the user who wrote something else."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING

from ...i18n import tr
from ..model import Field, FieldType

if TYPE_CHECKING:
    from collections.abc import Callable

    Accepts = Callable[[str], bool]

_INTEGER = re.compile(r"[+-]?\d+(\.0*)?")  # the national validator takes "4.0" too: GDAL writes some integers so
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_AROUND = re.compile(r"^[^\d+.-]+|[^\d.]+$")  # "€", "%"…
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_YEAR = re.compile(r"-?\d{4}")
_YEAR_MONTH = re.compile(r"-?\d{4}-(0[1-9]|1[0-2])")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_URL = re.compile(r"(https?|ftp)://[^\s/]+(/\S*)?", re.IGNORECASE)
_WKT = re.compile(r"(SRID=\d+;)?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(Z|M|ZM)?\s*(\(|EMPTY)", re.I)
_TRUE = ("1", "t", "y", "true", "vrai", "oui")
_FALSE = ("0", "f", "n", "false", "faux", "non")
_DATES = ("%Y-%m-%d",)
_DATETIMES = ("%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S")
_FRACTION = re.compile(r"(?<=:\d\d)\.\d+")
_ZONE = re.compile(r"(Z|[+-]\d\d:?\d\d)$")


def accepts(field: Field) -> Accepts | None:
    """The test of a value of this field; None where any text will do."""
    made: dict[FieldType, Accepts] = {
        FieldType.INTEGER: lambda text: _INTEGER.fullmatch(_plain_number(text, field)) is not None,
        FieldType.NUMBER: lambda text: _NUMBER.fullmatch(_plain_number(text, field)) is not None,
        FieldType.BOOLEAN: _boolean(field),
        FieldType.DATE: lambda text: moment(text, field.formats or _DATES) is not None,
        FieldType.DATETIME: lambda text: _datetime(text, field.formats),
        FieldType.TIME: _full(_TIME) if not field.formats else lambda text: moment(text, field.formats) is not None,
        FieldType.YEAR: _full(_YEAR),
        FieldType.YEAR_MONTH: _full(_YEAR_MONTH),
        FieldType.URL: lambda text: _URL.fullmatch(text) is not None,
        FieldType.EMAIL: _full(_EMAIL),
        FieldType.UUID: _full(_UUID),
        FieldType.GEOPOINT: lambda text: _geopoint(text, field.formats),
        FieldType.WKT: lambda text: _WKT.match(text.strip()) is not None,
        FieldType.OBJECT: _json,
    }
    return made.get(field.type)


def moment(text: str, formats: tuple[str, ...]) -> datetime | None:
    """The date written in one of these formats of strptime, every digit there; None where it is in none."""
    for form in formats:
        try:
            found = datetime.strptime(text, form)
        except ValueError:
            continue
        if len(text) == len(found.strftime(form)):  # strptime takes "2024-1-2" for "%Y-%m-%d"
            return found
    return None


def number(text: str) -> float | None:
    """The number that a text writes, None where it writes none."""
    return float(text) if _NUMBER.fullmatch(text) else None


def reading(field: Field) -> Callable[[str], float | None]:
    """What reads the numbers of a field, with its own marks."""
    return lambda text: number(_plain_number(text, field))


def _plain_number(text: str, field: Field) -> str:
    """A number with a decimal point and nothing else, from the marks of a field."""
    plain = text.strip()
    if not field.bare:
        plain = _AROUND.sub("", plain)
    if field.group:
        plain = plain.replace(field.group, "")
    return plain.replace(field.decimal, ".") if field.decimal else plain


def in_words(field: Field) -> str:
    """What the type of a field wants, with an example."""
    forms = " / ".join(_form(one) for one in field.formats)
    words: dict[FieldType, str] = {
        FieldType.INTEGER: tr("whole number"),
        FieldType.NUMBER: tr("number, with a decimal point"),
        FieldType.BOOLEAN: tr("yes or no: {values}").format(
            values=" / ".join((*field.true_values, *field.false_values)) or "1 / 0, true / false"
        ),
        FieldType.DATE: tr("date: {form}").format(form=forms or "2026-01-31"),
        FieldType.DATETIME: tr("date and time: {form}").format(form=forms or "2026-01-31T12:00:00"),
        FieldType.TIME: tr("time: {form}").format(form=forms or "12:00:00"),
        FieldType.YEAR: tr("year: {form}").format(form="2026"),
        FieldType.YEAR_MONTH: tr("year and month: {form}").format(form="2026-01"),
        FieldType.URL: tr("web address: {form}").format(form="https://…"),
        FieldType.EMAIL: tr("e-mail address"),
        FieldType.UUID: tr("identifier of 32 hexadecimal digits (UUID)"),
        FieldType.GEOPOINT: tr("longitude and latitude: {form}").format(form="[-1.68, 48.11]"),
        FieldType.WKT: tr("geometry as text: {form}").format(form="POINT (-1.68 48.11)"),
        FieldType.OBJECT: tr("structured text (JSON)"),
    }
    return words.get(field.type, tr("text"))


def _full(pattern: re.Pattern[str]) -> Accepts:
    return lambda text: pattern.fullmatch(text) is not None


def _boolean(field: Field) -> Accepts:
    if field.true_values or field.false_values:
        exact = {*field.true_values, *field.false_values}
        return lambda text: text in exact
    return lambda text: text.casefold() in _TRUE or text.casefold() in _FALSE


def _datetime(text: str, formats: tuple[str, ...]) -> bool:
    if formats and moment(text, formats) is not None:
        return True
    return not formats and moment(_FRACTION.sub("", _ZONE.sub("", text)), _DATETIMES) is not None


def _geopoint(text: str, formats: tuple[str, ...]) -> bool:
    """Longitude and latitude: in brackets ("array"), without ("default"), either where the schema doesn't say."""
    bracketed = text.strip().startswith("[") and text.strip().endswith("]")
    if formats in (("array",), ("default",)) and bracketed != (formats == ("array",)):
        return False
    parts = text.strip().removeprefix("[").removesuffix("]").split(",") if bracketed else text.split(",")
    values = [number(part.strip()) for part in parts]
    if len(values) != 2 or values[0] is None or values[1] is None:
        return False
    return abs(values[0]) <= 180 and abs(values[1]) <= 90


def _json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _form(formats: str) -> str:
    """A format of strptime, written as an example of the 31st of January 2026."""
    return datetime(2026, 1, 31, 12, 0, 0).strftime(formats)
