"""A metadata record as a value: what ISO 19139, the record of OGC API and the form of the window are made from.

Elements and their obligation: regulation (EC) 1205/2008 and the INSPIRE technical guidelines for ISO/TS 19139 (2.0.1,
2017); the French words of the CNIG's guide « Saisie des éléments de métadonnées INSPIRE » (v2.0, 2019).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any

NO_LIMITATION = "http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations"
INSPIRE_THEMES = "GEMET - INSPIRE themes, version 1.0"


class Verdict(Enum):
    """What is known of the conformity of data to a specification."""

    CONFORMING = "true"
    NOT_CONFORMING = "false"
    NOT_EVALUATED = "unknown"


@dataclass(frozen=True)
class Contact:
    """An organisation and its role (CI_RoleCode: owner, pointOfContact, publisher, author…)."""

    organisation: str
    mail: str = ""
    role: str = "owner"
    name: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Link:
    """Where the data, or a page about them, are. `protocol`: OGC:WFS, WWW:LINK-1.0-http--link."""

    url: str
    protocol: str
    name: str
    description: str = ""


@dataclass(frozen=True)
class Conformity:
    """A specification, and the verdict of a validation against it."""

    title: str
    date: str = ""  # of the specification, ISO 8601
    verdict: Verdict = Verdict.NOT_EVALUATED
    explanation: str = ""


@dataclass(frozen=True)
class Keywords:
    """Words of one thesaurus, "" for none; the date of its edition, ISO 8601."""

    words: tuple[str, ...]
    thesaurus: str = ""
    date: str = ""


@dataclass(frozen=True)
class Record:
    """A metadata record. Dates are ISO 8601; "" and () say that nothing is known."""

    identifier: str  # of the record: for good
    title: str = ""
    abstract: str = ""
    resource: str = ""  # identifier of the data
    created: str = ""
    published: str = ""
    revised: str = ""
    edition: str = ""
    language: str = "fre"  # ISO 639-2/B
    topics: tuple[str, ...] = ()  # MD_TopicCategoryCode
    keywords: tuple[Keywords, ...] = ()
    contacts: tuple[Contact, ...] = ()  # of the data
    record_contact: Contact | None = None
    licence: str = ""
    licence_url: str = ""
    conditions: tuple[str, ...] = ()  # of use, beside the licence
    access: tuple[str, ...] = ()  # limits of public access; (): none
    extent: tuple[float, float, float, float] | None = None  # west, south, east, north, degrees (WGS 84)
    crs: str = ""  # EPSG:2154
    lineage: str = ""
    conformities: tuple[Conformity, ...] = ()
    links: tuple[Link, ...] = ()
    scale: int = 0  # denominator
    resolution: float = 0.0  # metres
    frequency: str = ""  # MD_MaintenanceFrequencyCode
    formats: tuple[str, ...] = ()
    stamp: str = ""  # the day the record was written


# What a catalogue sets by itself, and what is not compared for that reason.
NOT_COMPARED = frozenset({"identifier", "stamp"})
_SHARED = frozenset({"contacts", "links", "conformities", "conditions", "access"})
_CLOSE = 1e-5  # degree: a metre; records are written with six decimals


def differences(ours: Record, theirs: Record) -> tuple[str, ...]:
    """The names of the fields which we know and which the other record says otherwise. What we don't know is theirs."""
    return tuple(
        each.name
        for each in fields(Record)
        if each.name not in NOT_COMPARED
        and getattr(ours, each.name)
        and not _same(each.name, getattr(ours, each.name), getattr(theirs, each.name))
    )


def completed(ours: Record, theirs: Record) -> Record:
    """Our record, with what theirs says where ours says nothing."""
    empty = [each.name for each in fields(Record) if not getattr(ours, each.name)]
    return replace(ours, **{name: getattr(theirs, name) for name in empty})


def _same(name: str, ours: Any, theirs: Any) -> bool:
    if name == "extent":
        return theirs is not None and all(abs(a - b) <= _CLOSE for a, b in zip(ours, theirs, strict=True))
    if name == "keywords":
        known = {_plain(one.thesaurus): set(_plain(one.words)) for one in theirs}
        return all(set(_plain(one.words)) <= known.get(_plain(one.thesaurus), set()) for one in ours)
    if name in _SHARED:
        # Others may have been added on the portal.
        return set(_plain(ours)) <= set(_plain(theirs))
    return bool(_plain(ours) == _plain(theirs))


def _plain(value: Any) -> Any:
    """A value whose texts have no line breaks nor double blanks: XML doesn't keep them."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _plain(getattr(value, each.name)) for each in fields(value)})
    return value
