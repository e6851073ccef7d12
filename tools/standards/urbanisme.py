"""The urbanisme documents, the SUP and the forest roads: every model of the national validator, as standards."""

from __future__ import annotations

import csv
import re
import sqlite3
import tarfile
import tempfile
from collections import defaultdict
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import Standard
from tools.standards import ign
from tools.standards.editions import linked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SOURCE = "CNIG ; modèles du Géoportail de l’urbanisme (IGNF/validator-config-gpu, 12 mai 2026)"
_TITLES = {
    "PLU": "Plan local d’urbanisme (PLU)",
    "PLUI": "Plan local d’urbanisme intercommunal (PLUi)",
    "POS": "Plan d’occupation des sols (POS)",
    "CC": "Carte communale (CC)",
    "PSMV": "Plan de sauvegarde et de mise en valeur (PSMV)",
    "SCOT": "Schéma de cohérence territoriale (SCoT)",
    "MEC": "Mise en compatibilité d’un document d’urbanisme (MEC)",
}
_NAME = re.compile(r"(?:cnig|GPU)_(?:SUP_)?(\w+)_(\d{4})")
_FORESTRY = "CNIG ; modèle IGNF/validator-config-naviforest, et COVADIS"


def documents(source: Path) -> list[Standard]:
    """PLU, PLUi, POS, CC, PSMV, SCoT and MEC, in every version."""
    folder = source / "urbanisme-cnig"
    crs = ign.allowed_crs(folder / "projection.json")
    return _versions(_document(path, crs) for path in _folders(folder / "models-gpu"))


def _document(path: Path, crs: tuple[str, ...]) -> Standard:
    name, version = _named(path)
    family = name.upper()
    base = Standard(
        id=f"{name.lower()}_{version}",
        title=f"{_TITLES[family]}, standard CNIG {version}",
        version=version,
        date=version,
        source=_SOURCE,
        family="urbanisme",
        tables=(),
        crs=crs,
        keywords=("urbanisme", "GPU", family),
    )
    return ign.standard_of(path, base, family=family)


def easements(source: Path) -> list[Standard]:
    """The SUP: one standard per category and version (2013, 2016)."""
    crs = ign.allowed_crs(source / "urbanisme-cnig" / "projection.json")
    titles = _categories(source / "sup-cnig" / "cnig-gabarit" / "gpkg")
    words = {"CATEGORIE": titles, "CODE_ALEA": _hazards(source / "risques" / "ppr_codes.csv")}
    with tempfile.TemporaryDirectory() as temporary:
        with tarfile.open(source / "sup-cnig" / "models-sup-all.tar.gz") as archive:
            archive.extractall(temporary, filter="data")
        held = [_easement(path, crs, titles) for path in _folders(Path(temporary))]
    return _versions(_labelled(one, words) for one in held)


def _easement(path: Path, crs: tuple[str, ...], titles: dict[str, str]) -> Standard:
    category, version = _named(path)
    words = titles.get(category, "")
    base = Standard(
        id=f"sup_{version}_{category.lower()}",
        title=f"Servitude d’utilité publique {category}, standard CNIG {version}",
        version=version,
        date=version,
        source=_SOURCE,
        family="sup",
        tables=(),
        crs=crs,
        keywords=tuple(word for word in ("servitude", "SUP", "GPU", category, words) if word),
    )
    return ign.standard_of(path, base, family="SUP")


def _labelled(one: Standard, words: Mapping[str, Mapping[str, str]]) -> Standard:
    """The same, with what the codes of a column mean where its model doesn't say it: column → code → words."""
    lists = tuple(
        replace(
            held,
            codes=tuple(
                replace(code, label=code.label or words.get(held.columns[0], {}).get(code.values[0], ""))
                for code in held.codes
            ),
        )
        for held in one.code_lists
    )
    return replace(one, code_lists=lists)


def _hazards(path: Path) -> dict[str, str]:
    """What a hazard of two digits is, in the words of the geostandard of risks, which details some with a third.

    "13,Risque Naturel ; Séisme" tells 13; "112,Risque Naturel ; Inondation ; Par une crue…" and those like it tell 11.
    """
    said: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for name, code, *words in csv.reader(file):
            parts = " ".join(words).split(" ; ")
            if name == "typealea" and len(parts) > 1:
                said[code[:2]].add(parts[1].strip())
    return {code: words.pop() for code, words in said.items() if len(words) == 1}


def forest_roads(source: Path) -> list[Standard]:
    """The national standard of forest roads of 2019, which has a model; the version 2 is a set of Table Schemas."""
    base = Standard(
        id="dessertes_forestieres_2019",
        title="Dessertes forestières (SNDD), standard 2019",
        version="2019",
        date="2019",
        source=_FORESTRY,
        family="environnement",
        tables=(),
        keywords=("forêt", "bois ronds", "desserte", "SNDD"),
        newer="dessertes_forestieres",
    )
    path = source / "dessertes-foret" / "models-ign" / "cnig_SNDD_2019"
    return [ign.standard_of(path, base, family="", texts=False)]


def _categories(folder: Path) -> dict[str, str]:
    """What each category is, in the words of the CNIG's own template."""
    with sqlite3.connect(f"file:{next(folder.glob('*.gpkg'))}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT cat, nom FROM categoriesup").fetchall()
    return {str(code): " ".join(str(words).split()) for code, words in rows}


def _versions(standards: Iterable[Standard]) -> list[Standard]:
    """The same, each linked to the next version of its line."""
    line = sorted(standards, key=lambda one: (_line(one), one.version))
    return [each for _, group in groupby(line, key=_line) for each in linked(tuple(group))]


def _line(one: Standard) -> str:
    return one.id.replace(f"_{one.version}", "")


def _folders(folder: Path) -> Iterator[Path]:
    return (path.parent for path in sorted(folder.glob("*/files.json")))


def _named(path: Path) -> tuple[str, str]:
    match = _NAME.fullmatch(path.name)
    assert match, path.name
    return match[1], match[2]
