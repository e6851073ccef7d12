#!/usr/bin/env python3
"""Makes resources/cog/*.tsv, the territories of France, from the npm package @etalab/decoupage-administratif.

    python3 tools/build_cog.py [FOLDER]      FOLDER: resources/cog by default

    cog_2026.tsv   every commune, delegated and associated commune, municipal arrondissement, EPCI, département, région
    former.tsv     the communes and EPCI of the editions 2019 to 2025 that are no more, and what took their place
    editions.tsv   what was otherwise from 2019 to 2025: the editions are kept as their differences with that of 2026
    movements.tsv  which commune became which, since 1943 (see tools/cog/movements.py)

Needs npm (`npm pack`, nothing is installed). The package gathers the COG and legal populations of INSEE, the EPCI of
the DGCL and the postal codes of La Poste, under Licence Ouverte 2.0. One of its versions is one edition of the COG.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from data_territoires_plugin.territory.cog import COLUMNS, EDITION, KINDS, PAST_COLUMNS  # noqa: E402
from data_territoires_plugin.territory.names import search_key  # noqa: E402
from tools.cog import movements as moves  # noqa: E402
from tools.cog import package  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.cog.package import Edition

TYPES = {
    "commune-actuelle": "commune",
    "commune-deleguee": "commune_deleguee",
    "commune-associee": "commune_associee",
    "arrondissement-municipal": "arrondissement_municipal",
}


@dataclass(frozen=True)
class Row:
    """One line of the table: the columns of `COLUMNS`."""

    kind: str
    code: str
    name: str
    postcodes: Iterable[str] = ()
    departements: Iterable[str] = ()
    regions: Iterable[str] = ()
    epci: str = ""
    parent: str = ""
    population: int | None = None

    def fields(self) -> list[str]:
        """The fields, in the order of the columns."""
        lists = [",".join(sorted(values)) for values in (self.postcodes, self.departements, self.regions)]
        population = "" if self.population is None else str(self.population)
        return [self.kind, self.code, self.name, search_key(self.name), *lists, self.epci, self.parent, population]

    def rank(self) -> tuple[int, int, str]:
        """The order of the answers of a search: the most people first."""
        return (-(-1 if self.population is None else self.population), KINDS.index(self.kind), self.code)


# ---------------------------------------------------------------- the territories of today
def rows(cog: Edition) -> list[Row]:
    """Every territory of an edition, in the order of the answers of a search."""
    epci_of = cog.epci_of
    communes = [_commune(place, epci_of) for place in cog.communes]
    current = {row.code: row for row in communes if row.kind == "commune"}
    territories = communes + [_epci(epci, current) for epci in cog.epci]
    territories += [_departement(place, current.values()) for place in cog.departements]
    territories += [_region(place, cog, current.values()) for place in cog.regions]
    return sorted(territories, key=Row.rank)


def _commune(place: dict[str, Any], epci_of: dict[str, str]) -> Row:
    parent = place.get("chefLieu") or place.get("commune") or ""
    overseas = place.get("collectiviteOutremer", {}).get("code")  # the lists before 2022 say no département there
    return Row(
        kind=TYPES[place["type"]],
        code=place["code"],
        name=place["nom"],
        postcodes=place.get("codesPostaux", ()),
        departements=[place.get("departement") or overseas],
        regions=[place.get("region") or overseas],
        epci=epci_of.get(parent or place["code"], ""),
        parent=parent,
        population=place.get("population"),
    )


def _epci(epci: dict[str, Any], communes: dict[str, Row]) -> Row:
    members = [communes[member["code"]] for member in epci["membres"]]
    return Row(
        kind="epci",
        code=epci["code"],
        name=" ".join(epci["nom"].split()),
        departements={code for member in members for code in member.departements},
        regions={code for member in members for code in member.regions},
        population=epci["populationMunicipale"],
    )


def _departement(place: dict[str, Any], communes: Iterable[Row]) -> Row:
    population = _people(commune for commune in communes if place["code"] in commune.departements)
    return Row(
        "departement",
        place["code"],
        place["nom"],
        departements=[place["code"]],
        regions=[place["region"]],
        population=population,
    )


def _region(place: dict[str, Any], cog: Edition, communes: Iterable[Row]) -> Row:
    departements = [departement["code"] for departement in cog.departements if departement["region"] == place["code"]]
    population = _people(commune for commune in communes if place["code"] in commune.regions)
    return Row(
        "region", place["code"], place["nom"], departements=departements, regions=[place["code"]], population=population
    )


def _people(communes: Iterable[Row]) -> int | None:
    known = [commune.population for commune in communes if commune.population is not None]
    return sum(known) if known else None


# ---------------------------------------------------------------- those that are no more
def former(editions: list[Edition]) -> list[list[str]]:
    """Kind, code, name, last edition and successors ("kind:code", by commas) of what no longer exists, by code."""
    *past, now = editions
    current = set(now.actual)
    successor = _commune_successors(editions, current)
    epci_now = {epci["code"] for epci in now.epci}
    epci_of = now.epci_of
    gone: dict[tuple[str, str], list[str]] = {}
    for edition in past:
        for place in edition.actual.values():
            if place["code"] not in current:
                parent = successor.get(place["code"])
                gone["commune", place["code"]] = [
                    place["nom"],
                    str(edition.year),
                    f"commune:{parent}" if parent else "",
                ]
        for epci in edition.epci:
            if epci["code"] not in epci_now:
                members = {successor.get(member["code"], member["code"]) for member in epci["membres"]}
                heirs = sorted({epci_of[member] for member in members if member in epci_of})
                name = " ".join(epci["nom"].split())
                gone["epci", epci["code"]] = [name, str(edition.year), ",".join(f"epci:{heir}" for heir in heirs)]
    return [[*key, *gone[key]] for key in sorted(gone)]


def _commune_successors(editions: list[Edition], current: set[str]) -> dict[str, str]:
    """Old code → today's commune: the parent of the part that kept the code, else the one that declares it."""
    step: dict[str, str] = {}
    for edition in editions:  # the latest word wins
        for place in edition.communes:
            for old in place.get("anciensCodes", ()):
                step[old] = place["code"]
            if place.get("chefLieu"):
                step[place["code"]] = place["chefLieu"]
    found = {}
    for old in step:
        code, seen = old, {old}
        while code not in current and step.get(code) not in seen | {None}:
            code = step[code]
            seen.add(code)
        if code in current and code != old:
            found[old] = code
    return found


