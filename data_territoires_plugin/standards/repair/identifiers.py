"""Identifiers made from the name of the document, and codes of communes read from where the feature lies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...i18n import tr
from ...sources.base import stop_if_cancelled
from ..engine.document_name import expected_idurba, parse
from .proposal import Change, Proposal
from .shape_changes import of_wkb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..findings import Finding
    from ..model import Field
    from .work import Commune, Work

_NUMBERED = re.compile(r"(?P<head>.*?)(?P<letters>[A-Z]+)(?:\[0-9\]\+|\(\[0-9\]\+\)\?)")
_INSEE_RULES = (
    "insee",
    "insee_unknown",
    "required",
    "pattern",
    "min_length",
    "bal_commune_invalide",
    "bal_valeur_manquante",
)
_OF_COMMUNE = re.compile(r"(code_?)?(com(mune)?_?)?insee(_?com(mune)?)?|code_?com(mune)?|codgeo", re.IGNORECASE)
_INSIDE = 0.999  # share of a feature that must be in one commune
_CHUNK = 500


# --------------------------------------------------------------------------------------------------- of the document
def identifier_proposals(work: Work) -> Iterator[Proposal]:
    """IDURBA, and the numbered identifiers of the features (LIB_IDZONE…), from the name of the document."""
    name = parse(work.options.document)
    forms = {one.fields[0]: one.parameters.get("form") for one in work.table.checks if one.name == "document_code"}
    faulty: dict[str, list[tuple[Finding, int]]] = {}
    fields: dict[str, tuple[Field, str]] = {}
    for finding, known, column, feature in work.about_values():
        if known.name in forms and name is not None and finding.rule in ("document_code", "idurba", "required"):
            version = "2014" if forms[known.name] == "v1" else "2017"
            after = expected_idurba(name, version)
            if after and after != finding.value:
                yield _value("identifier", finding, column, feature, after)
        elif known.pattern and finding.rule in ("pattern", "required", "unique"):
            fields[known.name] = known, column
            faulty.setdefault(known.name, []).append((finding, feature))
    for field_name, told in faulty.items():
        known, column = fields[field_name]
        yield from _numbered(work, known, column, told)


def _numbered(work: Work, known: Field, column: str, told: list[tuple[Finding, int]]) -> Iterator[Proposal]:
    """New numbers, after the largest that is in use; the first of those that share a number keeps it."""
    head = _head(known, work.options.document)
    if head is None:
        return
    held = {feature: row[0] or "" for feature, row in work.subject.rows([column], work.feedback)}
    rests = (text[len(head) :] for text in held.values() if text.startswith(head))
    last = max((int(rest) for rest in rests if rest.isdecimal()), default=0)
    done: set[int] = set()
    for finding, feature in told:
        for one in _others(finding) if finding.rule == "unique" else [feature]:
            if one in held and one not in done:
                last += 1
                done.add(one)
                yield _value("identifier", finding, column, one, f"{head}{last}", held[one])


def _others(finding: Finding) -> list[int]:
    return [int(one) for one in finding.other.split(", ") if one.isdigit()]


def _head(known: Field, document: str) -> str | None:
    """What an identifier of this field begins with, before its number; None where the pattern numbers nothing."""
    found = _NUMBERED.fullmatch(known.pattern)
    if found is None:
        return None
    starts = [found["letters"]]
    if document and found["head"]:
        code = document.upper()
        starts = [f"{one}_{found['letters']}" for one in (code, code.replace("_PLUI_", "_PLUi_"))]
    return next((one for one in starts if re.fullmatch(known.pattern, f"{one}1")), None)


def _value(fix: str, finding: Finding, column: str, feature: int, after: str, before: str | None = None) -> Proposal:
    old = finding.value if before is None else before
    words = tr("{column}: “{before}” becomes “{after}”.").format(column=column, before=old, after=after)
    return Proposal(
        fix,
        Change.VALUE,
        feature,
        column,
        old,
        after,
        words,
        findings=(finding,),
        place=finding.place if str(feature) == finding.feature else None,
        crs=finding.crs,
    )


# --------------------------------------------------------------------------------------------------- of the commune
def insee_proposals(work: Work) -> Iterator[Proposal]:
    """The code of the commune in which the feature lies; refused where it lies in several. Raises Cancelled."""
    if not work.asked.communes or work.subject.kind is None:
        return
    checked = {one.fields[0] for one in work.table.checks if one.name == "insee" and len(one.fields) == 1}
    for at, (finding, known, column, feature) in enumerate(work.about_values()):
        if at % _CHUNK == 0:
            stop_if_cancelled(work.feedback)
        if known.name not in checked and _OF_COMMUNE.fullmatch(known.name) is None:
            continue
        if finding.rule not in _INSEE_RULES:
            continue
        code, refused = _commune(work.shapes.get(feature), work.asked.communes)
        if code and code != finding.value:
            made = _value("insee", finding, column, feature, code)
            yield Proposal(**{**made.__dict__, "refused": refused})


def _commune(wkb: bytes | None, communes: tuple[Commune, ...]) -> tuple[str, str]:
    """The commune of a shape ("" where it lies in none), and why it can't be told."""
    shape = of_wkb(wkb or b"")
    if shape.isNull() or shape.isEmpty():
        return "", ""
    met = [one for one in communes if one.geometry.intersects(shape)]
    if len(met) <= 1:
        return (met[0].code, "") if met else ("", "")
    whole = shape.area() or shape.length()
    if not whole:  # a point on the limit between two communes
        return met[0].code, tr("it lies in several communes: {codes}").format(codes=_codes(met))
    for one in met:
        common = one.geometry.intersection(shape)
        if (common.area() or common.length()) >= _INSIDE * whole:
            return one.code, ""
    return met[0].code, tr("it lies in several communes: {codes}").format(codes=_codes(met))


def _codes(communes: list[Commune]) -> str:
    return ", ".join(one.code for one in communes)
