"""The lists of INSPIRE and ISO 19115 that a record chooses from.

Sources: annexes of directive 2007/2/EC (the 34 themes, French labels of GEMET), ISO 19115:2003 B.5.27 (topic
categories), B.5.18 (frequencies of maintenance).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..catalogue.words import plain

THEMES: dict[str, str] = {
    "ad": "Adresses",
    "au": "Unités administratives",
    "rs": "Référentiels de coordonnées",
    "gg": "Systèmes de maillage géographique",
    "cp": "Parcelles cadastrales",
    "gn": "Dénominations géographiques",
    "hy": "Hydrographie",
    "ps": "Sites protégés",
    "tn": "Réseaux de transport",
    "el": "Altitude",
    "ge": "Géologie",
    "lc": "Occupation des terres",
    "oi": "Ortho-imagerie",
    "af": "Installations agricoles et aquacoles",
    "am": "Zones de gestion, de restriction ou de réglementation et unités de déclaration",
    "ac": "Conditions atmosphériques",
    "br": "Régions biogéographiques",
    "bu": "Bâtiments",
    "er": "Sources d'énergie",
    "ef": "Installations de suivi environnemental",
    "hb": "Habitats et biotopes",
    "hh": "Santé et sécurité des personnes",
    "lu": "Usage des sols",
    "mf": "Caractéristiques géographiques météorologiques",
    "mr": "Ressources minérales",
    "nz": "Zones à risque naturel",
    "of": "Caractéristiques géographiques océanographiques",
    "pd": "Répartition de la population — démographie",
    "pf": "Lieux de production et sites industriels",
    "sd": "Répartition des espèces",
    "sr": "Régions maritimes",
    "so": "Sols",
    "su": "Unités statistiques",
    "us": "Services d'utilité publique et services publics",
}
TOPICS = frozenset({
    "farming", "biota", "boundaries", "climatologyMeteorologyAtmosphere", "economy", "elevation", "environment",
    "geoscientificInformation", "health", "imageryBaseMapsEarthCover", "intelligenceMilitary", "inlandWaters",
    "location", "oceans", "planningCadastre", "society", "structure", "transportation", "utilitiesCommunication",
})  # fmt: skip
FREQUENCIES = frozenset({
    "continual", "daily", "weekly", "fortnightly", "monthly", "quarterly", "biannually", "annually", "asNeeded",
    "irregular", "notPlanned", "unknown",
})  # fmt: skip
# The topic that goes with a theme: INSPIRE technical guidelines, annex D.2.
_TOPIC_OF = {
    "location": "ad gn",
    "boundaries": "au su",
    "planningCadastre": "cp lu am",
    "inlandWaters": "hy",
    "environment": "ps nz ac",
    "transportation": "tn",
    "elevation": "el",
    "geoscientificInformation": "ge so",
    "imageryBaseMapsEarthCover": "lc oi",
    "farming": "af",
    "biota": "br hb sd",
    "structure": "bu pf ef",
    "economy": "er mr",
    "health": "hh",
    "climatologyMeteorologyAtmosphere": "mf",
    "oceans": "of sr",
    "society": "pd",
    "utilitiesCommunication": "us",
}


@lru_cache(maxsize=1)
def _plain_themes() -> dict[str, str]:
    return {_plain(label): label for label in THEMES.values()}


def theme_of(words: str) -> str:
    """The INSPIRE theme that words or a two-letter code name; "" where they name none."""
    return THEMES.get(words.strip().lower(), "") or _plain_themes().get(_plain(words), "")


def topic_of(theme: str) -> str:
    """The topic category that goes with a theme (its label); "" where none does."""
    code = next((code for code, label in THEMES.items() if label == theme), "")
    return next((topic for topic, codes in _TOPIC_OF.items() if code in codes.split()), "") if code else ""


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", plain(words)))
