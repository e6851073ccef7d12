"""What the columns of a text file hold: figures, dates, codes that lost their leading zero; no QGIS.

Recognised on every value: a type is given only where every value has it; a code is never a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from typing import TYPE_CHECKING

from .dialect import plain

if TYPE_CHECKING:
    from collections.abc import Callable

ABSENT = frozenset({"null", "none", "nan", "na", "n/a", "\\n", "nc", "-"})  # in a column of figures or dates: nothing
# Codes stay texts, whatever they are made of: 35238, a SIRET, a telephone number.
_CODES = re.compile(
    r"(.*_)?(insee|siren|siret|finess|rna|uai|code|cod|cp|codgeo|depcom|postal|postcode|tel|telephone|phone|fax|id|gid"
    r"|ref|cle|idu|nic|iris|naf|ape|dep|departement|reg)(_.*)?|(id|cod|code|insee|num).*"
)
_COMMUNE = re.compile(
    r"(.*_)?(insee|codgeo|depcom|code_com|code_commune|cod_commune|com_insee|c_com_insee|idcom)(_.*)?|insee.*|codeinsee.*"
)
_POSTAL = re.compile(r"(.*_)?(code_postal|codepostal|postcode|cp|com_cp|cp_.*)(_.*)?")
_DEPARTEMENT = re.compile(r"(code_)?(dep|dept|departement)(_insee|_code)?|insee_dep|code_dep(artement)?(_.*)?")
_NOT_COMMUNE = re.compile(r"(.*_)?(dep|dept|departement|reg|region|epci|iris|canton|arr)(_.*)?")
_INTEGER = re.compile(r"[-+]?(0|[1-9]\d{0,17})")
_REAL = re.compile(r"[-+]?(0|[1-9]\d*|(?=\.))(\.\d*)?([eE][-+]?\d{1,3})?")
_REAL_COMMA = re.compile(r"[-+]?(0|[1-9]\d*)(,\d*)?")
_DAY = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})")
_FRENCH_DAY = re.compile(r"(\d{2})[-/.](\d{2})[-/.](\d{4})")
_CLOCK = re.compile(r"[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|UTC|[-+]\d{2}(?::?\d{2})?)?")
_TRUTHS = {"true": 1, "false": 0, "vrai": 1, "faux": 0}


def day(text: str) -> str | None:
    """2024-01-31 from 2024-01-31, 2024/01/31 or 31/01/2024; None where it is no day."""
    if found := _DAY.fullmatch(text):
        year, month, number = found.groups()
    elif found := _FRENCH_DAY.fullmatch(text):
        number, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return None


def moment(text: str) -> str | None:
    """2024-01-31T10:00:00.000Z from a day and an hour, in UTC where it says its offset; None where it is no moment."""
    known = day(text[:10])
    found = _CLOCK.fullmatch(text[10:])
    if known is None or found is None:
        return None
    hour, minute, second, fraction, offset = found.groups()
    shift = "+00:00" if offset in (None, "Z", "UTC") else f"{offset[:3]}:{offset[3:].lstrip(':') or '00'}"
    try:
        value = datetime.fromisoformat(f"{known}T{hour}:{minute}:{second or '00'}{shift}").astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None
    return f"{value:%Y-%m-%dT%H:%M:%S}.{(fraction or '.')[1:4].ljust(3, '0')}Z"


def _integer(text: str) -> int | None:
    return int(text) if _INTEGER.fullmatch(text) else None


def _real(text: str) -> float | None:
    return float(text) if _REAL.fullmatch(text) and text not in ("", "+", "-", ".") else None


def _real_comma(text: str) -> float | None:
    return float(text.replace(",", ".")) if _REAL_COMMA.fullmatch(text) else None


def _truth(text: str) -> int | None:
    return _TRUTHS.get(text.lower())


Reader = tuple[str, "Callable[[str], int | float | str | None]"]
READERS: dict[str, Reader] = {
    "boolean": ("BOOLEAN", _truth),
    "integer": ("INTEGER", _integer),
    "real": ("REAL", _real),
    "real,": ("REAL", _real_comma),
    "day": ("DATE", day),
    "moment": ("DATETIME", moment),
}


@dataclass
class Watch:
    """One column being read through: what it may still be, what its codes have lost."""

    name: str
    possible: list[str] = field(default_factory=list)
    filled: int = 0
    role: str = ""  # commune, postal, departement
    short: int = 0  # codes without their leading zero, or with a decimal “.0”
    broken_role: bool = False

    @classmethod
    def of(cls, name: str, *, comma: bool, role: str = "") -> Watch:
        """The watch of a column, from its name; `role` where the catalogue says what its codes are."""
        known = plain(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name))
        role = role if role in _LENGTHS else _role(known)
        code = bool(role) or bool(_CODES.fullmatch(known))
        kinds = ["day", "moment"] if code else ["boolean", "integer", "real,", "day", "moment"]
        if not code and not comma:
            kinds[2] = "real"
        return cls(name, kinds, role=role)

    @property
    def settled(self) -> bool:
        """Whether nothing more can be learnt of the column: it is a text, and of no code."""
        return not self.possible and (not self.role or self.broken_role)

    def look(self, text: str) -> None:
        """One more value, not empty, without spaces around it."""
        if text.lower() in ABSENT:
            return
        self.filled += 1
        if self.possible:
            self.possible = [kind for kind in self.possible if READERS[kind][1](text) is not None]
        if self.role and not self.broken_role:
            restored = restore(text, self.role)
            if restored is None:
                self.broken_role = True
            elif restored != text:
                self.short += 1

    @property
    def kind(self) -> str:
        """What every value of the column is; "" for a text."""
        return self.possible[0] if self.filled and self.possible else ""

    @property
    def restored(self) -> str:
        """The role of the codes to restore, "" where they have lost nothing, or are not codes."""
        return self.role if self.short and not self.broken_role else ""


def _role(known: str) -> str:
    """The codes that a column holds, by its plain name."""
    if _DEPARTEMENT.fullmatch(known):
        return "departement"
    if _POSTAL.fullmatch(known):
        return "postal"
    return "commune" if _COMMUNE.fullmatch(known) and not _NOT_COMMUNE.fullmatch(known) else ""


_LENGTHS = {"commune": 5, "postal": 5, "departement": 2}
_WHOLE = {
    "commune": re.compile(r"\d{5}|2[AB]\d{3}"),
    "postal": re.compile(r"\d{5}"),
    "departement": re.compile(r"\d{2}|2[AB]|9[78]\d"),
}


def restore(text: str, role: str) -> str | None:
    """The code with the zero that a spreadsheet took from it: 1001 or 1001.0 is 01001. None where it is no code."""
    bare = text[:-2] if text.endswith(".0") else text
    if _WHOLE[role].fullmatch(bare):
        return bare
    length = _LENGTHS[role] - 1
    return "0" + bare if len(bare) == length and bare.isdecimal() and bare[0] != "0" else None


def reader(kind: str, restored: str) -> Callable[[str], int | float | str | None]:
    """What turns a text into the value of its column; an empty text is nothing."""
    if kind:
        read = READERS[kind][1]
        return lambda text: read(text.strip()) if text else None
    if restored:
        return lambda text: (restore(text.strip(), restored) or text) if text else None
    return lambda text: text or None
