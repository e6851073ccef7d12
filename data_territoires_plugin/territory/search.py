"""Finding a territory by what one types: a name or its beginning, a code, a postal code, even misspelt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from .cog import EDITION, KINDS, Table, Territory, tables, tables_of
from .names import LEGAL_FORMS, SMALL_WORDS, head_and_rest, normalised, one_letter_apart
from .zonings import ZONINGS, found_offline

_NUMBER = re.compile(r"\d{2,9}|2[ab]|2[ab]\d{1,3}")
_SHORTEST_TYPO = 3  # letters; below, one letter of difference is another name
_SHORTEST_TYPO_OF_A_BEGINNING = 5

Lines = Iterator[list[str]]
Reader = Callable[[Table, str], Lines]


def search(query: str, limit: int = 10, kinds: Iterable[str] | None = None) -> list[Territory]:
    """The territories that answer a query, best first, at most `limit`, only of these `kinds` (see `KINDS`) if given.

    First those whose name is the query, then those that begin with it, then those with these words (or their
    beginnings) in any order; among equals, the most people first. A number is an INSEE or SIREN code, then a postal
    code, then the beginning of one; with a name ("Saint-Denis 93") it says where. Where no name is the query, names one
    letter away come after; where nothing at all was found, also those that begin one letter away. The invented
    territories of the training kit come last. A query may begin with the kind: "epci:redon"; of a zoning ("pnr:armor"),
    only what was met before is found here: `zonings.found_online` asks the services. Nothing found: an empty list.
    """
    zone, _colon, what = query.partition(":")
    if zone.strip() in ZONINGS:
        return found_offline(zone.strip(), what, limit)
    kind, text = _kind_and_text(query)
    name = normalised(text)
    if not name or limit < 1:
        return []
    wanted = frozenset([kind] if kind else KINDS if kinds is None else kinds)
    if _NUMBER.fullmatch(name):
        return _first(_numbered, name, limit, wanted)
    found = _found_by(_BY_NAME, name, limit, wanted)
    rest = head_and_rest(name)[1]
    if len(found) < limit and not any(head_and_rest(normalised(one.name))[1] == rest for one in found):
        near = _first(_nearly_named if found else _nearly, name, limit, wanted)
        found += [one for one in near if one not in found][: limit - len(found)]
    return found


def exactly_named(query: str, kinds: Iterable[str] = KINDS, edition: int = EDITION) -> list[Territory]:
    """The territories whose whole name is the query, the best written first: "Rennes Métropole", "rochelle (la)"."""
    name, wanted = normalised(query), frozenset(kinds)
    if not name:
        return []
    lines = [(table, line) for table in tables_of(edition) for line in _distinct(_named(table, name))]
    return [table.territory(line) for table, line in lines if line[0] in wanted]


def _first(reader: Reader, name: str, limit: int, wanted: frozenset[str]) -> list[Territory]:
    found: list[Territory] = []
    for table in tables():
        lines = (line for line in _distinct(reader(table, name)) if line[0] in wanted)
        found += [table.territory(line) for line in islice(lines, limit - len(found))]
    return found


def _found_by(readers: Iterable[Reader], name: str, limit: int, wanted: frozenset[str]) -> list[Territory]:
    """What the first of the readers that finds something finds."""
    return next(filter(None, (_first(reader, name, limit, wanted) for reader in readers)), [])


def _kind_and_text(query: str) -> tuple[str, str]:
    kind, _colon, text = query.partition(":")
    return (kind.strip(), text) if kind.strip() in KINDS else ("", query)


def _distinct(lines: Lines) -> Lines:
    seen = set()
    for line in lines:
        key = (line[0], line[1])
        if key not in seen:
            seen.add(key)
            yield line


def _numbered(table: Table, name: str) -> Lines:
    code = name.upper()
    lines = list(table.lines(f"\t{code}\t"))
    yield from sorted((line for line in lines if line[1] == code), key=lambda line: KINDS.index(line[0]))
    yield from (line for line in table.lines(f"\t{code}", f",{code}") if code in line[4].split(","))
    yield from (line for line in table.lines(f"\t{code}", f",{code}") if _begins_with_number(line, code))


def _begins_with_number(line: list[str], code: str) -> bool:
    return line[1].startswith(code) or line[4].startswith(code) or f",{code}" in line[4]


def _named(table: Table, name: str) -> Lines:
    """The whole name; among these, the same article or legal form first: Redon, then a "CC de Redon"."""
    head, rest = head_and_rest(name)
    lines = filter(_says(name), table.lines(f"|{rest}\t"))
    yield from sorted(lines, key=lambda line: line[3] != f"{head}|{rest}")


def _by_name(table: Table, name: str) -> Lines:
    head, rest = head_and_rest(name)
    says_it = _says(name)
    yield from _named(table, name)
    if head:
        yield from table.lines(f"\t{head}|{rest}")
    yield from filter(says_it, table.lines(f"|{rest}"))
    word = max(_significant(name), key=len)
    yield from filter(says_it, table.lines(f"\t{word}", f" {word}", f"|{word}"))


def _significant(name: str) -> list[str]:
    words = name.split()
    return [word for word in words if word not in SMALL_WORDS] or words


def _says(name: str) -> Callable[[list[str]], bool]:
    """Whether every word of the query, but articles, begins a word of the line's name."""
    words = [f" {word}" for word in _significant(name)]

    def says_it(line: list[str]) -> bool:
        key = " " + line[3].replace("|", " ")
        return all(word in key for word in words)

    return says_it


