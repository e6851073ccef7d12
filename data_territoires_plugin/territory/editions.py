"""The territories of past editions of the COG, in terms of those of today, whose contours are to be had."""

from __future__ import annotations

from ..errors import TerritoryError
from ..i18n import tr
from .cog import EDITION, Territory, of_code
from .migration import Migrator

_OF_A_COMMUNE = ("commune_deleguee", "commune_associee", "arrondissement_municipal")


def as_of_today(territory: Territory) -> tuple[Territory, ...]:
    """The territories of today that cover exactly the land of this one: itself, its namesake of today, or communes.

    Raises TerritoryError where a commune of it has merged since with one outside of it: no contour of today is its own.
    """
    if territory.edition == EDITION:
        return (territory,)
    if territory.kind in _OF_A_COMMUNE:
        return _part_of_today(territory)
    forward, back = Migrator(territory.edition, EDITION), Migrator(EDITION, territory.edition)
    land = set(territory.communes)
    today = sorted({code for commune in land for code in forward(commune).candidates})
    too_wide = [code for code in today if not land.issuperset(back(code).candidates)]
    if too_wide:
        raise _outgrown(territory, [one for code in too_wide for one in of_code(code, ("commune",))])
    namesake = of_code(territory.code, (territory.kind,))
    if namesake and set(namesake[0].communes) == set(today):
        return (namesake[0],)
    return tuple(one for code in today for one in of_code(code, ("commune",)))


def _part_of_today(territory: Territory) -> tuple[Territory, ...]:
    """A part of a commune keeps its land as long as it is one, delegated or associated."""
    found = of_code(territory.code, _OF_A_COMMUNE)
    if not found:
        raise TerritoryError(
            tr("{name} ({id}) is no longer a part of a commune: its contour is not to be had.").format(
                name=territory.name, id=territory.id
            ),
            hint=tr("Use its commune, or a layer of your own as the perimeter."),
        )
    return (found[0],)


def _outgrown(territory: Territory, communes: list[Territory]) -> TerritoryError:
    grown = ", ".join(f"{one.id} ({one.name})" for one in communes)
    return TerritoryError(
        tr("The contour of {name} in {year} can't be made from the communes of today.").format(
            name=territory.name, year=territory.edition
        ),
        detail=territory.id,
        hint=tr("Grown since, beyond its limits: {list}. Use the territory of today, or a layer of your own.").format(
            list=grown
        ),
    )


def refuse_unless_as_today(territory: Territory) -> None:
    """Raises TerritoryError unless the contour and the communes of its namesake of today are those of this territory.

    The services know the territories of today only: asked for this one, they would answer with another.
    """
    today = as_of_today(territory)
    if [(one.kind, one.code, one.communes) for one in today] != [(territory.kind, territory.code, territory.communes)]:
        raise TerritoryError(
            tr("The services have no contour of {name} in {year}: it changed since.").format(
                name=territory.name, year=territory.edition
            ),
            detail=territory.id,
            hint=tr("The same land today: {list}.").format(list=",".join(one.id for one in today)),
        )