# ---------------------------------------------------------------- the past editions
def differences(editions: list[Edition]) -> list[list[str]]:
    """What differs from the last edition: kind, code, first and last years, and what it was (no name: it wasn't)."""
    *past, now = ({(row.kind, row.code): _said(row) for row in rows(edition)} for edition in editions)
    years = [edition.year for edition in editions]
    found = []
    for key in sorted({key for edition in (*past, now) for key in edition}):
        if key[0] in ("departement", "region"):
            continue  # the same in all editions, but for those overseas that the first lists leave out
        said = [edition.get(key, _NOTHING) for edition in past]
        starts = [at for at in range(len(said)) if at == 0 or said[at] != said[at - 1]]
        for start, end in zip(starts, [*starts[1:], len(said)], strict=True):
            if said[start] != now.get(key, _NOTHING):
                found.append([*key, str(years[start]), str(years[end - 1]), *said[start]])
    return found


def _said(row: Row) -> tuple[str, ...]:
    fields = dict(zip(COLUMNS, row.fields(), strict=True))
    return tuple(fields[column] for column in PAST_COLUMNS[4:])


_NOTHING = ("",) * len(PAST_COLUMNS[4:])


def main() -> None:
    """Fetches every edition and writes the tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "resources" / "cog"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as downloads:
        editions = package.editions(Path(downloads))
        history = package.history(Path(downloads))
    _write(folder / f"cog_{EDITION}.tsv", COLUMNS, (row.fields() for row in rows(editions[-1])))
    _write(folder / "former.tsv", ("kind", "code", "name", "last", "successors"), former(editions))
    _write(folder / "editions.tsv", PAST_COLUMNS, differences(editions))
    _write(folder / "movements.tsv", moves.COLUMNS, moves.movements(history, editions))


def _write(path: Path, header: Iterable[str], lines: Iterable[list[str]]) -> None:
    text = ["\t".join(line) for line in (header, *lines)]
    if any(line.count("\t") != text[0].count("\t") or "\n" in line for line in text):
        raise SystemExit(f"{path.name}: a name holds a tabulation or a line feed.")
    path.write_text("\n".join([*text, ""]), encoding="utf-8", newline="\n")
    print(f"{path}: {len(text) - 1} rows, {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
