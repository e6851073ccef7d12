"""StaR-Eau: drinking water and sewerage networks, from the CNIG's GeoPackage templates, lists and constraints."""

from __future__ import annotations

import csv
import re
import sqlite3
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import (
    Code,
    CodeList,
    Condition,
    Level,
    Reference,
    Standard,
    Table,
    Topology,
)
from tools.standards import columns, labels
from tools.standards.predicates import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TEMPLATES = ("eau_potable_no_style.gpkg", "assainissement_no_style.gpkg")
_VALUES, _COMMON = "stareau_valeur", "stareau_principale"
# In PostgreSQL the tables of a network inherit from these, which the templates don't have.
_INHERITED = {"canalisation": "{network}_canalisation"}
_COMMON_FIELDS = ("champ_commun", "dimension")
_CAST = re.compile(r"\((\w+)\)::(integer|real)")
# A point drawn on a pipe is snapped to it: the distance left, in metres, is that of rounded coordinates.
_SNAPPED = 0.01
_ON_PIPES = {
    "aep_canalisation": ("aep_vanne", "aep_appareillage", "aep_piece", "aep_regulation", "aep_raccord"),
    "aep_canalisation_branchement": ("aep_vanne_branchement", "aep_piece_branchement"),
    "ass_canalisation": ("ass_regard", "ass_piece", "ass_equipement", "ass_raccord"),
}
_NETWORKS = {"aep": "eau potable", "ass": "assainissement", "mm": "relation"}


@dataclass(frozen=True)
class _Stated:
    """What the lists beside the templates state."""

    references: tuple[dict[str, str], ...]
    predicates: tuple[str, ...]


def networks(source: Path) -> list[Standard]:
    """StaR-Eau, version 2024 (November 2024)."""
    folder = source / "star-eau"
    stated = _Stated(tuple(_rows(folder / "references.csv")), tuple(_predicates(folder / "conditions.csv")))
    tables = tuple(table for name in _TEMPLATES for table in _tables(folder / name, stated))
    known = {table.name for table in tables}
    tables = tuple(_without_strangers(table, known) for table in tables)
    wanted = sorted({one.target for table in tables for one in table.references if one.is_code_list})
    return [
        Standard(
            id="star_eau_2024",
            title="Réseaux d’eau et d’assainissement (StaR-Eau)",
            version="2024",
            date="2024-11",
            source="CNIG ; cnigfr/StaR-Eau, gabarits GeoPackage et contraintes",
            family="reseaux",
            tables=tables,
            code_lists=tuple(_code_list(folder, name) for name in wanted),
            crs=("EPSG:2154",),
            partial="Sans les tables communes de la base PostgreSQL (emprises, points levés), absentes des gabarits.",
            keywords=("eau potable", "assainissement", "réseau", "RAEPA"),
        )
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _predicates(path: Path) -> Iterator[str]:
    """The conditions on the common fields, in SQLite."""
    for row in _rows(path):
        assert row["table"] in _COMMON_FIELDS, row
        cast = _CAST.sub(lambda match: f"CAST({match[1]} AS {match[2].upper()})", row["condition"])
        yield cast.removeprefix("(").removesuffix(")")


def _tables(template: Path, stated: _Stated) -> Iterator[Table]:
    with sqlite3.connect(f"file:{template}?mode=ro", uri=True) as database:
        shapes = dict(database.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
        for (name,) in database.execute("SELECT table_name FROM gpkg_contents").fetchall():
            yield _table(name, columns.of_table(database, name), shapes.get(name, ""), stated)


def _table(name: str, read: list[columns.Column], shape: str, stated: _Stated) -> Table:
    fields = tuple(columns.field_of(one) for one in read if one.name != "geom")
    names = {one.name for one in fields}
    geometry = next((columns.geometry_of(one, shape) for one in read if one.name == "geom"), None)
    network, _, kind = name.partition("_")
    return Table(
        name=name,
        title=f"{labels.humanized(kind)} ({_NETWORKS[network]})",
        fields=fields,
        geometry=geometry,
        references=tuple(_references(name, names, stated)),
        conditions=tuple(_conditions(names, stated)),
        topology=tuple(_topology(name)),
        key=tuple(one.name for one in fields if one.unique)[:1],
    )


def _references(table: str, names: set[str], stated: _Stated) -> Iterator[Reference]:
    network = table.partition("_")[0]
    for row in stated.references:
        if row["table"] in (table, "champ_commun") and row["champ"] in names:
            target = _INHERITED.get(row["table_cible"], row["table_cible"]).format(network=network)
            values = row["schema_cible"] == _VALUES
            yield Reference((row["champ"],), target, (row["champ_cible"],), is_code_list=values)


def _conditions(names: set[str], stated: _Stated) -> Iterator[Condition]:
    for predicate in stated.predicates:
        used = re.findall(r"CAST\((\w+)", predicate)
        if names.issuperset(used):
            yield Condition(used[0], predicate, in_words(predicate))


def _topology(table: str) -> Iterator[Topology]:
    for pipes, points in _ON_PIPES.items():
        if table in points:
            yield Topology("on_line", _SNAPPED, pipes, Level.WARNING)
    if table in ("aep_canalisation", "ass_canalisation"):
        yield Topology("no_dangle", _SNAPPED, level=Level.WARNING)


def _without_strangers(table: Table, known: set[str]) -> Table:
    """Without the references to tables that the templates don't have, each reference once."""
    kept = dict.fromkeys(one for one in table.references if one.is_code_list or one.target in known)
    return replace(table, references=tuple(kept))


def _code_list(folder: Path, name: str) -> CodeList:
    path = folder / "listes valeurs" / "listes_completes" / f"{name}.csv"
    if not path.exists():
        path = folder / "listes valeurs" / "brutes_avant_import" / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row and row[0].strip()]
    codes = {row[0].strip(): row[1].strip() if len(row) > 1 else "" for row in rows}
    return CodeList(name, ("code",), tuple(Code((value,), label) for value, label in codes.items()))
