"""The identifiers that the Base Adresse Nationale gives to communes: asked of its platform, once per commune."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import ServerError
from ..i18n import tr
from ..network import endpoint, json_answer, session

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

_UNKNOWN = 404
_TIMES = (10.0, 20.0)  # seconds: to connect, to answer


class BanCommunes:
    """Gives the identifier of a commune, "" where the base knows none."""

    def __init__(self, feedback: QgsFeedback) -> None:
        self._feedback = feedback
        self._known: dict[str, str] = {}

    def __call__(self, commune: str) -> str:
        """The identifier of the commune of that INSEE code. Raises NetworkError (offline, no answer), Cancelled."""
        if commune not in self._known:
            self._known[commune] = self._asked(commune)
        return self._known[commune]

    def _asked(self, commune: str) -> str:
        # The answer of GET /api/district/cog/{cog}: {"status": "success", "response": [{"id": …}]}.
        with session(feedback=self._feedback) as web:
            answer = web.get(f"{endpoint('ban')}/api/district/cog/{commune}", timeout=_TIMES)
        if answer.status_code == _UNKNOWN:
            return ""
        said = json_answer(answer)
        try:
            found = said["response"] if said["status"] == "success" else []
            return str(found[0]["id"]) if found else ""
        except (KeyError, TypeError, IndexError) as error:
            raise ServerError(
                tr("The Base Adresse Nationale gave an answer that can't be read."), detail=f"{commune}: {said!s:.200}"
            ) from error
