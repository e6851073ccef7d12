"""What the tables of a document must be to one another, as the national validator's plugin for the CNIG asks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .columns import plain
from .document_name import expected_idurba, is_idurba_of, parse
from .document_words import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qgis.core import QgsFeedback

    from ..findings import Finding
    from ..model import Standard, Table
    from .document_name import DocumentName
    from .subject import Subject

    Pair = tuple[Subject, Table]


def across(pairs: Sequence[Pair], standard: Standard, document: str, feedback: QgsFeedback) -> Iterator[Finding]:
    """The findings that no table gives alone; `document`: the name of the folder. Raises SourceError, Cancelled."""
    family = (standard.document.family if standard.document else "").upper()
    name = parse(document)
    if family == "SUP":
        yield from _joins(pairs, feedback)
        return
    if name is not None:
        yield from _described(pairs, name, standard, feedback)
    if family == "PLUI":
        for subject, table in _named(pairs, "DOC_URBA_COM"):
            count = sum(1 for _ in _values(subject, ("INSEE",), feedback))
            if count < 2:
                yield said("CNIG_DOC_URBA_COM_UNEXPECTED_SIZE", count=str(count), table=table.name, layer=subject.name)
    if family == "SCOT":
        for subject, table in _named(pairs, "PERIMETRE_SCOT"):
            count = sum(1 for _ in _values(subject, (), feedback))
            if count != 1:
                yield said(
                    "CNIG_PERIMETRE_SCOT_UNEXPECTED_SIZE", count=str(count), table=table.name, layer=subject.name
                )


def _described(
    pairs: Sequence[Pair], name: DocumentName, standard: Standard, feedback: QgsFeedback
) -> Iterator[Finding]:
    """DOC_URBA has one row for the document."""
    expected = expected_idurba(name, standard.version)
    if not expected:
        return
    for subject, table in _named(pairs, "DOC_URBA"):
        if _column(subject, "IDURBA") is None:
            continue
        values = [value for _, (value,) in _values(subject, ("IDURBA",), feedback)]
        count = sum(1 for value in values if value and is_idurba_of(value.strip(), name, standard.version))
        if count != 1:
            code = "CNIG_IDURBA_MULTIPLE_FOUND" if count else "CNIG_IDURBA_NOT_FOUND"
            yield said(code, expected=expected, count=str(count), table=table.name, layer=subject.name, field="IDURBA")


def _joins(pairs: Sequence[Pair], feedback: QgsFeedback) -> Iterator[Finding]:
    """Identifiers of generators and of extents are unique over points, lines and surfaces, and extents name theirs."""
    generators = [pair for pair in pairs if "GENERATEUR_SUP" in pair[1].name.upper()]
    extents = [pair for pair in pairs if "ASSIETTE_SUP" in pair[1].name.upper()]
    known = Counter(value for pair in generators for _, (value,) in _values(pair[0], ("IDGEN",), feedback) if value)
    yield from _repeated("CNIG_SUP_IDGEN_NOT_UNIQUE", "IDGEN", known, generators)
    names: Counter[str] = Counter()
    lost: list[Finding] = []
    for subject, table in extents:
        for feature, (extent, generator) in _values(subject, ("IDASS", "IDGEN"), feedback):
            if extent:
                names[extent] += 1
            if generator not in known:
                lost.append(
                    said(
                        "CNIG_SUP_IDGEN_NOT_FOUND",
                        value=generator or "",
                        expected=extent or "",
                        table=table.name,
                        layer=subject.name,
                        feature=str(feature),
                        field="IDGEN",
                    )
                )
    yield from _repeated("CNIG_SUP_IDASS_NOT_UNIQUE", "IDASS", names, extents)
    yield from lost


def _repeated(code: str, field: str, counted: Counter[str], pairs: Sequence[Pair]) -> Iterator[Finding]:
    where = ", ".join(table.name for _, table in pairs)
    for value, count in counted.items():
        if count > 1:
            yield said(code, value=value, count=str(count), table=where, field=field)


def _named(pairs: Sequence[Pair], name: str) -> Iterator[Pair]:
    return (pair for pair in pairs if pair[1].name.upper() == name)


def _column(subject: Subject, name: str) -> str | None:
    return next((column for column in subject.names if plain(column) == plain(name)), None)


def _values(
    subject: Subject, names: Sequence[str], feedback: QgsFeedback
) -> Iterator[tuple[int, tuple[str | None, ...]]]:
    """The rows of these columns; a column that is not there is empty everywhere."""
    columns = [_column(subject, name) for name in names]
    there = [column for column in columns if column is not None]
    for feature, values in subject.rows(there, feedback):
        known = dict(zip(there, values, strict=True))
        yield feature, tuple(known.get(column) if column else None for column in columns)
