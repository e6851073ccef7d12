#!/usr/bin/env python3
"""Makes resources/cog/*.tsv, the territories of France, from the npm package @etalab/decoupage-administratif.

    python3 tools/build_cog.py [FOLDER]      FOLDER: resources/cog by default

    cog_2026.tsv   every commune, delegated and associated commune, municipal arrondissement, EPCI, département, région
    former.tsv     the communes and EPCI of the editions 2019 to 2025 that are no more, and what took their place

Needs npm (`npm pack`, nothing is installed). The package gathers the COG and legal populations of INSEE, the EPCI of
the DGCL and the postal codes of La Poste, under Licence Ouverte 2.0. One of its versions is one edition of the COG.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from data_territoires_plugin.territory.cog import COLUMNS, EDITION, KINDS  # noqa: E402
from data_territoires_plugin.territory.names import search_key  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = "@etalab/decoupage-administratif"
# 0.8.0 repeats the communes of 2019: only its EPCI are those of 2020.
VERSIONS = {
    2019: "0.7.0",
    2020: "0.8.0",
    2021: "1.1.1",
    2022: "2.3.1",
    2023: "3.1.1",
    2024: "4.1.0",
    2025: "5.3.0",
    2026: "6.0.0",
}
NO_COMMUNES = frozenset((2020,))
TYPES = {
    "commune-actuelle": "commune",
    "commune-deleguee": "commune_deleguee",
    "commune-associee": "commune_associee",
    "arrondissement-municipal": "arrondissement_municipal",
}


@dataclass(frozen=True)
class Edition:
    """One version of the package."""

    year: int
    communes: list[dict[str, Any]]
    epci: list[dict[str, Any]]
    departements: list[dict[str, Any]]
    regions: list[dict[str, Any]]


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


def fetched(year: int, folder: Path) -> Edition:
    """An edition, from npm."""
    archive = subprocess.run(
        ["npm", "pack", "--silent", f"{PACKAGE}@{VERSIONS[year]}"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()[-1]
    with tarfile.open(folder / archive) as package:
        lists = [_json(package, name) for name in ("communes", "epci", "departements", "regions")]
    return Edition(year, *lists)


def _json(package: tarfile.TarFile, name: str) -> list[dict[str, Any]]:
    member = package.extractfile(f"package/data/{name}.json")
    if member is None:
        raise SystemExit(f"the package has no data/{name}.json: its form changed, this tool must follow.")
    content: list[dict[str, Any]] = json.load(member)
    return content


# ---------------------------------------------------------------- the territories of today
def rows(cog: Edition) -> list[Row]:
    """Every territory of an edition, in the order of the answers of a search."""
    epci_of = {member["code"]: epci["code"] for epci in cog.epci for member in epci["membres"]}
    communes = [_commune(place, epci_of) for place in cog.communes]
    current = {row.code: row for row in communes if row.kind == "commune"}
    territories = communes + [_epci(epci, current) for epci in cog.epci]
    territories += [_departement(place, current.values()) for place in cog.departements]
    territories += [_region(place, cog, current.values()) for place in cog.regions]
    return sorted(territories, key=Row.rank)


def _commune(place: dict[str, Any], epci_of: dict[str, str]) -> Row:
    parent = place.get("chefLieu") or place.get("commune") or ""
    return Row(
        kind=TYPES[place["type"]],
        code=place["code"],
        name=place["nom"],
        postcodes=place.get("codesPostaux", ()),
        departements=[place["departement"]],
        regions=[place["region"]],
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
    current = {place["code"] for place in _actual(now)}
    successor = _commune_successors(editions, current)
    epci_now = {epci["code"] for epci in now.epci}
    epci_of = {member["code"]: epci["code"] for epci in now.epci for member in epci["membres"]}
    gone: dict[tuple[str, str], list[str]] = {}
    for edition in past:
        for place in () if edition.year in NO_COMMUNES else _actual(edition):
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


def _actual(edition: Edition) -> list[dict[str, Any]]:
    return [place for place in edition.communes if place["type"] == "commune-actuelle"]


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


def main() -> None:
    """Fetches every edition and writes the two tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "resources" / "cog"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as downloads:
        editions = [fetched(year, Path(downloads)) for year in sorted(VERSIONS)]
    _write(folder / f"cog_{EDITION}.tsv", COLUMNS, (row.fields() for row in rows(editions[-1])))
    _write(folder / "former.tsv", ("kind", "code", "name", "last", "successors"), former(editions))


def _write(path: Path, header: Iterable[str], lines: Iterable[list[str]]) -> None:
    text = ["\t".join(line) for line in (header, *lines)]
    if any(line.count("\t") != text[0].count("\t") or "\n" in line for line in text):
        raise SystemExit(f"{path.name}: a name holds a tabulation or a line feed.")
    path.write_text("\n".join([*text, ""]), encoding="utf-8", newline="\n")
    print(f"{path}: {len(text) - 1} rows, {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
