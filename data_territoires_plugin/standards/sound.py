"""Does a standard hold together? What its parts name must exist, its patterns must be readable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .model import Document, Reference, Standard, Table


def faults(standard: Standard) -> Iterator[str]:
    """Each fault as “place: what is wrong”, for the user; none when the standard is sound."""
    yield from _twice("tables", (table.name for table in standard.tables))
    yield from _twice("code_lists", (one.id for one in standard.code_lists))
    for table in standard.tables:
        yield from _faults_of_table(standard, table)
    if standard.document is not None:
        yield from _faults_of_document(standard, standard.document)


def _faults_of_table(standard: Standard, table: Table) -> Iterator[str]:
    yield from _twice(table.name, (one.name for one in table.fields))
    yield from _pattern(table.name, table.layer)
    for one in table.fields:
        yield from _pattern(f"{table.name}.{one.name}", one.pattern)
    for reference in table.references:
        yield from _faults_of_reference(standard, table, reference)
    for check in table.checks:
        yield from _unknown_fields(table, check.fields, check.name)
    yield from _unknown_fields(table, table.key, "key")
    for topology in table.topology:
        if topology.other and standard.table(topology.other) is None:
            yield _no_table(f"{table.name}, {topology.name}", topology.other)


def _faults_of_reference(standard: Standard, table: Table, reference: Reference) -> Iterator[str]:
    yield from _unknown_fields(table, reference.fields, reference.target)
    place = f"{table.name}, {', '.join(reference.fields)}"
    if reference.is_code_list:
        codes = standard.code_list(reference.target)
        if codes is None:
            yield tr("{place}: there is no code list “{name}”.").format(place=place, name=reference.target)
        elif not set(reference.target_fields) <= set(codes.columns):
            yield tr("{place}: the code list “{name}” has other columns.").format(place=place, name=reference.target)
    elif (target := standard.table(reference.target)) is None:
        yield _no_table(place, reference.target)
    else:
        yield from _unknown_fields(target, reference.target_fields, place)


def _faults_of_document(standard: Standard, document: Document) -> Iterator[str]:
    yield from _pattern("document", document.folder)
    for piece in document.pieces:
        yield from _pattern(f"document, {piece.name}", piece.path)
        if piece.table and standard.table(piece.table) is None:
            yield _no_table(f"document, {piece.name}", piece.table)


def _unknown_fields(table: Table, names: Iterable[str], place: str) -> Iterator[str]:
    for name in names:
        if table.field(name) is None:
            yield tr("{table}, {place}: there is no field “{name}”.").format(table=table.name, place=place, name=name)


def _no_table(place: str, name: str) -> str:
    return tr("{place}: there is no table “{name}”.").format(place=place, name=name)


def _twice(place: str, names: Iterable[str]) -> Iterator[str]:
    """The names that occur more than once, whatever the case: a table of a GeoPackage has one of them at most."""
    met: set[str] = set()
    for name in names:
        if name.casefold() in met:
            yield tr("{place}: “{name}” occurs more than once.").format(place=place, name=name)
        met.add(name.casefold())


def _pattern(place: str, pattern: str) -> Iterator[str]:
    try:
        re.compile(pattern)
    except re.error as error:
        yield tr("{place}: the pattern {pattern} can't be read ({reason}).").format(
            place=place, pattern=pattern, reason=error
        )
