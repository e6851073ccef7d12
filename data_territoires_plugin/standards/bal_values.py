"""How each value of a Base Adresse Locale is read, and its faults: the codes are those of the national validator.

Specification of the BAL (AITF), versions 1.3 to 1.5; codes and labels of validateur-bal 3.5.2 (Base Adresse Nationale).
The faults are named without their field: `numero` with the fault `trop_grand` is the code `numero.trop_grand`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ..territory.cog import EDITION, of_code
from ..territory.history import communes_of, first_day, history

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOPONYM = 99999  # the number of a place without numbers
SPACES = " \t\n\x0b\x0c\r\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
REQUIRED = frozenset(("cle_interop", "numero", "commune_insee", "commune_nom", "source", "date_der_maj"))
REGIONAL = ("voie_nom", "toponyme", "lieudit_complement_nom", "commune_nom", "commune_deleguee_nom")
# The languages of the regional columns (voie_nom_bre): ISO 639-3, and the few names in use besides.
LANGUAGES = [
    "fra",
    "bre",
    "eus",
    "gsw",
    "cos",
    "gcr",
    "gcf",
    "rcf",
    "swb",
    "oci",
    "cat",
    "pcd",
    "oc-provenc",
    "oc-nicard",
    "vls",
    "fr-gallo",
    "aji",
    "dhv",
    "nen",
    "pri",
    "ty",
    "mrq",
    "pmt",
    "mrv",
    "frp",
]
POSITIONS = (
    "entrée",
    "bâtiment",
    "cage d’escalier",
    "logement",
    "service technique",
    "délivrance postale",
    "parcelle",
    "segment",
)
_SHORTEST, _LONGEST, _LONGEST_SUFFIX = 3, 200, 9  # characters of a name of street, of a suffix
_OLDEST = date(2010, 1, 1)
_SPLIT_CITIES = frozenset(("13055", "69123", "75056"))  # an address is in one of their arrondissements
_PARCEL = (14, 15)  # characters
_KEY_PARTS, _STREET_CODE, _KEY_NUMBER = 3, 4, 5  # of cle_interop: 35238_0010_00012_bis
_FIGURES = re.compile(r"\d+", re.ASCII)
_POINT = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?\d?", re.ASCII)
_COMMA = re.compile(r"-?(0|[1-9]\d*)(,\d+)?\d?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SUFFIX_START = re.compile(r"[0-9a-z]", re.ASCII | re.IGNORECASE)
_SUFFIX = re.compile(r"[0-9A-Za-zàáâãäåæçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸ\s]+")
_UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_IDS = tuple(re.compile(rf"@{letter}:(\S+)", re.IGNORECASE) for letter in "cva")


@dataclass(frozen=True)
class Key:
    """What an interoperability key says."""

    commune: str
    street: str  # "" where it says none
    number: int | None


@dataclass(frozen=True)
class Value:
    """A value as it was understood (None: not at all), and its faults."""

    read: object | None = None
    faults: tuple[str, ...] = ()
    key: Key | None = None
    ids: tuple[str, str, str] = ("", "", "")  # of uid_adresse: commune, street, address


NOTHING = Value()


@lru_cache(maxsize=400_000)
def value_of(field: str, text: str | None, today: date) -> Value:
    """The value that a cell holds. An empty cell has no fault here but `valeur_manquante`, where a value is wanted."""
    trimmed = (text or "").strip(SPACES)
    spaces = ("espaces_debut_fin",) if trimmed != (text or "") else ()
    if not trimmed:
        return Value(None, (*spaces, "valeur_manquante") if field in REQUIRED else spaces)
    found = _READERS[field](trimmed, today) if field in _READERS else Value(trimmed)
    return Value(found.read, tuple(dict.fromkeys((*spaces, *found.faults))), found.key, found.ids)


# ---------------------------------------------------------------------------------------------------- communes
@lru_cache(maxsize=1)
def communes() -> frozenset[str]:
    """The communes of today, the arrondissements in place of the three cities that have some."""
    return communes_of(EDITION) - _SPLIT_CITIES


@lru_cache(maxsize=1)
def former_communes() -> frozenset[str]:
    """The codes that are no longer those of a commune: merged, delegated, associated, renumbered."""
    return frozenset(history().ever) - communes() - _SPLIT_CITIES


@lru_cache(maxsize=50_000)
def seats(code: str) -> frozenset[str]:
    """The communes of today that a former one became a part of."""
    day = first_day(EDITION)
    return frozenset(plot.at(day) for plot in history().last_of(code, day))


@lru_cache(maxsize=50_000)
def commune_name(code: str) -> str:
    """The name of a commune of today, "" where there is none of this code."""
    found = of_code(code, ("commune", "arrondissement_municipal")) if code in communes() else []
    return found[0].name if found else ""


# ------------------------------------------------------------------------------------------------------ readers
def _key(text: str, _today: date) -> Value:
    faults = [] if text == text.lower() else ["casse_invalide"]
    parts = text.split("_")
    if len(parts) < _KEY_PARTS or not all(parts):
        return Value(None, (*faults, "structure_invalide"))
    commune, street, number = parts[0].upper(), parts[1], parts[2]
    if commune in former_communes():
        faults.append("commune_ancienne")
    elif commune not in communes():
        faults.append("commune_invalide")
    known = len(street) == _STREET_CODE
    if not known:
        faults.append("voie_invalide")
    elif street.upper() == "XXXX" or street == "0000":
        faults.append("voie_non_renseignee")
        known = False
    if not _FIGURES.fullmatch(number):
        return Value(None, (*faults, "numero_invalide"))
    if len(number) != _KEY_NUMBER:
        faults.append("numero_prefixe_manquant")
    bare = number.lstrip("0")
    return Value(text, tuple(faults), Key(commune, street.upper() if known else "", int(bare) if bare else None))


def _identifiers(text: str, _today: date) -> Value:
    found = [one.search(text) for one in _IDS]
    ids = tuple(one[1] if one else "" for one in found)
    if any(one and not _UUID4.fullmatch(one) for one in ids):
        return Value(None, ("type_invalide",))
    return Value(text, ids=(ids[0], ids[1], ids[2]))


def _uuid(text: str, _today: date) -> Value:
    return Value(text) if _UUID4.fullmatch(text) else Value(None, ("type_invalide",))


def _street(text: str, _today: date) -> Value:
    if len(text) < _SHORTEST:
        return Value(None, ("trop_court",))
    if len(text) > _LONGEST:
        return Value(None, ("trop_long",))
    if "\ufffd" in text:
        return Value(None, ("caractere_invalide",))
    name = text.replace("_", " ")
    faults = (("contient_tiret_bas",) if name != text else ()) + (("casse_incorrecte",) if name.upper() == name else ())
    return Value(name, faults)


def _number(text: str, _today: date) -> Value:
    if not _FIGURES.fullmatch(text):
        return Value(None, ("type_invalide",))
    number = int(text) if len(text) <= _LONGEST else TOPONYM + 1
    if number > TOPONYM:
        return Value(None, ("trop_grand",))
    if number == 0:
        return Value(0, ("not_to_be_zero",))
    return Value(number, ("contient_prefixe",) if text.startswith("0") else ())


def _suffix(text: str, _today: date) -> Value:
    if not _SUFFIX_START.match(text):
        return Value(None, ("debut_invalide",))
    if len(text) > _LONGEST_SUFFIX:
        return Value(None, ("trop_long",))
    return Value(text, () if _SUFFIX.fullmatch(text) else ("caractere_invalide",))


def _commune(text: str, _today: date) -> Value:
    code = text.upper()
    if code in former_communes():
        return Value(code, ("commune_ancienne",))
    return Value(code) if code in communes() else Value(None, ("commune_invalide",))


def _delegated(text: str, _today: date) -> Value:
    code = text.upper()
    return Value(code, () if code in communes() or code in former_communes() else ("commune_invalide",))


def _commune_name(text: str, _today: date) -> Value:
    return Value(text, ("casse_incorrecte",) if text in (text.lower(), text.upper()) else ())


def _position(text: str, _today: date) -> Value:
    known = {bare(one): one for one in POSITIONS}.get(bare(text))
    if known is None:
        return Value(None, ("valeur_invalide",))
    return Value(known, () if unicodedata.normalize("NFC", text) == known else ("enum_fuzzy",))


def bare(text: str) -> str:
    """Letters and figures alone, without accents, in small letters, words apart."""
    letters = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9_]+", " ", plain.lower()).strip()


def _coordinate(text: str, _today: date) -> Value:
    if _POINT.fullmatch(text):
        return Value(float(text))
    if _COMMA.fullmatch(text):
        return Value(float(text.replace(",", ".")), ("separateur_decimal_invalide",))
    return Value(None, ("valeur_invalide",))


def _parcels(text: str, _today: date) -> Value:
    inside = text.strip("|")
    faults = ("pipe_debut_fin",) if inside != text else ()
    if not inside or any(len(one) not in _PARCEL for one in inside.split("|")):
        return Value(None, (*faults, "valeur_invalide"))
    return Value(inside, faults)


def _day(text: str, today: date) -> Value:
    try:
        day = date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        return Value(None, ("date_invalide",))
    if day > today:
        return Value(None, ("date_future",))
    return Value(text, ("date_ancienne",) if day < _OLDEST else ())


def _certified(text: str, _today: date) -> Value:
    return Value(text == "1") if text in ("0", "1") else Value(None, ("valeur_invalide",))


_READERS: dict[str, Callable[[str, date], Value]] = {
    "cle_interop": _key,
    "uid_adresse": _identifiers,
    "id_ban_commune": _uuid,
    "id_ban_toponyme": _uuid,
    "id_ban_adresse": _uuid,
    "voie_nom": _street,
    "toponyme": _street,
    "numero": _number,
    "suffixe": _suffix,
    "commune_insee": _commune,
    "commune_deleguee_insee": _delegated,
    "commune_nom": _commune_name,
    "position": _position,
    "x": _coordinate,
    "y": _coordinate,
    "long": _coordinate,
    "lat": _coordinate,
    "cad_parcelles": _parcels,
    "date_der_maj": _day,
    "certification_commune": _certified,
}
_STREET_FAULTS = ("trop_court", "trop_long", "caractere_invalide", "contient_tiret_bas", "casse_incorrecte")
_OWN = {
    "cle_interop": (
        "casse_invalide",
        "structure_invalide",
        "commune_invalide",
        "commune_ancienne",
        "voie_invalide",
        "voie_non_renseignee",
        "numero_invalide",
        "numero_prefixe_manquant",
    ),
    "uid_adresse": ("type_invalide",),
    "id_ban_commune": ("type_invalide",),
    "id_ban_toponyme": ("type_invalide",),
    "id_ban_adresse": ("type_invalide",),
    "voie_nom": _STREET_FAULTS,
    "toponyme": _STREET_FAULTS,
    "numero": ("type_invalide", "trop_grand", "not_to_be_zero", "contient_prefixe"),
    "suffixe": ("debut_invalide", "trop_long", "caractere_invalide"),
    "commune_insee": ("commune_invalide", "commune_ancienne"),
    "commune_deleguee_insee": ("commune_invalide",),
    "commune_nom": ("casse_incorrecte",),
    "position": ("valeur_invalide", "enum_fuzzy"),
    "x": ("valeur_invalide", "separateur_decimal_invalide"),
    "y": ("valeur_invalide", "separateur_decimal_invalide"),
    "long": ("valeur_invalide", "separateur_decimal_invalide"),
    "lat": ("valeur_invalide", "separateur_decimal_invalide"),
    "cad_parcelles": ("pipe_debut_fin", "valeur_invalide"),
    "date_der_maj": ("date_invalide", "date_ancienne", "date_future"),
    "certification_commune": ("valeur_invalide",),
}


def faults_of(field: str) -> Iterator[str]:
    """The faults that a value of a field may have."""
    yield "espaces_debut_fin"
    if field in REQUIRED:
        yield "valeur_manquante"
    yield from _OWN.get(field, ())
