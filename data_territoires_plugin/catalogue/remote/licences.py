"""The licences of data.gouv.fr (udata's identifiers) and of its neighbours, as ours. No QGIS."""

from __future__ import annotations

from ...i18n import tr
from ..entry import Licence
from ..loading import load_catalogue

_SHIPPED = {
    "lov2": "lov2",
    "odc-odbl": "odbl",
    "odbl": "odbl",
    "cc-by": "cc_by_4",
    "cc-by-4.0": "cc_by_4",
    "cc-by-sa": "cc_by_sa_4",
    "cc-by-sa-4.0": "cc_by_sa_4",
    "licence-ouverte": "lov2",
    "etalab-2.0": "lov2",
}
RESTRICTED = "restricted"  # the id of the licence of data that need an agent's key
_OTHERS = {
    "fr-lo": ("Licence Ouverte 1.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
    "odc-by": ("Open Data Commons Attribution (ODC-BY)", "https://opendatacommons.org/licenses/by/1-0/"),
    "odc-pddl": ("Domaine public (PDDL)", "https://opendatacommons.org/licenses/pddl/1-0/"),
    "cc-zero": ("Creative Commons Zéro (CC0)", "https://creativecommons.org/publicdomain/zero/1.0/deed.fr"),
    "mobility-licence": ("Licence Mobilités", "https://wiki.lafabriquedesmobilites.fr/wiki/Licence_Mobilités"),
}


def licence(name: str, page: str = "") -> Licence:
    """The licence of that identifier. One that is not known keeps its name; none: the page of the dataset tells."""
    key = name.strip().lower()
    if key in _SHIPPED:
        return load_catalogue().licences[_SHIPPED[key]]
    if key in _OTHERS:
        return Licence(key, *_OTHERS[key])
    if not key or key in ("notspecified", "unknown"):
        return Licence("notspecified", tr("Licence not stated: ask the producer"), page)
    return Licence(key, name, page)


def reserved(known: Licence | None) -> Licence:
    """The licence of data whose access is restricted: nobody may take it for open data."""
    title = known.title if known else ""
    return Licence(RESTRICTED, tr("Restricted access, not to be republished ({licence})").format(licence=title), "")
