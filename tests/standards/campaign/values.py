"""Values that a field accepts, read off its model: the raw material of a valid document."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import Field, FieldType

from .patterns import matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data_territoires_plugin.standards.model import Standard, Table

COMMUNES = ("35238", "35047", "35024", "35051", "35001", "35055")
_KEPT = 12  # values of a field that are of use
_DAY = date(2024, 1, 1)
_GEOJSON = '{"type": "Point", "coordinates": [-1.68, 48.11]}'


def document_name(standard: Standard) -> str:
    """The name of a folder of this standard; "" where it is not delivered as a document."""
    family = standard.document.family if standard.document else ""
    if not family:
        return ""
    named = {
        "PLUI": "243500139_PLUI_20240101",
        "SCOT": "243500139_SCOT_20240101" if standard.version != "2013" else "243500139_SCOT",
        "SUP": f"243500139_{standard.id.rpartition('_')[2].upper()}_035_20240101",
        "MEC": "35238_PLU_MEC1_20240101",
    }
    return named.get(family, f"35238_{family}_20240101")


def luhn(digits: str) -> str:
    """The digits, with the key of Luhn at their end."""
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if at % 2 == 0 else 1)
        total += value // 10 + value % 10
    return digits + str(-total % 10)


def accepted(field: Field, table: Table, standard: Standard, others: Iterable[Field] = ()) -> list[str]:
    """Values of a field that its own rules accept, and the named checks of its table; distinct, the usual ones first.

    `others`: the fields of other tables that name its values, and accept them too.
    """
    found: dict[str, None] = {}
    for text in _proposed(field, table, standard):
        if fits(field, text) and all(fits(one, text) for one in others):
            found[text] = None
        if len(found) == _KEPT:
            break
    return list(found)


def fits(field: Field, text: str) -> bool:
    """Whether the size, the pattern, the enumeration and the bounds accept a text. The engine is not asked."""
    if field.min_length is not None and len(text) < field.min_length:
        return False
    if field.max_length is not None and len(text) > field.max_length:
        return False
    if field.pattern and not re.fullmatch(field.pattern, text):
        return False
    if field.values and text not in field.values and not _numbered(field, text):
        return False
    low, high = field.minimum, field.maximum
    return (low is None or float(text) >= low) and (high is None or float(text) <= high)


def _numbered(field: Field, text: str) -> bool:
    if field.type is FieldType.LIST:
        return all(one in field.values for one in text.split(field.separator or ","))
    return False


def _proposed(field: Field, table: Table, standard: Standard) -> Iterator[str]:
    checks = {check.name: check for check in table.checks if field.name in check.fields}
    yield from _of_checks(checks, field, standard)
    if checks.keys() & {"insee", "siren", "siret", "document_code", "idurba", "phone", "opening_hours", "geojson"}:
        return
    yield from field.values
    if field.pattern == "[0-9]{8}":
        yield from (f"{_DAY + timedelta(days=at):%Y%m%d}" for at in range(_KEPT))
    yield from _typed(field)
    if field.pattern:
        yield from islice(matching(field.pattern, field.min_length or 0, field.max_length), 400)
    if field.example:
        yield field.example


def _of_checks(checks: dict[str, object], field: Field, standard: Standard) -> Iterator[str]:
    if "insee" in checks:
        yield from COMMUNES
    if "siren" in checks:
        yield from (luhn(f"2435001{at}") for at in range(_KEPT - 2))
    if "siret" in checks:
        yield from (luhn(f"243500139000{at}") for at in range(_KEPT - 2))
    if "document_code" in checks or "idurba" in checks:
        yield from codes_of_document(checks.get("document_code"), standard, alone="document_code" in checks)
    if "phone" in checks:
        yield from (f"+3329986030{at}" for at in range(9))
        yield from (f"029986030{at}" for at in range(9))
    if "opening_hours" in checks:
        yield from ("Mo-Fr 08:00-18:00", "24/7", "Sa 09:00-12:00", "Mo-Su 07:00-20:00")
    if "geojson" in checks:
        yield from (_GEOJSON.replace("48.11", f"48.{at}") for at in range(11, 20))


def codes_of_document(check: object, standard: Standard, *, alone: bool) -> Iterator[str]:
    """The IDURBA that the name of the folder gives; others of the same form beside it where several may stand."""
    code, _, rest = document_name(standard).partition("_")
    form = getattr(check, "parameters", {}).get("form") or ("v1" if standard.version in ("2013", "2014") else "v2")
    for other in (code, *([] if alone else ("35047", "35024", "35051", "35001", "35055"))):
        yield other + rest.rpartition("_")[2] if form == "v1" else f"{other}_{rest}"


def _typed(field: Field) -> Iterator[str]:
    days = [_DAY + timedelta(days=at) for at in range(_KEPT)]
    made: dict[FieldType, list[str]] = {
        FieldType.INTEGER: [
            str(at)
            for at in (*range(1, 100), *range(1900, 2030), *range(10000, 10010), 0, *range(100_000_001, 100_000_009))
        ],
        FieldType.NUMBER: [*map(str, range(1, 100)), "0.5", "48.11", "-1.68", "0", "-20", "1000"],
        FieldType.BOOLEAN: [*field.true_values[:1], *field.false_values[:1]] or ["true", "false", "1", "0"],
        FieldType.DATE: [day.strftime(form) for form in field.formats or ("%Y-%m-%d",) for day in days],
        FieldType.DATETIME: [f"{day:%Y-%m-%d}T08:00:00" for day in days],
        FieldType.TIME: [f"{at:02}:00:00" for at in range(8, 20)],
        FieldType.YEAR: [str(at) for at in range(2010, 2022)],
        FieldType.YEAR_MONTH: [f"2024-{at:02}" for at in range(1, 13)],
        FieldType.URL: [f"https://www.exemple.fr/piece{at}" for at in range(_KEPT)],
        FieldType.EMAIL: [f"accueil{at}@exemple.fr" for at in range(_KEPT)],
        FieldType.UUID: [f"1b671a64-40d5-491e-99b0-da01ff1f33{at:02}" for at in range(10, 22)],
        FieldType.FILENAME: [f"piece_{at}.pdf" for at in range(_KEPT)],
        FieldType.PATH: [f"photos/{at}.jpg" for at in range(_KEPT)],
        FieldType.GEOPOINT: [_point(field, at) for at in range(_KEPT)],
        FieldType.WKT: [f"POINT (-1.68 48.{at})" for at in range(10, 22)],
        FieldType.OBJECT: [_GEOJSON.replace("48.11", f"48.{at}") for at in range(11, 20)],
    }
    texts = made.get(field.type)
    if texts is not None:
        yield from texts
        return
    yield from (f"Texte {at}" for at in range(1, 9))
    size = field.max_length or 20
    yield from ("abcdefghijklmnopqrstuvwxyz"[at] * max(1, min(size, field.min_length or 1)) for at in range(26))
    yield from (str(at).zfill(size) for at in range(10))


def _point(field: Field, at: int) -> str:
    text = f"-1.68, 48.{at + 10}"
    return text if field.formats == ("default",) else f"[{text}]"


def not_of_type(field: Field) -> list[str]:
    """Texts that are not of the type of a field; none where any text will do."""
    if field.type in (FieldType.TEXT, FieldType.FILENAME, FieldType.PATH, FieldType.LIST):
        return []
    return ["{", "§", "ni oui ni non"]
