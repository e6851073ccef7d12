"""`dataterritoires:validate` of a zoning, against the parcels that it was drawn on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.standards.checking import geopackage, layer

__all__ = ["geopackage", "layer"]

EAST, NORTH = 7.0, -2.5  # m: the shift that is planted
SIDE = 8


@pytest.fixture
def ground() -> tuple[list[str], list[str]]:
    """Parcels of all sizes, and zones made of whole rows of them, both as WKT."""
    random = np.random.default_rng(4)
    xs, ys = (350_000 + np.cumsum(random.uniform(14, 45, (2, SIDE + 1)), axis=1)).round(2)
    ys = ys + 6_440_000

    def box(left: float, low: float, right: float, high: float, dx: float = 0, dy: float = 0) -> str:
        corners = [(left, low), (right, low), (right, high), (left, high), (left, low)]
        return f"POLYGON (({', '.join(f'{x + dx} {y + dy}' for x, y in corners)}))"

    plots = [box(xs[i], ys[j], xs[i + 1], ys[j + 1]) for j in range(SIDE) for i in range(SIDE)]
    zones = [box(xs[i], ys[j], xs[i + 1], ys[j + 1], -EAST, -NORTH) for j in range(0, SIDE, 2) for i in range(SIDE)]
    return plots, zones


@pytest.mark.parametrize("crs", ["EPSG:2154", "EPSG:3948"])
def test_the_shift_of_a_zoning_is_measured_on_the_parcels_that_are_given(
    run: Any, geopackage: Any, ground: tuple[list[str], list[str]], crs: str
) -> None:
    import processing

    plots, zones = ground
    named = [{"idu": f"35238000A{at:05}"} for at in range(len(plots))]
    parcels = geopackage(named, shapes=plots, kind="Polygon")
    if crs != "EPSG:2154":
        moved = {"INPUT": parcels, "TARGET_CRS": crs, "OUTPUT": "TEMPORARY_OUTPUT"}
        parcels = processing.run("native:reprojectlayer", moved)["OUTPUT"]
    rows = [{"LIBELLE": "U", "TYPEZONE": "U", "IDURBA": "35238_PLU_20240101"} for _ in zones]
    zoning = geopackage(rows, shapes=zones, kind="Polygon", name="ZONE_URBA")
    result = run("validate", INPUT=zoning, STANDARD="plu_2024", TABLE="ZONE_URBA", PARCELS=parcels, EDITION="2026-07")
    found = json.loads(Path(result["JSON"]).read_text(encoding="utf-8"))["findings"]
    (whole,) = [one for one in found if one["rule"] == "cadastre_shift"]
    assert "2026-07" in whole["message"]
    assert f"{EAST:+.2f} m, {NORTH:+.2f} m" in whole["help"]
    vertices = [one for one in found if one["rule"] == "cadastre_vertex"]
    assert len(vertices) == len({place for wkt in zones for place in wkt[10:-2].split(", ")})
    assert {one["level"] for one in vertices} == {"warning"}
    assert all("35238000A" in one["message"] for one in vertices)


def test_without_parcels_nothing_is_said_of_them(run: Any, geopackage: Any, ground: Any) -> None:
    rows = [{"LIBELLE": "U", "TYPEZONE": "U"} for _ in ground[1]]
    zoning = geopackage(rows, shapes=ground[1], kind="Polygon")
    result = run("validate", INPUT=zoning, STANDARD="plu_2024", TABLE="ZONE_URBA")
    found = json.loads(Path(result["JSON"]).read_text(encoding="utf-8"))["findings"]
    assert found
    assert not any(one["rule"].startswith("cadastre") for one in found)
