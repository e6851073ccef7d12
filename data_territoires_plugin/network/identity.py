"""How the plugin names itself to the services."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .. import paths

if TYPE_CHECKING:
    from qgis.PyQt.QtNetwork import QNetworkRequest

_NAME = "DataTerritoires"
_installed: list[str] = []


@lru_cache(maxsize=1)
def user_agent() -> str:
    """Name and version of the plugin and of QGIS: «DataTerritoires/1.0.0 QGIS/34415»."""
    from qgis.core import Qgis

    return f"{_NAME}/{_version()} QGIS/{Qgis.versionInt()}"


def prepare() -> None:
    """Makes our requests carry our name. Once, on the main thread, when the plugin starts; `session` does it otherwise.

    QGIS writes its own User-Agent over that of a request: only a preprocessor comes after. Requests of others are left
    alone.
    """
    from qgis.core import QgsNetworkAccessManager

    if not _installed:
        _installed.append("")
        _installed[0] = QgsNetworkAccessManager.setRequestPreprocessor(_sign)


def release() -> None:
    """Undoes `prepare`, when the plugin is unloaded."""
    from qgis.core import QgsNetworkAccessManager

    while _installed:
        QgsNetworkAccessManager.removeRequestPreprocessor(_installed.pop())


def _sign(request: QNetworkRequest) -> None:
    from qgis.PyQt.QtNetwork import QNetworkRequest

    ours = request.attribute(QNetworkRequest.Attribute.User)
    if isinstance(ours, str) and ours.startswith(_NAME):
        request.setRawHeader(b"User-Agent", ours.encode("ascii"))


def _version() -> str:
    metadata = paths.resources().parent / "metadata.txt"
    text = metadata.read_text(encoding="utf-8") if metadata.is_file() else ""
    found = re.search(r"(?m)^version\s*=\s*([\w.+-]+)", text)
    return found.group(1) if found else "0"
