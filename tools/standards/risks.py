"""PPR: the plans of prevention of risks, from the tables of the CNIG's GeoPackage script (as two lists, CSV)."""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import Code, CodeList, Reference, Standard, Table
from tools.standards import columns, labels
from tools.standards.columns import Column

if TYPE_CHECKING:
    from pathlib import Path

_REFERENCE = "-> "
# What stands in the name of a table for what changes from a plan to another, and what stands there in data.
_PARTS = {"typeppr": "ppr[a-z-]*", "codegaspar": "[a-z0-9]+", "codealea": "[0-9]+"}
_TITLES = {
    "procedure": "Procédures",
    "revise": "Révisions",
    "perimetre": "Périmètre du PPR",
    "perimetreetude": "Périmètre d’étude",
    "referenceinternet": "Références sur internet",
    "enjeu": "Enjeux",
    "typevulnerabilite": "Vulnérabilité des enjeux",
    "originerisque": "Origine du risque",
    "ouvrageprotecteur": "Ouvrages protecteurs",
    "zonealeareference": "Zones d’aléa de référence",
    "zonealeaecheance100ans": "Zones d’aléa à échéance 100 ans",
    "zonealeaexceptionnel": "Zones d’aléa exceptionnel",
    "zonealeanaturelsynthese": "Synthèse des aléas naturels",
    "zonealeatechnolent": "Aléa technologique lent",
    "zonealeatechnorapide": "Aléa technologique rapide",
    "zonealeatechnoprojection": "Aléa technologique de projection",
    "zonealeatechnosynthese": "Synthèse des aléas technologiques",
    "zonedangerspecifique": "Zones de danger spécifique",
    "zonemultialeanaturel": "Zones d’aléas naturels multiples",
    "zonemultialeatechno": "Zones d’aléas technologiques multiples",
    "zoneprotegee": "Zones protégées",
    "zonereglementairefoncier": "Zonage réglementaire foncier",
    "zonereglementaireurba": "Zonage réglementaire d’urbanisme",
    "zoneregmultialea": "Zonage réglementaire et aléas",
}


def plans(source: Path) -> list[Standard]:
    """PPR 1.0.2, of July 2025."""
    folder = source / "risques"
    lists = _code_lists(folder / "ppr_codes.csv")
    rows = defaultdict(list)
    with (folder / "ppr_tables.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["table"]].append(row)
    known = {one.id for one in lists}
    tables = tuple(_table(name, rows[name], known) for name in rows if name not in known)
    return [
        Standard(
            id="ppr_1.0.2",
            title="Plans de prévention des risques (PPR), géostandard Risques",
            version="1.0.2",
            date="2025-07",
            source="CNIG ; cnigfr/Geostandards-risques-ppr, gabarit GeoPackage",
            family="risques",
            tables=tables,
            code_lists=lists,
            keywords=("risques", "PPRN", "PPRT", "aléa", "zonage réglementaire"),
        )
    ]


def _code_lists(path: Path) -> tuple[CodeList, ...]:
    codes = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for name, value, *words in list(csv.reader(file))[1:]:
            codes[name].append(Code((value,), words[0] if words else ""))
    return tuple(CodeList(name, ("code",), tuple(held)) for name, held in sorted(codes.items()))


def _table(name: str, rows: list[dict[str, str]], lists: set[str]) -> Table:
    held = [row for row in rows if not row["champ"].startswith(_REFERENCE)]
    read = {row["champ"]: Column(row["champ"], row["type"], row["obligatoire"] == "1") for row in held}
    shapes = [one for one in read.values() if columns.kind_of(one.type)]
    keys = tuple(row["champ"] for row in held if row["cle"] not in ("", "0"))
    links = [_link(row, lists) for row in rows if row["champ"].startswith(_REFERENCE)]
    return Table(
        name=name,
        title=_TITLES.get(name.split("_")[2], labels.humanized(name)),
        fields=tuple(columns.field_of(one) for one in read.values() if one not in shapes),
        geometry=columns.geometry_of(shapes[0], shapes[0].type) if shapes else None,
        references=tuple(links),
        key=keys,
        layer="_".join(_PARTS.get(part, part) for part in name.split("_")),
    )


def _link(row: dict[str, str], lists: set[str]) -> Reference:
    target, _, name = row["champ"].removeprefix(_REFERENCE).partition(".")
    return Reference((row["type"],), target, (name,), is_code_list=target in lists)
