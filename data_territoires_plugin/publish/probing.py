"""What kind of platform an address is: found out by asking, never believed from its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import DataTerritoiresError, NetworkError
from ..i18n import tr
from ..network import session

if TYPE_CHECKING:
    import requests
    from qgis.core import QgsFeedback

_TIMEOUT = (15.0, 30.0)


def kind_of(address: str, authcfg: str, feedback: QgsFeedback) -> str:
    """The type of target: `folder` for a path, `postgis` for a connection, else what the address answers to: `ogcapi`.

    Raises DataTerritoiresError where nothing that can be written to answers there.
    """
    if not address.lower().startswith(("http://", "https://")):
        return "folder" if Path(address).is_dir() else "postgis"
    with session(authcfg=authcfg, feedback=feedback) as web:
        if _is_ogcapi(web, address):
            return "ogcapi"
    raise DataTerritoiresError(
        tr("Nothing that can be published to answers at {url}.").format(url=address),
        hint=tr("Give the address of an OGC API, or choose the kind yourself."),
    )


def _is_ogcapi(web: requests.Session, address: str) -> bool:
    try:
        answer = web.get(address, params={"f": "json"}, headers={"Accept": "application/json"}, timeout=_TIMEOUT)
        document = answer.json() if answer.ok else None
    except (NetworkError, ValueError):
        return False
    return isinstance(document, dict) and isinstance(document.get("links"), list)
