"""Variants of files, drawn at random (hypothesis, always the same), for both validators to judge."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tools.concordance_tables import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_UUIDS = (
    "0246e48c-f33d-433a-8984-034219be842e",
    "8a3bab10-f329-4ce3-9c7d-280d91a8053a",
    "3c87abe4-887b-46ee-9192-5c1b35a06625",
    "5F9C2F3E-1B5D-4E5A-8C3B-2A1B0C9D8E7F",
)
_GOOD = {
    "cle_interop": "31591_xxxx_00009",
    "id_ban_commune": _UUIDS[0],
    "id_ban_toponyme": _UUIDS[1],
    "id_ban_adresse": _UUIDS[2],
    "commune_insee": "31591",
    "commune_nom": "Escoulis",
    "toponyme": "Rue des Trois Places",
    "voie_nom": "Rue des Trois Places",
    "lieudit_complement_nom": "",
    "numero": "9",
    "suffixe": "",
    "commune_deleguee_insee": "",
    "position": "entrée",
    "long": "1.028392",
    "lat": "43.111637",
    "x": "539416.13",
    "y": "6225601.11",
    "cad_parcelles": "315910000A0012",
    "source": "Commune",
    "date_der_maj": "2020-11-09",
    "certification_commune": "1",
}
_NAMES = ("Rue du Bac", "RUE DU BAC", "Rue_du_Bac", "ab", "a" * 201, " Rue du Bac", "", "Rue\ufffd", "12", "Le Bourg")
_COORDINATES = ("", "1,028392", "abc", "0", "1.028392 ", "200", "-1.5", "01.5", "05", "1e3", "43.111637", "1.", ".5")
_CODES = ("", "31591", "01001", "1001", "2A004", "2a004", "99999", "01340", " 31591", "75101", "35238", "49007")
_ID = ("", *_UUIDS, "0246e48c-f33d-433a-8984-034219be842", "0246e48c-f33d-133a-8984-034219be842e", "x")
_POOLS = {
    "cle_interop": (
        "",
        "31591_xxxx_00009",
        "31591_0010_00012_bis",
        "31591_0010_9",
        "A7482_6956_00011",
        "31591__00009",
        "31591_00009",
        "01340_0010_00009",
        "31591_10_00009",
        "31591_0010_abc",
        "2A004_0010_00009",
        "31591_0000_00009",
        "31591_XXXX_00009",
    ),
    "id_ban_commune": _ID,
    "id_ban_toponyme": _ID,
    "id_ban_adresse": _ID,
    "commune_insee": _CODES,
    "commune_deleguee_insee": _CODES,
    "commune_nom": ("", "Escoulis", "ESCOULIS", "escoulis", "Rennes", "Escoulis "),
    "toponyme": _NAMES,
    "voie_nom": _NAMES,
    "lieudit_complement_nom": ("", "Le Bourg", "le bourg", " Le Bourg", "Rue du Bac"),
    "numero": ("", "9", "09", "0", "99999", "100000", "9bis", "-1", "9.0", " 9", "99998", "1000000000000"),
    "suffixe": ("", "bis", "BIS", "-b", "é", "a b", "abcdefghij", " bis", "a/b", "1"),
    "position": ("", "entrée", "Entree", "cage d'escalier", "cage d’escalier", "porte", "ENTRÉE", "entrée ", "segment"),
    "long": _COORDINATES,
    "lat": _COORDINATES,
    "x": _COORDINATES,
    "y": _COORDINATES,
    "cad_parcelles": (
        "",
        "315910000A0012",
        "|315910000A0012",
        "315910000A0012|315910000A0013",
        "A12",
        "|",
        "31591 000 A 0012",
    ),
    "source": ("", "Commune", " Commune"),
    "date_der_maj": (
        "",
        "2020-11-09",
        "09/11/2020",
        "2009-12-31",
        "2099-01-01",
        "2020-02-30",
        "2020-1-1",
        "2020-11-09 ",
    ),
    "certification_commune": ("", "0", "1", "oui", "true", " 1"),
}
_ANY = (
    "",
    "x",
    " ",
    "0",
    "1",
    "-1",
    "12",
    "1.5",
    "1,5",
    "1e3",
    "abc",
    "oui",
    "non",
    "true",
    "false",
    "True",
    "2024-01-31",
    "31/01/2024",
    "2024-13-01",
    "2024",
    "https://exemple.fr",
    "nom@exemple.fr",
    "[2.35, 48.85]",
    "48.85,2.35",
    "NA",
    "35238",
    "123456789",
    "12345678900011",
    "NaN",
    "Infinity",
    "+5",
    "007",
    "1 000",
    "é",
    "a" * 300,
    "08:00:00",
    "null",
)


def bal_files(folder: Path, count: int) -> list[Path]:
    """As many variants of a BAL, of one to four rows each."""
    columns = tuple(_GOOD)
    rows = st.lists(_changed(_GOOD, lambda name: _POOLS[name], columns), min_size=1, max_size=4)
    dropped = st.sets(st.sampled_from(columns), max_size=3)

    def write(at: int, drawn: tuple[set[str], list[dict[str, str]]]) -> Path:
        names = [name for name in columns if name not in drawn[0]]
        return _written(folder / f"bal-{at}.csv", names, drawn[1], ";")

    return _drawn(st.tuples(dropped, rows), count, write)


def table_jobs(shared: Path, folder: Path, count: int) -> list[Job]:
    """As many variants of the valid examples of the schemas."""
    schemas = shared / "standards" / "schemas"
    bases = [_Base(schemas / name, schemas / name.rpartition("/")[0] / schema) for name, schema in _BASES]

    def row(at: int) -> st.SearchStrategy[tuple[int, dict[str, str]]]:
        base = bases[at]
        changed = _changed(base.row, base.values, tuple(base.row))
        return changed.map(lambda one: (at, one))

    def write(at: int, drawn: tuple[int, dict[str, str]]) -> Job:
        base = bases[drawn[0]]
        file = _written(folder / f"table-{at}.csv", list(base.row), [drawn[1]], ",")
        return Job(f"variante {at} · {base.schema.parent.name}/{base.schema.name}", file, base.schema)

    return _drawn(st.integers(0, len(bases) - 1).flatmap(row), count, write)


_BASES = (
    ("stationnement-cyclable/exemple-valide.csv", "schema.json"),
    ("stationnement-hors-voirie/exemple-valide.csv", "schema.json"),
    ("lieux-covoiturage/exemple-valide.csv", "schema.json"),
    ("friches/fichier-valide.csv", "schema.json"),
    ("irve/dynamique__exemple-valide-dynamique.csv", "dynamique__schema-dynamique.json"),
    ("stations-taxi/exemple-valide.csv", "schema.json"),
    ("aire-livraison/exemple-grand-lyon.csv", "schema.json"),
    ("arretes-circulation/exemple-valide.csv", "schema.json"),
    ("arbres/exemple-valide.csv", "schema.json"),
    ("sites-economiques-zae/schema__terrain-eco__exemple-valide.csv", "schema__terrain-eco__schema.json"),
    ("sdirve/exemple-valide.csv", "schema.json"),
)


class _Base:
    """The first row of a valid example, and what its columns may be changed to."""

    def __init__(self, file: Path, schema: Path) -> None:
        self.schema = schema
        content = json.loads(schema.read_text(encoding="utf-8-sig"))
        self._fields = {one["name"]: one for one in content["fields"]}
        with file.open(encoding="utf-8-sig", newline="") as text:
            first = text.readline()
            text.seek(0)
            self.row: dict[str, str] = next(csv.DictReader(text, delimiter=max(",;", key=first.count)))

    def values(self, name: str) -> tuple[str, ...]:
        """Values for a column: those of any type, those of its list, its own and what resembles it."""
        field: dict[str, Any] = self._fields.get(name, {})
        listed = [str(one) for one in (field.get("constraints") or {}).get("enum", ())]
        own = self.row.get(name) or ""
        return (*_ANY, own, own.upper(), own.lower(), f" {own}", f"{own}0", own[:-1], *listed[:5])


def _changed(
    good: dict[str, str], values: Callable[[str], tuple[str, ...]], columns: tuple[str, ...]
) -> st.SearchStrategy[dict[str, str]]:
    """A row with up to five values changed."""

    def change(names: list[str]) -> st.SearchStrategy[dict[str, str]]:
        return st.fixed_dictionaries({name: st.sampled_from(values(name)) for name in names}).map(
            lambda one: {**good, **one}
        )

    return st.lists(st.sampled_from(columns), max_size=5, unique=True).flatmap(change)


def _written(path: Path, names: list[str], rows: list[dict[str, str]], separator: str) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=separator, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def _drawn(strategy: st.SearchStrategy[Any], count: int, write: Callable[[int, Any], Any]) -> list[Any]:
    """What is made of as many draws; always the same ones."""
    made: list[Any] = []

    @seed(2026)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(one: Any) -> None:
        made.append(write(len(made), one))

    draw()
    return made
