"""The territories of the official geographic code (COG, INSEE), read from a table shipped with the plugin.

The table (resources/cog/cog_2026.tsv, made by tools/build_cog.py) is kept as one block of bytes and only the lines
asked for are split: the first answer takes milliseconds. Its lines are in the order of the answers: by population, then
by kind. The editions before it, from `FIRST_EDITION`, are made from it when they are asked for, with what differed then
(resources/cog/editions.tsv); their populations and postal codes are not told.
"""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from ..paths import resources
from .names import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FIRST_EDITION = 2019
EDITION = 2026
KINDS = (
    "commune",
    "epci",
    "departement",
    "region",
    "commune_deleguee",
    "commune_associee",
    "arrondissement_municipal",
)
COLUMNS = ("kind", "code", "name", "search", "postcodes", "departements", "regions", "epci", "parent", "population")
# Of resources/cog/editions.tsv: what differs from EDITION, from one year to another; without a name: it was not.
PAST_COLUMNS = ("kind", "code", "first", "last", "name", "departements", "regions", "epci", "parent")


@dataclass(frozen=True)
class Territory:
    """A named place with a code, as it was in its edition of the COG."""

    kind: str  # one of KINDS
    code: str  # INSEE code, or SIREN of an EPCI
    name: str
    edition: int = EDITION  # year of the COG (1 January)
    population: int | None = None  # municipal population; None where it isn't published, and in past editions
    departements: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    epci: str = ""  # SIREN of the EPCI, of a commune that has one
    parent: str = ""  # INSEE code of the commune, of a delegated or associated commune or an arrondissement
    postcodes: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()  # INSEE codes of the communes that make it; of a part of a commune: that commune
    training: bool = False  # invented, of the training kit

    @property
    def id(self) -> str:
        """How the territory is written: "epci:243500139", "epci:243500139@2021" where it isn't that of today."""
        return f"{self.kind}:{self.code}" if self.edition == EDITION else f"{self.kind}:{self.code}@{self.edition}"


class Table:
    """A table of territories: lines found by what they hold, split when asked for."""

    def __init__(self, text: bytes, *, training: bool = False, edition: int = EDITION) -> None:
        self.text = text[text.index(b"\n") :]  # without the header, and each line begins with \n
        self.training = training
        self.edition = edition

    def amended(self, changes: dict[bytes, bytes], edition: int) -> Table:
        """The table of another edition: "kind, code" → the line then, empty where there was none."""
        lines = [line for line in self.text.split(b"\n") if line]
        then = [changes.get(line[: line.index(b"\t", line.index(b"\t") + 1)], line) for line in lines]
        then += [line for key, line in changes.items() if key not in self._codes]
        return Table(b"\n".join([b"", *filter(None, then), b""]), edition=edition)

    def lines(self, *patterns: str) -> Iterator[list[str]]:
        """The fields of the lines that hold one of the patterns, each line once, in the order of the table."""
        previous = -1
        for start in heapq.merge(*(self._starts(pattern.encode()) for pattern in patterns)):
            if start != previous:
                previous = start
                yield self._line(start)

    def of_code(self, kind: str, code: str) -> Territory | None:
        """The territory of this kind and code."""
        start = self._codes.get(f"{kind}\t{code}".encode())
        return None if start is None else self.territory(self._line(start))

    def codes(self, kind: str) -> set[str]:
        """The codes of a kind."""
        start = f"{kind}\t".encode()
        return {key[len(start) :].decode() for key in self._codes if key.startswith(start)}

    @cached_property
    def _codes(self) -> dict[bytes, int]:
        # Only asked for by codes: a search does without, its first answer comes sooner.
        return {line[1]: line.start(1) for line in re.finditer(rb"\n([^\t]+\t[^\t]+)", self.text)}

    def _line(self, start: int) -> list[str]:
        return self.text[start : self.text.index(b"\n", start)].decode().split("\t")

    def _starts(self, pattern: bytes) -> Iterator[int]:
        text = self.text
        found = text.find(pattern)
        while found >= 0:
            start = text.rfind(b"\n", 0, found + 1) + 1
            yield start
            found = text.find(pattern, text.find(b"\n", start))

    def territory(self, fields: list[str]) -> Territory:
        """The territory of a line."""
        kind, code, name, _key, postcodes, departements, regions, epci, parent, population = fields
        today = self.edition == EDITION
        return Territory(
            kind=kind,
            code=code,
            name=name,
            edition=self.edition,
            population=int(population) if population and today else None,
            departements=_list(departements),
            regions=_list(regions),
            epci=epci,
            parent=parent,
            postcodes=_list(postcodes) if today else (),
            communes=self._communes(fields),
            training=self.training,
        )

    def _communes(self, fields: list[str]) -> tuple[str, ...]:
        kind, code, parent = fields[0], fields[1], fields[COLUMNS.index("parent")]
        column = {"departement": "departements", "region": "regions", "epci": "epci"}.get(kind)
        if column is None:
            return (parent or code,)
        at = COLUMNS.index(column)
        # "76" is also a région: with the region, in the next column, the search meets few other lines.
        pattern = f"\t{code}\t{fields[at + 1]}\t" if kind == "departement" else f"\t{code}\t"
        return tuple(sorted(line[1] for line in self.lines(pattern) if line[0] == "commune" and line[at] == code))


