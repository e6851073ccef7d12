"""What each fix makes of a text, whatever the field: candidates, of which the judge keeps the right one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import TYPE_CHECKING

from ..bal_values import POSITIONS, SPACES, bare
from ..engine.types import moment
from ..model import FieldType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from ..model import Field

_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%Y/%m/%d", "%Y%m%d", "%d-%m-%Y", "%d.%m.%Y")
_TRUE = frozenset(("oui", "o", "vrai", "true", "t", "yes", "y", "1", "x"))
_FALSE = frozenset(("non", "n", "faux", "false", "f", "no", "0"))
_DATED = re.compile(r"dat|jour|maj", re.IGNORECASE)
_TIME = re.compile(r"[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(IX|IV|V?I{0,3})")
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "et", "à", "aux", "au", "en", "sur", "sous", "d", "l"))
_CODE_LENGTHS = {"insee": 5, "siren": 9, "siret": 14, "finess": 9}
_KEY_PARTS = 3
_LOST = 2  # leading zeros that a code may have lost; a shorter one is another fault


@dataclass(frozen=True)
class Target:
    """The field that a text is for, and what it may hold."""

    field: Field
    name: str  # of the field, without its language: voie_nom of voie_nom_bre
    known: frozenset[str] = frozenset()  # values of lists, names of the pieces
    checks: frozenset[str] = frozenset()  # names of the checks on this field alone
    addresses: bool = False  # of a Base Adresse Locale
    by_plain: dict[str, list[str]] = attribute(default_factory=dict, compare=False)


def trim(text: str, _target: Target) -> Iterator[str]:
    """Without the spaces at its ends, those that can't be seen included."""
    yield text.strip(SPACES)


def encoding(text: str, _target: Target) -> Iterator[str]:
    """Read again as the UTF-8 that it was."""
    without = _CONTROL.sub("", text)
    for name in ("cp1252", "latin-1"):
        try:
            yield text.encode(name).decode("utf-8")
        except UnicodeError:
            continue
    yield without


def case(text: str, target: Target) -> Iterator[str]:
    """As the list, or the document, writes it; names of streets with capitals; else all in one case."""
    if text != text.strip(SPACES):
        return  # that is another fix
    yield from target.by_plain.get(bare(text), ())
    if target.addresses and target.name in ("voie_nom", "toponyme", "commune_nom", "lieudit_complement_nom"):
        yield named(text.replace("_", " "))
    elif target.addresses and target.name == "position":
        yield from (one for one in POSITIONS if bare(one) == bare(text))
    elif target.field.type in (FieldType.TEXT, FieldType.UUID):
        yield text.upper()
        yield text.lower()


def date(text: str, target: Target) -> Iterator[str]:
    """The same day in the forms of the standard."""
    one = target.field
    dated = one.type in (FieldType.DATE, FieldType.DATETIME) or (one.type is FieldType.TEXT and _DATED.search(one.name))
    day = moment(_TIME.sub("", text.strip(SPACES)), _DAYS) if dated else None
    if day is not None:
        yield from (written(day, form) for form in (*one.formats, "%Y-%m-%d", "%Y%m%d", "%d/%m/%Y"))


def written(day: datetime, form: str) -> str:
    """A day in a form of strptime; the year alone is not a day: it would lose the rest."""
    return day.strftime(form) if "%d" in form else ""


def number(text: str, target: Target) -> Iterator[str]:
    """With a decimal point, without spaces between thousands."""
    coordinates = target.addresses and target.name in ("x", "y", "long", "lat")
    if target.field.type in (FieldType.NUMBER, FieldType.INTEGER) or coordinates:
        close = re.sub(f"[{re.escape(SPACES)}]", "", text)
        yield close.replace(",", ".") if close.count(",") == 1 else close
        if target.addresses and target.name == "numero" and close.isdecimal():
            yield close.lstrip("0")


def boolean(text: str, target: Target) -> Iterator[str]:
    """Yes and no, with the values of the standard."""
    one = target.field
    if one.type is not FieldType.BOOLEAN:
        return
    said = text.strip(SPACES).casefold()
    yield from (one.true_values or ("true", "1")) if said in _TRUE else ()
    yield from (one.false_values or ("false", "0")) if said in _FALSE else ()


def padding(text: str, target: Target) -> Iterator[str]:
    """With leading zeros, as long as the codes of the field are."""
    bare_text = text.strip(SPACES).removesuffix(".0")
    if target.addresses and target.name == "cle_interop":
        yield from _key(bare_text)
        return
    if not bare_text.isdecimal():
        return
    one = target.field
    lengths = {length for name, length in _CODE_LENGTHS.items() if name in target.checks}
    if target.addresses and target.name in ("commune_insee", "commune_deleguee_insee"):
        lengths.add(_CODE_LENGTHS["insee"])
    if one.type is FieldType.TEXT and one.min_length is not None and one.min_length == one.max_length:
        lengths.add(one.min_length)
    likely = {length for length in lengths if length <= len(bare_text) + _LOST} | {len(value) for value in target.known}
    yield from (bare_text.zfill(length) for length in sorted(likely) if length > len(bare_text))


def _key(text: str) -> Iterator[str]:
    """An interoperability key with its five figures of commune, four of street, five of number; small letters."""
    parts = text.split("_")
    if len(parts) >= _KEY_PARTS:
        commune, street, house, *rest = parts
        yield "_".join((commune.zfill(5), street.zfill(4), house.zfill(5), *rest))
        yield "_".join((commune.zfill(5), street.zfill(4), house.zfill(5), *rest)).lower()


TRANSFORMS: dict[str, Callable[[str, Target], Iterator[str]]] = {
    "trim": trim,
    "encoding": encoding,
    "case": case,
    "date": date,
    "number": number,
    "boolean": boolean,
    "padding": padding,
}


def named(text: str) -> str:
    """The name of a street: capitals at the words that bear one, articles and Roman numerals as they are written."""
    words = re.split(r"([ \-'’]+)", text)
    done = [_word(word, text.upper() == text) for word in words]
    first = next((at for at, word in enumerate(done) if any(map(str.isalpha, word))), None)
    if first is not None:
        done[first] = done[first][:1].upper() + done[first][1:]
    return "".join(done)


def _word(word: str, shouted: bool) -> str:
    small = word.lower()
    if small in _SMALL:
        return small
    if shouted and len(word) > 1 and _ROMAN.fullmatch(word):
        return word
    return small[:1].upper() + small[1:]
