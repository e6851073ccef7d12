"""The codes that fill the places of an address: those of the territory, or of the communes that a perimeter meets."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry

from ..catalogue import load_catalogue
from ..errors import Cancelled, DataTerritoiresError, SourceError
from ..geopackage import connect, is_empty, read_table, sql, wkb_offset
from ..i18n import tr
from .base import Area, Stage

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ..network import Pool

# Their files are those of their arrondissements: the land register and the sales have none of the whole commune.
_RANGES = {"75056": (75101, 75120), "69123": (69381, 69389), "13055": (13201, 13216)}
_COMMUNES = "admin_commune"
_CODE = "code_insee"


@dataclass(frozen=True)
class Communes:
    """The communes of an area. `exact`: they are its territory; otherwise they meet its perimeter."""

    codes: tuple[str, ...]
    exact: bool


def communes_of(area: Area, title: str, pool: Pool, feedback: QgsFeedback) -> Communes:
    """The communes (arrondissements in Paris, Lyon and Marseille) of an area, from its codes, else from Admin Express.

    Raises SourceError where no contour can be had to tell which communes a perimeter meets.
    """
    for kind in ("commune", "arrondissement_municipal"):
        if area.codes.get(kind):
            return Communes(_with_arrondissements(area.codes[kind]), exact=True)
    try:
        codes = _met(area, pool, feedback)
    except Cancelled:
        raise
    except DataTerritoiresError as error:
        raise SourceError(
            tr(
                "“{title}” comes in one file per commune or département, and those of this perimeter can't be told."
            ).format(title=title),
            detail=f"{error.message} {error.detail}",
            hint=tr("Choose a territory (commune, EPCI, département) instead of a drawing, or try again later."),
        ) from error
    if not codes:
        raise SourceError(
            tr("The perimeter meets no commune."),
            hint=tr("“{title}” comes in one file per commune or département: draw on land.").format(title=title),
        )
    return Communes(_with_arrondissements(codes), exact=False)


def values_of(place: str, area: Area, communes: Communes, years: int) -> tuple[str, ...]:
    """The values of a place: codes of communes, départements, régions or EPCI, or the last years."""
    if place == "year":
        this = date.today().year
        return tuple(str(year) for year in range(this, this - years, -1))
    if place == "insee":
        return communes.codes
    own = {"dep": "departement", "region": "region", "epci": "epci"}[place]
    if area.codes.get(own):
        return tuple(area.codes[own])
    departements = tuple(dict.fromkeys(departement_of(code) for code in communes.codes))
    if place == "dep":
        return departements
    from ..territory.cog import of_code

    if place == "region":
        known = [found for code in departements for found in of_code(code, ("departement",))]
        return tuple(dict.fromkeys(region for found in known for region in found.regions))
    known = [found for code in communes.codes for found in of_code(code, ("commune",))]
    return tuple(dict.fromkeys(found.epci for found in known if found.epci))


def departement_of(commune: str) -> str:
    """The département of a commune: 35 of 35238, 2A of 2A004, 974 of 97411."""
    return commune[:3] if commune[:2] in ("97", "98") else commune[:2]


def _with_arrondissements(codes: tuple[str, ...]) -> tuple[str, ...]:
    known: list[str] = []
    for code in codes:
        if code in _RANGES:
            first, last = _RANGES[code]
            known += [str(part) for part in range(first, last + 1)]
        else:
            known.append(code)
    return tuple(dict.fromkeys(known))


def _met(area: Area, pool: Pool, feedback: QgsFeedback) -> tuple[str, ...]:
    """The communes whose contour meets the perimeter."""
    from .registry import source_of

    if area.perimeter is None:
        raise SourceError(tr("A perimeter is needed."))
    source, entry = source_of(load_catalogue().entry(_COMMUNES), pool, training=False)
    around = Area(area.perimeter, area.crs)
    engine = QgsGeometry.createGeometryEngine(area.perimeter.constGet())
    engine.prepareGeometry()
    met: list[str] = []
    with tempfile.TemporaryDirectory(prefix="dt-communes-") as folder:
        plan = source.plan(entry, around, feedback)
        for batch in source.fetch(entry, around, plan, Stage(Path(folder) / "stage", {}), feedback):
            table = read_table(batch.path, batch.table)
            connection = connect(batch.path, read_only=True)
            try:
                statement = sql(
                    "SELECT {code}, {geometry} FROM {table}", code=_CODE, geometry=table.geometry, table=table.name
                )
                for code, blob in connection.execute(statement):
                    geometry = QgsGeometry()
                    if blob is None or is_empty(blob):
                        continue
                    geometry.fromWkb(blob[wkb_offset(blob) :])
                    if engine.intersects(geometry.constGet()):
                        met.append(str(code))
            finally:
                connection.close()
    return tuple(dict.fromkeys(met))
