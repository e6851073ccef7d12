"""The algorithms run in this process, and a settlement served by a stand-in of the Géoplateforme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.processing.running import provider, run
from tests.sources import settlement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["provider", "run"]


@pytest.fixture(scope="session")
def buildings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The GeoPackage of the settlement."""
    return settlement.build(tmp_path_factory.mktemp("settlement") / "settlement.gpkg")


@pytest.fixture(scope="session")
def land(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of the perimeter."""
    return settlement.perimeter(tmp_path_factory.mktemp("land") / "land.gpkg")


@pytest.fixture
def serve(geopf: Callable[..., Any], endpoints: Callable[..., Path], buildings: Path) -> Callable[..., Any]:
    """`serve(cap=1000)`: the settlement behind the WFS; other layers with `layers`."""

    def started(layers: dict[str, Any] | None = None, **options: Any) -> Any:
        known = layers or {settlement.TYPE: (buildings, "batiment", "cleabs", 4326, "geometrie")}
        server = geopf(known, **{"rate": 0, **options})
        endpoints(geopf_wfs=server.url)
        return server

    return started
