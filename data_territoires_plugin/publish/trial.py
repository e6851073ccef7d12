"""A connection tried before anything is sent: does it answer, is the account taken, is the layer's place there?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import DataTerritoiresError, NetworkError
from ..i18n import number, tr
from ..network import json_answer, session
from .opening import is_whole, opened
from .places import AUTO
from .probing import kind_of
from .targets.base import Dataset
from .targets.wfst import base_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback

    from .content import Column
    from .places import Place

_TIMEOUT = (15.0, 30.0)
_REFUSED = frozenset({401, 403})
_MOST = 300  # collections proposed


@dataclass(frozen=True)
class Trial:
    """What answered: the place, its kind known from now on; what it holds; in words."""

    place: Place
    words: str
    collections: tuple[str, ...] = ()


def try_place(
    place: Place, key: str, columns: Sequence[Column], crs: QgsCoordinateReferenceSystem, feedback: QgsFeedback
) -> Trial:
    """Connects, and writes nothing. Raises DataTerritoiresError: no answer, a refused account, no such layer there."""
    if place.type == AUTO:
        place = replace(place, type=kind_of(place.target, place.authcfg, feedback))
    known = _collections(place, feedback) if place.type == "ogcapi" else ()
    if place.type == "ogcapi" and known and place.collection and place.collection not in known:
        raise DataTerritoiresError(
            tr("The platform answers, and has no layer “{name}”.").format(name=place.collection),
            hint=tr("Its layers: {names}. Another one must first be made there, by its administrator.").format(
                names=", ".join(known[:10]) + ("…" if len(known) > 10 else "")
            ),
        )
    if not place.collection and known:
        return Trial(place, tr("It answers. Choose one of its {count} layers.").format(count=number(len(known))), known)
    dataset = Dataset(place.target, place.collection, key, tuple(columns), crs, place.authcfg)
    profile = opened(place.type, dataset).probe(feedback)
    if place.type in ("ogcapi", "wfst"):
        _check_account(place, feedback)
    told = tr("It answers, and “{name}” is there.") if not is_whole(place.type) else tr("It answers.")
    there = tr("Shapes are exchanged in {crs}.").format(crs=profile.crs.authid()) if profile.crs.isValid() else ""
    return Trial(place, f"{told.format(name=place.collection)} {there}".strip(), known)


def _collections(place: Place, feedback: QgsFeedback) -> tuple[str, ...]:
    """The names of what is published there; () where the address is already that of a collection."""
    root = place.target.rstrip("/")
    if "/collections" in root:
        return ()
    with session(authcfg=place.authcfg, feedback=feedback) as web:
        document = json_answer(web.get(f"{root}/collections", params={"f": "json"}, timeout=_TIMEOUT))
    found = document.get("collections") if isinstance(document, dict) else None
    return tuple(str(one.get("id", "")) for one in found or () if isinstance(one, dict))[:_MOST]


def _check_account(place: Place, feedback: QgsFeedback) -> None:
    """Anybody may read most platforms: only a request that writes tells whether the account is taken.

    What is sent is neither JSON nor XML: whoever may write is told that it can't be read, and no server stores it.
    """
    root = place.target.rstrip("/")
    url, kind, nothing = f"{root}/items", "application/geo+json", b"{"
    if place.type == "wfst":
        url, kind, nothing = base_address(place.target), "text/xml", b"<"
    elif "/collections/" not in root:
        url = f"{root}/collections/{place.collection}/items"
    try:
        with session(authcfg=place.authcfg, feedback=feedback) as web:
            answer = web.request("POST", url, data=nothing, headers={"Content-Type": kind}, timeout=_TIMEOUT)
    except NetworkError as error:
        raise DataTerritoiresError(error.message, error.detail, error.hint) from error
    if answer.status_code not in _REFUSED:
        return
    if not place.authcfg:
        raise DataTerritoiresError(
            tr("The platform asks for an account to publish."),
            hint=tr("Choose an authentication configuration, or make one with the name and password you were given."),
        )
    if answer.status_code == 403:
        raise DataTerritoiresError(
            tr("The account is right, and has no right to publish this layer."),
            hint=tr("Ask the administrator of the platform for it."),
        )
    raise DataTerritoiresError(
        tr("The platform refuses the name or the password."),
        hint=tr("Correct them in the authentication configuration, then try the connection again."),
    )
