"""GeoServer's REST interface: requests sent one by one, each with its limit, and what its answers mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ....errors import ServerError
from ....i18n import tr
from ....network import checked, json_answer, session
from ....network.answers import said
from ...targets.base import TargetError
from . import asks

if TYPE_CHECKING:
    import requests
    from qgis.core import QgsFeedback

    from .asks import Ask

_TIMEOUT = (15.0, 60.0)
_UPLOAD = (30.0, 900.0)  # GeoServer answers once it has opened the file
_ABSENT = frozenset({404, 410})
_TOO_LARGE = 413


def root_of(address: str) -> str:
    """The root of a GeoServer, from its address or that of one of its services."""
    return address.rstrip("/").removesuffix("/web").removesuffix("/rest").removesuffix("/ows")


class Rest:
    """The interface at `root` (the address that ends with /geoserver, most often)."""

    def __init__(self, root: str, authcfg: str, feedback: QgsFeedback) -> None:
        self.root = root_of(root)
        self._authcfg, self._feedback = authcfg, feedback

    def send(self, ask: Ask) -> requests.Response | None:
        """The answer, None where it is allowed to lack and does. ServerError, TargetError (too large)."""
        url = f"{self.root}{ask.path}"
        with session(authcfg=self._authcfg, feedback=self._feedback) as web:
            if ask.file is not None:
                with ask.file.open("rb") as data:
                    answer = web.request(
                        ask.verb, url, params=ask.params, data=data, headers=ask.headers, timeout=_UPLOAD
                    )
            else:
                answer = web.request(
                    ask.verb, url, params=ask.params, data=ask.body or None, headers=ask.headers, timeout=_TIMEOUT
                )
        return _right(ask, answer)

    def json(self, ask: Ask) -> dict[str, Any] | None:
        """The JSON of an answer, None where what is asked for is not there."""
        answer = self.send(ask)
        if answer is None:
            return None
        document = json_answer(answer)
        if not isinstance(document, dict):
            raise ServerError(tr("GeoServer did not answer as it should."), detail=str(document)[:300])
        return document

    def named(self, ask: Ask, *steps: str) -> tuple[str, ...]:
        """The names of a list; GeoServer writes an empty one as "", and one thing alone without a list around."""
        found: Any = self.json(ask) or {}
        for step in steps:
            found = found.get(step) if isinstance(found, dict) else None
        listed = found if isinstance(found, list) else [found] if isinstance(found, dict) else []
        return tuple(str(one["name"]) for one in listed if isinstance(one, dict) and "name" in one)

    def store(self, workspace: str, name: str) -> dict[str, Any]:
        """A store, {} where it is not there."""
        return dict((self.json(asks.store(workspace, name)) or {}).get("dataStore") or {})

    def feature_type(self, workspace: str, name: str) -> dict[str, Any]:
        """A feature type, {} where it is not there."""
        return dict((self.json(asks.feature_type(workspace, name)) or {}).get("featureType") or {})

    def layer(self, workspace: str, name: str) -> dict[str, Any]:
        """A layer, {} where it is not there."""
        return dict((self.json(asks.layer(workspace, name)) or {}).get("layer") or {})

    def types_of(self, workspace: str, store: str) -> tuple[str, ...]:
        """What a store publishes."""
        return self.named(asks.types_of(workspace, store), "featureTypes", "featureType")


def _right(ask: Ask, answer: requests.Response) -> requests.Response | None:
    if ask.may_lack and answer.status_code in _ABSENT:
        return None
    if answer.status_code == _TOO_LARGE:
        raise TargetError(
            tr("The file is larger than what this GeoServer, or the server in front of it, takes."),
            detail=said(answer.content[:2000]),
            hint=tr("Ask its administrator to raise the limit, or publish the layer in parts."),
        )
    if answer.status_code not in ask.expected:
        checked(answer)
        raise ServerError(
            tr("GeoServer answers {status} where {expected} says that it is done.").format(
                status=answer.status_code, expected=ask.expected[0]
            ),
            detail=said(answer.content[:2000]),
            hint=tr("Look at the layer on the platform; nothing that was published is changed by this alone."),
        )
    return answer


def store_of(feature_type: dict[str, Any]) -> str:
    """The name of the store of a feature type, without its workspace."""
    return str((feature_type.get("store") or {}).get("name") or "").rpartition(":")[2]
