"""Accessibility of the paths in the street, from the GeoPackages of the CNIG: model (v2025) and template."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from data_territoires_plugin.standards.model import Code, CodeList, Condition, Field, Reference, Standard, Table
from tools.standards import columns, labels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LEFT_OUT = "gpkg_"
# The CHECK of the model, which SQLite states with GLOB.
_CROSSED = Condition(
    "voies_traversees",
    "voiesTraversees GLOB '*[BCVT]*'",
    "voiesTraversees doit comporter au moins une des lettres B, C, V, T.",
)


def paths(source: Path) -> list[Standard]:
    """The model v2025: its 15 layers; what may not be empty is what the template says of the same columns."""
    folder = source / "accessibilite-voirie"
    needed = _needed(folder / "gabarit_cnig_accessibilite.gpkg")
    with _opened(folder / "cnig_accessibilite_v2025.gpkg") as database:
        lists = _code_lists(database)
        tables = tuple(_tables(database, needed))
    used = {one.target for table in tables for one in table.references}
    return [
        Standard(
            id="accessibilite_voirie_2025",
            title="Accessibilité du cheminement en voirie",
            version="2025",
            date="2025",
            source="CNIG ; cnigfr/schema-accessibilite-voirie, GeoPackage v2025 et gabarit",
            family="equipements",
            tables=tables,
            code_lists=tuple(one for one in lists if one.id in used),
            crs=("EPSG:2154",),
            keywords=("accessibilité", "voirie", "PMR", "cheminement", "handicap"),
        )
    ]


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def _needed(template: Path) -> set[tuple[str, str]]:
    with _opened(template) as database:
        names = [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents").fetchall()]
        return {
            (name, one.name.casefold()) for name in names for one in columns.of_table(database, name) if one.required
        }


def _code_lists(database: sqlite3.Connection) -> tuple[CodeList, ...]:
    rows = database.execute(
        "SELECT constraint_name, value, description FROM gpkg_data_column_constraints WHERE constraint_type = 'enum'"
    )
    codes: dict[str, dict[str, Code]] = defaultdict(dict)
    for name, value, words in rows.fetchall():
        codes[name].setdefault(value, Code((value,), words or ""))
    return tuple(CodeList(name, ("valeur",), tuple(held.values())) for name, held in sorted(codes.items()))


def _tables(database: sqlite3.Connection, needed: set[tuple[str, str]]) -> Iterator[Table]:
    shapes = dict(database.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
    listed = defaultdict(list)
    for table, column, name in database.execute(
        "SELECT table_name, column_name, constraint_name FROM gpkg_data_columns WHERE constraint_name IS NOT NULL"
    ):
        listed[table].append(Reference((column,), name, ("valeur",), is_code_list=True))
    for (name,) in database.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name").fetchall():
        read = columns.of_table(database, name)
        fields = tuple(_field(one, (name, one.name.casefold()) in needed) for one in read if one.name != "geom")
        crossed = any(one.name == "voiesTraversees" for one in fields)
        yield Table(
            name=name,
            title=labels.humanized(name),
            fields=fields,
            geometry=next((columns.geometry_of(one, shapes[name]) for one in read if one.name == "geom"), None),
            references=tuple(listed[name]),
            conditions=(_CROSSED,) if crossed else (),
            key=tuple(one.name for one in fields if one.unique)[:1],
        )


def _field(column: columns.Column, needed: bool) -> Field:
    return columns.field_of(replace(column, required=column.required or needed))
