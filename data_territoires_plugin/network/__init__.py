"""The one door to the web: every request of the plugin goes through QGIS's network stack, from here."""

from __future__ import annotations

from .answers import checked, json_answer, xml_answer
from .endpoints import endpoint, endpoints
from .identity import prepare, release
from .pool import Pool
from .transport import Patience, QgisSession, session

__all__ = [
    "Patience",
    "Pool",
    "QgisSession",
    "checked",
    "endpoint",
    "endpoints",
    "json_answer",
    "prepare",
    "release",
    "session",
    "xml_answer",
]
