"""Personal data, looked for before anything is published: by the names of columns, and in what they hold.

What is found is shown masked, with a proposal: to leave the column out, to make it vaguer, to put a pseudonym in its
place. What is `sure` stops a publication until the user has chosen; what is `possible` is told.

Sources: GDPR article 4 (1), what is personal; number of the NIR and its key: décret 82-103, article 4 and INSEE
(97 minus the first 13 figures modulo 97, 2A read as 19 and 2B as 18); telephone numbers: the French numbering plan
(ten figures, 01 to 09, +33); columns of owners: the MAJIC files of the DGFiP (ddenom, dnomlp, dprnlp, jdatnss…).
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from ..catalogue.words import plain
from ..errors import DataTerritoiresError
from ..i18n import tr
from .content import refuse_keys, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .content import Column, Content, Value

SHOWN = 3  # masked samples
_LENGTH = 16  # hexadecimal figures of a pseudonym: 64 bits


class Kind(Enum):
    """What a column seems to hold."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    NIR = "nir"
    BIRTH = "birth"
    OWNER = "owner"
    BANK = "bank"


class Treatment(Enum):
    """What becomes of a column."""

    DROP = "drop"  # it is left out
    YEAR = "year"  # of a date, the year alone
    PSEUDONYM = "pseudonym"  # the same for the same value, which can't be found back without the key
    KEEP = "keep"  # published knowingly


@dataclass(frozen=True)
class Suspicion:
    """A column that seems to hold personal data: how many values, some of them masked, what is proposed."""

    column: str
    kind: Kind
    sure: bool
    count: int
    samples: tuple[str, ...]
    proposal: Treatment


class PersonalDataError(DataTerritoiresError):
    """Columns hold personal data, and nobody said what becomes of them."""


_FLAT = re.compile(r"[^a-z0-9]+")
_NAMES = {
    Kind.NIR: r"nir|num(ero)?_secu(rite_sociale)?|no_secu|securite_sociale",
    Kind.BIRTH: r"(date|annee|lieu)_(de_)?naissance|naissance|ddn|dnaiss\w*|jdatnss|dldnss|ne_le|birth\w*",
    Kind.OWNER: r"(nom_|adresse_)?propri(o|etaire)s?(_\w+)?|ddenom|dqualp|dnomlp|dprnlp|dnomus|dprnus|dlign[3-6]",
    Kind.NAME: r"prenoms?|nom_(de_)?(naissance|usage|famille|jeune_fille|prenoms?)|prenoms?_noms?|noms?_prenoms?"
    r"|patronyme|(nom_)?(demandeur|petitionnaire|allocataire|beneficiaire|locataire|occupant|abonne|usager|eleve"
    r"|defunt)s?",
    Kind.BANK: r"iban|rib|compte_bancaire",
}
_NAMED = tuple((kind, re.compile(pattern)) for kind, pattern in _NAMES.items())
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?<![\d.,])(?:\+33[ .]?\(?0?\)?|0033[ .]?|0)[ .]?[1-9](?:[ .-]?\d{2}){4}(?![\d.,])")
_NIR = re.compile(r"(?<!\d)[1-478] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)")
_IBAN = re.compile(r"\bFR\d{2}(?: ?[0-9A-Z]{4}){5} ?[0-9A-Z]{3}\b")
_CIVILITY = re.compile(r"\b(?:M\.|MM\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle) [A-ZÀ-Ý][\w'’-]+")
# Addresses of a service, not of a person.
_SERVICES = frozenset(
    {"accueil", "admin", "administration", "agglo", "commune", "communication", "contact", "courrier", "donnees"}
    | {"dgs", "environnement", "geomatique", "info", "information", "infos", "mairie", "opendata", "population"}
    | {"secretariat", "service", "services", "sig", "support", "technique", "urbanisme", "voirie", "webmaster"}
)
_PROPOSALS = {Kind.BIRTH: Treatment.YEAR, Kind.NIR: Treatment.DROP}


def suspicions(content: Content) -> list[Suspicion]:
    """The columns that seem to hold personal data, in their order."""
    named = {column.name: _kind_of_name(column.name) for column in content.columns}
    people = any(kind in (Kind.NAME, Kind.BIRTH, Kind.NIR, Kind.OWNER) for kind in named.values())
    found = []
    for place, column in enumerate(content.columns):
        values = [row.values[place] for row in content.rows if row.values[place] not in (None, "")]
        suspicion = _of_column(column, values, named[column.name], people=people)
        if suspicion is not None:
            found.append(suspicion)
    return found


def _kind_of_name(name: str) -> Kind | None:
    flat = _FLAT.sub("_", plain(name)).strip("_")
    return next((kind for kind, pattern in _NAMED if pattern.fullmatch(flat)), None)


def _of_column(column: Column, values: Sequence[Value], named: Kind | None, *, people: bool) -> Suspicion | None:
    if not values:
        return None
    if named is not None and column.type != "boolean":
        samples = tuple(masked(str(value)) for value in values[:SHOWN])
        return Suspicion(column.name, named, True, len(values), samples, _proposal(named, column))
    if column.type != "text" and not (column.type == "integer" and len(str(values[0])) >= 13):
        return None
    text = "\n".join(str(value) for value in values)
    for kind, sure, found in _in_values(text, people=people):
        if found:
            return Suspicion(
                column.name, kind, sure, len(found), tuple(masked(one) for one in found[:SHOWN]), Treatment.DROP
            )
    return None


