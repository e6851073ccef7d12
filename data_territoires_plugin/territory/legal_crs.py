"""The legal projected CRS of each part of France."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import TerritoryError
from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .cog import Territory

LAMBERT_93 = "EPSG:2154"

_OVERSEAS = {
    "971": "EPSG:5490",  # Guadeloupe: RGAF09 / UTM zone 20N
    "972": "EPSG:5490",  # Martinique
    "973": "EPSG:2972",  # Guyane: RGFG95 / UTM zone 22N
    "974": "EPSG:2975",  # La Réunion: RGR92 / UTM zone 40S
    "975": "EPSG:4467",  # Saint-Pierre-et-Miquelon: RGSPM06 / UTM zone 21N
    "976": "EPSG:4471",  # Mayotte: RGM04 / UTM zone 38S
    "977": "EPSG:5490",  # Saint-Barthélemy
    "978": "EPSG:5490",  # Saint-Martin
    "986": "EPSG:8903",  # Wallis-et-Futuna: RGWF96 / UTM zone 1S
    "987": "EPSG:3297",  # Polynésie française: RGPF / UTM zone 6S, that of Tahiti (the others: 3296, 3298, 3299)
    "988": "EPSG:3163",  # Nouvelle-Calédonie: RGNC91-93 / Lambert New Caledonia
}
LEGAL_CRS = tuple(dict.fromkeys((LAMBERT_93, *_OVERSEAS.values())))
CONIC_CRS = tuple(f"EPSG:{code}" for code in range(3942, 3951))  # RGF93 v1 / CC42 to CC50
_WITHOUT = frozenset(("984", "989"))  # Terres australes et antarctiques françaises, Clipperton: one zone per island


def legal_crs(territory: Territory) -> str:
    """The CRS in which an authority of this territory must deliver, e.g. "EPSG:2154" (metres).

    Source: décret n° 2000-1276 of 26 December 2000, as modified by décret n° 2019-165 of 5 March 2019, and the arrêté
    of the same day. EPSG codes: IGN's table "Systèmes de référence de coordonnées usités en France" (SRCfrance.pdf);
    those of Wallis-et-Futuna and Nouvelle-Calédonie are the EPSG registry's. Lambert-93 is 2154 (RGF93 v1), the code in
    which the national services deliver; IGN's table also knows it as 9794 (RGF93 v2b).
    Raises TerritoryError where the law names no single CRS.
    """
    return common_crs((territory,))


def common_crs(territories: Iterable[Territory]) -> str:
    """The legal CRS of several territories together. Raises TerritoryError where they don't share one."""
    zones: dict[str, str] = {}
    for territory in territories:
        for departement in territory.departements:
            if departement in _WITHOUT:
                raise TerritoryError(
                    tr("{name} has no single legal projection.").format(name=territory.name),
                    detail=f"{territory.id}: departement {departement}",
                    hint=tr("Choose a coordinate reference system yourself."),
                )
            zones.setdefault(_OVERSEAS.get(departement, LAMBERT_93), territory.name)
    if len(zones) > 1:
        listed = ", ".join(f"{name} ({crs})" for crs, name in zones.items())
        raise TerritoryError(
            tr("These territories have different legal projections: {list}.").format(list=listed),
            hint=tr("Do them one after the other, or choose a coordinate reference system yourself."),
        )
    return next(iter(zones), LAMBERT_93)
