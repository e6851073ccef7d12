"""What kind of catalogue an address is: found out by asking."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ...errors import DataTerritoiresError, NetworkError
from ...i18n import tr
from ...network import session
from ..deposits.udata import api_of
from .geonetwork import base_of

if TYPE_CHECKING:
    import requests
    from qgis.core import QgsFeedback

_TIMEOUT = (15.0, 30.0)
_JSON = {"Accept": "application/json"}


def kind_of_catalogue(address: str, authcfg: str, feedback: QgsFeedback) -> str:
    """`geonetwork`, `ogcrecords`, `csw`, or `datagouv` for the page of a dataset.

    DataTerritoiresError where none of them answers there.
    """
    plain = address.partition("?")[0].rstrip("/")
    with session(feedback=feedback) as web:  # its key is for what it guards
        if "/datasets/" in f"{plain}/" and _says(web, f"{api_of(plain)}/1/site/", "metrics"):
            return "datagouv"
    with session(authcfg=authcfg, feedback=feedback) as web:
        if _says(web, f"{base_of(plain)}/srv/api/site", "system/platform/version"):
            return "geonetwork"
        if _says(web, f"{plain}?f=json", "links"):
            return "ogcrecords"
        if _is_csw(web, plain):
            return "csw"
    raise DataTerritoiresError(
        tr("No catalogue that records can be published to answers at {url}.").format(url=plain),
        hint=tr(
            "Give the address of a GeoNetwork, of a CSW or of a collection of records, or choose the kind yourself."
        ),
    )


def _says(web: requests.Session, url: str, member: str) -> bool:
    try:
        answer = web.get(url, headers=_JSON, timeout=_TIMEOUT)
        document = json.loads(answer.content) if answer.ok else None
    except (NetworkError, ValueError):
        return False
    return isinstance(document, dict) and member in document


def _is_csw(web: requests.Session, url: str) -> bool:
    asked = {"service": "CSW", "request": "GetCapabilities"}
    try:
        answer = web.get(url, params=asked, timeout=_TIMEOUT)
    except NetworkError:
        return False
    return bool(answer.ok) and b"Capabilities" in answer.content[:4096] and b"/cat/csw/" in answer.content[:65536]
