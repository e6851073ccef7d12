"""How data.gouv.fr and its neighbours name the places that a dataset covers. No QGIS.

data.gouv.fr (udata): `fr:commune:22278`, `fr:epci:200065928`, `fr:departement:22`, `fr:region:53`; a dataset bears the
zones that its producer chose, and is found by exactly these. The whole country is `country:fr`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...territory import Territory

COUNTRY = "country:fr"
_OWN = ("commune", "epci", "departement", "region")


def places_of(territory: Territory) -> tuple[tuple[str, str], ...]:
    """(kind, code) of a territory and of those around it, the nearest first: its EPCI, département, région."""
    kind, code = territory.kind, territory.code
    own = (kind, code) if kind in _OWN else ("commune", territory.parent or code)
    around = [("epci", territory.epci)] if territory.epci and own[0] == "commune" else []
    if own[0] != "region":
        around += [("departement", one) for one in territory.departements if own[0] != "departement"]
        around += [("region", one) for one in territory.regions]
    return tuple(dict.fromkeys([own, *around]))


def zones_of(territory: Territory) -> tuple[str, ...]:
    """The zones of data.gouv.fr where data on a territory is found, the nearest first, then the country."""
    return (*(f"fr:{kind}:{code}" for kind, code in places_of(territory)), COUNTRY)
