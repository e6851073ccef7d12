"""Every catalogue that can be searched, by its name. Adding one: a class that is a Finder, and a line here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...errors import CatalogueError
from ...i18n import tr
from ..words import did_you_mean
from .datagouv import DataGouv
from .schemas import Schemas
from .shipped import Shipped
from .transport import Transport

if TYPE_CHECKING:
    from ...territory import Territory
    from .found import Finder

ALL = "all"
CSW = "csw"  # all the platforms that have a catalogue of metadata


@lru_cache(maxsize=1)
def _own() -> dict[str, Finder]:
    own: tuple[Finder, ...] = (Shipped(), DataGouv(), Transport(), Schemas())
    return {finder.name: finder for finder in own}


def platforms(territory: Territory | None = None) -> dict[str, Finder]:
    """The catalogues of the platforms (resources/platforms), those that serve the territory first."""
    from .platforms import platform_finders

    return platform_finders(territory)


def finders() -> dict[str, Finder]:
    """Name → catalogue: the shipped one, data.gouv.fr and its neighbours, the platforms."""
    return {**_own(), **platforms()}


def finder(name: str) -> Finder | None:
    """The catalogue of that name, None where there is none. The platforms are only read where it may be one."""
    return _own().get(name) or platforms().get(name)


def chosen(source: str, territory: Territory | None = None) -> dict[str, Finder]:
    """The catalogues that SOURCE names: `all`, `csw` (the platforms), or names separated by commas.

    `all` leaves out `schema`, which gives datasets of data.gouv.fr again. Raises CatalogueError for an unknown name.
    """
    names = [name.strip().lower() for name in source.split(",") if name.strip()] or [ALL]
    found: dict[str, Finder] = {}
    for name in names:
        if name == ALL:
            found |= {key: finder for key, finder in _own().items() if key != Schemas.name} | platforms(territory)
        elif name == CSW:
            found |= platforms(territory)
        elif (one := finder(name)) is not None:
            found[name] = one
        else:
            known = finders()
            raise CatalogueError(
                tr("No catalogue is called “{name}”.").format(name=name),
                hint=did_you_mean(name, known) or tr("Known: {names}.").format(names=", ".join((ALL, CSW, *known))),
            )
    return found