def _by_name_and_number(table: Table, name: str) -> Lines:
    """As in "Rennes 35000", "Saint-Denis (93)": the name, where a code or a postal code begins with the number."""
    words = name.split()
    numbers = [word.upper() for word in words if _NUMBER.fullmatch(word)]
    rest = " ".join(word for word in words if not _NUMBER.fullmatch(word))
    if numbers and rest:
        for line in _by_name(table, rest):
            if all(_begins_with_number(line, number) or number in line[5].split(",") for number in numbers):
                yield line


def _without_legal_form(table: Table, name: str) -> Lines:
    """As in "CC de Redon" for the "CA Redon Agglomération": the legal form changes, and one misremembers it."""
    head, rest = head_and_rest(name)
    if _is_legal_form(head):
        yield from (line for line in _by_name(table, rest) if line[0] == "epci")


_BY_NAME: tuple[Reader, ...] = (_by_name, _by_name_and_number, _without_legal_form)


def _nearly_named(table: Table, name: str) -> Lines:
    """The names that are the query but for one letter."""
    return (line for line in _near_lines(table, name) if _near(name, line[3], whole=True))


def _nearly(table: Table, name: str) -> Lines:
    """The names that are the query but for one letter, then those that begin so."""
    lines = list(_near_lines(table, name))
    yield from (line for line in lines if _near(name, line[3], whole=True))
    if len(head_and_rest(name)[1]) >= _SHORTEST_TYPO_OF_A_BEGINNING:
        yield from (line for line in lines if _near(name, line[3], whole=False))


def _near_lines(table: Table, name: str) -> Lines:
    # One difference leaves one half of the query intact, at the beginning of the name or somewhere in it, unless it
    # swaps the two letters of the middle: these patterns find every candidate.
    head, rest = head_and_rest(name)
    if len(rest) < _SHORTEST_TYPO:
        return
    only_epci = _is_legal_form(head)
    for query in sorted({name, rest}):
        middle = len(query) // 2
        start, end = query[:middle], query[middle:]
        swapped = start[:-1] + end[0] + start[-1] + end[1:]
        lines = table.lines(f"|{start}", f"\t{start}", end, swapped)
        yield from (line for line in lines if line[0] == "epci" or not only_epci)


def _near(name: str, key: str, *, whole: bool) -> bool:
    rest, full = head_and_rest(name)[1], key.replace("|", " ").strip()
    return one_letter_apart(rest, key.partition("|")[2], whole=whole) or one_letter_apart(name, full, whole=whole)


def _is_legal_form(head: str) -> bool:
    return head.partition(" ")[0] in LEGAL_FORMS
