"""Shapes that are too complex are told, each for its own reason; those at the threshold are not."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest

from data_territoires_plugin.standards import shelf
from data_territoires_plugin.standards.model import Check, Geometry, Kind, Level, Standard, Table

X, Y = 350_000, 6_789_000
# Ten vertices, two parts, two holes; more than a vertex per metre in rings of five vertices.
LIMITS = MappingProxyType({"error": "10,2,2,1,5"})


def ring(side: float, x: float = X, y: float = Y) -> str:
    return f"({x} {y}, {x + side} {y}, {x + side} {y + side}, {x} {y + side}, {x} {y})"


def points(count: int) -> str:
    return f"LINESTRING ({', '.join(f'{X + 10 * at} {Y}' for at in range(count))})"


def parts(count: int) -> str:
    return f"MULTIPOINT ({', '.join(f'({X + at} {Y})' for at in range(count))})"


@pytest.mark.parametrize(
    ("kind", "wkt", "told"),
    [
        ("LineString", points(10), ""),
        ("LineString", points(11), "11 "),
        ("MultiPoint", parts(2), ""),
        ("MultiPoint", parts(3), "3 "),
        ("Polygon", f"POLYGON ({ring(100)})", ""),
        ("Polygon", f"POLYGON ({ring(1)})", "1.25"),
    ],
)
def test_what_passes_a_threshold_is_told(layer: Any, checked: Any, kind: str, wkt: str, told: str) -> None:
    table = Table("essai", geometry=Geometry((Kind.ANY,)), checks=(Check("complexity", (), LIMITS),))
    standard = Standard("essai", "Essai", "1", "", "", "autre", (table,))
    verdict = checked(layer([{}], {"nom": ""}, shapes=[wkt], kind=kind), standard)
    found = [one for one in verdict.findings if one.rule == "complexity"]
    assert bool(found) == bool(told)
    assert all(one.value.startswith(told) and one.level is Level.ERROR and one.feature == "1" for one in found)


def test_the_documents_of_urbanism_carry_the_thresholds_of_the_national_validator() -> None:
    for id_ in ("plu_2025", "cc_2024", "scot_2024", "sup_2016_ac1"):
        for table in shelf.standard(id_).tables:
            held = [one for one in table.checks if one.name == "complexity"]
            assert len(held) == (table.geometry is not None)
            assert all(one.parameters["error"] == "200000,1000,1000,10,50000" for one in held)
