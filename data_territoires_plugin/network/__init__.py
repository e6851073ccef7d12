"""The one door to the web: every request of the plugin goes through QGIS's network stack, from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answers import checked, json_answer, xml_answer
from .endpoints import endpoint, endpoints
from .identity import prepare, release
from .pool import Pool

if TYPE_CHECKING:
    from .exchange import Feedback
    from .transport import QgisSession

__all__ = ["Pool", "checked", "endpoint", "endpoints", "json_answer", "prepare", "release", "session", "xml_answer"]


def session(*, authcfg: str = "", feedback: Feedback | None = None) -> QgisSession:
    """A `requests` session through QGIS: see `transport.session`, which is loaded by the first call.

    `requests` takes longer to import than the rest of the plugin: QGIS must not wait for it when it starts.
    """
    from .transport import session as made

    return made(authcfg=authcfg, feedback=feedback)