def _in_values(text: str, *, people: bool) -> Iterable[tuple[Kind, bool, list[str]]]:
    """What values themselves tell, the surest first."""
    yield Kind.NIR, True, [one for one in _NIR.findall(text) if is_nir(one)]
    yield Kind.BANK, True, _IBAN.findall(text)
    if "@" in text:
        yield Kind.EMAIL, True, [one for one in _EMAIL.findall(text) if not _of_service(one)]
    yield Kind.NAME, True, _CIVILITY.findall(text)
    # The number of a school or of a shop is that of a service; beside a name, it is somebody's.
    yield Kind.PHONE, people, _PHONE.findall(text)


def _of_service(address: str) -> bool:
    words = re.split(r"[.+_-]", address.partition("@")[0].lower())
    return any(word in _SERVICES for word in words)


def is_nir(text: str) -> bool:
    """Whether a text of 15 figures is a number of the NIR: its key says so."""
    bare = text.replace(" ", "").upper()
    figures = bare[:13].replace("2A", "19").replace("2B", "18")
    return len(bare) == 15 and figures.isdigit() and bare[13:].isdigit() and 97 - int(figures) % 97 == int(bare[13:])


def masked(text: str) -> str:
    """A value of which only the beginnings of words are left: `Jeanne Dupont` → `J***** D*****`."""
    return re.sub(r"(\w)(\w+)", lambda found: found[1] + "*" * min(5, len(found[2])), text)[:60]


def _proposal(kind: Kind, column: Column) -> Treatment:
    if kind is Kind.BIRTH and column.type not in ("date", "datetime", "text", "integer"):
        return Treatment.DROP
    return _PROPOSALS.get(kind, Treatment.DROP)


# ---------------------------------------------------------------- the choice of the user
def parse(text: str, known: Iterable[str]) -> dict[str, Treatment]:
    """`prenom:drop, naissance:year` as a choice by column. DataTerritoiresError: an unknown column or treatment."""
    names = set(known)
    chosen = {}
    for part in filter(None, (one.strip() for one in re.split(r"[,;]", text))):
        name, _, word = (side.strip() for side in part.rpartition(":"))
        if name not in names or word not in [treatment.value for treatment in Treatment]:
            raise DataTerritoiresError(
                tr("“{part}” does not say what becomes of a column.").format(part=part),
                hint=tr("Write the name of a column, a colon, and one of: {words}.").format(
                    words=", ".join(treatment.value for treatment in Treatment)
                ),
            )
        chosen[name] = Treatment(word)
    return chosen


def check(found: Sequence[Suspicion], chosen: Mapping[str, Treatment]) -> None:
    """Raises PersonalDataError where a column surely holds personal data and nothing was chosen for it."""
    open_ = [one for one in found if one.sure and one.column not in chosen]
    if not open_:
        return
    raise PersonalDataError(
        tr("Personal data would be published: {columns}.").format(columns="; ".join(told(one) for one in open_)),
        hint=tr("Say what becomes of each column; here is a proposal: {proposal}").format(
            proposal=", ".join(f"{one.column}:{one.proposal.value}" for one in open_)
        ),
    )


def told(one: Suspicion) -> str:
    """A suspicion in words, its samples masked."""
    words = {
        Kind.NAME: tr("names of persons"),
        Kind.EMAIL: tr("e-mail addresses of persons"),
        Kind.PHONE: tr("telephone numbers"),
        Kind.NIR: tr("social security numbers"),
        Kind.BIRTH: tr("births"),
        Kind.OWNER: tr("owners"),
        Kind.BANK: tr("bank accounts"),
    }
    return tr("{column} ({kind}: {samples})").format(
        column=one.column, kind=words[one.kind], samples=", ".join(one.samples)
    )


def treated(content: Content, chosen: Mapping[str, Treatment], secret: Callable[[], bytes]) -> Content:
    """The content once each choice is carried out. `secret`: the key of the pseudonyms, asked where it is needed.

    PersonalDataError: the key of the features would no longer identify them; SourceError: two have one pseudonym.
    """
    if not any(treatment in (Treatment.DROP, Treatment.YEAR, Treatment.PSEUDONYM) for treatment in chosen.values()):
        return content
    columns = [(place, column, chosen.get(column.name)) for place, column in enumerate(content.columns)]
    kept = [(place, column, treatment) for place, column, treatment in columns if treatment is not Treatment.DROP]
    key = secret() if Treatment.PSEUDONYM in chosen.values() else b""
    if chosen.get(content.key) in (Treatment.DROP, Treatment.YEAR):
        raise PersonalDataError(
            tr("The field “{field}” identifies the features: it can't be left out, nor be a year.").format(
                field=content.key
            ),
            hint=tr("Choose another field, or ask for a pseudonym: {choice}").format(choice=f"{content.key}:pseudonym"),
        )
    described = tuple(_described(column, treatment) for _, column, treatment in kept)
    at = [column.name for column in described].index(content.key)
    rows = []
    for row in content.rows:
        values = tuple(_changed(row.values[place], treatment, key) for place, _, treatment in kept)
        rows.append(replace(row, key=text_of(values[at]), values=values))
    # Pseudonyms overlook case and blanks: two keys may have become one.
    refuse_keys(rows, content.key)
    return replace(content, columns=described, rows=tuple(rows))


def _changed(value: Value, treatment: Treatment | None, key: bytes) -> Value:
    if value in (None, ""):
        return value
    if treatment is Treatment.YEAR:
        year = re.search(r"(?<!\d)(1[89]|20)\d{2}(?!\d)", str(value))
        return int(year[0]) if year else None
    if treatment is Treatment.PSEUDONYM:
        return hmac.new(key, text_of(value).casefold().encode(), hashlib.sha256).hexdigest()[:_LENGTH]
    return value


def _described(column: Column, treatment: Treatment | None) -> Column:
    if treatment is Treatment.YEAR:
        return replace(column, type="integer", length=0)
    if treatment is Treatment.PSEUDONYM:
        return replace(column, type="text", length=_LENGTH)
    return column
