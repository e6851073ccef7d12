"""The settings of the plugin: an environment variable first (a batch, an administrator), else QGIS's settings."""

from __future__ import annotations

import os

_PREFIX = "data_territoires/"
OFFLINE = "offline"
ENDPOINTS = "endpoints"


def setting(name: str, default: str = "") -> str:
    """The value of DATA_TERRITOIRES_<NAME>, else of data_territoires/<name> in QGIS's settings, else `default`."""
    value = os.environ.get(f"DATA_TERRITOIRES_{name.upper()}")
    if value is not None:
        return value
    try:
        from qgis.core import QgsSettings
    except ImportError:
        return default
    return str(QgsSettings().value(_PREFIX + name, default) or default)


def save_setting(name: str, value: str) -> None:
    """Keeps a setting in QGIS's settings."""
    from qgis.core import QgsSettings

    QgsSettings().setValue(_PREFIX + name, value)


def offline() -> bool:
    """Whether nothing may be sent: the training kit and the cache only."""
    return setting(OFFLINE, "0").lower() in ("1", "true", "yes", "oui")
