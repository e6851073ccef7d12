"""Services that ask for a key: the authentication configuration of QGIS that holds it, never the key itself."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..errors import SourceError
from ..i18n import tr
from ..settings import setting

if TYPE_CHECKING:
    from ..catalogue.entry import Entry

# The private half of the Géoplateforme: the same services under another address, with a key made at cartes.gouv.fr
# (header X-Key, user and password, or OAuth2: QGIS has a method for each).
PRIVATE = "geopf_private"


def key_of(service: str) -> str:
    """The id of the configuration chosen for a service (setting `<service>_authcfg`), "" where there is none.

    One configuration serves all the private services of the Géoplateforme, unless one of them has its own.
    """
    own = setting(f"{service}_authcfg")
    return own or (setting(f"{PRIVATE}_authcfg") if service.startswith(PRIVATE) else "")


def with_key(entry: Entry) -> Entry:
    """The entry with the configuration of its service. SourceError: a private service, and no configuration."""
    key = entry.options.get("authcfg") or key_of(entry.service)
    if key:
        return replace(entry, options=MappingProxyType({**entry.options, "authcfg": key}))
    if entry.service.startswith(PRIVATE):
        raise SourceError(
            tr("“{title}” needs a key of the Géoplateforme.").format(title=entry.title),
            hint=tr(
                "Create one at cartes.gouv.fr, save it in QGIS (Settings > Options > Authentication, API header X-Key),"
                " then choose it in the options of the extension."
            ),
        )
    return entry