@lru_cache(maxsize=1)
def tables() -> tuple[Table, ...]:
    """The table of the COG, then that of the training kit where it is there."""
    cog = Table((resources() / "cog" / f"cog_{EDITION}.tsv").read_bytes())
    training = resources() / "training" / "cog.tsv"
    return (cog, _training_table(training)) if training.is_file() else (cog,)


def tables_of(edition: int) -> tuple[Table, ...]:
    """The tables of an edition; the training kit is of today only."""
    return tables() if edition == EDITION else (_past_table(edition),)


@lru_cache(maxsize=2)
def _past_table(edition: int) -> Table:
    rows = (resources() / "cog" / "editions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    changes = {}
    for kind, code, first, last, name, *rest in (row.split("\t") for row in rows):
        if int(first) <= edition <= int(last):
            departements, regions, epci, parent = rest
            fields = (kind, code, name, search_key(name), "", departements, regions, epci, parent, "")
            changes[f"{kind}\t{code}".encode()] = "\t".join(fields).encode() if name else b""
    return tables()[0].amended(changes, edition)


def of_code(code: str, kinds: Iterable[str] = KINDS, edition: int = EDITION) -> list[Territory]:
    """The territories of an edition that have exactly this code, in the order of the kinds."""
    found = [table.of_code(kind, code) for kind in kinds for table in tables_of(edition)]
    return [territory for territory in found if territory]


def near_code(code: str, kinds: Iterable[str] = KINDS, edition: int = EDITION) -> list[Territory]:
    """The territories whose code differs by one digit or by two neighbours swapped, the most people first."""
    places = range(len(code))
    others = [rf"{code[:at]}[0-9AB]{code[at + 1 :]}" for at in places]
    others += [code[: at - 1] + code[at] + code[at - 1] + code[at + 1 :] for at in places[1:]]
    pattern = re.compile(rf"\n({'|'.join(kinds)})\t({'|'.join(others)})\t".encode())
    found = [match for table in tables_of(edition) for match in pattern.finditer(table.text)]
    return [territory for match in found for territory in of_code(match[2].decode(), (match[1].decode(),), edition)]


def _training_table(path: Path) -> Table:
    # The training kit is written by its own tool: its keys are made here, by the rule of the search.
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    fields = [row.split("\t") for row in rows if row]
    keyed = ["\t".join([*row[:3], search_key(row[2]), *row[4:]]) for row in fields]
    return Table("\n".join([header, *keyed, ""]).encode(), training=True)


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()
