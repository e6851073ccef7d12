"""A small real-coded territory served by the stand-in, and the kit made of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from osgeo import ogr

from tests.clip.files import write_gpkg
from tests.processing.running import provider, run

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["provider", "run"]

ADMIN, BUILDINGS = "ADMINEXPRESS-COG.LATEST:commune", "BDTOPO_V3:batiment"
TERRITORY = "commune:35238,commune:35047"
LAYERS = "admin_commune,bdtopo_batiment"
_GROUND = {"35238": (350_000, 6_790_000, 352_000, 6_792_000), "35047": (352_000, 6_790_000, 354_000, 6_792_000)}


def buildings() -> dict[str, shapely.Geometry]:
    """A row of squares along y = 6 791 000, one of them on the limit between the two communes, two on the outside."""
    lefts = [349_995, *range(350_100, 353_900, 200), 351_995, 353_995]
    return {f"BAT{left}": shapely.box(left, 6_791_000, left + 10, 6_791_010) for left in lefts}


@pytest.fixture
def services(tmp_path: Path, geopf: Callable[..., Any], endpoints: Callable[..., Any]) -> Any:
    """The stand-in of the WFS with two communes and their buildings; the plugin is pointed at it."""
    path = tmp_path / "services.gpkg"
    communes = [(shapely.MultiPolygon([shapely.box(*box)]).wkt, f"C{code}", code) for code, box in _GROUND.items()]
    write_gpkg(path, "commune", communes, {"cleabs": str, "code_insee": str}, kind=ogr.wkbMultiPolygon)
    rows = [(shapely.MultiPolygon([shape]).wkt, key) for key, shape in buildings().items()]
    write_gpkg(path, "batiment", rows, {"cleabs": str}, kind=ogr.wkbMultiPolygon)
    served = {
        name: (path, name.partition(":")[2], "cleabs", 4326 if name == ADMIN else 2154, "geometrie")
        for name in (ADMIN, BUILDINGS)
    }
    server = geopf(served, rate=0)
    endpoints(geopf_wfs=server.url)
    return server


@pytest.fixture(scope="session")
def _shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first kit made is kept for the tests that follow."""
    return tmp_path_factory.mktemp("kits") / "kit"


@pytest.fixture
def made(request: pytest.FixtureRequest, run: Any, tmp_path: Path, _shelf: Path) -> Path:
    """The folder of a kit of the two communes."""
    folder = tmp_path / "cle" / "kit"
    if not _shelf.is_dir():
        request.getfixturevalue("services")
        result = run("makekit", TERRITORY=TERRITORY, LAYERS=LAYERS, TITLE="Deux communes", OUTPUT=str(folder))
        assert (result["LAYERS_DONE"], result["LAYERS_FAILED"]) == (2, 0)
        shutil.copytree(folder, _shelf)
        return folder
    return Path(shutil.copytree(_shelf, folder))


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Path]:
    """Another machine: the kit is copied there, the cache is empty, the settings are its own."""
    from qgis.core import QgsSettings

    settings = QgsSettings()
    names = ("data_territoires/kit", "data_territoires/kits")
    before = {name: settings.value(name) for name in names}
    for name in names:
        settings.remove(name)

    def arrive(kit: Path) -> Path:
        monkeypatch.setenv("DATA_TERRITOIRES_CACHE", str(tmp_path / "autre" / "cache"))
        return Path(shutil.copytree(kit, tmp_path / "autre" / "kit"))

    yield arrive
    for name, value in before.items():
        settings.remove(name) if value is None else settings.setValue(name, value)
