"""What kind of platform an address is: found out by asking, never believed from its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeedback

from ..errors import DataTerritoiresError, NetworkError
from ..i18n import tr
from ..network import endpoint, session, xml_answer
from ..paths import place_of
from .targets.wfs_transaction import offers_transactions
from .targets.wfst import base_address

if TYPE_CHECKING:
    import requests
    from qgis.core import QgsFeedback

_TIMEOUT = (15.0, 30.0)
# Type, and service of resources/endpoints.json.
_KNOWN = (
    ("datagouv", "datagouv"),
    ("datagouv", "datagouv_site"),
    ("bal", "bal_deposit"),
    ("entrepot", "geopf_entrepot"),
    ("grist", "grist"),
)


def kind_of(address: str, authcfg: str, feedback: QgsFeedback) -> str:  # noqa: PLR0911 (one per kind)
    """The type of target: `folder` for a path, `postgis` for a connection, else what the address answers to.

    `ogcapi`, `geoserver` (its root), `wfst`, or `datagouv` for a site made with udata; services that are known by their
    address are not asked.

    QGIS Server speaks both: WFS-T is then chosen, which sends many features at once, and can empty a value and move a
    shape in degrees, which its OGC API can't. Raises DataTerritoiresError where nothing that can be written to answers.
    """
    if not address.lower().startswith(("http://", "https://")):
        place = place_of(address)
        return "folder" if place is not None and place.is_dir() else "postgis"
    known = next((type_ for type_, name in _KNOWN if address.rstrip("/").startswith(endpoint(name))), "")
    if known:
        return known
    with session(authcfg=authcfg, feedback=feedback) as web:
        if _is_ogcapi(web, address):
            if "/wfs3" in address and _is_wfst(web, address):
                if isinstance(feedback, QgsProcessingFeedback):
                    feedback.pushInfo(
                        tr("This QGIS Server also takes WFS-T: quicker, and able to empty a value; it is used.")
                    )
                return "wfst"
            return "ogcapi"
        if _is_geoserver(web, address):
            return "geoserver"
        if _is_wfst(web, address):
            return "wfst"
    # A key is for the API alone: it is not needed to say hello.
    with session(feedback=feedback) as web:
        if _is_udata(web, address):
            return "datagouv"
    raise DataTerritoiresError(
        tr("Nothing that can be published to answers at {url}.").format(url=address),
        hint=tr("Give the address of an OGC API, of a WFS-T or of a GeoServer, or choose the kind yourself."),
    )


def _is_ogcapi(web: requests.Session, address: str) -> bool:
    try:
        answer = web.get(address, params={"f": "json"}, headers={"Accept": "application/json"}, timeout=_TIMEOUT)
        document = answer.json() if answer.ok else None
    except (NetworkError, ValueError):
        return False
    return isinstance(document, dict) and isinstance(document.get("links"), list)


def _is_wfst(web: requests.Session, address: str) -> bool:
    asked = {"SERVICE": "WFS", "VERSION": "1.1.0", "REQUEST": "GetCapabilities"}
    try:
        return offers_transactions(xml_answer(web.get(base_address(address), params=asked, timeout=_TIMEOUT)))
    except NetworkError:
        return False


def _is_udata(web: requests.Session, address: str) -> bool:
    from .deposits.udata import api_of

    try:
        answer = web.get(f"{api_of(address)}/1/site/", timeout=_TIMEOUT)
        document = answer.json() if answer.ok else None
    except (NetworkError, ValueError):
        return False
    return isinstance(document, dict) and {"id", "title", "metrics"} <= document.keys()


def _is_geoserver(web: requests.Session, address: str) -> bool:
    """Its REST interface is there (200, or 401 without a password), and its web services say that they are its own."""
    from .deposits.geoserver.rest import root_of

    root = root_of(address)
    asked = {"service": "WMS", "version": "1.3.0", "request": "GetCapabilities"}
    try:
        listed = web.get(f"{root}/rest/workspaces", headers={"Accept": "application/json"}, timeout=_TIMEOUT)
        if listed.status_code not in (200, 401):
            return False
        told = web.get(f"{root}/ows", params=asked, timeout=_TIMEOUT)
    except NetworkError:
        return False
    return told.ok and b"geoserver" in told.content[:20_000].lower()
