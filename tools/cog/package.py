"""The editions of the COG, as the versions of the npm package @etalab/decoupage-administratif give them."""

from __future__ import annotations

import json
import subprocess
import tarfile
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = "@etalab/decoupage-administratif"
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
COMMUNE = "commune-actuelle"
WITHOUT_COMMUNES = 2020  # 0.8.0 repeats the communes of 2019: only its EPCI are those of 2020
WITH_HISTORY = 2019  # the last edition whose version holds the history of the communes, from 1943


@dataclass(frozen=True)
class Edition:
    """One version of the package."""

    year: int
    communes: list[dict[str, Any]]
    epci: list[dict[str, Any]]
    departements: list[dict[str, Any]]
    regions: list[dict[str, Any]]

    @cached_property
    def actual(self) -> dict[str, dict[str, Any]]:
        """The communes by code, without their delegated and associated communes nor their arrondissements."""
        return {place["code"]: place for place in self.communes if place["type"] == COMMUNE}

    @cached_property
    def parts(self) -> dict[str, str]:
        """Code of a delegated or associated commune → its commune."""
        return {place["code"]: place["chefLieu"] for place in self.communes if place.get("chefLieu")}

    @cached_property
    def epci_of(self) -> dict[str, str]:
        """Code of a commune → its EPCI."""
        return {member["code"]: epci["code"] for epci in self.epci for member in epci["membres"]}


def editions(folder: Path) -> list[Edition]:
    """Every edition, from npm; that of 2020 completed (see `_completed`)."""
    found = {year: Edition(year, *_lists(year, folder)) for year in sorted(VERSIONS)}
    year = WITHOUT_COMMUNES
    found[year] = _completed(found[year], found[year - 1], found[year + 1])
    return list(found.values())


def history(folder: Path) -> list[dict[str, Any]]:
    """The successive states of every commune from 1943 to `WITH_HISTORY`."""
    with tarfile.open(_archive(WITH_HISTORY, folder)) as package:
        return _json(package, "historique-communes")


def _lists(year: int, folder: Path) -> list[list[dict[str, Any]]]:
    with tarfile.open(_archive(year, folder)) as package:
        return [_json(package, name) for name in ("communes", "epci", "departements", "regions")]


def _archive(year: int, folder: Path) -> Path:
    version = f"{PACKAGE}@{VERSIONS[year]}"
    packed = folder / f"{PACKAGE.removeprefix('@').replace('/', '-')}-{VERSIONS[year]}.tgz"
    if not packed.is_file():
        subprocess.run(["npm", "pack", "--silent", version], cwd=folder, check=True, capture_output=True)
    return packed


def _json(package: tarfile.TarFile, name: str) -> list[dict[str, Any]]:
    member = package.extractfile(f"package/data/{name}.json")
    if member is None:
        raise SystemExit(f"the package has no data/{name}.json: its form changed, this tool must follow.")
    content: list[dict[str, Any]] = json.load(member)
    return content


def _completed(edition: Edition, before: Edition, after: Edition) -> Edition:
    """The edition with communes of its own: the members of its EPCI, and those without that last from before to after.

    What is said of a commune (its name) is what the next edition says of it. Its delegated and associated communes are
    those of before, less those that became communes, and the communes that merged in the year.
    """
    old, new, parts = before.actual, after.actual, after.parts
    isolated = set(old) - set(before.epci_of)
    codes = set(edition.epci_of) | (isolated & set(new))
    communes = [new.get(code) or old[code] for code in sorted(codes)]
    kept = [place for place in before.communes if place["type"] != COMMUNE and _part_in(place, codes)]
    gone = (old.keys() - codes) & parts.keys()
    merged = [place for place in after.communes if place["code"] in gone]
    return replace(edition, communes=communes + kept + merged)


def _part_in(place: dict[str, Any], communes: set[str]) -> bool:
    parent = place.get("chefLieu") or place.get("commune")
    return parent in communes and (place["code"] == parent or place["code"] not in communes)
