"""Where the plugin finds its data, and where it may write."""

from __future__ import annotations

import tempfile
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def plugin_folder(name: str) -> Path:
    """A data folder of the plugin (`resources`, `i18n`): in the package once installed, beside it in the sources."""
    inside = Path(__file__).parent / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """The data shipped with the plugin: catalogue, styles, COG tables, training kit."""
    return plugin_folder("resources")


def cache_folder(*parts: str) -> Path:
    """A folder of the cache, made if need be: the setting `cache`, in QGIS's profile, else a temporary one."""
    folder = _cache_root().joinpath(*parts)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _cache_root() -> Path:
    from .settings import setting

    named = setting("cache")
    if named:
        return Path(named)
    try:
        from qgis.core import QgsApplication
    except ImportError:
        profile = ""
    else:
        profile = QgsApplication.qgisSettingsDirPath()
    return Path(profile or tempfile.gettempdir()) / "data_territoires"
